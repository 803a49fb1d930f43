//! Addresses that the service fills in or leads to: thank-you pages, postbacks, upgrades, test payments.

use super::kind::Kind;
use super::link::Link;
use super::name::is_order_id;
use super::note::{Note, Remark, note};
use super::query;
use crate::host::{Address, is_service};
use crate::options::{Options, read_all};
use crate::value::list;
use crate::value::quoted;
use crate::{Problem, Value};

/// Placeholders of thank-you pages that are known (vendor's own code); the full list is not documented.
const THANK_YOU: &[&str] = &["ORDER_ID", "BUYER_EMAIL"];

/// Placeholders of postback addresses (vendor document, and guides of tracker vendors for sub-ids).
const POSTBACK: &[&str] = &[
    "cid",
    "sid1",
    "sid2",
    "sid3",
    "sid4",
    "sid5",
    "campaignkey",
    "country",
    "amount_affiliate",
    "amount_vendor",
    "amount_brutto",
    "amount_netto",
    "currency",
    "product_id",
    "product_name",
    "transaction_id",
    "transaction_type",
    "affiliate_id",
    "affiliate_name",
    "order_id",
    "email",
    "first_name",
    "last_name",
    "company",
    "random",
];

/// What is wrong with an address that the service is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PageFault {
    NoAddress,
    NotHttps,
    UserInfo,
    NotPublic,
    Escaped,
    Unknown,
    OtherBrackets,
}

impl PageFault {
    /// What is wrong, for those that make the address useless.
    fn message(self) -> Option<&'static str> {
        match self {
            PageFault::NoAddress => Some("expected a whole address such as https://shop.example/thanks"),
            PageFault::NotHttps => Some("expected an address that begins with https://; the service refuses others"),
            PageFault::UserInfo => Some("expected an address without a user name"),
            PageFault::NotPublic => Some("expected an address that the whole world can reach"),
            PageFault::Escaped => {
                Some("has a placeholder whose brackets are percent-encoded; write [ and ] so that the service finds it")
            }
            PageFault::Unknown | PageFault::OtherBrackets => None,
        }
    }
}

/// What is wrong with a page that may hold placeholders in square brackets, and the placeholders.
pub(super) fn faults(url: &str) -> (Vec<(PageFault, String)>, Vec<String>) {
    let mut faults = Vec::new();
    let placeholders = between(url, '[', ']');
    match Address::read(url) {
        None => faults.push((PageFault::NoAddress, String::new())),
        Some(address) => {
            let all = [
                (!address.scheme.eq_ignore_ascii_case("https"), PageFault::NotHttps),
                (address.user_info.is_some(), PageFault::UserInfo),
                (!is_public(address.host), PageFault::NotPublic),
            ];
            faults.extend(all.into_iter().filter(|(holds, _)| *holds).map(|(_, fault)| (fault, String::new())));
        }
    }
    // Names in small letters, and numbers, are those of lists in queries: `items%5B0%5D=1`.
    let unescaped = url.replace("%5B", "[").replace("%5b", "[").replace("%5D", "]").replace("%5d", "]");
    let is_name = |name: &String| {
        name.contains(|c: char| c.is_ascii_uppercase()) && !name.contains(|c: char| c.is_ascii_lowercase())
    };
    if between(&unescaped, '[', ']').into_iter().filter(is_name).count()
        > placeholders.iter().filter(|name| is_name(name)).count()
    {
        faults.push((PageFault::Escaped, String::new()));
    }
    for name in placeholders.iter().filter(|name| !THANK_YOU.contains(&name.as_str())) {
        faults.push((PageFault::Unknown, format!("[{name}]")));
    }
    for name in between(url, '{', '}') {
        faults.push((PageFault::OtherBrackets, format!("{{{name}}}")));
    }
    (faults, placeholders)
}

/// What stands between such brackets, where it can be a name.
fn between(text: &str, open: char, close: char) -> Vec<String> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let behind = text.split(open).skip(1).filter_map(|part| part.split_once(close));
    let names = behind.map(|(name, _)| name).filter(|name| !name.is_empty() && name.chars().all(is_name));
    names.map(str::to_owned).collect()
}

/// Adds a text with everything percent-encoded but the placeholders in it.
fn push_filled(text: &str, out: &mut String) {
    let mut rest = text;
    for name in between(text, '[', ']') {
        let placeholder = format!("[{name}]");
        if let Some((before, behind)) = rest.split_once(&placeholder) {
            query::push_encoded(before, out);
            out.push_str(&placeholder);
            rest = behind;
        }
    }
    query::push_encoded(rest, out);
}

