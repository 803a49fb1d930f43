//! What is done about an order after it was placed: its tracking, its balance, its files, its mails.

use super::super::account::USER_NAME;
use super::super::assumptions::{DOWNLOAD_DAYS, DOWNLOADS};
use super::super::clock::{day_of, unix_of, wall};
use super::super::orders::money::in_cents;
use super::super::orders::rows::Purchase;
use super::super::reply::{Outcome, Refusal};
use super::super::store::Account;
use super::super::words::BAD_ARGUMENT;
use super::purchases::one_or_many;
use super::{Ask, Rules, existing, flag, parts};
use crate::{Amount, Value};

pub(super) const RULES: Rules = &[
    ("updatePurchase", update),
    ("getPurchaseTracking", tracking),
    ("getPurchaseDownloads", downloads),
    ("addBalanceToPurchase", add_balance),
    ("resendPurchaseConfirmationMail", resend),
    ("getCustomerToAffiliateBuyerDetails", buyer_as_affiliate),
];

const DAY: i64 = 86_400;

fn update(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("purchase_id");
    let at = existing(account.purchases.position(id), id)?;
    let data = ask.group("data");
    let later = match data.text("next_payment_at") {
        "" => None,
        text => Some(later(account, at, text).ok_or_else(|| Refusal::argument(BAD_ARGUMENT, "data[next_payment_at]"))?),
    };
    // The pages of the sandbox's orders never expire.
    let mut modified = false;
    for (given, kept) in [("tracking_param", "trackingkey"), ("custom", "custom")] {
        if let Some(text) = data.get(given).and_then(Value::as_str) {
            modified |= account.purchases.track(at, kept, text);
        }
    }
    if let Some(later) = later {
        modified |= account.postpone(at, later);
    }
    Ok(record! { is_modified: flag(modified) })
}

/// The moment that the next payment is moved to, if there is one and it is not moved to an earlier day.
fn later(account: &Account, at: i64, text: &str) -> Option<i64> {
    let next = account.purchases.get(at)?.next_payment_at?;
    let later = unix_of(&account.clock.moment(text)?)?;
    (day_of(&wall(later)) >= day_of(&wall(next))).then_some(later)
}

fn tracking(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    one_or_many(ask.text("purchase_id"), |id| {
        let tracking = &existing(account.purchases.find(id), id)?.tracking;
        let utm = |name: &str| tracking.text(name);
        Ok(record! {
            utm_params: record! {
                utm_source: utm("utm_source"), utm_medium: utm("utm_medium"), utm_campaign: utm("utm_campaign"),
                utm_term: utm("utm_term"), utm_content: utm("utm_content"),
            },
            click_id: tracking.text("click_id"), sub_ids: Vec::<Value>::new(),
            vendor_key: tracking.text("trackingkey"), campaign_key: tracking.text("campaignkey"),
        })
    })
}

fn downloads(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let mut orders = Vec::new();
    for id in parts(ask.text("purchase_id")) {
        let purchase = existing(account.purchases.find(id), id)?;
        let files = purchase.items.iter().filter_map(|item| files(account, purchase, &item.product_id));
        let files: Vec<(String, Value)> = files.collect();
        if !files.is_empty() {
            orders.push((id.to_owned(), Value::Map(files)));
        }
    }
    // PHP's empty map.
    let orders = if orders.is_empty() { Value::List(Vec::new()) } else { Value::Map(orders) };
    Ok(record! { downloads: orders })
}

/// The files of a product in an order, by the number of the product; nothing where it has none.
fn files(account: &Account, purchase: &Purchase, product: &str) -> Option<(String, Value)> {
    let Value::List(names) = account.products.find("id", product)?.get(".downloads")? else { return None };
    let tries = tries(account, purchase);
    let until = wall(purchase.created_at + DOWNLOAD_DAYS * DAY);
    let file = |name: &str| {
        record! {
            url: format!("https://www.digistore24.com/download/{}/{product}/{name}", purchase.id),
            downloads_total: DOWNLOADS.to_string(), downloads_tries: tries.to_string(),
            is_access_granted: flag(account.grants_download(purchase)), is_purchase_paid: flag(purchase.is_paid()),
            headline: name, instructions: "", file_name: name,
            file_ext: name.rsplit_once('.').map_or("", |(_, ending)| ending), file_size: "0",
            download_until: day_of(&until),
        }
    };
    let files: Vec<Value> = names.iter().filter_map(Value::as_str).map(file).collect();
    (!files.is_empty()).then(|| (product.to_owned(), files.into()))
}

/// How often the files of an order were downloaded.
fn tries(account: &Account, purchase: &Purchase) -> i64 {
    match account.downloads.find("purchase_id", &purchase.id).and_then(|row| row.get("tries")) {
        Some(Value::Integer(tries)) => *tries,
        _ => 0,
    }
}

impl Account {
    fn grants_download(&self, purchase: &Purchase) -> bool {
        let is_in_time = self.clock.unix() < purchase.created_at + (DOWNLOAD_DAYS + 1) * DAY;
        purchase.is_paid() && is_in_time && tries(self, purchase) < DOWNLOADS
    }

    /// Downloads the files of an order once. False where there is none that may be.
    pub(in crate::sandbox) fn download(&mut self, at: i64) -> bool {
        let Some(purchase) = self.purchases.get(at) else { return false };
        let has_files = purchase.items.iter().any(|item| files(self, purchase, &item.product_id).is_some());
        if !has_files || !self.grants_download(purchase) {
            return false;
        }
        let (id, tries) = (purchase.id.clone(), tries(self, purchase));
        match self.downloads.change("purchase_id", &id) {
            Some(row) => row.set("tries", tries + 1),
            None => self.downloads.add(record! { purchase_id: id, tries: 1 }),
        }
        true
    }
}

/// Changes what is billed with the next payment beside its amount.
fn add_balance(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("purchase_id");
    let at = existing(account.purchases.position(id), id)?;
    let added = Amount::parse(ask.text("amount")).map(in_cents).unwrap_or_default();
    let purchase = existing(account.purchases.get_mut(at), id)?;
    if !purchase.is_recurring() || !purchase.is_active() {
        return Err(Refusal::argument(BAD_ARGUMENT, "purchase_id"));
    }
    let old = purchase.balance;
    purchase.balance = old.saturating_add(added).max(0);
    Ok(record! { old_balance: Amount::cents(old), new_balance: Amount::cents(purchase.balance) })
}

fn resend(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("purchase_id");
    let at = existing(account.purchases.position(id), id)?;
    account.mail("order_confirmation", at);
    Ok(ask.modified(true))
}

/// What a buyer would be called as an affiliate, and where to become one.
fn buyer_as_affiliate(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    one_or_many(ask.text("purchase_id"), |id| {
        let purchase = existing(account.purchases.find(id), id)?;
        let name = format!("user{}", purchase.buyer_id);
        let product = purchase.items.first().map_or("", |item| item.product_id.as_str());
        Ok(record! {
            customer_to_affiliate_url: format!("https://www.digistore24.com/signup/{product}/{USER_NAME}/{name}"),
            customer_affiliate_promo_url: format!("https://www.digistore24.com/redir/{product}/{name}/"),
            customer_affiliate_name: name,
        })
    })
}
