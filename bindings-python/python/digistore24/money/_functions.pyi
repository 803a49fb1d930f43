import decimal as _decimal
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal, Protocol, final, overload

from typing_extensions import Buffer, TypeAlias

from . import types as _money

__all__ = ["Split", "forecast", "infer_tariff", "reconcile", "refund", "reserve", "schedule", "split", "split_many"]

@final
class Split:
    @property
    def currency(self) -> str: ...
    @property
    def amount_brutto(self) -> _decimal.Decimal: ...
    @property
    def amount_vat(self) -> _decimal.Decimal: ...
    @property
    def amount_netto(self) -> _decimal.Decimal: ...
    @property
    def amount_provider(self) -> _decimal.Decimal: ...
    @property
    def amount_shipping(self) -> _decimal.Decimal: ...
    @property
    def basic_amount(self) -> _decimal.Decimal: ...
    @property
    def amount_affiliate(self) -> _decimal.Decimal: ...
    @property
    def amount_referral(self) -> _decimal.Decimal: ...
    @property
    def amount_partner(self) -> _decimal.Decimal: ...
    @property
    def amount_partner_affiliates(self) -> _decimal.Decimal: ...
    @property
    def amount_vendor(self) -> _decimal.Decimal: ...
    @property
    def partners(self) -> list[_money.PartnerShare]: ...
    @property
    def notes(self) -> list[_money.Note]: ...
    def explain(self, language: Literal["en", "de"] = "en") -> str: ...
    def steps(self, language: Literal["en", "de"] = "en") -> list[_money.Step]: ...
    def to_html(self, language: Literal["en", "de"] = "en") -> str: ...
    def to_dict(self) -> dict[str, Any]: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Callable[[], Split], tuple[()]]: ...

def split(
    *,
    gross: _money.Exact | None = None,
    net: _money.Exact | None = None,
    currency: str,
    digits: int | None = None,
    vat_rate: _money.Exact | None = None,
    vat_amount: _money.Exact | None = None,
    shipping: _money.Exact | None = None,
    pay_sequence_no: int | None = None,
    tariff: _money.Tariff | None = None,
    margin_free_shipping: bool | None = None,
    affiliate_rate: _money.Exact | None = None,
    affiliate_fixed: _money.Exact | None = None,
    affiliate_both: Literal["sum", "larger", "rate", "fixed"] | None = None,
    first_payment_only: bool | None = None,
    referral_rate: _money.Exact | None = None,
    partners: Sequence[_money.Partner] | None = None,
    tie: Literal["up", "down", "even"] | None = None,
) -> Split: ...
def schedule(
    *,
    first_amount: _money.Exact,
    other_amounts: _money.Exact | None = None,
    number_of_installments: int | None = None,
    starts_on: _money.Day,
    first_billing_interval: str | None = None,
    other_billing_intervals: str | None = None,
    test_interval: str | None = None,
    payments: int | None = None,
    tax_mode: Literal["include", "exclude"] | None = None,
    month_end: Literal["return", "stay"] | None = None,
    first_shipping_only: bool | None = None,
    free_bears_fixed: bool | None = None,
    currency: str,
    digits: int | None = None,
    vat_rate: _money.Exact | None = None,
    vat_amount: _money.Exact | None = None,
    shipping: _money.Exact | None = None,
    tariff: _money.Tariff | None = None,
    margin_free_shipping: bool | None = None,
    affiliate_rate: _money.Exact | None = None,
    affiliate_fixed: _money.Exact | None = None,
    affiliate_both: Literal["sum", "larger", "rate", "fixed"] | None = None,
    first_payment_only: bool | None = None,
    referral_rate: _money.Exact | None = None,
    partners: Sequence[_money.Partner] | None = None,
    tie: Literal["up", "down", "even"] | None = None,
) -> _money.Schedule: ...
def reserve(
    split: Split | _money.SplitOptions,
    *,
    paid_on: _money.Day,
    percent: _money.Exact | None = None,
    reserve_days: int | None = None,
    clearing_days: int | None = None,
    rounded: Literal["reserve", "now"] | None = None,
) -> _money.Reserve: ...
def refund(
    split: Split | _money.SplitOptions,
    *,
    kind: Literal["refund", "chargeback"] | None = None,
    amount: _money.Exact | None = None,
    refunded_before: _money.Exact | None = None,
    margin_refunded: bool | None = None,
    fixed_commission: Literal["proportional", "kept"] | None = None,
    fee: _money.Exact | None = None,
    fees: _money.Fees | None = None,
    chargeback_kind: str | None = None,
    fee_inside: bool | None = None,
) -> _money.Refund: ...
def forecast(
    *,
    payments: Sequence[_money.PaidPayment] | None = None,
    schedule: _money.ScheduleOptions | None = None,
    refunds: Sequence[_money.PaidRefund] | None = None,
    percent: _money.Exact | None = None,
    reserve_days: int | None = None,
    clearing_days: int | None = None,
    rounded: Literal["reserve", "now"] | None = None,
    payout_days: Sequence[int] | Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] | None = None,
    threshold: _money.Exact | None = None,
    thresholds: Sequence[_money.Threshold] | None = None,
    payout_fee: _money.Exact | None = None,
    until: _money.Day | None = None,
) -> _money.Forecast: ...
def reconcile(
    *,
    rows: Sequence[Mapping[str, object]],
    role: Literal["vendor", "affiliate", "other"] | None = None,
    currency: str | None = None,
    digits: int | None = None,
    vat_rate: _money.Exact | None = None,
    tolerance: _money.Exact | None = None,
    language: Literal["en", "de"] | None = None,
    tariff: _money.Tariff | None = None,
    margin_free_shipping: bool | None = None,
    affiliate_rate: _money.Exact | None = None,
    affiliate_fixed: _money.Exact | None = None,
    affiliate_both: Literal["sum", "larger", "rate", "fixed"] | None = None,
    first_payment_only: bool | None = None,
    referral_rate: _money.Exact | None = None,
    partners: Sequence[_money.Partner] | None = None,
    tie: Literal["up", "down", "even"] | None = None,
) -> _money.Reconciliation: ...
def infer_tariff(
    *,
    rows: Sequence[Mapping[str, object]],
    role: Literal["vendor", "affiliate", "other"] | None = None,
    currency: str | None = None,
    digits: int | None = None,
    fixed_step: _money.Exact | None = None,
    fixed_most: _money.Exact | None = None,
    margin_free_shipping: bool | None = None,
    tie: Literal["up", "down", "even"] | None = None,
) -> _money.InferredTariffs: ...
_Exact: TypeAlias = str | int | _decimal.Decimal
_Terms: TypeAlias = Mapping[str, object]
_Field: TypeAlias = Literal[
    "amount_brutto",
    "amount_vat",
    "amount_netto",
    "amount_provider",
    "amount_shipping",
    "basic_amount",
    "amount_affiliate",
    "amount_referral",
    "amount_partner",
    "amount_partner_affiliates",
    "amount_vendor",
    "partners",
]

