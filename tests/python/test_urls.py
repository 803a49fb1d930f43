"""Links and order forms: what Python adds to the vectors that all languages share."""

import datetime
from decimal import Decimal

import pytest

from digistore24 import BadParams, Digistore24, Sandbox, urls


def test_the_main_thing_comes_first_or_by_name():
    link = urls.parse("https://www.digistore24.com/redir/220831/MaxMuster/Spring")
    assert (link["type"], link["affiliate"], link["campaign_key"]) == ("promo", "MaxMuster", "Spring")
    assert urls.parse(url=link["url"]) == link
    assert urls.order_id("Q7M2XWPA")["verdict"] == "known"
    assert urls.thankyou("https://shop.example/", query={"id": "[ORDER_ID]"})["placeholders"] == ["ORDER_ID"]
    with pytest.raises(BadParams, match="url: is missing"):
        urls.parse()
    with pytest.raises(TypeError):
        urls.promo("220831", "MaxMuster")


def test_none_below_query_removes_and_an_empty_text_as_well():
    url = "https://www.digistore24.com/product/1?x=1&voucher=A&x=2"
    assert urls.change(url, query={"x": None})["url"] == "https://www.digistore24.com/product/1?voucher=A"
    assert urls.change(url, voucher="")["url"] == "https://www.digistore24.com/product/1?x=1&x=2"
    assert urls.change(url, voucher=None)["url"] == url
    # What was read can be handed on as it is.
    link = urls.parse(url)
    copy = urls.product(product_id=link["product_id"], query=link["query"])
    assert copy["query"] == link["query"]


def test_amounts_and_days_are_those_of_python():
    plan = {"first_amount": Decimal("1.00"), "other_amounts": "19.90", "currency": "EUR", "number_of_installments": 0}
    parameters = {"product_id": 512345, "payment_plan": plan}
    lint = urls.buy_url(parameters, starts_on=datetime.date(2026, 1, 31), payments=2)
    assert lint["ok"]
    assert lint["preview"]["payments"][1]["due_on"] == datetime.date(2026, 2, 28)
    assert lint["preview"]["payments"][1]["amount"] == Decimal("19.90")
    assert {finding["word"] for finding in lint["findings"]} == {
        "other_interval_missing",
        "tax_as_set",
        "valid_until_default",
    }
    with pytest.raises(BadParams) as caught:
        urls.buy_url(parameters, starts_on=datetime.datetime(2026, 1, 31, 12, tzinfo=datetime.timezone.utc))
    assert caught.value.problems[0][0] == "starts_on"


def test_what_was_looked_at_can_be_sent():
    sandbox = Sandbox()
    ds = Digistore24(sandbox.api_key, send=sandbox.send)
    product = ds.list_products().products[0].id
    plan = {"first_amount": "9.00", "currency": "EUR", "tax_mode": "include"}
    lint = urls.buy_url({"product_id": product, "payment_plan": plan, "valid_until": "48h"})
    assert lint["ok"] and lint["findings"] == []
    made = urls.parse(ds.create_buy_url(**lint["parameters"]).url)
    assert (made["type"], made["trusted"], made["url"]) == ("unknown", True, None)


def test_keys_show_in_no_result():
    url = "https://www.digistore24.com/invoice/Q7M2XWPA/0/K3YK3YK3.pdf"
    assert "K3YK3YK3" not in repr(urls.parse(url))
    assert "K3YK3YK3" not in repr(urls.parse("https://www.checkout-ds24.com/product/1?tk=K3YK3YK3", secret=["tk"])["shown"])
    with pytest.raises(BadParams) as caught:
        urls.change(url, voucher="A")
    assert "K3YK3YK3" not in str(caught.value)


def test_every_function_has_its_words():
    for name in urls.__all__:
        function = getattr(urls, name)
        assert function.__doc__ and function.__module__, name
        assert function.__text_signature__.startswith("("), name
