"""The example server, as its own process and over real HTTP."""

import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from digistore24 import ipn

SERVER = Path(__file__).parents[2] / "examples" / "server.py"
PASSPHRASE = "Kranich-Passphrase-2026"
ITEM = {"order_id": "A3NXHEHF", "order_item_id": "77", "product_id": "4711", "email": "clara.winter@example.com"}
TODAY = date.today()


@pytest.fixture
def url():
    settings = {**os.environ, "IPN_PASSPHRASE": PASSPHRASE}
    command = [sys.executable, str(SERVER), "0"]
    with subprocess.Popen(command, env=settings, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        yield server.stdout.readline().strip()
        server.terminate()


def day(after):
    return str(TODAY + timedelta(days=after))


def payment(number, at, **more):
    dates = {"transaction_date": day(at), "next_payment_at": day(at + 30)}
    return {"event": "on_payment", "transaction_id": f"50{number}", "pay_sequence_no": str(number), **dates, **more}


def send(url, event, passphrase=PASSPHRASE):
    """What the server answers."""
    body = ipn.signed_body({**ITEM, "billing_type": "subscription", **event}, passphrase)
    with urlopen(f"{url}/ipn", body.encode(), timeout=20) as response:
        assert response.status == 200
        return response.read().decode()


def state(url, order="A3NXHEHF"):
    with urlopen(f"{url}/orders/{order}", timeout=20) as response:
        return response.read().decode().split(":")[0]


def test_access_is_granted_kept_suspended_given_back_and_ended(url):
    answer = send(url, payment(1, -5))
    assert answer.startswith("OK\n") and "username: clara.winter@example.com" in answer
    assert state(url) == "active"
    send(url, {"event": "on_rebill_cancelled", "rebill_stop_noted_at": f"{day(-4)} 10:00:00"})
    assert state(url) == "active"
    send(url, {"event": "on_payment_missed", "pay_sequence_no": "2", "transaction_date": day(-2)})
    assert state(url) == "suspended"
    send(url, payment(2, -1))
    assert state(url) == "active"
    send(url, {"event": "on_refund", "transaction_id": "601", "transaction_date": day(0)})
    assert state(url) == "ended"
    assert send(url, payment(2, -1)) == "OK"
    send(url, payment(3, 0))
    assert state(url) == "ended"


def test_an_upgrade_ends_the_order_it_replaces(url):
    send(url, payment(1, -5))
    send(url, payment(1, 0, order_id="B7KQWXYZ", order_item_id="88", transaction_id="701", upgraded_order_id="A3NXHEHF"))
    assert (state(url), state(url, "B7KQWXYZ")) == ("ended", "active")


def test_nobody_else_gives_access(url):
    with pytest.raises(HTTPError, match="403") as refused:
        send(url, payment(1, 0), passphrase="guessed")
    assert refused.value.read() == b"wrong_signature"
    with pytest.raises(HTTPError, match="404"):
        state(url)


def test_the_example_is_short():
    assert len(SERVER.read_text(encoding="utf-8").splitlines()) <= 60
