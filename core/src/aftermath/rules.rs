//! For each function that must not be repeated: where what it did would show.

use super::Basis::{self, Documented, Inferred};
use super::compare::{Pair, texts};
use crate::Value;

/// How to find out what became of a call of a function.
pub(super) struct Rule {
    pub(super) function: &'static str,
    /// What it makes: `a refund`.
    pub(super) makes: &'static str,
    pub(super) basis: Basis,
    pub(super) way: Way,
}

/// Where to look.
pub(super) enum Way {
    /// Nothing shows it, and why.
    Nowhere(&'static str),
    /// Among the records of a list.
    Listed(Listed),
    /// In one record, which says when it happened.
    Record(Single),
    /// In the state that one record is in.
    State(Single),
    /// Among the refunds of all orders, of which only the order knows which payment it gives back.
    RefundedPayment,
    /// Among the transactions of the order.
    Transactions(Moved),
    /// Among the orders of the buyer.
    Order(Products),
    /// The key works no more.
    Key,
}

impl Way {
    /// Whether the parameters name what has to be looked at. Without it, that there is nothing says nothing.
    pub(super) fn names(&self, parameters: &Value) -> bool {
        let places: &[&str] = match self {
            Way::Record(single) | Way::State(single) => &[single.by.1],
            Way::RefundedPayment => &["transaction_id"],
            Way::Transactions(_) | Way::Order(_) => &["purchase_id", "purchase_ids"],
            Way::Nowhere(_) | Way::Listed(_) | Way::Key => return true,
        };
        places.iter().any(|place| !texts(parameters, place).is_empty())
    }

    /// Whether what was done may show nowhere. A charge may stay `pending` or `uncertain`, or its order be open still, and
    /// no document says that these are listed; nor how a partial refund is booked. To say that nothing was done would be to
    /// have it charged or refunded twice.
    pub(super) fn may_stay_hidden(&self) -> bool {
        matches!(self, Way::Transactions(Moved::Payment | Moved::Part) | Way::Order(_))
    }
}

/// A list of what functions make.
pub(super) struct Listed {
    pub(super) list: &'static str,
    /// What is asked for: a name of the list's argument, and where its value stands in the parameters.
    pub(super) asking: &'static [(&'static str, &'static str)],
    /// Under which names the answer lists them.
    pub(super) under: &'static [&'static str],
    pub(super) pairs: &'static [Pair],
    /// Whether the records say when they were made.
    pub(super) is_timed: bool,
    pub(super) is_paged: bool,
}

/// A function that answers one record.
pub(super) struct Single {
    pub(super) get: &'static str,
    /// The name of its argument, and where its value stands in the parameters.
    pub(super) by: (&'static str, &'static str),
    pub(super) under: &'static str,
    pub(super) pairs: &'static [Pair],
    /// The field that says when it happened; without one, there can be only one such record.
    pub(super) at: Option<&'static str>,
}

/// What moves money of an order.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Moved {
    /// One payment more.
    Payment,
    /// Refunds of whole payments.
    Refunds,
    /// A refund of an amount.
    Part,
}

