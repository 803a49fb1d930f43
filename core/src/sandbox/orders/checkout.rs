//! The checkout: what a buyer orders, checked as an order form would, and the order that comes of it.

use super::super::clock::wall;
use super::super::rules::affiliates;
use super::super::store::Account;
use super::super::tables::{COUNTRIES, PAY_METHODS};
use super::money::{in_cents, vat_of};
use super::rows::{BillingStatus, Buyer, Deal, Item, Purchase};
use crate::lenient;
use crate::options::{Options, read_all};
use crate::voucher::{Context, DiscountCode, Plan, Verdict, check};
use crate::{Amount, Problem, Value, Zone};

/// An order as a buyer places it. Only the product and the e-mail address have to be told.
///
/// ```
/// use digistore24::sandbox::{Checkout, Sandbox};
///
/// let mut sandbox = Sandbox::new();
/// let order = Checkout { affiliate: "bea".into(), ..Checkout::new("515151", "mia@example.com") };
/// let bought = sandbox.buy(&order).unwrap();
/// assert_eq!(bought.amount.to_string(), "59.50");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checkout {
    /// The number of the product.
    pub product_id: String,
    /// The e-mail address of the buyer. Who bought before is known by it.
    pub email: String,
    /// Given name.
    pub first_name: String,
    /// Family name.
    pub last_name: String,
    /// Two-letter country, whose tax applies; `DE` where nothing is said and the buyer is new.
    pub country: String,
    /// How many pieces; 0 counts as 1.
    pub quantity: u32,
    /// The number of the payment plan; the first one that is for sale where nothing is said.
    pub paymentplan_id: String,
    /// `paypal`, `creditcard` and so on; `test` for a test order. `paypal` where nothing is said.
    pub pay_method: String,
    /// Discount code.
    pub voucher_code: String,
    /// Digistore24 name of the affiliate.
    pub affiliate: String,
    /// Campaign key of the affiliate.
    pub campaignkey: String,
    /// Tracking key of the vendor.
    pub trackingkey: String,
    /// Click id of the affiliate network.
    pub click_id: String,
    /// Your own reference, which notifications return.
    pub custom: String,
    /// Products that are ticked beside it, with how many pieces.
    pub addons: Vec<(String, u32)>,
    /// The number of the order form link that it is bought through. What the link says counts before all this.
    pub buy_url: String,
}

/// What came of an order.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Bought {
    /// Order id.
    pub purchase_id: String,
    /// The number of the buyer.
    pub buyer_id: String,
    /// The numbers of the transactions, one for each item.
    pub transaction_ids: Vec<String>,
    /// What was paid now.
    pub amount: Amount,
    /// Three letters.
    pub currency: String,
}

/// `{ purchase_id, buyer_id, transaction_ids, amount, currency }`
impl From<&Bought> for Value {
    fn from(bought: &Bought) -> Value {
        let ids: Vec<Value> = bought.transaction_ids.iter().map(|id| Value::from(id.as_str())).collect();
        record! {
            purchase_id: bought.purchase_id.as_str(), buyer_id: bought.buyer_id.as_str(), transaction_ids: ids,
            amount: bought.amount, currency: bought.currency.as_str(),
        }
    }
}

impl Checkout {
    /// One piece of a product for somebody.
    pub fn new(product_id: impl Into<String>, email: impl Into<String>) -> Checkout {
        Checkout { product_id: product_id.into(), email: email.into(), ..Checkout::default() }
    }

    /// From options with the names of the fields; `addons` is a list of `{ product_id, quantity }`.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub fn read(options: &Value) -> Result<Checkout, Vec<Problem>> {
        read_all(options, |options| {
            if !options.given("buy_url") {
                options.require("product_id", "the number of a product");
            }
            let mut checkout = Checkout::default();
            for (name, field) in [
                ("product_id", &mut checkout.product_id),
                ("email", &mut checkout.email),
                ("first_name", &mut checkout.first_name),
                ("last_name", &mut checkout.last_name),
                ("country", &mut checkout.country),
                ("paymentplan_id", &mut checkout.paymentplan_id),
                ("pay_method", &mut checkout.pay_method),
                ("voucher_code", &mut checkout.voucher_code),
                ("affiliate", &mut checkout.affiliate),
                ("campaignkey", &mut checkout.campaignkey),
                ("trackingkey", &mut checkout.trackingkey),
                ("click_id", &mut checkout.click_id),
                ("custom", &mut checkout.custom),
                ("buy_url", &mut checkout.buy_url),
            ] {
                *field = verbatim(options, name).unwrap_or_default();
            }
            checkout.quantity = quantity(options);
            checkout.addons = options.each("addons", |addon| {
                addon.require("product_id", "the number of a product");
                (verbatim(addon, "product_id").unwrap_or_default(), quantity(addon))
            });
            Some(checkout)
        })
    }
}

