//! The order data that the service appends to the address of a thank-you page.
//!
//! Signed like a notification, with a key of its own and over the parameters as received. Values that begin with `ds24`
//! may be encrypted: AES-256-CBC, twice in base 64, with key and initialisation vector made of hex digits.

use std::borrow::Cow;

use aes::Aes256;
use aes::cipher::{Block, BlockCipherDecrypt, KeyInit};
use sha2::{Digest, Sha256};

use super::body::{hex, lossy, unhex};
use super::event::record;
use super::parameters::{Write, as_it_came, as_it_reads, field};
use super::signature::{Passphrases, Rejected};
use super::words::BillingState;
use crate::Zone;
use crate::catalogue::words::*;
use crate::wire::Kind;
use crate::wire::form::Pair;

shape! {
    // source: vendor documentation and the vendor's sample script
    /// What the service says about an order on the way to the thank-you page.
    ///
    /// The page is public and opened by a browser: it proves that the service made the address, not that the buyer paid,
    /// nor that the address is new. Give access on the notification.
    ThankYou {
        /// Number of the order.
        order_id: Id,
        /// Number of the order item.
        order_item_id: Id,
        /// Language of the order.
        order_language: String,
        /// Number of the product.
        product_id: Id,
        /// Name of the product.
        product_name: String,
        /// How many were bought.
        quantity: i64,
        /// Number of the payment plan.
        payplan_id: Id,
        /// Number of the buyer.
        buyer_id: Id,
        /// E-mail address of the buyer.
        buyer_email: String,
        /// First name of the buyer.
        buyer_first_name: String,
        /// Last name of the buyer.
        buyer_last_name: String,
        /// Language of the buyer.
        buyer_language: String,
        /// Country of the purchase.
        country: String,
        /// How paying goes.
        billing_status: BillingState,
        /// Currency of the amounts.
        currency: String,
        /// First or only payment, VAT included.
        amount: Amount,
        /// VAT in the first or only payment.
        vat_amount: Amount,
        /// First or only payment without VAT; read by third parties.
        net_amount: Amount,
        /// Each later payment, VAT included.
        other_amounts: Amount,
        /// VAT in each later payment.
        other_vat_amounts: Amount,
        /// Licence key: it gives access to whoever holds it.
        license_key: String [secret()],
        /// E-mail address in the licence; read by third parties.
        license_data_email: String,
        /// First name in the licence; read by third parties.
        license_data_first_name: String,
        /// Last name in the licence; read by third parties.
        license_data_last_name: String,
        /// Place of the e-ticket.
        eticket_location: String,
        /// Day of the e-ticket.
        eticket_date: Time,
        /// Note about the time, in words.
        eticket_hint: String,
    }
}

/// Checks and decrypts what arrives at one thank-you page.
///
/// ```
/// use digistore24::ipn::{ThankYouPage, signed_body};
///
/// let query = format!("?utm_source=letter&{}", signed_body(&[("order_id", "AB12CD34")], "page key"));
/// let order = ThankYouPage::new("page key").without(["utm_source"]).read(query)?;
/// assert_eq!(order.order_id().unwrap().as_deref(), Some("AB12CD34"));
/// # Ok::<(), digistore24::ipn::Rejected>(())
/// ```
#[derive(Clone, Debug)]
pub struct ThankYouPage {
    keys: Passphrases,
    own: Vec<String>,
}

impl ThankYouPage {
    /// Checks with the thank-you page key of the account; with several while it is being changed.
    pub fn new(keys: impl Into<Passphrases>) -> ThankYouPage {
        ThankYouPage { keys: keys.into(), own: Vec::new() }
    }

    /// Names the parameters that the address of the page already had. They are left out before the signature is checked,
    /// and are not part of what is read.
    pub fn without<N: Into<String>>(mut self, names: impl IntoIterator<Item = N>) -> ThankYouPage {
        self.own.extend(names.into_iter().map(Into::into));
        self
    }

