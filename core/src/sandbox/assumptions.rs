//! What nobody has measured, and what the sandbox does instead. Whoever knows better corrects it here.

use crate::Amount;

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
        /// How many days after a payment its share can be paid out (vendor documents; 30 for some orders).
        clearing_days: i64,
        /// How many percent of each share are held back longer (vendor documents).
        reserve_percent: Amount,
        /// For how many days (vendor documents).
        reserve_days: i64,
        /// Whether `listCommissions` tells the reserve as a row of its own. Unknown; the sample has one row.
        reserve_rows: bool,
        /// The days of the month on which money is paid out (those of a sample of the service); none stand for every day.
        payout_days: Vec<i64>,
        /// What a balance has to reach to be paid out (one of two amounts in samples).
        payout_threshold: Amount,
        /// What each payout costs, taken out of it (the price list of one reseller).
        payout_fee: Amount,
        /// The tax on top of what the owner of the account earned, in percent (vendor document, for companies in Germany).
        payout_vat_rate: Amount,
        /// Whether the payments of test orders are credited and paid out.
        tests_paid_out: bool,
        /// Whether statistics count the payments of test orders, as `listTransactions` lists them.
        tests_counted: bool,
    }
}

impl Default for Assumed {
    fn default() -> Assumed {
        Assumed {
            retry_days: vec![3, 7, 14],
            missed_after_stop: false,
            margin_refunded: true,
            clearing_days: 14,
            reserve_percent: Amount::cents(10_00),
            reserve_days: 60,
            reserve_rows: false,
            payout_days: vec![7, 14, 21, 28],
            payout_threshold: Amount::cents(50_00),
            payout_fee: Amount::cents(2_50),
            payout_vat_rate: Amount::cents(19_00),
            tests_paid_out: false,
            tests_counted: true,
        }
    }
}

/// Why the share of a payment is credited to the vendor; the only word that was seen.
pub(super) const COMMISSION_REASON: &str = "merchant_share";

/// How many payouts `statsExpectedPayouts` tells with their days. What comes after them is one sum.
pub(super) const EXPECTED_PAYOUTS: usize = 5;

/// How the account is paid out, and which tax rule its credit notes name. No list of either is known.
pub(super) const PAYOUT_METHOD: &str = "banktransfer";
pub(super) const VAT_REGULATION: &str = "";

/// The one reseller of the account: number and name.
pub(super) const RESELLER: (i64, &str) = (1, "Digistore24 GmbH");

/// How long the parts of a statistic take, in milliseconds.
pub(super) const STATISTICS_MS: Amount = Amount::cents(41);

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
