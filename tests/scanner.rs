//! The scanner of answers against serde_json: the same texts are JSON, and the same values are in them.

use digistore24::{Amount, Error, Item, read};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

/// A function the catalogue does not know, so that nothing is tidied but numbers.
const UNKNOWN: &str = "aFunctionOfTomorrow";

/// The scanner gives up at 128 levels, one of which is the envelope.
const DEEPEST: usize = 127;

fn envelope(json: &str) -> String {
    format!("{{\"api_version\":\"1.2\",\"result\":\"success\",\"data\":{json}}}")
}

/// The fields of an object in order, those that come twice included.
struct Fields<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Fields<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;
        impl<'de> Visitor<'de> for Pairs {
            type Value = Vec<(String, &'de RawValue)>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(pairs)
            }
        }
        deserializer.deserialize_map(Pairs).map(Fields)
    }
}

/// How deep a JSON text is nested.
fn depth(json: &str) -> usize {
    let (mut now, mut most, mut inside, mut escaped) = (0_usize, 0, false, false);
    for byte in json.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = inside,
            b'"' => inside = !inside,
            b'{' | b'[' if !inside => (now, most) = (now + 1, most.max(now + 1)),
            b'}' | b']' if !inside => now = now.saturating_sub(1),
            _ => {}
        }
    }
    most
}

/// A text with the halves of broken surrogate pairs, which serde_json refuses, replaced.
fn text_of(raw: &RawValue) -> Option<String> {
    serde_json::from_str(raw.get()).ok()
}

/// A number as its digits without zeros at either end, and the power of ten behind the last of them.
fn number_of(raw: &str) -> (bool, String, i64) {
    let (mantissa, exponent) = raw.split_once(['e', 'E']).unwrap_or((raw, "0"));
    let negative = mantissa.starts_with('-');
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{}{fraction}", whole.trim_start_matches(['-', '+']));
    let digits = digits.trim_start_matches('0');
    let shortest = digits.trim_end_matches('0');
    let zeros = (digits.len() - shortest.len()) as i64;
    match shortest {
        "" => (false, String::new(), 0),
        _ => {
            let exponent: i64 = exponent.trim_start_matches('+').parse().unwrap_or(i64::MAX / 2);
            (negative, shortest.to_owned(), exponent - fraction.len() as i64 + zeros)
        }
    }
}

fn same(item: Item<'_>, raw: &RawValue) -> Result<(), String> {
    let json = raw.get();
    let differs = |what: &str| Err(format!("{what}: {item:?} for {json}"));
    match (json.as_bytes()[0], &item) {
        (b'n', Item::Null) | (b't', Item::Flag(true)) | (b'f', Item::Flag(false)) => Ok(()),
        (b'"', Item::Text(have)) => match text_of(raw) {
            Some(want) if want != **have => differs("text"),
            None if !json.contains("\\u") => differs("only lone surrogates may be read more leniently"),
            _ => Ok(()),
        },
        (b'[', Item::List(list)) => {
            let want: Vec<&RawValue> = serde_json::from_str(json).map_err(|error| error.to_string())?;
            if list.len() != want.len() || list.is_empty() != want.is_empty() {
                return differs("length");
            }
            want.iter().enumerate().try_for_each(|(at, raw)| same(list.get(at).ok_or("missing")?, raw))
        }
        (b'{', Item::Record(record)) => {
            let Ok(Fields(want)) = serde_json::from_str(json) else {
                return if json.contains("\\u") { Ok(()) } else { differs("only lone surrogates") };
            };
            let names: Vec<_> = record.names().map(|name| name.into_owned()).collect();
            if names != want.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>() {
                return differs("names");
            }
            for ((_, item), (name, raw)) in record.iter().zip(&want) {
                same(item, raw).map_err(|wrong| format!("{name}: {wrong}"))?;
            }
            want.iter().try_for_each(|(name, _)| {
                let last = want.iter().rfind(|(other, _)| other == name).ok_or("missing")?;
                same(record.get(name).ok_or("not found by name")?, last.1)
            })
        }
        (_, Item::Integer(number)) if number_of(json) == number_of(&number.to_string()) => Ok(()),
        (_, Item::Amount(amount)) if number_of(json) == number_of(&amount.to_string()) => Ok(()),
        // Only what 64 bits cannot hold stays text, untouched.
        (_, Item::Text(text)) if **text == *json && Amount::parse(json).is_err() => Ok(()),
        _ => differs("value"),
    }
}

