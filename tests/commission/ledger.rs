//! Ledgers for the tests of reconciliation: payments by known terms, as the platform would tell of them.

use digistore24::commission::{
    Booked, Checks, Commission, Currency, Partner, PartnerBase, Reconciled, Report, Role, Sale, Split, Tariff, Terms,
    Vat, Verdict, reconcile,
};
use digistore24::{Amount, Value};
use serde_json::{Value as Json, json};

pub(super) fn amount(text: &str) -> Amount {
    Amount::parse(text).unwrap_or_else(|why| panic!("{text}: {why}"))
}

pub(super) fn currency(code: &str) -> Currency {
    Currency::known(code).unwrap()
}

pub(super) fn percent(text: &str) -> Commission {
    Commission::Percent(amount(text))
}

pub(super) fn flat(rate: &str, fixed: &str) -> Tariff {
    Tariff::flat(amount(rate), amount(fixed))
}

pub(super) fn value(json: Json) -> Value {
    serde_json::from_value(json).unwrap()
}

pub(super) fn booked(json: Json) -> Booked {
    Booked::read(&value(json), Role::Vendor).unwrap()
}

/// Numbers that look random and are the same in every run.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    pub(super) fn between(&mut self, from: i64, to: i64) -> i64 {
        from + (self.roll() % (to - from + 1) as u64) as i64
    }

    pub(super) fn pick<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.roll() as usize % all.len()].clone()
    }
}

/// A notification about a payment: it tells everything.
pub(super) fn notification(split: &Split, no: usize) -> Json {
    json!({
        "event": "on_payment", "transaction_id": no.to_string(), "order_id": format!("ORD{no}"),
        "transaction_type": "payment", "pay_sequence_no": split.sale.pay_sequence_no.to_string(),
        "currency": split.currency.code(), "transaction_currency": split.currency.code(),
        "transaction_amount": split.amount_brutto.to_string(), "amount_brutto": split.amount_brutto.to_string(),
        "amount_vat": split.amount_vat.to_string(), "amount_netto": split.amount_netto.to_string(),
        "amount_provider": split.amount_provider.to_string(), "amount_affiliate": split.amount_affiliate.to_string(),
        "amount_partner": split.amount_partner().to_string(), "amount_vendor": split.amount_vendor.to_string(),
        "product_txn_shipping": split.sale.shipping.to_string(), "vat_rate": "0.00", "amount_fee": "0.00",
    })
}

/// The same as a row of `listTransactions`: it tells neither the margin nor the partners' shares.
pub(super) fn transaction(split: &Split, no: usize) -> Json {
    json!({
        "id": no, "purchase_id": format!("ORD{no}"), "transaction_type": "payment",
        "transaction_pay_date": "2026-09-01", "amount": split.amount_brutto.to_string(),
        "transaction_amount": split.amount_brutto.to_string(), "vat_amount": split.amount_vat.to_string(),
        "earned_amount": split.amount_vendor.to_string(), "affiliate_amount": split.amount_affiliate.to_string(),
        "currency": split.currency.code(), "upsell_no": "0", "affiliate_name": "",
    })
}

pub(super) fn reconciled(rows: Vec<Json>, terms: &Terms, checks: &Checks) -> Report {
    let rows: Vec<Booked> = rows.into_iter().map(booked).collect();
    reconcile(&rows, terms, checks).unwrap()
}

pub(super) fn only(rows: Vec<Json>, terms: &Terms, checks: &Checks) -> Reconciled {
    let report = reconciled(rows, terms, checks);
    assert_eq!(report.transactions.len(), 1, "{report:?}");
    report.transactions[0].clone()
}

pub(super) fn verdict(row: Json, terms: &Terms) -> Verdict {
    only(vec![row], terms, &Checks::default()).verdict
}

pub(super) fn euro(gross: &str, vat: Vat) -> Sale {
    Sale::gross(amount(gross), currency("EUR"), vat)
}

/// Terms with everything that a cause may be about.
pub(super) fn base_terms() -> Terms {
    let partner =
        |rate, base| Partner { name: "Carla".to_owned(), rate: amount(rate), base, own_affiliate: Commission::None };
    Terms { affiliate: percent("40"), partners: vec![partner("20", PartnerBase::AfterAffiliate)], ..Terms::default() }
}
