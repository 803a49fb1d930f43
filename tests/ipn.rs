//! Notifications: what is accepted, what is refused and why, and what an event says.

use digistore24::ipn::{
    EventItem, EventKind, Message, Parameters, Passphrases, Rejected, ThankYouPage, Verifier, read_unsigned, sign,
    signed_body, thankyou, unsigned, verify,
};
use digistore24::{Amount, Record, Zone};
use proptest::prelude::*;
use serde_json::Value as Json;

fn vectors() -> Vec<Json> {
    let text = std::fs::read_to_string(crate::root().join("tests/vectors/ipn.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn texts(vector: &Json, name: &str) -> Vec<String> {
    let list = vector[name].as_array().cloned().unwrap_or_default();
    list.iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

fn body(vector: &Json) -> Vec<u8> {
    match vector["hex"].as_str() {
        Some(hex) => (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect(),
        None => vector["body"].as_str().unwrap().as_bytes().to_vec(),
    }
}

/// What a vector gives: the record, and of a message its kind and key. Either way to JSON is the same.
fn outcome(vector: &Json) -> Result<(Record, Option<(String, String)>), Rejected> {
    let told = |message: &Message, dedup_key: &str, parameters: &Parameters<'_>| {
        assert_eq!(parameters.to_json(), message.to_json());
        assert_eq!(parameters.kind(), message.kind().as_str());
        assert_eq!(parameters.dedup_key(), dedup_key);
        ((**message).clone(), Some((message.kind().to_string(), dedup_key.to_owned())))
    };
    let passphrases = Passphrases::from(texts(vector, "passphrases"));
    let body = body(vector);
    match vector["read"].as_str() {
        Some("unsigned") => {
            let event = read_unsigned(&body)?;
            assert!(!event.is_signed());
            Ok(told(&event, event.dedup_key(), &unsigned(&body)?))
        }
        Some("thankyou") => {
            let page = ThankYouPage::new(passphrases).without(texts(vector, "without"));
            let order = page.read(&body)?;
            assert_eq!(page.read_json(&body)?, order.to_json());
            Ok(((*order).clone(), None))
        }
        _ => {
            let verifier = Verifier::new(passphrases).entities(vector["entities"].as_bool().unwrap_or_default());
            let event = verifier.verify(&body)?;
            assert!(event.is_signed());
            Ok(told(&event, event.dedup_key(), &verifier.parameters(&body)?))
        }
    }
}

fn check(vector: &Json) {
    let (record, message) = match outcome(vector) {
        Err(rejected) => {
            assert_eq!(Some(rejected.reason()), vector["reason"].as_str());
            if let Some(name) = vector["name"].as_str() {
                assert!(rejected.to_string().contains(&format!("`{name}`")), "{rejected} does not name {name}");
            }
            let told = rejected.to_string();
            let secret = |passphrase: &String| passphrase.len() > 1 && told.contains(passphrase);
            assert!(!texts(vector, "passphrases").iter().any(secret), "{told} tells the passphrase");
            assert!(
                !told
                    .bytes()
                    .collect::<Vec<_>>()
                    .chunks(32)
                    .any(|part| { part.len() == 32 && part.iter().all(|byte| byte.is_ascii_hexdigit()) })
            );
            return;
        }
        Ok(read) => read,
    };
    assert!(vector["reason"].is_null(), "accepted instead of {}", vector["reason"]);
    let event: Json = serde_json::from_str(&record.to_json()).unwrap();
    for (name, value) in vector["event"].as_object().unwrap() {
        assert_eq!(event.get(name), Some(value), "{name}");
    }
    for name in texts(vector, "absent") {
        assert!(event.get(&name).is_none(), "{name} is there");
    }
    let printed = format!("{record:?}");
    for secret in texts(vector, "hidden") {
        assert!(record.raw().contains(&secret) && !printed.contains(&secret), "{printed}");
    }
    if let Some(kind) = vector["kind"].as_str() {
        assert_eq!(message.as_ref().unwrap().0, kind);
    }
    if let Some(key) = vector["dedup_key"].as_str() {
        assert_eq!(message.as_ref().unwrap().1, key);
    }
}

#[test]
fn the_vectors_of_notifications_hold() {
    let vectors = vectors();
    assert!(vectors.len() >= 150, "only {} vectors", vectors.len());
    for vector in &vectors {
        println!("{}", vector["why"]);
        check(vector);
    }
}

#[test]
fn many_bodies_are_checked_one_by_one() {
    let good = signed_body(&[("event", "on_payment"), ("order_id", "AB12CD34")], "one");
    let bad = good.replace("AB12CD34", "AB12CD35");
    let results = Verifier::new("one").verify_all([&good, &bad, &String::new()]);
    let reasons: Vec<_> = results.iter().map(|result| result.as_ref().map_err(Rejected::reason).err()).collect();
    assert_eq!(reasons, [None, Some("wrong_signature"), Some("not_a_form")]);
}

#[test]
fn fields_have_their_types_and_tell_what_is_wrong() {
    let params = [
        ("event", "on_payment"),
        ("amount_brutto", "1,50"),
        ("amount_vat", "0.24"),
        ("order_date_time", "2026-07-02 14:05:11"),
        ("license_key_2", "FALK-0001-XY"),
        ("product_id_2", "30021"),
    ];
    let event = verify(signed_body(&params, "one"), "one").unwrap();
    assert_eq!(event.amount_vat().unwrap(), Some("0.24".parse::<Amount>().unwrap()));
    assert_eq!(event.amount_netto().unwrap(), None);
    assert!(event.amount_brutto().unwrap_err().to_string().starts_with("amount_brutto: expected an exact decimal"));
    assert_eq!(event.order_date_time().unwrap().unwrap().unix_seconds(), Some(1_782_993_911));
    let items = event.items().unwrap().unwrap();
    assert_eq!(items.len(), 1);
    assert_eq!(items[0].no().unwrap(), Some(2));
    assert_eq!(items[0].license_key().unwrap().as_deref(), Some("FALK-0001-XY"));
    assert!(!format!("{event:?} {items:?}").contains("FALK"));

    let utc = Verifier::new("one").zone(Zone::Fixed(0)).verify(signed_body(&params, "one")).unwrap();
    assert_eq!(utc.order_date_time().unwrap().unwrap().to_string(), "2026-07-02T14:05:11+00:00");
}

#[test]
fn printing_passphrases_does_not_tell_them() {
    let secret = "NobodysPassphrase";
    let page = ThankYouPage::new(secret);
    assert!(!format!("{:?} {:?} {page:?}", Passphrases::from(secret), Verifier::new(secret)).contains(secret));
}

#[test]
fn a_passphrase_that_is_missing_signs_nothing() {
    let body = signed_body(&[("event", "on_payment")], "");
    assert_eq!(body, "event=on_payment&sha_sign=no_signature_passphrase_provided");
    assert_eq!(verify(&body, "").unwrap_err(), Rejected::NoPassphrase);
    assert_eq!(verify(&body, "one").unwrap_err(), Rejected::Unsigned);
}

#[test]
fn a_corrected_ticket_is_news_and_a_repetition_is_not() {
    let key = |hint: &str, last: (&str, &str)| {
        let params = [last, ("event", "eticket"), ("eticket_id", "1"), ("action", "update"), ("eticket_hint", hint)];
        verify(signed_body(&params, "one"), "one").unwrap().dedup_key().to_owned()
    };
    assert_eq!(key("at eight", ("note", "")), key("at eight", ("country", "")));
    assert_ne!(key("at eight", ("note", "")), key("at nine", ("note", "")));
}

#[test]
fn the_connection_test_is_known_and_unknown_events_are_kept() {
    let kind = |event: &str| verify(signed_body(&[("event", event)], "one"), "one").unwrap().kind();
    assert_eq!(kind("connection_test"), EventKind::ConnectionTest);
    assert_eq!(kind("on_moonrise"), EventKind::Other("on_moonrise".to_owned()));
}

#[test]
fn a_field_reads_the_same_in_the_message_and_in_its_item() {
    for field in EventItem::SHAPE.fields.iter().filter(|field| field.name != "no") {
        let whole = Message::SHAPE.field(field.name).unwrap();
        assert_eq!(format!("{:?}", whole.kind), format!("{:?}", field.kind), "{}", field.name);
    }
}

#[test]
fn a_query_cut_off_anywhere_is_refused() {
    let query = signed_body(&[("order_id", "AB12CD34"), ("buyer_email", "ada@example.com")], "page key");
    assert!(thankyou(&query, "page key").is_ok());
    for at in 0..query.len() {
        assert!(thankyou(&query[..at], "page key").is_err(), "{}", &query[..at]);
    }
}

/// What a form says: names and values that count, decoded by rules of our own writing.
fn meaning(body: &[u8]) -> Vec<(Vec<u8>, Vec<u8>)> {
    let decode = |text: &[u8]| {
        let mut out = Vec::new();
        let mut at = 0;
        while at < text.len() {
            let hex = text.get(at + 1..at + 3).filter(|hex| hex.iter().all(u8::is_ascii_hexdigit));
            match (text[at], hex) {
                (b'%', Some(hex)) => {
                    out.push(u8::from_str_radix(std::str::from_utf8(hex).unwrap(), 16).unwrap());
                    at += 2;
                }
                (b'+', _) => out.push(b' '),
                (byte, _) => out.push(byte),
            }
            at += 1;
        }
        out
    };
    let body = body.strip_prefix(b"?").unwrap_or(body);
    let mut pairs: Vec<_> = body
        .split(|&byte| byte == b'&')
        .map(|part| {
            let end = part.iter().position(|&byte| byte == b'=').unwrap_or(part.len());
            let name = decode(&part[..end]);
            let mut value = decode(part.get(end + 1..).unwrap_or_default());
            if name == b"sha_sign" {
                value.make_ascii_uppercase();
            }
            (name, value)
        })
        .filter(|(_, value)| !value.is_empty())
        .collect();
    pairs.sort();
    pairs
}

/// Bytes as they might come, with those preferred that mean something in a form.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let byte = prop_oneof![4 => proptest::sample::select(&b"aZ09_-.%&=+; []\"\\ \n"[..]), 1 => any::<u8>()];
    proptest::collection::vec(byte, 0..12)
}

/// Names without `=`, which the service has none of.
fn name() -> impl Strategy<Value = Vec<u8>> {
    bytes().prop_map(|name| name.into_iter().filter(|byte| *byte != b'=').collect())
}

/// Parameters as the service might send them: each name once, one name in lower case.
fn params() -> impl Strategy<Value = Vec<(Vec<u8>, Vec<u8>)>> {
    proptest::collection::btree_map(name(), bytes(), 0..12).prop_map(|mut params| {
        params.insert(b"event".to_vec(), b"on_payment".to_vec());
        params.into_iter().collect()
    })
}

/// Parameters that notifications have, also numbered, with values that fit their kind or do not.
fn telling() -> impl Strategy<Value = Vec<(String, &'static str)>> {
    let fields = Message::SHAPE.fields.iter().map(|field| (field.name, 1));
    let numbered = EventItem::SHAPE.fields.iter().flat_map(|field| [1, 2, 3, 100, 101].map(|no| (field.name, no)));
    let names: Vec<_> = fields.chain(numbered).collect();
    let values =
        ["", "0", "Y", "17", "-3", "25.0", "9.5", "1e3", "9007199254740993", "a, b,,", "2026-02-29", " x\"\u{1}"];
    let times = ["2026-03-29 02:30:00", "2026-10-05", "0000-00-00", "0000-00-00 00:00:00", "2026-10-05T14:00:00+02:00"];
    let values: Vec<_> = values.into_iter().chain(times).collect();
    let name = prop::sample::select(names)
        .prop_map(|(name, no)| if no == 1 { name.to_owned() } else { format!("{name}_{no}") });
    prop::collection::btree_map(name, prop::sample::select(values), 1..40)
        .prop_map(|params| params.into_iter().chain([("so that something is signed".to_owned(), "1")]).collect())
}

proptest! {
    #[test]
    fn what_is_signed_is_accepted_in_any_order(params in params().prop_shuffle(), passphrase in "\\PC{1,20}") {
        let event = verify(signed_body(&params, &passphrase), &*passphrase).unwrap();
        let mut sorted = params.clone();
        sorted.sort();
        let same = verify(signed_body(&sorted, &passphrase), &*passphrase).unwrap();
        prop_assert_eq!(event.raw(), same.raw());
        for (name, value) in params.iter().filter(|(name, value)| !value.is_empty() && name != b"items") {
            let (name, value) = (String::from_utf8_lossy(name), String::from_utf8_lossy(value));
            // Names that differ in stray bytes alone read alike.
            let alike = params.iter().filter(|(other, _)| String::from_utf8_lossy(other) == name).count();
            if alike == 1 {
                let raw: String = serde_json::from_str(event.raw_field(&name).unwrap()).unwrap();
                prop_assert_eq!(raw, value);
            }
        }
        let other = verify(signed_body(&params, &passphrase), format!("{passphrase} "));
        prop_assert_eq!(other.unwrap_err(), Rejected::WrongSignature);
    }

    #[test]
    fn a_changed_byte_is_refused_unless_it_means_the_same(params in params(), at in any::<prop::sample::Index>(), byte: u8) {
        let mut body = signed_body(&params, "one").into_bytes();
        let before = meaning(&body);
        let at = at.index(body.len());
        body[at] = byte;
        if meaning(&body) != before {
            prop_assert!(verify(&body, "one").is_err(), "{}", String::from_utf8_lossy(&body));
        }
    }

    #[test]
    fn an_added_parameter_is_refused_unless_it_is_empty(params in params(), name in bytes(), value in bytes(), front: bool) {
        let body = signed_body(&params, "one");
        let added = signed_body(&[(&name, &value)], "one");
        let added = added.split('&').next().unwrap();
        let body = if front { format!("{added}&{body}") } else { format!("{body}&{added}") };
        let is_repeated = params.iter().any(|(other, _)| *other == name);
        match verify(&body, "one") {
            Ok(_) => prop_assert!(value.is_empty() && !is_repeated),
            Err(rejected) if is_repeated => prop_assert_eq!(rejected.reason(), "repeated_name"),
            Err(rejected) => {
                prop_assert!(!value.is_empty());
                prop_assert_eq!(rejected.reason(), "wrong_signature");
            }
        }
    }

    #[test]
    fn no_body_whatever_makes_it_stumble(body in proptest::collection::vec(any::<u8>(), 0..200), key in "\\PC{0,8}") {
        prop_assert!(verify(&body, &*key).is_err() && thankyou(&body, &*key).is_err());
        if let Ok(event) = read_unsigned(&body) {
            let json: Json = serde_json::from_str(&event.to_json()).unwrap();
            prop_assert_eq!(unsigned(&body).unwrap().to_json(), event.to_json());
            prop_assert!(json["items"].is_array() && !event.dedup_key().is_empty());
        }
        let params = [("order_id".as_bytes(), &body[..]), (b"x", &[b"ds24".as_slice(), &body].concat())];
        if !key.is_empty() {
            prop_assert!(thankyou(signed_body(&params, &key), &*key).is_ok());
        }
    }

    #[test]
    fn what_is_passed_on_as_json_reads_as_the_event_does(params in telling()) {
        let body = signed_body(&params, "one");
        let event = verify(&body, "one").unwrap();
        let verifier = Verifier::new("one");
        let parameters = verifier.parameters(body.as_bytes()).unwrap();
        prop_assert_eq!(parameters.to_json(), event.to_json());
        prop_assert_eq!(parameters.dedup_key(), event.dedup_key());
    }

    #[test]
    fn signatures_are_128_digits_in_upper_case(params in params(), passphrase in "\\PC{1,20}") {
        let signature = sign(&params, &passphrase);
        prop_assert_eq!(signature.len(), 128);
        prop_assert!(signature.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'A'..=b'F')));
    }
}
