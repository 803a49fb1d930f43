/** Discount codes and value vouchers. The types, in `vouchers.d.ts`, say what everything is. */
export { DigistoreError } from "./error.js";
