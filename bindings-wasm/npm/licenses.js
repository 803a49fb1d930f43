/** Licence keys and receipts. The types, in `licenses.d.ts`, say what everything is. */
export { DigistoreError } from "./error.js";
