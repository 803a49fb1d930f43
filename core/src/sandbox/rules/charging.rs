//! Charging again what a buyer paid with before. A card that declines is a success that says so.

use super::super::assumptions::{NOT_FOUND, PERMISSION_DENIED, TOO_OFTEN};
use super::super::clock::{day_of, wall};
use super::super::orders::money::text;
use super::super::orders::placing::NewOrder;
use super::super::orders::rows::{BillingStatus, Purchase};
use super::super::orders::terms::{Terms, cents};
use super::super::reply::{Outcome, Refusal};
use super::super::store::Account;
use super::super::words::{
    BAD_ARGUMENT, CARD_DECLINED, CHARGED_TOO_OFTEN, NO_SUCH_UPGRADE, NOT_CHARGEABLE, NOT_PERMITTED, NOTHING_TO_CHARGE,
    UNKNOWN_AFFILIATE, label,
};
use super::products::check_products;
use super::upgrades::kind_for;
use super::{Ask, Rules, existing, parts};
use crate::{Amount, Problem, Value};

pub(super) const RULES: Rules = &[
    ("createBillingOnDemand", on_demand),
    ("createRebillingPayment", rebilling_payment),
    ("createUpgradePurchase", upgrade),
    ("createAddonChangePurchase", change_addons),
];

/// Whether the account has the right billing on demand.
fn admit(account: &Account, ask: &Ask<'_>) -> Result<(), Refusal> {
    if account.assumed.billing_on_demand {
        return Ok(());
    }
    Err(Refusal::new(PERMISSION_DENIED, NOT_PERMITTED, ask.spec.name))
}

fn position(account: &Account, id: &str) -> Result<i64, Refusal> {
    existing(account.purchases.position(id), id)
}

/// The first thing that keeps an order from being made.
fn refused(problem: &Problem, ask: &Ask<'_>) -> Refusal {
    match problem.path.as_str() {
        "affiliate" => Refusal::new(NOT_FOUND, UNKNOWN_AFFILIATE, ask.group("tracking").text("affiliate")),
        "voucher_code" => Refusal::argument(BAD_ARGUMENT, "settings[voucher_code]"),
        "paymentplan_id" => Refusal::argument(BAD_ARGUMENT, "payment_plan[template]"),
        path => Refusal::argument(BAD_ARGUMENT, path),
    }
}

fn on_demand(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    admit(account, ask)?;
    let (id, product) = (ask.text("purchase_id"), ask.text("product_id"));
    let source = position(account, id)?;
    let found = existing(account.purchases.get(source), id)?;
    if !found.can_be_charged() {
        return Err(Refusal::argument(NOT_CHARGEABLE, id));
    }
    check_products(account, product)?;
    let (plan, settings) = (ask.group("payment_plan"), ask.group("settings"));
    let mut problems = Vec::new();
    let terms = account.terms_of(product, plan.text("template"), "product_id", &mut problems);
    let terms = terms.map(|terms| terms.with(plan));
    let quantity = settings.text("quantity").parse().unwrap_or(1);
    let voucher = settings.text("voucher_code");
    let code = account.discount(voucher, &Value::Null, &mut problems);
    let mut lines: Vec<_> =
        terms.iter().map(|terms| account.priced(terms, product, quantity, code.as_ref(), &mut problems)).collect();
    if let Value::List(addons) = ask.group("addons") {
        for (at, addon) in addons.iter().enumerate() {
            let id = addon.text("product_id");
            let path = format!("addons[{at}][product_id]");
            if let Some(terms) = account.terms_of(id, "", &path, &mut problems) {
                let quantity = addon.text("quantity").parse().unwrap_or(1);
                lines.push(account.priced(&addon_terms(terms, addon), id, quantity, None, &mut problems));
            }
        }
    }
    let affiliate = account.deal(ask.group("tracking").text("affiliate"), product, &mut problems);
    let Some(terms) = terms.filter(|_| problems.is_empty()) else {
        return Err(problems.first().map_or_else(|| Refusal::not_found(product), |problem| refused(problem, ask)));
    };
    let order = NewOrder { terms, lines, affiliate, voucher_code: voucher.to_owned(), ..again(found, ask) };
    if !account.count_charge(source) {
        return Err(Refusal::new(TOO_OFTEN, CHARGED_TOO_OFTEN, id));
    }
    account.use_up(voucher);
    let made = account.charge(source, order, None);
    charged(account, ask, made)
}

/// An add-on with prices of its own: paid once, or first and then again.
fn addon_terms(terms: Terms, addon: &Value) -> Terms {
    match addon.text("single_amount") {
        "" => terms.with(addon),
        once => Terms { first_amount: cents(once), other_amounts: 0, ..terms },
    }
}

