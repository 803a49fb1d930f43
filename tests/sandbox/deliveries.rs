//! Goods that are sent, and services that are proved.

use digistore24::Joined;
use digistore24::catalogue::billing::RefundPurchase;
use digistore24::catalogue::deliveries::{
    DeliveryData, DeliverySearch, DeliveryState, GetDelivery, GetServiceProofRequest, ListDeliveries,
    ListServiceProofRequests, ParcelData, ParcelOperation, ProofFile, ServiceProofData, ServiceProofReply,
    ServiceProofSearch, ServiceProofStatus, UpdateDelivery, UpdateServiceProofRequest,
};
use digistore24::catalogue::etickets::GetEticket;
use digistore24::catalogue::products::{CreateProduct, ProductData};
use digistore24::catalogue::purchases::GetPurchase;
use digistore24::sandbox::Checkout;

use super::{Story, refusal, text};

/// A product of a type of `listProductTypes`.
fn product(story: &mut Story, name: &str, kind: i64) -> String {
    let data = ProductData { name: text(name), product_type_id: Some(kind.into()), ..ProductData::default() };
    story.call(CreateProduct { data }).product_id().unwrap().unwrap()
}

/// Orders of so many books, by buyer: order id and number of the delivery.
fn orders(story: &mut Story, wanted: &[(&str, u32)]) -> Vec<(String, String)> {
    let book = product(story, "The book of brushes", 4);
    let orders = wanted.iter().map(|(email, quantity)| {
        let order = Checkout { quantity: *quantity, country: "AT".into(), ..Checkout::new(&book, *email) };
        story.sandbox.buy(&order).unwrap().purchase_id
    });
    let orders: Vec<String> = orders.collect();
    let ids = list(story, DeliverySearch::default());
    orders.into_iter().zip(ids).collect()
}

fn list(story: &mut Story, search: DeliverySearch) -> Vec<String> {
    let rows = story.call(ListDeliveries { search: Some(search) }).delivery().unwrap().unwrap();
    rows.iter().map(|row| row.id().unwrap().unwrap()).collect()
}

fn update(id: &str) -> UpdateDelivery {
    UpdateDelivery { delivery_id: id.into(), notify_via_email: None, data: None, tracking: None }
}

fn nothing() -> DeliverySearch {
    DeliverySearch::default()
}

