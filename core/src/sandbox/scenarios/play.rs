//! How a scenario is played: what people are going to do stands in a plan, and is done in the order of time.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::super::orders::checkout::Checkout;
use super::super::orders::rows::{Movement, Purchase, StopReason};
use super::super::rules::{self, Ask};
use super::super::store::Account;
use super::Script;
use super::calendar::Calendar;
use super::crowd::Crowd;
use super::dice::{Dice, Odds};
use super::partners::Partners;
use crate::commission::RefundKind;
use crate::{Problem, catalogue};

const DAY: i64 = 86_400;

/// Something that somebody is going to do. Orders are named by where they stand in the list of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Act {
    Order,
    Refund(i64),
    Chargeback(i64),
    Cancel(i64),
    Resume(i64),
    /// The card of an order declines the next attempts, so many.
    CardFails(i64, i64),
    /// An e-ticket is looked at by the door.
    Scan(i64),
}

/// A scenario while it is played.
pub(super) struct Play<'a> {
    pub(super) account: &'a mut Account,
    pub(super) dice: Dice,
    pub(super) calendar: Calendar,
    pub(super) product_id: String,
    pub(super) partners: Partners,
    crowd: Crowd,
    pay_methods: Odds,
    plan: BinaryHeap<Reverse<(i64, u64, Act)>>,
    planned: u64,
    /// How many e-tickets were let in, and how many were turned away.
    pub(super) scanned: (u64, u64),
    /// Where the first order stands that belongs to the scenario.
    first: i64,
}

/// How many of a hundred pay so.
const PAY_METHODS: &[(&str, i64)] =
    &[("paypal", 44), ("creditcard", 24), ("elv", 16), ("klarna", 11), ("banktransfer", 5)];

