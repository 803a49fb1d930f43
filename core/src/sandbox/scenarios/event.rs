//! Tickets for an event: sold over six weeks and the faster the closer it comes, then looked at by the door.

use super::super::orders::checkout::Checkout;
use super::calendar::HOURS;
use super::dice::Odds;
use super::play::{Act, Play};
use super::{Needs, Script};

pub(super) const SCRIPT: Script = Script {
    name: "event",
    about: "Six weeks of ticket sales, then the door: used tickets, tickets that come twice, too late or refunded",
    product_id: "515154",
    needs: Needs::Event,
    partners: 2,
    days: 42 + 1 + 1,
    begin,
    order,
    after,
};

/// How many days tickets are sold before the event.
const SALE: usize = 42;

/// When people come to the event, from midnight on. The doors open at nine.
const DOOR: [i64; 24] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 50, 30, 14, 8, 6, 4, 3, 1, 0, 0, 0, 0, 0, 0, 0];

fn begin(play: &mut Play<'_>, orders: u32) {
    // What is sold from now on is for the day after the sale.
    if let Some(day) = play.calendar.days().nth(SALE)
        && let Some(product) = play.account.products.change("id", &play.product_id)
    {
        let event = product.get(".event").cloned().unwrap_or(record! {});
        product.set(".event", event.with("date", day.to_string()));
    }
    let days: Vec<i64> = (0..42).map(|day| 20 + day).collect();
    play.plan_orders(orders, &days, &HOURS);
}

fn order(play: &mut Play<'_>) -> Checkout {
    let product_id = play.product_id.clone();
    let mut checkout = play.basket(&product_id, 2);
    play.brought(&mut checkout, 25);
    checkout.quantity = play.dice.one(&[1, 1, 1, 2, 2, 2, 3, 4]).copied().unwrap_or(1);
    checkout
}

fn after(play: &mut Play<'_>, at: i64) {
    let door = Odds::of(DOOR);
    if play.dice.percent(4) {
        // Before the event, or not at all.
        let when = play.in_days(1, 20);
        if play.calendar.is_before(when, SALE) {
            play.plan(when, Act::Refund(at));
        }
    }
    let tickets: Vec<i64> = play.account.etickets.of(at).map(|ticket| ticket.id).collect();
    // A party comes together.
    let arrival = play.calendar.moment(SALE, &door, &mut play.dice);
    for ticket in tickets {
        let scan = match play.dice.below(100) {
            // Stays at home.
            0..8 => continue,
            // Comes a day late.
            8..10 => play.calendar.moment(SALE + 1, &door, &mut play.dice),
            _ => arrival + play.dice.below(60),
        };
        play.plan(scan, Act::Scan(ticket));
        // Shows the same ticket again later.
        if play.dice.percent(2) {
            let later = scan + play.dice.between(120, 3600);
            play.plan(later, Act::Scan(ticket));
        }
    }
}
