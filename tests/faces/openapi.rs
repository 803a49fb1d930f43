//! `openapi.json`: the catalogue as an OpenAPI 3.1 document.

use digistore24::catalogue::{self, Area};
use digistore24::wire::{Choice, Field, Kind, Limits, Shape, Spec};

use super::json::{Json, bounds, texts};
use super::types::Types;
use super::words::{access, answered, is_identifier, parameter, plain, repeat, snake_case, summary, terms, verb};

/// What nobody but this document says, in CommonMark.
const ABOUT: &str = "\
What the Digistore24 SDK knows of the Digistore24 API. It is not by the vendor: it is drawn from the vendor's OpenAPI \
document of October 2025, help pages, published code and captured answers. Where they disagree, it follows the better \
evidence; the source of every entry stands in `core/src/catalogue`.\n\n\
Every function is a POST with a form, whatever verb the vendor documents (`x-documented-verb`). Groups and lists travel in \
brackets: `search[email]=ada@example.com`, `addons[0][product_id]=1`, also where OpenAPI's `deepObject` has no rule for \
the depth. Flags are `Y` and `N`.\n\n\
The envelope's `result` says whether a call succeeded, not the HTTP status. Answers are loose: any field may be missing or \
null, numbers come as text, an empty map as an empty list, and more fields come than anybody has documented.";

/// The whole file.
pub(crate) fn render() -> String {
    let types = Types::reachable();
    let mut paths = Json::map();
    let mut tags = Vec::new();
    for area in catalogue::areas() {
        tags.push(Json::map().with("name", area.title));
        for spec in area.functions {
            paths = paths.with(format!("/{}", spec.name), operation(area, spec));
        }
    }
    let mut schemas = common();
    for spec in catalogue::all() {
        let doc = format!("Parameters of `{}`.", spec.name);
        schemas = schemas.with(spec.arguments.name, group(spec.arguments, &doc, Some(spec)));
    }
    for shape in types.sent {
        schemas = schemas.with(shape.name, group(shape, &plain(shape.doc), None));
    }
    for shape in types.received {
        schemas = schemas.with(shape.name, record(shape));
    }
    for choice in types.choices {
        schemas = schemas.with(choice.name, words(choice));
    }
    let key = Json::map().with("type", "apiKey").with("in", "header").with("name", "X-DS-API-KEY");
    let info = Json::map()
        .with("title", "Digistore24 API, as the Digistore24 SDK knows it")
        .with("version", env!("CARGO_PKG_VERSION"))
        .with("description", ABOUT)
        .with("license", Json::map().with("name", "MIT").with("identifier", "MIT"));
    let server = Json::map().with("url", digistore24::BASE_URL);
    let components = Json::map().with("securitySchemes", Json::map().with("key", key)).with("schemas", schemas);
    Json::map()
        .with("openapi", "3.1.0")
        .with("info", info)
        .with("servers", vec![server])
        .with("security", vec![Json::map().with("key", texts(&[]))])
        .with("tags", tags)
        .with("paths", paths)
        .with("components", components)
        .pretty()
}

