//! Who gets how much of a sale: the functions of `digistore24.money` that take options by name.

use digistore24::Value;
use digistore24::commission::{
    forecast_of, infer_tariff_of, reconcile_of, refund_of, reserve_of, schedule_of, split_of,
};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};

use crate::convert::data;
use crate::errors::guarded;
use crate::money_split::Split;
use crate::table::{about, computed, named, told};

/// Splits a payment to the cent, and says what that rests on.
///
/// Amounts and percentages are texts, `Decimal` or whole numbers. Everything that is wrong is raised at once as `BadParams`.
///
/// - `gross`, or `net` where VAT is added: the price of the payment.
/// - `currency`: three letters; `digits`: its decimals, for a currency that has not two.
/// - `vat_rate` in percent, or `vat_amount` as the service told, which is to be preferred; no VAT without either.
/// - `shipping`: the part of the price that is shipping. It is the vendor's alone.
/// - `pay_sequence_no`: 0 for a single payment, 1 for the first of a plan. Only `first_payment_only` asks for it.
/// - `tariff`: the margin, 7.9 % + 1.00 without it. The name of a known tariff such as `high_price`, or
///   `{"percent": "6", "fixed": "1.00"}`, or `{"tiers": [{"from": 0, "percent": "7.9"}, ...], "fixed": "1.00"}`.
/// - `margin_free_shipping`: no margin is charged on shipping. Unknown; the default is that it is.
/// - `affiliate_rate` in percent of the basic amount, or `affiliate_fixed`; with both `affiliate_both` says what counts:
///   `sum`, `larger`, `rate` or `fixed`.
/// - `first_payment_only`: the affiliate gets it of the first payment only.
/// - `referral_rate`: percent of the affiliate's commission for who recruited the affiliate, on top.
/// - `partners`: joint-venture partners, `{"name": "Lena", "rate": "25", "base": "after_affiliate"}` each. The base may be
///   `basic_amount`. `affiliate_rate`, `affiliate_fixed` and `affiliate_both` are those of the partner's own affiliate.
/// - `tie`: how exactly half a cent is rounded, `up` (the default), `down` or `even`.
#[pyfunction]
#[pyo3(
    signature = (**options),
    text_signature = "(*, gross=None, net=None, currency, digits=None, vat_rate=None, vat_amount=None, shipping=None, \
        pay_sequence_no=None, tariff=None, margin_free_shipping=None, affiliate_rate=None, affiliate_fixed=None, \
        affiliate_both=None, first_payment_only=None, referral_rate=None, partners=None, tie=None)"
)]
pub(crate) fn split(py: Python<'_>, options: Option<&Bound<'_, PyDict>>) -> PyResult<Split> {
    let options = named(options)?;
    guarded(py, || computed(py, "money.split", split_of(&options)).map(Split))
}

