//! The small fictional account every sandbox starts with. Nobody in it exists.

use super::clock::{Clock, day_of};
use super::likely::blank;
use super::record::Table;
use super::stock;
use super::store::{Account, Key, Rights};
use crate::catalogue::payment_plans::PaymentPlan;
use crate::catalogue::products::Product;
use crate::{Amount, Value};

pub(super) const USER_ID: &str = "1234567";
pub(super) const USER_NAME: &str = "ada";

pub(super) const FULL_KEY: &str = "1000001-SandboxFullAccess00000000000000000000000";
pub(super) const READ_KEY: &str = "1000002-SandboxReadOnly0000000000000000000000000";
pub(super) const DEVELOPER_KEY: &str = "1000003-SandboxDeveloper000000000000000000000000";

const COURSE: &str = "515151";
const MEMBERSHIP: &str = "515152";
const SOFTWARE: &str = "515153";
const EVENT: &str = "515154";

pub(super) fn fictional() -> Account {
    let key = |text: &str, rights| Key { text: text.to_owned(), rights, is_interactive: false };
    let mut account = Account {
        clock: Clock::new(),
        keys: vec![key(FULL_KEY, Rights::Full), key(READ_KEY, Rights::Read), key(DEVELOPER_KEY, Rights::Developer)],
        requests: Vec::new(),
        products: Table::after(515_154),
        groups: Table::after(2001),
        vouchers: Table::after(2478),
        buy_urls: Table::after(345_000_000),
        buyers: Table::after(31_415_930),
        purchases: Table::after(70_000_000),
        transactions: Table::after(90_000_000),
        licenses: Table::after(0),
        etickets: Table::after(1_328_422_100),
        connections: Table::after(293_439),
        plans: Table::after(610_005),
        orderforms: Table::after(720_000),
        upgrades: Table::after(8_100),
        smart_upgrades: Table::after(3_301),
        images: Table::after(0),
        shipping_policies: Table::after(5_100),
        upsells: Table::after(0),
        marketplace: Table::after(9_200),
        affiliates: Table::after(2_718_283),
        affiliations: Table::after(44_002),
        bound_affiliates: Table::after(0),
        referrals: Table::after(0),
        coupons: Table::after(6_903),
        custom_form_records: Table::after(0),
        member_logins: Table::after(0),
        fraud_reports: Table::after(0),
        grants: Table::after(1_201),
        testpay_keys: Table::after(0),
    };
    account.groups.add(record! {
        id: "2001", name: "Painting", created_at: "2026-01-12 10:00:00", modified_at: "2026-01-12 10:00:00",
        position: "10", is_shown_as_tab: "Y",
    });
    account.products.add(product(COURSE, "Watercolour for beginners", "watercolour__en", "digital"));
    account.products.add(product(MEMBERSHIP, "Brush club", "brush_club__en", "digital"));
    account.products.add(product(SOFTWARE, "Paintbox", "paintbox__en", "digital"));
    account.products.add(product(EVENT, "Open studio day", "open_studio__en", "event"));
    for (id, product, (first, other), installments, interval) in [
        ("610001", COURSE, ("59.50", "0.00"), "1", ""),
        ("610002", MEMBERSHIP, ("29.75", "29.75"), "0", "1_month"),
        ("610003", SOFTWARE, ("119.00", "0.00"), "1", ""),
        ("610004", SOFTWARE, ("119.00", "119.00"), "3", "1_month"),
        ("610005", EVENT, ("29.75", "0.00"), "1", ""),
    ] {
        account.plans.add(
            plan(id, product, "2026-01-12 10:00:00")
                .with("first_amount", first)
                .with("other_amounts", other)
                .with("number_of_installments", installments)
                .with("first_billing_interval", interval)
                .with("other_billing_intervals", interval),
        );
    }
    for (id, first, last, city, street) in [
        ("31415926", "Lena", "Muster", "Köln", "Beispielweg 1"),
        ("31415927", "Max", "Beispiel", "Hamburg", "Musterallee 22"),
        ("31415928", "Ines", "Probe", "München", "Probegasse 3"),
    ] {
        let email = format!("{}@example.com", first.to_lowercase());
        account.buyers.add(
            buyer(id, &email, "2026-08-01 12:00:00")
                .with("first_name", first)
                .with("last_name", last)
                .with("city", city)
                .with("street", street),
        );
    }
    stock::fill(&mut account);
    orders(&mut account);
    account
        .licenses
        .add(record! { purchase_id: "JK92LM34", license_key: "SANDB-GXQEY-VAKRD-22222-33333-44444-55555-66666" });
    account
        .licenses
        .add(record! { purchase_id: "EF56GH78", license_key: "SANDB-GXUNP-AKDXX-22222-33333-44444-55555-66666" });
    tickets(&mut account);
    for (id, code, products) in [("2477", "AUTUMN20", "all"), ("2478", "LASTCALL", COURSE)] {
        account.vouchers.add(voucher(id, code).with("product_ids", products));
    }
    if let Some(autumn) = account.vouchers.change("code", "AUTUMN20") {
        autumn.set("first_rate", "20.00");
        autumn.set("other_rates", "20.00");
    }
    if let Some(last_call) = account.vouchers.change("code", "LASTCALL") {
        last_call.set("first_amount", "5.00");
        last_call.set("expires_at", "2026-12-31 23:59:59");
        last_call.set("is_count_limited", "Y");
    }
    account
}

