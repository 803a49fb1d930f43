//! Making calls.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use crate::answer::Reader;
use crate::call::{Call, Trying, Typed};
use crate::error::{Error, Problem};
use crate::flow::{KEY_HEADER, Method, Request};
use crate::key::redacted;
use crate::settings::Checked;
use crate::value::quoted;
use crate::wire::check::{check, closest};
use crate::wire::form::encode;
use crate::wire::send::Function;
use crate::wire::{Kind, Spec};
use crate::{PerCall, Permission, Redaction, Settings, Value, catalogue};

/// Makes calls. A plain value: it holds no connection and can be cloned and shared. Clones share what was learned of the
/// keys.
#[derive(Clone)]
pub struct Client {
    settings: Settings,
    checked: Checked,
    /// How many calls were made: what chance has to say differs from call to call.
    calls: Arc<AtomicU64>,
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
        let checked = settings.checked()?;
        Ok(Client { settings, checked, calls: Arc::default() })
    }

    /// The same client for calls that do something otherwise: with another key, more patience, no retries.
    ///
    /// # Errors
    /// [`Error::Params`] with everything that is wrong with that.
    ///
    /// ```
    /// use digistore24::{Client, PerCall, catalogue::system::GetUserInfo};
    /// let client = Client::new("123-ExampleKey")?;
    /// let theirs = PerCall { api_key: Some("456-TheirKey".into()), retries: Some(0), ..PerCall::default() };
    /// let call = client.with(&theirs)?.call(GetUserInfo {});
    /// # Ok::<(), digistore24::Error>(())
    /// ```
    pub fn with(&self, other: &PerCall) -> Result<Client, Error> {
        let settings = self.settings.with(other);
        let mut checked = settings.checked()?;
        match &other.api_key {
            None => checked.keys = self.checked.keys.clone(),
            // What is known of a key stays known, whichever client learned it.
            Some(key) => {
                if let Some(keyed) = self.checked.keys.known(key) {
                    checked.keys.main = keyed.clone();
                }
            }
        }
        Ok(Client { settings, checked, calls: self.calls.clone() })
    }

    /// What is known of the key that reads: as the settings say, or as `getUserInfo` answered last.
    pub fn permission(&self) -> Permission {
        self.checked.keys.main.permission()
    }

    /// What may be shown of the key: its number, `123-…`.
    pub fn shown_key(&self) -> String {
        redacted(&self.checked.keys.main.key.0)
    }

    /// A call with typed parameters and a typed answer.
    pub fn call<F: Function>(&self, parameters: F) -> Typed<F> {
        Typed::new(self.checked(F::SPEC, parameters.value().unwrap_or_default()))
    }

    /// The same for callers without types: a function by the name the service gives it.
    pub fn call_named(&self, function: &str, parameters: Value) -> Call {
        match catalogue::find(function) {
            Some(spec) => self.checked(spec, parameters),
            None => Call::refused(function, vec![Client::unknown(function)]),
        }
    }

    /// That there is no function of that name.
    pub(crate) fn unknown(function: &str) -> Problem {
        let close = closest(function, catalogue::all().map(|spec| spec.name));
        let advice = close.map(|name| format!("did you mean {name}? ")).unwrap_or_default();
        let message =
            format!("there is no such function; {advice}A raw call reaches functions the catalogue does not know");
        Problem::new("", message)
    }

    /// A call of any function with any parameters, unchecked but for what cannot travel. It counts as not repeatable.
    pub fn raw(&self, function: &str, parameters: Value) -> Call {
        let travels = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'/');
        let keys = &self.checked.keys;
        if let Some(keyed) = [Some(&keys.main), keys.write.as_ref(), keys.developer.as_ref()]
            .into_iter()
            .flatten()
            .find(|keyed| keyed.key.is_in(function))
        {
            let message = "the name of the function holds the key, which travels in a header only".to_owned();
            return Call::refused(&keyed.key.scrub(function), vec![Problem::new("", message)]);
        }
        if function.is_empty() || function.starts_with('/') || function.contains("//") || !function.bytes().all(travels)
        {
            let message =
                format!("{} cannot be the name of a function: letters, digits, `_`, `-` and `/`", quoted(function));
            return Call::refused(function, vec![Problem::new("", message)]);
        }
        self.prepared(function, catalogue::find(function), None, parameters)
    }

    fn checked(&self, spec: &'static Spec, parameters: Value) -> Call {
        self.prepared(spec.name, Some(spec), Some(spec), parameters)
    }

    /// `known` is what the catalogue knows of the function, `spec` what the parameters are checked against.
    fn prepared(
        &self,
        function: &str,
        known: Option<&'static Spec>,
        spec: Option<&'static Spec>,
        parameters: Value,
    ) -> Call {
        let keyed = match self.checked.keys.choose(known) {
            Ok(keyed) => keyed,
            Err(reason) => return Call::over(Error::Forbidden { function: function.to_owned(), reason }),
        };
        let mut parameters = match parameters {
            Value::Null => Value::Map(Vec::new()),
            parameters => parameters,
        };
        if let Value::Map(fields) = &mut parameters {
            for (name, ours) in [("language", &self.checked.language), ("operator", &self.settings.operator)] {
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
        let mut url = format!("{}/", self.checked.base);
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
            (KEY_HEADER, keyed.key.0.clone()),
            ("Accept", "application/json".to_owned()),
            ("Content-Type", "application/x-www-form-urlencoded; charset=utf-8".to_owned()),
        ];
        let request = Request {
            method: Method::Post,
            url,
            headers,
            body: encode(&form),
            timeout: self.checked.timeout,
            most_bytes: self.checked.most_bytes,
        };
        let reader = Reader { function: function.to_owned(), spec, many, zone: self.checked.zone };
        let calls = self.calls.fetch_add(1, Ordering::Relaxed);
        Call::new(
            reader,
            keyed.clone(),
            request,
            Trying {
                retry: self.settings.retry,
                total_timeout: self.settings.total_timeout.filter(|time| *time != Duration::MAX),
                budget: self.settings.budget.clone(),
                seed: self.settings.seed.wrapping_add(calls << 8),
                bodies: self.settings.bodies,
                redaction: Redaction::hiding(&self.settings.hide),
            },
        )
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.settings.fmt(f)
    }
}
