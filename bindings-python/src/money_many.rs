//! Many sales split at once: columns of Python in, columns out.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};
use std::thread;

use digistore24::commission::{Currency, Faults, Sales, Splitter, Vats};
use digistore24::{Error, Value};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyList, PyMemoryView, PySlice};

use crate::convert;
use crate::errors::{guarded, raised};
use crate::money_columns::{Given, Reader, Vat, WORD};

/// Splits many sales by one set of terms, or by each of several, on as many threads as there are processors.
///
/// `gross` or `net` is the column of prices. Beside it `vat_amount`, `shipping` and `pay_sequence_no` may be columns or
/// one value for all sales, and `vat_rate` one rate or a sequence of rates. A column that is a buffer of `int64` (a NumPy
/// array, an `array.array`, a `memoryview`, an Arrow or Polars column without gaps) holds minor units, such as cents; a
/// column that is a sequence holds exact decimals: texts, `Decimal`, whole numbers. A sequence of prices gives lists of
/// `Decimal`, a buffer of prices gives memory views of `int64` in minor units.
///
/// `terms` has the options of `split` without those of the sale. The result is a dictionary of columns, or a list of such
/// for a list of terms. `fields` names the columns to make; all of them if left out. Whatever is wrong is raised at once
/// as `BadParams`, of the sales the first 20 that are wrong.
#[pyfunction]
#[pyo3(signature = (
    *, currency, gross=None, net=None, vat_rate=None, vat_amount=None, shipping=None, pay_sequence_no=None, terms=None,
    fields=None, digits=None, threads=None
))]
#[expect(clippy::too_many_arguments, reason = "they are keywords")]
pub(crate) fn split_many<'py>(
    py: Python<'py>,
    currency: &Bound<'py, PyAny>,
    gross: Option<&Bound<'py, PyAny>>,
    net: Option<&Bound<'py, PyAny>>,
    vat_rate: Option<&Bound<'py, PyAny>>,
    vat_amount: Option<&Bound<'py, PyAny>>,
    shipping: Option<&Bound<'py, PyAny>>,
    pay_sequence_no: Option<&Bound<'py, PyAny>>,
    terms: Option<&Bound<'py, PyAny>>,
    fields: Option<&Bound<'py, PyAny>>,
    digits: Option<&Bound<'py, PyAny>>,
    threads: Option<usize>,
) -> PyResult<Bound<'py, PyAny>> {
    let threads = match threads {
        Some(0) => return Err(PyValueError::new_err("threads: expected at least 1")),
        Some(threads) => threads,
        None => thread::available_parallelism().map_or(1, NonZero::get),
    };
    guarded(py, || {
        let given = [("currency", Some(currency)), ("digits", digits), ("terms", terms), ("fields", fields)];
        let given = given.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
        let options: PyResult<_> = given.map(|(name, value)| Ok((name, convert::value(value, 0)?))).collect();
        let options = Value::Map(options?);
        let wrong = |problems| raised(py, &Error::Params { function: "money.split_many".to_owned(), problems });
        let (currency, splitters) = Splitter::read(&options).map_err(wrong)?;

        let mut reader = Reader::new(currency);
        let prices = match (gross, net) {
            (Some(prices), None) => reader.prices("gross", prices)?,
            (None, Some(prices)) => reader.prices("net", prices)?,
            (Some(_), Some(_)) => {
                reader.wrong("net", "stands beside `gross`; give one of them, the other follows");
                Given::All(0)
            }
            (None, None) => {
                reader.wrong("gross", "is missing; give `gross`, or `net` where VAT is added to the prices");
                Given::All(0)
            }
        };
        let vat = match (vat_rate, vat_amount) {
            (None, None) => Vat::None,
            (Some(rates), None) => reader.rates(rates)?,
            (_, amounts) => Vat::Amounts(reader.money("vat_amount", amounts)?),
        };
        if vat_rate.and(vat_amount).is_some() {
            reader.wrong("vat_amount", "stands beside `vat_rate`; give one of them, best what the service told");
        }
        let shipping = reader.money("shipping", shipping)?;
        let pay_sequence_no = reader.numbers("pay_sequence_no", pay_sequence_no)?;
        reader.finish().map_err(|faults| wrong(faults.into_problems()))?;

        let rows = prices.len().unwrap_or_default();
        let are_views = matches!(prices, Given::Bytes(_));
        let sales = Columns { rows, prices, is_net: net.is_some(), vat, shipping, pay_sequence_no };
        let mut decimals = Decimals::new(currency, rows);
        let results = PyList::empty(py);
        for splitter in splitters {
            let mut run = |columns: Vec<&mut [u8]>| {
                let done = py.detach(|| sales.split(&splitter, columns, threads));
                done.map_err(|faults| wrong(faults.into_problems()))
            };
            let names = splitter.names();
            let result = PyDict::new(py);
            if are_views {
                let mut blocks = Vec::with_capacity(names.len());
                rooms(py, names.len(), rows, Vec::new(), &mut blocks, &mut run)?;
                for (name, block) in names.into_iter().zip(blocks.into_iter().rev()) {
                    let view = PyMemoryView::from(&block)?.call_method1("cast", ("q",))?;
                    result.set_item(name, view.get_item(PySlice::new(py, 0, rows as isize, 1))?)?;
                }
            } else {
                let mut columns = vec![vec![0; rows * WORD]; names.len()];
                run(columns.iter_mut().map(Vec::as_mut_slice).collect())?;
                for (name, column) in names.into_iter().zip(columns) {
                    result.set_item(name, decimals.list(py, &column)?)?;
                }
            }
            results.append(result)?;
        }
        match options.get("terms") {
            Some(Value::List(_)) => Ok(results.into_any()),
            _ => results.get_item(0),
        }
    })
}

