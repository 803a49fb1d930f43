//! Order forms: their layout, upsells, conversion tools and images.

use super::system::IsModifiedAnswer;
use super::upgrades::SmartUpgrade;
use super::words::*;

functions! {
    // source: openapi-2025-10, vendor-mcp-code-2025-09; access: openapi; confidence: medium
    /// Copies an image from a public address into the account.
    CreateImage = "createImage" (Post, Write, Once) -> CreateImageAnswer {
        /// The properties.
        data: ImageData,
    }

    // source: openapi-2025-10, vendor-mcp-code-2025-09; access: openapi; confidence: medium
    /// Creates an order form.
    ///
    /// The layout `responsive` cannot be created.
    CreateOrderform = "createOrderform" (Post, Write, Once) -> CreateOrderformAnswer {
        /// The properties.
        data: OrderformData,
    }

    // source: third-party-name-list-2026-10; access: guessed from the name; confidence: low
    /// Known by name only: creates a social proof bubble.
    ///
    /// Existing bubbles are found in `listConversionTools`.
    CreateSocialProofBubble = "createSocialProofBubble" (Unknown, Write, Once, open) -> Value {}

    // source: third-party-name-list-2026-10; access: guessed from the name; confidence: low
    /// Known by name only: creates a button that buys an upsell.
    CreateUpsellBuyButton = "createUpsellBuyButton" (Unknown, Write, Once, open) -> Value {}

    // source: openapi-2025-10; access: inferred; confidence: medium
    // otherwise: openapi-2025-10 takes a whole number; image ids are letters and digits
    /// Deletes an image.
    DeleteImage = "deleteImage" (Delete, Write, Safe) -> Value {
        /// Id of the image, letters and digits.
        image_id: Id,
    }

    // source: openapi-2025-10; access: inferred; confidence: medium
    /// Deletes an order form.
    DeleteOrderform = "deleteOrderform" (Delete, Write, Safe) -> Value {
        /// Number of the order form.
        orderform_id: Id,
    }

    // source: openapi-2025-10; access: inferred; confidence: medium
    /// Removes the whole upsell tree of a product.
    DeleteUpsells = "deleteUpsells" (Delete, Write, Safe) -> IsModifiedAnswer {
        /// Number of the product.
        product_id: Id,
    }

    // source: openapi-2025-10, vendor-mcp-code-2025-09; access: inferred; confidence: low
    /// Reads one image.
    GetImage = "getImage" (Get, Read, Safe) -> GetImageAnswer {
        /// Id of the image, letters and digits.
        image_id: Id,
    }

    // source: openapi-2025-10, vendor-mcp-code-2025-09; access: inferred; confidence: low
    // otherwise: no field of the answer is documented; the properties of createOrderform are expected, with `id`,
    // `created_at` and `modified_at`
    /// Reads one order form.
    GetOrderform = "getOrderform" (Get, Read, Safe) -> GetOrderformAnswer {
        /// Number of the order form.
        orderform_id: Id,
    }

    // source: openapi-2025-10, vendor-mcp-code-2025-09; access: inferred; confidence: medium
    /// Reads the allowed values and the placeholders for order forms.
    ///
    /// Labels come in the language of the account.
    GetOrderformMetas = "getOrderformMetas" (Get, Read, Safe) -> GetOrderformMetasAnswer {}

    // source: openapi-2025-10, help-center, vendor-mcp-code-2025-09; access: help-center; confidence: high
    /// Reads the upsell tree of a product.
    ///
    /// It only reads, yet it demands full access.
    GetUpsells = "getUpsells" (Get, Write, Safe) -> GetUpsellsAnswer {
        /// Number of the product.
        product_id: Id,
    }

    // source: openapi-2025-10, vendor-mcp-code-2025-09, third-party-observed-2020; access: inferred;
    // confidence: medium
    // otherwise: openapi-2025-10 answers only `smartupgrades`; the other lists are observed (2020)
    /// Lists the conversion tools of the chosen kinds.
    ListConversionTools = "listConversionTools" (Get, Read, Safe) -> ListConversionToolsAnswer {
        // otherwise: a client of 2020 also asks for trust badges
        /// Kinds of tools: `smartupgrade`, `socialproof_box`, `socialproof_bubble`, `countdown`.
        r#type: Joined,
    }

    // source: openapi-2025-10, vendor-mcp-code-2025-09; access: inferred; confidence: medium
    /// Lists the images of one purpose.
    ListImages = "listImages" (Get, Read, Safe) -> ListImagesAnswer {
        /// What the image is for.
        usage_type: String,
    }

    // source: openapi-2025-10, vendor-mcp-code-2025-09, third-party-observed-2020; access: inferred;
    // confidence: medium
    // otherwise: openapi-2025-10 answers a bare list and knows no `layout`; an object with `orderforms` and `layout`
    // is observed (2020)
    /// Lists the order forms.
    ListOrderforms = "listOrderforms" (Get, Read, Safe) -> ListOrderformsAnswer {
        // source: observed 2020
        /// Only forms of this layout.
        layout: Option<OrderformKind>,
    }

    // source: openapi-2025-10; access: inferred; confidence: low
    // otherwise: openapi-2025-10 has the properties at the top level of a JSON body; `data` is by analogy to
    // createOrderform only
    // otherwise: openapi-2025-10 lists the second half of the properties only, which createOrderform does not know
    /// Changes an order form.
    ///
    /// No source shows the properties for sure: those of `createOrderform` are expected, the others are from the
    /// vendor's description.
    ///
    /// That the properties belong below `data` is likely, not documented: check `is_modified`.
    UpdateOrderform = "updateOrderform" (Put, Write, Safe) -> IsModifiedAnswer {
        /// Number of the order form.
        orderform_id: Id,
        /// What to change.
        data: OrderformUpdateData,
    }

    // source: third-party-name-list-2026-10; access: guessed from the name; confidence: low
    /// Known by name only: changes a social proof bubble.
    UpdateSocialProofBubble = "updateSocialProofBubble" (Unknown, Write, Safe, open) -> Value {}

    // source: third-party-name-list-2026-10; access: guessed from the name; confidence: low
    /// Known by name only: changes a button that buys an upsell.
    UpdateUpsellBuyButton = "updateUpsellBuyButton" (Unknown, Write, Safe, open) -> Value {}

    // source: openapi-2025-10, vendor-mcp-code-2025-09; access: inferred; confidence: medium
    // otherwise: openapi-2025-10 has the map at the top level of a JSON body; its name as an argument is unknown,
    // `data` is by analogy, `upsells` is as likely
    /// Replaces the upsell tree of a product.
    ///
    /// That the properties belong below `data` is likely, not documented: check `is_modified`.
    UpdateUpsells = "updateUpsells" (Put, Write, Safe) -> IsModifiedAnswer {
        /// Number of the product.
        product_id: Id,
        /// Product numbers by position, as `getUpsells` answers them.
        data: Map<Id>,
    }
}

