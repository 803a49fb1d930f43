//! The order that a discount code is held against.

use super::code::{is_currency, product_id};
use super::when::Span;
use crate::lenient;
use crate::options::Options;
use crate::{Amount, Problem, Value, Zone};

/// The margin of the vendor's own application kit (2026), which takes the zone of the service's times for unknown.
pub(super) const ZONE_MARGIN_HOURS: u16 = 6;

/// The most that a payment may be, so that everything computed from it fits.
const MOST: Amount = Amount::cents(1_000_000_000_000);
const MOST_PIECES: u32 = 100_000;

/// What a product is within the order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ProductRole {
    /// The product of the order form.
    #[default]
    Main,
    /// One that is ticked beside it. Whether codes lower its price is not documented.
    Addon,
    /// One that is offered after it. Codes for these follow rules that are not known.
    Upsell,
}

/// The order that a discount code is held against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Context {
    /// What was typed in, if the record may be that of another code.
    pub code: Option<String>,
    /// The number of the product that is bought.
    pub product_id: Option<String>,
    /// What the product is within the order.
    pub product_role: ProductRole,
    /// The moment of the order. Without an offset it is on the service's own clock, as the `current_time` of an answer.
    pub now: Option<String>,
    /// The zone of times without an offset. Not documented, so to be given only where it is known.
    pub zone: Option<Zone>,
    /// Whether `now` and the times in the record come from the same clock, such as one answer of the service. Then its zone
    /// does not matter.
    pub same_clock: bool,
    /// How far the clocks may be apart where nobody knows the zone: 6 hours, as in the vendor's application kit (2026).
    pub zone_margin_hours: u16,
    /// Whether the order is an upgrade.
    pub is_upgrade: bool,
    /// What is to be paid without the code, if the price is asked for.
    pub plan: Option<Plan>,
}

impl Default for Context {
    fn default() -> Context {
        Context {
            code: None,
            product_id: None,
            product_role: ProductRole::Main,
            now: None,
            zone: None,
            same_clock: false,
            zone_margin_hours: ZONE_MARGIN_HOURS,
            is_upgrade: false,
            plan: None,
        }
    }
}

impl Context {
    pub(super) fn check(&self, problems: &mut Vec<Problem>) {
        let mut wrong = |path: &str, message: String| problems.push(Problem::new(path, message));
        if let Some(id) = self.product_id.as_deref().filter(|id| product_id(id).is_none()) {
            wrong("product_id", format!("expected the number of a product, got {}", crate::value::quoted(id)));
        }
        if let Some(now) = &self.now
            && !Span::read(now, Zone::Fixed(0)).is_some_and(Span::is_second)
        {
            let got = crate::value::quoted(now);
            wrong("now", format!("expected a moment such as 2026-10-05T12:00:00+02:00, got {got}"));
        }
        if self.zone == Some(Zone::Unknown) {
            wrong("zone", "is unknown; leave it out".to_owned());
        }
        if let Some(plan) = &self.plan {
            plan.check(problems);
        }
    }

    /// The context among options, beside the record.
    pub(super) fn read(options: &mut Options<'_, '_>) -> Context {
        let text = |options: &mut Options<'_, '_>, name, expected: &str, read: fn(&Value) -> Option<String>| {
            let value = options.value(name)?;
            let read = read(value);
            if read.is_none() {
                options.wrong(name, format!("expected {expected}, got {}", value.in_words()));
            }
            read
        };
        let roles = [("main", ProductRole::Main), ("addon", ProductRole::Addon), ("upsell", ProductRole::Upsell)];
        let code = text(options, "code", "what was typed in", lenient::verbatim);
        let product_id = text(options, "product_id", "the number of a product", lenient::text);
        let product_role = options.word("product_role", &roles).unwrap_or_default();
        let now = text(options, "now", "a moment such as 2026-10-05T12:00:00+02:00", lenient::time);
        let zone = options.text("zone").and_then(|name| {
            let zone = Zone::parse(name);
            if zone.is_none() {
                let got = crate::value::quoted(name);
                options.wrong("zone", format!("expected a zone such as Europe/Berlin, UTC or +02:00, got {got}"));
            }
            zone
        });
        let margin = options.whole("zone_margin_hours", 0, 48);
        let same_clock = options.flag("same_clock").unwrap_or_default();
        let is_upgrade = options.flag("is_upgrade").unwrap_or_default();
        let plan = options.group("plan", |plan| Plan::read(plan));
        let zone_margin_hours = margin.map_or(ZONE_MARGIN_HOURS, |hours| hours as u16);
        Context { code, product_id, product_role, now, zone, same_clock, zone_margin_hours, is_upgrade, plan }
    }
}

