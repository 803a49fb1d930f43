"""Every row of a list, however many pages it takes."""

import json
import sys
from datetime import datetime, timezone
from operator import length_hint

from ._native import Pages

# What is for the reading of a list; all else are parameters of its function.
_PAGING = ("cursor", "window", "most_pages")


def _begun(client, name, params, now):
    paging = {option: params.pop(option, None) for option in _PAGING}
    paging["cursor"] = _plain(paging["cursor"])
    return Pages(client, name, params, paging, datetime.now(timezone.utc) if now is None else now)


def _plain(cursor):
    """A cursor from its JSON. What is no JSON stays as it is, and is told of with all else that is wrong."""
    try:
        return json.loads(cursor) if isinstance(cursor, str) else cursor
    except ValueError:
        return cursor


class _Reading:
    """What is common to both ways of reading."""

    # The page at hand and what is left of it are one value: Ctrl-C may end a program between any two lines.
    __slots__ = ("_bar", "_hand", "_pages")

    def __init__(self, client, name, /, *, progress=False, now=None, **params):
        self._pages = _begun(client, name, params, now)
        self._hand = self._pages.page, iter(())
        self._bar = _bar(name, self._pages.cursor(0).get("rows", 0)) if progress else None

    @property
    def cursor(self):
        """Where reading has got to, behind the row that came last: plain data that JSON keeps."""
        page, left = self._hand
        # Of a page that has come but is not at hand, nothing was used.
        return self._pages.cursor(len(page) - length_hint(left) if page is self._pages.page else 0)

    def _is_waiting(self):
        """Whether a page has come that is not at hand: Ctrl-C was faster."""
        return self._pages.page is not self._hand[0]

    def _took(self):
        page = self._pages.page
        self._hand = page, iter(page)
        if self._bar:
            self._bar.total = self._pages.total
            self._bar.update(len(page))

    def _over(self):
        if self._bar:
            self._bar.close()
            self._bar = None


class Rows(_Reading):
    """The rows of a list, one after the other, each once. `cursor` says where it has got to."""

    __slots__ = ()

    def __iter__(self):
        return self

    def __next__(self):
        while True:
            for row in self._hand[1]:
                return row
            if not self._read():
                raise StopIteration

    def pages(self):
        """The same rows in lists, as they come: what is left of the page at hand, then one page after the other."""
        while True:
            if rows := list(self._hand[1]):
                yield rows
            if not self._read():
                return

    def _read(self):
        if not self._is_waiting() and self._pages.next() is None:
            self._over()
            return False
        self._took()
        return True


class AsyncRows(_Reading):
    """The same for programs that await: `async for row in ds.rows(...)`."""

    __slots__ = ()

    def __aiter__(self):
        return self

    async def __anext__(self):
        while True:
            for row in self._hand[1]:
                return row
            if not await self._read():
                raise StopAsyncIteration

    async def pages(self):
        """The same rows in lists, as they come."""
        while True:
            if rows := list(self._hand[1]):
                yield rows
            if not await self._read():
                return

    async def _read(self):
        if not self._is_waiting():
            page = self._pages.next()
            if page is None:
                self._over()
                return False
            await page
        self._took()
        return True


def _bar(name, rows):
    """A bar of tqdm where that is installed, else a line."""
    try:
        from tqdm.auto import tqdm
    except ImportError:
        return _Line(name, rows)
    return tqdm(desc=name, unit=" rows", initial=rows)


class _Line:
    """How many rows have come, on one line of stderr."""

    def __init__(self, name, rows):
        self._name = name
        self._rows = rows
        self.total = None

    def update(self, rows):
        self._rows += rows
        of = f" of {self.total}" if self.total else ""
        print(f"\r{self._name}: {self._rows}{of} rows", end="", file=sys.stderr, flush=True)

    def close(self):
        print(file=sys.stderr)
