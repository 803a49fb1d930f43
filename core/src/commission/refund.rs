//! Refunds and chargebacks: what of each share goes back, and what that costs.

use super::currency::Currency;
use super::fees::FeeSchedule;
use super::note::{Note, Remark};
use super::party::{Party, shares};
use super::round::{Tie, scaled};
use super::split::{PartnerShare, Split};
use super::terms::{BothPolicy, Commission};
use crate::options::{Options, read_all};
use crate::value::list;
use crate::{Amount, Problem, Value};

/// Why money goes back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RefundKind {
    /// The vendor or the platform gave it back.
    #[default]
    Refund,
    /// The bank took it back.
    Chargeback,
}

impl RefundKind {
    /// `refund` or `chargeback`, as the platform names such a transaction.
    pub fn as_str(self) -> &'static str {
        match self {
            RefundKind::Refund => "refund",
            RefundKind::Chargeback => "chargeback",
        }
    }
}

/// What becomes of a fixed commission in a partial refund. Unknown on the service's side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FixedCommission {
    /// It is taken back in proportion.
    #[default]
    Proportional,
    /// It is kept until everything has gone back.
    Kept,
}

/// How money goes back. The default is a refund of all that is left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefundTerms {
    /// Why it does.
    pub kind: RefundKind,
    /// How much of the gross price goes back; everything that is left without it.
    pub amount: Option<Amount>,
    /// How much of it went back before, on the same terms.
    pub refunded_before: Amount,
    /// Whether the platform gives back the margin. It appears to (an operator's records, 2026), which is no document.
    pub margin_refunded: bool,
    /// What becomes of a fixed commission in a partial refund.
    pub fixed_commission: FixedCommission,
    /// What it costs, if that is known.
    pub fee: Option<Amount>,
    /// What it costs otherwise.
    pub fees: FeeSchedule,
    /// Which of the fees a chargeback costs, such as `card`.
    pub chargeback_kind: Option<String>,
    /// Whether the vendor's amount holds the fee. The fee of a chargeback is a line of its own (vendor document), that of a
    /// refund may be inside (one record); the default is a line of its own.
    pub fee_inside: bool,
}

impl Default for RefundTerms {
    fn default() -> RefundTerms {
        RefundTerms {
            kind: RefundKind::default(),
            amount: None,
            refunded_before: Amount::cents(0),
            margin_refunded: true,
            fixed_commission: FixedCommission::default(),
            fee: None,
            fees: FeeSchedule::default(),
            chargeback_kind: None,
            fee_inside: false,
        }
    }
}

/// The amounts of a split, or of a part of it. The fields are those of [`Split`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Amounts {
    /// What the buyer paid.
    pub amount_brutto: Amount,
    /// VAT in it.
    pub amount_vat: Amount,
    /// What is left after VAT.
    pub amount_netto: Amount,
    /// The margin of the platform.
    pub amount_provider: Amount,
    /// Shipping without VAT, which is part of the vendor's amount.
    pub amount_shipping: Amount,
    /// What is left after VAT, margin and shipping.
    pub basic_amount: Amount,
    /// The affiliate's commission.
    pub amount_affiliate: Amount,
    /// What the one who recruited the affiliate gets.
    pub amount_referral: Amount,
    /// What each joint-venture partner gets.
    pub partners: Vec<PartnerShare>,
    /// What is left for the vendor.
    pub amount_vendor: Amount,
}

impl Amounts {
    /// What everybody gets: the vendor, and all others whose share is not nothing.
    pub fn shares(&self) -> Vec<(Party, Amount)> {
        shares(self.amount_vendor, self.amount_affiliate, self.amount_referral, &self.partners)
    }

    fn fields(&self) -> Vec<(String, Value)> {
        let fields = [
            ("amount_brutto", self.amount_brutto.into()),
            ("amount_vat", self.amount_vat.into()),
            ("amount_netto", self.amount_netto.into()),
            ("amount_provider", self.amount_provider.into()),
            ("amount_shipping", self.amount_shipping.into()),
            ("basic_amount", self.basic_amount.into()),
            ("amount_affiliate", self.amount_affiliate.into()),
            ("amount_referral", self.amount_referral.into()),
            ("partners", list(&self.partners)),
            ("amount_vendor", self.amount_vendor.into()),
        ];
        fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }
}

