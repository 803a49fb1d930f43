//! Discount codes and value vouchers: whether a code applies, and what is left to pay.

use digistore24::Value;
use digistore24::voucher::{check_of, coupon_of, create_of, created_of, update_of};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};

use crate::table::{about, told};

/// The compiled part of `digistore24.vouchers`.
#[pymodule(name = "vouchers")]
pub(crate) mod vouchers_module {
    #[pymodule_export]
    use super::{check, coupon, create, created, update};
}

/// Tells whether a discount code applies to an order, and what is then to be paid.
///
/// The result has `verdict` (`applies`, `does_not_apply` or `undecided`), `reasons` (`rule`, `word` and `text` each),
/// `notes`, `discounts` and `prices`. What the documents of the service leave open stays undecided, or leaves several
/// candidates of a price; `exact` says that there is no doubt. Everything that is wrong with the order is raised at once as
/// `BadParams`; what is strange in the record leaves one rule undecided.
///
/// - `record`: what `get_voucher` answered, or a row of `list_vouchers`.
/// - `product_id`: what is bought; `product_role`: `main` (the default), `addon` or `upsell`.
/// - `now`: a `datetime` with its zone, or a text; without it, the clock of this machine. A text without an offset is on the
///   service's own clock, as the `current_time` of an answer.
/// - `zone` of times without an offset, such as `Europe/Berlin`. Not documented, so only where it is known.
/// - `same_clock`: `now` and the times in the record are of the same clock, such as one answer.
/// - `zone_margin_hours`: how far the clocks may be apart where nobody knows the zone, 6 without it.
/// - `is_upgrade`: the order is an upgrade.
/// - `code`: what was typed in, if the record may be that of another code.
/// - `plan`: what is to be paid without the code, for one piece: `{"first_amount": "49.90", "currency": "EUR"}`, and
///   `other_amounts`, `number_of_installments` (0 for a subscription without end), `quantity`, `shipping`,
///   `tax_mode` (`include` or `exclude`), `test_interval` and `is_early_bird`.
#[pyfunction]
#[pyo3(
    signature = (record=None, **options),
    text_signature = "(record, *, product_id=None, product_role=None, now=None, zone=None, same_clock=None, \
        zone_margin_hours=None, is_upgrade=None, code=None, plan=None)"
)]
pub(crate) fn check<'py>(
    py: Python<'py>,
    record: Option<&Bound<'py, PyAny>>,
    options: Option<&Bound<'py, PyDict>>,
) -> PyResult<Bound<'py, PyAny>> {
    let mut options = about("record", record, options)?;
    if let Value::Map(fields) = &mut options
        && !fields.iter().any(|(name, value)| name == "now" && *value != Value::Null)
    {
        fields.retain(|(name, _)| name != "now");
        fields.push(("now".to_owned(), Value::Text(now(py)?)));
    }
    told(py, "vouchers.check", options, check_of)
}

/// The moment that the clock of this machine shows.
fn now(py: Python<'_>) -> PyResult<String> {
    let datetime = py.import("datetime")?;
    let utc = datetime.getattr("timezone")?.getattr("utc")?;
    let now = datetime.getattr("datetime")?.call_method1("now", (utc,))?;
    Ok(now.call_method1("isoformat", ("T", "seconds"))?.cast_into::<PyString>()?.to_string())
}

/// Tells whether a value voucher can be used for an order, and what is then left to pay.
///
/// The result has `verdict` (`usable`, `unusable` or `undecided`), `reasons`, `notes`, `amount_left`, `payable` and so on.
/// Only the status decides: the service may tell amounts although the code is wrong, and these are not handed out.
///
/// - `data`: what `validate_coupon_code` answered.
/// - `price` and `currency`: what is to be paid without it.
/// - `is_test_payment`: whether the payment is a test. A voucher is for tests only, or for real payments only.
#[pyfunction]
#[pyo3(
    signature = (data=None, **options),
    text_signature = "(data, *, price=None, currency=None, is_test_payment=None)"
)]
pub(crate) fn coupon<'py>(
    py: Python<'py>,
    data: Option<&Bound<'py, PyAny>>,
    options: Option<&Bound<'py, PyDict>>,
) -> PyResult<Bound<'py, PyAny>> {
    told(py, "vouchers.coupon", about("data", data, options)?, coupon_of)
}

/// Prepares a new discount code, without contradictions: `ds.create_voucher(**vouchers.create(...)["parameters"])`.
///
/// The result has `parameters` and `notes`. What contradicts itself is raised at once as `BadParams`: nothing is taken off,
/// an amount without its currency, a rate and an amount for one payment, a window that is empty, a count without a limit.
///
/// - `code`: what buyers type in.
/// - `product_ids`: `all`, the default, or numbers of products.
/// - `valid_from`, `expires_at`: a `datetime` with its zone, or a text; texts without an offset are on the service's clock.
/// - `first_rate`, `first_amount`: percent or an amount off the first or only payment; `other_rates`, `other_amounts`: off
///   follow-up payments; `currency` of the amounts.
/// - `rate_and_amount`: a rate and an amount for one payment are meant. What they come to is not documented.
/// - `is_count_limited` and `count_left`: how often it may be used.
/// - `upgrade_policy`: `valid`, `other_only` or `not_valid`.
#[pyfunction]
#[pyo3(
    signature = (code=None, **options),
    text_signature = "(code, *, product_ids=None, valid_from=None, expires_at=None, first_rate=None, other_rates=None, \
        first_amount=None, other_amounts=None, currency=None, is_count_limited=None, count_left=None, upgrade_policy=None, \
        rate_and_amount=None)"
)]
pub(crate) fn create<'py>(
    py: Python<'py>,
    code: Option<&Bound<'py, PyAny>>,
    options: Option<&Bound<'py, PyDict>>,
) -> PyResult<Bound<'py, PyAny>> {
    told(py, "vouchers.create", about("code", code, options)?, create_of)
}

/// Prepares changes of a discount code: `ds.update_voucher(**vouchers.update(...)["parameters"])`.
///
/// It takes the options of `create`, and leaves alone what is not given. `code` is the code or the number as it is now.
///
/// - `new_code`: what the code is to become.
/// - `remove`: limits to take away, a list of `valid_from` and `expires_at`.
#[pyfunction]
#[pyo3(
    signature = (code=None, **options),
    text_signature = "(code, *, new_code=None, remove=None, product_ids=None, valid_from=None, expires_at=None, \
        first_rate=None, other_rates=None, first_amount=None, other_amounts=None, currency=None, is_count_limited=None, \
        count_left=None, upgrade_policy=None, rate_and_amount=None)"
)]
pub(crate) fn update<'py>(
    py: Python<'py>,
    code: Option<&Bound<'py, PyAny>>,
    options: Option<&Bound<'py, PyDict>>,
) -> PyResult<Bound<'py, PyAny>> {
    told(py, "vouchers.update", about("code", code, options)?, update_of)
}

/// Reads what `create_voucher` and `update_voucher` answered: `id`, `code` and `modified`.
///
/// The name of the number is documented with an underscore and with a blank; both are read.
#[pyfunction]
#[pyo3(signature = (data=None, **options), text_signature = "(data)")]
pub(crate) fn created<'py>(
    py: Python<'py>,
    data: Option<&Bound<'py, PyAny>>,
    options: Option<&Bound<'py, PyDict>>,
) -> PyResult<Bound<'py, PyAny>> {
    told(py, "vouchers.created", about("data", data, options)?, created_of)
}
