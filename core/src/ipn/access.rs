//! Who has access: events in, the state of every order item out.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;

use super::event::Event;
use super::notice::{Change, Notice};
use crate::{Problem, Time, Zone};

/// First line of the text form.
const HEADER: &str = "digistore24-access 1";

/// What is known about who has access, from any number of orders.
///
/// It keeps the set of what events said and works the state out when asked, so neither order nor repetition matters:
/// the service promises no order, sends again for ten days, and support may send an older event after a newer one.
///
/// # Rules
///
/// | event | what it does |
/// |---|---|
/// | `on_payment` | gives access, and gives it back after a missed payment |
/// | `on_payment_missed` | suspends, unless a payment came after it |
/// | `on_rebill_cancelled` | nothing until the paid period is over; then suspends, if `last_paid_day` has not come |
/// | `on_rebill_resumed` | nothing, for no payment has happened ([`Rules::resuming_lifts`]) |
/// | `payment_denial` | nothing ([`Rules::denial_suspends`]) |
/// | `on_refund`, `on_chargeback`, `last_paid_day` | end it, and nothing ever opens it again |
/// | a payment with `upgraded_order_id` | ends that order on `delivery_date`, or at once, and gives the new one then |
/// | all others | nothing |
///
/// Source: the vendor's documentation and app kit (2026). Where both leave room, the choice is ours: `resuming_lifts`
/// (the kit says it *may* lift a suspension, the vendor's sample that no payment has happened) and the suspension
/// between the end of a cancelled period and `last_paid_day`.
///
/// Which of two events is the later one is told by `pay_sequence_no`, then by the time of the transaction. A missed
/// payment with the `transaction_id` of a payment tells of the time after it. Where none of this decides, a payment
/// counts as the later one as long as its paid period runs, since a missing payment is reported when that is over
/// (vendor's guide); after that, the missed payment does.
///
/// A paid period includes the day of `next_payment_at`, on Berlin's clock. Between that day and the next message, a
/// subscription that runs stays active: the service says itself when a payment is missing ([`Rules::overdue_after`]).
///
/// Test purchases are items of their own. Of an upgrade, feed the payment to wherever the old order is kept, too.
///
/// ```
/// use digistore24::ipn::{Access, State, signed_body, verify};
///
/// let event = |pairs: &[(&str, &str)]| verify(signed_body(pairs, "Kranich"), "Kranich");
/// let item = [("order_id", "Q7M2XWPA"), ("order_item_id", "501"), ("product_id", "42"), ("transaction_id", "9001")];
/// let paid = event(&[&[("event", "on_payment"), ("billing_type", "single_payment")], &item[..]].concat())?;
/// let refunded = event(&[&[("event", "on_refund")], &item[..3]].concat())?;
///
/// let mut access = Access::new();
/// access.feed(&paid);
/// assert_eq!(access.at(1_791_201_600)[0].state, State::Active);
/// access.feed(&refunded);
/// access.feed(&paid);
/// assert_eq!(access.at(1_791_201_600)[0].state, State::Ended);
///
/// let kept = access.to_text();
/// assert_eq!(Access::from_text(&kept).unwrap(), access);
/// # Ok::<(), digistore24::ipn::Rejected>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Access {
    /// By their lines, which makes this a set in the order of the text form.
    notices: BTreeMap<String, Notice>,
}

/// Choices where the vendor leaves room. The default is what the table at [`Access`] says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// A later `on_rebill_resumed` takes back a missed payment and a cancellation. Only its own time proves it later.
    pub resuming_lifts: bool,
    /// `payment_denial` suspends like `on_payment_missed`.
    pub denial_suspends: bool,
    /// Days after which a subscription without further message is suspended once its paid period is over. For hosts
    /// that do not get `on_payment_missed`.
    pub overdue_after: Option<u16>,
}

