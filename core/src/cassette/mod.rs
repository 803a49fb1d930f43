//! Recorded exchanges, to be played again without a network.

pub(crate) mod har;
mod taping;

pub use taping::Taping;

use std::fmt;
use std::time::Duration;

use crate::options::read_all;
use crate::redaction::HIDDEN;
use crate::wire::form::Form;
use crate::{Failure, Preview, Problem, Redaction, Request, Response, Value};
use har::Entry;

/// What a [`Cassette`] does with a request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Mode {
    /// Plays what is recorded, and withholds the rest: nothing ever goes to the network.
    #[default]
    Replay,
    /// Sends everything and records it anew.
    Record,
    /// Plays what is recorded; sends the rest and records that.
    Auto,
}

/// Recorded exchanges, to be played again without a network.
///
/// It does no I/O: whoever sends requests asks it to [`play`](Cassette::play) first, and hands over what came of those it
/// does not play. In Rust, [`Taping`] does that around any [`Host`](crate::Host).
///
/// An exchange is found by its function and its parameters, wherever the service was when it was recorded. Each is played
/// once: a call that was made twice gets the first answer, then the second. Lost answers are recorded like others.
///
/// What is recorded is redacted as [`Redaction`] says, and is HAR 1.2, which browsers' developer tools open. A parameter
/// that was left out is found whatever its value.
///
/// ```
/// use digistore24::{Client, Flow, catalogue::system::GetUserInfo, sandbox::Sandbox};
/// use digistore24::cassette::{Cassette, Mode, Taping};
/// use std::time::Duration;
///
/// let mut sandbox = Sandbox::new();
/// let client = Client::new(sandbox.api_key())?;
/// let mut cassette = Cassette::new(Mode::Record);
/// let me = client.call(GetUserInfo {}).run(&mut Taping::new(&mut cassette, &mut sandbox, Duration::ZERO))?;
///
/// let mut cassette = Cassette::read(&cassette.to_json(), Mode::Replay).expect("it was just written");
/// let again = client.call(GetUserInfo {}).run(&mut Taping::new(&mut cassette, &mut sandbox, Duration::ZERO))?;
/// assert_eq!(me.user_name()?, again.user_name()?);
/// assert_eq!(cassette.left(), 0);
/// # Ok::<(), digistore24::Error>(())
/// ```
#[derive(Clone)]
pub struct Cassette {
    mode: Mode,
    redaction: Redaction,
    exchanges: Vec<Exchange>,
    is_changed: bool,
}

#[derive(Clone)]
struct Exchange {
    entry: Entry,
    is_played: bool,
}

/// The headers of an answer that are kept: those that something depends on.
const KEPT: [&str; 3] = ["content-type", "location", "retry-after"];

/// How many exchanges a message names.
const MOST_NAMED: usize = 5;

impl Cassette {
    /// An empty one.
    pub fn new(mode: Mode) -> Cassette {
        Cassette { mode, redaction: Redaction::default(), exchanges: Vec::new(), is_changed: mode == Mode::Record }
    }

