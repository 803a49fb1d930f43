//! Scenarios: long stories in one call, the same from the same seed.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use digistore24::catalogue::buyers::{BuyerData, UpdateBuyer};
use digistore24::catalogue::purchases::{ListPurchases, PurchaseSearch};
use digistore24::catalogue::transactions::ListTransactions;
use digistore24::sandbox::{Checkout, Endpoint, Played, Sandbox, Scenario};
use digistore24::{Client, Flow, Function, Paging, Time, Value, Zone};
use serde_json::Value as Json;

const NAMES: [&str; 5] = ["subscription_life", "launch_day", "affiliate_campaign", "refund_wave", "event"];

fn scenario(name: &str, orders: u32, seed: u64) -> Scenario {
    Scenario { orders, seed, ..Scenario::new(name) }
}

fn played(name: &str, orders: u32) -> (Sandbox, Played) {
    let mut sandbox = Sandbox::new();
    let played = sandbox.scenario(&scenario(name, orders, 7)).unwrap();
    (sandbox, played)
}

/// All rows of a list since a moment, read page by page.
fn rows<F: Function>(sandbox: &mut Sandbox, list: F) -> Vec<Json> {
    let client = Client::new(sandbox.api_key()).unwrap();
    let pages = client.pages(list, sandbox.time(), &Paging::default()).unwrap();
    let mut rows = Vec::new();
    while let Some(page) = pages.next() {
        let page: Vec<Json> = serde_json::from_str(&page.run(sandbox).unwrap().to_json()).unwrap();
        rows.extend(page);
    }
    rows
}

fn purchases(sandbox: &mut Sandbox, from: Time) -> Vec<Json> {
    rows(sandbox, ListPurchases { from: Some(from.into()), ..ListPurchases::default() })
}

fn transactions(sandbox: &mut Sandbox, from: Time) -> Vec<Json> {
    rows(sandbox, ListTransactions { from: Some(from.into()), ..ListTransactions::default() })
}

/// What a snapshot holds of the account.
fn account(sandbox: &Sandbox) -> Json {
    serde_json::from_str::<Json>(&sandbox.save()).unwrap()["account"].take()
}

fn options(given: &[(&str, Value)]) -> Value {
    Value::Map(given.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect())
}

fn number(row: &Json, name: &str) -> i64 {
    row[name].as_i64().unwrap()
}

fn texts<'r>(rows: &'r [Json], name: &str) -> BTreeSet<&'r str> {
    rows.iter().map(|row| row[name].as_str().unwrap_or_default()).collect()
}

/// A year, a month, a day: `2026-10-06`.
fn day(row: &Json) -> &str {
    &row["created_at"].as_str().unwrap()[..10]
}

fn count(played: &Played, event: &str) -> u64 {
    played.events.iter().find(|(name, _)| name == event).map_or(0, |(_, count)| *count)
}

#[test]
fn the_same_seed_tells_the_same_story_to_the_byte() {
    for name in NAMES {
        let [one, again, other] = [7, 7, 8].map(|seed| {
            let mut sandbox = Sandbox::new();
            sandbox.connect(&Endpoint::new("https://shop.example.com/ipn", "Kranich")).unwrap();
            sandbox.advance(Duration::from_millis(1_234_567));
            let played = sandbox.scenario(&scenario(name, 40, seed)).unwrap();
            let told: u64 = played.events.iter().filter(|(kind, _)| kind != "eticket").map(|(_, count)| count).sum();
            assert_eq!(sandbox.notifications().len() as u64, told, "{name}");
            sandbox
        });
        assert_eq!(one.save(), again.save(), "{name}");
        assert_ne!(one.save(), other.save(), "{name}");
        let bodies = |sandbox: &Sandbox| sandbox.notifications().into_iter().map(|told| told.body).collect::<Vec<_>>();
        assert_eq!(bodies(&one), bodies(&again), "{name}");
        // Also after a snapshot, and one scenario after the other.
        let mut kept = Sandbox::load(&again.save()).unwrap();
        let mut one = one;
        for next in NAMES {
            let (here, there) = (one.scenario(&scenario(next, 10, 7)), kept.scenario(&scenario(next, 10, 7)));
            assert_eq!(here.unwrap(), there.unwrap(), "{name}, then {next}");
        }
        assert_eq!(one.save(), kept.save(), "{name}");
        assert_eq!(bodies(&one), bodies(&kept), "{name}");
    }
}

#[test]
fn scenarios_have_any_size() {
    for name in NAMES {
        for orders in [1, 2, 9, 120] {
            let (mut sandbox, played) = played(name, orders);
            assert_eq!(played.orders, u64::from(orders), "{name}");
            assert_eq!(purchases(&mut sandbox, played.from).len(), orders as usize, "{name}");
            assert_eq!(played.from.clock(), Some((0, 0, 0)), "{name}");
            assert_eq!((played.to, played.to.clock()), (sandbox.time(), Some((0, 0, 0))), "{name}");
        }
    }
}

