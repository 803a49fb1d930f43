// Which files of the npm package a runtime with these conditions loads, by the rules of `exports` in its package.json.
import { readFileSync } from "node:fs";

const { exports } = JSON.parse(readFileSync(new URL("../../../bindings-wasm/npm/package.json", import.meta.url), "utf8"));

/** The files of the five entries, in the order of the suite; for each the first condition that holds wins. */
export function exported(conditions) {
  return [".", "./sandbox", "./ipn", "./thankyou", "./money"].map((entry) => {
    const [, file] = Object.entries(exports[entry]).find(([name]) => name === "default" || conditions.includes(name));
    return file.replace("./", "");
  });
}
