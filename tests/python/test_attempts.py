"""What became of attempts: a hook, `logging`, OpenTelemetry."""

import _thread
import logging
import subprocess
import sys

import pytest

from conftest import KEY
from digistore24 import Attempt, Digistore24, Garbled, Refused, Unanswered

REFUSAL = b'{"api_version":"1.2","result":"error","code":4,"message":"Not found"}'
ROWS = b'{"api_version":"1.2","result":"success","data":{"purchase_list":[{"id":"A"},{"id":"B"}]}}'


def test_a_hook_sees_every_attempt(recorder):
    replies = [(503, {}, b"<p>down</p>"), (200, {}, ROWS)]
    attempts = []
    ds = Digistore24(KEY, send=lambda request: replies.pop(0), on_attempt=attempts.append)
    ds.list_purchases(from_="-3d")
    first, second = attempts
    assert isinstance(first, Attempt)
    assert (first.function, first.attempt, first.outcome, first.status) == ("listPurchases", 1, "garbled", 503)
    assert 0.2 < first.again_in < 0.6
    assert (first.bytes_sent, first.bytes, first.maybe_done) == (8, 11, False)
    assert (second.attempt, second.outcome, second.rows, second.again_in) == (2, "answered", 2, None)
    assert second.duration >= 0
    assert (second.sent, second.received) == (None, None)
    assert "listPurchases" in repr(second)


def test_bodies_are_shown_only_on_demand_and_without_the_key():
    attempts = []
    echo = f'{{"api_version":"1.2","result":"success","data":{{"echo":"{KEY}"}}}}'.encode()
    ds = Digistore24(KEY, send=lambda request: (200, {}, echo), on_attempt=attempts.append, bodies=True)
    ds.list_purchases(from_="-3d")
    (attempt,) = attempts
    assert attempt.sent == "from=-3d"
    assert "echo" in attempt.received and KEY.split("-")[1] not in attempt.received


def test_a_call_that_may_have_been_done_says_so_to_the_hook():
    attempts = []

    def send(request):
        raise OSError("the cable is cut")

    ds = Digistore24(KEY, send=send, on_attempt=attempts.append)
    with pytest.raises(Unanswered):
        ds.refund_purchase(purchase_id="7FQ")
    (attempt,) = attempts
    assert (attempt.outcome, attempt.maybe_done, attempt.again_in) == ("lost", True, None)


def test_a_derived_client_has_a_hook_of_its_own(recorded):
    ours, theirs = [], []
    ds = recorded.with_options(on_attempt=ours.append)
    ds.with_options(on_attempt=theirs.append, retries=0).ping()
    assert (len(ours), len(theirs)) == (0, 1)
    ds.with_options(language="de").ping()
    assert len(ours) == 1


def test_a_hook_that_raises_does_not_break_a_call(recorder, monkeypatch):
    raised = []
    monkeypatch.setattr(sys, "unraisablehook", lambda unraisable: raised.append(unraisable.exc_value))

    def hook(attempt):
        raise ZeroDivisionError

    recorder.reply = (200, {}, ROWS)
    assert len(Digistore24(KEY, send=recorder, on_attempt=hook).list_purchases().purchase_list) == 2
    assert [type(error) for error in raised] == [ZeroDivisionError]


def test_an_interruption_in_a_hook_comes_after_the_answer(recorder):
    def hook(attempt):
        raise KeyboardInterrupt

    ds = Digistore24(KEY, send=recorder, on_attempt=hook)
    arrived = []
    with pytest.raises(KeyboardInterrupt):
        # No code of Python runs between the call and the list.
        arrived.extend(map(ds.call, ["ping"]))
        _thread.allocate_lock().locked()
        for _ in range(1000):
            pass
    assert len(arrived) == 1


@pytest.mark.parametrize(
    ("reply", "level", "line"),
    [
        ((200, {}, ROWS), "INFO", "listPurchases: answered after 0 ms (HTTP 200, 2 rows, 89 bytes)"),
        ((200, {}, REFUSAL), "INFO", "listPurchases: refused after 0 ms (HTTP 200, code 4, 69 bytes): Not found"),
        ((500, {}, b"oops"), "WARNING", "listPurchases: garbled after 0 ms (HTTP 500, 4 bytes): it is not JSON"),
    ],
)
def test_without_a_hook_attempts_are_logged(recorder, caplog, reply, level, line):
    caplog.set_level(logging.INFO, "digistore24")
    recorder.reply = reply
    try:
        Digistore24(KEY, send=recorder).list_purchases()
    except (Refused, Garbled):
        pass
    (record,) = caplog.records
    assert (record.name, record.levelname) == ("digistore24", level)
    milliseconds = f"{record.attempt.duration * 1000:.0f} ms"
    assert record.getMessage() == line.replace("0 ms", milliseconds, 1)


def alone(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)


PING = """
import sys
from digistore24 import Digistore24
reply = (503, {}, b"down")
def ping():
    try:
        Digistore24("123-ExampleKey", send=lambda request: reply, retries=0).ping()
    except Exception as error:
        assert type(error).__name__ == "Garbled", error
"""


def test_nothing_is_imported_for_those_who_do_not_ask():
    alone(PING + "ping()\nheavy = {'logging', 'asyncio', 'secrets', 'opentelemetry', 'httpx', 'digistore24._seeing'}\n"
          "assert not heavy & set(sys.modules), heavy & set(sys.modules)")


def test_a_program_that_did_not_set_up_a_log_sees_none():
    assert alone(PING + "import logging\nping()\nassert 'digistore24._seeing' in sys.modules").stderr == ""


def test_each_attempt_is_a_span_once_opentelemetry_is_imported():
    pytest.importorskip("opentelemetry.sdk")
    child = alone(PING + """
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
kept = InMemorySpanExporter()
provider = TracerProvider()
provider.add_span_processor(SimpleSpanProcessor(kept))
trace.set_tracer_provider(provider)
with trace.get_tracer("program").start_as_current_span("work"):
    ping()
    reply = (200, {}, b'{"api_version":"1.2","result":"success","data":{}}')
    ping()
down, up, work = kept.get_finished_spans()
assert (down.name, down.kind.name) == ("digistore24 ping", "CLIENT")
assert down.parent.span_id == up.parent.span_id == work.context.span_id
assert (down.status.status_code.name, up.status.status_code.name) == ("ERROR", "UNSET")
assert down.attributes["http.response.status_code"] == 503
assert down.attributes["error.type"] == "garbled"
assert up.attributes["digistore24.outcome"] == "answered"
assert work.start_time <= down.start_time <= down.end_time <= up.end_time
assert "ExampleKey" not in str([span.to_json() for span in (down, up)])
""")
    assert child.stderr == ""
