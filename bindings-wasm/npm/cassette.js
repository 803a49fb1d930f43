/** Cassettes. The types, in `cassette.d.ts`, say what everything is. */
import * as wasm from "./pkg/cassette.js";

export const redacted = (key) => wasm.redacted(`${key}`);
