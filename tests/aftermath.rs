//! Looking what became of a call whose answer was lost.

use std::collections::BTreeSet;
use std::time::Duration;

use digistore24::aftermath::{Aftermath, Basis, Look, Verdict, functions, look_of};
use digistore24::sandbox::Sandbox;
use digistore24::wire::Repeat;
use digistore24::{
    Ask, Client, Error, Failure, Flow, Host, Inquiring, Inquiry, Outcome, Request, Response, Step, Value, catalogue,
};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

use crate::cases;
use crate::vectors::{each, text, words};

fn value(json: &Json) -> Value {
    serde_json::from_value(json.clone()).expect("plain data")
}

/// Leads a look through what the service says, step by step.
fn led(mut look: Look, told: &[Json]) -> Result<Aftermath, String> {
    let mut steps = told.iter();
    loop {
        match look.ask() {
            Ask::Done(aftermath) => {
                return match steps.next() {
                    None => Ok(aftermath),
                    Some(step) => Err(format!("it is over before {step}: {aftermath:?}")),
                };
            }
            Ask::Wait(pause) => {
                let step = steps.next().ok_or("it waits once more")?;
                if step["wait"].as_u64() != Some(pause.as_secs()) {
                    return Err(format!("it waits {pause:?}, and not as in {step}"));
                }
            }
            Ask::Call { function, parameters, .. } => {
                let step = steps.next().ok_or_else(|| format!("it calls {function} once more"))?;
                if step["call"] != function {
                    return Err(format!("it calls {function}, and not as in {step}"));
                }
                let asked = serde_json::to_value(&parameters).expect("plain data");
                if step.get("parameters").is_some_and(|wanted| *wanted != asked) {
                    return Err(format!("{function} is asked for {asked}, and not as in {step}"));
                }
                look.told(Outcome::read(&value(&without(step, &["call", "parameters"]))).expect("an outcome"));
            }
        }
    }
}

fn without(step: &Json, names: &[&str]) -> Json {
    let fields = step.as_object().expect("a step").iter().filter(|(name, _)| !names.contains(&name.as_str()));
    fields.map(|(name, value)| (name.clone(), value.clone())).collect::<serde_json::Map<_, _>>().into()
}

#[test]
fn every_look_ends_as_written() {
    each("aftermath.json", 100, |vector| {
        let look = look_of(&value(&vector["options"])).map_err(|problems| format!("{problems:?}"))?;
        let aftermath = led(look, vector["told"].as_array().expect("told"))?;
        let have = serde_json::to_value(Value::from(&aftermath)).expect("plain data");
        for (name, want) in vector["result"].as_object().expect("a result") {
            if have[name] != *want {
                return Err(format!("{name}: have {}, want {want}; {}", have[name], aftermath.reason));
            }
        }
        for says in words(&vector["says"]) {
            if !aftermath.reason.contains(says) {
                return Err(format!("{:?} does not say {says:?}", aftermath.reason));
            }
        }
        Ok(())
    });
}

#[test]
fn every_function_that_must_not_be_repeated_has_a_rule_and_a_vector() {
    let once: BTreeSet<&str> =
        catalogue::all().filter(|spec| spec.repeat == Repeat::Once).map(|spec| spec.name).collect();
    let ruled: Vec<&str> = functions().collect();
    assert_eq!(ruled.iter().copied().collect::<BTreeSet<_>>(), once);
    assert_eq!(ruled.len(), once.len(), "a function has two rules");
    let seen = std::cell::RefCell::new(BTreeSet::new());
    each("aftermath.json", 100, |vector| {
        seen.borrow_mut().insert(text(&vector["options"], "function").to_owned());
        Ok(())
    });
    let seen = seen.into_inner();
    let unseen: Vec<_> = once.iter().filter(|function| !seen.contains(**function)).collect();
    assert!(unseen.is_empty(), "no vector shows {unseen:?}");
}

