//! The service in memory: the other end of the same wire, to try everything against without a key or a network.
//!
//! It takes the requests that a [`Client`](crate::Client) makes, or any other program over HTTP, checks them along the
//! same catalogue and answers as the service would. It reads no clock and draws no random numbers: the same requests
//! always get the same answers.
//!
//! # The account
//!
//! Every sandbox starts with the account of the vendor `ada`, whom nobody will meet. Its clock stands at
//! 2026-10-05 14:00:00 in Berlin and moves only by [`Sandbox::advance`].
//!
//! | what | where to find it |
//! | --- | --- |
//! | keys | [`Sandbox::api_key`] (full access), [`Sandbox::read_key`], [`Sandbox::developer_key`] |
//! | products | 515151 (course), 515152 (membership), 515153 (software with licence keys), 515154 (event) |
//! | buyers | 31415926 `lena@example.com`, 31415927 `max@example.com`, 31415928 `ines@example.com` |
//! | single payments | `AB12CD34` (today), `JK92LM34` (yesterday, through the affiliate `bea`) |
//! | subscription | `CD34EF56`, two payments, the next on 2026-10-10 |
//! | instalments | `EF56GH78`, one of three payments made, then unpaid |
//! | refunded | `GH78JK92` |
//! | test order | `LM34NP56`, three e-tickets for 2026-10-05 at location 3 with template 3 |
//! | licence key of `JK92LM34` | `SANDB-GXQEY-VAKRD-22222-33333-44444-55555-66666` |
//! | licence key of `EF56GH78` | `SANDB-GXUNP-AKDXX-22222-33333-44444-55555-66666` (not paid, so not valid) |
//! | e-tickets | `91250000000000000001` (valid), `…2` (used), `…3` (blocked) |
//! | affiliates | `bea` (approved for all products), `carl` (waits for approval), `dora` (has not asked) |
//! | value vouchers | `6901-ExAmPlE6901` (64.50 of 100.00 left), `6902-…` (for test payments), `6903-…` (used up) |
//! | smart upgrade, marketplace entry | 3301, 9200 |
//! | discount codes | `AUTUMN20` (20 percent off), `LASTCALL` (5.00 off, once) |
//!
//! # What is imitated from evidence
//!
//! Addresses (`/api/call/<function>`, a trailing slash, `/format/json`), GET and POST, 411 for a POST without a length,
//! pages instead of answers for other addresses; bodies read as PHP reads them, cut after 1000 fields, JSON bodies not
//! at all; arguments by name and by position (`arg1`, as the vendor's PHP class sends them); the envelope; a missing and
//! a wrong key; texts, numbers, empty lists and misspelled names in the places where answers were seen to have them;
//! default periods and pages; addresses that are not https; the cut note and the ignored price of a product; refused
//! refunds, used tickets and pending keys inside a success; a key that is handed out once.
//!
//! # What is invented
//!
//! Whatever nobody outside knows: [`Sandbox::assumptions`] tells all of it, and [`Sandbox::assume`] changes what can be
//! otherwise while a test runs, such as when a card is tried again or when money is paid out. Facts that contradict one
//! of them are welcome.
//!
//! [`Sandbox::knows`] tells whether a function has a rule at all. All others answer along their shape with values that
//! look right and mean nothing, and change nothing.
//!
//! # What is not imitated
//!
//! The pages that buyers see, as [`Sandbox::buy`] takes their place; mails but those that functions send; calls to your
//! addresses but notifications, and connections of other types than "generic"; approval by the service, which stays
//! pending; refund policies and minimum terms; fees of refunds and chargebacks, joint ventures and what the owner of the
//! account earns as an affiliate of others; conversion of currencies; rate limits and limits of size; rights and addresses
//! beyond the three kinds of keys; most countries, currencies and settings.
//!
//! # The books
//!
//! Money is divided by [`commission`](crate::commission) and counted once: lists, statistics, commissions and payouts all
//! follow from the same transactions, so that they agree to the cent, and `reconcile` finds nothing to explain.

#[macro_use]
mod kept;
#[macro_use]
mod record;
mod account;
mod arguments;
#[macro_use]
mod assuming;
mod assumptions;
mod books;
mod clock;
mod control;
mod faults;
mod http;
mod journal;
mod likely;
mod notify;
mod orders;
mod people;
mod reply;
mod rules;
mod scenarios;
mod snapshot;
mod stock;
mod store;
mod supply;
mod tables;
mod window;
mod words;

use std::fmt;
use std::time::Duration;

