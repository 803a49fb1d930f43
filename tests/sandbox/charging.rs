//! Charging again what a buyer paid with before.

use std::time::Duration;

use digistore24::catalogue::billing::{
    BillingAddon, BillingPaymentPlan, BillingSettings, CreateBillingOnDemand, CreateRebillingPayment, OrderTracking,
    PaymentStatus,
};
use digistore24::catalogue::buy_urls::{BuyUrlPaymentPlan, BuyUrlSettings, CreateBuyUrl};
use digistore24::catalogue::purchases::{AddonChange, CreateAddonChangePurchase, GetPurchase, GetPurchaseTracking};
use digistore24::catalogue::upgrades::{CreateUpgrade, CreateUpgradePurchase, GetUpgrade, UpgradeKind};
use digistore24::sandbox::Checkout;
use digistore24::{Amount, Map, Value};

use super::{Story, amount, refusal, text};

const DAY: u64 = 86_400;
const SUBSCRIPTION: &str = "CD34EF56";

fn on_demand(product: i64) -> CreateBillingOnDemand {
    CreateBillingOnDemand { purchase_id: SUBSCRIPTION.into(), product_id: product.into(), ..Default::default() }
}

/// What an order says of itself: billing status, amounts of its transactions, whether its payments were stopped.
fn state(story: &mut Story, id: &str) -> (String, Vec<Amount>, bool) {
    let purchase = story.call(GetPurchase { purchase_id: id.into() }).one().unwrap();
    let rows = purchase.transaction_list().unwrap().unwrap();
    let amounts = rows.iter().map(|row| row.amount().unwrap().unwrap()).collect();
    let status = purchase.billing_status().unwrap().unwrap().as_str().to_owned();
    (status, amounts, purchase.is_canceled_now().unwrap().unwrap())
}

fn cents(amounts: &[i64]) -> Vec<Amount> {
    amounts.iter().map(|cents| Amount::cents(*cents)).collect()
}

#[test]
fn a_charge_makes_an_order_of_the_same_buyer() {
    let mut story = Story::new();
    let charge = CreateBillingOnDemand {
        payment_plan: Some(BillingPaymentPlan { first_amount: amount("10.00"), ..Default::default() }),
        tracking: Some(OrderTracking { custom: text("extra hour"), affiliate: text("bea"), ..Default::default() }),
        settings: Some(BillingSettings { quantity: Some(2), voucher_code: text("AUTUMN20"), ..Default::default() }),
        addons: Some(vec![BillingAddon {
            product_id: Some(515_153_i64.into()),
            single_amount: amount("5.00"),
            ..Default::default()
        }]),
        ..on_demand(515_151)
    };
    let made = story.call(charge);
    assert_eq!(made.payment_status().unwrap(), Some(PaymentStatus::Completed));
    assert_eq!((made.paid_amount().unwrap(), made.open_amount().unwrap()), (amount("21.00"), amount("0.00")));
    assert_eq!(made.pay_url().unwrap().unwrap_or_default(), "");
    let id = made.created_purchase_id().unwrap().unwrap();
    assert_eq!(state(&mut story, &id), ("completed".to_owned(), cents(&[1600, 500]), false));
    let purchase = story.call(GetPurchase { purchase_id: id.as_str().into() }).one().unwrap();
    let source = story.call(GetPurchase { purchase_id: SUBSCRIPTION.into() }).one().unwrap();
    let buyer = |of: digistore24::catalogue::purchases::Purchase| of.buyer().unwrap().unwrap().id().unwrap();
    assert_eq!(purchase.custom().unwrap(), text("extra hour"));
    assert!(purchase.affiliate_amount().unwrap().unwrap() > Amount::cents(0));
    assert_eq!(buyer(purchase), buyer(source));
    assert_eq!(story.sandbox.licenses(&id).unwrap().len(), 1, "the add-on comes with a key");
}

