//! How a list is read.

use super::cursor::Cursor;
use crate::options::read_all;
use crate::{Problem, Value};

/// How a list is read, beside the parameters of its function.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paging {
    /// Reads the period in parts of so many days, one after the other. As one unless given.
    pub window: Option<u32>,
    /// How many pages a period, or a part of it, may have before it is cut in two; only where the service counts them.
    /// 1000 unless given, which is a choice: no limit is documented.
    pub most_pages: Option<u32>,
    /// Where to go on, with the function and the parameters that the cursor came from.
    pub cursor: Option<Cursor>,
}

impl Paging {
    /// The same by name, as other languages hand it over: `window`, `most_pages`, `cursor`.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn read(given: &Value) -> Result<Paging, Vec<Problem>> {
        read_all(given, |options| {
            Some(Paging {
                window: options.whole("window", 1, 36_500).map(|days| days as u32),
                most_pages: options.whole("most_pages", 1, i64::from(u32::MAX)).map(|pages| pages as u32),
                cursor: options.group("cursor", Cursor::from_options),
            })
        })
    }
}
