//! Where notifications go, and which of them.

use std::fmt;

use super::super::Sandbox;
use super::super::orders::rows::{Event, EventKind, index};
use super::super::store::Account;
use crate::options::{Options, read_all};
use crate::value::quoted;
use crate::{Problem, Value, lenient};

/// The number of the first connection.
const FIRST_CONNECTION: i64 = 293_440;

kept! {
    /// A connection. One that was deleted stays for what was sent over it.
    struct Connection {
        id: i64,
        /// The API key that made it; empty where it was made by hand.
        key: String,
        url: String,
        name: String,
        /// A comma list, or `all`.
        product_ids: String,
        domain_id: String,
        categories: String,
        transactions: String,
        timing: String,
        newsletter_send_policy: String,
        /// Empty for one that signs nothing.
        passphrase: String,
        /// Whether HTTP 200 is a success, whatever the reply says.
        status_decides: bool,
        is_deleted: bool,
    }
}

impl Connection {
    pub(super) fn is_by_hand(&self) -> bool {
        self.key.is_empty()
    }

    /// Whether it tells what happens before the buyer goes on.
    pub(super) fn is_delayed(&self) -> bool {
        self.timing == "delayed"
    }

    /// Whether it wants to hear of an event of that kind about a product.
    fn wants(&self, kind: EventKind, product: &str) -> bool {
        let (category, transaction) = match kind {
            EventKind::ConnectionTest => return true,
            // The documented words look like prose; a library revised after live use sends the others.
            EventKind::Affiliation => (["affiliations", "affiliations"], None),
            EventKind::Eticket => (["etickets", "e-tickets"], None),
            EventKind::CustomForm => (["customforms", "custom forms"], None),
            kind => (["orders", "orders"], Some(kind.as_str().trim_start_matches("on_"))),
        };
        let has =
            |list: &str, word: &str| list.split(',').any(|part| matches!(part.trim(), "all") || part.trim() == word);
        let categories = if self.categories.is_empty() { "orders" } else { &self.categories };
        category.iter().any(|word| has(categories, word))
            && transaction.is_none_or(|word| has(&self.transactions, word))
            && (product == "all" || has(&self.product_ids, product))
            // Every buyer of the sandbox chose nothing.
            && !self.newsletter_send_policy.ends_with("if_optin")
            && !self.newsletter_send_policy.ends_with("if_optout")
    }
}

/// A connection that is set up by hand in the back office. Any address will do, also one of this machine.
///
/// `Debug` leaves out the passphrase.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Endpoint {
    /// Where notifications are sent.
    pub url: String,
    /// Signs them; without one they say that they are not signed.
    pub passphrase: String,
    /// The numbers of the products it is for; all of them where there are none.
    pub product_ids: Vec<String>,
    /// Kinds of events of orders, such as `payment` and `last_paid_day`; all of them where there are none.
    pub transactions: Vec<String>,
    /// `orders`, `affiliations`, `etickets`, `customforms`; orders where there are none.
    pub categories: Vec<String>,
    /// Whether notifications are sent from a queue, a minute later, and not before the buyer goes on.
    pub delayed: bool,
    /// Whether a reply with the status 200 is a success whatever it says. Otherwise its text has to begin with `OK`.
    pub status_decides: bool,
    /// What it is called.
    pub name: String,
}

impl fmt::Debug for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Endpoint")
            .field("url", &self.url)
            .field("passphrase", &"…")
            .field("product_ids", &self.product_ids)
            .field("transactions", &self.transactions)
            .field("categories", &self.categories)
            .field("delayed", &self.delayed)
            .field("status_decides", &self.status_decides)
            .field("name", &self.name)
            .finish()
    }
}

impl Endpoint {
    /// An address that hears of all events of all orders, and the passphrase that signs them.
    pub fn new(url: impl Into<String>, passphrase: impl Into<String>) -> Endpoint {
        Endpoint { url: url.into(), passphrase: passphrase.into(), ..Endpoint::default() }
    }

