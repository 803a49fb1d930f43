// Emitted from the core by `cargo xtask faces`; edit core/src/ipn instead.
//
// - any field may be missing, and parameters that nobody has documented are there under their names,
// - an id is text, money and rates are exact decimals as text, `"9.90"`,
// - a time is ISO 8601 with its offset, or a day,
// - a value that does not fit its type stays the text it was.
import type { BillingState } from "./ipn-event.js";

/**
 * What the service says about an order on the way to the thank-you page.
 *
 * The page is public and opened by a browser: it proves that the service made the address, not that the buyer paid,
 * nor that the address is new. Give access on the notification.
 */
export interface ThankYou {
  /** Number of the order. */
  order_id?: string | null;
  /** Number of the order item. */
  order_item_id?: string | null;
  /** Language of the order. */
  order_language?: string | null;
  /** Number of the product. */
  product_id?: string | null;
  /** Name of the product. */
  product_name?: string | null;
  /** How many were bought. */
  quantity?: number | null;
  /** Number of the payment plan. */
  payplan_id?: string | null;
  /** Number of the buyer. */
  buyer_id?: string | null;
  /** E-mail address of the buyer. */
  buyer_email?: string | null;
  /** First name of the buyer. */
  buyer_first_name?: string | null;
  /** Last name of the buyer. */
  buyer_last_name?: string | null;
  /** Language of the buyer. */
  buyer_language?: string | null;
  /** Country of the purchase. */
  country?: string | null;
  /** How paying goes. */
  billing_status?: BillingState | null;
  /** Currency of the amounts. */
  currency?: string | null;
  /** First or only payment, VAT included. */
  amount?: string | null;
  /** VAT in the first or only payment. */
  vat_amount?: string | null;
  /** First or only payment without VAT; read by third parties. */
  net_amount?: string | null;
  /** Each later payment, VAT included. */
  other_amounts?: string | null;
  /** VAT in each later payment. */
  other_vat_amounts?: string | null;
  /** Licence key: it gives access to whoever holds it. */
  license_key?: string | null;
  /** E-mail address in the licence; read by third parties. */
  license_data_email?: string | null;
  /** First name in the licence; read by third parties. */
  license_data_first_name?: string | null;
  /** Last name in the licence; read by third parties. */
  license_data_last_name?: string | null;
  /** Place of the e-ticket. */
  eticket_location?: string | null;
  /** Day of the e-ticket. */
  eticket_date?: string | null;
  /** Note about the time, in words. */
  eticket_hint?: string | null;
  [unknown: string]: unknown;
}
