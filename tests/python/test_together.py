"""Many calls at the same time: threads, tasks, budgets, and what they may cost the service."""

import asyncio
import os
import socket
import subprocess
import sys
import threading
import time
import traceback
from concurrent.futures import ThreadPoolExecutor

import pytest

import digistore24._async
from conftest import KEY
from digistore24 import AsyncDigistore24, BadParams, Budget, Digistore24, Refused, Unanswered, etickets, ipn, licenses
from loopback import Loopback, http

THREADS = 32
PAUSE = 0.1


def slowly(request):
    time.sleep(PAUSE)
    return http()


@pytest.fixture(params=["httpx", "threads"])
def carrier(request, monkeypatch):
    if request.param == "threads":
        monkeypatch.setattr(digistore24._async, "httpx", None)


def test_threads_wait_side_by_side_on_one_client():
    calls = 4 * THREADS
    with Loopback(slowly) as server, ThreadPoolExecutor(THREADS) as pool:
        ds = Digistore24(KEY, base_url=server.base_url)
        began = time.monotonic()
        answers = list(pool.map(lambda _: ds.ping(), range(calls)))
        spent = time.monotonic() - began
    assert len(answers) == calls
    assert server.connections <= THREADS
    # One after the other they would take all of it.
    assert spent < calls * PAUSE / 3


def test_tasks_wait_side_by_side_on_one_client(carrier):
    async def main(base_url):
        async with AsyncDigistore24(KEY, base_url=base_url) as ds:
            await ds.ping()
            began = time.monotonic()
            answers = await asyncio.gather(*(ds.ping() for _ in range(4 * THREADS)))
            return len(answers), time.monotonic() - began

    with Loopback(slowly) as server:
        calls, spent = asyncio.run(main(server.base_url))
    assert calls == 4 * THREADS
    assert spent < calls * PAUSE / 3


def test_a_budget_holds_for_all_clients_and_threads_that_share_it():
    per_second, at_once, calls = 50, 5, 40
    budget = Budget(per_second, at_once=at_once)
    arrived = []

    def reply(request):
        arrived.append(time.monotonic())
        return http()

    with Loopback(reply) as server, ThreadPoolExecutor(THREADS) as pool:
        clients = [Digistore24(KEY, base_url=server.base_url, budget=budget) for _ in range(2)]
        list(pool.map(lambda number: clients[number % 2].ping(), range(calls)))
    arrived.sort()
    # What leaves at its time may be under way for a moment; only sooner than it should must none arrive.
    least = (calls - at_once) / per_second
    assert arrived[-1] - arrived[0] >= least * 0.9
    assert arrived[at_once - 1] - arrived[0] < least


def test_each_key_has_its_own_share_of_a_budget():
    with Loopback() as server:
        ds = Digistore24(KEY, base_url=server.base_url, budget=Budget(0.01), total_timeout=5)
        ds.ping()
        ds.with_options(api_key="456-TheirKey").ping()
        with pytest.raises(Unanswered, match="its time is over") as caught:
            ds.ping()
    assert caught.value.maybe_done is False
    assert len(server.requests) == 2


@pytest.mark.parametrize("numbers", [(0, 1), (-1, 1), (5, 0), (5, -1), (float("nan"), 1), (1e-9, 1)])
def test_a_budget_that_makes_no_sense(numbers):
    with pytest.raises(BadParams, match="per_second"):
        Budget(*numbers)
    with pytest.raises(BadParams, match="budget: expected a Budget"):
        Digistore24(KEY, budget=numbers)


def test_the_total_time_holds_over_all_attempts():
    with Loopback(lambda request: None) as server:
        ds = Digistore24(KEY, base_url=server.base_url, retries=100, total_timeout=1)
        began = time.monotonic()
        with pytest.raises(Unanswered, match="attempts"):
            ds.ping()
    # Pauses double: without the limit a hundred attempts would take an hour.
    assert time.monotonic() - began < 30
    assert 1 < len(server.requests) < 6


def test_a_cancelled_task_lets_go_of_its_connection(carrier):
    left = threading.Event()

    class Silent(Loopback):
        def serve(self, connection):
            with connection:
                while connection.recv(65536):
                    pass
            left.set()

    async def main(base_url):
        ds = AsyncDigistore24(KEY, base_url=base_url, timeout=60)
        task = asyncio.create_task(ds.refund_purchase(purchase_id="7FQ"))
        await asyncio.sleep(0.3)
        task.cancel()
        try:
            await task
        except asyncio.CancelledError as error:
            await asyncio.get_running_loop().run_in_executor(None, left.wait, 10)
            told = traceback.TracebackException.from_exception(error, capture_locals=True)
            assert KEY.split("-")[1] not in "".join(told.format())
            return getattr(error, "__notes__", ["refundPurchase may have been carried out"])

    with Silent() as server:
        (note,) = asyncio.run(main(server.base_url))
        assert left.is_set()
    assert note.startswith("refundPurchase may have been carried out")


def test_awaited_calls_of_a_callable_and_of_a_coroutine_function(sandbox):
    async def carry(request):
        await asyncio.sleep(0)
        return sandbox.send(request)

    async def fails(request):
        raise OSError("the cable is cut")

    async def main():
        for send in (sandbox.send, carry):
            async with AsyncDigistore24(sandbox.api_key, send=send) as ds:
                assert (await ds.get_user_info()).user_name == "ada"
                assert (await ds.raw("ping")).server_time
                with pytest.raises(Refused):
                    await ds.get_voucher(code="NOPE")
                with pytest.raises(BadParams):
                    await ds.list_purchases(page_no="x")
        ds = AsyncDigistore24(sandbox.api_key, send=fails).with_options(retries=0)
        with pytest.raises(Unanswered) as caught:
            await ds.refund_purchase(purchase_id="7FQ")
        assert caught.value.maybe_done is True
        assert isinstance(caught.value.__cause__, OSError)

    asyncio.run(main())


