//! Billing: charging again, stopping, resuming and refunding payments.

use super::words::*;

functions! {
    // source: openapi-2025-10, help-center, vendor-code-2026, vendor-mcp-code-2025-09; access: help-center;
    // confidence: high
    // otherwise: openapi-2025-10 and help-center describe it in the words of createBuyUrl; it charges an order
    // otherwise: openapi-2025-10 leaves `pay_url`, `paid_amount` and `currency` out of the answer; vendor code reads
    // them
    /// Charges a new order to the stored payment method of an existing order.
    ///
    /// Needs the account right billing on demand. The existing order must be a subscription or have been bought with
    /// `force_rebilling`. The service allows one charge a minute and ten a day per order.
    ///
    /// A charge that fails is an API success: look at `payment_status`.
    CreateBillingOnDemand = "createBillingOnDemand" (Post, Write, Once) -> CreateBillingOnDemandAnswer {
        /// Order whose payment method is charged.
        purchase_id: Id,
        /// Number of the product.
        product_id: Id,
        /// Price and schedule of payments.
        payment_plan: Option<BillingPaymentPlan>,
        /// Tracking of the new order.
        tracking: Option<OrderTracking>,
        /// Values of placeholders in title and text of the product.
        placeholders: Option<Map<String>>,
        /// Further settings.
        settings: Option<BillingSettings>,
        /// Add-ons.
        addons: Option<Vec<BillingAddon>>,
    }

    // source: openapi-2025-10; access: openapi; confidence: medium
    /// Triggers the next payment of a plan that is billed by hand.
    ///
    /// Needs the account right billing on demand and a plan billed by trigger. It charges money.
    ///
    /// A charge that fails is an API success: look at `payment_status`.
    CreateRebillingPayment = "createRebillingPayment" (Post, Write, Once) -> CreateRebillingPaymentAnswer {
        /// Order id.
        purchase_id: Id,
    }

    // source: openapi-2025-10, help-center, vendor-mcp-code-2025-09; access: help-center; confidence: high
    /// Lists cancelled and resumed subscriptions and last paid days in a period, page by page.
    ///
    /// The default period is only the last 24 hours.
    ListRebillingStatusChanges = "listRebillingStatusChanges" (Get, Read, Safe) -> ListRebillingStatusChangesAnswer {
        /// Start of the period.
        from: Option<Moment> [default("-24h")],
        /// End of the period.
        to: Option<Moment> [default("now")],
        /// Page; the first is 1.
        page_no: Option<i64> [default("1") min(1)],
        /// Entries per page.
        page_size: Option<i64> [default("100") min(1)],
    }

    // source: openapi-2025-10, third-party-verified-2026-10; access: inferred; confidence: low
    // otherwise: no answer is documented
    /// Gives back part of a payment, booked as a discount.
    ///
    /// Every call gives the amount back again.
    RefundPartially = "refundPartially" (Post, Write, Once) -> Value {
        /// Order id.
        purchase_id: Id,
        /// Amount to give back, at most one payment.
        amount: Amount [positive()],
    }

    // source: openapi-2025-10, help-center, third-party-verified-2026-10; access: help-center; confidence: medium
    // otherwise: no answer is documented; the fields of refundTransaction are expected for every payment
    /// Refunds every refundable payment of an order.
    ///
    /// `force` skips the refund policy and can still fail, for example for PayPal payments older than 90 days.
    RefundPurchase = "refundPurchase" (Post, Write, Once) -> Value {
        /// Order id.
        purchase_id: Id,
        /// Whether to refund against the refund policy.
        force: Option<bool> [default("N")],
        /// Day the refund policy is applied to.
        request_date: Option<Day> [default("now")],
    }

    // source: openapi-2025-10, help-center, third-party-verified-2026-10; access: help-center; confidence: high
    /// Refunds one payment.
    ///
    /// A refund that is refused or fails is an API success: look at `status`. `pending` is not a failure; the refund
    /// follows later.
    RefundTransaction = "refundTransaction" (Post, Write, Once) -> RefundTransactionAnswer {
        /// Number of the transaction.
        transaction_id: Id,
        /// Whether to refund against the refund policy.
        force: Option<bool> [default("N")],
        /// Day the refund policy is applied to.
        request_date: Option<Day> [default("now")],
    }

    // source: openapi-2025-10, help-center, third-party-verified-2026-10; access: help-center; confidence: high
    /// Resumes stopped recurring payments.
    ///
    /// `next_payment_at` of the answer may be empty.
    StartRebilling = "startRebilling" (Post, Write, Safe) -> StartRebillingAnswer {
        /// Order id.
        purchase_id: Id,
    }

    // source: openapi-2025-10, help-center, third-party-verified-2026-10, vendor-code-2026; access: help-center;
    // confidence: high
    /// Stops recurring payments.
    ///
    /// Without `force` a minimum term is kept and the stop is dated. Repeating the call ends in the same state;
    /// `modified` tells whether this call did it.
    StopRebilling = "stopRebilling" (Post, Write, Safe) -> StopRebillingAnswer {
        /// Order id.
        purchase_id: Id,
        /// Whether to stop against a minimum term.
        force: Option<bool> [default("N")],
        /// Whether not to cancel at once just because a refund is possible.
        ignore_refund_possibility: Option<bool> [default("N")],
    }
}

