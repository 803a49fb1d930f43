// Emitted from the core by `cargo xtask faces`; edit core/src/ipn instead.
//
// - any field may be missing, and parameters that nobody has documented are there under their names,
// - an id is text, money and rates are exact decimals as text, `"9.90"`,
// - a time is ISO 8601 with its offset, or a day,
// - a value that does not fit its type stays the text it was.
import type { GoodsKind } from "./ipn-event.js";

/**
 * One item of a notification.
 *
 * The first item's fields have no number on the wire, further ones end in `_2`, `_3` and so on up to `_100`. These
 * fields and no others are numbered: `address_street2` is a line of an address.
 */
export interface EventItem {
  /** The number of the item in this message, from 1. Numbers may be missing in between. */
  no?: number | null;
  /** Number of the order item. */
  order_item_id?: string | null;
  /** Number of the product. */
  product_id?: string | null;
  /** Name of the product, as buyers see it. */
  product_name?: string | null;
  /** Name of the product inside the vendor's account. */
  product_name_intern?: string | null;
  /** Language of the product. */
  product_language?: string | null;
  /** How the product reaches the buyer. */
  product_delivery_type?: GoodsKind | null;
  /** Price of the item, VAT included. */
  product_amount?: string | null;
  /** Price of the item without VAT. */
  product_netto_amount?: string | null;
  /** VAT in the price of the item. */
  product_vat_amount?: string | null;
  /** Shipping of the item. */
  product_shipping_amount?: string | null;
  /** The item's share of this transaction, VAT included. */
  product_txn_amount?: string | null;
  /** The item's share of this transaction without VAT. */
  product_txn_netto_amount?: string | null;
  /** VAT in the item's share of this transaction. */
  product_txn_vat_amount?: string | null;
  /** The item's share of this transaction's shipping. */
  product_txn_shipping?: string | null;
  /** How many were bought. */
  quantity?: number | null;
  /** Tag of the product. */
  tag?: string | null;
  /** Licence key the service issued for the item: it gives access to whoever holds it. */
  license_key?: string | null;
  /** Kind of the licence key. */
  license_key_type?: string | null;
  /** Number of the licence. */
  license_id?: string | null;
  /** When the licence was made. */
  license_created?: string | null;
  /** E-mail address in the licence. */
  license_data_email?: string | null;
  /** First name in the licence. */
  license_data_first_name?: string | null;
  /** Last name in the licence. */
  license_data_last_name?: string | null;
  /** Product in the licence. */
  license_data_product?: string | null;
  /** How many the licence is for. */
  license_data_quantity?: string | null;
  /** Access data of the licence: a secret. */
  license_accessdata_keys?: string | null;
  /** Day of the e-ticket. */
  eticket_date?: string | null;
  /** Note about the time, in words. */
  eticket_hint?: string | null;
  /** Link to the ticket: it opens without login. */
  eticket_url?: string | null;
  /** Number of the voucher that was bought. */
  coupon_id?: string | null;
  /** Code of the voucher that was bought: it is worth money to whoever holds it. */
  coupon_code?: string | null;
  /** What the bought voucher was worth. */
  coupon_amount_total?: string | null;
  /** What is left on the bought voucher. */
  coupon_amount_left?: string | null;
  /** Currency of the bought voucher. */
  coupon_currency?: string | null;
  /** Number of the product that was upgraded from. */
  upgraded_product_id?: string | null;
  /** Name of the product that was upgraded from. */
  upgraded_product_name?: string | null;
  [unknown: string]: unknown;
}
