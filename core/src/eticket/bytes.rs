//! A list as bytes: to keep, and to hand to other doors.
//!
//! `DS24DOOR`, the version, the length of what follows, the content, and eight bytes of its SHA-256. Numbers stand in
//! order, each as its distance from the one before; what tickets have in common stands once. The checksum finds damage,
//! not forgery: who can write to a door can write marks.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use sha2::{Digest, Sha256};

use super::event::Event;
use super::list::{DoorList, Held, MOST, Mark, Settling};
use super::number::Number;
use super::sync::Fate;
use super::ticket::{Text, Ticket};

const MAGIC: &[u8] = b"DS24DOOR";
const VERSION: u8 = 1;
const CHECK: usize = 8;

/// Why bytes are no list that can be used here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BadList {
    /// They are something else.
    NotAList,
    /// A version of this library wrote them that this one does not know.
    OtherVersion,
    /// The end is missing.
    Cut,
    /// Something in them was changed.
    Damaged,
    /// They are whole, and say what cannot be.
    Impossible,
    /// They hold marks alone, which can be merged and are no list.
    MarksOnly,
    /// They are of another event.
    OtherEvent,
    /// There are more tickets or marks than a list holds.
    TooLarge,
}

impl BadList {
    /// A word for programs.
    pub fn as_str(self) -> &'static str {
        match self {
            BadList::NotAList => "not_a_list",
            BadList::OtherVersion => "other_version",
            BadList::Cut => "cut",
            BadList::Damaged => "damaged",
            BadList::Impossible => "impossible",
            BadList::MarksOnly => "marks_only",
            BadList::OtherEvent => "other_event",
            BadList::TooLarge => "too_large",
        }
    }

    fn text(self) -> &'static str {
        match self {
            BadList::NotAList => "these are not the bytes of a door list",
            BadList::OtherVersion => "a newer version of this library wrote this list; update this one",
            BadList::Cut => "the end of the list is missing; take the copy that was kept before",
            BadList::Damaged => "the list was changed on the way or on the disk; take another copy",
            BadList::Impossible => "the list says what cannot be; take another copy",
            BadList::MarksOnly => "these are the marks of a door without its tickets; merge them into a list",
            BadList::OtherEvent => "the list is of other templates, locations or days",
            BadList::TooLarge => "a list holds 500000 tickets and marks at most",
        }
    }
}

/// The word, and what to do: `damaged: the list was changed on the way or on the disk; take another copy`.
impl fmt::Display for BadList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.as_str(), self.text())
    }
}

impl std::error::Error for BadList {}

/// What bytes hold. Of marks alone, the list has no tickets.
pub(super) struct Read {
    pub(super) list: DoorList,
    pub(super) is_marks: bool,
}

/// What many tickets have in common: texts by their place, from 1, or 0 for none.
type Kind = [u64; 10];

/// Texts, each once.
#[derive(Default)]
struct Texts<'l>(BTreeMap<&'l str, u64>);

