"""Servers that do what no server should, to the client that blocks and to the one that is awaited."""

import asyncio
import logging
import subprocess
import sys
import time
import traceback
from pathlib import Path

import pytest

import digistore24._async
from conftest import KEY
from digistore24 import AsyncDigistore24, Digistore24, DigistoreError
from hostile import CASES, Hostile
from loopback import Loopback

CALLS = {"safe": ("ping", {}), "once": ("refundPurchase", {"purchase_id": "7FQ"})}
SECRET = KEY.split("-")[1]


def blocking(name, parameters, **options):
    return Digistore24(KEY, **options).call(name, **parameters)


def awaiting(name, parameters, **options):
    async def call():
        async with AsyncDigistore24(KEY, **options) as ds:
            return await ds.call(name, **parameters)

    return asyncio.run(call())


def on_threads(name, parameters, **options):
    """Awaited without httpx."""
    httpx, digistore24._async.httpx = digistore24._async.httpx, None
    try:
        return awaiting(name, parameters, **options)
    finally:
        digistore24._async.httpx = httpx


WAYS = (blocking, awaiting, on_threads)


def options_of(case):
    given = {"retries": 0, **case["options"]}
    return {**given, "timeout": given.get("timeout", 10_000) / 1000}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", CALLS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_a_client_makes_of_it(case, kind, way, caplog):
    caplog.set_level(logging.DEBUG)
    expected = case[kind]
    options = options_of(case)
    attempts = []
    answer = error = None
    with Loopback() as elsewhere, Hostile(case, KEY, elsewhere.base_url) as server:
        began = time.monotonic()
        try:
            answer = way(*CALLS[kind], base_url=server.base_url, on_attempt=attempts.append, **options)
        except DigistoreError as raised:
            error = raised
        spent = time.monotonic() - began
    assert elsewhere.connections == 0
    if expected["requests"] is not None:
        assert len(server.read_at) == expected["requests"]
    if "apart" in expected:
        assert server.read_at[1] - server.read_at[0] >= expected["apart"] / 1000
    if expected.get("answered"):
        assert error is None
        if kind == "safe":
            assert answer.server_time.year == 2026
        said = [repr(answer)]
    else:
        assert answer is None
        assert error.kind == expected["kind"], error
        assert expected.get("maybe_done", False) in (error.maybe_done, None), error
        assert "status" not in expected or error.status == expected["status"]
        assert expected.get("says", "") in str(error)
        said = [str(error), repr(error), repr(vars(error)), *traceback.format_exception(error)]
    # Far more than it takes; a client that hangs would wait for good.
    assert spent < (options["timeout"] + 2) * (options["retries"] + 1) + 20
    said += [line for attempt in attempts for line in (repr(attempt), attempt.reason or "", attempt.failure or "")]
    # httpx itself logs the headers of an answer, also those in which a server says the key.
    ours = "{key}" in str(case["connections"])
    said += [record.getMessage() for record in caplog.records if not ours or record.name.startswith("digistore24")]
    assert attempts
    assert not [line for line in said if SECRET in line]


CHILD = """
import resource, sys
sys.path.insert(0, {folder!r})
from conftest import KEY
from test_hostile import WAYS, blocking, awaiting, on_threads
way = {way}
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    way("ping", {{}}, base_url={base_url!r}, retries=0, most_bytes=1_000_000)
except Exception as error:
    assert "more than 1000000 bytes" in str(error), error
else:
    raise SystemExit("it was read")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", ["10 MB in 10 KB", "100 MB against a limit", "100 MB that do not say so"])
def test_an_answer_that_is_too_large_takes_no_memory(name, way):
    (case,) = [case for case in CASES if case["name"] == name]
    with Hostile(case, KEY, "") as server:
        code = CHILD.format(folder=str(Path(__file__).parent), way=way.__name__, base_url=server.base_url)
        child = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert child.returncode == 0, child.stderr
    unit = 1 if sys.platform == "darwin" else 1024
    assert int(child.stdout) * unit < 8_000_000
