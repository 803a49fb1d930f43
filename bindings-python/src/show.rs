//! How answers look: on one line, on several, and in a notebook.

use std::borrow::Cow;

use digistore24::wire::Kind;
use digistore24::{Item, List, Record};

/// About how long one line gets.
const LINE: usize = 120;
/// About how much a row of a list shows inside a line.
const ROW: usize = 40;
/// How many fields such a row shows.
const FIELDS: usize = 3;
/// The longest text inside a line.
const TEXT: usize = 40;
/// How many rows of a list are shown.
const ROWS: usize = 20;
/// How many columns a table has.
const COLUMNS: usize = 24;

/// `ListPurchasesAnswer(item_count=6, page_size=500, purchase_list=[6 × Purchase], … 3 more)`
///
/// Lists are named even where the line is cut before them, since they are what most answers are about.
pub(crate) fn record(record: &Record) -> String {
    let mut fits = within(LINE);
    let list = |(name, item): (Cow<'_, str>, Item<'_>)| match &item {
        Item::List(list) if !list.is_empty() => Some(field(record, &name, item)),
        _ => None,
    };
    let lists: Vec<_> = record.iter().map(|entry| list(entry).filter(&mut fits)).collect();
    let mut full = false;
    let mut parts = Vec::new();
    for ((name, item), list) in record.iter().zip(lists) {
        let part = match list {
            None if !full => Some(field(record, &name, item)).filter(&mut fits).or_else(|| {
                full = true;
                None
            }),
            list => list,
        };
        parts.extend(part);
    }
    let more = record.len() - parts.len();
    if more > 0 {
        parts.push(format!("… {more} more"));
    }
    format!("{}({})", name(record), parts.join(", "))
}

/// `[Purchase(id='7FQ', amount=29.75, …), … 99 more]`
pub(crate) fn list(list: &List) -> String {
    let rows = list.iter().map(|item| match &item {
        Item::Record(inner) if !inner.is_empty() => row(inner),
        item => value(item),
    });
    format!("[{}]", short(rows, list.len()))
}

/// The first fields of a record in a list.
fn row(record: &Record) -> String {
    let fields = record.iter().take(FIELDS).map(|(name, item)| field(record, &name, item));
    let mut parts: Vec<String> = fields.take_while(within(ROW)).collect();
    if parts.len() < record.len() {
        parts.push("…".to_owned());
    }
    format!("{}({})", name(record), parts.join(", "))
}

/// Says of one part after the other whether it still fits into so much room, and takes the room it fits into.
fn within(mut room: usize) -> impl FnMut(&String) -> bool {
    move |part| {
        let left = room.checked_sub(part.len());
        room = left.unwrap_or(room);
        left.is_some()
    }
}

/// `6 × Purchase`
fn extent(list: &List) -> String {
    match (list.len(), list.get(0)) {
        (count, Some(Item::Record(first))) => format!("{count} × {}", name(&first)),
        (1, _) => "1 value".to_owned(),
        (count, _) => format!("{count} values"),
    }
}

fn field(record: &Record, name: &str, item: Item<'_>) -> String {
    format!("{name}={}", value(&discreet(record, name, item)))
}

/// One field a line.
pub(crate) fn record_in_lines(record: &Record) -> String {
    let width = record.names().map(|name| name.chars().count()).max().unwrap_or_default();
    let fields =
        record.iter().map(|(name, item)| format!("\n  {name:width$}  {}", in_line(&discreet(record, &name, item))));
    format!("{}{}", name(record), fields.collect::<String>())
}

/// One value a line.
pub(crate) fn list_in_lines(list: &List) -> String {
    let rows = list.iter().take(ROWS).map(|item| format!("\n  {}", in_line(&item)));
    let more = match list.len().saturating_sub(ROWS) {
        0 => String::new(),
        more => format!("\n  … {more} more"),
    };
    format!("{}{}{more}", extent(list), rows.collect::<String>())
}

/// Keys and passphrases in answers end up in logs and notebooks like anything else.
fn discreet<'a>(record: &Record, name: &str, item: Item<'a>) -> Item<'a> {
    match item {
        Item::Text(text) if !text.is_empty() && record.hides(name) => Item::Text("…".into()),
        item => item,
    }
}

/// The name of the record's shape.
pub(crate) fn name(record: &Record) -> &'static str {
    match record.kind() {
        Kind::Object(shape) => shape.name,
        _ => "Record",
    }
}

fn short(parts: impl Iterator<Item = String>, count: usize) -> String {
    let mut line = String::new();
    for (at, part) in parts.enumerate() {
        if at > 0 {
            line.push_str(", ");
        }
        if line.len() + part.len() > LINE {
            return format!("{line}… {} more", count - at);
        }
        line.push_str(&part);
    }
    line
}

