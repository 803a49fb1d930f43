//! How an application comes to a key, and which key a function goes out with.

use std::time::Duration;

use digistore24::catalogue::api_keys::Unregister;
use digistore24::keys::{Collect, Granted, KeyState, Ticket, Wish, collect_of, ticket_of, wish_of};
use digistore24::sandbox::Sandbox;
use digistore24::{
    Ask, Client, Error, Failure, Flow, Host, Inquiring, Inquiry, Outcome, PerCall, Problem, Request, Response, Retry,
    Settings, Step, Value,
};
use serde_json::{Value as Json, json};

use crate::vectors::{each, equal, text, vectors, words};

const TOKEN: &str = "3141593-ExampleToken12";
const NEW: &str = "777-FreshKeyThatIsHandedOutOnce";
const DEVELOPER: &str = "3-ExampleDeveloper";

/// A client that tries once.
fn client(api_key: &str) -> Client {
    Client::new(Settings { retry: Retry { retries: 0, ..Retry::default() }, ..Settings::from(api_key) }).unwrap()
}

fn key_of(request: &Request) -> &str {
    request.headers.iter().find(|(name, _)| *name == "X-DS-API-KEY").map(|(_, key)| key.as_str()).unwrap()
}

fn success(data: &Json) -> Response {
    let body = json!({"api_version": "1.2", "result": "success", "data": data}).to_string();
    Response { status: 200, headers: Vec::new(), body: body.into_bytes() }
}

