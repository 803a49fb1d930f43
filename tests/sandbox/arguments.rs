//! Arguments in the forms the service takes, and what it says to others.

use digistore24::catalogue::products::{ListProductGroups, ProductUpdateData, UpdateProduct};
use digistore24::catalogue::system::{ListCountries, ListCurrencies};
use digistore24::sandbox::{Checkout, ProductDelivery, Sandbox};
use digistore24::{Client, Settings, Value, catalogue};

use super::server::{FORM, Server};
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

/// What the vendor's PHP class sends with every call, whether it is set or not.
const COMPANIONS: &str = "language=&operator=&ds24ver=1.2";

/// The answer of a fresh sandbox to a form. Goods that it has to send have the number of the first delivery.
fn told(function: &str, form: &str) -> String {
    let mut sandbox = Sandbox::new();
    sandbox
        .set_delivery(&ProductDelivery { delivery_type: "shipping".into(), ..ProductDelivery::new("515151") })
        .unwrap();
    sandbox.buy(&Checkout::new("515151", "mia@example.com")).unwrap();
    Server(sandbox).post(&format!("/api/call/{function}"), FORM, form).1
}

#[test]
fn arguments_by_position_mean_the_same_as_by_name() {
    for (function, position, name) in [
        ("ping", "", ""),
        ("getProduct", "arg1=515151", "product_id=515151"),
        (
            "listTransactions",
            "arg1=-60d&arg3[email]=lena%40example.com&arg7=1",
            "from=-60d&search[email]=lena%40example.com&page_size=1",
        ),
        (
            "updateBuyer",
            "arg1=31415926&arg2%5Bcity%5D=Bonn&arg2[country]=DE",
            "buyer_id=31415926&data[city]=Bonn&data[country]=DE",
        ),
        ("createVoucher", "arg1[code]=SEA10&arg1[first_rate]=10", "data[code]=SEA10&data[first_rate]=10"),
        (
            "createBuyUrl",
            "arg9[0][product_id]=515152&arg9[0][first_amount]=5.00&arg1=515151&arg2[email]=max%40example.com",
            "addons[0][product_id]=515152&addons[0][first_amount]=5.00&product_id=515151&buyer[email]=max%40example.com",
        ),
        ("updateDelivery", "arg1=7300001&arg4[0][tracking_id]=X7", "delivery_id=7300001&tracking[0][tracking_id]=X7"),
        // Whose first argument is called like one of the companions.
        ("statsMarketplace", "arg1=de", "language=de"),
        ("createAddon", "arg1=515151", "arg1=515151"),
    ] {
        let by_name = told(function, name);
        assert_eq!(told(function, &format!("{position}&{COMPANIONS}")), by_name, "{function}");
        assert!(by_name.contains(r#""result":"success""#), "{function}: {by_name}");
    }
}

#[test]
fn what_is_wrong_with_positions_is_told() {
    for (function, form, message) in [
        ("getProduct", "arg3=515151", "Unknown argument: arg3"),
        ("ping", "arg1=x", "Unknown argument: arg1"),
        ("getProduct", "arg99999999999999999999=x&product_id=515151", "Unknown argument: arg99999999999999999999"),
        ("getProduct", "arg0=515151", "Unknown argument: arg0"),
        ("getProduct", "arg01=515151", "Unknown argument: arg01"),
        ("getProduct", "arg+1=515151", "Unknown argument: arg 1"),
        ("listTransactions", "arg3[mail]=x", "Unknown argument: search[mail]"),
        ("updateBuyer", "arg2[city]=Bonn", "Missing argument: buyer_id"),
        ("createVoucher", "arg1=SEA10", "Invalid value for argument: data"),
        (
            "updateBuyer",
            "arg1=31415926&data[city]=Bonn",
            "Arguments by position and by name in one call: arg1, data[city]",
        ),
        ("getProduct", "colour=red&arg1=515151", "Arguments by position and by name in one call: arg1, colour"),
        ("getProduct", "arg1=&language=de_DE", "Argument fehlt: product_id"),
        ("getProduct", "arg1=&language=", "Missing argument: product_id"),
    ] {
        let told = told(function, form);
        assert!(told.contains(&format!(r#""message":"{message}","code":3"#)), "{function} {form}: {told}");
    }
}

/// Orders the help center shows, and no argument that could be taken for a position.
#[test]
fn the_catalogue_has_the_arguments_in_the_order_of_the_syntax_lines() {
    for (function, order) in [
        ("createBuyUrl", "product_id buyer payment_plan tracking valid_until urls placeholders settings addons"),
        ("createBillingOnDemand", "purchase_id product_id payment_plan tracking placeholders settings addons"),
        ("createEticket", "buyer product_id location_id template_id date days note count"),
        ("listPurchases", "from to search sort_by sort_order load_transactions page_no page_size"),
        ("listTransactions", "from to search sort_by sort_order page_no page_size"),
        ("updateBuyer", "buyer_id data"),
        ("updateDelivery", "delivery_id notify_via_email data tracking"),
        ("updateVoucher", "code data"),
        (
            "ipnSetup",
            "ipn_url name product_ids domain_id categories transactions timing sha_passphrase newsletter_send_policy vendor_id",
        ),
    ] {
        let fields = catalogue::find(function).unwrap().arguments.fields;
        assert_eq!(fields.iter().map(|field| field.name).collect::<Vec<_>>().join(" "), order, "{function}");
    }
    let mut names = catalogue::all().flat_map(|spec| spec.arguments.fields);
    assert!(names.all(|field| !field.name.starts_with("arg")));
}
