//! Random lives of an account, through the real client, the verbs and the clock; after them the books have to agree.

use std::collections::{BTreeMap, BTreeSet};

use digistore24::commission::{Booked, Checks, Commission, Role, Terms, Verdict, reconcile};
use digistore24::sandbox::Sandbox;
use digistore24::{Amount, Client, Item, Joined, Value};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::Value as Json;

use super::drive;

/// Something that somebody does. Numbers choose among what there is.
#[derive(Clone, Debug)]
enum Step {
    Buy {
        product: usize,
        buyer: usize,
        country: usize,
        quantity: i64,
        affiliate: bool,
        code: usize,
        addon: bool,
        method: usize,
    },
    GoesBack {
        payment: usize,
        verb: &'static str,
    },
    RefundTransaction(usize),
    RefundPurchase(usize),
    RefundPart {
        order: usize,
        percent: i64,
    },
    Order {
        order: usize,
        verb: &'static str,
    },
    Call {
        order: usize,
        function: &'static str,
    },
    FailPayments {
        order: usize,
        times: i64,
    },
    Pass {
        hours: i64,
    },
    CreateProduct {
        name: String,
        rate: i64,
    },
    RenameProduct {
        product: usize,
        name: String,
    },
    CreateVoucher {
        rate: i64,
        amount: i64,
        limit: i64,
    },
    ChangeVoucher {
        code: usize,
        rate: i64,
    },
    MoveBuyer {
        buyer: usize,
        city: String,
        country: usize,
    },
    Reload,
}

const PRODUCTS: [&str; 4] = ["515151", "515152", "515153", "515154"];
const COUNTRIES: [&str; 5] = ["DE", "AT", "CH", "US", "GB"];
const METHODS: [&str; 4] = ["paypal", "creditcard", "elv", "test"];

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let at = || 0..64usize;
    let word = || "[ -~äöüß€🎨]{1,24}";
    let buy = (0..4usize, 0..9usize, 0..5usize, 1..4i64, any::<bool>(), 0..6usize, (any::<bool>(), 0..4usize))
        .prop_map(|(product, buyer, country, quantity, affiliate, code, (addon, method))| Step::Buy {
            product,
            buyer,
            country,
            quantity,
            affiliate,
            code,
            addon,
            method,
        });
    let step = prop_oneof![
        8 => buy,
        2 => (at(), prop_oneof![Just("refund"), Just("chargeback")])
            .prop_map(|(payment, verb)| Step::GoesBack { payment, verb }),
        1 => at().prop_map(Step::RefundTransaction),
        1 => at().prop_map(Step::RefundPurchase),
        2 => (at(), 1..130i64).prop_map(|(order, percent)| Step::RefundPart { order, percent }),
        2 => (at(), prop_oneof![Just("cancel"), Just("resume")]).prop_map(|(order, verb)| Step::Order { order, verb }),
        2 => (at(), prop_oneof![Just("stopRebilling"), Just("startRebilling")])
            .prop_map(|(order, function)| Step::Call { order, function }),
        2 => (at(), 1..6i64).prop_map(|(order, times)| Step::FailPayments { order, times }),
        6 => (1..1000i64).prop_map(|hours| Step::Pass { hours }),
        1 => (word(), 0..10_000i64).prop_map(|(name, rate)| Step::CreateProduct { name, rate }),
        1 => (at(), word()).prop_map(|(product, name)| Step::RenameProduct { product, name }),
        1 => (0..10_001i64, 0..1000i64, 0..3i64)
            .prop_map(|(rate, amount, limit)| Step::CreateVoucher { rate, amount, limit }),
        1 => (at(), 0..10_000i64).prop_map(|(code, rate)| Step::ChangeVoucher { code, rate }),
        1 => (at(), word(), 0..5usize).prop_map(|(buyer, city, country)| Step::MoveBuyer { buyer, city, country }),
        1 => Just(Step::Reload),
    ];
    vec(step, 1..48)
}

/// The account beside what has to be true of it.
struct World {
    sandbox: Sandbox,
    client: Client,
    orders: usize,
    /// Refunds in part, of which no notification tells.
    parts: usize,
    emails: BTreeSet<String>,
    /// What was written last: products by number, discount codes by code, cities and countries by address.
    products: BTreeMap<String, BTreeMap<&'static str, String>>,
    vouchers: BTreeMap<String, BTreeMap<&'static str, String>>,
    buyers: BTreeMap<String, BTreeMap<&'static str, String>>,
}

