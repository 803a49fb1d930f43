//! Notifications as those see them who receive them or look after them.

use std::fmt;

use super::queue::State;
use crate::value::list;
use crate::{Time, Value};

/// A notification to be sent now: a POST of the body, as `application/x-www-form-urlencoded`, to the address.
///
/// `Debug` leaves out the body, which holds personal data and links that open without login.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Delivery {
    /// The number of the notification.
    pub id: i64,
    /// Where it goes.
    pub url: String,
    /// What is sent.
    pub body: String,
    /// Which attempt it is, from 1.
    pub attempt: u32,
}

impl fmt::Debug for Delivery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Delivery { id, url, attempt, .. } = self;
        f.debug_struct("Delivery").field("id", id).field("url", url).field("attempt", attempt).finish_non_exhaustive()
    }
}

/// `{ id, url, body, attempt }`
impl From<&Delivery> for Value {
    fn from(delivery: &Delivery) -> Value {
        let attempt = i64::from(delivery.attempt);
        record! { id: delivery.id, url: delivery.url.as_str(), body: delivery.body.as_str(), attempt: attempt }
    }
}

/// What came of a delivery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delivered {
    /// The address answered.
    Answered {
        /// HTTP status.
        status: u16,
        /// What it said.
        body: String,
    },
    /// No answer came, and why.
    Lost(String),
}

/// How far a notification got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotificationState {
    /// It is going to be sent, or sent again.
    Queued,
    /// It was taken.
    Delivered,
    /// It failed too often, or its connection is gone. It can be sent again.
    GivenUp,
}

/// A delivery that was tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Try {
    /// When.
    pub at: Time,
    /// HTTP status; nothing where no answer came.
    pub status: Option<u16>,
    /// The beginning of the answer, or why there was none.
    pub reply: String,
}

/// A notification, sent or to be sent.
///
/// `Debug` leaves out the body, which holds personal data and links that open without login.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Notification {
    /// Its number.
    pub id: i64,
    /// The event that it tells: `on_payment`.
    pub event: String,
    /// The order, where it is about one.
    pub order_id: Option<String>,
    /// The number of the connection.
    pub connection_id: i64,
    /// Where it goes.
    pub url: String,
    /// How far it got.
    pub state: NotificationState,
    /// What was tried.
    pub attempts: Vec<Try>,
    /// When it is going to be sent, or sent again.
    pub due_at: Option<Time>,
    /// What is sent.
    pub body: String,
}

impl fmt::Debug for Notification {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Notification")
            .field("id", &self.id)
            .field("event", &self.event)
            .field("order_id", &self.order_id)
            .field("url", &self.url)
            .field("state", &self.state)
            .field("attempts", &self.attempts)
            .field("due_at", &self.due_at)
            .finish_non_exhaustive()
    }
}

impl NotificationState {
    /// `queued`, `delivered` or `given_up`.
    pub fn as_str(self) -> &'static str {
        match self {
            NotificationState::Queued => State::Queued.as_str(),
            NotificationState::Delivered => State::Delivered.as_str(),
            NotificationState::GivenUp => State::GivenUp.as_str(),
        }
    }
}

/// `{ at, status, reply }`
impl From<&Try> for Value {
    fn from(tried: &Try) -> Value {
        let status = tried.status.map_or(Value::Null, |status| i64::from(status).into());
        record! { at: tried.at, status: status, reply: tried.reply.as_str() }
    }
}

/// `{ id, event, order_id, connection_id, url, state, attempts, due_at, body }`
impl From<&Notification> for Value {
    fn from(notification: &Notification) -> Value {
        record! {
            id: notification.id, event: notification.event.as_str(),
            order_id: notification.order_id.as_deref().map_or(Value::Null, Value::from),
            connection_id: notification.connection_id, url: notification.url.as_str(),
            state: notification.state.as_str(), attempts: list(&notification.attempts),
            due_at: notification.due_at.map_or(Value::Null, Value::from), body: notification.body.as_str(),
        }
    }
}
