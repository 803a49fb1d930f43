/** Who gets how much of a sale. The types, in `money.d.ts`, say what everything is. */
export { DigistoreError } from "./error.js";
export { Split, forecast, inferTariff, reconcile, refund, reserve, schedule, split } from "./money-functions.js";
export { splitMany } from "./money-many.js";