/// Money that goes back: a transaction of its own.
///
/// Always, and by construction: `amount_netto = amount_provider + amount_affiliate + amount_referral + the partners' amounts
/// and those of their affiliates + amount_vendor`, but for the fee where the vendor's amount holds it. Any number of
/// refunds of a payment that together give back everything add up to its split.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Refund {
    /// Why it goes back.
    pub kind: RefundKind,
    /// The currency of all amounts.
    pub currency: Currency,
    /// What goes back, below zero: so do refunds stand in answers of the service (an operator's records, 2026).
    pub amounts: Amounts,
    /// What it costs the vendor, above zero.
    pub fee: Amount,
    /// Whether the vendor's amount holds the fee.
    pub fee_inside: bool,
    /// What everybody has of the payment after this, and after what went back before. The vendor's amount is less the fee
    /// of this refund; fees of earlier ones are not known here.
    pub balance: Amounts,
    /// What it rests on that is uncertain.
    pub notes: Vec<Note>,
}

/// Gives back a payment, or a part of it.
///
/// A refund of everything takes back every share in full. In a partial one each share is taken back in proportion to the
/// gross price and rounded by the terms of the split; the vendor gives what remains. It is the sum of all that went back
/// that is rounded, so no share but the vendor's ever goes back by more than it was, and in the end all have gone back.
///
/// # Errors
/// Everything that is wrong with the terms, with the names that the options have in the bindings: more than is left of the
/// payment, a chargeback whose fee is not told.
///
/// ```
/// use digistore24::commission::{Currency, RefundTerms, Sale, Terms, Vat, refund, split};
///
/// let sale = Sale::gross("37.00".parse()?, Currency::known("EUR")?, Vat::Rate("22".parse()?));
/// let split = split(&sale, &Terms::default()).unwrap();
/// let refund = refund(&split, &RefundTerms::default()).unwrap();
/// assert_eq!(refund.amounts.amount_vendor, "-26.41".parse()?);
/// assert_eq!(refund.fee, "1.00".parse()?);
/// assert_eq!(refund.balance.amount_vendor, "-1.00".parse()?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn refund(split: &Split, terms: &RefundTerms) -> Result<Refund, Vec<Problem>> {
    let mut problems = Vec::new();
    let (before, back) = terms.check(split, &mut problems);
    let fee = terms.fee(back, &mut problems);
    if terms.fee.is_none() && fee.minor_units(split.currency.digits()).is_err() {
        let message = format!("the fee, {fee}, has more decimals than the currency; say the `fee`");
        problems.push(Problem::new("fees", message));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let beyond = || vec![Problem::new("split", "has amounts that are too large, or no whole cents")];
    let paid = Cents::of(split).ok_or_else(beyond)?;
    let digits = split.currency.digits();
    let minor = |amount: Amount| amount.minor_units(digits).ok();
    let (before, back, fee_cents) = minor(before)
        .zip(minor(back))
        .zip(minor(fee))
        .map(|((before, back), fee)| (before, back, fee))
        .ok_or_else(beyond)?;
    let moved = || {
        let parts = Parts::of(split, terms)?;
        let (earlier, _) = parts.back(&paid, before)?;
        let (all, was_tie) = parts.back(&paid, before.checked_add(back)?)?;
        let mut moved = earlier.less(&all)?;
        let mut balance = paid.less(&all)?;
        balance.vendor = balance.vendor.checked_sub(fee_cents)?;
        if terms.fee_inside {
            moved.vendor = moved.vendor.checked_sub(fee_cents)?;
        }
        Some((moved, balance, was_tie, parts.has_fixed()))
    };
    let (moved, balance, was_tie, has_fixed) = moved().ok_or_else(beyond)?;
    let is_partial = moved.brutto != -paid.brutto;
    let is_refund = terms.kind == RefundKind::Refund;
    let notes = [
        (terms.margin_refunded && paid.provider != 0, Remark::MarginRefunded, "amount_provider"),
        (!terms.margin_refunded && paid.provider != 0, Remark::MarginKept, "amount_provider"),
        (is_partial, Remark::PartialShares, ""),
        (is_partial && was_tie, Remark::Tie, ""),
        (is_partial && has_fixed, Remark::PartialFixed, "amount_affiliate"),
        (is_partial && is_refund && terms.fee.is_none(), Remark::PartialFee, "fee"),
        (is_refund && !fee.is_zero(), Remark::FeeInside, "amount_vendor"),
        (terms.fee.is_none() && !fee.is_zero() && split.currency.code() != "EUR", Remark::FeeCurrency, "fee"),
    ];
    Ok(Refund {
        kind: terms.kind,
        currency: split.currency,
        amounts: moved.amounts(split),
        fee: split.currency.amount(fee_cents),
        fee_inside: terms.fee_inside,
        balance: balance.amounts(split),
        notes: Note::those(notes),
    })
}