#[test]
fn only_what_can_be_charged_again_is_and_not_too_often() {
    let mut story = Story::new();
    let other = CreateBillingOnDemand { purchase_id: "AB12CD34".into(), ..on_demand(515_151) };
    assert_eq!(refusal(story.try_call(other)).0, Some(3), "a single payment");
    let unknown = CreateBillingOnDemand { purchase_id: "ZZZZZZZZ".into(), ..on_demand(515_151) };
    assert_eq!(refusal(story.try_call(unknown)).0, Some(4));
    assert_eq!(refusal(story.try_call(on_demand(999_999))).0, Some(4));
    let code = BillingSettings { voucher_code: text("NOSUCH"), ..Default::default() };
    let refused = refusal(story.try_call(CreateBillingOnDemand { settings: Some(code), ..on_demand(515_151) }));
    assert!(refused.1.contains("settings[voucher_code]"), "{}", refused.1);
    let stranger = OrderTracking { affiliate: text("nobody"), ..Default::default() };
    let refused = refusal(story.try_call(CreateBillingOnDemand { tracking: Some(stranger), ..on_demand(515_151) }));
    assert_eq!(refused.0, Some(4));

    // What was refused does not count. Ten a day, one a minute.
    for _ in 0..10 {
        story.call(on_demand(515_151));
        assert_eq!(refusal(story.try_call(on_demand(515_151))).0, Some(3), "within the same minute");
        story.sandbox.advance(Duration::from_secs(60));
    }
    assert_eq!(refusal(story.try_call(on_demand(515_151))).0, Some(3), "the eleventh of a day");
    story.sandbox.advance(Duration::from_secs(DAY));
    story.call(on_demand(515_151));
}

#[test]
fn a_link_can_ask_for_a_way_to_pay_that_can_be_charged_again() {
    let mut story = Story::new();
    let settings = BuyUrlSettings { force_rebilling: Some(true), ..Default::default() };
    let link = CreateBuyUrl { product_id: 515_151_i64.into(), settings: Some(settings), ..Default::default() };
    let buy_url = story.call(link).id().unwrap().unwrap();
    let bought = story.sandbox.buy(&Checkout { buy_url, ..Checkout::new("", "mia@example.com") }).unwrap();
    let charge = CreateBillingOnDemand { purchase_id: bought.purchase_id.into(), ..on_demand(515_151) };
    assert_eq!(story.call(charge).payment_status().unwrap(), Some(PaymentStatus::Completed));
}

#[test]
fn a_card_that_declines_is_a_success_that_says_so() {
    let mut story = Story::new();
    story.sandbox.fail_payments(SUBSCRIPTION, 1).unwrap();
    let made = story.call(on_demand(515_151));
    assert_eq!(made.payment_status().unwrap(), Some(PaymentStatus::Refused));
    assert_eq!((made.paid_amount().unwrap(), made.open_amount().unwrap()), (amount("0.00"), amount("59.50")));
    assert!(made.pay_url().unwrap().unwrap().starts_with("https://"));
    let id = made.created_purchase_id().unwrap().unwrap();
    story.sandbox.advance(Duration::from_secs(60));
    let second = story.call(on_demand(515_151));
    assert_eq!(second.payment_status().unwrap(), Some(PaymentStatus::Completed), "the card declined once");
    story.sandbox.advance(Duration::from_secs(30 * DAY));
    assert_eq!(state(&mut story, &id), ("unpaid".to_owned(), vec![], false), "nothing is tried again");
    assert!(story.sandbox.pay(&id).unwrap());
    assert_eq!(state(&mut story, &id), ("completed".to_owned(), cents(&[5950]), false));
}

