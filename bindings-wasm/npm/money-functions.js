import { computed } from "./compute.js";
import * as wasm from "./pkg/money.js";

const compute = (name, options) => computed(name, wasm.compute(name, options));

let optionsOf;

/** Who gets how much of a payment. The types, in `money-functions.d.ts`, say what everything is. */
export class Split {
  /** What it was made from. */
  #options;

  constructor(given) {
    const { result, options } = compute("split", given);
    Object.assign(this, result);
    this.#options = options;
  }

  explain(language) {
    return this.#shown("explain", language);
  }

  steps(language) {
    return this.#shown("steps", language);
  }

  toHtml(language) {
    return this.#shown("toHtml", language);
  }

  /** What notebooks of Deno show. */
  [Symbol.for("Jupyter.display")]() {
    return { "text/plain": this.explain(), "text/html": this.toHtml() };
  }

  #shown(name, language) {
    return compute(name, { split: this.#options, language }).result;
  }

  static {
    optionsOf = (value) => (#options in value ? value.#options : undefined);
  }
}

/** Options in which splits may stand, with what each was made from in its place. */
function opened(value, depth = 3) {
  if (value === null || typeof value !== "object") return value;
  const options = optionsOf(value);
  if (options || depth === 0) return options ?? value;
  if (Array.isArray(value)) return value.map((item) => opened(item, depth - 1));
  // Anything else is refused where it stands.
  if (![Object.prototype, null].includes(Object.getPrototypeOf(value))) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, opened(item, depth - 1)]));
}

export const split = (options) => new Split(options);
export const schedule = (options) => compute("schedule", options).result;
export const reserve = (options) => compute("reserve", opened(options)).result;
export const refund = (options) => compute("refund", opened(options)).result;
export const forecast = (options) => compute("forecast", opened(options)).result;
export const reconcile = (options) => compute("reconcile", options).result;
export const inferTariff = (options) => compute("inferTariff", options).result;
