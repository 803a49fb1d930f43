//! Sums of money as exact decimals.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};

/// The most decimals an [`Amount`] can have: 10¹⁸ is the largest power of ten in 64 bits.
const MAX_SCALE: u8 = 18;

/// An exact decimal number: a sum of money in major units (euros, not cents), or a rate.
///
/// It holds whole `units` and how many of their digits stand behind the decimal point, so `29.75` is 2975 units of
/// scale 2. Which currency it is stands beside it in the answer, and stays with the caller. There is no way from or to
/// a binary float, because that is where cents get lost.
///
/// The service writes the same sum in several forms: captures of 2024 and 2025 show the texts `"19.00"` and `"37"` and
/// the JSON numbers `29.75` and `25`, often side by side. All of them are read alike, and amounts compare as numbers:
/// `59.5` equals `59.50`. Refunds are negative.
///
/// ```
/// use digistore24::Amount;
///
/// let price: Amount = "59.5".parse()?;
/// assert_eq!(price, Amount::cents(5950));
/// assert_eq!(price.to_string(), "59.50");
/// assert_eq!(price.minor_units(2)?, 5950);
/// # Ok::<(), digistore24::BadAmount>(())
/// ```
#[derive(Default, Clone, Copy, Debug)]
pub struct Amount {
    units: i64,
    scale: u8,
}

impl Amount {
    /// `units` with the last `scale` digits behind the decimal point; `None` when `scale` is above 18.
    ///
    /// ```
    /// use digistore24::Amount;
    ///
    /// assert_eq!(Amount::new(108_452, 5).map(|rate| rate.to_string()).as_deref(), Some("1.08452"));
    /// assert_eq!(Amount::new(1, 19), None);
    /// ```
    pub const fn new(units: i64, scale: u8) -> Option<Amount> {
        if scale <= MAX_SCALE { Some(Amount { units, scale }) } else { None }
    }

    /// A sum in hundredths of the currency: `Amount::cents(2975)` is `29.75`.
    pub const fn cents(cents: i64) -> Amount {
        Amount { units: cents, scale: 2 }
    }

    /// Reads a number as JSON and PHP write it: an optional sign, digits, optionally a dot with digits, optionally an
    /// exponent. Decimals are kept as written: `1.0800` has a scale of 4.
    ///
    /// # Errors
    ///
    /// [`BadAmount::Form`] for everything else: white space, a comma, `NaN`, nothing at all.
    /// [`BadAmount::Range`] when the value has more than 18 decimals or does not fit 64 bits; 18 digits always fit.
    ///
    /// ```
    /// use digistore24::Amount;
    ///
    /// assert_eq!(Amount::parse("1.25e2")?, Amount::cents(12_500));
    /// assert!(Amount::parse("9,00").is_err());
    /// # Ok::<(), digistore24::BadAmount>(())
    /// ```
    pub fn parse(text: &str) -> Result<Amount, BadAmount> {
        let number = Number::read(text.as_bytes()).ok_or_else(|| BadAmount::Form(excerpt(text)))?;
        number.amount().ok_or_else(|| BadAmount::Range(excerpt(text)))
    }

    /// The same without words about what is wrong.
    pub(crate) fn read(text: &str) -> Option<Amount> {
        Number::read(text.as_bytes())?.amount()
    }

    /// Appends the number as [`Display`](fmt::Display) writes it.
    pub(crate) fn push_to(self, out: &mut String) {
        if self.is_negative() {
            out.push('-');
        }
        self.push_magnitude(out);
    }

    /// Appends the number without its sign.
    fn push_magnitude(self, out: &mut String) {
        let power = 10u64.pow(self.scale.into());
        let units = self.units.unsigned_abs();
        push_digits(units / power, 1, out);
        out.push('.');
        push_digits(units % power, self.scale.into(), out);
        for _ in self.scale..2 {
            out.push('0');
        }
    }

    /// The number without its decimal point: 2975 for `29.75`.
    pub const fn units(self) -> i64 {
        self.units
    }

    /// How many digits of [`units`](Amount::units) stand behind the decimal point, 0 to 18.
    pub const fn scale(self) -> u8 {
        self.scale
    }

    /// How many decimals matter: 1 for `59.50`, 0 for `25.00`.
    pub fn decimals(self) -> u8 {
        let (mut units, mut scale) = (self.units, self.scale);
        while scale > 0 && units % 10 == 0 {
            units /= 10;
            scale -= 1;
        }
        scale
    }

