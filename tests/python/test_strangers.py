"""The sandbox as programs of others call it: by name and by position, with GET and POST, over real HTTP."""

import json
from itertools import product

import pytest
import strangers

from digistore24 import Digistore24, Sandbox

# Functions with their arguments in the order of the help center's syntax lines; None is left out.
STORY = [
    ("getUserInfo", {}),
    ("createProductGroup", {"data": {"name": "Brushes & paper", "is_shown_as_tab": True}}),
    ("createProduct", {"data": {"name": "Straße, Sky + Sea 100 %", "currency": "EUR", "is_active": False}}),
    ("updateProduct", {"product_id": 515151, "data": {"thankyou_url": "https://shop.example.com/?a=1&b=2"}}),
    ("getProduct", {"product_id": 515151}),
    ("createVoucher", {"data": {"code": "SEA10", "first_rate": "10.00", "product_ids": "515151,515152", "count_left": 3}}),
    ("updateVoucher", {"code": "SEA10", "data": {"first_rate": "12.5", "expires_at": "2027-01-31 23:59:59"}}),
    ("getVoucher", {"code": "SEA10"}),
    (
        "createBuyUrl",
        {
            "product_id": 515151,
            "buyer": {"email": "j.müller@example.com", "first_name": "Jörg", "readonly_keys": "email"},
            "payment_plan": {"first_amount": "19.90", "currency": "EUR"},
            "tracking": None,
            "valid_until": "24h",
            "urls": {"thankyou_url": "https://shop.example.com/thanks?order=[ORDER_ID]"},
            "placeholders": {"gift": "a \"brush\"\nand [paper]"},
            "settings": {"force_rebilling": True},
            "addons": [{"product_id": 515152, "first_amount": "5.00"}, {"product_id": 515153}],
        },
    ),
    ("updateBuyer", {"buyer_id": 31415926, "data": {"city": "Düren", "zipcode": "52349", "country": "DE"}}),
    ("getBuyer", {"buyer_id": 31415926}),
    (
        "listTransactions",
        {
            "from": "-60d",
            "to": None,
            "search": {"email": "lena@example.com", "transaction_type": "payment,refund"},
            "sort_by": "amount",
            "sort_order": "desc",
            "page_no": 1,
            "page_size": 2,
        },
    ),
    ("listPurchases", {"from": "start", "to": "now", "search": {"first_name": "Max"}, "sort_by": "date"}),
    (
        "createEticket",
        {
            "buyer": {"email": "ida@example.com", "first_name": "Ida"},
            "product_id": 515154,
            "location_id": 3,
            "template_id": 3,
            "date": "2026-10-05",
            "days": None,
            "note": "17:00",
            "count": 2,
        },
    ),
    ("validateEticket", {"eticket_id": "91250000000000000001", "template_id": 3, "location_id": 3, "date": "2026-10-05"}),
    ("getPurchase", {"purchase_id": "CD34EF56"}),
    ("stopRebilling", {"purchase_id": "CD34EF56"}),
    ("listCurrencies", {"convert_to": "USD"}),
]
FORMS = list(product(("name", "position"), ("GET", "POST")))


def told(client, calls, form="name", method="POST", **more):
    """The answers of a fresh sandbox."""
    with Sandbox().serve() as server:
        task = {"form": form, "method": method, "calls": calls, "base_url": server.base_url, "api_key": server.api_key}
        return client(task | more)


def ours():
    """What the package itself gets."""
    sandbox, answers = Sandbox(), []

    def send(request):
        status, headers, body = sandbox.send(request)
        answers.append((status, body.decode()))
        return status, headers, body

    ds = Digistore24(sandbox.api_key, send=send)
    for function, arguments in STORY:
        ds.call(function, **arguments)
    return answers


@pytest.fixture(params=[strangers.php, strangers.python], ids=["php", "urllib"])
def client(request):
    return request.param


@pytest.mark.parametrize("form, method", FORMS)
def test_a_story_goes_the_same_in_both_forms_and_both_methods(client, form, method):
    answers = told(client, STORY, form, method)
    for (function, _), answer, wanted in zip(STORY, answers, ours(), strict=True):
        assert answer == wanted, function


def test_what_the_story_does_is_done(client):
    answers = told(client, STORY, "position")
    bodies = {function: json.loads(body) for (function, _), (_, body) in zip(STORY, answers, strict=True)}
    assert {body["result"] for body in bodies.values()} == {"success"}
    data = {function: body["data"] for function, body in bodies.items()}
    assert data["getUserInfo"]["user_name"] == "ada"
    assert data["getProduct"]["thankyou_url"] == "https://shop.example.com/?a=1&b=2"
    assert data["getVoucher"]["coupon"]["first_rate"] == "12.50"
    assert data["createBuyUrl"]["url"].startswith("https://")
    assert (data["getBuyer"]["buyer"]["city"], data["getBuyer"]["buyer"]["zipcode"]) == ("Düren", "52349")
    rows = data["listTransactions"]["transaction_list"]
    assert len(rows) == 2 and {row["buyer"]["email"] for row in rows} == {"lena@example.com"}
    assert {row["buyer"]["first_name"] for row in data["listPurchases"]["purchase_list"]} == {"Max"}
    assert len(data["createEticket"]["etickets"]) == 2
    assert data["validateEticket"]["status"] == "success"
    assert data["stopRebilling"]["modified"] == "Y"


@pytest.mark.parametrize("form, method", FORMS)
def test_a_refusal_is_an_answer(client, form, method):
    calls = [("getProduct", {"product_id": None}), ("createVoucher", {"data": {"code": "X", "first_amount": "9,00"}})]
    wrong = told(client, calls, form, method)
    assert [(status, json.loads(body)["message"]) for status, body in wrong] == [
        (200, "Missing argument: product_id"),
        (200, "Invalid value for argument: data[first_amount]"),
    ]
    [(status, body)] = told(client, [("getProduct", {"product_id": 1})], form, method, api_key="1-Stranger")
    assert (status, json.loads(body)["code"]) == (200, 2)


def test_positions_and_names_do_not_mix(client):
    calls = [("getProduct", {"arg1": 515151, "show_deleted": True}), ("getProduct", {"arg1": 515151, "arg3": "x"})]
    assert [json.loads(body)["message"] for _, body in told(client, calls)] == [
        "Arguments by position and by name in one call: arg1, show_deleted",
        "Unknown argument: arg3",
    ]
