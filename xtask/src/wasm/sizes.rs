//! What the npm package weighs, entry by entry, and the budget it must keep.
use std::{iter::Sum, path::PathBuf};

use super::entry::{ENTRIES, Entry};
use crate::{Result, run::run};

/// The size of a file in bytes: as it is, after gzip -9, after brotli 11.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Size {
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// Prints the sizes of all entries and fails when one is above its budget.
pub(super) fn check() -> Result {
    println!("{:<24} {:>10} {:>10} {:>10} {:>10}", "npm package, bytes", "raw", "gzip -9", "brotli 11", "budget");
    let mut heavy = Vec::new();
    for entry in ENTRIES {
        let brotli = print(entry)?.brotli;
        if brotli > entry.budget {
            heavy.push(format!("{} weighs {brotli} bytes after brotli, its budget is {}", entry.name, entry.budget));
        }
    }
    if heavy.is_empty() { Ok(()) } else { Err(heavy.join("\nerror: ").into()) }
}

/// Prints one entry's rows and answers the sum.
fn print(entry: &Entry) -> Result<Size> {
    let files = [entry.wasm(), entry.glue()];
    let sizes = measure(&files)?;
    for (file, size) in files.iter().zip(&sizes) {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        println!("  {name:<22} {:>10} {:>10} {:>10}", size.raw, size.gzip, size.brotli);
    }
    let sum: Size = sizes.into_iter().sum();
    println!("{:<24} {:>10} {:>10} {:>10} {:>10}", entry.name, sum.raw, sum.gzip, sum.brotli, entry.budget);
    Ok(sum)
}

/// Node brings both compressions, so that nothing has to be built for them here.
fn measure(files: &[PathBuf]) -> Result<Vec<Size>> {
    let script = include_str!("sizes.mjs");
    let printed = run("node").args(["--input-type=module", "--eval", script]).args(files).text()?;
    printed.lines().map(|line| parse(line).ok_or_else(|| format!("`{line}` is no size").into())).collect()
}

fn parse(line: &str) -> Option<Size> {
    let mut numbers = line.split(' ').map(|number| number.parse().ok());
    Some(Size { raw: numbers.next()??, gzip: numbers.next()??, brotli: numbers.next()?? })
}

impl Sum for Size {
    fn sum<I: Iterator<Item = Size>>(sizes: I) -> Size {
        sizes.fold(Size { raw: 0, gzip: 0, brotli: 0 }, |a, b| Size {
            raw: a.raw + b.raw,
            gzip: a.gzip + b.gzip,
            brotli: a.brotli + b.brotli,
        })
    }
}
