//! Typed parameters send what the same parameters without types send.

use digistore24::catalogue::affiliates::{AffiliateCommissionData, UpdateAffiliateCommission};
use digistore24::catalogue::api_keys::{KeyPermissions, RequestApiKey};
use digistore24::catalogue::billing::{RefundPurchase, RefundTransaction, UpgradeType};
use digistore24::catalogue::buy_urls::*;
use digistore24::catalogue::deliveries::*;
use digistore24::catalogue::etickets::{CreateEticket, EticketBuyer, EticketSalutation, ValidateEticket};
use digistore24::catalogue::ipn::{IpnSetup, IpnTiming, NewsletterSendPolicy};
use digistore24::catalogue::order_forms::{
    CreateImage, ImageData, OrderformUpdateData, UpdateOrderform, UpdateUpsells,
};
use digistore24::catalogue::products::{CreateProduct, ProductData, ProductLegalRequirements};
use digistore24::catalogue::purchases::*;
use digistore24::catalogue::statistics::{StatsAffiliateToplist, StatsClicksAndEarningsByDateAndCampaignKey};
use digistore24::catalogue::system::{ApprovalStatus, Ping};
use digistore24::catalogue::transactions::{ListTransactions, TransactionSearch};
use digistore24::catalogue::upgrades::CreateUpgradePurchase;
use digistore24::catalogue::vouchers::{CreateVoucher, UpdateVoucher, UpgradePolicy, VoucherData, VoucherUpdateData};
use digistore24::{Amount, Function, Map, Time, Value, Zone};
use serde_json::json;

use super::{client, named, step};

fn same<F: Function>(typed: F, untyped: serde_json::Value) {
    let name = F::SPEC.name;
    let untyped: Value = serde_json::from_value(untyped).expect("parameters");
    let typed = step(&mut client().call(typed).untyped()).unwrap_or_else(|problems| panic!("{name}: {problems:?}"));
    let untyped = named(name, untyped).unwrap_or_else(|problems| panic!("{name}: {problems:?}"));
    assert_eq!((typed.url, typed.body), (untyped.url, untyped.body), "{name}");
}

fn amount(text: &str) -> Option<Amount> {
    Some(text.parse().expect("an amount"))
}

fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn reads_are_the_same_with_and_without_types() {
    same(Ping {}, json!({}));
    same(GetPurchase { purchase_id: "QX12YZ34, AB56CD78".into() }, json!({"purchase_id": ["QX12YZ34", "AB56CD78"]}));
    same(GetPurchaseTracking { purchase_id: ["QX12YZ34"].into() }, json!({"purchase_id": "QX12YZ34"}));
    same(GetPurchaseDownloads { purchase_id: vec![1, 2].into() }, json!({"purchase_id": [1, 2]}));
    same(ProductLegalRequirements { product_id: 512_345_i64.into() }, json!({"productId": "512345"}));
    same(
        StatsAffiliateToplist { from: "2026-01".into(), to: "2026-10".into(), affiliate: text("ben"), currency: None },
        json!({"from": "2026-01", "to": "2026-10", "affiliate": "ben"}),
    );
    same(
        StatsClicksAndEarningsByDateAndCampaignKey {
            from: Some("-3d".into()),
            view_role: Some(["affiliate", "vendor"].into()),
            ..Default::default()
        },
        json!({"from": "-3d", "viewRole": "affiliate,vendor"}),
    );
    same(
        ListDeliveries {
            search: Some(DeliverySearch {
                from: Some("2026-10-05".into()),
                r#type: Some(["request", "in_progress"].into()),
                is_processed: Some(false),
                ..Default::default()
            }),
        },
        json!({"search": {"from": "2026-10-05", "type": ["request", "in_progress"], "is_processed": false}}),
    );
}

