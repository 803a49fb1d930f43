//! What to answer a notification with.

use std::fmt;

use crate::Problem;
use crate::amount::push_digits;
use crate::value::quoted;
use crate::wire::form;

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
    /// In the order of the words.
    steps: Vec<(Word, String)>,
}

/// What a step says, in the order in which [`preview`](Reply::preview) tells it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd)]
enum Word {
    ThankyouUrl,
    Headline,
    Username,
    Password,
    Loginurl,
    Label,
    Value,
    ShowOn,
    HideOn,
}

/// How bindings and the service spell them, in the same order.
const WORDS: [(Word, &str); 9] = [
    (Word::ThankyouUrl, "thankyou_url"),
    (Word::Headline, "headline"),
    (Word::Username, "username"),
    (Word::Password, "password"),
    (Word::Loginurl, "loginurl"),
    (Word::Label, "label"),
    (Word::Value, "value"),
    (Word::ShowOn, "show_on"),
    (Word::HideOn, "hide_on"),
];

impl Reply {
    /// `OK` and nothing else.
    pub fn ok() -> Reply {
        Reply::default()
    }

    /// The reply that these steps build, which is how bindings hand one over: `headline=Welcome&show_on=invoice`. An
    /// account takes `username`, `password` and `loginurl`, and a line takes `label` and `value`.
    pub fn from_form(steps: &[u8]) -> Reply {
        let mut reply = Reply::ok();
        for step in form::pairs(steps) {
            for (word, spelled) in WORDS {
                if *step.name == *spelled.as_bytes() {
                    reply.say(word, String::from_utf8_lossy(&step.value).into_owned());
                }
            }
        }
        reply
    }

    /// Where the buyer is sent instead of the page the product names. It has to be https.
    pub fn thankyou_url(mut self, url: impl Into<String>) -> Reply {
        self.say(Word::ThankyouUrl, url.into());
        self
    }

    /// Access data. Further accounts get the numbers 2, 3 and so on. An empty text leaves its line out.
    pub fn account(
        mut self,
        username: impl Into<String>,
        password: impl Into<String>,
        loginurl: impl Into<String>,
    ) -> Reply {
        self.say(Word::Username, username.into());
        self.say(Word::Password, password.into());
        self.say(Word::Loginurl, loginurl.into());
        self
    }

    /// The heading above the data, instead of a general one.
    pub fn headline(mut self, text: impl Into<String>) -> Reply {
        self.say(Word::Headline, text.into());
        self
    }

    /// Where the data are shown: `all`, `none`, or some of `invoice`, `receipt_page`, `order_confirmation_email`.
    /// Without this and [`hide_on`](Reply::hide_on) they are shown everywhere.
    pub fn show_on<T: Into<String>>(mut self, places: impl IntoIterator<Item = T>) -> Reply {
        for place in places {
            self.say(Word::ShowOn, place.into());
        }
        self
    }

    /// Where the data are not shown, in the same words.
    pub fn hide_on<T: Into<String>>(mut self, places: impl IntoIterator<Item = T>) -> Reply {
        for place in places {
            self.say(Word::HideOn, place.into());
        }
        self
    }

    /// A line that is shown as it stands, for example a licence key.
    pub fn line(mut self, label: impl Into<String>, value: impl Into<String>) -> Reply {
        self.say(Word::Label, label.into());
        self.say(Word::Value, value.into());
        self
    }

    /// The text to send, with status 200 and as `text/plain; charset=utf-8`.
    ///
    /// # Errors
    /// Everything the form cannot carry: line breaks and other control characters, HTML, white space around a value, a
    /// label with a colon or one that means something else, addresses without https.
    pub fn text(&self) -> Result<String, Vec<Problem>> {
        self.told().1
    }

    /// What the answer does, in sentences, for a log or a page of settings. Passwords are not shown.
    pub fn preview(&self) -> String {
        self.told().0
    }

