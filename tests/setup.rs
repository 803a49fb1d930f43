//! Connections: made without taking another project's, examined before they go wrong.

use std::collections::HashSet;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use digistore24::ipn::{
    Connected, Finding, Plan, Probe, Reply, Setup, Severity, TRANSACTIONS, doctor, domain_id, examine_address,
    examine_connection, examine_page, verify,
};
use digistore24::sandbox::Sandbox;
use digistore24::{Client, Error, Failure, Flow, Host, Request, Response, Step, read};
use proptest::prelude::*;
use serde_json::Value as Json;

const DOMAIN: &str = "course-shop-1f903c77a20e5bd4";

fn plan() -> Plan {
    Plan::new("https://shop.example.org/ipn", "Course shop", DOMAIN, "Kranich")
}

fn words(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(|finding| format!("{}: {}", finding.severity.as_str(), finding.word)).collect()
}

fn page(vector: &Json) -> Result<Response, Failure> {
    let text = |name: &str| vector[name].as_str().map(str::to_owned);
    match vector["status"].as_u64() {
        Some(0) => Err(Failure::NotSent("no such host".to_owned())),
        status => Ok(Response {
            status: status.unwrap() as u16,
            headers: text("location").into_iter().map(|target| ("Location".to_owned(), target)).collect(),
            body: text("body").unwrap_or_default().into_bytes(),
        }),
    }
}

