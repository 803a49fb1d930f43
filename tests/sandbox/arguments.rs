//! Arguments in the forms the service takes, and what it says to others.

use digistore24::catalogue::products::{ListProductGroups, ProductUpdateData, UpdateProduct};
use digistore24::catalogue::system::{ListCountries, ListCurrencies};
use digistore24::{Client, Settings, Value};

use super::{Story, amount, refusal, text};

#[test]
fn what_is_wrong_with_the_arguments_is_told() {
    let mut story = Story::new();
    let data = |name: &str, value: Value| Value::from([("data", Value::from([("code", "X".into()), (name, value)]))]);
    for (function, arguments, message) in [
        ("getProduct", Value::Null, "Missing argument: product_id"),
        ("getProduct", Value::from([("product_id", "".into())]), "Missing argument: product_id"),
        (
            "getProduct",
            Value::from([("product_id", "515151".into()), ("colour", "red".into())]),
            "Unknown argument: colour",
        ),
        ("createVoucher", data("first_rates", "1".into()), "Unknown argument: data[first_rates]"),
        ("createVoucher", data("first_amount", "9,00".into()), "Invalid value for argument: data[first_amount]"),
        ("createVoucher", data("first_amount", "9.001".into()), "Invalid value for argument: data[first_amount]"),
        ("createVoucher", data("count_left", "many".into()), "Invalid value for argument: data[count_left]"),
        (
            "createVoucher",
            data("is_count_limited", "perhaps".into()),
            "Invalid value for argument: data[is_count_limited]",
        ),
        ("createVoucher", data("expires_at", "soon".into()), "Invalid value for argument: data[expires_at]"),
        ("createVoucher", data("upgrade_policy", "never".into()), "Invalid value for argument: data[upgrade_policy]"),
        ("createVoucher", Value::from([("data", "X".into())]), "Invalid value for argument: data"),
        ("listPurchases", Value::from([("page_no", 0.into())]), "Invalid value for argument: page_no"),
        ("listProducts", Value::from([("0", "x".into())]), "Unknown argument: 0"),
    ] {
        let (code, told, status) = refusal(story.raw(function, arguments));
        assert_eq!((code, told.as_str(), status), (Some(3), message, 200));
    }
    for url in
        ["http://www.example.com/", "https://localhost/optin", "http://localhost:3000/optin", "ftp://example.com"]
    {
        let data = ProductUpdateData { thankyou_url: text(url), ..ProductUpdateData::default() };
        let (code, message, _) = refusal(story.try_call(UpdateProduct { product_id: 515_151_i64.into(), data }));
        assert_eq!((code, message.as_str()), (Some(3), "Please only use secure URLs with https://"), "{url}");
    }
    story.client =
        Client::new(Settings { language: text("de_DE"), ..Settings::from(story.sandbox.api_key()) }).unwrap();
    assert_eq!(
        refusal(story.raw("getProduct", Value::from([("language", "de".into())]))).1,
        "Argument fehlt: product_id"
    );
    assert_eq!(refusal(story.raw("getTheMoon", Value::Null)).0, Some(9));
    let countries = story.call(ListCountries {});
    assert!(countries.contains(&("DE".to_owned(), "Deutschland".to_owned())));
}

#[test]
fn flags_are_taken_in_every_documented_form() {
    let mut story = Story::new();
    for (sent, kept) in [("1", true), ("T", true), ("yes", true), ("0", false), ("no", false), ("false", false)] {
        let data = Value::from([("name", "Folder".into()), ("is_shown_as_tab", sent.into())]);
        story.raw("createProductGroup", Value::from([("data", data)])).unwrap();
        let groups = story.call(ListProductGroups {}).items().unwrap().unwrap();
        assert_eq!(groups.last().unwrap().is_shown_as_tab().unwrap(), Some(kept), "{sent}");
    }
}

#[test]
fn rates_come_only_when_asked_for() {
    let mut story = Story::new();
    let plain = story.call(ListCurrencies { convert_to: None });
    assert_eq!(plain[1].to_eur().unwrap(), None);
    let converted = story.call(ListCurrencies { convert_to: Some("EUR".into()) });
    assert_eq!(converted[0].to_eur().unwrap(), amount("1"));
    assert!(converted[1].to_eur().unwrap().is_some() && converted[1].to_usd().unwrap().is_none());
}
