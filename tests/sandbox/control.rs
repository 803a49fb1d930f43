//! The verbs over HTTP, and what is remembered of requests.

use digistore24::Value;
use digistore24::sandbox::Sandbox;
use serde_json::{Value as Json, json};

use super::server::{FORM, Server};

fn told(server: &mut Server, verb: &str, kind: &str, body: &str) -> (u16, Json) {
    let headers = [("Host", "127.0.0.1:8724"), ("Content-Type", kind)];
    let (status, answer) = server.receive("POST", &format!("/sandbox/{verb}"), &headers, body);
    (status, serde_json::from_str(&answer).unwrap())
}

#[test]
fn a_verb_is_told_as_json_or_as_a_form() {
    for (kind, body) in [
        (
            "application/json; charset=utf-8",
            r#"{"product_id": "515151", "email": "mia@example.com", "quantity": 2, "addons": [{"product_id": 515153}]}"#,
        ),
        (FORM, "product_id=515151&email=mia%40example.com&quantity=2&addons%5B0%5D%5Bproduct_id%5D=515153"),
    ] {
        let mut server = Server(Sandbox::new());
        let (status, answer) = told(&mut server, "buy", kind, body);
        assert_eq!(status, 200, "{answer}");
        assert_eq!(answer["result"]["amount"], json!("238.00"), "money is a text: {answer}");
        assert_eq!(answer["result"]["transaction_ids"].as_array().unwrap().len(), 2);
        let id = answer["result"]["purchase_id"].as_str().unwrap();
        assert!(server.get(&format!("/api/call/getPurchase?purchase_id={id}")).1.contains("mia@example.com"));
    }
}

