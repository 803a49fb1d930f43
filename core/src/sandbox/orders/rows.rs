//! The rows that there are many of: buyers, orders with their items, transactions, events. Amounts are in cents, moments in
//! seconds since 1970.

use std::collections::BTreeMap;

use super::super::kept::{Fields, Kept};
use super::super::store::Account;
use crate::{Amount, Value};

/// The number of the first transaction; they have no gaps.
const FIRST_TRANSACTION: i64 = 90_000_001;

kinds! {
    /// The state of an order's payments.
    BillingStatus {
        Paying = "paying",
        Completed = "completed",
        Aborted = "aborted",
        Unpaid = "unpaid",
        Reminding = "reminding",
    }

    /// Why the payments of an order stopped.
    StopReason {
        ByOperator = "by_operator",
        ByBuyer = "by_buyer",
        ByRefund = "by_refund",
        ByChargeback = "by_chargeback",
        ByPaymentDenial = "by_payment_denial",
        Upgraded = "upgraded",
    }

    /// What a transaction does with money.
    Movement { Payment = "payment", Refund = "refund", Chargeback = "chargeback", }

    /// What happened. The words are those of notifications.
    EventKind {
        Payment = "on_payment",
        Refund = "on_refund",
        Chargeback = "on_chargeback",
        PaymentMissed = "on_payment_missed",
        PaymentDenial = "payment_denial",
        RebillCancelled = "on_rebill_cancelled",
        RebillResumed = "on_rebill_resumed",
        LastPaidDay = "last_paid_day",
        Affiliation = "on_affiliation",
        Eticket = "eticket",
        CustomForm = "custom_form",
        ConnectionTest = "connection_test",
    }
}

kept! {
    /// Somebody who bought something, or for whom an order form link was made.
    struct Buyer {
        id: i64,
        created_at: i64,
        email: String,
        /// What else is known, by the names of the service.
        details: Value,
    }

    /// An order.
    struct Purchase {
        id: String,
        buyer_id: i64,
        created_at: i64,
        /// `regular`, or what else an order came from.
        order_type: String,
        paymentplan_id: String,
        currency: String,
        pay_method: String,
        vat_country: String,
        vat_rate: Amount,
        /// 0 for a subscription without end, 1 for a single payment, 2 or more for installments.
        number_of_installments: i64,
        first_billing_interval: String,
        other_billing_intervals: String,
        items: Vec<Item>,
        /// The numbers of its transactions.
        transactions: Vec<i64>,
        /// Who gets commission of it.
        affiliate: Option<Deal>,
        voucher_code: String,
        /// Where the buyer came from, by the names of the service: `custom`, `campaignkey`, `trackingkey` and so on.
        tracking: Value,
        /// The order that this one takes the place of.
        upgraded_from: Option<String>,
        /// How it does so: `upgrade`, `downgrade`, `special_offer`, `package_change`; empty if it does not.
        upgrade_type: String,
        /// Whether it was bought with a way to pay that can be charged again, whatever its plan.
        force_rebilling: bool,
        /// What is billed with the next payment beside its amount, in cents.
        balance: i64,

        billing_status: BillingStatus,
        stop_reason: Option<StopReason>,
        stopped_at: Option<i64>,
        /// How many payments were made.
        payments: i64,
        /// Where the due dates are counted from, and how many payments had been made by then.
        counted_from: i64,
        counted_payments: i64,
        /// When the next attempt to collect a payment is due.
        next_payment_at: Option<i64>,
        /// How many attempts to collect it have failed.
        attempts: i64,
        /// How many more attempts are going to fail.
        failing: i64,
        /// Whether a payment that was due has not come yet.
        is_missed: bool,
        /// Whether somebody stopped the payments since the last one, even if they were resumed.
        is_cancelled: bool,
        /// Until when it is paid; nothing where that has no end.
        paid_until: Option<i64>,
        /// When its end is going to be told.
        last_paid_day_at: Option<i64>,
    }

    /// A line of an order.
    struct Item {
        id: i64,
        product_id: String,
        quantity: i64,
        /// The first or only payment, all pieces, tax included.
        first_amount: i64,
        /// Each follow-up payment.
        other_amounts: i64,
    }

    /// What was agreed with an affiliate when the order was placed.
    struct Deal {
        affiliate_name: String,
        rate: Amount,
        fixed: Amount,
        first_payment_only: bool,
        /// Percent of the commission for who recruited the affiliate.
        referral_rate: Option<Amount>,
    }

    /// Money that moved: one payment for one item, or one that went back.
    struct Transaction {
        id: i64,
        /// Where the order stands in the list of all.
        purchase: i64,
        /// Where the item stands in the order.
        item: i64,
        transaction_type: Movement,
        created_at: i64,
        /// 0 for a single payment, else 1, 2, ...
        pay_sequence_no: i64,
        /// The payment that goes back.
        parent: Option<i64>,
        /// Below zero where money goes back; so are all that follow.
        amount: i64,
        vat_amount: i64,
        provider_amount: i64,
        affiliate_amount: i64,
        /// What the one gets who recruited the affiliate.
        referral_amount: i64,
        /// What the vendor has of it.
        earned_amount: i64,
        /// How much of a payment went back, above zero.
        refunded: i64,
    }

    /// The tracking of an order before it was changed.
    struct FormerTracking {
        purchase: i64,
        tracking: Value,
    }

    /// Something that happened, as notifications tell it: with the state of the order at that moment.
    struct Event {
        kind: EventKind,
        at: i64,
        /// Where the order stands in the list of all, and the item in the order.
        purchase: Option<i64>,
        item: i64,
        transaction: Option<i64>,
        pay_sequence_no: i64,
        billing_status: Option<BillingStatus>,
        stop_reason: Option<StopReason>,
        stopped_at: Option<i64>,
        next_payment_at: Option<i64>,
        /// How often products, buyers and the tracking of orders had been changed: they are told as they were.
        products_age: i64,
        buyers_age: i64,
        tracking_age: i64,
        /// Parameters of its own, for events that are not about an order's payments.
        more: Value,
    }
}

