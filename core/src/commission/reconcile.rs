//! Whether the platform booked what was agreed.

use std::collections::{BTreeMap, HashMap};

use super::booked::{Booked, Movement, Role};
use super::causes::{Case, Causes, booked_vat};
use super::currency::Currency;
use super::figures::Figures;
use super::gather::{Transaction, gathered};
use super::infer::count;
use super::note::Language;
use super::round::Share;
use super::split::{PartnerCents, Payment, Ready, VatCents};
use super::terms::{Terms, check_amount, check_rate};
use super::verdict::{Finding, Verdict};
use crate::options::{Options, finished};
use crate::value::list;
use crate::{Amount, Problem, Value};

/// How to compare.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checks {
    /// The currency of the terms: rows in another are not compared, and rows that tell none are taken to be in it. Without
    /// it each row is compared in its own, and fixed amounts are the same figure in each.
    pub currency: Option<Currency>,
    /// The rate that VAT is expected by. Without it VAT is what the service booked, as rates in rows are not reliable.
    pub vat_rate: Option<Amount>,
    /// So much is put down to rounding. One cent, or whatever the smallest unit is, unless said otherwise.
    pub tolerance: Option<Amount>,
    /// The language of the report.
    pub language: Language,
}

impl Checks {
    fn digits(&self) -> u8 {
        self.currency.map_or(2, Currency::digits)
    }

    fn check(&self, problems: &mut Vec<Problem>) {
        if let Some(rate) = self.vat_rate {
            check_rate("vat_rate", rate, problems);
        }
        if let Some(tolerance) = self.tolerance {
            check_amount("tolerance", tolerance, self.digits(), problems);
        }
    }
}

/// What was booked beside what was expected.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Report {
    /// The transactions, in the order in which the rows bring them up.
    pub transactions: Vec<Reconciled>,
    /// The totals by currency.
    pub totals: Vec<Totals>,
    /// The language of sentences.
    pub language: Language,
}

/// A transaction beside what was expected of it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Reconciled {
    /// Number of the transaction, where it is told.
    pub transaction_id: Option<String>,
    /// Number of the order, where it is told.
    pub purchase_id: Option<String>,
    /// What it does.
    pub movement: Movement,
    /// The currency, where it is told.
    pub currency: Option<String>,
    /// The result of the comparison: that it fits, why it cannot be compared, or the likeliest cause.
    pub verdict: Verdict,
    /// What the terms come to. Absent where nothing is compared.
    pub expected: Option<Figures>,
    /// What was booked.
    pub booked: Figures,
    /// What was booked above what was expected; below zero where it was less. Absent where nothing is compared.
    pub difference: Option<Figures>,
    /// What explains it, the likeliest first; or why it was not compared. Empty where it fits, or where nothing explains it.
    pub causes: Vec<Finding>,
}

/// The totals of a currency.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Totals {
    /// The currency; empty for transactions that tell none.
    pub currency: String,
    /// How many transactions there are.
    pub transactions: usize,
    /// How many of them were compared.
    pub compared: usize,
    /// The sums of what was expected, over the figures that were booked and compared. Absent where nothing was.
    pub expected: Figures,
    /// The sums of what was booked there.
    pub booked: Figures,
    /// The sums of the differences.
    pub difference: Figures,
    /// How many transactions have each verdict.
    pub verdicts: Vec<(Verdict, usize)>,
}

