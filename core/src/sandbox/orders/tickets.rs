//! E-tickets: found by the number on them, counted by event, told of to whoever listens.

use std::collections::BTreeMap;

use super::super::clock::wall;
use super::super::kept::Kept;
use super::super::store::Account;
use super::goods::{Goods, Ticket};
use super::rows::{Event, EventKind};
use crate::Value;

/// What the numbers of all tickets begin with.
const PREFIX: &str = "9125";

/// Template, location and day: what a ticket is good for.
type Place = (i64, i64, String);

/// E-tickets, by number, with the count of those that are not blocked by event.
#[derive(Clone, Debug, Default)]
pub(in crate::sandbox) struct Tickets {
    goods: Goods<Ticket>,
    by_serial: BTreeMap<i64, i64>,
    /// How many are unused, and how many are used.
    counts: BTreeMap<Place, (i64, i64)>,
}

impl Tickets {
    /// The number of the ticket that is added next.
    pub(in crate::sandbox) fn number(&self) -> i64 {
        self.goods.number()
    }

    pub(in crate::sandbox) fn add(&mut self, ticket: Ticket) {
        self.count(&ticket, 1);
        self.by_serial.insert(ticket.serial, ticket.id);
        self.goods.add(ticket);
    }

    pub(in crate::sandbox) fn rows(&self) -> &[Ticket] {
        self.goods.rows()
    }

    pub(in crate::sandbox) fn find(&self, id: i64) -> Option<&Ticket> {
        self.goods.find(id)
    }

    /// A ticket by its 20 digits or by the number of its record.
    pub(in crate::sandbox) fn named(&self, name: &str) -> Option<&Ticket> {
        let serial = name.strip_prefix(PREFIX).filter(|rest| rest.len() == 16);
        let id = match serial {
            Some(serial) => *self.by_serial.get(&serial.parse().ok()?)?,
            None => name.parse().ok()?,
        };
        self.find(id)
    }

    /// The tickets of an order.
    pub(in crate::sandbox) fn of(&self, purchase: i64) -> impl DoubleEndedIterator<Item = &Ticket> {
        self.goods.of(purchase)
    }

    /// Changes whether a ticket is used or blocked.
    pub(in crate::sandbox) fn change(&mut self, id: i64, change: impl FnOnce(&mut Ticket)) {
        let Some(before) = self.find(id).cloned() else { return };
        self.count(&before, -1);
        if let Some(ticket) = self.goods.change(id) {
            change(ticket);
            let after = ticket.clone();
            self.count(&after, 1);
        }
    }

    fn count(&mut self, ticket: &Ticket, by: i64) {
        if !ticket.is_blocked {
            let place = (ticket.template_id, ticket.location_id, ticket.date.clone());
            let (unused, used) = self.counts.entry(place).or_default();
            *(if ticket.used_at.is_some() { used } else { unused }) += by;
        }
    }

    /// How many tickets for any of these events are unused, and how many are used. Blocked ones are neither.
    pub(in crate::sandbox) fn counted(&self, templates: &[i64], locations: &[i64], days: &[String]) -> (i64, i64) {
        let of_event = self.counts.iter().filter(|((template, location, day), _)| {
            templates.contains(template) && locations.contains(location) && days.contains(day)
        });
        of_event.fold((0, 0), |sum, (_, count)| (sum.0 + count.0, sum.1 + count.1))
    }
}

impl Kept for Tickets {
    fn save(&self, out: &mut String) {
        self.goods.save(out);
    }

    fn load(json: &str) -> Option<Tickets> {
        let mut tickets = Tickets::default();
        Vec::load(json)?.into_iter().for_each(|ticket| tickets.add(ticket));
        Some(tickets)
    }
}

impl Ticket {
    /// The 20 digits on it.
    pub(in crate::sandbox) fn number(&self) -> String {
        format!("{PREFIX}{:016}", self.serial)
    }

    pub(in crate::sandbox) fn url(&self) -> String {
        format!("https://www.digistore24.com/eticket/file{}.pdf", self.number())
    }

