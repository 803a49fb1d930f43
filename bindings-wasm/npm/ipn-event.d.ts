// Emitted from the core by `cargo xtask faces`; edit core/src/ipn instead.
//
// - any field may be missing, and parameters that nobody has documented are there under their names,
// - an id is text, money and rates are exact decimals as text, `"9.90"`,
// - a time is ISO 8601 with its offset, or a day,
// - a value that does not fit its type stays the text it was.
import type { EventItem } from "./ipn-parts.js";

/**
 * What a notification says, signed or not: every parameter that is not empty, under its own name.
 *
 * Empty and absent are alike, since anyone can add empty parameters to a signed body. Of a message about several
 * items the fields without number are those of the first; `items` has them all, and the numbered names stay, as text.
 * Bytes that are no UTF-8 read as U+FFFD; keep the body yourself where you need them.
 */
export interface Message {
  /** The event as it came. `kind` says the same whatever the connection calls it. */
  event?: string | null;
  /** Name of the event in the back office, in the vendor's language. */
  event_label?: string | null;
  /** The same text as `event`; newer connections leave it out. */
  function_call?: string | null;
  /** `test` for test purchases, which travel the same path as live ones. */
  api_mode?: ApiMode | null;
  /** Version of the notification: `1.6` since at least 2019. */
  ipn_version?: string | null;
  /** Number of the connection. */
  ipn_config_id?: string | null;
  /** Products of the connection, or `all`. */
  ipn_config_product_ids?: string[] | null;
  /** The `domain_id` that `ipnSetup` was given. */
  ipn_config_domain_id?: string | null;
  /** Number of the API key that made the connection. */
  ipn_config_api_key_id?: string | null;
  /** Number of the selling vendor. */
  merchant_id?: string | null;
  /** Name of the selling vendor. */
  merchant_name?: string | null;
  /** Clock of the service; listed by third parties only. */
  server_time?: string | null;
  /**
   * Number of the order, shared by all its transactions. Whether upsells have their own is not settled: store
   * it as given.
   */
  order_id?: string | null;
  /** Day of the order. */
  order_date?: string | null;
  /** Time of day of the order, `HH:MM:SS`. */
  order_time?: string | null;
  /** Moment of the order. */
  order_date_time?: string | null;
  /** How the order came to be. */
  order_type?: OrderKind | null;
  /** Page of the order in the vendor's back office. */
  order_details_url?: string | null;
  /** How paying for the order goes, in messages about e-tickets and forms. */
  order_billing_status?: BillingState | null;
  /** Whether the order is paid, in messages about e-tickets and forms. */
  order_is_paid?: boolean | null;
  /** Number of the order form. */
  orderform_id?: string | null;
  /** Page that led to the order form. */
  orderform_referrer_url?: string | null;
  /** Page that led to the promotion link. */
  promoclick_referrer_url?: string | null;
  /** How many items this message describes. */
  item_count?: number | null;
  /** 0 for the initial sale, 1 and more for the steps of an upsell. */
  upsell_no?: number | null;
  /** Path through the upsells; seen empty only. */
  upsell_path?: string | null;
  /** Key in the links of the order: it opens the buyer's papers without login. */
  purchase_key?: string | null;
  /** What the vendor passed along at the order form. Double quotes are missing from it. */
  custom?: string | null;
  /** Text that stays the same for a buyer, with a key in it. */
  custom_key?: string | null;
  /** Number of the payment plan. */
  payplan_id?: string | null;
  /** Whether there are additional input fields. */
  has_custom_forms?: boolean | null;
  /** A note; listed by third parties only. */
  note?: string | null;
  /** Upgrades: when the new product starts and the old one ends; none means at once. */
  delivery_date?: string | null;
  /** Key of the upgrade link. */
  upgrade_key?: string | null;
  /** Number of the product's variant. */
  variant_id?: string | null;
  /** Name of the product's variant. */
  variant_name?: string | null;
  /** Discount code that was used. */
  voucher_code?: string | null;
  /** Number of the transaction, one of its kind. */
  transaction_id?: string | null;
  /** The payment a refund or chargeback reverses. Ordinary payments have it too, so it does not mean refund. */
  parent_transaction_id?: string | null;
  /** What the transaction did. */
  transaction_type?: TransactionKind | null;
  /** Day of the transaction. */
  transaction_date?: string | null;
  /** Time of day of the transaction, `HH:MM:SS`. */
  transaction_time?: string | null;
  /** When the transaction was processed; listed by third parties only. */
  transaction_processed_at?: string | null;
  /** What moved in this transaction; below zero for refunds, as users report. */
  transaction_amount?: string | null;
  /** VAT in what moved. */
  transaction_vat_amount?: string | null;
  /** Currency of what moved; it may differ from `currency`. */
  transaction_currency?: string | null;
  /** How the buyer paid. */
  pay_method?: PayWay | null;
  /** Number of the payment at the payment service. */
  payment_id?: string | null;
  /** 0 for a single payment, 1 for the first of a plan, 2 and more for those that follow. */
  pay_sequence_no?: number | null;
  /** Whether the payment was planned. */
  is_payment_planned?: boolean | null;
  /** Link to the invoice: it opens without login. */
  invoice_url?: string | null;
  /** What the card statement says. */
  billing_descriptor?: string | null;
  /** How the order is paid. */
  billing_type?: BillingKind | null;
  /** How paying goes. */
  billing_status?: BillingState | null;
  /** Why no further payments are collected. */
  billing_stop_reason?: StopReason | null;
  /** When the end of payments was recorded. */
  rebill_stop_noted_at?: string | null;
  /** From when payments can be ended. */
  rebilling_can_be_stopped_at?: string | null;
  /** The day for which the subscription is cancelled. */
  is_cancelled_for?: string | null;
  /** Day of the next payment; a time of day may follow, which means nothing. */
  next_payment_at?: string | null;
  /** How many instalments: 0 for subscriptions, 0 or 1 for single payments. */
  number_of_installments?: number | null;
  /** First payment of the plan. */
  first_amount?: string | null;
  /** VAT in the first payment. */
  first_vat_amount?: string | null;
  /** Each later payment. */
  other_amounts?: string | null;
  /** VAT in each later payment. */
  other_vat_amounts?: string | null;
  /** Time to the second payment: `1_month`. */
  first_billing_interval?: string | null;
  /** Time between later payments: `1_month`. */
  other_billing_intervals?: string | null;
  /** Later payments, reckoned by the month. */
  monthly_amount?: string | null;
  /** VAT in the monthly amount. */
  monthly_vat_amount?: string | null;
  /** Days in which the buyer may return the product; 0 for none. */
  refund_days?: number | null;
  /** Total of the order. It stays the original one when a part is refunded. */
  amount?: string | null;
  /** VAT in the total of the order. */
  vat_amount?: string | null;
  /** VAT rate in percent. Test orders had 0.00 beside a VAT above zero. */
  vat_rate?: string | null;
  /** Currency of the order. */
  currency?: string | null;
  /** This transaction, VAT included. */
  amount_brutto?: string | null;
  /** VAT in this transaction. */
  amount_vat?: string | null;
  /** This transaction without VAT. */
  amount_netto?: string | null;
  /** Margin of the service. */
  amount_provider?: string | null;
  /** Further fees. */
  amount_fee?: string | null;
  /** What is left for vendor, affiliates and partners together. */
  amount_payout?: string | null;
  /** Commission of all affiliates. */
  amount_affiliate?: string | null;
  /** Commission of the main affiliate. */
  amount_main_affiliate?: string | null;
  /** Share of the joint-venture partners. */
  amount_partner?: string | null;
  /** Share of the vendor: the vendor's revenue. */
  amount_vendor?: string | null;
  /** Older name of the vendor's share; named by one source. */
  amount_merchant?: string | null;
  /** Credited amount; its meaning is not known. */
  amount_credited?: string | null;
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
  /** The items, as the fields with and without numbers describe them. */
  items?: EventItem[] | null;
  /** Products, on the connection test. */
  product_ids?: string[] | null;
  /** Tags of all items. */
  tags?: string[] | null;
  /** Image of the product; may be a path without host. */
  image_url?: string | null;
  /** Page of the product in the shop. */
  store_url?: string | null;
  /** Order form of the product. */
  checkout_url?: string | null;
  /** E-mail address of the buyer; of the affiliate in an affiliation. */
  email?: string | null;
  /** E-mail address of the buyer. */
  buyer_email?: string | null;
  /** Number of the buyer. */
  buyer_id?: string | null;
  /** First name of the buyer. */
  buyer_first_name?: string | null;
  /** Last name of the buyer. */
  buyer_last_name?: string | null;
  /** Language of the buyer. */
  buyer_language?: string | null;
  /** Country of the purchase by network address; may differ from that of the postal address. */
  country?: string | null;
  /** Language of the order. */
  language?: string | null;
  /** Language of the order, in the vendor's language. */
  language_name?: string | null;
  /** Whether the GDPR applies in the country. */
  is_gdpr_country?: boolean | null;
  /** What the buyer said to the newsletter. */
  newsletter_choice?: NewsletterChoice | null;
  /** The same in words. */
  newsletter_choice_msg?: string | null;
  /** Number of the delivery address. */
  address_id?: string | null;
  /** Salutation of the delivery address. */
  address_salutation?: Salutation | null;
  /** Salutation in words of the delivery address. */
  address_salutation_name?: string | null;
  /** Title of the delivery address. */
  address_title?: string | null;
  /** Company of the delivery address. */
  address_company?: string | null;
  /** First name of the delivery address. */
  address_first_name?: string | null;
  /** Last name of the delivery address. */
  address_last_name?: string | null;
  /** E-mail address of the delivery address. */
  address_email?: string | null;
  /** Street and number of the delivery address. */
  address_street?: string | null;
  /** Second line of the delivery address. */
  address_street2?: string | null;
  /** Street of the delivery address. */
  address_street_name?: string | null;
  /** House number of the delivery address. */
  address_street_number?: string | null;
  /** Postal code of the delivery address. */
  address_zipcode?: string | null;
  /** City of the delivery address. */
  address_city?: string | null;
  /** State of the delivery address. */
  address_state?: string | null;
  /** Country of the delivery address. */
  address_country?: string | null;
  /** Name of the country of the delivery address. */
  address_country_name?: string | null;
  /** Phone number of the delivery address. */
  address_phone_no?: string | null;
  /** Mobile phone number of the delivery address. */
  address_mobile_no?: string | null;
  /** Tax number of the delivery address. */
  address_tax_id?: string | null;
  /** Number of the billing address. */
  billing_id?: string | null;
  /** Salutation of the billing address. */
  billing_salutation?: Salutation | null;
  /** Salutation in words of the billing address. */
  billing_salutation_name?: string | null;
  /** Title of the billing address. */
  billing_title?: string | null;
  /** Company of the billing address. */
  billing_company?: string | null;
  /** First name of the billing address. */
  billing_first_name?: string | null;
  /** Last name of the billing address. */
  billing_last_name?: string | null;
  /** Street and number of the billing address. */
  billing_street?: string | null;
  /** Second line of the billing address. */
  billing_street2?: string | null;
  /** Street of the billing address. */
  billing_street_name?: string | null;
  /** House number of the billing address. */
  billing_street_number?: string | null;
  /** Postal code of the billing address. */
  billing_zipcode?: string | null;
  /** City of the billing address. */
  billing_city?: string | null;
  /** State of the billing address. */
  billing_state?: string | null;
  /** Country of the billing address. */
  billing_country?: string | null;
  /** Phone number of the billing address. */
  billing_phone_no?: string | null;
  /** Mobile phone number of the billing address. */
  billing_mobile_no?: string | null;
  /** Tax number of the billing address. */
  billing_tax_id?: string | null;
  /** Number of the buyer's address. */
  buyer_address_id?: string | null;
  /** Company of the buyer's address. */
  buyer_address_company?: string | null;
  /** Street and number of the buyer's address. */
  buyer_address_street?: string | null;
  /** Second line of the buyer's address. */
  buyer_address_street2?: string | null;
  /** Postal code of the buyer's address. */
  buyer_address_zipcode?: string | null;
  /** City of the buyer's address. */
  buyer_address_city?: string | null;
  /** State of the buyer's address. */
  buyer_address_state?: string | null;
  /** Country of the buyer's address. */
  buyer_address_country?: string | null;
  /** Phone number of the buyer's address. */
  buyer_address_phone_no?: string | null;
  /** Mobile phone number of the buyer's address. */
  buyer_address_mobile_no?: string | null;
  /** Tax number of the buyer's address. */
  buyer_address_tax_id?: string | null;
  /** Number of the affiliate; `0` or nothing for none. */
  affiliate_id?: string | null;
  /** Name of the affiliate. */
  affiliate_name?: string | null;
  /** Promotion link, in an affiliation. */
  affiliate_link?: string | null;
  /** Commission of the affiliate; seen once. */
  affiliate_commission?: string | null;
  /** Affiliate who brought the affiliate. */
  referring_affiliate_name?: string | null;
  /** Number of the sales team. */
  salesteam_id?: string | null;
  /** Name of the sales team. */
  salesteam_name?: string | null;
  /** Key of the affiliate's campaign. */
  campaignkey?: string | null;
  /** Key of the vendor's campaign. */
  trackingkey?: string | null;
  /** Click that led to the order, from `cid`. */
  click_id?: string | null;
  /** Source of the campaign. */
  utm_source?: string | null;
  /** Medium of the campaign. */
  utm_medium?: string | null;
  /** Name of the campaign. */
  utm_campaign?: string | null;
  /** Search words of the campaign. */
  utm_term?: string | null;
  /** Content of the campaign. */
  utm_content?: string | null;
  /** Name of the affiliate account the buyer may use. */
  customer_affiliate_name?: string | null;
  /** Promotion link of the affiliate account the buyer may use. */
  customer_affiliate_promo_url?: string | null;
  /** Affiliate page of the buyer; listed by third parties only. */
  customer_affiliate_url?: string | null;
  /** Page on which the buyer becomes an affiliate; listed by third parties only. */
  customer_to_affiliate_url?: string | null;
  /** Link to the receipt: it opens without login. */
  receipt_url?: string | null;
  /** Link to support for the order: it opens without login. */
  support_url?: string | null;
  /** Link to change the payment data: it opens without login. */
  renew_url?: string | null;
  /** Link to end payments: it opens without login. */
  rebilling_stop_url?: string | null;
  /** Link to change the payment interval: it opens without login. */
  switch_pay_interval_url?: string | null;
  /** Link to ask for a refund: it opens without login. */
  request_refund_url?: string | null;
  /** Link to buy more on the order: it opens without login. */
  add_url?: string | null;
  /** Number of the voucher that was used. */
  used_coupon_id?: string | null;
  /** Code of the voucher that was used: it may still be worth money. */
  used_coupon_code?: string | null;
  /** Order that was upgraded from: its access ends on `delivery_date`, or at once. */
  upgraded_order_id?: string | null;
  /** Day of the order that was upgraded from. */
  upgraded_order_date?: string | null;
  /** Time of day of the order that was upgraded from. */
  upgraded_order_time?: string | null;
  /** Moment of the order that was upgraded from. */
  upgraded_order_date_time?: string | null;
  /** Until when the order that was upgraded from is paid. */
  upgraded_order_paid_until?: string | null;
  /** Buyer of the order that was upgraded from. */
  upgraded_buyer_id?: string | null;
  /** E-mail address in the order that was upgraded from. */
  upgraded_email?: string | null;
  /** First name in the order that was upgraded from. */
  upgraded_address_first_name?: string | null;
  /** Last name in the order that was upgraded from. */
  upgraded_address_last_name?: string | null;
  /** What the upgrade is. */
  upgrade_type?: UpgradeCause | null;
  /** What happened to the e-ticket. */
  action?: TicketAction | null;
  /** Number of the e-ticket, up to twenty digits. */
  eticket_id?: string | null;
  /** Which e-ticket of the order. */
  eticket_no?: number | null;
  /** How many e-tickets the order has. */
  eticket_count?: number | null;
  /** Code of the e-ticket: it lets in whoever holds it. */
  eticket_code?: string | null;
  /** When the e-ticket was used. */
  eticket_used_at?: string | null;
  /** Whether the e-ticket is blocked. */
  eticket_is_blocked?: boolean | null;
  /** When the e-ticket was made. */
  eticket_created_at?: string | null;
  /** When the e-ticket was changed. */
  eticket_modified_at?: string | null;
  /** Number of the place. */
  location_id?: string | null;
  /** Name of the place. */
  location_name?: string | null;
  /** Address of the place. */
  location_address?: string | null;
  /** Country of the place. */
  location_country?: string | null;
  /** How to get to the place. */
  location_directions?: string | null;
  /** Latitude of the place. */
  location_latitude?: string | null;
  /** Longitude of the place. */
  location_longitude?: string | null;
  /** Map of the place. */
  location_map_image_url?: string | null;
  /** Note about the place. */
  location_note?: string | null;
  /** Which filled-in form. The names of its fields are not documented; they are kept. */
  form_no?: number | null;
  /** How many filled-in forms there are. */
  form_count?: number | null;
  [unknown: string]: unknown;
}

