//! Notifications: the connections through which the service reports events.

use super::system::ModifiedAnswer;
use super::words::*;

functions! {
    // source: openapi-2025-10, third-party-verified-2026-10, vendor-code-2026; access: inferred; confidence: medium
    /// Removes a notification connection.
    ///
    /// Only connections of the key that is used are touched. Finding nothing is no error; `modified` tells.
    IpnDelete = "ipnDelete" (Delete, Write, Safe) -> ModifiedAnswer {
        /// Your own name for the connection.
        domain_id: String,
    }

    // source: openapi-2025-10, third-party-verified-2026-10, vendor-code-2026; access: inferred; confidence: medium
    // otherwise: openapi-2025-10 names no field of the answer, only the settings sent to ipnSetup; vendor code reads
    // `have_settings`
    /// Reads the settings of a notification connection.
    IpnInfo = "ipnInfo" (Get, Read, Safe) -> IpnInfoAnswer {
        /// Your own name for the connection.
        domain_id: Option<String>,
    }

    // source: openapi-2025-10, help-center, third-party-verified-2026-10, vendor-code-2026,
    // third-party-observed-2025-11; access: help-center; confidence: high
    // otherwise: openapi-2025-10 sends a JSON body; the names are at the top level in every source
    // otherwise: openapi-2025-10 documents no answer; the fields are observed (2025)
    /// Creates or changes a notification connection.
    ///
    /// The connection is found by vendor, API key and `domain_id`: a generic `domain_id` overwrites the connection of
    /// another project. Leave it out only if it stays left out.
    ///
    /// The service calls `ipn_url` at once; it must be a public https address that answers HTTP 200 without redirect.
    IpnSetup = "ipnSetup" (Post, Write, Safe) -> IpnSetupAnswer {
        /// Address that receives the notifications.
        ipn_url: String,
        /// Name shown in the back office.
        name: String,
        /// Product numbers, or `all`.
        product_ids: Joined,
        /// Your own name for the connection.
        domain_id: Option<String>,
        // otherwise: openapi-2025-10 and help-center write `e-tickets` and `custom forms`; a library revised after
        // live use sends the words below
        /// Kinds of notifications: `orders`, `affiliations`, `etickets`, `customforms`, `orderform`.
        categories: Option<Joined>,
        // otherwise: a library revised after live use also knows `payment_denial`
        /// Types of events: `payment`, `refund`, `chargeback`, `payment_missed` and others; `all` includes future ones.
        transactions: Option<Joined> [default("payment,refund,chargeback,payment_missed")],
        /// When notifications are sent.
        timing: Option<IpnTiming> [default("before_thankyou")],
        /// Passphrase that signs notifications: a secret. `random` makes one.
        sha_passphrase: Option<String> [max_len(63) secret()],
        // otherwise: openapi-2025-10 writes `end_policy_send_always` (the default), `end_if_not_optout`,
        // `end_if_optout` and `end_if_optin`, which look cut off; a library revised after live use sends the words of
        // the list
        /// Which buyers are reported.
        newsletter_send_policy: Option<NewsletterSendPolicy> [default("send_always")],
        // source: vendor code
        /// Vendor account to act for.
        vendor_id: Option<Id>,
    }
}

choice! {
    /// When a notification is sent: before the thank-you page is shown, or from a queue.
    IpnTiming { BeforeThankyou = "before_thankyou", Delayed = "delayed" }

    /// Which buyers are reported, by what they chose about newsletters.
    open NewsletterSendPolicy {
        SendAlways = "send_always",
        SendIfNotOptout = "send_if_not_optout",
        SendIfOptout = "send_if_optout",
        SendIfOptin = "send_if_optin",
    }
}

shape! {
    /// What `ipnInfo` answers.
    IpnInfoAnswer {
        /// Whether the connection exists.
        have_settings: bool,
        /// Address that receives the notifications.
        ipn_url: String,
        /// Name shown in the back office.
        name: String,
        /// Product numbers, or `all`.
        product_ids: Joined,
        /// Your own name for the connection.
        domain_id: String,
        /// Kinds of notifications.
        categories: Joined,
        /// Types of events.
        transactions: Joined,
        /// When notifications are sent.
        timing: IpnTiming,
        /// Which buyers are reported.
        newsletter_send_policy: NewsletterSendPolicy,
    }

    /// What `ipnSetup` answers.
    IpnSetupAnswer {
        /// Whether a connection was created.
        created: bool,
        /// Whether an existing one was changed.
        updated: bool,
        /// Whether duplicates were removed.
        deleted: bool,
        /// Your own name for the connection.
        domain_id: String,
        /// Passphrase that signs notifications: a secret. 30 characters if the service made it.
        sha_passphrase: String [secret()],
        /// Number of the connection.
        ipn_config_id: Id,
        /// Number of the connection.
        ipn_id: Id,
    }
}
