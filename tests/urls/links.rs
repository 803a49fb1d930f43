//! Links and names: what holds for every text, and what shows.

use digistore24::host::{Address, Doubt, is_service};
use digistore24::urls::{Draft, Kind, Link, Shape, affiliate, key, order_id, product_id, testpay, thankyou, upgrade};
use proptest::prelude::*;

/// Links of every kind, to be changed at random. The keys in them are all alike, so that they can be looked for.
const LINKS: &[&str] = &[
    "https://www.checkout-ds24.com/redir/613899/Abcd1703/spring?ds24tr=a&x=1&x=2",
    "https://www.digistore24.com/content/613899/77/Abcd1703/?sid1=%7B&utm_source",
    "https://www.digistore24.com/product/688983/9?voucher=a%20b&custom=m:1;t:2&&email=a@b.example#top",
    "https://www.digistore24.com/upgrade/234-K3YK3YK3K3YK/ABCD1234,BCDE2345",
    "https://www.digistore24.com/invoice/Q7M2XWPA/0/K3YK3YK3.pdf",
    "https://www.checkout-ds24.com/receipt/613899/Q7M2XWPA/K3YK3YK3",
    "https://www.checkout-ds24.com/renew/Q7M2XWPA/K3YK3YK3?x=K3YK3YK3",
    "https://www.digistore24.com/order/cancel/Q7M2XWPA/K3YK3YK3",
    "https://www.digistore24.com/support/Q7M2XWPA/K3YK3YK3#K3YK3YK3",
    "https://www.digistore24.com/creditnote/4711/K3YK3YK3.pdf",
    "https://www.digistore24.com/commissions/4711/K3YK3YK3.csv",
    "https://www.digistore24.com/extern/api_register/auth/1-shop/2-K3YK3YK3",
    "https://www.digistore24.com/api/call/1-K3YK3YK3/json/ping",
    "https://www.digistore24.com/buy/track/thankyou_page/?url=x&ds24visitkey=K3YK3YK3",
    "https://www.checkout-ds24.com/offer/345000002/K3YK3YK3/512345",
    "https://K3YK3YK3:K3YK3YK3@www.digistore24.com/product/1?testpay=K3YK3YK3",
    "https://www.digistore24.com/invoice/K3YK3YK3.pdf",
    "https://www.digistore24.com/renew/K3YK3YK3",
    "https://shop.example/K3YK3YK3?k=K3YK3YK3#K3YK3YK3",
    "http://go.ada.613899.77.digistore24.com/spring",
    "https://shop.example/#aff=ada?cam=spring",
    "https://www.digistore24.com/signup/728387,728382/ada/",
    "/pb/img/image.png",
    "",
];

#[test]
fn every_link_is_written_again_to_the_byte() {
    for text in LINKS {
        assert_eq!(Link::parse(text).url(), *text);
    }
}

#[test]
fn no_key_shows_in_logs_or_debug_output() {
    for text in LINKS {
        let link = Link::parse(text);
        for shown in [link.shown(), format!("{link:?}"), format!("{:?}", link.kind()), format!("{:?}", link.notes())] {
            assert!(!shown.contains("K3YK"), "{shown}");
        }
        for parameter in link.parameters() {
            assert!(!format!("{parameter:?}").contains("K3YK"), "{parameter:?}");
        }
        let address = Address::read(text);
        assert!(!format!("{address:?}").contains("K3YK"), "{address:?}");
        if text.contains("K3YK") {
            // What hides nothing would pass as well.
            assert!(link.shown().contains("***"), "{text}");
        }
    }
    let paid = testpay("https://www.checkout-ds24.com/product/1", "testpay", "K3YK3YK3").unwrap();
    assert!(paid.url().ends_with("?testpay=K3YK3YK3"));
    assert!(!format!("{paid:?}").contains("K3YK"), "{paid:?}");
    // A draft is a link in the making, and its debug output is for the one who makes it; keys do not go into it.
    let ticket = Link::parse("https://www.digistore24.com/eticket/file12345678901234567890.pdf");
    assert!(!format!("{ticket:?} {:?}", ticket.kind()).contains("123456789"));
}

#[test]
fn a_name_without_a_value_and_a_broken_line_show_nowhere() {
    let link = Link::parse("https://www.checkout-ds24.com/offer/1?K3YK3YK3");
    assert_eq!(link.shown(), "https://www.checkout-ds24.com/***?***");
    assert!(!format!("{link:?} {:?}", link.parameters().collect::<Vec<_>>()).contains("K3YK"));
    let odd = "https://www.digistore24.com/support/a%0Ab/K3YK3YK3?a%0Ab=1&a%0Ab=2&voucher=\u{85}\nx";
    let link = Link::parse(odd);
    let notes: String = link.notes().iter().map(ToString::to_string).collect();
    for shown in [link.shown(), format!("{link:?}"), notes] {
        assert!(!shown.contains(char::is_control), "{shown:?}");
    }
    assert_eq!(link.url(), odd);
}

