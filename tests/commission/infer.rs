//! Which tariff explains what was booked.

use digistore24::Amount;
use digistore24::commission::{Conclusion, Inferred, Price, Tariff, TariffSearch, Terms, Vat, infer_tariff, split};
use serde_json::{Value as Json, json};

use super::ledger::*;

fn inferred(rows: &[Json]) -> Inferred {
    infer_tariff(&rows.iter().cloned().map(booked).collect::<Vec<_>>(), &TariffSearch::default()).unwrap()
}

/// Sales at random prices by a tariff, in either form.
fn sales(dice: &mut Dice, tariff: &Tariff, count: usize, from: i64, to: i64) -> Vec<Json> {
    let terms = Terms { tariff: tariff.clone(), affiliate: percent("30"), ..Terms::default() };
    let rows = (0..count).map(|_| {
        let mut sale = euro("1", Vat::Rate(amount("19")));
        sale.price = Price::Gross(Amount::cents(dice.between(from, to)));
        let paid = split(&sale, &terms).unwrap();
        let no = dice.roll() as usize;
        if dice.roll().is_multiple_of(2) { transaction(&paid, no) } else { notification(&paid, no) }
    });
    rows.collect()
}

#[test]
fn the_tariff_behind_a_ledger_is_found() {
    let mut dice = Dice(11);
    for _ in 0..60 {
        let tariff =
            Tariff::flat(Amount::new(dice.between(20, 150), 1).unwrap(), Amount::cents(dice.between(0, 60) * 5));
        let rows = sales(&mut dice, &tariff, 25, 1000, 200_000);
        let found = &inferred(&rows).currencies[0];
        assert_eq!(found.conclusion, Conclusion::One, "{tariff}: {found:?}");
        assert_eq!((&found.tariffs[0].tariff, found.tariffs[0].rows), (&tariff, 25));
    }
    // Tiers, and finer percentages.
    for tariff in [Tariff::preset("high_price").unwrap(), flat("7.85", "1.00"), flat("6.125", "0.35")] {
        let rows = sales(&mut dice, &tariff, 60, 1000, 300_000);
        let found = &inferred(&rows).currencies[0];
        assert_eq!((found.explain_all, &found.tariffs[0].tariff), (1, &tariff), "{found:?}");
    }
}

#[test]
fn too_few_rows_are_said_to_be_too_few_and_every_listed_tariff_explains_them() {
    let row = json!({"amount_brutto": "49.00", "amount_provider": "4.87", "currency": "EUR"});
    let found = inferred(std::slice::from_ref(&row)).currencies[0].clone();
    assert_eq!((found.conclusion, found.tariffs[0].preset), (Conclusion::TooFewRows, Some("standard")));
    // Counted by hand of the formula: every fixed part with every tenth of a percent.
    let mut by_hand = 0;
    for fixed in (0..=500).step_by(5) {
        for tenths in 0..=1000i64 {
            let tariff = Tariff::flat(Amount::new(tenths, 1).unwrap(), Amount::cents(fixed));
            let terms = Terms { tariff, ..Terms::default() };
            let split = split(&euro("49.00", Vat::None), &terms).unwrap();
            by_hand += usize::from(split.amount_provider == amount("4.87"));
        }
    }
    assert_eq!(found.explain_all, by_hand);
    assert_eq!(found.tariffs.len(), by_hand.min(20));
    for tariff in &found.tariffs {
        let terms = Terms { tariff: tariff.tariff.clone(), ..Terms::default() };
        assert_eq!(split(&euro("49.00", Vat::None), &terms).unwrap().amount_provider, amount("4.87"));
    }
}

#[test]
fn mixed_tariffs_are_told_apart() {
    let tariffs = [Tariff::default(), Tariff::preset("high_price").unwrap(), flat("6", "1.00"), flat("9.3", "0.45")];
    for seed in 0..6 {
        let mut dice = Dice(seed);
        let mut rows = sales(&mut dice, &tariffs[0], 300, 1000, 39_000);
        rows.extend(sales(&mut dice, &tariffs[1], 150, 50_000, 200_000));
        rows.extend(sales(&mut dice, &tariffs[2], 100, 5000, 200_000));
        rows.extend(sales(&mut dice, &tariffs[3], 60, 5000, 200_000));
        let found = &inferred(&rows).currencies[0];
        assert_eq!((found.conclusion, found.explain_all, found.rows), (Conclusion::Mixed, 0, 610));
        // Prices up to 400 are the same by the two presets, so these are one group.
        let names: Vec<(String, usize)> =
            found.tariffs.iter().map(|found| (found.tariff.to_string(), found.rows)).collect();
        let expected = [(tariffs[1].to_string(), 450), (tariffs[2].to_string(), 100), (tariffs[3].to_string(), 60)];
        for ((name, rows), (expected, least)) in names.iter().zip(&expected) {
            assert_eq!(name, expected, "seed {seed}: {names:?}");
            // A row may fit two of them; the one that explains more takes it.
            assert!(rows.abs_diff(*least) <= 3, "seed {seed}: {names:?}");
        }
        assert_eq!((found.tariffs.len(), found.unexplained), (3, 0), "seed {seed}: {names:?}");
    }
}

#[test]
fn margins_without_a_rule_are_unknown_and_rows_without_a_margin_left_out() {
    let mut dice = Dice(5);
    let rows: Vec<Json> = (0..500)
        .map(|_| {
            let (gross, margin) = (dice.between(10_000, 200_000), dice.between(0, 50_000));
            json!({"amount_brutto": Amount::cents(gross).to_string(), "currency": "EUR",
                "amount_provider": Amount::cents(margin).to_string()})
        })
        .collect();
    let found = &inferred(&rows).currencies[0];
    assert!(found.explain_all == 0 && found.unexplained >= 450, "{found:?}");
    let found = inferred(&[
        json!({"transaction_amount": "10.00", "currency": "EUR"}),
        json!({"transaction_amount": "-10.00", "amount_provider": "-1.79", "currency": "EUR"}),
        json!({"transaction_amount": "10.00", "amount_provider": "1.79"}),
        json!({"transaction_amount": "0.00", "amount_provider": "0.00", "currency": "EUR"}),
    ]);
    assert_eq!((found.currencies.len(), found.left_out), (0, 4));
}

#[test]
fn each_currency_has_its_own_tariff() {
    let mut dice = Dice(9);
    let mut rows = sales(&mut dice, &flat("6", "1.00"), 30, 1000, 90_000);
    rows.extend(sales(&mut dice, &flat("8", "0.90"), 30, 1000, 90_000).into_iter().map(|mut row| {
        row["currency"] = json!("CHF");
        if row.get("transaction_currency").is_some() {
            row["transaction_currency"] = json!("CHF");
        }
        row
    }));
    let found = inferred(&rows);
    let names: Vec<(&str, String)> =
        found.currencies.iter().map(|found| (found.currency.code(), found.tariffs[0].tariff.to_string())).collect();
    assert_eq!(names, [("CHF", "8 % + 0.90".to_owned()), ("EUR", "6 % + 1.00".to_owned())]);
}
