// Loads the wasm in Node, and in Deno and Bun, which read Node's entry.
import { readFileSync } from "node:fs";
import { initSync } from "./pkg/setup.js";

initSync({ module: readFileSync(new URL("./pkg/setup_bg.wasm", import.meta.url)) });
export * from "./setup.js";
