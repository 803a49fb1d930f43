//! Random lives of orders: whoever feeds what was told of them to [`Access`], in any order and any number of times, knows as
//! well as the account who has access.

use std::time::Duration;

use digistore24::ipn::{Access, Event, State, verify};
use digistore24::sandbox::{Checkout, Disturb, Endpoint, Mishap, Sandbox};
use digistore24::{Time, Value};
use proptest::prelude::*;
use proptest::sample::select;

const PASSPHRASE: &str = "Kranich";
const HOUR: u64 = 3600;

/// Something that happens to one of the orders.
#[derive(Clone, Debug)]
enum Step {
    Buy {
        order: &'static str,
        plan: &'static str,
        addons: Vec<&'static str>,
        pay_method: &'static str,
        fails: bool,
    },
    Fail(usize, u32),
    Cancel(usize),
    Resume(usize),
    Refund(usize, usize),
    Chargeback(usize, usize),
    RefundPart(usize, i64),
    Pay(usize),
    Upgrade(usize, usize),
    Addons(usize),
    Wait(u64),
    /// To the very moment at which something is told, or half an hour after it.
    Next(bool),
}

fn step() -> impl Strategy<Value = Step> {
    let product = || select(vec!["515151", "515152", "515153", "515154"]);
    let buy = (
        select(vec![("515151", ""), ("515152", ""), ("515152", ""), ("515153", ""), ("515153", "610004")]),
        proptest::collection::vec(product(), 0..3),
        select(vec!["paypal", "creditcard", "test"]),
        proptest::bool::weighted(0.1),
    );
    let buy =
        buy.prop_map(|((order, plan), addons, pay_method, fails)| Step::Buy { order, plan, addons, pay_method, fails });
    let wait = prop_oneof![1..48u64, 1..40u64, select(vec![24 * 3, 24 * 7, 24 * 30, 24 * 31]), 700..1600u64];
    prop_oneof![
        4 => buy,
        2 => (any::<usize>(), 1..6u32).prop_map(|(of, times)| Step::Fail(of, times)),
        2 => any::<usize>().prop_map(Step::Cancel),
        2 => any::<usize>().prop_map(Step::Resume),
        1 => (any::<usize>(), any::<usize>()).prop_map(|(of, payment)| Step::Refund(of, payment)),
        1 => (any::<usize>(), any::<usize>()).prop_map(|(of, payment)| Step::Chargeback(of, payment)),
        1 => (any::<usize>(), prop_oneof![1..6000i64, select(vec![2975, 5950, 11_900])]).prop_map(|(of, cents)| Step::RefundPart(of, cents)),
        1 => any::<usize>().prop_map(Step::Pay),
        1 => (any::<usize>(), any::<usize>()).prop_map(|(of, to)| Step::Upgrade(of, to)),
        1 => any::<usize>().prop_map(Step::Addons),
        6 => wait.prop_map(Step::Wait),
        3 => any::<bool>().prop_map(Step::Next),
    ]
}

/// The account with its orders, and what it told.
struct Life {
    sandbox: Sandbox,
    orders: Vec<String>,
    /// From the course or the club to the club, and from the course up, or the club down, to the software.
    upgrades: Vec<String>,
    told: Vec<Event>,
    /// Who has access by what was told, as it came.
    heard: Access,
}

impl Life {
    fn new() -> Life {
        let mut sandbox = Sandbox::new();
        sandbox.connect(&Endpoint::new("http://127.0.0.1:8080/ipn", PASSPHRASE)).unwrap();
        let mut upgrades = Vec::new();
        for (to, up, down) in [("515152", "515151,515152", ""), ("515153", "515151", "515152")] {
            let made = Value::from([
                ("name", "More".into()),
                ("to_product_id", to.into()),
                ("upgrade_from", up.into()),
                ("downgrade_from", down.into()),
            ]);
            let answer = call(&mut sandbox, "createUpgrade", made).unwrap();
            upgrades.push(found(&answer, "/data/upgrade_id").unwrap());
        }
        Life { sandbox, upgrades, orders: Vec::new(), told: Vec::new(), heard: Access::new() }
    }

