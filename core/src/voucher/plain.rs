//! Results as plain data, for the bindings.

use super::check::{Check, Discount};
use super::coupon::{CouponUse, Created};
use super::draft::Prepared;
use super::price::{Figure, Prices};
use super::words::Finding;
use crate::value::list;
use crate::{Value, Wire};

/// `verdict`, `reasons`, `notes`, `discounts` and `prices`.
impl From<&Check> for Value {
    fn from(check: &Check) -> Value {
        let discounts = &check.discounts;
        Value::from([
            ("verdict", check.verdict.as_str().into()),
            ("text", check.verdict.sentence().into()),
            ("reasons", list(&check.reasons)),
            ("notes", list(&check.notes)),
            (
                "discounts",
                Value::from([
                    ("first", discounts.first.as_ref().into()),
                    ("others", discounts.others.as_ref().into()),
                    ("currency", discounts.currency.as_deref().into()),
                ]),
            ),
            ("prices", check.prices.as_ref().into()),
        ])
    }
}

/// `rate` and `amount`.
impl From<&Discount> for Value {
    fn from(discount: &Discount) -> Value {
        Value::from([("rate", discount.rate.into()), ("amount", discount.amount.into())])
    }
}

/// `rule`, `word` and `text`.
impl From<&Finding> for Value {
    fn from(finding: &Finding) -> Value {
        Value::from([
            ("rule", finding.rule.as_str().into()),
            ("word", finding.reason.as_str().into()),
            ("text", finding.to_string().into()),
        ])
    }
}

/// `currency`, `first` and `others`.
impl From<&Prices> for Value {
    fn from(prices: &Prices) -> Value {
        Value::from([
            ("currency", prices.currency.as_str().into()),
            ("first", (&prices.first).into()),
            ("others", prices.others.as_ref().into()),
        ])
    }
}

/// `before`, `amount`, `candidates`, `exact` and `uncertain`.
impl From<&Figure> for Value {
    fn from(figure: &Figure) -> Value {
        let candidates = figure.candidates.iter().map(|amount| Value::Amount(*amount)).collect::<Vec<_>>();
        Value::from([
            ("before", figure.before.into()),
            ("amount", figure.amount().into()),
            ("candidates", candidates.into()),
            ("exact", figure.is_exact().into()),
            ("uncertain", list(&figure.uncertain)),
        ])
    }
}

/// The fields by their names.
impl From<&CouponUse> for Value {
    fn from(used: &CouponUse) -> Value {
        Value::from([
            ("verdict", used.verdict.as_str().into()),
            ("text", used.verdict.sentence().into()),
            ("reasons", list(&used.reasons)),
            ("notes", list(&used.notes)),
            ("id_part_was_right", used.id_part_was_right.into()),
            ("coupon_id", used.coupon_id.as_deref().into()),
            ("currency", used.currency.as_deref().into()),
            ("amount_left", used.amount_left.into()),
            ("amount_total", used.amount_total.into()),
            ("redeemed", used.redeemed.into()),
            ("payable", used.payable.into()),
            ("left_afterwards", used.left_afterwards.into()),
        ])
    }
}

/// `id`, `code` and `modified`.
impl From<&Created> for Value {
    fn from(created: &Created) -> Value {
        Value::from([
            ("id", created.id.as_str().into()),
            ("code", created.code.as_deref().into()),
            ("modified", created.modified.into()),
        ])
    }
}

/// `parameters` and `notes`.
impl<T: Wire + Clone> From<&Prepared<T>> for Value {
    fn from(prepared: &Prepared<T>) -> Value {
        let parameters = prepared.call.clone().value().unwrap_or_default();
        Value::from([("parameters", parameters), ("notes", list(&prepared.notes))])
    }
}
