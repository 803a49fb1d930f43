//! Notifications (IPN): every event goes to all connections that want to hear of it, signed, until it is taken or given up.
//!
//! The queue holds no bodies. A body is made when it is looked at, from the event, which holds the state of that moment, and
//! from rows that do not change; of buyers and products the account knows what they were. So a notification that is sent
//! again says what it said the first time. The signature and the `ipn_config_*` parameters are those of the connection as it
//! is now, so that a passphrase or an address that was wrong can be mended, and what failed be sent again.

pub(super) mod access;
pub(super) mod connections;
mod delivery;
pub(super) mod disturb;
mod message;
pub(super) mod notification;
mod occasions;
mod order;
pub(super) mod queue;
mod verbs;

pub(super) use self::verbs::VERBS;