impl Purchase {
    /// Whether payments recur.
    pub(in crate::sandbox) fn is_recurring(&self) -> bool {
        self.number_of_installments != 1
    }

    /// Whether payments go on, or may.
    pub(in crate::sandbox) fn is_active(&self) -> bool {
        !matches!(self.billing_status, BillingStatus::Aborted | BillingStatus::Completed)
    }

    /// Whether all is paid that was due.
    pub(in crate::sandbox) fn is_paid(&self) -> bool {
        matches!(self.billing_status, BillingStatus::Paying | BillingStatus::Completed)
    }

    /// Whether a payment was declined that the buyer may still make.
    pub(in crate::sandbox) fn is_open(&self) -> bool {
        matches!(self.billing_status, BillingStatus::Unpaid | BillingStatus::Reminding)
    }

    /// Whether what it was paid with can be charged again.
    pub(in crate::sandbox) fn can_be_charged(&self) -> bool {
        self.is_recurring() || self.force_rebilling
    }

    pub(in crate::sandbox) fn billing_type(&self) -> &'static str {
        match self.number_of_installments {
            0 => "subscription",
            1 => "single_payment",
            _ => "installment",
        }
    }

    /// Whether an item is paid again. One that was added for a single payment is not.
    pub(in crate::sandbox) fn recurs(&self, item: &Item) -> bool {
        self.is_recurring() && (item.other_amounts != 0 || self.other_amounts() == 0)
    }

    /// The first or only payment, all items together.
    pub(in crate::sandbox) fn first_amount(&self) -> i64 {
        self.items.iter().map(|item| item.first_amount).sum()
    }

    /// Each follow-up payment, all items together.
    pub(in crate::sandbox) fn other_amounts(&self) -> i64 {
        self.items.iter().map(|item| item.other_amounts).sum()
    }

    pub(in crate::sandbox) fn is_test(&self) -> bool {
        self.pay_method == "test"
    }
}

/// Buyers, by number and by e-mail address.
#[derive(Clone, Debug, Default)]
pub(in crate::sandbox) struct Buyers {
    rows: Vec<Buyer>,
    /// What buyers were before they were changed.
    former: Vec<Buyer>,
    changes: u64,
    by_id: BTreeMap<i64, usize>,
    by_email: BTreeMap<String, usize>,
}

impl Buyers {
    pub(in crate::sandbox) fn add(&mut self, buyer: Buyer) {
        let at = self.rows.len();
        self.by_id.insert(buyer.id, at);
        self.by_email.entry(buyer.email.to_lowercase()).or_insert(at);
        self.changes += 1;
        self.rows.push(buyer);
    }

