//! A service whose list changes between requests: what stays comes once, whatever comes and goes.

use std::collections::BTreeSet;
use std::time::Duration;

use digistore24::wire::form;
use digistore24::{Client, Cursor, Error, Failure, Flow, Host, Pages, Paging, Request, Response, Time, Value, Zone};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

use crate::cases;

/// Chance that is the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        if most == 0 { 0 } else { (self.0 >> 33) % most }
    }
}

/// How the service behaves where the documents leave it open.
#[derive(Clone, Debug)]
struct Manners {
    function: &'static str,
    /// Whether it tells how many pages there are.
    counts: bool,
    /// Whether it tells how many rows a page has.
    tells_size: bool,
    /// How many rows a page has at most, whatever is asked for.
    cap: usize,
    /// Whether rows at the ends of a period belong to it.
    inclusive: (bool, bool),
    /// How many rows come or go between two requests, at most.
    stir: u64,
}

struct Service {
    manners: Manners,
    /// Seconds and ids, in the order of the list.
    rows: Vec<(i64, u64)>,
    next_id: u64,
    removed: BTreeSet<u64>,
    chance: Chance,
    requests: u32,
}

const BEGAN: i64 = 1_790_000_000;

impl Service {
    fn new(manners: Manners, count: u64, seed: u64) -> Service {
        let mut chance = Chance(seed);
        let mut at = BEGAN;
        let rows = (0..count)
            .map(|id| {
                at += chance.below(400) as i64;
                (at, id)
            })
            .collect();
        Service { manners, rows, next_id: count, removed: BTreeSet::new(), chance, requests: 0 }
    }

    /// Rows come and go anywhere.
    fn stir(&mut self, most: u64) {
        let mut todo = if most == 0 { 0 } else { self.chance.below(most + 1) };
        // Mostly a few, seldom many at once.
        if self.chance.below(6) > 0 {
            todo = todo.min(3);
        }
        let (adds, at) = (self.chance.below(2) == 0, self.chance.below(self.rows.len() as u64 + 1) as usize);
        for _ in 0..todo {
            let at =
                if self.chance.below(2) == 0 { at } else { self.chance.below(self.rows.len() as u64 + 1) as usize };
            if adds {
                let at = at.min(self.rows.len());
                let second = self.rows.get(at).or(self.rows.last()).map_or(BEGAN, |(second, _)| *second);
                self.rows.insert(at, (second, self.next_id));
                self.next_id += 1;
            } else if at < self.rows.len() {
                self.removed.insert(self.rows.remove(at).1);
            }
        }
    }

    fn answer(&mut self, request: &Request) -> Json {
        let form = form::decode(&request.body);
        let word = |name: &str| form.iter().find(|(other, _)| other == name).map(|(_, word)| word.clone());
        let number = |name: &str| word(name).map_or(0, |word| word.parse::<usize>().unwrap());
        let second = |name: &str| match word(name).as_deref() {
            None | Some("start") => None,
            Some(text) => Some(Time::parse(text, Zone::Berlin).unwrap().unix_seconds().unwrap()),
        };
        let (from, to, (at_from, at_to)) = (second("from"), second("to"), self.manners.inclusive);
        let rows: Vec<_> = self
            .rows
            .iter()
            .filter(|(second, _)| from.is_none_or(|from| *second > from || at_from && *second == from))
            .filter(|(second, _)| to.is_none_or(|to| *second < to || at_to && *second == to))
            .collect();
        let size = number("page_size").min(self.manners.cap);
        let page: Vec<Json> = rows
            .iter()
            .skip((number("page_no") - 1) * size)
            .take(size)
            .map(|(second, id)| json!({ "id": id.to_string(), "created_at": second.to_string() }))
            .collect();
        let mut data = json!({});
        if self.manners.counts {
            data["page_count"] = json!(rows.len().div_ceil(size).to_string());
        }
        if self.manners.tells_size {
            data["page_size"] = json!(size);
        }
        data[if self.manners.function == "listPurchases" { "purchase_list" } else { "items" }] = json!(page);
        json!({ "api_version": "1.2", "result": "success", "data": data })
    }
}

impl Host for Service {
    fn send(&mut self, request: Request) -> Result<Response, Failure> {
        self.requests += 1;
        assert!(self.requests < 20_000, "it does not end");
        let body = self.answer(&request).to_string().into_bytes();
        self.stir(self.manners.stir);
        Ok(Response { status: 200, headers: Vec::new(), body })
    }