fn product(id: &str, name: &str, intern: &str, delivery: &str) -> Value {
    new_product(id, "2026-01-12 10:00:00")
        .with("name", name)
        .with("name_en", name)
        .with("name_intern", intern)
        .with("product_group_id", "2001")
        .with("affiliate_commission", "40.00")
        .with(".delivery_type", delivery)
}

/// A product nobody has said anything about yet. Rows of the service have all these fields (seen in 2025).
pub(super) fn new_product(id: &str, now: &str) -> Value {
    blank(Product::SHAPE)
        .with("id", id)
        .with("language", "en")
        .with("currency", "EUR")
        .with("created_at", now)
        .with("modified_at", now)
        .with("product_type_id", "1")
        .with("owner_id", USER_ID)
        .with("owner_name", USER_NAME)
        .with("user_id", USER_ID)
        .with("units_left", "infinite")
        .with("max_quantity", "1")
        .with("buyer_type", "consumer")
        .with("approval_status_list", vec![approval("new")])
        .with("is_quantity_editable_before_purchase", "N")
        .with("is_phone_no_input_shown", "hidden")
        .with("is_active", "Y")
        .with("is_vat_shown", "Y")
        .with(".delivery_type", "digital")
}

/// A payment plan of which nothing is said yet but the product.
pub(super) fn plan(id: &str, product: &str, now: &str) -> Value {
    blank(PaymentPlan::SHAPE)
        .with("id", id)
        .with("product_id", product)
        .with("currency", "EUR")
        .with("number_of_installments", "1")
        .with("position", "10")
        .with("is_active", "Y")
        .with("is_for_sale", "Y")
        .with("created_at", now)
        .with("modified_at", now)
}

/// The approval at the one reseller the account has.
pub(super) fn approval(status: &str) -> Value {
    record! { reseller_id: "1", approval_status: status, is_siteowner_active: "Y" }
}

/// A buyer of whom only the address is known.
pub(super) fn buyer(id: &str, email: &str, now: &str) -> Value {
    record! {
        id: id, address_id: format!("4{id}"), created_at: now, email: email, first_name: "", last_name: "",
        salutation: "", title: "", company: "", street: "", street_name: "", street_number: "", zipcode: "", city: "",
        state: "", country: "DE", phone_no: "", buyer_type: "consumer",
    }
}

/// A discount code that takes nothing off yet.
pub(super) fn voucher(id: &str, code: &str) -> Value {
    record! {
        id: id, code: code, valid_until: Value::Null, expires_at: Value::Null, product_ids: "all",
        first_rate: "0.00", other_rates: "0.00", first_amount: "0.00", other_amounts: "0.00",
        upgrade_policy: "valid", is_count_limited: "N", count_left: "1", currency: "EUR",
        is_discarding_early_bird: "N",
    }
}

