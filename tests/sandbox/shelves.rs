//! Small things: the marketplace, value vouchers, access, reports, keys and scripts.

use digistore24::Client;
use digistore24::catalogue::account::{ListAccountAccess, LogMemberAccess};
use digistore24::catalogue::buyers::{FraudParty, ListCustomFormRecords, ReportCode, ReportFraud, ReportStatus};
use digistore24::catalogue::marketplace::{GetMarketplaceEntry, ListMarketplaceEntries};
use digistore24::catalogue::products::ListProductTypes;
use digistore24::catalogue::system::{ApprovalStatus, GetTestpayKey, Outcome, RenderJsTrackingCode};
use digistore24::catalogue::vouchers::{ValidateCouponCode, ValidateCouponCodeAnswer};
use digistore24::sandbox::Sandbox;

use super::{Story, amount, refusal, text};

fn coupon(story: &mut Story, code: &str) -> (ValidateCouponCodeAnswer, Outcome) {
    let answer = story.call(ValidateCouponCode { code: code.into() });
    let status = answer.status().unwrap().unwrap();
    (answer, status)
}

#[test]
fn a_value_voucher_tells_what_is_left() {
    let mut story = Story::new();
    for code in ["6901-ExAmPlE6901", "6901"] {
        let (answer, status) = coupon(&mut story, code);
        assert_eq!(status, Outcome::Success, "{code}");
        assert_eq!(answer.amount_left().unwrap(), amount("64.5"));
        assert_eq!(answer.amount_total().unwrap(), amount("100"));
        assert_eq!(answer.currency().unwrap(), text("EUR"));
        assert_eq!(answer.coupon_id().unwrap(), text("6901"));
        assert_eq!(answer.is_test_payment().unwrap(), Some(false));
        assert_eq!(answer.status_msg().unwrap(), text("The voucher is valid. 64.50 EUR are left."));
    }
    let (test, status) = coupon(&mut story, "6902-ExAmPlE6902");
    assert_eq!((status, test.is_test_payment().unwrap()), (Outcome::Success, Some(true)));
    let (empty, status) = coupon(&mut story, "6903-ExAmPlE6903");
    assert_eq!((status, empty.amount_left().unwrap()), (Outcome::Failed, amount("0")));
    let (wrong, status) = coupon(&mut story, "6901-ExAmPlE6902");
    assert_eq!(status, Outcome::Failed, "the rest of the code is wrong");
    assert_eq!(wrong.amount_left().unwrap(), amount("64.5"), "and yet there are amounts, as documented");
    let (unknown, status) = coupon(&mut story, "AUTUMN20");
    assert_eq!((status, unknown.amount_left().unwrap()), (Outcome::Failed, None), "a discount code is something else");
}

#[test]
fn the_marketplace_has_an_entry() {
    let mut story = Story::new();
    let listed = story.call(ListMarketplaceEntries { sort_by: None });
    assert_eq!(listed.count().unwrap(), Some(1));
    let listed = listed.entries().unwrap().unwrap().remove(0);
    let alone = story.call(GetMarketplaceEntry { entry_id: 9200_i64.into() });
    for entry in [&listed, &alone] {
        assert_eq!(entry.main_product_id().unwrap(), text("515151"));
        assert_eq!(entry.all_product_ids().unwrap().unwrap(), ["515151", "515152"]);
        assert_eq!(entry.approval_status().unwrap(), Some(ApprovalStatus::Approved));
        assert_eq!(entry.approval_status_msg().unwrap(), text("Approved"));
        assert_eq!(entry.price().unwrap(), amount("59.5"));
        assert_eq!(entry.stats_is_valid().unwrap(), Some(false));
        assert_eq!(entry.stats_count_orders().unwrap(), Some(0));
    }
    assert_eq!(refusal(story.try_call(GetMarketplaceEntry { entry_id: 515_151_i64.into() })).0, Some(4));
}

