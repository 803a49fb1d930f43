//! What was booked is compared with what was agreed, and the cause of a difference found.

use digistore24::commission::{
    Booked, Checks, Commission, Currency, Language, Movement, PRESETS, Role, Sale, Tariff, Terms, Vat, Verdict, split,
};
use digistore24::{Amount, ipn};
use serde_json::{Value as Json, json};

use super::ledger::*;
use super::planted::planted;

#[test]
fn payments_of_the_shapes_that_were_seen_fit() {
    let standard = Terms::default();
    let with = |affiliate| Terms { affiliate, ..Terms::default() };
    let italy = json!({
        "event": "on_payment", "transaction_id": "501", "order_id": "ANNA1", "currency": "EUR", "vat_rate": "0.00",
        "amount_brutto": "37.00", "amount_vat": "6.67", "amount_netto": "30.33", "amount_provider": "3.92",
        "amount_affiliate": "0.00", "amount_partner": "0.00", "amount_vendor": "26.41",
    });
    assert_eq!(verdict(italy, &standard), Verdict::Fits);
    let new_york = json!({
        "event": "on_payment", "transaction_id": "502", "currency": "USD", "vat_rate": "8.90", "amount_brutto": "10.89",
        "amount_vat": "0.89", "amount_netto": "10.00", "amount_provider": "1.86", "amount_vendor": "8.14",
    });
    assert_eq!(verdict(new_york, &standard), Verdict::Fits);
    let germany = json!({
        "purchase_id": "EMIL1", "transaction_type": "payment", "transaction_amount": "29.75", "vat_amount": "4.75",
        "earned_amount": "19.48", "affiliate_amount": "2.17", "currency": "EUR",
    });
    assert_eq!(verdict(germany, &with(percent("10"))), Verdict::Fits);
    let switzerland = json!({
        "event": "payment", "transaction_id": "503", "currency": "EUR", "amount_brutto": "49.00", "amount_vat": "3.67",
        "amount_netto": "45.33", "amount_provider": "3.94", "amount_vendor": "41.39",
    });
    let agreed = Terms { tariff: flat("6", "1.00"), ..Terms::default() };
    assert_eq!(verdict(switzerland.clone(), &agreed), Verdict::Fits);
    let found = only(vec![switzerland], &standard, &Checks::default());
    assert_eq!((found.verdict, found.causes[0].tariff.clone()), (Verdict::OtherTariff, Some(agreed.tariff.clone())));
    let dear = json!({
        "transaction_amount": "1000.00", "amount_vat": "0.00", "amount_provider": "62.00", "currency": "EUR",
    });
    let high = Terms { tariff: Tariff::preset("high_price").unwrap(), ..Terms::default() };
    assert_eq!(verdict(dear.clone(), &high), Verdict::Fits);
    assert_eq!(only(vec![dear], &standard, &Checks::default()).causes[0].preset, Some("high_price"));
    let recruited = json!({
        "transaction_amount": "100.00", "vat_amount": "15.97", "earned_amount": "50.34", "affiliate_amount": "22.54",
        "currency": "EUR",
    });
    let referral = Terms { referral_rate: Some(amount("10")), ..with(percent("30")) };
    assert_eq!(verdict(recruited, &referral), Verdict::Fits);
    let refund = json!({
        "purchase_id": "ANNA1", "transaction_type": "refund", "amount": "37.00", "transaction_amount": "-37.00",
        "vat_amount": "-6.67", "earned_amount": "-27.41", "affiliate_amount": "0.00", "currency": "EUR",
    });
    let listed = only(vec![refund], &standard, &Checks::default());
    assert_eq!((listed.verdict, listed.movement), (Verdict::NotAPayment, Movement::Refund));
    assert_eq!((listed.expected, listed.booked.amount_brutto), (None, Some(amount("-37"))));
}