/**
 * What a notification reports.
 *
 * - `connection_test`: somebody pressed the button, or the service checks the address. Answer OK.
 * - `on_payment`: any payment succeeded, the first or a later one, also after a missed one.
 * - `on_refund`, `on_chargeback`: the money went back. A partial refund is reported to send nothing.
 * - `on_payment_missed`: a payment of a plan is missing and will be tried again.
 * - `payment_denial`: a payment was rejected for the last time.
 * - `on_rebill_cancelled`: no further payments; what is paid stays paid, so access goes on.
 * - `on_rebill_resumed`: payments will be tried again; none has been made.
 * - `last_paid_day`: the last paid period is over, and with it access.
 * - `on_affiliation`: a partnership was accepted. `eticket`: a ticket was made or changed. `custom_form`: additional
 *   fields were filled in.
 *
 * The list is open: answer OK to an event you do not know, and change nothing.
 */
export type EventKind = "connection_test" | "on_payment" | "on_refund" | "on_chargeback" | "on_payment_missed" | "payment_denial" | "on_rebill_cancelled" | "on_rebill_resumed" | "last_paid_day" | "on_affiliation" | "eticket" | "custom_form" | (string & {});

/** Whether money moved. */
export type ApiMode = "live" | "test" | (string & {});

/** How an order came to be. */
export type OrderKind = "regular" | "upgrade" | "phone_order" | "cart" | "vat_change" | (string & {});

