//! What a split rests on that is uncertain, and what is unusual about it.

use super::split::{PartnerCents, Split, Ties};
use super::terms::{Commission, PartnerBase};
use crate::Amount;

macro_rules! remarks {
    ($($name:ident = $word:literal: $english:literal, $german:literal;)*) => {
        /// Something to know about a split.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Remark { $(#[doc = $english] $name,)* }

        impl Remark {
            /// A word for programs.
            pub fn as_str(self) -> &'static str {
                match self { $(Remark::$name => $word,)* }
            }

            fn sentences(self) -> [&'static str; 2] {
                match self { $(Remark::$name => [$english, $german],)* }
            }
        }
    };
}

remarks! {
    Tie = "tie":
        "Exactly half a cent was rounded here; the service may differ by one cent, as the vendor's printed example does.",
        "Hier wurde genau ein halber Cent gerundet; der Dienst kann um einen Cent abweichen, wie das gedruckte Beispiel des Anbieters.";
    PartnerBase = "partner_base":
        "The percentage is taken of what the affiliate leaves, as two help articles say; the vendor's calculator takes it of the basic amount.",
        "Der Anteil rechnet von dem, was der Affiliate übrig lässt, wie zwei Hilfeseiten sagen; der Rechner des Anbieters rechnet vom Basisbetrag.";
    PartnerRounding = "partner_rounding":
        "How the shares of several partners are rounded is unknown; each is rounded by itself.",
        "Wie die Anteile mehrerer Partner gerundet werden, ist unbekannt; jeder wird für sich gerundet.";
    PartnerAffiliate = "partner_affiliate":
        "What the commission of a partner's own affiliate is taken of is unknown; the basic amount is inference.",
        "Wovon die Provision eines eigenen Affiliates eines Partners rechnet, ist unbekannt; der Basisbetrag ist erschlossen.";
    MarginOnShipping = "margin_on_shipping":
        "Whether the margin is charged on shipping is unknown; here it is charged on the whole price.",
        "Ob die Marge auf den Versand anfällt, ist unbekannt; hier fällt sie auf den ganzen Preis an.";
    MarginFreeShipping = "margin_free_shipping":
        "Whether the margin is charged on shipping is unknown; here it is not, as you chose.",
        "Ob die Marge auf den Versand anfällt, ist unbekannt; hier fällt sie nicht an, wie gewählt.";
    BothCommissions = "both_commissions":
        "A percentage and a fixed amount are both set; what the service does then is unknown, and this follows your choice.",
        "Prozentsatz und Festbetrag sind beide gesetzt; was der Dienst dann tut, ist unbekannt, dies folgt Ihrer Wahl.";
    HighPrice = "high_price":
        "Tariffs with a lower percentage for high prices are documented for 2018 to 2020; whether they still exist is unknown.",
        "Tarife mit kleinerem Prozentsatz für hohe Preise sind für 2018 bis 2020 belegt; ob es sie noch gibt, ist unbekannt.";
    FixedPartOfCurrency = "fixed_part_of_currency":
        "The fixed part of the tariff is known for EUR and USD only; here it is the same figure in this currency.",
        "Der Festbetrag des Tarifs ist nur für EUR und USD belegt; hier ist es dieselbe Zahl in dieser Währung.";
    OtherDigits = "other_digits":
        "How the service rounds in a currency without two decimals is unknown.",
        "Wie der Dienst in einer Währung ohne zwei Nachkommastellen rundet, ist unbekannt.";
    BasicBelowZero = "basic_below_zero":
        "The margin is more than the net amount without shipping; percentages of that are taken as nothing, which is inference.",
        "Die Marge übersteigt den Nettobetrag ohne Versand; Anteile davon gelten als null, das ist erschlossen.";
    SharesAboveBasic = "shares_above_basic":
        "The others get more than the basic amount; the vendor pays the difference.",
        "Die anderen bekommen mehr als den Basisbetrag; der Vendor zahlt die Differenz.";
    PartnerBaseBelowZero = "partner_base_below_zero":
        "The affiliate gets more than the basic amount; percentages of what is left are taken as nothing, which is inference.",
        "Der Affiliate bekommt mehr als den Basisbetrag; Anteile vom Rest gelten als null, das ist erschlossen.";
    PartnerBelowZero = "partner_below_zero":
        "A partner's own affiliate gets more than that partner's share.",
        "Der eigene Affiliate eines Partners bekommt mehr als dessen Anteil.";
    MonthEnd = "month_end":
        "A month has no such day, so its last one is taken; what the service does then, and in the months after, is unknown.",
        "Ein Monat hat keinen solchen Tag, daher gilt sein letzter; was der Dienst dann und in den Monaten danach tut, ist unbekannt.";
    OtherInterval = "other_interval":
        "The time between later payments is not given; that until the second payment is taken, the service's default is unknown.",
        "Der Abstand späterer Zahlungen fehlt; genommen ist der bis zur zweiten Zahlung, die Vorgabe des Dienstes ist unbekannt.";
    ShippingOfPlan = "shipping_of_plan":
        "Which payments of a plan hold shipping is unknown; this follows `first_shipping_only`.",
        "Welche Zahlungen eines Plans Versand enthalten, ist unbekannt; dies folgt `first_shipping_only`.";
    FreePayment = "free_payment":
        "Whether a payment of nothing bears the fixed part of the margin and fixed commissions is unknown; this follows `free_bears_fixed`.",
        "Ob eine Zahlung von null den Festbetrag der Marge und feste Provisionen trägt, ist unbekannt; dies folgt `free_bears_fixed`.";
    ReserveCent = "reserve_cent":
        "The reserve is exactly half a cent between two amounts; which of them the service takes is unknown, this follows `rounded`.",
        "Der Einbehalt liegt genau einen halben Cent zwischen zwei Beträgen; welchen der Dienst nimmt, ist unbekannt, dies folgt `rounded`.";
    LongClearing = "long_clearing":
        "Payments above 300 may clear after 30 days (vendor documents of 2019 and 2020); here they clear when you said.",
        "Zahlungen über 300 werden womöglich erst nach 30 Tagen frei (Unterlagen des Anbieters von 2019 und 2020); hier gilt Ihre Frist.";
    MarginRefunded = "margin_refunded":
        "Whether the margin is given back is not documented; here it is, as an operator's records show (2026).",
        "Ob die Marge zurückgegeben wird, ist nicht dokumentiert; hier wird sie es, wie Aufzeichnungen eines Betreibers zeigen (2026).";
    MarginKept = "margin_kept":
        "Whether the margin is given back is not documented; here the platform keeps it, as you chose, and the vendor pays it.",
        "Ob die Marge zurückgegeben wird, ist nicht dokumentiert; hier behält sie die Plattform, wie gewählt, und der Vendor zahlt sie.";
    PartialShares = "partial_shares":
        "How a partial refund goes to the shares is known from one record; each gives back in proportion, and the vendor the rest.",
        "Wie eine Teilerstattung die Anteile trifft, ist aus einem Fall bekannt; jeder gibt anteilig zurück, der Vendor den Rest.";
    PartialFixed = "partial_fixed":
        "Whether a fixed commission is taken back in a partial refund is unknown; this follows `fixed_commission`.",
        "Ob eine feste Provision bei einer Teilerstattung zurückgeholt wird, ist unbekannt; dies folgt `fixed_commission`.";
    PartialFee = "partial_fee":
        "Whether a partial refund costs the fee, and whether its limit is measured by the price, is unknown; here by what goes back.",
        "Ob eine Teilerstattung die Gebühr kostet und ob deren Grenze am Preis gemessen wird, ist unbekannt; hier zählt das Erstattete.";
    FeeInside = "fee_inside":
        "Whether the refund fee is inside the vendor's amount is unknown; this follows `fee_inside`.",
        "Ob die Erstattungsgebühr im Betrag des Vendors steckt, ist unbekannt; dies folgt `fee_inside`.";
    FeeCurrency = "fee_currency":
        "Fees are documented in EUR only; here it is the same figure in this currency.",
        "Gebühren sind nur in EUR belegt; hier ist es dieselbe Zahl in dieser Währung.";
    RefundAtOnce = "refund_at_once":
        "What goes back leaves the balance at once, and the payment's shares clear as before: an operator's records (2026), no document.",
        "Was zurückgeht, verlässt den Saldo sofort, die Anteile der Zahlung werden wie zuvor frei: Aufzeichnungen eines Betreibers (2026), kein Dokument.";
    PayoutDay = "payout_day":
        "Whether an amount that falls due on a payout day goes out that day is unknown; here it does.",
        "Ob ein Betrag, der an einem Auszahlungstag fällig wird, an diesem Tag ausgezahlt wird, ist unbekannt; hier wird er es.";
    WeeklyPayout = "weekly_payout":
        "Weekly payouts, at most four in a month, are known from one operator (2026); here the fifth of a month is left out.",
        "Wöchentliche Auszahlungen, höchstens vier im Monat, sind von einem Betreiber bekannt (2026); hier entfällt die fünfte.";
    PayoutFee = "payout_fee":
        "What a payout costs depends on reseller and method, such as 2.50 for SEPA (MSLW Limited, 2026-11); here it costs nothing.",
        "Was eine Auszahlung kostet, hängt von Reseller und Weg ab, etwa 2,50 für SEPA (MSLW Limited, 2026-11); hier kostet sie nichts.";
    Currencies = "currencies":
        "Nothing is converted; threshold and fee are the same figure in each currency, and what the service does is unknown.",
        "Nichts wird umgerechnet; Schwelle und Gebühr sind in jeder Währung dieselbe Zahl, was der Dienst tut, ist unbekannt.";
}

