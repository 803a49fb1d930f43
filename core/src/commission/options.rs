//! Sales and terms from named values, as the bindings hand them over.

use super::booked::{Booked, Role};
use super::currency::Currency;
use super::round::Tie;
use super::split::{Split, split};
use super::tariff::Tariff;
use super::terms::{BothPolicy, Commission, Partner, PartnerBase, Price, Sale, Terms, Vat};
use crate::options::{Options, read_all};
use crate::{Amount, Problem, Value};

/// A sale and terms from options by name.
///
/// | option | what it is |
/// |---|---|
/// | `gross` or `net` | the price of the payment |
/// | `currency`, `digits` | three letters; the decimals, for currencies that have not two |
/// | `vat_rate` or `vat_amount` | VAT in percent, or as the service told; none without either |
/// | `shipping`, `pay_sequence_no` | see [`Sale`] |
/// | `tariff` | the name of a [preset](super::PRESETS), or `{ percent, fixed }`, or `{ tiers: [{ from, percent }], fixed }` |
/// | `margin_free_shipping`, `first_payment_only`, `referral_rate` | see [`Terms`] |
/// | `affiliate_rate`, `affiliate_fixed`, `affiliate_both` | the commission; with both `sum`, `larger`, `rate` or `fixed` |
/// | `partners` | `{ name, rate, base, affiliate_rate, affiliate_fixed, affiliate_both }` each; the base is `after_affiliate` or `basic_amount`, the name `Partner 1` and so on without one |
/// | `tie` | `up`, `down` or `even` |
///
/// # Errors
/// Everything that is wrong with them, floating-point numbers among it.
pub fn read(options: &Value) -> Result<(Sale, Terms), Vec<Problem>> {
    read_all(options, |options| options.sale().zip(Some(options.terms())))
}

/// Splits the payment that options by name describe, which are those of [`read`].
///
/// # Errors
/// Everything that is wrong with them.
pub fn split_of(options: &Value) -> Result<Split, Vec<Problem>> {
    let (sale, terms) = read(options)?;
    split(&sale, &terms)
}

