//! What buyers get for their money: e-tickets and licence keys.

use std::time::Instant;

use digistore24::Value;
use digistore24::catalogue::billing::{CreateBillingOnDemand, RefundPurchase};
use digistore24::catalogue::etickets::{
    CreateEticket, EticketBuyer, EticketSalutation, EticketSearch, GetEticket, GetEticketSettings,
    ListEticketLocations, ListEticketTemplates, ListEtickets, ValidateEticket,
};
use digistore24::catalogue::licenses::ValidateLicenseKey;
use digistore24::catalogue::products::{CreateProduct, ProductData};
use digistore24::catalogue::purchases::GetPurchase;
use digistore24::catalogue::system::Outcome;
use digistore24::license::{Shape, shape};
use digistore24::sandbox::{Checkout, ProductDelivery, ProductEvent, Sandbox};

use super::{Story, refusal, text};

const EVENT: &str = "515154";
const SOFTWARE: &str = "515153";

/// The tickets of an order, as their numbers.
fn numbers(story: &mut Story, purchase: &str) -> Vec<String> {
    let search = EticketSearch { purchase_id: Some(purchase.into()), ..EticketSearch::default() };
    let rows = story.call(ListEtickets { search: Some(search) }).etickets().unwrap().unwrap();
    let link = |url: String| digistore24::eticket::number(&url).number.unwrap().to_string();
    rows.iter().map(|row| link(row.download_url().unwrap().unwrap())).collect()
}

fn at_the_door(number: &str, location: &str) -> ValidateEticket {
    ValidateEticket {
        eticket_id: number.into(),
        template_id: "3".into(),
        location_id: location.into(),
        date: Some("2026-10-05".into()),
        seperator: None,
    }
}

#[test]
fn each_piece_of_an_event_is_a_ticket() {
    let mut story = Story::new();
    let order = Checkout { quantity: 3, first_name: "Mia".into(), ..Checkout::new(EVENT, "mia@example.com") };
    let bought = story.sandbox.buy(&order).unwrap();
    let numbers = numbers(&mut story, &bought.purchase_id);
    assert_eq!(numbers.len(), 3);
    let seen = story.call(GetEticket { eticket_id: numbers[1].as_str().into() }).eticket().unwrap().unwrap();
    assert_eq!((seen.no().unwrap(), seen.count().unwrap()), (Some(2), Some(3)));
    assert_eq!((seen.email().unwrap(), seen.first_name().unwrap()), (text("mia@example.com"), text("Mia")));
    assert_eq!((seen.hint().unwrap(), seen.product_id().unwrap()), (text("17:00"), text(EVENT)));
    let purchase = story.call(GetPurchase { purchase_id: bought.purchase_id.as_str().into() }).one().unwrap();
    assert_eq!(purchase.has_etickets().unwrap(), Some(true));
    assert_eq!(seen.purchase_item_id().unwrap(), purchase.items().unwrap().unwrap()[0].id().unwrap());
    let by_record = story.call(GetEticket { eticket_id: seen.id().unwrap().unwrap().into() });
    assert_eq!(by_record.eticket().unwrap().unwrap().download_url().unwrap(), seen.download_url().unwrap());

    // Three of this order, and one of the account's own.
    let first = story.call(at_the_door(&numbers[0], "3"));
    assert_eq!((first.valid_ticket_count().unwrap(), first.used_ticket_count().unwrap()), (Some(3), Some(2)));
    let again = story.call(at_the_door(&numbers[0], "3"));
    assert_eq!((again.status().unwrap(), again.valid_ticket_count().unwrap()), (Some(Outcome::Failed), Some(3)));
}

