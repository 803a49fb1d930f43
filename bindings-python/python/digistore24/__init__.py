"""Everything Digistore24 says over its API.

    from digistore24 import Digistore24

    ds = Digistore24("123-YourKey")
    for purchase in ds.list_purchases(from_="-3d").purchase_list:
        print(purchase.id, purchase.amount)

`help(ds.list_purchases)` describes a function. `Sandbox()` is the service in memory, to try all this without a key.
"""

from ._errors import BadParams, DigistoreError, Forbidden, Garbled, Refused, Unanswered
from ._functions import Functions
from ._native import (
    Attempt,
    Budget,
    Call,
    Cassette,
    Client,
    Done,
    List,
    Preview,
    Record,
    Send,
    Wait,
    __version__,
    read,
    redact,
)
from ._sandbox import Sandbox

__all__ = [
    "AsyncDigistore24",
    "Attempt",
    "BadParams",
    "Budget",
    "Call",
    "Cassette",
    "DigistoreError",
    "Digistore24",
    "Done",
    "Forbidden",
    "Garbled",
    "List",
    "NotGranted",
    "Preview",
    "Record",
    "Refused",
    "Sandbox",
    "Send",
    "Unanswered",
    "Wait",
    "__version__",
    "login",
    "logout",
    "read",
    "redact",
    "stored_key",
]


class Digistore24(Functions, Client):
    """A client of the service: one method for each function, one pool of connections, for any number of threads.

    `base_url` includes `/api/call`; it has to be https, except on this machine. `language` is the language of messages,
    `operator` a name the service logs, `zone` the clock that times without one are told by.

    A call has `timeout` seconds for each attempt and `total_timeout` for all of them with the pauses between; `None` is
    any time. It is sent again up to `retries` times, but never once it may have left and a repetition would do it twice.
    An answer has `most_bytes` at most. A `Budget` says how many calls a key may make in a time.

    With a `write_key`, `api_key` only reads, and calls that change something have to be switched on with `writing=True`;
    `writing=False` switches them off for any key. A `developer_key` is for the functions that take no other. What
    `api_key` may do (`permission`: `readonly`, `writable`, `developer`) is learned from `get_user_info` unless given.

    `on_attempt` is called with an `Attempt` after each attempt, on the thread of the call; `bodies=True` puts into it
    what was sent and what came back. Without it, attempts are logged as `digistore24`, once the program has imported
    `logging`. Once it has imported OpenTelemetry, each attempt is a span.

    `send` carries requests instead of the built-in HTTP client: it takes a `Send` and returns
    `(status, headers, body)`. `with_options` makes a client that does something otherwise.
    """

    __slots__ = ()


# What is only imported when it is asked for: `asyncio`, httpx and a terminal cost more than all the rest.
_LATER = {
    "AsyncDigistore24": "_async",
    "NotGranted": "_login",
    "login": "_login",
    "logout": "_login",
    "stored_key": "_login",
}

# `typing` is not worth its time.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._async import AsyncDigistore24 as AsyncDigistore24
    from ._login import NotGranted as NotGranted
    from ._login import login as login
    from ._login import logout as logout
    from ._login import stored_key as stored_key


def __getattr__(name: str) -> object:
    """What is only imported when it is asked for."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found = globals()[name] = getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
    return found


def __dir__() -> "list[str]":
    return __all__