pub use self::assuming::Assumption;
use self::assumptions::{BAD_KEY, GERMAN_BY_DEFAULT, PERMISSION_DENIED, UNKNOWN_FUNCTION};
pub use self::faults::{Fault, Hitch, Served};
use self::http::{Head, Incoming};
pub use self::notify::access::Holding;
pub use self::notify::connections::Endpoint;
pub use self::notify::disturb::{Disturb, Mishap};
pub use self::notify::notification::{Delivered, Delivery, Notification, NotificationState, Try};
pub use self::orders::checkout::{Bought, Checkout};
use self::reply::{Outcome, Refusal};
use self::rules::Ask;
pub use self::scenarios::{Played, Scenario};
use self::store::{Account, Rights};
pub use self::supply::{HandedOut, Mail, ProductDelivery, ProductEvent};
use crate::wire::{Access, Spec};
use crate::{Failure, Host, Problem, Request, Response, Value, catalogue};

/// What can be told to a sandbox, by area.
const VERBS: &[people::Verbs] = &[
    assuming::VERBS,
    faults::VERBS,
    journal::VERBS,
    notify::VERBS,
    people::VERBS,
    scenarios::VERBS,
    snapshot::VERBS,
    supply::VERBS,
    window::VERBS,
];

/// A service of its own, with a small fictional account. See the [module](self) for what it is and is not.
///
/// ```
/// use digistore24::{Client, Flow, catalogue::system::Ping, sandbox::Sandbox};
///
/// let mut sandbox = Sandbox::new();
/// let answer = Client::new(sandbox.api_key())?.call(Ping {}).run(&mut sandbox)?;
/// assert_eq!(answer.server_time()?.unwrap().to_string(), "2026-10-05T14:00:00+02:00");
/// # Ok::<(), digistore24::Error>(())
/// ```
pub struct Sandbox {
    account: Account,
    journal: journal::Journal,
    /// What is left of the way of the clock, where it stops at notifications.
    walk: Option<Duration>,
}

impl Sandbox {
    /// The small fictional account.
    pub fn new() -> Sandbox {
        Sandbox::of(account::fictional())
    }

    fn of(account: Account) -> Sandbox {
        Sandbox { account, journal: journal::Journal::default(), walk: None }
    }

    /// A key with full access.
    pub fn api_key(&self) -> &str {
        account::FULL_KEY
    }

    /// A key that may only read.
    pub fn read_key(&self) -> &str {
        account::READ_KEY
    }

    /// A developer key, which asks for other keys and little else.
    pub fn developer_key(&self) -> &str {
        account::DEVELOPER_KEY
    }

    /// Answers what an HTTP server received: method, path with query (or the whole address), headers, body.
    ///
    /// | path | what it is |
    /// |---|---|
    /// | `/api/call/<function>` | the API |
    /// | `/sandbox/<verb>` | [`tell`](Sandbox::tell), for programs of this machine and without a key: `POST` with options as JSON or as a form, `GET` where nothing changes. The answer is `{"result": ...}`, or `{"problems": [{"path", "message"}]}` with status 400 |
    /// | `/` | a window to see and use it all |
    pub fn http(&mut self, method: &str, target: &str, headers: &[(String, String)], body: &[u8]) -> Served {
        let head = Head::of(method, target, headers);
        if let Some(verb) = head.path.strip_prefix("/sandbox/") {
            return control::answer(self, verb, &head, body).into();
        }
        match http::receive(&head, body) {
            Ok(incoming) => self.call(method, incoming),
            Err(page) => page.into(),
        }
    }

    fn call(&mut self, method: &str, incoming: Incoming) -> Served {
        let language = incoming.form.iter().rev().find(|(name, _)| name == "language").map(|(_, language)| language);
        // The vendor's PHP class sends an empty one when it knows none.
        let language = language.filter(|language| !language.is_empty());
        let german = language.map_or(GERMAN_BY_DEFAULT, |language| language.to_ascii_lowercase().starts_with("de"));
        let fault = faults::next(&mut self.account.faults, &incoming.function);
        let is_carried_out = fault.as_ref().is_none_or(|fault| fault.is_carried_out);
        let done = if is_carried_out { self.answer(&incoming, german) } else { Ok(Value::Null) };
        let outcome = fault.as_ref().and_then(|fault| fault.refusal()).map_or(done, Err);
        let said = outcome.as_ref().err().map(|refusal| refusal.said(german));
        let response = reply::envelope(outcome, &self.account.clock.now(), german);
        let served = match fault {
            Some(fault) => fault.spoil(response),
            None => response.into(),
        };
        let (code, message) = said.map_or((None, String::new()), |(code, message)| (Some(code), message));
        let request = journal::Request {
            at: self.account.clock.unix(),
            method: method.to_owned(),
            function: incoming.function,
            parameters: incoming.form,
            status: (served.hitch != Some(Hitch::Cut)).then_some(served.response.status),
            code,
            message,
        };
        let keys = self.account.keys.iter().map(|key| key.text.as_str());
        self.journal.note(request, keys.chain(incoming.key.as_deref()));
        served
    }

