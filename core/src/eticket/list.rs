//! The list of a door: the tickets as they were when it was taken, and who was let in since.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::bytes::BadList;
use super::event::{Event, event, notes, when};
use super::number::{Number, Source, number};
use super::sync::{Fate, is_open};
use super::ticket::{Text, Ticket, number_of_record};
use super::words::{Remark, Verdict};
use crate::options::{Options, read_all};
use crate::wire::value::items;
use crate::words::words;
use crate::{Problem, Value};

/// Most tickets, marks or settlements that a list holds. No hall has so many, and small bytes cannot claim more.
pub const MOST: usize = 500_000;

/// That a guest was let in: when, in seconds since 1970 on the door's clock, and at which door.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// When.
    pub at: i64,
    /// Where.
    pub door: Text,
}

/// That the service is, or was, asked to count a mark. It is written down before anything is sent.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Settling {
    /// The mark it was for.
    pub(super) mark: Mark,
    /// Whose list asked.
    pub(super) by: Text,
    /// How many times that list had asked for the ticket before without a request leaving the machine.
    pub(super) attempt: u32,
    /// What the service's clock said last before.
    pub(super) since: Option<i64>,
    /// Whether the record was seen unused before.
    pub(super) was_unused: bool,
}

/// A ticket as of a moment.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Held {
    pub(super) taken_at: i64,
    pub(super) ticket: Ticket,
}

/// The list of a door: the event's tickets as they were at a moment, and who was let in since, here and at other doors.
///
/// Lists of the same event [merge](DoorList::merge), in any order and as often as one likes, and all come to the same.
/// Nothing is ever taken back from a list, so a guest whom any of the merged doors let in is not let in again.
///
/// Each device needs a door name of its own: by it a list tells its own marks from those of others. Keep
/// [`bytes`](DoorList::bytes) before the door opens for a guest, as a list that was restored from older bytes has
/// forgotten whom it let in since.
#[derive(Clone, PartialEq)]
pub struct DoorList {
    pub(super) door: Text,
    pub(super) event: Event,
    pub(super) tickets: BTreeMap<Number, Held>,
    pub(super) marks: BTreeMap<Number, BTreeSet<Mark>>,
    pub(super) settled: BTreeMap<Number, BTreeMap<Settling, Option<Fate>>>,
    strange: Vec<Strange>,
}

/// A row that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strange {
    /// Which of the rows, from 0.
    pub row: usize,
    /// What is strange, and what became of it.
    pub remark: Remark,
}

words! {
    /// Where a ticket was used that is not admitted any more.
    UsedWhere {
        ThisDoor = "this_door": "At this door.";
        OtherDoor = "other_door": "At another door whose marks were merged.";
        BeforeSnapshot = "before_snapshot": "Before the list was taken, as the service told.";
    }
}

/// Where and when a ticket was used first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct First {
    /// At which kind of place.
    pub place: UsedWhere,
    /// The door; nothing for what the service told.
    pub door: Option<Text>,
    /// When, in seconds since 1970, where that is known.
    pub at: Option<i64>,
}

/// What a scan says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scan {
    /// What is said. Only [`Verdict::Admit`] lets the guest in, and leaves a mark.
    pub verdict: Verdict,
    /// The number that was scanned.
    pub number: Option<Number>,
    /// Where the number was found.
    pub source: Option<Source>,
    /// The ticket as the list has it.
    pub ticket: Option<Ticket>,
    /// Where and when it was used first: here and now for a guest who is let in.
    pub first: Option<First>,
    /// Why not, or why that cannot be decided.
    pub reasons: Vec<Remark>,
    /// What else is to be known.
    pub notes: Vec<Remark>,
    /// When the ticket's record was read, in seconds since 1970.
    pub as_of: Option<i64>,
}

/// What a list holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Tickets.
    pub tickets: usize,
    /// Tickets that were let in, at whichever door.
    pub admitted: usize,
    /// How many each door let in, in the order of their names.
    pub doors: Vec<DoorCount>,
    /// Tickets that are good here and not yet let in.
    pub expected: usize,
    /// Tickets that were used before the list was taken and not let in here.
    pub used_before: usize,
    /// Tickets that are blocked.
    pub blocked: usize,
    /// Marks that the service has not been asked to count, of whichever door.
    pub pending: usize,
    /// When the oldest and the newest of the records were read, in seconds since 1970.
    pub taken_at: Option<(i64, i64)>,
}

