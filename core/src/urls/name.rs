//! Order ids, product numbers, names of affiliates, and keys: what their shape tells, which is little.

use super::note::{Note, Remark, note};
use crate::options::{Options, read_all};
use crate::value::list;
use crate::{Problem, Value};

/// The most characters of a campaign key or a tracking key (vendor document).
pub(super) const LONGEST_KEY: usize = 127;

/// What the shape of a name tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// All that are known look like this.
    Known,
    /// None is known that looks like this, but there may be.
    Tolerated,
    /// It is something else.
    Other,
    /// There is nothing.
    Empty,
}

impl Shape {
    /// `known`, `tolerated`, `other` or `empty`.
    pub fn as_str(self) -> &'static str {
        match self {
            Shape::Known => "known",
            Shape::Tolerated => "tolerated",
            Shape::Other => "other",
            Shape::Empty => "empty",
        }
    }
}

/// A name, and what its shape tells.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Name {
    /// What the shape tells. It never tells whether there is such a thing.
    pub shape: Shape,
    /// What was probably meant, where it is something else: a convenience, to be confirmed by a person.
    pub suggestion: Option<String>,
    /// What to know about it.
    pub notes: Vec<Note>,
}

impl Name {
    fn new(text: &str, shape: Shape, suggestion: Option<String>) -> Name {
        let shape = if text.is_empty() { Shape::Empty } else { shape };
        Name { shape, suggestion: suggestion.filter(|other| other != text), notes: Vec::new() }
    }
}

/// `verdict`, `suggestion` and `notes`.
impl From<&Name> for Value {
    fn from(name: &Name) -> Value {
        Value::from([
            ("verdict", name.shape.as_str().into()),
            ("suggestion", name.suggestion.as_deref().into()),
            ("notes", list(&name.notes)),
        ])
    }
}

/// What the shape of an order id tells. The API calls the same thing a purchase id.
///
/// All that are known have 8 characters `A-Z0-9` (documents and captures, 2019 to 2026); the field is documented with up
/// to 15. Order ids are compared with their case; upper case in a suggestion is a convenience for what people type.
///
/// ```
/// use digistore24::urls::{Shape, order_id};
///
/// assert_eq!(order_id("Q7M2XWPA").shape, Shape::Known);
/// assert_eq!(order_id(" q7m2-xwpa").suggestion.as_deref(), Some("Q7M2XWPA"));
/// ```
pub fn order_id(text: &str) -> Name {
    let shape = |text: &str| match text.len() {
        _ if !text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()) => Shape::Other,
        8 => Shape::Known,
        9..=15 => Shape::Tolerated,
        _ => Shape::Other,
    };
    let meant: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '#' | '\u{200b}' | '\u{feff}'))
        .map(|c| latin(c).to_ascii_uppercase())
        .collect();
    let mut name = Name::new(text, shape(text), Some(meant).filter(|meant| shape(meant) != Shape::Other));
    let several = text.contains(',');
    let is_id = matches!(name.shape, Shape::Known | Shape::Tolerated);
    for (holds, remark) in [
        (is_id, Remark::LooksAlike),
        (name.shape == Shape::Tolerated, Remark::OrderIdLonger),
        (is_id && text.bytes().all(|byte| byte.is_ascii_digit()), Remark::AllDigits),
        (is_id && text.contains(['0', '1', 'I', 'O']), Remark::UnlikelyCharacters),
        (several, Remark::SeveralIds),
        (text.contains("://"), Remark::IsLink),
        (name.shape == Shape::Other && !several && !text.contains("://"), Remark::OrderIdShape),
    ] {
        note(&mut name.notes, holds, remark, "");
    }
    name
}

/// Whether a text can be an order id.
pub(super) fn is_order_id(text: &str) -> bool {
    matches!(order_id(text).shape, Shape::Known | Shape::Tolerated)
}

/// Letters of other scripts that look like Latin ones.
fn latin(c: char) -> char {
    match c {
        'А' | 'Α' | 'а' => 'A',
        'В' | 'Β' => 'B',
        'С' | 'с' => 'C',
        'Е' | 'Ε' | 'е' => 'E',
        'Н' | 'Η' => 'H',
        'К' | 'Κ' => 'K',
        'М' | 'Μ' => 'M',
        'Ν' => 'N',
        'Р' | 'Ρ' | 'р' => 'P',
        'Ѕ' | 'ѕ' => 'S',
        'Т' | 'Τ' => 'T',
        'Х' | 'Χ' | 'х' => 'X',
        'У' | 'Υ' | 'у' => 'Y',
        'Ζ' => 'Z',
        // Full-width letters and digits.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        other => other,
    }
}

