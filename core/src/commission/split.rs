//! The split of one payment.

use super::currency::Currency;
use super::note::{Note, notes};
use super::round::{Arithmetic, Checked, Divisor, Rounded, Share, Small, Tie, scaled};
use super::terms::{BothPolicy, Commission, PartnerBase, Price, Sale, Terms, Vat};
use crate::{Amount, Problem};

/// Who gets how much of a payment. The fields have the names that notifications give them.
///
/// Always, and by construction: `amount_brutto = amount_netto + amount_vat`, and `amount_netto = amount_provider +
/// amount_affiliate + amount_referral + the partners' amounts and those of their affiliates + amount_vendor`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Split {
    /// The currency of all amounts.
    pub currency: Currency,
    /// What the buyer pays.
    pub amount_brutto: Amount,
    /// VAT in it.
    pub amount_vat: Amount,
    /// What is left after VAT.
    pub amount_netto: Amount,
    /// The margin of the platform.
    pub amount_provider: Amount,
    /// Shipping without VAT, which is part of the vendor's amount and of nobody else's.
    pub amount_shipping: Amount,
    /// What is left after VAT, margin and shipping: what percentages are taken of.
    pub basic_amount: Amount,
    /// The affiliate's commission.
    pub amount_affiliate: Amount,
    /// What the one who recruited the affiliate gets.
    pub amount_referral: Amount,
    /// What each joint-venture partner gets, in the order of the terms.
    pub partners: Vec<PartnerShare>,
    /// What is left for the vendor: below zero where others get more than there is.
    pub amount_vendor: Amount,
    /// What it rests on that is uncertain, and what is unusual.
    pub notes: Vec<Note>,
    /// What it was computed from.
    pub sale: Sale,
    /// What it was computed by.
    pub terms: Terms,
}

/// What a joint-venture partner gets.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PartnerShare {
    /// The partner's name.
    pub name: String,
    /// What the percentage was taken of.
    pub base: Amount,
    /// What the partner gets, after the partner's own affiliate.
    pub amount: Amount,
    /// What the partner's own affiliate gets.
    pub amount_affiliate: Amount,
}

impl Split {
    /// The sum of the amounts of all partners, without those of their affiliates: `amount_partner` of a notification.
    pub fn amount_partner(&self) -> Amount {
        self.sum(|partner| partner.amount)
    }

    /// The sum of what the partners' own affiliates get.
    pub fn amount_partner_affiliates(&self) -> Amount {
        self.sum(|partner| partner.amount_affiliate)
    }

    fn sum(&self, of: impl Fn(&PartnerShare) -> Amount) -> Amount {
        let all = self.partners.iter().map(of);
        all.fold(self.currency.amount(0), |sum, amount| sum.checked_add(amount).unwrap_or(sum))
    }
}

/// Splits a payment.
///
/// Percentages are rounded at each step, half a cent by [`Terms::tie`]; the vendor gets what remains. All of it is exact.
/// Source: eight splits that the service sent (2019 to 2026), which this reproduces to the cent, and vendor documents for
/// the referral, partners and shipping, of which no payload was found.
///
/// A percentage of a basic amount below zero is nothing; that is inference, and noted.
///
/// # Errors
/// Everything that is wrong with sale and terms, with the names that the options have in the bindings.
///
/// ```
/// use digistore24::commission::{Commission, Currency, Sale, Terms, Vat, split};
///
/// let sale = Sale::gross("29.75".parse()?, Currency::known("EUR")?, Vat::Rate("19".parse()?));
/// let terms = Terms { affiliate: Commission::Percent("10".parse()?), ..Terms::default() };
/// let split = split(&sale, &terms).unwrap();
/// assert_eq!(split.amount_affiliate, "2.17".parse()?);
/// assert_eq!(split.amount_vendor, "19.48".parse()?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn split(sale: &Sale, terms: &Terms) -> Result<Split, Vec<Problem>> {
    let mut problems = Vec::new();
    sale.check(&mut problems);
    terms.check(sale.currency.digits(), &mut problems);
    let ready = match problems.is_empty() {
        true => Ready::of(terms, sale.currency.digits()),
        false => return Err(problems),
    };
    let beyond = || vec![Problem::new("", "the amounts are too large to be counted in 64 bits")];
    let ready = ready.ok_or_else(beyond)?;
    let payment = Payment::of(sale).ok_or_else(beyond)?;
    let mut partners = vec![PartnerCents::default(); terms.partners.len()];
    let cents = ready.split(&payment, &mut partners).ok_or_else(beyond)?;
    let amount = |minor| sale.currency.amount(minor);
    let share = |(partner, cents): (&super::Partner, &PartnerCents)| PartnerShare {
        name: partner.name.clone(),
        base: amount(cents.base),
        amount: amount(cents.share),
        amount_affiliate: amount(cents.affiliate),
    };
    let mut split = Split {
        currency: sale.currency,
        amount_brutto: amount(cents.brutto),
        amount_vat: amount(cents.vat),
        amount_netto: amount(cents.netto),
        amount_provider: amount(cents.provider),
        amount_shipping: amount(cents.shipping),
        basic_amount: amount(cents.basic),
        amount_affiliate: amount(cents.affiliate),
        amount_referral: amount(cents.referral),
        partners: terms.partners.iter().zip(&partners).map(share).collect(),
        amount_vendor: amount(cents.vendor),
        notes: Vec::new(),
        sale: sale.clone(),
        terms: terms.clone(),
    };
    split.notes = notes(&split, cents.ties, &partners);
    Ok(split)
}

