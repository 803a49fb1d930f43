//! Whether a discount code applies, rule by rule.

use super::code::{DiscountCode, Products, product_id};
use super::context::{Context, ProductRole};
use super::price::{Off, Prices, prices};
use super::when::{Span, has_offset, is_day, keeps_berlin_time};
use super::words::{Finding, Note, Reason, Rule, Uncertainty, Verdict};
use crate::lenient::Told;
use crate::options::read_all;
use crate::{Amount, Problem, Value, Zone};

/// Whether a discount code applies, and what is then to be paid.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Check {
    /// Whether it applies. One rule that it does not pass decides; else one that is unclear leaves it undecided.
    pub verdict: Verdict,
    /// The rules that led there, in order: those that it does not pass, or else those that are unclear.
    pub reasons: Vec<Finding>,
    /// What else to know.
    pub notes: Vec<Note>,
    /// What it takes off this order, unless it does not apply.
    pub discounts: Discounts,
    /// What is then to be paid, if the plan was given.
    pub prices: Option<Prices>,
}

/// What a discount code takes off an order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Discounts {
    /// Off the first or only payment; nothing where it cannot be read.
    pub first: Option<Discount>,
    /// Off each follow-up payment; nothing where it cannot be read.
    pub others: Option<Discount>,
    /// The currency of the amounts, where it can be read.
    pub currency: Option<String>,
}

/// What a discount code takes off a payment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Discount {
    /// Percent.
    pub rate: Amount,
    /// An amount of money.
    pub amount: Amount,
}

/// Decides whether a discount code applies to an order, by the rules in the order of the vendor's documents: product, start,
/// end, count, upgrade policy, currency.
///
/// # Errors
/// Everything that is wrong with the context, with the names that the options have in the bindings.
///
/// ```
/// use digistore24::Value;
/// use digistore24::voucher::{Context, DiscountCode, Reason, Verdict, check};
///
/// let record = Value::from([("product_ids", "all".into()), ("is_count_limited", "Y".into()), ("count_left", "0".into())]);
/// let check = check(&DiscountCode::read(&record)?, &Context::default()).unwrap();
/// assert_eq!(check.verdict, Verdict::DoesNotApply);
/// assert_eq!(check.reasons[0].reason, Reason::UsedUp);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn check(code: &DiscountCode, context: &Context) -> Result<Check, Vec<Problem>> {
    let mut problems = Vec::new();
    context.check(&mut problems);
    if problems.is_empty() { Ok(Checking::new(code, context).done()) } else { Err(problems) }
}

/// The same from options by name.
///
/// | option | what it is |
/// |---|---|
/// | `record` | what `getVoucher` answered, or a row of `listVouchers` |
/// | `product_id`, `product_role` | the product; `main`, `addon` or `upsell` |
/// | `now`, `zone`, `same_clock`, `zone_margin_hours`, `is_upgrade`, `code` | see [`Context`] |
/// | `plan` | `{ first_amount, other_amounts, currency, number_of_installments, quantity, shipping, tax_mode, test_interval, is_early_bird }`, see [`Plan`](super::Plan) |
///
/// # Errors
/// Everything that is wrong with them. What is strange in the record is no error; it leaves one rule undecided.
pub fn check_of(options: &Value) -> Result<Check, Vec<Problem>> {
    read_all(options, |options| {
        options.require("record", "a discount code as getVoucher or listVouchers tells of it");
        let code = options.value("record").and_then(|record| {
            let code = DiscountCode::read(record).map_err(|problem| vec![problem]);
            options.took(code)
        });
        let context = Context::read(options);
        let before = options.problems.len();
        options.check(|problems| context.check(problems));
        let is_wrong = options.problems.len() > before;
        let code = code.filter(|_| !is_wrong)?;
        Some(Checking::new(&code, &context).done())
    })
}

struct Checking<'a> {
    code: &'a DiscountCode,
    context: &'a Context,
    findings: Vec<Finding>,
    notes: Vec<Note>,
}

