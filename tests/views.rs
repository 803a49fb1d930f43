//! Typed views: the fields of an answer as Rust values, and what they say when a field holds something else.

use digistore24::catalogue::billing::{RefundStatus, RefundTransactionAnswer};
use digistore24::catalogue::buy_urls::ListBuyUrlsAnswer;
use digistore24::catalogue::licenses::ValidateLicenseKeyAnswer;
use digistore24::catalogue::products::Product;
use digistore24::catalogue::purchases::{GetPurchaseDownloadsAnswer, Purchase, PurchaseOfEmail};
use digistore24::catalogue::statistics::StatsSalesAnswer;
use digistore24::catalogue::system::{Currency, GetUserInfoAnswer, PingAnswer};
use digistore24::{Amount, Answer, Error, Item, Loose, Map, OneOrMany, Under, Value, View, read};

fn answer(function: &str, data: &str) -> Answer {
    let body = format!(
        "{{\"api_version\":\"1.2\",\"current_time\":\"2026-10-05 14:00:00\",\"result\":\"success\",\"data\":{data},\"runtime_seconds\":0.5}}"
    );
    read(function, 200, body).expect("an answer")
}

fn view<T: View>(function: &str, data: &str) -> T::Out {
    answer(function, data).view::<T>().expect("a view")
}

const PURCHASE: &str = r#"{"id":"QX12YZ34","amount":"71.40","vat_rate":19,"created_at":"2026-09-01 08:15:30","next_payment_at":"","is_canceled_now":"N",
    "has_etickets":"perhaps","number_of_installments":"0","billing_type":"subscription","salesteam_id":null,"custom":"a\u00e4\n","colour":"red","delivery_types":"shipping, event",
    "buyer":{"email":"ada@example.com"},"items":[{"quantity":"2","amounts":{"first":{"total_netto_amount":60}}},{"quantity":"many"}],
    "placeholders":[],"rebill_stop_info":{"buton_label":"Stop"}}"#;

#[test]
fn a_field_is_what_its_name_says() -> Result<(), Box<dyn std::error::Error>> {
    let purchase = view::<Purchase>("getPurchase", PURCHASE);
    assert_eq!(purchase.id()?.as_deref(), Some("QX12YZ34"));
    assert_eq!(purchase.amount()?, Some(Amount::cents(7140)));
    assert_eq!(purchase.vat_rate()?, Some(Amount::cents(1900)));
    assert_eq!(purchase.created_at()?.map(|time| time.to_string()).as_deref(), Some("2026-09-01T08:15:30+02:00"));
    assert_eq!(purchase.is_canceled_now()?, Some(false));
    assert_eq!(purchase.number_of_installments()?, Some(0));
    assert_eq!(purchase.billing_type()?.map(|kind| kind.to_string()).as_deref(), Some("subscription"));
    assert_eq!(purchase.custom()?.as_deref(), Some("aä\n"));
    assert_eq!(purchase.delivery_types()?, Some(vec!["shipping".to_owned(), "event".to_owned()]));
    assert_eq!(purchase.buyer()?.expect("a buyer").email()?.as_deref(), Some("ada@example.com"));
    let items = purchase.items()?.expect("items");
    assert_eq!(items[0].quantity()?, Some(2));
    let first = items[0].amounts()?.and_then(|amounts| amounts.first().ok().flatten()).expect("amounts");
    assert_eq!(first.total_netto_amount()?, Some(Amount::cents(6000)));
    assert_eq!(purchase.placeholders()?, Some(vec![]));
    Ok(())
}

#[test]
fn what_is_absent_or_empty_is_none() -> Result<(), Box<dyn std::error::Error>> {
    let purchase = view::<Purchase>("getPurchase", PURCHASE);
    assert_eq!(purchase.next_payment_at()?, None);
    assert_eq!(purchase.salesteam_id()?, None);
    assert_eq!(purchase.currency()?, None);
    assert!(purchase.transaction_list()?.is_none());
    Ok(())
}

