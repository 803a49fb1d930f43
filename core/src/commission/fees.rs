//! What refunds, chargebacks and payouts cost beside the margin.

use crate::options::Options;
use crate::{Amount, Problem, Value};

/// Fees of a price list. They belong to a reseller, so they are something that you say; the [`FEE_PRESETS`] are what price
/// lists said. The vendor pays them (vendor document). All that is documented is in EUR.
///
/// ```
/// use digistore24::commission::FeeSchedule;
///
/// let fees = FeeSchedule::preset("mslw")?;
/// assert_eq!(fees.refund("37.00".parse()?), "1.00".parse()?);
/// assert_eq!(fees.refund("10.00".parse()?), "0.75".parse()?);
/// assert_eq!(fees.chargeback("card"), Some("50.00".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeeSchedule {
    /// Fees of a refund, each for amounts above that one. The first is for amounts above zero.
    pub refund: Vec<(Amount, Amount)>,
    /// Fees of a chargeback by its kind, such as `card`.
    pub chargeback: Vec<(String, Amount)>,
    /// Fees of a payout by its method, such as `sepa`.
    pub payout: Vec<(String, Amount)>,
}

/// The fees of a price list.
#[derive(Clone, Copy, Debug)]
pub struct FeePreset {
    /// Its name here.
    pub name: &'static str,
    /// Who charges them.
    pub reseller: &'static str,
    /// What it rests on, with the date.
    pub source: &'static str,
    refund: &'static [(i64, i64)],
    chargeback: &'static [(&'static str, i64)],
    payout: &'static [(&'static str, i64)],
}

impl FeePreset {
    /// The fees themselves.
    pub fn fees(&self) -> FeeSchedule {
        let named =
            |fees: &[(&str, i64)]| fees.iter().map(|(name, fee)| ((*name).to_owned(), Amount::cents(*fee))).collect();
        FeeSchedule {
            refund: self.refund.iter().map(|(above, fee)| (Amount::cents(*above), Amount::cents(*fee))).collect(),
            chargeback: named(self.chargeback),
            payout: named(self.payout),
        }
    }
}

/// The fees of price lists that are known, by name.
///
/// Of payouts over PayPal it is known that they cost 2 percent with limits since 2019-04-01; of international transfers,
/// nothing is.
pub static FEE_PRESETS: &[FeePreset] = &[
    FeePreset {
        name: "gmbh_since_2018_05_14",
        reseller: "Digistore24 GmbH",
        source: "vendor documents: price list of 2018-05-14 for refunds, help pages for chargebacks of direct debits from \
                 German and Austrian accounts",
        refund: &[(0, 60), (1000, 100)],
        chargeback: &[("direct_debit_de", 1200), ("direct_debit_at", 1500)],
        payout: &[],
    },
    FeePreset {
        name: "mslw",
        reseller: "MSLW Limited",
        source: "vendor document: price list of that reseller, as of 2026-11; prevented is what chargeback prevention caught",
        refund: &[(0, 75), (1000, 100)],
        chargeback: &[("card", 5000), ("paypal", 5000), ("prevented", 4000)],
        payout: &[("sepa", 250)],
    },
];

impl FeeSchedule {
    /// The fees of that name among [`FEE_PRESETS`].
    ///
    /// # Errors
    /// A [`Problem`] that lists the names.
    pub fn preset(name: &str) -> Result<FeeSchedule, Problem> {
        let found = FEE_PRESETS.iter().find(|preset| preset.name == name);
        found.map(FeePreset::fees).ok_or_else(|| {
            let names: Vec<&str> = FEE_PRESETS.iter().map(|preset| preset.name).collect();
            let got = crate::value::quoted(name);
            Problem::new("fees", format!("expected one of {}, or fees of your own; got {got}", names.join(", ")))
        })
    }

    /// The fee of a refund of that amount.
    pub fn refund(&self, amount: Amount) -> Amount {
        let fee = self.refund.iter().rev().find(|(above, _)| amount > *above);
        fee.map_or(Amount::cents(0), |(_, fee)| *fee)
    }

    /// The fee of a chargeback of that kind, if there is one.
    pub fn chargeback(&self, kind: &str) -> Option<Amount> {
        self.chargeback.iter().find(|(other, _)| other == kind).map(|(_, fee)| *fee)
    }

    /// Notes everything that keeps them from being fees.
    pub(super) fn check(&self, problems: &mut Vec<Problem>) {
        let mut wrong = |path: String, message: &str| problems.push(Problem::new(path, message));
        for (at, (_, fee)) in self.refund.iter().enumerate() {
            if fee.is_negative() {
                wrong(format!("fees.refund[{at}].fee"), "is below zero");
            }
        }
        for (name, fees) in [("chargeback", &self.chargeback), ("payout", &self.payout)] {
            for at in fees.iter().enumerate().filter(|(_, (_, fee))| fee.is_negative()).map(|(at, _)| at) {
                wrong(format!("fees.{name}[{at}].fee"), "is below zero");
            }
        }
        for (at, pair) in self.refund.windows(2).enumerate() {
            if matches!(pair, [(before, _), (above, _)] if above <= before) {
                wrong(format!("fees.refund[{}].above", at + 1), "expected more than the one before");
            }
        }
    }

    /// The fees among the options.
    pub(super) fn read(options: &mut Options<'_, '_>) -> Option<FeeSchedule> {
        if let Value::Text(name) = options.value("fees")? {
            let found = FeeSchedule::preset(name);
            return options.took(found.map_err(|problem| vec![problem]));
        }
        options.group("fees", |fees| {
            Some(FeeSchedule {
                refund: fees.each("refund", |step| {
                    step.require("fee", "what the refund costs");
                    (step.amount("above").unwrap_or_default(), step.amount("fee").unwrap_or_default())
                }),
                chargeback: fees.each("chargeback", |fee| FeeSchedule::named(fee, "kind")),
                payout: fees.each("payout", |fee| FeeSchedule::named(fee, "method")),
            })
        })
    }

    fn named(options: &mut Options<'_, '_>, name: &'static str) -> (String, Amount) {
        options.require(name, "a word of yours for it");
        options.require("fee", "what it costs");
        let word = options.text(name).unwrap_or_default().to_owned();
        (word, options.amount("fee").unwrap_or_default())
    }
}

impl Default for FeeSchedule {
    /// The preset `gmbh_since_2018_05_14`.
    fn default() -> FeeSchedule {
        FEE_PRESETS.first().map(FeePreset::fees).unwrap_or(FeeSchedule {
            refund: Vec::new(),
            chargeback: Vec::new(),
            payout: Vec::new(),
        })
    }
}
