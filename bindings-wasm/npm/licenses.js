/** Licence keys and receipts. The types, in `licenses.d.ts`, say what everything is. */
import { computed } from "./compute.js";
import { asked } from "./inquiry.js";
import * as wasm from "./pkg/licenses.js";

export { DigistoreError } from "./error.js";

const compute = (name, options) => computed(name, wasm.compute(name, options)).result;

/** The clock of the host, where nobody says another time. */
const timed = (options) => (options === null || typeof options !== "object" ? options : { ...options, now: options.now ?? new Date() });

export const shape = (options) => compute("shape", options);
export const verdict = (options) => compute("verdict", options);
export const publicKey = (options) => compute("publicKey", options);
export const sign = (options) => compute("sign", timed(options));
export const check = (options) => compute("check", timed(options));

export async function validate(ds, options) {
  const validation = new wasm.Validation(options);
  try {
    // What is wrong with the options is thrown before anything is sent.
    computed("validate", validation.step());
    return await asked(ds, validation);
  } finally {
    validation.free();
  }
}

/** A new pair of keys. The private one shows in no log and in no JSON. */
export class Keys {
  #privateKey;

  constructor() {
    const seed = [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const { privateKey, publicKey } = compute("newKeys", { seed });
    this.#privateKey = privateKey;
    this.publicKey = publicKey;
  }

  get privateKey() {
    return this.#privateKey;
  }
}

export const newKeys = () => new Keys();
