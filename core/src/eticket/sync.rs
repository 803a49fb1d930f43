//! Telling the service afterwards whom the doors let in.

use std::collections::BTreeSet;

use super::list::{DoorList, Mark, Settling};
use super::number::Number;
use super::validate::{By, Validated, Validation};
use super::words::{Remark, Verdict};
use crate::options::read_all;
use crate::{Ask, Inquiry, Outcome, Problem, Value};

/// What the service said to a mark. Where two lists know two answers, the later of these counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Fate {
    /// The request never left the machine, or the service declined the call; the mark is still to be counted.
    NotAsked,
    /// The service did not take the ticket and could not be asked why; the next run looks.
    NotTaken,
    /// Neither answer nor record tells.
    Undecided,
    /// The answer was lost, and the ticket was not counted. Nobody asks again by itself.
    NotUsed,
    /// The service knows no such ticket.
    Unknown,
    /// The ticket is for another event.
    WrongEvent,
    /// The ticket is blocked.
    Blocked,
    /// Another scan had used it, at that second if known.
    UsedBefore(Option<i64>),
    /// The answer was lost, and the ticket is used; whether by this mark is unknown.
    Unclear(Option<i64>),
    /// The answer was lost, and the ticket was used after it was asked for.
    ThisScan(Option<i64>),
    /// The service took it.
    Admitted,
}

impl Fate {
    /// A word for programs.
    pub fn as_str(self) -> &'static str {
        match self {
            Fate::NotAsked => "not_asked",
            Fate::NotTaken => "not_taken",
            Fate::Undecided => "undecided",
            Fate::NotUsed => "not_used",
            Fate::Unknown => "unknown",
            Fate::WrongEvent => "wrong_event",
            Fate::Blocked => "blocked",
            Fate::UsedBefore(_) => "used_before",
            Fate::Unclear(_) => "cannot_tell",
            Fate::ThisScan(_) => "this_scan",
            Fate::Admitted => "admitted",
        }
    }

    /// Whether the service has counted this very mark.
    pub fn is_counted(self) -> bool {
        matches!(self, Fate::Admitted | Fate::ThisScan(_))
    }

    fn of(validated: &Validated) -> Option<Fate> {
        let at = validated.ticket.as_ref().and_then(super::Ticket::used_second);
        Some(match (validated.verdict, validated.by) {
            _ if validated.is_open => return None,
            (Verdict::Admitted, _) => Fate::Admitted,
            (Verdict::Used, Some(By::ThisScan)) => Fate::ThisScan(at),
            (Verdict::Used, Some(By::CannotTell)) => Fate::Unclear(at),
            (Verdict::Used, _) => Fate::UsedBefore(at),
            (Verdict::Blocked, _) => Fate::Blocked,
            (Verdict::Unknown, _) => Fate::Unknown,
            (Verdict::NotUsed, _) => Fate::NotUsed,
            // A call that is declined counts nothing, as one that never leaves.
            (Verdict::NotAsked | Verdict::Refused, _) => Fate::NotAsked,
            (Verdict::Undecided, _) if validated.ticket.is_none() => Fate::NotTaken,
            (Verdict::WrongTemplate | Verdict::WrongLocation | Verdict::WrongDate | Verdict::WrongEvent, _) => {
                Fate::WrongEvent
            }
            _ => Fate::Undecided,
        })
    }
}

/// How a list is told to the service.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SyncOptions {
    /// How many tickets at most in this run; all without it.
    pub limit: Option<usize>,
    /// Whether the marks of all doors are told, and not only those of the list's own door. For the one device that does
    /// it for all of them: two devices that tell the same mark ask the service twice.
    pub all_doors: bool,
    /// Whether each record is looked at before, which costs a call and leaves less unclear when answers are lost.
    pub look_first: bool,
}

/// What became of a ticket in a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Synced {
    /// The ticket.
    pub number: Number,
    /// The mark the service was asked about.
    pub mark: Mark,
    /// What it said.
    pub fate: Fate,
    /// Why, and what to do.
    pub reasons: Vec<Remark>,
}

/// Why a run ended early.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stopped {
    /// The kind of the error.
    pub kind: String,
    /// The number that the service gave, if any.
    pub code: Option<i64>,
    /// What is said about it.
    pub message: String,
}

/// What came of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SyncReport {
    /// The tickets that are settled now, in the order in which they were told.
    pub done: Vec<Synced>,
    /// How many of the marks that this list tells are still to be told.
    pub pending: usize,
    /// How many were asked for without an answer. The next run looks what became of them, and does not ask again.
    pub open: usize,
    /// Why it ended early, where it did.
    pub stopped: Option<Stopped>,
}

/// One run of telling a list to the service. The list is lent to it step by step, so that the door can go on scanning.
///
/// The service is asked with `validateEticket` once for a ticket, and what is asked is written into the list before:
/// keep its bytes before the request leaves, and not even a crash makes anybody ask twice.
#[derive(Clone, Debug)]
pub struct SyncRun {
    options: SyncOptions,
    report: SyncReport,
    /// What is still to do, the last first.
    queue: Option<Vec<Number>>,
    current: Option<Current>,
    /// What the service's clock told last.
    seen: Option<i64>,
}

