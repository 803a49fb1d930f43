"""Lists row by row: the tables that all languages share, and a service whose list changes while it is read."""

import asyncio
import json
import subprocess
import sys
from datetime import datetime, timezone
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from shifting import Shifting

from digistore24 import AsyncDigistore24, BadParams, Digistore24, Garbled

KEY = "123-ExampleKey"
VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "pages.json").read_text(encoding="utf-8"))
WRAPPERS = {
    "listPurchases": "purchase_list",
    "listTransactions": "transaction_list",
    "listProducts": "products",
    "listCurrencies": None,
}


class Table:
    """Answers from a table, one reply after the other."""

    def __init__(self, vector):
        self.replies = list(vector.get("replies", ()))
        self.wrapper = WRAPPERS.get(vector["function"], "items")

    def __call__(self, request):
        form = {name: values[0] for name, values in parse_qs(request.body.decode()).items()}
        reply = self.replies.pop(0)
        for name, value in reply["request"].items():
            assert form[name] == value, name
        rows = [{"id": id} for id in reply["ids"]]
        data = {**reply["data"], self.wrapper: rows} if self.wrapper else rows
        return 200, {}, json.dumps({"api_version": "1.2", "result": "success", "data": data})


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["why"])
def test_the_vectors_hold(vector):
    table = Table(vector)
    ds = Digistore24(KEY, send=table)

    def read():
        given = {**vector["params"], **vector.get("paging", {})}
        return [row["id"] or "" for row in ds.rows(vector["function"], now=vector["now"], **given)]

    if "problems" not in vector:
        assert read() == vector["rows"]
        assert not table.replies
        return
    with pytest.raises(BadParams) as caught:
        read()
    wanted = vector["problems"]
    assert [path for path, _ in caught.value.problems] == [problem["path"] for problem in wanted]
    for (_, message), problem in zip(caught.value.problems, wanted, strict=True):
        for says in problem["says"]:
            assert says in message


def test_a_list_that_changes_while_it_is_read_comes_whole():
    with Shifting(25_000, seed=7) as service:
        ds = Digistore24(KEY, base_url=service.base_url)
        rows = ds.rows("listPurchases", from_="start")
        ids = [row.id for row in rows]
        service.prove(ids)
        assert service.requests < 200
        assert (rows.cursor["rows"], rows.cursor["over"]) == (len(ids), True)
        assert not list(ds.rows("listPurchases", from_="start", cursor=json.dumps(rows.cursor)))


def test_awaited_it_comes_whole():
    async def read(base_url):
        async with AsyncDigistore24(KEY, base_url=base_url) as ds:
            return [row.id async for row in ds.rows("listPurchases", from_="start", page_size=200)]

    with Shifting(3000, seed=8) as service:
        service.prove(asyncio.run(read(service.base_url)))


def test_awaited_pages_are_lists():
    async def read(base_url):
        async with AsyncDigistore24(KEY, base_url=base_url) as ds:
            rows = ds.rows("listPurchases", from_="start", page_size=200)
            first = await anext(rows)
            return [first.id] + [row.id async for page in rows.pages() for row in page]

    with Shifting(1000, seed=9) as service:
        service.prove(asyncio.run(read(service.base_url)))


READER = """
import json, os, sys
from digistore24 import Digistore24
base_url, most, cursor = sys.argv[1], int(sys.argv[2]), sys.argv[3]
rows = Digistore24("123-ExampleKey", base_url=base_url).rows("listPurchases", from_="-3d", cursor=cursor or None)
for row in rows:
    print(row.id)
    most -= 1
    if most == 0:
        print(json.dumps(rows.cursor), flush=True)
        # As if it had been killed: nothing is tidied up.
        os._exit(1)
"""


def test_another_process_goes_on_from_the_cursor():
    with Shifting(25_000, seed=10) as service:
        ids, cursor, exits = [], "", []
        for most in (9_777, 4_001, 0):
            command = [sys.executable, "-c", READER, service.base_url, str(most), cursor]
            reader = subprocess.run(command, capture_output=True, text=True, timeout=300)
            lines = reader.stdout.split("\n")[:-1]
            assert not reader.stderr
            exits.append(reader.returncode)
            if most:
                cursor = lines.pop()
                assert len(cursor) < 2048
                assert "ExampleKey" not in cursor
                assert json.loads(cursor)["rows"] == len(ids) + len(lines)
            ids += lines
        assert exits == [1, 1, 0]
        service.prove(ids)