/// How many guests a door let in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoorCount {
    /// The door.
    pub door: Text,
    /// How many tickets have a mark of it.
    pub admitted: usize,
}

/// A mark that the service has not counted yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pending {
    /// The ticket.
    pub number: Number,
    /// Its first mark.
    pub mark: Mark,
    /// Whether the service was asked, and what became of it is not known yet.
    pub is_open: bool,
}

impl DoorList {
    /// A list of the tickets in `records`, rows of `listEtickets`, as they were at `taken_at`, in seconds since 1970.
    /// Without `names`, the guests' names stay out of it. Rows that are strange are [told](DoorList::strange).
    ///
    /// # Errors
    /// [`BadList::TooLarge`] for more than half a million rows.
    pub fn take(records: &[Value], door: &str, event: Event, taken_at: i64, names: bool) -> Result<DoorList, BadList> {
        DoorList::gather(&mut records.iter().map(Cow::Borrowed), door, event, taken_at, names)
    }

    fn gather(
        records: &mut dyn Iterator<Item = Cow<'_, Value>>,
        door: &str,
        event: Event,
        taken_at: i64,
        names: bool,
    ) -> Result<DoorList, BadList> {
        let mut list = DoorList {
            door: door.into(),
            event,
            tickets: BTreeMap::new(),
            marks: BTreeMap::new(),
            settled: BTreeMap::new(),
            strange: Vec::new(),
        };
        let mut shared = BTreeSet::new();
        for (row, record) in records.enumerate() {
            if row == MOST {
                return Err(BadList::TooLarge);
            }
            let mut strange = |word, text| list.strange.push(Strange { row, remark: Remark::new(word, text) });
            let Some(number) = number_of_record(&record) else {
                strange(
                    "no_number",
                    "The row has no number of 20 digits, neither in its link nor as a field. It was left out.",
                );
                continue;
            };
            let mut ticket = Ticket::read(&record);
            if !names {
                ticket.first_name = None;
                ticket.last_name = None;
            }
            share(&mut ticket, &mut shared);
            if list.event.reasons(&ticket).iter().any(|(verdict, _)| *verdict == Verdict::Undecided) {
                strange("undecided", "The row leaves open whether the ticket is good; a scan will say so.");
            }
            let held = Held { taken_at, ticket };
            match list.tickets.get(&number) {
                Some(other) if *other != held => {
                    strange(
                        "twice",
                        "An earlier row has the same number and tells something else; the one that is used or \
                            blocked counts.",
                    );
                    join(&mut list.tickets, number, held);
                }
                _ => join(&mut list.tickets, number, held),
            }
        }
        Ok(list)
    }

