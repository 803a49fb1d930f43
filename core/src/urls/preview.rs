//! What falls due when: every payment of a plan, before anybody is asked to pay it.

use super::prices::{Billing, Prices};
use crate::plan::{Due, Interval, MonthEnd};
use crate::rounding::{Share, has_hundredths};
use crate::value::list;
use crate::words::words;
use crate::{Amount, Time, Value};

/// How many payments of a subscription are listed without a wish.
const LISTED: u32 = 12;

/// The most payments that are listed.
pub(super) const MOST: u32 = 1200;

words! {
    /// Why a payment, or all of them, may be otherwise.
    Doubtful {
        NoStart = "no_start": "There is no day to begin with, so there are no days; give `starts_on`.";
        Trial = "trial": "The first payment falls due when the trial is over.";
        MonthEnd = "month_end": "A month has no such day, so its last one is taken; what the service does then, and in the months after, is unknown.";
        OtherInterval = "other_interval": "The time between later payments is not given; that until the second payment is taken, the service's default is unknown.";
        FirstInterval = "first_interval": "The time until the second payment is not known here; a month is taken, which is the default of createBuyUrl.";
        GoesOn = "goes_on": "More payments follow that are not listed.";
        Beyond = "beyond": "Payments beyond the year 9999 are not listed.";
        FromTemplate = "from_template": "The amount comes from a plan that is not at hand; give its record as `record`.";
        Billing = "billing_unknown": "How often is paid comes from a plan that is not at hand; only the first payment is listed.";
        NetPrices = "net_prices": "VAT is added to the amounts, so the buyer pays more.";
        TaxAsSet = "tax_as_set": "Whether VAT is added to the amounts is as the product is set.";
        VoucherCode = "voucher_code": "A voucher code takes something off that is not known here.";
        RateAndAmount = "rate_and_amount": "A rate and an amount are both taken off; in which order is unknown, and it makes a difference.";
        HalfCent = "half_cent": "The price lies exactly half a cent between two amounts; how the service rounds is unknown.";
        OtherDigits = "other_digits": "How the service rounds in a currency without two decimals is not known.";
        BelowZero = "below_zero": "More is taken off than there is; what the service does then is unknown.";
        NoDiscount = "discount_unreadable": "The discount cannot be read, so what is left is unknown.";
        Upgrade = "upgrade": "What was paid for the order that is upgraded is counted in, and only the service knows how much.";
        Downgrade = "downgrade": "A downgrade begins with the next period of the order, and only the service knows when that is.";
        Addons = "addons": "Add-ons that the buyer takes come on top.";
        NoCurrency = "no_currency": "The currency is not given.";
    }
}

/// A payment before anybody pays it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PreviewPayment {
    /// 0 for a single payment, else counted from 1.
    pub pay_sequence_no: u32,
    /// When it falls due; nothing where that is not known.
    pub due_on: Option<Time>,
    /// What it costs; nothing where that is not certain.
    pub amount: Option<Amount>,
    /// What it may cost, where it is one of a few amounts.
    pub candidates: Vec<Amount>,
    /// Why it is not certain.
    pub notes: Vec<Doubtful>,
}

/// Every payment of a plan.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Preview {
    /// `single_payment`, `installment` or `subscription`; nothing where that is not known.
    pub billing_type: Option<&'static str>,
    /// The currency, where it is given.
    pub currency: Option<String>,
    /// `include`, `exclude` or `as_set`: whether VAT is in the amounts.
    pub tax_mode: &'static str,
    /// The payments, in order.
    pub payments: Vec<PreviewPayment>,
    /// The sum, where all payments are listed and certain.
    pub total: Option<Amount>,
    /// What to know about all of them.
    pub notes: Vec<Doubtful>,
}

/// `billing_type`, `currency`, `tax_mode`, `payments`, `total` and `notes`.
impl From<&Preview> for Value {
    fn from(preview: &Preview) -> Value {
        Value::from([
            ("billing_type", preview.billing_type.into()),
            ("currency", preview.currency.as_deref().into()),
            ("tax_mode", preview.tax_mode.into()),
            ("payments", list(&preview.payments)),
            ("total", preview.total.into()),
            ("notes", list(&preview.notes)),
        ])
    }
}

