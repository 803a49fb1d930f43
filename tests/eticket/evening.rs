//! An evening: three doors, five thousand guests, a bad line.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use digistore24::eticket::{ConflictWord, DoorList, Fate, Sync, SyncOptions, Verdict};
use digistore24::sandbox::Sandbox;
use digistore24::{Client, Failure, Flow, Host, Inquiring, Request, Response, Value};
use serde_json::json;

use super::service::{Known, Line, Service};
use super::{DOORS_OPEN, Dice, list_of, number_of_guest, row};

const DOORS: [&str; 3] = ["east", "north", "west"];

/// What the rows of the evening are: most are good, and some are not.
fn rows(guests: usize) -> Vec<serde_json::Value> {
    let mut rows: Vec<_> = (0..guests).map(row).collect();
    for (at, row) in rows.iter_mut().enumerate() {
        match at % 100 {
            7 => row["is_blocked"] = "Y".into(),
            8 => row["used_at"] = "2026-10-05 18:11:12".into(),
            9 => row["date"] = "2026-10-06".into(),
            _ => {}
        }
    }
    rows
}

fn is_good(guest: usize) -> bool {
    !matches!(guest % 100, 7..=9)
}

/// What the doors did, as somebody saw who stood beside them.
struct Evening {
    doors: Vec<DoorList>,
    /// At which doors each ticket was let in.
    truth: BTreeMap<String, Vec<usize>>,
    scans: usize,
}

/// Guests come to any door, some twice, some with a copy at another door; the doors tell each other their marks when the
/// line lets them, late, twice or never; devices crash and start again from what they kept.
fn evening(guests: usize, seed: u64) -> Evening {
    let mut dice = Dice(seed);
    let rows = rows(guests);
    let mut doors: Vec<DoorList> = DOORS.iter().map(|door| list_of(rows.clone(), door, true)).collect();
    let mut truth: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut arrivals: Vec<usize> = (0..guests).collect();
    arrivals.extend((0..guests / 10).map(|_| dice.roll(guests as u64) as usize));
    dice.shuffle(&mut arrivals);
    let mut on_the_way: Vec<(usize, Vec<u8>)> = Vec::new();
    let mut scans = 0;
    for (at, guest) in arrivals.into_iter().enumerate() {
        let number = number_of_guest(guest);
        let mut tries = vec![dice.roll(3) as usize];
        if dice.percent(8) {
            tries.push(tries[0]);
        }
        if dice.percent(5) {
            tries.push(dice.roll(3) as usize);
        }
        for door in tries {
            scans += 1;
            // The clocks of the doors differ by some seconds.
            let now = DOORS_OPEN + at as i64 + door as i64 * 7 - 7;
            let scan = doors[door].scan(&number, now);
            let before = truth.entry(number.clone()).or_default();
            if scan.verdict == Verdict::Admit {
                assert!(is_good(guest), "{number} was let in");
                assert!(!before.contains(&door), "{number} was let in twice at {}", DOORS[door]);
                before.push(door);
            } else if is_good(guest) {
                assert_eq!(scan.verdict, Verdict::Used);
                let first = scan.first.unwrap();
                let known = DOORS.iter().position(|known| Some(*known) == first.door.as_deref()).unwrap();
                assert!(before.contains(&known), "{number} was not let in at {known}");
            }
        }
        if dice.roll(4000) < 4000.min(100_000 / guests as u64) {
            let (from, to) = (dice.roll(3) as usize, dice.roll(3) as usize);
            let bytes = if dice.percent(50) { doors[from].marks() } else { doors[from].bytes() };
            on_the_way.push((to, bytes));
        }
        if dice.roll(4000) < 4000.min(100_000 / guests as u64) && !on_the_way.is_empty() {
            let at = dice.roll(on_the_way.len() as u64) as usize;
            let (to, bytes) = on_the_way[at].clone();
            doors[to].merge_bytes(&bytes).unwrap();
            if dice.percent(60) {
                on_the_way.swap_remove(at);
            }
        }
        if dice.roll(guests as u64) < 12 {
            let door = dice.roll(3) as usize;
            doors[door] = DoorList::read(&doors[door].bytes(), DOORS[door]).unwrap();
        }
    }
    truth.retain(|_, doors| !doors.is_empty());
    Evening { doors, truth, scans }
}

/// All doors' lists in one, in an order and with repetitions that the dice choose.
fn merged(doors: &[DoorList], dice: &mut Dice) -> DoorList {
    let mut order: Vec<usize> = (0..doors.len()).chain([dice.roll(3) as usize, dice.roll(3) as usize]).collect();
    dice.shuffle(&mut order);
    let mut all = DoorList::read(&doors[order[0]].bytes(), "office").unwrap();
    for at in order {
        let bytes = if dice.percent(50) { doors[at].marks() } else { doors[at].bytes() };
        all.merge_bytes(&bytes).unwrap();
    }
    all
}

