//! Walks over JSON text without building anything.
//!
//! Strict about the grammar, so that a cut-off or garbled body never passes for an answer. Decided against serde_json
//! here because its numbers lose digits and its code doubles the size in WebAssembly; `tests/scanner.rs` holds this
//! scanner against it, input by input.

use std::borrow::Cow;

/// Deeper nesting than this is refused, so that no body exhausts the stack.
const DEEPEST: u32 = 128;

/// A stretch of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl Span {
    pub(crate) fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

/// The text is not JSON, seen at this byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Broken {
    pub(crate) at: usize,
    pub(crate) what: &'static str,
}

pub(crate) type Scanned<T> = Result<T, Broken>;

#[derive(Clone)]
pub(crate) struct Scanner<'a> {
    bytes: &'a [u8],
    at: usize,
    depth: u32,
}

impl<'a> Scanner<'a> {
    /// Starts at the beginning of `span`. The text has to be shorter than 4 GiB.
    pub(crate) fn new(text: &'a str, span: Span) -> Self {
        Scanner {
            bytes: text.as_bytes().get(..span.end as usize).unwrap_or_default(),
            at: span.start as usize,
            depth: 0,
        }
    }

    /// The first byte of the next value or mark, white space skipped; 0 at the end.
    pub(crate) fn peek(&mut self) -> u8 {
        while let Some(&byte) = self.bytes.get(self.at) {
            if !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                return byte;
            }
            self.at += 1;
        }
        0
    }

    pub(crate) fn broken<T>(&self, what: &'static str) -> Scanned<T> {
        let what = if self.at >= self.bytes.len() { "it is cut off" } else { what };
        Err(Broken { at: self.at, what })
    }

    fn eat(&mut self, byte: u8, what: &'static str) -> Scanned<()> {
        if self.peek() != byte {
            return self.broken(what);
        }
        self.at += 1;
        Ok(())
    }

    /// Goes into an object or a list.
    pub(crate) fn open(&mut self) -> Scanned<()> {
        if self.depth == DEEPEST {
            return self.broken("it is nested too deeply");
        }
        self.depth += 1;
        self.at += 1;
        Ok(())
    }

    /// Inside a list: whether another value follows; at the end the list is left. `first` starts out true.
    pub(crate) fn next_item(&mut self, first: &mut bool) -> Scanned<bool> {
        self.next(first, b']', "expected a comma or the end of a list")
    }

    /// Inside an object: the name of the next field (between its quotes, escapes kept); at the end the object is left.
    pub(crate) fn next_field(&mut self, first: &mut bool) -> Scanned<Option<Span>> {
        if !self.next(first, b'}', "expected a comma or the end of an object")? {
            return Ok(None);
        }
        if self.peek() != b'"' {
            return self.broken("expected the name of a field");
        }
        let name = self.string()?;
        self.eat(b':', "expected a colon")?;
        Ok(Some(name))
    }

    fn next(&mut self, first: &mut bool, end: u8, what: &'static str) -> Scanned<bool> {
        if self.peek() == end {
            self.at += 1;
            self.depth -= 1;
            return Ok(false);
        }
        if !std::mem::replace(first, false) {
            self.eat(b',', what)?;
        }
        Ok(true)
    }

    /// A string; what lies between its quotes.
    fn string(&mut self) -> Scanned<Span> {
        let start = self.at + 1;
        self.at = start;
        loop {
            match self.bytes.get(self.at) {
                Some(b'"') => {
                    let span = Span { start: start as u32, end: self.at as u32 };
                    self.at += 1;
                    return Ok(span);
                }
                Some(b'\\') => self.escape()?,
                Some(0..=0x1f) => return self.broken("a control character in a text"),
                Some(_) => self.at += 1,
                None => return self.broken(""),
            }
        }
    }

    fn escape(&mut self) -> Scanned<()> {
        let digits = match self.bytes.get(self.at + 1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => 0,
            Some(b'u') => 4,
            _ => {
                self.at += 1;
                return self.broken("an unknown escape in a text");
            }
        };
        self.at += 2;
        for _ in 0..digits {
            if !self.bytes.get(self.at).is_some_and(u8::is_ascii_hexdigit) {
                return self.broken("a bad \\u escape in a text");
            }
            self.at += 1;
        }
        Ok(())
    }

    fn digits(&mut self) -> Scanned<()> {
        if !self.bytes.get(self.at).is_some_and(u8::is_ascii_digit) {
            return self.broken("a number without digits");
        }
        while self.bytes.get(self.at).is_some_and(u8::is_ascii_digit) {
            self.at += 1;
        }
        Ok(())
    }

    fn number(&mut self) -> Scanned<()> {
        if self.bytes.get(self.at) == Some(&b'-') {
            self.at += 1;
        }
        if self.bytes.get(self.at) == Some(&b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.bytes.get(self.at) == Some(&b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.bytes.get(self.at), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.bytes.get(self.at), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(())
    }

    fn word(&mut self, word: &'static [u8]) -> Scanned<()> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        if !rest.starts_with(word) {
            if word.starts_with(rest) {
                self.at = self.bytes.len();
            }
            return self.broken("expected a value");
        }
        self.at += word.len();
        Ok(())
    }

    /// Any value, checked and passed over.
    pub(crate) fn skip(&mut self) -> Scanned<Span> {
        let lead = self.peek();
        let start = self.at as u32;
        match lead {
            b'"' => {
                self.string()?;
            }
            b'{' => {
                self.open()?;
                let mut first = true;
                while self.next_field(&mut first)?.is_some() {
                    self.skip()?;
                }
            }
            b'[' => {
                self.open()?;
                let mut first = true;
                while self.next_item(&mut first)? {
                    self.skip()?;
                }
            }
            b't' => self.word(b"true")?,
            b'f' => self.word(b"false")?,
            b'n' => self.word(b"null")?,
            b'-' | b'0'..=b'9' => self.number()?,
            _ => return self.broken("expected a value"),
        }
        Ok(Span { start, end: self.at as u32 })
    }

    /// A list passed over, with the place of each of its values.
    pub(crate) fn items(&mut self) -> Scanned<Vec<Span>> {
        self.open()?;
        let mut items = Vec::new();
        let mut first = true;
        while self.next_item(&mut first)? {
            items.push(self.skip()?);
        }
        Ok(items)
    }

    /// Nothing but white space may be left.
    pub(crate) fn end(&mut self) -> Scanned<()> {
        if self.peek() == 0 && self.at >= self.bytes.len() {
            return Ok(());
        }
        self.broken("something follows the answer")
    }

    pub(crate) fn at(&self) -> usize {
        self.at
    }
}

