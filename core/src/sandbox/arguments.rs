//! Arguments on their way in: checked along the catalogue, brought into the one form the rules work with.

use std::borrow::Cow;

use super::assumptions::{MAY_MIX_FORMS, POSITIONAL};
use super::reply::Refusal;
use super::words::{BAD_ARGUMENT, MISSING_ARGUMENT, MIXED_FORMS, ONLY_HTTPS, UNKNOWN_ARGUMENT};
use crate::time::{check_day, check_month};
use crate::wire::check::COMMON;
use crate::wire::form::nest;
use crate::wire::tidy::yes_or_no;
use crate::wire::{Field, Kind, Limits, NO_LIMITS, Shape, Spec};
use crate::{Amount, Moment, Value};

/// Functions that know about 80 properties (a reader of 2026) where documents list 17. What the catalogue does not know
/// in their `data` passes.
const KNOWS_MORE: &[&str] = &["createProduct", "updateProduct"];

/// The arguments of a call as a tree of texts: flags are `Y` or `N`, amounts have two decimals. The first thing that is
/// wrong is the only one the caller hears of.
pub(super) fn read(spec: &Spec, form: &[(String, String)]) -> Result<Value, Refusal> {
    let root = match nest(&named(spec, form)?) {
        // Fields named 0, 1 and so on: no argument has such a name.
        Value::List(items) => numbered(items),
        root => root,
    };
    let reader = Reader { open_data: KNOWS_MORE.contains(&spec.name) };
    reader.group(spec.arguments, root.fields(), "", spec.open)
}

/// The form with every argument under its name. The vendor's PHP class sends none: `arg1` is the first argument, and
/// `arg3[email]` the field `email` of the third.
fn named<'f>(spec: &Spec, form: &'f [(String, String)]) -> Result<Cow<'f, [(String, String)]>, Refusal> {
    let Some((first, _)) = form.iter().find(|(field, _)| position(field).is_some()) else {
        return Ok(Cow::Borrowed(form));
    };
    let mut named = Vec::new();
    for (field, value) in form {
        let name = match position(field) {
            Some((at, rest)) => match spec.arguments.fields.get(at) {
                Some(argument) => format!("{}{rest}", argument.name),
                None => field.clone(),
            },
            // What accompanies every call. No argument can be meant, not even where a function has one of that name.
            None if accompanies(field) => continue,
            None if MAY_MIX_FORMS => field.clone(),
            None => return Err(Refusal::argument(MIXED_FORMS, format!("{first}, {field}"))),
        };
        named.push((name, value.clone()));
    }
    Ok(Cow::Owned(named))
}

/// Which argument a field carries by position, counted from 0, and what follows in brackets.
fn position(field: &str) -> Option<(usize, &str)> {
    let field = field.strip_prefix(POSITIONAL)?;
    let (digits, rest) = field.split_at(field.find('[').unwrap_or(field.len()));
    let number: usize = digits.parse().ok()?;
    // Neither `arg0` nor `arg01`.
    let at = number.checked_sub(1).filter(|_| digits == number.to_string())?;
    Some((at, rest))
}

/// Whether a field may come with every call, whatever the function.
fn accompanies(field: &str) -> bool {
    COMMON.contains(&field) || field == "ds24ver"
}

struct Reader {
    open_data: bool,
}

impl Reader {
    fn group(&self, shape: &Shape, given: &[(String, Value)], path: &str, open: bool) -> Result<Value, Refusal> {
        let mut read = Vec::new();
        for (name, value) in given {
            let path = join(path, name);
            match shape.fields.iter().find(|field| field.takes(name)) {
                Some(field) => read.push((name.clone(), self.value(field.kind, field.limits, value, &path)?)),
                None if path == *name && accompanies(name) => {}
                None if open || self.open_data && path.starts_with("data[") => read.push((name.clone(), value.clone())),
                None => return Err(Refusal::argument(UNKNOWN_ARGUMENT, path)),
            }
        }
        match shape.fields.iter().find(|field| field.required && is_missing(field, given)) {
            Some(field) => Err(Refusal::argument(MISSING_ARGUMENT, join(path, field.name))),
            None => Ok(Value::Map(read)),
        }
    }

