//! What is known while a list is read, and what to call next.

use super::cursor::Cursor;
use super::identity::{self, Key};
use super::moments::{Fixed, fixed};
use super::paging::Paging;
use super::reading::{EDGE, Page, Read, Reading, push_to_tail};
use super::rows::Rows;
use super::table::{MOST_PAGES, PAGE_NO, PAGE_SIZE, Paged, is_list, paged};
use super::window::Windows;
use crate::wire::check::check;
use crate::wire::form::encode;
use crate::wire::{Kind, Spec};
use crate::{Answer, Error, Item, List, Problem, Time, Value};

/// A list that is being read.
pub(crate) struct State {
    pub(crate) spec: &'static Spec,
    paged: Option<&'static Paged>,
    /// What every call is given.
    parameters: Vec<(String, Value)>,
    windows: Option<Windows>,
    most_pages: u64,
    reading: Reading,
    cursor: Cursor,
    /// What the page before came to, for cursors in the middle of it.
    last: Option<Last>,
    pub(crate) total: Option<u64>,
    /// How many pages were taken, so that one that was overtaken is noticed.
    pub(crate) turn: u64,
}

/// The cursor before a page, and its new rows with their places in the list.
struct Last {
    before: Cursor,
    /// Rows that have come in between have no place.
    rows: Vec<(Key, Option<u64>)>,
}

impl State {
    pub(crate) fn new(spec: &'static Spec, given: &Value, now: Time, paging: &Paging) -> Result<State, Vec<Problem>> {
        let mut problems = Vec::new();
        let paged = paged(spec.name);
        if !is_list(spec) {
            return Err(vec![Problem::new("", "does not answer a list of rows; call it as it is")]);
        }
        let fields: &[(String, Value)] = if let Value::Map(fields) = given { fields } else { &[] };
        // What came of the cursor is about the parameters as they are given: `-3d` stays `-3d`.
        let form = check(Some(spec), given).unwrap_or_else(|found| {
            problems = found;
            Vec::new()
        });
        let value = |name: &str| fields.iter().find(|(other, _)| other == name).map(|(_, value)| value);
        let given_value = |name: &str| value(name).filter(|value| **value != Value::Null);
        if paged.is_some() && given_value(PAGE_NO).is_some() {
            problems.push(Problem::new(PAGE_NO, "is counted here; leave it out"));
        }
        let windows = paged
            .filter(|paged| paged.has_period)
            .and_then(|_| period(given_value("from"), given_value("to"), now, paging, &mut problems));
        if windows.is_none() && paged.is_none_or(|paged| !paged.has_period) && paging.window.is_some() {
            problems.push(Problem::new("window", "this list has no period that could be read in parts"));
        }
        let word = |name: &str| form.iter().find(|(other, _)| other == name).map(|(_, word)| word.as_str());
        if word("sort_by").is_some_and(|by| by != "date") {
            let advice = "expected `date`: what changes while pages are read makes rows come twice or not at all";
            problems.push(Problem::new("sort_by", advice));
        }
        let mut told = form.clone();
        told.retain(|(name, _)| name != PAGE_SIZE && name != PAGE_NO);
        told.sort();
        let parameters = identity::to_text([&identity::hash(identity::NOTHING, encode(&told).as_bytes())]);
        let size = match (word(PAGE_SIZE).and_then(|size| size.parse().ok()), paged) {
            (Some(size), Some(_)) => size,
            (None, Some(paged)) => u64::from(paged.size),
            (_, None) => 0,
        };
        let mut state = State {
            spec,
            paged,
            parameters: fields
                .iter()
                .filter(|(name, _)| paged.is_none() || !is_ours(name, windows.is_some()))
                .cloned()
                .collect(),
            windows,
            most_pages: u64::from(paging.most_pages.unwrap_or(MOST_PAGES)),
            reading: Reading::new(size, paged.map_or(0, |paged| u64::from(paged.default_size))),
            cursor: Cursor { function: spec.name.to_owned(), parameters, ..Cursor::default() },
            last: None,
            total: None,
            turn: 0,
        };
        if paged.is_some_and(|paged| paged.is_sorted) {
            for (name, ours) in [("sort_by", "date"), ("sort_order", "asc")] {
                if given_value(name).is_none() {
                    state.parameters.push((name.to_owned(), ours.into()));
                }
            }
        }
        if let Some(cursor) = &paging.cursor {
            state.resume(cursor, &mut problems);
        }
        if problems.is_empty() { Ok(state) } else { Err(problems) }
    }

