//! What is done about an order after it was placed.

use std::time::Duration;

use digistore24::catalogue::affiliates::GetCustomerToAffiliateBuyerDetails;
use digistore24::catalogue::purchases::{
    AddBalanceToPurchase, GetPurchase, GetPurchaseDownloads, GetPurchaseTracking, PurchaseData,
    ResendPurchaseConfirmationMail, UpdatePurchase,
};
use digistore24::catalogue::transactions::ListTransactions;
use digistore24::sandbox::{Checkout, ProductDelivery};
use digistore24::{Amount, Value};

use super::{Story, amount, refusal, text};

const DAY: u64 = 86_400;

fn change(data: PurchaseData) -> UpdatePurchase {
    UpdatePurchase { purchase_id: "CD34EF56".into(), data }
}

/// The payments of the last days, latest last.
fn amounts(story: &mut Story, from: &str) -> Vec<Option<Amount>> {
    let list = ListTransactions { from: Some(from.into()), ..ListTransactions::default() };
    let rows = story.call(list).transaction_list().unwrap().unwrap();
    rows.iter().map(|row| row.transaction_amount().unwrap()).collect()
}

#[test]
fn tracking_comes_back_as_it_was_written() {
    let mut story = Story::new();
    let order = Checkout {
        campaignkey: "autumn".into(),
        trackingkey: "news".into(),
        click_id: "c-17".into(),
        ..Checkout::new("515151", "mia@example.com")
    };
    let id = story.sandbox.buy(&order).unwrap().purchase_id;
    let tracking =
        |story: &mut Story| story.call(GetPurchaseTracking { purchase_id: id.as_str().into() }).one().unwrap();
    let seen = tracking(&mut story);
    assert_eq!((seen.campaign_key().unwrap(), seen.vendor_key().unwrap()), (text("autumn"), text("news")));
    assert_eq!(seen.click_id().unwrap(), text("c-17"));
    let data = PurchaseData { tracking_param: text("letter"), custom: text("A-1"), ..PurchaseData::default() };
    let update = UpdatePurchase { purchase_id: id.as_str().into(), data };
    assert_eq!(story.call(update.clone()).is_modified().unwrap(), Some(true));
    assert_eq!(tracking(&mut story).vendor_key().unwrap(), text("letter"));
    let purchase = story.call(GetPurchase { purchase_id: id.as_str().into() }).one().unwrap();
    assert_eq!(purchase.custom().unwrap(), text("A-1"));
    assert_eq!(story.call(update).is_modified().unwrap(), Some(false));
    let both = story.call(GetPurchaseTracking { purchase_id: format!("{id},AB12CD34").into() });
    assert_eq!(both.many().unwrap().len(), 2);
    let unknown = GetPurchaseTracking { purchase_id: "ZZZZZZZZ".into() };
    assert_eq!(refusal(story.try_call(unknown)).0, Some(4));
}

#[test]
fn a_payment_moves_only_to_a_later_day() {
    let mut story = Story::new();
    let to = |day: &str| change(PurchaseData { next_payment_at: Some(day.into()), ..PurchaseData::default() });
    assert_eq!(refusal(story.try_call(to("2026-10-09"))).0, Some(3), "it is due on the tenth");
    assert_eq!(story.call(to("2026-10-20")).is_modified().unwrap(), Some(true));
    assert_eq!(story.call(to("2026-10-20")).is_modified().unwrap(), Some(false));
    story.sandbox.advance(Duration::from_secs(10 * DAY));
    assert!(amounts(&mut story, "2026-10-06").is_empty());
    story.sandbox.advance(Duration::from_secs(10 * DAY));
    assert_eq!(amounts(&mut story, "2026-10-06").len(), 1);
    let next = story.call(GetPurchase { purchase_id: "CD34EF56".into() }).one().unwrap().next_payment_at().unwrap();
    assert_eq!(next.unwrap().to_string(), "2026-11-20", "counted from there");
    let single = PurchaseData { next_payment_at: Some("2027-01-01".into()), ..PurchaseData::default() };
    let single = UpdatePurchase { purchase_id: "AB12CD34".into(), data: single };
    assert_eq!(refusal(story.try_call(single)).0, Some(3), "nothing is due");
}

