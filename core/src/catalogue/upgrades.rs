//! Upgrades: changing what a buyer ordered into something else.

use super::billing::BillingStatus;
use super::buy_urls::ReadonlyKeys;
use super::words::*;

functions! {
    // source: openapi-2025-10, help-center, vendor-mcp-code-2025-09; access: help-center; confidence: high
    // otherwise: openapi-2025-10 sends a JSON body; the names are at the top level in every source
    /// Defines an upgrade between products.
    CreateUpgrade = "createUpgrade" (Post, Write, Once) -> CreateUpgradeAnswer {
        /// Name.
        name: String,
        /// Number of the product it leads to.
        to_product_id: Id,
        /// Products to upgrade from.
        upgrade_from: Option<Joined>,
        /// Products to downgrade from.
        downgrade_from: Option<Joined>,
        /// Products whose buyers get a special offer.
        special_offer_for: Option<Joined>,
        /// Product to offer if the upgrade is not possible.
        fallback_product_id: Option<Id>,
        /// Whether it is switched on.
        is_active: Option<bool> [default("Y")],
        /// Which fields the buyer cannot change on the order form.
        buyer_readonly_keys: Option<ReadonlyKeys> [default("none")],
    }

    // source: openapi-2025-10, help-center, vendor-mcp-code-2025-09; access: help-center; confidence: high
    // otherwise: openapi-2025-10 sends a JSON body; the names are at the top level in every source
    /// Carries out an upgrade without the buyer.
    ///
    /// Needs the account right billing on demand. The buyer must have agreed, and is informed by e-mail. It charges
    /// money.
    CreateUpgradePurchase = "createUpgradePurchase" (Post, Write, Once) -> CreateUpgradePurchaseAnswer {
        /// Order ids.
        purchase_ids: Joined,
        /// Number of the upgrade, alone or followed by a hyphen and the `authkey`.
        upgrade_id: Id,
        /// Payment plan: its number, or its position starting at 1.
        payment_plan_id: Option<Id>,
        /// Quantities by position, starting at 1, or by product number.
        quantities: Option<Map<i64>>,
    }

    // source: openapi-2025-10; access: inferred; confidence: medium
    /// Deletes an upgrade.
    DeleteUpgrade = "deleteUpgrade" (Delete, Write, Safe) -> Value {
        /// Number of the upgrade.
        upgrade_id: Id,
    }

    // source: openapi-2025-10, vendor-mcp-code-2025-09; access: inferred; confidence: low
    /// Reads one smart upgrade, with its widget code for given orders.
    ///
    /// It is slow: keep what it answers.
    GetSmartupgrade = "getSmartupgrade" (Get, Read, Safe) -> Value {
        /// Number of the smart upgrade.
        smartupgrade_id: Id,
        /// Orders to make the widget code for.
        purchase_id: Option<Joined>,
    }

    // source: openapi-2025-10, help-center, vendor-mcp-code-2025-09; access: help-center; confidence: high
    // otherwise: the help-center syntax line calls it getUpgrades and its argument `uprade_id`
    /// Reads one upgrade, and on request checks it against orders.
    GetUpgrade = "getUpgrade" (Get, Read, Safe) -> GetUpgradeAnswer {
        /// Number of the upgrade.
        upgrade_id: Id,
        /// Orders to check the upgrade for.
        order_ids: Option<Joined>,
    }

    // source: openapi-2025-10, vendor-mcp-code-2025-09; access: inferred; confidence: medium
    /// Lists the smart upgrades.
    ListSmartUpgrades = "listSmartUpgrades" (Get, Read, Safe) -> ListSmartUpgradesAnswer {}

    // source: openapi-2025-10, help-center, vendor-mcp-code-2025-09; access: help-center; confidence: high
    /// Lists all upgrades.
    ///
    /// `upgrade_url` contains the placeholder `ORDER_ID`.
    ListUpgrades = "listUpgrades" (Post, Read, Safe) -> ListUpgradesAnswer {}
}

choice! {
    /// What a change of product is.
    open UpgradeKind { Upgrade = "upgrade", Downgrade = "downgrade", SpecialOffer = "special_offer" }
}

shape! {
    /// What `createUpgrade` answers.
    CreateUpgradeAnswer {
        /// Number of the upgrade.
        upgrade_id: Id,
    }

    /// What `createUpgradePurchase` answers.
    CreateUpgradePurchaseAnswer {
        /// The new order.
        new_purchase: UpgradePurchase,
        /// What was upgraded.
        upgrade_info: UpgradeInfo,
    }

    /// What `getUpgrade` answers.
    GetUpgradeAnswer {
        /// The upgrade.
        item: Upgrade,
        /// Whether the orders can be upgraded.
        check: UpgradeCheck,
    }

    /// What `listSmartUpgrades` answers.
    ListSmartUpgradesAnswer {
        /// Smart upgrades.
        smartupgrades: Vec<SmartUpgrade>,
    }

    /// What `listUpgrades` answers.
    ListUpgradesAnswer {
        /// The upgrades.
        upgrades: Vec<Upgrade>,
    }

    /// A smart upgrade.
    SmartUpgrade {
        /// Number of the smart upgrade.
        id: Id,
        /// Name.
        name: String,
        /// Secret part of the upgrade link.
        authkey: String,
        /// When it was created.
        created_at: Time,
        /// Whether its own CSS is used.
        is_custom_css_used: bool,
        /// CSS of your own.
        custom_css: String,
        /// Number of the product it leads to.
        upgrade_to_product_id: Id,
        /// Numbers of the products it is for.
        product_ids: Joined,
    }

    /// An upgrade.
    Upgrade {
        /// Link that starts the upgrade.
        upgrade_url: String,
        /// Name of the product it leads to.
        to_product_name: String,
        /// Number of the upgrade.
        id: Id,
        /// Name.
        name: String,
        /// Number of the product it leads to.
        to_product_id: Id,
        /// Whether it is switched on.
        is_active: bool,
        /// Secret part of the upgrade link.
        authkey: String,
        /// Product to offer if the upgrade is not possible.
        fallback_product_id: Id,
        /// Which fields the buyer cannot change on the order form.
        buyer_readonly_keys: ReadonlyKeys,
        /// Kinds of change by product number.
        upgrade_types: Map<UpgradeKind>,
    }

    /// Whether orders can be upgraded.
    UpgradeCheck {
        /// Whether the upgrade is possible.
        is_upgrade_possible: bool,
        /// Whether it can be paid without a new checkout.
        is_one_click_payment_possible: bool,
        /// What kind of change is possible.
        possible_upgrade_type: UpgradeKind,
    }

    /// What an upgrade did.
    UpgradeInfo {
        /// Kind of the upgrade.
        upgrade_type: UpgradeKind,
        /// Credit that is left over.
        upgrade_amount_left: Amount,
        /// Credit that was used.
        upgrade_amount_total: Amount,
        /// Order that the upgrade replaces.
        upgraded_purchase_id: Id,
    }

    /// The order that an upgrade made.
    UpgradePurchase {
        /// Order id.
        id: Id,
        /// State of the payments.
        billing_status: BillingStatus,
        /// What was paid.
        paid_amount: Amount,
        /// When the next payment is due.
        next_payment_at: Time,
        /// Next payment.
        next_amount: Amount,
        /// Currency, for example `EUR`.
        currency: String,
    }
}
