//! The four words in which the catalogue is written: `functions!`, `object!`, `choice!` and `shape!`.

/// Functions: for each a parameter struct, a row of the table, and the tie between both and the answer.
macro_rules! functions {
    ($(
        $(#[doc = $doc:expr])*
        $name:ident = $wire:literal ($verb:ident, $access:ident, $repeat:ident $(, $word:ident)*) -> $answer:ty {
            $($fields:tt)*
        }
    )*) => {
        /// The functions of this area.
        pub(super) static FUNCTIONS: &[&$crate::wire::Spec] = &[$(<$name as $crate::wire::send::Function>::SPEC),*];

        $(
            object! {
                $(#[doc = $doc])*
                $name { $($fields)* }
            }

            impl $crate::wire::send::Function for $name {
                type Answer = $answer;
                const SPEC: &'static $crate::wire::Spec = {
                    static SPEC: $crate::wire::Spec = $crate::wire::Spec {
                        name: $wire,
                        verb: $crate::wire::Verb::$verb,
                        access: $crate::wire::Access::$access,
                        developer: has!(developer: $($word)*),
                        repeat: $crate::wire::Repeat::$repeat,
                        open: has!(open: $($word)*),
                        arguments: $name::SHAPE,
                        returns: <$answer as $crate::wire::view::View>::KIND,
                        #[cfg(feature = "docs")]
                        doc: concat!($($doc, "\n",)* ""),
                    };
                    &SPEC
                };
            }
        )*
    };
}

/// Whether one of the words behind a function's access is the wanted one.
macro_rules! has {
    (open: open $($rest:ident)*) => { true };
    (developer: developer $($rest:ident)*) => { true };
    ($wanted:ident: $other:ident $($rest:ident)*) => { has!($wanted: $($rest)*) };
    ($wanted:ident:) => { false };
}

/// Groups of parameters: for each a struct and its shape.
macro_rules! object {
    ($(
        $(#[doc = $doc:expr])*
        $name:ident { $(
            $(#[doc = $note:expr])*
            $field:ident $(as $wire:literal)?: $type:ty $([$($limit:tt)*])?
        ),* $(,)? }
    )*) => { $(
        $(#[doc = $doc])*
        #[derive(Clone, Default, PartialEq)]
        #[allow(non_snake_case)]
        pub struct $name { $(
            $(#[doc = $note])*
            pub $field: $type,
        )* }

        /// Keys and passphrases are not shown.
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                #[allow(unused_mut)]
                let mut group = f.debug_struct(stringify!($name));
                $(
                    let name = wire_name!($field $(as $wire)?);
                    match $name::SHAPE.hides(name) {
                        true => group.field(name, &"…"),
                        false => group.field(name, &self.$field),
                    };
                )*
                group.finish()
            }
        }

        impl $name {
            /// The fields as the table knows them.
            pub const SHAPE: &'static $crate::wire::Shape = {
                static SHAPE: $crate::wire::Shape = fields!(Wire $name [$($doc)*] $(
                    [$($note)*] $field $(as $wire)?: $type $([$($limit)*])?;
                )*);
                &SHAPE
            };
        }

        impl $crate::wire::send::Wire for $name {
            const KIND: $crate::wire::Kind = $crate::wire::Kind::Object($name::SHAPE);

            fn value(self) -> Option<$crate::Value> {
                #[allow(unused_mut)]
                let mut fields = Vec::new();
                $($crate::wire::send::Wire::put(self.$field, wire_name!($field $(as $wire)?), &mut fields);)*
                Some($crate::Value::Map(fields))
            }
        }
    )* };
}

/// Words a field may hold: for each list an enum that also keeps words nobody has documented.
macro_rules! choice {
    () => {};
    ($(#[doc = $doc:expr])* open $name:ident { $($variant:ident = $wire:literal),* $(,)? } $($rest:tt)*) => {
        choice_type!(true [$($doc)*] $name $($variant = $wire)*);
        choice! { $($rest)* }
    };
    ($(#[doc = $doc:expr])* $name:ident { $($variant:ident = $wire:literal),* $(,)? } $($rest:tt)*) => {
        choice_type!(false [$($doc)*] $name $($variant = $wire)*);
        choice! { $($rest)* }
    };
}

macro_rules! choice_type {
    ($open:literal [$($doc:expr)*] $name:ident $($variant:ident = $wire:literal)*) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum $name {
            $(
                #[doc = concat!("`", $wire, "`")]
                $variant,
            )*
            /// A word that no document names. Answers may hold it; it is sent only where the list is open.
            Other(String),
        }

        impl $name {
            /// The word on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $($name::$variant => $wire,)*
                    $name::Other(word) => word,
                }
            }
        }

        impl From<&str> for $name {
            fn from(word: &str) -> Self {
                match word {
                    $($wire => $name::$variant,)*
                    _ => $name::Other(word.to_owned()),
                }
            }
        }

        impl Default for $name {
            fn default() -> Self {
                $name::Other(String::new())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl $name {
            const CHOICE: $crate::wire::Kind = {
                static CHOICE: $crate::wire::Choice = $crate::wire::Choice {
                    #[cfg(feature = "docs")]
                    name: stringify!($name),
                    values: &[$($wire),*],
                    open: $open,
                    #[cfg(feature = "docs")]
                    doc: concat!($($doc, "\n",)* ""),
                };
                $crate::wire::Kind::Choice(&CHOICE)
            };
        }

        impl $crate::wire::send::Wire for $name {
            const KIND: $crate::wire::Kind = $name::CHOICE;

            fn value(self) -> Option<$crate::Value> {
                Some($crate::Value::from(self.as_str()))
            }
        }

        impl $crate::wire::view::View for $name {
            const KIND: $crate::wire::Kind = $name::CHOICE;
            type Out = $name;

            fn read(item: $crate::Item<'_>) -> Option<$name> {
                item.as_text().map(|word| $name::from(&*word))
            }
        }
    };
}

/// Records of answers: for each a shape and a typed view with one method a field.
macro_rules! shape {
    ($(
        $(#[doc = $doc:expr])*
        $name:ident { $(
            $(#[doc = $note:expr])*
            $field:ident $(as $wire:literal)?: $type:ty $([$($limit:tt)*])?
        ),* $(,)? }
    )*) => { $(
        $(#[doc = $doc])*
        #[derive(Clone, Debug)]
        pub struct $name($crate::Record);

        impl $name {
            /// The fields as the table knows them.
            pub const SHAPE: &'static $crate::wire::Shape = {
                static SHAPE: $crate::wire::Shape = fields!(View $name [$($doc)*] $(
                    [$($note)*] $field $(as $wire)?: $type $([$($limit)*])?;
                )*);
                &SHAPE
            };

            $(
                $(#[doc = $note])*
                pub fn $field(&self) -> Result<Option<<$type as $crate::wire::view::View>::Out>, $crate::Problem> {
                    $crate::wire::view::field::<$type>(&self.0, wire_name!($field $(as $wire)?))
                }
            )*
        }

        impl std::ops::Deref for $name {
            type Target = $crate::Record;

            fn deref(&self) -> &$crate::Record {
                &self.0
            }
        }

        impl $crate::wire::view::View for $name {
            const KIND: $crate::wire::Kind = $crate::wire::Kind::Object($name::SHAPE);
            type Out = $name;

            fn read(item: $crate::Item<'_>) -> Option<$name> {
                item.into_record().map($name)
            }
        }
    )* };
}

/// The table of some fields. `Wire` or `View` says which side of the conversation the types describe.
macro_rules! fields {
    ($side:ident $name:ident [$($doc:expr)*] $(
        [$($note:expr)*] $field:ident $(as $wire:literal)?: $type:ty $([$($limit:tt)*])?;
    )*) => {
        $crate::wire::Shape {
            #[cfg(feature = "docs")]
            name: stringify!($name),
            fields: &[$($crate::wire::Field {
                name: wire_name!($field $(as $wire)?),
                kind: kind!($side $type),
                required: required!($side $type),
                limits: limits!($($($limit)*)?),
                #[cfg(feature = "docs")]
                doc: concat!($($note, "\n",)* ""),
            }),*],
            #[cfg(feature = "docs")]
            doc: concat!($($doc, "\n",)* ""),
        }
    };
}

macro_rules! kind {
    (Wire $type:ty) => {
        <$type as $crate::wire::send::Wire>::KIND
    };
    (View $type:ty) => {
        <$type as $crate::wire::view::View>::KIND
    };
}

macro_rules! required {
    (Wire $type:ty) => {
        <$type as $crate::wire::send::Wire>::REQUIRED
    };
    (View $type:ty) => {
        false
    };
}

/// What stands in brackets behind a field's type, one call after the other.
macro_rules! limits {
    () => { &$crate::wire::NO_LIMITS };
    (@ $sum:expr;) => {
        const { &$sum }
    };
    (@ $sum:expr; fails($($word:literal),*) $($rest:tt)*) => { limits!(@ $sum.fails(&[$($word),*]); $($rest)*) };
    (@ $sum:expr; $limit:ident($($value:expr)?) $($rest:tt)*) => { limits!(@ $sum.$limit($($value)?); $($rest)*) };
    ($($limit:tt)+) => { limits!(@ $crate::wire::Limits::NONE; $($limit)+) };
}

/// The name of a field on the wire: what stands behind `as`, else the identifier without `r#`.
macro_rules! wire_name {
    ($field:ident as $wire:literal) => {
        $wire
    };
    ($field:ident) => {
        const { $crate::catalogue::plain(stringify!($field)) }
    };
}
