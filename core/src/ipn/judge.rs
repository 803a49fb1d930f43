//! From facts to the state of every item of every order.

use std::cmp::Ordering;

use super::access::{Rules, State, Why};
use super::fact::*;
use super::notice::Change;
use crate::{Time, Zone};

/// A line as it bears on an order.
#[derive(Clone, Copy)]
pub(super) struct Fact<'a> {
    parts: Parts<'a>,
    /// `None`: another order takes the place of this one. No line says so, but that of the other one.
    change: Option<Change>,
}

/// What a sentence says of a test purchase.
pub(super) const TEST: &str = " (test)";

/// The access that an item gives: [`ItemAccess`](super::ItemAccess) in parts of lines.
pub(super) struct Judged<'a> {
    /// Order, item, product, [`TEST`] or nothing, state, since when, until when.
    pub(super) texts: [&'a str; 7],
    pub(super) why: Why,
}

/// Takes in a line and what it says, also about an order that it replaces.
pub(super) fn know<'a>(mut line: &'a str, facts: &mut Vec<Fact<'a>>) {
    let mut parts = parts(&mut line);
    let change = Change::named(parts[CHANGE]);
    if change.is_none() {
        return;
    }
    facts.push(Fact { parts, change });
    if !parts[REPLACED].is_empty() {
        parts[ORDER] = parts[REPLACED];
        parts[ITEM] = "";
        parts[PRODUCT] = "";
        if !parts[DELIVERY].is_empty() {
            parts[AT] = parts[DELIVERY];
        }
        facts.push(Fact { parts, change: None });
    }
}

/// The state of every item, in the order of their ids.
pub(super) fn judge<'a>(facts: &mut [Fact<'a>], now: i64, rules: Rules) -> Vec<Judged<'a>> {
    facts.sort_unstable_by(in_order);
    let (mut judged, mut others) = (Vec::new(), &*facts);
    while !others.is_empty() {
        let (order, after) = alike(others, &[ORDER, MODE]);
        others = after;
        let mut rest = order;
        while let [first, ..] = rest {
            let (own, after) = alike(rest, if first.parts[ITEM].is_empty() { &[ITEM, PRODUCT] } else { &[ITEM] });
            rest = after;
            // What names no item makes one of its own if there is none that it can mean.
            let means = |fact: &Fact<'_>| first.parts[PRODUCT].is_empty() || fact.same(first, PRODUCT);
            let has_item = first.parts[ITEM].is_empty() && rest.iter().any(means);
            if !has_item && own.iter().any(|fact| fact.change.is_some()) {
                judged.push(Item { facts: &of_item(own, order), now, rules }.judged(first));
            }
        }
    }
    judged
}

/// Those that name no item come first in their order, and of these those that name no product.
fn in_order(one: &Fact<'_>, other: &Fact<'_>) -> Ordering {
    let compare = |place| one.part(place).cmp(other.part(place));
    let item = one.parts[ITEM].len().cmp(&other.parts[ITEM].len());
    compare(ORDER).then(compare(MODE)).then(item).then(compare(ITEM)).then(compare(PRODUCT))
}

/// The first facts that are the same in some places, and the rest.
fn alike<'f, 'a>(facts: &'f [Fact<'a>], places: &[usize]) -> (&'f [Fact<'a>], &'f [Fact<'a>]) {
    let mut end = 0;
    for fact in facts {
        if !places.iter().all(|place| facts.first().is_some_and(|first| fact.same(first, *place))) {
            break;
        }
        end += 1;
    }
    facts.split_at(end)
}

/// All facts that bear on the item that some are about: its own, and those that name no item and may mean it.
fn of_item<'a>(own: &[Fact<'a>], order: &[Fact<'a>]) -> Vec<Fact<'a>> {
    let mut facts = Vec::new();
    for fact in order {
        let has = |place| fact.part(place).is_empty() || own.iter().any(|own| own.same(fact, place));
        if has(ITEM) && has(PRODUCT) {
            facts.push(*fact);
        }
    }
    facts
}

impl<'a> Fact<'a> {
    fn part(&self, place: usize) -> &'a str {
        self.parts.get(place).copied().unwrap_or_default()
    }

    fn same(&self, other: &Fact<'_>, place: usize) -> bool {
        self.part(place) == other.part(place)
    }

    fn is_payment(&self) -> bool {
        self.change == Some(Change::Payment)
    }

    fn in_full(&self) -> bool {
        !self.parts[FULL].is_empty()
    }

    fn number(&self) -> i64 {
        self.parts[NUMBER].parse().unwrap_or(i64::MIN)
    }
}

/// An item with all that bears on it.
struct Item<'f, 'a> {
    facts: &'f [Fact<'a>],
    now: i64,
    rules: Rules,
}

