//! Splitting many sales says of every row what splitting that one says.

use digistore24::commission::{
    BothPolicy, Column, Columns, Commission, Currency, Field, Partner, PartnerBase, Price, Sale, Sales, Split,
    Splitter, Tariff, Terms, Tie, Vat, Vats, split, split_many,
};
use digistore24::{Amount, Value};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

const EUR: &str = "EUR";

fn euro() -> Currency {
    Currency::known(EUR).unwrap()
}

fn cents(amount: Amount) -> i64 {
    amount.minor_units(2).unwrap()
}

/// The figures of one split, by the names of the columns.
fn figures(split: &Split) -> Vec<(String, i64)> {
    let own = [
        ("amount_brutto", split.amount_brutto),
        ("amount_vat", split.amount_vat),
        ("amount_netto", split.amount_netto),
        ("amount_provider", split.amount_provider),
        ("amount_shipping", split.amount_shipping),
        ("basic_amount", split.basic_amount),
        ("amount_affiliate", split.amount_affiliate),
        ("amount_referral", split.amount_referral),
        ("amount_partner", split.amount_partner()),
        ("amount_partner_affiliates", split.amount_partner_affiliates()),
        ("amount_vendor", split.amount_vendor),
    ];
    let mut figures: Vec<_> = own.map(|(name, amount)| (name.to_owned(), cents(amount))).to_vec();
    for (at, partner) in split.partners.iter().enumerate() {
        let of = [("base", partner.base), ("amount", partner.amount), ("amount_affiliate", partner.amount_affiliate)];
        figures.extend(of.map(|(name, amount)| (format!("partners[{at}].{name}"), cents(amount))));
    }
    figures
}

/// Row `row` of the columns.
fn row(columns: &Columns, row: usize) -> Vec<(String, i64)> {
    let figures = columns.names.iter().zip(&columns.minor_units);
    figures.map(|(name, column)| (name.clone(), column[row])).collect()
}

fn rate() -> impl Strategy<Value = Amount> {
    (0u8..=6, 0i64..=100_000_000).prop_map(|(decimals, part)| {
        let most = 100 * 10i64.pow(decimals.into());
        Amount::new(part % (most + 1), decimals).unwrap()
    })
}

/// Prices as they are, of every length, and some at the end of 64 bits.
fn price() -> impl Strategy<Value = i64> {
    let long = (0u32..63, -3i64..=3).prop_map(|(bits, more)| ((1i64 << bits) + more).max(0));
    prop_oneof![8 => 0i64..100_000, 3 => long, 1 => i64::MAX - 1000..=i64::MAX]
}

fn commission() -> impl Strategy<Value = Commission> {
    let policy =
        prop_oneof![Just(BothPolicy::Sum), Just(BothPolicy::Larger), Just(BothPolicy::Rate), Just(BothPolicy::Fixed)];
    prop_oneof![
        Just(Commission::None),
        rate().prop_map(Commission::Percent),
        (0i64..10_000).prop_map(|fixed| Commission::Fixed(Amount::cents(fixed))),
        (rate(), 0i64..10_000, policy)
            .prop_map(|(rate, fixed, policy)| { Commission::Both { rate, fixed: Amount::cents(fixed), policy } }),
    ]
}

fn tariff() -> impl Strategy<Value = Tariff> {
    (vec((1i64..50_000, rate()), 0..3), rate(), 0i64..1000).prop_map(|(more, first, fixed)| {
        let mut tiers = vec![(Amount::cents(0), first)];
        let mut from = 0;
        for (further, percent) in more {
            from += further;
            tiers.push((Amount::cents(from), percent));
        }
        Tariff { fixed: Amount::cents(fixed), tiers }
    })
}

fn terms() -> impl Strategy<Value = Terms> {
    let partner = (rate(), any::<bool>(), commission()).prop_map(|(rate, after, own_affiliate)| Partner {
        name: "Lena".to_owned(),
        rate,
        base: if after { PartnerBase::AfterAffiliate } else { PartnerBase::BasicAmount },
        own_affiliate,
    });
    let tie = prop_oneof![Just(Tie::Up), Just(Tie::Down), Just(Tie::Even)];
    (tariff(), any::<bool>(), commission(), any::<bool>(), option::of(rate()), vec(partner, 0..3), tie).prop_map(
        |(tariff, margin_free_shipping, affiliate, first_payment_only, referral_rate, partners, tie)| Terms {
            tariff,
            margin_free_shipping,
            affiliate,
            first_payment_only,
            referral_rate,
            partners,
            tie,
        },
    )
}

