// Loads the wasm in a page; bundlers know this way of naming a file beside the module.
import init from "./pkg/cassette.js";

await init({ module_or_path: new URL("./pkg/cassette_bg.wasm", import.meta.url) });
export * from "./cassette.js";
