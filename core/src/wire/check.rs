//! Parameters on their way out: checked against the catalogue, all problems collected, turned into form fields.

use std::cmp::Ordering;

use super::form::{DEEPEST, Form};
use super::{Choice, Field, Kind, Limits, NO_LIMITS, Shape, Spec};
use crate::time::{check_day, check_month};
use crate::value::quoted;
use crate::{Amount, Moment, Problem, Value};

/// PHP cuts forms silently above about this many fields (inference from PHP's default; no document says so).
pub(crate) const MOST_FIELDS: usize = 1000;

/// More problems than this help nobody.
const MOST_PROBLEMS: usize = 100;

/// Fields that every function takes beside its own: the language of messages, and who is responsible.
pub(crate) const COMMON: &[&str] = &["language", "operator"];

/// The form of a call, or everything that is wrong with it.
pub(crate) fn check(spec: Option<&Spec>, params: &Value) -> Result<Form, Vec<Problem>> {
    let mut check = Check { form: Vec::new(), problems: Vec::new() };
    let fields = match params {
        Value::Map(fields) => fields.as_slice(),
        Value::Null => &[],
        other => {
            check.problem("", format!("expected parameters by name, got {}", other.in_words()));
            &[]
        }
    };
    match spec {
        Some(spec) => check.group(spec.arguments, fields, "", "", spec.open, COMMON),
        None => check.named(fields, "", "", &mut |check, _, value, path, wire| check.any(value, path, wire)),
    }
    if check.form.len() > MOST_FIELDS {
        let count = check.form.len();
        check.problem(
            "",
            format!(
                "{count} fields; the service reads about {MOST_FIELDS} and drops the rest silently, so split the call"
            ),
        );
    }
    if check.problems.is_empty() { Ok(check.form) } else { Err(check.problems) }
}

/// What is done with a named value.
type Each<'e> = &'e mut dyn FnMut(&mut Check, &str, &Value, &str, &str);

struct Check {
    form: Form,
    problems: Vec<Problem>,
}

impl Check {
    fn problem(&mut self, path: &str, message: impl Into<String>) {
        match self.problems.len().cmp(&MOST_PROBLEMS) {
            Ordering::Less => self.problems.push(Problem::new(path, message)),
            Ordering::Equal => {
                self.problems.push(Problem::new("", "there is more that is wrong; this is enough for now"))
            }
            Ordering::Greater => {}
        }
    }

    /// Each of some named values, unless its name cannot travel: name, value, path, and name in the form.
    fn named(&mut self, values: &[(String, Value)], path: &str, wire: &str, each: Each<'_>) {
        if self.is_too_deep(path, wire) {
            return;
        }
        for (at, (name, value)) in values.iter().enumerate() {
            let (path, wire) = (join(path, name), nested(wire, name));
            // Beyond the most fields the call is refused anyway.
            if values.iter().take(at.min(MOST_FIELDS)).any(|(before, _)| before == name) {
                self.problem(&path, "is given twice");
            } else if self.name_travels(&path, name) {
                each(self, name, value, &path, &wire);
            }
        }
    }

    /// Whether PHP would drop what lies here.
    fn is_too_deep(&mut self, path: &str, wire: &str) -> bool {
        let deep = wire.matches('[').count() >= DEEPEST;
        if deep {
            self.problem(path, format!("is nested deeper than the {DEEPEST} levels that the service reads"));
        }
        deep
    }

    fn expected(&mut self, path: &str, what: &str, value: &Value) {
        self.problem(path, format!("expected {what}, got {}", value.in_words()));
    }

    fn send(&mut self, wire: &str, text: impl Into<String>) {
        self.form.push((wire.to_owned(), text.into()));
    }

    /// Named values along a shape. `path` is how a person writes the place, `wire` how the form does.
    fn group(
        &mut self,
        shape: &Shape,
        values: &[(String, Value)],
        path: &str,
        wire: &str,
        open: bool,
        common: &[&str],
    ) {
        for field in shape.fields.iter().filter(|field| field.required) {
            if values.iter().all(|(name, value)| name != field.name || *value == Value::Null) {
                self.problem(&join(path, field.name), format!("required: {}", wanted(field.kind)));
            }
        }
        self.named(values, path, wire, &mut |check, name, value, path, wire| match shape
            .fields
            .iter()
            .find(|field| field.takes(name))
        {
            Some(field) => check.field(field, value, path, wire),
            None if common.contains(&name) => check.text(value, &NO_LIMITS, path, wire),
            None if open => check.any(value, path, wire),
            None => check.unknown(shape, name, path, common),
        });
    }