#[derive(Clone, Debug)]
enum OwnVat {
    None,
    Rate(Amount),
    Rates(Vec<Amount>),
    Amounts(bool),
}

/// A sale of a row: price, part of it that is shipping, part that is VAT, and the number of the payment.
type Row = (i64, i64, i64, u32);

fn sales() -> impl Strategy<Value = (Vec<Row>, bool, OwnVat)> {
    let vat = prop_oneof![
        Just(OwnVat::None),
        rate().prop_map(OwnVat::Rate),
        vec(rate(), 1..4).prop_map(OwnVat::Rates),
        any::<bool>().prop_map(OwnVat::Amounts),
    ];
    // Some have no shipping, and some more than the price.
    let row = (price(), prop_oneof![Just(0), 0i64..=110, Just(-1)], -1i64..=110, 0u32..4).prop_map(
        |(price, shipping, vat, number)| {
            let part = |percent: i64| (i128::from(price) * i128::from(percent) / 100).clamp(-1, i64::MAX.into()) as i64;
            (price, part(shipping), part(vat), number)
        },
    );
    (vec(row, 1..600), any::<bool>(), vat)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_row_is_the_split_of_that_sale((rows, is_net, vat) in sales(), terms in vec(terms(), 1..4)) {
        let one = |at: usize| {
            let (price, shipping, part, number) = rows[at];
            let price = Amount::cents(price);
            let vat = match &vat {
                OwnVat::None => Vat::None,
                OwnVat::Rate(rate) => Vat::Rate(*rate),
                OwnVat::Rates(rates) => Vat::Rate(rates[at % rates.len()]),
                OwnVat::Amounts(same) => Vat::Amount(Amount::cents(if *same { rows[0].2 } else { part })),
            };
            Sale {
                price: if is_net { Price::Net(price) } else { Price::Gross(price) },
                currency: euro(),
                vat,
                shipping: Amount::cents(shipping),
                pay_sequence_no: number,
            }
        };
        let kept: Vec<usize> =
            (0..rows.len()).filter(|at| terms.iter().all(|terms| split(&one(*at), terms).is_ok())).collect();
        let column = |of: fn(&Row) -> i64, rows: &[usize], all: &[Row]| rows.iter().map(|at| of(&all[*at])).collect::<Vec<i64>>();
        let run = |some: &[usize]| {
            let prices = column(|row| row.0, some, &rows);
            let (shipping, parts) = (column(|row| row.1, some, &rows), column(|row| row.2, some, &rows));
            let numbers = column(|row| row.3.into(), some, &rows);
            let (rates, of) = match &vat {
                OwnVat::Rates(rates) => (rates.clone(), some.iter().map(|at| (at % rates.len()) as u32).collect()),
                _ => (Vec::new(), Vec::new()),
            };
            let sales = Sales {
                prices: &prices,
                is_net,
                vat: match &vat {
                    OwnVat::None => Vats::None,
                    OwnVat::Rate(rate) => Vats::Rate(*rate),
                    OwnVat::Rates(_) => Vats::Rates(&rates, &of),
                    OwnVat::Amounts(true) => Vats::Amounts(Column::All(rows[0].2)),
                    OwnVat::Amounts(false) => Vats::Amounts(Column::Each(&parts)),
                },
                shipping: Column::Each(&shipping),
                pay_sequence_no: Column::Each(&numbers),
            };
            split_many(&sales, euro(), &terms, Field::ALL)
        };

        // One amount below zero for all is wrong even where there is no sale.
        let columns = if kept.is_empty() { Vec::new() } else { run(&kept).unwrap() };
        for (columns, terms) in columns.iter().zip(&terms) {
            for (place, at) in kept.iter().enumerate() {
                prop_assert_eq!(row(columns, place), figures(&split(&one(*at), terms).unwrap()));
            }
        }
        // With one that is refused among them, all are, and that one is named.
        if let Some(wrong) = (0..rows.len()).find(|at| !kept.contains(at)) {
            let mut some = kept.clone();
            some.insert(kept.len() / 2, wrong);
            let problems = run(&some).unwrap_err();
            let place = format!("[{}]", kept.len() / 2);
            prop_assert!(problems.iter().all(|problem| problem.path.ends_with(&place)
                || kept.is_empty() || matches!(vat, OwnVat::Amounts(true))), "{:?}", problems);
        }
    }
}

