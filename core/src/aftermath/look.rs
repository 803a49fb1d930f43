//! Looking what became of a call: which calls to make, and when.

use std::fmt;
use std::time::Duration;

use super::judge::{Case, Window};
use super::rules::{Rule, Way, find};
use super::search::{Finding, Given, Next, Search};
use super::{Aftermath, Basis, Verdict};
use crate::{Ask, Inquiry, Outcome, Time, Value, Zone};

/// How many seconds before the call a record may have been made and still be its work, where nobody says it.
pub(super) const TOLERANCE: i64 = 60;

/// How many seconds after it was sent a request may still take effect, where nobody says it.
pub(super) const LATE: i64 = 120;

const DAY: i64 = 86_400;

/// Looks what became of a call whose answer was lost, as an [`Inquiry`]. It calls functions that only read.
#[derive(Clone)]
pub struct Look {
    function: String,
    parameters: Value,
    rule: Option<&'static Rule>,
    /// By the clock of the host: when the call was sent, and now.
    sent_at: i64,
    lost_at: i64,
    now: i64,
    tolerance: i64,
    late: i64,
    calls: usize,
    known: Option<Vec<String>>,
    waits: bool,
    /// How many seconds the service's answer was under way that told its time.
    took: i64,
    state: State,
}

#[derive(Clone)]
enum State {
    /// Asks for the time.
    Clock,
    Looking(Window, Search),
    /// Lets time pass, then looks again.
    Waiting(Window),
    Over(Aftermath),
}

impl Look {
    /// Prepares to look after a call of this function with these parameters, which was sent at that time. Both times are
    /// seconds since 1970 by the same clock, which need not be right.
    pub fn new(function: &str, parameters: Value, sent_at: i64, now: i64) -> Look {
        Look {
            function: function.to_owned(),
            parameters,
            rule: find(function),
            sent_at,
            lost_at: sent_at,
            now,
            tolerance: TOLERANCE,
            late: LATE,
            calls: 1,
            known: None,
            waits: true,
            took: 0,
            state: State::Clock,
        }
        .begun()
    }

    /// When its answer was given up, by the same clock, where that is known: a call that waited for its turn or was tried
    /// again was sent some time after it was made.
    #[must_use]
    pub fn lost_at(mut self, second: i64) -> Look {
        self.lost_at = second;
        self
    }

    /// For how many seconds before the call a record may be its work or not, as the clock of this machine and the time that
    /// looking takes do not tell it better.
    #[must_use]
    pub fn tolerance(mut self, seconds: i64) -> Look {
        self.tolerance = seconds;
        self
    }

    /// How many seconds after it was sent a request may still take effect.
    #[must_use]
    pub fn late(mut self, seconds: i64) -> Look {
        self.late = seconds;
        self
    }

    /// How many equal calls there were at that time, whether their answers were lost or not: one that was answered some
    /// seconds before leaves a record like that of the lost one. They can only be told all together.
    #[must_use]
    pub fn calls(mut self, calls: usize) -> Look {
        self.calls = calls;
        self
    }

    /// The ids of the records that were there before the call: they are not its work, and all others are new.
    #[must_use]
    pub fn known(mut self, ids: Vec<String>) -> Look {
        self.known = Some(ids);
        self
    }

    /// Does not wait where it is too early to tell.
    #[must_use]
    pub fn without_waiting(mut self) -> Look {
        self.waits = false;
        self
    }

    /// What needs no call.
    fn begun(mut self) -> Look {
        let why = match self.rule.map(|rule| &rule.way) {
            Some(Way::Nowhere(why)) => *why,
            Some(way) if !way.names(&self.parameters) => "The parameters do not say what it was about.",
            Some(_) => return self,
            None => {
                "It is none of the functions that are known to need looking after. One of the catalogue may be repeated; \
                where another would show is not known."
            }
        };
        self.over(Verdict::CannotBeTold, why.to_owned());
        self
    }

    fn over(&mut self, verdict: Verdict, reason: String) {
        let basis = self.rule.map_or(Basis::Inferred, |rule| rule.basis);
        let function = self.function.clone();
        self.state = State::Over(Aftermath { function, verdict, reason, evidence: Vec::new(), basis, again_in: None });
    }