/// Makes so many blocks of bytes, each inside the making of the one before, since only there they can be written into; the
/// last made stands first. Blocks of their own can be freed one by one, and used again by the next call.
fn rooms<'py>(
    py: Python<'py>,
    count: usize,
    rows: usize,
    held: Vec<&mut [u8]>,
    blocks: &mut Vec<Bound<'py, PyBytes>>,
    fill: &mut dyn FnMut(Vec<&mut [u8]>) -> PyResult<()>,
) -> PyResult<()> {
    let Some(left) = count.checked_sub(1) else { return fill(held) };
    // Room for one number at least: a view of nothing cannot be cast.
    let block = PyBytes::new_with(py, rows.max(1) * WORD, |block| {
        let mut held = held;
        held.push(block.get_mut(..rows * WORD).unwrap_or_default());
        rooms(py, left, rows, held, blocks, fill)
    })?;
    blocks.push(block);
    Ok(())
}

/// Sales, to be split by any number of threads.
struct Columns {
    rows: usize,
    prices: Given,
    is_net: bool,
    vat: Vat,
    shipping: Given,
    pay_sequence_no: Given,
}

/// How many sales a thread takes at a time: as many as stay near it, with all their columns.
const LOT: usize = 4096;

/// Some of the sales, and where their part of each column goes.
struct Lot<'b> {
    first: usize,
    columns: Vec<&'b mut [u8]>,
}