/// A text, or a number as one.
pub(in crate::sandbox) fn verbatim(options: &mut Options<'_, '_>, name: &'static str) -> Option<String> {
    let value = options.value(name)?;
    let read = lenient::verbatim(value);
    if read.is_none() {
        options.wrong(name, format!("expected a text, got {}", value.in_words()));
    }
    read
}

fn quantity(options: &mut Options<'_, '_>) -> u32 {
    options.whole("quantity", 1, 10_000).and_then(|count| u32::try_from(count).ok()).unwrap_or(1)
}

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

/// An order that nothing is wrong with.
pub(in crate::sandbox) struct NewOrder {
    pub(in crate::sandbox) buyer_id: i64,
    pub(in crate::sandbox) terms: Terms,
    /// Product, pieces, first and other payments for all pieces.
    pub(in crate::sandbox) lines: Vec<(String, i64, i64, i64)>,
    pub(in crate::sandbox) pay_method: String,
    pub(in crate::sandbox) affiliate: Option<Deal>,
    pub(in crate::sandbox) voucher_code: String,
    pub(in crate::sandbox) tracking: Value,
    pub(in crate::sandbox) order_type: &'static str,
    pub(in crate::sandbox) upgraded_from: Option<String>,
    /// How many attempts to collect its payments are going to fail.
    pub(in crate::sandbox) failing: i64,
}

impl Account {
    /// Places an order as a checkout does, and collects the first payment.
    pub(in crate::sandbox) fn buy(&mut self, checkout: &Checkout) -> Result<Bought, Vec<Problem>> {
        let mut problems = Vec::new();
        let order = self.order_of(checkout, &mut problems).filter(|_| problems.is_empty()).ok_or(problems)?;
        self.use_up(&order.voucher_code);
        let at = self.place(order);
        self.collect(at);
        self.fulfil(at);
        Ok(self.bought(at))
    }

    /// What came of the order that stands there.
    pub(in crate::sandbox) fn bought(&self, at: i64) -> Bought {
        let Some(purchase) = self.purchases.get(at) else { return Bought::nothing() };
        let amount = self.transactions.of(purchase).map(|row| row.amount).sum();
        Bought {
            purchase_id: purchase.id.clone(),
            buyer_id: purchase.buyer_id.to_string(),
            transaction_ids: purchase.transactions.iter().map(i64::to_string).collect(),
            amount: Amount::cents(amount),
            currency: purchase.currency.clone(),
        }
    }

