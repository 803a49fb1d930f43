//! That there is no answer, by the word of an attempt for that.

use digistore24::Failure;

/// The failure of that word: `not_sent`, `unusable`, `withheld`, and any other is `lost`.
pub(crate) fn failure(outcome: &str, reason: String) -> Failure {
    match outcome {
        "not_sent" => Failure::NotSent(reason),
        "unusable" => Failure::Unusable(reason),
        "withheld" => Failure::Withheld(reason),
        _ => Failure::Lost(reason),
    }
}
