//! What the module `digistore24/money` of the package stands on.

use digistore24::commission::{
    Language, Split, forecast_of, infer_tariff_of, reconcile_of, refund_of, reserve_of, schedule_of, split_of,
};
use digistore24::{Problem, Value};
use wasm_bindgen::prelude::*;

use crate::outward::push_outward;
use crate::result::told;
use crate::table::{Function, computed, options};

/// What there is to compute, by its name in JavaScript.
const FUNCTIONS: &[(&str, Function)] = &[
    ("split", |options| split_of(options).map(|split| Value::from(&split))),
    ("schedule", |options| schedule_of(options).map(|schedule| Value::from(&schedule))),
    ("reserve", |options| reserve_of(options).map(|reserve| Value::from(&reserve))),
    ("refund", |options| refund_of(options).map(|refund| Value::from(&refund))),
    ("forecast", |options| forecast_of(options).map(|forecast| Value::from(&forecast))),
    ("reconcile", |options| reconcile_of(options).map(|report| Value::from(&report))),
    ("inferTariff", |options| infer_tariff_of(options).map(|inferred| Value::from(&inferred))),
    ("explain", |options| shown(options, |split, language| split.explain(language).into())),
    ("toHtml", |options| shown(options, |split, language| split.to_html(language).into())),
    ("steps", |options| {
        shown(options, |split, language| Value::List(split.steps(language).iter().map(Value::from).collect()))
    }),
];

/// Computes one of the functions: `{ result }` as JSON, for a split with the `options` as they were understood, or
/// `{ problems }`.
///
/// # Errors
/// What a getter or a proxy of the caller throws.
#[wasm_bindgen]
pub fn compute(function: &str, given: &JsValue) -> Result<String, JsValue> {
    let options = options(given)?;
    let result = computed(FUNCTIONS, function, &options);
    let is_split = function == "split" && result.is_ok();
    let mut json = told(result);
    if is_split {
        json.pop();
        json.push_str(",\"options\":");
        push_outward(&options, &mut json);
        json.push('}');
    }
    Ok(json)
}

/// A split in words: of `{ split, language }`, the language `en` or `de`.
fn shown(options: &Value, show: fn(&Split, Language) -> Value) -> Result<Value, Vec<Problem>> {
    let language = match options.get("language") {
        None | Some(Value::Null) => Language::English,
        Some(Value::Text(code)) if code == "en" => Language::English,
        Some(Value::Text(code)) if code == "de" => Language::German,
        Some(_) => {
            let message = "expected en or de".to_owned();
            return Err(vec![Problem { path: "language".to_owned(), message }]);
        }
    };
    split_of(options.get("split").unwrap_or(&Value::Null)).map(|split| show(&split, language))
}
