//! Answers as dictionaries and lists of Python, in one walk over their bytes.

use std::collections::HashMap;

use digistore24::{Item, Sink};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyString};

use crate::convert::object;

/// What a walk hands over, as plain objects.
pub(crate) fn plain<'py>(py: Python<'py>, walk: impl FnOnce(&mut Plain<'py>)) -> PyResult<Bound<'py, PyAny>> {
    let whole = Ok(py.None().into_bound(py));
    let mut sink = Plain { py, keys: Keys::default(), texts: Texts::default(), open: Vec::new(), whole };
    walk(&mut sink);
    sink.whole
}

/// Builds dictionaries and lists.
pub(crate) struct Plain<'py> {
    py: Python<'py>,
    keys: Keys<'py>,
    texts: Texts<'py>,
    open: Vec<Open<'py>>,
    whole: PyResult<Bound<'py, PyAny>>,
}

enum Open<'py> {
    Record(Bound<'py, PyDict>, Option<Bound<'py, PyString>>),
    List(Bound<'py, PyList>),
}

impl<'py> Plain<'py> {
    fn put(&mut self, value: PyResult<Bound<'py, PyAny>>) {
        let put = value.and_then(|value| match self.open.last_mut() {
            Some(Open::Record(record, name)) => name.take().map_or(Ok(()), |name| record.set_item(name, value)),
            Some(Open::List(list)) => list.append(value),
            None => {
                if self.whole.is_ok() {
                    self.whole = Ok(value);
                }
                Ok(())
            }
        });
        if let Err(error) = put {
            self.whole = Err(error);
        }
    }

    fn close(&mut self) {
        match self.open.pop() {
            Some(Open::Record(record, _)) => self.put(Ok(record.into_any())),
            Some(Open::List(list)) => self.put(Ok(list.into_any())),
            None => {}
        }
    }
}

impl Sink for Plain<'_> {
    fn value(&mut self, item: Item<'_>) {
        let value = match item {
            Item::Text(text) => Ok(self.texts.text(self.py, &text)),
            item => object(self.py, item),
        };
        self.put(value);
    }

    fn open_record(&mut self) {
        self.open.push(Open::Record(PyDict::new(self.py), None));
    }

    fn name(&mut self, name: &str) {
        let key = self.keys.key(self.py, name);
        if let Some(Open::Record(_, place)) = self.open.last_mut() {
            *place = Some(key);
        }
    }

    fn close_record(&mut self) {
        self.close();
    }

    fn open_list(&mut self) {
        self.open.push(Open::List(PyList::empty(self.py)));
    }

    fn close_list(&mut self) {
        self.close();
    }
}

/// The names met so far, each made once. Rows repeat them in the same order, so the next one is guessed first.
#[derive(Default)]
struct Keys<'py> {
    met: Vec<(Box<str>, Bound<'py, PyString>)>,
    places: HashMap<Box<str>, usize>,
    next: usize,
}

/// Maps by number or date have as many names as entries; those are not worth keeping.
const MOST_KEYS: usize = 4096;

impl<'py> Keys<'py> {
    fn key(&mut self, py: Python<'py>, name: &str) -> Bound<'py, PyString> {
        let place = match self.met.get(self.next) {
            Some((guess, _)) if **guess == *name => Some(self.next),
            _ => self.places.get(name).copied(),
        };
        if let Some((place, (_, key))) = place.and_then(|place| Some((place, self.met.get(place)?))) {
            self.next = place + 1;
            return key.clone();
        }
        let key = PyString::intern(py, name);
        if self.met.len() < MOST_KEYS {
            self.places.insert(name.into(), self.met.len());
            self.met.push((name.into(), key.clone()));
            self.next = self.met.len();
        }
        key
    }
}

/// Short texts met lately. Rows are full of the same few: currencies, states, names of products.
#[derive(Default)]
struct Texts<'py>(Vec<Option<Bound<'py, PyString>>>);

/// How many texts are kept, a power of two.
const TEXTS: usize = 1024;
/// The longest text worth keeping.
const SHORT: usize = 24;

impl<'py> Texts<'py> {
    fn text(&mut self, py: Python<'py>, text: &str) -> Bound<'py, PyAny> {
        if text.len() > SHORT {
            return PyString::new(py, text).into_any();
        }
        if self.0.is_empty() {
            self.0.resize(TEXTS, None);
        }
        let place = text.bytes().fold(text.len(), |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into())) % TEXTS;
        match self.0.get(place) {
            Some(Some(met)) if met.to_str().is_ok_and(|met| met == text) => met.clone().into_any(),
            _ => {
                let made = PyString::new(py, text);
                if let Some(slot) = self.0.get_mut(place) {
                    *slot = Some(made.clone());
                }
                made.into_any()
            }
        }
    }
}