fn conflicts(list: &DoorList, word: ConflictWord) -> BTreeSet<String> {
    let all = list.conflicts().into_iter().filter(|conflict| conflict.word == word);
    all.map(|conflict| conflict.number.to_string()).collect()
}

#[test]
fn nobody_is_let_in_twice_by_one_door_and_every_double_is_reported() {
    for (guests, seed) in [(5000, 20_261_005), (400, 1), (400, 77_777_777_777), (60, 3)] {
        let Evening { doors, truth, scans } = evening(guests, seed);
        let mut dice = Dice(seed ^ 99);
        let all = merged(&doors, &mut dice);
        for _ in 0..2 {
            assert!(merged(&doors, &mut dice).bytes() == all.bytes(), "another order comes to something else");
        }
        let doubles: BTreeSet<String> =
            truth.iter().filter(|(_, doors)| doors.len() > 1).map(|(number, _)| number.clone()).collect();
        assert!(doubles.len() > guests / 100, "only {} doubles in {scans} scans", doubles.len());
        assert_eq!(conflicts(&all, ConflictWord::TwoDoors), doubles);
        assert_eq!(conflicts(&all, ConflictWord::SameDoor), BTreeSet::new());
        let counts = all.counts();
        assert_eq!(counts.admitted, truth.len());
        assert_eq!(counts.admitted, (0..guests).filter(|guest| is_good(*guest)).count(), "a guest was sent away");
        for (at, count) in counts.doors.iter().enumerate() {
            assert_eq!(&*count.door, DOORS[at]);
            assert_eq!(count.admitted, truth.values().filter(|doors| doors.contains(&at)).count());
        }
        // Whom the others let in is not let in here any more.
        let mut east = doors[0].clone();
        east.merge(&all).unwrap();
        for number in truth.keys() {
            assert_eq!(east.scan(number, DOORS_OPEN + 20_000).verdict, Verdict::Used);
        }
    }
}

/// Tells a list to the service over a bad line until nothing is left to do. Every few requests the device crashes and
/// starts again from the bytes that it kept before the request left.
fn told(mut list: DoorList, options: &SyncOptions, service: &mut Service) -> DoorList {
    let door = list.door().to_owned();
    for run in 0.. {
        assert!(run < 20_000, "no end");
        let mut flow = Inquiring::new(&Service::client(), Sync::new(list.clone(), options.clone()));
        let crash = service.dice.percent(20).then(|| service.dice.roll(9));
        let mut sent = 0;
        let report = loop {
            match flow.step(service.now()) {
                digistore24::Step::Send(request) => {
                    // Kept before it leaves.
                    if crash.is_some() {
                        list = DoorList::read(&flow.inquiry().list().bytes(), &door).unwrap();
                    }
                    let reply = service.send(request);
                    sent += 1;
                    if Some(sent) == crash {
                        break None;
                    }
                    flow.answer(reply);
                }
                digistore24::Step::Wait(pause) => service.wait(pause),
                digistore24::Step::Done(result) => break Some(result.unwrap()),
            }
        };
        let Some((report, after)) = report else { continue };
        list = after;
        if report.pending == 0 && report.open == 0 {
            assert_eq!(report.stopped, None);
            return list;
        }
        assert!(report.stopped.is_some() || options.limit.is_some());
    }
    unreachable!()
}

const BAD: Line = Line { not_sent: 5, lost_before: 4, lost_after: 4, gateway: 3, refused: 2 };

#[test]
fn the_service_is_asked_once_for_each_ticket_whatever_is_lost() {
    for (seed, look_first) in [(5, false), (6, true)] {
        let Evening { doors, truth, .. } = evening(500, seed);
        let mut service = Service::new(BAD, seed);
        // Some tickets are used elsewhere while the doors have no network, or blocked.
        let mut gone = BTreeSet::new();
        for (at, number) in truth.keys().enumerate() {
            let is_used = at % 50 == 3;
            if is_used {
                gone.insert(number.clone());
            }
            let known = Known { used: is_used.then_some(-600), is_blocked: at % 50 == 4 };
            service.tickets.insert(number.clone(), known);
        }
        service.clock = 20_000;
        let office = merged(&doors, &mut Dice(seed));
        let options = SyncOptions { limit: Some(70), all_doors: true, look_first };
        let office = told(office, &options, &mut service);
        assert!(service.validated.values().all(|times| *times == 1), "asked twice");
        assert!(service.validated.len() > 400 && service.validated.len() <= truth.len());
        held(&office, &service, &truth);
        assert_eq!(conflicts(&office, ConflictWord::UsedBefore), gone);
        // Once more, and nothing is left to ask.
        let before = service.asked.len();
        told(office, &options, &mut service);
        assert_eq!(service.asked.len(), before);
    }
}

