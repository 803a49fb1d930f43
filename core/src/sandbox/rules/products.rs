//! Products and their folders.

use super::super::account::{approval, new_product};
use super::super::assumptions::NOTE_LENGTH;
use super::super::orders::rows::Purchase;
use super::super::reply::{Outcome, Refusal};
use super::super::store::Account;
use super::super::tables::PRODUCT_TYPES;
use super::super::words::{PRODUCT_SOLD, TAG_REFUSED};
use super::{Ask, Rules, existing, flag, parts, payment_plans, shelf};
use crate::Value;

pub(super) const RULES: Rules = &[
    ("createProduct", create),
    ("copyProduct", copy),
    ("getProduct", get),
    ("listProducts", list),
    ("updateProduct", update),
    ("deleteProduct", delete),
    ("createProductGroup", create_group),
    ("getProductGroup", get_group),
    ("listProductGroups", list_groups),
    ("updateProductGroup", update_group),
    ("deleteProductGroup", delete_group),
];

fn create(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let number = account.products.number();
    let product = new_product(&number.to_string(), &account.clock.now());
    let answer = add(account, number, product, ask.group("data"))?;
    payment_plans::provide(account, &number.to_string());
    Ok(answer)
}

fn copy(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let original = existing(visible(account, ask.text("product_id")), ask.text("product_id"))?.clone();
    let number = account.products.number();
    let now = account.clock.now();
    let product = original.with("id", number.to_string()).with("created_at", now.as_str()).with("modified_at", now);
    let answer = add(account, number, product, ask.group("data"))?;
    payment_plans::copy(account, ask.text("product_id"), &number.to_string());
    Ok(answer)
}

fn add(account: &mut Account, number: i64, mut product: Value, data: &Value) -> Outcome {
    put(account, &mut product, data)?;
    let name = product.text("name").to_owned();
    if product.text("name_intern").is_empty() {
        product.set("name_intern", name);
    }
    account.products.add(product);
    Ok(record! { product_id: number })
}

/// Puts properties into a product; prices are ignored, as they live in payment plans.
fn put(account: &Account, product: &mut Value, data: &Value) -> Result<bool, Refusal> {
    let before = product.clone();
    for (name, table) in
        [("product_group_id", &account.groups), ("orderform_id", &account.orderforms), ("image_id", &account.images)]
    {
        shelf::check(table, data.text(name))?;
    }
    for (name, value) in data.fields() {
        match name.as_str() {
            "tag" => return Err(Refusal::argument(TAG_REFUSED, data.text("tag")).with_status()),
            "note" => product.set("note", data.text("note").chars().take(NOTE_LENGTH).collect::<String>()),
            // The service spells it so in updateProduct.
            "affiliate_commision" => product.set("affiliate_commission", value.clone()),
            "approval_status" => {
                // One word for all resellers, or a map by reseller, of which this account has one.
                let status = value.as_str().or_else(|| value.fields().first()?.1.as_str()).unwrap_or_default();
                product.set("approval_status_list", vec![approval(status)]);
            }
            "id" | "owner_id" | "user_id" | "is_deleted" => {}
            _ if product.get(name).is_some() && value.as_str().is_some() => product.set(name, value.clone()),
            _ => {}
        }
    }
    let kind = PRODUCT_TYPES.iter().find(|(id, ..)| *id == data.text("product_type_id"));
    if let Some((.., delivery)) = kind {
        product.set(".delivery_type", *delivery);
    }
    // The name in the language of the product is its name.
    let named = data.fields().iter().find(|(name, _)| name.starts_with("name_") && name != "name_intern");
    if data.get("name").is_none()
        && let Some((_, name)) = named
    {
        let own = format!("name_{}", product.text("language"));
        let name = data.get(&own).unwrap_or(name).clone();
        product.set("name", name);
    }
    Ok(*product != before)
}

/// A product that was not deleted.
pub(super) fn visible<'a>(account: &'a Account, id: &str) -> Option<&'a Value> {
    account.products.find("id", id).filter(|product| product.text("is_deleted") == "N")
}

fn get(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("product_id");
    let found = if ask.yes("show_deleted") { account.products.find("id", id) } else { visible(account, id) };
    // The name of the folder comes in lists only, payment plans come here only (seen in 2025).
    let plans = payment_plans::of(account, ask, id);
    existing(found, id).map(|product| product.shown().without("product_group_name").with("paymentplans", plans))
}

fn list(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let group = |product: &Value| {
        account.groups.find("id", product.text("product_group_id")).map(|group| group.text("name").to_owned())
    };
    let mut products: Vec<Value> = account
        .products
        .with("is_deleted", "N")
        .map(|product| {
            product.shown().with("product_group_name", group(product).unwrap_or_default()).without("paymentplans")
        })
        .collect();
    products.sort_by(|a, b| a.text("name").cmp(b.text("name")));
    if ask.text("sort_by") == "group" {
        products.sort_by(|a, b| a.text("product_group_name").cmp(b.text("product_group_name")));
    }
    Ok(record! { products: products })
}

fn update(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("product_id");
    let mut product = existing(visible(account, id), id)?.clone();
    let modified = put(account, &mut product, ask.group("data"))?;
    let now = account.clock.now();
    if let Some(place) = account.products.change("id", id)
        && modified
    {
        *place = product.with("modified_at", now);
    }
    Ok(ask.modified(modified))
}

fn delete(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("product_id");
    existing(visible(account, id), id)?;
    let was_sold = |purchase: &Purchase| purchase.items.iter().any(|item| item.product_id == id);
    if account.purchases.rows().iter().any(was_sold) {
        return Err(Refusal::argument(PRODUCT_SOLD, id));
    }
    if let Some(product) = account.products.change("id", id) {
        product.set("is_deleted", "Y");
        product.set("is_active", "N");
    }
    Ok(ask.modified(true))
}

fn create_group(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let number = account.groups.number();
    let now = account.clock.now();
    let mut group = record! {
        id: number.to_string(), name: "", created_at: now.as_str(), modified_at: now.as_str(), position: "10",
        is_shown_as_tab: "N",
    };
    group.take_over(ask.group("data"));
    account.groups.add(group);
    Ok(record! { product_group_id: number })
}

fn get_group(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("product_group_id");
    Ok(record! { product_group: shelf::find(&account.groups, id)?.shown() })
}

fn list_groups(account: &mut Account, _: &Ask<'_>) -> Outcome {
    Ok(record! { items: account.groups.rows().to_vec() })
}

fn update_group(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("product_group_id");
    let now = account.clock.now();
    let modified = shelf::change(&mut account.groups, id, ask.group("data"), &now)?;
    Ok(record! { is_modified: flag(modified) })
}

fn delete_group(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("product_group_id");
    shelf::delete(&mut account.groups, id)?;
    shelf::forget(&mut account.products, "product_group_id", id);
    Ok(ask.modified(true))
}

/// The numbers of products in a comma list, or `all`.
pub(super) fn check_products(account: &Account, ids: &str) -> Result<(), Refusal> {
    match parts(ids).find(|id| *id != "all" && visible(account, id).is_none()) {
        Some(id) => Err(Refusal::not_found(id)),
        None => Ok(()),
    }
}
