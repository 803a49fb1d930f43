//! Functions that take options by name: how the vectors that all languages share are held against them.

use digistore24::{Problem, Value};
use serde_json::Value as Json;

use crate::vectors::{each, equal, text, words};

/// Every vector of a file comes out or is refused as written. `call` makes of the name of a function and its options what
/// the bindings hand out.
pub(crate) fn hold(file: &str, least: usize, call: impl Fn(&str, &Value) -> Result<Value, Vec<Problem>>) {
    each(file, least, |vector| {
        let options: Value = serde_json::from_value(vector["options"].clone()).expect("options");
        match (call(text(vector, "call"), &options), vector["problems"].as_array()) {
            (Ok(result), None) => {
                let have = serde_json::to_value(&result).expect("plain data");
                same("", &have, &vector["result"])
            }
            (Err(problems), Some(wanted)) => {
                let paths: Vec<&str> = wanted.iter().map(|problem| text(problem, "path")).collect();
                equal("paths", problems.iter().map(|problem| problem.path.as_str()).collect(), paths)?;
                for (have, wanted) in problems.iter().zip(wanted) {
                    for says in words(&wanted["says"]) {
                        equal("says", have.message.contains(says), true)
                            .map_err(|_| format!("{have} does not say {says}"))?;
                    }
                }
                Ok(())
            }
            (Ok(result), Some(_)) => Err(format!("not refused: {result:?}")),
            (Err(problems), None) => Err(format!("refused: {problems:?}")),
        }
    });
}

/// Whether a result is as wanted: lists in full, of groups the fields that are named, of notes the word, and the field where
/// there is one.
fn same(path: &str, have: &Json, want: &Json) -> Result<(), String> {
    match (have, want) {
        (Json::Array(notes), _) if path.ends_with(".notes") => {
            let told = |note: &Json| match note.get("field") {
                Some(field) => Json::from(vec![note["word"].clone(), field.clone()]),
                None => note["word"].clone(),
            };
            equal(path, &notes.iter().map(told).collect::<Json>(), want)
        }
        (Json::Object(_), Json::Object(fields)) => {
            fields.iter().try_for_each(|(name, want)| same(&format!("{path}.{name}"), &have[name], want))
        }
        (Json::Array(items), Json::Array(wanted)) if items.len() == wanted.len() => {
            let mut pairs = items.iter().zip(wanted).enumerate();
            pairs.try_for_each(|(at, (have, want))| same(&format!("{path}[{at}]"), have, want))
        }
        _ => equal(path, have, want),
    }
}
