//! The types a field of the catalogue may have.

pub use crate::amount::Amount;
pub use crate::time::{Moment, Time};
pub use crate::value::Value;
pub use crate::wire::send::{Day, Id, Joined, Map, Month, PerLanguage};
pub use crate::wire::view::{Loose, OneOrMany, Under};
