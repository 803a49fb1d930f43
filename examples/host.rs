//! A host for the core: blocking HTTP with ureq, and the sandbox behind a real server.

use std::thread;
use std::time::{Duration, Instant};

use digistore24::sandbox::{Hitch, Sandbox, Served};
use digistore24::{Failure, Host, Method, Request, Response};

/// Blocking HTTP.
#[derive(Debug)]
pub struct Http {
    agent: ureq::Agent,
    began: Instant,
}

impl Default for Http {
    /// An HTTP client as the service wants it: every status is an answer, and no redirect is followed.
    fn default() -> Http {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .build();
        Http { agent: config.into(), began: Instant::now() }
    }
}

impl Http {
    fn run(
        &self,
        request: ureq::http::Request<impl ureq::AsSendBody>,
        timeout: Option<Duration>,
    ) -> Result<ureq::http::Response<ureq::Body>, ureq::Error> {
        let is_open = request.uri().scheme_str() != Some("https");
        let mut request = self.agent.configure_request(request).timeout_global(timeout);
        if is_open {
            // The proxy of the environment would read the key.
            request = request.proxy(None);
        }
        self.agent.run(request.build())
    }
}

impl Host for Http {
    fn send(&mut self, request: Request) -> Result<Response, Failure> {
        let head = ureq::http::Request::builder().method(request.method.as_str()).uri(&request.url);
        let head = request.headers.iter().fold(head, |head, (name, value)| head.header(*name, value));
        let sent = match request.method {
            Method::Get => head.body(()).map_err(ureq::Error::from).and_then(|whole| self.run(whole, request.timeout)),
            Method::Post => {
                head.body(request.body).map_err(ureq::Error::from).and_then(|whole| self.run(whole, request.timeout))
            }
        };
        let mut response = sent.map_err(|error| match error {
            ureq::Error::HostNotFound | ureq::Error::ConnectionFailed | ureq::Error::BadUri(_) => {
                Failure::NotSent(error.to_string())
            }
            _ => Failure::Lost(error.to_string()),
        })?;
        let status = response.status().as_u16();
        let body = response.body_mut().with_config().limit(request.most_bytes).read_to_vec();
        let text = |value: &[u8]| String::from_utf8_lossy(value).into_owned();
        let headers =
            response.headers().iter().map(|(name, value)| (name.to_string(), text(value.as_bytes()))).collect();
        body.map(|body| Response { status, headers, body }).map_err(|error| match error {
            ureq::Error::BodyExceedsLimit(most) => Failure::Unusable(format!("it has more than {most} bytes")),
            error => Failure::Lost(error.to_string()),
        })
    }

    fn wait(&mut self, pause: Duration) {
        thread::sleep(pause);
    }

    fn now(&self) -> Duration {
        self.began.elapsed()
    }
}

/// Puts a sandbox behind a real HTTP server on this machine; gives the base address. The server ends with the program.
///
/// # Panics
/// When no port can be opened.
pub fn serve(mut sandbox: Sandbox) -> String {
    let server = tiny_http::Server::http("127.0.0.1:0").expect("a free port on this machine");
    let base = format!("http://{}/api/call", server.server_addr());
    thread::spawn(move || {
        for mut request in server.incoming_requests() {
            let mut body = Vec::new();
            let headers: Vec<_> =
                request.headers().iter().map(|header| (header.field.to_string(), header.value.to_string())).collect();
            if request.as_reader().read_to_end(&mut body).is_ok() {
                let served = sandbox.http(request.method().as_str(), request.url(), &headers, &body);
                let Served { response: answer, hitch } = served;
                let mut reply = tiny_http::Response::from_data(answer.body).with_status_code(answer.status);
                for (name, value) in answer.headers {
                    if let Ok(header) = tiny_http::Header::from_bytes(name, value) {
                        reply.add_header(header);
                    }
                }
                // Whoever asked may have gone away meanwhile; the next request is another matter.
                let respond = move |request: tiny_http::Request| drop(request.respond(reply));
                match hitch {
                    None => respond(request),
                    Some(Hitch::Late(late)) => drop(thread::spawn(move || {
                        thread::sleep(late);
                        respond(request);
                    })),
                    // Nothing is written, and who asked waits in vain.
                    Some(_) => drop(request.into_writer()),
                }
            }
        }
    });
    base
}
