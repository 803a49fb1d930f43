import type { Passphrase, Raw } from "./ipn.js";
import type { ThankYou } from "./thankyou-fields.js";

export { IpnRejected, type Passphrase, type Raw } from "./ipn.js";
export type * from "./thankyou-fields.js";

/** What `thankyou` also takes. */
export interface ThankYouOptions {
  /** The names of the parameters that the address already had. They are left out before the signature is checked. */
  own?: Iterable<string>;
}

/**
 * Checks and decrypts the query that the service appends to the address of a thank-you page, with the thank-you page key of
 * the account: one, or several while it is being changed. Without any, everything is refused.
 *
 * ```js
 * const { search } = new URL(request.url);
 * const { order_id, product_name } = thankyou(search, process.env.PAGE_KEY, { own: ["utm_source"] });
 * ```
 *
 * The page is public: this proves that the service made the address, not that it is new. Give access on the notification.
 * The key is a secret, so check on a server or in a worker and not in the page itself.
 *
 * @throws {IpnRejected} when the query proves nothing.
 */
export function thankyou(query: Raw, key: Passphrase, options?: ThankYouOptions): ThankYou;
