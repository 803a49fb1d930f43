//! What holds of any discount code, order and text.

use digistore24::voucher::{
    Context, DiscountCode, Figure, Plan, Prices, Verdict, check, check_of, coupon_of, create_of,
};
use digistore24::voucher::{Uncertainty, created_of, update_of};
use digistore24::{Amount, Value, Zone};
use proptest::prelude::*;

/// Something that a record, an option or an answer may hold, sensible or not.
fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(Value::Integer),
        (-3..200i64).prop_map(Value::Integer),
        any::<f64>().prop_map(Value::Float),
        (-100..=100i32).prop_map(|number| Value::Float(number.into())),
        (any::<i64>(), 0..=18u8).prop_map(|(units, scale)| Value::Amount(Amount::new(units, scale).unwrap())),
        any::<String>().prop_map(Value::Text),
        "[0-9]{1,20}(\\.[0-9]{0,4})?".prop_map(Value::Text),
        prop::sample::select(WORDS).prop_map(Value::from),
        moments().prop_map(Value::Text),
        any::<String>().prop_map(Value::Odd),
    ];
    leaf.prop_recursive(2, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::List),
            prop::collection::vec((prop::sample::select(NAMES).prop_map(str::to_owned), inner), 0..4)
                .prop_map(Value::Map),
        ]
    })
}

const WORDS: &[&str] = &[
    "Y",
    "N",
    "all",
    "1,2,3",
    "EUR",
    "USD",
    "JPY",
    "valid",
    "other_only",
    "not_valid",
    "success",
    "error",
    "main",
    "addon",
    "upsell",
    "now",
    "",
    " ",
    "Europe/Berlin",
    "+02:00",
    "1_month",
    "10.00",
    "33.3333",
];

const NAMES: &[&str] = &[
    "record",
    "data",
    "coupon",
    "coupons",
    "result",
    "code",
    "new_code",
    "id",
    "product_id",
    "product_ids",
    "product_role",
    "valid_from",
    "valid_until",
    "expires_at",
    "first_rate",
    "other_rates",
    "first_amount",
    "other_amounts",
    "currency",
    "is_count_limited",
    "count_left",
    "upgrade_policy",
    "is_discarding_early_bird",
    "now",
    "zone",
    "same_clock",
    "zone_margin_hours",
    "is_upgrade",
    "plan",
    "number_of_installments",
    "quantity",
    "shipping",
    "test_interval",
    "is_early_bird",
    "price",
    "is_test_payment",
    "status",
    "coupon_id",
    "amount_left",
    "amount_total",
    "remove",
    "rate_and_amount",
    "discount code_id",
    "modified",
];

fn moments() -> impl Strategy<Value = String> {
    let zone = prop_oneof![Just(""), Just("Z"), Just("+02:00"), Just("-11:30")];
    (2025..2028u16, 1..=13u8, 1..=31u8, 0..=24u8, 0..60u8, prop_oneof![Just(""), Just(".5"), Just(".000")], zone)
        .prop_map(|(year, month, day, hour, minute, part, zone)| {
            format!("{year}-{month:02}-{day:02} {hour:02}:{minute:02}:00{part}{zone}")
        })
}

/// Named values of which most names are known.
fn options() -> impl Strategy<Value = Value> {
    prop::collection::vec((prop::sample::select(NAMES).prop_map(str::to_owned), anything()), 0..12).prop_map(Value::Map)
}

fn amounts() -> impl Strategy<Value = Amount> {
    prop_oneof![3 => 0..20_000i64, 1 => 0..=1_000_000_000_000i64].prop_map(Amount::cents)
}

/// Percent, often such that half a cent occurs.
fn rates() -> impl Strategy<Value = Amount> {
    prop_oneof![
        2 => Just(Amount::cents(0)),
        3 => (0..=20i64).prop_map(|fives| Amount::new(fives * 5, 0).unwrap()),
        1 => (0..=1_000_000i64).prop_map(|fine| Amount::new(fine, 4).unwrap()),
        1 => (0..=9_000_000_000_000_000_000i64).prop_map(|fine| Amount::new(fine, 18).unwrap()),
    ]
}

