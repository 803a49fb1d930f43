//! Scenarios: long stories in one call, for lists, charts and endpoints that need something to show. Chance comes from a seed,
//! so that the same seed and the same account give the same story to the byte.

mod affiliate_campaign;
mod calendar;
mod crowd;
mod dice;
mod event;
mod launch_day;
mod partners;
mod play;
mod refund_wave;
mod subscription_life;

use self::calendar::Calendar;
use self::dice::Dice;
use self::play::Play;

use super::Sandbox;
use super::orders::checkout::{Checkout, verbatim};
use super::orders::rows::Movement;
use super::people::{Tell, one};
use crate::options::read_all;
use crate::{Problem, Time, Value};

pub(super) const VERBS: &[(&str, Tell)] = &[
    ("scenario", |sandbox, options| Ok((&sandbox.scenario(&Scenario::read(options)?)?).into())),
    ("scenarios", |_, options| {
        let rows = SCRIPTS.iter().map(|script| record! { name: script.name, about: script.about }).collect::<Vec<_>>();
        read_all(options, |_| Some(record! { scenarios: rows }))
    }),
];

/// The most orders that a scenario may have.
const MOST: u32 = 1_000_000;

/// A story to be played.
///
/// ```
/// use digistore24::sandbox::{Sandbox, Scenario};
///
/// let mut sandbox = Sandbox::new();
/// let played = sandbox.scenario(&Scenario { orders: 200, ..Scenario::new("launch_day") }).unwrap();
/// assert_eq!(played.orders, 200);
/// assert_eq!(played.from.to_string(), "2026-10-06T00:00:00+02:00");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// `subscription_life`, `launch_day`, `affiliate_campaign`, `refund_wave` or `event`.
    pub name: String,
    /// How many orders buyers place in it.
    pub orders: u32,
    /// What chance comes from.
    pub seed: u64,
    /// The product that is sold. Each scenario has one of the fictional account where nothing is said.
    pub product_id: String,
}

/// What came of a scenario: all that happened between two moments, also to older orders.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Played {
    /// When its first day began.
    pub from: Time,
    /// What the clock shows now.
    pub to: Time,
    /// How many orders were placed.
    pub orders: u64,
    /// How many people bought for the first time.
    pub buyers: u64,
    /// How many transactions there were: the three that follow, together.
    pub transactions: u64,
    /// Payments, one for each item of an order.
    pub payments: u64,
    /// Payments that were given back.
    pub refunds: u64,
    /// Payments that banks took back.
    pub chargebacks: u64,
    /// E-tickets that were let in at the door.
    pub admitted: u64,
    /// E-tickets that were turned away there: used before, blocked, or not for that day.
    pub turned_away: u64,
    /// How often what happened, by the names of notifications.
    pub events: Vec<(String, u64)>,
}

/// `{ from, to, orders, buyers, transactions, payments, refunds, chargebacks, admitted, turned_away, events: { on_payment, ... } }`
impl From<&Played> for Value {
    fn from(played: &Played) -> Value {
        let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        let events = played.events.iter().map(|(name, count)| (name.clone(), number(*count).into()));
        record! {
            from: played.from, to: played.to, orders: number(played.orders), buyers: number(played.buyers),
            transactions: number(played.transactions), payments: number(played.payments),
            refunds: number(played.refunds), chargebacks: number(played.chargebacks),
            admitted: number(played.admitted), turned_away: number(played.turned_away),
            events: Value::Map(events.collect()),
        }
    }
}

impl Scenario {
    /// A scenario of a hundred orders.
    pub fn new(name: impl Into<String>) -> Scenario {
        Scenario { name: name.into(), orders: 100, seed: 1, product_id: String::new() }
    }

    /// From options with the names of the fields.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub fn read(options: &Value) -> Result<Scenario, Vec<Problem>> {
        read_all(options, |options| {
            options.require("name", &format!("one of {}", names()));
            let mut scenario = Scenario::new(options.text("name").unwrap_or_default());
            if let Some(orders) = options.whole("orders", 1, MOST.into()) {
                scenario.orders = u32::try_from(orders).unwrap_or(MOST);
            }
            if let Some(seed) = options.whole("seed", 0, i64::MAX) {
                scenario.seed = seed.unsigned_abs();
            }
            scenario.product_id = verbatim(options, "product_id").unwrap_or_default();
            Some(scenario)
        })
    }
}

