//! Connections: made without taking another project's, examined before they go wrong.

use std::collections::HashSet;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use digistore24::ipn::{
    Doctor, Finding, Plan, Rejected, Reply, Setup, TRANSACTIONS, domain_id, examine_address, examine_connection, verify,
};
use digistore24::sandbox::Sandbox;
use digistore24::{
    Ask, Client, Error, Failure, Flow, Host, Inquiry, Method, Outcome, Request, Response, Retry, Settings, Step, Value,
    read,
};
use proptest::prelude::*;
use serde_json::Value as Json;

const DOMAIN: &str = "course-shop-1f903c77a20e5bd4";

fn plan() -> Plan {
    Plan::new("https://shop.example.org/ipn", "Course shop", DOMAIN, "Kranich")
}

fn words(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(|finding| format!("{}: {}", finding.severity.as_str(), finding.word)).collect()
}

/// An endpoint that answers as a vector says, and a good one where it says nothing.
struct Endpoint<'v> {
    vector: &'v Json,
    sent: Vec<&'static str>,
}

impl Host for Endpoint<'_> {
    fn send(&mut self, request: Request) -> Result<Response, Failure> {
        assert_eq!(request.url, address(self.vector));
        self.sent.push(request.method.as_str());
        let form: Vec<(&str, String)> = vec![("Content-Type", "application/x-www-form-urlencoded".to_owned())];
        let (which, status, text) = if request.method == Method::Get {
            assert_eq!((request.headers, request.body.as_str()), (Vec::new(), ""));
            ("get", 200, "OK")
        } else {
            assert_eq!(request.headers, form);
            match verify(&request.body, self.vector["passphrase"].as_str().unwrap()) {
                Ok(event) => {
                    assert_eq!((event.kind().as_str(), event.order_id().unwrap()), ("connection_test", None));
                    ("test", 200, "OK")
                }
                Err(why) => {
                    assert_eq!(why, Rejected::WrongSignature);
                    ("forged", 403, why.reason())
                }
            }
        };
        let Some(answer) = self.vector[which].as_object() else {
            return Ok(Response { status, body: text.into(), ..Response::default() });
        };
        let text = |name: &str| answer.get(name).map(|text| text.as_str().unwrap().to_owned());
        match answer["status"].as_u64().unwrap() {
            0 => Err(Failure::NotSent("no such host".to_owned())),
            status => Ok(Response {
                status: status as u16,
                headers: text("location").into_iter().map(|target| ("Location".to_owned(), target)).collect(),
                body: text("body").unwrap_or_default().into_bytes(),
            }),
        }
    }

    fn wait(&mut self, pause: Duration) {
        panic!("nothing is tried again, so there is no pause of {pause:?}");
    }

    fn now(&self) -> Duration {
        Duration::ZERO
    }
}

fn address(vector: &Json) -> &str {
    vector["address"].as_str().unwrap_or("https://shop.example.org/ipn")
}

/// The data of an answer as a client reads it.
fn connection(data: &Json) -> Value {
    let body = serde_json::json!({"api_version": "1.2", "result": "success", "data": data});
    Value::from(read("ipnInfo", 200, body.to_string()).unwrap().data())
}

fn examined_plan(vector: &Json) -> Plan {
    let wished = &vector["plan"];
    let list = |name: &str, usual: Vec<String>| match wished[name].as_array() {
        Some(words) => words.iter().map(|word| word.as_str().unwrap().to_owned()).collect(),
        None => usual,
    };
    let plan = Plan::new(address(vector), "", wished["domain_id"].as_str().unwrap_or(DOMAIN), "");
    Plan {
        product_ids: list("product_ids", plan.product_ids),
        transactions: list("transactions", plan.transactions),
        ..plan
    }
}

/// The doctor of a vector.
fn doctor(vector: &Json) -> Doctor {
    let mut doctor = Doctor::new(examined_plan(vector));
    if let Some(passphrase) = vector["passphrase"].as_str() {
        doctor = doctor.passphrase(passphrase);
    }
    if vector["connection"].is_object() {
        doctor = doctor.connection(&connection(&vector["connection"]));
    }
    doctor
}

