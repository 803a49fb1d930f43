//! What is wrong with an endpoint or a connection, and what to do about it.

use std::fmt;
use std::time::Duration;

use super::setup::Plan;
use super::signature::signed_body;
use crate::flow::{Failure, Flow, Method, Request, Response, Step};
use crate::value::quoted;
use crate::wire::tidy;
use crate::{Attempt, Value, lenient};

/// How bad a [`Finding`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Hint,
    /// Some notifications will not do what they should.
    Warning,
    /// No notification will arrive, or forged ones will be believed.
    Error,
}

impl Severity {
    /// `hint`, `warning` or `error`.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Hint => "hint",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// One thing that a doctor found.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// A word for programs: `not_https`, `redirect`, `products_missing`.
    pub word: &'static str,
    /// What was found and what to do about it.
    pub message: String,
}

/// `error: not_https: ...`
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.severity.as_str(), self.word, self.message)
    }
}

/// Findings as they come up.
#[derive(Clone, Debug, Default)]
struct Findings(Vec<Finding>);

impl Findings {
    fn error(&mut self, word: &'static str, message: &str) {
        self.push(Severity::Error, word, message);
    }

    fn warning(&mut self, word: &'static str, message: &str) {
        self.push(Severity::Warning, word, message);
    }

    fn hint(&mut self, word: &'static str, message: &str) {
        self.push(Severity::Hint, word, message);
    }

    #[inline(never)]
    fn push(&mut self, severity: Severity, word: &'static str, message: &str) {
        self.0.push(Finding { severity, word, message: message.to_owned() });
    }
}

/// Looks at the address of an endpoint without asking it anything.
///
/// The service takes public https addresses only and does not follow redirects (vendor's app kit, 2026). Whether it
/// reaches other ports than 443 is documented nowhere.
///
/// ```
/// use digistore24::ipn::examine_address;
///
/// assert!(examine_address("https://shop.example.org/ipn").is_empty());
/// let words: Vec<_> = examine_address("http://localhost:8080/ipn").iter().map(|finding| finding.word).collect();
/// assert_eq!(words, ["not_https", "private_host", "port"]);
/// ```
pub fn examine_address(url: &str) -> Vec<Finding> {
    let mut found = Findings::default();
    if url.contains(|c: char| c.is_whitespace() || c.is_control() || c == '\\') {
        found.error("not_an_address", "the address holds white space, a control character or a backslash; take it out");
        return found.0;
    }
    let (scheme, rest) = url.split_once("://").unwrap_or_default();
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    if authority.is_empty() {
        found.error("not_an_address", "expected a whole address such as https://shop.example.org/ipn");
        return found.0;
    }
    if !scheme.eq_ignore_ascii_case("https") {
        found.error("not_https", "the service sends to https only; give the endpoint a certificate, and use https://");
    }
    let mut host_and_port = authority;
    while let Some((_, rest)) = host_and_port.split_once('@') {
        host_and_port = rest;
    }
    if host_and_port.len() < authority.len() {
        found.error("user_part", "a user or password stands before the host; take it out and rely on the signature");
    }
    let (host, port) = match host_and_port.strip_prefix('[') {
        Some(rest) => {
            let (host, port) = rest.split_once(']').unwrap_or((rest, ""));
            (host, port.strip_prefix(':').unwrap_or(port))
        }
        None => host_and_port.split_once(':').unwrap_or((host_and_port, "")),
    };
    examine_host(&host.to_ascii_lowercase(), host_and_port.starts_with('['), &mut found);
    if !port.bytes().all(|byte| byte.is_ascii_digit()) {
        found.error("not_an_address", "the port is no number");
    } else if !matches!(port, "" | "443") {
        found.warning("port", &format!("port {port} may not be reached from outside; port 443 is sure to be"));
    }
    if path.contains('#') {
        found.warning("fragment", "what follows `#` is never sent; take it out");
    }
    if path.contains('?') {
        found.hint("query", "the query stands in logs; keep no secret there, the signature is what protects");
    }
    if url.len() > 255 {
        found.error("too_long", &format!("the address has {} characters; the service keeps 255", url.len()));
    }
    found.0
}