#[derive(Clone, Debug)]
struct Current {
    number: Number,
    mark: Mark,
    validation: Validation,
    settling: Option<Settling>,
}

impl SyncRun {
    /// Begins a run.
    pub fn new(options: SyncOptions) -> SyncRun {
        SyncRun { options, report: SyncReport::default(), queue: None, current: None, seen: None }
    }

    /// What to call next. See [`Inquiry::ask`].
    pub fn ask(&mut self, list: &mut DoorList) -> Ask<SyncReport> {
        loop {
            let Some(current) = &mut self.current else {
                if self.begin(list) {
                    continue;
                }
                return Ask::Done(self.finish(list));
            };
            if current.validation.will_validate() && current.settling.is_none() {
                if !list.is_pending(current.number) {
                    // Another device has asked meanwhile, and its list was merged.
                    self.current = None;
                    continue;
                }
                // Written down before anything is sent.
                let Current { number, mark, validation, .. } = current;
                let settling =
                    settling(list, *number, mark.clone(), validation.seen.or(self.seen), validation.was_unused());
                list.settled.entry(*number).or_default().insert(settling.clone(), None);
                current.settling = Some(settling);
            }
            match current.validation.ask() {
                Ask::Call { function, parameters, api_key } => return Ask::Call { function, parameters, api_key },
                Ask::Wait(pause) => return Ask::Wait(pause),
                Ask::Done(validated) => self.settle(list, &validated),
            }
        }
    }

    /// What came of the call. See [`Inquiry::told`].
    pub fn told(&mut self, outcome: Outcome) {
        if let Some(current) = &mut self.current {
            current.validation.told(outcome);
            self.seen = current.validation.seen.or(self.seen);
        }
    }

    /// Takes up the next ticket, if there is one and the run goes on.
    fn begin(&mut self, list: &DoorList) -> bool {
        let limit = self.options.limit.unwrap_or(usize::MAX);
        if self.report.stopped.is_some() || self.report.done.len() >= limit {
            return false;
        }
        loop {
            let Some(number) = self.queue.get_or_insert_default().pop() else {
                let queue = self.to_do(list);
                if queue.is_empty() {
                    return false;
                }
                self.queue = Some(queue);
                continue;
            };
            let Some(mark) = list.marks.get(&number).and_then(BTreeSet::first) else { continue };
            let open = self.open(list, number);
            if open.is_none() && !list.is_pending(number) {
                continue;
            }
            let event = &list.event;
            let (templates, locations) = (event.template_ids.clone(), event.location_ids.clone());
            let validation = Validation::new(number, templates, locations, event.dates.clone());
            self.current = Some(match open {
                Some((settling, fate)) => {
                    let is_lost = fate != Some(Fate::NotTaken);
                    let validation = validation.resumed(settling.since, settling.was_unused, is_lost);
                    Current { number, mark: settling.mark.clone(), validation, settling: Some(settling) }
                }
                None => {
                    let validation = validation.asked_after(self.seen);
                    // The first call of a run only reads: without a network, nothing is asked for that may be lost.
                    let looks = self.options.look_first || self.seen.is_none();
                    let validation = if looks { validation.look_first() } else { validation };
                    Current { number, mark: mark.clone(), validation, settling: None }
                }
            });
            return true;
        }
    }

    /// The tickets that this run has to tell, the last first; those that were asked for without an answer come first.
    fn to_do(&self, list: &DoorList) -> Vec<Number> {
        let done: BTreeSet<Number> = self.report.done.iter().map(|done| done.number).collect();
        let mut queue: Vec<_> = list
            .marks
            .iter()
            .filter_map(|(number, marks)| {
                let mark = marks.first()?;
                let is_open = self.open(list, *number).is_some();
                let is_mine = self.options.all_doors || mark.door == list.door;
                let wanted = is_open || is_mine && list.is_pending(*number);
                (wanted && !done.contains(number)).then_some((!is_open, mark, *number))
            })
            .collect();
        queue.sort_by(|a, b| b.cmp(a));
        queue.into_iter().map(|(.., number)| number).collect()
    }

    /// What was asked for a ticket without an answer, by this list or, where it tells for all doors, by any.
    fn open(&self, list: &DoorList, number: Number) -> Option<(Settling, Option<Fate>)> {
        let mut settled = list.settled.get(&number)?.iter();
        let is_mine = |settling: &Settling| self.options.all_doors || settling.by == list.door;
        let open = settled.find(|(settling, fate)| is_open(fate) && is_mine(settling));
        open.map(|(settling, fate)| (settling.clone(), *fate))
    }

