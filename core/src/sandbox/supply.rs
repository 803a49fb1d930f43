//! What the back office, the service and buyers do about what was sold, beside what programs do over the API.

use std::fmt;

use super::Sandbox;
use super::orders::checkout::verbatim;
use super::orders::goods::{Proof, ProofState};
use super::people::{Tell, named, one};
use super::store::Account;
use crate::options::{Options, read_all};
use crate::value::quoted;
use crate::{Problem, Value};

/// The ways in which a product reaches a buyer.
const DELIVERY_TYPES: &[&str] = &["digital", "shipping", "service", "event", "download"];

pub(super) const VERBS: &[(&str, Tell)] = &[
    ("set_delivery", |sandbox, options| {
        sandbox.set_delivery(&ProductDelivery::read(options)?)?;
        Ok(Value::Map(Vec::new()))
    }),
    ("pay", |sandbox, options| {
        let done = sandbox.pay(&named(options, "purchase_id", "an order id")?).map_err(one)?;
        Ok(record! { modified: done })
    }),
    ("download", |sandbox, options| {
        let done = sandbox.download(&named(options, "purchase_id", "an order id")?).map_err(one)?;
        Ok(record! { modified: done })
    }),
    ("request_proof", |sandbox, options| {
        let id = sandbox.request_proof(&named(options, "purchase_id", "an order id")?).map_err(one)?;
        Ok(record! { service_proof_id: id })
    }),
    ("licenses", |sandbox, options| {
        let keys = sandbox.licenses(&named(options, "purchase_id", "an order id")?).map_err(one)?;
        let rows = keys.iter().map(|key| {
            record! { license_key: key.license_key.as_str(), product_id: key.product_id.as_str() }
        });
        Ok(record! { licenses: rows.collect::<Vec<_>>() })
    }),
    ("mails", |sandbox, options| {
        read_all(options, |_| Some(()))?;
        Ok(record! { mails: sandbox.account.mails.rows().to_vec() })
    }),
];

/// What buyers of a product get, which the back office says and no documented function does. What is left empty stays as it
/// is.
///
/// ```
/// use digistore24::sandbox::{Checkout, ProductDelivery, Sandbox};
///
/// let mut sandbox = Sandbox::new();
/// let mut course = ProductDelivery::new("515151");
/// course.license_keys = Some(true);
/// sandbox.set_delivery(&course).unwrap();
/// sandbox.buy(&Checkout::new("515151", "mia@example.com")).unwrap();
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProductDelivery {
    /// The number of the product.
    pub product_id: String,
    /// `digital`, `shipping`, `service`, `event` or `download`. Each piece of an `event` is an e-ticket, each line of an
    /// order of `shipping` a delivery.
    pub delivery_type: String,
    /// Whether each piece comes with a licence key of the service.
    pub license_keys: Option<bool>,
    /// When and where the event is.
    pub event: Option<ProductEvent>,
    /// Names of the files that come with it, in place of those there were.
    pub downloads: Option<Vec<String>>,
}

/// The event that the e-tickets of a product are for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProductEvent {
    /// First day; that of the order where nothing is said.
    pub date: String,
    /// The number of the location; 3 where nothing is said.
    pub location_id: String,
    /// The number of the template; 3 where nothing is said.
    pub template_id: String,
    /// What the ticket says of the time.
    pub hint: String,
}

impl ProductDelivery {
    /// Of a product, with nothing to change yet.
    pub fn new(product_id: impl Into<String>) -> ProductDelivery {
        ProductDelivery { product_id: product_id.into(), ..ProductDelivery::default() }
    }

    /// From options with the names of the fields.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub fn read(options: &Value) -> Result<ProductDelivery, Vec<Problem>> {
        read_all(options, |options| {
            options.require("product_id", "the number of a product");
            let text = |options: &mut Options<'_, '_>, name: &'static str| verbatim(options, name).unwrap_or_default();
            Some(ProductDelivery {
                product_id: text(options, "product_id"),
                delivery_type: text(options, "delivery_type"),
                license_keys: options.flag("license_keys"),
                event: options.group("event", |event| {
                    Some(ProductEvent {
                        date: text(event, "date"),
                        location_id: text(event, "location_id"),
                        template_id: text(event, "template_id"),
                        hint: text(event, "hint"),
                    })
                }),
                downloads: options.given("downloads").then(|| options.texts("downloads")),
            })
        })
    }

    fn check(&self, account: &Account) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut wrong = |path: &str, message: String| problems.push(Problem::new(path, message));
        if account.products.find("id", &self.product_id).is_none() {
            wrong("product_id", format!("there is no product {}", quoted(&self.product_id)));
        }
        let kind = self.delivery_type.as_str();
        if !kind.is_empty() && !DELIVERY_TYPES.contains(&kind) {
            wrong("delivery_type", format!("expected one of {}, got {}", DELIVERY_TYPES.join(", "), quoted(kind)));
        }
        if let Some(event) = &self.event {
            let day = event.date.as_str();
            if !day.is_empty() && crate::time::check_day(day).is_err() {
                wrong("event.date", format!("expected a day such as 2026-12-24, got {}", quoted(day)));
            }
            for (path, id, table) in [
                ("event.location_id", &event.location_id, &account.locations),
                ("event.template_id", &event.template_id, &account.templates),
            ] {
                if !id.is_empty() && table.find("id", id).is_none() {
                    let known: Vec<&str> = table.rows().iter().map(|row| row.text("id")).collect();
                    wrong(path, format!("there is no {}; there are {}", quoted(id), known.join(", ")));
                }
            }
        }
        problems
    }
}

