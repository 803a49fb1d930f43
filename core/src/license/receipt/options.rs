//! Keys and receipts of options by name, as the bindings hand them over.

use super::{Check, Checked, DAY, Fingerprint, MOST_DAYS, PrivateKey, PublicKey, Receipt, Remark, check};
use crate::license::note::notes;
use crate::license::secret;
use crate::options::{Options, read_all};
use crate::{Problem, Time, Value, Zone};

/// A signed receipt, with what there is to know about it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Signed {
    /// The text for the program.
    pub text: String,
    /// What it says.
    pub receipt: Receipt,
    /// What there is to know.
    pub notes: Vec<Remark>,
}

/// A new pair of keys: option `seed`, 64 hexadecimal digits of the host's randomness.
///
/// # Errors
/// Everything that is wrong with it.
pub fn keys_of(options: &Value) -> Result<PrivateKey, Vec<Problem>> {
    read_all(options, |options| {
        options.require("seed", "32 bytes of randomness as 64 hexadecimal digits");
        let seed = seed(secret(options, "seed")?);
        if seed.is_none() {
            options.wrong("seed", "expected 64 hexadecimal digits");
        }
        seed.map(PrivateKey::from_seed)
    })
}

fn seed(text: &str) -> Option<[u8; 32]> {
    let digits: Option<Vec<u8>> = text.bytes().map(crate::wire::form::hex_digit).collect();
    let bytes: Vec<u8> =
        digits?.chunks_exact(2).map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit)).collect();
    bytes.try_into().ok().filter(|_| text.len() == 64)
}

/// The public key that belongs to the option `private_key`.
///
/// # Errors
/// Everything that is wrong with it.
pub fn public_key_of(options: &Value) -> Result<PublicKey, Vec<Problem>> {
    read_all(options, |options| private_key(options).map(|key| key.public_key()))
}

fn private_key(options: &mut Options<'_, '_>) -> Option<PrivateKey> {
    options.require("private_key", "the vendor's own, which stays on the server");
    match PrivateKey::read(secret(options, "private_key")?) {
        Ok(key) => Some(key),
        Err(error) => {
            options.wrong("private_key", error.to_string());
            None
        }
    }
}

/// Signs a receipt for the result of a check: options `validation` (the result, with the verdict `valid`),
/// `private_key`, `now`, and where wanted `license_key`, `machine`, `valid_days` (30) or `expires_at`, `grace_days`
/// (7).
///
/// # Errors
/// Everything that is wrong with them. A licence that is not `valid` gets no receipt.
pub fn sign_of(options: &Value) -> Result<Signed, Vec<Problem>> {
    read_all(options, |options| {
        let key = private_key(options);
        options.require("now", "the time");
        let now = moment(options, "now");
        let machine = filled(options, "machine");
        let license_key = filled(options, "license_key");
        let grace_days = options.whole("grace_days", 0, MOST_DAYS).unwrap_or(7);
        let valid_days = options.whole("valid_days", 1, MOST_DAYS);
        let expires_at = moment(options, "expires_at");
        if options.given("valid_days") && options.given("expires_at") {
            options.wrong("expires_at", "stands beside `valid_days`; give one of them");
        }
        options.require("validation", "the result of the check with the service");
        let checked = validated(options, license_key);
        let (checked, now) = (checked?, now?);
        let receipt = Receipt {
            machine: machine.map(|machine| Fingerprint::of_machine(&checked.purchase_id, machine)),
            purchase_id: checked.purchase_id,
            product_id: checked.product_id,
            license: checked.license,
            checked_at: now,
            expires_at: expires_at.unwrap_or_else(|| now.saturating_add(valid_days.unwrap_or(30) * DAY)),
            grace_days: u16::try_from(grace_days).unwrap_or_default(),
            paid_until: checked.paid_until,
            billing_status: checked.billing_status,
        };
        let text = receipt.sign(&key?);
        let is_over = receipt.good_until() <= receipt.checked_at;
        let remarks =
            [checked.is_unreadable.then_some(Remark::PaidUntilUnreadable), is_over.then_some(Remark::PaidPeriodOver)];
        let notes = remarks.into_iter().flatten().collect();
        options.took(text.map_err(placed)).map(|text| Signed { text, receipt, notes })
    })
}

