//! Causes that explain why booked figures are others than expected.

use std::collections::HashMap;

use super::booked::Booked;
use super::currency::Currency;
use super::figures::Figures;
use super::fit::{Grid, Sample, decimals, inside, of_base, simplest};
use super::round::{Share, Tie};
use super::split::{Cents, PartnerCents, Payment, Ready, VatCents};
use super::tariffs::{Found, Space};
use super::terms::{Commission, PartnerBase, Terms};
use super::verdict::{Finding, Verdict};
use crate::Amount;

/// A tariff that is not in a price list is believed when so many different payments point to it.
const LEAST_SAMPLES: usize = 3;

/// Steps to one percent of commissions: the service tells them with two decimals.
const RATE_STEPS: i64 = 100;

/// Steps to one percent of VAT: 8.875 is one in New York.
const VAT_STEPS: i64 = 1_000;

/// So many percentages are told apart as shared by several rows.
const MOST_RATES: usize = 50;

/// A payment whose booked figures can be compared.
pub(super) struct Case {
    pub(super) payment: Payment,
    pub(super) told: Figures<i64>,
    pub(super) expected: Cents,
    /// Whether the row tells the number of the payment.
    pub(super) knows_sequence: bool,
}

/// Terms with one change.
struct Change {
    ready: Ready,
    finding: Finding,
}

/// What could be the cause, for all payments in one currency.
pub(super) struct Causes<'a> {
    terms: &'a Terms,
    ready: &'a Ready,
    currency: Currency,
    tolerance: i64,
    checks_vat: bool,
    ties: Vec<Ready>,
    every_payment: Option<Ready>,
    first_only: Option<Ready>,
    none: Option<Ready>,
    bases: Vec<Ready>,
    shipping: Option<Ready>,
    tariffs: Vec<Change>,
    rates: HashMap<(i64, i64), (i64, usize)>,
    fixed: HashMap<i64, usize>,
    /// Terms with another commission, as they come up.
    commissions: HashMap<(bool, i64), Option<Ready>>,
}

