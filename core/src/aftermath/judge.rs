//! What a finding says about a call, by the times of what was found.

use super::compare::telling;
use super::rules::{Moved, Rule, Way};
use super::search::{Finding, Found};
use super::{Aftermath, Evidence, Verdict};
use crate::Value;

/// How many seconds before the call a record may have been made, as far as the two clocks can be compared, and still count
/// as made after it.
const NEAR: i64 = 5;

/// When the call was sent and how it is judged, all on the service's clock.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window {
    pub(super) sent_at: i64,
    /// When its answer was given up, which is when it was sent at the latest.
    pub(super) lost_at: i64,
    pub(super) tolerance: i64,
    pub(super) late: i64,
    /// The time when the look began.
    pub(super) now: i64,
}

/// When a record was made.
#[derive(Clone, Copy, Debug, PartialEq)]
enum When {
    Before,
    /// Before or after.
    Around,
    After,
    /// Later than the call could have made it.
    Late,
    Untold,
}

impl Window {
    fn when(&self, at: &[i64]) -> When {
        let one = |at: &i64| match *at - self.sent_at {
            _ if *at < self.earliest() => When::Before,
            since if since < -NEAR => When::Around,
            _ if *at > self.lost_at.saturating_add(self.late) => When::Late,
            _ => When::After,
        };
        match at.iter().map(one).collect::<Vec<_>>().as_slice() {
            [] => When::Untold,
            [first, rest @ ..] if rest.iter().all(|other| other == first) => *first,
            _ => When::Around,
        }
    }

    /// The second before which nothing is the call's work.
    pub(super) fn earliest(&self) -> i64 {
        self.sent_at.saturating_sub(self.tolerance).saturating_sub(NEAR)
    }

    /// In how many seconds a request that was sent then can no more take effect.
    pub(super) fn left(&self) -> i64 {
        (self.lost_at.saturating_add(self.late) + 1).saturating_sub(self.now).max(0)
    }
}

/// A call and what is known of it.
pub(super) struct Case<'c> {
    pub(super) rule: &'static Rule,
    pub(super) window: Window,
    /// How many records the call makes, of all equal calls together.
    pub(super) wanted: usize,
    /// The ids of the records that were there before, where they are known.
    pub(super) known: Option<&'c [String]>,
}

impl Case<'_> {
    /// What became of it.
    pub(super) fn judge(&self, finding: &Finding) -> Aftermath {
        let mut new: Vec<(&Found, When)> = Vec::new();
        for found in &finding.found {
            let when = self.window.when(&found.at);
            let when = match self.is_known(&found.record) {
                Some(true) => When::Before,
                Some(false) if when == When::Untold => When::After,
                _ if finding.is_only_one && when == When::Untold => When::After,
                _ => when,
            };
            new.push((found, when));
        }
        if let Way::State(_) = self.rule.way {
            return self.state(finding, &new);
        }
        new.retain(|(_, when)| *when != When::Before);
        let evidence = || new.iter().map(|(found, _)| evidence(found)).collect::<Vec<_>>();
        let makes = self.rule.makes;
        let any = |when: When| new.iter().any(|(_, other)| *other == when);
        if new.is_empty() {
            return self.nothing();
        }
        let is_any_number = matches!(self.rule.way, Way::Transactions(Moved::Refunds) | Way::Record(_));
        let reason = if any(When::Untold) {
            format!(
                "There is {makes} that may be it, but its record does not say when it was made. With the ids of the \
                records that were there before, `known`, it can be told."
            )
        } else if any(When::Around) {
            format!(
                "There is {makes} that may be it, but it was made so close before the call that its time does not tell."
            )
        } else if any(When::Late) {
            format!("There is {makes} that may be it, but it was made later than the call is likely to have made it.")
        } else if new.iter().any(|(found, _)| !found.fits) {
            format!(
                "There is {makes} that was made after the call was sent, but it is not in everything like the call."
            )
        } else if new.len() != self.wanted && !is_any_number {
            let (have, wanted) = (new.len(), self.wanted);
            format!("What fits the call and was made after it was sent is there {have} times and not {wanted} times.")
        } else {
            let reason = if finding.is_only_one {
                format!("There is {makes} that is like the call in everything, and there can be only one of it.")
            } else {
                format!("There is {makes} that fits the call and was made after it was sent.")
            };
            return self.told(Verdict::Done, reason, evidence());
        };
        self.told(Verdict::CannotBeTold, reason, evidence())
    }

    /// The state of one record: as it was asked for, or not.
    fn state(&self, finding: &Finding, records: &[(&Found, When)]) -> Aftermath {
        let evidence = || records.iter().map(|(found, _)| evidence(found)).collect::<Vec<_>>();
        match records.first() {
            Some((found, When::After)) if found.fits => {
                let reason = "It is in the state that was asked for, and got there after the call was sent.";
                self.told(Verdict::Done, reason.to_owned(), evidence())
            }
            Some((_, When::Before | When::Untold)) if finding.differs => {
                let told = self.nothing();
                Aftermath { evidence: evidence(), ..told }
            }
            _ => {
                let reason = "Neither its state nor its time tells whether this call brought it there.";
                self.told(Verdict::CannotBeTold, reason.to_owned(), evidence())
            }
        }
    }

    /// Nothing fits.
    fn nothing(&self) -> Aftermath {
        let makes = self.rule.makes;
        match self.window.left() {
            0 if self.rule.way.may_stay_hidden() => {
                let reason = format!(
                    "There is no trace of {makes}, but whether it would show in every case is not documented: what is \
                    booked in another way or not paid yet may not."
                );
                self.told(Verdict::CannotBeTold, reason, Vec::new())
            }
            0 => {
                let reason = format!(
                    "What the service shows was read completely, more than {} seconds after the call was sent, and there \
                    is no trace of {makes}.",
                    self.window.late
                );
                self.told(Verdict::NotDone, reason, Vec::new())
            }
            left => {
                let reason = format!(
                    "There is no trace of {makes} yet, but the request may still be on its way. Look again in {left} seconds."
                );
                let told = self.told(Verdict::CannotBeTold, reason, Vec::new());
                Aftermath { again_in: Some(left), ..told }
            }
        }
    }

    fn is_known(&self, record: &Value) -> Option<bool> {
        let id = super::compare::text(record, "id")?;
        self.known.map(|known| known.contains(&id))
    }

    pub(super) fn told(&self, verdict: Verdict, reason: String, evidence: Vec<Evidence>) -> Aftermath {
        let function = self.rule.function.to_owned();
        Aftermath { function, verdict, reason, evidence, basis: self.rule.basis, again_in: None }
    }
}

fn evidence(found: &Found) -> Evidence {
    Evidence { function: found.function, record: telling(&found.record) }
}
