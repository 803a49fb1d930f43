//! Calls that go wrong on request, and what the client makes of each way.

use std::time::Duration;

use digistore24::catalogue::system::Ping;
use digistore24::catalogue::vouchers::{CreateVoucher, GetVoucher, VoucherData};
use digistore24::sandbox::{Fault, Sandbox};
use digistore24::{Client, Error, Flow, Retry, Settings, Value};

use super::Story;

/// What creates, so that the client does not send it again once it may have been carried out.
fn create(code: &str) -> CreateVoucher {
    let data = VoucherData { code: code.into(), first_rate: super::amount("10"), ..VoucherData::default() };
    CreateVoucher { data }
}

struct Tried {
    result: Result<(), Error>,
    /// Whether the sandbox has it.
    is_there: bool,
    /// How many requests it took.
    requests: usize,
}

/// Creates something that goes wrong once.
fn created(fault: &Fault) -> Tried {
    let mut sandbox = Sandbox::new();
    let client = Client::new(sandbox.api_key()).unwrap();
    sandbox.fault(fault);
    let result = client.call(create("SPRING")).run(&mut sandbox).map(drop);
    let requests = requests(&mut sandbox).len();
    let is_there = client.call(GetVoucher { code: "SPRING".into() }).run(&mut sandbox).is_ok();
    Tried { result, is_there, requests }
}

/// Reads something that goes wrong so often, and tells how many requests it took.
fn read(fault: &Fault) -> (Result<(), Error>, usize) {
    let mut sandbox = Sandbox::new();
    let client = Client::new(sandbox.api_key()).unwrap();
    sandbox.fault(fault);
    let result = client.call(Ping {}).run(&mut sandbox).map(drop);
    (result, requests(&mut sandbox).len())
}

fn requests(sandbox: &mut Sandbox) -> Vec<Value> {
    match tell(sandbox, "requests", []).unwrap().get("requests") {
        Some(Value::List(requests)) => requests.clone(),
        other => panic!("{other:?}"),
    }
}

fn tell<const N: usize>(sandbox: &mut Sandbox, verb: &str, options: [(&str, Value); N]) -> Result<Value, String> {
    let problems = |problems: Vec<digistore24::Problem>| {
        problems.iter().map(|problem| format!("{}: {}", problem.path, problem.message)).collect::<Vec<_>>().join("\n")
    };
    sandbox.tell(verb, &Value::from(options)).map_err(problems)
}

fn maybe_done(result: &Result<(), Error>) -> bool {
    matches!(result, Err(Error::Unanswered { maybe_done: true, .. }))
}

#[test]
fn what_may_have_been_carried_out_is_not_sent_again_and_said_to_be_unknown() {
    for carried_out in [true, false] {
        for fault in [Fault::timeout(), Fault::html(504)] {
            let tried = created(&fault.clone().carried_out(carried_out));
            assert!(maybe_done(&tried.result), "{fault:?}: {:?}", tried.result);
            assert_eq!((tried.is_there, tried.requests), (carried_out, 1), "{fault:?}");
        }
    }
    let half = created(&Fault::half());
    assert!(maybe_done(&half.result), "{:?}", half.result);
    assert_eq!((half.is_there, half.requests), (true, 1));
    let late = created(&Fault::slow(Duration::from_secs(86_400)));
    assert!(maybe_done(&late.result), "{:?}", late.result);
    assert_eq!((late.is_there, late.requests), (true, 1));
    let internal = created(&Fault::code(11));
    assert!(maybe_done(&internal.result), "{:?}", internal.result);
    assert_eq!((internal.is_there, internal.requests), (false, 1));
}

#[test]
fn what_was_not_carried_out_is_said_to_be_so() {
    // Whoever says that there were too many has not done it.
    for (fault, expected) in [(Fault::code(12), 12), (Fault::code(4).saying("Not today").status(400), 4)] {
        let tried = created(&fault);
        let Err(Error::Refused { code, .. }) = &tried.result else { panic!("{:?}", tried.result) };
        assert_eq!(*code, Some(expected));
        assert_eq!((tried.is_there, tried.requests), (false, 1), "what creates is not sent again");
    }
    let page = created(&Fault::html(429));
    assert!(matches!(page.result, Err(Error::Garbled { status: 429, .. })), "{:?}", page.result);
    assert!(!page.is_there);
    let (result, requests) = read(&Fault::code(4).saying("Not today").status(400));
    let Err(Error::Refused { message, status, .. }) = result else { panic!("{result:?}") };
    assert_eq!((message.as_str(), status, requests), ("Not today", 400, 1), "what is wrong stays wrong");
}

