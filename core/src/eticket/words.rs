//! Verdicts and remarks: a word for programs, a sentence for people.

use std::borrow::Cow;

use crate::words::words;

words! {
    /// What is said of a ticket.
    ///
    /// [`check`](super::check) and the scan at a door say the first seven; the scan also says `unknown` and
    /// `not_a_number`; the others come from the service.
    Verdict {
        Admit = "admit": "By all that is known here, the ticket is good. The service was not asked.";
        Used = "used": "It was used before, or at another door.";
        Blocked = "blocked": "It is blocked.";
        WrongTemplate = "wrong_template": "It is a ticket of another template.";
        WrongLocation = "wrong_location": "It is for another location.";
        WrongDate = "wrong_date": "It is for another day.";
        Undecided = "undecided": "It cannot be decided; the reasons tell why.";
        Unknown = "unknown": "Nobody knows the number: the list has no such ticket, or the service none.";
        NotANumber = "not_a_number": "What was scanned is no number of a ticket.";
        Admitted = "admitted": "The service took it, and has counted it as used now.";
        WrongEvent = "wrong_event": "It is for another event; what differs is not told.";
        NotUsed = "not_used": "The answer was lost, and the service has not counted the ticket.";
        NotAsked = "not_asked": "The check did not reach the service, so nothing was counted.";
        Refused = "refused": "The service declined the call. That says nothing about the ticket.";
    }
}

/// A reason or a note: a word for programs and a sentence that says what it is and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// A word for programs.
    pub word: &'static str,
    /// A sentence. It may hold what the record says.
    pub text: Cow<'static, str>,
}

impl Remark {
    pub(super) fn new(word: &'static str, text: impl Into<Cow<'static, str>>) -> Remark {
        Remark { word, text: text.into() }
    }
}
