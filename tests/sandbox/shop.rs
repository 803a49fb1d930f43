//! What a vendor sets up: products, discount codes, links, and the buyers they are made for.

use digistore24::catalogue::buy_urls::{
    BuyUrlBuyer, BuyUrlTracking, CreateBuyUrl, DeleteBuyUrl, ListBuyUrls, UpgradeStatus,
};
use digistore24::catalogue::buyers::{BuyerData, GetBuyer, ListBuyers, UpdateBuyer};
use digistore24::catalogue::products::{
    CopyProduct, CreateProduct, CreateProductGroup, DeleteProduct, DeleteProductGroup, GetProduct, ListProductGroups,
    ListProducts, ProductCopyData, ProductData, ProductGroupData, ProductUpdateData, UpdateProduct,
};
use digistore24::catalogue::purchases::GetPurchase;
use digistore24::catalogue::vouchers::{
    CreateVoucher, DeleteVoucher, GetVoucher, ListVouchers, UpdateVoucher, VoucherData, VoucherUpdateData,
};
use digistore24::{PerLanguage, Value};

use super::{Story, amount, refusal, text};

#[test]
fn a_new_product_is_found_alone_and_in_the_list() {
    let mut story = Story::new();
    let data = ProductData {
        names: Some(PerLanguage::from([("de", "Pinselkunde „Glück“ 🚀"), ("en", "Brushes")])),
        note: Some("0123456789".repeat(5)),
        ..ProductData::default()
    };
    let id = story.call(CreateProduct { data }).product_id().unwrap().unwrap();
    let product = story.call(GetProduct { product_id: id.as_str().into(), show_deleted: None });
    assert_eq!(product.name().unwrap(), text("Brushes"), "the name in the language of the product");
    assert_eq!(product.name_de().unwrap(), text("Pinselkunde „Glück“ 🚀"));
    assert_eq!(product.note().unwrap().unwrap().len(), 47, "cut without a word");
    assert_eq!(product.is_active().unwrap(), Some(true));

    let products = story.call(ListProducts { sort_by: None }).products().unwrap().unwrap();
    assert_eq!(products.len(), 5);
    assert_eq!(products[0].name().unwrap(), text("Brush club"), "sorted by name");

    let data = ProductUpdateData { affiliate_commision: amount("35.5"), ..ProductUpdateData::default() };
    let update = UpdateProduct { product_id: id.as_str().into(), data };
    assert_eq!(story.call(update.clone()).modified().unwrap(), Some(true));
    assert_eq!(story.call(update).modified().unwrap(), Some(false), "the second time nothing changes");

    let data = ProductCopyData { name_intern: text("brushes-2"), ..ProductCopyData::default() };
    let copy = story.call(CopyProduct { product_id: id.as_str().into(), data }).product_id().unwrap().unwrap();
    let copied = story.call(GetProduct { product_id: copy.as_str().into(), show_deleted: None });
    assert_eq!(copied.affiliate_commission().unwrap(), amount("35.50"));
    assert_eq!(copied.name_intern().unwrap(), text("brushes-2"));

    story.call(DeleteProduct { product_id: id.as_str().into() });
    let (code, message, _) = refusal(story.try_call(GetProduct { product_id: id.as_str().into(), show_deleted: None }));
    assert_eq!((code, message), (Some(4), format!("Not found: {id}")));
    let deleted = story.call(GetProduct { product_id: id.as_str().into(), show_deleted: Some(true) });
    assert_eq!(deleted.is_deleted().unwrap(), Some(true));
}

#[test]
fn a_product_that_sold_cannot_be_deleted() {
    let (code, message, _) = refusal(Story::new().try_call(DeleteProduct { product_id: 515_151_i64.into() }));
    assert_eq!(code, Some(3));
    assert!(message.contains("515151"), "{message}");
}

#[test]
fn prices_of_products_are_ignored_and_tags_refused() {
    let mut story = Story::new();
    let data = |name: &str, value: &str| {
        Value::from([("data", Value::from([("name", "Easel".into()), (name, value.into())]))])
    };
    let id = story.raw("createProduct", data("amount", "9.00")).unwrap().data().into_record().unwrap();
    let product =
        story.raw("getProduct", Value::from([("product_id", Value::from(id.get("product_id").unwrap()))])).unwrap();
    assert!(product.data().into_record().unwrap().get("amount").is_none());
    assert_eq!(refusal(story.raw("createProduct", data("tag", "x"))).2, 400);
}

#[test]
fn folders_hold_products_until_they_are_deleted() {
    let mut story = Story::new();
    let data = ProductGroupData { name: "Courses".into(), position: None, is_shown_as_tab: Some(true) };
    let id = story.call(CreateProductGroup { data }).product_group_id().unwrap().unwrap();
    let data =
        ProductData { name: text("Easel"), product_group_id: Some(id.as_str().into()), ..ProductData::default() };
    let product = story.call(CreateProduct { data }).product_id().unwrap().unwrap();
    assert_eq!(story.call(ListProductGroups {}).items().unwrap().unwrap().len(), 2);
    story.call(DeleteProductGroup { product_group_id: id.into() });
    let product = story.call(GetProduct { product_id: product.into(), show_deleted: None });
    assert_eq!(product.product_group_id().unwrap(), text(""));
}

