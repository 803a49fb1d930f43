//! Licence keys and receipts.

mod forgery;
mod online;

use digistore24::license::receipt::{check_of, public_key_of, sign_of};
use digistore24::license::{shape_of, verdict_of};
use digistore24::{Problem, Value};

use crate::computed::hold;

fn called(function: &str, options: &Value) -> Result<Value, Vec<Problem>> {
    match function {
        "shape" => shape_of(options).map(|shaped| Value::from(&shaped)),
        "verdict" => verdict_of(options).map(|validity| Value::from(&validity)),
        "public_key" => public_key_of(options).map(|key| Value::from(&key)),
        "sign" => sign_of(options).map(|signed| Value::from(&signed)),
        "check" => check_of(options).map(|checked| Value::from(&checked)),
        other => panic!("there is no {other}"),
    }
}

#[test]
fn every_vector_comes_out_or_is_refused_as_written() {
    hold("licenses.json", 160, called);
}
