"""What `digistore24.urls` takes and returns inside of dictionaries, for type checkers."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal, Optional, TypedDict, Union

Id = Union[str, int]
"""A number of the service: digits as text, or a whole number."""

Query = Union[Mapping[str, Union[str, int, None]], Sequence["Parameter"], Sequence[Mapping[str, Optional[str]]]]
"""Any other parameters, by their names in the link."""


class Parameter(TypedDict):
    """A parameter of a link. `value` is nothing where there is no `=`."""

    name: str
    value: Optional[str]


class Note(TypedDict):
    """Something to know about a link, a name or a payment: a word for programs and a sentence."""

    word: str
    text: str


class _Utm(TypedDict):
    """UTM parameters."""

    utm_source: Optional[str]
    utm_medium: Optional[str]
    utm_campaign: Optional[str]
    utm_term: Optional[str]
    utm_content: Optional[str]


class _Tracked(_Utm):
    """Parameters of promo links and content links."""

    tracking_key: Optional[str]
    click_id: Optional[str]
    sid1: Optional[str]
    sid2: Optional[str]
    sid3: Optional[str]
    sid4: Optional[str]
    sid5: Optional[str]


class _Open(TypedDict):
    """What every link has that holds no key: `url` to the byte, `shown` for logs."""

    trusted: bool
    url: str
    shown: str
    host: Optional[str]
    query: list[Parameter]
    notes: list[Note]


class PromoLink(_Open, _Tracked):
    """A promo link. `affiliate` is nothing in links that credit nobody."""

    type: Literal["promo"]
    product_id: str
    affiliate: Optional[str]
    campaign_key: Optional[str]


class ContentLink(_Open, _Tracked):
    """A content link."""

    type: Literal["content"]
    product_id: str
    content_link_id: str
    affiliate: str
    campaign_key: Optional[str]


class OrderFormLink(_Open, _Utm):
    """An order form. `order_form_id` is a second number, presumably that of the form (inference)."""

    type: Literal["order_form"]
    product_id: str
    order_form_id: Optional[str]
    voucher: Optional[str]
    plan: Optional[str]
    custom: Optional[str]
    email: Optional[str]
    affiliate: Optional[str]
    campaign_key: Optional[str]
    tracking_key: Optional[str]


class _Keyed(TypedDict):
    """What every link has. `url` is nothing where the link holds a key: then use the one you have."""

    trusted: bool
    url: Optional[str]
    shown: str
    host: Optional[str]
    query: list[Parameter]
    notes: list[Note]


class UpgradeLink(_Keyed):
    """A link that starts an upgrade."""

    type: Literal["upgrade"]
    upgrade_id: str
    authkey: str
    order_ids: list[str]


class InvoiceLink(_Keyed):
    """An invoice."""

    type: Literal["invoice"]
    order_id: str
    transaction_id: Optional[str]


class ReceiptLink(_Keyed):
    """The confirmation of an order."""

    type: Literal["receipt"]
    product_id: str
    order_id: str


class OrderLink(_Keyed):
    """A page of an order."""

    type: Literal[
        "renew", "add_to_order", "switch_interval", "refund_request", "stop_rebilling", "support", "order_details"
    ]
    order_id: str


class EticketLink(_Keyed):
    """The PDF of an e-ticket. `number` is all that a ticket is."""

    type: Literal["eticket"]
    number: str


class PayoutPaperLink(_Keyed):
    """A paper about a payout."""

    type: Literal["credit_note", "commissions"]
    id: str


class SignupLink(_Keyed):
    """A page where affiliates sign up."""

    type: Literal["signup"]
    product_ids: list[str]
    affiliate: Optional[str]


class UpsellAnswerLink(_Keyed):
    """A button of an upsell page: `yes`, `no` or the number of a product."""

    type: Literal["upsell_answer"]
    answer: str


class NamedLink(_Keyed):
    """A page or a script that is the same for everybody."""

    type: Literal["page", "script"]
    name: str


class ApiCallLink(_Keyed):
    """A call of the API."""

    type: Literal["api_call"]
    function: str


class OtherPromoLink(_Keyed):
    """A promo link of an old form, or a page of the vendor with the affiliate behind the address."""

    type: Literal["legacy_promo", "promocode"]
    affiliate: str
    campaign_key: Optional[str]


class TemplateLink(_Keyed):
    """A link with placeholders such as `AFFILIATE` in its path."""

    type: Literal["template"]
    form: str
    placeholders: list[str]


class MalformedLink(_Keyed):
    """It begins like a link of this form and is none; the notes say why."""

    type: Literal["malformed"]
    form: str


class OtherLink(_Keyed):
    """What has no parts, or is no link of the service. `unknown` is a page whose form is not documented."""

    type: Literal["thank_you_tracking", "key_approval", "unknown", "foreign", "relative_path", "empty", "no_link"]


Link = Union[
    PromoLink,
    ContentLink,
    OrderFormLink,
    UpgradeLink,
    InvoiceLink,
    ReceiptLink,
    OrderLink,
    EticketLink,
    PayoutPaperLink,
    SignupLink,
    UpsellAnswerLink,
    NamedLink,
    ApiCallLink,
    OtherPromoLink,
    TemplateLink,
    MalformedLink,
    OtherLink,
]
"""A link that was read; `type` says what it has."""


class MadeLink(TypedDict):
    """An address that is handed on, with all that gives access in it; `shown` is for logs."""

    url: str
    shown: str
    notes: list[Note]


class Page(TypedDict):
    """An address with placeholders."""

    url: str
    placeholders: list[str]
    notes: list[Note]


class Shape(TypedDict):
    """What the shape of a name tells: never whether there is such a thing."""

    verdict: Literal["known", "tolerated", "other", "empty"]
    suggestion: Optional[str]
    notes: list[Note]


class Finding(TypedDict):
    """Something that was found in parameters."""

    severity: Literal["error", "warning", "hint"]
    path: str
    word: str
    text: str


class PreviewPayment(TypedDict):
    """A payment before anybody pays it. The notes say why `amount` is not certain."""

    pay_sequence_no: int
    due_on: Optional[datetime.date]
    amount: Optional[Decimal]
    candidates: list[Decimal]
    notes: list[Note]


class Preview(TypedDict):
    """Every payment of a plan. `total` is there where all payments are listed and certain."""

    billing_type: Optional[Literal["single_payment", "installment", "subscription"]]
    currency: Optional[str]
    tax_mode: Literal["include", "exclude", "as_set"]
    payments: list[PreviewPayment]
    total: Optional[Decimal]
    notes: list[Note]


class Lint(TypedDict):
    """Parameters that were looked at."""

    ok: bool
    parameters: dict[str, Any]
    findings: list[Finding]
    preview: Optional[Preview]