    fn wait(&mut self, _: Duration) {}

    fn now(&self) -> Duration {
        Duration::ZERO
    }
}

fn pages(function: &str, size: Option<i64>, paging: &Paging) -> Pages {
    let client = Client::new("123-ExampleKey").unwrap();
    let mut params = vec![("page_size".to_owned(), size.map_or(Value::Null, Value::Integer))];
    if function != "listBuyers" {
        let from = Time::parse("2026-09-01 00:00:00", Zone::Berlin).unwrap();
        params.push(("from".to_owned(), from.into()));
        params.push(("to".to_owned(), "2Y".into()));
    }
    let now = Time::parse("2026-10-05 12:00:00", Zone::Berlin).unwrap();
    client.pages_named(function, Value::Map(params), now, paging).unwrap()
}

/// Reads all of it, and now and then stops in the middle of a page to go on from a kept cursor.
fn read(service: &mut Service, size: Option<i64>, mut paging: Paging, interrupted: u64) -> Option<Vec<u64>> {
    let mut ids = Vec::new();
    let mut list = pages(service.manners.function, size, &paging);
    let mut errors = 0;
    while let Some(page) = list.next() {
        let rows = match page.run(service) {
            Ok(rows) => rows,
            Err(Error::Unanswered { .. }) => {
                errors += 1;
                assert!(errors < 200, "it never comes to rest");
                continue;
            }
            // Rows that are all gone are no place to go on from. This ends there.
            Err(error @ Error::Params { .. }) => {
                let tail: Vec<&u64> = ids.iter().rev().take(40).collect();
                assert!(tail.iter().all(|id| service.removed.contains(id)), "{error}: {tail:?}");
                return None;
            }
            Err(error) => panic!("{error}"),
        };
        let mut used = rows.len();
        let stops = service.chance.below(100) < interrupted;
        if stops {
            used = service.chance.below(rows.len() as u64 + 1) as usize;
        }
        let id = |at: usize| {
            rows.get(at).unwrap().into_record().unwrap().get("id").unwrap().as_text().unwrap().parse::<u64>()
        };
        ids.extend((0..used).map(|at| id(at).unwrap()));
        if stops {
            let kept = serde_json::to_string(&list.cursor_after(used)).unwrap();
            assert_eq!(list.cursor_after(used).to_string(), kept);
            assert!(kept.len() < 2048, "{} bytes", kept.len());
            let cursor: Cursor = serde_json::from_str(&kept).unwrap();
            assert_eq!(cursor.rows(), ids.len() as u64);
            paging.cursor = Some(cursor);
            list = pages(service.manners.function, size, &paging);
            // The last rows before an interruption do not all go at once.
            service.stir(service.manners.stir.min(10));
        }
    }
    Some(ids)
}

fn proven(service: &Service, ids: Option<Vec<u64>>, count: u64) -> Result<(), TestCaseError> {
    let Some(ids) = ids else { return Ok(()) };
    let once: BTreeSet<u64> = ids.iter().copied().collect();
    prop_assert_eq!(once.len(), ids.len(), "a row came twice");
    let lost: Vec<u64> = (0..count).filter(|id| !service.removed.contains(id) && !once.contains(id)).collect();
    prop_assert!(lost.is_empty(), "lost {:?}", lost);
    Ok(())
}

