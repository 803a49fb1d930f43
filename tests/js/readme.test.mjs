import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const root = new URL("../../", import.meta.url);

for (const readme of ["README.md", "bindings-wasm/npm/README.md"]) {
  const text = readFileSync(new URL(readme, root), "utf8");
  const blocks = [...text.matchAll(/^```js\n(.*?)^```/gms)].map(([, code]) => code);

  test(`the JavaScript in ${readme} runs`, () => {
    assert.ok(blocks.length > 0);
    for (const code of blocks) {
      const printed = execFileSync(process.execPath, ["--input-type=module"], { cwd: new URL("tests/js/", root), input: code });
      assert.notEqual(`${printed}`.trim(), "", code);
    }
  });
}
