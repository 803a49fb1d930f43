//! Snapshots: what is saved is what comes back, and a text that is none says so.

use std::time::Duration;

use digistore24::sandbox::{Checkout, Sandbox};
use digistore24::{Client, Value};
use proptest::prelude::*;

use super::drive;

/// A life of so many orders, some of them with everything that an order can go through.
fn lived(orders: u64) -> Sandbox {
    let mut sandbox = Sandbox::new();
    for no in 0..orders {
        let product = ["515151", "515152", "515153", "515154"][no as usize % 4];
        let order = Checkout {
            affiliate: if no % 3 == 0 { "bea".into() } else { String::new() },
            voucher_code: if no % 5 == 0 { "AUTUMN20".into() } else { String::new() },
            custom: format!("„{no}“ \\ \" \n 🎨"),
            ..Checkout::new(product, format!("buyer{}@example.com", no % 7))
        };
        let bought = sandbox.buy(&order).unwrap();
        match no % 6 {
            1 => drop(sandbox.refund(&bought.transaction_ids[0]).unwrap()),
            2 => sandbox.fail_payments(&bought.purchase_id, 5).unwrap(),
            3 => drop(sandbox.cancel(&bought.purchase_id).unwrap()),
            4 => sandbox.advance(Duration::from_millis(86_400_000 * 9 + 500)),
            _ => {}
        }
    }
    sandbox
}

const READS: [&str; 7] = [
    "listTransactions",
    "listPurchases",
    "listCommissions",
    "listBuyers",
    "statsSalesSummary",
    "statsExpectedPayouts",
    "listPayouts",
];

/// What a sandbox says when it is asked for everything.
fn says(sandbox: &mut Sandbox) -> Vec<String> {
    let client = Client::new(sandbox.api_key()).unwrap();
    let ask = |function: &&str| {
        let from = Value::from([("from", "start".into())]);
        let parameters = if function.starts_with("list") && *function != "listBuyers" && *function != "listPayouts" {
            from
        } else {
            Value::Map(Vec::new())
        };
        match drive(sandbox, client.call_named(function, parameters)) {
            Ok(answer) => answer.raw().to_owned(),
            Err(error) => error.to_string(),
        }
    };
    READS.iter().map(ask).collect()
}

proptest! {
    #![proptest_config(crate::cases(24))]

    #[test]
    fn both_go_on_the_same(orders in 0..24u64, days in 0..200u64) {
        let mut one = lived(orders);
        let saved = one.save();
        let mut other = Sandbox::load(&saved).unwrap();
        prop_assert_eq!(other.save(), saved);
        prop_assert_eq!(says(&mut other), says(&mut one));
        for sandbox in [&mut one, &mut other] {
            sandbox.advance(Duration::from_secs(days * 86_400));
            sandbox.buy(&Checkout::new("515152", "zoe@example.com")).unwrap();
            sandbox.advance(Duration::from_secs(days * 3_600));
        }
        prop_assert_eq!(other.save(), one.save());
        prop_assert_eq!(says(&mut other), says(&mut one));
    }
}

/// Something that happens to a file.
#[derive(Clone, Debug)]
enum Damage {
    Cut(usize),
    Byte(usize, char),
    /// The number that comes next becomes another one.
    Number(usize, i64),
    /// The text that comes next becomes another one.
    Text(usize, String),
    /// The next field goes by another name.
    Name(usize),
}

fn damages() -> impl Strategy<Value = Damage> {
    let number = prop_oneof![any::<i64>(), -3..3i64, Just(i64::MAX), Just(i64::MIN), Just(10_000_000_000_000)];
    let at = || any::<usize>();
    prop_oneof![
        1 => at().prop_map(Damage::Cut),
        2 => (at(), prop::char::range(' ', '~')).prop_map(|(at, byte)| Damage::Byte(at, byte)),
        6 => (at(), number).prop_map(|(at, number)| Damage::Number(at, number)),
        2 => (at(), "[0-9A-Za-z.:_ -]{0,12}").prop_map(|(at, text)| Damage::Text(at, text)),
        1 => at().prop_map(Damage::Name),
    ]
}

fn damaged(saved: &str, damage: &Damage) -> String {
    let place = |at: usize| {
        let mut at = at % saved.len();
        while !saved.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let replaced = |start: usize, end: usize, with: &str| format!("{}{with}{}", &saved[..start], &saved[end..]);
    let from = |at: usize, mark: &str| saved[place(at)..].find(mark).map(|found| place(at) + found + mark.len());
    match damage {
        Damage::Cut(at) => saved[..place(*at)].to_owned(),
        Damage::Byte(at, byte) => {
            let at = place(*at);
            let end = at + saved[at..].chars().next().map_or(0, char::len_utf8);
            replaced(at, end, &byte.to_string())
        }
        Damage::Number(at, number) => {
            let digits = |from: usize| saved[from..].find(|c: char| !c.is_ascii_digit()).map(|length| from + length);
            let mut start = place(*at);
            while let Some(found) = saved[start..].find(":") {
                start += found + 1;
                match digits(start) {
                    Some(end) if end > start => return replaced(start, end, &number.to_string()),
                    _ => {}
                }
            }
            saved.to_owned()
        }
        Damage::Text(at, text) => from(*at, ":\"")
            .and_then(|start| Some(replaced(start, start + saved[start..].find('"')?, text)))
            .unwrap_or_default(),
        Damage::Name(at) => from(*at, ",\"").map(|start| replaced(start, start, "x")).unwrap_or_default(),
    }
}

proptest! {
    #![proptest_config(crate::cases(300))]

    #[test]
    fn a_damaged_text_is_a_problem_or_an_account_that_works(damage in damages()) {
        thread_local! {
            static SAVED: String = lived(12).save();
        }
        let text = SAVED.with(|saved| damaged(saved, &damage));
        match Sandbox::load(&text) {
            Err(problem) => prop_assert!(problem.message.contains("snapshot"), "{}", problem.message),
            Ok(mut sandbox) => {
                says(&mut sandbox);
                let _ = sandbox.buy(&Checkout::new("515152", "zoe@example.com"));
                for transaction in 90_000_001..90_000_012u32 {
                    let _ = sandbox.refund(&transaction.to_string());
                }
                sandbox.advance(Duration::from_secs(40 * 86_400));
                says(&mut sandbox);
                sandbox.save();
            }
        }
    }
}

#[test]
fn foreign_texts_say_what_is_expected() {
    let saved = Sandbox::new().save();
    let other = saved.replacen("\"digistore24_sandbox\":1", "\"digistore24_sandbox\":99", 1);
    for (text, words) in [
        ("", "as `save` makes one"),
        ("[1, 2]", "as `save` makes one"),
        ("{\"digistore24_sandbox\":1}", "damaged"),
        (other.as_str(), "another version"),
        (&saved[..saved.len() - 1], "no JSON"),
    ] {
        let problem = Sandbox::load(text).unwrap_err();
        assert!(problem.message.contains(words) && problem.message.contains("snapshot"), "{}", problem.message);
    }
    // No recursion goes on as deep as a text likes.
    let deep = format!("{{\"digistore24_sandbox\":1,\"account\":{}", "[".repeat(1_000_000));
    assert!(Sandbox::load(&deep).is_err());
}

#[test]
fn a_clock_at_its_end_is_saved_too() {
    let mut sandbox = Sandbox::new();
    // Nothing is left to be paid for thousands of years.
    sandbox.cancel("CD34EF56").unwrap();
    sandbox.advance(Duration::MAX);
    let saved = sandbox.save();
    assert_eq!(Sandbox::load(&saved).unwrap().save(), saved);
}