/// `pay_sequence_no`, `due_on`, `amount`, `candidates` and `notes`.
impl From<&PreviewPayment> for Value {
    fn from(payment: &PreviewPayment) -> Value {
        Value::from([
            ("pay_sequence_no", payment.pay_sequence_no.into()),
            ("due_on", payment.due_on.into()),
            ("amount", payment.amount.into()),
            ("candidates", Value::List(payment.candidates.iter().map(|amount| (*amount).into()).collect())),
            ("notes", list(&payment.notes)),
        ])
    }
}

/// What the preview of a plan rests on beside its parameters.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PreviewTerms {
    /// The day of the order.
    pub starts_on: Option<Time>,
    /// How many payments to list at most, up to 1200; 12 of a subscription without it.
    pub payments: Option<u32>,
    /// What follows the last day of a month.
    pub month_end: MonthEnd,
    /// The payment plan that the rest is taken from, as `listPaymentPlans` or `getProduct` answers it.
    pub record: Option<Value>,
}

/// A discount on a payment.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Discount {
    pub(super) rate: Option<Amount>,
    pub(super) amount: Option<Amount>,
    /// Whether something cannot be read.
    pub(super) is_odd: bool,
}

/// What changes payments beside the plan itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Around {
    pub(super) first: Discount,
    pub(super) others: Discount,
    pub(super) has_code: bool,
    pub(super) has_addons: bool,
    /// `upgrade` or `downgrade`, where an order is upgraded.
    pub(super) upgrade: Option<Doubtful>,
    pub(super) tax_mode: &'static str,
}

/// A price that is left, or why it is not certain.
struct Left {
    amount: Option<Amount>,
    candidates: Vec<Amount>,
    notes: Vec<Doubtful>,
}

impl Left {
    fn of(price: Option<Amount>, discount: Discount, around: &Around, currency: Option<&str>) -> Left {
        let uncertain = |candidates: Vec<Amount>, note| Left { amount: None, candidates, notes: Vec::from([note]) };
        let mut left = match price {
            None => uncertain(Vec::new(), Doubtful::FromTemplate),
            Some(_) if discount.is_odd => uncertain(Vec::new(), Doubtful::NoDiscount),
            Some(price) => match discount.left(price, currency) {
                Ok(amount) => Left { amount: Some(amount), candidates: Vec::new(), notes: Vec::new() },
                Err((note, candidates)) => uncertain(candidates, note),
            },
        };
        if around.has_code {
            left = Left { amount: None, candidates: Vec::new(), ..left };
            left.notes.push(Doubtful::VoucherCode);
        }
        left
    }
}

impl Discount {
    /// What is left of a price, or why that is uncertain, with what it may be.
    fn left(self, price: Amount, currency: Option<&str>) -> Result<Amount, (Doubtful, Vec<Amount>)> {
        let nothing = Amount::cents(0);
        let rate = self.rate.filter(|rate| !rate.is_zero());
        let amount = self.amount.filter(|amount| !amount.is_zero());
        let less = |price: Amount| price.checked_sub(amount.unwrap_or(nothing));
        match (rate, amount) {
            (None, _) => match less(price) {
                Some(left) if left.is_negative() => Err((Doubtful::BelowZero, vec![nothing])),
                Some(left) => Ok(left),
                None => Err((Doubtful::NoDiscount, Vec::new())),
            },
            (Some(rate), None) => {
                let (low, high) = kept(price, rate).ok_or((Doubtful::NoDiscount, Vec::new()))?;
                let has_decimals = low != high || low.decimals() > 0;
                if has_decimals && currency.is_some_and(|currency| !has_hundredths(currency)) {
                    return Err((Doubtful::OtherDigits, Vec::new()));
                }
                if low == high { Ok(low) } else { Err((Doubtful::HalfCent, vec![low, high])) }
            }
            (Some(rate), Some(_)) => {
                let first = kept(price, rate).into_iter().flat_map(|(low, high)| [less(low), less(high)]);
                let then = less(price).and_then(|price| kept(price, rate)).map(|(low, high)| [Some(low), Some(high)]);
                let mut all: Vec<Amount> = first.chain(then.into_iter().flatten()).flatten().collect();
                all.iter_mut().for_each(|amount| *amount = (*amount).max(nothing));
                all.sort();
                all.dedup();
                Err((Doubtful::RateAndAmount, all))
            }
        }
    }
}