fn examine_host(host: &str, in_brackets: bool, found: &mut Findings) {
    let private = "the host is of this machine, a private network or reserved, so the service cannot reach it; use a \
                   public address, in development a tunnel";
    if in_brackets {
        let inside = ["::", "fc", "fd", "fe8", "fe9", "fea", "feb", "ff", "2001:db8:"];
        match inside.iter().any(|start| host.starts_with(start)) {
            true => found.error("private_host", private),
            false => found.warning("bare_ip", "a bare IP address seldom has a certificate; use a host name"),
        }
        return;
    }
    let host = host.strip_suffix('.').unwrap_or(host);
    let (mut last, mut has_gap) = ("", false);
    for part in host.split('.') {
        last = part;
        has_gap |= part.is_empty();
    }
    if !last.is_empty() && (last.bytes().all(|byte| byte.is_ascii_digit()) || last.starts_with("0x")) {
        let mut parts = host.split('.');
        let mut part = || parts.next().and_then(|part| part.parse::<u8>().ok());
        match [part(), part(), part(), part()] {
            [Some(a), Some(b), Some(c), Some(_)] if parts.next().is_none() && !is_reserved(a, b, c) => {
                found.warning("bare_ip", "a bare IP address seldom has a certificate; use a host name");
            }
            // Other spellings of an IP address, such as one number, hide where they lead.
            _ => found.error("private_host", private),
        }
        return;
    }
    let reserved = ["localhost", "local", "internal", "intranet", "lan", "home", "corp", "test", "invalid", "example"];
    if reserved.contains(&last) || host.ends_with(".home.arpa") {
        found.error("private_host", private);
    } else if last.len() == host.len() {
        found.error("private_host", "the host has no domain, so only your own network knows it; use its full name");
    } else if has_gap {
        found.error("not_an_address", "the host has an empty part; remove the doubled or leading dot");
    } else if !host.is_ascii() {
        found.warning("not_ascii", "the host holds characters beyond ASCII; write it in its `xn--` form");
    }
}

fn is_reserved(a: u8, b: u8, c: u8) -> bool {
    matches!(
        (a, b, c),
        (0 | 10 | 127 | 224.., ..)
            | (100, 64..=127, _)
            | (169, 254, _)
            | (172, 16..=31, _)
            | (192, 168, _)
            | (192, 0, 0 | 2)
            | (198, 18 | 19, _)
            | (198, 51, 100)
            | (203, 0, 113)
    )
}

/// Examines an endpoint, and a connection, and ends in what was found, the worst first.
///
/// It looks at the address, asks it with GET as `ipnSetup` does (which insists on status 200, vendor's app kit, 2026),
/// and says what it was told besides: with the [`passphrase`](Doctor::passphrase) it sends what the service would, and
/// it compares a [`connection`](Doctor::connection) with the plan. Nothing is sent to what is no http address, or holds a
/// password.
///
/// Where a browser sends it, a reply without `Access-Control-Allow-Origin` cannot be read; examine from a server.
///
/// ```no_run
/// use digistore24::{Flow, ipn::{Doctor, Plan}};
/// # fn host() -> digistore24::sandbox::Sandbox { digistore24::sandbox::Sandbox::new() }
///
/// let plan = Plan::new("https://shop.example.org/ipn", "Course shop", "course-shop-1f903c77a20e5bd4", "Kranich");
/// for finding in Doctor::new(plan).passphrase("Kranich").run(&mut host()) {
///     println!("{finding}");
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Doctor {
    plan: Plan,
    /// The connection test, where there is a passphrase to sign it with.
    test: Option<String>,
    next: Visit,
    timeout: Option<Duration>,
    found: Findings,
    connection: Vec<Finding>,
}

/// What the endpoint is asked.
#[derive(Clone, Copy, Debug)]
enum Visit {
    Page,
    Test,
    Forgery,
    Over,
}

/// The most that is read of a page: it is looked at, not kept.
const MOST_BYTES: u64 = 16 << 20;

/// An event nobody knows: an endpoint that believes it has nothing to act on.
const FORGERY: &str = concat!(
    "event=forged_by_the_doctor&api_mode=test&sha_sign=",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000000",
);

impl Doctor {
    /// Prepares to examine the address of that plan.
    pub fn new(plan: Plan) -> Doctor {
        let found = Findings(examine_address(&plan.ipn_url));
        let scheme = plan.ipn_url.split_once("://").unwrap_or_default().0;
        let is_http = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
        let askable = is_http && found.0.iter().all(|found| !matches!(found.word, "not_an_address" | "user_part"));
        let next = if askable { Visit::Page } else { Visit::Over };
        Doctor { plan, test: None, next, timeout: None, found, connection: Vec::new() }
    }