/// A language of explanations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// German.
    German,
}

impl Language {
    /// The language of the codes `en` and `de`.
    pub fn of(code: &str) -> Option<Language> {
        match code {
            "en" => Some(Language::English),
            "de" => Some(Language::German),
            _ => None,
        }
    }

    /// The one of both that is in this language.
    pub(super) fn say<T>(self, english: T, german: T) -> T {
        match self {
            Language::English => english,
            Language::German => german,
        }
    }
}

/// Something to know about one figure of a split, or about all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Note {
    /// What it is.
    pub remark: Remark,
    /// The field it is about, such as `amount_affiliate` or `partners[0].base`; empty where it is about the split.
    pub field: String,
}

impl Note {
    /// Those that hold.
    pub(super) fn those<const N: usize>(all: [(bool, Remark, &'static str); N]) -> Vec<Note> {
        let held = all.into_iter().filter(|(holds, ..)| *holds);
        held.map(|(_, remark, field)| Note { remark, field: field.to_owned() }).collect()
    }

    /// The sentence.
    pub fn sentence(&self, language: Language) -> &'static str {
        let [english, german] = self.remark.sentences();
        language.say(english, german)
    }
}

/// `amount_affiliate: Exactly half a cent was rounded here; ...`
impl std::fmt::Display for Note {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let colon = if self.field.is_empty() { "" } else { ": " };
        write!(f, "{}{colon}{}", self.field, self.sentence(Language::English))
    }
}