/// What a rate leaves of a price, rounded to the cent: both neighbours where it lies half way between them.
fn kept(price: Amount, rate: Amount) -> Option<(Amount, Amount)> {
    let cents = i128::from(price.minor_units(2).ok()?);
    let share = Share::of(cents, rate);
    let left = |share: i128| i64::try_from(cents - share).ok().map(Amount::cents);
    Some((left(share.high)?, left(share.low)?))
}

/// The preview of a plan.
pub(super) fn preview(prices: &Prices, around: &Around, terms: &PreviewTerms) -> Preview {
    let billing = prices.billing();
    let wish = terms.payments.unwrap_or(u32::MAX).min(MOST);
    let (billing_type, all, listed) = match billing {
        Some(Billing::Single) => (Some("single_payment"), Some(1), 1),
        Some(Billing::Installments(count)) => (Some("installment"), Some(count), count.min(wish)),
        Some(Billing::Subscription) => (Some("subscription"), None, wish.min(terms.payments.unwrap_or(LISTED))),
        None => (None, None, 1),
    };
    let mut notes = Vec::new();
    let mut say = |holds: bool, note: Doubtful| {
        if holds {
            notes.push(note);
        }
    };
    say(terms.starts_on.is_none(), Doubtful::NoStart);
    say(prices.trial.is_some(), Doubtful::Trial);
    say(billing.is_none(), Doubtful::Billing);
    say(listed > 1 && prices.until_second.is_none(), Doubtful::FirstInterval);
    say(listed > 2 && prices.between.is_none(), Doubtful::OtherInterval);

    let first = Left::of(prices.first, around.first, around, prices.currency.as_deref());
    let others = Left::of(prices.other, around.others, around, prices.currency.as_deref());
    let until_second = prices.until_second.unwrap_or(Interval::Months(1));
    let between = prices.between.unwrap_or(until_second);
    let is_late = around.upgrade == Some(Doubtful::Downgrade);
    let mut due = terms.starts_on.filter(|_| !is_late).map(Due::new);
    let mut step = |interval: Option<Interval>| {
        let (Some(on), Some(interval)) = (due.as_mut(), interval) else { return Ok(due.as_ref().map(|on| on.on)) };
        on.step(interval, terms.month_end).map(|()| Some(on.on)).ok_or(())
    };
    let mut payments = Vec::new();
    let mut is_beyond = false;
    for number in 1..=listed {
        let (left, interval) = match number {
            1 => (&first, prices.trial),
            2 => (&others, Some(until_second)),
            _ => (&others, Some(between)),
        };
        let Ok(due_on) = step(interval) else {
            is_beyond = true;
            break;
        };
        let mut payment = PreviewPayment {
            pay_sequence_no: if billing == Some(Billing::Single) { 0 } else { number },
            due_on,
            amount: left.amount,
            candidates: left.candidates.clone(),
            notes: left.notes.clone(),
        };
        if let Some(upgrade) = around.upgrade.filter(|upgrade| number == 1 || *upgrade == Doubtful::Downgrade) {
            payment.notes.push(upgrade);
            if upgrade == Doubtful::Upgrade {
                (payment.amount, payment.candidates) = (None, Vec::new());
            }
        }
        payments.push(payment);
    }
    say(due.as_ref().is_some_and(|due| due.was_cut), Doubtful::MonthEnd);
    say(is_beyond, Doubtful::Beyond);
    say(!is_beyond && billing.is_some() && all != Some(listed), Doubtful::GoesOn);
    say(around.tax_mode == "exclude", Doubtful::NetPrices);
    say(around.tax_mode == "as_set", Doubtful::TaxAsSet);
    say(around.has_addons, Doubtful::Addons);
    say(prices.currency.is_none(), Doubtful::NoCurrency);
    let sum = || {
        let mut amounts = payments.iter().map(|payment| payment.amount);
        amounts.try_fold(Amount::cents(0), |sum, amount| sum.checked_add(amount?))
    };
    let total = if all == Some(listed) && !is_beyond { sum() } else { None };
    let tax_mode = around.tax_mode;
    Preview { billing_type, currency: prices.currency.clone(), tax_mode, payments, total, notes }
}
