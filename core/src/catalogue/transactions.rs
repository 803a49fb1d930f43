//! Transactions: payments, refunds and chargebacks.

use super::buyers::Buyer;
use super::purchases::{SortBy, SortOrder, TransactionType};
use super::words::*;

functions! {
    // source: openapi-2025-10, help-center, third-party-verified-2026-10, vendor-mcp-code-2025-09;
    // access: help-center; confidence: high
    // otherwise: openapi-2025-10 says that a page holds 500 by default and 1000 at most, help-center that it holds
    // 1000 by default
    /// Lists payments, refunds and chargebacks of a period with their totals, page by page.
    ///
    /// The default period is only the last 24 hours; it filters the moment of the transaction.
    ///
    /// In a row `amount` stays the total of the order; `transaction_amount` is what was moved, negative for refunds.
    ListTransactions = "listTransactions" (Post, Read, Safe) -> ListTransactionsAnswer {
        /// Start of the period: a moment, `now`, `-3d` or `start`.
        from: Option<Moment> [default("-24h")],
        /// End of the period.
        to: Option<Moment> [default("now")],
        /// What a transaction must match.
        search: Option<TransactionSearch>,
        /// What to sort by.
        sort_by: Option<SortBy> [default("date")],
        /// Direction of sorting.
        sort_order: Option<SortOrder> [default("asc")],
        /// Page; the first is 1.
        page_no: Option<i64> [default("1") min(1)],
        // otherwise: help-center says 1000
        /// Entries per page.
        page_size: Option<i64> [default("500") min(1) max(1000)],
    }
}

object! {
    /// What a transaction must match to be listed. Texts match parts of words.
    TransactionSearch {
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

shape! {
    /// What `listTransactions` answers.
    ListTransactionsAnswer {
        /// Start of the period.
        from: Time,
        /// End of the period.
        to: Time,
        /// Entries per page.
        page_size: i64,
        /// Page; the first is 1.
        page_no: i64,
        /// Number of pages.
        page_count: i64,
        // source: observed
        /// Number of entries in total.
        item_count: i64,
        /// The totals.
        summary: TransactionSummary,
        /// The transactions.
        transaction_list: Vec<Transaction>,
    }

    /// A payment, refund or chargeback.
    Transaction {
        /// Number of the transaction.
        id: Id,
        /// Order id.
        purchase_id: Id,
        /// Amount of the order, always positive.
        amount: Amount,
        // source: observed, down to `upsell_no`
        /// What was moved; negative for refunds and chargebacks.
        transaction_amount: Amount,
        /// Tax in what was moved.
        vat_amount: Amount,
        /// Your own share.
        earned_amount: Amount,
        /// Share of the affiliate.
        affiliate_amount: Amount,
        /// Digistore24 name of the affiliate.
        affiliate_name: String,
        /// Country whose tax applies.
        vat_country: String,
        /// Name of the main product.
        main_product_name: String,
        /// Position among the upsells of the order; 0 for the order itself.
        upsell_no: i64,
        /// Currency, for example `EUR`.
        currency: String,
        /// Type.
        transaction_type: TransactionType,
        /// The same in words.
        transaction_type_msg: String,
        /// When it was made.
        created_at: Time,
        // source: observed
        /// Day of the payment.
        transaction_pay_date: Time,
        /// The buyer.
        buyer: Buyer,
    }

    /// The totals of a list of transactions.
    TransactionSummary {
        /// Totals by currency.
        amounts: Map<TransactionTotals>,
        /// Number of transactions.
        count: i64,
    }

    /// The totals in one currency.
    TransactionTotals {
        /// Number of transactions.
        count: i64,
        /// Sum, gross.
        total_amount: Amount,
        /// Tax.
        vat_amount: Amount,
        /// Your own share.
        earned_amount: Amount,
    }
}
