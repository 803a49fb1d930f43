//! E-tickets.

use super::super::account::{USER_ID, USER_NAME, ticket};
use super::super::reply::{Outcome, Refusal};
use super::super::store::Account;
use super::super::tables::{LOCATION, TEMPLATE};
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
const MOST: usize = 1000;

fn create(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let product = ask.text("product_id");
    check_products(account, product)?;
    for (name, known) in [("location_id", LOCATION.0), ("template_id", TEMPLATE.0)] {
        existing(Some(known).filter(|known| *known == ask.text(name)), ask.text(name))?;
    }
    let bad = |name: &str| Refusal::argument(BAD_ARGUMENT, name);
    let day = account.clock.day(ask.text("date")).ok_or_else(|| bad("date"))?;
    let count = Some(ask.number("count")).filter(|count| *count <= MOST).ok_or_else(|| bad("count"))?;
    let mut made = Vec::new();
    for no in 1..=count {
        let id = account.etickets.number();
        let number = format!("9125{id:016}");
        let mut ticket = ticket(&id.to_string(), &number, (&no.to_string(), &count.to_string()), product, &day);
        ticket.take_over(ask.group("buyer"));
        ticket.set("hint", ask.text("note"));
        if ask.number("days") > 1 {
            ticket.set("duration", ask.text("days"));
        }
        made.push(record! { id: number, url: ticket.text("download_url"), email: ticket.text("email") });
        account.etickets.add(ticket);
    }
    Ok(record! { etickets: made })
}

/// A ticket by its 20 digits or by the number of its record.
fn find<'a>(account: &'a Account, id: &str) -> Option<&'a Value> {
    account.etickets.find(".number", id).or_else(|| account.etickets.find("id", id))
}

fn get(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = ask.text("eticket_id");
    Ok(record! { eticket: existing(find(account, id), id)?.shown() })
}

fn list(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let search = ask.group("search");
    let passes = |ticket: &&Value| {
        search.fields().iter().all(|(name, wanted)| {
            let wanted = wanted.as_str().unwrap_or_default();
            wanted.is_empty()
                || match name.as_str() {
                    "owner_id" => parts(wanted).any(|id| id == USER_ID),
                    "purchase_id" => ticket.text(".purchase_id") == wanted,
                    "template_id" | "location_id" => parts(wanted).any(|id| id == ticket.text(name)),
                    "date" => account.clock.day(wanted).as_deref() == Some(ticket.text("date")),
                    _ => ticket.text(name).to_lowercase().contains(&wanted.to_lowercase()),
                }
        })
    };
    Ok(record! { etickets: account.etickets.rows().iter().filter(passes).map(Value::shown).collect::<Vec<_>>() })
}

fn validate(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let days = parts(ask.text("date")).map(|day| account.clock.day(day)).collect::<Option<Vec<_>>>();
    let days = days.ok_or_else(|| Refusal::argument(BAD_ARGUMENT, "date"))?;
    let is_for_event = |ticket: &Value| {
        parts(ask.text("template_id")).any(|id| id == ticket.text("template_id"))
            && parts(ask.text("location_id")).any(|id| id == ticket.text("location_id"))
            && days.iter().any(|day| day == ticket.text("date"))
    };
    let verdict = match find(account, ask.text("eticket_id")) {
        None => Err(TICKET_UNKNOWN),
        Some(ticket) if ticket.text("is_blocked") == "Y" => Err(TICKET_BLOCKED),
        Some(ticket) if !ticket.text("used_at").is_empty() => Err(TICKET_USED),
        Some(ticket) if !is_for_event(ticket) => Err(TICKET_ELSEWHERE),
        Some(ticket) => Ok(ticket.text("id").to_owned()),
    };
    let now = account.clock.now();
    if let Some(ticket) = verdict.as_ref().ok().and_then(|id| account.etickets.change("id", id)) {
        ticket.set("used_at", now);
    }
    let ticket = find(account, ask.text("eticket_id")).unwrap_or(&Value::Null);
    let mut answer = verdict_of(ask, ticket, verdict.err());
    let of_event = |used: bool| {
        let tickets =
            account.etickets.rows().iter().filter(|ticket| is_for_event(ticket) && ticket.text("is_blocked") == "N");
        i64::try_from(tickets.filter(|ticket| ticket.text("used_at").is_empty() != used).count()).unwrap_or(i64::MAX)
    };
    answer.set("valid_ticket_count", of_event(false));
    answer.set("used_ticket_count", of_event(true));
    Ok(answer)
}

fn verdict_of(ask: &Ask<'_>, ticket: &Value, refused: Option<Words>) -> Value {
    let is_elsewhere = refused.is_some_and(|words| words.say(false) == TICKET_ELSEWHERE.say(false));
    let msg = refused.unwrap_or(TICKET_VALID).about(ask.german, ticket.text("used_at"));
    let number = |name: &str| ticket.text(name).parse::<i64>().map_or(Value::Null, Value::from);
    record! {
        status: if refused.is_some() { "error" } else { "success" }, msg: msg,
        eticket_location_id: number("location_id"), eticket_template_id: number("template_id"),
        eticket_date: ticket.text("date"), is_eticket_valid_for_different_event: flag(is_elsewhere),
    }
}

fn settings(_: &mut Account, _: &Ask<'_>) -> Outcome {
    let by_owner = |id: &str, name: &str| Value::from([(USER_ID, Value::from([(id, Value::from(name))]))]);
    Ok(record! {
        eticket_owners: Value::from([(USER_ID, Value::from(USER_NAME))]),
        eticket_templates: by_owner(TEMPLATE.0, TEMPLATE.1),
        eticket_locations: by_owner(LOCATION.0, LOCATION.1),
    })
}

fn locations(_: &mut Account, _: &Ask<'_>) -> Outcome {
    Ok(Value::List(vec![record! { id: LOCATION.0, name: LOCATION.1, address: LOCATION.2 }]))
}

fn templates(_: &mut Account, _: &Ask<'_>) -> Outcome {
    let made_at = "2026-01-12 10:00:00";
    Ok(Value::List(vec![record! { id: TEMPLATE.0, name: TEMPLATE.1, created_at: made_at, modified_at: made_at }]))
}
