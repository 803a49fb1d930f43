"""Many sales at once: columns of every kind give the same, threads give the same, floats are refused."""

import array
from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import pytest

from digistore24 import BadParams, money

CENT = Decimal("0.01")
TERMS = {"affiliate_rate": "50", "referral_rate": "10"}
PRICES = [(number * 7919) % 90_000 for number in range(10_000)]


def by_hand(price, vat_rate=Decimal(19)):
    """The formula in plain decimals."""

    def r2(value):
        return value.quantize(CENT, ROUND_HALF_UP)

    gross = Decimal(price) / 100
    vat = r2(gross * vat_rate / (100 + vat_rate))
    provider = r2(gross * Decimal("7.9") / 100) + 1
    basic = gross - vat - provider
    affiliate = r2(max(basic, Decimal(0)) * 50 / 100)
    referral = r2(affiliate * 10 / 100)
    return {
        "amount_brutto": gross,
        "amount_vat": vat,
        "amount_netto": gross - vat,
        "amount_provider": provider,
        "amount_shipping": Decimal(0),
        "basic_amount": basic,
        "amount_affiliate": affiliate,
        "amount_referral": referral,
        "amount_partner": Decimal(0),
        "amount_partner_affiliates": Decimal(0),
        "amount_vendor": basic - affiliate - referral,
    }


def split_many(**given):
    return money.split_many(**{"currency": "EUR", "vat_rate": "19", "terms": TERMS, **given})


def plain(columns):
    return {name: list(column) for name, column in columns.items()}


@pytest.fixture(scope="module")
def minor():
    """The columns in cents."""
    rows = [by_hand(price) for price in PRICES]
    return {name: [int(row[name] * 100) for row in rows] for name in rows[0]}


def test_a_buffer_of_minor_units_gives_views_of_minor_units(minor):
    prices = np.array(PRICES, dtype="int64")
    forms = [prices, memoryview(prices), array.array("q", PRICES), np.repeat(prices, 2)[::2]]
    for form in forms:
        columns = split_many(gross=form)
        assert all(isinstance(column, memoryview) for column in columns.values())
        assert {column.format for column in columns.values()} == {"q"}
        assert plain(columns) == minor
    column = np.asarray(columns["amount_vendor"])
    assert (column.dtype, column.shape) == (np.int64, (len(PRICES),))
    assert np.shares_memory(column, np.asarray(columns["amount_vendor"]))


def test_a_sequence_of_exact_decimals_gives_lists_of_decimals(minor):
    decimals = [Decimal(price) / 100 for price in PRICES]
    for form in [decimals, tuple(decimals), [str(price) for price in decimals], (price for price in decimals)]:
        columns = split_many(gross=form)
        assert all(isinstance(column, list) for column in columns.values())
        assert {name: [int(amount * 100) for amount in column] for name, column in columns.items()} == minor
    columns = split_many(gross=[100, "29.75"], vat_rate=19)
    assert [str(amount) for amount in columns["amount_vendor"]] == ["33.80", "9.74"]


def test_columns_of_objects_are_read_as_decimals_and_whole_numbers_in_them_are_refused():
    for form in [np.array(["100.00", "29.75"]), np.array([Decimal("100"), Decimal("29.75")], dtype=object)]:
        assert [str(amount) for amount in split_many(gross=form)["amount_netto"]] == ["84.03", "25.00"]
    with pytest.raises(BadParams, match=r"gross\[1\]: is a whole number among objects"):
        split_many(gross=np.array(["29.75", 100], dtype=object))


class Series:
    """As columns of data frames are: no buffer, but a way to one."""

    def __init__(self, values):
        self.values = values

    def to_numpy(self):
        return self.values


def test_columns_of_data_frames_are_taken_by_their_numpy_form(minor):
    assert plain(split_many(gross=Series(np.array(PRICES, dtype="int64")))) == minor
    assert split_many(gross=Series(np.array(["100.00"], dtype=object)))["amount_vat"] == [Decimal("15.97")]
    with pytest.raises(BadParams, match="gaps in a column"):
        split_many(gross=Series(np.array([1.0, np.nan])))


def test_every_number_of_threads_gives_the_same(minor):
    prices = np.array(PRICES, dtype="int64")
    for threads in (1, 2, 3, 64):
        assert plain(split_many(gross=prices, threads=threads)) == minor
    with pytest.raises(ValueError, match="threads"):
        split_many(gross=prices, threads=0)


def test_several_terms_give_several_results():
    offers = [{"affiliate_rate": rate} for rate in ("40", "50")]
    results = split_many(gross=["100.00"], terms=offers, fields=["amount_affiliate"])
    assert results == [{"amount_affiliate": [Decimal("30.05")]}, {"amount_affiliate": [Decimal("37.57")]}]
    partner = {"name": "Lena", "rate": "25"}
    columns = split_many(gross=["100.00"], terms={"partners": [partner]}, fields=["partners", "amount_partner"])
    assert list(columns) == ["partners[0].base", "partners[0].amount", "partners[0].amount_affiliate", "amount_partner"]
    assert columns["partners[0].amount"] == columns["amount_partner"] == [Decimal("18.78")]
    assert split_many(gross=["100.00"], terms=[]) == []
    assert split_many(gross=["100.00"], terms=None)["amount_affiliate"] == [0]


