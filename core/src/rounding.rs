//! Shares of prices in percent, rounded to hundredths as far as it is known how the service rounds.

use crate::Amount;

/// Currencies of ISO 4217 that have not two decimals.
const OTHER_DIGITS: &[&str] = &[
    "BHD", "BIF", "CLF", "CLP", "DJF", "GNF", "IQD", "ISK", "JOD", "JPY", "KMF", "KRW", "KWD", "LYD", "OMR", "PYG",
    "RWF", "TND", "UGX", "UYI", "UYW", "VND", "VUV", "XAF", "XOF", "XPF",
];

/// Whether a currency has hundredths. Of others it is not known how the service rounds.
pub(crate) fn has_hundredths(currency: &str) -> bool {
    !OTHER_DIGITS.contains(&currency)
}

/// A share in hundredths.
pub(crate) struct Share {
    /// Rounded; the lower of both neighbours where it lies half way between them, since that is where ways to round differ.
    pub(crate) low: i128,
    /// The higher of both, or the same.
    pub(crate) high: i128,
    pub(crate) was_rounded: bool,
}

impl Share {
    /// So many percent of so many hundredths.
    pub(crate) fn of(hundredths: i128, percent: Amount) -> Share {
        let scale = percent.decimals();
        let units = i128::from(percent.units_at(scale).unwrap_or_default());
        let whole = 100 * 10i128.pow(scale.into());
        // At most 10^19 hundredths times 64 bits.
        let product = hundredths.saturating_mul(units);
        let (share, rest) = (product / whole, product % whole);
        let (low, high) = match (rest * 2).cmp(&whole) {
            std::cmp::Ordering::Less => (share, share),
            std::cmp::Ordering::Greater => (share + 1, share + 1),
            std::cmp::Ordering::Equal => (share, share + 1),
        };
        Share { low, high, was_rounded: rest != 0 }
    }
}
