//! What a comparison finds, in words.

use super::infer::count;
use super::note::Language;
use super::tariff::Tariff;
use crate::{Amount, Value};

macro_rules! verdicts {
    ($($(#[doc = $doc:literal])+ $name:ident = $word:literal;)*) => {
        /// What is said of a transaction. Causes stand in the order of likelihood.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Verdict { $($(#[doc = $doc])+ $name,)* }

        impl Verdict {
            /// A word for programs.
            pub fn as_str(self) -> &'static str {
                match self { $(Verdict::$name => $word,)* }
            }
        }
    };
}

verdicts! {
    /// Everything that is booked is what the terms come to.
    Fits = "fits";
    /// It is no payment, so it is not compared: whether the margin is given back and where the fee of a refund is booked are
    /// unknown.
    NotAPayment = "not_a_payment";
    /// Its currency is not that of the terms, or not known. Nothing is converted, so it is not compared.
    Currency = "currency";
    /// It tells too little to be compared.
    Untold = "untold";
    /// It contradicts itself, so it is not compared.
    Contradictory = "contradictory";
    /// Exactly half a cent was rounded the other way, or the vendor's share was rounded by itself.
    TieRule = "tie_rule";
    /// Everything is within the tolerance. What the service sent counts.
    Rounding = "rounding";
    /// The VAT is not that of the rate.
    OtherVat = "other_vat";
    /// The commission is of the first payment only, or not, unlike the terms.
    FirstPaymentOnly = "first_payment_only";
    /// There is no commission, as for the buyer's own purchase or without approval.
    NoCommission = "no_commission";
    /// The partners' percentages are taken of the other base.
    PartnerBase = "partner_base";
    /// The margin is charged on shipping, or not, unlike the terms.
    MarginOnShipping = "margin_on_shipping";
    /// The margin is that of another tariff.
    OtherTariff = "other_tariff";
    /// The commission is another percentage.
    OtherRate = "other_rate";
    /// The commission is a fixed amount, or another one.
    FixedCommission = "fixed_commission";
    /// Both the VAT and the tariff are others. The only two causes at once that are looked for.
    OtherVatAndTariff = "other_vat_and_tariff";
    /// No cause explains it.
    Unexplained = "unexplained";
}

/// A cause that explains a difference, with what speaks for it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Finding {
    /// What was found.
    pub verdict: Verdict,
    /// The figure it is about, where it is about one.
    pub field: Option<&'static str>,
    /// The tariff that explains it.
    pub tariff: Option<Tariff>,
    /// The name of that tariff, where it is in a price list.
    pub preset: Option<&'static str>,
    /// The percentage that explains it: of the commission, or of VAT.
    pub rate: Option<Amount>,
    /// The fixed commission that explains it; zero where a later payment bears none.
    pub amount: Option<Amount>,
    /// How many of the rows that do not fit the same tariff, percentage or amount would explain by itself. Absent where it
    /// was found for this row alone.
    pub rows: Option<usize>,
}

impl Finding {
    pub(super) fn of(verdict: Verdict) -> Finding {
        Finding { verdict, field: None, tariff: None, preset: None, rate: None, amount: None, rows: None }
    }

    pub(super) fn about(verdict: Verdict, field: &'static str) -> Finding {
        Finding { field: Some(field), ..Finding::of(verdict) }
    }

