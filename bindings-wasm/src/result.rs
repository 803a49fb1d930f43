//! What a function comes to, as JSON with the names of JavaScript.

use digistore24::{Problem, Value};

use crate::outward::{outward, push_outward};

/// `{ result }` as JSON, or `{ problems }`.
pub(crate) fn told(result: Result<Value, Vec<Problem>>) -> String {
    let mut json = String::new();
    match result {
        Ok(result) => {
            json.push_str("{\"result\":");
            push_outward(&result, &mut json);
        }
        Err(problems) => {
            json.push_str("{\"problems\":");
            push_outward(&Value::List(problems.iter().map(outward).collect()), &mut json);
        }
    }
    json.push('}');
    json
}