impl<'l> Texts<'l> {
    fn of(all: impl Iterator<Item = &'l Text>) -> Texts<'l> {
        let mut texts: BTreeMap<&str, u64> = all.map(|text| (&**text, 0)).collect();
        for (place, at) in texts.values_mut().zip(1..) {
            *place = at;
        }
        Texts(texts)
    }

    fn place(&self, text: &str) -> u64 {
        self.0.get(text).copied().unwrap_or_default()
    }

    fn write(&self, out: &mut Vec<u8>) {
        push(self.0.len() as u64, out);
        self.0.keys().for_each(|text| push_text(text, out));
    }
}

/// The list as bytes, or its marks alone.
pub(super) fn write(list: &DoorList, marks_only: bool) -> Vec<u8> {
    let mut out = vec![u8::from(marks_only)];
    for texts in [&list.event.template_ids, &list.event.location_ids, &list.event.dates] {
        push(texts.len() as u64, &mut out);
        texts.iter().for_each(|text| push_text(text, &mut out));
    }
    if !marks_only {
        write_tickets(list, &mut out);
    }
    let of_settled =
        list.settled.values().flat_map(BTreeMap::keys).flat_map(|settling| [&settling.mark.door, &settling.by]);
    let doors = Texts::of(list.marks.values().flatten().map(|mark| &mark.door).chain(of_settled));
    doors.write(&mut out);
    let base = list.marks.values().filter_map(BTreeSet::first).map(|mark| mark.at).min().unwrap_or_default();
    push_signed(base, &mut out);
    let push_mark = |mark: &Mark, out: &mut Vec<u8>| {
        push(doors.place(&mark.door), out);
        push_signed(mark.at.wrapping_sub(base), out);
    };
    let mut last = None;
    push(list.marks.len() as u64, &mut out);
    for (number, marks) in &list.marks {
        push_number(*number, &mut last, &mut out);
        push(marks.len() as u64, &mut out);
        marks.iter().for_each(|mark| push_mark(mark, &mut out));
    }
    let mut last = None;
    push(list.settled.len() as u64, &mut out);
    for (number, settled) in &list.settled {
        push_number(*number, &mut last, &mut out);
        push(settled.len() as u64, &mut out);
        for (settling, fate) in settled {
            push_mark(&settling.mark, &mut out);
            push(doors.place(&settling.by), &mut out);
            push(settling.attempt.into(), &mut out);
            push(settling.was_unused.into(), &mut out);
            push_second(settling.since, base, &mut out);
            let (code, at) = code_of(*fate);
            push(code, &mut out);
            push_second(at, base, &mut out);
        }
    }
    wrapped(&out)
}

/// The texts that many tickets share.
fn shared(ticket: &Ticket) -> [&Option<Text>; 5] {
    let Ticket { template_id, location_id, date, hint, used_at, .. } = ticket;
    [template_id, location_id, date, hint, used_at]
}

fn write_tickets(list: &DoorList, out: &mut Vec<u8>) {
    let texts = Texts::of(list.tickets.values().flat_map(|held| shared(&held.ticket)).flatten());
    let base = list.tickets.values().map(|held| held.taken_at).min().unwrap_or_default();
    let kind_of = |held: &Held| -> Kind {
        let ticket = &held.ticket;
        let place = |text: &Option<Text>| text.as_ref().map_or(0, |text| texts.place(text));
        let whole = |number: Option<u32>| number.map_or(0, |number| u64::from(number) + 1);
        let [template, location, date, hint, used] = shared(ticket).map(place);
        let blocked = ticket.is_blocked.map_or(0, |flag| 1 + u64::from(flag));
        let age = held.taken_at.wrapping_sub(base) as u64;
        [template, location, date, hint, used, blocked, whole(ticket.days), whole(ticket.no), whole(ticket.count), age]
    };
    let mut kinds: BTreeMap<Kind, u64> = list.tickets.values().map(|held| (kind_of(held), 0)).collect();
    for (place, at) in kinds.values_mut().zip(0..) {
        *place = at;
    }
    texts.write(out);
    push_signed(base, out);
    push(kinds.len() as u64, out);
    kinds.keys().flatten().for_each(|part| push(*part, out));
    let names = list.tickets.values().any(|held| held.ticket.first_name.is_some() || held.ticket.last_name.is_some());
    push(names.into(), out);
    push(list.tickets.len() as u64, out);
    let mut last = None;
    for (number, held) in &list.tickets {
        push_number(*number, &mut last, out);
        push(kinds.get(&kind_of(held)).copied().unwrap_or_default(), out);
        if names {
            for name in [&held.ticket.first_name, &held.ticket.last_name] {
                match name {
                    Some(name) => {
                        push(name.len() as u64 + 1, out);
                        out.extend_from_slice(name.as_bytes());
                    }
                    None => push(0, out),
                }
            }
        }
    }
}

/// The content between head and checksum.
fn wrapped(content: &[u8]) -> Vec<u8> {
    let mut out = MAGIC.to_vec();
    out.push(VERSION);
    out.extend_from_slice(&(content.len() as u64).to_be_bytes());
    out.extend_from_slice(content);
    out.extend_from_slice(&check_of(&out));
    out
}

fn check_of(bytes: &[u8]) -> [u8; CHECK] {
    let mut check = [0; CHECK];
    check.iter_mut().zip(Sha256::digest(bytes)).for_each(|(to, from)| *to = from);
    check
}

/// What is between head and checksum, which are as they should be.
fn unwrapped(bytes: &[u8]) -> Result<&[u8], BadList> {
    let start = bytes.get(..MAGIC.len()).unwrap_or(bytes);
    if !MAGIC.starts_with(start) || start.is_empty() {
        return Err(BadList::NotAList);
    }
    let rest = bytes.strip_prefix(MAGIC).ok_or(BadList::Cut)?;
    let (version, rest) = rest.split_first().ok_or(BadList::Cut)?;
    if *version != VERSION {
        return Err(BadList::OtherVersion);
    }
    let (length, rest) = rest.split_first_chunk::<8>().ok_or(BadList::Cut)?;
    let length = u64::from_be_bytes(*length);
    let (content, check) = rest.split_last_chunk::<CHECK>().ok_or(BadList::Cut)?;
    match (content.len() as u64).cmp(&length) {
        std::cmp::Ordering::Less => return Err(BadList::Cut),
        std::cmp::Ordering::Greater => return Err(BadList::Damaged),
        std::cmp::Ordering::Equal => {}
    }
    let checked = bytes.get(..bytes.len() - CHECK).unwrap_or_default();
    if check_of(checked) == *check { Ok(content) } else { Err(BadList::Damaged) }
}

/// Reads what [`write`] wrote.
pub(super) fn read(bytes: &[u8]) -> Result<Read, BadList> {
    let mut reader = Reader(unwrapped(bytes)?);
    let read = reader.all()?;
    if reader.0.is_empty() { Ok(read) } else { Err(BadList::Impossible) }
}

/// What is left to read.
struct Reader<'b>(&'b [u8]);

