//! Money stays exact from text to text.

use std::collections::HashSet;

use digistore24::{Amount, BadAmount};
use proptest::prelude::*;

fn amount(text: &str) -> Amount {
    Amount::parse(text).unwrap_or_else(|why| panic!("{text}: {why}"))
}

fn written(text: &str) -> String {
    amount(text).to_string()
}

#[test]
fn an_amount_is_written_with_a_dot_and_at_least_two_decimals() {
    for (text, expected) in [
        ("50", "50.00"),
        ("59.5", "59.50"),
        ("9.00", "9.00"),
        ("1.08452", "1.08452"),
        ("1.0800", "1.0800"),
        ("-0.50", "-0.50"),
        ("-0.05", "-0.05"),
        ("-0.00", "0.00"),
        ("+7", "7.00"),
        ("007.10", "7.10"),
        ("0.000000000000000001", "0.000000000000000001"),
        ("-9223372036854775808", "-9223372036854775808.00"),
    ] {
        assert_eq!(written(text), expected, "{text}");
    }
}

#[test]
fn formatting_an_amount_keeps_to_the_width_and_never_cuts_decimals() {
    let (nine, less) = (amount("9"), amount("-9.25"));
    assert_eq!(format!("{nine:>8}|{less:<8}|{less:08}|{less:.1}"), "    9.00|-9.25   |-0009.25|-9.25");
}

#[test]
fn an_exponent_shifts_the_point_exactly() {
    for (text, expected) in [
        ("1e2", "100.00"),
        ("1.5E+3", "1500.00"),
        ("2975e-2", "29.75"),
        ("1.25e1", "12.50"),
        ("-1e-18", "-0.000000000000000001"),
        ("10e-19", "0.000000000000000001"),
        ("0e99999", "0.00"),
        ("0e-99999999999999999999999", "0.000000000000000000"),
    ] {
        assert_eq!(written(text), expected, "{text}");
    }
    let far = format!("0.{}1e100001", "0".repeat(100_000));
    assert_eq!(written(&far), "1.00");
}

#[test]
fn what_is_no_plain_number_is_refused() {
    for text in [
        "",
        " ",
        "-",
        "+",
        ".",
        "9,00",
        "1,000.00",
        "9.",
        ".5",
        "1.2.3",
        "--1",
        "-+1",
        " 1",
        "1 ",
        "1\n",
        "NaN",
        "inf",
        "-Infinity",
        "0x10",
        "1e",
        "1e+",
        "1e1.5",
        "e5",
        "1_000",
        "EUR 5",
        "5€",
        "٣",
        "null",
    ] {
        assert!(matches!(Amount::parse(text), Err(BadAmount::Form(_))), "{text:?}");
    }
}

#[test]
fn what_does_not_fit_is_refused_and_zeros_at_the_end_do_not_count() {
    for text in [
        "9223372036854775808",
        "-9223372036854775809",
        "0.0000000000000000001",
        "1e19",
        "1e-19",
        "1e99999999999999999999",
        "1e-99999999999999999999",
        "12345678901234567890.12",
    ] {
        assert!(matches!(Amount::parse(text), Err(BadAmount::Range(_))), "{text:?}");
    }
    assert_eq!(amount("9223372036854775807.00").units(), i64::MAX);
    assert_eq!(amount(&format!("1.{}", "0".repeat(500))), Amount::cents(100));
}

#[test]
fn an_error_says_what_was_expected_and_quotes_the_start_of_the_text_on_one_line() {
    let told = |text: &str| Amount::parse(text).unwrap_err().to_string();
    assert_eq!(
        told("9,00"),
        "expected an amount with a decimal dot and no thousands mark, such as `9.00` or `-1250.5`, got \"9,00\""
    );
    assert!(told("one\ntwo").ends_with("got \"one\u{fffd}two\""));
    assert!(told(&"é".repeat(40)).ends_with(&format!("got \"{}\"", "é".repeat(40))));
    assert!(told(&"é".repeat(41)).ends_with(&format!("got \"{}…\"", "é".repeat(40))));
    assert_eq!(told(&"7".repeat(50)), format!("expected an amount of at most 18 digits, got \"{}…\"", "7".repeat(40)));
    assert_eq!(
        amount("12.505").minor_units(2).unwrap_err().to_string(),
        "12.505 has more than 2 decimals: round it first, the way your books want it"
    );
}

#[test]
fn equal_sums_are_equal_however_they_are_written() {
    assert_eq!(amount("59.5"), amount("59.500"));
    assert_eq!(HashSet::from([amount("59.5"), amount("59.50"), amount("595e-1")]).len(), 1);
    assert_eq!((amount("59.50").decimals(), amount("59.50").scale()), (1, 2));
    assert_eq!(amount("100").decimals(), 0);
    assert!(amount("-0.01") < amount("0"));
    assert!(amount("0.1") > amount("0.0999"));
}