/// Compares what the platform booked with what the terms come to, and names the likeliest cause of each difference.
///
/// Every figure that a row tells is compared, exactly. A cause is named when changing that one thing makes every booked figure
/// fit; only VAT and tariff are changed together. Several causes may explain the same transaction; then all stand in the order
/// of [`Verdict`], except that of another percentage and a fixed commission the one that explains more rows comes first, or else
/// the one with fewer decimals. Of several tariffs the one that explains more rows comes first. A tariff that is in no price list
/// is named when at least three different payments point to it, or when it shares the fixed part or the percentage with the terms.
///
/// Rows with the same number of the transaction are one transaction: rows of `listCommissions` are added up, and tell a price
/// only together with a row of `listTransactions` or a notification. Refunds and chargebacks are listed, not compared: whether
/// the margin is given back with them and where their fee is booked are unknown.
///
/// # Errors
/// Everything that is wrong with terms and checks.
///
/// ```
/// use digistore24::Value;
/// use digistore24::commission::{Booked, Checks, Role, Terms, Verdict, reconcile};
///
/// let row = [("amount_brutto", "49.00"), ("amount_vat", "3.67"), ("amount_provider", "3.94"), ("amount_vendor", "41.39")];
/// let row = Value::Map(row.map(|(name, value)| (name.to_owned(), value.into())).to_vec());
/// let currency = digistore24::commission::Currency::known("EUR").map_err(|problem| vec![problem])?;
/// let checks = Checks { currency: Some(currency), ..Checks::default() };
/// let report = reconcile(&[Booked::read(&row, Role::Vendor)?], &Terms::default(), &checks)?;
/// let found = report.transactions.first().and_then(|first| first.causes.first()).ok_or_else(Vec::new)?;
/// assert_eq!(found.verdict, Verdict::OtherTariff);
/// assert_eq!(found.tariff.as_ref().map(ToString::to_string).as_deref(), Some("6 % + 1.00"));
/// # Ok::<(), Vec<digistore24::Problem>>(())
/// ```
pub fn reconcile(rows: &[Booked], terms: &Terms, checks: &Checks) -> Result<Report, Vec<Problem>> {
    let transactions = gathered(rows);
    let mut books: HashMap<Currency, Book> = HashMap::new();
    let mut problems = Vec::new();
    terms.check(checks.digits(), &mut problems);
    checks.check(&mut problems);
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut reconciled: Vec<Reconciled> = transactions.iter().map(listed).collect();
    for (at, (transaction, place)) in transactions.iter().zip(&mut reconciled).enumerate() {
        let prepared = currency(transaction, checks).and_then(|currency| {
            let book = books.entry(currency).or_insert_with(|| Book::new(currency, terms, checks));
            Ok((book.case(transaction)?, book))
        });
        match prepared {
            Ok((case, book)) => {
                place.compare(&case, book.currency);
                if place.verdict == Verdict::Unexplained {
                    book.open.push((at, case));
                }
            }
            Err((verdict, field)) => {
                place.verdict = verdict;
                place.causes.push(Finding { field, ..Finding::of(verdict) });
            }
        }
    }
    for book in books.values() {
        let Some(ready) = book.ready.as_ref().filter(|_| !book.open.is_empty()) else { continue };
        let cases: Vec<&Case> = book.open.iter().map(|(_, case)| case).collect();
        let tolerance = checks.tolerance.map_or(Ok(1), |tolerance| tolerance.minor_units(book.currency.digits()));
        let tolerance = tolerance.unwrap_or_default();
        let mut causes = Causes::new(terms, ready, book.currency, tolerance, book.vat.is_some(), &cases);
        for (at, case) in &book.open {
            if let Some(place) = reconciled.get_mut(*at) {
                place.causes = causes.of(case);
                place.verdict = place.causes.first().map_or(Verdict::Unexplained, |finding| finding.verdict);
            }
        }
    }
    let totals = totals(&reconciled);
    Ok(Report { transactions: reconciled, totals, language: checks.language })
}

/// What is said of a transaction before it is compared.
fn listed(transaction: &Transaction<'_>) -> Reconciled {
    let booked = &transaction.booked;
    Reconciled {
        transaction_id: booked.transaction_id.clone(),
        purchase_id: booked.purchase_id.clone(),
        movement: booked.movement,
        currency: booked.currency.clone(),
        verdict: Verdict::Unexplained,
        expected: None,
        booked: booked.figures,
        difference: None,
        causes: Vec::new(),
    }
}

