//! The envelope around every answer, and the data in it.

use std::fmt;
use std::sync::Arc;

use crate::error::Error;
use crate::flow::Response;
use crate::key::Key;
use crate::record::{Entry, Item, List, Record, Source, entries};
use crate::redaction::holds_secret;
use crate::wire::scan::{Broken, Scanner, Span, unescape};
use crate::wire::tidy::{Scalar, scalar};
use crate::wire::view::{View, wrong};
use crate::wire::walk::{Json, Sink, walk};
use crate::wire::{Kind, Spec, looks_secret};
use crate::{Time, Zone, catalogue};

shape! {
    /// What surrounds every answer. Any of it may be missing, apart from `api_version` and `result`.
    Envelope {
        /// The version of the interface, a text: `1.2` since 2024.
        api_version: String,
        /// The moment of the answer.
        current_time: Time,
        /// The zone of the service's clock, where it says so.
        timezone: String,
        /// The distance of that clock from UTC; the unit is not documented.
        utc_offset: i64,
        /// `success` or `error`.
        result: String,
        /// What the service has to say about an error.
        message: String,
        /// The number of the error.
        code: i64,
        /// How long the service took, in seconds.
        runtime_seconds: crate::Amount,
    }
}

/// Reads a stored answer of a function, as if it had just arrived.
///
/// Functions the catalogue does not know are read without a shape. Where a function answers with one record or a map of
/// them, the form is told by the first field, since the request is not known.
///
/// # Errors
/// [`Error::Refused`] when the service declined, [`Error::Garbled`] when this is no answer of the service.
///
/// ```
/// let body = br#"{"api_version":"1.2","result":"success","data":{"DE":"Germany"}}"#;
/// let answer = digistore24::read("listCountries", 200, body)?;
/// assert_eq!(answer.data().into_record().unwrap().get("DE").unwrap().as_text(), Some("Germany"));
/// # Ok::<(), digistore24::Error>(())
/// ```
pub fn read(function: &str, status: u16, body: impl Into<Vec<u8>>) -> Result<Answer, Error> {
    let reader = Reader { function: function.to_owned(), spec: catalogue::find(function), many: None, zone: None };
    reader.read(Response { status, headers: Vec::new(), body: body.into() }, &Key::default())
}

/// What is known about an answer before it arrives.
#[derive(Clone)]
pub(crate) struct Reader {
    pub(crate) function: String,
    pub(crate) spec: Option<&'static Spec>,
    /// Whether several records were asked for, where that decides the form of the answer.
    pub(crate) many: Option<bool>,
    pub(crate) zone: Option<Zone>,
}

impl Reader {
    pub(crate) fn read(&self, response: Response, key: &Key) -> Result<Answer, Error> {
        let status = response.status;
        let target = redirect(&response);
        let garbled = |reason: String, body: &[u8]| Error::Garbled {
            function: self.function.clone(),
            status,
            reason: target.clone().unwrap_or(reason),
            excerpt: self.excerpt(&String::from_utf8_lossy(body), key),
        };
        let text = match String::from_utf8(response.body) {
            Ok(text) => text,
            Err(wrong) => return Err(garbled("it is not UTF-8".to_owned(), wrong.as_bytes())),
        };
        let (fields, data) = match layout(&text) {
            Ok(layout) => layout,
            Err(reason) => return Err(garbled(reason, text.as_bytes())),
        };
        let named = |name: &str| {
            fields.iter().rev().find(|entry| unescape(entry.name.of(&text)) == name).map(|entry| entry.value)
        };
        let word = |name: &str| match named(name).map(|value| scalar(Kind::Text, value.of(&text), Zone::Berlin)) {
            Some(Scalar::Escaped(raw)) => Some(unescape(raw)),
            _ => None,
        };
        let number = |name: &str| match named(name).map(|value| scalar(Kind::Integer, value.of(&text), Zone::Berlin)) {
            Some(Scalar::Integer(number)) => Some(number),
            _ => None,
        };
        // The vendor's connector demands both.
        if named("api_version").is_none() || named("result").is_none() {
            return Err(garbled(
                "it is JSON, but not an answer of the service (no `api_version` and `result`)".to_owned(),
                text.as_bytes(),
            ));
        }
        match word("result").as_deref() {
            Some("success") => {}
            Some("error") => {
                return Err(Error::Refused {
                    function: self.function.clone(),
                    code: number("code"),
                    message: key.scrub(&word("message").unwrap_or_default()),
                    status,
                });
            }
            _ => return Err(garbled("its `result` is neither `success` nor `error`".to_owned(), text.as_bytes())),
        }
        let zone = self.zone.unwrap_or_else(|| Zone::of_envelope(word("timezone").as_deref(), number("utc_offset")));
        let value = named("data");
        let returns = self.spec.map_or(Kind::Any, |spec| spec.returns);
        let (span, kind) = settle(&text, value.unwrap_or_default(), returns, self.many, data.as_deref());
        let whole = Span { start: 0, end: text.len() as u32 };
        let source = Arc::new(Source { text, zone });
        let empty_list = |fields: &[Entry]| fields.is_empty() && matches!(kind, Kind::List(_));
        let data = data.filter(|fields| Some(span) == value && !empty_list(fields));
        Ok(Answer {
            function: self.function.clone(),
            data: data.map(|entries| Record::indexed(source.clone(), span, kind, entries)),
            envelope: Envelope(Record::indexed(source.clone(), whole, Kind::Object(Envelope::SHAPE), fields)),
            source,
            span,
            kind,
        })
    }
}