#[test]
fn lists_with_filters_are_the_same_with_and_without_types() {
    let paid = Time::parse("2026-07-01 12:00:00", Zone::Berlin).expect("a time");
    same(
        ListPurchases {
            from: Some(paid.into()),
            to: Some("now".into()),
            search: Some(PurchaseSearch {
                role: Some(["vendor", "affiliate"].into()),
                product_id: Some(vec![111, 222].into()),
                email: text("ada+ds24@example.com"),
                has_affiliate: Some(false),
                order_type: Some(OrderType::Live),
                ..Default::default()
            }),
            sort_by: Some(SortBy::Earning),
            sort_order: Some(SortOrder::Descending),
            load_transactions: Some(true),
            page_no: Some(2),
            page_size: Some(500),
        },
        json!({
            "from": "2026-07-01T12:00:00+02:00", "to": "now",
            "search": {"role": "vendor,affiliate", "product_id": [111, 222], "email": "ada+ds24@example.com", "has_affiliate": false, "order_type": "live"},
            "sort_by": "earning", "sort_order": "desc", "load_transactions": true, "page_no": 2, "page_size": 500
        }),
    );
    same(
        ListTransactions {
            search: Some(TransactionSearch { transaction_type: Some("payment,refund".into()), ..Default::default() }),
            page_size: Some(1000),
            ..Default::default()
        },
        json!({"search": {"transaction_type": ["payment", "refund"]}, "page_size": 1000}),
    );
    same(ListPurchases { search: Some(PurchaseSearch::default()), ..Default::default() }, json!({"search": {}}));
}

#[test]
fn buy_urls_are_the_same_with_and_without_types() {
    let buyer = BuyUrlBuyer {
        email: text("ada@example.com"),
        salutation: Some(Salutation::Ms),
        tax_id: Some("DE 1".into()),
        readonly_keys: Some(ReadonlyKeys::EmailAndName),
        ..Default::default()
    };
    let payment_plan = BuyUrlPaymentPlan {
        first_amount: amount("9.5"),
        other_amounts: Some(Amount::cents(2700)),
        number_of_installments: Some(0),
        template: Some(77_u64.into()),
        upgrade_type: Some(UpgradeType::Downgrade),
        tax_mode: Some(TaxMode::Include),
        ..Default::default()
    };
    let settings = BuyUrlSettings {
        img: Some(Value::from([("left", "a1".into()), ("right", Value::Null)])),
        voucher_1st_rate: amount("12.3400"),
        force_rebilling: Some(true),
        pay_methods: Some(vec![PayMethod::Paypal, "applepay".into()]),
        ..Default::default()
    };
    let addons = vec![
        BuyUrlAddon { product_id: Some("2".into()), first_amount: amount("5"), ..Default::default() },
        BuyUrlAddon {
            product_id: Some("3".into()),
            max_quantity_type: Some(MaxQuantityType::LikeMainItem),
            ..Default::default()
        },
    ];
    same(
        CreateBuyUrl {
            product_id: "512345".into(),
            buyer: Some(buyer),
            payment_plan: Some(payment_plan),
            tracking: Some(BuyUrlTracking {
                custom: text("a=b;c"),
                affiliate_priority: Some(AffiliatePriority::Email),
                ..Default::default()
            }),
            valid_until: text("48h"),
            urls: Some(BuyUrlPages { thankyou_url: text("https://example.com/?id=[ORDER_ID]"), ..Default::default() }),
            placeholders: Some(Map::from([("größe".to_owned(), "XL & mehr".to_owned())])),
            settings: Some(settings),
            addons: Some(addons),
        },
        json!({
            "product_id": 512345,
            "buyer": {"email": "ada@example.com", "salutation": "F", "tax_id": "DE 1", "readonly_keys": "email_and_name"},
            "payment_plan": {"first_amount": "9.50", "other_amounts": 27, "number_of_installments": 0, "template": 77, "upgrade_type": "downgrade", "tax_mode": "include"},
            "tracking": {"custom": "a=b;c", "affiliate_priority": "email"},
            "valid_until": "48h",
            "urls": {"thankyou_url": "https://example.com/?id=[ORDER_ID]"},
            "placeholders": {"größe": "XL & mehr"},
            "settings": {"img": {"left": "a1"}, "voucher_1st_rate": "12.34", "force_rebilling": true, "pay_methods": ["paypal", "applepay"]},
            "addons": [{"product_id": 2, "first_amount": "5"}, {"product_id": 3, "max_quantity_type": "like_main_item"}]
        }),
    );
}

