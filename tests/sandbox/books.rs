//! Money seen from all sides: commissions, invoices, payouts and statistics, beside the transactions they come from.

use std::time::Duration;

use digistore24::catalogue::affiliates::ListCommissions;
use digistore24::catalogue::payouts::{ListInvoices, ListPayouts, ResendInvoiceMail, StatsExpectedPayouts};
use digistore24::catalogue::statistics::{
    StatsAffiliateToplist, StatsDailyAmounts, StatsPeriod, StatsSales, StatsSalesSummary,
};
use digistore24::catalogue::system::Outcome;
use digistore24::catalogue::transactions::{ListTransactions, TransactionSearch};
use digistore24::commission::{
    Booking, Commission, Currency, PayoutDays, PayoutPolicy, Refund, RefundTerms, ReservePolicy, Sale, Split, Terms,
    Vat, forecast, refund, split,
};
use digistore24::sandbox::Checkout;
use digistore24::{Amount, Time, Zone};

use super::{Story, refusal, text};

fn cents(amount: Option<Amount>) -> i64 {
    amount.unwrap().minor_units(2).unwrap()
}

fn days(count: u64) -> Duration {
    Duration::from_secs(count * 86_400)
}

/// Some months of sales: singles with and without the affiliate, a subscription, refunds and a chargeback.
fn months() -> Story {
    let mut story = Story::new();
    let order = |product: &str, email: &str| Checkout::new(product, email);
    let club = story.sandbox.buy(&order("515152", "mia@example.com")).unwrap();
    for month in 0..4u64 {
        let with = |product| Checkout { affiliate: "bea".into(), ..order(product, "noa@example.com") };
        let course = story.sandbox.buy(&with("515151")).unwrap();
        let software = story.sandbox.buy(&order("515153", &format!("buyer{month}@example.com"))).unwrap();
        story.sandbox.advance(days(9));
        if month == 1 {
            story.sandbox.refund(&course.transaction_ids[0]).unwrap();
        }
        story.sandbox.advance(days(18));
        if month == 2 {
            story.sandbox.chargeback(&software.transaction_ids[0]).unwrap();
        }
        let swiss = Checkout { country: "CH".into(), affiliate: "bea".into(), ..order("515151", "urs@example.com") };
        story.sandbox.buy(&swiss).unwrap();
    }
    story.sandbox.cancel(&club.purchase_id).unwrap();
    story
}

/// The rows of `listTransactions` that are the account's own money: id, order, type, moment, gross, tax, own share.
struct Moved {
    id: String,
    kind: String,
    at: Time,
    brutto: i64,
    vat: i64,
    earned: i64,
    affiliate: i64,
    has_affiliate: bool,
}

fn moved(story: &mut Story, search: TransactionSearch) -> Vec<Moved> {
    let list = ListTransactions {
        from: Some("start".into()),
        search: Some(search),
        page_size: Some(1000),
        ..ListTransactions::default()
    };
    let rows = story.call(list).transaction_list().unwrap().unwrap();
    let read = rows.into_iter().map(|row| Moved {
        id: row.id().unwrap().unwrap(),
        kind: row.transaction_type().unwrap().unwrap().as_str().to_owned(),
        at: row.created_at().unwrap().unwrap(),
        brutto: cents(row.transaction_amount().unwrap()),
        vat: cents(row.vat_amount().unwrap()),
        earned: cents(row.earned_amount().unwrap()),
        affiliate: cents(row.affiliate_amount().unwrap()),
        has_affiliate: row.affiliate_name().unwrap().is_some_and(|name| !name.is_empty()),
    });
    read.collect()
}

/// All but those of test orders.
fn real(story: &mut Story) -> Vec<Moved> {
    let pay_method = Some("paypal,creditcard,elv".into());
    moved(story, TransactionSearch { pay_method, ..TransactionSearch::default() })
}

fn all_time() -> ListCommissions {
    ListCommissions { from: Some("start".into()), ..ListCommissions::default() }
}

