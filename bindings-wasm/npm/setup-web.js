// Loads the wasm in a page; bundlers know this way of naming a file beside the module.
import init from "./pkg/setup.js";

await init({ module_or_path: new URL("./pkg/setup_bg.wasm", import.meta.url) });
export * from "./setup.js";