#[test]
fn money_that_goes_back_blocks_the_tickets_that_are_left() {
    let mut story = Story::new();
    let order = Checkout { quantity: 2, ..Checkout::new(EVENT, "mia@example.com") };
    let bought = story.sandbox.buy(&order).unwrap();
    let numbers = numbers(&mut story, &bought.purchase_id);
    assert_eq!(story.call(at_the_door(&numbers[0], "3")).status().unwrap(), Some(Outcome::Success));
    story.call(RefundPurchase { purchase_id: bought.purchase_id.into(), force: None, request_date: None });
    let blocked: Vec<_> = numbers
        .iter()
        .map(|number| story.call(GetEticket { eticket_id: number.as_str().into() }).eticket().unwrap().unwrap())
        .map(|ticket| ticket.is_blocked().unwrap())
        .collect();
    assert_eq!(blocked, [Some(false), Some(true)], "the first had been used");
    let refused = story.call(at_the_door(&numbers[1], "3"));
    assert_eq!(refused.status().unwrap(), Some(Outcome::Failed));
    // The one that the account has at first is left, beside two that are used.
    assert_eq!((refused.valid_ticket_count().unwrap(), refused.used_ticket_count().unwrap()), (Some(1), Some(2)));
}

#[test]
fn there_are_two_places_to_be_wrong_about() {
    let mut story = Story::new();
    let places = story.call(ListEticketLocations {});
    let ids: Vec<_> = places.iter().map(|place| place.id().unwrap().unwrap()).collect();
    assert_eq!(ids, ["3", "4"]);
    assert_eq!(story.call(ListEticketTemplates {}).len(), 2);
    let settings = story.call(GetEticketSettings {});
    let names = settings.eticket_locations().unwrap().unwrap().remove(0).1;
    assert_eq!(names.len(), 2);

    let create = CreateEticket {
        buyer: EticketBuyer { salutation: Some(EticketSalutation::Ms), ..EticketBuyer::default() },
        product_id: 515_154_i64.into(),
        location_id: 4_i64.into(),
        template_id: 3_i64.into(),
        date: "2026-10-05".into(),
        days: None,
        note: None,
        count: None,
    };
    let number = story.call(create.clone()).etickets().unwrap().unwrap()[0].id().unwrap().unwrap();
    let elsewhere = story.call(at_the_door(&number, "3"));
    assert_eq!(elsewhere.is_eticket_valid_for_different_event().unwrap(), Some(true));
    assert_eq!(elsewhere.eticket_location_id().unwrap(), text("4"));
    let seen = story.call(GetEticket { eticket_id: number.as_str().into() }).eticket().unwrap().unwrap();
    assert_eq!(seen.salutation().unwrap(), text("F"));
    assert_eq!(story.call(at_the_door(&number, "3,4")).status().unwrap(), Some(Outcome::Success));
    let nowhere = CreateEticket { location_id: 5_i64.into(), ..create };
    assert_eq!(refusal(story.try_call(nowhere)).0, Some(4));
}

#[test]
fn a_product_of_your_own_can_be_an_event() {
    let mut story = Story::new();
    // Type 3 of listProductTypes.
    let data =
        ProductData { name: text("Night of lights"), product_type_id: Some(3_i64.into()), ..ProductData::default() };
    let product = story.call(CreateProduct { data }).product_id().unwrap().unwrap();
    let mut delivery = ProductDelivery::new(&product);
    let event = ProductEvent { date: "2026-12-24".into(), location_id: "4".into(), ..ProductEvent::default() };
    delivery.event = Some(event.clone());
    story.sandbox.set_delivery(&delivery).unwrap();
    let bought = story.sandbox.buy(&Checkout::new(&product, "mia@example.com")).unwrap();
    let number = numbers(&mut story, &bought.purchase_id).remove(0);
    let seen = story.call(GetEticket { eticket_id: number.into() }).eticket().unwrap().unwrap();
    assert_eq!((seen.location_id().unwrap(), seen.template_id().unwrap()), (text("4"), text("3")));
    assert_eq!(seen.date().unwrap().unwrap().to_string(), "2026-12-24");

    delivery.delivery_type = "by pigeon".into();
    delivery.event = Some(ProductEvent { date: "Christmas".into(), template_id: "9".into(), ..event });
    let problems = story.sandbox.set_delivery(&delivery).unwrap_err();
    let paths: Vec<_> = problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, ["delivery_type", "event.date", "event.template_id"]);
}