    fn answer(&mut self, incoming: &Incoming, german: bool) -> Outcome {
        let (spec, key) = self.admit(incoming)?;
        let arguments = arguments::read(spec, &incoming.form)?;
        match rules::find(spec.name) {
            Some(rule) => rule(&mut self.account, &Ask { spec, arguments: &arguments, german, key }),
            None => Ok(likely::answer(spec, &arguments, &self.account.clock)),
        }
    }

    /// The function a call is for and the key it may be made with.
    fn admit<'i>(&self, incoming: &'i Incoming) -> Result<(&'static Spec, &'i str), Refusal> {
        if incoming.key_in_address {
            return Err(Refusal::new(BAD_KEY, words::KEY_IN_ADDRESS, ""));
        }
        let key = incoming.key.as_deref().ok_or_else(|| Refusal::new(BAD_KEY, words::NO_KEY, ""))?;
        let known = self.account.keys.iter().find(|known| known.text == key);
        let rights = known.ok_or_else(|| Refusal::new(BAD_KEY, words::BAD_KEY, ""))?.rights;
        let function = incoming.function.as_str();
        let spec = catalogue::find(function)
            .ok_or_else(|| Refusal::new(UNKNOWN_FUNCTION, words::UNKNOWN_FUNCTION, function))?;
        let permitted = match (rights, spec.access) {
            (Rights::Full, Access::Read | Access::Write) | (Rights::Read, Access::Read) => true,
            (Rights::Developer, access) => access == Access::Developer || spec.developer,
            _ => false,
        };
        if !permitted {
            return Err(Refusal::new(PERMISSION_DENIED, words::NOT_PERMITTED, function));
        }
        Ok((spec, key))
    }

    /// Approves the request for a key that `requestApiKey` began, as a user would in the browser. `retrieveApiKey` then
    /// hands the key out once. False if no such request is pending.
    pub fn approve(&mut self, token: &str) -> bool {
        rules::decide(&mut self.account, token, true)
    }

    /// Declines the request for a key. False if no such request is pending.
    pub fn decline(&mut self, token: &str) -> bool {
        rules::decide(&mut self.account, token, false)
    }

    /// Places an order as a buyer does at the checkout, and collects the first payment.
    ///
    /// # Errors
    /// Everything that keeps an order form from taking it.
    pub fn buy(&mut self, order: &Checkout) -> Result<Bought, Vec<Problem>> {
        self.account.buy(order)
    }

    /// Does by name what there is a method for, and more, from options by name: what the bindings and the HTTP server
    /// stand on.
    ///
    /// | verb | options | what it does |
    /// |---|---|---|
    /// | `buy` | those of [`Checkout`] | [`buy`](Sandbox::buy) |
    /// | `refund`, `chargeback` | `transaction_id`, or `purchase_id` for its last payment | [`refund`](Sandbox::refund), [`chargeback`](Sandbox::chargeback) |
    /// | `cancel`, `resume` | `purchase_id` | [`cancel`](Sandbox::cancel), [`resume`](Sandbox::resume) |
    /// | `fail_payments` | `purchase_id`, `times` (1) | [`fail_payments`](Sandbox::fail_payments) |
    /// | `advance` | `seconds`, `minutes`, `hours`, `days`, `to_next` | [`advance`](Sandbox::advance), [`advance_to_next`](Sandbox::advance_to_next) |
    /// | `set_time` | `to` | [`set_time`](Sandbox::set_time) |
    /// | `pay` | `purchase_id` | [`pay`](Sandbox::pay) |
    /// | `set_delivery` | those of [`ProductDelivery`] | [`set_delivery`](Sandbox::set_delivery) |
    /// | `download` | `purchase_id` | [`download`](Sandbox::download) |
    /// | `request_proof` | `purchase_id` | [`request_proof`](Sandbox::request_proof) |
    /// | `licenses` | `purchase_id` | [`licenses`](Sandbox::licenses) |
    /// | `mails` | none | [`mails`](Sandbox::mails) |
    /// | `fault` | those of [`Fault::read`] | [`fault`](Sandbox::fault) |
    /// | `faults`, `clear_faults` | | lists the faults that no call has met, or forgets them |
    /// | `requests` | | lists the last 200 requests of programs, without keys |
    /// | `save`, `load` | `text` | [`save`](Sandbox::save); goes on from what was saved |
    /// | `scenario` | those of [`Scenario`] | [`scenario`](Sandbox::scenario) |
    /// | `scenarios` | none | lists the scenarios there are |
    /// | `connect` | those of [`Endpoint::read`] | [`connect`](Sandbox::connect) |
    /// | `disconnect`, `test_connection` | `connection_id` | [`disconnect`](Sandbox::disconnect), [`test_connection`](Sandbox::test_connection) |
    /// | `due`, `drain` | none | [`due`](Sandbox::due), [`drain`](Sandbox::drain) |
    /// | `delivered` | `id`, `status` and `body`, or `lost` | [`delivered`](Sandbox::delivered) |
    /// | `notifications` | `order_id`, `state`, `last` (all) | [`notifications`](Sandbox::notifications) |
    /// | `resend` | `id` | [`resend`](Sandbox::resend) |
    /// | `disturb` | those of [`Disturb::read`] | [`disturb`](Sandbox::disturb) |
    /// | `access` | none | [`access`](Sandbox::access) |
    /// | `affiliate` | `affiliate_name`, `product_id` | [`affiliate`](Sandbox::affiliate) |
    /// | `fill_form` | `purchase_id`, `fields` | [`fill_form`](Sandbox::fill_form) |
    /// | `fault` | those of [`Fault::read`] | [`fault`](Sandbox::fault) |
    /// | `faults`, `clear_faults` | | lists the faults that no call has met, or forgets them |
    /// | `requests` | | lists the last 200 requests of programs, without keys |
    /// | `save`, `load` | `text` | [`save`](Sandbox::save); goes on from what was saved |
    /// | `overview` | `last` (50) | gives the account at a glance: clock, products, the last orders |
    /// | `assume` | assumptions by name | [`assume`](Sandbox::assume), all of them or none |
    /// | `assumptions` | none | [`assumptions`](Sandbox::assumptions) |
    /// | `approve`, `decline` | `token` | [`approve`](Sandbox::approve), [`decline`](Sandbox::decline) |
    ///
    /// # Errors
    /// Everything that is wrong with the options.
    pub fn tell(&mut self, verb: &str, options: &Value) -> Result<Value, Vec<Problem>> {
        match VERBS.iter().flat_map(|verbs| verbs.iter()).find(|(name, _)| *name == verb) {
            Some((_, tell)) => tell(self, options),
            None => Err(vec![Problem::new("", format!("the sandbox knows no {}", crate::value::quoted(verb)))]),
        }
    }

    /// The same as JSON text, in the form of [`http`](Sandbox::http): money and times are texts.
    pub fn tell_json(&mut self, verb: &str, options: &Value) -> String {
        control::told(&self.tell(verb, options))
    }

    /// Whether a rule answers this function, or only its shape.
    pub fn knows(function: &str) -> bool {
        rules::find(function).is_some()
    }
}

/// A host without a network: requests are answered in place, and waiting moves the clock.
impl Host for Sandbox {
    fn send(&mut self, request: Request) -> Result<Response, Failure> {
        let headers = request.headers.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
        let length = ("Content-Length".to_owned(), request.body.len().to_string());
        let headers: Vec<_> = headers.chain([length]).collect();
        let served = self.http(request.method.as_str(), &request.url, &headers, request.body.as_bytes());
        self.received(served, request.timeout)
    }

    fn wait(&mut self, pause: Duration) {
        self.advance(pause);
    }

    fn now(&self) -> Duration {
        self.account.clock.passed()
    }
}

impl Default for Sandbox {
    fn default() -> Sandbox {
        Sandbox::new()
    }
}

impl fmt::Debug for Sandbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sandbox").field("now", &self.account.clock.now()).finish_non_exhaustive()
    }
}

/// What the clock shows, and how much there is.
impl fmt::Display for Sandbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Account { purchases, transactions, buyers, .. } = &self.account;
        let (orders, moved, people) = (purchases.rows().len(), transactions.rows().len(), buyers.rows().len());
        write!(f, "Sandbox at {}: {orders} orders, {moved} transactions, {people} buyers", self.time())
    }
}