#[test]
fn a_discount_code_answers_to_its_code_and_to_its_number() {
    let mut story = Story::new();
    let data = VoucherData {
        code: "Spring".into(),
        first_rate: amount("12.5"),
        is_count_limited: Some(true),
        count_left: Some(3),
        expires_at: Some("2026-12-31 12:00:00".into()),
        ..VoucherData::default()
    };
    let created = story.call(CreateVoucher { data: data.clone() });
    let id = created.discount_code_id().unwrap().unwrap();
    assert_eq!(created.code().unwrap(), text("Spring"));
    assert!(refusal(story.try_call(CreateVoucher { data })).1.contains("Spring"), "codes are unique");

    let answer = story.answer(GetVoucher { code: "Spring".into() });
    assert!(answer.raw().contains(r#""first_rate":"12.50""#), "{}", answer.raw());
    let voucher = story.call(GetVoucher { code: id.clone() }).coupon().unwrap().unwrap();
    assert_eq!(voucher.count_left().unwrap(), Some(3));
    assert_eq!(voucher.product_ids().unwrap().unwrap(), ["all"]);
    assert_eq!(voucher.expires_at().unwrap().unwrap().to_string(), "2026-12-31T12:00:00+01:00");

    let data = VoucherUpdateData { expires_at: Some("".into()), code: text("Summer"), ..VoucherUpdateData::default() };
    assert_eq!(story.call(UpdateVoucher { code: id, data }).modified().unwrap(), Some(true));
    let voucher = story.call(GetVoucher { code: "Summer".into() }).coupon().unwrap().unwrap();
    assert_eq!(voucher.expires_at().unwrap(), None, "an empty text removes the limit");
    assert_eq!(story.call(ListVouchers {}).coupons().unwrap().unwrap().len(), 3);
    story.call(DeleteVoucher { code: "Summer".into() });
    assert_eq!(refusal(story.try_call(GetVoucher { code: "Summer".into() })).0, Some(4));
}

#[test]
fn a_buy_url_remembers_its_buyer_and_its_end() {
    let mut story = Story::new();
    let buyer = BuyUrlBuyer {
        email: text("noa@example.com"),
        first_name: text("Noa"),
        country: text("AT"),
        ..BuyUrlBuyer::default()
    };
    let create = CreateBuyUrl { product_id: 515_151_i64.into(), buyer: Some(buyer), ..CreateBuyUrl::default() };
    let link = story.call(create.clone());
    assert!(link.url().unwrap().unwrap().starts_with("https://www.checkout-ds24.com/offer/"));
    assert_eq!(link.valid_until().unwrap().unwrap().to_string(), "2026-10-06T14:00:00+02:00", "24 hours unless given");
    assert_eq!(link.upgrade_status().unwrap(), Some(UpgradeStatus::NotAsked));
    assert_eq!(link.raw_field("upgrade_errors"), Some("[]"));

    let buyer = story.call(GetBuyer { buyer_id: "noa@example.com".into() }).buyer().unwrap().unwrap();
    assert_eq!(buyer.first_name().unwrap(), text("Noa"));
    assert_eq!(buyer.country().unwrap(), text("AT"));

    let forever = story.call(CreateBuyUrl { valid_until: text("forever"), ..create.clone() });
    assert_eq!(forever.valid_until().unwrap(), None);
    assert_eq!(
        story.call(ListBuyers { page_no: None, page_size: None }).item_count().unwrap(),
        Some(4),
        "known by now"
    );

    let first = story.call(ListBuyUrls { page_no: Some(1), page_size: Some(1) });
    assert_eq!((first.item_count().unwrap(), first.page_count().unwrap()), (Some(2), Some(2)));
    let rows = first.buyurls().unwrap().unwrap();
    assert_eq!(rows.len(), 1);
    story.call(DeleteBuyUrl { id: rows[0].id().unwrap().unwrap().into() });
    assert_eq!(story.call(ListBuyUrls { page_no: None, page_size: None }).item_count().unwrap(), Some(1));

    let tracking = BuyUrlTracking { affiliate: text("nobody"), ..BuyUrlTracking::default() };
    let (code, message, _) = refusal(story.try_call(CreateBuyUrl { tracking: Some(tracking), ..create }));
    assert_eq!(code, Some(4));
    assert!(message.contains("nobody"), "{message}");
}

#[test]
fn a_buyer_can_move() {
    let mut story = Story::new();
    let data = BuyerData {
        city: text("Bonn"),
        street_name: text("Neue Gasse"),
        street_number: text("5"),
        phone_number: text("0228 123"),
        ..BuyerData::default()
    };
    let update = UpdateBuyer { buyer_id: 31_415_926_i64.into(), data };
    assert_eq!(story.call(update.clone()).is_modified().unwrap(), Some(true));
    assert_eq!(story.call(update).is_modified().unwrap(), Some(false));
    let purchase = story.call(GetPurchase { purchase_id: "AB12CD34".into() }).one().unwrap();
    let buyer = purchase.buyer().unwrap().unwrap();
    assert_eq!(buyer.street().unwrap(), text("Neue Gasse 5"));
    assert_eq!(buyer.phone_no().unwrap(), text("0228 123"));
}
