//! What the sandbox tells of its orders, to whom, and how it goes on when nobody listens.

use std::collections::BTreeMap;
use std::time::Duration;

use digistore24::catalogue::buyers::{BuyerData, UpdateBuyer};
use digistore24::catalogue::ipn::{IpnDelete, IpnSetup, IpnTiming};
use digistore24::catalogue::products::{ProductUpdateData, UpdateProduct};
use digistore24::ipn::{self, Event, EventKind, read_unsigned, verify};
use digistore24::sandbox::{Checkout, Delivered, Delivery, Disturb, Endpoint, Mishap, NotificationState, Sandbox};
use digistore24::wire::form;
use digistore24::{Amount, Value};

use super::{Story, amount, text};

const PASSPHRASE: &str = "Möwe & Kranich 7";
const DAY: u64 = 86_400;

/// Parameters of a payment that are always there, by the reference's tables; those of an address are added below.
const SEEN: &str = "api_mode ipn_version ipn_config_id ipn_config_product_ids merchant_id merchant_name \
    order_id order_item_id order_date order_time order_date_time order_type order_details_url orderform_id \
    orderform_referrer_url promoclick_referrer_url item_count upsell_no upsell_path purchase_key custom custom_key \
    payplan_id has_custom_forms delivery_date upgrade_key quantity voucher_code \
    transaction_id parent_transaction_id transaction_type transaction_date transaction_time transaction_amount \
    transaction_vat_amount transaction_currency pay_method payment_id pay_sequence_no is_payment_planned invoice_url \
    billing_descriptor billing_type billing_status rebill_stop_noted_at number_of_installments first_amount \
    first_vat_amount other_amounts other_vat_amounts monthly_amount monthly_vat_amount refund_days \
    product_id product_name product_name_intern product_language product_delivery_type product_amount \
    product_netto_amount product_vat_amount product_shipping_amount product_txn_amount product_txn_netto_amount \
    product_txn_vat_amount product_txn_shipping tag tags image_url store_url checkout_url \
    email buyer_email buyer_id buyer_first_name buyer_last_name buyer_language country language language_name \
    is_gdpr_country newsletter_choice newsletter_choice_msg \
    affiliate_id affiliate_name salesteam_id salesteam_name campaignkey trackingkey click_id utm_source utm_medium \
    utm_campaign utm_term utm_content customer_affiliate_name customer_affiliate_promo_url \
    receipt_url support_url renew_url rebilling_stop_url switch_pay_interval_url request_refund_url add_url \
    license_accessdata_keys amount vat_amount vat_rate currency amount_brutto amount_vat amount_netto \
    amount_provider amount_fee amount_payout amount_affiliate amount_main_affiliate amount_partner amount_vendor \
    amount_credited";

const ADDRESS: &str = "id salutation salutation_name title company first_name last_name street street2 street_name \
    street_number zipcode city state country phone_no mobile_no tax_id";

const BUYER_ADDRESS: &str = "id company street street2 zipcode city state country phone_no mobile_no tax_id";

/// Parameters that only subscriptions and instalments have.
const RECURRING: &str = "next_payment_at first_billing_interval other_billing_intervals";

fn expected(more: &str) -> Vec<String> {
    let with = |prefix: &str, names: &str| names.split_whitespace().map(|name| format!("{prefix}{name}")).collect();
    let lists: [Vec<String>; 6] = [
        with("", SEEN),
        with("", more),
        with("address_", ADDRESS),
        with("billing_", ADDRESS),
        with("buyer_address_", BUYER_ADDRESS),
        with("", "address_country_name"),
    ];
    let mut names = lists.concat();
    names.sort();
    names
}

fn connected() -> Sandbox {
    let mut sandbox = Sandbox::new();
    sandbox.connect(&Endpoint::new("http://127.0.0.1:8080/ipn", PASSPHRASE)).unwrap();
    sandbox
}