    /// [`preview`](Reply::preview) and [`text`](Reply::text) in one, for bindings.
    pub fn told(&self) -> (String, Result<String, Vec<Problem>>) {
        let mut told = Told::default();
        told.head.push_str("OK");
        told.preview.push_str("The message is confirmed");
        let mut label = "";
        for ((word, text), at) in self.steps.iter().zip(0..) {
            match word {
                Word::ThankyouUrl => {
                    told.check("thankyou_url", text);
                    push(&mut told.head, "\nthankyou_url: ", text, "");
                    push(&mut told.preview, ". The buyer is sent to ", text, "");
                }
                Word::Headline => {
                    told.check("headline", text);
                    push(&mut told.head, "\nheadline: ", text, "");
                    push(&mut told.under, " under \"", text, "\"");
                }
                Word::Username => {
                    told.accounts += 1;
                    told.goes_on = false;
                    told.access(*word, "user name ", text);
                }
                Word::Password => told.access(*word, "a password", text),
                Word::Loginurl => {
                    told.access(*word, "login at ", text);
                    if !told.goes_on {
                        let mut path = "account ".to_owned();
                        push_digits(told.accounts as u64, 1, &mut path);
                        told.note(&path, "is empty; leave it out", "", "");
                    }
                }
                Word::Label => {
                    label = text;
                    told.check_label(label, self.has(at, Word::Label, label));
                }
                Word::Value => {
                    told.goes_on = false;
                    told.line(label, text, label, ": ", text);
                }
                Word::ShowOn | Word::HideOn => {
                    told.place(*word, text);
                    if *word == Word::HideOn && self.has(at, Word::ShowOn, text) {
                        told.note("hide_on", "contradicts `show_on` about ", &quoted(text), "; name it once");
                    }
                }
            }
        }
        told.finish()
    }

    fn say(&mut self, word: Word, text: String) {
        // What belongs together stays together.
        let last = match word {
            Word::Username | Word::Password => Word::Loginurl,
            Word::Label => Word::Value,
            _ => word,
        };
        let mut at = 0;
        for (said, before) in &mut self.steps {
            if *said == word && word <= Word::Headline {
                *before = text;
                return;
            }
            if *said <= last {
                at += 1;
            }
        }
        self.steps.insert(at, (word, text));
    }

    /// Whether one of the first steps says this.
    fn has(&self, among: usize, word: Word, text: &str) -> bool {
        self.steps.get(..among).unwrap_or_default().iter().any(|(said, other)| *said == word && other == text)
    }
}

impl Word {
    fn spelled(self) -> &'static str {
        WORDS.get(self as usize).map_or("", |(_, spelled)| spelled)
    }
}

/// User names, addresses and labels are shown; values of lines and passwords are not.
impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |(word, text): &(Word, String)| match word {
            Word::Password | Word::Value => (word.spelled(), "…".to_owned()),
            _ => (word.spelled(), text.clone()),
        };
        f.debug_map().entries(self.steps.iter().map(shown)).finish()
    }
}

/// What comes of the steps, while they are gone through.
#[derive(Default)]
struct Told {
    /// The text down to the headline, the places, and the lines below them.
    head: String,
    places: String,
    lines: String,
    /// The preview down to the data, what they are under, they themselves, and where they are shown.
    preview: String,
    under: String,
    data: String,
    shown: String,
    problems: Vec<Problem>,
    /// How many accounts have begun, and whether what comes next belongs to the one before.
    accounts: usize,
    goes_on: bool,
    /// The word of the place before, and whether one of its places stands alone.
    before: Option<Word>,
    alone: bool,
}

impl Told {
    fn finish(mut self) -> (String, Result<String, Vec<Problem>>) {
        if !self.data.is_empty() {
            push(&mut self.preview, ". The buyer sees", &self.under, ": ");
            push(&mut self.preview, &self.data, &self.shown, "");
        }
        for Problem { path, message } in &self.problems {
            push(&mut self.preview, ". It cannot be sent: ", path, if path.is_empty() { "" } else { ": " });
            self.preview.push_str(message);
        }
        self.preview.push('.');
        push(&mut self.head, &self.places, &self.lines, "");
        (self.preview, if self.problems.is_empty() { Ok(self.head) } else { Err(self.problems) })
    }

    /// Adds a problem, whose message comes in up to three pieces.
    fn note(&mut self, path: &str, message: &str, middle: &str, rest: &str) {
        let mut problem = Problem { path: path.to_owned(), message: String::new() };
        push(&mut problem.message, message, middle, rest);
        self.problems.push(problem);
    }

    /// A line below, and what the preview says of it.
    fn line(&mut self, label: &str, text: &str, intro: &str, colon: &str, shown: &str) {
        self.check(label, text);
        push(&mut self.lines, "\n", label, ": ");
        self.lines.push_str(text);
        if !self.data.is_empty() {
            self.data.push_str(if self.goes_on { ", " } else { "; " });
        }
        push(&mut self.data, intro, colon, shown);
    }