/// Whether an order item gives access.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Nothing is known that gives access. Nothing took it away either: leave things as they are.
    None,
    /// It gives access.
    Active,
    /// It gives no access at present; a payment brings it back.
    Suspended,
    /// It gives no access, ever again.
    Ended,
}

impl State {
    /// `none`, `active`, `suspended` or `ended`.
    pub fn as_str(self) -> &'static str {
        match self {
            State::None => "none",
            State::Active => "active",
            State::Suspended => "suspended",
            State::Ended => "ended",
        }
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

macro_rules! whys {
    ($($name:ident = $word:literal: $sentence:literal;)*) => {
        /// Why an item is in its state.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Why { $(#[doc = concat!("`", $word, "`: ", $sentence, ".")] $name,)* }

        impl Why {
            /// A word for programs.
            pub fn as_str(self) -> &'static str {
                match self { $(Why::$name => $word,)* }
            }

            /// A sentence for people.
            pub fn sentence(self) -> &'static str {
                match self { $(Why::$name => $sentence,)* }
            }
        }
    };
}

whys! {
    NoPayment = "no_payment": "no payment has been seen";
    NotYet = "not_yet": "it is paid, and takes the place of another order on its delivery date";
    Paid = "paid": "it is paid";
    Cancelled = "cancelled": "it is cancelled, and the paid period still runs";
    PaymentMissed = "payment_missed": "a payment is missing";
    PaymentDenied = "payment_denied": "a payment was rejected";
    PeriodOver = "period_over": "it is cancelled, and the paid period is over";
    Overdue = "overdue": "the paid period is over, and nothing was heard of the next payment";
    Refund = "refund": "it was refunded";
    Chargeback = "chargeback": "the bank took the payment back";
    Upgraded = "upgraded": "another order took its place";
    LastPaidDay = "last_paid_day": "the last paid day is over";
}

/// The access that one item of an order gives.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ItemAccess {
    /// The order.
    pub order_id: String,
    /// The item; `None` when no message named it.
    pub order_item_id: Option<String>,
    /// The product, that of the last payment if they differ.
    pub product_id: Option<String>,
    /// Whether it was a test purchase.
    pub is_test: bool,
    /// Whether it gives access.
    pub state: State,
    /// Why.
    pub why: Why,
    /// Since when, as far as messages told.
    pub since: Option<Time>,
    /// While active: the last day that is paid, on which the next payment is due. `None` when no end is known.
    pub until: Option<Time>,
}

/// `Q7M2XWPA, item 501, product 42: active since 2026-08-01, until 2026-09-01: it is paid`
impl fmt::Display for ItemAccess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.order_id)?;
        if let Some(item) = &self.order_item_id {
            write!(f, ", item {item}")?;
        }
        if let Some(product) = &self.product_id {
            write!(f, ", product {product}")?;
        }
        write!(f, "{}: {}", if self.is_test { " (test)" } else { "" }, self.state)?;
        if let Some(since) = self.since {
            write!(f, " since {since}")?;
        }
        if let Some(until) = self.until {
            write!(f, ", until {until}")?;
        }
        write!(f, ": {}", self.why.sentence())
    }
}

impl Access {
    /// Nothing known yet.
    pub fn new() -> Access {
        Access::default()
    }

    /// Takes in an event. Answers whether it said anything about access that was not known.
    pub fn feed(&mut self, event: &Event) -> bool {
        // All of them, not just up to the first that is new.
        Notice::of(event).into_iter().fold(false, |new, notice| self.note(notice) | new)
    }

    /// Takes in what a message said, wherever it comes from. Answers whether it was new.
    pub fn note(&mut self, notice: Notice) -> bool {
        let notice = notice.tidied();
        self.notices.insert(notice.line(), notice).is_none()
    }

    /// Takes in all that another one knows.
    pub fn merge(&mut self, other: &Access) {
        self.notices.extend(other.notices.iter().map(|(line, notice)| (line.clone(), notice.clone())));
    }

