//! Whose key, which address, which language: everything that stays the same from call to call.

use std::fmt;

use crate::call::{Call, Typed};
use crate::error::{Error, Problem};
use crate::flow::{KEY_HEADER, Method, Request};
use crate::value::quoted;
use crate::wire::check::{check, closest};
use crate::wire::form::encode;
use crate::wire::send::Function;
use crate::wire::{Kind, Spec};
use crate::{Value, Zone, catalogue};

/// Where the service is.
pub const BASE_URL: &str = "https://www.digistore24.com/api/call";

/// What a [`Client`] is made from. Its `Debug` form hides the key.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// The API key, `<digits>-<secret>`. Travels only in the header `X-DS-API-KEY`.
    pub api_key: String,
    /// The address that function names are appended to, `/api/call` included; [`BASE_URL`] unless given. It has to be
    /// https, except for this machine (`localhost`, `127.0.0.1`, `[::1]`).
    pub base_url: Option<String>,
    /// The language of messages: `de`, `en` and so on. Default: the language of the key owner's account.
    pub language: Option<String>,
    /// Who in the calling application is responsible; the service only logs it.
    pub operator: Option<String>,
    /// The clock of the times in answers: `Europe/Berlin`, `UTC`, `+02:00`. Default: what the answer says, else
    /// Europe/Berlin (inferred from captures of 2024 and 2025).
    pub zone: Option<String>,
}

impl From<&str> for Settings {
    fn from(api_key: &str) -> Settings {
        Settings { api_key: api_key.to_owned(), ..Settings::default() }
    }
}

impl From<String> for Settings {
    fn from(api_key: String) -> Settings {
        Settings { api_key, ..Settings::default() }
    }
}

impl From<&String> for Settings {
    fn from(api_key: &String) -> Settings {
        Settings::from(api_key.as_str())
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("api_key", &redacted(&self.api_key))
            .field("base_url", &self.base_url)
            .field("language", &self.language)
            .field("operator", &self.operator)
            .field("zone", &self.zone)
            .finish()
    }
}

/// Makes calls. A plain value: it holds no connection and can be cloned and shared.
#[derive(Clone, PartialEq, Eq)]
pub struct Client {
    key: Key,
    base: String,
    language: Option<String>,
    operator: Option<String>,
    zone: Option<Zone>,
}

impl Client {
    /// Makes a client, from a key alone or from [`Settings`].
    ///
    /// # Errors
    /// [`Error::Params`] with everything that is wrong with the settings.
    ///
    /// ```
    /// use digistore24::{Client, Settings};
    /// let client = Client::new("123-ExampleKey")?;
    /// let german = Client::new(Settings { language: Some("de".into()), ..Settings::from("123-ExampleKey") })?;
    /// assert!(Client::new("two words").is_err());
    /// # Ok::<(), digistore24::Error>(())
    /// ```
    pub fn new(settings: impl Into<Settings>) -> Result<Client, Error> {
        let settings = settings.into();
        let mut problems = Vec::new();
        let mut note = |path: &str, result: Result<(), String>| {
            if let Err(message) = result {
                problems.push(Problem::new(path, message));
            }
        };
        let base = settings.base_url.as_deref().unwrap_or(BASE_URL).trim_end_matches('/');
        note("api_key", check_key(&settings.api_key));
        note("base_url", check_base(base));
        if Key(settings.api_key.clone()).is_in(base) {
            note("base_url", Err("holds the key, which travels in a header only; take it out".to_owned()));
        }
        // The vendor's connector sends `de` for `de_DE`.
        let language = settings
            .language
            .as_deref()
            .map(|text| text.split(['_', '-']).next().unwrap_or_default().to_ascii_lowercase());
        if let Some(language) = &language
            && !(2..=3).contains(&language.len()) | !language.bytes().all(|byte| byte.is_ascii_lowercase())
        {
            note("language", Err(format!("expected a language such as `de`, got {}", quoted(language))));
        }
        if settings.operator.as_deref().is_some_and(|operator| operator.contains('\0')) {
            note("operator", Err("contains a NUL character; take it out".to_owned()));
        }
        let zone = settings.zone.as_deref().and_then(Zone::parse);
        if let (Some(text), None) = (&settings.zone, zone) {
            note(
                "zone",
                Err(format!("expected a zone such as `Europe/Berlin`, `UTC` or `+02:00`, got {}", quoted(text))),
            );
        }
        if !problems.is_empty() {
            return Err(Error::Params { function: "client".to_owned(), problems });
        }
        Ok(Client { key: Key(settings.api_key), base: base.to_owned(), language, operator: settings.operator, zone })
    }