/// Terms in whole cents, ready for any number of payments.
#[derive(Clone, Debug)]
pub(super) struct Ready {
    tie: Tie,
    /// Where tiers begin, and how many more units of `1 / denominator` are charged from there on.
    tiers: Vec<(i64, i64)>,
    denominator: Divisor,
    fixed: i64,
    margin_free_shipping: bool,
    affiliate: Part,
    first_payment_only: bool,
    referral: Share,
    partners: Vec<(Share, PartnerBase, Part)>,
}

/// A [`Commission`] in whole cents.
#[derive(Clone, Copy, Debug)]
struct Part {
    rate: Share,
    fixed: i64,
    larger: bool,
}

impl Part {
    fn of(commission: Commission, digits: u8) -> Option<Part> {
        let (rate, fixed, larger) = match commission {
            Commission::None => (None, None, false),
            Commission::Percent(rate) => (Some(rate), None, false),
            Commission::Fixed(fixed) => (None, Some(fixed), false),
            Commission::Both { rate, fixed, policy } => match policy {
                BothPolicy::Sum => (Some(rate), Some(fixed), false),
                BothPolicy::Larger => (Some(rate), Some(fixed), true),
                BothPolicy::Rate => (Some(rate), None, false),
                BothPolicy::Fixed => (None, Some(fixed), false),
            },
        };
        let fixed = fixed.map_or(Some(0), |fixed| fixed.minor_units(digits).ok())?;
        Some(Part { rate: rate.map_or(Some(Share::NONE), Share::percent)?, fixed, larger })
    }

    #[inline(always)]
    fn paid<A: Arithmetic>(self, basic: i64, tie: Tie) -> Option<Rounded> {
        let Rounded { units, was_tie } = self.rate.of_in::<A>(basic.max(0), tie)?;
        match self.larger {
            // Where the fixed amount is the larger one, what was rounded is not paid.
            true if units < self.fixed => Some(Rounded { units: self.fixed, was_tie: false }),
            true => Some(Rounded { units, was_tie }),
            false => Some(Rounded { units: A::add(units, self.fixed)?, was_tie }),
        }
    }
}

/// A payment in whole cents.
#[derive(Clone, Copy, Debug)]
pub(super) struct Payment {
    pub(super) price: i64,
    pub(super) is_net: bool,
    pub(super) vat: VatCents,
    pub(super) shipping: i64,
    pub(super) pay_sequence_no: u32,
}

/// The VAT of a payment in whole cents.
#[derive(Clone, Copy, Debug)]
pub(super) enum VatCents {
    Rate(Share),
    Amount(i64),
}

impl Payment {
    pub(super) fn of(sale: &Sale) -> Option<Payment> {
        let minor = |amount: Amount| amount.minor_units(sale.currency.digits()).ok();
        let (price, is_net) = match sale.price {
            Price::Gross(price) => (price, false),
            Price::Net(price) => (price, true),
        };
        let vat = match sale.vat {
            Vat::None => VatCents::Amount(0),
            Vat::Rate(rate) => VatCents::Rate(Share::percent(rate)?),
            Vat::Amount(vat) => VatCents::Amount(minor(vat)?),
        };
        let pay_sequence_no = sale.pay_sequence_no;
        Some(Payment { price: minor(price)?, is_net, vat, shipping: minor(sale.shipping)?, pay_sequence_no })
    }
}

