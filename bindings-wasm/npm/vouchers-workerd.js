// Loads the wasm in Cloudflare's workers, which compile it before they start and never at run time.
import wasm from "./pkg/vouchers_bg.wasm";
import { initSync } from "./pkg/vouchers.js";

initSync({ module: wasm });
export * from "./vouchers.js";
