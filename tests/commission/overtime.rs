//! Money over time: plans, reserves, refunds and payouts, and the vectors that all languages share.

use digistore24::commission::{
    Amounts, Booking, Currency, Entry, EntryKind, FEE_PRESETS, FeeSchedule, FixedCommission, HeldPart, Interval,
    MonthEnd, Party, PayoutDays, PayoutPolicy, Plan, Price, Refund, RefundKind, RefundTerms, ReservePolicy, Sale,
    Split, Terms, Vat, forecast, forecast_of, refund, refund_of, reserve, reserve_of, schedule, schedule_of, split,
};
use digistore24::{Amount, Problem, Time, Value, Zone};
use proptest::prelude::*;

use super::random::cases;
use crate::computed::hold;
use crate::vectors::vectors;

fn called(function: &str, options: &Value) -> Result<Value, Vec<Problem>> {
    match function {
        "schedule" => schedule_of(options).map(|schedule| Value::from(&schedule)),
        "reserve" => reserve_of(options).map(|reserve| Value::from(&reserve)),
        "refund" => refund_of(options).map(|refund| Value::from(&refund)),
        "forecast" => forecast_of(options).map(|forecast| Value::from(&forecast)),
        other => panic!("there is no {other}"),
    }
}

#[test]
fn every_vector_comes_out_or_is_refused_as_written() {
    hold("money_overtime.json", 79, called);
}

#[test]
fn the_vectors_have_every_note_about_time_at_least_once() {
    let list = vectors("money_overtime.json", 79);
    let notes = list.iter().filter_map(|vector| vector["result"]["notes"].as_array()).flatten();
    let seen: Vec<&str> = notes.filter_map(|note| note[0].as_str()).collect();
    for word in [
        "month_end",
        "other_interval",
        "shipping_of_plan",
        "free_payment",
        "reserve_cent",
        "long_clearing",
        "margin_refunded",
        "margin_kept",
        "partial_shares",
        "partial_fixed",
        "partial_fee",
        "fee_inside",
        "fee_currency",
        "refund_at_once",
        "payout_day",
        "weekly_payout",
        "payout_fee",
        "currencies",
        "tie",
    ] {
        assert!(seen.contains(&word), "{word}");
    }
}

fn day(text: &str) -> Time {
    Time::parse(text, Zone::Berlin).unwrap()
}

/// Lengths of the months of a year.
fn months(year: i64) -> [i64; 12] {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
}

fn written(year: i64, month: i64, day: i64) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}

#[test]
fn days_follow_each_other_through_all_the_calendar_and_no_further() {
    let first = day("0001-01-01");
    let mut count = 0;
    for year in 1..=9999 {
        for (month, length) in (1..).zip(months(year)) {
            // Every day of some years, the ends of the months of all others.
            let days = if year % 97 == 3 || year == 2000 { (1..=length).collect() } else { vec![1, length] };
            for of_month in days {
                let reached = first.plus_days(count + of_month - 1).unwrap();
                assert_eq!(reached.to_string(), written(year, month, of_month));
                assert_eq!(reached.plus_days(1 - count - of_month), Some(first));
            }
            count += length;
        }
    }
    assert_eq!(first.plus_days(count), None);
    assert_eq!(first.plus_days(-1), None);
    for far in [i64::MAX, i64::MIN] {
        assert_eq!((first.plus_days(far), first.plus_months(far)), (None, None));
    }
}

#[test]
fn a_time_of_day_stays_when_days_and_months_go_by() {
    let paid = Time::parse("2026-01-31 14:00:00", Zone::Berlin).unwrap();
    assert_eq!(paid.plus_days(1).unwrap().to_string(), "2026-02-01T14:00:00+01:00");
    assert_eq!(paid.plus_months(13).unwrap().to_string(), "2027-02-28T14:00:00+01:00");
    assert_eq!(paid.plus_months(-11).unwrap().to_string(), "2025-02-28T14:00:00+01:00");
    assert_eq!(paid.plus_months(12 * 7974), None);
    assert_eq!(paid.plus_months(-12 * 2026), None);
}

