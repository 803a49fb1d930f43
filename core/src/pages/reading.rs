//! Reading a list page after page while rows come and go.
//!
//! The service knows no cursor, only `page_no` and `page_size`: a page is a stretch of the list as it is at that moment.
//! So each page begins at a row that was read before. Where that row is found again, nothing was lost in between, and
//! what is not known yet is new. Where it is not, rows before it have gone and the list has moved up: the pages before
//! are read again, until a known row turns up. A page that begins at the beginning needs no such proof.
//!
//! All this needs is that rows that stay keep their order.

use super::identity::{Key, Keys};

/// How many rows a cursor knows: the last ones, by which the place is found again.
const TAIL: usize = 40;

/// How many rows at either end of a part are kept to know what the next part repeats.
pub(crate) const EDGE: usize = 12;

/// How often the service may be asked in vain.
const PATIENCE: u64 = 32;

/// What is known of the rows before the place that is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Known {
    /// All of them.
    All,
    /// Those since a cursor, and the last ones before it.
    SinceCursor,
    /// None: the list is read from its beginning until the last rows before the cursor turn up.
    Looking,
}

/// A page to ask for. Its size is 0 where everything comes at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) no: u64,
    pub(crate) size: u64,
}

/// What came back.
pub(crate) struct Page {
    pub(crate) keys: Vec<Key>,
    /// How many rows the service says a page has.
    pub(crate) size: Option<u64>,
    /// How many pages it says there are.
    pub(crate) count: Option<u64>,
}

/// What is to be made of it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Read {
    /// Where the rows lie in the page that were not handed out before.
    pub(crate) fresh: Vec<usize>,
    /// From where on in the page they follow all that was handed out. Those before have come in between, and a cursor
    /// says nothing of them.
    pub(crate) ahead: usize,
    /// Where the page lies in the list.
    pub(crate) offset: u64,
    /// Whether the list ends with it.
    pub(crate) is_last: bool,
}

/// The list was asked for too often without anything new.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Restless;

/// How far a list, or a part of it, has been read.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    /// How many rows a page has by default: the service may always give that many.
    default_size: u64,
    /// How many rows are asked for at most.
    pub(crate) size: u64,
    /// How many rows lie before the first that was not handed out.
    pub(crate) position: u64,
    /// The last rows that were handed out, the newest last.
    pub(crate) tail: Vec<Key>,
    /// The first rows that were handed out of this part.
    pub(crate) head: Vec<Key>,
    /// Rows at the ends of the part before.
    pub(crate) edge: Vec<Key>,
    known: Known,
    /// The tail of the cursor that reading went on from.
    resumed: Keys,
    asked: Asked,
    /// The largest page that came in full.
    obeyed: u64,
    here: Keys,
    before: Keys,
    in_vain: u64,
}

impl Reading {
    pub(crate) fn new(size: u64, default_size: u64) -> Reading {
        Reading {
            default_size,
            size,
            position: 0,
            tail: Vec::new(),
            head: Vec::new(),
            edge: Vec::new(),
            known: Known::All,
            resumed: Keys::default(),
            asked: Asked { no: 1, size },
            obeyed: 0,
            here: Keys::default(),
            before: Keys::default(),
            in_vain: 0,
        }
    }

    /// Goes on where an earlier process stopped.
    pub(crate) fn resume(&mut self, position: u64, tail: Vec<Key>, head: Vec<Key>, edge: Vec<Key>) {
        self.before.extend(edge.iter().copied());
        self.here.extend(tail.iter().copied());
        self.resumed = self.here.clone();
        if !tail.is_empty() {
            self.known = Known::SinceCursor;
        }
        self.asked = forward(position, self.size);
        (self.position, self.tail, self.head, self.edge) = (position, tail, head, edge);
    }

    /// What to ask for.
    pub(crate) fn asked(&self) -> Asked {
        self.asked
    }

    /// Whether nothing of this part was read yet.
    pub(crate) fn is_untouched(&self) -> bool {
        self.here.is_empty()
    }

    /// Whether the rows before the cursor have not turned up.
    pub(crate) fn is_looking(&self) -> bool {
        self.known == Known::Looking
    }

