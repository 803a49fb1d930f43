//! Requests as `fetch` takes them.

use digistore24::{Method, Request};
use gloo_net::http::{self, RequestBuilder};
use js_sys::{Promise, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{AbortSignal, RequestCache, RequestCredentials, RequestRedirect};

#[wasm_bindgen]
extern "C" {
    /// gloo-net's own way to send keeps of a failure only its message; what has left the machine stands in its cause.
    #[wasm_bindgen(js_name = fetch, catch)]
    pub(crate) fn fetch(request: &web_sys::Request) -> Result<Promise, JsValue>;

    #[wasm_bindgen(thread_local_v2, js_namespace = Request, js_name = prototype)]
    static REQUEST: JsValue;
}

/// The request, which follows no redirects and ends with the signal.
///
/// # Errors
/// The exception for what cannot be sent, whose property `sent` is `false`.
pub(crate) fn prepared(request: &Request, signal: &AbortSignal) -> Result<web_sys::Request, JsValue> {
    let mut builder = RequestBuilder::new(&request.url)
        .method(match request.method {
            Method::Get => http::Method::GET,
            Method::Post => http::Method::POST,
        })
        .redirect(RequestRedirect::Manual)
        .abort_signal(Some(signal));
    // Cloudflare's workers know neither and refuse a request that mentions one.
    if knows("credentials") {
        builder = builder.credentials(RequestCredentials::Omit);
    }
    if knows("cache") {
        builder = builder.cache(RequestCache::NoStore);
    }
    for (name, value) in &request.headers {
        builder = builder.header(name, value);
    }
    let prepared = match request.method {
        Method::Get => builder.build(),
        // With an empty text instead of none, `Content-Length: 0` goes out, without which the service answers 411.
        Method::Post => builder.body(request.body.as_str()),
    };
    prepared.map(web_sys::Request::from).map_err(|error| {
        let error = js_sys::Error::new(&error.to_string());
        // Nothing refuses on an object just made.
        let _ = Reflect::set(&error, &"sent".into(), &false.into());
        error.into()
    })
}

/// Whether requests of this runtime have such a property.
fn knows(property: &str) -> bool {
    REQUEST.with(|prototype| Reflect::has(prototype, &property.into()).unwrap_or(false))
}
