//! Records of the sandbox: trees of values as the wire shows them, in the order they were made.

use super::orders::rows::index;
use crate::Value;

/// A record: `record! { id: "7", name: "Course" }`.
macro_rules! record {
    ($($name:ident: $value:expr),* $(,)?) => {
        $crate::Value::Map(vec![$((
            $crate::catalogue::plain(stringify!($name)).to_owned(),
            $crate::Value::from($value),
        )),*])
    };
}

impl Value {
    /// The text of a field, empty where there is none.
    pub(super) fn text(&self, name: &str) -> &str {
        self.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    /// Puts a value into a field, in its old place if there is one.
    pub(super) fn set(&mut self, name: &str, value: impl Into<Value>) {
        let Value::Map(fields) = self else { return };
        match fields.iter_mut().find(|(other, _)| other == name) {
            Some((_, place)) => *place = value.into(),
            None => fields.push((name.to_owned(), value.into())),
        }
    }

    /// The same with a field set.
    pub(super) fn with(mut self, name: &str, value: impl Into<Value>) -> Value {
        self.set(name, value);
        self
    }

    /// The same without a field.
    pub(super) fn without(mut self, name: &str) -> Value {
        if let Value::Map(fields) = &mut self {
            fields.retain(|(other, _)| other != name);
        }
        self
    }

    /// The fields, none where this is no record.
    pub(super) fn fields(&self) -> &[(String, Value)] {
        match self {
            Value::Map(fields) => fields,
            _ => &[],
        }
    }

    /// What the service shows of a record: everything but the names that begin with a dot, which are the sandbox's own
    /// notes.
    pub(super) fn shown(&self) -> Value {
        Value::Map(self.fields().iter().filter(|(name, _)| !name.starts_with('.')).cloned().collect())
    }

    /// Puts all given values into the record, under names it has or not, and tells whether anything changed.
    pub(super) fn put(&mut self, given: &Value) -> bool {
        let mut changed = false;
        for (name, value) in given.fields() {
            if self.get(name) != Some(value) {
                self.set(name, value.clone());
                changed = true;
            }
        }
        changed
    }

    /// Takes over the given texts under the names the record already has, and tells whether anything changed.
    pub(super) fn take_over(&mut self, given: &Value) -> bool {
        let mut changed = false;
        for (name, value) in given.fields() {
            if self.get(name).is_some_and(|old| old != value) {
                self.set(name, value.clone());
                changed = true;
            }
        }
        changed
    }
}

kept! {
    /// Records of one kind, in the order they were made.
    struct Table {
        rows: Vec<Value>,
        last: i64,
        /// What records were before they were changed, where that has to be known.
        former: Option<Vec<Value>>,
    }
}

impl Table {
    /// An empty table whose first new record gets the number after `last`.
    pub(super) fn after(last: i64) -> Table {
        Table { rows: Vec::new(), last, former: None }
    }

    /// The same, which knows what its records were before they were changed.
    pub(super) fn remembering(self) -> Table {
        Table { former: Some(Vec::new()), ..self }
    }

    /// How often a record was changed.
    pub(super) fn age(&self) -> i64 {
        index(self.former.as_ref().map_or(0, Vec::len))
    }

    /// The first record with this text in a field as it was at that age.
    pub(super) fn find_at(&self, age: i64, name: &str, text: &str) -> Option<&Value> {
        let since = usize::try_from(age).ok().and_then(|age| self.former.as_ref()?.get(age..)).unwrap_or_default();
        since.iter().find(|row| row.text(name) == text).or_else(|| self.find(name, text))
    }

    /// A number no record has yet.
    pub(super) fn number(&mut self) -> i64 {
        self.last += 1;
        self.last
    }

    pub(super) fn add(&mut self, row: Value) {
        self.rows.push(row);
    }

    pub(super) fn rows(&self) -> &[Value] {
        &self.rows
    }

    /// The records with this text in a field.
    pub(super) fn with<'t>(&'t self, name: &'t str, text: &'t str) -> impl Iterator<Item = &'t Value> {
        self.rows.iter().filter(move |row| row.text(name) == text)
    }

    /// The first record with this text in a field.
    pub(super) fn find(&self, name: &str, text: &str) -> Option<&Value> {
        self.rows.iter().find(|row| row.text(name) == text)
    }

    /// The first record with this text in a field, to be changed.
    pub(super) fn change(&mut self, name: &str, text: &str) -> Option<&mut Value> {
        let found = self.rows.iter_mut().find(|row| row.text(name) == text)?;
        self.former.iter_mut().for_each(|former| former.push(found.clone()));
        Some(found)
    }

    /// Keeps the records that pass, and tells whether any went.
    pub(super) fn keep(&mut self, passes: impl FnMut(&Value) -> bool) -> bool {
        let before = self.rows.len();
        self.rows.retain(passes);
        self.rows.len() < before
    }

    pub(super) fn rows_mut(&mut self) -> impl Iterator<Item = &mut Value> {
        self.former.iter_mut().for_each(|former| former.extend_from_slice(&self.rows));
        self.rows.iter_mut()
    }
}
