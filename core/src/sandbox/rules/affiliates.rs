//! Affiliates: what they may promote and for how much, whom they brought, and who brought them.

use super::super::account::{USER_ID, USER_NAME};
use super::super::assumptions::{NEW_AFFILIATION, REFERRAL_COMMISSION};
use super::super::reply::{Outcome, Refusal};
use super::super::store::Account;
use super::super::tables::is_currency;
use super::super::words::{BAD_ARGUMENT, UNKNOWN_AFFILIATE, label};
use super::super::{assumptions::NOT_FOUND, likely::blank};
use super::products::{check_products, visible};
use super::{Ask, Rules, flag, parts};
use crate::catalogue::affiliates::GetAffiliateForEmailAnswer;
use crate::{Amount, Value};

pub(super) const RULES: Rules = &[
    ("getAffiliateCommission", commission),
    ("updateAffiliateCommission", update),
    ("validateAffiliate", validate),
    ("getAffiliateForEmail", for_email),
    ("setAffiliateForEmail", bind),
    ("getReferringAffiliate", referrer),
    ("setReferringAffiliate", refer),
];

/// On what terms an affiliate promotes a product.
#[derive(Debug)]
pub(in crate::sandbox) struct AffiliateTerms {
    pub(in crate::sandbox) approved: bool,
    /// Percent.
    pub(in crate::sandbox) rate: Amount,
    pub(in crate::sandbox) fixed: Amount,
    /// Currency of the fixed commission.
    pub(in crate::sandbox) currency: String,
    pub(in crate::sandbox) first_payment_only: bool,
}

/// The terms of an affiliate for a product: those of the affiliation, else those of the product, which no affiliation
/// approves. `None` if there is no such affiliate.
pub(in crate::sandbox) fn terms(account: &Account, affiliate_name: &str, product_id: &str) -> Option<AffiliateTerms> {
    let affiliate = account.affiliates.find("name", affiliate_name)?;
    let affiliation = affiliation(account, affiliate, product_id).unwrap_or(&Value::Null);
    let product = account.products.find("id", product_id).unwrap_or(&Value::Null);
    Some(AffiliateTerms::of(affiliation, product))
}

impl AffiliateTerms {
    fn of(affiliation: &Value, product: &Value) -> AffiliateTerms {
        let own = ["commission_rate", "commission_fix", "commission_currency"];
        let default = ["affiliate_commission", "affiliate_commission_fix", "affiliate_commission_cur"];
        // The vendor enters a rate or a fixed amount, so one of them is agreed for both.
        let is_agreed = own.iter().take(2).any(|name| !affiliation.text(name).is_empty());
        let (row, [rate, fixed, currency]) = if is_agreed { (affiliation, own) } else { (product, default) };
        let amount = |name: &str| Amount::parse(row.text(name)).unwrap_or_default();
        AffiliateTerms {
            approved: affiliation.text("approval_status") == "approved",
            rate: amount(rate),
            fixed: amount(fixed),
            currency: if row.text(currency).is_empty() { "EUR" } else { row.text(currency) }.to_owned(),
            first_payment_only: affiliation.text("is_on_first_pmnt_only") == "Y",
        }
    }
}

/// An amount with at least two decimals, as rows of the service have them.
fn decimal(amount: Amount) -> String {
    let digits = amount.decimals().max(2);
    amount.minor_units(digits).ok().and_then(|minor| Amount::new(minor, digits)).unwrap_or(amount).to_string()
}

/// What was agreed with an affiliate about a product, or about all products.
fn affiliation<'a>(account: &'a Account, affiliate: &'a Value, product_id: &str) -> Option<&'a Value> {
    let of = |id: &str| {
        account.affiliations.with("affiliate_id", affiliate.text("id")).find(|row| row.text("product_id") == id)
    };
    of(product_id).or_else(|| of("all"))
}

/// An affiliate by number, Digistore24 name or e-mail address.
fn find<'a>(account: &'a Account, text: &str) -> Result<&'a Value, Refusal> {
    let found = ["id", "name", "email"].iter().find_map(|field| account.affiliates.find(field, text));
    found.ok_or_else(|| unknown(text))
}

/// Seen with this code and the name in the text.
pub(super) fn unknown(affiliate: &str) -> Refusal {
    Refusal::new(NOT_FOUND, UNKNOWN_AFFILIATE, affiliate)
}