fn order(product: &str) -> Checkout {
    Checkout {
        first_name: "Mia".into(),
        last_name: "Müller".into(),
        custom: "cart \"8841\"".into(),
        ..Checkout::new(product, "mia@example.com")
    }
}

/// What is due now, read as a receiver would. The subscription that every sandbox has is left out.
fn heard(sandbox: &mut Sandbox) -> Vec<Event> {
    let sent = sandbox.drain();
    let events = sent.iter().map(|delivery| verify(&delivery.body, PASSPHRASE).unwrap());
    events.filter(|event| event.order_id().unwrap().as_deref() != Some("CD34EF56")).collect()
}

fn kinds(sandbox: &mut Sandbox) -> Vec<String> {
    heard(sandbox).iter().map(|event| event.kind().as_str().to_owned()).collect()
}

fn advance(sandbox: &mut Sandbox, days: u64) {
    sandbox.advance(Duration::from_secs(days * DAY));
}

fn refused(status: u16) -> Delivered {
    Delivered::Answered { status, body: "ERROR: closed".into() }
}

fn taken() -> Delivered {
    Delivered::Answered { status: 200, body: "OK\nheadline: Welcome".into() }
}

/// The amounts add up as they do in real notifications.
fn adds_up(event: &Event) {
    let cents = |amount: Option<Amount>| amount.unwrap().minor_units(2).unwrap();
    let netto = cents(event.amount_netto().unwrap());
    let payout = cents(event.amount_payout().unwrap());
    assert_eq!(netto, cents(event.amount_brutto().unwrap()) - cents(event.amount_vat().unwrap()));
    assert_eq!(payout, netto - cents(event.amount_provider().unwrap()) - cents(event.amount_fee().unwrap()));
    assert_eq!(
        cents(event.amount_vendor().unwrap()),
        payout - cents(event.amount_affiliate().unwrap()) - cents(event.amount_partner().unwrap())
    );
    assert_eq!(event.transaction_amount().unwrap(), event.amount_brutto().unwrap());
}

#[test]
fn a_payment_says_what_real_ones_say_in_their_order() {
    let mut sandbox = connected();
    for (product, more) in [("515151", ""), ("515152", RECURRING)] {
        sandbox.buy(&Checkout { affiliate: "bea".into(), ..order(product) }).unwrap();
        let body = &sandbox.drain()[0].body;
        let form = form::decode(body);
        let names: Vec<&str> = form.iter().map(|(name, _)| name.as_str()).collect();
        let (last, first) = (&names[names.len() - 4..], &names[..names.len() - 4]);
        assert_eq!(last, ["function_call", "event", "event_label", "sha_sign"]);
        assert_eq!(first, expected(more));

        let event = verify(body, PASSPHRASE).unwrap();
        assert_eq!(event.kind(), EventKind::Payment);
        assert_eq!(event.email().unwrap(), text("mia@example.com"));
        assert_eq!(event.address_last_name().unwrap(), text("Müller"));
        assert_eq!(event.custom().unwrap(), text("cart 8841"), "double quotes do not arrive");
        assert_eq!(event.affiliate_name().unwrap(), text("bea"));
        assert!(event.amount_affiliate().unwrap() > amount("0.00"));
        assert_eq!(event.order_date_time().unwrap().unwrap().to_string(), "2026-10-05T14:00:00+02:00");
        adds_up(&event);
    }
}

#[test]
fn amounts_of_products_are_trimmed_and_all_others_are_not() {
    let mut sandbox = connected();
    sandbox.buy(&order("515151")).unwrap();
    let form: BTreeMap<_, _> = form::decode(&sandbox.drain()[0].body).into_iter().collect();
    for (name, value) in [
        ("product_amount", "59.5"),
        ("product_netto_amount", "50"),
        ("product_txn_vat_amount", "9.5"),
        ("product_shipping_amount", "0"),
        ("amount_brutto", "59.50"),
        ("amount_vat", "9.50"),
        ("vat_rate", "19.00"),
        ("amount_fee", "0.00"),
    ] {
        assert_eq!(form[name], value, "{name}");
    }
}