fn plans() -> impl Strategy<Value = Plan> {
    let pieces = prop_oneof![3 => Just(1u32), 1 => 1..=100_000u32];
    let currency = prop_oneof![4 => Just("EUR"), 1 => Just("USD"), 1 => Just("JPY")];
    (amounts(), prop::option::of(amounts()), currency, pieces, amounts(), any::<[bool; 5]>()).prop_map(
        |(
            first_amount,
            other_amounts,
            currency,
            quantity,
            shipping,
            [is_shipped, has_trial, is_early_bird, is_open, adds_vat],
        )| Plan {
            other_amounts,
            number_of_installments: (is_open && other_amounts.is_some()).then_some(0),
            quantity,
            shipping: if is_shipped { shipping } else { Amount::cents(0) },
            adds_vat,
            has_trial,
            is_early_bird,
            ..Plan::single(first_amount, currency)
        },
    )
}

/// A record of which each field is mostly as it should be.
fn records() -> impl Strategy<Value = Value> {
    let odd = |good: BoxedStrategy<Value>| prop_oneof![12 => good, 1 => anything()];
    let word = |words: &'static [&'static str]| prop::sample::select(words).prop_map(Value::from).boxed();
    let rate = || odd(rates().prop_map(Value::from).boxed());
    let some = || {
        let none = Just(Value::from("0.00"));
        odd(prop_oneof![2 => none, 1 => amounts().prop_map(|amount| Value::from(amount.to_string()))].boxed())
    };
    let time = || odd(prop_oneof![2 => Just(Value::Null), 1 => moments().prop_map(Value::Text)].boxed());
    (
        (odd(word(&["all", "1,2", ""])), time(), time(), odd(Just(Value::Null).boxed())),
        (rate(), rate(), some(), some(), odd(word(&["EUR", "EUR", "usd", ""]))),
        (odd(word(&["Y", "N", "N"])), odd((-1..3i64).prop_map(Value::from).boxed())),
        (odd(word(&["valid", "other_only", "not_valid", "new"])), odd(word(&["N", "N", "Y"]))),
    )
        .prop_map(
            |((products, from, end, until), (r1, r2, a1, a2, currency), (limited, left), (policy, discards))| {
                Value::from([
                    ("product_ids", products),
                    ("valid_from", from),
                    ("expires_at", end),
                    ("valid_until", until),
                    ("first_rate", r1),
                    ("other_rates", r2),
                    ("first_amount", a1),
                    ("other_amounts", a2),
                    ("currency", currency),
                    ("is_count_limited", limited),
                    ("count_left", left),
                    ("upgrade_policy", policy),
                    ("is_discarding_early_bird", discards),
                ])
            },
        )
}

fn contexts() -> impl Strategy<Value = Context> {
    let now = moments().prop_filter("a moment", |text| Zone::parse("Z").is_some() && is_moment(text));
    let zone = prop_oneof![2 => Just(None), 1 => Just(Some(Zone::Berlin)), 1 => Just(Some(Zone::Fixed(-300)))];
    (
        prop::option::of(prop_oneof![Just("1"), Just("3")]),
        prop::option::of(now),
        zone,
        any::<[bool; 2]>(),
        0..48u16,
        plans(),
    )
        .prop_map(|(product_id, now, zone, [same_clock, is_upgrade], zone_margin_hours, plan)| Context {
            product_id: product_id.map(str::to_owned),
            now,
            zone,
            same_clock,
            is_upgrade,
            zone_margin_hours,
            plan: Some(plan),
            ..Context::default()
        })
}

fn is_moment(text: &str) -> bool {
    let whole: String = text.split_once('.').map_or(text.to_owned(), |(before, after)| {
        format!("{before}{}", after.trim_start_matches(|c: char| c.is_ascii_digit()))
    });
    digistore24::Time::parse(&whole, Zone::Berlin).is_ok()
}

fn figures(prices: &Prices) -> impl Iterator<Item = &Figure> {
    [Some(&prices.first), prices.others.as_ref()].into_iter().flatten()
}

fn times(amount: Amount, quantity: u32) -> Amount {
    Amount::cents(amount.minor_units(2).unwrap() * i64::from(quantity))
}

