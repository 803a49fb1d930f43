//! Links that are made: promo links, content links and order forms, from nothing or from a link there is.

use super::kind::{Kind, PLACEHOLDERS};
use super::link::Link;
use super::name::{self, Name, Shape, id};
use super::plain::{ORDER_FORM, PROMO};
use super::query::{self, Parameter};
use crate::host::is_service;
use crate::options::{Options, read_all};
use crate::value::quoted;
use crate::{Problem, Value};

/// Where new links lead (captures of 2026; before that it was `www.digistore24.com`, which is still read).
const HOST: &str = "www.checkout-ds24.com";

/// A link in the making.
///
/// ```
/// use digistore24::urls::Draft;
///
/// let link = Draft::promo("613899", "Abcd1703").campaign_key("spring").set("ds24tr", "mail 3").link();
/// assert_eq!(link.unwrap_err()[0].path, "tracking_key");
/// let link = Draft::promo("613899", "Abcd1703").campaign_key("spring").set("ds24tr", "mail_3").link().unwrap();
/// assert_eq!(link.url(), "https://www.checkout-ds24.com/redir/613899/Abcd1703/spring?ds24tr=mail_3");
/// ```
#[derive(Clone, Debug)]
pub struct Draft {
    host: String,
    /// What the path is made of: the verb, and parts by name.
    verb: &'static str,
    parts: Vec<(&'static str, String)>,
    parameters: Vec<Wanted>,
}

/// A parameter as it is wanted, or a part of the path.
#[derive(Clone, Debug)]
struct Wanted {
    /// The name in the link; where there is no place, that of an option will do as well.
    name: String,
    value: Option<String>,
    /// Where it was given, if that is not the option for it.
    place: Option<String>,
}

impl Wanted {
    fn new(name: impl Into<String>, value: Option<String>) -> Wanted {
        Wanted { name: name.into(), value, place: None }
    }
}

impl Draft {
    fn new(verb: &'static str, parts: Vec<(&'static str, String)>) -> Draft {
        Draft { host: HOST.to_owned(), verb, parts, parameters: Vec::new() }
    }

    /// A promo link.
    pub fn promo(product_id: impl Into<String>, affiliate: impl Into<String>) -> Draft {
        Draft::new("redir", vec![("product_id", product_id.into()), ("affiliate", affiliate.into())])
    }

    /// A content link.
    pub fn content(
        product_id: impl Into<String>,
        content_link_id: impl Into<String>,
        affiliate: impl Into<String>,
    ) -> Draft {
        let parts = vec![
            ("product_id", product_id.into()),
            ("content_link_id", content_link_id.into()),
            ("affiliate", affiliate.into()),
        ];
        Draft::new("content", parts)
    }

    /// An order form. Its parameters are `voucher`, `plan`, `custom`, `email`, `aff`, `cam`, `ds24tr` and `utm_…`.
    pub fn order_form(product_id: impl Into<String>) -> Draft {
        Draft::new("product", vec![("product_id", product_id.into())])
    }

    /// The number of the order form of a product with several (inference).
    pub fn order_form_id(mut self, id: impl Into<String>) -> Draft {
        self.parts.push(("order_form_id", id.into()));
        self
    }

    /// The affiliate's own key: in the path of promo and content links, `cam` in order forms.
    pub fn campaign_key(mut self, key: impl Into<String>) -> Draft {
        match self.verb {
            "product" => self.set("cam", key),
            _ => {
                self.parts.push(("campaign_key", key.into()));
                self
            }
        }
    }

    /// Another host of the service.
    pub fn host(mut self, host: impl Into<String>) -> Draft {
        self.host = host.into();
        self
    }

    /// A parameter by its name in the link. A value such as `{click_id}` stays a placeholder.
    pub fn set(mut self, name: impl Into<String>, value: impl Into<String>) -> Draft {
        self.parameters.push(Wanted::new(name, Some(value.into())));
        self
    }

