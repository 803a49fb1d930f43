// Loads the wasm in Cloudflare's workers, which compile it before they start and never at run time.
import wasm from "./pkg/digistore24_bg.wasm";
import { initSync } from "./pkg/digistore24.js";
import { methods } from "./methods.js";

initSync({ module: wasm });
methods();
export * from "./digistore24.js";
