//! How a split comes about, step by step, in figures.

use super::note::{Language, Note};
use super::round::scaled;
use super::split::Split;
use super::terms::{BothPolicy, Commission, PartnerBase, Price, Vat};
use super::words::{Words, partner_named};
use crate::Amount;

/// One figure of a split and how it comes about.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Step {
    /// Which figure: a field of the split such as `amount_vat` or `partners[0].amount`; or one on the way to it,
    /// `shipping_brutto`, `margin_base` and `partners[0].share`; or a sum that checks others, `check.amount_brutto` and
    /// `check.amount_netto`.
    pub field: String,
    /// What it is, in words: `VAT`.
    pub label: String,
    /// How it comes about, in figures: `119.00 × 19 / 119`. Products are rounded to the smallest unit. What an input says
    /// stands there in words: `given`, `fixed amount`.
    pub derivation: String,
    /// What it comes to.
    pub amount: Amount,
    /// The sentences of the notes about this figure.
    pub notes: Vec<&'static str>,
}

impl Step {
    /// Whether it is a sum that checks others and no share of its own.
    pub(super) fn is_check(&self) -> bool {
        self.field.starts_with("check.")
    }
}

impl Split {
    /// Every figure in the order of the formula, each from the ones before it, and at the end the two sums that check
    /// them. What does not occur in sale and terms is left out.
    ///
    /// ```
    /// use digistore24::commission::{Currency, Language, Sale, Terms, Vat, split};
    ///
    /// let sale = Sale::gross("119.00".parse()?, Currency::known("EUR")?, Vat::Rate("19".parse()?));
    /// let steps = split(&sale, &Terms::default()).unwrap().steps(Language::German);
    /// assert_eq!(steps[1].label, "USt");
    /// assert_eq!(steps[1].derivation, "119,00 × 19 / 119");
    /// assert_eq!(steps[1].amount, "19.00".parse()?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn steps(&self, language: Language) -> Vec<Step> {
        let mut steps = Steps { split: self, words: self.words(language), done: Vec::new() };
        steps.price();
        steps.margin();
        steps.basic_amount();
        steps.affiliate();
        steps.partners();
        steps.vendor();
        steps.done
    }

    /// The derivation as text: sale and terms, a line for each step, and the notes. Each line ends with a line break.
    ///
    /// ```
    /// use digistore24::commission::{Currency, Language, Sale, Terms, Vat, split};
    ///
    /// let sale = Sale::gross("119.00".parse()?, Currency::known("EUR")?, Vat::Rate("19".parse()?));
    /// let text = split(&sale, &Terms::default()).unwrap().explain(Language::English);
    /// assert_eq!(text, "\
    /// Sale of 119.00 EUR including 19 % VAT
    /// Terms: margin 7.9 % + 1.00 EUR
    ///
    /// Gross         119.00 EUR  given
    /// VAT            19.00 EUR  119.00 × 19 / 119
    /// Net           100.00 EUR  119.00 − 19.00
    /// Margin         10.40 EUR  119.00 × 7.9 % + 1.00
    /// Basic amount   89.60 EUR  100.00 − 10.40
    /// Vendor         89.60 EUR  remainder: 100.00 − 10.40
    /// Check: gross  119.00 EUR  100.00 + 19.00
    /// Check: net    100.00 EUR  10.40 + 89.60
    /// ");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn explain(&self, language: Language) -> String {
        let (words, steps) = (self.words(language), self.steps(language));
        let width = |text: &str| text.chars().count();
        let rows = steps.iter().map(|step| (step, words.money(step.amount), self.marks(&step.field)));
        let rows: Vec<_> = rows.collect();
        let labels = rows.iter().map(|(step, ..)| width(&step.label)).max().unwrap_or_default();
        let amounts = rows.iter().map(|(_, amount, _)| width(amount)).max().unwrap_or_default();
        let mut text = format!("{}\n{}\n\n", words.sale(&self.sale), words.terms(&self.terms));
        for (step, amount, marks) in &rows {
            let marks: String = marks.iter().map(|number| format!(" [{number}]")).collect();
            text += &format!("{:labels$}  {amount:>amounts$}  {}{marks}\n", step.label, step.derivation);
        }
        for (at, note) in self.notes.iter().enumerate() {
            let blank = if at == 0 { "\n" } else { "" };
            text += &format!("{blank}[{}] {}\n", at + 1, told(note, &steps, language));
        }
        text
    }

    /// The numbers of the notes about a field, from 1.
    pub(super) fn marks(&self, field: &str) -> Vec<usize> {
        let about = |(at, note): (usize, &Note)| (note.field == field).then_some(at + 1);
        self.notes.iter().enumerate().filter_map(about).collect()
    }
}

/// A note with the label of the step it is about.
pub(super) fn told(note: &Note, steps: &[Step], language: Language) -> String {
    let sentence = note.sentence(language);
    match steps.iter().find(|step| step.field == note.field) {
        Some(step) => format!("{}: {sentence}", step.label),
        None => sentence.to_owned(),
    }
}