    /// A number nobody has.
    pub(in crate::sandbox) fn number(&self) -> i64 {
        self.by_id.last_key_value().map_or(31_415_931, |(last, _)| (last + 1).max(31_415_931))
    }

    pub(in crate::sandbox) fn rows(&self) -> &[Buyer] {
        &self.rows
    }

    pub(in crate::sandbox) fn find(&self, id: i64) -> Option<&Buyer> {
        self.rows.get(*self.by_id.get(&id)?)
    }

    pub(in crate::sandbox) fn of_email(&self, email: &str) -> Option<&Buyer> {
        self.rows.get(*self.by_email.get(&email.to_lowercase())?)
    }

    /// The buyer of a number or an e-mail address.
    pub(in crate::sandbox) fn named(&self, name: &str) -> Option<&Buyer> {
        if name.contains('@') { self.of_email(name) } else { self.find(name.parse().ok()?) }
    }

    /// Changes a buyer, and finds the new address from then on.
    pub(in crate::sandbox) fn change<T>(&mut self, id: i64, change: impl FnOnce(&mut Buyer) -> T) -> Option<T> {
        let at = *self.by_id.get(&id)?;
        self.changes += 1;
        let buyer = self.rows.get_mut(at)?;
        self.former.push(buyer.clone());
        let before = buyer.email.to_lowercase();
        let changed = change(buyer);
        let after = buyer.email.to_lowercase();
        if after != before {
            if self.by_email.get(&before) == Some(&at) {
                self.by_email.remove(&before);
            }
            self.by_email.entry(after).or_insert(at);
        }
        Some(changed)
    }

    /// How often a buyer was changed.
    pub(in crate::sandbox) fn age(&self) -> i64 {
        index(self.former.len())
    }

    /// The buyer of a number as it was at that age.
    pub(in crate::sandbox) fn find_at(&self, age: i64, id: i64) -> Option<&Buyer> {
        let since = usize::try_from(age).ok().and_then(|age| self.former.get(age..)).unwrap_or_default();
        since.iter().find(|buyer| buyer.id == id).or_else(|| self.find(id))
    }
}

impl Kept for Buyers {
    fn save(&self, out: &mut String) {
        out.push_str("{\"rows\":");
        self.rows.save(out);
        out.push_str(",\"former\":");
        self.former.save(out);
        out.push('}');
    }

    fn load(json: &str) -> Option<Buyers> {
        let fields = Fields::of(json)?;
        let mut buyers = Buyers { former: fields.load("former")?, ..Buyers::default() };
        let rows: Vec<Buyer> = fields.load("rows")?;
        rows.into_iter().for_each(|buyer| buyers.add(buyer));
        Some(buyers)
    }
}

/// Orders, by where they stand in the list and by order id.
#[derive(Clone, Debug, Default)]
pub(in crate::sandbox) struct Purchases {
    rows: Vec<Purchase>,
    /// Where buyers came from before that was changed.
    former: Vec<FormerTracking>,
    by_id: BTreeMap<String, i64>,
    by_buyer: BTreeMap<i64, Vec<i64>>,
    changes: u64,
}

impl Purchases {
    /// Adds an order, and tells where it stands.
    pub(in crate::sandbox) fn add(&mut self, purchase: Purchase) -> i64 {
        let at = index(self.rows.len());
        self.by_id.insert(purchase.id.clone(), at);
        self.by_buyer.entry(purchase.buyer_id).or_default().push(at);
        self.changes += 1;
        self.rows.push(purchase);
        at
    }

    /// The orders of a buyer, in the order in which they were placed.
    pub(in crate::sandbox) fn of_buyer(&self, buyer_id: i64) -> impl DoubleEndedIterator<Item = &Purchase> {
        self.by_buyer.get(&buyer_id).into_iter().flatten().filter_map(|at| self.get(*at))
    }

    pub(in crate::sandbox) fn rows(&self) -> &[Purchase] {
        &self.rows
    }

    pub(in crate::sandbox) fn position(&self, id: &str) -> Option<i64> {
        self.by_id.get(id).copied()
    }

