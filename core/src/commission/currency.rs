//! Currencies and how many decimals they have.

use std::fmt;

use crate::{Amount, Problem};

/// Currencies of ISO 4217 with two decimals that sales on the platform may be in.
const TWO_DIGITS: &[&str] = &[
    "AED", "ARS", "AUD", "BGN", "BRL", "CAD", "CHF", "CNY", "COP", "CZK", "DKK", "EGP", "EUR", "GBP", "HKD", "HUF",
    "IDR", "ILS", "INR", "MAD", "MXN", "MYR", "NOK", "NZD", "PEN", "PHP", "PLN", "QAR", "RON", "RUB", "SAR", "SEK",
    "SGD", "THB", "TRY", "TWD", "UAH", "USD", "ZAR",
];

/// The most decimals that are counted in.
const MOST_DIGITS: u8 = 4;

/// A currency: its three letters, and how many decimals its smallest unit has.
///
/// Nothing is ever converted. The service tells of money in two decimals only (payloads of 2019 to 2026); how it rounds
/// where a currency has none, such as the yen, is unknown, so such a currency is refused until you state its digits.
///
/// ```
/// use digistore24::commission::Currency;
///
/// assert_eq!(Currency::known("EUR")?.digits(), 2);
/// assert!(Currency::known("JPY").is_err());
/// assert_eq!(Currency::with_digits("JPY", 0)?.digits(), 0);
/// # Ok::<(), digistore24::Problem>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Currency {
    code: [u8; 3],
    digits: u8,
}

impl Currency {
    /// A currency with two decimals, by its three letters.
    ///
    /// # Errors
    /// A [`Problem`] for any other.
    pub fn known(code: &str) -> Result<Currency, Problem> {
        match TWO_DIGITS.contains(&code) {
            true => Currency::with_digits(code, 2),
            false => {
                let message = format!(
                    "expected a currency with two decimals such as EUR, got {}; for another one state its digits",
                    crate::value::quoted(code)
                );
                Err(Problem::new("currency", message))
            }
        }
    }

    /// Any currency, with the number of its decimals: 0 to 4.
    ///
    /// # Errors
    /// A [`Problem`] for what is not three capital letters, or for other numbers.
    pub fn with_digits(code: &str, digits: u8) -> Result<Currency, Problem> {
        let letters: Option<[u8; 3]> = code.as_bytes().try_into().ok();
        let Some(code) = letters.filter(|code| code.iter().all(u8::is_ascii_uppercase)) else {
            let message = format!("expected three capital letters such as EUR, got {}", crate::value::quoted(code));
            return Err(Problem::new("currency", message));
        };
        if digits > MOST_DIGITS {
            return Err(Problem::new("digits", format!("expected 0 to {MOST_DIGITS}, got {digits}")));
        }
        Ok(Currency { code, digits })
    }

    /// The three letters.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.code).unwrap_or_default()
    }

    /// How many decimals there are.
    pub fn digits(self) -> u8 {
        self.digits
    }

    /// An amount of that many of the smallest unit.
    pub fn amount(self, minor: i64) -> Amount {
        Amount::new(minor, self.digits).unwrap_or_default()
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.code(), self.digits)
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}
