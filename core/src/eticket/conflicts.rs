//! What does not fit together once lists were merged and the service has answered.

use std::collections::BTreeSet;

use super::list::{DoorList, Mark};
use super::number::Number;
use super::sync::Fate;
use super::ticket::Ticket;
use crate::words::words;

words! {
    /// What does not fit together.
    ConflictWord {
        TwoDoors = "two_doors": "Guests were let in with this ticket at more than one door.";
        SameDoor = "same_door": "One door let it in twice: two devices share the name, or a list was restored from older bytes.";
        UsedBefore = "used_before": "The service has it as used before the guest was let in, and not by these doors.";
        UsedAfter = "used_after": "The service has it as used after the guest was let in, and not by these doors.";
        CannotTell = "cannot_tell": "The service has it as used; whether by these doors cannot be told, as an answer was lost.";
        NotCounted = "not_counted": "The answer was lost, and the service has not counted it. Check it in by hand.";
        Blocked = "blocked": "The ticket is blocked, and a guest was let in with it.";
        Unknown = "unknown": "The service knows no such ticket, and a guest was let in with it.";
        WrongEvent = "wrong_event": "The service has it for another event, and a guest was let in with it.";
        Undecided = "undecided": "What the service made of it cannot be told. Ask the organiser.";
    }
}

/// Something about one ticket that does not fit together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// What.
    pub word: ConflictWord,
    /// The ticket.
    pub number: Number,
    /// Whenever a guest was let in with it, the first one first.
    pub marks: Vec<Mark>,
    /// When the service has it as used, in seconds since 1970, where that is known.
    pub used_at: Option<i64>,
    /// The ticket as the list has it.
    pub ticket: Option<Ticket>,
}

impl DoorList {
    /// Everything about tickets that does not fit together, in the order of their numbers: guests who were let in twice,
    /// and what the service says against a guest who was let in.
    pub fn conflicts(&self) -> Vec<Conflict> {
        self.marks.iter().flat_map(|(number, marks)| self.conflicts_of(*number, marks)).collect()
    }

    fn conflicts_of(&self, number: Number, marks: &BTreeSet<Mark>) -> Vec<Conflict> {
        let ticket = self.tickets.get(&number).map(|held| &held.ticket);
        let doors: BTreeSet<_> = marks.iter().map(|mark| &mark.door).collect();
        let mut found = Vec::new();
        if doors.len() > 1 {
            found.push((ConflictWord::TwoDoors, None));
        }
        if doors.len() < marks.len() {
            found.push((ConflictWord::SameDoor, None));
        }
        let fates: Vec<Option<Fate>> =
            self.settled.get(&number).into_iter().flat_map(|all| all.values().copied()).collect();
        let best = fates.iter().flatten().max();
        // The first guest who came in with it counts.
        let used = |at: Option<i64>| {
            let is_after = at.zip(marks.first()).is_some_and(|(at, mark)| at > mark.at);
            (if is_after { ConflictWord::UsedAfter } else { ConflictWord::UsedBefore }, at)
        };
        let from_service = match best {
            Some(Fate::UsedBefore(at)) => Some(used(*at)),
            Some(Fate::Unclear(at)) => Some((ConflictWord::CannotTell, *at)),
            Some(Fate::NotUsed) => Some((ConflictWord::NotCounted, None)),
            Some(Fate::Blocked) => Some((ConflictWord::Blocked, None)),
            Some(Fate::Unknown) => Some((ConflictWord::Unknown, None)),
            Some(Fate::WrongEvent) => Some((ConflictWord::WrongEvent, None)),
            Some(Fate::Undecided) => Some((ConflictWord::Undecided, None)),
            Some(Fate::Admitted | Fate::ThisScan(_) | Fate::NotAsked | Fate::NotTaken) | None => None,
        };
        found.extend(from_service);
        if let Some(ticket) = ticket {
            // Nobody here asked for it, or nothing came of it, so a use that the record tells is not ours.
            let is_ours = fates.iter().any(|fate| !matches!(fate, Some(Fate::NotAsked | Fate::NotTaken)));
            if ticket.is_used() == Some(true) && !is_ours {
                found.push(used(ticket.used_second()));
            }
            if ticket.is_blocked == Some(true) && from_service.is_none_or(|(word, _)| word != ConflictWord::Blocked) {
                found.push((ConflictWord::Blocked, None));
            }
        }
        let marks: Vec<Mark> = marks.iter().cloned().collect();
        let conflict =
            |(word, used_at)| Conflict { word, number, marks: marks.clone(), used_at, ticket: ticket.cloned() };
        found.into_iter().map(conflict).collect()
    }
}