#[test]
fn looking_calls_nothing_but_functions_that_only_read() {
    each("aftermath.json", 100, |vector| {
        for step in vector["told"].as_array().expect("told").iter().filter(|step| step.get("call").is_some()) {
            let function = text(step, "call");
            let spec = catalogue::find(function).ok_or_else(|| format!("there is no {function}"))?;
            if spec.repeat == Repeat::Once {
                return Err(format!("{function} does something"));
            }
        }
        Ok(())
    });
}

/// A service that loses the answer of the first call of a function, before or after it carries it out.
struct Losing {
    sandbox: Sandbox,
    function: &'static str,
    carries_out: bool,
    lost: bool,
}

impl Host for Losing {
    fn send(&mut self, request: Request) -> Result<Response, Failure> {
        if request.function() != self.function || self.lost {
            return self.sandbox.send(request);
        }
        self.lost = true;
        if self.carries_out {
            self.sandbox.send(request)?;
        }
        // The time limit passes.
        self.sandbox.advance(Duration::from_secs(30));
        Err(Failure::Lost("the line broke".to_owned()))
    }

    fn wait(&mut self, pause: Duration) {
        self.sandbox.wait(pause);
    }

    fn now(&self) -> Duration {
        self.sandbox.now()
    }
}

/// The second at which the clock of every sandbox begins, on a machine whose own clock is some minutes wrong.
const BEGINNING: i64 = 1_791_201_600 + 421;

/// Loses the answer of a call, and looks what became of it.
fn story(function: &'static str, parameters: Value, carries_out: bool, wish: impl Fn(Look) -> Look) -> Aftermath {
    let sandbox = Sandbox::new();
    let client = Client::new(sandbox.api_key()).unwrap();
    let mut service = Losing { sandbox, function, carries_out, lost: false };
    // Some time goes by, so that nothing of the account is new.
    service.sandbox.advance(Duration::from_secs(7200));
    let clock = |service: &Losing| BEGINNING + i64::try_from(service.now().as_secs()).unwrap();
    let sent_at = clock(&service);
    let error = client.call_named(function, parameters.clone()).run(&mut service).unwrap_err();
    assert!(matches!(error, Error::Unanswered { maybe_done: true, .. }), "{error}");
    let look = wish(Look::new(function, parameters, sent_at, clock(&service)));
    Inquiring::new(&client, look).run(&mut service).unwrap()
}

/// Calls that the sandbox carries out, and with which rules it can show it.
fn stories() -> Vec<(&'static str, Value)> {
    let data = |fields: Value| Value::from([("data", fields)]);
    vec![
        ("refundTransaction", Value::from([("transaction_id", "90000001".into())])),
        ("refundPurchase", Value::from([("purchase_id", "CD34EF56".into())])),
        ("createVoucher", data(Value::from([("code", "SPRING".into()), ("first_rate", "20".into())]))),
        ("createProduct", data(Value::from([("name_intern", "Course 2".into()), ("name", "A course".into())]))),
        (
            "copyProduct",
            Value::from([("product_id", "515151".into()), ("data", Value::from([("name_intern", "Copy".into())]))]),
        ),
        ("createProductGroup", data(Value::from([("name", "Autumn".into())]))),
        ("createBuyUrl", Value::from([("product_id", "515151".into())])),
        (
            "validateEticket",
            Value::from([
                ("eticket_id", "91250000000000000001".into()),
                ("template_id", "3".into()),
                ("location_id", "3".into()),
                ("date", "2026-10-05".into()),
            ]),
        ),
    ]
}

#[test]
fn what_was_carried_out_is_told_as_done() {
    for (function, parameters) in stories() {
        let told = story(function, parameters, true, |look| look);
        assert_eq!((told.verdict, told.again_in), (Verdict::Done, None), "{function}: {told:?}");
        assert!(!told.evidence.is_empty(), "{function} rests on nothing");
    }
}

#[test]
fn what_never_arrived_is_told_as_not_done_after_a_while() {
    for (function, parameters) in stories() {
        let early = story(function, parameters.clone(), false, Look::without_waiting);
        assert_eq!((early.verdict, early.again_in), (Verdict::CannotBeTold, Some(91)), "{function}: {early:?}");
        let told = story(function, parameters, false, |look| look);
        assert_eq!((told.verdict, told.again_in), (Verdict::NotDone, None), "{function}: {told:?}");
    }
}

