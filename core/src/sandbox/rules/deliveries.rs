//! Deliveries: what has to be sent, who is at it, and the parcels it went in.

use super::super::account::USER_NAME;
use super::super::clock::{day_of, wall};
use super::super::orders::goods::{Delivery, DeliveryState, Parcel};
use super::super::orders::rows::{Buyer, Item, Purchase};
use super::super::reply::{Outcome, Refusal};
use super::super::store::Account;
use super::super::tables::COUNTRIES;
use super::super::words::{BAD_ARGUMENT, DELIVERY_TAKEN, MISSING_ARGUMENT, label};
use super::{Ask, Rules, existing, flag, parts};
use crate::Value;

pub(super) const RULES: Rules = &[("listDeliveries", list), ("getDelivery", get), ("updateDelivery", update)];

/// A delivery with the line of the order that it is about.
struct Found<'a> {
    delivery: &'a Delivery,
    purchase: &'a Purchase,
    item: &'a Item,
}

impl<'a> Found<'a> {
    fn of(account: &'a Account, delivery: &'a Delivery) -> Option<Found<'a>> {
        let purchase = account.purchases.get(delivery.purchase)?;
        let item = purchase.items.iter().find(|item| item.id == delivery.item_id)?;
        Some(Found { delivery, purchase, item })
    }

    fn named(account: &'a Account, id: &str) -> Result<Found<'a>, Refusal> {
        let delivery = id.parse().ok().and_then(|id| account.deliveries.find(id));
        existing(delivery.and_then(|delivery| Found::of(account, delivery)), id)
    }
}

fn list(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let search = ask.group("search");
    for name in ["from", "to"] {
        let day = search.text(name);
        if !day.is_empty() && account.clock.day(day).is_none() {
            return Err(Refusal::argument(BAD_ARGUMENT, format!("search[{name}]")));
        }
    }
    let account: &Account = account;
    let rows = account.deliveries.rows().iter().filter_map(|row| Found::of(account, row));
    let found = rows.filter(|found| {
        search.fields().iter().all(|(name, wanted)| {
            let wanted = wanted.as_str().unwrap_or_default();
            wanted.is_empty() || matches(account, found, name, wanted)
        })
    });
    Ok(record! { delivery: found.map(|found| shown(account, ask, &found)).collect::<Vec<_>>() })
}

fn matches(account: &Account, found: &Found<'_>, name: &str, wanted: &str) -> bool {
    let created_at = wall(found.purchase.created_at);
    let day = || account.clock.day(wanted).unwrap_or_default();
    match name {
        "purchase_id" => found.purchase.id == wanted,
        "from" => day_of(&created_at) >= day().as_str(),
        "to" => day_of(&created_at) <= day().as_str(),
        "type" => parts(wanted).any(|state| state == found.delivery.state.as_str()),
        "same_address_as" => {
            Found::named(account, wanted).is_ok_and(|other| other.purchase.buyer_id == found.purchase.buyer_id)
        }
        "is_processed" => found.delivery.state.is_processed() == (wanted == "Y"),
        "is_test_order" => found.purchase.is_test() == (wanted == "Y"),
        _ => true,
    }
}

/// With `set_in_progress` the delivery is for the caller alone, as long as nobody was before.
fn get(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("delivery_id");
    let number = Found::named(account, id)?.delivery.id;
    let delivery = existing(account.deliveries.change(number), id)?;
    let is_open = matches!(delivery.state, DeliveryState::Request | DeliveryState::PartialDelivery);
    let takes = ask.yes("set_in_progress");
    if takes && is_open {
        delivery.state = DeliveryState::InProgress;
        delivery.processed_by = USER_NAME.to_owned();
    }
    let found = Found::named(account, id)?;
    let url = |what: &str| format!("https://www.checkout-ds24.com/{what}/{}/ExAmPlE1", found.purchase.id);
    let shown =
        shown(account, ask, &found).with("invoice_url", url("invoice")).with("delivery_slip_url", url("delivery_slip"));
    Ok(record! {
        delivery: shown, is_set_in_progress: flag(takes && is_open),
        set_in_progress_fail_reason: if takes && !is_open { ask.say(DELIVERY_TAKEN) } else { "" },
    })
}

fn shown(account: &Account, ask: &Ask<'_>, found: &Found<'_>) -> Value {
    let Found { delivery, purchase, item } = found;
    let product = account.products.find("id", &item.product_id).unwrap_or(&Value::Null);
    let buyer = account.buyers.find(purchase.buyer_id).map(Buyer::shown).unwrap_or_default();
    let mut address = record! {
        title: "", salutation: "", company: "", first_name: "", last_name: "", street: "", street2: "",
        street_number: "", city: "", state: "", zipcode: "", country: "", email: "", phone_no: "", tax_id: "",
    };
    address.take_over(&buyer);
    let country = COUNTRIES.iter().find(|(code, ..)| *code == address.text("country"));
    let country = country.map_or("", |(_, english, german)| if ask.german { german } else { english });
    let kind = product.text(".delivery_type");
    let tracking = delivery.parcels.iter().map(|parcel| {
        record! {
            delivery_id: delivery.id.to_string(), parcel_service_type: parcel.service.as_str(),
            service_label: parcel.service.to_uppercase(), tracking_id: parcel.tracking_id.as_str(),
            tracking_url: format!("https://www.example.com/parcel/{}", parcel.tracking_id),
            quantity: parcel.quantity.to_string(), ipn_config_id: Value::Null,
        }
    });
    record! {
        delivery_address: address.with("country_name", country), delivery_type: kind,
        product_type_name: label(kind, ask.german), tracking: tracking.collect::<Vec<_>>(),
        quantity_total: item.quantity.to_string(), id: delivery.id.to_string(), purchase_id: purchase.id.as_str(),
        purchase_created_at: wall(purchase.created_at), purchase_item_id: item.id.to_string(),
        buyer_address_id: buyer.text("address_id"), r#type: delivery.state.as_str(),
        processed_at: delivery.processed_at.map(wall).map_or(Value::Null, Value::from),
        processed_by: delivery.processed_by.as_str(), product_id: item.product_id.as_str(),
        product_name: product.text("name"), product_type_id: product.text("product_type_id"),
        variant_label: Value::Null, variant_name: Value::Null, variant_key: Value::Null, variant_id: "0",
        quantity_delivered: delivery.quantity_delivered.to_string(), is_shippment_by_reseller_id: Value::Null,
        is_test_order: flag(purchase.is_test()),
    }
}