#[test]
fn the_life_of_a_subscription_is_told() {
    let mut sandbox = connected();
    let id = sandbox.buy(&order("515152")).unwrap().purchase_id;
    advance(&mut sandbox, 35);
    let events = heard(&mut sandbox);
    let numbers: Vec<_> = events.iter().map(|event| event.pay_sequence_no().unwrap().unwrap()).collect();
    assert_eq!(numbers, [1, 2]);
    events.iter().for_each(adds_up);
    let next = |event: &Event| event.next_payment_at().unwrap().unwrap().to_string();
    assert_eq!([next(&events[0]), next(&events[1])], ["2026-11-05", "2026-12-05"]);

    sandbox.fail_payments(&id, 1).unwrap();
    advance(&mut sandbox, 30);
    let events = heard(&mut sandbox);
    assert_eq!(events[0].kind(), EventKind::PaymentMissed);
    assert_eq!(events[0].pay_sequence_no().unwrap(), Some(3), "the payment that is missing");
    assert_eq!(events[0].transaction_id().unwrap(), None);
    assert_eq!(events[0].amount_brutto().unwrap(), None);
    assert_eq!(events[0].billing_status().unwrap().unwrap().as_str(), "unpaid");
    assert_eq!(events[1].kind(), EventKind::Payment);

    sandbox.cancel(&id).unwrap();
    sandbox.resume(&id).unwrap();
    sandbox.cancel(&id).unwrap();
    let events = heard(&mut sandbox);
    let kinds: Vec<_> = events.iter().map(|event| event.kind().as_str().to_owned()).collect();
    assert_eq!(kinds, ["on_rebill_cancelled", "on_rebill_resumed", "on_rebill_cancelled"]);
    assert_eq!(events[0].billing_stop_reason().unwrap().unwrap().as_str(), "by_buyer");
    assert!(events[0].rebill_stop_noted_at().unwrap().is_some());
    assert_eq!(events[0].rebilling_stop_url().unwrap(), None);
    assert!(events[1].rebilling_stop_url().unwrap().is_some());
    advance(&mut sandbox, 40);
    assert_eq!(self::kinds(&mut sandbox), ["last_paid_day"]);
}

#[test]
fn money_that_goes_back_is_told_below_zero_and_parts_of_it_are_not() {
    let mut sandbox = connected();
    let bought = sandbox.buy(&order("515151")).unwrap();
    sandbox.drain();
    let part = Value::from([("purchase_id", bought.purchase_id.as_str().into()), ("amount", "9.50".into())]);
    let mut story = Story::new();
    std::mem::swap(&mut story.sandbox, &mut sandbox);
    story.raw("refundPartially", part).unwrap();
    let mut sandbox = story.sandbox;
    assert!(sandbox.drain().is_empty());

    let refund = sandbox.refund(&bought.transaction_ids[0]).unwrap();
    let event = &heard(&mut sandbox)[0];
    assert_eq!(event.kind(), EventKind::Refund);
    assert_eq!(event.amount_brutto().unwrap(), amount("-50.00"));
    assert_eq!(event.amount().unwrap(), amount("59.50"), "the total of the order stays");
    assert_eq!(event.transaction_id().unwrap(), Some(refund));
    assert_eq!(event.parent_transaction_id().unwrap().as_ref(), Some(&bought.transaction_ids[0]));
    adds_up(event);
}

