//! The last requests that programs made, for whoever watches.

use std::collections::VecDeque;

use super::people::Tell;
use crate::options::read_all;
use crate::redaction::HIDDEN;
use crate::wire::form::{Form, nest};
use crate::{Redaction, Time, Value};

/// How many requests are kept.
const MOST: usize = 200;

pub(super) const VERBS: &[(&str, Tell)] = &[("requests", |sandbox, options| {
    read_all(options, |_| Some(()))?;
    let requests: Vec<Value> = sandbox.journal.0.iter().map(Request::shown).collect();
    Ok(record! { requests: requests })
})];

/// What was asked, the latest last. A snapshot leaves it out: it is about the programs, not the account.
#[derive(Debug, Default)]
pub(super) struct Journal(VecDeque<Request>);

/// A request and what became of it.
#[derive(Debug)]
pub(super) struct Request {
    /// In unix seconds.
    pub(super) at: i64,
    pub(super) method: String,
    pub(super) function: String,
    pub(super) parameters: Form,
    /// Nothing where no answer came.
    pub(super) status: Option<u16>,
    pub(super) code: Option<i64>,
    pub(super) message: String,
}

impl Journal {
    /// Notes a request, without the secrets among its parameters and without keys, wherever somebody put them.
    pub(super) fn note<'k>(&mut self, mut request: Request, keys: impl Iterator<Item = &'k str>) {
        request.parameters = Redaction::default().parameters(&request.function, request.parameters);
        for key in keys.filter(|key| !key.is_empty()) {
            let texts = request.parameters.iter_mut().flat_map(|(name, value)| [name, value]);
            for text in texts.chain([&mut request.function, &mut request.message]).filter(|text| text.contains(key)) {
                *text = text.replace(key, HIDDEN);
            }
        }
        if self.0.len() == MOST {
            self.0.pop_front();
        }
        self.0.push_back(request);
    }
}

impl Request {
    fn shown(&self) -> Value {
        let at = Time::of_unix_seconds(self.at).and_then(Time::on_berlins_clock);
        record! {
            at: at, method: self.method.as_str(), function: self.function.as_str(),
            parameters: nest(&self.parameters), status: self.status.map(i64::from), code: self.code,
            message: self.message.as_str(),
        }
    }
}
