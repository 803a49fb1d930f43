"""Money: the vectors that all languages share, and what is Python's own."""

import copy
import inspect
import json
import pickle
import re
from datetime import date, datetime, timezone
from decimal import Decimal

import pytest
from computing import hold, vectors

from digistore24 import BadParams, DigistoreError, ipn, money

CALLS = ("split", "schedule", "reserve", "refund", "forecast", "reconcile", "infer_tariff")
PARAMS = [
    pytest.param(vector, id=f"{vector['call']}: {vector['why']}")
    for file in ("money_split.json", "money_overtime.json", "money_reconcile.json")
    for vector in vectors(file)
    if vector["call"] in CALLS
]


@pytest.mark.parametrize("vector", PARAMS)
def test_every_vector_comes_out_or_is_refused_as_written(vector):
    result = hold(money, vector)
    for language in ("en", "de"):
        if text := vector.get(f"text_{language}"):
            assert result.explain(language) == text


def test_there_are_vectors_of_every_function_that_takes_options():
    called = {param.values[0]["call"] for param in PARAMS}
    assert called == set(CALLS)


def sold(**options):
    return money.split(**{"gross": "100.00", "currency": "EUR", "vat_rate": "19", "affiliate_rate": "50", **options})


def test_a_split_has_its_amounts_as_decimals_under_the_names_of_the_platform():
    split = sold(partners=[{"name": "Lena", "rate": 25}])
    whole = split.to_dict()
    for name, value in whole.items():
        assert getattr(split, name) == value
    amounts = {name: value for name, value in whole.items() if name not in ("currency", "partners", "notes")}
    assert {type(amount) for amount in amounts.values()} == {Decimal}
    assert (str(split.amount_affiliate), str(split.amount_vendor)) == ("37.57", "28.17")
    assert split.partners == [
        {"name": "Lena", "base": Decimal("37.56"), "amount": Decimal("9.39"), "amount_affiliate": Decimal(0)}
    ]
    assert [note["word"] for note in split.notes] == ["tie", "partner_base"]
    assert split.currency == "EUR"


@pytest.mark.parametrize("gross", ["100", 100, "1e2", Decimal("1E+2"), Decimal("100.000")])
def test_prices_may_be_texts_decimals_and_whole_numbers(gross):
    assert sold(gross=gross) == sold()
    assert hash(sold(gross=gross)) == hash(sold())


def test_splits_are_equal_when_everything_is():
    assert sold() != sold(tie="even") != sold(currency="USD")
    assert sold() != "a split"
    assert len({sold(), sold(), sold(gross="101")}) == 2


def test_a_split_does_not_change():
    with pytest.raises(AttributeError):
        sold().amount_vendor = Decimal(1)
    with pytest.raises(AttributeError):
        sold().note = 1
    with pytest.raises(TypeError):
        money.Split()
    split = sold()
    split.to_dict()["amount_vendor"] = 0
    split.notes.clear()
    assert split == sold() and len(split.notes) == 1


EVERYTHING = {
    "net": "250.000",
    "currency": "KWD",
    "digits": 3,
    "vat_rate": "8.9",
    "shipping": "5",
    "pay_sequence_no": 2,
    "tariff": {"tiers": [{"from": 0, "percent": "7.9"}, {"from": 100, "percent": "4.9"}], "fixed": "0.5"},
    "margin_free_shipping": True,
    "affiliate_rate": "40",
    "affiliate_fixed": "3",
    "affiliate_both": "larger",
    "first_payment_only": True,
    "referral_rate": "10",
    "partners": [
        {"name": "Lena", "rate": "20", "base": "basic_amount"},
        {"rate": 5, "affiliate_rate": "2", "affiliate_fixed": 1, "affiliate_both": "sum"},
    ],
    "tie": "even",
}