#[test]
fn the_next_payment_can_be_collected_early() {
    let mut story = Story::new();
    let pay = |id: &str| CreateRebillingPayment { purchase_id: id.into() };
    let paid = story.call(pay(SUBSCRIPTION));
    assert_eq!(paid.payment_status().unwrap(), Some(PaymentStatus::Completed));
    assert_eq!(state(&mut story, SUBSCRIPTION).1.len(), 3);
    let next = |story: &mut Story| {
        let purchase = story.call(GetPurchase { purchase_id: SUBSCRIPTION.into() }).one().unwrap();
        purchase.next_payment_at().unwrap().unwrap().to_string()
    };
    assert_eq!(next(&mut story), "2026-11-10", "the tenth of October is paid");
    story.sandbox.fail_payments(SUBSCRIPTION, 1).unwrap();
    let refused = story.call(pay(SUBSCRIPTION));
    assert_eq!(refused.payment_status().unwrap(), Some(PaymentStatus::Refused));
    assert!(!refused.payment_message().unwrap().unwrap().is_empty());
    assert!(refused.payment_data_update_url().unwrap().unwrap().starts_with("https://"));
    assert_eq!(state(&mut story, SUBSCRIPTION).0, "unpaid");
    let nothing = story.call(pay("AB12CD34"));
    assert_eq!(nothing.payment_status().unwrap(), Some(PaymentStatus::Failed), "no payment follows");
    assert_eq!(refusal(story.try_call(pay("ZZZZZZZZ"))).0, Some(4));
}

/// An upgrade from the course, a downgrade from the membership, both to the software; and one to the membership.
fn upgrades(story: &mut Story) -> (String, String) {
    let mut make = |to: i64, up: &str, down: Option<&str>| {
        let create = CreateUpgrade {
            name: "More".into(),
            to_product_id: to.into(),
            upgrade_from: Some(up.into()),
            downgrade_from: down.map(Into::into),
            ..CreateUpgrade::default()
        };
        story.call(create).upgrade_id().unwrap().unwrap()
    };
    (make(515_153, "515151", Some("515152")), make(515_152, "515151,515152", None))
}

fn upgrade(orders: &str, upgrade: &str) -> CreateUpgradePurchase {
    CreateUpgradePurchase {
        purchase_ids: orders.into(),
        upgrade_id: upgrade.into(),
        payment_plan_id: None,
        quantities: None,
    }
}

#[test]
fn an_upgrade_takes_the_place_of_an_order_and_counts_its_money() {
    let mut story = Story::new();
    let (to_software, _) = upgrades(&mut story);
    let made = story.call(upgrade("AB12CD34", &to_software));
    let info = made.upgrade_info().unwrap().unwrap();
    assert_eq!(info.upgrade_type().unwrap(), Some(UpgradeKind::Upgrade));
    assert_eq!(info.upgraded_purchase_id().unwrap(), text("AB12CD34"));
    assert_eq!(
        (info.upgrade_amount_total().unwrap(), info.upgrade_amount_left().unwrap()),
        (amount("59.50"), amount("0.00"))
    );
    let new = made.new_purchase().unwrap().unwrap();
    assert_eq!(new.paid_amount().unwrap(), amount("59.50"), "119.00 less what the course cost");
    let id = new.id().unwrap().unwrap();
    assert_eq!(state(&mut story, &id), ("completed".to_owned(), cents(&[5950]), false));
    assert_eq!(state(&mut story, "AB12CD34").0, "aborted");
    assert_eq!(story.sandbox.licenses(&id).unwrap().len(), 1);
    assert_eq!(story.sandbox.mails().remove(0).kind, "upgrade");
    // Once it has ended, it cannot be upgraded again.
    assert_eq!(refusal(story.try_call(upgrade("AB12CD34", &to_software))).0, Some(3));
    let other_buyer = upgrade("GH78JK92,CD34EF56", &to_software);
    assert_eq!(refusal(story.try_call(other_buyer)).0, Some(3));
    assert_eq!(refusal(story.try_call(upgrade("CD34EF56", "999"))).0, Some(4));
    assert_eq!(refusal(story.try_call(upgrade("CD34EF56", &format!("{to_software}-wrong")))).0, Some(4));
    let item =
        story.call(GetUpgrade { upgrade_id: to_software.as_str().into(), order_ids: None }).item().unwrap().unwrap();
    let with_key = format!("{to_software}-{}", item.authkey().unwrap().unwrap());
    story.call(upgrade("CD34EF56", &with_key));
}

