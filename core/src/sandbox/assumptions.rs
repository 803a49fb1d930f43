//! What nobody has measured, and what the sandbox does instead. Whoever knows better corrects it here.
//!
//! Besides the constants below, the sandbox assumes
//!
//! - that a product whose last payment plan is deleted has the default plan again, that a copy of a product has copies
//!   of its plans, that a plan which costs nothing cannot be used, and that intervals not written as in `1_month`, and
//!   currencies that `listCurrencies` does not name, are refused;
//! - that terms agreed with an affiliate for all products replace those agreed for one, and that a rate or a fixed
//!   amount which was agreed replaces both of the product's; that products which cannot be sold do not lower the state
//!   `validateAffiliate` tells, but that there is no affiliation for every product then; that rejected affiliates have
//!   no affiliation;
//! - that an address without an affiliate, and an affiliate without a partner, have empty fields and are no error, and
//!   that nobody can be their own partner;
//! - that an order can be upgraded until it has ended, that several orders can be upgraded only all together, that what
//!   can be upgraded takes one click, and that a product named for several kinds of upgrades has the last one;
//! - that order forms and shipping cost policies show what was written, that properties of order forms are empty until
//!   then, and that `getOrderformMetas` names the codes in English words, and no placeholders;
//! - that a shipping cost policy is for everything, a flat fee, once and in euros, unless told otherwise, and that its
//!   undocumented `rules` are empty;
//! - that a deleted order form, folder or image is forgotten wherever it was used;
//! - that a place in a tree of upsells does not need the one before it;
//! - that the code of a value voucher begins with its number and a hyphen, and that the number alone is as good;
//! - that no function shows what `logMemberAccess` reported; that `reportFraud` tells a second report of somebody apart,
//!   fails where there is no affiliate to report, and leaves fields empty about those nobody reported;
//! - where images, widgets and scripts lie.

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
        /// How many minutes after one failed attempt to deliver a notification the next one follows. After the last it is given
        /// up. Documented: at least 20 times in 10 days, the first after 3 minutes, growing to 24 hours after 10 attempts.
        redelivery_minutes: Vec<i64>,
    }
}

impl Default for Assumed {
    fn default() -> Assumed {
        let mut redelivery_minutes = vec![3, 5, 10, 15, 30, 60, 120, 180, 240, 360];
        redelivery_minutes.extend([1440; 10]);
        Assumed { retry_days: vec![3, 7, 14], missed_after_stop: false, margin_refunded: true, redelivery_minutes }
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

/// The state of an affiliation that begins with `updateAffiliateCommission` and a commission, but no state.
pub(super) const NEW_AFFILIATION: &str = "new";

/// The share of a partner when `setReferringAffiliate` names none for a new referral, in percent.
pub(super) const REFERRAL_COMMISSION: &str = "0.00";

/// What the default plan of a product costs, in the first currency of the product: "about 27 EUR" by a guide of the
/// vendor.
pub(super) const DEFAULT_PLAN_AMOUNT: &str = "27.00";

/// Whether the default plan of a product vanishes when the vendor makes a plan. Once the default plan was changed, it is
/// a plan like any other.
pub(super) const DEFAULT_PLAN_GIVES_WAY: bool = true;

/// Whether a plan with recurring payments needs `other_billing_intervals` to be usable (`is_valid`).
pub(super) const PLANS_NEED_INTERVALS: bool = true;

/// The field of `getSmartupgrade` that holds the code of the widget, which is said to be there.
pub(super) const SMART_UPGRADE_WIDGET: &str = "widget_code";

/// How many letters a place in a tree of upsells has at most (documented).
pub(super) const LONGEST_UPSELL_PATH: usize = 5;

/// What an image is for when nobody says.
pub(super) const IMAGE_USE: &str = "product";

/// Width and height of every image, as none is fetched.
pub(super) const IMAGE_SIZE: (i64, i64) = (600, 400);

/// The file extension of an image whose address has none that is known.
pub(super) const IMAGE_EXTENSION: &str = "jpg";

/// The kinds that `listConversionTools` takes, and where it answers them. The word for trust badges is a guess. Kinds
/// nobody asked for are null.
pub(super) const TOOLS: &[(&str, &str)] = &[
    ("smartupgrade", "smartupgrades"),
    ("countdown", "countdowns"),
    ("socialproof_bubble", "socialproof_bubbles"),
    ("socialproof_box", "socialproof_boxes"),
    ("trust_badge", "trust_badges"),
];

/// What `validateCouponCode` says of a value voucher of which nothing is left.
pub(super) const USED_UP_COUPON: &str = "error";

/// How long a key for test payments works. After that, the next call makes another.
pub(super) const TESTPAY_LIFETIME: &str = "30d";

/// The parameter of a checkout link that carries a key for test payments.
pub(super) const TESTPAY_PARAMETER: &str = "testpay";
/// How a field is called that carries an argument by position: this word and its number, from 1.
///
/// The order is that of the arguments in the catalogue. It is known from the syntax line of the help center for the 46
/// functions that have an article; of the others only the vendor's OpenAPI document is known, and that it has the same
/// order is assumed. `createPaymentplan` stands in between: its syntax line names `data` alone, its list of arguments
/// `product_id` too, which counts as the first here. A number beyond the last argument is refused like an unknown name.
pub(super) const POSITIONAL: &str = "arg";

/// Whether one call may send some arguments by position and others by name. Nobody has tried. Refused, so that no program
/// that relies on it passes here and fails there.
pub(super) const MAY_MIX_FORMS: bool = false;

/// How many seconds after something happened a `delayed` connection tells it. Documented: usually within 2 minutes.
pub(super) const DELAYED_SECONDS: i64 = 60;

/// How many days buyers may give back what they bought, as notifications say.
pub(super) const REFUND_DAYS: &str = "14";
