//! One call, step by step: what goes out, what the outcome is, and what is never shown.

use std::time::Duration;

use digistore24::catalogue::billing::RefundTransaction;
use digistore24::catalogue::purchases::{GetPurchase, ListPurchases};
use digistore24::catalogue::system::{ListCountries, Ping};
use digistore24::{Answer, Call, Client, Error, Failure, Flow, Request, Response, Retry, Settings, Step, Value};

const SECRET: &str = "ExampleKeyOfNobody";
const KEY: &str = "1234567-ExampleKeyOfNobody";

fn client() -> Client {
    let retry = Retry { retries: 0, ..Retry::default() };
    Client::new(Settings { retry, ..Settings::from(KEY) }).expect("a client")
}

fn refund() -> Call {
    client().call(RefundTransaction { transaction_id: "80000001".into(), ..Default::default() }).untyped()
}

fn list() -> Call {
    client().call(ListPurchases::default()).untyped()
}

fn sent(call: &mut Call) -> Request {
    match call.step(Duration::ZERO) {
        Step::Send(request) => request,
        other => panic!("{other:?}"),
    }
}

fn end(call: &mut Call) -> Result<Answer, Error> {
    match call.step(Duration::ZERO) {
        Step::Done(result) => result,
        other => panic!("{other:?}"),
    }
}

fn response(status: u16, body: impl Into<Vec<u8>>) -> Response {
    Response { status, headers: Vec::new(), body: body.into() }
}

fn success(data: &str) -> Response {
    response(200, format!("{{\"api_version\":\"1.2\",\"result\":\"success\",\"data\":{data}}}"))
}

fn answered(mut call: Call, reply: Result<Response, Failure>) -> Result<Answer, Error> {
    sent(&mut call);
    call.answer(reply);
    end(&mut call)
}

#[test]
fn asking_twice_gives_the_same_step() {
    let mut call = list();
    let first = sent(&mut call);
    assert_eq!(sent(&mut call), first);
    call.answer(Ok(success("{}")));
    assert_eq!(end(&mut call).expect("an answer").to_json(), "{}");
    assert_eq!(end(&mut call).expect("an answer").to_json(), "{}");
}

#[test]
fn an_answer_nobody_asked_for_is_ignored() {
    let mut call = list();
    call.answer(Err(Failure::Lost("early".into())));
    sent(&mut call);
    call.answer(Ok(success("{\"page_no\":1}")));
    call.answer(Err(Failure::Lost("late".into())));
    assert_eq!(end(&mut call).expect("the first").to_json(), "{\"page_no\":1}");

    let mut refused = client().call_named("listPurchase", Value::Null);
    assert_eq!(end(&mut refused).unwrap_err().kind(), "params");
    refused.answer(Ok(success("{}")));
    assert_eq!(end(&mut refused).unwrap_err().kind(), "params");
}