    fn unknown(&mut self, shape: &Shape, name: &str, path: &str, common: &[&str]) {
        let known = shape.fields.iter().map(|field| field.name).chain(common.iter().copied());
        let advice = match closest(name, known) {
            Some(close) => format!("did you mean {close}?"),
            None => "a raw call takes any name".to_owned(),
        };
        self.problem(path, format!("there is no such parameter; {advice}"));
    }

    fn field(&mut self, field: &Field, value: &Value, path: &str, wire: &str) {
        if field.required && value.is_empty() {
            return self.problem(path, format!("required: {}, got an empty one", wanted(field.kind)));
        }
        let before = self.sofar();
        self.kind(field.kind, field.limits, value, path, wire);
        if field.required && *value != Value::Null && self.sofar() == before {
            self.problem(path, format!("required: {}, got an empty one", wanted(field.kind)));
        }
    }

    /// How much was sent and how much was wrong until now.
    fn sofar(&self) -> (usize, usize) {
        (self.form.len(), self.problems.len())
    }

    /// A value of a list. One that sends nothing would leave a gap, from which on PHP no longer sees a list.
    fn item(&mut self, path: &str, put: impl FnOnce(&mut Check)) {
        let before = self.sofar();
        put(self);
        if self.sofar() == before {
            self.problem(path, "nothing to send; take it out of the list");
        }
    }

    fn kind(&mut self, kind: Kind, limits: &Limits, value: &Value, path: &str, wire: &str) {
        match (kind, value) {
            (_, Value::Null) => {}
            (_, Value::Odd(_)) => self.expected(path, wanted(kind), value),
            (Kind::Any | Kind::OneOrMany(_) | Kind::Loose(_), _) => self.any(value, path, wire),
            (Kind::Text | Kind::PerLanguage, _) => self.text(value, limits, path, wire),
            (Kind::Id, Value::Integer(number)) => self.send(wire, number.to_string()),
            (Kind::Id, _) => self.text(value, limits, path, wire),
            (Kind::Integer, _) => self.integer(value, limits, path, wire),
            (Kind::Amount, _) => self.amount(value, limits, path, wire),
            (Kind::Flag, _) => self.flag(value, path, wire),
            (Kind::Time | Kind::Moment, _) => {
                self.dated(value, |text| Moment::check(text).map_err(|wrong| wrong.to_string()), path, wire);
            }
            (Kind::Day, _) => self.dated(value, |text| check_day(text).map_err(|wrong| wrong.to_string()), path, wire),
            (Kind::Month, _) => {
                self.dated(value, |text| check_month(text).map_err(|wrong| wrong.to_string()), path, wire)
            }
            (Kind::Joined, _) => self.joined(value, path, wire),
            (Kind::Choice(choice), _) => self.choice(choice, value, path, wire),
            (Kind::Object(shape), Value::Map(fields)) => self.group(shape, fields, path, wire, false, &[]),
            (Kind::List(_), Value::List(_)) if self.is_too_deep(path, wire) => {}
            (Kind::List(kind), Value::List(items)) => {
                for (at, item) in items.iter().enumerate() {
                    let path = format!("{path}[{at}]");
                    self.item(&path, |check| check.kind(*kind, limits, item, &path, &nested(wire, &at.to_string())));
                }
            }
            (Kind::Map(kind), Value::Map(fields)) => {
                self.named(fields, path, wire, &mut |check, _, value, path, wire| {
                    check.kind(*kind, limits, value, path, wire);
                });
            }
            (Kind::Object(_) | Kind::List(_) | Kind::Map(_), _) => self.expected(path, wanted(kind), value),
        }
    }

    /// Whether the name of a field can be put between brackets.
    fn name_travels(&mut self, path: &str, name: &str) -> bool {
        let mut fine = !name.is_empty() && !name.contains(['[', ']', '\0', '&', '=']);
        let mut rule = "no brackets, `&`, `=`, NUL, and not empty";
        if fine && path == name && name.contains(['.', ' ']) {
            (fine, rule) = (false, "PHP would read a dot or a blank as `_`");
        }
        if !fine {
            self.problem(path, format!("{} cannot be the name of a field: {rule}", quoted(name)));
        }
        fine
    }

