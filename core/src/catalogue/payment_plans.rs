//! Payment plans: what a product costs and when it is paid.

use super::system::IsModifiedAnswer;
use super::words::*;

functions! {
    // source: openapi-2025-10, help-center, vendor-code-2026, vendor-mcp-code-2025-09; access: help-center;
    // confidence: high
    // otherwise: the help-center syntax line names only `data`, its list of arguments also `product_id`
    /// Adds a payment plan to a product.
    ///
    /// The numbers decide how the plan bills. `other_amounts` of 0 or one payment is a single payment; `other_amounts`
    /// above 0 is a subscription with 0 payments and an installment plan with 2 or more.
    CreatePaymentplan = "createPaymentplan" (Post, Write, Once) -> CreatePaymentplanAnswer {
        /// Number of the product.
        product_id: Id,
        /// The properties.
        data: PaymentPlanData,
    }

    // source: openapi-2025-10; access: inferred; confidence: medium
    /// Deletes a payment plan.
    DeletePaymentplan = "deletePaymentplan" (Delete, Write, Safe) -> Value {
        /// Number of the payment plan.
        paymentplan_id: Id,
    }

    // source: openapi-2025-10, vendor-mcp-code-2025-09; access: inferred; confidence: low
    // otherwise: openapi-2025-10 answers a bare list with a name only; the fields are those observed in getProduct
    /// Lists the payment plans of a product.
    ListPaymentPlans = "listPaymentPlans" (Get, Read, Safe) -> Loose<PaymentPlan> {
        /// Number of the product.
        product_id: Id,
    }

    // source: openapi-2025-10, help-center, vendor-code-2026; access: help-center; confidence: high
    // otherwise: openapi-2025-10 has the properties at the top level of a JSON body; `data` is from help-center
    /// Changes a payment plan.
    UpdatePaymentplan = "updatePaymentplan" (Put, Write, Safe) -> IsModifiedAnswer {
        /// Number of the payment plan.
        paymentplan_id: Id,
        /// What to change.
        data: PaymentPlanData,
    }
}

object! {
    /// The properties of a payment plan.
    PaymentPlanData {
        /// First or only payment.
        first_amount: Option<Amount>,
        /// Time until the second payment, for example `1_month`.
        first_billing_interval: Option<String>,
        /// Currency, for example `EUR`.
        currency: Option<String> [max_len(3)],
        /// Each follow-up payment.
        other_amounts: Option<Amount>,
        /// Time between later payments, for example `1_month`.
        other_billing_intervals: Option<String>,
        /// 0 for a subscription without end, 1 for a single payment, 2 or more for installments.
        number_of_installments: Option<i64> [min(0)],
        /// Whether it is switched on.
        is_active: Option<bool>,
        /// Minimum term and notice.
        cancel_policy: Option<CancelPolicy>,
        // source: vendor guide 2026, down to `is_switching_allowed`
        /// Position in the list of plans.
        position: Option<i64>,
        /// Whether the buyer may switch between plans.
        is_switching_allowed: Option<bool>,
    }
}

choice! {
    /// Minimum term and notice of a plan, in months.
    CancelPolicy {
        SixMonths = "6m_0",
        SixAndSixMonths = "6m_6m",
        SixAndTwelveMonths = "6m_12m",
        TwelveMonths = "12m_0",
        TwelveAndThreeMonths = "12m_3m",
        TwelveAndSixMonths = "12m_6m",
        TwelveAndTwelveMonths = "12m_12m",
        TwentyFourMonths = "24m_0",
        TwentyFourAndSixMonths = "24m_6m",
        TwentyFourAndTwelveMonths = "24m_12m",
    }
}

shape! {
    /// What `createPaymentplan` answers.
    CreatePaymentplanAnswer {
        /// Whether the plan can be used.
        is_valid: bool,
        /// Number of the payment plan.
        paymentplan_id: Id,
    }

    /// A payment plan.
    PaymentPlan {
        /// Number of the plan.
        id: Id,
        /// Number of the product.
        product_id: Id,
        /// Plan in words.
        description: String,
        /// Currency, for example `EUR`.
        currency: String,
        /// First payment.
        first_amount: Amount,
        /// Each follow-up payment.
        other_amounts: Amount,
        /// 0 for a subscription without end, 1 for a single payment, 2 or more for installments.
        number_of_installments: i64,
        /// Time until the second payment.
        first_billing_interval: String,
        /// Time between later payments.
        other_billing_intervals: String,
        /// Minimum term and notice.
        cancel_policy: CancelPolicy,
        /// Position in the list.
        position: i64,
        /// Whether it is switched on.
        is_active: bool,
        /// Whether it can be sold.
        is_for_sale: String,
        /// The same in words.
        is_for_sale_msg: String,
        /// Whether the buyer may switch to or from this plan.
        is_switching_allowed: bool,
        /// Whether the buyer may end the installments.
        can_buyer_terminate_installments: bool,
        /// When it was created.
        created_at: Time,
        /// When it was last changed.
        modified_at: Time,
        // source: openapi-2025-10 only
        /// Name of the plan.
        name: String,
    }
}
