//! Making keys for applications. What the user does in the browser, the owner of the sandbox does with
//! [`approve`](crate::sandbox::Sandbox::approve) and [`decline`](crate::sandbox::Sandbox::decline).

use super::super::reply::{Outcome, Refusal};
use super::super::store::{Account, Key, KeyRequest, KeyState, Rights};
use super::super::words::{KEY_ABORTED, KEY_COLLECTED, KEY_DELETED, KEY_PENDING, KEY_READY, KEY_STAYS, SITE_MISMATCH};
use super::{Ask, Rules, flag};

pub(super) const RULES: Rules = &[("requestApiKey", request), ("retrieveApiKey", retrieve), ("unregister", unregister)];

fn request(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let site = ask.text("site_url");
    if !ask.text("return_url").starts_with(site) {
        return Err(Refusal::argument(SITE_MISMATCH, site));
    }
    let number = 3_141_593 + account.requests.len();
    let token = format!("{number}-SandboxTo{:0>6}", account.requests.len() + 1);
    let application = ask.key.split('-').next().unwrap_or_default();
    let url =
        format!("https://www.digistore24.com/extern/api_register/auth/{application}-sandbox/{number}-SandboxAuth0001");
    // Vendor texts say `read-only`, the vendor's connector `readonly`.
    let rights = if ask.text("permissions") == "writable" { Rights::Full } else { Rights::Read };
    let state = KeyState::Pending;
    account.requests.push(KeyRequest { token: token.clone(), rights, state, key: String::new() });
    Ok(record! { request_url: url, request_token: token })
}

fn retrieve(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let request = account.requests.iter_mut().find(|request| request.token == ask.text("token"));
    let mut key = String::new();
    let (status, note) = match request {
        Some(request) => match request.state {
            KeyState::Ready => {
                request.state = KeyState::Collected;
                key = std::mem::take(&mut request.key);
                ("completed", KEY_READY)
            }
            KeyState::Collected => ("completed", KEY_COLLECTED),
            KeyState::Pending => ("pending", KEY_PENDING),
            KeyState::Declined => ("aborted", KEY_ABORTED),
        },
        None => ("aborted", KEY_ABORTED),
    };
    Ok(record! { api_key: key, request_status: status, note: ask.say(note) })
}

/// Decides a pending request; makes the key if it was approved. False if no such request is pending.
pub(in super::super) fn decide(account: &mut Account, token: &str, approved: bool) -> bool {
    let is_meant = |request: &KeyRequest| request.token == token && request.state == KeyState::Pending;
    let Some((at, request)) = account.requests.iter_mut().enumerate().find(|(_, request)| is_meant(request)) else {
        return false;
    };
    if !approved {
        request.state = KeyState::Declined;
        return true;
    }
    let number = 2_000_001 + at;
    let text = format!("{number}-SandboxMade{number:0>29}");
    (request.state, request.key) = (KeyState::Ready, text.clone());
    account.keys.push(Key { text, rights: request.rights, is_interactive: true });
    true
}

fn unregister(account: &mut Account, ask: &Ask<'_>) -> Outcome {
    let before = account.keys.len();
    account.keys.retain(|key| key.text != ask.key || !key.is_interactive);
    let is_deleted = account.keys.len() < before;
    if is_deleted {
        account.disconnect_all(|connection| connection.key == ask.key);
    }
    Ok(record! { modified: flag(is_deleted), note: ask.say(if is_deleted { KEY_DELETED } else { KEY_STAYS }) })
}
