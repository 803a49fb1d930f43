//! What the class `Access` of the package stands on.

use digistore24::ipn::{self, ItemAccess, Notice, Rules};
use digistore24::{Item, Json, Sink, Value};
use wasm_bindgen::prelude::*;

/// Who has access.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Access(ipn::Access);

/// Names and values out of a list of both.
fn pairs(flat: &[String]) -> Vec<(&str, &str)> {
    flat.as_chunks().0.iter().map(|[name, value]| (name.as_str(), value.as_str())).collect()
}

#[wasm_bindgen]
impl Access {
    /// Nothing known yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Access {
        Access::default()
    }

    /// Reads what [`to_text`](Access::to_text) wrote.
    ///
    /// # Errors
    /// A `SyntaxError` with the place that is no such text.
    #[wasm_bindgen(js_name = fromText)]
    pub fn from_text(text: &str) -> Result<Access, JsValue> {
        ipn::Access::from_text(text).map(Access).map_err(|problem| {
            js_sys::SyntaxError::new(&format!("Access: {}: {}", problem.path, problem.message)).into()
        })
    }

    /// A text to keep it in.
    #[wasm_bindgen(js_name = toText)]
    pub fn to_text(&self) -> String {
        self.0.to_text()
    }

    /// Takes in an event: its fields as name, value, name, value, and after each `items` those of another item.
    pub fn feed(&mut self, fields: Vec<String>) -> bool {
        let pairs = pairs(&fields);
        let mut groups = pairs.split(|(name, _)| *name == "items").map(|group| {
            let fields = group.iter().map(|(name, value)| ((*name).to_owned(), Value::from(*value)));
            fields.collect::<Vec<_>>()
        });
        let mut event = groups.next().unwrap_or_default();
        event.push(("items".to_owned(), Value::List(groups.map(Value::Map).collect())));
        // All of them, not just up to the first that is new.
        Notice::read(&Value::Map(event)).into_iter().fold(false, |new, notice| self.0.note(notice) | new)
    }

    /// Takes in all that another one knows.
    pub fn merge(&mut self, other: &Access) {
        self.0.merge(&other.0);
    }

    /// The state of every item, as JSON, at a moment in seconds since 1970.
    pub fn at(&self, now: f64, resuming_lifts: bool, denial_suspends: bool, overdue_after: Option<u16>) -> String {
        let mut json = Json::default();
        json.open_list();
        for item in self.0.at_by(now as i64, Rules { resuming_lifts, denial_suspends, overdue_after }) {
            write(&item, &mut json);
        }
        json.close_list();
        json.finish()
    }
}

fn write(item: &ItemAccess, json: &mut Json) {
    let maybe = |text: &Option<String>| text.clone().map_or(Item::Null, |text| Item::Text(text.into()));
    let fields = [
        ("order_id", Item::Text(item.order_id.as_str().into())),
        ("order_item_id", maybe(&item.order_item_id)),
        ("product_id", maybe(&item.product_id)),
        ("is_test", Item::Flag(item.is_test)),
        ("state", Item::Text(item.state.as_str().into())),
        ("why", Item::Text(item.why.as_str().into())),
        ("since", item.since.map_or(Item::Null, Item::Time)),
        ("until", item.until.map_or(Item::Null, Item::Time)),
        ("text", Item::Text(item.to_string().into())),
    ];
    json.open_record();
    for (name, value) in fields {
        json.name(name);
        json.value(value);
    }
    json.close_record();
}