    /// The list that [`bytes`](DoorList::bytes) wrote, as that of this door.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn read(bytes: &[u8], door: &str) -> Result<DoorList, BadList> {
        let read = super::bytes::read(bytes)?;
        if read.is_marks {
            return Err(BadList::MarksOnly);
        }
        Ok(DoorList { door: door.into(), ..read.list })
    }

    /// An empty list of an event.
    pub(super) fn empty(event: Event) -> DoorList {
        DoorList {
            door: "".into(),
            event,
            tickets: BTreeMap::new(),
            marks: BTreeMap::new(),
            settled: BTreeMap::new(),
            strange: Vec::new(),
        }
    }

    /// The door whose list it is.
    pub fn door(&self) -> &str {
        &self.door
    }

    /// The event.
    pub fn event(&self) -> &Event {
        &self.event
    }

    /// The rows that were strange when the list was taken. They are not kept in its bytes.
    pub fn strange(&self) -> &[Strange] {
        &self.strange
    }

    /// All of it, to keep or to hand to another device. The same content always makes the same bytes.
    pub fn bytes(&self) -> Vec<u8> {
        super::bytes::write(self, false)
    }

    /// The marks alone, and what the service said to them: to hand to other doors of the event. Small, and without names.
    pub fn marks(&self) -> Vec<u8> {
        super::bytes::write(self, true)
    }

    /// What a scan at this door at that moment, in seconds since 1970, says. A guest who is let in leaves a mark at once.
    pub fn scan(&mut self, text: &str, at: i64) -> Scan {
        let read = number(text);
        let mut scan = Scan {
            verdict: Verdict::NotANumber,
            number: read.number,
            source: read.source,
            ticket: None,
            first: None,
            reasons: Vec::new(),
            notes: read.notes,
            as_of: None,
        };
        let Some(number) = read.number else {
            std::mem::swap(&mut scan.reasons, &mut scan.notes);
            return scan;
        };
        let held = self.tickets.get(&number);
        let mut reasons = match held {
            Some(held) => self.event.reasons(&held.ticket),
            None => {
                let text = "The list has no ticket with this number. It may have been sold since the list was taken.";
                vec![(Verdict::Unknown, Remark::new("unknown", text))]
            }
        };
        let first = self.first(number, held);
        if let Some(first) = first.as_ref().filter(|first| first.place != UsedWhere::BeforeSnapshot) {
            // A mark says more than what the record says of its use.
            reasons.retain(|(verdict, _)| !matches!(verdict, Verdict::Used | Verdict::Unknown));
            let text = match first.place {
                UsedWhere::ThisDoor => "The guest was let in at this door before.".to_owned(),
                _ => format!("The guest was let in at the door {} before.", first.door.as_deref().unwrap_or_default()),
            };
            reasons.push((Verdict::Used, Remark::new(first.place.as_str(), text)));
            reasons.sort_by_key(|(verdict, _)| *verdict == Verdict::Undecided);
        }
        scan.verdict = reasons.first().map_or(Verdict::Admit, |(verdict, _)| *verdict);
        scan.first = first;
        if let Some(held) = held {
            scan.as_of = Some(held.taken_at);
            scan.notes.extend(notes(&held.ticket));
            scan.ticket = Some(held.ticket.clone());
        }
        scan.notes.retain(|note| reasons.iter().all(|(_, reason)| reason.word != note.word));
        scan.reasons = reasons.into_iter().map(|(_, reason)| reason).collect();
        if scan.verdict == Verdict::Admit {
            let mark = Mark { at, door: self.door.clone() };
            scan.first = Some(First { place: UsedWhere::ThisDoor, door: Some(mark.door.clone()), at: Some(at) });
            self.marks.entry(number).or_default().insert(mark);
        }
        scan
    }

    /// Where and when a ticket was used first.
    fn first(&self, number: Number, held: Option<&Held>) -> Option<First> {
        if let Some(mark) = self.marks.get(&number).and_then(BTreeSet::first) {
            let place = if mark.door == self.door { UsedWhere::ThisDoor } else { UsedWhere::OtherDoor };
            return Some(First { place, door: Some(mark.door.clone()), at: Some(mark.at) });
        }
        let ticket = &held?.ticket;
        let used = ticket.is_used() == Some(true);
        used.then(|| First { place: UsedWhere::BeforeSnapshot, door: None, at: ticket.used_second() })
    }

    /// Takes over what another list of the event knows: its marks, what the service said to them, and of each ticket the
    /// record that was read last. Merging twice, or in another order, comes to the same.
    ///
    /// # Errors
    /// [`BadList::OtherEvent`] when the other list is of another event. Then nothing changes.
    pub fn merge(&mut self, other: &DoorList) -> Result<(), BadList> {
        if self.event != other.event {
            return Err(BadList::OtherEvent);
        }
        // More could not be read again from the bytes.
        let tickets = other.tickets.keys().filter(|number| !self.tickets.contains_key(number)).count();
        let has_mark = |number, mark| self.marks.get(number).is_some_and(|own| own.contains(mark));
        let marks =
            other.marks.iter().flat_map(|(number, marks)| marks.iter().filter(move |mark| !has_mark(number, mark)));
        let has_asked = |number, asked| self.settled.get(number).is_some_and(|own| own.contains_key(asked));
        let settled =
            other.settled.iter().flat_map(|(number, all)| all.keys().filter(move |asked| !has_asked(number, asked)));
        let own_marks: usize = self.marks.values().map(BTreeSet::len).sum();
        let own_settled: usize = self.settled.values().map(BTreeMap::len).sum();
        if self.tickets.len() + tickets > MOST
            || own_marks + marks.count() > MOST
            || own_settled + settled.count() > MOST
        {
            return Err(BadList::TooLarge);
        }
        for (number, held) in &other.tickets {
            join(&mut self.tickets, *number, held.clone());
        }
        for (number, marks) in &other.marks {
            self.marks.entry(*number).or_default().extend(marks.iter().cloned());
        }
        for (number, settled) in &other.settled {
            let own = self.settled.entry(*number).or_default();
            for (settling, fate) in settled {
                let own = own.entry(settling.clone()).or_default();
                // Of two answers the one that says more.
                *own = (*own).max(*fate);
            }
        }
        Ok(())
    }

    /// The same with bytes that another door wrote: of its whole list, or of its marks alone.
    ///
    /// # Errors
    /// What is wrong with the bytes, or that they are of another event. Then nothing changes.
    pub fn merge_bytes(&mut self, bytes: &[u8]) -> Result<(), BadList> {
        self.merge(&super::bytes::read(bytes)?.list)
    }

    /// What the list holds.
    pub fn counts(&self) -> Counts {
        let mut doors: BTreeMap<&Text, usize> = BTreeMap::new();
        for marks in self.marks.values() {
            let here: BTreeSet<&Text> = marks.iter().map(|mark| &mark.door).collect();
            for door in here {
                *doors.entry(door).or_default() += 1;
            }
        }
        let mut counts = Counts {
            tickets: self.tickets.len(),
            admitted: self.marks.len(),
            doors: doors.into_iter().map(|(door, admitted)| DoorCount { door: door.clone(), admitted }).collect(),
            expected: 0,
            used_before: 0,
            blocked: 0,
            pending: self.marks.keys().filter(|number| self.is_pending(**number)).count(),
            taken_at: None,
        };
        for (number, Held { taken_at, ticket }) in &self.tickets {
            let is_marked = self.marks.contains_key(number);
            counts.blocked += usize::from(ticket.is_blocked == Some(true));
            counts.used_before += usize::from(!is_marked && ticket.is_used() == Some(true));
            counts.expected += usize::from(!is_marked && self.event.reasons(ticket).is_empty());
            let (oldest, newest) = counts.taken_at.unwrap_or((*taken_at, *taken_at));
            counts.taken_at = Some((oldest.min(*taken_at), newest.max(*taken_at)));
        }
        counts
    }

    /// Whether a ticket has a mark that nobody asked the service to count, except in vain.
    pub(super) fn is_pending(&self, number: Number) -> bool {
        let asked = self.settled.get(&number);
        self.marks.contains_key(&number)
            && asked.is_none_or(|asked| asked.values().all(|fate| *fate == Some(Fate::NotAsked)))
    }

    /// The marks that the service has not counted yet, and those of which that is not known, in the order of their times.
    pub fn pending(&self) -> Vec<Pending> {
        let mut all: Vec<Pending> = self
            .marks
            .iter()
            .filter_map(|(number, marks)| {
                let asked = self.settled.get(number);
                let is_open = asked.is_some_and(|asked| asked.values().any(is_open));
                let mark = marks.first()?.clone();
                (is_open || self.is_pending(*number)).then_some(Pending { number: *number, mark, is_open })
            })
            .collect();
        all.sort_by(|a, b| (&a.mark, a.number).cmp(&(&b.mark, b.number)));
        all
    }
}

