"""Receiving notifications: the plain function, WSGI and ASGI answer alike, the last two over real HTTP."""

import asyncio
import http.client
import socket
import threading
from contextlib import ExitStack

import pytest

from digistore24 import ipn
from servers import FORM, asgi_server, request, wsgi_server

PASSPHRASE = "Kranich-Passphrase-2026"
PAYMENT = {
    "event": "on_payment",
    "order_id": "A3NXHEHF",
    "order_item_id": "77",
    "transaction_id": "501",
    "email": "clara.winter@example.com",
    "amount_brutto": "59.50",
}


def signed(passphrase=PASSPHRASE, **params):
    return ipn.signed_body({**PAYMENT, **params}, passphrase)


class Plain:
    """The plain function behind the same door as the servers."""

    def __init__(self, **settings):
        self.settings = settings

    def __call__(self, method="POST", body=None, headers=FORM):
        body = b"".join(body) if isinstance(body, list) else body or b""
        body = body.encode() if isinstance(body, str) else body
        status, headers, answer = ipn.handle(method, headers, body, **self.settings)
        return status, headers, answer.decode()


@pytest.fixture(params=["handle", "wsgi", "asgi"])
def door(request):
    """Opens a handler with the given settings; what it returns sends a request to it."""
    with ExitStack() as stack:

        def open_(**settings):
            settings = {"passphrase": PASSPHRASE, **settings}
            if request.param == "handle":
                return Plain(**settings)
            serving = {"wsgi": wsgi_server, "asgi": asgi_server}[request.param]
            port = stack.enter_context(serving(getattr(ipn, request.param)(**settings)))
            return lambda *arguments, **named: send(port, *arguments, **named)

        yield open_


def send(port, method="POST", body=None, headers=FORM):
    return request(port, method, body, headers)


def test_a_payment_reaches_the_callback_and_is_answered_with_ok(door):
    events = []
    status, headers, answer = door(on=events.append)("POST", signed())
    assert (status, answer) == (200, "OK")
    assert headers["Content-Type"] == "text/plain; charset=utf-8"
    assert headers["Cache-Control"] == "no-store"
    (event,) = events
    assert isinstance(event, ipn.Event)
    assert (event.kind, event.order_id, str(event.amount_brutto)) == ("on_payment", "A3NXHEHF", "59.50")


def test_ok_is_only_said_when_the_callback_has_finished(door):
    order = []

    def on(event):
        threading.Event().wait(0.05)
        order.append("callback")

    door(on=on)("POST", signed())
    order.append("answer")
    assert order == ["callback", "answer"]


def test_a_reply_is_the_answer(door):
    reply = ipn.Reply().account("anna", "secret", "https://example.org/login").line("Licence key", "ABCD-1234")
    status, _, answer = door(on=lambda event: reply)("POST", signed())
    assert status == 200
    assert answer == str(reply)
    assert answer.startswith("OK\n") and "username: anna" in answer and "Licence key: ABCD-1234" in answer


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (signed("wrong"), "wrong_signature"),
        (signed() + "&order_id=OTHER", "repeated_name"),
        ("event=on_payment", "no_signature"),
        ("event=on_payment&sha_sign=no_signature_passphrase_provided", "unsigned"),
        ("", "not_a_form"),
    ],
)
def test_what_is_not_signed_is_refused_with_its_reason(door, body, reason, caplog):
    status, _, answer = door(on=lambda event: pytest.fail("it was handed over"))("POST", body)
    assert (status, answer) == (403, reason)
    assert reason in caplog.text


def test_without_a_passphrase_nothing_is_accepted(door):
    for passphrase in ("", [], [""]):
        assert door(passphrase=passphrase, on=print)("POST", signed())[::2] == (403, "no_passphrase")


def test_several_passphrases_are_accepted_while_one_replaces_the_other(door):
    send = door(passphrase=["new", "old"], on=lambda event: None)
    assert [send("POST", signed(passphrase))[0] for passphrase in ("new", "old", "older")] == [200, 200, 403]


def test_a_callback_that_fails_is_no_secret_keeper_but_the_answer_and_the_log_are(door, caplog):
    def on(event):
        raise LookupError(f"no account for {event.email}")

    status, _, answer = door(on=on)("POST", signed())
    assert (status, answer) == (500, "handling_failed")
    assert "LookupError" in caplog.text and "on_payment" in caplog.text and "in on" in caplog.text
    assert "clara" not in caplog.text and "winter" not in caplog.text


def test_a_callback_that_returns_something_else_is_told_in_the_log(door, caplog):
    assert door(on=lambda event: "OK")("POST", signed())[0] == 500
    assert "the callback has to return None or a Reply, not str" in caplog.text