#[test]
fn a_running_subscription_counts_by_the_days_that_are_left() {
    let mut story = Story::new();
    let (_, to_club) = upgrades(&mut story);
    let quantities: Map<i64> = [("515152".to_owned(), 2)].into_iter().collect();
    let call = CreateUpgradePurchase { quantities: Some(quantities), ..upgrade(SUBSCRIPTION, &to_club) };
    let made = story.call(call);
    let used = made.upgrade_info().unwrap().unwrap().upgrade_amount_total().unwrap().unwrap();
    // Five of thirty days of 29.75 are left, less ten hours.
    assert!(used > Amount::cents(400) && used < Amount::cents(496), "{used}");
    let new = made.new_purchase().unwrap().unwrap();
    let paid = Amount::cents(5950).checked_sub(used).unwrap();
    assert_eq!((new.paid_amount().unwrap(), new.next_amount().unwrap()), (Some(paid), amount("59.50")));
    assert_eq!(new.next_payment_at().unwrap().unwrap().to_string(), "2026-11-05");
    let id = new.id().unwrap().unwrap();
    story.sandbox.advance(Duration::from_secs(60 * DAY));
    assert_eq!(state(&mut story, &id).1, [paid, Amount::cents(5950)]);
    let (status, amounts, is_stopped) = state(&mut story, SUBSCRIPTION);
    assert_eq!(
        (status.as_str(), amounts.len(), is_stopped),
        ("aborted", 2, true),
        "nothing is charged for it any more"
    );
    assert!(!story.sandbox.resume(SUBSCRIPTION).unwrap());
    assert_eq!(last_paid_days(&mut story), 0);
}

