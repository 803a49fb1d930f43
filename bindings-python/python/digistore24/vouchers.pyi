import datetime as _dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal, TypedDict, type_check_only

from typing_extensions import Required, TypeAlias

from ._functions import VoucherData, VoucherUpdateData

__all__ = ["check", "coupon", "create", "created", "update"]

_Exact: TypeAlias = str | int | Decimal
_Id: TypeAlias = str | int
_Moment: TypeAlias = str | _dt.datetime
_Policy: TypeAlias = Literal["valid", "other_only", "not_valid"]

@type_check_only
class Plan(TypedDict, total=False):
    first_amount: Required[_Exact]
    currency: Required[str]
    other_amounts: _Exact | None
    number_of_installments: int | None
    quantity: int | None
    shipping: _Exact | None
    tax_mode: Literal["include", "exclude"] | None
    test_interval: str | None
    is_early_bird: bool | None

@type_check_only
class Finding(TypedDict):
    rule: Literal["code", "product", "start", "end", "count", "upgrade", "currency"]
    word: Literal[
        "other_code",
        "code_unconfirmed",
        "other_product",
        "product_not_given",
        "products_unclear",
        "addon",
        "upsell",
        "not_started",
        "expired",
        "zone_unknown",
        "day_unclear",
        "hour_twice",
        "now_not_given",
        "time_unclear",
        "window_unclear",
        "used_up",
        "count_unclear",
        "not_for_upgrades",
        "policy_unclear",
        "currency_unclear",
    ]
    text: str

@type_check_only
class CheckNote(TypedDict):
    word: Literal[
        "start_untold",
        "boundary",
        "count_of_snapshot",
        "follow_ups_only",
        "nothing_off",
        "converted",
        "follow_up_ignored",
        "gross_or_net",
        "early_bird",
        "unset_discount",
        "discount_unclear",
    ]
    text: str

@type_check_only
class Uncertainty(TypedDict):
    word: Literal[
        "may_not_apply",
        "rate_and_amount",
        "half_cent",
        "below_zero",
        "free_order",
        "quantity",
        "shipping",
        "trial",
        "gross_or_net",
        "early_bird",
        "other_currency",
        "currency_unclear",
        "discount_unclear",
        "other_digits",
    ]
    text: str

@type_check_only
class Discount(TypedDict):
    rate: Decimal
    amount: Decimal

@type_check_only
class Discounts(TypedDict):
    first: Discount | None
    others: Discount | None
    currency: str | None

@type_check_only
class Figure(TypedDict):
    before: Decimal
    amount: Decimal | None
    candidates: list[Decimal]
    exact: bool
    uncertain: list[Uncertainty]

@type_check_only
class Prices(TypedDict):
    currency: str
    first: Figure
    others: Figure | None

@type_check_only
class Check(TypedDict):
    verdict: Literal["applies", "does_not_apply", "undecided"]
    text: str
    reasons: list[Finding]
    notes: list[CheckNote]
    discounts: Discounts
    prices: Prices | None

def check(
    record: Mapping[str, Any],
    *,
    product_id: _Id | None = None,
    product_role: Literal["main", "addon", "upsell"] | None = None,
    now: _Moment | None = None,
    zone: str | None = None,
    same_clock: bool | None = None,
    zone_margin_hours: int | None = None,
    is_upgrade: bool | None = None,
    code: str | None = None,
    plan: Plan | None = None,
) -> Check: ...
@type_check_only
class CouponReason(TypedDict):
    word: Literal[
        "refused", "test_only", "real_only", "mode_unclear", "mode_not_given", "not_answered", "status_unclear"
    ]
    text: str

@type_check_only
class CouponNote(TypedDict):
    word: Literal[
        "mode_not_compared", "nothing_left", "maybe_used_up", "amount_unclear", "other_currency", "currency_unclear"
    ]
    text: str

@type_check_only
class CouponUse(TypedDict):
    verdict: Literal["usable", "unusable", "undecided"]
    text: str
    reasons: list[CouponReason]
    notes: list[CouponNote]
    id_part_was_right: bool | None
    coupon_id: str | None
    currency: str | None
    amount_left: Decimal | None
    amount_total: Decimal | None
    redeemed: Decimal | None
    payable: Decimal | None
    left_afterwards: Decimal | None

def coupon(
    data: Mapping[str, Any],
    *,
    price: _Exact | None = None,
    currency: str | None = None,
    is_test_payment: bool | None = None,
) -> CouponUse: ...
@type_check_only
class DraftNote(TypedDict):
    word: Literal[
        "digits_only",
        "currency_unused",
        "count_kept",
        "currency_kept",
        "rate_and_amount",
        "full_discount",
        "nothing_for_upgrades",
        "used_up_at_once",
        "zone_unknown",
    ]
    text: str

@type_check_only
class CreateParameters(TypedDict):
    data: VoucherData

@type_check_only
class PreparedCreate(TypedDict):
    parameters: CreateParameters
    notes: list[DraftNote]

@type_check_only
class UpdateParameters(TypedDict):
    code: str
    data: VoucherUpdateData

@type_check_only
class PreparedUpdate(TypedDict):
    parameters: UpdateParameters
    notes: list[DraftNote]

def create(
    code: _Id,
    *,
    product_ids: _Id | Sequence[_Id] | None = None,
    valid_from: _Moment | None = None,
    expires_at: _Moment | None = None,
    first_rate: _Exact | None = None,
    other_rates: _Exact | None = None,
    first_amount: _Exact | None = None,
    other_amounts: _Exact | None = None,
    currency: str | None = None,
    is_count_limited: bool | None = None,
    count_left: int | None = None,
    upgrade_policy: _Policy | None = None,
    rate_and_amount: bool | None = None,
) -> PreparedCreate: ...
def update(
    code: _Id,
    *,
    new_code: _Id | None = None,
    remove: Sequence[Literal["valid_from", "expires_at"]] | None = None,
    product_ids: _Id | Sequence[_Id] | None = None,
    valid_from: _Moment | None = None,
    expires_at: _Moment | None = None,
    first_rate: _Exact | None = None,
    other_rates: _Exact | None = None,
    first_amount: _Exact | None = None,
    other_amounts: _Exact | None = None,
    currency: str | None = None,
    is_count_limited: bool | None = None,
    count_left: int | None = None,
    upgrade_policy: _Policy | None = None,
    rate_and_amount: bool | None = None,
) -> PreparedUpdate: ...
@type_check_only
class Created(TypedDict):
    id: str
    code: str | None
    modified: bool | None

def created(data: Mapping[str, Any]) -> Created: ...
