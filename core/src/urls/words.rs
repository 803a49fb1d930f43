//! Words for programs, each with its sentence for people.

/// An enum of words with sentences.
macro_rules! words {
    ($(#[$doc:meta])* $type:ident { $($name:ident = $word:literal: $text:literal;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $type { $(#[doc = $text] $name,)* }

        impl $type {
            /// A word for programs.
            pub fn as_str(self) -> &'static str {
                match self { $($type::$name => $word,)* }
            }

            /// A sentence for people.
            pub fn text(self) -> &'static str {
                match self { $($type::$name => $text,)* }
            }
        }
    };
}
pub(super) use words;
