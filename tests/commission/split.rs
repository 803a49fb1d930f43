//! What holds of every split, and the vectors that all languages share.

use digistore24::commission::{
    Commission, Currency, Partner, PartnerBase, Price, Sale, Split, Tariff, Terms, Tie, Vat, read, split,
};
use digistore24::{Amount, Problem, Value};
use proptest::prelude::*;
use serde_json::Value as Json;

use super::random::{cases, rates, sales, terms};
use crate::vectors::{each, equal, text, vectors, words};

/// Every word that a note can have.
const WORDS: &[&str] = &[
    "tie",
    "partner_base",
    "partner_rounding",
    "partner_affiliate",
    "margin_on_shipping",
    "margin_free_shipping",
    "both_commissions",
    "high_price",
    "fixed_part_of_currency",
    "other_digits",
    "basic_below_zero",
    "shares_above_basic",
    "partner_base_below_zero",
    "partner_below_zero",
];

/// The split of options by name.
pub fn of_options(options: &Json) -> Result<Split, Vec<Problem>> {
    let options: Value = serde_json::from_value(options.clone()).expect("options");
    read(&options).and_then(|(sale, terms)| split(&sale, &terms))
}

#[test]
fn every_vector_is_split_or_refused_as_written() {
    each("money_split.json", 110, |vector| match (of_options(&vector["options"]), vector["problems"].as_array()) {
        (Ok(split), None) => {
            let have = serde_json::to_value(Value::from(&split)).expect("plain data");
            let want = vector["result"].as_object().expect("a result");
            for (name, want) in want.iter().filter(|(name, _)| *name != "notes") {
                equal(name, &have[name], want)?;
            }
            let notes = have["notes"].as_array().expect("notes").iter();
            let notes: Json = notes.map(|note| Json::from(vec![note["word"].clone(), note["field"].clone()])).collect();
            equal("notes", &notes, &want["notes"])
        }
        (Err(problems), Some(wanted)) => {
            let paths = wanted.iter().map(|problem| text(problem, "path")).collect();
            equal("paths", problems.iter().map(|problem| problem.path.as_str()).collect::<Vec<_>>(), paths)?;
            for (have, wanted) in problems.iter().zip(wanted) {
                for says in words(&wanted["says"]) {
                    equal("says", have.message.contains(says), true)
                        .map_err(|_| format!("{have} does not say {says}"))?;
                }
            }
            Ok(())
        }
        (Ok(split), Some(_)) => Err(format!("not refused: {split:?}")),
        (Err(problems), None) => Err(format!("refused: {problems:?}")),
    });
}

#[test]
fn the_vectors_have_every_note_at_least_once() {
    let list = vectors("money_split.json", 110);
    let notes = list.iter().filter_map(|vector| vector["result"]["notes"].as_array()).flatten();
    let seen: Vec<&str> = notes.filter_map(|note| note[0].as_str()).collect();
    for word in WORDS {
        assert!(seen.contains(word), "{word}");
    }
    assert!(seen.iter().all(|word| WORDS.contains(word)), "{seen:?}");
}

/// What everybody gets, tax office and platform included.
fn everybody(split: &Split) -> Vec<Amount> {
    let mut all = vec![split.amount_vat, split.amount_provider, split.amount_affiliate, split.amount_referral];
    all.extend(split.partners.iter().flat_map(|partner| [partner.amount, partner.amount_affiliate]));
    all.push(split.amount_vendor);
    all
}

fn sum(amounts: &[Amount]) -> Amount {
    amounts.iter().fold(Amount::cents(0), |sum, amount| sum.checked_add(*amount).unwrap())
}

/// An amount in the smallest unit of the split's currency. Fails where it has more digits than that.
fn minor(split: &Split, amount: Amount) -> i64 {
    amount.minor_units(split.currency.digits()).unwrap()
}

/// The same figure with another number of decimals.
fn shifted(amount: Amount, digits: u8) -> Amount {
    Amount::new(amount.units(), digits).unwrap()
}

/// Applies `other` to every amount of money, and `rate` to every rate.
fn rewritten(
    (sale, terms): &(Sale, Terms),
    currency: Currency,
    other: impl Fn(Amount) -> Amount,
    rate: impl Fn(Amount) -> Amount,
) -> (Sale, Terms) {
    let commission = |commission: Commission| match commission {
        Commission::None => Commission::None,
        Commission::Percent(percent) => Commission::Percent(rate(percent)),
        Commission::Fixed(fixed) => Commission::Fixed(other(fixed)),
        Commission::Both { rate: percent, fixed, policy } => {
            Commission::Both { rate: rate(percent), fixed: other(fixed), policy }
        }
    };
    let partners = terms.partners.iter().map(|partner| Partner {
        rate: rate(partner.rate),
        own_affiliate: commission(partner.own_affiliate),
        ..partner.clone()
    });
    let price = match sale.price {
        Price::Gross(price) => Price::Gross(other(price)),
        Price::Net(price) => Price::Net(other(price)),
    };
    let vat = match sale.vat {
        Vat::None => Vat::None,
        Vat::Rate(percent) => Vat::Rate(rate(percent)),
        Vat::Amount(vat) => Vat::Amount(other(vat)),
    };
    let tiers = terms.tariff.tiers.iter().map(|(from, percent)| (other(*from), rate(*percent))).collect();
    let terms = Terms {
        tariff: Tariff { fixed: other(terms.tariff.fixed), tiers },
        affiliate: commission(terms.affiliate),
        referral_rate: terms.referral_rate.map(&rate),
        partners: partners.collect(),
        ..terms.clone()
    };
    (Sale { price, vat, currency, shipping: other(sale.shipping), ..*sale }, terms)
}

