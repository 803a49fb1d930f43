//! Whose keys, which address, which language, how patient: everything that stays the same from call to call.

use std::fmt;
use std::time::Duration;

use crate::key::{Key, check_key, redacted};
use crate::options::{Options, read_all};
use crate::permission::{Keyed, Keys};
use crate::value::quoted;
use crate::{Budget, Error, Permission, Problem, Retry, Value, Zone};

/// Where the service is.
pub const BASE_URL: &str = "https://www.digistore24.com/api/call";

/// How long the answer to one attempt may take, unless told otherwise: as in the vendor's connector.
const PATIENCE: Duration = Duration::from_secs(30);

/// How many bytes an answer may have, unless told otherwise: far above what the service sends, far below what hurts.
const MOST_BYTES: u64 = 64 << 20;

/// What a [`Client`](crate::Client) is made from. Its `Debug` form hides the keys.
#[derive(Clone, Default, PartialEq)]
pub struct Settings {
    /// The API key, `<digits>-<secret>`. Travels only in the header `X-DS-API-KEY`.
    pub api_key: String,
    /// Another key for functions that change something; then `api_key` is only used to read, and
    /// [`writing`](Settings::writing) is off unless you switch it on.
    pub write_key: Option<String>,
    /// A developer key, for the functions that take no other.
    pub developer_key: Option<String>,
    /// What `api_key` may do. Calls beyond it are refused before they are sent. Unless given it is learned from the
    /// answer to `getUserInfo`, whenever that is called.
    pub permission: Permission,
    /// Whether calls may change something. Default: yes, unless there is a `write_key`. Of a [raw](crate::Client::raw)
    /// call of an unknown function it is assumed that it does.
    pub writing: Option<bool>,
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
    /// How long one attempt may take. 30 seconds unless given; [`Duration::MAX`] for any time.
    pub timeout: Option<Duration>,
    /// How long a call may take as a whole, with all attempts and the pauses between them. Any time unless given.
    pub total_timeout: Option<Duration>,
    /// How a call that did not succeed is sent again.
    pub retry: Retry,
    /// How many bytes an answer may have, decompressed. 64 MiB unless given.
    pub most_bytes: Option<u64>,
    /// How many calls a key may make in a time. No limit unless given.
    pub budget: Option<Budget>,
    /// Any number, best a random one: pauses between attempts differ by it from process to process.
    pub seed: u64,
    /// Whether an [`Attempt`](crate::Attempt) holds what was sent and what came back, without keys and passphrases. It is
    /// full of personal data.
    pub bodies: bool,
    /// Further fields whose values are left out of those bodies and of a [`Preview`](crate::Preview), such as `email`
    /// and `first_name`, wherever they stand.
    pub hide: Vec<String>,
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

/// What one call, or some, do otherwise than the client: see [`Client::with`](crate::Client::with). Its `Debug` form
/// hides the key.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct PerCall {
    /// Another key, for everything: that of another vendor.
    pub api_key: Option<String>,
    /// Another language of messages.
    pub language: Option<String>,
    /// Somebody else who is responsible.
    pub operator: Option<String>,
    /// How long one attempt may take.
    pub timeout: Option<Duration>,
    /// How long the call may take as a whole.
    pub total_timeout: Option<Duration>,
    /// How many times it is sent again at most.
    pub retries: Option<u32>,
}

impl Settings {
    /// The settings by name, as other languages hand them over. Times are in milliseconds, or endless where they are
    /// `false`. `budget` and `seed` are added by hand.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub fn read(given: &Value) -> Result<Settings, Vec<Problem>> {
        read_all(given, |options| {
            let text = |text: Option<&str>| text.map(str::to_owned);
            let settings = Settings {
                api_key: options.text("api_key").unwrap_or_default().to_owned(),
                write_key: text(options.text("write_key")),
                developer_key: text(options.text("developer_key")),
                permission: options
                    .word(
                        "permission",
                        &[
                            ("readonly", Permission::ReadOnly),
                            ("read-only", Permission::ReadOnly),
                            ("writable", Permission::Writable),
                            ("developer", Permission::Developer),
                        ],
                    )
                    .unwrap_or_default(),
                writing: options.flag("writing"),
                base_url: text(options.text("base_url")),
                language: text(options.text("language")),
                operator: text(options.text("operator")),
                zone: text(options.text("zone")),
                timeout: time(options, "timeout"),
                total_timeout: time(options, "total_timeout"),
                retry: options.whole("retries", 0, 100).map(retries).unwrap_or_default(),
                most_bytes: options.whole("most_bytes", 1, i64::MAX).map(i64::unsigned_abs),
                bodies: options.flag("bodies").unwrap_or_default(),
                hide: options.texts("hide"),
                ..Settings::default()
            };
            // Where the key comes by another way, the client looks at it all together.
            if options.given("api_key")
                && let Err(Error::Params { problems, .. }) = settings.checked()
            {
                options.took::<()>(Err(problems));
            }
            Some(settings)
        })
    }

    /// The same settings with what one call does otherwise.
    pub(crate) fn with(&self, other: &PerCall) -> Settings {
        let mut settings = self.clone();
        if let Some(api_key) = &other.api_key {
            settings.writing = Some(settings.may_write());
            settings = Settings {
                api_key: api_key.clone(),
                permission: Permission::Unknown,
                write_key: None,
                developer_key: None,
                ..settings
            };
        }
        let or = |other: &Option<String>, own: Option<String>| other.clone().or(own);
        Settings {
            language: or(&other.language, settings.language),
            operator: or(&other.operator, settings.operator),
            timeout: other.timeout.or(settings.timeout),
            total_timeout: other.total_timeout.or(settings.total_timeout),
            retry: Retry { retries: other.retries.unwrap_or(settings.retry.retries), ..settings.retry },
            ..settings
        }
    }

    fn may_write(&self) -> bool {
        self.writing.unwrap_or(self.write_key.is_none())
    }
}