/// Both readers accept or refuse this text, and find the same in it.
fn agree(json: &str) -> Result<(), String> {
    let body = envelope(json);
    // Ignoring checks the grammar alone: no range of numbers, no pairs of surrogates, no depth.
    let grammar = serde_json::from_str::<IgnoredAny>(&body).is_ok();
    match read(UNKNOWN, 200, body.as_str()) {
        Ok(answer) => {
            if !grammar {
                return Err(format!("accepted, but is no JSON: {json}"));
            }
            // More than one value in the place of one would have closed the envelope early.
            let Ok(Fields(fields)) = serde_json::from_str(&body) else { return Ok(()) };
            let Some((_, raw)) = fields.iter().rfind(|(name, _)| name == "data") else { return Ok(()) };
            same(answer.data(), raw)?;
            let tidied = answer.to_json();
            serde_json::from_str::<IgnoredAny>(&tidied).map(|_| ()).map_err(|error| format!("{error} in {tidied}"))
        }
        Err(Error::Garbled { reason, .. }) if reason.contains("nested too deeply") => {
            if depth(json) >= DEEPEST {
                Ok(())
            } else {
                Err(format!("not that deep: {json}"))
            }
        }
        Err(Error::Garbled { .. }) if !grammar => Ok(()),
        // A wild text may bring an envelope of its own.
        Err(_) if json.contains("result") || json.contains("api_version") => Ok(()),
        Err(error) => Err(format!("{error} for {json}")),
    }
}

fn leaf() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("null".to_owned()),
        any::<bool>().prop_map(|flag| flag.to_string()),
        any::<i64>().prop_map(|number| number.to_string()),
        any::<f64>().prop_filter("finite", |number| number.is_finite()).prop_map(|number| number.to_string()),
        "-?(0|[1-9][0-9]{0,24})(\\.[0-9]{1,22})?([eE][+-]?[0-9]{1,4})?",
        any::<String>().prop_map(|text| serde_json::to_string(&text).expect("a text")),
        "\"([a-zé🚀 ]|\\\\[\"\\\\/bfnrt]|\\\\u[0-9a-fA-F]{4}|\\\\ud8[0-9a-f]{2}\\\\udc[0-9a-f]{2}){0,12}\"",
        Just("\"\"".to_owned()),
    ]
}

fn white() -> impl Strategy<Value = &'static str> {
    prop_oneof![8 => Just(""), 1 => Just(" "), 1 => Just("\n\t\r ")]
}

fn json() -> impl Strategy<Value = String> {
    leaf().prop_recursive(6, 48, 6, |inner| {
        let name = prop_oneof!["[a-c]", any::<String>(), Just("\\u0061".to_owned())].prop_map(|name| {
            if name == "\\u0061" { "\"\\u0061\"".to_owned() } else { serde_json::to_string(&name).expect("a name") }
        });
        prop_oneof![
            (white(), prop::collection::vec(inner.clone(), 0..6))
                .prop_map(|(white, items)| format!("[{white}{}{white}]", items.join(&format!("{white},{white}")))),
            (white(), prop::collection::vec((name, inner), 0..6)).prop_map(|(white, fields)| {
                let fields: Vec<_> =
                    fields.iter().map(|(name, value)| format!("{name}{white}:{white}{value}")).collect();
                format!("{{{white}{}{white}}}", fields.join(&format!("{white},{white}")))
            }),
        ]
    })
}

/// JSON with some of its characters dropped, doubled, or replaced by others that mean something.
fn nearly_json() -> impl Strategy<Value = String> {
    let edits =
        prop::collection::vec((any::<prop::sample::Index>(), 0_u8..4, prop::sample::select(MARKS.to_vec())), 1..4);
    (json(), edits).prop_map(|(json, edits)| {
        let mut characters: Vec<char> = json.chars().collect();
        for (at, edit, mark) in edits {
            let at = at.index(characters.len().max(1)).min(characters.len().saturating_sub(1));
            match edit {
                0 if !characters.is_empty() => drop(characters.remove(at)),
                1 if !characters.is_empty() => characters.insert(at, characters[at]),
                2 => characters.truncate(at),
                _ => characters.insert(at, mark),
            }
        }
        characters.into_iter().collect()
    })
}

const MARKS: [char; 26] = [
    '{', '}', '[', ']', '"', ':', ',', '\\', 'u', '0', '1', '-', '+', '.', 'e', 'E', 't', 'n', '\0', '\n', '\u{1f}',
    '\u{7f}', '\u{feff}', '\u{a0}', 'é', '🚀',
];