fn commission(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let affiliate = find(account, ask.text("affiliate_id"))?;
    let wanted = ask.text("product_ids");
    check_products(account, wanted)?;
    let is_wanted = |id: &str| parts(wanted).any(|part| part == "all" || part == id);
    let products = account.products.with("is_deleted", "N").filter(|product| is_wanted(product.text("id")));
    let rows: Vec<Value> = products.filter_map(|product| row(account, ask, affiliate, product)).collect();
    Ok(record! { affiliate_id: affiliate.text("id"), affiliate_name: affiliate.text("name"), affiliations: rows })
}

/// The terms for one product, if the affiliate has an affiliation for it.
fn row(account: &Account, ask: &Ask<'_>, affiliate: &Value, product: &Value) -> Option<Value> {
    let affiliation = affiliation(account, affiliate, product.text("id"))?;
    let (terms, default) = (AffiliateTerms::of(affiliation, product), AffiliateTerms::of(&Value::Null, product));
    let status = affiliation.text("approval_status");
    Some(record! {
        product_id: product.text("id"), product_is_active: product.text("is_active"), approval_status: status,
        approval_status_msg: label(status, ask.german), commission_rate: decimal(terms.rate),
        commission_fix: decimal(terms.fixed), commission_currency: terms.currency,
        default_commission_rate: decimal(default.rate), default_commission_fix: decimal(default.fixed),
        default_commission_currency: default.currency,
        // Never `N`.
        is_on_first_pmnt_only: if terms.first_payment_only { "Y" } else { "" },
    })
}

fn update(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let affiliate = find(account, ask.text("affiliate_id"))?.clone();
    let wanted = ask.text("product_ids");
    check_products(account, wanted)?;
    let data = ask.group("data");
    let currency = data.text("commission_currency");
    if !currency.is_empty() && !is_currency(currency) {
        return Err(Refusal::argument(BAD_ARGUMENT, "data[commission_currency]"));
    }
    let mut products: Vec<String> = parts(wanted).map(str::to_owned).collect();
    if parts(wanted).any(|part| part == "all") {
        // What holds for all products replaces what was agreed about one of them.
        let own = account.affiliations.with("affiliate_id", affiliate.text("id"));
        products.extend(own.map(|row| row.text("product_id").to_owned()));
    }
    let mut modified = false;
    for product in products {
        modified |= agree(account, &affiliate, &product, data);
    }
    Ok(ask.modified(modified))
}

/// Changes what was agreed about one product, which begins as what was agreed about all. A partnership that is accepted with
/// it is told.
pub(in crate::sandbox) fn agree(account: &mut Account, affiliate: &Value, product: &str, data: &Value) -> bool {
    let before = affiliation(account, affiliate, product).cloned();
    let is_own = before.as_ref().is_some_and(|row| row.text("product_id") == product);
    let mut row = before.clone().unwrap_or_else(|| {
        record! {
            id: "", affiliate_id: affiliate.text("id"), affiliate_name: affiliate.text("name"), product_id: "",
            commission_rate: "", commission_fix: "", commission_currency: "", approval_status: NEW_AFFILIATION,
            is_on_first_pmnt_only: "",
        }
    });
    if !row.put(data) {
        return false;
    }
    if is_own {
        account.affiliations.keep(|other| other.text("id") != row.text("id"));
    } else {
        row.set("id", account.affiliations.number().to_string());
        row.set("product_id", product);
    }
    let is_approved = |row: &Value| row.text("approval_status") == "approved";
    let is_accepted = is_approved(&row) && !before.as_ref().is_some_and(is_approved);
    account.affiliations.add(row);
    if is_accepted {
        account.partnered(affiliate, product);
    }
    true
}

fn validate(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let name = ask.text("affiliate_name");
    let affiliate = account.affiliates.find("name", name);
    let can_be_sold = |id: &str| visible(account, id).is_some_and(|product| product.text("is_active") == "Y");
    let asked: Vec<&str> = match ask.text("product_ids") {
        "all" => account.products.with("is_deleted", "N").map(|product| product.text("id")).collect(),
        ids => parts(ids).collect(),
    };
    let (valid, invalid): (Vec<&str>, Vec<&str>) = asked.into_iter().partition(|id| can_be_sold(id));
    let status_for = |id: &&str| affiliate.map_or(Standing::NoAffiliation, |who| Standing::of(account, who, id));
    let lowest = valid.iter().map(status_for).min().unwrap_or(Standing::NoValidProducts);
    let invite = format!("https://www.digistore24.com/signup/{}/{USER_NAME}", valid.join(","));
    Ok(record! {
        have_affiliation: flag(lowest == Standing::Approved && invalid.is_empty()),
        affiliation_status: lowest.word(), invalid_affiliate_name: affiliate.is_none(),
        affiliation_status_msg: label(lowest.word(), ask.german),
        invite_url: if valid.is_empty() { String::new() } else { invite },
        valid_product_ids: valid.join(","), invalid_product_ids: invalid.join(","),
    })
}