impl<'a> Item<'_, 'a> {
    /// `own` is a fact that names it.
    fn judged(&self, own: &Fact<'a>) -> Judged<'a> {
        let (mut why, mut since, mut cancelled) = (Why::NoPayment, &"", false);
        let (mut until, mut in_full, mut first, mut restart) = (&"", false, &"", &"");
        let mut product = (false, i64::MIN, i64::MIN, "");
        let is_gap = |why| matches!(why, Why::PaymentMissed | Why::PaymentDenied);
        for fact in self.facts {
            let at = &fact.parts[AT];
            let rank = (fact.is_payment(), fact.number(), span(at).0, fact.parts[PRODUCT]);
            if !fact.parts[PRODUCT].is_empty() && rank > product {
                product = rank;
            }
            if fact.is_payment() {
                in_full |= fact.in_full();
                until = later(until, &fact.parts[NEXT]);
                first = earlier(first, at);
                let misses = |miss: &Fact<'_>| self.is_miss(miss) && follows(fact, miss) != Some(true);
                if !self.facts.iter().any(misses) {
                    restart = earlier(restart, at);
                }
            }
            let says = self.says(fact);
            if says == Why::Cancelled {
                cancelled = true;
            } else if says == why || is_gap(says) && is_gap(why) {
                since = earlier(since, at);
                why = why.max(says);
            } else if says > why {
                (why, since) = (says, at);
            }
        }
        if in_full {
            until = &"";
        }
        let over_for = |days: u16| self.now > span(until).1.saturating_add(i64::from(days) * 86_400);
        (why, since) = match why {
            Why::NoPayment | Why::NotYet => (why, &""),
            Why::Paid if cancelled && over_for(0) => (Why::PeriodOver, until),
            Why::Paid if self.rules.overdue_after.is_some_and(over_for) => (Why::Overdue, until),
            Why::Paid => {
                (if cancelled { Why::Cancelled } else { why }, if restart.is_empty() { first } else { restart })
            }
            // Such a message may carry the date of the last payment, which was before.
            Why::LastPaidDay => (why, later(until, since)),
            _ => (why, since),
        };
        let state = why.state();
        let [order, mode, _, item, ..] = own.parts;
        let test = if mode == "test" { TEST } else { "" };
        let until = if state == State::Active { until } else { "" };
        Judged { texts: [order, item, product.3, test, state.as_str(), since, until], why }
    }

    /// What a fact makes of the item by itself, if nothing takes it back.
    fn says(&self, fact: &Fact<'_>) -> Why {
        let has_begun = span(fact.parts[DELIVERY]).0 <= self.now;
        match fact.change {
            Some(Change::Payment) if has_begun => Why::Paid,
            Some(Change::Payment) => Why::NotYet,
            None if has_begun => Why::Upgraded,
            Some(Change::Refund) => Why::Refund,
            Some(Change::Chargeback) => Why::Chargeback,
            Some(Change::LastPaidDay) => Why::LastPaidDay,
            Some(Change::RebillCancelled) if !self.taken_back(fact) => Why::Cancelled,
            Some(Change::PaymentMissed) if !self.taken_back(fact) => Why::PaymentMissed,
            Some(Change::PaymentDenial) if self.is_miss(fact) && !self.taken_back(fact) => Why::PaymentDenied,
            _ => Why::NoPayment,
        }
    }

    /// Whether it tells of a payment that did not come.
    fn is_miss(&self, fact: &Fact<'_>) -> bool {
        match fact.change {
            Some(Change::PaymentMissed) => true,
            Some(Change::PaymentDenial) => self.rules.denial_suspends,
            _ => false,
        }
    }

    /// Whether something came after that event and takes it back.
    fn taken_back(&self, event: &Fact<'_>) -> bool {
        self.facts.iter().any(|fact| match fact.change {
            Some(Change::Payment) => follows(fact, event).unwrap_or_else(|| {
                // A payment is reported missing when the paid period is over, so while one runs, the payment was made.
                let runs = fact.in_full() || !fact.parts[NEXT].is_empty() && self.now <= span(fact.parts[NEXT]).1;
                runs && event.change != Some(Change::RebillCancelled)
            }),
            Some(Change::RebillResumed) => {
                self.rules.resuming_lifts && compared(fact, event) == Some(Ordering::Greater)
            }
            _ => false,
        })
    }
}

/// Whether a payment came after an event; `None` when the messages do not tell.
fn follows(payment: &Fact<'_>, event: &Fact<'_>) -> Option<bool> {
    let (paid, other) = (payment.number(), event.number());
    if paid > 0 && other > 0 && paid != other {
        return Some(paid > other);
    }
    match compared(payment, event) {
        Some(order) => Some(order == Ordering::Greater),
        // Events without a transaction of their own may name the last one.
        None => (!payment.parts[TRANSACTION].is_empty() && payment.same(event, TRANSACTION)).then_some(false),
    }
}

/// Puts two events in order of time; `None` when a day without time of day leaves it open.
fn compared(one: &Fact<'_>, other: &Fact<'_>) -> Option<Ordering> {
    let (one, other) = (span(one.parts[AT]), span(other.parts[AT]));
    if one.0 > other.1 {
        Some(Ordering::Greater)
    } else if one.1 < other.0 {
        Some(Ordering::Less)
    } else {
        (one.0 == one.1 && other.0 == other.1).then_some(Ordering::Equal)
    }
}

fn earlier<'f, 'a>(one: &'f &'a str, other: &'f &'a str) -> &'f &'a str {
    if one.is_empty() || !other.is_empty() && is_before(other, one) { other } else { one }
}

fn later<'f, 'a>(one: &'f &'a str, other: &'f &'a str) -> &'f &'a str {
    if one.is_empty() || !other.is_empty() && is_before(one, other) { other } else { one }
}

/// Whether a time is before another one. All are in one order, so that ties are decided the same way whatever came first.
fn is_before(one: &str, other: &str) -> bool {
    (span(one), one) < (span(other), other)
}

/// The first and the last second of a time. One that nobody told may be any.
fn span(time: &str) -> (i64, i64) {
    Time::read(time, Zone::Berlin).map_or((i64::MIN, i64::MAX), Time::span)
}