    /// The link.
    ///
    /// # Errors
    /// Everything that is wrong with it, under the names that the options have in the bindings.
    pub fn link(&self) -> Result<Link, Vec<Problem>> {
        let mut problems = Vec::new();
        if !is_service(&self.host) {
            let expected = "expected a host of the service such as www.checkout-ds24.com";
            problems.push(Problem::new("host", format!("{expected}, got {}", quoted(&self.host))));
        }
        for (name, text) in &self.parts {
            check_part(name, text, &mut problems);
        }
        let named = if self.verb == "product" { ORDER_FORM } else { PROMO };
        check_parameters(&self.parameters, named, &mut problems);
        let has = |wire: &str| self.parameters.iter().any(|wanted| wanted.name == wire);
        if self.verb == "product" && has("cam") && !has("aff") {
            problems.push(Problem::new("campaign_key", "belongs to an affiliate; give `affiliate` as well"));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let mut url = format!("https://{}/{}", self.host.to_ascii_lowercase(), self.verb);
        for (_, text) in &self.parts {
            url.push('/');
            query::push_encoded(text, &mut url);
        }
        let has_campaign_key = self.parts.iter().any(|(name, _)| *name == "campaign_key");
        // As documented: with a slash behind the affiliate, without one behind the key.
        url.push_str(if self.verb != "product" && !has_campaign_key { "/" } else { "" });
        let parameters: Vec<Parameter> =
            self.parameters.iter().map(|wanted| Parameter::new(&wanted.name, wanted.value.as_deref())).collect();
        if !parameters.is_empty() {
            url.push('?');
            query::push(&parameters, &mut url);
        }
        let link = Link::exactly(&url, Vec::new());
        match link.kind() {
            Kind::Promo { .. } | Kind::Content { .. } | Kind::OrderForm { .. } => Ok(link),
            other => {
                let message = format!("makes this {}; expected a host such as www.checkout-ds24.com", other.as_str());
                Err(vec![Problem::new("host", message)])
            }
        }
    }
}

/// What is wrong with a part of a path.
fn check_part(name: &'static str, text: &str, problems: &mut Vec<Problem>) {
    let (found, expected) = match name {
        "affiliate" => (name::affiliate(text), "the name of an affiliate, made of letters, digits, _ and -"),
        "campaign_key" => (name::key(text), "at most 127 letters, digits, _ and -"),
        _ => (name::product_id(text), "a number in decimal digits"),
    };
    if PLACEHOLDERS.contains(&text) {
        problems.push(Problem::new(name, format!("expected {expected}, got {}, which stands for one", quoted(text))));
    } else {
        wrong(name, &found, expected, text, problems);
    }
}

fn wrong(path: &str, found: &Name, expected: &str, text: &str, problems: &mut Vec<Problem>) {
    if matches!(found.shape, Shape::Other | Shape::Empty) {
        problems.push(Problem::new(path, format!("expected {expected}, got {}", quoted(text))));
    }
}

/// What is wrong with parameters, whose options are named in the table.
fn check_parameters(parameters: &[Wanted], named: &[(&str, &str)], problems: &mut Vec<Problem>) {
    for (at, Wanted { name: wire, value, place }) in parameters.iter().enumerate() {
        let option = named.iter().find(|(_, other)| other == wire).map(|(option, _)| *option);
        let path = place.clone().unwrap_or_else(|| option.map_or_else(|| format!("query.{wire}"), str::to_owned));
        let text = value.as_deref().unwrap_or_default();
        if wire.is_empty() {
            problems.push(Problem::new("query", "a parameter has no name"));
        } else if parameters.iter().take(at).any(|other| other.name == *wire) && option.is_some() {
            problems.push(Problem::new(path, "is given twice"));
        } else if query::is_placeholder(text) {
            // Somebody else fills it.
        } else if value.is_none() && wire.starts_with("utm_") {
            problems.push(Problem::new(path, "without a value it is not recorded"));
        } else {
            match wire.as_str() {
                "aff" => wrong(&path, &name::affiliate(text), "the name of an affiliate", text, problems),
                "cam" | "ds24tr" => {
                    wrong(&path, &name::key(text), "at most 127 letters, digits, _ and -", text, problems);
                }
                "plan" => {
                    let expected = "the position of a payment plan, from 1, or its number";
                    let found = name::product_id(text);
                    let is_zero = text.bytes().all(|byte| byte == b'0');
                    wrong(&path, &found, expected, text, problems);
                    if is_zero && found.shape != Shape::Empty {
                        problems.push(Problem::new(path, format!("expected {expected}, got {}", quoted(text))));
                    }
                }
                "email" if !text.contains('@') => {
                    problems.push(Problem::new(path, format!("expected an e-mail address, got {}", quoted(text))));
                }
                _ if text.is_empty() && option.is_some() => problems.push(Problem::new(path, "is empty")),
                _ => {}
            }
        }
    }
}

impl Link {
    /// The same link with other parts; everything else stays to the byte.
    ///
    /// Parts are named as options of the bindings name them: `affiliate` and `campaign_key`, and the parameters by their
    /// names in the link below `query`. Nothing as a value removes a parameter or the campaign key.
    ///
    /// # Errors
    /// Everything that is wrong with the changes; only promo links, content links and order forms can be changed, since
    /// all others are used as the service sent them.
    ///
    /// ```
    /// use digistore24::urls::Link;
    ///
    /// let link = Link::parse("https://www.digistore24.com/product/688983?x=%20&voucher=old&x=2");
    /// let link = link.with(&[("voucher", Some("spring"))]).unwrap();
    /// assert_eq!(link.url(), "https://www.digistore24.com/product/688983?x=%20&voucher=spring&x=2");
    /// ```
    pub fn with(&self, changes: &[(&str, Option<&str>)]) -> Result<Link, Vec<Problem>> {
        let wanted = changes.iter().map(|(name, value)| Wanted::new(*name, value.map(str::to_owned)));
        self.changed(wanted.collect())
    }

