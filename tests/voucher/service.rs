//! Discount codes through a client.

use digistore24::catalogue::vouchers::GetVoucher;
use digistore24::sandbox::Sandbox;
use digistore24::voucher::{
    Change, Context, Created, DiscountCode, Plan, Reason, Removable, Verdict, check, create, update,
};
use digistore24::{Client, Flow, Value};

fn read(client: &Client, sandbox: &mut Sandbox) -> DiscountCode {
    let reply = client.call(GetVoucher { code: "WINTER".into() }).run(sandbox).unwrap();
    DiscountCode::read(&Value::from(reply.answer().data())).unwrap()
}

#[test]
fn a_code_is_made_read_held_against_an_order_changed_and_ended() {
    let mut sandbox = Sandbox::new();
    let client = Client::new(sandbox.api_key()).unwrap();
    let change = Change {
        first_rate: Some("20".parse().unwrap()),
        is_count_limited: Some(true),
        count_left: Some(2),
        expires_at: Some("2099-01-31T00:00:00+01:00".into()),
        ..Change::default()
    };
    let made = client.call(create("WINTER", &change).unwrap().call).run(&mut sandbox).unwrap();
    let made = Created::read(&Value::from(made.answer().data())).unwrap();

    let context = Context {
        product_id: Some("1".into()),
        now: Some("2026-10-05T12:00:00+02:00".into()),
        plan: Some(Plan::single("49.90".parse().unwrap(), "EUR")),
        ..Context::default()
    };
    let checked = check(&read(&client, &mut sandbox), &context).unwrap();
    assert_eq!(checked.verdict, Verdict::Applies);
    assert_eq!(checked.prices.unwrap().first.amount(), Some("39.92".parse().unwrap()));

    let ended = Change { count_left: Some(0), ..Change::default() };
    let ended = update(&made.id, None, &ended, &[Removable::ExpiresAt]).unwrap();
    assert!(client.call(ended.call).run(&mut sandbox).is_ok());
    let record = read(&client, &mut sandbox);
    assert_eq!(record.expires_at.known(), None);
    let checked = check(&record, &context).unwrap();
    assert_eq!(checked.reasons.iter().map(|finding| finding.reason).collect::<Vec<_>>(), [Reason::UsedUp]);
}

#[test]
fn without_a_moment_a_limit_of_time_is_undecided() {
    let record = Value::from([
        ("product_ids", "all".into()),
        ("is_count_limited", "N".into()),
        ("expires_at", "2026-10-05".into()),
    ]);
    let checked = check(&DiscountCode::read(&record).unwrap(), &Context::default()).unwrap();
    assert_eq!(checked.verdict, Verdict::Undecided);
    assert_eq!(checked.reasons[0].reason, Reason::NowNotGiven);
    assert_eq!(checked.prices, None);
}