/// Lists the payments of a plan, each with its day and its `Split`.
///
/// The result has `billing_type` (`single_payment`, `installment` or `subscription`), `payments` (`pay_sequence_no`,
/// `due_on` and `split` each) and `notes`. Beside the options below it takes those of `split`, without price and number.
///
/// - `first_amount`: the first or only payment; `other_amounts`: each later one.
/// - `number_of_installments`: 0 for a subscription without end, 1 for a single payment, 2 or more for instalments.
/// - `starts_on`: the day of the order.
/// - `first_billing_interval`, `other_billing_intervals`: the time until the second payment and between later ones, such as
///   `1_month`, which is the default, `14_day` or `1_year`; `test_interval`: the trial before the first payment.
/// - `payments`: how many to list; a subscription has to have it.
/// - `tax_mode`: `include`, or `exclude` where VAT is added to the amounts.
/// - `month_end`: after a month without the day, the next payment is back on it (`return`, the default) or not (`stay`).
/// - `first_shipping_only`: only the first payment holds shipping. Unknown; the default is that each does.
/// - `free_bears_fixed`: whether a payment of nothing bears fixed margin and commission. Unknown; the default is yes.
#[pyfunction]
#[pyo3(
    signature = (**options),
    text_signature = "(*, first_amount, other_amounts=None, number_of_installments=None, starts_on, \
        first_billing_interval=None, other_billing_intervals=None, test_interval=None, payments=None, tax_mode=None, \
        month_end=None, first_shipping_only=None, free_bears_fixed=None, currency, digits=None, vat_rate=None, \
        vat_amount=None, shipping=None, tariff=None, margin_free_shipping=None, affiliate_rate=None, \
        affiliate_fixed=None, affiliate_both=None, first_payment_only=None, referral_rate=None, partners=None, tie=None)"
)]
pub(crate) fn schedule<'py>(py: Python<'py>, options: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    let options = named(options)?;
    guarded(py, || {
        let schedule = computed(py, "money.schedule", schedule_of(&options))?;
        let plain = data(py, &Value::from(&schedule))?;
        let payments = plain.get_item("payments")?.cast_into::<PyList>()?;
        for (payment, planned) in payments.iter().zip(schedule.payments) {
            payment.set_item("split", Split(planned.split))?;
        }
        Ok(plain)
    })
}

/// Tells what of the shares of a payment is held back, and until when.
///
/// The result has `shares` (`party`, `name`, `now`, `reserve`, `clears_on` and `reserve_due_on` each) and `notes`.
///
/// - `split`: a `Split`, or the options of one as a dictionary.
/// - `paid_on`: the day of the payment.
/// - `percent` held back: 10 without it; for `reserve_days`: 60. The rest clears after `clearing_days`: 14.
/// - `rounded`: which part is rounded, `reserve` (the default) or `now`; the other one is what remains.
#[pyfunction]
#[pyo3(
    signature = (split=None, **options),
    text_signature = "(split, *, paid_on, percent=None, reserve_days=None, clearing_days=None, rounded=None)"
)]
pub(crate) fn reserve<'py>(
    py: Python<'py>,
    split: Option<&Bound<'py, PyAny>>,
    options: Option<&Bound<'py, PyDict>>,
) -> PyResult<Bound<'py, PyAny>> {
    told(py, "money.reserve", about("split", split, options)?, reserve_of)
}

/// Gives a payment back, or a part of it.
///
/// The result has `kind`, `currency`, what goes back under the names of a split, below zero, `fee`, `fee_inside`,
/// `balance` (what everybody has of the payment after it) and `notes`.
///
/// - `split`: the payment, a `Split`, or the options of one as a dictionary.
/// - `kind`: `refund` (the default) or `chargeback`.
/// - `amount`: the part that goes back; all that is left without it. `refunded_before`: what went back before.
/// - `margin_refunded`: whether the platform gives its margin back. Not documented; the default is yes.
/// - `fixed_commission`: in a partial refund a fixed commission goes back `proportional`, the default, or is `kept`.
/// - `fee`: what it costs the vendor; without it, what `fees` says: the name of a known list such as `mslw`, or
///   `{"refund": [{"above": 0, "fee": "0.60"}], "chargeback": [{"kind": "card", "fee": "50.00"}]}`.
/// - `chargeback_kind`: which of those fees a chargeback costs.
/// - `fee_inside`: whether the vendor's amount holds the fee. Unknown; the default is no.
#[pyfunction]
#[pyo3(
    signature = (split=None, **options),
    text_signature = "(split, *, kind=None, amount=None, refunded_before=None, margin_refunded=None, \
        fixed_commission=None, fee=None, fees=None, chargeback_kind=None, fee_inside=None)"
)]
pub(crate) fn refund<'py>(
    py: Python<'py>,
    split: Option<&Bound<'py, PyAny>>,
    options: Option<&Bound<'py, PyDict>>,
) -> PyResult<Bound<'py, PyAny>> {
    told(py, "money.refund", about("split", split, options)?, refund_of)
}

