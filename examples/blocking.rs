//! What was sold and given back in the last 60 days and what you earn on it, with blocking calls.
//!
//!     DIGISTORE24_KEY=... cargo run --package examples --bin blocking
//!
//! Without a key the sandbox answers, over HTTP too.

use std::collections::BTreeMap;
use std::env;
use std::error::Error;

use digistore24::catalogue::system::Ping;
use digistore24::catalogue::transactions::{ListTransactions, Transaction};
use digistore24::sandbox::Sandbox;
use digistore24::{Amount, Client, Flow, Paging, Settings};
use examples::{Http, serve};

fn main() -> Result<(), Box<dyn Error>> {
    let settings = match env::var("DIGISTORE24_KEY") {
        Ok(key) => Settings::from(key.as_str()),
        Err(_) => {
            let sandbox = Sandbox::new();
            let key = sandbox.api_key().to_owned();
            Settings { base_url: Some(serve(sandbox)), ..Settings::from(key.as_str()) }
        }
    };
    let client = Client::new(settings)?;
    let http = &mut Http::default();

    let now = client.call(Ping {}).run(http)?.server_time()?.ok_or("the service does not tell its time")?;
    let list = ListTransactions { from: Some("-60d".into()), ..Default::default() };
    let pages = client.pages(list, now, &Paging::default())?;
    let mut earned: BTreeMap<String, Amount> = BTreeMap::new();
    while let Some(page) = pages.next() {
        for row in page.run(http)?.views::<Transaction>()? {
            let at = row.created_at()?.map(|at| at.to_string()).unwrap_or_default();
            let kind = row.transaction_type()?.map(|kind| kind.to_string()).unwrap_or_default();
            let (share, currency) = (row.earned_amount()?.unwrap_or_default(), row.currency()?.unwrap_or_default());
            println!("{at}  {kind:<12} {share:>10} {currency}  {}", row.purchase_id()?.unwrap_or_default());
            let sum = earned.entry(currency.to_string()).or_default();
            *sum = sum.checked_add(share).ok_or("more money than there is")?;
        }
    }
    for (currency, sum) in earned {
        println!("{sum:>49} {currency}  earned");
    }
    Ok(())
}
