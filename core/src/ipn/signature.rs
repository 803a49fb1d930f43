//! Whether a notification comes from the service.
//!
//! The algorithm: the parameters without `sha_sign` and `SHASIGN`, ordered by the bytes of their names, those with an empty
//! value left out; for each the name, `=`, the value and the passphrase, with nothing in between; of all that SHA-512.

use std::borrow::Cow;
use std::{fmt, hint};

use sha2::{Digest, Sha512};

use super::body::{self, hex, lossy, unhex};
use super::entities;
use super::event::Event;
use super::parameters::Parameters;
use crate::Zone;
use crate::wire::form::{Pair, push_escaped};

/// What a connection without passphrase sends in place of a signature.
const PLACEHOLDER: &str = "no_signature_passphrase_provided";

/// Where the signature stands: in the first of these that is not empty. Neither is part of what is signed.
const NAMES: [&[u8]; 2] = [b"sha_sign", b"SHASIGN"];

/// The passphrases of a connection: usually one, two while it is being changed.
///
/// They are used as typed, blanks included. Empty texts are no passphrases and are dropped, so that a setting nobody filled
/// in refuses everything instead of accepting everything.
#[derive(Clone, Default)]
pub struct Passphrases(Vec<String>);

impl fmt::Debug for Passphrases {
    /// Says how many there are, and not which.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Passphrases({})", self.0.len())
    }
}

impl From<&str> for Passphrases {
    fn from(one: &str) -> Passphrases {
        Passphrases::from([one])
    }
}

impl From<String> for Passphrases {
    fn from(one: String) -> Passphrases {
        Passphrases::from(vec![one])
    }
}

impl From<Vec<String>> for Passphrases {
    fn from(mut several: Vec<String>) -> Passphrases {
        several.retain(|one| !one.is_empty());
        Passphrases(several)
    }
}

impl<const N: usize> From<[&str; N]> for Passphrases {
    fn from(several: [&str; N]) -> Passphrases {
        Passphrases::from(several.map(str::to_owned).to_vec())
    }
}

/// Checks the notifications of one connection.
///
/// Names are signed in their own case or, as a switch of the vendor's function has it, in upper case; both are tried, and
/// both need the passphrase. A signature over upper-case names does not protect the case of the names.
///
/// ```
/// use digistore24::ipn::{Verifier, signed_body};
///
/// let verifier = Verifier::new(["new passphrase", "old passphrase"]);
/// let body = signed_body(&[("event", "on_payment"), ("order_id", "AB12CD34")], "old passphrase");
/// assert!(verifier.verify(body).is_ok());
/// ```
#[derive(Clone, Debug)]
pub struct Verifier {
    passphrases: Passphrases,
    entities: bool,
    zone: Zone,
}

impl Verifier {
    /// Checks with these passphrases.
    pub fn new(passphrases: impl Into<Passphrases>) -> Verifier {
        Verifier { passphrases: passphrases.into(), entities: false, zone: Zone::Berlin }
    }

    /// Whether HTML entities in values are decoded before the signature is checked, as the vendor's receiver of 2019 did.
    /// Off unless said otherwise: today's notifications are signed as they are sent.
    ///
    /// What is decoded is also what is read. No decoding can be exact, since that receiver's depended on its version of
    /// PHP. This one knows the entities of markup, of Latin 1 and of the euro, and numbers, quotes of both kinds included.
    pub fn entities(mut self, decode: bool) -> Verifier {
        self.entities = decode;
        self
    }

    /// Where the clock hangs that the times are read from; Berlin unless said otherwise.
    ///
    /// The vendor documents no zone. One project measured German time with summer time.
    pub fn zone(mut self, zone: Zone) -> Verifier {
        self.zone = zone;
        self
    }

    /// Checks a body as it was received, or the query of a GET connection.
    ///
    /// # Errors
    /// [`Rejected`] says why the body proves nothing.
    pub fn verify(&self, body: impl AsRef<[u8]>) -> Result<Event, Rejected> {
        self.parameters(body.as_ref()).map(|parameters| Event::new(&parameters))
    }

    /// The same for hosts that pass the parameters on without looking into them.
    ///
    /// # Errors
    /// [`Rejected`] says why the body proves nothing.
    pub fn parameters<'b>(&self, body: &'b [u8]) -> Result<Parameters<'b>, Rejected> {
        let mut pairs = self.passphrases.pairs(body)?;
        if self.entities {
            for pair in &mut pairs {
                pair.value = entities::decoded(std::mem::take(&mut pair.value));
            }
        }
        self.passphrases.proved(&mut pairs)?;
        Ok(Parameters::new(pairs, self.zone))
    }

    /// Checks many bodies, as from an archive.
    pub fn verify_all<B: AsRef<[u8]>>(&self, bodies: impl IntoIterator<Item = B>) -> Vec<Result<Event, Rejected>> {
        bodies.into_iter().map(|body| self.verify(body)).collect()
    }
}

