"""What `digistore24.money` takes and returns inside of dictionaries, for type checkers."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Literal, TypedDict, Union

from .._native import Split

Exact = Union[str, int, Decimal]
"""An amount of money, or percent. Never a `float`, which cannot hold cents."""

Day = Union[str, datetime.date]
"""A day: a `date`, or a text such as `2026-10-05`."""

Tier = TypedDict("Tier", {"from": Exact, "percent": Exact})
"""The percentage of the part of the gross price above `from`."""


class TariffOptions(TypedDict, total=False):
    """What the platform keeps of each payment: `percent` or `tiers`, and `fixed`."""

    percent: Exact
    """So many percent of the gross price."""
    tiers: list[Tier]
    """Percentages of parts of it; the first begins at 0."""
    fixed: Exact
    """The fixed part, 0 without it."""


Tariff = Union[
    Literal[
        "standard",
        "mslw_high_chargebacks",
        "high_price",
        "high_price_prepaid",
        "high_price_before_2018_05_14",
        "free_plus_shipping",
        "mslw_free_plus_shipping",
    ],
    TariffOptions,
]
"""A tariff of a price list by its name, or one of your own."""


class _Partner(TypedDict):
    rate: Exact


class Partner(_Partner, total=False):
    """A joint-venture partner."""

    name: str
    """A name for explanations; `Partner 1` and so on without it."""
    base: Literal["after_affiliate", "basic_amount"]
    """What `rate` is taken of: what the affiliate leaves of the basic amount (the default), or all of it."""
    affiliate_rate: Exact
    """Percent of the basic amount for the partner's own affiliate, out of the partner's share."""
    affiliate_fixed: Exact
    """A fixed amount for the partner's own affiliate."""
    affiliate_both: Literal["sum", "larger", "rate", "fixed"]
    """What counts where both are given."""


class Terms(TypedDict, total=False):
    """Who has agreed to what."""

    tariff: Tariff
    """The margin of the platform; 7.9 % + 1.00 without it."""
    margin_free_shipping: bool
    """No margin is charged on shipping. Unknown; the default is that it is."""
    affiliate_rate: Exact
    """Percent of the basic amount for the affiliate."""
    affiliate_fixed: Exact
    """A fixed amount for the affiliate."""
    affiliate_both: Literal["sum", "larger", "rate", "fixed"]
    """What counts where both are given."""
    first_payment_only: bool
    """The affiliate gets it of the first payment only."""
    referral_rate: Exact
    """Percent of the affiliate's commission for who recruited the affiliate, on top."""
    partners: list[Partner]
    """Joint-venture partners."""
    tie: Literal["up", "down", "even"]
    """How exactly half a cent is rounded; up without it."""


class SplitOptions(Terms, total=False):
    """A payment: the options of `split`."""

    gross: Exact
    """The price with its VAT; or `net`."""
    net: Exact
    """The price to which VAT is added."""
    currency: str
    """Three letters. Always needed."""
    digits: int
    """The decimals of a currency that has not two."""
    vat_rate: Exact
    """VAT in percent; or `vat_amount`; none without either."""
    vat_amount: Exact
    """VAT as the service told, which is to be preferred."""
    shipping: Exact
    """The part of the price that is shipping, the vendor's alone."""
    pay_sequence_no: int
    """0 for a single payment, 1 for the first of a plan."""


class ScheduleOptions(Terms, total=False):
    """A payment plan: the options of `schedule`."""

    first_amount: Exact
    """The first or only payment. Always needed."""
    other_amounts: Exact
    """Each later payment."""
    number_of_installments: int
    """0 for a subscription without end, 1 for a single payment, 2 or more for instalments."""
    starts_on: Day
    """The day of the order. Always needed."""
    first_billing_interval: str
    """The time until the second payment, such as `1_month`, which is the default, or `14_day`."""
    other_billing_intervals: str
    """The time between later payments."""
    test_interval: str
    """The trial before the first payment."""
    payments: int
    """How many to list; a subscription has to have it."""
    tax_mode: Literal["include", "exclude"]
    """Whether VAT is inside the amounts (the default) or added to them."""
    month_end: Literal["return", "stay"]
    """Whether the day of the month comes back after a month without it (the default)."""
    first_shipping_only: bool
    """Only the first payment holds shipping. Unknown; the default is that each does."""
    free_bears_fixed: bool
    """Whether a payment of nothing bears fixed margin and commission. Unknown; the default is yes."""
    currency: str
    """Three letters. Always needed."""
    digits: int
    """The decimals of a currency that has not two."""
    vat_rate: Exact
    """VAT in percent; or `vat_amount`; none without either."""
    vat_amount: Exact
    """VAT of the one payment there is."""
    shipping: Exact
    """The part of the amounts that is shipping."""


class RefundFee(TypedDict):
    """The fee of refunds above an amount."""

    above: Exact
    fee: Exact


class ChargebackFee(TypedDict):
    """The fee of a kind of chargeback, such as `card`."""

    kind: str
    fee: Exact


class PayoutFee(TypedDict):
    """The fee of a method of payout, such as `sepa`."""

    method: str
    fee: Exact


class FeeOptions(TypedDict, total=False):
    """Fees of your own."""

    refund: list[RefundFee]
    chargeback: list[ChargebackFee]
    payout: list[PayoutFee]


Fees = Union[Literal["gmbh_since_2018_05_14", "mslw"], FeeOptions]
"""Fees of a price list by its name, or your own."""


class PaidPayment(TypedDict):
    """A payment that was made."""

    paid_on: Day
    split: Split | SplitOptions


