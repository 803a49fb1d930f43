//! A sale and terms as options by name, the way they are read.

use super::split::Split;
use super::tariff::Tariff;
use super::terms::{BothPolicy, Commission, Partner, PartnerBase, Price, Vat};
use crate::value::list;
use crate::{Amount, Value};

type Fields = Vec<(String, Value)>;

impl Split {
    /// The options that it was computed from, as [`read`](super::read) takes them. What is as it is without an option is
    /// left out.
    ///
    /// ```
    /// use digistore24::commission::{Currency, Sale, Terms, Vat, split, split_of};
    ///
    /// let sale = Sale::gross("119.00".parse()?, Currency::known("EUR")?, Vat::Rate("19".parse()?));
    /// let split = split(&sale, &Terms::default()).unwrap();
    /// assert_eq!(split_of(&split.options()), Ok(split));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn options(&self) -> Value {
        let (sale, terms) = (&self.sale, &self.terms);
        let mut fields = Fields::new();
        let mut put = |name: &str, value: Value| fields.push((name.to_owned(), value));
        match sale.price {
            Price::Gross(amount) => put("gross", amount.into()),
            Price::Net(amount) => put("net", amount.into()),
        }
        put("currency", sale.currency.code().into());
        if sale.currency.digits() != 2 {
            put("digits", i64::from(sale.currency.digits()).into());
        }
        match sale.vat {
            Vat::None => {}
            Vat::Rate(rate) => put("vat_rate", rate.into()),
            Vat::Amount(amount) => put("vat_amount", amount.into()),
        }
        if !sale.shipping.is_zero() {
            put("shipping", sale.shipping.into());
        }
        if sale.pay_sequence_no != 0 {
            put("pay_sequence_no", i64::from(sale.pay_sequence_no).into());
        }
        if terms.tariff != Tariff::default() {
            put("tariff", Value::from(&terms.tariff));
        }
        for (name, flag) in
            [("margin_free_shipping", terms.margin_free_shipping), ("first_payment_only", terms.first_payment_only)]
        {
            if flag {
                put(name, true.into());
            }
        }
        for (name, value) in terms.affiliate.options() {
            put(name, value);
        }
        if let Some(rate) = terms.referral_rate {
            put("referral_rate", rate.into());
        }
        if !terms.partners.is_empty() {
            put("partners", list(&terms.partners));
        }
        if terms.tie != super::Tie::default() {
            put("tie", terms.tie.as_str().into());
        }
        Value::Map(fields)
    }
}

impl Commission {
    fn options(self) -> Vec<(&'static str, Value)> {
        match self {
            Commission::None => vec![],
            Commission::Percent(rate) => vec![("affiliate_rate", rate.into())],
            Commission::Fixed(fixed) => vec![("affiliate_fixed", fixed.into())],
            Commission::Both { rate, fixed, policy } => {
                let policy = match policy {
                    BothPolicy::Sum => "sum",
                    BothPolicy::Larger => "larger",
                    BothPolicy::Rate => "rate",
                    BothPolicy::Fixed => "fixed",
                };
                vec![
                    ("affiliate_rate", rate.into()),
                    ("affiliate_fixed", fixed.into()),
                    ("affiliate_both", policy.into()),
                ]
            }
        }
    }
}

/// A partner as the option of that name takes it.
impl From<&Partner> for Value {
    fn from(partner: &Partner) -> Value {
        let base = match partner.base {
            PartnerBase::AfterAffiliate => "after_affiliate",
            PartnerBase::BasicAmount => "basic_amount",
        };
        let fields = [("name", partner.name.as_str().into()), ("rate", partner.rate.into()), ("base", base.into())];
        let fields = fields.into_iter().chain(partner.own_affiliate.options());
        Value::Map(fields.map(|(name, value)| (name.to_owned(), value)).collect())
    }
}

/// A tariff as the option of that name takes it.
impl From<&Tariff> for Value {
    fn from(tariff: &Tariff) -> Value {
        let fixed = ("fixed", tariff.fixed.into());
        match tariff.tiers.as_slice() {
            [(_, percent)] => Value::from([("percent", (*percent).into()), fixed]),
            tiers => {
                let tier = |(from, percent): &(Amount, Amount)| {
                    Value::from([("from", (*from).into()), ("percent", (*percent).into())])
                };
                Value::from([("tiers", Value::List(tiers.iter().map(tier).collect())), fixed])
            }
        }
    }
}
