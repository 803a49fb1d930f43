//! The main job in Rust, over real HTTP against the sandbox: no key, no network. `demo.mjs` and `demo.py` tell the same.

use std::error::Error as Failed;
use std::fs;
use std::path::Path;

use digistore24::catalogue::buy_urls::{BuyUrlBuyer, CreateBuyUrl};
use digistore24::catalogue::licenses::ValidateLicenseKey;
use digistore24::catalogue::products::{CreateProduct, ProductData};
use digistore24::catalogue::system::GetUserInfo;
use digistore24::catalogue::transactions::ListTransactions;
use digistore24::catalogue::vouchers::{CreateVoucher, VoucherData};
use digistore24::sandbox::Sandbox;
use digistore24::{Amount, Client, Flow, Settings, read};
use examples::{Http, serve};

fn main() -> Result<(), Box<dyn Failed>> {
    story()?;
    samples()
}

fn story() -> Result<(), Box<dyn Failed>> {
    let sandbox = Sandbox::new();
    let key = sandbox.api_key().to_owned();
    let client = Client::new(Settings { base_url: Some(serve(sandbox)), ..Settings::from(key.as_str()) })?;
    let http = &mut Http::default();

    let me = client.call(GetUserInfo {}).run(http)?;
    println!("I am {}, account {}.", me.user_name()?.unwrap_or_default(), me.user_id()?.unwrap_or_default());

    let data = ProductData { name: Some("Sky & sea".into()), ..Default::default() };
    let product = client.call(CreateProduct { data }).run(http)?.product_id()?.unwrap_or_default();
    println!("Product {product} is made.");

    let data = VoucherData { code: "SEA10".into(), first_rate: Some(Amount::cents(10_00)), ..Default::default() };
    let voucher = client.call(CreateVoucher { data }).run(http)?;
    println!("Voucher {} takes 10 % off.", voucher.code()?.unwrap_or_default());

    let buyer = BuyUrlBuyer { email: Some("ada@example.com".into()), ..Default::default() };
    let buy = CreateBuyUrl { product_id: product.into(), buyer: Some(buyer), ..Default::default() };
    println!("To be bought at {}", client.call(buy).run(http)?.url()?.unwrap_or_default());

    let list = ListTransactions { from: Some("-60d".into()), ..Default::default() };
    for row in client.call(list).run(http)?.transaction_list()?.unwrap_or_default() {
        let kind = row.transaction_type()?.map(|kind| kind.to_string()).unwrap_or_default();
        let amount = row.transaction_amount()?.unwrap_or_default();
        let (at, currency) =
            (row.created_at()?.map(|at| at.to_string()).unwrap_or_default(), row.currency()?.unwrap_or_default());
        println!("  {at}  {kind:<8} {amount:>8} {currency}  {}", row.purchase_id()?.unwrap_or_default());
    }

    let check = ValidateLicenseKey {
        purchase_id: "JK92LM34".into(),
        license_key: "SANDB-GXQEY-VAKRD-22222-33333-44444-55555-66666".into(),
    };
    let license = client.call(check).run(http)?;
    let verdict = if license.is_license_valid()? == Some(true) { "valid" } else { "not valid" };
    println!("The licence key of {} is {verdict}.", license.purchase_id()?.unwrap_or_default());
    Ok(())
}

/// What becomes of stored answers, good and bad.
fn samples() -> Result<(), Box<dyn Failed>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors/samples.json");
    let samples: Vec<serde_json::Value> = serde_json::from_str(&fs::read_to_string(path)?)?;
    println!("\nStored answers:");
    for sample in samples {
        let function = sample["function"].as_str().unwrap_or_default();
        let status = sample["status"].as_u64().unwrap_or_default() as u16;
        let body = sample["answer"].as_str().unwrap_or_default();
        let (word, rest) = match read(function, status, body) {
            Ok(answer) => ("read", answer.failure().unwrap_or_else(|| answer.to_json())),
            Err(error) => (error.kind(), error.to_string()),
        };
        let short: String = rest.chars().take(88).collect();
        println!("  {function:<18} {word:<8} {short}");
    }
    Ok(())
}
