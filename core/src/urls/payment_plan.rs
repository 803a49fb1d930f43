//! The parameters of `createPaymentplan` and `updatePaymentplan` before they are sent.

use super::buy_url::number;
use super::finding::Fault;
use super::group::{Findings, Group};
use super::lint::Lint;
use super::preview::{Around, PreviewTerms, preview};
use super::prices::{Billing, Prices};
use crate::Value;
use crate::catalogue::payment_plans::{CreatePaymentplan, UpdatePaymentplan};
use crate::wire::check::check;
use crate::wire::send::Function;

/// Looks at the parameters of `createPaymentplan`, or of `updatePaymentplan` where there is a `paymentplan_id`, before they
/// are sent. What an update does not name is taken from the record of [`PreviewTerms`].
///
/// ```
/// use digistore24::urls::{PreviewTerms, payment_plan};
/// use digistore24::{Time, Value, Zone};
///
/// let data = Value::from([
///     ("first_amount", "49.00".into()), ("other_amounts", "49.00".into()), ("currency", "EUR".into()),
///     ("number_of_installments", 3.into()), ("first_billing_interval", "1_month".into()),
///     ("other_billing_intervals", "1_month".into()),
/// ]);
/// let parameters = Value::from([("product_id", 512345.into()), ("data", data)]);
/// let terms = PreviewTerms { starts_on: Some(Time::parse("2026-01-31", Zone::Berlin)?), ..PreviewTerms::default() };
///
/// let lint = payment_plan(&parameters, &terms);
/// assert!(lint.is_ok());
/// let days: Vec<String> =
///     lint.preview.unwrap().payments.iter().map(|payment| payment.due_on.unwrap().to_string()).collect();
/// assert_eq!(days, ["2026-01-31", "2026-02-28", "2026-03-31"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn payment_plan(parameters: &Value, terms: &PreviewTerms) -> Lint {
    let all = Group::new(parameters, "parameters");
    let plan = all.group("data");
    let mut found = Findings::default();
    let updates = all.given("paymentplan_id");
    number(&all, if updates { "paymentplan_id" } else { "product_id" }, &mut found);
    for name in ["amount", "price", "first_amount", "other_amounts", "currency", "number_of_installments"] {
        found.about(all.has(name), Fault::PriceNotInPlan, all.at(name), "data".to_owned());
    }
    let prices = Prices::look(&plan, updates, terms.record.as_ref(), None, &mut found);
    if let Some(policy) = plan.text("cancel_policy") {
        let months = policy.split_once("m_").and_then(|(months, _)| months.parse::<u64>().ok());
        let (single, short) = match prices.billing() {
            Some(Billing::Single) => (true, false),
            Some(Billing::Installments(count)) => {
                (false, months.is_some_and(|months| prices.months(count) + 1 < months))
            }
            _ => (false, false),
        };
        found.say(single, Fault::CancelSingle, plan.at("cancel_policy"));
        found.say(short, Fault::CancelShort, plan.at("cancel_policy"));
    }
    let spec = if updates { <UpdatePaymentplan as Function>::SPEC } else { <CreatePaymentplan as Function>::SPEC };
    if let Err(problems) = check(Some(spec), parameters) {
        found.refused(problems);
    }
    let is_known = prices.first.is_some() || prices.other.is_some();
    let around = Around { tax_mode: "as_set", ..Around::default() };
    let preview = is_known.then(|| preview(&prices, &around, terms));
    Lint { parameters: parameters.clone(), findings: found.0, preview }
}
