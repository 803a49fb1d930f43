"""Everything Digistore24 says over its API.

    from digistore24 import Digistore24

    ds = Digistore24("123-YourKey")
    for purchase in ds.list_purchases(from_="-3d").purchase_list:
        print(purchase.id, purchase.amount)

`help(ds.list_purchases)` describes a function. `Sandbox()` is the service in memory, to try all this without a key.
"""

from ._errors import BadParams, DigistoreError, Forbidden, Garbled, Refused, Unanswered
from ._functions import Functions
from ._native import Call, Cassette, Client, Done, List, Preview, Record, Sandbox, Send, Wait, __version__, read, redact

__all__ = [
    "AsyncDigistore24",
    "BadParams",
    "Call",
    "Cassette",
    "DigistoreError",
    "Digistore24",
    "Done",
    "Forbidden",
    "Garbled",
    "List",
    "Preview",
    "Record",
    "Refused",
    "Sandbox",
    "Send",
    "Unanswered",
    "Wait",
    "__version__",
    "read",
    "redact",
]


class Digistore24(Functions, Client):
    """A client of the service: one method for each function, one pool of connections, for any number of threads.

    `base_url` includes `/api/call`; it has to be https, except on this machine. `language` is the language of messages,
    `operator` a name the service logs, `zone` the clock that times without one are told by. `timeout` is in seconds for
    a whole call. `send` carries requests instead of the built-in HTTP client: it takes a `Send` and returns
    `(status, headers, body)`.
    """

    __slots__ = ()


def __getattr__(name):
    """`AsyncDigistore24`, when it is asked for: `asyncio` and httpx cost more than all the rest."""
    if name != "AsyncDigistore24":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from ._async import AsyncDigistore24

    globals()[name] = AsyncDigistore24
    return AsyncDigistore24


def __dir__():
    return __all__
