//! What notifications say of an order, its item, its money and its buyer.

use super::super::assumptions::REFUND_DAYS;
use super::super::clock::{day_of, wall};
use super::super::orders::money::{self, text};
use super::super::orders::rows::{Buyer, Event, Item, Purchase, Transaction};
use super::super::store::Account;
use super::super::tables::COUNTRIES;
use super::message::Message;
use crate::plan::Interval;
use crate::{Amount, Value};

/// Parameters that were seen in every notification about a payment (2026), most of them empty. The others are there where
/// they apply.
const ALWAYS: &[&str] = &[
    "add_url",
    "affiliate_id",
    "affiliate_name",
    "amount_affiliate",
    "amount_brutto",
    "amount_credited",
    "amount_fee",
    "amount_main_affiliate",
    "amount_netto",
    "amount_partner",
    "amount_payout",
    "amount_provider",
    "amount_vat",
    "amount_vendor",
    "billing_descriptor",
    "campaignkey",
    "checkout_url",
    "click_id",
    "custom",
    "customer_affiliate_name",
    "customer_affiliate_promo_url",
    "delivery_date",
    "image_url",
    "invoice_url",
    "is_payment_planned",
    "license_accessdata_keys",
    "newsletter_choice_msg",
    "orderform_id",
    "orderform_referrer_url",
    "parent_transaction_id",
    "pay_method",
    "payment_id",
    "product_txn_amount",
    "product_txn_netto_amount",
    "product_txn_shipping",
    "product_txn_vat_amount",
    "promoclick_referrer_url",
    "rebill_stop_noted_at",
    "rebilling_stop_url",
    "salesteam_id",
    "salesteam_name",
    "store_url",
    "switch_pay_interval_url",
    "tag",
    "tags",
    "trackingkey",
    "transaction_amount",
    "transaction_currency",
    "transaction_date",
    "transaction_id",
    "transaction_time",
    "transaction_type",
    "transaction_vat_amount",
    "upgrade_key",
    "upsell_path",
    "utm_campaign",
    "utm_content",
    "utm_medium",
    "utm_source",
    "utm_term",
];

/// Where the buyer comes from, by the names of the order and of the notification.
const TRACKING: &[&str] = &[
    "campaignkey",
    "click_id",
    "custom",
    "trackingkey",
    "utm_campaign",
    "utm_content",
    "utm_medium",
    "utm_source",
    "utm_term",
];

/// What an address is made of: the buyer's, the one to deliver to and the one on the invoice are the same.
const ADDRESS: &[&str] = &[
    "city",
    "company",
    "country",
    "first_name",
    "last_name",
    "mobile_no",
    "phone_no",
    "salutation",
    "salutation_name",
    "state",
    "street",
    "street2",
    "street_name",
    "street_number",
    "tax_id",
    "title",
    "zipcode",
];

/// The part of it that `buyer_address_*` has.
const BUYER_ADDRESS: &[&str] =
    &["city", "company", "country", "mobile_no", "phone_no", "state", "street", "street2", "tax_id", "zipcode"];

/// Where the GDPR applies, of the countries the sandbox has.
const GDPR_COUNTRIES: &[&str] =
    &["AT", "BE", "CZ", "DE", "DK", "ES", "FI", "FR", "IE", "IT", "LI", "LU", "NL", "NO", "PL", "PT", "SE", "SI"];

/// An event of an order with everything it is about, as it was then.
pub(super) struct Order<'a> {
    account: &'a Account,
    event: &'a Event,
    purchase: &'a Purchase,
    pub(super) item: &'a Item,
    product: &'a Value,
    buyer: Option<&'a Buyer>,
    moved: Option<&'a Transaction>,
}

