//! `catalogue.json`: the whole table for other tools.

use digistore24::catalogue::{self, Area};
use digistore24::sandbox::Sandbox;
use digistore24::wire::{Choice, Field, Kind, Shape, Spec};

use super::json::{Json, bounds, texts};
use super::types::Types;
use super::words::{access, plain, repeat, snake_case, verb};

const ABOUT: &str = "\
Every function of the Digistore24 API that this SDK knows. `verb` is what the vendor documents; calls are sent as POST. \
`access` is the kind of key (`read`, `write`, `developer`), `developer` says that a developer key is enough too. \
`repeat` is `once` where the same call must not be sent twice. `sandbox` is `state` where the sandbox answers from its \
account, and `shape` where its answers only look right. `open` functions are known by name only and take any \
parameter. A `kind` of `object` names one of `shapes`, one of `choice` one of `choices`, `list`, `map`, `one_or_many` and \
`loose` say in `of` what they hold. Everything left out is false or unknown; amounts have 2 decimals unless `digits` says \
otherwise. Emitted by `cargo xtask faces`.";

/// The whole file.
pub(crate) fn render() -> String {
    let types = Types::reachable();
    let functions = catalogue::areas().iter().flat_map(|area| area.functions.iter().map(|spec| function(area, spec)));
    let named =
        |shapes: Vec<&Shape>| shapes.into_iter().fold(Json::map(), |map, item| map.with(item.name, shape(item)));
    let choices = types.choices.into_iter().fold(Json::map(), |map, item| map.with(item.name, choice(item)));
    Json::map()
        .with("about", ABOUT)
        .with("common", texts(&["language", "operator"]))
        .with("functions", functions.collect::<Vec<_>>())
        .with("shapes", named(types.sent).and(named(types.received)))
        .with("choices", choices)
        .pretty()
}

fn function(area: &Area, spec: &Spec) -> Json {
    Json::map()
        .with("name", spec.name)
        .with("python", snake_case(spec.name))
        .with("type", spec.arguments.name)
        .with("area", area.title)
        .with("verb", verb(spec).unwrap_or("unknown"))
        .with("access", access(spec))
        .with("developer", spec.developer)
        .with("repeat", repeat(spec))
        .with("sandbox", if Sandbox::knows(spec.name) { "state" } else { "shape" })
        .with("open", spec.open)
        .with("doc", plain(spec.doc))
        .with("arguments", fields(spec.arguments))
        .with("returns", kind(spec.returns))
}

fn shape(shape: &Shape) -> Json {
    Json::map().with("doc", plain(shape.doc)).with("fields", fields(shape))
}

fn choice(choice: &Choice) -> Json {
    Json::map().with("values", texts(choice.values)).with("open", choice.open).with("doc", plain(choice.doc))
}

fn fields(shape: &Shape) -> Vec<Json> {
    shape.fields.iter().map(field).collect()
}

fn field(field: &Field) -> Json {
    let limits = field.limits;
    Json::map()
        .with("name", field.name)
        .and(kind(field.kind))
        .maybe("required", field.required.then_some(true))
        .maybe("default", limits.default)
        .and(bounds(limits, ["min", "max", "max_len"]))
        .maybe("digits", (limits.digits != 2).then_some(i64::from(limits.digits)))
        .maybe("positive", limits.positive.then_some(true))
        .maybe("also", limits.also)
        .maybe("fails", (!limits.fails.is_empty()).then(|| texts(limits.fails)))
        .with("doc", plain(field.doc))
}

fn kind(kind: Kind) -> Json {
    let named = |name: &str| Json::map().with("kind", name);
    match kind {
        Kind::Any => named("any"),
        Kind::Text => named("text"),
        Kind::Id => named("id"),
        Kind::Integer => named("integer"),
        Kind::Amount => named("amount"),
        Kind::Flag => named("flag"),
        Kind::Time => named("time"),
        Kind::Moment => named("moment"),
        Kind::Day => named("day"),
        Kind::Month => named("month"),
        Kind::Joined => named("joined"),
        Kind::PerLanguage => named("per_language"),
        Kind::Choice(choice) => named("choice").with("choice", choice.name),
        Kind::Object(shape) => named("object").with("shape", shape.name),
        Kind::List(inner) => named("list").with("of", self::kind(*inner)),
        Kind::Map(inner) => named("map").with("of", self::kind(*inner)),
        Kind::OneOrMany(inner) => named("one_or_many").with("of", self::kind(*inner)),
        Kind::Loose(inner) => named("loose").with("of", self::kind(*inner)),
    }
}
