//! Making a connection without taking another project's.

use std::fmt;

use crate::catalogue::ipn::IpnSetup;
use crate::inquiry::{Ask, Inquiry, Outcome};
use crate::lenient;
use crate::value::quoted;
use crate::wire::check::check;
use crate::wire::send::Function;
use crate::{Problem, Value};

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
/// project's with the same `domain_id`: then nothing is changed, and it ends in a problem that tells the address.
///
/// Where it ends without problems, the last call is what it comes to, whether that was answered or failed: the client has
/// it, with all that surrounds it. In Rust, [`through`](Setup::through) hands it over.
///
/// ```
/// use digistore24::ipn::{Plan, Setup};
/// use digistore24::{Client, Flow, sandbox::Sandbox};
///
/// let mut host = Sandbox::new();
/// let client = Client::new(host.api_key())?;
/// let plan = Plan::new("https://shop.example.org/ipn", "Course shop", "course-shop-1f903c77a20e5bd4", "Kranich");
/// Setup::new(plan.clone()).through(&client).run(&mut host)?;
///
/// let other = Plan { ipn_url: "https://forum.example.org/ipn".into(), ..plan };
/// assert!(Setup::new(other.clone()).through(&client).run(&mut host).is_err());
/// Setup::new(other).formerly("https://shop.example.org/ipn").through(&client).run(&mut host)?;
/// # Ok::<(), digistore24::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Setup {
    plan: Plan,
    formerly: Vec<String>,
    next: Next,
}

#[derive(Clone, Debug)]
enum Next {
    /// `ipnInfo`.
    Look,
    /// `ipnSetup`.
    Make,
    Over(Result<(), Vec<Problem>>),
}

impl Setup {
    /// The function that makes connections.
    pub const FUNCTION: &'static str = "ipnSetup";

    /// Prepares to make the connection. What can never be sent is said before anything is asked.
    pub fn new(plan: Plan) -> Setup {
        let mut problems = check(Some(<IpnSetup as Function>::SPEC), &plan.parameters()).err().unwrap_or_default();
        if plan.domain_id.is_empty() {
            let message = "is needed to find the connection again; make one with `domain_id` and keep it";
            problems.push(Problem::new("domain_id", message));
        }
        let next = if problems.is_empty() { Next::Look } else { Next::Over(Err(problems)) };
        Setup { plan, formerly: Vec::new(), next }
    }

    /// A connection with that address is ours, too, and may be changed.
    pub fn formerly(mut self, ipn_url: impl Into<String>) -> Setup {
        self.formerly.push(ipn_url.into());
        self
    }

    /// What follows from the connection that there is.
    fn after(&self, connection: &Value) -> Next {
        match address(connection) {
            Some(ipn_url) if ipn_url != self.plan.ipn_url && self.formerly.iter().all(|ours| ours != ipn_url) => {
                let message = format!(
                    "nothing was changed: a connection with this domain_id sends to {}; make another domain_id, or say \
                     that the address was yours",
                    quoted(ipn_url)
                );
                Next::Over(Err(vec![Problem::new("domain_id", message)]))
            }
            _ => Next::Make,
        }
    }
}

/// The address of a connection, if there is one.
fn address(connection: &Value) -> Option<&str> {
    let ipn_url = connection.get("ipn_url");
    // Only one source names that field; settings without it are settings.
    let exists = connection.get("have_settings").and_then(lenient::flag).unwrap_or(ipn_url.is_some());
    exists.then(|| ipn_url.and_then(Value::as_str).unwrap_or_default())
}

impl Inquiry for Setup {
    /// Nothing where the last call is what it comes to, or why nothing was changed: problems of [`Setup::FUNCTION`].
    type Output = Result<(), Vec<Problem>>;

    fn ask(&mut self) -> Ask<Self::Output> {
        match &self.next {
            Next::Look => {
                let parameters = Value::from([("domain_id", self.plan.domain_id.as_str().into())]);
                Ask::Call { function: "ipnInfo", parameters, api_key: None }
            }
            Next::Make => Ask::Call { function: Self::FUNCTION, parameters: self.plan.parameters(), api_key: None },
            Next::Over(outcome) => Ask::Done(outcome.clone()),
        }
    }

    fn told(&mut self, outcome: Outcome) {
        self.next = match (&self.next, outcome) {
            (Next::Look, Outcome::Answered { data, .. }) => self.after(&data),
            (Next::Look, Outcome::Failed { .. }) | (Next::Make, _) => Next::Over(Ok(())),
            (Next::Over(_), _) => return,
        };
    }
}
