//! What the collecting of a key ends in.

use std::fmt;

use super::KeyState;
use crate::key::redacted;
use crate::{Permission, Value};

/// What the collecting of a key ends in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Collected {
    /// How far it has come. Only [`KeyState::Granted`] is a success.
    pub state: KeyState,
    /// The key. It is here wherever the service handed one out, also next to an odd status: it does so once.
    pub granted: Option<Granted>,
    /// The status, as the service worded it last.
    pub status: String,
    /// What the service said about it, in the language of the account.
    pub note: String,
    /// The call that failed last, if one did. Next to a key: the question whose it is.
    pub error: Option<Failed>,
}

/// A key that a user made, and whose it is. Its `Debug` form hides what is secret.
#[derive(Clone, PartialEq, Eq)]
pub struct Granted {
    /// The key.
    pub api_key: String,
    /// The passphrase for notifications, which only some accounts get. No document has it.
    pub thankyou_page_key: Option<String>,
    /// Whose key it is; nobody, where that could not be asked.
    pub user: Option<User>,
}

/// Whose key it is, as `getUserInfo` tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// The number of the account.
    pub id: Option<String>,
    /// The Digistore24 name.
    pub name: Option<String>,
    /// The roles of the account.
    pub roles: Vec<String>,
    /// What the key may do. The field is in no document.
    pub permission: Permission,
}

/// A call that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failed {
    /// The kind of the error, as [`Error::kind`](crate::Error::kind) names it.
    pub kind: String,
    /// The number that the service gave, if any.
    pub code: Option<i64>,
    /// What is said about it, without token, keys and the beginnings of answers, which may hold them.
    pub message: String,
}

impl User {
    /// Reads what `getUserInfo` answers.
    pub(super) fn read(data: &Value) -> User {
        let text = |name: &str| data.get(name).and_then(told);
        let roles = match data.get("granted_roles") {
            Some(Value::List(roles)) => roles.iter().filter_map(told).collect(),
            Some(Value::Text(roles)) => roles.split(',').filter_map(|role| told(&role.into())).collect(),
            _ => Vec::new(),
        };
        let permission = Permission::of(&text("api_key_permissions").unwrap_or_default());
        User { id: text("user_id"), name: text("user_name"), roles, permission }
    }
}

/// A text or a number, unless it is empty.
fn told(value: &Value) -> Option<String> {
    let text = match value {
        Value::Text(text) => text.trim().to_owned(),
        Value::Integer(number) => number.to_string(),
        _ => String::new(),
    };
    Some(text).filter(|text| !text.is_empty())
}

impl fmt::Debug for Granted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let passphrase = self.thankyou_page_key.as_ref().map(|_| "…");
        f.debug_struct("Granted")
            .field("api_key", &redacted(&self.api_key))
            .field("thankyou_page_key", &passphrase)
            .field("user", &self.user)
            .finish()
    }
}

fn or_null<'a, T>(value: &'a Option<T>, into: impl Fn(&'a T) -> Value) -> Value {
    value.as_ref().map_or(Value::Null, into)
}

fn text(text: &str) -> Value {
    text.into()
}

/// As the bindings hand it out: `state` and `text`, `status`, `note`, `error` and `granted`.
impl From<&Collected> for Value {
    fn from(collected: &Collected) -> Value {
        Value::from([
            ("state", collected.state.as_str().into()),
            ("text", collected.state.sentence().into()),
            ("status", text(&collected.status)),
            ("note", text(&collected.note)),
            ("error", or_null(&collected.error, Value::from)),
            ("granted", or_null(&collected.granted, Value::from)),
        ])
    }
}

impl From<Collected> for Value {
    fn from(collected: Collected) -> Value {
        Value::from(&collected)
    }
}

impl From<&Granted> for Value {
    fn from(granted: &Granted) -> Value {
        Value::from([
            ("api_key", text(&granted.api_key)),
            ("thankyou_page_key", or_null(&granted.thankyou_page_key, |key| text(key))),
            ("user", or_null(&granted.user, Value::from)),
        ])
    }
}

impl From<&User> for Value {
    fn from(user: &User) -> Value {
        let permission = match user.permission {
            Permission::Unknown => Value::Null,
            known => known.as_str().into(),
        };
        Value::from([
            ("id", or_null(&user.id, |id| text(id))),
            ("name", or_null(&user.name, |name| text(name))),
            ("roles", Value::List(user.roles.iter().map(|role| text(role)).collect())),
            ("permission", permission),
        ])
    }
}

impl From<&Failed> for Value {
    fn from(failed: &Failed) -> Value {
        Value::from([
            ("kind", text(&failed.kind)),
            ("code", or_null(&failed.code, |code| Value::Integer(*code))),
            ("message", text(&failed.message)),
        ])
    }
}
