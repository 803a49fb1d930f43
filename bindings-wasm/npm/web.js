// Loads the wasm in a page; bundlers know this way of naming a file beside the module.
import init from "./pkg/digistore24.js";
import { methods } from "./methods.js";

await init({ module_or_path: new URL("./pkg/digistore24_bg.wasm", import.meta.url) });
methods();
export * from "./digistore24.js";
