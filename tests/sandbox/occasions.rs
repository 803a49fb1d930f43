//! What is told beside payments, and what payments tell of what comes with them: tickets, licence keys, upgrades.

use digistore24::catalogue::affiliates::{AffiliateCommissionData, UpdateAffiliateCommission};
use digistore24::catalogue::billing::RefundPurchase;
use digistore24::catalogue::buyers::ListCustomFormRecords;
use digistore24::catalogue::etickets::{CreateEticket, EticketBuyer, ValidateEticket};
use digistore24::catalogue::purchases::{PurchaseData, UpdatePurchase};
use digistore24::catalogue::upgrades::{CreateUpgrade, CreateUpgradePurchase};
use digistore24::ipn::{Access, Event, EventKind, State, verify};
use digistore24::sandbox::{Checkout, Endpoint, Sandbox};

use super::{Story, text};

const PASSPHRASE: &str = "Kranich";

fn connected() -> Story {
    let mut story = Story::new();
    let categories = ["orders", "etickets", "affiliations", "customforms"].map(str::to_owned).to_vec();
    let endpoint = Endpoint::new("http://127.0.0.1:8080/ipn", PASSPHRASE);
    story.sandbox.connect(&Endpoint { categories, ..endpoint }).unwrap();
    story
}

fn heard(sandbox: &mut Sandbox) -> Vec<Event> {
    sandbox.drain().iter().map(|delivery| verify(&delivery.body, PASSPHRASE).unwrap()).collect()
}

fn order(product: &str) -> Checkout {
    Checkout { custom: "cart-8841".into(), ..Checkout::new(product, "mia@example.com") }
}

#[test]
fn tickets_are_told_when_they_are_made_used_and_taken_back() {
    let mut story = connected();
    let bought = story.sandbox.buy(&Checkout { quantity: 2, ..order("515154") }).unwrap();
    let events = heard(&mut story.sandbox);
    let made: Vec<_> = events.iter().filter(|event| event.kind() == EventKind::Eticket).collect();
    assert_eq!((events.len(), made.len()), (3, 2));
    let first = made[0];
    assert_eq!(first.action().unwrap().unwrap().as_str(), "create");
    assert_eq!(first.order_id().unwrap(), Some(bought.purchase_id.clone()));
    assert_eq!((first.eticket_no().unwrap(), first.eticket_count().unwrap()), (Some(1), Some(2)));
    assert_eq!(first.order_is_paid().unwrap(), Some(true));
    assert_eq!(first.email().unwrap(), text("mia@example.com"));
    assert_eq!(first.product_name().unwrap(), text("Open studio day"));
    assert_eq!(first.location_name().unwrap(), text("Studio"));
    assert_eq!(first.eticket_used_at().unwrap(), None);
    assert_ne!(first.dedup_key(), made[1].dedup_key());

    let validate = ValidateEticket {
        eticket_id: first.eticket_code().unwrap().unwrap().into(),
        template_id: "3,4".into(),
        location_id: "3,4".into(),
        date: None,
        seperator: None,
    };
    story.call(validate);
    story.call(RefundPurchase { purchase_id: bought.purchase_id.as_str().into(), force: None, request_date: None });
    let later = heard(&mut story.sandbox);
    let told: Vec<_> = later.iter().map(|event| event.action().unwrap().map(|action| action.to_string())).collect();
    assert_eq!(told, [text("use"), None, text("revoke")], "the one that was used stays used");
    assert!(later[0].eticket_used_at().unwrap().is_some());
    assert_eq!(later[2].eticket_is_blocked().unwrap(), Some(true));

    // The first message says what it said.
    story.sandbox.resend(2).unwrap();
    assert_eq!(heard(&mut story.sandbox)[0].to_json(), first.to_json());
}

#[test]
fn a_free_ticket_is_told_without_an_order() {
    let mut story = Story::new();
    let endpoint = Endpoint::new("http://127.0.0.1:8080/ipn", PASSPHRASE);
    let of = |product: &str| Endpoint {
        product_ids: vec![product.into()],
        categories: vec!["etickets".into()],
        ..endpoint.clone()
    };
    story.sandbox.connect(&of("515154")).unwrap();
    story.sandbox.connect(&of("515151")).unwrap();
    story.call(CreateEticket {
        buyer: EticketBuyer { email: text("noa@example.com"), ..EticketBuyer::default() },
        product_id: 515_154_i64.into(),
        location_id: 3_i64.into(),
        template_id: 3_i64.into(),
        date: "2026-10-24".into(),
        days: None,
        note: text("17:00"),
        count: None,
    });
    let events = heard(&mut story.sandbox);
    assert_eq!(events.len(), 1);
    assert_eq!(events[0].order_id().unwrap(), None);
    assert_eq!(events[0].product_id().unwrap(), text("515154"));
    assert_eq!(events[0].eticket_hint().unwrap(), text("17:00"));
}