fn map<const N: usize>(fields: [(&str, Value); N]) -> Value {
    Value::from(fields)
}

/// Text or number, in cents.
fn cents(amount: &Json) -> i64 {
    let text = amount.as_str().map_or_else(|| amount.to_string(), str::to_owned);
    text.parse::<Amount>().unwrap_or_else(|_| panic!("{text} is no amount")).minor_units(2).unwrap()
}

fn list(value: &Json) -> &[Json] {
    value.as_array().unwrap()
}

fn chosen<T>(rows: &[T], at: usize) -> Option<&T> {
    rows.get(at % rows.len().max(1))
}

impl World {
    fn new() -> World {
        let sandbox = Sandbox::new();
        let client = Client::new(sandbox.api_key()).unwrap();
        let emails = ["lena", "max", "ines"].map(|name| format!("{name}@example.com")).into();
        let (products, vouchers, buyers) = Default::default();
        World { sandbox, client, orders: 6, parts: 0, emails, products, vouchers, buyers }
    }

    /// The data of an answer.
    fn try_call(&mut self, function: &str, parameters: Value) -> Option<Json> {
        let answer = drive(&mut self.sandbox, self.client.call_named(function, parameters)).ok()?;
        let mut body: Json = serde_json::from_str(answer.raw()).unwrap();
        Some(body["data"].take())
    }

    fn call(&mut self, function: &str, parameters: Value) -> Json {
        let shown = format!("{function} {parameters:?}");
        self.try_call(function, parameters).unwrap_or_else(|| panic!("{shown} was refused"))
    }

    /// Everything that is remembered, as a snapshot has it.
    fn account(&self) -> Json {
        let mut saved: Json = serde_json::from_str(&self.sandbox.save()).unwrap();
        saved["account"].take()
    }

    fn order_ids(&self) -> Vec<String> {
        list(&self.account()["purchases"]["rows"]).iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
    }

    fn payments(&self) -> Vec<String> {
        let account = self.account();
        let payments = list(&account["transactions"]).iter().filter(|row| row["transaction_type"] == "payment");
        payments.map(|row| row["id"].to_string()).collect()
    }

    /// Tells a verb; what is refused changes nothing.
    fn tell(&mut self, verb: &str, options: Value) -> Option<Value> {
        let before = self.sandbox.save();
        match self.sandbox.tell(verb, &options) {
            Ok(told) => Some(told),
            Err(problems) => {
                assert!(problems.iter().all(|problem| !problem.message.is_empty()));
                assert_eq!(self.sandbox.save(), before, "{verb} was refused and yet changed something");
                None
            }
        }
    }

