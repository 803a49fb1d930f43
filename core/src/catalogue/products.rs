//! Products: what is sold, in which folders, with which add-ons.

pub use super::product_shapes::*;
use super::system::{IsModifiedAnswer, ModifiedAnswer};
use super::words::*;

functions! {
    // source: third-party-name-list-2026-10; access: guessed from the name; confidence: low
    /// Known by name only: approves a product.
    ApproveProduct = "approveProduct" (Unknown, Write, Safe, open) -> Value {}

    // source: openapi-2025-10, vendor-mcp-code-2025-09; access: openapi; confidence: medium
    /// Copies a product and changes some of its properties.
    CopyProduct = "copyProduct" (Post, Write, Once) -> CopyProductAnswer {
        /// Number of the product to copy.
        product_id: Id,
        /// What to change in the copy.
        data: ProductCopyData,
    }

    // source: third-party-name-list-2026-10; access: guessed from the name; confidence: low
    /// Known by name only: adds an add-on to a product.
    CreateAddon = "createAddon" (Unknown, Write, Once, open) -> Value {}

    // source: openapi-2025-10, third-party-verified-2026-10, vendor-code-2026, vendor-mcp-code-2025-09;
    // access: openapi; confidence: medium
    // otherwise: openapi-2025-10 lists 17 properties and neither `currency` nor `language`; vendor code sends both
    /// Creates a product.
    ///
    /// Prices live in payment plans; a product without one gets a default plan. A product cannot be deleted any more
    /// once it sold, only switched off.
    ///
    /// The service knows more properties than are listed here, about 80.
    CreateProduct = "createProduct" (Post, Write, Once) -> CreateProductAnswer {
        /// The properties.
        data: ProductData,
    }

    // source: openapi-2025-10, vendor-code-2026, vendor-mcp-code-2025-09; access: openapi; confidence: high
    /// Creates a product folder.
    CreateProductGroup = "createProductGroup" (Post, Write, Once) -> CreateProductGroupAnswer {
        /// The properties.
        data: ProductGroupData,
    }

    // source: openapi-2025-10, vendor-code-2026; access: inferred; confidence: medium
    /// Deletes a product that never sold.
    ///
    /// A product that sold can only be switched off, with `updateProduct`.
    DeleteProduct = "deleteProduct" (Delete, Write, Safe) -> Value {
        /// Number of the product.
        product_id: Id,
    }

    // source: openapi-2025-10; access: inferred; confidence: medium
    /// Deletes a product folder.
    DeleteProductGroup = "deleteProductGroup" (Delete, Write, Safe) -> Value {
        /// Number of the folder.
        product_group_id: Id,
    }

    // source: third-party-name-list-2026-10; access: guessed from the name; confidence: low
    /// Known by name only: lists the kinds of deliverables.
    ///
    /// The base address may differ from that of the other functions.
    DeliverableTypes = "deliverable-types" (Unknown, Read, Safe, open) -> Value {}

    // source: openapi-2025-10, third-party-verified-2026-10, vendor-code-2026, vendor-mcp-code-2025-09,
    // third-party-observed-2020; access: inferred; confidence: medium
    // otherwise: openapi-2025-10 nests the record below `product` and names no field; observed answers hold it
    // directly in `data`
    // otherwise: openapi-2025-10 does not know `show_deleted`; a client of 2020 sends it
    /// Reads one product.
    GetProduct = "getProduct" (Get, Read, Safe) -> Under<Product> {
        /// Number of the product.
        product_id: Id,
        // source: observed 2020
        /// Whether to find deleted products too.
        show_deleted: Option<bool>,
    }

    // source: third-party-name-list-2026-10; access: guessed from the name; confidence: low
    /// Known by name only: reads the add-ons of a product.
    GetProductAddons = "getProductAddons" (Unknown, Read, Safe, open) -> Value {}

    // source: openapi-2025-10, vendor-code-2026, vendor-mcp-code-2025-09; access: inferred; confidence: low
    // otherwise: no field of the answer is documented; `id`, the properties of createProductGroup and times are
    // expected
    /// Reads one product folder.
    GetProductGroup = "getProductGroup" (Get, Read, Safe) -> GetProductGroupAnswer {
        /// Number of the folder.
        product_group_id: Id,
    }

    // source: openapi-2025-10, vendor-code-2026, vendor-mcp-code-2025-09, third-party-observed-2020; access: inferred;
    // confidence: medium
    // otherwise: openapi-2025-10 answers a bare list; `items` is observed (2020), vendor code also looks for
    // `product_groups` and `groups`
    /// Lists the product folders.
    ListProductGroups = "listProductGroups" (Get, Read, Safe) -> ListProductGroupsAnswer {}

    // source: openapi-2025-10, vendor-mcp-code-2025-09; access: inferred; confidence: low
    /// Lists the types of products.
    ListProductTypes = "listProductTypes" (Get, Read, Safe) -> Loose<ProductType> {}

    // source: openapi-2025-10, third-party-verified-2026-10, vendor-code-2026, vendor-mcp-code-2025-09,
    // third-party-observed-2025-11, third-party-observed-2022, third-party-observed-2020; access: inferred;
    // confidence: high
    // otherwise: openapi-2025-10 answers a bare list of ten fields; an object with `products` is observed, with about
    // 110 fields a row
    /// Lists all products of the vendor.
    ListProducts = "listProducts" (Get, Read, Safe) -> ListProductsAnswer {
        /// What to sort by.
        sort_by: Option<ProductSortBy> [default("name")],
    }

    // source: third-party-name-list-2026-10; access: guessed from the name; confidence: low
    /// Known by name only: changes an add-on.
    UpdateAddon = "updateAddon" (Unknown, Write, Safe, open) -> Value {}

    // source: openapi-2025-10, help-center, third-party-verified-2026-10, vendor-code-2026, vendor-mcp-code-2025-09;
    // access: help-center; confidence: high
    // otherwise: openapi-2025-10 has the properties at the top level of a JSON body; `data` is from help-center and
    // vendor code
    /// Changes a product; this is also how approval is requested.
    ///
    /// The service knows more properties than are listed here. It ignores `amount`, as prices live in payment plans,
    /// and refuses `tag`.
    ///
    /// Addresses must be public https addresses.
    UpdateProduct = "updateProduct" (Put, Write, Safe) -> ModifiedAnswer {
        /// Number of the product.
        product_id: Id,
        /// What to change.
        data: ProductUpdateData,
    }

    // source: openapi-2025-10, vendor-mcp-code-2025-09; access: inferred; confidence: medium
    // otherwise: openapi-2025-10 has the properties at the top level of a JSON body; `data` is by analogy to
    // createProductGroup only
    /// Changes a product folder.
    ///
    /// That the properties belong below `data` is likely, not documented: check `is_modified`.
    UpdateProductGroup = "updateProductGroup" (Put, Write, Safe) -> IsModifiedAnswer {
        /// Number of the folder.
        product_group_id: Id,
        /// What to change.
        data: ProductGroupUpdateData,
    }

    // source: third-party-name-list-2026-10; access: guessed from the name; confidence: low
    /// Known by name only: sets the approval of a product at a reseller.
    ///
    /// It seems to replace `approval_status` of `updateProduct`; resellers there are 1 Germany, 2 USA, 3 UK and 4
    /// Ireland.
    UpdateProductResellerApproval = "updateProductResellerApproval" (Unknown, Write, Safe, open) -> Value {}

    // source: third-party-name-list-2026-10; access: guessed from the name; confidence: low
    /// Known by name only: reads the legal requirements of a product.
    ///
    /// The base address may differ from that of the other functions.
    ProductLegalRequirements = "{productId}/legal-requirements" (Unknown, Read, Safe, open) -> Value {
        /// Number of the product, which stands in the path.
        product_id as "productId": Id,
    }
}