impl<'a> Play<'a> {
    pub(super) fn new(
        account: &'a mut Account,
        dice: Dice,
        calendar: Calendar,
        product_id: String,
        partners: usize,
    ) -> Play<'a> {
        let partners = Partners::join(account, partners);
        let first = super::super::orders::rows::index(account.purchases.rows().len());
        let pay_methods = Odds::of(PAY_METHODS.iter().map(|(_, weight)| *weight));
        let (plan, planned, crowd) = (BinaryHeap::new(), 0, Crowd::gather());
        Play {
            account,
            dice,
            calendar,
            product_id,
            partners,
            crowd,
            pay_methods,
            plan,
            planned,
            scanned: (0, 0),
            first,
        }
    }

    /// Plays it to the end of its last day.
    pub(super) fn run(&mut self, script: &Script) -> Result<(), Vec<Problem>> {
        while let Some(Reverse((at, _, act))) = self.plan.pop() {
            while self.account.step(at) {}
            self.act(act, script)?;
        }
        let end = self.calendar.end();
        while self.account.step(end) {}
        Ok(())
    }

    fn act(&mut self, act: Act, script: &Script) -> Result<(), Vec<Problem>> {
        match act {
            Act::Order => {
                let checkout = (script.order)(self);
                let at = self.order(&checkout)?;
                (script.after)(self, at);
            }
            Act::Refund(at) => self.money_back(at, RefundKind::Refund),
            Act::Chargeback(at) => self.money_back(at, RefundKind::Chargeback),
            Act::Cancel(at) => drop(self.account.stop(at, StopReason::ByBuyer)),
            Act::Resume(at) => drop(self.account.resume(at)),
            Act::Scan(ticket) => {
                let is_in = self.scan(ticket);
                *(if is_in { &mut self.scanned.0 } else { &mut self.scanned.1 }) += 1;
            }
            Act::CardFails(at, times) => {
                if let Some(purchase) = self.account.purchases.get_mut(at).filter(|purchase| purchase.is_active()) {
                    purchase.failing = times;
                }
            }
        }
        Ok(())
    }

    /// Whoever finds that a discount code or an add-on is not to be had buys without.
    fn order(&mut self, checkout: &Checkout) -> Result<i64, Vec<Problem>> {
        let bought = self.account.buy(checkout).or_else(|_| {
            self.account.buy(&Checkout { voucher_code: String::new(), addons: Vec::new(), ..checkout.clone() })
        })?;
        Ok(self.account.purchases.position(&bought.purchase_id).unwrap_or_default())
    }

    /// What is left of the payments of an order goes back; where payments recur, of the last one.
    fn money_back(&mut self, at: i64, kind: RefundKind) {
        let Some(purchase) = self.account.purchases.get(at) else { return };
        let open = |row: &&super::super::orders::rows::Transaction| {
            row.transaction_type == Movement::Payment && row.refunded < row.amount
        };
        let mut open: Vec<_> = self.account.transactions.of(purchase).filter(open).collect();
        let last = open.last().map(|row| row.pay_sequence_no);
        open.retain(|row| Some(row.pay_sequence_no) == last);
        let ids: Vec<i64> = open.into_iter().map(|row| row.id).collect();
        for id in ids {
            self.account.give_back(id, kind);
        }
    }

    /// Asks `validateEticket`, as the program by the door does. True where the ticket is good.
    fn scan(&mut self, ticket: i64) -> bool {
        let Some(found) = self.account.etickets.find(ticket) else { return false };
        let arguments = record! {
            eticket_id: found.number(), template_id: found.template_id.to_string(),
            location_id: found.location_id.to_string(), date: "today",
        };
        let function = "validateEticket";
        let Some((rule, spec)) = rules::find(function).zip(catalogue::find(function)) else { return false };
        let ask = Ask { spec, arguments: &arguments, german: false, key: "" };
        rule(self.account, &ask).is_ok_and(|answer| answer.text("status") == "success")
    }

    /// Puts something on the plan. What would come after the last day does not happen.
    pub(super) fn plan(&mut self, at: i64, act: Act) {
        if at < self.calendar.end() {
            self.plan.push(Reverse((at, self.planned, act)));
            self.planned += 1;
        }
    }

    /// Puts orders on the plan, on busy days and in busy hours rather than on quiet ones.
    pub(super) fn plan_orders(&mut self, orders: u32, days: &[i64], hours: &[i64]) {
        let (days, hours) = (Odds::of(days.iter().copied()), Odds::of(hours.iter().copied()));
        for _ in 0..orders {
            let day = days.draw(&mut self.dice);
            let at = self.calendar.moment(day, &hours, &mut self.dice);
            self.plan(at, Act::Order);
        }
    }

    pub(super) fn now(&self) -> i64 {
        self.account.clock.unix()
    }

    /// How many hours of the day are over, by the clock in Berlin.
    pub(super) fn hours(&self) -> u8 {
        self.account.clock.time().clock().map_or(0, |(hours, ..)| hours)
    }

    /// A moment that many days from now, or a bit later.
    pub(super) fn in_days(&mut self, least: i64, most: i64) -> i64 {
        self.now() + self.dice.between(least, most) * DAY + self.dice.below(DAY / 2)
    }

    /// How many orders of the scenario there are by now.
    pub(super) fn sold(&self) -> usize {
        self.account.purchases.rows().len() - usize::try_from(self.first).unwrap_or_default()
    }

    /// The basket of somebody who did not buy here before, or of somebody who comes again.
    pub(super) fn basket(&mut self, product_id: &str, again: i64) -> Checkout {
        let pay_method = self.pay_methods.one(PAY_METHODS, &mut self.dice).map_or("paypal", |(name, _)| *name);
        let mut checkout = Checkout::new(product_id, "");
        checkout.pay_method = pay_method.to_owned();
        if self.dice.percent(again)
            && let Some(email) = self.former_buyer()
        {
            checkout.email = email;
            return checkout;
        }
        if let Some(person) = self.crowd.somebody(&mut self.dice) {
            checkout.email = person.email(None);
            if self.account.buyers.of_email(&checkout.email).is_some() {
                let number = super::super::orders::rows::index(self.account.purchases.rows().len());
                checkout.email = person.email(Some(number));
            }
            checkout.first_name = person.first_name.to_owned();
            checkout.last_name = person.last_name.to_owned();
            checkout.country = person.country.to_owned();
        }
        checkout
    }

    fn former_buyer(&mut self) -> Option<String> {
        let sold = i64::try_from(self.sold()).unwrap_or_default();
        let at = self.first + self.dice.below(sold);
        let buyer = self.account.purchases.get(at).map(|purchase: &Purchase| purchase.buyer_id)?;
        self.account.buyers.find(buyer).map(|buyer| buyer.email.clone())
    }

    /// Who brought the buyer: an affiliate so many times in a hundred, with a campaign key, else a way of the vendor's own.
    pub(super) fn brought(&mut self, checkout: &mut Checkout, by_affiliates: i64) {
        let month = self.account.clock.time().month();
        // So many of the first buyers as there are affiliates come through them.
        let sold = self.sold();
        if sold < self.partners.count() || self.dice.percent(by_affiliates) {
            if let Some((name, key)) = self.partners.one(sold, month, &mut self.dice) {
                (checkout.affiliate, checkout.campaignkey) = (name.to_owned(), key.to_owned());
            }
        } else if let Some(way) = self.dice.one(&["mailing", "search", "website", "ad"]) {
            checkout.trackingkey = (*way).to_owned();
        }
    }
}
