//! Affiliates: their commissions, who referred them, and what you earn yourself.

use super::system::ApprovalStatus;
use super::words::*;

functions! {
    // source: third-party-name-list-2026-10; access: guessed from the name; confidence: low
    /// Known by name only: creates a joint venture that shares revenue.
    CreateJointVenture = "createJointVenture" (Unknown, Write, Once, open) -> Value {}

    // source: openapi-2025-10, third-party-verified-2026-10, vendor-mcp-code-2025-09, third-party-observed-2025-11;
    // access: inferred; confidence: high
    // otherwise: openapi-2025-10 answers `commissions` with four fields; the observed answer has `affiliations`,
    // `affiliate_id` and `affiliate_name`
    /// Reads the commission terms of one affiliate, product by product.
    GetAffiliateCommission = "getAffiliateCommission" (Get, Read, Safe) -> GetAffiliateCommissionAnswer {
        /// Number, Digistore24 name or e-mail address of the affiliate.
        affiliate_id: Id,
        /// Product numbers, or `all`.
        product_ids: Option<Joined> [default("all")],
    }

    // source: openapi-2025-10, vendor-mcp-code-2025-09; access: inferred; confidence: medium
    /// Finds the affiliate that was bound to an e-mail address.
    GetAffiliateForEmail = "getAffiliateForEmail" (Post, Read, Safe) -> GetAffiliateForEmailAnswer {
        /// E-mail address.
        email: String,
    }

    // source: openapi-2025-10, help-center, vendor-mcp-code-2025-09; access: help-center; confidence: high
    /// Reads the affiliate sign-up and promo links prepared for the buyers of given orders.
    ///
    /// One order id answers the record itself, several answer a map from order id to record. It only reads, yet it
    /// demands full access.
    GetCustomerToAffiliateBuyerDetails = "getCustomerToAffiliateBuyerDetails" (Get, Write, Safe)
        -> OneOrMany<AffiliateBuyerDetails> {
        /// One order id, or several in a list.
        purchase_id: Joined,
    }

    // source: openapi-2025-10, vendor-mcp-code-2025-09; access: inferred; confidence: medium
    /// Reads which partner referred an affiliate.
    GetReferringAffiliate = "getReferringAffiliate" (Get, Read, Safe) -> GetReferringAffiliateAnswer {
        /// Number of the affiliate.
        affiliate_id: Id,
    }

    // source: openapi-2025-10, help-center, third-party-verified-2026-10, vendor-mcp-code-2025-09;
    // access: help-center; confidence: high
    /// Lists your own commission amounts in a period, page by page.
    ///
    /// The default period is only the last 24 hours. The default page size 0 returns everything in one page.
    ListCommissions = "listCommissions" (Get, Read, Safe) -> ListCommissionsAnswer {
        /// Start of the period.
        from: Option<Moment> [default("-24h")],
        /// End of the period.
        to: Option<Moment> [default("now")],
        /// Page; the first is 1.
        page_no: Option<i64> [default("1") min(1)],
        /// Entries per page; 0 puts everything on one page.
        page_size: Option<i64> [default("0") min(0)],
        /// Types of transactions; `all` includes receivables.
        transaction_type: Option<Joined> [default("payment,refund,refund_request,chargeback")],
        /// Types of commissions, or `all`.
        commission_type: Option<Joined> [default("all")],
        /// Order id.
        purchase_id: Option<Id>,
    }

    // source: openapi-2025-10, help-center, vendor-mcp-code-2025-09; access: help-center; confidence: high
    /// Binds an affiliate and tracking keys to an e-mail address, so that later orders count for the affiliate.
    ///
    /// Nothing comes back but success.
    SetAffiliateForEmail = "setAffiliateForEmail" (Post, Write, Safe) -> Value {
        /// E-mail address.
        email: String,
        /// Digistore24 name of the affiliate.
        affiliate: String,
        /// Campaign key of the affiliate.
        campaignkey: Option<String>,
        /// Tracking key of the vendor.
        trackingkey: Option<String>,
        /// Click id of the affiliate network.
        click_id: Option<Id>,
    }

    // source: openapi-2025-10, vendor-mcp-code-2025-09; access: inferred; confidence: medium
    /// Sets the partner who referred an affiliate, and the partner's share.
    ///
    /// `action` of the answer tells what was done.
    SetReferringAffiliate = "setReferringAffiliate" (Post, Write, Safe) -> SetReferringAffiliateAnswer {
        /// Number of the partner who referred the affiliate.
        referrer_id: Id,
        /// Number of the affiliate.
        affiliate_id: Id,
        /// Share of the partner in percent.
        commission: Option<Amount> [digits(4)],
    }

    // source: openapi-2025-10, third-party-verified-2026-10, vendor-mcp-code-2025-09; access: inferred;
    // confidence: medium
    // otherwise: openapi-2025-10 has the properties at the top level of a JSON body; `data` is by analogy to the
    // sibling functions only
    /// Changes the commission or the approval of an affiliate for some or all products.
    ///
    /// That the properties belong below `data` is likely, not documented: check what changed.
    UpdateAffiliateCommission = "updateAffiliateCommission" (Put, Write, Safe) -> Value {
        /// Number or Digistore24 name of the affiliate.
        affiliate_id: Id,
        /// Product numbers, or `all`.
        product_ids: Joined,
        /// What to change.
        data: AffiliateCommissionData,
    }

    // source: third-party-name-list-2026-10; access: guessed from the name; confidence: low
    /// Known by name only: changes a joint venture.
    UpdateJointVenture = "updateJointVenture" (Unknown, Write, Safe, open) -> Value {}

    // source: openapi-2025-10, help-center, vendor-mcp-code-2025-09; access: help-center; confidence: high
    /// Checks whether an affiliate has an approved affiliation with given products.
    ///
    /// A developer key is enough, for use in browsers. Products of other vendors may be asked for too; then the service
    /// limits calls per IP address.
    ///
    /// All products must belong to one vendor; with several products the lowest status wins.
    ValidateAffiliate = "validateAffiliate" (Get, Read, Safe, developer) -> ValidateAffiliateAnswer {
        /// Digistore24 name of the affiliate.
        affiliate_name: String,
        /// Product numbers, or `all`.
        product_ids: Joined,
    }
}