/// How many last paid days were told.
fn last_paid_days(story: &mut Story) -> usize {
    use digistore24::catalogue::billing::ListRebillingStatusChanges;
    let list = ListRebillingStatusChanges { from: Some("start".into()), ..Default::default() };
    let items = story.call(list).items().unwrap().unwrap();
    items.iter().filter(|row| row.r#type().unwrap().unwrap().as_str() == "last_paid_day").count()
}

#[test]
fn a_downgrade_begins_with_the_next_period() {
    let mut story = Story::new();
    let (to_software, _) = upgrades(&mut story);
    let made = story.call(upgrade(SUBSCRIPTION, &to_software));
    let new = made.new_purchase().unwrap().unwrap();
    assert_eq!(made.upgrade_info().unwrap().unwrap().upgrade_type().unwrap(), Some(UpgradeKind::Downgrade));
    assert_eq!((new.paid_amount().unwrap(), new.next_amount().unwrap()), (amount("0.00"), amount("119.00")));
    assert_eq!(new.next_payment_at().unwrap().unwrap().to_string(), "2026-10-10");
    let id = new.id().unwrap().unwrap();
    assert!(story.sandbox.licenses(&id).unwrap().is_empty());
    story.sandbox.advance(Duration::from_secs(5 * DAY));
    assert_eq!(state(&mut story, &id), ("completed".to_owned(), cents(&[11_900]), false));
    assert_eq!(state(&mut story, SUBSCRIPTION).1.len(), 2);
    assert_eq!(story.sandbox.licenses(&id).unwrap().len(), 1);
}

#[test]
fn an_upgrade_that_is_not_paid_changes_nothing_yet() {
    let mut story = Story::new();
    let (_, to_club) = upgrades(&mut story);
    story.sandbox.fail_payments(SUBSCRIPTION, 1).unwrap();
    let new = story.call(upgrade(SUBSCRIPTION, &to_club)).new_purchase().unwrap().unwrap();
    assert_eq!(new.billing_status().unwrap().unwrap().as_str(), "unpaid");
    assert_eq!(new.paid_amount().unwrap(), amount("0.00"));
    assert_eq!(state(&mut story, SUBSCRIPTION).0, "paying");
    assert!(story.sandbox.pay(&new.id().unwrap().unwrap()).unwrap());
    assert_eq!(state(&mut story, SUBSCRIPTION).0, "aborted");
}

#[test]
fn a_link_can_upgrade_an_order_too() {
    let mut story = Story::new();
    let plan = BuyUrlPaymentPlan { upgrade_order_id: Some("AB12CD34".into()), ..Default::default() };
    let link = CreateBuyUrl { product_id: 515_153_i64.into(), payment_plan: Some(plan), ..Default::default() };
    let buy_url = story.call(link).id().unwrap().unwrap();
    let order = Checkout { buy_url, ..Checkout::new("", "lena@example.com") };
    let bought = story.sandbox.buy(&order).unwrap();
    assert_eq!(bought.amount, Amount::cents(11_900), "the link says the price");
    assert_eq!(state(&mut story, "AB12CD34").0, "aborted");
    let problems = story.sandbox.buy(&order).unwrap_err();
    assert_eq!(problems[0].path, "buy_url", "the order has ended");
}

#[test]
fn addons_come_and_go() {
    let mut story = Story::new();
    let addon = |product: i64, quantity: i64, price: &str| AddonChange {
        product_id: product.into(),
        amount: amount(price),
        quantity: Some(quantity),
        is_quantity_editable_after_purchase: None,
    };
    let change = |order: &str, addons: Vec<AddonChange>| CreateAddonChangePurchase {
        purchase_id: order.into(),
        addons,
        tracking: None,
        placeholders: None,
    };
    let made = story.call(change(SUBSCRIPTION, vec![addon(515_151, 2, "4.00"), addon(515_153, 1, "7.00")]));
    assert_eq!(made.payment_status().unwrap(), Some(PaymentStatus::Completed));
    let first = made.created_purchase_id().unwrap().unwrap();
    assert_eq!(state(&mut story, &first).1, cents(&[0, 800, 700]), "the club itself is paid until the tenth");
    assert_eq!(state(&mut story, SUBSCRIPTION).0, "aborted");
    story.sandbox.advance(Duration::from_secs(5 * DAY));
    assert_eq!(state(&mut story, &first).1, cents(&[0, 800, 700, 2975, 800, 700]));

    // One add-on goes, the other is there three times: one more is paid now.
    let second = story.call(change(&first, vec![addon(515_151, 3, "4.00")])).created_purchase_id().unwrap().unwrap();
    assert_eq!(state(&mut story, &second).1, cents(&[0, 400]));
    story.sandbox.advance(Duration::from_secs(31 * DAY));
    assert_eq!(state(&mut story, &second).1, cents(&[0, 400, 2975, 1200]));
    let tracking = GetPurchaseTracking { purchase_id: second.as_str().into() };
    assert!(story.call(tracking).one().is_some());

    let single = change("AB12CD34", vec![addon(515_153, 1, "7.00")]);
    assert_eq!(refusal(story.try_call(single)).0, Some(3), "only subscriptions");
    let free = AddonChange { amount: None, ..addon(515_151, 1, "1.00") };
    assert_eq!(refusal(story.try_call(change(&second, vec![free]))).0, Some(3), "the course does not recur");
}

#[test]
fn what_nobody_knows_of_charges_can_be_assumed_otherwise() {
    let mut story = Story::new();
    let mut assume = |name: &str, value: Value| {
        story.sandbox.assume(name, value).unwrap();
    };
    assume("charges_a_day", 1.into());
    assume("seconds_between_charges", 0.into());
    assume("upgrade_credits", false.into());
    story.call(on_demand(515_151));
    assert_eq!(refusal(story.try_call(on_demand(515_151))).0, Some(3), "the second of a day");
    story.sandbox.assume("charges_a_day", 2).unwrap();
    story.call(on_demand(515_151));
    let (to_software, _) = upgrades(&mut story);
    let new = story.call(upgrade("AB12CD34", &to_software)).new_purchase().unwrap().unwrap();
    assert_eq!(new.paid_amount().unwrap(), amount("119.00"), "nothing counts");

    story.sandbox.assume("billing_on_demand", false).unwrap();
    let nothing_more = [
        refusal(story.try_call(on_demand(515_151))),
        refusal(story.try_call(CreateRebillingPayment { purchase_id: SUBSCRIPTION.into() })),
        refusal(story.try_call(upgrade(SUBSCRIPTION, &to_software))),
    ];
    assert!(nothing_more.iter().all(|(code, ..)| *code == Some(5)), "{nothing_more:?}");
}
