//! Discount codes to be made or changed, without contradictions.

use super::code::{is_currency, product_id};
use super::when::{Span, has_offset, without_fraction};
use super::words::DraftNote;
use crate::catalogue::vouchers::{CreateVoucher, UpdateVoucher, UpgradePolicy, VoucherData, VoucherUpdateData};
use crate::lenient;
use crate::options::{Options, read_all};
use crate::{Amount, Joined, Moment, Problem, Value, Zone};

/// Two times of which only one tells its zone are not compared, unless they are further apart than any zones.
const ANY_ZONE: i64 = 26 * 3600;

/// The properties of a discount code that is to be made or changed. What is left out stays as it is, or as the service has it
/// by default: all products, no limits, all of it for upgrades.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// The numbers of the products, or `all` alone.
    pub product_ids: Option<Vec<String>>,
    /// From when the code applies.
    pub valid_from: Option<Moment>,
    /// When it ceases to apply.
    pub expires_at: Option<Moment>,
    /// Percent off the first or only payment.
    pub first_rate: Option<Amount>,
    /// Percent off follow-up payments.
    pub other_rates: Option<Amount>,
    /// Amount off the first or only payment.
    pub first_amount: Option<Amount>,
    /// Amount off each follow-up payment.
    pub other_amounts: Option<Amount>,
    /// The currency of the amounts.
    pub currency: Option<String>,
    /// Whether the number of uses is limited.
    pub is_count_limited: Option<bool>,
    /// How many uses are left.
    pub count_left: Option<i64>,
    /// What the code is worth for upgrades.
    pub upgrade_policy: Option<UpgradePolicy>,
    /// Whether a rate and an amount may be taken off the same payment. What that comes to is not documented.
    pub rate_and_amount: bool,
}

/// A limit that can be taken from a discount code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Removable {
    /// From when the code applies.
    ValidFrom,
    /// When it ceases to apply.
    ExpiresAt,
}

/// A call that is ready, and what to know about it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Prepared<T> {
    /// The parameters, for [`Client::call`](crate::Client::call).
    pub call: T,
    /// What to know.
    pub notes: Vec<DraftNote>,
}

/// Prepares `createVoucher`.
///
/// # Errors
/// Everything that contradicts itself or makes no sense, with the names that the options have in the bindings.
///
/// ```
/// use digistore24::voucher::{Change, create};
///
/// let autumn = Change { first_rate: Some("20".parse()?), expires_at: Some("2026-12-31 23:59:59".into()), ..Change::default() };
/// let call = create("AUTUMN", &autumn).unwrap().call;
/// assert_eq!(call.data.code, "AUTUMN");
///
/// let wrong = create("AUTUMN", &Change { first_amount: Some("5.00".parse()?), ..Change::default() });
/// assert_eq!(wrong.unwrap_err()[0].path, "currency");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn create(code: &str, change: &Change) -> Result<Prepared<CreateVoucher>, Vec<Problem>> {
    let mut problems = Vec::new();
    check_code("code", code, &mut problems);
    change.check(&mut problems);
    change.check_new(&mut problems);
    if !problems.is_empty() {
        return Err(problems);
    }
    let all = change.clone();
    let data = VoucherData {
        code: code.to_owned(),
        product_ids: all.product_ids.map(Joined::from),
        valid_from: all.valid_from,
        expires_at: all.expires_at,
        first_rate: all.first_rate,
        other_rates: all.other_rates,
        first_amount: all.first_amount,
        other_amounts: all.other_amounts,
        currency: all.currency,
        is_count_limited: all.is_count_limited,
        count_left: all.count_left,
        upgrade_policy: all.upgrade_policy,
    };
    Ok(Prepared { call: CreateVoucher { data }, notes: change.notes(Some(code), true) })
}

