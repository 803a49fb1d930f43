//! Looking into JavaScript objects and making them.

#[cfg(any(feature = "sending", feature = "sandbox", feature = "money", feature = "cassette"))]
use js_sys::Object;
#[cfg(any(feature = "sending", feature = "sandbox", feature = "cassette"))]
use js_sys::Uint8Array;
use js_sys::{Array, Reflect, Symbol};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Object, js_name = entries, catch)]
    fn entries_of(object: &JsValue) -> Result<Array, JsValue>;

    #[wasm_bindgen(js_namespace = Array, js_name = from, catch)]
    fn array_of(iterable: &JsValue) -> Result<Array, JsValue>;
}

/// A property, `undefined` where there is none.
pub(crate) fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// A plain object with these properties.
#[cfg(any(feature = "sending", feature = "sandbox", feature = "money", feature = "cassette"))]
pub(crate) fn object<'n>(properties: impl IntoIterator<Item = (&'n str, JsValue)>) -> JsValue {
    let object = Object::new();
    for (name, value) in properties {
        // Nothing refuses on an object just made.
        let _ = Reflect::set(&object, &name.into(), &value);
    }
    object.into()
}

/// The names and values of a plain object, or of what yields such pairs: a `Map`, a `Headers`.
pub(crate) fn pairs(from: &JsValue) -> Result<impl Iterator<Item = (JsValue, JsValue)>, JsValue> {
    let yields = Reflect::has(from, &Symbol::iterator()).unwrap_or(false);
    let pairs = if yields { array_of(from)? } else { entries_of(from)? };
    Ok(pairs.into_iter().map(|pair: JsValue| {
        let pair = Array::from(&pair);
        (pair.get(0), pair.get(1))
    }))
}

/// Headers; those that are no text are left out.
#[cfg(any(feature = "sending", feature = "sandbox", feature = "cassette"))]
pub(crate) fn headers(from: &JsValue) -> Vec<(String, String)> {
    let texts = |(name, value): (JsValue, JsValue)| Some((name.as_string()?, value.as_string()?));
    pairs(from).map(|pairs| pairs.filter_map(texts).collect()).unwrap_or_default()
}

/// A body: a text, or bytes.
#[cfg(any(feature = "sending", feature = "sandbox", feature = "cassette"))]
pub(crate) fn bytes(body: &JsValue) -> Option<Vec<u8>> {
    match body.as_string() {
        Some(text) => Some(text.into_bytes()),
        None => body.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec),
    }
}
