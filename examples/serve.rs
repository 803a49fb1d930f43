//! The sandbox behind a real server.

use std::thread;

use digistore24::sandbox::{Hitch, Sandbox, Served};

/// Puts a sandbox behind a real HTTP server on this machine; gives the base address. The server ends with the program.
///
/// # Panics
/// When no port can be opened.
pub fn serve(mut sandbox: Sandbox) -> String {
    let server = tiny_http::Server::http("127.0.0.1:0").expect("a free port on this machine");
    let base = format!("http://{}/api/call", server.server_addr());
    thread::spawn(move || {
        for mut request in server.incoming_requests() {
            let mut body = Vec::new();
            let headers: Vec<_> =
                request.headers().iter().map(|header| (header.field.to_string(), header.value.to_string())).collect();
            if request.as_reader().read_to_end(&mut body).is_ok() {
                let Served { response: answer, hitch } =
                    sandbox.http(request.method().as_str(), request.url(), &headers, &body);
                let mut reply = tiny_http::Response::from_data(answer.body).with_status_code(answer.status);
                for (name, value) in answer.headers {
                    if let Ok(header) = tiny_http::Header::from_bytes(name, value) {
                        reply.add_header(header);
                    }
                }
                // Whoever asked may have gone away meanwhile; the next request is another matter.
                let respond = move |request: tiny_http::Request| drop(request.respond(reply));
                match hitch {
                    None => respond(request),
                    Some(Hitch::Late(late)) => drop(thread::spawn(move || {
                        thread::sleep(late);
                        respond(request);
                    })),
                    // Nothing is written, and who asked waits in vain.
                    Some(_) => drop(request.into_writer()),
                }
            }
        }
    });
    base
}
