//! Order forms and payment plans before they are made.

use digistore24::commission::{Currency, Plan, Sale, Terms, Vat, schedule};
use digistore24::urls::{Interval, Lint, MonthEnd, PreviewTerms, Severity, buy_url, buy_url_of, payment_plan_of};
use digistore24::{Amount, Time, Value, Zone};
use proptest::prelude::*;

fn day(text: &str) -> Time {
    Time::parse(text, Zone::Berlin).unwrap()
}

fn lint(plan: Value, terms: &PreviewTerms) -> Lint {
    buy_url(&Value::from([("product_id", 512345.into()), ("payment_plan", plan)]), terms)
}

#[test]
fn what_was_found_says_where_and_what_and_shows_no_parameters() {
    let buyer = Value::from([("email", "ada@example.com".into()), ("country", "Germany".into())]);
    let parameters = Value::from([("product_id", 512345.into()), ("buyer", buyer)]);
    let lint = buy_url(&parameters, &PreviewTerms::default());
    let found = lint.findings.iter().find(|finding| finding.fault.severity() == Severity::Error).unwrap();
    assert_eq!(
        found.to_string(),
        "parameters.buyer.country: A country is two capital letters such as DE; an invalid one makes the call fail."
    );
    assert!(!format!("{lint:?}").contains("ada@"), "{lint:?}");
    assert_eq!(lint.parameters, parameters);
}

#[test]
fn a_sentence_has_what_it_is_about() {
    let plan =
        Value::from([("first_amount", "5".into()), ("currency", "eur".into()), ("test_interval", "2_week".into())]);
    let lint = lint(plan, &PreviewTerms::default());
    let texts: Vec<String> = lint.findings.iter().map(|finding| finding.text()).collect();
    assert!(
        texts.iter().any(|text| text.contains("\"eur\"")) && texts.iter().any(|text| text.contains("14_day")),
        "{texts:?}"
    );
    assert!(texts.iter().all(|text| !text.contains("{}")), "{texts:?}");
}

fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(Value::Integer),
        any::<f64>().prop_map(Value::Float),
        any::<String>().prop_map(Value::Text),
        "-?[0-9]{0,20}\\.?[0-9]{0,4}".prop_map(Value::Text),
        "[0-9]{0,6}_(day|week|month|year)".prop_map(Value::Text),
        Just(Value::Text("https://shop.example/[ORDER_ID]".to_owned())),
        (any::<i64>(), 0u8..=18).prop_map(|(units, scale)| Value::Amount(Amount::new(units, scale).unwrap())),
    ];
    let names = prop::sample::select(vec![
        "product_id",
        "payment_plan",
        "first_amount",
        "other_amounts",
        "currency",
        "number_of_installments",
        "first_billing_interval",
        "other_billing_intervals",
        "test_interval",
        "template",
        "upgrade_order_id",
        "buyer",
        "email",
        "country",
        "readonly_keys",
        "tracking",
        "campaignkey",
        "affiliate",
        "valid_until",
        "urls",
        "thankyou_url",
        "settings",
        "voucher_1st_rate",
        "voucher_1st_amount",
        "voucher_oth_rates",
        "pay_methods",
        "addons",
        "default_quantity",
        "max_quantity",
        "placeholders",
        "data",
        "paymentplan_id",
        "cancel_policy",
        "parameters",
        "record",
        "starts_on",
        "payments",
    ]);
    leaf.prop_recursive(5, 60, 8, move |inner| {
        let name = names.clone().prop_map(str::to_owned);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::List),
            prop::collection::vec((name, inner), 0..8).prop_map(Value::Map),
        ]
    })
}

