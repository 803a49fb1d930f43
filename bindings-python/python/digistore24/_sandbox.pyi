import datetime as _dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal, TypedDict, type_check_only

from typing_extensions import Required, Self, TypeAlias

from . import Digistore24, _native
from ._serve import Serving

_Id: TypeAlias = str | int
_Names: TypeAlias = str | Sequence[_Id]
_FaultKind: TypeAlias = Literal["code", "html", "timeout", "half", "slow"]
_NotificationState: TypeAlias = Literal["queued", "delivered", "given_up"]

@type_check_only
class Addon(TypedDict, total=False):
    product_id: Required[_Id]
    quantity: int

@type_check_only
class Bought(TypedDict):
    purchase_id: str
    buyer_id: str
    transaction_ids: list[str]
    amount: Decimal
    currency: str

@type_check_only
class Moved(TypedDict):
    time: _dt.datetime
    left_seconds: int

@type_check_only
class Delivery(TypedDict):
    id: int
    url: str
    body: str
    attempt: int

@type_check_only
class Outcome(TypedDict, total=False):
    id: Required[int]
    url: Required[str]
    attempt: Required[int]
    status: int
    body: str
    lost: str

@type_check_only
class Try(TypedDict):
    at: _dt.datetime
    status: int | None
    reply: str

@type_check_only
class Notification(TypedDict):
    id: int
    event: str
    order_id: str | None
    connection_id: int
    url: str
    state: _NotificationState
    attempts: list[Try]
    due_at: _dt.datetime | None
    body: str

@type_check_only
class Holding(TypedDict):
    order_id: str
    order_item_id: str
    product_id: str
    email: str
    is_test: bool
    state: str
    until: _dt.date | None

@type_check_only
class Fault(TypedDict):
    function: str
    kind: _FaultKind
    times: int

@type_check_only
class Request(TypedDict):
    at: _dt.datetime
    method: str
    function: str
    parameters: dict[str, Any]
    status: int | None
    code: int | None
    message: str

@type_check_only
class Mail(TypedDict):
    at: str
    to: str
    kind: str
    about: str

@type_check_only
class Assumption(TypedDict):
    name: str
    value: Any
    about: str
    can_change: bool

@type_check_only
class License(TypedDict):
    license_key: str
    product_id: str

@type_check_only
class ProductEvent(TypedDict, total=False):
    date: str | _dt.date
    location_id: _Id
    template_id: _Id
    hint: str

# `from` is a word of Python.
_PlayedFrom = TypedDict("_PlayedFrom", {"from": _dt.datetime})

@type_check_only
class Played(_PlayedFrom):
    to: _dt.datetime
    orders: int
    buyers: int
    transactions: int
    payments: int
    refunds: int
    chargebacks: int
    admitted: int
    turned_away: int
    events: dict[str, int]

class Sandbox(_native.Sandbox):
    def client(self, **settings: Any) -> Digistore24: ...
    def buy(
        self,
        product_id: _Id | None = None,
        *,
        email: str | None = None,
        first_name: str | None = None,
        last_name: str | None = None,
        country: str | None = None,
        quantity: int | None = None,
        paymentplan_id: _Id | None = None,
        pay_method: str | None = None,
        voucher_code: str | None = None,
        affiliate: str | None = None,
        campaignkey: str | None = None,
        trackingkey: str | None = None,
        click_id: str | None = None,
        custom: str | None = None,
        addons: Sequence[Addon] | None = None,
        buy_url: _Id | None = None,
    ) -> Bought: ...
    def refund(self, transaction_id: _Id | None = None, *, purchase_id: str | None = None) -> str: ...
    def chargeback(self, transaction_id: _Id | None = None, *, purchase_id: str | None = None) -> str: ...
    def cancel(self, purchase_id: str) -> bool: ...
    def resume(self, purchase_id: str) -> bool: ...
    def fail_payments(self, purchase_id: str, *, times: int | None = None) -> None: ...
    def pay(self, purchase_id: str) -> bool: ...
    def download(self, purchase_id: str) -> bool: ...
    def fill_form(self, purchase_id: str, fields: Mapping[str, str]) -> None: ...
    def advance(
        self,
        seconds: float | None = None,
        *,
        minutes: int | None = None,
        hours: int | None = None,
        days: int | None = None,
        to_next: bool | None = None,
    ) -> Moved: ...
    def set_time(self, to: str | _dt.datetime) -> Moved: ...
    def connect(
        self,
        url: str,
        *,
        passphrase: str | None = None,
        product_ids: _Names | None = None,
        transactions: _Names | None = None,
        categories: _Names | None = None,
        timing: Literal["before_thankyou", "delayed"] | None = None,
        success: Literal["text", "status"] | None = None,
        name: str | None = None,
    ) -> int: ...
    def disconnect(self, connection_id: _Id) -> bool: ...
    def test_connection(self, connection_id: _Id) -> None: ...
    def deliver(self, *, timeout: float = 10) -> list[Outcome]: ...
    def due(self) -> Delivery | None: ...
    def delivered(
        self, id: _Id, *, status: int | None = None, body: str | None = None, lost: str | None = None
    ) -> None: ...
    def drain(self) -> list[Delivery]: ...
    def notifications(
        self, *, order_id: str | None = None, state: _NotificationState | None = None, last: int | None = None
    ) -> list[Notification]: ...
    def resend(self, id: _Id) -> None: ...
    def disturb(
        self,
        kind: Literal["duplicate", "reorder", "delay", "lose", "wrong_signature"],
        *,
        times: int | None = None,
        minutes: int | None = None,
    ) -> None: ...
    def access(self) -> list[Holding]: ...
    def affiliate(self, affiliate_name: str, product_id: _Id) -> bool: ...
    def set_delivery(
        self,
        product_id: _Id,
        *,
        delivery_type: Literal["digital", "shipping", "service", "event", "download"] | None = None,
        license_keys: bool | None = None,
        event: ProductEvent | None = None,
        downloads: Sequence[str] | None = None,
    ) -> None: ...
    def licenses(self, purchase_id: str) -> list[License]: ...
    def request_proof(self, purchase_id: str) -> str: ...
    def mails(self) -> list[Mail]: ...
    def assumptions(self) -> list[Assumption]: ...
    def assume(self, **values: object) -> bool: ...
    def fault(
        self,
        kind: _FaultKind,
        *,
        function: str | None = None,
        times: int | None = None,
        when: Literal["before", "after"] | None = None,
        code: int | None = None,
        message: str | None = None,
        status: int | None = None,
        seconds: float | None = None,
    ) -> list[Fault]: ...
    def faults(self) -> list[Fault]: ...
    def clear_faults(self) -> None: ...
    def requests(self) -> list[Request]: ...
    def overview(self, *, last: int | None = None) -> dict[str, Any]: ...
    def scenario(
        self,
        name: Literal["subscription_life", "launch_day", "affiliate_campaign", "refund_wave", "event"],
        *,
        orders: int | None = None,
        seed: int | None = None,
        product_id: _Id | None = None,
    ) -> Played: ...
    def save(self) -> str: ...
    @classmethod
    def load(cls, text: str) -> Self: ...
    def serve(self, *, port: int = 0, deliver: bool = False) -> Serving: ...
