//! Options by name, as the bindings hand them over, read with everything that is wrong with them.

use crate::{Amount, Problem, Time, Value, Zone};

/// Reads options with everything that is wrong with them.
pub(crate) fn read_all<'v, T>(
    options: &'v Value,
    read: impl FnOnce(&mut Options<'v, '_>) -> Option<T>,
) -> Result<T, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut options = Options::new(options, "", &mut problems);
    let read = read(&mut options);
    options.finish();
    finished(read, problems)
}

/// What was read, unless something is wrong.
pub(crate) fn finished<T>(read: Option<T>, problems: Vec<Problem>) -> Result<T, Vec<Problem>> {
    match read {
        Some(read) if problems.is_empty() => Ok(read),
        _ => Err(problems),
    }
}

/// Named values that are being read. What is wrong is noted, and reading goes on.
pub(crate) struct Options<'v, 'p> {
    pub(crate) fields: &'v [(String, Value)],
    /// Where they stand, with a dot behind it.
    pub(crate) path: String,
    asked: Vec<&'static str>,
    pub(crate) problems: &'p mut Vec<Problem>,
}

impl<'v, 'p> Options<'v, 'p> {
    /// Reads a group of values that stands at `path`.
    pub(crate) fn new(value: &'v Value, path: &str, problems: &'p mut Vec<Problem>) -> Options<'v, 'p> {
        let fields = match value {
            Value::Map(fields) => fields.as_slice(),
            other => {
                // A text alone may be a secret, such as a key without its name.
                let got = if let Value::Text(_) = other { "a text".to_owned() } else { other.in_words() };
                problems.push(Problem::new(path, format!("expected named values, got {got}")));
                &[]
            }
        };
        let path = if path.is_empty() { String::new() } else { format!("{path}.") };
        Options { fields, path, asked: Vec::new(), problems }
    }

    /// Notes the names that nobody asked for.
    pub(crate) fn finish(self) {
        for (name, _) in self.fields.iter().filter(|(name, _)| !self.asked.contains(&name.as_str())) {
            let names = self.asked.join("`, `");
            self.problems
                .push(Problem::new(format!("{}{name}", self.path), format!("there is none; there are `{names}`")));
        }
    }

    pub(crate) fn wrong(&mut self, name: &str, message: impl Into<String>) {
        self.problems.push(Problem::new(format!("{}{name}", self.path), message.into()));
    }

