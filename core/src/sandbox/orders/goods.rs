//! What comes with orders: e-tickets, licence keys, deliveries. Each is found by its number and by its order.

use std::collections::BTreeMap;

use super::super::kept::Kept;
use super::rows::index;

kept! {
    /// An e-ticket.
    struct Ticket {
        id: i64,
        /// The last 16 digits of its number.
        serial: i64,
        /// Where the order stands in the list of all; nothing for a free ticket.
        purchase: Option<i64>,
        /// The number of the line of the order, 0 for a free ticket.
        item_id: i64,
        product_id: String,
        /// Ticket `no` of `count`.
        no: i64,
        count: i64,
        location_id: i64,
        template_id: i64,
        /// `2026-10-05`
        date: String,
        days: i64,
        /// When it begins, in words.
        hint: String,
        email: String,
        first_name: String,
        last_name: String,
        salutation: String,
        title: String,
        created_at: i64,
        modified_at: i64,
        used_at: Option<i64>,
        is_blocked: bool,
    }

    /// A licence key.
    struct License {
        id: i64,
        purchase: i64,
        /// The number of the line of the order.
        item_id: i64,
        key: String,
        created_at: i64,
    }

    /// Goods that are sent to a buyer: one line of an order.
    struct Delivery {
        id: i64,
        purchase: i64,
        /// The number of the line of the order.
        item_id: i64,
        state: DeliveryState,
        quantity_delivered: i64,
        processed_at: Option<i64>,
        processed_by: String,
        parcels: Vec<Parcel>,
    }

    /// A parcel of a delivery.
    struct Parcel {
        service: String,
        tracking_id: String,
        quantity: i64,
    }

    /// A request to prove that a service was delivered.
    struct Proof {
        id: i64,
        purchase: i64,
        /// The number of the line of the order.
        item_id: i64,
        state: ProofState,
        created_at: i64,
        modified_at: i64,
        message: String,
    }

    /// A charge to the payment method of an order.
    struct Charge {
        id: i64,
        purchase: i64,
        at: i64,
    }
}

kinds! {
    /// How far a delivery got.
    DeliveryState {
        Request = "request",
        InProgress = "in_progress",
        Delivery = "delivery",
        PartialDelivery = "partial_delivery",
        Return = "return",
        Cancel = "cancel",
    }

    /// How far a request for proof got.
    ProofState { Pending = "pending", ProofProvided = "proof_provided", ExecRefund = "exec_refund", }
}

impl DeliveryState {
    /// Whether nothing more is to be done.
    pub(in crate::sandbox) fn is_processed(self) -> bool {
        matches!(self, DeliveryState::Delivery | DeliveryState::Return | DeliveryState::Cancel)
    }
}

/// A row that may belong to an order.
pub(in crate::sandbox) trait OfOrder {
    /// The number of the first row; the others follow without gaps.
    const FIRST: i64;

    /// Where its order stands in the list of all.
    fn purchase(&self) -> Option<i64>;
}

macro_rules! of_orders {
    ($($row:ident from $first:literal: $purchase:expr;)*) => { $(
        impl OfOrder for $row {
            const FIRST: i64 = $first;

            fn purchase(&self) -> Option<i64> {
                let purchase: fn(&$row) -> Option<i64> = $purchase;
                purchase(self)
            }
        }
    )* };
}

of_orders! {
    Ticket from 1_328_422_101: |row| row.purchase;
    License from 5_100_001: |row| Some(row.purchase);
    Delivery from 7_300_001: |row| Some(row.purchase);
    Proof from 81_001: |row| Some(row.purchase);
    Charge from 1: |row| Some(row.purchase);
}

/// Rows that belong to orders, in the order they were made.
#[derive(Clone, Debug)]
pub(in crate::sandbox) struct Goods<T> {
    rows: Vec<T>,
    by_purchase: BTreeMap<i64, Vec<usize>>,
}

impl<T> Default for Goods<T> {
    fn default() -> Goods<T> {
        Goods { rows: Vec::new(), by_purchase: BTreeMap::new() }
    }
}

impl<T: OfOrder> Goods<T> {
    /// The number of the row that is added next.
    pub(in crate::sandbox) fn number(&self) -> i64 {
        T::FIRST + index(self.rows.len())
    }

    pub(in crate::sandbox) fn add(&mut self, row: T) {
        if let Some(purchase) = row.purchase() {
            self.by_purchase.entry(purchase).or_default().push(self.rows.len());
        }
        self.rows.push(row);
    }

    pub(in crate::sandbox) fn rows(&self) -> &[T] {
        &self.rows
    }

    pub(in crate::sandbox) fn find(&self, id: i64) -> Option<&T> {
        self.rows.get(usize::try_from(id.checked_sub(T::FIRST)?).ok()?)
    }

    /// A row to be changed; it stays with its order.
    pub(in crate::sandbox) fn change(&mut self, id: i64) -> Option<&mut T> {
        self.rows.get_mut(usize::try_from(id.checked_sub(T::FIRST)?).ok()?)
    }

    /// The rows of an order, in the order they were made.
    pub(in crate::sandbox) fn of(&self, purchase: i64) -> impl DoubleEndedIterator<Item = &T> {
        self.by_purchase.get(&purchase).into_iter().flatten().filter_map(|at| self.rows.get(*at))
    }
}

impl<T: Kept + OfOrder> Kept for Goods<T> {
    fn save(&self, out: &mut String) {
        self.rows.save(out);
    }

    fn load(json: &str) -> Option<Goods<T>> {
        let mut goods = Goods::default();
        Vec::load(json)?.into_iter().for_each(|row| goods.add(row));
        Some(goods)
    }
}