def test_one_awaited_client_in_one_loop_after_the_other(carrier):
    with Loopback() as server:
        ds = AsyncDigistore24(KEY, base_url=server.base_url)
        for _ in range(2):
            assert asyncio.run(ds.call("ping")).server_time.year == 2026


FORKED = """
import os, sys
from digistore24 import Digistore24
ds = Digistore24(%r, base_url=sys.argv[1], retries=0)
ds.ping()
child = os.fork()
ds.ping()
if child:
    assert os.waitpid(child, 0)[1] == 0
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_process_that_was_forked_has_connections_of_its_own():
    with Loopback() as server:
        subprocess.run([sys.executable, "-c", FORKED % KEY, server.base_url], check=True, timeout=60)
        # On one connection they would read each other's answers.
        assert (server.connections, len(server.requests)) == (2, 3)


def test_a_task_that_waits_for_a_thread_sends_nothing_once_it_is_cancelled(monkeypatch):
    monkeypatch.setattr(digistore24._async, "httpx", None)
    monkeypatch.setattr(digistore24._async, "_AT_ONCE", 1)
    release = threading.Event()

    def reply(request):
        release.wait(10)
        return http()

    async def main(base_url):
        async with AsyncDigistore24(KEY, base_url=base_url) as ds:
            first = asyncio.create_task(ds.ping())
            await asyncio.sleep(0.3)
            second = asyncio.create_task(ds.refund_purchase(purchase_id="7FQ"))
            await asyncio.sleep(0.1)
            second.cancel()
            with pytest.raises(asyncio.CancelledError) as caught:
                await second
            release.set()
            await first
            return getattr(caught.value, "__notes__", [])

    with Loopback(reply) as server:
        assert asyncio.run(main(server.base_url)) == []
        assert len(server.requests) == 1


def test_a_task_that_is_cancelled_before_anything_left_says_so():
    attempts = []

    async def main(base_url):
        ds = AsyncDigistore24(KEY, base_url=base_url, on_attempt=attempts.append)
        task = asyncio.create_task(ds.refund_purchase(purchase_id="7FQ"))
        await asyncio.sleep(0.5)
        task.cancel()
        with pytest.raises(asyncio.CancelledError) as caught:
            await task
        return getattr(caught.value, "__notes__", [])

    # Nobody answers the greeting of TLS.
    with socket.create_server(("127.0.0.1", 0)) as silent:
        assert asyncio.run(main(f"https://127.0.0.1:{silent.getsockname()[1]}/api/call")) == []
    assert [(attempt.outcome, attempt.maybe_done, attempt.again_in) for attempt in attempts] == [("not_sent", False, None)]


def test_a_client_that_is_closed_meanwhile_says_that_a_call_may_have_been_carried_out():
    async def main(base_url):
        ds = AsyncDigistore24(KEY, base_url=base_url)
        task = asyncio.create_task(ds.refund_purchase(purchase_id="7FQ"))
        await asyncio.sleep(0.3)
        await ds.aclose()
        with pytest.raises(Unanswered) as caught:
            await task
        return caught.value

    release = threading.Event()
    with Loopback(lambda request: release.wait(2) and None) as server:
        assert asyncio.run(main(server.base_url)).maybe_done is True


def test_what_waits_itself_refuses_a_client_whose_calls_are_awaited(recorder):
    ds = AsyncDigistore24(KEY, send=recorder)
    address = "https://shop.example.com/ipn"
    event = {"template_id": 3, "location_id": 3, "date": "2026-10-05"}
    door = etickets.DoorList.take([], door="north", **event, snapshot_at=1_791_200_000)
    for call in (
        lambda: etickets.validate(ds, "91250000000000000001", **event),
        lambda: door.sync(ds),
        lambda: licenses.validate(ds, purchase_id="7FQ", license_key="A-B"),
        lambda: ipn.connect(ds, ipn_url=address, name="Shop", domain_id="shop-1", sha_passphrase="random"),
        lambda: ipn.doctor(address, connection=ds, domain_id="shop-1"),
    ):
        with pytest.raises(TypeError, match="expected a Digistore24, got an AsyncDigistore24"):
            call()
    assert recorder.requests == []
    # The list is not stuck.
    assert door.sync(Digistore24(KEY, send=recorder))["done"] == []


def test_a_client_is_no_key(recorder):
    for kind, other in ((Digistore24, AsyncDigistore24), (AsyncDigistore24, Digistore24)):
        with pytest.raises(BadParams, match="api_key: expected a text"):
            kind(other(KEY, send=recorder))


def test_a_proxy_that_cannot_be_used_is_told_without_its_password(monkeypatch):
    for name in ("HTTPS_PROXY", "https_proxy"):
        monkeypatch.setenv(name, "ftp://ada:ExamplePassword@127.0.0.1:1")
    with pytest.raises(Unanswered, match="proxies") as caught:
        asyncio.run(AsyncDigistore24(KEY, retries=0).call("refundPurchase", purchase_id="7FQ"))
    assert caught.value.maybe_done is False
    assert "ExamplePassword" not in repr((caught.value, caught.value.__cause__, caught.value.__context__))


def test_one_awaited_client_in_the_loops_of_several_threads(carrier):
    async def pings(ds):
        return [(await ds.ping()).server_time.year for _ in range(5)]

    with Loopback() as server, ThreadPoolExecutor(4) as pool:
        ds = AsyncDigistore24(KEY, base_url=server.base_url)
        assert list(pool.map(lambda _: asyncio.run(pings(ds)), range(4))) == [[2026] * 5] * 4