    pub(in crate::sandbox) fn find(&self, id: &str) -> Option<&Purchase> {
        self.get(self.position(id)?)
    }

    pub(in crate::sandbox) fn get(&self, at: i64) -> Option<&Purchase> {
        self.rows.get(usize::try_from(at).ok()?)
    }

    pub(in crate::sandbox) fn get_mut(&mut self, at: i64) -> Option<&mut Purchase> {
        self.changes += 1;
        self.rows.get_mut(usize::try_from(at).ok()?)
    }

    /// Changes where the buyer of an order came from. False where it says that already.
    pub(in crate::sandbox) fn track(&mut self, at: i64, name: &str, text: &str) -> bool {
        let Some(purchase) = self.get_mut(at).filter(|purchase| purchase.tracking.text(name) != text) else {
            return false;
        };
        let tracking = purchase.tracking.clone();
        purchase.tracking.set(name, text);
        self.former.push(FormerTracking { purchase: at, tracking });
        true
    }

    /// How often the tracking of an order was changed.
    pub(in crate::sandbox) fn tracking_age(&self) -> i64 {
        index(self.former.len())
    }

    /// Where the buyer of an order came from as it stood at that age.
    pub(in crate::sandbox) fn tracking_at(&self, age: i64, at: i64) -> Option<&Value> {
        let since = usize::try_from(age).ok().and_then(|age| self.former.get(age..)).unwrap_or_default();
        let former = since.iter().find(|former| former.purchase == at).map(|former| &former.tracking);
        former.or_else(|| Some(&self.get(at)?.tracking))
    }
}

impl Kept for Purchases {
    fn save(&self, out: &mut String) {
        out.push_str("{\"rows\":");
        self.rows.save(out);
        out.push_str(",\"former\":");
        self.former.save(out);
        out.push('}');
    }

    fn load(json: &str) -> Option<Purchases> {
        let fields = Fields::of(json)?;
        let mut purchases = Purchases { former: fields.load("former")?, ..Purchases::default() };
        let rows: Vec<Purchase> = fields.load("rows")?;
        for purchase in rows {
            purchases.add(purchase);
        }
        Some(purchases)
    }
}

/// Transactions, by number.
#[derive(Clone, Debug, Default)]
pub(in crate::sandbox) struct Transactions {
    rows: Vec<Transaction>,
    changes: u64,
}

impl Transactions {
    /// Adds one, and tells its number.
    pub(in crate::sandbox) fn add(&mut self, transaction: Transaction) -> i64 {
        let id = FIRST_TRANSACTION + index(self.rows.len());
        self.changes += 1;
        self.rows.push(Transaction { id, ..transaction });
        id
    }

    pub(in crate::sandbox) fn rows(&self) -> &[Transaction] {
        &self.rows
    }

    pub(in crate::sandbox) fn find(&self, id: i64) -> Option<&Transaction> {
        self.rows.get(place(id)?)
    }

    pub(in crate::sandbox) fn change(&mut self, id: i64) -> Option<&mut Transaction> {
        self.changes += 1;
        self.rows.get_mut(place(id)?)
    }

    /// The transactions of an order, in order.
    pub(in crate::sandbox) fn of<'t>(
        &'t self,
        purchase: &'t Purchase,
    ) -> impl DoubleEndedIterator<Item = &'t Transaction> {
        purchase.transactions.iter().filter_map(|id| self.find(*id))
    }
}

impl Kept for Transactions {
    fn save(&self, out: &mut String) {
        self.rows.save(out);
    }

    fn load(json: &str) -> Option<Transactions> {
        Some(Transactions { rows: Vec::load(json)?, changes: 0 })
    }
}

/// How often buyers, orders and transactions have changed: as long as it stays the same, so do they.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::sandbox) struct Stamp([u64; 3]);

impl Stamp {
    pub(in crate::sandbox) fn of(account: &Account) -> Stamp {
        Stamp([account.buyers.changes, account.purchases.changes, account.transactions.changes])
    }
}

/// Where the transaction of that number stands. The number may be anybody's.
fn place(id: i64) -> Option<usize> {
    usize::try_from(id.checked_sub(FIRST_TRANSACTION)?).ok()
}

/// Where something stands that is added now.
pub(in crate::sandbox) fn index(len: usize) -> i64 {
    i64::try_from(len).unwrap_or(i64::MAX)
}
