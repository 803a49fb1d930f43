//! Payment plans: what falls due when, and how each payment is split.

use super::note::{Note, Remark};
use super::split::{Split, split};
use super::tariff::Tariff;
use super::terms::{Commission, Price, Sale, Terms, Vat};
use crate::options::{Options, read_all};
use crate::plan::{Due, Interval, MonthEnd};
use crate::value::list;
use crate::{Amount, Problem, Time, Value};

/// The most payments that are listed.
const MOST: u32 = 1200;

/// How payments go on after the first one. The fields have the names that payment plans have on the platform.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The day of the order. The first payment falls due on it, or when the trial is over.
    pub starts_on: Time,
    /// What each later payment costs, gross or net as the first one. 0 makes it a single payment (vendor document).
    pub other_amounts: Option<Amount>,
    /// 0 for a subscription without end, 1 for a single payment, 2 or more for instalments (vendor document).
    pub number_of_installments: u32,
    /// The time until the second payment. The default, a month, is that of order form links (vendor document).
    pub first_billing_interval: Interval,
    /// The time between later payments. Where it is not given, that until the second one; the service's default is
    /// unknown.
    pub other_billing_intervals: Option<Interval>,
    /// The trial before the first payment (vendor document).
    pub test_interval: Option<Interval>,
    /// How many payments to list at most, up to 1200. A subscription without end has to have it.
    pub payments: Option<u32>,
    /// What follows the last day of a month.
    pub month_end: MonthEnd,
    /// Whether only the first payment holds the shipping of the sale. Unknown; the default is that each does.
    pub first_shipping_only: bool,
    /// Whether a payment of nothing, such as that of a free trial, bears the fixed part of the margin and fixed
    /// commissions. Unknown; the default is that it does, since the margin is documented for each transaction.
    pub free_bears_fixed: bool,
}

impl Plan {
    /// A single payment on a day, to begin with: everything else is as documented for the fields.
    pub fn new(starts_on: Time) -> Plan {
        Plan {
            starts_on,
            other_amounts: None,
            number_of_installments: 1,
            first_billing_interval: Interval::Months(1),
            other_billing_intervals: None,
            test_interval: None,
            payments: None,
            month_end: MonthEnd::default(),
            first_shipping_only: false,
            free_bears_fixed: true,
        }
    }

    /// `single_payment`, `installment` or `subscription`, as the platform tells them apart (vendor document).
    pub fn billing_type(&self) -> &'static str {
        match self.number_of_installments {
            1 => "single_payment",
            _ if self.other_amounts.is_some_and(Amount::is_zero) => "single_payment",
            0 => "subscription",
            _ => "installment",
        }
    }

    /// How many payments are to be listed.
    fn count(&self) -> u32 {
        let listed = self.payments.unwrap_or(u32::MAX);
        match self.billing_type() {
            "single_payment" => 1,
            "installment" => self.number_of_installments.min(listed),
            _ => listed,
        }
    }

    fn check(&self, first: &Sale, problems: &mut Vec<Problem>) {
        let mut wrong = |path: &str, message: &str| problems.push(Problem::new(path, message));
        if !self.starts_on.is_date() {
            wrong("starts_on", "expected a day without a time of day");
        }
        let several = self.billing_type() != "single_payment";
        if several && self.other_amounts.is_none() {
            wrong("other_amounts", "is missing; what each later payment costs, or 0 for a single payment");
        }
        if several && matches!(first.vat, Vat::Amount(_)) && self.other_amounts != Some(price(first)) {
            wrong("vat_amount", "is that of one payment, and the others cost something else; give `vat_rate`");
        }
        if self.billing_type() == "subscription" && self.payments.is_none() {
            wrong("payments", "is missing; how many payments of the subscription to list");
        }
        if self.payments == Some(0) {
            wrong("payments", "expected 1 or more");
        } else if (self.payments.is_some() || self.billing_type() == "installment") && self.count() > MOST {
            wrong("payments", "expected 1200 or fewer; list a part of them");
        }
        let intervals = [
            ("first_billing_interval", Some(self.first_billing_interval)),
            ("other_billing_intervals", self.other_billing_intervals),
            ("test_interval", self.test_interval),
        ];
        for (name, interval) in intervals {
            if interval.is_some_and(|interval| interval.count_and_unit().0 == 0) {
                wrong(name, "expected 1 or more days, weeks, months or years");
            }
        }
    }
}

