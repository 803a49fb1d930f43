//! A launch day to look at: the sandbox behind a real server, and its window in a browser.

use std::process::Command;
use std::thread;

use digistore24::sandbox::{Endpoint, Sandbox, Scenario};
use examples::serve;

fn main() {
    let mut sandbox = Sandbox::new();
    // Nobody hears there, so that the window has something to tell of.
    sandbox.connect(&Endpoint::new("http://127.0.0.1:9/ipn", "Kranich")).expect("an address");
    let launch = Scenario { orders: 120, seed: 24, ..Scenario::new("launch_day") };
    sandbox.scenario(&launch).expect("a scenario that there is");
    let key = sandbox.api_key().to_owned();
    let base = serve(sandbox);
    let window = base.trim_end_matches("api/call");
    println!("The account of the launch day: {window}\nFor programs: {base} with the key {key}\nCtrl-C ends it.");
    open(window);
    loop {
        thread::park();
    }
}

/// Opens a page in the browser. Where that fails, the address stands in the terminal.
fn open(page: &str) {
    let (program, arguments): (&str, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("cmd", &["/C", "start", ""]),
        _ => ("xdg-open", &[]),
    };
    if Command::new(program).args(arguments).arg(page).spawn().is_err() {
        println!("No browser could be started.");
    }
}
