//! Changing what a buyer ordered into something else.

use digistore24::Value;
use digistore24::catalogue::buy_urls::ReadonlyKeys;
use digistore24::catalogue::upgrades::{
    CreateUpgrade, DeleteUpgrade, GetSmartupgrade, GetUpgrade, ListSmartUpgrades, ListUpgrades, UpgradeCheck,
    UpgradeKind,
};

use super::{Story, refusal, text};

fn to_the_club() -> CreateUpgrade {
    CreateUpgrade {
        name: "To the club".into(),
        to_product_id: 515_152_i64.into(),
        upgrade_from: Some("515151,515153".into()),
        downgrade_from: Some("515154".into()),
        special_offer_for: Some("515153".into()),
        fallback_product_id: Some("515151".into()),
        is_active: None,
        buyer_readonly_keys: Some(ReadonlyKeys::EmailAndName),
    }
}

fn check(story: &mut Story, upgrade: &str, orders: &str) -> Option<UpgradeCheck> {
    let get = GetUpgrade { upgrade_id: upgrade.into(), order_ids: Some(orders.into()) };
    story.call(get).check().unwrap()
}

#[test]
fn every_property_of_an_upgrade_comes_back() {
    let mut story = Story::new();
    let id = story.call(to_the_club()).upgrade_id().unwrap().unwrap();
    let listed = story.call(ListUpgrades {}).upgrades().unwrap().unwrap();
    assert_eq!(listed.len(), 1);
    let alone = story.call(GetUpgrade { upgrade_id: id.as_str().into(), order_ids: None });
    for upgrade in [&listed[0], &alone.item().unwrap().unwrap()] {
        assert_eq!(upgrade.id().unwrap().as_deref(), Some(&*id));
        assert_eq!(upgrade.name().unwrap(), text("To the club"));
        assert_eq!(upgrade.to_product_id().unwrap(), text("515152"));
        assert_eq!(upgrade.to_product_name().unwrap(), text("Brush club"));
        assert_eq!(upgrade.is_active().unwrap(), Some(true), "unless told otherwise");
        assert_eq!(upgrade.fallback_product_id().unwrap(), text("515151"));
        assert_eq!(upgrade.buyer_readonly_keys().unwrap(), Some(ReadonlyKeys::EmailAndName));
        let types = upgrade.upgrade_types().unwrap().unwrap();
        let kind = |id: &str| types.iter().find(|(other, _)| other == id).map(|(_, kind)| kind.clone());
        assert_eq!(kind("515151"), Some(UpgradeKind::Upgrade));
        assert_eq!(kind("515153"), Some(UpgradeKind::SpecialOffer), "the last word holds");
        assert_eq!(kind("515154"), Some(UpgradeKind::Downgrade));
        let key = upgrade.authkey().unwrap().unwrap();
        let url = format!("https://www.digistore24.com/upgrade/{id}-{key}/ORDER_ID");
        assert_eq!(upgrade.upgrade_url().unwrap(), Some(url));
    }
    let check = alone.check().unwrap().unwrap();
    assert_eq!(check.is_upgrade_possible().unwrap(), None, "nobody asked about orders");

    let delete = DeleteUpgrade { upgrade_id: id.as_str().into() };
    story.call(delete.clone());
    assert!(story.call(ListUpgrades {}).upgrades().unwrap().unwrap().is_empty());
    assert_eq!(refusal(story.try_call(delete)).0, Some(4));
    assert_eq!(refusal(story.try_call(GetUpgrade { upgrade_id: id.into(), order_ids: None })).0, Some(4));
}

#[test]
fn an_upgrade_is_checked_against_orders() {
    let mut story = Story::new();
    let id = story.call(to_the_club()).upgrade_id().unwrap().unwrap();
    let of_course = check(&mut story, &id, "AB12CD34").unwrap();
    assert_eq!(of_course.is_upgrade_possible().unwrap(), Some(true));
    assert_eq!(of_course.possible_upgrade_type().unwrap(), Some(UpgradeKind::Upgrade));
    assert_eq!(check(&mut story, &id, "AB12CD34,LM34NP56").unwrap().is_upgrade_possible().unwrap(), Some(true));
    let already = check(&mut story, &id, "AB12CD34,CD34EF56").unwrap();
    assert_eq!(already.is_upgrade_possible().unwrap(), Some(false), "CD34EF56 is for the club itself");
    assert_eq!(check(&mut story, &id, "GH78JK92").unwrap().is_upgrade_possible().unwrap(), Some(false), "refunded");
    let unknown = GetUpgrade { upgrade_id: id.into(), order_ids: Some("ZZ".into()) };
    assert_eq!(refusal(story.try_call(unknown)).0, Some(4));

    let off = CreateUpgrade { is_active: Some(false), ..to_the_club() };
    let off = story.call(off).upgrade_id().unwrap().unwrap();
    assert_eq!(check(&mut story, &off, "AB12CD34").unwrap().is_upgrade_possible().unwrap(), Some(false));
}

#[test]
fn an_upgrade_leads_from_products_to_products() {
    let mut story = Story::new();
    for wrong in [
        CreateUpgrade { to_product_id: 1_i64.into(), ..to_the_club() },
        CreateUpgrade { upgrade_from: Some("515151,2".into()), ..to_the_club() },
        CreateUpgrade { downgrade_from: Some("3".into()), ..to_the_club() },
        CreateUpgrade { special_offer_for: Some("all".into()), ..to_the_club() },
        CreateUpgrade { fallback_product_id: Some("4".into()), ..to_the_club() },
    ] {
        assert_eq!(refusal(story.try_call(wrong)).0, Some(4));
    }
    assert!(story.call(ListUpgrades {}).upgrades().unwrap().unwrap().is_empty());
    let bare = CreateUpgrade { name: "Bare".into(), to_product_id: 515_152_i64.into(), ..CreateUpgrade::default() };
    story.call(bare);
    let answer = story.answer(ListUpgrades {});
    assert!(answer.raw().contains(r#""upgrade_types":[]"#), "PHP's empty map: {}", answer.raw());
}

#[test]
fn a_smart_upgrade_has_a_widget_for_orders() {
    let mut story = Story::new();
    let listed = story.call(ListSmartUpgrades {}).smartupgrades().unwrap().unwrap();
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].upgrade_to_product_id().unwrap(), text("515152"));
    let get = |orders: Option<&str>| GetSmartupgrade {
        smartupgrade_id: "3301".into(),
        purchase_id: orders.map(|orders| orders.into()),
    };
    let plain = story.call(get(None));
    assert_eq!(plain.get("name").and_then(Value::as_str), listed[0].name().unwrap().as_deref());
    assert!(plain.get("widget_code").is_none());
    let code = story.call(get(Some("AB12CD34,JK92LM34")));
    assert!(code.get("widget_code").and_then(Value::as_str).unwrap().contains("/AB12CD34,JK92LM34\""));
    assert_eq!(refusal(story.try_call(get(Some("ZZ")))).0, Some(4));
    assert_eq!(refusal(story.try_call(GetSmartupgrade { smartupgrade_id: "1".into(), purchase_id: None })).0, Some(4));
}
