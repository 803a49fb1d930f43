"""What the functions of `digistore24.licenses` return, for annotations."""

from __future__ import annotations

import datetime
from typing import Literal, TypedDict

__all__ = ["Checked", "Note", "Shaped", "Signed", "Stated", "Trouble", "Validity"]


class Note(TypedDict):
    """A word for programs, and a sentence for people."""

    word: str
    text: str


class Shaped(TypedDict):
    """What a licence key looks like, and what may have been meant."""

    shape: Literal["generated_shape", "other_shape", "empty"]
    key: str
    suggestions: list[str]
    notes: list[Note]


class Stated(TypedDict):
    """A day as the service stated it; `day` where the calendar has it."""

    raw: str
    day: datetime.date | None


class Trouble(TypedDict):
    """Why there is no answer."""

    kind: str
    code: int | None
    message: str


class Validity(TypedDict):
    """What came of asking about a licence. It holds no licence key."""

    verdict: Literal["valid", "not_found", "not_paid", "unknown"]
    notes: list[Note]
    purchase_id: str | None
    license: str | None
    product_id: str | None
    product_name: str | None
    billing_status: str | None
    last_transaction_type: str | None
    last_payment_at: Stated | None
    next_payment_at: Stated | None
    paid_until: Stated | None
    error: Trouble | None


class Signed(TypedDict):
    """A signed receipt."""

    receipt: str
    checked_at: datetime.datetime
    expires_at: datetime.datetime
    good_until: datetime.datetime
    grace_until: datetime.datetime | None
    notes: list[Note]


class Checked(TypedDict):
    """What a receipt is worth. What it says is None until its signature holds."""

    verdict: Literal[
        "good",
        "grace",
        "expired",
        "clock_set_back",
        "other_machine",
        "other_license",
        "other_product",
        "tampered",
        "not_a_receipt",
        "newer_version",
    ]
    is_usable: bool
    is_due: bool
    notes: list[Note]
    purchase_id: str | None
    product_id: str | None
    license: str | None
    billing_status: str | None
    paid_until: datetime.date | None
    checked_at: datetime.datetime | None
    expires_at: datetime.datetime | None
    good_until: datetime.datetime | None
    grace_until: datetime.datetime | None
    days_left: int
    last_seen: datetime.datetime
