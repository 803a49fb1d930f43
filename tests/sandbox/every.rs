//! All functions of the catalogue, and what the sandbox promises about itself.

use std::time::Duration;

use digistore24::catalogue::buy_urls::CreateBuyUrl;
use digistore24::catalogue::deliveries::ListDeliveries;
use digistore24::catalogue::products::{CreateProduct, ListProducts, ProductData};
use digistore24::catalogue::upgrades::CreateUpgrade;
use digistore24::sandbox::{Checkout, ProductDelivery, Sandbox};
use digistore24::wire::{Access, Field, Kind, Spec, form};
use digistore24::{Amount, Client, Flow, Host, Item, Map, Request, Step, Value, catalogue};

use super::{Story, drive, text};

/// Everything that has to be given and nothing else.
fn least(fields: &[Field]) -> Vec<(String, Value)> {
    let required = fields.iter().filter(|field| field.required);
    required.map(|field| (field.name.to_owned(), example(field.kind, field.name))).collect()
}

/// The least of a group, which has to hold something, as there is no way to send an empty one.
fn group(fields: &[Field]) -> Vec<(String, Value)> {
    let least = least(fields);
    let any = fields.iter().filter(|field| !matches!(field.kind, Kind::PerLanguage)).take(1);
    if !least.is_empty() {
        least
    } else {
        any.map(|field| (field.name.to_owned(), example(field.kind, field.name))).collect()
    }
}

fn example(kind: Kind, name: &str) -> Value {
    let known = match name {
        "product_id" | "productId" | "product_ids" => "515151",
        "purchase_id" => "AB12CD34",
        "transaction_id" => "90000001",
        "buyer_id" => "31415926",
        "product_group_id" => "2001",
        "paymentplan_id" => "610001",
        "affiliate_id" | "affiliate" | "affiliate_name" => "bea",
        "referrer_id" => "carl",
        "eticket_id" => "91250000000000000001",
        "to_product_id" | "fallback_product_id" => "515152",
        "smartupgrade_id" => "3301",
        "entry_id" => "9200",
        "type" => "smartupgrade",
        "location_id" | "template_id" => "3",
        "email" => "lena@example.com",
        _ => "",
    };
    match kind {
        Kind::Object(shape) => group(shape.fields).into(),
        Kind::List(item) => Value::List(vec![example(*item, name)]),
        Kind::Map(item) => Value::from([("515151", example(*item, name))]),
        Kind::Choice(choice) => choice.values[0].into(),
        Kind::Integer => 1.into(),
        Kind::Amount => Amount::cents(500).into(),
        Kind::Flag => true.into(),
        Kind::Moment | Kind::Day => "2026-10-05".into(),
        Kind::Month => "2026-10".into(),
        _ if !known.is_empty() => known.into(),
        _ if name.ends_with("url") => "https://www.example.com/".into(),
        _ => "LASTCALL".into(),
    }
}

/// Every value of an answer that is not of the kind its shape names.
fn misfits(item: Item<'_>, kind: Kind, path: &str, found: &mut Vec<String>) {
    let fits = match (&item, kind) {
        (Item::Null, _) | (_, Kind::Any) => true,
        (Item::Text(_), Kind::Text | Kind::Id | Kind::Choice(_)) => true,
        (Item::Integer(_), Kind::Integer) => true,
        (Item::Amount(_), Kind::Amount) => true,
        (Item::Flag(_), Kind::Flag) => true,
        (Item::Time(_), Kind::Time) => true,
        (Item::Words(_), Kind::Joined) => true,
        (Item::Record(_), Kind::Object(_) | Kind::Map(_)) | (Item::List(_), Kind::List(_)) => true,
        (_, Kind::Loose(inner) | Kind::OneOrMany(inner)) => return misfits(item, *inner, path, found),
        _ => false,
    };
    if !fits {
        found.push(format!("{path} should be {kind:?}"));
    }
    match (item, kind) {
        (Item::Record(record), Kind::Object(shape)) => {
            for (name, item) in record.iter() {
                if let Some(field) = shape.field(&name) {
                    misfits(item, field.kind, &format!("{path}.{name}"), found);
                }
            }
        }
        (Item::Record(record), Kind::Map(inner)) => {
            for (name, item) in record.iter() {
                misfits(item, *inner, &format!("{path}.{name}"), found);
            }
        }
        (Item::List(list), Kind::List(inner)) => {
            for (at, item) in list.iter().enumerate() {
                misfits(item, *inner, &format!("{path}[{at}]"), found);
            }
        }
        _ => {}
    }
}