#[test]
fn the_smallest_unit_of_a_currency_is_reached_exactly_or_not_at_all() {
    assert_eq!(amount("29.75").minor_units(2), Ok(2975));
    assert_eq!(amount("1200.00").minor_units(0), Ok(1200));
    assert_eq!(amount("-0.5").minor_units(3), Ok(-500));
    assert_eq!(amount("0.00").minor_units(200), Ok(0));
    assert!(matches!(amount("0.005").minor_units(2), Err(BadAmount::Finer { digits: 2, .. })));
    assert!(matches!(amount("1").minor_units(19), Err(BadAmount::Range(_))));
}

#[test]
fn sums_that_fit_are_exact_and_others_are_none() {
    let lowest = Amount::cents(i64::MIN);
    assert_eq!(amount("0.1").checked_add(amount("0.02")), Some(amount("0.12")));
    assert_eq!(amount("10").checked_sub(amount("29.75")), Some(amount("-19.75")));
    assert_eq!(amount("10").checked_add(amount("0.000000000000000000")), Some(amount("10")));
    assert_eq!(Amount::cents(i64::MAX).checked_add(Amount::cents(1)), None);
    assert_eq!(lowest.checked_sub(Amount::cents(1)), None);
    assert_eq!(lowest.checked_neg(), None);
    assert_eq!(amount("-3.5").checked_neg(), Some(amount("3.5")));
    assert!(amount("-0.00").is_zero() && !amount("-0.00").is_negative() && lowest.is_negative());
}

#[test]
fn in_json_an_amount_is_text_and_never_a_float() {
    let read = |json: &str| serde_json::from_str::<Amount>(json).map_err(|why| why.to_string());
    assert_eq!(serde_json::to_string(&amount("59.5")).unwrap(), "\"59.50\"");
    assert_eq!(read("\"59.5\""), Ok(amount("59.5")));
    assert_eq!(read("25"), Ok(amount("25")));
    assert_eq!(read("-25"), Ok(amount("-25")));
    assert!(read("29.75").unwrap_err().starts_with("a floating point number is not exact"));
    assert!(read("18446744073709551615").unwrap_err().starts_with("expected an amount of at most 18 digits"));
    assert!(read("\"9,00\"").unwrap_err().contains("got \"9,00\""));
    assert!(read("null").unwrap_err().contains("expected an amount as text"));
}

fn any_amount() -> impl Strategy<Value = Amount> {
    let units = prop_oneof![any::<i64>(), -100_000i64..100_000];
    (units, 0u8..=18).prop_map(|(units, scale)| Amount::new(units, scale).unwrap())
}

/// The value in units of 10⁻¹⁸.
fn exactly(amount: Amount) -> i128 {
    i128::from(amount.units()) * 10i128.pow(18 - u32::from(amount.scale()))
}

proptest! {
    #[test]
    fn every_amount_reads_back_as_itself(amount in any_amount()) {
        let text = amount.to_string();
        let again = Amount::parse(&text).unwrap();
        prop_assert_eq!(again, amount);
        prop_assert_eq!(again.to_string(), text);
    }

    #[test]
    fn amounts_are_ordered_as_numbers(a in any_amount(), b in any_amount()) {
        prop_assert_eq!(a.cmp(&b), exactly(a).cmp(&exactly(b)));
        prop_assert_eq!(a == b, exactly(a) == exactly(b));
    }

    #[test]
    fn minor_units_are_never_rounded(amount in any_amount(), digits in 0u8..=18) {
        let unit = 10i128.pow(18 - u32::from(digits));
        match amount.minor_units(digits) {
            Ok(units) => prop_assert_eq!(i128::from(units) * unit, exactly(amount)),
            Err(BadAmount::Finer { .. }) => prop_assert_ne!(exactly(amount) % unit, 0),
            Err(_) => prop_assert!(i64::try_from(exactly(amount) / unit).is_err()),
        }
    }

    #[test]
    fn sums_and_differences_are_exact(a in any_amount(), b in any_amount()) {
        let scale = u32::from(a.decimals().max(b.decimals()));
        let reference = |wide: i128| i64::try_from(wide / 10i128.pow(18 - scale)).ok().map(|_| wide);
        let operands_fit = [a, b].iter().all(|x| i64::try_from(exactly(*x) / 10i128.pow(18 - scale)).is_ok());
        prop_assert_eq!(a.checked_add(b).map(exactly), reference(exactly(a) + exactly(b)).filter(|_| operands_fit));
        prop_assert_eq!(a.checked_sub(b).map(exactly), reference(exactly(a) - exactly(b)).filter(|_| operands_fit));
    }

    #[test]
    fn a_number_with_an_exponent_equals_the_same_number_without(digits in -999_999i64..999_999, shift in 0usize..=12) {
        let plain = format!("{digits}{}", "0".repeat(shift));
        prop_assert_eq!(amount(&format!("{digits}e{shift}")), amount(&plain));
        prop_assert_eq!(amount(&format!("{plain}e-{shift}")), amount(&digits.to_string()));
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,24}", number in "[-+]?[0-9]{0,30}[.]?[0-9]{0,30}([eE][-+]?[0-9]{0,30})?") {
        let _ = (Amount::parse(&text), Amount::parse(&number));
    }
}
