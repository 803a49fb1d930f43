// Loads the wasm in Cloudflare's workers, which compile it before they start and never at run time.
import wasm from "./pkg/licenses_bg.wasm";
import { initSync } from "./pkg/licenses.js";

initSync({ module: wasm });
export * from "./licenses.js";