#[test]
fn a_lost_answer_is_only_harmless_where_the_call_may_be_repeated() {
    let lost = || Err(Failure::Lost("the line went dead".into()));
    let not_sent = || Err(Failure::NotSent("no route".into()));
    let raw = || client().raw("aFunctionOfTomorrow", Value::Null);
    for (call, reply, wanted) in [
        (list(), lost(), false),
        (list(), not_sent(), false),
        (refund(), lost(), true),
        (refund(), not_sent(), false),
        (raw(), lost(), true),
        (raw(), not_sent(), false),
    ] {
        match answered(call.clone(), reply.clone()) {
            Err(Error::Unanswered { maybe_done, reason, function }) => {
                assert_eq!((maybe_done, function.as_str()), (wanted, call.function()), "{reply:?}");
                assert!(reason.contains("dead") || reason.contains("route"));
            }
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn an_unreadable_answer_to_a_charge_leaves_open_what_happened() {
    let begun = "{\"api_version\":\"1.2\",\"result\":\"success\",\"data\":{\"status\":\"comp";
    let broken = "{\"api_version\":\"1.2\",\"result\":\"error\",\"message\":\"internal\",\"code\":11}";
    for (status, body) in [
        (200, ""),
        (200, "<html>"),
        (200, "{\"api"),
        (302, "<html>"),
        (303, ""),
        (400, begun),
        (404, begun),
        (408, ""),
        (499, "<html>"),
        (500, "oops"),
        (502, "<html>"),
        (599, ""),
    ] {
        match answered(refund(), Ok(response(status, body))) {
            Err(Error::Unanswered { maybe_done: true, .. }) => {}
            other => panic!("{status} {body:?}: {other:?}"),
        }
        assert_eq!(answered(list(), Ok(response(status, body))).unwrap_err().kind(), "garbled", "{status} {body:?}");
    }
    for status in [200, 500] {
        assert!(matches!(
            answered(refund(), Ok(response(status, broken))),
            Err(Error::Unanswered { maybe_done: true, .. })
        ));
        assert_eq!(answered(list(), Ok(response(status, broken))).unwrap_err().kind(), "refused", "{status}");
    }
    for status in [301, 307, 400, 404, 411, 429] {
        assert_eq!(answered(refund(), Ok(response(status, "<html>"))).unwrap_err().kind(), "garbled", "{status}");
    }
}

#[test]
fn the_outcome_is_the_same_for_every_function_of_a_kind() {
    use digistore24::wire::Repeat;
    for spec in digistore24::catalogue::all() {
        let call = client().raw(spec.name.split('/').next_back().unwrap(), Value::Null);
        let known = client().call_named(spec.name, Value::Null);
        let Step::Send(_) = known.clone().step(Duration::ZERO) else { continue };
        match answered(known, Err(Failure::Lost(String::new()))) {
            Err(Error::Unanswered { maybe_done, .. }) => {
                assert_eq!(maybe_done, spec.repeat == Repeat::Once, "{}", spec.name)
            }
            other => panic!("{other:?}"),
        }
        assert!(matches!(
            answered(call, Err(Failure::Lost(String::new()))),
            Err(Error::Unanswered { maybe_done: true, .. })
        ));
    }
}

#[test]
fn nothing_that_prints_shows_the_key() {
    let echo = format!("<p>{KEY}</p>");
    let settings = Settings { operator: Some("Ada".into()), ..Settings::from(KEY) };
    let mut call = refund();
    let request = sent(&mut call);
    assert_eq!(request.header("x-ds-api-key"), Some(KEY));
    let errors = [
        answered(list(), Ok(response(500, echo.clone()))).unwrap_err(),
        answered(refund(), Ok(response(500, echo.clone()))).unwrap_err(),
        answered(refund(), Err(Failure::Lost(format!("lost {KEY} {SECRET}")))).unwrap_err(),
        answered(refund(), Err(Failure::NotSent(format!("bad header {KEY:?}")))).unwrap_err(),
        Client::new(Settings::from(format!("{KEY} ").as_str())).unwrap_err(),
        Client::new(Settings { base_url: Some("http://example.com".into()), ..settings.clone() }).unwrap_err(),
    ];
    let mut shown: Vec<String> =
        errors.iter().flat_map(|error| [error.to_string(), format!("{error:?}"), format!("{error:#?}")]).collect();
    shown.extend([
        format!("{settings:?}"),
        format!("{:?}", Client::new(settings).expect("a client")),
        format!("{call:?}"),
        format!("{request:#?}"),
        format!("{:?}", call.step(Duration::ZERO)),
        format!("{:?}", client().call(Ping {})),
    ]);
    for text in shown {
        assert!(!text.contains(SECRET), "{text}");
    }
    assert!(format!("{:?}", client()).contains("1234567-…"));
}

#[test]
fn a_key_without_a_number_is_hidden_whole() {
    let client = Client::new("nothing-but-letters").expect("a client");
    assert!(!format!("{client:?}").contains("nothing"));
    assert!(!format!("{:?}", Settings::from("nothing-but-letters")).contains("letters"));
}

#[test]
fn one_or_many_is_told_by_the_request() {
    let data = "{\"id\":\"QX12YZ34\",\"amount\":\"9\"}";
    let one = |ids: &str| {
        let mut call = client().call(GetPurchase { purchase_id: ids.into() });
        assert!(matches!(call.step(Duration::ZERO), Step::Send(_)));
        call.answer(Ok(success(data)));
        match call.step(Duration::ZERO) {
            Step::Done(Ok(answer)) => answer,
            other => panic!("{other:?}"),
        }
    };
    let single = one("QX12YZ34");
    assert!(single.many().is_none());
    assert_eq!(
        single.one().expect("an order").amount().expect("an amount").map(|amount| amount.to_string()).as_deref(),
        Some("9.00")
    );
    assert!(one("QX12YZ34,AB56CD78").one().is_none());

    let mut none = client().call(GetPurchase { purchase_id: "QX12YZ34,AB56CD78".into() });
    assert!(matches!(none.step(Duration::ZERO), Step::Send(_)));
    none.answer(Ok(success("[]")));
    let Step::Done(Ok(none)) = none.step(Duration::ZERO) else { panic!("no answer") };
    assert!(none.many().is_some_and(|orders| orders.is_empty()));
}

#[test]
fn what_the_client_says_goes_with_every_call_unless_the_call_says_otherwise() {
    let client = Client::new(Settings {
        language: Some("DE-at".into()),
        operator: Some("Ada & Ben".into()),
        ..Settings::from(KEY)
    })
    .expect("a client");
    assert_eq!(sent(&mut client.call(ListCountries {}).untyped()).body, "language=de&operator=Ada+%26+Ben");
    assert_eq!(sent(&mut client.raw("x", Value::Null)).body, "language=de&operator=Ada+%26+Ben");
    let own = Value::from([("operator", "Cy".into())]);
    assert_eq!(sent(&mut client.call_named("listCountries", own)).body, "operator=Cy&language=de");
}

#[test]
fn a_raw_call_reaches_any_function_but_never_another_place() {
    let params = Value::from([("a", Value::List(vec![Value::Bool(true), Value::from([("b", 5.into())])]))]);
    let request = sent(&mut client().raw("aFunctionOfTomorrow", params));
    assert_eq!(request.url, "https://www.digistore24.com/api/call/aFunctionOfTomorrow");
    assert_eq!(request.body, "a%5B0%5D=Y&a%5B1%5D%5Bb%5D=5");
    assert_eq!(request.function(), "aFunctionOfTomorrow");
    assert_eq!(
        sent(&mut client().raw("512345/legal-requirements", Value::Null)).function(),
        "512345/legal-requirements"
    );
    for name in [
        "",
        "/",
        "/x",
        "../x",
        "x/../y",
        "x//y",
        "//evil.example",
        "x?y=z",
        "x#y",
        "x y",
        "x\ny",
        "x%2e",
        "ä",
        "x\\y",
        "{productId}",
        "https://evil.example/x",
        "x.y",
        "@x",
    ] {
        let error = end(&mut client().raw(name, Value::Null)).unwrap_err();
        assert_eq!(error.kind(), "params", "{name}: {error}");
    }
}

#[test]
fn the_address_of_every_function_stays_below_the_base() {
    for spec in digistore24::catalogue::all() {
        for id in ["7", "a-b_C9"] {
            let params = Value::from([("productId", id.into())]);
            let mut call = client().call_named(spec.name, if spec.name.contains('{') { params } else { Value::Null });
            let Step::Send(request) = call.step(Duration::ZERO) else { continue };
            assert!(!request.url.contains(['{', '}', '?', '#']) && !request.url.contains(".."), "{}", request.url);
            assert!(request.url.starts_with("https://www.digistore24.com/api/call/"));
        }
        for id in ["..", "1/2", "1?x", "%2e%2e", "", "1 2", "ä"] {
            let params = Value::from([("productId", id.into())]);
            if spec.name.contains('{') {
                assert_eq!(end(&mut client().call_named(spec.name, params)).unwrap_err().kind(), "params", "{id}");
            }
        }
    }
}

#[test]
fn a_refusal_is_a_refusal_whatever_the_call() {
    let body = "{\"api_version\":\"1.2\",\"result\":\"error\",\"message\":\"Nein\",\"code\":4}";
    for call in [list(), refund(), client().raw("x", Value::Null)] {
        let error = answered(call, Ok(response(200, body))).unwrap_err();
        assert!(matches!(error, Error::Refused { code: Some(4), status: 200, .. }), "{error:?}");
        assert!(error.to_string().contains("Nein") && error.to_string().contains("not found"), "{error}");
    }
}

#[test]
fn the_language_of_a_client_does_not_become_a_filter() {
    let client = Client::new(Settings { language: Some("de".into()), ..Settings::from("123-ExampleKey") }).unwrap();
    for (function, body) in [("ping", "language=de"), ("statsMarketplace", "")] {
        let mut call = client.call_named(function, Value::Null);
        let Step::Send(request) = call.step(Duration::ZERO) else { panic!("{call:?}") };
        assert_eq!(request.body, body, "{function}");
    }
}
