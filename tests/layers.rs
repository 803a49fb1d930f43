//! How the workspace holds together: who may use whom, where facts come from, how long a file gets.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::root;

const LONGEST: usize = 600;

/// Files that are emitted, not written.
const EMITTED: &[&str] = &[
    "FUNCTIONS.md",
    "bindings-python/python/digistore24/_functions.pyi",
    "bindings-python/python/digistore24/ipn/_events.pyi",
    "bindings-wasm/npm/functions.d.ts",
];

#[test]
fn the_catalogue_uses_only_the_wire_and_plain_values() {
    for (file, used) in arrows("catalogue/") {
        let foreign: Vec<_> =
            used.iter().filter(|used| !["amount", "time", "value", "wire"].contains(&used.as_str())).collect();
        assert!(foreign.is_empty(), "{file} uses {foreign:?}");
    }
}

#[test]
fn the_wire_knows_neither_client_nor_sandbox() {
    for (file, used) in arrows("wire/") {
        assert!(
            !used.contains("client") && !used.contains("call") && !used.contains("sandbox"),
            "{file} uses {used:?}"
        );
    }
}

#[test]
fn receiving_notifications_needs_neither_the_functions_nor_the_client() {
    for (file, used) in arrows("ipn/") {
        let sends = ["ipn/connecting.rs", "ipn/doctor.rs"].iter().any(|sender| file.ends_with(sender));
        for module in ["client", "call", "flow", "sandbox", "answer"] {
            assert!(!used.contains(module) || sends && module != "sandbox", "{file} uses {module}");
        }
    }
}

#[test]
fn checking_knows_no_client_and_each_thing_keeps_to_itself() {
    let subjects = ["voucher", "license", "eticket", "urls"];
    for subject in subjects {
        let foreign = subjects.iter().filter(|other| **other != subject);
        for (file, used) in arrows(&format!("{subject}/")) {
            for module in
                ["client", "call", "flow", "sandbox", "answer", "ipn", "commission"].iter().chain(foreign.clone())
            {
                assert!(!used.contains(*module), "{file} uses {module}");
            }
        }
    }
}

#[test]
fn coming_to_a_key_needs_a_client_only_to_ask_for_it() {
    for (file, used) in arrows("keys/").iter().filter(|(file, _)| !file.ends_with("keys/requesting.rs")) {
        for module in ["client", "call", "flow", "sandbox", "answer", "ipn"] {
            assert!(!used.contains(module), "{file} uses {module}");
        }
    }
}

#[test]
fn looking_afterwards_knows_neither_client_nor_catalogue() {
    for (file, used) in arrows("aftermath/") {
        for module in ["client", "call", "flow", "sandbox", "answer", "catalogue", "wire", "ipn", "commission"] {
            assert!(!used.contains(module), "{file} uses {module}");
        }
    }
}

#[test]
fn lists_are_read_over_the_client_and_know_no_subject() {
    for (file, used) in arrows("pages/") {
        for module in ["sandbox", "ipn", "commission", "voucher", "license", "eticket", "urls"] {
            assert!(!used.contains(module), "{file} uses {module}");
        }
    }
}

#[test]
fn what_shows_and_keeps_requests_knows_no_client() {
    for place in ["cassette/", "preview.rs", "redaction.rs"] {
        for (file, used) in arrows(place) {
            for module in ["client", "call", "answer", "sandbox", "ipn"] {
                assert!(!used.contains(module), "{file} uses {module}");
            }
        }
    }
}

#[test]
fn the_sandbox_is_no_second_client() {
    for (file, used) in arrows("sandbox/") {
        assert!(!used.contains("client") && !used.contains("call"), "{file} uses {used:?}");
    }
}

#[test]
fn bindings_use_the_core_as_anybody_would() {
    for (file, text) in texts().iter().filter(|(file, _)| file.ends_with(".rs")) {
        if file.starts_with("bindings-") {
            let taken = ["#[path", "include!("].iter().find(|way| text.contains(**way));
            assert!(taken.is_none(), "{file} takes in sources with {taken:?}");
        }
        if file.starts_with("core/") {
            assert!(!text.contains("doc(hidden)"), "{file} has an entrance that its documentation hides");
        }
    }
}

#[test]
fn the_core_requires_at_most_four_crates_and_no_binding() {
    let manifest = fs::read_to_string(root().join("core/Cargo.toml")).unwrap();
    let (_, section) = manifest.split_once("\n[dependencies]\n").unwrap();
    let section = section.split("\n[").next().unwrap();
    let required: Vec<&str> = section
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#') && !line.contains("optional = true"))
        .map(|line| line.split(['.', ' ', '=']).next().unwrap())
        .collect();
    assert!(required.len() <= 4, "required: {required:?}");
    for binding in ["digistore24", "js-sys", "pyo3", "wasm-bindgen", "web-sys"] {
        assert!(!section.lines().any(|line| line.starts_with(binding)), "the core depends on {binding}");
    }
}

#[test]
fn every_function_names_its_source() {
    let mut functions = 0;
    for (file, text) in texts().iter().filter(|(file, _)| file.starts_with("core/src/catalogue/")) {
        let lines: Vec<&str> = text.lines().collect();
        for (at, line) in lines.iter().enumerate().filter(|(_, line)| is_entry(line)) {
            functions += 1;
            let above = lines.get(..at).unwrap().iter().rev();
            let mut notes =
                above.skip_while(|line| line.starts_with("    ///")).take_while(|line| line.starts_with("    // "));
            assert!(
                notes.any(|note| note.starts_with("    // source: ")),
                "{file}:{}: no source above `{}`",
                at + 1,
                line.trim()
            );
        }
    }
    assert_eq!(functions, digistore24::catalogue::all().count());
}

