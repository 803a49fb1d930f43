//! What else is told: partners who join, and forms that buyers fill in.

use super::super::Sandbox;
use super::super::orders::rows::EventKind;
use super::super::store::Account;
use crate::value::quoted;
use crate::{Problem, Value};

impl Account {
    /// Notes that somebody was accepted as an affiliate of a product, or of all of them.
    pub(in crate::sandbox) fn partnered(&mut self, affiliate_name: &str, product_id: &str) {
        let more = record! {
            affiliate_name: affiliate_name, product_id: product_id, email: format!("{affiliate_name}@example.com"),
        };
        self.happened_otherwise(EventKind::Affiliation, None, 0, more);
    }
}

impl Sandbox {
    /// Lets somebody become an affiliate of a product, who is accepted at once. False for one who was.
    ///
    /// # Errors
    /// When the name is none, or there is no such product.
    pub fn affiliate(&mut self, affiliate_name: &str, product_id: &str) -> Result<bool, Problem> {
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        if affiliate_name.is_empty() || !affiliate_name.chars().all(is_name) {
            let message = format!("expected a Digistore24 name such as `bea`, got {}", quoted(affiliate_name));
            return Err(Problem::new("affiliate_name", message));
        }
        let account = &mut self.account;
        let Some(product) = account.products.find("id", product_id) else {
            return Err(Problem::new("product_id", format!("there is no product {}", quoted(product_id))));
        };
        let rate = product.text("affiliate_commission").to_owned();
        let known = account.affiliations.with("affiliate_name", affiliate_name);
        let known: Vec<Value> = known.cloned().collect();
        let is_partner = |row: &Value| {
            row.text("approval_status") == "approved"
                && matches!(row.text("product_id"), id if id == product_id || id == "all")
        };
        if known.iter().any(is_partner) {
            return Ok(false);
        }
        let id = account.affiliations.number().to_string();
        let number = known.first().map_or_else(|| format!("27{id}"), |row| row.text("affiliate_id").to_owned());
        account
            .affiliations
            .keep(|row| row.text("affiliate_name") != affiliate_name || row.text("product_id") != product_id);
        account.affiliations.add(record! {
            id: id, affiliate_id: number, affiliate_name: affiliate_name, product_id: product_id,
            commission_rate: if rate.is_empty() { "0.00" } else { &rate }, commission_fix: "0.00",
            commission_currency: "EUR", approval_status: "approved",
        });
        account.partnered(affiliate_name, product_id);
        Ok(true)
    }

    /// Lets the buyer fill in the additional fields of an order.
    ///
    /// # Errors
    /// When there is no such order.
    pub fn fill_form(&mut self, purchase_id: &str, fields: &[(String, String)]) -> Result<(), Problem> {
        let account = &mut self.account;
        let Some(at) = account.purchases.position(purchase_id) else {
            return Err(Problem::new("purchase_id", format!("there is no order {}", quoted(purchase_id))));
        };
        let mut more = record! { form_no: 1, form_count: 1 };
        for (name, value) in fields {
            more.set(name, value.as_str());
        }
        account.happened_otherwise(EventKind::CustomForm, Some(at), 0, more);
        Ok(())
    }
}
