//! Columns of money as Python has them: sequences of exact decimals, and buffers of minor units.

use std::collections::HashMap;
use std::ops::Range;

use digistore24::commission::{Column, Currency, Faults, exact};
use digistore24::{Amount, Problem, Value};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::{PyInt, PyList, PyMapping, PyMemoryView, PyString, PyTuple};

use crate::convert;

/// The bytes of a whole number.
pub(crate) const WORD: usize = size_of::<i64>();

/// A column of whole numbers.
pub(crate) enum Given {
    /// The same for all.
    All(i64),
    /// Out of a sequence.
    Values(Vec<i64>),
    /// A copy of a buffer, since somebody else may write into that while other threads read here.
    Bytes(PyBackedBytes),
}

impl Given {
    /// How many there are, where it is not one for all.
    pub(crate) fn len(&self) -> Option<usize> {
        match self {
            Given::All(_) => None,
            Given::Values(values) => Some(values.len()),
            Given::Bytes(bytes) => Some(bytes.len() / WORD),
        }
    }

    /// Some rows. `scratch` is where bytes become numbers.
    pub(crate) fn column<'a>(&'a self, rows: Range<usize>, scratch: &'a mut Vec<i64>) -> Column<'a> {
        match self {
            Given::All(value) => Column::All(*value),
            _ => Column::Each(self.each(rows, scratch)),
        }
    }

    /// Some rows of a column that is not one for all.
    pub(crate) fn each<'a>(&'a self, rows: Range<usize>, scratch: &'a mut Vec<i64>) -> &'a [i64] {
        match self {
            Given::All(_) => &[],
            Given::Values(values) => values.get(rows).unwrap_or_default(),
            Given::Bytes(bytes) => {
                let words = bytes.as_chunks().0.get(rows).unwrap_or_default();
                scratch.clear();
                scratch.extend(words.iter().map(|word| i64::from_ne_bytes(*word)));
                scratch
            }
        }
    }
}

/// The VAT of many sales.
pub(crate) enum Vat {
    None,
    Rate(Amount),
    /// Each rate once, and which of them every sale has.
    Rates(Vec<Amount>, Vec<u32>),
    Amounts(Given),
}

/// Reads columns, and notes everything that is wrong with them.
pub(crate) struct Reader {
    currency: Currency,
    /// How many prices there are.
    rows: Option<usize>,
    faults: Faults,
}