    /// What was found and what speaks for it, in a sentence.
    pub fn sentence(&self, language: Language) -> String {
        let german = language == Language::German;
        let field = self.field.unwrap_or_default();
        let rate = match self.rate {
            Some(rate) => format!("{} %", super::percent(rate)),
            None => String::new(),
        };
        let amount = self.amount.map(|amount| amount.to_string()).unwrap_or_default();
        let tariff = match (&self.tariff, self.preset) {
            (Some(tariff), Some(name)) => format!("{tariff} ({name})"),
            (Some(tariff), None) => tariff.to_string(),
            _ => String::new(),
        };
        let [english, deutsch] = match self.verdict {
            Verdict::Fits => ["Everything that is booked fits.".to_owned(), "Alles Gebuchte passt.".to_owned()],
            Verdict::NotAPayment => [
                "This is no payment; it is listed, not compared.".to_owned(),
                "Das ist keine Zahlung; sie ist aufgeführt, nicht verglichen.".to_owned(),
            ],
            Verdict::Currency => [
                "The currency is not that of the terms, or which it is cannot be told; nothing is converted."
                    .to_owned(),
                "Die Währung ist nicht die der Konditionen oder nicht eindeutig; umgerechnet wird nichts.".to_owned(),
            ],
            Verdict::Untold => [
                format!("Nothing tells {field}, without which there is nothing to compare."),
                format!("Nichts nennt {field}; ohne das ist nichts zu vergleichen."),
            ],
            Verdict::Contradictory => [
                format!(
                    "{field} cannot be: rows tell it differently, or it does not go with the price or the currency."
                ),
                format!(
                    "{field} kann nicht sein: Zeilen widersprechen sich, oder es passt nicht zu Preis oder Währung."
                ),
            ],
            Verdict::TieRule => [
                "Exactly half a cent was rounded otherwise.".to_owned(),
                "Genau ein halber Cent wurde anders gerundet.".to_owned(),
            ],
            Verdict::Rounding => [
                "The difference is within the tolerance; the amounts that the service sent count.".to_owned(),
                "Die Abweichung liegt in der Toleranz; es gelten die Beträge des Dienstes.".to_owned(),
            ],
            Verdict::OtherVat if rate.is_empty() => [
                "The VAT is another, and no rate explains it.".to_owned(),
                "Die USt ist eine andere, und kein Satz erklärt sie.".to_owned(),
            ],
            Verdict::OtherVat => [format!("The VAT is that of {rate}."), format!("Die USt ist die von {rate}.")],
            Verdict::FirstPaymentOnly if self.amount.is_some() => [
                "It bears no commission, as a later payment does where only the first one bears it.".to_owned(),
                "Sie trägt keine Provision, wie eine spätere Zahlung, wenn nur die erste sie trägt.".to_owned(),
            ],
            Verdict::FirstPaymentOnly => [
                "It is a later payment and bears the commission all the same.".to_owned(),
                "Sie ist eine spätere Zahlung und trägt die Provision trotzdem.".to_owned(),
            ],
            Verdict::NoCommission => [
                "No commission was booked, as for the buyer's own purchase or without approval.".to_owned(),
                "Es wurde keine Provision gebucht, wie beim Eigenkauf oder ohne Freigabe.".to_owned(),
            ],
            Verdict::PartnerBase => [
                "The partner's percentage is taken of the other base.".to_owned(),
                "Der Anteil des Partners rechnet von der anderen Basis.".to_owned(),
            ],
            Verdict::MarginOnShipping => [
                "The margin treats shipping the other way.".to_owned(),
                "Die Marge behandelt den Versand anders.".to_owned(),
            ],
            Verdict::OtherTariff => [
                format!("The margin is that of the tariff {tariff}."),
                format!("Die Marge ist die des Tarifs {tariff}."),
            ],
            Verdict::OtherRate => [format!("The commission is {rate}."), format!("Die Provision beträgt {rate}.")],
            Verdict::FixedCommission => {
                [format!("The commission is {amount}, fixed."), format!("Die Provision beträgt {amount}, fest.")]
            }
            Verdict::OtherVatAndTariff => {
                let rate = if rate.is_empty() { "?".to_owned() } else { rate };
                [
                    format!("The VAT is that of {rate}, and the margin that of the tariff {tariff}."),
                    format!("Die USt ist die von {rate} und die Marge die des Tarifs {tariff}."),
                ]
            }
            Verdict::Unexplained => ["No cause explains it.".to_owned(), "Keine Ursache erklärt es.".to_owned()],
        };
        let sentence = if german { deutsch } else { english };
        match (self.rows, german) {
            (Some(rows), false) => format!("{sentence} It explains {rows} of the rows that do not fit."),
            (Some(rows), true) => format!("{sentence} Das erklärt {rows} der Zeilen, die nicht passen."),
            (None, _) => sentence,
        }
    }

    /// The finding as plain data.
    pub(super) fn value(&self, language: Language) -> Value {
        Value::from([
            ("cause", self.verdict.as_str().into()),
            ("text", self.sentence(language).into()),
            ("field", self.field.into()),
            ("tariff", self.tariff.as_ref().into()),
            ("preset", self.preset.into()),
            ("rate", self.rate.into()),
            ("amount", self.amount.into()),
            ("rows", self.rows.map_or(Value::Null, count)),
        ])
    }
}