    /// A line of an account.
    fn access(&mut self, word: Word, intro: &str, text: &str) {
        if text.is_empty() {
            return;
        }
        let mut label = word.spelled().to_owned();
        if self.accounts > 1 {
            label.push('_');
            push_digits(self.accounts as u64, 1, &mut label);
        }
        self.line(&label, text, intro, "", if word == Word::Password { "" } else { text });
        self.goes_on = true;
    }

    fn place(&mut self, word: Word, place: &str) {
        let again = self.before.replace(word) == Some(word);
        let (line, shown) = match word {
            _ if again => (",", ", "),
            Word::ShowOn => ("\nshow_on: ", ". Shown on: "),
            _ => ("\nhide_on: ", ". Not shown on: "),
        };
        push(&mut self.places, line, place, "");
        push(&mut self.shown, shown, place, "");
        if !is_word(place) {
            let words = "expected `all`, `none`, `invoice`, `receipt_page` or `order_confirmation_email`, got ";
            self.note(word.spelled(), words, &quoted(place), "");
        }
        self.alone = self.alone && again || matches!(place, "all" | "none");
        if self.alone && again {
            self.note(word.spelled(), "`all` and `none` stand alone", "", "");
            self.alone = false;
        }
    }

    /// What keeps a value from travelling.
    fn check(&mut self, label: &str, value: &str) {
        let is_address = is(label, "loginurl") || is(label, "thankyou_url");
        let what = match fault(value) {
            _ if value.is_empty() => return self.note(label, "is empty; leave the line out", "", ""),
            "" if is_address && !is_https(value) => "expected an address that begins with https://",
            "" => return,
            what => what,
        };
        if is(label, "password") {
            self.note(label, what, "", "");
        } else {
            self.note(label, what, ", got ", &quoted(value));
        }
    }

    /// What keeps a label from standing before a colon.
    fn check_label(&mut self, label: &str, twice: bool) {
        let reserved = |word: &&(Word, &str)| !matches!(word.0, Word::Label | Word::Value) && is(label, word.1);
        let what = fault(label);
        if label.is_empty() {
            self.note(label, "a line needs a label", "", "");
        } else if !what.is_empty() {
            self.note(label, "the label ", what, "");
        } else if label.as_bytes().contains(&b':') {
            self.note(label, "the label holds a colon, where the value would begin; take it out", "", "");
        } else if let Some((_, word)) = WORDS.iter().find(reserved) {
            let what = "the label means something to the service; use the method for `";
            self.note(label, what, word, "`, or another label");
        } else if twice {
            self.note(label, "comes twice; number the labels, so that none replaces the other", "", "");
        }
    }
}

/// What neither a label nor a value may hold.
fn fault(text: &str) -> &'static str {
    if text.chars().any(breaks_line) {
        "holds a line break or another control character, which would begin a line of its own"
    } else if has_blank_ends(text) {
        "begins or ends with white space, which gets lost on the way; cut it off"
    } else if has_tag(text) {
        "holds HTML, which buyers would see as it stands; expected plain text"
    } else {
        ""
    }
}

/// Whether a label is that word, in letters of either case, with or without a number behind it.
fn is(label: &str, word: &str) -> bool {
    label.as_bytes().split_at_checked(word.len()).is_some_and(|(same, number)| {
        let digits = number.strip_prefix(b"_").unwrap_or(number);
        same.eq_ignore_ascii_case(word.as_bytes()) && digits.iter().all(u8::is_ascii_digit)
    })
}

fn breaks_line(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

fn has_blank_ends(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(char::is_whitespace) || chars.next_back().is_some_and(char::is_whitespace)
}

/// Whether a browser would take something in it for a tag. A lone `<` is none.
fn has_tag(text: &str) -> bool {
    let begins = |next: u8| next.is_ascii_alphabetic() || matches!(next, b'/' | b'!' | b'?');
    text.as_bytes().windows(2).any(|pair| matches!(pair, [b'<', next] if begins(*next)))
}

fn is_https(url: &str) -> bool {
    let Some(rest) = url.strip_prefix("https://") else { return false };
    !matches!(rest.as_bytes(), [] | [b'/' | b':' | b'?' | b'#' | b'@', ..]) && !rest.chars().any(char::is_whitespace)
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

fn push(out: &mut String, text: &str, middle: &str, rest: &str) {
    out.push_str(text);
    out.push_str(middle);
    out.push_str(rest);
}
