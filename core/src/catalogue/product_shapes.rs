//! What answers hold about products.

use super::payment_plans::PaymentPlan;
use super::products::ProductBuyerType;
use super::system::ApprovalStatus;
use super::words::*;

shape! {
    /// What `copyProduct` answers.
    CopyProductAnswer {
        /// Number of the copy.
        product_id: Id,
    }

    /// What `createProduct` answers.
    CreateProductAnswer {
        /// Number of the product.
        product_id: Id,
    }

    /// What `createProductGroup` answers.
    CreateProductGroupAnswer {
        /// Number of the folder.
        product_group_id: Id,
    }

    /// What `getProductGroup` answers.
    GetProductGroupAnswer {
        /// The folder.
        product_group: ProductGroup,
    }

    /// What `listProductGroups` answers.
    ListProductGroupsAnswer {
        /// The folders.
        items: Vec<ProductGroup> [also("product_groups")],
    }

    /// What `listProducts` answers.
    ListProductsAnswer {
        /// The products.
        products: Vec<Product>,
    }

    /// A product. Rows carry more fields than any document lists.
    Product {
        /// Number of the product.
        id: Id,
        /// Name of the product.
        name: String,
        /// Internal name.
        name_intern: String,
        /// Internal remark of at most 47 characters.
        note: String,
        /// Internal tag; it can be read but not written.
        tag: String,
        /// Language of the order form.
        language: String,
        /// Description.
        description: String,
        /// Currencies.
        currency: Joined,
        /// When it was created.
        created_at: Time,
        /// When it was last changed.
        modified_at: Time,
        /// Number of the folder; false or empty if there is none.
        product_group_id: Id,
        /// Name of the folder; only in `listProducts`.
        product_group_name: String,
        /// Number of the product type.
        product_type_id: Id,
        /// Number of the vendor.
        owner_id: Id,
        /// Name of the vendor.
        owner_name: String,
        /// Number of the vendor.
        user_id: Id,
        /// Pieces in stock, or `infinite`.
        units_left: String,
        /// Highest quantity.
        max_quantity: i64,
        /// For whom the product is.
        buyer_type: ProductBuyerType,
        /// State of the approval; empty where `approval_status_list` is given.
        approval_status: ApprovalStatus,
        /// The same in words.
        approval_status_msg: String,
        /// State of the approval at each reseller.
        approval_status_list: Vec<ResellerApproval>,
        /// Sales page.
        salespage_url: String,
        /// Sales page if it is offered as an upsell.
        upsell_salespage_url: String,
        /// Thank-you page.
        thankyou_url: String,
        /// Thank-you page after an upsell.
        upsell_thankyou_page_url: String,
        /// Thank-you page of the free upsell flow.
        upsell_freeflow_thankyou_url: String,
        /// Id of the image.
        image_id: Id,
        /// Address of the image.
        image_url: String,
        /// Commission in percent.
        affiliate_commission: Amount,
        /// Fixed commission.
        affiliate_commission_fix: Amount,
        /// Currency of the fixed commission.
        affiliate_commission_cur: String,
        /// Number of the order form.
        orderform_id: Id,
        /// Payment methods.
        pay_methods: Joined,
        /// When sales end.
        stop_sales_at: Time,
        /// Text of the opt-in.
        optin_text: String,
        /// Text on the thank-you page.
        description_thankyou_page: String,
        /// How order data on the thank-you page is encrypted.
        encrypt_order_data_of_thankyou_page_url: String,
        /// How order data on the thank-you page of upsells is encrypted.
        encrypt_order_data_of_upsell_thankyou_page_url: String,
        /// Whether data of the order is added to the sales page of upsells.
        add_order_data_to_upsell_sales_page_url: String,
        /// Who is mailed about payments.
        notify_payment_emails: String,
        /// Who is mailed about refunds.
        notify_refund_emails: String,
        /// Who is mailed about chargebacks.
        notify_chargeback_emails: String,
        /// Who is mailed about missed payments.
        notify_missed_payment_emails: String,
        /// Who is mailed when recurring payments start or stop.
        notify_rebilling_start_stop_emails: String,
        /// Who is mailed about recurring payments.
        notify_rebilling_payment_emails: String,
        /// Who is mailed about add-ons.
        notify_addons_for: String,
        // source: observed 2025, down to `optin_text_sl`
        /// Country of the product.
        country: String,
        /// Order form for buyers.
        orderform_customer_url: String,
        /// Preview of the order form.
        orderform_preview_url: String,
        /// Rule for the period of service, for example `auto`.
        service_interval: String,
        /// Date of the service.
        service_date: String,
        /// Period of service of single payments.
        single_payment_service_period: String,
        /// Who is mailed about affiliates.
        notify_affiliate_emails: String,
        /// German name.
        name_de: String,
        /// English name.
        name_en: String,
        /// French name.
        name_fr: String,
        /// Spanish name.
        name_es: String,
        /// Dutch name.
        name_nl: String,
        /// Italian name.
        name_it: String,
        /// Portuguese name.
        name_pt: String,
        /// Polish name.
        name_pl: String,
        /// Slovenian name.
        name_sl: String,
        /// German description.
        description_de: String,
        /// English description.
        description_en: String,
        /// French description.
        description_fr: String,
        /// Spanish description.
        description_es: String,
        /// Dutch description.
        description_nl: String,
        /// Italian description.
        description_it: String,
        /// Portuguese description.
        description_pt: String,
        /// Polish description.
        description_pl: String,
        /// Slovenian description.
        description_sl: String,
        /// German text on the thank-you page.
        description_thankyou_page_de: String,
        /// English text on the thank-you page.
        description_thankyou_page_en: String,
        /// French text on the thank-you page.
        description_thankyou_page_fr: String,
        /// Spanish text on the thank-you page.
        description_thankyou_page_es: String,
        /// Dutch text on the thank-you page.
        description_thankyou_page_nl: String,
        /// Italian text on the thank-you page.
        description_thankyou_page_it: String,
        /// Portuguese text on the thank-you page.
        description_thankyou_page_pt: String,
        /// Polish text on the thank-you page.
        description_thankyou_page_pl: String,
        /// Slovenian text on the thank-you page.
        description_thankyou_page_sl: String,
        /// German text of the opt-in.
        optin_text_de: String,
        /// English text of the opt-in.
        optin_text_en: String,
        /// French text of the opt-in.
        optin_text_fr: String,
        /// Spanish text of the opt-in.
        optin_text_es: String,
        /// Dutch text of the opt-in.
        optin_text_nl: String,
        /// Italian text of the opt-in.
        optin_text_it: String,
        /// Portuguese text of the opt-in.
        optin_text_pt: String,
        /// Polish text of the opt-in.
        optin_text_pl: String,
        /// Slovenian text of the opt-in.
        optin_text_sl: String,
        /// Whether buyers may change the quantity while ordering: `Y`, `N` or words such as `Y_always`.
        is_quantity_editable_before_purchase: String,
        /// Whether buyers may change the quantity later.
        is_quantity_editable_after_purchase: bool,
        /// Whether the address is always asked for.
        is_address_input_mandatory: bool,
        /// How the telephone number is asked for, for example `hidden`.
        is_phone_no_input_shown: String,
        /// Whether a title is asked for.
        is_title_input_shown: bool,
        /// Whether the name is shown on bank statements.
        is_name_shown_on_bank_statement: bool,
        /// Whether affiliations are accepted by themselves.
        is_affiliation_auto_accepted: bool,
        /// Whether it is switched on.
        is_active: bool,
        /// Whether add-ons have a thank-you page of their own.
        is_addon_thankyou_url_enabled: bool,
        /// Whether the form of address is asked for.
        has_addr_salutation: bool,
        /// Whether data of the order is added to the address of the thank-you page.
        add_order_data_to_thankyou_page_url: bool,
        /// Whether buyers of upsells are led to a thank-you page of their own.
        redirect_to_custom_upsell_thankyou_page: bool,
        /// Whether data of the order is added to the address of the thank-you page of upsells.
        add_order_data_to_upsell_thankyou_page_url: bool,
        /// Whether VAT is shown.
        is_vat_shown: bool,
        /// Whether the free upsell flow is enabled.
        is_free_upsell_enabled: bool,
        /// Whether the free upsell flow starts here.
        is_free_upsell_started: bool,
        /// Whether the free upsell flow stops here.
        is_free_upsell_stopped: bool,
        /// Whether an upsell cannot be bought twice.
        is_upsell_double_purchase_prevented: bool,
        /// Whether the opt-in is shown.
        is_optin_checkbox_shown: bool,
        /// Whether the telephone number has to be given.
        is_phone_no_mandatory: bool,
        /// Whether search engines may list it.
        is_search_engine_allowed: bool,
        /// Whether it is deleted.
        is_deleted: bool,
        /// Payment plans; only in `getProduct`.
        paymentplans: Vec<PaymentPlan>,
    }

    /// A product folder.
    ProductGroup {
        /// Number of the folder.
        id: Id,
        /// Name.
        name: String,
        /// When it was created.
        created_at: Time,
        /// When it was last changed.
        modified_at: Time,
        // source: expected from createProductGroup, and all that follows
        /// Position in the list.
        position: i64,
        /// Whether it is shown as a tab.
        is_shown_as_tab: bool,
    }

    /// A type of products.
    ProductType {
        /// Number of the product type.
        id: Id,
        /// Name.
        name: String,
        /// Category.
        category: String,
    }

    /// The approval of a product at one reseller.
    ResellerApproval {
        /// Number of the reseller: 1 Germany, 2 USA, 3 UK, 4 Ireland.
        reseller_id: Id,
        /// State of the approval at this reseller.
        approval_status: ApprovalStatus,
        /// Whether the account is active at this reseller.
        is_siteowner_active: bool,
    }
}
