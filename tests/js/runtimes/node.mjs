// Node itself.
import { program } from "./program.mjs";
import { loaders } from "./entries.mjs";

export const expected = loaders("node");

export function run(base) {
  return program(process.execPath, [], "node", base);
}
