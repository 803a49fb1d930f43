//! How values travel: what the tables of the catalogue say about a function, its parameters and its answer.

pub(crate) mod check;
pub mod form;
pub mod json;
pub(crate) mod scan;
pub(crate) mod send;
pub(crate) mod tidy;
pub mod value;
pub(crate) mod view;
pub mod walk;

/// One function of the service: a row of the catalogue.
#[derive(Debug)]
pub struct Spec {
    /// The name on the wire, which is also the JavaScript method.
    pub name: &'static str,
    /// The verb of the vendor's OpenAPI document. Documentation only: every call is sent as POST.
    pub verb: Verb,
    /// The kind of key the function asks for.
    pub access: Access,
    /// Whether a developer key is enough, beside the kind of key that [`Spec::access`] names.
    pub developer: bool,
    /// Whether the same call may be sent again after a lost answer.
    pub repeat: Repeat,
    /// Whether parameters beyond the documented ones are passed on unchecked, because little is known of the function.
    pub open: bool,
    /// The parameters.
    pub arguments: &'static Shape,
    /// What a successful answer holds in `data`.
    pub returns: Kind,
    /// The description in Markdown, first line a sentence of its own.
    #[cfg(feature = "docs")]
    pub doc: &'static str,
}

/// The verb a vendor document draws for a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// GET
    Get,
    /// POST
    Post,
    /// PUT
    Put,
    /// DELETE
    Delete,
    /// No document names one.
    Unknown,
}

/// The kind of key that is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// A read-only key is enough.
    Read,
    /// A key with full access.
    Write,
    /// A developer key, and only that.
    Developer,
}

/// Whether a call may be repeated after its answer was lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// A repetition changes nothing more.
    Safe,
    /// A repetition may charge, refund, mail, create or use up a second time.
    Once,
}

/// Named fields: the parameters of a function, a group of parameters, or a record of an answer.
#[derive(Debug)]
pub struct Shape {
    /// The name of the type in Rust, TypeScript and the Python stubs.
    #[cfg(feature = "docs")]
    pub name: &'static str,
    /// The fields in the order of the catalogue.
    pub fields: &'static [Field],
    /// The description.
    #[cfg(feature = "docs")]
    pub doc: &'static str,
}

/// One field of a [`Shape`].
#[derive(Debug)]
pub struct Field {
    /// The name on the wire, misspelled where the service misspells it.
    pub name: &'static str,
    /// What it holds and how that travels.
    pub kind: Kind,
    /// Whether a call without it makes no sense. Always false in answers.
    pub required: bool,
    /// What is known beyond the kind.
    pub limits: &'static Limits,
    /// The description.
    #[cfg(feature = "docs")]
    pub doc: &'static str,
}

/// What a value may be, beyond its kind.
#[derive(Debug, PartialEq)]
pub struct Limits {
    /// What the service takes when the field is left out, as documented.
    pub default: Option<&'static str>,
    /// The smallest whole number.
    pub min: Option<i64>,
    /// The largest whole number.
    pub max: Option<i64>,
    /// The most characters.
    pub max_len: Option<usize>,
    /// How many decimals an amount may have.
    pub digits: u8,
    /// Whether an amount has to be above zero.
    pub positive: bool,
    /// Whether an amount of zero would change nothing and is surely a slip.
    pub nonzero: bool,
    /// Another spelling under which the field may arrive or be asked for.
    pub also: Option<&'static str>,
    /// Whether it holds a key or a passphrase, which is never shown in logs, errors and printed records.
    pub secret: bool,
    /// Values that mean the service did not do what was asked, although the answer is a success.
    pub fails: &'static [&'static str],
}

pub(crate) static NO_LIMITS: Limits = Limits::NONE;

impl Limits {
    /// No limits but two decimals for amounts.
    pub const NONE: Limits = Limits {
        default: None,
        min: None,
        max: None,
        max_len: None,
        digits: 2,
        positive: false,
        nonzero: false,
        also: None,
        secret: false,
        fails: &[],
    };

    pub(crate) const fn default(mut self, text: &'static str) -> Self {
        self.default = Some(text);
        self
    }

    pub(crate) const fn min(mut self, least: i64) -> Self {
        self.min = Some(least);
        self
    }

    pub(crate) const fn max(mut self, most: i64) -> Self {
        self.max = Some(most);
        self
    }

    pub(crate) const fn max_len(mut self, characters: usize) -> Self {
        self.max_len = Some(characters);
        self
    }

    pub(crate) const fn digits(mut self, decimals: u8) -> Self {
        self.digits = decimals;
        self
    }

    pub(crate) const fn positive(mut self) -> Self {
        self.positive = true;
        self
    }

