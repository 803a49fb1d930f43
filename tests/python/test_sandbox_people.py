"""What people do in the sandbox, notifications on their way, and calls that go wrong."""

import datetime
import json
import threading
import time
from contextlib import contextmanager
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from digistore24 import BadParams, Digistore24, Garbled, Refused, Sandbox, Unanswered, ipn

PASSPHRASE = "Moewe 7"


@contextmanager
def endpoint(answer=lambda event: "OK"):
    """A program that takes notifications over HTTP."""
    heard = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            event = ipn.verify(body, PASSPHRASE)
            text = answer(event).encode()
            heard.append(event)
            self.send_response(200)
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/ipn", heard
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_people_buy_pay_cancel_and_get_their_money_back(sandbox, ds):
    bought = sandbox.buy("515152", email="mia@example.com", affiliate="bea", addons=[{"product_id": 515151}])
    assert bought["amount"] == Decimal("89.25") and isinstance(bought["amount"], Decimal)
    order = bought["purchase_id"]
    moved = sandbox.advance(days=31)
    assert moved["time"] == datetime.datetime.fromisoformat("2026-11-05T13:00:00+01:00")
    assert moved["left_seconds"] == 0
    sandbox.fail_payments(order)
    sandbox.advance(days=30)
    payments = [row for row in ds.rows("listTransactions", from_="start") if row["purchase_id"] == order]
    assert len(payments) == 3, "two items, then one more month; the next card declined"
    assert sandbox.cancel(order) is True and sandbox.cancel(order) is False
    refund = sandbox.refund(bought["transaction_ids"][0])
    assert sandbox.chargeback(purchase_id=order) != refund
    with pytest.raises(BadParams) as wrong:
        sandbox.buy("515151", email="mia@example.com", quantity=0, pay_method="shells")
    assert [path for path, _ in wrong.value.problems] == ["quantity"]
    with pytest.raises(BadParams, match="knows no"):
        sandbox.tell("dance")


def test_the_clock_is_set_and_moves_in_parts(sandbox):
    sandbox.advance(0.5)
    sandbox.advance(seconds=0.5, minutes=1, hours=1)
    assert sandbox.time.isoformat() == "2026-10-05T15:01:01+02:00"
    sandbox.set_time(datetime.datetime(2026, 12, 24, 17, tzinfo=datetime.timezone.utc))
    assert sandbox.time.isoformat() == "2026-12-24T18:00:00+01:00"
    with pytest.raises(BadParams, match="backwards"):
        sandbox.set_time("2026-01-01 00:00:00")


def test_a_snapshot_goes_on_where_it_was_saved(sandbox):
    sandbox.buy("515151", email="mia@example.com")
    again = Sandbox.load(sandbox.save())
    assert again.save() == sandbox.save() and type(again) is Sandbox
    assert sandbox.buy("515151", email="mia@example.com") == again.buy("515151", email="mia@example.com")
    with pytest.raises(BadParams, match="text"):
        Sandbox.load("{}")


def test_its_printed_form_says_what_there_is_and_no_key(sandbox):
    sandbox.buy("515151", email="mia@example.com")
    assert repr(sandbox) == "<Sandbox at 2026-10-05T14:00:00+02:00: 7 orders, 9 transactions, 4 buyers>"
    assert sandbox.api_key not in repr(sandbox)