/// A new order of the buyer of another one, on the same terms and with nothing in it.
fn again(source: &Purchase, ask: &Ask<'_>) -> NewOrder {
    NewOrder {
        buyer_id: source.buyer_id,
        terms: Terms {
            paymentplan_id: source.paymentplan_id.clone(),
            currency: source.currency.clone(),
            first_amount: 0,
            other_amounts: 0,
            number_of_installments: source.number_of_installments,
            first_billing_interval: source.first_billing_interval.clone(),
            other_billing_intervals: source.other_billing_intervals.clone(),
        },
        lines: Vec::new(),
        pay_method: source.pay_method.clone(),
        affiliate: None,
        voucher_code: String::new(),
        tracking: match ask.group("tracking") {
            Value::Map(fields) => Value::Map(fields.clone()).without("affiliate"),
            _ => Value::Map(Vec::new()),
        },
        order_type: "regular",
        upgraded_from: None,
        upgrade_type: String::new(),
        force_rebilling: source.force_rebilling,
        failing: 0,
    }
}

/// How the charge of a new order went.
fn charged(account: &Account, ask: &Ask<'_>, at: i64) -> Outcome {
    let purchase = existing(account.purchases.get(at), "")?;
    let paid: i64 = account.transactions.of(purchase).map(|row| row.amount).sum();
    let is_paid = purchase.payments > 0;
    let (payment, billing) = (if is_paid { "completed" } else { "refused" }, purchase.billing_status.as_str());
    let open = if is_paid { 0 } else { purchase.first_amount() };
    Ok(record! {
        created_purchase_id: purchase.id.as_str(), payment_status: payment,
        payment_status_msg: label(payment, ask.german), billing_status: billing,
        billing_status_msg: label(billing, ask.german),
        pay_url: if is_paid { String::new() } else { pay_url(purchase) }, paid_amount: text(paid),
        open_amount: text(open), currency: purchase.currency.as_str(),
    })
}

fn pay_url(purchase: &Purchase) -> String {
    format!("https://www.checkout-ds24.com/renew/{}/ExAmPlE1", purchase.id)
}

/// Collects the next payment of an order before it is due, on whatever plan.
fn rebilling_payment(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    admit(account, ask)?;
    let id = ask.text("purchase_id");
    let at = position(account, id)?;
    let can_pay = account.purchases.get(at).is_some_and(|found| found.is_recurring() && found.is_active());
    let (status, message) = match can_pay.then(|| account.collect(at)) {
        Some(true) => ("completed", ""),
        Some(false) => ("refused", ask.say(CARD_DECLINED)),
        None => ("error", ask.say(NOTHING_TO_CHARGE)),
    };
    let purchase = existing(account.purchases.get(at), id)?;
    Ok(record! {
        purchase_id: id, payment_status: status, payment_message: message,
        billing_status: purchase.billing_status.as_str(),
        payment_data_update_url: if status == "refused" { pay_url(purchase) } else { String::new() },
    })
}

/// Puts a new order in the place of one or more: an upgrade at once, a downgrade with the next period.
fn upgrade(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    admit(account, ask)?;
    let (id, authkey) = ask.text("upgrade_id").split_once('-').unwrap_or((ask.text("upgrade_id"), ""));
    let upgrade = account.upgrades.find("id", id).filter(|row| authkey.is_empty() || row.text("authkey") == authkey);
    let upgrade = existing(upgrade, ask.text("upgrade_id"))?.clone();
    let mut old = Vec::new();
    let mut kind = "upgrade";
    for id in parts(ask.text("purchase_ids")) {
        let at = position(account, id)?;
        let found = existing(account.purchases.get(at), id)?;
        let found_kind = kind_for(&upgrade, found);
        let is_same_buyer =
            old.first().and_then(|at| account.purchases.get(*at)).is_none_or(|first| first.buyer_id == found.buyer_id);
        if found_kind.is_empty() || !is_same_buyer {
            return Err(Refusal::argument(NO_SUCH_UPGRADE, id));
        }
        if old.is_empty() {
            kind = found_kind;
        }
        old.push(at);
    }
    let source = *existing(old.first(), "purchase_ids")?;
    let found = existing(account.purchases.get(source), "purchase_ids")?;
    let product = upgrade.text("to_product_id");
    let mut terms = new_terms(account, ask, product)?;
    let quantity = quantity_for(ask, product);
    let starts_at = found.next_payment_at.filter(|_| kind == "downgrade");
    let credit: i64 = match starts_at {
        Some(_) => 0,
        None => old.iter().filter_map(|at| account.purchases.get(*at)).map(|found| account.credit_of(found)).sum(),
    };
    terms.currency = found.currency.clone();
    let price = terms.first_amount * quantity;
    let used = credit.min(price);
    let lines = vec![(product.to_owned(), quantity, price - used, terms.other_amounts * quantity)];
    let order = NewOrder {
        terms,
        lines,
        order_type: "upgrade",
        upgraded_from: Some(found.id.clone()),
        upgrade_type: kind.to_owned(),
        affiliate: found.affiliate.clone(),
        tracking: found.tracking.clone(),
        ..again(found, ask)
    };
    let made = match starts_at {
        Some(moment) => {
            let made = account.place(order);
            account.begin_at(made, moment);
            made
        }
        None => account.charge(source, order, None),
    };
    let is_done = starts_at.is_some() || account.purchases.get(made).is_some_and(|made| made.payments > 0);
    if is_done {
        old.iter().for_each(|at| account.end_upgraded(*at));
    }
    account.mail("upgrade", made);
    let (old, made) = (existing(account.purchases.get(source), "")?, existing(account.purchases.get(made), "")?);
    let next = made.next_payment_at.map(|at| day_of(&wall(at)).to_owned()).unwrap_or_default();
    let next_amount = if made.payments == 0 { made.first_amount() } else { made.other_amounts() };
    let paid: i64 = account.transactions.of(made).map(|row| row.amount).sum();
    Ok(record! {
        new_purchase: record! {
            id: made.id.as_str(), billing_status: made.billing_status.as_str(), paid_amount: Amount::cents(paid),
            next_amount: Amount::cents(if next.is_empty() { 0 } else { next_amount }), next_payment_at: next,
            currency: made.currency.as_str(),
        },
        upgrade_info: record! {
            upgrade_type: kind, upgrade_amount_left: Amount::cents(credit - used),
            upgrade_amount_total: Amount::cents(used), upgraded_purchase_id: old.id.as_str(),
        },
    })
}