    /// From options: `url`, `passphrase`, `product_ids`, `transactions`, `categories` (comma lists or lists), `timing`
    /// (`before_thankyou` or `delayed`), `success` (`text` or `status`), `name`.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub fn read(options: &Value) -> Result<Endpoint, Vec<Problem>> {
        read_all(options, |options| {
            options.require("url", "the address that receives notifications");
            let text = |options: &mut Options<'_, '_>, name| options.text(name).unwrap_or_default().to_owned();
            Some(Endpoint {
                url: text(options, "url"),
                passphrase: text(options, "passphrase"),
                product_ids: words(options, "product_ids"),
                transactions: words(options, "transactions"),
                categories: words(options, "categories"),
                delayed: options.word("timing", &[("before_thankyou", false), ("delayed", true)]).unwrap_or_default(),
                status_decides: options.word("success", &[("text", false), ("status", true)]).unwrap_or_default(),
                name: text(options, "name"),
            })
        })
    }
}

/// The words of a comma list, or of a list.
fn words(options: &mut Options<'_, '_>, name: &'static str) -> Vec<String> {
    let items = match options.value(name) {
        None => return Vec::new(),
        Some(Value::List(items)) => items.as_slice(),
        Some(one) => std::slice::from_ref(one),
    };
    let mut words = Vec::new();
    for item in items {
        match lenient::verbatim(item) {
            Some(text) => words.extend(text.split(',').map(|word| word.trim().to_owned())),
            None => options.wrong(name, format!("expected a list of texts, got {}", item.in_words())),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

impl Account {
    /// The number of the next connection.
    pub(in crate::sandbox) fn next_connection(&self) -> i64 {
        FIRST_CONNECTION + index(self.connections.len())
    }

    pub(in crate::sandbox) fn live_connections(&self) -> impl Iterator<Item = &Connection> {
        self.connections.iter().filter(|connection| !connection.is_deleted)
    }

    pub(in crate::sandbox) fn connection(&self, id: i64) -> Option<&Connection> {
        self.connections.get(usize::try_from(id - FIRST_CONNECTION).ok()?)
    }

    /// Adds a connection, or puts it in the place of the one with its number.
    pub(in crate::sandbox) fn put_connection(&mut self, connection: Connection) {
        match self.connections.iter_mut().find(|other| other.id == connection.id) {
            Some(place) => *place = connection,
            None => self.connections.push(connection),
        }
    }

    /// Deletes connections, and gives up what waits to be sent over them. False where there was none.
    pub(in crate::sandbox) fn disconnect_all(&mut self, is_meant: impl Fn(&Connection) -> bool) -> bool {
        let mut gone = Vec::new();
        for connection in self.connections.iter_mut().filter(|connection| !connection.is_deleted) {
            if is_meant(connection) {
                connection.is_deleted = true;
                gone.push(connection.id);
            }
        }
        self.queue.give_up(&gone);
        !gone.is_empty()
    }

    /// Sends a test over a connection.
    pub(in crate::sandbox) fn test_connection(&mut self, id: i64) {
        let event = self.event(EventKind::ConnectionTest);
        self.events.push(event);
        self.enqueue(index(self.events.len() - 1), 0, id);
    }

    /// Tells an event to all connections that want to hear of it: one notification for each item that it is about.
    pub(in crate::sandbox) fn notify(&mut self, at: i64) {
        let Some(event) = usize::try_from(at).ok().and_then(|at| self.events.get(at)) else { return };
        let mut told = Vec::new();
        for connection in self.live_connections() {
            for (item, product) in self.items_of(event) {
                if connection.wants(event.kind, product) {
                    told.push((item, connection.id));
                }
            }
        }
        for (item, connection) in told {
            self.enqueue(at, item, connection);
        }
    }

    /// The product of an event that is about no order: a partnership, a free ticket.
    pub(super) fn product_beside<'a>(&'a self, event: &'a Event) -> &'a str {
        match event.more.get("eticket_id") {
            Some(Value::Integer(id)) => self.etickets.find(*id).map_or("", |ticket| &ticket.product_id),
            _ => event.more.text("product_id"),
        }
    }

    /// The items an event is about, with their products. What moves no money is about those that are paid again.
    fn items_of<'a>(&'a self, event: &'a Event) -> Vec<(i64, &'a str)> {
        let Some(order) = event.purchase.and_then(|at| self.purchases.get(at)) else {
            return vec![(event.item, self.product_beside(event))];
        };
        let is_of_one = event.transaction.is_some() || event.more != Value::Null;
        let items = order.items.iter().zip(0i64..).filter(|(item, at)| match is_of_one {
            true => *at == event.item,
            false => order.recurs(item) || !order.is_recurring(),
        });
        items.map(|(item, at)| (at, item.product_id.as_str())).collect()
    }
}

impl Sandbox {
    /// Sets up a connection by hand, as in the back office, and tells its number. `ipnSetup` makes others.
    ///
    /// ```
    /// use digistore24::ipn;
    /// use digistore24::sandbox::{Checkout, Endpoint, Sandbox};
    ///
    /// let mut sandbox = Sandbox::new();
    /// sandbox.connect(&Endpoint::new("http://127.0.0.1:8080/ipn", "Kranich")).unwrap();
    /// sandbox.buy(&Checkout::new("515151", "mia@example.com")).unwrap();
    /// let sent = sandbox.drain();
    /// let event = ipn::verify(&sent[0].body, "Kranich").unwrap();
    /// assert_eq!(event.amount_brutto().unwrap(), Some("59.50".parse().unwrap()));
    /// ```
    ///
    /// # Errors
    /// When the address is none, or a product does not exist.
    pub fn connect(&mut self, endpoint: &Endpoint) -> Result<i64, Vec<Problem>> {
        let mut problems = Vec::new();
        let host = ["http://", "https://"].iter().find_map(|scheme| endpoint.url.strip_prefix(scheme));
        if host.is_none_or(|host| host.starts_with('/') || host.is_empty()) {
            let message = "expected an address that begins with http:// or https://, got";
            problems.push(Problem::new("url", format!("{message} {}", quoted(&endpoint.url))));
        }
        for product in endpoint.product_ids.iter().filter(|product| *product != "all") {
            if self.account.products.find("id", product).is_none() {
                problems.push(Problem::new("product_ids", format!("there is no product {}", quoted(product))));
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let or = |words: &[String], default: &str| if words.is_empty() { default.to_owned() } else { words.join(",") };
        let id = self.account.next_connection();
        self.account.put_connection(Connection {
            id,
            key: String::new(),
            url: endpoint.url.clone(),
            name: endpoint.name.clone(),
            product_ids: or(&endpoint.product_ids, "all"),
            domain_id: String::new(),
            categories: or(&endpoint.categories, "orders"),
            transactions: or(&endpoint.transactions, "all"),
            timing: if endpoint.delayed { "delayed" } else { "before_thankyou" }.to_owned(),
            newsletter_send_policy: "send_always".to_owned(),
            passphrase: endpoint.passphrase.clone(),
            status_decides: endpoint.status_decides,
            is_deleted: false,
        });
        Ok(id)
    }

    /// Deletes a connection, whoever made it. What waits to be sent over it is given up. False where there is none.
    pub fn disconnect(&mut self, connection_id: i64) -> bool {
        self.account.disconnect_all(|connection| connection.id == connection_id)
    }

    /// Sends a test over a connection, as the button in the back office does.
    ///
    /// # Errors
    /// When there is no such connection.
    pub fn test_connection(&mut self, connection_id: i64) -> Result<(), Problem> {
        if self.account.connection(connection_id).is_none_or(|connection| connection.is_deleted) {
            return Err(Problem::new("connection_id", "there is no such connection"));
        }
        self.account.test_connection(connection_id);
        Ok(())
    }
}