#[test]
fn each_item_of_an_order_is_told_by_itself() {
    let mut sandbox = connected();
    let addons = vec![("515152".to_owned(), 1), ("515153".to_owned(), 2)];
    let bought = sandbox.buy(&Checkout { addons, ..order("515152") }).unwrap();
    let events = heard(&mut sandbox);
    let products: Vec<_> = events.iter().map(|event| event.product_id().unwrap().unwrap()).collect();
    assert_eq!(products, ["515152", "515152", "515153"]);
    let ids: Vec<_> = events.iter().map(|event| event.transaction_id().unwrap().unwrap()).collect();
    assert_eq!(ids, bought.transaction_ids);
    sandbox.cancel(&bought.purchase_id).unwrap();
    let stopped: Vec<_> = heard(&mut sandbox).iter().map(|event| event.order_item_id().unwrap().unwrap()).collect();
    let items: Vec<_> = events.iter().map(|event| event.order_item_id().unwrap().unwrap()).collect();
    assert_eq!(stopped, items[..2], "the third one is paid once, and nothing of it stops");
    assert_eq!(events[2].next_payment_at().unwrap(), None);
}

#[test]
fn a_connection_hears_only_of_what_it_is_for() {
    let mut sandbox = Sandbox::new();
    let mut connect = |product_ids: &[&str], transactions: &[&str], categories: &[&str]| {
        let all = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let endpoint = Endpoint {
            product_ids: all(product_ids),
            transactions: all(transactions),
            categories: all(categories),
            ..Endpoint::new("http://127.0.0.1:8080/ipn", PASSPHRASE)
        };
        sandbox.connect(&endpoint).unwrap()
    };
    let everything = connect(&[], &[], &["orders", "affiliations", "etickets", "customforms"]);
    let payments = connect(&["515151"], &["payment"], &[]);
    let partners = connect(&[], &[], &["affiliations"]);
    let bought = sandbox.buy(&order("515151")).unwrap();
    sandbox.buy(&order("515153")).unwrap();
    sandbox.refund(&bought.transaction_ids[0]).unwrap();
    sandbox.affiliate("cleo", "515151").unwrap();
    assert!(!sandbox.affiliate("cleo", "515151").unwrap(), "was accepted before");
    sandbox.fill_form(&bought.purchase_id, &[("size".to_owned(), "XL".to_owned())]).unwrap();
    let of = |id: i64| {
        let all = sandbox.notifications();
        let own = all.into_iter().filter(move |notification| notification.connection_id == id);
        own.map(|notification| notification.event).collect::<Vec<_>>()
    };
    let all = ["on_payment", "on_payment", "on_refund", "on_affiliation", "custom_form"];
    assert_eq!(of(everything), all);
    assert_eq!(of(payments), ["on_payment"]);
    assert_eq!(of(partners), ["on_affiliation"]);

    let events = heard(&mut sandbox);
    let of_kind = |kind: EventKind| events.iter().find(|event| event.kind() == kind).unwrap();
    let partner = of_kind(EventKind::Affiliation);
    assert_eq!(partner.affiliate_name().unwrap(), text("cleo"));
    assert_eq!(partner.affiliate_link().unwrap(), text("https://www.digistore24.com/redir/515151/cleo/"));
    assert_eq!(partner.order_id().unwrap(), None);
    let form = of_kind(EventKind::CustomForm);
    assert_eq!(form.order_id().unwrap(), Some(bought.purchase_id));
    assert_eq!(form.get("size").unwrap().as_text(), Some("XL"));
}

