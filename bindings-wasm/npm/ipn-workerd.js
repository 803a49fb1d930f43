// Loads the wasm in Cloudflare's workers, which compile it before they start and never at run time.
import wasm from "./pkg/ipn_bg.wasm";
import { initSync } from "./pkg/ipn.js";

initSync({ module: wasm });
export * from "./ipn.js";
export * from "./ipn-handlers.js";