#[test]
fn counts_are_what_the_lists_show() {
    for name in NAMES {
        let (mut sandbox, played) = played(name, 250);
        let rows = transactions(&mut sandbox, played.from);
        let of = |kind: &str| rows.iter().filter(|row| row["transaction_type"] == kind).count() as u64;
        assert_eq!(played.transactions, rows.len() as u64, "{name}");
        assert_eq!([played.payments, played.refunds, played.chargebacks], ["payment", "refund", "chargeback"].map(of));
        assert_eq!(count(&played, "on_payment"), played.payments, "{name}");
        assert_eq!(count(&played, "on_refund"), played.refunds, "{name}");
        assert_eq!(count(&played, "on_chargeback"), played.chargebacks, "{name}");
        let told = Value::from(&played);
        assert_eq!(told.get("orders"), Some(&Value::Integer(250)));
        let buyers = texts(&rows.iter().map(|row| row["buyer"].clone()).collect::<Vec<_>>(), "email").len() as u64;
        // Three of those that the account began with may have paid meanwhile.
        assert!((played.buyers..=played.buyers + 3).contains(&buyers), "{name}: {buyers} of {}", played.buyers);
    }
}

#[test]
fn no_cent_is_lost_and_nothing_happens_before_its_time() {
    for name in NAMES {
        let (sandbox, _) = played(name, 400);
        let account = account(&sandbox);
        let rows = account["transactions"].as_array().unwrap();
        let (mut back, mut refunded) = (0, 0);
        for row in rows {
            let shares = ["vat_amount", "provider_amount", "affiliate_amount", "referral_amount", "earned_amount"];
            let sum: i64 = shares.iter().map(|share| number(row, share)).sum();
            assert_eq!(number(row, "amount"), sum, "{name}: {row}");
            assert!(number(row, "refunded") <= number(row, "amount").max(0), "{name}: {row}");
            refunded += number(row, "refunded");
            back -= number(row, "amount").min(0);
        }
        assert_eq!(back, refunded, "{name}");
        assert!(account["events"].as_array().unwrap().is_sorted_by_key(|event| number(event, "at")), "{name}");
        let rows = &rows[8..];
        assert!(rows.is_sorted_by_key(|row| number(row, "created_at")), "{name}");
    }
}

#[test]
fn people_are_many_and_pay_the_tax_of_their_country() {
    let (mut sandbox, played) = played("launch_day", 1500);
    let rows = purchases(&mut sandbox, played.from);
    let mut rates = BTreeMap::new();
    for row in &rows {
        let (country, rate) = (row["vat_country"].as_str().unwrap(), row["vat_rate"].as_str().unwrap());
        assert_eq!(rates.entry(country).or_insert(rate), &rate);
        assert!(row["buyer"]["email"].as_str().unwrap().ends_with("@example.com"), "{row}");
        assert!(row["buyer"]["first_name"].as_str().unwrap().len() > 2, "{row}");
    }
    assert!(rates.len() > 12, "{rates:?}");
    assert_eq!([rates["DE"], rates["AT"], rates["CH"], rates["US"]], ["19.00", "20.00", "8.10", "0.00"]);
    let german = rows.iter().filter(|row| row["vat_country"] == "DE").count();
    assert!((600..900).contains(&german), "{german}");
    assert!(played.buyers > 1450 && played.buyers < 1500, "{}", played.buyers);
}

#[test]
fn a_launch_day_is_one_day() {
    let (mut sandbox, played) = played("launch_day", 1000);
    let rows = purchases(&mut sandbox, played.from);
    assert_eq!(rows.iter().map(day).collect::<BTreeSet<_>>(), BTreeSet::from(["2026-10-06"]));
    let mut hours = [0; 24];
    for row in &rows {
        hours[row["created_at"].as_str().unwrap()[11..13].parse::<usize>().unwrap()] += 1;
    }
    assert!(hours[10] > 100 && hours[20] > 90 && hours[3] < 10, "{hours:?}");
    let sold = texts(&rows, "voucher_code");
    assert_eq!(sold, BTreeSet::from(["", "EARLYBIRD20", "LAUNCH10"]));
    let addons = rows.iter().filter(|row| row["items"].as_array().unwrap().len() == 2).count();
    assert!((100..230).contains(&addons), "{addons}");

    let rows = transactions(&mut sandbox, played.from);
    let names = texts(&rows, "affiliate_name");
    assert_eq!(names, BTreeSet::from(["", "bea", "farbklecks", "kunstkiosk", "malzeit", "pinselpost"]));
    let refunded = rows.iter().filter(|row| row["transaction_type"] == "refund").collect::<Vec<_>>();
    assert!(refunded.iter().all(|row| day(row) > "2026-10-06"), "in the days after");
    assert!((15..90).contains(&refunded.len()), "{}", refunded.len());
    assert_eq!(played.to.to_string(), "2026-10-21T00:00:00+02:00");
}

