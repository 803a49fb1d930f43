"""Calls that are awaited, over httpx where that is installed."""

from __future__ import annotations

import asyncio
import os
import zlib
from concurrent.futures import ThreadPoolExecutor
from inspect import isawaitable

from ._errors import DigistoreError
from ._functions import Functions
from ._native import Client, Done, Wait, __version__

try:
    import httpx
except ImportError:
    httpx = None

# How many calls the built-in HTTP client has under way at a time.
_AT_ONCE = 32


class AsyncDigistore24(Functions, Client):
    """The client for programs that await: every method gives a coroutine.

        async with AsyncDigistore24("123-YourKey") as ds:
            purchases, user = await asyncio.gather(ds.list_purchases(from_="-3d"), ds.get_user_info())

    Options are those of `Digistore24`; `send` may be a coroutine function. Requests go over httpx if that is installed,
    else over the built-in HTTP client on threads beside. A task that is cancelled lets go of its connection at once; if
    the call may have taken effect all the same, a note on the `CancelledError` says so.
    """

    __slots__ = ("_carrier",)

    _is_awaited = True

    def __new__(cls, api_key, *, send=None, **options):
        if send is not None:
            options["send"] = send
        self = super().__new__(cls, api_key, **options)
        if isinstance(api_key, AsyncDigistore24):
            # A client that does something otherwise, over the same connections.
            self._carrier = api_key._carrier
        elif send is not None:
            self._carrier = _Own(send)
        else:
            self._carrier = _Threads(self) if httpx is None else _Httpx()
        return self

    async def aclose(self):
        """Closes the connections. A call after that opens new ones."""
        await self._carrier.close()

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, trace):
        await self.aclose()


async def led(client, conversation):
    """Leads a conversation to its end, and gives what it ends in."""
    cause = None
    while True:
        try:
            step = conversation.step()
        except DigistoreError as error:
            raise error from cause
        if isinstance(step, Done):
            return step.value
        if isinstance(step, Wait):
            await asyncio.sleep(step.seconds)
        else:
            cause = await client._carrier.carry(conversation, step) or cause


class _Own:
    """The callable of the user."""

    def __init__(self, send):
        self._send = send

    async def carry(self, conversation, request):
        try:
            reply = self._send(request)
            if isawaitable(reply):
                reply = await reply
            status, headers, body = reply
            conversation.answer(status=status, headers=headers, body=body)
        except asyncio.CancelledError as cancelled:
            _note(cancelled, conversation._interrupted(True))
            raise
        except Exception as error:
            # Neither an exception nor a result that is no response says anything about what the service got.
            conversation.fail(str(error), sent=True)
            return error

    async def close(self):
        pass


class _Threads:
    """The built-in HTTP client, which blocks, on threads of its own."""

    def __init__(self, client):
        self._client = client
        self._pool = None
        self._process = None

    async def carry(self, conversation, request):
        # A process that was forked has none of the threads.
        if self._pool is None or self._process != os.getpid():
            self._pool, self._process = ThreadPoolExecutor(_AT_ONCE, "digistore24"), os.getpid()
        carried = self._pool.submit(conversation._carry, self._client, request)
        try:
            await asyncio.wrap_future(carried)
        except asyncio.CancelledError as cancelled:
            # What still waits for a thread never leaves.
            _note(cancelled, conversation._interrupted(not carried.cancel()))
            raise

    async def close(self):
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=False)


class _Httpx:
    """httpx, with a pool of connections for the event loop that was the last to use it."""

    def __init__(self):
        # Both at once: other threads may have loops of their own.
        self._kept = None, None

    async def carry(self, conversation, request):
        try:
            pool = self._pool(request.url)
        except Exception as error:
            # Not its words, which may hold the password of a proxy.
            reason = f"httpx cannot be set up ({type(error).__name__}): look at the proxies in the environment"
            conversation.fail(reason, sent=False)
            return
        sending = _Sending()
        try:
            status, headers, body = await _within(request.timeout, _exchange(pool, request, sending))
        except asyncio.CancelledError as cancelled:
            _note(cancelled, conversation._interrupted(sending.sent))
            # The frames of httpx hold the key, and some tools show what frames hold.
            raise cancelled.with_traceback(None) from None
        except asyncio.TimeoutError:
            conversation.fail("the time limit has passed", sent=sending.sent)
        except zlib.error as error:
            conversation.fail(f"the answer cannot be decompressed: {error}", sent=True)
        except Exception as error:
            # Whatever it is, the caller has to hear whether the call may have been carried out.
            conversation.fail(str(error) or type(error).__name__, sent=sending.sent)
        else:
            conversation.answer(status=status, headers=headers, body=body)

    def _pool(self, url):
        loop = asyncio.get_running_loop()
        owner, http = self._kept
        if owner is not loop:
            http = httpx.AsyncClient(
                headers={"User-Agent": f"digistore24-python/{__version__}", "Accept-Encoding": "gzip"},
                # A redirect would carry the key elsewhere; the answer says where it points.
                follow_redirects=False,
                # The time for the whole exchange is kept here.
                timeout=None,
                limits=httpx.Limits(max_connections=None, max_keepalive_connections=_AT_ONCE),
                # The proxy of the environment would read the key, and could not reach this machine anyway.
                trust_env=url.startswith("https://"),
            )
            self._kept = loop, http
        return http

    async def close(self):
        (loop, http), self._kept = self._kept, (None, None)
        # The connections of another loop cannot be closed in this one.
        if http is not None and loop is asyncio.get_running_loop():
            await http.aclose()


class _Sending:
    """Whether a request may have left: from the moment at which httpx begins to write it, and when in doubt."""

    def __init__(self):
        self.sent = True

    async def trace(self, event, info):
        if event.startswith("connection."):
            self.sent = False
        elif event.endswith(".send_request_headers.started"):
            # A proxy is first asked to connect.
            self.sent = info["request"].method != b"CONNECT"


async def _exchange(pool, request, sending):
    exchange = pool.stream(
        request.method,
        request.url,
        headers=request.headers,
        # The service wants to hear the length of an empty form, too.
        content=None if request.method == "GET" else request.body,
        extensions={"trace": sending.trace},
    )
    async with exchange as response:
        body = await _body(response, request.most_bytes)
        return response.status_code, response.headers.multi_items(), body


async def _within(seconds, work):
    """The result of `work`, or a `TimeoutError`. Python 3.10 can only do that with a task of its own."""
    if not hasattr(asyncio, "timeout"):
        return await asyncio.wait_for(work, seconds)
    async with asyncio.timeout(seconds):
        return await work


async def _body(response, most):
    """The body, decompressed, as far as it may reach and one byte more."""
    chunks = []
    size = 0
    gzip = None
    if response.headers.get("content-encoding", "").strip().lower() in ("gzip", "x-gzip"):
        gzip = zlib.decompressobj(31)
    async for chunk in response.aiter_raw():
        if gzip:
            chunk = gzip.decompress(chunk, most + 1 - size)
        chunks.append(chunk)
        size += len(chunk)
        if size > most:
            break
    else:
        if gzip and not gzip.eof:
            raise zlib.error("it breaks off")
    return b"".join(chunks)


def _note(error, note):
    """Adds what is known of an interrupted call, where Python has notes (from 3.11 on)."""
    if note and hasattr(error, "add_note"):
        error.add_note(note)