/// What a function needs to succeed, made where the account does not have it.
fn enough(sandbox: &mut Sandbox, spec: &Spec) -> Value {
    let client = Client::new(sandbox.api_key()).unwrap();
    match spec.name {
        "createVoucher" => Value::from([("data", Value::from([("code", "NEW".into())]))]),
        "updateUpsells" => {
            Value::from([("product_id", "515151".into()), ("data", Value::from([("y", "515153".into())]))])
        }
        // Only what never sold can be deleted.
        "deleteProduct" => {
            let data = ProductData { name: text("Easel"), ..ProductData::default() };
            let made = drive(sandbox, client.call(CreateProduct { data })).unwrap();
            Value::from([("product_id", made.product_id().unwrap().unwrap().into())])
        }
        "deleteBuyUrl" => {
            let create = CreateBuyUrl { product_id: 515_151_i64.into(), ..CreateBuyUrl::default() };
            let link = drive(sandbox, client.call(create)).unwrap();
            Value::from([("id", link.id().unwrap().unwrap().into())])
        }
        _ => match happened_for(sandbox, spec).or_else(|| made_for(sandbox, spec.name)) {
            Some(parameters) => parameters,
            None => least(spec.arguments.fields).into(),
        },
    }
}

/// The least for a function that needs something to have happened, which no function does.
fn happened_for(sandbox: &mut Sandbox, spec: &Spec) -> Option<Value> {
    let (name, id) = match spec.name {
        "getDelivery" | "updateDelivery" => {
            let mut book = ProductDelivery::new("515151");
            book.delivery_type = "shipping".to_owned();
            sandbox.set_delivery(&book).unwrap();
            sandbox.buy(&Checkout::new("515151", "mia@example.com")).unwrap();
            let client = Client::new(sandbox.api_key()).unwrap();
            let list = drive(sandbox, client.call(ListDeliveries { search: None })).unwrap();
            ("delivery_id", list.delivery().unwrap().unwrap()[0].id().unwrap().unwrap())
        }
        "getServiceProofRequest" | "updateServiceProofRequest" => {
            ("service_proof_id", sandbox.request_proof("AB12CD34").unwrap())
        }
        // The payments of the first order do not recur.
        "addBalanceToPurchase" | "createBillingOnDemand" | "createRebillingPayment" => {
            ("purchase_id", "CD34EF56".to_owned())
        }
        "createAddonChangePurchase" => {
            let addon = Value::from([("product_id", "515152".into())]);
            return Some(Value::from([("purchase_id", "CD34EF56".into()), ("addons", Value::List(vec![addon]))]));
        }
        "createUpgradePurchase" => {
            let client = Client::new(sandbox.api_key()).unwrap();
            let create = CreateUpgrade {
                name: "More".into(),
                to_product_id: 515_153_i64.into(),
                upgrade_from: Some("515151".into()),
                ..CreateUpgrade::default()
            };
            let made = drive(sandbox, client.call(create)).unwrap().upgrade_id().unwrap().unwrap();
            return Some(Value::from([("purchase_ids", "AB12CD34".into()), ("upgrade_id", made.into())]));
        }
        _ => return None,
    };
    let mut parameters = least(spec.arguments.fields);
    for (_, value) in parameters.iter_mut().filter(|(other, _)| other == name) {
        *value = id.as_str().into();
    }
    Some(parameters.into())
}