type Taken<T> = Result<T, BadList>;

impl Reader<'_> {
    fn all(&mut self) -> Taken<Read> {
        let is_marks = match self.whole()? {
            0 => false,
            1 => true,
            _ => return Err(BadList::Impossible),
        };
        let mut sets = || self.texts().map(|texts| texts.into_iter().collect::<BTreeSet<Text>>());
        let event = Event { template_ids: sets()?, location_ids: sets()?, dates: sets()? };
        let mut list = DoorList::empty(event);
        if !is_marks {
            self.tickets(&mut list)?;
        }
        let doors = self.texts()?;
        let base = self.signed()?;
        let mut most = MOST;
        let mut last = None;
        for _ in 0..self.count()? {
            let number = self.number(&mut last)?;
            let marks = list.marks.entry(number).or_default();
            for _ in 0..self.some(&mut most)? {
                marks.insert(self.mark(&doors, base)?);
            }
        }
        let mut most = MOST;
        let mut last = None;
        for _ in 0..self.count()? {
            let number = self.number(&mut last)?;
            let settled = list.settled.entry(number).or_default();
            for _ in 0..self.some(&mut most)? {
                let mark = self.mark(&doors, base)?;
                let by = self.text_at(&doors)?.ok_or(BadList::Impossible)?;
                let attempt = u32::try_from(self.whole()?).map_err(|_| BadList::Impossible)?;
                let was_unused = self.flag()?;
                let since = self.second(base)?;
                let code = self.whole()?;
                let fate = fate_of(code, self.second(base)?)?;
                settled.insert(Settling { mark, by, attempt, since, was_unused }, fate);
            }
        }
        Ok(Read { list, is_marks })
    }

    fn tickets(&mut self, list: &mut DoorList) -> Taken<()> {
        let texts = self.texts()?;
        let base = self.signed()?;
        let mut kinds: Vec<Kind> = Vec::new();
        for _ in 0..self.count()? {
            let mut kind: Kind = [0; 10];
            for part in &mut kind {
                *part = self.whole()?;
            }
            kinds.push(kind);
        }
        let names = self.flag()?;
        let mut last = None;
        for _ in 0..self.count()? {
            let number = self.number(&mut last)?;
            let kind = kinds.get(usize::try_from(self.whole()?).unwrap_or(usize::MAX)).ok_or(BadList::Impossible)?;
            let mut held = held_of(kind, &texts, base)?;
            if names {
                held.ticket.first_name = self.name()?;
                held.ticket.last_name = self.name()?;
            }
            list.tickets.insert(number, held);
        }
        Ok(())
    }

    fn mark(&mut self, doors: &[Text], base: i64) -> Taken<Mark> {
        let door = self.text_at(doors)?.ok_or(BadList::Impossible)?;
        Ok(Mark { at: self.signed()?.wrapping_add(base), door })
    }

    fn name(&mut self) -> Taken<Option<Text>> {
        match self.whole()? {
            0 => Ok(None),
            more => self.text_of(more - 1).map(Some),
        }
    }

    fn texts(&mut self) -> Taken<Vec<Text>> {
        let mut texts = Vec::new();
        for _ in 0..self.count()? {
            let length = self.whole()?;
            texts.push(self.text_of(length)?);
        }
        Ok(texts)
    }

    fn text_of(&mut self, length: u64) -> Taken<Text> {
        let length = usize::try_from(length).map_err(|_| BadList::Impossible)?;
        let (text, rest) = self.0.split_at_checked(length).ok_or(BadList::Impossible)?;
        self.0 = rest;
        std::str::from_utf8(text).map(Text::from).map_err(|_| BadList::Impossible)
    }

    fn text_at(&mut self, texts: &[Text]) -> Taken<Option<Text>> {
        text_at(self.whole()?, texts)
    }

    /// How many follow. Each takes a byte at least, so that few bytes cannot claim many.
    fn count(&mut self) -> Taken<u64> {
        let count = self.whole()?;
        if count > MOST as u64 {
            return Err(BadList::TooLarge);
        }
        if count > self.0.len() as u64 { Err(BadList::Impossible) } else { Ok(count) }
    }

    /// The same of so many at most in all, and one at least.
    fn some(&mut self, most: &mut usize) -> Taken<u64> {
        let count = self.count()?;
        *most = most.checked_sub(count as usize).ok_or(BadList::TooLarge)?;
        if count == 0 { Err(BadList::Impossible) } else { Ok(count) }
    }

    fn number(&mut self, last: &mut Option<u128>) -> Taken<Number> {
        let (mut step, mut shift) = (0_u128, 0);
        loop {
            let byte = self.byte()?;
            step |= u128::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                break;
            }
            if shift > 70 {
                return Err(BadList::Impossible);
            }
        }
        let whole = match *last {
            Some(_) if step == 0 => return Err(BadList::Impossible),
            Some(last) => last + step,
            None => step,
        };
        *last = Some(whole);
        Number::of_whole(whole).ok_or(BadList::Impossible)
    }

    fn flag(&mut self) -> Taken<bool> {
        match self.whole()? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(BadList::Impossible),
        }
    }

    fn second(&mut self, base: i64) -> Taken<Option<i64>> {
        if self.flag()? { Ok(Some(self.signed()?.wrapping_add(base))) } else { Ok(None) }
    }

    fn signed(&mut self) -> Taken<i64> {
        let zigzag = self.whole()?;
        Ok((zigzag >> 1) as i64 ^ -((zigzag & 1) as i64))
    }

    fn whole(&mut self) -> Taken<u64> {
        let (mut whole, mut shift) = (0_u64, 0);
        loop {
            let byte = self.byte()?;
            if shift == 63 && byte > 1 {
                return Err(BadList::Impossible);
            }
            whole |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(whole);
            }
            shift += 7;
        }
    }

    fn byte(&mut self) -> Taken<u8> {
        let (byte, rest) = self.0.split_first().ok_or(BadList::Impossible)?;
        self.0 = rest;
        Ok(*byte)
    }
}

