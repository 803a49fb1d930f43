//! What a notification says about each item, where one message describes several.

use super::words::*;
use crate::catalogue::words::*;

shape! {
    // source: vendor documentation and notifications of 2019 to 2026; the numbered forms from third-party implementations
    /// One item of a notification.
    ///
    /// The first item's fields have no number on the wire, further ones end in `_2`, `_3` and so on up to `_100`. These
    /// fields and no others are numbered: `address_street2` is a line of an address.
    EventItem {
        /// The number of the item in this message, from 1. Numbers may be missing in between.
        no: i64,
        /// Number of the order item.
        order_item_id: Id,
        /// Number of the product.
        product_id: Id,
        /// Name of the product, as buyers see it.
        product_name: String,
        /// Name of the product inside the vendor's account.
        product_name_intern: String,
        /// Language of the product.
        product_language: String,
        /// How the product reaches the buyer.
        product_delivery_type: GoodsKind,
        /// Price of the item, VAT included.
        product_amount: Amount,
        /// Price of the item without VAT.
        product_netto_amount: Amount,
        /// VAT in the price of the item.
        product_vat_amount: Amount,
        /// Shipping of the item.
        product_shipping_amount: Amount,
        /// The item's share of this transaction, VAT included.
        product_txn_amount: Amount,
        /// The item's share of this transaction without VAT.
        product_txn_netto_amount: Amount,
        /// VAT in the item's share of this transaction.
        product_txn_vat_amount: Amount,
        /// The item's share of this transaction's shipping.
        product_txn_shipping: Amount,
        /// How many were bought.
        quantity: i64,
        /// Tag of the product.
        tag: String,
        /// Licence key the service issued for the item: it gives access to whoever holds it.
        license_key: String [secret()],
        /// Kind of the licence key.
        license_key_type: String,
        /// Number of the licence.
        license_id: Id,
        /// When the licence was made.
        license_created: Time,
        /// E-mail address in the licence.
        license_data_email: String,
        /// First name in the licence.
        license_data_first_name: String,
        /// Last name in the licence.
        license_data_last_name: String,
        /// Product in the licence.
        license_data_product: String,
        /// How many the licence is for.
        license_data_quantity: String,
        /// Access data of the licence: a secret.
        license_accessdata_keys: String [secret()],
        /// Day of the e-ticket.
        eticket_date: Time,
        /// Note about the time, in words.
        eticket_hint: String,
        /// Link to the ticket: it opens without login.
        eticket_url: String [secret()],
        /// Number of the voucher that was bought.
        coupon_id: Id,
        /// Code of the voucher that was bought: it is worth money to whoever holds it.
        coupon_code: String [secret()],
        /// What the bought voucher was worth.
        coupon_amount_total: Amount,
        /// What is left on the bought voucher.
        coupon_amount_left: Amount,
        /// Currency of the bought voucher.
        coupon_currency: String,
        /// Number of the product that was upgraded from.
        upgraded_product_id: Id,
        /// Name of the product that was upgraded from.
        upgraded_product_name: String,
    }
}
