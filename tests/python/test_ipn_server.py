"""The example servers, as processes of their own and over real HTTP."""

import os
import re
import socket
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from queue import Queue
from subprocess import PIPE, STDOUT, Popen
from threading import Thread
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from digistore24 import ipn

EXAMPLES = Path(__file__).parents[2] / "examples"
PASSPHRASE, ACCESS_KEY = "Kranich-Passphrase-2026", "nobody's"
ITEM = {"order_id": "A3NXHEHF", "order_item_id": "77", "product_id": "4711", "email": "clara.winter@example.com"}
TODAY = date.today()

WSGI = [str(EXAMPLES / "server.py"), "0"]
ASGI = ["-m", "uvicorn", "--app-dir", str(EXAMPLES), "--port", "0", "asgi:application"]


@contextmanager
def serving(command, folder):
    """The address of a server that keeps what it keeps in this folder."""
    settings = {**os.environ, "IPN_PASSPHRASE": PASSPHRASE, "ACCESS_KEY": ACCESS_KEY}
    program = [sys.executable, *command]
    with Popen(program, cwd=folder, env=settings, stdout=PIPE, stderr=STDOUT, text=True) as server:
        # Read to the end, or the server would wait when the pipe is full.
        told = Queue()
        reader = Thread(target=lambda: [told.put(line) for line in server.stdout])
        reader.start()
        try:
            while not (found := re.search(r"http://127\.0\.0\.1:(\d+)", line := told.get(timeout=20))):
                assert "Error" not in line, line
            listening(int(found[1]))
            yield found[0]
        finally:
            server.terminate()
            reader.join()


def listening(port):
    """Waits until somebody listens: with several workers the address is told before."""
    for _ in range(400):
        with socket.socket() as line:
            if line.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError(f"nobody listens at {port}")


@pytest.fixture(params=[WSGI, ASGI], ids=["wsgi", "asgi"])
def url(request, tmp_path):
    with serving(request.param, tmp_path) as url:
        yield url


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


def states(url, order="A3NXHEHF", key=ACCESS_KEY):
    """What is told of each item of an order."""
    request = Request(f"{url}/orders/{order}", headers={"Authorization": f"Bearer {key}"})
    with urlopen(request, timeout=20) as response:
        return [line.split(":")[0] for line in response.read().decode().split("\n")]


def state(url, order="A3NXHEHF"):
    return states(url, order)[0]


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


def test_the_file_outlives_the_asgi_server_and_workers_share_it(tmp_path):
    items = [str(number) for number in range(600, 760)]
    with serving([*ASGI, "--workers", "2"], tmp_path) as url, ThreadPoolExecutor(16) as pool:
        events = [payment(1, 0, order_item_id=item, transaction_id=f"7{item}") for item in items]
        answers = list(pool.map(lambda event: send(url, event), [*events, *events[:3]]))
        assert all(answer.startswith("OK") for answer in answers)
        assert states(url) == ["active"] * len(items)
    with serving(ASGI, tmp_path) as url:
        assert states(url) == ["active"] * len(items)
        assert send(url, events[0]) == "OK", "handled before, so no account is told again"


def test_the_asgi_server_tells_who_has_access_to_those_who_know_the_key(tmp_path):
    with serving(ASGI, tmp_path) as url:
        send(url, payment(1, 0))
        assert states(url) == ["active"]
        for key in ("", "guessed"):
            with pytest.raises(HTTPError, match="404"):
                states(url, key=key)


@pytest.mark.parametrize("name", ["server.py", "asgi.py"])
def test_the_example_is_short(name):
    assert len((EXAMPLES / name).read_text(encoding="utf-8").splitlines()) <= 60
