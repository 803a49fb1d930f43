//! The check at the door that the service makes. It uses the ticket up, so it is asked once and never again.

use std::collections::BTreeSet;

use super::event::{dates, ids, when};
use super::number::{Number, number};
use super::ticket::{Text, Ticket, day};
use super::words::{Remark, Verdict};
use crate::options::read_all;
use crate::words::words;
use crate::{Ask, Inquiry, Outcome, Problem, Time, Value};

/// How far two clocks may differ, in seconds, where nobody says it.
pub(super) const TOLERANCE: i64 = 60;

/// How long after it was sent, in seconds, a request may still take effect.
const LATE: i64 = 120;

words! {
    /// Which scan used a ticket.
    By {
        ThisScan = "this_scan": "This one: the answer was lost, and the ticket was used after it was asked for.";
        EarlierScan = "earlier_scan": "An earlier one.";
        CannotTell = "cannot_tell": "The times do not tell.";
    }
}

/// What came of a check by the service.
#[derive(Clone, Debug, PartialEq)]
pub struct Validated {
    /// What is said of the ticket.
    pub verdict: Verdict,
    /// Its number.
    pub number: Number,
    /// Which scan used it, where it is used.
    pub by: Option<By>,
    /// The record, where it was read.
    pub ticket: Option<Ticket>,
    /// For which template, location and day the ticket is good, as the service answered or the record tells.
    pub good_for: [Option<Text>; 3],
    /// How many tickets of the event are good and not used, and how many are used. Only the OpenAPI document knows them.
    pub counts: [Option<i64>; 2],
    /// Why, and what to do.
    pub reasons: Vec<Remark>,
    /// The call that failed, if one did: kind, code and message.
    pub error: Option<(String, Option<i64>, String)>,
    /// Whether the service may have counted the ticket without saying so, because it could not be asked any more.
    pub is_open: bool,
}

/// The check of one ticket by the service, as an [`Inquiry`]: `validateEticket` once at most, whatever is lost.
///
/// When the answer is lost or tells no reason, it asks `getEticket`, which changes nothing, and compares.
#[derive(Clone, Debug)]
pub struct Validation {
    number: Number,
    /// Templates, locations, days.
    wanted: [BTreeSet<Text>; 3],
    tolerance: i64,
    state: State,
    /// Whether the record was seen unused right before the check.
    was_unused: bool,
    /// When the check was asked for, as somebody's clock told it.
    started_at: Option<i64>,
    /// What the service's own clock told before it was asked for.
    asked_after: Option<i64>,
    /// What the service's clock told last.
    pub(super) seen: Option<i64>,
    error: Option<(String, Option<i64>, String)>,
    counts: [Option<i64>; 2],
}

#[derive(Clone, Debug)]
enum State {
    /// Looks before it asks.
    Look,
    /// Asks.
    Validate,
    /// Looks what became of it.
    After(Why),
    Over(Box<Validated>),
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Why {
    /// The answer was lost.
    Lost,
    /// The service did not take the ticket, and tells no reason.
    NotTaken,
    /// The answer cannot be read.
    Odd,
}

impl Validation {
    /// Prepares the check of a ticket for these templates, locations and days; without a day the service takes its own.
    pub fn new(
        number: Number,
        template_ids: BTreeSet<Text>,
        location_ids: BTreeSet<Text>,
        dates: BTreeSet<Text>,
    ) -> Validation {
        Validation {
            number,
            wanted: [template_ids, location_ids, dates],
            tolerance: TOLERANCE,
            state: State::Validate,
            was_unused: false,
            started_at: None,
            asked_after: None,
            seen: None,
            error: None,
            counts: [None; 2],
        }
    }

    /// Looks at the record first, and asks only for a ticket that is not used yet. After a lost answer it is then clear
    /// that the ticket was used since. It costs a second call.
    #[must_use]
    pub fn look_first(mut self) -> Validation {
        self.state = State::Look;
        self
    }

    /// Only looks: the check was asked for before, and its answer was lost.
    #[must_use]
    pub fn only_look(mut self) -> Validation {
        self.state = State::After(Why::Lost);
        self
    }

    /// When the check is asked for, in seconds since 1970, by a clock that differs from the service's by so many
    /// seconds at most.
    #[must_use]
    pub fn started_at(mut self, second: Option<i64>, tolerance: i64) -> Validation {
        self.started_at = second;
        self.tolerance = tolerance;
        self
    }

    /// What the service's own clock told last before the check is asked for.
    pub(super) fn asked_after(mut self, second: Option<i64>) -> Validation {
        self.asked_after = second;
        self
    }

