//! What the platform booked for a transaction.

use std::borrow::Cow;

use super::figures::Figures;
use crate::{Amount, Item, Problem, Record, Value};

/// Whose account the rows are of. What rows call your own share is this one's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Role {
    /// The vendor's.
    #[default]
    Vendor,
    /// The affiliate's.
    Affiliate,
    /// A joint-venture partner's, which the service calls `other`.
    Other,
}

impl Role {
    pub(super) const WORDS: [(&'static str, Role); 3] =
        [("vendor", Role::Vendor), ("affiliate", Role::Affiliate), ("other", Role::Other)];
}

/// What a transaction does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Movement {
    /// Money comes in.
    #[default]
    Payment,
    /// Money goes back.
    Refund,
    /// The buyer's bank takes money back.
    Chargeback,
    /// Nothing is moved, as in requests for a refund and in notifications of missed payments.
    None,
}

impl Movement {
    /// `payment`, `refund`, `chargeback` or `none`.
    pub fn as_str(self) -> &'static str {
        match self {
            Movement::Payment => "payment",
            Movement::Refund => "refund",
            Movement::Chargeback => "chargeback",
            Movement::None => "none",
        }
    }
}

/// What a row tells of a transaction: a row of `listTransactions` or `listCommissions`, or a notification.
///
/// Rows of `listTransactions` tell neither the margin nor what partners get, and those of `listCommissions` only what you
/// were credited. What a row does not tell is absent, not zero. Its `amount` is passed over where the row tells what moved:
/// for refunds it stays the price (981 rows seen by a third party, 2026-04). VAT is the amount, never the rate, which was
/// wrong in two payloads. Of the rows of `listCommissions`, the reason `merchant_share` is the vendor's share and any other
/// an affiliate's or a partner's; only that one was seen.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Booked {
    /// Number of the transaction.
    pub transaction_id: Option<String>,
    /// Number of the order.
    pub purchase_id: Option<String>,
    /// What it does: from the event, the transaction type, or the sign of what moved.
    pub movement: Movement,
    /// The currency of the transaction.
    pub currency: Option<String>,
    /// The currency of the order, where the row tells it beside that of the transaction.
    pub order_currency: Option<String>,
    /// The number of the payment: 0 for a single one, 1 for the first of a plan.
    pub pay_sequence_no: Option<u32>,
    /// Shipping in it. Taken as part of the gross price, which is inference.
    pub shipping: Option<Amount>,
    /// The figures.
    pub figures: Figures,
    /// Whether this is one of several rows that are added up, as those of `listCommissions` are.
    pub is_part: bool,
}

impl Booked {
    /// Reads a row of named values.
    ///
    /// # Errors
    /// Figures that are no exact decimals, floating-point numbers among them.
    ///
    /// ```
    /// use digistore24::commission::{Booked, Role};
    /// use digistore24::{Amount, Value};
    ///
    /// let row = Value::from([("transaction_amount", "49.00".into()), ("earned_amount", "41.39".into())]);
    /// let booked = Booked::read(&row, Role::Vendor).unwrap();
    /// assert_eq!(booked.figures.amount_vendor, Some(Amount::cents(4139)));
    /// assert_eq!(booked.figures.amount_affiliate, None);
    /// ```
    pub fn read(row: &Value, role: Role) -> Result<Booked, Vec<Problem>> {
        let Value::Map(fields) = row else {
            return Err(vec![Problem::new("", format!("expected named values, got {}", row.in_words()))]);
        };
        let mut told = Told::default();
        fields.iter().for_each(|(name, value)| told.take(name, Cell::from(value)));
        told.booked(role)
    }

    /// Reads a record of an answer, or a notification.
    ///
    /// # Errors
    /// Figures that are no exact decimals.
    pub fn of(row: &Record, role: Role) -> Result<Booked, Vec<Problem>> {
        let mut told = Told::default();
        row.iter().for_each(|(name, item)| told.take(&name, Cell::from(item)));
        told.booked(role)
    }

