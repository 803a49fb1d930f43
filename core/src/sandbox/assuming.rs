//! How assumptions are told and changed.

use super::Sandbox;
use super::assumptions::{OTHERS, constants};
use super::people::{Tell, one};
use crate::wire::check::closest;
use crate::{Amount, Problem, Value, lenient, options};

/// Something about the service that nobody outside knows, and what the sandbox does instead.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Assumption {
    /// What it goes by.
    pub name: String,
    /// What is assumed; [`Value::Null`] where words alone can say it.
    pub value: Value,
    /// What it is about, and where it comes from.
    pub about: String,
    /// Whether [`Sandbox::assume`] can change it while the sandbox runs.
    pub can_change: bool,
}

/// `{ name, value, about, can_change }`
impl From<&Assumption> for Value {
    fn from(it: &Assumption) -> Value {
        record! {
            name: it.name.as_str(), value: it.value.clone(), about: it.about.as_str(), can_change: it.can_change,
        }
    }
}

impl Assumption {
    /// From the lines of a comment.
    pub(super) fn new(name: &str, value: Value, about: &str, can_change: bool) -> Assumption {
        Assumption { name: name.to_lowercase(), value, about: about.trim().to_owned(), can_change }
    }
}

/// Something that can be assumed otherwise while the sandbox runs.
pub(super) trait Assumable: Sized {
    /// What kinds of values it takes.
    const WHAT: &'static str;

    fn told(&self) -> Value;

    fn read(value: &Value) -> Option<Self>;
}

impl Assumable for bool {
    const WHAT: &'static str = "true or false";

    fn told(&self) -> Value {
        Value::Bool(*self)
    }

    fn read(value: &Value) -> Option<bool> {
        lenient::flag(value)
    }
}

impl Assumable for i64 {
    const WHAT: &'static str = "a whole number";

    fn told(&self) -> Value {
        Value::Integer(*self)
    }

    fn read(value: &Value) -> Option<i64> {
        lenient::whole(value)
    }
}

/// Amounts and percentages, which are told as texts: no number of JSON could be taken for another one.
impl Assumable for Amount {
    const WHAT: &'static str = "an exact decimal";

    fn told(&self) -> Value {
        Value::Text(self.to_string())
    }

    fn read(value: &Value) -> Option<Amount> {
        options::exact(value).ok()
    }
}

/// A list, or a text with commas, as forms have it.
impl Assumable for Vec<i64> {
    const WHAT: &'static str = "a list of whole numbers";

    fn told(&self) -> Value {
        Value::List(self.iter().map(|number| Value::Integer(*number)).collect())
    }

    fn read(value: &Value) -> Option<Vec<i64>> {
        match value {
            Value::List(items) => items.iter().map(lenient::whole).collect(),
            Value::Text(text) if text.trim().is_empty() => Some(Vec::new()),
            Value::Text(text) => text.split(',').map(|part| part.trim().parse().ok()).collect(),
            _ => None,
        }
    }
}

/// What the constants are of.
pub(super) trait Constant {
    fn shown(&self) -> Value;
}

macro_rules! plain_constants {
    ($($type:ty),*) => { $(
        impl Constant for $type {
            fn shown(&self) -> Value {
                Value::from(*self)
            }
        }
    )* };
}

plain_constants!(i64, bool, &'static str);

impl Constant for u16 {
    fn shown(&self) -> Value {
        Value::from(i64::from(*self))
    }
}

impl Constant for usize {
    fn shown(&self) -> Value {
        Value::from(i64::try_from(*self).unwrap_or(i64::MAX))
    }
}

impl Constant for Amount {
    fn shown(&self) -> Value {
        Value::Text(self.to_string())
    }
}

impl<A: Constant, B: Constant> Constant for (A, B) {
    fn shown(&self) -> Value {
        Value::List(vec![self.0.shown(), self.1.shown()])
    }
}

impl<T: Constant> Constant for &'static [T] {
    fn shown(&self) -> Value {
        Value::List(self.iter().map(Constant::shown).collect())
    }
}

