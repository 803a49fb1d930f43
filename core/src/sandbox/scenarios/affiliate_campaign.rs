//! A year of sales, most of them through affiliates: some strong, some weak, each in its season.

use super::super::orders::checkout::Checkout;
use super::calendar::HOURS;
use super::play::{Act, Play};
use super::{Needs, Script};

pub(super) const SCRIPT: Script = Script {
    name: "affiliate_campaign",
    about: "A year of sales through eight affiliates of different strength, with seasons and campaign keys",
    product_id: "515151",
    needs: Needs::Nothing,
    partners: 8,
    days: SALE + 14,
    begin,
    order,
    after,
};

/// How many days something is sold.
const SALE: i64 = 365;

/// How much is sold in the months of a year, from January on.
const SEASONS: [i64; 12] = [12, 8, 8, 7, 6, 5, 4, 5, 8, 11, 18, 15];

fn begin(play: &mut Play<'_>, orders: u32) {
    let weight = |month: u8| SEASONS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default();
    let days: Vec<i64> = play.calendar.days().take(365).map(|day| weight(day.month())).collect();
    play.plan_orders(orders, &days, &HOURS);
}

fn order(play: &mut Play<'_>) -> Checkout {
    let product_id = play.product_id.clone();
    let mut checkout = play.basket(&product_id, 4);
    play.brought(&mut checkout, 78);
    checkout
}

fn after(play: &mut Play<'_>, at: i64) {
    if play.dice.percent(5) {
        let when = play.in_days(1, 13);
        play.plan(when, Act::Refund(at));
    }
}