    fn take(&mut self, step: Step) {
        match step {
            Step::Buy { product, buyer, country, quantity, affiliate, code, addon, method } => {
                let email = format!("buyer{buyer}@example.com");
                let mut codes = vec![String::new(), "AUTUMN20".into(), "LASTCALL".into()];
                codes.extend(self.vouchers.keys().cloned());
                let addons = if addon { vec![map([("product_id", PRODUCTS[2].into())])] } else { Vec::new() };
                let bought = self.tell(
                    "buy",
                    map([
                        ("product_id", PRODUCTS[product].into()),
                        ("email", email.as_str().into()),
                        ("country", COUNTRIES[country].into()),
                        ("quantity", quantity.into()),
                        ("affiliate", if affiliate { "bea" } else { "" }.into()),
                        ("voucher_code", chosen(&codes, code).unwrap().as_str().into()),
                        ("addons", addons.into()),
                        ("pay_method", METHODS[method].into()),
                    ]),
                );
                if bought.is_some() {
                    self.orders += 1;
                    self.emails.insert(email);
                }
            }
            Step::GoesBack { payment, verb } => {
                if let Some(id) = chosen(&self.payments(), payment) {
                    self.tell(verb, map([("transaction_id", id.as_str().into())]));
                }
            }
            Step::RefundTransaction(payment) => {
                let id = chosen(&self.payments(), payment).unwrap().as_str().into();
                self.call("refundTransaction", map([("transaction_id", id)]));
            }
            Step::RefundPurchase(order) => {
                let id = chosen(&self.order_ids(), order).unwrap().as_str().into();
                self.call("refundPurchase", map([("purchase_id", id)]));
            }
            Step::RefundPart { order, percent } => {
                let id = chosen(&self.order_ids(), order).unwrap().clone();
                let whole = cents(&self.call("getPurchase", map([("purchase_id", id.as_str().into())]))["amount"]);
                let part = Amount::cents((whole * percent / 100).max(1));
                let part = map([("purchase_id", id.as_str().into()), ("amount", part.into())]);
                if self.try_call("refundPartially", part).is_some() {
                    self.parts += usize::from(self.leaves_something());
                }
            }
            Step::Order { order, verb } => {
                let id = chosen(&self.order_ids(), order).unwrap().as_str().into();
                self.tell(verb, map([("purchase_id", id)])).unwrap();
            }
            Step::Call { order, function } => {
                let id = chosen(&self.order_ids(), order).unwrap().as_str().into();
                self.call(function, map([("purchase_id", id)]));
            }
            Step::FailPayments { order, times } => {
                let id = chosen(&self.order_ids(), order).unwrap().as_str().into();
                self.tell("fail_payments", map([("purchase_id", id), ("times", times.into())])).unwrap();
            }
            Step::Pass { hours } => {
                self.tell("advance", map([("hours", hours.into())])).unwrap();
            }
            Step::CreateProduct { name, rate } => {
                let rate = Amount::cents(rate).to_string();
                let data = map([("name_en", name.as_str().into()), ("affiliate_commission", rate.as_str().into())]);
                let made = self.call("createProduct", map([("data", data)]));
                let id = made["product_id"].as_str().map_or_else(|| made["product_id"].to_string(), str::to_owned);
                let written =
                    BTreeMap::from([("name", name.clone()), ("name_en", name), ("affiliate_commission", rate)]);
                assert!(self.products.insert(id, written).is_none(), "a number was given twice");
            }
            Step::RenameProduct { product, name } => {
                let ids: Vec<String> = self.products.keys().cloned().collect();
                if let Some(id) = chosen(&ids, product) {
                    let data = map([("name_en", name.as_str().into())]);
                    self.call("updateProduct", map([("product_id", id.as_str().into()), ("data", data)]));
                    let written = self.products.get_mut(id).unwrap();
                    written.extend([("name", name.clone()), ("name_en", name)]);
                }
            }
            Step::CreateVoucher { rate, amount, limit } => {
                let code = format!("CODE{}", self.vouchers.len());
                let (rate, amount) = (Amount::cents(rate).to_string(), Amount::cents(amount).to_string());
                // A code takes off percent or an amount.
                let amount = if rate == "0.00" { amount } else { "0.00".to_owned() };
                let fields = [
                    ("code", code.clone()),
                    ("first_rate", rate),
                    ("first_amount", amount),
                    ("is_count_limited", if limit > 0 { "Y" } else { "N" }.to_owned()),
                ];
                let text = |(name, text): &(&str, String)| ((*name).to_owned(), Value::from(text.as_str()));
                let mut data = fields.iter().map(text).collect::<Vec<_>>();
                data.push(("count_left".to_owned(), limit.max(1).into()));
                let data = Value::Map(data);
                self.call("createVoucher", map([("data", data)]));
                self.vouchers.insert(code, fields.into());
            }
            Step::ChangeVoucher { code, rate } => {
                let codes: Vec<String> = self.vouchers.keys().cloned().collect();
                if let Some(code) = chosen(&codes, code) {
                    let rate = Amount::cents(rate).to_string();
                    let data = map([("other_rates", rate.as_str().into())]);
                    self.call("updateVoucher", map([("code", code.as_str().into()), ("data", data)]));
                    self.vouchers.get_mut(code).unwrap().insert("other_rates", rate);
                }
            }
            Step::MoveBuyer { buyer, city, country } => {
                let emails: Vec<String> = self.emails.iter().cloned().collect();
                let email = chosen(&emails, buyer).unwrap();
                let country = COUNTRIES[country];
                let data = map([("city", city.as_str().into()), ("country", country.into())]);
                self.call("updateBuyer", map([("buyer_id", email.as_str().into()), ("data", data)]));
                let written = BTreeMap::from([("city", city), ("country", country.to_owned())]);
                self.buyers.insert(email.clone(), written);
            }
            Step::Reload => {
                let saved = self.sandbox.save();
                self.sandbox = Sandbox::load(&saved).unwrap();
                assert_eq!(self.sandbox.save(), saved);
            }
        }
    }

