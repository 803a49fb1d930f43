//! The check by the service: once, and what is said when the answer is lost.

use digistore24::eticket::{By, Number, Validated, Verdict, validation_of};
use digistore24::{Ask, Inquiry, Outcome, Time, Value, Zone};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

use crate::vectors::{each, text};

fn value(json: &Json) -> Value {
    serde_json::from_value(json.clone()).unwrap()
}

/// Leads a conversation along what is told: `[function, {data, current_time} or {kind, ...}]` each.
fn led(options: &Json, told: &[Json]) -> Result<Validated, String> {
    let mut validation = validation_of(&value(options)).map_err(|problems| format!("{problems:?}"))?;
    for step in told {
        match validation.ask() {
            Ask::Call { function, .. } if function == text(step, "call") => {}
            other => return Err(format!("have {other:?}, want a call of {}", text(step, "call"))),
        }
        let outcome = match step.get("data") {
            Some(data) => Outcome::Answered {
                data: value(data),
                current_time: step["current_time"].as_str().map(|time| Time::parse(time, Zone::Berlin).unwrap()),
            },
            None => Outcome::Failed {
                kind: text(step, "kind").to_owned(),
                code: step["code"].as_i64(),
                message: String::new(),
                maybe_done: step["maybe_done"].as_bool().unwrap_or_default(),
            },
        };
        validation.told(outcome);
    }
    match validation.ask() {
        Ask::Done(validated) => Ok(validated),
        other => Err(format!("goes on with {other:?}")),
    }
}

#[test]
fn every_conversation_ends_as_written() {
    each("eticket_checks.json", 40, |vector| {
        let told = vector["told"].as_array().expect("told");
        let validated = led(&vector["options"], told)?;
        let have = serde_json::to_value(Value::from(&validated)).expect("plain data");
        for (name, want) in vector["result"].as_object().expect("a result") {
            let have = match name.as_str() {
                "reason" => &have["reasons"][0]["word"],
                name => &have[name],
            };
            if have != want {
                return Err(format!("{name}: have {have}, want {want}"));
            }
        }
        Ok(())
    });
}

#[test]
fn what_is_asked_for_is_what_was_given() {
    let options = json!({ "eticket": " 9125 0000 0000 0000 0001", "template_id": [3, "4"], "location_id": "5, 6", "date": "2026-10-05" });
    let mut validation = validation_of(&value(&options)).unwrap();
    let want = Value::from([
        ("eticket_id", "91250000000000000001".into()),
        ("template_id", "3,4".into()),
        ("location_id", "5,6".into()),
        ("date", "2026-10-05".into()),
    ]);
    let Ask::Call { function, parameters, .. } = validation.ask() else { panic!("it is over") };
    assert_eq!((function, parameters), ("validateEticket", want));
}

/// Any answer at all.
fn any_outcome() -> impl Strategy<Value = Outcome> {
    let word =
        proptest::sample::select(vec!["success", "error", "Y", "N", "", "2026-10-05", "2026-10-05 19:00:00", "3", "4"]);
    let names = proptest::sample::select(vec![
        "status",
        "is_eticket_valid_for_different_event",
        "eticket_template_id",
        "eticket_date",
        "used_at",
        "is_blocked",
        "template_id",
        "date",
        "duration",
    ]);
    let fields = proptest::collection::vec((names, word), 0..8)
        .prop_map(|fields| fields.into_iter().map(|(name, word)| (name.to_owned(), word.into())).collect::<Vec<_>>());
    prop_oneof![
        (fields, any::<bool>(), any::<bool>()).prop_map(|(fields, nested, clock)| Outcome::Answered {
            data: if nested { Value::from([("eticket", Value::Map(fields))]) } else { Value::Map(fields) },
            current_time: clock.then(|| Time::parse("2026-10-05 19:00:00", Zone::Berlin).unwrap()),
        }),
        (
            proptest::sample::select(vec!["refused", "unanswered", "garbled", "strange"]),
            proptest::option::of(0..13_i64),
            any::<bool>()
        )
            .prop_map(|(kind, code, maybe_done)| Outcome::Failed {
                kind: kind.to_owned(),
                code,
                message: "x".to_owned(),
                maybe_done
            }),
    ]
}

proptest! {
    #![proptest_config(crate::cases(256))]
    #[test]
    fn it_asks_once_and_comes_to_an_end(
        outcomes in proptest::collection::vec(any_outcome(), 4),
        look_first in any::<bool>(),
        started in proptest::option::of(1_791_219_000..1_791_220_000_i64),
    ) {
        let options = json!({ "eticket": "91250000000000000001", "template_id": 3, "location_id": 3, "date": "2026-10-05",
            "look_first": look_first, "started_at": started });
        let mut validation = validation_of(&value(&options)).unwrap();
        let mut validated = 0;
        let mut carried_out = false;
        for outcome in outcomes {
            let Ask::Call { function, .. } = validation.ask() else { break };
            if function == "validateEticket" {
                validated += 1;
                let status = |data: &Value| data.get("status").and_then(Value::as_str) == Some("success");
                carried_out |= matches!(&outcome, Outcome::Answered { data, .. } if status(data));
            }
            validation.told(outcome);
        }
        prop_assert!(validated <= 1);
        let Ask::Done(result) = validation.ask() else { panic!("it goes on") };
        prop_assert_eq!(result.verdict == Verdict::Admitted, carried_out);
        prop_assert_eq!(result.number, Number::parse("91250000000000000001").unwrap());
        prop_assert!(!result.reasons.is_empty());
        prop_assert_eq!(result.by.is_some(), result.verdict == Verdict::Used);
        // Nothing that comes later changes it.
        validation.told(Outcome::Answered { data: Value::from([("status", "success".into())]), current_time: None });
        prop_assert_eq!(validation.ask(), Ask::Done(result));
    }
}

#[test]
fn options_are_checked_all_at_once() {
    let problems = validation_of(&value(
        &json!({ "eticket": "123", "date": "soon", "tolerance": -1, "look_first": true, "only_look": true }),
    ))
    .unwrap_err();
    let paths: Vec<&str> = problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, ["eticket", "template_id", "location_id", "date", "tolerance", "only_look"]);
    assert!(problems[0].message.contains("3 digits"), "{}", problems[0].message);
    assert_eq!(By::CannotTell.as_str(), "cannot_tell");
}
