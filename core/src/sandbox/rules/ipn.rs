//! Connections for notifications, as applications make them.

use super::super::notify::connections::Connection;
use super::super::reply::Outcome;
use super::super::store::Account;
use super::products::check_products;
use super::{Ask, Rules, flag};

pub(super) const RULES: Rules = &[("ipnSetup", setup), ("ipnInfo", info), ("ipnDelete", delete)];

fn setup(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    check_products(account, ask.text("product_ids"))?;
    let domain = ask.text("domain_id");
    // Found by key and domain: the same domain of the same key is the same connection.
    let before = own(account, ask, domain).cloned();
    let id = before.as_ref().map_or_else(|| account.next_connection(), |before| before.id);
    let passphrase = match (ask.given("sha_passphrase"), &before) {
        (Some("random"), _) => format!("SandboxPassphrase{id:0>13}"),
        (Some(given), _) => given.to_owned(),
        // Nobody knows whether it goes when nothing is said of it.
        (None, Some(before)) => before.passphrase.clone(),
        (None, None) => String::new(),
    };
    let text = |name: &str| ask.text(name).to_owned();
    let connection = Connection {
        id,
        key: ask.key.to_owned(),
        url: text("ipn_url"),
        name: text("name"),
        product_ids: text("product_ids"),
        domain_id: domain.to_owned(),
        categories: text("categories"),
        transactions: text("transactions"),
        timing: text("timing"),
        newsletter_send_policy: text("newsletter_send_policy"),
        passphrase: passphrase.clone(),
        status_decides: false,
        is_deleted: false,
    };
    let is_elsewhere = before.as_ref().is_none_or(|before| before.url != connection.url);
    account.put_connection(connection);
    // The service checks an address that it did not know.
    if is_elsewhere {
        account.test_connection(id);
    }
    Ok(record! {
        created: flag(before.is_none()), updated: flag(before.is_some()), deleted: "N", domain_id: domain,
        sha_passphrase: passphrase, ipn_config_id: id, ipn_id: id,
    })
}

fn own<'a>(account: &'a Account, ask: &Ask<'_>, domain: &str) -> Option<&'a Connection> {
    account.live_connections().find(|connection| connection.key == ask.key && connection.domain_id == domain)
}

fn info(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    Ok(match own(account, ask, ask.text("domain_id")) {
        Some(connection) => record! {
            ipn_url: connection.url.as_str(), name: connection.name.as_str(),
            product_ids: connection.product_ids.as_str(), domain_id: connection.domain_id.as_str(),
            categories: connection.categories.as_str(), transactions: connection.transactions.as_str(),
            timing: connection.timing.as_str(),
            newsletter_send_policy: connection.newsletter_send_policy.as_str(), have_settings: "Y",
        },
        None => record! { have_settings: "N" },
    })
}

fn delete(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let domain = ask.text("domain_id");
    let gone = account.disconnect_all(|other| other.key == ask.key && other.domain_id == domain);
    Ok(ask.modified(gone))
}