/// Checks a body as it was received with one passphrase or several: see [`Verifier`].
///
/// # Errors
/// [`Rejected`] says why the body proves nothing.
pub fn verify(body: impl AsRef<[u8]>, passphrases: impl Into<Passphrases>) -> Result<Event, Rejected> {
    Verifier::new(passphrases).verify(body)
}

impl Passphrases {
    /// The parameters of a body, where there is something to check them with.
    pub(super) fn pairs<'b>(&self, body: &'b [u8]) -> Result<Vec<Pair<'b>>, Rejected> {
        if self.0.is_empty() { Err(Rejected::NoPassphrase) } else { body::pairs(body) }
    }

    /// Leaves of the parameters, which are ordered by name, those that are signed, and gives the passphrase that signed them.
    pub(super) fn proved(&self, pairs: &mut Vec<Pair<'_>>) -> Result<&str, Rejected> {
        body::unique(pairs)?;
        let held = |name: &&[u8]| pairs.iter().find(|pair| *pair.name == **name && !pair.value.is_empty());
        let signature = NAMES.iter().find_map(held).ok_or(Rejected::NoSignature)?.value.clone();
        if signature == PLACEHOLDER.as_bytes() {
            return Err(Rejected::Unsigned);
        }
        strip(pairs);
        // Where nothing is signed the passphrase is not part of the text, and anyone can make the signature.
        if pairs.is_empty() {
            return Err(Rejected::WrongSignature);
        }
        let signature = unhex(&signature).ok_or(Rejected::WrongSignature)?;
        let plain = |passphrase: &&String| equal(&digest(pairs, passphrase), &signature);
        let upper = |passphrase: &&String| equal(&digest(&upper(pairs), passphrase), &signature);
        // Stopping at the first that fits in full tells senders only what they know: which passphrase they signed with.
        let found = self.0.iter().find(plain).or_else(|| self.0.iter().find(upper)).ok_or(Rejected::WrongSignature)?;
        // `a=b` with the value `c` is signed by the same text as `a` with the value `b=c`.
        match pairs.iter().find(|pair| pair.name.contains(&b'=')) {
            Some(pair) => Err(Rejected::Ambiguous { name: lossy(&pair.name).into_owned() }),
            None => Ok(found),
        }
    }
}

/// Takes out what is never signed: the signature, and what is empty.
pub(super) fn strip(pairs: &mut Vec<Pair<'_>>) {
    pairs.retain(|pair| !pair.value.is_empty() && !NAMES.contains(&&*pair.name));
}

/// The same with names in upper case, letters of ASCII only. Names that become equal keep their order.
fn upper<'p>(pairs: &'p [Pair<'_>]) -> Vec<Pair<'p>> {
    let upper = |pair: &'p Pair<'_>| Pair {
        name: Cow::Owned(pair.name.to_ascii_uppercase()),
        value: Cow::Borrowed(&*pair.value),
    };
    let mut pairs: Vec<_> = pairs.iter().map(upper).collect();
    body::sort(&mut pairs);
    pairs
}

/// The digest over parameters, with the passphrase behind each.
pub(super) fn digest(pairs: &[Pair<'_>], passphrase: &str) -> [u8; 64] {
    let mut hash = Sha512::new();
    for pair in pairs {
        for part in [&pair.name, b"=".as_slice(), &pair.value, passphrase.as_bytes()] {
            hash.update(part);
        }
    }
    hash.finalize().into()
}

/// Whether two texts are the same. Takes as long wherever they differ; only their lengths show.
fn equal(a: &[u8], b: &[u8]) -> bool {
    let difference = a.iter().zip(b).fold(0, |sum, (a, b)| hint::black_box(sum | (a ^ b)));
    a.len() == b.len() && hint::black_box(difference) == 0
}

/// Signs parameters, for tests and for whoever sends: 128 hex digits in upper case.
///
/// Parameters in the place of the signature and empty ones are left out. Without passphrase it is the text a connection
/// without passphrase sends, which every check refuses.
///
/// ```
/// let signature = digistore24::ipn::sign(&[("order_id", "ORD-1"), ("product_id", "42")], "pw");
/// assert!(signature.starts_with("ED135FEDF9A4"));
/// ```
pub fn sign<N: AsRef<[u8]>, V: AsRef<[u8]>>(params: &[(N, V)], passphrase: &str) -> String {
    sign_pairs(paired(params), passphrase)
}

/// A whole body as the service sends it: the parameters in the order given, then `sha_sign`.
pub fn signed_body<N: AsRef<[u8]>, V: AsRef<[u8]>>(params: &[(N, V)], passphrase: &str) -> String {
    sign_body(paired(params), passphrase)
}

fn paired<'p, N: AsRef<[u8]>, V: AsRef<[u8]>>(params: &'p [(N, V)]) -> Vec<Pair<'p>> {
    let pair = |(name, value): &'p (N, V)| Pair { name: name.as_ref().into(), value: value.as_ref().into() };
    params.iter().map(pair).collect()
}