impl RefundTerms {
    /// How much went back before, and how much does now.
    fn check(&self, split: &Split, problems: &mut Vec<Problem>) -> (Amount, Amount) {
        let digits = split.currency.digits();
        let none = Amount::cents(0);
        let known = [("amount", self.amount), ("refunded_before", Some(self.refunded_before)), ("fee", self.fee)];
        for (name, amount) in known {
            let Some(amount) = amount else { continue };
            if amount.is_negative() {
                problems.push(Problem::new(name, format!("expected 0 or more, got {amount}")));
            } else if let Err(error) = amount.minor_units(digits) {
                problems.push(Problem::new(name, error.to_string()));
            }
        }
        self.fees.check(problems);
        let (paid, before) = (split.amount_brutto, self.refunded_before);
        let left = paid.checked_sub(before).unwrap_or(none);
        if left.is_negative() {
            let message = format!("is more than the payment, {paid}, of which it is a part");
            problems.push(Problem::new("refunded_before", message));
            return (none, none);
        }
        let back = self.amount.unwrap_or(left);
        if back > left {
            problems.push(Problem::new("amount", format!("is more than the {left} that are left of the payment")));
        } else if back.is_zero() {
            let (name, why) = match self.amount {
                Some(_) => ("amount", "expected more than 0"),
                None => ("split", "leaves nothing to give back"),
            };
            problems.push(Problem::new(name, why));
        }
        (before, back)
    }

    /// What it costs.
    fn fee(&self, back: Amount, problems: &mut Vec<Problem>) -> Amount {
        let listed = match (self.fee, self.kind) {
            (Some(fee), _) => return fee,
            (None, RefundKind::Refund) => return self.fees.refund(back),
            (None, RefundKind::Chargeback) => self.chargeback_kind.as_deref(),
        };
        match listed.and_then(|kind| self.fees.chargeback(kind)) {
            Some(fee) => fee,
            None => {
                let kinds: Vec<&str> = self.fees.chargeback.iter().map(|(kind, _)| kind.as_str()).collect();
                let got = listed.map_or_else(|| "nothing".to_owned(), crate::value::quoted);
                let kinds = kinds.join(", ");
                let message = format!("expected one of {kinds}, or say the `fee`, or other `fees`; got {got}");
                problems.push(Problem::new("chargeback_kind", message));
                Amount::cents(0)
            }
        }
    }
}

/// The amounts of a split in whole cents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Cents {
    brutto: i64,
    vat: i64,
    provider: i64,
    shipping: i64,
    affiliate: i64,
    referral: i64,
    /// The partner's amount, and that of the partner's own affiliate.
    partners: Vec<(i64, i64)>,
    vendor: i64,
}

impl Cents {
    fn of(split: &Split) -> Option<Cents> {
        let minor = |amount: Amount| amount.minor_units(split.currency.digits()).ok();
        let partner = |partner: &PartnerShare| Some((minor(partner.amount)?, minor(partner.amount_affiliate)?));
        Some(Cents {
            brutto: minor(split.amount_brutto)?,
            vat: minor(split.amount_vat)?,
            provider: minor(split.amount_provider)?,
            shipping: minor(split.amount_shipping)?,
            affiliate: minor(split.amount_affiliate)?,
            referral: minor(split.amount_referral)?,
            partners: split.partners.iter().map(partner).collect::<Option<_>>()?,
            vendor: minor(split.amount_vendor)?,
        })
    }

