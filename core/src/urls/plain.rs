//! Links as plain data, as the bindings hand them out.

use super::kind::{Kind, Secret};
use super::link::Link;
use super::query::Parameter;
use crate::Value;

/// The parameters with names of their own, by kind of link: the option, and the name on the wire.
pub(super) const PROMO: &[(&str, &str)] = &[
    ("tracking_key", "ds24tr"),
    ("click_id", "cid"),
    ("sid1", "sid1"),
    ("sid2", "sid2"),
    ("sid3", "sid3"),
    ("sid4", "sid4"),
    ("sid5", "sid5"),
    ("utm_source", "utm_source"),
    ("utm_medium", "utm_medium"),
    ("utm_campaign", "utm_campaign"),
    ("utm_term", "utm_term"),
    ("utm_content", "utm_content"),
];

/// The same of order forms.
pub(super) const ORDER_FORM: &[(&str, &str)] = &[
    ("voucher", "voucher"),
    ("plan", "plan"),
    ("custom", "custom"),
    ("email", "email"),
    ("affiliate", "aff"),
    ("campaign_key", "cam"),
    ("tracking_key", "ds24tr"),
    ("utm_source", "utm_source"),
    ("utm_medium", "utm_medium"),
    ("utm_campaign", "utm_campaign"),
    ("utm_term", "utm_term"),
    ("utm_content", "utm_content"),
];

/// `type`, `trusted`, `shown`, `url` where the link holds no key, `host`, what the kind has, the parameters that are known
/// by names of their own, `query` and `notes`.
impl From<&Link> for Value {
    fn from(link: &Link) -> Value {
        let kind = link.kind();
        let is_open = kind.is_open(&link.path) || matches!(kind, Kind::Template { .. });
        let mut fields: Vec<(String, Value)> = Vec::new();
        let mut put = |name: &str, value: Value| fields.push((name.to_owned(), value));
        put("type", kind.as_str().into());
        put("trusted", link.is_trusted().into());
        put("url", if is_open { link.url().into() } else { Value::Null });
        put("shown", link.shown().into());
        put("host", if link.host().is_empty() { Value::Null } else { link.host().into() });
        parts(kind, &mut put);
        let named = match kind {
            Kind::Promo { .. } | Kind::Content { .. } => PROMO,
            Kind::OrderForm { .. } => ORDER_FORM,
            _ => &[],
        };
        for (name, wire) in named {
            let value = link.first(wire);
            put(name, value.map(|value| if link.is_secret(wire) { "***" } else { value }).into());
        }
        let query = link.parameters().map(|parameter| match link.is_secret(parameter.name()) {
            true => Value::from(&Parameter::new(parameter.name(), Some("***"))),
            false => Value::from(parameter),
        });
        put("query", Value::List(query.collect()));
        let doubts = link.doubts().iter().map(Value::from);
        let notes = doubts.chain(link.notes().iter().map(Value::from)).collect();
        put("notes", Value::List(notes));
        Value::Map(fields)
    }
}

fn texts(texts: &[String]) -> Value {
    Value::List(texts.iter().map(|text| text.as_str().into()).collect())
}

fn parts(kind: &Kind, put: &mut impl FnMut(&str, Value)) {
    match kind {
        Kind::Promo { product_id, affiliate, campaign_key } => {
            put("product_id", product_id.as_str().into());
            put("affiliate", affiliate.as_deref().into());
            put("campaign_key", campaign_key.as_deref().into());
        }
        Kind::Content { product_id, content_link_id, affiliate, campaign_key } => {
            put("product_id", product_id.as_str().into());
            put("content_link_id", content_link_id.as_str().into());
            put("affiliate", affiliate.as_str().into());
            put("campaign_key", campaign_key.as_deref().into());
        }
        Kind::OrderForm { product_id, order_form_id } => {
            put("product_id", product_id.as_str().into());
            put("order_form_id", order_form_id.as_deref().into());
        }
        Kind::Upgrade { upgrade_id, authkey, order_ids } => {
            put("upgrade_id", upgrade_id.as_str().into());
            put("authkey", Secret::reveal(authkey).into());
            put("order_ids", texts(order_ids));
        }
        Kind::Invoice { order_id, transaction_id } => {
            put("order_id", order_id.as_str().into());
            put("transaction_id", Some(transaction_id.as_str()).filter(|id| *id != "0").into());
        }
        Kind::Receipt { product_id, order_id } => {
            put("product_id", product_id.as_str().into());
            put("order_id", order_id.as_str().into());
        }
        Kind::Order { order_id, .. } | Kind::OrderDetails { order_id } => put("order_id", order_id.as_str().into()),
        Kind::Eticket { number } => put("number", number.reveal().into()),
        Kind::PayoutPaper { id, .. } => put("id", id.as_str().into()),
        Kind::Signup { product_ids, affiliate } => {
            put("product_ids", texts(product_ids));
            put("affiliate", affiliate.as_deref().into());
        }
        Kind::UpsellAnswer { answer } => put("answer", answer.as_str().into()),
        Kind::Page { name } | Kind::Script { name } => put("name", name.as_str().into()),
        Kind::ApiCall { function } => put("function", function.as_str().into()),
        Kind::LegacyPromo { affiliate, campaign_key } | Kind::Promocode { affiliate, campaign_key } => {
            put("affiliate", affiliate.as_str().into());
            put("campaign_key", campaign_key.as_deref().into());
        }
        Kind::Template { form, placeholders } => {
            put("form", (*form).into());
            put("placeholders", texts(placeholders));
        }
        Kind::Malformed { form } => put("form", (*form).into()),
        Kind::ThankYouTracking
        | Kind::KeyApproval
        | Kind::Unknown
        | Kind::Foreign
        | Kind::RelativePath
        | Kind::Empty
        | Kind::NoLink => {}
    }
}
