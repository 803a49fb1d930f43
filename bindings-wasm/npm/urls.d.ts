import type {
  ContentLink,
  Id,
  Link,
  MadeLink,
  OrderFormLink,
  OrderFormOptions,
  Page,
  PromoLink,
  Shape,
  TrackingOptions,
} from "./urls-links.js";
import type { BuyUrlParameters, Lint, LintOptions, PaymentPlanParameters } from "./urls-plans.js";

export { DigistoreError } from "./digistore24.js";
export type * from "./urls-links.js";
export type * from "./urls-plans.js";

/**
 * Reads a link: any link, and anything else that is a text. What it is stands in `type`, what is wrong in `notes`.
 *
 * ```js
 * import { parse } from "digistore24/urls";
 *
 * const link = parse({ url: "https://www.digistore24.com/redir/220831/MaxMuster/Spring" });
 * if (link.type === "promo") console.log(link.affiliate, link.campaignKey); // MaxMuster Spring
 * ```
 *
 * `secret` names parameters whose values are keys, such as that of test payments; they show as `***` everywhere but in `url`,
 * which is the whole link.
 *
 * @throws {DigistoreError} of the kind `params`, as all functions here, with everything that is wrong in `problems`.
 */
export function parse(options: { url: string; secret?: readonly string[] | null }): Link;

/**
 * Changes a promo link, a content link or an order form; everything else in it stays to the byte. An empty text removes a
 * part, and so does `null` below `query`.
 */
export function change(options: { url: string } & Omit<TrackingOptions & OrderFormOptions, "host" | "orderFormId">): PromoLink | ContentLink | OrderFormLink;

/** Makes a promo link. */
export function promo(options: { productId: Id; affiliate: string } & TrackingOptions): PromoLink;

/** Makes a content link. */
export function content(options: { productId: Id; contentLinkId: Id; affiliate: string } & TrackingOptions): ContentLink;

/**
 * Makes the link of an order form.
 *
 * ```js
 * import { product } from "digistore24/urls";
 *
 * console.log(product({ productId: 548372, voucher: "SPRING", plan: 2 }).url);
 * // https://www.checkout-ds24.com/product/548372?voucher=SPRING&plan=2
 * ```
 */
export function product(options: { productId: Id } & OrderFormOptions): OrderFormLink;

/** Makes an upgrade link: `ORDER_ID` in the `upgrade_url` of the API is replaced by the order ids. */
export function upgrade(options: { template: string; orderIds: readonly string[] }): MadeLink;

/** Adds the parameter of test payments, as `getTestpayKey` answers it. Whoever holds the link buys without paying. */
export function testpay(options: { url: string; getParamName: string; testpayKey: string }): MadeLink;

/** Makes the address of a thank-you page, in which the service fills placeholders such as `[ORDER_ID]`. */
export function thankyou(options: { url: string; query?: Readonly<Record<string, string>> | null }): Page;

/** Looks at a template of a postback, with placeholders such as `{cid}`. */
export function postback(options: { url: string }): Page;

/** Tells what the shape of an order id tells. */
export function orderId(options: { text: Id }): Shape;
/** Tells what the shape of the number of a product tells. */
export function productId(options: { text: Id }): Shape;
/** Tells what the shape of the name of an affiliate tells. */
export function affiliate(options: { text: Id }): Shape;
/** Tells what the shape of a campaign key or a tracking key tells. */
export function key(options: { text: Id }): Shape;

/**
 * Looks at the parameters of `createBuyUrl` before they are sent: what contradicts itself, what the service is known to
 * refuse, and every payment there will be.
 *
 * ```js
 * import { buyUrl } from "digistore24/urls";
 *
 * const plan = { first_amount: "1.00", other_amounts: "19.90", currency: "EUR", number_of_installments: 0, tax_mode: "include" };
 * const { ok, findings, preview } = buyUrl({ parameters: { product_id: 548372, payment_plan: plan }, startsOn: "2026-10-05" });
 * for (const { severity, path, text } of findings) console.log(severity, path, text);
 * for (const { dueOn, amount } of preview?.payments ?? []) console.log(dueOn, amount);
 * ```
 */
export function buyUrl<Parameters extends BuyUrlParameters>(options: LintOptions<Parameters>): Lint<Parameters>;

/** The same for the parameters of `createPaymentplan`, or of `updatePaymentplan` where there is a `paymentplan_id`. */
export function paymentPlan<Parameters extends PaymentPlanParameters>(options: LintOptions<Parameters>): Lint<Parameters>;