    /// What is to be made of the page that was asked for.
    pub(crate) fn took(&mut self, page: &Page) -> Result<Read, Restless> {
        let (asked, count) = (self.asked, page.keys.len() as u64);
        let size = self.size_in_force(page);
        let offset = (asked.no - 1).saturating_mul(size);
        let known_before = self.here.len();
        let mut first = page.keys.iter().position(|key| self.here.contains(key));
        if asked.no == 1 && self.known == Known::SinceCursor && first.is_none() {
            self.look();
            first = None;
        }
        if first.is_none() && asked.no > 1 {
            self.asked = Asked { no: offset.div_ceil(self.size.max(1)).max(1), size: self.size };
            return self.patiently(false, Read { fresh: Vec::new(), ahead: 0, offset, is_last: false });
        }
        let last_of = |keys: &dyn Fn(&Key) -> bool| page.keys.iter().rposition(keys).map(|at| at + 1);
        let after_tail = last_of(&|key| self.tail.contains(key));
        let begin = match self.known {
            Known::All => 0,
            // What lies before them was handed out before the cursor, or has come since.
            Known::SinceCursor => last_of(&|key| self.resumed.contains(key)).or(first).unwrap_or_default(),
            Known::Looking => match after_tail {
                Some(after) => {
                    self.known = Known::All;
                    self.before.extend(self.tail.iter().copied());
                    after
                }
                None => page.keys.len(),
            },
        };
        // Where no row of the tail is in sight, the place that was reached lies further on.
        let is_there = after_tail.is_some() || self.tail.is_empty();
        let after_known = last_of(&|key| self.here.contains(key)).unwrap_or_default();
        let ahead = if is_there { begin.max(after_known) } else { page.keys.len() };
        let is_new = |key: &Key| !self.here.contains(key) && !self.before.contains(key);
        let fresh: Vec<usize> =
            page.keys.iter().enumerate().skip(begin).filter(|(_, key)| is_new(key)).map(|(at, _)| at).collect();
        self.here.extend(page.keys.iter().copied());
        // A full page may be followed by another, whatever the service counts: it may count pages as long as asked for,
        // and give shorter ones.
        let is_short = count < size;
        let is_last = asked.size == 0 || is_short && page.count.is_none_or(|pages| asked.no >= pages);
        if !is_last && size < asked.size {
            self.size = size;
        }
        if count == asked.size {
            self.obeyed = self.obeyed.max(count);
        }
        let reached = offset + count;
        if is_there && self.known != Known::Looking {
            self.position = reached;
            for at in fresh.iter().filter(|at| **at >= ahead) {
                self.hand_out(page.keys.get(*at).copied());
            }
        }
        self.asked = forward(reached, self.size);
        let has_grown = self.here.len() > known_before;
        self.patiently(has_grown || is_last, Read { fresh, ahead, offset, is_last })
    }

    /// How many rows a page has. A service may give fewer than it was asked for, and not say so.
    fn size_in_force(&self, page: &Page) -> u64 {
        let (asked, count) = (self.asked, page.keys.len() as u64);
        if let Some(size) = page.size.filter(|size| (1..asked.size).contains(size)) {
            return size;
        }
        let more_follow = page.count.is_some_and(|pages| pages > asked.no) && count > 0;
        // A page that is short, but not shorter than pages are by default, may be as long as pages get.
        let may_be_capped =
            self.default_size > 0 && count >= self.default_size && asked.size > self.default_size.max(self.obeyed);
        if count > asked.size || more_follow || may_be_capped { count } else { asked.size }
    }

    fn patiently(&mut self, has_grown: bool, read: Read) -> Result<Read, Restless> {
        self.in_vain = if has_grown { 0 } else { self.in_vain + 1 };
        // Going back to the beginning and coming back is not in vain.
        if self.in_vain <= PATIENCE + 3 * (self.here.len() as u64 / self.size.max(1)) {
            return Ok(read);
        }
        self.in_vain = 0;
        Err(Restless)
    }

    /// Reads the list from its beginning until the rows before the cursor turn up.
    pub(crate) fn look(&mut self) {
        self.known = Known::Looking;
        self.here.clear();
        self.resumed.clear();
        self.asked = Asked { no: 1, size: self.size };
    }

    fn hand_out(&mut self, key: Option<Key>) {
        let Some(key) = key else { return };
        if self.head.len() < EDGE {
            self.head.push(key);
        }
        push_to_tail(&mut self.tail, key);
    }

    /// Goes on with the next part of the list, which begins where this one ends.
    pub(crate) fn advance(&mut self) {
        let last = self.tail.len().saturating_sub(EDGE);
        self.edge = self.head.iter().chain(self.tail.iter().skip(last)).copied().collect();
        self.tail.clear();
        self.head.clear();
        self.resumed.clear();
        self.known = Known::All;
        self.before.extend(self.here.drain());
        self.position = 0;
        self.in_vain = 0;
        self.asked = Asked { no: 1, size: self.size };
    }
}

/// Remembers a row as the last one that was handed out.
pub(crate) fn push_to_tail(tail: &mut Vec<Key>, key: Key) {
    if tail.len() == TAIL {
        tail.remove(0);
    }
    tail.push(key);
}

/// The page that begins at the last of the rows before `position`, or before it, and has as many others as can be. Pages
/// lie at multiples of their size, so it takes a size of which a multiple falls there.
fn forward(position: u64, most: u64) -> Asked {
    if position == 0 || most == 0 {
        return Asked { no: 1, size: most };
    }
    let others = |size: u64| size - 1 - (position - 1) % size;
    let sizes = (most.div_ceil(2).max(1)..=most).rev();
    let best = sizes.max_by_key(|size| (others(*size), *size)).unwrap_or(most);
    // A size that divides the position leaves no room. Of small sizes all may; then a larger one is needed.
    let size = if others(best) > 0 { best } else { (most..).find(|size| others(*size) > 0).unwrap_or(most) };
    Asked { no: (position - 1) / size + 1, size }
}

#[cfg(test)]
mod tests {
    use super::{Asked, forward};

    #[test]
    fn a_page_begins_before_what_was_read_and_brings_more() {
        for most in 1..40 {
            for position in 1..3000 {
                let Asked { no, size } = forward(position, most);
                let offset = (no - 1) * size;
                assert!(offset < position && offset + size > position, "{position} {most}: {no} of {size}");
                assert!(size <= most || most < 20, "{position} {most}: {size}");
            }
        }
    }
}