def test_a_cursor_belongs_to_its_parameters():
    with Shifting(1000, seed=1) as service:
        ds = Digistore24(KEY, base_url=service.base_url)
        rows = ds.rows("listPurchases", from_="-3d")
        assert next(rows).id == "P0"
        cursor = rows.cursor
        for name, params, says in [
            ("listPurchases", {"from_": "-4d"}, "other parameters"),
            ("listTransactions", {"from_": "-3d"}, "belongs to"),
        ]:
            with pytest.raises(BadParams, match=says):
                ds.rows(name, cursor=cursor, **params)
        with pytest.raises(BadParams, match="version"):
            ds.rows("listPurchases", from_="-3d", cursor={**cursor, "version": 2})
        with pytest.raises(BadParams, match="damaged"):
            ds.rows("listPurchases", from_="-3d", cursor={**cursor, "tail": "what"})
        for what in ("", "what", '{"version": 1', "[]", 7):
            with pytest.raises(BadParams, match="cursor"):
                ds.rows("listPurchases", from_="-3d", cursor=what)


def test_after_an_error_the_same_page_is_asked_for_again():
    table = Table(next(vector for vector in VECTORS if len(vector.get("rows", ())) == 9))
    fails = iter([False, True, False, False, True, False, False])

    def send(request):
        return (200, {}, "no answer") if next(fails) else table(request)

    rows = Digistore24(KEY, send=send, retries=0).rows(
        "listPurchases", from_="2026-10-01 00:00:00", to="2026-10-05 12:00:00", page_size=4
    )
    ids, errors = [], 0
    while True:
        try:
            ids.append(next(rows).id)
        except Garbled:
            errors += 1
        except StopIteration:
            break
    assert (ids, errors) == (list("abcdefghi"), 2)


def test_now_is_a_moment():
    ds = Digistore24(KEY)
    for now in (datetime(2026, 10, 5, 14), 5, "soon", "2026-10-05"):
        with pytest.raises(BadParams) as caught:
            ds.rows("listPurchases", from_="-3d", now=now)
        assert [path for path, _ in caught.value.problems] == ["now"]
    assert ds.rows("listPurchases", from_="-3d", now=datetime(2026, 10, 5, 14, tzinfo=timezone.utc)).cursor["to"] == (
        "2026-10-05T14:00:00+00:00"
    )


class Interrupted:
    """What the core has read, with a Ctrl-C that comes when a page has come, and before the program has it."""

    def __init__(self, pages, at):
        self.pages = pages
        self.at = at

    def __getattr__(self, name):
        return getattr(self.pages, name)

    def next(self):
        page = self.pages.next()
        self.at -= 1
        if self.at == 0:
            raise KeyboardInterrupt
        return page


@pytest.mark.parametrize("at", [1, 2, 3])
def test_an_interruption_loses_no_page(at):
    def read(rows):
        with pytest.raises(KeyboardInterrupt):
            for row in rows:
                ids.append(row.id)

    params = {"from_": "-3d", "page_size": 100}
    with Shifting(500, seed=4) as service:
        ds = Digistore24(KEY, base_url=service.base_url)
        for goes_on in (True, False):
            ids, rows = [], ds.rows("listPurchases", **params)
            rows._pages = Interrupted(rows._pages, at)
            read(rows)
            assert rows.cursor["rows"] == len(ids)
            ids += [row.id for row in (rows if goes_on else ds.rows("listPurchases", cursor=rows.cursor, **params))]
            service.prove(ids)


def test_progress_is_shown_without_tqdm(capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    table = Table(next(vector for vector in VECTORS if "counts no further" in vector["why"]))
    rows = Digistore24(KEY, send=table).rows(
        "listPurchases", from_="2026-10-01 00:00:00", to="2026-10-05 12:00:00", page_size=5, progress=True
    )
    assert len(list(rows)) == 4
    assert "listPurchases: 4 of 4 rows" in capsys.readouterr().err