fn affiliate(percent: &str) -> Terms {
    Terms { affiliate: Commission::Percent(percent.parse().unwrap()), ..Terms::default() }
}

fn problems(sales: &Sales<'_>, terms: &[Terms]) -> Vec<(String, String)> {
    let problems = split_many(sales, euro(), terms, Field::ALL).unwrap_err();
    problems.into_iter().map(|problem| (problem.path, problem.message)).collect()
}

#[test]
fn rows_that_are_wrong_are_named_with_their_numbers() {
    let prices = [10_000, -1, 5000, i64::MAX];
    let sales = Sales {
        shipping: Column::Each(&[0, 0, 6000, -5]),
        pay_sequence_no: Column::Each(&[0, 1, -1, 2]),
        ..Sales::gross(&prices, Vats::Amounts(Column::Each(&[10_100, 0, 0, 0])))
    };
    let problems = problems(&sales, &[affiliate("50")]);
    let found: Vec<(&str, &str)> = problems.iter().map(|(path, message)| (path.as_str(), message.as_str())).collect();
    assert_eq!(found[0], ("vat_amount[0]", "is more than the price, 100.00, that it is in"));
    assert_eq!(found[1], ("gross[1]", "expected 0 or more, got -0.01; money that goes back is a refund"));
    assert_eq!(found[2], ("shipping[2]", "is more than the price, 50.00, of which it is a part"));
    assert_eq!(found[3], ("pay_sequence_no[2]", "expected a whole number from 0 to 4294967295, got -1"));
    assert_eq!((found[4].0, found.len()), ("shipping[3]", 5));
}

#[test]
fn of_many_wrong_rows_the_first_20_are_told_and_the_others_counted() {
    let prices: Vec<i64> = (0..3000).map(|row| if row % 2 == 0 { row } else { -row }).collect();
    let found = problems(&Sales::net(&prices, Vats::None), &[affiliate("50"), affiliate("40")]);
    let paths: Vec<String> = (0..20).map(|at| format!("net[{}]", 2 * at + 1)).collect();
    assert_eq!(found.iter().take(20).map(|(path, _)| path.clone()).collect::<Vec<_>>(), paths);
    assert_eq!(found[20..], [(String::new(), "1480 more sales are wrong".to_owned())]);
}

#[test]
fn what_is_wrong_with_all_sales_is_told_once() {
    let prices = [100; 1000];
    let rate = |text: &str| text.parse::<Amount>().unwrap();
    let of = |sales: Sales<'_>| problems(&sales, &[affiliate("50")]);
    assert_eq!(of(Sales::gross(&prices, Vats::Rate(rate("101")))).len(), 1);
    assert_eq!(of(Sales::gross(&prices, Vats::Rates(&[rate("19"), rate("-1")], &[0; 1000])))[0].0, "vat_rate");
    let rates = [rate("19")];
    let lengths = Sales {
        shipping: Column::Each(&[0; 3]),
        pay_sequence_no: Column::Each(&[]),
        ..Sales::gross(&prices, Vats::Rates(&rates, &[0; 2]))
    };
    let paths: Vec<String> = of(lengths).into_iter().map(|(path, _)| path).collect();
    assert_eq!(paths, ["shipping", "pay_sequence_no", "vat_rate"]);
    for column in [Column::All(-1), Column::All(i64::MIN)] {
        assert_eq!(of(Sales { shipping: column, ..Sales::gross(&prices, Vats::None) }).len(), 1);
        assert_eq!(of(Sales { pay_sequence_no: column, ..Sales::gross(&prices, Vats::None) }).len(), 1);
        assert_eq!(of(Sales::gross(&prices, Vats::Amounts(column))).len(), 1);
    }
    assert_eq!(of(Sales::gross(&[5], Vats::Rates(&[rate("19")], &[1])))[0].0, "vat_rate[0]");
    let found = problems(&Sales::gross(&prices, Vats::None), &[affiliate("50"), affiliate("100.01")]);
    assert_eq!(found.iter().map(|(path, _)| path.as_str()).collect::<Vec<_>>(), ["terms[1].affiliate_rate"]);
}

