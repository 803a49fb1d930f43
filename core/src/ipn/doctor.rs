//! What is wrong with an endpoint or a connection, and what to do about it.

use std::fmt;

use super::setup::Plan;
use super::signature::signed_body;
use crate::flow::{Failure, Flow, Request, Response, Step};
use crate::value::quoted;
use crate::{Item, Record};

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
    fn error(&mut self, word: &'static str, message: impl Into<String>) {
        self.0.push(Finding { severity: Severity::Error, word, message: message.into() });
    }

    fn warning(&mut self, word: &'static str, message: impl Into<String>) {
        self.0.push(Finding { severity: Severity::Warning, word, message: message.into() });
    }

    fn hint(&mut self, word: &'static str, message: impl Into<String>) {
        self.0.push(Finding { severity: Severity::Hint, word, message: message.into() });
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
    let (user, host_and_port) = match authority.rsplit_once('@') {
        Some((user, rest)) => (Some(user), rest),
        None => (None, authority),
    };
    if user.is_some() {
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
        found.warning("port", format!("port {port} may not be reached from outside; port 443 is sure to be"));
    }
    if path.contains('#') {
        found.warning("fragment", "what follows `#` is never sent; take it out");
    }
    if path.contains('?') {
        found.hint("query", "the query stands in logs; keep no secret there, the signature is what protects");
    }
    if url.len() > 255 {
        found.error("too_long", format!("the address has {} characters; the service keeps 255", url.len()));
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
    let last = host.rsplit('.').next().unwrap_or_default();
    if !last.is_empty() && (last.bytes().all(|byte| byte.is_ascii_digit()) || last.starts_with("0x")) {
        let parts: Result<Vec<u8>, _> = host.split('.').map(str::parse).collect();
        match parts.as_deref() {
            Ok([a, b, c, _]) if !is_reserved(*a, *b, *c) => {
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
    } else if !host.contains('.') {
        found.error("private_host", "the host has no domain, so only your own network knows it; use its full name");
    } else if host.split('.').any(str::is_empty) {
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

/// Looks at what an endpoint answered to a GET, without a redirect being followed: `ipnSetup` asks for exactly that and
/// insists on status 200 (vendor's app kit, 2026).
pub fn examine_page(reply: &Result<Response, Failure>) -> Vec<Finding> {
    let mut found = Findings::default();
    match reply {
        Err(failure) => unreachable_host(failure, &mut found),
        Ok(response) if response.status == 200 => {}
        Ok(response) if redirected(response, &mut found) => {}
        Ok(response) => found.error(
            "get_refused",
            format!(
                "a GET is answered with status {}, and `ipnSetup` insists on 200; answer GET with OK",
                response.status
            ),
        ),
    }
    found.0
}

fn unreachable_host(failure: &Failure, found: &mut Findings) {
    let (Failure::NotSent(reason) | Failure::Lost(reason)) = failure;
    found.error("unreachable", format!("there was no answer: {reason}; check host name, certificate and firewall"));
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
    found.error("redirect", message);
    true
}

/// Sends an endpoint what the service would: a connection test with the right signature, and a message with a wrong
/// one. Neither holds an order. It ends in what was found.
///
/// The endpoint has to answer the first with status 200 and `OK`, and must not answer the second with `OK`. Where a
/// browser sends it, a reply without `Access-Control-Allow-Origin` cannot be read; probe from a server.
///
/// ```no_run
/// use digistore24::{Flow, ipn::Probe};
/// # fn host() -> digistore24::sandbox::Sandbox { digistore24::sandbox::Sandbox::new() }
/// for finding in Probe::new("https://shop.example.org/ipn", "Kranich").run(&mut host()) {
///     println!("{finding}");
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Probe {
    url: String,
    bodies: [String; 2],
    sent: usize,
    found: Findings,
}

impl Probe {
    /// Prepares to probe an address with the passphrase that the connection has.
    pub fn new(url: impl Into<String>, passphrase: &str) -> Probe {
        let test = signed_body(&[("event", "connection_test"), ("api_mode", "test")], passphrase);
        // An event nobody knows: an endpoint that believes it has nothing to act on.
        let forged = format!("event=forged_by_the_doctor&api_mode=test&sha_sign={}", "0".repeat(128));
        Probe { url: url.into(), bodies: [test, forged], sent: 0, found: Findings::default() }
    }
}

impl Flow for Probe {
    type Output = Vec<Finding>;

    fn step(&mut self) -> Step<Vec<Finding>> {
        match self.bodies.get(self.sent) {
            Some(body) => Step::Send(Request {
                url: self.url.clone(),
                headers: vec![("Content-Type", "application/x-www-form-urlencoded".to_owned())],
                body: body.clone(),
            }),
            None => Step::Done(self.found.0.clone()),
        }
    }

    fn answer(&mut self, reply: Result<Response, Failure>) {
        match (self.sent, reply) {
            (0, Ok(response)) => tested(&response, &mut self.found),
            (0, Err(failure)) => unreachable_host(&failure, &mut self.found),
            (1, Ok(response)) if response.status == 200 && response.body.starts_with(b"OK") => {
                self.found.error(
                    "accepts_forgeries",
                    "a message with a wrong signature is answered with OK, so anybody can grant access; verify every \
                     message, and answer 403 when it fails",
                );
            }
            _ => {}
        }
        // One answer tells what there is to know of a host that cannot be reached, or lives elsewhere.
        let over = self.found.0.iter().any(|finding| matches!(finding.word, "unreachable" | "redirect"));
        self.sent = if over { self.bodies.len() } else { self.sent + 1 };
    }
}

fn tested(response: &Response, found: &mut Findings) {
    let text = String::from_utf8_lossy(&response.body);
    let begins = quoted(text.lines().next().unwrap_or_default());
    match response.status {
        _ if redirected(response, found) => {}
        200 if text.lines().next() == Some("OK") => {}
        200 if text.starts_with("OK") => {
            found.warning("not_exactly_ok", format!("the first line should be `OK` and nothing else, it is {begins}"));
        }
        200 => found.error(
            "no_ok",
            format!("the answer has to begin with OK, in capitals and at the first byte; it begins {begins}"),
        ),
        401 | 403 => found.error(
            "test_refused",
            format!(
                "the connection test is refused with status {}; is the passphrase the same on both sides?",
                response.status
            ),
        ),
        status => {
            found.error("status", format!("the connection test is answered with status {status}; answer 200 and OK"))
        }
    }
}

/// Compares the connection that `ipnInfo` tells of with the one that was planned.
///
/// Whether a connection is switched on, or reports first payments only, is not among the fields that `ipnInfo` is known
/// to answer.
pub fn examine_connection(record: &Record, plan: &Plan) -> Vec<Finding> {
    let mut found = Findings::default();
    let text = |name| record.get(name).and_then(|item| item.as_text().map(str::to_owned)).unwrap_or_default();
    if let Some(Item::Flag(false)) = record.get("have_settings") {
        found.error("no_connection", "there is no connection with this domain_id and API key; make it with `ipnSetup`");
        return found.0;
    }
    let domain_id = text("domain_id");
    if !domain_id.is_empty() && domain_id != plan.domain_id {
        let message =
            format!("this is the connection of another domain_id, {}; yours is another one", quoted(&domain_id));
        found.error("another_domain_id", message);
    }
    let url = text("ipn_url");
    if url != plan.ipn_url {
        let message = format!(
            "notifications go to {}; if that is another project, make a domain_id of your own, else run \
             `ipnSetup` again",
            quoted(&url)
        );
        found.error("another_address", message);
    }
    let words = |name| match record.get(name) {
        Some(Item::Words(words)) => words,
        _ => text(name).split(',').map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect(),
    };
    let covers = |words: &[String], wanted: &str| words.iter().any(|word| word == wanted || word == "all");
    let products = words("product_ids");
    let missing: Vec<&str> =
        plan.product_ids.iter().map(String::as_str).filter(|product| !covers(&products, product)).collect();
    if !missing.is_empty() {
        found.error(
            "products_missing",
            format!("nothing is sent for product {}; add it to `product_ids`", missing.join(", ")),
        );
    } else if plan.product_ids.is_empty() && !covers(&products, "all") {
        found.warning(
            "products_missing",
            format!("only product {} is covered, all were planned; set `product_ids` to all", products.join(", ")),
        );
    }
    let categories = words("categories");
    if !categories.is_empty() && !covers(&categories, "orders") {
        found.error("no_orders", "the category `orders` is not selected, so no payment is reported; add it");
    }
    let transactions = words("transactions");
    let missing = |needed: bool| {
        let planned = plan.transactions.iter().map(String::as_str).filter(|word| !covers(&transactions, word));
        planned.filter(|word| matches!(*word, "payment" | "refund" | "chargeback") == needed).collect::<Vec<_>>()
    };
    for (needed, severity) in [(true, Severity::Error), (false, Severity::Warning)] {
        let missing = missing(needed);
        if !missing.is_empty() {
            let message = format!("these events are not sent: {}; add them to `transactions`", missing.join(", "));
            found.0.push(Finding { severity, word: "events_missing", message });
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
        found.warning("buyers_left_out", message);
    }
    found.0
}

/// The findings of all examinations, the worst first.
///
/// Hand over what there is: the reply of the endpoint to a GET, what a [`Probe`] found, the answer of `ipnInfo`.
pub fn doctor(
    plan: &Plan,
    page: Option<&Result<Response, Failure>>,
    probe: Option<Vec<Finding>>,
    connection: Option<&Record>,
) -> Vec<Finding> {
    let mut findings = examine_address(&plan.ipn_url);
    findings.extend(page.map(examine_page).unwrap_or_default());
    for finding in probe.unwrap_or_default() {
        // The GET and the probe may have met the same redirect.
        if findings.iter().all(|other| other.word != finding.word) {
            findings.push(finding);
        }
    }
    findings.extend(connection.map(|record| examine_connection(record, plan)).unwrap_or_default());
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    findings
}
