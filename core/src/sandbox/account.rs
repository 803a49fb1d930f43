//! The small fictional account every sandbox starts with. Nobody in it exists.

use super::assumptions::Assumed;
use super::clock::{Clock, unix_of};
use super::likely::blank;
use super::notify::queue::Queue;
use super::orders::goods::{Goods, License, Ticket};
use super::orders::placing::NewOrder;
use super::orders::rows::{Buyer, Buyers, Purchases, Transactions};
use super::orders::tickets::Tickets;
use super::record::Table;
use super::rules::Lists;
use super::stock;
use super::store::{Account, Agenda, Key, Rights};
use crate::Value;
use crate::catalogue::payment_plans::PaymentPlan;
use crate::catalogue::products::Product;
use crate::commission::RefundKind;

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
        assumed: Assumed::default(),
        keys: vec![key(FULL_KEY, Rights::Full), key(READ_KEY, Rights::Read), key(DEVELOPER_KEY, Rights::Developer)],
        requests: Vec::new(),
        products: Table::after(515_154).remembering(),
        groups: Table::after(2001),
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
        vouchers: Table::after(2478),
        buy_urls: Table::after(345_000_000),
        connections: Vec::new(),
        queue: Queue::default(),
        disturbances: Vec::new(),
        buyers: Buyers::default(),
        purchases: Purchases::default(),
        last_item: 70_000_000,
        transactions: Transactions::default(),
        events: Vec::new(),
        licenses: Goods::default(),
        etickets: Tickets::default(),
        locations: Table::after(4),
        templates: Table::after(4),
        deliveries: Goods::default(),
        proofs: Goods::default(),
        charges: Goods::default(),
        downloads: Table::after(0),
        mails: Table::after(0),
        faults: Vec::new(),
        agenda: Agenda::default(),
        lists: Lists::default(),
    };
    account.groups.add(record! {
        id: "2001", name: "Painting", created_at: "2026-01-12 10:00:00", modified_at: "2026-01-12 10:00:00",
        position: "10", is_shown_as_tab: "Y",
    });
    account.products.add(product(COURSE, "Watercolour for beginners", "watercolour__en", "digital"));
    account.products.add(product(MEMBERSHIP, "Brush club", "brush_club__en", "digital"));
    account.products.add(
        product(SOFTWARE, "Paintbox", "paintbox__en", "digital").with("product_type_id", "2").with(".license", "Y"),
    );
    let open_day = record! { date: "2026-10-05", location_id: "3", template_id: "3", hint: "17:00" };
    account.products.add(
        product(EVENT, "Open studio day", "open_studio__en", "event")
            .with("product_type_id", "3")
            .with(".event", open_day),
    );
    places(&mut account);
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
        (31_415_926, "Lena", "Muster", "Köln", "Beispielweg 1"),
        (31_415_927, "Max", "Beispiel", "Hamburg", "Musterallee 22"),
        (31_415_928, "Ines", "Probe", "München", "Probegasse 3"),
    ] {
        account.buyers.add(Buyer {
            id,
            created_at: unix_of("2026-08-01 12:00:00").unwrap_or_default(),
            email: format!("{}@example.com", first.to_lowercase()),
            details: record! { first_name: first, last_name: last, city: city, street: street, country: "DE" },
        });
    }
    stock::fill(&mut account);
    orders(&mut account);
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

/// A discount code that takes nothing off yet.
pub(super) fn voucher(id: &str, code: &str) -> Value {
    record! {
        id: id, code: code, valid_until: Value::Null, expires_at: Value::Null, product_ids: "all",
        first_rate: "0.00", other_rates: "0.00", first_amount: "0.00", other_amounts: "0.00",
        upgrade_policy: "valid", is_count_limited: "N", count_left: "1", currency: "EUR",
        is_discarding_early_bird: "N",
    }
}

/// An order of the account, as it is told in the module's table.
struct Order {
    id: &'static str,
    product: &'static str,
    plan: &'static str,
    buyer: i64,
    quantity: i64,
    pay_method: &'static str,
    affiliate: &'static str,
    /// When it was paid: first at the checkout.
    payments: &'static [&'static str],
}

const SINGLE: Order = Order {
    id: "",
    product: COURSE,
    plan: "",
    buyer: 31_415_926,
    quantity: 1,
    pay_method: "paypal",
    affiliate: "",
    payments: &[],
};

