//! What nobody can make, whatever they do to a receipt, and what nothing of which ever shows.

use digistore24::license::receipt::{
    Check, PrivateKey, PublicKey, Receipt, ReceiptVerdict, check, check_of, keys_of, public_key_of, sign_of,
};
use digistore24::license::{Fingerprint, Shape, shape, verdict_of};
use digistore24::{Time, Value, Zone};
use proptest::prelude::*;

const NOW: i64 = 1_791_201_600;

fn receipt() -> Receipt {
    Receipt {
        purchase_id: "JK92LM34".into(),
        product_id: "515153".into(),
        license: Fingerprint::of_key("JK92LM34", "SANDB-GXQEY-VAKRD-22222-33333-44444-55555-66666"),
        machine: Some(Fingerprint::of_machine("JK92LM34", "laptop")),
        checked_at: NOW,
        expires_at: NOW + 30 * 86_400,
        grace_days: 7,
        paid_until: Some(Time::parse("2026-11-20", Zone::Berlin).unwrap()),
        billing_status: Some("paying".into()),
    }
}

fn verdict(text: &str, keys: &[PublicKey]) -> ReceiptVerdict {
    check(text, &Check { machine: Some("laptop"), ..Check::new(keys, &["515153"], NOW) }).verdict
}

#[test]
fn no_single_bit_of_a_receipt_can_be_flipped() {
    let key = PrivateKey::from_seed([3; 32]);
    let keys = [key.public_key()];
    let text = receipt().sign(&key).unwrap();
    assert_eq!(verdict(&text, &keys), ReceiptVerdict::Good);
    let mut flipped = 0;
    for at in 0..text.len() {
        for bit in 0..7 {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1 << bit;
            let other = String::from_utf8(bytes).unwrap();
            // What becomes a blank at either end is no part of it any more, and something is missing then.
            let verdict = verdict(&other, &keys);
            let bad = [ReceiptVerdict::Tampered, ReceiptVerdict::NotAReceipt, ReceiptVerdict::NewerVersion];
            assert!(bad.contains(&verdict), "{verdict:?} with bit {bit} of {at} flipped");
            flipped += 1;
        }
    }
    assert!(flipped > 2000, "only {flipped}");
}

#[test]
fn a_receipt_has_one_text_and_survives_it() {
    let key = PrivateKey::from_seed([3; 32]);
    let keys = [key.public_key()];
    let text = receipt().sign(&key).unwrap();
    assert_eq!(receipt().sign(&key).unwrap(), text);
    let checked = check(&text, &Check { machine: Some("laptop"), ..Check::new(&keys, &["515153"], NOW) });
    assert_eq!(checked.receipt, Some(receipt()));
}

#[test]
fn what_cannot_be_in_a_receipt_is_refused_at_once() {
    let noon = Time::parse("2026-11-20 12:00:00", Zone::Berlin).unwrap();
    let odd = Receipt {
        purchase_id: "a\nb".into(),
        product_id: String::new(),
        expires_at: NOW - 1,
        grace_days: 3661,
        paid_until: Some(noon),
        billing_status: Some("x".repeat(128)),
        ..receipt()
    };
    let problems = odd.sign(&PrivateKey::from_seed([3; 32])).unwrap_err();
    let paths: Vec<&str> = problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, ["purchase_id", "product_id", "billing_status", "expires_at", "grace_days", "paid_until"]);
}

#[test]
fn the_core_reads_no_clock() {
    for problems in [check_of(&Value::Map(Vec::new())).unwrap_err(), sign_of(&Value::Map(Vec::new())).unwrap_err()] {
        assert!(problems.iter().any(|problem| problem.to_string() == "now: is missing; the time"), "{problems:?}");
    }
}

#[test]
fn private_keys_and_licence_keys_show_nowhere() {
    let key = PrivateKey::from_seed([0x5a; 32]);
    let secret = key.reveal();
    let inner = secret.strip_prefix("ds24-private-").unwrap();
    assert!(!format!("{key:?}").contains(inner));
    assert!(!format!("{key:?}").contains("90"), "not as numbers either: {key:?}");
    let given = |name: &str, text: &str| Value::from([(name, Value::from(text))]);
    for text in [secret.clone(), secret.replace("ds24-private-", ""), format!("{secret}x"), secret.to_uppercase()] {
        for problems in [
            public_key_of(&given("private_key", &text)).err(),
            sign_of(&given("private_key", &text)).err(),
            check_of(&given("public_keys", &text)).err(),
            keys_of(&given("seed", &text)).err(),
        ] {
            let told = format!("{problems:?}").to_lowercase();
            assert!(!told.contains(&inner.to_lowercase()), "{told}");
        }
    }
    let data = Value::from([
        ("license_key", Value::from("EMIL-KEY-1")),
        ("purchase_id", "JK92LM34".into()),
        ("is_license_valid", "Y".into()),
        ("is_license_key_found", "Y".into()),
    ]);
    let validity = verdict_of(&Value::from([("data", data)])).unwrap();
    assert!(!format!("{validity:?} {:?}", Value::from(&validity)).contains("EMIL"));
    let receipt = receipt().sign(&key).unwrap();
    assert!(!receipt.contains("SANDB"));
}

