# Emitted from the catalogue by `cargo xtask faces`; edit core/src/catalogue instead.
#
# Names beginning with an underscore and classes marked `type_check_only` exist for type checkers alone. A value of an
# answer that does not fit its type stays the text it was. Fields of answers whose names Python or `Record` needs for
# itself (`from`, `items`) are reachable by item: `answer["items"]`. `_dt.date` takes a `datetime` too, which is one.
import datetime as _dt
from collections.abc import Coroutine, Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal, TypedDict, overload, type_check_only

from typing_extensions import Required, TypeAlias

from ._native import List, Record

_ApprovalStatus: TypeAlias = Literal["new", "pending", "approved", "rejected"]
_ReferralAction: TypeAlias = Literal["read", "create", "update", "none"] | str
_AffiliationStatus: TypeAlias = Literal["approved", "no_affiliation", "wait_for_approval", "no_valid_products"] | str
_KeyPermissions: TypeAlias = Literal["read-only", "writable"] | str
_KeyRequestStatus: TypeAlias = Literal["pending", "aborted", "completed"] | str
_UpgradeType: TypeAlias = Literal["upgrade", "downgrade"]
_PaymentStatus: TypeAlias = Literal["completed", "pending", "uncertain", "refused", "error"] | str
_BillingStatus: TypeAlias = Literal["paying", "completed", "aborted", "unpaid", "reminding", "payment_data_update_required"] | str
_RebillingChange: TypeAlias = Literal["rebill_cancelled", "last_paid_day", "rebill_resumed"] | str
_RefundStatus: TypeAlias = Literal["completed", "refused", "pending", "error"] | str
_PendingReason: TypeAlias = Literal["default_delay", "proof_missing", "proof_aproval", "blocked"] | str
_RefundError: TypeAlias = Literal["refund_completed", "refund_pending", "unknown"] | str
_RebillingStop: TypeAlias = Literal["stopped_now", "stopped_later", "stopped_manual_rebilling"] | str
_Salutation: TypeAlias = Literal["M", "F"]
_ReadonlyKeys: TypeAlias = Literal["all", "email", "email_and_name", "none"]
_TaxMode: TypeAlias = Literal["as_set", "exclude", "include"]
_AffiliatePriority: TypeAlias = Literal["email", "as_set"]
_PayMethod: TypeAlias = Literal["paypal", "sezzle", "creditcard", "elv", "banktransfer", "klarna"] | str
_MaxQuantityType: TypeAlias = Literal["unlimited", "like_main_item", "number"]
_UpgradeStatus: TypeAlias = Literal["none", "ok", "error"] | str
_BuyerType: TypeAlias = Literal["business", "consumer", "common", "vendor"] | str
_FraudParty: TypeAlias = Literal["buyer", "affiliate", "buyer,affiliate"]
_ReportStatus: TypeAlias = Literal["info", "success", "warning", "failure"] | str
_ReportCode: TypeAlias = Literal["created_entry", "rerequest", "not_created"] | str
_BuyerSalutation: TypeAlias = Literal["", "M", "F"]
_FeeType: TypeAlias = Literal["total_fee", "fee_per_unit"]
_BillingCycle: TypeAlias = Literal["once", "monthly"]
_DeliveryState: TypeAlias = Literal["request", "in_progress", "delivery", "partial_delivery", "return", "cancel"]
_DeliveryKind: TypeAlias = Literal["digital", "shipping", "service", "event", "download"] | str
_ServiceProofStatus: TypeAlias = Literal["pending", "proof_provided", "exec_refund"]
_ParcelOperation: TypeAlias = Literal["create_or_update", "delete"]
_ServiceProofReply: TypeAlias = Literal["proof_provided", "exec_refund"]
_EticketSalutation: TypeAlias = Literal["m", "f"]
_Outcome: TypeAlias = Literal["success", "error"] | str
_IpnTiming: TypeAlias = Literal["before_thankyou", "delayed"]
_NewsletterSendPolicy: TypeAlias = Literal["send_always", "send_if_not_optout", "send_if_optout", "send_if_optin"] | str
_TransactionType: TypeAlias = Literal["payment", "refund", "chargeback", "refund_request"] | str
_OrderformLayout: TypeAlias = Literal["widget", "legacy"]
_BackgroundStyle: TypeAlias = Literal["white", "blue"]
_ShippingPosition: TypeAlias = Literal["after_cart", "before_cart"]
_TabStyle: TypeAlias = Literal["bigtabs", "image", "image_url"]
_OrderBumpStyle: TypeAlias = Literal["none", "dashed"]
_OrderformPosition: TypeAlias = Literal["before_playplan", "after_payplan", "before_checkout", "before_pay_button", "after_pay_button"]
_OrderformKind: TypeAlias = Literal["widget", "legacy", "responsive"] | str
_CancelPolicy: TypeAlias = Literal["6m_0", "6m_6m", "6m_12m", "12m_0", "12m_3m", "12m_6m", "12m_12m", "24m_0", "24m_6m", "24m_12m"]
_ApprovalRequest: TypeAlias = Literal["new", "pending"]
_ProductBuyerType: TypeAlias = Literal["consumer", "business"]
_ProductSortBy: TypeAlias = Literal["name", "group"]
_BillingType: TypeAlias = Literal["single_payment", "subscription", "installment"] | str
_RefundPolicySource: TypeAlias = Literal["business", "consumer", "common", "vendor"] | str
_OrderType: TypeAlias = Literal["live", "test"]
_SortBy: TypeAlias = Literal["date", "earning", "amount"]
_SortOrder: TypeAlias = Literal["asc", "desc"]
_ClickInterval: TypeAlias = Literal["day"] | str
_StatsPeriod: TypeAlias = Literal["day", "week", "month", "quarter", "year"] | str
_UpgradeKind: TypeAlias = Literal["upgrade", "downgrade", "special_offer"] | str
_UpgradePolicy: TypeAlias = Literal["valid", "other_only", "not_valid"]

@type_check_only
class AffiliateCommissionData(TypedDict, total=False):
    commission_rate: Decimal | str | int | None
    commission_fix: Decimal | str | int | None
    commission_currency: str | None
    approval_status: _ApprovalStatus | None

@type_check_only
class BillingPaymentPlan(TypedDict, total=False):
    first_amount: Decimal | str | int | None
    other_amounts: Decimal | str | int | None
    currency: str | None
    number_of_installments: int | None
    first_billing_interval: str | None
    other_billing_intervals: str | None
    test_interval: str | None
    template: str | int | None
    upgrade_type: _UpgradeType | None

@type_check_only
class OrderTracking(TypedDict, total=False):
    custom: str | None
    affiliate: str | None
    campaignkey: str | None
    trackingkey: str | None

@type_check_only
class BillingSettings(TypedDict, total=False):
    voucher_code: str | None
    quantity: int | None
    product_country: str | None

@type_check_only
class BillingAddon(TypedDict, total=False):
    product_id: str | int | None
    first_amount: Decimal | str | int | None
    other_amounts: Decimal | str | int | None
    single_amount: Decimal | str | int | None
    quantity: int | None
    currency: str | None
    is_quantity_editable_after_purchase: bool | None
    product_country: str | None

@type_check_only
class BuyUrlBuyer(TypedDict, total=False):
    email: str | None
    salutation: _Salutation | None
    title: str | None
    last_name: str | None
    first_name: str | None
    company: str | None
    street: str | None
    city: str | None
    zipcode: str | None
    state: str | None
    country: str | None
    phone_no: str | None
    tax_id: str | int | None
    readonly_keys: _ReadonlyKeys | None
    id: str | int | None

@type_check_only
class BuyUrlPaymentPlan(TypedDict, total=False):
    first_amount: Decimal | str | int | None
    other_amounts: Decimal | str | int | None
    currency: str | None
    number_of_installments: int | None
    first_billing_interval: str | None
    other_billing_intervals: str | None
    test_interval: str | None
    template: str | int | None
    upgrade_order_id: str | int | None
    upgrade_type: _UpgradeType | None
    tax_mode: _TaxMode | None

@type_check_only
class BuyUrlTracking(TypedDict, total=False):
    custom: str | None
    affiliate: str | None
    affiliate_priority: _AffiliatePriority | None
    campaignkey: str | None
    trackingkey: str | None
    utm_source: str | None
    utm_medium: str | None
    utm_campaign: str | None
    utm_term: str | None
    utm_content: str | None

@type_check_only
class BuyUrlPages(TypedDict, total=False):
    thankyou_url: str | None
    fallback_url: str | None
    upgrade_error_url: str | None

@type_check_only
class BuyUrlSettings(TypedDict, total=False):
    orderform_id: str | int | None
    img: object | None
    affiliate_commission_rate: Decimal | str | int | None
    affiliate_commission_fix: Decimal | str | int | None
    voucher_code: str | None
    voucher_1st_rate: Decimal | str | int | None
    voucher_oth_rates: Decimal | str | int | None
    voucher_1st_amount: Decimal | str | int | None
    voucher_oth_amounts: Decimal | str | int | None
    force_rebilling: bool | None
    pay_methods: Sequence[_PayMethod] | None
    hide_double_buy_info: bool | None

@type_check_only
class BuyUrlAddon(TypedDict, total=False):
    product_id: str | int | None
    first_amount: Decimal | str | int | None
    other_amounts: Decimal | str | int | None
    single_amount: Decimal | str | int | None
    default_quantity: int | None
    max_quantity_type: _MaxQuantityType | None
    max_quantity: int | None
    currency: str | None
    is_quantity_editable_before_purchase: bool | None
    is_quantity_editable_after_purchase: bool | None

@type_check_only
class BuyerData(TypedDict, total=False):
    email: str | None
    first_name: str | None
    last_name: str | None
    salutation: _BuyerSalutation | None
    title: str | None
    company: str | None
    street_name: str | None
    street_number: str | None
    phone_number: str | None
    city: str | None
    zipcode: str | None
    state: str | None
    country: str | None

@type_check_only
class ShippingCostPolicyData(TypedDict, total=False):
    name: str | None
    label_de: str | None
    label_en: str | None
    label_es: str | None
    label_fr: str | None
    label_it: str | None
    label_nl: str | None
    label_pl: str | None
    label_pt: str | None
    label_sl: str | None
    position: int | None
    is_active: bool | None
    for_product_ids: str | int | Sequence[str | int] | None
    for_countries: str | int | Sequence[str | int] | None
    for_currencies: str | int | Sequence[str | int] | None
    fee_type: _FeeType | None
    billing_cycle: _BillingCycle | None
    currency: str | None
    scale_level_count: int | None
    scale_1_amount: Decimal | str | int | None
    scale_2_from: int | None
    scale_2_amount: Decimal | str | int | None
    scale_3_from: int | None
    scale_3_amount: Decimal | str | int | None
    scale_4_from: int | None
    scale_4_amount: Decimal | str | int | None
    scale_5_from: int | None
    scale_5_amount: Decimal | str | int | None

_DeliverySearch = TypedDict("_DeliverySearch", {"from": str | _dt.date | None}, total=False)

@type_check_only
class DeliverySearch(_DeliverySearch, total=False):
    purchase_id: str | int | None
    to: str | _dt.date | None
    type: str | int | Sequence[str | int] | None
    same_address_as: str | int | None
    is_processed: bool | None
    is_test_order: bool | None

@type_check_only
class ServiceProofSearch(TypedDict, total=False):
    purchase_id: str | int | None
    product_id: str | int | None
    delivery_type: _DeliveryKind | None
    approval_status: _ApprovalStatus | None
    request_status: _ServiceProofStatus | None

@type_check_only
class DeliveryData(TypedDict, total=False):
    type: _DeliveryState | None
    is_shipped: bool | None
    quantity_delivered: int | None
    add_quantity_delivered: int | None
    is_shipped_by_reseller_from: str | None

@type_check_only
class ParcelData(TypedDict, total=False):
    parcel_service: str | None
    tracking_id: str | int | None
    expect_delivery_at: str | _dt.date | None
    quantity: int | None
    operation: _ParcelOperation | None

@type_check_only
class ServiceProofData(TypedDict, total=False):
    request_status: Required[_ServiceProofReply]
    message: str | None

@type_check_only
class ProofFile(TypedDict, total=False):
    url: Required[str]
    filename: str | None

@type_check_only
class EticketBuyer(TypedDict, total=False):
    email: str | None
    title: str | None
    salutation: _EticketSalutation | None
    last_name: str | None
    first_name: str | None

@type_check_only
class EticketSearch(TypedDict, total=False):
    owner_id: str | int | Sequence[str | int] | None
    purchase_id: str | int | None
    first_name: str | None
    last_name: str | None
    email: str | None
    template_id: str | int | Sequence[str | int] | None
    location_id: str | int | Sequence[str | int] | None
    date: str | _dt.date | None

_ImageData = TypedDict("_ImageData", {"image-url": Required[str]}, total=False)

@type_check_only
class ImageData(_ImageData, total=False):
    name: Required[str]
    usage_type: str | None
    alt_tag: str | None

@type_check_only
class OrderformData(TypedDict, total=False):
    name: Required[str]
    layout: _OrderformLayout | None
    background_style: _BackgroundStyle | None
    step_count: int | None
    shipping_position: _ShippingPosition | None
    summary_positions: str | int | Sequence[str | int] | None
    flex_elements_order: str | int | Sequence[str | int] | None
    tab_style: _TabStyle | None
    tab_text_1_hl: str | None
    tab_text_1_sl: str | None
    tab_text_2_hl: str | None
    tab_text_2_sl: str | None
    tab_text_3_hl: str | None
    tab_text_3_sl: str | None
    tab_image_1_id: str | int | None
    tab_image_2_id: str | int | None
    tab_image_3_id: str | int | None
    tab_image_1_url: str | None
    tab_image_2_url: str | None
    tab_image_3_url: str | None
    order_bump_style: _OrderBumpStyle | None
    orderbump_product_id: str | int | None
    orderbump_headline: str | None
    orderbump_html: str | None
    orderbump_position: _OrderformPosition | None
    refund_waiver_position: _OrderformPosition | None
    custom_css: str | None

@type_check_only
class OrderformUpdateData(TypedDict, total=False):
    name: str | None
    layout: _OrderformLayout | None
    background_style: _BackgroundStyle | None
    step_count: int | None
    shipping_position: _ShippingPosition | None
    summary_positions: str | int | Sequence[str | int] | None
    flex_elements_order: str | int | Sequence[str | int] | None
    tab_style: _TabStyle | None
    tab_text_1_hl: str | None
    tab_text_1_sl: str | None
    tab_text_2_hl: str | None
    tab_text_2_sl: str | None
    tab_text_3_hl: str | None
    tab_text_3_sl: str | None
    tab_image_1_id: str | int | None
    tab_image_2_id: str | int | None
    tab_image_3_id: str | int | None
    tab_image_1_url: str | None
    tab_image_2_url: str | None
    tab_image_3_url: str | None
    order_bump_style: _OrderBumpStyle | None
    orderbump_product_id: str | int | None
    orderbump_headline: str | None
    orderbump_html: str | None
    orderbump_position: _OrderformPosition | None
    refund_waiver_position: _OrderformPosition | None
    custom_css: str | None
    product_id: str | int | None
    paymentplan_id: str | int | None
    is_active: bool | None
    is_default: bool | None
    theme: str | None
    language: str | None
    custom_js: str | None
    custom_html: str | None
    custom_fields: Sequence[Mapping[str, object]] | None
    upsell_settings: Mapping[str, object] | None

@type_check_only
class PaymentPlanData(TypedDict, total=False):
    first_amount: Decimal | str | int | None
    first_billing_interval: str | None
    currency: str | None
    other_amounts: Decimal | str | int | None
    other_billing_intervals: str | None
    number_of_installments: int | None
    is_active: bool | None
    cancel_policy: _CancelPolicy | None
    position: int | None
    is_switching_allowed: bool | None

@type_check_only
class ProductCopyData(TypedDict, total=False):
    name_intern: str | None
    product_type_id: str | int | None
    language: str | int | Sequence[str | int] | None
    is_active: bool | None
    product_group_id: str | int | None
    name_de: str | None
    name_en: str | None
    name_es: str | None
    name_fr: str | None
    name_it: str | None
    name_nl: str | None
    name_pl: str | None
    name_pt: str | None
    name_sl: str | None