#[test]
fn a_membership_lives_through_everything() {
    let (mut sandbox, played) = played("subscription_life", 300);
    assert!(played.payments > 1200, "{played:?}");
    assert!(played.refunds > 3 && played.refunds < 40, "{played:?}");
    for event in [
        "on_payment_missed",
        "payment_denial",
        "on_rebill_cancelled",
        "on_rebill_resumed",
        "last_paid_day",
        "on_chargeback",
    ] {
        assert!(count(&played, event) > 0, "no {event} in {played:?}");
    }
    let (missed, denied) = (count(&played, "on_payment_missed"), count(&played, "payment_denial"));
    assert!(denied * 2 < missed, "most cards recover: {denied} of {missed}");
    let rows = purchases(&mut sandbox, played.from);
    let states = texts(&rows, "billing_status");
    assert!(states.contains("paying") && states.contains("aborted"), "{states:?}");
    let months: BTreeSet<&str> = rows.iter().map(|row| &day(row)[..7]).collect();
    assert_eq!(months.len(), 13, "they join over a year: {months:?}");
}

#[test]
fn every_affiliate_sells_in_a_campaign() {
    let (mut sandbox, played) = played("affiliate_campaign", 600);
    let rows = transactions(&mut sandbox, played.from);
    let mut sales: BTreeMap<&str, usize> = BTreeMap::new();
    let mut months: BTreeMap<&str, usize> = BTreeMap::new();
    for row in rows.iter().filter(|row| row["transaction_type"] == "payment") {
        *sales.entry(row["affiliate_name"].as_str().unwrap_or_default()).or_default() += 1;
        *months.entry(&day(row)[..7]).or_default() += 1;
    }
    assert_eq!(sales.len(), 9, "eight, and the vendor alone: {sales:?}");
    assert!(sales["bea"] > 4 * sales["zeichenbox"], "some are strong, some are weak: {sales:?}");
    assert_eq!(months.len(), 13, "a year of months: {months:?}");
    assert!(months["2026-11"] > 2 * months["2027-04"], "seasons: {months:?}");
    let account = account(&sandbox);
    let orders = account["purchases"]["rows"].as_array().unwrap();
    let keys: BTreeSet<&str> = orders
        .iter()
        .filter_map(|order| order["tracking"]["campaignkey"].as_str())
        .filter(|key| !key.is_empty())
        .collect();
    assert!(keys.contains("newsletter") && keys.len() > 8, "{keys:?}");
    // Also where there are hardly more orders than affiliates.
    let (mut small, played) = self::played("affiliate_campaign", 8);
    let rows = transactions(&mut small, played.from);
    let names = texts(&rows, "affiliate_name").into_iter().filter(|name| !name.is_empty());
    assert_eq!(names.count(), 8);
}

#[test]
fn a_refund_wave_comes_within_a_week() {
    let (mut sandbox, played) = played("refund_wave", 500);
    let back = played.refunds + played.chargebacks;
    assert!((120..220).contains(&back) && played.chargebacks > 15, "{played:?}");
    let rows = transactions(&mut sandbox, played.from);
    let (sold, back): (Vec<_>, Vec<_>) = rows.iter().partition(|row| row["transaction_type"] == "payment");
    let days = |rows: &[&Json]| rows.iter().map(|row| day(row).to_owned()).collect::<BTreeSet<_>>();
    assert!(days(&sold).last().unwrap().as_str() <= "2026-11-02");
    let wave = days(&back);
    assert_eq!((wave.first().unwrap().as_str(), wave.last().unwrap().as_str()), ("2026-11-03", "2026-11-09"));
}

#[test]
fn an_event_is_sold_out_and_let_in_at_the_door() {
    let (sandbox, played) = played("event", 300);
    let account = account(&sandbox);
    let tickets: Vec<&Json> =
        account["etickets"].as_array().unwrap().iter().filter(|ticket| number(ticket, "id") > 1_328_422_103).collect();
    assert!(tickets.len() > 450, "{}", tickets.len());
    assert!(tickets.iter().all(|ticket| ticket["date"] == "2026-11-17"), "for the day after the sale");
    let used = tickets.iter().filter(|ticket| !ticket["used_at"].is_null()).count() as u64;
    assert_eq!(played.admitted, used);
    assert!(used * 100 > tickets.len() as u64 * 80 && used < tickets.len() as u64, "{used} of {}", tickets.len());
    assert!(played.turned_away > 5, "used before, blocked, too late: {played:?}");
    let begins = Time::parse("2026-11-17 09:00:00", Zone::Berlin).unwrap().unix_seconds().unwrap();
    for used_at in tickets.iter().filter_map(|ticket| ticket["used_at"].as_i64()) {
        assert!((begins..begins + 9 * 3600).contains(&used_at), "{used_at}");
    }
    let blocked = tickets.iter().filter(|ticket| ticket["is_blocked"] == true).count();
    assert!(blocked > 0 && blocked < 60, "{blocked}");
}

