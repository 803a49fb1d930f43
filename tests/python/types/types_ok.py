"""Right calls, which type checkers have to accept. Nothing here is run."""

import array
import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal

from typing_extensions import assert_type

import digistore24
from digistore24 import (
    AsyncDigistore24,
    Attempt,
    BadParams,
    Budget,
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
    etickets,
    ipn,
    licenses,
    money,
    urls,
    vouchers,
)
from digistore24.licenses import types as license_types
from digistore24.money import types as money_types
from digistore24.urls import types as urls_types


def clients() -> Digistore24:
    Digistore24("123-Example", timeout=None, language="de", operator="ada", zone="UTC")
    sandbox = Sandbox()
    sandbox.advance(60)
    assert_type(sandbox.approve("token"), bool)
    bought = sandbox.buy("515151", email="mia@example.com", addons=[{"product_id": 515153}])
    assert_type(bought["amount"], Decimal)
    assert_type(sandbox.refund(purchase_id=bought["purchase_id"]), str)
    assert_type(sandbox.advance(days=31)["time"], datetime.datetime)
    assert_type(sandbox.notifications(state="queued")[0]["due_at"], datetime.datetime | None)
    assert_type(sandbox.fault("slow", seconds=0.5)[0]["times"], int)
    assert_type(Sandbox.load(sandbox.save()), Sandbox)
    assert_type(sandbox.client(timeout=5), Digistore24)
    with sandbox.serve(deliver=True) as server:
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


def notifications(body: bytes, request: ipn.UnsignedEvent) -> None:
    event = ipn.verify(body, ["new", "old"], entities=True, zone="UTC")
    assert_type(event, ipn.Event)
    assert_type(event.amount_brutto, Decimal | None)
    assert_type(event.next_payment_at, datetime.datetime | datetime.date | None)
    assert_type(event.is_gdpr_country, bool | None)
    assert_type(event.dedup_key, str)
    assert_type(event.seen, bool | None)
    items = event["items"]
    assert items is not None
    for item in items:
        assert_type(item.product_amount, Decimal | None)
        assert_type(item.no, int | None)
    assert_type(ipn.verify_all([body, body.decode()], "new", threads=2), list[ipn.Event | ipn.Rejected])
    assert_type(ipn.sign({"event": "on_payment"}, "new"), str)
    assert_type(ipn.signed_body([("event", "on_payment"), (b"custom", b"\xff")], "new"), str)
    assert_type(ipn.read_unsigned(body), ipn.UnsignedEvent)
    assert_type(request.email, str | None)
    assert_type(ipn.thankyou("order_id=1", "key", own=["utm_source"]).vat_amount, Decimal | None)


def access(event: ipn.Event) -> None:
    known = ipn.Access.from_text("")
    known.merge(ipn.Access())
    assert_type(known.feed(event), bool)
    for item in [*known.items(overdue_after=5), *known.at(datetime.datetime.now(datetime.timezone.utc)), *known.at(0)]:
        assert_type(item.until, datetime.datetime | datetime.date | None)
        state: Literal["none", "active", "suspended", "ended"] = item.state
        print(state)


def answer(event: ipn.Event) -> ipn.Reply | None:
    return ipn.Reply().account(event.email or "", loginurl="https://shop.example.com").show_on("invoice").line("A", "b")


async def answer_later(event: ipn.Event) -> ipn.Reply | None:
    return answer(event)


class Memory:
    def has(self, key: str) -> bool:
        return not key

    def add(self, key: str) -> None:
        print(key)


class AsyncMemory:
    async def has(self, key: str) -> bool:
        return not key

    async def add(self, key: str) -> None:
        print(key)


def handlers(body: bytes) -> None:
    handled: set[str] = set()
    ipn.wsgi(passphrase="new", on=answer, store=handled)
    ipn.wsgi(passphrase=["new"], on={"on_payment": answer, "on_refund": print}, store=Memory())
    ipn.asgi(passphrase="new", on=answer_later, store=AsyncMemory())
    ipn.asgi(passphrase="new", on={"on_payment": answer_later, "on_refund": answer}, store=Memory(), max_body=1000)
    status, headers, text = ipn.handle("POST", {}, body, passphrase="new", on=answer)
    assert_type((status, headers, text), tuple[int, dict[str, str], bytes])


def setup(ds: Digistore24) -> None:
    made = ipn.connect(
        ds,
        ipn_url="https://shop.example.com/ipn",
        name="Course shop",
        domain_id=ipn.domain_id("Course shop"),
        sha_passphrase="random",
        product_ids=[42, "43"],
    )
    assert_type(made.sha_passphrase, str | None)
    for finding in ipn.doctor("https://shop.example.com/ipn", ds, domain_id=made.domain_id, passphrase="new"):
        assert_type(finding.message, str)


