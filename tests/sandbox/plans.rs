//! What products cost, and when it is paid.

use digistore24::catalogue::payment_plans::{
    CancelPolicy, CreatePaymentplan, DeletePaymentplan, ListPaymentPlans, PaymentPlan, PaymentPlanData,
    UpdatePaymentplan,
};
use digistore24::catalogue::products::{
    CopyProduct, CreateProduct, DeleteProduct, GetProduct, ListProducts, ProductCopyData, ProductData,
};
use digistore24::sandbox::Checkout;

use super::{Story, amount, refusal, text};

fn plans(story: &mut Story, product: &str) -> Vec<PaymentPlan> {
    story.call(ListPaymentPlans { product_id: product.into() })
}

fn easel(story: &mut Story) -> String {
    let data = ProductData { name: text("Easel"), ..ProductData::default() };
    story.call(CreateProduct { data }).product_id().unwrap().unwrap()
}

fn monthly() -> PaymentPlanData {
    PaymentPlanData {
        first_amount: amount("9.99"),
        first_billing_interval: text("14_day"),
        currency: text("CHF"),
        other_amounts: amount("19.99"),
        other_billing_intervals: text("1_month"),
        number_of_installments: Some(0),
        is_active: Some(false),
        cancel_policy: Some(CancelPolicy::TwelveAndThreeMonths),
        position: Some(20),
        is_switching_allowed: Some(true),
    }
}

#[test]
fn every_property_of_a_plan_comes_back() {
    let mut story = Story::new();
    let create = CreatePaymentplan { product_id: "515151".into(), data: monthly() };
    let made = story.call(create);
    assert_eq!(made.is_valid().unwrap(), Some(true));
    let id = made.paymentplan_id().unwrap().unwrap();
    let listed = plans(&mut story, "515151");
    assert_eq!(listed.len(), 2, "the plan of the account stays");
    let plan = &listed[1];
    assert_eq!(plan.id().unwrap().as_deref(), Some(&*id));
    assert_eq!(plan.product_id().unwrap(), text("515151"));
    assert_eq!(plan.first_amount().unwrap(), amount("9.99"));
    assert_eq!(plan.first_billing_interval().unwrap(), text("14_day"));
    assert_eq!(plan.currency().unwrap(), text("CHF"));
    assert_eq!(plan.other_amounts().unwrap(), amount("19.99"));
    assert_eq!(plan.other_billing_intervals().unwrap(), text("1_month"));
    assert_eq!(plan.number_of_installments().unwrap(), Some(0));
    assert_eq!(plan.is_active().unwrap(), Some(false));
    assert_eq!(plan.cancel_policy().unwrap(), Some(CancelPolicy::TwelveAndThreeMonths));
    assert_eq!(plan.position().unwrap(), Some(20));
    assert_eq!(plan.is_switching_allowed().unwrap(), Some(true));
    assert_eq!(plan.is_for_sale().unwrap(), text("N"), "it is switched off");
    assert_eq!(plan.description().unwrap(), text("9.99 CHF + 19.99 CHF / 1_month"));
    assert_eq!(plan.created_at().unwrap().unwrap().to_string(), "2026-10-05T14:00:00+02:00");

    let product = story.call(GetProduct { product_id: "515151".into(), show_deleted: None });
    let shown = product.paymentplans().unwrap().unwrap();
    assert_eq!(shown[1].raw_field("first_amount"), Some("\"9.99\""));
    let products = story.call(ListProducts { sort_by: None }).products().unwrap().unwrap();
    assert!(products.iter().all(|product| product.raw_field("paymentplans").is_none()), "only getProduct has them");
}

#[test]
fn a_plan_changes_and_goes() {
    let mut story = Story::new();
    story.sandbox.advance(std::time::Duration::from_secs(60));
    let data = PaymentPlanData { first_amount: amount("49"), position: Some(5), ..PaymentPlanData::default() };
    let update = UpdatePaymentplan { paymentplan_id: "610004".into(), data };
    assert_eq!(story.call(update.clone()).is_modified().unwrap(), Some(true));
    assert_eq!(story.call(update).is_modified().unwrap(), Some(false), "the second time nothing changes");
    let listed = plans(&mut story, "515153");
    assert_eq!(listed[0].id().unwrap(), text("610004"), "sorted by position");
    assert_eq!(listed[0].description().unwrap(), text("49.00 EUR + 2 × 119.00 EUR (1_month)"));
    assert_eq!(listed[0].modified_at().unwrap().unwrap().to_string(), "2026-10-05T14:01:00+02:00");
    assert_eq!(listed[1].modified_at().unwrap().unwrap().to_string(), "2026-01-12T10:00:00+01:00");

    let delete = DeletePaymentplan { paymentplan_id: "610004".into() };
    story.call(delete.clone());
    assert_eq!(plans(&mut story, "515153").len(), 1);
    assert_eq!(refusal(story.try_call(delete)).0, Some(4));
}

