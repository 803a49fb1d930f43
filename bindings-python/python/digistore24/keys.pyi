from collections.abc import Callable
from typing import Any, ClassVar, Literal

from typing_extensions import TypeAlias

from . import Digistore24
from ._async import AsyncDigistore24

__all__ = ["Collected", "Failed", "Granted", "Ticket", "User", "collect", "collect_async", "request", "request_async"]

_State: TypeAlias = Literal[
    "pending",
    "granted",
    "aborted",
    "collected",
    "lost",
    "timed_out",
    "unreachable",
    "unknown_status",
    "refused",
]

class _Plain:
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __init__(self, **values: Any) -> None: ...
    def __setattr__(self, name: str, value: object) -> None: ...
    def __eq__(self, other: object) -> bool: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

class Ticket(_Plain):
    @property
    def url(self) -> str:
        """Where the user signs in and approves."""
    @property
    def token(self) -> str:
        """What the key is collected with: a secret. Store it before the user goes to the address."""

class User(_Plain):
    @property
    def id(self) -> str | None:
        """The number of the account."""
    @property
    def name(self) -> str | None:
        """The Digistore24 name."""
    @property
    def roles(self) -> tuple[str, ...]:
        """The roles of the account."""
    @property
    def permission(self) -> Literal["readonly", "writable", "developer"] | None:
        """What the key may do, where the service says it."""

class Granted(_Plain):
    @property
    def api_key(self) -> str:
        """The key: a secret."""
    @property
    def thankyou_page_key(self) -> str | None:
        """The passphrase for notifications, a secret, which only some accounts get."""
    @property
    def user(self) -> User | None:
        """Whose key it is; nobody, where that could not be asked."""

class Failed(_Plain):
    @property
    def kind(self) -> str:
        """The kind of the error, such as `refused`."""
    @property
    def code(self) -> int | None:
        """The number that the service gave, if any."""
    @property
    def message(self) -> str:
        """What is said about it, without token and keys."""

class Collected(_Plain):
    @property
    def state(self) -> _State:
        """How far it has come. Only `granted` is a success."""
    @property
    def text(self) -> str:
        """The same as a sentence, with what to do."""
    @property
    def status(self) -> str:
        """The status, as the service worded it last."""
    @property
    def note(self) -> str:
        """What the service said about it, in the language of the account."""
    @property
    def error(self) -> Failed | None:
        """The call that failed last, if one did. Next to a key: the question whose it is."""
    @property
    def granted(self) -> Granted | None:
        """The key. It is here wherever the service handed one out, also next to an odd status: it does so once."""
    @property
    def waited(self) -> float:
        """How many seconds were waited."""

def request(
    ds: Digistore24,
    *,
    return_url: str,
    permissions: Literal["read-only", "readonly", "writable"] = "read-only",
    cancel_url: str | None = None,
    site_url: str | None = None,
    comment: str | None = None,
) -> Ticket:
    """Begins: asks for a key with a developer key, and gives the ticket.

    - `return_url`: where the user comes back to, a public https address. That the browser comes back proves nothing.
    - `permissions`: sources disagree whether a key that only reads is called `read-only` or `readonly`.
    - `cancel_url`: where the user goes after cancelling; `return_url` without it.
    - `site_url`: stored with the key; `return_url` has to begin with it. Its domain without it.
    """

async def request_async(
    ds: AsyncDigistore24,
    *,
    return_url: str,
    permissions: Literal["read-only", "readonly", "writable"] = "read-only",
    cancel_url: str | None = None,
    site_url: str | None = None,
    comment: str | None = None,
) -> Ticket:
    """The same with an `AsyncDigistore24`."""

def collect(
    ds: Digistore24,
    ticket: Ticket | str,
    *,
    on_state: Callable[[Collected], object] | None = None,
    every: float = 2.0,
    patience: float = 480.0,
    failures: int = 5,
) -> Collected:
    """Asks for the key until the user has decided, then whose key it is.

    - `ticket`: the ticket or its token, also from an earlier process.
    - `on_state`: told after each answer how far it has come. The key is there before it is asked whose it is: whoever
      stores it then has it, whatever happens next.
    - `every`, `patience`: how many seconds to wait between questions, and in all. The time that calls take is not counted.
    - `failures`: after how many answers in a row that did not come to give up.

    Raises what a wrong call raises; what the service says, or does not say, is in the result.
    """

async def collect_async(
    ds: AsyncDigistore24,
    ticket: Ticket | str,
    *,
    on_state: Callable[[Collected], object] | None = None,
    every: float = 2.0,
    patience: float = 480.0,
    failures: int = 5,
) -> Collected:
    """The same with an `AsyncDigistore24`. A task that is cancelled lets go; the ticket stays as it is."""
