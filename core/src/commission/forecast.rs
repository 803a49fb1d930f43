//! What is paid out to whom and when.

use super::currency::Currency;
use super::note::{Note, Remark};
use super::party::Party;
use super::refund::{Refund, RefundKind};
use super::reserve::ReservePolicy;
use super::round::Tie;
use super::split::Split;
use super::{refund, schedule};
use crate::options::{Options, read_all};
use crate::value::list;
use crate::{Amount, Problem, Time, Value};

/// A payment or a refund on a day, as far as it bears on payouts.
#[derive(Clone, Debug, PartialEq)]
pub struct Booking {
    on: Time,
    kind: EntryKind,
    currency: Currency,
    shares: Vec<(Party, Amount)>,
    fee: Amount,
    tie: Tie,
    is_long: bool,
}

impl Booking {
    /// A payment on that day.
    pub fn payment(paid_on: Time, split: &Split) -> Booking {
        Booking {
            on: paid_on,
            kind: EntryKind::Payment,
            currency: split.currency,
            shares: split.shares(),
            fee: Amount::cents(0),
            tie: split.terms.tie,
            is_long: ReservePolicy::default().is_short_for(split),
        }
    }

    /// The vendor's share of a payment, or what went back of it, as a ledger tells them.
    pub(crate) fn of_vendor(on: Time, kind: EntryKind, currency: Currency, share: Amount) -> Booking {
        let shares = vec![(Party::Vendor, share)];
        Booking { on, kind, currency, shares, fee: Amount::cents(0), tie: Tie::default(), is_long: false }
    }

    /// A refund or chargeback on that day.
    pub fn refund(refunded_on: Time, refund: &Refund) -> Booking {
        Booking {
            on: refunded_on,
            kind: match refund.kind {
                RefundKind::Refund => EntryKind::Refund,
                RefundKind::Chargeback => EntryKind::Chargeback,
            },
            currency: refund.currency,
            shares: refund.amounts.shares(),
            fee: if refund.fee_inside { Amount::cents(0) } else { refund.fee },
            tie: Tie::default(),
            is_long: false,
        }
    }
}

/// What an [`Entry`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// The part of a share that clears first.
    Payment,
    /// The part of a share that was held back.
    Reserve,
    /// A share that goes back.
    Refund,
    /// A share that the bank took back.
    Chargeback,
    /// The fee of a refund or a chargeback.
    Fee,
}

impl EntryKind {
    /// `payment`, `reserve`, `refund`, `chargeback` or `fee`.
    pub fn as_str(self) -> &'static str {
        match self {
            EntryKind::Payment => "payment",
            EntryKind::Reserve => "reserve",
            EntryKind::Refund => "refund",
            EntryKind::Chargeback => "chargeback",
            EntryKind::Fee => "fee",
        }
    }
}

/// On which days money is paid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum PayoutDays {
    /// On every day.
    #[default]
    Any,
    /// On these days of the month, 1 to 28: 7, 14, 21 and 28 stand in a sample of the service (2019).
    OfMonth(Vec<u8>),
    /// On this day of the week, 1 for Monday to 7 for Sunday, four times in a month: Friday, by an operator (2026).
    Weekly(u8),
}

/// The days of the week, as the options name them.
const WEEK: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

impl PayoutDays {
    /// The first of them that is not before that day.
    fn next(&self, day: i64) -> Option<i64> {
        // Every kind of them comes within two months.
        (day..day.checked_add(62)?).find(|day| {
            let of_month = Time::of_day_number(*day).map_or(0, Time::day);
            match self {
                PayoutDays::Any => true,
                PayoutDays::OfMonth(days) => days.contains(&of_month),
                // A fifth one comes after the 28th.
                PayoutDays::Weekly(weekday) => {
                    (day + 3).rem_euclid(7) + 1 == i64::from(*weekday) && (1..=28).contains(&of_month)
                }
            }
        })
    }
}