proptest! {
    #![proptest_config(crate::cases(1500))]

    #[test]
    fn nothing_panics(options in options(), anything in anything()) {
        for options in [&options, &anything] {
            let _ = (check_of(options), coupon_of(options), created_of(options), create_of(options), update_of(options));
        }
        for name in ["record", "data"] {
            let inner = Value::from([(name, anything.clone())]);
            let _ = (check_of(&inner), coupon_of(&inner), created_of(&inner));
        }
    }

    #[test]
    fn a_strange_record_is_no_error(record in records(), context in contexts()) {
        let code = DiscountCode::read(&record).unwrap();
        prop_assert!(check(&code, &context).is_ok());
    }

    #[test]
    fn prices_stay_between_nothing_and_the_full_price(record in records(), context in contexts()) {
        let check = check(&DiscountCode::read(&record).unwrap(), &context).unwrap();
        let plan = context.plan.unwrap();
        let prices = check.prices.unwrap();
        prop_assert_eq!(prices.first.before, times(plan.first_amount, plan.quantity));
        for figure in figures(&prices) {
            prop_assert!(figure.candidates.iter().all(|price| !price.is_negative() && *price <= figure.before));
            prop_assert!(figure.candidates.iter().all(|price| price.decimals() <= 2));
            prop_assert!(figure.candidates.is_sorted_by(|one, two| one < two));
            // One amount and no doubt, or a doubt that is named.
            prop_assert_eq!(figure.is_exact(), figure.candidates.len() == 1 && figure.uncertain.is_empty());
            prop_assert!(figure.is_exact() || !figure.uncertain.is_empty());
        }
    }

    #[test]
    fn a_verdict_has_its_reasons(record in records(), context in contexts()) {
        let check = check(&DiscountCode::read(&record).unwrap(), &context).unwrap();
        match check.verdict {
            Verdict::Applies => prop_assert!(check.reasons.is_empty()),
            Verdict::DoesNotApply => {
                prop_assert!(!check.reasons.is_empty() && check.reasons.iter().all(|finding| finding.reason.is_final()));
                for figure in figures(&check.prices.unwrap()) {
                    prop_assert_eq!(figure.amount(), Some(figure.before));
                    prop_assert!(figure.is_exact());
                }
            }
            Verdict::Undecided => {
                prop_assert!(!check.reasons.is_empty() && check.reasons.iter().all(|finding| !finding.reason.is_final()));
                // The full price stays possible, wherever a price is told at all.
                for figure in figures(&check.prices.unwrap()) {
                    prop_assert!(figure.candidates.is_empty() || figure.candidates.contains(&figure.before));
                    prop_assert!(figure.amount() == Some(figure.before) || figure.uncertain.contains(&Uncertainty::MayNotApply));
                }
            }
            other => prop_assert!(false, "{:?}", other),
        }
    }

    /// By another way: what a rate or an amount leaves of a single payment for one piece, in hundredths and 10^-20 of them.
    #[test]
    fn a_single_discount_leaves_what_it_should(price in 0..1_000_000i64, rate in rates(), amount in 0..1_000_000i64, is_rate: bool) {
        let (rate, amount) = if is_rate { (rate, 0) } else { (Amount::cents(0), amount) };
        let record = Value::from([
            ("product_ids", "all".into()),
            ("is_count_limited", "N".into()),
            ("first_rate", rate.into()),
            ("first_amount", Amount::cents(amount).into()),
            ("other_rates", "0".into()),
            ("other_amounts", "0".into()),
            ("currency", "EUR".into()),
        ]);
        let context = Context { plan: Some(Plan::single(Amount::cents(price), "EUR")), ..Context::default() };
        let figure = check(&DiscountCode::read(&record).unwrap(), &context).unwrap().prices.unwrap().first;
        let one = 100 * 10i128.pow(rate.scale().into());
        let exact = i128::from(price - amount) * one - i128::from(price) * i128::from(rate.units());
        // Every candidate is at most half a hundredth away from the exact price, or nothing where that is below zero.
        prop_assert!(!figure.candidates.is_empty());
        for candidate in &figure.candidates {
            let distance = (i128::from(candidate.minor_units(2).unwrap()) * one - exact.max(0)).abs();
            prop_assert!(distance * 2 <= one, "{candidate} of {price} less {rate} % and {amount}");
        }
        let is_tie = exact > 0 && (exact % one) * 2 == one;
        prop_assert_eq!(figure.candidates.len(), if is_tie { 2 } else { 1 });
        let is_doubtful = exact < 0 || price > 0 && figure.candidates.contains(&Amount::cents(0)) || is_tie;
        prop_assert_eq!(figure.is_exact(), !is_doubtful);
    }
}