def test_no_sales_give_empty_columns():
    for none in (np.array([], dtype="int64"), []):
        columns = split_many(gross=none)
        assert len(columns) == 11 and all(len(column) == 0 for column in columns.values())


def test_other_columns_may_be_of_either_kind_or_one_for_all():
    prices = np.array([119_00, 119_00], dtype="int64")
    for vat in ({"vat_amount": "19"}, {"vat_amount": ["19.00", Decimal(19)]}, {"vat_amount": np.array([1900, 1900])}):
        assert plain(split_many(gross=prices, **{"vat_rate": None, **vat}))["amount_netto"] == [100_00, 100_00]
    columns = split_many(gross=prices, vat_rate=["19", "7"], shipping="11.90", pay_sequence_no=np.array([1, 2]))
    assert plain(columns)["amount_vat"] == [19_00, 7_79]
    assert plain(columns)["amount_shipping"] == [10_00, 11_12]
    first = {"affiliate_rate": "50", "first_payment_only": True}
    for numbers in ([1, 2], np.array([1, 2])):
        columns = split_many(gross=prices, terms=first, pay_sequence_no=numbers)
        assert [bool(amount) for amount in columns["amount_affiliate"]] == [True, False]
    assert plain(split_many(net=np.array([10_00]), vat_rate="8.9"))["amount_brutto"] == [10_89]
    assert split_many(gross=["1000"], currency="JPY", digits=0, vat_rate="10")["amount_vat"] == [Decimal(91)]


def test_what_was_given_may_change_afterwards():
    prices = np.array([100_00], dtype="int64")
    columns = split_many(gross=prices)
    prices[0] = 0
    assert plain(columns)["amount_brutto"] == [100_00]


def test_the_ends_of_64_bits_are_exact_and_beyond_them_is_refused():
    most = 2**63 - 1
    columns = split_many(gross=array.array("q", [most]), terms={"affiliate_rate": "33.333333"})
    expected = most - int((Decimal(most) * 19 / 119).quantize(Decimal(1), ROUND_HALF_UP))
    assert plain(columns)["amount_netto"] == [expected]
    assert refused(net=array.array("q", [1, most]), vat_rate="100") == ["net[1]"]


def refused(**given):
    with pytest.raises(BadParams) as caught:
        split_many(**given)
    return [path for path, _ in caught.value.problems]


def test_everything_that_is_wrong_is_told_at_once():
    assert refused(gross=["29.755", 29.75, "x", None, True, "10.00"], shipping=["1"]) == [
        *(f"gross[{row}]" for row in range(5)),
        "shipping",
    ]
    assert refused(gross=[-1] * 30, vat_rate="101") == ["vat_rate"]
    assert refused(gross=[-1] * 30) == [*(f"gross[{row}]" for row in range(20)), ""]
    assert refused(gross=np.full(30_000, -1), threads=2) == [*(f"gross[{row}]" for row in range(20)), ""]
    assert refused(gross=["1"], net=["1"]) == ["net"]
    assert refused() == refused(shipping=["1"]) == ["gross"]
    assert refused(gross="100.00") == ["gross"]
    assert refused(gross={"100.00": 1}) == ["gross"]
    assert refused(gross=["1"], vat_amount="0.1") == ["vat_amount"]
    assert refused(gross=["1"], vat_rate=["19", "x"]) == ["vat_rate[1]", "vat_rate"]
    terms = [{"affiliate_rate": 0.5}, {"rate": "5"}]
    assert refused(gross=["1"], terms=terms) == ["terms[0].affiliate_rate", "terms[1].rate"]
    assert refused(gross=["1"], pay_sequence_no="first") == ["pay_sequence_no"]
    assert refused(gross=["1"], fields=["vendor"], currency="XXX") == ["currency", "fields[0]"]


@pytest.mark.parametrize(
    ("column", "words"),
    [
        (np.array([29.75]), "floating-point numbers, which cannot hold cents exactly.*astype"),
        (array.array("f", [1.0]), "floating-point"),
        (np.array([2975], dtype="int32"), "expected int64, got a buffer of items of 4 bytes, format 'i'|\"i\""),
        (np.array([2975], dtype="uint64"), "expected int64"),
        (np.array([2975], dtype=">i8"), "expected int64"),
        (np.zeros((2, 2), dtype="int64"), "expected one dimension, got 2"),
        (b"2975", "expected int64, got a buffer of items of 1 bytes"),
        ([29.75], "the floating-point number 29.75 cannot hold cents exactly; write the amount as a text"),
        (29.75, "cannot hold cents exactly"),
        (np.int64(2975), "gross: "),
    ],
)
def test_columns_of_other_kinds_are_refused_with_words(column, words):
    with pytest.raises(BadParams, match=words):
        split_many(gross=column)
