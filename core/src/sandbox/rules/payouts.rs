//! Payouts that were made, and those to come.

use std::collections::{BTreeMap, BTreeSet};

use super::super::assumptions::{EXPECTED_PAYOUTS, PAYOUT_METHOD, RESELLER, STATISTICS_MS, VAT_REGULATION};
use super::super::clock::{calendar_day, hours_into, wall};
use super::super::orders::money::in_cents;
use super::super::reply::Outcome;
use super::super::store::Account;
use super::lists::php_map;
use super::{Ask, Rules, flag};
use crate::commission::Forecast;
use crate::{Amount, Time, Value};

pub(super) const RULES: Rules = &[("listPayouts", list), ("statsExpectedPayouts", expected)];

/// The number of the first credit note.
const FIRST_PAYOUT: i64 = 810_001;

/// The day of a payout beside today.
fn is_over(on: Time, today: Option<Time>) -> bool {
    today.is_some_and(|today| on.day_number() < today.day_number())
}

fn list(account: &mut Account, _: &Ask<'_>) -> Outcome {
    let forecast = account.payouts();
    let today = calendar_day(account.clock.unix());
    let all = forecast.iter().flat_map(|forecast| &forecast.accounts);
    let mut made: Vec<_> = all.flat_map(|own| own.payouts.iter().map(move |payout| (own.currency, payout))).collect();
    made.retain(|(_, payout)| is_over(payout.on, today));
    made.sort_by_key(|(_, payout)| payout.on.day_number());
    let rows = made.into_iter().zip(FIRST_PAYOUT..).map(|((currency, payout), id)| {
        let net = in_cents(payout.amount);
        let vat = percent_of(net, account.assumed.payout_vat_rate);
        let url = |what: &str| format!("https://www.checkout-ds24.com/{what}/{id}/ExAmPlE1");
        let at = wall(hours_into(payout.on, 23));
        record! {
            credit_note_url: url("creditnote"), commission_list_url: url("commissions"), reseller_name: RESELLER.1,
            reseller_id: RESELLER.0, id: id, created_at: at.as_str(), processed_at: at.as_str(),
            vat_rate: account.assumed.payout_vat_rate, vat_regulation: VAT_REGULATION, currency: currency.code(),
            payout_method: PAYOUT_METHOD, vendor_gross_amount: Amount::cents(net + vat), vendor_net_amount: payout.amount,
            vendor_vat_amount: Amount::cents(vat), affiliate_gross_amount: Amount::cents(0),
            affiliate_net_amount: Amount::cents(0), affiliate_vat_amount: Amount::cents(0), fee_amount: payout.fee,
            fee_vat_amount: Amount::cents(0),
        }
    });
    Ok(record! { payout_list: rows.collect::<Vec<_>>() })
}

/// So many percent of an amount, half a cent up.
fn percent_of(cents: i64, rate: Amount) -> i64 {
    cents.saturating_mul(in_cents(rate)).saturating_add(5_000) / 10_000
}

fn expected(account: &mut Account, _: &Ask<'_>) -> Outcome {
    let forecast = account.payouts();
    let today = calendar_day(account.clock.unix());
    // Nothing can be told beyond the year 9999.
    let amounts =
        forecast.zip(today).map_or(Value::Map(Vec::new()), |(forecast, today)| expected_of(account, &forecast, today));
    let mut of_reseller = record! { reseller_id: RESELLER.0, reseller_name: RESELLER.1 };
    amounts.fields().iter().for_each(|(name, value)| of_reseller.set(name, value.clone()));
    Ok(amounts
        .with("by_reseller", vec![of_reseller])
        .with("note", record! { message: "", reasons: Vec::<Value>::new() })
        .with("call_duration_ms", record! { total_call: STATISTICS_MS }))
}

/// Earned, paid out, being paid out today, and to come: the last three are the first.
fn expected_of(account: &Account, forecast: &Forecast, today: Time) -> Value {
    let is_pending = |on: Time| on.day_number() == today.day_number();
    let to_come = |on: Time| !is_over(on, Some(today)) && !is_pending(on);
    let accounts = || forecast.accounts.iter();
    let by_currency = |sum: &dyn Fn(Time) -> bool| {
        php_map(accounts().filter_map(|own| {
            let payouts = || own.payouts.iter().filter(|payout| sum(payout.on));
            let cents = payouts().map(|payout| in_cents(payout.amount)).sum();
            payouts().next().map(|_| (own.currency.code().to_owned(), Amount::cents(cents).into()))
        }))
    };
    let days: BTreeSet<i64> = accounts()
        .flat_map(|own| own.payouts.iter().map(|payout| payout.on))
        .filter(|on| to_come(*on))
        .map(Time::day_number)
        .collect();
    let told: Vec<i64> = days.into_iter().take(EXPECTED_PAYOUTS).collect();
    let last = told.last().copied().unwrap_or(today.day_number());
    // The days that are told, and everything after them.
    let mut future: BTreeMap<(i64, bool), Vec<(String, Value)>> = BTreeMap::new();
    for own in accounts() {
        let mut later = in_cents(own.open);
        for payout in own.payouts.iter().filter(|payout| to_come(payout.on)) {
            if payout.on.day_number() > last {
                later += in_cents(payout.amount);
                continue;
            }
            let entry = (own.currency.code().to_owned(), planned(account, payout.amount, true));
            future.entry((payout.on.day_number(), false)).or_default().push(entry);
        }
        if later != 0 {
            let enough = Amount::cents(later) >= account.assumed.payout_threshold;
            let entry = (own.currency.code().to_owned(), planned(account, Amount::cents(later), enough));
            future.entry((last, true)).or_default().push(entry);
        }
    }
    let future = future.into_iter().filter_map(|((day, is_later), amounts)| {
        let day = Time::of_day_number(day)?;
        Some((if is_later { format!(">{day}") } else { day.to_string() }, Value::Map(amounts)))
    });
    let total = accounts().map(|own| (own.currency.code().to_owned(), own.total.into()));
    record! {
        total_earnings: php_map(total), paidout_amount: by_currency(&|on| is_over(on, Some(today))),
        pending_amount: by_currency(&is_pending), future_amounts: php_map(future),
    }
}

fn planned(account: &Account, amount: Amount, can_payout: bool) -> Value {
    record! {
        amount: amount, can_payout: flag(can_payout), treshold: account.assumed.payout_threshold, note: "",
    }
}
