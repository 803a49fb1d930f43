//! What is to be sent, when, and what came of it: the rows.

use std::collections::BTreeSet;

use super::super::assumptions::DELAYED_SECONDS;
use super::super::clock::moment_of;
use super::super::kept::Kept;
use super::super::orders::rows::index;
use super::super::store::Account;
use super::notification::{Delivered, Delivery, Notification, NotificationState, Try};

/// How much of a reply is remembered, in characters.
const REPLY_LENGTH: usize = 200;

kinds! {
    /// How far a notification got.
    State { Queued = "queued", Delivered = "delivered", GivenUp = "given_up", }
}

kept! {
    /// A notification: an event about an item, for a connection.
    struct Queued {
        /// Where the event stands in the list of all.
        event: i64,
        item: i64,
        connection: i64,
        state: State,
        due_at: i64,
        /// How often it failed since it was made, or sent again by hand.
        failures: i64,
        /// Whether its first delivery gets lost, or has a wrong signature.
        is_lost: bool,
        is_spoiled: bool,
        attempts: Vec<Attempted>,
    }

    /// A delivery and what came of it.
    struct Attempted {
        at: i64,
        /// Nothing where no reply came.
        status: Option<i64>,
        reply: String,
    }
}

impl Queued {
    /// Lets it come later.
    pub(super) fn put_off(&mut self, seconds: i64) {
        self.due_at = self.due_at.saturating_add(seconds);
    }
}

/// Notifications by number, from 1, and those that wait by when they are due.
#[derive(Clone, Debug, Default)]
pub(in crate::sandbox) struct Queue {
    pub(super) rows: Vec<Queued>,
    waiting: BTreeSet<(i64, i64)>,
}

impl Queue {
    fn add(&mut self, queued: Queued) {
        let id = index(self.rows.len()) + 1;
        if queued.state == State::Queued {
            self.waiting.insert((queued.due_at, id));
        }
        self.rows.push(queued);
    }

    pub(super) fn get(&self, id: i64) -> Option<&Queued> {
        self.rows.get(usize::try_from(id.checked_sub(1)?).ok()?)
    }

    /// Changes a notification, and when it is due.
    pub(super) fn change<T>(&mut self, id: i64, change: impl FnOnce(&mut Queued) -> T) -> Option<T> {
        let queued = self.rows.get_mut(usize::try_from(id.checked_sub(1)?).ok()?)?;
        self.waiting.remove(&(queued.due_at, id));
        let changed = change(queued);
        if queued.state == State::Queued {
            self.waiting.insert((queued.due_at, id));
        }
        Some(changed)
    }

    /// Gives up what waits to be sent over some connections.
    pub(super) fn give_up(&mut self, connections: &[i64]) {
        let over = |id: &i64| self.get(*id).is_some_and(|queued| connections.contains(&queued.connection));
        let ids: Vec<i64> = self.waiting.iter().map(|(_, id)| *id).filter(over).collect();
        for id in ids {
            self.change(id, |queued| queued.state = State::GivenUp);
        }
    }

    /// The first one that is due until then.
    pub(super) fn first(&self, until: i64) -> Option<i64> {
        self.waiting.first().filter(|(at, _)| *at <= until).map(|(_, id)| *id)
    }

    /// How many there are, whatever became of them.
    pub(in crate::sandbox) fn len(&self) -> usize {
        self.rows.len()
    }

    /// When the first one is due of those that wait.
    pub(in crate::sandbox) fn next_due_at(&self) -> Option<i64> {
        self.waiting.first().map(|(at, _)| *at)
    }

    /// When the first one is due after that.
    pub(super) fn next_after(&self, now: i64) -> Option<i64> {
        self.waiting.range((now.saturating_add(1), 0)..).next().map(|(at, _)| *at)
    }

    /// Whether one that was added since the list had that length is due until then.
    pub(super) fn is_new_due(&self, len: usize, until: i64) -> bool {
        let since = self.rows.get(len..).unwrap_or_default();
        since.iter().any(|queued| queued.state == State::Queued && queued.due_at <= until)
    }
}

/// What is due follows from the rows.
impl Kept for Queue {
    fn save(&self, out: &mut String) {
        self.rows.save(out);
    }

    fn load(json: &str) -> Option<Queue> {
        let mut queue = Queue::default();
        Vec::load(json)?.into_iter().for_each(|queued| queue.add(queued));
        Some(queue)
    }
}