#[test]
fn texts_of_forms_become_what_they_say() {
    let mut server = Server(Sandbox::new());
    assert_eq!(told(&mut server, "advance", FORM, "days=1&hours=2").1["result"]["time"], "2026-10-06T16:00:00+02:00");
    // A code that begins with zeros is no number.
    let (status, answer) = told(&mut server, "buy", FORM, "product_id=515151&email=mia%40example.com&custom=007");
    assert_eq!(status, 200, "{answer}");
    let id = answer["result"]["purchase_id"].as_str().unwrap();
    assert!(server.get(&format!("/api/call/getPurchase?purchase_id={id}")).1.contains(r#""custom":"007""#));
    assert_eq!(told(&mut server, "clear_faults", "", "").0, 200, "no options need no form");
}

#[test]
fn everything_that_is_wrong_comes_back_at_once() {
    let mut server = Server(Sandbox::new());
    let (status, answer) = told(&mut server, "fault", FORM, "kind=code&times=0&colour=red");
    let problems = answer["problems"].as_array().unwrap();
    assert_eq!((status, problems.len()), (400, 2), "{answer}");
    assert_eq!(problems[0]["path"], "times");
    assert!(problems[1]["message"].as_str().unwrap().contains("there is none"));
    for (verb, kind, body) in [
        ("dance", FORM, ""),
        ("advance", "application/json", "{"),
        ("advance", "application/json", "[1]"),
        ("advance", "text/plain", "days=1"),
        ("advance", FORM, ""),
        ("", FORM, ""),
    ] {
        let (status, answer) = told(&mut server, verb, kind, body);
        assert_eq!(status, 400, "{verb} {body}: {answer}");
        assert!(!answer["problems"][0]["message"].as_str().unwrap().is_empty());
    }
    assert_eq!(server.0.time().to_string(), "2026-10-05T14:00:00+02:00", "and nothing has happened");
}

#[test]
fn only_what_reads_can_be_got() {
    let mut server = Server(Sandbox::new());
    for (target, status) in [
        ("/sandbox/requests", 200),
        ("/sandbox/overview?last=1", 200),
        ("/sandbox/save", 200),
        ("/sandbox/advance?days=1", 405),
        ("/sandbox/buy?product_id=515151", 405),
        ("/sandbox/dance", 405),
    ] {
        let (got, answer) = server.receive("GET", target, &[], "");
        assert_eq!(got, status, "{target}: {answer}");
    }
    assert_eq!(server.receive("OPTIONS", "/sandbox/buy", &[], "").0, 405);
}

#[test]
fn no_page_from_elsewhere_drives_the_sandbox() {
    let mut server = Server(Sandbox::new());
    for (host, origin, status) in [
        ("localhost:8724", "", 200),
        ("127.0.0.1:8724", "http://127.0.0.1:8724", 200),
        ("[::1]:8724", "http://[::1]:8724", 200),
        ("shop.localhost", "", 200),
        ("127.0.0.1:8724", "https://shop.example.com", 403),
        ("127.0.0.1:8724", "http://127.0.0.1:3000", 403),
        ("127.0.0.1:8724", "http://127.0.0.1.example.com:8724", 403),
        ("127.0.0.1:8724", "null", 403),
        // A name of somebody else that leads here.
        ("sandbox.example.com:8724", "http://sandbox.example.com:8724", 403),
        ("127.0.0.1.example.com", "", 403),
        ("localhost.example.com", "", 403),
        ("user@127.0.0.1:8724@example.com", "", 403),
        ("", "http://127.0.0.1:8724", 403),
    ] {
        let headers = [("HOST", host), ("Origin", origin), ("Content-Type", FORM)];
        let headers: Vec<_> = headers.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        for (method, target) in [("POST", "/sandbox/advance"), ("GET", "/sandbox/save")] {
            let (got, answer) = server.receive(method, target, &headers, "seconds=1");
            assert_eq!(got, status, "{host} {origin}: {answer}");
            assert!(status == 200 || !answer.contains("result"), "{answer}");
        }
        let key = server.0.api_key().to_owned();
        let call = [headers.as_slice(), &[("X-DS-API-KEY", &key)]].concat();
        assert_eq!(server.receive("GET", "/api/call/ping", &call, "").0, 200, "the API is for everybody");
    }
    let response = server.0.http("GET", "/sandbox/save", &[], b"").response;
    assert!(!response.headers.iter().any(|(name, _)| name.starts_with("access-control")), "{:?}", response.headers);
}

#[test]
fn the_last_requests_are_remembered_without_keys() {
    let mut server = Server(Sandbox::new());
    let (full, developer) = (server.0.api_key().to_owned(), server.0.developer_key().to_owned());
    for _ in 0..250 {
        server.get("/api/call/ping");
    }
    server.post(
        "/api/call/ipnSetup?language=de",
        FORM,
        "ipn_url=https%3A%2F%2Fshop.example.com%2Fipn&name=Shop&product_ids=all&sha_passphrase=Moewe7&domain_id=shop",
    );
    server.get("/api/call/getProduct?product_id=1");
    // Keys where they do not belong.
    server.get(&format!("/api/call/{developer}/ping?placeholders[{full}]=a+{full}+b"));
    server.get(&format!("/api/call/ping?arg1={}", "9-AKeyOfSomebodyElse"));
    server.receive("GET", "/api/call/ping", &[("X-DS-API-KEY", "9-AKeyOfSomebodyElse")], "");
    server.receive("POST", "/api/call/ping", &[], "");
    told(&mut server, "fault", FORM, "kind=timeout");
    server.get("/api/call/ping");

    let answer = server.0.tell("requests", &Value::Map(Vec::new())).unwrap();
    let answer: Json = serde_json::to_value(&answer).unwrap();
    let requests = answer["requests"].as_array().unwrap();
    assert_eq!(requests.len(), 200);
    let [.., setup, wrong, misplaced, _, stranger, lost] = requests.as_slice() else { panic!() };
    assert_eq!(setup["parameters"]["name"], "Shop");
    assert_eq!((&setup["method"], &setup["status"], &setup["code"]), (&json!("POST"), &json!(200), &json!(null)));
    assert_eq!(
        (&wrong["function"], &wrong["code"], &wrong["message"]),
        (&json!("getProduct"), &json!(4), &json!("Not found: 1"))
    );
    assert_eq!(misplaced["code"], 9);
    assert_eq!(stranger["message"], "The API key is invalid.");
    assert_eq!((&lost["function"], &lost["status"]), (&json!("ping"), &json!(null)));
    let text = answer.to_string();
    for secret in [full.as_str(), &developer, "Moewe7"] {
        assert!(!text.contains(secret), "{secret}");
    }
    let moment = server.0.tell("requests", &Value::Map(Vec::new())).unwrap();
    let Some(Value::List(rows)) = moment.get("requests") else { panic!() };
    assert!(matches!(rows[0].get("at"), Some(Value::Time(_))), "{:?}", rows[0]);
    assert!(!server.0.save().contains("shop.example.com/ipn&"), "a snapshot holds no requests");
}

#[test]
fn an_account_is_saved_and_loaded_by_name() {
    let mut sandbox = Sandbox::new();
    let none = Value::Map(Vec::new());
    let kept = sandbox.tell("save", &none).unwrap();
    sandbox.tell("advance", &Value::from([("days", 40.into())])).unwrap();
    assert_ne!(sandbox.tell("save", &none).unwrap(), kept);
    sandbox.tell("load", &kept).unwrap();
    assert_eq!(sandbox.tell("save", &none).unwrap(), kept);
    let wrong = sandbox.tell("load", &Value::from([("text", "{}".into())])).unwrap_err();
    assert_eq!(wrong[0].path, "text");
    assert_eq!(sandbox.tell("save", &none).unwrap(), kept, "and nothing is lost");
    assert_eq!(sandbox.to_string(), "Sandbox at 2026-10-05T14:00:00+02:00: 6 orders, 8 transactions, 3 buyers");
}
