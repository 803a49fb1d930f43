//! How what the sandbox remembers becomes JSON and comes back: the rows of a snapshot are the rows of the account.

use crate::wire::json::{push_integer, push_text, push_value};
use crate::{Amount, Value};

/// Something a snapshot holds.
pub(super) trait Kept: Sized {
    /// Appends it as JSON.
    fn save(&self, out: &mut String);

    /// Reads it back; nothing where the value is something else.
    fn load(value: &Value) -> Option<Self>;
}

/// A row: its fields are saved under their own names.
macro_rules! kept {
    ($($(#[$about:meta])* struct $name:ident { $($(#[$doc:meta])* $field:ident: $type:ty,)* })*) => { $(
        $(#[$about])*
        #[derive(Clone, Debug)]
        pub(in crate::sandbox) struct $name { $($(#[$doc])* pub(in crate::sandbox) $field: $type,)* }

        impl $crate::sandbox::kept::Kept for $name {
            fn save(&self, out: &mut String) {
                let mut mark = '{';
                $(
                    out.push(std::mem::replace(&mut mark, ','));
                    out.push_str(concat!("\"", stringify!($field), "\":"));
                    $crate::sandbox::kept::Kept::save(&self.$field, out);
                )*
                out.push('}');
            }

            fn load(value: &$crate::Value) -> Option<$name> {
                Some($name { $($field: $crate::sandbox::kept::load(value, stringify!($field))?,)* })
            }
        }
    )* };
}

/// One of a few words, saved as the word.
macro_rules! kinds {
    ($($(#[$about:meta])* $name:ident { $($variant:ident = $word:literal,)* })*) => { $(
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(in crate::sandbox) enum $name { $($variant,)* }

        impl $name {
            pub(in crate::sandbox) fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word,)* }
            }

            pub(in crate::sandbox) fn of(word: &str) -> Option<$name> {
                match word { $($word => Some($name::$variant),)* _ => None }
            }
        }

        impl $crate::sandbox::kept::Kept for $name {
            fn save(&self, out: &mut String) {
                $crate::wire::json::push_text(self.as_str(), out);
            }

            fn load(value: &$crate::Value) -> Option<$name> {
                $name::of(value.as_str()?)
            }
        }
    )* };
}

/// A field of a row; one that is not there counts as nothing.
pub(super) fn load<T: Kept>(value: &Value, name: &str) -> Option<T> {
    T::load(value.get(name).unwrap_or(&Value::Null))
}

/// The largest number that a row holds, in cents, seconds or as a number of something. A hundred thousand of them can be
/// added up.
const MOST: i64 = 10_000_000_000_000;

impl Kept for i64 {
    fn save(&self, out: &mut String) {
        push_integer(*self, out);
    }

    fn load(value: &Value) -> Option<i64> {
        match value {
            Value::Integer(number) if (-MOST..=MOST).contains(number) => Some(*number),
            _ => None,
        }
    }
}

impl Kept for bool {
    fn save(&self, out: &mut String) {
        out.push_str(if *self { "true" } else { "false" });
    }

    fn load(value: &Value) -> Option<bool> {
        match value {
            Value::Bool(flag) => Some(*flag),
            _ => None,
        }
    }
}

impl Kept for String {
    fn save(&self, out: &mut String) {
        push_text(self, out);
    }

    fn load(value: &Value) -> Option<String> {
        value.as_str().map(str::to_owned)
    }
}

impl Kept for Amount {
    fn save(&self, out: &mut String) {
        push_text(&self.to_string(), out);
    }

    fn load(value: &Value) -> Option<Amount> {
        Amount::parse(value.as_str()?).ok()
    }
}

/// Rows of tables hold texts, numbers, lists and groups.
impl Kept for Value {
    fn save(&self, out: &mut String) {
        push_value(self, out);
    }

    fn load(value: &Value) -> Option<Value> {
        Some(value.clone())
    }
}

impl<T: Kept> Kept for Option<T> {
    fn save(&self, out: &mut String) {
        match self {
            Some(value) => value.save(out),
            None => out.push_str("null"),
        }
    }

    fn load(value: &Value) -> Option<Option<T>> {
        match value {
            Value::Null => Some(None),
            value => T::load(value).map(Some),
        }
    }
}

impl<T: Kept> Kept for Vec<T> {
    fn save(&self, out: &mut String) {
        out.push('[');
        for (at, item) in self.iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            item.save(out);
        }
        out.push(']');
    }

    fn load(value: &Value) -> Option<Vec<T>> {
        match value {
            Value::List(items) => items.iter().map(T::load).collect(),
            _ => None,
        }
    }
}
