import datetime
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from .types import (
    ContentLink,
    Id,
    Link,
    Lint,
    MadeLink,
    OrderFormLink,
    Page,
    PromoLink,
    Query,
    Shape,
)

__all__ = [
    "affiliate",
    "buy_url",
    "change",
    "content",
    "key",
    "order_id",
    "parse",
    "payment_plan",
    "postback",
    "product",
    "product_id",
    "promo",
    "testpay",
    "thankyou",
    "upgrade",
]

def affiliate(text: Id) -> Shape: ...
def buy_url(
    parameters: Mapping[str, Any],
    *,
    starts_on: str | datetime.date | None = None,
    payments: int | None = None,
    month_end: Literal["return", "stay"] | None = None,
    record: Mapping[str, Any] | None = None,
) -> Lint: ...
def change(
    url: str,
    *,
    affiliate: str | None = None,
    campaign_key: str | None = None,
    voucher: str | None = None,
    plan: Id | None = None,
    custom: str | None = None,
    email: str | None = None,
    tracking_key: str | None = None,
    click_id: str | None = None,
    sid1: str | None = None,
    sid2: str | None = None,
    sid3: str | None = None,
    sid4: str | None = None,
    sid5: str | None = None,
    utm_source: str | None = None,
    utm_medium: str | None = None,
    utm_campaign: str | None = None,
    utm_term: str | None = None,
    utm_content: str | None = None,
    query: Query | None = None,
) -> PromoLink | ContentLink | OrderFormLink: ...
def content(
    *,
    product_id: Id,
    content_link_id: Id,
    affiliate: str,
    campaign_key: str | None = None,
    tracking_key: str | None = None,
    click_id: str | None = None,
    sid1: str | None = None,
    sid2: str | None = None,
    sid3: str | None = None,
    sid4: str | None = None,
    sid5: str | None = None,
    utm_source: str | None = None,
    utm_medium: str | None = None,
    utm_campaign: str | None = None,
    utm_term: str | None = None,
    utm_content: str | None = None,
    query: Query | None = None,
    host: str | None = None,
) -> ContentLink: ...
def key(text: Id) -> Shape: ...
def order_id(text: Id) -> Shape: ...
def parse(url: str, *, secret: Sequence[str] | None = None) -> Link: ...
def payment_plan(
    parameters: Mapping[str, Any],
    *,
    starts_on: str | datetime.date | None = None,
    payments: int | None = None,
    month_end: Literal["return", "stay"] | None = None,
    record: Mapping[str, Any] | None = None,
) -> Lint: ...
def postback(url: str) -> Page: ...
def product(
    *,
    product_id: Id,
    order_form_id: Id | None = None,
    voucher: str | None = None,
    plan: Id | None = None,
    custom: str | None = None,
    email: str | None = None,
    affiliate: str | None = None,
    campaign_key: str | None = None,
    tracking_key: str | None = None,
    utm_source: str | None = None,
    utm_medium: str | None = None,
    utm_campaign: str | None = None,
    utm_term: str | None = None,
    utm_content: str | None = None,
    query: Query | None = None,
    host: str | None = None,
) -> OrderFormLink: ...
def product_id(text: Id) -> Shape: ...
def promo(
    *,
    product_id: Id,
    affiliate: str,
    campaign_key: str | None = None,
    tracking_key: str | None = None,
    click_id: str | None = None,
    sid1: str | None = None,
    sid2: str | None = None,
    sid3: str | None = None,
    sid4: str | None = None,
    sid5: str | None = None,
    utm_source: str | None = None,
    utm_medium: str | None = None,
    utm_campaign: str | None = None,
    utm_term: str | None = None,
    utm_content: str | None = None,
    query: Query | None = None,
    host: str | None = None,
) -> PromoLink: ...
def testpay(url: str, *, get_param_name: str, testpay_key: str) -> MadeLink: ...
def thankyou(url: str, *, query: Mapping[str, str] | None = None) -> Page: ...
def upgrade(template: str, *, order_ids: Sequence[str]) -> MadeLink: ...
