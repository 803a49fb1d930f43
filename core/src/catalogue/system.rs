//! The service itself: who calls, what it allows, and words that several areas share.

use super::words::*;

functions! {
    // source: openapi-2025-10, vendor-mcp-code-2025-09; access: inferred; confidence: medium
    /// Reads the allowed values of fields, and the size limits of images.
    ///
    /// Labels come in the language of the account.
    GetGlobalSettings = "getGlobalSettings" (Get, Read, Safe) -> GetGlobalSettingsAnswer {}

    // source: vendor-code-2026; access: vendor-code; confidence: medium
    /// Reads the key that lets the checkout links of the account take test payments.
    ///
    /// No vendor document names this function; vendor code uses it. The key works on every checkout link of the
    /// account: treat it as a secret.
    ///
    /// Repeating the call is harmless without `do_recreate`.
    GetTestpayKey = "getTestpayKey" (Unknown, Write, Once) -> GetTestpayKeyAnswer {
        // vendor code sends `1`
        /// Whether to make a new key; the old one then stops working.
        do_recreate: Option<bool>,
    }

    // source: openapi-2025-10, third-party-verified-2026-10, vendor-mcp-code-2025-09; access: inferred;
    // confidence: high
    /// Reads to whom the key belongs.
    ///
    /// A good first call to check a key: a read-only key is enough.
    GetUserInfo = "getUserInfo" (Get, Read, Safe) -> GetUserInfoAnswer {}

    // source: openapi-2025-10, vendor-mcp-code-2025-09, third-party-observed-2020; access: inferred; confidence: high
    /// Lists the countries: a map from code to name, in the language of the account.
    ListCountries = "listCountries" (Get, Read, Safe) -> Map<String> {}

    // source: openapi-2025-10, vendor-mcp-code-2025-09, third-party-observed-2020; access: inferred;
    // confidence: medium
    // otherwise: openapi-2025-10 leaves out `name_XX`, `is_default_for_countries` and the rates; they are observed
    // (2020)
    /// Lists the currencies you can sell in, on request with exchange rates.
    ///
    /// With `convert_to` every row also carries its rates, such as `to_EUR` and `to_USD`.
    ListCurrencies = "listCurrencies" (Get, Read, Safe) -> Vec<Currency> {
        /// Currencies to convert to, or `all`.
        convert_to: Option<Joined>,
    }

    // source: openapi-2025-10, third-party-verified-2026-10, vendor-mcp-code-2025-09, third-party-observed-2020;
    // access: vendor-code; confidence: high
    /// Tests the connection and reads the clock of the server.
    ///
    /// Any kind of key will do.
    Ping = "ping" (Get, Read, Safe, developer) -> PingAnswer {}

    // source: openapi-2025-10; access: inferred; confidence: medium
    /// Makes a script that copies affiliate and tracking keys into a form.
    RenderJsTrackingCode = "renderJsTrackingCode" (Get, Read, Safe) -> RenderJsTrackingCodeAnswer {
        /// Form field that receives the affiliate.
        affiliate_input: Option<String>,
        /// Form field that receives the campaign key.
        campaignkey_input: Option<String>,
        /// Form field that receives the tracking key.
        trackingkey_input: Option<String>,
        /// JavaScript function that is called with the values.
        callback: Option<String>,
    }
}

choice! {
    /// The state of an approval.
    ApprovalStatus { New = "new", Pending = "pending", Approved = "approved", Rejected = "rejected" }

    /// Whether something worked.
    open Outcome { Success = "success", Failed = "error" }
}

shape! {
    /// A currency. Rates come as fields of their own, such as `to_EUR`.
    Currency {
        /// Number of the currency.
        id: Id,
        /// Currency, for example `EUR`.
        code: String,
        /// Sign of the currency.
        symbol: String,
        /// Lowest allowed price.
        min_price: Amount,
        /// Highest allowed price.
        max_price: Amount,
        /// Name.
        name: String,
        /// Rate into `EUR`; rates into other currencies have fields of the same form.
        to_eur as "to_EUR": Amount,
        /// Rate into `USD`; rates into other currencies have fields of the same form.
        to_usd as "to_USD": Amount,
        /// German name; other languages have fields of the same form.
        name_de: String,
        /// English name; other languages have fields of the same form.
        name_en: String,
        /// Countries that use it by default.
        is_default_for_countries: Vec<String>,
    }

    /// What `getGlobalSettings` answers.
    GetGlobalSettingsAnswer {
        /// Limits of images by what they are for.
        image_metas: Map<ImageMeta>,
        /// Labels of the allowed values by field and code.
        types: Map<Map<String>>,
    }

    /// What `getTestpayKey` answers.
    GetTestpayKeyAnswer {
        /// Number of the account.
        user_id: Id,
        /// The key: a secret.
        testpay_key: String [secret()],
        /// Name of the parameter that carries the key in a checkout link.
        get_param_name: String,
        /// When the key stops working.
        expires_at: Time,
    }

    /// What `getUserInfo` answers.
    GetUserInfoAnswer {
        /// Number of the owner.
        user_id: Id,
        /// Digistore24 name of the owner.
        user_name: String,
        // source: observed, down to `api_key_permissions`
        /// Number of the key, which is also its part before the hyphen.
        api_key_id: Id,
        /// Rights of the key.
        api_key_permissions: String,
        /// Roles of the account.
        granted_roles: Joined,
        /// The same in words.
        granted_roles_msg: Joined,
        // source: observed, down to `thankyou_page_key`
        /// Contact data of the owner.
        contact: Value,
        /// Key of the thank-you page: a secret.
        thankyou_page_key: String [secret()],
    }

    /// The size limits of images.
    ImageLimits {
        /// Largest file in KB.
        max_file_size_kb: i64,
        /// Smallest width in pixels.
        min_width: i64,
        /// Largest width in pixels.
        max_width: i64,
        /// Smallest height in pixels.
        min_height: i64,
        /// Largest height in pixels.
        max_height: i64,
    }

    /// What images of one kind may be.
    ImageMeta {
        /// Label.
        label: String,
        /// The limits.
        limits: ImageLimits,
        /// The limits in words.
        limits_msg: String,
    }

    /// What most functions that change something answer.
    IsModifiedAnswer {
        /// Whether anything changed.
        is_modified: bool,
    }

    /// What some functions that change something answer.
    ModifiedAnswer {
        /// Whether anything changed.
        modified: bool,
        /// Result in words.
        note: String,
    }

    /// What `ping` answers.
    PingAnswer {
        /// The clock of the server.
        server_time: Time,
    }

    /// What `renderJsTrackingCode` answers.
    RenderJsTrackingCodeAnswer {
        /// Script tag to embed.
        script_code: String,
        /// Address of the script.
        script_url: String,
    }
}
