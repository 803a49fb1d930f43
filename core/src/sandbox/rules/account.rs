//! The account around everything: who may see it, what kinds of products there are, keys for test payments, scripts.

use super::super::account::USER_ID;
use super::super::assumptions::{TESTPAY_LIFETIME, TESTPAY_PARAMETER};
use super::super::reply::Outcome;
use super::super::store::Account;
use super::super::tables::PRODUCT_TYPES;
use super::super::words::label;
use super::{Ask, Rules};
use crate::Value;
use crate::wire::form::encode;

pub(super) const RULES: Rules = &[
    ("listAccountAccess", access),
    ("listProductTypes", product_types),
    ("getTestpayKey", testpay_key),
    ("renderJsTrackingCode", tracking_code),
];

/// Access that this account granted, and access it was granted. Both are given in the back office only.
fn access(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let of = |side: &str| {
        let rows = account.grants.with(side, USER_ID);
        let rows = rows.map(|row| row.shown().with("permissions_msg", label(row.text("permissions"), ask.german)));
        rows.collect::<Vec<_>>()
    };
    Ok(record! { by_me: of("owner_id"), to_me: of("accessor_id") })
}

fn product_types(_: &mut Account, _: &Ask<'_>) -> Outcome {
    let rows = PRODUCT_TYPES.iter().map(|(id, name, category)| record! { id: *id, name: *name, category: *category });
    Ok(Value::List(rows.collect()))
}

/// The key there is. A new one takes its place on request, and when it has expired.
fn testpay_key(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let now = account.clock.now();
    account.testpay_keys.keep(|key| !ask.yes("do_recreate") && key.text("expires_at") > now.as_str());
    if let Some(key) = account.testpay_keys.rows().first() {
        return Ok(key.clone());
    }
    let key = record! {
        user_id: USER_ID, testpay_key: format!("SandboxTestpay{:06}", account.testpay_keys.number()),
        get_param_name: TESTPAY_PARAMETER, expires_at: account.clock.moment(TESTPAY_LIFETIME).unwrap_or_default(),
    };
    account.testpay_keys.add(key.clone());
    Ok(key)
}

fn tracking_code(_: &mut Account, ask: &Ask<'_>) -> Outcome {
    let names = ["affiliate_input", "campaignkey_input", "trackingkey_input", "callback"];
    let given = names.map(|name| (name.to_owned(), ask.text(name).to_owned()));
    let given: Vec<_> = given.into_iter().filter(|(_, text)| !text.is_empty()).collect();
    let mut url = "https://www.digistore24.com/service/js/tracking.js".to_owned();
    if !given.is_empty() {
        url.push('?');
        url.push_str(&encode(&given));
    }
    let code = format!(r#"<script src="{}" async></script>"#, url.replace('&', "&amp;"));
    Ok(record! { script_code: code, script_url: url })
}
