//! Sales, terms and figures in words of a language.

use super::currency::Currency;
use super::note::Language;
use super::round::Tie;
use super::split::Split;
use super::tariff::Tariff;
use super::terms::{BothPolicy, Commission, Partner, PartnerBase, Price, Sale, Terms, Vat};
use crate::Amount;

/// How figures and words are written: in a language, and with the decimals of a currency.
#[derive(Clone, Copy)]
pub(super) struct Words {
    pub(super) language: Language,
    pub(super) currency: Currency,
}

impl Words {
    pub(super) fn say<T>(self, english: T, german: T) -> T {
        self.language.say(english, german)
    }

    /// `1250.00`, in German `1250,00`, and below zero with a minus sign.
    pub(super) fn figure(self, amount: Amount) -> String {
        let digits = self.currency.digits();
        let magnitude = match amount.units_at(digits).map(i64::unsigned_abs) {
            Some(units) if digits == 0 => units.to_string(),
            Some(units) => {
                let power = 10u64.pow(digits.into());
                format!("{}.{:0width$}", units / power, units % power, width = digits.into())
            }
            None => amount.to_string().trim_start_matches('-').to_owned(),
        };
        format!("{}{}", if amount.is_negative() { "−" } else { "" }, self.pointed(&magnitude))
    }

    /// The same as a part of a sum: in brackets where it is below zero.
    pub(super) fn term(self, amount: Amount) -> String {
        let figure = self.figure(amount);
        if amount.is_negative() { format!("({figure})") } else { figure }
    }

    /// `1250.00 EUR`
    pub(super) fn money(self, amount: Amount) -> String {
        format!("{} {}", self.figure(amount), self.currency)
    }

    /// A rate without its percent sign: `7.9`.
    pub(super) fn rate(self, rate: Amount) -> String {
        self.pointed(&super::percent(rate))
    }

    fn pointed(self, figure: &str) -> String {
        self.say(figure.to_owned(), figure.replace('.', ","))
    }

    /// `Sale of 119.00 EUR including 19 % VAT`
    pub(super) fn sale(self, sale: &Sale) -> String {
        let (price, joint) = match sale.price {
            Price::Gross(price) => (price, self.say("including", "inkl.")),
            Price::Net(price) => (price, self.say("plus", "zzgl.")),
        };
        let tax = self.say("VAT", "USt");
        let vat = match sale.vat {
            Vat::None => format!("{} {tax}", self.say("without", "ohne")),
            Vat::Rate(rate) => format!("{joint} {} % {tax}", self.rate(rate)),
            Vat::Amount(vat) => format!("{joint} {} {tax}", self.money(vat)),
        };
        let mut text = format!("{} {} {vat}", self.say("Sale of", "Verkauf über"), self.money(price));
        if !sale.shipping.is_zero() {
            let shipping = self.money(sale.shipping);
            text += &self.say(format!(", {shipping} of it shipping"), format!(", davon {shipping} Versand"));
        }
        if sale.pay_sequence_no > 0 {
            text += &format!(", {} {}", self.say("payment no.", "Zahlung Nr."), sale.pay_sequence_no);
        }
        text
    }

    /// `Terms: margin 7.9 % + 1.00 EUR; affiliate 50 %`
    pub(super) fn terms(self, terms: &Terms) -> String {
        let mut all = vec![format!("{} {}", self.say("margin", "Marge"), self.tariff(&terms.tariff))];
        if terms.margin_free_shipping {
            all.push(self.say("no margin on shipping", "keine Marge auf Versand").to_owned());
        }
        if let Some(affiliate) = self.commission(terms.affiliate) {
            let first = match terms.first_payment_only {
                true => self.say(" of the first payment only", " nur von der ersten Zahlung"),
                false => "",
            };
            all.push(format!("{} {affiliate}{first}", self.say("affiliate commission", "Affiliate-Provision")));
        }
        if let Some(rate) = terms.referral_rate {
            let rate = self.rate(rate);
            all.push(self.say(
                format!("referral commission {rate} % of the affiliate commission"),
                format!("Empfehlungsprovision {rate} % der Affiliate-Provision"),
            ));
        }
        all.extend(terms.partners.iter().map(|partner| self.partner(partner)));
        match terms.tie {
            Tie::Up => {}
            Tie::Down => all.push(self.say("half a cent is rounded down", "halbe Cents werden abgerundet").to_owned()),
            Tie::Even => all.push(
                self.say("half a cent is rounded to the even cent", "halbe Cents werden zum geraden Cent gerundet")
                    .to_owned(),
            ),
        }
        format!("{}: {}", self.say("Terms", "Bedingungen"), all.join("; "))
    }

    /// `7.9 % up to 400.00 EUR, 4.9 % above + 1.00 EUR`
    fn tariff(self, tariff: &Tariff) -> String {
        let mut text = String::new();
        for (at, (_, percent)) in tariff.tiers.iter().enumerate() {
            text += &format!("{}{} %", if at > 0 { ", " } else { "" }, self.rate(*percent));
            text += &match tariff.tiers.get(at + 1) {
                Some((to, _)) => format!(" {} {}", self.say("up to", "bis"), self.money(*to)),
                None if at > 0 => self.say(" above", " darüber").to_owned(),
                None => String::new(),
            };
        }
        match tariff.fixed.is_zero() {
            true => text,
            false => format!("{text} + {}", self.money(tariff.fixed)),
        }
    }

    /// `50 %`, `5.00 EUR`, or both and which of them counts; `None` for no commission.
    fn commission(self, commission: Commission) -> Option<String> {
        let percent = |rate| format!("{} %", self.rate(rate));
        Some(match commission {
            Commission::None => return None,
            Commission::Percent(rate) => percent(rate),
            Commission::Fixed(fixed) => self.money(fixed),
            Commission::Both { rate, fixed, policy } => {
                let (rate, fixed) = (percent(rate), self.money(fixed));
                match policy {
                    BothPolicy::Sum => format!("{rate} + {fixed}"),
                    BothPolicy::Larger => {
                        self.say(format!("{rate} or {fixed}, the larger"), format!("{rate} oder {fixed}, das Größere"))
                    }
                    BothPolicy::Rate => self.say(format!("{rate}, not {fixed}"), format!("{rate}, nicht {fixed}")),
                    BothPolicy::Fixed => self.say(format!("{fixed}, not {rate}"), format!("{fixed}, nicht {rate}")),
                }
            }
        })
    }

    /// `Partner Ada 25 % of what the affiliate leaves`
    fn partner(self, partner: &Partner) -> String {
        let of = match partner.base {
            PartnerBase::AfterAffiliate => self.say("of what the affiliate leaves", "von dem, was der Affiliate lässt"),
            PartnerBase::BasicAmount => self.say("of the basic amount", "vom Basisbetrag"),
        };
        let own = self.commission(partner.own_affiliate).map(|own| {
            self.say(
                format!(", of which the own affiliate gets {own}"),
                format!(", wovon der eigene Affiliate {own} bekommt"),
            )
        });
        format!("{} {} % {of}{}", partner_named(&partner.name), self.rate(partner.rate), own.unwrap_or_default())
    }
}

impl Split {
    pub(super) fn words(&self, language: Language) -> Words {
        Words { language, currency: self.currency }
    }
}

/// `Partner Ada`, without the line breaks and tabs that would tear a table apart.
pub(super) fn partner_named(name: &str) -> String {
    let name: String = name.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if name.starts_with("Partner") { name } else { format!("Partner {name}") }
}
