//! What shipping costs.

use digistore24::catalogue::deliveries::{
    BillingCycle, CreateShippingCostPolicy, DeleteShippingCostPolicy, FeeType, GetShippingCostPolicy,
    ListShippingCostPolicies, ShippingCostPolicy, ShippingCostPolicyData, UpdateShippingCostPolicy,
};
use digistore24::{Amount, PerLanguage, Value, Wire};

use super::{Story, amount, refusal, text};

fn by_parcel() -> ShippingCostPolicyData {
    ShippingCostPolicyData {
        name: text("Parcels"),
        label: Some(PerLanguage::from([("de", "Versand"), ("en", "Shipping")])),
        position: Some(10),
        is_active: Some(false),
        for_product_ids: Some("515151,515153".into()),
        for_countries: Some("DE,AT".into()),
        for_currencies: Some("EUR,CHF".into()),
        fee_type: Some(FeeType::FeePerUnit),
        billing_cycle: Some(BillingCycle::Monthly),
        currency: text("CHF"),
        scale_level_count: Some(5),
        scale_1_amount: amount("9.9"),
        scale_2_from: Some(2),
        scale_2_amount: amount("8"),
        scale_3_from: Some(3),
        scale_3_amount: amount("7"),
        scale_4_from: Some(4),
        scale_4_amount: amount("6"),
        scale_5_from: Some(5),
        scale_5_amount: amount("5.05"),
    }
}

fn get(story: &mut Story, id: &str) -> ShippingCostPolicy {
    story.call(GetShippingCostPolicy { policy_id: id.into() }).policy().unwrap().unwrap()
}

#[test]
fn every_property_of_a_policy_comes_back() {
    let mut story = Story::new();
    let id = story.call(CreateShippingCostPolicy { data: by_parcel() }).policy_id().unwrap().unwrap();
    let policy = get(&mut story, &id);
    let listed = story.call(ListShippingCostPolicies {}).remove(0);
    let Some(Value::Map(sent)) = by_parcel().value() else { panic!("a group") };
    assert_eq!(sent.len(), 21, "one label for each language");
    for (name, value) in sent {
        let value = match value {
            Value::Amount(amount) => Value::Amount(Amount::new(amount.minor_units(2).unwrap(), 2).unwrap()),
            value => value,
        };
        for policy in [&policy, &listed] {
            assert_eq!(policy.get(&name).map(Value::from), Some(value.clone()), "{name}");
        }
    }
    assert_eq!(policy.created_at().unwrap().unwrap().to_string(), "2026-10-05T14:00:00+02:00");
}

#[test]
fn a_policy_changes_and_goes() {
    let mut story = Story::new();
    let named = |name: &str| ShippingCostPolicyData { name: text(name), ..ShippingCostPolicyData::default() };
    let id = story.call(CreateShippingCostPolicy { data: named("Letters") }).policy_id().unwrap().unwrap();
    story.call(CreateShippingCostPolicy { data: by_parcel() });
    let names = |story: &mut Story| {
        let rows = story.call(ListShippingCostPolicies {});
        rows.iter().map(|row| row.name().unwrap().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(names(&mut story), ["Parcels", "Letters"], "by position, which is 100 unless told otherwise");
    let letters = get(&mut story, &id);
    assert_eq!(letters.is_active().unwrap(), Some(true));
    assert_eq!(letters.for_countries().unwrap().unwrap(), ["all"]);
    assert_eq!(letters.scale_level_count().unwrap(), Some(1));

    let data = ShippingCostPolicyData {
        position: Some(1),
        scale_1_amount: amount("1.5"),
        label: Some(PerLanguage::from([("fr", "Port")])),
        ..ShippingCostPolicyData::default()
    };
    let update = UpdateShippingCostPolicy { policy_id: id.as_str().into(), data };
    assert_eq!(story.call(update.clone()).is_modified().unwrap(), Some(true));
    assert_eq!(story.call(update).is_modified().unwrap(), Some(false), "the second time nothing changes");
    let letters = get(&mut story, &id);
    assert_eq!(letters.scale_1_amount().unwrap(), amount("1.50"));
    assert_eq!(letters.raw_field("label_fr"), Some("\"Port\""));
    assert_eq!(letters.name().unwrap(), text("Letters"), "the rest stays");
    assert_eq!(names(&mut story), ["Letters", "Parcels"]);

    let delete = DeleteShippingCostPolicy { policy_id: id.as_str().into() };
    story.call(delete.clone());
    assert_eq!(names(&mut story), ["Parcels"]);
    assert_eq!(refusal(story.try_call(delete)).0, Some(4));
    assert_eq!(refusal(story.try_call(GetShippingCostPolicy { policy_id: id.into() })).0, Some(4));
}

#[test]
fn what_is_wrong_with_a_policy_is_told() {
    let mut story = Story::new();
    let mut told = |data| refusal(story.try_call(CreateShippingCostPolicy { data })).1;
    let bad = |name: &str| format!("Invalid value for argument: data[{name}]");
    assert_eq!(told(ShippingCostPolicyData { for_product_ids: Some("1".into()), ..by_parcel() }), "Not found: 1");
    let country = ShippingCostPolicyData { for_countries: Some("DE,XX".into()), ..by_parcel() };
    assert_eq!(told(country), bad("for_countries"));
    let currencies = ShippingCostPolicyData { for_currencies: Some("DEM".into()), ..by_parcel() };
    assert_eq!(told(currencies), bad("for_currencies"));
    assert_eq!(told(ShippingCostPolicyData { currency: text("all"), ..by_parcel() }), bad("currency"));
    let update = UpdateShippingCostPolicy { policy_id: "1".into(), data: by_parcel() };
    assert_eq!(refusal(story.try_call(update)).0, Some(4));
    assert!(story.call(ListShippingCostPolicies {}).is_empty());
}