def test_a_reply_that_the_format_cannot_carry_is_no_success(door):
    store = set()
    assert door(on=lambda event: ipn.Reply().line("Key", "a\nb"), store=store)("POST", signed())[0] == 500
    assert store == set()


def test_the_connection_test_and_a_look_at_the_address_are_answered_without_the_callback(door):
    send = door(on=lambda event: pytest.fail("it was handed over"))
    test = ipn.signed_body({"event": "connection_test", "merchant_id": "1"}, PASSPHRASE)
    assert send("POST", test)[::2] == (200, "OK")
    assert send("POST", "event=connection_test&sha_sign=" + "0" * 128)[0] == 403
    assert send("GET")[::2] == (200, "OK")
    assert send("HEAD")[::2] == (200, "")


def test_what_is_no_notification_is_told_so(door):
    send = door(on=lambda event: pytest.fail("it was handed over"))
    status, headers, _ = send("PUT", signed())
    assert (status, headers["Allow"]) == (405, "GET, HEAD, POST")
    for kind in ("application/json", "multipart/form-data; boundary=x", FORM["Content-Type"] + "; charset=latin1"):
        assert send("POST", signed(), {"Content-Type": kind})[0] == 415
    for kind in ("Application/X-WWW-Form-Urlencoded; charset=UTF-8", FORM["Content-Type"] + ';charset="utf-8"'):
        assert send("POST", ipn.signed_body({"event": "connection_test"}, PASSPHRASE), {"Content-Type": kind})[0] == 200


def test_a_body_above_the_limit_is_not_read(door):
    events = []
    body = signed()
    send = door(on=events.append, max_body=len(body))
    assert send("POST", body)[0] == 200
    assert send("POST", body + "&")[0] == 413
    assert len(events) == 1


def test_a_chunked_body_is_counted():
    events = []
    body = signed().encode()
    with asgi_server(ipn.asgi(passphrase=PASSPHRASE, on=events.append, max_body=len(body))) as port:
        assert request(port, body=iter([body[:100], body[100:]]))[0] == 200
        assert request(port, body=iter([body, b"&"]))[0] == 413
    assert len(events) == 1
    # The server of the standard library hands chunks over undecoded and without an end.
    with wsgi_server(ipn.wsgi(passphrase=PASSPHRASE, on=events.append)) as port:
        assert request(port, body=iter([body]))[0] == 411
    assert len(events) == 1


class Stream:
    """A body that a WSGI server has already taken out of its chunks."""

    def __init__(self, body):
        self.body = body
        self.taken = 0

    def read(self, size):
        part = self.body[self.taken : self.taken + min(size, 100)]
        self.taken += len(part)
        return part


def test_a_body_without_a_length_is_read_to_its_end_or_to_the_limit():
    events = []
    body = signed().encode()
    application = ipn.wsgi(passphrase=PASSPHRASE, on=events.append, max_body=len(body))

    def status(stream):
        answers = []
        environ = {"REQUEST_METHOD": "POST", "wsgi.input": stream, "wsgi.input_terminated": True}
        application(environ, lambda line, headers: answers.append(line))
        return answers[0]

    assert status(Stream(body)) == "200 OK"
    endless = Stream(body * 1000)
    assert status(endless).startswith("413 ")
    assert endless.taken == len(body) + 1
    assert len(events) == 1


@pytest.mark.parametrize("serving", ["wsgi", "asgi"])
def test_half_a_body_is_not_handed_over(serving):
    events = []
    body = signed().encode()
    server = {"wsgi": wsgi_server, "asgi": asgi_server}[serving]
    with server(getattr(ipn, serving)(passphrase=PASSPHRASE, on=events.append)) as port:
        head = f"POST / HTTP/1.1\r\nContent-Type: {FORM['Content-Type']}\r\nContent-Length: {len(body) + 1}\r\n\r\n"
        with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
            connection.sendall(head.encode() + body)
            connection.shutdown(socket.SHUT_WR)
            connection.makefile("rb").read()
    assert events == []


def test_bytes_are_verified_as_they_came(door):
    events = []
    stray = ipn.signed_body([("event", "on_payment"), ("custom", b"\xff\xfe")], PASSPHRASE)
    assert "%FF%FE" in stray.upper()
    assert door(on=events.append)("POST", stray)[0] == 200
    assert len(events) == 1


class Memory:
    def __init__(self):
        self.calls = []
        self.keys = set()

    def has(self, key):
        self.calls.append("has")
        return key in self.keys

    def add(self, key):
        self.calls.append("add")
        self.keys.add(key)


