//! E-tickets and door lists.

mod bytes;
mod evening;
mod lists;
mod merge;
mod service;
mod validation;

use digistore24::eticket::{DoorList, check_of, number_of, take_of};
use digistore24::{Problem, Value};
use serde_json::json;

use crate::computed::hold;

fn called(function: &str, options: &Value) -> Result<Value, Vec<Problem>> {
    match function {
        "number" => number_of(options).map(|read| Value::from(&read)),
        "check" => check_of(options).map(|check| Value::from(&check)),
        _ => panic!("there is no {function}"),
    }
}

#[test]
fn every_vector_comes_out_or_is_refused_as_written() {
    hold("etickets.json", 85, called);
}

/// The moment of the first scan: 2026-10-05 19:00:00 in Berlin.
const DOORS_OPEN: i64 = 1_791_219_600;

/// The number of the ticket of the guest `who`. They lie as far apart as those of a real event.
fn number_of_guest(who: usize) -> String {
    format!(
        "{:020}",
        91_250_000_000_000_000_000_u128 + (who as u128 * 7_919_773_344_113_579) % 8_000_000_000_000_000_000
    )
}

/// A row of `listEtickets`.
fn row(who: usize) -> serde_json::Value {
    let last_name = ["Beispiel", "Muster", "Example", "Otherwise"][who % 4];
    json!({
        "download_url": format!("https://www.digistore24.com/eticket/file{}.pdf", number_of_guest(who)),
        "duration": null, "date_id": 1, "date": "2026-10-05", "hint": "19:30", "location_id": 3, "template_id": 3,
        "id": 1_328_422_185 + who, "purchase_item_id": 525_759, "no": who % 3 + 1, "count": 3,
        "email": format!("guest{who}@example.com"), "first_name": format!("Guest{who}"),
        "last_name": last_name, "salutation": "M", "title": "",
        "language": "de", "used_at": "", "is_blocked": "N", "note": null, "product_id": 20
    })
}

fn list_of(rows: Vec<serde_json::Value>, door: &str, names: bool) -> DoorList {
    let options = json!({
        "records": rows, "door": door, "template_id": 3, "location_id": "3", "date": "2026-10-05",
        "snapshot_at": DOORS_OPEN - 3600, "names": names
    });
    take_of(&serde_json::from_value(options).unwrap()).unwrap()
}

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % sides
    }

    /// Whether something happens that happens so often in a hundred times.
    fn percent(&mut self, often: u64) -> bool {
        self.roll(100) < often
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            items.swap(at, self.roll(at as u64 + 1) as usize);
        }
    }
}
