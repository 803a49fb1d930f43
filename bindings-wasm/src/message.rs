//! Requests and responses as plain objects: `{ method, url, headers, body }` and `{ status, headers, body }`.

#[cfg(feature = "client")]
use digistore24::Preview;
use digistore24::{Method, Request, Response};
#[cfg(feature = "client")]
use js_sys::Array;
use wasm_bindgen::prelude::*;

use crate::js::{bytes, get, headers, object};

#[wasm_bindgen(raw_module = "../headers.js")]
extern "C" {
    fn guarded(headers: JsValue) -> JsValue;
}

/// The request as an object, its body a text. A GET has none, or `fetch` would refuse it.
pub(crate) fn request(request: &Request) -> JsValue {
    let headers = request.headers.iter().map(|(name, value)| (*name, value.into()));
    let body = (request.method == Method::Post).then(|| ("body", request.body.as_str().into()));
    let head = [
        ("method", request.method.as_str().into()),
        ("url", request.url.as_str().into()),
        ("headers", guarded(object(headers))),
        ("timeout", request.timeout.map_or(JsValue::UNDEFINED, |time| (time.as_millis() as u64 as f64).into())),
        ("mostBytes", (request.most_bytes as f64).into()),
        // For whoever hands the object to `fetch`, which would take the key along to wherever a redirect leads.
        ("redirect", "manual".into()),
    ];
    object(head.into_iter().chain(body))
}

/// The response in an object, or what is wrong with it.
pub(crate) fn response(from: &JsValue) -> Result<Response, &'static str> {
    let status = get(from, "status").as_f64().filter(|status| (100.0..600.0).contains(status));
    Ok(Response {
        status: status.ok_or("expected a status from 100 to 599")? as u16,
        headers: headers(&get(from, "headers")),
        body: bytes(&get(from, "body")).ok_or("expected a body, a string or a Uint8Array")?,
    })
}

/// A preview as an object; its headers hold no key.
#[cfg(feature = "client")]
pub(crate) fn preview(preview: &Preview) -> JsValue {
    let headers = preview.headers.iter().map(|(name, value)| (name.as_str(), value.into()));
    let pair = |(name, value): &(String, String)| Array::of2(&name.into(), &value.into());
    object([
        ("function", preview.function.as_str().into()),
        ("method", preview.method.as_str().into()),
        ("url", preview.url.as_str().into()),
        ("headers", object(headers)),
        ("parameters", preview.parameters.iter().map(pair).collect::<Array>().into()),
        ("body", preview.body().into()),
    ])
}
