//! Hashes that stand for a licence key or a machine where the text itself has no business.

use std::fmt;

use sha2::{Digest, Sha256};

use super::base64;

/// How many bytes of the hash are kept. Nobody finds a second text for the same 128 bits.
const KEPT: usize = 16;

/// A hash that stands for a licence key or a machine in receipts and logs: 22 letters, digits, `-` and `_`.
///
/// It is salted with the order id, so that one table does not serve for two orders and the same machine looks different
/// in each. A hash hides only what cannot be guessed: generated keys cannot, a key such as `EMIL-1` can.
#[derive(Clone, PartialEq, Eq)]
pub struct Fingerprint(String);

impl Fingerprint {
    /// That of a licence key of an order. Blanks around both do not count, everything else does.
    pub fn of_key(purchase_id: &str, license_key: &str) -> Fingerprint {
        Fingerprint::of("digistore24 licence key", purchase_id, license_key)
    }

    /// That of a machine in an order, of whatever text the program knows it by. Blanks around it do not count.
    pub fn of_machine(purchase_id: &str, machine: &str) -> Fingerprint {
        Fingerprint::of("digistore24 machine", purchase_id, machine)
    }

    fn of(domain: &str, purchase_id: &str, text: &str) -> Fingerprint {
        let mut hash = Sha256::new();
        // With their lengths, no two ways of cutting give the same bytes.
        for part in [domain, purchase_id.trim(), text.trim()] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        }
        let hash = hash.finalize();
        Fingerprint(base64::encode(hash.get(..KEPT).unwrap_or_default()))
    }

    /// One that was written down, if it has the form.
    pub fn read(text: &str) -> Option<Fingerprint> {
        let is_one = base64::decode(text).is_some_and(|bytes| bytes.len() == KEPT);
        is_one.then(|| Fingerprint(text.to_owned()))
    }

    /// As it is written down.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fingerprint({})", self.0)
    }
}