fn text_at(place: u64, texts: &[Text]) -> Taken<Option<Text>> {
    match place.checked_sub(1) {
        None => Ok(None),
        Some(at) => {
            let at = usize::try_from(at).unwrap_or(usize::MAX);
            texts.get(at).cloned().map(Some).ok_or(BadList::Impossible)
        }
    }
}

fn held_of(kind: &Kind, texts: &[Text], base: i64) -> Taken<Held> {
    let [template, location, date, hint, used, blocked, days, no, count, age] = *kind;
    let whole = |number: u64| match number.checked_sub(1) {
        None => Ok(None),
        Some(number) => u32::try_from(number).map(Some).map_err(|_| BadList::Impossible),
    };
    let ticket = Ticket {
        used_at: text_at(used, texts)?,
        is_blocked: match blocked {
            0 => None,
            1 => Some(false),
            2 => Some(true),
            _ => return Err(BadList::Impossible),
        },
        template_id: text_at(template, texts)?,
        location_id: text_at(location, texts)?,
        date: text_at(date, texts)?,
        days: whole(days)?,
        no: whole(no)?,
        count: whole(count)?,
        hint: text_at(hint, texts)?,
        first_name: None,
        last_name: None,
    };
    Ok(Held { taken_at: base.wrapping_add(age as i64), ticket })
}

