//! The words that fields of notifications hold. All lists are open: what they do not name is kept as it came.

// source: vendor documentation, third-party implementations
choice! {
    /// Whether money moved.
    open ApiMode { Live = "live", Test = "test" }

    /// How an order is paid.
    open BillingKind { SinglePayment = "single_payment", Installment = "installment", Subscription = "subscription" }

    /// How paying goes.
    open BillingState {
        Paying = "paying", Aborted = "aborted", Unpaid = "unpaid", Reminding = "reminding", Completed = "completed",
    }

    /// Why no further payments are collected.
    open StopReason {
        ByOperator = "by_operator", ByBuyer = "by_buyer", ByRefund = "by_refund", ByChargeback = "by_chargeback",
        ByPaymentDenial = "by_payment_denial", ByPaymentUncertain = "by_payment_uncertain",
        PayAliasInvalid = "pay_alias_invalid", Upgraded = "upgraded", NoProduct = "no_product",
        MerchantInactive = "merchant_inactive", Unknown = "unknown",
    }

    /// What a transaction did.
    open TransactionKind {
        Payment = "payment", Refund = "refund", Chargeback = "chargeback", RefundRequest = "refund_request",
    }

    /// How the buyer paid. Two spellings of direct debit are known.
    open PayWay {
        Test = "test", Paypal = "paypal", Sezzle = "sezzle", CreditCard = "creditcard", Elv = "elv",
        BankTransfer = "banktransfer", Klarna = "klarna",
    }

    /// How an order came to be.
    open OrderKind {
        Regular = "regular", Upgrade = "upgrade", PhoneOrder = "phone_order", Cart = "cart", VatChange = "vat_change",
    }

    /// How a product reaches the buyer.
    open GoodsKind {
        Digital = "digital", Shipping = "shipping", Service = "service", Event = "event", Download = "download",
    }

    /// What an upgrade is.
    open UpgradeCause {
        Upgrade = "upgrade", Downgrade = "downgrade", SpecialOffer = "special_offer", SwitchPlan = "switch_plan",
        PackageChange = "package_change",
    }

    /// What happened to an e-ticket.
    open TicketAction {
        Create = "create", Update = "update", Use = "use", CancelUse = "cancel_use", Revoke = "revoke",
        CancelRevoke = "cancel_revoke",
    }

    /// How a person is addressed.
    open Salutation { Mr = "M", Ms = "F" }

    /// What the buyer said to the newsletter. `none` was seen; the others follow from it.
    open NewsletterChoice { Nothing = "none", OptIn = "optin", OptOut = "optout" }
}