@pytest.mark.parametrize(
    "options",
    [
        EVERYTHING,
        {"gross": "37.00", "currency": "EUR"},
        {"gross": "37.00", "currency": "EUR", "vat_amount": "6.67", "affiliate_fixed": "10", "tariff": "high_price"},
    ],
)
def test_a_split_can_be_copied_pickled_and_taken_for_its_options(options):
    split = money.split(**options)
    for again in (copy.copy(split), copy.deepcopy(split), pickle.loads(pickle.dumps(split))):
        assert again == split and again.explain("de") == split.explain("de")
    assert money.refund(split) == money.refund(options)
    paid = [{"paid_on": "2026-10-05", "split": split}]
    assert money.forecast(payments=paid) == money.forecast(payments=[{"paid_on": "2026-10-05", "split": options}])


def test_a_split_shows_itself():
    assert repr(sold()) == (
        "Split('EUR', amount_brutto=100.00, amount_vat=15.97, amount_provider=8.90, amount_affiliate=37.57, "
        "amount_vendor=37.56, 1 note)"
    )
    assert repr(money.split(gross="0", currency="EUR", tariff={"percent": 0})) == (
        "Split('EUR', amount_brutto=0.00, amount_vat=0.00, amount_provider=0.00, amount_vendor=0.00)"
    )
    split = sold(partners=[{"name": "<b>Lena", "rate": "20"}])
    assert "partner=7.51" in repr(split) and "2 notes" in repr(split)
    assert split._repr_html_() == split.to_html() == split.to_html("en")
    assert "&lt;b&gt;Lena" in split.to_html() and "<b>" not in split.to_html()
    assert split.to_html("de").startswith('<div lang="de"')
    assert [step["field"] for step in split.steps()][:2] == ["amount_brutto", "amount_vat"]
    assert split.steps("de")[1] == {
        "field": "amount_vat",
        "label": "USt",
        "derivation": "100,00 × 19 / 119",
        "amount": Decimal("15.97"),
        "notes": [],
    }
    for tell in (split.explain, split.steps, split.to_html):
        with pytest.raises(BadParams, match='language: expected en or de, got "fr"'):
            tell("fr")


def test_results_over_time_hold_days_decimals_and_splits():
    planned = money.schedule(
        first_amount="59.50", other_amounts="29.75", number_of_installments=3, starts_on=date(2026, 1, 31), currency="EUR"
    )
    assert planned["billing_type"] == "installment"
    assert [payment["due_on"] for payment in planned["payments"]] == [
        date(2026, 1, 31),
        date(2026, 2, 28),
        date(2026, 3, 31),
    ]
    first = planned["payments"][0]["split"]
    assert isinstance(first, money.Split) and first.amount_brutto == Decimal("59.50")
    [vendor] = money.reserve(first, paid_on=date(2026, 1, 31))["shares"]
    assert vendor["now"] + vendor["reserve"] == first.amount_vendor
    assert vendor["clears_on"] == date(2026, 2, 14)
    back = money.refund(first, amount=Decimal("9.50"))
    assert (back["amount_brutto"], back["balance"]["amount_brutto"]) == (Decimal("-9.50"), Decimal("50.00"))
    paid = [{"paid_on": payment["due_on"], "split": payment["split"]} for payment in planned["payments"]]
    [account] = money.forecast(payments=paid)["accounts"]
    assert account["total"] == sum(payment["split"].amount_vendor for payment in planned["payments"])
    assert account["total"] == sum(payout["amount"] for payout in account["payouts"])


def test_answers_and_notifications_are_reconciled_as_they_are(ds):
    rows = ds.list_transactions(from_="start").transaction_list
    report = money.reconcile(rows=rows)
    assert report == money.reconcile(rows=list(rows)) == money.reconcile(rows=rows.to_list())
    assert len(report["transactions"]) == len({row.id for row in rows}) > 3
    booked = sold(tariff={"percent": "6", "fixed": "1.00"})
    body = {"event": "on_payment", "transaction_id": "7", "order_id": "A3NXHEHF", "currency": "EUR"}
    body |= {name: str(value) for name, value in booked.to_dict().items() if name.startswith("amount_")}
    event = ipn.verify(ipn.signed_body(body, "a passphrase"), "a passphrase")
    [found] = money.reconcile(rows=[event], affiliate_rate="50")["transactions"]
    assert (found["verdict"], found["causes"][0]["tariff"]) == ("other_tariff", {"percent": 6, "fixed": 1})
    assert found["booked"]["amount_provider"] == booked.amount_provider
    [euros] = money.infer_tariff(rows=(event,))["currencies"]
    assert (euros["currency"], euros["rows"], euros["conclusion"]) == ("EUR", 1, "too_few_rows")