/// What comes back, as a step of a vector says.
fn reply(step: &Json) -> Result<Response, Failure> {
    let page = |status, body: String| Ok(Response { status, headers: Vec::new(), body: body.into_bytes() });
    if let Some(reason) = step["lost"].as_str() {
        return Err(Failure::Lost(reason.to_owned()));
    }
    if let Some(status) = step["page"].as_u64() {
        return page(status as u16, "<html>not the service</html>".to_owned());
    }
    if step["cut"].is_boolean() {
        return page(200, format!(r#"{{"api_version":"1.2","result":"success","data":{{"api_key":"{NEW}"#));
    }
    if step["refused"].is_object() {
        let (code, message) = (&step["refused"]["code"], &step["refused"]["message"]);
        let body = json!({"api_version": "1.2", "result": "error", "code": code, "message": message});
        return page(200, body.to_string());
    }
    Ok(success(&step["answer"]))
}

fn problems_as(vector: &Json, problems: &[Problem]) -> Result<(), String> {
    let wanted = vector["problems"].as_array().ok_or_else(|| format!("refused: {problems:?}"))?;
    let paths: Vec<&str> = wanted.iter().map(|problem| text(problem, "path")).collect();
    equal("paths", problems.iter().map(|problem| problem.path.as_str()).collect(), paths)?;
    problems.iter().zip(wanted).try_for_each(|(have, wanted)| {
        words(&wanted["says"]).try_for_each(|says| match have.message.contains(says) {
            true => Ok(()),
            false => Err(format!("{have} does not say {says}")),
        })
    })
}

#[test]
fn the_vectors_of_keys_json_hold() {
    each("keys.json", 70, |vector| {
        let options: Value = serde_json::from_value(vector["options"].clone()).unwrap();
        match text(vector, "call") {
            "collect" => match collect_of(&options) {
                Ok(collect) if vector["steps"].is_array() => conversation(vector, collect),
                Ok(collect) => Err(format!("not refused: {collect:?}")),
                Err(problems) => problems_as(vector, &problems),
            },
            "wish" => match wish_of(&options) {
                Ok(wish) if vector["result"].is_object() => equal(
                    "parameters",
                    serde_json::to_value(wish.parameters()).unwrap(),
                    vector["result"]["parameters"].clone(),
                ),
                Ok(wish) => Err(format!("not refused: {wish:?}")),
                Err(problems) => problems_as(vector, &problems),
            },
            _ => {
                let data: Value = serde_json::from_value(vector["data"].clone()).unwrap();
                match ticket_of(&data) {
                    Ok(ticket) => {
                        assert!(!format!("{ticket:?}").contains("ExampleToken"), "{ticket:?}");
                        equal("ticket", serde_json::to_value(Value::from(&ticket)).unwrap(), vector["result"].clone())
                    }
                    Err(problems) => equal("problem", problems[0].path.as_str(), text(vector, "problem")),
                }
            }
        }
    });
}

/// Leads a conversation to its end: what is asked with which key, how long is waited, and what it comes to.
fn conversation(vector: &Json, collect: Collect) -> Result<(), String> {
    let mut flow = Inquiring::new(&client(DEVELOPER), collect);
    let mut now = Duration::ZERO;
    for step in vector["steps"].as_array().unwrap() {
        for _ in 0..step["times"].as_u64().unwrap_or(1) {
            let Step::Send(request) = flow.step(now) else { return Err(format!("nothing is asked at {step}")) };
            equal("function", request.function(), text(step, "call"))?;
            equal("key", key_of(&request), step["key"].as_str().unwrap_or(DEVELOPER))?;
            let form = if step["call"] == "getUserInfo" { String::new() } else { format!("token={TOKEN}") };
            equal("body", request.body.as_str(), form.as_str())?;
            let shown = format!("{flow:?} {request:?}");
            assert!(!shown.contains("FreshKey") && !shown.contains("ExampleToken"), "{shown}");
            flow.answer(reply(step));
            let then = flow.step(now);
            if let Some(pause) = step["wait"].as_u64().map(Duration::from_millis) {
                let Step::Wait(have) = then else { return Err(format!("no pause after {step}")) };
                equal("pause", have, pause)?;
                now += pause;
            }
            if let Some(state) = step["state"].as_str() {
                equal("state", flow.inquiry().state().as_str(), state)?;
            }
        }
    }
    let Step::Done(Ok(collected)) = flow.step(now) else { return Err("it is not over".to_owned()) };
    let shown = format!("{flow:?} {collected:?}");
    assert!(!["FreshKey", "FreshPass", "ExampleToken"].iter().any(|secret| shown.contains(secret)), "{shown}");
    let have = serde_json::to_value(Value::from(&collected)).unwrap();
    assert_eq!(have["text"], collected.state.sentence());
    for (name, want) in vector["result"].as_object().unwrap() {
        let have = match (name.as_str(), &have[name]) {
            ("error", Json::Object(error)) => json!({"kind": error["kind"], "code": error["code"]}),
            (_, have) => have.clone(),
        };
        equal(name, have, want.clone())?;
    }
    let said = format!("{} {} {}", have["note"], have["status"], have["error"]);
    assert!(!said.contains("FreshKey") && !said.contains("ExampleToken"), "{said}");
    Ok(())
}

#[test]
fn every_state_is_met_in_a_vector() {
    let vectors = vectors("keys.json", 70);
    for state in [
        KeyState::Granted,
        KeyState::Aborted,
        KeyState::Collected,
        KeyState::Lost,
        KeyState::TimedOut,
        KeyState::Unreachable,
        KeyState::UnknownStatus,
        KeyState::Refused,
    ] {
        assert!(vectors.iter().any(|vector| vector["result"]["state"] == state.as_str()), "{state:?}");
        assert!(state.sentence().ends_with('.'));
    }
    assert!(KeyState::TimedOut.is_open() && !KeyState::Lost.is_open() && !KeyState::Granted.is_open());
}

/// The whole way, up to the ticket.
fn ticket(sandbox: &mut Sandbox) -> (Client, Ticket) {
    let client = Client::new(sandbox.developer_key()).unwrap();
    let wish = Wish { permissions: "writable".into(), ..Wish::new("https://shop.example.org/connected") };
    let ticket = wish.through(&client).run(sandbox).unwrap();
    (client, ticket)
}

/// A sandbox whose user decides after so many questions.
struct User<'s> {
    sandbox: &'s mut Sandbox,
    questions: usize,
    token: String,
    approves: bool,
}

impl Host for User<'_> {
    fn send(&mut self, request: Request) -> Result<Response, Failure> {
        if request.function() == "retrieveApiKey" {
            self.questions -= 1;
            if self.questions == 0 {
                let decided = match self.approves {
                    true => self.sandbox.approve(&self.token),
                    false => self.sandbox.decline(&self.token),
                };
                assert!(decided);
            }
        }
        self.sandbox.send(request)
    }

    fn wait(&mut self, pause: Duration) {
        self.sandbox.wait(pause);
    }

    fn now(&self) -> Duration {
        self.sandbox.now()
    }
}

#[test]
fn a_key_is_made_used_and_given_back() {
    let mut sandbox = Sandbox::new();
    let (client, ticket) = ticket(&mut sandbox);
    let token = ticket.token().to_owned();
    let mut user = User { sandbox: &mut sandbox, questions: 4, token: token.clone(), approves: true };
    let collected = Inquiring::new(&client, Collect::new(&token)).run(&mut user).unwrap();
    assert_eq!((collected.state, sandbox.now()), (KeyState::Granted, Duration::from_secs(6)));
    let Granted { api_key, user, .. } = collected.granted.unwrap();
    assert_eq!(user.unwrap().name.as_deref(), Some("ada"));
    // A second program with the same token comes too late.
    let late = Inquiring::new(&client, Collect::new(&token)).run(&mut sandbox).unwrap();
    assert_eq!((late.state, late.granted), (KeyState::Collected, None));
    let theirs = client.with(&PerCall { api_key: Some(api_key), ..PerCall::default() }).unwrap();
    let given_back = theirs.call(Unregister {}).run(&mut sandbox).unwrap();
    assert_eq!(given_back.modified().unwrap(), Some(true));
    let gone = theirs.call_named("getUserInfo", Value::Null).run(&mut sandbox).unwrap_err();
    assert!(matches!(gone, Error::Refused { code: Some(2), .. }), "{gone}");
}

