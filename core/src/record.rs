//! Answers are read where they lie: a record is a stretch of the answer's bytes with the shape to read it by.

use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, OnceLock};

use crate::wire::scan::{Scanned, Scanner, Span, unescape};
use crate::wire::tidy::{field, inside, scalar};
use crate::wire::walk::{Json, Sink, is_empty_list, is_empty_map, walk};
use crate::wire::{Kind, looks_secret};
use crate::{Amount, Time, Zone};

/// The text of an answer, and the clock its times are told by.
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) text: String,
    pub(crate) zone: Zone,
}

/// A tidied value of an answer.
///
/// What does not fit the kind the catalogue expects stays [`Item::Text`], so nothing is lost.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Item<'a> {
    /// Nothing: `null`, or an empty text where a number, an amount or a time is expected.
    Null,
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Integer(i64),
    /// An exact decimal, in major units.
    Amount(Amount),
    /// A day, with or without a time of day.
    Time(Time),
    /// Text.
    Text(Cow<'a, str>),
    /// What a comma list holds.
    Words(Vec<String>),
    /// Named fields.
    Record(Record),
    /// Values one after the other.
    List(List),
}

impl<'a> Item<'a> {
    /// The text, if this is text.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Item::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The record, if this is one.
    pub fn into_record(self) -> Option<Record> {
        match self {
            Item::Record(record) => Some(record),
            _ => None,
        }
    }

    /// The list, if this is one.
    pub fn into_list(self) -> Option<List> {
        match self {
            Item::List(list) => Some(list),
            _ => None,
        }
    }

    fn at(source: &'a Arc<Source>, slot: Slot<'_>, kind: Kind) -> Item<'a> {
        let text = slot.value.of(&source.text);
        match text.as_bytes().first() {
            Some(b'{') if is_empty_list(kind, &Scanner::new(&source.text, slot.value)) => {
                Item::List(List::new(source.clone(), slot.value, kind, Some(&Arc::default())))
            }
            Some(b'{') => Item::Record(Record::new(source.clone(), slot.value, kind)),
            Some(b'[') if is_empty_map(kind, &Scanner::new(&source.text, slot.value)) => {
                Item::Record(Record::new(source.clone(), slot.value, kind))
            }
            Some(b'[') => Item::List(List::new(source.clone(), slot.value, kind, slot.items)),
            _ => scalar(kind, text, source.zone).into(),
        }
    }

    pub(crate) fn of(source: &'a Arc<Source>, value: Span, kind: Kind) -> Item<'a> {
        Item::at(source, Slot { value, items: None }, kind)
    }
}

struct Slot<'a> {
    value: Span,
    items: Option<&'a Arc<[Span]>>,
}

/// Where one field of a record lies.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) name: Span,
    pub(crate) value: Span,
    /// Where the values of a list lie, found on the same walk.
    items: Option<Arc<[Span]>>,
}

impl Entry {
    pub(crate) fn new(name: Span, value: Span) -> Entry {
        Entry { name, value, items: None }
    }
}

/// The fields of the object at the scanner, which is moved behind it.
pub(crate) fn entries(scanner: &mut Scanner<'_>) -> Scanned<Vec<Entry>> {
    scanner.open()?;
    let mut entries = Vec::new();
    let mut first = true;
    while let Some(name) = scanner.next_field(&mut first)? {
        let lead = scanner.peek();
        let start = scanner.at() as u32;
        let items = if lead == b'[' { Some(scanner.items()?.into()) } else { None };
        let value = if items.is_some() { Span { start, end: scanner.at() as u32 } } else { scanner.skip()? };
        entries.push(Entry { name, value, items });
    }
    Ok(entries)
}

/// A record of an answer: named fields, known and unknown, read when they are looked at.
///
/// Cloning is cheap; a clone shares the answer's bytes. Typed views such as [`Purchase`](crate::catalogue::purchases::Purchase)
/// are this with a method for each documented field.
#[derive(Clone)]
pub struct Record {
    source: Arc<Source>,
    span: Span,
    kind: Kind,
    index: OnceLock<Arc<[Entry]>>,
}

impl Record {
    pub(crate) fn new(source: Arc<Source>, span: Span, kind: Kind) -> Record {
        Record { source, span, kind, index: OnceLock::new() }
    }

    pub(crate) fn indexed(source: Arc<Source>, span: Span, kind: Kind, entries: Vec<Entry>) -> Record {
        Record { source, span, kind, index: OnceLock::from(Arc::from(entries)) }
    }

    fn index(&self) -> &[Entry] {
        self.index.get_or_init(|| {
            let mut scanner = Scanner::new(&self.source.text, self.span);
            let entries = if scanner.peek() == b'{' { entries(&mut scanner) } else { Ok(Vec::new()) };
            entries.unwrap_or_default().into()
        })
    }

