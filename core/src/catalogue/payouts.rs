//! Payouts: credit notes, expected amounts, and invoices of orders.

use super::system::Outcome;
use super::words::*;

functions! {
    // source: openapi-2025-10, help-center, third-party-verified-2026-10, vendor-mcp-code-2025-09;
    // access: help-center; confidence: high
    /// Lists the invoices of one order.
    ///
    /// It only reads, yet it demands full access. Test payments always have the invoice number 1.
    ListInvoices = "listInvoices" (Get, Write, Safe) -> ListInvoicesAnswer {
        /// Order id.
        purchase_id: Id,
    }

    // source: openapi-2025-10, vendor-mcp-code-2025-09; access: inferred; confidence: medium
    /// Lists the credit notes you received as vendor and as affiliate.
    ListPayouts = "listPayouts" (Get, Read, Safe) -> ListPayoutsAnswer {}

    // source: openapi-2025-10, vendor-mcp-code-2025-09; access: inferred; confidence: medium
    /// Mails all invoices of an order to the buyer again.
    ///
    /// A mail that is not sent is an API success: look at `status`.
    ResendInvoiceMail = "resendInvoiceMail" (Post, Write, Once) -> ResendInvoiceMailAnswer {
        /// Order id.
        purchase_id: Id,
    }

    // source: openapi-2025-10, help-center, vendor-mcp-code-2025-09; access: help-center; confidence: high
    /// Reads what you earned, what was paid out, and what is pending or planned.
    ///
    /// `future_amounts` has dates as keys, and one key that starts with `>` for everything later.
    StatsExpectedPayouts = "statsExpectedPayouts" (Get, Read, Safe) -> StatsExpectedPayoutsAnswer {}
}

shape! {
    /// A planned payout.
    FuturePayout {
        /// Amount.
        amount: Amount,
        /// Whether the threshold is reached.
        can_payout: bool,
        // The service spells it so.
        /// Threshold of payouts.
        treshold: Amount [also("threshold")],
        /// Remark.
        note: String,
    }

    /// An invoice.
    Invoice {
        /// Link to the invoice.
        invoice_url: String,
        /// Label of the invoice.
        invoice_label: String,
        /// Number of the invoice; always 1 for test payments.
        invoice_id: Id,
        /// Day of the invoice.
        invoice_date: Time,
        /// Payment method.
        pay_method: String,
        /// Payment method in words.
        pay_method_msg: String,
        /// Order id.
        purchase_id: Id,
        /// Type.
        r#type: String,
        /// Amount.
        amount: Amount,
        /// Currency, for example `EUR`.
        currency: String,
    }

    /// What `listInvoices` answers.
    ListInvoicesAnswer {
        /// Order id.
        purchase_id: Id,
        /// The invoices.
        invoice_list: Vec<Invoice>,
    }

    /// What `listPayouts` answers.
    ListPayoutsAnswer {
        /// The credit notes.
        payout_list: Vec<Payout>,
    }

    /// A credit note.
    Payout {
        /// Link to the credit note.
        credit_note_url: String,
        /// Link to the list of commissions.
        commission_list_url: String,
        /// Name of the reseller.
        reseller_name: String,
        /// Number of the reseller.
        reseller_id: Id,
        /// Number of the credit note.
        id: Id,
        /// When it was created.
        created_at: Time,
        /// When it was handled.
        processed_at: Time,
        /// Tax in percent.
        vat_rate: Amount,
        /// Tax rule that applies.
        vat_regulation: String,
        /// Currency, for example `EUR`.
        currency: String,
        /// How it was paid out.
        payout_method: String,
        /// Credit as vendor, gross.
        vendor_gross_amount: Amount,
        /// Credit as vendor, net.
        vendor_net_amount: Amount,
        /// Tax in the credit as vendor.
        vendor_vat_amount: Amount,
        /// Credit as affiliate, gross.
        affiliate_gross_amount: Amount,
        /// Credit as affiliate, net.
        affiliate_net_amount: Amount,
        /// Tax in the credit as affiliate.
        affiliate_vat_amount: Amount,
        /// Fee that is deducted.
        fee_amount: Amount,
        /// Tax on the fee.
        fee_vat_amount: Amount,
    }

    /// A remark about payouts.
    PayoutNote {
        /// Text.
        message: String,
        /// The reasons.
        reasons: Vec<PayoutReason>,
    }

    /// Why a payout is held back.
    PayoutReason {
        /// Code.
        code: String,
        /// Address that helps.
        url: String,
        /// Text.
        message: String,
    }

    /// What one reseller owes and paid.
    ResellerPayouts {
        /// Number of the reseller.
        reseller_id: Id,
        /// Name of the reseller.
        reseller_name: String,
        /// All that was earned, by currency.
        total_earnings: Map<Amount>,
        /// What was paid out, by currency.
        paidout_amount: Map<Amount>,
        /// What is being paid out, by currency.
        pending_amount: Map<Amount>,
        /// Planned payouts by date and currency.
        future_amounts: Map<Map<FuturePayout>>,
    }

    /// What `resendInvoiceMail` answers.
    ResendInvoiceMailAnswer {
        /// How it went.
        status: Outcome [fails("error")],
        /// Result in words.
        note: String,
    }

    /// What `statsExpectedPayouts` answers.
    StatsExpectedPayoutsAnswer {
        /// All that was earned, by currency.
        total_earnings: Map<Amount>,
        /// What was paid out, by currency.
        paidout_amount: Map<Amount>,
        /// What is being paid out, by currency.
        pending_amount: Map<Amount>,
        /// Planned payouts by date and currency.
        future_amounts: Map<Map<FuturePayout>>,
        /// The same for each reseller.
        by_reseller: Vec<ResellerPayouts>,
        /// Remark about payouts.
        note: PayoutNote,
        /// Milliseconds the service took.
        call_duration_ms: Map<Amount>,
    }
}
