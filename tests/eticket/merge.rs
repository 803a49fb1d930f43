//! Merging is a join: whatever the order, the parts and the repetitions, all lists come to the same.

use digistore24::eticket::{BadList, DoorList, Sync, SyncOptions, SyncRun, Verdict, merge, take_of};
use digistore24::{Ask, Flow, Inquiring, Inquiry, Outcome, Time, Zone};
use proptest::prelude::*;
use serde_json::json;

use super::bytes::sealed;
use super::service::{Known, Line, Service};
use super::{DOORS_OPEN, list_of, number_of_guest, row};

const GUESTS: usize = 12;

/// What a door did: which rows it has and how old they are, whom it scanned and when, and over which line it told it.
type Deeds = (Vec<(usize, u8)>, i64, Vec<(usize, i64)>, Option<u64>);

fn deeds() -> impl Strategy<Value = Deeds> {
    let rows = proptest::collection::vec((0..GUESTS, 0..6_u8), 0..GUESTS);
    let scans = proptest::collection::vec((0..GUESTS, 0..40_i64), 0..16);
    (rows, 0..3_i64, scans, proptest::option::of(1..u64::MAX))
}

fn list(door: &str, (rows, age, scans, told): Deeds) -> DoorList {
    let rows: Vec<_> = rows
        .into_iter()
        .map(|(who, kind)| {
            let mut row = row(who);
            match kind {
                1 => row["used_at"] = "2026-10-05 18:00:00".into(),
                2 => row["is_blocked"] = "Y".into(),
                3 => row["hint"] = "20:00".into(),
                4 => row["template_id"] = serde_json::Value::Null,
                _ => {}
            }
            row
        })
        .collect();
    let options = json!({ "records": rows, "door": door, "template_id": 3, "location_id": 3, "date": "2026-10-05",
        "snapshot_at": DOORS_OPEN - age });
    let mut list = take_of(&serde_json::from_value(options).unwrap()).unwrap();
    for (who, at) in scans {
        list.scan(&number_of_guest(who), DOORS_OPEN + at);
    }
    let Some(seed) = told else { return list };
    let mut service =
        Service::new(Line { lost_before: 20, lost_after: 20, refused: 5, not_sent: 10, gateway: 5 }, seed);
    service.tickets = (0..GUESTS).map(|who| (number_of_guest(who), Known::default())).collect();
    let flow =
        Inquiring::new(&Service::client(), Sync::new(list, SyncOptions { limit: Some(4), ..Default::default() }));
    flow.run(&mut service).unwrap().1
}

fn joined(a: &DoorList, b: &DoorList) -> DoorList {
    let mut joined = a.clone();
    joined.merge(b).unwrap();
    joined
}

/// Whether two lists hold the same; the name of the door is not part of it.
fn same(a: &DoorList, b: &DoorList) -> Result<(), TestCaseError> {
    prop_assert!(a.bytes() == b.bytes());
    prop_assert_eq!(a.counts(), b.counts());
    prop_assert_eq!(a.conflicts(), b.conflicts());
    prop_assert_eq!(a.pending(), b.pending());
    Ok(())
}