fn orders(account: &mut Account) {
    let orders = [
        Order { id: "AB12CD34", payments: &["2026-10-05 09:12:44"], ..SINGLE },
        Order {
            id: "CD34EF56",
            product: MEMBERSHIP,
            buyer: 31_415_927,
            pay_method: "elv",
            payments: &["2026-08-10 18:30:05", "2026-09-10 04:00:00"],
            ..SINGLE
        },
        Order {
            id: "EF56GH78",
            product: SOFTWARE,
            plan: "610004",
            buyer: 31_415_928,
            pay_method: "creditcard",
            payments: &["2026-08-20 11:45:10"],
            ..SINGLE
        },
        Order { id: "GH78JK92", buyer: 31_415_928, payments: &["2026-09-01 08:15:31"], ..SINGLE },
        Order { id: "JK92LM34", product: SOFTWARE, affiliate: "bea", payments: &["2026-10-04 20:05:17"], ..SINGLE },
        Order {
            id: "LM34NP56",
            product: EVENT,
            buyer: 31_415_927,
            quantity: 3,
            pay_method: "test",
            payments: &["2026-10-02 16:20:00"],
            ..SINGLE
        },
    ];
    for order in orders {
        order.enter(account);
    }
    account.clock = Clock::new();
    account.events.sort_by_key(|event| event.at);
    account.schedule_all();
}

impl Order {
    /// Lives through the order: its payments, what was given back, the card that declined.
    fn enter(self, account: &mut Account) {
        let Some(terms) = account.terms_of(self.product, self.plan, "", &mut Vec::new()) else { return };
        let line = (
            self.product.to_owned(),
            self.quantity,
            terms.first_amount * self.quantity,
            terms.other_amounts * self.quantity,
        );
        let mut at = None;
        for moment in self.payments {
            account.clock = Clock::at(moment);
            let at = *at.get_or_insert_with(|| {
                let order = NewOrder {
                    buyer_id: self.buyer,
                    terms: terms.clone(),
                    lines: vec![line.clone()],
                    pay_method: self.pay_method.to_owned(),
                    affiliate: account.deal(self.affiliate, self.product, &mut Vec::new()),
                    voucher_code: String::new(),
                    tracking: Value::Map(Vec::new()),
                    order_type: "regular",
                    upgraded_from: None,
                    upgrade_type: String::new(),
                    force_rebilling: false,
                    failing: 0,
                };
                let at = account.place_as(order, self.id.to_owned());
                hand_out(account, self.id, at);
                at
            });
            account.collect(at);
        }
        let Some(at) = at else { return };
        match self.id {
            "GH78JK92" => {
                account.clock = Clock::at("2026-09-10 09:00:00");
                let payment = account.purchases.get(at).and_then(|purchase| purchase.transactions.first().copied());
                payment.map(|payment| account.give_back(payment, RefundKind::Refund));
            }
            "EF56GH78" => {
                account.clock = Clock::at("2026-09-20 04:00:00");
                if let Some(purchase) = account.purchases.get_mut(at) {
                    purchase.failing = 1;
                }
                account.collect(at);
                // Its buyer is going to pay by hand, or not at all.
                if let Some(purchase) = account.purchases.get_mut(at) {
                    purchase.next_payment_at = None;
                }
            }
            _ => {}
        }
    }
}

/// Where events take place, and what tickets are made from. All is there twice, so that a ticket can be for another event.
fn places(account: &mut Account) {
    let made_at = "2026-01-12 10:00:00";
    for (id, name, address) in
        [("3", "Studio", "Beispielweg 1, 50667 Köln"), ("4", "Garden hall", "Musterallee 22, 20095 Hamburg")]
    {
        account.locations.add(record! { id: id, name: name, address: address }.with(".country", "DE"));
    }
    for (id, name) in [("3", "Plain ticket"), ("4", "Ticket with a map")] {
        account.templates.add(record! { id: id, name: name, created_at: made_at, modified_at: made_at });
    }
}

/// The licence keys and e-tickets with the numbers of the module's table. What an order has already is not handed out again.
fn hand_out(account: &mut Account, order: &str, purchase: i64) {
    let Some(item_id) = account.purchases.get(purchase).and_then(|found| found.items.first()).map(|item| item.id)
    else {
        return;
    };
    let created_at = account.clock.unix();
    let key = match order {
        "JK92LM34" => "SANDB-GXQEY-VAKRD-22222-33333-44444-55555-66666",
        "EF56GH78" => "SANDB-GXUNP-AKDXX-22222-33333-44444-55555-66666",
        "LM34NP56" => return tickets(account, purchase, item_id),
        _ => return,
    };
    let id = account.licenses.number();
    account.licenses.add(License { id, purchase, item_id, key: key.to_owned(), created_at });
}

fn tickets(account: &mut Account, purchase: i64, item_id: i64) {
    let created_at = account.clock.unix();
    for (no, used_at, is_blocked) in [(1, "", false), (2, "2026-10-05 10:02:11", false), (3, "", true)] {
        account.etickets.add(Ticket {
            id: account.etickets.number(),
            serial: no,
            purchase: Some(purchase),
            item_id,
            product_id: EVENT.to_owned(),
            no,
            count: 3,
            location_id: 3,
            template_id: 3,
            date: "2026-10-05".to_owned(),
            days: 1,
            hint: "17:00".to_owned(),
            email: "max@example.com".to_owned(),
            first_name: "Max".to_owned(),
            last_name: "Beispiel".to_owned(),
            salutation: String::new(),
            title: String::new(),
            created_at,
            modified_at: unix_of(used_at).unwrap_or(created_at),
            used_at: unix_of(used_at),
            is_blocked,
        });
    }
}