    fn name_of(&self, entry: &Entry) -> Cow<'_, str> {
        unescape(entry.name.of(&self.source.text))
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        let find = |name: &str| self.index().iter().rev().find(|entry| self.name_of(entry) == name);
        find(name).or_else(|| find(field(self.kind, name).1?))
    }

    /// The value of a field, under its name or its other spelling; `None` when the answer does not have it.
    pub fn get(&self, name: &str) -> Option<Item<'_>> {
        self.entry(name).map(|entry| self.item(entry))
    }

    fn item(&self, entry: &Entry) -> Item<'_> {
        let (kind, _) = field(self.kind, entry.name.of(&self.source.text));
        Item::at(&self.source, Slot { value: entry.value, items: entry.items.as_ref() }, kind)
    }

    /// The JSON text of a field as it came.
    pub fn raw_field(&self, name: &str) -> Option<&str> {
        self.entry(name).map(|entry| entry.value.of(&self.source.text))
    }

    /// The fields in the order they came.
    pub fn iter(&self) -> impl Iterator<Item = (Cow<'_, str>, Item<'_>)> {
        self.index().iter().map(|entry| (self.name_of(entry), self.item(entry)))
    }

    /// The names in the order they came.
    pub fn names(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.index().iter().map(|entry| self.name_of(entry))
    }

    /// How many fields there are.
    pub fn len(&self) -> usize {
        self.index().len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.index().is_empty()
    }

    /// What the catalogue says about it: a [`Kind::Object`], a [`Kind::Map`] or nothing ([`Kind::Any`]).
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Whether the field holds a key or a passphrase, so that whoever prints the record has to leave it out.
    pub fn hides(&self, name: &str) -> bool {
        match self.kind {
            Kind::Object(shape) => shape.hides(name),
            _ => looks_secret(name),
        }
    }

    /// The JSON text as it came.
    pub fn raw(&self) -> &str {
        self.span.of(&self.source.text)
    }

    /// Tidied JSON: see [`Json`].
    pub fn to_json(&self) -> String {
        let mut json = Json::with_capacity(self.raw().len());
        self.walk(&mut json);
        json.finish()
    }

    /// Hands everything in it to a sink, in one walk over its bytes.
    pub fn walk(&self, sink: &mut impl Sink) {
        walk(&self.source, self.span, self.kind, sink);
    }
}

impl fmt::Debug for Record {
    /// Keys and passphrases are not shown.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = self.iter().map(|(name, item)| {
            let item = if self.hides(&name) { Item::Text(Cow::Borrowed("…")) } else { item };
            (name, item)
        });
        f.debug_map().entries(shown).finish()
    }
}

/// A list of an answer. It knows where its values lie and reads them when they are looked at.
#[derive(Clone)]
pub struct List {
    source: Arc<Source>,
    span: Span,
    kind: Kind,
    items: Arc<[Span]>,
}

impl Default for List {
    /// A list without values.
    fn default() -> List {
        let source = Source { text: "[]".to_owned(), zone: Zone::default() };
        List::new(Arc::new(source), Span { start: 0, end: 2 }, Kind::Any, Some(&Arc::default()))
    }
}

impl List {
    fn new(source: Arc<Source>, span: Span, kind: Kind, items: Option<&Arc<[Span]>>) -> List {
        let items = match items {
            Some(items) => items.clone(),
            None => Scanner::new(&source.text, span).items().unwrap_or_default().into(),
        };
        List { source, span, kind, items }
    }

    /// The value at a position, from 0.
    pub fn get(&self, position: usize) -> Option<Item<'_>> {
        self.items.get(position).map(|span| Item::of(&self.source, *span, inside(self.kind)))
    }

    /// The JSON text of a value as it came.
    pub(crate) fn raw_at(&self, position: usize) -> &str {
        self.items.get(position).map(|span| span.of(&self.source.text)).unwrap_or_default()
    }

    /// The values in order.
    pub fn iter(&self) -> impl Iterator<Item = Item<'_>> {
        self.items.iter().map(|span| Item::of(&self.source, *span, inside(self.kind)))
    }

    /// How many values there are.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The JSON text as it came.
    pub fn raw(&self) -> &str {
        self.span.of(&self.source.text)
    }

    /// Tidied JSON: see [`Json`].
    pub fn to_json(&self) -> String {
        let mut json = Json::with_capacity(self.raw().len());
        self.walk(&mut json);
        json.finish()
    }

    /// Hands everything in it to a sink, in one walk over its bytes.
    pub fn walk(&self, sink: &mut impl Sink) {
        walk(&self.source, self.span, self.kind, sink);
    }
}

impl fmt::Debug for List {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