def shares(day: datetime.date) -> None:
    partner: money_types.Partner = {"name": "Lena", "rate": "25", "base": "basic_amount"}
    tariff: money_types.TariffOptions = {"tiers": [{"from": 0, "percent": Decimal("7.9")}], "fixed": 1}
    split = money.split(net="100", currency="EUR", vat_rate=19, partners=[partner], tariff=tariff, tie="even")
    assert_type(split.amount_vendor, Decimal)
    assert_type(split.partners[0]["amount"], Decimal)
    assert_type(split.steps("de")[0]["label"], str)
    money.split(gross=Decimal(100), currency="EUR", tariff="high_price", affiliate_rate="50", first_payment_only=True)
    planned = money.schedule(first_amount=1, starts_on=day, currency="EUR", number_of_installments=0, payments=12)
    assert_type(planned["payments"][0]["split"], money.Split)
    held = money.reserve(split, paid_on="2026-10-05", clearing_days=30)
    assert_type(held["shares"][0]["clears_on"], datetime.date)
    back = money.refund({"gross": "37.00", "currency": "EUR"}, kind="chargeback", fees="mslw", chargeback_kind="card")
    assert_type(back["balance"]["amount_vendor"], Decimal)
    expected = money.forecast(
        payments=[{"paid_on": day, "split": split}],
        schedule={"first_amount": 5, "starts_on": day, "currency": "EUR"},
        refunds=[{"refunded_on": day, "split": {"gross": "1", "currency": "EUR"}, "amount": "0.50"}],
        payout_days=[7, 14],
        thresholds=[{"party": "vendor", "amount": 50}],
    )
    assert_type(expected["accounts"][0]["payouts"][0]["from"][0]["due_on"], datetime.date)


def books(ds: Digistore24, event: ipn.Event) -> None:
    report = money.reconcile(rows=ds.list_transactions().transaction_list, affiliate_rate="50", language="de")
    assert_type(report["transactions"][0]["booked"]["amount_vendor"], Decimal | None)
    found = money.infer_tariff(rows=[event], role="vendor")
    assert_type(found["currencies"][0]["tariffs"][0]["gross_to"], Decimal)


def offers(prices: array.array[int]) -> None:
    terms = {"affiliate_rate": "50"}
    texts = money.split_many(gross=["100.00", Decimal("29.75"), 5], currency="EUR", vat_rate=["19", "7", 0])
    assert_type(texts, dict[str, list[Decimal]])
    views = money.split_many(net=prices, currency="EUR", shipping=prices, terms=terms, fields=["amount_vendor", "partners"])
    assert_type(views, dict[str, memoryview[int]])
    several = money.split_many(gross=prices, currency="EUR", vat_amount="0", terms=[terms, terms], threads=2)
    assert_type(several, list[dict[str, memoryview[int]]])


def discounts(ds: Digistore24, now: datetime.datetime) -> None:
    code = ds.get_voucher(code="AUTUMN20").coupon
    assert code is not None
    checked = vouchers.check(code, product_id=42, now=now, plan={"first_amount": Decimal(50), "currency": "EUR"})
    assert_type(checked["verdict"], Literal["applies", "does_not_apply", "undecided"])
    assert checked["prices"] is not None
    assert_type(checked["prices"]["first"]["amount"], Decimal | None)
    used = vouchers.coupon(ds.validate_coupon_code(code="69-secret"), price="49.90", currency="EUR")
    assert_type(used["payable"], Decimal | None)
    prepared = vouchers.create("SPRING", first_rate=20, product_ids=["1", 2], expires_at=now)
    made = vouchers.created(ds.create_voucher(**prepared["parameters"]))
    ds.update_voucher(**vouchers.update(made["id"], remove=["expires_at"])["parameters"])


def licences(ds: Digistore24, key: str) -> None:
    shaped = licenses.shape(key, generated=None)
    assert_type(shaped["suggestions"], list[str])
    validation = licenses.validate(ds, purchase_id="JK92LM34", license_key=key)
    assert_type(validation["verdict"], Literal["valid", "not_found", "not_paid", "unknown"])
    keys = licenses.new_keys()
    signed = licenses.sign(validation, private_key=keys.private_key, machine="laptop", valid_days=14)
    checked = licenses.check(
        signed["receipt"], public_keys=[keys.public_key], product_ids=515153, last_seen=signed["checked_at"]
    )
    assert_type(checked["last_seen"], datetime.datetime)
    assert_type(licenses.verdict(ds.validate_license_key(purchase_id="1", license_key=key)), license_types.Validity)