    /// Everything there is of a list, page by page.
    fn all(&mut self, function: &str, wrapper: &str, more: &[(&str, Value)]) -> Vec<Json> {
        let mut rows = Vec::new();
        for page in 1.. {
            let mut fields = vec![("from".to_owned(), Value::from("start")), ("page_no".to_owned(), page.into())];
            fields.push(("page_size".to_owned(), 7.into()));
            fields.extend(more.iter().map(|(name, value)| ((*name).to_owned(), value.clone())));
            let answer = self.call(function, Value::Map(fields));
            rows.extend(list(&answer[wrapper]).iter().cloned());
            let pages = answer["page_count"].as_i64().unwrap();
            assert_eq!(answer["item_count"].as_u64().unwrap() as usize > rows.len(), page < pages);
            if page >= pages {
                break;
            }
        }
        rows
    }

    fn check(&mut self) {
        let account = self.account();
        self.money_is_conserved(&account);
        self.events_tell_of_every_transaction(&account);
        let rows = self.all("listTransactions", "transaction_list", &[]);
        self.lists_agree(&account, &rows);
        self.statistics_are_sums(&rows);
        self.credits_are_paid_out(&account);
        self.the_terms_explain_every_payment();
        self.what_was_written_is_read_back();
    }

    fn money_is_conserved(&self, account: &Json) {
        let parts = ["vat_amount", "provider_amount", "affiliate_amount", "referral_amount", "earned_amount"];
        let number = |row: &Json, name: &str| row[name].as_i64().unwrap();
        let rows = list(&account["transactions"]);
        let mut back: BTreeMap<i64, Vec<&Json>> = BTreeMap::new();
        for row in rows {
            let sum: i64 = parts.iter().map(|part| number(row, part)).sum();
            assert_eq!(sum, number(row, "amount"), "{row}");
            if let Some(parent) = row["parent"].as_i64() {
                assert!(number(row, "amount") < 0 && row["transaction_type"] != "payment", "{row}");
                back.entry(parent).or_default().push(row);
            } else {
                assert!(number(row, "amount") >= 0 && row["transaction_type"] == "payment", "{row}");
            }
        }
        for row in rows.iter().filter(|row| row["parent"].is_null()) {
            let gone = back.remove(&number(row, "id")).unwrap_or_default();
            let sum = |name: &str| -gone.iter().map(|back| number(back, name)).sum::<i64>();
            assert_eq!(sum("amount"), number(row, "refunded"), "{row}");
            assert!(sum("amount") <= number(row, "amount"), "more went back than was paid: {row}");
            if sum("amount") == number(row, "amount") {
                let whole = parts.map(|part| number(row, part));
                assert_eq!(parts.map(sum), whole, "nobody keeps anything of what went back: {row}");
            }
        }
        assert!(back.is_empty(), "refunds of no payment");
    }

    /// Whether something is left of the payment that was given back last: all of it is told of, a part is not.
    fn leaves_something(&self) -> bool {
        let account = self.account();
        let rows = list(&account["transactions"]);
        let payment = &rows.last().unwrap()["parent"];
        let of_payment = rows.iter().filter(|row| row["id"] == *payment || row["parent"] == *payment);
        of_payment.map(|row| row["amount"].as_i64().unwrap()).sum::<i64>() > 0
    }

