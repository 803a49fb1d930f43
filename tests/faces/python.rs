//! `_functions.pyi` and `ipn/_events.pyi`: the types of every function, and of notifications, for Python.

use digistore24::ipn::{EventKind, Message, ThankYou};
use digistore24::wire::{Choice, Field, Kind, Shape, Spec};
use digistore24::{View, catalogue};

use super::types::Types;
use super::words::{is_identifier, snake_case};

const HEADER: &str = "\
# Emitted from the catalogue by `cargo xtask faces`; edit core/src/catalogue instead.
#
# Names beginning with an underscore and classes marked `type_check_only` exist for type checkers alone. A value of an
# answer that does not fit its type stays the text it was. Fields of answers whose names Python or `Record` needs for
# itself (`from`, `items`) are reachable by item: `answer[\"items\"]`. `_dt.date` takes a `datetime` too, which is one.
import datetime as _dt
from collections.abc import Coroutine, Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal, TypedDict, overload, type_check_only

from typing_extensions import Required, TypeAlias

from ._native import List, Record
";

const EVENTS: &str = "\
# Emitted from the core by `cargo xtask faces`; edit core/src/ipn instead.
#
# Names beginning with an underscore and classes marked `type_check_only` exist for type checkers alone. A value that does
# not fit its type stays the text it was. `items()` is the method of mappings; what is in a notification is `event[\"items\"]`.
import datetime as _dt
from decimal import Decimal
from typing import Any, Literal, final, overload, type_check_only

from typing_extensions import TypeAlias

from .._native import List, Record

