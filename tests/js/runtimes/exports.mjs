// Which files of the npm package a runtime with these conditions loads, by the rules of `exports` in its package.json.
import { readFileSync } from "node:fs";
import { ENTRIES } from "./entries.mjs";

const { exports } = JSON.parse(readFileSync(new URL("../../../bindings-wasm/npm/package.json", import.meta.url), "utf8"));

/** The files of the entries, in their order; for each the first condition that holds wins. */
export function exported(conditions) {
  return ENTRIES.map((name) => {
    const entry = name === "digistore24" ? "." : `./${name}`;
    const [, file] = Object.entries(exports[entry]).find(([name]) => name === "default" || conditions.includes(name));
    return file.replace("./", "");
  });
}
