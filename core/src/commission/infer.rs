//! Which tariff explains what was booked.

use std::collections::BTreeMap;

use super::booked::{Booked, Movement, Role};
use super::currency::Currency;
use super::figures::Figures;
use super::fit::Sample;
use super::round::Tie;
use super::tariff::Tariff;
use super::tariffs::{Found, Space};
use crate::options::{Options, finished};
use crate::value::list;
use crate::{Amount, Problem, Value};

/// So many tariffs are listed where many explain everything.
const MOST_LISTED: usize = 20;

/// The most fixed parts that are tried.
const MOST_FIXED: i64 = 500;

/// Among which tariffs to look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TariffSearch {
    /// The currency to look at. Rows without one are taken to be in it; without it, each currency of the rows is looked at by
    /// itself.
    pub currency: Option<Currency>,
    /// The steps of the fixed part. 0.05 unless said otherwise.
    pub fixed_step: Option<Amount>,
    /// The highest fixed part. 5.00 unless said otherwise.
    pub fixed_most: Option<Amount>,
    /// Whether the margin is not charged on shipping. Unknown; the default is that it is.
    pub margin_free_shipping: bool,
    /// How exactly half a cent is rounded.
    pub tie: Tie,
}

impl Default for TariffSearch {
    fn default() -> TariffSearch {
        TariffSearch { currency: None, fixed_step: None, fixed_most: None, margin_free_shipping: false, tie: Tie::Up }
    }
}

/// What can be said about the tariffs behind some rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Conclusion {
    /// One tariff explains every row, and no other of those that were tried does.
    One,
    /// Several tariffs explain every row, or all rows have the same price: these are not enough rows to tell.
    TooFewRows,
    /// No tariff explains every row, but several together do, perhaps with some rows left.
    Mixed,
    /// No tariff explains more than single rows.
    Unknown,
}

impl Conclusion {
    /// `one`, `too_few_rows`, `mixed` or `unknown`.
    pub fn as_str(self) -> &'static str {
        match self {
            Conclusion::One => "one",
            Conclusion::TooFewRows => "too_few_rows",
            Conclusion::Mixed => "mixed",
            Conclusion::Unknown => "unknown",
        }
    }
}

/// The tariffs behind rows, for each currency.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Inferred {
    /// The currencies by their letters.
    pub currencies: Vec<InferredTariffs>,
    /// How many rows tell no margin that could be explained: no payments, without price, in other currencies.
    pub left_out: usize,
}

/// The tariffs behind the rows of one currency.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InferredTariffs {
    /// The currency.
    pub currency: Currency,
    /// How many rows tell a margin.
    pub rows: usize,
    /// How many of them tell it by the shares only: it is what vendor, affiliate and partners leave of the net amount, which
    /// holds only where nobody else has a share. `listTransactions` does not tell what partners get.
    pub rows_by_shares: usize,
    /// What can be said.
    pub conclusion: Conclusion,
    /// How many tariffs explain every row.
    pub explain_all: usize,
    /// Those tariffs, the likeliest first, at most 20. If there is none: the tariff that explains the most rows, then the one
    /// that explains the most of the rest, and so on.
    pub tariffs: Vec<InferredTariff>,
    /// How many rows none of the tariffs explains.
    pub unexplained: usize,
}

/// A tariff that explains rows.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InferredTariff {
    /// The tariff.
    pub tariff: Tariff,
    /// Its name, where it is in a price list.
    pub preset: Option<&'static str>,
    /// How many rows it explains; of a mixture, how many of those that the tariffs before it left.
    pub rows: usize,
    /// Of a mixture, how many other tariffs explain as many of these rows. Zero means that the rows tell.
    pub alternatives: usize,
    /// The lowest price among them.
    pub gross_from: Amount,
    /// The highest price among them.
    pub gross_to: Amount,
}

