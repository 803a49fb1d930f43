// The npm package as it would be published.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { ENTRIES } from "./runtimes/entries.mjs";

const FOLDER = new URL("../../bindings-wasm/npm/", import.meta.url);
const { exports, sideEffects } = JSON.parse(readFileSync(new URL("package.json", FOLDER), "utf8"));
const entries = Object.values(exports).filter((target) => typeof target === "object");
const files = published();

/** The paths that `npm publish` would put into the package. */
function published() {
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const listed = execFileSync(npm, ["pack", "--dry-run", "--json"], {
    cwd: fileURLToPath(FOLDER),
    stdio: ["ignore", "pipe", "ignore"],
  });
  return JSON.parse(listed)[0].files.map(({ path }) => `./${path}`);
}

test("everything the package exports is published", () => {
  const targets = entries.flatMap((entry) => Object.values(entry));
  assert.ok(targets.length > 0);
  assert.deepEqual(targets.filter((target) => !files.includes(target)), []);
});

test("the files that do something when loaded are the loaders", () => {
  const loaders = entries.flatMap(({ types, ...loaders }) => Object.values(loaders));
  assert.deepEqual([...sideEffects].sort(), loaders.sort());
});

test("each entry brings its own wasm and no other", () => {
  const wasm = (loader) => readFileSync(new URL(loader, FOLDER), "utf8").match(/\w+_bg\.wasm/g);
  for (const name of ENTRIES) {
    const entry = name === "digistore24" ? "." : `./${name}`;
    for (const loader of Object.values(exports[entry]).slice(1)) assert.deepEqual(wasm(loader), [`${name}_bg.wasm`]);
    assert.ok(files.includes(`./pkg/${name}_bg.wasm`));
  }
});
