/** Order ids, links, order forms and payment plans. The types, in `urls.d.ts`, say what everything is. */
export { DigistoreError } from "./error.js";
