//! Statistics: sales by day, period, affiliate and campaign.

use super::words::*;

functions! {
    // source: third-party-name-list-2026-10; access: guessed from the name; confidence: low
    /// Known by name only: creates a token for analytics.
    CreateAnalyticsToken = "createAnalyticsToken" (Unknown, Write, Once, open) -> Value {}

    // source: third-party-name-list-2026-10; access: guessed from the name; confidence: low
    /// Known by name only: reads split tests.
    GetSplittests = "getSplittests" (Unknown, Read, Safe, open) -> Value {}

    // source: openapi-2025-10, help-center, vendor-mcp-code-2025-09; access: help-center; confidence: high
    /// Ranks affiliates by their sales over a span of months.
    StatsAffiliateToplist = "statsAffiliateToplist" (Get, Read, Safe) -> StatsAffiliateToplistAnswer {
        /// First month.
        from: Month,
        /// Last month.
        to: Month,
        /// Digistore24 name of one affiliate.
        affiliate: Option<String>,
        /// Currency; that of the account if left out.
        currency: Option<String>,
    }

    // source: third-party-name-list-2026-10, third-party-client-2026; access: guessed from the name; confidence: low
    /// Reads visitors and earnings by date and campaign key.
    ///
    /// Known by name only: arguments and answer are those that one third-party client uses.
    StatsClicksAndEarningsByDateAndCampaignKey = "statsClicksAndEarningsByDateAndCampaignKey" (Get, Read, Safe, open)
        -> StatsClicksAndEarningsByDateAndCampaignKeyAnswer {
        /// Start of the period.
        from: Option<Moment>,
        /// End of the period, for example `today`.
        to: Option<Moment>,
        /// Unit of time; only `day` is known.
        interval: Option<ClickInterval>,
        /// Roles: `affiliate`, `vendor`.
        view_role as "viewRole": Option<Joined>,
        /// Currency of the earnings.
        currency: Option<String>,
    }

    // source: openapi-2025-10, vendor-mcp-code-2025-09; access: inferred; confidence: medium
    /// Reads sales per day and currency.
    ///
    /// No default period is documented.
    StatsDailyAmounts = "statsDailyAmounts" (Get, Read, Safe) -> StatsDailyAmountsAnswer {
        /// Start of the period.
        from: Option<Moment>,
        /// End of the period.
        to: Option<Moment>,
    }

    // source: openapi-2025-10, vendor-mcp-code-2025-09; access: inferred; confidence: low
    // otherwise: no answer is documented
    /// Reads the figures of the marketplace.
    ///
    /// `language` is also the name of the field that every call may carry to choose the language of messages.
    StatsMarketplace = "statsMarketplace" (Get, Read, Safe) -> Value {
        /// Two-letter language.
        language: Option<String>,
    }

    // source: openapi-2025-10, vendor-mcp-code-2025-09; access: inferred; confidence: medium
    /// Reads sales grouped by a unit of time.
    StatsSales = "statsSales" (Get, Read, Safe) -> StatsSalesAnswer {
        // otherwise: openapi-2025-10 lists day, month, quarter and year only, and yet week as the default
        /// Unit of time.
        period: Option<StatsPeriod> [default("week")],
        /// Start of the period.
        from: Option<Day>,
        /// End of the period.
        to: Option<Day>,
    }

    // source: openapi-2025-10, third-party-verified-2026-10, vendor-mcp-code-2025-09; access: inferred;
    // confidence: medium
    // otherwise: openapi-2025-10 details only `for.all`; the other periods are expected to look the same
    /// Reads the sales of today, this week, month, quarter and year, and of all time.
    StatsSalesSummary = "statsSalesSummary" (Get, Read, Safe) -> StatsSalesSummaryAnswer {}
}

choice! {
    /// The unit of time that clicks are grouped by.
    open ClickInterval { Day = "day" }

    /// The unit of time that sales are grouped by.
    open StatsPeriod { Day = "day", Week = "week", Month = "month", Quarter = "quarter", Year = "year" }
}

