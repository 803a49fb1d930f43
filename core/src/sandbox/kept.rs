//! How what the sandbox remembers becomes JSON and comes back: the rows of a snapshot are the rows of the account.

use std::borrow::Cow;

use crate::wire::json::{push_integer, push_text, push_value};
use crate::wire::scan::unescape;
use crate::wire::value;
use crate::{Amount, Value};

/// Something a snapshot holds.
pub(super) trait Kept: Sized {
    /// Appends it as JSON.
    fn save(&self, out: &mut String);

    /// Reads it back from JSON text; nothing where that is something else. Nothing is built but the thing itself, so that a
    /// large account needs no room beside its own.
    fn load(json: &str) -> Option<Self>;
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

            fn load(json: &str) -> Option<$name> {
                let fields = $crate::sandbox::kept::Fields::of(json)?;
                Some($name { $($field: fields.load(stringify!($field))?,)* })
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

            fn load(json: &str) -> Option<$name> {
                $name::of(&$crate::sandbox::kept::text(json)?)
            }
        }
    )* };
}

/// The fields of a row as JSON texts.
pub(super) struct Fields<'j>(Vec<(&'j str, &'j str)>);

impl<'j> Fields<'j> {
    /// The fields of an object.
    pub(super) fn of(json: &'j str) -> Option<Fields<'j>> {
        value::fields(json).map(Fields)
    }

    /// A field; one that is not there counts as nothing.
    pub(super) fn load<T: Kept>(&self, name: &str) -> Option<T> {
        T::load(self.json(name).unwrap_or("null"))
    }

    /// The JSON text of a field.
    pub(super) fn json(&self, name: &str) -> Option<&'j str> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, json)| *json)
    }
}

/// A text.
pub(super) fn text(json: &str) -> Option<Cow<'_, str>> {
    json.strip_prefix('"')?.strip_suffix('"').map(unescape)
}

/// The largest number that a row holds, in cents, seconds or as a number of something. A hundred thousand of them can be
/// added up.
const MOST: i64 = 10_000_000_000_000;

impl Kept for i64 {
    fn save(&self, out: &mut String) {
        push_integer(*self, out);
    }

    fn load(json: &str) -> Option<i64> {
        json.parse().ok().filter(|number| (-MOST..=MOST).contains(number))
    }
}

impl Kept for bool {
    fn save(&self, out: &mut String) {
        out.push_str(if *self { "true" } else { "false" });
    }

    fn load(json: &str) -> Option<bool> {
        match json {
            "true" => Some(true),
            "false" => Some(false),
            _ => None,
        }
    }
}

impl Kept for String {
    fn save(&self, out: &mut String) {
        push_text(self, out);
    }

    fn load(json: &str) -> Option<String> {
        text(json).map(Cow::into_owned)
    }
}

impl Kept for Amount {
    fn save(&self, out: &mut String) {
        push_text(&self.to_string(), out);
    }

    fn load(json: &str) -> Option<Amount> {
        Amount::parse(&text(json)?).ok()
    }
}

/// Rows of tables hold texts, numbers, lists and groups.
impl Kept for Value {
    fn save(&self, out: &mut String) {
        push_value(self, out);
    }

    fn load(json: &str) -> Option<Value> {
        value::read(json)
    }
}

impl<T: Kept> Kept for Option<T> {
    fn save(&self, out: &mut String) {
        match self {
            Some(value) => value.save(out),
            None => out.push_str("null"),
        }
    }

    fn load(json: &str) -> Option<Option<T>> {
        match json {
            "null" => Some(None),
            json => T::load(json).map(Some),
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

    fn load(json: &str) -> Option<Vec<T>> {
        value::parts(json)?.into_iter().map(T::load).collect()
    }
}
