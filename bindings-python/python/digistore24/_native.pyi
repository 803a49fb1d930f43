import datetime as _dt
import decimal as _decimal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from os import PathLike
from types import GenericAlias, ModuleType
from typing import Any, ClassVar, Literal, Protocol, SupportsIndex, TypeVar, final, overload

from typing_extensions import Buffer, Self, TypeAlias, disjoint_base

from ._aftermath import Aftermath
from ._errors import DigistoreError, Rejected
from ._functions import IpnSetupAnswer
from ._serve import Serving
from .ipn._events import Event as Event, ThankYou, UnsignedEvent as UnsignedEvent
from .money import types as _money

__all__ = [
    "Access",
    "Attempt",
    "Budget",
    "Call",
    "Cassette",
    "Client",
    "Done",
    "Event",
    "Finding",
    "ItemAccess",
    "List",
    "LostCall",
    "Preview",
    "Record",
    "Reply",
    "Sandbox",
    "Send",
    "Split",
    "UnsignedEvent",
    "Wait",
    "__version__",
    "connect",
    "doctor",
    "domain_id",
    "etickets",
    "event_kinds",
    "forecast",
    "functions",
    "infer_tariff",
    "keys",
    "licenses",
    "parameters",
    "read",
    "read_unsigned",
    "reconcile",
    "redact",
    "refund",
    "reserve",
    "schedule",
    "sign",
    "signed_body",
    "split",
    "split_many",
    "thankyou",
    "urls",
    "verify",
    "verify_all",
    "vouchers",
]

etickets: ModuleType
keys: ModuleType
licenses: ModuleType
urls: ModuleType
vouchers: ModuleType

__version__: str

_T = TypeVar("_T", covariant=True)
_D = TypeVar("_D")
_Headers: TypeAlias = Mapping[str, str] | Iterable[tuple[str, str]] | None
_Body: TypeAlias = str | bytes | bytearray
_Permission: TypeAlias = Literal["readonly", "read-only", "writable", "developer"]
_Params: TypeAlias = Mapping[str, str | bytes] | Mapping[bytes, str | bytes] | Iterable[tuple[str | bytes, str | bytes]]

@disjoint_base
class Record(Mapping[str, Any]):
    @property
    def _raw(self) -> str: ...
    @property
    def _envelope(self) -> Record | None: ...
    @property
    def _failure(self) -> str | None: ...
    def __getitem__(self, key: str, /) -> Any: ...
    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[str]: ...
    def get(self, key: str, default: Any = None, /) -> Any: ...
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self) -> str: ...
    def _repr_html_(self) -> str: ...
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, _memo: object, /) -> Self: ...

@final
class List(Sequence[_T]):
    @classmethod
    def __class_getitem__(cls, inside: object, /) -> GenericAlias: ...
    @property
    def _raw(self) -> str: ...
    @property
    def _envelope(self) -> Record | None: ...
    @property
    def _failure(self) -> str | None: ...
    @overload
    def __getitem__(self, key: SupportsIndex, /) -> _T: ...
    @overload
    def __getitem__(self, key: slice, /) -> list[_T]: ...
    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[_T]: ...
    def to_list(self) -> list[Any]: ...
    def to_json(self) -> str: ...
    def _repr_html_(self) -> str: ...
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, _memo: object, /) -> Self: ...

@final
class Budget:
    def __new__(cls, per_second: float, at_once: int = 1) -> Self: ...

@final
class Attempt:
    @property
    def function(self) -> str: ...
    @property
    def attempt(self) -> int: ...
    @property
    def duration(self) -> float: ...
    @property
    def outcome(self) -> Literal["answered", "refused", "garbled", "lost", "unusable", "not_sent"]: ...
    @property
    def status(self) -> int | None: ...
    @property
    def code(self) -> int | None: ...
    @property
    def rows(self) -> int | None: ...
    @property
    def bytes_sent(self) -> int: ...
    @property
    def bytes(self) -> int: ...
    @property
    def failure(self) -> str | None: ...
    @property
    def reason(self) -> str | None: ...
    @property
    def maybe_done(self) -> bool: ...
    @property
    def again_in(self) -> float | None: ...
    @property
    def sent(self) -> str | None: ...
    @property
    def received(self) -> str | None: ...

