//! What an answer to a notification can carry, and what it must not.

use digistore24::ipn::Reply;
use digistore24::wire::form::encode;
use proptest::prelude::*;
use serde_json::Value as Json;

fn vectors() -> Vec<Json> {
    let text = std::fs::read_to_string(crate::root().join("tests/vectors/reply.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// The reply that the steps of a vector build: `["line", "Licence key", "ABCD-1234"]`.
fn built(vector: &Json) -> Reply {
    vector["build"].as_array().unwrap().iter().fold(Reply::ok(), |reply, step| {
        let words: Vec<&str> = step.as_array().unwrap().iter().map(|word| word.as_str().unwrap()).collect();
        match words.as_slice() {
            ["thankyou_url", url] => reply.thankyou_url(*url),
            ["account", username, password, loginurl] => reply.account(*username, *password, *loginurl),
            ["headline", text] => reply.headline(*text),
            ["show_on", places @ ..] => reply.show_on(places.iter().copied()),
            ["hide_on", places @ ..] => reply.hide_on(places.iter().copied()),
            ["line", label, value] => reply.line(*label, *value),
            other => panic!("{other:?}"),
        }
    })
}

#[test]
fn replies_are_built_and_refused_as_the_vectors_say() {
    let vectors = vectors();
    assert!(vectors.len() >= 25);
    for vector in &vectors {
        let why = &vector["why"];
        match (built(vector).text(), vector["text"].as_str()) {
            (Ok(text), expected) => assert_eq!(Some(text.as_str()), expected, "{why}"),
            (Err(problems), _) => {
                let expected = vector["problems"].as_array().unwrap_or_else(|| panic!("{why}: {problems:?}"));
                let paths: Vec<&str> = problems.iter().map(|problem| problem.path.as_str()).collect();
                let wanted: Vec<&str> = expected.iter().map(|problem| problem["path"].as_str().unwrap()).collect();
                assert_eq!(paths, wanted, "{why}: {problems:?}");
                for (problem, expected) in problems.iter().zip(expected) {
                    let says = expected["says"].as_str().unwrap();
                    assert!(problem.message.contains(says), "{why}: {problem} does not say {says}");
                }
            }
        }
    }
}

/// The same steps as bindings hand them over.
fn form(vector: &Json) -> String {
    let mut steps = Vec::new();
    for step in vector["build"].as_array().unwrap() {
        let step: Vec<&str> = step.as_array().unwrap().iter().map(|word| word.as_str().unwrap()).collect();
        let words: &[&str] = match step[0] {
            "account" => &["username", "password", "loginurl"],
            "line" => &["label", "value"],
            word => &[word; 2],
        };
        steps.extend(words.iter().zip(&step[1..]).map(|(word, text)| ((*word).to_owned(), (*text).to_owned())));
    }
    encode(&steps)
}

#[test]
fn a_form_builds_the_same_reply() {
    for vector in vectors() {
        let (form, reply) = (form(&vector), built(&vector));
        let read = Reply::from_form(form.as_bytes());
        assert_eq!(read, reply, "{form}");
        assert_eq!(read.told(), (reply.preview(), reply.text()), "{form}");
    }
    assert_eq!(Reply::from_form(b"what=else&headline=Welcome"), Reply::ok().headline("Welcome"));
}

#[test]
fn the_order_of_the_steps_does_not_matter_and_the_last_heading_counts() {
    let one = Reply::ok().headline("Welcome").account("anna", "s3cret", "").line("Key", "ABCD").show_on(["invoice"]);
    let other = Reply::ok()
        .show_on(["invoice"])
        .line("Key", "ABCD")
        .headline("Hello")
        .account("anna", "s3cret", "")
        .headline("Welcome");
    assert_eq!(one, other);
    assert_ne!(one, one.clone().line("Key", "EFGH"));
}

#[test]
fn a_preview_tells_what_the_buyer_sees_and_keeps_passwords() {
    let reply = Reply::ok()
        .thankyou_url("https://example.org/welcome")
        .headline("Your access")
        .account("anna", "s3cret", "https://example.org/login")
        .line("Licence key", "ABCD-1234")
        .show_on(["receipt_page"]);
    assert_eq!(
        reply.preview(),
        "The message is confirmed. The buyer is sent to https://example.org/welcome. \
         The buyer sees under \"Your access\": user name anna, a password, login at https://example.org/login; \
         Licence key: ABCD-1234. Shown on: receipt_page."
    );
    assert_eq!(Reply::ok().preview(), "The message is confirmed.");
    let wrong = Reply::ok().line("Key", "<b>ABCD</b>").preview();
    assert!(wrong.contains("It cannot be sent: Key: holds HTML"), "{wrong}");
}

#[test]
fn passwords_show_up_in_no_message() {
    for password in ["hunter2\nOK", " hunter2", "<b>hunter2</b>"] {
        let reply = Reply::ok().account("anna", password, "").line("Licence key", "hunter2");
        let problems = reply.text().unwrap_err();
        assert!(!format!("{problems:?} {reply:?}").contains("hunter2"), "{problems:?} {reply:?}");
    }
}

proptest! {
    #[test]
    fn a_reply_that_travels_reads_back_line_for_line(
        username in "\\PC{1,12}", password in "\\PC{1,12}", headline in "\\PC{1,20}",
        lines in prop::collection::btree_map("[A-Za-z <&éß-]{1,10}", "\\PC{1,20}", 0..4),
    ) {
        let mut reply = Reply::ok().headline(headline.as_str()).account(username.as_str(), password.as_str(), "");
        for (label, value) in &lines {
            reply = reply.line(label.as_str(), value.as_str());
        }
        if let Ok(text) = reply.text() {
            let mut read = text.split('\n');
            prop_assert_eq!(read.next(), Some("OK"));
            let pairs: Vec<(&str, &str)> = read.map(|line| line.split_once(": ").unwrap()).collect();
            let mut expected = vec![("headline", headline.as_str()), ("username", &username), ("password", &password)];
            expected.extend(lines.iter().map(|(label, value)| (label.as_str(), value.as_str())));
            prop_assert_eq!(pairs, expected);
        }
    }

    #[test]
    fn nothing_starts_a_line_of_its_own(
        before in "\\PC{0,5}",
        control in "[\\x00-\\x1f\\x7f-\\u{9f}\u{2028}\u{2029}]",
        after in "\\PC{0,5}",
    ) {
        let text = format!("{before}{control}{after}");
        prop_assert!(Reply::ok().headline(text.as_str()).text().is_err());
        prop_assert!(Reply::ok().account("anna", text.as_str(), "").text().is_err());
        prop_assert!(Reply::ok().line("Note", text.as_str()).text().is_err());
        prop_assert!(Reply::ok().line(text.as_str(), "value").text().is_err());
    }
}