shape! {
    /// An affiliate with the sales of a period.
    AffiliateRank {
        /// Number of the affiliate.
        affiliate_id: Id,
        /// Digistore24 name of the affiliate.
        affiliate_name: String,
        /// Currency, for example `EUR`.
        currency: String,
        /// Sales, gross.
        brutto_amount: Amount,
        /// Sales, net.
        netto_amount: Amount,
        /// Sum of payments.
        payment_amount: Amount,
        /// Sum of refunds.
        refund_amount: Amount,
        /// Sum of chargebacks.
        chargeback_amount: Amount,
        /// Sum of refunds and chargebacks.
        cancellation_amount: Amount,
        /// Share of the affiliate.
        affiliate_amount: Amount,
        /// Share of the vendor.
        merchant_amount: Amount,
        /// Rate of refunds.
        refund_quota: Amount,
        /// Rate of chargebacks.
        chargeback_quota: Amount,
        /// Rate of refunds and chargebacks.
        cancellation_quota: Amount,
    }

    /// Visitors and earnings.
    ClickTotals {
        /// Visitors of the funnel.
        funnel_visitors as "funnelVisitors": i64,
        /// Visitors of the order form.
        order_form_visitors as "orderFormVisitors": i64,
        /// Earnings.
        earnings: Amount,
    }

    /// Sales by role, always with the same amounts.
    SalesFigures {
        /// Day; only in `statsDailyAmounts`.
        day: Time,
        /// Start of the period; only in `statsSales`.
        from: Time,
        /// End of the period; only in `statsSales`.
        to: Time,
        /// Currency; only in `statsDailyAmounts`.
        currency: String,
        /// Your share as vendor.
        vendor_share_amount: Amount,
        /// Gross sales as vendor.
        vendor_brutto_amount: Amount,
        /// Net sales as vendor.
        vendor_netto_amount: Amount,
        /// Your share as affiliate.
        affiliate_share_amount: Amount,
        /// Gross sales as affiliate.
        affiliate_brutto_amount: Amount,
        /// Net sales as affiliate.
        affiliate_netto_amount: Amount,
        /// Your share in other roles.
        other_share_amount: Amount,
        /// Gross sales in other roles.
        other_brutto_amount: Amount,
        /// Net sales in other roles.
        other_netto_amount: Amount,
        /// Your share in all roles.
        total_share_amount: Amount,
        /// Gross sales in all roles.
        total_brutto_amount: Amount,
        /// Net sales in all roles.
        total_netto_amount: Amount,
    }

    /// Sales by period.
    SalesSummary {
        /// All time.
        all: SummaryPeriod,
        /// This year.
        year: SummaryPeriod,
        /// This quarter.
        quarter: SummaryPeriod,
        /// This month.
        month: SummaryPeriod,
        /// This week.
        week: SummaryPeriod,
        /// Today.
        day: SummaryPeriod,
    }

    /// What `statsAffiliateToplist` answers.
    StatsAffiliateToplistAnswer {
        /// The affiliates.
        top_list: Vec<AffiliateRank>,
    }

    /// What `statsClicksAndEarningsByDateAndCampaignKey` answers.
    StatsClicksAndEarningsByDateAndCampaignKeyAnswer {
        /// Totals.
        totals: ClickTotals,
    }

    /// What `statsDailyAmounts` answers.
    StatsDailyAmountsAnswer {
        /// The figures by day and currency.
        amount_list: Vec<SalesFigures>,
    }

    /// What `statsSales` answers.
    StatsSalesAnswer {
        /// The figures by currency.
        amounts: Map<Vec<SalesFigures>>,
        /// Start of the period.
        from: Time,
        /// End of the period.
        to: Time,
        /// Unit of time.
        period: StatsPeriod,
    }

    /// What `statsSalesSummary` answers.
    StatsSalesSummaryAnswer {
        /// The figures by period.
        r#for: SalesSummary,
        /// Milliseconds the service took.
        call_duration_ms: SummaryDurations,
    }

    /// How long the service took.
    SummaryDurations {
        /// Time for all time, in milliseconds.
        amount_for_all: Amount,
        /// Time for this year, in milliseconds.
        amount_for_year: Amount,
        /// Time for this quarter, in milliseconds.
        amount_for_quarter: Amount,
        /// Time for this month, in milliseconds.
        amount_for_month: Amount,
        /// Time for this week, in milliseconds.
        amount_for_week: Amount,
        /// Time for today, in milliseconds.
        amount_for_day: Amount,
        /// Time for the percentages, in milliseconds.
        percentages: Amount,
        /// Time for the whole call, in milliseconds.
        total_call: Amount,
    }

    /// Sales of one period.
    SummaryPeriod {
        /// Start of the period.
        from: Time,
        /// End of the period.
        to: Time,
        /// The figures by currency.
        amounts: Map<SalesFigures>,
        // The service spells it so.
        /// The figures in percent of the reference values.
        precentages: Value [also("percentages")],
        /// Reference values.
        references: Value,
    }
}