/// When and how much is paid out. What a party has settled with the platform.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayoutPolicy {
    /// On which days.
    pub days: PayoutDays,
    /// What a balance has to reach. It is measured after margin, commissions and reserve (vendor document).
    pub threshold: Amount,
    /// The same for single parties.
    pub thresholds: Vec<(Party, Amount)>,
    /// What each payout costs, taken out of it: 2.50 for SEPA with MSLW Limited (price list, 2026-11). A balance that is
    /// not more than this waits.
    pub fee: Option<Amount>,
    /// The last day that is looked at; without it, until everything is due.
    pub until: Option<Time>,
}

impl Default for PayoutPolicy {
    fn default() -> PayoutPolicy {
        PayoutPolicy {
            days: PayoutDays::default(),
            threshold: Amount::cents(0),
            thresholds: Vec::new(),
            fee: None,
            until: None,
        }
    }
}

/// Payouts to come.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Forecast {
    /// For each currency and party, in that order. Nothing is converted.
    pub accounts: Vec<Account>,
    /// What it rests on that is uncertain.
    pub notes: Vec<Note>,
}

/// The payouts of a party in a currency. All of them and what is open are the total.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Account {
    /// Whose they are.
    pub party: Party,
    /// The currency of all amounts.
    pub currency: Currency,
    /// The sum of the party's shares, less what went back and its fees.
    pub total: Amount,
    /// The payouts, in order.
    pub payouts: Vec<Payout>,
    /// What is not paid out, below zero where more went back than is left.
    pub open: Amount,
    /// What that consists of.
    pub waiting: Vec<Entry>,
}

/// A payout: all that has fallen due.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Payout {
    /// The day.
    pub on: Time,
    /// How much leaves the balance.
    pub amount: Amount,
    /// How much of that the platform keeps for it.
    pub fee: Amount,
    /// How much of it could have gone out earlier, had it been enough.
    pub carried: Amount,
    /// What it consists of.
    pub from: Vec<Entry>,
}

/// A part of a payout.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Entry {
    /// What it is.
    pub kind: EntryKind,
    /// The day of the payment or the refund.
    pub booked_on: Time,
    /// The day it falls due.
    pub due_on: Time,
    /// How much it is.
    pub amount: Amount,
}

/// An [`Entry`] in whole cents.
#[derive(Clone, Copy)]
struct Line {
    kind: EntryKind,
    booked_on: Time,
    due: i64,
    cents: i64,
}

/// The lines of a party in a currency.
struct Ledger {
    party: Party,
    currency: Currency,
    lines: Vec<Line>,
}

