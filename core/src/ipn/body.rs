//! Form bodies, taken apart once and byte by byte.

use std::borrow::Cow;

use super::signature::Rejected;
use crate::wire::form::{self, Pair, hex_digit};

/// Larger bodies are refused, so that every place in the text made of one can be counted in 32 bits.
const MOST: usize = 64 << 20;

/// The parameters of a body, or of a query with or without its question mark, in the order of their names' bytes.
pub(super) fn pairs(body: &[u8]) -> Result<Vec<Pair<'_>>, Rejected> {
    let body = body.strip_prefix(b"?").unwrap_or(body);
    // JSON, XML, multipart; forms have these characters escaped.
    let is_other = matches!(body, [b'{' | b'<', ..]) || body.starts_with(b"--") && body.contains(&b'\n');
    if is_other || !body.contains(&b'=') || body.len() > MOST {
        return Err(Rejected::NotAForm);
    }
    let mut pairs = form::pairs(body);
    sort(&mut pairs);
    Ok(pairs)
}

/// Puts parameters in the order of their names' bytes. Those of the same name keep theirs.
pub(super) fn sort(pairs: &mut [Pair<'_>]) {
    pairs.sort_by(|a, b| a.name.cmp(&b.name));
}

/// A name may come once. Where it came twice, the signature might be checked over one value and the other be read.
pub(super) fn unique(pairs: &[Pair<'_>]) -> Result<(), Rejected> {
    let mut twice = pairs.iter().zip(pairs.iter().skip(1)).filter(|(pair, next)| pair.name == next.name);
    match twice.next() {
        Some((pair, _)) => Err(Rejected::Repeated { name: lossy(&pair.name).into_owned() }),
        None => Ok(()),
    }
}

/// The bytes that hex digits of either case stand for.
pub(super) fn unhex(digits: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    for pair in digits.chunks(2) {
        let [high, low] = pair else { return None };
        bytes.push(hex_digit(*high)? << 4 | hex_digit(*low)?);
    }
    Some(bytes)
}

/// Hex digits of a table: `0123456789ABCDEF` for upper case.
pub(super) fn hex(bytes: &[u8], digits: &[u8; 16]) -> String {
    let mut text = String::new();
    for byte in bytes {
        for digit in [byte >> 4, byte & 15] {
            text.push(digits.get(usize::from(digit)).map_or('0', |&digit| char::from(digit)));
        }
    }
    text
}

/// Text for reading: bytes that are no UTF-8 become U+FFFD.
pub(super) fn lossy(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}
