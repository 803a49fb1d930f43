"""No call that must not be repeated is ever sent twice, wherever its answer is lost."""

import asyncio
import json
import pickle
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from conftest import KEY
from cutting import ANSWER, Cutting
from digistore24 import AsyncDigistore24, Digistore24, Unanswered

VECTORS = Path(__file__).parents[1] / "vectors"


def once():
    """Each function that must not be repeated, with parameters that are enough for it."""
    looks = json.loads((VECTORS / "aftermath.json").read_text(encoding="utf-8"))
    names = {vector["options"]["function"] for vector in looks} - {"somethingNew"}
    found = {}
    for vector in json.loads((VECTORS / "encoding.json").read_text(encoding="utf-8")):
        if vector["function"] in names and not vector.get("settings"):
            found.setdefault(vector["function"], vector["params"])
    assert sorted(found) == sorted(names)
    return sorted(found.items())


ONCE = once()


def client(server, kind=Digistore24):
    return kind(KEY, base_url=server.base_url, developer_key="9-ExampleDeveloper", writing=True, retries=3, timeout=20.0)


def lose(function, params, cuts, *, reset):
    """Loses the answer at each of these bytes, and counts what arrived."""
    with Cutting(reset=reset) as server:
        ds = client(server)
        for sent, cut in enumerate(cuts, 1):
            server.cut = cut
            with pytest.raises(Unanswered) as lost:
                ds.call(function, **params)
            assert lost.value.maybe_done, (function, cut)
            assert len(server.carried_out) == sent, (function, cut)
    return len(cuts)


def test_there_are_as_many_such_functions_as_the_catalogue_has():
    assert len(ONCE) == 37


@pytest.mark.parametrize("reset", [False, True], ids=["closed", "reset"])
def test_an_answer_that_is_lost_at_any_byte_leaves_one_request(reset):
    with ThreadPoolExecutor(6) as pool:
        runs = [pool.submit(lose, name, params, range(len(ANSWER)), reset=reset) for name, params in ONCE]
        assert sum(run.result() for run in runs) == 37 * len(ANSWER)


def test_a_request_that_is_cut_on_its_way_is_not_begun_again():
    def swallow(name, params):
        for size in (1, 20, 100, 200):
            with Cutting(reset=True, swallow=size) as server:
                with pytest.raises(Unanswered) as lost:
                    client(server).call(name, **params)
                assert lost.value.maybe_done
                assert (server.begun, server.carried_out) == (1, [])

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda one: swallow(*one), ONCE))


@pytest.mark.parametrize("reset", [False, True], ids=["closed", "reset"])
@pytest.mark.parametrize("pause", [0, 0.02], ids=["at once", "later"])
def test_a_connection_that_died_since_the_last_call_is_no_reason_to_send_twice(reset, pause):
    def reuse(name, params):
        with Cutting(reset=reset) as server:
            ds = client(server)
            # The whole answer, after which the connection dies without a word.
            server.cut = len(ANSWER)
            sent = 0
            for _ in range(3):
                before = len(server.carried_out)
                try:
                    ds.call(name, **params)
                except Unanswered:
                    pass
                time.sleep(pause)
                sent = len(server.carried_out) - before
                assert sent <= 1, name
            return len(server.carried_out)

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(lambda one: reuse(*one), ONCE)) >= 37


def test_a_kept_connection_that_loses_its_second_answer_leaves_one_request_a_call():
    for name, params in ONCE:
        with Cutting() as server:
            ds = client(server)
            ds.call(name, **params)
            server.cut = 0
            with pytest.raises(Unanswered) as lost:
                ds.call(name, **params)
            assert lost.value.maybe_done
            assert len(server.carried_out) == 2


def test_awaited_calls_are_not_sent_twice_either():
    async def lose_all(server, cuts):
        async with client(server, AsyncDigistore24) as ds:
            for name, params in ONCE:
                for cut in cuts:
                    before = len(server.carried_out)
                    server.cut = None
                    await ds.call(name, **params)
                    server.cut = cut
                    with pytest.raises(Unanswered) as lost:
                        await ds.call(name, **params)
                    assert lost.value.maybe_done
                    assert len(server.carried_out) - before == 2

    for reset in (False, True):
        with Cutting(reset=reset) as server:
            asyncio.run(lose_all(server, (0, 20, len(ANSWER) - 1)))


def test_what_may_be_repeated_recovers():
    for cut in (0, len(ANSWER) // 2, len(ANSWER) - 1):
        with Cutting(cut) as server:
            ds = client(server).with_options(retries=3)
            with ThreadPoolExecutor(1) as pool:
                answer = pool.submit(ds.get_purchase, purchase_id="AB12CD34")
                while not server.carried_out:
                    time.sleep(0.005)
                server.cut = None
                assert answer.result(timeout=30).id == "1"
            assert len(server.carried_out) == 2


def test_an_exception_keeps_its_call_and_shows_nothing_of_it():
    with Cutting(0) as server, pytest.raises(Unanswered) as lost:
        client(server).call("retrieveApiKey", token="12-VerySecretToken")
    error = lost.value
    again = pickle.loads(pickle.dumps(error))
    for one in (error, again):
        assert "VerySecret" not in f"{one!r} {one} {vars(one)}"
    assert (again.function, again.maybe_done) == ("retrieveApiKey", True)
    told = Digistore24("1-Example", send=lambda request: pytest.fail("nothing is asked")).what_became_of(again)
    assert (told["function"], told["verdict"]) == ("retrieveApiKey", "cannot_be_told")