#[test]
fn a_connection_of_a_program_is_tested_and_named_in_what_it_sends() {
    let mut story = Story::new();
    let setup = IpnSetup {
        ipn_url: "https://shop.example.com/ipn".into(),
        name: "Shop".into(),
        product_ids: "515151,515152".into(),
        domain_id: text("shop-1f90"),
        sha_passphrase: text(PASSPHRASE),
        timing: Some(IpnTiming::Delayed),
        ..IpnSetup::default()
    };
    let made = story.call(setup.clone());
    story.call(setup);
    let id = story.sandbox.buy(&order("515152")).unwrap().purchase_id;
    story.sandbox.cancel(&id).unwrap();
    assert_eq!(story.sandbox.drain(), [], "from a queue");
    story.sandbox.advance(Duration::from_secs(120));
    let sent = story.sandbox.drain();
    let events: Vec<_> = sent.iter().map(|delivery| verify(&delivery.body, PASSPHRASE).unwrap()).collect();
    let kinds: Vec<_> = events.iter().map(|event| event.kind().as_str().to_owned()).collect();
    assert_eq!(kinds, ["connection_test", "on_payment"], "once, and no cancellations by default");
    assert_eq!(events[0].product_ids().unwrap().unwrap(), ["515151", "515152"]);
    assert_eq!(events[0].merchant_name().unwrap(), text("ada"));
    assert_eq!(events[0].ipn_config_api_key_id().unwrap(), None);
    assert_eq!(events[1].ipn_config_domain_id().unwrap(), text("shop-1f90"));
    assert_eq!(events[1].ipn_config_api_key_id().unwrap(), text("1000001"));
    assert_eq!(events[1].ipn_config_id().unwrap(), made.ipn_id().unwrap());
    assert!(!sent[1].body.contains("function_call") && !sent[1].body.contains("event_label"));

    story.sandbox.resume(&id).unwrap();
    story.sandbox.advance(Duration::from_secs(32 * DAY - 400));
    assert_eq!(story.sandbox.due().unwrap().attempt, 1);
    story.call(IpnDelete { domain_id: "shop-1f90".into() });
    assert_eq!(story.sandbox.due(), None);
    let last = story.sandbox.notifications().pop().unwrap();
    assert_eq!(last.state, NotificationState::GivenUp);
    assert!(story.sandbox.resend(last.id).is_err());
}

#[test]
fn without_a_passphrase_it_says_that_nothing_is_signed() {
    let mut sandbox = Sandbox::new();
    sandbox.connect(&Endpoint::new("http://127.0.0.1:8080/ipn", "")).unwrap();
    sandbox.buy(&order("515151")).unwrap();
    let body = &sandbox.drain()[0].body;
    assert!(body.ends_with("&sha_sign=no_signature_passphrase_provided"), "{body}");
    assert_eq!(verify(body, PASSPHRASE).unwrap_err(), ipn::Rejected::Unsigned);
    assert_eq!(read_unsigned(body).unwrap().kind(), EventKind::Payment);
}

#[test]
fn what_fails_comes_again_for_ten_days_and_stays_listed() {
    let mut sandbox = Sandbox::new();
    let endpoint = Endpoint::new("http://127.0.0.1:8080/ipn", PASSPHRASE);
    sandbox.connect(&Endpoint { product_ids: vec!["515151".into()], ..endpoint }).unwrap();
    sandbox.buy(&order("515151")).unwrap();
    let start = sandbox.time().unix_seconds().unwrap();
    let mut bodies = Vec::new();
    let mut left = Duration::from_secs(60 * DAY);
    while !left.is_zero() {
        while let Some(delivery) = sandbox.due() {
            assert_eq!(delivery.attempt as usize, bodies.len() + 1);
            let outcome = if bodies.len() == 2 { Delivered::Lost("time-out".into()) } else { refused(503) };
            sandbox.delivered(delivery.id, outcome.clone()).unwrap();
            assert!(sandbox.delivered(delivery.id, outcome).is_err(), "nothing is on its way");
            bodies.push(delivery.body);
        }
        left = sandbox.advance_to_next(left);
    }
    let listed = sandbox.notifications().pop().unwrap();
    assert_eq!((listed.state, listed.due_at), (NotificationState::GivenUp, None));
    let at: Vec<i64> = listed.attempts.iter().map(|tried| (tried.at.unix_seconds().unwrap() - start) / 60).collect();
    assert_eq!(at.len(), 21, "the first one, and 20 more");
    assert_eq!(at[..2], [0, 3], "after three minutes");
    assert!(at.windows(3).all(|at| at[2] - at[1] >= at[1] - at[0]), "{at:?}");
    assert!(at[11..].windows(2).all(|at| at[1] - at[0] == 24 * 60), "{at:?}");
    assert!((10..12).contains(&(at[20] / (24 * 60))), "{at:?}");
    assert_eq!(listed.attempts[2].status, None);
    assert_eq!(listed.attempts[2].reply, "time-out");
    assert_eq!(listed.attempts[3].reply, "ERROR: closed");
    assert!(bodies.iter().all(|body| *body == bodies[0]), "word for word");

    sandbox.resend(listed.id).unwrap();
    let again = sandbox.due().unwrap();
    assert_eq!((again.attempt, &again.body), (22, &bodies[0]));
    sandbox.delivered(again.id, taken()).unwrap();
    assert_eq!(sandbox.notifications().pop().unwrap().state, NotificationState::Delivered);
    assert_eq!(sandbox.due(), None);
}

