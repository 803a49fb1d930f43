import { read as readReply } from "./pkg/digistore24.js";

export { Budget } from "./budget.js";
export { Digistore24 } from "./client.js";
export { DigistoreError } from "./error.js";

/** Reads a stored answer. The types, in `digistore24.d.ts`, say what everything is. */
export function read(name, body, status = 200) {
  // The encoder of the runtime is many times quicker than the way of wasm-bindgen.
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  return readReply(`${name}`, { status, body: bytes }, body);
}