/// The payments of a plan.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Schedule {
    /// `single_payment`, `installment` or `subscription`.
    pub billing_type: &'static str,
    /// The payments, in order.
    pub payments: Vec<PlannedPayment>,
    /// What the days rest on that is uncertain. What the splits rest on stands in them.
    pub notes: Vec<Note>,
}

/// A payment of a plan.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlannedPayment {
    /// 0 for a single payment, else counted from 1.
    pub pay_sequence_no: u32,
    /// When it falls due. Later payments are counted from here, not from when somebody pays.
    pub due_on: Time,
    /// Who gets how much of it.
    pub split: Split,
}

/// Lists the payments of a plan, each with its split.
///
/// `first` is the first payment; its currency, VAT and shipping are those of all payments, and its number is not asked
/// for. What applies to the first payment only, by [`Terms::first_payment_only`], does.
///
/// # Errors
/// Everything that is wrong with sale, plan and terms, with the names that the options have in the bindings.
///
/// ```
/// use digistore24::commission::{Currency, Plan, Sale, Terms, Vat, schedule};
/// use digistore24::{Time, Zone};
///
/// let first = Sale::gross("1.00".parse()?, Currency::known("EUR")?, Vat::Rate("19".parse()?));
/// let plan = Plan {
///     other_amounts: Some("29.75".parse()?),
///     number_of_installments: 0,
///     first_billing_interval: "14_day".parse()?,
///     other_billing_intervals: Some("1_month".parse()?),
///     payments: Some(3),
///     ..Plan::new(Time::parse("2026-10-05", Zone::Berlin)?)
/// };
/// let schedule = schedule(&first, &plan, &Terms::default()).unwrap();
/// let days: Vec<String> = schedule.payments.iter().map(|payment| payment.due_on.to_string()).collect();
/// assert_eq!(days, ["2026-10-05", "2026-10-19", "2026-11-19"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn schedule(first: &Sale, plan: &Plan, terms: &Terms) -> Result<Schedule, Vec<Problem>> {
    let mut problems = Vec::new();
    plan.check(first, &mut problems);
    let is_single = plan.billing_type() == "single_payment";
    let first = Sale { pay_sequence_no: if is_single { 0 } else { 1 }, ..first.clone() };
    let mut priced = |sale: &Sale, name: &str| {
        let is_free = price(sale).is_zero() && !plan.free_bears_fixed;
        let split = if is_free { split(sale, &without_fixed(terms)) } else { split(sale, terms) };
        for problem in split.as_ref().err().into_iter().flatten() {
            let path = if ["gross", "net"].contains(&problem.path.as_str()) { name } else { problem.path.as_str() };
            if problems.iter().all(|other| other.path != path) {
                problems.push(Problem::new(path, problem.message.as_str()));
            }
        }
        split.ok()
    };
    let first_split = priced(&first, "first_amount");
    let other_split = plan.other_amounts.filter(|_| !is_single).and_then(|amount| {
        let price = match first.price {
            Price::Gross(_) => Price::Gross(amount),
            Price::Net(_) => Price::Net(amount),
        };
        let shipping = if plan.first_shipping_only { Amount::cents(0) } else { first.shipping };
        priced(&Sale { price, shipping, pay_sequence_no: 2, ..first.clone() }, "other_amounts")
    });
    let (Some(first_split), true) = (first_split, problems.is_empty()) else { return Err(problems) };

    let mut due = Due::new(plan.starts_on);
    let beyond = || vec![Problem::new("starts_on", "the payments reach beyond the year 9999")];
    if let Some(interval) = plan.test_interval {
        due.step(interval, plan.month_end).ok_or_else(beyond)?;
    }
    let other_interval = plan.other_billing_intervals.unwrap_or(plan.first_billing_interval);
    let mut payments =
        vec![PlannedPayment { pay_sequence_no: first.pay_sequence_no, due_on: due.on, split: first_split }];
    for (number, mut split) in (2..=plan.count()).zip(std::iter::repeat(other_split).flatten()) {
        let interval = if number == 2 { plan.first_billing_interval } else { other_interval };
        due.step(interval, plan.month_end).ok_or_else(beyond)?;
        split.sale.pay_sequence_no = number;
        payments.push(PlannedPayment { pay_sequence_no: number, due_on: due.on, split });
    }
    let shipped = payments.len() > 1 && !first.shipping.is_zero();
    let is_free = |payment: &PlannedPayment| payment.split.amount_brutto.is_zero();
    let notes = [
        (due.was_cut, Remark::MonthEnd, "due_on"),
        (payments.len() > 2 && plan.other_billing_intervals.is_none(), Remark::OtherInterval, "due_on"),
        (shipped, Remark::ShippingOfPlan, "amount_shipping"),
        (payments.iter().any(is_free), Remark::FreePayment, "amount_provider"),
    ];
    Ok(Schedule { billing_type: plan.billing_type(), payments, notes: Note::those(notes) })
}