/// Why a transaction is not compared, and the figure that this is about.
type Apart = (Verdict, Option<&'static str>);

/// The currency that a transaction is compared in.
fn currency(transaction: &Transaction<'_>, checks: &Checks) -> Result<Currency, Apart> {
    let booked = &transaction.booked;
    if booked.movement != Movement::Payment {
        return Err((Verdict::NotAPayment, None));
    }
    if let Some(field) = transaction.contradiction {
        return Err((Verdict::Contradictory, Some(field)));
    }
    let other = (Verdict::Currency, Some("currency"));
    // Which of them the figures are in is unknown.
    if booked.order_currency.is_some() && booked.order_currency != booked.currency {
        return Err(other);
    }
    match (&booked.currency, checks.currency) {
        (Some(code), Some(currency)) if code != currency.code() => Err(other),
        (_, Some(currency)) => Ok(currency),
        (Some(code), None) => Currency::known(code).map_err(|_| other),
        (None, None) => Err((Verdict::Untold, Some("currency"))),
    }
}

/// What is needed to compare in one currency.
struct Book {
    currency: Currency,
    ready: Option<Ready>,
    vat: Option<Share>,
    partners: Vec<PartnerCents>,
    /// What does not fit, and where it stands.
    open: Vec<(usize, Case)>,
}

impl Book {
    fn new(currency: Currency, terms: &Terms, checks: &Checks) -> Book {
        Book {
            currency,
            ready: Ready::of(terms, currency.digits()),
            vat: checks.vat_rate.and_then(Share::percent),
            partners: vec![PartnerCents::default(); terms.partners.len()],
            open: Vec::new(),
        }
    }

    /// The transaction in whole cents.
    fn case(&mut self, transaction: &Transaction<'_>) -> Result<Case, Apart> {
        let booked = &transaction.booked;
        let untold = |field| (Verdict::Untold, Some(field));
        let contradictory = |field| (Verdict::Contradictory, Some(field));
        let digits = self.currency.digits();
        let minor = |amount: Amount| amount.minor_units(digits).ok();
        if let Some((field, _)) = booked.figures.each().find(|(_, amount)| amount.is_some_and(|a| minor(a).is_none())) {
            return Err(contradictory(field));
        }
        let told: Figures<i64> = booked.figures.map(minor);
        let sum = || told.amount_netto?.checked_add(told.amount_vat?);
        let price = told.amount_brutto.or_else(sum).ok_or(untold("amount_brutto"))?;
        let vat = match (self.vat, booked_vat(&told)) {
            (Some(rate), _) => VatCents::Rate(rate),
            (None, Some(vat)) if (0..=price).contains(&vat) => VatCents::Amount(vat),
            (None, Some(_)) => return Err(contradictory("amount_vat")),
            (None, None) => return Err(untold("amount_vat")),
        };
        let shares = [told.amount_provider, told.amount_affiliate, told.amount_partner, told.amount_vendor];
        if shares.iter().all(Option::is_none) {
            return Err(untold("amount_vendor"));
        }
        let shipping = booked.shipping.map_or(Some(0), minor).filter(|shipping| (0..=price).contains(shipping));
        let payment = Payment {
            price,
            is_net: false,
            vat,
            shipping: shipping.ok_or(contradictory("product_txn_shipping"))?,
            pay_sequence_no: booked.pay_sequence_no.unwrap_or_default(),
        };
        let expected = self.ready.as_ref().and_then(|ready| ready.split(&payment, &mut self.partners));
        let expected = expected.ok_or(contradictory("amount_brutto"))?;
        Ok(Case { payment, told, expected, knows_sequence: booked.pay_sequence_no.is_some() })
    }
}

impl Reconciled {
    fn compare(&mut self, case: &Case, currency: Currency) {
        let expected: Figures<i64> = Figures::from(&case.expected);
        self.expected = Some(expected.amounts(currency));
        self.difference = Some(case.told.less(&expected).amounts(currency));
        self.currency.get_or_insert_with(|| currency.code().to_owned());
        self.verdict = if case.told.fits(&expected) { Verdict::Fits } else { Verdict::Unexplained };
    }
}

fn totals(transactions: &[Reconciled]) -> Vec<Totals> {
    let mut all: BTreeMap<&str, Totals> = BTreeMap::new();
    let mut counts: BTreeMap<(&str, Verdict), usize> = BTreeMap::new();
    for transaction in transactions {
        let currency = transaction.currency.as_deref().unwrap_or_default();
        *counts.entry((currency, transaction.verdict)).or_default() += 1;
        let totals = match all.get_mut(currency) {
            Some(totals) => totals,
            None => all.entry(currency).or_insert(Totals {
                currency: currency.to_owned(),
                transactions: 0,
                compared: 0,
                expected: Figures::default(),
                booked: Figures::default(),
                difference: Figures::default(),
                verdicts: Vec::new(),
            }),
        };
        totals.transactions += 1;
        if let (Some(expected), Some(difference)) = (transaction.expected, transaction.difference) {
            totals.compared += 1;
            let where_booked =
                expected.with(&transaction.booked, |expected, booked| expected.filter(|_| booked.is_some()));
            totals.expected = totals.expected.with(&where_booked, added);
            totals.booked = totals.booked.with(&transaction.booked, added);
            totals.difference = totals.difference.with(&difference, added);
        }
    }
    for ((currency, verdict), count) in counts {
        if let Some(totals) = all.get_mut(currency) {
            totals.verdicts.push((verdict, count));
        }
    }
    all.into_values().collect()
}

/// The sum of what there is. Sums stop growing at the bounds of 64 bits.
fn added(one: Option<Amount>, other: Option<Amount>) -> Option<Amount> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.checked_add(other).unwrap_or(one)),
        (one, other) => one.or(other),
    }
}