#[test]
fn doctors_find_what_the_vectors_say() {
    let text = std::fs::read_to_string(crate::root().join("tests/vectors/doctor.json")).unwrap();
    let vectors: Vec<Json> = serde_json::from_str(&text).unwrap();
    assert!(vectors.len() >= 70);
    let mut wrong = Vec::new();
    for vector in &vectors {
        let findings = if let Some(url) = vector["address"].as_str() {
            examine_address(url)
        } else if vector["page"].is_object() {
            examine_page(&page(&vector["page"]))
        } else {
            let products = vector["plan"]["product_ids"].as_array().into_iter().flatten();
            let product_ids = products.map(|id| id.as_str().unwrap().to_owned()).collect();
            let body = serde_json::json!({"api_version": "1.2", "result": "success", "data": vector["connection"]})
                .to_string();
            let answer = read("ipnInfo", 200, body).unwrap();
            examine_connection(&answer.record().unwrap(), &Plan { product_ids, ..plan() })
        };
        let expected: Vec<&str> =
            vector["found"].as_array().unwrap().iter().map(|word| word.as_str().unwrap()).collect();
        if words(&findings) != expected {
            wrong.push(format!("{vector}\n  have {findings:?}"));
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
        match flow.step() {
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
    let (made, functions) = called(Setup::new(&client, plan()), &mut host);
    let Connected::Done(answer) = made.unwrap() else { panic!("nothing was there") };
    assert_eq!(functions, ["ipnInfo", "ipnSetup"]);
    assert!(answer.to_json().contains("\"created\":true"), "{}", answer.to_json());

    let (renewed, functions) = called(Setup::new(&client, plan()), &mut host);
    let Connected::Done(answer) = renewed.unwrap() else { panic!("it was ours") };
    assert_eq!(functions, ["ipnInfo", "ipnSetup"]);
    assert!(answer.to_json().contains("\"updated\":true"), "{}", answer.to_json());
}

#[test]
fn another_projects_connection_is_left_alone() {
    let mut host = Sandbox::new();
    let client = Client::new(host.api_key()).unwrap();
    let theirs = Plan { ipn_url: "https://forum.example.org/ipn".into(), ..plan() };
    called(Setup::new(&client, theirs.clone()), &mut host).0.unwrap();

    let (outcome, functions) = called(Setup::new(&client, plan()), &mut host);
    let outcome = outcome.unwrap();
    assert!(matches!(&outcome, Connected::Taken { ipn_url } if *ipn_url == theirs.ipn_url));
    assert!(outcome.to_string().contains("nothing was changed"), "{outcome}");
    assert_eq!(functions, ["ipnInfo"]);

    let moved = Setup::new(&client, plan()).formerly(theirs.ipn_url);
    assert!(matches!(called(moved, &mut host).0.unwrap(), Connected::Done(_)));
}

#[test]
fn what_can_never_be_sent_is_said_before_anything_is_asked() {
    let mut host = Sandbox::new();
    let client = Client::new(host.api_key()).unwrap();
    let nameless = Plan { domain_id: String::new(), ..plan() };
    let long = Plan { sha_passphrase: "p".repeat(64), ..plan() };
    for (plan, path) in [(nameless, "domain_id"), (long, "sha_passphrase")] {
        let (outcome, functions) = called(Setup::new(&client, plan), &mut host);
        let Err(Error::Params { problems, .. }) = outcome else { panic!("{path}: {outcome:?}") };
        assert_eq!((problems[0].path.as_str(), functions.len()), (path, 0));
    }
}

#[test]
fn an_answer_that_does_not_come_ends_the_setup_and_changes_nothing() {
    let client = Client::new("1234567-ExampleKeyOfNobody").unwrap();
    let mut setup = Setup::new(&client, plan());
    assert!(matches!(setup.step(), Step::Send(request) if request.function() == "ipnInfo"));
    setup.answer(Err(Failure::Lost("cut off".to_owned())));
    assert!(matches!(setup.step(), Step::Done(Err(Error::Unanswered { maybe_done: false, .. }))));
}

#[test]
fn a_plan_always_names_its_events_and_hides_its_passphrase() {
    let parameters = plan().parameters();
    assert_eq!(parameters.get("transactions"), Some(&TRANSACTIONS.join(",").into()));
    assert_eq!(parameters.get("product_ids"), Some(&"all".into()));
    let setup = Setup::new(&Client::new("1234567-ExampleKeyOfNobody").unwrap(), plan());
    assert!(!format!("{:?} {setup:?}", plan()).contains("Kranich"));
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
        let (body, length) = (&request.body, request.body.len());
        write!(stream, "POST /{path} HTTP/1.1\r\nHost: {host}\r\n{headers}Content-Length: {length}\r\n\r\n{body}")
            .unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).map_err(|error| Failure::Lost(error.to_string()))?;
        let text = String::from_utf8(answer).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Ok(Response { status, headers: Vec::new(), body: body.as_bytes().to_vec() })
    }

    fn wait(&mut self, _: Duration) {}
}

fn probed(answer: impl Fn(&[u8]) -> (&'static str, String) + Send + 'static) -> Vec<String> {
    words(&Probe::new(endpoint(answer), "Kranich").run(&mut Loopback))
}

/// How an endpoint answers that does it right with that passphrase.
fn right(passphrase: &'static str) -> impl Fn(&[u8]) -> (&'static str, String) + Send + 'static {
    move |body| match verify(body, passphrase) {
        Ok(_) => ("200 OK", Reply::ok().text().unwrap()),
        Err(why) => ("403 Forbidden", why.reason().to_owned()),
    }
}

#[test]
fn probing_an_endpoint_tells_right_from_wrong() {
    let always = |status: &'static str, text: &'static str| move |_: &[u8]| (status, text.to_owned());
    assert!(probed(right("Kranich")).is_empty());
    assert_eq!(probed(right("Reiher")), ["error: test_refused"]);
    assert_eq!(probed(always("200 OK", "OK")), ["error: accepts_forgeries"]);
    assert_eq!(probed(always("200 OK", "<html>Welcome</html>")), ["error: no_ok"]);
    assert_eq!(probed(always("200 OK", "ok")), ["error: no_ok"]);
    assert_eq!(probed(always("500 Internal Server Error", "")), ["error: status"]);
    assert_eq!(probed(always("308 Permanent Redirect", "")), ["error: redirect"]);
    let chatty = |body: &[u8]| match verify(body, "Kranich") {
        Ok(_) => ("200 OK", "OKAY".to_owned()),
        Err(_) => ("200 OK", "ERROR: invalid sha signature".to_owned()),
    };
    assert_eq!(probed(chatty), ["warning: not_exactly_ok"]);
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let mut probe = Probe::new(format!("http://{nobody}/ipn"), "Kranich");
    let Step::Send(request) = probe.step() else { panic!("nothing to send") };
    probe.answer(Loopback.send(request));
    assert!(matches!(probe.step(), Step::Done(found) if words(&found) == ["error: unreachable"]));
}

#[test]
fn the_worst_comes_first_and_nothing_twice() {
    let plan = Plan { ipn_url: "https://shop.example.org/ipn?shop=1".into(), ..plan() };
    let redirect = Ok(Response { status: 302, ..Response::default() });
    let mut probe = Probe::new(plan.ipn_url.as_str(), "Kranich");
    probe.answer(redirect.clone());
    let Step::Done(probed) = probe.step() else { panic!("a redirect ends the probe") };
    let answer =
        read("ipnInfo", 200, r#"{"api_version":"1.2","result":"success","data":{"have_settings":"N"}}"#).unwrap();
    let found = doctor(&plan, Some(&redirect), Some(probed), answer.record().as_ref());
    assert_eq!(words(&found), ["error: redirect", "error: no_connection", "hint: query"]);
    assert!(found.is_sorted_by_key(|finding| std::cmp::Reverse(finding.severity)));
    assert!(Severity::Error > Severity::Hint);
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
