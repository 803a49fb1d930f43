//! What the class `Sandbox` of the package stands on.

use std::time::Duration;

use digistore24::sandbox::{Hitch, Served};
use digistore24::{Failure, Response, Value};
use js_sys::Error;
use wasm_bindgen::prelude::*;

use crate::js::{bytes, get, headers, object};
use crate::parameter::value;

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

    /// Answers the request `{ method, url, headers, body, timeout }` of a client in this program. It counts as sent with a
    /// length.
    ///
    /// # Errors
    /// An `Error` where a fault was asked for after which no answer comes.
    pub fn handle(&mut self, request: &JsValue) -> Result<JsValue, JsValue> {
        let length = ("Content-Length".to_owned(), String::new());
        let served = self.served(request, Some(length));
        let timeout = get(request, "timeout").as_f64().map(|timeout| Duration::from_millis(timeout as u64));
        let received = self.service.received(served, timeout);
        received.map(|received| object(response(received))).map_err(|failure| {
            let (Failure::NotSent(why) | Failure::Withheld(why) | Failure::Lost(why) | Failure::Unusable(why)) =
                failure;
            Error::new(&why).into()
        })
    }

    /// Answers such a request as an HTTP server received it: the response, `late` milliseconds after it came, and never
    /// where that has no end.
    pub fn http(&mut self, request: &JsValue) -> JsValue {
        let Served { response: answer, hitch } = self.served(request, None);
        let late = hitch.map_or(0.0, |hitch| match hitch {
            Hitch::Late(late) => late.as_secs_f64() * 1000.0,
            _ => f64::INFINITY,
        });
        object(response(answer).into_iter().chain([("late", late.into())]))
    }

    /// Does something by name: `{ result }` as JSON, or `{ problems }`.
    ///
    /// # Errors
    /// What a getter or a proxy of the caller throws.
    pub fn tell(&mut self, verb: &str, options: &JsValue) -> Result<String, JsValue> {
        let options = match value(options)? {
            Value::Null => Value::Map(Vec::new()),
            options => options,
        };
        Ok(self.service.tell_json(verb, &options))
    }

    /// Whether the clock stops at notifications, for whoever delivers.
    #[wasm_bindgen(js_name = stopAtNotifications)]
    pub fn stop_at_notifications(&mut self, stops: bool) {
        self.service.stop_at_notifications(stops);
    }

    /// Approves a request for a key.
    pub fn approve(&mut self, token: &str) -> bool {
        self.service.approve(token)
    }

    /// Declines a request for a key.
    pub fn decline(&mut self, token: &str) -> bool {
        self.service.decline(token)
    }

    /// What the clock shows, and how much there is.
    #[wasm_bindgen(js_name = toString)]
    pub fn shown(&self) -> String {
        self.service.to_string()
    }
}

impl Sandbox {
    fn served(&mut self, request: &JsValue, more: Option<(String, String)>) -> Served {
        let text = |name, other: &str| get(request, name).as_string().unwrap_or_else(|| other.to_owned());
        let body = bytes(&get(request, "body")).unwrap_or_default();
        let mut headers = headers(&get(request, "headers"));
        headers.extend(more);
        self.service.http(&text("method", "POST"), &text("url", "/"), &headers, &body)
    }
}

/// The fields of a response, its body a text.
fn response(response: Response) -> [(&'static str, JsValue); 3] {
    let headers = response.headers.iter().map(|(name, value)| (name.as_str(), value.into()));
    let body = String::from_utf8_lossy(&response.body);
    [("status", response.status.into()), ("headers", object(headers)), ("body", (*body).into())]
}
