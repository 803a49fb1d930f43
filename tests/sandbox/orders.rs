//! What was bought, and what happens to it afterwards.

use std::time::Duration;

use digistore24::catalogue::billing::{
    RefundError, RefundPurchase, RefundStatus, RefundTransaction, StartRebilling, StopRebilling,
};
use digistore24::catalogue::purchases::{
    GetPurchase, ListPurchases, ListPurchasesOfEmail, OrderType, PurchaseSearch, SortBy, SortOrder,
};
use digistore24::catalogue::transactions::{ListTransactions, TransactionSearch};
use digistore24::{Amount, Client, Joined, Settings, Value};

use super::{Story, amount, refusal, text};

#[test]
fn orders_come_alone_or_by_id() {
    let mut story = Story::new();
    let one = story.call(GetPurchase { purchase_id: "CD34EF56".into() }).one().unwrap();
    assert_eq!(one.amount().unwrap(), amount("29.75"));
    assert!(one.next_payment_at().unwrap().unwrap().is_date());
    assert_eq!(one.transaction_list().unwrap().unwrap().len(), 2);
    let many = story.call(GetPurchase { purchase_id: "AB12CD34,CD34EF56".into() });
    let ids: Vec<String> = many.many().unwrap().into_iter().map(|(id, _)| id).collect();
    assert_eq!(ids, ["AB12CD34", "CD34EF56"]);
    assert_eq!(refusal(story.try_call(GetPurchase { purchase_id: "AB12CD34,ZZ".into() })).0, Some(4));
}