object! {
    /// The properties in which a copy differs.
    ProductCopyData {
        /// Internal name.
        name_intern: Option<String> [max_len(63)],
        /// Number of the product type; `listProductTypes` answers them.
        product_type_id: Option<Id>,
        /// Languages; that of the vendor if left out.
        language: Option<Joined>,
        /// Whether it is switched on.
        is_active: Option<bool>,
        /// Number of the folder.
        product_group_id: Option<Id>,
        /// Name in each language, 63 characters at most.
        names as "name_XX": Option<PerLanguage> [max_len(63)],
    }

    /// The properties of a new product.
    ///
    /// The service is said to take about 80 (2026), of which these are known. A raw call sends the others.
    ProductData {
        /// Internal name.
        name_intern: Option<String> [max_len(63)],
        /// Name in each language, 63 characters at most.
        names as "name_XX": Option<PerLanguage> [max_len(63)],
        /// Description in each language; HTML is filtered.
        descriptions as "description_XX": Option<PerLanguage>,
        /// Sales page.
        salespage_url: Option<String> [max_len(255)],
        /// Sales page if it is offered as an upsell.
        upsell_salespage_url: Option<String> [max_len(255)],
        /// Page shown after buying; https only.
        thankyou_url: Option<String> [max_len(255)],
        /// Address of the image.
        image_url: Option<String> [max_len(255)],
        /// Number of the product type; `listProductTypes` answers them.
        product_type_id: Option<Id>,
        /// Whether to ask for approval.
        approval_status: Option<ApprovalRequest>,
        /// Commission of affiliates in percent.
        affiliate_commission: Option<Amount> [digits(4)],
        /// For whom the product is: with or without VAT in prices.
        buyer_type: Option<ProductBuyerType>,
        /// Whether the address is always asked for.
        is_address_input_mandatory: Option<bool>,
        /// Whether data of the order is added to the address of the thank-you page.
        add_order_data_to_thankyou_page_url: Option<bool>,
        // source: vendor code, down to `max_quantity`
        /// Name in the language of the product.
        name: Option<String>,
        /// Description in the language of the product; HTML is filtered.
        description: Option<String>,
        /// Currencies.
        currency: Option<Joined>,
        /// Language of the order form; exactly one.
        language: Option<String>,
        /// Number of the folder.
        product_group_id: Option<Id>,
        /// Whether it is switched on.
        is_active: Option<bool>,
        /// Internal remark; cut to 47 characters without an error.
        note: Option<String>,
        /// Quantity that is preselected.
        default_quantity: Option<i64>,
        /// Highest quantity.
        max_quantity: Option<i64>,
    }