object! {
    /// The properties of a new image.
    ImageData {
        /// Name.
        name: String [max_len(63)],
        // The service writes a hyphen here and underscores everywhere else.
        /// Public address to copy the image from.
        image_dash_url as "image-url": String,
        /// What the image is for.
        usage_type: Option<String>,
        /// Alternative text.
        alt_tag: Option<String>,
    }

    /// The properties of a new order form.
    OrderformData {
        /// Name.
        name: String [max_len(63)],
        /// Layout.
        layout: Option<OrderformLayout> [default("widget")],
        /// Background.
        background_style: Option<BackgroundStyle>,
        /// Number of steps.
        step_count: Option<i64> [min(1) max(3)],
        /// Where the shipping address is asked for.
        shipping_position: Option<ShippingPosition>,
        /// Where summaries of the order appear.
        summary_positions: Option<Joined>,
        /// Order of the blocks `order_bumper`, `order_summary` and `refund_waiver`.
        flex_elements_order: Option<Joined>,
        /// Look of the tabs.
        tab_style: Option<TabStyle>,
        /// Title of tab 1.
        tab_text_1_hl: Option<String>,
        /// Subtitle of tab 1.
        tab_text_1_sl: Option<String>,
        /// Title of tab 2.
        tab_text_2_hl: Option<String>,
        /// Subtitle of tab 2.
        tab_text_2_sl: Option<String>,
        /// Title of tab 3.
        tab_text_3_hl: Option<String>,
        /// Subtitle of tab 3.
        tab_text_3_sl: Option<String>,
        /// Id of the image while tab 1 is active.
        tab_image_1_id: Option<Id>,
        /// Id of the image while tab 2 is active.
        tab_image_2_id: Option<Id>,
        /// Id of the image while tab 3 is active.
        tab_image_3_id: Option<Id>,
        /// Address of the image while tab 1 is active, 400x80 pixels.
        tab_image_1_url: Option<String>,
        /// Address of the image while tab 2 is active, 400x80 pixels.
        tab_image_2_url: Option<String>,
        /// Address of the image while tab 3 is active, 400x80 pixels.
        tab_image_3_url: Option<String>,
        /// Look of the order bump.
        order_bump_style: Option<OrderBumpStyle>,
        /// Product offered as order bump; it must be an add-on of the main product.
        orderbump_product_id: Option<Id>,
        /// Headline of the order bump.
        orderbump_headline: Option<String>,
        /// Text of the order bump, as HTML.
        orderbump_html: Option<String>,
        /// Place of the order bump.
        orderbump_position: Option<OrderformPosition>,
        /// Place of the refund waiver.
        refund_waiver_position: Option<OrderformPosition>,
        /// CSS of your own.
        custom_css: Option<String>,
    }

