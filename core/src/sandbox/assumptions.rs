//! What nobody has measured, and what the sandbox does instead. Whoever knows better corrects it here.

kept! {
    /// What can be assumed otherwise while the sandbox runs.
    struct Assumed {
        /// How many days after one failed attempt to collect a payment the next one follows. After the last it is given up.
        /// That there are several is documented, not when.
        retry_days: Vec<i64>,
        /// Whether the end of a stopped subscription is also told as a missed payment, as older documents have it.
        missed_after_stop: bool,
        /// Whether the service gives back its margin with a refund (an operator's records, 2026).
        margin_refunded: bool,
        /// Whether the unused tickets of an order are blocked when all its money went back.
        refund_blocks_tickets: bool,
        /// Whether goods that are not sent yet are not sent any more when all their money went back.
        refund_cancels_deliveries: bool,
        /// Whether `is_shipped` `N` cancels a delivery; else nothing of it counts as sent any more. Documents say «cancels».
        unshipped_is_cancelled: bool,
        /// Whether the account has the right billing on demand.
        billing_on_demand: bool,
        /// How many charges to the payment method of an order `createBillingOnDemand` takes in 24 hours, and how far apart
        /// (vendor code).
        charges_a_day: i64,
        seconds_between_charges: i64,
        /// Whether what is left of the money for an order counts towards the one that takes its place.
        upgrade_credits: bool,
    }
}

impl Default for Assumed {
    fn default() -> Assumed {
        Assumed {
            retry_days: vec![3, 7, 14],
            missed_after_stop: false,
            margin_refunded: true,
            refund_blocks_tickets: true,
            refund_cancels_deliveries: true,
            unshipped_is_cancelled: true,
            billing_on_demand: true,
            charges_a_day: 10,
            seconds_between_charges: 60,
            upgrade_credits: true,
        }
    }
}

/// The code of a call the key does not permit. The vendor's connector says 8 until 2024 and 5 since 2025.
pub(super) const PERMISSION_DENIED: i64 = 5;

/// The code of everything that is wrong with the arguments. The number is the connector's; that an unknown name is an
/// error at all is assumed, the service may as well ignore it.
pub(super) const BAD_ARGUMENTS: i64 = 3;

/// The code of what does not exist, by the connector.
pub(super) const NOT_FOUND: i64 = 4;

/// The code of a missing or unknown key (measured).
pub(super) const BAD_KEY: i64 = 2;

/// The code of a function that does not exist, by the connector.
pub(super) const UNKNOWN_FUNCTION: i64 = 9;

/// The code of a charge that came too soon or too often; the connector calls it «unknown».
pub(super) const TOO_OFTEN: i64 = 0;

/// How often the files of an order may be downloaded, and for how many days.
pub(super) const DOWNLOADS: i64 = 5;
pub(super) const DOWNLOAD_DAYS: i64 = 365;

/// Within how many days proof of a service is asked for.
pub(super) const PROOF_DAYS: i64 = 14;

/// The status of the few refusals that were not seen with 200 (measured: an illegal `search[transaction_type]`, and
/// `data[tag]` of a product). What their bodies hold was not recorded.
pub(super) const REFUSED_STATUS: u16 = 400;

/// How long every call takes, in seconds.
pub(super) const RUNTIME_SECONDS: &str = "0.0041";

/// The first moment there is, which `start` stands for.
pub(super) const FIRST_MOMENT: &str = "1970-01-01 00:00:00";

/// Where the note of a product is cut without a word (seen by the vendor).
pub(super) const NOTE_LENGTH: usize = 47;

/// The language of messages when a call names none.
pub(super) const GERMAN_BY_DEFAULT: bool = false;