#[test]
fn a_field_that_holds_something_else_says_where_and_what() {
    let purchase = view::<Purchase>("getPurchase", PURCHASE);
    let problem = purchase.has_etickets().unwrap_err();
    assert_eq!(problem.path, "has_etickets");
    assert_eq!(problem.to_string(), "has_etickets: expected Y or N, the answer holds \"perhaps\"");
    let quantity = purchase.items().unwrap().unwrap()[1].quantity().unwrap_err();
    assert_eq!(quantity.to_string(), "quantity: expected a whole number, the answer holds \"many\"");
    let error = Error::from(quantity);
    assert_eq!((error.kind(), error.to_string().contains("many")), ("field", true));
    for (data, says) in [
        ("{\"amount\":\"9,00\"}", "an exact decimal"),
        ("{\"amount\":{}}", "an exact decimal"),
        ("{\"amount\":[1]}", "an exact decimal"),
    ] {
        assert!(view::<Purchase>("getPurchase", data).amount().unwrap_err().to_string().contains(says));
    }
    assert!(view::<Purchase>("getPurchase", "{\"items\":5}").items().unwrap_err().message.contains("a list"));
    assert!(view::<Purchase>("getPurchase", "{\"buyer\":[1]}").buyer().unwrap_err().message.contains("a record"));
    assert!(
        view::<PingAnswer>("ping", "{\"server_time\":\"soon\"}")
            .server_time()
            .unwrap_err()
            .message
            .contains("a day or a moment")
    );
}

#[test]
fn fields_nobody_has_described_can_be_read_by_name() {
    let purchase = view::<Purchase>("getPurchase", PURCHASE);
    assert_eq!(purchase.get("colour").expect("a colour").as_text(), Some("red"));
    assert!(purchase.get("shape").is_none());
    assert_eq!(purchase.raw_field("amount"), Some("\"71.40\""));
    assert!(purchase.raw().starts_with('{') && purchase.len() == 17, "{}", purchase.len());
    assert_eq!(purchase.names().next().as_deref(), Some("id"));
}

#[test]
fn both_spellings_of_a_misspelled_field_can_be_read() -> Result<(), Box<dyn std::error::Error>> {
    for name in ["billing_tatus", "billing_status"] {
        let license = view::<ValidateLicenseKeyAnswer>("validateLicenseKey", &format!("{{\"{name}\":\"paying\"}}"));
        assert_eq!(license.billing_tatus()?.map(|status| status.to_string()).as_deref(), Some("paying"), "{name}");
        for other in ["billing_tatus", "billing_status"] {
            assert_eq!(license.get(other).expect("either").as_text(), Some("paying"), "{name} as {other}");
        }
        assert_eq!(license.names().collect::<Vec<_>>(), [name]);
    }
    let urls = view::<ListBuyUrlsAnswer>("listBuyUrls", "{\"items\":[{\"id\":5}]}").buyurls()?.expect("links");
    assert_eq!(urls[0].id()?.as_deref(), Some("5"));
    Ok(())
}

#[test]
fn a_word_nobody_has_documented_is_kept() -> Result<(), Box<dyn std::error::Error>> {
    let refund = view::<RefundTransactionAnswer>("refundTransaction", "{\"status\":\"postponed\"}");
    assert_eq!(refund.status()?, Some(RefundStatus::Other("postponed".into())));
    let refused = answer("refundTransaction", "{\"status\":\"refused\"}");
    assert_eq!(refused.failure().as_deref(), Some("status: refused"));
    assert_eq!(refused.view::<RefundTransactionAnswer>()?.status()?, Some(RefundStatus::Refused));
    Ok(())
}

