//! The service in memory: the other end of the same wire.

use std::time::Duration;

use crate::{Request, Response};

/// A service of its own, with a small fictional account.
#[derive(Debug)]
pub struct Sandbox {
    key: String,
}

impl Default for Sandbox {
    fn default() -> Sandbox {
        Sandbox::new()
    }
}

impl Sandbox {
    /// The small fictional account.
    pub fn new() -> Sandbox {
        Sandbox { key: "1000001-SandboxFullAccessKey00000000000000000000".to_owned() }
    }

    /// A key with full access.
    pub fn api_key(&self) -> &str {
        &self.key
    }

    /// Answers a request as the service would.
    pub fn handle(&mut self, request: &Request) -> Response {
        self.http("POST", &request.url, &[], request.body.as_bytes())
    }

    /// Answers what an HTTP server received.
    pub fn http(&mut self, _method: &str, _target: &str, _headers: &[(String, String)], _body: &[u8]) -> Response {
        Response {
            status: 200,
            headers: vec![("content-type".to_owned(), "application/json".to_owned())],
            body: br#"{"api_version":"1.2","current_time":"2026-10-05 14:00:00","result":"success","data":{"server_time":"2026-10-05 14:00:00"}}"#.to_vec(),
        }
    }

    /// Lets time pass.
    pub fn advance(&mut self, _by: Duration) {}

    /// Whether a rule answers this function, or only its shape.
    pub fn knows(function: &str) -> bool {
        function == "ping"
    }
}