#[test]
fn a_payment_tells_the_licence_key_that_came_with_it() {
    let mut story = connected();
    let bought = story.sandbox.buy(&order("515153")).unwrap();
    let key = story.sandbox.licenses(&bought.purchase_id).unwrap().remove(0).license_key;
    let event = &heard(&mut story.sandbox)[0];
    assert_eq!(event.license_key().unwrap(), Some(key));
    assert!(event.license_created().unwrap().is_some());
}

#[test]
fn an_order_is_told_again_as_it_was_tracked() {
    let mut story = connected();
    let bought = story.sandbox.buy(&order("515151")).unwrap();
    let first = story.sandbox.drain().remove(0);
    let data = PurchaseData { custom: text("cart-9000"), ..PurchaseData::default() };
    story.call(UpdatePurchase { purchase_id: bought.purchase_id.as_str().into(), data });
    story.sandbox.refund(&bought.transaction_ids[0]).unwrap();
    assert_eq!(heard(&mut story.sandbox)[0].custom().unwrap(), text("cart-9000"));
    let mut sandbox = Sandbox::load(&story.sandbox.save()).unwrap();
    sandbox.resend(first.id).unwrap();
    assert_eq!(sandbox.drain().remove(0).body, first.body);
}

#[test]
fn an_upgrade_names_the_order_it_takes_the_place_of() {
    let mut story = connected();
    let create = CreateUpgrade {
        name: "More".into(),
        to_product_id: 515_153_i64.into(),
        upgrade_from: Some("515151".into()),
        ..CreateUpgrade::default()
    };
    let upgrade_id = story.call(create).upgrade_id().unwrap().unwrap();
    let old = story.sandbox.buy(&order("515151")).unwrap().purchase_id;
    story.call(CreateUpgradePurchase {
        purchase_ids: old.as_str().into(),
        upgrade_id: upgrade_id.into(),
        payment_plan_id: None,
        quantities: None,
    });
    let events = heard(&mut story.sandbox);
    let upgrade = events.last().unwrap();
    assert_eq!(upgrade.upgraded_order_id().unwrap(), Some(old));
    assert_eq!(upgrade.upgraded_product_name().unwrap(), text("Watercolour for beginners"));
    assert_eq!(upgrade.upgrade_type().unwrap().unwrap().as_str(), "upgrade");
    let mut access = Access::new();
    events.iter().for_each(|event| assert!(access.feed(event)));
    let items = access.at(story.sandbox.time().unix_seconds().unwrap());
    let mut states: Vec<_> = items.iter().map(|item| (item.product_id.clone().unwrap(), item.state)).collect();
    states.sort_by_key(|(product, _)| product.clone());
    assert_eq!(states, [("515151".to_owned(), State::Ended), ("515153".to_owned(), State::Active)]);
}

#[test]
fn what_is_told_beside_orders_is_seen_over_the_api_too() {
    let mut story = Story::new();
    let endpoint = Endpoint::new("http://127.0.0.1:8080/ipn", PASSPHRASE);
    story.sandbox.connect(&Endpoint { categories: vec!["affiliations".into()], ..endpoint }).unwrap();
    let terms = |product: &str, status: &str| UpdateAffiliateCommission {
        affiliate_id: "cleo".into(),
        product_ids: product.into(),
        data: AffiliateCommissionData { approval_status: Some(status.into()), ..AffiliateCommissionData::default() },
    };
    story.sandbox.affiliate("cleo", "515151").unwrap();
    story.call(terms("515152", "pending"));
    assert_eq!(heard(&mut story.sandbox).len(), 1, "nobody was accepted for the second product");
    story.call(terms("515152", "approved"));
    story.call(terms("515152", "approved"));
    let events = heard(&mut story.sandbox);
    assert_eq!(events.len(), 1, "once");
    assert_eq!(events[0].product_name().unwrap(), text("Brush club"));
    assert_eq!(events[0].email().unwrap(), text("cleo@example.com"));

    let fields = [("size".to_owned(), "XL".to_owned())];
    story.sandbox.fill_form("AB12CD34", &fields).unwrap();
    let list = ListCustomFormRecords { purchase_id: Some("AB12CD34".into()) };
    let records = story.call(list).records().unwrap().unwrap();
    assert_eq!(records[0].data().unwrap().unwrap(), [("size".to_owned(), "XL".to_owned())]);
    let taken = [("event".to_owned(), "on_payment".to_owned())];
    assert!(story.sandbox.fill_form("AB12CD34", &taken).is_err());
}
