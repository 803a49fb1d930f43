//! What a door says, and what it says of itself.

use digistore24::eticket::{
    ConflictWord, DoorList, FIELDS, Ticket, UsedWhere, Verdict, read_of, scan_of, sync_options_of, take_json_of,
    take_of,
};
use digistore24::{Problem, Time, Value, Zone};
use serde_json::json;

use super::{DOORS_OPEN, list_of, number_of_guest, row};

fn value(json: serde_json::Value) -> Value {
    serde_json::from_value(json).unwrap()
}

fn paths(problems: &[Problem]) -> Vec<&str> {
    problems.iter().map(|problem| problem.path.as_str()).collect()
}

fn with(who: usize, name: &str, value: serde_json::Value) -> serde_json::Value {
    let mut row = row(who);
    row[name] = value;
    row
}

#[test]
fn a_ticket_is_let_in_once() {
    let mut list = list_of(vec![row(1), row(2)], "north", true);
    let scan = list.scan(&number_of_guest(1), DOORS_OPEN);
    assert_eq!(scan.verdict, Verdict::Admit);
    assert_eq!(scan.reasons, []);
    assert_eq!(scan.as_of, Some(DOORS_OPEN - 3600));
    let ticket = scan.ticket.unwrap();
    assert_eq!((ticket.no, ticket.count, ticket.first_name.as_deref()), (Some(2), Some(3), Some("Guest1")));
    let again = list.scan(&number_of_guest(1), DOORS_OPEN + 5);
    assert_eq!(again.verdict, Verdict::Used);
    let first = again.first.unwrap();
    assert_eq!((first.place, first.door.as_deref(), first.at), (UsedWhere::ThisDoor, Some("north"), Some(DOORS_OPEN)));
    assert_eq!(again.reasons[0].word, "this_door");

    let mut west = DoorList::read(&list.bytes(), "west").unwrap();
    let there = west.scan(&number_of_guest(1), DOORS_OPEN + 9);
    assert_eq!(there.first.unwrap().place, UsedWhere::OtherDoor);
    assert!(there.reasons[0].text.contains("at the door north"), "{:?}", there.reasons);
}

#[test]
fn only_admit_leaves_a_mark() {
    let rows = vec![
        with(1, "is_blocked", "Y".into()),
        with(2, "used_at", "2026-10-0518:11:12".into()),
        with(3, "date", "2026-10-06".into()),
        with(4, "template_id", 4.into()),
        with(5, "location_id", "9".into()),
        with(6, "is_blocked", json!(null)),
        with(7, "duration", 2.into()),
    ];
    let mut list = list_of(rows, "north", true);
    let verdicts = [
        Verdict::Blocked,
        Verdict::Used,
        Verdict::WrongDate,
        Verdict::WrongTemplate,
        Verdict::WrongLocation,
        Verdict::Undecided,
    ];
    let before = list.bytes();
    for (who, verdict) in (1..).zip(verdicts) {
        let scan = list.scan(&number_of_guest(who), DOORS_OPEN);
        assert_eq!(scan.verdict, verdict, "{scan:?}");
        assert!(!scan.reasons.is_empty());
    }
    assert_eq!(list.scan(&number_of_guest(8), DOORS_OPEN).verdict, Verdict::Unknown);
    assert_eq!(list.scan("1328422186", DOORS_OPEN).verdict, Verdict::NotANumber);
    assert!(list.bytes() == before);
    let used = list.scan(&number_of_guest(2), DOORS_OPEN).first.unwrap();
    assert_eq!((used.place, used.door, used.at), (UsedWhere::BeforeSnapshot, None, Some(DOORS_OPEN - 2928)));
    // The first of several days is a day like any other, and that there are more is told.
    let first_day = list.scan(&number_of_guest(7), DOORS_OPEN);
    assert_eq!((first_day.verdict, first_day.notes[0].word), (Verdict::Admit, "several_days"));
    let counts = list.counts();
    assert_eq!((counts.tickets, counts.admitted, counts.blocked, counts.used_before, counts.expected), (7, 1, 1, 1, 0));
}

#[test]
fn strange_rows_are_told() {
    let rows = vec![
        row(1),
        json!({ "id": 1_328_422_185, "date": "2026-10-05" }),
        json!("a text"),
        with(1, "used_at", "2026-10-05 18:00:00".into()),
        with(2, "is_blocked", "perhaps".into()),
        row(1),
    ];
    let mut list = list_of(rows, "north", true);
    let strange: Vec<_> = list.strange().iter().map(|strange| (strange.row, strange.remark.word)).collect();
    assert_eq!(strange, [(1, "no_number"), (2, "no_number"), (3, "twice"), (4, "undecided"), (5, "twice")]);
    // Of two rows the one that is used counts, in whichever order they stand.
    assert_eq!(list.scan(&number_of_guest(1), DOORS_OPEN).verdict, Verdict::Used);
}

