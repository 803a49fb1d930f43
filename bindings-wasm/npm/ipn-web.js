// Loads the wasm in a page; bundlers know this way of naming a file beside the module.
import init from "./pkg/ipn.js";

await init({ module_or_path: new URL("./pkg/ipn_bg.wasm", import.meta.url) });
export * from "./ipn.js";
export * from "./ipn-handlers.js";
