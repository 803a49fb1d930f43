//! Values of Python to parameters, and values of answers to Python.

use digistore24::{Amount, Item, Time, Value};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyList, PyMapping, PyString, PyTuple, PyType};

use crate::list::List;
use crate::money_split::Split;
use crate::record::Record;

/// No parameter of the service nests deeper; a list that holds itself does.
const DEEPEST: u8 = 32;

/// The keyword arguments of a call. `from_` stands for `from`, and so on for every word that Python reserves.
pub(crate) fn parameters(arguments: Option<&Bound<'_, PyDict>>) -> PyResult<Value> {
    let Some(arguments) = arguments else { return Ok(Value::Null) };
    let mut fields = Vec::with_capacity(arguments.len());
    for (name, argument) in arguments {
        let name = name.cast::<PyString>()?.to_string_lossy().into_owned();
        let name = match name.strip_suffix('_') {
            Some(stem) if is_reserved(stem) => stem.to_owned(),
            _ => name,
        };
        fields.push((name, value(&argument, 0)?));
    }
    Ok(Value::Map(fields))
}

/// Whether Python keeps this word for itself.
pub(crate) fn is_reserved(word: &str) -> bool {
    const RESERVED: &[&str] = &[
        "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except",
        "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass",
        "raise", "return", "try", "while", "with", "yield", "None", "True", "False",
    ];
    RESERVED.contains(&word)
}

pub(crate) fn value(given: &Bound<'_, PyAny>, depth: u8) -> PyResult<Value> {
    if depth > DEEPEST {
        return Ok(Value::Odd(format!("values nested deeper than {DEEPEST} levels")));
    }
    if given.is_none() {
        return Ok(Value::Null);
    }
    if let Ok(text) = given.cast::<PyString>() {
        return Ok(text.to_str().map_or_else(|_| odd("a text with a lone surrogate"), Value::from));
    }
    if let Ok(flag) = given.cast::<PyBool>() {
        return Ok(Value::Bool(flag.is_true()));
    }
    if let Ok(number) = given.cast::<PyInt>() {
        return Ok(integer(number));
    }
    if let Ok(number) = given.cast::<PyFloat>() {
        return Ok(Value::Float(number.value()));
    }
    if given.is_instance_of::<PyList>() || given.is_instance_of::<PyTuple>() || given.is_instance_of::<List>() {
        let items = given.try_iter()?.map(|item| value(&item?, depth + 1));
        return items.collect::<PyResult<_>>().map(Value::List);
    }
    if let Ok(split) = given.cast::<Split>() {
        return Ok(split.get().options());
    }
    if let Ok(mapping) = given.cast::<PyMapping>() {
        return fields(mapping, depth);
    }
    exact(given)
}

fn odd(what: &str) -> Value {
    Value::Odd(what.to_owned())
}

/// Ids may have more digits than 64 bits hold.
fn integer(number: &Bound<'_, PyInt>) -> Value {
    match number.extract() {
        Ok(number) => Value::Integer(number),
        Err(_) => {
            // `int.__str__`: a subclass such as an enum may print itself otherwise, and Python refuses endless numbers.
            let digits = number.py().get_type::<PyInt>().call_method1("__repr__", (number,));
            digits.map_or_else(|_| odd("a number of thousands of digits"), |digits| Value::Text(digits.to_string()))
        }
    }
}

fn fields(mapping: &Bound<'_, PyMapping>, depth: u8) -> PyResult<Value> {
    let mut fields = Vec::new();
    for item in mapping.items()? {
        let (name, given): (Bound<'_, PyAny>, Bound<'_, PyAny>) = item.extract()?;
        let Ok(name) = name.cast::<PyString>() else {
            return Ok(Value::Odd(format!("a mapping with {} as a name; names are texts", kind_of(&name)?)));
        };
        let Ok(name) = name.to_str() else { return Ok(odd("a mapping with a lone surrogate in a name")) };
        fields.push((name.to_owned(), value(&given, depth + 1)?));
    }
    Ok(Value::Map(fields))
}

