// Loads the wasm in Node, and in Deno and Bun, which read Node's entry.
import { readFileSync } from "node:fs";
import { initSync } from "./pkg/money.js";

initSync({ module: readFileSync(new URL("./pkg/money_bg.wasm", import.meta.url)) });
export * from "./money.js";
