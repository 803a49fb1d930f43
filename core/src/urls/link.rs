//! Links: what they say, whether to trust them, and the same link again to the byte.

use std::fmt;

use super::kind::{self, Kind, Said};
use super::name;
use super::note::{Note, Remark, note};
use super::query::{self, Parameter};
use crate::host::{Address, Doubt, is_service};

/// A link that was read, of whatever kind.
///
/// What was not changed is written again to the byte: parameters nobody knows, their order and their repeats. Its debug
/// output shows no key and no value of a parameter.
///
/// ```
/// use digistore24::urls::{Kind, Link};
///
/// let link = Link::parse("https://www.checkout-ds24.com/redir/613899/Abcd1703/?ds24tr=mail&x=1&x=2");
/// assert!(matches!(link.kind(), Kind::Promo { product_id, .. } if product_id == "613899"));
/// assert!(link.is_trusted());
/// assert_eq!(link.first("ds24tr"), Some("mail"));
/// assert_eq!(link.url(), "https://www.checkout-ds24.com/redir/613899/Abcd1703/?ds24tr=mail&x=1&x=2");
///
/// let invoice = Link::parse("https://www.digistore24.com/invoice/Q7M2XWPA/0/K3YK3YK3.pdf");
/// assert_eq!(invoice.shown(), "https://www.digistore24.com/invoice/Q7M2XWPA/0/***.pdf");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Link {
    /// All before the path.
    pub(super) head: String,
    pub(super) path: String,
    /// Nothing where there is no question mark.
    pub(super) query: Option<Vec<Parameter>>,
    /// Nothing where there is no number sign.
    pub(super) fragment: Option<String>,
    host: String,
    kind: Kind,
    doubts: Vec<Doubt>,
    notes: Vec<Note>,
    /// Parameters whose values are keys, as the caller knows.
    secret: Vec<String>,
}

impl Link {
    /// Reads a link; every text can be read.
    pub fn parse(text: &str) -> Link {
        let mut notes = Vec::new();
        let trimmed = text.trim();
        note(&mut notes, trimmed != text, Remark::Blanks, "");
        let unescaped = unescaped(trimmed);
        note(&mut notes, unescaped != trimmed, Remark::HtmlEscaped, "");
        Link::exactly(&unescaped, notes)
    }

    /// Reads a link to the byte.
    pub(super) fn exactly(text: &str, notes: Vec<Note>) -> Link {
        let address = Address::read(text);
        let (host, start) = match &address {
            Some(address) => (address.host.to_ascii_lowercase(), text.len() - address.rest.len()),
            None => (String::new(), 0),
        };
        let (head, rest) = text.split_at_checked(start).unwrap_or(("", text));
        let (rest, fragment) = match rest.split_once('#') {
            Some((rest, fragment)) => (rest, Some(fragment)),
            None => (rest, None),
        };
        let (path, written) = match rest.split_once('?') {
            Some((path, written)) => (path, Some(query::read(written))),
            None => (rest, None),
        };
        let doubts = address.as_ref().map(Address::doubts).unwrap_or_default();
        let mut link = Link {
            head: head.to_owned(),
            path: path.to_owned(),
            query: written,
            fragment: fragment.map(str::to_owned),
            host,
            kind: Kind::Empty,
            doubts,
            notes,
            secret: Vec::new(),
        };
        link.kind = link.read(text, address.is_some());
        if matches!(link.kind, Kind::OrderDetails { .. } | Kind::Script { .. }) {
            link.doubts.retain(|doubt| *doubt != Doubt::ForeignHost);
        }
        link.look();
        link
    }

