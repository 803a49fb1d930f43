export { DigistoreError } from "./digistore24.js";
export * from "./money-functions.js";
export * from "./money-ledger.js";
export type * from "./money-options.js";
export type * from "./money-results.js";
export * from "./money-many.js";
