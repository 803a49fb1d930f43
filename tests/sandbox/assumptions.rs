//! What nobody outside knows: told in a list, and changed while the sandbox runs.

use std::time::Duration;

use digistore24::catalogue::affiliates::ListCommissions;
use digistore24::catalogue::payouts::ListPayouts;
use digistore24::catalogue::statistics::StatsDailyAmounts;
use digistore24::sandbox::{Checkout, Sandbox};
use digistore24::{Amount, Value};

use super::Story;

fn days(count: u64) -> Duration {
    Duration::from_secs(count * 86_400)
}

#[test]
fn everything_assumed_has_a_name_and_says_what_it_is() {
    let all = Sandbox::new().assumptions();
    let mut names: Vec<&str> = all.iter().map(|it| it.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all.len(), "names are unique");
    assert!(all.len() > 30);
    for it in &all {
        assert!(it.name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_'), "{}", it.name);
        assert!(it.about.ends_with('.') && !it.about.contains("  "), "{}: {}", it.name, it.about);
        assert!(!it.can_change || it.value != Value::Null, "{}", it.name);
    }
}

#[test]
fn whatever_can_be_changed_takes_its_own_value_and_refuses_others() {
    let mut sandbox = Sandbox::new();
    let before = sandbox.save();
    for it in sandbox.assumptions() {
        assert_eq!(sandbox.assume(&it.name, it.value.clone()).is_ok(), it.can_change, "{}", it.name);
        let problem = sandbox.assume(&it.name, "no such value").unwrap_err();
        assert_eq!(problem.path, it.name);
        assert!(!problem.message.is_empty());
    }
    assert_eq!(sandbox.save(), before);
    assert!(sandbox.assume("retry_day", 1).unwrap_err().message.contains("retry_days"));
}

#[test]
fn verbs_change_all_or_nothing_and_snapshots_keep_it() {
    let mut sandbox = Sandbox::new();
    let wrong = sandbox.tell(
        "assume",
        &Value::from([("retry_days", "1,2".into()), ("payout_days", "31".into()), ("moon", true.into())]),
    );
    let paths: Vec<String> = wrong.unwrap_err().into_iter().map(|problem| problem.path).collect();
    assert_eq!(paths, ["payout_days", "moon"]);
    let find = |sandbox: &mut Sandbox, name: &str| {
        let told = sandbox.tell("assumptions", &Value::Map(Vec::new())).unwrap();
        let Some(Value::List(rows)) = told.get("assumptions") else { panic!() };
        rows.iter().find(|row| row.get("name") == Some(&name.into())).unwrap().get("value").unwrap().clone()
    };
    let numbers = |numbers: [i64; 3]| Value::List(numbers.map(Value::from).to_vec());
    assert_eq!(find(&mut sandbox, "retry_days"), numbers([3, 7, 14]), "nothing was changed");
    let change = Value::from([("retry_days", "1, 2, 4".into()), ("tests_paid_out", "Y".into())]);
    assert_eq!(sandbox.tell("assume", &change).unwrap().get("modified"), Some(&true.into()));
    assert_eq!(sandbox.tell("assume", &change).unwrap().get("modified"), Some(&false.into()));
    let mut again = Sandbox::load(&sandbox.save()).unwrap();
    assert_eq!(find(&mut again, "retry_days"), numbers([1, 2, 4]));
    assert_eq!(find(&mut again, "tests_paid_out"), true.into());
}

fn commissions(story: &mut Story) -> Vec<(String, i64)> {
    let all = ListCommissions { from: Some("start".into()), ..ListCommissions::default() };
    let items = story.call(all).items().unwrap().unwrap();
    let read = items.into_iter().map(|item| {
        let cents = item.amount().unwrap().unwrap().minor_units(2).unwrap();
        (item.schedule_payout_at().unwrap().unwrap().to_string(), cents)
    });
    read.collect()
}

#[test]
fn the_reserve_may_be_a_row_of_its_own() {
    let mut story = Story::new();
    story.sandbox.buy(&Checkout::new("515151", "mia@example.com")).unwrap();
    assert_eq!(commissions(&mut story).last().unwrap(), &("2026-10-19".to_owned(), 4430));
    story.sandbox.assume("reserve_rows", true).unwrap();
    let rows = commissions(&mut story);
    assert_eq!(rows[rows.len() - 2..], [("2026-10-19".to_owned(), 3987), ("2026-12-04".to_owned(), 443)]);
    story.sandbox.assume("clearing_days", 30).unwrap();
    story.sandbox.assume("reserve_percent", "20").unwrap();
    let rows = commissions(&mut story);
    assert_eq!(rows[rows.len() - 2..], [("2026-11-04".to_owned(), 3544), ("2026-12-04".to_owned(), 886)]);
}

#[test]
fn payouts_follow_the_days_the_threshold_and_the_fee() {
    let mut story = Story::new();
    story.sandbox.advance(days(120));
    let mut payouts = |change: (&str, Value)| {
        story.sandbox.assume(change.0, change.1).unwrap();
        let rows = story.call(ListPayouts {}).payout_list().unwrap().unwrap();
        let read = rows.into_iter().map(|row| {
            let cents = |amount: Option<Amount>| amount.unwrap().minor_units(2).unwrap();
            let on = row.created_at().unwrap().unwrap();
            (on.day(), cents(row.vendor_net_amount().unwrap()), cents(row.fee_amount().unwrap()))
        });
        read.collect::<Vec<_>>()
    };
    let usual = payouts(("payout_fee", "2.50".into()));
    assert!(
        usual.iter().all(|(day, net, fee)| [7, 14, 21, 28].contains(day) && *net >= 5000 && *fee == 250),
        "{usual:?}"
    );
    let total = |rows: &[(u8, i64, i64)]| rows.iter().map(|(_, net, _)| net).sum::<i64>();
    let large = payouts(("payout_threshold", "150".into()));
    assert!(large.len() < usual.len() && large.iter().all(|(_, net, _)| *net >= 15_000), "{large:?}");
    let free = payouts(("payout_fee", 0.into()));
    assert!(free.iter().all(|(.., fee)| *fee == 0));
    let daily = payouts(("payout_days", Value::List(Vec::new())));
    assert!(daily.iter().any(|(day, ..)| ![7, 14, 21, 28].contains(day)), "{daily:?}");
    let all = payouts(("payout_threshold", 0.into()));
    assert!(all.len() > usual.len() && total(&all) >= total(&usual));
    assert!(total(&payouts(("tests_paid_out", true.into()))) > total(&all));
}

#[test]
fn test_orders_may_be_left_out_of_statistics() {
    let mut story = Story::new();
    let days = |story: &mut Story| story.call(StatsDailyAmounts::default()).amount_list().unwrap().unwrap().len();
    let with = days(&mut story);
    story.sandbox.assume("tests_counted", false).unwrap();
    assert_eq!(days(&mut story), with - 1, "of 2026-10-02 there is only a test order");
}

#[test]
fn a_card_is_tried_again_when_it_is_assumed_to_be() {
    let mut story = Story::new();
    story.sandbox.assume("retry_days", vec![Value::from(1)]).unwrap();
    let club = story.sandbox.buy(&Checkout::new("515152", "mia@example.com")).unwrap();
    story.sandbox.fail_payments(&club.purchase_id, 2).unwrap();
    story.sandbox.advance(days(31));
    let status = |story: &mut Story| {
        let id = Value::from([("purchase_id", club.purchase_id.as_str().into())]);
        let answer = story.raw("getPurchase", id).unwrap();
        let record = answer.data().into_record().unwrap();
        Value::from(record.get("billing_status").unwrap())
    };
    assert_eq!(status(&mut story), "unpaid".into());
    story.sandbox.advance(days(1));
    assert_eq!(status(&mut story), "aborted".into());
}
