//! The service itself.

use super::super::account::{USER_ID, USER_NAME};
use super::super::reply::Outcome;
use super::super::store::{Account, Rights};
use super::super::tables::{COUNTRIES, CURRENCIES, TYPES};
use super::super::words::{IMAGE_LIMITS, PRODUCT_IMAGE, label};
use super::{Ask, Rules, parts};
use crate::{Amount, Value};

pub(super) const RULES: Rules = &[
    ("ping", ping),
    ("getUserInfo", user_info),
    ("listCountries", countries),
    ("listCurrencies", currencies),
    ("getGlobalSettings", settings),
];

fn ping(account: &mut Account, _: &Ask<'_>) -> Outcome {
    Ok(record! { server_time: account.clock.now() })
}

fn user_info(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let key = account.keys.iter().find(|key| key.text == ask.key);
    let permissions = match key.map(|key| key.rights) {
        Some(Rights::Full) => "writable",
        _ => "readonly",
    };
    let roles = ["affiliate", "merchant"];
    Ok(record! {
        user_id: USER_ID, user_name: USER_NAME,
        api_key_id: key.map(|key| key.number()).unwrap_or_default(), api_key_permissions: permissions,
        granted_roles: roles.join(","), granted_roles_msg: roles.map(|role| label(role, ask.german)).join(","),
        contact: record! {
            first_name: "Ada", last_name: "Beispiel", company: "", email: "ada@example.com", street: "Beispielweg 1",
            zipcode: "50667", city: "Köln", country: "DE",
        },
        thankyou_page_key: "",
    })
}

fn countries(_: &mut Account, ask: &Ask<'_>) -> Outcome {
    let name = |(code, english, german): &(&str, &str, &str)| {
        ((*code).to_owned(), Value::from(if ask.german { *german } else { *english }))
    };
    Ok(Value::Map(COUNTRIES.iter().map(name).collect()))
}

fn currencies(_: &mut Account, ask: &Ask<'_>) -> Outcome {
    let wanted = ask.text("convert_to");
    let rows = CURRENCIES.iter().zip(1..).map(|(money, id)| {
        let (english, german) = money.names;
        let mut row = record! {
            id: id.to_string(), code: money.code, symbol: money.symbol, min_price: "1.00", max_price: "10000.00",
            name: if ask.german { german } else { english }, name_de: german, name_en: english,
            is_default_for_countries: money.countries.iter().map(|code| Value::from(*code)).collect::<Vec<_>>(),
        };
        for to in CURRENCIES.iter().filter(|to| parts(wanted).any(|code| code == "all" || code == to.code)) {
            let rate = Amount::new(10_000 * to.rate / money.rate, 4).unwrap_or_default();
            row.set(&format!("to_{}", to.code), rate.to_string());
        }
        row
    });
    Ok(Value::List(rows.collect()))
}

fn settings(_: &mut Account, ask: &Ask<'_>) -> Outcome {
    let types = TYPES.iter().map(|(field, codes)| {
        let labels = codes.iter().map(|code| ((*code).to_owned(), Value::from(label(code, ask.german)))).collect();
        ((*field).to_owned(), Value::Map(labels))
    });
    Ok(record! {
        image_metas: record! { product: record! {
            label: ask.say(PRODUCT_IMAGE),
            limits: record! {
                max_file_size_kb: 1000, min_width: 100, max_width: 2000, min_height: 100, max_height: 2000,
            },
            limits_msg: ask.say(IMAGE_LIMITS),
        } },
        types: Value::Map(types.collect()),
    })
}