impl PerCall {
    /// The options of a call by name, as other languages hand them over. Times are in milliseconds.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub fn read(given: &Value) -> Result<PerCall, Vec<Problem>> {
        read_all(given, |options| {
            let text = |text: Option<&str>| text.map(str::to_owned);
            Some(PerCall {
                api_key: text(options.text("api_key")),
                language: text(options.text("language")),
                operator: text(options.text("operator")),
                timeout: time(options, "timeout"),
                total_timeout: time(options, "total_timeout"),
                retries: options.whole("retries", 0, 100).map(|retries| retries as u32),
            })
        })
    }
}

fn retries(retries: i64) -> Retry {
    Retry { retries: retries as u32, ..Retry::default() }
}

/// A time in milliseconds; `false` is without end.
fn time(options: &mut Options<'_, '_>, name: &'static str) -> Option<Duration> {
    if options.value(name) == Some(&Value::Bool(false)) {
        return Some(Duration::MAX);
    }
    options.whole(name, 1, i64::from(i32::MAX)).map(|time| Duration::from_millis(time.unsigned_abs()))
}

/// Settings that were found to be right.
#[derive(Clone)]
pub(crate) struct Checked {
    pub(crate) keys: Keys,
    pub(crate) base: String,
    pub(crate) language: Option<String>,
    pub(crate) zone: Option<Zone>,
    pub(crate) timeout: Option<Duration>,
    pub(crate) most_bytes: u64,
}

impl Settings {
    /// # Errors
    /// [`Error::Params`] with everything that is wrong with them.
    pub(crate) fn checked(&self) -> Result<Checked, Error> {
        let mut problems = Vec::new();
        let mut note = |path: &str, result: Result<(), String>| {
            if let Err(message) = result {
                problems.push(Problem::new(path, message));
            }
        };
        let base = self.base_url.as_deref().unwrap_or(BASE_URL).trim_end_matches('/');
        let mut base_checked = check_base(base);
        let keys = [
            ("api_key", Some(&self.api_key)),
            ("write_key", self.write_key.as_ref()),
            ("developer_key", self.developer_key.as_ref()),
        ];
        for (name, key) in keys {
            let Some(key) = key else { continue };
            note(name, check_key(key));
            if Key(key.clone()).is_in(base) {
                base_checked = Err("holds the key, which travels in a header only; take it out".to_owned());
            }
        }
        note("base_url", base_checked);
        // The vendor's connector sends `de` for `de_DE`.
        let language =
            self.language.as_deref().map(|text| text.split(['_', '-']).next().unwrap_or_default().to_ascii_lowercase());
        if let Some(language) = &language
            && !(2..=3).contains(&language.len()) | !language.bytes().all(|byte| byte.is_ascii_lowercase())
        {
            note("language", Err(format!("expected a language such as `de`, got {}", quoted(language))));
        }
        if self.operator.as_deref().is_some_and(|operator| operator.contains('\0')) {
            note("operator", Err("contains a NUL character; take it out".to_owned()));
        }
        let zone = self.zone.as_deref().and_then(Zone::parse);
        if let (Some(text), None) = (&self.zone, zone) {
            note(
                "zone",
                Err(format!("expected a zone such as `Europe/Berlin`, `UTC` or `+02:00`, got {}", quoted(text))),
            );
        }
        for (name, time) in [("timeout", self.timeout), ("total_timeout", self.total_timeout)] {
            if time.is_some_and(|time| time.is_zero()) {
                note(name, Err("no time at all is left for an answer; expected more than 0".to_owned()));
            }
        }
        if !problems.is_empty() {
            return Err(Error::Params { function: "client".to_owned(), problems });
        }
        let unknown = |key: &String| Keyed::new(key, Permission::Unknown);
        Ok(Checked {
            keys: Keys {
                main: Keyed::new(&self.api_key, self.permission),
                write: self.write_key.as_ref().map(unknown),
                developer: self.developer_key.as_ref().map(unknown),
                writing: self.may_write(),
            },
            base: base.to_owned(),
            language,
            zone,
            timeout: Some(self.timeout.unwrap_or(PATIENCE)).filter(|time| *time != Duration::MAX),
            most_bytes: self.most_bytes.unwrap_or(MOST_BYTES),
        })
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hidden = |key: &Option<String>| key.as_deref().map(redacted);
        f.debug_struct("Settings")
            .field("api_key", &redacted(&self.api_key))
            .field("write_key", &hidden(&self.write_key))
            .field("developer_key", &hidden(&self.developer_key))
            .field("permission", &self.permission)
            .field("writing", &self.writing)
            .field("base_url", &self.base_url)
            .field("language", &self.language)
            .field("operator", &self.operator)
            .field("zone", &self.zone)
            .field("timeout", &self.timeout)
            .field("total_timeout", &self.total_timeout)
            .field("retry", &self.retry)
            .field("most_bytes", &self.most_bytes)
            .field("budget", &self.budget)
            .field("bodies", &self.bodies)
            .field("hide", &self.hide)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for PerCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PerCall")
            .field("api_key", &self.api_key.as_deref().map(redacted))
            .field("language", &self.language)
            .field("operator", &self.operator)
            .field("timeout", &self.timeout)
            .field("total_timeout", &self.total_timeout)
            .field("retries", &self.retries)
            .finish()
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

pub(crate) fn is_this_machine(authority: &str) -> bool {
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
