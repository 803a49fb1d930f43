//! What nobody can make, whatever they do to a receipt, and what nothing of which ever shows.

use digistore24::license::receipt::{
    Check, PrivateKey, PublicKey, Receipt, ReceiptVerdict, check, check_of, keys_of, public_key_of, sign_of,
};
use digistore24::license::{Fingerprint, Shape, Validation, shape, shape_of, validation_of, verdict_of};
use digistore24::{Amount, Inquiry, Time, Value, Zone};
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
    let keys = [key.public_key()];
    let asked =
        Check { license_key: Some("EMIL-KEY-1"), machine: Some("EMIL-LAPTOP"), ..Check::new(&keys, &["1"], NOW) };
    let typed = shape("emil0-emil1-emil2-emil3-emil4-emil5-emil6-emil7", None);
    assert!(!typed.suggestions.is_empty());
    let asking = Validation::new("JK92LM34", "EMIL-KEY-1").ask();
    let shown = format!("{asked:?} {typed:?} {asking:?}");
    assert!(!shown.to_uppercase().contains("EMIL"), "{shown}");
    assert!(shown.contains("JK92LM34") || shown.contains("purchase_id"), "{shown}");
}

#[test]
fn a_licence_key_of_the_wrong_type_is_not_repeated() {
    let key = Amount::new(7_710_339, 2).unwrap();
    for wrong in [7_710_339.into(), Value::Float(77.103_39), key.into(), Value::Odd("the decimal 77.10339".into())] {
        let given = Value::from([
            ("key", wrong.clone()),
            ("license_key", wrong.clone()),
            ("private_key", wrong.clone()),
            ("seed", wrong.clone()),
            ("machine", wrong.clone()),
            ("public_keys", wrong),
        ]);
        let all = [
            shape_of(&given).err(),
            validation_of(&given).err(),
            verdict_of(&given).err(),
            sign_of(&given).err(),
            check_of(&given).err(),
            keys_of(&given).err(),
            public_key_of(&given).err(),
        ];
        let told: Vec<String> = all.into_iter().flatten().flatten().map(|problem| problem.to_string()).collect();
        assert!(told.iter().filter(|told| told.ends_with(": expected a text")).count() >= 9, "{told:?}");
        assert!(!told.concat().contains("103"), "{told:?}");
    }
}

#[test]
fn figures_of_a_receipt_that_was_never_checked_do_not_overflow() {
    let odd = Receipt { expires_at: i64::MAX, paid_until: None, grace_days: u16::MAX, ..receipt() };
    assert_eq!(odd.grace_until(), i64::MAX);
    let key = PrivateKey::from_seed([3; 32]);
    let keys = [key.public_key()];
    let text = receipt().sign(&key).unwrap();
    for now in [i64::MIN, i64::MIN + 1, -1, 0, NOW, i64::MAX - 1, i64::MAX] {
        for last_seen in [None, Some(i64::MIN), Some(i64::MAX)] {
            for tolerance_minutes in [0, u32::MAX] {
                let asked = Check::new(&keys, &["515153"], now);
                let mut checked =
                    check(&text, &Check { last_seen, tolerance_minutes, machine: Some("laptop"), ..asked });
                assert_eq!(checked.last_seen, last_seen.map_or(now, |seen| seen.max(now)));
                assert!(checked.days_left() >= 0);
                assert_eq!(Value::from(&checked).get("verdict"), Some(&checked.verdict.as_str().into()));
                checked.last_seen = i64::MIN;
                checked.receipt = Some(odd.clone());
                checked.verdict = ReceiptVerdict::Good;
                assert!(checked.days_left() > 0);
            }
        }
    }
}

#[test]
fn a_signature_has_one_text_and_no_second_one_by_arithmetic() {
    let key = PrivateKey::from_seed([3; 32]);
    let keys = [key.public_key()];
    let text = receipt().sign(&key).unwrap();
    let (body, signature) = text.rsplit_once('.').unwrap();
    let mut bytes = unpadded(signature);
    // Adding the order of the group to the second half gives a signature that a loose check takes.
    const ORDER: [u8; 32] = [
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
    ];
    let mut carry = 0;
    for (byte, order) in bytes[32..].iter_mut().zip(ORDER) {
        carry += u16::from(*byte) + u16::from(order);
        *byte = carry as u8;
        carry >>= 8;
    }
    assert_eq!(carry, 0);
    let other = format!("{body}.{}", padless(&bytes));
    assert_ne!(other, text);
    assert_eq!(verdict(&other, &keys), ReceiptVerdict::Tampered);
    assert_eq!(format!("{body}.{}", padless(&unpadded(signature))), text);
    // A public key of small order would take one signature for many receipts.
    for weak in [
        [0; 32],
        {
            let mut one = [0; 32];
            one[0] = 1;
            one
        },
        [0xff; 32],
    ] {
        assert!(PublicKey::read(&format!("ds24-public-{}", padless(&weak))).is_err());
    }
}

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn unpadded(text: &str) -> Vec<u8> {
    let bits = text.bytes().flat_map(|letter| {
        let value = LETTERS.iter().position(|other| *other == letter).unwrap();
        (0..6).rev().map(move |bit| (value >> bit & 1) as u8)
    });
    bits.collect::<Vec<_>>().chunks_exact(8).map(|byte| byte.iter().fold(0, |byte, bit| byte << 1 | bit)).collect()
}

fn padless(bytes: &[u8]) -> String {
    let bits: Vec<u8> = bytes.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1)).collect();
    let letter = |six: &[u8]| (0..6).fold(0, |value, at| value << 1 | usize::from(six.get(at).copied().unwrap_or(0)));
    bits.chunks(6).map(|six| char::from(LETTERS[letter(six)])).collect()
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