impl Columns {
    /// Fills columns. Every thread takes the next lot until none is left. This thread works, too: it does everything if no
    /// other starts.
    fn split(&self, splitter: &Splitter, columns: Vec<&mut [u8]>, threads: usize) -> Result<(), Faults> {
        // What is wrong with all of them alike is told once.
        self.lot(splitter, 0..0, &mut Scratch::default())?;
        let starts = (0..self.rows).step_by(LOT);
        let mut lots: Vec<Lot<'_>> = starts.map(|first| Lot { first, columns: Vec::new() }).collect();
        for column in columns {
            for (lot, part) in lots.iter_mut().zip(column.chunks_mut(LOT * WORD)) {
                lot.columns.push(part);
            }
        }
        let helpers = threads.min(lots.len()).saturating_sub(1);
        let lots = Mutex::new(lots.into_iter());
        let found = Mutex::new(BTreeMap::new());
        let next = || lots.lock().ok().and_then(|mut lots| lots.next());
        let work = || {
            let mut scratch = Scratch::default();
            while let Some(mut lot) = next() {
                match self.lot(splitter, lot.first..self.rows.min(lot.first + LOT), &mut scratch) {
                    Ok(()) => scratch.write(&mut lot.columns),
                    Err(faults) => {
                        found.lock().unwrap_or_else(PoisonError::into_inner).insert(lot.first, faults);
                    }
                }
            }
        };
        thread::scope(|scope| {
            for _ in 0..helpers {
                if thread::Builder::new().spawn_scoped(scope, work).is_err() {
                    break;
                }
            }
            work();
        });
        let found = found.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut all = Faults::default();
        found.into_values().for_each(|faults| all.merge(faults));
        all.none()
    }

    /// Splits some of the sales.
    fn lot(&self, splitter: &Splitter, rows: Range<usize>, scratch: &mut Scratch) -> Result<(), Faults> {
        let [prices, amounts, shipping, numbers] = &mut scratch.given;
        let first = rows.start;
        let sales = Sales {
            prices: self.prices.each(rows.clone(), prices),
            is_net: self.is_net,
            vat: match &self.vat {
                Vat::None => Vats::None,
                Vat::Rate(rate) => Vats::Rate(*rate),
                Vat::Rates(rates, of) => Vats::Rates(rates, of.get(rows.clone()).unwrap_or_default()),
                Vat::Amounts(given) => Vats::Amounts(given.column(rows.clone(), amounts)),
            },
            shipping: self.shipping.column(rows.clone(), shipping),
            pay_sequence_no: self.pay_sequence_no.column(rows, numbers),
        };
        if scratch.made.is_empty() {
            scratch.made = splitter.room(LOT);
        }
        scratch.made.iter_mut().for_each(Vec::clear);
        splitter.split(&sales, first, &mut scratch.made)
    }
}

/// What a thread works on.
#[derive(Default)]
struct Scratch {
    given: [Vec<i64>; 4],
    made: Vec<Vec<i64>>,
}

impl Scratch {
    fn write(&self, columns: &mut [&mut [u8]]) {
        for (made, column) in self.made.iter().zip(columns) {
            for (number, bytes) in made.iter().zip(column.as_chunks_mut().0) {
                *bytes = number.to_ne_bytes();
            }
        }
    }
}

/// Makes decimals, and each that was made shortly before only once: in real sales few prices repeat often.
struct Decimals {
    currency: Currency,
    lately: Vec<Option<(i64, Py<PyAny>)>>,
}

impl Decimals {
    fn new(currency: Currency, rows: usize) -> Decimals {
        Decimals { currency, lately: (0..rows.clamp(1, 1 << 16)).map(|_| None).collect() }
    }

    fn list<'py>(&mut self, py: Python<'py>, column: &[u8]) -> PyResult<Bound<'py, PyList>> {
        let numbers = column.as_chunks().0.iter().map(|bytes| self.decimal(py, i64::from_ne_bytes(*bytes)));
        PyList::new(py, numbers.collect::<PyResult<Vec<_>>>()?)
    }

    fn decimal(&mut self, py: Python<'_>, minor: i64) -> PyResult<Py<PyAny>> {
        let place = minor as usize % self.lately.len();
        let place = self.lately.get_mut(place);
        if let Some(Some((same, decimal))) = &place
            && *same == minor
        {
            return Ok(decimal.clone_ref(py));
        }
        let decimal = convert::decimal(py, self.currency.amount(minor))?.unbind();
        if let Some(place) = place {
            *place = Some((minor, decimal.clone_ref(py)));
        }
        Ok(decimal)
    }
}