impl<'v> Options<'v, '_> {
    /// The currency, with its digits.
    pub(super) fn currency(&mut self) -> Option<Currency> {
        let digits = self.whole("digits", 0, 4).map(|digits| digits as u8);
        let Some(code) = self.text("currency") else {
            self.require("currency", "three letters such as EUR");
            return None;
        };
        let currency = match digits {
            Some(digits) => Currency::with_digits(code, digits),
            None => Currency::known(code),
        };
        match currency {
            Ok(currency) => Some(currency),
            Err(problem) => {
                self.wrong(&problem.path, problem.message);
                None
            }
        }
    }

    /// The currency, which may be missing.
    pub(super) fn currency_if_given(&mut self) -> Option<Currency> {
        if self.value("currency").is_some() {
            return self.currency();
        }
        if self.value("digits").is_some() {
            self.wrong("digits", "stands without `currency`; give both");
        }
        None
    }

    /// How half a cent is rounded.
    pub(super) fn tie(&mut self) -> Tie {
        self.word("tie", &[("up", Tie::Up), ("down", Tie::Down), ("even", Tie::Even)]).unwrap_or_default()
    }

    /// What the platform booked. Reading ends after some rows that are wrong, since the others are likely to be as well.
    pub(super) fn rows(&mut self, role: Role) -> Vec<Booked> {
        const MOST_WRONG: usize = 20;
        if self.value("rows").is_none() {
            self.wrong("rows", "is missing; rows of listTransactions or listCommissions, or notifications");
        }
        let (mut rows, mut wrong) = (Vec::new(), 0);
        for (at, row) in self.list("rows").iter().enumerate() {
            match Booked::read(row, role) {
                Ok(row) => rows.push(row),
                Err(problems) => {
                    for problem in problems {
                        let dot = if problem.path.is_empty() { "" } else { "." };
                        let path = format!("{}rows[{at}]{dot}{}", self.path, problem.path);
                        self.problems.push(Problem::new(path, problem.message));
                    }
                    wrong += 1;
                    if wrong == MOST_WRONG {
                        self.wrong("rows", format!("{MOST_WRONG} rows are wrong; those after them were not read"));
                        break;
                    }
                }
            }
        }
        rows
    }

    /// The sale among the options.
    pub(super) fn sale(&mut self) -> Option<Sale> {
        let currency = self.currency();
        let (gross, net) = (self.amount("gross"), self.amount("net"));
        if self.given("gross") && self.given("net") {
            self.wrong("net", "stands beside `gross`; give one of them, the other follows");
        } else if !self.given("net") {
            self.require("gross", "give `gross`, or `net` where VAT is added to the price");
        }
        let (vat, shipping) = (self.vat(), self.shipping());
        let pay_sequence_no = self.whole("pay_sequence_no", 0, u32::MAX.into()).unwrap_or_default() as u32;
        let price = gross.map(Price::Gross).or(net.map(Price::Net))?;
        let sale = Sale { price, currency: currency?, vat, shipping, pay_sequence_no };
        self.check(|problems| sale.check(problems));
        Some(sale)
    }

    /// The VAT among the options.
    pub(super) fn vat(&mut self) -> Vat {
        let (rate, amount) = (self.amount("vat_rate"), self.amount("vat_amount"));
        if self.given("vat_rate") && self.given("vat_amount") {
            self.wrong(
                "vat_amount",
                "stands beside `vat_rate`; give one of them, best the amount that the service told",
            );
        }
        rate.map(Vat::Rate).or(amount.map(Vat::Amount)).unwrap_or_default()
    }

    /// The shipping among the options.
    pub(super) fn shipping(&mut self) -> Amount {
        self.amount("shipping").unwrap_or_else(|| Amount::cents(0))
    }

    /// The split of the sale and the terms in the group of that name.
    pub(super) fn split(&mut self, name: &'static str) -> Option<Split> {
        self.require(name, "the options of a payment, as `split` takes them");
        self.group(name, |options| {
            let (sale, terms) = (options.sale(), options.terms());
            let split = split(&sale?, &terms);
            options.took(split)
        })
    }

    /// The terms among the options. Their amounts are checked against `digits`, if that is among the options too.
    pub(super) fn terms(&mut self) -> Terms {
        let digits = self.fields.iter().find(|(name, _)| name == "digits").map(|(_, digits)| digits);
        self.terms_in(match digits {
            Some(Value::Integer(digits @ 0..=4)) => *digits as u8,
            _ => 2,
        })
    }

    /// The terms among the options, in a currency with that many decimals.
    pub(super) fn terms_in(&mut self, digits: u8) -> Terms {
        let tariff = self.tariff().unwrap_or_default();
        let mut terms = Terms {
            tariff,
            margin_free_shipping: self.flag("margin_free_shipping").unwrap_or_default(),
            affiliate: self.commission(),
            first_payment_only: self.flag("first_payment_only").unwrap_or_default(),
            referral_rate: self.amount("referral_rate"),
            partners: self.each("partners", |partner| {
                let rate = partner.amount("rate");
                partner.require("rate", "percent such as 25");
                let bases =
                    [("after_affiliate", PartnerBase::AfterAffiliate), ("basic_amount", PartnerBase::BasicAmount)];
                Partner {
                    name: partner.text("name").unwrap_or_default().to_owned(),
                    rate: rate.unwrap_or_else(|| Amount::cents(0)),
                    base: partner.word("base", &bases).unwrap_or_default(),
                    own_affiliate: partner.commission(),
                }
            }),
            tie: self.tie(),
        };
        for (at, partner) in terms.partners.iter_mut().enumerate().filter(|(_, partner)| partner.name.is_empty()) {
            partner.name = format!("Partner {}", at + 1);
        }
        self.check(|problems| terms.check(digits, problems));
        terms
    }

    fn commission(&mut self) -> Commission {
        let (rate, fixed) = (self.amount("affiliate_rate"), self.amount("affiliate_fixed"));
        let policies = [
            ("sum", BothPolicy::Sum),
            ("larger", BothPolicy::Larger),
            ("rate", BothPolicy::Rate),
            ("fixed", BothPolicy::Fixed),
        ];
        let policy = self.word("affiliate_both", &policies);
        match (rate, fixed, policy) {
            (None, None, _) => Commission::None,
            (Some(rate), None, _) => Commission::Percent(rate),
            (None, Some(fixed), _) => Commission::Fixed(fixed),
            (Some(rate), Some(fixed), Some(policy)) => Commission::Both { rate, fixed, policy },
            (Some(rate), Some(_), None) => {
                if !self.given("affiliate_both") {
                    self.wrong(
                        "affiliate_both",
                        "a rate and a fixed amount are both given, and what the service does then is unknown; say sum, \
                         larger, rate or fixed",
                    );
                }
                Commission::Percent(rate)
            }
        }
    }

    fn tariff(&mut self) -> Option<Tariff> {
        match self.value("tariff")? {
            Value::Text(name) => match Tariff::preset(name) {
                Ok(tariff) => Some(tariff),
                Err(problem) => {
                    self.wrong("tariff", problem.message);
                    None
                }
            },
            value => {
                let path = format!("{}tariff", self.path);
                let before = self.problems.len();
                let mut options = Options::new(value, &path, self.problems);
                let fixed = options.amount("fixed").unwrap_or_else(|| Amount::cents(0));
                let percent = options.amount("percent");
                let mut tiers = options.each("tiers", |tier| {
                    let from = tier.amount("from").unwrap_or_else(|| Amount::cents(0));
                    if !tier.given("percent") {
                        tier.wrong("percent", "is missing; percent such as 4.9");
                    }
                    (from, tier.amount("percent").unwrap_or_else(|| Amount::cents(0)))
                });
                match (percent, tiers.is_empty()) {
                    (Some(percent), true) => tiers.push((Amount::cents(0), percent)),
                    (Some(_), false) => options.wrong("percent", "stands beside `tiers`; give one of them"),
                    // Unless it is there and wrong, which has been said.
                    (None, true) if options.problems.len() == before => {
                        options.wrong("percent", "is missing; percent such as 7.9");
                    }
                    (None, _) => {}
                }
                options.finish();
                (!tiers.is_empty()).then_some(Tariff { fixed, tiers })
            }
        }
    }
}
