//! What nobody outside has measured, and what the sandbox does instead. Whoever knows better corrects it here; whoever adds
//! an invention adds it here. [`Sandbox::assumptions`](super::Sandbox::assumptions) shows all of it.

use super::assuming::{Assumption, Constant};
use crate::{Amount, Problem, Value};

assumed! {
    /// How many days after one failed attempt to collect a payment the next one follows. After the last it is given up.
    /// That there are several is documented, not when.
    retry_days: Vec<i64> = vec![3, 7, 14]; "days from 1 to 365", |days| within(days, 1..=365);

    /// Whether the end of a stopped subscription is also told as a missed payment, as older documents have it.
    missed_after_stop: bool = false;

    /// Whether the service gives back its margin with a refund (an operator's records, 2026).
    margin_refunded: bool = true;

    /// Whether the unused tickets of an order are blocked when all its money went back.
    refund_blocks_tickets: bool = true;

    /// Whether goods that are not sent yet are not sent any more when all their money went back.
    refund_cancels_deliveries: bool = true;

    /// Whether `is_shipped` `N` cancels a delivery; else nothing of it counts as sent any more. Documents say «cancels».
    unshipped_is_cancelled: bool = true;

    /// Whether the account has the right billing on demand.
    billing_on_demand: bool = true;

    /// How many charges to the payment method of an order `createBillingOnDemand` takes in 24 hours (vendor code).
    charges_a_day: i64 = 10; "a whole number from 0 to 1000", |count| (0..=1000).contains(count);

    /// How far apart these charges have to be (vendor code).
    seconds_between_charges: i64 = 60; "seconds from 0 to 86400", |seconds| (0..=86_400).contains(seconds);

    /// Whether what is left of the money for an order counts towards the one that takes its place.
    upgrade_credits: bool = true;

    /// How many minutes after one failed attempt to deliver a notification the next one follows. After the last it is given
    /// up. Documented: at least 20 times in 10 days, the first after 3 minutes, growing to 24 hours after 10 attempts.
    redelivery_minutes: Vec<i64> = [vec![3, 5, 10, 15, 30, 60, 120, 180, 240, 360], vec![1440; 10]].concat();
        "minutes from 1 to 100000", |minutes| within(minutes, 1..=100_000);

    /// How many days after a payment its share can be paid out (vendor documents; 30 for some orders).
    clearing_days: i64 = 14; "days from 0 to 3650", |days| (0..=3650).contains(days);

    /// How many percent of each share are held back longer (vendor documents).
    reserve_percent: Amount = Amount::cents(10_00); "percent from 0 to 100", |rate| is_rate(*rate);

    /// For how many days the reserve is held back (vendor documents).
    reserve_days: i64 = 60; "days from 0 to 3650", |days| (0..=3650).contains(days);

    /// Whether `listCommissions` tells the reserve as a row of its own. Unknown; the vendor's sample shows one row.
    reserve_rows: bool = false;

    /// The days of the month on which money is paid out (those of a sample of the service); none stand for every day.
    /// Payouts follow from the transactions, so a change counts for the past too.
    payout_days: Vec<i64> = vec![7, 14, 21, 28]; "days from 1 to 28, which every month has", |days| within(days, 1..=28);

    /// What a balance has to reach to be paid out (one of two amounts in samples).
    payout_threshold: Amount = Amount::cents(50_00); "an amount with two decimals, 0 or more", |sum| is_sum(*sum);

    /// What each payout costs, taken out of it (the price list of one reseller).
    payout_fee: Amount = Amount::cents(2_50); "an amount with two decimals, 0 or more", |sum| is_sum(*sum);

    /// The tax on top of what the owner of the account earned, in percent (vendor document, for companies in Germany).
    payout_vat_rate: Amount = Amount::cents(19_00); "percent from 0 to 100", |rate| is_rate(*rate);

    /// Whether the payments of test orders are credited and paid out.
    tests_paid_out: bool = false;

    /// Whether statistics count the payments of test orders, as `listTransactions` lists them.
    tests_counted: bool = true;
}

fn within(numbers: &[i64], range: std::ops::RangeInclusive<i64>) -> bool {
    numbers.iter().all(|number| range.contains(number))
}