/// Tells who is paid out how much and when.
///
/// The result has `accounts` (`party`, `name`, `currency`, `total`, `payouts`, `open` and `waiting` each) and `notes`.
///
/// - `payments`: `{"paid_on": day, "split": split}` each; or `schedule`: the options of `schedule` as a dictionary, whose
///   payments are paid when they fall due; or both.
/// - `refunds`: `{"refunded_on": day, "split": split, ...}` each, with the options of `refund`.
/// - `percent`, `reserve_days`, `clearing_days`, `rounded`: as in `reserve`.
/// - `payout_days`: days of the month such as `[7, 14, 21, 28]`, or a day of the week such as `friday`; any day without it.
/// - `threshold`: what a balance has to reach; `thresholds`: the same of one party, `{"party": "affiliate", "amount": "50"}`.
/// - `payout_fee`: what each payout costs.
/// - `until`: the last day that is looked at; until everything is due without it.
#[pyfunction]
#[pyo3(
    signature = (**options),
    text_signature = "(*, payments=None, schedule=None, refunds=None, percent=None, reserve_days=None, \
        clearing_days=None, rounded=None, payout_days=None, threshold=None, thresholds=None, payout_fee=None, until=None)"
)]
pub(crate) fn forecast<'py>(py: Python<'py>, options: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    told(py, "money.forecast", named(options)?, forecast_of)
}

/// Compares what was booked with what was agreed, transaction by transaction, and names the likeliest cause of each
/// difference.
///
/// The result has `transactions` (`transaction_id`, `purchase_id`, `movement`, `currency`, `verdict`, `expected`, `booked`,
/// `difference` and `causes` each) and `totals` for each currency. Beside the options below it takes those of `split` that
/// are terms.
///
/// - `rows`: rows of `list_transactions` or `list_commissions`, or notifications that were verified; in a list.
/// - `role`: whose rows they are, `vendor` (the default), `affiliate` or `other`.
/// - `currency` of the terms: rows in others are not compared; without it each row is compared in its own. `digits`: its
///   decimals, for a currency that has not two.
/// - `vat_rate` in percent that VAT is expected by; without it VAT is what was booked.
/// - `tolerance`: so much is put down to rounding, a cent without it.
/// - `language` of the sentences: `en` (the default) or `de`.
#[pyfunction]
#[pyo3(
    signature = (**options),
    text_signature = "(*, rows, role=None, currency=None, digits=None, vat_rate=None, tolerance=None, language=None, \
        tariff=None, margin_free_shipping=None, affiliate_rate=None, affiliate_fixed=None, affiliate_both=None, \
        first_payment_only=None, referral_rate=None, partners=None, tie=None)"
)]
pub(crate) fn reconcile<'py>(py: Python<'py>, options: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    told(py, "money.reconcile", named(options)?, reconcile_of)
}

/// Infers which tariffs explain the margins of rows.
///
/// The result has `currencies` (`currency`, `rows`, `rows_by_shares`, `conclusion`, `explain_all`, `tariffs` and
/// `unexplained` each) and `left_out`, the number of rows that tell no margin.
///
/// - `rows`, `role`: as in `reconcile`.
/// - `currency`: rows in others are left out. `digits`: its decimals, for a currency that has not two.
/// - `fixed_step`, `fixed_most`: the fixed parts that are tried, in which steps and up to which amount.
/// - `margin_free_shipping`: no margin is charged on shipping.
/// - `tie`: how exactly half a cent is rounded, `up` (the default), `down` or `even`.
#[pyfunction]
#[pyo3(
    signature = (**options),
    text_signature = "(*, rows, role=None, currency=None, digits=None, fixed_step=None, fixed_most=None, \
        margin_free_shipping=None, tie=None)"
)]
pub(crate) fn infer_tariff<'py>(py: Python<'py>, options: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    told(py, "money.infer_tariff", named(options)?, infer_tariff_of)
}