#[test]
fn amounts_that_do_not_fit_on_the_way_are_named_with_the_terms() {
    let huge = Terms { tariff: Tariff::flat("100".parse().unwrap(), Amount::cents(i64::MAX)), ..Terms::default() };
    let found = problems(&Sales::gross(&[100, i64::MAX], Vats::None), &[affiliate("50"), huge]);
    assert_eq!(found.len(), 2);
    assert!(found[0].0 == "gross[0]" && found[0].1.ends_with("counted in 64 bits"), "{found:?}");
    // Up to the last cent of 64 bits all is exact.
    let columns = split_many(&Sales::gross(&[i64::MAX], Vats::None), euro(), &[affiliate("50")], Field::ALL).unwrap();
    let sale = Sale::gross(Amount::cents(i64::MAX), euro(), Vat::None);
    assert_eq!(row(&columns[0], 0), figures(&split(&sale, &affiliate("50")).unwrap()));
}

#[test]
fn parts_of_the_sales_make_the_same_columns_and_only_those_asked_for() {
    let prices: Vec<i64> = (0..10_000).map(|row| row * 7).collect();
    let fields = [Field::AmountVendor, Field::AmountVat];
    let terms = [affiliate("50"), affiliate("12.5")];
    let vat = Vats::Rate("19".parse().unwrap());
    let whole = split_many(&Sales::gross(&prices, vat), euro(), &terms, &fields).unwrap();
    for (whole, terms) in whole.iter().zip(&terms) {
        let splitter = Splitter::new(euro(), terms, &fields).unwrap();
        let mut columns = splitter.room(prices.len());
        for (at, part) in prices.chunks(777).enumerate() {
            splitter.split(&Sales::gross(part, vat), at * 777, &mut columns).unwrap();
        }
        assert_eq!(whole.names, ["amount_vendor", "amount_vat"]);
        assert_eq!(whole.minor_units, columns);
    }
    let splitter = Splitter::new(euro(), &terms[0], &fields).unwrap();
    let mut faults = splitter.split(&Sales::gross(&[-1], vat), 5, &mut splitter.room(1)).unwrap_err();
    faults.merge(splitter.split(&Sales::gross(&[-1; 30], vat), 6, &mut splitter.room(30)).unwrap_err());
    let problems = faults.into_problems();
    assert_eq!((problems[0].path.as_str(), problems[19].path.as_str()), ("gross[5]", "gross[24]"));
    assert_eq!(problems[20].message, "11 more sales are wrong");
}

#[test]
fn options_name_one_set_of_terms_or_several() {
    let map = |fields: &[(&str, Value)]| {
        Value::Map(fields.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect())
    };
    let half = map(&[("affiliate_rate", "50".into())]);
    let words = |words: &[&str]| Value::List(words.iter().map(|word| Value::from(*word)).collect());
    let read = |more: &[(&str, Value)]| {
        let mut fields = vec![("currency", Value::from(EUR))];
        fields.extend_from_slice(more);
        let splitter = Splitter::read(&map(&fields)).map_err(|problems| problems[0].to_string());
        splitter.map(|(_, all)| all.iter().map(Splitter::names).collect::<Vec<_>>())
    };
    let names = read(&[("terms", half.clone()), ("fields", words(&["amount_vendor", "partners"]))]);
    assert_eq!(names, Ok(vec![vec!["amount_vendor".to_owned()]]));
    assert_eq!(read(&[]).unwrap()[0].len(), 11);
    assert_eq!(read(&[("terms", Value::List(vec![half.clone(), half.clone(), half]))]).unwrap().len(), 3);
    let wrong = map(&[("affiliate_rate", Value::Float(0.5)), ("rate", Value::Null)]);
    let refused = read(&[("terms", Value::List(vec![wrong]))]).unwrap_err();
    assert!(refused.starts_with("terms[0].affiliate_rate: the floating-point number 0.5 cannot hold"), "{refused}");
    assert!(
        read(&[("fields", words(&["vendor"]))]).unwrap_err().starts_with("fields[0]: expected one of amount_brutto,")
    );
    assert!(read(&[("vat_rate", Value::Null)]).unwrap_err().starts_with("vat_rate: there is none; there are"));
    let fixed = map(&[("affiliate_fixed", "0.5".into())]);
    let yen = map(&[("currency", "JPY".into()), ("digits", Value::Integer(0)), ("terms", fixed)]);
    assert!(
        Splitter::read(&yen).unwrap_err()[0].to_string().starts_with("terms.affiliate_fixed: 0.50 has more than 0")
    );
}