impl<'a> Order<'a> {
    /// Nothing where the event is about no order.
    pub(super) fn of(account: &'a Account, event: &'a Event, item: i64) -> Option<Order<'a>> {
        let purchase = account.purchases.get(event.purchase?)?;
        let item = purchase.items.get(usize::try_from(item).ok()?)?;
        let product = account.products.find_at(event.products_age, "id", &item.product_id);
        Some(Order {
            account,
            event,
            purchase,
            item,
            product: product.unwrap_or(&Value::Null),
            buyer: account.buyers.find_at(event.buyers_age, purchase.buyer_id),
            moved: event.transaction.and_then(|id| account.transactions.find(id)),
        })
    }

    /// Everything.
    pub(super) fn say(&self, message: &mut Message) {
        message.put_empty(ALWAYS);
        self.say_mode(message);
        self.say_order(message);
        self.say_billing(message);
        self.say_item(message);
        self.say_buyer(message);
        self.say_links(message);
        self.say_license(message);
        if let Some(moved) = self.moved {
            self.say_transaction(message, moved);
        }
        if let Some(old) = self.purchase.upgraded_from.as_ref().and_then(|id| self.account.purchases.find(id)) {
            self.say_upgrade(message, old);
        }
    }

    /// What events say that are not about payments.
    pub(super) fn say_beside(&self, message: &mut Message) {
        self.say_mode(message);
        message.put("order_id", &self.purchase.id);
        message.put("order_item_id", self.item.id.to_string());
        message.put("order_billing_status", self.billing_status());
        message.put("order_is_paid", flag(self.purchase.payments > 0));
        message.put("product_id", &self.item.product_id);
        message.put("product_name", self.product.text("name"));
        message.put("email", self.buyer.map_or("", |buyer| &buyer.email));
        let details = self.buyer.map_or(&Value::Null, |buyer| &buyer.details);
        message.put("address_first_name", details.text("first_name"));
        message.put("address_last_name", details.text("last_name"));
    }

    fn say_mode(&self, message: &mut Message) {
        message.put("api_mode", if self.purchase.is_test() { "test" } else { "live" });
    }

    fn billing_status(&self) -> &'static str {
        self.event.billing_status.unwrap_or(self.purchase.billing_status).as_str()
    }

    fn say_order(&self, message: &mut Message) {
        let purchase = self.purchase;
        let created_at = wall(purchase.created_at);
        message.put("order_id", &purchase.id);
        message.put("order_item_id", self.item.id.to_string());
        message.put("order_date", day_of(&created_at));
        message.put("order_time", clock_of(&created_at));
        message.put("order_date_time", &created_at);
        message.put("order_type", &purchase.order_type);
        let address = "https://www.digistore24.com/vendor/reports/transactions/order/";
        message.put("order_details_url", format!("{address}{}", purchase.id));
        message.put("item_count", "1");
        message.put("upsell_no", "0");
        message.put("purchase_key", KEY);
        message.put("custom_key", format!("{}-SandboxKey00", purchase.buyer_id));
        message.put("payplan_id", &purchase.paymentplan_id);
        message.put("has_custom_forms", "N");
        message.put("quantity", self.item.quantity.to_string());
        message.put("voucher_code", &purchase.voucher_code);
        let at = self.event.purchase.unwrap_or_default();
        let tracking = self.account.purchases.tracking_at(self.event.tracking_age, at).unwrap_or(&Value::Null);
        for name in TRACKING {
            // Double quotes do not arrive (reported by others).
            message.put(name, tracking.text(name).replace('"', ""));
        }
        if let Some(deal) = &purchase.affiliate {
            let row = self.account.affiliates.find("name", &deal.affiliate_name);
            message.put("affiliate_name", &deal.affiliate_name);
            message.put("affiliate_id", row.unwrap_or(&Value::Null).text("id"));
        }
    }

    fn say_billing(&self, message: &mut Message) {
        let (purchase, event) = (self.purchase, self.event);
        let is_recurring = purchase.is_recurring();
        let (first, other) = (purchase.first_amount(), purchase.other_amounts());
        let first_vat = self.vat(first, i64::from(is_recurring));
        let other_vat = self.vat(other, 2);
        message.put("billing_type", purchase.billing_type());
        message.put("billing_status", self.billing_status());
        message.put("number_of_installments", purchase.number_of_installments.to_string());
        message.put("pay_sequence_no", event.pay_sequence_no.to_string());
        message.put("rebill_stop_noted_at", event.stopped_at.map(wall).unwrap_or_default());
        message.put("amount", text(first));
        message.put("vat_amount", text(first_vat));
        message.put("vat_rate", percent(purchase.vat_rate));
        message.put("currency", &purchase.currency);
        message.put("first_amount", text(first));
        message.put("first_vat_amount", text(first_vat));
        message.put("other_amounts", text(other));
        message.put("other_vat_amounts", text(other_vat));
        message.put("monthly_amount", text(self.monthly(other)));
        message.put("monthly_vat_amount", text(self.monthly(other_vat)));
        message.put("refund_days", REFUND_DAYS);
        if is_recurring {
            // Nothing of an item is due that is paid once.
            let next = event.next_payment_at.filter(|_| purchase.recurs(self.item)).map(wall).unwrap_or_default();
            message.put("next_payment_at", day_of(&next));
            message.put("first_billing_interval", &purchase.first_billing_interval);
            message.put("other_billing_intervals", &purchase.other_billing_intervals);
        }
        if let Some(reason) = event.stop_reason.filter(|_| is_recurring) {
            message.put("billing_stop_reason", reason.as_str());
        }
    }

    /// The tax in so many cents of the order.
    fn vat(&self, cents: i64, pay_sequence_no: i64) -> i64 {
        money::payment(self.purchase, cents, pay_sequence_no).map_or(0, |payment| payment.vat_amount)
    }

    /// What a follow-up payment comes to in a month of 30 days.
    fn monthly(&self, cents: i64) -> i64 {
        match self.purchase.other_billing_intervals.parse() {
            Ok(Interval::Days(count)) => cents * 30 / i64::from(count.max(1)),
            Ok(Interval::Weeks(count)) => cents * 30 / (7 * i64::from(count.max(1))),
            Ok(Interval::Months(count)) => cents / i64::from(count.max(1)),
            Ok(Interval::Years(count)) => cents / (12 * i64::from(count.max(1))),
            Err(_) => cents,
        }
    }

    fn say_item(&self, message: &mut Message) {
        let (product, item) = (self.product, self.item);
        message.put("product_id", &item.product_id);
        message.put("product_name", product.text("name"));
        message.put("product_name_intern", product.text("name_intern"));
        message.put("product_language", product.text("language"));
        message.put("product_delivery_type", product.text(".delivery_type"));
        message.put("tag", product.text("tag"));
        message.put("tags", product.text("tag"));
        message.put("image_url", product.text("image_url"));
        message.put("checkout_url", format!("https://www.checkout-ds24.com/product/{}", item.product_id));
        let vat = self.vat(item.first_amount, i64::from(self.purchase.is_recurring()));
        for (name, cents) in [
            ("product_amount", item.first_amount),
            ("product_netto_amount", item.first_amount - vat),
            ("product_vat_amount", vat),
            ("product_shipping_amount", 0),
        ] {
            message.put(name, trimmed(cents));
        }
    }

    fn say_transaction(&self, message: &mut Message, moved: &Transaction) {
        let purchase = self.purchase;
        let created_at = wall(moved.created_at);
        let paid_by = moved.parent.unwrap_or(moved.id);
        message.put("transaction_id", moved.id.to_string());
        message.put("parent_transaction_id", moved.parent.map(|id| id.to_string()).unwrap_or_default());
        message.put("transaction_type", moved.transaction_type.as_str());
        message.put("transaction_date", day_of(&created_at));
        message.put("transaction_time", clock_of(&created_at));
        message.put("transaction_amount", text(moved.amount));
        message.put("transaction_vat_amount", text(moved.vat_amount));
        message.put("transaction_currency", &purchase.currency);
        message.put("pay_method", &purchase.pay_method);
        message.put("payment_id", format!("PAYID-{}-T{paid_by}", purchase.buyer_id));
        message.put("is_payment_planned", flag(moved.pay_sequence_no > 1));
        let invoice = format!("https://www.checkout-ds24.com/invoice/{}/{}/{KEY}.pdf", purchase.id, moved.id);
        message.put("invoice_url", invoice);
        message.put("billing_descriptor", format!("D24*{}", purchase.id));
        let netto = moved.amount - moved.vat_amount;
        let payout = netto - moved.provider_amount;
        for (name, cents) in [
            ("amount_brutto", moved.amount),
            ("amount_vat", moved.vat_amount),
            ("amount_netto", netto),
            ("amount_provider", moved.provider_amount),
            ("amount_fee", 0),
            ("amount_payout", payout),
            ("amount_affiliate", moved.affiliate_amount + moved.referral_amount),
            ("amount_main_affiliate", moved.affiliate_amount),
            ("amount_partner", 0),
            ("amount_vendor", moved.earned_amount),
            ("amount_credited", 0),
        ] {
            message.put(name, text(cents));
        }
        for (name, cents) in [
            ("product_txn_amount", moved.amount),
            ("product_txn_netto_amount", netto),
            ("product_txn_vat_amount", moved.vat_amount),
            ("product_txn_shipping", 0),
        ] {
            message.put(name, trimmed(cents));
        }
    }

    /// The licence key of the item, of several the first one.
    fn say_license(&self, message: &mut Message) {
        let of_order = self.account.licenses.of(self.event.purchase.unwrap_or_default());
        let mut own = of_order.filter(|key| key.item_id == self.item.id && key.created_at <= self.event.at);
        if let Some(license) = own.next() {
            message.put("license_id", license.id.to_string());
            message.put("license_key", &license.key);
            message.put("license_created", wall(license.created_at));
        }
    }

    fn say_buyer(&self, message: &mut Message) {
        let none = Value::Null;
        let (details, email) = self.buyer.map_or((&none, ""), |buyer| (&buyer.details, &buyer.email));
        let id = self.purchase.buyer_id.to_string();
        let country = &self.purchase.vat_country;
        let language = language(self.product);
        message.put("email", email);
        message.put("buyer_email", email);
        message.put("buyer_id", &id);
        message.put("buyer_first_name", details.text("first_name"));
        message.put("buyer_last_name", details.text("last_name"));
        message.put("buyer_language", language);
        message.put("country", country);
        message.put("language", language);
        message.put("language_name", language_name(language));
        message.put("is_gdpr_country", flag(GDPR_COUNTRIES.contains(&country.as_str())));
        message.put("newsletter_choice", "none");
        let part = |name: &str| match (name, details.text(name)) {
            ("street_name", "") => split_street(details.text("street")).0.to_owned(),
            ("street_number", "") => split_street(details.text("street")).1.to_owned(),
            ("salutation_name", _) => salutation(details.text("salutation")).to_owned(),
            (_, text) => text.to_owned(),
        };
        for (prefix, names) in [("address_", ADDRESS), ("billing_", ADDRESS), ("buyer_address_", BUYER_ADDRESS)] {
            for name in names {
                message.put_as(format!("{prefix}{name}"), part(name));
            }
            message.put_as(format!("{prefix}id"), format!("4{id}"));
        }
        message.put("address_country_name", country_name(details.text("country")));
    }

    /// Pages of the buyer. Each has a key, so that it opens without login.
    fn say_links(&self, message: &mut Message) {
        let url = |what: &str| format!("https://www.checkout-ds24.com/{what}/{}/{KEY}", self.purchase.id);
        message.put("receipt_url", url("receipt"));
        message.put("support_url", url("support"));
        message.put("renew_url", url("renew"));
        message.put("request_refund_url", url("request_refund"));
        message.put("add_url", url("add"));
        let is_stopped = self.event.stop_reason.is_some() || self.billing_status() == "completed";
        if self.purchase.is_recurring() && !is_stopped {
            message.put("rebilling_stop_url", url("rebilling_stop"));
        }
    }

    fn say_upgrade(&self, message: &mut Message, old: &Purchase) {
        let created_at = wall(old.created_at);
        let buyer = self.account.buyers.find_at(self.event.buyers_age, old.buyer_id);
        let details = buyer.map_or(&Value::Null, |buyer| &buyer.details);
        let id = old.items.first().map(|item| item.product_id.as_str()).unwrap_or_default();
        let product = self.account.products.find_at(self.event.products_age, "id", id).unwrap_or(&Value::Null);
        message.put("upgraded_order_id", &old.id);
        message.put("upgraded_order_date", day_of(&created_at));
        message.put("upgraded_order_time", clock_of(&created_at));
        message.put("upgraded_order_date_time", &created_at);
        message.put("upgraded_product_id", id);
        message.put("upgraded_product_name", product.text("name"));
        message.put("upgraded_buyer_id", old.buyer_id.to_string());
        message.put("upgraded_email", buyer.map_or("", |buyer| &buyer.email));
        message.put("upgraded_address_first_name", details.text("first_name"));
        message.put("upgraded_address_last_name", details.text("last_name"));
        message.put("upgrade_type", &self.purchase.upgrade_type);
    }
}

