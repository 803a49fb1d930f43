"""What goes wrong, by whose fault it was."""

from __future__ import annotations


class DigistoreError(Exception):
    """Any failure of this package. The message says what is wrong, where, and what to do."""

    kind: str = "internal"
    """One word: `params`, `forbidden`, `refused`, `garbled`, `unanswered`, `rejected`, or `internal` for a bug."""

    function: str = ""
    """The function that was called; `client` when the settings of a client are meant."""

    maybe_done: bool = False
    """Whether the call may have taken effect, so that repeating it would do it twice. Only ever so for `Unanswered`;
    `what_became_of` of the client looks."""


class BadParams(DigistoreError, ValueError):
    """The call makes no sense; nothing was sent."""

    problems: list[tuple[str, str]] = []
    """Everything that is wrong: where (`data.valid_from`, empty for the call as a whole) and what."""


class Forbidden(DigistoreError):
    """The key may not do that, or this client is not to do it; nothing was sent."""

    reason: str = ""
    """Why, and what to do."""


class Refused(DigistoreError):
    """The service answered and declined."""

    code: int | None = None
    """The number the service gave. Only 2 (key), 3 (arguments) and 4 (not found) are stable."""

    message: str = ""
    """What the service says, in the language of the account."""

    status: int = 0
    """The HTTP status, which says little: most refusals come with 200."""


class Garbled(DigistoreError):
    """What came back is not an answer of the service."""

    status: int = 0
    """The HTTP status."""

    reason: str = ""
    """What is wrong with it."""

    excerpt: str = ""
    """The beginning of the body."""


class Unanswered(DigistoreError):
    """No answer came."""

    reason: str = ""
    """Why."""


class Rejected(DigistoreError):
    """A notification, or the query of a thank-you page, that the service did not sign."""

    kind = "rejected"

    reason: str = ""
    """Why, in one word: `wrong_signature`, `no_signature`, `unsigned` (the connection has no passphrase),
    `no_passphrase` (none was given here), `repeated_name`, `ambiguous_name` or `not_a_form`."""