    /// The state of every item at a moment, in seconds since 1970 (UTC), in the order of their ids.
    ///
    /// Everything that was fed counts, also what happened after that moment; the moment only decides whether paid
    /// periods and delivery dates have passed.
    pub fn at(&self, now: i64) -> Vec<ItemAccess> {
        self.at_by(now, Rules::default())
    }

    /// The same by other [`Rules`].
    pub fn at_by(&self, now: i64, rules: Rules) -> Vec<ItemAccess> {
        let all: Vec<&Notice> = self.notices.values().collect();
        let replaced = |notice: &Notice| (notice.upgraded_order_id.clone(), notice.is_test);
        let mut upgrades: Vec<&Notice> = all.iter().copied().filter(|n| n.upgraded_order_id.is_some()).collect();
        upgrades.sort_by_cached_key(|notice| replaced(notice));
        let orders = all.chunk_by(|a, b| a.order_id == b.order_id && a.is_test == b.is_test);
        orders
            .flat_map(|order| {
                let key = order.first().map(|first| (Some(first.order_id.clone()), first.is_test));
                let from = upgrades.partition_point(|notice| Some(replaced(notice)) < key);
                let to = upgrades.partition_point(|notice| Some(replaced(notice)) <= key);
                let upgrades = upgrades.get(from..to).unwrap_or_default();
                let items = items(order).into_iter();
                items.map(|item| item.judged(upgrades, now, rules)).collect::<Vec<_>>()
            })
            .collect()
    }

    /// A text to keep it in: one line for every fact. It holds numbers of orders and no personal data.
    pub fn to_text(&self) -> String {
        let mut text = HEADER.to_owned();
        for line in self.notices.keys() {
            text.push('\n');
            text.push_str(line);
        }
        text
    }

    /// Reads what [`to_text`](Access::to_text) wrote. Nothing at all is an empty one.
    ///
    /// # Errors
    /// The first line that is no such text.
    pub fn from_text(text: &str) -> Result<Access, Problem> {
        let mut access = Access::new();
        let mut lines = text.lines().zip(1..);
        match lines.next() {
            None | Some((HEADER, _)) => {}
            Some(_) => {
                let message = format!("expected `{HEADER}`; hand over the whole text that `Access` wrote");
                return Err(Problem::new("line 1", message));
            }
        }
        for (line, number) in lines.filter(|(line, _)| !line.is_empty()) {
            let notice =
                Notice::parse(line).map_err(|problem| Problem::new(format!("line {number}"), problem.message))?;
            access.note(notice);
        }
        Ok(access)
    }
}

/// An item of an order with all that bears on it.
struct Known<'a> {
    id: Option<&'a str>,
    notices: Vec<&'a Notice>,
}

/// The items of an order. What names no item goes to those it can mean, and makes one of its own if there is none.
fn items<'a>(order: &[&'a Notice]) -> Vec<Known<'a>> {
    let mut known: Vec<Known<'a>> = Vec::new();
    let (named, loose): (Vec<&Notice>, Vec<&Notice>) = order.iter().partition(|n| n.order_item_id.is_some());
    for notice in named {
        let id = notice.order_item_id.as_deref();
        match known.iter_mut().find(|item| item.id == id) {
            Some(item) => item.notices.push(notice),
            None => known.push(Known { id, notices: vec![notice] }),
        }
    }
    let (of_product, of_order): (Vec<&Notice>, Vec<&Notice>) = loose.iter().partition(|n| n.product_id.is_some());
    for notice in of_product {
        let same = |item: &&mut Known<'a>| item.notices.iter().any(|other| other.product_id == notice.product_id);
        let mut found = false;
        for item in known.iter_mut().filter(same) {
            found = true;
            item.notices.push(notice);
        }
        if !found {
            known.push(Known { id: None, notices: vec![notice] });
        }
    }
    if known.is_empty() {
        known.push(Known { id: None, notices: Vec::new() });
    }
    for item in &mut known {
        item.notices.extend(&of_order);
    }
    known.sort_by_key(|item| (item.id.map(str::len), item.id));
    known
}

