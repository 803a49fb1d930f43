// Loads the wasm in Cloudflare's workers, which compile it before they start and never at run time.
import wasm from "./pkg/sandbox_bg.wasm";
import { initSync } from "./pkg/sandbox.js";

initSync({ module: wasm });
export * from "./sandbox.js";