/// The vendor's printed example loses a cent: both get 37.56 of 75.13.
#[test]
fn the_printed_example_is_a_tie_and_reported_as_such() {
    let terms = Terms { affiliate: percent("50"), ..Terms::default() };
    let row = json!({
        "transaction_amount": "100.00", "vat_amount": "15.97", "amount_provider": "8.90", "affiliate_amount": "37.56",
        "earned_amount": "37.56", "currency": "EUR",
    });
    let found = only(vec![row.clone()], &terms, &Checks::default());
    assert_eq!(found.verdict, Verdict::TieRule);
    assert_eq!(found.difference.unwrap().amount_affiliate, Some(amount("-0.01")));
    assert_eq!(found.causes[1].verdict, Verdict::Rounding);
    // Two cents are no tie.
    let mut row = row;
    row["earned_amount"] = json!("37.54");
    assert_eq!(verdict(row, &terms), Verdict::Unexplained);
}

#[test]
fn rows_of_list_transactions_show_the_same_causes() {
    let terms = Terms { affiliate: percent("40"), ..Terms::default() };
    let mut dice = Dice(7);
    let mut plants = Vec::new();
    for no in 0..400 {
        let sale = euro(&format!("{}.00", dice.between(20, 900)), Vat::Rate(amount("19")));
        let (verdict, other) = match no % 4 {
            0 => (Verdict::OtherTariff, Terms { tariff: flat("6.4", "0.80"), ..terms.clone() }),
            1 => (Verdict::OtherRate, Terms { affiliate: percent("25"), ..terms.clone() }),
            2 => (Verdict::NoCommission, Terms { affiliate: Commission::None, ..terms.clone() }),
            _ => (Verdict::FixedCommission, Terms { affiliate: Commission::Fixed(amount("5")), ..terms.clone() }),
        };
        plants.push((transaction(&split(&sale, &other).unwrap(), no), verdict));
    }
    let report = reconciled(plants.iter().map(|(row, _)| row.clone()).collect(), &terms, &Checks::default());
    for (found, (row, verdict)) in report.transactions.iter().zip(&plants) {
        assert_eq!(found.verdict, *verdict, "{row}\n{found:#?}");
    }
    let totals = &report.totals[0];
    assert_eq!((totals.currency.as_str(), totals.transactions, totals.compared), ("EUR", 400, 400));
    assert!(totals.verdicts.iter().all(|(_, times)| *times == 100) && totals.verdicts.len() == 4, "{totals:?}");
}

#[test]
fn vat_is_what_was_booked_unless_a_rate_is_given() {
    let sale = euro("119.00", Vat::Rate(amount("19")));
    let other = split(&sale, &Terms { tariff: flat("6", "1.00"), ..Terms::default() }).unwrap();
    let row = notification(&split(&sale, &Terms::default()).unwrap(), 1);
    let rated = |rate| Checks { vat_rate: Some(amount(rate)), ..Checks::default() };
    assert_eq!(verdict(row.clone(), &Terms::default()), Verdict::Fits);
    assert_eq!(only(vec![row.clone()], &Terms::default(), &rated("19")).verdict, Verdict::Fits);
    let found = only(vec![row], &Terms::default(), &rated("22"));
    assert_eq!((found.verdict, found.causes[0].rate), (Verdict::OtherVat, Some(amount("19"))));
    assert_eq!(found.expected.unwrap().amount_vat, Some(amount("21.46")));
    // The tariff besides: the one pair that is looked for.
    let found = only(vec![notification(&other, 1)], &Terms::default(), &rated("22"));
    assert_eq!(found.verdict, Verdict::OtherVatAndTariff);
    assert_eq!((found.causes[0].rate, found.causes[0].tariff.clone()), (Some(amount("19")), Some(flat("6", "1.00"))));
}

