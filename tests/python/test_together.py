"""Many calls at the same time: threads, tasks, budgets, and what they may cost the service."""

import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

import digistore24._async
from conftest import KEY
from digistore24 import AsyncDigistore24, BadParams, Budget, Digistore24, Refused, Unanswered
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