    fn order_of(&mut self, checkout: &Checkout, problems: &mut Vec<Problem>) -> Option<NewOrder> {
        let link = self.link_of(checkout, problems);
        let said = |group: &str, name: &str, own: &str| match link.get(group).map(|group| group.text(name)) {
            Some(said) if !said.is_empty() => said.to_owned(),
            _ => own.to_owned(),
        };
        let product_id = match link.text("product_id") {
            "" => checkout.product_id.clone(),
            id => id.to_owned(),
        };
        let plan = said("payment_plan", "template", &checkout.paymentplan_id);
        let terms = self.terms_of(&product_id, &plan, "product_id", problems);
        let terms = terms.map(|terms| terms.with(link.get("payment_plan").unwrap_or(&Value::Null)));
        let email = said("buyer", "email", &checkout.email);
        if !email.contains('@') {
            problems.push(Problem::new("email", "expected the e-mail address of the buyer"));
        }
        let country = said("buyer", "country", &checkout.country);
        if !country.is_empty() && !COUNTRIES.iter().any(|(code, ..)| *code == country) {
            problems.push(Problem::new(
                "country",
                format!("the sandbox has no country {}", crate::value::quoted(&country)),
            ));
        }
        let pay_method = if checkout.pay_method.is_empty() { "paypal" } else { &checkout.pay_method };
        if !PAY_METHODS.contains(&pay_method) {
            let message =
                format!("expected one of {}, got {}", PAY_METHODS.join(", "), crate::value::quoted(pay_method));
            problems.push(Problem::new("pay_method", message));
        }
        let affiliate = self.affiliate_of(&said("tracking", "affiliate", &checkout.affiliate), &email);
        let settings = link.get("settings").unwrap_or(&Value::Null);
        let affiliate = self.deal(&affiliate, &product_id, problems).map(|deal| deal.with(settings));
        let voucher = said("settings", "voucher_code", &checkout.voucher_code);
        let quantity = checkout.quantity.max(1);
        let code = self.discount(&voucher, settings, problems);
        let main = terms.as_ref().map(|terms| self.priced(terms, &product_id, quantity, code.as_ref(), problems));
        let mut lines = vec![main.unwrap_or_default()];
        for (at, (id, quantity)) in checkout.addons.iter().enumerate() {
            let path = format!("addons[{at}].product_id");
            if let Some(terms) = self.terms_of(id, "", &path, problems) {
                lines.push(self.priced(&terms, id, (*quantity).max(1), None, problems));
            }
        }
        let terms = terms.filter(|_| problems.is_empty())?;
        let mut tracking = link.get("tracking").cloned().unwrap_or(Value::Map(Vec::new())).without("affiliate");
        for (name, own) in [
            ("custom", &checkout.custom),
            ("campaignkey", &checkout.campaignkey),
            ("trackingkey", &checkout.trackingkey),
            ("click_id", &checkout.click_id),
        ] {
            if tracking.text(name).is_empty() && !own.is_empty() {
                tracking.set(name, own.as_str());
            }
        }
        let upgraded = link.get("payment_plan").map(|plan| plan.text("upgrade_order_id")).filter(|id| !id.is_empty());
        let upgraded_from = upgraded.map(str::to_owned);
        Some(NewOrder {
            buyer_id: self.buyer_of(&email, checkout, &country),
            terms,
            lines,
            pay_method: pay_method.to_owned(),
            affiliate,
            voucher_code: voucher,
            tracking,
            order_type: if upgraded_from.is_some() { "upgrade" } else { "regular" },
            upgraded_from,
            failing: 0,
        })
    }

