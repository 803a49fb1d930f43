//! What stands on the small tables of the fictional account at first, for functions that only read, and for states to
//! be seen.

use super::account::USER_ID;
use super::likely::blank;
use super::store::Account;
use crate::Value;
use crate::catalogue::account::AccountGrant;
use crate::catalogue::marketplace::MarketplaceEntry;

/// Fills the tables.
pub(super) fn fill(account: &mut Account) {
    affiliates(account);
    smart_upgrades(account);
    coupons(account);
    marketplace(account);
    account.grants.add(
        blank(AccountGrant::SHAPE)
            .with("id", "1201")
            .with("owner_id", USER_ID)
            .with("accessor_id", "2718281")
            .with("permissions", "read")
            .with("created_at", "2026-03-01 09:00:00")
            .with("modified_at", "2026-03-01 09:00:00")
            .with("can_see_revenue", "Y"),
    );
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

/// One that was used in part, one for test payments only, and one of which nothing is left.
fn coupons(account: &mut Account) {
    for (id, total, left, is_test) in
        [("6901", "100.00", "64.50", "N"), ("6902", "50.00", "50.00", "Y"), ("6903", "25.00", "0.00", "N")]
    {
        account.coupons.add(record! {
            id: id, code: format!("{id}-ExAmPlE{id}"), currency: "EUR", amount_total: total, amount_left: left,
            is_test_payment: is_test,
        });
    }
}

/// One entry, with too few sales for figures. What an affiliate can expect is 40 percent of the basic amount.
fn marketplace(account: &mut Account) {
    account.marketplace.add(
        blank(MarketplaceEntry::SHAPE)
            .with("id", "9200")
            .with("main_product_id", "515151")
            .with("all_product_ids", vec![Value::from("515151"), Value::from("515152")])
            .with("approval_status", "approved")
            .with("price", "59.50")
            .with("currency", "EUR")
            .with("price_msg", "<b>59.50 EUR</b>")
            .with("language", "en")
            .with("product_category_id", "12")
            .with("product_category", "Art")
            .with("headline", "Watercolour for beginners")
            .with("description", "From the first wash to a whole landscape.")
            .with("affiliate_share", "17.72")
            .with("product_created_at", "2026-01-12 10:00:00")
            .with("stats_updated_at", "2026-10-05 03:00:00"),
    );
}
