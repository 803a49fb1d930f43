//! Connections for notifications: remembered, never called.

use super::super::reply::Outcome;
use super::super::store::Account;
use super::products::check_products;
use super::{Ask, Rules, flag};
use crate::Value;

pub(super) const RULES: Rules = &[("ipnSetup", setup), ("ipnInfo", info), ("ipnDelete", delete)];

/// What `ipnInfo` answers again.
const SETTINGS: &[&str] =
    &["ipn_url", "name", "product_ids", "domain_id", "categories", "transactions", "timing", "newsletter_send_policy"];

fn setup(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    check_products(account, ask.text("product_ids"))?;
    let domain = ask.text("domain_id");
    // Found by key and domain: the same domain of the same key is the same connection.
    let number = own(account, ask, domain).map(|connection| connection.text(".number").to_owned());
    let (is_new, number) = match number {
        Some(number) => (false, number.parse().unwrap_or_default()),
        None => (true, account.connections.number()),
    };
    let passphrase = match ask.text("sha_passphrase") {
        "random" => format!("SandboxPassphrase{number:0>13}"),
        given => given.to_owned(),
    };
    let settings = SETTINGS.iter().map(|name| ((*name).to_owned(), Value::from(ask.text(name)))).collect();
    let connection = Value::Map(settings).with(".number", number.to_string()).with(".key", ask.key);
    account.connections.keep(|other| other.text(".number") != number.to_string());
    account.connections.add(connection);
    Ok(record! {
        created: flag(is_new), updated: flag(!is_new), deleted: "N", domain_id: domain, sha_passphrase: passphrase,
        ipn_config_id: number, ipn_id: number,
    })
}

fn own<'a>(account: &'a Account, ask: &Ask<'_>, domain: &'a str) -> Option<&'a Value> {
    account.connections.with("domain_id", domain).find(|connection| connection.text(".key") == ask.key)
}

fn info(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    Ok(match own(account, ask, ask.text("domain_id")) {
        Some(connection) => connection.shown().with("have_settings", "Y"),
        None => record! { have_settings: "N" },
    })
}

fn delete(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let domain = ask.text("domain_id");
    let gone = account.connections.keep(|other| other.text(".key") != ask.key || other.text("domain_id") != domain);
    Ok(ask.modified(gone))
}
