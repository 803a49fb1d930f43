//! The check with the service: what is asked, and what is made of answers and of silence.

use std::time::Duration;

use digistore24::license::{Remark, Validation, Validity, Verdict, validation_of};
use digistore24::sandbox::Sandbox;
use digistore24::{Ask, Client, Failure, Flow, Inquiring, Inquiry, Outcome, Response, Retry, Settings, Step, Value};

const KEY: &str = "SANDB-GXQEY-VAKRD-22222-33333-44444-55555-66666";

fn asked(purchase_id: &str, license_key: &str) -> Validity {
    let mut sandbox = Sandbox::new();
    let client = Client::new(sandbox.api_key()).unwrap();
    Inquiring::new(&client, Validation::new(purchase_id, license_key)).run(&mut sandbox).unwrap()
}

#[test]
fn the_sandbox_knows_a_valid_a_missing_and_an_unpaid_licence() {
    let valid = asked(" JK92LM34 ", &format!("{KEY}\n"));
    assert_eq!((valid.verdict, valid.product_id.as_deref()), (Verdict::Valid, Some("515153")));
    assert_eq!(asked("JK92LM34", "EMIL-1").verdict, Verdict::NotFound);
    let unpaid = asked("EF56GH78", "SANDB-GXUNP-AKDXX-22222-33333-44444-55555-66666");
    assert_eq!(unpaid.verdict, Verdict::NotPaid);
    assert!(unpaid.billing_status.is_some());
}

#[test]
fn an_order_that_nobody_knows_is_unknown_and_not_invalid() {
    let validity = asked("ZZ99ZZ99", KEY);
    assert_eq!((validity.verdict, validity.notes[0]), (Verdict::Unknown, Remark::Refused));
    assert_eq!(validity.error.unwrap().kind, "refused");
}

/// A client that tries once.
fn impatient() -> Client {
    let retry = Retry { retries: 0, ..Retry::default() };
    Client::new(Settings { retry, ..Settings::from("1234567-ExampleKeyOfNobody") }).unwrap()
}

#[test]
fn what_is_lost_is_unknown() {
    let client = impatient();
    let mut flow = Inquiring::new(&client, Validation::new("JK92LM34", KEY));
    let validity = loop {
        match flow.step(Duration::ZERO) {
            Step::Send(_) => flow.answer(Err(Failure::Lost("the cable is out".into()))),
            Step::Wait(_) => {}
            Step::Done(validity) => break validity.unwrap(),
        }
    };
    assert_eq!((validity.verdict, validity.notes[0]), (Verdict::Unknown, Remark::NoAnswer));
    let error = validity.error.unwrap();
    assert_eq!(error.kind, "unanswered");
    assert!(error.message.contains("the cable is out"));
}

#[test]
fn a_page_of_a_proxy_is_no_evidence_either() {
    // The message quotes the beginning of the page, and may cut the key anywhere.
    let mut quoted = 0;
    for before in (0..400).step_by(7) {
        let client = impatient();
        let mut flow = Inquiring::new(&client, Validation::new("JK92LM34", KEY));
        let validity = loop {
            match flow.step(Duration::ZERO) {
                Step::Send(_) => {
                    let body = format!("<h1>Forbidden{}: {KEY}</h1>", "!".repeat(before)).into_bytes();
                    flow.answer(Ok(Response { status: 403, headers: Vec::new(), body }));
                }
                Step::Wait(_) => {}
                Step::Done(validity) => break validity.unwrap(),
            }
        };
        assert_eq!(validity.verdict, Verdict::Unknown);
        let message = validity.error.unwrap().message;
        assert!(!message.contains("SANDB-G"), "{message}");
        quoted += usize::from(message.contains('…'));
    }
    assert!(quoted > 3, "only {quoted}");
}

#[test]
fn an_odd_time_or_number_of_an_answer_hides_nothing_of_it() {
    let data = Value::from([("is_license_valid", Value::from("Y")), ("is_license_key_found", "Y".into())]);
    for odd in [Value::Map(Vec::new()), Value::List(Vec::new()), true.into(), 5.into(), "soon".into(), Value::Null] {
        let told = Outcome::read(&Value::from([("data", data.clone()), ("current_time", odd.clone())])).unwrap();
        assert_eq!(told, Outcome::Answered { data: data.clone(), current_time: None });
        let failed = Value::from([("kind", Value::from("refused")), ("code", odd.clone())]);
        let Ok(Outcome::Failed { code, .. }) = Outcome::read(&failed) else { panic!("{odd:?}") };
        assert_eq!(code, (odd == 5.into()).then_some(5));
    }
    assert!(Outcome::read(&Value::from([("kind", Value::from(5))])).is_err());
}

#[test]
fn a_refusal_that_repeats_the_key_is_told_without_it() {
    let mut validation = Validation::new("JK92LM34", KEY);
    assert!(!format!("{validation:?}").contains(KEY));
    let client = impatient();
    let mut flow = Inquiring::new(&client, Validation::new("JK92LM34", KEY));
    assert!(matches!(flow.step(Duration::ZERO), Step::Send(_)));
    assert!(!format!("{flow:?}").contains("SANDB"), "{flow:?}");
    let Ask::Call { function, parameters, .. } = validation.ask() else { panic!("{validation:?}") };
    assert_eq!(function, "validateLicenseKey");
    assert_eq!(parameters.get("license_key"), Some(&Value::from(KEY)));
    validation.told(Outcome::Failed {
        kind: "refused".into(),
        code: Some(4),
        message: format!("no such key: {KEY}"),
        maybe_done: false,
    });
    let Ask::Done(validity) = validation.ask() else { panic!("{validation:?}") };
    assert_eq!(
        validity.error.as_ref().map(|error| (error.code, error.message.as_str())),
        Some((Some(4), "no such key: …"))
    );
    assert!(!format!("{validation:?} {:?}", Value::from(&validity)).contains(KEY));
}

#[test]
fn nothing_is_asked_without_an_order_and_a_key() {
    let empty = Value::from([("purchase_id", Value::from(" ")), ("license_key", "".into())]);
    let problems = validation_of(&empty).unwrap_err();
    assert_eq!(
        problems.iter().map(|problem| problem.path.as_str()).collect::<Vec<_>>(),
        ["purchase_id", "license_key"]
    );
    assert_eq!(validation_of(&Value::Map(Vec::new())).unwrap_err().len(), 2);
}
