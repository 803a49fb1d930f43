//! The vendor's own pair of keys.

use std::fmt;

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};

use super::base64;

/// What the text of a private key begins with, so that nobody takes one for the other.
const PRIVATE: &str = "ds24-private-";
const PUBLIC: &str = "ds24-public-";

/// Said before what is signed: what the same key signs elsewhere is never a receipt.
const DOMAIN: &[u8] = b"digistore24 licence receipt 1\n";

/// The key that signs receipts. It stays on the vendor's server, is in no program, and shows in no message.
///
/// It is wiped from memory when it is dropped.
#[derive(Clone)]
pub struct PrivateKey(SigningKey);

impl PrivateKey {
    /// The key of 32 bytes. They have to come from the host's source of randomness for keys.
    pub fn from_seed(seed: [u8; 32]) -> PrivateKey {
        PrivateKey(SigningKey::from_bytes(&seed))
    }

    /// Reads the text of a private key, `ds24-private-...`.
    ///
    /// # Errors
    /// [`BadKey`] says what it is instead, without a word of it.
    pub fn read(text: &str) -> Result<PrivateKey, BadKey> {
        let text = text.trim();
        if text.starts_with(PUBLIC) {
            return Err(BadKey::IsPublic);
        }
        let seed = text.strip_prefix(PRIVATE).and_then(bytes).ok_or(BadKey::Form(PRIVATE))?;
        Ok(PrivateKey::from_seed(seed))
    }

    /// The text to be stored where only the server can read it.
    pub fn reveal(&self) -> String {
        format!("{PRIVATE}{}", base64::encode(self.0.as_bytes()))
    }

    /// The key for programs.
    pub fn public_key(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    pub(super) fn sign(&self, payload: &str) -> [u8; 64] {
        self.0.sign(&message(payload)).to_bytes()
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PrivateKey(…)")
    }
}

/// A key that receipts are checked with. It may be known to everybody.
#[derive(Clone, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// Reads the text of a public key, `ds24-public-...`.
    ///
    /// # Errors
    /// [`BadKey`] says what it is instead, without a word of it.
    pub fn read(text: &str) -> Result<PublicKey, BadKey> {
        let text = text.trim();
        if text.starts_with(PRIVATE) {
            return Err(BadKey::IsPrivate);
        }
        let bytes = text.strip_prefix(PUBLIC).and_then(bytes).ok_or(BadKey::Form(PUBLIC))?;
        let key = VerifyingKey::from_bytes(&bytes).map_err(|_| BadKey::Weak)?;
        // With a point of small order, one signature would fit many receipts; and each key has one text.
        let is_canonical = key.to_edwards().compress().to_bytes() == bytes;
        if key.is_weak() || !is_canonical { Err(BadKey::Weak) } else { Ok(PublicKey(key)) }
    }

    pub(super) fn signed(&self, payload: &str, signature: &[u8; 64]) -> bool {
        self.0.verify_strict(&message(payload), &Signature::from_bytes(signature)).is_ok()
    }
}

/// `ds24-public-...`
impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PUBLIC}{}", base64::encode(self.0.as_bytes()))
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({self})")
    }
}

/// Why a text is no key. It quotes nothing, since the text may be a secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BadKey {
    /// The text has another form.
    #[error("expected a key as it was made, {0} and 43 characters")]
    Form(&'static str),
    /// It is a public key where a private one belongs.
    #[error("this is a public key; receipts are signed with the private one, on the server")]
    IsPublic,
    /// It is a private key where a public one belongs.
    #[error("this is a private key; a program needs the public one only, and the private one must never be in it")]
    IsPrivate,
    /// It has the form of a key, and is none: mistyped, or one that proves nothing.
    #[error("there is no such key; copy it again")]
    Weak,
}

fn bytes(text: &str) -> Option<[u8; 32]> {
    base64::decode(text)?.try_into().ok()
}

fn message(payload: &str) -> Vec<u8> {
    [DOMAIN, payload.as_bytes()].concat()
}
