//! What the class `Reply` of the package stands on.

use digistore24::ipn;
use digistore24::{Item, Json, Sink};
use wasm_bindgen::prelude::*;

/// The text of a reply that was built in these steps: `{ text }`, or `{ problems }`. A step is four texts: what is said,
/// and up to three that belong to it.
#[wasm_bindgen(js_name = replyText)]
pub fn reply_text(steps: Vec<String>) -> String {
    let mut json = Json::default();
    json.open_record();
    match built(&steps).text() {
        Ok(text) => {
            json.name("text");
            json.value(Item::Text(text.into()));
        }
        Err(problems) => {
            json.name("problems");
            json.open_list();
            for problem in problems {
                json.open_record();
                json.name("path");
                json.value(Item::Text(problem.path.into()));
                json.name("message");
                json.value(Item::Text(problem.message.into()));
                json.close_record();
            }
            json.close_list();
        }
    }
    json.close_record();
    json.finish()
}

/// What such a reply does, in sentences.
#[wasm_bindgen(js_name = replyPreview)]
pub fn reply_preview(steps: Vec<String>) -> String {
    built(&steps).preview()
}

fn built(steps: &[String]) -> ipn::Reply {
    steps.as_chunks().0.iter().fold(ipn::Reply::ok(), |reply, [what, one, two, three]| match what.as_str() {
        "thankyou_url" => reply.thankyou_url(one),
        "account" => reply.account(one, two, three),
        "headline" => reply.headline(one),
        "show_on" => reply.show_on([one]),
        "hide_on" => reply.hide_on([one]),
        _ => reply.line(one, two),
    })
}
