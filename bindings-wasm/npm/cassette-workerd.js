// Loads the wasm in Cloudflare's workers, which compile it before they start and never at run time.
import wasm from "./pkg/cassette_bg.wasm";
import { initSync } from "./pkg/cassette.js";

initSync({ module: wasm });
export * from "./cassette.js";
