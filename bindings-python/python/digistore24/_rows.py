"""Every row of a list, however many pages it takes."""

import json
import sys
from datetime import datetime, timezone

from ._native import Pages

# What is for the reading of a list; all else are parameters of its function.
_PAGING = ("cursor", "window", "most_pages")


def _begun(client, name, params, now):
    paging = {option: params.pop(option, None) for option in _PAGING}
    if isinstance(paging["cursor"], str):
        paging["cursor"] = json.loads(paging["cursor"])
    now = now or datetime.now(timezone.utc)
    now = now if isinstance(now, str) else now.isoformat(timespec="seconds")
    return Pages(client, name, params, paging, now)


class _Reading:
    """What is common to both ways of reading."""

    __slots__ = ("_at", "_bar", "_page", "_pages")

    def __init__(self, client, name, /, *, progress=False, now=None, **params):
        self._pages = _begun(client, name, params, now)
        self._page = []
        self._at = 0
        self._bar = _bar(name, self._pages.cursor(0).get("rows", 0)) if progress else None

    @property
    def cursor(self):
        """Where reading has got to, behind the row that came last: plain data that JSON keeps."""
        return self._pages.cursor(self._at)

    def _took(self, page):
        self._page, self._at = page, 0
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
        while self._at == len(self._page):
            if not self._read():
                raise StopIteration
        self._at += 1
        return self._page[self._at - 1]

    def pages(self):
        """The same rows in lists, as they come: what is left of the page at hand, then one page after the other."""
        while self._at < len(self._page) or self._read():
            rows, self._at = self._page[self._at :], len(self._page)
            if rows:
                yield rows

    def _read(self):
        page = self._pages.next()
        if page is None:
            self._over()
            return False
        self._took(page)
        return True


class AsyncRows(_Reading):
    """The same for programs that await: `async for row in ds.rows(...)`."""

    __slots__ = ()

    def __aiter__(self):
        return self

    async def __anext__(self):
        while self._at == len(self._page):
            if not await self._read():
                raise StopAsyncIteration
        self._at += 1
        return self._page[self._at - 1]

    async def pages(self):
        """The same rows in lists, as they come."""
        while self._at < len(self._page) or await self._read():
            rows, self._at = self._page[self._at :], len(self._page)
            if rows:
                yield rows

    async def _read(self):
        page = self._pages.next()
        if page is None:
            self._over()
            return False
        self._took(await page)
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