def test_what_is_due_is_posted_and_what_came_of_it_is_told(sandbox):
    refusing = iter(["ERROR: closed"])
    with endpoint(lambda event: next(refusing, "OK")) as (url, heard):
        connection = sandbox.connect(url, passphrase=PASSPHRASE, transactions="all")
        sandbox.deliver()
        heard.clear()
        refusing = iter(["ERROR: closed"])
        order = sandbox.buy("515151", email="mia@example.com")["purchase_id"]
        [refused] = sandbox.deliver()
        assert (refused["status"], refused["body"], refused["url"]) == (200, "ERROR: closed", url)
        assert sandbox.deliver() == [], "it comes again later"
        sandbox.advance(hours=1)
        [taken] = sandbox.deliver()
        assert (taken["body"], taken["attempt"]) == ("OK", 2)
        assert [event.kind for event in heard] == ["on_payment"] * 2
        [notification] = sandbox.notifications(order_id=order)
        assert notification["state"] == "delivered"
        assert [attempt["reply"] for attempt in notification["attempts"]] == ["ERROR: closed", "OK"]
        assert isinstance(notification["attempts"][0]["at"], datetime.datetime)
    sandbox.resend(notification["id"])
    [lost] = sandbox.deliver(timeout=5)
    assert "lost" in lost and "status" not in lost
    assert sandbox.disconnect(connection) is True


def test_notifications_are_taken_without_http(sandbox):
    sandbox.connect("http://127.0.0.1:9/ipn", passphrase=PASSPHRASE, transactions=["payment"])
    sandbox.drain()
    sandbox.buy("515151", email="mia@example.com")
    waiting = sandbox.due()
    [delivery] = sandbox.drain()
    assert delivery == waiting and sandbox.due() is None
    assert ipn.verify(delivery["body"], PASSPHRASE).kind == "on_payment"
    assert [held["state"] for held in sandbox.access() if held["email"] == "mia@example.com"] == ["active"]


def test_a_served_sandbox_delivers_by_itself_at_the_right_time(sandbox):
    seen = []

    def look(event):
        # Over HTTP, as a program does that asks what it was told of.
        ds = Digistore24(server.api_key, base_url=server.base_url)
        if event.email == "mia@example.com":
            seen.append(ds.ping().server_time.isoformat())
        return "OK"

    with endpoint(look) as (url, _), sandbox.serve(deliver=True) as server:
        sandbox.connect(url, passphrase=PASSPHRASE)
        # A program in another language buys, and moves the clock.
        told(server, "buy", product_id="515152", email="mia@example.com")
        told(server, "advance", days=40)
        sandbox.deliver()
        assert seen == ["2026-10-05T14:00:00+02:00", "2026-11-05T04:00:00+01:00"]
        assert sandbox.time.isoformat() == "2026-11-14T13:00:00+01:00"
        sandbox.advance(days=1)
        sandbox.advance(days=1)
        sandbox.deliver()
        assert sandbox.time.isoformat() == "2026-11-16T13:00:00+01:00"
    sandbox.advance(days=1)
    assert sandbox.time.isoformat() == "2026-11-17T13:00:00+01:00", "without the server it moves at once"


def test_closing_does_not_wait_for_an_address_that_says_nothing(sandbox):
    holding = threading.Event()

    def hold(event):
        holding.set()
        released.wait(60)
        return "OK"

    released = threading.Event()
    with endpoint(hold) as (url, _):
        with sandbox.serve(deliver=True):
            sandbox.connect(url, passphrase=PASSPHRASE)
            sandbox.buy("515151", email="mia@example.com")
            assert holding.wait(30)
            began = time.monotonic()
        took = time.monotonic() - began
        released.set()
    assert took < 8, "an address has ten seconds"
    assert sandbox.notifications(state="queued"), "what was given up is due still"


def told(server, verb, **options):
    request = Request(f"{server.window_url}sandbox/{verb}", data=json.dumps(options).encode(), method="POST")
    request.add_header("Content-Type", "application/json")
    with urlopen(request, timeout=30) as response:
        return json.load(response)["result"]


