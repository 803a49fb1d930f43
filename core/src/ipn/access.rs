//! Who has access: events in, the state of every order item out.

use std::collections::BTreeSet;
use std::fmt;

use super::access_text::{HEADER, access_text};
use super::event::Event;
use super::fact::unescaped;
use super::judge::{Judged, TEST, judge, know};
use super::notice::{Notice, lines_of};
use crate::{Problem, Time, Zone};

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
    /// Those of the text form.
    lines: BTreeSet<String>,
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
        /// Why an item is in its state, the reasons that say more after those that say less.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    PeriodOver = "period_over": "it is cancelled, and the paid period is over";
    Overdue = "overdue": "the paid period is over, and nothing was heard of the next payment";
    PaymentDenied = "payment_denied": "a payment was rejected";
    PaymentMissed = "payment_missed": "a payment is missing";
    LastPaidDay = "last_paid_day": "the last paid day is over";
    Upgraded = "upgraded": "another order took its place";
    Refund = "refund": "it was refunded";
    Chargeback = "chargeback": "the bank took the payment back";
}

impl Why {
    /// The state that it puts an item in.
    pub fn state(self) -> State {
        match self {
            Why::NoPayment | Why::NotYet => State::None,
            Why::Paid | Why::Cancelled => State::Active,
            Why::PeriodOver | Why::Overdue | Why::PaymentDenied | Why::PaymentMissed => State::Suspended,
            Why::LastPaidDay | Why::Upgraded | Why::Refund | Why::Chargeback => State::Ended,
        }
    }
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
        let time = |time: Option<Time>| time.map(|time| time.to_string()).unwrap_or_default();
        let texts = [
            self.order_id.as_str(),
            self.order_item_id.as_deref().unwrap_or_default(),
            self.product_id.as_deref().unwrap_or_default(),
            if self.is_test { TEST } else { "" },
            self.state.as_str(),
            &time(self.since),
            &time(self.until),
        ];
        let judged = Judged { texts, why: self.why };
        f.write_str(&judged.sentence())
    }
}

impl From<Judged<'_>> for ItemAccess {
    fn from(judged: Judged<'_>) -> ItemAccess {
        let text = |part| Some(unescaped(part)).filter(|text| !text.is_empty());
        let time = |part| Time::read(part, Zone::Berlin);
        let [order, item, product, test, _, since, until] = judged.texts;
        ItemAccess {
            order_id: unescaped(order),
            order_item_id: text(item),
            product_id: text(product),
            is_test: !test.is_empty(),
            state: judged.why.state(),
            why: judged.why,
            since: time(since),
            until: time(until),
        }
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
        lines_of(event).lines().fold(false, |new, line| self.lines.insert(line.to_owned()) | new)
    }

    /// Takes in what a message said, wherever it comes from. Answers whether it was new.
    pub fn note(&mut self, notice: Notice) -> bool {
        self.lines.insert(notice.line())
    }

    /// Takes in all that another one knows.
    pub fn merge(&mut self, other: &Access) {
        self.lines.extend(other.lines.iter().cloned());
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
        let mut facts = Vec::new();
        self.lines.iter().for_each(|line| know(line, &mut facts));
        judge(&mut facts, now, rules).into_iter().map(ItemAccess::from).collect()
    }

    /// A text to keep it in: one line for every fact. It holds numbers of orders and no personal data.
    pub fn to_text(&self) -> String {
        let lines = self.lines.iter().map(String::as_str);
        std::iter::once(HEADER).chain(lines).collect::<Vec<_>>().join("\n")
    }

    /// Reads what [`to_text`](Access::to_text) wrote. Nothing at all is an empty one.
    ///
    /// # Errors
    /// The first line that is no such text.
    pub fn from_text(text: &str) -> Result<Access, Problem> {
        let text = access_text(text).map_err(|problem| {
            let (path, message) = problem.split_once(": ").unwrap_or_default();
            Problem::new(path, message)
        })?;
        Ok(Access { lines: text.lines().skip(1).map(str::to_owned).collect() })
    }
}