#[test]
fn a_later_record_counts() {
    let mut list = list_of(vec![row(1), row(2)], "north", true);
    list.scan(&number_of_guest(1), DOORS_OPEN);
    let later = json!({ "records": [with(1, "is_blocked", "Y".into()), with(2, "used_at", "2026-10-05 18:59:00".into()), row(3)],
        "door": "office", "template_id": 3, "location_id": 3, "date": "2026-10-05", "snapshot_at": DOORS_OPEN + 60 });
    let later = take_of(&value(later)).unwrap();
    list.merge(&later).unwrap();
    assert_eq!(list.scan(&number_of_guest(2), DOORS_OPEN + 90).verdict, Verdict::Used);
    assert_eq!(list.scan(&number_of_guest(3), DOORS_OPEN + 90).verdict, Verdict::Admit);
    let conflicts: Vec<_> =
        list.conflicts().iter().map(|conflict| (conflict.word, conflict.number.to_string())).collect();
    assert_eq!(conflicts, [(ConflictWord::Blocked, number_of_guest(1))]);
    // The older list, merged once more, changes nothing.
    let before = list.bytes();
    list.merge(&list_of(vec![row(1), row(2)], "west", true)).unwrap();
    assert!(list.bytes() == before);
}

#[test]
fn doubles_are_reported_by_what_they_are() {
    let rows = || vec![row(1), row(2), row(3), row(4)];
    let (mut north, mut west) = (list_of(rows(), "north", true), list_of(rows(), "west", true));
    north.scan(&number_of_guest(1), DOORS_OPEN + 10);
    west.scan(&number_of_guest(1), DOORS_OPEN);
    let older = north.bytes();
    north.scan(&number_of_guest(2), DOORS_OPEN + 20);
    // A device that starts from older bytes has forgotten.
    let mut forgotten = DoorList::read(&older, "north").unwrap();
    assert_eq!(forgotten.scan(&number_of_guest(2), DOORS_OPEN + 30).verdict, Verdict::Admit);
    north.scan(&number_of_guest(3), DOORS_OPEN);
    north.scan(&number_of_guest(4), DOORS_OPEN);
    let later = json!({ "records": [with(3, "used_at", "2026-10-05 18:59:59".into()), with(4, "used_at", "2026-10-05 19:00:01".into())],
        "door": "office", "template_id": 3, "location_id": 3, "date": "2026-10-05", "snapshot_at": DOORS_OPEN + 60 });
    for list in [west, forgotten, take_of(&value(later)).unwrap()] {
        north.merge(&list).unwrap();
    }
    let have: Vec<_> = north
        .conflicts()
        .into_iter()
        .map(|conflict| (conflict.number.to_string(), conflict.word, conflict.used_at))
        .collect();
    let mut want = vec![
        (number_of_guest(1), ConflictWord::TwoDoors, None),
        (number_of_guest(2), ConflictWord::SameDoor, None),
        (number_of_guest(3), ConflictWord::UsedBefore, Some(DOORS_OPEN - 1)),
        (number_of_guest(4), ConflictWord::UsedAfter, Some(DOORS_OPEN + 1)),
    ];
    want.sort_by(|a, b| a.0.cmp(&b.0));
    assert_eq!(have, want);
    let double = north.conflicts().into_iter().find(|conflict| conflict.word == ConflictWord::TwoDoors).unwrap();
    let marks: Vec<_> = double.marks.iter().map(|mark| (&*mark.door, mark.at - DOORS_OPEN)).collect();
    assert_eq!(marks, [("west", 0), ("north", 10)]);
}

