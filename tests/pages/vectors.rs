//! The tables that all languages share: what is asked for, and which rows come of what is answered.

use std::time::Duration;

use digistore24::wire::form;
use digistore24::{Client, Error, Failure, Flow, Host, Paging, Request, Response, Time, Value, Zone};
use serde_json::{Value as Json, json};

const VECTORS: &str = include_str!("../vectors/pages.json");

/// The field of an answer that holds its rows; `None` where the data does.
fn wrapper(function: &str) -> Option<&'static str> {
    match function {
        "listPurchases" => Some("purchase_list"),
        "listTransactions" => Some("transaction_list"),
        "listProducts" => Some("products"),
        "listCurrencies" => None,
        _ => Some("items"),
    }
}

/// Answers from a table, one reply after the other.
struct Table<'v> {
    vector: &'v Json,
    answered: usize,
}

impl Host for Table<'_> {
    fn send(&mut self, request: Request) -> Result<Response, Failure> {
        let why = &self.vector["why"];
        let reply = &self.vector["replies"][self.answered];
        self.answered += 1;
        assert!(reply.is_object(), "{why}: too much is asked for: {request:?}");
        let form = form::decode(&request.body);
        for (name, value) in reply["request"].as_object().unwrap() {
            let sent = form.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str());
            assert_eq!(sent, value.as_str(), "{why}: {name}");
        }
        let rows: Json = reply["ids"].as_array().unwrap().iter().map(|id| json!({ "id": id })).collect();
        let mut data = reply["data"].clone();
        match wrapper(self.vector["function"].as_str().unwrap()) {
            Some(wrapper) => data[wrapper] = rows,
            None => data = rows,
        }
        let body = json!({ "api_version": "1.2", "result": "success", "data": data }).to_string().into_bytes();
        Ok(Response { status: 200, headers: Vec::new(), body })
    }

    fn wait(&mut self, _: Duration) {}

    fn now(&self) -> Duration {
        Duration::ZERO
    }
}

fn value(json: &Json) -> Value {
    serde_json::from_value(json.clone()).unwrap()
}

fn rows(vector: &Json) -> Result<(Vec<String>, usize), Error> {
    let now = Time::parse(vector["now"].as_str().unwrap(), Zone::Berlin).unwrap();
    let paging = vector.get("paging").map_or_else(Paging::default, |paging| Paging::read(&value(paging)).unwrap());
    let client = Client::new("123-ExampleKey")?;
    let function = vector["function"].as_str().unwrap();
    let pages = client.pages_named(function, value(&vector["params"]), now, &paging)?;
    let mut table = Table { vector, answered: 0 };
    let mut ids = Vec::new();
    while let Some(page) = pages.next() {
        for row in page.run(&mut table)? {
            let id = row.raw_field("id").unwrap().trim_matches('"').to_owned();
            ids.push(id);
        }
    }
    assert_eq!(pages.rows(), ids.len() as u64);
    Ok((ids, table.answered))
}

#[test]
fn the_vectors_hold() {
    let vectors: Vec<Json> = serde_json::from_str(VECTORS).unwrap();
    assert!(vectors.len() >= 31);
    for vector in &vectors {
        let why = &vector["why"];
        match (vector["problems"].as_array(), rows(vector)) {
            (None, Ok((ids, answered))) => {
                assert_eq!(json!(ids), vector["rows"], "{why}");
                assert_eq!(answered, vector["replies"].as_array().unwrap().len(), "{why}: requests");
            }
            (Some(wanted), Err(Error::Params { problems, .. })) => {
                assert_eq!(problems.len(), wanted.len(), "{why}: {problems:?}");
                for (problem, wanted) in problems.iter().zip(wanted) {
                    assert_eq!(problem.path, wanted["path"], "{why}");
                    for says in wanted["says"].as_array().unwrap() {
                        assert!(
                            problem.message.contains(says.as_str().unwrap()),
                            "{why}: {problem} does not say {says}"
                        );
                    }
                }
            }
            (_, result) => panic!("{why}: {result:?}"),
        }
    }
}
