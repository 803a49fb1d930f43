//! Reconciliation by options, as the bindings call it: the vectors of all languages, and whatever rows may be.

use digistore24::commission::{
    Booked, Checks, Conclusion, Role, TariffSearch, Verdict, infer_tariff, infer_tariff_of, reconcile, reconcile_of,
};
use digistore24::{Amount, Problem, Value};
use proptest::prelude::*;
use serde_json::Value as Json;

use super::ledger::*;

/// The public function of each name, on options, as the bindings call it.
fn call(name: &str, options: &Value) -> Result<Value, Vec<Problem>> {
    match name {
        "reconcile" => reconcile_of(options).map(|report| Value::from(&report)),
        "infer_tariff" => infer_tariff_of(options).map(|inferred| Value::from(&inferred)),
        other => panic!("no function {other}"),
    }
}

#[test]
fn vectors_hold() {
    let text = std::fs::read_to_string(crate::root().join("tests/vectors/money_reconcile.json")).unwrap();
    let vectors: Vec<Json> = serde_json::from_str(&text).unwrap();
    assert!(vectors.len() >= 12);
    for vector in &vectors {
        let result = call(vector["call"].as_str().unwrap(), &value(vector["options"].clone()));
        match (result, vector.get("problems").and_then(Json::as_array)) {
            (Ok(result), None) => {
                let have = serde_json::to_value(&result).unwrap();
                assert_eq!(have, vector["result"], "{}:\n{have:#}", vector["why"]);
            }
            (Err(problems), Some(expected)) => {
                assert_eq!(problems.len(), expected.len(), "{}: {problems:?}", vector["why"]);
                for (problem, expected) in problems.iter().zip(expected) {
                    assert_eq!(problem.path, expected["path"].as_str().unwrap(), "{}: {problems:?}", vector["why"]);
                    for part in crate::vectors::words(&expected["says"]) {
                        assert!(problem.message.contains(part), "{}: {problems:?}", vector["why"]);
                    }
                }
            }
            (result, _) => panic!("{}: {result:?}", vector["why"]),
        }
    }
}

const FIELDS: &[&str] = &[
    "amount",
    "amount_affiliate",
    "amount_brutto",
    "amount_netto",
    "amount_partner",
    "amount_provider",
    "amount_vat",
    "amount_vendor",
    "affiliate_amount",
    "currency",
    "earned_amount",
    "event",
    "id",
    "order_id",
    "pay_sequence_no",
    "product_txn_shipping",
    "product_txn_shipping_2",
    "reason",
    "schedule_payout_at",
    "transaction_amount",
    "transaction_currency",
    "transaction_id",
    "transaction_type",
    "vat_amount",
];

fn arbitrary_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        8 => (-20_000i64..200_000).prop_map(|cents| Value::Text(Amount::cents(cents).to_string())),
        3 => (0i64..30).prop_map(Value::Integer),
        2 => any::<i64>().prop_map(Value::Integer),
        1 => (any::<i64>(), 0u8..19).prop_map(|(units, scale)| Value::Amount(Amount::new(units, scale).unwrap())),
        1 => any::<f64>().prop_map(Value::Float),
        1 => any::<bool>().prop_map(Value::Bool),
        1 => Just(Value::Null),
        3 => prop::sample::select(vec!["EUR", "USD", "JPY", "payment", "refund", "on_payment", "merchant_share", "", "1e18"])
            .prop_map(Value::from),
        1 => ".{0,8}".prop_map(Value::Text),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::List),
            prop::collection::vec((".{0,4}", inner), 0..3).prop_map(Value::Map),
        ]
    })
}

fn arbitrary_row() -> impl Strategy<Value = Value> {
    let number = prop_oneof![
        6 => (0i64..200_000).prop_map(|cents| Value::Text(Amount::cents(cents).to_string())),
        1 => any::<i64>().prop_map(Value::Integer),
        1 => Just(Value::Integer(i64::MAX)),
        1 => Just(Value::Integer(i64::MIN)),
    ];
    prop_oneof![
        1 => arbitrary_value(),
        3 => prop::collection::vec((prop::sample::select(FIELDS).prop_map(str::to_owned), arbitrary_value()), 0..12)
            .prop_map(Value::Map),
        6 => prop::collection::vec((prop::sample::select(FIELDS).prop_map(str::to_owned), number), 0..16)
            .prop_map(|mut fields| {
                fields.push(("currency".to_owned(), "EUR".into()));
                fields.push(("transaction_type".to_owned(), "payment".into()));
                fields.retain(|(name, _)| name != "event" && name != "transaction_currency");
                Value::Map(fields)
            }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn whatever_rows_are_nothing_breaks_and_every_transaction_has_a_verdict(
        rows in prop::collection::vec(arbitrary_row(), 0..6),
        rate in prop::option::of(0i64..120),
        stated in any::<bool>(),
    ) {
        let readable: Vec<Booked> = rows.iter().filter_map(|row| Booked::read(row, Role::Vendor).ok()).collect();
        let checks = Checks {
            currency: stated.then(|| currency("EUR")),
            vat_rate: rate.map(|rate| Amount::new(rate, 0).unwrap()),
            ..Checks::default()
        };
        match reconcile(&readable, &base_terms(), &checks) {
            Ok(report) => {
                let counted: usize = report.totals.iter().flat_map(|totals| &totals.verdicts).map(|(_, times)| times).sum();
                prop_assert_eq!(counted, report.transactions.len());
                for found in &report.transactions {
                    prop_assert_eq!(found.causes.is_empty(), matches!(found.verdict, Verdict::Fits | Verdict::Unexplained));
                    prop_assert_eq!(found.expected.is_some(), found.difference.is_some());
                    let ordered = found.causes.windows(2).all(|pair| {
                        pair[0].verdict <= pair[1].verdict || pair[0].verdict == Verdict::FixedCommission
                    });
                    prop_assert!(ordered, "{:?}", found);
                }
                let _ = Value::from(&report);
            }
            Err(_) => prop_assert!(rate.is_some_and(|rate| rate > 100)),
        }
        let inferred = infer_tariff(&readable, &TariffSearch::default()).unwrap();
        for found in &inferred.currencies {
            let explained: usize = match found.conclusion {
                Conclusion::One | Conclusion::TooFewRows => found.rows,
                _ => found.tariffs.iter().map(|tariff| tariff.rows).sum(),
            };
            prop_assert_eq!(explained + found.unexplained, found.rows);
        }
        let options = Value::from([("rows", Value::List(rows))]);
        let _ = (call("reconcile", &options), call("infer_tariff", &options));
    }

    #[test]
    fn whatever_options_are_nothing_breaks(
        fields in prop::collection::vec((
            prop::sample::select(vec![
                "rows", "role", "currency", "digits", "vat_rate", "tolerance", "language", "tariff", "affiliate_rate",
                "partners", "tie", "fixed_step", "fixed_most", "margin_free_shipping", "odd",
            ]).prop_map(str::to_owned),
            arbitrary_value(),
        ), 0..8),
    ) {
        let options = Value::Map(fields);
        let _ = (call("reconcile", &options), call("infer_tariff", &options));
    }
}