proptest! {
    #![proptest_config(crate::cases(1000))]

    #[test]
    fn any_parameters_are_looked_at(parameters in anything(), record in anything(), payments in 1i64..30) {
        let options = Value::from([("parameters", parameters.clone()), ("record", record), ("payments", payments.into())]);
        for look in [buy_url_of, payment_plan_of] {
            if let Ok(lint) = look(&options) {
                let data = Value::from(&lint);
                prop_assert_eq!(data.get("parameters"), Some(&parameters));
                prop_assert!(lint.findings.iter().all(|finding| ["parameters", "record."].iter().any(|place| finding.path.starts_with(place))));
                if let Some(preview) = &lint.preview {
                    // An amount is certain or says why it is not.
                    for payment in &preview.payments {
                        prop_assert!(payment.amount.is_some() || !payment.notes.is_empty(), "{:?}", payment);
                    }
                }
            }
        }
        let _ = (buy_url_of(&parameters), payment_plan_of(&parameters));
    }

    /// The same days and amounts as the module that splits them.
    #[test]
    fn the_preview_agrees_with_the_schedule_of_splits(
        first in 0i64..100_000, other in 1i64..100_000, number in 2u32..40, start in 0i64..20_000, stays in any::<bool>(),
        intervals in prop::collection::vec(prop_oneof![
            (1u16..400).prop_map(Interval::Days), (1u16..30).prop_map(Interval::Months), (1u16..4).prop_map(Interval::Years),
        ], 3),
        trial in any::<bool>(),
    ) {
        let starts_on = day("2020-01-31").plus_days(start).unwrap();
        let month_end = if stays { MonthEnd::Stay } else { MonthEnd::Return };
        let mut fields = vec![
            ("first_amount".to_owned(), Value::from(Amount::cents(first))),
            ("other_amounts".to_owned(), Amount::cents(other).into()),
            ("currency".to_owned(), "EUR".into()),
            ("number_of_installments".to_owned(), number.into()),
            ("first_billing_interval".to_owned(), intervals[0].to_string().into()),
            ("other_billing_intervals".to_owned(), intervals[1].to_string().into()),
        ];
        if trial {
            fields.push(("test_interval".to_owned(), intervals[2].to_string().into()));
        }
        let terms = PreviewTerms { starts_on: Some(starts_on), month_end, ..PreviewTerms::default() };
        let preview = lint(Value::Map(fields), &terms).preview.unwrap();
        let sale = Sale::gross(Amount::cents(first), Currency::known("EUR").unwrap(), Vat::None);
        let plan = Plan {
            other_amounts: Some(Amount::cents(other)),
            number_of_installments: number,
            first_billing_interval: intervals[0],
            other_billing_intervals: Some(intervals[1]),
            test_interval: trial.then_some(intervals[2]),
            month_end,
            ..Plan::new(starts_on)
        };
        let schedule = schedule(&sale, &plan, &Terms::default()).unwrap();
        let have: Vec<_> = preview.payments.iter().map(|payment| (payment.pay_sequence_no, payment.due_on, payment.amount)).collect();
        let want: Vec<_> = schedule.payments.iter()
            .map(|payment| (payment.pay_sequence_no, Some(payment.due_on), Some(payment.split.amount_brutto))).collect();
        prop_assert_eq!(have, want);
        prop_assert_eq!(preview.billing_type, Some(schedule.billing_type));
        prop_assert_eq!(preview.total, Some(Amount::cents(first + other * i64::from(number - 1))));
    }

    /// A rate off leaves the nearest cent, or the two cents around the middle.
    #[test]
    fn a_discount_is_the_nearest_cent_or_both_around_the_middle(price in 0i64..1_000_000, rate in 0i64..=100_000) {
        let rate_text = Amount::new(rate, 3).unwrap();
        let plan = Value::from([("first_amount", Value::from(Amount::cents(price))), ("currency", "EUR".into())]);
        let settings = Value::from([("voucher_1st_rate", rate_text.into())]);
        let parameters = Value::from([("product_id", 1.into()), ("payment_plan", plan), ("settings", settings)]);
        let preview = buy_url(&parameters, &PreviewTerms::default()).preview.unwrap();
        let payment = &preview.payments[0];
        let exact = price * (100_000 - rate);
        match payment.amount {
            Some(amount) => prop_assert!((amount.minor_units(2).unwrap() * 100_000 - exact).abs() < 50_000),
            None => {
                let cents: Vec<i64> = payment.candidates.iter().map(|amount| amount.minor_units(2).unwrap()).collect();
                prop_assert_eq!(cents.len(), 2);
                prop_assert!(exact - cents[0] * 100_000 == 50_000 && cents[1] - cents[0] == 1);
            }
        }
    }
}
