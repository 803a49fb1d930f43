//! Faults on request: the next calls of a function fail in a way that is known beforehand, to see what a program makes of it.

use std::time::Duration;

use super::people::{Tell, seconds};
use super::reply::{Refusal, page};
use super::words::SAID;
use crate::options::read_all;
use crate::{Failure, Problem, Response, Value, catalogue};

pub(super) const VERBS: &[(&str, Tell)] = &[
    ("fault", |sandbox, options| {
        sandbox.fault(&Fault::read(options)?);
        Ok(listed(&sandbox.account.faults))
    }),
    ("faults", |sandbox, options| {
        read_all(options, |_| Some(()))?;
        Ok(listed(&sandbox.account.faults))
    }),
    ("clear_faults", |sandbox, options| {
        read_all(options, |_| Some(()))?;
        sandbox.clear_faults();
        Ok(listed(&sandbox.account.faults))
    }),
];

kinds! {
    /// What happens instead of an answer.
    Kind { Code = "code", Html = "html", Timeout = "timeout", Half = "half", Slow = "slow", }
}

kept! {
    /// A fault that waits for its calls.
    struct Waiting {
        /// The function; nothing for all of them.
        function: String,
        kind: Kind,
        /// How many calls it still meets.
        times: i64,
        /// Whether the call takes effect.
        is_carried_out: bool,
        code: i64,
        message: String,
        status: i64,
        milliseconds: i64,
    }
}

/// What is to go wrong with calls over the API: the next one of any function, unless [`of`](Fault::of) and
/// [`times`](Fault::times) say otherwise.
///
/// ```
/// use digistore24::catalogue::{system::Ping, vouchers::{CreateVoucher, VoucherData}};
/// use digistore24::sandbox::{Fault, Sandbox};
/// use digistore24::{Client, Error, Flow};
///
/// let mut sandbox = Sandbox::new();
/// let client = Client::new(sandbox.api_key())?;
///
/// // What reads is asked again.
/// sandbox.fault(&Fault::html(502));
/// client.call(Ping {}).run(&mut sandbox)?;
///
/// // What creates is not: nobody knows whether it was carried out. Here it was.
/// sandbox.fault(&Fault::timeout().of("createVoucher"));
/// let voucher = CreateVoucher { data: VoucherData { code: "SPRING".into(), ..Default::default() } };
/// let lost = client.call(voucher).run(&mut sandbox);
/// assert!(matches!(lost, Err(Error::Unanswered { maybe_done: true, .. })));
/// # Ok::<(), digistore24::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Fault(Waiting);

impl Fault {
    fn new(kind: Kind, is_carried_out: bool, status: u16) -> Fault {
        Fault(Waiting {
            function: String::new(),
            kind,
            times: 1,
            is_carried_out,
            code: 11,
            message: "Internal error".to_owned(),
            status: status.into(),
            milliseconds: 0,
        })
    }

    /// The service answers an error with this code, and does nothing.
    pub fn code(code: i64) -> Fault {
        let mut fault = Fault::new(Kind::Code, false, 200);
        fault.0.code = code;
        fault
    }

    /// A gateway answers a page with this status, and the service never hears of the call.
    pub fn html(status: u16) -> Fault {
        Fault::new(Kind::Html, false, status)
    }

    /// No answer comes: over HTTP, the connection ends. The call was carried out.
    pub fn timeout() -> Fault {
        Fault::new(Kind::Timeout, true, 200)
    }

    /// The first half of the answer comes, as a gateway hands it on that gave up in the middle. The call was carried out.
    pub fn half() -> Fault {
        Fault::new(Kind::Half, true, 200)
    }

    /// The answer comes late. Over HTTP, the server waits; in process, the clock of the sandbox moves on, and a call that
    /// waits for less gets none. It was carried out all the same.
    pub fn slow(by: Duration) -> Fault {
        let mut fault = Fault::new(Kind::Slow, true, 200);
        fault.0.milliseconds = in_milliseconds(by);
        fault
    }

    /// Only calls of this function, such as `createBuyUrl`.
    #[must_use]
    pub fn of(mut self, function: impl Into<String>) -> Fault {
        self.0.function = function.into();
        self
    }

    /// The next so many calls.
    #[must_use]
    pub fn times(mut self, times: u32) -> Fault {
        self.0.times = times.into();
        self
    }

    /// Whether the call takes effect before it goes wrong. What needs an answer, half of one or a late one, always does.
    #[must_use]
    pub fn carried_out(mut self, is_carried_out: bool) -> Fault {
        self.0.is_carried_out = is_carried_out || matches!(self.0.kind, Kind::Half | Kind::Slow);
        self
    }

    /// The message of an error code.
    #[must_use]
    pub fn saying(mut self, message: impl Into<String>) -> Fault {
        self.0.message = message.into();
        self
    }

    /// The HTTP status of an error code or a page.
    #[must_use]
    pub fn status(mut self, status: u16) -> Fault {
        self.0.status = status.into();
        self
    }

