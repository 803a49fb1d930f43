//! Sending one request: by `fetch`, or by a function of the user's.

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::task::Poll;

use digistore24::{Failure, Method, Problem, Request, Response};
use gloo_net::http::{self, RequestBuilder};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal, RequestCache, RequestCredentials, RequestRedirect};

use crate::js::get;
use crate::message;
use crate::options::problem;

#[wasm_bindgen]
extern "C" {
    /// gloo-net's own way to send keeps of a failure only its message; what has left the machine stands in its cause.
    #[wasm_bindgen(js_name = fetch, catch)]
    fn global_fetch(request: &web_sys::Request) -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_namespace = Promise, js_name = resolve)]
    fn promise_of(value: JsValue) -> Promise;

    #[wasm_bindgen(thread_local_v2, js_namespace = Request, js_name = prototype)]
    static REQUEST: JsValue;
}

/// How requests leave.
pub(crate) struct Sender {
    /// Stands in for `fetch`.
    own: Option<Function>,
    /// How long an answer may take, in milliseconds.
    timeout: u32,
}

/// The longest a timer of JavaScript takes, in milliseconds.
const LONGEST: f64 = i32::MAX as f64;

impl Sender {
    /// From the options `timeout`, for which there is a usual value, and `send`. What is wrong joins the problems.
    pub(crate) fn new(timeout: &JsValue, send: JsValue, usual: u32, problems: &mut Vec<Problem>) -> Sender {
        let timeout = match timeout.as_f64() {
            Some(time) if (1.0..=LONGEST).contains(&time) => time as u32,
            None if timeout.is_undefined() => usual,
            _ => {
                problems.push(problem("timeout", "expected milliseconds, from 1 to 2147483647"));
                usual
            }
        };
        let own = match send.dyn_into::<Function>() {
            Ok(own) => Some(own),
            Err(other) => {
                if !other.is_undefined() {
                    problems.push(problem("send", "expected an async function from a request to a response"));
                }
                None
            }
        };
        Sender { own, timeout }
    }

    /// Sends a request, without following redirects.
    pub(crate) async fn send(&self, request: &Request) -> Result<Response, Failure> {
        let control = AbortController::new().map_err(|error| failure(&error))?;
        let signal = control.signal();
        let reply = async {
            match &self.own {
                Some(own) => by_function(own, request, &signal).await,
                None => by_fetch(request, &signal).await,
            }
        };
        // As long as timers go, which is 24 days.
        let timeout = request.timeout.and_then(|time| u32::try_from(time.as_millis()).ok()).unwrap_or(self.timeout);
        let timeout = timeout.min(LONGEST as u32);
        within(timeout, reply).await.unwrap_or_else(|| {
            control.abort();
            Err(Failure::Lost(format!("none came within {timeout} ms")))
        })
    }
}

/// What work comes to, or nothing when time is up.
async fn within<T>(milliseconds: u32, work: impl Future<Output = T>) -> Option<T> {
    let mut work = pin!(work);
    let mut alarm = TimeoutFuture::new(milliseconds);
    poll_fn(|context| match work.as_mut().poll(context) {
        Poll::Ready(output) => Poll::Ready(Some(output)),
        Poll::Pending => Pin::new(&mut alarm).poll(context).map(|()| None),
    })
    .await
}

async fn by_fetch(request: &Request, signal: &AbortSignal) -> Result<Response, Failure> {
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
    let prepared = prepared.map_err(|error| Failure::NotSent(error.to_string()))?;

    // Kept until the answer is there: in Node a request that nobody holds does not hear of its signal any more, and a
    // connection that was given up would stay open.
    let prepared = prepared.into();
    let promise = global_fetch(&prepared).map_err(|error| failure(&error))?;
    let answer: web_sys::Response = JsFuture::from(promise).await.map_err(|error| failure(&error))?.unchecked_into();
    let answer = http::Response::from(answer);
    let status = match answer.status() {
        // A page is not told more about a redirect that it does not follow.
        0 => 302,
        status => status,
    };
    let headers = answer.headers().entries().collect();
    let body = answer.binary().await.map_err(|error| Failure::Lost(error.to_string()))?;
    drop(prepared);
    Ok(Response { status, headers, body })
}

/// Whether requests of this runtime have such a property.
fn knows(property: &str) -> bool {
    REQUEST.with(|prototype| js_sys::Reflect::has(prototype, &property.into()).unwrap_or(false))
}

async fn by_function(own: &Function, request: &Request, signal: &AbortSignal) -> Result<Response, Failure> {
    let object = message::request(request);
    // Frozen or not, an object of ours takes a property.
    let _ = js_sys::Reflect::set(&object, &"signal".into(), signal);
    let promise = own.call1(&JsValue::UNDEFINED, &object).map_err(|error| failure(&error))?;
    let reply = JsFuture::from(promise_of(promise)).await.map_err(|error| failure(&error))?;
    message::response(&reply).map_err(|wrong| Failure::Lost(format!("`send` came back with something else: {wrong}")))
}

/// The codes of failures before a connection stood: Node's, and Bun's.
const NEVER_LEFT: &[&str] = &["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT", "ConnectionRefused"];

/// Deno has no codes. Its messages say at which step the HTTP client gave up, and this one comes before the request.
const NO_CONNECTION: &str = "client error (Connect)";

/// What an exception says about what became of the request.
fn failure(error: &JsValue) -> Failure {
    let cause = get(error, "cause");
    let text = |value: &JsValue, name| get(value, name).as_string().filter(|text| !text.is_empty());
    let code = text(&cause, "code").or_else(|| text(error, "code"));
    let mut reason = error.as_string().or_else(|| text(error, "message")).unwrap_or_else(|| "it failed".to_owned());
    let why = text(&cause, "message").or_else(|| code.clone()).filter(|why| !reason.contains(why));
    if let Some(why) = why {
        reason.push_str(": ");
        reason.push_str(&why);
    }
    let unsent = get(error, "sent") == JsValue::FALSE
        || code.is_some_and(|code| NEVER_LEFT.contains(&code.as_str()))
        || reason.contains(NO_CONNECTION);
    if unsent { Failure::NotSent(reason) } else { Failure::Lost(reason) }
}