/// The key in the links of an order, the same as in the answers of the API.
const KEY: &str = "ExAmPlE1";

fn flag(yes: bool) -> &'static str {
    if yes { "Y" } else { "N" }
}

/// `14:05:11` of a moment.
fn clock_of(moment: &str) -> &str {
    moment.get(11..).unwrap_or_default()
}

/// `30.33`, `49.9`, `37`: without the zeros at the end.
fn trimmed(cents: i64) -> String {
    let text = text(cents);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// `19.00`
fn percent(rate: Amount) -> String {
    text(rate.minor_units(2).unwrap_or_default())
}

/// The language of a product, which may list several.
pub(super) fn language(product: &Value) -> &str {
    product.text("language").split(',').next().unwrap_or_default()
}

fn language_name(language: &str) -> &'static str {
    match language {
        "de" => "German",
        "en" => "English",
        "es" => "Spanish",
        "fr" => "French",
        "it" => "Italian",
        "nl" => "Dutch",
        "pl" => "Polish",
        "pt" => "Portuguese",
        _ => "",
    }
}

fn salutation(word: &str) -> &'static str {
    match word {
        "M" => "Mr",
        "F" => "Ms",
        _ => "",
    }
}

fn country_name(code: &str) -> &'static str {
    COUNTRIES.iter().find(|(known, ..)| *known == code).map_or("", |(_, name, _)| name)
}

/// Street and house number.
fn split_street(street: &str) -> (&str, &str) {
    let parts = street.rsplit_once(' ').filter(|(_, number)| number.starts_with(|c: char| c.is_ascii_digit()));
    parts.unwrap_or((street, ""))
}