#[test]
fn answers_that_are_lists_or_maps_have_views_too() -> Result<(), Box<dyn std::error::Error>> {
    assert_eq!(
        view::<Map<String>>("listCountries", "{\"DE\":\"Germany\",\"AT\":\"Austria\"}")[1],
        ("AT".into(), "Austria".into())
    );
    assert_eq!(view::<Map<String>>("listCountries", "[]"), []);
    let currencies = view::<Vec<Currency>>("listCurrencies", "[{\"code\":\"EUR\",\"to_USD\":1.08452}]");
    assert_eq!(currencies[0].to_usd()?.map(|rate| rate.to_string()).as_deref(), Some("1.08452"));
    for data in ["[{\"id\":7}]", "{\"purchases\":[{\"id\":7}]}", "{\"3\":{\"id\":7}}"] {
        let rows = view::<Loose<PurchaseOfEmail>>("listPurchasesOfEmail", data);
        assert_eq!(rows[0].id()?.as_deref(), Some("7"), "{data}");
    }
    for data in ["{\"id\":7}", "{\"product\":{\"id\":7}}"] {
        assert_eq!(view::<Under<Product>>("getProduct", data).id()?.as_deref(), Some("7"), "{data}");
    }
    let several = view::<OneOrMany<Purchase>>("getPurchase", "{\"QX12YZ34\":{\"amount\":5},\"AB56CD78\":{}}")
        .many()
        .expect("several");
    assert_eq!((several[0].0.as_str(), several[0].1.amount()?), ("QX12YZ34", Some(Amount::cents(500))));
    let downloads = view::<GetPurchaseDownloadsAnswer>(
        "getPurchaseDownloads",
        "{\"downloads\":{\"Q\":{\"512345\":[{\"file_size\":\"7\"}]}}}",
    );
    assert_eq!(downloads.downloads()?.expect("orders")[0].1[0].1[0].file_size()?, Some(7));
    let sales = view::<StatsSalesAnswer>("statsSales", "{\"amounts\":{\"EUR\":[{\"total_brutto_amount\":29.75}]}}");
    assert_eq!(sales.amounts()?.expect("sums")[0].1[0].total_brutto_amount()?, Some(Amount::cents(2975)));
    Ok(())
}

#[test]
fn an_answer_without_data_is_an_empty_view() -> Result<(), Box<dyn std::error::Error>> {
    assert_eq!(view::<GetUserInfoAnswer>("getUserInfo", "null").user_name()?, None);
    assert_eq!(view::<GetUserInfoAnswer>("getUserInfo", "[]").user_name()?, None);
    assert!(view::<Vec<Currency>>("listCurrencies", "null").is_empty());
    assert_eq!(view::<Value>("deleteProduct", "null"), Value::Null);
    let error = answer("listCurrencies", "5").view::<Vec<Currency>>().unwrap_err();
    assert_eq!(
        error.to_string(),
        "listCurrencies: the call succeeded, but its answer is of another form: data: expected a list, the answer holds 5"
    );
    Ok(())
}

#[test]
fn the_envelope_is_there() -> Result<(), Box<dyn std::error::Error>> {
    let answer = answer("ping", "{}");
    assert_eq!(answer.envelope().api_version()?.as_deref(), Some("1.2"));
    assert_eq!(
        answer.envelope().current_time()?.map(|time| time.to_string()).as_deref(),
        Some("2026-10-05T14:00:00+02:00")
    );
    assert_eq!(answer.envelope().runtime_seconds()?, Some(Amount::cents(50)));
    assert_eq!(answer.envelope().timezone()?, None);
    assert_eq!((answer.function(), answer.raw().starts_with("{\"api_version\"")), ("ping", true));
    Ok(())
}

#[test]
fn a_list_gives_its_rows_by_position_and_in_order() {
    let rows = answer("listCurrencies", "[{\"code\":\"EUR\"},{\"code\":\"USD\"}]").data().into_list().expect("a list");
    assert_eq!((rows.len(), rows.is_empty(), rows.get(2).is_none()), (2, false, true));
    let codes: Vec<_> =
        rows.iter().filter_map(|row| row.into_record()?.get("code")?.as_text().map(str::to_owned)).collect();
    assert_eq!(codes, ["EUR", "USD"]);
    assert_eq!(rows.to_json(), "[{\"code\":\"EUR\"},{\"code\":\"USD\"}]");
    assert!(matches!(rows.get(1), Some(Item::Record(_))));
}
