//! Options by name, as JavaScript hands them over: everything that is wrong with them is reported at once.

#[cfg(feature = "setup")]
use digistore24::Value;
use digistore24::{Error, Problem};
use js_sys::Function;
use wasm_bindgen::prelude::*;
#[cfg(feature = "client")]
use web_sys::AbortSignal;

use crate::error::exception;
#[cfg(feature = "client")]
use crate::js::get;
#[cfg(feature = "setup")]
use crate::parameter;

/// Options that are taken one by one, and what is wrong with them so far.
#[cfg(feature = "setup")]
pub(crate) struct Options {
    left: Vec<(String, Value)>,
    pub(crate) problems: Vec<Problem>,
}

#[cfg(feature = "setup")]
impl Options {
    /// # Errors
    /// What a getter of the options throws.
    pub(crate) fn new(options: &JsValue, such_as: &str) -> Result<Options, JsValue> {
        let mut problems = Vec::new();
        let left = match parameter::value(options)? {
            Value::Map(options) => options,
            _ => {
                problems.push(problem("", format!("expected options such as {such_as}")));
                Vec::new()
            }
        };
        Ok(Options { left, problems })
    }

    /// A text, if there is one.
    pub(crate) fn text(&mut self, name: &str) -> Option<String> {
        match self.take(name)? {
            Value::Text(text) => Some(text),
            _ => self.wrong(name, "expected a text"),
        }
    }

    /// A list of texts, if there is one. Numbers do as well.
    pub(crate) fn texts(&mut self, name: &str) -> Option<Vec<String>> {
        const EXPECTED: &str = "expected a list of texts";
        let Value::List(items) = self.take(name)? else { return self.wrong(name, EXPECTED) };
        let mut texts = Vec::new();
        for item in items {
            match item {
                Value::Text(text) => texts.push(text),
                Value::Integer(number) => texts.push(number.to_string()),
                _ => return self.wrong(name, EXPECTED),
            }
        }
        Some(texts)
    }

    /// What is wrong, now that everything has been taken that there is.
    pub(crate) fn problems(mut self) -> Vec<Problem> {
        for (name, _) in self.left {
            self.problems.push(problem(&name, "there is no such option"));
        }
        self.problems
    }

    /// # Errors
    /// The exception for a function, if something is wrong.
    pub(crate) fn done(self, function: &str) -> Result<(), JsValue> {
        match self.problems() {
            problems if problems.is_empty() => Ok(()),
            problems => Err(params(function, problems)),
        }
    }

    /// `null` and `undefined` leave an option out.
    fn take(&mut self, name: &str) -> Option<Value> {
        let at = self.left.iter().position(|(other, _)| other == name)?;
        Some(self.left.remove(at).1).filter(|value| *value != Value::Null)
    }

    fn wrong<T>(&mut self, name: &str, expected: &str) -> Option<T> {
        self.problems.push(problem(name, expected));
        None
    }
}

/// An option that is a function, if there is one.
pub(crate) fn function(name: &str, given: JsValue, expected: &str, problems: &mut Vec<Problem>) -> Option<Function> {
    if given.is_null() || given.is_undefined() {
        return None;
    }
    let function = given.dyn_into();
    if function.is_err() {
        problems.push(problem(name, format!("expected {expected}")));
    }
    function.ok()
}

/// A signal, if there is one. It may be of another window or made by a library.
#[cfg(feature = "client")]
pub(crate) fn signal(given: &JsValue, problems: &mut Vec<Problem>) -> Option<AbortSignal> {
    if given.is_null() || given.is_undefined() {
        return None;
    }
    if get(given, "aborted").as_bool().is_none() {
        problems.push(problem("signal", "expected an AbortSignal"));
        return None;
    }
    Some(given.clone().unchecked_into())
}

pub(crate) fn problem(path: &str, message: impl Into<String>) -> Problem {
    Problem { path: path.to_owned(), message: message.into() }
}

/// The exception for a function that cannot work with what it was given.
pub(crate) fn params(function: &str, problems: Vec<Problem>) -> JsValue {
    exception(&Error::Params { function: function.to_owned(), problems })
}
