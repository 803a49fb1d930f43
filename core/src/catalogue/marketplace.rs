//! The marketplace: entries that win affiliates for products.

use super::system::ApprovalStatus;
use super::words::*;

functions! {
    // source: third-party-name-list-2026-10; access: guessed from the name; confidence: low
    /// Known by name only: creates a marketplace entry.
    ///
    /// The fields of an entry are those of `getMarketplaceEntry`.
    CreateMarketplaceEntry = "createMarketplaceEntry" (Unknown, Write, Once, open) -> Value {}

    // source: third-party-name-list-2026-10; access: guessed from the name; confidence: low
    /// Known by name only: deletes a marketplace entry.
    DeleteMarketplaceEntry = "deleteMarketplaceEntry" (Unknown, Write, Safe, open) -> Value {}

    // source: openapi-2025-10, help-center, vendor-mcp-code-2025-09; access: help-center; confidence: high
    /// Reads one marketplace entry with its figures.
    GetMarketplaceEntry = "getMarketplaceEntry" (Get, Read, Safe) -> MarketplaceEntry {
        /// Number of the entry, not of the product.
        entry_id: Id,
    }

    // source: openapi-2025-10, vendor-mcp-code-2025-09; access: inferred; confidence: medium
    // otherwise: openapi-2025-10 prints only `id` and `stats_stars` of an entry; the fields of getMarketplaceEntry are
    // expected
    /// Lists your marketplace entries with their figures.
    ListMarketplaceEntries = "listMarketplaceEntries" (Get, Read, Safe) -> ListMarketplaceEntriesAnswer {
        /// What to sort by; the values are not documented.
        sort_by: Option<String>,
    }

    // source: third-party-name-list-2026-10; access: guessed from the name; confidence: low
    /// Known by name only: asks for the approval of a marketplace entry.
    RequestMarketplaceEntryApproval = "requestMarketplaceEntryApproval" (Unknown, Write, Safe, open) -> Value {}
}

shape! {
    /// What `listMarketplaceEntries` answers.
    ListMarketplaceEntriesAnswer {
        /// The entries.
        entries: Vec<MarketplaceEntry>,
        // source: observed
        /// Number of entries.
        count: i64,
    }

    /// An entry of the marketplace with its figures.
    MarketplaceEntry {
        /// Number of the entry.
        id: Id,
        /// Number of the main product.
        main_product_id: Id,
        /// Numbers of the main product and of related ones.
        all_product_ids: Vec<Id>,
        /// State of the approval.
        approval_status: ApprovalStatus,
        /// The same in words.
        approval_status_msg: String,
        /// Typical price.
        price: Amount,
        /// Currency of all prices.
        currency: String,
        /// Price as HTML.
        price_msg: String,
        /// Two-letter language.
        language: String,
        // The service spells it so.
        /// Whether the text of the price is written by hand.
        is_price_msg_overriden: bool [also("is_price_msg_overridden")],
        /// Number of the category.
        product_category_id: Id,
        /// Category.
        product_category: String,
        /// Headline.
        headline: String,
        /// Description.
        description: String,
        /// What an affiliate can expect of a sale.
        affiliate_share: Amount,
        /// When the product was created.
        product_created_at: Time,
        /// Whether there are enough sales for figures that mean something.
        stats_is_valid: bool,
        /// When the figures were last computed.
        stats_updated_at: Time,
        /// Rank among all entries.
        stats_seller_rank: i64,
        /// Rank in the category.
        stats_seller_rank_category: i64,
        /// Popularity, 0 to 5.
        stats_stars: Amount,
        /// Affiliate earnings per visitor of the order form.
        stats_affiliate_profit_visitor: Amount,
        /// Affiliate earnings per first sale.
        stats_affiliate_profit_sale: Amount,
        /// Number of orders with an affiliate.
        stats_count_orders_w_aff: i64,
        /// Cancelled orders in percent.
        stats_cancel_rate: Amount,
        /// Net revenue with subscriptions and upsells.
        stats_revenue: Amount,
        /// Number of affiliates with sales.
        stats_count_affiliates_with_sales: i64,
        /// Conversion in percent.
        stats_conversion_rate: Amount,
        /// Number of orders.
        stats_count_orders: i64,
    }
}