/// The payment plan that is named by its number or by its position, else the first one.
fn new_terms(account: &Account, ask: &Ask<'_>, product: &str) -> Result<Terms, Refusal> {
    let wanted = ask.text("payment_plan_id");
    let plans = account.plans.with("product_id", product).filter(|plan| plan.text("is_active") == "Y");
    let plans: Vec<&Value> = plans.collect();
    let by_position = || plans.get(wanted.parse::<usize>().unwrap_or(1).checked_sub(1)?);
    let found = plans.iter().find(|plan| plan.text("id") == wanted).or_else(by_position);
    found.map(|plan| Terms::of(plan)).ok_or_else(|| Refusal::argument(BAD_ARGUMENT, "payment_plan_id"))
}

/// How many pieces: by position, of which there is one, or by product.
fn quantity_for(ask: &Ask<'_>, product: &str) -> i64 {
    let given = ["1", product].into_iter().map(|key| ask.group("quantities").text(key)).find(|text| !text.is_empty());
    given.and_then(|text| text.parse().ok()).unwrap_or(1).max(1)
}

/// Puts an order with these add-ons in the place of one with others. What is added is paid now, the rest when it was due.
fn change_addons(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    admit(account, ask)?;
    let id = ask.text("purchase_id");
    let source = position(account, id)?;
    let found = existing(account.purchases.get(source), id)?;
    if found.number_of_installments != 0 || found.billing_status != BillingStatus::Paying {
        return Err(Refusal::argument(NOT_CHARGEABLE, id));
    }
    let Some((main, before)) = found.items.split_first() else { return Err(Refusal::not_found(id)) };
    let mut lines = vec![(main.product_id.clone(), main.quantity, 0, main.other_amounts)];
    if let Value::List(addons) = ask.group("addons") {
        for addon in addons {
            let product = addon.text("product_id");
            check_products(account, product)?;
            let quantity: i64 = addon.text("quantity").parse().unwrap_or(1);
            let price = match addon.text("amount") {
                "" => account.terms_of(product, "", "", &mut Vec::new()).map_or(0, |terms| terms.other_amounts),
                amount => cents(amount),
            };
            if price == 0 {
                // Only what recurs can be added.
                return Err(Refusal::argument(BAD_ARGUMENT, "addons"));
            }
            let had: i64 = before.iter().filter(|item| item.product_id == product).map(|item| item.quantity).sum();
            lines.push((product.to_owned(), quantity, price * (quantity - had).max(0), price * quantity));
        }
    }
    let affiliate = match ask.group("tracking").text("affiliate") {
        "" => found.affiliate.clone(),
        name => {
            let mut problems = Vec::new();
            let deal = account.deal(name, &main.product_id, &mut problems);
            if let Some(problem) = problems.first() {
                return Err(refused(problem, ask));
            }
            deal
        }
    };
    let order = NewOrder {
        lines,
        affiliate,
        order_type: "upgrade",
        upgraded_from: Some(found.id.clone()),
        upgrade_type: "package_change".to_owned(),
        ..again(found, ask)
    };
    let due = found.next_payment_at;
    let made = account.charge(source, order, due);
    charged(account, ask, made)
}