    /// The same with what remains for the vendor.
    fn with_vendor(self) -> Option<Cents> {
        let shares = [self.vat, self.provider, self.affiliate, self.referral];
        let partners = self.partners.iter().flat_map(|(share, own)| [*share, *own]);
        let vendor = shares.into_iter().chain(partners).try_fold(self.brutto, i64::checked_sub)?;
        Some(Cents { vendor, ..self })
    }

    fn less(&self, other: &Cents) -> Option<Cents> {
        let partners = self.partners.iter().zip(&other.partners);
        Some(Cents {
            brutto: self.brutto.checked_sub(other.brutto)?,
            vat: self.vat.checked_sub(other.vat)?,
            provider: self.provider.checked_sub(other.provider)?,
            shipping: self.shipping.checked_sub(other.shipping)?,
            affiliate: self.affiliate.checked_sub(other.affiliate)?,
            referral: self.referral.checked_sub(other.referral)?,
            partners: partners
                .map(|(one, other)| Some((one.0.checked_sub(other.0)?, one.1.checked_sub(other.1)?)))
                .collect::<Option<_>>()?,
            vendor: self.vendor.checked_sub(other.vendor)?,
        })
    }

    fn amounts(&self, split: &Split) -> Amounts {
        let amount = |units| split.currency.amount(units);
        let netto = self.brutto - self.vat;
        let basic = netto - self.provider - self.shipping;
        let partner = |(partner, (share, own)): (&PartnerShare, &(i64, i64))| PartnerShare {
            amount: amount(*share),
            amount_affiliate: amount(*own),
            ..partner.clone()
        };
        Amounts {
            amount_brutto: amount(self.brutto),
            amount_vat: amount(self.vat),
            amount_netto: amount(netto),
            amount_provider: amount(self.provider),
            amount_shipping: amount(self.shipping),
            basic_amount: amount(basic),
            amount_affiliate: amount(self.affiliate),
            amount_referral: amount(self.referral),
            partners: split.partners.iter().zip(&self.partners).map(partner).collect(),
            amount_vendor: amount(self.vendor),
        }
    }
}

/// How the shares of a split go back.
struct Parts {
    tie: Tie,
    margin_refunded: bool,
    /// The part of the affiliate's commission that is fixed and stays in a partial refund.
    affiliate: i64,
    /// The same for the partners' own affiliates.
    own: Vec<i64>,
    has_fixed: bool,
}

impl Parts {
    fn of(split: &Split, terms: &RefundTerms) -> Option<Parts> {
        let digits = split.currency.digits();
        let minor = |amount: Amount| amount.minor_units(digits).ok();
        let mut has_fixed = false;
        let mut kept = |commission: Commission, paid: Amount| {
            let paid = minor(paid)?;
            let fixed = match commission {
                Commission::None | Commission::Percent(_) => 0,
                Commission::Both { policy: BothPolicy::Rate, .. } => 0,
                Commission::Both { fixed, policy: BothPolicy::Larger, .. } if minor(fixed)? < paid => 0,
                Commission::Fixed(fixed) | Commission::Both { fixed, .. } => minor(fixed)?.min(paid),
            };
            has_fixed |= fixed != 0;
            Some(if terms.fixed_commission == FixedCommission::Kept { fixed } else { 0 })
        };
        let affiliate = kept(split.terms.affiliate, split.amount_affiliate)?;
        let partners = split.terms.partners.iter().zip(&split.partners);
        let own = partners.map(|(partner, share)| kept(partner.own_affiliate, share.amount_affiliate));
        let own = own.collect::<Option<_>>()?;
        Some(Parts { tie: split.terms.tie, margin_refunded: terms.margin_refunded, affiliate, own, has_fixed })
    }

    /// Whether a fixed commission was paid.
    fn has_fixed(&self) -> bool {
        self.has_fixed
    }

