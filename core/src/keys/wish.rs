//! What kind of key an application asks for.

use crate::catalogue::api_keys::RequestApiKey;
use crate::options::read_all;
use crate::settings::is_this_machine;
use crate::wire::check::check;
use crate::wire::send::Function;
use crate::{Problem, Value};

/// What kind of key an application asks for, and where the user goes afterwards.
///
/// ```
/// use digistore24::keys::Wish;
///
/// let wish = Wish { permissions: "writable".into(), ..Wish::new("https://shop.example.org/connected") };
/// assert!(wish.problems().is_empty());
/// assert_eq!(Wish::new("http://localhost/").problems().len(), 1);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// `read-only` unless changed, or `writable`. Vendor texts say `read-only`; the vendor's PHP class (2022) and a library
    /// revised after live use (2025) send `readonly`. Should the service decline the one, send the other.
    pub permissions: String,
    /// Where the user comes back to: a public https address. `__TOKEN__` in it is replaced by the request token, which
    /// then stands in the logs of whoever serves that address.
    pub return_url: String,
    /// Where the user goes after cancelling; `return_url` unless given.
    pub cancel_url: Option<String>,
    /// The site that is stored with the key, which `return_url` has to begin with; its domain unless given.
    pub site_url: Option<String>,
    /// Free text.
    pub comment: Option<String>,
}

impl Wish {
    /// The function that begins it.
    pub const FUNCTION: &'static str = "requestApiKey";

    /// A key that reads.
    pub fn new(return_url: impl Into<String>) -> Wish {
        Wish {
            permissions: "read-only".to_owned(),
            return_url: return_url.into(),
            cancel_url: None,
            site_url: None,
            comment: None,
        }
    }

    /// The parameters of `requestApiKey`.
    pub fn parameters(&self) -> Value {
        let always = [("permissions", Some(&self.permissions)), ("return_url", Some(&self.return_url))];
        let more = [
            ("cancel_url", self.cancel_url.as_ref()),
            ("site_url", self.site_url.as_ref()),
            ("comment", self.comment.as_ref()),
        ];
        let given = always.into_iter().chain(more).filter_map(|(name, text)| Some((name, text?)));
        Value::Map(given.map(|(name, text)| (name.to_owned(), Value::Text(text.clone()))).collect())
    }

    /// Everything that is wrong with it, as far as it is known before it is sent.
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = check(Some(<RequestApiKey as Function>::SPEC), &self.parameters()).err().unwrap_or_default();
        let addresses = [
            ("return_url", Some(&self.return_url)),
            ("cancel_url", self.cancel_url.as_ref()),
            ("site_url", self.site_url.as_ref()),
        ];
        for (name, url) in addresses {
            if !url.is_none_or(|url| is_public(url)) {
                let message = "expected a public address with https://; the service takes no other";
                problems.push(Problem::new(name, message));
            }
        }
        if self.site_url.as_ref().is_some_and(|site| !self.return_url.starts_with(site.as_str())) {
            problems.push(Problem::new("site_url", "`return_url` has to begin with it"));
        }
        problems
    }
}

/// Whether the service may take it: with https, and not this machine.
fn is_public(url: &str) -> bool {
    let host = url.strip_prefix("https://").and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    !host.is_empty() && !is_this_machine(host)
}

/// A wish from options by name: `return_url`, and if need be `permissions`, `cancel_url`, `site_url` and `comment`.
///
/// # Errors
/// Everything that is wrong with them.
pub fn wish_of(options: &Value) -> Result<Wish, Vec<Problem>> {
    read_all(options, |options| {
        options.require("return_url", "the public https address that the user comes back to");
        // Where there is none, that is all there is to say of it.
        let return_url = options.text("return_url").or(options.text("site_url")).unwrap_or("https://www.example.com");
        let mut wish = Wish::new(return_url);
        if let Some(permissions) = options.text("permissions") {
            wish.permissions = permissions.to_owned();
        }
        let mut more = |name| options.text(name).map(str::to_owned);
        (wish.cancel_url, wish.site_url, wish.comment) = (more("cancel_url"), more("site_url"), more("comment"));
        let problems = wish.problems();
        options.took(if problems.is_empty() { Ok(wish) } else { Err(problems) })
    })
}
