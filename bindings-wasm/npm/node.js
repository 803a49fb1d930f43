// Loads the wasm in Node, and in Deno and Bun, which read Node's entry.
import { readFileSync } from "node:fs";
import { initSync } from "./pkg/digistore24.js";
import { methods } from "./methods.js";

initSync({ module: readFileSync(new URL("./pkg/digistore24_bg.wasm", import.meta.url)) });
methods();
export * from "./digistore24.js";
