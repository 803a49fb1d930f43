//! A launch day in Rust, against the sandbox: no key, no network. `demo.mjs` and `demo.py` tell the same.

use std::collections::BTreeMap;
use std::error::Error as Failed;

use digistore24::catalogue::transactions::ListTransactions;
use digistore24::commission::{
    Booked, Checks, Commission, Currency, Language, Role, Sale, Terms, Vat, reconcile, split,
};
use digistore24::ipn::{Access, State, verify};
use digistore24::sandbox::{Endpoint, Sandbox, Scenario};
use digistore24::{Amount, Client, Flow, Paging, Problem};

fn main() -> Result<(), Box<dyn Failed>> {
    let sandbox = &mut Sandbox::new();
    sandbox.connect(&Endpoint::new("https://shop.example.com/ipn", "Kranich")).map_err(said)?;
    let launch = Scenario { orders: 120, seed: 24, ..Scenario::new("launch_day") };
    let day = sandbox.scenario(&launch).map_err(said)?;
    println!(
        "{} orders on {}, of {} new buyers. {} payments go back later.",
        day.orders,
        &day.from.to_string()[..10],
        day.buyers,
        day.refunds
    );

    let (mut access, mut kinds) = (Access::new(), BTreeMap::new());
    for delivery in sandbox.drain() {
        let event = verify(delivery.body, "Kranich")?;
        *kinds.entry(event.kind().to_string()).or_insert(0) += 1;
        access.feed(&event);
    }
    let items = access.at(day.to.unix_seconds().unwrap_or_default());
    let (open, all) = (items.iter().filter(|item| item.state == State::Active).count(), items.len());
    let kinds: Vec<String> = kinds.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
    println!("Signed notifications: {}. Of {all} items, {open} give access.\n", kinds.join(", "));

    let client = Client::new(sandbox.api_key())?;
    let list = ListTransactions { from: Some(day.from.into()), ..Default::default() };
    let pages = client.pages(list, sandbox.time(), &Paging::default())?;
    let mut by_affiliate: BTreeMap<String, Vec<Booked>> = BTreeMap::new();
    while let Some(page) = pages.next() {
        let rows = page.run(sandbox)?;
        for row in (0..rows.len()).filter_map(|at| rows.get(at)?.into_record()) {
            let name = row.get("affiliate_name").and_then(|name| name.as_text().map(str::to_owned)).unwrap_or_default();
            by_affiliate.entry(name).or_default().push(Booked::of(&row, Role::Vendor).map_err(said)?);
        }
    }

    let euro = Currency::known("EUR")?;
    let percent = |rate| Terms { affiliate: Commission::Percent(Amount::cents(rate)), ..Terms::default() };
    let booked = &by_affiliate["malzeit"][0].figures;
    let vat = Vat::Amount(booked.amount_vat.unwrap_or_default());
    let sale = Sale::gross(booked.amount_brutto.unwrap_or_default(), euro, vat);
    println!("{}", split(&sale, &percent(50_00)).map_err(said)?.explain(Language::English));
    println!("Booked for the vendor: {} EUR.\n", booked.amount_vendor.unwrap_or_default());

    println!("Agreed with every affiliate: 40 percent.");
    for (name, rows) in by_affiliate.iter().filter(|(name, _)| !name.is_empty()) {
        let checks = Checks { currency: Some(euro), ..Checks::default() };
        let totals = reconcile(rows, &percent(40_00), &checks).map_err(said)?.totals.remove(0);
        let verdicts: Vec<String> =
            totals.verdicts.iter().map(|(verdict, count)| format!("{count} {}", verdict.as_str())).collect();
        let commission = totals.booked.amount_affiliate.unwrap_or_default();
        println!("  {name:<12} {commission:>8} EUR  {}", verdicts.join(", "));
    }
    Ok(())
}

fn said(problems: Vec<Problem>) -> String {
    problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("; ")
}