/// An order, as far as orders differ.
struct Order {
    id: &'static str,
    product: &'static str,
    buyer: &'static str,
    /// Cents of each payment.
    gross: i64,
    quantity: i64,
    billing: (&'static str, &'static str),
    installments: &'static str,
    next_payment_at: &'static str,
    pay_method: &'static str,
    /// Percent of the affiliate.
    affiliate: Option<(&'static str, i64)>,
    /// When payments were made, and whether they were given back.
    payments: &'static [(&'static str, Option<&'static str>)],
}

const SINGLE: Order = Order {
    id: "",
    product: COURSE,
    buyer: "31415926",
    gross: 5950,
    quantity: 1,
    billing: ("single_payment", "completed"),
    installments: "1",
    next_payment_at: "",
    pay_method: "paypal",
    affiliate: None,
    payments: &[],
};

fn orders(account: &mut Account) {
    let orders = [
        Order { id: "AB12CD34", payments: &[("2026-10-05 09:12:44", None)], ..SINGLE },
        Order {
            id: "CD34EF56",
            product: MEMBERSHIP,
            buyer: "31415927",
            gross: 2975,
            billing: ("subscription", "paying"),
            installments: "0",
            next_payment_at: "2026-10-10",
            pay_method: "elv",
            payments: &[("2026-08-10 18:30:05", None), ("2026-09-10 04:00:00", None)],
            ..SINGLE
        },
        Order {
            id: "EF56GH78",
            product: SOFTWARE,
            buyer: "31415928",
            gross: 11_900,
            billing: ("installment", "unpaid"),
            installments: "3",
            pay_method: "creditcard",
            payments: &[("2026-08-20 11:45:10", None)],
            ..SINGLE
        },
        Order {
            id: "GH78JK92",
            buyer: "31415928",
            billing: ("single_payment", "aborted"),
            payments: &[("2026-09-01 08:15:31", Some("2026-09-10 09:00:00"))],
            ..SINGLE
        },
        Order {
            id: "JK92LM34",
            product: SOFTWARE,
            gross: 11_900,
            affiliate: Some(("bea", 40)),
            payments: &[("2026-10-04 20:05:17", None)],
            ..SINGLE
        },
        Order {
            id: "LM34NP56",
            product: EVENT,
            buyer: "31415927",
            gross: 8925,
            quantity: 3,
            pay_method: "test",
            payments: &[("2026-10-02 16:20:00", None)],
            ..SINGLE
        },
    ];
    for order in orders {
        order.enter(account);
    }
}

impl Order {
    fn enter(self, account: &mut Account) {
        let product = account.products.find("id", self.product).map(Value::shown).unwrap_or_default();
        let delivery = account.products.find("id", self.product).map(|row| row.text(".delivery_type").to_owned());
        let split = Split::of(self.gross, self.affiliate.map_or(0, |(_, percent)| percent));
        let created_at = self.payments.first().map_or("", |(at, _)| *at);
        let is_single = self.billing.0 == "single_payment";
        for &(paid_at, refunded_at) in self.payments {
            let paid = account.transactions.number().to_string();
            account.transactions.add(self.transaction(&paid, paid_at, product.text("name"), &split));
            if let Some(refunded_at) = refunded_at {
                let id = account.transactions.number().to_string();
                if let Some(payment) = account.transactions.change("id", &paid) {
                    let refund = refund_of(payment, &id, refunded_at);
                    account.transactions.add(refund);
                }
            }
        }
        let item = record! {
            id: account.purchases.number().to_string(), product_id: self.product, product_name: product.text("name"),
            product_name_intern: product.text("name_intern"), product_is_active: "Y", product_is_deleted: "N",
            delivery_type: delivery.clone().unwrap_or_default(), quantity: self.quantity.to_string(), no: "1",
            count: "1", vat_rate: "19.00",
            amounts: record! { first: record! {
                total_brutto_amount: Amount::cents(self.gross),
                total_vat_amount: Amount::cents(split.vat),
                total_netto_amount: Amount::cents(self.gross - split.vat),
                unit_netto_amount: Amount::cents((self.gross - split.vat) / self.quantity.max(1)),
            } },
        };
        let others = if is_single { 0 } else { 1 };
        let url = |what: &str| format!("https://www.checkout-ds24.com/{what}/{}/ExAmPlE1", self.id);
        account.purchases.add(record! {
            id: self.id, amount: text(self.gross), other_amounts: text(self.gross * others),
            other_vat_amounts: text(split.vat * others), currency: "EUR", number_of_installments: self.installments,
            vat_country: "DE", vat_amount: text(split.vat), vat_rate: "19.00", created_at: created_at,
            next_payment_at: self.next_payment_at, billing_type: self.billing.0, billing_type_msg: "",
            billing_status: self.billing.1, billing_status_msg: "", is_canceled_now: "N",
            is_cancelable_now: if self.next_payment_at.is_empty() { "N" } else { "Y" },
            renew_url: url("renew"), receipt_url: url("receipt"), invoice_url: url("invoice"), has_custom_forms: "N",
            has_etickets: if self.product == EVENT { "Y" } else { "N" }, merchant_amount: text(split.earned),
            affiliate_amount: text(split.affiliate), voucher_code: "", custom: "", salesteam_id: Value::Null,
            delivery_types: delivery.unwrap_or_default(), items: vec![item], placeholders: Vec::<Value>::new(),
            click_id: "", sub_ids: Vec::<Value>::new(),
        }.with(".buyer_id", self.buyer));
    }