/// Whether a host can be reached from outside, by its name alone.
fn is_public(host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    let octets: Vec<&str> = host.split('.').collect();
    let is_private = match octets.as_slice() {
        [a, b, _, _] if octets.iter().all(|part| part.parse::<u8>().is_ok()) => match (*a, *b) {
            ("0" | "10" | "127", _) | ("192", "168") | ("169", "254") => true,
            ("172", second) => second.parse().is_ok_and(|second: u8| (16..=31).contains(&second)),
            _ => false,
        },
        _ => false,
    };
    let names = [".localhost", ".local", ".internal", ".test", ".invalid"];
    host.contains('.') && !is_private && !names.iter().any(|name| host.ends_with(name))
}

/// An address with placeholders that the service fills.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Page {
    /// The address.
    pub url: String,
    /// The placeholders in it, without brackets.
    pub placeholders: Vec<String>,
    /// What to know about it.
    pub notes: Vec<Note>,
}

/// `url`, `placeholders` and `notes`.
impl From<&Page> for Value {
    fn from(page: &Page) -> Value {
        let placeholders = page.placeholders.iter().map(|name| name.as_str().into()).collect();
        Value::from([
            ("url", page.url.as_str().into()),
            ("placeholders", Value::List(placeholders)),
            ("notes", list(&page.notes)),
        ])
    }
}

/// The address of a thank-you page, with parameters whose values may be placeholders such as `[ORDER_ID]`.
///
/// The brackets stay as they are, since the service does not find escaped ones (vendor's own code). What arrives there is
/// read by the module `ipn`; the page never proves a payment.
///
/// # Errors
/// Everything that is wrong with the address.
///
/// ```
/// use digistore24::urls::thankyou;
///
/// let page = thankyou("https://shop.example/thanks?step=2", &[("order", "[ORDER_ID]")]).unwrap();
/// assert_eq!(page.url, "https://shop.example/thanks?step=2&order=[ORDER_ID]");
/// ```
pub fn thankyou(url: &str, parameters: &[(&str, &str)]) -> Result<Page, Vec<Problem>> {
    let (before, fragment) = url.split_once('#').map_or((url, None), |(before, fragment)| (before, Some(fragment)));
    let mut whole = before.to_owned();
    for (name, value) in parameters {
        whole.push_str(match whole.contains('?') {
            false => "?",
            true if whole.ends_with(['?', '&']) => "",
            true => "&",
        });
        query::push_encoded(name, &mut whole);
        whole.push('=');
        push_filled(value, &mut whole);
    }
    if let Some(fragment) = fragment {
        whole.push('#');
        whole.push_str(fragment);
    }
    let (faults, placeholders) = faults(&whole);
    let mut problems = Vec::new();
    let mut notes = Vec::new();
    for (fault, about) in faults {
        match fault.message() {
            Some(message) => problems.push(Problem::new("url", message)),
            None if fault == PageFault::Unknown => note(&mut notes, true, Remark::UnknownPlaceholder, &about),
            None => note(&mut notes, true, Remark::OtherBrackets, &about),
        }
    }
    if problems.is_empty() { Ok(Page { url: whole, placeholders, notes }) } else { Err(problems) }
}

/// A template of a postback, with placeholders such as `{cid}`: which there are, and which are not known.
///
/// # Errors
/// Where it is no address.
pub fn postback(url: &str) -> Result<Page, Vec<Problem>> {
    if Address::read(url).is_none() {
        return Err(vec![Problem::new("url", "expected a whole address such as https://tracker.example/?cid={cid}")]);
    }
    let placeholders = between(url, '{', '}');
    let mut notes = Vec::new();
    for name in placeholders.iter().filter(|name| !POSTBACK.contains(&name.as_str())) {
        note(&mut notes, true, Remark::UnknownPlaceholder, &format!("{{{name}}}"));
    }
    for name in between(url, '[', ']') {
        note(&mut notes, true, Remark::OtherBrackets, &format!("[{name}]"));
    }
    Ok(Page { url: url.to_owned(), placeholders, notes })
}