#[test]
fn commissions_are_the_own_share_of_every_transaction() {
    let mut story = months();
    let rows = real(&mut story);
    let answer = story.call(all_time());
    let items = answer.items().unwrap().unwrap();
    assert_eq!((items.len(), answer.item_count().unwrap()), (rows.len(), Some(rows.len() as i64)));
    assert!(rows.len() > 20);
    for (row, item) in rows.iter().zip(items) {
        assert_eq!(item.transaction_id().unwrap().unwrap(), row.id);
        assert_eq!(cents(item.amount().unwrap()), row.earned);
        assert_eq!(item.reason().unwrap(), text("merchant_share"));
        let day = Time::parse(&row.at.to_string()[..10], Zone::Berlin).unwrap();
        let due = if row.kind == "payment" { day.plus_days(14) } else { Some(day) };
        assert_eq!(item.schedule_payout_at().unwrap(), due);
    }
}

#[test]
fn commissions_are_found_by_period_type_and_order_and_come_in_pages() {
    let mut story = months();
    let count = |story: &mut Story, list: ListCommissions| story.call(list).items().unwrap().unwrap().len();
    assert_eq!(count(&mut story, ListCommissions::default()), 1, "the last 24 hours");
    let refunds = ListCommissions { transaction_type: Some("refund,chargeback".into()), ..all_time() };
    assert_eq!(count(&mut story, refunds), 3);
    let everything = ListCommissions { transaction_type: Some("all".into()), ..all_time() };
    assert_eq!(count(&mut story, everything), count(&mut story, all_time()));
    let others = ListCommissions { commission_type: Some("affiliate_share".into()), ..all_time() };
    assert_eq!(count(&mut story, others), 0);
    let of_order = ListCommissions { purchase_id: Some("CD34EF56".into()), ..all_time() };
    assert_eq!(count(&mut story, of_order), 6, "two before, and four while time passed");
    let unknown = story.try_call(ListCommissions { purchase_id: Some("ZZ".into()), ..all_time() });
    assert_eq!(refusal(unknown).0, Some(4));
    let test = ListCommissions { purchase_id: Some("LM34NP56".into()), ..all_time() };
    assert_eq!(count(&mut story, test), 0, "nobody is paid for a test order");

    let all = count(&mut story, all_time());
    let page = story.call(ListCommissions { page_size: Some(10), page_no: Some(3), ..all_time() });
    assert_eq!(page.page_count().unwrap(), Some(all.div_ceil(10) as i64));
    assert_eq!(page.items().unwrap().unwrap().len(), all - 20);
}