@disjoint_base
class Client:
    def __new__(
        cls,
        api_key: str,
        *,
        write_key: str | None = None,
        developer_key: str | None = None,
        permission: _Permission | None = None,
        writing: bool | None = None,
        base_url: str | None = None,
        language: str | None = None,
        operator: str | None = None,
        zone: str | None = None,
        timeout: float | None = 30.0,
        total_timeout: float | None = None,
        retries: int = 3,
        most_bytes: int = 67108864,
        budget: Budget | None = None,
        bodies: bool = False,
        on_attempt: Callable[[Attempt], object] | None = None,
        hide: Sequence[str] = (),
        cassette: Cassette | None = None,
        send: Callable[[Send], tuple[int, _Headers, _Body]] | None = None,
    ) -> Self: ...
    def with_options(
        self,
        *,
        api_key: str | None = None,
        language: str | None = None,
        operator: str | None = None,
        timeout: float | None = None,
        total_timeout: float | None = None,
        retries: int | None = None,
        on_attempt: Callable[[Attempt], object] | None = None,
    ) -> Self: ...
    def call(self, name: str, /, **params: object) -> Any: ...
    def raw(self, name: str, /, **params: object) -> Any: ...
    def what_became_of(
        self,
        call: DigistoreError | str,
        /,
        *,
        parameters: Mapping[str, object] | None = None,
        sent_at: _dt.datetime | int | None = None,
        lost_at: _dt.datetime | int | None = None,
        known: Sequence[str | int] | None = None,
        calls: int | None = 1,
        late: int | None = 120,
        wait: bool | None = True,
        tolerance: int | None = 60,
    ) -> Aftermath: ...
    def prepare(self, name: str, /, **params: object) -> Call: ...
    def dry_run(self, name: str, /, **params: object) -> Preview: ...

@final
class Cassette:
    def __new__(
        cls,
        path: str | PathLike[str] | None = None,
        *,
        mode: Literal["replay", "record", "auto"] = "replay",
        hide: Sequence[str] = (),
    ) -> Self: ...
    @staticmethod
    def from_json(
        text: str, /, *, mode: Literal["replay", "record", "auto"] = "replay", hide: Sequence[str] = ()
    ) -> Cassette: ...
    def to_json(self) -> str: ...
    def save(self) -> None: ...
    @property
    def left(self) -> int: ...
    def __len__(self) -> int: ...
    def __enter__(self) -> Self: ...
    def __exit__(self, *_error: object) -> None: ...

@final
class Preview:
    @property
    def function(self) -> str: ...
    @property
    def method(self) -> str: ...
    @property
    def url(self) -> str: ...
    @property
    def headers(self) -> dict[str, str]: ...
    @property
    def parameters(self) -> list[tuple[str, str]]: ...
    @property
    def body(self) -> str: ...
    def curl(self) -> str: ...
    def har(self, moment: float = 0.0) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]

def redact(name: str, body: str, /, *, hide: Sequence[str] = (), api_key: str | None = None) -> str: ...

@final
class LostCall:
    def __new__(cls, function: str, parameters: Mapping[str, object], sent_at: int, lost_at: int) -> Self: ...

@final
class Pages:
    def __new__(
        cls, client: Client, name: str, params: dict[str, object], options: dict[str, object], now: str
    ) -> Self: ...
    def next(self) -> Any: ...
    def cursor(self, used: int) -> dict[str, Any]: ...
    @property
    def total(self) -> int | None: ...

@final
class Call:
    @property
    def function(self) -> str: ...
    def step(self) -> Send | Wait | Done: ...
    def answer(self, *, status: int, body: _Body, headers: _Headers = None) -> None: ...
    def fail(self, reason: str, *, sent: bool) -> None: ...

@final
class Send:
    __match_args__ = ("method", "url", "headers", "body")
    @property
    def method(self) -> str: ...
    @property
    def url(self) -> str: ...
    @property
    def headers(self) -> dict[str, str]: ...
    @property
    def body(self) -> bytes: ...
    @property
    def timeout(self) -> float | None: ...
    @property
    def most_bytes(self) -> int: ...

@final
class Wait:
    __match_args__ = ("seconds",)
    @property
    def seconds(self) -> float: ...

@final
class Done:
    __match_args__ = ("value",)
    @property
    def value(self) -> Any: ...

