//! Lists read page after page. `npm/rows.js` makes iterables of them.

use digistore24::{Error, Rows};
use wasm_bindgen::prelude::*;

use crate::error::exception;
use crate::flow::Flow;

/// A list that is read page after page.
#[wasm_bindgen]
pub struct Pages(pub(crate) digistore24::Pages);

#[wasm_bindgen]
impl Pages {
    /// The next page, which ends in its new rows as JSON; nothing when the list was read to its end.
    pub fn next(&self) -> Option<Flow> {
        self.0.next().map(|page| Flow::new(page, rows))
    }

    /// Where reading has got to when so many rows of the last page were used, as JSON.
    pub fn cursor(&self, used: usize) -> String {
        self.0.cursor_after(used).to_string()
    }

    /// How many rows were handed out.
    pub fn rows(&self) -> f64 {
        self.0.rows() as f64
    }

    /// How many there are, where the service says so.
    pub fn total(&self) -> Option<f64> {
        self.0.total().map(|total| total as f64)
    }
}

fn rows(rows: Result<Rows, Error>) -> Result<JsValue, JsValue> {
    rows.map(|rows| rows.to_json().into()).map_err(|error| exception(&error))
}