#[test]
fn what_counts_as_taken_is_what_the_connection_says() {
    for (status_decides, status, body, is_taken) in [
        (false, 200, "OK", true),
        (false, 200, "OK\nusername: mia", true),
        (false, 500, "OK", true),
        (false, 200, "ok", false),
        (false, 200, "<html>OK", false),
        (true, 200, "<html>", true),
        (true, 201, "OK", false),
    ] {
        let mut sandbox = Sandbox::new();
        let endpoint = Endpoint::new("http://127.0.0.1:8080/ipn", PASSPHRASE);
        sandbox.connect(&Endpoint { status_decides, ..endpoint }).unwrap();
        sandbox.buy(&order("515151")).unwrap();
        let id = sandbox.due().unwrap().id;
        sandbox.delivered(id, Delivered::Answered { status, body: body.into() }).unwrap();
        let state = sandbox.notifications()[0].state;
        assert_eq!(state == NotificationState::Delivered, is_taken, "{status} {body}");
    }
}

#[test]
fn what_is_sent_again_says_what_it_said_whatever_happened_since() {
    let mut story = Story::new();
    story.sandbox.connect(&Endpoint::new("http://127.0.0.1:8080/ipn", PASSPHRASE)).unwrap();
    let bought = story.sandbox.buy(&order("515152")).unwrap();
    let first = story.sandbox.drain().remove(0);

    let data = ProductUpdateData { name: text("Pencil club"), ..ProductUpdateData::default() };
    story.call(UpdateProduct { product_id: "515152".into(), data });
    let data = BuyerData { email: text("mia.new@example.com"), city: text("Bonn"), ..BuyerData::default() };
    story.call(UpdateBuyer { buyer_id: bought.buyer_id.as_str().into(), data });
    advance(&mut story.sandbox, 40);
    story.sandbox.refund(&bought.transaction_ids[0]).unwrap();
    let later = heard(&mut story.sandbox);
    assert_eq!(later[0].product_name().unwrap(), text("Pencil club"));
    assert_eq!(later[0].email().unwrap(), text("mia.new@example.com"));

    let mut sandbox = Sandbox::load(&story.sandbox.save()).unwrap();
    assert_eq!(sandbox.save(), story.sandbox.save());
    sandbox.resend(first.id).unwrap();
    let again = sandbox.drain().remove(0);
    assert_eq!(again.body, first.body, "an older one after newer ones");
}

#[test]
fn going_on_to_the_next_notification_stops_at_each_of_them() {
    let mut sandbox = connected();
    sandbox.cancel("CD34EF56").unwrap();
    sandbox.drain();
    sandbox.buy(&order("515152")).unwrap();
    let unheard = sandbox.due().unwrap();
    let mut left = Duration::from_secs(100 * DAY) + Duration::from_millis(1);
    let mut at = Vec::new();
    loop {
        left = sandbox.advance_to_next(left);
        if left.is_zero() {
            break;
        }
        at.push(sandbox.time().to_string());
        assert_eq!(sandbox.due().as_ref().map(|due| due.id), Some(unheard.id), "what was due before waits");
    }
    let days: Vec<&str> = at.iter().map(|at| &at[..19]).collect();
    assert_eq!(
        days,
        ["2026-10-10T05:00:00", "2026-11-05T04:00:00", "2026-12-05T04:00:00", "2027-01-05T04:00:00"],
        "the end of another order, then three payments"
    );
    assert_eq!(sandbox.time().to_string(), "2027-01-13T13:00:00+01:00");
    assert_eq!(sandbox.drain().len(), 5);
}

