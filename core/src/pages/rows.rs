//! The new rows of a page.

use crate::record::List;
use crate::wire::view::{View, wrong};
use crate::{Answer, Error, Item, Json, Record, Sink};

/// The rows of a page that were not handed out before.
#[derive(Clone, Debug)]
pub struct Rows {
    answer: Answer,
    list: List,
    positions: Vec<usize>,
}

impl Rows {
    pub(crate) fn new(answer: Answer, list: List, positions: Vec<usize>) -> Rows {
        Rows { answer, list, positions }
    }

    /// The answer that they are part of, with the rows that were handed out before.
    pub fn answer(&self) -> &Answer {
        &self.answer
    }

    /// Where they lie in the list of the answer, from 0.
    pub fn positions(&self) -> &[usize] {
        &self.positions
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.positions.len()
    }

    /// Whether there are none: the list has ended.
    pub fn is_empty(&self) -> bool {
        self.positions.is_empty()
    }

    /// The row at a position among the new ones, from 0.
    pub fn get(&self, at: usize) -> Option<Item<'_>> {
        self.positions.get(at).and_then(|position| self.list.get(*position))
    }

    /// The rows as a list of tidied JSON: see [`Json`].
    pub fn to_json(&self) -> String {
        let mut json = Json::with_capacity(self.list.raw().len());
        json.open_list();
        for row in (0..self.len()).filter_map(|at| self.get(at)) {
            match row {
                Item::Record(record) => record.walk(&mut json),
                Item::List(list) => list.walk(&mut json),
                row => json.value(row),
            }
        }
        json.close_list();
        json.finish()
    }

    /// The rows as the catalogue's type for them.
    ///
    /// # Errors
    /// [`Error::Shape`] when one is something else altogether.
    pub fn views<T: View>(&self) -> Result<Vec<T::Out>, Error> {
        let row = |at: usize| {
            self.get(at).and_then(T::read).ok_or_else(|| Error::Shape {
                function: self.answer.function().to_owned(),
                problem: wrong(T::KIND, "a row", Some("something else")),
                answer: Box::new(self.answer.clone()),
            })
        };
        (0..self.len()).map(row).collect()
    }
}

/// The rows as records. What is no record is left out; [`Rows::get`] has it.
impl IntoIterator for Rows {
    type Item = Record;
    type IntoIter = std::vec::IntoIter<Record>;

    fn into_iter(self) -> Self::IntoIter {
        let records: Vec<Record> = (0..self.len()).filter_map(|at| self.get(at)?.into_record()).collect();
        records.into_iter()
    }
}
