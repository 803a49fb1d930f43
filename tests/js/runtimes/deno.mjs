// Deno, from its npm package.
import { SKIPPED, binary } from "./binary.mjs";
import { program } from "./program.mjs";

export const expected = ["node.js", "sandbox-node.js", "ipn-node.js", "thankyou-node.js", "money-node.js"];

export function run(base) {
  const deno = binary("@deno", "", "deno");
  const rights = ["--no-prompt", "--allow-read", `--allow-net=${new URL(base).hostname}`];
  return deno ? program(deno, ["run", ...rights], "deno", base) : SKIPPED;
}
