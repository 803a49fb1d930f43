//! What the class `Reply` of the package stands on.

use digistore24::ipn;
use wasm_bindgen::prelude::*;

use crate::told::told;

/// What comes of the reply that is built in these steps: `{ preview, text }`, or `{ preview, problems }`.
#[wasm_bindgen]
pub fn reply(steps: &[u8]) -> String {
    let (preview, text) = ipn::Reply::from_form(steps).told();
    match text {
        Ok(text) => told(&[("preview", &preview), ("text", &text)], ""),
        Err(problems) => {
            let mut list = String::from("\"problems\":");
            let mut mark = "[";
            for problem in &problems {
                list.push_str(mark);
                list.push_str(&told(&[("path", &problem.path), ("message", &problem.message)], ""));
                mark = ",";
            }
            list.push(']');
            told(&[("preview", &preview)], &list)
        }
    }
}