#[test]
fn notes_name_a_part_as_its_option_and_a_parameter_as_it_stands() {
    let link = Link::parse("https://www.digistore24.com/redir/1/ada/%C3%BC?order_id=1&order_id=2");
    let texts: Vec<String> = link.notes().iter().map(ToString::to_string).collect();
    assert!(texts[0].starts_with("`campaign_key`: Keys"), "{texts:?}");
    assert!(texts[1].starts_with("order_id: The parameter"), "{texts:?}");
}

#[test]
fn a_change_below_query_has_the_names_of_the_link_and_a_change_in_rust_either() {
    let link = Link::parse("https://www.digistore24.com/redir/1/ada/spring");
    let changed = link.with(&[("campaign_key", None), ("click_id", Some("7")), ("x", Some("1")), ("x", Some("2"))]);
    assert_eq!(changed.unwrap().url(), "https://www.digistore24.com/redir/1/ada/?cid=7&x=1&x=2");
}

#[test]
fn plain_data_holds_a_key_only_where_it_is_asked_for() {
    for text in LINKS.iter().filter(|text| !text.contains("upgrade") && !text.contains("=K3YK")) {
        let data = format!("{:?}", digistore24::Value::from(&Link::parse(text)));
        assert!(!data.contains("K3YK"), "{data}");
    }
}

#[test]
fn hosts_of_the_service_are_told_from_others() {
    for host in ["digistore24.com", "www.digistore24.com", "WWW.CHECKOUT-DS24.COM", "go.a_b.1.2.digistore24.com"] {
        assert!(is_service(host), "{host}");
    }
    for host in [
        "",
        ".",
        "com",
        "notdigistore24.com",
        "digistore24.com.evil.example",
        "checkout-ds24.com.evil.example",
        "digistore24.comx",
        "digistore24.com.",
        ".digistore24.com",
        "a..digistore24.com",
        "evil.example/.digistore24.com",
        "evil.example\\.digistore24.com",
        "evil.example#.digistore24.com",
        "evil.example%2f.digistore24.com",
        "digistore24-app.com",
        "www.digistor24.com",
        "digistоre24.com",
        "xdigistore24.com",
        "a b.digistore24.com",
    ] {
        assert!(!is_service(host), "{host}");
    }
    let doubts = |text: &str| Address::read(text).unwrap().doubts();
    assert_eq!(doubts("https://www.digistore24.com:0443/"), []);
    assert_eq!(doubts("https://www.digistore24.com:/"), []);
    assert_eq!(doubts("https://www.digistore24.com:44300/"), [Doubt::Port]);
    assert_eq!(doubts("https://www.digistore24.com:x@evil.example/"), [Doubt::UserInfo, Doubt::ForeignHost]);
    assert_eq!(doubts("ftp://www.digistore24.com/a b"), [Doubt::NotHttps, Doubt::OddCharacter]);
    assert_eq!(doubts("https://evil.example#@www.digistore24.com/"), [Doubt::ForeignHost]);
    for text in ["", "/", "mailto:a@b", "https://", "1http://a/", "https:///a", "://a"] {
        assert_eq!(Address::read(text).map(|address| address.host.to_owned()), None, "{text}");
    }
    for doubt in [Doubt::NotHttps, Doubt::UserInfo, Doubt::Port, Doubt::ForeignHost, Doubt::OddCharacter] {
        assert!(doubt.sentence().ends_with('.') && !doubt.as_str().contains(' '));
    }
}

#[test]
fn changes_leave_the_rest_and_can_be_taken_back() {
    let link = Link::parse("https://www.digistore24.com/redir/613899/ada/?x=%31&ds24tr=old&x=+&y");
    let other = link.with(&[("affiliate", Some("ben")), ("ds24tr", Some("new")), ("z", Some("ü"))]).unwrap();
    assert_eq!(other.url(), "https://www.digistore24.com/redir/613899/ben/?x=%31&ds24tr=new&x=+&y&z=%C3%BC");
    let back = other.with(&[("affiliate", Some("ada")), ("tracking_key", Some("old")), ("z", None)]).unwrap();
    assert_eq!(back, link);
    assert_eq!(link.with(&[]).unwrap(), link);
    let secret = Link::parse("https://www.digistore24.com/product/1?cam=1").with_secret(["voucher"]);
    let changed = secret.with(&[("voucher", Some("K3YK3YK3"))]).unwrap();
    assert!(!changed.shown().contains("K3YK"), "{changed:?}");
}

fn mutated() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("/".to_owned()),
        Just("?".to_owned()),
        Just("#".to_owned()),
        Just("%".to_owned()),
        Just("&".to_owned()),
        Just("=".to_owned()),
        Just("@".to_owned()),
        Just("\\".to_owned()),
        Just("&amp;".to_owned()),
        Just("..".to_owned()),
        Just("%2F".to_owned()),
        Just("%ff".to_owned()),
        Just("AFFILIATE".to_owned()),
        Just("product".to_owned()),
        Just("://".to_owned()),
        any::<char>().prop_map(String::from),
        "[0-9a-zA-Z_,.:-]{0,12}",
    ];
    (prop::sample::select(LINKS), any::<prop::sample::Index>(), 0usize..8, piece).prop_map(|(link, at, cut, piece)| {
        let characters: Vec<char> = link.chars().collect();
        let at = at.index(characters.len() + 1);
        let kept = characters[..at].iter().chain(piece.chars().collect::<Vec<_>>().iter()).collect::<String>();
        kept + &characters[(at + cut).min(characters.len())..].iter().collect::<String>()
    })
}

