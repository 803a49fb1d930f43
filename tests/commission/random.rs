//! Any sale on any terms.

use digistore24::Amount;
use digistore24::commission::{
    BothPolicy, Commission, Currency, Partner, PartnerBase, Price, Sale, Tariff, Terms, Tie, Vat,
};
use proptest::prelude::*;

/// A sale, and terms for its currency.
pub fn cases() -> impl Strategy<Value = (Sale, Terms)> {
    let digits = prop_oneof![4 => Just(2u8), 1 => 0u8..=4];
    digits.prop_flat_map(|digits| (sales(digits), terms(digits)))
}

/// An amount in the smallest unit of a currency.
fn amount(minor: i64, digits: u8) -> Amount {
    Amount::new(minor, digits).unwrap()
}

/// From 0 to 100 percent, often with few digits, so that half a cent occurs.
pub fn rates() -> impl Strategy<Value = Amount> {
    prop_oneof![
        4 => (0..=20i64).prop_map(|fives| amount(fives * 5, 0)),
        2 => (0..=1000i64).prop_map(|tenths| amount(tenths, 1)),
        1 => (0..=1_000_000i64).prop_map(|fine| amount(fine, 4)),
    ]
}

pub fn sales(digits: u8) -> impl Strategy<Value = Sale> {
    let code = match digits {
        2 => "EUR",
        _ => "XTS",
    };
    let currency = Currency::with_digits(code, digits).unwrap();
    let vat = prop_oneof![
        1 => Just(Vat::None),
        4 => rates().prop_map(Vat::Rate),
        1 => (0..=100i64).prop_map(move |share| Vat::Amount(amount(share, digits))),
    ];
    let price = prop_oneof![1 => 0..300i64, 4 => 0..200_000i64, 1 => 0..100_000_000i64];
    (price, any::<bool>(), vat, prop_oneof![2 => Just(0i64), 1 => 0..=100i64], 0..4u32).prop_map(
        move |(price, is_net, vat, shipping, pay_sequence_no)| {
            // A VAT and shipping that fit into the price.
            let vat = match vat {
                Vat::Amount(share) => Vat::Amount(amount(price * share.units() / 100, digits)),
                vat => vat,
            };
            let shipping = amount(price * shipping / 100, digits);
            let price = amount(price, digits);
            let price = if is_net { Price::Net(price) } else { Price::Gross(price) };
            Sale { price, currency, vat, shipping, pay_sequence_no }
        },
    )
}

pub fn terms(digits: u8) -> impl Strategy<Value = Terms> {
    let tiers = prop::collection::vec((1..100_000i64, rates()), 0..3);
    let tariff = (rates(), tiers, 0..300i64).prop_map(move |(first, more, fixed)| {
        let mut from = 0;
        let mut tiers = vec![(amount(0, digits), first)];
        for (wide, percent) in more {
            from += wide;
            tiers.push((amount(from, digits), percent));
        }
        Tariff { fixed: amount(fixed, digits), tiers }
    });
    let tariff =
        prop_oneof![Just(Tariff::flat(amount(79, 1), amount(if digits == 2 { 100 } else { 1 }, digits))), tariff];
    let partner = ("[A-Za-z<>&\"' ]{1,9}", rates(), any::<bool>(), commissions(digits)).prop_map(
        |(name, rate, is_after, own_affiliate)| Partner {
            name,
            rate,
            base: if is_after { PartnerBase::AfterAffiliate } else { PartnerBase::BasicAmount },
            own_affiliate,
        },
    );
    let tie = prop_oneof![2 => Just(Tie::Up), 1 => Just(Tie::Down), 1 => Just(Tie::Even)];
    (
        tariff,
        any::<bool>(),
        commissions(digits),
        any::<bool>(),
        prop::option::of(rates()),
        prop::collection::vec(partner, 0..4),
        tie,
    )
        .prop_map(|(tariff, margin_free_shipping, affiliate, first_payment_only, referral_rate, partners, tie)| {
            Terms { tariff, margin_free_shipping, affiliate, first_payment_only, referral_rate, partners, tie }
        })
}

fn commissions(digits: u8) -> impl Strategy<Value = Commission> {
    let fixed = || (0..5000i64).prop_map(move |minor| amount(minor, digits));
    let policy =
        prop_oneof![Just(BothPolicy::Sum), Just(BothPolicy::Larger), Just(BothPolicy::Rate), Just(BothPolicy::Fixed)];
    prop_oneof![
        2 => Just(Commission::None),
        3 => rates().prop_map(Commission::Percent),
        1 => fixed().prop_map(Commission::Fixed),
        2 => (rates(), fixed(), policy).prop_map(|(rate, fixed, policy)| Commission::Both { rate, fixed, policy }),
    ]
}