impl<'a> Known<'a> {
    fn all(&self, change: Change) -> impl Iterator<Item = &'a Notice> {
        self.notices.iter().copied().filter(move |notice| notice.change == change)
    }

    fn has(&self, change: Change) -> bool {
        self.all(change).next().is_some()
    }

    fn judged(&self, upgrades: &[&Notice], now: i64, rules: Rules) -> ItemAccess {
        let (state, why, since) = self.ended(upgrades, now).unwrap_or_else(|| self.open(now, rules));
        let first = self.notices.first();
        let product = self.notices.iter().max_by_key(|n| {
            (
                n.product_id.is_some(),
                n.change == Change::Payment,
                n.pay_sequence_no,
                n.at.map(first_second),
                &n.product_id,
            )
        });
        ItemAccess {
            order_id: first.map(|notice| notice.order_id.clone()).unwrap_or_default(),
            order_item_id: self.id.map(str::to_owned),
            product_id: product.and_then(|notice| notice.product_id.clone()),
            is_test: first.is_some_and(|notice| notice.is_test),
            state,
            why,
            since,
            until: self.paid_until().filter(|_| state == State::Active),
        }
    }

    /// What ended it. Of several reasons the one that says most: money that went back, a successor, the last day.
    fn ended(&self, upgrades: &[&Notice], now: i64) -> Option<Judgement> {
        let ended = |why, since| Some((State::Ended, why, since));
        for (change, why) in [(Change::Chargeback, Why::Chargeback), (Change::Refund, Why::Refund)] {
            if self.has(change) {
                return ended(why, earliest(self.all(change)));
            }
        }
        let due = |upgrade: &&&Notice| upgrade.delivery_date.is_none_or(|day| first_second(day) <= now);
        let begins = |upgrade: &&Notice| upgrade.delivery_date.or(upgrade.at);
        if upgrades.iter().any(|upgrade| due(&upgrade)) {
            let since = upgrades.iter().filter(due).filter_map(begins).min_by_key(|time| order(*time));
            return ended(Why::Upgraded, since);
        }
        if self.has(Change::LastPaidDay) {
            // Such a message may carry the date of the last payment, which was before.
            let told = earliest(self.all(Change::LastPaidDay));
            return ended(Why::LastPaidDay, self.paid_until().into_iter().chain(told).max_by_key(|time| order(*time)));
        }
        None
    }

    /// The state of an item that nothing ended.
    fn open(&self, now: i64, rules: Rules) -> Judgement {
        let denials = self.all(Change::PaymentDenial).filter(|_| rules.denial_suspends);
        let misses: Vec<&Notice> = self.all(Change::PaymentMissed).chain(denials).collect();
        let mut missing = misses.iter().copied().filter(|miss| !self.made_good(miss, now, rules)).peekable();
        if let Some(miss) = missing.peek() {
            let why = if miss.change == Change::PaymentMissed { Why::PaymentMissed } else { Why::PaymentDenied };
            return (State::Suspended, why, earliest(missing));
        }
        if !self.has(Change::Payment) {
            return (State::None, Why::NoPayment, None);
        }
        let begun = |payment: &Notice| payment.delivery_date.is_none_or(|day| first_second(day) <= now);
        if !self.all(Change::Payment).any(begun) {
            return (State::None, Why::NotYet, None);
        }
        let cancelled = self.all(Change::RebillCancelled).any(|stop| !self.overtaken(stop, rules));
        let until = self.paid_until();
        let over_for =
            |days: u16| until.is_some_and(|until| now > last_second(until).saturating_add(i64::from(days) * 86_400));
        if cancelled && over_for(0) {
            return (State::Suspended, Why::PeriodOver, until);
        }
        if rules.overdue_after.is_some_and(over_for) {
            return (State::Suspended, Why::Overdue, until);
        }
        let after_misses = |payment: &&Notice| misses.iter().all(|miss| follows(payment, miss) == Some(true));
        let since = earliest(self.all(Change::Payment).filter(after_misses));
        let since = since.or_else(|| earliest(self.all(Change::Payment)));
        (State::Active, if cancelled { Why::Cancelled } else { Why::Paid }, since)
    }

    /// The day on which the next payment is due; `None` when it is paid in full or no message said so.
    fn paid_until(&self) -> Option<Time> {
        if self.all(Change::Payment).any(|payment| payment.paid_in_full) {
            return None;
        }
        let due = self.all(Change::Payment).filter_map(|payment| payment.next_payment_at);
        due.max_by_key(|day| order(*day))
    }

    /// Whether something came after that event and takes it back, for certain.
    fn overtaken(&self, event: &Notice, rules: Rules) -> bool {
        let resumed = |resumption: &Notice| compared(resumption.at, event.at) == Some(Ordering::Greater);
        self.all(Change::Payment).any(|payment| follows(payment, event) == Some(true))
            || rules.resuming_lifts && self.all(Change::RebillResumed).any(resumed)
    }

    /// Whether a missing payment was made, or has to be taken for made.
    fn made_good(&self, miss: &Notice, now: i64, rules: Rules) -> bool {
        let runs = |payment: &Notice| {
            payment.paid_in_full || payment.next_payment_at.is_some_and(|until| now <= last_second(until))
        };
        self.overtaken(miss, rules)
            || self.all(Change::Payment).any(|payment| follows(payment, miss).is_none() && runs(payment))
    }
}