    fn value(&self, kind: Kind, limits: &Limits, value: &Value, path: &str) -> Result<Value, Refusal> {
        let bad = || Refusal::argument(BAD_ARGUMENT, path);
        match (kind, value) {
            (Kind::Any | Kind::OneOrMany(_) | Kind::Loose(_), _) => Ok(value.clone()),
            (Kind::Object(shape), Value::Map(fields)) => self.group(shape, fields, path, false),
            (Kind::List(kind), Value::List(items)) => {
                let read = items
                    .iter()
                    .enumerate()
                    .map(|(at, item)| self.value(*kind, limits, item, &join(path, &at.to_string())));
                read.collect::<Result<_, _>>().map(Value::List)
            }
            // PHP makes no difference between a list with gaps and a map.
            (Kind::List(_), Value::Map(fields)) => {
                let items = fields.iter().map(|(_, value)| value.clone()).collect();
                self.value(kind, limits, &Value::List(items), path)
            }
            (Kind::Map(inner), Value::Map(fields)) => {
                let read = fields
                    .iter()
                    .map(|(name, value)| Ok((name.clone(), self.value(*inner, &NO_LIMITS, value, &join(path, name))?)));
                read.collect::<Result<_, _>>().map(Value::Map)
            }
            (Kind::Map(_), Value::List(items)) => self.value(kind, limits, &numbered(items.clone()), path),
            (_, Value::Text(text)) => scalar(kind, limits, text, path).ok_or_else(bad)?.map(Value::Text),
            _ => Err(bad()),
        }
    }
}

/// A single text; `None` when it is nothing the kind takes.
fn scalar(kind: Kind, limits: &Limits, text: &str, path: &str) -> Option<Result<String, Refusal>> {
    let read = match kind {
        Kind::Text | Kind::PerLanguage => {
            if limits.max_len.is_some_and(|most| text.chars().count() > most) {
                return None;
            }
            if is_address(path) && !is_secure(text) {
                return Some(Err(Refusal::argument(ONLY_HTTPS, "")));
            }
            text.to_owned()
        }
        Kind::Id | Kind::Joined => text.to_owned(),
        Kind::Integer => {
            let number: i64 = text.trim().parse().ok()?;
            let within = limits.min.is_none_or(|least| number >= least) && limits.max.is_none_or(|most| number <= most);
            within.then(|| number.to_string())?
        }
        Kind::Amount => {
            let amount = Amount::parse(text).ok().filter(|amount| amount.decimals() <= limits.digits)?;
            if limits.positive && (amount.is_zero() || amount.is_negative()) {
                return None;
            }
            let digits = amount.decimals().max(2);
            Amount::new(amount.minor_units(digits).ok()?, digits)?.to_string()
        }
        Kind::Flag => if yes_or_no(text)? { "Y" } else { "N" }.to_owned(),
        // Empty clears, as documented for vouchers.
        Kind::Time | Kind::Moment | Kind::Day if text.is_empty() => String::new(),
        Kind::Time | Kind::Moment => Moment::check(text).is_ok().then(|| text.to_owned())?,
        Kind::Day => check_day(text).is_ok().then(|| text.to_owned())?,
        Kind::Month => check_month(text).is_ok().then(|| text.to_owned())?,
        Kind::Choice(choice) => (choice.open || choice.values.contains(&text)).then(|| text.to_owned())?,
        _ => return None,
    };
    Some(Ok(read))
}

fn is_missing(field: &Field, given: &[(String, Value)]) -> bool {
    let value = given.iter().find(|(name, _)| field.takes(name)).map(|(_, value)| value);
    value.is_none_or(|value| value.as_str() == Some(""))
}

/// The place of an argument as the form writes it: `data[name]`.
fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}[{name}]") }
}

pub(super) fn numbered(items: Vec<Value>) -> Value {
    Value::Map(items.into_iter().enumerate().map(|(at, item)| (at.to_string(), item)).collect())
}

/// Whether an argument holds an address that the service or a buyer is going to call.
fn is_address(path: &str) -> bool {
    path.trim_end_matches(']').ends_with("url")
}

/// Whether an address is public https, or nothing.
fn is_secure(address: &str) -> bool {
    if address.is_empty() {
        return true;
    }
    let Some(rest) = address.strip_prefix("https://") else { return false };
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    !host.is_empty() && host != "localhost" && !host.ends_with(".localhost") && !host.starts_with("127.")
}
