//! Value vouchers: what `validateCouponCode` says of one, and what creating a discount code answers.

use super::code::is_currency;
use super::words::{CouponNote, CouponReason, CouponVerdict};
use crate::lenient::{self, Told};
use crate::options::{Options, read_all};
use crate::{Amount, Problem, Value};

/// What `validateCouponCode` answered, read leniently.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Coupon {
    /// `success` or `error`. Nothing else decides.
    pub status: Told<String>,
    /// The number of the voucher.
    pub coupon_id: Told<String>,
    /// Three letters.
    pub currency: Told<String>,
    /// What is left of it.
    pub amount_left: Told<Amount>,
    /// What it was worth at first.
    pub amount_total: Told<Amount>,
    /// Whether it is for test payments only, or for real ones only.
    pub is_test_payment: Told<bool>,
    /// Whether the call itself failed, so that there is no answer about the voucher.
    pub has_failed: bool,
}

impl Coupon {
    /// Reads the data of an answer, or the whole answer.
    ///
    /// # Errors
    /// A [`Problem`] for what is no record.
    pub fn read(data: &Value) -> Result<Coupon, Problem> {
        let has_failed = data.get("result").and_then(Value::as_str) == Some("error");
        let inner = match data.get("data") {
            Some(within @ Value::Map(_)) => within,
            _ => data,
        };
        if !matches!(inner, Value::Map(_)) {
            let message = format!("expected the data that validateCouponCode answered, got {}", inner.in_words());
            return Err(Problem::new("data", message));
        }
        Ok(Coupon {
            status: Told::read(inner, "status", lenient::text),
            coupon_id: Told::read(inner, "coupon_id", lenient::text),
            currency: Told::read(inner, "currency", |value| {
                Some(lenient::text(value)?.to_ascii_uppercase()).filter(|text| is_currency(text))
            }),
            amount_left: Told::read(inner, "amount_left", not_negative),
            amount_total: Told::read(inner, "amount_total", not_negative),
            is_test_payment: Told::read(inner, "is_test_payment", lenient::flag),
            has_failed,
        })
    }

    /// Whether something of the answer belongs to a voucher that exists; nothing where that cannot be read.
    fn is_known(&self) -> Option<bool> {
        let amounts = [&self.amount_left, &self.amount_total];
        let has_id = self.coupon_id.known().is_some_and(|id| id != "0");
        if has_id || amounts.iter().any(|told| told.known().is_some_and(|amount| !amount.is_zero())) {
            return Some(true);
        }
        let is_strange = amounts.iter().any(|told| matches!(told, Told::Strange(_)));
        (!is_strange && !matches!(self.coupon_id, Told::Strange(_))).then_some(false)
    }
}

fn not_negative(value: &Value) -> Option<Amount> {
    lenient::amount(value).filter(|amount| !amount.is_negative() && amount.minor_units(2).is_ok())
}

/// The order that a value voucher is to pay.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CouponOrder {
    /// What is to be paid without it.
    pub price: Option<Amount>,
    /// The currency of the price.
    pub currency: Option<String>,
    /// Whether the payment is a test.
    pub is_test_payment: Option<bool>,
}

impl CouponOrder {
    fn check(&self, problems: &mut Vec<Problem>) {
        let mut wrong = |name: &str, message: &str| problems.push(Problem::new(name, message));
        if let Some(price) = self.price {
            if price.is_negative() || price.minor_units(2).is_err() {
                wrong("price", "expected an amount of 0 or more with at most two decimals");
            }
            if self.currency.is_none() {
                wrong("currency", "is missing; three letters such as EUR, for the `price`");
            }
        }
        if self.currency.as_deref().is_some_and(|currency| !is_currency(currency)) {
            wrong("currency", "expected three capital letters such as EUR");
        }
    }

    fn read(options: &mut Options<'_, '_>) -> CouponOrder {
        CouponOrder {
            price: options.amount("price"),
            currency: options.text("currency").map(str::to_owned),
            is_test_payment: options.flag("is_test_payment"),
        }
    }
}