#[test]
fn of_a_percentage_and_an_amount_the_one_that_explains_more_rows_or_has_fewer_decimals_comes_first() {
    let terms = Terms { affiliate: percent("50"), ..Terms::default() };
    let causes = |affiliate| {
        let paid = split(&euro("100.00", Vat::Rate(amount("19"))), &Terms { affiliate, ..terms.clone() }).unwrap();
        let found = only(vec![notification(&paid, 1)], &terms, &Checks::default());
        found.causes.iter().map(|cause| cause.verdict).collect::<Vec<_>>()
    };
    assert_eq!(causes(percent("40")), [Verdict::OtherRate, Verdict::FixedCommission]);
    assert_eq!(causes(Commission::Fixed(amount("20"))), [Verdict::FixedCommission, Verdict::OtherRate]);
    assert_eq!(causes(Commission::None), [Verdict::NoCommission]);
}

#[test]
fn a_payment_without_number_may_be_a_later_one() {
    let first = Terms { affiliate: percent("40"), first_payment_only: true, ..Terms::default() };
    let mut sale = euro("49.00", Vat::None);
    sale.pay_sequence_no = 2;
    let later = split(&sale, &first).unwrap();
    assert_eq!(verdict(notification(&later, 1), &first), Verdict::Fits);
    let found = only(vec![transaction(&later, 1)], &first, &Checks::default());
    let verdicts: Vec<Verdict> = found.causes.iter().map(|cause| cause.verdict).collect();
    assert_eq!(verdicts, [Verdict::FirstPaymentOnly, Verdict::NoCommission]);
}

#[test]
fn the_tolerance_is_the_callers() {
    let mut row = notification(&split(&euro("50.00", Vat::None), &Terms::default()).unwrap(), 1);
    row["amount_vendor"] = json!("45.03");
    assert_eq!(verdict(row.clone(), &Terms::default()), Verdict::Unexplained);
    let wide = Checks { tolerance: Some(amount("0.03")), ..Checks::default() };
    let found = only(vec![row], &Terms::default(), &wide);
    assert_eq!((found.verdict, found.difference.unwrap().amount_vendor), (Verdict::Rounding, Some(amount("-0.02"))));
}

#[test]
fn nothing_is_converted() {
    let paid = split(&Sale::gross(amount("50"), currency("USD"), Vat::None), &Terms::default()).unwrap();
    let euros = Checks { currency: Some(currency("EUR")), ..Checks::default() };
    assert_eq!(verdict(notification(&paid, 1), &Terms::default()), Verdict::Fits);
    let found = only(vec![notification(&paid, 1)], &Terms::default(), &euros);
    assert_eq!((found.verdict, found.expected, found.difference), (Verdict::Currency, None, None));
    // Which of two currencies the figures are in is unknown.
    let mut row = notification(&paid, 1);
    row["currency"] = json!("EUR");
    assert_eq!(verdict(row, &Terms::default()), Verdict::Currency);
    let mut yen = notification(&paid, 1);
    yen["transaction_currency"] = json!("JPY");
    yen["currency"] = json!("JPY");
    assert_eq!(verdict(yen, &Terms::default()), Verdict::Currency);
    let stated = Checks { currency: Some(Currency::with_digits("JPY", 0).unwrap()), ..Checks::default() };
    let row = json!({"transaction_amount": "5000", "vat_amount": "0", "earned_amount": "4603", "affiliate_amount": "0",
        "currency": "JPY"});
    let found = only(vec![row], &Terms::default(), &stated);
    assert_eq!((found.verdict, found.difference.unwrap().amount_vendor), (Verdict::Rounding, Some(amount("-1"))));
    let mut untold = notification(&paid, 1);
    untold["transaction_currency"] = json!("");
    untold["currency"] = Json::Null;
    assert_eq!(verdict(untold.clone(), &Terms::default()), Verdict::Untold);
    assert_eq!(only(vec![untold], &Terms::default(), &euros).verdict, Verdict::Fits);
}

