//! E-tickets.

use super::super::account::{USER_ID, USER_NAME};
use super::super::clock::wall;
use super::super::orders::goods::Ticket;
use super::super::record::Table;
use super::super::reply::{Outcome, Refusal};
use super::super::store::Account;
use super::super::words::{
    BAD_ARGUMENT, TICKET_BLOCKED, TICKET_ELSEWHERE, TICKET_UNKNOWN, TICKET_USED, TICKET_VALID, Words,
};
use super::products::check_products;
use super::{Ask, Rules, existing, flag, parts};
use crate::Value;

pub(super) const RULES: Rules = &[
    ("createEticket", create),
    ("getEticket", get),
    ("listEtickets", list),
    ("validateEticket", validate),
    ("getEticketSettings", settings),
    ("listEticketLocations", locations),
    ("listEticketTemplates", templates),
];

/// How many tickets one call may make; a guard of the sandbox's own.
const MOST: i64 = 1000;

fn create(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let product = ask.text("product_id");
    check_products(account, product)?;
    let place = |table: &Table, name: &str| {
        let id = ask.text(name);
        existing(table.find("id", id), id)?;
        id.parse().map_err(|_| Refusal::not_found(id))
    };
    let (location_id, template_id) =
        (place(&account.locations, "location_id")?, place(&account.templates, "template_id")?);
    let bad = |name: &str| Refusal::argument(BAD_ARGUMENT, name);
    let day = account.clock.day(ask.text("date")).ok_or_else(|| bad("date"))?;
    let count = ask.text("count").parse().ok().filter(|count| *count <= MOST).ok_or_else(|| bad("count"))?;
    let buyer = |name: &str| ask.group("buyer").text(name).to_owned();
    let now = account.clock.unix();
    let mut ticket = Ticket {
        id: 0,
        serial: 0,
        purchase: None,
        item_id: 0,
        product_id: product.to_owned(),
        no: 0,
        count,
        location_id,
        template_id,
        date: day,
        days: ask.text("days").parse().unwrap_or(1),
        hint: ask.text("note").to_owned(),
        email: buyer("email"),
        first_name: buyer("first_name"),
        last_name: buyer("last_name"),
        // Small letters here, unlike in what is answered.
        salutation: buyer("salutation").to_uppercase(),
        title: buyer("title"),
        created_at: now,
        modified_at: now,
        used_at: None,
        is_blocked: false,
    };
    let mut made = Vec::new();
    for no in 1..=count {
        ticket.id = account.etickets.number();
        (ticket.serial, ticket.no) = (ticket.id, no);
        made.push(record! { id: ticket.number(), url: ticket.url(), email: ticket.email.as_str() });
        account.issue(ticket.clone());
    }
    Ok(record! { etickets: made })
}

fn get(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("eticket_id");
    Ok(record! { eticket: existing(account.etickets.named(id), id)?.shown() })
}

fn list(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let wanted: Vec<(&str, &str)> = ask
        .group("search")
        .fields()
        .iter()
        .filter_map(|(name, wanted)| Some((name.as_str(), wanted.as_str().filter(|text| !text.is_empty())?)))
        .collect();
    let passes = |ticket: &&Ticket| wanted.iter().all(|(name, wanted)| matches(account, ticket, name, wanted));
    // All tickets of an order stand together.
    let order = wanted.iter().find(|(name, _)| *name == "purchase_id");
    let found: Vec<Value> = match order {
        Some((_, id)) => {
            let at = account.purchases.position(id).unwrap_or(-1);
            account.etickets.of(at).filter(passes).map(Ticket::shown).collect()
        }
        None => account.etickets.rows().iter().filter(passes).map(Ticket::shown).collect(),
    };
    Ok(record! { etickets: found })
}

fn matches(account: &Account, ticket: &Ticket, name: &str, wanted: &str) -> bool {
    let is_number = |number: i64| numbers(wanted).contains(&number);
    let part_of = |text: &str| text.to_lowercase().contains(&wanted.to_lowercase());
    match name {
        "owner_id" => parts(wanted).any(|id| id == USER_ID),
        "template_id" => is_number(ticket.template_id),
        "location_id" => is_number(ticket.location_id),
        "date" => account.clock.day(wanted).as_deref() == Some(ticket.date.as_str()),
        "email" => part_of(&ticket.email),
        "first_name" => part_of(&ticket.first_name),
        "last_name" => part_of(&ticket.last_name),
        _ => true,
    }
}

/// The numbers of a comma list.
fn numbers(text: &str) -> Vec<i64> {
    parts(text).filter_map(|part| part.parse().ok()).collect()
}

fn validate(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let days = parts(ask.text("date")).map(|day| account.clock.day(day)).collect::<Option<Vec<_>>>();
    let days = days.ok_or_else(|| Refusal::argument(BAD_ARGUMENT, "date"))?;
    let (templates, locations) = (numbers(ask.text("template_id")), numbers(ask.text("location_id")));
    let is_for_event = |ticket: &Ticket| {
        templates.contains(&ticket.template_id)
            && locations.contains(&ticket.location_id)
            && days.contains(&ticket.date)
    };
    let verdict = match account.etickets.named(ask.text("eticket_id")) {
        None => Err(TICKET_UNKNOWN),
        Some(ticket) if ticket.is_blocked => Err(TICKET_BLOCKED),
        Some(ticket) if ticket.used_at.is_some() => Err(TICKET_USED),
        Some(ticket) if !is_for_event(ticket) => Err(TICKET_ELSEWHERE),
        Some(ticket) => Ok(ticket.id),
    };
    if let Ok(id) = verdict {
        account.use_up_ticket(id);
    }
    let (unused, used) = account.etickets.counted(&templates, &locations, &days);
    let ticket = account.etickets.named(ask.text("eticket_id"));
    Ok(verdict_of(ask, ticket, verdict.err()).with("valid_ticket_count", unused).with("used_ticket_count", used))
}

fn verdict_of(ask: &Ask<'_>, ticket: Option<&Ticket>, refused: Option<Words>) -> Value {
    let is_elsewhere = refused.is_some_and(|words| words.say(false) == TICKET_ELSEWHERE.say(false));
    let used_at = ticket.and_then(|ticket| ticket.used_at).map(wall).unwrap_or_default();
    let number = |of: fn(&Ticket) -> i64| ticket.map_or(Value::Null, |ticket| of(ticket).into());
    record! {
        status: if refused.is_some() { "error" } else { "success" },
        msg: refused.unwrap_or(TICKET_VALID).about(ask.german, &used_at),
        eticket_location_id: number(|ticket| ticket.location_id),
        eticket_template_id: number(|ticket| ticket.template_id),
        eticket_date: ticket.map_or("", |ticket| ticket.date.as_str()),
        is_eticket_valid_for_different_event: flag(is_elsewhere),
    }
}

fn settings(account: &mut Account, _: &Ask<'_>) -> Outcome {
    let by_owner = |table: &Table| {
        let names = table.rows().iter().map(|row| (row.text("id").to_owned(), Value::from(row.text("name"))));
        Value::from([(USER_ID, Value::Map(names.collect()))])
    };
    Ok(record! {
        eticket_owners: Value::from([(USER_ID, Value::from(USER_NAME))]),
        eticket_templates: by_owner(&account.templates), eticket_locations: by_owner(&account.locations),
    })
}

fn locations(account: &mut Account, _: &Ask<'_>) -> Outcome {
    Ok(Value::List(account.locations.rows().iter().map(Value::shown).collect()))
}

fn templates(account: &mut Account, _: &Ask<'_>) -> Outcome {
    Ok(Value::List(account.templates.rows().to_vec()))
}