#[test]
fn intervals_are_read_as_they_are_written() {
    for text in ["1_month", "14_day", "1_year", "65535_week"] {
        assert_eq!(text.parse::<Interval>().unwrap().to_string(), text);
    }
    for text in ["", "month", "_month", "0_month", "+1_month", "-1_month", "1_months", "1 month", "65536_day", "1_"] {
        assert!(text.parse::<Interval>().is_err(), "{text}");
    }
}

#[test]
fn what_rust_callers_can_get_wrong_is_refused_too() {
    let first = Sale::gross(Amount::cents(900), Currency::known("EUR").unwrap(), Vat::None);
    let moment = Time::parse("2026-01-31 14:00:00", Zone::Berlin).unwrap();
    let plan = Plan {
        other_amounts: Some(Amount::cents(900)),
        number_of_installments: 1201,
        first_billing_interval: Interval::Days(0),
        other_billing_intervals: Some(Interval::Weeks(0)),
        test_interval: Some(Interval::Years(0)),
        ..Plan::new(moment)
    };
    let paths = |problems: Vec<Problem>| problems.into_iter().map(|problem| problem.path).collect::<Vec<_>>();
    assert_eq!(
        paths(schedule(&first, &plan, &Terms::default()).unwrap_err()),
        ["starts_on", "payments", "first_billing_interval", "other_billing_intervals", "test_interval"]
    );
    let none = Plan { payments: Some(0), number_of_installments: 0, ..Plan::new(day("2026-01-31")) };
    assert_eq!(paths(schedule(&first, &none, &Terms::default()).unwrap_err()), ["other_amounts", "payments"]);

    let split = split(&first, &Terms::default()).unwrap();
    let policy = ReservePolicy { reserve_days: u32::MAX, clearing_days: 3651, ..ReservePolicy::default() };
    assert_eq!(paths(reserve(&split, moment, &policy).unwrap_err()), ["reserve_days", "clearing_days", "paid_on"]);
    let late = reserve(&split, day("9999-12-01"), &ReservePolicy::default());
    assert_eq!(paths(late.unwrap_err()), ["paid_on"]);

    let booking = Booking::payment(moment, &split);
    let payouts = PayoutPolicy {
        days: PayoutDays::Weekly(8),
        until: Some(moment),
        fee: Some(Amount::cents(-1)),
        ..PayoutPolicy::default()
    };
    let refused = forecast(&[booking], &ReservePolicy::default(), &payouts);
    assert_eq!(paths(refused.unwrap_err()), ["payout_days", "until", "payout_fee", "payments"]);
}

#[test]
fn fees_are_as_the_price_lists_say() {
    let names: Vec<&str> = FEE_PRESETS.iter().map(|preset| preset.name).collect();
    assert_eq!(names, ["gmbh_since_2018_05_14", "mslw"]);
    assert_eq!(FeeSchedule::default(), FeeSchedule::preset("gmbh_since_2018_05_14").unwrap());
    let mslw = FeeSchedule::preset("mslw").unwrap();
    let fee = |amount| mslw.refund(Amount::cents(amount)).to_string();
    assert_eq!([1, 1000, 1001, 100_000].map(fee), ["0.75", "0.75", "1.00", "1.00"]);
    assert_eq!(mslw.payout, [("sepa".to_owned(), Amount::cents(250))]);
    assert_eq!(
        ["card", "paypal", "prevented"].map(|kind| mslw.chargeback(kind)),
        [5000, 5000, 4000].map(|fee| Some(Amount::cents(fee)))
    );
    assert_eq!(mslw.chargeback("direct_debit_de"), None);
    assert!(FeeSchedule::preset("cheap").unwrap_err().message.contains("mslw"));
}

fn sum(amounts: impl IntoIterator<Item = Amount>) -> Amount {
    amounts.into_iter().fold(Amount::cents(0), |sum, amount| sum.checked_add(amount).unwrap())
}