#[test]
fn a_user_may_decline() {
    let mut sandbox = Sandbox::new();
    let (client, ticket) = ticket(&mut sandbox);
    let token = ticket.token().to_owned();
    let mut user = User { sandbox: &mut sandbox, questions: 2, token, approves: false };
    let collected = Inquiring::new(&client, Collect::new(ticket.token())).run(&mut user).unwrap();
    assert_eq!((collected.state, collected.granted), (KeyState::Aborted, None));
}

#[test]
fn what_cannot_be_asked_for_is_not_sent() {
    let mut flow = Wish::new("http://localhost/").through(&client(DEVELOPER));
    let Step::Done(Err(Error::Params { function, problems })) = flow.step(Duration::ZERO) else { panic!("{flow:?}") };
    assert_eq!((function.as_str(), problems.len(), problems[0].path.as_str()), ("requestApiKey", 1, "return_url"));
    let mut flow = Wish::new("https://shop.example.org/").through(&client(DEVELOPER));
    let Step::Send(_) = flow.step(Duration::ZERO) else { panic!("{flow:?}") };
    flow.answer(Ok(success(&json!({"request_url": "javascript:alert(1)", "request_token": TOKEN}))));
    let Step::Done(Err(error @ Error::Shape { .. })) = flow.step(Duration::ZERO) else { panic!("{flow:?}") };
    assert!(error.to_string().contains("https://") && !error.to_string().contains("ExampleToken"), "{error}");
}

#[test]
fn a_key_that_cannot_travel_is_kept_all_the_same() {
    let mut flow = Inquiring::new(&client(DEVELOPER), Collect::new(TOKEN));
    assert!(matches!(flow.step(Duration::ZERO), Step::Send(_)));
    flow.answer(Ok(success(&json!({"api_key": "777-two words", "request_status": "completed"}))));
    let Step::Done(Ok(collected)) = flow.step(Duration::ZERO) else { panic!("{flow:?}") };
    assert_eq!(collected.granted.unwrap().api_key, "777-two words");
    assert_eq!(collected.error.unwrap().kind, "params");
}

#[test]
fn a_key_of_an_inquiry_shows_its_number_only() {
    let mut collect = Collect::new(TOKEN);
    assert!(!format!("{:?}", collect.ask()).contains("ExampleToken"));
    let data = Value::from([("api_key", NEW.into()), ("request_status", "completed".into())]);
    collect.told(Outcome::Answered { data, current_time: None });
    let ask = collect.ask();
    assert!(matches!(&ask, Ask::Call { function: "getUserInfo", api_key: Some(key), .. } if key == NEW));
    assert!(format!("{ask:?}").contains("777-…") && !format!("{ask:?} {collect:?}").contains("FreshKey"), "{ask:?}");
    assert_eq!(collect.granted().map(|granted| granted.api_key.as_str()), Some(NEW));
}

/// The clients of `permissions.json`, and the rows of its table.
fn permissions() -> (Json, Vec<Json>, Vec<(String, String)>) {
    let path = crate::root().join("tests/vectors/permissions.json");
    let file: Json = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let clients = file["clients"].as_array().unwrap().clone();
    let rows = file["functions"].as_object().unwrap();
    let rows = rows.iter().map(|(name, letters)| (name.clone(), letters.as_str().unwrap().to_owned())).collect();
    (file["keys"].clone(), clients, rows)
}

/// A client as the table describes it.
fn made(vector: &Json, keys: &Json) -> Client {
    let mut given = vector["client"].clone();
    given["api_key"] = keys["a"].clone();
    let given: Value = serde_json::from_value(given).unwrap();
    let client = Client::new(Settings::read(&given).unwrap()).unwrap();
    if let Some(word) = vector["told"].as_str() {
        // Another client, which shares what is learned.
        let german = client.with(&PerCall { language: Some("de".into()), ..PerCall::default() }).unwrap();
        let mut call = german.call_named("getUserInfo", Value::Null);
        assert!(matches!(call.step(Duration::ZERO), Step::Send(_)));
        call.answer(Ok(success(&json!({"user_name": "ada", "api_key_permissions": word}))));
        assert!(matches!(call.step(Duration::ZERO), Step::Done(Ok(_))));
    }
    match vector["per_call"].as_str() {
        Some(key) => client.with(&PerCall { api_key: Some(key.to_owned()), ..PerCall::default() }).unwrap(),
        None => client,
    }
}