#[test]
fn fingerprints_depend_on_every_part_and_on_where_it_is_cut() {
    let all = [
        Fingerprint::of_key("AB", "C"),
        Fingerprint::of_key("A", "BC"),
        Fingerprint::of_key("AB", "c"),
        Fingerprint::of_machine("AB", "C"),
        Fingerprint::of_machine("", "ABC"),
    ];
    for (at, one) in all.iter().enumerate() {
        assert!(all[at + 1..].iter().all(|other| other != one));
        assert_eq!(Fingerprint::read(one.as_str()).as_ref(), Some(one));
    }
    assert_eq!(Fingerprint::of_key(" AB ", "\tC\n"), all[0]);
    for text in ["", "short", "AAAAAAAAAAAAAAAAAAAAAB", "AAAAAAAAAAAAAAAAAAAAA=", "AAAAAAAAAAAAAAAAAAAAAAA"] {
        assert_eq!(Fingerprint::read(text), None, "{text}");
    }
}

proptest! {
    #![proptest_config(crate::cases(256))]

    #[test]
    fn no_text_at_all_is_a_receipt(text in "\\PC*", tail in "[A-Za-z0-9_.-]{0,200}") {
        let keys = [PrivateKey::from_seed([3; 32]).public_key()];
        prop_assert!(!verdict(&text, &keys).is_usable());
        for text in [format!("1.{tail}"), format!("1.{text}"), tail] {
            let text = format!("ds24-receipt-{text}");
            prop_assert!(!verdict(&text, &keys).is_usable());
        }
    }

    #[test]
    fn a_receipt_in_which_anything_is_changed_is_never_good(
        at in 0usize..1000, with in any::<u8>(), cut in any::<bool>(),
    ) {
        let key = PrivateKey::from_seed([3; 32]);
        let text = receipt().sign(&key).unwrap();
        let mut bytes = text.clone().into_bytes();
        let at = at % bytes.len();
        if cut { bytes.remove(at); } else { bytes[at] ^= with; }
        let other = String::from_utf8_lossy(&bytes).into_owned();
        prop_assert_eq!(verdict(&other, &[key.public_key()]).is_usable(), other == text);
    }

    #[test]
    fn what_is_signed_is_read_back_and_by_no_other_key(
        purchase_id in "[A-Z0-9]{1,15}", product_id in "\\PC{1,30}", machine in proptest::option::of("\\PC{1,20}"),
        checked_at in 0i64..4_000_000_000, days in 0i64..3660, grace_days in 0u16..=3660,
        seed in any::<[u8; 32]>(), other in any::<[u8; 32]>(),
    ) {
        prop_assume!(product_id.trim() == product_id && !product_id.is_empty() && seed != other);
        let receipt = Receipt {
            license: Fingerprint::of_key(&purchase_id, "KEY"),
            machine: machine.as_deref().map(|machine| Fingerprint::of_machine(&purchase_id, machine)),
            purchase_id, product_id: product_id.clone(), checked_at, expires_at: checked_at + days * 86_400, grace_days,
            paid_until: None, billing_status: None,
        };
        let key = PrivateKey::from_seed(seed);
        let text = receipt.sign(&key).unwrap();
        let products = [product_id.as_str()];
        let trusted = [key.public_key()];
        let asked = Check::new(&trusted, &products, checked_at);
        let asked = Check { machine: machine.as_deref(), license_key: Some("KEY"), ..asked };
        let checked = check(&text, &asked);
        prop_assert_eq!(checked.verdict.is_usable(), days > 0 || grace_days > 0);
        prop_assert_eq!(checked.receipt, Some(receipt));
        let stranger = [PrivateKey::from_seed(other).public_key()];
        prop_assert_eq!(check(&text, &Check { public_keys: &stranger, ..asked }).verdict, ReceiptVerdict::Tampered);
    }

    #[test]
    fn the_clock_never_wins_time_by_going_back(steps in proptest::collection::vec(-4_000_000i64..4_000_000, 1..30)) {
        let key = PrivateKey::from_seed([3; 32]);
        let trusted = [key.public_key()];
        let receipt = Receipt { paid_until: None, ..receipt() };
        let text = receipt.sign(&key).unwrap();
        let (mut now, mut last_seen, mut latest) = (NOW, None, NOW);
        for step in steps {
            now += step;
            let asked = Check::new(&trusted, &["515153"], now);
            let checked = check(&text, &Check { last_seen, machine: Some("laptop"), ..asked });
            prop_assert!(last_seen.is_none_or(|seen| checked.last_seen >= seen));
            last_seen = Some(checked.last_seen);
            latest = latest.max(now);
            // Once the end was seen, no clock brings it back.
            prop_assert!(!checked.verdict.is_usable() || latest < receipt.grace_until());
        }
    }

    #[test]
    fn arbitrary_texts_and_answers_make_nothing_panic(
        text in any::<String>(), name in "\\PC{0,20}", number in any::<i64>(), key in "[0O1ILa-z –-]{38,50}",
    ) {
        for key in [&text, &key] {
            let looked = shape(key, Some(true));
            for one in &looked.suggestions {
                prop_assert!(*one != looked.key && shape(one, None).shape == Shape::Generated);
            }
        }
        let given = Value::from(text.as_str());
        let odd = Value::from([
            ("paid_until", given.clone()), ("purchase_id", number.into()), ("billing_tatus", given.clone()),
            (name.as_str(), given.clone()), ("is_license_valid", given.clone()),
        ]);
        let validity = verdict_of(&Value::from([("data", odd.clone())])).unwrap();
        prop_assert_eq!(validity.verdict.as_str(), "unknown");
        let options = Value::from([
            ("receipt", given.clone()), ("now", given), ("validation", odd), ("last_seen", number.into()),
        ]);
        prop_assert!(check_of(&options).is_err() && sign_of(&options).is_err());
        let _ = PublicKey::read(&text);
        let _ = PublicKey::read(&format!("ds24-public-{text}"));
    }
}
