//! A product goes bad: four weeks of good sales, and then a week in which a third of the money goes back.

use super::super::orders::checkout::Checkout;
use super::calendar::HOURS;
use super::dice::Odds;
use super::play::{Act, Play};
use super::{Needs, Script};

pub(super) const SCRIPT: Script = Script {
    name: "refund_wave",
    about: "Four weeks of sales, then a week in which a third of the payments go back, by refund or chargeback",
    product_id: "515151",
    needs: Needs::Nothing,
    partners: 3,
    days: 28 + 7,
    begin,
    order,
    after,
};

/// How many days something is sold.
const SALE: usize = 28;

/// How the refunds spread over the days of the week after.
const WAVE: [i64; 7] = [18, 27, 21, 14, 10, 6, 4];

fn begin(play: &mut Play<'_>, orders: u32) {
    play.plan_orders(orders, &[1; SALE], &HOURS);
}

fn order(play: &mut Play<'_>) -> Checkout {
    let product_id = play.product_id.clone();
    let mut checkout = play.basket(&product_id, 2);
    play.brought(&mut checkout, 40);
    checkout
}

fn after(play: &mut Play<'_>, at: i64) {
    if play.dice.percent(34) {
        let day = SALE + Odds::of(WAVE).draw(&mut play.dice);
        let when = play.calendar.moment(day, &Odds::of(HOURS), &mut play.dice);
        let is_chargeback = play.dice.percent(22);
        play.plan(when, if is_chargeback { Act::Chargeback(at) } else { Act::Refund(at) });
    }
}
