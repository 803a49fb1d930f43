//! Purchases: what a buyer ordered, and what happened to it since.

use super::billing::OrderTracking;
pub use super::purchase_shapes::*;
use super::system::{IsModifiedAnswer, ModifiedAnswer};
use super::words::*;

functions! {
    // source: openapi-2025-10, help-center; access: help-center; confidence: high
    /// Changes the balance that is billed with the next payment of a subscription or installment order.
    ///
    /// Every call changes the balance again.
    AddBalanceToPurchase = "addBalanceToPurchase" (Post, Write, Once) -> AddBalanceToPurchaseAnswer {
        /// Order id.
        purchase_id: Id,
        /// By how much, in the currency of the order; negative lowers it, at most to 0.
        amount: Amount [nonzero()],
    }

    // source: openapi-2025-10, help-center, vendor-mcp-code-2025-09; access: help-center; confidence: high
    /// Makes an order that adds or removes subscribed add-ons of an order.
    ///
    /// Needs the account right billing on demand. Only subscriptions can be added; the quantity of the main product
    /// stays.
    CreateAddonChangePurchase = "createAddonChangePurchase" (Post, Write, Once) -> CreateAddonChangePurchaseAnswer {
        /// Order to change.
        purchase_id: Id,
        /// Add-ons to add or remove.
        addons: Vec<AddonChange>,
        /// Tracking of the new order.
        tracking: Option<OrderTracking>,
        /// Values of placeholders in title and text of the product.
        placeholders: Option<Map<String>>,
    }

    // source: openapi-2025-10, help-center, third-party-verified-2026-10, vendor-code-2026, vendor-mcp-code-2025-09,
    // third-party-observed-2022; access: help-center; confidence: high
    // otherwise: the printed answer of help-center has billing codes that openapi-2025-10 does not name
    /// Reads one or several orders in full.
    ///
    /// One order id answers the order itself, several answer a map from order id to order. Refunds carry a negative
    /// amount.
    GetPurchase = "getPurchase" (Get, Read, Safe) -> OneOrMany<Purchase> {
        /// One order id, or several in a list.
        purchase_id: Joined,
    }

    // source: openapi-2025-10, help-center, vendor-mcp-code-2025-09; access: help-center; confidence: high
    /// Reads the download links of orders, by order and product.
    GetPurchaseDownloads = "getPurchaseDownloads" (Get, Read, Safe) -> GetPurchaseDownloadsAnswer {
        /// One order id, or several in a list.
        purchase_id: Joined,
    }

    // source: openapi-2025-10, vendor-mcp-code-2025-09; access: inferred; confidence: medium
    /// Reads the tracking values of one or several orders.
    ///
    /// One order id answers the record itself, several answer a map from order id to record.
    GetPurchaseTracking = "getPurchaseTracking" (Get, Read, Safe) -> OneOrMany<PurchaseTracking> {
        /// One order id, or several in a list.
        purchase_id: Joined,
    }

    // source: openapi-2025-10, help-center, third-party-verified-2026-10, vendor-code-2026, vendor-mcp-code-2025-09,
    // third-party-observed-2022; access: help-center; confidence: medium
    // otherwise: openapi-2025-10 sends `search` as one JSON value; help-center sends `search[key]`
    // otherwise: openapi-2025-10 lists only `click_id` and `sub_ids` of a row; observed rows carry the fields of
    // getPurchase
    // otherwise: paging fields of the answer are undocumented; those of listTransactions are expected
    /// Lists the orders of a period that earn you a share, page by page.
    ///
    /// The default period is only the last 24 hours; it filters the moment of the order, `listTransactions` that of the
    /// transaction.
    ///
    /// Orders you earn on as affiliate or partner are included; `role` `vendor` finds your own sales only. Test orders
    /// are included too.
    ListPurchases = "listPurchases" (Get, Read, Safe) -> ListPurchasesAnswer {
        /// Start of the period: a moment, `now`, `-3d` or `start`.
        from: Option<Moment> [default("-24h")],
        /// End of the period.
        to: Option<Moment> [default("now")],
        /// What an order must match.
        search: Option<PurchaseSearch>,
        /// What to sort by.
        sort_by: Option<SortBy> [default("date")],
        /// Direction of sorting.
        sort_order: Option<SortOrder> [default("asc")],
        // otherwise: the help-center syntax line calls it `show_transactions`
        /// Whether to add its transactions to every order.
        load_transactions: Option<bool> [default("N")],
        /// Page; the first is 1.
        page_no: Option<i64> [default("1") min(1)],
        // otherwise: help-center says 1000
        /// Entries per page.
        page_size: Option<i64> [default("500") min(1)],
    }

    // source: openapi-2025-10, third-party-verified-2026-10, vendor-mcp-code-2025-09; access: inferred;
    // confidence: low
    // otherwise: openapi-2025-10 answers a bare list and a field `status` that getPurchase does not know; both are
    // unproven
    /// Lists the orders of one buyer's e-mail address.
    ///
    /// There are no pages.
    ListPurchasesOfEmail = "listPurchasesOfEmail" (Get, Read, Safe) -> Loose<PurchaseOfEmail> {
        /// E-mail address.
        email: String,
        /// How many orders to answer at most.
        limit: Option<i64> [default("100") min(1)],
    }

    // source: openapi-2025-10, third-party-verified-2026-10, vendor-mcp-code-2025-09; access: inferred;
    // confidence: medium
    /// Mails the confirmation of an order again.
    ResendPurchaseConfirmationMail = "resendPurchaseConfirmationMail" (Post, Write, Once) -> ModifiedAnswer {
        /// Order id.
        purchase_id: Id,
    }

    // source: openapi-2025-10, third-party-verified-2026-10; access: inferred; confidence: medium
    // otherwise: openapi-2025-10 has the properties at the top level of a JSON body; `data` is by analogy to the
    // sibling functions only
    /// Changes the tracking of an order, reopens its invoices, or moves its next payment.
    ///
    /// That the properties belong below `data` is likely, not documented: check `is_modified`.
    UpdatePurchase = "updatePurchase" (Put, Write, Safe) -> IsModifiedAnswer {
        /// Order id.
        purchase_id: Id,
        /// What to change.
        data: PurchaseData,
    }
}