fn disturbed(mishap: Mishap, times: u32) -> Sandbox {
    let mut sandbox = connected();
    sandbox.disturb(&Disturb { times, ..Disturb::new(mishap) });
    sandbox
}

#[test]
fn what_goes_wrong_on_request_goes_wrong_as_often_as_asked() {
    let buy = |sandbox: &mut Sandbox| sandbox.buy(&order("515151")).unwrap();
    let ids = |deliveries: Vec<Delivery>| deliveries.iter().map(|delivery| delivery.id).collect::<Vec<_>>();

    let mut sandbox = disturbed(Mishap::Duplicate, 1);
    buy(&mut sandbox);
    buy(&mut sandbox);
    let sent = sandbox.drain();
    assert_eq!((sent.len(), sent[0].body == sent[1].body), (3, true));

    let mut sandbox = disturbed(Mishap::Delay, 1);
    buy(&mut sandbox);
    buy(&mut sandbox);
    assert_eq!(ids(sandbox.drain()), [2]);
    sandbox.advance(Duration::from_secs(600));
    assert_eq!(ids(sandbox.drain()), [1]);

    let mut sandbox = disturbed(Mishap::Reorder, 3);
    (0..4).for_each(|_| drop(buy(&mut sandbox)));
    sandbox.advance(Duration::from_secs(3600));
    assert_eq!(ids(sandbox.drain()), [4, 3, 2, 1]);

    let mut sandbox = disturbed(Mishap::Lose, 1);
    buy(&mut sandbox);
    assert_eq!(sandbox.due(), None);
    assert_eq!(sandbox.notifications()[0].attempts[0].status, None);
    sandbox.advance(Duration::from_secs(180));
    assert_eq!(sandbox.due().unwrap().attempt, 2);

    let mut sandbox = disturbed(Mishap::WrongSignature, 1);
    buy(&mut sandbox);
    let wrong = sandbox.due().unwrap();
    assert_eq!(verify(&wrong.body, PASSPHRASE).unwrap_err(), ipn::Rejected::WrongSignature);
    sandbox.delivered(wrong.id, refused(403)).unwrap();
    sandbox.advance(Duration::from_secs(180));
    assert!(verify(sandbox.due().unwrap().body, PASSPHRASE).is_ok());

    let mut sandbox = disturbed(Mishap::Duplicate, 5);
    sandbox.disturb(&Disturb { times: 0, ..Disturb::new(Mishap::Duplicate) });
    buy(&mut sandbox);
    assert_eq!(sandbox.drain().len(), 1);
}