    fn live(&mut self, step: &Step) {
        let sandbox = &mut self.sandbox;
        let of = |at: &usize| (!self.orders.is_empty()).then(|| self.orders[at % self.orders.len()].clone());
        match step {
            Step::Buy { order, plan, addons, pay_method, fails } => {
                let addons = addons.iter().map(|id| ((*id).to_owned(), 1)).collect();
                let (paymentplan_id, pay_method) = ((*plan).to_owned(), (*pay_method).to_owned());
                let checkout =
                    Checkout { addons, paymentplan_id, pay_method, ..Checkout::new(*order, "mia@example.com") };
                let bought = sandbox.buy(&checkout).unwrap();
                if *fails {
                    sandbox.fail_payments(&bought.purchase_id, 9).unwrap();
                }
                self.orders.push(bought.purchase_id);
            }
            Step::Fail(at, times) => drop(of(at).map(|of| sandbox.fail_payments(&of, *times))),
            Step::Cancel(at) => drop(of(at).map(|of| sandbox.cancel(&of))),
            Step::Resume(at) => drop(of(at).map(|of| sandbox.resume(&of))),
            Step::Refund(at, payment) | Step::Chargeback(at, payment) => {
                let Some(order) = of(at) else { return };
                let ids = transactions(sandbox, &order);
                if ids.is_empty() {
                    return;
                }
                let id = &ids[payment % ids.len()];
                // Refused where it is no payment, or went back before.
                drop(if matches!(step, Step::Refund(..)) { sandbox.refund(id) } else { sandbox.chargeback(id) });
            }
            Step::RefundPart(at, cents) => {
                let Some(order) = of(at) else { return };
                let amount = digistore24::Amount::cents(*cents).to_string();
                let options = Value::from([("purchase_id", order.into()), ("amount", amount.into())]);
                // Refused where it is more than is left.
                drop(call(sandbox, "refundPartially", options));
            }
            Step::Pay(at) => drop(of(at).map(|of| sandbox.pay(&of))),
            // Both are refused where they make no sense.
            Step::Upgrade(at, to) => {
                let Some(order) = of(at) else { return };
                let upgrade = self.upgrades[to % 2].as_str();
                let options = Value::from([("purchase_ids", order.into()), ("upgrade_id", upgrade.into())]);
                if let Ok(answer) = call(sandbox, "createUpgradePurchase", options) {
                    self.orders.extend(found(&answer, "/data/new_purchase/id"));
                }
            }
            Step::Addons(at) => {
                let Some(order) = of(at) else { return };
                let addon = [("product_id", "515154".into()), ("amount", "4.00".into()), ("quantity", 1.into())];
                let addons = Value::List(vec![Value::from(addon)]);
                let options = Value::from([("purchase_id", order.into()), ("addons", addons)]);
                if let Ok(answer) = call(sandbox, "createAddonChangePurchase", options) {
                    self.orders.extend(found(&answer, "/data/created_purchase_id"));
                }
            }
            Step::Wait(hours) => sandbox.advance(Duration::from_secs(hours * HOUR)),
            Step::Next(and_more) => {
                sandbox.advance_to_next(Duration::from_secs(60 * 24 * HOUR));
                if *and_more {
                    sandbox.advance(Duration::from_secs(HOUR / 2));
                }
            }
        }
        for delivery in self.sandbox.drain() {
            let event = verify(&delivery.body, PASSPHRASE).unwrap();
            self.heard.feed(&event);
            self.told.push(event);
        }
    }

    /// What the account and whoever heard of it say differently.
    fn differences(&self) -> Vec<String> {
        let heard = self.heard.at(self.sandbox.time().unix_seconds().unwrap());
        let mut wrong = Vec::new();
        let is_own = |id: &str| self.orders.iter().any(|order| order == id);
        let mut items = 0;
        for own in self.sandbox.access().iter().filter(|own| is_own(&own.order_id)) {
            items += 1;
            let item = heard.iter().find(|item| {
                item.order_id == own.order_id && item.order_item_id.as_deref() == Some(&own.order_item_id)
            });
            let (state, until) = item.map_or((State::None, None), |item| (item.state, item.until));
            if (state, until) != (own.state, own.until) {
                let heard = item.map(ToString::to_string);
                wrong.push(format!("{own:?}\n  heard {heard:?} at {}", self.sandbox.time()));
            }
        }
        let heard = heard.iter().filter(|item| is_own(&item.order_id)).count();
        if heard > items {
            wrong.push(format!("heard of {heard} items, and there are {items}"));
        }
        wrong
    }
}

