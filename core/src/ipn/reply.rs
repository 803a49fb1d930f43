//! What to answer a notification with.

use std::fmt;

use crate::Problem;
use crate::value::quoted;

/// Labels that mean something to the service; with `_2`, `_3` and so on the first three do as well.
const RESERVED: &[&str] = &["username", "password", "loginurl", "thankyou_url", "headline", "show_on", "hide_on"];

/// The answer to a notification: `OK`, and below it what the buyer gets to see.
///
/// Success is HTTP status 200 with a text whose first line is exactly `OK`; depending on the connection one or the
/// other decides. The further lines are the vendor's documentation and sample receiver: plain text, one `label: value`
/// per line, no HTML. What that form cannot carry is refused by [`text`](Reply::text), all of it at once.
///
/// The service shows the data on its receipt page. It mails them only when the connection sends "before redirect to
/// thank-you page" and does not group by upsells (vendor's sample receiver).
///
/// ```
/// use digistore24::ipn::Reply;
///
/// let reply = Reply::ok()
///     .headline("Your access")
///     .account("anna", "s3cret", "https://example.org/login")
///     .line("Licence key", "ABCD-1234");
/// assert_eq!(
///     reply.text().unwrap(),
///     "OK\nheadline: Your access\nusername: anna\npassword: s3cret\nloginurl: https://example.org/login\n\
///      Licence key: ABCD-1234"
/// );
/// assert!(Reply::ok().line("Note", "one\nheadline: two").text().is_err());
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Reply {
    thankyou_url: Option<String>,
    headline: Option<String>,
    show_on: Vec<String>,
    hide_on: Vec<String>,
    accounts: Vec<[String; 3]>,
    lines: Vec<(String, String)>,
}

impl Reply {
    /// `OK` and nothing else.
    pub fn ok() -> Reply {
        Reply::default()
    }

    /// Where the buyer is sent instead of the page the product names. It has to be https.
    pub fn thankyou_url(mut self, url: impl Into<String>) -> Reply {
        self.thankyou_url = Some(url.into());
        self
    }

    /// Access data. Further accounts get the numbers 2, 3 and so on. An empty text leaves its line out.
    pub fn account(
        mut self,
        username: impl Into<String>,
        password: impl Into<String>,
        loginurl: impl Into<String>,
    ) -> Reply {
        self.accounts.push([username.into(), password.into(), loginurl.into()]);
        self
    }

    /// The heading above the data, instead of a general one.
    pub fn headline(mut self, text: impl Into<String>) -> Reply {
        self.headline = Some(text.into());
        self
    }

    /// Where the data are shown: `all`, `none`, or some of `invoice`, `receipt_page`, `order_confirmation_email`.
    /// Without this and [`hide_on`](Reply::hide_on) they are shown everywhere.
    pub fn show_on<T: Into<String>>(mut self, places: impl IntoIterator<Item = T>) -> Reply {
        self.show_on.extend(places.into_iter().map(T::into));
        self
    }

    /// Where the data are not shown, in the same words.
    pub fn hide_on<T: Into<String>>(mut self, places: impl IntoIterator<Item = T>) -> Reply {
        self.hide_on.extend(places.into_iter().map(T::into));
        self
    }

    /// A line that is shown as it stands, for example a licence key.
    pub fn line(mut self, label: impl Into<String>, value: impl Into<String>) -> Reply {
        self.lines.push((label.into(), value.into()));
        self
    }

    /// The text to send, with status 200 and as `text/plain; charset=utf-8`.
    ///
    /// # Errors
    /// Everything the form cannot carry: line breaks and other control characters, HTML, white space around a value, a
    /// label with a colon or one that means something else, addresses without https.
    pub fn text(&self) -> Result<String, Vec<Problem>> {
        let problems = self.problems();
        if !problems.is_empty() {
            return Err(problems);
        }
        let mut text = "OK".to_owned();
        for (label, value) in self.pairs() {
            text.extend(["\n", &label, ": ", &value]);
        }
        Ok(text)
    }

    /// What the answer does, in sentences, for a log or a page of settings. Passwords are not shown.
    pub fn preview(&self) -> String {
        let mut said = vec!["The message is confirmed.".to_owned()];
        if let Some(url) = &self.thankyou_url {
            said.push(format!("The buyer is sent to {url}."));
        }
        let mut data = Vec::new();
        for [username, password, loginurl] in &self.accounts {
            let mut account = Vec::new();
            if !username.is_empty() {
                account.push(format!("user name {username}"));
            }
            if !password.is_empty() {
                account.push("a password".to_owned());
            }
            if !loginurl.is_empty() {
                account.push(format!("login at {loginurl}"));
            }
            data.push(account.join(", "));
        }
        data.extend(self.lines.iter().map(|(label, value)| format!("{label}: {value}")));
        if !data.is_empty() {
            let headline = self.headline.as_deref().map(|text| format!(" under \"{text}\"")).unwrap_or_default();
            said.push(format!("The buyer sees{headline}: {}.", data.join("; ")));
            if !self.show_on.is_empty() {
                said.push(format!("Shown on: {}.", self.show_on.join(", ")));
            }
            if !self.hide_on.is_empty() {
                said.push(format!("Not shown on: {}.", self.hide_on.join(", ")));
            }
        }
        for problem in self.problems() {
            said.push(format!("It cannot be sent: {problem}."));
        }
        said.join(" ")
    }

