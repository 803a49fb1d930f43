"""What happens to a request, the same whoever carried it here."""

from __future__ import annotations

import inspect
import logging
import traceback
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Mapping, MutableSet, Sequence
from contextlib import suppress
from typing import Any, Protocol, Union

from .._errors import Rejected
from .._native import Reply, event_kinds, verify
from ._events import Event

log = logging.getLogger("digistore24.ipn")

MOST = 262_144
"""How many bytes a body may have: about fifty times what the service sends."""

FORM = "application/x-www-form-urlencoded"


class Store(Protocol):
    """Remembers which events were handled, by their `dedup_key`. A set does, too."""

    def has(self, key: str, /) -> bool:
        """Whether the event was handled before."""
        ...

    def add(self, key: str, /) -> object:
        """Remembers that the event has been handled."""
        ...


class AsyncStore(Protocol):
    """A `Store` for `asgi` that has to wait."""

    async def has(self, key: str, /) -> bool:
        """Whether the event was handled before."""
        ...

    async def add(self, key: str, /) -> object:
        """Remembers that the event has been handled."""
        ...


# `Union`, since these are looked at when the module runs, also by Python 3.10.
Answer = Union[Reply, None]
Callback = Callable[[Event], Answer]
On = Union[Callback, Mapping[str, Callback]]
AsyncCallback = Callable[[Event], Union[Answer, Awaitable[Answer]]]
AsyncOn = Union[AsyncCallback, Mapping[str, AsyncCallback]]
Headers = Union[Mapping[str, str], Iterable[tuple[str, str]]]
Response = tuple[int, dict[str, str], bytes]


class Misuse(TypeError):
    """A callback or store that is not what was asked for. The message holds nothing of an event."""


class Receiver:
    """The settings of a handler, and its two halves: before the body is read, and after."""

    def __init__(
        self,
        passphrase: str | Sequence[str],
        on: AsyncOn,
        store: Store | AsyncStore | MutableSet[str] | None,
        max_body: int,
    ) -> None:
        # What is wrong with the passphrase is told now and not to the first buyer.
        with suppress(Rejected):
            verify(b"", passphrase)
        if isinstance(on, Mapping):
            # The connection test is answered here.
            known = [kind for kind in event_kinds() if kind != "connection_test"]
            unknown = sorted(set(on) - set(known))
            if unknown:
                raise ValueError(f"on: no such kind of event: {', '.join(unknown)}; there are {', '.join(known)}")
        elif not callable(on):
            raise TypeError(f"on: expected a function, or a mapping from kinds of events to functions, got {on!r}")
        self.passphrases = [passphrase] if isinstance(passphrase, str) else list(passphrase)
        self.on = on
        self.max_body = max_body
        self._has: Callable[[str], object] | None = None
        self._add: Callable[[str], object] | None = None
        if isinstance(store, MutableSet):
            self._has, self._add = store.__contains__, store.add
        elif store is not None:
            self._has, self._add = store.has, store.add

    def early(self, method: str, headers: Headers) -> Response | None:
        """What can be answered without the body; `None` when the body decides."""
        if method in ("GET", "HEAD"):
            # The service looks whether somebody is there before it takes the address.
            status, answered, body = text(200, "OK")
            return status, answered, b"" if method == "HEAD" else body
        if method != "POST":
            return text(405, "method_not_allowed", Allow="GET, HEAD, POST")
        items = getattr(headers, "items", None)
        pairs: Any = headers if items is None else items()
        by_name = {name.lower(): value for name, value in pairs}
        if not _is_form(by_name.get("content-type", "")):
            return text(415, "unsupported_media_type")
        length = by_name.get("content-length", "").strip()
        if length and not (length.isascii() and length.isdigit()):
            return text(400, "bad_length")
        if len(length) > 15 or length and int(length) > self.max_body:
            return self.too_large()
        return None

    def too_large(self) -> Response:
        """The answer to a body above the limit."""
        return text(413, "too_large")

    async def late(self, body: bytes) -> Response:
        """Verifies the body and hands the event over. Only the user's functions may wait in here."""
        if len(body) > self.max_body:
            return self.too_large()
        try:
            event = verify(body, self.passphrases)
        except Rejected as rejected:
            log.warning("a notification was refused: %s", rejected.reason)
            return text(403, rejected.reason)
        if event.kind == "connection_test":
            return text(200, "OK")
        try:
            return text(200, await self._handled(event))
        except Exception as error:
            # The message of the exception may hold personal data.
            what = f"TypeError: {error}" if isinstance(error, Misuse) else type(error).__name__
            where = "".join(traceback.format_tb(error.__traceback__)).rstrip()
            log.error("a notification of %r was not handled: %s\n%s", event.kind, what, where)
            return text(500, "handling_failed")

    async def _handled(self, event: Event) -> str:
        if self._has is not None:
            event.seen = bool(await _settled(self._has(event.dedup_key)))
        callback = self.on.get(event.kind) if isinstance(self.on, Mapping) else self.on
        reply = await _settled(callback(event)) if callback is not None else None
        if reply is not None and not isinstance(reply, Reply):
            raise Misuse(f"the callback has to return None or a Reply, not {type(reply).__name__}")
        answer = "OK" if reply is None else str(reply)
        if self._add is not None and not event.seen:
            await _settled(self._add(event.dedup_key))
        return answer


def text(status: int, body: str, **more: str) -> Response:
    """A response in plain text."""
    encoded = body.encode()
    headers = {"Content-Type": "text/plain; charset=utf-8", "Content-Length": str(len(encoded))}
    # A reply may hold a buyer's password.
    return status, {**headers, "Cache-Control": "no-store", **more}, encoded


def at_once(work: Coroutine[Any, Any, Response]) -> Response:
    """Runs what needs no event loop."""
    try:
        work.send(None)
        work.throw(Misuse("the callback or the store is asynchronous; asgi(...) is for those"))
    except StopIteration as done:
        answer: Response = done.value
        return answer
    work.close()
    raise Misuse("the callback or the store keeps waiting; asgi(...) is for asynchronous ones")


def handle(
    method: str,
    headers: Headers,
    body: bytes,
    *,
    passphrase: str | Sequence[str],
    on: On,
    store: Store | MutableSet[str] | None = None,
    max_body: int = MOST,
) -> Response:
    """Answers a request that any framework has received: `(status, headers, body)` in, `(status, headers, body)` out.

    `body` has to be the body as it came, not a parsed form. `on`, `store` and `max_body` are those of `wsgi`. Frameworks
    read a body before they hand it over, so set their own limit as well.
    """
    receiver = Receiver(passphrase, on, store, max_body)
    return receiver.early(method, headers) or at_once(receiver.late(body))


async def _settled(value: object) -> object:
    return await value if inspect.isawaitable(value) else value


def _is_form(content_type: str) -> bool:
    """Without a type the signature decides. The service states no other charset than UTF-8."""
    kind, *parameters = (part.strip().lower() for part in content_type.split(";"))
    charsets = [part.partition("=")[2].strip(' "') for part in parameters if part.startswith("charset")]
    return kind in ("", FORM) and all(charset in ("utf-8", "utf8") for charset in charsets)