struct Steps<'s> {
    split: &'s Split,
    words: Words,
    done: Vec<Step>,
}

impl Steps<'_> {
    fn push(&mut self, field: &str, label: impl Into<String>, derivation: impl Into<String>, amount: Amount) {
        let about = self.split.notes.iter().filter(|note| note.field == field);
        let notes = about.map(|note| note.sentence(self.words.language)).collect();
        let (label, derivation) = (label.into(), derivation.into());
        self.done.push(Step { field: field.to_owned(), label, derivation, amount, notes });
    }

    /// Gross, VAT and net, in the order in which they follow from the price.
    fn price(&mut self) {
        let (split, words) = (self.split, self.words);
        let figure = |amount| words.figure(amount);
        let (brutto, vat, netto) = (split.amount_brutto, split.amount_vat, split.amount_netto);
        let given = words.say("given", "angegeben");
        let is_gross = matches!(split.sale.price, Price::Gross(_));
        let taxed = match split.sale.vat {
            Vat::None => words.say("none", "keine").to_owned(),
            Vat::Amount(_) => given.to_owned(),
            Vat::Rate(rate) if is_gross => {
                let whole = rate.checked_add(Amount::cents(10_000)).unwrap_or(rate);
                format!("{} × {} / {}", figure(brutto), words.rate(rate), words.rate(whole))
            }
            Vat::Rate(rate) => format!("{} × {} %", figure(netto), words.rate(rate)),
        };
        let (gross_label, net_label) = (words.say("Gross", "Brutto"), words.say("Net", "Netto"));
        match is_gross {
            true => self.push("amount_brutto", gross_label, given, brutto),
            false => self.push("amount_netto", net_label, given, netto),
        }
        self.push("amount_vat", words.say("VAT", "USt"), taxed, vat);
        match is_gross {
            true => self.push("amount_netto", net_label, format!("{} − {}", figure(brutto), figure(vat)), netto),
            false => self.push("amount_brutto", gross_label, format!("{} + {}", figure(netto), figure(vat)), brutto),
        }
    }

    fn margin(&mut self) {
        let (split, words) = (self.split, self.words);
        let charged = match split.terms.margin_free_shipping && !split.sale.shipping.is_zero() {
            true => self.without_shipping(),
            false => split.amount_brutto,
        };
        let tariff = &split.terms.tariff;
        let mut terms = Vec::new();
        for (at, (from, percent)) in tariff.tiers.iter().enumerate() {
            let to = tariff.tiers.get(at + 1).map_or(charged, |(to, _)| charged.min(*to));
            if at == 0 || to > *from {
                terms.push(format!("{} × {} %", words.figure(less(to, *from)), words.rate(*percent)));
            }
        }
        if !tariff.fixed.is_zero() {
            terms.push(words.figure(tariff.fixed));
        }
        self.push("amount_provider", words.say("Margin", "Marge"), terms.join(" + "), split.amount_provider);
    }

    /// The gross price without shipping, where the margin is charged on that.
    fn without_shipping(&mut self) -> Amount {
        let (split, words) = (self.split, self.words);
        let (brutto, netto, shipping) = (split.amount_brutto, split.amount_netto, split.sale.shipping);
        let mut with_vat = shipping;
        if matches!(split.sale.price, Price::Net(_)) {
            let minor = |amount: Amount| amount.units_at(split.currency.digits());
            let taxed = || scaled(minor(brutto)?, minor(shipping)?, minor(netto)?, split.terms.tie);
            with_vat = taxed().map_or(shipping, |taxed| split.currency.amount(taxed.units));
            let derivation = format!("{} × {} / {}", words.figure(brutto), words.figure(shipping), words.figure(netto));
            self.push("shipping_brutto", words.say("Shipping with VAT", "Versand mit USt"), derivation, with_vat);
        }
        let charged = less(brutto, with_vat);
        let derivation = format!("{} − {}", words.figure(brutto), words.figure(with_vat));
        self.push("margin_base", words.say("Gross without shipping", "Brutto ohne Versand"), derivation, charged);
        charged
    }

    fn basic_amount(&mut self) {
        let (split, words) = (self.split, self.words);
        let figure = |amount| words.figure(amount);
        let mut derivation = format!("{} − {}", figure(split.amount_netto), figure(split.amount_provider));
        if !split.sale.shipping.is_zero() {
            let shipping = split.sale.shipping;
            let taxed = match split.sale.price {
                Price::Net(_) => words.say("given", "angegeben").to_owned(),
                Price::Gross(_) => {
                    let [netto, shipping, brutto] = [split.amount_netto, shipping, split.amount_brutto].map(figure);
                    format!("{netto} × {shipping} / {brutto}")
                }
            };
            self.push("amount_shipping", words.say("Shipping", "Versand"), taxed, split.amount_shipping);
            derivation += &format!(" − {}", figure(split.amount_shipping));
        }
        self.push("basic_amount", words.say("Basic amount", "Basisbetrag"), derivation, split.basic_amount);
    }

    fn affiliate(&mut self) {
        let (split, words) = (self.split, self.words);
        let terms = &split.terms;
        if terms.affiliate != Commission::None {
            let derivation = match terms.first_payment_only && split.sale.pay_sequence_no > 1 {
                true => words.say("of the first payment only", "nur von der ersten Zahlung").to_owned(),
                false => self.commission(terms.affiliate),
            };
            let label = words.say("Affiliate commission", "Affiliate-Provision");
            self.push("amount_affiliate", label, derivation, split.amount_affiliate);
        }
        if let Some(rate) = terms.referral_rate {
            let derivation = format!("{} × {} %", words.figure(split.amount_affiliate), words.rate(rate));
            let label = words.say("Referral commission", "Empfehlungsprovision");
            self.push("amount_referral", label, derivation, split.amount_referral);
        }
    }

    /// What an affiliate's commission of the basic amount comes to.
    fn commission(&self, commission: Commission) -> String {
        let words = self.words;
        let percent = |rate| format!("{} × {} %", words.figure(least_zero(self.split.basic_amount)), words.rate(rate));
        let fixed_amount = words.say("fixed amount", "Festbetrag").to_owned();
        match commission {
            Commission::None => words.say("none", "keine").to_owned(),
            Commission::Percent(rate) => percent(rate),
            Commission::Fixed(_) => fixed_amount,
            Commission::Both { rate, fixed, policy } => match policy {
                BothPolicy::Sum => format!("{} + {}", percent(rate), words.figure(fixed)),
                BothPolicy::Larger => {
                    let (rate, fixed) = (percent(rate), words.figure(fixed));
                    words.say(format!("larger of {rate} and {fixed}"), format!("das Größere von {rate} und {fixed}"))
                }
                BothPolicy::Rate => percent(rate),
                BothPolicy::Fixed => fixed_amount,
            },
        }
    }

    fn partners(&mut self) {
        let (split, words) = (self.split, self.words);
        for (at, (share, partner)) in split.partners.iter().zip(&split.terms.partners).enumerate() {
            let name = partner_named(&share.name);
            let field = |name: &str| format!("partners[{at}].{name}");
            let base = match partner.base {
                PartnerBase::AfterAffiliate => {
                    format!("{} − {}", words.figure(split.basic_amount), words.figure(split.amount_affiliate))
                }
                PartnerBase::BasicAmount => words.figure(split.basic_amount),
            };
            self.push(&field("base"), format!("{name}, {}", words.say("base", "Basis")), base, share.base);
            let whole = format!("{} × {} %", words.figure(least_zero(share.base)), words.rate(partner.rate));
            let amount = match partner.own_affiliate {
                Commission::None => whole,
                own => {
                    let taken = share.amount_affiliate;
                    let before = share.amount.checked_add(taken).unwrap_or(share.amount);
                    self.push(&field("share"), format!("{name}, {}", words.say("share", "Anteil")), whole, before);
                    let label = format!("{name}, {}", words.say("own affiliate", "eigener Affiliate"));
                    self.push(&field("amount_affiliate"), label, self.commission(own), taken);
                    format!("{} − {}", words.figure(before), words.figure(taken))
                }
            };
            self.push(&field("amount"), name, amount, share.amount);
        }
    }

    /// The vendor's amount, and the sums that check it all.
    fn vendor(&mut self) {
        let (split, words) = (self.split, self.words);
        let is_share = |step: &&Step| {
            matches!(step.field.as_str(), "amount_provider" | "amount_affiliate" | "amount_referral")
                || step.field.starts_with("partners[")
                    && (step.field.ends_with("].amount") || step.field.ends_with("].amount_affiliate"))
        };
        let mut shares: Vec<Amount> = self.done.iter().filter(is_share).map(|step| step.amount).collect();
        let terms = |amounts: &[Amount], sign: &str| {
            let terms: Vec<String> = amounts.iter().map(|amount| words.term(*amount)).collect();
            terms.join(sign)
        };
        let netto = words.figure(split.amount_netto);
        let derivation = format!("{}: {netto} − {}", words.say("remainder", "Rest"), terms(&shares, " − "));
        self.push("amount_vendor", "Vendor", derivation, split.amount_vendor);
        let taxed = [split.amount_netto, split.amount_vat];
        let label = words.say("Check: gross", "Probe: Brutto");
        self.push("check.amount_brutto", label, terms(&taxed, " + "), total(&taxed));
        shares.push(split.amount_vendor);
        let label = words.say("Check: net", "Probe: Netto");
        self.push("check.amount_netto", label, terms(&shares, " + "), total(&shares));
    }
}

/// What percentages are taken of: nothing where an amount is below zero.
fn least_zero(amount: Amount) -> Amount {
    amount.max(Amount::cents(0))
}

fn less(amount: Amount, other: Amount) -> Amount {
    amount.checked_sub(other).unwrap_or(amount)
}

fn total(amounts: &[Amount]) -> Amount {
    amounts.iter().fold(Amount::cents(0), |sum, amount| sum.checked_add(*amount).unwrap_or(sum))
}
