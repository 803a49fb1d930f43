//! The prices and times of a plan, and what contradicts itself in them.

use super::finding::Fault;
use super::group::{Findings, Group};
use crate::lenient;
use crate::plan::Interval;
use crate::value::quoted;
use crate::{Amount, Value};

/// What is known of a plan, from its parameters and what they leave to a record.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Prices {
    pub(super) first: Option<Amount>,
    pub(super) other: Option<Amount>,
    pub(super) number: Option<i64>,
    pub(super) currency: Option<String>,
    pub(super) until_second: Option<Interval>,
    pub(super) between: Option<Interval>,
    pub(super) trial: Option<Interval>,
}

/// How a plan bills.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Billing {
    Single,
    Installments(u32),
    Subscription,
}

impl Prices {
    /// How it bills, as far as the numbers tell (vendor document).
    pub(super) fn billing(&self) -> Option<Billing> {
        match (self.number, self.other) {
            (Some(1), _) => Some(Billing::Single),
            (_, Some(other)) if other.is_zero() => Some(Billing::Single),
            (Some(0), Some(_)) => Some(Billing::Subscription),
            (Some(number), Some(_)) => Some(Billing::Installments(u32::try_from(number).ok()?)),
            _ => None,
        }
    }

    fn read(group: &Group<'_>) -> Prices {
        let interval = |name: &str| group.text(name).and_then(|text| text.parse().ok());
        Prices {
            first: group.amount("first_amount"),
            other: group.amount("other_amounts"),
            number: group.whole("number_of_installments").filter(|number| *number >= 0),
            currency: group.text("currency"),
            until_second: interval("first_billing_interval"),
            between: interval("other_billing_intervals"),
            trial: interval("test_interval"),
        }
    }