    /// The properties of a new product folder.
    ProductGroupData {
        /// Name, 31 characters at most.
        name: String [max_len(31)],
        /// Position in the list.
        position: Option<i64> [default("10")],
        /// Whether it is shown as a tab.
        is_shown_as_tab: Option<bool>,
    }

    /// What to change in a product folder.
    ProductGroupUpdateData {
        /// Name, 31 characters at most.
        name: Option<String> [max_len(31)],
        /// Position in the list.
        position: Option<i64> [default("10")],
        /// Whether it is shown as a tab.
        is_shown_as_tab: Option<bool>,
    }

    /// What to change in a product.
    ///
    /// More properties exist than are documented. A raw call sends the others.
    ProductUpdateData {
        /// Name in each language, 63 characters at most.
        names as "name_XX": Option<PerLanguage> [max_len(63)],
        /// Internal name.
        name_intern: Option<String> [max_len(63)],
        /// Description in each language; HTML is filtered.
        descriptions as "description_XX": Option<PerLanguage>,
        /// Sales page.
        salespage_url: Option<String> [max_len(255)],
        /// Sales page if it is offered as an upsell.
        upsell_salespage_url: Option<String> [max_len(255)],
        /// Page shown after buying; https only.
        thankyou_url: Option<String> [max_len(255)],
        /// Address of the image.
        image_url: Option<String> [max_len(255)],
        /// Number of the product type; `listProductTypes` answers them.
        product_type_id: Option<Id>,
        /// Currency, for example `EUR`.
        currency: Option<String>,
        // otherwise: help-center writes one text `RESELLER_ID:STATUS`; the map is from vendor code
        /// `pending` asks all resellers for approval; a map from reseller number to `pending` asks one.
        approval_status: Option<Value>,
        // The service spells it so here, and `affiliate_commission` in createProduct and in answers.
        /// Commission of affiliates in percent.
        affiliate_commision: Option<Amount> [digits(4)],
        /// For whom the product is: with or without VAT in prices.
        buyer_type: Option<ProductBuyerType>,
        /// Whether the address is always asked for.
        is_address_input_mandatory: Option<bool>,
        /// Whether data of the order is added to the address of the thank-you page.
        add_order_data_to_thankyou_page_url: Option<bool>,
        // source: vendor code, down to `max_quantity`
        /// Name in the language of the product.
        name: Option<String>,
        /// Description in the language of the product; HTML is filtered.
        description: Option<String>,
        /// Language of the order form; exactly one.
        language: Option<String>,
        /// Number of the folder.
        product_group_id: Option<Id>,
        /// Whether it is on sale.
        is_active: Option<bool>,
        /// Internal remark; cut to 47 characters without an error.
        note: Option<String>,
        /// Quantity that is preselected.
        default_quantity: Option<i64>,
        /// Highest quantity.
        max_quantity: Option<i64>,
    }
}

choice! {
    /// Whether a product is still a draft or waits for approval.
    ApprovalRequest { New = "new", Pending = "pending" }

    /// For whom a product is: consumers see prices with VAT, businesses without.
    ProductBuyerType { Consumer = "consumer", Business = "business" }

    /// What products are sorted by.
    ProductSortBy { Name = "name", Group = "group" }
}