proptest! {
    #![proptest_config(crate::cases(100))]

    #[test]
    fn the_order_does_not_count(a in deeds(), b in deeds(), c in deeds()) {
        let (a, b, c) = (list("a", a), list("b", b), list("c", c));
        same(&joined(&a, &b), &joined(&b, &a))?;
        same(&joined(&joined(&a, &b), &c), &joined(&a, &joined(&b, &c)))?;
    }

    #[test]
    fn repetitions_do_not_count(a in deeds(), b in deeds()) {
        let (a, b) = (list("a", a), list("b", b));
        same(&joined(&a, &a), &a)?;
        let both = joined(&a, &b);
        same(&joined(&both, &a), &both)?;
        same(&joined(&joined(&both, &b), &both), &both)?;
    }

    #[test]
    fn any_partition_comes_to_the_same(
        all in proptest::collection::vec(deeds(), 2..6),
        order in proptest::collection::vec((0..6_usize, 0..6_usize), 0..12),
    ) {
        let lists: Vec<DoorList> =
            all.into_iter().zip(["a", "b", "c", "d", "e", "f"]).map(|(deeds, door)| list(door, deeds)).collect();
        let whole = merge(lists[0].clone(), &lists[1..]).unwrap();
        // Groups form in any way, by bytes, and meet in the end.
        let mut groups = lists.clone();
        for (from, to) in order {
            let (from, to) = (from % groups.len(), to % groups.len());
            let bytes = groups[from].bytes();
            groups[to].merge_bytes(&bytes).unwrap();
        }
        let last = groups.len() - 1;
        let mut met = groups.swap_remove(last);
        groups.iter().for_each(|group| met.merge(group).unwrap());
        same(&met, &whole)?;
        // Marks alone bring everything but tickets.
        let mut by_marks = lists[0].clone();
        lists.iter().try_for_each(|list| by_marks.merge_bytes(&list.marks())).unwrap();
        prop_assert_eq!(by_marks.marks(), whole.marks());
    }

    #[test]
    fn a_merge_only_adds(a in deeds(), b in deeds()) {
        let (a, b) = (list("a", a), list("b", b));
        let mut both = joined(&a, &b);
        let before = both.counts().admitted;
        prop_assert!(before >= a.counts().admitted.max(b.counts().admitted));
        // Whom one of them let in, the merged list sends away.
        for who in 0..GUESTS {
            let is_in = [&a, &b].iter().any(|list| {
                let scan = (*list).clone().scan(&number_of_guest(who), DOORS_OPEN);
                scan.verdict == Verdict::Used && scan.first.is_some_and(|first| first.door.is_some())
            });
            if is_in {
                let scan = both.scan(&number_of_guest(who), DOORS_OPEN);
                prop_assert!(scan.verdict != Verdict::Admit);
            }
        }
    }

    #[test]
    fn bytes_hold_everything(a in deeds(), b in deeds()) {
        let list = joined(&list("a", a), &list("b", b));
        let again = DoorList::read(&list.bytes(), "a").unwrap();
        same(&again, &list)?;
        prop_assert_eq!(again.event(), list.event());
    }
}

#[test]
fn lists_of_other_events_do_not_merge() {
    let mut here = list_of(vec![row(1)], "a", true);
    let options = json!({ "records": [row(2)], "door": "b", "template_id": 3, "location_id": 3, "date": "2026-10-06",
        "snapshot_at": DOORS_OPEN });
    let there = take_of(&serde_json::from_value(options).unwrap()).unwrap();
    let before = here.bytes();
    assert_eq!(here.merge(&there), Err(BadList::OtherEvent));
    assert_eq!(here.merge_bytes(&there.marks()), Err(BadList::OtherEvent));
    assert!(here.bytes() == before);
}

/// A list that was asked for a ticket, as it was kept before the request left.
fn asked() -> Sync {
    let mut list = list_of(vec![row(1)], "a", true);
    list.scan(&number_of_guest(1), DOORS_OPEN);
    let mut sync = Sync::new(list, SyncOptions::default());
    loop {
        match sync.ask() {
            Ask::Call { function: "validateEticket", .. } => return sync,
            Ask::Call { .. } => sync.told(looked("")),
            Ask::Wait(_) | Ask::Done(_) => panic!("it was not asked for"),
        }
    }
}

/// The answer of `getEticket`.
fn looked(used_at: &str) -> Outcome {
    let record = json!({ "eticket": { "used_at": used_at, "is_blocked": "N", "template_id": 3, "location_id": 3, "date": "2026-10-05" } });
    let current_time = Time::parse("2026-10-05 19:00:05", Zone::Berlin).ok();
    Outcome::Answered { data: serde_json::from_value(record).unwrap(), current_time }
}

#[test]
fn of_two_answers_to_one_question_the_same_counts_everywhere() {
    let kept = asked().into_list();
    assert!(kept.pending()[0].is_open);
    let told = |outcomes: &[Outcome]| {
        let mut sync = Sync::new(kept.clone(), SyncOptions::default());
        for outcome in outcomes {
            assert!(matches!(sync.ask(), Ask::Call { function: "getEticket", .. }));
            sync.told(outcome.clone());
        }
        assert!(matches!(sync.ask(), Ask::Done(_)));
        sync.into_list()
    };
    let (not_used, used) = (told(&[looked("")]), told(&[looked("2026-10-05 19:00:06")]));
    let mut admitted = asked();
    let success = serde_json::from_value(json!({ "status": "success" })).unwrap();
    admitted.told(Outcome::Answered { data: success, current_time: None });
    assert!(matches!(admitted.ask(), Ask::Done(_)));
    let admitted = admitted.into_list();
    // From the one that says least to the one that says most.
    let lists = [kept.clone(), not_used, used, admitted];
    for (at, less) in lists.iter().enumerate() {
        for more in &lists[at..] {
            assert!(joined(less, more).bytes() == more.bytes());
            assert!(joined(more, less).bytes() == more.bytes());
        }
    }
    assert!(lists[1..].iter().all(|list| list.pending().is_empty()));
}

