//! Form bodies, taken apart once and byte by byte.

use std::borrow::Cow;

use super::signature::Rejected;

/// Larger bodies are refused, so that every place in the text made of one can be counted in 32 bits.
const MOST: usize = 64 << 20;

/// A parameter as it was received, decoded once and nothing else done to it.
#[derive(Clone, Debug)]
pub(super) struct Pair<'a> {
    pub(super) name: Cow<'a, [u8]>,
    pub(super) value: Cow<'a, [u8]>,
}

/// The parameters of a body, or of a query with or without its question mark, in the order of their names' bytes.
pub(super) fn pairs(body: &[u8]) -> Result<Vec<Pair<'_>>, Rejected> {
    let body = body.strip_prefix(b"?").unwrap_or(body);
    // JSON, XML, multipart; forms have these characters escaped.
    let is_other = matches!(body, [b'{' | b'<', ..]) || body.starts_with(b"--") && body.contains(&b'\n');
    if is_other || !body.contains(&b'=') || body.len() > MOST {
        return Err(Rejected::NotAForm);
    }
    let mut pairs: Vec<_> = body.split(|&byte| byte == b'&').filter(|part| !part.is_empty()).map(pair).collect();
    pairs.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(pairs)
}

/// A name may come once. Where it came twice, the signature might be checked over one value and the other be read.
pub(super) fn unique(pairs: &[Pair<'_>]) -> Result<(), Rejected> {
    let mut twice = pairs.iter().zip(pairs.iter().skip(1)).filter(|(pair, next)| pair.name == next.name);
    match twice.next() {
        Some((pair, _)) => Err(Rejected::Repeated { name: lossy(&pair.name).into_owned() }),
        None => Ok(()),
    }
}

fn pair(part: &[u8]) -> Pair<'_> {
    let mut halves = part.splitn(2, |&byte| byte == b'=');
    let mut next = || decoded(halves.next().unwrap_or_default());
    Pair { name: next(), value: next() }
}

/// A blank for `+`, a byte for `%XX`. A `%` without two hex digits stands for itself, as in PHP and in browsers.
fn decoded(text: &[u8]) -> Cow<'_, [u8]> {
    if !text.iter().any(|byte| matches!(byte, b'+' | b'%')) {
        return Cow::Borrowed(text);
    }
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        match (byte, after) {
            (b'+', _) => out.push(b' '),
            (b'%', [high, low, after @ ..]) => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => {
                    out.push(high << 4 | low);
                    rest = after;
                }
                _ => out.push(byte),
            },
            _ => out.push(byte),
        }
    }
    Cow::Owned(out)
}

/// The value of a hex digit of either case.
pub(super) fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

/// The bytes that hex digits of either case stand for.
pub(super) fn unhex(digits: &[u8]) -> Option<Vec<u8>> {
    let byte = |pair: &[u8]| match pair {
        [high, low] => Some(digit(*high)? << 4 | digit(*low)?),
        _ => None,
    };
    digits.chunks(2).map(byte).collect()
}

/// Hex digits of a table: `0123456789ABCDEF` for upper case.
pub(super) fn hex(bytes: &[u8], digits: &[u8; 16]) -> String {
    let digit = |at: u8| digits.get(usize::from(at)).map_or('0', |&digit| char::from(digit));
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// Appends a name or a value in the form in which bodies carry it.
pub(super) fn encode(text: &[u8], out: &mut String) {
    for &byte in text {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => out.push(char::from(byte)),
            b' ' => out.push('+'),
            _ => {
                out.push('%');
                out.push_str(&hex(&[byte], b"0123456789ABCDEF"));
            }
        }
    }
}

/// Text for reading: bytes that are no UTF-8 become U+FFFD.
pub(super) fn lossy(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}