/// A service that is asked for its time in vain for a while.
struct Slow(Sandbox);

impl Host for Slow {
    fn send(&mut self, request: Request) -> Result<Response, Failure> {
        if request.function() == "ping" {
            self.0.advance(Duration::from_secs(300));
        }
        self.0.send(request)
    }

    fn wait(&mut self, pause: Duration) {
        self.0.wait(pause);
    }

    fn now(&self) -> Duration {
        self.0.now()
    }
}

#[test]
fn the_time_until_the_service_tells_its_own_makes_nothing_undone() {
    for (function, parameters) in stories().into_iter().filter(|(function, _)| *function != "createVoucher") {
        let mut sandbox = Sandbox::new();
        sandbox.advance(Duration::from_secs(7200));
        let client = Client::new(sandbox.api_key()).unwrap();
        client.call_named(function, parameters.clone()).run(&mut sandbox).unwrap();
        let sent_at = BEGINNING + 7200;
        let told = Inquiring::new(&client, Look::new(function, parameters, sent_at, sent_at)).run(&mut Slow(sandbox));
        assert_eq!(told.unwrap().verdict, Verdict::CannotBeTold, "{function}");
    }
}

#[test]
fn tickets_are_told_by_those_that_were_known() {
    let parameters = Value::from([
        ("buyer", Value::from([("email", "max@example.com".into())])),
        ("product_id", "515154".into()),
        ("location_id", "3".into()),
        ("template_id", "3".into()),
        ("date", "2026-10-05".into()),
        ("count", 2.into()),
    ]);
    let told = story("createEticket", parameters.clone(), true, |look| look);
    assert_eq!(told.verdict, Verdict::CannotBeTold, "{told:?}");
    let sandbox = &mut Sandbox::new();
    let client = Client::new(sandbox.api_key()).unwrap();
    let answer = client.call_named("listEtickets", Value::Null).run(sandbox).unwrap();
    let all = Value::from(answer.data());
    let Some(Value::List(tickets)) = all.get("etickets") else { panic!("{all:?}") };
    let known: Vec<String> =
        tickets.iter().map(|ticket| ticket.get("id").unwrap().as_str().unwrap().to_owned()).collect();
    for (carries_out, verdict) in [(true, Verdict::Done), (false, Verdict::NotDone)] {
        let told = story("createEticket", parameters.clone(), carries_out, |look| look.known(known.clone()));
        assert_eq!(told.verdict, verdict, "{told:?}");
    }
}

#[test]
fn a_key_that_is_gone_tells_that_it_was_given_back() {
    let told = story("unregister", Value::Null, true, |look| look);
    // The sandbox's own key was made by hand, so it stays.
    assert_eq!(told.verdict, Verdict::NotDone, "{told:?}");
    let mut sandbox = Sandbox::new();
    let client = Client::new("999-GoneKey").unwrap();
    let told = Inquiring::new(&client, Look::new("unregister", Value::Null, 0, 60)).run(&mut sandbox).unwrap();
    assert_eq!((told.verdict, told.basis), (Verdict::Done, Basis::Documented));
}

#[test]
fn everything_wrong_with_the_options_is_told_at_once() {
    let problems = |options: Json| {
        look_of(&value(&options)).unwrap_err().into_iter().map(|problem| problem.path).collect::<Vec<_>>()
    };
    assert_eq!(problems(json!({})), ["function", "sent_at", "now"]);
    let wrong = json!({
        "function": "refundTransaction", "parameters": [], "sent_at": "yesterday", "now": 5, "tolerance": -1, "late": 100000,
        "calls": 0, "known": [{}], "wait": 1, "more": 2
    });
    let paths = ["parameters", "sent_at", "tolerance", "late", "calls", "known", "wait", "more"];
    assert_eq!(problems(wrong), paths);
    assert_eq!(problems(json!({ "function": "refundTransaction", "sent_at": 10, "now": 5 })), ["sent_at"]);
    let texts = json!({ "function": "ping", "sent_at": "2026-10-05T14:00:00.25+02:00", "now": "2026-10-05T12:00:01Z" });
    assert!(look_of(&value(&texts)).is_ok());
}

