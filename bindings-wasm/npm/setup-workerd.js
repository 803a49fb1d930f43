// Loads the wasm in Cloudflare's workers, which compile it before they start and never at run time.
import wasm from "./pkg/setup_bg.wasm";
import { initSync } from "./pkg/setup.js";

initSync({ module: wasm });
export * from "./setup.js";