object! {
    /// An add-on of the new order.
    BillingAddon {
        /// Number of the product.
        product_id: Option<Id>,
        /// First or only payment.
        first_amount: Option<Amount>,
        /// Each follow-up payment.
        other_amounts: Option<Amount>,
        /// Price if the add-on is paid once.
        single_amount: Option<Amount>,
        /// How many pieces.
        quantity: Option<i64> [default("1") min(1)],
        /// Currency, for example `EUR`.
        currency: Option<String> [max_len(3)],
        /// Whether the buyer may change the quantity later.
        is_quantity_editable_after_purchase: Option<bool> [default("N")],
        /// Two-letter country of the product.
        product_country: Option<String> [max_len(2)],
    }

    /// Price and schedule of the new order.
    BillingPaymentPlan {
        /// First or only payment.
        first_amount: Option<Amount>,
        /// Each follow-up payment.
        other_amounts: Option<Amount>,
        /// Currency, for example `EUR`.
        currency: Option<String> [max_len(3)],
        /// 1 for a single payment, 2 or more for installments; no subscription without end, unlike in `createBuyUrl`.
        number_of_installments: Option<i64> [min(1)],
        /// Time until the second payment, for example `1_month`.
        first_billing_interval: Option<String>,
        /// Time between later payments, for example `1_month`.
        other_billing_intervals: Option<String>,
        /// Time of trial before the first payment, for example `7_day`.
        test_interval: Option<String>,
        /// Payment plan to take the rest from.
        template: Option<Id>,
        /// When the upgrade takes effect.
        upgrade_type: Option<UpgradeType> [default("upgrade")],
    }

    /// Settings of the new order.
    BillingSettings {
        /// Discount code to apply.
        voucher_code: Option<String>,
        /// How many pieces.
        quantity: Option<i64> [default("1") min(1)],
        /// Two-letter country of the product.
        product_country: Option<String> [max_len(2)],
    }

    /// To whom an order is credited.
    OrderTracking {
        /// Your own reference, which notifications return as `custom`; 63 characters at most.
        custom: Option<String> [max_len(63)],
        /// Digistore24 name of the affiliate.
        affiliate: Option<String>,
        /// Campaign key of the affiliate.
        campaignkey: Option<String>,
        /// Tracking key of the vendor.
        trackingkey: Option<String>,
    }
}

choice! {
    /// The state of an order's payments.
    open BillingStatus {
        Paying = "paying",
        Completed = "completed",
        Aborted = "aborted",
        Unpaid = "unpaid",
        Reminding = "reminding",
        PaymentDataUpdateRequired = "payment_data_update_required",
    }

    /// How a charge went.
    open PaymentStatus {
        Completed = "completed",
        Pending = "pending",
        Uncertain = "uncertain",
        Refused = "refused",
        Failed = "error",
    }

    /// Why a refund waits. The service spells one word `proof_aproval`.
    open PendingReason {
        DefaultDelay = "default_delay",
        ProofMissing = "proof_missing",
        ProofApproval = "proof_aproval",
        Blocked = "blocked",
    }

    /// What happened to recurring payments.
    open RebillingChange {
        RebillCancelled = "rebill_cancelled",
        LastPaidDay = "last_paid_day",
        RebillResumed = "rebill_resumed",
    }

    /// How recurring payments were stopped.
    open RebillingStop {
        StoppedNow = "stopped_now",
        StoppedLater = "stopped_later",
        StoppedManualRebilling = "stopped_manual_rebilling",
    }

    /// Why a refund failed.
    open RefundError {
        RefundCompleted = "refund_completed",
        RefundPending = "refund_pending",
        Unknown = "unknown",
    }

    /// How a refund went.
    open RefundStatus { Completed = "completed", Refused = "refused", Pending = "pending", Failed = "error" }

    /// When an upgrade takes effect: an upgrade at once, a downgrade with the next period.
    UpgradeType { Upgrade = "upgrade", Downgrade = "downgrade" }
}

