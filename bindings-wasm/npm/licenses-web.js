// Loads the wasm in a page; bundlers know this way of naming a file beside the module.
import init from "./pkg/licenses.js";

await init({ module_or_path: new URL("./pkg/licenses_bg.wasm", import.meta.url) });
export * from "./licenses.js";