fn run(cases: u32, input: impl Strategy<Value = String>) {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    TestRunner::new(config)
        .run(&input, |json| agree(&json).map_err(TestCaseError::fail))
        .unwrap_or_else(|wrong| panic!("{wrong}"));
}

#[test]
fn the_scanner_finds_in_json_what_serde_json_finds() {
    run(500, json());
}

#[test]
fn the_scanner_refuses_what_serde_json_refuses() {
    run(1000, nearly_json());
}

#[test]
fn no_text_is_read_differently() {
    run(500, any::<String>());
    run(
        1500,
        prop::collection::vec(prop::sample::select(MARKS.to_vec()), 0..24)
            .prop_map(|marks| marks.into_iter().collect()),
    );
}

#[test]
fn every_beginning_of_an_answer_is_refused() {
    let whole = envelope(r#"{"a":[1,-2.5e+3,true,false,null,"ä\u00e4\ud83d\ude80\n"],"b":{"c":{}}} "#);
    for (end, _) in whole.char_indices() {
        let error = read(UNKNOWN, 200, &whole.as_bytes()[..end]).expect_err(&whole[..end]);
        assert_eq!(error.kind(), "garbled", "{}", &whole[..end]);
    }
    assert!(read(UNKNOWN, 200, whole).is_ok());
}

#[test]
fn nesting_is_followed_to_127_levels_and_no_further() {
    let nested = |levels| read(UNKNOWN, 200, envelope(&("[".repeat(levels) + &"]".repeat(levels))));
    assert!(nested(127).is_ok());
    assert!(nested(128).unwrap_err().to_string().contains("nested too deeply"));
    assert!(read(UNKNOWN, 200, envelope(&"{\"a\":".repeat(100_000))).is_err());
}

proptest! {
    #![proptest_config(Config { cases: 500, failure_persistence: None, ..Config::default() })]

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), status in any::<u16>()) {
        let _ = read("getPurchase", status, bytes);
    }

    #[test]
    fn no_answer_makes_any_shape_panic(json in json(), at in any::<prop::sample::Index>()) {
        let functions: Vec<_> = digistore24::catalogue::all().collect();
        let answer = read(at.get(&functions).name, 200, envelope(&json)).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let tidied = answer.to_json();
        prop_assert!(serde_json::from_str::<IgnoredAny>(&tidied).is_ok(), "{tidied}");
        let _ = (format!("{answer:?}"), answer.failure());
    }
}

/// The long run behind `cargo xtask fuzz`; `FUZZ_CASES` says how long.
#[test]
#[ignore = "takes minutes"]
fn the_scanner_agrees_with_serde_json_for_a_long_time() {
    let cases = std::env::var("FUZZ_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(200_000);
    run(cases, json());
    run(cases, nearly_json());
    run(cases, any::<String>());
}

proptest! {
    #[test]
    fn plain_values_are_those_of_serde_json(text in "(\\[|\\{|\"[a-zé\\\\u0-9]{0,6}\"|:|,|null|true|-?[0-9]{1,20}|\\]|\\}| ){0,12}") {
        use digistore24::{Value, wire};
        for text in [&text, &format!("[{text}]"), &format!("{{\"a\":{text}}}")] {
            let want = serde_json::from_str::<Value>(text).ok();
            let have = wire::value::read(text);
            // Beyond 64 bits, serde_json makes a binary number of it; half a character is no character there.
            let is_odd = |value: &Value| format!("{value:?}").contains("Odd(");
            let is_half = text.contains("\\u");
            if !is_half && !have.as_ref().is_some_and(is_odd) {
                prop_assert_eq!(have, want, "{}", text);
            }
        }
    }
}

#[test]
fn plain_values_keep_their_texts_and_their_order() {
    use digistore24::{Value, wire::value::read};
    let have = read(r#" {"b":[1,-2,null],"a":"\u00e9\ud83d\ude00\n","b":true} "#).unwrap();
    let list = Value::List(vec![1.into(), Value::Integer(-2), Value::Null]);
    assert_eq!(have, Value::from([("b", list), ("a", "é😀\n".into()), ("b", true.into())]));
    assert_eq!(read("9223372036854775807"), Some(Value::Integer(i64::MAX)));
    assert_eq!(read("9223372036854775808"), Some(Value::Odd("the number 9223372036854775808".to_owned())));
    assert_eq!(read("0.5"), Some(Value::Odd("the number 0.5".to_owned())));
    for bad in ["", "[1", "[1]x", "{\"a\"}", "nul", "\"a", "01", &"[".repeat(4000)] {
        assert_eq!(read(bad), None, "{bad:.9}");
    }
}