@type_check_only
class ProductData(TypedDict, total=False):
    name_intern: str | None
    name_de: str | None
    name_en: str | None
    name_es: str | None
    name_fr: str | None
    name_it: str | None
    name_nl: str | None
    name_pl: str | None
    name_pt: str | None
    name_sl: str | None
    description_de: str | None
    description_en: str | None
    description_es: str | None
    description_fr: str | None
    description_it: str | None
    description_nl: str | None
    description_pl: str | None
    description_pt: str | None
    description_sl: str | None
    salespage_url: str | None
    upsell_salespage_url: str | None
    thankyou_url: str | None
    image_url: str | None
    product_type_id: str | int | None
    approval_status: _ApprovalRequest | None
    affiliate_commission: Decimal | str | int | None
    buyer_type: _ProductBuyerType | None
    is_address_input_mandatory: bool | None
    add_order_data_to_thankyou_page_url: bool | None
    name: str | None
    description: str | None
    currency: str | int | Sequence[str | int] | None
    language: str | None
    product_group_id: str | int | None
    is_active: bool | None
    note: str | None
    default_quantity: int | None
    max_quantity: int | None

@type_check_only
class ProductGroupData(TypedDict, total=False):
    name: Required[str]
    position: int | None
    is_shown_as_tab: bool | None

@type_check_only
class ProductUpdateData(TypedDict, total=False):
    name_de: str | None
    name_en: str | None
    name_es: str | None
    name_fr: str | None
    name_it: str | None
    name_nl: str | None
    name_pl: str | None
    name_pt: str | None
    name_sl: str | None
    name_intern: str | None
    description_de: str | None
    description_en: str | None
    description_es: str | None
    description_fr: str | None
    description_it: str | None
    description_nl: str | None
    description_pl: str | None
    description_pt: str | None
    description_sl: str | None
    salespage_url: str | None
    upsell_salespage_url: str | None
    thankyou_url: str | None
    image_url: str | None
    product_type_id: str | int | None
    currency: str | None
    approval_status: object | None
    affiliate_commision: Decimal | str | int | None
    buyer_type: _ProductBuyerType | None
    is_address_input_mandatory: bool | None
    add_order_data_to_thankyou_page_url: bool | None
    name: str | None
    description: str | None
    language: str | None
    product_group_id: str | int | None
    is_active: bool | None
    note: str | None
    default_quantity: int | None
    max_quantity: int | None

@type_check_only
class ProductGroupUpdateData(TypedDict, total=False):
    name: str | None
    position: int | None
    is_shown_as_tab: bool | None

@type_check_only
class AddonChange(TypedDict, total=False):
    product_id: Required[str | int]
    amount: Decimal | str | int | None
    quantity: int | None
    is_quantity_editable_after_purchase: bool | None

@type_check_only
class PurchaseSearch(TypedDict, total=False):
    role: str | int | Sequence[str | int] | None
    product_id: str | int | Sequence[str | int] | None
    first_name: str | None
    last_name: str | None
    email: str | None
    has_affiliate: bool | None
    affiliate_name: str | None
    order_type: _OrderType | None
    pay_method: str | int | Sequence[str | int] | None
    billing_type: str | int | Sequence[str | int] | None
    transaction_type: str | int | Sequence[str | int] | None
    currency: str | None
    purchase_id: str | int | Sequence[str | int] | None

@type_check_only
class PurchaseData(TypedDict, total=False):
    tracking_param: str | None
    custom: str | None
    unlock_invoices: bool | None
    next_payment_at: str | _dt.date | None

@type_check_only
class TransactionSearch(TypedDict, total=False):
    role: str | int | Sequence[str | int] | None
    product_id: str | int | Sequence[str | int] | None
    first_name: str | None
    last_name: str | None
    email: str | None
    has_affiliate: bool | None
    affiliate_name: str | None
    pay_method: str | int | Sequence[str | int] | None
    billing_type: str | int | Sequence[str | int] | None
    transaction_type: str | int | Sequence[str | int] | None
    currency: str | None
    purchase_id: str | int | Sequence[str | int] | None

@type_check_only
class VoucherData(TypedDict, total=False):
    code: Required[str]
    product_ids: str | int | Sequence[str | int] | None
    valid_from: str | _dt.date | None
    expires_at: str | _dt.date | None
    first_rate: Decimal | str | int | None
    other_rates: Decimal | str | int | None
    first_amount: Decimal | str | int | None
    other_amounts: Decimal | str | int | None
    currency: str | None
    is_count_limited: bool | None
    count_left: int | None
    upgrade_policy: _UpgradePolicy | None

@type_check_only
class VoucherUpdateData(TypedDict, total=False):
    code: str | None
    product_ids: str | int | Sequence[str | int] | None
    valid_from: str | _dt.date | None
    expires_at: str | _dt.date | None
    first_rate: Decimal | str | int | None
    other_rates: Decimal | str | int | None
    first_amount: Decimal | str | int | None
    other_amounts: Decimal | str | int | None
    currency: str | None
    is_count_limited: bool | None
    count_left: int | None
    upgrade_policy: _UpgradePolicy | None

@type_check_only
class ListAccountAccessAnswer(Record):
    @property
    def by_me(self) -> List[AccountGrant]: ...
    @property
    def to_me(self) -> List[AccountGrant]: ...

@type_check_only
class AccountGrant(Record):
    @property
    def id(self) -> str | None: ...
    @property
    def owner_id(self) -> str | None: ...
    @property
    def accessor_id(self) -> str | None: ...
    @property
    def permissions(self) -> str | None: ...
    @property
    def permissions_msg(self) -> str | None: ...
    @property
    def created_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def modified_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def can_see_non_affiliate_purchases(self) -> bool | None: ...
    @property
    def can_approve_affiliations(self) -> bool | None: ...
    @property
    def can_see_edit_marketplace_link(self) -> bool | None: ...
    @property
    def can_edit_products(self) -> bool | None: ...
    @property
    def can_edit_affiliate_commissions(self) -> bool | None: ...
    @property
    def can_read_mail_history(self) -> bool | None: ...
    @property
    def can_approve_purchases(self) -> bool | None: ...
    @property
    def can_edit_purchases_approval_policy(self) -> bool | None: ...
    @property
    def can_give_permissions(self) -> bool | None: ...
    @property
    def can_see_revenue(self) -> bool | None: ...
    @property
    def can_edit_discount_vouchers(self) -> bool | None: ...
    @property
    def can_csv_export(self) -> bool | None: ...

@type_check_only
class GetAffiliateCommissionAnswer(Record):
    @property
    def affiliate_id(self) -> str | None: ...
    @property
    def affiliate_name(self) -> str | None: ...
    @property
    def affiliations(self) -> List[Affiliation]: ...

@type_check_only
class Affiliation(Record):
    @property
    def product_id(self) -> str | None: ...
    @property
    def product_is_active(self) -> bool | None: ...
    @property
    def approval_status(self) -> _ApprovalStatus | str | None: ...
    @property
    def approval_status_msg(self) -> str | None: ...
    @property
    def commission_rate(self) -> Decimal | None: ...
    @property
    def commission_fix(self) -> Decimal | None: ...
    @property
    def commission_currency(self) -> str | None: ...
    @property
    def default_commission_rate(self) -> Decimal | None: ...
    @property
    def default_commission_fix(self) -> Decimal | None: ...
    @property
    def default_commission_currency(self) -> str | None: ...
    @property
    def is_on_first_pmnt_only(self) -> bool | None: ...

@type_check_only
class GetAffiliateForEmailAnswer(Record):
    @property
    def affiliate_name(self) -> str | None: ...
    @property
    def affiliate_id(self) -> str | None: ...
    @property
    def campaignkey(self) -> str | None: ...
    @property
    def trackingkey(self) -> str | None: ...
    @property
    def click_id(self) -> str | None: ...
    @property
    def promoclick_at(self) -> _dt.datetime | _dt.date | None: ...

@type_check_only
class AffiliateBuyerDetails(Record):
    @property
    def customer_affiliate_name(self) -> str | None: ...
    @property
    def customer_to_affiliate_url(self) -> str | None: ...
    @property
    def customer_affiliate_promo_url(self) -> str | None: ...

@type_check_only
class GetReferringAffiliateAnswer(Record):
    @property
    def affiliate_id(self) -> str | None: ...
    @property
    def affiliate_name(self) -> str | None: ...
    @property
    def referrer_id(self) -> str | None: ...
    @property
    def referrer_name(self) -> str | None: ...
    @property
    def commission(self) -> Decimal | None: ...
    @property
    def created_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def created_by(self) -> str | None: ...

@type_check_only
class ListCommissionsAnswer(Record):
    @property
    def page_no(self) -> int | None: ...
    @property
    def page_size(self) -> int | None: ...
    @property
    def item_count(self) -> int | None: ...
    @property
    def page_count(self) -> int | None: ...
    @overload
    def __getitem__(self, key: Literal["items"], /) -> List[Commission] | None: ...
    @overload
    def __getitem__(self, key: str, /) -> Any: ...

@type_check_only
class Commission(Record):
    @property
    def id(self) -> str | None: ...
    @property
    def created_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def amount(self) -> Decimal | None: ...
    @property
    def currency(self) -> str | None: ...
    @property
    def reason(self) -> str | None: ...
    @property
    def schedule_payout_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def transaction_id(self) -> str | None: ...
    @property
    def purchase_id(self) -> str | None: ...

@type_check_only
class SetReferringAffiliateAnswer(Record):
    @property
    def action(self) -> _ReferralAction | None: ...
    @property
    def affiliate_id(self) -> str | None: ...
    @property
    def affiliate_name(self) -> str | None: ...
    @property
    def referrer_id(self) -> str | None: ...
    @property
    def referrer_name(self) -> str | None: ...
    @property
    def commission(self) -> Decimal | None: ...
    @property
    def created_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def created_by(self) -> str | None: ...

@type_check_only
class ValidateAffiliateAnswer(Record):
    @property
    def have_affiliation(self) -> bool | None: ...
    @property
    def affiliation_status(self) -> _AffiliationStatus | None: ...
    @property
    def invalid_affiliate_name(self) -> bool | None: ...
    @property
    def affiliation_status_msg(self) -> str | None: ...
    @property
    def invite_url(self) -> str | None: ...
    @property
    def valid_product_ids(self) -> list[str] | None: ...
    @property
    def invalid_product_ids(self) -> list[str] | None: ...

@type_check_only
class RequestApiKeyAnswer(Record):
    @property
    def request_url(self) -> str | None: ...
    @property
    def request_token(self) -> str | None: ...

@type_check_only
class RetrieveApiKeyAnswer(Record):
    @property
    def api_key(self) -> str | None: ...
    @property
    def request_status(self) -> _KeyRequestStatus | None: ...
    @property
    def note(self) -> str | None: ...
    @property
    def thankyou_page_key(self) -> str | None: ...

@type_check_only
class ModifiedAnswer(Record):
    @property
    def modified(self) -> bool | None: ...
    @property
    def note(self) -> str | None: ...

@type_check_only
class CreateBillingOnDemandAnswer(Record):
    @property
    def created_purchase_id(self) -> str | None: ...
    @property
    def payment_status(self) -> _PaymentStatus | None: ...
    @property
    def payment_status_msg(self) -> str | None: ...
    @property
    def billing_status(self) -> _BillingStatus | None: ...
    @property
    def billing_status_msg(self) -> str | None: ...
    @property
    def pay_url(self) -> str | None: ...
    @property
    def paid_amount(self) -> Decimal | None: ...
    @property
    def open_amount(self) -> Decimal | None: ...
    @property
    def currency(self) -> str | None: ...

@type_check_only
class CreateRebillingPaymentAnswer(Record):
    @property
    def purchase_id(self) -> str | None: ...
    @property
    def payment_status(self) -> _PaymentStatus | None: ...
    @property
    def payment_message(self) -> str | None: ...
    @property
    def billing_status(self) -> _BillingStatus | None: ...
    @property
    def payment_data_update_url(self) -> str | None: ...