/// What there is to say about a split that is made but for its notes.
pub(super) fn notes(split: &Split, ties: Ties, partners: &[PartnerCents]) -> Vec<Note> {
    let (sale, terms) = (&split.sale, &split.terms);
    let is_below = |amount: Amount| amount.is_negative();
    let has_both = |commission: &Commission| matches!(commission, Commission::Both { .. });
    let tariff = &terms.tariff;
    let tiers = tariff.tiers.get(1).is_some_and(|(from, _)| split.amount_brutto > *from);
    let nothing = Amount::cents(0);
    let others =
        [split.amount_affiliate, split.amount_referral, split.amount_partner(), split.amount_partner_affiliates()];
    let others = others.into_iter().try_fold(nothing, Amount::checked_add);
    let all = [
        (ties.vat, Remark::Tie, "amount_vat"),
        (ties.provider, Remark::Tie, "amount_provider"),
        (ties.shipping, Remark::Tie, "amount_shipping"),
        (ties.affiliate, Remark::Tie, "amount_affiliate"),
        (ties.referral, Remark::Tie, "amount_referral"),
        (!sale.shipping.is_zero() && !terms.margin_free_shipping, Remark::MarginOnShipping, "amount_provider"),
        (!sale.shipping.is_zero() && terms.margin_free_shipping, Remark::MarginFreeShipping, "amount_provider"),
        (has_both(&terms.affiliate), Remark::BothCommissions, "amount_affiliate"),
        (tiers, Remark::HighPrice, "amount_provider"),
        (
            !matches!(sale.currency.code(), "EUR" | "USD") && !tariff.fixed.is_zero(),
            Remark::FixedPartOfCurrency,
            "amount_provider",
        ),
        (sale.currency.digits() != 2, Remark::OtherDigits, ""),
        (is_below(split.basic_amount), Remark::BasicBelowZero, "basic_amount"),
        (
            others.is_some_and(|others| others > split.basic_amount.max(nothing)),
            Remark::SharesAboveBasic,
            "amount_vendor",
        ),
        (terms.partners.len() > 1, Remark::PartnerRounding, "partners"),
    ];
    let mut notes = Note::those(all);
    for (at, ((partner, share), cents)) in terms.partners.iter().zip(&split.partners).zip(partners).enumerate() {
        let is_after = partner.base == PartnerBase::AfterAffiliate;
        let all = [
            (cents.ties.0, Remark::Tie, "amount"),
            (cents.ties.1, Remark::Tie, "amount_affiliate"),
            (is_after && terms.affiliate != Commission::None, Remark::PartnerBase, "base"),
            (is_below(share.base) && !is_below(split.basic_amount), Remark::PartnerBaseBelowZero, "base"),
            (partner.own_affiliate != Commission::None, Remark::PartnerAffiliate, "amount_affiliate"),
            (has_both(&partner.own_affiliate), Remark::BothCommissions, "amount_affiliate"),
            (is_below(share.amount), Remark::PartnerBelowZero, "amount"),
        ];
        let said = all.into_iter().filter(|all| all.0);
        notes.extend(said.map(|(_, remark, field)| Note { remark, field: format!("partners[{at}].{field}") }));
    }
    notes
}
