//! The life of a membership over fourteen months: people join and pay by the month, some cards decline and recover or do not,
//! some cancel, and of those some come back.

use super::super::orders::checkout::Checkout;
use super::calendar::HOURS;
use super::play::{Act, Play};
use super::{Needs, Script};

pub(super) const SCRIPT: Script = Script {
    name: "subscription_life",
    about: "Fourteen months of a membership: monthly payments, cards that fail, cancellations, returns, refunds",
    product_id: "515152",
    needs: Needs::Recurring,
    partners: 3,
    days: 426,
    begin,
    order,
    after,
};

/// In how many of the days people join: a month more would tell nothing of those who join last.
const JOINING_DAYS: i64 = 365;

fn begin(play: &mut Play<'_>, orders: u32) {
    // Twice as many join in the end as in the beginning.
    let days: Vec<i64> = (0..JOINING_DAYS).map(|day| JOINING_DAYS + day).collect();
    play.plan_orders(orders, &days, &HOURS);
}

fn order(play: &mut Play<'_>) -> Checkout {
    let product_id = play.product_id.clone();
    let mut checkout = play.basket(&product_id, 0);
    play.brought(&mut checkout, 35);
    checkout
}

fn after(play: &mut Play<'_>, at: i64) {
    if play.dice.percent(4) {
        let when = play.in_days(2, 13);
        return play.plan(when, Act::Refund(at));
    }
    if play.dice.percent(1) {
        let when = play.in_days(35, 120);
        play.plan(when, Act::Chargeback(at));
    }
    for month in 1..=14 {
        let days = |play: &mut Play<'_>| play.in_days(30 * month - 25, 30 * month - 1);
        if play.dice.percent(4) {
            // One of five cards never works again.
            let all = i64::try_from(play.account.assumed.retry_days.len()).unwrap_or_default() + 1;
            let times = play.dice.one(&[1, 1, 2, 3, all]).copied().unwrap_or(1);
            let when = days(play);
            play.plan(when, Act::CardFails(at, times));
        }
        if play.dice.percent(5) {
            let when = days(play);
            play.plan(when, Act::Cancel(at));
            if play.dice.percent(25) {
                let hours = play.dice.between(2, 96);
                play.plan(when + hours * 3600, Act::Resume(at));
            } else {
                return;
            }
        }
    }
}