    /// What to change in an order form.
    OrderformUpdateData {
        /// Name.
        name: Option<String> [max_len(63)],
        /// Layout.
        layout: Option<OrderformLayout>,
        /// Background.
        background_style: Option<BackgroundStyle>,
        /// Number of steps.
        step_count: Option<i64> [min(1) max(3)],
        /// Where the shipping address is asked for.
        shipping_position: Option<ShippingPosition>,
        /// Where summaries of the order appear.
        summary_positions: Option<Joined>,
        /// Order of the blocks `order_bumper`, `order_summary` and `refund_waiver`.
        flex_elements_order: Option<Joined>,
        /// Look of the tabs.
        tab_style: Option<TabStyle>,
        /// Title of tab 1.
        tab_text_1_hl: Option<String>,
        /// Subtitle of tab 1.
        tab_text_1_sl: Option<String>,
        /// Title of tab 2.
        tab_text_2_hl: Option<String>,
        /// Subtitle of tab 2.
        tab_text_2_sl: Option<String>,
        /// Title of tab 3.
        tab_text_3_hl: Option<String>,
        /// Subtitle of tab 3.
        tab_text_3_sl: Option<String>,
        /// Id of the image while tab 1 is active.
        tab_image_1_id: Option<Id>,
        /// Id of the image while tab 2 is active.
        tab_image_2_id: Option<Id>,
        /// Id of the image while tab 3 is active.
        tab_image_3_id: Option<Id>,
        /// Address of the image while tab 1 is active, 400x80 pixels.
        tab_image_1_url: Option<String>,
        /// Address of the image while tab 2 is active, 400x80 pixels.
        tab_image_2_url: Option<String>,
        /// Address of the image while tab 3 is active, 400x80 pixels.
        tab_image_3_url: Option<String>,
        /// Look of the order bump.
        order_bump_style: Option<OrderBumpStyle>,
        /// Product offered as order bump; it must be an add-on of the main product.
        orderbump_product_id: Option<Id>,
        /// Headline of the order bump.
        orderbump_headline: Option<String>,
        /// Text of the order bump, as HTML.
        orderbump_html: Option<String>,
        /// Place of the order bump.
        orderbump_position: Option<OrderformPosition>,
        /// Place of the refund waiver.
        refund_waiver_position: Option<OrderformPosition>,
        /// CSS of your own.
        custom_css: Option<String>,
        // otherwise: openapi-2025-10 knows `name`, `custom_css` and the fields from here on, and no others
        /// Number of the product.
        product_id: Option<Id>,
        /// Number of the payment plan.
        paymentplan_id: Option<Id>,
        /// Whether it is switched on.
        is_active: Option<bool>,
        /// Whether it is the default form of the product.
        is_default: Option<bool>,
        /// Theme.
        theme: Option<String>,
        /// Two-letter language.
        language: Option<String>,
        /// JavaScript of your own.
        custom_js: Option<String>,
        /// HTML of your own.
        custom_html: Option<String>,
        /// Input fields of your own.
        custom_fields: Option<Vec<Map<Value>>>,
        /// Settings of upsells.
        upsell_settings: Option<Map<Value>>,
    }
}

