//! What there is to say about vouchers: one word for programs, one sentence for people.

use crate::words::words;

words! {
    /// Whether a discount code applies.
    Verdict {
        Applies = "applies": "The code applies, as far as its record tells.";
        DoesNotApply = "does_not_apply": "The code does not apply.";
        Undecided = "undecided": "Whether the code applies cannot be decided here; the order form decides.";
    }
}

words! {
    /// Why a discount code does not apply, or why that cannot be decided.
    Reason {
        OtherCode = "other_code": "This is the record of another code.";
        CodeUnconfirmed = "code_unconfirmed": "The codes differ in upper and lower case or in blanks only; whether the service minds is unknown, so ask it with what was typed in.";
        OtherProduct = "other_product": "The code is for other products.";
        ProductNotGiven = "product_not_given": "The code is for some products only; say which one is bought in `product_id`.";
        ProductsUnclear = "products_unclear": "Which products the code is for is unclear; what an empty or unusual list means is not documented.";
        Addon = "addon": "Whether a code also lowers the price of add-ons in the same order is not documented.";
        Upsell = "upsell": "Codes for upsells follow rules of their own, which are not known.";
        NotStarted = "not_started": "The code does not apply yet.";
        Expired = "expired": "The code has expired.";
        ZoneUnknown = "zone_unknown": "The moment is so close that the zone of the record's times decides, and that is not documented; name the zone in `zone`, or compare with the current_time of the same answer and say so by `same_clock`.";
        DayUnclear = "day_unclear": "The record has a day without a time of day; whether that day still counts is not documented.";
        HourTwice = "hour_twice": "The clock is put back in this hour, which is there twice; give `now` and the record's times with their offsets.";
        NowNotGiven = "now_not_given": "The code is limited in time; say in `now` which moment to look at.";
        TimeUnclear = "time_unclear": "The time in the record cannot be read.";
        WindowUnclear = "window_unclear": "The record has a valid_until beside or instead of expires_at, and what that means is not documented.";
        UsedUp = "used_up": "The code has been used as often as it may be.";
        CountUnclear = "count_unclear": "How often the code may still be used is unclear.";
        NotForUpgrades = "not_for_upgrades": "The code is not for upgrades.";
        PolicyUnclear = "policy_unclear": "What the code is worth for upgrades is unclear.";
        CurrencyUnclear = "currency_unclear": "The code takes off an amount, and its currency is unclear.";
    }
}

words! {
    /// What to know about a discount code beside the verdict.
    Note {
        StartUntold = "start_untold": "The record does not tell from when the code applies; documented answers never do, so a code that starts later looks the same.";
        Boundary = "boundary": "This is the very second at which the code begins or ceases to apply; that it applies from the first and no longer in the last is inference.";
        CountOfSnapshot = "count_of_snapshot": "Some uses were left when the record was read; others may use them meanwhile, and what test purchases and aborted orders count is unknown.";
        FollowUpsOnly = "follow_ups_only": "For upgrades the code lowers follow-up payments only.";
        NothingOff = "nothing_off": "The code takes nothing off these payments.";
        Converted = "converted": "The code takes off an amount in another currency, which the service converts at a daily rate; only the service can tell the price.";
        FollowUpIgnored = "follow_up_ignored": "There are no follow-up payments, so the discount on these does not matter.";
        GrossOrNet = "gross_or_net": "The amount is taken off the price as you gave it; whether the service takes it off the gross or the net price is not documented.";
        EarlyBird = "early_bird": "The code discards early bird discounts; give the regular price, and say `is_early_bird` if you cannot.";
        UnsetDiscount = "unset_discount": "The record does not tell of every discount; those that are missing are taken as none.";
        DiscountUnclear = "discount_unclear": "A discount in the record cannot be read, and a floating-point number with decimals may have lost some; hand over what the client answered, or texts.";
    }
}

words! {
    /// Why a price is not certain.
    Uncertainty {
        MayNotApply = "may_not_apply": "Whether the code applies is undecided, so the full price is possible too.";
        RateAndAmount = "rate_and_amount": "A rate and an amount are both taken off; which one comes first is not documented.";
        HalfCent = "half_cent": "The price lies exactly half a cent between two amounts; how the service rounds is not documented.";
        BelowZero = "below_zero": "The discount is more than the price; whether the service then asks for nothing or refuses the code is not documented.";
        FreeOrder = "free_order": "Nothing is left to pay; whether the order form accepts an order for nothing is not documented.";
        Quantity = "quantity": "Whether the discount is taken off and rounded once for the order or for each piece is not documented.";
        Shipping = "shipping": "Whether a rate is taken off shipping too is not documented.";
        Trial = "trial": "Which payment counts as the first one after a trial is not documented.";
        GrossOrNet = "gross_or_net": "VAT is added to the price; whether the discount is taken off before or after that is not documented.";
        EarlyBird = "early_bird": "The code may discard early bird discounts, and the price without these is not known here.";
        OtherCurrency = "other_currency": "The amount is in another currency, and the service converts it at a daily rate.";
        CurrencyUnclear = "currency_unclear": "The currency of the amount is unclear.";
        DiscountUnclear = "discount_unclear": "The discount in the record cannot be read.";
        OtherDigits = "other_digits": "How the service rounds in a currency without two decimals is not known.";
    }
}

