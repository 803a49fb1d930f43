//! Many sales split at once: typed arrays in, typed arrays out.

use std::ops::Range;

use digistore24::commission::{Column, Currency, Faults, Sales, Splitter, Vats, exact};
use digistore24::{Amount, Problem, Value};
use js_sys::{Array, BigInt64Array, Float32Array, Float64Array, Int32Array};
use wasm_bindgen::prelude::*;

use crate::js::object;
use crate::names::{camel, inward, spoken};
use crate::parameter::value;

/// How many sales are in the memory of the wasm at a time.
const LOT: usize = 4096;

/// Splits sales and returns `{ columns }`, an object for each of the terms, or `{ problems }`. Columns are a `BigInt64Array`
/// or an `Int32Array` of minor units. Names are in camel case on both sides.
///
/// # Errors
/// What a getter or a proxy of the caller throws.
#[wasm_bindgen(js_name = splitMany)]
pub fn split_many(
    options: &JsValue,
    prices: &JsValue,
    is_net: bool,
    vat_rate: &JsValue,
    vat_amount: &JsValue,
    shipping: &JsValue,
    pay_sequence_no: &JsValue,
) -> Result<JsValue, JsValue> {
    let (currency, splitters) = match Splitter::read(&inward(value(options)?)) {
        Ok(read) => read,
        Err(problems) => return Ok(wrong(problems)),
    };
    let mut reader = Reader { currency, rows: None, faults: Faults::default() };
    let prices = reader.column(if is_net { "net" } else { "gross" }, prices, minor)?;
    let vat = reader.vat(vat_rate, vat_amount)?;
    let shipping = reader.column("shipping", shipping, minor)?;
    let numbers = reader.column("paySequenceNo", pay_sequence_no, whole)?;
    let rows = reader.rows.unwrap_or_default();
    if let Err(faults) = reader.faults.none() {
        return Ok(wrong(faults.into_problems()));
    }
    let sales = Columns { rows, prices, is_net, vat, shipping, numbers };
    let columns = Array::new();
    for splitter in splitters {
        match sales.split(&splitter) {
            Ok(named) => columns.push(&named),
            Err(faults) => return Ok(wrong(faults.into_problems())),
        };
    }
    Ok(object([("columns", columns.into())]))
}

struct Columns {
    rows: usize,
    prices: Given,
    is_net: bool,
    vat: Vat,
    shipping: Given,
    numbers: Given,
}

impl Columns {
    /// The columns by name.
    fn split(&self, splitter: &Splitter) -> Result<JsValue, Faults> {
        let names = splitter.names();
        let out: Vec<BigInt64Array> = names.iter().map(|_| BigInt64Array::new_with_length(self.rows as u32)).collect();
        let mut scratch: [Vec<i64>; 4] = Default::default();
        let mut made = splitter.room(LOT.min(self.rows));
        let mut faults = Faults::default();
        // What is wrong with all of them alike is told once.
        splitter.split(&self.sales(0..0, &mut scratch), 0, &mut made)?;
        for first in (0..self.rows).step_by(LOT) {
            let last = self.rows.min(first + LOT);
            made.iter_mut().for_each(Vec::clear);
            match splitter.split(&self.sales(first..last, &mut scratch), first, &mut made) {
                Ok(()) => {
                    for (made, out) in made.iter().zip(&out) {
                        out.subarray(first as u32, last as u32).copy_from(made);
                    }
                }
                Err(found) => faults.merge(found),
            }
        }
        faults.none()?;
        let names: Vec<String> = names.iter().map(|name| camel(name)).collect();
        Ok(object(names.iter().zip(out).map(|(name, column)| (name.as_str(), column.into()))))
    }

    fn sales<'a>(&'a self, rows: Range<usize>, scratch: &'a mut [Vec<i64>; 4]) -> Sales<'a> {
        let [prices, amounts, shipping, numbers] = scratch;
        Sales {
            prices: self.prices.each(&rows, prices),
            is_net: self.is_net,
            vat: match &self.vat {
                Vat::None => Vats::None,
                Vat::Rate(rate) => Vats::Rate(*rate),
                Vat::Rates(rates, of) => Vats::Rates(rates, of.get(rows.clone()).unwrap_or_default()),
                Vat::Amounts(given) => Vats::Amounts(given.column(&rows, amounts)),
            },
            shipping: self.shipping.column(&rows, shipping),
            pay_sequence_no: self.numbers.column(&rows, numbers),
        }
    }
}

enum Given {
    All(i64),
    Wide(BigInt64Array),
    Narrow(Int32Array),
}

