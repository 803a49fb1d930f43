//! Buyers: their addresses, what they answered in forms, and reports of fraud.

use super::system::IsModifiedAnswer;
use super::words::*;

functions! {
    // source: openapi-2025-10, third-party-verified-2026-10, vendor-mcp-code-2025-09, third-party-observed-2025-11;
    // access: inferred; confidence: high
    /// Reads one buyer with address.
    GetBuyer = "getBuyer" (Get, Read, Safe) -> GetBuyerAnswer {
        // source: observed for the e-mail address
        /// Number of the buyer; an e-mail address works too.
        buyer_id: Id,
    }

    // source: openapi-2025-10, third-party-verified-2026-10, vendor-mcp-code-2025-09; access: inferred;
    // confidence: medium
    /// Lists the buyers, page by page.
    ListBuyers = "listBuyers" (Get, Read, Safe) -> ListBuyersAnswer {
        /// Page; the first is 1.
        page_no: Option<i64> [default("1") min(1)],
        /// Entries per page.
        page_size: Option<i64> [default("100") min(1)],
    }

    // source: openapi-2025-10, vendor-mcp-code-2025-09, third-party-observed-2020; access: inferred;
    // confidence: medium
    // otherwise: a client of 2020 saw `records` beside `data` instead of below it
    /// Lists what buyers answered in extra input fields.
    ListCustomFormRecords = "listCustomFormRecords" (Get, Read, Safe) -> ListCustomFormRecordsAnswer {
        /// Order id.
        purchase_id: Option<Id>,
    }

    // source: openapi-2025-10; access: inferred; confidence: medium
    /// Reports the buyer, the affiliate or both of a transaction as fraud.
    ///
    /// A report that is not accepted is an API success: look at `buyer_status` and `affiliate_status`.
    ReportFraud = "reportFraud" (Post, Write, Once) -> ReportFraudAnswer {
        /// Number of the transaction.
        transaction_id: Id,
        /// Whom to report.
        who: FraudParty,
        /// Why.
        comment: String,
    }

    // source: openapi-2025-10, help-center, third-party-verified-2026-10, vendor-mcp-code-2025-09;
    // access: help-center; confidence: high
    // otherwise: openapi-2025-10 has the properties at the top level of a JSON body; `data` is from help-center
    /// Changes the contact data of a buyer.
    UpdateBuyer = "updateBuyer" (Put, Write, Safe) -> IsModifiedAnswer {
        /// Number of the buyer.
        buyer_id: Id,
        /// What to change.
        data: BuyerData,
    }
}

object! {
    /// The contact data of a buyer.
    BuyerData {
        /// E-mail address.
        email: Option<String>,
        /// Given name.
        first_name: Option<String>,
        /// Family name.
        last_name: Option<String>,
        /// How the buyer is addressed.
        salutation: Option<BuyerSalutation>,
        /// Title, for example `Dr.`.
        title: Option<String>,
        /// Company.
        company: Option<String>,
        /// Street without number.
        street_name: Option<String>,
        /// House number.
        street_number: Option<String>,
        // otherwise: a hint of help-center says `phone_no`, which is also the name in answers
        /// Telephone number.
        phone_number: Option<String>,
        /// Town.
        city: Option<String>,
        /// Postal code.
        zipcode: Option<String>,
        /// State or province.
        state: Option<String>,
        /// Two-letter country.
        country: Option<String>,
    }
}

choice! {
    /// How a buyer is addressed; empty clears it.
    BuyerSalutation { Unset = "", Mr = "M", Ms = "F" }

    /// What kind of buyer somebody is.
    open BuyerType { Business = "business", Consumer = "consumer", Common = "common", Vendor = "vendor" }

    /// Whom a report of fraud is about.
    FraudParty { Buyer = "buyer", Affiliate = "affiliate", BuyerAndAffiliate = "buyer,affiliate" }

    /// What became of a report of fraud.
    open ReportCode { CreatedEntry = "created_entry", Rerequest = "rerequest", NotCreated = "not_created" }

    /// How a report of fraud went.
    open ReportStatus { Info = "info", Success = "success", Warning = "warning", Failure = "failure" }
}

shape! {
    /// A buyer.
    Buyer {
        /// Number of the buyer.
        id: Id,
        /// Number of the address.
        address_id: Id,
        /// When the buyer was first seen.
        created_at: Time,
        /// E-mail address.
        email: String,
        /// Given name.
        first_name: String,
        /// Family name.
        last_name: String,
        /// How the buyer is addressed: `M`, `F` or empty.
        salutation: String,
        /// Title, for example `Dr.`.
        title: String,
        /// Company.
        company: String,
        /// Street and number.
        street: String,
        /// Street without number.
        street_name: String,
        /// House number.
        street_number: String,
        /// Postal code.
        zipcode: String,
        /// Town.
        city: String,
        /// State or province.
        state: String,
        /// Two-letter country.
        country: String,
        /// Telephone number.
        phone_no: String,
        // source: observed 2025, down to `street2`
        /// Kind of buyer.
        buyer_type: BuyerType,
        /// How the buyer is addressed, in words.
        salutation_msg: String,
        /// Second line of the address.
        street2: String,
    }

    /// What a buyer answered in one extra form.
    CustomFormRecord {
        /// Number of the form.
        form_id: Id,
        /// Number of the record.
        id: Id,
        /// Order id.
        purchase_id: Id,
        /// Number of the line of the order.
        purchase_item_id: Id,
        /// Number of the product.
        product_id: Id,
        /// Which form of the order line it is.
        form_no: i64,
        /// How many forms the order line has.
        form_count: i64,
        /// What the buyer filled in, by field.
        data: Map<String>,
        /// What was used as address, by field.
        address: Map<String>,
    }

    /// What `getBuyer` answers.
    GetBuyerAnswer {
        /// The buyer.
        buyer: Buyer,
    }

    /// What `listBuyers` answers.
    ListBuyersAnswer {
        /// Page; the first is 1.
        page_no: i64,
        /// Entries per page.
        page_size: i64,
        /// Number of entries in total.
        item_count: i64,
        /// Number of pages.
        page_count: i64,
        /// The entries.
        items: Vec<Buyer>,
    }

    /// What `listCustomFormRecords` answers.
    ListCustomFormRecordsAnswer {
        /// The records.
        records: Vec<CustomFormRecord>,
    }

    /// What `reportFraud` answers.
    ReportFraudAnswer {
        /// How the report of the buyer went.
        buyer_status: ReportStatus [fails("failure")],
        /// The same in words.
        buyer_message: String,
        /// What became of the report of the buyer.
        buyer_code: ReportCode,
        /// How the report of the affiliate went.
        affiliate_status: ReportStatus [fails("failure")],
        /// The same in words.
        affiliate_message: String,
        /// What became of the report of the affiliate.
        affiliate_code: ReportCode,
    }
}
