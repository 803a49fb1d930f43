// Loads the wasm in Cloudflare's workers, which compile it before they start and never at run time.
import wasm from "./pkg/etickets_bg.wasm";
import { initSync } from "./pkg/etickets.js";

initSync({ module: wasm });
export * from "./etickets.js";
