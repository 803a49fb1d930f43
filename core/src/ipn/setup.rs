//! Making a connection without taking another project's.

use std::fmt;
use std::time::Duration;

use crate::call::Call;
use crate::client::Client;
use crate::flow::{Failure, Flow, Response, Step};
use crate::value::quoted;
use crate::{Answer, Attempt, Error, Item, Problem, Record, Value};

/// Everything an [`Access`](super::Access) lives on. `ipnSetup` leaves out the last four of them by default.
pub const TRANSACTIONS: &[&str] = &[
    "payment",
    "refund",
    "chargeback",
    "payment_missed",
    "payment_denial",
    "rebill_cancelled",
    "rebill_resumed",
    "last_paid_day",
];

/// How much of a project's name goes into a [`domain_id`], in characters.
const LONGEST_NAME: usize = 40;

/// A `domain_id` that no other project has: the project's name and what chance adds.
///
/// A connection is found by vendor, API key and `domain_id`. Two projects with the same key and the same `domain_id`
/// overwrite each other's connection without a word (vendor's app kit, 2026). Make one, then keep it: with a new one
/// `ipnSetup` makes a further connection.
///
/// # Errors
/// When there are fewer than 8 random bytes, or the name holds no letter or digit from ASCII.
///
/// ```
/// let random = [0x1f, 0x90, 0x3c, 0x77, 0xa2, 0x0e, 0x5b, 0xd4]; // from the host's source of randomness
/// assert_eq!(digistore24::ipn::domain_id("Course Shop", &random)?, "course-shop-1f903c77a20e5bd4");
/// # Ok::<(), digistore24::Problem>(())
/// ```
pub fn domain_id(project: &str, random: &[u8]) -> Result<String, Problem> {
    let mut name = String::new();
    for c in project.chars() {
        if c.is_ascii_alphanumeric() {
            name.push(c.to_ascii_lowercase());
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
        if name.len() == LONGEST_NAME {
            break;
        }
    }
    if name.is_empty() {
        return Err(Problem::new(
            "project",
            "expected a name with letters or digits from ASCII, such as `course-shop`",
        ));
    }
    if random.len() < 8 {
        return Err(Problem::new("random", format!("expected at least 8 random bytes, got {}", random.len())));
    }
    if !name.ends_with('-') {
        name.push('-');
    }
    for byte in random.iter().take(16) {
        for digit in [byte >> 4, byte & 15] {
            name.push(char::from_digit(digit.into(), 16).unwrap_or_default());
        }
    }
    Ok(name)
}

/// The connection that a project needs. Its `Debug` form hides the passphrase.
///
/// ```
/// use digistore24::ipn::Plan;
///
/// let plan = Plan::new("https://shop.example.org/ipn", "Course shop", "course-shop-1f903c77a20e5bd4", "Kranich");
/// let plan = Plan { product_ids: vec!["42".into(), "43".into()], ..plan };
/// assert_eq!(plan.parameters().get("product_ids"), Some(&"42,43".into()));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Plan {
    /// Address that receives the notifications.
    pub ipn_url: String,
    /// Name shown in the back office.
    pub name: String,
    /// Your own name for the connection, from [`domain_id`].
    pub domain_id: String,
    /// Passphrase that signs the notifications. The word `random` lets the service choose one.
    pub sha_passphrase: String,
    /// Products; none means all.
    pub product_ids: Vec<String>,
    /// Types of events: [`TRANSACTIONS`] unless changed.
    pub transactions: Vec<String>,
}

impl Plan {
    /// All products and all events that bear on access.
    pub fn new(
        ipn_url: impl Into<String>,
        name: impl Into<String>,
        domain_id: impl Into<String>,
        sha_passphrase: impl Into<String>,
    ) -> Plan {
        Plan {
            ipn_url: ipn_url.into(),
            name: name.into(),
            domain_id: domain_id.into(),
            sha_passphrase: sha_passphrase.into(),
            product_ids: Vec::new(),
            transactions: TRANSACTIONS.iter().map(|word| (*word).to_owned()).collect(),
        }
    }

    /// The parameters of `ipnSetup`. The events are always among them, since the documented defaults differ.
    pub fn parameters(&self) -> Value {
        let products = if self.product_ids.is_empty() { "all".to_owned() } else { self.product_ids.join(",") };
        let text = |name: &str, value: &str| (name.to_owned(), Value::Text(value.to_owned()));
        Value::Map(vec![
            text("ipn_url", &self.ipn_url),
            text("name", &self.name),
            text("product_ids", &products),
            text("domain_id", &self.domain_id),
            text("transactions", &self.transactions.join(",")),
            text("sha_passphrase", &self.sha_passphrase),
        ])
    }
}

