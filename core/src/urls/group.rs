//! Parameters as they are looked at before they are sent: by name, each with its place.

use super::finding::{Fault, Finding};
use crate::options::exact;
use crate::{Amount, Value};

/// Named values that stand at a place, and what is found in them.
#[derive(Clone)]
pub(super) struct Group<'v> {
    value: &'v Value,
    path: String,
}

impl<'v> Group<'v> {
    pub(super) fn new(value: &'v Value, path: &str) -> Group<'v> {
        Group { value, path: path.to_owned() }
    }

    /// The place of a field.
    pub(super) fn at(&self, name: &str) -> String {
        format!("{}.{name}", self.path)
    }

    /// The value, unless there is nothing of it on the wire.
    pub(super) fn get(&self, name: &str) -> Option<&'v Value> {
        self.value.get(name).filter(|value| **value != Value::Null && !value.is_empty())
    }

    /// Whether there is such a field at all, also an empty one.
    pub(super) fn has(&self, name: &str) -> bool {
        self.value.get(name).is_some_and(|value| *value != Value::Null)
    }

    pub(super) fn given(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Whether anything is given at all.
    pub(super) fn is_given(&self) -> bool {
        self.fields().iter().any(|(_, value)| *value != Value::Null && !value.is_empty())
    }

    pub(super) fn fields(&self) -> &'v [(String, Value)] {
        match self.value {
            Value::Map(fields) => fields,
            _ => &[],
        }
    }

    pub(super) fn group(&self, name: &str) -> Group<'v> {
        static NOTHING: Value = Value::Null;
        Group { value: self.value.get(name).unwrap_or(&NOTHING), path: self.at(name) }
    }

    /// The groups of a list.
    pub(super) fn groups(&self, name: &str) -> Vec<Group<'v>> {
        let Some(Value::List(items)) = self.get(name) else { return Vec::new() };
        let path = self.at(name);
        items.iter().enumerate().map(|(at, item)| Group::new(item, &format!("{path}[{at}]"))).collect()
    }

    /// A text, or a whole number as its digits.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        match self.get(name)? {
            Value::Text(text) => Some(text.clone()),
            Value::Integer(number) => Some(number.to_string()),
            _ => None,
        }
    }

    /// An exact amount. What is none is for the check of types to say.
    pub(super) fn amount(&self, name: &str) -> Option<Amount> {
        exact(self.get(name)?).ok()
    }

    pub(super) fn whole(&self, name: &str) -> Option<i64> {
        match self.get(name)? {
            Value::Integer(number) => Some(*number),
            Value::Text(text) => text.parse().ok(),
            _ => None,
        }
    }

    /// Yes in any of the forms it has.
    pub(super) fn flag(&self, name: &str) -> bool {
        matches!(self.get(name), Some(Value::Bool(true) | Value::Integer(1)))
            || matches!(self.text(name).as_deref(), Some("Y" | "y" | "true" | "1"))
    }
}

/// What was found, in the order it was looked for.
#[derive(Default)]
pub(super) struct Findings(pub(super) Vec<Finding>);

impl Findings {
    pub(super) fn say(&mut self, holds: bool, fault: Fault, path: String) {
        self.about(holds, fault, path, String::new());
    }

    pub(super) fn about(&mut self, holds: bool, fault: Fault, path: String, about: String) {
        if holds {
            self.0.push(Finding::new(fault, path, about));
        }
    }

    /// Adds what the check of types says about places where nothing was found to be an error yet.
    pub(super) fn refused(&mut self, problems: Vec<crate::Problem>) {
        let errors: Vec<String> = self.errors().map(|finding| finding.path.clone()).collect();
        for problem in problems {
            let path = if problem.path.is_empty() { String::new() } else { format!(".{}", problem.path) };
            let path = format!("parameters{path}");
            if !errors.contains(&path) {
                self.0.push(Finding::new(Fault::Refused, path, problem.message));
            }
        }
    }

    pub(super) fn errors(&self) -> impl Iterator<Item = &Finding> {
        self.0.iter().filter(|finding| finding.fault.severity() == super::finding::Severity::Error)
    }
}
