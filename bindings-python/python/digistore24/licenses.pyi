import datetime
from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypedDict

from . import Digistore24

__all__ = ["Keys", "check", "new_keys", "public_key", "shape", "sign", "validate", "verdict"]

class Note(TypedDict):
    word: str
    text: str

class Shaped(TypedDict):
    shape: Literal["generated_shape", "other_shape", "empty"]
    key: str
    suggestions: list[str]
    notes: list[Note]

class Stated(TypedDict):
    raw: str
    day: datetime.date | None

class Trouble(TypedDict):
    kind: str
    code: int | None
    message: str

class Validity(TypedDict):
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
    receipt: str
    checked_at: datetime.datetime
    expires_at: datetime.datetime
    good_until: datetime.datetime
    grace_until: datetime.datetime | None
    notes: list[Note]

class Checked(TypedDict):
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

class Keys:
    public_key: str
    def __init__(self, private_key: str, public_key: str) -> None: ...
    @property
    def private_key(self) -> str: ...

def new_keys() -> Keys: ...
def public_key(private_key: str) -> str: ...
def shape(key: str, *, generated: bool | None = None) -> Shaped: ...
def verdict(
    data: Mapping[str, Any], *, purchase_id: str | None = None, license_key: str | None = None
) -> Validity: ...
def validate(ds: Digistore24, *, purchase_id: str, license_key: str) -> Validity: ...
def sign(
    validation: Mapping[str, Any],
    *,
    private_key: str,
    now: datetime.datetime | str | None = None,
    license_key: str | None = None,
    machine: str | None = None,
    valid_days: int | None = None,
    expires_at: datetime.datetime | str | None = None,
    grace_days: int | None = None,
) -> Signed: ...
def check(
    receipt: str,
    *,
    public_keys: str | Sequence[str],
    product_ids: int | str | Sequence[int | str],
    now: datetime.datetime | str | None = None,
    last_seen: datetime.datetime | str | None = None,
    tolerance_minutes: int | None = None,
    purchase_id: str | None = None,
    license_key: str | None = None,
    machine: str | None = None,
) -> Checked: ...