/// A licence key that came with an order.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct HandedOut {
    /// The licence key.
    pub license_key: String,
    /// The number of the product it is for.
    pub product_id: String,
}

/// Shows no licence key.
impl fmt::Debug for HandedOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HandedOut").field("product_id", &self.product_id).finish_non_exhaustive()
    }
}

/// A mail that a function has sent to the buyer of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mail {
    /// When it was sent, as the service writes it: `2026-10-05 14:00:00`.
    pub at: String,
    /// E-mail address.
    pub to: String,
    /// `order_confirmation`, `delivery`, `upgrade` or `invoice`.
    pub kind: String,
    /// Order id.
    pub about: String,
}

impl Account {
    /// Notes a mail that a function sends to the buyer of an order.
    pub(in crate::sandbox) fn mail(&mut self, kind: &str, purchase: i64) {
        let Some(found) = self.purchases.get(purchase) else { return };
        let to = self.buyers.find(found.buyer_id).map_or("", |buyer| buyer.email.as_str());
        let mail = record! { at: self.clock.now(), to: to, kind: kind, about: found.id.as_str() };
        self.mails.add(mail);
    }
}

impl Sandbox {
    /// Says what buyers of a product get from now on.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn set_delivery(&mut self, delivery: &ProductDelivery) -> Result<(), Vec<Problem>> {
        let problems = delivery.check(&self.account);
        if !problems.is_empty() {
            return Err(problems);
        }
        let day = |text: &str| self.account.clock.day(text).unwrap_or_default();
        let event = delivery.event.as_ref().map(|event| {
            record! {
                date: day(&event.date), location_id: event.location_id.as_str(),
                template_id: event.template_id.as_str(), hint: event.hint.as_str(),
            }
        });
        let Some(product) = self.account.products.change("id", &delivery.product_id) else { return Ok(()) };
        if !delivery.delivery_type.is_empty() {
            product.set(".delivery_type", delivery.delivery_type.as_str());
        }
        if let Some(keys) = delivery.license_keys {
            product.set(".license", if keys { "Y" } else { "N" });
        }
        if let Some(event) = event {
            product.set(".event", event);
        }
        if let Some(files) = &delivery.downloads {
            let files: Vec<Value> = files.iter().map(|file| Value::from(file.as_str())).collect();
            product.set(".downloads", files);
        }
        Ok(())
    }

    /// Pays what an order has open, as its buyer does by hand: a first payment that was declined, or one that is missing
    /// since. False where nothing is open.
    ///
    /// # Errors
    /// When there is no such order.
    pub fn pay(&mut self, purchase_id: &str) -> Result<bool, Problem> {
        let at = self.order(purchase_id)?;
        let is_open = self.account.purchases.get(at).is_some_and(|found| found.is_open());
        if is_open {
            self.account.pay(at);
        }
        Ok(is_open)
    }

    /// Downloads the files of an order once, as its buyer does. False where it has none, or none may be downloaded.
    ///
    /// # Errors
    /// When there is no such order.
    pub fn download(&mut self, purchase_id: &str) -> Result<bool, Problem> {
        let at = self.order(purchase_id)?;
        Ok(self.account.download(at))
    }

    /// The licence keys of an order, as its confirmation shows them to the buyer.
    ///
    /// # Errors
    /// When there is no such order.
    pub fn licenses(&self, purchase_id: &str) -> Result<Vec<HandedOut>, Problem> {
        let at = self.order(purchase_id)?;
        let items = self.account.purchases.get(at).map_or(&[][..], |found| found.items.as_slice());
        let product = |id: i64| items.iter().find(|item| item.id == id).map_or("", |item| item.product_id.as_str());
        let keys = self
            .account
            .licenses
            .of(at)
            .map(|row| HandedOut { license_key: row.key.clone(), product_id: product(row.item_id).to_owned() });
        Ok(keys.collect())
    }

    /// The mails that functions have sent. Those of the order form, of reminders and so on are not kept.
    pub fn mails(&self) -> Vec<Mail> {
        let mails = self.account.mails.rows().iter().map(|row| {
            let text = |name: &str| row.text(name).to_owned();
            Mail { at: text("at"), to: text("to"), kind: text("kind"), about: text("about") }
        });
        mails.collect()
    }

    /// Lets the service ask for proof that the service an order is about was delivered, and tells the number of the request.
    ///
    /// # Errors
    /// When there is no such order.
    pub fn request_proof(&mut self, purchase_id: &str) -> Result<String, Problem> {
        let purchase = self.order(purchase_id)?;
        let now = self.account.clock.unix();
        let id = self.account.proofs.number();
        let items = self.account.purchases.get(purchase).map_or(&[][..], |found| found.items.as_slice());
        let is_service = |product: &str| {
            self.account.products.find("id", product).is_some_and(|row| row.text(".delivery_type") == "service")
        };
        let item = items.iter().find(|item| is_service(&item.product_id)).or(items.first());
        self.account.proofs.add(Proof {
            id,
            purchase,
            item_id: item.map_or(0, |item| item.id),
            state: ProofState::Pending,
            created_at: now,
            modified_at: now,
            message: String::new(),
        });
        Ok(id.to_string())
    }
}
