//! Vouchers: discount codes, and what is left of value vouchers.

use super::system::Outcome;
use super::words::*;

functions! {
    // source: openapi-2025-10, help-center, third-party-verified-2026-10, vendor-mcp-code-2025-09;
    // access: help-center; confidence: high
    // otherwise: openapi-2025-10 has the properties at the top level of a JSON body; `data` is from help-center
    /// Creates a discount code.
    ///
    /// Codes are unique.
    CreateVoucher = "createVoucher" (Post, Write, Once) -> CreateVoucherAnswer {
        /// The properties.
        data: VoucherData,
    }

    // source: openapi-2025-10, third-party-verified-2026-10; access: inferred; confidence: medium
    /// Deletes a discount code.
    DeleteVoucher = "deleteVoucher" (Delete, Write, Safe) -> Value {
        /// Code or number.
        code: String,
    }

    // source: openapi-2025-10, help-center, third-party-verified-2026-10, vendor-mcp-code-2025-09;
    // access: help-center; confidence: high
    /// Reads one discount code.
    GetVoucher = "getVoucher" (Get, Read, Safe) -> GetVoucherAnswer {
        /// Code as buyers type it in.
        code: String,
    }

    // source: openapi-2025-10, third-party-verified-2026-10, vendor-mcp-code-2025-09; access: inferred;
    // confidence: medium
    /// Lists the discount codes.
    ListVouchers = "listVouchers" (Post, Read, Safe) -> ListVouchersAnswer {}

    // source: openapi-2025-10, help-center, third-party-verified-2026-10, vendor-mcp-code-2025-09;
    // access: help-center; confidence: high
    // otherwise: openapi-2025-10 has the properties, with a second `code`, at the top level of a JSON body; `data` is
    // from help-center
    /// Changes a discount code.
    ///
    /// An empty `valid_from` or `expires_at` removes the limit.
    UpdateVoucher = "updateVoucher" (Put, Write, Safe) -> UpdateVoucherAnswer {
        /// Code or number of the discount code to change.
        code: String,
        /// What to change.
        data: VoucherUpdateData,
    }

    // source: openapi-2025-10, vendor-mcp-code-2025-09; access: inferred; confidence: medium
    /// Checks a value voucher, which a customer bought, and reads what is left of it.
    ///
    /// A voucher that is not valid is an API success: look at `status`.
    ValidateCouponCode = "validateCouponCode" (Get, Read, Safe) -> ValidateCouponCodeAnswer {
        /// Code or number.
        code: String,
    }
}

object! {
    /// The properties of a new discount code.
    VoucherData {
        /// Code that buyers type in.
        code: String,
        /// Product numbers, or `all`.
        product_ids: Option<Joined> [default("all")],
        /// From when the code is valid.
        valid_from: Option<Moment>,
        /// Until when the code is valid.
        expires_at: Option<Moment>,
        /// Percent off the first or only payment.
        first_rate: Option<Amount> [digits(4)],
        /// Percent off follow-up payments.
        other_rates: Option<Amount> [digits(4)],
        /// Amount off the first or only payment.
        first_amount: Option<Amount>,
        /// Amount off each follow-up payment.
        other_amounts: Option<Amount>,
        /// Currency of the amounts.
        currency: Option<String>,
        /// Whether the number of uses is limited.
        is_count_limited: Option<bool> [default("N")],
        /// How many uses are left.
        count_left: Option<i64> [default("1")],
        /// How the code counts for upgrades.
        upgrade_policy: Option<UpgradePolicy> [default("valid")],
    }

    /// What to change in a discount code.
    VoucherUpdateData {
        /// New code.
        code: Option<String>,
        /// Product numbers, or `all`.
        product_ids: Option<Joined>,
        /// From when the code is valid; empty removes the limit.
        valid_from: Option<Moment>,
        /// Until when the code is valid; empty removes the limit.
        expires_at: Option<Moment>,
        /// Percent off the first or only payment.
        first_rate: Option<Amount> [digits(4)],
        /// Percent off follow-up payments.
        other_rates: Option<Amount> [digits(4)],
        /// Amount off the first or only payment.
        first_amount: Option<Amount>,
        /// Amount off each follow-up payment.
        other_amounts: Option<Amount>,
        /// Currency of the amounts.
        currency: Option<String>,
        /// Whether the number of uses is limited.
        is_count_limited: Option<bool>,
        /// How many uses are left.
        count_left: Option<i64>,
        /// How the code counts for upgrades.
        upgrade_policy: Option<UpgradePolicy>,
    }
}

choice! {
    /// How a discount code counts for upgrades: in full, for follow-up payments only, or not at all.
    UpgradePolicy { Valid = "valid", OtherOnly = "other_only", NotValid = "not_valid" }
}

shape! {
    /// What `createVoucher` answers.
    CreateVoucherAnswer {
        // otherwise: help-center prints it with a blank, `discount code_id`
        /// Number of the discount code.
        discount_code_id: Id [also("discount code_id")],
        /// Code.
        code: String,
    }

    /// What `getVoucher` answers.
    GetVoucherAnswer {
        /// The discount code.
        coupon: Voucher,
    }

    /// What `listVouchers` answers.
    ListVouchersAnswer {
        /// The discount codes.
        coupons: Vec<Voucher>,
        /// Whether the data may be shown in public.
        are_returned_data_public: bool,
    }

    /// What `updateVoucher` answers.
    UpdateVoucherAnswer {
        // otherwise: help-center prints it with a blank, `discount code_id`
        /// Number of the discount code.
        discount_code_id: Id [also("discount code_id")],
        /// Code.
        code: String,
        /// Whether anything changed.
        modified: bool,
    }

    /// What `validateCouponCode` answers.
    ValidateCouponCodeAnswer {
        /// How it went.
        status: Outcome [fails("error")],
        /// The same in words.
        status_msg: String,
        /// Currency, for example `EUR`.
        currency: String,
        /// Number of the voucher.
        coupon_id: Id,
        /// What is left.
        amount_left: Amount,
        /// What it was worth at first.
        amount_total: Amount,
        /// Whether it works for test payments only.
        is_test_payment: bool,
    }

    /// A discount code.
    Voucher {
        /// Percent off the first or only payment.
        first_rate: Amount,
        /// Percent off follow-up payments.
        other_rates: Amount,
        /// Number of the discount code.
        id: Id,
        /// Code that buyers type in.
        code: String,
        /// Until when the code is valid; often empty beside `expires_at`.
        valid_until: Time,
        /// Until when the code is valid; empty removes the limit.
        expires_at: Time,
        /// Product numbers, or `all`.
        product_ids: Joined,
        /// Amount off the first or only payment.
        first_amount: Amount,
        /// Amount off each follow-up payment.
        other_amounts: Amount,
        /// How the code counts for upgrades.
        upgrade_policy: UpgradePolicy,
        /// Whether the number of uses is limited.
        is_count_limited: bool,
        /// How many uses are left.
        count_left: i64,
        /// Currency of the amounts.
        currency: String,
        /// Whether early bird discounts are cancelled.
        is_discarding_early_bird: bool,
    }
}
