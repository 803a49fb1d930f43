//! JSON text that a person can read: names in the order given, whatever fits on a line on one.

use digistore24::wire::Limits;

const WIDTH: usize = 120;

/// A JSON value.
pub(crate) enum Json {
    Bool(bool),
    Number(i64),
    Text(String),
    List(Vec<Json>),
    Map(Vec<(String, Json)>),
}

impl Json {
    /// A map without entries.
    pub(crate) fn map() -> Json {
        Json::Map(Vec::new())
    }

    /// Adds an entry to a map.
    pub(crate) fn with(mut self, name: impl Into<String>, value: impl Into<Json>) -> Json {
        if let Json::Map(entries) = &mut self {
            entries.push((name.into(), value.into()));
        }
        self
    }

    /// Adds an entry to a map where there is something to say.
    pub(crate) fn maybe(self, name: &str, value: Option<impl Into<Json>>) -> Json {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Adds the entries of another map.
    pub(crate) fn and(mut self, other: Json) -> Json {
        if let (Json::Map(entries), Json::Map(more)) = (&mut self, other) {
            entries.extend(more);
        }
        self
    }

    /// The map, where there is an entry in it.
    pub(crate) fn filled(self) -> Option<Json> {
        (!matches!(&self, Json::Map(entries) if entries.is_empty())).then_some(self)
    }

    /// The text of a file.
    pub(crate) fn pretty(&self) -> String {
        let mut out = String::new();
        self.write("", 0, &mut out);
        out.push('\n');
        out
    }

    fn write(&self, indent: &str, used: usize, out: &mut String) {
        let line = self.line();
        if used + line.len() < WIDTH {
            return out.push_str(&line);
        }
        let inner = format!("{indent}  ");
        match self {
            Json::List(items) => {
                out.push('[');
                for (at, item) in items.iter().enumerate() {
                    out.push_str(if at == 0 { "\n" } else { ",\n" });
                    out.push_str(&inner);
                    item.write(&inner, inner.len(), out);
                }
                out.push_str(&format!("\n{indent}]"));
            }
            Json::Map(entries) => {
                out.push('{');
                for (at, (name, value)) in entries.iter().enumerate() {
                    let name = quoted(name);
                    out.push_str(if at == 0 { "\n" } else { ",\n" });
                    out.push_str(&format!("{inner}{name}: "));
                    value.write(&inner, inner.len() + name.len() + 2, out);
                }
                out.push_str(&format!("\n{indent}}}"));
            }
            _ => out.push_str(&line),
        }
    }

    fn line(&self) -> String {
        match self {
            Json::Bool(flag) => flag.to_string(),
            Json::Number(number) => number.to_string(),
            Json::Text(text) => quoted(text),
            Json::List(items) => format!("[{}]", items.iter().map(Json::line).collect::<Vec<_>>().join(", ")),
            Json::Map(entries) => {
                let entries = entries.iter().map(|(name, value)| format!("{}: {}", quoted(name), value.line()));
                format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
            }
        }
    }
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

/// Some texts as a list.
pub(crate) fn texts(texts: &[&str]) -> Json {
    Json::List(texts.iter().map(|text| Json::from(*text)).collect())
}

/// The smallest and largest number and the most characters, under names of the face's own.
pub(crate) fn bounds(limits: &Limits, [min, max, max_len]: [&str; 3]) -> Json {
    let length = limits.max_len.and_then(|most| i64::try_from(most).ok());
    Json::map().maybe(min, limits.min).maybe(max, limits.max).maybe(max_len, length)
}

impl From<bool> for Json {
    fn from(flag: bool) -> Json {
        Json::Bool(flag)
    }
}

impl From<i64> for Json {
    fn from(number: i64) -> Json {
        Json::Number(number)
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Json {
        Json::Text(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Json {
        Json::Text(text)
    }
}

impl From<Vec<Json>> for Json {
    fn from(items: Vec<Json>) -> Json {
        Json::List(items)
    }
}
