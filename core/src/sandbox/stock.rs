//! What stands on the small tables of the fictional account at first, for functions that only read, and for states to
//! be seen.

use super::store::Account;

/// Fills the tables.
pub(super) fn fill(account: &mut Account) {
    affiliates(account);
    smart_upgrades(account);
}

/// `bea` may promote everything, `carl` waits to be approved for the course, `dora` has not asked.
fn affiliates(account: &mut Account) {
    for (id, name) in [("2718281", "bea"), ("2718282", "carl"), ("2718283", "dora")] {
        account.affiliates.add(record! { id: id, name: name, email: format!("{name}@example.com") });
    }
    account.affiliations.add(record! {
        id: "44001", affiliate_id: "2718281", affiliate_name: "bea", product_id: "all", commission_rate: "40.00",
        commission_fix: "0.00", commission_currency: "EUR", approval_status: "approved", is_on_first_pmnt_only: "",
    });
    // On the terms of the product.
    account.affiliations.add(record! {
        id: "44002", affiliate_id: "2718282", affiliate_name: "carl", product_id: "515151", commission_rate: "",
        commission_fix: "", commission_currency: "", approval_status: "pending", is_on_first_pmnt_only: "Y",
    });
}

fn smart_upgrades(account: &mut Account) {
    account.smart_upgrades.add(record! {
        id: "3301", name: "From the course to the club", authkey: "ExAmPlE03301", created_at: "2026-02-02 09:30:00",
        is_custom_css_used: "N", custom_css: "", upgrade_to_product_id: "515152", product_ids: "515151,515153",
    });
}