    /// Only looks, for a check that was asked for at an earlier time, and whose answer was lost, or was that the service
    /// does not take the ticket.
    pub(super) fn resumed(self, asked_after: Option<i64>, was_unused: bool, is_lost: bool) -> Validation {
        let mut resumed = self.asked_after(asked_after);
        resumed.state = State::After(if is_lost { Why::Lost } else { Why::NotTaken });
        resumed.was_unused = was_unused && asked_after.is_some();
        resumed
    }

    /// Whether the next call is the one that uses the ticket up.
    pub(super) fn will_validate(&self) -> bool {
        matches!(self.state, State::Validate)
    }

    /// Whether the record was seen unused before the check.
    pub(super) fn was_unused(&self) -> bool {
        self.was_unused
    }

    fn over(&mut self, verdict: Verdict, by: Option<By>, ticket: Option<Ticket>, reasons: Vec<Remark>) {
        let good_for =
            ticket.as_ref().map(|ticket| [&ticket.template_id, &ticket.location_id, &ticket.date].map(Clone::clone));
        let validated = Validated {
            verdict,
            number: self.number,
            by,
            ticket,
            good_for: good_for.unwrap_or_default(),
            counts: self.counts,
            reasons,
            error: self.error.take(),
            is_open: false,
        };
        self.state = State::Over(Box::new(validated));
    }

    fn said(&mut self, verdict: Verdict, word: &'static str, text: &'static str) {
        self.over(verdict, None, None, vec![Remark::new(word, text)]);
    }

    fn opened(&mut self) {
        self.said(
            Verdict::Undecided,
            "not_looked",
            "The ticket may have been counted, and the service cannot \
            be asked. Look with getEticket before anybody scans it online again.",
        );
        if let State::Over(validated) = &mut self.state {
            validated.is_open = true;
        }
    }

    /// What the answer of `validateEticket` says.
    fn answered(&mut self, data: &Value) {
        let text = |name: &str| match data.get(name) {
            Some(Value::Text(text)) => Some(text.as_str()),
            _ => None,
        };
        let whole = |name: &str| match data.get(name)? {
            Value::Integer(number) => Some(*number),
            Value::Text(text) => text.parse().ok(),
            _ => None,
        };
        self.counts = [whole("valid_ticket_count"), whole("used_ticket_count")];
        let good_for =
            ["eticket_template_id", "eticket_location_id", "eticket_date"].map(|name| match data.get(name)? {
                Value::Integer(number) => Some(number.to_string().into()),
                other if name == "eticket_date" => day(other).map(Text::from),
                Value::Text(text) if !text.is_empty() => Some(text.as_str().into()),
                _ => None,
            });
        let is_other = match data.get("is_eticket_valid_for_different_event") {
            Some(Value::Bool(flag)) => *flag,
            Some(Value::Integer(number)) => *number == 1,
            Some(Value::Text(text)) => matches!(text.as_str(), "Y" | "y" | "1"),
            _ => false,
        };
        match (text("status"), is_other) {
            (Some("success"), _) => {
                self.said(Verdict::Admitted, "admitted", "The service took the ticket and has counted it as used.")
            }
            (Some("error"), true) => {
                let reasons = self.differences(&good_for);
                let verdict = reasons.first().map_or(Verdict::WrongEvent, |(verdict, _)| *verdict);
                let mut reasons: Vec<Remark> = reasons.into_iter().map(|(_, reason)| reason).collect();
                if reasons.is_empty() {
                    reasons.push(Remark::new(
                        "wrong_event",
                        "The service says that the ticket is for another event, and not what differs.",
                    ));
                }
                self.over(verdict, None, None, reasons);
            }
            (Some("error"), false) => self.state = State::After(Why::NotTaken),
            _ => self.state = State::After(Why::Odd),
        }
        if let State::Over(validated) = &mut self.state {
            validated.good_for = good_for;
        }
    }

    /// What differs from what was asked for.
    fn differences(&self, good_for: &[Option<Text>; 3]) -> Vec<(Verdict, Remark)> {
        let kinds =
            [(Verdict::WrongTemplate, "template"), (Verdict::WrongLocation, "location"), (Verdict::WrongDate, "day")];
        let pairs = kinds.into_iter().zip(self.wanted.iter().zip(good_for));
        let differs = pairs.filter_map(|((verdict, what), (wanted, have))| {
            let have = have.as_ref().filter(|have| !wanted.is_empty() && !wanted.contains(*have))?;
            Some((verdict, Remark::new(verdict.as_str(), format!("The ticket is for {what} {have}."))))
        });
        differs.collect()
    }

