//! Buy URLs: order form links with their own price, buyer and tracking.

use super::billing::UpgradeType;
use super::words::*;

functions! {
    // source: openapi-2025-10, help-center, vendor-code-2026, vendor-mcp-code-2025-09; access: help-center;
    // confidence: high
    /// Makes an order form link that is valid for a time, with its own price, buyer data and tracking.
    ///
    /// The order form speaks the language of the product. Links may lead to another host, such as `checkout-ds24.com`.
    ///
    /// Read-only buyer fields must be sent with values. An unknown affiliate or an invalid country makes the call fail.
    /// An impossible upgrade does not: look at `upgrade_status`.
    ///
    /// Set `force_rebilling` if `createBillingOnDemand` shall follow. Thank-you addresses may contain `[ORDER_ID]` and
    /// `[BUYER_EMAIL]`.
    CreateBuyUrl = "createBuyUrl" (Post, Write, Once) -> CreateBuyUrlAnswer {
        /// Number of the product.
        product_id: Id,
        /// The buyer.
        buyer: Option<BuyUrlBuyer>,
        /// Price and schedule of payments.
        payment_plan: Option<BuyUrlPaymentPlan>,
        /// To whom orders are credited.
        tracking: Option<BuyUrlTracking>,
        /// How long the link works: a time such as `24h` or `48h`, or `forever`.
        valid_until: Option<String> [default("24h")],
        /// Pages the buyer is led to.
        urls: Option<BuyUrlPages>,
        /// Values of placeholders in title and text of the product, by name.
        placeholders: Option<Map<String>>,
        /// Further settings.
        settings: Option<BuyUrlSettings>,
        /// Add-ons to offer.
        addons: Option<Vec<BuyUrlAddon>>,
    }

    // source: openapi-2025-10; access: inferred; confidence: medium
    /// Removes an order form link.
    DeleteBuyUrl = "deleteBuyUrl" (Delete, Write, Safe) -> Value {
        /// Number of the link.
        id: Id,
    }

    // source: openapi-2025-10, vendor-mcp-code-2025-09, third-party-observed-2020; access: inferred; confidence: low
    // otherwise: openapi-2025-10 calls the list `items`; `buyurls` is observed live
    // otherwise: openapi-2025-10 knows no arguments; 100 links a page are observed
    /// Lists the order form links.
    ListBuyUrls = "listBuyUrls" (Get, Read, Safe) -> ListBuyUrlsAnswer {
        // source: observed, down to `page_size`
        /// Page; the first is 1.
        page_no: Option<i64> [default("1") min(1)],
        /// Entries per page.
        page_size: Option<i64> [default("100") min(1)],
    }
}

object! {
    /// An add-on offered with an order form link.
    BuyUrlAddon {
        /// Number of the product.
        product_id: Option<Id>,
        /// First or only payment.
        first_amount: Option<Amount>,
        /// Each follow-up payment.
        other_amounts: Option<Amount>,
        /// Price if the add-on is paid once.
        single_amount: Option<Amount>,
        /// Quantity that is preselected.
        default_quantity: Option<i64> [default("1") min(1)],
        /// How the highest quantity is set.
        max_quantity_type: Option<MaxQuantityType> [default("unlimited")],
        /// Highest quantity.
        max_quantity: Option<i64> [min(1)],
        /// Currency, for example `EUR`.
        currency: Option<String> [max_len(3)],
        /// Whether the buyer may change the quantity while ordering.
        is_quantity_editable_before_purchase: Option<bool> [default("N")],
        /// Whether the buyer may change the quantity later.
        is_quantity_editable_after_purchase: Option<bool> [default("N")],
    }

    /// What is known about the buyer of an order form link.
    BuyUrlBuyer {
        /// E-mail address.
        email: Option<String>,
        /// How the buyer is addressed.
        salutation: Option<Salutation>,
        /// Title, for example `Dr.`.
        title: Option<String>,
        /// Family name.
        last_name: Option<String>,
        /// Given name.
        first_name: Option<String>,
        /// Company.
        company: Option<String>,
        /// Street and number.
        street: Option<String>,
        /// Town.
        city: Option<String>,
        /// Postal code.
        zipcode: Option<String>,
        /// State or province.
        state: Option<String>,
        /// Two-letter country.
        country: Option<String> [max_len(2)],
        /// Telephone number.
        phone_no: Option<String>,
        /// Tax number.
        tax_id: Option<Id>,
        /// Which fields the buyer cannot change on the order form.
        readonly_keys: Option<ReadonlyKeys> [default("none")],
        /// Number of a buyer, or an order id, whose address is used.
        id: Option<Id>,
    }

    /// Where buyers of the link are led to.
    BuyUrlPages {
        /// Page shown after buying; https only.
        thankyou_url: Option<String>,
        /// Page for links that no longer work.
        fallback_url: Option<String>,
        /// Page shown when the upgrade fails.
        upgrade_error_url: Option<String>,
    }