#[test]
fn options_are_checked_all_at_once() {
    let problems = take_of(&value(
        json!({ "records": "none", "door": " ", "template_id": "a", "snapshot_at": "2026-10-05 19:00:00", "x": 1 }),
    ))
    .unwrap_err();
    assert_eq!(paths(&problems), ["records", "door", "template_id", "location_id", "date", "snapshot_at", "x"]);
    let mut list = list_of(vec![row(1)], "north", true);
    let before = list.bytes();
    let problems =
        scan_of(&mut list, &value(json!({ "text": number_of_guest(1), "at": 1_791_219_600_000_i64 }))).unwrap_err();
    assert_eq!(paths(&problems), ["at"]);
    let problems = scan_of(&mut list, &value(json!({ "text": number_of_guest(1), "at": DOORS_OPEN, "door": "west" })))
        .unwrap_err();
    assert_eq!(paths(&problems), ["door"]);
    assert!(list.bytes() == before, "what is refused leaves no mark");
    let scan =
        scan_of(&mut list, &value(json!({ "text": number_of_guest(1), "at": "2026-10-05T17:00:00.750Z" }))).unwrap();
    assert_eq!(scan.first.unwrap().at, Some(DOORS_OPEN));
    assert_eq!(paths(&read_of(&list.bytes(), &value(json!({}))).unwrap_err()), ["door"]);
    let problems = read_of(b"what", &value(json!({ "door": "north" }))).unwrap_err();
    assert_eq!(paths(&problems), ["bytes"]);
    assert!(problems[0].message.starts_with("not_a_list: "));
    assert_eq!(
        paths(&sync_options_of(&value(json!({ "limit": 0, "look_first": "Y" }))).unwrap_err()),
        ["limit", "look_first"]
    );
}

#[test]
fn pending_marks_stand_in_the_order_of_their_times() {
    let mut list = list_of((0..9).map(row).collect(), "north", true);
    for (who, at) in [(4, 30), (2, 10), (7, 20)] {
        list.scan(&number_of_guest(who), DOORS_OPEN + at);
    }
    let have: Vec<_> = list.pending().iter().map(|pending| pending.number.to_string()).collect();
    assert_eq!(have, [2, 7, 4].map(number_of_guest));
}

#[test]
fn a_moment_is_no_day_of_an_event() {
    // On which day it falls is another question in each zone.
    for date in ["2026-10-04T22:30:00.000Z", "2026-10-05T00:00:00+02:00", "2026-10-05 00:00:00"] {
        for date in [json!(date), json!(["2026-10-05", date])] {
            let problems = take_of(&value(json!({ "records": [], "door": "north", "template_id": 3, "location_id": 3,
                "date": date, "snapshot_at": DOORS_OPEN })))
            .unwrap_err();
            assert_eq!(paths(&problems), ["date"], "{date}");
        }
    }
    let moment = Time::parse("2026-10-04 23:30:00", Zone::Fixed(0)).unwrap();
    let options = Value::from([
        ("records", Value::List(Vec::new())),
        ("door", "north".into()),
        ("template_id", 3.into()),
        ("location_id", 3.into()),
        ("date", Value::Time(moment)),
        ("snapshot_at", DOORS_OPEN.into()),
    ]);
    assert_eq!(paths(&take_of(&options).unwrap_err()), ["date"]);
}

#[test]
fn the_listed_fields_are_those_that_are_read() {
    let row = value(row(1));
    let Value::Map(fields) = &row else { panic!("a row") };
    let listed = |(name, _): &&(String, Value)| FIELDS.contains(&name.as_str());
    let picked = Value::Map(fields.iter().filter(listed).cloned().collect());
    assert_ne!(picked, row);
    assert_eq!(Ticket::read(&picked), Ticket::read(&row));
    for name in FIELDS.iter().filter(|name| !["url", "eticket_code", "number"].contains(name)) {
        assert!(row.get(name).is_some(), "{name}");
    }
}

#[test]
fn rows_as_one_text_come_to_the_same_list() {
    let rows = vec![row(1), json!({ "id": 7 }), json!("a text"), json!(null), with(2, "used_at", 0.5.into()), row(1)];
    let mut options = json!({ "door": "north", "template_id": 3, "location_id": 3, "date": "2026-10-05",
        "snapshot_at": DOORS_OPEN });
    let text = json!(rows).to_string();
    let by_text = take_json_of(&text, &value(options.clone())).unwrap();
    options["records"] = json!(rows);
    let by_value = take_of(&value(options.clone())).unwrap();
    assert!(by_text == by_value);
    assert_eq!(by_text.strange().len(), 4);
    // Given twice, or no list.
    assert_eq!(paths(&take_json_of(&text, &value(options.clone())).unwrap_err()), ["records"]);
    options["records"] = serde_json::Value::Null;
    for text in ["{}", "[", "[1] 2", ""] {
        assert!(paths(&take_json_of(text, &value(options.clone())).unwrap_err()).contains(&"records"), "{text}");
    }
}
