//! What goes wrong with notifications on their way, when asked to.

use super::super::Sandbox;
use super::super::store::Account;
use super::queue::Queued;
use crate::options::read_all;
use crate::{Problem, Value};

kinds! {
    /// What is going to happen to notifications.
    Kind {
        Duplicate = "duplicate",
        Reorder = "reorder",
        Delay = "delay",
        Lose = "lose",
        WrongSignature = "wrong_signature",
    }
}

kept! {
    /// What is going to happen to the next notifications.
    struct Disturbance {
        kind: Kind,
        left: i64,
        minutes: i64,
    }
}

/// What can go wrong with a notification. All of it happens to real ones, or can be made to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mishap {
    /// It is sent twice.
    Duplicate,
    /// It is held back, so that those that follow are sent first; the last one before all others.
    Reorder,
    /// It comes later.
    Delay,
    /// Its first delivery gets lost on the way. It is sent again, as after every failure.
    Lose,
    /// Its first delivery has a wrong signature. Once refused it is sent again with the right one.
    WrongSignature,
}

impl Mishap {
    fn kind(self) -> Kind {
        match self {
            Mishap::Duplicate => Kind::Duplicate,
            Mishap::Reorder => Kind::Reorder,
            Mishap::Delay => Kind::Delay,
            Mishap::Lose => Kind::Lose,
            Mishap::WrongSignature => Kind::WrongSignature,
        }
    }
}

/// What goes wrong with the next notifications.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disturb {
    /// What goes wrong.
    pub mishap: Mishap,
    /// With how many notifications from now on.
    pub times: u32,
    /// How far they are delayed or held back.
    pub minutes: u32,
}

impl Disturb {
    /// That goes wrong once; where it takes time, ten minutes.
    pub fn new(mishap: Mishap) -> Disturb {
        Disturb { mishap, times: 1, minutes: 10 }
    }

    /// From options: `kind` (`duplicate`, `reorder`, `delay`, `lose` or `wrong_signature`), `times` (1), `minutes` (10).
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub fn read(options: &Value) -> Result<Disturb, Vec<Problem>> {
        const KINDS: [Mishap; 5] =
            [Mishap::Duplicate, Mishap::Reorder, Mishap::Delay, Mishap::Lose, Mishap::WrongSignature];
        read_all(options, |options| {
            options.require("kind", "what goes wrong: duplicate, reorder, delay, lose or wrong_signature");
            let mishap = options.word("kind", &KINDS.map(|mishap| (mishap.kind().as_str(), mishap)));
            let mut number = |name, least, default| {
                options.whole(name, least, 100_000).and_then(|number| u32::try_from(number).ok()).unwrap_or(default)
            };
            let (times, minutes) = (number("times", 0, 1), number("minutes", 0, 10));
            Some(Disturb { mishap: mishap?, times, minutes })
        })
    }
}

impl Sandbox {
    /// Lets something go wrong with the next notifications. Asked for again, it takes the place of what was asked for before
    /// of its kind; 0 times is the end of it.
    ///
    /// ```
    /// use digistore24::sandbox::{Checkout, Disturb, Endpoint, Mishap, Sandbox};
    ///
    /// let mut sandbox = Sandbox::new();
    /// sandbox.connect(&Endpoint::new("http://127.0.0.1:8080/ipn", "Kranich")).unwrap();
    /// sandbox.disturb(&Disturb::new(Mishap::Duplicate));
    /// sandbox.buy(&Checkout::new("515151", "mia@example.com")).unwrap();
    /// let sent = sandbox.drain();
    /// assert_eq!(sent[0].body, sent[1].body);
    /// ```
    pub fn disturb(&mut self, disturb: &Disturb) {
        let kind = disturb.mishap.kind();
        self.account.disturbances.retain(|other| other.kind != kind);
        let left = i64::from(disturb.times);
        if left > 0 {
            self.account.disturbances.push(Disturbance { kind, left, minutes: disturb.minutes.into() });
        }
    }
}

impl Account {
    /// Does to a new notification what is going to happen to it. Answers whether it is sent twice.
    pub(super) fn meddle(&mut self, queued: &mut Queued) -> bool {
        let mut is_twice = false;
        for disturbance in &mut self.disturbances {
            let seconds = disturbance.minutes * 60;
            match disturbance.kind {
                Kind::Duplicate => is_twice = true,
                Kind::Delay => queued.put_off(seconds),
                // The first one the longest.
                Kind::Reorder => queued.put_off(seconds.saturating_mul(disturbance.left)),
                Kind::Lose => queued.is_lost = true,
                Kind::WrongSignature => queued.is_spoiled = true,
            }
            disturbance.left -= 1;
        }
        self.disturbances.retain(|disturbance| disturbance.left > 0);
        is_twice
    }
}