object! {
    /// The terms of an affiliate.
    AffiliateCommissionData {
        /// Commission in percent.
        commission_rate: Option<Amount> [digits(4)],
        /// Fixed commission.
        commission_fix: Option<Amount>,
        /// Currency of the fixed commission.
        commission_currency: Option<String>,
        /// State of the approval.
        approval_status: Option<ApprovalStatus>,
    }
}

choice! {
    /// Whether an affiliate may promote products.
    open AffiliationStatus {
        Approved = "approved",
        NoAffiliation = "no_affiliation",
        WaitForApproval = "wait_for_approval",
        NoValidProducts = "no_valid_products",
    }

    /// What was done with a referral.
    open ReferralAction { Read = "read", Create = "create", Update = "update", Nothing = "none" }
}

shape! {
    /// The affiliate links prepared for a buyer.
    AffiliateBuyerDetails {
        /// Digistore24 name reserved for the buyer.
        customer_affiliate_name: String,
        /// Link to sign up as affiliate.
        customer_to_affiliate_url: String,
        /// Promo link of the buyer as affiliate.
        customer_affiliate_promo_url: String,
    }

    /// The terms of an affiliate for one product.
    Affiliation {
        /// Number of the product.
        product_id: Id,
        /// Whether the product is switched on.
        product_is_active: bool,
        /// State of the affiliation.
        approval_status: ApprovalStatus,
        /// The same in words.
        approval_status_msg: String,
        /// Commission in percent.
        commission_rate: Amount,
        /// Fixed commission.
        commission_fix: Amount,
        /// Currency of the fixed commission.
        commission_currency: String,
        /// Commission of the product by default, in percent.
        default_commission_rate: Amount,
        /// Fixed commission of the product by default.
        default_commission_fix: Amount,
        /// Currency of the fixed commission by default.
        default_commission_currency: String,
        /// Whether only the first payment earns commission; `Y` or empty.
        is_on_first_pmnt_only: bool,
    }

    /// One amount of commission.
    Commission {
        /// Number of the commission.
        id: Id,
        /// When it was created.
        created_at: Time,
        /// Amount.
        amount: Amount,
        /// Currency, for example `EUR`.
        currency: String,
        /// Why it was credited, for example `merchant_share`.
        reason: String,
        /// Day of the planned payout.
        schedule_payout_at: Time,
        /// Number of the transaction.
        transaction_id: Id,
        /// Order id.
        purchase_id: Id,
    }

    /// What `getAffiliateCommission` answers.
    GetAffiliateCommissionAnswer {
        /// Number of the affiliate.
        affiliate_id: Id,
        /// Digistore24 name of the affiliate.
        affiliate_name: String,
        /// One row for each product.
        affiliations: Vec<Affiliation>,
    }

    /// What `getAffiliateForEmail` answers.
    GetAffiliateForEmailAnswer {
        /// Digistore24 name of the affiliate.
        affiliate_name: String,
        /// Number of the affiliate.
        affiliate_id: Id,
        /// Campaign key of the affiliate.
        campaignkey: String,
        /// Tracking key of the vendor.
        trackingkey: String,
        /// Click id of the affiliate network.
        click_id: Id,
        /// When the promo link was clicked.
        promoclick_at: Time,
    }

    /// What `getReferringAffiliate` answers.
    GetReferringAffiliateAnswer {
        /// Number of the affiliate.
        affiliate_id: Id,
        /// Digistore24 name of the affiliate.
        affiliate_name: String,
        /// Number of the partner who referred the affiliate.
        referrer_id: Id,
        /// Digistore24 name of the partner.
        referrer_name: String,
        /// Share of the partner in percent.
        commission: Amount,
        /// When it was created.
        created_at: Time,
        /// Who created it.
        created_by: Id,
    }

    /// What `listCommissions` answers.
    ListCommissionsAnswer {
        /// Page; the first is 1.
        page_no: i64,
        /// Entries per page.
        page_size: i64,
        /// Number of entries in total.
        item_count: i64,
        /// Number of pages.
        page_count: i64,
        /// The entries.
        items: Vec<Commission>,
    }

    /// What `setReferringAffiliate` answers.
    SetReferringAffiliateAnswer {
        /// What was done.
        action: ReferralAction,
        /// Number of the affiliate.
        affiliate_id: Id,
        /// Digistore24 name of the affiliate.
        affiliate_name: String,
        /// Number of the partner who referred the affiliate.
        referrer_id: Id,
        /// Digistore24 name of the partner.
        referrer_name: String,
        /// Share of the partner in percent.
        commission: Amount,
        /// When it was created.
        created_at: Time,
        /// Who created it.
        created_by: Id,
    }

    /// What `validateAffiliate` answers.
    ValidateAffiliateAnswer {
        /// Whether the affiliation is approved for every product asked for.
        have_affiliation: bool,
        /// State of the affiliation.
        affiliation_status: AffiliationStatus,
        /// Whether the name is unknown; a plain boolean, unlike other flags.
        invalid_affiliate_name: bool,
        /// The same in words.
        affiliation_status_msg: String,
        /// Link to start an affiliation.
        invite_url: String,
        /// Numbers of the products that can be promoted.
        valid_product_ids: Joined,
        /// Numbers of the products that cannot.
        invalid_product_ids: Joined,
    }
}
