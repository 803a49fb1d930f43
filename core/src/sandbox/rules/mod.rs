//! Functions that behave: what they do is imitated, not only the form of their answers.

mod account;
pub(super) mod affiliates;
mod aftercare;
mod api_keys;
mod buy_urls;
mod buyers;
mod charging;
mod commissions;
mod coupons;
mod deliveries;
mod etickets;
mod images;
mod invoices;
mod ipn;
mod licenses;
mod lists;
mod marketplace;
mod order_forms;
mod payment_plans;
mod payouts;
mod products;
mod purchases;
mod rebilling;
mod refunds;
mod reports;
mod service_proofs;
mod shelf;
mod shipping;
mod statistics;
mod system;

mod transactions;
mod upgrades;
mod vouchers;

pub(super) use self::api_keys::decide;
pub(super) use self::lists::Lists;
use super::reply::{Outcome, Refusal};
use super::store::Account;
use super::words::{DONE, NOTHING_TO_DO, Words};
use crate::Value;
use crate::wire::Spec;

/// What a function does.
pub(super) type Rule = fn(&mut Account, &Ask<'_>) -> Outcome;

/// The rules of an area by the names of their functions.
type Rules = &'static [(&'static str, Rule)];

const AREAS: &[Rules] = &[
    account::RULES,
    affiliates::RULES,
    aftercare::RULES,
    api_keys::RULES,
    buy_urls::RULES,
    buyers::RULES,
    charging::RULES,
    commissions::RULES,
    coupons::RULES,
    deliveries::RULES,
    etickets::RULES,
    images::RULES,
    invoices::RULES,
    ipn::RULES,
    licenses::RULES,
    marketplace::RULES,
    order_forms::RULES,
    payment_plans::RULES,
    payouts::RULES,
    products::RULES,
    purchases::RULES,
    rebilling::RULES,
    refunds::RULES,
    reports::RULES,
    service_proofs::RULES,
    shipping::RULES,
    statistics::RULES,
    system::RULES,
    transactions::RULES,
    upgrades::RULES,
    vouchers::RULES,
];

/// The rule of a function, if it has one.
pub(super) fn find(function: &str) -> Option<Rule> {
    AREAS.iter().flat_map(|rules| rules.iter()).find(|(name, _)| *name == function).map(|(_, rule)| *rule)
}

/// A call that was found in order: its key may make it, its arguments are of the right kinds.
pub(super) struct Ask<'a> {
    pub(super) spec: &'static Spec,
    pub(super) arguments: &'a Value,
    pub(super) german: bool,
    pub(super) key: &'a str,
}

impl Ask<'_> {
    /// An argument that was given, even if empty.
    fn given(&self, name: &str) -> Option<&str> {
        self.arguments.get(name).and_then(Value::as_str)
    }

    /// An argument, else its documented default, else nothing.
    fn text(&self, name: &str) -> &str {
        let default = || self.spec.arguments.field(name).and_then(|field| field.limits.default);
        self.given(name).or_else(default).unwrap_or_default()
    }

    fn yes(&self, name: &str) -> bool {
        self.text(name) == "Y"
    }

    fn number(&self, name: &str) -> usize {
        self.text(name).parse().unwrap_or_default()
    }

    /// A group of arguments, with nothing in it where it was not given.
    fn group(&self, name: &str) -> &Value {
        self.arguments.get(name).unwrap_or(&Value::Null)
    }

    fn say(&self, words: Words) -> &'static str {
        words.say(self.german)
    }

    /// What functions answer that change something.
    fn modified(&self, modified: bool) -> Value {
        record! { modified: flag(modified), note: self.say(if modified { DONE } else { NOTHING_TO_DO }) }
    }
}

/// `Y` or `N`
fn flag(yes: bool) -> &'static str {
    if yes { "Y" } else { "N" }
}

/// The values of a comma list.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|part| !part.is_empty())
}

/// A record that has to be there.
fn existing<T>(found: Option<T>, id: &str) -> Result<T, Refusal> {
    found.ok_or_else(|| Refusal::not_found(id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue;

    #[test]
    fn every_rule_is_for_one_function_of_the_catalogue() {
        let mut names: Vec<_> = AREAS.iter().flat_map(|rules| rules.iter()).map(|(name, _)| *name).collect();
        assert!(names.iter().all(|name| catalogue::find(name).is_some()), "{names:?}");
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
