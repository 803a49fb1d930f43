//! Licence keys and e-tickets.

use digistore24::Joined;
use digistore24::catalogue::billing::RefundPurchase;
use digistore24::catalogue::etickets::{
    CreateEticket, EticketBuyer, EticketSearch, GetEticket, ListEtickets, ValidateEticket,
};
use digistore24::catalogue::licenses::ValidateLicenseKey;
use digistore24::catalogue::system::Outcome;
use digistore24::sandbox::Sandbox;

use super::{Story, refusal, text};

#[test]
fn licence_keys_are_valid_unpaid_or_unknown() {
    let mut story = Story::with_key(Sandbox::developer_key);
    let mut verdict = |purchase: &str, key: &str| {
        let answer = story.call(ValidateLicenseKey { purchase_id: purchase.into(), license_key: key.into() });
        (answer.is_license_key_found().unwrap().unwrap(), answer.is_license_valid().unwrap().unwrap())
    };
    let (valid, unpaid) =
        ("SANDB-GXQEY-VAKRD-22222-33333-44444-55555-66666", "SANDB-GXUNP-AKDXX-22222-33333-44444-55555-66666");
    assert_eq!(verdict("JK92LM34", valid), (true, true));
    assert_eq!(verdict("EF56GH78", unpaid), (true, false));
    assert_eq!(verdict("JK92LM34", unpaid), (false, false), "the key of another order");

    let unknown = story.try_call(ValidateLicenseKey { purchase_id: "ZZ99ZZ99".into(), license_key: valid.into() });
    assert_eq!(refusal(unknown).0, Some(4));
    let answer = story.answer(ValidateLicenseKey { purchase_id: "JK92LM34".into(), license_key: valid.into() });
    assert!(answer.raw().contains(r#""product_id":515153"#) && answer.raw().contains(r#""billing_tatus":"completed""#));
}

#[test]
fn a_refund_ends_the_licence() {
    let mut story = Story::new();
    story.call(RefundPurchase { purchase_id: "JK92LM34".into(), force: Some(true), request_date: None });
    let key = "SANDB-GXQEY-VAKRD-22222-33333-44444-55555-66666";
    let answer = story.call(ValidateLicenseKey { purchase_id: "JK92LM34".into(), license_key: key.into() });
    assert_eq!(answer.is_license_valid().unwrap(), Some(false));
    assert_eq!(answer.last_transaction_type().unwrap().unwrap().as_str(), "refund");
}

#[test]
fn a_ticket_lets_in_once() {
    let mut story = Story::new();
    let ticket = |number: &str, template: &str, date: Option<Joined>| ValidateEticket {
        eticket_id: number.into(),
        template_id: template.into(),
        location_id: "3,4".into(),
        date,
        seperator: None,
    };
    let (valid, used, blocked) = ("91250000000000000001", "91250000000000000002", "91250000000000000003");
    let elsewhere = story.call(ticket(valid, "4", None));
    assert_eq!(elsewhere.status().unwrap(), Some(Outcome::Failed));
    assert_eq!(elsewhere.is_eticket_valid_for_different_event().unwrap(), Some(true));
    assert_eq!(story.call(ticket(valid, "3", Some("2026-10-06".into()))).status().unwrap(), Some(Outcome::Failed));

    let admitted = story.call(ticket(valid, "3", None));
    assert_eq!(admitted.status().unwrap(), Some(Outcome::Success));
    assert_eq!((admitted.valid_ticket_count().unwrap(), admitted.used_ticket_count().unwrap()), (Some(0), Some(2)));
    assert_eq!(admitted.raw_field("eticket_location_id"), Some("3"));
    for number in [valid, used, blocked, "91250000000000000009"] {
        let refused = story.call(ticket(number, "3", None));
        assert_eq!(refused.status().unwrap(), Some(Outcome::Failed), "{number}");
        assert_eq!(refused.is_eticket_valid_for_different_event().unwrap(), Some(false), "{number}");
    }
    let seen = story.call(GetEticket { eticket_id: valid.into() }).eticket().unwrap().unwrap();
    assert_eq!(seen.used_at().unwrap().unwrap().to_string(), "2026-10-05T14:00:00+02:00");
}

#[test]
fn new_tickets_have_twenty_digits() {
    let mut story = Story::new();
    let create = CreateEticket {
        buyer: EticketBuyer { email: text("noa@example.com"), first_name: text("Noa"), ..EticketBuyer::default() },
        product_id: 515_154_i64.into(),
        location_id: 3_i64.into(),
        template_id: 3_i64.into(),
        date: "2026-10-24".into(),
        days: None,
        note: text("17:00"),
        count: Some(2),
    };
    let made = story.call(create.clone()).etickets().unwrap().unwrap();
    assert_eq!(made.len(), 2);
    let number = made[1].id().unwrap().unwrap();
    assert!(number.len() == 20 && number.bytes().all(|byte| byte.is_ascii_digit()), "{number}");
    let search = EticketSearch { email: text("noa@"), date: Some("2026-10-24".into()), ..EticketSearch::default() };
    let rows = story.call(ListEtickets { search: Some(search) }).etickets().unwrap().unwrap();
    assert_eq!((rows.len(), rows[1].no().unwrap(), rows[1].hint().unwrap()), (2, Some(2), text("17:00")));
    assert_eq!(refusal(story.try_call(CreateEticket { count: Some(1_000_000_000), ..create })).0, Some(3));
}