    fn events_tell_of_every_transaction(&self, account: &Json) {
        let mut told: Vec<(i64, String)> = Vec::new();
        for event in list(&account["events"]) {
            let kind = event["kind"].as_str().unwrap();
            let moves = matches!(kind, "on_payment" | "on_refund" | "on_chargeback");
            assert_eq!(moves, event["transaction"].is_i64(), "{event}");
            if let Some(id) = event["transaction"].as_i64() {
                told.push((id, kind.replace("on_", "")));
            }
        }
        told.sort();
        let rows = list(&account["transactions"]).iter();
        let moved: Vec<(i64, String)> = rows
            .map(|row| (row["id"].as_i64().unwrap(), row["transaction_type"].as_str().unwrap().to_owned()))
            .collect();
        let untold: Vec<_> = moved.iter().filter(|row| told.binary_search(row).is_err()).collect();
        assert!(untold.iter().all(|(_, kind)| kind == "refund"), "{untold:?}");
        assert_eq!(untold.len(), self.parts, "no notification tells of refunds in part, and only of them");
        assert_eq!(told.len() + untold.len(), moved.len(), "a transaction was told twice");
        let times: Vec<i64> = list(&account["events"]).iter().map(|event| event["at"].as_i64().unwrap()).collect();
        assert!(times.is_sorted(), "events in the order of time");
    }

    fn lists_agree(&mut self, account: &Json, rows: &[Json]) {
        let kept = list(&account["transactions"]);
        assert_eq!(rows.len(), kept.len());
        for row in rows {
            let kept = kept.iter().find(|kept| row["id"].as_str() == Some(&kept["id"].to_string())).unwrap();
            for (shown, name) in [
                ("transaction_amount", "amount"),
                ("vat_amount", "vat_amount"),
                ("earned_amount", "earned_amount"),
                ("affiliate_amount", "affiliate_amount"),
            ] {
                assert_eq!(cents(&row[shown]), kept[name].as_i64().unwrap(), "{shown} of {row}");
            }
        }
        let purchases = self.all("listPurchases", "purchase_list", &[("load_transactions", true.into())]);
        assert_eq!(purchases.len(), self.orders);
        let ids: Vec<&str> = purchases.iter().map(|row| row["id"].as_str().unwrap()).collect();
        let alone = self.call("getPurchase", map([("purchase_id", Joined::from(ids.clone()).into())]));
        let mut inside = 0;
        for purchase in &purchases {
            assert_eq!(&alone[purchase["id"].as_str().unwrap()], purchase);
            for moved in list(&purchase["transaction_list"]) {
                let row = rows.iter().find(|row| row["id"] == moved["id"]).unwrap();
                assert_eq!((&row["transaction_amount"], &row["purchase_id"]), (&moved["amount"], &purchase["id"]));
                assert_eq!((&row["created_at"], &row["amount"]), (&moved["created_at"], &purchase["amount"]));
                inside += 1;
            }
        }
        assert_eq!(inside, rows.len());
    }

    fn statistics_are_sums(&mut self, rows: &[Json]) {
        let figures = |brutto: i64, vat: i64, share: i64| (share, brutto, brutto - vat);
        let sum = |rows: &[&Json]| {
            let sum = |name: &str| rows.iter().map(|row| cents(&row[name])).sum();
            figures(sum("transaction_amount"), sum("vat_amount"), sum("earned_amount"))
        };
        let told =
            |row: &Json| ["share", "brutto", "netto"].map(|name| cents(&row[format!("total_{name}_amount")])).into();
        let daily = self.call("statsDailyAmounts", map([]));
        for day in list(&daily["amount_list"]) {
            let of_day: Vec<&Json> = rows.iter().filter(|row| row["transaction_pay_date"] == day["day"]).collect();
            assert!(!of_day.is_empty());
            assert_eq!(sum(&of_day), told(day), "{day}");
        }
        let everything: Vec<&Json> = rows.iter().collect();
        let total = sum(&everything);
        let summary = self.call("statsSalesSummary", map([]));
        assert_eq!(told(&summary["for"]["all"]["amounts"]["EUR"]), total);
        for period in ["day", "week", "month", "quarter", "year"] {
            let sales = self.call("statsSales", map([("period", period.into())]));
            let sums = list(&sales["amounts"]["EUR"]).iter().map(told);
            let whole = sums.reduce(|a: (i64, i64, i64), b| (a.0 + b.0, a.1 + b.1, a.2 + b.2));
            assert_eq!(whole, Some(total), "{period}");
        }
        let by_affiliate: i64 = rows.iter().map(|row| cents(&row["affiliate_amount"])).sum();
        let ranks = self.call("statsAffiliateToplist", map([("from", "2020-01".into()), ("to", "2099-12".into())]));
        assert_eq!(
            list(&ranks["top_list"]).iter().map(|rank| cents(&rank["affiliate_amount"])).sum::<i64>(),
            by_affiliate
        );
    }

