//! E-tickets: numbers, records, the check at the door, and lists for doors without a network.
//!
//! ```
//! use digistore24::eticket::{DoorList, Verdict, take_of};
//! use digistore24::{Client, Flow, Value, catalogue::etickets::ListEtickets, sandbox::Sandbox};
//!
//! let mut sandbox = Sandbox::new();
//! let client = Client::new(sandbox.api_key())?;
//! let answer = client.call(ListEtickets::default()).run(&mut sandbox)?;
//! let records = Value::from(answer.answer().data()).get("etickets").cloned().unwrap_or_default();
//! let mut list = take_of(&Value::from([
//!     ("records", records), ("door", "north".into()), ("template_id", 3.into()), ("location_id", 3.into()),
//!     ("date", "2026-10-05".into()), ("snapshot_at", "2026-10-05T14:00:00+02:00".into()),
//! ])).unwrap();
//!
//! assert_eq!(list.scan("91250000000000000001", 1_791_210_000).verdict, Verdict::Admit);
//! assert_eq!(list.scan("91250000000000000001", 1_791_210_060).verdict, Verdict::Used);
//! let again = DoorList::read(&list.bytes(), "north")?;
//! assert_eq!(again.counts().admitted, 1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! What the service documents: a number has 20 digits, `validateEticket` uses a valid ticket up and tells no reason when
//! it does not (help pages and OpenAPI document, 2025-10). What it does not tell is not guessed: whether a ticket of
//! several days may be scanned once a day, and whether a refunded order blocks its tickets.

mod bytes;
mod conflicts;
mod event;
mod list;
mod number;
mod plain;
mod sync;
mod ticket;
mod validate;
mod words;

pub use bytes::BadList;
pub use conflicts::{Conflict, ConflictWord};
pub use event::{Check, Event, check, check_of};
pub use list::{
    Counts, DoorCount, DoorList, First, MOST, Mark, Pending, Scan, Strange, UsedWhere, merge, read_of, scan_of,
    take_json_of, take_of,
};
pub use number::{Number, NumberRead, Source, number, number_of};
pub use sync::{Fate, Stopped, Sync, SyncOptions, SyncReport, SyncRun, Synced, sync_options_of};
pub use ticket::{FIELDS, Text, Ticket};
pub use validate::{By, Validated, Validation, validation_of};
pub use words::{Remark, Verdict};