    /// What is missing, from a record, which is read as leniently as all records of the service.
    fn or(self, record: &Value, found: &mut Findings) -> Prices {
        let mut field = |name: &'static str, is_given: bool, is_read: &dyn Fn(&Value) -> bool| {
            let value = record.get(name).filter(|value| **value != Value::Null && !value.is_empty())?;
            let fits = is_read(value);
            found.about(!fits && !is_given, Fault::RecordUnclear, format!("record.{name}"), value.in_words());
            Some(value).filter(|_| fits)
        };
        let mut amount = |name, given: Option<Amount>| {
            field(name, given.is_some(), &|value| lenient::amount(value).is_some()).and_then(lenient::amount)
        };
        let (first, other) = (amount("first_amount", self.first), amount("other_amounts", self.other));
        let number = |value: &Value| lenient::whole(value).filter(|number| *number >= 0);
        let number = field("number_of_installments", self.number.is_some(), &|value| number(value).is_some())
            .and_then(lenient::whole);
        let text = Prices::read(&Group::new(record, "record"));
        let other = Prices { first, other, number, ..text };
        Prices {
            first: self.first.or(other.first),
            other: self.other.or(other.other),
            number: self.number.or(other.number),
            currency: self.currency.or(other.currency),
            until_second: self.until_second.or(other.until_second),
            between: self.between.or(other.between),
            trial: self.trial.or(other.trial),
        }
    }

    /// Reads them, and notes what contradicts itself.
    ///
    /// `rest` tells whether somebody else gives what is missing; `record` is that, where it is at hand. `number` is what
    /// counts without `number_of_installments`.
    pub(super) fn look(
        plan: &Group<'_>,
        rest: bool,
        record: Option<&Value>,
        number: Option<i64>,
        found: &mut Findings,
    ) -> Prices {
        let given = Prices::read(plan);
        fields(plan, found);
        let prices = match record {
            Some(record) if rest => given.clone().or(record, found),
            _ => given.clone(),
        };
        let is_number_given = prices.number.is_some();
        let by_default = number.filter(|_| !rest && !plan.given("number_of_installments"));
        let prices = Prices { number: prices.number.or(by_default), ..prices };
        let has_prices = plan.given("first_amount") || plan.given("other_amounts");
        let other = prices.other.is_some_and(|other| !other.is_zero());
        let several = prices.number.is_some_and(|number| number != 1);
        if !rest {
            let anything = plan.is_given();
            found.say(anything && !plan.given("first_amount"), Fault::FirstAmountMissing, plan.at("first_amount"));
            found.say(has_prices && !plan.given("currency"), Fault::CurrencyMissing, plan.at("currency"));
            let missing = other && !plan.given("number_of_installments");
            found.say(missing, Fault::InstallmentsMissing, plan.at("number_of_installments"));
            let missing = several && !plan.given("other_amounts");
            found.say(missing, Fault::OtherAmountsMissing, plan.at("other_amounts"));
        }
        let never = other && is_number_given && prices.number == Some(1);
        let about_this = |names: [&str; 2]| names.iter().any(|name| plan.given(name));
        let is_about = about_this(["other_amounts", "number_of_installments"]);
        found.say(never && is_about, Fault::NeverDue, plan.at("other_amounts"));
        let zero = several && prices.other.is_some_and(Amount::is_zero);
        found.say(zero && is_about, Fault::SingleByZero, plan.at("other_amounts"));
        let free = prices.first.is_some_and(Amount::is_zero) && !other && (prices.other.is_some() || !several);
        found.say(free && plan.given("first_amount"), Fault::Free, plan.at("first_amount"));
        prices.look_at_intervals(plan, is_number_given || !rest, found);
        prices
    }

    fn look_at_intervals(&self, plan: &Group<'_>, is_known: bool, found: &mut Findings) {
        let Some(billing) = self.billing().filter(|_| is_known) else { return };
        let unused = |name: &str| plan.given(name).then(|| plan.at(name));
        let later = match billing {
            Billing::Single => {
                for path in ["first_billing_interval", "other_billing_intervals"].into_iter().filter_map(unused) {
                    found.say(true, Fault::IntervalUnused, path);
                }
                return;
            }
            Billing::Installments(count) => count > 2,
            Billing::Subscription => true,
        };
        if !later {
            unused("other_billing_intervals").into_iter().for_each(|path| found.say(true, Fault::IntervalUnused, path));
        }
        let missing = later && self.between.is_none() && !plan.given("other_billing_intervals");
        found.say(missing, Fault::OtherIntervalMissing, plan.at("other_billing_intervals"));
        if let Billing::Installments(count) = billing {
            let years = self.months(count) / 12;
            let long = years >= 10;
            found.about(long, Fault::ManyPayments, plan.at("number_of_installments"), years.to_string());
        }
    }

    /// About how many months so many payments take.
    pub(super) fn months(&self, count: u32) -> u64 {
        let of = |interval: Interval| match interval {
            Interval::Days(days) => u64::from(days),
            Interval::Weeks(weeks) => u64::from(weeks) * 7,
            Interval::Months(months) => u64::from(months) * 30,
            Interval::Years(years) => u64::from(years) * 365,
        };
        let first = self.until_second.unwrap_or(Interval::Months(1));
        let rest = self.between.unwrap_or(first);
        (of(first) + of(rest) * u64::from(count.saturating_sub(2))) / 30
    }
}

/// What is wrong with single fields.
fn fields(plan: &Group<'_>, found: &mut Findings) {
    for name in ["first_amount", "other_amounts"] {
        let negative = plan.amount(name).is_some_and(Amount::is_negative);
        found.say(negative, Fault::Negative, plan.at(name));
    }
    currency(plan, found);
    for name in ["first_billing_interval", "other_billing_intervals", "test_interval"] {
        let Some(text) = plan.text(name) else { continue };
        match text.parse::<Interval>() {
            Ok(Interval::Weeks(weeks)) => {
                let days = format!("{}_day", u32::from(weeks) * 7);
                found.about(true, Fault::Weeks, plan.at(name), days);
            }
            Ok(_) => {}
            Err(_) => found.about(true, Fault::Interval, plan.at(name), quoted(&text)),
        }
    }
}

/// What is wrong with a currency.
pub(super) fn currency(group: &Group<'_>, found: &mut Findings) {
    if let Some(text) = group.text("currency") {
        let fits = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase());
        found.about(!fits, Fault::Currency, group.at("currency"), quoted(&text));
    }
}