@final
class Sandbox:
    def __new__(cls) -> Self: ...
    @property
    def api_key(self) -> str: ...
    @property
    def read_key(self) -> str: ...
    @property
    def developer_key(self) -> str: ...
    def send(self, request: Send, /) -> tuple[int, dict[str, str], bytes]: ...
    def handle(
        self, method: str, target: str, headers: _Headers = None, body: _Body | None = None
    ) -> tuple[int, dict[str, str], bytes]: ...
    def serve(self, *, port: int = 0) -> Serving: ...
    def advance(self, seconds: float) -> None: ...
    def approve(self, token: str) -> bool: ...
    def decline(self, token: str) -> bool: ...
    @staticmethod
    def knows(function: str) -> bool: ...

def functions() -> list[tuple[str, str, str]]: ...
def parameters(name: str, /) -> tuple[list[tuple[str, bool]], bool]: ...
def read(name: str, body: _Body, *, status: int = 200) -> Any: ...

@final
class Reply:
    def __new__(cls) -> Self: ...
    def thankyou_url(self, url: str) -> Self: ...
    def account(self, username: str = "", password: str = "", loginurl: str = "") -> Self: ...
    def headline(self, text: str) -> Self: ...
    def show_on(self, *places: str) -> Self: ...
    def hide_on(self, *places: str) -> Self: ...
    def line(self, label: str, value: str) -> Self: ...
    def preview(self) -> str: ...
    def _repr_html_(self) -> str: ...

@final
class Access:
    def __new__(cls) -> Self: ...
    @classmethod
    def from_text(cls, text: str, /) -> Self: ...
    def to_text(self) -> str: ...
    def feed(self, event: Event, /) -> bool: ...
    def merge(self, other: Access, /) -> None: ...
    def items(
        self, *, resuming_lifts: bool = False, denial_suspends: bool = False, overdue_after: int | None = None
    ) -> list[ItemAccess]: ...
    def at(
        self,
        moment: _dt.datetime | float,
        /,
        *,
        resuming_lifts: bool = False,
        denial_suspends: bool = False,
        overdue_after: int | None = None,
    ) -> list[ItemAccess]: ...

@final
class ItemAccess:
    @property
    def order_id(self) -> str: ...
    @property
    def order_item_id(self) -> str | None: ...
    @property
    def product_id(self) -> str | None: ...
    @property
    def is_test(self) -> bool: ...
    @property
    def state(self) -> Literal["none", "active", "suspended", "ended"]: ...
    @property
    def why(self) -> str: ...
    @property
    def since(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def until(self) -> _dt.datetime | _dt.date | None: ...

def verify(
    body: _Body, passphrase: str | Sequence[str], *, entities: bool = False, zone: str | None = None
) -> Event: ...
def verify_all(
    bodies: Iterable[_Body],
    passphrase: str | Sequence[str],
    *,
    entities: bool = False,
    zone: str | None = None,
    threads: int | None = None,
) -> list[Event | Rejected]: ...
def read_unsigned(body: _Body) -> UnsignedEvent: ...
def sign(params: _Params, passphrase: str) -> str: ...
def signed_body(params: _Params, passphrase: str) -> str: ...
def thankyou(query: _Body, key: str | Sequence[str], *, own: Sequence[str] = ()) -> ThankYou: ...
def event_kinds() -> list[str]: ...

@final
class Finding:
    @property
    def severity(self) -> Literal["error", "warning", "hint"]: ...
    @property
    def word(self) -> str: ...
    @property
    def message(self) -> str: ...

def domain_id(project: str) -> str: ...
def connect(
    ds: Client,
    *,
    ipn_url: str,
    name: str,
    domain_id: str,
    sha_passphrase: str,
    product_ids: Sequence[str | int] = (),
    transactions: Sequence[str] | None = None,
    formerly: Sequence[str] = (),
) -> IpnSetupAnswer: ...
def doctor(
    ipn_url: str,
    connection: Client | Record | None = None,
    *,
    domain_id: str | None = None,
    passphrase: str | None = None,
    product_ids: Sequence[str | int] = (),
    transactions: Sequence[str] | None = None,
    timeout: float | None = 10.0,
    send: Callable[[Send], tuple[int, _Headers, _Body]] | None = None,
) -> list[Finding]: ...

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
