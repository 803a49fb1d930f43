//! Who gets how much of a sale, to the cent, and why.
//!
//! ```
//! use digistore24::commission::{Commission, Currency, Sale, Terms, Vat, split};
//!
//! let sale = Sale::gross("100.00".parse()?, Currency::known("EUR")?, Vat::Rate("19".parse()?));
//! let terms = Terms { affiliate: Commission::Percent("50".parse()?), ..Terms::default() };
//! let split = split(&sale, &terms).unwrap();
//! assert_eq!(split.amount_provider, "8.90".parse()?);
//! assert_eq!(split.amount_affiliate, "37.57".parse()?);
//! assert_eq!(split.amount_vendor, "37.56".parse()?);
//! assert!(split.notes[0].to_string().starts_with("amount_affiliate: Exactly half a cent was rounded"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! What the service does is known from vendor documents and from eight payments whose split it sent (2019 to 2026). What
//! is unknown is an option with a documented default, and stands in the notes of every split that depends on it.
//!
//! Over time: [`schedule`] lists the payments of a plan, [`reserve`] tells what of each share is held back, [`refund`] gives
//! money back, and [`forecast`] tells who is paid out how much and when. Each has a twin, such as [`schedule_of`], that takes
//! options by name, for the bindings; what comes of it converts to a [`Value`](crate::Value).

mod booked;
mod causes;
mod currency;
mod explain;
mod fees;
mod figures;
mod fit;
mod forecast;
mod gather;
mod given;
mod html;
mod infer;
mod many;
mod note;
mod options;
mod party;
mod plain;
mod reconcile;
mod refund;
mod reserve;
mod round;
mod schedule;
mod split;
mod tariff;
mod tariffs;
mod terms;
mod verdict;
mod words;

pub use crate::options::exact;
pub use crate::plan::{Interval, MonthEnd};
pub use booked::{Booked, Movement, Role};
pub use currency::Currency;
pub use explain::Step;
pub use fees::{FEE_PRESETS, FeePreset, FeeSchedule};
pub use figures::Figures;
pub use forecast::{
    Account, Booking, Entry, EntryKind, Forecast, Payout, PayoutDays, PayoutPolicy, forecast, forecast_of,
};
pub use infer::{Conclusion, Inferred, InferredTariff, InferredTariffs, TariffSearch, infer_tariff, infer_tariff_of};
pub use many::{Column, Columns, Faults, Field, Sales, Splitter, Vats, split_many};
pub use note::{Language, Note, Remark};
pub use options::{read, split_of};
pub use party::Party;
pub use reconcile::{Checks, Reconciled, Report, Totals, reconcile, reconcile_of};
pub use refund::{Amounts, FixedCommission, Refund, RefundKind, RefundTerms, refund, refund_of};
pub use reserve::{Held, HeldPart, Reserve, ReservePolicy, reserve, reserve_of};
pub use round::Tie;
pub use schedule::{Plan, PlannedPayment, Schedule, schedule, schedule_of};
pub use split::{PartnerShare, Split, split};
pub use tariff::{PRESETS, Preset, Tariff};
pub use terms::{BothPolicy, Commission, Partner, PartnerBase, Price, Sale, Terms, Vat};
pub use verdict::{Finding, Verdict};

use crate::Amount;

/// A rate as people write it: `7.9`, `19`.
fn percent(rate: Amount) -> String {
    let text = rate.to_string();
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