/// Infers which tariffs explain the margins of rows.
///
/// The margin is `amount_provider`, or what the shares leave of the net amount. Tried are the [`PRESETS`](super::PRESETS) and
/// every percentage in steps of 0.1 with every fixed part of the [`TariffSearch`]. Only where no such tariff explains every row,
/// percentages with up to four decimals are tried for all rows, and with two decimals for mixtures. A tariff has to explain a
/// row exactly. Of those that explain as much, the ones from price lists come first, then those with a fixed part of 1.00,
/// then those with fewer decimals. In a mixture a tariff explains at least two rows, and one percent of all.
///
/// # Errors
/// What is wrong with the search.
///
/// ```
/// use digistore24::commission::{Booked, Conclusion, Role, TariffSearch, infer_tariff};
/// use digistore24::Value;
///
/// let row = |gross: &str, margin: &str| {
///     let row = [("amount_brutto", gross.into()), ("amount_provider", margin.into()), ("currency", "EUR".into())];
///     Booked::read(&Value::from(row), Role::Vendor)
/// };
/// let rows = [row("49.00", "3.94")?, row("297.00", "18.82")?, row("997.00", "60.82")?];
/// let inferred = infer_tariff(&rows, &TariffSearch::default())?;
/// let found = inferred.currencies.first().ok_or_else(Vec::new)?;
/// assert_eq!(found.conclusion, Conclusion::One);
/// assert_eq!(found.tariffs.first().map(|found| found.tariff.to_string()).as_deref(), Some("6 % + 1.00"));
/// # Ok::<(), Vec<digistore24::Problem>>(())
/// ```
pub fn infer_tariff(rows: &[Booked], search: &TariffSearch) -> Result<Inferred, Vec<Problem>> {
    let mut currencies: BTreeMap<String, (Currency, Vec<Sample>, usize)> = BTreeMap::new();
    let mut left_out = 0;
    for transaction in super::gather::gathered(rows) {
        let booked = &transaction.booked;
        let sample = sampled(booked, search).filter(|_| transaction.contradiction.is_none());
        let Some((currency, sample, by_shares)) = sample else {
            left_out += 1;
            continue;
        };
        let entry = currencies.entry(currency.code().to_owned()).or_insert_with(|| (currency, Vec::new(), 0));
        entry.1.push(sample);
        entry.2 += usize::from(by_shares);
    }
    let mut problems = Vec::new();
    if let (true, Ok(usual)) = (currencies.is_empty(), Currency::known("EUR")) {
        // A search is checked even where there is nothing to search.
        space(search.currency.unwrap_or(usual), search, &mut problems);
    }
    let mut all = Vec::new();
    for (currency, samples, by_shares) in currencies.into_values() {
        if let Some(space) = space(currency, search, &mut problems) {
            all.push(inferred(currency, samples, by_shares, &space));
        }
    }
    problems.dedup();
    if problems.is_empty() { Ok(Inferred { currencies: all, left_out }) } else { Err(problems) }
}

/// The margin that a row tells, and whether by the shares only.
fn sampled(booked: &Booked, search: &TariffSearch) -> Option<(Currency, Sample, bool)> {
    let currency = match (&booked.currency, search.currency) {
        (Some(code), Some(currency)) if code != currency.code() => return None,
        (_, Some(currency)) => currency,
        (Some(code), None) => Currency::known(code).ok()?,
        (None, None) => return None,
    };
    if booked.movement != Movement::Payment
        || booked.order_currency.is_some() && booked.order_currency != booked.currency
    {
        return None;
    }
    let minor = |amount: Amount| amount.minor_units(currency.digits()).ok();
    let figures: Figures<i64> = booked.figures.map(minor);
    let by_shares = figures.amount_provider.is_none();
    let part = figures.amount_provider.or_else(|| Booked::left_by_shares(&figures))?;
    let shipping = booked.shipping.map_or(Some(0), minor)?;
    let free = if search.margin_free_shipping { shipping } else { 0 };
    let base = figures.amount_brutto?.checked_sub(free).filter(|base| *base > 0)?;
    Some((currency, Sample { base, part, rows: 1 }, by_shares))
}