#[test]
fn each_line_of_goods_waits_to_be_sent() {
    let mut story = Story::new();
    let made = orders(&mut story, &[("mia@example.com", 3), ("lena@example.com", 1)]);
    let read = |story: &mut Story, id: &str, lock: Option<bool>| {
        story.call(GetDelivery { delivery_id: id.into(), set_in_progress: lock })
    };
    let seen = read(&mut story, &made[0].1, None).delivery().unwrap().unwrap();
    assert_eq!(seen.purchase_id().unwrap(), Some(made[0].0.clone()));
    assert_eq!((seen.quantity_total().unwrap(), seen.quantity_delivered().unwrap()), (Some(3), Some(0)));
    assert_eq!(seen.r#type().unwrap(), Some(DeliveryState::Request));
    assert_eq!(seen.delivery_type().unwrap(), text("shipping"));
    assert_eq!(seen.product_name().unwrap(), text("The book of brushes"));
    let address = seen.delivery_address().unwrap().unwrap();
    assert_eq!((address.email().unwrap(), address.country_name().unwrap()), (text("mia@example.com"), text("Austria")));
    let purchase = story.call(GetPurchase { purchase_id: made[0].0.as_str().into() }).one().unwrap();
    assert_eq!(purchase.delivery_types().unwrap().unwrap(), ["shipping"]);

    for (search, expected) in [
        (DeliverySearch { purchase_id: Some(made[1].0.as_str().into()), ..nothing() }, vec![1]),
        (DeliverySearch { same_address_as: Some(made[0].1.as_str().into()), ..nothing() }, vec![0]),
        (DeliverySearch { is_test_order: Some(true), ..nothing() }, vec![]),
        (DeliverySearch { is_processed: Some(false), ..nothing() }, vec![0, 1]),
        (DeliverySearch { r#type: Some("delivery,return".into()), ..nothing() }, vec![]),
        (DeliverySearch { from: Some("2026-10-05".into()), to: Some("today".into()), ..nothing() }, vec![0, 1]),
        (DeliverySearch { from: Some("2026-10-06".into()), ..nothing() }, vec![]),
    ] {
        let expected: Vec<String> = expected.into_iter().map(|at: usize| made[at].1.clone()).collect();
        assert_eq!(list(&mut story, search), expected);
    }

    // One worker gets it.
    assert_eq!(read(&mut story, &made[0].1, Some(true)).is_set_in_progress().unwrap(), Some(true));
    let second = read(&mut story, &made[0].1, Some(true));
    assert_eq!(second.is_set_in_progress().unwrap(), Some(false));
    assert!(!second.set_in_progress_fail_reason().unwrap().unwrap().is_empty());
    assert_eq!(second.delivery().unwrap().unwrap().r#type().unwrap(), Some(DeliveryState::InProgress));
    let unknown = GetDelivery { delivery_id: 1_i64.into(), set_in_progress: None };
    assert_eq!(refusal(story.try_call(unknown)).0, Some(4));
}

#[test]
fn quantities_and_states_decide_each_other() {
    let mut story = Story::new();
    let (_, id) = orders(&mut story, &[("mia@example.com", 3)]).remove(0);
    let data = |data: DeliveryData| UpdateDelivery { data: Some(data), ..update(&id) };
    let none = DeliveryData::default();
    let added = DeliveryData { add_quantity_delivered: Some(1), ..none.clone() };
    for (given, state, delivered, is_processed) in [
        (added.clone(), DeliveryState::PartialDelivery, 1, false),
        (added.clone(), DeliveryState::PartialDelivery, 2, false),
        (DeliveryData { quantity_delivered: Some(3), ..none.clone() }, DeliveryState::Delivery, 3, true),
        (DeliveryData { r#type: Some(DeliveryState::Return), ..none.clone() }, DeliveryState::Return, 3, true),
        (DeliveryData { quantity_delivered: Some(0), ..none.clone() }, DeliveryState::Request, 0, false),
        (DeliveryData { r#type: Some(DeliveryState::Delivery), ..none.clone() }, DeliveryState::Delivery, 3, true),
        (DeliveryData { is_shipped: Some(false), ..none.clone() }, DeliveryState::Cancel, 3, true),
        (DeliveryData { is_shipped: Some(true), ..none.clone() }, DeliveryState::Delivery, 3, true),
    ] {
        assert_eq!(story.call(data(given)).is_modified().unwrap(), Some(true));
        let read = GetDelivery { delivery_id: id.as_str().into(), set_in_progress: None };
        let seen = story.call(read).delivery().unwrap().unwrap();
        assert_eq!((seen.r#type().unwrap(), seen.quantity_delivered().unwrap()), (Some(state), Some(delivered)));
        assert_eq!(seen.processed_at().unwrap().is_some(), is_processed);
    }
    let again = DeliveryData { is_shipped: Some(true), ..none };
    assert_eq!(story.call(data(again)).is_modified().unwrap(), Some(false));
    assert_eq!(refusal(story.try_call(data(added))).0, Some(3), "a fourth of three pieces");
    assert_eq!(story.sandbox.mails().len(), 8, "each change but the last was mailed");
}

#[test]
fn parcels_are_known_by_their_number() {
    let mut story = Story::new();
    let (purchase, id) = orders(&mut story, &[("mia@example.com", 2)]).remove(0);
    let parcel = |number: &str| ParcelData {
        parcel_service: text("dhl"),
        tracking_id: Some(number.into()),
        ..ParcelData::default()
    };
    let quietly = |tracking: Vec<ParcelData>| UpdateDelivery {
        tracking: Some(tracking),
        notify_via_email: Some(false),
        ..update(&id)
    };
    let seen = |story: &mut Story| -> Vec<(String, i64)> {
        let read = GetDelivery { delivery_id: id.as_str().into(), set_in_progress: None };
        let parcels = story.call(read).delivery().unwrap().unwrap().tracking().unwrap().unwrap();
        let figures = parcels.iter().map(|row| (row.tracking_id().unwrap().unwrap(), row.quantity().unwrap().unwrap()));
        figures.collect()
    };
    let two = vec![ParcelData { quantity: Some(1), ..parcel("JJD01") }, parcel("JJD02")];
    assert_eq!(story.call(quietly(two)).is_modified().unwrap(), Some(true));
    assert_eq!(seen(&mut story), [("JJD01".to_owned(), 1), ("JJD02".to_owned(), 2)]);
    let changes = vec![
        ParcelData { quantity: Some(1), ..parcel("JJD02") },
        ParcelData { operation: Some(ParcelOperation::Delete), ..parcel("JJD01") },
    ];
    story.call(quietly(changes.clone()));
    assert_eq!(seen(&mut story), [("JJD02".to_owned(), 1)]);
    assert_eq!(story.call(quietly(changes)).is_modified().unwrap(), Some(false));
    let unnamed = ParcelData { tracking_id: None, ..parcel("") };
    assert_eq!(refusal(story.try_call(quietly(vec![unnamed]))).0, Some(3));
    assert!(story.sandbox.mails().is_empty());
    story.call(UpdateDelivery { tracking: Some(vec![parcel("JJD03")]), ..update(&id) });
    let mail = story.sandbox.mails().remove(0);
    assert_eq!((mail.kind.as_str(), mail.to.as_str(), mail.about), ("delivery", "mia@example.com", purchase));
}

#[test]
fn nothing_is_sent_for_money_that_went_back() {
    let mut story = Story::new();
    let made = orders(&mut story, &[("mia@example.com", 1), ("lena@example.com", 1)]);
    let shipped = DeliveryData { is_shipped: Some(true), ..DeliveryData::default() };
    story.call(UpdateDelivery { data: Some(shipped), ..update(&made[0].1) });
    for (purchase, _) in &made {
        story.call(RefundPurchase { purchase_id: purchase.as_str().into(), force: None, request_date: None });
    }
    let state = |state: &str| DeliverySearch { r#type: Some(Joined::from(state)), ..nothing() };
    assert_eq!(list(&mut story, state("delivery")), [made[0].1.clone()], "it is on its way");
    assert_eq!(list(&mut story, state("cancel")), [made[1].1.clone()]);
}

#[test]
fn a_service_is_proved_or_its_money_goes_back() {
    let mut story = Story::new();
    let coaching = product(&mut story, "An hour of coaching", 5);
    let mut ids = Vec::new();
    for email in ["mia@example.com", "noa@example.com"] {
        let purchase = story.sandbox.buy(&Checkout::new(&coaching, email)).unwrap().purchase_id;
        ids.push((story.sandbox.request_proof(&purchase).unwrap(), purchase));
    }
    let search = |search: ServiceProofSearch| ListServiceProofRequests { search: Some(search) };
    let pending = || {
        search(ServiceProofSearch {
            request_status: Some(ServiceProofStatus::Pending),
            ..ServiceProofSearch::default()
        })
    };
    let open = story.call(pending());
    assert_eq!(open.len(), 2);
    let row = &open[0];
    assert_eq!(row.purchase_id().unwrap(), Some(ids[0].1.clone()));
    assert_eq!(row.delivery_type().unwrap().unwrap().as_str(), "service");
    let reply = |id: &str, request_status| UpdateServiceProofRequest {
        service_proof_id: id.into(),
        data: ServiceProofData { request_status, message: text("It was a good hour.") },
        files: Some(vec![ProofFile { url: "https://www.example.com/hour.pdf".into(), filename: None }]),
    };
    let (proof, refund) = (ServiceProofReply::ProofProvided, ServiceProofReply::ExecuteRefund);
    assert_eq!(story.call(reply(&ids[0].0, proof)).is_modified().unwrap(), Some(true));
    assert_eq!(story.call(reply(&ids[0].0, refund.clone())).is_modified().unwrap(), Some(false), "it was answered");
    assert_eq!(story.call(reply(&ids[1].0, refund)).is_modified().unwrap(), Some(true));
    assert!(story.call(pending()).is_empty());
    let read = GetServiceProofRequest { service_proof_id: ids[0].0.as_str().into() };
    let seen = story.call(read).service_proof_request().unwrap().unwrap();
    assert_eq!((seen.status().unwrap(), seen.notes().unwrap()), (text("proof_provided"), text("It was a good hour.")));
    assert_eq!(seen.due_date().unwrap().unwrap().to_string(), "2026-10-19");
    let mut payments = |purchase: &str| {
        let purchase = story.call(GetPurchase { purchase_id: purchase.into() }).one().unwrap();
        purchase.transaction_list().unwrap().unwrap().len()
    };
    assert_eq!((payments(&ids[0].1), payments(&ids[1].1)), (1, 2), "a payment, and a payment with its refund");
    let unknown = GetServiceProofRequest { service_proof_id: 1_i64.into() };
    assert_eq!(refusal(story.try_call(unknown)).0, Some(4));
    assert!(story.sandbox.request_proof("ZZZZZZZZ").is_err());
}

#[test]
fn what_nobody_knows_of_goods_can_be_assumed_otherwise() {
    let mut story = Story::new();
    for name in ["refund_cancels_deliveries", "refund_blocks_tickets", "unshipped_is_cancelled"] {
        story.sandbox.assume(name, false).unwrap();
    }
    let (purchase, id) = orders(&mut story, &[("mia@example.com", 1)]).remove(0);
    for purchase in [purchase.as_str(), "LM34NP56"] {
        story.call(RefundPurchase { purchase_id: purchase.into(), force: None, request_date: None });
    }
    let state = |story: &mut Story| {
        let read = GetDelivery { delivery_id: id.as_str().into(), set_in_progress: None };
        story.call(read).delivery().unwrap().unwrap().r#type().unwrap()
    };
    assert_eq!(state(&mut story), Some(DeliveryState::Request));
    let ticket = GetEticket { eticket_id: "91250000000000000001".into() };
    assert_eq!(story.call(ticket).eticket().unwrap().unwrap().is_blocked().unwrap(), Some(false));
    for (is_shipped, expected) in [(true, DeliveryState::Delivery), (false, DeliveryState::Request)] {
        let data = DeliveryData { is_shipped: Some(is_shipped), ..DeliveryData::default() };
        story.call(UpdateDelivery { data: Some(data), ..update(&id) });
        assert_eq!(state(&mut story), Some(expected));
    }
}
