//! The parameters of `createBuyUrl` before they are sent.

use super::finding::Fault;
use super::group::{Findings, Group};
use super::lint::Lint;
use super::name::{self, Shape, is_number, is_order_id};
use super::note::Remark;
use super::page::{PageFault, faults};
use super::preview::{Around, Discount, Doubtful, PreviewTerms, preview};
use super::prices::{Billing, Prices, currency};
use crate::catalogue::buy_urls::CreateBuyUrl;
use crate::value::quoted;
use crate::wire::check::check;
use crate::wire::send::Function;
use crate::{Amount, Value};

/// Looks at the parameters of `createBuyUrl` before they are sent: everything that contradicts itself, everything the
/// service is known to refuse, and every payment there will be.
///
/// What is an error is refused by the service, or bills otherwise than somebody wrote (vendor documents, the OpenAPI
/// document of October 2025, and the vendor's own code of 2026); where the service's behaviour is unknown, it is a warning.
///
/// ```
/// use digistore24::urls::{PreviewTerms, buy_url};
/// use digistore24::{Time, Value, Zone};
///
/// let plan = Value::from([("first_amount", "1".into()), ("other_amounts", "19.90".into()), ("currency", "EUR".into())]);
/// let parameters = Value::from([("product_id", 512345.into()), ("payment_plan", plan)]);
/// let terms = PreviewTerms { starts_on: Some(Time::parse("2026-10-05", Zone::Berlin)?), ..PreviewTerms::default() };
///
/// let lint = buy_url(&parameters, &terms);
/// assert!(!lint.is_ok());
/// assert_eq!(lint.findings[0].fault.as_str(), "installments_missing");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn buy_url(parameters: &Value, terms: &PreviewTerms) -> Lint {
    let all = Group::new(parameters, "parameters");
    let mut found = Findings::default();
    let (plan, settings) = (all.group("payment_plan"), all.group("settings"));

    product(&all, &mut found);
    let has_template = plan.given("template");
    let has_prices = plan.given("first_amount") || plan.given("other_amounts");
    let rest = has_template || !has_prices && !plan.given("number_of_installments");
    let prices = Prices::look(&plan, rest, terms.record.as_ref(), Some(1), &mut found);
    let is_unseen = terms.record.is_none() && rest;
    found.say(is_unseen && has_template, Fault::TemplateRest, plan.at("template"));
    found.say(is_unseen && !has_template, Fault::ProductPlan, all.at("payment_plan"));
    let tax_mode = match plan.text("tax_mode").as_deref() {
        Some("include") => "include",
        Some("exclude") => "exclude",
        _ => "as_set",
    };
    found.say(has_prices && tax_mode == "as_set", Fault::TaxAsSet, plan.at("tax_mode"));
    let upgrade = upgrade(&all, &plan, &mut found);
    buyer(&all.group("buyer"), &mut found);
    tracking(&all.group("tracking"), all.group("buyer").given("email"), &mut found);
    valid_until(&all, &mut found);
    pages(&all.group("urls"), &mut found);
    placeholders(&all.group("placeholders"), &mut found);
    let around = Around { upgrade, tax_mode, ..self::settings(&settings, &all, &prices, &mut found) };
    addons(&all, &prices, &mut found);
    let private = ["buyer", "tracking"].into_iter().any(|name| all.group(name).is_given());
    found.say(private || plan.given("upgrade_order_id"), Fault::Private, "parameters".to_owned());
    if let Err(problems) = check(Some(<CreateBuyUrl as Function>::SPEC), parameters) {
        found.refused(problems);
    }
    let around = Around { has_addons: all.given("addons"), ..around };
    let is_known = prices.first.is_some() || prices.other.is_some();
    let preview = is_known.then(|| preview(&prices, &around, terms));
    Lint { parameters: parameters.clone(), findings: found.0, preview }
}