    fn resume(&mut self, cursor: &Cursor, problems: &mut Vec<Problem>) {
        if cursor.function != self.cursor.function {
            let message = format!("belongs to {}; begin anew without a cursor", crate::value::quoted(&cursor.function));
            problems.push(Problem::new("cursor", message));
            return;
        }
        if cursor.parameters != self.cursor.parameters {
            let message = "belongs to other parameters; give those it came from, or begin anew without a cursor";
            problems.push(Problem::new("cursor", message));
            return;
        }
        if let Some(windows) = &mut self.windows {
            let ends = [&cursor.from, &cursor.to].map(|text| text.as_deref().and_then(Fixed::read));
            let [Some(from), Some(to)] = ends else {
                problems.push(Problem::new("cursor", "is damaged; begin anew without a cursor"));
                return;
            };
            *windows = Windows { from, to, length: cursor.length, begins: cursor.begins, cuts: cursor.cuts.clone() };
        }
        if self.paged.is_some() {
            self.reading.size = self.reading.size.min(cursor.size.max(1));
        }
        self.cursor.rows = cursor.rows;
        self.cursor.is_over = cursor.is_over;
        self.reading.resume(cursor.position, cursor.tail.clone(), cursor.head.clone(), cursor.edge.clone());
    }

    /// Whether the list was read to its end.
    pub(crate) fn is_over(&self) -> bool {
        self.cursor.is_over
    }

    /// How many rows were handed out.
    pub(crate) fn rows(&self) -> u64 {
        self.cursor.rows
    }

    /// The parameters of the next call.
    pub(crate) fn call(&self) -> Value {
        let mut parameters = self.parameters.clone();
        if let Some(windows) = &self.windows {
            let (from, to) = windows.told();
            parameters.extend([("from".to_owned(), from.into()), ("to".to_owned(), to.into())]);
        }
        if self.paged.is_some() {
            let asked = self.reading.asked();
            let number = |number: u64| Value::Integer(i64::try_from(number).unwrap_or(i64::MAX));
            parameters.extend([(PAGE_NO.to_owned(), number(asked.no)), (PAGE_SIZE.to_owned(), number(asked.size))]);
        }
        Value::Map(parameters)
    }

    /// What is new in the answer to that call.
    pub(crate) fn took(&mut self, answer: Answer) -> Result<Rows, Error> {
        let list = listed(&answer)?;
        let identity = self.paged.map_or(&["id"] as &[&str], |paged| paged.identity);
        let page = Page {
            keys: identity::keys(&list, identity),
            size: counter(&answer, PAGE_SIZE),
            count: counter(&answer, "page_count"),
        };
        self.turn += 1;
        let before = self.cursor();
        let pages = page.count.unwrap_or_default();
        if self.reading.asked().no == 1
            && self.reading.is_untouched()
            && pages > self.most_pages
            && self.windows.as_mut().is_some_and(Windows::cut)
        {
            return Ok(Rows::new(answer, list, Vec::new()));
        }
        let Read { fresh, ahead, offset, is_last } = self.reading.took(&page).map_err(|_| self.restless())?;
        let place = |at: usize| (at >= ahead).then(|| offset.saturating_add(at as u64).saturating_add(1));
        let rows: Vec<(Key, Option<u64>)> =
            fresh.iter().filter_map(|at| Some((*page.keys.get(*at)?, place(*at)))).collect();
        self.cursor.rows += rows.len() as u64;
        self.last = Some(Last { before, rows });
        let is_whole =
            self.windows.as_ref().is_none_or(|windows| windows.begins.is_none() && windows.told().1 == windows.to.text);
        self.total = counter(&answer, "item_count").filter(|_| is_whole).or(self.total.filter(|_| is_whole));
        if is_last {
            self.end()?;
        }
        Ok(Rows::new(answer, list, fresh))
    }

    /// The list, or a part of it, has been read to its end.
    fn end(&mut self) -> Result<(), Error> {
        if self.reading.is_looking() {
            self.reading.look();
            let message = "the rows it ends with are gone from the list; begin anew without a cursor";
            return Err(self.wrong("cursor", message));
        }
        if self.windows.as_mut().is_some_and(Windows::advance) {
            self.reading.advance();
        } else {
            self.cursor.is_over = true;
        }
        Ok(())
    }

    fn wrong(&self, path: &str, message: &str) -> Error {
        Error::Params { function: self.spec.name.to_owned(), problems: vec![Problem::new(path, message)] }
    }

