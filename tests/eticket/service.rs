//! A service at the end of a bad line, that counts what it is asked.

use std::collections::BTreeMap;
use std::time::Duration;

use digistore24::{Client, Failure, Host, Request, Response};
use serde_json::{Value, json};

use super::Dice;

/// What the service knows of a ticket.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    pub(super) used: Option<i64>,
    pub(super) is_blocked: bool,
}

/// What happens to requests, of a hundred.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Line {
    pub(super) not_sent: u64,
    pub(super) lost_before: u64,
    pub(super) lost_after: u64,
    pub(super) gateway: u64,
    pub(super) refused: u64,
}

pub(super) struct Service {
    pub(super) tickets: BTreeMap<String, Known>,
    /// How often each was asked to be used up, as far as anything left the machine.
    pub(super) validated: BTreeMap<String, usize>,
    pub(super) asked: Vec<String>,
    pub(super) line: Line,
    pub(super) dice: Dice,
    /// Seconds since the doors opened.
    pub(super) clock: i64,
    /// How long the client waited between attempts.
    waited: Duration,
}

impl Service {
    pub(super) fn new(line: Line, seed: u64) -> Service {
        Service {
            tickets: BTreeMap::new(),
            validated: BTreeMap::new(),
            asked: Vec::new(),
            line,
            dice: Dice(seed),
            clock: 0,
            waited: Duration::ZERO,
        }
    }

    pub(super) fn client() -> Client {
        Client::new("1-fictional").unwrap()
    }

    fn text(second: i64) -> String {
        let second = second + 19 * 3600;
        let (day, second) = (5 + second / 86_400, second % 86_400);
        format!("2026-10-{day:02} {:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60)
    }

    fn answer(&mut self, function: &str, number: &str) -> Value {
        let Some(known) = self.tickets.get_mut(number) else {
            return match function {
                "getEticket" => json!({ "result": "error", "message": "not found", "code": 4 }),
                _ => {
                    json!({ "result": "success", "data": { "status": "error", "msg": "", "is_eticket_valid_for_different_event": "N" } })
                }
            };
        };
        if function == "getEticket" {
            let used_at = known.used.map(Service::text).unwrap_or_default();
            let record = json!({
                "id": 1, "template_id": "3", "location_id": "3", "date": "2026-10-05", "duration": "",
                "used_at": used_at, "is_blocked": if known.is_blocked { "Y" } else { "N" }
            });
            return json!({ "result": "success", "data": { "eticket": record } });
        }
        let is_good = known.used.is_none() && !known.is_blocked;
        if is_good {
            known.used = Some(self.clock);
        }
        let status = if is_good { "success" } else { "error" };
        json!({ "result": "success", "data": { "status": status, "msg": "", "is_eticket_valid_for_different_event": "N",
            "eticket_template_id": 3, "eticket_location_id": 3, "eticket_date": "2026-10-05" } })
    }
}

impl Host for Service {
    fn send(&mut self, request: Request) -> Result<Response, Failure> {
        let function = request.function().to_owned();
        let number = request.body.split('&').find_map(|field| field.strip_prefix("eticket_id=")).unwrap().to_owned();
        let Line { not_sent, lost_before, lost_after, gateway, refused } = self.line;
        let fate = self.dice.roll(100);
        if fate < not_sent {
            return Err(Failure::NotSent("no network".into()));
        }
        self.clock += 1;
        self.asked.push(format!("{function} {number}"));
        let fate = fate - not_sent;
        let is_refused = (lost_before..lost_before + refused).contains(&fate);
        // A refusal is an answer: nothing was counted, and whoever mends the key asks again.
        if function == "validateEticket" && !is_refused {
            *self.validated.entry(number.clone()).or_default() += 1;
        }
        if fate < lost_before {
            return Err(Failure::Lost("the line broke".into()));
        }
        if is_refused {
            let body = json!({ "api_version": "1.2", "current_time": Service::text(self.clock), "result": "error", "message": "no right", "code": 8 });
            return Ok(Response { status: 200, headers: Vec::new(), body: body.to_string().into_bytes() });
        }
        let mut body = self.answer(&function, &number);
        body["api_version"] = "1.2".into();
        body["current_time"] = Service::text(self.clock).into();
        let fate = fate - lost_before - refused;
        if fate < lost_after {
            return Err(Failure::Lost("the line broke".into()));
        }
        if fate < lost_after + gateway {
            return Ok(Response { status: 502, headers: Vec::new(), body: b"<html>Bad Gateway</html>".to_vec() });
        }
        Ok(Response { status: 200, headers: Vec::new(), body: body.to_string().into_bytes() })
    }

    fn wait(&mut self, pause: Duration) {
        self.waited += pause;
        self.clock += pause.as_secs() as i64;
    }

    fn now(&self) -> Duration {
        self.waited
    }
}