#[test]
fn every_function_goes_out_with_the_key_of_the_table_or_not_at_all() {
    let (keys, clients, rows) = permissions();
    assert!(clients.len() >= 29 && rows.len() == 144 && digistore24::catalogue::all().count() == 144);
    let (mut wrong, mut sent, mut refused) = (Vec::new(), 0, 0);
    for (at, vector) in clients.iter().enumerate() {
        let client = made(vector, &keys);
        for (function, letters) in &rows {
            let want = letters.get(at..=at).unwrap();
            // A raw call has no parameters to check, but a name with a parameter in it takes that one.
            let mut call = match function.contains('{') {
                true => client.call_named(function, Value::from([("productId", Value::from(1))])),
                false => client.raw(function, Value::Null),
            };
            let have = match call.step(Duration::ZERO) {
                Step::Send(request) => {
                    sent += 1;
                    let key = key_of(&request).to_owned();
                    keys.as_object().unwrap().iter().find(|(_, known)| **known == key).unwrap().0.clone()
                }
                Step::Done(Err(Error::Forbidden { function: name, reason })) => {
                    refused += 1;
                    assert!(name == *function && !reason.contains("Example"), "{reason}");
                    "-".to_owned()
                }
                other => format!("{other:?}"),
            };
            // With its parameters checked, a call may be refused for another reason, but never for lack of a right.
            let named = client.call_named(function, Value::Null).step(Duration::ZERO);
            let is_forbidden = matches!(named, Step::Done(Err(Error::Forbidden { .. })));
            if have != want || is_forbidden != (want == "-") {
                wrong.push(format!("{}: {function} has {have}, not {want}", text(vector, "why")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(sent > 2_900 && refused > 1_100, "{sent} {refused}");
}

#[test]
fn a_refusal_says_what_to_do() {
    let told = |settings: Settings, function: &str| {
        let settings = Settings { api_key: "1-ExampleMain".into(), ..settings };
        match Client::new(settings).unwrap().call_named(function, Value::Null).step(Duration::ZERO) {
            Step::Done(Err(error @ Error::Forbidden { .. })) => error.to_string(),
            other => panic!("{other:?}"),
        }
    };
    let known = |word: &str| {
        Settings::read(&Value::from([("api_key", "1-ExampleMain".into()), ("permission", word.into())])).unwrap()
    };
    assert_eq!(
        told(known("readonly"), "createProduct"),
        "createProduct: it takes a key with full access, and the key 1-… only reads; give another one as `write_key`, or \
         call getUserInfo again if that has changed"
    );
    assert_eq!(
        told(known("developer"), "listProducts"),
        "listProducts: it takes a read-only key, and the key 1-… is a developer key; make the client with the key of an \
         account"
    );
    assert_eq!(
        told(known("writable"), "requestApiKey"),
        "requestApiKey: it takes a developer key, and the key 1-… belongs to an account; give one as `developer_key`"
    );
    assert!(told(known("readonly"), "requestApiKey").ends_with("only reads; give one as `developer_key`"));
    let two = |settings| Settings { write_key: Some("2-ExampleWrite".into()), ..settings };
    assert!(told(two(Settings::default()), "requestApiKey").contains("give one as `developer_key`"));
    for function in ["createProduct", "unregister"] {
        assert!(told(two(Settings::default()), function).contains("`writing` switched on"));
    }
}

#[test]
fn a_raw_call_of_an_unknown_function_counts_as_writing() {
    let two = |writing| {
        let settings =
            Settings { write_key: Some("2-ExampleWrite".into()), writing, ..Settings::from("1-ExampleMain") };
        Client::new(settings).unwrap().raw("brandNewFunction", Value::Null).step(Duration::ZERO)
    };
    assert!(matches!(two(None), Step::Done(Err(Error::Forbidden { .. }))));
    let Step::Send(request) = two(Some(true)) else { panic!("refused") };
    assert_eq!(key_of(&request), "2-ExampleWrite");
    // The catalogue knows a name in one spelling only.
    let settings = Settings { writing: Some(false), ..Settings::from("1-ExampleMain") };
    let call = |name| Client::new(settings.clone()).unwrap().raw(name, Value::Null).step(Duration::ZERO);
    assert!(matches!(call("ping"), Step::Send(_)));
    assert!(matches!(call("Ping"), Step::Done(Err(Error::Forbidden { .. }))));
}