/// How a scenario goes.
struct Script {
    name: &'static str,
    about: &'static str,
    /// The product that is sold where none is named, and what it has to be.
    product_id: &'static str,
    needs: Needs,
    /// How many affiliates there are.
    partners: usize,
    /// How many days it takes.
    days: i64,
    /// Puts the orders on the plan.
    begin: fn(&mut Play<'_>, u32),
    /// What the next buyer orders.
    order: fn(&mut Play<'_>) -> Checkout,
    /// What becomes of the order that stands there.
    after: fn(&mut Play<'_>, i64),
}

/// What a scenario needs of the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Needs {
    Nothing,
    /// Payments over time.
    Recurring,
    /// E-tickets.
    Event,
}

const SCRIPTS: &[Script] =
    &[subscription_life::SCRIPT, launch_day::SCRIPT, affiliate_campaign::SCRIPT, refund_wave::SCRIPT, event::SCRIPT];

fn names() -> String {
    SCRIPTS.iter().map(|script| script.name).collect::<Vec<_>>().join(", ")
}

impl Sandbox {
    /// Plays a scenario, which begins with the next whole day and moves the clock to its end. It starts from the account as
    /// it is; what the account lacks for it, such as affiliates and discount codes, is added.
    ///
    /// The same seed and the same account give the same story to the byte, on every machine.
    ///
    /// # Errors
    /// Everything that keeps it from being played. Nothing has happened then.
    pub fn scenario(&mut self, scenario: &Scenario) -> Result<Played, Vec<Problem>> {
        let mut problems = Vec::new();
        let script = SCRIPTS.iter().find(|script| script.name == scenario.name);
        if script.is_none() {
            let message = format!("expected one of {}, got {}", names(), crate::value::quoted(&scenario.name));
            problems.push(Problem::new("name", message));
        }
        if !(1..=MOST).contains(&scenario.orders) {
            let message = format!("expected a whole number from 1 to {MOST}, got {}", scenario.orders);
            problems.push(Problem::new("orders", message));
        }
        let script = script.ok_or_else(|| std::mem::take(&mut problems))?;
        let product_id = if scenario.product_id.is_empty() { script.product_id } else { &scenario.product_id };
        let terms = self.account.terms_of(product_id, "", "product_id", &mut problems);
        let product = self.account.products.find("id", product_id).unwrap_or(&Value::Null);
        let lacks = match script.needs {
            Needs::Recurring if terms.is_some_and(|terms| terms.number_of_installments == 1) => "payments that recur",
            Needs::Event if product.text(".delivery_type") != "event" => "e-tickets",
            _ => "",
        };
        if problems.is_empty() && !lacks.is_empty() {
            let message = format!("{} needs a product with {lacks}, which {product_id} has not", script.name);
            problems.push(Problem::new("product_id", message));
        }
        let calendar = Calendar::of(self.account.clock.unix(), script.days);
        let calendar = calendar.ok_or_else(|| one(Problem::new("", "the clock of the sandbox is near its end")))?;
        if !problems.is_empty() {
            return Err(problems);
        }
        let account = &mut self.account;
        let before = (
            account.purchases.rows().len(),
            account.buyers.rows().len(),
            account.transactions.rows().len(),
            account.events.len(),
        );
        let stirred_in = scenario.name.bytes().map(u64::from).chain([u64::try_from(before.0).unwrap_or_default()]);
        let dice = Dice::of(scenario.seed, &stirred_in.collect::<Vec<_>>());
        let beginning = calendar.beginning();
        while account.step(beginning) {}
        let from = account.clock.time();
        let mut play = Play::new(account, dice, calendar, product_id.to_owned(), script.partners);
        (script.begin)(&mut play, scenario.orders);
        play.run(script)?;
        let (admitted, turned_away) = play.scanned;

        let count = |rows: usize, before: usize| u64::try_from(rows - before).unwrap_or_default();
        let rows = self.account.transactions.rows().get(before.2..).unwrap_or_default();
        let of = |kind: Movement| count(rows.iter().filter(|row| row.transaction_type == kind).count(), 0);
        let mut events: Vec<(String, u64)> = Vec::new();
        for event in self.account.events.get(before.3..).unwrap_or_default() {
            match events.iter_mut().find(|(name, _)| name == event.kind.as_str()) {
                Some((_, count)) => *count += 1,
                None => events.push((event.kind.as_str().to_owned(), 1)),
            }
        }
        Ok(Played {
            from,
            to: self.account.clock.time(),
            orders: count(self.account.purchases.rows().len(), before.0),
            buyers: count(self.account.buyers.rows().len(), before.1),
            transactions: count(rows.len(), 0),
            payments: of(Movement::Payment),
            refunds: of(Movement::Refund),
            chargebacks: of(Movement::Chargeback),
            admitted,
            turned_away,
            events,
        })
    }
}