    /// What is found on that clock.
    fn judged(&mut self, rule: &'static Rule, window: Window, finding: &Finding) {
        // E-tickets are made several at a time.
        let count = match self.parameters.get("count") {
            Some(Value::Integer(count)) => usize::try_from(*count).ok(),
            Some(Value::Text(count)) => count.trim().parse().ok(),
            _ => None,
        };
        let wanted = self.calls.saturating_mul(count.unwrap_or(1));
        let case = Case { rule, window, wanted, known: self.known.as_deref() };
        let aftermath = case.judge(finding);
        self.state = match aftermath.again_in {
            Some(_) if self.waits => State::Waiting(window),
            _ => State::Over(aftermath),
        };
    }

    fn given(&self, rule: &'static Rule, window: Window) -> Given<'_> {
        // A day more, so that no zone matters. Times decide afterwards.
        let from = Time::of_unix_seconds(window.sent_at - self.tolerance - DAY).map(Time::day_number);
        let from = from.and_then(Time::of_day_number).map(|day| day.to_string());
        Given { rule, parameters: &self.parameters, from: from.into(), earliest: window.earliest() }
    }

    /// What the service's clock tells.
    fn clock(&mut self, outcome: Outcome) {
        let time = match outcome {
            Outcome::Answered { data, current_time } => {
                let told = data.get("server_time").and_then(Value::as_str);
                let time = current_time.or_else(|| Time::parse(told?, Zone::Berlin).ok());
                time.and_then(Time::unix_seconds)
            }
            Outcome::Failed { message, .. } => {
                return self.over(Verdict::CannotBeTold, format!("The service could not be asked: {message}"));
            }
        };
        let Some(now) = time else {
            let reason = "The service did not tell its time, without which nothing can be told.";
            return self.over(Verdict::CannotBeTold, reason.to_owned());
        };
        let there = |second: i64| now.saturating_sub(self.now.saturating_sub(second));
        let (sent_at, lost_at) = (there(self.sent_at), there(self.lost_at.max(self.sent_at)));
        // The service told its time at some moment of the call, so that all this may be earlier by as much.
        let tolerance = self.tolerance.saturating_add(self.took);
        let window = Window { sent_at, lost_at, tolerance, late: self.late, now };
        self.state = State::Looking(window, Search::new());
    }
}

impl Inquiry for Look {
    type Output = Aftermath;

    fn ask(&mut self) -> Ask<Aftermath> {
        let window = match (&self.state, self.rule) {
            (State::Over(aftermath), _) => return Ask::Done(aftermath.clone()),
            (State::Looking(window, search), Some(rule)) => {
                let (function, parameters) = search.ask(&self.given(rule, *window));
                return Ask::Call { function, parameters, api_key: None };
            }
            (State::Waiting(window), _) => *window,
            (State::Clock | State::Looking(..), _) => {
                return Ask::Call { function: "ping", parameters: Value::Map(Vec::new()), api_key: None };
            }
        };
        let left = window.left();
        let window = Window { now: window.now.saturating_add(left), ..window };
        self.state = State::Looking(window, Search::new());
        Ask::Wait(Duration::from_secs(left.unsigned_abs()))
    }

    fn took(&mut self, time: Duration) {
        if let State::Clock = self.state {
            self.took = i64::try_from(time.as_secs()).unwrap_or(i64::MAX);
        }
    }

    fn told(&mut self, outcome: Outcome) {
        let Some(rule) = self.rule else { return };
        if let (Way::Key, Outcome::Failed { kind, code: Some(2), .. }) = (&rule.way, &outcome)
            && kind == "refused"
        {
            return self.over(Verdict::Done, "The service no longer knows the key of this client.".to_owned());
        }
        match std::mem::replace(&mut self.state, State::Clock) {
            State::Clock => self.clock(outcome),
            State::Looking(window, mut search) => match search.told(&self.given(rule, window), outcome) {
                Next::More => self.state = State::Looking(window, search),
                Next::Over(finding) => self.judged(rule, window, &finding),
                Next::Stuck(why) => self.over(Verdict::CannotBeTold, why),
            },
            other => self.state = other,
        }
    }
}

impl fmt::Debug for Look {
    /// Shows no parameters: their values may be secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Look").field("function", &self.function).field("sent_at", &self.sent_at).finish_non_exhaustive()
    }
}
