"""How an application comes to a key: a user makes it in the browser.

    from digistore24 import Digistore24, keys

    ds = Digistore24("123-YourDeveloperKey")
    ticket = keys.request(ds, return_url="https://shop.example.org/connected")
    remember(ticket.token)                          # first, so that no approved key gets lost
    redirect(ticket.url)                            # then the user signs in there, and approves

    collected = keys.collect(ds, remembered_token)  # perhaps in another process
    if collected.granted:
        print(collected.granted.user)
    else:
        print(collected.state, collected.text)

`digistore24.login` does all of it for a program at a terminal. A key that was made this way is given back with
`ds.with_options(api_key=granted.api_key).unregister()`, which ends its connections for notifications, too.

`collect` asks `retrieveApiKey` every two seconds on purpose: while the user has not decided, its answer is a success that
says so. It is no repetition of a call that failed.
"""

from __future__ import annotations

import time

from ._errors import DigistoreError
from ._native import keys as _keys

__all__ = ["Collected", "Failed", "Granted", "Ticket", "User", "collect", "collect_async", "request", "request_async"]


class _Plain:
    """Named values, of which secrets do not show."""

    __slots__ = ()
    _secret = ()

    def __init__(self, **values):
        for name in self.__slots__:
            object.__setattr__(self, name, values[name])

    def __setattr__(self, name, value):
        raise AttributeError(f"{type(self).__name__} cannot be changed")

    def __eq__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self.__slots__)

    __hash__ = None

    def __repr__(self):
        shown = ("…" if name in self._secret and getattr(self, name) else getattr(self, name) for name in self.__slots__)
        fields = (f"{name}={value if value == '…' else repr(value)}" for name, value in zip(self.__slots__, shown))
        return f"{type(self).__name__}({', '.join(fields)})"

    def __reduce__(self):
        # What is copied or sent to another process is whole; only what is shown is not.
        return _made, (type(self), {name: getattr(self, name) for name in self.__slots__})


def _made(cls, values):
    return cls(**values)


class Ticket(_Plain):
    """What a request for a key comes to. Store the token before the user goes to the address."""

    __slots__ = ("url", "token")
    _secret = ("token",)


class User(_Plain):
    """Whose key it is."""

    __slots__ = ("id", "name", "roles", "permission")


class Granted(_Plain):
    """A key that a user made."""

    __slots__ = ("api_key", "thankyou_page_key", "user")
    _secret = ("api_key", "thankyou_page_key")


class Failed(_Plain):
    """A call that failed."""

    __slots__ = ("kind", "code", "message")


class Collected(_Plain):
    """What the collecting of a key ends in, or how far it has come."""

    __slots__ = ("state", "text", "status", "note", "error", "granted", "waited")


def request(ds, **wish):
    """Begins: asks for a key with a developer key, and gives the ticket. See `digistore24.keys`."""
    _expect(ds, "request", False)
    return _ticket(ds.call("requestApiKey", **_keys.wish(**wish)))


async def request_async(ds, **wish):
    """The same with an `AsyncDigistore24`."""
    _expect(ds, "request_async", True)
    return _ticket(await ds.call("requestApiKey", **_keys.wish(**wish)))


def collect(ds, ticket, *, on_state=None, **options):
    """Asks for the key until the user has decided, and whose it is. See `digistore24.keys`."""
    _expect(ds, "collect", False)
    collecting = _collecting(ticket, options)
    while True:
        step = collecting.step()
        if "wait" in step:
            time.sleep(step["wait"] / 1000)
        elif "function" in step:
            try:
                outcome = {"data": _client(ds, step).call(step["function"], **step["parameters"])}
            except Exception as error:
                outcome = _outcome(error, step)
            _tell(collecting, outcome, on_state)
        else:
            return _collected(collecting)


async def collect_async(ds, ticket, *, on_state=None, **options):
    """The same with an `AsyncDigistore24`. A task that is cancelled lets go; the ticket stays as it is."""
    import asyncio

    _expect(ds, "collect_async", True)
    collecting = _collecting(ticket, options)
    while True:
        step = collecting.step()
        if "wait" in step:
            await asyncio.sleep(step["wait"] / 1000)
        elif "function" in step:
            try:
                outcome = {"data": await _client(ds, step).call(step["function"], **step["parameters"])}
            except Exception as error:
                outcome = _outcome(error, step)
            _tell(collecting, outcome, on_state)
        else:
            return _collected(collecting)


def _expect(ds, function, is_awaited):
    # Before anything is asked: an approved key is given out once, and would be lost with the wrong kind of client.
    if hasattr(ds, "_is_awaited") != is_awaited:
        expected = "an AsyncDigistore24" if is_awaited else "a Digistore24"
        raise TypeError(f"keys.{function}: expected {expected}, got {type(ds).__name__}")


def _ticket(answer):
    ticket = _keys.ticket(answer)
    return Ticket(url=ticket["request_url"], token=ticket["request_token"])


def _collecting(ticket, options):
    token = ticket.token if isinstance(ticket, Ticket) else ticket
    # The core counts in milliseconds.
    given = {
        name: round(value * 1000) if name in ("every", "patience") and isinstance(value, (int, float)) else value
        for name, value in options.items()
    }
    return _keys.Collecting(token=token, **given)


def _client(ds, step):
    return ds if step["api_key"] is None else ds.with_options(api_key=step["api_key"])


def _outcome(error, step):
    # A call that makes no sense is for the caller; with a new key it is not, since that key would be lost.
    kind = error.kind if isinstance(error, DigistoreError) else "internal"
    if step["api_key"] is None and kind in ("params", "forbidden", "internal"):
        raise
    code, maybe_done = getattr(error, "code", None), getattr(error, "maybe_done", False)
    return {"kind": kind, "code": code, "message": str(error), "maybe_done": maybe_done}


def _tell(collecting, outcome, on_state):
    collecting.tell(**outcome)
    if on_state is not None:
        on_state(_collected(collecting))


def _collected(collecting):
    known = collecting.so_far()
    granted, error = known["granted"], known["error"]
    if granted is not None:
        user = granted["user"]
        granted = Granted(**{**granted, "user": user and User(**{**user, "roles": tuple(user["roles"])})})
    if error is not None:
        error = Failed(**error)
    return Collected(**{**known, "granted": granted, "error": error, "waited": known["waited"] / 1000})