@pytest.mark.parametrize(
    ("options", "path", "says"),
    [
        ({"gross": 29.75}, "gross", r'the floating-point number 29\.75 cannot hold cents exactly; .* "29\.75"'),
        ({"gross": float("nan")}, "gross", "floating-point"),
        ({"gross": float("inf")}, "gross", "floating-point"),
        ({"vat_rate": 19.0}, "vat_rate", "floating-point"),
        ({"gross": True}, "gross", "exact decimal"),
        ({"gross": Decimal("NaN")}, "gross", "the decimal NaN"),
        ({"gross": Decimal("Infinity")}, "gross", "the decimal Infinity"),
        ({"gross": "-1"}, "gross", "refund"),
        ({"gross": "29,75"}, "gross", "29,75"),
        ({"gross": 10**30}, "gross", "18 digits"),
        ({"gross": [1]}, "gross", "a list"),
        ({"gross": object()}, "gross", "an object"),
        ({"gross": "0.005"}, "gross", "decimals"),
        ({"affiliate_rate": 101}, "affiliate_rate", "0 to 100"),
        ({"affiliate_rat": 50}, "affiliate_rat", "there is none; there are .*affiliate_rate"),
        ({"currency": "JPY"}, "currency", "digits"),
        ({"currency": None}, "currency", "is missing"),
        ({"digits": True}, "digits", "whole number"),
        ({"first_payment_only": 1}, "first_payment_only", "true or false"),
        ({"pay_sequence_no": 1.0}, "pay_sequence_no", "whole number"),
        ({"partners": {"rate": 5}}, "partners", "a list"),
        ({"partners": [{"rate": 0.5}]}, "partners[0].rate", "floating-point"),
        ({"partners": [{1: 2}]}, "partners[0]", "names are texts"),
        ({"tariff": "cheap"}, "tariff", "high_price"),
    ],
)
def test_what_makes_no_sense_is_refused(options, path, says):
    with pytest.raises(BadParams) as caught:
        sold(**options)
    assert caught.value.function == "money.split" and caught.value.kind == "params"
    assert [where for where, _ in caught.value.problems] == [path]
    assert re.search(says, caught.value.problems[0][1])


def test_everything_that_is_wrong_is_said_at_once():
    with pytest.raises(DigistoreError) as caught:
        money.split(gross=1.5, referral_rate=-1, tie="odd")
    assert {path for path, _ in caught.value.problems} == {"gross", "referral_rate", "tie", "currency"}
    with pytest.raises(BadParams, match="gross"):
        money.split()


@pytest.mark.parametrize("split", [None, {}, 5, "a split", [], sold])
def test_what_is_no_split_is_refused(split):
    for function in (money.reserve, money.refund):
        with pytest.raises(BadParams) as caught:
            function(split, **({"paid_on": "2026-10-05"} if function is money.reserve else {}))
        assert all(path.startswith("split") for path, _ in caught.value.problems)


def test_moments_are_no_days():
    for moment in (datetime(2026, 10, 5, tzinfo=timezone.utc), datetime(2026, 10, 5), 20261005):
        with pytest.raises(BadParams, match="paid_on: expected a day such as 2026-10-05"):
            money.reserve(sold(), paid_on=moment)


@pytest.mark.parametrize("name", CALLS)
def test_signatures_name_the_options_that_there_are(name):
    function = getattr(money, name)
    with pytest.raises(BadParams) as caught:
        function(nonsense=1)
    told = dict(caught.value.problems)["nonsense"]
    options = told.removeprefix("there is none; there are ").replace("`", "").split(", ")
    parameters = inspect.signature(function).parameters
    assert set(parameters) == set(options)
    assert all(f"`{option}`" in function.__doc__ or name in ("schedule", "reconcile") for option in options)
    required = {option for option, parameter in parameters.items() if parameter.default is parameter.empty}
    missing = {path for path, message in caught.value.problems if message.startswith("is missing")}
    # What one of two options answers is not told by a signature.
    assert required == missing - {"gross", "payments"}
