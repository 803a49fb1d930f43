//! Connections on which waiting ends when whoever waits gives up: by Ctrl-C, or because a task was cancelled.
//!
//! Every wait is cut into slices, between which the thread that waits is asked. Names are looked up and connections are
//! opened on a thread beside, since the system does neither in slices. A call over an open connection costs nothing more.

use std::cell::RefCell;
use std::io::{self, ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream, ToSocketAddrs};
use std::rc::Rc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{
    Buffers, ConnectionDetails, Connector, Either, LazyBuffers, NextTimeout, Transport,
};
use ureq::{Error, Timeout};

/// How long a wait lasts until somebody is asked whether it goes on.
pub(crate) const SLICE: Duration = Duration::from_millis(50);

/// The same on a socket. Windows may lose what arrives just when a wait on a socket ends, so there it is not cut.
const SOCKET_SLICE: Duration = if cfg!(windows) { Duration::from_secs(3600) } else { SLICE };

/// How many addresses of a host are tried.
const ADDRESSES: usize = 16;

thread_local! {
    /// Says whether the one who waits on this thread has given up.
    static GIVEN_UP: RefCell<Option<Rc<dyn Fn() -> bool>>> = const { RefCell::new(None) };
}

/// Does something that ends early, with an error, once `given_up` says so.
pub(crate) fn unless<T>(given_up: impl Fn() -> bool + 'static, work: impl FnOnce() -> T) -> T {
    // A signal handler may make a call while one waits.
    let outer = GIVEN_UP.replace(Some(Rc::new(given_up)));
    let done = work();
    GIVEN_UP.set(outer);
    done
}

fn go_on() -> Result<(), Error> {
    let given_up = GIVEN_UP.with_borrow(Clone::clone).is_some_and(|given_up| given_up());
    // Not `ErrorKind::Interrupted`, after which readers try again.
    if given_up { Err(Error::Io(io::Error::other("interrupted"))) } else { Ok(()) }
}

/// A wait that has an end.
struct Patience {
    until: Option<Instant>,
    reason: Timeout,
}

impl Patience {
    fn new(timeout: NextTimeout) -> Patience {
        let after = if timeout.after.is_not_happening() { None } else { Some(*timeout.after) };
        Patience { until: after.and_then(|after| Instant::now().checked_add(after)), reason: timeout.reason }
    }

    /// The next slice, or that the time is over.
    fn slice(&self, longest: Duration) -> Result<Duration, Error> {
        let Some(until) = self.until else { return Ok(longest) };
        match until.saturating_duration_since(Instant::now()) {
            Duration::ZERO => Err(Error::Timeout(self.reason)),
            left => Ok(left.min(longest)),
        }
    }

    /// Lets a thread beside do what cannot be interrupted. When nobody waits for it any more it ends by itself.
    fn beside<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Error> {
        let (done, result) = mpsc::sync_channel(1);
        thread::Builder::new().name("digistore24".to_owned()).spawn(move || done.send(work()))?;
        loop {
            match result.recv_timeout(self.slice(SLICE)?) {
                Ok(result) => return Ok(result),
                Err(RecvTimeoutError::Timeout) => go_on()?,
                Err(RecvTimeoutError::Disconnected) => {
                    return Err(Error::Io(io::Error::other("the thread that connects has failed")));
                }
            }
        }
    }
}

/// Looks up names.
#[derive(Debug)]
pub(crate) struct Names;

impl Resolver for Names {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let bad = || Error::BadUri(uri.to_string());
        let (scheme, authority) = uri.scheme().zip(uri.authority()).ok_or_else(bad)?;
        let host = DefaultResolver::host_and_port(scheme, authority).ok_or_else(bad)?;
        let found: Vec<SocketAddr> = match host.parse() {
            Ok(address) => vec![address],
            Err(_) => Patience::new(timeout).beside(move || host.to_socket_addrs().map(Iterator::collect))??,
        };
        let mut addresses = self.empty();
        for address in config.ip_family().keep_wanted(found.into_iter()).take(ADDRESSES) {
            addresses.push(address);
        }
        if addresses.is_empty() { Err(Error::HostNotFound) } else { Ok(addresses) }
    }
}