fn update(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("delivery_id");
    let found = Found::named(account, id)?;
    let (before, purchase, total) = (found.delivery.clone(), found.delivery.purchase, found.item.quantity);
    let mut delivery = before.clone();
    put_data(&mut delivery, ask.group("data"), total, account.assumed.unshipped_is_cancelled)?;
    if let Value::List(parcels) = ask.group("tracking") {
        for (at, given) in parcels.iter().enumerate() {
            put_parcel(&mut delivery, given, total, at)?;
        }
    }
    let is_modified = delivery.state != before.state
        || delivery.quantity_delivered != before.quantity_delivered
        || !same_parcels(&delivery.parcels, &before.parcels);
    if is_modified {
        let now = account.clock.unix();
        delivery.processed_at = delivery.state.is_processed().then_some(now);
        delivery.processed_by = USER_NAME.to_owned();
        if let Some(place) = account.deliveries.change(before.id) {
            *place = delivery;
        }
        if ask.yes("notify_via_email") {
            account.mail("delivery", purchase);
        }
    }
    Ok(record! { is_modified: flag(is_modified) })
}

fn same_parcels(one: &[Parcel], other: &[Parcel]) -> bool {
    let figures = |parcel: &Parcel| (parcel.service.clone(), parcel.tracking_id.clone(), parcel.quantity);
    one.iter().map(figures).eq(other.iter().map(figures))
}

/// State and quantities. What is said of one of them decides the other, where nothing is said of it.
fn put_data(delivery: &mut Delivery, data: &Value, total: i64, unshipped_is_cancelled: bool) -> Result<(), Refusal> {
    let bad = |name: &str| Refusal::argument(BAD_ARGUMENT, format!("data[{name}]"));
    let number = |name: &str| data.text(name).parse::<i64>().ok();
    let mut quantity = None;
    for (name, base) in [("quantity_delivered", 0), ("add_quantity_delivered", delivery.quantity_delivered)] {
        if let Some(given) = number(name) {
            let sum = base.saturating_add(given);
            quantity = Some(Some(sum).filter(|sum| (0..=total).contains(sum)).ok_or_else(|| bad(name))?);
        }
    }
    let mut state = DeliveryState::of(data.text("type"));
    match data.text("is_shipped") {
        "Y" => (quantity, state) = (Some(total), Some(DeliveryState::Delivery)),
        "N" if unshipped_is_cancelled => state = Some(DeliveryState::Cancel),
        "N" => (quantity, state) = (Some(0), Some(DeliveryState::Request)),
        _ => {}
    }
    if quantity.is_none() && state == Some(DeliveryState::Delivery) {
        quantity = Some(total);
    }
    let Some(count) = quantity else {
        delivery.state = state.unwrap_or(delivery.state);
        return Ok(());
    };
    delivery.quantity_delivered = count;
    delivery.state = state.unwrap_or(match count {
        0 => DeliveryState::Request,
        count if count < total => DeliveryState::PartialDelivery,
        _ => DeliveryState::Delivery,
    });
    Ok(())
}

/// Adds, changes or takes away the parcel of a number.
fn put_parcel(delivery: &mut Delivery, given: &Value, total: i64, at: usize) -> Result<(), Refusal> {
    let tracking_id = given.text("tracking_id");
    if tracking_id.is_empty() {
        return Err(Refusal::argument(MISSING_ARGUMENT, format!("tracking[{at}][tracking_id]")));
    }
    if given.text("operation") == "delete" {
        delivery.parcels.retain(|parcel| parcel.tracking_id != tracking_id);
        return Ok(());
    }
    let known = delivery.parcels.iter_mut().find(|parcel| parcel.tracking_id == tracking_id);
    let said = |name: &str| given.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
    let quantity = said("quantity").and_then(|text| text.parse().ok());
    match known {
        Some(parcel) => {
            parcel.service = said("parcel_service").unwrap_or(&parcel.service).to_owned();
            parcel.quantity = quantity.unwrap_or(parcel.quantity);
        }
        None => delivery.parcels.push(Parcel {
            service: said("parcel_service").unwrap_or_default().to_owned(),
            tracking_id: tracking_id.to_owned(),
            // All of it where nothing is said.
            quantity: quantity.unwrap_or(total),
        }),
    }
    Ok(())
}
