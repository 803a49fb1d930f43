// Bun, from its npm package.
import { SKIPPED, binary } from "./binary.mjs";
import { program } from "./program.mjs";

export const expected = ["node.js", "sandbox-node.js", "ipn-node.js", "thankyou-node.js", "money-node.js"];

export function run(base) {
  const bun = binary("@oven", "bun-", "bin/bun");
  return bun ? program(bun, [], "bun", base) : SKIPPED;
}