    fn changed(&self, changes: Vec<Wanted>) -> Result<Link, Vec<Problem>> {
        let named = match self.kind() {
            Kind::Promo { .. } | Kind::Content { .. } => PROMO,
            Kind::OrderForm { .. } => ORDER_FORM,
            other => {
                let message = format!(
                    "is {}; only promo links, content links and order forms can be changed, all others are used as the \
                     service sent them",
                    other.as_str()
                );
                return Err(vec![Problem::new("url", message)]);
            }
        };
        if !self.is_trusted() {
            let words: Vec<&str> = self.doubts().iter().map(|doubt| doubt.as_str()).collect();
            return Err(vec![Problem::new("url", format!("is not to be trusted: {}", words.join(", ")))]);
        }
        let mut problems = Vec::new();
        let is_form = matches!(self.kind(), Kind::OrderForm { .. });
        let (mut path, mut parameters) = (self.path.clone(), self.query.clone().unwrap_or_default());
        let (mut wanted, mut removed) = (Vec::new(), Vec::new());
        for change in changes {
            let Wanted { name, value, place } = change;
            let value = value.filter(|text| !text.is_empty());
            let part = ["affiliate", "campaign_key"].into_iter().find(|part| *part == name);
            if let Some(part) = part.filter(|_| !is_form && place.is_none()) {
                if let Some(text) = &value {
                    check_part(part, text, &mut problems);
                }
                match replaced(&path, self.kind(), part, value.as_deref()) {
                    Some(other) => path = other,
                    None => problems.push(Problem::new(part, "needs an affiliate in the link")),
                }
                continue;
            }
            let option = named.iter().find(|(option, _)| *option == name).filter(|_| place.is_none());
            let name = option.map_or(name, |(_, wire)| (*wire).to_owned());
            match value {
                Some(value) => wanted.push(Wanted { name, value: Some(value), place }),
                None => removed.push(name),
            }
        }
        removed.iter().for_each(|name| query::set(&mut parameters, name, &[]));
        for (at, Wanted { name, .. }) in wanted.iter().enumerate() {
            if wanted.iter().take(at).all(|other| other.name != *name) {
                let values = wanted.iter().filter(|other| other.name == *name).filter_map(|one| one.value.as_deref());
                query::set(&mut parameters, name, &values.collect::<Vec<_>>());
            }
        }
        check_parameters(&wanted, named, &mut problems);
        if !problems.is_empty() {
            return Err(problems);
        }
        let is_same = self.query.as_ref().is_none_or(Vec::is_empty) && parameters.is_empty();
        let query = if is_same { self.query.clone() } else { Some(parameters).filter(|all| !all.is_empty()) };
        Ok(self.rewritten(path, query))
    }
}

/// The path with another affiliate or campaign key; what else is in it stays as it was written.
fn replaced(path: &str, kind: &Kind, name: &str, value: Option<&str>) -> Option<String> {
    let first = if matches!(kind, Kind::Content { .. }) { 4 } else { 3 };
    let at = if name == "affiliate" { first } else { first + 1 };
    let mut segments: Vec<String> = path.split('/').map(str::to_owned).collect();
    if segments.last().is_some_and(String::is_empty) {
        segments.pop();
    }
    match value {
        Some(text) => {
            let was = segments.get(at).and_then(|segment| query::decoded(segment));
            if was.as_deref() == Some(text) {
                return Some(path.to_owned());
            }
            let mut encoded = String::new();
            query::push_encoded(text, &mut encoded);
            let count = segments.len();
            match segments.get_mut(at) {
                Some(segment) => *segment = encoded,
                None if at == count => segments.push(encoded),
                None => return None,
            }
        }
        None if name == "affiliate" => return None,
        None if segments.len() <= at => return Some(path.to_owned()),
        None => segments.truncate(at),
    }
    let ends = segments.len() <= first + 1 || path.ends_with('/');
    Some(segments.join("/") + if ends { "/" } else { "" })
}

/// Reads a link: [`Link::parse`] of the option `url`; `secret` names parameters whose values are keys, which show as
/// `***` everywhere but in `url`.
///
/// # Errors
/// Everything that is wrong with the options. The link itself is never an error: `type` and `notes` say what it is.
pub fn parse_of(options: &Value) -> Result<Link, Vec<Problem>> {
    read_all(options, |options| {
        options.require("url", "the link to read; it may be empty");
        let url = options.text("url");
        let mut secret = Vec::new();
        for (at, name) in options.list("secret").iter().enumerate() {
            match name {
                Value::Text(name) => secret.push(name.as_str()),
                other => options.wrong(&format!("secret[{at}]"), format!("expected a text, got {}", other.in_words())),
            }
        }
        Some(Link::parse(url?).with_secret(secret))
    })
}

/// A promo link from options: `product_id`, `affiliate`, `campaign_key`, `tracking_key`, `click_id`, `sid1` to `sid5`,
/// `utm_source` and the others, `query` for any other parameter, and `host`.
///
/// # Errors
/// Everything that is wrong with them.
pub fn promo_of(options: &Value) -> Result<Link, Vec<Problem>> {
    built(options, "redir", &["product_id", "affiliate"])
}

/// A content link from options: those of [`promo_of`] and `content_link_id`.
///
/// # Errors
/// Everything that is wrong with them.
pub fn content_of(options: &Value) -> Result<Link, Vec<Problem>> {
    built(options, "content", &["product_id", "content_link_id", "affiliate"])
}

/// An order form from options: `product_id`, `order_form_id`, `voucher`, `plan`, `custom`, `email`, `affiliate`,
/// `campaign_key`, `tracking_key`, `utm_source` and the others, `query` for any other parameter, and `host`.
///
/// # Errors
/// Everything that is wrong with them.
pub fn product_of(options: &Value) -> Result<Link, Vec<Problem>> {
    built(options, "product", &["product_id"])
}

fn built(options: &Value, verb: &'static str, required: &[&'static str]) -> Result<Link, Vec<Problem>> {
    read_all(options, |options| {
        let mut draft = Draft::new(verb, Vec::new());
        for name in required {
            options.require(name, if *name == "affiliate" { "the name of the affiliate" } else { "a number" });
            // What else is wrong is said as well.
            let filler = if *name == "affiliate" { "a" } else { "1" };
            draft.parts.push((name, id(options, name).unwrap_or_else(|| filler.to_owned())));
        }
        let last = if verb == "product" { "order_form_id" } else { "campaign_key" };
        draft.parts.extend(id(options, last).map(|text| (last, text)));
        draft.host = options.text("host").unwrap_or(HOST).to_owned();
        for (option, wire) in if verb == "product" { ORDER_FORM } else { PROMO } {
            draft.parameters.extend(id(options, option).map(|text| Wanted::new(*wire, Some(text))));
        }
        draft.parameters.extend(more(options, false));
        let link = draft.link();
        options.took(link)
    })
}

