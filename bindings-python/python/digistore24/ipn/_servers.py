"""The two interfaces of Python's web servers: WSGI, and ASGI for asynchronous ones."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, MutableMapping, MutableSet, Sequence
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from ._receive import MOST, AsyncOn, AsyncStore, On, Receiver, Response, Store, at_once, text

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

Message = MutableMapping[str, Any]
AsgiApplication = Callable[
    [MutableMapping[str, Any], Callable[[], Awaitable[Message]], Callable[[Message], Awaitable[None]]], Awaitable[None]
]


def wsgi(
    *,
    passphrase: str | Sequence[str],
    on: On,
    store: Store | MutableSet[str] | None = None,
    max_body: int = MOST,
) -> WSGIApplication:
    """A WSGI application that receives notifications, for any path it is mounted at.

    `on` gets each `Event`: a function, or a mapping from kinds (`"on_payment"`) to functions; other kinds are then
    answered with OK and left alone. It returns `None` or a `Reply`. Only when it has returned, the answer is OK; when it
    raises, the service sends the notification again. The service sends notifications more than once anyway: with a
    `store`, which is a set or has `has(key)` and `add(key)`, `event.seen` tells whether this one was handled before.

    Answers: 200 when handled, to the connection test, and to GET and HEAD; 403 with the reason for a signature that does
    not hold; 500 when `on` or the store raised, which the log `digistore24.ipn` tells without personal data; 405, 411,
    413 and 415 for what is no notification. `passphrase` may be several, while one is being replaced. `max_body` is in
    bytes. Time limits are the server's: the buyer may be waiting, so put long work into a queue.
    """
    receiver = Receiver(passphrase, on, store, max_body)

    def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        names = {"content-type": "CONTENT_TYPE", "content-length": "CONTENT_LENGTH"}
        headers = {name: str(environ.get(key, "")) for name, key in names.items()}
        response = receiver.early(str(environ["REQUEST_METHOD"]), headers)
        if response is None:
            body = _read(environ, max_body)
            response = at_once(receiver.late(body)) if isinstance(body, bytes) else body
        status, answered, content = response
        start_response(f"{status} {HTTPStatus(status).phrase}", list(answered.items()))
        return [content]

    return application


def _read(environ: WSGIEnvironment, max_body: int) -> bytes | Response:
    """The body, at most one byte above the limit, or why there is none."""
    stream = environ["wsgi.input"]
    length = str(environ.get("CONTENT_LENGTH") or "").strip()
    if not length and not environ.get("wsgi.input_terminated"):
        # Reading on would wait for the connection to close.
        return text(411, "length_required")
    missing = min(int(length), max_body + 1) if length else max_body + 1
    parts: list[bytes] = []
    while missing > 0 and (part := stream.read(missing)):
        parts.append(part)
        missing -= len(part)
    if length and missing > 0:
        return text(400, "cut_short")
    return b"".join(parts)


def asgi(
    *,
    passphrase: str | Sequence[str],
    on: AsyncOn,
    store: Store | AsyncStore | MutableSet[str] | None = None,
    max_body: int = MOST,
) -> AsgiApplication:
    """An ASGI application that receives notifications, for any path it is mounted at.

    As `wsgi`, and `on` and the methods of `store` may be asynchronous. Plain ones run on the event loop, which stands
    still meanwhile.
    """
    receiver = Receiver(passphrase, on, store, max_body)

    async def application(
        scope: MutableMapping[str, Any],
        receive: Callable[[], Awaitable[Message]],
        send: Callable[[Message], Awaitable[None]],
    ) -> None:
        if scope["type"] != "http":
            raise ValueError(f"notifications come over http, not as {scope['type']}")
        headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in scope["headers"]]
        response = receiver.early(scope["method"], headers) or await _receive(receiver, receive)
        if response is None:
            return
        status, answered, content = response
        encoded = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in answered.items()]
        await send({"type": "http.response.start", "status": status, "headers": encoded})
        await send({"type": "http.response.body", "body": content})

    return application


async def _receive(receiver: Receiver, receive: Callable[[], Awaitable[Message]]) -> Response | None:
    """Reads the body and answers it; `None` when the sender has gone."""
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        body += message.get("body", b"")
        if len(body) > receiver.max_body:
            return receiver.too_large()
        if not message.get("more_body", False):
            return await receiver.late(bytes(body))