/// The number of the product, and what has no place beside it.
fn product(all: &Group<'_>, found: &mut Findings) {
    number(all, "product_id", found);
    for name in ["amount", "price", "first_amount", "other_amounts", "currency", "number_of_installments"] {
        found.about(all.has(name), Fault::PriceNotInPlan, all.at(name), "payment_plan".to_owned());
    }
    let places = [all.clone(), all.group("settings"), all.group("buyer"), all.group("payment_plan")];
    for place in &places {
        for name in ["language", "lang", "locale"] {
            found.say(place.has(name), Fault::OwnLanguage, place.at(name));
        }
    }
}

pub(super) fn number(group: &Group<'_>, name: &str, found: &mut Findings) {
    if let Some(text) = group.text(name).filter(|text| !is_number(text)) {
        found.about(true, Fault::Number, group.at(name), quoted(&text));
    }
}

/// What becomes of an order that is upgraded.
fn upgrade(all: &Group<'_>, plan: &Group<'_>, found: &mut Findings) -> Option<Doubtful> {
    number(plan, "template", found);
    let pages = all.group("urls");
    let Some(order) = plan.text("upgrade_order_id") else {
        found.say(plan.given("upgrade_type"), Fault::UpgradeType, plan.at("upgrade_type"));
        found.say(pages.given("upgrade_error_url"), Fault::UpgradeErrorUnused, pages.at("upgrade_error_url"));
        return None;
    };
    let path = plan.at("upgrade_order_id");
    let is_upgrade = order.split_once('-').is_some_and(|(id, key)| is_number(id) && !key.is_empty());
    found.say(is_upgrade, Fault::UpgradeIsUpgrade, path.clone());
    found.about(!is_upgrade && !is_order_id(&order), Fault::UpgradeOrder, path.clone(), quoted(&order));
    found.say(true, Fault::UpgradeStatus, path);
    found.say(!pages.given("upgrade_error_url"), Fault::UpgradeErrorPage, pages.at("upgrade_error_url"));
    let is_downgrade = plan.text("upgrade_type").as_deref() == Some("downgrade");
    Some(if is_downgrade { Doubtful::Downgrade } else { Doubtful::Upgrade })
}

fn buyer(buyer: &Group<'_>, found: &mut Findings) {
    let names = ["email", "first_name", "last_name"];
    let keys = buyer.text("readonly_keys").unwrap_or_default();
    let needed = match keys.as_str() {
        "email" => 1,
        "email_and_name" | "all" => 3,
        _ => 0,
    };
    // With the id of a buyer the service has the fields already, perhaps.
    let has_id = buyer.given("id");
    for name in names.into_iter().take(needed).filter(|name| !buyer.given(name) && !has_id) {
        found.about(true, Fault::ReadonlyMissing, buyer.at(name), keys.clone());
    }
    if keys == "all" && !has_id {
        for name in ["street", "city", "zipcode", "country"].into_iter().filter(|name| !buyer.given(name)) {
            found.say(true, Fault::ReadonlyPerhaps, buyer.at(name));
        }
    }
    let others = buyer.fields().iter().filter(|(name, _)| !matches!(name.as_str(), "id" | "readonly_keys"));
    let has_others = others.into_iter().any(|(name, _)| buyer.given(name));
    found.say(has_id && has_others, Fault::BuyerId, buyer.at("id"));
    let email = buyer.text("email");
    let is_email = |text: &str| {
        text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains('@'))
            && !text.contains(char::is_whitespace)
    };
    found.say(email.is_some_and(|text| !is_email(&text)), Fault::Email, buyer.at("email"));
    let country = buyer.text("country");
    let is_country = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    found.say(country.is_some_and(|text| !is_country(&text)), Fault::Country, buyer.at("country"));
}

fn tracking(tracking: &Group<'_>, has_email: bool, found: &mut Findings) {
    let affiliate = tracking.text("affiliate");
    if let Some(text) = &affiliate {
        let is_template = text == "AFFILIATE";
        found.say(is_template, Fault::AffiliateTemplate, tracking.at("affiliate"));
        let is_odd = name::affiliate(text).shape == Shape::Other && !is_template;
        found.say(is_odd, Fault::AffiliateCharacters, tracking.at("affiliate"));
        found.say(!is_template, Fault::AffiliateUnknown, tracking.at("affiliate"));
    }
    for key in ["campaignkey", "trackingkey"] {
        let Some(text) = tracking.text(key) else { continue };
        for note in name::key(&text).notes {
            let fault = if note.remark == Remark::KeyTooLong { Fault::KeyTooLong } else { Fault::KeyCharacters };
            found.about(true, fault, tracking.at(key), text.chars().count().to_string());
        }
    }
    let alone = tracking.given("campaignkey") && affiliate.is_none();
    found.say(alone, Fault::CampaignAlone, tracking.at("campaignkey"));
    let priority = tracking.text("affiliate_priority").as_deref() == Some("email");
    found.say(priority && !has_email, Fault::PriorityAlone, tracking.at("affiliate_priority"));
}