__all__ = [\"Event\", \"UnsignedEvent\"]

";

const EVENT: &str = "
@final
class Event(Message):
    @property
    def kind(self) -> _EventKind: ...
    @property
    def dedup_key(self) -> str: ...
    @property
    def is_signed(self) -> Literal[True]: ...
    @property
    def seen(self) -> bool | None: ...
    @seen.setter
    def seen(self, value: bool | None) -> None: ...

@final
class UnsignedEvent(Message):
    @property
    def kind(self) -> _EventKind: ...
    @property
    def dedup_key(self) -> str: ...
    @property
    def is_signed(self) -> Literal[False]: ...
";

/// Words that Python keeps for itself.
const KEYWORDS: &[&str] = &[
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

/// What `Record` has for itself, as a mapping and beyond.
const RECORD: &[&str] = &["get", "items", "keys", "to_dict", "values"];

/// Languages in which the service was seen to keep texts. Others go through `call`, which takes any name.
const LANGUAGES: &[&str] = &["de", "en", "es", "fr", "it", "nl", "pl", "pt", "sl"];

/// The file of functions.
pub(crate) fn render() -> String {
    let types = Types::reachable();
    let mut out = HEADER.to_owned();
    out.push('\n');
    out.extend(types.choices.into_iter().map(words));
    out.extend(types.sent.into_iter().map(group));
    out.extend(types.received.into_iter().map(record));
    out.push_str("\nclass Functions:\n");
    out.extend(catalogue::all().map(|spec| method(spec, Way::Returned)));
    out.push_str("\n@type_check_only\nclass AsyncFunctions:\n");
    out.extend(catalogue::all().map(|spec| method(spec, Way::Awaited)));
    out
}

/// How a method gives its answer.
#[derive(Clone, Copy)]
enum Way {
    Returned,
    Awaited,
}

/// The file of notifications.
pub(crate) fn events() -> String {
    let types = Types::read(&[EventKind::KIND, Message::KIND, ThankYou::KIND]);
    let mut out = EVENTS.to_owned();
    out.extend(types.choices.into_iter().map(words));
    out.extend(types.received.into_iter().map(record));
    out.push_str(EVENT);
    out
}

fn words(choice: &Choice) -> String {
    let words: Vec<String> = choice.values.iter().map(|word| format!("{word:?}")).collect();
    let open = if choice.open { " | str" } else { "" };
    format!("_{}: TypeAlias = Literal[{}]{open}\n", choice.name, words.join(", "))
}

/// A group of parameters. Keys that cannot stand in a class go into a base of the functional form.
fn group(shape: &Shape) -> String {
    let fields: Vec<(String, String)> = shape.fields.iter().flat_map(entries).collect();
    let (named, odd): (Vec<_>, Vec<_>) = fields.into_iter().partition(|(name, _)| stands(name));
    let name = shape.name;
    let mut out = String::from("\n");
    let mut base = "TypedDict".to_owned();
    if !odd.is_empty() {
        base = format!("_{name}");
        let odd: Vec<String> = odd.iter().map(|(name, kind)| format!("{name:?}: {kind}")).collect();
        out.push_str(&format!("{base} = TypedDict(\"{base}\", {{{}}}, total=False)\n\n", odd.join(", ")));
    }
    out.push_str(&format!("@type_check_only\nclass {name}({base}, total=False):\n"));
    if named.is_empty() {
        out.push_str("    pass\n");
    }
    out.extend(named.iter().map(|(name, kind)| format!("    {name}: {kind}\n")));
    out
}

fn entries(field: &Field) -> Vec<(String, String)> {
    let kind = if field.required { format!("Required[{}]", sent(field.kind)) } else { sent(field.kind) + " | None" };
    names(field).into_iter().map(|name| (name, kind.clone())).collect()
}

/// The names of a field: several for a family with a language at the end.
fn names(field: &Field) -> Vec<String> {
    match field.kind {
        Kind::PerLanguage => {
            LANGUAGES.iter().map(|language| field.name.trim_end_matches("XX").to_owned() + language).collect()
        }
        _ => vec![field.name.to_owned()],
    }
}

fn record(shape: &Shape) -> String {
    let fields = shape.fields.iter().flat_map(|field| {
        let both = names(field).into_iter().chain(field.limits.also.map(str::to_owned));
        both.map(|name| (name, field.kind))
    });
    let (properties, items): (Vec<_>, Vec<_>) =
        fields.partition(|(name, _)| stands(name) && !RECORD.contains(&name.as_str()));
    let mut out = format!("\n@type_check_only\nclass {}(Record):\n", shape.name);
    if properties.is_empty() && items.is_empty() {
        out.push_str("    pass\n");
    }
    out.extend(
        properties
            .into_iter()
            .map(|(name, kind)| format!("    @property\n    def {name}(self) -> {}: ...\n", attribute(kind))),
    );
    if !items.is_empty() {
        let item =
            |key: &str, kind: &str| format!("    @overload\n    def __getitem__(self, key: {key}, /) -> {kind}: ...\n");
        out.extend(items.into_iter().map(|(name, kind)| item(&format!("Literal[{name:?}]"), &optional(kind))));
        out.push_str(&item("str", "Any"));
    }
    out
}

fn method(spec: &Spec, way: Way) -> String {
    match spec.returns {
        // One id as a text or a number, one record.
        Kind::OneOrMany(one) => {
            let overload =
                |by: &str, answer: Kind| format!("    @overload\n{}", signature(spec, Some(by), answer, way));
            overload("str | int", *one) + &overload("Sequence[str | int]", spec.returns)
        }
        answer => signature(spec, None, answer, way),
    }
}

/// A method; `by` is the type of its first argument, where that decides what comes back.
fn signature(spec: &Spec, by: Option<&str>, answer: Kind, way: Way) -> String {
    let mut arguments = Vec::new();
    for (at, field) in spec.arguments.fields.iter().enumerate() {
        for name in names(field) {
            assert!(is_identifier(&name), "{}: a Python method cannot have the argument {name}", spec.name);
            let name = if stands(&name) { name } else { name + "_" };
            arguments.push(match field.required {
                true => format!("{name}: {}", by.filter(|_| at == 0).map_or_else(|| sent(field.kind), str::to_owned)),
                false => format!("{name}: {} | None = None", sent(field.kind)),
            });
        }
    }
    for common in ["language", "operator"] {
        if spec.arguments.field(common).is_none() {
            arguments.push(format!("{common}: str | None = None"));
        }
    }
    if spec.open {
        arguments.push("**params: object".to_owned());
    }
    let name = snake_case(spec.name);
    let answer = match way {
        Way::Returned => received(answer),
        Way::Awaited => format!("Coroutine[Any, Any, {}]", received(answer)),
    };
    let line = format!("    def {name}(self, *, {}) -> {answer}: ...\n", arguments.join(", "));
    if line.len() <= 120 {
        return line;
    }
    let lines: String = arguments.iter().map(|argument| format!("        {argument},\n")).collect();
    format!("    def {name}(\n        self,\n        *,\n{lines}    ) -> {answer}: ...\n")
}

fn sent(kind: Kind) -> String {
    match kind {
        Kind::Any | Kind::OneOrMany(_) | Kind::Loose(_) => "object".to_owned(),
        Kind::Text | Kind::PerLanguage | Kind::Month => "str".to_owned(),
        Kind::Id => "str | int".to_owned(),
        Kind::Integer => "int".to_owned(),
        Kind::Amount => "Decimal | str | int".to_owned(),
        Kind::Flag => "bool".to_owned(),
        Kind::Time | Kind::Moment | Kind::Day => "str | _dt.date".to_owned(),
        Kind::Joined => "str | int | Sequence[str | int]".to_owned(),
        Kind::Choice(choice) => format!("_{}", choice.name),
        Kind::Object(shape) => shape.name.to_owned(),
        Kind::List(inner) => format!("Sequence[{}]", sent(*inner)),
        Kind::Map(inner) => format!("Mapping[str, {}]", sent(*inner)),
    }
}

fn received(kind: Kind) -> String {
    match kind {
        Kind::Any => "Any".to_owned(),
        Kind::Integer => "int".to_owned(),
        Kind::Amount => "Decimal".to_owned(),
        Kind::Flag => "bool".to_owned(),
        Kind::Time => "_dt.datetime | _dt.date".to_owned(),
        Kind::Joined => "list[str]".to_owned(),
        Kind::Choice(choice) if choice.open => format!("_{}", choice.name),
        Kind::Choice(choice) => format!("_{} | str", choice.name),
        Kind::Object(shape) => shape.name.to_owned(),
        Kind::List(inner) => format!("List[{}]", received(*inner)),
        Kind::Map(inner) => format!("Mapping[str, {}]", received(*inner)),
        Kind::OneOrMany(inner) => format!("{0} | Mapping[str, {0}]", received(*inner)),
        Kind::Loose(inner) => received(*inner),
        _ => "str".to_owned(),
    }
}

/// What a field is as an attribute. A list that the answer lacks is empty.
fn attribute(kind: Kind) -> String {
    if matches!(kind, Kind::List(_)) { received(kind) } else { optional(kind) }
}

fn optional(kind: Kind) -> String {
    if matches!(kind, Kind::Any) { received(kind) } else { received(kind) + " | None" }
}

/// Whether Python takes the name as it is.
fn stands(name: &str) -> bool {
    is_identifier(name) && !KEYWORDS.contains(&name)
}
