//! Order ids, links, order forms and payment plans.

mod links;
mod plans;

use digistore24::urls::{
    affiliate_of, buy_url_of, change_of, content_of, key_of, order_id_of, parse_of, payment_plan_of, postback_of,
    product_id_of, product_of, promo_of, testpay_of, thankyou_of, upgrade_of,
};
use digistore24::{Problem, Value};

use crate::computed::hold;

fn called(function: &str, options: &Value) -> Result<Value, Vec<Problem>> {
    fn plain<T>(result: Result<T, Vec<Problem>>) -> Result<Value, Vec<Problem>>
    where
        for<'t> Value: From<&'t T>,
    {
        result.map(|result| Value::from(&result))
    }
    match function {
        "affiliate" => plain(affiliate_of(options)),
        "buy_url" => plain(buy_url_of(options)),
        "change" => plain(change_of(options)),
        "content" => plain(content_of(options)),
        "key" => plain(key_of(options)),
        "order_id" => plain(order_id_of(options)),
        "parse" => plain(parse_of(options)),
        "payment_plan" => plain(payment_plan_of(options)),
        "postback" => plain(postback_of(options)),
        "product" => plain(product_of(options)),
        "product_id" => plain(product_id_of(options)),
        "promo" => plain(promo_of(options)),
        "testpay" => plain(testpay_of(options)),
        "thankyou" => plain(thankyou_of(options)),
        "upgrade" => plain(upgrade_of(options)),
        other => panic!("there is no {other}"),
    }
}

#[test]
fn every_vector_comes_out_or_is_refused_as_written() {
    hold("urls.json", 340, called);
}
