//! What answers hold about purchases.

use super::billing::{BillingStatus, PaymentStatus, RebillingStop};
use super::buyers::Buyer;
use super::deliveries::DeliveryKind;
use super::payment_plans::CancelPolicy;
use super::purchases::{BillingType, RefundPolicySource, TransactionType};
use super::words::*;

shape! {
    /// What `addBalanceToPurchase` answers.
    AddBalanceToPurchaseAnswer {
        /// Balance before.
        old_balance: Amount,
        /// Balance after.
        new_balance: Amount,
    }

    /// What `createAddonChangePurchase` answers.
    CreateAddonChangePurchaseAnswer {
        /// Id of the new order.
        created_purchase_id: Id,
        // source: the values of createRebillingPayment; no document lists them for this answer
        /// How the charge went.
        payment_status: PaymentStatus [fails("refused", "error")],
        /// The same in words.
        payment_status_msg: String,
        /// State of the payments.
        billing_status: BillingStatus,
        /// The same in words.
        billing_status_msg: String,
        /// Link to pay if the charge did not go through.
        pay_url: String,
    }

    /// A file that a buyer may download.
    Download {
        /// Address of the file.
        url: String,
        /// How many downloads are allowed.
        downloads_total: i64,
        /// How many downloads were made.
        downloads_tries: i64,
        /// Whether the download is allowed.
        is_access_granted: bool,
        /// Whether the order is paid.
        is_purchase_paid: bool,
        /// Headline.
        headline: String,
        /// Instructions for the download.
        instructions: String,
        /// Name of the file.
        file_name: String,
        /// File extension.
        file_ext: String,
        /// Size in bytes.
        file_size: i64,
        /// Last day of the download.
        download_until: Time,
    }

    /// What `getPurchaseDownloads` answers.
    GetPurchaseDownloadsAnswer {
        /// Files by order and product.
        downloads: Map<Map<Vec<Download>>>,
    }

    /// What a line of an order costs.
    ItemAmounts {
        /// The first payment.
        first: LineAmounts,
    }

    /// Links about the product of a line.
    ItemUrls {
        /// Order form of the product.
        orderform: String,
        /// Page of the back office that edits the product.
        product_edit: String,
    }

    /// The latest payment of an order.
    LastPayment {
        /// Number of the transaction.
        txn_id: Id,
        /// Type of the transaction.
        txn_type: String,
        /// Payment method.
        pay_method: String,
        /// When it was made.
        date: Time,
    }

    /// The amounts of one payment for a line.
    LineAmounts {
        /// Gross amount of the line.
        total_brutto_amount: Amount,
        /// Tax of the line.
        total_vat_amount: Amount,
        /// Net amount of the line.
        total_netto_amount: Amount,
        /// Net amount of one piece.
        unit_netto_amount: Amount,
    }

    /// What `listPurchases` answers.
    ListPurchasesAnswer {
        // source: expected as in listTransactions, down to `item_count`
        /// Start of the period.
        from: Time,
        /// End of the period.
        to: Time,
        /// Page; the first is 1.
        page_no: i64,
        /// Entries per page.
        page_size: i64,
        /// Number of pages.
        page_count: i64,
        /// Number of entries in total.
        item_count: i64,
        /// The orders.
        purchase_list: Vec<Purchase>,
    }

    /// An order.
    Purchase {
        /// Each follow-up payment.
        other_amounts: Amount,
        /// Tax in each follow-up payment.
        other_vat_amounts: Amount,
        /// Order id.
        id: Id,
        /// Amount of the order.
        amount: Amount,
        /// Currency, for example `EUR`.
        currency: String,
        /// 0 for a subscription without end, 1 for a single payment, 2 or more for installments.
        number_of_installments: i64,
        /// Country whose tax applies.
        vat_country: String,
        /// Tax.
        vat_amount: Amount,
        /// Tax in percent.
        vat_rate: Amount,
        /// When it was created.
        created_at: Time,
        // source: observed
        /// When the next payment is due.
        next_payment_at: Time,
        /// How the order is paid.
        billing_type: BillingType,
        /// The same in words.
        billing_type_msg: String,
        /// State of the payments.
        billing_status: BillingStatus,
        /// The same in words.
        billing_status_msg: String,
        // source: observed, down to `rebill_stop_info`
        /// Whether the order is cancelled.
        is_canceled_now: bool,
        /// Whether the order can be cancelled now.
        is_cancelable_now: bool,
        /// How recurring payments can be stopped.
        rebill_stop_info: RebillStopInfo,
        /// Page where the buyer changes payment details or resumes.
        renew_url: String,
        /// Link to the receipt.
        receipt_url: String,
        /// Link to the invoice.
        invoice_url: String,
        /// Whether the buyer filled in extra input fields.
        has_custom_forms: bool,
        /// Whether the order has e-tickets.
        has_etickets: bool,
        /// The transactions; in `listPurchases` only with `load_transactions`.
        transaction_list: Vec<PurchaseTransaction>,
        /// The buyer.
        buyer: Buyer,
        /// The lines.
        items: Vec<PurchaseItem>,
        /// Values of placeholders in title and text of the product.
        placeholders: Map<String>,
        /// Refund terms.
        refund_policy: RefundPolicy,
        /// Minimum term and notice.
        cancel_policy: CancelPolicy,
        /// First regular day of cancellation.
        can_cancel_before: Time,
        // source: observed, down to `last_payment`
        /// Share of the vendor.
        merchant_amount: Amount,
        /// Share of the affiliate.
        affiliate_amount: Amount,
        /// Discount code that was used.
        voucher_code: String,
        /// Your own reference.
        custom: String,
        /// Number of the sales team.
        salesteam_id: Id,
        /// Kinds of delivery.
        delivery_types: Joined,
        /// The same in words.
        delivery_types_msg: String,
        /// Billing mode.
        billing_mode: String,
        /// The same in words.
        billing_mode_msg: String,
        /// Payment plan in words.
        payment_plan_msg: String,
        /// Page of the order.
        details_url: String,
        /// Latest payment.
        last_payment: LastPayment,
        /// Click id of the affiliate network.
        click_id: Id,
        /// Sub ids of the affiliate.
        sub_ids: SubIds,
    }

    /// A line of an order.
    PurchaseItem {
        /// Name of the product.
        product_name: String,
        /// Number of the product.
        product_id: Id,
        // source: observed, down to `urls`
        /// Internal name of the product.
        product_name_intern: String,
        /// Number of the product type.
        product_type_id: Id,
        /// Product type in words.
        product_type_name: String,
        /// Whether the product is switched on.
        product_is_active: bool,
        /// Whether the product is deleted.
        product_is_deleted: bool,
        /// How the product reaches the buyer.
        delivery_type: DeliveryKind,
        /// Tax in percent.
        vat_rate: Amount,
        /// What the line costs.
        amounts: ItemAmounts,
        /// Links about the product.
        urls: ItemUrls,
        /// How many pieces.
        quantity: i64,
        /// Key of the variant.
        variant_key: String,
        /// Name of the variant.
        variant_name: String,
        /// Position.
        no: i64,
        /// How many positions there are.
        count: i64,
        /// Number of the line.
        id: Id,
    }

    /// An order of an e-mail address.
    PurchaseOfEmail {
        /// Order id.
        id: Id,
        /// When it was created.
        created_at: Time,
        /// Amount of the order.
        amount: Amount,
        /// Currency, for example `EUR`.
        currency: String,
        /// State of the order.
        status: String,
    }

    /// The tracking values of an order.
    PurchaseTracking {
        /// UTM values.
        utm_params: UtmParams,
        /// Click id of the affiliate network.
        click_id: Id,
        /// Sub ids of the affiliate.
        sub_ids: Vec<String>,
        /// Tracking key of the vendor.
        vendor_key: String,
        /// Campaign key of the affiliate.
        campaign_key: String,
    }

    /// A transaction of an order.
    PurchaseTransaction {
        /// Number of the transaction.
        id: Id,
        /// Amount; negative for refunds.
        amount: Amount,
        /// Currency, for example `EUR`.
        currency: String,
        /// Order id.
        purchase_id: Id,
        /// Payment method.
        pay_method: String,
        /// Payment method in words.
        pay_method_msg: String,
        /// When it was made.
        created_at: Time,
        // source: observed
        /// When the payment arrived.
        pay_date: Time,
        /// Type.
        r#type: TransactionType,
        /// The same in words.
        type_msg: String,
        /// Link to the invoice.
        invoice_url: String,
    }

    /// How the recurring payments of an order can be stopped.
    RebillStopInfo {
        /// Whether recurring payments can be stopped.
        can_stop: bool,
        /// Label of the button that stops them.
        buton_label: String [also("button_label")],
        /// When they would end.
        stop_date: Time,
        /// How they would be stopped.
        code: RebillingStop,
    }

    /// The refund terms of an order.
    RefundPolicy {
        /// Order id.
        purchase_id: Id,
        /// Where the terms come from.
        reason_code: RefundPolicySource,
        /// Days within which a refund is possible.
        refund_days: i64,
        /// Whether the buyer may be reminded of payments.
        is_reminder_allowed: bool,
        /// Number of the policy.
        policy_id: Id,
        /// Number of the product type; `listProductTypes` answers them.
        product_type_id: Id,
        /// How the product reaches the buyer.
        delivery_type: DeliveryKind,
        /// Text of the refund waiver.
        checkbox_text: String,
    }

    /// Sub ids of an affiliate.
    SubIds {
        /// Sub id 1.
        sid1: String,
        /// Sub id 2.
        sid2: String,
        /// Sub id 3.
        sid3: String,
        /// Sub id 4.
        sid4: String,
        /// Sub id 5.
        sid5: String,
    }

    /// UTM values.
    UtmParams {
        /// UTM source.
        utm_source: String,
        /// UTM medium.
        utm_medium: String,
        /// UTM campaign.
        utm_campaign: String,
        /// UTM term.
        utm_term: String,
        /// UTM content.
        utm_content: String,
    }
}