impl Reader {
    /// The beginning of a body that could not be read, on one line. Nothing of a body that may hold a key of its own,
    /// such as the only copy of a new one.
    fn excerpt(&self, body: &str, key: &Key) -> String {
        const MOST: usize = 160;
        if looks_secret(body) || self.spec.is_some_and(|spec| holds_secret(spec.returns)) {
            return String::new();
        }
        let words: Vec<_> = body.split_whitespace().take(4 * MOST).collect();
        let line: String = words.join(" ").chars().filter(|c| !c.is_control() && *c != '\u{feff}').collect();
        // The key goes when nothing hides it any more, and before the text is cut, since half a key would not be found.
        let line = key.scrub(&line);
        match line.char_indices().nth(MOST) {
            Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default().trim_end()),
            None => line,
        }
    }
}

/// What to say of a redirect: where it points, without the path and the query, which may hold anything.
fn redirect(response: &Response) -> Option<String> {
    if !(300..400).contains(&response.status) {
        return None;
    }
    let location = response.headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("location"));
    let host =
        location.and_then(|(_, to)| to.split_once("://")).and_then(|(_, rest)| rest.split(['/', '?', '#']).next());
    let to = host.filter(|host| !host.contains('@')).map(|host| format!(" to {host}")).unwrap_or_default();
    Some(format!("a redirect{to}, which is not followed; check the base address"))
}

/// Where the fields of the envelope lie, and those of `data` where it is an object.
fn layout(text: &str) -> Result<(Vec<Entry>, Option<Vec<Entry>>), String> {
    if text.starts_with('\u{feff}') {
        return Err("it begins with a byte-order mark".to_owned());
    }
    if u32::try_from(text.len()).is_err() {
        return Err("it is larger than 4 GiB".to_owned());
    }
    let mut scanner = Scanner::new(text, Span { start: 0, end: text.len() as u32 });
    match scanner.peek() {
        b'{' => {}
        0 => return Err("it is empty".to_owned()),
        b'<' => return Err("it is a page, not JSON".to_owned()),
        _ => return Err("it is not JSON".to_owned()),
    }
    let mut data = None;
    let scanned = entries_with(&mut scanner, text, &mut data).and_then(|fields| scanner.end().map(|()| fields));
    scanned.map(|fields| (fields, data)).map_err(|Broken { at, what }| match what {
        "it is cut off" => format!("it is cut off after {at} bytes"),
        _ => format!("it is not JSON: {what} at byte {at}"),
    })
}

fn entries_with(scanner: &mut Scanner<'_>, text: &str, data: &mut Option<Vec<Entry>>) -> Result<Vec<Entry>, Broken> {
    scanner.open()?;
    let mut fields = Vec::new();
    let mut first = true;
    while let Some(name) = scanner.next_field(&mut first)? {
        let lead = scanner.peek();
        let start = scanner.at() as u32;
        let is_data = unescape(name.of(text)) == "data";
        let value = if is_data && lead == b'{' {
            *data = Some(entries(scanner)?);
            Span { start, end: scanner.at() as u32 }
        } else {
            // Of two fields of the same name the last counts, as in every JSON reader.
            *data = data.take().filter(|_| !is_data);
            scanner.skip()?
        };
        fields.push(Entry::new(name, value));
    }
    Ok(fields)
}

/// Where the data really lies and what it is, for the kinds that leave this open. `fields` is given where it is an
/// object.
fn settle(text: &str, span: Span, kind: Kind, many: Option<bool>, fields: Option<&[Entry]>) -> (Span, Kind) {
    let Some(fields) = fields else {
        return match kind {
            Kind::OneOrMany(inner) if many == Some(true) => (span, Kind::Map(inner)),
            Kind::OneOrMany(inner) | Kind::Loose(inner) => (span, *inner),
            _ => (span, kind),
        };
    };
    let lead = |entry: &Entry| entry.value.of(text).as_bytes().first().copied();
    match kind {
        Kind::OneOrMany(inner) => {
            let several = many.unwrap_or_else(|| {
                let (Kind::Object(shape), Some(first)) = (inner, fields.first()) else { return false };
                shape.field(first.name.of(text)).is_none() && lead(first) == Some(b'{')
            });
            (span, if several { Kind::Map(inner) } else { *inner })
        }
        Kind::Loose(inner @ Kind::List(_)) => {
            let mut lists = fields.iter().filter(|entry| lead(entry) == Some(b'['));
            match (lists.next(), lists.next()) {
                (Some(only), None) => (only.value, *inner),
                _ => (span, *inner),
            }
        }
        Kind::Loose(inner) => match fields {
            [only] if lead(only) == Some(b'{') => (only.value, *inner),
            _ => (span, *inner),
        },
        _ => (span, kind),
    }
}