impl<'a> Checking<'a> {
    fn new(code: &'a DiscountCode, context: &'a Context) -> Checking<'a> {
        Checking { code, context, findings: Vec::new(), notes: Vec::new() }
    }

    fn done(mut self) -> Check {
        self.typed();
        self.product();
        self.start();
        self.end();
        self.count();
        let (mut first, mut others) = (self.first(), self.others());
        self.upgrade(&mut first);
        self.discount_notes(&first, &others);
        self.currency(&mut first, &mut others);
        // What the price would be without the early bird discount is not known.
        let discards = self.code.is_discarding_early_bird != Told::Is(false);
        if discards && self.context.plan.as_ref().is_some_and(|plan| plan.is_early_bird) {
            for off in [&mut first, &mut others] {
                off.untold.get_or_insert(Uncertainty::EarlyBird);
            }
        }

        let is_final = self.findings.iter().any(|finding| finding.reason.is_final());
        let verdict = match (is_final, self.findings.is_empty()) {
            (true, _) => Verdict::DoesNotApply,
            (false, true) => Verdict::Applies,
            (false, false) => Verdict::Undecided,
        };
        let discounts = match verdict {
            Verdict::DoesNotApply => Discounts::default(),
            _ => Discounts {
                first: discount(&first),
                others: discount(&others),
                currency: self.code.currency.known().cloned(),
            },
        };
        self.findings.retain(|finding| finding.reason.is_final() == is_final);
        if is_final {
            self.notes.retain(|note| *note == Note::Boundary);
        }
        let prices = self.context.plan.as_ref().map(|plan| prices(plan, &first, &others, verdict));
        Check { verdict, reasons: self.findings, notes: self.notes, discounts, prices }
    }

    fn found(&mut self, rule: Rule, reason: Reason, got: String) {
        self.findings.push(Finding { rule, reason, got });
    }

    fn note(&mut self, holds: bool, note: Note) {
        if holds && !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    fn typed(&mut self) {
        let Some(typed) = &self.context.code else { return };
        match self.code.code.known() {
            Some(code) if code == typed => {}
            Some(code) if code.trim().to_lowercase() == typed.trim().to_lowercase() => {
                self.found(Rule::Code, Reason::CodeUnconfirmed, String::new());
            }
            Some(_) => self.found(Rule::Code, Reason::OtherCode, String::new()),
            None => self.found(Rule::Code, Reason::CodeUnconfirmed, self.code.code.in_words()),
        }
    }

    fn product(&mut self) {
        match self.context.product_role {
            ProductRole::Main => {}
            ProductRole::Addon => return self.found(Rule::Product, Reason::Addon, String::new()),
            ProductRole::Upsell => return self.found(Rule::Product, Reason::Upsell, String::new()),
        }
        let bought = self.context.product_id.as_deref().and_then(product_id);
        let reason = match (&self.code.product_ids, bought) {
            (Told::Is(Products::All), _) => return,
            (Told::Is(Products::These { ids, .. }), Some(bought)) if ids.contains(&bought) => return,
            (Told::Is(Products::These { and_more: false, .. }), Some(_)) => Reason::OtherProduct,
            (Told::Is(Products::These { and_more: false, .. }), None) => Reason::ProductNotGiven,
            _ => Reason::ProductsUnclear,
        };
        self.found(Rule::Product, reason, self.code.product_ids.in_words());
    }

    fn start(&mut self) {
        self.note(self.code.valid_from == Told::Missing, Note::StartUntold);
        match self.code.valid_from.clone() {
            Told::Missing | Told::Nothing => {}
            Told::Strange(got) => self.found(Rule::Start, Reason::TimeUnclear, got),
            Told::Is(time) => match self.passed(&time) {
                Ok(true) => {}
                Ok(false) => self.found(Rule::Start, Reason::NotStarted, String::new()),
                Err((reason, got)) => self.found(Rule::Start, reason, got),
            },
        }
    }

    fn end(&mut self) {
        let agrees = match (&self.code.valid_until, &self.code.expires_at) {
            (Told::Missing | Told::Nothing, _) => true,
            (Told::Is(until), Told::Is(end)) => same_time(until, end),
            _ => false,
        };
        if !agrees {
            return self.found(Rule::End, Reason::WindowUnclear, self.code.valid_until.in_words());
        }
        match self.code.expires_at.clone() {
            Told::Missing | Told::Nothing => {}
            Told::Strange(got) => self.found(Rule::End, Reason::TimeUnclear, got),
            Told::Is(time) => match self.passed(&time) {
                Ok(true) => self.found(Rule::End, Reason::Expired, String::new()),
                Ok(false) => {}
                Err((reason, got)) => self.found(Rule::End, reason, got),
            },
        }
    }

    /// Whether a moment of the record has come, or why that is undecided.
    fn passed(&mut self, time: &str) -> Result<bool, (Reason, String)> {
        let unclear = || (Reason::TimeUnclear, crate::value::quoted(time));
        // A text that no zone helps to read is strange, whatever the moment is.
        Span::read(time, Zone::Fixed(0)).ok_or_else(unclear)?;
        let context = self.context;
        let now = context.now.as_deref().ok_or_else(|| (Reason::NowNotGiven, String::new()))?;
        let (one_clock, zone) = match context.zone {
            Some(zone) => (true, zone),
            // Both hands of one clock: no zone is needed, and none with an hour that is there twice.
            None if !has_offset(now) && !has_offset(time) => (true, Zone::Fixed(0)),
            // Where only one of them has an offset, the other is read in Berlin: right if Berlin had that offset then.
            None => {
                let both = has_offset(now) && has_offset(time);
                (context.same_clock && (both || keeps_berlin_time(now) && keeps_berlin_time(time)), Zone::Berlin)
            }
        };
        let margin = if one_clock { 0 } else { i64::from(context.zone_margin_hours) * 3600 };
        let now = Span::read(now, zone).ok_or_else(|| (Reason::NowNotGiven, String::new()))?;
        let bound = Span::read(time, zone).ok_or_else(unclear)?;
        self.note(margin == 0 && bound.is_second() && now == bound, Note::Boundary);
        match bound.passed(now, margin) {
            Some(passed) => Ok(passed),
            None if margin > 0 => Err((Reason::ZoneUnknown, String::new())),
            None if is_day(time) => Err((Reason::DayUnclear, String::new())),
            None => Err((Reason::HourTwice, String::new())),
        }
    }

    fn count(&mut self) {
        match (&self.code.is_count_limited, &self.code.count_left) {
            (Told::Is(false), _) => {}
            (Told::Is(true), Told::Is(left)) if *left <= 0 => self.found(Rule::Count, Reason::UsedUp, String::new()),
            (Told::Is(true), Told::Is(_)) => self.note(true, Note::CountOfSnapshot),
            (Told::Is(true), left) => self.found(Rule::Count, Reason::CountUnclear, left.in_words()),
            (limited, _) => self.found(Rule::Count, Reason::CountUnclear, limited.in_words()),
        }
    }

    fn upgrade(&mut self, first: &mut Off) {
        if !self.context.is_upgrade {
            return;
        }
        match self.code.upgrade_policy.known().map(String::as_str) {
            Some("valid") => {}
            Some("other_only") => {
                *first = Off::nothing();
                self.note(true, Note::FollowUpsOnly);
            }
            Some("not_valid") => self.found(Rule::Upgrade, Reason::NotForUpgrades, String::new()),
            Some(other) => self.found(Rule::Upgrade, Reason::PolicyUnclear, crate::value::quoted(other)),
            None => self.found(Rule::Upgrade, Reason::PolicyUnclear, self.code.upgrade_policy.in_words()),
        }
    }

    /// Amounts in another currency leave the verdict as it is, and the price to the service.
    fn currency(&mut self, first: &mut Off, others: &mut Off) {
        let Some(plan) = &self.context.plan else { return };
        let follows = plan.follow_up().is_some() || plan.has_trial;
        let takes = |off: &Off, counts: bool| counts && !off.amount.is_zero() && off.untold.is_none();
        if !takes(first, true) && !takes(others, follows) {
            return;
        }
        let untold = match self.code.currency.known() {
            Some(currency) if *currency == plan.currency => return self.note(true, Note::GrossOrNet),
            Some(_) => {
                self.note(true, Note::Converted);
                Uncertainty::OtherCurrency
            }
            None => {
                self.found(Rule::Currency, Reason::CurrencyUnclear, self.code.currency.in_words());
                Uncertainty::CurrencyUnclear
            }
        };
        for off in [first, others] {
            if takes(off, true) {
                off.untold = Some(untold);
            }
        }
    }

    fn first(&mut self) -> Off {
        self.off(&self.code.first_rate, &self.code.first_amount)
    }

    fn others(&mut self) -> Off {
        self.off(&self.code.other_rates, &self.code.other_amounts)
    }

    fn off(&mut self, rate: &Told<Amount>, amount: &Told<Amount>) -> Off {
        let code = self.code;
        let all = [&code.first_rate, &code.other_rates, &code.first_amount, &code.other_amounts];
        let tells_some = all.iter().any(|told| **told != Told::Missing);
        let mut off = Off::nothing();
        let mut is_clear = tells_some;
        for (told, is_rate) in [(rate, true), (amount, false)] {
            match told {
                Told::Is(rate) if is_rate && (Amount::cents(0)..=Amount::cents(10_000)).contains(rate) => {
                    off.rate = *rate
                }
                Told::Is(amount) if !is_rate && !amount.is_negative() && amount.minor_units(2).is_ok() => {
                    off.amount = *amount;
                }
                Told::Nothing => {}
                Told::Missing => self.note(tells_some, Note::UnsetDiscount),
                _ => is_clear = false,
            }
        }
        if !is_clear {
            self.note(true, Note::DiscountUnclear);
            return Off { untold: Some(Uncertainty::DiscountUnclear), ..Off::nothing() };
        }
        off
    }

    /// What there is to say about the discounts.
    fn discount_notes(&mut self, first: &Off, others: &Off) {
        let Some(plan) = &self.context.plan else { return };
        let follows = plan.follow_up().is_some() || plan.has_trial;
        self.note(first.is_nothing() && (others.is_nothing() || !follows), Note::NothingOff);
        self.note(!others.is_nothing() && !follows, Note::FollowUpIgnored);
        self.note(
            !plan.is_early_bird && self.code.is_discarding_early_bird == Told::Is(true) && !first.is_nothing(),
            Note::EarlyBird,
        );
    }
}

/// What it takes off, where that can be read.
fn discount(off: &Off) -> Option<Discount> {
    let is_read = off.untold != Some(Uncertainty::DiscountUnclear);
    is_read.then_some(Discount { rate: off.rate, amount: off.amount })
}

/// Whether two times are the same.
fn same_time(one: &str, other: &str) -> bool {
    let read = |text| Span::read(text, Zone::Fixed(0));
    one == other || read(one).is_some() && read(one) == read(other) && has_offset(one) == has_offset(other)
}
