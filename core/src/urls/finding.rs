//! What there is to say about parameters before they are sent.

use crate::Value;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The call fails, or does what nobody can have meant.
    Error,
    /// Something is left out of account, or what happens is not known.
    Warning,
    /// Worth knowing.
    Hint,
}

impl Severity {
    /// `error`, `warning` or `hint`.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        }
    }
}

macro_rules! faults {
    ($($name:ident = $severity:ident $word:literal: $text:literal;)*) => {
        /// Something that was found in parameters.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Fault { $(#[doc = $text] $name,)* }

        impl Fault {
            /// A word for programs.
            pub fn as_str(self) -> &'static str {
                match self { $(Fault::$name => $word,)* }
            }

            /// How bad it is.
            pub fn severity(self) -> Severity {
                match self { $(Fault::$name => Severity::$severity,)* }
            }

            /// The sentence; `{}` stands for what it is about.
            fn text(self) -> &'static str {
                match self { $(Fault::$name => $text,)* }
            }
        }
    };
}

faults! {
    Refused = Error "refused": "{}";
    PriceNotInPlan = Error "price_not_in_plan": "Prices are not set here: they belong into {}.";
    OwnLanguage = Warning "no_language": "The order form speaks the language of the product; another language takes another product.";
    Number = Error "number": "Numbers of the service are decimal digits, and this is {}.";
    FirstAmountMissing = Error "first_amount_missing": "There is a plan without first_amount, and no template to take it from.";
    CurrencyMissing = Warning "currency_missing": "There are amounts without a currency; which one is taken then is not documented.";
    Currency = Error "currency": "A currency is three capital letters such as EUR, and this is {}.";
    Negative = Error "negative": "An amount below zero cannot be paid.";
    Free = Warning "free": "All payments are 0.00, so the order is free.";
    NeverDue = Error "never_due": "other_amounts never falls due: there is one payment only. For a subscription set number_of_installments to 0, for instalments to 2 or more.";
    InstallmentsMissing = Error "installments_missing": "other_amounts is set and number_of_installments is not; the default of createBuyUrl is one payment, and that of payment plans is not documented. Set 0 for a subscription, 2 or more for instalments.";
    OtherAmountsMissing = Error "other_amounts_missing": "There are several payments, and what the later ones cost is missing.";
    SingleByZero = Error "single_by_zero": "other_amounts is 0, which makes it a single payment, whatever number_of_installments says.";
    Interval = Error "interval": "An interval is a number and a unit such as 7_day, 1_month or 1_year, and this is {}.";
    Weeks = Warning "weeks": "Weeks are not seen in documents; write days, such as {}.";
    IntervalUnused = Warning "interval_unused": "There are not so many payments, so this interval is never used.";
    OtherIntervalMissing = Warning "other_interval_missing": "The time between later payments is missing, and the default is not documented.";
    ManyPayments = Warning "many_payments": "So many instalments go on for {} years.";
    TemplateRest = Hint "template_rest": "What is not given is taken from the template; hand its record over as `record` to see it in the preview.";
    ProductPlan = Hint "product_plan": "There is no price here, so the plan of the product holds; hand its record over as `record` to see it in the preview.";
    RecordUnclear = Warning "record_unclear": "The record has {} here, which cannot be read exactly; hand over what the client answered, or texts.";
    UpgradeType = Warning "upgrade_type_unused": "upgrade_type says nothing without upgrade_order_id.";
    UpgradeOrder = Error "upgrade_order": "The order to upgrade is one order id such as Q7M2XWPA, and this is {}.";
    UpgradeIsUpgrade = Error "upgrade_is_no_order": "This looks like the id of an upgrade; createBuyUrl takes the id of the order that is upgraded.";
    UpgradeStatus = Hint "upgrade_status": "An impossible upgrade does not make the call fail: look at upgrade_status in the answer.";
    UpgradeErrorPage = Hint "upgrade_error_page": "There is no page for buyers whose upgrade fails.";
    UpgradeErrorUnused = Warning "upgrade_error_unused": "The page is never shown without upgrade_order_id.";
    TaxAsSet = Hint "tax_as_set": "Whether the amounts include VAT is as the product is set; tax_mode says it for this link.";
    ReadonlyMissing = Error "readonly_missing": "readonly_keys is {}, so this field has to be sent, or the call fails.";
    ReadonlyPerhaps = Warning "readonly_perhaps": "readonly_keys is all, and this field is not sent; whether it has to be is not documented.";
    Email = Error "email": "This is no e-mail address.";
    Country = Error "country": "A country is two capital letters such as DE; an invalid one makes the call fail.";
    BuyerId = Warning "buyer_id_and_fields": "The address is taken from id, and fields are given as well; which wins is not documented.";
    CampaignAlone = Warning "campaign_alone": "A campaign key without an affiliate belongs to nobody.";
    PriorityAlone = Warning "priority_without_email": "An affiliate bound to the e-mail address can only win where there is one, and buyer.email is missing.";
    KeyTooLong = Error "key_too_long": "Keys have 127 characters at most, and this has {}.";
    KeyCharacters = Error "key_characters": "Keys are made of ASCII letters, digits, _ and -.";
    AffiliateTemplate = Error "affiliate_template": "This stands for the name of an affiliate and is none.";
    AffiliateCharacters = Warning "affiliate_characters": "All names of affiliates that are known have letters, digits, _ and - only.";
    AffiliateUnknown = Hint "affiliate_must_exist": "An affiliate that the service does not know makes the call fail, with code 4 and the name in the message.";
    ValidUntil = Error "valid_until": "A time is written such as 24h, or forever, and this is {}.";
    ValidUntilForm = Warning "valid_until_form": "Only hours such as 48h and forever are documented, and this is {}.";
    ValidUntilDefault = Hint "valid_until_default": "The link works for 24 hours; set valid_until for another time, or forever.";
    NoAddress = Error "no_address": "A whole address is needed, with https:// and a host.";
    NotHttps = Error "not_https": "The service takes addresses that begin with https:// only.";
    UserInfo = Error "user_info": "There is a user name in the address.";
    NotPublic = Error "not_public": "The address leads to a place that others cannot reach.";
    EscapedPlaceholder = Error "escaped_placeholder": "The brackets of a placeholder are percent-encoded, so the service does not find it: write them as they are.";
    UnknownPlaceholder = Warning "unknown_placeholder": "{} is not known as a placeholder, and the full list is not documented.";
    OtherBrackets = Warning "other_brackets": "{} stands in other brackets than placeholders of pages do, so it is not filled.";
    PlaceholderName = Error "placeholder_name": "The name of a placeholder is written here without brackets.";
    PlaceholderCase = Hint "placeholder_case": "Placeholders are usually written in capital letters.";
    Rate = Error "rate": "Percent are from 0 to 100.";
    RateAndAmount = Warning "rate_and_amount": "There is a rate and an amount off the same payment; how they work together is not documented.";
    CodeAndDiscount = Warning "code_and_discount": "There is a voucher code and a discount of the link; which holds is not documented.";
    AboveThePrice = Warning "discount_above_price": "More is taken off than the payment costs; what the service does then is not documented.";
    DiscountUnused = Warning "discount_unused": "There are no later payments to take this off.";
    CommissionTwice = Warning "commission_twice": "There is a rate and a fixed amount; how they work together is not documented.";
    CommissionAlone = Hint "commission_without_affiliate": "There is a commission and no affiliate in tracking.";
    PayMethods = Error "no_pay_methods": "The list is empty, so nobody could pay.";
    Rebilling = Hint "rebilling": "Only payment methods that can be charged again are offered then; {} may not be one.";
    DoubleBuy = Hint "undocumented": "This setting is in no document; it is used in the vendor's own code.";
    AddonProduct = Error "addon_product_missing": "An add-on needs its product.";
    AddonItself = Warning "addon_is_main": "The add-on is the product itself.";
    AddonQuantity = Error "addon_quantity": "More are preselected than may be bought.";
    AddonMostMissing = Error "addon_most_missing": "max_quantity_type is number, and max_quantity is missing.";
    AddonMostUnused = Warning "addon_most_unused": "max_quantity counts where max_quantity_type is number.";
    AddonCurrency = Error "addon_currency": "The add-on is in another currency than the plan.";
    AddonPrices = Warning "addon_prices": "single_amount is for a single payment, first_amount and other_amounts are for several; which hold is not documented.";
    AddonNever = Warning "addon_never_due": "The order is paid once, so other_amounts of the add-on never falls due.";
    Private = Hint "do_not_share": "The link holds data of one buyer or one affiliate: make one for each, and do not keep it for others.";
    CancelSingle = Warning "cancel_policy_unused": "A single payment has no minimum term.";
    CancelShort = Warning "cancel_policy_longer": "The minimum term is longer than the instalments go on.";
}

/// Something that was found, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// What it is.
    pub fault: Fault,
    /// Where: `parameters.payment_plan.currency`.
    pub path: String,
    about: String,
}

impl Finding {
    pub(super) fn new(fault: Fault, path: String, about: String) -> Finding {
        Finding { fault, path, about }
    }

    /// A sentence.
    pub fn text(&self) -> String {
        self.fault.text().replace("{}", &self.about)
    }
}

/// `parameters.urls.thankyou_url: The service takes addresses that begin with https:// only.`
impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.path, self.text())
    }
}

/// `severity`, `path`, `word` and `text`.
impl From<&Finding> for Value {
    fn from(finding: &Finding) -> Value {
        Value::from([
            ("severity", finding.fault.severity().as_str().into()),
            ("path", finding.path.as_str().into()),
            ("word", finding.fault.as_str().into()),
            ("text", finding.text().into()),
        ])
    }
}