fn failure_in(item: Item<'_>) -> Option<String> {
    let record = match item {
        Item::Record(record) => record,
        Item::List(list) => return list.iter().find_map(failure_in),
        _ => return None,
    };
    let word_in = |name: &str, fails: &[&str]| {
        let item = record.get(name)?;
        let word = item.as_text()?;
        fails.iter().any(|fail| fail.eq_ignore_ascii_case(word)).then(|| format!("{name}: {word}"))
    };
    match record.kind() {
        Kind::Object(shape) => shape.fields.iter().find_map(|field| word_in(field.name, field.limits.fails)),
        Kind::Any => ["status", "payment_status"]
            .iter()
            .find_map(|name| word_in(name, &["refused", "error"]))
            .or_else(|| record.iter().find_map(|(_, item)| failure_in(item))),
        _ => record.iter().find_map(|(_, item)| failure_in(item)),
    }
}

/// A successful answer: the envelope, and what the function has to say in `data`.
#[derive(Clone)]
pub struct Answer {
    function: String,
    source: Arc<Source>,
    envelope: Envelope,
    span: Span,
    kind: Kind,
    data: Option<Record>,
}

impl Answer {
    /// The data: a record, a list, or [`Item::Null`] where there is none.
    pub fn data(&self) -> Item<'_> {
        match &self.data {
            Some(record) => Item::Record(record.clone()),
            None => Item::of(&self.source, self.span, self.kind),
        }
    }

    /// The data as a record: an empty one where there is no data, `None` where it is a list or a single value.
    pub fn record(&self) -> Option<Record> {
        match self.data() {
            Item::Null => Some(Record::indexed(self.source.clone(), Span::default(), self.kind, Vec::new())),
            data => data.into_record(),
        }
    }

    /// The data as the catalogue's type for it.
    ///
    /// # Errors
    /// [`Error::Shape`] when it is something else altogether. The answer is in the error.
    pub fn view<T: View>(&self) -> Result<T::Out, Error> {
        let read = match self.data() {
            // A success without data is an empty record or list to whoever expects one.
            Item::Null => T::read(Item::Null).or_else(|| T::read(Item::Record(self.record()?))),
            data => T::read(data),
        };
        read.ok_or_else(|| {
            // What it holds instead is in the answer; a message may end up in a log.
            let raw = Some(self.span.of(&self.source.text)).filter(|raw| !looks_secret(raw) && !holds_secret(T::KIND));
            let problem = wrong(T::KIND, "data", raw.or(Some("something else")));
            Error::Shape { function: self.function.clone(), problem, answer: Box::new(self.clone()) }
        })
    }

    /// What surrounds the data, unknown fields included.
    pub fn envelope(&self) -> &Envelope {
        &self.envelope
    }

    /// What failed although the call succeeded: `status: refused`. The service reports refused refunds, used tickets and
    /// declined charges inside a success.
    ///
    /// The catalogue says which words of which fields mean that. Where it knows nothing of an answer, as with
    /// `refundPurchase`, a `status` or `payment_status` that is `refused` or `error` does, at the top or in a row
    /// (inference from the documented answers).
    pub fn failure(&self) -> Option<String> {
        failure_in(self.data())
    }

    /// The function that was called.
    pub fn function(&self) -> &str {
        &self.function
    }

    /// What the catalogue says about the data of this very answer.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The rows, of a function that lists: the data itself where it is a list, else the first list of records in it that
    /// the catalogue knows. `None` for other functions.
    pub fn rows(&self) -> Option<List> {
        let record = match self.data() {
            Item::List(list) => return Some(list),
            Item::Record(record) if self.function.starts_with("list") => record,
            _ => return None,
        };
        let Kind::Object(shape) = record.kind() else { return None };
        let of_records = |kind| matches!(kind, Kind::List(Kind::Object(_)));
        let field = shape.fields.iter().find(|field| of_records(field.kind))?;
        match record.get(field.name) {
            Some(Item::List(list)) => Some(list),
            _ => None,
        }
    }

    /// The whole body as it came.
    pub fn raw(&self) -> &str {
        &self.source.text
    }

    /// The data as tidied JSON: see [`Json`].
    pub fn to_json(&self) -> String {
        let mut json = Json::with_capacity(self.source.text.len());
        self.walk(&mut json);
        json.finish()
    }

    /// Hands the data to a sink, in one walk over its bytes.
    pub fn walk(&self, sink: &mut impl Sink) {
        match self.span.of(&self.source.text) {
            "" => sink.value(Item::Null),
            _ => walk(&self.source, self.span, self.kind, sink),
        }
    }
}

impl PartialEq for Answer {
    fn eq(&self, other: &Answer) -> bool {
        self.function == other.function && self.raw() == other.raw()
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answer").field("function", &self.function).field("data", &self.data()).finish()
    }
}
