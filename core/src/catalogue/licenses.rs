//! Licence keys: whether a key is valid and its order paid.

use super::billing::BillingStatus;
use super::purchases::TransactionType;
use super::words::*;

functions! {
    // source: openapi-2025-10, help-center, vendor-mcp-code-2025-09; access: help-center; confidence: high
    // otherwise: openapi-2025-10 has moments where help-center prints plain days; only openapi-2025-10 has
    // `paid_until`, only help-center `are_returned_data_public`
    /// Checks a licence key of an order and reads how the order is billed.
    ///
    /// A developer key is enough, made to be published with software; the order must belong to the owner of the key.
    ValidateLicenseKey = "validateLicenseKey" (Get, Read, Safe, developer) -> ValidateLicenseKeyAnswer {
        /// Order id.
        purchase_id: Id,
        /// Licence key.
        license_key: String,
    }
}

shape! {
    /// What `validateLicenseKey` answers.
    ValidateLicenseKeyAnswer {
        /// Whether the key is valid and the order may be delivered.
        is_license_valid: bool,
        /// Whether the order has this key.
        is_license_key_found: bool,
        /// Order id.
        purchase_id: Id,
        /// Licence key.
        license_key: String,
        /// Number of the product.
        product_id: Id,
        /// Name of the product.
        product_name: String,
        // The service spells it so.
        /// State of the payments.
        billing_tatus: BillingStatus [also("billing_status")],
        // The service spells it so.
        /// The same in words.
        billing_tatus_msg: String [also("billing_status_msg")],
        /// When the last payment was made.
        last_payment_at: Time,
        /// The same in words.
        last_payment_at_msg: String,
        /// When the next payment is due.
        next_payment_at: Time,
        /// The same in words.
        next_payment_at_msg: String,
        /// Type of the last transaction.
        last_transaction_type: TransactionType,
        /// The same in words.
        last_transaction_type_msg: String,
        /// Day up to which the subscription is paid.
        paid_until: Time,
        /// The same in words.
        paid_until_msg: String,
        /// Whether the data may be shown in public.
        are_returned_data_public: bool,
    }
}
