//! Who has access depends on what was reported, not on when it arrived, how often, or beside what.

use digistore24::ipn::{
    Access, Change, ItemAccess, Notice, Rules, State, access_json, access_line, access_text, signed_body, verify,
};
use digistore24::wire::form;
use digistore24::{Time, Value, Zone};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::Value as Json;

fn time(text: &str) -> Time {
    Time::parse(text, Zone::Berlin).unwrap_or_else(|why| panic!("{text}: {why}"))
}

fn second(text: &str) -> i64 {
    time(text).unix_seconds().unwrap()
}

fn vectors() -> Vec<Json> {
    let text = std::fs::read_to_string(crate::root().join("tests/vectors/access.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn rules(vector: &Json) -> Rules {
    let flag = |name: &str| vector["rules"][name].as_bool().unwrap_or_default();
    Rules {
        resuming_lifts: flag("resuming_lifts"),
        denial_suspends: flag("denial_suspends"),
        overdue_after: vector["rules"]["overdue_after"].as_u64().map(|days| days as u16),
    }
}

fn feed(access: &mut Access, message: &Json) {
    let pairs = message.as_object().unwrap().iter().map(|(name, value)| (name.as_str(), value.as_str().unwrap()));
    let body = signed_body(&pairs.collect::<Vec<_>>(), "Kranich");
    access.feed(&verify(body, "Kranich").unwrap());
}

/// What is expected and not so.
fn difference(items: &[ItemAccess], expected: &Json) -> Option<String> {
    let expected = expected.as_array().unwrap();
    let shown = |item: &ItemAccess| {
        serde_json::json!({
            "order_id": item.order_id, "order_item_id": item.order_item_id, "product_id": item.product_id,
            "is_test": item.is_test, "state": item.state.as_str(), "why": item.why.as_str(),
            "since": item.since.map(|time| time.to_string()), "until": item.until.map(|time| time.to_string()),
        })
    };
    let have: Vec<Json> = items.iter().map(shown).collect();
    let same =
        |(have, want): (&Json, &Json)| want.as_object().unwrap().iter().all(|(name, value)| have[name] == *value);
    let all = have.len() == expected.len() && have.iter().zip(expected).all(same);
    (!all).then(|| format!("\n  have {}\n  want {}", Json::from(have), Json::from(expected.clone())))
}

#[test]
fn the_documented_situations_come_out_as_documented() {
    let vectors = vectors();
    assert!(vectors.len() >= 40);
    let mut wrong = Vec::new();
    for vector in &vectors {
        let mut access = Access::new();
        for step in vector["steps"].as_array().unwrap() {
            match step["feed"].as_array() {
                Some(messages) => messages.iter().for_each(|message| feed(&mut access, message)),
                None => {
                    let at = step["at"].as_str().unwrap();
                    let items = access.at_by(second(at), rules(vector));
                    wrong.extend(
                        difference(&items, &step["expect"]).map(|what| format!("{} At {at}:{what}", vector["why"])),
                    );
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_documented_situations_come_out_the_same_when_told_backwards_twice() {
    for vector in vectors() {
        let steps = vector["steps"].as_array().unwrap();
        let told: Vec<&Json> = steps.iter().filter_map(|step| step["feed"].as_array()).flatten().collect();
        let mut access = Access::new();
        told.iter().rev().chain(&told).for_each(|message| feed(&mut access, message));
        let last = steps.last().unwrap();
        let items = access.at_by(second(last["at"].as_str().unwrap()), rules(&vector));
        let wrong = difference(&items, &last["expect"]);
        assert!(wrong.is_none(), "{}{}", vector["why"], wrong.unwrap());
    }
}

#[test]
fn a_message_kept_as_json_says_the_same_as_the_event() {
    for message in vectors().iter().flat_map(|vector| vector["steps"].as_array().unwrap()) {
        for message in message["feed"].as_array().into_iter().flatten() {
            let mut from_event = Access::new();
            feed(&mut from_event, message);
            let pairs =
                message.as_object().unwrap().iter().map(|(name, value)| (name.as_str(), value.as_str().unwrap()));
            let event = verify(signed_body(&pairs.collect::<Vec<_>>(), "Kranich"), "Kranich").unwrap();
            let kept: Value = serde_json::from_str(&event.to_json()).unwrap();
            let mut from_json = Access::new();
            for notice in Notice::read(&kept) {
                from_json.note(notice);
            }
            assert_eq!(from_json, from_event, "{message}");
        }
    }
}

/// What a host that keeps lines does with an event: a form of its fields, and one more for each of its items.
fn lines(event: &Json) -> Vec<String> {
    let texts = |prefix: &str, fields: &Json| {
        let fields = fields.as_object().unwrap().iter();
        let text = |value: &Json| value.as_str().map(str::to_owned).or(value.as_i64().map(|number| number.to_string()));
        fields.filter_map(|(name, value)| Some((format!("{prefix}{name}"), text(value)?))).collect::<Vec<_>>()
    };
    let none = serde_json::json!({});
    let items = event["items"].as_array().into_iter().flatten().chain([&none]);
    let line = |item| access_line(form::encode(&[texts("", event), texts("item.", item)].concat()).as_bytes());
    items.map(line).collect()
}

#[test]
fn a_host_that_keeps_lines_knows_the_same() {
    for vector in vectors() {
        let (mut access, mut text) = (Access::new(), access_text("").unwrap());
        let steps = vector["steps"].as_array().unwrap();
        for message in steps.iter().filter_map(|step| step["feed"].as_array()).flatten() {
            let pairs =
                message.as_object().unwrap().iter().map(|(name, value)| (name.as_str(), value.as_str().unwrap()));
            let event = verify(signed_body(&pairs.collect::<Vec<_>>(), "Kranich"), "Kranich").unwrap();
            access.feed(&event);
            let event: Json = serde_json::from_str(&event.to_json()).unwrap();
            text = access_text(&format!("{text}\n{}", lines(&event).concat())).unwrap();
        }
        assert_eq!(text, access.to_text(), "{}", vector["why"]);
    }
    assert_eq!(access_line(b"event=eticket&order_id=Q7M2XWPA"), "");
    assert_eq!(access_text("nonsense").unwrap_err(), Access::from_text("nonsense").unwrap_err().to_string());
}

#[test]
fn feeding_tells_whether_it_was_news() {
    let payment = || Notice { order_item_id: Some("501".into()), ..Notice::new(Change::Payment, "Q7M2XWPA") };
    let mut access = Access::new();
    assert!(access.note(payment()));
    assert!(!access.note(payment()));
    assert!(!access.note(Notice { product_id: Some(String::new()), ..payment() }), "empty is absent");
    let shown: Vec<String> = access.at(0).iter().map(ItemAccess::to_string).collect();
    assert_eq!(shown, ["Q7M2XWPA, item 501: active: it is paid"]);
}

#[test]
fn an_archive_of_many_orders_keeps_them_apart() {
    let mut access = Access::new();
    for number in 0..300_u32 {
        let order = format!("ORDER{number}");
        access.note(Notice { order_item_id: Some("1".into()), ..Notice::new(Change::Payment, &order) });
        if number.is_multiple_of(3) {
            access.note(Notice { order_item_id: Some("1".into()), ..Notice::new(Change::Refund, &order) });
        }
    }
    let items = access.at(0);
    assert_eq!(items.len(), 300);
    for item in items {
        let number: u32 = item.order_id.trim_start_matches("ORDER").parse().unwrap();
        let expected = if number.is_multiple_of(3) { State::Ended } else { State::Active };
        assert_eq!(item.state, expected, "{item}");
    }
}

#[test]
fn an_order_whose_name_begins_like_another_one_stays_apart() {
    let mut access = Access::new();
    for order in ["A", "A|live|on_refund", "A%7C", "A1"] {
        access.note(Notice::new(Change::Payment, order));
    }
    access.note(Notice::new(Change::Refund, "A1"));
    let states: Vec<_> = access.at(0).into_iter().map(|item| (item.order_id, item.state)).collect();
    let ended: Vec<_> = states.iter().filter(|(_, state)| *state == State::Ended).map(|(order, _)| order).collect();
    assert_eq!((states.len(), ended), (4, vec![&"A1".to_owned()]));
    assert_eq!(Access::from_text(&access.to_text()).unwrap(), access);
}

#[test]
fn the_text_form_stays_as_it_is() {
    let mut access = Access::new();
    access.note(Notice {
        order_item_id: Some("501".into()),
        product_id: Some("42".into()),
        transaction_id: Some("9001".into()),
        pay_sequence_no: Some(1),
        at: Some(time("2026-08-01 10:00:00")),
        next_payment_at: Some(time("2026-09-01")),
        ..Notice::new(Change::Payment, "Q7M2XWPA")
    });
    access.note(Notice { is_test: true, ..Notice::new(Change::LastPaidDay, "R3KD9TVC") });
    let text = "digistore24-access 1\n\
                Q7M2XWPA|live|on_payment|501|42|9001|1|2026-08-01T10:00:00+02:00|2026-09-01\n\
                R3KD9TVC|test|last_paid_day";
    assert_eq!(access.to_text(), text);
    assert_eq!(Access::from_text(text).unwrap(), access);
    assert_eq!(Access::from_text("").unwrap(), Access::new());
}

#[test]
fn a_text_that_was_spoiled_is_refused_with_its_line() {
    for (line, says) in [
        ("Q7M2XWPA|live|on_paymint", "third place"),
        ("Q7M2XWPA|on_payment", "second place"),
        ("Q7M2XWPA|live|on_payment||||first", "seventh place"),
        ("Q7M2XWPA|live|on_payment|||||2026-13-01", "no calendar"),
        ("Q7M2XWPA|live|on_payment|||||||half", "tenth place"),
        ("Q7M2XWPA|live|on_payment||||||||||x", "at most twelve"),
    ] {
        let text = format!("digistore24-access 1\nR3KD9TVC|live|on_payment\n{line}");
        let problem = Access::from_text(&text).unwrap_err();
        assert_eq!(problem.path, "line 3");
        assert!(problem.message.contains(says), "{line}: {problem}");
    }
    assert_eq!(Access::from_text("Q7M2XWPA|live|on_payment").unwrap_err().path, "line 1");
}

/// Any notice at all, of two orders with two items each.
fn notice() -> impl Strategy<Value = Notice> {
    const CHANGES: &[Change] = &[
        Change::Payment,
        Change::Payment,
        Change::Payment,
        Change::PaymentMissed,
        Change::PaymentDenial,
        Change::RebillCancelled,
        Change::RebillResumed,
        Change::Refund,
        Change::Chargeback,
        Change::LastPaidDay,
    ];
    const ORDERS: &[&str] = &["Q7M2XWPA", "R3KD9TVC"];
    let name = |names: &'static [&'static str]| prop::option::weighted(0.8, select(names).prop_map(str::to_owned));
    const MOMENTS: &[&str] =
        &["2026-08-01 10:00:00", "2026-08-01", "2026-09-02 06:00:00", "2026-09-02", "2026-10-01 00:00:00"];
    let moment = || prop::option::of(select(MOMENTS).prop_map(time));
    let days = || prop::option::of(select(&["2026-08-15", "2026-09-01", "2026-10-01"][..]).prop_map(time));
    let who = (select(CHANGES), select(ORDERS), name(&["501", "502"]), name(&["42", "43"]));
    let what = (name(&["9001", "9002"]), prop::option::of(0..4_i64), moment(), days(), prop::bool::weighted(0.1));
    let rest = (prop::option::weighted(0.1, select(ORDERS)), days(), prop::bool::weighted(0.1));
    (who, what, rest).prop_map(|(who, what, rest)| Notice {
        order_item_id: who.2,
        product_id: who.3,
        transaction_id: what.0,
        pay_sequence_no: what.1,
        at: what.2,
        next_payment_at: what.3,
        paid_in_full: what.4,
        upgraded_order_id: rest.0.map(str::to_owned),
        delivery_date: rest.1,
        is_test: rest.2,
        ..Notice::new(who.0, who.1)
    })
}

fn history() -> impl Strategy<Value = Vec<Notice>> {
    prop::collection::vec(notice(), 0..12)
}

fn some_rules() -> impl Strategy<Value = Rules> {
    (any::<bool>(), any::<bool>(), prop::option::of(0..20_u16)).prop_map(
        |(resuming_lifts, denial_suspends, overdue)| Rules { resuming_lifts, denial_suspends, overdue_after: overdue },
    )
}

/// A moment between July and November 2026.
fn moment() -> impl Strategy<Value = i64> {
    second("2026-07-20 00:00:00")..second("2026-11-10 00:00:00")
}

fn told<'n>(notices: impl IntoIterator<Item = &'n Notice>) -> Access {
    let mut access = Access::new();
    for notice in notices {
        access.note(notice.clone());
    }
    access
}

fn merged(one: &Access, other: &Access) -> Access {
    let mut both = one.clone();
    both.merge(other);
    both
}

fn without_text(mut items: Json) -> Json {
    for item in items.as_array_mut().unwrap() {
        item.as_object_mut().unwrap().remove("text");
    }
    items
}

/// Whether an item that was ended is ended still. One that no message had named may have got its name since.
fn still_ended(before: &ItemAccess, after: &[ItemAccess]) -> bool {
    let mut same = after.iter().filter(|item| {
        (&item.order_id, item.is_test) == (&before.order_id, before.is_test)
            && (before.order_item_id.is_none() || item.order_item_id == before.order_item_id)
    });
    same.any(|item| item.state == State::Ended)
}

/// A month in the life of a subscription.
#[derive(Clone, Copy, Debug)]
enum Month {
    Paid,
    PaidLate,
    Cancelled,
    Missed,
}

/// The messages of a life in the order in which things happened, and what a clerk who saw them happen would say.
fn life(months: &[Month], end: Option<Change>) -> (Vec<Notice>, State) {
    let mut messages = Vec::new();
    let mut state = State::None;
    let mut say = |change, number: usize, day: u32, next: Option<usize>| {
        messages.push(Notice {
            order_item_id: Some("501".into()),
            transaction_id: (change == Change::Payment).then(|| format!("90{number:02}")),
            pay_sequence_no: Some(number as i64),
            at: Some(time(&format!("2026-{number:02}-{day:02} 06:00:00"))),
            next_payment_at: next.map(|month| time(&format!("2026-{month:02}-01"))),
            ..Notice::new(change, "Q7M2XWPA")
        });
    };
    let mut last = 0;
    for (month, number) in months.iter().zip(1..) {
        last = number;
        match month {
            Month::Paid => say(Change::Payment, number, 1, Some(number + 1)),
            Month::PaidLate => {
                say(Change::PaymentMissed, number, 2, None);
                say(Change::Payment, number, 6, Some(number + 1));
            }
            Month::Cancelled => {
                say(Change::Payment, number, 1, Some(number + 1));
                say(Change::RebillCancelled, number, 20, None);
            }
            Month::Missed => say(Change::PaymentMissed, number, 2, None),
        }
        state = if matches!(month, Month::Missed) { State::Suspended } else { State::Active };
    }
    if let Some(end) = end {
        say(end, last, 25, None);
        state = State::Ended;
    }
    (messages, state)
}

proptest! {
    #[test]
    fn a_life_told_in_any_order_and_twice_is_the_life_as_it_happened(
        (lived, told_again, end) in (
            prop::collection::vec(select(&[Month::Paid, Month::PaidLate, Month::Cancelled, Month::Missed][..]), 1..10),
            select(&[None, Some(Change::Refund), Some(Change::Chargeback), Some(Change::LastPaidDay)][..]),
        ).prop_flat_map(|(months, end)| {
            let messages = life(&months, end).0;
            let twice: Vec<Notice> = messages.iter().chain(&messages).cloned().collect();
            (Just(months), Just(twice).prop_shuffle(), Just(end))
        })
    ) {
        let (_, expected) = life(&lived, end);
        let now = second(&format!("2026-{:02}-28 12:00:00", lived.len()));
        let items = told(&told_again).at(now);
        prop_assert_eq!(items.len(), 1);
        prop_assert_eq!(items[0].state, expected, "{} after {:?}", items[0], lived);
    }

    #[test]
    fn neither_order_nor_repetition_matters(
        (notices, shuffled) in history().prop_flat_map(|notices| {
            let twice: Vec<Notice> = notices.iter().chain(&notices).cloned().collect();
            (Just(notices), Just(twice).prop_shuffle())
        }),
        now in moment(),
        rules in some_rules(),
    ) {
        let (once, again) = (told(&notices), told(&shuffled));
        prop_assert_eq!(once.at_by(now, rules), again.at_by(now, rules));
        prop_assert_eq!(once.to_text(), again.to_text());
    }

    #[test]
    fn what_has_ended_stays_ended_whatever_else_becomes_known(
        (notices, fewer) in history().prop_flat_map(|notices| {
            let some = subsequence(notices.clone(), 0..=notices.len());
            (Just(notices), some)
        }),
        now in moment(),
        rules in some_rules(),
    ) {
        let (before, after) = (told(&fewer).at_by(now, rules), told(&notices).at_by(now, rules));
        for item in before.iter().filter(|item| item.state == State::Ended) {
            prop_assert!(still_ended(item, &after), "{item}\nthen {after:?}");
        }
    }

    #[test]
    fn what_has_ended_stays_ended_as_time_goes_by(notices in history(), one in moment(), other in moment()) {
        let access = told(&notices);
        let (before, after) = (access.at(one.min(other)), access.at(one.max(other)));
        for item in before.iter().filter(|item| item.state == State::Ended) {
            prop_assert!(still_ended(item, &after), "{item}\nthen {after:?}");
        }
    }

    #[test]
    fn nothing_but_a_payment_gives_access(notices in history(), now in moment(), rules in some_rules()) {
        let without: Vec<Notice> = notices.into_iter().filter(|notice| notice.change != Change::Payment).collect();
        for item in told(&without).at_by(now, rules) {
            prop_assert_ne!(item.state, State::Active, "{}", item);
        }
    }

    #[test]
    fn a_cancellation_changes_nothing_while_the_paid_period_runs(mut notices in history(), now in moment()) {
        for notice in &mut notices {
            // Else a cancellation might be the one to tell what product an item is, and so whom other messages mean.
            notice.product_id = notice.order_item_id.as_deref().map(|item| format!("product of {item}"));
        }
        let others = notices.iter().filter(|notice| notice.change != Change::RebillCancelled);
        let (with, without) = (told(&notices).at(now), told(others).at(now));
        for item in without.iter().filter(|item| item.order_item_id.is_some() && item.state == State::Active) {
            let runs = item.until.is_none_or(|day| now <= second(&format!("{day} 23:59:59")));
            let of = |item: &ItemAccess| (item.order_id.clone(), item.order_item_id.clone(), item.is_test);
            let same = with.iter().find(|other| of(other) == of(item)).unwrap();
            prop_assert!(!runs || same.state == State::Active, "{same}");
        }
    }

    #[test]
    fn merging_is_a_union(one in history(), other in history(), third in history(), now in moment()) {
        let (a, b, c) = (told(&one), told(&other), told(&third));
        prop_assert_eq!(merged(&a, &b), merged(&b, &a));
        prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
        prop_assert_eq!(&merged(&a, &a), &a);
        prop_assert_eq!(merged(&a, &b).at(now), told(one.iter().chain(&other)).at(now));
    }

    #[test]
    fn the_text_alone_tells_the_same(notices in history(), now in moment(), rules in some_rules()) {
        let access = told(&notices);
        let text = access.to_text();
        let (header, lines) = text.split_once('\n').unwrap_or((&text, ""));
        let mut backwards: Vec<&str> = lines.lines().chain(lines.lines()).collect();
        backwards.reverse();
        let shuffled = format!("{header}\r\n{}\n\n", backwards.join("\r\n"));
        prop_assert_eq!(access_text(&shuffled), Ok(text.clone()));

        let answer: Json = serde_json::from_str(&access_json(&text, now, rules)).unwrap();
        let items = access.at_by(now, rules);
        let shown: Vec<_> = answer.as_array().unwrap().iter().map(|item| item["text"].as_str().unwrap()).collect();
        prop_assert_eq!(shown, items.iter().map(ItemAccess::to_string).collect::<Vec<_>>());
        let wrong = difference(&items, &without_text(answer));
        prop_assert!(wrong.is_none(), "{}", wrong.unwrap());
    }

    #[test]
    fn the_text_form_keeps_everything(
        notices in history(),
        order in "[A-Z|%\n\r é]{0,6}",
        item in "[0-9|%\n7C]{0,6}",
    ) {
        let mut access = told(&notices);
        access.note(Notice { order_item_id: Some(item), ..Notice::new(Change::Payment, order) });
        prop_assert_eq!(Access::from_text(&access.to_text()).unwrap(), access);
    }

    #[test]
    fn no_text_makes_reading_it_fail_otherwise_than_with_a_problem(line in "[A-Z0-9|_a-z:%+-]{0,60}") {
        if let Ok(access) = Access::from_text(&format!("digistore24-access 1\n{line}")) {
            access.at(0);
            prop_assert_eq!(Access::from_text(&access.to_text()).unwrap(), access);
        }
    }
}