fn call(sandbox: &mut Sandbox, function: &str, options: Value) -> Result<digistore24::Answer, digistore24::Error> {
    let client = digistore24::Client::new(sandbox.api_key()).unwrap();
    super::drive(sandbox, client.raw(function, options))
}

/// A text or a number of an answer.
fn found(answer: &digistore24::Answer, pointer: &str) -> Option<String> {
    let answer: serde_json::Value = serde_json::from_str(answer.raw()).unwrap();
    let value = answer.pointer(pointer)?;
    value.as_str().map(str::to_owned).or_else(|| value.as_i64().map(|number| number.to_string()))
}

/// The payments of an order.
fn transactions(sandbox: &mut Sandbox, purchase_id: &str) -> Vec<String> {
    let answer = call(sandbox, "getPurchase", Value::from([("purchase_id", purchase_id.into())])).unwrap();
    let answer: serde_json::Value = serde_json::from_str(answer.raw()).unwrap();
    let rows = answer["data"]["transaction_list"].as_array().unwrap();
    rows.iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
}

proptest! {
    #![proptest_config(crate::cases(200))]

    #[test]
    fn whoever_hears_of_orders_in_any_order_knows_who_has_access(
        steps in proptest::collection::vec(step(), 1..40),
        order in any::<u64>(),
    ) {
        let mut life = Life::new();
        for (at, step) in steps.iter().enumerate() {
            life.live(step);
            let wrong = life.differences();
            prop_assert!(wrong.is_empty(), "after {:?}:\n{}\ntold {:#?}", &steps[..=at], wrong.join("\n"), brief(&life.told));
        }
        // All of it in another order, and some of it twice.
        let mut told: Vec<&Event> = life.told.iter().chain(life.told.iter().step_by(3)).collect();
        told.sort_by_cached_key(|event| shuffled(event.dedup_key(), order));
        let mut heard = Access::new();
        for event in told {
            heard.feed(event);
        }
        prop_assert_eq!(heard, life.heard);
    }
}

/// A number that has nothing to do with what the text says.
fn shuffled(text: &str, seed: u64) -> u64 {
    text.bytes().fold(seed ^ 0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

/// What was told, in short, to see what went wrong.
fn brief(told: &[Event]) -> Vec<String> {
    let events = told.iter().filter(|event| event.order_id().unwrap().as_deref() != Some("CD34EF56"));
    let text = |text: Option<String>| text.unwrap_or_default();
    let shown = events.map(|event| {
        let next = event.next_payment_at().unwrap().map(|next: Time| next.to_string()).unwrap_or_default();
        let (order, item) = (text(event.order_id().unwrap()), text(event.order_item_id().unwrap()));
        let number = event.pay_sequence_no().unwrap().unwrap_or_default();
        format!("{} {order} {item} no {number}, next {next}", event.kind().as_str())
    });
    shown.collect()
}

#[test]
fn access_survives_everything_that_goes_wrong_on_the_way() {
    let mut life = Life::new();
    for (mishap, minutes) in
        [(Mishap::Duplicate, 0), (Mishap::Reorder, 60 * 24), (Mishap::Delay, 600), (Mishap::Lose, 0)]
    {
        life.sandbox.disturb(&Disturb { minutes, times: 20, ..Disturb::new(mishap) });
    }
    let buy = |order, plan, addons: &[&'static str]| Step::Buy {
        order,
        plan,
        addons: addons.to_vec(),
        pay_method: "paypal",
        fails: false,
    };
    let mut steps = vec![buy("515152", "", &["515151"]), buy("515153", "610004", &[]), buy("515151", "", &[])];
    steps.extend([Step::Wait(24 * 40), Step::Cancel(0), Step::Wait(24 * 90)]);
    steps.iter().for_each(|step| life.live(step));
    // What was lost last comes, too.
    steps = vec![Step::Wait(1); 2];
    steps.iter().for_each(|step| life.live(step));
    assert!(life.told.len() >= 10, "{}", life.told.len());
    let wrong = life.differences();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // A test that never sees anybody without access shows nothing.
    let states: Vec<_> = life.sandbox.access().iter().map(|own| own.state).collect();
    assert!(states.contains(&State::Ended) && states.contains(&State::Active));
}
