//! What an order costs and who gets commission of it: payment plans, discounts, deals with affiliates.

use super::super::rules::affiliates;
use super::super::store::Account;
use super::money::in_cents;
use super::rows::Deal;
use crate::voucher::{Context, DiscountCode, Plan, Verdict, check};
use crate::{Amount, Problem, Value, Zone};

/// The most that a line of an order may cost, in cents.
const MOST_CENTS: i64 = 100_000_000_000;

/// When what is paid, for one piece, tax included.
#[derive(Clone, Debug)]
pub(in crate::sandbox) struct Terms {
    pub(in crate::sandbox) paymentplan_id: String,
    pub(in crate::sandbox) currency: String,
    pub(in crate::sandbox) first_amount: i64,
    pub(in crate::sandbox) other_amounts: i64,
    pub(in crate::sandbox) number_of_installments: i64,
    pub(in crate::sandbox) first_billing_interval: String,
    pub(in crate::sandbox) other_billing_intervals: String,
}

impl Terms {
    /// The terms of a payment plan.
    pub(in crate::sandbox) fn of(plan: &Value) -> Terms {
        let other_amounts = cents(plan.text("other_amounts"));
        let installments = plan.text("number_of_installments").parse().unwrap_or(1);
        Terms {
            paymentplan_id: plan.text("id").to_owned(),
            currency: plan.text("currency").to_owned(),
            first_amount: cents(plan.text("first_amount")),
            other_amounts,
            // Nothing that follows makes it a single payment (vendor document).
            number_of_installments: if other_amounts == 0 { 1 } else { installments },
            first_billing_interval: plan.text("first_billing_interval").to_owned(),
            other_billing_intervals: plan.text("other_billing_intervals").to_owned(),
        }
    }

    /// With what an order form link or a call says otherwise.
    pub(in crate::sandbox) fn with(mut self, said: &Value) -> Terms {
        let given = |name: &str| said.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
        let (first, others) = (given("first_amount"), given("other_amounts"));
        if first.is_some() || others.is_some() {
            self.first_amount = first.map_or(self.first_amount, cents);
            self.other_amounts = others.map_or(0, cents);
            // The documented default: prices without a number are paid once.
            self.number_of_installments = 1;
        }
        if let Some(count) = given("number_of_installments").and_then(|count| count.parse().ok()) {
            self.number_of_installments = count;
        }
        if let Some(currency) = given("currency") {
            self.currency = currency.to_owned();
        }
        if let Some(interval) = given("first_billing_interval") {
            self.first_billing_interval = interval.to_owned();
        }
        if let Some(interval) = given("other_billing_intervals").or(given("first_billing_interval")) {
            self.other_billing_intervals = interval.to_owned();
        }
        if self.other_amounts == 0 {
            self.number_of_installments = 1;
        }
        self
    }
}

/// `59.50` in cents.
pub(in crate::sandbox) fn cents(text: &str) -> i64 {
    Amount::parse(text).map(in_cents).unwrap_or_default()
}

impl Account {
    /// The terms of a payment plan of a product, the first one that is for sale where none is named.
    pub(in crate::sandbox) fn terms_of(
        &self,
        product: &str,
        plan: &str,
        path: &str,
        problems: &mut Vec<Problem>,
    ) -> Option<Terms> {
        let is_sold = |row: &&Value| row.text("is_deleted") != "Y" && row.text("is_active") != "N";
        if self.products.find("id", product).filter(is_sold).is_none() {
            let message = format!("there is no product {} for sale", crate::value::quoted(product));
            problems.push(Problem::new(path, message));
            return None;
        }
        let found = self.plans.with("product_id", product).find(|row| match plan {
            "" => row.text("is_active") == "Y",
            plan => row.text("id") == plan,
        });
        if found.is_none() {
            let message = format!("product {product} has no such payment plan; `createPaymentplan` makes one");
            problems.push(Problem::new(if plan.is_empty() { path } else { "paymentplan_id" }, message));
        }
        found.map(Terms::of)
    }