object! {
    /// An add-on to add or to remove.
    AddonChange {
        /// Number of the product.
        product_id: Id,
        // otherwise: the example of help-center has `first_amount`
        /// Recurring price of the add-on.
        amount: Option<Amount>,
        /// How many pieces.
        quantity: Option<i64> [default("1") min(1)],
        /// Whether the buyer may change the quantity later.
        is_quantity_editable_after_purchase: Option<bool> [default("N")],
    }

    /// What to change in an order.
    PurchaseData {
        // The service calls it `trackingkey` elsewhere.
        /// Tracking key of the vendor.
        tracking_param: Option<String>,
        /// Your own reference, which notifications return as `custom`; 63 characters at most.
        custom: Option<String> [max_len(63)],
        /// Whether to reopen expired invoice and order pages for the buyer.
        unlock_invoices: Option<bool>,
        /// When the next payment is due; it can only be moved to a later day.
        next_payment_at: Option<Moment>,
    }

    /// What an order must match to be listed. Texts match parts of words.
    PurchaseSearch {
        // otherwise: one sentence of help-center writes `roles`
        /// Your roles: `vendor`, `affiliate`, `other`.
        role: Option<Joined>,
        /// Product numbers; the main product of an order counts.
        product_id: Option<Joined>,
        /// Part of the buyer's given name.
        first_name: Option<String>,
        /// Part of the buyer's family name.
        last_name: Option<String>,
        /// Part of the buyer's e-mail address.
        email: Option<String>,
        /// Whether there is an affiliate.
        has_affiliate: Option<bool>,
        /// Digistore24 name of the affiliate.
        affiliate_name: Option<String>,
        /// Real orders or test orders.
        order_type: Option<OrderType>,
        /// Payment methods; `getGlobalSettings` answers the codes as `types.pay_method`.
        pay_method: Option<Joined>,
        /// Ways to pay: `single_payment`, `subscription`, `installment`.
        billing_type: Option<Joined>,
        /// Types of transactions: `payment`, `refund`, `chargeback`, `refund_request`.
        transaction_type: Option<Joined>,
        /// Currency, for example `EUR`.
        currency: Option<String>,
        /// Order ids.
        purchase_id: Option<Joined>,
    }
}

choice! {
    /// How an order is paid.
    open BillingType {
        SinglePayment = "single_payment",
        Subscription = "subscription",
        Installment = "installment",
    }

    /// Real orders or test orders.
    OrderType { Live = "live", Test = "test" }

    /// Where the refund terms of an order come from.
    open RefundPolicySource {
        Business = "business",
        Consumer = "consumer",
        Common = "common",
        Vendor = "vendor",
    }

    /// What orders and transactions are sorted by.
    SortBy { Date = "date", Earning = "earning", Amount = "amount" }

    /// The direction of sorting.
    SortOrder { Ascending = "asc", Descending = "desc" }

    /// What a transaction is.
    open TransactionType {
        Payment = "payment",
        Refund = "refund",
        Chargeback = "chargeback",
        RefundRequest = "refund_request",
    }
}