#[test]
fn access_and_types_are_listed() {
    let mut story = Story::new();
    let access = story.call(ListAccountAccess {});
    let mine = access.by_me().unwrap().unwrap().remove(0);
    assert_eq!(mine.owner_id().unwrap(), text("1234567"));
    assert_eq!(mine.can_see_revenue().unwrap(), Some(true));
    assert_eq!(mine.can_edit_products().unwrap(), Some(false));
    assert!(access.to_me().unwrap().unwrap().is_empty());
    let types = story.call(ListProductTypes {});
    assert!(types.iter().any(|kind| kind.id().unwrap() == text("1")), "the type of the products of the account");
    assert!(types.iter().all(|kind| kind.name().unwrap().is_some() && kind.category().unwrap().is_some()));
}

#[test]
fn logins_are_reported_for_orders() {
    let mut story = Story::new();
    let log = LogMemberAccess {
        purchase_id: "AB12CD34".into(),
        platform_name: "Brush club".into(),
        login_name: "lena".into(),
        login_url: "https://club.example.com/login".into(),
        number_of_unlocked_lectures: 3,
        total_number_of_lectures: 10,
        login_at: Some("-1h".into()),
    };
    let answer = story.answer(log.clone());
    assert!(answer.raw().contains(r#""data":[]"#), "{}", answer.raw());
    assert_eq!(refusal(story.try_call(LogMemberAccess { purchase_id: "ZZ".into(), ..log.clone() })).0, Some(4));
    let plain = LogMemberAccess { login_url: "http://club.example.com".into(), ..log };
    assert_eq!(refusal(story.try_call(plain)).0, Some(3));
}

#[test]
fn no_form_was_filled_in_yet() {
    let mut story = Story::new();
    for purchase_id in [None, Some("AB12CD34".into())] {
        assert!(story.call(ListCustomFormRecords { purchase_id }).records().unwrap().unwrap().is_empty());
    }
    assert_eq!(refusal(story.try_call(ListCustomFormRecords { purchase_id: Some("ZZ".into()) })).0, Some(4));
}

#[test]
fn fraud_is_reported_once_and_asked_about_again() {
    let mut story = Story::new();
    let with_affiliate = {
        use digistore24::catalogue::transactions::{ListTransactions, TransactionSearch};
        let search = TransactionSearch { purchase_id: Some("JK92LM34".into()), ..TransactionSearch::default() };
        let list = ListTransactions { from: Some("start".into()), search: Some(search), ..ListTransactions::default() };
        story.call(list).transaction_list().unwrap().unwrap()[0].id().unwrap().unwrap()
    };
    let mut report = |transaction: &str, who| {
        let answer = story.call(ReportFraud { transaction_id: transaction.into(), who, comment: "Stolen card".into() });
        let of = |status: Option<ReportStatus>, code: Option<ReportCode>| (status.unwrap(), code.unwrap());
        [
            of(answer.buyer_status().unwrap(), answer.buyer_code().unwrap()),
            of(answer.affiliate_status().unwrap(), answer.affiliate_code().unwrap()),
        ]
    };
    let taken = || (ReportStatus::Success, ReportCode::CreatedEntry);
    let again = || (ReportStatus::Info, ReportCode::Rerequest);
    let nothing = || (ReportStatus::from(""), ReportCode::from(""));
    assert_eq!(report(&with_affiliate, FraudParty::Buyer), [taken(), nothing()]);
    assert_eq!(report(&with_affiliate, FraudParty::BuyerAndAffiliate), [again(), taken()]);
    assert_eq!(report(&with_affiliate, FraudParty::Affiliate), [nothing(), again()]);
    let [_, affiliate] = report("90000001", FraudParty::BuyerAndAffiliate);
    assert_eq!(affiliate, (ReportStatus::Failure, ReportCode::NotCreated), "an order without an affiliate");
    let unknown = ReportFraud { transaction_id: "1".into(), who: FraudParty::Buyer, comment: "x".into() };
    assert_eq!(refusal(story.try_call(unknown)).0, Some(4));
}

#[test]
fn a_key_for_test_payments_stays_until_another_is_wanted() {
    let mut story = Story::new();
    let key = |story: &mut Story, do_recreate| {
        let answer = story.call(GetTestpayKey { do_recreate });
        assert_eq!(answer.user_id().unwrap(), text("1234567"));
        assert!(answer.get_param_name().unwrap().is_some_and(|name| !name.is_empty()));
        (answer.testpay_key().unwrap().unwrap(), answer.expires_at().unwrap().unwrap().to_string())
    };
    let first = key(&mut story, None);
    assert_eq!(first.1, "2026-11-04T13:00:00+01:00", "30 days of 24 hours");
    assert_eq!(key(&mut story, Some(false)), first);
    let second = key(&mut story, Some(true));
    assert_ne!(second.0, first.0);
    assert_eq!(key(&mut story, None), second);
    story.sandbox.advance(std::time::Duration::from_secs(31 * 86_400));
    let third = key(&mut story, None);
    assert!(third.0 != second.0 && third.1 > second.1, "the second has expired");
}

#[test]
fn a_tracking_script_knows_the_fields_of_the_form() {
    let mut story = Story::new();
    let render = RenderJsTrackingCode {
        affiliate_input: text("aff[name]"),
        callback: text("done"),
        ..RenderJsTrackingCode::default()
    };
    let script = story.call(render);
    let url = script.script_url().unwrap().unwrap();
    assert!(
        url.starts_with("https://www.digistore24.com/")
            && url.ends_with("?affiliate_input=aff%5Bname%5D&callback=done"),
        "{url}"
    );
    let code = script.script_code().unwrap().unwrap();
    assert!(code.contains(&url.replace('&', "&amp;")), "{code}");
    let plain = story.call(RenderJsTrackingCode::default());
    assert!(!plain.script_url().unwrap().unwrap().contains('?'));
}

#[test]
fn a_snapshot_holds_all_of_it() {
    let mut story = Story::new();
    for (function, arguments) in [
        ("createImage", r#"{"data": {"name": "Logo", "image-url": "https://www.example.com/logo.png"}}"#),
        ("createOrderform", r#"{"data": {"name": "Plain", "tab_image_1_id": "IMAGE001"}}"#),
        ("updateOrderform", r#"{"orderform_id": "720001", "data": {"custom_fields": [{"name": "shirt"}]}}"#),
        ("updateUpsells", r#"{"product_id": "515151", "data": {"y": "515153"}}"#),
        ("createShippingCostPolicy", r#"{"data": {"label_de": "Versand"}}"#),
        ("createPaymentplan", r#"{"product_id": "515151", "data": {"first_amount": "9.00"}}"#),
        ("createUpgrade", r#"{"name": "Up", "to_product_id": "515152", "upgrade_from": "515151"}"#),
        ("setReferringAffiliate", r#"{"referrer_id": "bea", "affiliate_id": "carl", "commission": "5"}"#),
        ("getTestpayKey", "{}"),
    ] {
        story.raw(function, serde_json::from_str(arguments).unwrap()).unwrap();
    }
    let client = Client::new(story.sandbox.api_key()).unwrap();
    let mut again = Story { sandbox: Sandbox::load(&story.sandbox.save()).unwrap(), client };
    for (function, arguments) in [
        ("getImage", r#"{"image_id": "IMAGE001"}"#),
        ("getOrderform", r#"{"orderform_id": "720001"}"#),
        ("getUpsells", r#"{"product_id": "515151"}"#),
        ("listShippingCostPolicies", "{}"),
        ("getProduct", r#"{"product_id": "515151"}"#),
        ("listUpgrades", "{}"),
        ("getReferringAffiliate", r#"{"affiliate_id": "carl"}"#),
        ("getTestpayKey", "{}"),
        ("createImage", r#"{"data": {"name": "Next", "image-url": "https://www.example.com/next.png"}}"#),
    ] {
        let ask = |story: &mut Story| story.raw(function, serde_json::from_str(arguments).unwrap()).unwrap();
        assert_eq!(ask(&mut again).raw(), ask(&mut story).raw(), "{function}");
    }
}