fn space(currency: Currency, search: &TariffSearch, problems: &mut Vec<Problem>) -> Option<Space> {
    let digits = currency.digits();
    let unit = 10i64.checked_pow(digits.into())?;
    let mut read = |path: &str, amount: Option<Amount>, usual: i64, least: i64| match amount {
        None => Some(usual),
        Some(amount) => match amount.minor_units(digits) {
            Ok(minor) if minor >= least => Some(minor),
            Ok(_) => {
                problems.push(Problem::new(path, format!("expected more than nothing, got {amount}")));
                None
            }
            Err(error) => {
                problems.push(Problem::new(path, error.to_string()));
                None
            }
        },
    };
    let step = read("fixed_step", search.fixed_step, (unit / 20).max(1), 1);
    let most = read("fixed_most", search.fixed_most, unit.checked_mul(5)?, 0);
    let (step, most) = (step?, most?);
    if most / step > MOST_FIXED {
        let message = format!("is more than {MOST_FIXED} steps above 0; take a larger `fixed_step`");
        problems.push(Problem::new("fixed_most", message));
        return None;
    }
    Some(Space::new(digits, step, most, search.tie))
}

fn inferred(currency: Currency, samples: Vec<Sample>, rows_by_shares: usize, space: &Space) -> InferredTariffs {
    let rows = samples.len();
    let samples = Sample::merged(samples);
    let (explain_all, mut found) = space.explaining_all(&samples, MOST_LISTED);
    let mut unexplained = 0;
    let conclusion = match explain_all {
        0 => {
            let (groups, left) = space.mixed(samples, 1, (rows / 100).max(2));
            found = groups;
            unexplained = Sample::rows(&left);
            if found.is_empty() { Conclusion::Unknown } else { Conclusion::Mixed }
        }
        1 if samples.len() > 1 => Conclusion::One,
        _ => Conclusion::TooFewRows,
    };
    let tariff = |found: Found| {
        let prices = || found.samples.iter().map(|sample| sample.base);
        InferredTariff {
            rows: Sample::rows(&found.samples),
            gross_from: currency.amount(prices().min().unwrap_or_default()),
            gross_to: currency.amount(prices().max().unwrap_or_default()),
            tariff: found.tariff,
            preset: found.preset,
            alternatives: found.alternatives,
        }
    };
    let tariffs = found.into_iter().map(tariff).collect();
    InferredTariffs { currency, rows, rows_by_shares, conclusion, explain_all, tariffs, unexplained }
}

/// [`infer_tariff`] by options, for the bindings: `rows`, `role` (`vendor`, `affiliate` or `other`), `currency` with `digits`,
/// `fixed_step`, `fixed_most`, `margin_free_shipping` and `tie`.
///
/// # Errors
/// Everything that is wrong with them.
pub fn infer_tariff_of(options: &Value) -> Result<Inferred, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut options = Options::new(options, "", &mut problems);
    let role = options.word("role", &Role::WORDS).unwrap_or_default();
    let rows = options.rows(role);
    let search = TariffSearch {
        currency: options.currency_if_given(),
        fixed_step: options.amount("fixed_step"),
        fixed_most: options.amount("fixed_most"),
        margin_free_shipping: options.flag("margin_free_shipping").unwrap_or_default(),
        tie: options.tie(),
    };
    options.finish();
    let (rows, search) = finished(Some((rows, search)), problems)?;
    infer_tariff(&rows, &search)
}

impl From<&Inferred> for Value {
    fn from(inferred: &Inferred) -> Value {
        Value::from([("currencies", list(&inferred.currencies)), ("left_out", count(inferred.left_out))])
    }
}

impl From<&InferredTariffs> for Value {
    fn from(inferred: &InferredTariffs) -> Value {
        Value::from([
            ("currency", inferred.currency.code().into()),
            ("rows", count(inferred.rows)),
            ("rows_by_shares", count(inferred.rows_by_shares)),
            ("conclusion", inferred.conclusion.as_str().into()),
            ("explain_all", count(inferred.explain_all)),
            ("tariffs", list(&inferred.tariffs)),
            ("unexplained", count(inferred.unexplained)),
        ])
    }
}

impl From<&InferredTariff> for Value {
    fn from(found: &InferredTariff) -> Value {
        Value::from([
            ("tariff", Value::from(&found.tariff)),
            ("preset", found.preset.into()),
            ("rows", count(found.rows)),
            ("alternatives", count(found.alternatives)),
            ("gross_from", found.gross_from.into()),
            ("gross_to", found.gross_to.into()),
        ])
    }
}

pub(super) fn count(count: usize) -> Value {
    Value::Integer(i64::try_from(count).unwrap_or(i64::MAX))
}