/// Prepares `updateVoucher`. `code` is the code or the number of the discount code as it is now, `new_code` what it is to
/// become.
///
/// # Errors
/// Everything that contradicts itself or makes no sense, with the names that the options have in the bindings.
///
/// ```
/// use digistore24::voucher::{Change, Removable, update};
///
/// let call = update("AUTUMN", None, &Change::default(), &[Removable::ExpiresAt]).unwrap().call;
/// assert_eq!(call.data.expires_at, Some("".into()));
/// ```
pub fn update(
    code: &str,
    new_code: Option<&str>,
    change: &Change,
    remove: &[Removable],
) -> Result<Prepared<UpdateVoucher>, Vec<Problem>> {
    let mut problems = Vec::new();
    check_code("code", code, &mut problems);
    if let Some(new_code) = new_code {
        check_code("new_code", new_code, &mut problems);
    }
    change.check(&mut problems);
    for (limit, is_set, name) in [
        (Removable::ValidFrom, change.valid_from.is_some(), "valid_from"),
        (Removable::ExpiresAt, change.expires_at.is_some(), "expires_at"),
    ] {
        if is_set && remove.contains(&limit) {
            problems.push(Problem::new("remove", format!("takes away `{name}`, which is given too; do one of them")));
        }
    }
    let changes = *change != Change { rate_and_amount: change.rate_and_amount, ..Change::default() };
    if !changes && new_code.is_none() && remove.is_empty() {
        problems.push(Problem::new("", "nothing to change; give what is to be different"));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let all = change.clone();
    let removed = |limit| remove.contains(&limit).then(|| Moment::from(""));
    let data = VoucherUpdateData {
        code: new_code.map(str::to_owned),
        product_ids: all.product_ids.map(Joined::from),
        valid_from: all.valid_from.or_else(|| removed(Removable::ValidFrom)),
        expires_at: all.expires_at.or_else(|| removed(Removable::ExpiresAt)),
        first_rate: all.first_rate,
        other_rates: all.other_rates,
        first_amount: all.first_amount,
        other_amounts: all.other_amounts,
        currency: all.currency,
        is_count_limited: all.is_count_limited,
        count_left: all.count_left,
        upgrade_policy: all.upgrade_policy,
    };
    Ok(Prepared { call: UpdateVoucher { code: code.to_owned(), data }, notes: change.notes(new_code, false) })
}

/// [`create`] from options by name: `code`, and the fields of [`Change`]. Product numbers are a list, or a text with commas.
///
/// # Errors
/// Everything that is wrong with them.
pub fn create_of(options: &Value) -> Result<Prepared<CreateVoucher>, Vec<Problem>> {
    read_all(options, |options| {
        options.require("code", "what buyers type in");
        let code = code(options, "code");
        let mut change = Change::read(options);
        // What was given and is wrong is not missing.
        let unread = |(name, off): (&str, Option<Amount>)| options.given(name) && off.is_none();
        if change.rates().into_iter().chain(change.amounts()).any(unread) && change.takes_nothing() {
            change.first_rate = Amount::new(1, 0);
        }
        let prepared = create(code.as_deref().unwrap_or("a"), &change);
        options.took(prepared)
    })
}

/// [`update`] from options by name: `code`, `new_code`, the fields of [`Change`], and `remove`, a list of `valid_from` and
/// `expires_at`.
///
/// # Errors
/// Everything that is wrong with them.
pub fn update_of(options: &Value) -> Result<Prepared<UpdateVoucher>, Vec<Problem>> {
    read_all(options, |options| {
        options.require("code", "the code or the number of the discount code to change");
        let code_now = code(options, "code");
        let new_code = code(options, "new_code");
        let change = Change::read(options);
        let mut remove = Vec::new();
        for (at, limit) in options.list("remove").iter().enumerate() {
            match limit.as_str() {
                Some("valid_from") => remove.push(Removable::ValidFrom),
                Some("expires_at") => remove.push(Removable::ExpiresAt),
                _ => {
                    let got = limit.in_words();
                    options.wrong(&format!("remove[{at}]"), format!("expected valid_from or expires_at, got {got}"));
                }
            }
        }
        // What was given and is wrong is not missing.
        if !options.problems.is_empty() && change == Change::default() && new_code.is_none() && remove.is_empty() {
            return None;
        }
        let prepared = update(code_now.as_deref().unwrap_or("a"), new_code.as_deref(), &change, &remove);
        options.took(prepared)
    })
}

/// A code, which may be a number.
fn code(options: &mut Options<'_, '_>, name: &'static str) -> Option<String> {
    let value = options.value(name)?;
    let code = lenient::verbatim(value).filter(|_| matches!(value, Value::Text(_) | Value::Integer(_)));
    if code.is_none() {
        options.wrong(name, format!("expected a code, got {}", value.in_words()));
    }
    code
}

/// Which characters the service takes is not documented; these it cannot take in an order form.
fn check_code(name: &str, code: &str, problems: &mut Vec<Problem>) {
    let mut wrong = |message: &str| problems.push(Problem::new(name, message));
    if code.trim().is_empty() {
        wrong("is empty; what buyers type in");
    } else if code.trim() != code {
        wrong("begins or ends with a blank, which nobody sees and types in");
    }
    if code.chars().any(char::is_control) {
        wrong("has a control character, which nobody can type in");
    }
}

impl Change {
    fn read(options: &mut Options<'_, '_>) -> Change {
        let moment = |options: &mut Options<'_, '_>, name| {
            let value = options.value(name)?;
            let text = lenient::time(value).filter(|text| !text.is_empty());
            if text.is_none() {
                let got = value.in_words();
                options.wrong(name, format!("expected a moment such as 2026-12-31 23:59:59, got {got}"));
            }
            // The service takes whole seconds.
            text.map(|text| Moment::from(without_fraction(&text)))
        };
        let policies = [UpgradePolicy::Valid, UpgradePolicy::OtherOnly, UpgradePolicy::NotValid];
        let policies: Vec<_> = policies.iter().map(|policy| (policy.as_str(), policy)).collect();
        let product_ids = match options.value("product_ids") {
            None => None,
            Some(Value::List(items)) => {
                // What is neither text nor number is no product number either, and refused as such.
                Some(items.iter().map(|item| lenient::text(item).unwrap_or_else(|| item.in_words())).collect())
            }
            Some(value) => {
                let text = lenient::text(value).unwrap_or_else(|| value.in_words());
                Some(text.split(',').map(|id| id.trim_ascii().to_owned()).collect())
            }
        };
        Change {
            product_ids,
            valid_from: moment(options, "valid_from"),
            expires_at: moment(options, "expires_at"),
            first_rate: options.amount("first_rate"),
            other_rates: options.amount("other_rates"),
            first_amount: options.amount("first_amount"),
            other_amounts: options.amount("other_amounts"),
            currency: options.text("currency").map(str::to_owned),
            is_count_limited: options.flag("is_count_limited"),
            count_left: options.whole("count_left", 0, i64::MAX),
            upgrade_policy: options.word("upgrade_policy", &policies).cloned(),
            rate_and_amount: options.flag("rate_and_amount").unwrap_or_default(),
        }
    }

    fn rates(&self) -> [(&'static str, Option<Amount>); 2] {
        [("first_rate", self.first_rate), ("other_rates", self.other_rates)]
    }

    fn amounts(&self) -> [(&'static str, Option<Amount>); 2] {
        [("first_amount", self.first_amount), ("other_amounts", self.other_amounts)]
    }

    fn takes_amounts(&self) -> bool {
        self.amounts().iter().any(|(_, amount)| is_some_off(*amount))
    }

    fn takes_nothing(&self) -> bool {
        !self.rates().into_iter().chain(self.amounts()).any(|(_, off)| is_some_off(off))
    }

    /// What is wrong, whether the code is new or not.
    fn check(&self, problems: &mut Vec<Problem>) {
        let mut wrong = |name: &str, message: &str| problems.push(Problem::new(name, message));
        if let Some(ids) = &self.product_ids {
            let is_all = matches!(ids.as_slice(), [one] if one == "all");
            if ids.is_empty() {
                wrong(
                    "product_ids",
                    "is empty; what the service makes of that is not documented, so say all or name some",
                );
            } else if !is_all && ids.iter().any(|id| id == "all") {
                wrong("product_ids", "names all beside other products; say one of them");
            } else if !is_all && ids.iter().any(|id| product_id(id).is_none()) {
                wrong("product_ids", "expected all, or numbers of products");
            }
        }
        for (name, rate) in self.rates() {
            let is_percent = |rate: &Amount| !rate.is_negative() && *rate <= Amount::cents(10_000);
            if rate.is_some_and(|rate| !is_percent(&rate)) {
                wrong(name, "expected percent from 0 to 100");
            } else if rate.is_some_and(|rate| rate.decimals() > 4) {
                wrong(name, "has more than four decimals");
            }
        }
        for (name, amount) in self.amounts() {
            if amount.is_some_and(Amount::is_negative) {
                wrong(name, "is below zero; a discount is what is taken off");
            } else if amount.is_some_and(|amount| amount.minor_units(2).is_err()) {
                wrong(name, "has more than two decimals; round it first");
            }
        }
        for (rate, amount, name) in [
            (self.first_rate, self.first_amount, "first_amount"),
            (self.other_rates, self.other_amounts, "other_amounts"),
        ] {
            if is_some_off(rate) && is_some_off(amount) && !self.rate_and_amount {
                wrong(
                    name,
                    "stands beside a rate for the same payment, and what both come to is not documented; give one of \
                     them, or say `rate_and_amount`",
                );
            }
        }
        if self.currency.as_deref().is_some_and(|currency| !is_currency(currency)) {
            wrong("currency", "expected three capital letters such as EUR");
        }
        if self.count_left.is_some_and(|left| left < 0) {
            wrong("count_left", "expected a whole number from 0");
        }
        if self.count_left.is_some() && self.is_count_limited == Some(false) {
            wrong("count_left", "stands beside `is_count_limited` false, which makes it meaningless; give one of them");
        }
        self.check_window(problems);
    }

    fn check_window(&self, problems: &mut Vec<Problem>) {
        let before = problems.len();
        for (name, moment) in [("valid_from", &self.valid_from), ("expires_at", &self.expires_at)] {
            if let Some(Err(wrong)) = moment.as_ref().map(|moment| Moment::check(moment.as_str())) {
                problems.push(Problem::new(name, wrong.to_string().replace('`', "")));
            }
        }
        let (Some(from), Some(end), true) = (&self.valid_from, &self.expires_at, problems.len() == before) else {
            return;
        };
        let never = "is not after `valid_from`, so the code would never apply";
        if let (Some((starts, unit)), Some((ends, other))) = (step(from.as_str()), step(end.as_str()))
            && (unit == other || starts == 0 || ends == 0)
            && starts >= ends
        {
            problems.push(Problem::new("expires_at", never));
        }
        let read = |moment: &Moment| Span::read(moment.as_str(), Zone::Fixed(0));
        if let (Some(starts), Some(ends)) = (read(from), read(end)) {
            let is_one_clock = has_offset(from.as_str()) == has_offset(end.as_str());
            let margin = if is_one_clock { 0 } else { ANY_ZONE };
            if starts.first >= ends.last.saturating_add(margin) {
                problems.push(Problem::new("expires_at", never));
            }
        }
    }

    /// What is wrong with a new code.
    fn check_new(&self, problems: &mut Vec<Problem>) {
        let mut missing = |name: &str, message: &str| {
            if problems.iter().all(|problem| problem.path != name) {
                problems.push(Problem::new(name, message));
            }
        };
        if self.takes_nothing() {
            missing(
                "first_rate",
                "nothing is taken off; give one of `first_rate`, `first_amount`, `other_rates` and `other_amounts`",
            );
        }
        if self.takes_amounts() && self.currency.is_none() {
            missing("currency", "is missing; three letters such as EUR, for the amounts");
        }
        match (self.is_count_limited, self.count_left) {
            (Some(true), None) => missing("count_left", "is missing; how often the limited code may be used"),
            (None, Some(_)) => missing("is_count_limited", "is missing; `count_left` counts only where it is true"),
            (_, Some(0)) => missing("count_left", "is 0, so the code could never be used"),
            _ => {}
        }
    }

    fn notes(&self, code: Option<&str>, is_new: bool) -> Vec<DraftNote> {
        let is_digits = |code: &str| code.bytes().all(|byte| byte.is_ascii_digit());
        let is_both = |rate, amount| is_some_off(rate) && is_some_off(amount);
        let is_placed = |moment: &Option<Moment>| {
            moment.as_ref().is_some_and(|moment| {
                Span::read(moment.as_str(), Zone::Fixed(0)).is_some() && !has_offset(moment.as_str())
            })
        };
        let no_others = !is_some_off(self.other_rates) && !is_some_off(self.other_amounts);
        let all = [
            (code.is_some_and(is_digits), DraftNote::DigitsOnly),
            (is_new && self.currency.is_some() && !self.takes_amounts(), DraftNote::CurrencyUnused),
            (!is_new && self.is_count_limited == Some(true) && self.count_left.is_none(), DraftNote::CountKept),
            (!is_new && self.currency.is_none() && self.takes_amounts(), DraftNote::CurrencyKept),
            (
                is_both(self.first_rate, self.first_amount) || is_both(self.other_rates, self.other_amounts),
                DraftNote::RateAndAmount,
            ),
            (self.rates().iter().any(|(_, rate)| *rate == Some(Amount::cents(10_000))), DraftNote::FullDiscount),
            (
                is_new && self.upgrade_policy == Some(UpgradePolicy::OtherOnly) && no_others,
                DraftNote::NothingForUpgrades,
            ),
            (self.count_left == Some(0), DraftNote::UsedUpAtOnce),
            (is_placed(&self.valid_from) || is_placed(&self.expires_at), DraftNote::ZoneUnknown),
        ];
        all.into_iter().filter(|(holds, _)| *holds).map(|(_, note)| note).collect()
    }
}

/// How many of which unit a step such as `-3d` is from now.
fn step(text: &str) -> Option<(i64, char)> {
    if text == "now" {
        return Some((0, 'd'));
    }
    let unit = text.chars().last().filter(char::is_ascii_alphabetic)?;
    Some((text.strip_suffix(unit)?.parse().ok()?, unit))
}

fn is_some_off(off: Option<Amount>) -> bool {
    off.is_some_and(|off| !off.is_zero())
}
