//! What reading 10,000 transactions costs beside serde_json, in one run: ratios, not absolute times.

use std::hint::black_box;
use std::time::{Duration, Instant};

use digistore24::catalogue::purchases::ListPurchases;
use digistore24::sandbox::{Sandbox, Scenario};
use digistore24::{Client, Flow, Item, Paging, Step};

const ROWS: usize = 10_000;
const ROUNDS: usize = 7;

fn main() {
    let body = transactions(ROWS);
    println!("reading {ROWS} rows of 60 fields, {:.1} MB, median of {ROUNDS}\n", body.len() as f64 / 1e6);
    let base = median(|| {
        black_box(serde_json::from_slice::<serde_json::Value>(black_box(&body)).is_ok());
    });
    let show = |name: &str, time: Duration| {
        let (rate, ratio) = (body.len() as f64 / time.as_secs_f64() / 1e6, base.as_secs_f64() / time.as_secs_f64());
        println!("{name:<52} {:>8.1} ms {rate:>6.0} MB/s {ratio:>6.1} x", time.as_secs_f64() * 1e3);
    };
    show("serde_json::Value, the whole tree", base);
    show(
        "digistore24::read, all rows found",
        median(|| {
            black_box(rows(&body).len());
        }),
    );
    show(
        "digistore24::read, 5 fields of every row",
        median(|| {
            for row in rows(&body).iter() {
                let Item::Record(row) = row else { continue };
                for name in ["id", "purchase_id", "amount", "created_at", "currency"] {
                    black_box(row.get(name));
                }
            }
        }),
    );
    show(
        "digistore24::read, everything tidied to JSON text",
        median(|| {
            let answer = digistore24::read("listTransactions", 200, body.as_slice()).expect("a good answer");
            black_box(answer.to_json().len());
        }),
    );

    let client = Client::new("123-ExampleKey").expect("a good key");
    let calls = 20_000;
    let time = median(|| {
        for page in 0..calls {
            let list = ListPurchases { from: Some("-3d".into()), page_no: Some(page + 1), ..Default::default() };
            if let Step::Send(request) = client.call(list).step(Duration::ZERO) {
                black_box(request.body.len());
            }
        }
    });
    println!("\nchecking and encoding listPurchases: {:.1} µs a call", time.as_secs_f64() * 1e6 / calls as f64);
    launch_days();
}

/// Ten times as many orders should take about ten times as long: to place, and to read back page by page.
fn launch_days() {
    println!("\na launch day in the sandbox, and all its orders read by the client");
    let measured = [10_000, 100_000].map(|orders| {
        let start = Instant::now();
        let mut sandbox = Sandbox::new();
        let played = sandbox.scenario(&Scenario { orders, ..Scenario::new("launch_day") }).expect("a scenario");
        let played_in = start.elapsed();
        let start = Instant::now();
        let client = Client::new(sandbox.api_key()).expect("a good key");
        let list = ListPurchases { from: Some(played.from.into()), ..Default::default() };
        let pages = client.pages(list, played.to, &Paging::default()).expect("a list");
        let mut rows = 0;
        while let Some(page) = pages.next() {
            rows += page.run(&mut sandbox).expect("a page").len();
        }
        println!("{rows:>8} orders: placed in {:.2?}, read in {:.2?}", played_in, start.elapsed());
        [played_in, start.elapsed()].map(|time| time.as_secs_f64())
    });
    let [few, many] = measured;
    println!("ten times as many: {:.1} times as long to place, {:.1} to read", many[0] / few[0], many[1] / few[1]);
}

fn rows(body: &[u8]) -> digistore24::List {
    let answer = digistore24::read("listTransactions", 200, body).expect("a good answer");
    let data = answer.data().into_record().expect("a record");
    data.get("transaction_list").and_then(Item::into_list).expect("a list")
}

fn median(mut run: impl FnMut()) -> Duration {
    let mut times: Vec<_> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort();
    times[ROUNDS / 2]
}

/// An answer like those of `listTransactions`: texts nearly everywhere, some escapes, 60 fields a row.
fn transactions(rows: usize) -> Vec<u8> {
    let mut body = String::from(
        r#"{"api_version":"1.2","current_time":"2026-10-05 14:00:00","result":"success","data":{"page_no":"1","transaction_list":["#,
    );
    for row in 0..rows {
        if row > 0 {
            body.push(',');
        }
        let cents = (row * 37) % 100;
        body.push_str(&format!(
            r#"{{"id":"{}","purchase_id":"AB{row:06}","transaction_type":"payment","amount":"{}.{cents:02}","currency":"EUR","created_at":"2026-09-{:02} 08:15:30","buyer":{{"id":"{}","email":"buyer{row}@example.com","first_name":"J\u00f6rg","last_name":"M\u00fcller"}}"#,
            90_000_000 + row,
            row % 500,
            row % 28 + 1,
            31_000_000 + row,
        ));
        for extra in 0..14 {
            body.push_str(&format!(
                r#","earned_amount_{extra}":"{}.{cents:02}","is_flag_{extra}":"Y","text_{extra}":"value {row}""#,
                row % 90
            ));
        }
        for extra in 0..7 {
            body.push_str(&format!(r#","number_{extra}":"{row}""#));
        }
        body.push('}');
    }
    body.push_str("]}}");
    body.into_bytes()
}
