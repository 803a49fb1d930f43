//! The API key, which never shows itself.

use std::fmt;

/// An API key that does not show itself.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct Key(pub(crate) String);

impl Key {
    /// Whether a text holds the key, or its secret part.
    pub(crate) fn is_in(&self, text: &str) -> bool {
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
pub(crate) fn check_key(key: &str) -> Result<(), String> {
    if key.is_empty() {
        Err("the key is empty; create one in your Digistore24 account under Settings, Account access, API keys"
            .to_owned())
    } else if !key.bytes().all(|byte| byte.is_ascii_graphic()) {
        Err("the key holds a space, a line break or another character that no key has; copy it again".to_owned())
    } else {
        Ok(())
    }
}