#[test]
fn each_door_tells_its_own_marks_once() {
    let Evening { doors, truth, .. } = evening(500, 11);
    let mut service = Service::new(BAD, 12);
    service.tickets = truth.keys().map(|number| (number.clone(), Known::default())).collect();
    service.clock = 20_000;
    let told: Vec<DoorList> = doors.into_iter().map(|list| told(list, &SyncOptions::default(), &mut service)).collect();
    for (number, times) in &service.validated {
        assert!(*times <= truth[number].len(), "{number} was asked for {times} times");
    }
    let all = merged(&told, &mut Dice(13));
    held(&all, &service, &truth);
    let mut all = all;
    assert!(all.pending().is_empty());
    assert_eq!(all.scan(truth.keys().next().unwrap(), DOORS_OPEN).verdict, Verdict::Used);
}

/// What the list says the service made of each ticket is so.
fn held(list: &DoorList, service: &Service, truth: &BTreeMap<String, Vec<usize>>) {
    let not_counted = conflicts(list, ConflictWord::NotCounted);
    let blocked = conflicts(list, ConflictWord::Blocked);
    let strange: BTreeSet<String> = list.conflicts().iter().map(|conflict| conflict.number.to_string()).collect();
    for number in truth.keys() {
        let known = &service.tickets[number];
        assert_eq!(not_counted.contains(number), known.used.is_none() && !known.is_blocked, "{number}: {known:?}");
        assert_eq!(blocked.contains(number), known.is_blocked && known.used.is_none());
        if !strange.contains(number) {
            assert!(known.used.is_some_and(|used| used >= 0), "{number}: {known:?}");
        }
    }
}

/// The sandbox at the end of a line that breaks now and then, before or after.
struct Broken {
    sandbox: Sandbox,
    dice: Dice,
    validated: BTreeMap<String, usize>,
}

impl Host for Broken {
    fn send(&mut self, request: Request) -> Result<Response, Failure> {
        if request.function() == "validateEticket" {
            *self.validated.entry(request.body.clone()).or_default() += 1;
        }
        self.sandbox.advance(Duration::from_secs(1));
        if self.dice.percent(10) {
            return Err(Failure::Lost("before".into()));
        }
        let reply = self.sandbox.send(request);
        if self.dice.percent(10) { Err(Failure::Lost("after".into())) } else { reply }
    }

    fn wait(&mut self, pause: Duration) {
        self.sandbox.advance(pause);
    }

    fn now(&self) -> Duration {
        self.sandbox.now()
    }
}

#[test]
fn a_list_of_the_sandbox_is_told_to_it_over_a_bad_line() {
    let mut sandbox = Sandbox::new();
    let client = Client::new(sandbox.api_key()).unwrap();
    let values = |json: serde_json::Value| serde_json::from_value::<Value>(json).unwrap();
    let made = values(json!({ "buyer": { "email": "lena@example.com" }, "product_id": 515154, "location_id": 3,
        "template_id": 3, "date": "2026-10-05", "count": 150 }));
    client.call_named("createEticket", made).run(&mut sandbox).unwrap();
    let answer = client.call_named("listEtickets", Value::Null).run(&mut sandbox).unwrap();
    let rows = serde_json::to_value(Value::from(answer.data())).unwrap();
    let mut list = list_of(rows["etickets"].as_array().unwrap().clone(), "north", true);
    assert_eq!(list.counts().expected, 151);
    let numbers: Vec<String> = rows["etickets"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            let link = row["download_url"].as_str().unwrap();
            digistore24::eticket::number(link).number.unwrap().to_string()
        })
        .collect();
    for number in &numbers {
        list.scan(number, DOORS_OPEN);
    }
    assert_eq!(list.counts().admitted, 151);

    let mut host = Broken { sandbox, dice: Dice(4), validated: BTreeMap::new() };
    let mut fates: Vec<Fate> = Vec::new();
    for run in 0.. {
        assert!(run < 500, "no end");
        let flow = Inquiring::new(&client, Sync::new(list, SyncOptions { limit: Some(20), ..Default::default() }));
        let (report, after) = flow.run(&mut host).unwrap();
        list = after;
        fates.extend(report.done.iter().map(|done| done.fate));
        if report.pending == 0 && report.open == 0 {
            break;
        }
    }
    assert_eq!(fates.len(), 151);
    assert!(host.validated.values().all(|times| *times == 1));
    let lost = fates.iter().filter(|fate| **fate != Fate::Admitted).count();
    assert!(lost > 5, "nothing was lost");
    let counted = fates.iter().filter(|fate| fate.is_counted()).count();
    let not_used = fates.iter().filter(|fate| **fate == Fate::NotUsed).count();
    assert_eq!(counted + not_used, 151, "{fates:?}");
    // The sandbox agrees: those that are not counted are still good there.
    let answer = client.call_named("listEtickets", Value::Null).run(&mut host.sandbox).unwrap();
    let rows = serde_json::to_value(Value::from(answer.data())).unwrap();
    let unused = rows["etickets"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| (row["used_at"].is_null() || row["used_at"] == "") && row["is_blocked"] != true);
    assert_eq!(unused.count(), not_used);
}
