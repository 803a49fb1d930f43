// Loads the wasm in Node, and in Deno and Bun, which read Node's entry.
import { readFileSync } from "node:fs";
import { initSync } from "./pkg/ipn.js";

initSync({ module: readFileSync(new URL("./pkg/ipn_bg.wasm", import.meta.url)) });
export * from "./ipn.js";
export * from "./ipn-handlers.js";