fn is_sum(amount: Amount) -> bool {
    amount.minor_units(2).is_ok_and(|cents| (0..=1_000_000_000).contains(&cents))
}

fn is_rate(rate: Amount) -> bool {
    rate.minor_units(2).is_ok_and(|hundredths| (0..=10_000).contains(&hundredths))
}

constants! {
    /// Why the share of a payment is credited to the vendor; the only word that was seen.
    pub(super) const COMMISSION_REASON: &str = "merchant_share";

    /// How many payouts `statsExpectedPayouts` tells with their days. What comes after them is one sum.
    pub(super) const EXPECTED_PAYOUTS: usize = 5;

    /// How the account is paid out. No list of words is known.
    pub(super) const PAYOUT_METHOD: &str = "banktransfer";

    /// Which tax rule credit notes name. No list of words is known.
    pub(super) const VAT_REGULATION: &str = "";

    /// The one reseller of the account: number and name.
    pub(super) const RESELLER: (i64, &str) = (1, "Digistore24 GmbH");

    /// How long the parts of a statistic take, in milliseconds.
    pub(super) const STATISTICS_MS: Amount = Amount::cents(41);

    /// The hour of the day in which payments are collected (seen in one answer, 2025).
    pub(super) const COLLECTING_HOUR: i64 = 4;

    /// The hour of the day in which ends are told: early in the morning (vendor document).
    pub(super) const ENDING_HOUR: i64 = 5;

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

    /// The code of a charge that came too soon or too often. None is known; this one says that nothing was done.
    pub(super) const TOO_OFTEN: i64 = 3;

    /// How often the files of an order may be downloaded.
    pub(super) const DOWNLOADS: i64 = 5;

    /// For how many days the files of an order may be downloaded.
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
}

