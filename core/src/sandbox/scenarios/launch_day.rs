//! One day on which a course is launched: orders by the hour with peaks, through affiliates and the vendor's own mailings,
//! some with a discount code or an add-on. A few go back in the two weeks after.

use super::super::account::voucher;
use super::super::orders::checkout::Checkout;
use super::play::{Act, Play};
use super::{Needs, Script};

pub(super) const SCRIPT: Script = Script {
    name: "launch_day",
    about: "One day of sales by the hour, with affiliates, discount codes and add-ons, and refunds in the days after",
    product_id: "515151",
    needs: Needs::Nothing,
    partners: 5,
    days: 1 + 14,
    begin,
    order,
    after,
};

/// The doors open at ten in the morning; the last mail of the day goes out at eight in the evening.
const HOURS: [i64; 24] = [2, 1, 1, 1, 1, 2, 6, 12, 20, 34, 190, 140, 96, 72, 58, 52, 50, 54, 62, 88, 170, 130, 72, 40];

/// The code of the first hours, and that of the rest of the day: code, percent, how many of a hundred buyers have it.
const CODES: [(&str, &str, i64); 2] = [("EARLYBIRD20", "20.00", 45), ("LAUNCH10", "10.00", 22)];

/// What is ticked beside the course.
const ADDON: &str = "515153";

fn begin(play: &mut Play<'_>, orders: u32) {
    for (code, percent, _) in CODES {
        if play.account.vouchers.find("code", code).is_none() {
            let id = play.account.vouchers.number().to_string();
            play.account.vouchers.add(voucher(&id, code).with("first_rate", percent).with("other_rates", percent));
        }
    }
    play.plan_orders(orders, &[1], &HOURS);
}

fn order(play: &mut Play<'_>) -> Checkout {
    let product_id = play.product_id.clone();
    let mut checkout = play.basket(&product_id, 1);
    play.brought(&mut checkout, 62);
    let is_early = play.hours() < 13;
    let (code, _, chance) = if is_early { CODES[0] } else { CODES[1] };
    if play.dice.percent(chance) {
        checkout.voucher_code = code.to_owned();
    }
    if product_id != ADDON && play.dice.percent(16) {
        checkout.addons.push((ADDON.to_owned(), 1));
    }
    checkout
}

fn after(play: &mut Play<'_>, at: i64) {
    if play.dice.percent(4) {
        let when = play.in_days(1, 13);
        play.plan(when, Act::Refund(at));
    }
}