/// What is wrong with a receipt, at the options that it comes from.
fn placed(problems: Vec<Problem>) -> Vec<Problem> {
    let placed = problems.into_iter().map(|problem| match problem.path.as_str() {
        "checked_at" => Problem::new("now", problem.message),
        "purchase_id" | "product_id" | "billing_status" => {
            Problem::new(format!("validation.{}", problem.path), problem.message)
        }
        _ => problem,
    });
    placed.collect()
}

/// What of the result of a check goes into a receipt.
struct Validated {
    purchase_id: String,
    product_id: String,
    license: Fingerprint,
    paid_until: Option<Time>,
    /// Whether there is an end of the paid period that is no day of the calendar.
    is_unreadable: bool,
    billing_status: Option<String>,
}

/// Reads the option `validation`. It may have more fields than count here.
fn validated(options: &mut Options<'_, '_>, license_key: Option<&str>) -> Option<Validated> {
    let value = options.value("validation")?;
    let path = format!("{}validation", options.path);
    let fields = &mut Options::new(value, &path, options.problems);
    if !matches!(value, Value::Map(_)) {
        return None;
    }
    match fields.text("verdict") {
        Some("valid") => {}
        Some(other) => {
            let got = crate::value::quoted(other);
            fields.wrong("verdict", format!("a receipt is for a valid licence only, this one is {got}"));
        }
        None if fields.given("verdict") => {}
        None => fields.require("verdict", "the word valid, as the check with the service says"),
    }
    fields.require("purchase_id", "the order id");
    fields.require("product_id", "the number of the product");
    let (purchase_id, product_id) = (id(fields, "purchase_id"), id(fields, "product_id"));
    let stated = fields.text("license");
    let known = stated.and_then(Fingerprint::read);
    let given = license_key.and_then(|key| Some(Fingerprint::of_key(purchase_id.as_deref()?, key)));
    if stated.is_some() && known.is_none() {
        fields.wrong("license", "expected the 22 characters that stand for a licence key");
    } else if known.is_some() && given.is_some() && known != given {
        fields.wrong("license", "stands for another licence key than `license_key`");
    } else if known.is_none() && license_key.is_none() {
        fields.wrong("license", "is missing; hand over the result of the check, or `license_key`");
    }
    let stated_until = match fields.value("paid_until") {
        Some(Value::Map(parts)) => {
            let day = parts.iter().find(|(name, value)| name == "day" && *value != Value::Null);
            Some(day.map_or(Value::Null, |(_, day)| day.clone()))
        }
        other => other.cloned(),
    };
    let paid_until = stated_until.as_ref().and_then(crate::license::Stated::of).and_then(|stated| stated.day);
    Some(Validated {
        is_unreadable: stated_until.is_some() && paid_until.is_none(),
        paid_until,
        billing_status: fields.text("billing_status").map(str::to_owned),
        license: given.or(known)?,
        purchase_id: purchase_id?,
        product_id: product_id?,
    })
}

/// Checks a receipt: options `receipt`, `public_keys`, `product_ids`, `now`, and where known `last_seen`,
/// `tolerance_minutes` (a day), `purchase_id`, `license_key`, `machine`.
///
/// # Errors
/// Everything that is wrong with them. What is wrong with the receipt is no error, but the verdict.
pub fn check_of(options: &Value) -> Result<Checked, Vec<Problem>> {
    read_all(options, |options| {
        options.require("receipt", "the text that the vendor's server signed");
        options.require("now", "the time");
        let text = options.text("receipt");
        let public_keys = public_keys(options);
        let product_ids = ids(options, "product_ids");
        let (now, last_seen) = (moment(options, "now"), moment(options, "last_seen"));
        let tolerance = options.whole("tolerance_minutes", 0, 60 * 24 * MOST_DAYS).unwrap_or(24 * 60);
        let purchase_id = id(options, "purchase_id");
        let (license_key, machine) = (filled(options, "license_key"), filled(options, "machine"));
        let product_ids: Vec<&str> = product_ids.iter().map(String::as_str).collect();
        let asked = Check {
            last_seen,
            tolerance_minutes: u32::try_from(tolerance).unwrap_or_default(),
            purchase_id: purchase_id.as_deref(),
            license_key,
            machine,
            ..Check::new(&public_keys, &product_ids, now?)
        };
        text.map(|text| check(text, &asked))
    })
}