    fn text(&mut self, value: &Value, limits: &Limits, path: &str, wire: &str) {
        let Value::Text(text) = value else { return self.expected(path, "a text", value) };
        let length = text.chars().count();
        if let Some(most) = limits.max_len
            && length > most
        {
            self.problem(path, format!("at most {most} characters, got {length}"));
        }
        self.plain(text, path, wire);
    }

    /// Sends a text as it is, unless the service would cut it.
    fn plain(&mut self, text: &str, path: &str, wire: &str) {
        match text.find('\0') {
            Some(at) => self.problem(path, format!("contains a NUL character at byte {at}; take it out")),
            None => self.send(wire, text),
        }
    }

    fn integer(&mut self, value: &Value, limits: &Limits, path: &str, wire: &str) {
        let Value::Integer(number) = value else { return self.expected(path, "a whole number", value) };
        match (limits.min, limits.max) {
            (Some(least), _) if *number < least => {
                self.problem(path, format!("expected {least} or more, got {number}"))
            }
            (_, Some(most)) if *number > most => self.problem(path, format!("expected {most} or less, got {number}")),
            _ => self.send(wire, number.to_string()),
        }
    }

    fn amount(&mut self, value: &Value, limits: &Limits, path: &str, wire: &str) {
        let amount = match value {
            Value::Amount(amount) => *amount,
            Value::Integer(number) => match Amount::new(*number, 0) {
                Some(amount) => amount,
                None => return self.expected(path, "an exact decimal such as \"9.90\"", value),
            },
            Value::Text(text) => match text.parse() {
                Ok(amount) => amount,
                Err(_) => return self.expected(path, "an exact decimal such as \"9.90\"", value),
            },
            Value::Float(_) => {
                return self.problem(
                    path,
                    format!("expected an exact decimal such as \"9.90\", got {}; write it as text", value.in_words()),
                );
            }
            _ => return self.expected(path, "an exact decimal such as \"9.90\"", value),
        };
        let digits = limits.digits;
        if amount.decimals() > digits {
            self.problem(path, format!("at most {digits} decimals, got {amount}"));
        } else if limits.positive && (amount.is_zero() || amount.is_negative()) {
            self.problem(path, format!("expected more than zero, got {amount}"));
        } else if limits.nonzero && amount.is_zero() {
            self.problem(path, "zero changes nothing; expected an amount");
        } else {
            // Without needless zeros: 19.5000 travels as 19.50.
            let places = amount.decimals().max(2);
            let shortest = amount.minor_units(places).ok().and_then(|units| Amount::new(units, places));
            self.send(wire, shortest.unwrap_or(amount).to_string());
        }
    }

    fn flag(&mut self, value: &Value, path: &str, wire: &str) {
        match value {
            Value::Bool(true) => self.send(wire, "Y"),
            Value::Bool(false) => self.send(wire, "N"),
            Value::Text(text) if text == "Y" || text == "N" => self.send(wire, text.as_str()),
            _ => self.expected(path, "true or false", value),
        }
    }

    /// A point in time. An empty text clears the field, as the vendor documents for vouchers.
    fn dated(&mut self, value: &Value, check: impl Fn(&str) -> Result<(), String>, path: &str, wire: &str) {
        let text = match value {
            Value::Text(text) => text,
            Value::Time(time) => &time.to_string(),
            _ => return self.expected(path, "a moment as text", value),
        };
        match check(text) {
            Err(wrong) if !text.is_empty() => self.problem(path, wrong),
            _ => self.send(wire, text.as_str()),
        }
    }

    fn joined(&mut self, value: &Value, path: &str, wire: &str) {
        let items = match value {
            Value::List(items) => items.as_slice(),
            single => std::slice::from_ref(single),
        };
        let mut words = Vec::new();
        for (at, item) in items.iter().enumerate() {
            let path = if matches!(value, Value::List(_)) { format!("{path}[{at}]") } else { path.to_owned() };
            match item {
                Value::Integer(number) => words.push(number.to_string()),
                Value::Text(text) if text.contains('\0') => {
                    self.problem(&path, "contains a NUL character; take it out")
                }
                Value::Text(text) if matches!(value, Value::List(_)) && text.contains(',') => {
                    self.problem(
                        &path,
                        format!("{} holds a comma, which separates the values of this list", quoted(text)),
                    );
                }
                Value::Text(text) if text.is_empty() || text.split(',').any(|word| word.trim().is_empty()) => {
                    self.problem(&path, "an empty text among the values; take it out");
                }
                Value::Text(text) => words.push(text.clone()),
                _ => self.expected(&path, "a text or a whole number", item),
            }
        }
        if !items.is_empty() {
            self.send(wire, words.join(","));
        }
    }