/// The least for a function that reads, changes or deletes what the account at first has none of, which is made here by
/// the function that creates it.
fn made_for(sandbox: &mut Sandbox, function: &str) -> Option<Value> {
    let (creator, id) = match function {
        "getUpgrade" | "deleteUpgrade" => ("createUpgrade", "upgrade_id"),
        "getOrderform" | "updateOrderform" | "deleteOrderform" => ("createOrderform", "orderform_id"),
        "getShippingCostPolicy" | "updateShippingCostPolicy" | "deleteShippingCostPolicy" => {
            ("createShippingCostPolicy", "policy_id")
        }
        "getImage" | "deleteImage" => ("createImage", "image_id"),
        _ => return None,
    };
    let client = Client::new(sandbox.api_key()).unwrap();
    let parameters = least(catalogue::find(creator).unwrap().arguments.fields);
    let made = drive(sandbox, client.call_named(creator, parameters.into())).unwrap();
    let id = made.data().into_record().unwrap().get(id).map(Value::from)?;
    let mut parameters = least(catalogue::find(function).unwrap().arguments.fields);
    parameters[0].1 = id;
    Some(parameters.into())
}

#[test]
fn every_function_is_answered_along_its_shape() {
    let mut wrong = Vec::new();
    for spec in catalogue::all() {
        // One sandbox each, as a function may use up what the next one needs.
        let mut sandbox = Sandbox::new();
        let parameters = enough(&mut sandbox, spec);
        let key = if spec.access == Access::Developer { sandbox.developer_key() } else { sandbox.api_key() };
        let client = Client::new(key).unwrap();
        match drive(&mut sandbox, client.call_named(spec.name, parameters)) {
            Ok(answer) => misfits(answer.data(), answer.kind(), spec.name, &mut wrong),
            Err(error) => wrong.push(error.to_string()),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A request with its arguments by position, as the vendor's PHP class sends them.
fn by_position(spec: &Spec, mut request: Request) -> Request {
    let mut form = form::decode(&request.body);
    for (name, _) in &mut form {
        let (argument, rest) = name.split_at(name.find('[').unwrap_or(name.len()));
        let at = spec.arguments.fields.iter().position(|field| field.name == argument);
        *name = format!("arg{}{rest}", at.expect("an argument of the function") + 1);
    }
    request.body = form::encode(&form);
    request
}

#[test]
fn every_function_takes_its_arguments_by_position_too() {
    let all = |spec: &Spec| -> Vec<(String, Value)> {
        spec.arguments.fields.iter().map(|field| (field.name.to_owned(), example(field.kind, field.name))).collect()
    };
    // One function has its only argument in the address.
    for spec in catalogue::all().filter(|spec| !spec.name.contains('{')) {
        for everything in [false, true] {
            let answer = |position: bool| {
                let mut sandbox = Sandbox::new();
                let parameters = if everything { all(spec).into() } else { enough(&mut sandbox, spec) };
                let client = Client::new(sandbox.api_key()).unwrap();
                let Step::Send(request) = client.raw(spec.name, parameters).step(Duration::ZERO) else {
                    panic!("{} cannot be sent", spec.name);
                };
                let request = if position { by_position(spec, request) } else { request };
                String::from_utf8(sandbox.send(request).unwrap().body).unwrap()
            };
            assert_eq!(answer(true), answer(false), "{}", spec.name);
        }
    }
}

#[test]
fn answers_without_a_rule_have_every_field_of_their_shape() {
    let mut sandbox = Sandbox::new();
    let client = Client::new(sandbox.api_key()).unwrap();
    for spec in catalogue::all().filter(|spec| !Sandbox::knows(spec.name)) {
        let answer = drive(&mut sandbox, client.call_named(spec.name, least(spec.arguments.fields).into())).unwrap();
        let (Item::Record(record), Kind::Object(shape)) = (answer.data(), answer.kind()) else { continue };
        for field in shape.fields.iter().filter(|field| !matches!(field.kind, Kind::PerLanguage)) {
            assert!(record.get(field.name).is_some(), "{}: {}", spec.name, field.name);
        }
    }
    let many = Value::from([("purchase_id", "AB12CD34,CD34EF56".into())]);
    let answer = drive(&mut sandbox, client.call_named("getPurchaseTracking", many)).unwrap();
    assert_eq!(answer.data().into_record().unwrap().names().collect::<Vec<_>>(), ["AB12CD34", "CD34EF56"]);
}

/// Functions over the small tables, whose rows have every field there is.
const WHOLE: &[&str] = &[
    "createPaymentplan",
    "updatePaymentplan",
    "listPaymentPlans",
    "getAffiliateCommission",
    "validateAffiliate",
    "getAffiliateForEmail",
    "getReferringAffiliate",
    "setReferringAffiliate",
    "createUpgrade",
    "getUpgrade",
    "listSmartUpgrades",
    "createOrderform",
    "updateOrderform",
    "getOrderform",
    "getOrderformMetas",
    "getUpsells",
    "updateUpsells",
    "deleteUpsells",
    "createImage",
    "listConversionTools",
    "createShippingCostPolicy",
    "updateShippingCostPolicy",
    "getShippingCostPolicy",
    "getMarketplaceEntry",
    "listMarketplaceEntries",
    "validateCouponCode",
    "listProductTypes",
    "listAccountAccess",
    "listCustomFormRecords",
    "reportFraud",
    "renderJsTrackingCode",
    "getTestpayKey",
];

/// Every field that a record of the answer lacks. PHP's empty list, which stands for no record, lacks nothing.
fn gaps(item: Item<'_>, kind: Kind, path: &str, found: &mut Vec<String>) {
    match (item, kind) {
        (item, Kind::Loose(inner)) => gaps(item, *inner, path, found),
        (Item::Record(record), Kind::Object(shape)) if record.names().next().is_some() => {
            for field in shape.fields {
                match record.get(field.name) {
                    Some(item) => gaps(item, field.kind, &format!("{path}.{}", field.name), found),
                    None => found.push(format!("{path}.{}", field.name)),
                }
            }
        }
        (Item::List(list), Kind::List(inner)) => {
            list.iter().for_each(|item| gaps(item, *inner, path, found));
        }
        _ => {}
    }
}

#[test]
fn rows_of_small_tables_have_every_field_of_their_shape() {
    let mut found = Vec::new();
    for name in WHOLE {
        let spec = catalogue::find(name).unwrap();
        assert!(Sandbox::knows(name), "{name}");
        let mut sandbox = Sandbox::new();
        let parameters = enough(&mut sandbox, spec);
        let client = Client::new(sandbox.api_key()).unwrap();
        let answer = drive(&mut sandbox, client.call_named(name, parameters)).unwrap();
        gaps(answer.data(), answer.kind(), name, &mut found);
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_sandbox_says_what_it_knows() {
    assert!(Sandbox::knows("createProduct") && !Sandbox::knows("statsMarketplace") && !Sandbox::knows("getTheMoon"));
    assert!(!format!("{:?}", Sandbox::new()).contains("Sandbox0"));
}

#[test]
fn the_same_requests_get_the_same_answers() {
    let tell = || {
        let mut story = Story::new();
        let mut heard = Vec::new();
        let data = ProductData { name: text("Easel"), ..ProductData::default() };
        heard.push(story.answer(CreateProduct { data }).raw().to_owned());
        heard.push(
            story
                .answer(CreateBuyUrl {
                    product_id: 515_151_i64.into(),
                    placeholders: Some(Map::new()),
                    ..CreateBuyUrl::default()
                })
                .raw()
                .to_owned(),
        );
        heard.push(story.answer(ListProducts { sort_by: None }).raw().to_owned());
        heard
    };
    assert_eq!(tell(), tell());
}