/// Opens connections.
#[derive(Debug)]
pub(crate) struct Dial;

impl<In: Transport> Connector<In> for Dial {
    type Out = Either<In, Line>;

    fn connect(&self, details: &ConnectionDetails<'_>, chained: Option<In>) -> Result<Option<Self::Out>, Error> {
        if let Some(proxied) = chained {
            return Ok(Some(Either::A(proxied)));
        }
        let patience = Patience::new(details.timeout);
        let (addresses, until): (Vec<_>, _) = (details.addrs.iter().copied().collect(), patience.until);
        let stream = patience.beside(move || dial(&addresses, until))?.map_err(|error| match error.kind() {
            ErrorKind::TimedOut | ErrorKind::WouldBlock => Error::Timeout(patience.reason),
            _ => Error::Io(error),
        })?;
        let buffers = LazyBuffers::new(details.config.input_buffer_size(), details.config.output_buffer_size());
        Ok(Some(Either::B(Line { stream, buffers, reads_for: None, writes_for: None })))
    }
}

/// Tries one address after the other, each but the last for half of the time that is left.
fn dial(addresses: &[SocketAddr], until: Option<Instant>) -> io::Result<TcpStream> {
    let mut failed = io::Error::from(ErrorKind::AddrNotAvailable);
    for (at, address) in addresses.iter().enumerate() {
        let is_last = at + 1 == addresses.len();
        let connected = match until.map(|until| until.saturating_duration_since(Instant::now())) {
            None => TcpStream::connect(address),
            Some(Duration::ZERO) => Err(ErrorKind::TimedOut.into()),
            Some(left) => TcpStream::connect_timeout(address, if is_last { left } else { left / 2 }),
        };
        match connected {
            Ok(stream) => {
                stream.set_nodelay(true)?;
                return Ok(stream);
            }
            Err(error) => failed = error,
        }
    }
    Err(failed)
}

/// A connection.
#[derive(Debug)]
pub(crate) struct Line {
    stream: TcpStream,
    buffers: LazyBuffers,
    /// How long the socket waits at a time.
    reads_for: Option<Duration>,
    writes_for: Option<Duration>,
}

/// Whether a wait on a socket has ended without anything having happened.
fn is_pause(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut | ErrorKind::Interrupted)
}

impl Transport for Line {
    fn buffers(&mut self) -> &mut dyn Buffers {
        &mut self.buffers
    }

    fn transmit_output(&mut self, amount: usize, timeout: NextTimeout) -> Result<(), Error> {
        let patience = Patience::new(timeout.for_write());
        let mut written = 0;
        while written < amount {
            let slice = Some(patience.slice(SOCKET_SLICE)?);
            if self.writes_for != slice {
                self.stream.set_write_timeout(slice)?;
                self.writes_for = slice;
            }
            let rest = self.buffers.output().get(written..amount).unwrap_or_default();
            match self.stream.write(rest) {
                Ok(0) => return Err(Error::Io(ErrorKind::WriteZero.into())),
                Ok(more) => written += more,
                Err(error) if is_pause(&error) => go_on()?,
                Err(error) => return Err(Error::Io(error)),
            }
        }
        Ok(())
    }

    fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, Error> {
        let patience = Patience::new(timeout.for_read());
        loop {
            let slice = Some(patience.slice(SOCKET_SLICE)?);
            if self.reads_for != slice {
                self.stream.set_read_timeout(slice)?;
                self.reads_for = slice;
            }
            match self.stream.read(self.buffers.input_append_buf()) {
                Ok(amount) => {
                    self.buffers.input_appended(amount);
                    return Ok(amount > 0);
                }
                Err(error) if is_pause(&error) => go_on()?,
                Err(error) => return Err(Error::Io(error)),
            }
        }
    }

    fn is_open(&mut self) -> bool {
        // There is nothing to read on an idle connection: neither bytes nor its end.
        let mut byte = [0];
        let idle = self.stream.set_nonblocking(true).and_then(|()| self.stream.peek(&mut byte));
        let is_idle = idle.is_err_and(|error| error.kind() == ErrorKind::WouldBlock);
        is_idle && self.stream.set_nonblocking(false).is_ok()
    }
}