#[test]
fn products_and_forms_are_the_same_with_and_without_types() {
    same(
        CreateProduct {
            data: ProductData {
                names: Some([("de", "Kurs „Glück“"), ("en", "Course")].into()),
                currency: Some(["EUR", "USD"].into()),
                affiliate_commission: amount("33.3333"),
                is_active: Some(true),
                ..Default::default()
            },
        },
        json!({"data": {"name_de": "Kurs „Glück“", "name_en": "Course", "affiliate_commission": "33.3333", "currency": "EUR,USD", "is_active": "Y"}}),
    );
    same(
        CreateImage {
            data: ImageData {
                name: "Logo".into(),
                image_dash_url: "https://example.com/l.png".into(),
                ..Default::default()
            },
        },
        json!({"data": {"name": "Logo", "image-url": "https://example.com/l.png"}}),
    );
    same(
        UpdateOrderform {
            orderform_id: "9".into(),
            data: OrderformUpdateData { name: text("Formular"), step_count: Some(2), ..Default::default() },
        },
        json!({"orderform_id": 9, "data": {"name": "Formular", "step_count": 2}}),
    );
    same(
        UpdateUpsells {
            product_id: "1".into(),
            data: Map::from([("1".to_owned(), "5".into()), ("1y".to_owned(), 6_i64.into())]),
        },
        json!({"product_id": 1, "data": {"1": 5, "1y": "6"}}),
    );
}

#[test]
fn money_is_the_same_with_and_without_types() {
    same(
        CreateVoucher {
            data: VoucherData {
                code: "GLÜCK10".into(),
                product_ids: Some(["all"].into()),
                expires_at: Some("2026-12-31 23:59:59".into()),
                first_rate: amount("10"),
                count_left: Some(5),
                upgrade_policy: Some(UpgradePolicy::OtherOnly),
                ..Default::default()
            },
        },
        json!({"data": {"code": "GLÜCK10", "product_ids": "all", "expires_at": "2026-12-31 23:59:59", "first_rate": "10.00", "count_left": 5, "upgrade_policy": "other_only"}}),
    );
    same(
        UpdateVoucher {
            code: "GLÜCK10".into(),
            data: VoucherUpdateData { expires_at: Some("".into()), ..Default::default() },
        },
        json!({"code": "GLÜCK10", "data": {"expires_at": ""}}),
    );
    same(
        AddBalanceToPurchase { purchase_id: "QX12YZ34".into(), amount: Amount::cents(-550) },
        json!({"purchase_id": "QX12YZ34", "amount": "-5.5"}),
    );
    same(
        RefundPurchase { purchase_id: "QX12YZ34".into(), force: Some(false), request_date: Some("2026-10-05".into()) },
        json!({"purchase_id": "QX12YZ34", "force": false, "request_date": "2026-10-05"}),
    );
    same(
        RefundTransaction { transaction_id: 80_000_001_i64.into(), force: None, request_date: None },
        json!({"transaction_id": "80000001"}),
    );
    same(
        CreateUpgradePurchase {
            purchase_ids: "QX12YZ34".into(),
            upgrade_id: "7-authkey".into(),
            payment_plan_id: None,
            quantities: Some(Map::from([("512345".to_owned(), 2)])),
        },
        json!({"purchase_ids": ["QX12YZ34"], "upgrade_id": "7-authkey", "quantities": {"512345": 2}}),
    );
    same(
        CreateAddonChangePurchase {
            purchase_id: "QX12YZ34".into(),
            addons: vec![AddonChange {
                product_id: "5".into(),
                quantity: Some(0).filter(|&quantity| quantity > 0),
                ..Default::default()
            }],
            tracking: None,
            placeholders: None,
        },
        json!({"purchase_id": "QX12YZ34", "addons": [{"product_id": 5}]}),
    );
    same(
        UpdateAffiliateCommission {
            affiliate_id: "ben".into(),
            product_ids: ["all"].into(),
            data: AffiliateCommissionData {
                commission_rate: amount("40"),
                approval_status: Some(ApprovalStatus::Approved),
                ..Default::default()
            },
        },
        json!({"affiliate_id": "ben", "product_ids": "all", "data": {"commission_rate": 40, "approval_status": "approved"}}),
    );
}