fn operation(area: &Area, spec: &Spec) -> Json {
    let (path, form): (Vec<&Field>, Vec<&Field>) = spec.arguments.fields.iter().partition(|field| in_path(spec, field));
    let path: Vec<Json> = path
        .into_iter()
        .map(|field| {
            let named = Json::map().with("name", field.name).with("in", "path").with("required", true);
            named.with("description", plain(field.doc)).with("schema", sent(field.kind, field.limits))
        })
        .collect();
    let nested = form.iter().filter(|field| matches!(field.kind, Kind::Object(_) | Kind::Map(_)));
    let brackets = || Json::map().with("style", "deepObject").with("explode", true);
    let encoding = nested.fold(Json::map(), |map, field| map.with(field.name, brackets()));
    let content = Json::map().with("schema", named(spec.arguments.name)).maybe("encoding", encoding.filled());
    let body = Json::map()
        .with("required", form.iter().any(|field| field.required))
        .with("content", Json::map().with("application/x-www-form-urlencoded", content));
    let data = Json::map().with("properties", Json::map().with("data", received(spec.returns)));
    let success = Json::map().with("allOf", vec![named("envelope.Success"), data]);
    let post = Json::map()
        .with("operationId", if is_identifier(spec.name) { spec.name.to_owned() } else { snake_case(spec.name) })
        .with("tags", texts(&[area.title]))
        .with("summary", summary(spec.doc))
        .with("description", format!("{}\n\n{}", plain(spec.doc), terms(spec)))
        .maybe("x-documented-verb", verb(spec))
        .with("x-access", access(spec))
        .maybe("x-developer-key", spec.developer.then_some(true))
        .with("x-repeat", repeat(spec))
        .maybe("x-known-by-name-only", spec.open.then_some(true))
        .maybe("parameters", (!path.is_empty()).then_some(path))
        .with("requestBody", body)
        .with("responses", responses(success));
    Json::map().with("post", post)
}

fn responses(success: Json) -> Json {
    let answer = |doc: &str, schema: Json| {
        let content = Json::map().with("application/json", Json::map().with("schema", schema));
        Json::map().with("description", doc).with("content", content)
    };
    let either = Json::map().with("oneOf", vec![success, named("envelope.Error")]);
    Json::map()
        .with("200", answer("Done or declined: `result` says which.", either))
        .with("default", answer("Declined.", named("envelope.Error")))
}

/// Schemas that belong to no function: the envelope, and how single values arrive.
fn common() -> Json {
    let loose = |types: &[&str], doc: &str| Json::map().with("type", texts(types)).with("description", doc);
    let envelope = |word: &str, fields: Json| {
        let fields = Json::map()
            .with("api_version", Json::map().with("type", "string"))
            .with("current_time", named("answer.Time"))
            .with("runtime_seconds", named("answer.Amount"))
            .with("result", Json::map().with("const", word))
            .and(fields);
        Json::map()
            .with("type", "object")
            .with("required", texts(&["api_version", "result"]))
            .with("properties", fields)
    };
    let declined = Json::map().with("code", named("answer.Integer")).with("message", named("answer.Text"));
    Json::map()
        .with("envelope.Success", envelope("success", Json::map().with("data", Json::map())))
        .with("envelope.Error", envelope("error", declined))
        .with("answer.Text", loose(&["string", "number", "boolean", "null"], "A text."))
        .with("answer.Id", loose(&["string", "integer", "null"], "A number or code that names a record."))
        .with("answer.Integer", loose(&["integer", "string", "null"], "A whole number, also as text."))
        .with("answer.Amount", loose(&["string", "number", "null"], "A decimal number, also as text."))
        .with(
            "answer.Flag",
            loose(&["string", "boolean", "integer", "null"], "Yes or no: `Y`, `N`, empty, and look-alikes."),
        )
        .with("answer.Time", loose(&["string", "null"], "A day with or without a time, on the clock of Europe/Berlin."))
        .with("answer.Joined", loose(&["string", "null"], "Values separated by commas."))
}

fn in_path(spec: &Spec, field: &Field) -> bool {
    spec.name.contains(&format!("{{{}}}", field.name))
}

/// A group of parameters; for those of a function also the ones that every function takes.
fn group(shape: &Shape, doc: &str, function: Option<&Spec>) -> Json {
    let (mut properties, mut families, mut required) = (Json::map(), Json::map(), Vec::new());
    for field in shape.fields.iter().filter(|field| function.is_none_or(|spec| !in_path(spec, field))) {
        let described = sent(field.kind, field.limits).with("description", parameter(field, "Y", "N"));
        match field.kind {
            Kind::PerLanguage => {
                families = families.with(format!("^{}[a-z]{{2}}$", field.name.trim_end_matches("XX")), described);
            }
            _ => properties = properties.with(field.name, described),
        }
        if field.required {
            required.push(field.name);
        }
    }
    if function.is_some() {
        for (name, doc) in [
            ("language", "Language of messages."),
            ("operator", "Who in your application is responsible; only logged."),
        ] {
            if shape.field(name).is_none() {
                properties = properties.with(name, Json::map().with("type", "string").with("description", doc));
            }
        }
    }
    Json::map()
        .with("type", "object")
        .with("description", doc)
        .maybe("required", (!required.is_empty()).then(|| texts(&required)))
        .with("properties", properties)
        .maybe("patternProperties", families.filled())
        .with("additionalProperties", function.is_some_and(|spec| spec.open))
}

