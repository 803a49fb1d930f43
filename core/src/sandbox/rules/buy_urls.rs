//! Order form links.

use super::super::orders::rows::Buyer;
use super::super::reply::{Outcome, Refusal};
use super::super::store::Account;
use super::super::tables::is_country;
use super::super::words::{BAD_ARGUMENT, NO_SUCH_UPGRADE};
use super::affiliates::{terms, unknown};
use super::products::check_products;
use super::{Ask, Rules, existing, lists};
use crate::Value;

pub(super) const RULES: Rules = &[("createBuyUrl", create), ("listBuyUrls", list), ("deleteBuyUrl", delete)];

fn create(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let product = ask.text("product_id");
    check_products(account, product)?;
    let affiliate = ask.group("tracking").text("affiliate");
    if !affiliate.is_empty() && terms(account, affiliate, product).is_none() {
        return Err(unknown(affiliate));
    }
    let valid_until = match ask.text("valid_until") {
        "forever" => String::new(),
        text => account.clock.moment(text).ok_or_else(|| Refusal::argument(BAD_ARGUMENT, "valid_until"))?,
    };
    let email = remember(account, ask.group("buyer"))?;
    let upgrade = Upgrade::of(account, ask);
    let id = account.buy_urls.number().to_string();
    let url = format!("https://www.checkout-ds24.com/offer/{id}/{:0>12}/{product}", format!("ExAmPlE{id}"));
    let now = account.clock.now();
    account.buy_urls.add(
        record! {
            id: id.as_str(), product_id: product, url: url.as_str(), valid_until: valid_until.as_str(), email: email,
            created_at: now.as_str(), modified_at: now.as_str(),
        }
        .with(".request", ask.arguments.clone()),
    );
    Ok(record! {
        id: id, url: url, valid_until: valid_until, upgrade_status: upgrade.status, upgrade_type: upgrade.kind,
        upgrade_errors: upgrade.errors,
    })
}

/// What becomes of the upgrade that was asked for.
struct Upgrade {
    status: &'static str,
    kind: String,
    errors: Vec<Value>,
}

impl Upgrade {
    fn of(account: &Account, ask: &Ask<'_>) -> Upgrade {
        let plan = ask.group("payment_plan");
        let order = plan.text("upgrade_order_id");
        let kind = match plan.text("upgrade_type") {
            "" => "upgrade",
            kind => kind,
        };
        if order.is_empty() {
            Upgrade { status: "none", kind: "none".to_owned(), errors: Vec::new() }
        } else if account.purchases.find(order).is_some() {
            Upgrade { status: "ok", kind: kind.to_owned(), errors: Vec::new() }
        } else {
            let error = NO_SUCH_UPGRADE.about(ask.german, order);
            Upgrade { status: "error", kind: kind.to_owned(), errors: vec![error.into()] }
        }
    }
}

/// Keeps the buyer a link was made for, and gives the e-mail address.
fn remember(account: &mut Account, given: &Value) -> Result<String, Refusal> {
    let country = given.text("country");
    if !country.is_empty() && !is_country(country) {
        return Err(Refusal::argument(BAD_ARGUMENT, "buyer[country]"));
    }
    let id = given.text("id");
    if !id.is_empty() {
        let by_order = account.purchases.find(id).map(|purchase| purchase.buyer_id);
        existing(by_order.or_else(|| id.parse().ok()).and_then(|id| account.buyers.find(id)), id)?;
    }
    let email = given.text("email");
    if !email.is_empty() && account.buyers.of_email(email).is_none() {
        let (id, created_at) = (account.buyers.number(), account.clock.unix());
        let known =
            given.fields().iter().filter(|(name, _)| !matches!(name.as_str(), "id" | "email")).cloned().collect();
        account.buyers.add(Buyer { id, created_at, email: email.to_owned(), details: Value::Map(known) });
    }
    Ok(email.to_owned())
}

fn list(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    Ok(lists::page(ask, Value::Map(Vec::new()), "buyurls", account.buy_urls.rows().iter().map(Value::shown).collect()))
}

fn delete(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("id");
    existing(account.buy_urls.find("id", id), id)?;
    Ok(ask.modified(account.buy_urls.keep(|link| link.text("id") != id)))
}