def links(ds: Digistore24, day: datetime.date) -> None:
    link = urls.parse("https://www.digistore24.com/redir/220831/MaxMuster", secret=["tk"])
    if link["type"] == "promo":
        assert_type(link["affiliate"], str | None)
    elif link["type"] == "upgrade":
        assert_type(link["order_ids"], list[str])
    assert_type(urls.promo(product_id=1, affiliate="ada", click_id="{click_id}", query={"x": 1})["url"], str)
    assert_type(urls.content(product_id="1", content_link_id=2, affiliate="ada")["campaign_key"], str | None)
    form = urls.product(product_id=1, voucher="SPRING", plan=2, query=[{"name": "x"}])
    assert_type(urls.change(form["url"], voucher="", query={"x": None})["query"], list[urls_types.Parameter])
    assert_type(urls.upgrade("https://www.digistore24.com/upgrade/1-a/ORDER_ID", order_ids=["Q7M2XWPA"])["shown"], str)
    urls.testpay("https://www.digistore24.com/product/1", get_param_name="t", testpay_key="k")
    urls.thankyou("https://shop.example/", query={"id": "[ORDER_ID]"})
    urls.postback("https://tracker.example/?c={cid}")
    verdicts = [urls.order_id("Q7M2XWPA"), urls.product_id(5), urls.affiliate("ada"), urls.key("spring")]
    assert_type(verdicts[0]["suggestion"], str | None)
    lint = urls.buy_url({"product_id": 1}, starts_on=day, payments=3, month_end="stay")
    if lint["ok"]:
        ds.create_buy_url(**lint["parameters"])
    if lint["preview"]:
        assert_type(lint["preview"]["payments"][0]["amount"], Decimal | None)
    urls.payment_plan({"paymentplan_id": 7, "data": {"first_amount": 5}}, record={"currency": "EUR"})


def doors(ds: Digistore24) -> None:
    rows = ds.list_etickets().etickets
    assert rows
    now = datetime.datetime.now(datetime.timezone.utc)
    door = etickets.DoorList.take(rows, door="north", template_id=[3, "4"], location_id=3, date="2026-10-05", snapshot_at=now)
    first = door.scan("91250000000000000001", at=now)["first"]
    assert_type(first["at"] if first else None, datetime.datetime | None)
    door.merge(door.marks(), [etickets.DoorList.read(door.bytes(), door="west")])
    assert_type(door.sync(ds, limit=5, save=lambda door: door.bytes())["counted"], int)
    found = etickets.validate(ds, "91250000000000000001", template_id=3, location_id=3, look_first=True)
    assert_type(found["ticket"]["no"] if found["ticket"] else None, int | None)
    assert_type(etickets.number("x")["number"], str | None)
    assert_type(etickets.check(rows[0], template_id=3, location_id=3, date=now.date())["reasons"][0]["word"], str)


async def awaited(budget: Budget) -> None:
    async def carry(request: Send) -> tuple[int, Mapping[str, str], bytes]:
        assert_type(request.timeout, float | None)
        return 200, {}, request.body

    AsyncDigistore24("123-Example", send=carry)
    AsyncDigistore24("123-Example", send=own_http, budget=budget)
    async with AsyncDigistore24("123-Example", total_timeout=60, retries=0) as ds:
        purchases = await ds.list_purchases(from_="-3d")
        assert_type(purchases.purchase_list[0].amount, Decimal | None)
        assert_type((await ds.with_options(timeout=5).get_user_info()).user_name, str | None)
        await ds.call("ping")


def patience(ds: Digistore24) -> None:
    def seen(attempt: Attempt) -> None:
        print(attempt.function, attempt.outcome == "lost", attempt.maybe_done, attempt.again_in)

    Digistore24("123-Example", write_key="456-Example", permission="readonly", writing=True, on_attempt=seen)
    Digistore24("123-Example", developer_key="456-Example", most_bytes=1_000_000, bodies=True, budget=Budget(5, at_once=10))
    assert_type(ds.with_options(retries=0, on_attempt=seen), Digistore24)
def coming_to_a_key(ds: Digistore24) -> None:
    from digistore24 import keys

    ticket = keys.request(ds, return_url="https://shop.example.org/connected", permissions="writable")
    assert_type(ticket.token, str)
    collected = keys.collect(ds, ticket, on_state=print, every=0.5)
    if collected.granted and collected.granted.user:
        assert_type(collected.granted.user.name, str | None)
    granted = digistore24.login("3-Example", return_url="https://shop.example.org/connected", file="keys.json", timeout=5.0)
    assert_type(granted.api_key, str)
    assert_type(digistore24.stored_key(name="shop"), str | None)
    assert_type(digistore24.logout(), bool)
    try:
        digistore24.login("3-Example", ticket=True)
    except digistore24.NotGranted as error:
        assert_type(error.collected, keys.Collected)
def lost(ds: Digistore24) -> None:
    try:
        ds.refund_transaction(transaction_id=90000001)
    except Unanswered as error:
        told = ds.what_became_of(error, wait=False, known=["1", 2])
        assert_type(told["again_in"], int | None)
        assert_type(told["evidence"][0]["record"]["id"], Any)
        if told["verdict"] == "not_done":
            ds.refund_transaction(transaction_id=90000001)

def rows(ds: Digistore24) -> None:
    purchases = ds.rows("listPurchases", from_="-3d", page_size=100, window=30, progress=True)
    assert_type(next(purchases).amount, Decimal | None)
    for page in ds.rows("listBuyers", cursor=purchases.cursor).pages():
        assert_type(page[0].email, str | None)
