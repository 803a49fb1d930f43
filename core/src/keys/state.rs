//! How far the making of a key has come.

use crate::words::words;

words! {
    /// How far the making of a key has come.
    KeyState {
        Pending = "pending": "The user has not decided yet.";
        Granted = "granted": "The user approved, and the key is here.";
        Aborted = "aborted": "The user declined, or the token is none. Ask for a key anew if the user wants to.";
        Collected = "collected": "The user approved, and the key was handed out before: to somebody else with this token, or to an earlier run of this program. It is handed out once; ask for another one.";
        Lost = "lost": "The user approved, and the answer that held the key was lost on its way here. It is handed out once; ask for another one, and have the user delete the lost one.";
        TimedOut = "timed_out": "The user has not decided in time. The token is still good: collect with it later.";
        Unreachable = "unreachable": "The service could not be asked several times in a row. The token may still be good: collect with it later.";
        UnknownStatus = "unknown_status": "The service tells a status that is not known here. See its note; the token may still be good.";
        Refused = "refused": "The service declined the question. See the error, which is most likely about the developer key.";
    }
}

impl KeyState {
    /// Whether it may change by asking again later, with the same token.
    pub fn is_open(self) -> bool {
        matches!(
            self,
            KeyState::Pending
                | KeyState::TimedOut
                | KeyState::Unreachable
                | KeyState::UnknownStatus
                | KeyState::Refused
        )
    }
}