    /// Checks the query as it was received.
    ///
    /// A value that begins with `ds24` and cannot be decrypted is no encrypted value, and is read as it is.
    ///
    /// # Errors
    /// [`Rejected`] says why the query proves nothing.
    pub fn read(&self, query: impl AsRef<[u8]>) -> Result<ThankYou, Rejected> {
        let text = self.written(query.as_ref(), as_it_came)?;
        Ok(ThankYou(record(text, ThankYou::SHAPE, Zone::Berlin)))
    }

    /// The same as JSON, in the forms of the fields of [`ThankYou`], for hosts that pass it on.
    ///
    /// # Errors
    /// [`Rejected`] says why the query proves nothing.
    pub fn read_json(&self, query: &[u8]) -> Result<String, Rejected> {
        self.written(query, as_it_reads)
    }

    fn written(&self, query: &[u8], write: Write) -> Result<String, Rejected> {
        let mut pairs = self.keys.pairs(query)?;
        pairs.retain(|pair| !self.own.iter().any(|own| own.as_bytes() == &*pair.name));
        let key = self.keys.proved(&mut pairs)?;
        let mut text = String::from("{");
        for Pair { name, value } in &pairs {
            let plain = decrypted(value, key).map_or(Cow::Borrowed(&**value), Cow::Owned);
            if !plain.is_empty() {
                let name = lossy(name);
                let kind = ThankYou::SHAPE.field(&name).map_or(Kind::Text, |field| field.kind);
                field(&name, kind, &lossy(&plain), Zone::Berlin, write, &mut text);
            }
        }
        text.push('}');
        Ok(text)
    }
}

/// Checks the query of a thank-you page with the thank-you page key: see [`ThankYouPage`].
///
/// # Errors
/// [`Rejected`] says why the query proves nothing.
pub fn thankyou(query: impl AsRef<[u8]>, keys: impl Into<Passphrases>) -> Result<ThankYou, Rejected> {
    ThankYouPage::new(keys).read(query)
}

/// The plain value; `None` when it is not encrypted with this key.
fn decrypted(value: &[u8], key: &str) -> Option<Vec<u8>> {
    let data = unescaped(value.strip_prefix(b"ds24")?);
    let digits = hex(&Sha256::digest(key), b"0123456789abcdef");
    let (vector, data) = match data.split_at_checked(32) {
        Some((vector, [b'-', data @ ..])) if !data.is_empty() => (unhex(vector)?, data),
        _ => (digits.get(..16)?.as_bytes().to_vec(), &*data),
    };
    let cipher = Aes256::new_from_slice(digits.get(..32)?.as_bytes()).ok()?;
    let secret = base64(&base64(data));
    let mut last = &*vector;
    let mut plain = Vec::new();
    for chunk in secret.chunks(16) {
        let mut block = Block::<Aes256>::try_from(chunk).ok()?;
        cipher.decrypt_block(&mut block);
        plain.extend(block.iter().zip(last).map(|(byte, last)| byte ^ last));
        last = chunk;
    }
    let padding = *plain.last().filter(|padding| (1..=16).contains(*padding))?;
    let (text, end) = plain.split_at_checked(plain.len().checked_sub(padding.into())?)?;
    let mark = key.char_indices().nth(5).map_or(key, |(end, _)| key.get(..end).unwrap_or(key));
    end.iter().all(|byte| *byte == padding).then(|| text.strip_prefix(mark.as_bytes()))?.map(<[u8]>::to_vec)
}

/// The characters that mean something in an address: `_e` stands for `=`, `_p` for `+`.
fn unescaped(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((&byte, after)) = rest.split_first() {
        let (byte, after) = match (byte, after) {
            (b'_', [b'e', after @ ..]) => (b'=', after),
            (b'_', [b'p', after @ ..]) => (b'+', after),
            _ => (byte, after),
        };
        out.push(byte);
        rest = after;
    }
    out
}

/// Decodes base 64 as PHP does: whatever is not of its alphabet is passed over.
fn base64(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len() * 3 / 4);
    let (mut held, mut bits) = (0u32, 0);
    for &byte in text {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        held = held << 6 | u32::from(value);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            out.push((held >> bits) as u8);
        }
    }
    out
}