    /// What is back when so much of the gross price is, and whether exactly half a cent was rounded for it.
    fn back(&self, paid: &Cents, brutto: i64) -> Option<(Cents, bool)> {
        let mut was_tie = false;
        let is_all = brutto == paid.brutto;
        let mut of = |share: i64, part: i64, whole: i64| {
            if is_all || whole == 0 {
                return Some(share);
            }
            let rounded = scaled(share, part, whole, self.tie)?;
            was_tie |= rounded.was_tie;
            Some(rounded.units)
        };
        let mut priced = |share: i64| of(share, brutto, paid.brutto);
        let vat = priced(paid.vat)?;
        let provider = if self.margin_refunded { priced(paid.provider)? } else { 0 };
        let shipping = priced(paid.shipping)?;
        let kept = |fixed: i64| if is_all { 0 } else { fixed };
        let affiliate = priced(paid.affiliate - kept(self.affiliate))?;
        let mut partners = Vec::new();
        for ((share, own), fixed) in paid.partners.iter().zip(&self.own) {
            let whole = priced(share.checked_add(*own)?)?;
            let own = priced(own - kept(*fixed))?;
            partners.push((whole.checked_sub(own)?, own));
        }
        // It is a part of the commission, and goes back with it.
        let referral = of(paid.referral, affiliate, paid.affiliate)?;
        let cents = Cents { brutto, vat, provider, shipping, affiliate, referral, partners, vendor: 0 };
        Some((cents.with_vendor()?, was_tie))
    }
}

/// Money that goes back, from options by name.
///
/// | option | what it is |
/// |---|---|
/// | `split` | the options of the payment, as [`read`](super::read) takes them |
/// | `kind` | `refund` or `chargeback` |
/// | `fixed_commission` | `proportional` or `kept`, see [`FixedCommission`] |
/// | `fees` | the name of a [preset](super::FEE_PRESETS), or `{ refund: [{ above, fee }], chargeback: [{ kind, fee }], payout: [{ method, fee }] }` |
/// | `amount`, `refunded_before`, `margin_refunded`, `fee`, `chargeback_kind`, `fee_inside` | see [`RefundTerms`] |
///
/// # Errors
/// Everything that is wrong with them.
pub fn refund_of(options: &Value) -> Result<Refund, Vec<Problem>> {
    read_all(options, read)
}

pub(super) fn read(options: &mut Options<'_, '_>) -> Option<Refund> {
    let split = options.split("split");
    let kinds = [RefundKind::Refund, RefundKind::Chargeback].map(|kind| (kind.as_str(), kind));
    let fixed = [("proportional", FixedCommission::Proportional), ("kept", FixedCommission::Kept)];
    let terms = RefundTerms {
        kind: options.word("kind", &kinds).unwrap_or_default(),
        amount: options.amount("amount"),
        refunded_before: options.amount("refunded_before").unwrap_or_default(),
        margin_refunded: options.flag("margin_refunded").unwrap_or(true),
        fixed_commission: options.word("fixed_commission", &fixed).unwrap_or_default(),
        fee: options.amount("fee"),
        fees: FeeSchedule::read(options).unwrap_or_default(),
        chargeback_kind: options.text("chargeback_kind").map(str::to_owned),
        fee_inside: options.flag("fee_inside").unwrap_or_default(),
    };
    let refund = refund(&split?, &terms);
    options.took(refund)
}

/// `kind`, `currency`, every amount under its name, `fee`, `fee_inside`, `balance` and `notes`.
impl From<&Refund> for Value {
    fn from(refund: &Refund) -> Value {
        let head = [("kind", refund.kind.as_str().into()), ("currency", refund.currency.code().into())];
        let tail = [
            ("fee", refund.fee.into()),
            ("fee_inside", refund.fee_inside.into()),
            ("balance", Value::Map(refund.balance.fields())),
            ("notes", list(&refund.notes)),
        ];
        let named = |(name, value): (&str, Value)| (name.to_owned(), value);
        let amounts = refund.amounts.fields();
        Value::Map(head.into_iter().map(named).chain(amounts).chain(tail.into_iter().map(named)).collect())
    }
}