    fn credits_are_paid_out(&mut self, account: &Json) {
        let orders = list(&account["purchases"]["rows"]);
        let is_test = |row: &Json| orders[row["purchase"].as_u64().unwrap() as usize]["pay_method"] == "test";
        let real = list(&account["transactions"]).iter().filter(|row| !is_test(row));
        let earned: i64 = real.map(|row| row["earned_amount"].as_i64().unwrap()).sum();
        let credits = self.all("listCommissions", "items", &[]);
        assert_eq!(credits.iter().map(|row| cents(&row["amount"])).sum::<i64>(), earned);
        let expected = self.call("statsExpectedPayouts", map([]));
        let of = |name: &str| expected[name].get("EUR").map_or(0, cents);
        let future = expected["future_amounts"].as_object().into_iter().flatten();
        let future: i64 = future.map(|(_, planned)| cents(&planned["EUR"]["amount"])).sum();
        assert_eq!(of("total_earnings"), earned);
        assert_eq!(of("paidout_amount") + of("pending_amount") + future, earned);
        let made = self.call("listPayouts", map([]));
        let paid: i64 = list(&made["payout_list"]).iter().map(|row| cents(&row["vendor_net_amount"])).sum();
        assert_eq!(paid, of("paidout_amount"));
    }

    /// What the account agreed on with its affiliate explains what everybody got, to the cent.
    fn the_terms_explain_every_payment(&mut self) {
        for affiliate in [false, true] {
            let search = map([("has_affiliate", affiliate.into()), ("transaction_type", "payment".into())]);
            let list = map([("from", "start".into()), ("page_size", 1000.into()), ("search", search)]);
            let answer = drive(&mut self.sandbox, self.client.call_named("listTransactions", list)).unwrap();
            let record = answer.data().into_record().unwrap();
            let Some(Item::List(rows)) = record.get("transaction_list") else { panic!() };
            let rows: Vec<Booked> = rows
                .iter()
                .map(|row| Booked::of(&row.into_record().unwrap(), Role::Vendor).unwrap())
                // What costs nothing, costs nobody anything.
                .filter(|row| row.figures.amount_brutto != Some(Amount::cents(0)))
                .collect();
            let commission = Commission::Percent(Amount::cents(40_00));
            let terms = Terms {
                affiliate: if affiliate { commission } else { Terms::default().affiliate },
                ..Terms::default()
            };
            let report = reconcile(&rows, &terms, &Checks::default()).unwrap();
            for row in &report.transactions {
                assert_eq!(row.verdict, Verdict::Fits, "{row:?}");
            }
        }
    }

    fn what_was_written_is_read_back(&mut self) {
        let same = |written: &BTreeMap<&str, String>, read: &Json| {
            for (name, text) in written {
                assert_eq!(read[*name].as_str(), Some(text.as_str()), "{name} of {read}");
            }
        };
        for (id, written) in self.products.clone() {
            same(&written, &self.call("getProduct", map([("product_id", id.as_str().into())])));
        }
        for (code, written) in self.vouchers.clone() {
            same(&written, &self.call("getVoucher", map([("code", code.as_str().into())]))["coupon"]);
        }
        for (email, written) in self.buyers.clone() {
            same(&written, &self.call("getBuyer", map([("buyer_id", email.as_str().into())]))["buyer"]);
        }
        let listed = self.call("listProducts", map([]));
        assert_eq!(list(&listed["products"]).len(), 4 + self.products.len());
        assert_eq!(list(&self.call("listVouchers", map([]))["coupons"]).len(), 2 + self.vouchers.len());
        let buyers = self.call("listBuyers", map([("page_size", 100.into())]));
        assert_eq!(list(&buyers["items"]).len(), self.emails.len());
    }
}

/// The same lives in every run; `cargo xtask fuzz` lives more of them.
fn lives() -> ProptestConfig {
    ProptestConfig { rng_seed: RngSeed::Fixed(20_261_005), ..crate::cases(200) }
}

proptest! {
    #![proptest_config(lives())]

    #[test]
    fn the_books_agree_whatever_happens(steps in steps()) {
        let mut world = World::new();
        world.check();
        for step in steps {
            world.take(step);
        }
        world.check();
    }
}