/// The table of what can be changed: about, name, type, default, and what values it takes where not all.
macro_rules! assumed {
    ($(
        $(#[doc = $about:literal])+
        $name:ident: $type:ty = $default:expr $(; $what:literal, $check:expr)?;
    )*) => {
        kept! {
            /// What can be assumed otherwise while the sandbox runs.
            struct Assumed { $($(#[doc = $about])+ $name: $type,)* }
        }

        impl Default for Assumed {
            fn default() -> Assumed {
                Assumed { $($name: $default,)* }
            }
        }

        impl Assumed {
            /// All of them with what is assumed now.
            pub(super) fn all(&self) -> Vec<Assumption> {
                use super::assuming::Assumable;
                vec![$(Assumption::new(stringify!($name), self.$name.told(), concat!($($about),+), true),)*]
            }

            /// Assumes something else. Nothing where there is no assumption of that name.
            pub(super) fn set(&mut self, name: &str, value: &Value) -> Option<Result<(), Problem>> {
                use super::assuming::Assumable;
                match name {
                    $(stringify!($name) => {
                        let read = <$type as Assumable>::read(value);
                        $(let check: fn(&$type) -> bool = $check; let read = read.filter(check);)?
                        #[allow(unused_mut, unused_assignments)]
                        let mut what = <$type as Assumable>::WHAT;
                        $(what = $what;)?
                        Some(match read {
                            Some(read) => {
                                self.$name = read;
                                Ok(())
                            }
                            None => Err(Problem::new(name, format!("expected {what}, got {}", value.in_words()))),
                        })
                    })*
                    _ => None,
                }
            }
        }
    };
}

/// The table of what cannot be changed while the sandbox runs: plain constants with what they are about.
macro_rules! constants {
    ($($(#[doc = $about:literal])+ pub(super) const $name:ident: $type:ty = $value:expr;)*) => {
        $($(#[doc = $about])+ pub(super) const $name: $type = $value;)*

        /// All of them.
        pub(super) fn constants() -> Vec<Assumption> {
            vec![$(Assumption::new(stringify!($name), Constant::shown(&$name), concat!($($about),+), false),)*]
        }
    };
}

pub(super) const VERBS: &[(&str, Tell)] = &[
    ("assume", |sandbox, options| {
        let Value::Map(changes) = options else {
            return Err(one(Problem::new("", "expected assumptions by name, such as `retry_days`")));
        };
        let changed = sandbox.assume_all(changes)?;
        Ok(record! { modified: changed })
    }),
    ("assumptions", |sandbox, _| {
        let all = sandbox.assumptions();
        Ok(record! { assumptions: all.iter().map(Value::from).collect::<Vec<_>>() })
    }),
];

impl Sandbox {
    /// Everything that is assumed of the service because nobody outside knows it.
    ///
    /// ```
    /// use digistore24::Value;
    /// use digistore24::sandbox::Sandbox;
    ///
    /// let all = Sandbox::new().assumptions();
    /// let clearing = all.iter().find(|it| it.name == "clearing_days").unwrap();
    /// assert_eq!((&clearing.value, clearing.can_change), (&Value::from(14), true));
    /// ```
    pub fn assumptions(&self) -> Vec<Assumption> {
        let mut all = self.account.assumed.all();
        all.extend(constants());
        all.extend(OTHERS.iter().map(|(name, about)| Assumption::new(name, Value::Null, about, false)));
        all
    }

    /// Assumes something else from now on.
    ///
    /// ```
    /// use digistore24::sandbox::Sandbox;
    ///
    /// let mut sandbox = Sandbox::new();
    /// sandbox.assume("retry_days", "1, 2")?;
    /// assert!(sandbox.assume("retry_days", "soon").is_err());
    /// # Ok::<(), digistore24::Problem>(())
    /// ```
    ///
    /// # Errors
    /// When there is no such assumption, when it cannot be changed, or when it takes no such value.
    pub fn assume(&mut self, name: &str, value: impl Into<Value>) -> Result<(), Problem> {
        match self.account.assumed.set(name, &value.into()) {
            Some(done) => done,
            None => Err(self.unknown(name)),
        }
    }

    /// All or nothing. Tells whether anything is assumed otherwise now.
    fn assume_all(&mut self, changes: &[(String, Value)]) -> Result<bool, Vec<Problem>> {
        let before = self.account.assumed.clone();
        let problems: Vec<Problem> =
            changes.iter().filter_map(|(name, value)| self.assume(name, value.clone()).err()).collect();
        if !problems.is_empty() {
            self.account.assumed = before;
            return Err(problems);
        }
        Ok(before.all() != self.account.assumed.all())
    }

    fn unknown(&self, name: &str) -> Problem {
        if self.assumptions().iter().any(|it| it.name == name) {
            return Problem::new(name, "is assumed for good; the list of `assumptions` tells which can be changed");
        }
        let known = self.account.assumed.all();
        let advice = closest(name, known.iter().map(|it| it.name.as_str()));
        let advice = advice.map(|close| format!("; did you mean {close}?")).unwrap_or_default();
        Problem::new(name, format!("there is no such assumption{advice}"))
    }
}
