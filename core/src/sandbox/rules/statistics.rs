//! Statistics: sums over the transactions that `listTransactions` lists, by period, day, currency and affiliate.

use super::super::assumptions::STATISTICS_MS;
use super::super::books::{Period, Rank};
use super::super::clock::calendar_day;
use super::super::reply::{Outcome, Refusal};
use super::super::store::Account;
use super::super::words::BAD_ARGUMENT;
use super::lists::php_map;
use super::{Ask, Rules};
use crate::{Amount, Time, Value, Zone};

pub(super) const RULES: Rules = &[
    ("statsSales", sales),
    ("statsSalesSummary", summary),
    ("statsDailyAmounts", daily),
    ("statsAffiliateToplist", toplist),
];

/// The days that are asked for, whole ones: from the first transaction until today where nothing is said.
fn days(account: &Account, ask: &Ask<'_>) -> Result<(Time, Time), Refusal> {
    let day = |name: &str, default: Option<Time>| match ask.text(name) {
        "" => default.ok_or_else(|| Refusal::argument(BAD_ARGUMENT, name)),
        text => account
            .clock
            .day(text)
            .and_then(|day| Time::parse(&day, Zone::Berlin).ok())
            .ok_or_else(|| Refusal::argument(BAD_ARGUMENT, name)),
    };
    Ok((day("from", account.first_day())?, day("to", calendar_day(account.clock.unix()))?))
}

fn sales(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let days = days(account, ask)?;
    let word = ask.text("period");
    let period = Period::of(word).ok_or_else(|| Refusal::argument(BAD_ARGUMENT, "period"))?;
    let mut amounts: Vec<(String, Value)> = Vec::new();
    for ((_, currency), (from, to, figures)) in account.figures_by(period, days) {
        let row = figures.behind(record! { from: from.to_string(), to: to.to_string() });
        match amounts.iter_mut().find(|(known, _)| known == currency) {
            Some((_, Value::List(rows))) => rows.push(row),
            _ => amounts.push((currency.to_owned(), Value::List(vec![row]))),
        }
    }
    Ok(record! { amounts: php_map(amounts), from: days.0.to_string(), to: days.1.to_string(), period: word })
}

fn daily(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let sums = account.figures_by(Period::Day, days(account, ask)?);
    let rows = sums
        .into_iter()
        .map(|((_, currency), (day, _, figures))| figures.behind(record! { day: day.to_string(), currency: currency }));
    Ok(record! { amount_list: rows.collect::<Vec<_>>() })
}

fn summary(account: &mut Account, _: &Ask<'_>) -> Outcome {
    let today = calendar_day(account.clock.unix());
    let all = || account.first_day().zip(today);
    let around = |period: Period| today.and_then(|today| period.around(today));
    let periods = [
        ("all", all()),
        ("year", around(Period::Year)),
        ("quarter", around(Period::Quarter)),
        ("month", around(Period::Month)),
        ("week", around(Period::Week)),
        ("day", around(Period::Day)),
    ];
    let mut figures = Vec::new();
    let mut durations = Vec::new();
    for (name, days) in periods {
        let Some(days) = days else { continue };
        let sums = account.figures(days).into_iter();
        figures.push((
            name.to_owned(),
            record! {
                from: days.0.to_string(), to: days.1.to_string(),
                amounts: php_map(sums.map(|(currency, sums)| (currency.to_owned(), sums.behind(Value::Map(Vec::new()))))),
                // What they refer to is not documented.
                precentages: php_map([]), references: php_map([]),
            },
        ));
        durations.push((format!("amount_for_{name}"), STATISTICS_MS.into()));
    }
    for name in ["percentages", "total_call"] {
        durations.push((name.to_owned(), STATISTICS_MS.into()));
    }
    Ok(record! { r#for: Value::Map(figures), call_duration_ms: Value::Map(durations) })
}

fn toplist(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let bad = |name: &str| Refusal::argument(BAD_ARGUMENT, name);
    let month = |name: &str| {
        let first = Time::parse(&format!("{}-01", ask.text(name)), Zone::Berlin).ok();
        first.and_then(|day| Period::Month.around(day)).ok_or_else(|| bad(name))
    };
    let days = (month("from")?.0, month("to")?.1);
    // Amounts in other currencies are left out, not converted.
    let currency = Some(ask.text("currency")).filter(|currency| !currency.is_empty()).unwrap_or("EUR");
    let wanted = ask.text("affiliate");
    let mut ranks: Vec<(&str, Rank)> = account.ranks(currency, days).into_iter().collect();
    ranks.retain(|(name, _)| wanted.is_empty() || *name == wanted);
    ranks.sort_by_key(|(_, rank)| std::cmp::Reverse(rank.brutto()));
    let rows = ranks.into_iter().map(|(name, rank)| ranked(account, currency, name, &rank));
    Ok(record! { top_list: rows.collect::<Vec<_>>() })
}

fn ranked(account: &Account, currency: &str, name: &str, rank: &Rank) -> Value {
    let known = account.affiliations.find("affiliate_name", name).unwrap_or(&Value::Null);
    let id: i64 = known.text("affiliate_id").parse().unwrap_or_default();
    let gone = rank.refunds + rank.chargebacks;
    record! {
        affiliate_id: id, affiliate_name: name, currency: currency, brutto_amount: Amount::cents(rank.brutto()),
        netto_amount: Amount::cents(rank.brutto() - rank.vat), payment_amount: Amount::cents(rank.payments),
        refund_amount: Amount::cents(rank.refunds), chargeback_amount: Amount::cents(rank.chargebacks),
        cancellation_amount: Amount::cents(gone), affiliate_amount: Amount::cents(rank.affiliate),
        merchant_amount: Amount::cents(rank.vendor), refund_quota: rank.quota(rank.refunds),
        chargeback_quota: rank.quota(rank.chargebacks), cancellation_quota: rank.quota(gone),
    }
}