fn public_keys(options: &mut Options<'_, '_>) -> Vec<PublicKey> {
    options.require("public_keys", "the vendor's, one or several");
    let mut keys = Vec::new();
    for (at, value) in one_or_several(options, "public_keys").iter().enumerate() {
        let read = match value {
            Value::Text(text) => PublicKey::read(text).map_err(|error| error.to_string()),
            _ => Err("expected a text".to_owned()),
        };
        match read {
            Ok(key) => keys.push(key),
            Err(message) => options.wrong(&format!("public_keys[{at}]"), message),
        }
    }
    keys
}

fn ids(options: &mut Options<'_, '_>, name: &'static str) -> Vec<String> {
    options.require(name, "the numbers of the products that the program belongs to");
    let mut ids = Vec::new();
    for (at, value) in one_or_several(options, name).iter().enumerate() {
        match value {
            Value::Integer(number) => ids.push(number.to_string()),
            Value::Text(text) if !text.trim().is_empty() => ids.push(text.trim().to_owned()),
            other => options.wrong(&format!("{name}[{at}]"), format!("expected an id, got {}", other.in_words())),
        }
    }
    ids
}

/// One value or a list of at least one.
fn one_or_several<'v>(options: &mut Options<'v, '_>, name: &'static str) -> &'v [Value] {
    match options.value(name) {
        None => &[],
        Some(Value::List(values)) => {
            if values.is_empty() {
                options.wrong(name, "expected at least one");
            }
            values
        }
        Some(one) => std::slice::from_ref(one),
    }
}

fn id(options: &mut Options<'_, '_>, name: &'static str) -> Option<String> {
    match options.value(name)? {
        Value::Integer(number) => Some(number.to_string()),
        Value::Text(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        other => {
            options.wrong(name, format!("expected an id, got {}", other.in_words()));
            None
        }
    }
}

/// A text with something in it: an empty one would bind to every machine that cannot be told.
fn filled<'v>(options: &mut Options<'v, '_>, name: &'static str) -> Option<&'v str> {
    let text = secret(options, name)?;
    if text.trim().is_empty() {
        options.wrong(name, "is empty; leave it out where there is none");
    }
    Some(text)
}

/// A moment as seconds since 1970. Parts of a second are cut off.
fn moment(options: &mut Options<'_, '_>, name: &'static str) -> Option<i64> {
    let value = options.value(name)?;
    let time = match value {
        Value::Time(time) => Some(*time),
        Value::Text(text) => {
            let whole = match text.split_once('.') {
                Some((whole, rest)) => format!("{whole}{}", rest.trim_start_matches(|c: char| c.is_ascii_digit())),
                None => text.clone(),
            };
            Time::read(&whole, Zone::Unknown)
        }
        _ => None,
    };
    // What comes out again, such as `last_seen`, has to be a moment too.
    let seconds = time.and_then(Time::unix_seconds).filter(|seconds| Time::of_unix_seconds(*seconds).is_some());
    if seconds.is_none() {
        let got = value.in_words();
        options.wrong(name, format!("expected a moment with its offset such as 2026-10-05T14:00:00+02:00, got {got}"));
    }
    seconds
}

impl From<&Signed> for Value {
    fn from(signed: &Signed) -> Value {
        let moment = |at: i64| Time::of_unix_seconds(at).into();
        Value::from([
            ("receipt", signed.text.as_str().into()),
            ("checked_at", moment(signed.receipt.checked_at)),
            ("expires_at", moment(signed.receipt.expires_at)),
            ("good_until", moment(signed.receipt.good_until())),
            ("grace_until", moment(signed.receipt.grace_until())),
            ("notes", notes(&signed.notes)),
        ])
    }
}

impl From<&PublicKey> for Value {
    fn from(key: &PublicKey) -> Value {
        Value::from(key.to_string())
    }
}
