"""Parameters on their way out, and values of answers on their way in."""

import datetime
import enum
import types
from collections import OrderedDict
from decimal import Decimal
from urllib.parse import parse_qsl
from zoneinfo import ZoneInfo

import pytest

from digistore24 import BadParams, read

BERLIN = ZoneInfo("Europe/Berlin")


class Word(str, enum.Enum):
    YES = "yes"


class Number(enum.IntEnum):
    SEVEN = 7


@pytest.mark.parametrize(
    ("value", "form"),
    [
        ("Grüße & Co", [("x", "Grüße & Co")]),
        ("", [("x", "")]),
        (7, [("x", "7")]),
        (-7, [("x", "-7")]),
        (10**30, [("x", "1" + "0" * 30)]),
        (True, [("x", "Y")]),
        (False, [("x", "N")]),
        (Word.YES, [("x", "yes")]),
        (Number.SEVEN, [("x", "7")]),
        (Decimal("29.90"), [("x", "29.90")]),
        (Decimal("1E+2"), [("x", "100.00")]),
        (Decimal("-0.01"), [("x", "-0.01")]),
        (datetime.date(2026, 10, 5), [("x", "2026-10-05")]),
        (datetime.datetime(2026, 10, 5, 14, tzinfo=BERLIN), [("x", "2026-10-05T14:00:00+02:00")]),
        (datetime.datetime(2026, 1, 5, 14, 0, 1, 999, datetime.timezone.utc), [("x", "2026-01-05T14:00:01+00:00")]),
        (["a", 1], [("x[0]", "a"), ("x[1]", "1")]),
        (("a", 1), [("x[0]", "a"), ("x[1]", "1")]),
        ({"a": {"b": 1}}, [("x[a][b]", "1")]),
        (OrderedDict(b=1, a=2), [("x[b]", "1"), ("x[a]", "2")]),
        (types.MappingProxyType({"a": 1}), [("x[a]", "1")]),
        (None, []),
    ],
    ids=repr,
)
def test_what_a_value_is_on_the_wire(recorded, recorder, value, form):
    recorded.raw("anything", x=value)
    assert parse_qsl(recorder.body, keep_blank_values=True) == form


def test_a_record_and_a_list_of_an_answer_serve_as_parameters(recorded, recorder):
    answer = read("unknown", '{"api_version":"1.2","result":"success","data":{"a":"1","b":["x",{"c":2}]}}')
    recorded.raw("anything", x=answer, y=answer.b)
    expected = [("x[a]", "1"), ("x[b][0]", "x"), ("x[b][1][c]", "2"), ("y[0]", "x"), ("y[1][c]", "2")]
    assert parse_qsl(recorder.body) == expected


def test_reserved_words_take_an_underscore_and_no_other_word_does(recorded, recorder):
    recorded.list_purchases(from_="-3d")
    assert recorder.body == "from=-3d"
    recorded.call("listPurchases", **{"from": "-3d"})
    assert recorder.body == "from=-3d"
    recorded.raw("anything", to_=1, class_=2)
    assert recorder.body == "to_=1&class=2"


def endless():
    itself = []
    itself.append(itself)
    return itself


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        (1.5, "floating-point"),
        (float("nan"), "floating-point"),
        (Decimal("NaN"), "the decimal NaN"),
        (Decimal("Infinity"), "the decimal Infinity"),
        (Decimal("1E+400"), "the decimal 1E+400"),
        (10**5000, "thousands of digits"),
        (b"bytes", "a bytes"),
        ({1, 2}, "a set"),
        (object(), "an object"),
        (print, "a builtin_function_or_method"),
        (datetime.time(14), "a time"),
        (datetime.datetime(2026, 10, 5), "a datetime without a time zone; give it one"),
        ("\udc80", "a text with a lone surrogate"),
        ({1: 2}, "a mapping with an int as a name"),
        ({"\udc80": 2}, "a mapping with a lone surrogate"),
        (endless(), "nested deeper"),
    ],
    ids=lambda value: str(type(value).__name__),
)
def test_a_value_that_cannot_travel_is_named_and_nothing_is_sent(recorded, recorder, value, complaint):
    with pytest.raises(BadParams) as caught:
        recorded.raw("anything", x=value)
    assert complaint in str(caught.value)
    assert recorder.requests == []


def test_a_day_serves_where_a_moment_is_expected(recorded, recorder):
    recorded.list_purchases(from_=datetime.date(2026, 10, 5))
    assert recorder.body == "from=2026-10-05"


def test_an_exception_of_the_callers_own_mapping_comes_through(recorded):
    class Broken(OrderedDict):
        def items(self):
            raise RuntimeError("broken")

    with pytest.raises(RuntimeError, match="broken"):
        recorded.raw("anything", x=Broken())


def test_values_of_answers():
    answer = read(
        "listTransactions",
        '{"api_version":"1.2","result":"success","data":{"transaction_list":[{"amount":"59.5","vat_rate":19,'
        '"created_at":"2026-10-05 14:00:00","order_id":12345678901234567890,"is_test":"Y"}]}}',
    )
    row = answer.transaction_list[0]
    assert isinstance(row.amount, Decimal)
    assert str(row.amount) == "59.50"
    assert row.created_at == datetime.datetime(2026, 10, 5, 14, tzinfo=BERLIN)
    assert row.created_at.utcoffset() == datetime.timedelta(hours=2)
    assert row.order_id == "12345678901234567890"


def test_a_day_alone_is_a_date_and_not_a_datetime():
    answer = read("getPurchase", '{"api_version":"1.2","result":"success","data":{"created_at":"2026-10-05"}}')
    assert type(answer.created_at) is datetime.date


def test_a_time_in_the_zone_of_the_client(recorder):
    from digistore24 import Digistore24

    recorder.reply = (200, {}, '{"api_version":"1.2","result":"success","data":{"server_time":"2026-10-05 14:00:00"}}')
    ds = Digistore24("123-Example", zone="UTC", send=recorder)
    assert ds.ping().server_time == datetime.datetime(2026, 10, 5, 14, tzinfo=datetime.timezone.utc)