    /// One that was written by [`to_json`](Cassette::to_json). With [`Mode::Record`] what it holds is dropped.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn read(json: &str, mode: Mode) -> Result<Cassette, Vec<Problem>> {
        let entries = if mode == Mode::Record { Vec::new() } else { har::read(json)? };
        let exchanges = entries.into_iter().map(|entry| Exchange { entry, is_played: false }).collect();
        Ok(Cassette { exchanges, ..Cassette::new(mode) })
    }

    /// One from options by name, as other languages hand them over: `har`, the text; `mode`, `replay` unless given; `hide`,
    /// a list of fields whose values are left out too.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub fn of(options: &Value) -> Result<Cassette, Vec<Problem>> {
        let (mode, har, hide) = read_all(options, |options| {
            let words = [("replay", Mode::Replay), ("record", Mode::Record), ("auto", Mode::Auto)];
            let mode = options.word("mode", &words).unwrap_or_default();
            Some((mode, options.text("har"), options.texts("hide")))
        })?;
        let cassette = har.map_or_else(|| Ok(Cassette::new(mode)), |har| Cassette::read(har, mode))?;
        Ok(cassette.hiding(hide))
    }

    /// The same, which leaves out the values of these fields too, such as `email` and `first_name`.
    #[must_use]
    pub fn hiding<N: AsRef<str>>(self, names: impl IntoIterator<Item = N>) -> Cassette {
        Cassette { redaction: Redaction::hiding(names), ..self }
    }

    /// The answer to a request; `None` when it is to be sent, and what comes of it to be [recorded](Cassette::record).
    ///
    /// Where nothing ever goes to the network, it is [`Failure::Withheld`] for what was not recorded, which says what is
    /// left.
    pub fn play(&mut self, request: &Request) -> Option<Result<Response, Failure>> {
        if self.mode == Mode::Record {
            return None;
        }
        let asked = self.redaction.sent(request);
        let method = request.method.as_str();
        let matches = |exchange: &&mut Exchange| {
            let entry = &exchange.entry;
            !exchange.is_played
                && entry.method == method
                && entry.function() == request.function()
                && are_alike(&entry.parameters, &asked)
        };
        if let Some(exchange) = self.exchanges.iter_mut().find(matches) {
            exchange.is_played = true;
            return exchange.entry.reply.clone();
        }
        (self.mode == Mode::Replay).then(|| Err(Failure::Withheld(self.missing(request.function(), &asked))))
    }

    /// Records what came of a request that was sent. It began at `moment`, counted from the beginning of 1970 in UTC.
    pub fn record(&mut self, request: &Request, reply: &Result<Response, Failure>, moment: Duration, took: Duration) {
        let text = |text: &String| self.redaction.text(request, text);
        let reply = match reply {
            Ok(response) => Ok(Response {
                status: response.status,
                headers: response.headers.iter().filter_map(|header| kept(header, &text)).collect(),
                body: self.redaction.received(request, &response.body).into_bytes(),
            }),
            Err(Failure::NotSent(reason)) => Err(Failure::NotSent(text(reason))),
            Err(Failure::Lost(reason)) => Err(Failure::Lost(text(reason))),
            Err(Failure::Unusable(reason)) => Err(Failure::Unusable(text(reason))),
            // Nothing came of it.
            Err(Failure::Withheld(_)) => return,
        };
        let entry = Entry {
            reply: Some(reply),
            took: u64::try_from(took.as_millis()).unwrap_or_default(),
            ..Entry::unsent(&Preview::of(request, &self.redaction), moment)
        };
        self.is_changed = true;
        self.exchanges.push(Exchange { entry, is_played: true });
    }

    /// The cassette as text: an HTTP archive (HAR 1.2), each exchange on a line of its own.
    pub fn to_json(&self) -> String {
        har::log(self.exchanges.iter().map(|exchange| &exchange.entry))
    }

    /// What it does with requests.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// How many exchanges there are.
    pub fn len(&self) -> usize {
        self.exchanges.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.exchanges.is_empty()
    }

    /// How many of the exchanges that it was read with have not been played.
    pub fn left(&self) -> usize {
        self.exchanges.iter().filter(|exchange| !exchange.is_played).count()
    }

    /// Whether it is to be written anew: because something was recorded, or because it was to be recorded anew.
    pub fn is_changed(&self) -> bool {
        self.is_changed
    }

    /// What was asked and what is left.
    fn missing(&self, function: &str, asked: &Form) -> String {
        let mut message = format!("the cassette holds no answer to {} that was not played yet", shown(function, asked));
        let mut left = self.exchanges.iter().filter(|exchange| !exchange.is_played);
        let named: Vec<String> = left
            .by_ref()
            .take(MOST_NAMED)
            .map(|Exchange { entry, .. }| shown(entry.function(), &entry.parameters))
            .collect();
        match named.len() {
            0 => message.push_str("; nothing is left"),
            _ => message.push_str(&format!("; left are {}", named.join(", "))),
        }
        match left.count() {
            0 => {}
            more => message.push_str(&format!(" and {more} more")),
        }
        message.push_str(". Nothing was sent. Record it anew, or with the mode `auto` what is missing");
        message
    }
}

/// A call in words.
fn shown(function: &str, parameters: &Form) -> String {
    let parameters: Vec<String> = parameters.iter().map(|(name, value)| format!("{name}={value}")).collect();
    format!("{function}({})", parameters.join(", "))
}

/// Whether parameters are the same, in whichever order. What was left out is the same as everything.
fn are_alike(recorded: &Form, asked: &Form) -> bool {
    let sorted = |form: &Form| {
        let mut form = form.clone();
        // Of values under one name the order counts.
        form.sort_by(|(a, _), (b, _)| a.cmp(b));
        form
    };
    let (recorded, asked) = (sorted(recorded), sorted(asked));
    let mut pairs = recorded.iter().zip(&asked);
    recorded.len() == asked.len()
        && pairs
            .all(|((name, value), (other, new))| name == other && (value == new || value == HIDDEN || new == HIDDEN))
}

/// A header as it is kept. An address may hold anything behind the host.
fn kept((name, value): &(String, String), text: &impl Fn(&String) -> String) -> Option<(String, String)> {
    let name = name.to_ascii_lowercase();
    if !KEPT.contains(&name.as_str()) {
        return None;
    }
    let value = match value.split_once("://") {
        Some((scheme, rest)) if name == "location" => {
            format!("{scheme}://{}/", rest.split(['/', '?', '#']).next().unwrap_or_default())
        }
        None if name == "location" => "/".to_owned(),
        _ => value.clone(),
    };
    Some((name, text(&value)))
}

impl fmt::Debug for Cassette {
    /// Shows how much it holds; what it holds is full of personal data.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut cassette = f.debug_struct("Cassette");
        cassette.field("mode", &self.mode).field("exchanges", &self.len()).field("left", &self.left()).finish()
    }
}
