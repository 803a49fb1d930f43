/** Discount codes and value vouchers. The types, in `vouchers.d.ts`, say what everything is. */
import { computed } from "./compute.js";
import * as wasm from "./pkg/vouchers.js";

const compute = (name, options) => computed(name, wasm.compute(name, options)).result;

/** The options with the host's clock, unless they tell the moment. Anything but plain options is refused as it is. */
function timed(options) {
  if (options === null || typeof options !== "object" || options.now != null) return options;
  if (![Object.prototype, null].includes(Object.getPrototypeOf(options))) return options;
  return { ...options, now: new Date() };
}

export const check = (options) => compute("check", timed(options));
export const coupon = (options) => compute("coupon", options);
export const create = (options) => compute("create", options);
export const update = (options) => compute("update", options);
export const created = (options) => compute("created", options);
export { DigistoreError } from "./error.js";
