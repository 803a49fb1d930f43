//! Discount codes.

use super::super::account::voucher;
use super::super::reply::{Outcome, Refusal};
use super::super::store::Account;
use super::super::words::{BAD_ARGUMENT, CODE_TAKEN};
use super::products::check_products;
use super::{Ask, Rules, existing, flag};
use crate::Value;

pub(super) const RULES: Rules = &[
    ("createVoucher", create),
    ("getVoucher", get),
    ("listVouchers", list),
    ("updateVoucher", update),
    ("deleteVoucher", delete),
];

fn create(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let code = ask.group("data").text("code");
    let given = given(account, ask, "")?;
    let number = account.vouchers.number();
    let mut voucher = voucher(&number.to_string(), code);
    voucher.take_over(&given);
    account.vouchers.add(voucher);
    Ok(record! { discount_code_id: number, code: code })
}

/// The properties as a record holds them: moments resolved, nothing for an empty one. `valid_from` is not kept, as no
/// documented answer has it.
fn given(account: &Account, ask: &Ask<'_>, own_id: &str) -> Result<Value, Refusal> {
    let mut given = ask.group("data").clone();
    let code = given.text("code");
    if account.vouchers.find("code", code).is_some_and(|other| other.text("id") != own_id) {
        return Err(Refusal::argument(CODE_TAKEN, code));
    }
    check_products(account, given.text("product_ids"))?;
    if let Some(text) = given.get("expires_at").and_then(Value::as_str) {
        let moment = match text {
            "" => Value::Null,
            text => match account.clock.moment(text) {
                Some(moment) => Value::Text(moment),
                None => return Err(Refusal::argument(BAD_ARGUMENT, "data[expires_at]")),
            },
        };
        given.set("expires_at", moment);
    }
    Ok(given)
}

/// The number of the discount code that an argument names by its code or its number.
fn id_of(account: &Account, ask: &Ask<'_>) -> Result<String, Refusal> {
    let code = ask.text("code");
    let found = account.vouchers.find("code", code).or_else(|| account.vouchers.find("id", code));
    existing(found, code).map(|voucher| voucher.text("id").to_owned())
}

fn get(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = id_of(account, ask)?;
    Ok(record! { coupon: existing(account.vouchers.find("id", &id), &id)?.clone() })
}

fn list(account: &mut Account, _: &Ask<'_>) -> Outcome {
    Ok(record! { coupons: account.vouchers.rows().to_vec(), are_returned_data_public: "N" })
}

fn update(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = id_of(account, ask)?;
    let given = given(account, ask, &id)?;
    let voucher = existing(account.vouchers.change("id", &id), &id)?;
    let modified = voucher.take_over(&given);
    let number: i64 = id.parse().unwrap_or_default();
    Ok(record! { discount_code_id: number, code: voucher.text("code"), modified: flag(modified) })
}

fn delete(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let id = id_of(account, ask)?;
    let modified = account.vouchers.keep(|voucher| voucher.text("id") != id);
    Ok(ask.modified(modified))
}