#[test]
fn deliveries_tickets_and_keys_are_the_same_with_and_without_types() {
    same(
        UpdateDelivery {
            delivery_id: "4".into(),
            notify_via_email: Some(false),
            data: Some(DeliveryData { r#type: Some(DeliveryState::PartialDelivery), ..Default::default() }),
            tracking: Some(vec![ParcelData {
                tracking_id: Some("JD0".into()),
                expect_delivery_at: Some("today".into()),
                operation: Some(ParcelOperation::Delete),
                ..Default::default()
            }]),
        },
        json!({"delivery_id": 4, "notify_via_email": false, "data": {"type": "partial_delivery"}, "tracking": [{"tracking_id": "JD0", "expect_delivery_at": "today", "operation": "delete"}]}),
    );
    same(
        UpdateServiceProofRequest {
            service_proof_id: "4".into(),
            data: ServiceProofData { request_status: ServiceProofReply::ProofProvided, message: None },
            files: Some(vec![ProofFile { url: "https://example.com/p.pdf".into(), filename: text("p.pdf") }]),
        },
        json!({"service_proof_id": 4, "data": {"request_status": "proof_provided"}, "files": [{"url": "https://example.com/p.pdf", "filename": "p.pdf"}]}),
    );
    same(
        CreateShippingCostPolicy {
            data: ShippingCostPolicyData {
                label: Some([("de", "Versand")].into()),
                for_countries: Some(["DE", "AT"].into()),
                fee_type: Some(FeeType::TotalFee),
                scale_1_amount: amount("4.9"),
                ..Default::default()
            },
        },
        json!({"data": {"label_de": "Versand", "for_countries": ["DE", "AT"], "fee_type": "total_fee", "scale_1_amount": "4.90"}}),
    );
    same(
        CreateEticket {
            buyer: EticketBuyer {
                email: text("ada@example.com"),
                salutation: Some(EticketSalutation::from("f")),
                ..Default::default()
            },
            product_id: "1".into(),
            location_id: "2".into(),
            template_id: "3".into(),
            date: "2026-12-24".into(),
            days: Some(2),
            ..Default::default()
        },
        json!({"buyer": {"email": "ada@example.com", "salutation": "f"}, "product_id": 1, "location_id": 2, "template_id": 3, "date": "2026-12-24", "days": 2}),
    );
    same(
        ValidateEticket {
            eticket_id: "12345678901234567890".into(),
            template_id: [3].into(),
            location_id: "2".into(),
            date: None,
            seperator: text(" | "),
        },
        json!({"eticket_id": "12345678901234567890", "template_id": 3, "location_id": [2], "seperator": " | "}),
    );
    same(
        IpnSetup {
            ipn_url: "https://example.com/ipn".into(),
            name: "Beispiel".into(),
            product_ids: "all".into(),
            timing: Some(IpnTiming::Delayed),
            newsletter_send_policy: Some(NewsletterSendPolicy::SendIfOptin),
            ..Default::default()
        },
        json!({"ipn_url": "https://example.com/ipn", "name": "Beispiel", "product_ids": "all", "timing": "delayed", "newsletter_send_policy": "send_if_optin"}),
    );
    same(
        RequestApiKey {
            permissions: KeyPermissions::ReadOnly,
            return_url: "https://example.com/back".into(),
            ..Default::default()
        },
        json!({"permissions": "read-only", "return_url": "https://example.com/back"}),
    );
}

#[test]
fn typed_parameters_are_checked_like_all_others() {
    let mut call = client()
        .call(CreateVoucher { data: VoucherData { first_rate: amount("1.23456"), ..Default::default() } })
        .untyped();
    let problems = step(&mut call).expect_err("refused");
    let paths: Vec<_> = problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, ["data.code", "data.first_rate"]);
}