/// Whether this is the first line of an entry of `functions!`: `    Ping = "ping" (Get, Read, Safe) ...`.
fn is_entry(line: &str) -> bool {
    let Some((name, rest)) = line.strip_prefix("    ").and_then(|line| line.split_once(" = \"")) else { return false };
    name.starts_with(|c: char| c.is_ascii_uppercase())
        && name.chars().all(|c| c.is_ascii_alphanumeric())
        && rest.contains("\" (")
}

#[test]
fn no_file_is_longer_than_600_lines() {
    let written = ["rs", "py", "pyi", "js", "mjs", "ts", "mts", "md"];
    let texts = texts();
    let long: Vec<String> = texts
        .iter()
        .filter(|(file, _)| Path::new(file).extension().is_some_and(|end| written.iter().any(|known| end == *known)))
        .filter(|(file, _)| !EMITTED.contains(&file.as_str()))
        .map(|(file, text)| (file, text.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST)
        .map(|(file, lines)| format!("{file}: {lines}"))
        .collect();
    assert!(long.is_empty(), "longer than {LONGEST} lines: {long:?}");
}

#[test]
fn nothing_points_out_of_the_repository() {
    let homes = ["home", "root", "Users", "work"].map(|folder| format!("/{folder}/"));
    for (file, text) in &texts() {
        let depth = file.matches('/').count();
        let out = "../".repeat(depth + 1);
        let climbs = text.match_indices(&out).any(|(at, _)| !text.get(..at).unwrap().ends_with("../"));
        assert!(!climbs, "{file} climbs out of the repository with {out}");
        let stays = |home: &String| text.match_indices(home.as_str()).all(|(at, _)| is_inside_a_path(text, at));
        assert!(homes.iter().all(stays), "{file} names a folder of somebody's machine");
    }
}

/// Whether the slash at `at` goes on a path or an address, as in `example.test/home/`.
fn is_inside_a_path(text: &str, at: usize) -> bool {
    text.get(..at).unwrap().ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '}' | '~'))
}

/// For every file of the core below `folder` the modules that it mentions from the crate's root.
fn arrows(folder: &str) -> BTreeMap<String, BTreeSet<String>> {
    let folder = format!("core/src/{folder}");
    let exports = exports();
    let texts = texts();
    let below: BTreeMap<_, _> = texts
        .into_iter()
        .filter(|(file, _)| file.starts_with(&folder) && file.ends_with(".rs"))
        .map(|(file, text)| {
            let modules = mentioned(&text).into_iter().map(|name| exports.get(&name).cloned().unwrap_or(name));
            (file, modules.collect())
        })
        .collect();
    assert!(!below.is_empty(), "nothing lies in {folder}");
    below
}

/// What follows `crate::` in a file: modules, and names that the crate exports at its root.
fn mentioned(text: &str) -> BTreeSet<String> {
    let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let code = code.join("\n").replace("$crate::", "");
    code.split("crate::").skip(1).flat_map(names).collect()
}

/// The first name of a path, or those of a group in braces.
fn names(path: &str) -> Vec<String> {
    let name =
        |path: &str| path.trim().chars().take_while(|c| *c == '_' || c.is_ascii_alphanumeric()).collect::<String>();
    let Some(group) = path.strip_prefix('{') else { return vec![name(path)] };
    let (mut depth, mut out) = (0, vec![String::new()]);
    for c in group.chars() {
        match c {
            '}' if depth == 0 => break,
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => out.push(String::new()),
            _ => out.last_mut().unwrap().push(c),
        }
    }
    out.iter().map(|path| name(path)).filter(|name| !name.is_empty()).collect()
}

/// From which module each name at the root of the core comes.
fn exports() -> BTreeMap<String, String> {
    let text = fs::read_to_string(root().join("core/src/lib.rs")).unwrap();
    let mut exports = BTreeMap::new();
    for statement in text.split("pub use ").skip(1) {
        let path = statement.split(';').next().unwrap();
        let (module, _) = path.split_once("::").unwrap();
        let (_, last) = path.rsplit_once("::").unwrap();
        for name in names(last) {
            exports.insert(name, module.to_owned());
        }
    }
    exports
}

/// Every text of the repository by its path, whether it has been committed yet or not.
fn texts() -> BTreeMap<String, String> {
    let mut git = Command::new("git");
    git.args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"]).current_dir(root());
    let listed = git.output().expect("git lists the files of the repository");
    assert!(listed.status.success(), "git ls-files: {}", String::from_utf8_lossy(&listed.stderr));
    let files = String::from_utf8(listed.stdout).unwrap();
    let texts = files
        .split_terminator('\0')
        .filter_map(|file| Some((file.to_owned(), fs::read_to_string(root().join(file)).ok()?)));
    texts.collect()
}

#[test]
fn names_behind_crate_are_found_in_groups_and_paths() {
    let text = "use crate::{Amount, wire::{Kind, form}, flow};\n// crate::client\nlet a = crate::time::check(); $crate::Record";
    let found: Vec<String> = mentioned(text).into_iter().collect();
    assert_eq!(found, ["Amount", "flow", "time", "wire"]);
}