/// What the shape of the number of a product tells: decimal digits.
pub fn product_id(text: &str) -> Name {
    let meant: String = text.chars().filter(|c| !c.is_whitespace()).map(latin).collect();
    let shape = if is_number(text) { Shape::Known } else { Shape::Other };
    let mut name = Name::new(text, shape, Some(meant).filter(|meant| is_number(meant)));
    note(&mut name.notes, name.shape == Shape::Other, Remark::NotDigits, "");
    if text.starts_with('0') && name.shape == Shape::Known {
        name.shape = Shape::Tolerated;
        note(&mut name.notes, true, Remark::LeadingZero, "");
    }
    name
}

/// Whether a text is a number in decimal digits.
pub(super) fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// What the shape of the name of an affiliate tells: letters, digits, `_` and `-` in all samples; one project allows a
/// dot as well. Upper and lower case differ.
pub fn affiliate(text: &str) -> Name {
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    let is_template = text == "AFFILIATE";
    let shape = match text {
        _ if is_template => Shape::Other,
        _ if plain(text) => Shape::Known,
        // Dots alone are a way through folders.
        _ if plain(&text.replace('.', "")) && text.contains(|c| c != '.') => Shape::Tolerated,
        _ => Shape::Other,
    };
    let trimmed = text.trim();
    let meant = (!trimmed.is_empty() && plain(trimmed) && !is_template).then(|| trimmed.to_owned());
    let mut name = Name::new(text, shape, meant);
    note(&mut name.notes, is_template, Remark::Template, "");
    note(&mut name.notes, name.shape == Shape::Tolerated, Remark::AffiliateDot, "");
    note(&mut name.notes, name.shape == Shape::Other && !is_template, Remark::AffiliateCharacters, "");
    name
}

/// What the shape of a campaign key or a tracking key tells: at most 127 ASCII letters, digits, `_` and `-`.
///
/// The limit is documented for both, the characters for tracking keys only.
pub fn key(text: &str) -> Name {
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    let (long, odd) = (text.chars().count() > LONGEST_KEY, !plain(text));
    let trimmed = text.trim();
    let meant = (!trimmed.is_empty() && plain(trimmed) && trimmed.len() <= LONGEST_KEY).then(|| trimmed.to_owned());
    let mut name = Name::new(text, if long || odd { Shape::Other } else { Shape::Known }, meant);
    note(&mut name.notes, long, Remark::KeyTooLong, "");
    note(&mut name.notes, odd, Remark::KeyCharacters, "");
    name
}

/// [`order_id`] of the option `text`.
///
/// # Errors
/// Everything that is wrong with the options.
pub fn order_id_of(options: &Value) -> Result<Name, Vec<Problem>> {
    read_all(options, |options| text(options).map(|text| order_id(&text)))
}

/// [`product_id`] of the option `text`, which may be a whole number.
///
/// # Errors
/// Everything that is wrong with the options.
pub fn product_id_of(options: &Value) -> Result<Name, Vec<Problem>> {
    read_all(options, |options| text(options).map(|text| product_id(&text)))
}

/// [`affiliate`] of the option `text`.
///
/// # Errors
/// Everything that is wrong with the options.
pub fn affiliate_of(options: &Value) -> Result<Name, Vec<Problem>> {
    read_all(options, |options| text(options).map(|text| affiliate(&text)))
}

/// [`key`] of the option `text`.
///
/// # Errors
/// Everything that is wrong with the options.
pub fn key_of(options: &Value) -> Result<Name, Vec<Problem>> {
    read_all(options, |options| text(options).map(|text| key(&text)))
}

fn text(options: &mut Options<'_, '_>) -> Option<String> {
    options.require("text", "what to look at");
    id(options, "text")
}

/// A text, or a whole number as its digits.
pub(super) fn id(options: &mut Options<'_, '_>, name: &'static str) -> Option<String> {
    match options.value(name)? {
        Value::Integer(number) => Some(number.to_string()),
        _ => options.text(name).map(str::to_owned),
    }
}