    /// What is left of the net amount when all shares that are told are taken off: the margin, provided that nobody else
    /// has a share. The row tells the vendor's and the affiliate's share.
    pub(super) fn left_by_shares(figures: &Figures<i64>) -> Option<i64> {
        let netto = figures.amount_netto.or(figures.amount_brutto?.checked_sub(figures.amount_vat?));
        let shares = [figures.amount_vendor?, figures.amount_affiliate?, figures.amount_partner.unwrap_or_default()];
        shares.into_iter().try_fold(netto?, i64::checked_sub)
    }
}

/// The value of a field, whatever it came in.
enum Cell<'a> {
    Nothing,
    Text(Cow<'a, str>),
    Number(Amount),
    /// Something else, in words.
    Odd(String),
}

impl<'a> From<&'a Value> for Cell<'a> {
    fn from(value: &'a Value) -> Cell<'a> {
        match value {
            Value::Null => Cell::Nothing,
            Value::Text(text) => Cell::Text(Cow::Borrowed(text)),
            Value::Amount(amount) => Cell::Number(*amount),
            Value::Integer(number) => Amount::new(*number, 0).map_or(Cell::Nothing, Cell::Number),
            other => Cell::Odd(match crate::options::exact(other) {
                Err(message) => message,
                Ok(_) => other.in_words(),
            }),
        }
    }
}

impl<'a> From<Item<'a>> for Cell<'a> {
    fn from(item: Item<'a>) -> Cell<'a> {
        match item {
            Item::Null => Cell::Nothing,
            Item::Text(text) => Cell::Text(text),
            Item::Amount(amount) => Cell::Number(amount),
            Item::Integer(number) => Amount::new(number, 0).map_or(Cell::Nothing, Cell::Number),
            _ => Cell::Odd("expected an exact decimal such as \"29.75\"".to_owned()),
        }
    }
}

impl Cell<'_> {
    /// The text, unless it is empty; numbers of orders and transactions may come as numbers.
    fn text(self) -> Option<String> {
        match self {
            Cell::Text(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
            Cell::Number(number) => number.units_at(0).map(|whole| whole.to_string()),
            _ => None,
        }
    }

    fn amount(self) -> Result<Option<Amount>, String> {
        match self {
            Cell::Nothing => Ok(None),
            Cell::Number(amount) => Ok(Some(amount)),
            Cell::Text(text) if text.trim().is_empty() => Ok(None),
            Cell::Text(text) => Amount::parse(text.trim()).map(Some).map_err(|error| error.to_string()),
            Cell::Odd(message) => Err(message),
        }
    }

    fn number(self) -> Option<u32> {
        let number = self.amount().ok().flatten()?.units_at(0)?;
        u32::try_from(number).ok()
    }
}

/// What the fields of a row tell.
#[derive(Default)]
struct Told {
    booked: Booked,
    id: Option<String>,
    transaction_currency: Option<String>,
    event: Option<Movement>,
    kind: Option<Movement>,
    reason: Option<String>,
    is_credit: bool,
    amount: Option<Amount>,
    transaction_amount: Option<Amount>,
    transaction_vat_amount: Option<Amount>,
    vat_amount: Option<Amount>,
    affiliate_amount: Option<Amount>,
    earned_amount: Option<Amount>,
    problems: Vec<Problem>,
}