/// The same as [`sign`] for parameters of a form.
pub fn sign_pairs(mut pairs: Vec<Pair<'_>>, passphrase: &str) -> String {
    if passphrase.is_empty() {
        return PLACEHOLDER.to_owned();
    }
    strip(&mut pairs);
    body::sort(&mut pairs);
    hex(&digest(&pairs, passphrase), b"0123456789ABCDEF")
}

/// The same as [`signed_body`] for parameters of a form.
pub fn sign_body(pairs: Vec<Pair<'_>>, passphrase: &str) -> String {
    let mut body = String::new();
    for Pair { name, value } in &pairs {
        push_escaped(name, &mut body);
        body.push('=');
        push_escaped(value, &mut body);
        body.push('&');
    }
    body + "sha_sign=" + &sign_pairs(pairs, passphrase)
}

/// Why a body proves nothing. Answer with status 403 and change nothing.
///
/// None of these texts holds the signature that would have been right, so they may be sent and logged.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Rejected {
    /// The body is empty, JSON, XML, multipart, or larger than 64 MiB.
    NotAForm,
    /// There is nothing to check with.
    NoPassphrase,
    /// There is neither `sha_sign` nor `SHASIGN`.
    NoSignature,
    /// The connection has no passphrase and says so in place of a signature.
    Unsigned,
    /// A name comes more than once, so that one value could be checked and another be read.
    Repeated {
        /// The name.
        name: String,
    },
    /// A name holds `=`, so that what is signed could be read as another name and value.
    Ambiguous {
        /// The name.
        name: String,
    },
    /// The signature is of another passphrase or of other parameters, or there are no parameters that it could be of.
    WrongSignature,
}

impl std::error::Error for Rejected {}

impl fmt::Display for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl Rejected {
    /// What is wrong and what to do, as its `Display` form says it.
    pub fn message(&self) -> String {
        let (name, said) = match self {
            Rejected::NotAForm => {
                ("", "the body is no form: pass it as it was received, before anything else reads it")
            }
            Rejected::NoPassphrase => ("", "no passphrase is configured: set the passphrase of the connection"),
            Rejected::NoSignature => ("", "the body is not signed: it has no `sha_sign`"),
            Rejected::Unsigned => {
                ("", "the connection has no passphrase, so nothing is signed: set one in its settings")
            }
            Rejected::Repeated { name } => (name.as_str(), "comes more than once"),
            Rejected::Ambiguous { name } => (name.as_str(), "can be read in two ways"),
            Rejected::WrongSignature => {
                ("", "the signature is wrong: the passphrase is not that of the connection, or the body was changed")
            }
        };
        let mut message = String::new();
        if let Rejected::Repeated { .. } | Rejected::Ambiguous { .. } = self {
            for piece in ["the parameter `", name, "` "] {
                message.push_str(piece);
            }
        }
        message + said
    }

    /// One word for programs: `not_a_form`, `no_passphrase`, `no_signature`, `unsigned`, `repeated_name`, `ambiguous_name`
    /// or `wrong_signature`.
    pub fn reason(&self) -> &'static str {
        match self {
            Rejected::NotAForm => "not_a_form",
            Rejected::NoPassphrase => "no_passphrase",
            Rejected::NoSignature => "no_signature",
            Rejected::Unsigned => "unsigned",
            Rejected::Repeated { .. } => "repeated_name",
            Rejected::Ambiguous { .. } => "ambiguous_name",
            Rejected::WrongSignature => "wrong_signature",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::equal;

    #[test]
    fn texts_are_equal_when_every_byte_and_the_length_are() {
        for length in 0..=130 {
            let text: Vec<u8> = (0..length).map(|at| (at * 37) as u8).collect();
            assert!(equal(&text, &text.clone()));
            for at in 0..text.len() {
                for bit in 0..8 {
                    let other: Vec<u8> = text
                        .iter()
                        .enumerate()
                        .map(|(n, byte)| if n == at { byte ^ (1 << bit) } else { *byte })
                        .collect();
                    assert!(!equal(&text, &other), "byte {at} of {length}, bit {bit}");
                }
                assert!(!equal(&text, text.split_at(at).0) && !equal(text.split_at(at).0, &text));
            }
        }
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a clock is what this is about")]
    fn comparing_takes_as_long_wherever_the_texts_differ() {
        let text = vec![7; 1 << 18];
        let differing = |at: usize| {
            let mut other = text.clone();
            other.get_mut(at).into_iter().for_each(|byte| *byte = 8);
            other
        };
        let others = [differing(0), differing(text.len() / 2), differing(text.len() - 1)];
        // The quickest of several rounds in turn: what else the machine does makes rounds longer, never shorter.
        let mut quickest = [std::time::Duration::MAX; 3];
        for _ in 0..30 {
            for (other, quickest) in others.iter().zip(&mut quickest) {
                let start = std::time::Instant::now();
                assert!(!equal(&text, other));
                *quickest = start.elapsed().min(*quickest);
            }
        }
        let (least, most) = (quickest.iter().min(), quickest.iter().max());
        assert!(most < least.map(|least| *least * 2).as_ref(), "{quickest:?}");
    }
}