fn in_line(item: &Item<'_>) -> String {
    match item {
        Item::Record(inner) => record(inner),
        Item::List(inner) => list(inner),
        item => value(item),
    }
}

/// A value inside a line; what is nested only shows that it is there.
fn value(item: &Item<'_>) -> String {
    match item {
        Item::Text(text) => quoted(text),
        Item::Words(words) => format!("[{}]", short(words.iter().map(|word| quoted(word)), words.len())),
        Item::Record(inner) if inner.is_empty() => format!("{}()", name(inner)),
        Item::Record(inner) => format!("{}(…)", name(inner)),
        Item::List(inner) if inner.is_empty() => "[]".to_owned(),
        Item::List(inner) => format!("[{}]", extent(inner)),
        item => bare(item),
    }
}

fn bare(item: &Item<'_>) -> String {
    match item {
        Item::Flag(true) => "True".to_owned(),
        Item::Flag(false) => "False".to_owned(),
        Item::Integer(number) => number.to_string(),
        Item::Amount(amount) => amount.to_string(),
        Item::Time(time) => time.to_string(),
        _ => "None".to_owned(),
    }
}

fn quoted(text: &str) -> String {
    let escaped: String =
        cut(text).chars().flat_map(|c| if c == '"' { vec![c] } else { c.escape_debug().collect() }).collect();
    format!("'{escaped}'")
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(TEXT) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// Tables for notebooks.
#[derive(Default)]
pub(crate) struct Html(String);

impl Html {
    /// Two columns: name and value.
    pub(crate) fn record(record: &Record) -> String {
        let mut html = Html::default();
        html.0.push_str("<table>");
        html.caption(name(record));
        for (name, item) in record.iter() {
            let cell = in_cell(&discreet(record, &name, item));
            html.row(&[("th", name.into_owned()), ("td", cell)]);
        }
        html.0.push_str("</table>");
        html.0
    }

    /// The first rows, one column a field.
    pub(crate) fn list(list: &List) -> String {
        let mut html = Html::default();
        let rows: Vec<Item<'_>> = list.iter().take(ROWS).collect();
        let mut columns: Vec<String> = Vec::new();
        for name in rows.iter().filter_map(as_record).flat_map(Record::names) {
            if !columns.iter().any(|column| *column == name) {
                columns.push(name.into_owned());
            }
        }
        let left_out = columns.len().saturating_sub(COLUMNS);
        columns.truncate(COLUMNS);
        html.0.push_str("<table>");
        html.caption(&extent(list));
        if !columns.is_empty() {
            html.row(&columns.iter().map(|column| ("th", column.clone())).collect::<Vec<_>>());
        }
        for row in &rows {
            let cell = |column: &String| {
                let row = as_record(row)?;
                row.get(column).map(|item| in_cell(&discreet(row, column, item)))
            };
            let cells: Vec<_> = match as_record(row) {
                Some(_) => columns.iter().map(|column| ("td", cell(column).unwrap_or_default())).collect(),
                None => vec![("td", in_cell(row))],
            };
            html.row(&cells);
        }
        html.0.push_str("</table>");
        html.note(list.len().saturating_sub(ROWS), "rows");
        html.note(left_out, "columns");
        html.0
    }

    fn caption(&mut self, text: &str) {
        self.0.push_str("<caption>");
        self.text(text);
        self.0.push_str("</caption>");
    }

    fn row(&mut self, cells: &[(&str, String)]) {
        self.0.push_str("<tr>");
        for (tag, text) in cells {
            self.0.push_str(&format!("<{tag} style=\"text-align:left\">"));
            self.text(text);
            self.0.push_str(&format!("</{tag}>"));
        }
        self.0.push_str("</tr>");
    }

    fn note(&mut self, count: usize, what: &str) {
        if count > 0 {
            self.0.push_str(&format!("<p>… and {count} more {what}</p>"));
        }
    }

    fn text(&mut self, text: &str) {
        self.0.push_str(&escaped(text));
    }
}

/// Text as HTML.
pub(crate) fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            c => html.push(c),
        }
    }
    html
}

fn as_record<'a>(item: &'a Item<'_>) -> Option<&'a Record> {
    match item {
        Item::Record(record) => Some(record),
        _ => None,
    }
}

fn in_cell(item: &Item<'_>) -> String {
    match item {
        Item::Text(text) => cut(text),
        Item::Words(words) => cut(&words.join(", ")),
        Item::Null => String::new(),
        item => in_line(item),
    }
}
