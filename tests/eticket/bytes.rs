//! Lists as bytes: how large, and what is refused.

use digistore24::eticket::{BadList, DoorList, check, number};
use proptest::prelude::*;
use sha2::{Digest, Sha256};

use super::{DOORS_OPEN, list_of, number_of_guest, row};

/// A list of so many tickets, half of them let in.
fn half(guests: usize, names: bool) -> DoorList {
    let mut list = list_of((0..guests).map(row).collect(), "north", names);
    for who in (0..guests).step_by(2) {
        list.scan(&number_of_guest(who), DOORS_OPEN + who as i64);
    }
    list
}

#[test]
fn a_list_is_small() {
    let bare = list_of((0..5000).map(row).collect(), "north", false).bytes().len();
    let named = list_of((0..5000).map(row).collect(), "north", true).bytes().len();
    let marks = half(5000, true).marks().len();
    println!("5000 tickets: {bare} bytes, with names {named}; 2500 marks: {marks}");
    assert!(bare < 5000 * 10, "{bare}");
    assert!(named < 5000 * 30, "{named}");
    assert!(marks < 2500 * 14, "{marks}");
}

#[test]
fn names_stay_out_where_they_are_not_wanted() {
    let has = |bytes: &[u8], text: &str| bytes.windows(text.len()).any(|part| part == text.as_bytes());
    assert!(has(&half(9, true).bytes(), "Guest7"));
    assert!(!has(&half(9, false).bytes(), "Guest"));
    assert!(!has(&half(9, true).marks(), "Guest"));
    let shown = format!("{:?}", half(9, true));
    assert!(shown.contains("north") && !shown.contains("Guest"), "{shown}");
}

#[test]
fn damage_is_named() {
    let bytes = half(40, true).bytes();
    let bad = |bytes: &[u8]| DoorList::read(bytes, "north").unwrap_err();
    assert_eq!(bad(b""), BadList::NotAList);
    assert_eq!(bad(b"{\"door\": \"north\"}"), BadList::NotAList);
    for end in 1..bytes.len() {
        assert_eq!(bad(&bytes[..end]), BadList::Cut, "the first {end} of {}", bytes.len());
    }
    let mut longer = bytes.clone();
    longer.push(0);
    assert_eq!(bad(&longer), BadList::Damaged);
    let mut newer = bytes.clone();
    newer[8] = 2;
    assert_eq!(bad(&newer), BadList::OtherVersion);
    for at in 0..bytes.len() {
        for bit in 0..8 {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1 << bit;
            let have = bad(&flipped);
            match at {
                0..8 => assert_eq!(have, BadList::NotAList),
                8 => assert_eq!(have, BadList::OtherVersion),
                9..17 => assert!(matches!(have, BadList::Cut | BadList::Damaged)),
                _ => assert_eq!(have, BadList::Damaged),
            }
        }
    }
    assert_eq!(bad(&half(40, true).marks()), BadList::MarksOnly);
    assert_eq!(
        BadList::Damaged.to_string(),
        "damaged: the list was changed on the way or on the disk; take another copy"
    );
}

/// Content with a head and a checksum that are right.
pub(super) fn sealed(content: &[u8]) -> Vec<u8> {
    let mut bytes = b"DS24DOOR\x01".to_vec();
    bytes.extend_from_slice(&(content.len() as u64).to_be_bytes());
    bytes.extend_from_slice(content);
    let check = Sha256::digest(&bytes);
    bytes.extend_from_slice(&check[..8]);
    bytes
}

#[test]
fn few_bytes_cannot_claim_many_tickets() {
    // A list of no event, no texts, no kinds, and then as many tickets as there can be.
    let claims = [0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0x0f];
    assert_eq!(DoorList::read(&sealed(&claims), "a").unwrap_err(), BadList::TooLarge);
    let claims = [0, 0, 0, 0, 0, 0, 0, 0, 0x80, 0x80, 0x08];
    assert_eq!(DoorList::read(&sealed(&claims), "a").unwrap_err(), BadList::Impossible);
    assert_eq!(DoorList::read(&sealed(&[9]), "a").unwrap_err(), BadList::Impossible);
    assert_eq!(DoorList::read(&sealed(&[]), "a").unwrap_err(), BadList::Impossible);
}

proptest! {
    #![proptest_config(crate::cases(600))]

    #[test]
    fn any_bytes_are_read_or_refused(content in proptest::collection::vec(any::<u8>(), 0..200), small in any::<bool>()) {
        // Small numbers get further.
        let content: Vec<u8> = content.into_iter().map(|byte| if small { byte % 4 } else { byte }).collect();
        let _ = DoorList::read(&content, "a");
        if let Ok(list) = DoorList::read(&sealed(&content), "a") {
            let again = DoorList::read(&list.bytes(), "a").unwrap();
            prop_assert_eq!(again.bytes(), list.bytes());
            let _ = (list.counts(), list.conflicts(), list.pending());
        }
    }

    #[test]
    fn a_whole_list_with_a_changed_content_is_read_or_refused(at in 0..2000_usize, by in 1..=255_u8) {
        let mut content = half(20, true).bytes();
        content.truncate(content.len() - 8);
        content.drain(..17);
        let at = at % content.len();
        content[at] ^= by;
        if let Ok(list) = DoorList::read(&sealed(&content), "a") {
            let again = DoorList::read(&list.bytes(), "a").unwrap();
            prop_assert_eq!(again.bytes(), list.bytes());
        }
    }

    #[test]
    fn any_text_is_a_number_or_none(text in ".{0,60}", digits in "[0-9 -]{0,30}", path in "[0-9a-z./]{0,40}") {
        for text in [text, digits, format!("https://www.digistore24.com/eticket/file{path}")] {
            let read = number(&text);
            prop_assert_eq!(read.number.is_some(), read.source.is_some());
            match read.number {
                Some(number) => prop_assert!(number.as_str().len() == 20 && number.as_str().bytes().all(|byte| byte.is_ascii_digit())),
                None => prop_assert!(!read.notes.is_empty()),
            }
        }
    }

    #[test]
    fn every_number_survives(digits in "[0-9]{20}") {
        let mut row = row(1);
        row["download_url"] = format!("https://www.digistore24.com/eticket/file{digits}.pdf").into();
        let mut list = DoorList::read(&list_of(vec![row], "a", true).bytes(), "a").unwrap();
        prop_assert_eq!(list.scan(&digits, DOORS_OPEN).verdict, digistore24::eticket::Verdict::Admit);
    }

    #[test]
    fn any_record_is_judged(fields in proptest::collection::vec((0..12_usize, ".{0,12}", 0..6_u8), 0..12)) {
        let names = ["used_at", "is_blocked", "template_id", "location_id", "date", "duration", "no", "count", "hint",
            "first_name", "download_url", "id"];
        let record: serde_json::Map<String, serde_json::Value> = fields.into_iter().map(|(name, text, kind)| {
            let value = match kind {
                0 => serde_json::Value::Null,
                1 => serde_json::json!(1.5),
                2 => serde_json::json!([text]),
                3 => serde_json::json!({ "x": text }),
                4 => serde_json::json!(text.len()),
                _ => text.into(),
            };
            (names[name].to_owned(), value)
        }).collect();
        let record = serde_json::from_value(record.into()).unwrap();
        let event = list_of(Vec::new(), "a", true).event().clone();
        let found = check(&record, &event, None);
        prop_assert_eq!(found.verdict == digistore24::eticket::Verdict::Admit, found.reasons.is_empty());
    }
}