    /// The ticket as the service shows one.
    pub(in crate::sandbox) fn shown(&self) -> Value {
        let unless_none = |number: i64, none: i64| if number == none { String::new() } else { number.to_string() };
        record! {
            download_url: self.url(), duration: unless_none(self.days, 1), date_id: "1", date: self.date.as_str(),
            hint: self.hint.as_str(), location_id: self.location_id.to_string(),
            template_id: self.template_id.to_string(), id: self.id.to_string(),
            purchase_item_id: unless_none(self.item_id, 0), no: self.no.to_string(), count: self.count.to_string(),
            email: self.email.as_str(), first_name: self.first_name.as_str(), last_name: self.last_name.as_str(),
            salutation: self.salutation.as_str(), title: self.title.as_str(), language: "en",
            used_at: self.used_at.map(wall).unwrap_or_default(), is_blocked: if self.is_blocked { "Y" } else { "N" },
            note: "", product_id: self.product_id.as_str(),
        }
    }
}

impl Account {
    /// Adds a ticket, and tells that it was made.
    pub(in crate::sandbox) fn issue(&mut self, ticket: Ticket) {
        let id = ticket.id;
        self.etickets.add(ticket);
        self.tell_of_ticket(id, "create");
    }

    /// Marks a ticket as used now, and tells so.
    pub(in crate::sandbox) fn use_up_ticket(&mut self, id: i64) {
        let now = self.clock.unix();
        self.etickets.change(id, |ticket| (ticket.used_at, ticket.modified_at) = (Some(now), now));
        self.tell_of_ticket(id, "use");
    }

    /// Blocks the tickets of an order, and tells so. One that was used stays used.
    pub(in crate::sandbox) fn block_tickets(&mut self, purchase: i64) {
        let now = self.clock.unix();
        let open = self.etickets.of(purchase).filter(|ticket| !ticket.is_blocked && ticket.used_at.is_none());
        let ids: Vec<i64> = open.map(|ticket| ticket.id).collect();
        for id in ids {
            self.etickets.change(id, |ticket| (ticket.is_blocked, ticket.modified_at) = (true, now));
            self.tell_of_ticket(id, "revoke");
        }
    }

    /// Events are many, so that this one keeps no more of the ticket than which it is.
    fn tell_of_ticket(&mut self, id: i64, action: &str) {
        let Some(ticket) = self.etickets.find(id) else { return };
        let purchase = ticket.purchase;
        let found = purchase.and_then(|at| self.purchases.get(at));
        let item = found.and_then(|found| found.items.iter().position(|item| item.id == ticket.item_id));
        let more = record! { action: action, eticket_id: id };
        self.happened_otherwise(EventKind::Eticket, purchase, item.map_or(0, super::rows::index), more);
    }

    /// What a notification says of the ticket an event is about, under the names of the service, as it was then.
    pub(in crate::sandbox) fn ticket_told(&self, event: &Event) -> Value {
        let Some(Value::Integer(id)) = event.more.get("eticket_id") else { return Value::Map(Vec::new()) };
        let Some(ticket) = self.etickets.find(*id) else { return Value::Map(Vec::new()) };
        let action = event.more.text("action");
        // Nothing is undone, so that what is later than the event had not happened.
        let used_at = ticket.used_at.filter(|at| action != "create" && *at <= event.at);
        let name = |table: &super::super::record::Table, id: i64, field: &str| {
            table.find("id", &id.to_string()).map(|row| row.text(field).to_owned()).unwrap_or_default()
        };
        let location = |field: &str| name(&self.locations, ticket.location_id, field);
        record! {
            action: action, eticket_id: ticket.id.to_string(), eticket_no: ticket.no.to_string(),
            eticket_count: ticket.count.to_string(), eticket_code: ticket.number(), eticket_date: ticket.date.as_str(),
            eticket_hint: ticket.hint.as_str(), eticket_url: ticket.url(),
            eticket_used_at: used_at.map(wall).unwrap_or_default(),
            eticket_is_blocked: if action == "revoke" { "Y" } else { "N" }, eticket_created_at: wall(ticket.created_at),
            eticket_modified_at: wall(event.at), location_id: ticket.location_id.to_string(),
            location_name: location("name"), location_address: location("address"),
            location_country: location(".country"), location_directions: "", location_latitude: "",
            location_longitude: "", location_map_image_url: "", location_note: "",
            product_id: ticket.product_id.as_str(), template_id: ticket.template_id.to_string(), template_name: name(&self.templates, ticket.template_id, "name"),
        }
    }
}