    fn restless(&self) -> Error {
        Error::Unanswered {
            function: self.spec.name.to_owned(),
            reason:
                "the list changes faster than its pages can be read, or its pages do not follow page_no; go on later"
                    .to_owned(),
            maybe_done: false,
        }
    }

    /// Where reading has got to.
    pub(crate) fn cursor(&self) -> Cursor {
        let mut cursor = self.cursor.clone();
        if let Some(windows) = &self.windows {
            cursor.from = Some(windows.from.text.clone());
            cursor.to = Some(windows.to.text.clone());
            (cursor.length, cursor.begins, cursor.cuts) = (windows.length, windows.begins, windows.cuts.clone());
        }
        let Reading { size, position, tail, head, edge, .. } = &self.reading;
        (cursor.size, cursor.position) = (*size, *position);
        (cursor.tail, cursor.head, cursor.edge) = (tail.clone(), head.clone(), edge.clone());
        cursor
    }

    /// Where reading has got to when only so many of the last page's rows were used.
    pub(crate) fn cursor_after(&self, used: usize) -> Cursor {
        match &self.last {
            Some(Last { before, rows }) if used < rows.len() => {
                let mut cursor = before.clone();
                for (key, place) in rows.iter().take(used) {
                    let Some(position) = place else { continue };
                    cursor.position = *position;
                    push_to_tail(&mut cursor.tail, *key);
                    if cursor.head.len() < EDGE {
                        cursor.head.push(*key);
                    }
                }
                cursor.rows += used as u64;
                cursor
            }
            _ => self.cursor(),
        }
    }
}

/// Whether the parameter is one that is filled in here.
fn is_ours(name: &str, has_period: bool) -> bool {
    name == PAGE_NO || name == PAGE_SIZE || has_period && matches!(name, "from" | "to")
}

/// The period, with everything that is wrong with it.
fn period(
    from: Option<&Value>,
    to: Option<&Value>,
    now: Time,
    paging: &Paging,
    problems: &mut Vec<Problem>,
) -> Option<Windows> {
    if now.unix_seconds().is_none() {
        problems.push(Problem::new("now", "expected a moment, not a day"));
        return None;
    }
    let mut end = |name: &str, value: Option<&Value>| {
        let otherwise = Value::from("now");
        match fixed(value.unwrap_or(&otherwise), now) {
            Ok(fixed) => Some(fixed),
            Err(message) => {
                if problems.iter().all(|problem| problem.path != name) {
                    problems.push(Problem::new(name, message));
                }
                None
            }
        }
    };
    let (first, last) = (end("from", from), end("to", to));
    if from.is_none() {
        let message = "is missing; the service would answer the last 24 hours only, so say since when: `-30d`, \
            `2026-10-01`, or `start` for everything";
        problems.push(Problem::new("from", message));
        return None;
    }
    let (first, last) = (first?, last?);
    let Some((_, until)) = last.span else {
        problems.push(Problem::new("to", "expected the end of the period; `start` is its beginning"));
        return None;
    };
    if first.span.is_some_and(|(since, _)| since > until) {
        problems.push(Problem::new("to", format!("lies before `from`, which is {}", first.text)));
    }
    let length = paging.window.map(|days| i64::from(days) * 86_400);
    Some(Windows::new(first, last, length))
}

/// A counter of the answer, as number or text.
fn counter(answer: &Answer, name: &str) -> Option<u64> {
    match answer.record()?.get(name)? {
        Item::Integer(number) => u64::try_from(number).ok().filter(|number| *number > 0),
        _ => None,
    }
}

/// The rows of the answer. An answer without its list has none, as where nothing was found.
fn listed(answer: &Answer) -> Result<List, Error> {
    if let Some(list) = answer.rows() {
        return Ok(list);
    }
    let fields = if let Kind::Object(shape) = answer.kind() { shape.fields } else { &[] };
    let name = fields.iter().find(|field| matches!(field.kind, Kind::List(_))).map_or("data", |field| field.name);
    match answer.record().as_ref().map(|record| (record.is_empty(), record.get(name))) {
        Some((true, _) | (_, None | Some(Item::Null))) => Ok(List::default()),
        Some((_, Some(Item::Text(text)))) if text.is_empty() => Ok(List::default()),
        _ => Err(Error::Shape {
            function: answer.function().to_owned(),
            problem: Problem::new(name, "expected a list of rows, the answer holds something else"),
            answer: Box::new(answer.clone()),
        }),
    }
}
