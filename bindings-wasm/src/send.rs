//! Sending one request: by `fetch`, or by a function of the user's.

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::task::Poll;
use std::time::Duration;

use digistore24::{Failure, Method, Problem, Request, Response};
use gloo_net::http::{self, RequestBuilder};
use gloo_timers::future::sleep;
use js_sys::{Function, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal, RequestCache, RequestCredentials, RequestRedirect};

use crate::failure::{failure, reason};
use crate::message;
use crate::options;

#[wasm_bindgen(raw_module = "../body.js")]
extern "C" {
    /// The bytes of the body, or nothing when it has more of them than that.
    fn body(response: &web_sys::Response, most: f64) -> Promise;
}

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
}

/// The longest a timer of JavaScript takes: 24 days.
pub(crate) const LONGEST: Duration = Duration::from_millis(i32::MAX as u64);

/// Lets go of a request that is still on its way when this is dropped.
struct OnItsWay(Option<AbortController>);

impl Drop for OnItsWay {
    fn drop(&mut self) {
        if let Some(control) = &self.0 {
            control.abort();
        }
    }
}

impl Sender {
    /// From the option `send`. What is wrong joins the problems.
    pub(crate) fn new(send: JsValue, problems: &mut Vec<Problem>) -> Sender {
        Sender { own: options::function("send", send, "an async function from a request to a response", problems) }
    }

    /// Sends a request, without following redirects. Who drops this lets go of the connection.
    pub(crate) async fn send(&self, request: &Request) -> Result<Response, Failure> {
        let control = AbortController::new().map_err(|error| failure(&error))?;
        let signal = control.signal();
        let reply = async {
            match &self.own {
                Some(own) => by_function(own, request, &signal).await,
                None => by_fetch(request, &signal).await,
            }
        };
        let mut reply = pin!(reply);
        let mut on_its_way = OnItsWay(Some(control));
        let mut alarm = request.timeout.map(|timeout| sleep(timeout.min(LONGEST)));
        let reply = poll_fn(|context| match (reply.as_mut().poll(context), &mut alarm) {
            (Poll::Pending, Some(alarm)) => Pin::new(alarm).poll(context).map(|()| None),
            (reply, _) => reply.map(Some),
        });
        match (reply.await, request.timeout) {
            (Some(reply), _) => {
                if !matches!(reply, Err(Failure::Unusable(_))) {
                    on_its_way.0 = None;
                }
                reply
            }
            (None, timeout) => {
                Err(Failure::Lost(format!("none came within {} ms", timeout.unwrap_or_default().as_millis() as u64)))
            }
        }
    }
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
    let status = match answer.status() {
        // A page is not told more about a redirect that it does not follow.
        0 => 302,
        status => status,
    };
    let headers = http::Headers::from_raw(answer.headers()).entries().collect();
    let body = JsFuture::from(body(&answer, request.most_bytes as f64)).await;
    drop(prepared);
    let body = body.map_err(|error| Failure::Lost(reason(&error)))?;
    let body = body.dyn_into::<Uint8Array>().map_err(|_| too_large(request))?.to_vec();
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
    match message::response(&reply) {
        Ok(reply) if reply.body.len() as u64 > request.most_bytes => Err(too_large(request)),
        Ok(reply) => Ok(reply),
        Err(wrong) => Err(Failure::Lost(format!("`send` came back with something else: {wrong}"))),
    }
}

fn too_large(request: &Request) -> Failure {
    Failure::Unusable(format!("it has more than {} bytes", request.most_bytes))
}