    fn transaction(&self, id: &str, at: &str, product: &str, split: &Split) -> Value {
        record! {
            id: id, purchase_id: self.id, transaction_type: "payment", transaction_type_msg: "", created_at: at,
            transaction_pay_date: day_of(at), amount: text(self.gross), transaction_amount: text(self.gross),
            vat_amount: text(split.vat), earned_amount: text(split.earned), affiliate_amount: text(split.affiliate),
            affiliate_name: self.affiliate.map_or("", |(name, _)| name), vat_country: "DE", main_product_name: product,
            upsell_no: "0", currency: "EUR",
        }
        .with(".pay_method", self.pay_method)
        .with(".refunded_at", "")
    }
}

/// The transaction that gives a payment back: the same with all amounts but that of the order below zero. The payment
/// remembers it.
pub(super) fn refund_of(payment: &mut Value, id: &str, at: &str) -> Value {
    payment.set(".refunded_at", at);
    let mut refund = payment
        .clone()
        .with("id", id)
        .with("transaction_type", "refund")
        .with("created_at", at)
        .with("transaction_pay_date", day_of(at));
    for name in ["transaction_amount", "vat_amount", "earned_amount", "affiliate_amount"] {
        let negative = Amount::parse(payment.text(name)).ok().and_then(Amount::checked_neg).unwrap_or_default();
        refund.set(name, negative.to_string());
    }
    refund
}

/// How a payment is divided, in cents: the tax first, then the margin of the service, then the affiliate; the rest is
/// the vendor's. Rounded half up at each step, with the public tariff of 7.9 percent and 1.00, as seen in payments.
struct Split {
    vat: i64,
    affiliate: i64,
    earned: i64,
}

impl Split {
    fn of(gross: i64, percent: i64) -> Split {
        let rounded = |part: i64, of: i64| (2 * part + of) / (2 * of);
        let vat = rounded(gross * 19, 119);
        let margin = rounded(gross * 79, 1000) + 100;
        let basic = gross - vat - margin;
        let affiliate = rounded(basic * percent, 100);
        Split { vat, affiliate, earned: basic - affiliate }
    }
}

fn text(cents: i64) -> String {
    Amount::cents(cents).to_string()
}

fn tickets(account: &mut Account) {
    for (no, used_at, is_blocked) in [("1", "", "N"), ("2", "2026-10-05 10:02:11", "N"), ("3", "", "Y")] {
        let number = format!("9125000000000000000{no}");
        let id = account.etickets.number().to_string();
        account.etickets.add(
            ticket(&id, &number, (no, "3"), EVENT, "2026-10-05")
                .with("purchase_item_id", "70000006")
                .with("email", "max@example.com")
                .with("first_name", "Max")
                .with("last_name", "Beispiel")
                .with("hint", "17:00")
                .with("used_at", used_at)
                .with("is_blocked", is_blocked)
                .with(".purchase_id", "LM34NP56"),
        );
    }
}

/// An unused ticket, number `no` of `count`.
pub(super) fn ticket(id: &str, number: &str, (no, count): (&str, &str), product: &str, day: &str) -> Value {
    record! {
        download_url: format!("https://www.digistore24.com/eticket/file{number}.pdf"), duration: "", date_id: "1",
        date: day, hint: "", location_id: "3", template_id: "3", id: id, purchase_item_id: "", no: no, count: count,
        email: "", first_name: "", last_name: "", salutation: "", title: "", language: "en", used_at: "",
        is_blocked: "N", note: "", product_id: product,
    }
    .with(".number", number)
    .with(".purchase_id", "")
}
