/** Order ids, links, order forms and payment plans. The types, in `urls.d.ts`, say what everything is. */
import { computed } from "./compute.js";
import * as wasm from "./pkg/urls.js";

export { DigistoreError } from "./error.js";

const made = (name) => (options) => computed(name, wasm.compute(name, options)).result;

export const parse = made("parse");
export const change = made("change");
export const promo = made("promo");
export const content = made("content");
export const product = made("product");
export const upgrade = made("upgrade");
export const testpay = made("testpay");
export const thankyou = made("thankyou");
export const postback = made("postback");
export const orderId = made("orderId");
export const productId = made("productId");
export const affiliate = made("affiliate");
export const key = made("key");
export const buyUrl = made("buyUrl");
export const paymentPlan = made("paymentPlan");