    /// What is taken off: by a discount code, or by the settings of a link, which need none.
    pub(in crate::sandbox) fn discount(
        &self,
        voucher: &str,
        settings: &Value,
        problems: &mut Vec<Problem>,
    ) -> Option<DiscountCode> {
        if !voucher.is_empty() {
            let found = self.vouchers.find("code", voucher);
            if found.is_none() {
                problems.push(Problem::new("voucher_code", "there is no such discount code"));
            }
            return DiscountCode::read(found?).ok();
        }
        let names = [
            ("voucher_1st_rate", "first_rate"),
            ("voucher_oth_rates", "other_rates"),
            ("voucher_1st_amount", "first_amount"),
            ("voucher_oth_amounts", "other_amounts"),
        ];
        let given = names.into_iter().filter(|(name, _)| !settings.text(name).is_empty());
        let given: Vec<_> = given.map(|(name, own)| (own.to_owned(), Value::from(settings.text(name)))).collect();
        let none = given.is_empty();
        (!none).then(|| DiscountCode::read(&Value::Map(given).with("product_ids", "all"))).and_then(Result::ok)
    }

    /// A line with its prices for all pieces, less what is taken off. Add-ons are paid in full, as nothing is documented.
    pub(in crate::sandbox) fn priced(
        &self,
        terms: &Terms,
        product: &str,
        quantity: u32,
        code: Option<&DiscountCode>,
        problems: &mut Vec<Problem>,
    ) -> (String, i64, i64, i64) {
        let pieces = i64::from(quantity);
        let mut all_pieces = |cents: i64| {
            let all = cents.checked_mul(pieces).filter(|all| (0..=MOST_CENTS).contains(all));
            all.unwrap_or_else(|| {
                problems.push(Problem::new("quantity", format!("{pieces} pieces of product {product} cost too much")));
                0
            })
        };
        let (first, other) = (all_pieces(terms.first_amount), all_pieces(terms.other_amounts));
        let mut line = (product.to_owned(), pieces, first, other);
        let Some(code) = code else { return line };
        let context = Context {
            product_id: Some(product.to_owned()),
            now: Some(self.clock.now()),
            zone: Some(Zone::Berlin),
            same_clock: true,
            plan: Some(Plan {
                number_of_installments: u32::try_from(terms.number_of_installments).ok(),
                other_amounts: Some(Amount::cents(terms.other_amounts)),
                quantity,
                ..Plan::single(Amount::cents(terms.first_amount), terms.currency.as_str())
            }),
            ..Context::default()
        };
        match check(code, &context) {
            Ok(check) if check.verdict != Verdict::DoesNotApply => {
                // Where the service may round or count in several ways, the first is taken.
                let paid = |figure: &crate::voucher::Figure| figure.candidates.first().map(|amount| in_cents(*amount));
                let prices = check.prices.as_ref();
                line.2 = prices.and_then(|prices| paid(&prices.first)).unwrap_or(line.2);
                line.3 = prices.and_then(|prices| paid(prices.others.as_ref()?)).unwrap_or(line.3);
            }
            Ok(check) => {
                let why = check.reasons.first().map(|finding| finding.reason.sentence()).unwrap_or_default();
                problems.push(Problem::new("voucher_code", format!("the discount code does not apply: {why}")));
            }
            Err(wrong) => problems.extend(wrong),
        }
        line
    }

    pub(in crate::sandbox) fn use_up(&mut self, voucher: &str) {
        if let Some(row) = self.vouchers.change("code", voucher).filter(|row| row.text("is_count_limited") == "Y") {
            let left: i64 = row.text("count_left").parse().unwrap_or_default();
            row.set("count_left", left.saturating_sub(1).max(0).to_string());
        }
    }

    /// What an affiliate gets of a product. Somebody who may not promote it gets nothing.
    pub(in crate::sandbox) fn deal(&self, affiliate: &str, product: &str, problems: &mut Vec<Problem>) -> Option<Deal> {
        if affiliate.is_empty() {
            return None;
        }
        let Some(terms) = affiliates::terms(self, affiliate, product) else {
            let message = format!("there is no affiliate {}", crate::value::quoted(affiliate));
            problems.push(Problem::new("affiliate", message));
            return None;
        };
        terms.approved.then(|| Deal {
            affiliate_name: affiliate.to_owned(),
            rate: terms.rate,
            fixed: terms.fixed,
            first_payment_only: terms.first_payment_only,
            referral_rate: affiliates::referral_rate(self, affiliate),
        })
    }
}

impl Deal {
    /// With what the settings of an order form link say otherwise.
    pub(super) fn with(mut self, settings: &Value) -> Deal {
        let given = |name: &str| Amount::parse(settings.text(name)).ok();
        let (rate, fixed) = (given("affiliate_commission_rate"), given("affiliate_commission_fix"));
        if rate.is_some() || fixed.is_some() {
            (self.rate, self.fixed) = (rate.unwrap_or_default(), fixed.unwrap_or_default());
        }
        self
    }
}
