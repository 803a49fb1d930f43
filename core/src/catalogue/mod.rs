//! What the service offers: 144 functions in areas, as tables and as types.
//!
//! An area file is one `functions!` block, then the objects, choices and shapes it mentions. The words are explained in
//! `macros.rs`, the types a field may have in [`words`].

#[macro_use]
mod macros;
mod product_shapes;
mod purchase_shapes;
pub mod words;

use crate::wire::Spec;

macro_rules! areas {
    ($($(#[doc = $doc:literal])* $area:ident $title:literal)*) => {
        $($(#[doc = $doc])* pub mod $area;)*

        static AREAS: &[Area] = &[$(Area { title: $title, functions: $area::FUNCTIONS }),*];
    };
}

areas! {
    account "Accounts"
    affiliates "Affiliates"
    api_keys "API keys"
    billing "Billing"
    buy_urls "Buy URLs"
    buyers "Buyers"
    deliveries "Deliveries"
    etickets "E-tickets"
    ipn "Notifications"
    licenses "Licence keys"
    marketplace "Marketplace"
    order_forms "Order forms"
    payment_plans "Payment plans"
    payouts "Payouts"
    products "Products"
    purchases "Purchases"
    statistics "Statistics"
    system "System"
    transactions "Transactions"
    upgrades "Upgrades"
    vouchers "Vouchers"
}

/// Functions that belong together.
#[derive(Debug)]
pub struct Area {
    /// A heading.
    pub title: &'static str,
    /// The functions in alphabetical order.
    pub functions: &'static [&'static Spec],
}

/// The areas of the catalogue.
pub fn areas() -> &'static [Area] {
    AREAS
}

/// Every function of the catalogue, area by area.
pub fn all() -> impl Iterator<Item = &'static Spec> {
    AREAS.iter().flat_map(|area| area.functions.iter().copied())
}

/// The function of this name.
pub fn find(name: &str) -> Option<&'static Spec> {
    all().find(|spec| spec.name == name)
}

/// A name on the wire from an identifier of Rust, where `type` has to be written `r#type`.
pub(crate) const fn plain(identifier: &'static str) -> &'static str {
    match identifier.as_bytes() {
        [b'r', b'#', name @ ..] => match std::str::from_utf8(name) {
            Ok(name) => name,
            Err(_) => identifier,
        },
        _ => identifier,
    }
}