fn valid_until(all: &Group<'_>, found: &mut Findings) {
    let path = all.at("valid_until");
    let Some(value) = all.get("valid_until") else {
        return found.say(true, Fault::ValidUntilDefault, path);
    };
    let text = all.text("valid_until").unwrap_or_default();
    let hours = text.strip_suffix('h').filter(|hours| is_number(hours));
    match hours {
        Some(hours) => {
            let is_nothing = hours.bytes().all(|byte| byte == b'0');
            found.about(is_nothing, Fault::ValidUntil, path, quoted(&text));
        }
        None if text == "forever" => {}
        None => {
            // Other units may work, days of the calendar are no duration.
            let unit = text.trim_start_matches(|c: char| c.is_ascii_digit());
            let is_time = matches!(value, Value::Text(_)) && unit.len() < text.len();
            let is_span = is_time && !unit.is_empty() && unit.bytes().all(|byte| byte.is_ascii_alphabetic());
            let fault = if is_span { Fault::ValidUntilForm } else { Fault::ValidUntil };
            found.about(true, fault, path, value.in_words());
        }
    }
}

fn pages(pages: &Group<'_>, found: &mut Findings) {
    for name in ["thankyou_url", "fallback_url", "upgrade_error_url"] {
        let Some(url) = pages.text(name) else { continue };
        for (fault, about) in faults(&url).0 {
            let fault = match fault {
                PageFault::NoAddress => Fault::NoAddress,
                PageFault::NotHttps => Fault::NotHttps,
                PageFault::UserInfo => Fault::UserInfo,
                PageFault::NotPublic => Fault::NotPublic,
                PageFault::Escaped => Fault::EscapedPlaceholder,
                PageFault::Unknown => Fault::UnknownPlaceholder,
                PageFault::OtherBrackets => Fault::OtherBrackets,
            };
            found.about(true, fault, pages.at(name), about);
        }
    }
}

fn placeholders(placeholders: &Group<'_>, found: &mut Findings) {
    for (name, value) in placeholders.fields() {
        let path = placeholders.at(name);
        let has_brackets = name.contains(['[', ']', '{', '}', '%']);
        found.say(has_brackets, Fault::PlaceholderName, path.clone());
        let is_small = name.bytes().any(|byte| byte.is_ascii_lowercase());
        found.say(is_small && !has_brackets && *value != Value::Null, Fault::PlaceholderCase, path);
    }
}

