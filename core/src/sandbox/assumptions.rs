//! What nobody has measured, and what the sandbox does instead. Whoever knows better corrects it here.

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

/// What the default plan of a product costs, in euros: "about 27" by a guide of the vendor.
pub(super) const DEFAULT_PLAN_AMOUNT: &str = "27.00";

/// Whether the default plan of a product vanishes when the vendor makes the first plan of their own. Once it was
/// changed, it is a plan like any other. A product whose last plan is deleted has the default plan again; a copy of a
/// product has copies of its plans.
pub(super) const DEFAULT_PLAN_GIVES_WAY: bool = true;

/// Whether a plan with recurring payments can be used (`is_valid`) without `other_billing_intervals`. A plan that costs
/// nothing at all can never be used. An interval is written as in `1_month`; other forms are refused.
pub(super) const PLANS_NEED_INTERVALS: bool = true;

/// The field of `getSmartupgrade` that holds the code of the widget, which is said to be there.
///
/// For upgrades it is assumed that an order can be upgraded while it has not ended, that several orders have to be
/// possible all together, and that what is possible takes one click.
pub(super) const SMART_UPGRADE_WIDGET: &str = "widget_code";

/// How many letters a place in a tree of upsells has at most (documented). Whether a place needs the one before it is
/// unknown; it does not.
///
/// For order forms it is assumed that properties nobody set are empty, that a deleted form or image is forgotten
/// wherever it was used, and that `getOrderformMetas` knows no placeholders. Its labels are the codes in words, in no
/// language but English.
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