/// Decimals and times, whose modules are only imported when something else than a plain value is met.
fn exact(given: &Bound<'_, PyAny>) -> PyResult<Value> {
    let py = given.py();
    if given.is_instance(DECIMAL.import(py, "decimal", "Decimal")?)? {
        let text = given.str()?.to_string();
        return Ok(Amount::parse(&text).map_or_else(|_| Value::Odd(format!("the decimal {text}")), Value::Amount));
    }
    if given.is_instance(DATETIME.import(py, "datetime", "datetime")?)? {
        if given.call_method0("utcoffset")?.is_none() {
            return Ok(odd(
                "a datetime without a time zone; give it one: value.replace(tzinfo=zoneinfo.ZoneInfo(\"Europe/Berlin\"))",
            ));
        }
        // The service knows whole seconds.
        return Ok(Value::Text(given.call_method1("isoformat", ("T", "seconds"))?.extract()?));
    }
    if given.is_instance(DATE.import(py, "datetime", "date")?)? {
        return Ok(Value::Text(given.call_method0("isoformat")?.extract()?));
    }
    kind_of(given).map(Value::Odd)
}

/// `a set`, `an ndarray`.
pub(crate) fn kind_of(given: &Bound<'_, PyAny>) -> PyResult<String> {
    let name = given.get_type().name()?.to_string();
    let article = if name.starts_with(['a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O', 'U']) { "an" } else { "a" };
    Ok(format!("{article} {name}"))
}

static DECIMAL: PyOnceLock<Py<PyType>> = PyOnceLock::new();
static DATETIME: PyOnceLock<Py<PyType>> = PyOnceLock::new();
static DATE: PyOnceLock<Py<PyType>> = PyOnceLock::new();

/// A value of an answer.
pub(crate) fn object<'py>(py: Python<'py>, item: Item<'_>) -> PyResult<Bound<'py, PyAny>> {
    Ok(match item {
        Item::Null => py.None().into_bound(py),
        Item::Flag(flag) => PyBool::new(py, flag).to_owned().into_any(),
        Item::Integer(number) => number.into_pyobject(py)?.into_any(),
        Item::Amount(amount) => decimal(py, amount)?,
        Item::Time(time) => moment(py, time)?,
        Item::Text(text) => PyString::new(py, &text).into_any(),
        Item::Words(words) => PyList::new(py, words)?.into_any(),
        Item::Record(record) => Record::part(record).into_pyobject(py)?.into_any(),
        Item::List(list) => List::part(list).into_pyobject(py)?.into_any(),
        _ => return Err(PyValueError::new_err("a kind of value this version does not know")),
    })
}

/// A value as plain data: dictionaries, lists, `Decimal`, and days as `date`.
pub(crate) fn data<'py>(py: Python<'py>, value: &Value) -> PyResult<Bound<'py, PyAny>> {
    Ok(match value {
        Value::Null => py.None().into_bound(py),
        Value::Bool(flag) => PyBool::new(py, *flag).to_owned().into_any(),
        Value::Integer(number) => number.into_pyobject(py)?.into_any(),
        Value::Float(number) => PyFloat::new(py, *number).into_any(),
        Value::Amount(amount) => decimal(py, *amount)?,
        Value::Time(time) => moment(py, *time)?,
        Value::Text(text) | Value::Odd(text) => PyString::new(py, text).into_any(),
        Value::List(values) => {
            let list = PyList::empty(py);
            values.iter().try_for_each(|value| list.append(data(py, value)?))?;
            list.into_any()
        }
        Value::Map(fields) => {
            let map = PyDict::new(py);
            fields.iter().try_for_each(|(name, value)| map.set_item(PyString::intern(py, name), data(py, value)?))?;
            map.into_any()
        }
    })
}

pub(crate) fn decimal<'py>(py: Python<'py>, amount: Amount) -> PyResult<Bound<'py, PyAny>> {
    DECIMAL.import(py, "decimal", "Decimal")?.call1((amount.to_string(),))
}

/// A moment as whole seconds since 1970, from an aware `datetime` or a number.
pub(crate) fn seconds(given: &Bound<'_, PyAny>) -> PyResult<i64> {
    let expected = || PyTypeError::new_err("expected a datetime with a time zone, or seconds since 1970");
    let number = if given.is_instance(DATETIME.import(given.py(), "datetime", "datetime")?)? {
        if given.call_method0("utcoffset")?.is_none() {
            return Err(expected());
        }
        given.call_method0("timestamp")?
    } else {
        given.clone()
    };
    number.extract::<f64>().map(|seconds| seconds.floor() as i64).map_err(|_| expected())
}

/// An aware `datetime`, or a `date` where the answer has a day alone.
pub(crate) fn moment<'py>(py: Python<'py>, time: Time) -> PyResult<Bound<'py, PyAny>> {
    let class = if time.is_date() {
        DATE.import(py, "datetime", "date")?
    } else {
        DATETIME.import(py, "datetime", "datetime")?
    };
    class.call_method1(pyo3::intern!(py, "fromisoformat"), (time.to_string(),))
}