/// [`reconcile`] by options, for the bindings: `rows`, `role` (`vendor`, `affiliate` or `other`), the terms as
/// [`read`](super::read) takes them, `currency` with `digits`, `vat_rate`, `tolerance` and `language` (`en` or `de`).
///
/// # Errors
/// Everything that is wrong with them.
pub fn reconcile_of(options: &Value) -> Result<Report, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut options = Options::new(options, "", &mut problems);
    let role = options.word("role", &Role::WORDS).unwrap_or_default();
    let rows = options.rows(role);
    let checks = Checks {
        currency: options.currency_if_given(),
        vat_rate: options.amount("vat_rate"),
        tolerance: options.amount("tolerance"),
        language: options.word("language", &[("en", Language::English), ("de", Language::German)]).unwrap_or_default(),
    };
    let terms = options.terms();
    options.check(|problems| checks.check(problems));
    options.finish();
    let (rows, terms, checks) = finished(Some((rows, terms, checks)), problems)?;
    reconcile(&rows, &terms, &checks)
}

impl From<&Report> for Value {
    fn from(report: &Report) -> Value {
        let transactions = report.transactions.iter().map(|transaction| transaction.value(report.language));
        Value::from([("transactions", Value::List(transactions.collect())), ("totals", list(&report.totals))])
    }
}

impl Reconciled {
    fn value(&self, language: Language) -> Value {
        let figures = |figures: &Option<Figures>| figures.as_ref().into();
        Value::from([
            ("transaction_id", self.transaction_id.as_deref().into()),
            ("purchase_id", self.purchase_id.as_deref().into()),
            ("movement", self.movement.as_str().into()),
            ("currency", self.currency.as_deref().into()),
            ("verdict", self.verdict.as_str().into()),
            ("expected", figures(&self.expected)),
            ("booked", Value::from(&self.booked)),
            ("difference", figures(&self.difference)),
            ("causes", Value::List(self.causes.iter().map(|cause| cause.value(language)).collect())),
        ])
    }
}

impl From<&Totals> for Value {
    fn from(totals: &Totals) -> Value {
        let verdicts = totals.verdicts.iter().map(|(verdict, times)| (verdict.as_str().to_owned(), count(*times)));
        Value::from([
            ("currency", totals.currency.as_str().into()),
            ("transactions", count(totals.transactions)),
            ("compared", count(totals.compared)),
            ("expected", Value::from(&totals.expected)),
            ("booked", Value::from(&totals.booked)),
            ("difference", Value::from(&totals.difference)),
            ("verdicts", Value::Map(verdicts.collect())),
        ])
    }
}
