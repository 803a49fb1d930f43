//! The checkout: what a buyer orders, checked as an order form would, and the order that comes of it.

use super::super::clock::wall;
use super::super::store::Account;
use super::super::tables::{COUNTRIES, PAY_METHODS};
use super::placing::NewOrder;
use super::rows::Buyer;
use crate::lenient;
use crate::options::{Options, read_all};
use crate::{Amount, Problem, Value};

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

impl Account {
    /// Places an order as a checkout does, and collects the first payment.
    pub(in crate::sandbox) fn buy(&mut self, checkout: &Checkout) -> Result<Bought, Vec<Problem>> {
        let mut problems = Vec::new();
        let order = self.order_of(checkout, &mut problems).filter(|_| problems.is_empty()).ok_or(problems)?;
        self.use_up(&order.voucher_code);
        let at = self.place(order);
        self.begin(at);
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
        let plan_said = link.get("payment_plan").unwrap_or(&Value::Null);
        let terms = terms.map(|terms| terms.with(plan_said));
        self.check_upgrade(plan_said.text("upgrade_order_id"), problems);
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
        let upgraded_from = Some(plan_said.text("upgrade_order_id")).filter(|id| !id.is_empty()).map(str::to_owned);
        Some(NewOrder {
            buyer_id: self.buyer_of(&email, checkout, &country),
            terms,
            lines,
            pay_method: pay_method.to_owned(),
            affiliate,
            voucher_code: voucher,
            tracking,
            order_type: if upgraded_from.is_some() { "upgrade" } else { "regular" },
            upgrade_type: match plan_said.text("upgrade_type") {
                _ if upgraded_from.is_none() => String::new(),
                "" => "upgrade".to_owned(),
                kind => kind.to_owned(),
            },
            upgraded_from,
            force_rebilling: settings.text("force_rebilling") == "Y",
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

    /// The affiliate of an order: the one of the link, else the one that is bound to the e-mail address.
    fn affiliate_of(&self, given: &str, email: &str) -> String {
        let bound = || self.bound_affiliates.find("email", email).map(|row| row.text("affiliate_name"));
        if given.is_empty() { bound().unwrap_or_default().to_owned() } else { given.to_owned() }
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