    /// Writes down what became of a ticket.
    fn settle(&mut self, list: &mut DoorList, validated: &Validated) {
        let Some(Current { number, mark, settling, validation }) = self.current.take() else { return };
        let fate = Fate::of(validated);
        if let Some((kind, code, message)) =
            validated.error.clone().filter(|_| matches!(fate, None | Some(Fate::NotAsked | Fate::NotTaken)))
        {
            self.report.stopped = Some(Stopped { kind, code, message });
        }
        // Where looking was enough, nothing was asked for, and what it told is written down all the same.
        let known = settling.or_else(|| {
            let told = fate.is_some_and(|fate| fate != Fate::NotAsked);
            told.then(|| self::settling(list, number, mark.clone(), validation.seen, false))
        });
        if let Some(settling) = known {
            let own = list.settled.entry(number).or_default().entry(settling).or_default();
            *own = (*own).max(fate);
        }
        if let Some(fate) = fate.filter(|fate| !matches!(fate, Fate::NotAsked | Fate::NotTaken)) {
            self.report.done.push(Synced { number, mark, fate, reasons: validated.reasons.clone() });
        } else if self.report.stopped.is_none() {
            let message = validated.reasons.first().map(|reason| reason.text.to_string()).unwrap_or_default();
            self.report.stopped = Some(Stopped { kind: "garbled".to_owned(), code: None, message });
        }
    }

    fn finish(&self, list: &DoorList) -> SyncReport {
        let is_mine = |mark: Option<&Mark>| mark.is_some_and(|mark| self.options.all_doors || mark.door == list.door);
        let pending = list.marks.iter().filter(|(number, marks)| list.is_pending(**number) && is_mine(marks.first()));
        let open = list.marks.keys().filter(|number| self.open(list, **number).is_some());
        SyncReport { pending: pending.count(), open: open.count(), ..self.report.clone() }
    }
}

/// Whether what became of it is still to be looked for.
pub(super) fn is_open(fate: &Option<Fate>) -> bool {
    matches!(fate, None | Some(Fate::NotTaken))
}

fn settling(list: &DoorList, number: Number, mark: Mark, since: Option<i64>, was_unused: bool) -> Settling {
    let before = list.settled.get(&number).into_iter().flatten().filter(|(settling, _)| settling.by == list.door);
    let attempt = u32::try_from(before.count()).unwrap_or(u32::MAX);
    Settling { mark, by: list.door.clone(), attempt, since, was_unused }
}

/// A run with the list in it, as an [`Inquiry`] for programs that do nothing else with the list meanwhile.
///
/// ```
/// use digistore24::{Client, Flow, Inquiring, Value, eticket::{Sync, SyncOptions, take_of}, sandbox::Sandbox};
///
/// let record = Value::from([
///     ("download_url", "https://www.digistore24.com/eticket/file91250000000000000001.pdf".into()),
///     ("template_id", 3.into()), ("location_id", 3.into()), ("date", "2026-10-05".into()),
///     ("used_at", "".into()), ("is_blocked", "N".into()),
/// ]);
/// let mut list = take_of(&Value::from([
///     ("records", Value::List(vec![record])), ("door", "north".into()), ("template_id", 3.into()),
///     ("location_id", 3.into()), ("date", "2026-10-05".into()), ("snapshot_at", 1_791_200_000.into()),
/// ])).unwrap();
/// list.scan("91250000000000000001", 1_791_201_000);
///
/// let mut sandbox = Sandbox::new();
/// let client = Client::new(sandbox.api_key())?;
/// let (report, list) = Inquiring::new(&client, Sync::new(list, SyncOptions::default())).run(&mut sandbox)?;
/// assert_eq!(report.done[0].fate.as_str(), "admitted");
/// assert!(list.pending().is_empty());
/// # Ok::<(), digistore24::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Sync {
    list: DoorList,
    run: SyncRun,
}

impl Sync {
    /// Begins a run.
    pub fn new(list: DoorList, options: SyncOptions) -> Sync {
        Sync { list, run: SyncRun::new(options) }
    }

    /// The list as it is now, for instance to keep its bytes before a request leaves.
    pub fn list(&self) -> &DoorList {
        &self.list
    }

    /// The list.
    pub fn into_list(self) -> DoorList {
        self.list
    }
}

impl Inquiry for Sync {
    type Output = (SyncReport, DoorList);

    fn ask(&mut self) -> Ask<(SyncReport, DoorList)> {
        match self.run.ask(&mut self.list) {
            Ask::Call { function, parameters, api_key } => Ask::Call { function, parameters, api_key },
            Ask::Wait(pause) => Ask::Wait(pause),
            Ask::Done(report) => Ask::Done((report, self.list.clone())),
        }
    }

    fn told(&mut self, outcome: Outcome) {
        self.run.told(outcome);
    }
}

/// How a list is told to the service, from options by name: `limit`, `all_doors` and `look_first`.
///
/// # Errors
/// Everything that is wrong with the options.
pub fn sync_options_of(options: &Value) -> Result<SyncOptions, Vec<Problem>> {
    read_all(options, |options| {
        let limit = options.whole("limit", 1, i64::from(u32::MAX)).and_then(|limit| usize::try_from(limit).ok());
        let all_doors = options.flag("all_doors").unwrap_or_default();
        Some(SyncOptions { limit, all_doors, look_first: options.flag("look_first").unwrap_or_default() })
    })
}