    /// Price and schedule of an order form link.
    BuyUrlPaymentPlan {
        /// First or only payment.
        first_amount: Option<Amount>,
        /// Each follow-up payment.
        other_amounts: Option<Amount>,
        /// Currency, for example `EUR`.
        currency: Option<String> [max_len(3)],
        /// 0 for a subscription without end, 1 for a single payment, 2 or more for installments.
        number_of_installments: Option<i64> [default("1") min(0)],
        /// Time until the second payment, for example `1_month`.
        first_billing_interval: Option<String> [default("1_month")],
        /// Time between later payments, for example `1_month`.
        other_billing_intervals: Option<String>,
        /// Time of trial before the first payment, for example `7_day`.
        test_interval: Option<String>,
        /// Payment plan to take the rest from.
        template: Option<Id>,
        /// Order to upgrade.
        upgrade_order_id: Option<Id>,
        /// When the upgrade takes effect.
        upgrade_type: Option<UpgradeType> [default("upgrade")],
        /// Whether the given prices include tax.
        tax_mode: Option<TaxMode> [default("as_set")],
    }

    /// Further settings of an order form link.
    BuyUrlSettings {
        /// Number of the order form.
        orderform_id: Option<Id>,
        /// Id of the product image, or a map of such ids.
        img: Option<Value>,
        /// Commission of the affiliate in percent.
        affiliate_commission_rate: Option<Amount> [digits(4)],
        /// Fixed commission of the affiliate.
        affiliate_commission_fix: Option<Amount>,
        /// Discount code to apply.
        voucher_code: Option<String>,
        /// Percent off the first payment.
        voucher_1st_rate: Option<Amount> [digits(4)],
        /// Percent off follow-up payments.
        voucher_oth_rates: Option<Amount> [digits(4)],
        /// Amount off the first payment.
        voucher_1st_amount: Option<Amount>,
        /// Amount off each follow-up payment.
        voucher_oth_amounts: Option<Amount>,
        /// Whether only payment methods are offered that can be charged again.
        force_rebilling: Option<bool>,
        // source: openapi-2025-10; whether a joined text works too is unknown
        /// Payment methods to offer.
        pay_methods: Option<Vec<PayMethod>>,
        // source: vendor code
        /// Whether to hide the warning that the product was bought before.
        hide_double_buy_info: Option<bool>,
    }

    /// To whom orders of the link are credited.
    BuyUrlTracking {
        /// Your own reference, which notifications return as `custom`; 63 characters at most.
        custom: Option<String> [max_len(63)],
        /// Digistore24 name of the affiliate.
        affiliate: Option<String>,
        /// Whether an affiliate bound to the e-mail address wins.
        affiliate_priority: Option<AffiliatePriority> [default("as_set")],
        /// Campaign key of the affiliate.
        campaignkey: Option<String>,
        /// Tracking key of the vendor.
        trackingkey: Option<String>,
        /// UTM source.
        utm_source: Option<String>,
        /// UTM medium.
        utm_medium: Option<String>,
        /// UTM campaign.
        utm_campaign: Option<String>,
        /// UTM term.
        utm_term: Option<String>,
        /// UTM content.
        utm_content: Option<String>,
    }
}

choice! {
    /// Whose affiliate counts: the one bound to the e-mail address, or the one that is given.
    AffiliatePriority { Email = "email", AsSet = "as_set" }

    /// How the highest quantity of an add-on is set.
    MaxQuantityType { Unlimited = "unlimited", LikeMainItem = "like_main_item", Number = "number" }

    /// A way to pay. `getGlobalSettings` answers the full list.
    open PayMethod {
        Paypal = "paypal",
        Sezzle = "sezzle",
        CreditCard = "creditcard",
        DirectDebit = "elv",
        BankTransfer = "banktransfer",
        Klarna = "klarna",
    }

    /// Which fields about themselves buyers cannot change on the order form.
    ReadonlyKeys { All = "all", Email = "email", EmailAndName = "email_and_name", Nothing = "none" }

    /// How a buyer is addressed.
    Salutation { Mr = "M", Ms = "F" }

    /// Whether given prices include tax.
    TaxMode { AsSet = "as_set", Exclude = "exclude", Include = "include" }

    /// Whether the upgrade that was asked for works.
    open UpgradeStatus { NotAsked = "none", Works = "ok", Failed = "error" }
}

shape! {
    /// An order form link.
    BuyUrl {
        /// Number of the link.
        id: Id,
        /// Number of the product.
        product_id: Id,
        /// The link.
        url: String,
        // source: observed 2020, down to `email`
        /// When the link stops working.
        valid_until: Time,
        /// E-mail address of the buyer.
        email: String,
        /// When it was created.
        created_at: Time,
        /// When it was last changed.
        modified_at: Time,
    }

    /// What `createBuyUrl` answers.
    CreateBuyUrlAnswer {
        /// Number of the link.
        id: Id,
        /// The link.
        url: String,
        /// When the link stops working.
        valid_until: Time,
        /// Whether the upgrade works.
        upgrade_status: UpgradeStatus [fails("error")],
        // source: observed, down to `upgrade_errors`
        /// Kind of the upgrade, or `none`.
        upgrade_type: String,
        /// Why the upgrade does not work.
        upgrade_errors: Value,
    }

    /// What `listBuyUrls` answers.
    ListBuyUrlsAnswer {
        // source: observed, down to `page_count`
        /// Page; the first is 1.
        page_no: i64,
        /// Entries per page.
        page_size: i64,
        /// Number of entries in total.
        item_count: i64,
        /// Number of pages.
        page_count: i64,
        /// The links.
        buyurls: Vec<BuyUrl> [also("items")],
    }
}