#[test]
fn rows_about_the_same_transaction_are_one() {
    let terms = Terms { affiliate: percent("40"), ..Terms::default() };
    let paid = split(&euro("100.00", Vat::Rate(amount("19"))), &terms).unwrap();
    let credit = |amount: &str, reason: &str| {
        json!({"id": "9", "transaction_id": "1", "amount": amount, "currency": "EUR", "reason": reason,
            "purchase_id": "ORD1", "schedule_payout_at": "2026-10-01"})
    };
    let vendor = paid.amount_vendor;
    let now = vendor.checked_sub(amount("4.50")).unwrap().to_string();
    let credits = [credit(&now, "merchant_share"), credit("4.50", "merchant_share"), credit("-15.00", "other")];
    let mut bare = transaction(&paid, 1);
    bare.as_object_mut().unwrap().remove("earned_amount");
    for order in [[0, 1, 2, 3], [3, 0, 1, 2], [1, 3, 2, 0]] {
        let rows = order.map(|at| if at == 3 { bare.clone() } else { credits[at].clone() });
        let found = only(rows.to_vec(), &terms, &Checks::default());
        assert_eq!((found.verdict, found.booked.amount_vendor), (Verdict::Fits, Some(vendor)), "{order:?}");
        assert_eq!(found.purchase_id.as_deref(), Some("ORD1"));
    }
    // Alone they tell no price.
    let alone = only(credits[..2].to_vec(), &terms, &Checks::default());
    assert_eq!((alone.verdict, alone.causes[0].field), (Verdict::Untold, Some("amount_brutto")));
    assert_eq!(alone.booked.amount_vendor, Some(vendor));
    // Notifications are repeated, and complete what lists leave out.
    let both = vec![transaction(&paid, 1), notification(&paid, 1), notification(&paid, 1)];
    let found = only(both, &terms, &Checks::default());
    assert_eq!((found.verdict, found.booked.amount_provider), (Verdict::Fits, Some(paid.amount_provider)));
    // What contradicts itself is said to.
    let mut wrong = notification(&paid, 1);
    wrong["amount_vendor"] = json!("1.00");
    let found = only(vec![transaction(&paid, 1), wrong], &terms, &Checks::default());
    assert_eq!((found.verdict, found.causes[0].field), (Verdict::Contradictory, Some("amount_vendor")));
    // A cancellation carries the number of a payment that it is not.
    let mut cancelled = notification(&paid, 1);
    cancelled["event"] = json!("on_rebill_cancelled");
    let report = reconciled(vec![cancelled, notification(&paid, 1)], &terms, &Checks::default());
    let verdicts: Vec<Verdict> = report.transactions.iter().map(|found| found.verdict).collect();
    assert_eq!(verdicts, [Verdict::NotAPayment, Verdict::Fits]);
}

#[test]
fn notifications_and_values_are_read_alike() {
    let paid = split(&euro("100.00", Vat::Rate(amount("19"))), &base_terms()).unwrap();
    let row = notification(&paid, 7);
    let pairs: Vec<(&str, &str)> =
        row.as_object().unwrap().iter().map(|(name, value)| (name.as_str(), value.as_str().unwrap())).collect();
    let event = ipn::verify(ipn::signed_body(&pairs, "Kranich"), "Kranich").unwrap();
    let read = Booked::of(&event, Role::Vendor).unwrap();
    assert_eq!(read, booked(row));
    assert_eq!(read.figures.amount_partner, Some(paid.amount_partner()));
    assert_eq!(read.order_currency.as_deref(), Some("EUR"));
}

#[test]
fn what_a_row_does_not_tell_is_absent_and_amounts_of_the_order_are_not_taken() {
    let row = booked(json!({
        "amount": "294.00", "amount_brutto": "49.00", "vat_amount": "46.94", "amount_vendor": "", "amount_partner": null,
    }));
    let told: Vec<&str> = row.figures.each().filter(|(_, figure)| figure.is_some()).map(|(name, _)| name).collect();
    assert_eq!(told, ["amount_brutto"]);
    let own = |role| Booked::read(&value(json!({"transaction_amount": "49", "earned_amount": 5})), role).unwrap();
    assert_eq!(own(Role::Vendor).figures.amount_vendor, Some(amount("5")));
    assert_eq!(own(Role::Affiliate).figures.amount_affiliate, Some(amount("5")));
    assert_eq!(own(Role::Other).figures.amount_partner, Some(amount("5")));
    let shipping =
        json!({"product_txn_shipping": "4.90", "product_txn_shipping_2": "1.00", "product_txn_shipping_x": "9"});
    assert_eq!(booked(shipping).shipping, Some(amount("5.90")));
}

