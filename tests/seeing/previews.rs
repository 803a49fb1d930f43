//! What would be sent, and the command that sends it.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::Command;

use digistore24::wire::form::{decode, encode};
use digistore24::{Client, Preview, Value};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

use super::{KEY, MOMENT, client};
use crate::cases;
use crate::vectors::{each, equal, text, words};

fn preview(options: &Json) -> Result<Preview, digistore24::Error> {
    let parameters: Value = serde_json::from_value(options["parameters"].clone()).unwrap();
    let hide = words(&options["hide"]).map(str::to_owned).collect();
    client(hide).call_named(text(options, "name"), parameters).preview()
}

fn as_json(preview: &Preview) -> Json {
    let headers: serde_json::Map<_, _> =
        preview.headers.iter().map(|(name, value)| (name.clone(), Json::from(value.as_str()))).collect();
    json!({
        "function": preview.function,
        "method": preview.method.as_str(),
        "url": preview.url,
        "headers": headers,
        "parameters": preview.parameters,
        "body": preview.body(),
    })
}

#[test]
fn previews_are_as_the_vectors_say() {
    each("seeing.json", 20, |vector| {
        if vector["call"] != "dry_run" {
            return Ok(());
        }
        let preview = match preview(&vector["options"]) {
            Ok(preview) => preview,
            Err(error) => return equal("kind", error.kind(), vector["error"].as_str().unwrap_or("none")),
        };
        equal("preview", as_json(&preview), vector["result"].clone())?;
        equal("curl", preview.curl().as_str(), text(vector, "curl"))?;
        let har: Json = serde_json::from_str(&preview.har(MOMENT)).map_err(|error| error.to_string())?;
        equal("entry", &har["log"]["entries"], &json!([vector["entry"]]))?;
        let given: Value = serde_json::from_value(vector["result"].clone()).unwrap();
        equal("read", Preview::read(&given).map_err(|problems| format!("{problems:?}"))?, preview)
    });
}

/// A folder with a `curl` that writes down its arguments, each ended by a NUL.
fn fake_curl() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("fake-curl");
    fs::create_dir_all(&folder).unwrap();
    let curl = folder.join("curl");
    fs::write(&curl, "#!/bin/sh\nfor argument do printf '%s\\0' \"$argument\"; done\n").unwrap();
    fs::set_permissions(&curl, fs::Permissions::from_mode(0o755)).unwrap();
    folder
}

/// What a shell hands to `curl`.
fn arguments(folder: &PathBuf, command: &str, token: &str) -> Vec<String> {
    let mut shell = Command::new("/bin/sh");
    shell.args(["-e", "-u", "-c", command]).env("PATH", folder).env("DS24_API_KEY", KEY).env("DS24_PARAM_TOKEN", token);
    let output = shell.output().unwrap();
    assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    text.split_terminator('\0').map(str::to_owned).collect()
}

/// What follows each `name` among the arguments.
fn after<'a>(arguments: &'a [String], name: &str) -> Vec<&'a str> {
    arguments.windows(2).filter(|pair| pair[0] == name).map(|pair| pair[1].as_str()).collect()
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn a_shell_hands_curl_what_would_be_sent(
        base in "[a-z'$`\"!();|&*~ ]{1,12}",
        names in prop::collection::vec("[a-z'$`\\[\\]\"%&=@-]{1,8}", 0..4),
        value in "\\PC{0,12}",
        token in "\\PC{1,12}",
    ) {
        let folder = fake_curl();
        let base = format!("https://example.com/{}/api/call", base.replace(' ', ""));
        let settings = digistore24::Settings { base_url: Some(base.clone()), ..digistore24::Settings::from(KEY) };
        let mut fields: Vec<(String, Value)> = names.into_iter().map(|name| (format!("x{name}"), Value::from(value.as_str()))).collect();
        fields.dedup_by(|(a, _), (b, _)| a == b);
        fields.insert(fields.len() / 2, ("token".to_owned(), Value::from(token.as_str())));
        let call = Client::new(settings).unwrap().raw("anything", Value::Map(fields));
        // Some names have no form on the wire.
        let preview = call.preview();
        prop_assume!(preview.is_ok() && value != "…" && token != "…");
        let preview = preview.unwrap();
        let arguments = arguments(&folder, &preview.curl(), &token);
        prop_assert_eq!(&arguments[..4], &["--globoff", "--request", "POST", &format!("{base}/anything")]);
        let headers = after(&arguments, "--header");
        prop_assert_eq!(headers[0], format!("X-DS-API-KEY: {KEY}"));
        prop_assert_eq!(headers.len(), preview.headers.len());
        // As curl puts them together.
        let mut sent = Vec::new();
        for pair in arguments.windows(2) {
            match pair[0].as_str() {
                "--data-raw" => sent.push(pair[1].clone()),
                "--data-urlencode" => {
                    let (name, value) = pair[1].split_once('=').unwrap();
                    sent.push(format!("{name}={}", encode(&[(String::new(), value.to_owned())]).split_off(1)));
                }
                _ => {}
            }
        }
        let wanted: Vec<_> = preview.parameters.iter().map(|(name, value)| (name.clone(), if name == "token" { token.clone() } else { value.clone() })).collect();
        prop_assert_eq!(decode(&sent.join("&")), wanted);
    }
}

#[test]
fn what_is_left_out_comes_from_variables_of_the_shell() {
    let passphrase = "it's \"$HOME\" & more";
    let preview = client(Vec::new())
        .raw("ipnSetup", serde_json::from_value(json!({ "sha_passphrase": passphrase, "name": "a" })).unwrap())
        .preview()
        .unwrap();
    assert!(!format!("{preview:?} {} {}", preview.curl(), preview.har(MOMENT)).contains("HOME"));
    assert!(
        preview
            .curl()
            .ends_with(r#" --data-urlencode "sha_passphrase=$DS24_PARAM_SHA_PASSPHRASE" --data-raw 'name=a'"#),
        "{}",
        preview.curl()
    );
}
