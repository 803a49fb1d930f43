//! Keys and passphrases show in no message and no printed value.

use std::time::Duration;

use digistore24::catalogue::api_keys::RetrieveApiKey;
use digistore24::catalogue::ipn::IpnSetup;
use digistore24::{Answer, Call, Client, Failure, Flow, Response, Retry, Settings, Step, Value, read};

const KEY: &str = "1234567-ExampleKeyOfNobody";
const NEW: &str = "777-FreshKeyThatIsHandedOutOnce";

fn client() -> Client {
    let retry = Retry { retries: 0, ..Retry::default() };
    Client::new(Settings { retry, ..Settings::from(KEY) }).unwrap()
}

fn answered(mut call: Call, status: u16, body: &str) -> Result<Answer, digistore24::Error> {
    assert!(matches!(call.step(Duration::ZERO), Step::Send(_)));
    call.answer(Ok(Response { status, headers: Vec::new(), body: body.into() }));
    match call.step(Duration::ZERO) {
        Step::Done(result) => result,
        other => panic!("{other:?}"),
    }
}

fn retrieve() -> Call {
    client().call_named("retrieveApiKey", Value::from([("token", Value::from("3141592-Token"))]))
}

#[test]
fn an_unreadable_answer_with_a_new_key_is_not_quoted() {
    let cut = format!(r#"{{"api_version":"1.2","result":"success","data":{{"api_key":"{NEW}","note":"#);
    for body in [cut.clone(), cut.replace("api_key", "key"), format!("{cut}\"\"}}}} oops")] {
        let error = answered(retrieve(), 200, &body).unwrap_err();
        assert_eq!(error.kind(), "unanswered");
        assert!(!format!("{error} {error:?}").contains("FreshKey"), "{error:?}");
    }
    let error = answered(client().raw("anything", Value::Null), 404, r#"{"Api_Key":"777-FreshKey"#).unwrap_err();
    assert!(!format!("{error} {error:?}").contains("FreshKey"), "{error:?}");
}

#[test]
fn a_field_that_holds_a_key_in_another_form_is_not_quoted() {
    let body = format!(r#"{{"api_version":"1.2","result":"success","data":{{"api_key":["{NEW}"]}}}}"#);
    let answer = read("retrieveApiKey", 200, body).unwrap();
    let view = answer.view::<digistore24::catalogue::api_keys::RetrieveApiKeyAnswer>().unwrap();
    assert_eq!(view.api_key().unwrap_err().to_string(), "api_key: expected a text, the answer holds …");
    assert!(!format!("{answer:?}").contains("FreshKey"));
}

#[test]
fn parameters_hide_passphrases_and_tokens() {
    let setup = IpnSetup { sha_passphrase: Some("top secret".into()), ..Default::default() };
    assert!(!format!("{setup:?}").contains("top secret"), "{setup:?}");
    let retrieve = RetrieveApiKey { token: "3141592-Token".into() };
    assert!(!format!("{retrieve:?}").contains("3141592"), "{retrieve:?}");
    let call = client().call(retrieve);
    assert!(!format!("{call:?}").contains("3141592-Token"), "{call:?}");
}

#[test]
fn the_own_key_is_found_however_it_is_hidden() {
    let bodies = ["1234567-Exam\u{1}pleKeyOfNobody", "<b>1234567-ExampleKeyOfNobody", "ExampleKeyOfNobody"];
    for body in bodies {
        let error = answered(client().call_named("ping", Value::Null), 502, body).unwrap_err();
        assert!(!error.to_string().contains("ExampleKey"), "{error}");
    }
    let retry = Retry { retries: 0, ..Retry::default() };
    let slashes = Client::new(Settings { retry, ..Settings::from("12-With/Slash/Inside") }).unwrap();
    let error = answered(slashes.call_named("ping", Value::Null), 502, r"x 12-With\/Slash\/Inside").unwrap_err();
    assert!(!error.to_string().contains("Slash"), "{error}");
}

#[test]
fn the_key_does_not_get_into_the_address() {
    for function in [&format!("{KEY}/json/getUserInfo"), "ExampleKeyOfNobody/ping"] {
        let mut call = client().raw(function, Value::Null);
        let Step::Done(Err(error)) = call.step(Duration::ZERO) else { panic!("{call:?}") };
        assert!(error.to_string().contains("travels in a header only"), "{error}");
        assert!(!format!("{error:?}").contains("ExampleKey"), "{error:?}");
    }
    let base = Some(format!("https://www.example.com/api/call/{KEY}/json"));
    let error = Client::new(Settings { base_url: base, ..Settings::from(KEY) }).unwrap_err();
    assert!(error.to_string().contains("travels in a header only"), "{error}");
}

#[test]
fn a_failure_in_the_hosts_words_is_scrubbed() {
    let mut call = client().call_named("ping", Value::Null);
    call.answer(Err(Failure::Lost(format!("POST with {KEY} failed"))));
    assert!(!format!("{call:?}").contains("ExampleKey"), "{call:?}");
}