/// An upgrade link from the template that the API answers as `upgrade_url`: `ORDER_ID` in it is replaced once, by order
/// ids with commas between them (vendor document).
///
/// # Errors
/// Everything that is wrong with it.
///
/// ```
/// use digistore24::urls::upgrade;
///
/// let template = "https://www.digistore24.com/upgrade/123-aBcDeFgH1234/ORDER_ID";
/// let link = upgrade(template, &["Q7M2XWPA", "XU8A3HZ2"]).unwrap();
/// assert_eq!(link.url(), "https://www.digistore24.com/upgrade/123-aBcDeFgH1234/Q7M2XWPA,XU8A3HZ2");
/// ```
pub fn upgrade(template: &str, order_ids: &[&str]) -> Result<Link, Vec<Problem>> {
    let mut problems = Vec::new();
    let link = Link::parse(template);
    if !link.is_trusted() {
        problems.push(Problem::new("template", "expected the address that the API answers as upgrade_url"));
    } else if template.matches("ORDER_ID").count() != 1 {
        problems.push(Problem::new("template", "expected ORDER_ID in it, once"));
    }
    if order_ids.is_empty() {
        problems.push(Problem::new("order_ids", "expected one order id or more"));
    }
    for (at, id) in order_ids.iter().enumerate() {
        if !is_order_id(id) {
            let message = format!("expected an order id such as Q7M2XWPA, got {}", quoted(id));
            problems.push(Problem::new(format!("order_ids[{at}]"), message));
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let link = Link::parse(&template.replace("ORDER_ID", &order_ids.join(",")));
    match link.kind() {
        Kind::Upgrade { .. } => Ok(link),
        _ => Err(vec![Problem::new("template", "expected the address that the API answers as upgrade_url")]),
    }
}

/// A link with the parameter of test payments, as `getTestpayKey` answers it: whoever holds it buys without paying.
///
/// # Errors
/// Where the link does not lead to the service, or a part is empty.
pub fn testpay(url: &str, name: &str, key: &str) -> Result<Link, Vec<Problem>> {
    let link = Link::parse(url);
    let mut problems = Vec::new();
    if !link.is_trusted() || !is_service(link.host()) {
        problems.push(Problem::new("url", "expected a link of the service; the key must go nowhere else"));
    }
    for (path, text) in [("get_param_name", name), ("testpay_key", key)] {
        if text.is_empty() {
            problems.push(Problem::new(path, "is empty"));
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut parameters = link.query.clone().unwrap_or_default();
    query::set(&mut parameters, name, &[key]);
    let mut link = link.rewritten(link.path.clone(), Some(parameters)).with_secret([name]);
    link.say(Remark::TestPurchase);
    Ok(link)
}

/// [`thankyou`] of the options `url` and `query`, whose values are texts.
///
/// # Errors
/// Everything that is wrong with them.
pub fn thankyou_of(options: &Value) -> Result<Page, Vec<Problem>> {
    read_all(options, |options| {
        options.require("url", "the address of the page");
        let url = options.text("url");
        let mut parameters = Vec::new();
        match options.value("query") {
            Some(Value::Map(fields)) => {
                for (name, value) in fields {
                    match value {
                        Value::Text(text) => parameters.push((name.as_str(), text.as_str())),
                        other => {
                            options
                                .wrong(&format!("query.{name}"), format!("expected a text, got {}", other.in_words()));
                        }
                    }
                }
            }
            Some(other) => options.wrong("query", format!("expected parameters by name, got {}", other.in_words())),
            None => {}
        }
        let page = thankyou(url?, &parameters);
        options.took(page)
    })
}

/// [`postback`] of the option `url`.
///
/// # Errors
/// Everything that is wrong with it.
pub fn postback_of(options: &Value) -> Result<Page, Vec<Problem>> {
    read_all(options, |options| {
        options.require("url", "the template");
        let page = postback(options.text("url")?);
        options.took(page)
    })
}

/// An upgrade link as it is handed on: [`upgrade`] of the options `template` and `order_ids`.
///
/// # Errors
/// Everything that is wrong with them.
pub fn upgrade_of(options: &Value) -> Result<Made, Vec<Problem>> {
    read_all(options, |options| {
        options.require("template", "upgrade_url as the API answers it");
        options.require("order_ids", "one order id or more, in a list");
        let template = options.text("template");
        let mut ids = Vec::new();
        let mut is_text = true;
        for (at, id) in options.list("order_ids").iter().enumerate() {
            match id {
                Value::Text(id) => ids.push(id.as_str()),
                other => {
                    options.wrong(&format!("order_ids[{at}]"), format!("expected a text, got {}", other.in_words()));
                    is_text = false;
                }
            }
        }
        let (Some(template), true) = (template.filter(|_| options.given("order_ids")), is_text) else { return None };
        let link = upgrade(template, &ids);
        options.took(link).map(Made)
    })
}

/// [`testpay`] of the options `url`, `get_param_name` and `testpay_key`.
///
/// # Errors
/// Everything that is wrong with them.
pub fn testpay_of(options: &Value) -> Result<Made, Vec<Problem>> {
    read_all(options, |options| {
        options.require("url", "the link to buy with");
        options.require("get_param_name", "as getTestpayKey answers it");
        options.require("testpay_key", "as getTestpayKey answers it");
        let text = |options: &mut Options<'_, '_>, name| options.text(name).map(str::to_owned);
        let (url, name, key) = (text(options, "url"), text(options, "get_param_name"), text(options, "testpay_key"));
        let link = testpay(&url?, &name?, &key?);
        options.took(link).map(Made)
    })
}

/// A link that was made to be handed to somebody, with all that gives access in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made(pub Link);

/// `url`, `shown` for logs, and `notes`.
impl From<&Made> for Value {
    fn from(made: &Made) -> Value {
        Value::from([("url", made.0.url().into()), ("shown", made.0.shown().into()), ("notes", list(made.0.notes()))])
    }
}