class _PaidRefund(TypedDict):
    refunded_on: Day
    split: Split | SplitOptions


class PaidRefund(_PaidRefund, total=False):
    """A refund that was made: the options of `refund`, and its day."""

    kind: Literal["refund", "chargeback"]
    amount: Exact
    refunded_before: Exact
    margin_refunded: bool
    fixed_commission: Literal["proportional", "kept"]
    fee: Exact
    fees: Fees
    chargeback_kind: str
    fee_inside: bool


class _OfParty(TypedDict):
    party: Literal["vendor", "affiliate", "referral", "partner", "partner_affiliate"]


class _Threshold(_OfParty):
    amount: Exact


class Threshold(_Threshold, total=False):
    """What the balance of a party has to reach."""

    name: str
    """Which partner."""


class Note(TypedDict):
    """Something that a result rests on and that is uncertain, or unusual."""

    word: str
    field: str
    text: str


class PartnerShare(TypedDict):
    """What a joint-venture partner gets."""

    name: str
    base: Decimal
    amount: Decimal
    amount_affiliate: Decimal


class Step(TypedDict):
    """A figure and how it comes about."""

    field: str
    label: str
    derivation: str
    amount: Decimal
    notes: list[str]


class PlannedPayment(TypedDict):
    """A payment of a plan."""

    pay_sequence_no: int
    due_on: datetime.date
    split: Split


class Schedule(TypedDict):
    """The payments of a plan."""

    billing_type: Literal["single_payment", "installment", "subscription"]
    payments: list[PlannedPayment]
    notes: list[Note]


class Held(_OfParty):
    """What of a share is held back. Both parts together are the share."""

    name: str | None
    now: Decimal
    reserve: Decimal
    clears_on: datetime.date
    reserve_due_on: datetime.date


class Reserve(TypedDict):
    """What of the shares of a payment is held back."""

    shares: list[Held]
    notes: list[Note]


class Amounts(TypedDict):
    """Amounts under the names of a split."""

    amount_brutto: Decimal
    amount_vat: Decimal
    amount_netto: Decimal
    amount_provider: Decimal
    amount_shipping: Decimal
    basic_amount: Decimal
    amount_affiliate: Decimal
    amount_referral: Decimal
    partners: list[PartnerShare]
    amount_vendor: Decimal


class Refund(Amounts):
    """What goes back, below zero."""

    kind: Literal["refund", "chargeback"]
    currency: str
    fee: Decimal
    """What it costs the vendor, above zero."""
    fee_inside: bool
    """Whether the vendor's amount holds the fee."""
    balance: Amounts
    """What everybody has of the payment after it."""
    notes: list[Note]


class Entry(TypedDict):
    """What a payout consists of."""

    kind: Literal["payment", "reserve", "refund", "chargeback", "fee"]
    booked_on: datetime.date
    due_on: datetime.date
    amount: Decimal


Payout = TypedDict(
    "Payout", {"on": datetime.date, "amount": Decimal, "fee": Decimal, "carried": Decimal, "from": list[Entry]}
)
"""A payout: all that has fallen due."""


class Account(_OfParty):
    """The payouts of a party in a currency."""

    name: str | None
    currency: str
    total: Decimal
    payouts: list[Payout]
    open: Decimal
    """What is not paid out."""
    waiting: list[Entry]
    """What that consists of."""


class Forecast(TypedDict):
    """Payouts to come, for each currency and party."""

    accounts: list[Account]
    notes: list[Note]


class Figures(TypedDict):
    """Amounts that rows tell; `None` where they tell nothing."""

    amount_brutto: Decimal | None
    amount_vat: Decimal | None
    amount_netto: Decimal | None
    amount_provider: Decimal | None
    amount_affiliate: Decimal | None
    amount_partner: Decimal | None
    amount_vendor: Decimal | None


class Cause(TypedDict):
    """What explains a difference, or why nothing was compared."""

    cause: str
    text: str
    field: str | None
    tariff: TariffOptions | None
    preset: str | None
    rate: Decimal | None
    amount: Decimal | None
    rows: int | None


class Reconciled(TypedDict):
    """A transaction beside what was expected of it."""

    transaction_id: str | None
    purchase_id: str | None
    movement: Literal["payment", "refund", "chargeback", "none"]
    currency: str | None
    verdict: str
    """`fits`, why it was not compared, or the likeliest cause."""
    expected: Figures | None
    booked: Figures
    difference: Figures | None
    """What was booked above what was expected."""
    causes: list[Cause]


class Totals(TypedDict):
    """The sums of a currency, over what was booked and compared."""

    currency: str
    transactions: int
    compared: int
    expected: Figures
    booked: Figures
    difference: Figures
    verdicts: dict[str, int]


class Reconciliation(TypedDict):
    """What was booked beside what was agreed."""

    transactions: list[Reconciled]
    totals: list[Totals]


class InferredTariff(TypedDict):
    """A tariff that explains rows."""

    tariff: TariffOptions
    preset: str | None
    rows: int
    alternatives: int
    """Of a mixture, how many other tariffs explain as many of these rows."""
    gross_from: Decimal
    gross_to: Decimal


class InferredTariffsOfCurrency(TypedDict):
    """The tariffs behind the rows of a currency."""

    currency: str
    rows: int
    rows_by_shares: int
    conclusion: Literal["one", "too_few_rows", "mixed", "unknown"]
    explain_all: int
    tariffs: list[InferredTariff]
    unexplained: int


class InferredTariffs(TypedDict):
    """The tariffs behind rows."""

    currencies: list[InferredTariffsOfCurrency]
    left_out: int
    """How many rows tell no margin."""
