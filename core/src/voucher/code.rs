//! Discount codes as the service tells of them.

use crate::lenient::{self, Told};
use crate::{Amount, Problem, Value};

/// The products that a discount code is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Products {
    /// All of the vendor.
    All,
    /// Those of these numbers.
    These {
        /// Their numbers, without zeros before them.
        ids: Vec<String>,
        /// Whether something else stands among them.
        and_more: bool,
    },
}

impl Products {
    /// `all`, a list of numbers, or a text of them with commas. None at all is documented nowhere.
    fn read(value: &Value) -> Option<Products> {
        let items: Vec<String> = match value {
            Value::List(items) => items.iter().map(|item| lenient::text(item).unwrap_or_default()).collect(),
            value => lenient::text(value)?.split(',').map(|item| item.trim_ascii().to_owned()).collect(),
        };
        if let [one] = items.as_slice()
            && one.eq_ignore_ascii_case("all")
        {
            return Some(Products::All);
        }
        let ids: Vec<String> = items.iter().filter_map(|item| product_id(item)).collect();
        let and_more = ids.len() < items.len();
        (!ids.is_empty()).then_some(Products::These { ids, and_more })
    }
}

/// A product number without the zeros before it.
pub(super) fn product_id(text: &str) -> Option<String> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let short = text.trim_start_matches('0');
    is_number.then(|| if short.is_empty() { "0".to_owned() } else { short.to_owned() })
}

/// A discount code as `getVoucher` and `listVouchers` tell of it, read leniently: what is strange stays in its field.
///
/// Flags are `Y` and `N`, true and false, 1 and 0; numbers are numbers or texts. Documented answers have `valid_until` in
/// place of the `valid_from` that is sent, and never show the latter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct DiscountCode {
    /// Its number.
    pub id: Told<String>,
    /// What buyers type in, as it stands.
    pub code: Told<String>,
    /// The products that it is for.
    pub product_ids: Told<Products>,
    /// From when it applies.
    pub valid_from: Told<String>,
    /// When it ceases to apply.
    pub expires_at: Told<String>,
    /// Documented without a meaning, and empty in every sample.
    pub valid_until: Told<String>,
    /// Percent off the first or only payment.
    pub first_rate: Told<Amount>,
    /// Percent off follow-up payments.
    pub other_rates: Told<Amount>,
    /// Amount off the first or only payment.
    pub first_amount: Told<Amount>,
    /// Amount off each follow-up payment.
    pub other_amounts: Told<Amount>,
    /// The currency of the amounts.
    pub currency: Told<String>,
    /// Whether the number of uses is limited.
    pub is_count_limited: Told<bool>,
    /// How many uses are left, if it is.
    pub count_left: Told<i64>,
    /// What it is worth for upgrades, as the service words it.
    pub upgrade_policy: Told<String>,
    /// Whether it takes the place of early bird discounts (only `listVouchers` tells).
    pub is_discarding_early_bird: Told<bool>,
}

impl DiscountCode {
    /// Reads a row of `listVouchers`, or what `getVoucher` answered: the coupon itself, or what it stands in.
    ///
    /// # Errors
    /// A [`Problem`] for what is no record at all, and for several at once.
    ///
    /// ```
    /// use digistore24::{Value, voucher::{DiscountCode, Told}};
    ///
    /// let answer = Value::from([("coupon", Value::from([("code", "AUTUMN".into()), ("count_left", "3".into())]))]);
    /// let code = DiscountCode::read(&answer)?;
    /// assert_eq!(code.code.known().map(String::as_str), Some("AUTUMN"));
    /// assert_eq!(code.count_left, Told::Is(3));
    /// assert_eq!(code.expires_at, Told::Missing);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn read(record: &Value) -> Result<DiscountCode, Problem> {
        let wrong = |message: String| Err(Problem::new("record", message));
        if record.get("result").and_then(Value::as_str) == Some("error") {
            return wrong("expected a discount code, got an error of the service".to_owned());
        }
        let mut inner = record;
        for around in ["data", "coupon"] {
            if let Some(within @ (Value::Map(_) | Value::List(_))) = inner.get(around) {
                inner = within;
            }
        }
        match inner {
            Value::Map(fields) if fields.iter().any(|(name, _)| name == "coupons") => {
                return wrong("expected one discount code, got a list of them; hand over one of its rows".to_owned());
            }
            Value::Map(_) => {}
            other => {
                return wrong(format!(
                    "expected a discount code as getVoucher or listVouchers tells of it, got {}",
                    other.in_words()
                ));
            }
        }
        let text = |name| Told::read(inner, name, lenient::text);
        let time = |name| Told::read(inner, name, lenient::time);
        let flag = |name| Told::read(inner, name, lenient::flag);
        let amount = |name| Told::read(inner, name, lenient::amount);
        Ok(DiscountCode {
            id: text("id"),
            code: Told::read(inner, "code", lenient::verbatim),
            product_ids: Told::read(inner, "product_ids", Products::read),
            valid_from: time("valid_from"),
            expires_at: time("expires_at"),
            valid_until: time("valid_until"),
            first_rate: amount("first_rate"),
            other_rates: amount("other_rates"),
            first_amount: amount("first_amount"),
            other_amounts: amount("other_amounts"),
            currency: Told::read(inner, "currency", |value| currency(&lenient::text(value)?)),
            is_count_limited: flag("is_count_limited"),
            count_left: Told::read(inner, "count_left", lenient::whole),
            upgrade_policy: text("upgrade_policy"),
            is_discarding_early_bird: flag("is_discarding_early_bird"),
        })
    }
}

/// Three letters, in capitals.
fn currency(text: &str) -> Option<String> {
    is_currency(&text.to_ascii_uppercase()).then(|| text.to_ascii_uppercase())
}

/// Whether these are three capital letters.
pub(super) fn is_currency(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}
