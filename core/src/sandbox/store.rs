//! Everything the sandbox remembers.

use super::clock::Clock;
use super::record::Table;

/// The fictional account and what has been done to it.
#[derive(Debug)]
pub(super) struct Account {
    pub(super) clock: Clock,
    pub(super) keys: Vec<Key>,
    pub(super) requests: Vec<KeyRequest>,
    pub(super) products: Table,
    pub(super) groups: Table,
    pub(super) vouchers: Table,
    pub(super) buy_urls: Table,
    pub(super) buyers: Table,
    pub(super) purchases: Table,
    pub(super) transactions: Table,
    pub(super) licenses: Table,
    pub(super) etickets: Table,
    pub(super) connections: Table,
    /// What products cost, and when it is paid.
    pub(super) plans: Table,
    pub(super) orderforms: Table,
    pub(super) upgrades: Table,
    pub(super) smart_upgrades: Table,
    pub(super) images: Table,
    pub(super) shipping_policies: Table,
    /// What is offered after an order, by product.
    pub(super) upsells: Table,
    pub(super) marketplace: Table,
    /// The Digistore24 users who are known as affiliates.
    pub(super) affiliates: Table,
    /// Which affiliate may promote which product, and for how much.
    pub(super) affiliations: Table,
    /// Affiliates that were bound to e-mail addresses.
    pub(super) bound_affiliates: Table,
    /// Who recruited which affiliate.
    pub(super) referrals: Table,
    /// Vouchers that customers bought.
    pub(super) coupons: Table,
    /// What buyers answered in extra forms.
    pub(super) custom_form_records: Table,
    /// Logins to member areas that were reported.
    pub(super) member_logins: Table,
    pub(super) fraud_reports: Table,
    /// Which account may see whose data.
    pub(super) grants: Table,
    /// The key for test payments, if one was asked for.
    pub(super) testpay_keys: Table,
}

/// An API key.
#[derive(Debug)]
pub(super) struct Key {
    pub(super) text: String,
    pub(super) rights: Rights,
    /// Whether it was made in the browser flow, so that it can delete itself.
    pub(super) is_interactive: bool,
}

impl Key {
    /// The number before the hyphen.
    pub(super) fn number(&self) -> &str {
        self.text.split('-').next().unwrap_or_default()
    }
}

/// What a key permits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rights {
    Full,
    Read,
    Developer,
}

/// A key that an application asked for.
#[derive(Debug)]
pub(super) struct KeyRequest {
    pub(super) token: String,
    pub(super) rights: Rights,
    pub(super) state: KeyState,
}

/// How far a request for a key got.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum KeyState {
    Pending,
    Declined,
    /// Made, and waiting to be collected.
    Ready(String),
    Collected,
}