    /// What the record says after the check.
    fn looked(&mut self, ticket: Ticket, why: Why) {
        if ticket.is_used() == Some(true) {
            let by = self.by(&ticket, why);
            let text = match by {
                By::ThisScan => {
                    "The answer was lost, but the ticket was used after it was asked for: it was this scan, \
                        unless somebody scanned it at the same time."
                }
                By::EarlierScan => "The ticket was used before.",
                By::CannotTell => {
                    "The answer was lost, and the ticket is used. Whether by this scan cannot be told: ask the \
                        guest and the other doors."
                }
            };
            return self.over(Verdict::Used, Some(by), Some(ticket), vec![Remark::new(by.as_str(), text)]);
        }
        if ticket.is_blocked == Some(true) {
            let reasons = vec![Remark::new("blocked", "The ticket is blocked. Ask the organiser.")];
            return self.over(Verdict::Blocked, None, Some(ticket), reasons);
        }
        if why == Why::Lost && ticket.is_used() == Some(false) {
            let text = "The answer was lost, and the service has not counted the ticket. It is not asked again \
                by itself: scan it again by hand.";
            return self.over(Verdict::NotUsed, None, Some(ticket), vec![Remark::new("not_used", text)]);
        }
        let have = [&ticket.template_id, &ticket.location_id, &ticket.date].map(Clone::clone);
        let mut reasons = self.differences(&have);
        if reasons.is_empty() || why != Why::NotTaken {
            let text = match why {
                Why::NotTaken => {
                    "The service did not take the ticket, and its record does not tell why. Ask the organiser."
                }
                _ => "Neither the answer nor the record tells what became of it. Ask the organiser.",
            };
            reasons = vec![(Verdict::Undecided, Remark::new("no_reason", text))];
        }
        let verdict = reasons.first().map_or(Verdict::Undecided, |(verdict, _)| *verdict);
        self.over(verdict, None, Some(ticket), reasons.into_iter().map(|(_, reason)| reason).collect());
    }

    /// Which scan it was that used the ticket.
    fn by(&self, ticket: &Ticket, why: Why) -> By {
        if why == Why::NotTaken {
            // This scan was not taken, so it was another one.
            return By::EarlierScan;
        }
        // A request that was lost arrives soon or never.
        let is_late = |used: i64, asked: i64| used > asked + LATE;
        match (ticket.used_second(), self.asked_after, self.started_at) {
            (Some(used), Some(asked), _) if used < asked => {
                if self.was_unused {
                    By::CannotTell
                } else {
                    By::EarlierScan
                }
            }
            (Some(used), Some(asked), _) if is_late(used, asked) => By::CannotTell,
            (Some(used), Some(asked), _) if used > asked || self.was_unused => By::ThisScan,
            (Some(_), Some(_), _) => By::CannotTell,
            (Some(used), None, Some(started)) if used < started - self.tolerance => By::EarlierScan,
            (Some(used), None, Some(started)) if is_late(used, started + self.tolerance) => By::CannotTell,
            (Some(used), None, Some(started)) if used > started + self.tolerance => By::ThisScan,
            _ if self.was_unused => By::ThisScan,
            _ => By::CannotTell,
        }
    }

    /// What the record says before the check: whether there is any use in asking.
    fn looked_first(&mut self, ticket: Ticket) {
        let have = [&ticket.template_id, &ticket.location_id, &ticket.date].map(Clone::clone);
        if ticket.is_used() == Some(true) {
            let reasons = vec![Remark::new("earlier_scan", "The ticket was used before.")];
            self.over(Verdict::Used, Some(By::EarlierScan), Some(ticket), reasons);
        } else if ticket.is_blocked == Some(true) {
            self.over(
                Verdict::Blocked,
                None,
                Some(ticket),
                vec![Remark::new("blocked", "The ticket is blocked. Ask the organiser.")],
            );
        } else {
            // For several days, the service knows better than the record.
            let reasons = if ticket.days.is_some() { Vec::new() } else { self.differences(&have) };
            match reasons.first() {
                Some((verdict, _)) => {
                    let verdict = *verdict;
                    self.over(verdict, None, Some(ticket), reasons.into_iter().map(|(_, reason)| reason).collect());
                }
                None => {
                    self.was_unused = ticket.is_used() == Some(false);
                    self.asked_after = self.seen.filter(|_| self.was_unused).or(self.asked_after);
                    self.state = State::Validate;
                }
            }
        }
    }
}

impl Inquiry for Validation {
    type Output = Validated;