    /// What was asked for when the link was made; nothing where it is bought without one.
    fn link_of(&self, checkout: &Checkout, problems: &mut Vec<Problem>) -> Value {
        if checkout.buy_url.is_empty() {
            return Value::Null;
        }
        let Some(link) = self.buy_urls.find("id", &checkout.buy_url) else {
            problems
                .push(Problem::new("buy_url", "there is no order form link of that number; it may have been deleted"));
            return Value::Null;
        };
        let until = link.text("valid_until");
        if !until.is_empty() && until < self.clock.now().as_str() {
            problems.push(Problem::new("buy_url", format!("the link was valid until {until}; make a new one")));
        }
        link.get(".request").cloned().unwrap_or_default().with("product_id", link.text("product_id"))
    }

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
    fn discount(&self, voucher: &str, settings: &Value, problems: &mut Vec<Problem>) -> Option<DiscountCode> {
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
    fn priced(
        &self,
        terms: &Terms,
        product: &str,
        quantity: u32,
        code: Option<&DiscountCode>,
        problems: &mut Vec<Problem>,
    ) -> (String, i64, i64, i64) {
        let pieces = i64::from(quantity);
        let mut line = (product.to_owned(), pieces, terms.first_amount * pieces, terms.other_amounts * pieces);
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

    fn use_up(&mut self, voucher: &str) {
        if let Some(row) = self.vouchers.change("code", voucher).filter(|row| row.text("is_count_limited") == "Y") {
            let left: i64 = row.text("count_left").parse().unwrap_or_default();
            row.set("count_left", (left - 1).max(0).to_string());
        }
    }

    /// The affiliate of an order: the one of the link, else the one that is bound to the e-mail address.
    fn affiliate_of(&self, given: &str, email: &str) -> String {
        let bound = || self.bound_affiliates.find("email", email).map(|row| row.text("affiliate_name"));
        if given.is_empty() { bound().unwrap_or_default().to_owned() } else { given.to_owned() }
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

    /// The number of the buyer with that address; whoever is new is remembered.
    fn buyer_of(&mut self, email: &str, checkout: &Checkout, country: &str) -> i64 {
        if let Some(known) = self.buyers.of_email(email) {
            return known.id;
        }
        let id = self.buyers.number();
        let mut details = record! { first_name: checkout.first_name.as_str(), last_name: checkout.last_name.as_str() };
        details.set("country", if country.is_empty() { "DE" } else { country });
        self.buyers.add(Buyer { id, created_at: self.clock.unix(), email: email.to_owned(), details });
        id
    }

    /// Puts an order on the list, with nothing paid yet.
    pub(in crate::sandbox) fn place(&mut self, order: NewOrder) -> i64 {
        let id = order_id(super::rows::index(self.purchases.rows().len()));
        self.place_as(order, id)
    }

    /// The same with an order id that no other order has.
    pub(in crate::sandbox) fn place_as(&mut self, order: NewOrder, id: String) -> i64 {
        let now = self.clock.unix();
        let country = self.buyers.find(order.buyer_id).map(Buyer::country).unwrap_or_default().to_owned();
        let mut items = Vec::new();
        for (product_id, quantity, first_amount, other_amounts) in order.lines {
            self.last_item += 1;
            items.push(Item { id: self.last_item, product_id, quantity, first_amount, other_amounts });
        }
        self.purchases.add(Purchase {
            id,
            buyer_id: order.buyer_id,
            created_at: now,
            order_type: order.order_type.to_owned(),
            paymentplan_id: order.terms.paymentplan_id,
            currency: order.terms.currency,
            pay_method: order.pay_method,
            vat_rate: vat_of(&country),
            vat_country: country,
            number_of_installments: order.terms.number_of_installments,
            first_billing_interval: order.terms.first_billing_interval,
            other_billing_intervals: order.terms.other_billing_intervals,
            items,
            transactions: Vec::new(),
            affiliate: order.affiliate,
            voucher_code: order.voucher_code,
            tracking: order.tracking,
            upgraded_from: order.upgraded_from,
            balance: 0,
            billing_status: BillingStatus::Unpaid,
            stop_reason: None,
            stopped_at: None,
            payments: 0,
            counted_from: now,
            counted_payments: 0,
            next_payment_at: None,
            attempts: 0,
            failing: order.failing,
            is_missed: false,
            paid_until: None,
            last_paid_day_at: None,
        })
    }
}

impl Deal {
    /// With what the settings of an order form link say otherwise.
    fn with(mut self, settings: &Value) -> Deal {
        let given = |name: &str| Amount::parse(settings.text(name)).ok();
        let (rate, fixed) = (given("affiliate_commission_rate"), given("affiliate_commission_fix"));
        if rate.is_some() || fixed.is_some() {
            (self.rate, self.fixed) = (rate.unwrap_or_default(), fixed.unwrap_or_default());
        }
        self
    }
}

impl Bought {
    fn nothing() -> Bought {
        let (purchase_id, buyer_id, currency) = (String::new(), String::new(), String::new());
        Bought { purchase_id, buyer_id, transaction_ids: Vec::new(), amount: Amount::cents(0), currency }
    }
}

impl Buyer {
    pub(in crate::sandbox) fn country(&self) -> &str {
        self.details.text("country")
    }

    /// The buyer as the service shows one, with every field it was seen to have.
    pub(in crate::sandbox) fn shown(&self) -> Value {
        let id = self.id.to_string();
        let mut shown = record! {
            id: id.as_str(), address_id: format!("4{id}"), created_at: wall(self.created_at), email: self.email.as_str(),
            first_name: "", last_name: "", salutation: "", title: "", company: "", street: "", street_name: "",
            street_number: "", zipcode: "", city: "", state: "", country: "DE", phone_no: "", buyer_type: "consumer",
        };
        shown.take_over(&self.details);
        shown
    }
}

/// The id of the order that stands there: eight letters and digits, each order another one. A digit 1 is never in it, unlike
/// in those of the account that every sandbox starts with.
fn order_id(at: i64) -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    // An odd factor leads each number below 2^40 to another one.
    let mut rest = (u64::try_from(at).unwrap_or_default() + 1).wrapping_mul(722_379_815_941) & ((1 << 40) - 1);
    let mut id = String::new();
    for _ in 0..8 {
        let letter = usize::try_from(rest % 32).ok().and_then(|at| LETTERS.get(at));
        id.push(letter.copied().unwrap_or(b'A').into());
        rest /= 32;
    }
    id
}