/// Of two records of a ticket the later one; of two of the same moment the greater, so that all lists choose the same.
pub(super) fn join(tickets: &mut BTreeMap<Number, Held>, number: Number, held: Held) {
    match tickets.get_mut(&number) {
        Some(own) if *own < held => *own = held,
        Some(_) => {}
        None => {
            tickets.insert(number, held);
        }
    }
}

/// Lets tickets share the texts that they have in common.
fn share(ticket: &mut Ticket, known: &mut BTreeSet<Text>) {
    let Ticket { used_at, template_id, location_id, date, hint, .. } = ticket;
    for text in [used_at, template_id, location_id, date, hint].into_iter().flatten() {
        match known.get(text) {
            Some(same) => *text = same.clone(),
            None => {
                known.insert(text.clone());
            }
        }
    }
}

/// The event, the door and what it holds; not whom.
impl fmt::Debug for DoorList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut list = f.debug_struct("DoorList");
        list.field("door", &self.door).field("event", &self.event).field("tickets", &self.tickets.len());
        list.field("admitted", &self.marks.len()).finish_non_exhaustive()
    }
}

/// One list of several of the same event, as that of the first one's door.
///
/// # Errors
/// [`BadList::OtherEvent`] when they are not of the same event.
pub fn merge(mut first: DoorList, others: &[DoorList]) -> Result<DoorList, BadList> {
    others.iter().try_for_each(|other| first.merge(other))?;
    Ok(first)
}