    /// The sum in the smallest unit of a currency with `digits` decimals: cents for 2, yen for 0.
    ///
    /// # Errors
    ///
    /// [`BadAmount::Finer`] when the sum has more decimals than that, for nothing is ever rounded here.
    /// [`BadAmount::Range`] when the result does not fit 64 bits.
    ///
    /// ```
    /// use digistore24::Amount;
    ///
    /// assert_eq!(Amount::parse("12.5")?.minor_units(2)?, 1250);
    /// assert!(Amount::parse("12.505")?.minor_units(2).is_err());
    /// # Ok::<(), digistore24::BadAmount>(())
    /// ```
    pub fn minor_units(self, digits: u8) -> Result<i64, BadAmount> {
        if self.scale > digits && self.decimals() > digits {
            return Err(BadAmount::Finer { amount: self, digits });
        }
        self.units_at(digits).ok_or_else(|| BadAmount::Range(self.to_string()))
    }

    /// The sum of both, exactly; `None` when it does not fit.
    ///
    /// ```
    /// use digistore24::Amount;
    ///
    /// let total = Amount::cents(2500).checked_add(Amount::cents(475));
    /// assert_eq!(total, Some(Amount::cents(2975)));
    /// ```
    pub fn checked_add(self, other: Amount) -> Option<Amount> {
        let at = |scale| Amount::new(self.units_at(scale)?.checked_add(other.units_at(scale)?)?, scale);
        at(self.scale.max(other.scale)).or_else(|| at(self.decimals().max(other.decimals())))
    }

    /// What is left of this after taking `other`, exactly; `None` when it does not fit.
    pub fn checked_sub(self, other: Amount) -> Option<Amount> {
        let at = |scale| Amount::new(self.units_at(scale)?.checked_sub(other.units_at(scale)?)?, scale);
        at(self.scale.max(other.scale)).or_else(|| at(self.decimals().max(other.decimals())))
    }

    /// The same sum with the other sign; `None` only for the lowest number of 64 bits, which has no counterpart.
    pub const fn checked_neg(self) -> Option<Amount> {
        match self.units.checked_neg() {
            Some(units) => Some(Amount { units, scale: self.scale }),
            None => None,
        }
    }

    /// Whether this is nothing, in whatever number of decimals.
    pub const fn is_zero(self) -> bool {
        self.units == 0
    }

    /// Whether this is below zero, as refunds and chargebacks are.
    pub const fn is_negative(self) -> bool {
        self.units < 0
    }

    /// The units this would have with `scale` decimals; `None` when it has more than that or they do not fit.
    pub(crate) fn units_at(self, scale: u8) -> Option<i64> {
        if self.units == 0 {
            return Some(0);
        }
        match scale.checked_sub(self.scale) {
            Some(more) => self.units.checked_mul(10i64.checked_pow(more.into())?),
            None => {
                let step = 10i64.checked_pow(u32::from(self.scale - scale))?;
                (self.units % step == 0).then_some(self.units / step)
            }
        }
    }

    /// The value in units of 10⁻¹⁸, the one measure all amounts share.
    fn value(self) -> i128 {
        i128::from(self.units) * i128::from(10i64.pow(u32::from(MAX_SCALE - self.scale)))
    }
}

impl PartialEq for Amount {
    fn eq(&self, other: &Amount) -> bool {
        self.value() == other.value()
    }
}

impl Eq for Amount {}

impl PartialOrd for Amount {
    fn partial_cmp(&self, other: &Amount) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Amount {
    fn cmp(&self, other: &Amount) -> Ordering {
        self.value().cmp(&other.value())
    }
}

impl Hash for Amount {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.value().hash(state);
    }
}

/// Writes the number with a dot and at least two decimals, which is how the service wants it: `50.00`, `1.08452`.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        self.push_magnitude(&mut text);
        f.pad_integral(!self.is_negative(), "", &text)
    }
}

impl FromStr for Amount {
    type Err = BadAmount;

    fn from_str(text: &str) -> Result<Amount, BadAmount> {
        Amount::parse(text)
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Amount, D::Error> {
        deserializer.deserialize_any(FromTextOrInteger)
    }
}

struct FromTextOrInteger;

impl Visitor<'_> for FromTextOrInteger {
    type Value = Amount;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an amount as text such as \"9.00\", or a whole number")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Amount, E> {
        Amount::parse(text).map_err(E::custom)
    }

    fn visit_i64<E: de::Error>(self, units: i64) -> Result<Amount, E> {
        Ok(Amount { units, scale: 0 })
    }

    fn visit_u64<E: de::Error>(self, units: u64) -> Result<Amount, E> {
        let units = i64::try_from(units).map_err(|_| E::custom(BadAmount::Range(units.to_string())))?;
        self.visit_i64(units)
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<Amount, E> {
        Err(E::custom("a floating point number is not exact: write the amount as text, such as \"9.00\""))
    }
}