/// Every amount by itself: gross, VAT, net, margin, shipping, basic amount, affiliate, referral, vendor, partners.
fn figures(amounts: &Amounts) -> Vec<Amount> {
    let mut all = vec![
        amounts.amount_brutto,
        amounts.amount_vat,
        amounts.amount_netto,
        amounts.amount_provider,
        amounts.amount_shipping,
        amounts.basic_amount,
        amounts.amount_affiliate,
        amounts.amount_referral,
        amounts.amount_vendor,
    ];
    all.extend(amounts.partners.iter().flat_map(|partner| [partner.amount, partner.amount_affiliate]));
    all
}

fn figures_of(split: &Split) -> Vec<Amount> {
    let mut all = vec![
        split.amount_brutto,
        split.amount_vat,
        split.amount_netto,
        split.amount_provider,
        split.amount_shipping,
        split.basic_amount,
        split.amount_affiliate,
        split.amount_referral,
        split.amount_vendor,
    ];
    all.extend(split.partners.iter().flat_map(|partner| [partner.amount, partner.amount_affiliate]));
    all
}

fn negated(amounts: &[Amount]) -> Vec<Amount> {
    amounts.iter().map(|amount| amount.checked_neg().unwrap()).collect()
}

/// What everybody gets, the platform included, is the net amount.
fn adds_up(amounts: &Amounts) -> bool {
    let shares = amounts.shares().into_iter().map(|(_, amount)| amount);
    let netto = sum(shares.chain([amounts.amount_provider]));
    let basic = sum([amounts.basic_amount, amounts.amount_provider, amounts.amount_shipping]);
    netto == amounts.amount_netto
        && basic == amounts.amount_netto
        && sum([amounts.amount_netto, amounts.amount_vat]) == amounts.amount_brutto
}

fn no_finer(refund: &Refund) -> bool {
    let digits = refund.currency.digits();
    let all = figures(&refund.amounts).into_iter().chain(figures(&refund.balance));
    all.chain([refund.fee]).all(|amount| amount.decimals() <= digits)
}

/// A split of more than nothing.
fn splits() -> impl Strategy<Value = Split> {
    let splits = cases().prop_map(|(sale, terms)| split(&sale, &terms).unwrap());
    splits.prop_filter("nothing is paid", |split| !split.amount_brutto.is_zero())
}

fn refund_terms() -> impl Strategy<Value = RefundTerms> {
    (any::<bool>(), any::<bool>()).prop_map(|(margin_refunded, is_kept)| RefundTerms {
        margin_refunded,
        fixed_commission: if is_kept { FixedCommission::Kept } else { FixedCommission::Proportional },
        fee: Some(Amount::cents(0)),
        ..RefundTerms::default()
    })
}

