// Loads the wasm in Cloudflare's workers, which compile it before they start and never at run time.
import wasm from "./pkg/thankyou_bg.wasm";
import { initSync } from "./pkg/thankyou.js";

initSync({ module: wasm });
export * from "./thankyou.js";