#[test]
fn a_product_is_never_without_a_plan() {
    let mut story = Story::new();
    let product = easel(&mut story);
    let default = plans(&mut story, &product).remove(0);
    assert_eq!(default.first_amount().unwrap(), amount("27"));
    assert_eq!(default.description().unwrap(), text("27.00 EUR"));

    let data = PaymentPlanData { first_amount: amount("80"), ..PaymentPlanData::default() };
    let own = story.call(CreatePaymentplan { product_id: product.as_str().into(), data: data.clone() });
    let own = own.paymentplan_id().unwrap().unwrap();
    let listed = plans(&mut story, &product);
    assert_eq!(listed.len(), 1, "the default plan gives way");
    assert_eq!(listed[0].id().unwrap().as_deref(), Some(&*own));

    let data_of_copy = ProductCopyData { name_intern: text("easel-2"), ..ProductCopyData::default() };
    let copy = CopyProduct { product_id: product.as_str().into(), data: data_of_copy };
    let copy = story.call(copy).product_id().unwrap().unwrap();
    let copied = plans(&mut story, &copy);
    assert_eq!((copied.len(), copied[0].first_amount().unwrap()), (1, amount("80")));
    assert_ne!(copied[0].id().unwrap().as_deref(), Some(&*own), "a plan of its own");

    story.call(DeletePaymentplan { paymentplan_id: own.into() });
    let listed = plans(&mut story, &product);
    assert_eq!((listed.len(), listed[0].first_amount().unwrap()), (1, amount("27")), "the default plan is back");

    let id = listed[0].id().unwrap().unwrap();
    let kept = PaymentPlanData { first_amount: amount("28"), ..PaymentPlanData::default() };
    story.call(UpdatePaymentplan { paymentplan_id: id.into(), data: kept });
    story.call(CreatePaymentplan { product_id: product.as_str().into(), data });
    assert_eq!(plans(&mut story, &product).len(), 2, "once changed, it is a plan like any other");
}

#[test]
fn plans_that_cannot_bill_are_not_valid() {
    let mut story = Story::new();
    let mut is_valid = |data: PaymentPlanData| {
        story.call(CreatePaymentplan { product_id: "515151".into(), data }).is_valid().unwrap().unwrap()
    };
    let plan = |first: &str, other: &str, installments: i64, interval: &str| PaymentPlanData {
        first_amount: amount(first),
        other_amounts: amount(other),
        number_of_installments: Some(installments),
        other_billing_intervals: text(interval),
        ..PaymentPlanData::default()
    };
    assert!(is_valid(plan("10", "0", 1, "")));
    assert!(is_valid(plan("10", "0", 0, "")), "nothing follows: a single payment");
    assert!(is_valid(plan("10", "10", 1, "")), "one payment: a single payment");
    assert!(is_valid(plan("0", "10", 0, "1_month")), "free at first");
    assert!(!is_valid(plan("0", "0", 1, "")));
    assert!(!is_valid(plan("10", "10", 3, "")), "nobody said when");
}

#[test]
fn what_is_wrong_with_a_plan_is_told() {
    let mut story = Story::new();
    let data = |data: PaymentPlanData| CreatePaymentplan { product_id: "515151".into(), data };
    let money = PaymentPlanData { currency: text("DEM"), ..PaymentPlanData::default() };
    let pace = PaymentPlanData { other_billing_intervals: text("10-day"), ..PaymentPlanData::default() };
    for (create, name) in [(data(money), "data[currency]"), (data(pace.clone()), "data[other_billing_intervals]")] {
        let (code, message, _) = refusal(story.try_call(create));
        assert_eq!((code, message), (Some(3), format!("Invalid value for argument: {name}")));
    }
    let update = UpdatePaymentplan { paymentplan_id: "610001".into(), data: pace };
    assert_eq!(refusal(story.try_call(update)).0, Some(3));
    assert_eq!(plans(&mut story, "515151").len(), 1, "a refused call changes nothing");

    assert_eq!(refusal(story.try_call(ListPaymentPlans { product_id: "1".into() })).0, Some(4));
    let elsewhere = CreatePaymentplan { product_id: "1".into(), data: monthly() };
    assert_eq!(refusal(story.try_call(elsewhere)).0, Some(4));
    let unknown = UpdatePaymentplan { paymentplan_id: "1".into(), data: monthly() };
    assert_eq!(refusal(story.try_call(unknown)).0, Some(4));
    let product = easel(&mut story);
    story.call(DeleteProduct { product_id: product.as_str().into() });
    assert_eq!(refusal(story.try_call(ListPaymentPlans { product_id: product.into() })).0, Some(4));
}

#[test]
fn a_product_is_bought_on_the_plan_it_has() {
    let mut story = Story::new();
    let product = easel(&mut story);
    let pay = |story: &mut Story| story.sandbox.buy(&Checkout::new(&*product, "mia@example.com")).unwrap().amount;
    assert_eq!(Some(pay(&mut story)), amount("27"));
    let data = PaymentPlanData { first_amount: amount("80"), ..PaymentPlanData::default() };
    story.call(CreatePaymentplan { product_id: product.as_str().into(), data });
    assert_eq!(Some(pay(&mut story)), amount("80"));
}