/// The fates by the places they have in bytes, with the second where there is one.
fn code_of(fate: Option<Fate>) -> (u64, Option<i64>) {
    match fate {
        None => (0, None),
        Some(Fate::NotAsked) => (1, None),
        Some(Fate::Undecided) => (2, None),
        Some(Fate::NotUsed) => (3, None),
        Some(Fate::Unknown) => (4, None),
        Some(Fate::WrongEvent) => (5, None),
        Some(Fate::Blocked) => (6, None),
        Some(Fate::UsedBefore(at)) => (7, at),
        Some(Fate::Unclear(at)) => (8, at),
        Some(Fate::ThisScan(at)) => (9, at),
        Some(Fate::Admitted) => (10, None),
        Some(Fate::NotTaken) => (11, None),
    }
}

fn fate_of(code: u64, at: Option<i64>) -> Taken<Option<Fate>> {
    Ok(Some(match code {
        0 => return Ok(None),
        1 => Fate::NotAsked,
        2 => Fate::Undecided,
        3 => Fate::NotUsed,
        4 => Fate::Unknown,
        5 => Fate::WrongEvent,
        6 => Fate::Blocked,
        7 => Fate::UsedBefore(at),
        8 => Fate::Unclear(at),
        9 => Fate::ThisScan(at),
        10 => Fate::Admitted,
        11 => Fate::NotTaken,
        _ => return Err(BadList::Impossible),
    }))
}

/// Seven bits a byte, the lowest first; all but the last byte have the eighth bit.
fn push(whole: u64, out: &mut Vec<u8>) {
    push_wide(whole.into(), out);
}

fn push_wide(mut whole: u128, out: &mut Vec<u8>) {
    while whole > 0x7f {
        out.push(whole as u8 | 0x80);
        whole >>= 7;
    }
    out.push(whole as u8);
}

fn push_signed(number: i64, out: &mut Vec<u8>) {
    push(((number << 1) ^ (number >> 63)) as u64, out);
}

fn push_second(second: Option<i64>, base: i64, out: &mut Vec<u8>) {
    push(second.is_some().into(), out);
    if let Some(second) = second {
        push_signed(second.wrapping_sub(base), out);
    }
}

fn push_text(text: &str, out: &mut Vec<u8>) {
    push(text.len() as u64, out);
    out.extend_from_slice(text.as_bytes());
}

/// A number as its distance from the one before.
fn push_number(number: Number, last: &mut Option<u128>, out: &mut Vec<u8>) {
    let whole = number.whole();
    push_wide(whole - last.unwrap_or_default(), out);
    *last = Some(whole);
}
