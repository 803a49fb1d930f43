"""Right calls, which type checkers have to accept. Nothing here is run."""

import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal

from typing_extensions import assert_type

import digistore24
from digistore24 import (
    BadParams,
    DigistoreError,
    Digistore24,
    Done,
    Garbled,
    List,
    Record,
    Refused,
    Sandbox,
    Send,
    Unanswered,
    Wait,
)


def clients() -> Digistore24:
    Digistore24("123-Example", timeout=None, language="de", operator="ada", zone="UTC")
    sandbox = Sandbox()
    sandbox.advance(60)
    assert_type(sandbox.approve("token"), bool)
    with sandbox.serve() as server:
        Digistore24(server.api_key, base_url=server.base_url)
    return Digistore24(sandbox.api_key, send=sandbox.send)


def own_http(request: Send) -> tuple[int, Mapping[str, str], bytes]:
    assert_type(request.headers, dict[str, str])
    return 200, {}, request.body


def calls(ds: Digistore24) -> None:
    purchases = ds.list_purchases(from_="-3d", page_no=1, search={"email": "ada@example.com"})
    rows: Sequence[Record] = purchases.purchase_list
    for purchase in purchases.purchase_list:
        assert_type(purchase.amount, Decimal | None)
        assert_type(purchase.created_at, datetime.datetime | datetime.date | None)
        assert_type(purchase._raw, str)
    print(rows, purchases._envelope, purchases._failure)
    ds.list_transactions(from_=datetime.datetime.now(datetime.timezone.utc))
    ds.list_transactions(from_=datetime.date(2026, 10, 5))
    ds.create_voucher(data={"code": "SPRING", "first_rate": Decimal("12.5")})
    ds.call("listPurchases", **{"from": "-3d"})
    ds.raw("anyFunction", name="x", self="y")


def flow(ds: Digistore24) -> object:
    call = ds.prepare("ping")
    match call.step():
        case Send(method, url, headers, body):
            print(method, url, headers, body)
            call.answer(status=200, body=b"{}", headers={})
            call.fail("no route", sent=False)
        case Wait(seconds):
            assert_type(seconds, float)
        case Done(value):
            return value
    return None


def answers(record: Record, values: List[str]) -> None:
    mapping: Mapping[str, object] = record
    assert_type(record.to_json(), str)
    assert_type(values.to_json(), str)
    for text in values:
        assert_type(text, str)
    assert_type(values[0], str)
    assert_type(values[1:], list[str])
    print(mapping, digistore24.read("ping", "{}", status=200), digistore24.read("ping", b"{}"))


def errors(error: DigistoreError) -> None:
    match error:
        case BadParams():
            assert_type(error.problems, list[tuple[str, str]])
        case Refused():
            assert_type(error.code, int | None)
        case Garbled():
            assert_type(error.excerpt, str)
        case Unanswered():
            assert_type(error.maybe_done, bool)
        case _:
            assert_type(error.kind, str)
            assert_type(error.maybe_done, bool)