#[test]
fn what_keeps_a_scenario_from_being_played_is_said_at_once() {
    let mut sandbox = Sandbox::new();
    let before = sandbox.save();
    for (given, path, piece) in [
        (options(&[("name", "launch".into())]), "name", "launch_day"),
        (options(&[("orders", Value::Integer(5))]), "name", "is missing"),
        (options(&[("name", "launch_day".into()), ("orders", Value::Integer(0))]), "orders", "1 to 1000000"),
        (options(&[("name", "launch_day".into()), ("product_id", "1".into())]), "product_id", "no product"),
        (options(&[("name", "subscription_life".into()), ("product_id", "515151".into())]), "product_id", "recur"),
        (options(&[("name", "event".into()), ("product_id", "515151".into())]), "product_id", "e-tickets"),
    ] {
        let problems = sandbox.tell("scenario", &given).unwrap_err();
        assert!(problems.iter().any(|problem| problem.path == path && problem.message.contains(piece)), "{problems:?}");
    }
    let both = Scenario { product_id: "1".into(), ..scenario("launch", 0, 1) };
    assert_eq!(sandbox.scenario(&both).unwrap_err().len(), 2, "all problems at once");
    assert_eq!(sandbox.save(), before, "nothing has happened");
    let listed = sandbox.tell("scenarios", &Value::Map(Vec::new())).unwrap();
    let names: Vec<&Value> = match listed.get("scenarios") {
        Some(Value::List(rows)) => rows.iter().filter_map(|row| row.get("name")).collect(),
        other => panic!("{other:?}"),
    };
    assert_eq!(names, NAMES.map(Value::from).iter().collect::<Vec<_>>());
    let options =
        Value::from([("name", "launch_day".into()), ("orders", Value::Integer(3)), ("product_id", 515_153.into())]);
    assert_eq!(sandbox.tell("scenario", &options).unwrap().get("orders"), Some(&Value::Integer(3)));
}

#[test]
fn lists_that_were_read_before_show_what_changed_since() {
    let (mut sandbox, played) = played("launch_day", 50);
    let found = |sandbox: &mut Sandbox, email: &str| {
        let search = PurchaseSearch { email: Some(email.to_owned()), ..PurchaseSearch::default() };
        let list = ListPurchases { from: Some(played.from.into()), search: Some(search), ..ListPurchases::default() };
        rows(sandbox, list).len()
    };
    let before = transactions(&mut sandbox, played.from).len();
    assert_eq!((found(&mut sandbox, "@example.com"), found(&mut sandbox, "noa@")), (50, 0));
    let bought = sandbox.buy(&Checkout::new("515151", "noa@example.com")).unwrap();
    assert_eq!((found(&mut sandbox, "@example.com"), found(&mut sandbox, "noa@")), (51, 1));
    sandbox.refund(&bought.transaction_ids[0]).unwrap();
    assert_eq!(transactions(&mut sandbox, played.from).len(), before + 2);
    let data = BuyerData { email: Some("nora@example.com".to_owned()), ..BuyerData::default() };
    let client = Client::new(sandbox.api_key()).unwrap();
    client.call(UpdateBuyer { buyer_id: bought.buyer_id.as_str().into(), data }).run(&mut sandbox).unwrap();
    assert_eq!((found(&mut sandbox, "nora@"), found(&mut sandbox, "noa@")), (1, 0));
}

/// `cargo test --release -p tests --test sdk ten_times -- --ignored --nocapture`
#[test]
#[ignore = "measures"]
fn ten_times_as_many_orders_take_about_ten_times_as_long() {
    let measure = |orders: u32| {
        let begin = Instant::now();
        let (mut sandbox, played) = played("launch_day", orders);
        let play = begin.elapsed();
        let begin = Instant::now();
        let read = purchases(&mut sandbox, played.from).len() + transactions(&mut sandbox, played.from).len();
        println!("{orders} orders: played in {play:?}, {read} rows read in {:?}", begin.elapsed());
        (play, begin.elapsed())
    };
    let (few, many) = (measure(10_000), measure(100_000));
    assert!(many.0 < few.0 * 20 && many.1 < few.1 * 20, "{few:?}, {many:?}");
}