#[test]
fn texts_and_numbers_stand_where_they_were_seen() {
    let mut story = Story::new();
    let answer = story.answer(GetPurchase { purchase_id: "AB12CD34".into() });
    for piece in [
        r#""amount":"59.50""#,
        r#""quantity":"1""#,
        r#""vat_rate":"19.00""#,
        r#""total_brutto_amount":59.5,"total_vat_amount":9.5,"total_netto_amount":50"#,
        r#""salesteam_id":null"#,
        r#""voucher_code":"""#,
        r#""placeholders":[]"#,
        r#""buton_label":"#,
        r#""is_canceled_now":"N""#,
    ] {
        assert!(answer.raw().contains(piece), "{piece} in {}", answer.raw());
    }
    let answer = story.answer(ListTransactions { from: Some("start".into()), ..ListTransactions::default() });
    assert!(answer.raw().contains(r#""transaction_amount":"-59.50""#), "{}", answer.raw());
    assert!(answer.raw().contains(r#""summary":{"amounts":{"EUR":{"count":8,"total_amount":"#), "{}", answer.raw());
    let empty = story.answer(ListTransactions {
        to: Some("-3Y".into()),
        from: Some("start".into()),
        ..ListTransactions::default()
    });
    assert!(empty.raw().contains(r#""page_count":0"#) && empty.raw().contains(r#""amounts":[]"#), "{}", empty.raw());
}

#[test]
fn amounts_add_up_to_the_cent() {
    let mut story = Story::new();
    let answer = story.call(ListTransactions { from: Some("start".into()), ..ListTransactions::default() });
    let rows = answer.transaction_list().unwrap().unwrap();
    let sum = |field: &dyn Fn(usize) -> Amount| {
        (0..rows.len()).fold(Amount::cents(0), |sum, at| sum.checked_add(field(at)).unwrap())
    };
    let (currency, totals) = answer.summary().unwrap().unwrap().amounts().unwrap().unwrap().remove(0);
    assert_eq!(currency, "EUR");
    assert_eq!(totals.total_amount().unwrap().unwrap(), sum(&|at| rows[at].transaction_amount().unwrap().unwrap()));
    assert_eq!(totals.vat_amount().unwrap().unwrap(), sum(&|at| rows[at].vat_amount().unwrap().unwrap()));
    assert_eq!(totals.earned_amount().unwrap().unwrap(), sum(&|at| rows[at].earned_amount().unwrap().unwrap()));

    let purchases = story.call(ListPurchases {
        from: Some("start".into()),
        load_transactions: Some(true),
        ..ListPurchases::default()
    });
    for purchase in purchases.purchase_list().unwrap().unwrap() {
        let items = purchase.items().unwrap().unwrap();
        let line = items[0].amounts().unwrap().unwrap().first().unwrap().unwrap();
        let net = line.total_netto_amount().unwrap().unwrap();
        assert_eq!(line.total_brutto_amount().unwrap(), net.checked_add(line.total_vat_amount().unwrap().unwrap()));
        assert_eq!(line.total_brutto_amount().unwrap(), purchase.amount().unwrap());
        assert_eq!(purchase.vat_amount().unwrap(), line.total_vat_amount().unwrap());
        let first = &purchase.transaction_list().unwrap().unwrap()[0];
        assert_eq!(first.amount().unwrap(), purchase.amount().unwrap());
        // What the service keeps of 59.50, net of tax: 7.9 percent and 1.00.
        if purchase.id().unwrap() == text("AB12CD34") {
            assert_eq!(net.checked_sub(purchase.merchant_amount().unwrap().unwrap()), amount("5.70"));
        }
    }
}

#[test]
fn lists_show_the_last_day_unless_told_otherwise() {
    let mut story = Story::new();
    let ids = |story: &mut Story, list: ListPurchases| -> Vec<String> {
        let rows = story.call(list).purchase_list().unwrap().unwrap();
        rows.iter().map(|row| row.id().unwrap().unwrap()).collect()
    };
    assert_eq!(ids(&mut story, ListPurchases::default()), ["JK92LM34", "AB12CD34"]);
    let all = ListPurchases { from: Some("start".into()), ..ListPurchases::default() };
    assert_eq!(ids(&mut story, all.clone()).len(), 6);
    let largest = ListPurchases {
        sort_by: Some(SortBy::Amount),
        sort_order: Some(SortOrder::Descending),
        page_no: Some(2),
        page_size: Some(2),
        ..all.clone()
    };
    assert_eq!(ids(&mut story, largest), ["LM34NP56", "GH78JK92"]);
    let found = |search: PurchaseSearch| ListPurchases { search: Some(search), ..all.clone() };
    let nothing = PurchaseSearch::default();
    for (search, expected) in [
        (PurchaseSearch { email: text("MAX@"), ..nothing.clone() }, vec!["CD34EF56", "LM34NP56"]),
        (PurchaseSearch { order_type: Some(OrderType::Test), ..nothing.clone() }, vec!["LM34NP56"]),
        (PurchaseSearch { has_affiliate: Some(true), ..nothing.clone() }, vec!["JK92LM34"]),
        (
            PurchaseSearch { billing_type: Some("subscription,installment".into()), ..nothing.clone() },
            vec!["CD34EF56", "EF56GH78"],
        ),
        (PurchaseSearch { transaction_type: Some("refund".into()), ..nothing.clone() }, vec!["GH78JK92"]),
        (PurchaseSearch { role: Some("affiliate".into()), ..nothing.clone() }, vec![]),
        (
            PurchaseSearch { product_id: Some(Joined::from([515_153])), pay_method: Some("paypal".into()), ..nothing },
            vec!["JK92LM34"],
        ),
    ] {
        assert_eq!(ids(&mut story, found(search)), expected);
    }
    let of_email = story.call(ListPurchasesOfEmail { email: "ines@example.com".into(), limit: None });
    assert_eq!(of_email.len(), 2);

    story.sandbox.advance(Duration::from_secs(86_400));
    assert!(ids(&mut story, ListPurchases::default()).is_empty());
}

#[test]
fn an_illegal_type_of_transaction_is_refused_with_a_status() {
    let search = TransactionSearch { transaction_type: Some("sale".into()), ..TransactionSearch::default() };
    let list = ListTransactions { search: Some(search), ..ListTransactions::default() };
    assert_eq!(refusal(Story::new().try_call(list)).2, 400);
}

#[test]
fn a_payment_is_refunded_once() {
    let mut story = Story::new();
    let bought = story.call(GetPurchase { purchase_id: "AB12CD34".into() }).one().unwrap();
    let id = bought.transaction_list().unwrap().unwrap()[0].id().unwrap().unwrap();
    let refund = RefundTransaction { transaction_id: id.into(), force: None, request_date: None };
    let first = story.call(refund.clone());
    assert_eq!(first.status().unwrap(), Some(RefundStatus::Completed));
    assert_eq!(first.modified().unwrap(), Some(true));

    story.sandbox.advance(Duration::from_secs(60));
    let answer = story.answer(refund.clone());
    assert_eq!(answer.failure().as_deref(), Some("status: error"));
    let second = story.call(refund);
    assert_eq!(second.error_reason().unwrap(), Some(RefundError::RefundCompleted));
    assert_eq!(second.processed_at().unwrap().unwrap().to_string(), "2026-10-05T14:00:00+02:00", "when it really was");

    let purchase = story.call(GetPurchase { purchase_id: "AB12CD34".into() }).one().unwrap();
    let transactions = purchase.transaction_list().unwrap().unwrap();
    assert_eq!(transactions.len(), 2);
    assert_eq!(transactions[1].amount().unwrap(), amount("-59.50"));

    story.client = Client::new(Settings { language: text("de"), ..Settings::from(story.sandbox.api_key()) }).unwrap();
    let again = story.call(RefundPurchase { purchase_id: "AB12CD34".into(), force: None, request_date: None });
    assert_eq!(again.get("error_reason"), Some(&Value::from("refund_completed")));
    assert_eq!(again.get("note"), Some(&Value::from("Die Zahlung wurde bereits zurückgegeben.")));
}

#[test]
fn a_subscription_stops_and_goes_on() {
    let mut story = Story::new();
    let stop = StopRebilling { purchase_id: "CD34EF56".into(), force: None, ignore_refund_possibility: None };
    let stopped = story.call(stop.clone());
    assert_eq!((stopped.modified().unwrap(), stopped.rebilling_active().unwrap()), (Some(true), Some(false)));
    assert_eq!(story.call(stop).modified().unwrap(), Some(false));
    let started = story.call(StartRebilling { purchase_id: "CD34EF56".into() });
    assert_eq!((started.modified().unwrap(), started.rebilling_active().unwrap()), (Some(true), Some(true)));
    assert_eq!(started.next_payment_at().unwrap().unwrap().to_string(), "2026-10-10");
    let single = story.call(StartRebilling { purchase_id: "AB12CD34".into() });
    assert_eq!((single.modified().unwrap(), single.rebilling_active().unwrap()), (Some(false), Some(false)));
}