/// Where values come from one after the other.
enum Source<'py> {
    /// It is one value.
    One,
    Buffer(PyBackedBytes),
    /// A sequence of Python.
    Sequence(Bound<'py, PyAny>),
    /// Objects in an array or data frame. Whole numbers in it may be either major or minor units.
    Objects(Bound<'py, PyAny>),
    /// Something that was noted.
    Wrong,
}

const FLOATS: &str = "holds floating-point numbers, which cannot hold cents exactly (gaps in a column make such, too); give \
                      whole minor units as int64, such as numpy.rint(prices * 100).astype(\"int64\"), or texts in a list";

impl Reader {
    pub(crate) fn new(currency: Currency) -> Reader {
        Reader { currency, rows: None, faults: Faults::default() }
    }

    /// Nothing, unless something is wrong.
    pub(crate) fn finish(self) -> Result<(), Faults> {
        self.faults.none()
    }

    /// Notes that something is wrong.
    pub(crate) fn wrong(&mut self, path: impl Into<String>, message: impl Into<String>) {
        let problem = Problem { path: path.into(), message: message.into() };
        self.faults.add(|| vec![problem]);
    }

    /// The column of prices. All others have to be as long.
    pub(crate) fn prices(&mut self, name: &str, given: &Bound<'_, PyAny>) -> PyResult<Given> {
        let column = self.given(name, given, minor)?;
        if let Some(Given::All(_)) = column {
            self.wrong(name, "expected a column of prices, got one price; `split` takes that");
        }
        self.rows = column.as_ref().and_then(Given::len);
        Ok(column.unwrap_or(Given::All(0)))
    }

    /// Another column of amounts, or one amount for all.
    pub(crate) fn money(&mut self, name: &str, given: Option<&Bound<'_, PyAny>>) -> PyResult<Given> {
        self.other(name, given, minor)
    }

    /// A column of plain whole numbers, or one for all.
    pub(crate) fn numbers(&mut self, name: &str, given: Option<&Bound<'_, PyAny>>) -> PyResult<Given> {
        self.other(name, given, whole)
    }

    fn other(&mut self, name: &str, given: Option<&Bound<'_, PyAny>>, read: Read) -> PyResult<Given> {
        let Some(given) = given else { return Ok(Given::All(0)) };
        let column = self.given(name, given, read)?.unwrap_or(Given::All(0));
        self.check_length(name, column.len());
        Ok(column)
    }

    /// One rate, or a rate for each sale.
    pub(crate) fn rates(&mut self, given: &Bound<'_, PyAny>) -> PyResult<Vat> {
        let (mut rates, mut of, mut known) = (Vec::new(), Vec::new(), HashMap::new());
        match self.source("vat_rate", given)? {
            Source::One => match amount(given)? {
                Ok(rate) => return Ok(Vat::Rate(rate)),
                Err(message) => self.wrong("vat_rate", message),
            },
            Source::Buffer(_) => {
                let message = "expected one rate, or a sequence of rates such as [\"19\", \"8.1\"]; a buffer of whole \
                               numbers does not say how many decimals they have";
                self.wrong("vat_rate", message);
            }
            Source::Wrong => {}
            Source::Sequence(values) | Source::Objects(values) => {
                for (row, value) in values.try_iter()?.enumerate() {
                    match amount(&value?)? {
                        Ok(rate) => of.push(*known.entry(rate).or_insert_with(|| {
                            rates.push(rate);
                            rates.len() as u32 - 1
                        })),
                        Err(message) => {
                            of.push(0);
                            self.wrong(format!("vat_rate[{row}]"), message);
                        }
                    }
                }
                self.check_length("vat_rate", Some(of.len()));
            }
        }
        Ok(Vat::Rates(rates, of))
    }

    fn check_length(&mut self, name: &str, length: Option<usize>) {
        if let (Some(rows), Some(length)) = (self.rows, length)
            && rows != length
        {
            self.wrong(name, format!("expected as many values as there are prices, {rows}, got {length}"));
        }
    }

    /// `None` where something was noted.
    fn given(&mut self, name: &str, given: &Bound<'_, PyAny>, read: Read) -> PyResult<Option<Given>> {
        let (values, may_be_minor) = match self.source(name, given)? {
            Source::Buffer(bytes) => return Ok(Some(Given::Bytes(bytes))),
            Source::Wrong => return Ok(None),
            Source::One => {
                return Ok(match read(given, self.currency)? {
                    Ok(value) => Some(Given::All(value)),
                    Err(message) => {
                        self.wrong(name, message);
                        None
                    }
                });
            }
            Source::Sequence(values) => (values, false),
            Source::Objects(values) => (values, true),
        };
        let mut column = Vec::with_capacity(values.len().unwrap_or_default());
        for (row, value) in values.try_iter()?.enumerate() {
            let value = value?;
            let read = match may_be_minor && value.is_instance_of::<PyInt>() {
                true => {
                    Err("is a whole number among objects, which may mean major or minor units; give the column as \
                             int64 for minor units, or as texts"
                        .to_owned())
                }
                false => read(&value, self.currency)?,
            };
            column.push(read.unwrap_or_else(|message| {
                self.wrong(format!("{name}[{row}]"), message);
                0
            }));
        }
        Ok(Some(Given::Values(column)))
    }

    /// Where the values of a column come from.
    fn source<'py>(&mut self, name: &str, given: &Bound<'py, PyAny>) -> PyResult<Source<'py>> {
        if given.is_instance_of::<PyList>() || given.is_instance_of::<PyTuple>() {
            return Ok(Source::Sequence(given.clone()));
        }
        if given.is_instance_of::<PyString>() {
            return Ok(Source::One);
        }
        if let Ok(view) = PyMemoryView::from(given) {
            return self.buffer(name, given, &view);
        }
        // Columns of Arrow, Polars and pandas are no buffers themselves. Those with gaps have none at all.
        for way in ["to_numpy", "to_pylist", "to_list"] {
            let Ok(values) = given.call_method0(way) else { continue };
            return match PyMemoryView::from(&values) {
                Ok(view) => self.buffer(name, &values, &view),
                Err(_) => Ok(Source::Objects(values)),
            };
        }
        if given.cast::<PyMapping>().is_ok() {
            self.wrong(name, format!("expected a column, got {}", convert::kind_of(given)?));
            return Ok(Source::Wrong);
        }
        // Everything that can be gone through once is gone through once.
        Ok(given.try_iter().map_or(Source::One, |values| Source::Sequence(values.into_any())))
    }

    fn buffer<'py>(
        &mut self,
        name: &str,
        given: &Bound<'py, PyAny>,
        view: &Bound<'py, PyMemoryView>,
    ) -> PyResult<Source<'py>> {
        let (format, size): (String, usize) =
            (view.getattr("format")?.extract()?, view.getattr("itemsize")?.extract()?);
        let dimensions: usize = view.getattr("ndim")?.extract()?;
        if dimensions == 0 {
            return Ok(Source::One);
        }
        let native = if cfg!(target_endian = "little") { '<' } else { '>' };
        let kind = format.trim_start_matches(['@', '=', native]);
        if dimensions == 1 && size == WORD && matches!(kind, "q" | "l") {
            return Ok(Source::Buffer(view.call_method0("tobytes")?.extract()?));
        }
        let message = match kind {
            _ if dimensions != 1 => format!("expected one dimension, got {dimensions}"),
            "e" | "f" | "d" | "g" => FLOATS.to_owned(),
            "O" => return Ok(Source::Objects(given.clone())),
            _ if kind.ends_with('w') => return Ok(Source::Objects(given.clone())),
            _ => format!("expected int64, got a buffer of items of {size} bytes, format {format:?}; convert it before"),
        };
        self.wrong(name, message);
        Ok(Source::Wrong)
    }
}

/// Reads one value as a whole number, or says what is wrong with it.
type Read = fn(&Bound<'_, PyAny>, Currency) -> PyResult<Result<i64, String>>;

/// An amount of money in minor units.
fn minor(given: &Bound<'_, PyAny>, currency: Currency) -> PyResult<Result<i64, String>> {
    Ok(amount(given)?.and_then(|amount| amount.minor_units(currency.digits()).map_err(|error| error.to_string())))
}

fn whole(given: &Bound<'_, PyAny>, _: Currency) -> PyResult<Result<i64, String>> {
    Ok(match convert::value(given, 0)? {
        Value::Integer(number) => Ok(number),
        _ => Err(format!("expected a whole number, got {}", convert::kind_of(given)?)),
    })
}

fn amount(given: &Bound<'_, PyAny>) -> PyResult<Result<Amount, String>> {
    // Most are texts, and these need not be copied.
    if let Some(text) = given.cast::<PyString>().ok().and_then(|text| text.to_str().ok()) {
        return Ok(Amount::parse(text).map_err(|error| error.to_string()));
    }
    Ok(exact(&convert::value(given, 0)?))
}
