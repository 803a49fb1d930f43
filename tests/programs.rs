//! The examples in Rust as programs of their own. `cargo xtask demo` runs the one that all languages share.

use std::fs;
use std::path::Path;
use std::process::Command;

use digistore24::Amount;

#[test]
fn a_blocking_program_sees_every_payment_and_adds_it_up_to_the_cent() {
    let run = Command::new(env!("CARGO_BIN_EXE_blocking")).env_remove("DIGISTORE24_KEY").output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let told = String::from_utf8(run.stdout).unwrap();
    let lines: Vec<Vec<&str>> = told.lines().map(|line| line.split_whitespace().collect()).collect();
    let (sums, rows): (Vec<_>, Vec<_>) = lines.iter().partition(|words| words.last() == Some(&"earned"));
    assert!(rows.iter().any(|words| words[1] == "payment") && rows.iter().any(|words| words[1] == "refund"), "{told}");
    let amount = |text: &str| text.parse::<Amount>().unwrap();
    let shares = rows.iter().map(|words| amount(words[2]));
    let total = shares.reduce(|sum, share| sum.checked_add(share).unwrap()).unwrap();
    assert_eq!(sums.len(), 1);
    assert_eq!((amount(sums[0][0]), sums[0][1]), (total, "EUR"));
}

#[test]
fn the_examples_are_short() {
    for name in ["blocking.rs", "host.rs", "serve.rs"] {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
        let lines = fs::read_to_string(&file).unwrap().lines().count();
        assert!(lines <= 60, "{name}: {lines} lines");
    }
}