    /// What may be shown of the key: its number, `123-…`.
    pub fn shown_key(&self) -> String {
        redacted(&self.key.0)
    }

    /// A call with typed parameters and a typed answer.
    pub fn call<F: Function>(&self, parameters: F) -> Typed<F> {
        Typed::new(self.checked(F::SPEC, parameters.value().unwrap_or_default()))
    }

    /// The same for callers without types: a function by the name the service gives it.
    pub fn call_named(&self, function: &str, parameters: Value) -> Call {
        match catalogue::find(function) {
            Some(spec) => self.checked(spec, parameters),
            None => {
                let close = closest(function, catalogue::all().map(|spec| spec.name));
                let advice = close.map(|name| format!("did you mean {name}? ")).unwrap_or_default();
                let message = format!(
                    "there is no such function; {advice}A raw call reaches functions the catalogue does not know"
                );
                Call::refused(function, vec![Problem::new("", message)])
            }
        }
    }

    /// A call of any function with any parameters, unchecked but for what cannot travel. It counts as not repeatable.
    pub fn raw(&self, function: &str, parameters: Value) -> Call {
        let travels = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'/');
        if self.key.is_in(function) {
            let message = "the name of the function holds the key, which travels in a header only".to_owned();
            return Call::refused(&self.key.scrub(function), vec![Problem::new("", message)]);
        }
        if function.is_empty() || function.starts_with('/') || function.contains("//") || !function.bytes().all(travels)
        {
            let message =
                format!("{} cannot be the name of a function: letters, digits, `_`, `-` and `/`", quoted(function));
            return Call::refused(function, vec![Problem::new("", message)]);
        }
        self.prepared(function, None, parameters)
    }

    fn checked(&self, spec: &'static Spec, parameters: Value) -> Call {
        self.prepared(spec.name, Some(spec), parameters)
    }

    fn prepared(&self, function: &str, spec: Option<&'static Spec>, parameters: Value) -> Call {
        let mut parameters = match parameters {
            Value::Null => Value::Map(Vec::new()),
            parameters => parameters,
        };
        if let Value::Map(fields) = &mut parameters {
            for (name, ours) in [("language", &self.language), ("operator", &self.operator)] {
                // `statsMarketplace` has a `language` of its own, which filters.
                let own = spec.is_some_and(|spec| spec.arguments.field(name).is_some());
                if let Some(text) = ours
                    && !own
                    && fields.iter().all(|(other, _)| other != name)
                {
                    fields.push((name.to_owned(), Value::Text(text.clone())));
                }
            }
        }
        let mut form = match check(spec, &parameters) {
            Ok(form) => form,
            Err(problems) => return Call::refused(function, problems),
        };
        let many = spec.filter(|spec| matches!(spec.returns, Kind::OneOrMany(_))).and_then(|spec| {
            let by = spec.arguments.fields.first()?;
            form.iter().find(|(name, _)| name == by.name).map(|(_, ids)| ids.contains(','))
        });
        let mut url = format!("{}/", self.base);
        let mut rest = function;
        while let Some((before, (name, after))) = rest.split_once('{').and_then(|(a, b)| Some((a, b.split_once('}')?)))
        {
            url.push_str(before);
            if let Some(at) = form.iter().position(|(field, _)| field == name) {
                let (_, part) = form.remove(at);
                if !part.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')) {
                    let message =
                        format!("becomes part of the address: letters, digits, `_` and `-`, got {}", quoted(&part));
                    return Call::refused(function, vec![Problem::new(name, message)]);
                }
                url.push_str(&part);
            }
            rest = after;
        }
        url.push_str(rest);
        let headers = vec![
            (KEY_HEADER, self.key.0.clone()),
            ("Accept", "application/json".to_owned()),
            ("Content-Type", "application/x-www-form-urlencoded; charset=utf-8".to_owned()),
        ];
        let request = Request { method: Method::Post, url, headers, body: encode(&form) };
        Call::new(function, spec, many, self.zone, self.key.clone(), request)
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("key", &self.key)
            .field("base", &self.base)
            .field("language", &self.language)
            .field("operator", &self.operator)
            .field("zone", &self.zone)
            .finish()
    }
}