#[test]
fn neither_parameters_nor_people_show() {
    let parameters = Value::from([("token", "12-VerySecret".into()), ("purchase_id", "AB12CD34".into())]);
    let look = Look::new("retrieveApiKey", parameters, 0, 60);
    assert!(!format!("{look:?}").contains("VerySecret"));
    let told = story("refundPurchase", Value::from([("purchase_id", "CD34EF56".into())]), true, |look| look);
    let shown = format!("{told:?} {:?}", Value::from(&told));
    assert!(!shown.contains('@') && !shown.contains("Lena"), "{shown}");
}

/// Any answer at all.
fn any_outcome() -> impl Strategy<Value = Outcome> {
    let scalar = prop_oneof![
        Just(Value::Null),
        any::<i64>().prop_map(Value::from),
        proptest::sample::select(vec![
            "",
            "AB12CD34",
            "90000001",
            "-29.75",
            "29.75",
            "payment",
            "refund",
            "2026-10-05 14:00:02",
            "Y"
        ])
        .prop_map(Value::from),
    ];
    let names = proptest::sample::select(vec![
        "id",
        "purchase_id",
        "amount",
        "transaction_amount",
        "type",
        "created_at",
        "transaction_list",
        "purchase_list",
        "buyer",
        "email",
        "items",
        "item",
        "to_product_id",
        "coupon",
        "eticket",
        "delivery",
        "page_count",
        "products",
        "used_at",
    ]);
    let data = scalar.prop_recursive(4, 24, 4, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::List),
            proptest::collection::vec((names.clone().prop_map(str::to_owned), inner), 0..5).prop_map(Value::Map),
        ]
    });
    let failed =
        (proptest::sample::select(vec!["refused", "unanswered", "garbled"]), proptest::option::of(0..13_i64)).prop_map(
            |(kind, code)| Outcome::Failed { kind: kind.to_owned(), code, message: String::new(), maybe_done: false },
        );
    prop_oneof![9 => data.prop_map(|data| Outcome::Answered { data, current_time: None }), 1 => failed]
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn whatever_the_service_answers_a_look_ends_and_only_reads(
        at in 0..37_usize,
        outcomes in proptest::collection::vec(any_outcome(), 160),
    ) {
        let function = functions().nth(at).unwrap();
        let parameters = json!({
            "transaction_id": "90000001", "purchase_id": "AB12CD34", "purchase_ids": "AB12CD34", "upgrade_id": "1",
            "data": { "code": "X", "name": "Y" }, "eticket_id": "1", "delivery_id": 1, "service_proof_id": 1
        });
        let mut look = Look::new(function, value(&parameters), 1_791_201_600, 1_791_201_700);
        let clock = Value::from([("server_time", "2026-10-05 14:01:40".into())]);
        let clock = Outcome::Answered { data: clock, current_time: None };
        let mut outcomes = [clock].into_iter().chain(outcomes);
        loop {
            match look.ask() {
                Ask::Done(_) => break,
                Ask::Wait(_) => {}
                Ask::Call { function, .. } => {
                    prop_assert!(catalogue::find(function).unwrap().repeat != Repeat::Once);
                    let outcome = outcomes.next();
                    prop_assert!(outcome.is_some(), "it asks for ever");
                    look.told(outcome.unwrap());
                }
            }
        }
    }
}

#[test]
fn an_error_without_an_answer_is_no_step() {
    // A look that is over stays over, whatever it is told.
    let mut look = Look::new("reportFraud", Value::Null, 0, 60);
    look.told(Outcome::Failed { kind: "refused".into(), code: Some(2), message: String::new(), maybe_done: false });
    assert!(matches!(look.ask(), Ask::Done(Aftermath { verdict: Verdict::CannotBeTold, .. })));
    let client = Client::new("123-ExampleKey").unwrap();
    assert!(matches!(Inquiring::new(&client, look).step(Duration::ZERO), Step::Done(Ok(_))));
}