    /// The value of that name, unless it is nothing.
    pub(crate) fn value(&mut self, name: &'static str) -> Option<&'v Value> {
        if !self.asked.contains(&name) {
            self.asked.push(name);
        }
        let found = self.fields.iter().find(|(other, _)| other == name);
        found.map(|(_, value)| value).filter(|value| **value != Value::Null)
    }

    /// Whether there is a value of that name that is not nothing.
    pub(crate) fn given(&self, name: &str) -> bool {
        self.fields.iter().any(|(other, value)| other == name && *value != Value::Null)
    }

    /// Notes that something is missing, unless it is there.
    pub(crate) fn require(&mut self, name: &str, what: &str) {
        if !self.given(name) {
            self.wrong(name, format!("is missing; {what}"));
        }
    }

    /// An exact decimal: an amount of money, or percent.
    pub(crate) fn amount(&mut self, name: &'static str) -> Option<Amount> {
        let value = self.value(name)?;
        match exact(value) {
            Ok(amount) => Some(amount),
            Err(message) => {
                self.wrong(name, message);
                None
            }
        }
    }

    pub(crate) fn flag(&mut self, name: &'static str) -> Option<bool> {
        match self.value(name)? {
            Value::Bool(flag) => Some(*flag),
            other => {
                self.wrong(name, format!("expected true or false, got {}", other.in_words()));
                None
            }
        }
    }

    pub(crate) fn whole(&mut self, name: &'static str, least: i64, most: i64) -> Option<i64> {
        match self.value(name)? {
            Value::Integer(number) if (least..=most).contains(number) => Some(*number),
            other => {
                self.wrong(name, format!("expected a whole number from {least} to {most}, got {}", other.in_words()));
                None
            }
        }
    }

    pub(crate) fn text(&mut self, name: &'static str) -> Option<&'v str> {
        match self.value(name)? {
            Value::Text(text) => Some(text),
            other => {
                self.wrong(name, format!("expected a text, got {}", other.in_words()));
                None
            }
        }
    }

    /// A day such as `2026-10-05`.
    pub(crate) fn day(&mut self, name: &'static str) -> Option<Time> {
        let value = self.value(name)?;
        let day = match value {
            Value::Text(text) => Time::parse(text, Zone::Berlin).ok(),
            Value::Time(time) => Some(*time),
            _ => None,
        };
        let day = day.filter(|day| day.is_date());
        if day.is_none() {
            self.wrong(name, format!("expected a day such as 2026-10-05, got {}", value.in_words()));
        }
        day
    }

    /// One of some words.
    pub(crate) fn word<T: Copy>(&mut self, name: &'static str, words: &[(&str, T)]) -> Option<T> {
        let text = self.text(name)?;
        let found = words.iter().find(|(word, _)| *word == text);
        if found.is_none() {
            let words: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            self.wrong(name, format!("expected one of {}, got {}", words.join(", "), crate::value::quoted(text)));
        }
        found.map(|(_, value)| *value)
    }

    pub(crate) fn list(&mut self, name: &'static str) -> &'v [Value] {
        match self.value(name) {
            None => &[],
            Some(Value::List(items)) => items,
            Some(other) => {
                self.wrong(name, format!("expected a list, got {}", other.in_words()));
                &[]
            }
        }
    }

    /// A list of texts.
    pub(crate) fn texts(&mut self, name: &'static str) -> Vec<String> {
        let mut texts = Vec::new();
        for (at, item) in self.list(name).iter().enumerate() {
            match item {
                Value::Text(text) => texts.push(text.clone()),
                other => self.wrong(&format!("{name}[{at}]"), format!("expected a text, got {}", other.in_words())),
            }
        }
        texts
    }

    /// A group of values, read by itself.
    pub(crate) fn group<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(&mut Options<'v, '_>) -> Option<T>,
    ) -> Option<T> {
        let value = self.value(name)?;
        let mut options = Options::new(value, &format!("{}{name}", self.path), self.problems);
        let read = read(&mut options);
        options.finish();
        read
    }

    /// The records of a list, each read by itself.
    pub(crate) fn each<T>(&mut self, name: &'static str, read: impl Fn(&mut Options<'v, '_>) -> T) -> Vec<T> {
        let mut all = Vec::new();
        for (at, item) in self.list(name).iter().enumerate() {
            let path = format!("{}{name}[{at}]", self.path);
            let mut options = Options::new(item, &path, self.problems);
            if matches!(item, Value::Map(_)) {
                all.push(read(&mut options));
                options.finish();
            }
        }
        all
    }

    /// One record, or several in a list, each read by itself.
    pub(crate) fn one_or_each<T>(&mut self, name: &'static str, read: impl Fn(&mut Options<'v, '_>) -> T) -> Vec<T> {
        match self.value(name) {
            Some(one @ Value::Map(_)) => {
                let mut options = Options::new(one, &format!("{}{name}", self.path), self.problems);
                let one = read(&mut options);
                options.finish();
                vec![one]
            }
            _ => self.each(name, read),
        }
    }

    /// Notes what a check finds, at the place where these options stand. What was found already is not said again.
    pub(crate) fn check(&mut self, check: impl Fn(&mut Vec<Problem>)) {
        let mut found = Vec::new();
        check(&mut found);
        self.took(if found.is_empty() { Ok(()) } else { Err(found) });
    }

    /// What came of these options, or nothing, with what is wrong noted at the place where they stand. What was found
    /// already is not said again.
    pub(crate) fn took<T>(&mut self, result: Result<T, Vec<Problem>>) -> Option<T> {
        let found = match result {
            Ok(value) => return Some(value),
            Err(found) => found,
        };
        for problem in found {
            let path = format!("{}{}", self.path, problem.path);
            let path = path.trim_end_matches('.').to_owned();
            if self.problems.iter().all(|other| !other.path.starts_with(&path)) {
                self.problems.push(Problem::new(path, problem.message));
            }
        }
        None
    }
}

/// An exact decimal from a value: a text, a whole number or an amount.
///
/// # Errors
/// What is wrong with it and how to write it.
pub fn exact(value: &Value) -> Result<Amount, String> {
    match value {
        Value::Amount(amount) => Ok(*amount),
        Value::Integer(number) => Amount::new(*number, 0).ok_or_else(String::new),
        Value::Text(text) => Amount::parse(text).map_err(|error| error.to_string()),
        Value::Float(_) => {
            Err(format!("{} cannot hold cents exactly; write the amount as a text such as \"29.75\"", value.in_words()))
        }
        other => Err(format!("expected an exact decimal such as \"29.75\", got {}", other.in_words())),
    }
}
