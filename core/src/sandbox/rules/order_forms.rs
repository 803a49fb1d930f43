//! Order forms: their looks, and what is offered after an order.

use super::super::assumptions::LONGEST_UPSELL_PATH;
use super::super::likely::{blank, words_for};
use super::super::reply::{Outcome, Refusal};
use super::super::store::Account;
use super::super::words::BAD_ARGUMENT;
use super::products::visible;
use super::{Ask, Rules, existing, flag, parts, shelf};
use crate::Value;
use crate::catalogue::order_forms::{Orderform, OrderformData};
use crate::wire::Kind;

pub(super) const RULES: Rules = &[
    ("createOrderform", create),
    ("getOrderform", get),
    ("listOrderforms", list),
    ("updateOrderform", update),
    ("deleteOrderform", delete),
    ("getOrderformMetas", metas),
    ("getUpsells", upsells),
    ("updateUpsells", update_upsells),
    ("deleteUpsells", delete_upsells),
];

/// The blocks that `flex_elements_order` puts in order, all of them.
const BLOCKS: [&str; 3] = ["order_bumper", "order_summary", "refund_waiver"];

/// What images of an order form are for.
const IMAGE_USES: [&str; 3] = ["orderform_header", "orderform_favicon", "orderform_widget_tab"];

/// The properties whose values `getOrderformMetas` explains.
const CHOICES: [&str; 5] =
    ["background_style", "tab_style", "shipping_position", "refund_waiver_position", "orderbump_position"];

fn create(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let data = ask.group("data");
    check(account, data)?;
    let number = account.orderforms.number();
    let now = account.clock.now();
    let mut form = blank(Orderform::SHAPE)
        .with("id", number.to_string())
        .with("layout", "widget")
        .with("step_count", "1")
        .with("created_at", now.as_str())
        .with("modified_at", now);
    form.put(data);
    account.orderforms.add(form);
    Ok(record! { orderform_id: number })
}

fn check(account: &Account, data: &Value) -> Result<(), Refusal> {
    for name in ["tab_image_1_id", "tab_image_2_id", "tab_image_3_id"] {
        shelf::check(&account.images, data.text(name))?;
    }
    shelf::check(&account.plans, data.text("paymentplan_id"))?;
    for id in ["orderbump_product_id", "product_id"].map(|name| data.text(name)).into_iter().filter(|id| !id.is_empty())
    {
        existing(visible(account, id), id)?;
    }
    let mut blocks: Vec<&str> = parts(data.text("flex_elements_order")).collect();
    blocks.sort_unstable();
    if blocks.is_empty() || blocks == BLOCKS {
        Ok(())
    } else {
        Err(Refusal::argument(BAD_ARGUMENT, "data[flex_elements_order]"))
    }
}

fn get(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    Ok(record! { orderform: shelf::find(&account.orderforms, ask.text("orderform_id"))?.shown() })
}

/// The rows have less than a single form (seen in 2020).
fn list(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let layout = ask.text("layout");
    let forms = account.orderforms.rows().iter().filter(|form| layout.is_empty() || form.text("layout") == layout);
    let rows = forms.map(|form| {
        record! {
            id: form.text("id"), name: form.text("name"), layout: form.text("layout"),
            created_at: form.text("created_at"), modified_at: form.text("modified_at"),
        }
    });
    Ok(record! { orderforms: rows.collect::<Vec<_>>(), layout: layout })
}

fn update(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("orderform_id");
    shelf::find(&account.orderforms, id)?;
    check(account, ask.group("data"))?;
    let now = account.clock.now();
    let modified = shelf::change(&mut account.orderforms, id, ask.group("data"), &now)?;
    Ok(record! { is_modified: flag(modified) })
}

fn delete(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("orderform_id");
    shelf::delete(&mut account.orderforms, id)?;
    shelf::forget(&mut account.products, "orderform_id", id);
    Ok(ask.modified(true))
}

fn metas(account: &mut Account, _: &Ask<'_>) -> Outcome {
    let images = IMAGE_USES.map(|usage| {
        let images = account.images.with("usage_type", usage);
        (usage.to_owned(), map(images.map(|image| (image.text("id").to_owned(), image.text("name").to_owned()))))
    });
    let mut options = record! { image: Value::Map(images.into()) };
    for name in CHOICES {
        options.set(name, labelled(choices(name).iter().map(|code| (*code).to_owned())));
    }
    options.set("step_count", labelled(["1", "2", "3"].map(str::to_owned).into_iter()));
    options.set("summary_positions", Value::List(Vec::new()));
    options.set("flex_elements_order", labelled(orders().into_iter()));
    let products = account.products.with("is_deleted", "N");
    options.set("product", map(products.map(|row| (row.text("id").to_owned(), row.text("name").to_owned()))));
    let none = || Value::List(Vec::new());
    Ok(record! {
        placeholders: record! { images: none(), other: none() }, options: options, form_metas: none(),
    })
}

/// The values of a property, by the catalogue.
fn choices(name: &str) -> &'static [&'static str] {
    match OrderformData::SHAPE.field(name).map(|field| field.kind) {
        Some(Kind::Choice(choice)) => choice.values,
        _ => &[],
    }
}

/// The six orders of three blocks.
fn orders() -> Vec<String> {
    let mut orders = Vec::new();
    for first in BLOCKS {
        for second in BLOCKS.into_iter().filter(|block| *block != first) {
            let third = BLOCKS.into_iter().find(|block| *block != first && *block != second);
            orders.push([first, second, third.unwrap_or_default()].join(","));
        }
    }
    orders
}

fn labelled(codes: impl Iterator<Item = String>) -> Value {
    map(codes.map(|code| {
        let words: Vec<String> = code.split(',').map(words_for).collect();
        (code, words.join(", "))
    }))
}

/// A map of texts; without any, PHP's empty array.
fn map(entries: impl Iterator<Item = (String, String)>) -> Value {
    let entries: Vec<(String, Value)> = entries.map(|(code, text)| (code, text.into())).collect();
    if entries.is_empty() { Value::List(Vec::new()) } else { Value::Map(entries) }
}

fn upsells(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("product_id");
    existing(visible(account, id), id)?;
    let tree = account.upsells.find("product_id", id).and_then(|row| row.get("upsells")).cloned();
    Ok(record! {
        product_id: id, upsells: tree.unwrap_or_else(|| Value::List(Vec::new())),
        product_options: Value::List(Vec::new()),
    })
}

fn update_upsells(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("product_id");
    existing(visible(account, id), id)?;
    let tree = ask.group("data");
    for (path, product) in tree.fields() {
        if !is_path(path) {
            return Err(Refusal::argument(BAD_ARGUMENT, format!("data[{path}]")));
        }
        let product = product.as_str().unwrap_or_default();
        existing(visible(account, product), product)?;
    }
    let row = record! { product_id: id, upsells: tree.clone() };
    let modified = account.upsells.find("product_id", id) != Some(&row);
    account.upsells.keep(|other| other.text("product_id") != id);
    account.upsells.add(row);
    Ok(record! { is_modified: flag(modified) })
}

/// A place in the tree: what the buyer said to each offer before, beginning with the order itself.
fn is_path(path: &str) -> bool {
    (1..=LONGEST_UPSELL_PATH).contains(&path.len())
        && path.starts_with('y')
        && path.bytes().all(|c| matches!(c, b'y' | b'n'))
}

fn delete_upsells(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("product_id");
    existing(visible(account, id), id)?;
    Ok(record! { is_modified: flag(account.upsells.keep(|row| row.text("product_id") != id)) })
}