#[test]
fn each_piece_of_software_has_its_key() {
    let mut story = Story::new();
    let order = Checkout { quantity: 2, ..Checkout::new(SOFTWARE, "mia@example.com") };
    let mut keys = Vec::new();
    let mut last = String::new();
    for _ in 0..2 {
        last = story.sandbox.buy(&order).unwrap().purchase_id;
        let found = story.sandbox.licenses(&last).unwrap();
        assert!(found.iter().all(|found| found.product_id == SOFTWARE));
        keys.extend(found.into_iter().map(|found| found.license_key));
    }
    let distinct: std::collections::BTreeSet<_> = keys.iter().collect();
    assert_eq!(distinct.len(), 4);
    assert!(keys.iter().all(|key| shape(key, Some(true)).shape == Shape::Generated), "{keys:?}");
    let mut is_found = |key: &str| {
        let answer = story.call(ValidateLicenseKey { purchase_id: last.as_str().into(), license_key: key.into() });
        (answer.is_license_key_found().unwrap(), answer.is_license_valid().unwrap())
    };
    assert_eq!(is_found(&keys[0]), (Some(false), Some(false)), "it came with the other order");
    assert_eq!(is_found(&keys[3]), (Some(true), Some(true)));
    assert!(!format!("{:?}", story.sandbox.licenses(&last).unwrap()).contains("SANDB"));
    let other = story.sandbox.buy(&Checkout::new("515151", "mia@example.com")).unwrap();
    assert!(story.sandbox.licenses(&other.purchase_id).unwrap().is_empty());
}

#[test]
fn nothing_is_handed_out_before_it_is_paid_and_nothing_twice() {
    let mut story = Story::new();
    story.sandbox.fail_payments("CD34EF56", 1).unwrap();
    let charge =
        CreateBillingOnDemand { product_id: 515_153_i64.into(), purchase_id: "CD34EF56".into(), ..Default::default() };
    let order = story.call(charge).created_purchase_id().unwrap().unwrap();
    assert!(story.sandbox.licenses(&order).unwrap().is_empty());
    assert!(story.sandbox.pay(&order).unwrap());
    assert_eq!(story.sandbox.licenses(&order).unwrap().len(), 1);
    assert!(!story.sandbox.pay(&order).unwrap());
    // Instalments: the second payment brings no second key.
    assert!(story.sandbox.pay("EF56GH78").unwrap());
    assert_eq!(story.sandbox.licenses("EF56GH78").unwrap().len(), 1);
}

#[test]
fn a_snapshot_knows_tickets_and_keys() {
    let mut story = Story::new();
    let bought = story.sandbox.buy(&Checkout::new(EVENT, "mia@example.com")).unwrap();
    let number = numbers(&mut story, &bought.purchase_id).remove(0);
    story.call(at_the_door(&number, "3"));
    story.sandbox = Sandbox::load(&story.sandbox.save()).unwrap();
    let refused = story.call(at_the_door(&number, "3"));
    assert_eq!(refused.status().unwrap(), Some(Outcome::Failed));
    assert_eq!((refused.valid_ticket_count().unwrap(), refused.used_ticket_count().unwrap()), (Some(1), Some(2)));
    assert_eq!(story.sandbox.licenses("JK92LM34").unwrap().len(), 1);
    let told = story.sandbox.tell("licenses", &Value::from([("purchase_id", "JK92LM34".into())])).unwrap();
    assert!(told.get("licenses").is_some());
}

#[test]
fn a_door_is_not_slower_where_many_tickets_were_sold() {
    let mut took = Vec::new();
    for orders in [1u32, 20] {
        let mut story = Story::new();
        let order = Checkout { quantity: 1000, ..Checkout::new(EVENT, "mia@example.com") };
        let ids: Vec<String> = (0..orders).map(|_| story.sandbox.buy(&order).unwrap().purchase_id).collect();
        let numbers = numbers(&mut story, ids.last().unwrap());
        let begun = Instant::now();
        for number in numbers.iter().take(300) {
            assert_eq!(story.call(at_the_door(number, "3")).status().unwrap(), Some(Outcome::Success));
        }
        took.push(begun.elapsed());
        let last = story.call(at_the_door(&numbers[0], "3"));
        let unused = i64::from(orders) * 1000 - 300 + 1;
        assert_eq!((last.valid_ticket_count().unwrap(), last.used_ticket_count().unwrap()), (Some(unused), Some(301)));
    }
    assert!(took[1] < took[0] * 8, "twenty times as many tickets: {took:?}");
}
