//! Who may do what: keys, and connections that belong to them.

use digistore24::Client;
use digistore24::catalogue::api_keys::{KeyPermissions, KeyRequestStatus, RequestApiKey, RetrieveApiKey, Unregister};
use digistore24::catalogue::ipn::{IpnDelete, IpnInfo, IpnSetup};
use digistore24::catalogue::system::{GetUserInfo, Ping};
use digistore24::catalogue::vouchers::DeleteVoucher;
use digistore24::sandbox::Sandbox;

use super::{Story, drive, refusal, text};

#[test]
fn the_key_belongs_to_ada() {
    let mut story = Story::new();
    let me = story.call(GetUserInfo {});
    assert_eq!(me.user_name().unwrap(), text("ada"));
    assert_eq!(me.granted_roles().unwrap().unwrap(), ["affiliate", "merchant"]);
    assert_eq!(me.api_key_id().unwrap(), text("1000001"));
    assert_eq!(me.raw_field("user_id"), Some("\"1234567\""));
}

#[test]
fn keys_open_only_what_they_are_for() {
    let mut reader = Story::with_key(Sandbox::read_key);
    reader.call(GetUserInfo {});
    // Now the client knows, and does not even ask.
    let known = reader.try_call(DeleteVoucher { code: "AUTUMN20".into() }).unwrap_err();
    assert_eq!(known.kind(), "forbidden");
    let mut reader = Story::with_key(Sandbox::read_key);
    let (code, message, status) = refusal(reader.try_call(DeleteVoucher { code: "AUTUMN20".into() }));
    assert_eq!((code, status), (Some(5), 200));
    assert!(message.contains("deleteVoucher"), "{message}");

    let mut developer = Story::with_key(Sandbox::developer_key);
    developer.call(Ping {});
    assert_eq!(refusal(developer.try_call(GetUserInfo {})).0, Some(5));
    assert_eq!(refusal(developer.try_call(Unregister {})).0, Some(5));
    let token = || RetrieveApiKey { token: "1-x".into() };
    assert_eq!(refusal(Story::new().try_call(token())).0, Some(5), "for developer keys only");
    developer.call(token());

    let mut stranger = Story::with_key(|_| "1000009-Stranger");
    let (code, message, status) = refusal(stranger.try_call(Ping {}));
    assert_eq!((code, message.as_str(), status), (Some(2), "The API key is invalid.", 200));
}

#[test]
fn a_key_is_asked_for_approved_collected_once_and_given_back() {
    let mut app = Story::with_key(Sandbox::developer_key);
    let request = RequestApiKey {
        permissions: KeyPermissions::Writable,
        return_url: "https://app.example.com/back?t=__TOKEN__".into(),
        site_url: text("https://app.example.com"),
        ..RequestApiKey::default()
    };
    let asked = app.call(request.clone());
    assert!(
        asked
            .request_url()
            .unwrap()
            .unwrap()
            .starts_with("https://www.digistore24.com/extern/api_register/auth/1000003-")
    );
    let token = asked.request_token().unwrap().unwrap();
    let other = app.call(request.clone()).request_token().unwrap().unwrap();
    assert_ne!(token, other);
    let collect = |app: &mut Story, token: &str| {
        let answer = app.call(RetrieveApiKey { token: token.into() });
        (answer.request_status().unwrap().unwrap(), answer.api_key().unwrap().unwrap())
    };
    assert_eq!(collect(&mut app, &token), (KeyRequestStatus::Pending, String::new()));
    assert!(app.sandbox.approve(&token) && !app.sandbox.approve(&token) && !app.sandbox.approve("1-x"));
    let (status, key) = collect(&mut app, &token);
    assert_eq!(status, KeyRequestStatus::Completed);
    assert_eq!(key.split_once('-').map(|(_, secret)| secret.len()), Some(40));
    assert_eq!(collect(&mut app, &token), (KeyRequestStatus::Completed, String::new()), "handed out once");
    assert!(app.sandbox.decline(&other));
    assert_eq!(collect(&mut app, &other), (KeyRequestStatus::Aborted, String::new()));

    app.client = Client::new(key.as_str()).unwrap();
    assert_eq!(app.call(GetUserInfo {}).user_name().unwrap(), text("ada"));
    app.call(DeleteVoucher { code: "AUTUMN20".into() });
    assert_eq!(app.call(Unregister {}).modified().unwrap(), Some(true));
    assert_eq!(refusal(app.try_call(Ping {})).1, "The API key is invalid.");

    app.client = Client::new(app.sandbox.api_key()).unwrap();
    assert_eq!(app.call(Unregister {}).modified().unwrap(), Some(false), "made by hand");
    app.client = Client::new(app.sandbox.developer_key()).unwrap();
    let elsewhere = RequestApiKey { site_url: text("https://other.example.com"), ..request };
    assert_eq!(refusal(app.try_call(elsewhere)).0, Some(3));
}

#[test]
fn a_notification_connection_is_remembered_by_key_and_domain() {
    let mut story = Story::new();
    let setup = |url: &str| IpnSetup {
        ipn_url: url.into(),
        name: "Shop".into(),
        product_ids: "all".into(),
        domain_id: text("shop"),
        sha_passphrase: text("random"),
        ..IpnSetup::default()
    };
    let first = story.call(setup("https://shop.example.com/ipn"));
    assert_eq!((first.created().unwrap(), first.updated().unwrap()), (Some(true), Some(false)));
    assert_eq!(first.sha_passphrase().unwrap().unwrap().len(), 30);
    let second = story.call(setup("https://shop.example.com/ipn2"));
    assert_eq!((second.created().unwrap(), second.ipn_id().unwrap()), (Some(false), first.ipn_id().unwrap()));
    let info = story.call(IpnInfo { domain_id: text("shop") });
    assert_eq!(info.ipn_url().unwrap(), text("https://shop.example.com/ipn2"));
    assert!(refusal(story.try_call(setup("http://shop.example.com/ipn"))).1.starts_with("Please only use secure URLs"));

    let other = Client::new(story.sandbox.read_key()).unwrap();
    let theirs = drive(&mut story.sandbox, other.call(IpnInfo { domain_id: text("shop") })).unwrap();
    assert_eq!(theirs.have_settings().unwrap(), Some(false), "connections belong to a key");
    assert_eq!(story.call(IpnDelete { domain_id: "shop".into() }).modified().unwrap(), Some(true));
    assert_eq!(story.call(IpnDelete { domain_id: "shop".into() }).modified().unwrap(), Some(false));
}