#[test]
fn every_payment_has_an_invoice_and_what_goes_back_a_credit_note() {
    let mut story = Story::new();
    let invoices = |story: &mut Story, id: &str| {
        let rows = story.call(ListInvoices { purchase_id: id.into() }).invoice_list().unwrap().unwrap();
        rows.into_iter()
            .map(|row| {
                let day = row.invoice_date().unwrap().unwrap().to_string();
                (row.invoice_id().unwrap().unwrap(), row.r#type().unwrap().unwrap(), cents(row.amount().unwrap()), day)
            })
            .collect::<Vec<_>>()
    };
    let found = invoices(&mut story, "GH78JK92");
    let told: Vec<_> = found.iter().map(|(_, kind, cents, day)| (kind.as_str(), *cents, day.as_str())).collect();
    assert_eq!(told, [("payment", 5950, "2026-09-01"), ("refund", -5950, "2026-09-10")]);
    assert_eq!(invoices(&mut story, "CD34EF56").len(), 2);
    assert!(invoices(&mut story, "LM34NP56").iter().all(|(id, ..)| id == "1"), "as documented for test orders");
    assert_eq!(refusal(story.try_call(ListInvoices { purchase_id: "ZZ".into() })).0, Some(4));
}

#[test]
fn invoices_are_mailed_again() {
    let mut story = Story::new();
    let sent = story.call(ResendInvoiceMail { purchase_id: "AB12CD34".into() });
    assert_eq!(sent.status().unwrap(), Some(Outcome::Success));
    let [mail] = <[_; 1]>::try_from(story.sandbox.mails()).unwrap();
    assert_eq!((mail.at.as_str(), mail.to.as_str()), ("2026-10-05 14:00:00", "lena@example.com"));
    assert_eq!((mail.kind.as_str(), mail.about.as_str()), ("invoice", "AB12CD34"));
    assert_eq!(refusal(story.try_call(ResendInvoiceMail { purchase_id: "ZZ".into() })).0, Some(4));
}

/// The split of a payment, as anybody would compute it from what is documented.
fn split_of(row: &Moved) -> Split {
    let sale =
        Sale::gross(Amount::cents(row.brutto), Currency::known("EUR").unwrap(), Vat::Amount(Amount::cents(row.vat)));
    let affiliate =
        if row.has_affiliate { Commission::Percent(Amount::cents(40_00)) } else { Terms::default().affiliate };
    split(&sale, &Terms { affiliate, ..Terms::default() }).unwrap()
}

#[test]
fn payouts_are_those_of_the_forecast() {
    let mut story = months();
    for _ in 0..5 {
        story.sandbox.advance(days(11));
        let rows = real(&mut story);
        let mut bookings = Vec::new();
        for row in &rows {
            let day = Time::parse(&row.at.to_string()[..10], Zone::Berlin).unwrap();
            if row.kind == "payment" {
                let split = split_of(row);
                assert_eq!(cents(Some(split.amount_vendor)), row.earned, "{}", row.id);
                bookings.push(Booking::payment(day, &split));
            } else {
                let payment =
                    Moved { brutto: -row.brutto, vat: -row.vat, id: row.id.clone(), kind: String::new(), ..*row };
                let terms =
                    RefundTerms { fee: Some(Amount::cents(0)), margin_refunded: true, ..RefundTerms::default() };
                let back: Refund = refund(&split_of(&payment), &terms).unwrap();
                assert_eq!(cents(Some(back.amounts.amount_vendor)), row.earned, "{}", row.id);
                bookings.push(Booking::refund(day, &back));
            }
        }
        let policy = PayoutPolicy {
            days: PayoutDays::OfMonth(vec![7, 14, 21, 28]),
            threshold: Amount::cents(50_00),
            fee: Some(Amount::cents(2_50)),
            ..PayoutPolicy::default()
        };
        let forecast = forecast(&bookings, &ReservePolicy::default(), &policy).unwrap();
        let vendor = forecast.accounts.iter().find(|own| own.party.as_str() == "vendor").unwrap();
        let today = story.sandbox.time().to_string()[..10].to_owned();

        let made = story.call(ListPayouts {}).payout_list().unwrap().unwrap();
        let expected: Vec<(String, i64)> = vendor
            .payouts
            .iter()
            .map(|payout| (payout.on.to_string(), cents(Some(payout.amount))))
            .filter(|(on, _)| *on < today)
            .collect();
        let told: Vec<(String, i64)> = made
            .iter()
            .map(|row| {
                let day = row.created_at().unwrap().unwrap().to_string()[..10].to_owned();
                (day, cents(row.vendor_net_amount().unwrap()))
            })
            .collect();
        assert_eq!(told, expected);
        assert!(!told.is_empty());
        let paid: i64 = told.iter().map(|(_, cents)| cents).sum();

        let answer = story.call(StatsExpectedPayouts {});
        let of = |amounts: Vec<(String, Amount)>| amounts.into_iter().map(|(_, sum)| cents(Some(sum))).sum::<i64>();
        let total = of(answer.total_earnings().unwrap().unwrap());
        assert_eq!(total, cents(Some(vendor.total)));
        assert_eq!(total, rows.iter().map(|row| row.earned).sum::<i64>());
        assert_eq!(of(answer.paidout_amount().unwrap().unwrap()), paid);
        let pending = of(answer.pending_amount().unwrap().unwrap());
        let mut left = 0;
        for (on, by_currency) in answer.future_amounts().unwrap().unwrap() {
            for (_, planned) in by_currency {
                let cents = cents(planned.amount().unwrap());
                left += cents;
                if let Some(payout) = vendor.payouts.iter().find(|payout| payout.on.to_string() == on) {
                    assert_eq!(payout.amount, Amount::cents(cents));
                    assert_eq!(planned.can_payout().unwrap(), Some(true));
                } else {
                    assert!(on.starts_with('>'), "{on}");
                }
            }
        }
        assert_eq!(total, paid + pending + left);
    }
}

/// The days of rows and what a statistic says of them: share, gross, net.
type Sums = std::collections::BTreeMap<String, (i64, i64, i64)>;

fn sums(rows: &[Moved], key: impl Fn(&Moved) -> String) -> Sums {
    let mut sums = Sums::new();
    for row in rows {
        let sum = sums.entry(key(row)).or_default();
        *sum = (sum.0 + row.earned, sum.1 + row.brutto, sum.2 + row.brutto - row.vat);
    }
    sums
}

macro_rules! figures {
    ($row:expr) => {{
        let row = &$row;
        let told = (
            cents(row.vendor_share_amount().unwrap()),
            cents(row.vendor_brutto_amount().unwrap()),
            cents(row.vendor_netto_amount().unwrap()),
        );
        let total = (
            cents(row.total_share_amount().unwrap()),
            cents(row.total_brutto_amount().unwrap()),
            cents(row.total_netto_amount().unwrap()),
        );
        assert_eq!(told, total, "a vendor has no other role here");
        assert_eq!(cents(row.affiliate_brutto_amount().unwrap()), 0);
        told
    }};
}

#[test]
fn days_and_periods_are_sums_of_the_transactions() {
    let mut story = months();
    let rows = moved(&mut story, TransactionSearch::default());
    let day = |row: &Moved| row.at.to_string()[..10].to_owned();

    let daily = story.call(StatsDailyAmounts::default()).amount_list().unwrap().unwrap();
    let told: Sums = daily.iter().map(|row| (row.day().unwrap().unwrap().to_string(), figures!(row))).collect();
    assert_eq!(told, sums(&rows, day));
    assert_eq!(told.len(), daily.len(), "each day once");

    let month = |row: &Moved| format!("{}-01", &row.at.to_string()[..7]);
    let year = |row: &Moved| format!("{}-01-01", row.at.year());
    let quarter = |row: &Moved| format!("{}-{:02}-01", row.at.year(), (row.at.month() - 1) / 3 * 3 + 1);
    let week = |row: &Moved| {
        // 2026-01-05 is a Monday.
        let monday = Time::parse("2026-01-05", Zone::Berlin).unwrap();
        let weeks = (0..).map(|week| monday.plus_days(week * 7).unwrap().to_string());
        weeks.take_while(|monday| *monday <= day(row)).last().unwrap()
    };
    type Key<'a> = &'a dyn Fn(&Moved) -> String;
    let keys: [(Option<StatsPeriod>, Key<'_>); 5] = [
        (None, &week),
        (Some(StatsPeriod::Day), &day),
        (Some(StatsPeriod::Month), &month),
        (Some(StatsPeriod::Quarter), &quarter),
        (Some(StatsPeriod::Year), &year),
    ];
    for (period, key) in keys {
        let answer = story.call(StatsSales { period, from: None, to: None });
        let [(currency, sales)] = <[_; 1]>::try_from(answer.amounts().unwrap().unwrap()).unwrap();
        assert_eq!(currency, "EUR");
        let told: Sums = sales.iter().map(|row| (row.from().unwrap().unwrap().to_string(), figures!(row))).collect();
        assert_eq!(told, sums(&rows, key));
    }

    let some = story.call(StatsSales {
        period: Some(StatsPeriod::Month),
        from: Some("2026-10-05".into()),
        to: Some("2026-11-30".into()),
    });
    let sales = some.amounts().unwrap().unwrap().remove(0).1;
    let ends: Vec<String> = sales.iter().map(|row| row.to().unwrap().unwrap().to_string()).collect();
    assert_eq!(ends, ["2026-10-31", "2026-11-30"]);
    let in_span: Vec<Moved> =
        rows.into_iter().filter(|row| ("2026-10-05".."2026-12-01").contains(&day(row).as_str())).collect();
    let told: Sums = sales.iter().map(|row| (row.from().unwrap().unwrap().to_string(), figures!(row))).collect();
    assert_eq!(told, sums(&in_span, month));
    assert_eq!(refusal(story.raw("statsDailyAmounts", digistore24::Value::from([("from", "soon".into())]))).0, Some(3));
}

#[test]
fn the_summary_tells_what_is_new_today_and_what_there_ever_was() {
    let mut story = months();
    story.sandbox.set_time("2027-02-03 12:00:00").unwrap();
    story.sandbox.buy(&Checkout::new("515151", "eve@example.com")).unwrap();
    let rows = moved(&mut story, TransactionSearch::default());
    let summary = story.call(StatsSalesSummary {}).r#for().unwrap().unwrap();
    let periods = [
        ("all", summary.all(), "2026-08-10", "2027-02-03"),
        ("year", summary.year(), "2027-01-01", "2027-12-31"),
        ("quarter", summary.quarter(), "2027-01-01", "2027-03-31"),
        ("month", summary.month(), "2027-02-01", "2027-02-28"),
        ("week", summary.week(), "2027-02-01", "2027-02-07"),
        ("day", summary.day(), "2027-02-03", "2027-02-03"),
    ];
    for (name, period, from, to) in periods {
        let period = period.unwrap().unwrap();
        assert_eq!(period.from().unwrap().unwrap().to_string(), from, "{name}");
        assert_eq!(period.to().unwrap().unwrap().to_string(), to, "{name}");
        let told: Sums = period
            .amounts()
            .unwrap()
            .unwrap()
            .iter()
            .map(|(currency, row)| (currency.clone(), figures!(row)))
            .collect();
        let within: Vec<&Moved> = rows
            .iter()
            .filter(|row| {
                let day = &row.at.to_string()[..10];
                from <= day && day <= to
            })
            .collect();
        let sum = |of: fn(&Moved) -> i64| within.iter().map(|row| of(row)).sum::<i64>();
        let expected = (sum(|row| row.earned), sum(|row| row.brutto), sum(|row| row.brutto - row.vat));
        assert_eq!(told, Sums::from([("EUR".to_owned(), expected)]), "{name}");
    }
}

#[test]
fn affiliates_are_ranked_by_what_they_sold() {
    let mut story = months();
    let rows = moved(&mut story, TransactionSearch::default());
    let rank = |from: &str, to: &str| StatsAffiliateToplist {
        from: from.into(),
        to: to.into(),
        affiliate: None,
        currency: None,
    };
    let list = story.call(rank("2026-10", "2026-11")).top_list().unwrap().unwrap();
    let [bea] = <[_; 1]>::try_from(list).unwrap();
    assert_eq!((bea.affiliate_name().unwrap(), bea.affiliate_id().unwrap()), (text("bea"), text("2718281")));
    let mine = |row: &&Moved| row.has_affiliate && ("2026-10".."2026-12").contains(&&row.at.to_string()[..7]);
    let sum = |of: &dyn Fn(&Moved) -> i64| rows.iter().filter(mine).map(of).sum::<i64>();
    let of_kind = |kind: &'static str| move |row: &Moved| if row.kind == kind { row.brutto } else { 0 };
    assert_eq!(cents(bea.brutto_amount().unwrap()), sum(&|row| row.brutto));
    assert_eq!(cents(bea.netto_amount().unwrap()), sum(&|row| row.brutto - row.vat));
    assert_eq!(cents(bea.payment_amount().unwrap()), sum(&of_kind("payment")));
    assert_eq!(cents(bea.refund_amount().unwrap()), -sum(&of_kind("refund")));
    assert_eq!(cents(bea.affiliate_amount().unwrap()), sum(&|row| row.affiliate));
    assert_eq!(cents(bea.merchant_amount().unwrap()), sum(&|row| row.earned));
    assert!(cents(bea.refund_amount().unwrap()) > 0);
    // By value: one of the courses came back.
    let quota = 10_000.0 * cents(bea.refund_amount().unwrap()) as f64 / cents(bea.payment_amount().unwrap()) as f64;
    assert_eq!(cents(bea.cancellation_quota().unwrap()), quota.round() as i64);

    assert!(story.call(rank("2025-01", "2025-12")).top_list().unwrap().unwrap().is_empty());
    let dollars = StatsAffiliateToplist { currency: text("USD"), ..rank("2026-10", "2026-11") };
    assert!(story.call(dollars).top_list().unwrap().unwrap().is_empty());
    let other = StatsAffiliateToplist { affiliate: text("carl"), ..rank("2026-10", "2026-11") };
    assert!(story.call(other).top_list().unwrap().unwrap().is_empty());
}