    pub(crate) const fn nonzero(mut self) -> Self {
        self.nonzero = true;
        self
    }

    pub(crate) const fn also(mut self, name: &'static str) -> Self {
        self.also = Some(name);
        self
    }

    pub(crate) const fn secret(mut self) -> Self {
        self.secret = true;
        self
    }

    pub(crate) const fn fails(mut self, values: &'static [&'static str]) -> Self {
        self.fails = values;
        self
    }
}

/// What a field holds.
///
/// Sent strictly, received leniently: the same kind checks a parameter before it leaves and tidies an answer that arrives.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Anything; nothing better is known.
    Any,
    /// Text.
    Text,
    /// A number or code that names a record; always text on our side, since e-ticket numbers have 20 digits.
    Id,
    /// A whole number.
    Integer,
    /// An exact decimal in major units: money, or a rate in percent.
    Amount,
    /// Yes or no: `Y`/`N` on the wire.
    Flag,
    /// A day with or without a time of day, as answers carry it.
    Time,
    /// A point in time as a parameter: `2026-10-05 14:00:00`, `now`, `-3d`, ISO 8601 with an offset.
    Moment,
    /// A day as a parameter: `2026-10-05`, `now`, `today` or relative.
    Day,
    /// A month: `2026-10`.
    Month,
    /// Several values in one text, joined by commas.
    Joined,
    /// One of some words.
    Choice(&'static Choice),
    /// A record with known fields; unknown ones survive.
    Object(&'static Shape),
    /// Values of one kind, one after the other.
    List(&'static Kind),
    /// Values of one kind under names that are data themselves.
    Map(&'static Kind),
    /// One text for each language: the field `label_XX` stands for `label_de`, `label_en` and so on.
    PerLanguage,
    /// Answers only: one record when the first argument of the call names one, a map by id when it names several.
    OneOrMany(&'static Kind),
    /// Answers only: the value itself, or an object that holds it as its only list or record; sources disagree.
    Loose(&'static Kind),
}

/// The words a field may hold.
#[derive(Debug)]
pub struct Choice {
    /// The name of the type in Rust, TypeScript and the Python stubs.
    #[cfg(feature = "docs")]
    pub name: &'static str,
    /// The words that documents name.
    pub values: &'static [&'static str],
    /// Whether other words are sent too, because the documents disagree or are incomplete.
    pub open: bool,
    /// The description.
    #[cfg(feature = "docs")]
    pub doc: &'static str,
}

impl Shape {
    /// The field of this name or of its other spelling; for families such as `label_XX` the template.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        // Nearly all names are exact, and this runs for every field of every row: the short way round first.
        for field in self.fields {
            if same(field.name, name) {
                return Some(field);
            }
        }
        self.fields.iter().find(|field| field.answers_to(name))
    }

    /// Whether the field of this name must not be shown. Undocumented fields are judged by their name.
    pub(crate) fn hides(&self, name: &str) -> bool {
        self.marks_secret(name).unwrap_or_else(|| looks_secret(name))
    }

    /// Whether the field of this name is marked as secret; nothing where there is no such field.
    pub(crate) fn marks_secret(&self, name: &str) -> Option<bool> {
        // In notifications `license_key_2` is as secret as `license_key`.
        let field = self.field(name).or_else(|| self.field(numbered(name)?));
        field.map(|field| field.limits.secret)
    }
}

/// The name before a number: `license_key` of `license_key_2`.
pub(crate) fn numbered(name: &str) -> Option<&str> {
    let (name, number) = name.rsplit_once('_')?;
    number.bytes().all(|byte| byte.is_ascii_digit()).then_some(name)
}

/// What the names of secrets have in them.
pub(crate) const SECRET_PARTS: [&str; 6] = ["api_key", "apikey", "passphrase", "password", "secret", "token"];

/// Whether a field about which nothing is known is named like a secret.
pub(crate) fn looks_secret(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    SECRET_PARTS.iter().any(|part| name.contains(part))
}

#[inline(always)]
fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a == b
}

impl Field {
    #[inline(always)]
    pub(crate) fn answers_to(&self, name: &str) -> bool {
        match self.kind {
            Kind::PerLanguage => self.language_in(name).is_some(),
            // Lengths first: this runs for every field of every row.
            _ => same(self.name, name) || self.limits.also.is_some_and(|also| same(also, name)),
        }
    }

    /// The language at the end of `name` when this field is a family such as `label_XX`.
    fn language_in<'n>(&self, name: &'n str) -> Option<&'n str> {
        let language = name.strip_prefix(self.name.strip_suffix("XX")?)?;
        (language.len() == 2 && language.bytes().all(|byte| byte.is_ascii_lowercase())).then_some(language)
    }
}
