//! HTML entities, as far as the vendor's receiver of 2019 is imitated.

use std::borrow::Cow;

use crate::wire::form::hex_digit;

/// The entities of the characters from U+00A0 to U+00FF, in their order.
const LATIN: &str = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 \
    sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml \
    Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml \
    times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave \
    eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute \
    ucirc uuml yacute thorn yuml";

/// Replaces the entities of markup, of Latin 1, of the euro, and numbers; anything else stays.
pub(super) fn decoded(text: Cow<'_, [u8]>) -> Cow<'_, [u8]> {
    if !text.contains(&b'&') {
        return text;
    }
    let mut out = Vec::with_capacity(text.len());
    let mut rest: &[u8] = &text;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        let name = after.iter().position(|&byte| byte == b';').and_then(|end| after.split_at_checked(end));
        let found = name.filter(|_| byte == b'&').and_then(|(name, end)| Some((character(name)?, end.get(1..)?)));
        match found {
            Some((character, after)) => {
                out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
                rest = after;
            }
            None => out.push(byte),
        }
    }
    Cow::Owned(out)
}

fn character(name: &[u8]) -> Option<char> {
    let name = std::str::from_utf8(name).ok()?;
    if let Some(number) = name.strip_prefix('#') {
        let (digits, radix) = match number.as_bytes() {
            [b'x' | b'X', digits @ ..] => (digits, 16),
            digits => (digits, 10),
        };
        let mut code = (!digits.is_empty()).then_some(0u32);
        for &digit in digits {
            let digit = hex_digit(digit).map(u32::from).filter(|digit| *digit < radix)?;
            code = code?.checked_mul(radix)?.checked_add(digit);
        }
        // PHP leaves control characters as they are written.
        return char::from_u32(code?).filter(|c| !c.is_control() || matches!(c, '\t' | '\n' | '\r'));
    }
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "euro" => Some('€'),
        _ => ('\u{a0}'..='\u{ff}').zip(LATIN.split(' ')).find(|(_, known)| *known == name).map(|(c, _)| c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(text: &str) -> String {
        String::from_utf8(decoded(Cow::Borrowed(text.as_bytes())).into_owned()).unwrap_or_default()
    }

    #[test]
    fn entities_of_markup_latin_letters_and_numbers_are_replaced_once() {
        assert_eq!(decode("a &amp; b &lt;c&gt; &quot;d&quot; &#039;e&#x27;"), "a & b <c> \"d\" 'e'");
        assert_eq!(decode("K&ouml;ln &szlig; &nbsp; &yuml; &euro; &times;"), "Köln ß \u{a0} ÿ € ×");
        assert_eq!(decode("&amp;amp;"), "&amp;");
    }

    #[test]
    fn what_is_no_known_entity_stays() {
        for text in ["&", "&;", "&amp", "&nosuch;", "&#;", "&#x;", "&#+65;", "&#1;", "&#xD800;", "a&b;c", "&&amp"] {
            assert_eq!(decode(text), text);
        }
    }
}