impl Payment {
    /// Whether the price, and VAT that is given, are not more than that.
    #[inline]
    pub(super) fn is_small(&self, most: i64) -> bool {
        let vat = match self.vat {
            VatCents::Rate(_) => 0,
            VatCents::Amount(vat) => vat,
        };
        self.price <= most && vat <= most
    }
}

/// A [`Split`] in whole cents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Cents {
    pub(super) brutto: i64,
    pub(super) vat: i64,
    pub(super) netto: i64,
    pub(super) provider: i64,
    pub(super) shipping: i64,
    pub(super) basic: i64,
    pub(super) affiliate: i64,
    pub(super) referral: i64,
    pub(super) partner: i64,
    pub(super) partner_affiliates: i64,
    pub(super) vendor: i64,
    /// At which steps exactly half a cent was rounded.
    pub(super) ties: Ties,
}

/// A [`PartnerShare`] in whole cents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct PartnerCents {
    pub(super) base: i64,
    pub(super) share: i64,
    pub(super) affiliate: i64,
    /// Whether exactly half a cent was rounded for the share, and for the affiliate.
    pub(super) ties: (bool, bool),
}

/// At which steps exactly half a cent was rounded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Ties {
    pub(super) vat: bool,
    pub(super) provider: bool,
    pub(super) shipping: bool,
    pub(super) affiliate: bool,
    pub(super) referral: bool,
    pub(super) partner: bool,
}

impl Ready {
    /// `None` when something does not fit 64 bits. The terms have been checked.
    pub(super) fn of(terms: &Terms, digits: u8) -> Option<Ready> {
        let minor = |amount: Amount| amount.minor_units(digits).ok();
        let decimals = terms.tariff.tiers.iter().map(|(_, percent)| percent.decimals()).max().unwrap_or_default();
        let mut tiers = Vec::new();
        let mut before = 0;
        for (from, percent) in &terms.tariff.tiers {
            let percent = percent.minor_units(decimals).ok()?;
            tiers.push((minor(*from)?, percent - before));
            before = percent;
        }
        let partners = terms.partners.iter().map(|partner| {
            let own = Part::of(partner.own_affiliate, digits)?;
            Some((Share::percent(partner.rate)?, partner.base, own))
        });
        Some(Ready {
            tie: terms.tie,
            tiers,
            denominator: Divisor::new(10i64.checked_pow(u32::from(decimals) + 2)?),
            fixed: minor(terms.tariff.fixed)?,
            margin_free_shipping: terms.margin_free_shipping,
            affiliate: Part::of(terms.affiliate, digits)?,
            first_payment_only: terms.first_payment_only,
            referral: terms.referral_rate.map_or(Some(Share::NONE), Share::percent)?,
            partners: partners.collect::<Option<_>>()?,
        })
    }

    /// How many partners there are.
    pub(super) fn partners(&self) -> usize {
        self.partners.len()
    }

    /// The split, and those of the partners, for whom there has to be as much room as there are partners. `None` when
    /// something does not fit 64 bits.
    #[inline(never)]
    pub(super) fn split(&self, payment: &Payment, partners: &mut [PartnerCents]) -> Option<Cents> {
        self.split_in::<Checked>(payment, partners)
    }

    /// The same for payments of which [`is_small`](Payment::is_small) is true up to [`small`](Ready::small).
    #[inline(always)]
    pub(super) fn split_small(&self, payment: &Payment, partners: &mut [PartnerCents]) -> Option<Cents> {
        self.split_in::<Small>(payment, partners)
    }

    /// Up to which price no figure leaves 64 bits on its way, at these rates of VAT: shares are 100 % at most, so none is
    /// more than price, VAT and fixed parts together. Below zero where [`split_small`](Ready::split_small) is of no use.
    pub(super) fn small(&self, rates: impl Iterator<Item = Share>) -> i64 {
        if self.tie == Tie::Even {
            return -1;
        }
        let tiers = self.tiers.iter().fold(0i64, |sum, (_, more)| sum.saturating_add(more.saturating_abs()));
        let rates = rates.chain([self.affiliate.rate, self.referral]).map(Share::largest);
        let largest = rates.chain([tiers, self.denominator.by()]).max().unwrap_or_default();
        let room = Small::most(largest).checked_sub(self.fixed).and_then(|room| room.checked_sub(self.affiliate.fixed));
        room.map_or(-1, |room| room / 2)
    }