/// The answer of `validateEticket` when the service does not take the ticket, and tells no reason.
fn not_taken() -> Outcome {
    let data = json!({ "status": "error", "is_eticket_valid_for_different_event": "N" });
    let current_time = Time::parse("2026-10-05 19:00:07", Zone::Berlin).ok();
    Outcome::Answered { data: serde_json::from_value(data).unwrap(), current_time }
}

fn lost() -> Outcome {
    let message = "the line broke".to_owned();
    Outcome::Failed { kind: "unanswered".to_owned(), code: None, message, maybe_done: true }
}

#[test]
fn what_the_service_did_not_take_is_never_ours_whoever_looks_later() {
    let mut sync = asked();
    sync.told(not_taken());
    assert!(matches!(sync.ask(), Ask::Call { function: "getEticket", .. }));
    sync.told(lost());
    let Ask::Done((report, list)) = sync.ask() else { panic!("it goes on without a network") };
    assert_eq!((report.done.len(), report.open, report.pending), (0, 1, 0));
    assert!(report.stopped.is_some());
    // Another device used it just then. The list starts again from its bytes.
    let list = DoorList::read(&list.bytes(), "a").unwrap();
    assert!(list.pending()[0].is_open);
    let mut later = Sync::new(list, SyncOptions::default());
    assert!(matches!(later.ask(), Ask::Call { function: "getEticket", .. }));
    later.told(looked("2026-10-05 19:00:06"));
    let Ask::Done((report, list)) = later.ask() else { panic!("it goes on") };
    let done: Vec<_> = report.done.iter().map(|done| (done.fate.as_str(), done.fate.is_counted())).collect();
    assert_eq!(done, [("used_before", false)]);
    assert_eq!(list.conflicts()[0].used_at, Some(DOORS_OPEN + 6));
}

#[test]
fn what_another_device_asked_for_meanwhile_is_not_asked_for_again() {
    let mut list = list_of(vec![row(1)], "a", true);
    list.scan(&number_of_guest(1), DOORS_OPEN);
    // The office tells the marks of all doors, while this door looks at the record.
    let mut run = SyncRun::new(SyncOptions::default());
    assert!(matches!(run.ask(&mut list), Ask::Call { function: "getEticket", .. }));
    let there = DoorList::read(&list.bytes(), "office").unwrap();
    let mut office = Sync::new(there, SyncOptions { all_doors: true, ..SyncOptions::default() });
    office.ask();
    office.told(looked(""));
    assert!(matches!(office.ask(), Ask::Call { function: "validateEticket", .. }));
    list.merge(office.list()).unwrap();
    run.told(looked(""));
    let Ask::Done(report) = run.ask(&mut list) else { panic!("it is asked for again") };
    assert_eq!((report.done.len(), report.pending), (0, 0));
}

/// Marks, or answers to them, of so many tickets beginning with this number.
fn many(first: usize, count: usize, is_settled: bool) -> Vec<u8> {
    let varint = |mut whole: usize| {
        let mut bytes = Vec::new();
        while whole > 0x7f {
            bytes.push(whole as u8 | 0x80);
            whole >>= 7;
        }
        bytes.push(whole as u8);
        bytes
    };
    let mut each = varint(count);
    for at in 0..count {
        each.extend(varint(if at == 0 { first } else { 1 }));
        // One mark of the first door; and of an answer by whom, the attempt, and that nothing more is known.
        each.extend_from_slice(if is_settled { &[1, 1, 0, 1, 0, 0, 0, 0, 0] } else { &[1, 1, 0] });
    }
    let (marks, settled) = if is_settled { (vec![0], each) } else { (each, vec![0]) };
    sealed(&[b"\x01\x01\x013\x01\x013\x01\x0a2026-10-05\x01\x01a\x00".to_vec(), marks, settled].concat())
}

#[test]
fn a_full_list_still_merges_with_itself_and_takes_no_more_than_its_bytes_hold() {
    for is_settled in [false, true] {
        let mut list = list_of(vec![row(1)], "a", true);
        list.merge_bytes(&many(1, 300_000, is_settled)).unwrap();
        list.merge_bytes(&many(1, 300_000, is_settled)).unwrap();
        list.merge_bytes(&many(200_001, 300_000, is_settled)).unwrap();
        let before = list.bytes();
        assert_eq!(list.merge_bytes(&many(500_001, 1, is_settled)), Err(BadList::TooLarge));
        assert!(list.bytes() == before);
        assert!(DoorList::read(&before, "a").is_ok());
    }
}
