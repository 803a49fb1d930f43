//! What the module `digistore24/urls` of the package stands on.

use digistore24::urls::{
    affiliate_of, buy_url_of, change_of, content_of, key_of, order_id_of, parse_of, payment_plan_of, postback_of,
    product_id_of, product_of, promo_of, testpay_of, thankyou_of, upgrade_of,
};
use digistore24::{Problem, Value};
use wasm_bindgen::prelude::*;

use crate::result::told;
use crate::table::{Function, computed, options};

/// What there is to compute, by its name in JavaScript.
const FUNCTIONS: &[(&str, Function)] = &[
    ("parse", |options| plain(parse_of(options))),
    ("change", |options| plain(change_of(options))),
    ("promo", |options| plain(promo_of(options))),
    ("content", |options| plain(content_of(options))),
    ("product", |options| plain(product_of(options))),
    ("upgrade", |options| plain(upgrade_of(options))),
    ("testpay", |options| plain(testpay_of(options))),
    ("thankyou", |options| plain(thankyou_of(options))),
    ("postback", |options| plain(postback_of(options))),
    ("orderId", |options| plain(order_id_of(options))),
    ("productId", |options| plain(product_id_of(options))),
    ("affiliate", |options| plain(affiliate_of(options))),
    ("key", |options| plain(key_of(options))),
    ("buyUrl", |options| plain(buy_url_of(options))),
    ("paymentPlan", |options| plain(payment_plan_of(options))),
];

/// A result as plain data.
fn plain<T>(result: Result<T, Vec<Problem>>) -> Result<Value, Vec<Problem>>
where
    for<'t> Value: From<&'t T>,
{
    result.map(|result| Value::from(&result))
}

/// Computes one of the functions: `{ result }` as JSON, or `{ problems }`.
///
/// # Errors
/// What a getter or a proxy of the caller throws.
#[wasm_bindgen]
pub fn compute(function: &str, given: &JsValue) -> Result<String, JsValue> {
    Ok(told(computed(FUNCTIONS, function, &options(given)?)))
}