def test_an_event_says_whether_it_was_handled_before(door):
    seen = []
    for store in (set(), Memory()):
        seen.clear()
        send = door(on=lambda event: seen.append(event.seen), store=store)
        for transaction in ("501", "501", "502"):
            send("POST", signed(transaction_id=transaction))
        assert seen == [False, True, False]
    door(on=lambda event: seen.append(event.seen))("POST", signed())
    assert seen[-1] is None


def test_only_what_was_handled_is_remembered(door):
    store = Memory()
    broken = [True]

    def on(event):
        store.calls.append("on")
        if broken.pop():
            raise RuntimeError

    send = door(on=on, store=store)
    broken.append(False)
    broken.append(True)
    assert [send("POST", signed())[0] for _ in range(2)] == [500, 200]
    assert store.calls == ["has", "on", "has", "on", "add"]


def test_kinds_of_events_have_callbacks_of_their_own(door):
    paid, ended = [], []
    send = door(on={"on_payment": paid.append, "on_refund": ended.append})
    for kind in ("on_payment", "on_refund", "last_paid_day", "something_new"):
        assert send("POST", signed(event=kind))[::2] == (200, "OK")
    assert [event.kind for event in paid + ended] == ["on_payment", "on_refund"]


def test_settings_that_cannot_work_are_refused_at_once():
    for make in (ipn.wsgi, ipn.asgi):
        with pytest.raises(ValueError, match="no such kind of event: on_paymnet; there are .*on_payment"):
            make(passphrase=PASSPHRASE, on={"on_paymnet": print})
        with pytest.raises(ValueError, match="no such kind of event: connection_test"):
            make(passphrase=PASSPHRASE, on={"connection_test": print})
        with pytest.raises(TypeError, match="expected a function"):
            make(passphrase=PASSPHRASE, on=None)
        for wrong in (None, 5, ["one", 2]):
            with pytest.raises(TypeError, match="expected a passphrase"):
                make(passphrase=wrong, on=print)


class AsyncMemory:
    def __init__(self):
        self.keys = set()

    async def has(self, key):
        await asyncio.sleep(0.001)
        return key in self.keys

    async def add(self, key):
        await asyncio.sleep(0.001)
        self.keys.add(key)


async def later(event):
    await asyncio.sleep(0.001)
    return ipn.Reply().line("Seen", str(event.seen))


def test_callback_and_store_may_be_asynchronous_in_asgi():
    with asgi_server(ipn.asgi(passphrase=PASSPHRASE, on=later, store=AsyncMemory())) as port:
        answers = [request(port, body=signed())[2] for _ in range(2)]
    assert answers == ["OK\nSeen: False", "OK\nSeen: True"]


def test_an_asynchronous_callback_in_wsgi_is_a_failure_and_never_ok():
    for settings in ({"on": later}, {"on": lambda event: None, "store": AsyncMemory()}):
        application = ipn.wsgi(passphrase=PASSPHRASE, **settings)
        with wsgi_server(application) as port:
            assert request(port, body=signed())[0] == 500


def test_an_asynchronous_callback_in_a_running_loop_is_a_failure_too(caplog):
    async def main():
        return ipn.handle("POST", FORM, signed().encode(), passphrase=PASSPHRASE, on=later)

    assert asyncio.run(main())[0] == 500
    assert "asgi(...) is for those" in caplog.text


def test_many_requests_at_once():
    events = []
    with asgi_server(ipn.asgi(passphrase=PASSPHRASE, on=events.append)) as port:
        threads = [
            threading.Thread(target=request, args=(port,), kwargs={"body": signed(transaction_id=str(number))})
            for number in range(20)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert sorted(event.transaction_id for event in events) == sorted(str(number) for number in range(20))


def test_headers_may_come_in_any_form():
    message = http.client.HTTPMessage()
    message["content-TYPE"] = "application/json"
    for headers in (message, dict(message.items()), message.items(), [("CONTENT-type", "application/json")]):
        assert ipn.handle("POST", headers, b"", passphrase=PASSPHRASE, on=print)[0] == 415


def test_a_parsed_form_is_no_body():
    with pytest.raises(TypeError, match="expected bytes or str, not dict"):
        ipn.handle("POST", {}, PAYMENT, passphrase=PASSPHRASE, on=print)


def test_lifespan_is_left_to_others():
    with pytest.raises(ValueError, match="lifespan"):
        asyncio.run(ipn.asgi(passphrase=PASSPHRASE, on=print)({"type": "lifespan"}, None, None))