    /// Also sends a connection test with the right signature, and a message with a wrong one. Neither holds an order.
    ///
    /// The endpoint has to answer the first with status 200 and `OK`, and must not answer the second with `OK`.
    pub fn passphrase(mut self, passphrase: &str) -> Doctor {
        self.test = Some(signed_body(&[("event", "connection_test"), ("api_mode", "test")], passphrase));
        self
    }

    /// Also compares what `ipnInfo` answered with the plan: see [`examine_connection`].
    pub fn connection(mut self, data: &Value) -> Doctor {
        self.connection = examine_connection(data, &self.plan);
        self
    }

    /// How long each answer may take; as long as the host likes unless given.
    pub fn timeout(mut self, timeout: Option<Duration>) -> Doctor {
        self.timeout = timeout;
        self
    }

    fn post(&self, body: String) -> Request {
        let headers = vec![("Content-Type", "application/x-www-form-urlencoded".to_owned())];
        self.request(Method::Post, headers, body)
    }

    fn request(&self, method: Method, headers: Vec<(&'static str, String)>, body: String) -> Request {
        Request { method, url: self.plan.ipn_url.clone(), headers, body, timeout: self.timeout, most_bytes: MOST_BYTES }
    }
}

impl Flow for Doctor {
    type Output = Vec<Finding>;

    fn step(&mut self, _now: Duration) -> Step<Vec<Finding>> {
        match self.next {
            Visit::Page => Step::Send(self.request(Method::Get, Vec::new(), String::new())),
            Visit::Test => Step::Send(self.post(self.test.clone().unwrap_or_default())),
            Visit::Forgery => Step::Send(self.post(FORGERY.to_owned())),
            Visit::Over => {
                let mut findings = Vec::new();
                for severity in [Severity::Error, Severity::Warning, Severity::Hint] {
                    for finding in self.found.0.iter().chain(&self.connection) {
                        if finding.severity == severity {
                            findings.push(finding.clone());
                        }
                    }
                }
                Step::Done(findings)
            }
        }
    }

    fn answer(&mut self, reply: Result<Response, Failure>) {
        let found = &mut self.found;
        self.next = match (self.next, &reply) {
            (Visit::Over, _) => Visit::Over,
            (Visit::Forgery, reply) => {
                reply.iter().for_each(|response| forged(response, found));
                Visit::Over
            }
            (_, Err(failure)) => {
                unreachable_host(failure, found);
                Visit::Over
            }
            // What lives elsewhere tells nothing more here.
            (_, Ok(response)) if redirected(response, found) => Visit::Over,
            (Visit::Page, Ok(response)) => {
                looked_at(response, found);
                if self.test.is_some() { Visit::Test } else { Visit::Over }
            }
            (Visit::Test, Ok(response)) => {
                tested(response, found);
                Visit::Forgery
            }
        };
    }

    /// Nothing: these are no calls of the service.
    fn seen(&mut self) -> Option<Attempt> {
        None
    }
}

fn unreachable_host(failure: &Failure, found: &mut Findings) {
    let (Failure::NotSent(reason) | Failure::Withheld(reason) | Failure::Lost(reason) | Failure::Unusable(reason)) =
        failure;
    found.error("unreachable", &format!("there was no answer: {reason}; check host name, certificate and firewall"));
}

fn redirected(response: &Response, found: &mut Findings) -> bool {
    if !(300..400).contains(&response.status) {
        return false;
    }
    let location = response.headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("location"));
    let target = location.map(|(_, target)| format!(" to {}", quoted(target))).unwrap_or_default();
    let message = format!(
        "the endpoint redirects{target} (status {}), which is not followed; use the address where it \
         ends, and mind `www.` and the slash at the end",
        response.status
    );
    found.error("redirect", &message);
    true
}

fn looked_at(page: &Response, found: &mut Findings) {
    if page.status != 200 {
        let message =
            format!("a GET is answered with status {}, and `ipnSetup` insists on 200; answer GET with OK", page.status);
        found.error("get_refused", &message);
    }
}

fn forged(response: &Response, found: &mut Findings) {
    if response.status == 200 && response.body.starts_with(b"OK") {
        found.error(
            "accepts_forgeries",
            "a message with a wrong signature is answered with OK, so anybody can grant access; verify every message, and \
             answer 403 when it fails",
        );
    }
}

