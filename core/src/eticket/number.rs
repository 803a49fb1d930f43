//! The number of a ticket: 20 digits, which no integer of 64 bits holds.

use std::fmt;

use super::words::Remark;
use crate::host::{Address, Doubt};
use crate::options::read_all;
use crate::words::words;
use crate::{Problem, Value};

/// How many digits a number has (help pages, and a pattern in the OpenAPI document, 2025-10).
const DIGITS: usize = 20;

/// The number of a ticket: 20 digits. Leading zeros count, and no check digit is documented.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Number([u8; DIGITS]);

impl Number {
    /// Exactly 20 ASCII digits, and nothing else. What a scanner or a person hands over, [`number`] reads.
    ///
    /// ```
    /// use digistore24::eticket::Number;
    ///
    /// assert_eq!(Number::parse("00000000000000000012").unwrap().as_str(), "00000000000000000012");
    /// assert_eq!(Number::parse("12"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Number> {
        let digits: [u8; DIGITS] = text.as_bytes().try_into().ok()?;
        digits.iter().all(u8::is_ascii_digit).then_some(Number(digits))
    }

    /// The 20 digits.
    pub fn as_str(&self) -> &str {
        // They are ASCII.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The digits as a number, for what is stored.
    pub(super) fn whole(self) -> u128 {
        self.0.iter().fold(0, |sum, digit| sum * 10 + u128::from(digit - b'0'))
    }

    /// The way back; `None` for what has more digits.
    pub(super) fn of_whole(mut whole: u128) -> Option<Number> {
        let mut digits = [b'0'; DIGITS];
        for digit in digits.iter_mut().rev() {
            *digit += (whole % 10) as u8;
            whole /= 10;
        }
        (whole == 0).then_some(Number(digits))
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

words! {
    /// Where a number was found.
    Source {
        Number = "number": "The text is the number.";
        PdfLink = "pdf_link": "The text is the address of the ticket's PDF, which holds the number.";
    }
}

/// What was read from a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberRead {
    /// The number; nothing where the text has none, and then the notes tell why.
    pub number: Option<Number>,
    /// Where it was found.
    pub source: Option<Source>,
    /// What was passed over, or why there is no number.
    pub notes: Vec<Remark>,
}

/// Reads the number of a ticket from what was scanned or typed: 20 digits, also in groups, or the address of the PDF.
///
/// That a text is a number says nothing about whether there is such a ticket. What the codes on a ticket hold beside the
/// 20 digits is not documented.
///
/// ```
/// use digistore24::eticket::number;
///
/// let read = number("9125 0000 0000 0000 0001\r\n");
/// assert_eq!(read.number.unwrap().as_str(), "91250000000000000001");
/// assert_eq!(read.notes[0].word, "grouped");
/// let link = number("https://www.digistore24.com/eticket/file91250000000000000001.pdf");
/// assert_eq!(link.number, read.number);
/// ```
pub fn number(text: &str) -> NumberRead {
    let is_blank = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '\u{feff}' | '\u{200b}');
    let text = text.trim_matches(is_blank);
    let mut notes = Vec::new();
    if text.contains('/') && text.contains('.') {
        let number = from_link(text, &mut notes);
        return NumberRead { number, source: number.map(|_| Source::PdfLink), notes };
    }
    let digits = match text.as_bytes() {
        [b']', kind, modifier, ..] if kind.is_ascii_alphabetic() && modifier.is_ascii_alphanumeric() => {
            notes.push(Remark::new("scanner_prefix", "The scanner puts the kind of code before the number."));
            text.get(3..).unwrap_or_default()
        }
        _ => text,
    };
    let mut number = Number::parse(digits);
    if number.is_none() {
        let kept: String = digits.chars().filter(|c| !is_blank(*c) && !matches!(c, '-' | '.' | '_')).collect();
        number = Number::parse(&kept);
        notes.push(match number {
            Some(_) => Remark::new("grouped", "Blanks or other signs between the digits were passed over."),
            None => why_not(&kept),
        });
    }
    NumberRead { number, source: number.map(|_| Source::Number), notes }
}

/// The number in `https://www.digistore24.com/eticket/file91250000000000000001.pdf`, with or without the scheme.
fn from_link(text: &str, notes: &mut Vec<Remark>) -> Option<Number> {
    let whole = if text.contains("//") { text.to_owned() } else { format!("https://{text}") };
    let Some(address) = Address::read(&whole) else {
        notes.push(why_not(text));
        return None;
    };
    let mut is_good = true;
    for doubt in address.doubts() {
        notes.push(Remark::new(doubt.as_str(), doubt.sentence()));
        // Old links are without encryption, and a number is only a question.
        is_good &= doubt == Doubt::NotHttps && !address.scheme.is_empty();
    }
    let path = address.rest.split(['?', '#']).next().unwrap_or_default();
    let digits = path.strip_prefix("/eticket/file").and_then(|path| path.strip_suffix(".pdf"));
    let number = digits.and_then(Number::parse).filter(|_| is_good);
    if number.is_none() && is_good {
        notes.push(Remark::new("other_link", "The link is not that of a ticket's PDF. Scan the code on the ticket."));
    }
    number
}

/// Why these characters are no number.
fn why_not(kept: &str) -> Remark {
    let length = kept.len();
    if length == 0 {
        Remark::new("empty", "There is nothing in it. Scan the ticket again.")
    } else if !kept.bytes().all(|byte| byte.is_ascii_digit()) {
        Remark::new(
            "other_characters",
            "A ticket has 20 digits from 0 to 9 and nothing else. Scan it again or type the digits.",
        )
    } else if length == 2 * DIGITS {
        Remark::new("two_scans", "These are 40 digits; two scans may have run together. Scan the ticket again.")
    } else if length > DIGITS {
        Remark::new("too_many_digits", format!("These are {length} digits, a ticket has 20. Scan it again."))
    } else {
        Remark::new(
            "too_few_digits",
            format!(
                "These are {length} digits, a ticket has 20; the short number of its record is another one. \
                    Scan it again."
            ),
        )
    }
}

/// The same from an option by name: `text`.
///
/// # Errors
/// Everything that is wrong with the options.
pub fn number_of(options: &Value) -> Result<NumberRead, Vec<Problem>> {
    read_all(options, |options| {
        options.require("text", "what was scanned or typed, as a text: no number of a program holds 20 digits");
        options.text("text").map(number)
    })
}
