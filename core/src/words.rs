//! What there is to say: a word for programs, and a sentence for people.

macro_rules! words {
    ($(#[$about:meta])* $name:ident { $($variant:ident = $word:literal: $sentence:literal;)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum $name { $(#[doc = $sentence] $variant,)* }

        impl $name {
            /// The word for programs.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word,)* }
            }

            /// The sentence for people: what it is, and what to do.
            pub fn sentence(self) -> &'static str {
                match self { $($name::$variant => $sentence,)* }
            }
        }

        /// `word` and `text`.
        impl From<&$name> for crate::Value {
            fn from(said: &$name) -> crate::Value {
                crate::Value::from([("word", said.as_str().into()), ("text", said.sentence().into())])
            }
        }
    };
}
pub(crate) use words;