fn tested(response: &Response, found: &mut Findings) {
    let line = response.body.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let begins = || quoted(&String::from_utf8_lossy(line));
    match response.status {
        200 if line == b"OK" => {}
        200 if line.starts_with(b"OK") => {
            found.warning(
                "not_exactly_ok",
                &format!("the first line should be `OK` and nothing else, it is {}", begins()),
            );
        }
        200 => found.error(
            "no_ok",
            &format!("the answer has to begin with OK, in capitals and at the first byte; it begins {}", begins()),
        ),
        401 | 403 => found.error(
            "test_refused",
            &format!(
                "the connection test is refused with status {}; is the passphrase the same on both sides?",
                response.status
            ),
        ),
        status => {
            found.error("status", &format!("the connection test is answered with status {status}; answer 200 and OK"))
        }
    }
}

/// Compares the connection that `ipnInfo` tells of with the one that was planned. A plan without `domain_id` is of any.
///
/// The data may be what a client read, `Value::from(answer.data())`, or what the service sent, as it was stored. Whether a
/// connection is switched on, or reports first payments only, is not among the fields that `ipnInfo` is known to answer.
pub fn examine_connection(data: &Value, plan: &Plan) -> Vec<Finding> {
    let mut found = Findings::default();
    let text = |name| data.get(name).and_then(lenient::verbatim).unwrap_or_default();
    if data.get("have_settings").and_then(lenient::flag) == Some(false) {
        found.error("no_connection", "there is no connection with this domain_id and API key; make it with `ipnSetup`");
        return found.0;
    }
    let domain_id = text("domain_id");
    if !domain_id.is_empty() && !plan.domain_id.is_empty() && domain_id != plan.domain_id {
        let message =
            format!("this is the connection of another domain_id, {}; yours is another one", quoted(&domain_id));
        found.error("another_domain_id", &message);
    }
    let url = text("ipn_url");
    if url != plan.ipn_url {
        let message = format!(
            "notifications go to {}; if that is another project, make a domain_id of your own, else run \
             `ipnSetup` again",
            quoted(&url)
        );
        found.error("another_address", &message);
    }
    let words = |name| match data.get(name) {
        Some(Value::List(words)) => words.iter().filter_map(lenient::verbatim).collect(),
        _ => tidy::words(&text(name)),
    };
    let products = words("product_ids");
    let missing = uncovered(&plan.product_ids, &products, |_| true);
    if !missing.is_empty() {
        found.error("products_missing", &format!("nothing is sent for product {missing}; add it to `product_ids`"));
    } else if plan.product_ids.is_empty() && !covers(&products, "all") {
        let message =
            format!("only product {} is covered, all were planned; set `product_ids` to all", products.join(", "));
        found.warning("products_missing", &message);
    }
    let categories = words("categories");
    if !categories.is_empty() && !covers(&categories, "orders") {
        found.error("no_orders", "the category `orders` is not selected, so no payment is reported; add it");
    }
    let transactions = words("transactions");
    for (severity, needed) in [(Severity::Error, true), (Severity::Warning, false)] {
        let of_concern = |word: &str| matches!(word, "payment" | "refund" | "chargeback") == needed;
        let missing = uncovered(&plan.transactions, &transactions, of_concern);
        if !missing.is_empty() {
            let message = format!("these events are not sent: {missing}; add them to `transactions`");
            found.push(severity, "events_missing", &message);
        }
    }
    if text("timing") == "delayed" {
        found.hint(
            "delayed",
            "messages come from a queue, so access data are not mailed; `before_thankyou` changes that",
        );
    }
    let policy = text("newsletter_send_policy");
    if !policy.is_empty() && !policy.ends_with("send_always") {
        let message = format!("buyers are left out by what they chose about newsletters ({policy}); set `send_always`");
        found.warning("buyers_left_out", &message);
    }
    found.0
}

fn covers(words: &[String], wanted: &str) -> bool {
    words.iter().any(|word| word == wanted || word == "all")
}

/// What was planned and is not covered, in one text.
fn uncovered(planned: &[String], covered: &[String], of_concern: impl Fn(&str) -> bool) -> String {
    let mut missing = String::new();
    for word in planned {
        if of_concern(word) && !covers(covered, word) {
            if !missing.is_empty() {
                missing.push_str(", ");
            }
            missing.push_str(word);
        }
    }
    missing
}
