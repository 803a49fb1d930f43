// Loads the wasm in a page; bundlers know this way of naming a file beside the module.
import init from "./pkg/vouchers.js";

await init({ module_or_path: new URL("./pkg/vouchers_bg.wasm", import.meta.url) });
export * from "./vouchers.js";
