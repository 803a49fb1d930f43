//! Value vouchers, which customers bought. The account has some; none is made here.

use super::super::assumptions::USED_UP_COUPON;
use super::super::reply::Outcome;
use super::super::store::Account;
use super::super::words::{COUPON_INVALID, COUPON_LEFT, COUPON_USED_UP};
use super::{Ask, Rules};
use crate::{Amount, Value};

pub(super) const RULES: Rules = &[("validateCouponCode", validate)];

fn validate(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let code = ask.text("code");
    // A code begins with the number of its voucher; behind a right number with a wrong rest the amounts still come.
    let number = code.split('-').next().unwrap_or_default();
    let Some(coupon) = account.coupons.find("id", number) else {
        return Ok(record! {
            status: "error", status_msg: ask.say(COUPON_INVALID), currency: "", coupon_id: Value::Null,
            amount_left: Value::Null, amount_total: Value::Null, is_test_payment: "N",
        });
    };
    let amount = |name: &str| Amount::parse(coupon.text(name)).unwrap_or_default();
    let left = amount("amount_left");
    let (status, words) = if code != number && code != coupon.text("code") {
        ("error", COUPON_INVALID)
    } else if left.is_zero() {
        (USED_UP_COUPON, COUPON_USED_UP)
    } else {
        ("success", COUPON_LEFT)
    };
    let number: i64 = number.parse().unwrap_or_default();
    let worth = format!("{} {}", coupon.text("amount_left"), coupon.text("currency"));
    Ok(record! {
        status: status, status_msg: words.about(ask.german, &worth), currency: coupon.text("currency"),
        coupon_id: number, amount_left: left, amount_total: amount("amount_total"),
        is_test_payment: coupon.text("is_test_payment"),
    })
}
