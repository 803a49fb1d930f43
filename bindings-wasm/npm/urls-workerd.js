// Loads the wasm in Cloudflare's workers, which compile it before they start and never at run time.
import wasm from "./pkg/urls_bg.wasm";
import { initSync } from "./pkg/urls.js";

initSync({ module: wasm });
export * from "./urls.js";