impl<'a> Causes<'a> {
    /// Looks at all that does not fit: which tariffs, percentages and amounts explain several of them.
    pub(super) fn new(
        terms: &'a Terms,
        ready: &'a Ready,
        currency: Currency,
        tolerance: i64,
        checks_vat: bool,
        cases: &[&Case],
    ) -> Causes<'a> {
        let digits = currency.digits();
        let make = |change: &dyn Fn(&mut Terms)| {
            let mut other = terms.clone();
            change(&mut other);
            Ready::of(&other, digits).filter(|_| other != *terms)
        };
        let swap = |base: &mut PartnerBase| {
            *base = match base {
                PartnerBase::AfterAffiliate => PartnerBase::BasicAmount,
                PartnerBase::BasicAmount => PartnerBase::AfterAffiliate,
            }
        };
        let mut bases = Vec::new();
        bases.extend(make(&|terms| terms.partners.iter_mut().for_each(|partner| swap(&mut partner.base))));
        if terms.partners.len() > 1 {
            for at in 0..terms.partners.len() {
                bases.extend(make(&|terms| {
                    terms.partners.iter_mut().skip(at).take(1).for_each(|partner| swap(&mut partner.base))
                }));
            }
        }
        let others = [Tie::Up, Tie::Down, Tie::Even].into_iter().filter(|tie| *tie != terms.tie);
        let mut causes = Causes {
            terms,
            ready,
            currency,
            tolerance,
            checks_vat,
            ties: others.filter_map(|tie| make(&|terms| terms.tie = tie)).collect(),
            every_payment: make(&|terms| terms.first_payment_only = false),
            first_only: make(&|terms| terms.first_payment_only = true),
            none: make(&|terms| terms.affiliate = Commission::None),
            bases,
            shipping: make(&|terms| terms.margin_free_shipping = !terms.margin_free_shipping),
            tariffs: Vec::new(),
            rates: HashMap::new(),
            fixed: HashMap::new(),
            commissions: HashMap::new(),
        };
        causes.find_tariffs(cases);
        causes.find_commissions(cases);
        causes
    }

    /// All causes that explain the case, each by itself and exactly, the likeliest first.
    pub(super) fn of(&mut self, case: &Case) -> Vec<Finding> {
        let mut found = Vec::new();
        let differences = case.told.less(&Figures::from(&case.expected));
        if self.is_tie(case) {
            found.push(Finding::of(Verdict::TieRule));
        }
        if differences.each().all(|(_, cents)| cents.is_none_or(|cents| cents.abs() <= self.tolerance)) {
            found.push(Finding::of(Verdict::Rounding));
        }
        let with_booked_vat = self.with_booked_vat(case);
        if let Some(payment) = with_booked_vat
            && self.explains(self.ready, &payment, case)
        {
            found.push(Finding { rate: self.vat_rate(case), ..Finding::about(Verdict::OtherVat, "amount_vat") });
        }
        if let Some(is_missing) = self.first_payment_only(case) {
            let amount = is_missing.then(|| self.currency.amount(0));
            found.push(Finding { amount, ..Finding::about(Verdict::FirstPaymentOnly, "amount_affiliate") });
        }
        let holds =
            |ready: &Option<Ready>| ready.as_ref().is_some_and(|ready| self.explains(ready, &case.payment, case));
        if holds(&self.none) {
            found.push(Finding::about(Verdict::NoCommission, "amount_affiliate"));
        }
        if self.bases.iter().any(|ready| self.explains(ready, &case.payment, case)) {
            found.push(Finding::about(Verdict::PartnerBase, "amount_partner"));
        }
        if case.payment.shipping != 0 && holds(&self.shipping) {
            found.push(Finding::about(Verdict::MarginOnShipping, "amount_provider"));
        }
        found.extend(self.tariff_for(case, &case.payment));
        found.extend(self.commission_for(case));
        if found.is_empty()
            && let Some(payment) = with_booked_vat
        {
            let rate = self.vat_rate(case);
            let both = self.tariff_for(case, &payment).into_iter().take(1);
            found.extend(both.map(|tariff| Finding { verdict: Verdict::OtherVatAndTariff, rate, ..tariff }));
        }
        found
    }

    fn split(&self, ready: &Ready, payment: &Payment) -> Option<Cents> {
        let mut partners = vec![PartnerCents::default(); self.terms.partners.len()];
        ready.split(payment, &mut partners)
    }

    fn explains(&self, ready: &Ready, payment: &Payment, case: &Case) -> bool {
        self.split(ready, payment).is_some_and(|cents| case.told.fits(&Figures::from(&cents)))
    }

    /// Whether everything fits when ties are rounded otherwise. Where a share was a tie, the vendor's may have been rounded by
    /// itself, so that one cent is nobody's, as in the vendor's printed example, or counted twice.
    fn is_tie(&self, case: &Case) -> bool {
        self.ties.iter().chain([self.ready]).any(|ready| {
            let Some(cents) = self.split(ready, &case.payment) else { return false };
            let differences = case.told.less(&Figures::from(&cents));
            let vendor = differences.amount_vendor.unwrap_or_default();
            let others = Figures { amount_vendor: None, ..differences };
            let had_tie = cents.ties.affiliate || cents.ties.referral || cents.ties.partner;
            others.each().all(|(_, cents)| cents.is_none_or(|cents| cents == 0))
                && (vendor == 0 || had_tie && vendor.abs() == 1)
        })
    }

    /// The payment with the VAT that was booked, where that is not what the rate comes to.
    fn with_booked_vat(&self, case: &Case) -> Option<Payment> {
        let vat = booked_vat(&case.told).filter(|vat| self.checks_vat && *vat != case.expected.vat)?;
        Some(Payment { vat: VatCents::Amount(vat), ..case.payment })
    }

    fn vat_rate(&self, case: &Case) -> Option<Amount> {
        let steps = inside(case.expected.brutto, booked_vat(&case.told)?, VAT_STEPS, self.terms.tie)?;
        Amount::new(simplest(steps, VAT_STEPS), VAT_STEPS.ilog10() as u8)
    }

    /// Whether a later payment bears no commission, or bears one, unlike the terms; `None` where that explains nothing.
    fn first_payment_only(&self, case: &Case) -> Option<bool> {
        let holds = |ready: &Option<Ready>, payment: &Payment| {
            ready.as_ref().is_some_and(|ready| self.explains(ready, payment, case))
        };
        if case.payment.pay_sequence_no > 1 {
            let is_missing = holds(&self.first_only, &case.payment);
            return (is_missing || holds(&self.every_payment, &case.payment)).then_some(is_missing);
        }
        // A row that does not tell its number may be of a later payment.
        let later = Payment { pay_sequence_no: 2, ..case.payment };
        let may_be_later = self.terms.first_payment_only && !case.knows_sequence;
        (may_be_later && self.explains(self.ready, &later, case)).then_some(true)
    }

    /// The tariffs that explain the case: those of price lists, or the one that explains the most rows, or else one that
    /// shares its fixed part or its percentage with the terms.
    fn tariff_for(&self, case: &Case, payment: &Payment) -> Vec<Finding> {
        let explaining = self.tariffs.iter().filter(|change| self.explains(&change.ready, payment, case));
        let found: Vec<Finding> = explaining.map(|change| change.finding.clone()).collect();
        if !found.is_empty() {
            return found;
        }
        let alone = self.tariff_alone(case).filter(|change| self.explains(&change.ready, payment, case));
        alone.map(|change| change.finding).into_iter().collect()
    }

    fn tariff_alone(&self, case: &Case) -> Option<Change> {
        const TENTHS: i64 = 10;
        let sample = self.margin(case)?;
        let digits = self.currency.digits();
        let tariff = &self.terms.tariff;
        let fixed = tariff.fixed.minor_units(digits).ok()?;
        let steps = of_base(sample.base, sample.part.checked_sub(fixed)?, TENTHS, self.terms.tie);
        if let Some(steps) = steps {
            let percent = Amount::new(simplest(steps, TENTHS), 1)?;
            return self.with_tariff(super::Tariff::flat(percent, tariff.fixed), None, None);
        }
        let percent_part = self.ready.margin(sample.base)?.units.checked_sub(fixed)?;
        let fixed = sample.part.checked_sub(percent_part)?;
        let is_usual = Space::usual(digits, self.terms.tie).fixed.binary_search(&fixed).is_ok();
        let other = super::Tariff { fixed: self.currency.amount(fixed), tiers: tariff.tiers.clone() };
        self.with_tariff(other, None, None).filter(|_| is_usual)
    }

    fn with_tariff(&self, tariff: super::Tariff, preset: Option<&'static str>, rows: Option<usize>) -> Option<Change> {
        let terms = Terms { tariff: tariff.clone(), ..self.terms.clone() };
        let ready = Ready::of(&terms, self.currency.digits()).filter(|_| terms != *self.terms)?;
        let tariff = Some(tariff);
        let finding = Finding { tariff, preset, rows, ..Finding::about(Verdict::OtherTariff, "amount_provider") };
        Some(Change { ready, finding })
    }

    /// The margin that is booked, and what it is charged on.
    fn margin(&self, case: &Case) -> Option<Sample> {
        let others = self.terms.partners.is_empty() || case.told.amount_partner.is_some();
        let by_shares = || {
            let affiliate = case.told.amount_affiliate?;
            let referral =
                Share::percent(self.terms.referral_rate.unwrap_or_default())?.of(affiliate, self.terms.tie)?;
            let whole = Figures { amount_brutto: Some(case.expected.brutto), ..case.told };
            Booked::left_by_shares(&whole)?.checked_sub(referral.units).filter(|_| others)
        };
        let part = case.told.amount_provider.or_else(by_shares)?;
        let free = if self.terms.margin_free_shipping { case.payment.shipping } else { 0 };
        let base = case.expected.brutto.checked_sub(free).filter(|base| *base > 0)?;
        Some(Sample { base, part, rows: 1 })
    }

    fn find_tariffs(&mut self, cases: &[&Case]) {
        let (tie, digits) = (self.terms.tie, self.currency.digits());
        let deviates =
            |sample: &Sample| self.ready.margin(sample.base).is_none_or(|margin| margin.units != sample.part);
        let samples = cases.iter().filter_map(|case| self.margin(case)).filter(deviates);
        let samples = Sample::merged(samples.collect());
        let explained = |ready: &Ready| {
            let explained = samples
                .iter()
                .filter(|sample| ready.margin(sample.base).is_some_and(|margin| margin.units == sample.part));
            explained.map(|sample| sample.rows.unsigned_abs() as usize).sum()
        };
        let presets = super::PRESETS.iter().filter_map(|preset| {
            let mut change = self.with_tariff(preset.tariff(), Some(preset.name), None)?;
            change.finding.rows = Some(explained(&change.ready));
            Some(change)
        });
        let mut tariffs: Vec<Change> = presets.collect();
        let (groups, _) = Space::usual(digits, tie).mixed(samples.clone(), LEAST_SAMPLES, LEAST_SAMPLES);
        let groups = groups.into_iter().filter(|found| found.preset.is_none());
        tariffs.extend(groups.filter_map(|Found { tariff, .. }| {
            let mut change = self.with_tariff(tariff, None, None)?;
            change.finding.rows = Some(explained(&change.ready));
            Some(change)
        }));
        tariffs.sort_by_key(|change| std::cmp::Reverse(change.finding.rows));
        self.tariffs = tariffs;
    }

    /// The basic amount and the commission booked of it, provided that nothing before it differs.
    fn commission(&self, case: &Case) -> Option<Sample> {
        let expected = Figures::from(&case.expected);
        let before = Figures { amount_affiliate: None, amount_partner: None, amount_vendor: None, ..case.told };
        let part = case.told.amount_affiliate.filter(|part| *part > 0 && before.fits(&expected))?;
        Some(Sample { base: case.expected.basic, part, rows: 1 })
    }

    fn find_commissions(&mut self, cases: &[&Case]) {
        let samples = cases.iter().filter_map(|case| self.commission(case));
        let mut left = Sample::merged(samples.collect());
        for sample in &left {
            *self.fixed.entry(sample.part).or_default() += sample.rows.unsigned_abs() as usize;
        }
        let tie = self.terms.tie;
        let mut grid = Grid::new(vec![0], RATE_STEPS, tie);
        left.iter().for_each(|sample| grid.add(*sample));
        for _ in 0..MOST_RATES {
            let rank = |point: super::fit::Point| (decimals(point.percent, RATE_STEPS), point.percent);
            let Some((point, rows, _)) = grid.best(rank).filter(|(_, rows, _)| *rows > 1) else { break };
            left.retain(|sample| {
                let steps = of_base(sample.base, sample.part, RATE_STEPS, tie);
                let is_of_rate = steps.is_some_and(|(from, to)| (from..=to).contains(&point.percent));
                if is_of_rate {
                    grid.remove(*sample);
                    self.rates.insert((sample.base, sample.part), (point.percent, rows.unsigned_abs() as usize));
                }
                !is_of_rate
            });
        }
        for sample in left {
            if let Some(steps) = of_base(sample.base, sample.part, RATE_STEPS, tie) {
                let rows = sample.rows.unsigned_abs() as usize;
                self.rates.insert((sample.base, sample.part), (simplest(steps, RATE_STEPS), rows));
            }
        }
    }

    /// The percentage and the fixed amount that explain the case. First comes what explains more rows, then what has fewer
    /// decimals, then the percentage.
    fn commission_for(&mut self, case: &Case) -> Vec<Finding> {
        let Some(sample) = self.commission(case) else { return Vec::new() };
        let digits = self.currency.digits();
        let unit = 10i64.checked_pow(digits.into()).unwrap_or(1);
        let mut found = Vec::new();
        if let Some((percent, rows)) = self.rates.get(&(sample.base, sample.part)).copied() {
            let rate = Amount::new(percent, RATE_STEPS.ilog10() as u8).unwrap_or_default();
            if self.holds_with(case, false, percent, Commission::Percent(rate)) {
                let rate = Some(rate);
                let finding = Finding { rate, rows: Some(rows), ..Finding::of(Verdict::OtherRate) };
                found.push((std::cmp::Reverse(rows), decimals(percent, RATE_STEPS), finding));
            }
        }
        if let Some(rows) = self.fixed.get(&sample.part).copied() {
            let fixed = self.currency.amount(sample.part);
            if self.holds_with(case, true, sample.part, Commission::Fixed(fixed)) {
                let amount = Some(fixed);
                let finding = Finding { amount, rows: Some(rows), ..Finding::of(Verdict::FixedCommission) };
                found.push((std::cmp::Reverse(rows), decimals(sample.part, unit), finding));
            }
        }
        found.sort_by_key(|(rows, decimals, _)| (*rows, *decimals));
        let field = Some("amount_affiliate");
        found.into_iter().map(|(.., finding)| Finding { field, ..finding }).collect()
    }

    fn holds_with(&mut self, case: &Case, is_fixed: bool, figure: i64, affiliate: Commission) -> bool {
        let (terms, digits) = (self.terms, self.currency.digits());
        let make = || {
            let other = Terms { affiliate, ..terms.clone() };
            Ready::of(&other, digits).filter(|_| other != *terms)
        };
        self.commissions.entry((is_fixed, figure)).or_insert_with(make);
        let ready = self.commissions.get(&(is_fixed, figure)).and_then(Option::as_ref);
        ready.is_some_and(|ready| self.explains(ready, &case.payment, case))
    }
}

/// The VAT that is booked, or what gross and net leave for it.
pub(super) fn booked_vat(told: &Figures<i64>) -> Option<i64> {
    told.amount_vat.or_else(|| told.amount_brutto?.checked_sub(told.amount_netto?))
}