    fn ask(&mut self) -> Ask<Validated> {
        let id = ("eticket_id", Value::from(self.number.as_str()));
        let joined = |ids: &BTreeSet<Text>| Value::from(ids.iter().map(|id| &**id).collect::<Vec<_>>().join(","));
        match &self.state {
            State::Look | State::After(_) => {
                Ask::Call { function: "getEticket", parameters: Value::from([id]), api_key: None }
            }
            State::Validate => {
                let [template_ids, location_ids, dates] = &self.wanted;
                let mut parameters =
                    vec![id, ("template_id", joined(template_ids)), ("location_id", joined(location_ids))];
                if !dates.is_empty() {
                    parameters.push(("date", joined(dates)));
                }
                let parameters = parameters.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
                Ask::Call { function: "validateEticket", parameters: Value::Map(parameters), api_key: None }
            }
            State::Over(validated) => Ask::Done((**validated).clone()),
        }
    }

    fn told(&mut self, outcome: Outcome) {
        let (data, kind, code, message, maybe_done) = match outcome {
            Outcome::Answered { data, current_time } => {
                self.seen = current_time.and_then(Time::unix_seconds).or(self.seen);
                (Some(data), String::new(), None, String::new(), false)
            }
            Outcome::Failed { kind, code, message, maybe_done } => (None, kind, code, message, maybe_done),
        };
        let is_refused = kind == "refused";
        if data.is_none() {
            self.error = Some((kind.clone(), code, message));
        }
        match (self.state.clone(), data) {
            (State::Over(_), _) => {}
            (State::Validate, Some(data)) => self.answered(&data),
            (State::Validate, None) if is_refused && !maybe_done => match code {
                Some(4) => self.state = State::After(Why::NotTaken),
                _ => self.said(
                    Verdict::Refused,
                    "refused",
                    "The service declined the call, so nothing was \
                    counted. See to the key and its rights; this says nothing about the ticket.",
                ),
            },
            (State::Validate, None) if kind == "unanswered" && !maybe_done => {
                self.said(
                    Verdict::NotAsked,
                    "not_asked",
                    "The check did not reach the service, so nothing was \
                    counted.",
                );
            }
            (State::Validate, None) => self.state = State::After(Why::Lost),
            (State::Look, Some(data)) => match data.get("eticket") {
                Some(record @ Value::Map(_)) => self.looked_first(Ticket::read(record)),
                _ => self.said(
                    Verdict::NotAsked,
                    "no_record",
                    "The service answered without a record, so the \
                    check was not asked for.",
                ),
            },
            (State::After(why), Some(data)) => match data.get("eticket") {
                Some(record @ Value::Map(_)) => self.looked(Ticket::read(record), why),
                _ => self.opened(),
            },
            (State::Look | State::After(_), None) if is_refused && code == Some(4) => {
                self.said(Verdict::Unknown, "unknown", "The service knows no ticket with this number.");
            }
            (State::Look, None) => {
                self.said(Verdict::NotAsked, "not_asked", "The service could not be asked, so nothing was counted.");
            }
            (State::After(Why::NotTaken), None) => {
                self.said(
                    Verdict::Undecided,
                    "no_reason",
                    "The service did not take the ticket and could not \
                    be asked why. It was not counted by this scan.",
                );
            }
            (State::After(_), None) => self.opened(),
        }
    }
}

/// The check of a ticket from options by name: `eticket`, `template_id`, `location_id`, and if need be `date`,
/// `started_at`, `tolerance`, `look_first` and `only_look`.
///
/// # Errors
/// Everything that is wrong with the options.
pub fn validation_of(options: &Value) -> Result<Validation, Vec<Problem>> {
    read_all(options, |options| {
        options.require("eticket", "the number of a ticket as a text, as it was scanned");
        let number = options.text("eticket").map(number);
        if let Some(read) = number.as_ref().filter(|read| read.number.is_none()) {
            let why = read.notes.last().map_or("it is no number of a ticket", |note| &note.text);
            options.wrong("eticket", why.to_owned());
        }
        let template_ids = ids(options, "template_id");
        let location_ids = ids(options, "location_id");
        let dates = dates(options);
        let started_at = when(options, "started_at");
        let tolerance = options.whole("tolerance", 0, 86_400).unwrap_or(TOLERANCE);
        let look_first = options.flag("look_first").unwrap_or_default();
        let only_look = options.flag("only_look").unwrap_or_default();
        if look_first && only_look {
            options.wrong("only_look", "looks and does not ask; leave `look_first` out");
        }
        let validation = Validation::new(number?.number?, template_ids?, location_ids?, dates?);
        let validation = validation.started_at(started_at, tolerance);
        Some(match (look_first, only_look) {
            (true, _) => validation.look_first(),
            (_, true) => validation.only_look(),
            _ => validation,
        })
    })
}
