//! What else is told: partners who join, and forms that buyers fill in.

use super::super::Sandbox;
use super::super::orders::rows::{EventKind, index};
use super::super::rules::affiliates::{agree, terms};
use super::super::store::Account;
use crate::value::quoted;
use crate::{Problem, Value};

impl Account {
    /// Tells that an affiliate was accepted for a product, or for all of them.
    pub(in crate::sandbox) fn partnered(&mut self, affiliate: &Value, product_id: &str) {
        let text = |name: &str| affiliate.text(name);
        let more = record! {
            affiliate_name: text("name"), product_id: product_id, email: text("email"),
            address_first_name: text("first_name"), address_last_name: text("last_name"),
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
        if account.products.find("id", product_id).is_none() {
            return Err(Problem::new("product_id", format!("there is no product {}", quoted(product_id))));
        }
        if terms(account, affiliate_name, product_id).is_some_and(|terms| terms.approved) {
            return Ok(false);
        }
        if account.affiliates.find("name", affiliate_name).is_none() {
            let email = format!("{affiliate_name}@example.com");
            let id = account.affiliates.number().to_string();
            account.affiliates.add(record! { id: id, name: affiliate_name, email: email });
        }
        let affiliate = account.affiliates.find("name", affiliate_name).cloned().unwrap_or_default();
        Ok(agree(account, &affiliate, product_id, &record! { approval_status: "approved" }))
    }

    /// Lets the buyer fill in the additional fields of an order, as `listCustomFormRecords` shows them. What the fields are
    /// called in the notification is not documented; here they have their own names.
    ///
    /// # Errors
    /// When there is no such order, or a field has a name of the notification itself.
    pub fn fill_form(&mut self, purchase_id: &str, fields: &[(String, String)]) -> Result<(), Problem> {
        let account = &mut self.account;
        let Some(at) = account.purchases.position(purchase_id) else {
            return Err(Problem::new("purchase_id", format!("there is no order {}", quoted(purchase_id))));
        };
        if let Some((name, _)) = fields.iter().find(|(name, _)| is_taken(name)) {
            let message = "cannot be sent under this name, which notifications have themselves";
            return Err(Problem::new(format!("fields.{name}"), message));
        }
        let item = account.purchases.get(at).and_then(|order| order.items.first());
        let (item, product) = item.map(|item| (item.id, item.product_id.clone())).unwrap_or_default();
        let no = index(account.custom_form_records.with("purchase_id", purchase_id).count()) + 1;
        let data = fields.iter().map(|(name, value)| (name.clone(), Value::from(value.as_str())));
        let record = record! {
            form_id: 1, id: account.custom_form_records.number(), purchase_id: purchase_id, purchase_item_id: item,
            product_id: product.parse::<i64>().ok(), form_no: no, form_count: no, data: Value::Map(data.collect()),
            address: Vec::<Value>::new(),
        };
        account.custom_form_records.add(record);
        let mut more = record! { form_no: no, form_count: no };
        for (name, value) in fields {
            more.set(name, value.as_str());
        }
        account.happened_otherwise(EventKind::CustomForm, Some(at), 0, more);
        Ok(())
    }
}

/// Whether a field of that name would take the place of what makes a notification one.
fn is_taken(name: &str) -> bool {
    let own = ["", "event", "event_label", "function_call", "sha_sign", "SHASIGN", "api_mode", "form_no", "form_count"];
    own.contains(&name) || name.contains('=')
}
