//! API keys: a user makes one in the browser, and an application gives it back.

use super::system::ModifiedAnswer;

functions! {
    // source: openapi-2025-10, help-center, vendor-code-2026, third-party-observed-2025-11; access: help-center;
    // confidence: high
    /// Starts the browser flow in which a user makes a key for your application.
    ///
    /// Needs a developer key. Store the token before you send the user to `request_url`, and collect the key with
    /// `retrieveApiKey`.
    ///
    /// `return_url` and `site_url` must be public https addresses; `__TOKEN__` in `return_url` is replaced by the
    /// request token.
    ///
    /// Sources disagree whether a key that only reads is called `read-only` or `readonly`.
    RequestApiKey = "requestApiKey" (Post, Developer, Once) -> RequestApiKeyAnswer {
        // otherwise: the vendor's PHP class (2022) and a library revised after live use (2025) send `readonly`; that
        // library also knows `delivery`
        /// Rights of the key.
        permissions: KeyPermissions,
        /// Where the user comes back to.
        return_url: String,
        /// Where the user goes after cancelling; `return_url` if left out.
        cancel_url: Option<String>,
        /// Site that is stored with the key.
        site_url: Option<String>,
        /// Free text.
        comment: Option<String>,
    }

    // source: openapi-2025-10, help-center, vendor-code-2026; access: help-center; confidence: high
    // otherwise: `thankyou_page_key` is in no document; vendor code reads it
    /// Collects the key made in the browser flow.
    ///
    /// Until the user has decided, the answer is a success whose `request_status` is `pending`: ask again later. The
    /// key is handed out once; afterwards `api_key` is empty, and a lost answer loses the key.
    ///
    /// Only `completed` together with a key means that you have one.
    RetrieveApiKey = "retrieveApiKey" (Post, Developer, Once) -> RetrieveApiKeyAnswer {
        /// Token from `requestApiKey`.
        token: String [secret()],
    }

    // source: openapi-2025-10, vendor-code-2026, third-party-observed-2025-11; access: inferred; confidence: high
    // otherwise: openapi-2025-10 draws a DELETE without any argument; it acts on the key of the call
    /// Deletes the very key that is used for the call, if it was made in the browser flow.
    ///
    /// The notification connections of the key go with it. After success the key is dead, so a repeated call fails with
    /// an invalid key.
    ///
    /// A key made by hand is not deleted; `modified` tells.
    Unregister = "unregister" (Delete, Read, Once) -> ModifiedAnswer {}
}

choice! {
    /// The rights of a key.
    open KeyPermissions { ReadOnly = "read-only", Writable = "writable" }

    /// The state of the browser flow for a key.
    open KeyRequestStatus { Pending = "pending", Aborted = "aborted", Completed = "completed" }
}

shape! {
    /// What `requestApiKey` answers.
    RequestApiKeyAnswer {
        /// Page to send the user to.
        request_url: String,
        /// Token for `retrieveApiKey`.
        request_token: String [secret()],
    }

    /// What `retrieveApiKey` answers.
    RetrieveApiKeyAnswer {
        /// The key: a secret. Empty if there is none.
        api_key: String [secret()],
        /// What the user decided.
        request_status: KeyRequestStatus [fails("aborted")],
        /// Result in words.
        note: String,
        /// Passphrase for notifications: a secret. Only some accounts get one.
        thankyou_page_key: String [secret()],
    }
}