    fn choice(&mut self, choice: &Choice, value: &Value, path: &str, wire: &str) {
        let Value::Text(text) = value else {
            if let Value::Integer(number) = value {
                return self.choice(choice, &Value::Text(number.to_string()), path, wire);
            }
            return self.expected(path, &format!("one of {}", choice.values.join(", ")), value);
        };
        if choice.open || choice.values.contains(&text.as_str()) {
            return self.plain(text, path, wire);
        }
        let advice = closest(text, choice.values.iter().copied()).map(|close| format!("; did you mean {close}?"));
        self.problem(
            path,
            format!("expected one of {}, got {}{}", choice.values.join(", "), quoted(text), advice.unwrap_or_default()),
        );
    }

    /// A value about which the catalogue says nothing.
    fn any(&mut self, value: &Value, path: &str, wire: &str) {
        match value {
            Value::Null => {}
            Value::Bool(flag) => self.send(wire, if *flag { "Y" } else { "N" }),
            Value::Integer(number) => self.send(wire, number.to_string()),
            Value::Amount(amount) => self.send(wire, amount.to_string()),
            Value::Time(time) => self.send(wire, time.to_string()),
            Value::Text(text) => self.plain(text, path, wire),
            Value::Float(_) => {
                self.problem(path, format!("got {}; write decimals as text such as \"9.90\"", value.in_words()))
            }
            Value::Odd(_) => self.expected(path, "a value that can be sent", value),
            Value::List(_) if self.is_too_deep(path, wire) => {}
            Value::List(items) => {
                for (at, item) in items.iter().enumerate() {
                    let path = format!("{path}[{at}]");
                    self.item(&path, |check| check.any(item, &path, &nested(wire, &at.to_string())));
                }
            }
            Value::Map(fields) => {
                self.named(fields, path, wire, &mut |check, _, value, path, wire| check.any(value, path, wire));
            }
        }
    }
}

impl Field {
    /// Whether a parameter of this name is this field. Other spellings are for answers only.
    pub(crate) fn takes(&self, name: &str) -> bool {
        match self.kind {
            Kind::PerLanguage => self.answers_to(name),
            _ => self.name == name,
        }
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

fn nested(wire: &str, name: &str) -> String {
    if wire.is_empty() { name.to_owned() } else { format!("{wire}[{name}]") }
}

/// What a kind takes, in words.
fn wanted(kind: Kind) -> &'static str {
    match kind {
        Kind::Text | Kind::PerLanguage => "a text",
        Kind::Id => "an id: a text or a whole number",
        Kind::Integer => "a whole number",
        Kind::Amount => "an exact decimal such as \"9.90\"",
        Kind::Flag => "true or false",
        Kind::Time | Kind::Moment => "a moment such as `2026-10-05 14:00:00`, `now` or `-3d`",
        Kind::Day => "a day such as `2026-10-05`",
        Kind::Month => "a month such as `2026-10`",
        Kind::Joined => "a list of texts or whole numbers",
        Kind::Choice(_) => "one of the documented words",
        Kind::Object(_) | Kind::Map(_) => "a group of fields",
        Kind::List(_) => "a list",
        Kind::Any | Kind::OneOrMany(_) | Kind::Loose(_) => "a value",
    }
}

/// The known name that looks most like `name`, if one does.
pub(crate) fn closest<'k>(name: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    const LONGEST: usize = 64;
    if name.len() > LONGEST {
        return None;
    }
    let lower = name.to_ascii_lowercase();
    known
        .map(|candidate| (distance(&lower, &candidate.to_ascii_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance <= 2.max(candidate.len() / 4))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// How many letters have to be added, dropped or changed to get from one text to the other.
fn distance(from: &str, to: &str) -> usize {
    let mut row: Vec<usize> = (0..=to.chars().count()).collect();
    for (at, a) in from.chars().enumerate() {
        let mut diagonal = at;
        let mut left = at + 1;
        for (cell, b) in row.iter_mut().skip(1).zip(to.chars()) {
            let above = *cell;
            *cell = (diagonal + usize::from(a != b)).min(left + 1).min(above + 1);
            left = *cell;
            diagonal = above;
        }
        if let Some(first) = row.first_mut() {
            *first = at + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}
