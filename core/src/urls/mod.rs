//! Order ids, links, order forms with their own prices, and payment plans.
//!
//! ```
//! use digistore24::urls::{Kind, Link};
//!
//! let link = Link::parse("https://www.digistore24.com/redir/220831/MaxMuster/Spring?cid={click_id}");
//! let Kind::Promo { product_id, affiliate, campaign_key } = link.kind() else { panic!("{link:?}") };
//! assert_eq!(product_id, "220831");
//! assert_eq!(affiliate.as_deref(), Some("MaxMuster"));
//! assert_eq!(campaign_key.as_deref(), Some("Spring"));
//! ```
//!
//! What links look like is known from the vendor's help pages (read in October 2026), from the vendor's own code, and from
//! notifications and public pages (2019 to 2026); each kind says which. Links with keys of buyers are read and never made:
//! use those that the service sends.
//!
//! [`Link::parse`] reads any link, [`Link::with`] changes one, [`Draft`] makes one. [`order_id`] and its neighbours tell
//! what the shape of a name tells. [`buy_url`] and [`payment_plan`] look at parameters before they are sent, and list every
//! payment there will be. Each has a twin, such as [`parse_of`], that takes options by name, for the bindings.

mod build;
mod buy_url;
mod finding;
mod group;
mod kind;
mod link;
mod lint;
mod name;
mod note;
mod page;
mod payment_plan;
mod plain;
mod preview;
mod prices;
mod query;

pub use crate::plan::{Interval, MonthEnd};
pub use build::{Draft, change_of, content_of, parse_of, product_of, promo_of};
pub use buy_url::buy_url;
pub use finding::{Fault, Finding, Severity};
pub use kind::{Kind, OrderPage, Secret};
pub use link::Link;
pub use lint::{Lint, buy_url_of, payment_plan_of};
pub use name::{Name, Shape, affiliate, affiliate_of, key, key_of, order_id, order_id_of, product_id, product_id_of};
pub use note::{Note, Remark};
pub use page::{Made, Page, postback, postback_of, testpay, testpay_of, thankyou, thankyou_of, upgrade, upgrade_of};
pub use payment_plan::payment_plan;
pub use preview::{Doubtful, Preview, PreviewPayment, PreviewTerms};
pub use query::Parameter;
