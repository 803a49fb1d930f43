import os
from typing import Literal

from ._errors import DigistoreError
from .keys import Collected, Granted, Ticket, _State

class NotGranted(DigistoreError):
    """The user made no key, or it did not arrive. `collected` tells why."""

    collected: Collected
    def __init__(self, collected: Collected) -> None: ...
    @property
    def state(self) -> _State:
        """How far it has come, in a word."""

def login(
    developer_key: str,
    *,
    return_url: str | None = None,
    permissions: Literal["read-only", "readonly", "writable"] = "read-only",
    cancel_url: str | None = None,
    site_url: str | None = None,
    comment: str | None = None,
    ticket: Ticket | str | Literal[True] | None = None,
    open_browser: bool = True,
    store: bool = True,
    file: str | os.PathLike[str] | None = None,
    name: str = "default",
    every: float = 2.0,
    patience: float = 480.0,
    failures: int = 5,
    **options: object,
) -> Granted:
    """Has a user make a key in the browser, keeps it, and gives it with whose it is.

    The request is kept before the browser opens, the key as soon as it is here: in the keyring of the system, if the
    library `keyring` is installed; else in memory only, which is said. It is never in a file unless you name one, which
    only its owner may read. One line on stderr tells how far it has come. `Ctrl-C` leaves the request as it is.

    - `return_url`: where the user comes back to, a public https address. Not needed with a `ticket`.
    - `permissions`: `read-only`, or `writable`. Sources disagree whether the former is called `readonly`.
    - `ticket`: goes on with a request from before: a `Ticket`, its token, or `True` for the one that is kept.
    - `name`: keeps several keys apart.
    - `every`, `patience`, `failures`: as `digistore24.keys.collect`. Further options are those of `Digistore24`.

    Raises `NotGranted` where there is no key, and what a call with the developer key raises.
    """

def stored_key(*, file: str | os.PathLike[str] | None = None, name: str = "default") -> str | None:
    """The key that `login` kept in the keyring of the system, or in that file; nothing, if there is none."""

def logout(*, file: str | os.PathLike[str] | None = None, name: str = "default", **options: object) -> bool:
    """Gives the kept key back with `unregister`, which ends it and its connections, and forgets it.

    True if the service deleted it. A key that was made by hand it does not delete; it is forgotten all the same.
    """