fn price(sale: &Sale) -> Amount {
    match sale.price {
        Price::Gross(price) | Price::Net(price) => price,
    }
}

/// The terms of a payment of which nobody gets anything.
fn without_fixed(terms: &Terms) -> Terms {
    let mut terms = terms.clone();
    terms.tariff = Tariff { fixed: Amount::cents(0), ..terms.tariff };
    terms.affiliate = Commission::None;
    for partner in &mut terms.partners {
        partner.own_affiliate = Commission::None;
    }
    terms
}

/// The payments of a plan from options by name.
///
/// | option | what it is |
/// |---|---|
/// | `first_amount` | the first or only payment |
/// | `other_amounts`, `number_of_installments`, `first_billing_interval`, `other_billing_intervals`, `test_interval`, `starts_on`, `payments`, `first_shipping_only`, `free_bears_fixed` | see [`Plan`]; intervals such as `1_month` |
/// | `tax_mode` | `include`, or `exclude` where VAT is added to the amounts |
/// | `month_end` | `return` or `stay`, see [`MonthEnd`] |
/// | `currency`, `digits`, `vat_rate` or `vat_amount`, `shipping`, and those of the terms | as [`read`](super::read) takes them |
///
/// # Errors
/// Everything that is wrong with them.
pub fn schedule_of(options: &Value) -> Result<Schedule, Vec<Problem>> {
    read_all(options, read)
}

pub(super) fn read(options: &mut Options<'_, '_>) -> Option<Schedule> {
    let first_amount = options.amount("first_amount");
    options.require("first_amount", "what the first or only payment costs");
    let other_amounts = options.amount("other_amounts");
    let number_of_installments = options.whole("number_of_installments", 0, u32::MAX.into());
    if other_amounts.is_some_and(|amount| !amount.is_zero()) {
        options.require("number_of_installments", "0 for a subscription without end, 2 or more for instalments");
    }
    let first_billing_interval = interval(options, "first_billing_interval");
    let other_billing_intervals = interval(options, "other_billing_intervals");
    let test_interval = interval(options, "test_interval");
    let starts_on = options.day("starts_on");
    options.require("starts_on", "the day of the order, such as 2026-10-05");
    let payments = options.whole("payments", 1, MOST.into());
    let month_end = options.word("month_end", &[("return", MonthEnd::Return), ("stay", MonthEnd::Stay)]);
    let first_shipping_only = options.flag("first_shipping_only").unwrap_or_default();
    let free_bears_fixed = options.flag("free_bears_fixed").unwrap_or(true);
    let price: fn(Amount) -> Price = if options.word("tax_mode", &[("include", false), ("exclude", true)]) == Some(true)
    {
        Price::Net
    } else {
        Price::Gross
    };
    let (currency, vat, shipping, terms) = (options.currency(), options.vat(), options.shipping(), options.terms());
    let first = Sale { price: price(first_amount?), currency: currency?, vat, shipping, pay_sequence_no: 0 };
    let plan = Plan {
        starts_on: starts_on?,
        other_amounts,
        number_of_installments: number_of_installments.unwrap_or(1) as u32,
        first_billing_interval: first_billing_interval.unwrap_or(Interval::Months(1)),
        other_billing_intervals,
        test_interval,
        payments: payments.map(|payments| payments as u32),
        month_end: month_end.unwrap_or_default(),
        first_shipping_only,
        free_bears_fixed,
    };
    options.took(schedule(&first, &plan, &terms))
}

fn interval(options: &mut Options<'_, '_>, name: &'static str) -> Option<Interval> {
    match options.text(name)?.parse() {
        Ok(interval) => Some(interval),
        Err(Problem { message, .. }) => {
            options.wrong(name, message);
            None
        }
    }
}

impl From<&Schedule> for Value {
    fn from(schedule: &Schedule) -> Value {
        Value::from([
            ("billing_type", schedule.billing_type.into()),
            ("payments", list(&schedule.payments)),
            ("notes", list(&schedule.notes)),
        ])
    }
}

impl From<&PlannedPayment> for Value {
    fn from(payment: &PlannedPayment) -> Value {
        Value::from([
            ("pay_sequence_no", payment.pay_sequence_no.into()),
            ("due_on", payment.due_on.into()),
            ("split", Value::from(&payment.split)),
        ])
    }
}