#[test]
fn a_balance_is_billed_once_with_the_next_payment() {
    let mut story = Story::new();
    let mut add = |text: &str| {
        let add = AddBalanceToPurchase { purchase_id: "CD34EF56".into(), amount: text.parse().unwrap() };
        let answer = story.call(add);
        (answer.old_balance().unwrap(), answer.new_balance().unwrap())
    };
    assert_eq!(add("10.00"), (amount("0.00"), amount("10.00")));
    assert_eq!(add("-4.50"), (amount("10.00"), amount("5.50")));
    assert_eq!(add("-99.00"), (amount("5.50"), amount("0.00")));
    assert_eq!(add("5.25"), (amount("0.00"), amount("5.25")));
    story.sandbox.advance(Duration::from_secs(40 * DAY));
    assert_eq!(amounts(&mut story, "2026-10-06"), [amount("35.00"), amount("29.75")]);
    let add = AddBalanceToPurchase { purchase_id: "AB12CD34".into(), amount: Amount::cents(100) };
    assert_eq!(refusal(story.try_call(add)).0, Some(3), "no payment follows");
}

#[test]
fn a_confirmation_is_mailed_each_time_it_is_asked_for() {
    let mut story = Story::new();
    for _ in 0..2 {
        let resend = ResendPurchaseConfirmationMail { purchase_id: "AB12CD34".into() };
        assert_eq!(story.call(resend).modified().unwrap(), Some(true));
    }
    let mails = story.sandbox.mails();
    assert_eq!(mails.len(), 2);
    assert_eq!((mails[0].to.as_str(), mails[0].at.as_str()), ("lena@example.com", "2026-10-05 14:00:00"));
    let told = story.sandbox.tell("mails", &Value::Map(Vec::new())).unwrap();
    assert!(matches!(told.get("mails"), Some(Value::List(mails)) if mails.len() == 2), "{told:?}");
    let unknown = ResendPurchaseConfirmationMail { purchase_id: "ZZZZZZZZ".into() };
    assert_eq!(refusal(story.try_call(unknown)).0, Some(4));
}

#[test]
fn files_are_there_as_often_as_they_may_be_downloaded() {
    let mut story = Story::new();
    let downloads = |story: &mut Story, id: &str| {
        story.call(GetPurchaseDownloads { purchase_id: id.into() }).downloads().unwrap().unwrap()
    };
    assert!(downloads(&mut story, "AB12CD34").is_empty());
    let mut course = ProductDelivery::new("515151");
    course.downloads = Some(vec!["lesson-1.pdf".into(), "lesson-2.pdf".into()]);
    story.sandbox.set_delivery(&course).unwrap();
    let mut orders = downloads(&mut story, "AB12CD34,CD34EF56");
    assert_eq!(orders.len(), 1, "the other order has none");
    let (order, mut products) = orders.remove(0);
    let (product, files) = products.remove(0);
    assert_eq!((order.as_str(), product.as_str(), files.len()), ("AB12CD34", "515151", 2));
    assert_eq!((files[0].file_name().unwrap(), files[0].file_ext().unwrap()), (text("lesson-1.pdf"), text("pdf")));
    assert_eq!(files[0].is_access_granted().unwrap(), Some(true));
    let left = files[0].downloads_total().unwrap().unwrap();
    let first = |story: &mut Story| downloads(story, "AB12CD34").remove(0).1.remove(0).1.remove(0);
    for tries in 1..=left {
        assert!(story.sandbox.download("AB12CD34").unwrap());
        assert_eq!(first(&mut story).downloads_tries().unwrap(), Some(tries));
    }
    assert!(!story.sandbox.download("AB12CD34").unwrap());
    assert_eq!(first(&mut story).is_access_granted().unwrap(), Some(false));
    // Money that went back takes the files along.
    let refunded = downloads(&mut story, "GH78JK92").remove(0).1.remove(0).1.remove(0);
    assert_eq!(
        (refunded.is_purchase_paid().unwrap(), refunded.is_access_granted().unwrap()),
        (Some(false), Some(false))
    );
}

#[test]
fn a_buyer_can_become_an_affiliate() {
    let mut story = Story::new();
    let read = |ids: &str| GetCustomerToAffiliateBuyerDetails { purchase_id: ids.into() };
    let one = story.call(read("AB12CD34")).one().unwrap();
    let name = one.customer_affiliate_name().unwrap().unwrap();
    assert!(one.customer_affiliate_promo_url().unwrap().unwrap().contains(&format!("515151/{name}")));
    let many = story.call(read("AB12CD34,JK92LM34,CD34EF56")).many().unwrap();
    let names: Vec<_> = many.iter().map(|(_, row)| row.customer_affiliate_name().unwrap().unwrap()).collect();
    assert_eq!((names[0] == name, names[1] == name, names[2] == name), (true, true, false), "one buyer, one name");
}