/// The state, the reason, and since when.
type Judgement = (State, Why, Option<Time>);

/// Whether a payment came after an event; `None` when the messages do not tell.
fn follows(payment: &Notice, event: &Notice) -> Option<bool> {
    let number = |notice: &Notice| notice.pay_sequence_no.filter(|number| *number > 0);
    if let (Some(paid), Some(other)) = (number(payment), number(event))
        && paid != other
    {
        return Some(paid > other);
    }
    match compared(payment.at, event.at) {
        Some(Ordering::Greater) => Some(true),
        Some(_) => Some(false),
        // Events without a transaction of their own may name the last one.
        None => (payment.transaction_id.is_some() && payment.transaction_id == event.transaction_id).then_some(false),
    }
}

/// Puts two times in order; `None` when a day without time of day leaves it open.
fn compared(one: Option<Time>, other: Option<Time>) -> Option<Ordering> {
    let (one, other) = (one?, other?);
    if first_second(one) > last_second(other) {
        Some(Ordering::Greater)
    } else if last_second(one) < first_second(other) {
        Some(Ordering::Less)
    } else {
        (!one.is_date() && !other.is_date()).then_some(Ordering::Equal)
    }
}

fn earliest<'a>(notices: impl Iterator<Item = &'a Notice>) -> Option<Time> {
    notices.filter_map(|notice| notice.at).min_by_key(|time| order(*time))
}

/// A key by which all times are in one order, so that ties are decided the same way whatever came first.
fn order(time: Time) -> (i64, i64, i16) {
    (first_second(time), last_second(time), time.offset_minutes().unwrap_or_default())
}

/// The first second of a day, or the moment itself.
fn first_second(time: Time) -> i64 {
    second(time, "00:00:00")
}

/// The last second of a day, or the moment itself.
fn last_second(time: Time) -> i64 {
    second(time, "23:59:59")
}

fn second(time: Time, clock: &str) -> i64 {
    let on_the_clock = || Time::parse(&format!("{time} {clock}"), Zone::Berlin).ok()?.unix_seconds();
    time.unix_seconds().or_else(on_the_clock).unwrap_or_default()
}
