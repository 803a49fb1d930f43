// Bun, from its npm package.
import { SKIPPED, binary } from "./binary.mjs";
import { program } from "./program.mjs";
import { loaders } from "./entries.mjs";

export const expected = loaders("node");

export function run(base) {
  const bun = binary("@oven", "bun-", "bin/bun");
  return bun ? program(bun, [], "bun", base) : SKIPPED;
}
