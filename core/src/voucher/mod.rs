//! Discount codes and value vouchers: whether a code applies, and what is left to pay.
//!
//! ```
//! use digistore24::voucher::{Context, DiscountCode, Plan, Verdict, check};
//! use digistore24::Value;
//!
//! // A row of listVouchers, or what getVoucher answered: `Value::from(reply.answer().data())`.
//! let record = Value::from([
//!     ("product_ids", "11,22".into()),
//!     ("first_rate", "20.00".into()),
//!     ("first_amount", "0.00".into()),
//!     ("is_count_limited", "N".into()),
//!     ("expires_at", "2026-12-31 23:59:59".into()),
//! ]);
//! let context = Context {
//!     product_id: Some("22".into()),
//!     now: Some("2026-10-05 12:00:00".into()),
//!     plan: Some(Plan::single("49.90".parse()?, "EUR")),
//!     ..Context::default()
//! };
//! let check = check(&DiscountCode::read(&record)?, &context).unwrap();
//! assert_eq!(check.verdict, Verdict::Applies);
//! let first = &check.prices.unwrap().first;
//! assert!(first.is_exact());
//! assert_eq!(first.amount(), Some("39.92".parse()?));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Two things bear the name. A *discount code* lowers a price by a rule that the vendor made: [`check`] decides whether it
//! applies and what is then to be paid, [`create`] and [`update`] prepare one. A *value voucher* is credit that somebody
//! bought: only the service knows it, and [`coupon`] reads what `validateCouponCode` said.
//!
//! The rules are those of the vendor's documents (function pages and help pages, read October 2026; OpenAPI document of
//! October 2025). What these leave open is not decided here either: it ends in [`Verdict::Undecided`], or in a price with
//! several candidates, and says why. A price computed here is a preview; what binds is what the service puts on the order.
//!
//! Each function has a twin, such as [`check_of`], that takes options by name, for the bindings.

mod check;
mod code;
mod context;
mod coupon;
mod draft;
mod plain;
mod price;
mod when;
mod words;

pub use crate::lenient::Told;
pub use check::{Check, Discount, Discounts, check, check_of};
pub use code::{DiscountCode, Products};
pub use context::{Context, Plan, ProductRole};
pub use coupon::{Coupon, CouponOrder, CouponUse, Created, coupon, coupon_of, created_of};
pub use draft::{Change, Prepared, Removable, create, create_of, update, update_of};
pub use price::{Figure, Prices};
pub use words::{
    CouponNote, CouponReason, CouponVerdict, DraftNote, Finding, Note, Reason, Rule, Uncertainty, Verdict,
};