    /// From options by name: `kind` (`code`, `html`, `timeout`, `half`, `slow`); `function`, a name or `all`; `times`; `when`,
    /// `before` or `after` the call was carried out; `code` and `message` of an error, its `status` or that of a page;
    /// `seconds` that an answer is late.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub fn read(options: &Value) -> Result<Fault, Vec<Problem>> {
        read_all(options, |options| {
            options.require("kind", "one of `code`, `html`, `timeout`, `half`, `slow`");
            let kinds = [Kind::Code, Kind::Html, Kind::Timeout, Kind::Half, Kind::Slow];
            let kind = options.word("kind", &kinds.map(|kind| (kind.as_str(), kind)));
            let mut fault = match kind {
                Some(Kind::Html) => Fault::html(502),
                Some(Kind::Timeout) => Fault::timeout(),
                Some(Kind::Half) => Fault::half(),
                Some(Kind::Slow) => Fault::slow(Duration::ZERO),
                Some(Kind::Code) | None => Fault::code(11),
            };
            let Fault(row) = &mut fault;
            if let Some(name) = options.text("function").filter(|name| *name != "all") {
                if catalogue::find(name).is_none() {
                    options.wrong("function", format!("there is no function {}", crate::value::quoted(name)));
                }
                row.function = name.to_owned();
            }
            row.times = options.whole("times", 1, 1_000_000).unwrap_or(1);
            row.code = options.whole("code", 0, 999_999).unwrap_or(row.code);
            row.message = options.text("message").map_or_else(|| std::mem::take(&mut row.message), str::to_owned);
            row.status = options.whole("status", 200, 599).unwrap_or(row.status);
            row.milliseconds = in_milliseconds(seconds(options, "seconds", 86_400).unwrap_or_default());
            let after = options.word("when", &[("before", false), ("after", true)]);
            row.is_carried_out = after.unwrap_or(row.is_carried_out);
            let kind = kind?;
            if after == Some(false) && matches!(kind, Kind::Half | Kind::Slow) {
                options.wrong("when", format!("has to be `after`: a call with kind `{}` has an answer", kind.as_str()));
            }
            for (name, kinds) in [
                ("code", &[Kind::Code][..]),
                ("message", &[Kind::Code]),
                ("status", &[Kind::Code, Kind::Html]),
                ("seconds", &[Kind::Slow]),
            ] {
                if options.given(name) && !kinds.contains(&kind) {
                    options.wrong(name, format!("is not for kind `{}`", kind.as_str()));
                }
            }
            if kind == Kind::Slow {
                options.require("seconds", "how late the answer comes");
            }
            Some(fault)
        })
    }
}

fn in_milliseconds(time: Duration) -> i64 {
    i64::try_from(time.as_millis()).unwrap_or(i64::MAX)
}

fn listed(faults: &[Waiting]) -> Value {
    let shown = |fault: &Waiting| {
        let function = if fault.function.is_empty() { "all" } else { fault.function.as_str() };
        record! { function: function, kind: fault.kind.as_str(), times: fault.times }
    };
    record! { faults: faults.iter().map(shown).collect::<Vec<_>>() }
}

/// Takes the next fault that is meant for a call.
pub(super) fn next(faults: &mut Vec<Waiting>, function: &str) -> Option<Waiting> {
    let meant = |fault: &Waiting| fault.function.is_empty() || fault.function == function;
    let fault = faults.iter_mut().find(|fault| meant(fault))?;
    fault.times -= 1;
    let taken = fault.clone();
    faults.retain(|fault| fault.times > 0);
    Some(taken)
}

impl Waiting {
    /// The error that the service answers.
    pub(super) fn refusal(&self) -> Option<Refusal> {
        let refusal = Refusal::new(self.code, SAID, self.message.as_str());
        (self.kind == Kind::Code).then(|| refusal.answered_with(self.status()))
    }

    fn status(&self) -> u16 {
        u16::try_from(self.status).unwrap_or(500)
    }

    /// What becomes of the answer.
    pub(super) fn spoil(&self, mut response: Response) -> Served {
        match self.kind {
            Kind::Code => response.into(),
            Kind::Html => page(self.status(), title(self.status)).into(),
            Kind::Timeout => Served { response, hitch: Some(Hitch::Cut) },
            Kind::Half => {
                response.body.truncate(response.body.len() / 2);
                response.into()
            }
            Kind::Slow => {
                let late = Duration::from_millis(self.milliseconds.unsigned_abs());
                Served { response, hitch: Some(Hitch::Late(late)) }
            }
        }
    }
}

fn title(status: i64) -> &'static str {
    match status {
        403 => "Forbidden",
        429 => "Too Many Requests",
        500 => "Internal Server Error",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Time-out",
        _ => "Sorry",
    }
}

/// What a server has to do with a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Served {
    /// The answer.
    pub response: Response,
    /// What goes wrong on its way, if somebody asked for that.
    pub hitch: Option<Hitch>,
}

/// What goes wrong with an answer on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Hitch {
    /// The connection ends without an answer.
    Cut,
    /// The answer leaves this much later.
    Late(Duration),
}

impl From<Response> for Served {
    fn from(response: Response) -> Served {
        Served { response, hitch: None }
    }
}

impl super::Sandbox {
    /// Lets calls go wrong. Several faults wait in the order they were asked for, and each call meets the first that is meant
    /// for it.
    pub fn fault(&mut self, fault: &Fault) {
        if fault.0.times > 0 {
            self.account.faults.push(fault.0.clone());
        }
    }

    /// Forgets the faults that no call has met.
    pub fn clear_faults(&mut self) {
        self.account.faults.clear();
    }

    /// What a program in this process gets to see of an answer if it waits for so long. A late answer moves the clock.
    ///
    /// # Errors
    /// [`Failure::Lost`] when there is none.
    pub fn received(&mut self, served: Served, timeout: Option<Duration>) -> Result<Response, Failure> {
        match served.hitch {
            None => Ok(served.response),
            Some(Hitch::Cut) => Err(Failure::Lost("the connection was closed without an answer".to_owned())),
            Some(Hitch::Late(late)) => match timeout.filter(|timeout| *timeout < late) {
                None => {
                    self.advance(late);
                    Ok(served.response)
                }
                Some(timeout) => {
                    self.advance(timeout);
                    Err(Failure::Lost(format!("none came within {} s", timeout.as_secs_f32())))
                }
            },
        }
    }
}
