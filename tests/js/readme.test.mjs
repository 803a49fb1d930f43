//! The JavaScript in the documentation: it runs, and TypeScript has nothing to object to.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = new URL("../../", import.meta.url);

/** The blocks of JavaScript in a file: in Markdown, or in the comments of declarations. */
function blocks(file) {
  const text = readFileSync(new URL(file, root), "utf8").replace(/^ \* ?/gm, "");
  const found = [...text.matchAll(/^```js\n(.*?)^```/gms)].map(([, code]) => code);
  assert.ok(found.length > 0, file);
  return found;
}

for (const readme of ["README.md", "bindings-wasm/npm/README.md"]) {
  test(`the JavaScript in ${readme} runs`, () => {
    for (const code of blocks(readme)) {
      const printed = execFileSync(process.execPath, ["--input-type=module"], { cwd: new URL("tests/js/", root), input: code });
      assert.notEqual(`${printed}`.trim(), "", code);
    }
  });
}

test("all JavaScript in the documentation passes the strictest checks of TypeScript", () => {
  const files = ["README.md", "bindings-wasm/npm/README.md", "bindings-wasm/npm/cassette.d.ts", "bindings-wasm/npm/digistore24.d.ts", "bindings-wasm/npm/money-functions.d.ts", "bindings-wasm/npm/money-ledger.d.ts", "bindings-wasm/npm/sandbox.d.ts", "bindings-wasm/npm/setup.d.ts", "bindings-wasm/npm/vouchers.d.ts"];
  const folder = new URL(".setup/documented/", root);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL("tsconfig.json", folder), '{ "extends": "../../tests/js/types/tsconfig.json", "include": ["*.mts"] }');
  for (const file of files) {
    blocks(file).forEach((code, at) => writeFileSync(new URL(`${file.replaceAll("/", ".")}-${at}.mts`, folder), code));
  }
  const tsc = fileURLToPath(new URL("node_modules/typescript/bin/tsc", import.meta.url));
  const { status, stdout } = spawnSync(process.execPath, [tsc, "--project", fileURLToPath(folder)], { encoding: "utf8" });
  assert.equal(stdout, "");
  assert.equal(status, 0);
});

test("the recipe for Vitest runs under Vitest", () => {
  const [, code] = readFileSync(new URL("bindings-wasm/npm/README.md", root), "utf8").match(/^```mjs\n(.*?)^```/ms);
  assert.equal(readFileSync(new URL("recipes/vitest.test.mjs", import.meta.url), "utf8"), code, "the file is what the README says");
  const vitest = fileURLToPath(new URL("node_modules/vitest/vitest.mjs", import.meta.url));
  const options = ["run", "--reporter=json", "--dir", "recipes"];
  const { stdout, stderr } = spawnSync(process.execPath, [vitest, ...options], { cwd: new URL(".", import.meta.url), encoding: "utf8" });
  const { numPassedTests, success } = JSON.parse(stdout.slice(stdout.indexOf("{")) || "{}");
  assert.deepEqual([success, numPassedTests], [true, 1], stderr + stdout);
});