/// A link with changes from options: `url`, those of [`promo_of`] or [`product_of`] that are parameters, `affiliate`,
/// `campaign_key`, and `query` for any other parameter. An empty text removes, and so does nothing below `query`.
///
/// # Errors
/// Everything that is wrong with them.
pub fn change_of(options: &Value) -> Result<Link, Vec<Problem>> {
    read_all(options, |options| {
        options.require("url", "the link to change");
        let link = Link::parse(options.text("url")?);
        let is_form = matches!(link.kind(), Kind::OrderForm { .. });
        let mut changes = Vec::new();
        if !is_form {
            for name in ["affiliate", "campaign_key"] {
                changes.extend(id(options, name).map(|text| Wanted::new(name, Some(text))));
            }
        }
        for (option, _) in if is_form { ORDER_FORM } else { PROMO } {
            changes.extend(id(options, option).map(|text| Wanted::new(*option, Some(text))));
        }
        changes.extend(more(options, true));
        let link = link.changed(changes);
        options.took(link)
    })
}

/// Any other parameters: named values, or a list of `name` and `value` as [`Link::parameters`] gives.
fn more(options: &mut Options<'_, '_>, removes: bool) -> Vec<Wanted> {
    let mut given: Vec<(&str, &Value, String)> = Vec::new();
    let is_list = match options.value("query") {
        Some(Value::Map(fields)) => {
            given.extend(fields.iter().map(|(name, value)| (name.as_str(), value, format!("query.{name}"))));
            false
        }
        Some(Value::List(items)) => {
            for (at, item) in items.iter().enumerate() {
                match item.get("name").and_then(Value::as_str) {
                    Some(name) => {
                        given.push((name, item.get("value").unwrap_or(&Value::Null), format!("query[{at}].value")));
                    }
                    None => options.wrong(&format!("query[{at}]"), "expected `name` and `value`"),
                }
            }
            true
        }
        Some(other) => {
            options.wrong("query", format!("expected parameters by name, got {}", other.in_words()));
            false
        }
        None => false,
    };
    let mut all = Vec::new();
    for (name, value, place) in given {
        let value = match value {
            Value::Text(text) => Some(text.clone()),
            Value::Integer(number) => Some(number.to_string()),
            Value::Null if removes || is_list => None,
            Value::Null => continue,
            other => {
                options.wrong(&place, format!("expected a text, got {}", other.in_words()));
                continue;
            }
        };
        all.push(Wanted { name: name.to_owned(), value, place: Some(place) });
    }
    all
}