/// Terms under which everybody's part of one more unit is at least nothing: at most half for the platform, so that with
/// at most half for the tax office nothing above the unit is taken, and shares that come to less than the whole.
fn moderate() -> impl Strategy<Value = Terms> {
    let part = |most: i64| (0..=most).prop_map(|rate| Amount::new(rate, 1).unwrap());
    let partner = (part(250), any::<bool>()).prop_map(|(rate, is_after)| Partner {
        name: "Ada".to_owned(),
        rate,
        base: if is_after { PartnerBase::AfterAffiliate } else { PartnerBase::BasicAmount },
        own_affiliate: Commission::None,
    });
    let tie = prop_oneof![Just(Tie::Up), Just(Tie::Down), Just(Tie::Even)];
    let partners = prop::collection::vec(partner, 0..3);
    (part(500), part(300), part(300), partners, tie).prop_map(|(margin, affiliate, referral, partners, tie)| Terms {
        tariff: Tariff::flat(margin, Amount::cents(100)),
        affiliate: Commission::Percent(affiliate),
        referral_rate: Some(referral),
        partners,
        tie,
        ..Terms::default()
    })
}

proptest! {
    #[test]
    fn shares_add_up_to_the_gross_price_and_have_no_more_digits_than_the_currency((sale, terms) in cases()) {
        let split = split(&sale, &terms).unwrap();
        prop_assert_eq!(sum(&everybody(&split)), split.amount_brutto);
        prop_assert_eq!(sum(&[split.amount_netto, split.amount_vat]), split.amount_brutto);
        let basic = [split.amount_provider, split.amount_shipping, split.basic_amount];
        prop_assert_eq!(sum(&basic), split.amount_netto);
        everybody(&split).into_iter().chain(basic).for_each(|amount| { minor(&split, amount); });
        prop_assert_eq!(split.amount_partner(), sum(&split.partners.iter().map(|one| one.amount).collect::<Vec<_>>()));
    }

    /// Each of the others gets the same whatever the others after them get; what that costs, the vendor pays.
    #[test]
    fn the_vendor_takes_the_remainder((sale, terms) in cases()) {
        let whole = split(&sale, &terms).unwrap();
        let alone = Terms { referral_rate: None, partners: Vec::new(), ..terms };
        let alone = split(&sale, &alone).unwrap();
        prop_assert_eq!(alone.amount_affiliate, whole.amount_affiliate);
        let partners = [whole.amount_referral, whole.amount_partner(), whole.amount_partner_affiliates()];
        prop_assert_eq!(alone.amount_vendor, sum(&[whole.amount_vendor, sum(&partners)]));
        let nobody = split(&sale, &Terms { affiliate: Commission::None, ..alone.terms.clone() }).unwrap();
        prop_assert_eq!(nobody.amount_vendor, sum(&[nobody.basic_amount, nobody.amount_shipping]));
        prop_assert_eq!(nobody.amount_vendor, sum(&[alone.amount_vendor, alone.amount_affiliate]));
    }

    /// VAT and margin are rounded once, and rounding keeps order.
    #[test]
    fn vat_and_margin_never_fall_when_the_gross_price_rises(
        (sale, terms) in cases(),
        percent in rates(),
        rise in 1..300i64,
    ) {
        let currency = sale.currency;
        let (Price::Gross(price) | Price::Net(price)) = sale.price;
        let dearer = price.checked_add(currency.amount(rise)).unwrap();
        let at = |price| split(&Sale { price: Price::Gross(price), vat: Vat::Rate(percent), ..sale.clone() }, &terms);
        let (lower, higher) = (at(price).unwrap(), at(dearer).unwrap());
        prop_assert!(lower.amount_vat <= higher.amount_vat);
        prop_assert!(lower.amount_provider <= higher.amount_provider);
        prop_assert!(lower.amount_netto <= higher.amount_netto);
    }

    /// Without rounding nothing would fall under these terms. Rounding moves a figure by at most half a cent, so between
    /// two prices by at most one, and no figure moves another by more than it moves itself: what rests on so many rounded
    /// figures falls by at most so many cents.
    #[test]
    fn nothing_falls_by_more_than_what_is_rounded(
        terms in moderate(),
        percent in rates(),
        price in 0..50_000i64,
        rise in 1..20i64,
    ) {
        let euro = Currency::known("EUR").unwrap();
        let at = |price| split(&Sale::gross(Amount::cents(price), euro, Vat::Rate(percent)), &terms).unwrap();
        let (lower, higher) = (at(price), at(price + rise));
        let falls = |of: &dyn Fn(&Split) -> Amount| minor(&lower, of(&lower)) - minor(&higher, of(&higher));
        prop_assert!(falls(&|split| split.amount_netto) <= 0);
        // Netto never falls, and a unit more of it is at most one unit more of margin.
        prop_assert!(falls(&|split| split.basic_amount) <= 2);
        prop_assert!(falls(&|split| split.amount_affiliate) <= 3);
        prop_assert!(falls(&|split| split.amount_referral) <= 4);
        for at in 0..terms.partners.len() {
            prop_assert!(falls(&|split| split.partners[at].amount) <= 4);
        }
        prop_assert!(falls(&|split| split.amount_vendor) <= 4 + terms.partners.len() as i64);
    }

    /// Digits only move the point: the same figures in a currency with others give the same figures.
    #[test]
    fn amounts_scale_with_the_digits_of_the_currency(case in (sales(2), terms(2)), digits in 0u8..=4) {
        let currency = Currency::with_digits("EUR", digits).unwrap();
        let (sale, terms) = rewritten(&case, currency, |amount| shifted(amount, digits), |rate| rate);
        let (one, other) = (split(&case.0, &case.1).unwrap(), split(&sale, &terms).unwrap());
        let figures = |split: &Split| everybody(split).into_iter().map(|amount| minor(split, amount)).collect::<Vec<_>>();
        prop_assert_eq!(figures(&one), figures(&other));
    }

    #[test]
    fn zeros_at_the_end_of_inputs_change_nothing(case in cases()) {
        let zeros = |amount: Amount| Amount::new(amount.units() * 1000, amount.scale() + 3).unwrap();
        let (sale, terms) = rewritten(&case, case.0.currency, zeros, zeros);
        prop_assert_eq!(split(&case.0, &case.1).unwrap(), split(&sale, &terms).unwrap());
    }

    #[test]
    fn whatever_is_handed_over_is_split_or_refused(options in options()) {
        match read(&options).and_then(|(sale, terms)| split(&sale, &terms)) {
            Ok(split) => prop_assert_eq!(sum(&everybody(&split)), split.amount_brutto),
            Err(problems) => {
                prop_assert!(!problems.is_empty());
                prop_assert!(problems.iter().all(|problem| !problem.message.is_empty()));
            }
        }
    }
}