#[test]
fn all_of_it_can_be_told_by_name() {
    let mut sandbox = Sandbox::new();
    let mut tell = |verb: &str, options: serde_json::Value| {
        let options: Value = serde_json::from_value(options).unwrap();
        sandbox.tell(verb, &options).map(|told| serde_json::to_value(told).unwrap())
    };
    let json = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    let made = tell(
        "connect",
        json(
            r#"{"url": "http://127.0.0.1:9/ipn", "passphrase": "Kranich", "product_ids": ["515151"],
            "transactions": "payment,refund", "timing": "before_thankyou", "success": "text", "name": "Shop"}"#,
        ),
    );
    let connection = made.unwrap()["connection_id"].clone();
    tell("disturb", json(r#"{"kind": "wrong_signature", "times": 1}"#)).unwrap();
    let bought = tell("buy", json(r#"{"product_id": "515151", "email": "mia@example.com"}"#)).unwrap();
    let due = tell("due", json("{}")).unwrap()["delivery"].clone();
    assert_eq!((due["attempt"].as_i64(), due["url"].as_str()), (Some(1), Some("http://127.0.0.1:9/ipn")));
    let outcome = serde_json::json!({"id": due["id"], "status": 403, "body": "no"});
    tell("delivered", outcome).unwrap();
    let advanced = tell("advance", json(r#"{"hours": 1, "to_next": true}"#)).unwrap();
    assert_eq!(advanced["left_seconds"].as_i64(), Some(3420));
    tell("delivered", serde_json::json!({"id": due["id"], "lost": "refused"})).unwrap();
    tell("advance", json(r#"{"hours": 1}"#)).unwrap();
    assert_eq!(tell("drain", json("{}")).unwrap()["deliveries"].as_array().unwrap().len(), 1);
    let of_order = serde_json::json!({"order_id": bought["purchase_id"], "state": "delivered", "last": 5});
    let listed = tell("notifications", of_order).unwrap()["notifications"].clone();
    let tried: Vec<_> =
        listed[0]["attempts"].as_array().unwrap().iter().map(|tried| tried["status"].as_i64()).collect();
    assert_eq!(tried, [Some(403), None, Some(200)]);
    assert_eq!(tell("notifications", json(r#"{"last": 0}"#)).unwrap()["notifications"].as_array().unwrap().len(), 0);
    tell("resend", serde_json::json!({"id": format!("{}", due["id"])})).unwrap();
    tell("test_connection", serde_json::json!({ "connection_id": connection })).unwrap();
    assert_eq!(tell("drain", json("{}")).unwrap()["deliveries"].as_array().unwrap().len(), 2);
    let access = tell("access", json("{}")).unwrap();
    let last = access["items"].as_array().unwrap().last().unwrap().clone();
    assert_eq!((last["order_id"].as_str(), last["state"].as_str()), (bought["purchase_id"].as_str(), Some("active")));
    tell("affiliate", json(r#"{"affiliate_name": "cleo", "product_id": "515151"}"#)).unwrap();
    tell("fill_form", serde_json::json!({"purchase_id": bought["purchase_id"], "fields": {"size": "XL"}})).unwrap();
    assert_eq!(tell("disconnect", serde_json::json!({ "connection_id": connection })).unwrap()["modified"], true);

    for (verb, options, path) in [
        ("connect", r#"{"url": "shop.example.com"}"#, "url"),
        ("connect", r#"{"url": "http://shop.example.com", "product_ids": "999"}"#, "product_ids"),
        ("connect", r#"{"url": "http://shop.example.com", "timing": "soon"}"#, "timing"),
        ("delivered", r#"{"id": 1}"#, "status"),
        ("delivered", r#"{"id": 99, "status": 200}"#, "id"),
        ("resend", r#"{"id": "x"}"#, "id"),
        ("resend", r#"{"id": 1}"#, "id"),
        ("disturb", r#"{"kind": "explode"}"#, "kind"),
        ("notifications", r#"{"state": "lost"}"#, "state"),
        ("affiliate", r#"{"affiliate_name": "a b", "product_id": "515151"}"#, "affiliate_name"),
        ("affiliate", r#"{"affiliate_name": "cleo", "product_id": "999"}"#, "product_id"),
        ("fill_form", r#"{"purchase_id": "NOSUCH", "fields": {}}"#, "purchase_id"),
    ] {
        let problems = tell(verb, json(options)).unwrap_err();
        assert_eq!(problems[0].path, path, "{verb} {options}");
    }
}

#[test]
fn nothing_that_is_printed_holds_a_passphrase_or_a_body() {
    let mut sandbox = Sandbox::new();
    let endpoint = Endpoint::new("http://127.0.0.1:8080/ipn", PASSPHRASE);
    sandbox.connect(&endpoint).unwrap();
    sandbox.buy(&order("515151")).unwrap();
    let printed = format!("{endpoint:?} {:?} {:?} {sandbox:?}", sandbox.due(), sandbox.notifications());
    assert!(!printed.contains("Kranich") && !printed.contains("mia") && !printed.contains("ExAmPlE1"), "{printed}");
}