/// What no number or word can say.
pub(super) const OTHERS: &[(&str, &str)] = &[
    ("messages", "All messages but three, which were seen in English; the German ones are translations."),
    ("unknown_arguments", "That arguments the catalogue does not know are refused at all."),
    ("other_methods", "The answer to PUT and DELETE (405), and to browsers that ask before they send."),
    ("counters", "That page counters which come from arguments are texts, and computed ones numbers."),
    ("repetition", "That the same call, made again, says the same or that there is nothing to do."),
    ("people", "All people, numbers and amounts. Amounts are divided by the public tariff and terms."),
    ("after_a_refund", "That a full refund, and any refund of payments that recur, ends the order."),
    ("refund_policies", "None: every payment can be given back once, at any time. No refund waits."),
    ("minimum_terms", "None: a stop works at once, and what is paid for stays paid for."),
    ("addons", "That an add-on is a transaction of its own, like an upsell; a help page says that it is not."),
    ("refund_fees", "That a refund or chargeback costs no fee."),
    ("invoices", "One for each transaction that moved money, called by its number; `type` is that of the transaction."),
    ("commission_transactions", "That `all` lists the same types of transactions, as there are no receivables."),
    ("payout_time", "That a payout is made when its day is over, and is pending on that day."),
    ("payout_fee_vat", "That there is no tax on the fee of a payout."),
    (
        "statistics_period",
        "That statistics without a period begin with the first transaction and end today, whole days.",
    ),
    (
        "statistics_figures",
        "That statistics take what went back off, on the day when it did, and leave out empty periods.",
    ),
    ("statistics_weeks", "That a week begins on Monday, and periods are told whole where a statistic cuts them."),
    ("statistics_references", "That `precentages` and `references` of `statsSalesSummary` are empty."),
    (
        "toplist_figures",
        "That gross sales of affiliates are payments less refunds and chargebacks, which count above zero.",
    ),
    ("toplist_currency", "That sales in other currencies are left out, not converted."),
    (
        "default_plans",
        "That a product whose last payment plan is deleted has the default plan again, and that copies of a product have \
         copies of its plans.",
    ),
    (
        "usable_plans",
        "That a plan which costs nothing cannot be used, and that intervals not written as in `1_month`, and currencies \
         that `listCurrencies` does not name, are refused.",
    ),
    (
        "affiliate_terms",
        "That terms agreed for all products replace those agreed for one, and that a rate or a fixed amount which was \
         agreed replaces both of the product's.",
    ),
    (
        "affiliation_states",
        "That products which cannot be sold do not lower the state `validateAffiliate` tells, but that there is no \
         affiliation for every product then; that rejected affiliates have no affiliation.",
    ),
    (
        "nobody",
        "That an address without an affiliate, and an affiliate without a partner, have empty fields and are no error, \
         and that nobody can be their own partner.",
    ),
    (
        "upgradable_orders",
        "That an order can be upgraded until it has ended, that several can be upgraded only all together, that what can \
         be upgraded takes one click, and that a product named for several kinds of upgrades has the last one.",
    ),
    (
        "order_forms",
        "That order forms and shipping cost policies show what was written, that properties of order forms are empty \
         until then, and that `getOrderformMetas` names the codes in English words, and no placeholders.",
    ),
    (
        "shipping_policies",
        "That a shipping cost policy is for everything, a flat fee, once and in euros, unless told otherwise, and that \
         its undocumented `rules` are empty.",
    ),
    ("deletion", "That a deleted order form, folder or image is forgotten wherever it was used."),
    ("upsell_places", "That a place in a tree of upsells does not need the one before it."),
    (
        "voucher_codes",
        "That the code of a value voucher begins with its number and a hyphen, and that the number alone is as good.",
    ),
    (
        "reports",
        "That no function shows what `logMemberAccess` reported; that `reportFraud` tells a second report of somebody \
         apart, fails where there is no affiliate to report, and leaves fields empty about those nobody reported.",
    ),
    ("addresses", "Where images, widgets and scripts lie."),
    (
        "fulfilment",
        "That e-tickets, licence keys and deliveries come with the first payment of an order: a ticket or a key for each \
         piece, a delivery for each line; that the type of a product decides how it is delivered; that an event without a \
         day is on the day of the order; that changing a buyer does not change the tickets, and that a ticket for several \
         days is good on the first.",
    ),
    (
        "deliveries",
        "That only one call gets a delivery with `set_in_progress`, whatever key it has, and that a read-only key may; that \
         a quantity decides the state of a delivery where none is named, and the states `delivery` the quantity; that \
         nothing is shown of the day on which a parcel is expected, nor of the files that prove a service; that a request \
         for proof is answered once.",
    ),
    (
        "moved_payments",
        "That a payment which is moved to a later day moves those that follow, and what is paid until; that the balance of \
         an order is billed with its main product.",
    ),
    (
        "charges",
        "That a charge which is declined is not tried again by itself, and that its buyer can pay it; that every order with \
         payments to come takes `createRebillingPayment`, which pays the next period early.",
    ),
    (
        "upgrades",
        "That an order ends when the one that takes its place is paid, or is to be paid with the next period in the case of \
         a downgrade; that links with an upgrade say the price themselves, and that orders of several buyers cannot be \
         upgraded together.",
    ),
    (
        "addon_changes",
        "That `createAddonChangePurchase` names all add-ons there shall be, that what is added is paid at once and in full, \
         and all else when it was due.",
    ),
    (
        "mails",
        "That only functions send mails that `mails` shows, and that a buyer is called `user` and a number as an affiliate.",
    ),
    (
        "connection_test",
        "That a connection test is sent when `ipnSetup` names an address which the connection did not have, and whatever \
         comes back, the connection is made.",
    ),
    ("kept_passphrase", "That `ipnSetup` without a passphrase leaves a connection the one it has."),
    (
        "told_items",
        "That events which move no money are told for each item that is paid again, without the parameters of a \
         transaction; of a missing payment `pay_sequence_no` is its own number, else that of the last payment.",
    ),
    (
        "told_amounts",
        "That `amount`, `first_amount` and `other_amounts` are those of the whole order, that amounts below zero tell of \
         money that went back, and that `amount_affiliate` holds what partners of affiliates get.",
    ),
    (
        "told_orders",
        "That ordinary payments have no `parent_transaction_id`, that only follow-up payments are planned, that all \
         addresses are the buyer's, that nobody chose a newsletter, and what links, labels and keys look like.",
    ),
    ("told_forms", "That fields of a form are told under their own names, and of several licence keys the first one."),
    (
        "told_again",
        "That what is sent again says what it said, signed and named by the connection as it is now, and that tries are \
         counted anew when it is sent again by hand.",
    ),
    (
        "replaced_orders",
        "That an order which another one is going to take the place of gives access until that is paid.",
    ),
];