    /// The lines below `OK`.
    fn pairs(&self) -> Vec<(String, String)> {
        let mut pairs = Vec::new();
        let mut add = |label: String, value: &str| pairs.push((label, value.to_owned()));
        if let Some(url) = &self.thankyou_url {
            add("thankyou_url".to_owned(), url);
        }
        if let Some(text) = &self.headline {
            add("headline".to_owned(), text);
        }
        for (label, places) in [("show_on", &self.show_on), ("hide_on", &self.hide_on)] {
            if !places.is_empty() {
                add(label.to_owned(), &places.join(","));
            }
        }
        for (account, number) in self.accounts.iter().zip(1..) {
            for (label, value) in ["username", "password", "loginurl"].iter().zip(account) {
                if !value.is_empty() {
                    add(if number == 1 { (*label).to_owned() } else { format!("{label}_{number}") }, value);
                }
            }
        }
        for (label, value) in &self.lines {
            add(label.clone(), value);
        }
        pairs
    }

    fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut note = |path: &str, message: String| problems.push(Problem::new(path, message));
        for (label, value) in self.pairs() {
            if let Some(message) = unfit(&label, &value) {
                note(&label, message);
            }
        }
        for (account, number) in self.accounts.iter().zip(1..) {
            if account.iter().all(String::is_empty) {
                note(&format!("account {number}"), "is empty; leave it out".to_owned());
            }
        }
        let mut seen: Vec<&str> = Vec::new();
        for (label, _) in &self.lines {
            if let Some(message) = unfit_label(label) {
                note(label, message);
            } else if seen.contains(&label.as_str()) {
                note(label, "comes twice; number the labels, so that none replaces the other".to_owned());
            }
            seen.push(label);
        }
        for (label, places) in [("show_on", &self.show_on), ("hide_on", &self.hide_on)] {
            for place in places.iter().filter(|place| !is_word(place)) {
                let words = "`all`, `none`, `invoice`, `receipt_page` or `order_confirmation_email`";
                note(label, format!("expected {words}, got {}", quoted(place)));
            }
            if places.len() > 1 && places.iter().any(|place| place == "all" || place == "none") {
                note(label, "`all` and `none` stand alone".to_owned());
            }
        }
        if let Some(both) = self.show_on.iter().find(|place| self.hide_on.contains(place)) {
            note("hide_on", format!("contradicts `show_on` about {}; name it once", quoted(both)));
        }
        problems
    }
}

/// User names, addresses and labels are shown; values of lines and passwords are not.
impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pairs = self.pairs();
        let shown = |label: &str| RESERVED.iter().any(|word| *word != "password" && numbered(label, word));
        f.debug_map()
            .entries(pairs.iter().map(|(label, value)| (label, if shown(label) { value.as_str() } else { "…" })))
            .finish()
    }
}

/// What keeps a value from travelling.
fn unfit(label: &str, value: &str) -> Option<String> {
    let is_password = numbered(label, "password");
    let got = |value: &str| if is_password { String::new() } else { format!(", got {}", quoted(value)) };
    if value.contains(breaks_line) {
        return Some("holds a line break or another control character, which would begin a line of its own".to_owned());
    }
    if value.is_empty() {
        return Some("is empty; leave the line out".to_owned());
    }
    if value.trim() != value {
        return Some(format!("begins or ends with white space, which gets lost on the way; cut it off{}", got(value)));
    }
    if has_tag(value) {
        return Some(format!("holds HTML, which buyers would see as it stands; expected plain text{}", got(value)));
    }
    let is_address = numbered(label, "loginurl") || label == "thankyou_url";
    if is_address && !is_https(value) {
        return Some(format!("expected an address that begins with https://{}", got(value)));
    }
    None
}

/// What keeps a label from standing before a colon.
fn unfit_label(label: &str) -> Option<String> {
    if label.trim().is_empty() {
        Some("a line needs a label".to_owned())
    } else if label.contains(breaks_line) {
        Some("the label holds a line break or another control character".to_owned())
    } else if label.trim() != label {
        Some("the label begins or ends with white space; cut it off".to_owned())
    } else if label.contains(':') {
        Some("the label holds a colon, where the value would begin; take it out".to_owned())
    } else if has_tag(label) {
        Some("the label holds HTML; expected plain text".to_owned())
    } else {
        let word = RESERVED.iter().find(|word| numbered(&label.to_ascii_lowercase(), word))?;
        Some(format!("the label means something to the service; use the method for `{word}`, or another label"))
    }
}

/// Whether a label is that word, with or without a number behind it.
fn numbered(label: &str, word: &str) -> bool {
    let number = |rest: &str| {
        let digits = rest.strip_prefix('_').unwrap_or(rest);
        digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    label.strip_prefix(word).is_some_and(number)
}

fn breaks_line(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// Whether a browser would take something in it for a tag. A lone `<` is none.
fn has_tag(text: &str) -> bool {
    text.match_indices('<').any(|(at, _)| {
        text.get(at + 1..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c)))
    })
}

fn is_https(url: &str) -> bool {
    url.strip_prefix("https://").is_some_and(|rest| {
        !rest.starts_with(['/', ':', '?', '#', '@']) && !rest.is_empty() && !rest.contains(char::is_whitespace)
    })
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}
