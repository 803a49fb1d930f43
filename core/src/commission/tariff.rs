//! What the platform keeps of a payment.

use super::round::Share;
use crate::{Amount, Problem};

/// The margin of the platform: so many percent of the gross price, and a fixed part for each payment.
///
/// A tariff belongs to an account and to a reseller, so it is always something that you say; the [`PRESETS`] are what
/// price lists said. The margin is charged on the gross price, never on the net one (vendor document, and eight payloads
/// of 2019 to 2026), and on every payment of a plan.
///
/// ```
/// use digistore24::Amount;
/// use digistore24::commission::Tariff;
///
/// assert_eq!(Tariff::default(), Tariff::preset("standard")?);
/// let agreed = Tariff { tiers: vec![(Amount::cents(0), "6".parse()?)], ..Tariff::default() };
/// assert_eq!(agreed.to_string(), "6 % + 1.00");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Tariff {
    /// The fixed part of each payment, in the currency of the payment. That 1.00 is meant in the payment's own currency was
    /// seen for EUR and USD; for others it is unknown.
    pub fixed: Amount,
    /// The percentages, each for the part of the gross price above that amount. The first begins at zero.
    pub tiers: Vec<(Amount, Amount)>,
}

/// A tariff of a price list.
#[derive(Clone, Copy, Debug)]
pub struct Preset {
    /// Its name here.
    pub name: &'static str,
    /// Who charges it.
    pub reseller: &'static str,
    /// When it applies, in words.
    pub condition: &'static str,
    /// What it rests on, with the date.
    pub source: &'static str,
    fixed: i64,
    tiers: &'static [(i64, i64)],
}

impl Preset {
    /// The tariff itself.
    pub fn tariff(&self) -> Tariff {
        let rate = |tenths| Amount::new(tenths, 1).unwrap_or_default();
        let tiers = self.tiers.iter().map(|(from, tenths)| (Amount::cents(*from), rate(*tenths))).collect();
        Tariff { fixed: Amount::cents(self.fixed), tiers }
    }
}

/// The tariffs of price lists that are known, by name.
pub static PRESETS: &[Preset] = &[
    Preset {
        name: "standard",
        reseller: "Digistore24 GmbH, Digistore24 Inc, MSLW Limited",
        condition: "unless something else applies",
        source: "price lists and the vendor's calculator (2020-01); payloads of 2019 to 2026 in EUR and USD",
        fixed: 100,
        tiers: &[(0, 79)],
    },
    Preset {
        name: "mslw_high_chargebacks",
        reseller: "MSLW Limited",
        condition: "the vendor's products have more than 1 % of chargebacks",
        source: "price list of that reseller, as of 2026-11",
        fixed: 100,
        tiers: &[(0, 99)],
    },
    Preset {
        name: "high_price",
        reseller: "Digistore24 GmbH",
        condition: "prices above 400, automatically; whether it still exists is unknown",
        source: "price list, 2018-05-14 to 2020",
        fixed: 100,
        tiers: &[(0, 79), (40_000, 49)],
    },
    Preset {
        name: "high_price_prepaid",
        reseller: "Digistore24 GmbH",
        condition: "prices above 400 paid by prepayment, Sofort or Klarna; whether it still exists is unknown",
        source: "price list, 2018-05-14 to 2020",
        fixed: 100,
        tiers: &[(0, 79), (40_000, 29)],
    },
    Preset {
        name: "high_price_before_2018_05_14",
        reseller: "Digistore24 GmbH",
        condition: "prices above 1000, until 2018-05-13",
        source: "price list of 2018-05-14, which names the limit before",
        fixed: 100,
        tiers: &[(0, 79), (100_000, 49)],
    },
    Preset {
        name: "free_plus_shipping",
        reseller: "Digistore24 GmbH",
        condition: "a book for which the buyer pays only shipping, below 10",
        source: "price list of 2018-05-14",
        fixed: 60,
        tiers: &[(0, 79)],
    },
    Preset {
        name: "mslw_free_plus_shipping",
        reseller: "MSLW Limited",
        condition: "a book for which the buyer pays only shipping, below 10",
        source: "price list of that reseller, as of 2026-11",
        fixed: 75,
        tiers: &[(0, 79)],
    },
];

impl Tariff {
    /// The tariff of that name among [`PRESETS`].
    ///
    /// # Errors
    /// A [`Problem`] that lists the names.
    pub fn preset(name: &str) -> Result<Tariff, Problem> {
        let found = PRESETS.iter().find(|preset| preset.name == name);
        found.map(Preset::tariff).ok_or_else(|| {
            let names: Vec<&str> = PRESETS.iter().map(|preset| preset.name).collect();
            let got = crate::value::quoted(name);
            Problem::new(
                "tariff",
                format!("expected one of {}, or percent and fixed part; got {got}", names.join(", ")),
            )
        })
    }

    /// The same percentage of every price.
    pub fn flat(percent: Amount, fixed: Amount) -> Tariff {
        Tariff { fixed, tiers: vec![(Amount::cents(0), percent)] }
    }

    /// Notes everything that keeps it from being a tariff.
    pub(super) fn check(&self, digits: u8, problems: &mut Vec<Problem>) {
        let mut wrong = |path: String, message: &str| problems.push(Problem::new(path, message));
        if self.fixed.is_negative() {
            wrong("tariff.fixed".to_owned(), "is below zero");
        } else if self.fixed.minor_units(digits).is_err() {
            wrong("tariff.fixed".to_owned(), "has more decimals than the currency");
        }
        if self.tiers.first().is_none_or(|(from, _)| !from.is_zero()) {
            wrong("tariff.tiers".to_owned(), "expected tiers, the first of which begins at 0");
        }
        for (at, (from, percent)) in self.tiers.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|at| self.tiers.get(at));
            if before.is_some_and(|(before, _)| before >= from) {
                wrong(format!("tariff.tiers[{at}]"), "begins below the one before");
            }
            if from.minor_units(digits).is_err() {
                wrong(format!("tariff.tiers[{at}]"), "begins at an amount with more decimals than the currency has");
            }
            if percent.is_negative() || *percent > Amount::cents(10_000) || Share::percent(*percent).is_none() {
                wrong(format!("tariff.tiers[{at}]"), "expected a rate from 0 to 100 percent");
            }
        }
    }
}

impl Default for Tariff {
    /// The preset `standard`: 7.9 % and 1.00.
    fn default() -> Tariff {
        Tariff::flat(Amount::new(79, 1).unwrap_or_default(), Amount::cents(100))
    }
}

/// `7.9 % + 1.00`, or `7.9 % up to 400.00, 4.9 % above + 1.00`.
impl std::fmt::Display for Tariff {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (at, (_, percent)) in self.tiers.iter().enumerate() {
            write!(f, "{}{} %", if at > 0 { ", " } else { "" }, super::percent(*percent))?;
            match self.tiers.get(at + 1) {
                Some((to, _)) => write!(f, " up to {to}")?,
                None if at > 0 => f.write_str(" above")?,
                None => {}
            }
        }
        write!(f, " + {}", self.fixed)
    }
}
