//! Accounts: who may see whose data, and how a new account gets started.

use super::words::*;

functions! {
    // source: third-party-name-list-2026-10; access: guessed from the name; confidence: low
    /// Known by name only: creates a product during onboarding.
    CreateOnboardingProduct = "createOnboardingProduct" (Unknown, Write, Once, open) -> Value {}

    // source: third-party-name-list-2026-10; access: guessed from the name; confidence: low
    /// Known by name only: reads how far the onboarding of the account is.
    GetOnboardingAccountStatus = "getOnboardingAccountStatus" (Unknown, Read, Safe, open) -> Value {}

    // source: openapi-2025-10, vendor-mcp-code-2025-09; access: inferred; confidence: medium
    /// Lists the accounts this account granted access to, and those that granted access to it.
    ListAccountAccess = "listAccountAccess" (Get, Read, Safe) -> ListAccountAccessAnswer {}

    // source: openapi-2025-10, help-center, vendor-mcp-code-2025-09; access: help-center; confidence: high
    /// Reports that a buyer really logged in to a member area.
    ///
    /// The report is evidence in refund cases; it matters only for German sales without a right to a refund.
    LogMemberAccess = "logMemberAccess" (Post, Write, Once) -> Value {
        /// Order id.
        purchase_id: Id,
        /// Name of the member area.
        platform_name: String,
        /// Name of the buyer in the member area.
        login_name: String,
        /// Address the buyer logged in at.
        login_url: String,
        /// How many lessons are open to the buyer.
        number_of_unlocked_lectures: i64 [min(0)],
        /// How many lessons the course has.
        total_number_of_lectures: i64 [min(0)],
        /// When the buyer logged in.
        login_at: Option<Moment>,
    }
}

shape! {
    /// The access of one account to the data of another.
    AccountGrant {
        /// Number of the grant.
        id: Id,
        /// Account whose data is shared.
        owner_id: Id,
        /// Account that was granted access.
        accessor_id: Id,
        /// Rights that were granted.
        permissions: String,
        /// The same in words.
        permissions_msg: String,
        /// When it was created.
        created_at: Time,
        /// When it was last changed.
        modified_at: Time,
        /// Right to see orders without affiliate.
        can_see_non_affiliate_purchases: bool,
        /// Right to approve affiliations.
        can_approve_affiliations: bool,
        /// Right to see the link that edits the marketplace entry.
        can_see_edit_marketplace_link: bool,
        /// Right to edit products.
        can_edit_products: bool,
        /// Right to edit affiliate commissions.
        can_edit_affiliate_commissions: bool,
        /// Right to read the history of mails.
        can_read_mail_history: bool,
        /// Right to approve orders.
        can_approve_purchases: bool,
        /// Right to edit the policy for approving orders.
        can_edit_purchases_approval_policy: bool,
        /// Right to give permissions.
        can_give_permissions: bool,
        /// Right to see revenue.
        can_see_revenue: bool,
        /// Right to edit discount codes.
        can_edit_discount_vouchers: bool,
        /// Right to export CSV files.
        can_csv_export: bool,
    }

    /// What `listAccountAccess` answers.
    ListAccountAccessAnswer {
        /// Access that this account granted.
        by_me: Vec<AccountGrant>,
        /// Access that this account received.
        to_me: Vec<AccountGrant>,
    }
}
