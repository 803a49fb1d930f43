//! What there is to know about a verdict: a word for programs, a sentence for people.

use crate::Value;
use crate::value::list;
use crate::words::words;

words! {
    /// Something to know about a verdict on a key, an answer or a receipt.
    Remark {
        Empty = "empty":
            "There is no key; ask for it again.";
        NotGenerated = "not_generated":
            "This is not the shape of a generated key, 8 groups of 5 with hyphens; compare it with the mail of the order.";
        MaybeOther = "maybe_other":
            "Keys of a list or of the vendor's own server have any shape; only the service can tell.";
        Retyped = "retyped":
            "Blanks, hyphens, lower case or letters of another script stand where a generated key has its own; try the first suggestion.";
        Misread = "misread":
            "It has one of 0, O, 1 and I, which are easily misread; the one key in the vendor's documents has none of them.";
        NotFound = "not_found":
            "The order does not have this key; compare both with the mail of the order.";
        NotPaid = "not_paid":
            "The order has this key and may not be used, such as after a refund or when payments have stopped; see the billing status.";
        FlagsUnclear = "flags_unclear":
            "The answer does not say in a known way whether the key was found and is valid; ask the service again later.";
        OtherOrder = "other_order":
            "The answer is about another order than was asked for; ask again.";
        OtherKey = "other_key":
            "The answer is about another key than was asked for; ask again.";
        Refused = "refused":
            "The service declined to say: an unknown order, one of another account, or the API key; this is no evidence against the licence.";
        NoAnswer = "no_answer":
            "No readable answer came; this is no evidence against the licence, ask again later.";
        PaidUntilUnreadable = "paid_until_unreadable":
            "The end of the paid period is no day of the calendar, so a receipt ends by its own date only.";
        PaidPeriodOver = "paid_period_over":
            "The paid period is over; check the licence with the service.";
        ReceiptOver = "receipt_over":
            "The receipt is over; check the licence with the service.";
        Malformed = "malformed":
            "This is not the text of a receipt; fetch a new one.";
        Newer = "newer":
            "The receipt is of a newer form than this program reads; update the program.";
        Damaged = "damaged":
            "The receipt was changed or cut; fetch a new one.";
        BadSignature = "bad_signature":
            "The receipt was changed, or signed with a key that this program does not trust; fetch a new one.";
        OtherProduct = "other_product":
            "The receipt is for another product.";
        OtherLicense = "other_license":
            "The receipt is for another order or another licence key.";
        OtherMachine = "other_machine":
            "The receipt was made for another machine; fetch one for this machine.";
        MachineNotTold = "machine_not_told":
            "The receipt is bound to a machine, and the program did not tell which one it runs on.";
        NotBound = "not_bound":
            "The receipt is bound to no machine, and the program asks for one that is; fetch a new one.";
        BeforeLastSeen = "before_last_seen":
            "The clock shows an earlier time than when the program ran last; set the clock, or fetch a new receipt.";
        BeforeCheckedAt = "before_checked_at":
            "The clock shows an earlier time than when the receipt was made; set the clock.";
    }
}

/// `word` and `text` each.
pub(super) fn notes(remarks: &[Remark]) -> Value {
    list(remarks)
}