/// Tells who is paid how much and when.
///
/// The shares of a payment fall due when they clear, what is held back when its time is over; what goes back is taken from
/// the balance at once. On the payout day that follows, all that is due is paid out if it reaches the threshold, else it
/// waits for the next payout day on which something falls due. All bookings are taken for those of the same vendor,
/// affiliate and referrer: leave out those of others.
///
/// # Errors
/// Everything that is wrong with bookings and policies, with the names that the options have in the bindings.
///
/// ```
/// use digistore24::commission::{
///     Booking, Currency, PayoutDays, PayoutPolicy, ReservePolicy, Sale, Terms, Vat, forecast, split,
/// };
/// use digistore24::{Time, Zone};
///
/// let sale = Sale::gross("59.50".parse()?, Currency::known("EUR")?, Vat::Rate("19".parse()?));
/// let paid = Booking::payment(Time::parse("2026-10-05", Zone::Berlin)?, &split(&sale, &Terms::default()).unwrap());
/// let payouts = PayoutPolicy { days: PayoutDays::OfMonth(vec![7, 14, 21, 28]), ..PayoutPolicy::default() };
/// let forecast = forecast(&[paid], &ReservePolicy::default(), &payouts).unwrap();
/// let rows: Vec<String> =
///     forecast.accounts[0].payouts.iter().map(|payout| format!("{} {}", payout.on, payout.amount)).collect();
/// assert_eq!(rows, ["2026-10-21 39.87", "2026-12-07 4.43"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn forecast(
    bookings: &[Booking],
    reserve: &ReservePolicy,
    payouts: &PayoutPolicy,
) -> Result<Forecast, Vec<Problem>> {
    let mut problems = Vec::new();
    reserve.check(&mut problems);
    payouts.check(&mut problems);
    for currency in bookings.iter().map(|booking| booking.currency) {
        payouts.check_amounts(currency, &mut problems);
    }
    if bookings.iter().any(|booking| !booking.on.is_date()) {
        problems.push(Problem::new("payments", "expected days without a time of day"));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let beyond = || vec![Problem::new("payments", "the amounts are too large, or the days are beyond the year 9999")];
    let mut ledgers = Vec::new();
    let mut was_tie = false;
    for booking in bookings {
        was_tie |= booking.enter(&mut ledgers, reserve).ok_or_else(beyond)?;
    }
    ledgers.sort_by(|one, other| {
        (one.currency.code(), one.currency.digits(), &one.party).cmp(&(
            other.currency.code(),
            other.currency.digits(),
            &other.party,
        ))
    });
    let several = ledgers.windows(2).any(|pair| matches!(pair, [one, other] if one.currency != other.currency));
    let accounts = ledgers.into_iter().map(|ledger| ledger.paid_out(payouts)).collect::<Option<_>>();
    let fee = payouts.fee.unwrap_or_default();
    let counts = !fee.is_zero() || !payouts.threshold.is_zero() || !payouts.thresholds.is_empty();
    let is_euro = |booking: &Booking| booking.currency.code() == "EUR";
    let goes_back = |booking: &Booking| booking.kind != EntryKind::Payment;
    let notes = [
        (was_tie, Remark::ReserveCent, "from"),
        (reserve.clearing_days < 30 && bookings.iter().any(|booking| booking.is_long), Remark::LongClearing, "due_on"),
        (bookings.iter().any(goes_back), Remark::RefundAtOnce, "from"),
        (payouts.days != PayoutDays::Any, Remark::PayoutDay, "on"),
        (matches!(payouts.days, PayoutDays::Weekly(_)), Remark::WeeklyPayout, "on"),
        (payouts.fee.is_none() && !bookings.is_empty(), Remark::PayoutFee, "fee"),
        (!fee.is_zero() && !bookings.iter().all(is_euro), Remark::FeeCurrency, "fee"),
        (several && counts, Remark::Currencies, "amount"),
    ];
    Ok(Forecast { accounts: accounts.ok_or_else(beyond)?, notes: Note::those(notes) })
}

impl Booking {
    /// Enters it for all parties. Tells whether exactly half a cent was rounded; `None` when something does not fit.
    fn enter(&self, ledgers: &mut Vec<Ledger>, policy: &ReservePolicy) -> Option<bool> {
        let day = self.on.day_number();
        let mut was_tie = false;
        let mut enter = |party: &Party, kind, days: u32, cents| {
            if cents == 0 {
                return;
            }
            let line = Line { kind, booked_on: self.on, due: day + i64::from(days), cents };
            let is_its = |ledger: &&mut Ledger| ledger.party == *party && ledger.currency == self.currency;
            match ledgers.iter_mut().find(is_its) {
                Some(ledger) => ledger.lines.push(line),
                None => {
                    ledgers.push(Ledger { party: party.clone(), currency: self.currency, lines: vec![line] });
                }
            }
        };
        for (party, share) in &self.shares {
            let share = share.minor_units(self.currency.digits()).ok()?;
            if self.kind == EntryKind::Payment {
                let held = policy.held(share, self.tie)?;
                was_tie |= held.was_tie;
                enter(party, EntryKind::Payment, policy.clearing_days, share - held.units);
                enter(party, EntryKind::Reserve, policy.reserve_days, held.units);
            } else {
                enter(party, self.kind, 0, share);
            }
        }
        let fee = self.fee.minor_units(self.currency.digits()).ok()?;
        enter(&Party::Vendor, EntryKind::Fee, 0, fee.checked_neg()?);
        Some(was_tie)
    }
}

impl Line {
    fn entry(self, currency: Currency) -> Option<Entry> {
        Some(Entry {
            kind: self.kind,
            booked_on: self.booked_on,
            due_on: Time::of_day_number(self.due)?,
            amount: currency.amount(self.cents),
        })
    }
}

impl Ledger {
    /// The payouts, day by day; `None` when something does not fit.
    fn paid_out(mut self, policy: &PayoutPolicy) -> Option<Account> {
        let currency = self.currency;
        let minor = |amount: Amount| amount.minor_units(currency.digits()).ok();
        let own = policy.thresholds.iter().find(|(party, _)| *party == self.party);
        let threshold = minor(own.map_or(policy.threshold, |(_, amount)| *amount))?;
        let fee = minor(policy.fee.unwrap_or_default())?;
        let last = policy.until.map_or(i64::MAX, Time::day_number);
        self.lines.sort_by_key(|line| line.due);

        let total = sum(&self.lines)?;
        let mut payouts = Vec::new();
        let mut waiting: Vec<Line> = Vec::new();
        let mut carried = 0i64;
        let mut lines = self.lines.into_iter().peekable();
        while let Some(first) = lines.peek() {
            let day = policy.days.next(first.due)?;
            if day > last {
                break;
            }
            while let Some(line) = lines.next_if(|line| line.due <= day) {
                waiting.push(line);
            }
            let balance = sum(&waiting)?;
            if balance > fee && balance >= threshold {
                payouts.push(Payout {
                    on: Time::of_day_number(day)?,
                    amount: currency.amount(balance),
                    fee: currency.amount(fee),
                    carried: currency.amount(carried),
                    from: waiting.drain(..).map(|line| line.entry(currency)).collect::<Option<_>>()?,
                });
                carried = 0;
            } else {
                carried = balance;
            }
        }
        waiting.extend(lines);
        Some(Account {
            party: self.party,
            currency,
            total: currency.amount(total),
            payouts,
            open: currency.amount(sum(&waiting)?),
            waiting: waiting.into_iter().map(|line| line.entry(currency)).collect::<Option<_>>()?,
        })
    }
}

fn sum(lines: &[Line]) -> Option<i64> {
    lines.iter().try_fold(0i64, |sum, line| sum.checked_add(line.cents))
}

impl PayoutPolicy {
    fn check(&self, problems: &mut Vec<Problem>) {
        let mut wrong = |path: &str, message: &str| problems.push(Problem::new(path, message));
        match &self.days {
            PayoutDays::Any => {}
            PayoutDays::OfMonth(days) => {
                if days.is_empty() || !days.iter().all(|day| (1..=28).contains(day)) {
                    wrong("payout_days", "expected days of the month from 1 to 28, which every month has");
                }
            }
            PayoutDays::Weekly(weekday) => {
                if !(1..=7).contains(weekday) {
                    wrong("payout_days", "expected 1 for Monday to 7 for Sunday");
                }
            }
        }
        if self.until.is_some_and(|until| !until.is_date()) {
            wrong("until", "expected a day without a time of day");
        }
    }

    fn check_amounts(&self, currency: Currency, problems: &mut Vec<Problem>) {
        let mut check = |path: String, amount: Amount| {
            let message = match amount.minor_units(currency.digits()) {
                _ if amount.is_negative() => format!("expected 0 or more, got {amount}"),
                Ok(_) => return,
                Err(error) => error.to_string(),
            };
            if problems.iter().all(|problem| problem.path != path) {
                problems.push(Problem::new(path, message));
            }
        };
        check("threshold".to_owned(), self.threshold);
        for (at, (_, amount)) in self.thresholds.iter().enumerate() {
            check(format!("thresholds[{at}].amount"), *amount);
        }
        check("payout_fee".to_owned(), self.fee.unwrap_or_default());
    }

    /// The policy among the options.
    fn read(options: &mut Options<'_, '_>) -> PayoutPolicy {
        PayoutPolicy {
            days: PayoutDays::read(options),
            threshold: options.amount("threshold").unwrap_or_default(),
            thresholds: options
                .each("thresholds", |threshold| {
                    threshold.require("amount", "what the balance has to reach");
                    Party::read(threshold).zip(threshold.amount("amount"))
                })
                .into_iter()
                .flatten()
                .collect(),
            fee: options.amount("payout_fee"),
            until: options.day("until"),
        }
    }
}

impl PayoutDays {
    fn read(options: &mut Options<'_, '_>) -> PayoutDays {
        match options.value("payout_days") {
            None => PayoutDays::Any,
            Some(Value::List(days)) => {
                let day = |day: &Value| match day {
                    Value::Integer(day) => u8::try_from(*day).unwrap_or_default(),
                    _ => 0,
                };
                PayoutDays::OfMonth(days.iter().map(day).collect())
            }
            Some(_) => {
                let days: Vec<(&str, u8)> = WEEK.into_iter().zip(1..).collect();
                options.word("payout_days", &days).map_or(PayoutDays::Any, PayoutDays::Weekly)
            }
        }
    }
}

/// Payouts to come, from options by name.
///
/// | option | what it is |
/// |---|---|
/// | `payments` | `{ paid_on, split }` each; `split` holds the options of the payment, as [`read`](super::read) takes them |
/// | `schedule` | a plan whose payments are paid when they fall due, as [`schedule_of`](super::schedule_of) takes it |
/// | `refunds` | `{ refunded_on, split, ... }` each, as [`refund_of`](super::refund_of) takes it |
/// | `percent`, `reserve_days`, `clearing_days`, `rounded` | as [`reserve_of`](super::reserve_of) takes them |
/// | `payout_days` | days of the month such as `[7, 14, 21, 28]`, or a day of the week such as `friday`; every day without it |
/// | `threshold`, `payout_fee`, `until` | see [`PayoutPolicy`] |
/// | `thresholds` | `{ party, name, amount }` each; the party as in the result |
///
/// # Errors
/// Everything that is wrong with them.
pub fn forecast_of(options: &Value) -> Result<Forecast, Vec<Problem>> {
    read_all(options, |options| {
        let mut bookings = Vec::new();
        if !options.given("schedule") {
            options.require("payments", "a list of `{ paid_on, split }`, or a `schedule`");
        }
        bookings.extend(options.each("payments", |payment| {
            let paid_on = payment.day("paid_on");
            payment.require("paid_on", "the day of the payment, such as 2026-10-05");
            let split = payment.split("split");
            Some(Booking::payment(paid_on?, &split?))
        }));
        let planned = options.group("schedule", schedule::read);
        let planned = planned.iter().flat_map(|schedule| &schedule.payments);
        bookings.extend(planned.map(|payment| Some(Booking::payment(payment.due_on, &payment.split))));
        bookings.extend(options.each("refunds", |back| {
            let refunded_on = back.day("refunded_on");
            back.require("refunded_on", "the day of the refund, such as 2026-10-05");
            let refund = refund::read(back);
            Some(Booking::refund(refunded_on?, &refund?))
        }));
        let (reserve, payouts) = (ReservePolicy::read(options), PayoutPolicy::read(options));
        let bookings: Vec<Booking> = bookings.into_iter().flatten().collect();
        let forecast = forecast(&bookings, &reserve, &payouts);
        options.took(forecast)
    })
}

/// `accounts` and `notes`.
impl From<&Forecast> for Value {
    fn from(forecast: &Forecast) -> Value {
        Value::from([("accounts", list(&forecast.accounts)), ("notes", list(&forecast.notes))])
    }
}

/// `party`, `name`, `currency`, `total`, `payouts`, `open` and `waiting`.
impl From<&Account> for Value {
    fn from(account: &Account) -> Value {
        account.party.with([
            ("currency", account.currency.code().into()),
            ("total", account.total.into()),
            ("payouts", list(&account.payouts)),
            ("open", account.open.into()),
            ("waiting", list(&account.waiting)),
        ])
    }
}

/// `on`, `amount`, `fee`, `carried` and `from`.
impl From<&Payout> for Value {
    fn from(payout: &Payout) -> Value {
        Value::from([
            ("on", payout.on.into()),
            ("amount", payout.amount.into()),
            ("fee", payout.fee.into()),
            ("carried", payout.carried.into()),
            ("from", list(&payout.from)),
        ])
    }
}

/// `kind`, `booked_on`, `due_on` and `amount`.
impl From<&Entry> for Value {
    fn from(entry: &Entry) -> Value {
        Value::from([
            ("kind", entry.kind.as_str().into()),
            ("booked_on", entry.booked_on.into()),
            ("due_on", entry.due_on.into()),
            ("amount", entry.amount.into()),
        ])
    }
}