/// What is to be paid without the code. The fields have the names that payment plans have on the platform.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The first or only payment, for one piece.
    pub first_amount: Amount,
    /// Each later payment, for one piece. Nothing or 0 makes it a single payment (vendor document).
    pub other_amounts: Option<Amount>,
    /// Three letters.
    pub currency: String,
    /// 0 for a subscription without end, 1 for a single payment, 2 or more for instalments (vendor document). Without it,
    /// there are follow-up payments if `other_amounts` are given.
    pub number_of_installments: Option<u32>,
    /// How many pieces are bought.
    pub quantity: u32,
    /// How much of each payment is shipping, for all pieces together.
    pub shipping: Amount,
    /// Whether VAT is added to the amounts, which is `tax_mode` `exclude` on the platform.
    pub adds_vat: bool,
    /// Whether there is a trial before the first payment.
    pub has_trial: bool,
    /// Whether the amounts are those of an early bird or another staged price.
    pub is_early_bird: bool,
}

impl Plan {
    /// A single payment for one piece.
    pub fn single(amount: Amount, currency: impl Into<String>) -> Plan {
        Plan {
            first_amount: amount,
            other_amounts: None,
            currency: currency.into(),
            number_of_installments: Some(1),
            quantity: 1,
            shipping: Amount::cents(0),
            adds_vat: false,
            has_trial: false,
            is_early_bird: false,
        }
    }

    /// A payment and those that follow it, for one piece: 0 instalments for a subscription without end.
    pub fn several(first: Amount, others: Amount, currency: impl Into<String>, number_of_installments: u32) -> Plan {
        let single = Plan::single(first, currency);
        Plan { other_amounts: Some(others), number_of_installments: Some(number_of_installments), ..single }
    }

    /// What each later payment is, if there is any.
    pub(super) fn follow_up(&self) -> Option<Amount> {
        self.other_amounts.filter(|amount| !amount.is_zero() && self.number_of_installments != Some(1))
    }

    fn check(&self, problems: &mut Vec<Problem>) {
        let mut wrong = |name: &str, message: &str| problems.push(Problem::new(format!("plan.{name}"), message));
        let amounts = [
            ("first_amount", Some(self.first_amount)),
            ("other_amounts", self.other_amounts),
            ("shipping", Some(self.shipping)),
        ];
        for (name, amount) in amounts.iter().filter_map(|(name, amount)| Some((name, (*amount)?))) {
            if amount.is_negative() || amount > MOST {
                wrong(name, "expected an amount from 0 to 10000000000.00");
            } else if amount.decimals() > 2 {
                wrong(name, "has more than two decimals; round it first");
            }
        }
        if !is_currency(&self.currency) {
            wrong("currency", "expected three capital letters such as EUR");
        }
        if !(1..=MOST_PIECES).contains(&self.quantity) {
            wrong("quantity", "expected a whole number from 1 to 100000");
        }
        if self.other_amounts.is_none() && self.number_of_installments.is_some_and(|number| number != 1) {
            wrong("other_amounts", "is missing; what each later payment costs, or 0 for a single payment");
        }
    }

    fn read(options: &mut Options<'_, '_>) -> Option<Plan> {
        options.require("first_amount", "the first or only payment, such as \"49.90\"");
        options.require("currency", "three letters such as EUR");
        let first_amount = options.amount("first_amount");
        let other_amounts = options.amount("other_amounts");
        let currency = options.text("currency");
        let number = options.whole("number_of_installments", 0, u32::MAX.into());
        let quantity = options.whole("quantity", 1, MOST_PIECES.into());
        let shipping = options.amount("shipping");
        let adds_vat = options.word("tax_mode", &[("include", false), ("exclude", true)]).unwrap_or_default();
        let has_trial = options.text("test_interval").is_some_and(|interval| !interval.is_empty());
        let is_early_bird = options.flag("is_early_bird").unwrap_or_default();
        Some(Plan {
            first_amount: first_amount?,
            other_amounts,
            currency: currency?.to_owned(),
            number_of_installments: number.map(|number| number as u32),
            quantity: quantity.unwrap_or(1) as u32,
            shipping: shipping.unwrap_or_else(|| Amount::cents(0)),
            adds_vat,
            has_trial,
            is_early_bird,
        })
    }
}