    #[inline(always)]
    fn split_in<A: Arithmetic>(&self, payment: &Payment, partners: &mut [PartnerCents]) -> Option<Cents> {
        let tie = self.tie;
        let exactly = |units| Rounded { units, was_tie: false };
        let vat = match (payment.vat, payment.is_net) {
            (VatCents::Amount(units), _) => exactly(units),
            (VatCents::Rate(rate), true) => rate.of_in::<A>(payment.price, tie)?,
            (VatCents::Rate(rate), false) => rate.inside::<A>(payment.price, tie)?,
        };
        let brutto = if payment.is_net { A::add(payment.price, vat.units)? } else { payment.price };
        let netto = brutto - vat.units;
        // Shipping is taxed like the goods, so it has its part of the VAT.
        let shipping = match payment.shipping {
            0 => exactly(0),
            shipping if payment.is_net => exactly(shipping),
            shipping => scaled(netto, shipping, brutto, tie)?,
        };
        let without_margin = match (self.margin_free_shipping, payment.is_net) {
            (false, _) => exactly(0),
            (true, false) => exactly(payment.shipping),
            (true, true) => scaled(brutto, shipping.units, netto.max(1), tie)?,
        };
        let provider = self.margin_in::<A>(brutto - without_margin.units)?;
        let basic = A::sub(A::sub(netto, provider.units)?, shipping.units)?;
        let affiliate = match self.first_payment_only && payment.pay_sequence_no > 1 {
            true => exactly(0),
            false => self.affiliate.paid::<A>(basic, tie)?,
        };
        let referral = self.referral.of_in::<A>(affiliate.units, tie)?;
        let mut cents = Cents {
            brutto,
            vat: vat.units,
            netto,
            provider: provider.units,
            shipping: shipping.units,
            basic,
            affiliate: affiliate.units,
            referral: referral.units,
            ties: Ties {
                vat: vat.was_tie,
                provider: provider.was_tie || without_margin.was_tie,
                shipping: shipping.was_tie,
                affiliate: affiliate.was_tie,
                referral: referral.was_tie,
                partner: false,
            },
            ..Cents::default()
        };
        for ((rate, base, own), partner) in self.partners.iter().zip(partners) {
            let base = match base {
                PartnerBase::AfterAffiliate => basic.checked_sub(affiliate.units)?,
                PartnerBase::BasicAmount => basic,
            };
            let whole = rate.of(base.max(0), tie)?;
            let own = own.paid::<Checked>(basic, tie)?;
            *partner = PartnerCents {
                base,
                share: whole.units.checked_sub(own.units)?,
                affiliate: own.units,
                ties: (whole.was_tie, own.was_tie),
            };
            cents.partner = cents.partner.checked_add(partner.share)?;
            cents.partner_affiliates = cents.partner_affiliates.checked_add(own.units)?;
            cents.ties.partner |= whole.was_tie | own.was_tie;
        }
        let own = A::sub(A::sub(A::sub(netto, cents.provider)?, cents.affiliate)?, cents.referral)?;
        cents.vendor = own.checked_sub(cents.partner)?.checked_sub(cents.partner_affiliates)?;
        Some(cents)
    }

    /// The margin of any gross price.
    pub(super) fn margin(&self, gross: i64) -> Option<Rounded> {
        self.margin_in::<Checked>(gross)
    }

    /// The margin of a gross price: percentages of its tiers and the fixed part, rounded once.
    #[inline(always)]
    fn margin_in<A: Arithmetic>(&self, gross: i64) -> Option<Rounded> {
        let percent = match self.tiers.as_slice() {
            [(0, percent)] => A::scaled(gross, *percent, self.denominator, self.tie)?,
            tiers => {
                let part = |(from, more): &(i64, i64)| i128::from((gross - from).max(0)) * i128::from(*more);
                self.denominator.divided(tiers.iter().map(part).sum(), self.tie)?
            }
        };
        Some(Rounded { units: A::add(percent.units, self.fixed)?, was_tie: percent.was_tie })
    }
}
