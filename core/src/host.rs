//! Hosts of the service, and whether an address leads to one of them.

use std::fmt;

use crate::words::words;

/// The names below which the service lives (vendor's own code). `digistore24-app.com` and `digistore24-scripts.com` are
/// other names, and no link for buyers leads there.
const NAMES: [&str; 2] = ["digistore24.com", "checkout-ds24.com"];

/// Whether a host is one of the service: `digistore24.com`, `checkout-ds24.com`, or a name below one of them.
///
/// ```
/// use digistore24::host::is_service;
///
/// assert!(is_service("www.digistore24.com") && is_service("Checkout-DS24.com"));
/// assert!(!is_service("notdigistore24.com") && !is_service("digistore24.com.evil.example"));
/// ```
pub fn is_service(host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    let is_label = |label: &str| {
        !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
    };
    NAMES.iter().any(|name| match host.strip_suffix(name) {
        Some("") => true,
        Some(before) => before.strip_suffix('.').is_some_and(|labels| labels.split('.').all(is_label)),
        None => false,
    })
}

words! {
    /// Why an address is not to be trusted as one of the service.
    Doubt {
        NotHttps = "not_https": "It is not written with https://, so anybody on the way can change it.";
        UserInfo = "user_info": "There is a user name before the host; such addresses are written to deceive.";
        Port = "port": "It names a port other than 443, which the service does not use.";
        ForeignHost = "foreign_host": "The host is none of the service; those are digistore24.com, checkout-ds24.com and names below them.";
        OddCharacter = "odd_character": "There is a blank, a control character or a backslash in it, which programs read in different ways.";
    }
}

/// The parts of an address that starts with a scheme or with `//`. Nothing is decoded.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Address<'a> {
    /// `https`, as written; empty where the address starts with `//`.
    pub scheme: &'a str,
    /// What stands before an `@`.
    pub user_info: Option<&'a str>,
    /// The host, as written.
    pub host: &'a str,
    /// The port, as written.
    pub port: Option<&'a str>,
    /// Path, query and fragment, as written.
    pub rest: &'a str,
}

impl<'a> Address<'a> {
    /// Reads an address; nothing where the text has no host, such as `/pb/img/a.png` or `mailto:ada@shop.example`.
    ///
    /// A backslash ends the host as a slash does, since browsers read it so; the rest then begins with it.
    ///
    /// ```
    /// use digistore24::host::Address;
    ///
    /// let address = Address::read("https://www.digistore24.com/product/1?plan=2").unwrap();
    /// assert_eq!((address.host, address.rest), ("www.digistore24.com", "/product/1?plan=2"));
    /// assert!(address.doubts().is_empty());
    /// ```
    pub fn read(text: &'a str) -> Option<Address<'a>> {
        let (scheme, rest) = match text.strip_prefix("//") {
            Some(rest) => ("", rest),
            None => text.split_once("://").filter(|(scheme, _)| !scheme.is_empty())?,
        };
        let is_scheme = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
        if !scheme.chars().all(is_scheme) || scheme.starts_with(|c: char| !c.is_ascii_alphabetic()) {
            return None;
        }
        let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
        let (authority, rest) = rest.split_at_checked(end)?;
        let (user_info, place) = match authority.rsplit_once('@') {
            Some((user_info, place)) => (Some(user_info), place),
            None => (None, authority),
        };
        let (host, port) = match place.rsplit_once(':') {
            Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => (host, Some(port)),
            _ => (place, None),
        };
        (!host.is_empty()).then_some(Address { scheme, user_info, host, port, rest })
    }

    /// Why it is not to be trusted; nothing where it is an address of the service.
    pub fn doubts(&self) -> Vec<Doubt> {
        let port = self.port.filter(|port| !port.is_empty());
        let is_odd = |c: char| c <= ' ' || c == '\\' || c == '\u{7f}';
        let all = [
            (!self.scheme.eq_ignore_ascii_case("https"), Doubt::NotHttps),
            (self.user_info.is_some(), Doubt::UserInfo),
            (port.is_some_and(|port| port.trim_start_matches('0') != "443"), Doubt::Port),
            (!is_service(self.host), Doubt::ForeignHost),
            (self.rest.contains(is_odd), Doubt::OddCharacter),
        ];
        all.into_iter().filter(|(holds, _)| *holds).map(|(_, doubt)| doubt).collect()
    }
}

/// Scheme and host only, since what follows may hold keys.
impl fmt::Debug for Address<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Address({}://{}/...)", self.scheme, self.host)
    }
}
