//! A host for the core: blocking HTTP with ureq.

mod serve;

use std::thread;
use std::time::{Duration, Instant};

use digistore24::{Failure, Host, Method, Request, Response};
pub use serve::serve;
use ureq::{Error, http};

/// Blocking HTTP, and when it began.
#[derive(Debug)]
pub struct Http(ureq::Agent, Instant);

impl Default for Http {
    /// An HTTP client as the service wants it: every status is an answer, and no redirect is followed.
    fn default() -> Http {
        let config = ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0);
        Http(config.max_redirects_will_error(false).build().into(), Instant::now())
    }
}

impl Host for Http {
    fn send(&mut self, request: Request) -> Result<Response, Failure> {
        let answer = match request.method {
            Method::Get => self.exchange(&request, ()),
            Method::Post => self.exchange(&request, &request.body),
        };
        answer.map_err(|error| match error {
            // Nothing has left this machine.
            Error::HostNotFound | Error::ConnectionFailed | Error::BadUri(_) => Failure::NotSent(error.to_string()),
            Error::BodyExceedsLimit(most) => Failure::Unusable(format!("it has more than {most} bytes")),
            _ => Failure::Lost(error.to_string()),
        })
    }

    fn wait(&mut self, pause: Duration) {
        thread::sleep(pause);
    }

    fn now(&self) -> Duration {
        self.1.elapsed()
    }
}

impl Http {
    fn exchange(&self, asked: &Request, body: impl ureq::AsSendBody) -> Result<Response, Error> {
        let head = http::Request::builder().method(asked.method.as_str()).uri(&asked.url);
        let head = asked.headers.iter().fold(head, |head, (name, value)| head.header(*name, value));
        let request = self.0.configure_request(head.body(body)?).timeout_global(asked.timeout);
        // Without https the proxy of the environment would read the key.
        let request = if asked.url.starts_with("https:") { request } else { request.proxy(None) };
        let mut answer = self.0.run(request.build())?;
        let text = |value: &http::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
        let headers = answer.headers().iter().map(|(name, value)| (name.to_string(), text(value))).collect();
        let body = answer.body_mut().with_config().limit(asked.most_bytes).read_to_vec()?;
        Ok(Response { status: answer.status().as_u16(), headers, body })
    }
}
