// Loads the wasm in Node, and in Deno and Bun, which read Node's entry.
import { readFileSync } from "node:fs";
import { initSync } from "./pkg/cassette.js";

initSync({ module: readFileSync(new URL("./pkg/cassette_bg.wasm", import.meta.url)) });
export * from "./cassette.js";
