"""Ctrl-C, as a real signal to a real process, in every phase of a call."""

import signal
import socket
import subprocess
import sys
import threading
import time

import pytest

from conftest import KEY
from digistore24 import Digistore24, Unanswered
from loopback import Loopback, http

CHILD = """
import signal, sys, threading, time
from digistore24 import Budget, Digistore24
signal.signal(signal.SIGINT, signal.default_int_handler)
base_url, phase = sys.argv[1:]
options = {"retries": 0}
if phase == "pause":
    options = {"retries": 3}
if phase == "budget":
    options = {"budget": Budget(0.01)}
ds = Digistore24(%r, base_url=base_url, timeout=60, **options)
function, parameters = ("ping", {}) if phase in ("pause", "budget") else ("refundPurchase", {"purchase_id": "7FQ"})
if phase == "budget":
    ds.call(function)
print("ready", flush=True)
try:
    ds.call(function, **parameters)
except KeyboardInterrupt as error:
    print("caught", time.time(), "; ".join(getattr(error, "__notes__", [])), flush=True)
# Were the connection still open, the server would see it end only now.
sys.stdin.read()
""" % KEY

# Every phase of a call, and whether what was sent may have been carried out.
PHASES = {
    "connect": False,
    "tls": False,
    "answer": True,
    "headers": True,
    "body": True,
    "pause": False,
    "budget": False,
}


class Trickle(Loopback):
    """Sends the beginning of an answer, waits, and notices when the client hangs up."""

    def __init__(self, beginning):
        self.beginning = beginning
        self.arrived = threading.Event()
        self.left = threading.Event()
        super().__init__()

    def serve(self, connection):
        with connection:
            connection.recv(65536)
            connection.sendall(self.beginning)
            self.arrived.set()
            try:
                while connection.recv(65536):
                    pass
            except OSError:
                pass
            self.left.set()


def interrupted(base_url, phase, arrived):
    """How long it took from the signal to the exception, and what that says."""
    command = [sys.executable, "-c", CHILD, base_url, phase]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert child.stdout.readline() == "ready\n"
        arrived()
        sent_at = time.time()
        child.send_signal(signal.SIGINT)
        word, at, note = child.stdout.readline().rstrip("\n").split(" ", 2)
        assert word == "caught"
        yield float(at) - sent_at
        yield note
    finally:
        child.stdin.close()
        assert child.wait(20) == 0
        child.stdout.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
@pytest.mark.parametrize("phase", PHASES)
def test_control_c_ends_a_call_at_once(phase):
    def settle():
        # Nothing tells from outside that the call now waits.
        time.sleep(0.3)

    left = None
    with socket.create_server(("127.0.0.1", 0), backlog=0) as silent:
        port = silent.getsockname()[1]
        fillers = []
        if phase in ("connect", "tls"):
            server, arrived = None, settle
            base_url = f"https://127.0.0.1:{port}/api/call"
            if phase == "connect":
                # A full queue of connections lets nobody else in.
                for _ in range(3):
                    filler = socket.socket()
                    filler.setblocking(False)
                    filler.connect_ex(("127.0.0.1", port))
                    fillers.append(filler)
        elif phase in ("pause", "budget"):
            body = b"<p>slow down</p>" if phase == "pause" else None
            reply = http(body, "429 Too Many", "Retry-After: 50\r\n") if body else http()
            server, arrived = Loopback(reply), settle
            base_url = server.base_url
        else:
            beginning = {"answer": b"", "headers": b"HTTP/1.1 200 OK\r\n", "body": http()[:-10]}[phase]
            server = Trickle(beginning)
            base_url, left = server.base_url, server.left

            def arrived():
                assert server.arrived.wait(20)
                settle()

        try:
            results = interrupted(base_url, phase, arrived)
            # A tenth of the time that a call here would take at least, were it not interrupted.
            assert next(results) < 5
            note = next(results)
            if left:
                assert left.wait(5)
            results.close()
        finally:
            for filler in fillers:
                filler.close()
            if server:
                server.__exit__()
    has_notes = sys.version_info >= (3, 11)
    expected = "refundPurchase may have been carried out, so look before you repeat it"
    assert note == (expected if PHASES[phase] and has_notes else "")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_what_a_signal_handler_does_not_raise_does_not_end_a_call():
    heard = []
    before = signal.signal(signal.SIGUSR1, lambda *_: heard.append(True))

    def reply(request):
        signal.raise_signal(signal.SIGUSR1)
        time.sleep(0.2)
        return http()

    try:
        with Loopback(reply) as server:
            assert Digistore24(KEY, base_url=server.base_url).ping().server_time.year == 2026
    finally:
        signal.signal(signal.SIGUSR1, before)
    assert heard


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_call_in_a_signal_handler_changes_nothing_for_the_call_it_interrupts():
    answers = []
    heard = threading.Event()

    def handler(*_):
        answers.append(ds.ping())
        heard.set()

    def reply(request):
        if "refundPurchase" not in request.line:
            return http()
        signal.raise_signal(signal.SIGUSR1)
        heard.wait(10)
        return None

    before = signal.signal(signal.SIGUSR1, handler)
    try:
        with Loopback(reply) as server:
            ds = Digistore24(KEY, base_url=server.base_url)
            # The call of the handler goes over this connection, and that of the refund over a new one.
            ds.ping()
            with pytest.raises(Unanswered) as caught:
                ds.refund_purchase(purchase_id="7FQ")
            refunds = [request for request in server.requests if "refundPurchase" in request.line]
    finally:
        signal.signal(signal.SIGUSR1, before)
    assert len(answers) == 1
    assert caught.value.maybe_done is True
    assert len(refunds) == 1
