// Loads the wasm in Cloudflare's workers, which compile it before they start and never at run time.
import wasm from "./pkg/money_bg.wasm";
import { initSync } from "./pkg/money.js";

initSync({ module: wasm });
export * from "./money.js";