/** How paying goes. */
export type BillingState = "paying" | "aborted" | "unpaid" | "reminding" | "completed" | (string & {});

/** What a transaction did. */
export type TransactionKind = "payment" | "refund" | "chargeback" | "refund_request" | (string & {});

/** How the buyer paid. Two spellings of direct debit are known. */
export type PayWay = "test" | "paypal" | "sezzle" | "creditcard" | "elv" | "banktransfer" | "klarna" | (string & {});

/** How an order is paid. */
export type BillingKind = "single_payment" | "installment" | "subscription" | (string & {});

/** Why no further payments are collected. */
export type StopReason = "by_operator" | "by_buyer" | "by_refund" | "by_chargeback" | "by_payment_denial" | "by_payment_uncertain" | "pay_alias_invalid" | "upgraded" | "no_product" | "merchant_inactive" | "unknown" | (string & {});

/** How a product reaches the buyer. */
export type GoodsKind = "digital" | "shipping" | "service" | "event" | "download" | (string & {});

/** What the buyer said to the newsletter. `none` was seen; the others follow from it. */
export type NewsletterChoice = "none" | "optin" | "optout" | (string & {});

/** How a person is addressed. */
export type Salutation = "M" | "F" | (string & {});

/** What an upgrade is. */
export type UpgradeCause = "upgrade" | "downgrade" | "special_offer" | "switch_plan" | "package_change" | (string & {});

/** What happened to an e-ticket. */
export type TicketAction = "create" | "update" | "use" | "cancel_use" | "revoke" | "cancel_revoke" | (string & {});