/// What holds for whatever was read.
fn holds(text: &str) -> Result<(), TestCaseError> {
    let link = Link::parse(text);
    let (url, data) = (link.url(), digistore24::Value::from(&link));
    let is_unchanged = !text.contains('&') && text.trim() == text;
    prop_assert!(!is_unchanged || url == text, "{:?} became {:?}", text, url);
    // A link that was read is read the same again.
    let again = Link::parse(&url);
    if !url.contains("&amp;") && !url.contains("&AMP;") && !url.contains("&#") {
        prop_assert_eq!(again.kind(), link.kind());
        prop_assert_eq!(again.url(), url.as_str());
    }
    prop_assert_eq!(data.get("type").and_then(digistore24::Value::as_str), Some(link.kind().as_str()));
    // Trust needs the host, and everything that has parts needs a form.
    if link.is_trusted() {
        let app = matches!(link.kind(), Kind::OrderDetails { .. } | Kind::Script { .. });
        prop_assert!(is_service(link.host()) || app, "{:?}", link);
        prop_assert!(text.trim_start().to_ascii_lowercase().starts_with("https://"), "{:?}", link);
    }
    if let (Kind::Promo { .. } | Kind::Content { .. } | Kind::OrderForm { .. }, true) = (link.kind(), link.is_trusted())
    {
        let changed = link.with(&[("utm_term", Some("x y"))]).expect("it can be changed");
        prop_assert_eq!(changed.first("utm_term"), Some("x y"));
        prop_assert_eq!(changed.kind(), link.kind());
        let others = |link: &Link| {
            let all = link.parameters().filter(|parameter| parameter.name() != "utm_term");
            all.map(|parameter| (parameter.name().to_owned(), parameter.value().map(str::to_owned))).collect::<Vec<_>>()
        };
        prop_assert_eq!(others(&changed), others(&link));
    }
    Ok(())
}

proptest! {
    #![proptest_config(crate::cases(2000))]

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        holds(&text)?;
        order_id(&text);
        product_id(&text);
        affiliate(&text);
        key(&text);
        let _ = (thankyou(&text, &[("a", &text)]), upgrade(&text, &[&text]), testpay(&text, &text, &text));
    }

    #[test]
    fn any_changed_link_is_read(text in mutated()) {
        holds(&text)?;
        let _ = (thankyou(&text, &[("id", "[ORDER_ID]")]), upgrade(&text, &["Q7M2XWPA"]), testpay(&text, "t", "k"));
    }

    #[test]
    fn what_is_made_is_read_the_same(
        product in "[1-9][0-9]{0,8}", who in "[A-Za-z0-9_.-]{1,20}", campaign in "[A-Za-z0-9_-]{1,127}", custom in "\\PC{1,40}",
        more in prop::collection::vec(("[a-z]{1,3}[0-9]", any::<String>()), 0..4),
    ) {
        prop_assume!(who != "AFFILIATE" && who != "AUTO" && who != "CAMPAIGNKEY" && who.contains(|c| c != '.'));
        prop_assume!(campaign != "AFFILIATE" && campaign != "AUTO" && campaign != "CAMPAIGNKEY");
        prop_assume!(more.iter().all(|(name, _)| !name.starts_with("sid")));
        let mut draft = Draft::promo(&product, &who).campaign_key(&campaign);
        let mut form = Draft::order_form(&product).set("custom", &custom).set("aff", &who).set("cam", &campaign);
        for (name, value) in &more {
            draft = draft.set(name, value);
            form = form.set(name, value);
        }
        let (link, form) = (draft.link().unwrap(), form.link().unwrap());
        let kind = Kind::Promo { product_id: product, affiliate: Some(who.clone()), campaign_key: Some(campaign.clone()) };
        prop_assert_eq!(link.kind(), &kind);
        prop_assert!(link.is_trusted() && form.is_trusted());
        let values = link.parameters().map(|parameter| parameter.value().unwrap_or_default().to_owned());
        prop_assert_eq!(values.collect::<Vec<_>>(), more.iter().map(|(_, value)| value.clone()).collect::<Vec<_>>());
        prop_assert_eq!(form.first("custom"), Some(custom.as_str()));
        prop_assert_eq!((form.first("aff"), form.first("cam")), (Some(who.as_str()), Some(campaign.as_str())));
    }

    #[test]
    fn a_suggestion_is_what_it_says(text in "[ #A-Za-z0-9а-яА-Я-]{0,12}") {
        let name = order_id(&text);
        if let Some(meant) = &name.suggestion {
            prop_assert!(meant != &text);
            prop_assert!(matches!(order_id(meant).shape, Shape::Known | Shape::Tolerated), "{}", meant);
        }
        prop_assert_eq!(name.shape == Shape::Empty, text.is_empty());
    }
}