impl Account {
    /// Puts a notification on the queue.
    pub(super) fn enqueue(&mut self, event: i64, item: i64, connection: i64) {
        let is_delayed = self.connection(connection).is_some_and(super::connections::Connection::is_delayed);
        let mut queued = Queued {
            event,
            item,
            connection,
            state: State::Queued,
            due_at: self.clock.unix() + if is_delayed { DELAYED_SECONDS } else { 0 },
            failures: 0,
            is_lost: false,
            is_spoiled: false,
            attempts: Vec::new(),
        };
        if self.meddle(&mut queued) {
            self.queue.add(queued.clone());
        }
        self.queue.add(queued);
    }

    /// Notes what came of a delivery.
    pub(super) fn attempted(&mut self, id: i64, outcome: Delivered) {
        let now = self.clock.unix();
        let Some(connection) = self.queue.get(id).and_then(|queued| self.connection(queued.connection)) else { return };
        let is_taken = match &outcome {
            Delivered::Answered { status, body } => {
                if connection.status_decides {
                    *status == 200
                } else {
                    body.starts_with("OK")
                }
            }
            Delivered::Lost(_) => false,
        };
        let (status, reply) = match outcome {
            Delivered::Answered { status, body } => (Some(status.into()), body),
            Delivered::Lost(why) => (None, why),
        };
        let reply = reply.chars().take(REPLY_LENGTH).collect();
        let redelivery_minutes = &self.assumed.redelivery_minutes;
        self.queue.change(id, |queued| {
            queued.attempts.push(Attempted { at: now, status, reply });
            if is_taken {
                queued.state = State::Delivered;
                return;
            }
            let next = usize::try_from(queued.failures).ok().and_then(|failures| redelivery_minutes.get(failures));
            queued.failures += 1;
            match next {
                Some(minutes) => queued.due_at = now.saturating_add(minutes.saturating_mul(60)),
                None => queued.state = State::GivenUp,
            }
        });
    }

    /// The next notification that is due. What gets lost on the way is noted, and passed over.
    pub(in crate::sandbox) fn next_due(&mut self) -> Option<Delivery> {
        let now = self.clock.unix();
        while let Some(id) = self.queue.first(now) {
            if self.queue.change(id, |queued| std::mem::take(&mut queued.is_lost)) == Some(true) {
                self.attempted(id, Delivered::Lost("it was lost on the way, as asked for".to_owned()));
                continue;
            }
            let queued = self.queue.get(id)?;
            let url = self.connection(queued.connection)?.url.clone();
            let attempt = u32::try_from(queued.attempts.len() + 1).unwrap_or(u32::MAX);
            return Some(Delivery { id, url, body: self.body_of(queued), attempt });
        }
        None
    }

    /// The whole body, signed.
    fn body_of(&self, queued: &Queued) -> String {
        let event = usize::try_from(queued.event).ok().and_then(|at| self.events.get(at));
        let Some((event, connection)) = event.zip(self.connection(queued.connection)) else { return String::new() };
        let is_spoiled = queued.is_spoiled && queued.attempts.is_empty();
        self.body(event, queued.item, connection, is_spoiled)
    }

    pub(super) fn shown(&self, id: i64, queued: &Queued) -> Notification {
        let event = usize::try_from(queued.event).ok().and_then(|at| self.events.get(at));
        let order = event.and_then(|event| self.purchases.get(event.purchase?)).map(|order| order.id.clone());
        let connection = self.connection(queued.connection);
        let tried = |tried: &Attempted| Try {
            at: moment_of(tried.at),
            status: tried.status.and_then(|status| u16::try_from(status).ok()),
            reply: tried.reply.clone(),
        };
        Notification {
            id,
            event: event.map(|event| event.kind.as_str().to_owned()).unwrap_or_default(),
            order_id: order,
            connection_id: queued.connection,
            url: connection.map(|connection| connection.url.clone()).unwrap_or_default(),
            state: match queued.state {
                State::Queued => NotificationState::Queued,
                State::Delivered => NotificationState::Delivered,
                State::GivenUp => NotificationState::GivenUp,
            },
            attempts: queued.attempts.iter().map(tried).collect(),
            due_at: (queued.state == State::Queued).then(|| moment_of(queued.due_at)),
            body: self.body_of(queued),
        }
    }
}
