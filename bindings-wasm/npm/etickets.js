/** E-tickets and door lists. The types, in `etickets.d.ts`, say what everything is. */
export { DigistoreError } from "./error.js";
