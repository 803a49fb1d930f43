//! What the class `Sandbox` of the package stands on.

use std::time::Duration;

use digistore24::Response;
use wasm_bindgen::prelude::*;

use crate::js::{bytes, get, headers, object};

/// A service in memory.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Sandbox {
    service: digistore24::sandbox::Sandbox,
}

#[wasm_bindgen]
impl Sandbox {
    /// With the small fictional account.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Sandbox {
        Sandbox::default()
    }

    /// A key with full access.
    #[wasm_bindgen(getter, js_name = apiKey)]
    pub fn api_key(&self) -> String {
        self.service.api_key().to_owned()
    }

    /// A key that may only read.
    #[wasm_bindgen(getter, js_name = readKey)]
    pub fn read_key(&self) -> String {
        self.service.read_key().to_owned()
    }

    /// A developer key.
    #[wasm_bindgen(getter, js_name = developerKey)]
    pub fn developer_key(&self) -> String {
        self.service.developer_key().to_owned()
    }

    /// Whether a rule answers this function, or only its shape.
    pub fn knows(function: &str) -> bool {
        digistore24::sandbox::Sandbox::knows(function)
    }

    /// Answers the request `{ method, url, headers, body }` of a client in this program. It counts as sent with a length.
    pub fn handle(&mut self, request: &JsValue) -> JsValue {
        let length = ("Content-Length".to_owned(), String::new());
        self.answered(request, Some(length))
    }

    /// Answers such a request as an HTTP server received it.
    pub fn http(&mut self, request: &JsValue) -> JsValue {
        self.answered(request, None)
    }

    /// Lets time pass.
    ///
    /// # Errors
    /// A `RangeError` when time would run backwards, or out.
    pub fn advance(&mut self, seconds: f64) -> Result<(), JsValue> {
        match Duration::try_from_secs_f64(seconds) {
            Ok(time) if seconds < 1e10 => self.service.advance(time),
            _ => return Err(js_sys::RangeError::new("advance: expected seconds, from 0 to 10000000000").into()),
        }
        Ok(())
    }

    /// Approves a request for a key.
    pub fn approve(&mut self, token: &str) -> bool {
        self.service.approve(token)
    }

    /// Declines a request for a key.
    pub fn decline(&mut self, token: &str) -> bool {
        self.service.decline(token)
    }
}

impl Sandbox {
    fn answered(&mut self, request: &JsValue, more: Option<(String, String)>) -> JsValue {
        let text = |name, other: &str| get(request, name).as_string().unwrap_or_else(|| other.to_owned());
        let body = bytes(&get(request, "body")).unwrap_or_default();
        let mut headers = headers(&get(request, "headers"));
        headers.extend(more);
        response(self.service.http(&text("method", "POST"), &text("url", "/"), &headers, &body))
    }
}

/// The response as an object, its body a text.
fn response(response: Response) -> JsValue {
    let headers = response.headers.iter().map(|(name, value)| (name.as_str(), value.into()));
    let body = String::from_utf8_lossy(&response.body);
    object([("status", response.status.into()), ("headers", object(headers)), ("body", (*body).into())])
}