#[test]
fn what_reads_is_asked_again() {
    let slow = Fault::slow(Duration::from_secs(3600));
    for fault in [Fault::timeout(), Fault::html(502), Fault::html(503), Fault::html(429), Fault::code(12), slow] {
        let (result, requests) = read(&fault.clone().times(3));
        assert!(result.is_ok(), "{fault:?}: {result:?}");
        assert_eq!(requests, 4, "{fault:?}");
        let (result, requests) = read(&fault.clone().times(4));
        assert!(result.is_err(), "{fault:?}");
        assert_eq!(requests, 4, "{fault:?}: three times again, and no more");
    }
}

#[test]
fn a_late_answer_moves_the_clock_and_comes_to_those_who_wait() {
    let mut sandbox = Sandbox::new();
    let retry = Retry { retries: 0, ..Retry::default() };
    let settings = Settings { retry, timeout: Some(Duration::from_secs(30)), ..Settings::from(sandbox.api_key()) };
    let client = Client::new(settings).unwrap();
    let before = sandbox.time().unix_seconds().unwrap();
    sandbox.fault(&Fault::slow(Duration::from_secs(20)));
    client.call(Ping {}).run(&mut sandbox).unwrap();
    assert_eq!(sandbox.time().unix_seconds().unwrap() - before, 20);
    sandbox.fault(&Fault::slow(Duration::from_secs(40)));
    let lost = client.call(Ping {}).run(&mut sandbox).unwrap_err();
    assert!(lost.to_string().contains("none came within 30 s"), "{lost}");
    assert_eq!(sandbox.time().unix_seconds().unwrap() - before, 50, "nobody waits longer");
}

#[test]
fn a_fault_meets_the_calls_it_is_meant_for_in_order() {
    let mut story = Story::new();
    story.sandbox.fault(&Fault::code(3).of("getVoucher").times(2));
    story.sandbox.fault(&Fault::code(4));
    let refused = |story: &mut Story| super::refusal(story.try_call(GetVoucher { code: "AUTUMN20".into() })).0;
    assert_eq!(super::refusal(story.try_call(Ping {})).0, Some(4), "the first that is meant for it");
    assert_eq!((refused(&mut story), refused(&mut story)), (Some(3), Some(3)));
    story.call(GetVoucher { code: "AUTUMN20".into() });
    story.sandbox.fault(&Fault::code(3).times(9));
    story.sandbox.fault(&Fault::code(3).times(0));
    story.sandbox.clear_faults();
    story.call(Ping {});
}

#[test]
fn a_snapshot_holds_the_faults_that_wait() {
    let mut sandbox = Sandbox::new();
    sandbox.fault(&Fault::slow(Duration::from_millis(1500)).of("ping").times(2));
    let mut again = Sandbox::load(&sandbox.save()).unwrap();
    assert_eq!(tell(&mut again, "faults", []), tell(&mut sandbox, "faults", []));
    let before = again.time().unix_seconds().unwrap();
    let client = Client::new(again.api_key()).unwrap();
    for _ in 0..2 {
        client.call(Ping {}).run(&mut again).unwrap();
    }
    assert_eq!(again.time().unix_seconds().unwrap() - before, 3);
}

#[test]
fn options_by_name_say_the_same() {
    let mut sandbox = Sandbox::new();
    for (options, said) in [
        (vec![("kind", "html".into())], "Html, times: 1, is_carried_out: false, code: 11"),
        (vec![("kind", "half".into()), ("function", "all".into())], "function: \"\", kind: Half"),
        (vec![("kind", "timeout".into()), ("when", "before".into())], "Timeout, times: 1, is_carried_out: false"),
        (vec![("kind", "slow".into()), ("seconds", "1.25".into())], "milliseconds: 1250"),
        (vec![("kind", "slow".into()), ("seconds", Value::Float(0.1))], "milliseconds: 100"),
        (vec![("kind", "code".into()), ("code", 4.into()), ("when", "after".into())], "is_carried_out: true, code: 4"),
    ] {
        let options =
            Value::Map(options.into_iter().map(|(name, value): (&str, Value)| (name.to_owned(), value)).collect());
        let read = format!("{:?}", Fault::read(&options).unwrap());
        assert!(read.contains(said), "{read}");
    }
    let wrong = [
        ("kind", "slow".into()),
        ("function", "getTheMoon".into()),
        ("times", 0.into()),
        ("status", 404.into()),
        ("when", "before".into()),
        ("colour", "red".into()),
    ];
    let said = tell(&mut sandbox, "fault", wrong).unwrap_err();
    for name in [
        "function: there is no function",
        "times: ",
        "status: is not for kind `slow`",
        "when: ",
        "seconds: is missing",
        "colour: ",
    ] {
        assert!(said.contains(name), "{name} in {said}");
    }
    assert!(tell(&mut sandbox, "fault", []).unwrap_err().starts_with("kind: is missing"));
    assert_eq!(tell(&mut sandbox, "faults", []).unwrap(), Value::from([("faults", Value::List(Vec::new()))]));
}