impl Told {
    fn take(&mut self, name: &str, cell: Cell<'_>) {
        let figures = &mut self.booked.figures;
        let place = match name {
            "transaction_id" => return self.booked.transaction_id = cell.text(),
            "id" => return self.id = cell.text(),
            "purchase_id" | "order_id" => return self.booked.purchase_id = cell.text(),
            "currency" => return self.booked.currency = cell.text(),
            "transaction_currency" => return self.transaction_currency = cell.text(),
            "pay_sequence_no" => return self.booked.pay_sequence_no = cell.number(),
            "event" => return self.event = cell.text().and_then(|word| event(&word)),
            "transaction_type" => return self.kind = cell.text().map(|word| movement(&word)),
            "reason" => {
                self.is_credit = true;
                return self.reason = cell.text();
            }
            "schedule_payout_at" => return self.is_credit = true,
            "amount" => &mut self.amount,
            "transaction_amount" => &mut self.transaction_amount,
            "transaction_vat_amount" => &mut self.transaction_vat_amount,
            "vat_amount" => &mut self.vat_amount,
            "affiliate_amount" => &mut self.affiliate_amount,
            "earned_amount" => &mut self.earned_amount,
            "amount_brutto" => &mut figures.amount_brutto,
            "amount_vat" => &mut figures.amount_vat,
            "amount_netto" => &mut figures.amount_netto,
            "amount_provider" => &mut figures.amount_provider,
            "amount_affiliate" => &mut figures.amount_affiliate,
            "amount_partner" => &mut figures.amount_partner,
            "amount_vendor" => &mut figures.amount_vendor,
            // Further items of a notification have numbers behind their names.
            _ if name.strip_prefix("product_txn_shipping").is_some_and(|rest| rest.is_empty() || numbered(rest)) => {
                match cell.amount() {
                    Ok(Some(more)) => {
                        let sum = self.booked.shipping.unwrap_or_default().checked_add(more);
                        self.booked.shipping = sum.or(self.booked.shipping);
                    }
                    Ok(None) => {}
                    Err(message) => self.problems.push(Problem::new(name, message)),
                }
                return;
            }
            _ => return,
        };
        match cell.amount() {
            Ok(amount) => *place = amount,
            Err(message) => self.problems.push(Problem::new(name, message)),
        }
    }

    fn booked(self, role: Role) -> Result<Booked, Vec<Problem>> {
        let mut booked = self.booked;
        if !self.problems.is_empty() {
            return Err(self.problems);
        }
        let figures = &mut booked.figures;
        let is_notification = figures.amount_brutto.is_some();
        figures.amount_brutto = figures.amount_brutto.or(self.transaction_amount);
        // A notification tells the VAT of the whole order as `vat_amount`.
        let vat = self.vat_amount.filter(|_| !is_notification);
        figures.amount_vat = figures.amount_vat.or(self.transaction_vat_amount).or(vat);
        figures.amount_affiliate = figures.amount_affiliate.or(self.affiliate_amount);
        booked.is_part = self.is_credit && figures.amount_brutto.is_none();
        let own = match booked.is_part {
            true if (self.reason.as_deref().unwrap_or(VENDORS) == VENDORS) == (role == Role::Vendor) => self.amount,
            true => None,
            false => self.earned_amount,
        };
        let place = match role {
            Role::Vendor => &mut figures.amount_vendor,
            Role::Affiliate => &mut figures.amount_affiliate,
            Role::Other => &mut figures.amount_partner,
        };
        *place = place.or(own);
        let is_back = figures.amount_brutto.is_some_and(Amount::is_negative);
        booked.movement = match self.event.or(self.kind).unwrap_or_default() {
            Movement::Payment if is_back => Movement::Refund,
            movement => movement,
        };
        if !booked.is_part {
            booked.transaction_id = booked.transaction_id.or(self.id);
        }
        if self.transaction_currency.is_some() {
            booked.order_currency = std::mem::replace(&mut booked.currency, self.transaction_currency);
        }
        Ok(booked)
    }
}

/// The only `reason` of `listCommissions` that was seen.
const VENDORS: &str = "merchant_share";

fn numbered(rest: &str) -> bool {
    rest.strip_prefix('_').is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

fn movement(word: &str) -> Movement {
    match word {
        "payment" => Movement::Payment,
        "refund" => Movement::Refund,
        "chargeback" => Movement::Chargeback,
        _ => Movement::None,
    }
}

/// What the event of a notification moves; `None` for words that are not known.
fn event(word: &str) -> Option<Movement> {
    let kind = crate::ipn::known_kind(word)?;
    Some(movement(kind.strip_prefix("on_").unwrap_or(kind)))
}