/// The text that a JSON string stands for. A lone half of a surrogate pair becomes U+FFFD.
pub(crate) fn unescape(raw: &str) -> Cow<'_, str> {
    if !raw.contains('\\') {
        return Cow::Borrowed(raw);
    }
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((before, escaped)) = rest.split_once('\\') {
        text.push_str(before);
        let mut characters = escaped.chars();
        match characters.next() {
            Some('b') => text.push('\u{8}'),
            Some('f') => text.push('\u{c}'),
            Some('n') => text.push('\n'),
            Some('r') => text.push('\r'),
            Some('t') => text.push('\t'),
            Some('u') => {
                rest = unicode(escaped.get(1..).unwrap_or_default(), &mut text);
                continue;
            }
            Some(other) => text.push(other),
            None => {}
        }
        rest = characters.as_str();
    }
    text.push_str(rest);
    Cow::Owned(text)
}

/// Adds the character behind `\u`, and gives what follows it.
fn unicode<'a>(after: &'a str, text: &mut String) -> &'a str {
    let (first, rest) = hex(after);
    if (0xd800..0xdc00).contains(&first)
        && let Some((second, end)) = rest.strip_prefix("\\u").map(hex)
        && (0xdc00..0xe000).contains(&second)
    {
        let code = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
        text.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
        return end;
    }
    text.push(char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER));
    rest
}

fn hex(text: &str) -> (u32, &str) {
    let (digits, rest) = text.split_at_checked(4).unwrap_or((text, ""));
    (u32::from_str_radix(digits, 16).unwrap_or(0xfffd), rest)
}
