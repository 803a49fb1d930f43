import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from .. import Digistore24
from .types import Checked, Shaped, Signed, Validity

__all__ = ["Keys", "check", "new_keys", "public_key", "shape", "sign", "validate", "verdict"]

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