class _Series(Protocol):
    def to_numpy(self) -> Any: ...

_Minor: TypeAlias = Buffer | _Series

@overload
def split_many(
    *,
    currency: str,
    gross: _Minor | None = None,
    net: _Minor | None = None,
    vat_rate: _Exact | Iterable[_Exact] | None = None,
    vat_amount: _Minor | _Exact | Iterable[_Exact] | None = None,
    shipping: _Minor | _Exact | Iterable[_Exact] | None = None,
    pay_sequence_no: _Minor | int | Iterable[int] | None = None,
    terms: _Terms | None = None,
    fields: Sequence[_Field] | None = None,
    digits: int | None = None,
    threads: int | None = None,
) -> dict[str, memoryview[int]]: ...
@overload
def split_many(
    *,
    currency: str,
    gross: _Minor | None = None,
    net: _Minor | None = None,
    vat_rate: _Exact | Iterable[_Exact] | None = None,
    vat_amount: _Minor | _Exact | Iterable[_Exact] | None = None,
    shipping: _Minor | _Exact | Iterable[_Exact] | None = None,
    pay_sequence_no: _Minor | int | Iterable[int] | None = None,
    terms: Sequence[_Terms],
    fields: Sequence[_Field] | None = None,
    digits: int | None = None,
    threads: int | None = None,
) -> list[dict[str, memoryview[int]]]: ...
@overload
def split_many(
    *,
    currency: str,
    gross: Iterable[_Exact] | None = None,
    net: Iterable[_Exact] | None = None,
    vat_rate: _Exact | Iterable[_Exact] | None = None,
    vat_amount: _Minor | _Exact | Iterable[_Exact] | None = None,
    shipping: _Minor | _Exact | Iterable[_Exact] | None = None,
    pay_sequence_no: _Minor | int | Iterable[int] | None = None,
    terms: _Terms | None = None,
    fields: Sequence[_Field] | None = None,
    digits: int | None = None,
    threads: int | None = None,
) -> dict[str, list[_decimal.Decimal]]: ...
@overload
def split_many(
    *,
    currency: str,
    gross: Iterable[_Exact] | None = None,
    net: Iterable[_Exact] | None = None,
    vat_rate: _Exact | Iterable[_Exact] | None = None,
    vat_amount: _Minor | _Exact | Iterable[_Exact] | None = None,
    shipping: _Minor | _Exact | Iterable[_Exact] | None = None,
    pay_sequence_no: _Minor | int | Iterable[int] | None = None,
    terms: Sequence[_Terms],
    fields: Sequence[_Field] | None = None,
    digits: int | None = None,
    threads: int | None = None,
) -> list[dict[str, list[_decimal.Decimal]]]: ...
