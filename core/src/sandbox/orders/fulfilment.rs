//! What buyers get for their money: e-tickets, licence keys, deliveries.

use super::super::clock::{day_of, wall};
use super::super::store::Account;
use super::goods::{Delivery, DeliveryState, License, Ticket};
use super::rows::Item;

/// What one line of an order comes with.
struct Due {
    item_id: i64,
    product_id: String,
    quantity: i64,
    gives: Gives,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Gives {
    Tickets,
    Keys,
    Delivery,
}

impl Account {
    /// Hands out what the lines of a paid order come with, to each line once.
    pub(in crate::sandbox) fn fulfil(&mut self, purchase: i64) {
        let Some(found) = self.purchases.get(purchase) else { return };
        let due: Vec<Due> = found.items.iter().flat_map(|item| self.due_for(purchase, item)).collect();
        for due in due {
            match due.gives {
                Gives::Tickets => self.hand_out_tickets(purchase, &due),
                Gives::Keys => self.hand_out_keys(purchase, &due),
                Gives::Delivery => self.deliveries.add(Delivery {
                    id: self.deliveries.number(),
                    purchase,
                    item_id: due.item_id,
                    state: DeliveryState::Request,
                    quantity_delivered: 0,
                    processed_at: None,
                    processed_by: String::new(),
                    parcels: Vec::new(),
                }),
            }
        }
    }

    /// What a line comes with and has not got yet.
    fn due_for(&self, purchase: i64, item: &Item) -> Vec<Due> {
        let Some(product) = self.products.find("id", &item.product_id) else { return Vec::new() };
        let mut gives = Vec::new();
        match product.text(".delivery_type") {
            "event" if self.etickets.of(purchase).all(|row| row.item_id != item.id) => gives.push(Gives::Tickets),
            "shipping" if self.deliveries.of(purchase).all(|row| row.item_id != item.id) => gives.push(Gives::Delivery),
            _ => {}
        }
        if product.text(".license") == "Y" && self.licenses.of(purchase).all(|row| row.item_id != item.id) {
            gives.push(Gives::Keys);
        }
        let due = |gives| Due { item_id: item.id, product_id: item.product_id.clone(), quantity: item.quantity, gives };
        gives.into_iter().map(due).collect()
    }

    /// One ticket for each piece, in the name of the buyer, for the event of the product.
    fn hand_out_tickets(&mut self, purchase: i64, due: &Due) {
        let now = self.clock.unix();
        let event = self.products.find("id", &due.product_id).and_then(|product| product.get(".event"));
        let event = event.cloned().unwrap_or_default();
        let number = |name: &str| event.text(name).parse().unwrap_or(FIRST_PLACE);
        let today = wall(now);
        let date = match event.text("date") {
            // An event without a day is on the day of the order.
            "" => day_of(&today),
            day => day,
        };
        let buyer = self.purchases.get(purchase).and_then(|found| self.buyers.find(found.buyer_id));
        let detail = |name: &str| buyer.map_or("", |buyer| buyer.details.text(name)).to_owned();
        let mut ticket = Ticket {
            id: 0,
            serial: 0,
            purchase: Some(purchase),
            item_id: due.item_id,
            product_id: due.product_id.clone(),
            no: 0,
            count: due.quantity,
            location_id: number("location_id"),
            template_id: number("template_id"),
            date: date.to_owned(),
            days: event.text("days").parse().unwrap_or(1),
            hint: event.text("hint").to_owned(),
            email: buyer.map_or("", |buyer| buyer.email.as_str()).to_owned(),
            first_name: detail("first_name"),
            last_name: detail("last_name"),
            salutation: detail("salutation"),
            title: detail("title"),
            created_at: now,
            modified_at: now,
            used_at: None,
            is_blocked: false,
        };
        for no in 1..=due.quantity {
            ticket.id = self.etickets.number();
            ticket.serial = ticket.id;
            ticket.no = no;
            self.issue(ticket.clone());
        }
    }

    /// One key for each piece.
    fn hand_out_keys(&mut self, purchase: i64, due: &Due) {
        let created_at = self.clock.unix();
        for _ in 0..due.quantity {
            let id = self.licenses.number();
            self.licenses.add(License { id, purchase, item_id: due.item_id, key: license_key(id), created_at });
        }
    }

    /// Takes back what an order came with, as far as it can be taken back, because all its money went back.
    pub(in crate::sandbox) fn withdraw(&mut self, purchase: i64) {
        if self.assumed.refund_blocks_tickets {
            self.block_tickets(purchase);
        }
        if self.assumed.refund_cancels_deliveries {
            let now = self.clock.unix();
            let open = self.deliveries.of(purchase).filter(|row| !row.state.is_processed());
            let ids: Vec<i64> = open.map(|row| row.id).collect();
            for id in ids {
                if let Some(delivery) = self.deliveries.change(id) {
                    (delivery.state, delivery.processed_at) = (DeliveryState::Cancel, Some(now));
                }
            }
        }
    }
}

/// The location and the template of events that name none.
const FIRST_PLACE: i64 = 3;

/// A key in the shape of those that the service makes, each number another one.
fn license_key(id: i64) -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    let mut key = String::from("SANDB");
    let mut state = u64::try_from(id).unwrap_or_default();
    for _ in 1..8 {
        // An odd factor and a sum lead each number to another one.
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let mut rest = state ^ (state >> 32);
        key.push('-');
        for _ in 0..5 {
            let letter = usize::try_from(rest % 32).ok().and_then(|at| LETTERS.get(at));
            key.push(letter.copied().unwrap_or(b'A').into());
            rest /= 32;
        }
    }
    key
}