@type_check_only
class ListRebillingStatusChangesAnswer(Record):
    @property
    def to(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def page_size(self) -> int | None: ...
    @property
    def page_no(self) -> int | None: ...
    @property
    def page_count(self) -> int | None: ...
    @property
    def item_count(self) -> int | None: ...
    @overload
    def __getitem__(self, key: Literal["from"], /) -> _dt.datetime | _dt.date | None: ...
    @overload
    def __getitem__(self, key: Literal["items"], /) -> List[RebillingStatusChange] | None: ...
    @overload
    def __getitem__(self, key: str, /) -> Any: ...

@type_check_only
class RebillingStatusChange(Record):
    @property
    def id(self) -> str | None: ...
    @property
    def purchase_id(self) -> str | None: ...
    @property
    def created_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def pay_sequence_no(self) -> int | None: ...
    @property
    def type(self) -> _RebillingChange | None: ...
    @property
    def type_msg(self) -> str | None: ...

@type_check_only
class RefundTransactionAnswer(Record):
    @property
    def status(self) -> _RefundStatus | None: ...
    @property
    def modified(self) -> bool | None: ...
    @property
    def note(self) -> str | None: ...
    @property
    def pending_reason(self) -> _PendingReason | None: ...
    @property
    def pending_reason_msg(self) -> str | None: ...
    @property
    def pending_until(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def action_url(self) -> str | None: ...
    @property
    def error_reason(self) -> _RefundError | None: ...
    @property
    def processed_at(self) -> _dt.datetime | _dt.date | None: ...

@type_check_only
class StartRebillingAnswer(Record):
    @property
    def modified(self) -> bool | None: ...
    @property
    def note(self) -> str | None: ...
    @property
    def billing_status(self) -> _BillingStatus | None: ...
    @property
    def billing_status_msg(self) -> str | None: ...
    @property
    def next_payment_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def rebilling_active(self) -> bool | None: ...

@type_check_only
class StopRebillingAnswer(Record):
    @property
    def modified(self) -> bool | None: ...
    @property
    def note(self) -> str | None: ...
    @property
    def code(self) -> _RebillingStop | None: ...
    @property
    def billing_status(self) -> _BillingStatus | None: ...
    @property
    def billing_status_msg(self) -> str | None: ...
    @property
    def next_payment_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def rebilling_active(self) -> bool | None: ...
    @property
    def is_cancelled_now(self) -> bool | None: ...
    @property
    def is_cancelled_later(self) -> bool | None: ...
    @property
    def can_cancel_before(self) -> _dt.datetime | _dt.date | None: ...

@type_check_only
class CreateBuyUrlAnswer(Record):
    @property
    def id(self) -> str | None: ...
    @property
    def url(self) -> str | None: ...
    @property
    def valid_until(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def upgrade_status(self) -> _UpgradeStatus | None: ...
    @property
    def upgrade_type(self) -> str | None: ...
    @property
    def upgrade_errors(self) -> Any: ...

@type_check_only
class ListBuyUrlsAnswer(Record):
    @property
    def page_no(self) -> int | None: ...
    @property
    def page_size(self) -> int | None: ...
    @property
    def item_count(self) -> int | None: ...
    @property
    def page_count(self) -> int | None: ...
    @property
    def buyurls(self) -> List[BuyUrl]: ...
    @overload
    def __getitem__(self, key: Literal["items"], /) -> List[BuyUrl] | None: ...
    @overload
    def __getitem__(self, key: str, /) -> Any: ...

@type_check_only
class BuyUrl(Record):
    @property
    def id(self) -> str | None: ...
    @property
    def product_id(self) -> str | None: ...
    @property
    def url(self) -> str | None: ...
    @property
    def valid_until(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def email(self) -> str | None: ...
    @property
    def created_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def modified_at(self) -> _dt.datetime | _dt.date | None: ...

@type_check_only
class GetBuyerAnswer(Record):
    @property
    def buyer(self) -> Buyer | None: ...

@type_check_only
class Buyer(Record):
    @property
    def id(self) -> str | None: ...
    @property
    def address_id(self) -> str | None: ...
    @property
    def created_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def email(self) -> str | None: ...
    @property
    def first_name(self) -> str | None: ...
    @property
    def last_name(self) -> str | None: ...
    @property
    def salutation(self) -> str | None: ...
    @property
    def title(self) -> str | None: ...
    @property
    def company(self) -> str | None: ...
    @property
    def street(self) -> str | None: ...
    @property
    def street_name(self) -> str | None: ...
    @property
    def street_number(self) -> str | None: ...
    @property
    def zipcode(self) -> str | None: ...
    @property
    def city(self) -> str | None: ...
    @property
    def state(self) -> str | None: ...
    @property
    def country(self) -> str | None: ...
    @property
    def phone_no(self) -> str | None: ...
    @property
    def buyer_type(self) -> _BuyerType | None: ...
    @property
    def salutation_msg(self) -> str | None: ...
    @property
    def street2(self) -> str | None: ...

@type_check_only
class ListBuyersAnswer(Record):
    @property
    def page_no(self) -> int | None: ...
    @property
    def page_size(self) -> int | None: ...
    @property
    def item_count(self) -> int | None: ...
    @property
    def page_count(self) -> int | None: ...
    @overload
    def __getitem__(self, key: Literal["items"], /) -> List[Buyer] | None: ...
    @overload
    def __getitem__(self, key: str, /) -> Any: ...

@type_check_only
class ListCustomFormRecordsAnswer(Record):
    @property
    def records(self) -> List[CustomFormRecord]: ...

@type_check_only
class CustomFormRecord(Record):
    @property
    def form_id(self) -> str | None: ...
    @property
    def id(self) -> str | None: ...
    @property
    def purchase_id(self) -> str | None: ...
    @property
    def purchase_item_id(self) -> str | None: ...
    @property
    def product_id(self) -> str | None: ...
    @property
    def form_no(self) -> int | None: ...
    @property
    def form_count(self) -> int | None: ...
    @property
    def data(self) -> Mapping[str, str] | None: ...
    @property
    def address(self) -> Mapping[str, str] | None: ...

@type_check_only
class ReportFraudAnswer(Record):
    @property
    def buyer_status(self) -> _ReportStatus | None: ...
    @property
    def buyer_message(self) -> str | None: ...
    @property
    def buyer_code(self) -> _ReportCode | None: ...
    @property
    def affiliate_status(self) -> _ReportStatus | None: ...
    @property
    def affiliate_message(self) -> str | None: ...
    @property
    def affiliate_code(self) -> _ReportCode | None: ...

@type_check_only
class IsModifiedAnswer(Record):
    @property
    def is_modified(self) -> bool | None: ...

@type_check_only
class CreateShippingCostPolicyAnswer(Record):
    @property
    def policy_id(self) -> str | None: ...

@type_check_only
class GetDeliveryAnswer(Record):
    @property
    def delivery(self) -> Delivery | None: ...
    @property
    def is_set_in_progress(self) -> bool | None: ...
    @property
    def set_in_progress_fail_reason(self) -> str | None: ...

@type_check_only
class Delivery(Record):
    @property
    def delivery_address(self) -> DeliveryAddress | None: ...
    @property
    def delivery_type(self) -> str | None: ...
    @property
    def product_type_name(self) -> str | None: ...
    @property
    def invoice_url(self) -> str | None: ...
    @property
    def delivery_slip_url(self) -> str | None: ...
    @property
    def tracking(self) -> List[Parcel]: ...
    @property
    def quantity_total(self) -> int | None: ...
    @property
    def id(self) -> str | None: ...
    @property
    def purchase_id(self) -> str | None: ...
    @property
    def purchase_created_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def purchase_item_id(self) -> str | None: ...
    @property
    def buyer_address_id(self) -> str | None: ...
    @property
    def type(self) -> _DeliveryState | str | None: ...
    @property
    def processed_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def processed_by(self) -> str | None: ...
    @property
    def product_id(self) -> str | None: ...
    @property
    def product_name(self) -> str | None: ...
    @property
    def product_type_id(self) -> str | None: ...
    @property
    def variant_label(self) -> str | None: ...
    @property
    def variant_name(self) -> str | None: ...
    @property
    def variant_key(self) -> str | None: ...
    @property
    def variant_id(self) -> str | None: ...
    @property
    def quantity_delivered(self) -> int | None: ...
    @property
    def is_shippment_by_reseller_id(self) -> str | None: ...
    @property
    def is_shipment_by_reseller_id(self) -> str | None: ...
    @property
    def is_test_order(self) -> bool | None: ...

@type_check_only
class DeliveryAddress(Record):
    @property
    def title(self) -> str | None: ...
    @property
    def salutation(self) -> str | None: ...
    @property
    def company(self) -> str | None: ...
    @property
    def first_name(self) -> str | None: ...
    @property
    def last_name(self) -> str | None: ...
    @property
    def street(self) -> str | None: ...
    @property
    def street2(self) -> str | None: ...
    @property
    def street_number(self) -> str | None: ...
    @property
    def city(self) -> str | None: ...
    @property
    def state(self) -> str | None: ...
    @property
    def zipcode(self) -> str | None: ...
    @property
    def country(self) -> str | None: ...
    @property
    def email(self) -> str | None: ...
    @property
    def phone_no(self) -> str | None: ...
    @property
    def tax_id(self) -> str | None: ...
    @property
    def country_name(self) -> str | None: ...

@type_check_only
class Parcel(Record):
    @property
    def delivery_id(self) -> str | None: ...
    @property
    def parcel_service_type(self) -> str | None: ...
    @property
    def service_label(self) -> str | None: ...
    @property
    def tracking_id(self) -> str | None: ...
    @property
    def tracking_url(self) -> str | None: ...
    @property
    def quantity(self) -> int | None: ...
    @property
    def ipn_config_id(self) -> str | None: ...

@type_check_only
class GetServiceProofRequestAnswer(Record):
    @property
    def service_proof_request(self) -> ServiceProofRequest | None: ...

@type_check_only
class ServiceProofRequest(Record):
    @property
    def id(self) -> str | None: ...
    @property
    def purchase_id(self) -> str | None: ...
    @property
    def status(self) -> str | None: ...
    @property
    def created_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def due_date(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def notes(self) -> str | None: ...
    @property
    def product_id(self) -> str | None: ...
    @property
    def delivery_type(self) -> _DeliveryKind | None: ...
    @property
    def approval_status(self) -> _ApprovalStatus | str | None: ...
    @property
    def request_status(self) -> _ServiceProofStatus | str | None: ...
    @property
    def modified_at(self) -> _dt.datetime | _dt.date | None: ...

@type_check_only
class GetShippingCostPolicyAnswer(Record):
    @property
    def policy(self) -> ShippingCostPolicy | None: ...

@type_check_only
class ShippingCostPolicy(Record):
    @property
    def id(self) -> str | None: ...
    @property
    def name(self) -> str | None: ...
    @property
    def created_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def modified_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def rules(self) -> List[Any]: ...
    @property
    def position(self) -> int | None: ...
    @property
    def is_active(self) -> bool | None: ...
    @property
    def for_product_ids(self) -> list[str] | None: ...
    @property
    def for_countries(self) -> list[str] | None: ...
    @property
    def for_currencies(self) -> list[str] | None: ...
    @property
    def fee_type(self) -> _FeeType | str | None: ...
    @property
    def billing_cycle(self) -> _BillingCycle | str | None: ...
    @property
    def currency(self) -> str | None: ...
    @property
    def scale_level_count(self) -> int | None: ...
    @property
    def scale_1_amount(self) -> Decimal | None: ...
    @property
    def scale_2_from(self) -> int | None: ...
    @property
    def scale_2_amount(self) -> Decimal | None: ...
    @property
    def scale_3_from(self) -> int | None: ...
    @property
    def scale_3_amount(self) -> Decimal | None: ...
    @property
    def scale_4_from(self) -> int | None: ...
    @property
    def scale_4_amount(self) -> Decimal | None: ...
    @property
    def scale_5_from(self) -> int | None: ...
    @property
    def scale_5_amount(self) -> Decimal | None: ...

@type_check_only
class ListDeliveriesAnswer(Record):
    @property
    def delivery(self) -> List[Delivery]: ...

@type_check_only
class CreateEticketAnswer(Record):
    @property
    def etickets(self) -> List[CreatedEticket]: ...

@type_check_only
class CreatedEticket(Record):
    @property
    def id(self) -> str | None: ...
    @property
    def url(self) -> str | None: ...
    @property
    def email(self) -> str | None: ...

@type_check_only
class GetEticketAnswer(Record):
    @property
    def eticket(self) -> Eticket | None: ...

@type_check_only
class Eticket(Record):
    @property
    def download_url(self) -> str | None: ...
    @property
    def duration(self) -> str | None: ...
    @property
    def date_id(self) -> str | None: ...
    @property
    def date(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def hint(self) -> str | None: ...
    @property
    def location_id(self) -> str | None: ...
    @property
    def template_id(self) -> str | None: ...
    @property
    def id(self) -> str | None: ...
    @property
    def purchase_item_id(self) -> str | None: ...
    @property
    def no(self) -> int | None: ...
    @property
    def count(self) -> int | None: ...
    @property
    def email(self) -> str | None: ...
    @property
    def first_name(self) -> str | None: ...
    @property
    def last_name(self) -> str | None: ...
    @property
    def salutation(self) -> str | None: ...
    @property
    def title(self) -> str | None: ...
    @property
    def language(self) -> str | None: ...
    @property
    def used_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def is_blocked(self) -> bool | None: ...
    @property
    def note(self) -> str | None: ...
    @property
    def product_id(self) -> str | None: ...

@type_check_only
class GetEticketSettingsAnswer(Record):
    @property
    def eticket_owners(self) -> Mapping[str, str] | None: ...
    @property
    def eticket_templates(self) -> Mapping[str, Mapping[str, str]] | None: ...
    @property
    def eticket_locations(self) -> Mapping[str, Mapping[str, str]] | None: ...

@type_check_only
class EticketLocation(Record):
    @property
    def id(self) -> str | None: ...
    @property
    def name(self) -> str | None: ...
    @property
    def address(self) -> str | None: ...

@type_check_only
class EticketTemplate(Record):
    @property
    def id(self) -> str | None: ...
    @property
    def name(self) -> str | None: ...
    @property
    def created_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def modified_at(self) -> _dt.datetime | _dt.date | None: ...

@type_check_only
class ListEticketsAnswer(Record):
    @property
    def etickets(self) -> List[Eticket]: ...

@type_check_only
class ValidateEticketAnswer(Record):
    @property
    def status(self) -> _Outcome | None: ...
    @property
    def msg(self) -> str | None: ...
    @property
    def eticket_location_id(self) -> str | None: ...
    @property
    def eticket_template_id(self) -> str | None: ...
    @property
    def eticket_date(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def is_eticket_valid_for_different_event(self) -> bool | None: ...
    @property
    def valid_ticket_count(self) -> int | None: ...
    @property
    def used_ticket_count(self) -> int | None: ...

@type_check_only
class IpnInfoAnswer(Record):
    @property
    def have_settings(self) -> bool | None: ...
    @property
    def ipn_url(self) -> str | None: ...
    @property
    def name(self) -> str | None: ...
    @property
    def product_ids(self) -> list[str] | None: ...
    @property
    def domain_id(self) -> str | None: ...
    @property
    def categories(self) -> list[str] | None: ...
    @property
    def transactions(self) -> list[str] | None: ...
    @property
    def timing(self) -> _IpnTiming | str | None: ...
    @property
    def newsletter_send_policy(self) -> _NewsletterSendPolicy | None: ...

@type_check_only
class IpnSetupAnswer(Record):
    @property
    def created(self) -> bool | None: ...
    @property
    def updated(self) -> bool | None: ...
    @property
    def deleted(self) -> bool | None: ...
    @property
    def domain_id(self) -> str | None: ...
    @property
    def sha_passphrase(self) -> str | None: ...
    @property
    def ipn_config_id(self) -> str | None: ...
    @property
    def ipn_id(self) -> str | None: ...

@type_check_only
class ValidateLicenseKeyAnswer(Record):
    @property
    def is_license_valid(self) -> bool | None: ...
    @property
    def is_license_key_found(self) -> bool | None: ...
    @property
    def purchase_id(self) -> str | None: ...
    @property
    def license_key(self) -> str | None: ...
    @property
    def product_id(self) -> str | None: ...
    @property
    def product_name(self) -> str | None: ...
    @property
    def billing_tatus(self) -> _BillingStatus | None: ...
    @property
    def billing_status(self) -> _BillingStatus | None: ...
    @property
    def billing_tatus_msg(self) -> str | None: ...
    @property
    def billing_status_msg(self) -> str | None: ...
    @property
    def last_payment_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def last_payment_at_msg(self) -> str | None: ...
    @property
    def next_payment_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def next_payment_at_msg(self) -> str | None: ...
    @property
    def last_transaction_type(self) -> _TransactionType | None: ...
    @property
    def last_transaction_type_msg(self) -> str | None: ...
    @property
    def paid_until(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def paid_until_msg(self) -> str | None: ...
    @property
    def are_returned_data_public(self) -> bool | None: ...

@type_check_only
class MarketplaceEntry(Record):
    @property
    def id(self) -> str | None: ...
    @property
    def main_product_id(self) -> str | None: ...
    @property
    def all_product_ids(self) -> List[str]: ...
    @property
    def approval_status(self) -> _ApprovalStatus | str | None: ...
    @property
    def approval_status_msg(self) -> str | None: ...
    @property
    def price(self) -> Decimal | None: ...
    @property
    def currency(self) -> str | None: ...
    @property
    def price_msg(self) -> str | None: ...
    @property
    def language(self) -> str | None: ...
    @property
    def is_price_msg_overriden(self) -> bool | None: ...
    @property
    def is_price_msg_overridden(self) -> bool | None: ...
    @property
    def product_category_id(self) -> str | None: ...
    @property
    def product_category(self) -> str | None: ...
    @property
    def headline(self) -> str | None: ...
    @property
    def description(self) -> str | None: ...
    @property
    def affiliate_share(self) -> Decimal | None: ...
    @property
    def product_created_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def stats_is_valid(self) -> bool | None: ...
    @property
    def stats_updated_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def stats_seller_rank(self) -> int | None: ...
    @property
    def stats_seller_rank_category(self) -> int | None: ...
    @property
    def stats_stars(self) -> Decimal | None: ...
    @property
    def stats_affiliate_profit_visitor(self) -> Decimal | None: ...
    @property
    def stats_affiliate_profit_sale(self) -> Decimal | None: ...
    @property
    def stats_count_orders_w_aff(self) -> int | None: ...
    @property
    def stats_cancel_rate(self) -> Decimal | None: ...
    @property
    def stats_revenue(self) -> Decimal | None: ...
    @property
    def stats_count_affiliates_with_sales(self) -> int | None: ...
    @property
    def stats_conversion_rate(self) -> Decimal | None: ...
    @property
    def stats_count_orders(self) -> int | None: ...

@type_check_only
class ListMarketplaceEntriesAnswer(Record):
    @property
    def entries(self) -> List[MarketplaceEntry]: ...
    @property
    def count(self) -> int | None: ...

@type_check_only
class CreateImageAnswer(Record):
    @property
    def image_id(self) -> str | None: ...
    @property
    def image_url(self) -> str | None: ...

@type_check_only
class CreateOrderformAnswer(Record):
    @property
    def orderform_id(self) -> str | None: ...

@type_check_only
class GetImageAnswer(Record):
    @property
    def image(self) -> Image | None: ...

@type_check_only
class Image(Record):
    @property
    def id(self) -> str | None: ...
    @property
    def url(self) -> str | None: ...
    @property
    def type(self) -> str | None: ...
    @property
    def properties(self) -> Any: ...
    @property
    def file_extension(self) -> str | None: ...
    @property
    def name(self) -> str | None: ...
    @property
    def approval_status(self) -> str | None: ...
    @property
    def usage_type(self) -> str | None: ...
    @property
    def alt_tag(self) -> str | None: ...
    @property
    def width(self) -> int | None: ...
    @property
    def height(self) -> int | None: ...

@type_check_only
class GetOrderformAnswer(Record):
    @property
    def orderform(self) -> Orderform | None: ...

@type_check_only
class Orderform(Record):
    @property
    def id(self) -> str | None: ...
    @property
    def name(self) -> str | None: ...
    @property
    def layout(self) -> _OrderformKind | None: ...
    @property
    def created_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def modified_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def background_style(self) -> _BackgroundStyle | str | None: ...
    @property
    def step_count(self) -> int | None: ...
    @property
    def shipping_position(self) -> _ShippingPosition | str | None: ...
    @property
    def summary_positions(self) -> list[str] | None: ...
    @property
    def flex_elements_order(self) -> list[str] | None: ...
    @property
    def tab_style(self) -> _TabStyle | str | None: ...
    @property
    def tab_text_1_hl(self) -> str | None: ...
    @property
    def tab_text_1_sl(self) -> str | None: ...
    @property
    def tab_text_2_hl(self) -> str | None: ...
    @property
    def tab_text_2_sl(self) -> str | None: ...
    @property
    def tab_text_3_hl(self) -> str | None: ...
    @property
    def tab_text_3_sl(self) -> str | None: ...
    @property
    def tab_image_1_id(self) -> str | None: ...
    @property
    def tab_image_2_id(self) -> str | None: ...
    @property
    def tab_image_3_id(self) -> str | None: ...
    @property
    def tab_image_1_url(self) -> str | None: ...
    @property
    def tab_image_2_url(self) -> str | None: ...
    @property
    def tab_image_3_url(self) -> str | None: ...
    @property
    def order_bump_style(self) -> _OrderBumpStyle | str | None: ...
    @property
    def orderbump_product_id(self) -> str | None: ...
    @property
    def orderbump_headline(self) -> str | None: ...
    @property
    def orderbump_html(self) -> str | None: ...
    @property
    def orderbump_position(self) -> _OrderformPosition | str | None: ...
    @property
    def refund_waiver_position(self) -> _OrderformPosition | str | None: ...
    @property
    def custom_css(self) -> str | None: ...

@type_check_only
class GetOrderformMetasAnswer(Record):
    @property
    def placeholders(self) -> OrderformPlaceholders | None: ...
    @property
    def options(self) -> OrderformOptions | None: ...
    @property
    def form_metas(self) -> Any: ...

@type_check_only
class OrderformPlaceholders(Record):
    @property
    def images(self) -> Mapping[str, str] | None: ...
    @property
    def other(self) -> Mapping[str, str] | None: ...

@type_check_only
class OrderformOptions(Record):
    @property
    def image(self) -> OrderformImages | None: ...
    @property
    def background_style(self) -> Mapping[str, str] | None: ...
    @property
    def step_count(self) -> Mapping[str, str] | None: ...
    @property
    def tab_style(self) -> Mapping[str, str] | None: ...
    @property
    def shipping_position(self) -> Mapping[str, str] | None: ...
    @property
    def summary_positions(self) -> Mapping[str, str] | None: ...
    @property
    def refund_waiver_position(self) -> Mapping[str, str] | None: ...
    @property
    def flex_elements_order(self) -> Mapping[str, str] | None: ...
    @property
    def orderbump_position(self) -> Mapping[str, str] | None: ...
    @property
    def product(self) -> Mapping[str, str] | None: ...

@type_check_only
class OrderformImages(Record):
    @property
    def orderform_header(self) -> Mapping[str, str] | None: ...
    @property
    def orderform_favicon(self) -> Mapping[str, str] | None: ...
    @property
    def orderform_widget_tab(self) -> Mapping[str, str] | None: ...

@type_check_only
class GetUpsellsAnswer(Record):
    @property
    def product_id(self) -> str | None: ...
    @property
    def upsells(self) -> Mapping[str, str] | None: ...
    @property
    def product_options(self) -> Any: ...

@type_check_only
class ListConversionToolsAnswer(Record):
    @property
    def smartupgrades(self) -> List[SmartUpgrade]: ...
    @property
    def smartupgrade(self) -> List[SmartUpgrade]: ...
    @property
    def countdowns(self) -> List[Any]: ...
    @property
    def socialproof_bubbles(self) -> List[Any]: ...
    @property
    def socialproof_boxes(self) -> List[Any]: ...
    @property
    def trust_badges(self) -> List[TrustBadge]: ...

@type_check_only
class SmartUpgrade(Record):
    @property
    def id(self) -> str | None: ...
    @property
    def name(self) -> str | None: ...
    @property
    def authkey(self) -> str | None: ...
    @property
    def created_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def is_custom_css_used(self) -> bool | None: ...
    @property
    def custom_css(self) -> str | None: ...
    @property
    def upgrade_to_product_id(self) -> str | None: ...
    @property
    def product_ids(self) -> list[str] | None: ...

@type_check_only
class TrustBadge(Record):
    @property
    def id(self) -> str | None: ...
    @property
    def code(self) -> str | None: ...
    @property
    def name(self) -> str | None: ...
    @property
    def badge_type(self) -> str | None: ...
    @property
    def position(self) -> str | None: ...
    @property
    def language(self) -> str | None: ...
    @property
    def sticky(self) -> str | None: ...
    @property
    def is_earnigs_disclaimer_shown(self) -> str | None: ...
    @property
    def is_earnings_disclaimer_shown(self) -> str | None: ...
    @property
    def auth_key(self) -> str | None: ...

@type_check_only
class ListImagesAnswer(Record):
    @property
    def images(self) -> List[Image]: ...

@type_check_only
class ListOrderformsAnswer(Record):
    @property
    def orderforms(self) -> List[Orderform]: ...
    @property
    def layout(self) -> _OrderformKind | None: ...

@type_check_only
class CreatePaymentplanAnswer(Record):
    @property
    def is_valid(self) -> bool | None: ...
    @property
    def paymentplan_id(self) -> str | None: ...

@type_check_only
class PaymentPlan(Record):
    @property
    def id(self) -> str | None: ...
    @property
    def product_id(self) -> str | None: ...
    @property
    def description(self) -> str | None: ...
    @property
    def currency(self) -> str | None: ...
    @property
    def first_amount(self) -> Decimal | None: ...
    @property
    def other_amounts(self) -> Decimal | None: ...
    @property
    def number_of_installments(self) -> int | None: ...
    @property
    def first_billing_interval(self) -> str | None: ...
    @property
    def other_billing_intervals(self) -> str | None: ...
    @property
    def cancel_policy(self) -> _CancelPolicy | str | None: ...
    @property
    def position(self) -> int | None: ...
    @property
    def is_active(self) -> bool | None: ...
    @property
    def is_for_sale(self) -> str | None: ...
    @property
    def is_for_sale_msg(self) -> str | None: ...
    @property
    def is_switching_allowed(self) -> bool | None: ...
    @property
    def can_buyer_terminate_installments(self) -> bool | None: ...
    @property
    def created_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def modified_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def name(self) -> str | None: ...

@type_check_only
class ListInvoicesAnswer(Record):
    @property
    def purchase_id(self) -> str | None: ...
    @property
    def invoice_list(self) -> List[Invoice]: ...

@type_check_only
class Invoice(Record):
    @property
    def invoice_url(self) -> str | None: ...
    @property
    def invoice_label(self) -> str | None: ...
    @property
    def invoice_id(self) -> str | None: ...
    @property
    def invoice_date(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def pay_method(self) -> str | None: ...
    @property
    def pay_method_msg(self) -> str | None: ...
    @property
    def purchase_id(self) -> str | None: ...
    @property
    def type(self) -> str | None: ...
    @property
    def amount(self) -> Decimal | None: ...
    @property
    def currency(self) -> str | None: ...

@type_check_only
class ListPayoutsAnswer(Record):
    @property
    def payout_list(self) -> List[Payout]: ...

@type_check_only
class Payout(Record):
    @property
    def credit_note_url(self) -> str | None: ...
    @property
    def commission_list_url(self) -> str | None: ...
    @property
    def reseller_name(self) -> str | None: ...
    @property
    def reseller_id(self) -> str | None: ...
    @property
    def id(self) -> str | None: ...
    @property
    def created_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def processed_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def vat_rate(self) -> Decimal | None: ...
    @property
    def vat_regulation(self) -> str | None: ...
    @property
    def currency(self) -> str | None: ...
    @property
    def payout_method(self) -> str | None: ...
    @property
    def vendor_gross_amount(self) -> Decimal | None: ...
    @property
    def vendor_net_amount(self) -> Decimal | None: ...
    @property
    def vendor_vat_amount(self) -> Decimal | None: ...
    @property
    def affiliate_gross_amount(self) -> Decimal | None: ...
    @property
    def affiliate_net_amount(self) -> Decimal | None: ...
    @property
    def affiliate_vat_amount(self) -> Decimal | None: ...
    @property
    def fee_amount(self) -> Decimal | None: ...
    @property
    def fee_vat_amount(self) -> Decimal | None: ...

@type_check_only
class ResendInvoiceMailAnswer(Record):
    @property
    def status(self) -> _Outcome | None: ...
    @property
    def note(self) -> str | None: ...

@type_check_only
class StatsExpectedPayoutsAnswer(Record):
    @property
    def total_earnings(self) -> Mapping[str, Decimal] | None: ...
    @property
    def paidout_amount(self) -> Mapping[str, Decimal] | None: ...
    @property
    def pending_amount(self) -> Mapping[str, Decimal] | None: ...
    @property
    def future_amounts(self) -> Mapping[str, Mapping[str, FuturePayout]] | None: ...
    @property
    def by_reseller(self) -> List[ResellerPayouts]: ...
    @property
    def note(self) -> PayoutNote | None: ...
    @property
    def call_duration_ms(self) -> Mapping[str, Decimal] | None: ...

@type_check_only
class FuturePayout(Record):
    @property
    def amount(self) -> Decimal | None: ...
    @property
    def can_payout(self) -> bool | None: ...
    @property
    def treshold(self) -> Decimal | None: ...
    @property
    def threshold(self) -> Decimal | None: ...
    @property
    def note(self) -> str | None: ...

@type_check_only
class ResellerPayouts(Record):
    @property
    def reseller_id(self) -> str | None: ...
    @property
    def reseller_name(self) -> str | None: ...
    @property
    def total_earnings(self) -> Mapping[str, Decimal] | None: ...
    @property
    def paidout_amount(self) -> Mapping[str, Decimal] | None: ...
    @property
    def pending_amount(self) -> Mapping[str, Decimal] | None: ...
    @property
    def future_amounts(self) -> Mapping[str, Mapping[str, FuturePayout]] | None: ...

@type_check_only
class PayoutNote(Record):
    @property
    def message(self) -> str | None: ...
    @property
    def reasons(self) -> List[PayoutReason]: ...

@type_check_only
class PayoutReason(Record):
    @property
    def code(self) -> str | None: ...
    @property
    def url(self) -> str | None: ...
    @property
    def message(self) -> str | None: ...

@type_check_only
class CopyProductAnswer(Record):
    @property
    def product_id(self) -> str | None: ...

@type_check_only
class CreateProductAnswer(Record):
    @property
    def product_id(self) -> str | None: ...

@type_check_only
class CreateProductGroupAnswer(Record):
    @property
    def product_group_id(self) -> str | None: ...

@type_check_only
class Product(Record):
    @property
    def id(self) -> str | None: ...
    @property
    def name(self) -> str | None: ...
    @property
    def name_intern(self) -> str | None: ...
    @property
    def note(self) -> str | None: ...
    @property
    def tag(self) -> str | None: ...
    @property
    def language(self) -> str | None: ...
    @property
    def description(self) -> str | None: ...
    @property
    def currency(self) -> list[str] | None: ...
    @property
    def created_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def modified_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def product_group_id(self) -> str | None: ...
    @property
    def product_group_name(self) -> str | None: ...
    @property
    def product_type_id(self) -> str | None: ...
    @property
    def owner_id(self) -> str | None: ...
    @property
    def owner_name(self) -> str | None: ...
    @property
    def user_id(self) -> str | None: ...
    @property
    def units_left(self) -> str | None: ...
    @property
    def max_quantity(self) -> int | None: ...
    @property
    def buyer_type(self) -> _ProductBuyerType | str | None: ...
    @property
    def approval_status(self) -> _ApprovalStatus | str | None: ...
    @property
    def approval_status_msg(self) -> str | None: ...
    @property
    def approval_status_list(self) -> List[ResellerApproval]: ...
    @property
    def salespage_url(self) -> str | None: ...
    @property
    def upsell_salespage_url(self) -> str | None: ...
    @property
    def thankyou_url(self) -> str | None: ...
    @property
    def upsell_thankyou_page_url(self) -> str | None: ...
    @property
    def upsell_freeflow_thankyou_url(self) -> str | None: ...
    @property
    def image_id(self) -> str | None: ...
    @property
    def image_url(self) -> str | None: ...
    @property
    def affiliate_commission(self) -> Decimal | None: ...
    @property
    def affiliate_commission_fix(self) -> Decimal | None: ...
    @property
    def affiliate_commission_cur(self) -> str | None: ...
    @property
    def orderform_id(self) -> str | None: ...
    @property
    def pay_methods(self) -> list[str] | None: ...
    @property
    def stop_sales_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def optin_text(self) -> str | None: ...
    @property
    def description_thankyou_page(self) -> str | None: ...
    @property
    def encrypt_order_data_of_thankyou_page_url(self) -> str | None: ...
    @property
    def encrypt_order_data_of_upsell_thankyou_page_url(self) -> str | None: ...
    @property
    def add_order_data_to_upsell_sales_page_url(self) -> str | None: ...
    @property
    def notify_payment_emails(self) -> str | None: ...
    @property
    def notify_refund_emails(self) -> str | None: ...
    @property
    def notify_chargeback_emails(self) -> str | None: ...
    @property
    def notify_missed_payment_emails(self) -> str | None: ...
    @property
    def notify_rebilling_start_stop_emails(self) -> str | None: ...
    @property
    def notify_rebilling_payment_emails(self) -> str | None: ...
    @property
    def notify_addons_for(self) -> str | None: ...
    @property
    def country(self) -> str | None: ...
    @property
    def orderform_customer_url(self) -> str | None: ...
    @property
    def orderform_preview_url(self) -> str | None: ...
    @property
    def service_interval(self) -> str | None: ...
    @property
    def service_date(self) -> str | None: ...
    @property
    def single_payment_service_period(self) -> str | None: ...
    @property
    def notify_affiliate_emails(self) -> str | None: ...
    @property
    def name_de(self) -> str | None: ...
    @property
    def name_en(self) -> str | None: ...
    @property
    def name_fr(self) -> str | None: ...
    @property
    def name_es(self) -> str | None: ...
    @property
    def name_nl(self) -> str | None: ...
    @property
    def name_it(self) -> str | None: ...
    @property
    def name_pt(self) -> str | None: ...
    @property
    def name_pl(self) -> str | None: ...
    @property
    def name_sl(self) -> str | None: ...
    @property
    def description_de(self) -> str | None: ...
    @property
    def description_en(self) -> str | None: ...
    @property
    def description_fr(self) -> str | None: ...
    @property
    def description_es(self) -> str | None: ...
    @property
    def description_nl(self) -> str | None: ...
    @property
    def description_it(self) -> str | None: ...
    @property
    def description_pt(self) -> str | None: ...
    @property
    def description_pl(self) -> str | None: ...
    @property
    def description_sl(self) -> str | None: ...
    @property
    def description_thankyou_page_de(self) -> str | None: ...
    @property
    def description_thankyou_page_en(self) -> str | None: ...
    @property
    def description_thankyou_page_fr(self) -> str | None: ...
    @property
    def description_thankyou_page_es(self) -> str | None: ...
    @property
    def description_thankyou_page_nl(self) -> str | None: ...
    @property
    def description_thankyou_page_it(self) -> str | None: ...
    @property
    def description_thankyou_page_pt(self) -> str | None: ...
    @property
    def description_thankyou_page_pl(self) -> str | None: ...
    @property
    def description_thankyou_page_sl(self) -> str | None: ...
    @property
    def optin_text_de(self) -> str | None: ...
    @property
    def optin_text_en(self) -> str | None: ...
    @property
    def optin_text_fr(self) -> str | None: ...
    @property
    def optin_text_es(self) -> str | None: ...
    @property
    def optin_text_nl(self) -> str | None: ...
    @property
    def optin_text_it(self) -> str | None: ...
    @property
    def optin_text_pt(self) -> str | None: ...
    @property
    def optin_text_pl(self) -> str | None: ...
    @property
    def optin_text_sl(self) -> str | None: ...
    @property
    def is_quantity_editable_before_purchase(self) -> str | None: ...
    @property
    def is_quantity_editable_after_purchase(self) -> bool | None: ...
    @property
    def is_address_input_mandatory(self) -> bool | None: ...
    @property
    def is_phone_no_input_shown(self) -> str | None: ...
    @property
    def is_title_input_shown(self) -> bool | None: ...
    @property
    def is_name_shown_on_bank_statement(self) -> bool | None: ...
    @property
    def is_affiliation_auto_accepted(self) -> bool | None: ...
    @property
    def is_active(self) -> bool | None: ...
    @property
    def is_addon_thankyou_url_enabled(self) -> bool | None: ...
    @property
    def has_addr_salutation(self) -> bool | None: ...
    @property
    def add_order_data_to_thankyou_page_url(self) -> bool | None: ...
    @property
    def redirect_to_custom_upsell_thankyou_page(self) -> bool | None: ...
    @property
    def add_order_data_to_upsell_thankyou_page_url(self) -> bool | None: ...
    @property
    def is_vat_shown(self) -> bool | None: ...
    @property
    def is_free_upsell_enabled(self) -> bool | None: ...
    @property
    def is_free_upsell_started(self) -> bool | None: ...
    @property
    def is_free_upsell_stopped(self) -> bool | None: ...
    @property
    def is_upsell_double_purchase_prevented(self) -> bool | None: ...
    @property
    def is_optin_checkbox_shown(self) -> bool | None: ...
    @property
    def is_phone_no_mandatory(self) -> bool | None: ...
    @property
    def is_search_engine_allowed(self) -> bool | None: ...
    @property
    def is_deleted(self) -> bool | None: ...
    @property
    def paymentplans(self) -> List[PaymentPlan]: ...

@type_check_only
class ResellerApproval(Record):
    @property
    def reseller_id(self) -> str | None: ...
    @property
    def approval_status(self) -> _ApprovalStatus | str | None: ...
    @property
    def is_siteowner_active(self) -> bool | None: ...

@type_check_only
class GetProductGroupAnswer(Record):
    @property
    def product_group(self) -> ProductGroup | None: ...

@type_check_only
class ProductGroup(Record):
    @property
    def id(self) -> str | None: ...
    @property
    def name(self) -> str | None: ...
    @property
    def created_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def modified_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def position(self) -> int | None: ...
    @property
    def is_shown_as_tab(self) -> bool | None: ...

@type_check_only
class ListProductGroupsAnswer(Record):
    @property
    def product_groups(self) -> List[ProductGroup]: ...
    @overload
    def __getitem__(self, key: Literal["items"], /) -> List[ProductGroup] | None: ...
    @overload
    def __getitem__(self, key: str, /) -> Any: ...

@type_check_only
class ProductType(Record):
    @property
    def id(self) -> str | None: ...
    @property
    def name(self) -> str | None: ...
    @property
    def category(self) -> str | None: ...

@type_check_only
class ListProductsAnswer(Record):
    @property
    def products(self) -> List[Product]: ...

@type_check_only
class AddBalanceToPurchaseAnswer(Record):
    @property
    def old_balance(self) -> Decimal | None: ...
    @property
    def new_balance(self) -> Decimal | None: ...

@type_check_only
class CreateAddonChangePurchaseAnswer(Record):
    @property
    def created_purchase_id(self) -> str | None: ...
    @property
    def payment_status(self) -> _PaymentStatus | None: ...
    @property
    def payment_status_msg(self) -> str | None: ...
    @property
    def billing_status(self) -> _BillingStatus | None: ...
    @property
    def billing_status_msg(self) -> str | None: ...
    @property
    def pay_url(self) -> str | None: ...

@type_check_only
class Purchase(Record):
    @property
    def other_amounts(self) -> Decimal | None: ...
    @property
    def other_vat_amounts(self) -> Decimal | None: ...
    @property
    def id(self) -> str | None: ...
    @property
    def amount(self) -> Decimal | None: ...
    @property
    def currency(self) -> str | None: ...
    @property
    def number_of_installments(self) -> int | None: ...
    @property
    def vat_country(self) -> str | None: ...
    @property
    def vat_amount(self) -> Decimal | None: ...
    @property
    def vat_rate(self) -> Decimal | None: ...
    @property
    def created_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def next_payment_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def billing_type(self) -> _BillingType | None: ...
    @property
    def billing_type_msg(self) -> str | None: ...
    @property
    def billing_status(self) -> _BillingStatus | None: ...
    @property
    def billing_status_msg(self) -> str | None: ...
    @property
    def is_canceled_now(self) -> bool | None: ...
    @property
    def is_cancelable_now(self) -> bool | None: ...
    @property
    def rebill_stop_info(self) -> RebillStopInfo | None: ...
    @property
    def renew_url(self) -> str | None: ...
    @property
    def receipt_url(self) -> str | None: ...
    @property
    def invoice_url(self) -> str | None: ...
    @property
    def has_custom_forms(self) -> bool | None: ...
    @property
    def has_etickets(self) -> bool | None: ...
    @property
    def transaction_list(self) -> List[PurchaseTransaction]: ...
    @property
    def buyer(self) -> Buyer | None: ...
    @property
    def placeholders(self) -> Mapping[str, str] | None: ...
    @property
    def refund_policy(self) -> RefundPolicy | None: ...
    @property
    def cancel_policy(self) -> _CancelPolicy | str | None: ...
    @property
    def can_cancel_before(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def merchant_amount(self) -> Decimal | None: ...
    @property
    def affiliate_amount(self) -> Decimal | None: ...
    @property
    def voucher_code(self) -> str | None: ...
    @property
    def custom(self) -> str | None: ...
    @property
    def salesteam_id(self) -> str | None: ...
    @property
    def delivery_types(self) -> list[str] | None: ...
    @property
    def delivery_types_msg(self) -> str | None: ...
    @property
    def billing_mode(self) -> str | None: ...
    @property
    def billing_mode_msg(self) -> str | None: ...
    @property
    def payment_plan_msg(self) -> str | None: ...
    @property
    def details_url(self) -> str | None: ...
    @property
    def last_payment(self) -> LastPayment | None: ...
    @property
    def click_id(self) -> str | None: ...
    @property
    def sub_ids(self) -> SubIds | None: ...
    @overload
    def __getitem__(self, key: Literal["items"], /) -> List[PurchaseItem] | None: ...
    @overload
    def __getitem__(self, key: str, /) -> Any: ...

@type_check_only
class RebillStopInfo(Record):
    @property
    def can_stop(self) -> bool | None: ...
    @property
    def buton_label(self) -> str | None: ...
    @property
    def button_label(self) -> str | None: ...
    @property
    def stop_date(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def code(self) -> _RebillingStop | None: ...

@type_check_only
class PurchaseTransaction(Record):
    @property
    def id(self) -> str | None: ...
    @property
    def amount(self) -> Decimal | None: ...
    @property
    def currency(self) -> str | None: ...
    @property
    def purchase_id(self) -> str | None: ...
    @property
    def pay_method(self) -> str | None: ...
    @property
    def pay_method_msg(self) -> str | None: ...
    @property
    def created_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def pay_date(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def type(self) -> _TransactionType | None: ...
    @property
    def type_msg(self) -> str | None: ...
    @property
    def invoice_url(self) -> str | None: ...

@type_check_only
class PurchaseItem(Record):
    @property
    def product_name(self) -> str | None: ...
    @property
    def product_id(self) -> str | None: ...
    @property
    def product_name_intern(self) -> str | None: ...
    @property
    def product_type_id(self) -> str | None: ...
    @property
    def product_type_name(self) -> str | None: ...
    @property
    def product_is_active(self) -> bool | None: ...
    @property
    def product_is_deleted(self) -> bool | None: ...
    @property
    def delivery_type(self) -> _DeliveryKind | None: ...
    @property
    def vat_rate(self) -> Decimal | None: ...
    @property
    def amounts(self) -> ItemAmounts | None: ...
    @property
    def urls(self) -> ItemUrls | None: ...
    @property
    def quantity(self) -> int | None: ...
    @property
    def variant_key(self) -> str | None: ...
    @property
    def variant_name(self) -> str | None: ...
    @property
    def no(self) -> int | None: ...
    @property
    def count(self) -> int | None: ...
    @property
    def id(self) -> str | None: ...

@type_check_only
class ItemAmounts(Record):
    @property
    def first(self) -> LineAmounts | None: ...

@type_check_only
class LineAmounts(Record):
    @property
    def total_brutto_amount(self) -> Decimal | None: ...
    @property
    def total_vat_amount(self) -> Decimal | None: ...
    @property
    def total_netto_amount(self) -> Decimal | None: ...
    @property
    def unit_netto_amount(self) -> Decimal | None: ...

@type_check_only
class ItemUrls(Record):
    @property
    def orderform(self) -> str | None: ...
    @property
    def product_edit(self) -> str | None: ...

@type_check_only
class RefundPolicy(Record):
    @property
    def purchase_id(self) -> str | None: ...
    @property
    def reason_code(self) -> _RefundPolicySource | None: ...
    @property
    def refund_days(self) -> int | None: ...
    @property
    def is_reminder_allowed(self) -> bool | None: ...
    @property
    def policy_id(self) -> str | None: ...
    @property
    def product_type_id(self) -> str | None: ...
    @property
    def delivery_type(self) -> _DeliveryKind | None: ...
    @property
    def checkbox_text(self) -> str | None: ...

@type_check_only
class LastPayment(Record):
    @property
    def txn_id(self) -> str | None: ...
    @property
    def txn_type(self) -> str | None: ...
    @property
    def pay_method(self) -> str | None: ...
    @property
    def date(self) -> _dt.datetime | _dt.date | None: ...

@type_check_only
class SubIds(Record):
    @property
    def sid1(self) -> str | None: ...
    @property
    def sid2(self) -> str | None: ...
    @property
    def sid3(self) -> str | None: ...
    @property
    def sid4(self) -> str | None: ...
    @property
    def sid5(self) -> str | None: ...

@type_check_only
class GetPurchaseDownloadsAnswer(Record):
    @property
    def downloads(self) -> Mapping[str, Mapping[str, List[Download]]] | None: ...

@type_check_only
class Download(Record):
    @property
    def url(self) -> str | None: ...
    @property
    def downloads_total(self) -> int | None: ...
    @property
    def downloads_tries(self) -> int | None: ...
    @property
    def is_access_granted(self) -> bool | None: ...
    @property
    def is_purchase_paid(self) -> bool | None: ...
    @property
    def headline(self) -> str | None: ...
    @property
    def instructions(self) -> str | None: ...
    @property
    def file_name(self) -> str | None: ...
    @property
    def file_ext(self) -> str | None: ...
    @property
    def file_size(self) -> int | None: ...
    @property
    def download_until(self) -> _dt.datetime | _dt.date | None: ...

@type_check_only
class PurchaseTracking(Record):
    @property
    def utm_params(self) -> UtmParams | None: ...
    @property
    def click_id(self) -> str | None: ...
    @property
    def sub_ids(self) -> List[str]: ...
    @property
    def vendor_key(self) -> str | None: ...
    @property
    def campaign_key(self) -> str | None: ...

@type_check_only
class UtmParams(Record):
    @property
    def utm_source(self) -> str | None: ...
    @property
    def utm_medium(self) -> str | None: ...
    @property
    def utm_campaign(self) -> str | None: ...
    @property
    def utm_term(self) -> str | None: ...
    @property
    def utm_content(self) -> str | None: ...

@type_check_only
class ListPurchasesAnswer(Record):
    @property
    def to(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def page_no(self) -> int | None: ...
    @property
    def page_size(self) -> int | None: ...
    @property
    def page_count(self) -> int | None: ...
    @property
    def item_count(self) -> int | None: ...
    @property
    def purchase_list(self) -> List[Purchase]: ...
    @overload
    def __getitem__(self, key: Literal["from"], /) -> _dt.datetime | _dt.date | None: ...
    @overload
    def __getitem__(self, key: str, /) -> Any: ...

@type_check_only
class PurchaseOfEmail(Record):
    @property
    def id(self) -> str | None: ...
    @property
    def created_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def amount(self) -> Decimal | None: ...
    @property
    def currency(self) -> str | None: ...
    @property
    def status(self) -> str | None: ...

@type_check_only
class StatsAffiliateToplistAnswer(Record):
    @property
    def top_list(self) -> List[AffiliateRank]: ...

@type_check_only
class AffiliateRank(Record):
    @property
    def affiliate_id(self) -> str | None: ...
    @property
    def affiliate_name(self) -> str | None: ...
    @property
    def currency(self) -> str | None: ...
    @property
    def brutto_amount(self) -> Decimal | None: ...
    @property
    def netto_amount(self) -> Decimal | None: ...
    @property
    def payment_amount(self) -> Decimal | None: ...
    @property
    def refund_amount(self) -> Decimal | None: ...
    @property
    def chargeback_amount(self) -> Decimal | None: ...
    @property
    def cancellation_amount(self) -> Decimal | None: ...
    @property
    def affiliate_amount(self) -> Decimal | None: ...
    @property
    def merchant_amount(self) -> Decimal | None: ...
    @property
    def refund_quota(self) -> Decimal | None: ...
    @property
    def chargeback_quota(self) -> Decimal | None: ...
    @property
    def cancellation_quota(self) -> Decimal | None: ...

@type_check_only
class StatsClicksAndEarningsByDateAndCampaignKeyAnswer(Record):
    @property
    def totals(self) -> ClickTotals | None: ...

@type_check_only
class ClickTotals(Record):
    @property
    def funnelVisitors(self) -> int | None: ...
    @property
    def orderFormVisitors(self) -> int | None: ...
    @property
    def earnings(self) -> Decimal | None: ...

@type_check_only
class StatsDailyAmountsAnswer(Record):
    @property
    def amount_list(self) -> List[SalesFigures]: ...

@type_check_only
class SalesFigures(Record):
    @property
    def day(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def to(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def currency(self) -> str | None: ...
    @property
    def vendor_share_amount(self) -> Decimal | None: ...
    @property
    def vendor_brutto_amount(self) -> Decimal | None: ...
    @property
    def vendor_netto_amount(self) -> Decimal | None: ...
    @property
    def affiliate_share_amount(self) -> Decimal | None: ...
    @property
    def affiliate_brutto_amount(self) -> Decimal | None: ...
    @property
    def affiliate_netto_amount(self) -> Decimal | None: ...
    @property
    def other_share_amount(self) -> Decimal | None: ...
    @property
    def other_brutto_amount(self) -> Decimal | None: ...
    @property
    def other_netto_amount(self) -> Decimal | None: ...
    @property
    def total_share_amount(self) -> Decimal | None: ...
    @property
    def total_brutto_amount(self) -> Decimal | None: ...
    @property
    def total_netto_amount(self) -> Decimal | None: ...
    @overload
    def __getitem__(self, key: Literal["from"], /) -> _dt.datetime | _dt.date | None: ...
    @overload
    def __getitem__(self, key: str, /) -> Any: ...

@type_check_only
class StatsSalesAnswer(Record):
    @property
    def amounts(self) -> Mapping[str, List[SalesFigures]] | None: ...
    @property
    def to(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def period(self) -> _StatsPeriod | None: ...
    @overload
    def __getitem__(self, key: Literal["from"], /) -> _dt.datetime | _dt.date | None: ...
    @overload
    def __getitem__(self, key: str, /) -> Any: ...

@type_check_only
class StatsSalesSummaryAnswer(Record):
    @property
    def call_duration_ms(self) -> SummaryDurations | None: ...
    @overload
    def __getitem__(self, key: Literal["for"], /) -> SalesSummary | None: ...
    @overload
    def __getitem__(self, key: str, /) -> Any: ...

@type_check_only
class SalesSummary(Record):
    @property
    def all(self) -> SummaryPeriod | None: ...
    @property
    def year(self) -> SummaryPeriod | None: ...
    @property
    def quarter(self) -> SummaryPeriod | None: ...
    @property
    def month(self) -> SummaryPeriod | None: ...
    @property
    def week(self) -> SummaryPeriod | None: ...
    @property
    def day(self) -> SummaryPeriod | None: ...

@type_check_only
class SummaryPeriod(Record):
    @property
    def to(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def amounts(self) -> Mapping[str, SalesFigures] | None: ...
    @property
    def precentages(self) -> Any: ...
    @property
    def percentages(self) -> Any: ...
    @property
    def references(self) -> Any: ...
    @overload
    def __getitem__(self, key: Literal["from"], /) -> _dt.datetime | _dt.date | None: ...
    @overload
    def __getitem__(self, key: str, /) -> Any: ...

@type_check_only
class SummaryDurations(Record):
    @property
    def amount_for_all(self) -> Decimal | None: ...
    @property
    def amount_for_year(self) -> Decimal | None: ...
    @property
    def amount_for_quarter(self) -> Decimal | None: ...
    @property
    def amount_for_month(self) -> Decimal | None: ...
    @property
    def amount_for_week(self) -> Decimal | None: ...
    @property
    def amount_for_day(self) -> Decimal | None: ...
    @property
    def percentages(self) -> Decimal | None: ...
    @property
    def total_call(self) -> Decimal | None: ...

@type_check_only
class GetGlobalSettingsAnswer(Record):
    @property
    def image_metas(self) -> Mapping[str, ImageMeta] | None: ...
    @property
    def types(self) -> Mapping[str, Mapping[str, str]] | None: ...

@type_check_only
class ImageMeta(Record):
    @property
    def label(self) -> str | None: ...
    @property
    def limits(self) -> ImageLimits | None: ...
    @property
    def limits_msg(self) -> str | None: ...

@type_check_only
class ImageLimits(Record):
    @property
    def max_file_size_kb(self) -> int | None: ...
    @property
    def min_width(self) -> int | None: ...
    @property
    def max_width(self) -> int | None: ...
    @property
    def min_height(self) -> int | None: ...
    @property
    def max_height(self) -> int | None: ...

@type_check_only
class GetTestpayKeyAnswer(Record):
    @property
    def user_id(self) -> str | None: ...
    @property
    def testpay_key(self) -> str | None: ...
    @property
    def get_param_name(self) -> str | None: ...
    @property
    def expires_at(self) -> _dt.datetime | _dt.date | None: ...

@type_check_only
class GetUserInfoAnswer(Record):
    @property
    def user_id(self) -> str | None: ...
    @property
    def user_name(self) -> str | None: ...
    @property
    def api_key_id(self) -> str | None: ...
    @property
    def api_key_permissions(self) -> str | None: ...
    @property
    def granted_roles(self) -> list[str] | None: ...
    @property
    def granted_roles_msg(self) -> list[str] | None: ...
    @property
    def contact(self) -> Any: ...
    @property
    def thankyou_page_key(self) -> str | None: ...

@type_check_only
class Currency(Record):
    @property
    def id(self) -> str | None: ...
    @property
    def code(self) -> str | None: ...
    @property
    def symbol(self) -> str | None: ...
    @property
    def min_price(self) -> Decimal | None: ...
    @property
    def max_price(self) -> Decimal | None: ...
    @property
    def name(self) -> str | None: ...
    @property
    def to_EUR(self) -> Decimal | None: ...
    @property
    def to_USD(self) -> Decimal | None: ...
    @property
    def name_de(self) -> str | None: ...
    @property
    def name_en(self) -> str | None: ...
    @property
    def is_default_for_countries(self) -> List[str]: ...

@type_check_only
class PingAnswer(Record):
    @property
    def server_time(self) -> _dt.datetime | _dt.date | None: ...

@type_check_only
class RenderJsTrackingCodeAnswer(Record):
    @property
    def script_code(self) -> str | None: ...
    @property
    def script_url(self) -> str | None: ...

@type_check_only
class ListTransactionsAnswer(Record):
    @property
    def to(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def page_size(self) -> int | None: ...
    @property
    def page_no(self) -> int | None: ...
    @property
    def page_count(self) -> int | None: ...
    @property
    def item_count(self) -> int | None: ...
    @property
    def summary(self) -> TransactionSummary | None: ...
    @property
    def transaction_list(self) -> List[Transaction]: ...
    @overload
    def __getitem__(self, key: Literal["from"], /) -> _dt.datetime | _dt.date | None: ...
    @overload
    def __getitem__(self, key: str, /) -> Any: ...

@type_check_only
class TransactionSummary(Record):
    @property
    def amounts(self) -> Mapping[str, TransactionTotals] | None: ...
    @property
    def count(self) -> int | None: ...

@type_check_only
class TransactionTotals(Record):
    @property
    def count(self) -> int | None: ...
    @property
    def total_amount(self) -> Decimal | None: ...
    @property
    def vat_amount(self) -> Decimal | None: ...
    @property
    def earned_amount(self) -> Decimal | None: ...

@type_check_only
class Transaction(Record):
    @property
    def id(self) -> str | None: ...
    @property
    def purchase_id(self) -> str | None: ...
    @property
    def amount(self) -> Decimal | None: ...
    @property
    def transaction_amount(self) -> Decimal | None: ...
    @property
    def vat_amount(self) -> Decimal | None: ...
    @property
    def earned_amount(self) -> Decimal | None: ...
    @property
    def affiliate_amount(self) -> Decimal | None: ...
    @property
    def affiliate_name(self) -> str | None: ...
    @property
    def vat_country(self) -> str | None: ...
    @property
    def main_product_name(self) -> str | None: ...
    @property
    def upsell_no(self) -> int | None: ...
    @property
    def currency(self) -> str | None: ...
    @property
    def transaction_type(self) -> _TransactionType | None: ...
    @property
    def transaction_type_msg(self) -> str | None: ...
    @property
    def created_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def transaction_pay_date(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def buyer(self) -> Buyer | None: ...

@type_check_only
class CreateUpgradeAnswer(Record):
    @property
    def upgrade_id(self) -> str | None: ...

@type_check_only
class CreateUpgradePurchaseAnswer(Record):
    @property
    def new_purchase(self) -> UpgradePurchase | None: ...
    @property
    def upgrade_info(self) -> UpgradeInfo | None: ...

@type_check_only
class UpgradePurchase(Record):
    @property
    def id(self) -> str | None: ...
    @property
    def billing_status(self) -> _BillingStatus | None: ...
    @property
    def paid_amount(self) -> Decimal | None: ...
    @property
    def next_payment_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def next_amount(self) -> Decimal | None: ...
    @property
    def currency(self) -> str | None: ...

@type_check_only
class UpgradeInfo(Record):
    @property
    def upgrade_type(self) -> _UpgradeKind | None: ...
    @property
    def upgrade_amount_left(self) -> Decimal | None: ...
    @property
    def upgrade_amount_total(self) -> Decimal | None: ...
    @property
    def upgraded_purchase_id(self) -> str | None: ...

@type_check_only
class GetUpgradeAnswer(Record):
    @property
    def item(self) -> Upgrade | None: ...
    @property
    def check(self) -> UpgradeCheck | None: ...

@type_check_only
class Upgrade(Record):
    @property
    def upgrade_url(self) -> str | None: ...
    @property
    def to_product_name(self) -> str | None: ...
    @property
    def id(self) -> str | None: ...
    @property
    def name(self) -> str | None: ...
    @property
    def to_product_id(self) -> str | None: ...
    @property
    def is_active(self) -> bool | None: ...
    @property
    def authkey(self) -> str | None: ...
    @property
    def fallback_product_id(self) -> str | None: ...
    @property
    def buyer_readonly_keys(self) -> _ReadonlyKeys | str | None: ...
    @property
    def upgrade_types(self) -> Mapping[str, _UpgradeKind] | None: ...

@type_check_only
class UpgradeCheck(Record):
    @property
    def is_upgrade_possible(self) -> bool | None: ...
    @property
    def is_one_click_payment_possible(self) -> bool | None: ...
    @property
    def possible_upgrade_type(self) -> _UpgradeKind | None: ...

@type_check_only
class ListSmartUpgradesAnswer(Record):
    @property
    def smartupgrades(self) -> List[SmartUpgrade]: ...

@type_check_only
class ListUpgradesAnswer(Record):
    @property
    def upgrades(self) -> List[Upgrade]: ...

@type_check_only
class CreateVoucherAnswer(Record):
    @property
    def discount_code_id(self) -> str | None: ...
    @property
    def code(self) -> str | None: ...
    @overload
    def __getitem__(self, key: Literal["discount code_id"], /) -> str | None: ...
    @overload
    def __getitem__(self, key: str, /) -> Any: ...

@type_check_only
class GetVoucherAnswer(Record):
    @property
    def coupon(self) -> Voucher | None: ...

@type_check_only
class Voucher(Record):
    @property
    def first_rate(self) -> Decimal | None: ...
    @property
    def other_rates(self) -> Decimal | None: ...
    @property
    def id(self) -> str | None: ...
    @property
    def code(self) -> str | None: ...
    @property
    def valid_until(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def expires_at(self) -> _dt.datetime | _dt.date | None: ...
    @property
    def product_ids(self) -> list[str] | None: ...
    @property
    def first_amount(self) -> Decimal | None: ...
    @property
    def other_amounts(self) -> Decimal | None: ...
    @property
    def upgrade_policy(self) -> _UpgradePolicy | str | None: ...
    @property
    def is_count_limited(self) -> bool | None: ...
    @property
    def count_left(self) -> int | None: ...
    @property
    def currency(self) -> str | None: ...
    @property
    def is_discarding_early_bird(self) -> bool | None: ...

@type_check_only
class ListVouchersAnswer(Record):
    @property
    def coupons(self) -> List[Voucher]: ...
    @property
    def are_returned_data_public(self) -> bool | None: ...

@type_check_only
class UpdateVoucherAnswer(Record):
    @property
    def discount_code_id(self) -> str | None: ...
    @property
    def code(self) -> str | None: ...
    @property
    def modified(self) -> bool | None: ...
    @overload
    def __getitem__(self, key: Literal["discount code_id"], /) -> str | None: ...
    @overload
    def __getitem__(self, key: str, /) -> Any: ...

@type_check_only
class ValidateCouponCodeAnswer(Record):
    @property
    def status(self) -> _Outcome | None: ...
    @property
    def status_msg(self) -> str | None: ...
    @property
    def currency(self) -> str | None: ...
    @property
    def coupon_id(self) -> str | None: ...
    @property
    def amount_left(self) -> Decimal | None: ...
    @property
    def amount_total(self) -> Decimal | None: ...
    @property
    def is_test_payment(self) -> bool | None: ...

class Functions:
    def create_onboarding_product(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Any: ...
    def get_onboarding_account_status(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Any: ...
    def list_account_access(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
    ) -> ListAccountAccessAnswer: ...
    def log_member_access(
        self,
        *,
        purchase_id: str | int,
        platform_name: str,
        login_name: str,
        login_url: str,
        number_of_unlocked_lectures: int,
        total_number_of_lectures: int,
        login_at: str | _dt.date | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Any: ...
    def create_joint_venture(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Any: ...
    def get_affiliate_commission(
        self,
        *,
        affiliate_id: str | int,
        product_ids: str | int | Sequence[str | int] | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> GetAffiliateCommissionAnswer: ...
    def get_affiliate_for_email(
        self,
        *,
        email: str,
        language: str | None = None,
        operator: str | None = None,
    ) -> GetAffiliateForEmailAnswer: ...
    @overload
    def get_customer_to_affiliate_buyer_details(
        self,
        *,
        purchase_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> AffiliateBuyerDetails: ...
    @overload
    def get_customer_to_affiliate_buyer_details(
        self,
        *,
        purchase_id: Sequence[str | int],
        language: str | None = None,
        operator: str | None = None,
    ) -> AffiliateBuyerDetails | Mapping[str, AffiliateBuyerDetails]: ...
    def get_referring_affiliate(
        self,
        *,
        affiliate_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> GetReferringAffiliateAnswer: ...
    def list_commissions(
        self,
        *,
        from_: str | _dt.date | None = None,
        to: str | _dt.date | None = None,
        page_no: int | None = None,
        page_size: int | None = None,
        transaction_type: str | int | Sequence[str | int] | None = None,
        commission_type: str | int | Sequence[str | int] | None = None,
        purchase_id: str | int | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> ListCommissionsAnswer: ...
    def set_affiliate_for_email(
        self,
        *,
        email: str,
        affiliate: str,
        campaignkey: str | None = None,
        trackingkey: str | None = None,
        click_id: str | int | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Any: ...
    def set_referring_affiliate(
        self,
        *,
        referrer_id: str | int,
        affiliate_id: str | int,
        commission: Decimal | str | int | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> SetReferringAffiliateAnswer: ...
    def update_affiliate_commission(
        self,
        *,
        affiliate_id: str | int,
        product_ids: str | int | Sequence[str | int],
        data: AffiliateCommissionData,
        language: str | None = None,
        operator: str | None = None,
    ) -> Any: ...
    def update_joint_venture(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Any: ...
    def validate_affiliate(
        self,
        *,
        affiliate_name: str,
        product_ids: str | int | Sequence[str | int],
        language: str | None = None,
        operator: str | None = None,
    ) -> ValidateAffiliateAnswer: ...
    def request_api_key(
        self,
        *,
        permissions: _KeyPermissions,
        return_url: str,
        cancel_url: str | None = None,
        site_url: str | None = None,
        comment: str | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> RequestApiKeyAnswer: ...
    def retrieve_api_key(
        self,
        *,
        token: str,
        language: str | None = None,
        operator: str | None = None,
    ) -> RetrieveApiKeyAnswer: ...
    def unregister(self, *, language: str | None = None, operator: str | None = None) -> ModifiedAnswer: ...
    def create_billing_on_demand(
        self,
        *,
        purchase_id: str | int,
        product_id: str | int,
        payment_plan: BillingPaymentPlan | None = None,
        tracking: OrderTracking | None = None,
        placeholders: Mapping[str, str] | None = None,
        settings: BillingSettings | None = None,
        addons: Sequence[BillingAddon] | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> CreateBillingOnDemandAnswer: ...
    def create_rebilling_payment(
        self,
        *,
        purchase_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> CreateRebillingPaymentAnswer: ...
    def list_rebilling_status_changes(
        self,
        *,
        from_: str | _dt.date | None = None,
        to: str | _dt.date | None = None,
        page_no: int | None = None,
        page_size: int | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> ListRebillingStatusChangesAnswer: ...
    def refund_partially(
        self,
        *,
        purchase_id: str | int,
        amount: Decimal | str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Any: ...
    def refund_purchase(
        self,
        *,
        purchase_id: str | int,
        force: bool | None = None,
        request_date: str | _dt.date | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Any: ...
    def refund_transaction(
        self,
        *,
        transaction_id: str | int,
        force: bool | None = None,
        request_date: str | _dt.date | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> RefundTransactionAnswer: ...
    def start_rebilling(
        self,
        *,
        purchase_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> StartRebillingAnswer: ...
    def stop_rebilling(
        self,
        *,
        purchase_id: str | int,
        force: bool | None = None,
        ignore_refund_possibility: bool | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> StopRebillingAnswer: ...
    def create_buy_url(
        self,
        *,
        product_id: str | int,
        buyer: BuyUrlBuyer | None = None,
        payment_plan: BuyUrlPaymentPlan | None = None,
        tracking: BuyUrlTracking | None = None,
        valid_until: str | None = None,
        urls: BuyUrlPages | None = None,
        placeholders: Mapping[str, str] | None = None,
        settings: BuyUrlSettings | None = None,
        addons: Sequence[BuyUrlAddon] | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> CreateBuyUrlAnswer: ...
    def delete_buy_url(self, *, id: str | int, language: str | None = None, operator: str | None = None) -> Any: ...
    def list_buy_urls(
        self,
        *,
        page_no: int | None = None,
        page_size: int | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> ListBuyUrlsAnswer: ...
    def get_buyer(
        self,
        *,
        buyer_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> GetBuyerAnswer: ...
    def list_buyers(
        self,
        *,
        page_no: int | None = None,
        page_size: int | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> ListBuyersAnswer: ...
    def list_custom_form_records(
        self,
        *,
        purchase_id: str | int | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> ListCustomFormRecordsAnswer: ...
    def report_fraud(
        self,
        *,
        transaction_id: str | int,
        who: _FraudParty,
        comment: str,
        language: str | None = None,
        operator: str | None = None,
    ) -> ReportFraudAnswer: ...
    def update_buyer(
        self,
        *,
        buyer_id: str | int,
        data: BuyerData,
        language: str | None = None,
        operator: str | None = None,
    ) -> IsModifiedAnswer: ...
    def create_shipping_cost_policy(
        self,
        *,
        data: ShippingCostPolicyData,
        language: str | None = None,
        operator: str | None = None,
    ) -> CreateShippingCostPolicyAnswer: ...
    def delete_shipping_cost_policy(
        self,
        *,
        policy_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Any: ...
    def get_delivery(
        self,
        *,
        delivery_id: str | int,
        set_in_progress: bool | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> GetDeliveryAnswer: ...
    def get_service_proof_request(
        self,
        *,
        service_proof_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> GetServiceProofRequestAnswer: ...
    def get_shipping_cost_policy(
        self,
        *,
        policy_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> GetShippingCostPolicyAnswer: ...
    def list_deliveries(
        self,
        *,
        search: DeliverySearch | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> ListDeliveriesAnswer: ...
    def list_service_proof_requests(
        self,
        *,
        search: ServiceProofSearch | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> List[ServiceProofRequest]: ...
    def list_shipping_cost_policies(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
    ) -> List[ShippingCostPolicy]: ...
    def update_delivery(
        self,
        *,
        delivery_id: str | int,
        notify_via_email: bool | None = None,
        data: DeliveryData | None = None,
        tracking: Sequence[ParcelData] | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> IsModifiedAnswer: ...
    def update_service_proof_request(
        self,
        *,
        service_proof_id: str | int,
        data: ServiceProofData,
        files: Sequence[ProofFile] | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> IsModifiedAnswer: ...
    def update_shipping_cost_policy(
        self,
        *,
        policy_id: str | int,
        data: ShippingCostPolicyData,
        language: str | None = None,
        operator: str | None = None,
    ) -> IsModifiedAnswer: ...
    def create_eticket(
        self,
        *,
        buyer: EticketBuyer,
        product_id: str | int,
        location_id: str | int,
        template_id: str | int,
        date: str | _dt.date,
        days: int | None = None,
        note: str | None = None,
        count: int | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> CreateEticketAnswer: ...
    def get_eticket(
        self,
        *,
        eticket_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> GetEticketAnswer: ...
    def get_eticket_settings(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
    ) -> GetEticketSettingsAnswer: ...
    def list_eticket_locations(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
    ) -> List[EticketLocation]: ...
    def list_eticket_templates(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
    ) -> List[EticketTemplate]: ...
    def list_etickets(
        self,
        *,
        search: EticketSearch | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> ListEticketsAnswer: ...
    def validate_eticket(
        self,
        *,
        eticket_id: str | int,
        template_id: str | int | Sequence[str | int],
        location_id: str | int | Sequence[str | int],
        date: str | int | Sequence[str | int] | None = None,
        seperator: str | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> ValidateEticketAnswer: ...
    def ipn_delete(
        self,
        *,
        domain_id: str,
        language: str | None = None,
        operator: str | None = None,
    ) -> ModifiedAnswer: ...
    def ipn_info(
        self,
        *,
        domain_id: str | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> IpnInfoAnswer: ...
    def ipn_setup(
        self,
        *,
        ipn_url: str,
        name: str,
        product_ids: str | int | Sequence[str | int],
        domain_id: str | None = None,
        categories: str | int | Sequence[str | int] | None = None,
        transactions: str | int | Sequence[str | int] | None = None,
        timing: _IpnTiming | None = None,
        sha_passphrase: str | None = None,
        newsletter_send_policy: _NewsletterSendPolicy | None = None,
        vendor_id: str | int | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> IpnSetupAnswer: ...
    def validate_license_key(
        self,
        *,
        purchase_id: str | int,
        license_key: str,
        language: str | None = None,
        operator: str | None = None,
    ) -> ValidateLicenseKeyAnswer: ...
    def create_marketplace_entry(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Any: ...
    def delete_marketplace_entry(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Any: ...
    def get_marketplace_entry(
        self,
        *,
        entry_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> MarketplaceEntry: ...
    def list_marketplace_entries(
        self,
        *,
        sort_by: str | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> ListMarketplaceEntriesAnswer: ...
    def request_marketplace_entry_approval(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Any: ...
    def create_image(
        self,
        *,
        data: ImageData,
        language: str | None = None,
        operator: str | None = None,
    ) -> CreateImageAnswer: ...
    def create_orderform(
        self,
        *,
        data: OrderformData,
        language: str | None = None,
        operator: str | None = None,
    ) -> CreateOrderformAnswer: ...
    def create_social_proof_bubble(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Any: ...
    def create_upsell_buy_button(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Any: ...
    def delete_image(
        self,
        *,
        image_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Any: ...
    def delete_orderform(
        self,
        *,
        orderform_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Any: ...
    def delete_upsells(
        self,
        *,
        product_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> IsModifiedAnswer: ...
    def get_image(
        self,
        *,
        image_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> GetImageAnswer: ...
    def get_orderform(
        self,
        *,
        orderform_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> GetOrderformAnswer: ...
    def get_orderform_metas(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
    ) -> GetOrderformMetasAnswer: ...
    def get_upsells(
        self,
        *,
        product_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> GetUpsellsAnswer: ...
    def list_conversion_tools(
        self,
        *,
        type: str | int | Sequence[str | int],
        language: str | None = None,
        operator: str | None = None,
    ) -> ListConversionToolsAnswer: ...
    def list_images(
        self,
        *,
        usage_type: str,
        language: str | None = None,
        operator: str | None = None,
    ) -> ListImagesAnswer: ...
    def list_orderforms(
        self,
        *,
        layout: _OrderformKind | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> ListOrderformsAnswer: ...
    def update_orderform(
        self,
        *,
        orderform_id: str | int,
        data: OrderformUpdateData,
        language: str | None = None,
        operator: str | None = None,
    ) -> IsModifiedAnswer: ...
    def update_social_proof_bubble(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Any: ...
    def update_upsell_buy_button(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Any: ...
    def update_upsells(
        self,
        *,
        product_id: str | int,
        data: Mapping[str, str | int],
        language: str | None = None,
        operator: str | None = None,
    ) -> IsModifiedAnswer: ...
    def create_paymentplan(
        self,
        *,
        product_id: str | int,
        data: PaymentPlanData,
        language: str | None = None,
        operator: str | None = None,
    ) -> CreatePaymentplanAnswer: ...
    def delete_paymentplan(
        self,
        *,
        paymentplan_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Any: ...
    def list_payment_plans(
        self,
        *,
        product_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> List[PaymentPlan]: ...
    def update_paymentplan(
        self,
        *,
        paymentplan_id: str | int,
        data: PaymentPlanData,
        language: str | None = None,
        operator: str | None = None,
    ) -> IsModifiedAnswer: ...
    def list_invoices(
        self,
        *,
        purchase_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> ListInvoicesAnswer: ...
    def list_payouts(self, *, language: str | None = None, operator: str | None = None) -> ListPayoutsAnswer: ...
    def resend_invoice_mail(
        self,
        *,
        purchase_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> ResendInvoiceMailAnswer: ...
    def stats_expected_payouts(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
    ) -> StatsExpectedPayoutsAnswer: ...
    def approve_product(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Any: ...
    def copy_product(
        self,
        *,
        product_id: str | int,
        data: ProductCopyData,
        language: str | None = None,
        operator: str | None = None,
    ) -> CopyProductAnswer: ...
    def create_addon(self, *, language: str | None = None, operator: str | None = None, **params: object) -> Any: ...
    def create_product(
        self,
        *,
        data: ProductData,
        language: str | None = None,
        operator: str | None = None,
    ) -> CreateProductAnswer: ...
    def create_product_group(
        self,
        *,
        data: ProductGroupData,
        language: str | None = None,
        operator: str | None = None,
    ) -> CreateProductGroupAnswer: ...
    def delete_product(
        self,
        *,
        product_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Any: ...
    def delete_product_group(
        self,
        *,
        product_group_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Any: ...
    def deliverable_types(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Any: ...
    def get_product(
        self,
        *,
        product_id: str | int,
        show_deleted: bool | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Product: ...
    def get_product_addons(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Any: ...
    def get_product_group(
        self,
        *,
        product_group_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> GetProductGroupAnswer: ...
    def list_product_groups(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
    ) -> ListProductGroupsAnswer: ...
    def list_product_types(self, *, language: str | None = None, operator: str | None = None) -> List[ProductType]: ...
    def list_products(
        self,
        *,
        sort_by: _ProductSortBy | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> ListProductsAnswer: ...
    def update_addon(self, *, language: str | None = None, operator: str | None = None, **params: object) -> Any: ...
    def update_product(
        self,
        *,
        product_id: str | int,
        data: ProductUpdateData,
        language: str | None = None,
        operator: str | None = None,
    ) -> ModifiedAnswer: ...
    def update_product_group(
        self,
        *,
        product_group_id: str | int,
        data: ProductGroupUpdateData,
        language: str | None = None,
        operator: str | None = None,
    ) -> IsModifiedAnswer: ...
    def update_product_reseller_approval(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Any: ...
    def product_id_legal_requirements(
        self,
        *,
        productId: str | int,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Any: ...
    def add_balance_to_purchase(
        self,
        *,
        purchase_id: str | int,
        amount: Decimal | str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> AddBalanceToPurchaseAnswer: ...
    def create_addon_change_purchase(
        self,
        *,
        purchase_id: str | int,
        addons: Sequence[AddonChange],
        tracking: OrderTracking | None = None,
        placeholders: Mapping[str, str] | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> CreateAddonChangePurchaseAnswer: ...
    @overload
    def get_purchase(
        self,
        *,
        purchase_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Purchase: ...
    @overload
    def get_purchase(
        self,
        *,
        purchase_id: Sequence[str | int],
        language: str | None = None,
        operator: str | None = None,
    ) -> Purchase | Mapping[str, Purchase]: ...
    def get_purchase_downloads(
        self,
        *,
        purchase_id: str | int | Sequence[str | int],
        language: str | None = None,
        operator: str | None = None,
    ) -> GetPurchaseDownloadsAnswer: ...
    @overload
    def get_purchase_tracking(
        self,
        *,
        purchase_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> PurchaseTracking: ...
    @overload
    def get_purchase_tracking(
        self,
        *,
        purchase_id: Sequence[str | int],
        language: str | None = None,
        operator: str | None = None,
    ) -> PurchaseTracking | Mapping[str, PurchaseTracking]: ...
    def list_purchases(
        self,
        *,
        from_: str | _dt.date | None = None,
        to: str | _dt.date | None = None,
        search: PurchaseSearch | None = None,
        sort_by: _SortBy | None = None,
        sort_order: _SortOrder | None = None,
        load_transactions: bool | None = None,
        page_no: int | None = None,
        page_size: int | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> ListPurchasesAnswer: ...
    def list_purchases_of_email(
        self,
        *,
        email: str,
        limit: int | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> List[PurchaseOfEmail]: ...
    def resend_purchase_confirmation_mail(
        self,
        *,
        purchase_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> ModifiedAnswer: ...
    def update_purchase(
        self,
        *,
        purchase_id: str | int,
        data: PurchaseData,
        language: str | None = None,
        operator: str | None = None,
    ) -> IsModifiedAnswer: ...
    def create_analytics_token(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Any: ...
    def get_splittests(self, *, language: str | None = None, operator: str | None = None, **params: object) -> Any: ...
    def stats_affiliate_toplist(
        self,
        *,
        from_: str,
        to: str,
        affiliate: str | None = None,
        currency: str | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> StatsAffiliateToplistAnswer: ...
    def stats_clicks_and_earnings_by_date_and_campaign_key(
        self,
        *,
        from_: str | _dt.date | None = None,
        to: str | _dt.date | None = None,
        interval: _ClickInterval | None = None,
        viewRole: str | int | Sequence[str | int] | None = None,
        currency: str | None = None,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> StatsClicksAndEarningsByDateAndCampaignKeyAnswer: ...
    def stats_daily_amounts(
        self,
        *,
        from_: str | _dt.date | None = None,
        to: str | _dt.date | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> StatsDailyAmountsAnswer: ...
    def stats_marketplace(self, *, language: str | None = None, operator: str | None = None) -> Any: ...
    def stats_sales(
        self,
        *,
        period: _StatsPeriod | None = None,
        from_: str | _dt.date | None = None,
        to: str | _dt.date | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> StatsSalesAnswer: ...
    def stats_sales_summary(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
    ) -> StatsSalesSummaryAnswer: ...
    def get_global_settings(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
    ) -> GetGlobalSettingsAnswer: ...
    def get_testpay_key(
        self,
        *,
        do_recreate: bool | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> GetTestpayKeyAnswer: ...
    def get_user_info(self, *, language: str | None = None, operator: str | None = None) -> GetUserInfoAnswer: ...
    def list_countries(self, *, language: str | None = None, operator: str | None = None) -> Mapping[str, str]: ...
    def list_currencies(
        self,
        *,
        convert_to: str | int | Sequence[str | int] | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> List[Currency]: ...
    def ping(self, *, language: str | None = None, operator: str | None = None) -> PingAnswer: ...
    def render_js_tracking_code(
        self,
        *,
        affiliate_input: str | None = None,
        campaignkey_input: str | None = None,
        trackingkey_input: str | None = None,
        callback: str | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> RenderJsTrackingCodeAnswer: ...
    def list_transactions(
        self,
        *,
        from_: str | _dt.date | None = None,
        to: str | _dt.date | None = None,
        search: TransactionSearch | None = None,
        sort_by: _SortBy | None = None,
        sort_order: _SortOrder | None = None,
        page_no: int | None = None,
        page_size: int | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> ListTransactionsAnswer: ...
    def create_upgrade(
        self,
        *,
        name: str,
        to_product_id: str | int,
        upgrade_from: str | int | Sequence[str | int] | None = None,
        downgrade_from: str | int | Sequence[str | int] | None = None,
        special_offer_for: str | int | Sequence[str | int] | None = None,
        fallback_product_id: str | int | None = None,
        is_active: bool | None = None,
        buyer_readonly_keys: _ReadonlyKeys | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> CreateUpgradeAnswer: ...
    def create_upgrade_purchase(
        self,
        *,
        purchase_ids: str | int | Sequence[str | int],
        upgrade_id: str | int,
        payment_plan_id: str | int | None = None,
        quantities: Mapping[str, int] | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> CreateUpgradePurchaseAnswer: ...
    def delete_upgrade(
        self,
        *,
        upgrade_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Any: ...
    def get_smartupgrade(
        self,
        *,
        smartupgrade_id: str | int,
        purchase_id: str | int | Sequence[str | int] | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Any: ...
    def get_upgrade(
        self,
        *,
        upgrade_id: str | int,
        order_ids: str | int | Sequence[str | int] | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> GetUpgradeAnswer: ...
    def list_smart_upgrades(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
    ) -> ListSmartUpgradesAnswer: ...
    def list_upgrades(self, *, language: str | None = None, operator: str | None = None) -> ListUpgradesAnswer: ...
    def create_voucher(
        self,
        *,
        data: VoucherData,
        language: str | None = None,
        operator: str | None = None,
    ) -> CreateVoucherAnswer: ...
    def delete_voucher(self, *, code: str, language: str | None = None, operator: str | None = None) -> Any: ...
    def get_voucher(
        self,
        *,
        code: str,
        language: str | None = None,
        operator: str | None = None,
    ) -> GetVoucherAnswer: ...
    def list_vouchers(self, *, language: str | None = None, operator: str | None = None) -> ListVouchersAnswer: ...
    def update_voucher(
        self,
        *,
        code: str,
        data: VoucherUpdateData,
        language: str | None = None,
        operator: str | None = None,
    ) -> UpdateVoucherAnswer: ...
    def validate_coupon_code(
        self,
        *,
        code: str,
        language: str | None = None,
        operator: str | None = None,
    ) -> ValidateCouponCodeAnswer: ...

@type_check_only
class AsyncFunctions:
    def create_onboarding_product(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Coroutine[Any, Any, Any]: ...
    def get_onboarding_account_status(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Coroutine[Any, Any, Any]: ...
    def list_account_access(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, ListAccountAccessAnswer]: ...
    def log_member_access(
        self,
        *,
        purchase_id: str | int,
        platform_name: str,
        login_name: str,
        login_url: str,
        number_of_unlocked_lectures: int,
        total_number_of_lectures: int,
        login_at: str | _dt.date | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, Any]: ...
    def create_joint_venture(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Coroutine[Any, Any, Any]: ...
    def get_affiliate_commission(
        self,
        *,
        affiliate_id: str | int,
        product_ids: str | int | Sequence[str | int] | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, GetAffiliateCommissionAnswer]: ...
    def get_affiliate_for_email(
        self,
        *,
        email: str,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, GetAffiliateForEmailAnswer]: ...
    @overload
    def get_customer_to_affiliate_buyer_details(
        self,
        *,
        purchase_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, AffiliateBuyerDetails]: ...
    @overload
    def get_customer_to_affiliate_buyer_details(
        self,
        *,
        purchase_id: Sequence[str | int],
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, AffiliateBuyerDetails | Mapping[str, AffiliateBuyerDetails]]: ...
    def get_referring_affiliate(
        self,
        *,
        affiliate_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, GetReferringAffiliateAnswer]: ...
    def list_commissions(
        self,
        *,
        from_: str | _dt.date | None = None,
        to: str | _dt.date | None = None,
        page_no: int | None = None,
        page_size: int | None = None,
        transaction_type: str | int | Sequence[str | int] | None = None,
        commission_type: str | int | Sequence[str | int] | None = None,
        purchase_id: str | int | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, ListCommissionsAnswer]: ...
    def set_affiliate_for_email(
        self,
        *,
        email: str,
        affiliate: str,
        campaignkey: str | None = None,
        trackingkey: str | None = None,
        click_id: str | int | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, Any]: ...
    def set_referring_affiliate(
        self,
        *,
        referrer_id: str | int,
        affiliate_id: str | int,
        commission: Decimal | str | int | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, SetReferringAffiliateAnswer]: ...
    def update_affiliate_commission(
        self,
        *,
        affiliate_id: str | int,
        product_ids: str | int | Sequence[str | int],
        data: AffiliateCommissionData,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, Any]: ...
    def update_joint_venture(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Coroutine[Any, Any, Any]: ...
    def validate_affiliate(
        self,
        *,
        affiliate_name: str,
        product_ids: str | int | Sequence[str | int],
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, ValidateAffiliateAnswer]: ...
    def request_api_key(
        self,
        *,
        permissions: _KeyPermissions,
        return_url: str,
        cancel_url: str | None = None,
        site_url: str | None = None,
        comment: str | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, RequestApiKeyAnswer]: ...
    def retrieve_api_key(
        self,
        *,
        token: str,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, RetrieveApiKeyAnswer]: ...
    def unregister(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, ModifiedAnswer]: ...
    def create_billing_on_demand(
        self,
        *,
        purchase_id: str | int,
        product_id: str | int,
        payment_plan: BillingPaymentPlan | None = None,
        tracking: OrderTracking | None = None,
        placeholders: Mapping[str, str] | None = None,
        settings: BillingSettings | None = None,
        addons: Sequence[BillingAddon] | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, CreateBillingOnDemandAnswer]: ...
    def create_rebilling_payment(
        self,
        *,
        purchase_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, CreateRebillingPaymentAnswer]: ...
    def list_rebilling_status_changes(
        self,
        *,
        from_: str | _dt.date | None = None,
        to: str | _dt.date | None = None,
        page_no: int | None = None,
        page_size: int | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, ListRebillingStatusChangesAnswer]: ...
    def refund_partially(
        self,
        *,
        purchase_id: str | int,
        amount: Decimal | str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, Any]: ...
    def refund_purchase(
        self,
        *,
        purchase_id: str | int,
        force: bool | None = None,
        request_date: str | _dt.date | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, Any]: ...
    def refund_transaction(
        self,
        *,
        transaction_id: str | int,
        force: bool | None = None,
        request_date: str | _dt.date | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, RefundTransactionAnswer]: ...
    def start_rebilling(
        self,
        *,
        purchase_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, StartRebillingAnswer]: ...
    def stop_rebilling(
        self,
        *,
        purchase_id: str | int,
        force: bool | None = None,
        ignore_refund_possibility: bool | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, StopRebillingAnswer]: ...
    def create_buy_url(
        self,
        *,
        product_id: str | int,
        buyer: BuyUrlBuyer | None = None,
        payment_plan: BuyUrlPaymentPlan | None = None,
        tracking: BuyUrlTracking | None = None,
        valid_until: str | None = None,
        urls: BuyUrlPages | None = None,
        placeholders: Mapping[str, str] | None = None,
        settings: BuyUrlSettings | None = None,
        addons: Sequence[BuyUrlAddon] | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, CreateBuyUrlAnswer]: ...
    def delete_buy_url(
        self,
        *,
        id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, Any]: ...
    def list_buy_urls(
        self,
        *,
        page_no: int | None = None,
        page_size: int | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, ListBuyUrlsAnswer]: ...
    def get_buyer(
        self,
        *,
        buyer_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, GetBuyerAnswer]: ...
    def list_buyers(
        self,
        *,
        page_no: int | None = None,
        page_size: int | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, ListBuyersAnswer]: ...
    def list_custom_form_records(
        self,
        *,
        purchase_id: str | int | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, ListCustomFormRecordsAnswer]: ...
    def report_fraud(
        self,
        *,
        transaction_id: str | int,
        who: _FraudParty,
        comment: str,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, ReportFraudAnswer]: ...
    def update_buyer(
        self,
        *,
        buyer_id: str | int,
        data: BuyerData,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, IsModifiedAnswer]: ...
    def create_shipping_cost_policy(
        self,
        *,
        data: ShippingCostPolicyData,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, CreateShippingCostPolicyAnswer]: ...
    def delete_shipping_cost_policy(
        self,
        *,
        policy_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, Any]: ...
    def get_delivery(
        self,
        *,
        delivery_id: str | int,
        set_in_progress: bool | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, GetDeliveryAnswer]: ...
    def get_service_proof_request(
        self,
        *,
        service_proof_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, GetServiceProofRequestAnswer]: ...
    def get_shipping_cost_policy(
        self,
        *,
        policy_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, GetShippingCostPolicyAnswer]: ...
    def list_deliveries(
        self,
        *,
        search: DeliverySearch | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, ListDeliveriesAnswer]: ...
    def list_service_proof_requests(
        self,
        *,
        search: ServiceProofSearch | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, List[ServiceProofRequest]]: ...
    def list_shipping_cost_policies(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, List[ShippingCostPolicy]]: ...
    def update_delivery(
        self,
        *,
        delivery_id: str | int,
        notify_via_email: bool | None = None,
        data: DeliveryData | None = None,
        tracking: Sequence[ParcelData] | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, IsModifiedAnswer]: ...
    def update_service_proof_request(
        self,
        *,
        service_proof_id: str | int,
        data: ServiceProofData,
        files: Sequence[ProofFile] | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, IsModifiedAnswer]: ...
    def update_shipping_cost_policy(
        self,
        *,
        policy_id: str | int,
        data: ShippingCostPolicyData,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, IsModifiedAnswer]: ...
    def create_eticket(
        self,
        *,
        buyer: EticketBuyer,
        product_id: str | int,
        location_id: str | int,
        template_id: str | int,
        date: str | _dt.date,
        days: int | None = None,
        note: str | None = None,
        count: int | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, CreateEticketAnswer]: ...
    def get_eticket(
        self,
        *,
        eticket_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, GetEticketAnswer]: ...
    def get_eticket_settings(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, GetEticketSettingsAnswer]: ...
    def list_eticket_locations(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, List[EticketLocation]]: ...
    def list_eticket_templates(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, List[EticketTemplate]]: ...
    def list_etickets(
        self,
        *,
        search: EticketSearch | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, ListEticketsAnswer]: ...
    def validate_eticket(
        self,
        *,
        eticket_id: str | int,
        template_id: str | int | Sequence[str | int],
        location_id: str | int | Sequence[str | int],
        date: str | int | Sequence[str | int] | None = None,
        seperator: str | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, ValidateEticketAnswer]: ...
    def ipn_delete(
        self,
        *,
        domain_id: str,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, ModifiedAnswer]: ...
    def ipn_info(
        self,
        *,
        domain_id: str | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, IpnInfoAnswer]: ...
    def ipn_setup(
        self,
        *,
        ipn_url: str,
        name: str,
        product_ids: str | int | Sequence[str | int],
        domain_id: str | None = None,
        categories: str | int | Sequence[str | int] | None = None,
        transactions: str | int | Sequence[str | int] | None = None,
        timing: _IpnTiming | None = None,
        sha_passphrase: str | None = None,
        newsletter_send_policy: _NewsletterSendPolicy | None = None,
        vendor_id: str | int | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, IpnSetupAnswer]: ...
    def validate_license_key(
        self,
        *,
        purchase_id: str | int,
        license_key: str,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, ValidateLicenseKeyAnswer]: ...
    def create_marketplace_entry(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Coroutine[Any, Any, Any]: ...
    def delete_marketplace_entry(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Coroutine[Any, Any, Any]: ...
    def get_marketplace_entry(
        self,
        *,
        entry_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, MarketplaceEntry]: ...
    def list_marketplace_entries(
        self,
        *,
        sort_by: str | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, ListMarketplaceEntriesAnswer]: ...
    def request_marketplace_entry_approval(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Coroutine[Any, Any, Any]: ...
    def create_image(
        self,
        *,
        data: ImageData,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, CreateImageAnswer]: ...
    def create_orderform(
        self,
        *,
        data: OrderformData,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, CreateOrderformAnswer]: ...
    def create_social_proof_bubble(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Coroutine[Any, Any, Any]: ...
    def create_upsell_buy_button(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Coroutine[Any, Any, Any]: ...
    def delete_image(
        self,
        *,
        image_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, Any]: ...
    def delete_orderform(
        self,
        *,
        orderform_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, Any]: ...
    def delete_upsells(
        self,
        *,
        product_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, IsModifiedAnswer]: ...
    def get_image(
        self,
        *,
        image_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, GetImageAnswer]: ...
    def get_orderform(
        self,
        *,
        orderform_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, GetOrderformAnswer]: ...
    def get_orderform_metas(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, GetOrderformMetasAnswer]: ...
    def get_upsells(
        self,
        *,
        product_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, GetUpsellsAnswer]: ...
    def list_conversion_tools(
        self,
        *,
        type: str | int | Sequence[str | int],
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, ListConversionToolsAnswer]: ...
    def list_images(
        self,
        *,
        usage_type: str,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, ListImagesAnswer]: ...
    def list_orderforms(
        self,
        *,
        layout: _OrderformKind | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, ListOrderformsAnswer]: ...
    def update_orderform(
        self,
        *,
        orderform_id: str | int,
        data: OrderformUpdateData,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, IsModifiedAnswer]: ...
    def update_social_proof_bubble(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Coroutine[Any, Any, Any]: ...
    def update_upsell_buy_button(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Coroutine[Any, Any, Any]: ...
    def update_upsells(
        self,
        *,
        product_id: str | int,
        data: Mapping[str, str | int],
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, IsModifiedAnswer]: ...
    def create_paymentplan(
        self,
        *,
        product_id: str | int,
        data: PaymentPlanData,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, CreatePaymentplanAnswer]: ...
    def delete_paymentplan(
        self,
        *,
        paymentplan_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, Any]: ...
    def list_payment_plans(
        self,
        *,
        product_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, List[PaymentPlan]]: ...
    def update_paymentplan(
        self,
        *,
        paymentplan_id: str | int,
        data: PaymentPlanData,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, IsModifiedAnswer]: ...
    def list_invoices(
        self,
        *,
        purchase_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, ListInvoicesAnswer]: ...
    def list_payouts(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, ListPayoutsAnswer]: ...
    def resend_invoice_mail(
        self,
        *,
        purchase_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, ResendInvoiceMailAnswer]: ...
    def stats_expected_payouts(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, StatsExpectedPayoutsAnswer]: ...
    def approve_product(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Coroutine[Any, Any, Any]: ...
    def copy_product(
        self,
        *,
        product_id: str | int,
        data: ProductCopyData,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, CopyProductAnswer]: ...
    def create_addon(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Coroutine[Any, Any, Any]: ...
    def create_product(
        self,
        *,
        data: ProductData,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, CreateProductAnswer]: ...
    def create_product_group(
        self,
        *,
        data: ProductGroupData,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, CreateProductGroupAnswer]: ...
    def delete_product(
        self,
        *,
        product_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, Any]: ...
    def delete_product_group(
        self,
        *,
        product_group_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, Any]: ...
    def deliverable_types(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Coroutine[Any, Any, Any]: ...
    def get_product(
        self,
        *,
        product_id: str | int,
        show_deleted: bool | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, Product]: ...
    def get_product_addons(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Coroutine[Any, Any, Any]: ...
    def get_product_group(
        self,
        *,
        product_group_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, GetProductGroupAnswer]: ...
    def list_product_groups(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, ListProductGroupsAnswer]: ...
    def list_product_types(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, List[ProductType]]: ...
    def list_products(
        self,
        *,
        sort_by: _ProductSortBy | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, ListProductsAnswer]: ...
    def update_addon(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Coroutine[Any, Any, Any]: ...
    def update_product(
        self,
        *,
        product_id: str | int,
        data: ProductUpdateData,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, ModifiedAnswer]: ...
    def update_product_group(
        self,
        *,
        product_group_id: str | int,
        data: ProductGroupUpdateData,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, IsModifiedAnswer]: ...
    def update_product_reseller_approval(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Coroutine[Any, Any, Any]: ...
    def product_id_legal_requirements(
        self,
        *,
        productId: str | int,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Coroutine[Any, Any, Any]: ...
    def add_balance_to_purchase(
        self,
        *,
        purchase_id: str | int,
        amount: Decimal | str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, AddBalanceToPurchaseAnswer]: ...
    def create_addon_change_purchase(
        self,
        *,
        purchase_id: str | int,
        addons: Sequence[AddonChange],
        tracking: OrderTracking | None = None,
        placeholders: Mapping[str, str] | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, CreateAddonChangePurchaseAnswer]: ...
    @overload
    def get_purchase(
        self,
        *,
        purchase_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, Purchase]: ...
    @overload
    def get_purchase(
        self,
        *,
        purchase_id: Sequence[str | int],
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, Purchase | Mapping[str, Purchase]]: ...
    def get_purchase_downloads(
        self,
        *,
        purchase_id: str | int | Sequence[str | int],
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, GetPurchaseDownloadsAnswer]: ...
    @overload
    def get_purchase_tracking(
        self,
        *,
        purchase_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, PurchaseTracking]: ...
    @overload
    def get_purchase_tracking(
        self,
        *,
        purchase_id: Sequence[str | int],
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, PurchaseTracking | Mapping[str, PurchaseTracking]]: ...
    def list_purchases(
        self,
        *,
        from_: str | _dt.date | None = None,
        to: str | _dt.date | None = None,
        search: PurchaseSearch | None = None,
        sort_by: _SortBy | None = None,
        sort_order: _SortOrder | None = None,
        load_transactions: bool | None = None,
        page_no: int | None = None,
        page_size: int | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, ListPurchasesAnswer]: ...
    def list_purchases_of_email(
        self,
        *,
        email: str,
        limit: int | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, List[PurchaseOfEmail]]: ...
    def resend_purchase_confirmation_mail(
        self,
        *,
        purchase_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, ModifiedAnswer]: ...
    def update_purchase(
        self,
        *,
        purchase_id: str | int,
        data: PurchaseData,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, IsModifiedAnswer]: ...
    def create_analytics_token(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Coroutine[Any, Any, Any]: ...
    def get_splittests(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Coroutine[Any, Any, Any]: ...
    def stats_affiliate_toplist(
        self,
        *,
        from_: str,
        to: str,
        affiliate: str | None = None,
        currency: str | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, StatsAffiliateToplistAnswer]: ...
    def stats_clicks_and_earnings_by_date_and_campaign_key(
        self,
        *,
        from_: str | _dt.date | None = None,
        to: str | _dt.date | None = None,
        interval: _ClickInterval | None = None,
        viewRole: str | int | Sequence[str | int] | None = None,
        currency: str | None = None,
        language: str | None = None,
        operator: str | None = None,
        **params: object,
    ) -> Coroutine[Any, Any, StatsClicksAndEarningsByDateAndCampaignKeyAnswer]: ...
    def stats_daily_amounts(
        self,
        *,
        from_: str | _dt.date | None = None,
        to: str | _dt.date | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, StatsDailyAmountsAnswer]: ...
    def stats_marketplace(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, Any]: ...
    def stats_sales(
        self,
        *,
        period: _StatsPeriod | None = None,
        from_: str | _dt.date | None = None,
        to: str | _dt.date | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, StatsSalesAnswer]: ...
    def stats_sales_summary(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, StatsSalesSummaryAnswer]: ...
    def get_global_settings(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, GetGlobalSettingsAnswer]: ...
    def get_testpay_key(
        self,
        *,
        do_recreate: bool | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, GetTestpayKeyAnswer]: ...
    def get_user_info(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, GetUserInfoAnswer]: ...
    def list_countries(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, Mapping[str, str]]: ...
    def list_currencies(
        self,
        *,
        convert_to: str | int | Sequence[str | int] | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, List[Currency]]: ...
    def ping(self, *, language: str | None = None, operator: str | None = None) -> Coroutine[Any, Any, PingAnswer]: ...
    def render_js_tracking_code(
        self,
        *,
        affiliate_input: str | None = None,
        campaignkey_input: str | None = None,
        trackingkey_input: str | None = None,
        callback: str | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, RenderJsTrackingCodeAnswer]: ...
    def list_transactions(
        self,
        *,
        from_: str | _dt.date | None = None,
        to: str | _dt.date | None = None,
        search: TransactionSearch | None = None,
        sort_by: _SortBy | None = None,
        sort_order: _SortOrder | None = None,
        page_no: int | None = None,
        page_size: int | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, ListTransactionsAnswer]: ...
    def create_upgrade(
        self,
        *,
        name: str,
        to_product_id: str | int,
        upgrade_from: str | int | Sequence[str | int] | None = None,
        downgrade_from: str | int | Sequence[str | int] | None = None,
        special_offer_for: str | int | Sequence[str | int] | None = None,
        fallback_product_id: str | int | None = None,
        is_active: bool | None = None,
        buyer_readonly_keys: _ReadonlyKeys | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, CreateUpgradeAnswer]: ...
    def create_upgrade_purchase(
        self,
        *,
        purchase_ids: str | int | Sequence[str | int],
        upgrade_id: str | int,
        payment_plan_id: str | int | None = None,
        quantities: Mapping[str, int] | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, CreateUpgradePurchaseAnswer]: ...
    def delete_upgrade(
        self,
        *,
        upgrade_id: str | int,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, Any]: ...
    def get_smartupgrade(
        self,
        *,
        smartupgrade_id: str | int,
        purchase_id: str | int | Sequence[str | int] | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, Any]: ...
    def get_upgrade(
        self,
        *,
        upgrade_id: str | int,
        order_ids: str | int | Sequence[str | int] | None = None,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, GetUpgradeAnswer]: ...
    def list_smart_upgrades(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, ListSmartUpgradesAnswer]: ...
    def list_upgrades(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, ListUpgradesAnswer]: ...
    def create_voucher(
        self,
        *,
        data: VoucherData,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, CreateVoucherAnswer]: ...
    def delete_voucher(
        self,
        *,
        code: str,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, Any]: ...
    def get_voucher(
        self,
        *,
        code: str,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, GetVoucherAnswer]: ...
    def list_vouchers(
        self,
        *,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, ListVouchersAnswer]: ...
    def update_voucher(
        self,
        *,
        code: str,
        data: VoucherUpdateData,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, UpdateVoucherAnswer]: ...
    def validate_coupon_code(
        self,
        *,
        code: str,
        language: str | None = None,
        operator: str | None = None,
    ) -> Coroutine[Any, Any, ValidateCouponCodeAnswer]: ...
