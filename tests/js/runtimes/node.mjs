// Node itself.
import { program } from "./program.mjs";

export const expected = ["node.js", "sandbox-node.js", "ipn-node.js", "thankyou-node.js", "money-node.js"];

export function run(base) {
  return program(process.execPath, [], "node", base);
}
