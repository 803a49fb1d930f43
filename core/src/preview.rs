//! A call as it would be sent, to look at it first.

use std::time::Duration;

use crate::cassette::har;
use crate::flow::{KEY_HEADER, Method, Request};
use crate::key::redacted;
use crate::options::read_all;
use crate::redaction::HIDDEN;
use crate::wire::form::{Form, encode, escape};
use crate::{Problem, Redaction, Value};

/// A call as it would be sent, without sending it: see [`Call::preview`](crate::Call::preview).
///
/// Of the key it holds the number, and `…` for every parameter that is a secret or is to be left out.
///
/// ```
/// use digistore24::{Client, catalogue::billing::RefundTransaction};
///
/// let client = Client::new("123-ExampleKey")?;
/// let preview = client.call(RefundTransaction { transaction_id: "90000001".into(), ..Default::default() }).preview()?;
/// assert_eq!(preview.parameters, [("transaction_id".to_owned(), "90000001".to_owned())]);
/// assert!(preview.curl().contains("--data-raw 'transaction_id=90000001'"));
/// # Ok::<(), digistore24::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The function.
    pub function: String,
    /// The method, which is POST for every call.
    pub method: Method,
    /// The address.
    pub url: String,
    /// The headers, with the number of the key instead of the key. `Content-Length` is added when it is sent.
    pub headers: Vec<(String, String)>,
    /// The parameters in the form in which they travel.
    pub parameters: Form,
}

impl Preview {
    pub(crate) fn of(request: &Request, redaction: &Redaction) -> Preview {
        let shown = |name: &str, value: &str| if name == KEY_HEADER { redacted(value) } else { value.to_owned() };
        Preview {
            function: request.function().to_owned(),
            method: request.method,
            url: request.url.clone(),
            headers: request.headers.iter().map(|(name, value)| ((*name).to_owned(), shown(name, value))).collect(),
            parameters: redaction.sent(request),
        }
    }

    /// The same by name, from a client in another language: `function`, `url`, `headers` (named values) and `parameters`
    /// (pairs). `method` and `body` say nothing more and may be left out.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub fn read(given: &Value) -> Result<Preview, Vec<Problem>> {
        read_all(given, |preview| {
            let mut parameters = Form::new();
            for (at, pair) in preview.list("parameters").iter().enumerate() {
                match pair {
                    Value::List(pair) => match pair.as_slice() {
                        [Value::Text(name), Value::Text(value)] => parameters.push((name.clone(), value.clone())),
                        _ => preview.wrong(&format!("parameters[{at}]"), "expected a name and a value"),
                    },
                    other => preview.wrong(
                        &format!("parameters[{at}]"),
                        format!("expected a name and a value, got {}", other.in_words()),
                    ),
                }
            }
            let headers = match preview.value("headers") {
                Some(Value::Map(fields)) => fields.iter().filter_map(text_field).collect(),
                _ => Vec::new(),
            };
            let _ = (preview.value("method"), preview.value("body"));
            preview.require("url", "take the preview as the client made it");
            Some(Preview {
                function: preview.text("function").unwrap_or_default().to_owned(),
                method: Method::Post,
                url: preview.text("url").unwrap_or_default().to_owned(),
                headers,
                parameters,
            })
        })
    }

    /// The body: the form as it would be sent, but for what is left out.
    pub fn body(&self) -> String {
        encode(&self.parameters)
    }

    /// The command that sends it, for a POSIX shell, to paste into a terminal.
    ///
    /// It takes the key from the variable `DS24_API_KEY`, and each parameter that is left out from one that is named
    /// after it, such as `DS24_PARAM_SHA_PASSPHRASE`. Redirects are not followed, so that the key goes nowhere else.
    pub fn curl(&self) -> String {
        let mut command = "curl --globoff --request ".to_owned();
        command.push_str(self.method.as_str());
        command.push(' ');
        quote(&self.url, &mut command);
        for (name, value) in &self.headers {
            command.push_str(" --header ");
            if name.eq_ignore_ascii_case(KEY_HEADER) {
                command.push_str(&format!("\"{KEY_HEADER}: $DS24_API_KEY\""));
            } else {
                quote(&format!("{name}: {value}"), &mut command);
            }
        }
        // curl joins what it is given by `&`, in this order. An empty one makes it say `Content-Length: 0`.
        let mut plain: Vec<(String, String)> = Vec::new();
        let mut parts = 0;
        for (name, value) in &self.parameters {
            if value != HIDDEN {
                plain.push((name.clone(), value.clone()));
                continue;
            }
            if !plain.is_empty() {
                data(&std::mem::take(&mut plain), &mut command);
            }
            command.push_str(" --data-urlencode \"");
            escape(name, &mut command);
            command.push_str(&format!("=${}\"", variable(name)));
            parts += 1;
        }
        if parts == 0 || !plain.is_empty() {
            data(&plain, &mut command);
        }
        command
    }

    /// The same as an HTTP archive (HAR 1.2) with one entry, which browsers' developer tools and other programs open.
    ///
    /// `moment` is when the entry says it began, counted from the beginning of 1970 in UTC.
    pub fn har(&self, moment: Duration) -> String {
        har::log([har::Entry::unsent(self, moment)].iter())
    }
}

fn text_field((name, value): &(String, Value)) -> Option<(String, String)> {
    match value {
        Value::Text(value) => Some((name.clone(), value.clone())),
        _ => None,
    }
}

fn data(pairs: &[(String, String)], command: &mut String) {
    command.push_str(" --data-raw ");
    quote(&encode(pairs), command);
}

/// Adds a text as one word that the shell takes as it is.
fn quote(text: &str, command: &mut String) {
    command.push('\'');
    command.push_str(&text.replace('\'', r"'\''"));
    command.push('\'');
}

/// The name of the variable that holds a parameter.
fn variable(name: &str) -> String {
    let mut variable = "DS24_PARAM".to_owned();
    for part in name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty()) {
        variable.push('_');
        variable.push_str(&part.to_ascii_uppercase());
    }
    variable
}