fn manners() -> impl Strategy<Value = Manners> {
    let function = prop_oneof![Just("listPurchases"), Just("listBuyers"), Just("listRebillingStatusChanges")];
    (
        function,
        any::<bool>(),
        any::<bool>(),
        prop_oneof![Just(100_000usize), Just(500), Just(700)],
        any::<(bool, bool)>(),
    )
        .prop_flat_map(|(function, counts, tells_size, cap, inclusive)| {
            prop_oneof![Just(0u64), Just(5), Just(60), Just(1500)].prop_map(move |stir| Manners {
                function,
                counts,
                tells_size,
                cap,
                inclusive,
                stir,
            })
        })
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn what_stays_comes_once_while_the_list_changes(
        manners in manners(),
        count in 0u64..4000,
        size in prop_oneof![Just(None), (1i64..30).prop_map(Some), (30i64..1200).prop_map(Some)],
        interrupted in prop_oneof![Just(0u64), Just(20), Just(60)],
        seed in any::<u64>(),
    ) {
        // Small pages of a long list are no case of their own, and slow.
        let count = if size.is_some_and(|size| size < 30) { count.min(300) } else { count };
        let stir = if interrupted > 0 { manners.stir.min(60) } else { manners.stir };
        // Nobody reads a list that changes faster than its pages come.
        let stir = stir.min(size.map_or(u64::MAX, |size| size.unsigned_abs() / 4));
        let mut service = Service::new(Manners { stir, ..manners }, count, seed);
        let ids = read(&mut service, size, Paging::default(), interrupted);
        proven(&service, ids, count)?;
    }

    #[test]
    fn what_stays_comes_once_from_parts_of_a_period(
        manners in manners(),
        count in 0u64..3000,
        window in prop_oneof![Just(None), (1u32..9).prop_map(Some)],
        most_pages in prop_oneof![Just(None), (1u32..5).prop_map(Some)],
        interrupted in prop_oneof![Just(0u64), Just(30)],
        seed in any::<u64>(),
    ) {
        let function = if manners.function == "listBuyers" { "listPurchases" } else { manners.function };
        let stir = if interrupted > 0 { 5 } else { manners.stir.min(60) };
        let mut service = Service::new(Manners { function, stir, ..manners }, count, seed);
        let paging = Paging { window, most_pages, cursor: None };
        let ids = read(&mut service, Some(200), paging, interrupted);
        proven(&service, ids, count)?;
    }
}

#[test]
fn a_quiet_list_takes_no_more_requests_than_it_has_pages() {
    let manners = Manners {
        function: "listPurchases",
        counts: true,
        tells_size: true,
        cap: 100_000,
        inclusive: (true, true),
        stir: 0,
    };
    let mut service = Service::new(manners, 25_000, 1);
    let ids = read(&mut service, None, Paging::default(), 0);
    assert_eq!(ids, Some((0..25_000).collect()), "in the order of the list");
    assert!((50..=55).contains(&service.requests), "{} requests for 50 pages", service.requests);
}

#[test]
fn a_service_that_does_not_follow_page_no_is_told_of() {
    struct Stuck(Service);
    impl Host for Stuck {
        fn send(&mut self, mut request: Request) -> Result<Response, Failure> {
            request.body = request.body.replace("page_no=", "page_no=1&was=");
            self.0.send(request)
        }
        fn wait(&mut self, _: Duration) {}
        fn now(&self) -> Duration {
            Duration::ZERO
        }
    }
    let manners = Manners {
        function: "listBuyers",
        counts: false,
        tells_size: false,
        cap: 100_000,
        inclusive: (true, true),
        stir: 0,
    };
    let mut service = Stuck(Service::new(manners, 300, 1));
    let list = pages("listBuyers", Some(100), &Paging::default());
    let mut rows = 0;
    let error = loop {
        match list.next().expect("it does not end well").run(&mut service) {
            Ok(new) => rows += new.len(),
            Err(error) => break error,
        }
    };
    assert_eq!((rows, error.kind()), (100, "unanswered"));
    assert!(error.to_string().contains("do not follow page_no"), "{error}");
}

#[test]
fn after_an_error_the_same_page_is_asked_for_again() {
    struct Failing(Service, u32);
    impl Host for Failing {
        fn send(&mut self, request: Request) -> Result<Response, Failure> {
            self.1 += 1;
            if !self.1.is_multiple_of(3) {
                let body = br#"{"api_version":"1.2","result":"error","code":3,"message":"no"}"#.to_vec();
                return Ok(Response { status: 200, headers: Vec::new(), body });
            }
            self.0.send(request)
        }
        fn wait(&mut self, _: Duration) {}
        fn now(&self) -> Duration {
            Duration::ZERO
        }
    }
    let manners = Manners {
        function: "listPurchases",
        counts: false,
        tells_size: false,
        cap: 100_000,
        inclusive: (true, true),
        stir: 0,
    };
    let mut service = Failing(Service::new(manners, 950, 1), 0);
    let list = pages("listPurchases", Some(100), &Paging::default());
    let (mut rows, mut errors) = (0, 0);
    while let Some(page) = list.next() {
        match page.run(&mut service) {
            Ok(new) => rows += new.len(),
            Err(_) => errors += 1,
        }
    }
    assert_eq!((rows, list.rows()), (950, 950));
    assert!(errors >= 20, "{errors}");
}
