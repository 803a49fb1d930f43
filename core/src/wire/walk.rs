//! One walk over the bytes of an answer along its shape, handing tidied values to a sink.

use super::Kind;
use super::json::{push_scalar, push_text};
use super::scan::{Scanned, Scanner, Span, unescape};
use super::tidy::{Scalar, field, inside, scalar};
use crate::Item;
use crate::record::Source;

/// Takes the values of an answer one after the other.
pub trait Sink {
    /// A value that holds no others. Never a record or a list.
    fn value(&mut self, item: Item<'_>);
    /// A record begins.
    fn open_record(&mut self);
    /// The name of the next field; its value follows.
    fn name(&mut self, name: &str);
    /// The record ends.
    fn close_record(&mut self);
    /// A list begins.
    fn open_list(&mut self);
    /// The list ends.
    fn close_list(&mut self);
}

/// Walks over a part of an answer. The text has been checked when it arrived, so nothing can go wrong.
pub(crate) fn walk(source: &Source, span: Span, kind: Kind, sink: &mut impl Sink) {
    let _ = step(source, &mut Scanner::new(&source.text, span), kind, sink);
}

fn step(source: &Source, scanner: &mut Scanner<'_>, kind: Kind, sink: &mut impl Sink) -> Scanned<()> {
    match scanner.peek() {
        b'{' if is_empty_list(kind, scanner) => {
            scanner.skip()?;
            sink.open_list();
            sink.close_list();
        }
        b'{' => {
            let whole = scanner.clone();
            let mut looked: Vec<(&str, bool)> = Vec::new();
            sink.open_record();
            scanner.open()?;
            let mut first = true;
            while let Some(name) = scanner.next_field(&mut first)? {
                let name = name.of(&source.text);
                let (kind, other) = field(kind, name);
                let mut lacks = |name: &'static str| match looked.iter().find(|(other, _)| *other == name) {
                    Some((_, lacks)) => Ok(*lacks),
                    None => has_field(source, whole.clone(), name).map(|has| {
                        looked.push((name, !has));
                        !has
                    }),
                };
                if let Some(other) = other
                    && lacks(other)?
                {
                    sink.name(other);
                    step(source, &mut scanner.clone(), kind, sink)?;
                }
                sink.name(&unescape(name));
                step(source, scanner, kind, sink)?;
            }
            sink.close_record();
        }
        b'[' if is_empty_map(kind, scanner) => {
            scanner.skip()?;
            sink.open_record();
            sink.close_record();
        }
        b'[' => {
            sink.open_list();
            scanner.open()?;
            let mut first = true;
            while scanner.next_item(&mut first)? {
                step(source, scanner, inside(kind), sink)?;
            }
            sink.close_list();
        }
        _ => sink.value(scalar(kind, scanner.skip()?.of(&source.text), source.zone).into()),
    }
    Ok(())
}

/// PHP writes an empty map as an empty list.
pub(crate) fn is_empty_map(kind: Kind, scanner: &Scanner<'_>) -> bool {
    let mut ahead = scanner.clone();
    matches!(kind, Kind::Object(_) | Kind::Map(_)) && ahead.open().is_ok() && ahead.next_item(&mut true) == Ok(false)
}

/// The same the other way round, for answers that come through a tool which wrote the empty list as an object.
pub(crate) fn is_empty_list(kind: Kind, scanner: &Scanner<'_>) -> bool {
    let mut ahead = scanner.clone();
    matches!(kind, Kind::List(_)) && ahead.open().is_ok() && ahead.next_field(&mut true) == Ok(None)
}

/// Whether the object at the scanner has a field of this name.
fn has_field(source: &Source, mut scanner: Scanner<'_>, name: &str) -> Scanned<bool> {
    scanner.open()?;
    let mut first = true;
    while let Some(other) = scanner.next_field(&mut first)? {
        if unescape(other.of(&source.text)) == name {
            return Ok(true);
        }
        scanner.skip()?;
    }
    Ok(false)
}

impl<'a> From<Scalar<'a>> for Item<'a> {
    fn from(scalar: Scalar<'a>) -> Item<'a> {
        match scalar {
            Scalar::Null => Item::Null,
            Scalar::Flag(flag) => Item::Flag(flag),
            Scalar::Integer(number) => Item::Integer(number),
            Scalar::Amount(amount) => Item::Amount(amount),
            Scalar::Time(time) => Item::Time(time),
            Scalar::Escaped(raw) => Item::Text(unescape(raw)),
            Scalar::Words(words) => Item::Words(words),
        }
    }
}

/// Writes tidied JSON: flags as booleans, amounts as text, times as ISO 8601 with their offset, comma lists as lists.
#[derive(Debug, Default)]
pub struct Json {
    text: String,
    comma: bool,
}

impl Json {
    /// A writer for about this many bytes.
    pub fn with_capacity(bytes: usize) -> Json {
        Json { text: String::with_capacity(bytes), comma: false }
    }

    /// What was written.
    pub fn finish(self) -> String {
        self.text
    }

    fn next(&mut self) {
        if std::mem::replace(&mut self.comma, true) {
            self.text.push(',');
        }
    }

    fn open(&mut self, mark: char) {
        self.next();
        self.text.push(mark);
        self.comma = false;
    }

    fn close(&mut self, mark: char) {
        self.text.push(mark);
        self.comma = true;
    }
}

impl Sink for Json {
    fn value(&mut self, item: Item<'_>) {
        self.next();
        let scalar = match item {
            Item::Text(text) => return push_text(&text, &mut self.text),
            Item::Null | Item::Record(_) | Item::List(_) => Scalar::Null,
            Item::Flag(flag) => Scalar::Flag(flag),
            Item::Integer(number) => Scalar::Integer(number),
            Item::Amount(amount) => Scalar::Amount(amount),
            Item::Time(time) => Scalar::Time(time),
            Item::Words(words) => Scalar::Words(words),
        };
        push_scalar(&scalar, &mut self.text);
    }

    fn open_record(&mut self) {
        self.open('{');
    }

    fn name(&mut self, name: &str) {
        self.next();
        push_text(name, &mut self.text);
        self.text.push(':');
        self.comma = false;
    }

    fn close_record(&mut self) {
        self.close('}');
    }

    fn open_list(&mut self) {
        self.open('[');
    }

    fn close_list(&mut self) {
        self.close(']');
    }
}