proptest! {
    #[test]
    fn a_refund_of_everything_restores_zero_but_for_the_fee(split in splits(), fee in 0..3i64, fee_inside: bool) {
        let terms = RefundTerms { fee: Some(Amount::new(fee, 0).unwrap()), fee_inside, ..RefundTerms::default() };
        let refund = refund(&split, &terms).unwrap();
        prop_assert!(refund.balance.shares().iter().all(|(party, _)| *party == Party::Vendor));
        prop_assert_eq!(refund.balance.amount_vendor, Amount::new(-fee, 0).unwrap());
        let mut zero = figures(&refund.balance);
        zero[8] = Amount::cents(0);
        prop_assert!(zero.iter().all(|amount| amount.is_zero()), "{:?}", zero);
        let mut back = figures(&refund.amounts);
        if fee_inside {
            back[8] = sum([back[8], refund.fee]);
        }
        prop_assert_eq!(back, negated(&figures_of(&split)));
        prop_assert!(no_finer(&refund));
    }

    #[test]
    fn partial_refunds_add_up_and_give_nothing_back_twice(
        split in splits(),
        terms in refund_terms(),
        mut cuts in prop::collection::vec(0..=1_000_000i64, 0..5),
    ) {
        let digits = split.currency.digits();
        let gross = split.amount_brutto.minor_units(digits).unwrap();
        cuts.push(1_000_000);
        cuts.sort_unstable();
        let mut before = 0;
        let mut back = vec![Amount::cents(0); figures_of(&split).len()];
        let whole = refund(&split, &terms).unwrap();
        for cut in cuts {
            let until = (i128::from(gross) * i128::from(cut) / 1_000_000) as i64;
            let amount = split.currency.amount(until - before);
            if amount.is_zero() {
                continue;
            }
            let step = RefundTerms {
                amount: Some(amount),
                refunded_before: split.currency.amount(before),
                ..terms.clone()
            };
            let refund = refund(&split, &step).unwrap();
            prop_assert_eq!(refund.amounts.amount_brutto, amount.checked_neg().unwrap());
            prop_assert!(adds_up(&refund.amounts) && adds_up(&refund.balance) && no_finer(&refund));
            for (total, figure) in back.iter_mut().zip(figures(&refund.amounts)) {
                *total = total.checked_add(figure).unwrap();
            }
            let left: Vec<Amount> = figures_of(&split).iter().zip(&back).map(|(paid, back)| sum([*paid, *back])).collect();
            prop_assert_eq!(figures(&refund.balance), left.clone());
            // Gross, VAT, net, margin and shipping, and the shares of all but the vendor and partners, who have the rest.
            for (name, figure) in [0, 1, 3, 4, 6, 7].into_iter().map(|at| (at, left[at])) {
                prop_assert!(!figure.is_negative(), "{} is {}", name, figure);
            }
            before = until;
        }
        prop_assert_eq!(before, gross);
        prop_assert_eq!(back, figures(&whole.amounts));
        let more = RefundTerms { amount: Some(split.currency.amount(1)), refunded_before: split.amount_brutto, ..terms };
        prop_assert_eq!(&refund(&split, &more).unwrap_err()[0].path, "amount");
    }

    #[test]
    fn now_and_reserve_are_the_share(
        split in splits(),
        tenths in 0..=1000i64,
        is_now: bool,
        reserve_days in 0..200u32,
        clearing_days in 0..60u32,
    ) {
        let rounded = if is_now { HeldPart::Now } else { HeldPart::Reserve };
        let policy = ReservePolicy { percent: Amount::new(tenths, 1).unwrap(), reserve_days, clearing_days, rounded };
        let held = reserve(&split, day("2026-10-05"), &policy).unwrap();
        let shares = split.shares();
        prop_assert_eq!(held.shares.len(), shares.len());
        for (held, (party, share)) in held.shares.iter().zip(&shares) {
            prop_assert_eq!(&held.party, party);
            prop_assert_eq!(sum([held.now, held.reserve]), *share);
            prop_assert!(!held.reserve.is_negative() && held.reserve.decimals() <= split.currency.digits());
            if share.is_negative() {
                prop_assert!(held.reserve.is_zero());
            } else {
                prop_assert!(!held.now.is_negative());
                // At most half of the smallest unit away from the exact share.
                let minor = |amount: Amount| amount.minor_units(split.currency.digits()).unwrap();
                prop_assert!((minor(held.reserve) * 1000 - minor(*share) * tenths).abs() <= 500);
            }
            prop_assert_eq!(held.clears_on, day("2026-10-05").plus_days(clearing_days.into()).unwrap());
            prop_assert_eq!(held.reserve_due_on, day("2026-10-05").plus_days(reserve_days.into()).unwrap());
        }
    }

    #[test]
    fn every_payment_of_a_plan_is_split_as_one_that_stands_alone(
        (sale, terms) in cases(),
        other in 1..100_000i64,
        number_of_installments in prop_oneof![Just(0u32), 2..30u32],
    ) {
        let sale = match sale.vat {
            Vat::Amount(_) => Sale { vat: Vat::None, ..sale },
            _ => sale,
        };
        let sale = Sale { shipping: Amount::cents(0), ..sale };
        let other = sale.currency.amount(other);
        let plan = Plan { other_amounts: Some(other), number_of_installments, payments: Some(20), ..Plan::new(day("2026-10-05")) };
        let planned = schedule(&sale, &plan, &terms).unwrap();
        let listed = if number_of_installments == 0 { 20 } else { number_of_installments.min(20) };
        prop_assert_eq!(planned.payments.len(), listed as usize);
        for (number, payment) in (1..).zip(&planned.payments) {
            let price = match (sale.price, number) {
                (price, 1) => price,
                (Price::Gross(_), _) => Price::Gross(other),
                (Price::Net(_), _) => Price::Net(other),
            };
            let alone = split(&Sale { price, pay_sequence_no: number, ..sale.clone() }, &terms).unwrap();
            prop_assert_eq!(payment.pay_sequence_no, number);
            prop_assert_eq!(&payment.split, &alone);
        }
    }

    #[test]
    fn months_end_where_the_calendar_says(
        year in 1900..2200i64,
        month in 1..=12i64,
        of_month in 1..=31i64,
        every in 1..40u16,
        stays: bool,
    ) {
        let of_month = of_month.min(months(year)[month as usize - 1]);
        let sale = Sale::gross(Amount::cents(900), Currency::known("EUR").unwrap(), Vat::None);
        let plan = Plan {
            other_amounts: Some(Amount::cents(900)),
            number_of_installments: 25,
            first_billing_interval: Interval::Months(every),
            month_end: if stays { MonthEnd::Stay } else { MonthEnd::Return },
            ..Plan::new(day(&written(year, month, of_month)))
        };
        let planned = schedule(&sale, &plan, &Terms::default()).unwrap();
        let (mut year, mut month, mut wanted, mut was_cut) = (year, month, of_month, false);
        for payment in &planned.payments {
            let length = months(year)[month as usize - 1];
            prop_assert_eq!(payment.due_on.to_string(), written(year, month, wanted.min(length)));
            was_cut |= wanted > length;
            if stays {
                wanted = wanted.min(length);
            }
            month += i64::from(every);
            (year, month) = (year + (month - 1) / 12, (month - 1) % 12 + 1);
        }
        prop_assert_eq!(planned.notes.iter().any(|note| note.remark.as_str() == "month_end"), was_cut);
    }
}