choice! {
    /// The background of an order form.
    BackgroundStyle { White = "white", Blue = "blue" }

    /// The look of an order bump.
    OrderBumpStyle { Plain = "none", Dashed = "dashed" }

    /// The layouts an order form may have.
    open OrderformKind { Widget = "widget", Legacy = "legacy", Responsive = "responsive" }

    /// The layouts a new order form may have.
    OrderformLayout { Widget = "widget", Legacy = "legacy" }

    /// A place on an order form. The service spells the first one `before_playplan`.
    OrderformPosition {
        BeforePayPlan = "before_playplan",
        AfterPayPlan = "after_payplan",
        BeforeCheckout = "before_checkout",
        BeforePayButton = "before_pay_button",
        AfterPayButton = "after_pay_button",
    }

    /// Where an order form asks for the shipping address.
    ShippingPosition { AfterCart = "after_cart", BeforeCart = "before_cart" }

    /// The look of an order form's tabs.
    TabStyle { BigTabs = "bigtabs", Image = "image", ImageUrl = "image_url" }
}

shape! {
    /// What `createImage` answers.
    CreateImageAnswer {
        /// Id of the image, letters and digits.
        image_id: Id,
        /// Address of the image.
        image_url: String,
    }

    /// What `createOrderform` answers.
    CreateOrderformAnswer {
        /// Number of the order form.
        orderform_id: Id,
    }

    /// What `getImage` answers.
    GetImageAnswer {
        /// The image.
        image: Image,
    }

    /// What `getOrderform` answers.
    GetOrderformAnswer {
        /// The order form.
        orderform: Orderform,
    }

    /// What `getOrderformMetas` answers.
    GetOrderformMetasAnswer {
        /// Placeholders.
        placeholders: OrderformPlaceholders,
        /// Allowed values.
        options: OrderformOptions,
        /// Description of the form.
        form_metas: Value,
    }

    /// What `getUpsells` answers.
    GetUpsellsAnswer {
        /// Number of the product.
        product_id: Id,
        /// Product numbers by position: 1 to 5 letters `y` and `n`, the first of them `y`.
        upsells: Map<Id>,
        /// Options of the upsell products.
        product_options: Value,
    }

    /// An image. `getImage` and `listImages` answer different fields of it.
    Image {
        /// Id of the image, letters and digits.
        id: Id,
        /// Address of the image.
        url: String,
        /// Type; only in `getImage`.
        r#type: String,
        /// Further properties; only in `getImage`.
        properties: Value,
        /// File extension.
        file_extension: String,
        /// Name.
        name: String,
        /// State of the approval.
        approval_status: String,
        /// What the image is for.
        usage_type: String,
        /// Alternative text.
        alt_tag: String,
        /// Width in pixels.
        width: i64,
        /// Height in pixels.
        height: i64,
    }

    /// What `listConversionTools` answers.
    ListConversionToolsAnswer {
        // otherwise: a client of 2020 saw `smartupgrade`
        /// Smart upgrades.
        smartupgrades: Vec<SmartUpgrade> [also("smartupgrade")],
        /// Countdowns.
        countdowns: Vec<Value>,
        /// Social proof bubbles.
        socialproof_bubbles: Vec<Value>,
        /// Social proof boxes.
        socialproof_boxes: Vec<Value>,
        /// Trust badges.
        trust_badges: Vec<TrustBadge>,
    }

    /// What `listImages` answers.
    ListImagesAnswer {
        /// The images.
        images: Vec<Image>,
    }

    /// What `listOrderforms` answers.
    ListOrderformsAnswer {
        /// The order forms.
        orderforms: Vec<Orderform>,
        /// Layout that was asked for.
        layout: OrderformKind,
    }

    /// An order form.
    Orderform {
        /// Number of the order form.
        id: Id,
        /// Name.
        name: String,
        /// Layout.
        layout: OrderformKind,
        /// When it was created.
        created_at: Time,
        /// When it was last changed.
        modified_at: Time,
        // source: expected from createOrderform, and all that follows
        /// Background.
        background_style: BackgroundStyle,
        /// Number of steps.
        step_count: i64,
        /// Where the shipping address is asked for.
        shipping_position: ShippingPosition,
        /// Where summaries of the order appear.
        summary_positions: Joined,
        /// Order of the blocks `order_bumper`, `order_summary` and `refund_waiver`.
        flex_elements_order: Joined,
        /// Look of the tabs.
        tab_style: TabStyle,
        /// Title of tab 1.
        tab_text_1_hl: String,
        /// Subtitle of tab 1.
        tab_text_1_sl: String,
        /// Title of tab 2.
        tab_text_2_hl: String,
        /// Subtitle of tab 2.
        tab_text_2_sl: String,
        /// Title of tab 3.
        tab_text_3_hl: String,
        /// Subtitle of tab 3.
        tab_text_3_sl: String,
        /// Id of the image while tab 1 is active.
        tab_image_1_id: Id,
        /// Id of the image while tab 2 is active.
        tab_image_2_id: Id,
        /// Id of the image while tab 3 is active.
        tab_image_3_id: Id,
        /// Address of the image while tab 1 is active, 400x80 pixels.
        tab_image_1_url: String,
        /// Address of the image while tab 2 is active, 400x80 pixels.
        tab_image_2_url: String,
        /// Address of the image while tab 3 is active, 400x80 pixels.
        tab_image_3_url: String,
        /// Look of the order bump.
        order_bump_style: OrderBumpStyle,
        /// Product offered as order bump; it must be an add-on of the main product.
        orderbump_product_id: Id,
        /// Headline of the order bump.
        orderbump_headline: String,
        /// Text of the order bump, as HTML.
        orderbump_html: String,
        /// Place of the order bump.
        orderbump_position: OrderformPosition,
        /// Place of the refund waiver.
        refund_waiver_position: OrderformPosition,
        /// CSS of your own.
        custom_css: String,
    }

    /// Images for order forms.
    OrderformImages {
        /// Header images by code.
        orderform_header: Map<String>,
        /// Favicons by code.
        orderform_favicon: Map<String>,
        /// Tab images by code.
        orderform_widget_tab: Map<String>,
    }

    /// Allowed values for order forms.
    OrderformOptions {
        /// Images.
        image: OrderformImages,
        /// Backgrounds by code.
        background_style: Map<String>,
        /// Numbers of steps by code.
        step_count: Map<String>,
        /// Looks of the tabs by code.
        tab_style: Map<String>,
        /// Places of the shipping address by code.
        shipping_position: Map<String>,
        /// Places of summaries by code.
        summary_positions: Map<String>,
        /// Places of the refund waiver by code.
        refund_waiver_position: Map<String>,
        /// Orders of the blocks by code.
        flex_elements_order: Map<String>,
        /// Places of the order bump by code.
        orderbump_position: Map<String>,
        /// Products by number.
        product: Map<String>,
    }

    /// Placeholders for order forms.
    OrderformPlaceholders {
        /// Placeholders for images by code.
        images: Map<String>,
        /// Other placeholders by code.
        other: Map<String>,
    }

    /// A trust badge.
    TrustBadge {
        /// Number of the badge.
        id: Id,
        /// Code.
        code: String,
        /// Name.
        name: String,
        /// Kind of badge.
        badge_type: String,
        /// Position.
        position: String,
        /// Two-letter language.
        language: String,
        /// Whether it stays in view.
        sticky: String,
        // The service spells it so.
        /// Whether a disclaimer about earnings is shown.
        is_earnigs_disclaimer_shown: String [also("is_earnings_disclaimer_shown")],
        /// Secret part of its address.
        auth_key: String,
    }
}