shape! {
    /// What `createBillingOnDemand` answers.
    CreateBillingOnDemandAnswer {
        /// Id of the new order.
        created_purchase_id: Id,
        /// How the charge went.
        payment_status: PaymentStatus [fails("refused", "error")],
        /// The same in words.
        payment_status_msg: String,
        /// State of the payments.
        billing_status: BillingStatus,
        /// The same in words.
        billing_status_msg: String,
        /// Link to pay what is still open; empty if all is paid.
        pay_url: String,
        /// What was paid.
        paid_amount: Amount,
        // source: vendor code
        /// Still to be paid.
        open_amount: Amount,
        /// Currency, for example `EUR`.
        currency: String,
    }

    /// What `createRebillingPayment` answers.
    CreateRebillingPaymentAnswer {
        /// Order id.
        purchase_id: Id,
        /// How the charge went.
        payment_status: PaymentStatus [fails("refused", "error")],
        /// Why the charge failed.
        payment_message: String,
        /// State of the payments.
        billing_status: BillingStatus,
        /// Page where the buyer updates payment details.
        payment_data_update_url: String,
    }

    /// What `listRebillingStatusChanges` answers.
    ListRebillingStatusChangesAnswer {
        /// Start of the period.
        from: Time,
        /// End of the period.
        to: Time,
        /// The entries.
        items: Vec<RebillingStatusChange>,
        /// Entries per page.
        page_size: i64,
        /// Page; the first is 1.
        page_no: i64,
        /// Number of pages.
        page_count: i64,
        /// Number of entries in total.
        item_count: i64,
    }

    /// A change of recurring payments.
    RebillingStatusChange {
        /// Number of the change.
        id: Id,
        /// Order id.
        purchase_id: Id,
        /// When it happened.
        created_at: Time,
        /// Which payment of the order it is.
        pay_sequence_no: i64,
        /// What happened.
        r#type: RebillingChange,
        /// The same in words.
        type_msg: String,
    }

    /// What `refundTransaction` answers.
    RefundTransactionAnswer {
        /// How it went.
        status: RefundStatus [fails("refused", "error")],
        /// Whether anything changed.
        modified: bool,
        /// Result in words.
        note: String,
        /// Why it is pending; only while it is.
        pending_reason: PendingReason,
        /// The same in words.
        pending_reason_msg: String,
        /// When it goes on by itself.
        pending_until: Time,
        /// Page where proof can be handed in.
        action_url: String,
        /// Why it failed; only after an error.
        error_reason: RefundError,
        /// When it was handled.
        processed_at: Time,
    }

    /// What `startRebilling` answers.
    StartRebillingAnswer {
        /// Whether anything changed.
        modified: bool,
        /// Result in words.
        note: String,
        /// State of the payments.
        billing_status: BillingStatus,
        /// The same in words.
        billing_status_msg: String,
        /// When the next payment is due.
        next_payment_at: Time,
        /// Whether recurring payments go on.
        rebilling_active: bool,
    }

    /// What `stopRebilling` answers.
    StopRebillingAnswer {
        /// Whether anything changed.
        modified: bool,
        /// Result in words.
        note: String,
        /// How they were stopped; only comes with a success.
        code: RebillingStop,
        /// State of the payments.
        billing_status: BillingStatus,
        /// The same in words.
        billing_status_msg: String,
        /// When the next payment is due.
        next_payment_at: Time,
        /// Whether recurring payments go on.
        rebilling_active: bool,
        /// Whether it is cancelled at once.
        is_cancelled_now: bool,
        /// Whether it is cancelled for a later date.
        is_cancelled_later: bool,
        /// First regular day of cancellation.
        can_cancel_before: Time,
    }
}