/// A day of the year 2026, or of one of the next.
fn some_day() -> impl Strategy<Value = Time> {
    (0..500i64).prop_map(|days| day("2026-01-01").plus_days(days).unwrap())
}

fn some_days() -> impl Strategy<Value = PayoutDays> {
    prop_oneof![
        Just(PayoutDays::Any),
        prop::collection::vec(1..=28u8, 1..5).prop_map(PayoutDays::OfMonth),
        (1..=7u8).prop_map(PayoutDays::Weekly),
    ]
}

/// Days from 1970 on, from the text.
fn number(time: Time) -> i64 {
    let (mut days, year) = (0, i64::from(time.year()));
    (1970..year).for_each(|year| days += months(year).iter().sum::<i64>());
    days + months(year).iter().take(usize::from(time.month()) - 1).sum::<i64>() + i64::from(time.day()) - 1
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn a_forecast_loses_no_cent_and_breaks_no_rule(
        paid in prop::collection::vec((some_day(), splits(), any::<bool>()), 1..8),
        back in prop::collection::vec((some_day(), any::<prop::sample::Index>(), any::<bool>(), refund_terms()), 0..3),
        days in some_days(),
        threshold in 0..20_000i64,
        own in 0..20_000i64,
        fee in prop::option::of(0..500i64),
        until in prop::option::of(some_day()),
        policy in (0..=100i64, 0..90u32, 0..40u32),
    ) {
        let amount = |minor| Amount::new(minor, 0).unwrap();
        let mut bookings: Vec<Booking> = paid.iter().map(|(on, split, _)| Booking::payment(*on, split)).collect();
        let mut wanted: Vec<(Currency, Party, Amount)> = Vec::new();
        let mut count = |currency, shares: Vec<(Party, Amount)>| {
            wanted.extend(shares.into_iter().map(|(party, share)| (currency, party, share)));
        };
        paid.iter().for_each(|(_, split, _)| count(split.currency, split.shares()));
        for (on, which, is_chargeback, terms) in &back {
            let (_, split, _) = which.get(&paid);
            let kind = if *is_chargeback { RefundKind::Chargeback } else { RefundKind::Refund };
            let refund = refund(split, &RefundTerms { kind, fee: Some(amount(3)), ..terms.clone() }).unwrap();
            bookings.push(Booking::refund(*on, &refund));
            count(split.currency, refund.amounts.shares());
            count(split.currency, vec![(Party::Vendor, amount(-3))]);
        }
        let payouts = PayoutPolicy {
            days: days.clone(),
            threshold: amount(threshold),
            thresholds: vec![(Party::Affiliate, amount(own))],
            fee: fee.map(amount),
            until,
        };
        let (percent, reserve_days, clearing_days) = policy;
        let policy = ReservePolicy { percent: amount(percent), reserve_days, clearing_days, ..ReservePolicy::default() };
        let forecast = forecast(&bookings, &policy, &payouts).unwrap();
        let entries = |entries: &[Entry]| sum(entries.iter().map(|entry| entry.amount));
        for account in &forecast.accounts {
            let its = wanted.iter().filter(|(currency, party, _)| *currency == account.currency && *party == account.party);
            prop_assert_eq!(account.total, sum(its.map(|(.., amount)| *amount)));
            prop_assert_eq!(sum(account.payouts.iter().map(|payout| payout.amount).chain([account.open])), account.total);
            prop_assert_eq!(account.open, entries(&account.waiting));
            let threshold = if account.party == Party::Affiliate { own } else { threshold };
            let mut last = i64::MIN;
            for payout in &account.payouts {
                let on = number(payout.on);
                prop_assert!(on > last && until.is_none_or(|until| on <= number(until)));
                prop_assert_eq!(payout.amount, entries(&payout.from));
                prop_assert_eq!(payout.fee, amount(fee.unwrap_or_default()));
                prop_assert!(payout.amount >= amount(threshold) && payout.amount > payout.fee);
                let is_payout_day = match &days {
                    PayoutDays::Any => true,
                    PayoutDays::OfMonth(days) => days.contains(&payout.on.day()),
                    PayoutDays::Weekly(weekday) => (on + 3) % 7 + 1 == i64::from(*weekday) && payout.on.day() <= 28,
                };
                prop_assert!(is_payout_day, "{}", payout.on);
                for entry in &payout.from {
                    let due = number(entry.due_on);
                    prop_assert!(due <= on);
                    let wait = match entry.kind {
                        EntryKind::Payment => clearing_days,
                        EntryKind::Reserve => reserve_days,
                        _ => 0,
                    };
                    prop_assert_eq!(due, number(entry.booked_on) + i64::from(wait));
                }
                last = on;
            }
            // What waits is not enough, unless its payout day is yet to come.
            let is_over = |entry: &Entry| until.is_none_or(|until| number(entry.due_on) + 31 < number(until));
            if account.waiting.iter().all(is_over) {
                prop_assert!(account.open < amount(threshold) || account.open <= amount(fee.unwrap_or_default()));
            }
        }
        let mut all: Vec<(Currency, Party)> =
            wanted.iter().filter(|(.., amount)| !amount.is_zero()).map(|(currency, party, _)| (*currency, party.clone())).collect();
        all.sort_by(|one, other| (one.0.code(), one.0.digits(), &one.1).cmp(&(other.0.code(), other.0.digits(), &other.1)));
        all.dedup();
        let have: Vec<(Currency, Party)> = forecast.accounts.iter().map(|account| (account.currency, account.party.clone())).collect();
        prop_assert_eq!(have, all);
    }
}