impl fmt::Debug for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Plan")
            .field("ipn_url", &self.ipn_url)
            .field("name", &self.name)
            .field("domain_id", &self.domain_id)
            .field("sha_passphrase", &"…")
            .field("product_ids", &self.product_ids)
            .field("transactions", &self.transactions)
            .finish()
    }
}

/// Makes or renews a connection: asks `ipnInfo` first and leaves alone what is not ours.
///
/// Ours is a connection with the same address, or with a former one that was named. Everything else may be another
/// project's with the same `domain_id`: then nothing is changed, and it ends in [`Error::Params`] that tells the address.
/// Otherwise it ends in what `ipnSetup` answers.
///
/// ```
/// use digistore24::ipn::{Plan, Setup};
/// use digistore24::{Client, Flow, sandbox::Sandbox};
///
/// let mut host = Sandbox::new();
/// let client = Client::new(host.api_key())?;
/// let plan = Plan::new("https://shop.example.org/ipn", "Course shop", "course-shop-1f903c77a20e5bd4", "Kranich");
/// Setup::new(&client, plan.clone()).run(&mut host)?;
///
/// let other = Plan { ipn_url: "https://forum.example.org/ipn".into(), ..plan };
/// assert!(Setup::new(&client, other.clone()).run(&mut host).is_err());
/// Setup::new(&client, other).formerly("https://shop.example.org/ipn").run(&mut host)?;
/// # Ok::<(), digistore24::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Setup {
    ours: Vec<String>,
    call: Call,
    /// What is called when the connection turns out to be ours.
    then: Option<Call>,
}

impl Setup {
    /// Prepares to make the connection.
    pub fn new(client: &Client, plan: Plan) -> Setup {
        let domain_id = ("domain_id".to_owned(), Value::Text(plan.domain_id.clone()));
        let ask = client.call_named("ipnInfo", Value::Map(vec![domain_id]));
        let mut set = client.call_named("ipnSetup", plan.parameters());
        let ours = vec![plan.ipn_url];
        // What can never be sent is said before anything is asked.
        if let Step::Done(_) = set.step(Duration::ZERO) {
            return Setup { ours, call: set, then: None };
        }
        if plan.domain_id.is_empty() {
            let call = refused("is needed to find the connection again; make one with `domain_id` and keep it");
            return Setup { ours, call, then: None };
        }
        Setup { ours, call: ask, then: Some(set) }
    }

    /// A connection with that address is ours, too, and may be changed.
    pub fn formerly(mut self, ipn_url: impl Into<String>) -> Setup {
        self.ours.push(ipn_url.into());
        self
    }

    /// What is called after `ipnInfo`.
    fn after(&self, answer: &Answer, set: Call) -> Call {
        match answer.record().as_ref().and_then(address) {
            Some(ipn_url) if !self.ours.contains(&ipn_url) => refused(&format!(
                "nothing was changed: a connection with this domain_id sends to {}; make another domain_id, or say that \
                 the address was yours",
                quoted(&ipn_url)
            )),
            _ => set,
        }
    }
}

fn refused(message: &str) -> Call {
    Call::refused("ipnSetup", vec![Problem::new("domain_id", message)])
}

/// The address of a connection, if there is one.
fn address(record: &Record) -> Option<String> {
    let exists = match record.get("have_settings") {
        Some(Item::Flag(exists)) => exists,
        // Only one source names that field; settings without it are settings.
        _ => record.get("ipn_url").is_some(),
    };
    exists.then(|| record.get("ipn_url").and_then(|url| url.as_text().map(str::to_owned)).unwrap_or_default())
}

impl Flow for Setup {
    type Output = Result<Answer, Error>;

    fn step(&mut self, now: Duration) -> Step<Self::Output> {
        loop {
            match (self.call.step(now), self.then.take()) {
                (Step::Done(Ok(answer)), Some(set)) => self.call = self.after(&answer, set),
                (step, then) => {
                    self.then = then;
                    return step;
                }
            }
        }
    }

    fn answer(&mut self, reply: Result<Response, Failure>) {
        self.call.answer(reply);
    }

    fn seen(&mut self) -> Option<Attempt> {
        self.call.seen()
    }
}