def test_programs_in_other_languages_drive_it_over_http(sandbox):
    with sandbox.serve() as server:
        form = Request(f"{server.window_url}sandbox/buy", data=b"product_id=515151&email=mia%40example.com")
        with urlopen(form, timeout=30) as response:
            order = json.load(response)["result"]["purchase_id"]
        Digistore24(server.api_key, base_url=server.base_url).get_purchase(purchase_id=order)
        requests = json.load(urlopen(f"{server.window_url}sandbox/requests", timeout=30))["result"]["requests"]
        assert [(request["function"], request["parameters"]) for request in requests] == [
            ("getPurchase", {"purchase_id": order})
        ]
        assert sandbox.requests()[0]["at"] == sandbox.time
        for request, status in [
            (Request(f"{server.window_url}sandbox/advance", data=b"days=soon"), 400),
            (Request(f"{server.window_url}sandbox/advance?days=1"), 405),
            (Request(f"{server.window_url}sandbox/save", headers={"Origin": "https://shop.example.com"}), 403),
            (Request(f"{server.window_url}sandbox/save", headers={"Host": "shop.example.com"}), 403),
        ]:
            with pytest.raises(HTTPError) as refused:
                urlopen(request, timeout=30)
            assert refused.value.code == status
            assert json.load(refused.value)["problems"]
        with urlopen(server.window_url, timeout=30) as window:
            assert b"<html" in window.read()


@pytest.fixture(params=["in this process", "over HTTP"])
def service(request, sandbox):
    """A sandbox and a client of it that waits for half a second at most."""
    if request.param == "over HTTP":
        with sandbox.serve() as server:
            yield sandbox, Digistore24(server.api_key, base_url=server.base_url, timeout=0.5, total_timeout=60)
    else:
        yield sandbox, sandbox.client(timeout=0.5, total_timeout=60)


def asked(sandbox, function):
    return sum(request["function"] == function for request in sandbox.requests())


VOUCHER = {"code": "SPRING", "first_rate": 10}


@pytest.mark.parametrize(
    ("fault", "is_done"),
    [
        ({"kind": "timeout"}, True),
        ({"kind": "timeout", "when": "before"}, False),
        ({"kind": "half"}, True),
        ({"kind": "slow", "seconds": 2}, True),
        ({"kind": "html", "status": 504}, False),
        ({"kind": "html", "status": 504, "when": "after"}, True),
        ({"kind": "code", "code": 11}, False),
    ],
)
def test_what_creates_is_not_sent_again_when_its_end_is_unknown(service, fault, is_done):
    sandbox, ds = service
    sandbox.fault(**fault, function="createVoucher")
    with pytest.raises(Unanswered) as lost:
        ds.create_voucher(data=VOUCHER)
    assert lost.value.maybe_done and asked(sandbox, "createVoucher") == 1
    assert any(row["code"] == "SPRING" for row in ds.list_vouchers().coupons) == is_done
    assert sandbox.faults() == []


@pytest.mark.parametrize(
    "fault", [{"kind": "timeout"}, {"kind": "slow", "seconds": 2}, {"kind": "html"}, {"kind": "code", "code": 12}]
)
def test_what_reads_is_asked_again(service, fault):
    sandbox, ds = service
    sandbox.fault(**fault)
    ds.ping()
    assert asked(sandbox, "ping") == 2


def test_an_error_or_a_page_is_told_as_it_is(service):
    sandbox, ds = service
    sandbox.fault("code", code=4, message="Not today", status=400)
    with pytest.raises(Refused, match="Not today") as refused:
        ds.ping()
    assert (refused.value.code, refused.value.status) == (4, 400)
    sandbox.fault("html", status=403, times=2, function="getUserInfo")
    with pytest.raises(Garbled) as page:
        ds.get_user_info()
    assert page.value.status == 403
    assert sandbox.faults() == [{"function": "getUserInfo", "kind": "html", "times": 1}]
    sandbox.clear_faults()
    ds.get_user_info()


def test_a_request_handed_over_by_hand_meets_faults_too(sandbox):
    sandbox.fault("timeout")
    with pytest.raises(ConnectionError):
        sandbox.handle("GET", "/api/call/ping")
    sandbox.fault("html", status=503)
    assert sandbox.handle("GET", "/api/call/ping")[0] == 503