impl Given {
    fn column<'a>(&self, rows: &Range<usize>, scratch: &'a mut Vec<i64>) -> Column<'a> {
        match self {
            Given::All(value) => Column::All(*value),
            _ => Column::Each(self.each(rows, scratch)),
        }
    }

    fn each<'a>(&self, rows: &Range<usize>, scratch: &'a mut Vec<i64>) -> &'a [i64] {
        let (from, to) = (rows.start as u32, rows.end as u32);
        scratch.clear();
        match self {
            Given::All(_) => {}
            Given::Wide(array) => {
                scratch.resize(rows.len(), 0);
                array.subarray(from, to).copy_to(scratch);
            }
            Given::Narrow(array) => scratch.extend(array.subarray(from, to).to_vec().into_iter().map(i64::from)),
        }
        scratch
    }
}

enum Vat {
    None,
    Rate(Amount),
    Rates(Vec<Amount>, Vec<u32>),
    Amounts(Given),
}

struct Reader {
    currency: Currency,
    rows: Option<usize>,
    faults: Faults,
}

type Read = fn(&Value, Currency) -> Result<i64, String>;

impl Reader {
    fn wrong(&mut self, path: &str, message: impl Into<String>) -> Given {
        let problem = Problem { path: path.to_owned(), message: message.into() };
        self.faults.add(|| vec![problem]);
        Given::All(0)
    }

    /// A column, or one value for all. The column of prices comes first; it is always one, and all others are as long.
    fn column(&mut self, name: &str, given: &JsValue, read: Read) -> Result<Given, JsValue> {
        let (length, column) = if let Some(array) = given.dyn_ref::<BigInt64Array>() {
            (array.length(), Given::Wide(array.clone()))
        } else if let Some(array) = given.dyn_ref::<Int32Array>() {
            (array.length(), Given::Narrow(array.clone()))
        } else if given.is_instance_of::<Float64Array>() || given.is_instance_of::<Float32Array>() {
            let message = "floating-point numbers cannot hold cents exactly; give whole minor units, such as \
                           BigInt64Array.from(prices, (price) => BigInt(Math.round(price * 100)))";
            return Ok(self.wrong(name, message));
        } else if matches!(name, "gross" | "net") {
            return Ok(self.wrong(name, "expected a column of prices: a BigInt64Array or Int32Array of minor units"));
        } else if given.is_undefined() || given.is_null() {
            return Ok(Given::All(0));
        } else {
            return Ok(match read(&value(given)?, self.currency) {
                Ok(number) => Given::All(number),
                Err(message) => {
                    self.wrong(name, format!("{message}; or a BigInt64Array or Int32Array, one value for each price"))
                }
            });
        };
        match name {
            "gross" | "net" => self.rows = Some(length as usize),
            _ => self.check_length(name, length as usize),
        }
        Ok(column)
    }

    fn check_length(&mut self, name: &str, length: usize) {
        if let Some(rows) = self.rows.filter(|rows| *rows != length) {
            self.wrong(name, format!("expected as many values as there are prices, {rows}, got {length}"));
        }
    }

    fn vat(&mut self, rate: &JsValue, amount: &JsValue) -> Result<Vat, JsValue> {
        if rate.is_undefined() || rate.is_null() {
            return Ok(match amount.is_undefined() || amount.is_null() {
                true => Vat::None,
                false => Vat::Amounts(self.column("vatAmount", amount, minor)?),
            });
        }
        if !amount.is_undefined() && !amount.is_null() {
            self.wrong(
                "vatAmount",
                "stands beside `vatRate`; give one of them, best the amounts that the service told",
            );
        }
        let Some(each) = rate.dyn_ref::<Array>() else {
            return Ok(match exact(&value(rate)?) {
                Ok(rate) => Vat::Rate(rate),
                Err(message) => Vat::Amounts(self.wrong("vatRate", message)),
            });
        };
        let (mut rates, mut of) = (Vec::new(), Vec::new());
        for (row, rate) in each.iter().enumerate() {
            let rate = exact(&value(&rate)?).unwrap_or_else(|message| {
                self.wrong(&format!("vatRate[{row}]"), message);
                Amount::default()
            });
            // There are only a few.
            let known = rates.iter().position(|known| *known == rate).unwrap_or_else(|| {
                rates.push(rate);
                rates.len() - 1
            });
            of.push(known as u32);
        }
        self.check_length("vatRate", of.len());
        Ok(Vat::Rates(rates, of))
    }
}

fn minor(value: &Value, currency: Currency) -> Result<i64, String> {
    exact(value)?.minor_units(currency.digits()).map_err(|error| error.to_string())
}

fn whole(value: &Value, _: Currency) -> Result<i64, String> {
    match value {
        Value::Integer(number) => Ok(*number),
        _ => Err("expected a whole number".to_owned()),
    }
}

fn wrong(problems: Vec<Problem>) -> JsValue {
    let told = Array::new();
    for Problem { path, message } in problems {
        told.push(&object([("path", camel(&path).into()), ("message", spoken(&message).into())]));
    }
    object([("problems", told.into())])
}