/// An API key that does not show itself.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct Key(pub(crate) String);

impl Key {
    /// Whether a text holds the key, or its secret part.
    fn is_in(&self, text: &str) -> bool {
        !self.0.is_empty() && self.scrub(text) != text
    }

    /// The text with every trace of the key taken out.
    pub(crate) fn scrub(&self, text: &str) -> String {
        match self.0.as_str() {
            "" => text.to_owned(),
            key => {
                let secret = key.split_once('-').map_or(key, |(_, secret)| secret);
                let text = text.replace(key, &redacted(key)).replace(&key.replace('/', "\\/"), &redacted(key));
                if secret.len() < 6 { text } else { text.replace(secret, "…") }
            }
        }
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&redacted(&self.0))
    }
}

/// What may be shown of a key: its number, as the vendor's connector does.
///
/// ```
/// assert_eq!(digistore24::redacted("123-ExampleKey"), "123-…");
/// ```
pub fn redacted(key: &str) -> String {
    match key.split_once('-') {
        Some((number, _)) if number.bytes().all(|byte| byte.is_ascii_digit()) => format!("{number}-…"),
        _ => "…".to_owned(),
    }
}

/// The vendor promises no shape, so only what a header cannot carry is refused.
fn check_key(key: &str) -> Result<(), String> {
    if key.is_empty() {
        Err("the key is empty; create one in your Digistore24 account under Settings, Account access, API keys"
            .to_owned())
    } else if !key.bytes().all(|byte| byte.is_ascii_graphic()) {
        Err("the key holds a space, a line break or another character that no key has; copy it again".to_owned())
    } else {
        Ok(())
    }
}

fn check_base(base: &str) -> Result<(), String> {
    let refuse = |why: &str| Err(format!("{why}, got {}", quoted(base)));
    if base.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '?' | '#' | '@' | '\\')) {
        // What stands there may be a password or a key, so it is not repeated.
        return Err("expected an address without user, query, fragment or white space".to_owned());
    }
    match base.split_once("://") {
        Some(("https", rest)) if !rest.is_empty() && !rest.starts_with(['/', ':']) => Ok(()),
        Some(("http", rest)) if is_this_machine(rest.split('/').next().unwrap_or_default()) => Ok(()),
        Some(("http", _)) => {
            refuse("http would show the key to everyone on the way; expected https (http only for this machine)")
        }
        _ => refuse("expected an address such as https://www.digistore24.com/api/call"),
    }
}

fn is_this_machine(authority: &str) -> bool {
    let (host, port) = match authority.strip_prefix('[') {
        Some(rest) => rest.split_once(']').unwrap_or_default(),
        None => authority.split_at(authority.find(':').unwrap_or(authority.len())),
    };
    if !port.is_empty()
        && !port.strip_prefix(':').is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
    {
        return false;
    }
    if authority.starts_with('[') {
        return host == "::1";
    }
    // Not by `IpAddr`, whose parser alone would weigh 2 KB in a page. A leading zero would make others read it as octal.
    let part = |text: &str| text.parse::<u8>().ok().filter(|number| number.to_string() == text);
    let parts: Option<Vec<u8>> = host.split('.').map(part).collect();
    host == "localhost" || matches!(parts.as_deref(), Some([127, _, _, _]))
}
