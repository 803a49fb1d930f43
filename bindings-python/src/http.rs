//! HTTP over ureq: one pool of connections, no redirects, and the knowledge whether anything left this machine.

use std::cell::Cell;
use std::sync::{Mutex, PoisonError};

use digistore24::{Failure, Method, Request, Response};
use ureq::config::Config;
use ureq::unversioned::transport::{
    Buffers, ConnectProxyConnector, ConnectionDetails, Connector, NextTimeout, RustlsConnector, Transport,
};
use ureq::{Agent, Body, Error, http};

use crate::line::{Dial, Names, unless};

/// How many idle connections wait for the next call: about as many as there may be threads.
const IDLE: usize = 32;

/// A pool of connections to the service. A process that was forked has one of its own: two processes on one connection
/// would read each other's answers.
pub(crate) struct Pool {
    base: String,
    /// The process, and its connections.
    owned: Mutex<(u32, Agent)>,
}

impl Pool {
    pub(crate) fn new(base: &str) -> Pool {
        Pool { base: base.to_owned(), owned: Mutex::new((std::process::id(), agent(base))) }
    }

    /// The connections of this process.
    pub(crate) fn agent(&self) -> Agent {
        let mut owned = self.owned.lock().unwrap_or_else(PoisonError::into_inner);
        if owned.0 != std::process::id() {
            *owned = (std::process::id(), agent(&self.base));
        }
        owned.1.clone()
    }
}

fn agent(base: &str) -> Agent {
    let mut config = Config::builder()
        .http_status_as_error(false)
        // A redirect would carry the key elsewhere; the answer says where it points.
        .max_redirects(0)
        .max_redirects_will_error(false)
        .max_idle_connections(IDLE)
        .max_idle_connections_per_host(IDLE)
        .user_agent(concat!("digistore24-python/", env!("CARGO_PKG_VERSION")));
    if !base.starts_with("https://") {
        // The proxy of the environment would read the key, and could not reach this machine anyway.
        config = config.proxy(None);
    }
    let config = config.build();
    let watch = Watch { proxied: config.proxy().is_some() };
    let connector = ConnectProxyConnector::default().chain(Dial).chain(RustlsConnector::default()).chain(watch);
    Agent::with_parts(config, connector, Names)
}

/// Sends a request and waits for the answer, unless whoever waits gives up, which closes the connection.
pub(crate) fn send(
    agent: &Agent,
    request: &Request,
    given_up: impl Fn() -> bool + 'static,
) -> Result<Response, Failure> {
    // A signal handler may make a call while one waits.
    let outer = SENT.replace(false);
    let exchanged =
        unless(given_up, || exchange(agent, request).and_then(|response| whole(response, request.most_bytes)));
    let sent = SENT.replace(outer);
    exchanged.map_err(|error| {
        let reason = match error {
            Error::BodyExceedsLimit(most) => return Failure::Unusable(format!("it has more than {most} bytes")),
            Error::Timeout(_) => "the time limit has passed".to_owned(),
            error => error.to_string(),
        };
        if sent { Failure::Lost(reason) } else { Failure::NotSent(reason) }
    })
}

fn exchange(agent: &Agent, request: &Request) -> Result<http::Response<Body>, Error> {
    let headed =
        request.headers.iter().fold(
            http::Request::builder().method(request.method.as_str()).uri(&request.url),
            |headed, (name, value)| headed.header(*name, value),
        );
    match request.method {
        Method::Get => {
            let whole = headed.body(())?;
            agent.run(agent.configure_request(whole).timeout_global(request.timeout).build())
        }
        Method::Post => {
            let whole = headed.body(request.body.as_str())?;
            agent.run(agent.configure_request(whole).timeout_global(request.timeout).build())
        }
    }
}

fn whole(mut response: http::Response<Body>, most_bytes: u64) -> Result<Response, Error> {
    let text = |value: &[u8]| String::from_utf8_lossy(value).into_owned();
    Ok(Response {
        status: response.status().as_u16(),
        headers: response.headers().iter().map(|(name, value)| (name.to_string(), text(value.as_bytes()))).collect(),
        body: response.body_mut().with_config().limit(most_bytes).read_to_vec()?,
    })
}

thread_local! {
    /// Whether the request under way on this thread has been handed to a connection.
    static SENT: Cell<bool> = const { Cell::new(false) };
}

/// Sits above TCP and TLS. ureq's errors do not say whether they came before or after the request left: a timeout, a
/// broken handshake and a broken connection look alike.
#[derive(Debug)]
struct Watch {
    /// Whether there is a proxy. ureq talks to one over a connection of its own, for which it sets no proxy.
    proxied: bool,
}

impl<In: Transport> Connector<In> for Watch {
    type Out = Watched<In>;

    fn connect(&self, to: &ConnectionDetails<'_>, chained: Option<In>) -> Result<Option<Watched<In>>, Error> {
        let carries_requests = to.config.proxy().is_some() == self.proxied;
        Ok(chained.map(|transport| Watched { transport, carries_requests }))
    }
}

#[derive(Debug)]
struct Watched<In> {
    transport: In,
    carries_requests: bool,
}

impl<In: Transport> Transport for Watched<In> {
    fn buffers(&mut self) -> &mut dyn Buffers {
        self.transport.buffers()
    }

    fn transmit_output(&mut self, amount: usize, timeout: NextTimeout) -> Result<(), Error> {
        if self.carries_requests {
            SENT.set(true);
        }
        self.transport.transmit_output(amount, timeout)
    }

    fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, Error> {
        self.transport.await_input(timeout)
    }

    fn is_open(&mut self) -> bool {
        self.transport.is_open()
    }

    fn is_tls(&self) -> bool {
        self.transport.is_tls()
    }
}
