//! Licence keys and receipts.

use digistore24::{Problem, Value};

use crate::computed::hold;

fn called(function: &str, _options: &Value) -> Result<Value, Vec<Problem>> {
    panic!("there is no {function}")
}

#[test]
fn every_vector_comes_out_or_is_refused_as_written() {
    hold("licenses.json", 0, called);
}