words! {
    /// Whether a value voucher can be used.
    CouponVerdict {
        Usable = "usable": "The service accepts the voucher.";
        Unusable = "unusable": "The voucher cannot be used for this order.";
        Undecided = "undecided": "Whether the voucher can be used cannot be decided here.";
    }
}

words! {
    /// Why a value voucher is not usable, or why that cannot be decided.
    CouponReason {
        Refused = "refused": "The service does not accept the code, and tells no reason.";
        TestOnly = "test_only": "The voucher is for test payments only.";
        RealOnly = "real_only": "The voucher is for real payments only, not for test payments.";
        ModeUnclear = "mode_unclear": "Whether the voucher is for test payments or for real ones is unclear.";
        ModeNotGiven = "mode_not_given": "The voucher is for test payments only; say in `is_test_payment` whether this order is one.";
        NotAnswered = "not_answered": "The call itself failed, which says nothing about the voucher; ask again.";
        StatusUnclear = "status_unclear": "The status in the answer is none of the documented ones.";
    }
}

words! {
    /// What to know about a value voucher beside the verdict.
    CouponNote {
        ModeNotCompared = "mode_not_compared": "The voucher is for real payments; this was not compared with the order, since `is_test_payment` was not given.";
        NothingLeft = "nothing_left": "Nothing is left of the voucher.";
        MaybeUsedUp = "maybe_used_up": "The answer tells that nothing is left; whether the service refuses used up vouchers is not documented, so this may be the reason.";
        AmountUnclear = "amount_unclear": "What is left of the voucher cannot be read.";
        OtherCurrency = "other_currency": "The voucher is in another currency than the price, so what is left to pay is not known here.";
        CurrencyUnclear = "currency_unclear": "The currency of the voucher is unclear, so what is left to pay is not known here.";
    }
}

words! {
    /// What to know about a discount code that is to be made or changed.
    DraftNote {
        DigitsOnly = "digits_only": "A code of digits only may be taken for the number of another discount code where functions take either.";
        CurrencyUnused = "currency_unused": "No amount is taken off, so the currency does not matter.";
        CountKept = "count_kept": "The code is limited to the number of uses that it has, which may be one; give `count_left` to set it.";
        CurrencyKept = "currency_kept": "The amounts are in the currency that the code has; give `currency` to set it.";
        RateAndAmount = "rate_and_amount": "A rate and an amount are taken off the same payment; what that comes to is not documented.";
        FullDiscount = "full_discount": "100 % are taken off; whether the order form accepts an order for nothing is not documented.";
        NothingForUpgrades = "nothing_for_upgrades": "For upgrades only the discount on follow-up payments counts, and there is none.";
        UsedUpAtOnce = "used_up_at_once": "No uses are left, so the code no longer applies.";
        ZoneUnknown = "zone_unknown": "Times without an offset are read on the service's own clock, whose zone is not documented; write an offset, such as 2026-12-31T23:59:59+01:00.";
    }
}

/// What a discount code has to pass, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Rule {
    /// It is the code that was typed in.
    Code,
    /// It is for the product.
    Product,
    /// It applies already.
    Start,
    /// It still applies.
    End,
    /// It may be used once more.
    Count,
    /// It is worth something for upgrades.
    Upgrade,
    /// Its amounts are in a known currency.
    Currency,
}

impl Rule {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Rule::Code => "code",
            Rule::Product => "product",
            Rule::Start => "start",
            Rule::End => "end",
            Rule::Count => "count",
            Rule::Upgrade => "upgrade",
            Rule::Currency => "currency",
        }
    }
}

impl Reason {
    /// Whether the code does not apply for this reason, however the other rules come out. Otherwise it is undecided.
    pub fn is_final(self) -> bool {
        matches!(
            self,
            Reason::OtherCode
                | Reason::OtherProduct
                | Reason::NotStarted
                | Reason::Expired
                | Reason::UsedUp
                | Reason::NotForUpgrades
        )
    }
}

/// A rule that a discount code does not pass, or not for certain.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// Why.
    pub reason: Reason,
    /// What the record has in place of something that can be read, if that is the reason.
    pub got: String,
}

/// The sentence, and what the record has.
impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.reason.sentence())?;
        match self.got.as_str() {
            "" => Ok(()),
            got => write!(f, " The record has {got}."),
        }
    }
}