#[test]
fn doctors_find_what_the_vectors_say() {
    let text = std::fs::read_to_string(crate::root().join("tests/vectors/doctor.json")).unwrap();
    let vectors: Vec<Json> = serde_json::from_str(&text).unwrap();
    assert!(vectors.len() >= 105);
    let mut wrong = Vec::new();
    for vector in &vectors {
        let mut endpoint = Endpoint { vector, sent: Vec::new() };
        let findings = doctor(vector).run(&mut endpoint);
        let all =
            |name: &str| -> Vec<&str> { vector[name].as_array().unwrap().iter().flat_map(Json::as_str).collect() };
        if let Some(data) = vector.get("connection") {
            let plan = examined_plan(vector);
            let (stored, read) = (serde_json::from_value(data.clone()).unwrap(), connection(data));
            assert_eq!(examine_connection(&stored, &plan), examine_connection(&read, &plan), "{vector}");
        }
        if words(&findings) != all("found") || vector["sent"].is_array() && endpoint.sent != all("sent") {
            wrong.push(format!("{vector}\n  have {findings:?} after {:?}", endpoint.sent));
        }
        assert!(findings.iter().all(|finding| !finding.message.contains("s3cret")), "{vector}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_domain_id_is_the_project_and_chance() {
    let random = [0x1f, 0x90, 0x3c, 0x77, 0xa2, 0x0e, 0x5b, 0xd4];
    for (project, expected) in [
        ("Course Shop", "course-shop-1f903c77a20e5bd4"),
        ("  Läden & mehr! ", "l-den-mehr-1f903c77a20e5bd4"),
        ("---a---", "a-1f903c77a20e5bd4"),
    ] {
        assert_eq!(domain_id(project, &random).unwrap(), expected);
    }
    assert_eq!(domain_id("ЖЖ", &random).unwrap_err().path, "project");
    assert_eq!(domain_id("shop", &random[..7]).unwrap_err().path, "random");
    assert!(domain_id(&"long ".repeat(50), &[0xff; 64]).unwrap().len() <= 73);
}

/// Runs a flow and tells which functions it called.
fn called<F: Flow>(mut flow: F, host: &mut Sandbox) -> (F::Output, Vec<String>) {
    let mut functions = Vec::new();
    loop {
        match flow.step(host.now()) {
            Step::Send(request) => {
                functions.push(request.function().to_owned());
                flow.answer(host.send(request));
            }
            Step::Wait(pause) => host.wait(pause),
            Step::Done(output) => return (output, functions),
        }
    }
}

#[test]
fn a_connection_is_asked_for_before_it_is_made() {
    let mut host = Sandbox::new();
    let client = Client::new(host.api_key()).unwrap();
    let (made, functions) = called(Setup::new(plan()).through(&client), &mut host);
    assert_eq!(functions, ["ipnInfo", "ipnSetup"]);
    let answer = made.unwrap();
    assert!(answer.to_json().contains("\"created\":true"), "{}", answer.to_json());

    let (renewed, functions) = called(Setup::new(plan()).through(&client), &mut host);
    assert_eq!(functions, ["ipnInfo", "ipnSetup"]);
    let answer = renewed.unwrap();
    assert!(answer.to_json().contains("\"updated\":true"), "{}", answer.to_json());
}

#[test]
fn another_projects_connection_is_left_alone() {
    let mut host = Sandbox::new();
    let client = Client::new(host.api_key()).unwrap();
    let theirs = Plan { ipn_url: "https://forum.example.org/ipn".into(), ..plan() };
    called(Setup::new(theirs.clone()).through(&client), &mut host).0.unwrap();

    let (outcome, functions) = called(Setup::new(plan()).through(&client), &mut host);
    assert_eq!(functions, ["ipnInfo"]);
    let Err(Error::Params { problems, .. }) = outcome else { panic!("{outcome:?}") };
    assert_eq!(problems[0].path, "domain_id");
    assert!(problems[0].message.contains("nothing was changed"), "{}", problems[0].message);
    assert!(problems[0].message.contains(&theirs.ipn_url), "{}", problems[0].message);

    let moved = Setup::new(plan()).formerly(theirs.ipn_url).through(&client);
    assert!(called(moved, &mut host).0.unwrap().to_json().contains("\"updated\":true"));
}

#[test]
fn what_can_never_be_sent_is_said_before_anything_is_asked() {
    let mut host = Sandbox::new();
    let client = Client::new(host.api_key()).unwrap();
    let nameless = Plan { domain_id: String::new(), ..plan() };
    let long = Plan { sha_passphrase: "p".repeat(64), ..plan() };
    let both = Plan { domain_id: String::new(), ..long.clone() };
    let paths: [(Plan, &[&str]); 3] =
        [(nameless, &["domain_id"]), (long, &["sha_passphrase"]), (both, &["sha_passphrase", "domain_id"])];
    for (plan, paths) in paths {
        let (outcome, functions) = called(Setup::new(plan).through(&client), &mut host);
        let Err(Error::Params { function, problems }) = outcome else { panic!("{paths:?}: {outcome:?}") };
        let found: Vec<&str> = problems.iter().map(|problem| problem.path.as_str()).collect();
        assert_eq!((function.as_str(), found.as_slice(), functions.len()), ("ipnSetup", paths, 0));
    }
}

#[test]
fn an_answer_that_does_not_come_ends_the_setup_and_changes_nothing() {
    let retry = Retry { retries: 0, ..Retry::default() };
    let client = Client::new(Settings { retry, ..Settings::from("1234567-ExampleKeyOfNobody") }).unwrap();
    let mut setup = Setup::new(plan()).through(&client);
    assert!(matches!(setup.step(Duration::ZERO), Step::Send(request) if request.function() == "ipnInfo"));
    setup.answer(Err(Failure::Lost("cut off".to_owned())));
    assert!(matches!(setup.step(Duration::ZERO), Step::Done(Err(Error::Unanswered { maybe_done: false, .. }))));
}

/// What a service answers, with this data.
fn answered(data: &str) -> Result<Response, Failure> {
    let body = format!(r#"{{"api_version":"1.2","result":"success","data":{data}}}"#);
    Ok(Response { status: 200, body: body.into_bytes(), ..Response::default() })
}

#[test]
fn what_the_last_call_came_to_is_the_end_of_the_setup_as_the_client_has_it() {
    let client = Client::new("1234567-ExampleKeyOfNobody").unwrap();
    let refusal = r#"{"api_version":"1.2","result":"error","code":2,"message":"No access"}"#;
    let refused = || Ok(Response { status: 200, body: refusal.into(), ..Response::default() });
    for functions in [&["ipnInfo"][..], &["ipnInfo", "ipnSetup"]] {
        let mut setup = Setup::new(plan()).through(&client);
        for (at, function) in functions.iter().enumerate() {
            assert!(matches!(setup.step(Duration::ZERO), Step::Send(request) if request.function() == *function));
            setup.answer(if at + 1 < functions.len() { answered(r#"{"have_settings":"N"}"#) } else { refused() });
        }
        let Step::Done(Err(Error::Refused { function, code, message, .. })) = setup.step(Duration::ZERO) else {
            panic!("{setup:?}")
        };
        assert_eq!((Some(&function.as_str()), code, message.as_str()), (functions.last(), Some(2), "No access"));
    }
}

#[test]
fn a_connection_is_ours_by_its_address_whatever_else_is_told_of_it() {
    let url = |url: &str| ("ipn_url", Value::from(url));
    let (ours, theirs) = ("https://shop.example.org/ipn", "https://forum.example.org/ipn");
    let flag = |exists: bool| ("have_settings", Value::Bool(exists));
    let cases = [
        (Value::Null, true),
        (Value::from([flag(false)]), true),
        (Value::from([flag(false), url(theirs)]), true),
        (Value::from([flag(true), url(ours)]), true),
        (Value::from([url(ours)]), true),
        (Value::from([flag(true), url(theirs)]), false),
        (Value::from([url(theirs)]), false),
        (Value::from([("have_settings", Value::from("perhaps")), url(theirs)]), false),
        (Value::from([flag(true)]), false),
    ];
    for (data, is_ours) in cases {
        let mut setup = Setup::new(plan());
        assert!(matches!(setup.ask(), Ask::Call { function: "ipnInfo", .. }) && setup.ask() == setup.ask());
        setup.told(Outcome::Answered { data: data.clone(), current_time: None });
        match setup.ask() {
            Ask::Call { function, parameters, .. } => {
                assert_eq!((function, parameters, is_ours), ("ipnSetup", plan().parameters(), true), "{data:?}")
            }
            Ask::Wait(pause) => panic!("{pause:?}"),
            Ask::Done(outcome) => {
                assert_eq!((outcome.unwrap_err()[0].path.as_str(), is_ours), ("domain_id", false), "{data:?}")
            }
        }
    }
}

#[test]
fn a_plan_always_names_its_events_and_hides_its_passphrase() {
    let parameters = plan().parameters();
    assert_eq!(parameters.get("transactions"), Some(&TRANSACTIONS.join(",").into()));
    assert_eq!(parameters.get("product_ids"), Some(&"all".into()));
    let client = Client::new("1234567-ExampleKeyOfNobody").unwrap();
    let (mut setup, mut connecting) = (Setup::new(plan()), Setup::new(plan()).through(&client));
    for _ in 0..2 {
        let (asked, step) = (setup.ask(), connecting.step(Duration::ZERO));
        assert!(!format!("{:?} {setup:?} {asked:?} {connecting:?} {step:?}", plan()).contains("Kranich"));
        setup.told(Outcome::Answered { data: Value::Null, current_time: None });
        connecting.answer(answered(r#"{"have_settings":"N"}"#));
    }
    assert!(matches!((setup.ask(), connecting.step(Duration::ZERO)), (Ask::Done(Ok(())), Step::Done(Ok(_)))));
}

/// An endpoint on this machine. It serves until the test is over.
fn endpoint(answer: impl Fn(&[u8]) -> (&'static str, String) + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/ipn", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut reader = BufReader::new(stream.unwrap());
            let length = length(&mut reader);
            let mut body = vec![0; length];
            reader.read_exact(&mut body).unwrap();
            let (status, text) = answer(&body);
            let head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", text.len());
            reader.into_inner().write_all(&[head.as_bytes(), text.as_bytes()].concat()).unwrap();
        }
    });
    url
}

/// The length of the body, once the head has been read.
fn length(reader: &mut impl BufRead) -> usize {
    let mut length = 0;
    for line in reader.lines().map(Result::unwrap).take_while(|line| !line.is_empty()) {
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap();
        }
    }
    length
}

/// Plain HTTP to this machine.
struct Loopback;

impl Host for Loopback {
    fn send(&mut self, request: Request) -> Result<Response, Failure> {
        let (host, path) = request.url.strip_prefix("http://").unwrap().split_once('/').unwrap();
        let mut stream = TcpStream::connect(host).map_err(|error| Failure::NotSent(error.to_string()))?;
        let headers: String = request.headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let (method, body) = (request.method.as_str(), &request.body);
        let length = if body.is_empty() { String::new() } else { format!("Content-Length: {}\r\n", body.len()) };
        write!(stream, "{method} /{path} HTTP/1.1\r\nHost: {host}\r\n{headers}{length}\r\n{body}").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).map_err(|error| Failure::Lost(error.to_string()))?;
        let text = String::from_utf8(answer).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Ok(Response { status, headers: Vec::new(), body: body.as_bytes().to_vec() })
    }

    fn wait(&mut self, pause: Duration) {
        panic!("nothing is tried again, so there is no pause of {pause:?}");
    }

    fn now(&self) -> Duration {
        Duration::ZERO
    }
}

/// What is found at an endpoint on this machine, beside that it is on this machine.
fn examined(answer: impl Fn(&[u8]) -> (&'static str, String) + Send + 'static) -> Vec<String> {
    let plan = Plan { ipn_url: endpoint(answer), ..plan() };
    let mut found = words(&Doctor::new(plan).passphrase("Kranich").run(&mut Loopback));
    let here = ["error: not_https", "error: private_host", "warning: port"];
    assert!(here.iter().all(|word| found.contains(&(*word).to_owned())), "{found:?}");
    found.retain(|word| !here.contains(&word.as_str()));
    found
}

/// How an endpoint answers that does it right with that passphrase.
fn right(passphrase: &'static str) -> impl Fn(&[u8]) -> (&'static str, String) + Send + 'static {
    move |body| match verify(body, passphrase) {
        _ if body.is_empty() => ("200 OK", "OK".to_owned()),
        Ok(_) => ("200 OK", Reply::ok().text().unwrap()),
        Err(why) => ("403 Forbidden", why.reason().to_owned()),
    }
}

#[test]
fn examining_an_endpoint_on_this_machine_tells_right_from_wrong() {
    let always = |status: &'static str, text: &'static str| move |_: &[u8]| (status, text.to_owned());
    assert!(examined(right("Kranich")).is_empty());
    assert_eq!(examined(right("Reiher")), ["error: test_refused"]);
    assert_eq!(examined(always("200 OK", "OK")), ["error: accepts_forgeries"]);
    assert_eq!(examined(always("404 Not Found", "")), ["error: get_refused", "error: status"]);
    assert_eq!(examined(always("308 Permanent Redirect", "")), ["error: redirect"]);
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let plan = Plan { ipn_url: format!("http://{nobody}/ipn"), ..plan() };
    let found = words(&Doctor::new(plan).passphrase("Kranich").run(&mut Loopback));
    assert!(found.contains(&"error: unreachable".to_owned()), "{found:?}");
}

#[test]
fn a_doctor_asks_the_same_until_it_is_answered_and_ignores_what_it_did_not_ask() {
    let mut doctor = Doctor::new(plan()).passphrase("Kranich");
    assert!(!format!("{doctor:?}").contains("Kranich"));
    let ok = || Ok(Response { status: 200, body: b"OK".to_vec(), ..Response::default() });
    for method in [Method::Get, Method::Post, Method::Post] {
        let (Step::Send(one), Step::Send(two)) = (doctor.step(Duration::ZERO), doctor.step(Duration::ZERO)) else {
            panic!("nothing to send")
        };
        assert!(one == two && one.method == method, "{one:?}");
        assert!(format!("{one:?}").contains(&format!("{method:?}")), "{one:?}");
        doctor.answer(ok());
    }
    doctor.answer(Err(Failure::Lost("cut off".to_owned())));
    let Step::Done(found) = doctor.step(Duration::ZERO) else { panic!("there is more to send") };
    assert_eq!(words(&found), ["error: accepts_forgeries"]);
}

proptest! {
    #[test]
    fn no_text_confuses_the_look_at_an_address(url in "(https?://)?[a-z0-9.:@\\[\\]/?#\\\\é -]{0,40}") {
        let words: HashSet<&str> = examine_address(&url).iter().map(|finding| finding.word).collect();
        prop_assert!(url.starts_with("https://") || words.contains("not_https") || words.contains("not_an_address"));
    }

    #[test]
    fn two_projects_never_share_a_domain_id(one in any::<[u8; 16]>(), other in any::<[u8; 16]>()) {
        prop_assume!(one != other);
        prop_assert_ne!(domain_id("shop", &one).unwrap(), domain_id("shop", &other).unwrap());
    }
}