/// Whether a value voucher can be used for an order, and what is then left to pay.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CouponUse {
    /// Whether it can.
    pub verdict: CouponVerdict,
    /// Why not, or why that is undecided.
    pub reasons: Vec<CouponReason>,
    /// What else to know.
    pub notes: Vec<CouponNote>,
    /// Of a code that the service does not accept, whether its beginning names a voucher that exists. It is no proof of
    /// anything, and nothing where that cannot be told.
    pub id_part_was_right: Option<bool>,
    /// The number of the voucher, if it is accepted.
    pub coupon_id: Option<String>,
    /// The currency of the voucher, if it is accepted.
    pub currency: Option<String>,
    /// What is left of it. Nothing unless it is accepted, since the service tells amounts for wrong codes too.
    pub amount_left: Option<Amount>,
    /// What it was worth at first, likewise.
    pub amount_total: Option<Amount>,
    /// What of the price it pays.
    pub redeemed: Option<Amount>,
    /// What of the price is left to pay.
    pub payable: Option<Amount>,
    /// What is left of the voucher afterwards.
    pub left_afterwards: Option<Amount>,
}

/// Tells whether a value voucher can be used for an order, by what `validateCouponCode` said.
///
/// Only the status decides: the vendor documents that amounts may be told although the code is wrong. A voucher is for test
/// payments or for real ones (vendor document), so the kind of payment is compared too.
///
/// # Errors
/// Everything that is wrong with the order.
///
/// ```
/// use digistore24::Value;
/// use digistore24::voucher::{Coupon, CouponOrder, CouponVerdict, coupon};
///
/// let data = Value::from([
///     ("status", "success".into()),
///     ("currency", "EUR".into()),
///     ("amount_left", "30.00".into()),
///     ("is_test_payment", "N".into()),
/// ]);
/// let order = CouponOrder { price: Some("49.90".parse()?), currency: Some("EUR".into()), is_test_payment: Some(false) };
/// let used = coupon(&Coupon::read(&data)?, &order).unwrap();
/// assert_eq!(used.verdict, CouponVerdict::Usable);
/// assert_eq!(used.payable, Some("19.90".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn coupon(coupon: &Coupon, order: &CouponOrder) -> Result<CouponUse, Vec<Problem>> {
    let mut problems = Vec::new();
    order.check(&mut problems);
    if problems.is_empty() { Ok(used(coupon, order)) } else { Err(problems) }
}

/// The same from options by name: `data`, what `validateCouponCode` answered, and `price`, `currency` and `is_test_payment`.
///
/// # Errors
/// Everything that is wrong with them.
pub fn coupon_of(options: &Value) -> Result<CouponUse, Vec<Problem>> {
    read_all(options, |options| {
        options.require("data", "what validateCouponCode answered");
        let coupon = options.value("data").and_then(|data| {
            let coupon = Coupon::read(data).map_err(|problem| vec![problem]);
            options.took(coupon)
        });
        let order = CouponOrder::read(options);
        options.check(|problems| order.check(problems));
        coupon.map(|coupon| used(&coupon, &order))
    })
}

fn used(coupon: &Coupon, order: &CouponOrder) -> CouponUse {
    let mut all = CouponUse {
        verdict: CouponVerdict::Undecided,
        reasons: Vec::new(),
        notes: Vec::new(),
        id_part_was_right: None,
        coupon_id: None,
        currency: None,
        amount_left: None,
        amount_total: None,
        redeemed: None,
        payable: None,
        left_afterwards: None,
    };
    match coupon.status.known().map(String::as_str) {
        _ if coupon.has_failed => all.reasons.push(CouponReason::NotAnswered),
        Some("success") => accepted(&mut all, coupon, order),
        Some("error") => {
            all.verdict = CouponVerdict::Unusable;
            all.reasons.push(CouponReason::Refused);
            all.id_part_was_right = coupon.is_known();
            let is_empty = coupon.amount_left.known().is_some_and(|left| left.is_zero());
            if is_empty && all.id_part_was_right == Some(true) {
                all.notes.push(CouponNote::MaybeUsedUp);
            }
        }
        _ => all.reasons.push(CouponReason::StatusUnclear),
    }
    all
}

