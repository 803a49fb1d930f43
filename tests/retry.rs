//! When a call is sent again, and how many a budget lets through.

use std::time::Duration;

use digistore24::{
    Answer, Budget, Call, Client, Error, Failure, Flow, Response, Retry, Settings, Step, Tried, Trouble, Value,
    catalogue, wire::Repeat,
};
use proptest::prelude::*;
use serde_json::Value as Json;

const KEY: &str = "1234567-ExampleKeyOfNobody";

fn vectors() -> Vec<Json> {
    let text = std::fs::read_to_string(crate::root().join("tests/vectors/retry.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn settings(vector: &Json, seed: u64) -> Settings {
    let mut given = vec![("api_key".to_owned(), Value::from(KEY))];
    for (name, value) in vector["settings"].as_object().into_iter().flatten() {
        given.push((name.clone(), value.as_i64().unwrap().into()));
    }
    Settings { seed, ..Settings::read(&Value::Map(given)).unwrap() }
}

fn reply(told: &Json) -> Result<Response, Failure> {
    let text = |name: &str| told[name].as_str().map(str::to_owned);
    for (name, failure) in [
        ("not_sent", Failure::NotSent as fn(String) -> Failure),
        ("lost", Failure::Lost),
        ("unusable", Failure::Unusable),
    ] {
        if let Some(reason) = text(name) {
            return Err(failure(reason));
        }
    }
    let headers = told["headers"].as_object().unwrap();
    Ok(Response {
        status: told["status"].as_u64().unwrap() as u16,
        headers: headers.iter().map(|(name, value)| (name.clone(), value.as_str().unwrap().to_owned())).collect(),
        body: text("body").unwrap().into_bytes(),
    })
}

/// Plays the replies, and tells the pauses between them and the end. Time only passes while the call waits.
fn played(mut call: Call, replies: &[Json]) -> (Vec<u128>, Result<Answer, Error>) {
    let (mut now, mut pauses, mut sent) = (Duration::from_secs(1_000_000), Vec::new(), 0);
    loop {
        match call.step(now) {
            Step::Send(_) => {
                let told = replies.get(sent).unwrap_or_else(|| panic!("asked too often: {replies:?}"));
                call.answer(reply(told));
                sent += 1;
            }
            Step::Wait(pause) => {
                // Too early is the same pause, or what is left of it.
                assert!(matches!(call.step(now), Step::Wait(same) if same == pause));
                assert!(matches!(call.step(now + pause / 2), Step::Wait(rest) if rest == pause - pause / 2));
                pauses.push(pause.as_millis());
                now += pause;
            }
            Step::Done(result) => {
                assert_eq!(sent, replies.len(), "it is asked {sent} times");
                return (pauses, result);
            }
        }
    }
}

#[test]
fn every_trouble_is_met_as_written() {
    let vectors = vectors();
    assert!(vectors.len() >= 50);
    for vector in &vectors {
        let why = vector["why"].as_str().unwrap();
        for seed in 0..40 {
            let client = Client::new(settings(vector, seed)).unwrap();
            let params: Value = serde_json::from_value(vector["params"].clone()).unwrap();
            let call = client.call_named(vector["function"].as_str().unwrap(), params);
            let (pauses, result) = played(call, vector["replies"].as_array().unwrap());
            let expected = vector["pauses"].as_array().unwrap();
            assert_eq!(pauses.len(), expected.len(), "{why}: {pauses:?}");
            for (pause, bounds) in pauses.iter().zip(expected) {
                let bound = |at: usize| u128::from(bounds[at].as_u64().unwrap());
                assert!((bound(0)..=bound(1)).contains(pause), "{why}: {pauses:?}");
            }
            let end = &vector["end"];
            match result {
                Ok(_) => assert_eq!(end["answered"], true, "{why}"),
                Err(error) => {
                    assert_eq!(end["kind"], error.kind(), "{why}: {error}");
                    let maybe_done = matches!(error, Error::Unanswered { maybe_done: true, .. });
                    assert_eq!(end["maybe_done"], maybe_done, "{why}: {error}");
                    assert!(error.to_string().contains(end["says"].as_str().unwrap_or_default()), "{why}: {error}");
                }
            }
        }
    }
}

#[test]
fn chance_makes_pauses_differ_from_call_to_call() {
    let client = Client::new(KEY).unwrap();
    let lost = serde_json::json!({ "lost": "cut off" });
    let replies = [lost.clone(), lost.clone(), lost.clone(), lost];
    let pauses = |_| played(client.call_named("ping", Value::Null), &replies).0;
    let mut all: Vec<_> = (0..50).map(pauses).collect();
    all.sort();
    all.dedup();
    assert!(all.len() > 45, "only {} of 50 differ", all.len());
}

#[test]
fn each_attempt_is_told_once() {
    let client = Client::new(Settings { bodies: true, ..Settings::from(KEY) }).unwrap();
    let mut call = client.call_named("listPurchases", Value::from([("from", Value::from("-3d"))]));
    let mut told = Vec::new();
    let body =
        r#"{"api_version":"1.2","result":"success","data":{"purchase_list":[{"id":"QX12YZ34"},{"id":"AB56CD78"}]}}"#;
    let replies =
        [Err(Failure::Lost("cut off".into())), Ok(Response { status: 200, headers: Vec::new(), body: body.into() })];
    let (mut now, mut replies) = (Duration::ZERO, replies.into_iter());
    loop {
        let step = call.step(now);
        told.extend(call.seen());
        assert_eq!(call.seen(), None);
        match step {
            Step::Send(_) => {
                now += Duration::from_millis(70);
                call.answer(replies.next().unwrap());
            }
            Step::Wait(pause) => now += pause,
            Step::Done(result) => break assert!(result.is_ok()),
        }
    }
    let [first, second] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!((first.attempt, first.outcome, first.status, first.bytes), (1, "lost", None, 0));
    assert_eq!(first.reason.as_deref(), Some("cut off"));
    assert!(first.again_in.is_some());
    assert_eq!((second.attempt, second.outcome, second.status), (2, "answered", Some(200)));
    assert_eq!((second.rows, second.bytes, second.bytes_sent), (Some(2), body.len(), "from=-3d".len()));
    assert_eq!((second.duration, second.again_in), (Duration::from_millis(70), None));
    assert_eq!(second.sent.as_deref(), Some("from=-3d"));
    assert!(second.received.as_deref().is_some_and(|received| received.contains("QX12YZ34")));
}

#[test]
fn a_timeout_never_outlives_the_call() {
    let second = Duration::from_secs(1);
    let patient = Settings { timeout: Some(30 * second), total_timeout: Some(40 * second), ..Settings::from(KEY) };
    let mut call = Client::new(patient).unwrap().call_named("ping", Value::Null);
    let Step::Send(request) = call.step(Duration::ZERO) else { panic!("{call:?}") };
    assert_eq!(request.timeout, Some(30 * second));
    call.answer(Err(Failure::Lost("none came".into())));
    let Step::Wait(pause) = call.step(30 * second) else { panic!("{call:?}") };
    let Step::Send(request) = call.step(30 * second + pause) else { panic!("{call:?}") };
    assert_eq!(request.timeout, Some(10 * second - pause));
}

/// Some trouble or other.
fn trouble() -> impl Strategy<Value = Trouble> {
    prop_oneof![
        Just(Trouble::NotSent),
        Just(Trouble::Lost),
        Just(Trouble::Unusable),
        (100_u16..600, any::<bool>()).prop_map(|(status, is_empty)| Trouble::Garbled { status, is_empty }),
        (100_u16..600, prop::option::of(0_i64..20)).prop_map(|(status, code)| Trouble::Refused { status, code }),
    ]
}

proptest! {
    #![proptest_config(crate::cases(5_000))]

    #[test]
    fn what_may_have_left_is_never_repeated_where_that_would_double(
        trouble in trouble(), attempt in 1_u32..200, chance: u32, retries in 0_u32..200,
        asked in prop::option::of(0_u64..10_000), left in prop::option::of(0_u64..10_000), repeatable: bool,
    ) {
        let retry = Retry { retries, ..Retry::default() };
        let (retry_after, left) = (asked.map(Duration::from_secs), left.map(Duration::from_millis));
        let next = retry.next(&Tried { repeatable, trouble, attempt, retry_after, left, chance });
        if !repeatable && trouble != Trouble::NotSent {
            prop_assert_eq!(next, None);
        }
        if let Some(pause) = next {
            prop_assert!(attempt <= retries && pause <= retry.longest);
            prop_assert!(left.is_none_or(|left| pause < left));
            prop_assert!(retry_after.is_none_or(|asked| pause >= asked));
            prop_assert!(pause >= retry.first / 2 && trouble != Trouble::Unusable);
        }
    }

    #[test]
    fn a_budget_lets_no_more_through_than_it_says(
        per_second in 0.01_f64..1000.0, at_once in 1_u32..50, gaps in prop::collection::vec(0_u64..3_000, 2..80),
    ) {
        let budget = Budget::new(per_second, at_once).unwrap();
        let client = Client::new(Settings { budget: Some(budget), ..Settings::from(KEY) }).unwrap();
        let mut now = Duration::from_secs(5);
        let mut sent_at = Vec::new();
        for gap in gaps {
            now += Duration::from_millis(gap);
            // Calls that begin before the last one has had its turn are told to wait longer.
            let mut call = client.call_named("ping", Value::Null);
            match call.step(now) {
                Step::Send(_) => sent_at.push(now),
                Step::Wait(pause) => sent_at.push(now + pause),
                Step::Done(result) => prop_assert!(false, "{result:?}"),
            }
        }
        for (first, begin) in sent_at.iter().enumerate() {
            for (last, end) in sent_at.iter().enumerate().skip(first) {
                let most = f64::from(at_once) + (*end - *begin).as_secs_f64() * per_second;
                prop_assert!((last - first + 1) as f64 <= most + 1e-3, "{first}..={last} of {sent_at:?}");
            }
        }
        prop_assert_eq!(sent_at.first().map(|first| first.as_secs() < 8), Some(true), "the first goes at once");
    }
}

#[test]
fn a_budget_is_full_after_a_rest_and_shared_by_clones() {
    let budget = Budget::new(10.0, 3).unwrap();
    let client = |key: &str| Client::new(Settings { budget: Some(budget.clone()), ..Settings::from(key) }).unwrap();
    let (one, same, other) = (client(KEY), client(KEY), client("777-OtherKeyOfNobody"));
    let asked =
        |client: &Client, now: u64| match client.call_named("ping", Value::Null).step(Duration::from_millis(now)) {
            Step::Send(_) => 0,
            Step::Wait(pause) => pause.as_millis(),
            Step::Done(result) => panic!("{result:?}"),
        };
    assert_eq!([asked(&one, 1000), asked(&same, 1000), asked(&one, 1000)], [0, 0, 0]);
    assert_eq!([asked(&same, 1000), asked(&one, 1000)], [100, 200]);
    assert_eq!(asked(&other, 1000), 0, "another key has a bucket of its own");
    assert_eq!([asked(&one, 5000), asked(&one, 5000), asked(&one, 5000), asked(&one, 5000)], [0, 0, 0, 100]);
    for (per_second, at_once) in [(0.0, 1), (-1.0, 1), (f64::NAN, 1), (f64::INFINITY, 1), (1.0, 0), (1e-9, 1)] {
        let made = Budget::new(per_second, at_once);
        assert_eq!(made.is_some(), per_second.is_infinite() && per_second > 0.0, "{per_second} {at_once}");
    }
}

#[test]
fn too_many_calls_make_all_calls_with_the_key_wait() {
    let budget = Budget::new(1000.0, 10).unwrap();
    let client = |key: &str| Client::new(Settings { budget: Some(budget.clone()), ..Settings::from(key) }).unwrap();
    let now = Duration::from_secs(3);
    let mut told = client(KEY).call_named("ping", Value::Null);
    assert!(matches!(told.step(now), Step::Send(_)));
    // One that has its turn already, and will come to it during the pause.
    let slow = Budget::new(1.0, 1).unwrap();
    let slowly = Client::new(Settings { budget: Some(slow), ..Settings::from(KEY) }).unwrap();
    let mut queue: Vec<Call> = (0..3).map(|_| slowly.call_named("ping", Value::Null)).collect();
    assert!(matches!(queue[0].step(now), Step::Send(_)));
    assert!(matches!(queue[2].step(now), Step::Wait(pause) if pause.as_secs() == 1));
    queue[0].answer(reply(&serde_json::json!({ "status": 429, "headers": { "Retry-After": "20" }, "body": "" })));
    assert!(matches!(queue[0].step(now), Step::Wait(pause) if pause.as_secs() == 20));
    let Step::Wait(pause) = queue[2].step(now + Duration::from_secs(1)) else { panic!("{queue:?}") };
    assert!((18..=19).contains(&pause.as_secs()), "{pause:?}");
    let Step::Wait(next) = queue[1].step(now + Duration::from_secs(1)) else { panic!("{queue:?}") };
    assert_eq!((next - pause).as_secs(), 1, "they do not come back all at once");
    told.answer(reply(&serde_json::json!({ "status": 429, "headers": { "Retry-After": "20" }, "body": "" })));
    assert!(matches!(told.step(now), Step::Wait(pause) if pause.as_secs() == 20));
    let mut next = client(KEY).call_named("ping", Value::Null);
    let Step::Wait(pause) = next.step(now) else { panic!("{next:?}") };
    assert!(pause >= Duration::from_secs(20), "{pause:?}");
    assert!(matches!(client("777-OtherKeyOfNobody").call_named("ping", Value::Null).step(now), Step::Send(_)));
    // Who has no time for that hears it at once, and nothing is sent.
    let hasty =
        Settings { budget: Some(budget.clone()), total_timeout: Some(Duration::from_secs(1)), ..Settings::from(KEY) };
    match Client::new(hasty)
        .unwrap()
        .call_named("refundTransaction", Value::from([("transaction_id", Value::from("1"))]))
        .step(now)
    {
        Step::Done(Err(Error::Unanswered { maybe_done: false, reason, .. })) => {
            assert!(reason.contains("turn"), "{reason}")
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn calls_without_time_for_their_turn_take_none_from_others() {
    let second = Duration::from_secs(1);
    let budget = Some(Budget::new(1.0, 1).unwrap());
    let hasty = Settings { budget, total_timeout: Some(3 * second), ..Settings::from(KEY) };
    let client = Client::new(hasty).unwrap();
    let turns = |now: Duration| {
        let went = (0..20).filter(|_| !matches!(client.call_named("ping", Value::Null).step(now), Step::Done(_)));
        went.count()
    };
    assert_eq!((0..5).map(|after| turns(after * second)).collect::<Vec<_>>(), [3, 1, 1, 1, 1]);
}

#[test]
fn what_has_no_time_left_is_not_sent() {
    let second = Duration::from_secs(1);
    let hasty = Settings { total_timeout: Some(10 * second), ..Settings::from(KEY) };
    let mut call = Client::new(hasty).unwrap().call_named("ping", Value::Null);
    assert!(matches!(call.step(Duration::ZERO), Step::Send(_)));
    call.answer(Err(Failure::Lost("cut off".into())));
    assert!(matches!(call.step(second), Step::Wait(_)));
    // The machine was asleep.
    match call.step(10 * second) {
        Step::Done(Err(Error::Unanswered { maybe_done: false, reason, .. })) => assert!(reason.contains("turn")),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_call_that_was_tried_does_not_say_that_nothing_was_sent() {
    let budget = Budget::new(0.2, 1).unwrap();
    let hasty = Settings { budget: Some(budget), total_timeout: Some(Duration::from_secs(3)), ..Settings::from(KEY) };
    let mut call = Client::new(hasty).unwrap().call_named("ping", Value::Null);
    let mut now = Duration::from_secs(9);
    assert!(matches!(call.step(now), Step::Send(_)));
    call.answer(Err(Failure::Lost("cut off".into())));
    let reason = loop {
        match call.step(now) {
            Step::Wait(pause) => now += pause,
            Step::Done(Err(Error::Unanswered { reason, maybe_done: false, .. })) => break reason,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(reason, "its time is over before its turn comes again; attempts so far: 1");
}

#[test]
fn no_function_that_doubles_is_sent_twice() {
    let once: Vec<_> = catalogue::all().filter(|spec| spec.repeat == Repeat::Once).collect();
    assert!(once.len() >= 37, "{}", once.len());
    for spec in once {
        for trouble in [Trouble::Lost, Trouble::Unusable, Trouble::Garbled { status: 503, is_empty: true }] {
            let tried = Tried { repeatable: false, trouble, attempt: 1, retry_after: None, left: None, chance: 7 };
            assert_eq!(Retry::default().next(&tried), None, "{}", spec.name);
        }
    }
}

/// What the error says of the time to come back, for a header and the moment at which the answer came.
fn asked(retry_after: &str, date: Option<&str>) -> Option<u64> {
    let client =
        Client::new(Settings { retry: Retry { retries: 0, ..Retry::default() }, ..Settings::from(KEY) }).unwrap();
    let mut call = client.call_named("ping", Value::Null);
    assert!(matches!(call.step(Duration::ZERO), Step::Send(_)));
    let mut headers = vec![("retry-after".to_owned(), retry_after.to_owned())];
    headers.extend(date.map(|date| ("Date".to_owned(), date.to_owned())));
    call.answer(Ok(Response { status: 429, headers, body: b"slow down".to_vec() }));
    let Step::Done(Err(error)) = call.step(Duration::ZERO) else { panic!("it goes on") };
    let text = error.to_string();
    let (_, rest) = text.split_once("come back in ")?;
    rest.split_once(" s").unwrap().0.parse().ok()
}

#[test]
fn a_moment_to_come_back_at_counts_from_the_moment_of_the_answer() {
    let now = Some("Sun, 22 Nov 2026 10:00:00 GMT");
    for (header, seconds) in [
        ("Sun, 22 Nov 2026 10:00:01 GMT", Some(1)),
        ("Mon, 23 Nov 2026 10:00:00 GMT", Some(86_400)),
        ("Fri, 01 Jan 2027 00:00:00 GMT", Some(3_420_000)),
        // A moment that has passed is no reason to wait.
        ("Sun, 22 Nov 2026 09:00:00 GMT", Some(0)),
        (" 20 ", Some(20)),
        ("-1", None),
        ("soon", None),
        ("", None),
        ("Sun, 22 Nov 2026 10:00:01", None),
        ("Sun, 22 Nov 2026 10:00 GMT", None),
        ("Sun, 22 Nov 2026 10:00:01:02 GMT", None),
        ("Sun, 22 anF 2026 10:00:01 GMT", None),
        ("Sun, 31 Nov 2026 10:00:01 GMT", None),
        ("Sun, 22 Nov 2026 24:00:01 GMT", None),
        ("Sun, 22 Nov 99999 10:00:01 GMT", None),
    ] {
        assert_eq!(asked(header, now), seconds, "{header}");
    }
    // Nobody here knows what time it is.
    assert_eq!(asked("Sun, 22 Nov 2026 10:00:01 GMT", None), None);
    assert_eq!(asked("Sun, 22 Nov 2026 10:00:01 GMT", Some("today")), None);
}

#[test]
fn an_answer_that_is_too_large_is_not_taken_from_any_host() {
    let client = Client::new(Settings { most_bytes: Some(100), ..Settings::from(KEY) }).unwrap();
    for (size, is_taken) in [(100, true), (101, false)] {
        let mut call = client.call_named("ping", Value::Null);
        assert!(matches!(call.step(Duration::ZERO), Step::Send(_)));
        let mut body = br#"{"api_version":"1.2","result":"success","data":{}}"#.to_vec();
        body.resize(size, b' ');
        call.answer(Ok(Response { status: 200, headers: Vec::new(), body }));
        let Step::Done(result) = call.step(Duration::ZERO) else { panic!("it goes on") };
        assert_eq!(result.is_ok(), is_taken, "{result:?}");
    }
}
