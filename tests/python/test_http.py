"""The built-in HTTP client, on bare sockets and against the sandbox."""

import _thread
import socket
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from itertools import starmap

import pytest

from conftest import KEY
from digistore24 import Digistore24, Garbled, Refused, Unanswered
from loopback import PONG, Loopback, http

ONCE = ("refund_purchase", {"purchase_id": "7FQ"})
SAFE = ("ping", {})


def call(server, function=SAFE, **settings):
    name, parameters = function
    return getattr(Digistore24(KEY, base_url=server.base_url, **settings), name)(**parameters)


def test_a_call_without_parameters_still_says_how_long_its_body_is():
    with Loopback() as server:
        call(server)
    (request,) = server.requests
    assert request.line == "POST /api/call/ping HTTP/1.1"
    assert request.headers["content-length"] == "0"
    assert "transfer-encoding" not in request.headers
    assert request.body == b""


def test_a_call_with_parameters_sends_a_form():
    with Loopback() as server:
        call(server, ("list_purchases", {"search": {"email": "é&="}}))
    (request,) = server.requests
    assert request.headers["content-type"] == "application/x-www-form-urlencoded; charset=utf-8"
    assert request.headers["content-length"] == str(len(request.body))
    assert request.body == b"search%5Bemail%5D=%C3%A9%26%3D"


def test_the_key_travels_in_its_header_alone():
    with Loopback() as server:
        call(server, ("list_purchases", {"from_": "-3d"}))
    (request,) = server.requests
    assert request.headers["x-ds-api-key"] == KEY
    assert (request.head + request.body).count(KEY.split("-")[1].encode()) == 1


@pytest.fixture
def proxy(monkeypatch):
    """A port that all the proxies of the environment name; what it hears."""
    heard = []

    def listen(server):
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            with connection, connection.makefile("rb") as stream:
                heard.append(b"".join(iter(stream.readline, b"\r\n")))
                connection.sendall(b"HTTP/1.1 502 Bad Gateway\r\n\r\n")

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=listen, args=(server,), daemon=True)
        thread.start()
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{server.getsockname()[1]}")
        for name in ("NO_PROXY", "no_proxy"):
            monkeypatch.delenv(name, raising=False)
        yield heard
        server.shutdown(socket.SHUT_RDWR)
        thread.join()


def test_a_proxy_of_the_environment_never_sees_a_key_in_clear_text(proxy):
    with Loopback() as server:
        assert call(server).server_time.year == 2026
    assert proxy == []
    with pytest.raises(Unanswered) as caught:
        Digistore24(KEY, base_url="https://www.example.com/api/call", timeout=5, retries=0).refund_purchase(purchase_id="7FQ")
    assert caught.value.maybe_done is False
    assert proxy[0].startswith(b"CONNECT www.example.com:443 ")
    assert KEY.encode() not in b"".join(proxy)


def test_the_client_says_who_it_is_and_asks_for_json():
    with Loopback() as server:
        call(server)
    headers = server.requests[0].headers
    assert headers["user-agent"].startswith("digistore24-python/")
    assert headers["accept"] == "application/json"


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
def test_a_redirect_is_never_followed(status):
    with Loopback() as elsewhere:
        moved = http(b"<p>moved</p>", status, f"Location: {elsewhere.base_url}/ping\r\n")
        with Loopback(moved) as server, pytest.raises(Garbled) as caught:
            call(server)
    assert caught.value.status == int(status.split()[0])
    assert len(server.requests) == 1
    assert elsewhere.connections == 0


def test_the_envelope_decides_and_not_the_status():
    refusal = b'{"api_version":"1.2","result":"error","code":2,"message":"bad key"}'
    with Loopback(http(refusal, "200 OK")) as server, pytest.raises(Refused):
        call(server)
    with Loopback(http(refusal, "403 Forbidden")) as server, pytest.raises(Refused) as caught:
        call(server)
    assert caught.value.status == 403
    with Loopback(http(PONG, "500 Oops")) as server:
        assert call(server).server_time.year == 2026


def broken(reply):
    """What becomes of a safe call and of one that must not be repeated."""
    for function, doubles in ((SAFE, False), (ONCE, True)):
        with Loopback(reply) as server, pytest.raises(Unanswered) as caught:
            call(server, function, timeout=0.3, retries=0)
        assert len(server.requests) == 1
        assert caught.value.maybe_done is doubles
        yield caught.value.reason


def test_a_call_without_an_answer_may_have_been_carried_out():
    def silent(request):
        threading.Event().wait(2)

    assert list(broken(silent)) == ["the time limit has passed"] * 2


def test_a_connection_that_breaks_may_have_carried_the_call():
    assert all(broken(lambda request: None))