fn accepted(all: &mut CouponUse, coupon: &Coupon, order: &CouponOrder) {
    use CouponVerdict::{Undecided, Unusable, Usable};
    let (verdict, reason) = match (coupon.is_test_payment.known(), order.is_test_payment) {
        (None, _) => (Undecided, Some(CouponReason::ModeUnclear)),
        (Some(true), None) => (Undecided, Some(CouponReason::ModeNotGiven)),
        (Some(true), Some(false)) => (Unusable, Some(CouponReason::TestOnly)),
        (Some(false), Some(true)) => (Unusable, Some(CouponReason::RealOnly)),
        (Some(false), None) => {
            all.notes.push(CouponNote::ModeNotCompared);
            (Usable, None)
        }
        (Some(true), Some(true)) | (Some(false), Some(false)) => (Usable, None),
    };
    all.verdict = verdict;
    all.reasons.extend(reason);
    all.coupon_id = coupon.coupon_id.known().cloned();
    all.currency = coupon.currency.known().cloned();
    all.amount_left = coupon.amount_left.known().copied();
    all.amount_total = coupon.amount_total.known().copied();
    match all.amount_left {
        None => all.notes.push(CouponNote::AmountUnclear),
        Some(left) if left.is_zero() => all.notes.push(CouponNote::NothingLeft),
        Some(_) => {}
    }
    let (Some(price), true) = (order.price, verdict == Usable) else { return };
    match &all.currency {
        None => all.notes.push(CouponNote::CurrencyUnclear),
        Some(currency) if order.currency.as_ref() != Some(currency) => all.notes.push(CouponNote::OtherCurrency),
        Some(_) => {
            let Some(left) = all.amount_left else { return };
            let redeemed = price.min(left);
            all.redeemed = Some(redeemed);
            all.payable = price.checked_sub(redeemed);
            all.left_afterwards = left.checked_sub(redeemed);
        }
    }
}

/// What `createVoucher` and `updateVoucher` answer.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Created {
    /// The number of the discount code.
    pub id: String,
    /// What buyers type in.
    pub code: Option<String>,
    /// Whether anything changed, as `updateVoucher` tells.
    pub modified: Option<bool>,
}

impl Created {
    /// Reads the data of an answer, or the whole answer. The name of the number is documented with an underscore
    /// (OpenAPI document of October 2025) and with a blank (function page): `discount_code_id`, `discount code_id`.
    ///
    /// # Errors
    /// A [`Problem`] for what has no such number.
    ///
    /// ```
    /// use digistore24::{Value, voucher::Created};
    ///
    /// let data = Value::from([("discount code_id", 12345.into()), ("code", "voucher".into())]);
    /// assert_eq!(Created::read(&data)?.id, "12345");
    /// # Ok::<(), digistore24::Problem>(())
    /// ```
    pub fn read(data: &Value) -> Result<Created, Problem> {
        let inner = match data.get("data") {
            Some(within @ Value::Map(_)) => within,
            _ => data,
        };
        let id = ["discount_code_id", "discount code_id"]
            .iter()
            .find_map(|name| Told::read(inner, name, lenient::text).known().cloned());
        let Some(id) = id else {
            let message = "expected what createVoucher or updateVoucher answered, with the number of the discount code";
            return Err(Problem::new("data", message));
        };
        let code = Told::read(inner, "code", lenient::verbatim).known().cloned();
        Ok(Created { id, code, modified: Told::read(inner, "modified", lenient::flag).known().copied() })
    }
}

/// What `createVoucher` or `updateVoucher` answered, from options by name: `data`.
///
/// # Errors
/// Everything that is wrong with them.
pub fn created_of(options: &Value) -> Result<Created, Vec<Problem>> {
    read_all(options, |options| {
        options.require("data", "what createVoucher or updateVoucher answered");
        let created = Created::read(options.value("data")?).map_err(|problem| vec![problem]);
        options.took(created)
    })
}
