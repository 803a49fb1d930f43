//! What is remembered of a row: 64 bits that stand for it.

use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hasher};

use crate::record::List;

/// What stands for a row. Of a million rows, two have the same with a chance of one in forty million.
pub(crate) type Key = u64;

/// The keys of rows. They are as good as random, so that nothing has to scatter them again.
pub(crate) type Keys = HashSet<Key, BuildHasherDefault<AsItIs>>;

#[derive(Clone, Copy, Default)]
pub(crate) struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = hash(self.0, bytes);
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

/// Goes on with a hash (FNV-1a). The same everywhere and in all versions, since cursors are kept.
pub(crate) fn hash(begun: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(begun, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The hash of nothing.
pub(crate) const NOTHING: u64 = 0xcbf2_9ce4_8422_2325;

/// The keys of the rows of a page. What a page holds twice is two rows, so the second gets another key.
pub(crate) fn keys(rows: &List, identity: &[&str]) -> Vec<Key> {
    let mut here = Keys::default();
    let mut keys = Vec::with_capacity(rows.len());
    for at in 0..rows.len() {
        let mut key = mixed(identified(rows, at, identity));
        while !here.insert(key) {
            key = mixed(key.wrapping_add(1));
        }
        keys.push(key);
    }
    keys
}

fn identified(rows: &List, at: usize, identity: &[&str]) -> u64 {
    let record = rows.get(at).and_then(|row| row.into_record());
    let field = |name: &str| {
        // Ids come as texts and as numbers.
        let raw = record.as_ref().and_then(|record| record.raw_field(name)).unwrap_or_default();
        raw.trim_matches('"').to_owned()
    };
    let first = identity.first().map(|name| field(name)).unwrap_or_default();
    if matches!(first.as_str(), "" | "null" | "0" | "false") {
        return hash(NOTHING, rows.raw_at(at).as_bytes());
    }
    identity.iter().fold(NOTHING, |hashed, name| hash(hash(hashed, field(name).as_bytes()), b"\n"))
}

/// Spreads what differs in a few bits over all of them, and never puts two into one.
fn mixed(mut key: u64) -> u64 {
    key = (key ^ (key >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    key = (key ^ (key >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    key ^ (key >> 33)
}

/// Keys as one text, 16 digits each.
pub(crate) fn to_text<'k>(keys: impl IntoIterator<Item = &'k Key>) -> String {
    let digit = |number: u64| char::from_digit((number & 15) as u32, 16).unwrap_or('0');
    keys.into_iter().flat_map(|key| (0..16).rev().map(move |place| digit(key >> (4 * place)))).collect()
}

/// Keys from such a text.
pub(crate) fn from_text(text: &str) -> Option<Vec<Key>> {
    if !text.len().is_multiple_of(16) || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    text.as_bytes().chunks(16).map(|chunk| u64::from_str_radix(std::str::from_utf8(chunk).ok()?, 16).ok()).collect()
}
