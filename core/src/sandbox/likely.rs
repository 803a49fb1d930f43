//! Answers along a shape: plausible values of the right kind for functions without a rule of their own.

use super::clock::Clock;
use crate::Value;
use crate::wire::{Field, Kind, Limits, NO_LIMITS, Shape, Spec};

/// An answer of the shape the catalogue names. Arguments come back under their own names; the rest is made up.
pub(super) fn answer(spec: &'static Spec, arguments: &Value, clock: &Clock) -> Value {
    let maker = Maker { spec, arguments, clock };
    match spec.returns {
        Kind::OneOrMany(inner) => {
            let by = spec.arguments.fields.first().map(|field| field.name).unwrap_or_default();
            let ids = arguments.text(by);
            let one = |id: &str| maker.value(*inner, &NO_LIMITS, "").with(by, id);
            if !ids.contains(',') {
                return maker.value(*inner, &NO_LIMITS, "");
            }
            Value::Map(ids.split(',').map(|id| (id.trim().to_owned(), one(id.trim()))).collect())
        }
        kind => maker.value(kind, &NO_LIMITS, ""),
    }
}

/// A record with every field of a shape and nothing in any.
pub(super) fn blank(shape: &Shape) -> Value {
    let empty = |field: &Field| match field.kind {
        Kind::Flag => Value::from("N"),
        Kind::Amount => Value::from("0.00"),
        Kind::Integer => Value::from("0"),
        Kind::Object(_) | Kind::List(_) | Kind::Map(_) | Kind::Any => Value::List(Vec::new()),
        _ => Value::from(""),
    };
    Value::Map(shape.fields.iter().map(|field| (field.name.to_owned(), empty(field))).collect())
}

struct Maker<'a> {
    spec: &'static Spec,
    arguments: &'a Value,
    clock: &'a Clock,
}

impl Maker<'_> {
    fn value(&self, kind: Kind, limits: &Limits, name: &str) -> Value {
        match kind {
            // PHP's empty array, which stands for an empty map too.
            Kind::Any => Value::List(Vec::new()),
            Kind::Object(shape) => Value::Map(shape.fields.iter().flat_map(|field| self.field(field)).collect()),
            Kind::List(inner) => Value::List(vec![self.value(*inner, &NO_LIMITS, singular(name))]),
            Kind::Map(inner) => Value::from([(key_of(name), self.value(*inner, &NO_LIMITS, name))]),
            Kind::OneOrMany(inner) | Kind::Loose(inner) => self.value(*inner, &NO_LIMITS, name),
            _ => Value::Text(self.echo(name, kind).unwrap_or_else(|| self.text(kind, limits, name))),
        }
    }

    fn field(&self, field: &Field) -> Vec<(String, Value)> {
        match (field.kind, field.name.strip_suffix("XX")) {
            (Kind::PerLanguage, Some(family)) => {
                ["de", "en"].map(|language| (format!("{family}{language}"), Value::from(language))).into()
            }
            (kind, _) => vec![(field.name.to_owned(), self.value(kind, field.limits, field.name))],
        }
    }

    /// The argument of the same name, given or by default, as long as it is a single value.
    fn echo(&self, name: &str, kind: Kind) -> Option<String> {
        let given = [self.arguments, self.arguments.get("data").unwrap_or(&Value::Null)];
        let given = given.into_iter().find_map(|group| group.get(name)?.as_str());
        let default = || self.spec.arguments.fields.iter().find(|field| field.name == name)?.limits.default;
        let text = given.or_else(default).filter(|text| !text.is_empty())?;
        match kind {
            Kind::Time | Kind::Moment => self.clock.moment(text),
            Kind::Day => self.clock.day(text),
            // An argument may share the name and mean another kind of thing.
            Kind::Integer | Kind::Amount => text.parse::<crate::Amount>().is_ok().then(|| text.to_owned()),
            Kind::Flag => matches!(text, "Y" | "N").then(|| text.to_owned()),
            _ => Some(text.to_owned()),
        }
    }

    fn text(&self, kind: Kind, limits: &Limits, name: &str) -> String {
        match kind {
            Kind::Id if name.ends_with("purchase_id") => "AB12CD34".to_owned(),
            Kind::Id => "1000001".to_owned(),
            Kind::Integer => "1".to_owned(),
            Kind::Amount if name.contains("rate") || name.contains("percent") || name.contains("precent") => {
                "10.00".to_owned()
            }
            Kind::Amount => "29.75".to_owned(),
            Kind::Flag if is_good_news(name) => "Y".to_owned(),
            Kind::Flag => "N".to_owned(),
            Kind::Time if name.ends_with("date") || name.ends_with("day") => self.clock.today(),
            Kind::Time | Kind::Moment => self.clock.now(),
            Kind::Day => self.clock.today(),
            Kind::Month => self.clock.today().get(..7).unwrap_or_default().to_owned(),
            Kind::Choice(choice) => {
                let fine = choice.values.iter().find(|value| !value.is_empty() && !limits.fails.contains(value));
                fine.copied().unwrap_or_default().to_owned()
            }
            _ => words_for(name),
        }
    }
}

/// Flags that say a call did what it was asked to, or that a record can be used.
fn is_good_news(name: &str) -> bool {
    ["modified", "is_modified", "created", "updated", "is_valid", "is_active", "is_for_sale"].contains(&name)
}

/// What stands in a text of this name.
pub(super) fn words_for(name: &str) -> String {
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    let text = if ends(&["url"]) {
        "https://www.example.com/"
    } else if ends(&["email", "emails"]) {
        "lena@example.com"
    } else if ends(&["currency"]) {
        "EUR"
    } else if ends(&["country"]) {
        "DE"
    } else if ends(&["language"]) {
        "en"
    } else if ends(&["first_name"]) {
        "Lena"
    } else if ends(&["last_name"]) {
        "Muster"
    } else {
        let words = name.trim_end_matches("_msg").replace('_', " ");
        let mut letters = words.chars();
        return letters
            .next()
            .map(|first| first.to_uppercase().chain(letters).collect())
            .unwrap_or_else(|| "Example".to_owned());
    };
    text.to_owned()
}

/// What the values of a map are called by.
fn key_of(name: &str) -> &'static str {
    if name.contains("amount") || name.contains("currenc") { "EUR" } else { "1000001" }
}

fn singular(name: &str) -> &str {
    name.strip_suffix('s').unwrap_or(name)
}
