//! Answers as JavaScript values.

use digistore24::{Answer, Item, Json, Sink};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(raw_module = "../answer.js")]
extern "C" {
    fn answered(json: &str, raw: JsValue) -> JsValue;
}

/// The data of an answer, with the envelope within reach.
///
/// Everything crosses as one text: JavaScript reads JSON faster than it can be handed objects, one property at a time.
/// `raw` is the body where JavaScript has it as a text already.
pub(crate) fn value(answer: &Answer, raw: Option<&JsValue>) -> JsValue {
    let mut json = Json::with_capacity(answer.raw().len());
    json.open_record();
    json.name("data");
    answer.walk(&mut json);
    json.name("failure");
    json.value(answer.failure().map_or(Item::Null, |failure| Item::Text(failure.into())));
    json.name("envelope");
    json.open_record();
    for (name, item) in answer.envelope().iter().filter(|(name, _)| name != "data") {
        json.name(&name);
        match item {
            Item::Record(record) => record.walk(&mut json),
            Item::List(list) => list.walk(&mut json),
            item => json.value(item),
        }
    }
    json.close_record();
    json.close_record();
    answered(&json.finish(), raw.map_or_else(|| answer.raw().into(), JsValue::clone))
}