def test_half_an_answer_is_no_answer():
    cut = http(headers="Connection: close\r\n")[:-20]
    assert all(broken(cut))


def test_a_call_that_cannot_leave_has_not_been_carried_out():
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    for base_url in (f"http://127.0.0.1:{port}/api/call", "https://nowhere.invalid/api/call"):
        with pytest.raises(Unanswered) as caught:
            Digistore24(KEY, base_url=base_url, timeout=5, retries=0).refund_purchase(purchase_id="7FQ")
        assert caught.value.maybe_done is False
        assert caught.value.kind == "unanswered"


def test_a_server_without_tls_never_sees_the_key():
    heard = []

    def listen(server):
        connection, _ = server.accept()
        with connection:
            heard.append(connection.recv(65536))
            connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=listen, args=(server,))
        thread.start()
        base_url = f"https://127.0.0.1:{server.getsockname()[1]}/api/call"
        with pytest.raises(Unanswered) as caught:
            Digistore24(KEY, base_url=base_url, timeout=5, retries=0).refund_purchase(purchase_id="7FQ")
        thread.join()
    assert caught.value.maybe_done is False
    assert KEY.encode() not in heard[0]


def test_a_handshake_that_never_ends_leaves_the_call_unsent():
    with socket.create_server(("127.0.0.1", 0)) as server:
        base_url = f"https://127.0.0.1:{server.getsockname()[1]}/api/call"
        with pytest.raises(Unanswered, match="time limit") as caught:
            Digistore24(KEY, base_url=base_url, timeout=0.3, retries=0).refund_purchase(purchase_id="7FQ")
    assert caught.value.maybe_done is False


def test_one_connection_serves_one_call_after_the_other():
    with Loopback() as server:
        ds = Digistore24(KEY, base_url=server.base_url)
        for _ in range(5):
            ds.ping()
    assert (len(server.requests), server.connections) == (5, 1)


def test_a_connection_that_was_closed_meanwhile_is_replaced():
    with Loopback(http(headers="Connection: close\r\n")) as server:
        ds = Digistore24(KEY, base_url=server.base_url)
        for _ in range(3):
            ds.ping()
    assert (len(server.requests), server.connections) == (3, 3)


def test_many_threads_wait_at_the_same_time_on_one_client():
    threads = 16
    together = threading.Barrier(threads, timeout=20)

    def reply(request):
        together.wait()
        return http()

    with Loopback(reply) as server, ThreadPoolExecutor(threads) as pool:
        ds = Digistore24(KEY, base_url=server.base_url)
        answers = list(pool.map(lambda _: ds.ping(), range(threads)))
    assert len(answers) == threads
    assert all(answer == answers[0] for answer in answers)


def test_other_threads_run_while_one_waits():
    turns = []

    def reply(request):
        # Long enough for the interpreter to change threads many times, were there another that could run.
        turns.extend(sum(range(1000)) for _ in range(1000))
        return http()

    with Loopback(reply) as server:
        call(server, timeout=20)
    assert len(turns) == 1000


def test_other_threads_run_while_a_large_answer_is_read():
    asleep, wake, ran = threading.Event(), threading.Event(), []
    large = b'{"api_version":"1.2","result":"success","data":{"list":[' + b'{"a":"b"},' * 2_000_000 + b"1]}}"

    def other():
        asleep.set()
        wake.wait()
        ran.append(True)

    def send(request):
        wake.set()
        sum(range(1_000_000))  # Time for the other thread to wake up, without a chance to run.
        return 200, {}, large

    interval = sys.getswitchinterval()
    thread = threading.Thread(target=other)
    sys.setswitchinterval(1000)
    try:
        thread.start()
        asleep.wait()
        Digistore24(KEY, send=send).raw("anything")
        assert ran
    finally:
        sys.setswitchinterval(interval)
        thread.join()


def test_an_interruption_while_waiting_is_seen_after_the_answer_and_does_not_lose_it():
    def reply(request):
        _thread.interrupt_main()
        return http()

    arrived = []
    with Loopback(reply) as server, pytest.raises(KeyboardInterrupt):
        calls = starmap(Digistore24(KEY, base_url=server.base_url).call, [("ping",)])
        # No code of Python runs between the call and the list, so only the call itself could raise.
        arrived.extend(calls)
        threading.Event().wait(5)
    assert len(arrived) == 1


def test_the_same_calls_over_http_and_in_process(sandbox):
    here = Digistore24(sandbox.api_key, send=sandbox.send)
    with sandbox.serve() as server:
        there = Digistore24(sandbox.api_key, base_url=server.base_url)
        for name, parameters in (SAFE, ("get_user_info", {}), ("list_transactions", {"from_": "start"})):
            assert getattr(here, name)(**parameters) == getattr(there, name)(**parameters)