/// The discounts and commissions of the link.
fn settings(settings: &Group<'_>, all: &Group<'_>, prices: &Prices, found: &mut Findings) -> Around {
    number(settings, "orderform_id", found);
    let percent = |name: &str, found: &mut Findings| {
        let rate = settings.amount(name);
        let fits = rate.is_none_or(|rate| !rate.is_negative() && rate <= Amount::cents(10_000));
        found.say(!fits, Fault::Rate, settings.at(name));
        rate.filter(|_| fits)
    };
    let money = |name: &str, found: &mut Findings| {
        let amount = settings.amount(name);
        let fits = amount.is_none_or(|amount| !amount.is_negative());
        found.say(!fits, Fault::Negative, settings.at(name));
        amount.filter(|_| fits)
    };
    let mut around = Around { has_code: settings.given("voucher_code"), ..Around::default() };
    let (mut discounts, is_single) = (Vec::new(), prices.billing() == Some(Billing::Single));
    for (rate_name, amount_name, price) in [
        ("voucher_1st_rate", "voucher_1st_amount", prices.first),
        ("voucher_oth_rates", "voucher_oth_amounts", prices.other),
    ] {
        let (rate, amount) = (percent(rate_name, found), money(amount_name, found));
        let is_odd = settings.given(rate_name) && rate.is_none() || settings.given(amount_name) && amount.is_none();
        let is_some = |amount: &Option<Amount>| amount.is_some_and(|amount| !amount.is_zero());
        found.say(is_some(&rate) && is_some(&amount), Fault::RateAndAmount, settings.at(amount_name));
        let above = amount.zip(price).is_some_and(|(amount, price)| amount > price);
        let is_later = rate_name == "voucher_oth_rates";
        found.say(above && !(is_later && is_single), Fault::AboveThePrice, settings.at(amount_name));
        for (name, value) in [(rate_name, rate), (amount_name, amount)] {
            found.say(is_later && is_single && is_some(&value), Fault::DiscountUnused, settings.at(name));
            found.say(around.has_code && is_some(&value), Fault::CodeAndDiscount, settings.at(name));
        }
        discounts.push(Discount { rate, amount, is_odd });
    }
    if let [first, others] = discounts.as_slice() {
        (around.first, around.others) = (*first, *others);
    }
    let rate = percent("affiliate_commission_rate", found);
    let fix = money("affiliate_commission_fix", found);
    found.say(rate.is_some() && fix.is_some(), Fault::CommissionTwice, settings.at("affiliate_commission_fix"));
    let has_affiliate = all.group("tracking").given("affiliate");
    let has_commission = rate.is_some() || fix.is_some();
    found.say(has_commission && !has_affiliate, Fault::CommissionAlone, settings.at("affiliate_commission_rate"));
    let is_none = settings.has("pay_methods") && !settings.given("pay_methods");
    found.say(is_none, Fault::PayMethods, settings.at("pay_methods"));
    if let Some(Value::List(methods)) = settings.get("pay_methods").filter(|_| settings.flag("force_rebilling")) {
        for (at, method) in methods.iter().enumerate() {
            let is_once = method.as_str() == Some("banktransfer");
            let path = format!("{}[{at}]", settings.at("pay_methods"));
            found.about(is_once, Fault::Rebilling, path, "banktransfer".to_owned());
        }
    }
    found.say(settings.given("hide_double_buy_info"), Fault::DoubleBuy, settings.at("hide_double_buy_info"));
    around
}

fn addons(all: &Group<'_>, prices: &Prices, found: &mut Findings) {
    let main = all.text("product_id");
    let is_single = prices.billing() == Some(Billing::Single);
    for addon in all.groups("addons") {
        let product = addon.text("product_id");
        found.say(product.is_none(), Fault::AddonProduct, addon.at("product_id"));
        number(&addon, "product_id", found);
        found.say(product.is_some() && product == main, Fault::AddonItself, addon.at("product_id"));
        for name in ["first_amount", "other_amounts", "single_amount"] {
            let is_negative = addon.amount(name).is_some_and(Amount::is_negative);
            found.say(is_negative, Fault::Negative, addon.at(name));
        }
        currency(&addon, found);
        let other_currency = addon.text("currency").zip(prices.currency.clone()).is_some_and(|(one, two)| one != two);
        found.say(other_currency, Fault::AddonCurrency, addon.at("currency"));
        let several = addon.given("first_amount") || addon.given("other_amounts");
        found.say(several && addon.given("single_amount"), Fault::AddonPrices, addon.at("single_amount"));
        let other = addon.amount("other_amounts").is_some_and(|amount| !amount.is_zero());
        found.say(other && is_single, Fault::AddonNever, addon.at("other_amounts"));
        let most = addon.whole("max_quantity");
        let many = addon.whole("default_quantity").zip(most).is_some_and(|(wanted, most)| wanted > most);
        found.say(many, Fault::AddonQuantity, addon.at("default_quantity"));
        let by_number = addon.text("max_quantity_type").as_deref() == Some("number");
        found.say(by_number && most.is_none(), Fault::AddonMostMissing, addon.at("max_quantity"));
        found.say(!by_number && most.is_some(), Fault::AddonMostUnused, addon.at("max_quantity"));
    }
}