/// Options some of which are wrong in any way.
fn options() -> impl Strategy<Value = Value> {
    const NAMES: &[&str] = &[
        "gross",
        "net",
        "currency",
        "digits",
        "vat_rate",
        "vat_amount",
        "shipping",
        "pay_sequence_no",
        "tariff",
        "percent",
        "tiers",
        "from",
        "fixed",
        "margin_free_shipping",
        "first_payment_only",
        "referral_rate",
        "affiliate_rate",
        "affiliate_fixed",
        "affiliate_both",
        "partners",
        "name",
        "rate",
        "base",
        "tie",
        "nonsense",
    ];
    let number = prop_oneof![Just(i64::MAX), Just(i64::MIN), Just(90_000_000_000_000_000), -1..200i64, any::<i64>()];
    let word = prop::sample::select(vec![
        "19",
        "29.75",
        "-1",
        "NaN",
        "1e18",
        "92233720368547758.07",
        "EUR",
        "JPY",
        "standard",
        "high_price",
        "sum",
        "larger",
        "basic_amount",
        "even",
        "0.000000000001",
        "0.0000000000001",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        number.clone().prop_map(Value::Integer),
        any::<f64>().prop_map(Value::Float),
        (number, 0u8..=18).prop_map(|(units, scale)| Value::Amount(Amount::new(units, scale).unwrap())),
        word.prop_map(Value::from),
        "\\PC{0,5}".prop_map(Value::Text),
        Just(Value::Odd("a function".to_owned())),
    ];
    let named = |value: BoxedStrategy<Value>| {
        prop::collection::vec((prop::sample::select(NAMES).prop_map(str::to_owned), value), 0..6)
    };
    let any = leaf.prop_recursive(3, 24, 6, move |inner| {
        prop_oneof![prop::collection::vec(inner.clone(), 0..4).prop_map(Value::List), named(inner).prop_map(Value::Map)]
    });
    let mostly_right = named(any.clone().boxed()).prop_map(|wrong| {
        let right = [("gross", "100.00"), ("currency", "EUR"), ("vat_rate", "19"), ("affiliate_rate", "50")];
        let right = right.map(|(name, value)| (name.to_owned(), Value::from(value)));
        let kept = right.into_iter().filter(|(name, _)| wrong.iter().all(|(other, _)| other != name));
        Value::Map(kept.chain(wrong.clone()).collect())
    });
    prop_oneof![1 => any, 4 => mostly_right]
}