/// A record of an answer.
fn record(shape: &Shape) -> Json {
    let mut properties = Json::map();
    for field in shape.fields {
        for name in [Some(field.name), field.limits.also].into_iter().flatten() {
            properties = properties.with(name, received(field.kind).with("description", answered(field)));
        }
    }
    empty_as_list().with("description", plain(shape.doc)).with("properties", properties)
}

fn words(choice: &Choice) -> Json {
    let name = if choice.open { "examples" } else { "enum" };
    Json::map().with("type", "string").with("description", plain(choice.doc)).with(name, texts(choice.values))
}

fn sent(kind: Kind, limits: &Limits) -> Json {
    let typed = |name: &str| Json::map().with("type", name);
    let plain = match kind {
        Kind::Any | Kind::OneOrMany(_) | Kind::Loose(_) => Json::map(),
        Kind::Integer => typed("integer").and(bounds(limits, ["minimum", "maximum", "maxLength"])),
        Kind::Amount => typed("string").with("pattern", format!("^-?[0-9]+(\\.[0-9]{{1,{}}})?$", limits.digits)),
        Kind::Flag => typed("string").with("enum", texts(&["Y", "N"])),
        Kind::Month => typed("string").with("pattern", "^[0-9]{4}-[0-9]{2}$"),
        Kind::Choice(choice) => named(choice.name),
        Kind::Object(shape) => named(shape.name),
        Kind::List(inner) => typed("array").with("items", sent(*inner, limits)),
        Kind::Map(inner) => typed("object").with("additionalProperties", sent(*inner, limits)),
        _ => typed("string").and(bounds(limits, ["minimum", "maximum", "maxLength"])),
    };
    match (kind, limits.default.map(str::parse)) {
        (Kind::Integer, Some(Ok(number))) => plain.with("default", Json::Number(number)),
        (Kind::List(_) | Kind::Map(_), _) => plain,
        _ => plain.maybe("default", limits.default),
    }
}

fn received(kind: Kind) -> Json {
    let either = |one: Json, other: Json| Json::map().with("anyOf", vec![one, other]);
    match kind {
        Kind::Any => Json::map(),
        Kind::Id => named("answer.Id"),
        Kind::Integer => named("answer.Integer"),
        Kind::Amount => named("answer.Amount"),
        Kind::Flag => named("answer.Flag"),
        Kind::Time | Kind::Moment | Kind::Day | Kind::Month => named("answer.Time"),
        Kind::Joined => named("answer.Joined"),
        Kind::Text | Kind::PerLanguage => named("answer.Text"),
        Kind::Choice(choice) => either(named(choice.name), named("answer.Text")),
        Kind::Object(shape) => named(shape.name),
        Kind::List(inner) => Json::map().with("type", texts(&["array", "null"])).with("items", received(*inner)),
        Kind::Map(inner) => empty_as_list().with("additionalProperties", received(*inner)),
        Kind::OneOrMany(inner) => either(received(*inner), received(Kind::Map(inner))),
        Kind::Loose(inner) => {
            let wrapped =
                Json::map().with("type", "object").with("description", "Holds it as its only list or record.");
            either(received(*inner), wrapped)
        }
    }
}

/// PHP writes an empty map as an empty list.
fn empty_as_list() -> Json {
    Json::map().with("type", texts(&["object", "array", "null"])).with("maxItems", Json::Number(0))
}

fn named(name: &str) -> Json {
    Json::map().with("$ref", format!("#/components/schemas/{name}"))
}