/// What `validateAffiliate` calls the state of an affiliation, the lowest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    NoValidProducts,
    NoAffiliation,
    WaitForApproval,
    Approved,
}

impl Standing {
    fn of(account: &Account, affiliate: &Value, product_id: &str) -> Standing {
        if terms(account, affiliate.text("name"), product_id).is_some_and(|terms| terms.approved) {
            return Standing::Approved;
        }
        match affiliation(account, affiliate, product_id).map(|row| row.text("approval_status")) {
            Some("new" | "pending") => Standing::WaitForApproval,
            _ => Standing::NoAffiliation,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Standing::NoValidProducts => "no_valid_products",
            Standing::NoAffiliation => "no_affiliation",
            Standing::WaitForApproval => "wait_for_approval",
            Standing::Approved => "approved",
        }
    }
}

/// Empty fields where no affiliate was bound to the address.
fn for_email(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let bound = account.bound_affiliates.find("email", ask.text("email"));
    Ok(bound.map_or_else(|| blank(GetAffiliateForEmailAnswer::SHAPE), |bound| bound.clone().without("email")))
}

fn bind(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let email = ask.text("email");
    let affiliate = account.affiliates.find("name", ask.text("affiliate"));
    let affiliate = affiliate.ok_or_else(|| unknown(ask.text("affiliate")))?;
    let bound = record! {
        email: email, affiliate_name: affiliate.text("name"), affiliate_id: affiliate.text("id"),
        campaignkey: ask.text("campaignkey"), trackingkey: ask.text("trackingkey"), click_id: ask.text("click_id"),
        promoclick_at: account.clock.now(),
    };
    account.bound_affiliates.keep(|other| other.text("email") != email);
    account.bound_affiliates.add(bound);
    Ok(Value::List(Vec::new()))
}

/// Empty fields where nobody referred the affiliate.
fn referrer(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let affiliate = find(account, ask.text("affiliate_id"))?;
    Ok(referral(account, affiliate).unwrap_or_else(|| {
        record! {
            affiliate_id: affiliate.text("id"), affiliate_name: affiliate.text("name"), referrer_id: "",
            referrer_name: "", commission: "", created_at: "", created_by: "",
        }
    }))
}

fn referral(account: &Account, affiliate: &Value) -> Option<Value> {
    account.referrals.find("affiliate_id", affiliate.text("id")).cloned()
}

/// What the one gets who brought the affiliate, in percent of the affiliate's commission.
pub(in crate::sandbox) fn referral_rate(account: &Account, affiliate_name: &str) -> Option<Amount> {
    let commission = account.referrals.find("affiliate_name", affiliate_name)?.text("commission");
    Amount::parse(commission).ok().filter(|rate| !rate.is_zero())
}

fn refer(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let affiliate = find(account, ask.text("affiliate_id"))?;
    let referrer = find(account, ask.text("referrer_id"))?;
    if affiliate == referrer {
        return Err(Refusal::argument(BAD_ARGUMENT, "referrer_id"));
    }
    let before = referral(account, affiliate);
    let kept = before.as_ref().map_or(REFERRAL_COMMISSION, |before| before.text("commission"));
    let after = record! {
        affiliate_id: affiliate.text("id"), affiliate_name: affiliate.text("name"), referrer_id: referrer.text("id"),
        referrer_name: referrer.text("name"), commission: ask.given("commission").unwrap_or(kept),
        created_at: before.as_ref().map_or_else(|| account.clock.now(), |before| before.text("created_at").to_owned()),
        created_by: USER_ID,
    };
    let action = match before {
        None => "create",
        Some(before) if before == after => "none",
        Some(_) => "update",
    };
    account.referrals.keep(|other| other.text("affiliate_id") != after.text("affiliate_id"));
    account.referrals.add(after.clone());
    Ok(after.with("action", action))
}