    /// The same, with the names of parameters whose values are keys, such as that of test payments.
    pub fn with_secret<'a>(mut self, names: impl IntoIterator<Item = &'a str>) -> Link {
        self.secret.extend(names.into_iter().map(str::to_owned));
        self
    }

    fn read(&mut self, text: &str, has_host: bool) -> Kind {
        if text.is_empty() {
            return Kind::Empty;
        }
        if !has_host {
            let before = text.split(['/', '?', '#']).next().unwrap_or_default();
            note(&mut self.notes, is_service(before), Remark::NoScheme, "");
            let is_path = text.starts_with('/') && !text.contains(['\\', ' ']);
            return if is_path { Kind::RelativePath } else { Kind::NoLink };
        }
        let mut segments = Vec::new();
        for segment in self.path.trim_start_matches('/').split('/') {
            match query::decoded(segment) {
                Some(segment) => segments.push(segment),
                None => {
                    note(&mut self.notes, true, Remark::Unreadable, "");
                    segments.push(char::REPLACEMENT_CHARACTER.to_string());
                }
            }
        }
        if segments.len() > 1 && segments.last().is_some_and(String::is_empty) {
            segments.pop();
        }
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        let app = ["www.digistore24-app.com", "digistore24-app.com"].contains(&self.host.as_str());
        let scripts = ["www.digistore24-scripts.com", "digistore24-scripts.com"].contains(&self.host.as_str());
        match segments.as_slice() {
            ["vendor", "reports", "transactions", "order", order_id] if app => {
                return Kind::OrderDetails { order_id: (*order_id).to_owned() };
            }
            ["service", script] if scripts => return Kind::Script { name: (*script).to_owned() },
            _ if is_service(&self.host) => {}
            _ => return self.promocode().unwrap_or(Kind::Foreign),
        }
        if let Some(legacy) = self.legacy(&segments) {
            return legacy;
        }
        let is_odd = |text: &&str| matches!(*text, "." | "..") || text.contains(char::REPLACEMENT_CHARACTER);
        if self.path.starts_with("//") || self.path.contains('\\') || segments.iter().any(is_odd) {
            return Kind::Unknown;
        }
        let mut said: Said = Vec::new();
        let kind = kind::read(&segments, &mut said);
        for (remark, part) in said {
            self.notes.push(Note::of_part(remark, part));
        }
        kind
    }

    /// `go.AFFILIATE.1.2.digistore24.com/CAMPAIGNKEY`
    fn legacy(&self, segments: &[&str]) -> Option<Kind> {
        let authority = self.head.split_once("//")?.1;
        let host = authority.rsplit('@').next()?;
        let mut labels = host.split('.');
        let (verb, affiliate) = (labels.next()?, labels.next()?);
        let is_verb = verb.eq_ignore_ascii_case("go") || verb.eq_ignore_ascii_case("promo");
        let is_below = self.host.ends_with(".digistore24.com") && labels.count() >= 2;
        (is_verb && is_below).then(|| Kind::LegacyPromo {
            affiliate: affiliate.to_owned(),
            campaign_key: Some(segments.join("/")).filter(|key| !key.is_empty()),
        })
    }

    /// The affiliate behind the address of a vendor's page: `#aff=ada&cam=mail`, `#aff=ada?cam=mail`, `?aff=ada`.
    fn promocode(&self) -> Option<Kind> {
        let behind = self.fragment.as_deref().unwrap_or_default().replace('?', "&");
        let behind = query::read(&behind);
        let all = || behind.iter().chain(self.query.iter().flatten());
        let of = |name: &str| all().find(|parameter| parameter.name() == name)?.value().filter(|text| !text.is_empty());
        let affiliate = of("aff")?.to_owned();
        Some(Kind::Promocode { affiliate, campaign_key: of("cam").map(str::to_owned) })
    }

    /// Notes what there is to know about the parts.
    fn look(&mut self) {
        let (mut notes, mut of_parts) = (std::mem::take(&mut self.notes), Vec::new());
        let known = self.names();
        for (part, text) in &known {
            let name = match *part {
                "affiliate" => name::affiliate(text),
                "campaign_key" => name::key(text),
                _ => name::order_id(text),
            };
            let tells = |found: &&Note| {
                !matches!(found.remark, Remark::LooksAlike | Remark::AllDigits | Remark::UnlikelyCharacters)
            };
            for note in name.notes.iter().filter(tells).map(|found| Note::of_part(found.remark, part)) {
                if !of_parts.contains(&note) {
                    of_parts.push(note);
                }
            }
        }
        let mut say = |holds: bool, remark, about: &str| note(&mut notes, holds, remark, about);
        let keyed = match &self.kind {
            Kind::Template { form, .. } => *form == "upgrade",
            Kind::Malformed { form } => !["promo", "content", "order_form", "signup"].contains(form),
            Kind::Unknown | Kind::Foreign | Kind::NoLink => false,
            // The function is all there is, but for the old form with the key in it.
            Kind::ApiCall { .. } => self.path.split('/').nth(4) == Some("json"),
            Kind::RelativePath => false,
            kind => !kind.is_open(&self.path),
        };
        say(keyed, Remark::HoldsKey, "");
        match &self.kind {
            Kind::Promocode { .. } => say(true, Remark::OwnDomain, ""),
            Kind::LegacyPromo { .. } => say(true, Remark::Legacy, ""),
            _ => {}
        }
        notes.extend(of_parts);
        let mut say = |holds: bool, remark, about: &str| note(&mut notes, holds, remark, about);
        let has_path_affiliate = known.iter().any(|(path, _)| *path == "affiliate");
        let is_own = matches!(self.kind, Kind::Promocode { .. });
        say(has_path_affiliate && !is_own && self.first("aff").is_some(), Remark::TwoAffiliates, "aff");
        if matches!(self.kind, Kind::OrderForm { .. }) {
            say(self.first("cam").is_some() && self.first("aff").is_none(), Remark::CampaignAlone, "cam");
            let name = self.first("aff").filter(|text| !query::is_placeholder(text)).map(name::affiliate);
            name.iter().flat_map(|name| &name.notes).for_each(|found| say(true, found.remark, "aff"));
        }
        let parameters: Vec<&Parameter> = self.parameters().collect();
        for (at, parameter) in parameters.iter().enumerate() {
            let name = parameter.name();
            let value = parameter.value();
            let before = parameters.get(..at).unwrap_or_default();
            say(before.iter().any(|other| other.name() == name), Remark::Repeated, name);
            say(name.starts_with("utm_") && value.is_none_or(str::is_empty), Remark::NoValue, name);
            say(value.is_some_and(query::is_placeholder), Remark::Placeholder, name);
            if matches!(name, "ds24tr" | "cam") {
                let key = name::key(value.unwrap_or_default());
                let is_filled = !value.is_some_and(query::is_placeholder);
                key.notes.iter().filter(|_| is_filled).for_each(|found| say(true, found.remark, name));
            }
            let is_long = name == "custom" && value.is_some_and(|value| value.chars().count() > 63);
            say(is_long, Remark::LongCustom, name);
        }
        self.notes = notes;
    }

    /// The names in the path whose shape is known.
    fn names(&self) -> Vec<(&'static str, &str)> {
        let mut names = Vec::new();
        match &self.kind {
            Kind::Promo { affiliate, campaign_key, .. } => {
                names.extend(affiliate.as_deref().map(|text| ("affiliate", text)));
                names.extend(campaign_key.as_deref().map(|text| ("campaign_key", text)));
            }
            Kind::Content { affiliate, campaign_key, .. }
            | Kind::LegacyPromo { affiliate, campaign_key }
            | Kind::Promocode { affiliate, campaign_key } => {
                names.push(("affiliate", affiliate.as_str()));
                names.extend(campaign_key.as_deref().map(|text| ("campaign_key", text)));
            }
            Kind::Invoice { order_id, .. }
            | Kind::Receipt { order_id, .. }
            | Kind::Order { order_id, .. }
            | Kind::OrderDetails { order_id } => names.push(("order_id", order_id.as_str())),
            Kind::Upgrade { order_ids, .. } => names.extend(order_ids.iter().map(|id| ("order_ids", id.as_str()))),
            _ => {}
        }
        names
    }

    /// What it is.
    pub fn kind(&self) -> &Kind {
        &self.kind
    }

    /// The host in lower case; empty where there is none.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Whether it is an address of the service, written as the service writes them.
    pub fn is_trusted(&self) -> bool {
        self.doubts.is_empty() && !self.host.is_empty()
    }

    /// Why it is not to be trusted.
    pub fn doubts(&self) -> &[Doubt] {
        &self.doubts
    }

    /// What else there is to know.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The parameters behind the question mark, in order.
    pub fn parameters(&self) -> impl Iterator<Item = &Parameter> {
        let is_there = |parameter: &&Parameter| !parameter.name().is_empty() || parameter.value().is_some();
        self.query.iter().flatten().filter(is_there)
    }

    /// The value of the first parameter of that name.
    pub fn first(&self, name: &str) -> Option<&str> {
        self.parameters().find(|parameter| parameter.name() == name)?.value()
    }

    /// The link itself, to the byte as it was read, without blanks around it and without the escapes of HTML. It may hold
    /// keys.
    pub fn url(&self) -> String {
        let mut url = format!("{}{}", self.head, self.path);
        if let Some(parameters) = &self.query {
            url.push('?');
            query::push(parameters, &mut url);
        }
        if let Some(fragment) = &self.fragment {
            url.push('#');
            url.push_str(fragment);
        }
        url
    }

    /// The link for logs: keys are left out, and so are values of parameters that are not known to be harmless.
    pub fn shown(&self) -> String {
        if matches!(self.kind, Kind::NoLink) {
            return "***".to_owned();
        }
        // A user name may be a key as well.
        let head = match (self.head.split_once("//"), self.head.rsplit_once('@')) {
            (Some((scheme, _)), Some((_, place))) => format!("{scheme}//***@{place}"),
            _ => self.head.clone(),
        };
        let mut shown = head + &self.kind.shown_path(&self.path);
        if let Some(parameters) = &self.query {
            shown.push('?');
            let is_open = |name: &str| {
                let is_known = OPEN.contains(&name) || name.starts_with("utm_");
                is_known && !self.secret.iter().any(|secret| secret == name)
            };
            query::push_shown(parameters, is_open, &mut shown);
        }
        shown.push_str(if self.fragment.is_some() { "#***" } else { "" });
        // One line of a log stays one line.
        shown.replace(char::is_control, "\u{fffd}")
    }

    /// The link with another path and query.
    pub(super) fn rewritten(&self, path: String, query: Option<Vec<Parameter>>) -> Link {
        let other = Link { path, query, ..self.clone() };
        Link { secret: other.secret.clone(), ..Link::exactly(&other.url(), Vec::new()) }
    }

    /// Adds a note.
    pub(super) fn say(&mut self, remark: Remark) {
        note(&mut self.notes, true, remark, "");
    }

    /// Whether the value of a parameter is a key, as far as is known.
    pub(super) fn is_secret(&self, name: &str) -> bool {
        name == "ds24visitkey" || self.secret.iter().any(|secret| secret == name)
    }
}

/// Parameters whose values tell nothing about a buyer.
const OPEN: &[&str] =
    &["voucher", "plan", "ds24tr", "aff", "cam", "cid", "sid1", "sid2", "sid3", "sid4", "sid5", "template"];

/// What it is and the link for logs.
impl fmt::Debug for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Link({}, {})", self.kind.as_str(), self.shown())
    }
}

/// A link as HTML has it, with plain ampersands: each is unescaped once.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut parts = text.split('&');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let escapes = ["amp;", "AMP;", "#38;", "#038;", "#x26;", "#X26;"];
        let rest = escapes.iter().find_map(|escape| part.strip_prefix(escape));
        out.push('&');
        out.push_str(rest.unwrap_or(part));
    }
    out
}
