// Deno, from its npm package.
import { SKIPPED, binary } from "./binary.mjs";
import { program } from "./program.mjs";
import { loaders } from "./entries.mjs";

export const expected = loaders("node");

export function run(base) {
  const deno = binary("@deno", "", "deno");
  const rights = ["--no-prompt", "--allow-read", `--allow-net=${new URL(base).hostname}`];
  return deno ? program(deno, ["run", ...rights], "deno", base) : SKIPPED;
}