/// Why a text is no [`Amount`], or an amount not the whole number asked for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BadAmount {
    /// The text, here its first 40 characters, is not a plain decimal number.
    #[error("expected an amount with a decimal dot and no thousands mark, such as `9.00` or `-1250.5`, got \"{0}\"")]
    Form(String),
    /// The number, here its first 40 characters, is too long.
    #[error("expected an amount of at most 18 digits, got \"{0}\"")]
    Range(String),
    /// The amount would have to be rounded.
    #[error("{amount} has more than {digits} decimals: round it first, the way your books want it")]
    Finer {
        /// The amount as it is.
        amount: Amount,
        /// How many decimals there was room for.
        digits: u8,
    },
}

/// At most 40 characters of a text for an error message, on one line.
pub(crate) fn excerpt(text: &str) -> String {
    let mut short: String = text.chars().take(40).map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
    if text.chars().nth(40).is_some() {
        short.push('…');
    }
    short
}

/// Appends a number, with zeros in front up to that many digits.
pub(crate) fn push_digits(number: u64, least: usize, out: &mut String) {
    if number > 0 || least > 0 {
        push_digits(number / 10, least.saturating_sub(1), out);
        out.push(char::from(b'0' + (number % 10) as u8));
    }
}

/// A number as written: `digits` × 10^`exponent`, where `digits` does not end in 0, and the decimals it was given.
struct Number {
    /// `None` when they do not fit.
    digits: Option<i64>,
    exponent: i64,
    decimals: i64,
}

impl Number {
    fn read(text: &[u8]) -> Option<Number> {
        let (negative, text) = match text {
            [b'-', rest @ ..] => (true, rest),
            [b'+', rest @ ..] => (false, rest),
            _ => (false, text),
        };
        let sign = if negative { -1 } else { 1 };
        let mut number = Number { digits: Some(0), exponent: 0, decimals: 0 };

        let (whole, text) = leading_digits(text)?;
        whole.iter().for_each(|&digit| number.push(digit, sign));
        let text = match text {
            [b'.', rest @ ..] => {
                let (fraction, rest) = leading_digits(rest)?;
                fraction.iter().for_each(|&digit| number.push(digit, sign));
                number.shift(-(fraction.len() as i64));
                rest
            }
            _ => text,
        };
        let exponent = match text {
            [] => return Some(number),
            [b'e' | b'E', b'-', rest @ ..] => -whole_number(rest)?,
            [b'e' | b'E', b'+', rest @ ..] | [b'e' | b'E', rest @ ..] => whole_number(rest)?,
            _ => return None,
        };
        number.shift(exponent);
        Some(number)
    }

    /// Appends a digit. Zeros wait in the exponent until another digit follows, so any number of them may end the text.
    fn push(&mut self, digit: u8, sign: i64) {
        if digit == b'0' {
            self.exponent += 1;
            return;
        }
        let append = |digits: i64| {
            let shifted = match digits {
                0 => 0,
                _ => digits.checked_mul(10i64.checked_pow(u32::try_from(self.exponent).ok()? + 1)?)?,
            };
            shifted.checked_add(sign * i64::from(digit - b'0'))
        };
        self.digits = self.digits.and_then(append);
        self.exponent = 0;
    }

    fn shift(&mut self, by: i64) {
        self.exponent += by;
        self.decimals -= by;
    }

    /// The amount with the decimals as written, or with fewer when zeros at the end do not fit.
    fn amount(self) -> Option<Amount> {
        let mut units = self.digits?;
        let mut scale = 0;
        if units != 0 {
            match u32::try_from(self.exponent) {
                Ok(zeros) => units = units.checked_mul(10i64.checked_pow(zeros)?)?,
                Err(_) => scale = u8::try_from(-self.exponent).ok()?,
            }
        }
        while i64::from(scale) < self.decimals.min(MAX_SCALE.into()) {
            let Some(longer) = units.checked_mul(10) else { break };
            units = longer;
            scale += 1;
        }
        Amount::new(units, scale)
    }
}

/// Splits off the digits a text starts with; `None` when there are none.
fn leading_digits(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = text.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    text.split_at_checked(end).filter(|_| end > 0)
}

/// An exponent. Above the limit it is out of range whatever it is, because no text has that many digits to outweigh it.
fn whole_number(text: &[u8]) -> Option<i64> {
    let (digits, rest) = leading_digits(text)?;
    let append = |number: i64, digit: &u8| (number * 10 + i64::from(digit - b'0')).min(1 << 48);
    rest.is_empty().then(|| digits.iter().fold(0, append))
}