/// What the new order holds.
pub(super) enum Products {
    /// The products at this place of the parameters.
    At(&'static str),
    /// The one that the upgrade leads to.
    OfUpgrade,
}

const MAIL: &str = "No function lists the mails that were sent. Repeating it may mail the buyer twice.";
const BY_NAME: &str = "The function is known by name only, and so is not where it shows what it made.";

const fn nowhere(function: &'static str, why: &'static str) -> Rule {
    Rule { function, makes: "", basis: Documented, way: Way::Nowhere(why) }
}

const fn listed(function: &'static str, makes: &'static str, basis: Basis, listed: Listed) -> Rule {
    Rule { function, makes, basis, way: Way::Listed(listed) }
}

const fn rule(function: &'static str, makes: &'static str, basis: Basis, way: Way) -> Rule {
    Rule { function, makes, basis, way }
}

/// A list that is answered at once, whose records say when they were made.
const WHOLE: Listed = Listed { list: "", asking: &[], under: &[], pairs: &[], is_timed: true, is_paged: false };

const NAMES: &[Pair] = &[("data.name_intern", "name_intern"), ("data.name", "name"), ("data.name_XX", "name")];

pub(super) const RULES: &[Rule] = &[
    rule("refundTransaction", "a refund of the payment", Documented, Way::RefundedPayment),
    rule("refundPurchase", "a refund of a whole payment", Documented, Way::Transactions(Moved::Refunds)),
    rule("refundPartially", "a refund of that amount", Inferred, Way::Transactions(Moved::Part)),
    rule("createRebillingPayment", "a payment", Documented, Way::Transactions(Moved::Payment)),
    rule("createBillingOnDemand", "an order of the same buyer", Inferred, Way::Order(Products::At("product_id"))),
    rule(
        "createAddonChangePurchase",
        "an order of the same buyer",
        Inferred,
        Way::Order(Products::At("addons.product_id")),
    ),
    rule("createUpgradePurchase", "an order of the same buyer", Inferred, Way::Order(Products::OfUpgrade)),
    rule(
        "createVoucher",
        "a discount code",
        Documented,
        Way::Record(Single {
            get: "getVoucher",
            by: ("code", "data.code"),
            under: "coupon",
            pairs: &[
                ("data.product_ids", "product_ids"),
                ("data.first_rate", "first_rate"),
                ("data.other_rates", "other_rates"),
                ("data.first_amount", "first_amount"),
                ("data.other_amounts", "other_amounts"),
                ("data.currency", "currency"),
                ("data.upgrade_policy", "upgrade_policy"),
            ],
            at: None,
        }),
    ),
    rule(
        "validateEticket",
        "a use of the ticket",
        Documented,
        Way::Record(Single {
            get: "getEticket",
            by: ("eticket_id", "eticket_id"),
            under: "eticket",
            pairs: &[],
            at: Some("used_at"),
        }),
    ),
    rule(
        "updateDelivery",
        "a change of the delivery",
        Inferred,
        Way::State(Single {
            get: "getDelivery",
            by: ("delivery_id", "delivery_id"),
            under: "delivery",
            pairs: &[
                ("data.type", "type"),
                ("data.quantity_delivered", "quantity_delivered"),
                ("tracking.tracking_id", "tracking.tracking_id"),
            ],
            at: Some("processed_at"),
        }),
    ),
    rule(
        "updateServiceProofRequest",
        "an answer to the request",
        Inferred,
        Way::State(Single {
            get: "getServiceProofRequest",
            by: ("service_proof_id", "service_proof_id"),
            under: "service_proof_request",
            pairs: &[("data.request_status", "request_status")],
            at: Some("modified_at"),
        }),
    ),
    rule("unregister", "an end of the key", Documented, Way::Key),
    listed(
        "createProduct",
        "a product",
        Documented,
        Listed { list: "listProducts", under: &["products"], pairs: NAMES, ..WHOLE },
    ),
    listed(
        "copyProduct",
        "a product",
        Documented,
        Listed { list: "listProducts", under: &["products"], pairs: NAMES, ..WHOLE },
    ),
    listed(
        "createProductGroup",
        "a product folder",
        Inferred,
        Listed {
            list: "listProductGroups",
            under: &["items", "product_groups", "groups"],
            pairs: &[("data.name", "name"), ("data.position", "position")],
            ..WHOLE
        },
    ),
    listed(
        "createPaymentplan",
        "a payment plan",
        Inferred,
        Listed {
            list: "listPaymentPlans",
            asking: &[("product_id", "product_id")],
            pairs: &[
                ("data.first_amount", "first_amount"),
                ("data.other_amounts", "other_amounts"),
                ("data.currency", "currency"),
                ("data.number_of_installments", "number_of_installments"),
                ("data.first_billing_interval", "first_billing_interval"),
                ("data.other_billing_intervals", "other_billing_intervals"),
            ],
            ..WHOLE
        },
    ),
    listed(
        "createOrderform",
        "an order form",
        Documented,
        Listed {
            list: "listOrderforms",
            under: &["orderforms"],
            pairs: &[("data.name", "name"), ("data.layout", "layout")],
            ..WHOLE
        },
    ),
    listed(
        "createShippingCostPolicy",
        "a shipping cost policy",
        Documented,
        Listed { list: "listShippingCostPolicies", pairs: &[("data.name", "name")], ..WHOLE },
    ),
    listed(
        "createBuyUrl",
        "an order form link",
        Inferred,
        Listed {
            list: "listBuyUrls",
            under: &["buyurls", "items"],
            pairs: &[("product_id", "product_id"), ("buyer.email", "email")],
            is_paged: true,
            ..WHOLE
        },
    ),
    listed(
        "createImage",
        "an image",
        Inferred,
        Listed {
            list: "listImages",
            asking: &[("usage_type", "data.usage_type")],
            under: &["images"],
            pairs: &[("data.name", "name")],
            is_timed: false,
            ..WHOLE
        },
    ),
    listed(
        "createUpgrade",
        "an upgrade",
        Inferred,
        Listed {
            list: "listUpgrades",
            under: &["upgrades"],
            pairs: &[("name", "name"), ("to_product_id", "to_product_id")],
            is_timed: false,
            ..WHOLE
        },
    ),
    listed(
        "createEticket",
        "an e-ticket",
        Inferred,
        Listed {
            list: "listEtickets",
            asking: &[("search.template_id", "template_id"), ("search.location_id", "location_id")],
            under: &["etickets"],
            pairs: &[
                ("product_id", "product_id"),
                ("buyer.email", "email"),
                ("buyer.first_name", "first_name"),
                ("buyer.last_name", "last_name"),
            ],
            is_timed: false,
            ..WHOLE
        },
    ),
    nowhere(
        "addBalanceToPurchase",
        "No function shows the balance of an order, and repeating it changes the balance again. The order in the back \
        office may show it.",
    ),
    nowhere("resendPurchaseConfirmationMail", MAIL),
    nowhere("resendInvoiceMail", MAIL),
    nowhere("reportFraud", "No function shows the reports that were made. The support of Digistore24 knows them."),
    nowhere("logMemberAccess", "No function shows the accesses that were logged."),
    nowhere(
        "requestApiKey",
        "No function lists the requests for keys. One that nobody was sent to does no harm: make another.",
    ),
    nowhere(
        "retrieveApiKey",
        "A key is handed out once, so that one in a lost answer is lost. Ask once more: where nothing comes, the user has \
        to make another key.",
    ),
    nowhere("getTestpayKey", BY_NAME),
    nowhere("createAddon", BY_NAME),
    nowhere("createAnalyticsToken", BY_NAME),
    nowhere("createJointVenture", BY_NAME),
    nowhere("createMarketplaceEntry", BY_NAME),
    nowhere("createOnboardingProduct", BY_NAME),
    nowhere("createSocialProofBubble", BY_NAME),
    nowhere("createUpsellBuyButton", BY_NAME),
];

/// The rule of a function.
pub(super) fn find(function: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.function == function)
}

/// The functions that there is something to say about: all that must not be repeated.
pub fn functions() -> impl Iterator<Item = &'static str> {
    RULES.iter().map(|rule| rule.function)
}
