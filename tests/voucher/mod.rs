//! Discount codes and value vouchers.

mod random;
mod service;

use digistore24::voucher::{check_of, coupon_of, create_of, created_of, update_of};
use digistore24::{Problem, Value};

use crate::computed::hold;

fn called(function: &str, options: &Value) -> Result<Value, Vec<Problem>> {
    match function {
        "check" => check_of(options).map(|check| Value::from(&check)),
        "coupon" => coupon_of(options).map(|used| Value::from(&used)),
        "created" => created_of(options).map(|created| Value::from(&created)),
        "create" => create_of(options).map(|prepared| Value::from(&prepared)),
        "update" => update_of(options).map(|prepared| Value::from(&prepared)),
        _ => panic!("there is no {function}"),
    }
}

#[test]
fn every_vector_comes_out_or_is_refused_as_written() {
    hold("vouchers.json", 246, called);
}
