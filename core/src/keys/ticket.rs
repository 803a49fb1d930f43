//! What a request for a key comes to.

use std::fmt;

use crate::{Problem, Value};

/// What a request for a key comes to: where the user approves, and what the key is collected with.
///
/// The token is a secret, and all that is needed later: store it **before** the user goes to the address. A key that was
/// approved can be collected by nobody who does not have it. The `Debug` form hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct Ticket {
    url: String,
    token: String,
}

impl Ticket {
    /// Reads what `requestApiKey` answers.
    ///
    /// # Errors
    /// What is missing, or an address that is not https: a browser does more with others than to show a page.
    pub fn read(data: &Value) -> Result<Ticket, Problem> {
        let text = |name: &str| data.get(name).and_then(Value::as_str).map(str::trim).unwrap_or_default();
        let (url, token) = (text("request_url"), text("request_token"));
        if token.is_empty() {
            return Err(Problem::new("request_token", "is missing in the answer, so no key could be collected"));
        }
        let opens = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\'' | b'<' | b'>' | b'\\' | b'`');
        if !url.starts_with("https://") || !url.bytes().all(opens) {
            return Err(Problem::new("request_url", "is not an address with https:// that a browser may open"));
        }
        Ok(Ticket { url: url.to_owned(), token: token.to_owned() })
    }

    /// Where the user approves.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// What the key is collected with.
    pub fn token(&self) -> &str {
        &self.token
    }
}

impl fmt::Debug for Ticket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ticket").field("url", &self.url.replace(&self.token, "…")).field("token", &"…").finish()
    }
}

/// `request_url` and `request_token`.
impl From<&Ticket> for Value {
    fn from(ticket: &Ticket) -> Value {
        Value::from([("request_url", ticket.url.as_str().into()), ("request_token", ticket.token.as_str().into())])
    }
}

/// The ticket in an answer, as the bindings hand it over.
///
/// # Errors
/// As [`Ticket::read`].
pub fn ticket_of(data: &Value) -> Result<Ticket, Vec<Problem>> {
    Ticket::read(data).map_err(|problem| vec![problem])
}