#[test]
fn money_that_goes_back_is_recognised_by_event_type_or_sign() {
    for (row, movement) in [
        (json!({"event": "on_refund", "amount_brutto": "49.00"}), Movement::Refund),
        (json!({"event": "chargeback", "amount_brutto": "49.00"}), Movement::Chargeback),
        (json!({"transaction_type": "chargeback", "transaction_amount": "-49.00"}), Movement::Chargeback),
        (json!({"transaction_type": "refund_request"}), Movement::None),
        (json!({"event": "on_payment_missed", "transaction_type": "payment"}), Movement::None),
        (json!({"transaction_amount": "-49.00"}), Movement::Refund),
        (json!({"event": "Zahlung", "transaction_type": "payment", "amount_brutto": "49"}), Movement::Payment),
    ] {
        assert_eq!(booked(row.clone()).movement, movement, "{row}");
    }
}

#[test]
fn random_figures_are_unexplained() {
    let terms = base_terms();
    for seed in 0..10 {
        let mut dice = Dice(seed);
        let rows: Vec<Json> = (0..200)
            .map(|no| {
                let paid = split(&euro("250.00", Vat::Rate(amount("19"))), &terms).unwrap();
                let mut row = notification(&paid, no);
                for field in ["amount_provider", "amount_affiliate", "amount_partner", "amount_vendor"] {
                    row[field] = json!(Amount::cents(dice.between(0, 25_000)).to_string());
                }
                row
            })
            .collect();
        let report = reconciled(rows, &terms, &Checks::default());
        assert_eq!(report.totals[0].verdicts, [(Verdict::Unexplained, 200)], "seed {seed}");
        assert!(report.transactions.iter().all(|found| found.causes.is_empty()));
    }
}

#[test]
fn totals_are_sums_of_what_was_compared() {
    let terms = base_terms();
    let mut dice = Dice(3);
    let mut rows: Vec<Json> = (0..100).map(|no| planted(&mut dice, no, &terms).row).collect();
    rows.push(json!({"transaction_type": "refund", "transaction_amount": "-9.00", "currency": "EUR"}));
    rows.push(json!({"transaction_amount": "50", "vat_amount": "0", "earned_amount": "40", "currency": "USD"}));
    let report = reconciled(rows, &terms, &Checks::default());
    let [euros, dollars] = &report.totals[..] else { panic!("{:?}", report.totals) };
    assert_eq!((euros.transactions, euros.compared, dollars.transactions), (101, 100, 1));
    assert_eq!(dollars.expected.amount_provider, None);
    assert_eq!(dollars.booked.amount_vendor, Some(amount("40")));
    assert_eq!(euros.verdicts.iter().map(|(_, times)| times).sum::<usize>(), 101);
    for ((name, expected), ((_, booked), (_, difference))) in
        euros.expected.each().zip(euros.booked.each().zip(euros.difference.each()))
    {
        assert_eq!(expected.unwrap().checked_add(difference.unwrap()), booked, "{name}");
    }
}

#[test]
fn sentences_are_in_both_languages_and_presets_are_named() {
    let paid = split(
        &euro("100.00", Vat::None),
        &Terms { tariff: Tariff::preset("mslw_high_chargebacks").unwrap(), ..Terms::default() },
    );
    let found = only(vec![notification(&paid.unwrap(), 1)], &Terms::default(), &Checks::default());
    let sentence = |language| found.causes[0].sentence(language);
    assert_eq!(
        sentence(Language::English),
        "The margin is that of the tariff 9.9 % + 1.00 (mslw_high_chargebacks). It explains 1 of the rows that do not fit."
    );
    assert!(sentence(Language::German).starts_with("Die Marge ist die des Tarifs 9.9 % + 1.00"));
    assert!(PRESETS.iter().any(|preset| Some(preset.name) == found.causes[0].preset));
}