/// The list of a door from options by name: `records`, `door`, `template_id`, `location_id`, `date`, `snapshot_at` and
/// `names`.
///
/// # Errors
/// Everything that is wrong with the options.
pub fn take_of(options: &Value) -> Result<DoorList, Vec<Problem>> {
    read_all(options, |options| {
        options.require("records", "the rows of listEtickets in a list");
        let records = options.list("records");
        gathered(options, &mut records.iter().map(Cow::Borrowed))
    })
}

/// The same with the rows as one JSON text, from options by name without `records`. Row by row, it takes little memory.
///
/// # Errors
/// Everything that is wrong with the options, and that the text is no list.
pub fn take_json_of(rows: &str, options: &Value) -> Result<DoorList, Vec<Problem>> {
    read_all(options, |options| {
        let Some(rows) = items(rows) else {
            options.wrong("records", "expected the rows of listEtickets in a list, as JSON");
            return gathered(options, &mut std::iter::empty());
        };
        gathered(options, &mut rows.map(Cow::Owned))
    })
}

fn gathered(options: &mut Options<'_, '_>, records: &mut dyn Iterator<Item = Cow<'_, Value>>) -> Option<DoorList> {
    let door = door(options);
    let event = event(options);
    options.require("snapshot_at", "the moment when the rows were read");
    let taken_at = when(options, "snapshot_at");
    let names = options.flag("names").unwrap_or(true);
    let list = DoorList::gather(records, door?, event?, taken_at?, names);
    if list.is_err() {
        options.wrong("records", BadList::TooLarge.to_string());
    }
    list.ok()
}

/// The list that bytes hold, from an option by name: `door`.
///
/// # Errors
/// Everything that is wrong with the option and the bytes; of these it says the word of [`BadList`] first.
pub fn read_of(bytes: &[u8], options: &Value) -> Result<DoorList, Vec<Problem>> {
    read_all(options, |options| {
        let door = door(options);
        let list = DoorList::read(bytes, door.unwrap_or_default());
        if let Err(bad) = list {
            options.wrong("bytes", bad.to_string());
        }
        door.and(list.ok())
    })
}

/// A scan from options by name: `text` and `at`.
///
/// # Errors
/// Everything that is wrong with the options.
pub fn scan_of(list: &mut DoorList, options: &Value) -> Result<Scan, Vec<Problem>> {
    // A scan leaves a mark, so everything has to be right before.
    let (text, at) = read_all(options, |options| {
        options.require("text", "what was scanned or typed, as a text: no number of a program holds 20 digits");
        options.require("at", "the moment of the scan");
        let (text, at) = (options.text("text"), when(options, "at"));
        Some((text?, at?))
    })?;
    Ok(list.scan(text, at))
}

fn door<'v>(options: &mut Options<'v, '_>) -> Option<&'v str> {
    let door = options.text("door");
    if door.is_some_and(|door| door.trim().is_empty()) || !options.given("door") {
        options.wrong("door", "is missing; a name that no other device of the event has");
        return None;
    }
    door
}
