//! The sandbox behind an HTTP server.

use digistore24::Response;
use digistore24::sandbox::Sandbox;

/// A sandbox as a server sees it.
pub(super) struct Server(pub(super) Sandbox);

impl Server {
    pub(super) fn receive(
        &mut self,
        method: &str,
        target: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> (u16, String) {
        let headers: Vec<_> = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let Response { status, body, .. } = self.0.http(method, target, &headers, body.as_bytes()).response;
        (status, String::from_utf8(body).unwrap())
    }

    pub(super) fn get(&mut self, target: &str) -> (u16, String) {
        let key = self.0.api_key().to_owned();
        self.receive("GET", target, &[("x-ds-api-key", &key)], "")
    }

    pub(super) fn post(&mut self, target: &str, kind: &str, body: &str) -> (u16, String) {
        let key = self.0.api_key().to_owned();
        let length = body.len().to_string();
        self.receive(
            "POST",
            target,
            &[("X-DS-API-KEY", &key), ("content-type", kind), ("Content-Length", &length)],
            body,
        )
    }
}

pub(super) const FORM: &str = "application/x-www-form-urlencoded; charset=utf-8";

#[test]
fn an_http_server_can_hand_on_what_it_receives() {
    let mut server = Server(Sandbox::new());
    for target in [
        "/api/call/getProduct?product_id=515151",
        "/api/call/getProduct/?product_id=515151",
        "/api/call/getProduct/format/json?product_id=515151",
        "http://127.0.0.1:8080/api/call/getProduct?product_id=515151",
    ] {
        let (status, body) = server.get(target);
        assert_eq!(status, 200);
        assert!(body.contains(r#""result":"success""#) && body.contains("Watercolour"), "{target}: {body}");
    }
    assert!(
        server.post("/api/call/getProduct?product_id=1", FORM, "product_id=515152").1.contains("Brush club"),
        "the body wins"
    );
    let json = server.post("/api/call/getProduct", "application/json", r#"{"product_id":515151}"#);
    assert!(json.1.contains("Missing argument: product_id"), "JSON bodies are not read: {}", json.1);
    assert!(server.get("/api/call/515151/legal-requirements").1.contains(r#""result":"success""#));

    for (method, target, status) in [
        ("GET", "/api/v1/getProduct", 404),
        ("GET", "/api/call/", 404),
        ("GET", "/window", 404),
        ("POST", "/api/call/ping", 411),
        ("PUT", "/api/call/ping", 405),
        ("DELETE", "/api/call/ping", 405),
    ] {
        let (got, page) = server.receive(method, target, &[], "");
        assert_eq!(got, status, "{method} {target}");
        assert!(page.starts_with("<html>"), "{page}");
    }
    assert_eq!(server.receive("OPTIONS", "/api/call/ping", &[], "").0, 204);
}

#[test]
fn a_key_belongs_into_the_header() {
    let mut server = Server(Sandbox::new());
    let none = server.receive("GET", "/api/call/ping", &[("X-DS24-API-KEY", "x")], "");
    assert_eq!(none.0, 200);
    assert!(none.1.contains(r#""result":"error","message":"No API key given.","code":2"#), "{}", none.1);
    let key = server.0.api_key().to_owned();
    let (_, in_address) = server.receive("GET", &format!("/api/call/{key}/json/ping"), &[], "");
    assert!(in_address.contains(r#""code":2"#) && !in_address.contains(&key), "{in_address}");
}

#[test]
fn fields_beyond_a_thousand_vanish() {
    let mut server = Server(Sandbox::new());
    let many: String = (0..1000).map(|at| format!("placeholders%5Bp{at}%5D=x&")).collect();
    let cut = server.post("/api/call/createBuyUrl", FORM, &format!("{many}product_id=515151")).1;
    assert!(cut.contains("Missing argument: product_id"), "{cut}");
    let whole = server.post("/api/call/createBuyUrl", FORM, &format!("product_id=515151&{many}"));
    assert!(whole.1.contains(r#""result":"success""#), "{}", whole.1);
}

#[test]
fn no_body_brings_the_sandbox_down() {
    let mut server = Server(Sandbox::new());
    let deep = format!("product_id{}=x", "[a]".repeat(100_000));
    for body in [
        "=",
        "&&&",
        "[=]",
        "data[=x&data]=y",
        "%",
        "%zz=%f",
        "product_id[]=1",
        "data=1&data[name]=x&data[name][x]=y",
        &deep,
    ] {
        for function in ["createProduct", "getProduct", "createBuyUrl", "getTheMoon"] {
            let (status, answer) = server.post(&format!("/api/call/{function}"), FORM, body);
            assert_eq!(status, 200);
            assert!(answer.starts_with(r#"{"api_version":"1.2""#), "{answer}");
        }
    }
}
