//! What a notification says.

use super::item_fields::EventItem;
use super::words::*;
use crate::catalogue::words::*;

shape! {
    /// What a notification says, signed or not: every parameter that is not empty, under its own name.
    ///
    /// Empty and absent are alike, since anyone can add empty parameters to a signed body. Of a message about several
    /// items the fields without number are those of the first; `items` has them all, and the numbered names stay, as text.
    /// Bytes that are no UTF-8 read as U+FFFD; keep the body yourself where you need them.
    Message {
        // source: envelope: notifications of 2019 to 2026; `server_time`: third-party implementations
        /// The event as it came. [`kind`](Message::kind) says the same whatever the connection calls it.
        event: String,
        /// Name of the event in the back office, in the vendor's language.
        event_label: String,
        /// The same text as `event`; newer connections leave it out.
        function_call: String,
        /// `test` for test purchases, which travel the same path as live ones.
        api_mode: ApiMode,
        /// Version of the notification: `1.6` since at least 2019.
        ipn_version: String,
        /// Number of the connection.
        ipn_config_id: Id,
        /// Products of the connection, or `all`.
        ipn_config_product_ids: Joined,
        /// The `domain_id` that `ipnSetup` was given.
        ipn_config_domain_id: String,
        /// Number of the API key that made the connection.
        ipn_config_api_key_id: Id,
        /// Number of the selling vendor.
        merchant_id: Id,
        /// Name of the selling vendor.
        merchant_name: String,
        /// Clock of the service; listed by third parties only.
        server_time: Time,
        // source: order: vendor documentation and notifications of 2019 to 2026
        /// Number of the order, shared by all its transactions. Whether upsells have their own is not settled: store
        /// it as given.
        order_id: Id,
        /// Day of the order.
        order_date: Time,
        /// Time of day of the order, `HH:MM:SS`.
        order_time: String,
        /// Moment of the order.
        order_date_time: Time,
        /// How the order came to be.
        order_type: OrderKind,
        /// Page of the order in the vendor's back office.
        order_details_url: String,
        /// How paying for the order goes, in messages about e-tickets and forms.
        order_billing_status: BillingState,
        /// Whether the order is paid, in messages about e-tickets and forms.
        order_is_paid: bool,
        /// Number of the order form.
        orderform_id: Id,
        /// Page that led to the order form.
        orderform_referrer_url: String,
        /// Page that led to the promotion link.
        promoclick_referrer_url: String,
        /// How many items this message describes.
        item_count: i64,
        /// 0 for the initial sale, 1 and more for the steps of an upsell.
        upsell_no: i64,
        /// Path through the upsells; seen empty only.
        upsell_path: String,
        /// Key in the links of the order: it opens the buyer's papers without login.
        purchase_key: String [secret()],
        /// What the vendor passed along at the order form. Double quotes are missing from it.
        custom: String,
        /// Text that stays the same for a buyer, with a key in it.
        custom_key: String [secret()],
        /// Number of the payment plan.
        payplan_id: Id,
        /// Whether there are additional input fields.
        has_custom_forms: bool,
        /// A note; listed by third parties only.
        note: String,
        /// Upgrades: when the new product starts and the old one ends; none means at once.
        delivery_date: Time,
        /// Key of the upgrade link.
        upgrade_key: String [secret()],
        /// Number of the product's variant.
        variant_id: Id,
        /// Name of the product's variant.
        variant_name: String,
        /// Discount code that was used.
        voucher_code: String,
        // source: transaction: vendor documentation and notifications of 2019 to 2026
        /// Number of the transaction, one of its kind.
        transaction_id: Id,
        /// The payment a refund or chargeback reverses. Ordinary payments have it too, so it does not mean refund.
        parent_transaction_id: Id,
        /// What the transaction did.
        transaction_type: TransactionKind,
        /// Day of the transaction.
        transaction_date: Time,
        /// Time of day of the transaction, `HH:MM:SS`.
        transaction_time: String,
        /// When the transaction was processed; listed by third parties only.
        transaction_processed_at: Time,
        /// What moved in this transaction; below zero for refunds, as users report.
        transaction_amount: Amount,
        /// VAT in what moved.
        transaction_vat_amount: Amount,
        /// Currency of what moved; it may differ from `currency`.
        transaction_currency: String,
        /// How the buyer paid.
        pay_method: PayWay,
        /// Number of the payment at the payment service.
        payment_id: String,
        /// 0 for a single payment, 1 for the first of a plan, 2 and more for those that follow.
        pay_sequence_no: i64,
        /// Whether the payment was planned.
        is_payment_planned: bool,
        /// Link to the invoice: it opens without login.
        invoice_url: String [secret()],
        /// What the card statement says.
        billing_descriptor: String,
        // source: billing: vendor documentation, notifications of 2019 to 2026; intervals and `is_cancelled_for`:
        // third-party implementations
        /// How the order is paid.
        billing_type: BillingKind,
        /// How paying goes.
        billing_status: BillingState,
        /// Why no further payments are collected.
        billing_stop_reason: StopReason,
        /// When the end of payments was recorded.
        rebill_stop_noted_at: Time,
        /// From when payments can be ended.
        rebilling_can_be_stopped_at: Time,
        /// The day for which the subscription is cancelled.
        is_cancelled_for: Time,
        /// Day of the next payment; a time of day may follow, which means nothing.
        next_payment_at: Time,
        /// How many instalments: 0 for subscriptions, 0 or 1 for single payments.
        number_of_installments: i64,
        /// First payment of the plan.
        first_amount: Amount,
        /// VAT in the first payment.
        first_vat_amount: Amount,
        /// Each later payment.
        other_amounts: Amount,
        /// VAT in each later payment.
        other_vat_amounts: Amount,
        /// Time to the second payment: `1_month`.
        first_billing_interval: String,
        /// Time between later payments: `1_month`.
        other_billing_intervals: String,
        /// Later payments, reckoned by the month.
        monthly_amount: Amount,
        /// VAT in the monthly amount.
        monthly_vat_amount: Amount,
        /// Days in which the buyer may return the product; 0 for none.
        refund_days: i64,
        // source: amounts: six payments of 2019 to 2026, which add up to the cent; `amount_merchant`: one third party
        /// Total of the order. It stays the original one when a part is refunded.
        amount: Amount,
        /// VAT in the total of the order.
        vat_amount: Amount,
        /// VAT rate in percent. Test orders had 0.00 beside a VAT above zero.
        vat_rate: Amount,
        /// Currency of the order.
        currency: String,
        /// This transaction, VAT included.
        amount_brutto: Amount,
        /// VAT in this transaction.
        amount_vat: Amount,
        /// This transaction without VAT.
        amount_netto: Amount,
        /// Margin of the service.
        amount_provider: Amount,
        /// Further fees.
        amount_fee: Amount,
        /// What is left for vendor, affiliates and partners together.
        amount_payout: Amount,
        /// Commission of all affiliates.
        amount_affiliate: Amount,
        /// Commission of the main affiliate.
        amount_main_affiliate: Amount,
        /// Share of the joint-venture partners.
        amount_partner: Amount,
        /// Share of the vendor: the vendor's revenue.
        amount_vendor: Amount,
        /// Older name of the vendor's share; named by one source.
        amount_merchant: Amount,
        /// Credited amount; its meaning is not known.
        amount_credited: Amount,
        // source: product: notifications of 2019 to 2026
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
        /// The items, as the fields with and without numbers describe them.
        items: Vec<EventItem>,
        /// Products, on the connection test.
        product_ids: Joined,
        /// Tags of all items.
        tags: Joined,
        /// Image of the product; may be a path without host.
        image_url: String,
        /// Page of the product in the shop.
        store_url: String,
        /// Order form of the product.
        checkout_url: String,
        // source: people: notifications of 2019 to 2026; billing address since 2022
        /// E-mail address of the buyer; of the affiliate in an affiliation.
        email: String,
        /// E-mail address of the buyer.
        buyer_email: String,
        /// Number of the buyer.
        buyer_id: Id,
        /// First name of the buyer.
        buyer_first_name: String,
        /// Last name of the buyer.
        buyer_last_name: String,
        /// Language of the buyer.
        buyer_language: String,
        /// Country of the purchase by network address; may differ from that of the postal address.
        country: String,
        /// Language of the order.
        language: String,
        /// Language of the order, in the vendor's language.
        language_name: String,
        /// Whether the GDPR applies in the country.
        is_gdpr_country: bool,
        /// What the buyer said to the newsletter.
        newsletter_choice: NewsletterChoice,
        /// The same in words.
        newsletter_choice_msg: String,
        /// Number of the delivery address.
        address_id: Id,
        /// Salutation of the delivery address.
        address_salutation: Salutation,
        /// Salutation in words of the delivery address.
        address_salutation_name: String,
        /// Title of the delivery address.
        address_title: String,
        /// Company of the delivery address.
        address_company: String,
        /// First name of the delivery address.
        address_first_name: String,
        /// Last name of the delivery address.
        address_last_name: String,
        /// E-mail address of the delivery address.
        address_email: String,
        /// Street and number of the delivery address.
        address_street: String,
        /// Second line of the delivery address.
        address_street2: String,
        /// Street of the delivery address.
        address_street_name: String,
        /// House number of the delivery address.
        address_street_number: String,
        /// Postal code of the delivery address.
        address_zipcode: String,
        /// City of the delivery address.
        address_city: String,
        /// State of the delivery address.
        address_state: String,
        /// Country of the delivery address.
        address_country: String,
        /// Name of the country of the delivery address.
        address_country_name: String,
        /// Phone number of the delivery address.
        address_phone_no: String,
        /// Mobile phone number of the delivery address.
        address_mobile_no: String,
        /// Tax number of the delivery address.
        address_tax_id: String,
        /// Number of the billing address.
        billing_id: Id,
        /// Salutation of the billing address.
        billing_salutation: Salutation,
        /// Salutation in words of the billing address.
        billing_salutation_name: String,
        /// Title of the billing address.
        billing_title: String,
        /// Company of the billing address.
        billing_company: String,
        /// First name of the billing address.
        billing_first_name: String,
        /// Last name of the billing address.
        billing_last_name: String,
        /// Street and number of the billing address.
        billing_street: String,
        /// Second line of the billing address.
        billing_street2: String,
        /// Street of the billing address.
        billing_street_name: String,
        /// House number of the billing address.
        billing_street_number: String,
        /// Postal code of the billing address.
        billing_zipcode: String,
        /// City of the billing address.
        billing_city: String,
        /// State of the billing address.
        billing_state: String,
        /// Country of the billing address.
        billing_country: String,
        /// Phone number of the billing address.
        billing_phone_no: String,
        /// Mobile phone number of the billing address.
        billing_mobile_no: String,
        /// Tax number of the billing address.
        billing_tax_id: String,
        /// Number of the buyer's address.
        buyer_address_id: Id,
        /// Company of the buyer's address.
        buyer_address_company: String,
        /// Street and number of the buyer's address.
        buyer_address_street: String,
        /// Second line of the buyer's address.
        buyer_address_street2: String,
        /// Postal code of the buyer's address.
        buyer_address_zipcode: String,
        /// City of the buyer's address.
        buyer_address_city: String,
        /// State of the buyer's address.
        buyer_address_state: String,
        /// Country of the buyer's address.
        buyer_address_country: String,
        /// Phone number of the buyer's address.
        buyer_address_phone_no: String,
        /// Mobile phone number of the buyer's address.
        buyer_address_mobile_no: String,
        /// Tax number of the buyer's address.
        buyer_address_tax_id: String,
        // source: affiliates and tracking: notifications of 2019 to 2026; campaign fields since 2026
        /// Number of the affiliate; `0` or nothing for none.
        affiliate_id: Id,
        /// Name of the affiliate.
        affiliate_name: String,
        /// Promotion link, in an affiliation.
        affiliate_link: String,
        /// Commission of the affiliate; seen once.
        affiliate_commission: String,
        /// Affiliate who brought the affiliate.
        referring_affiliate_name: String,
        /// Number of the sales team.
        salesteam_id: Id,
        /// Name of the sales team.
        salesteam_name: String,
        /// Key of the affiliate's campaign.
        campaignkey: String,
        /// Key of the vendor's campaign.
        trackingkey: String,
        /// Click that led to the order, from `cid`.
        click_id: String,
        /// Source of the campaign.
        utm_source: String,
        /// Medium of the campaign.
        utm_medium: String,
        /// Name of the campaign.
        utm_campaign: String,
        /// Search words of the campaign.
        utm_term: String,
        /// Content of the campaign.
        utm_content: String,
        /// Name of the affiliate account the buyer may use.
        customer_affiliate_name: String,
        /// Promotion link of the affiliate account the buyer may use.
        customer_affiliate_promo_url: String,
        /// Affiliate page of the buyer; listed by third parties only.
        customer_affiliate_url: String,
        /// Page on which the buyer becomes an affiliate; listed by third parties only.
        customer_to_affiliate_url: String,
        // source: links: notifications of 2019 to 2026; each holds a key
        /// Link to the receipt: it opens without login.
        receipt_url: String [secret()],
        /// Link to support for the order: it opens without login.
        support_url: String [secret()],
        /// Link to change the payment data: it opens without login.
        renew_url: String [secret()],
        /// Link to end payments: it opens without login.
        rebilling_stop_url: String [secret()],
        /// Link to change the payment interval: it opens without login.
        switch_pay_interval_url: String [secret()],
        /// Link to ask for a refund: it opens without login.
        request_refund_url: String [secret()],
        /// Link to buy more on the order: it opens without login.
        add_url: String [secret()],
        // source: rarer groups: vendor documentation and third-party implementations
        /// Number of the voucher that was used.
        used_coupon_id: Id,
        /// Code of the voucher that was used: it may still be worth money.
        used_coupon_code: String [secret()],
        /// Order that was upgraded from: its access ends on `delivery_date`, or at once.
        upgraded_order_id: Id,
        /// Day of the order that was upgraded from.
        upgraded_order_date: Time,
        /// Time of day of the order that was upgraded from.
        upgraded_order_time: String,
        /// Moment of the order that was upgraded from.
        upgraded_order_date_time: Time,
        /// Until when the order that was upgraded from is paid.
        upgraded_order_paid_until: Time,
        /// Buyer of the order that was upgraded from.
        upgraded_buyer_id: Id,
        /// E-mail address in the order that was upgraded from.
        upgraded_email: String,
        /// First name in the order that was upgraded from.
        upgraded_address_first_name: String,
        /// Last name in the order that was upgraded from.
        upgraded_address_last_name: String,
        /// What the upgrade is.
        upgrade_type: UpgradeCause,
        /// What happened to the e-ticket.
        action: TicketAction,
        /// Number of the e-ticket, up to twenty digits.
        eticket_id: Id,
        /// Which e-ticket of the order.
        eticket_no: i64,
        /// How many e-tickets the order has.
        eticket_count: i64,
        /// Code of the e-ticket: it lets in whoever holds it.
        eticket_code: String [secret()],
        /// When the e-ticket was used.
        eticket_used_at: Time,
        /// Whether the e-ticket is blocked.
        eticket_is_blocked: bool,
        /// When the e-ticket was made.
        eticket_created_at: Time,
        /// When the e-ticket was changed.
        eticket_modified_at: Time,
        /// Number of the place.
        location_id: Id,
        /// Name of the place.
        location_name: String,
        /// Address of the place.
        location_address: String,
        /// Country of the place.
        location_country: String,
        /// How to get to the place.
        location_directions: String,
        /// Latitude of the place.
        location_latitude: String,
        /// Longitude of the place.
        location_longitude: String,
        /// Map of the place.
        location_map_image_url: String,
        /// Note about the place.
        location_note: String,
        /// Which filled-in form. The names of its fields are not documented; they are kept.
        form_no: i64,
        /// How many filled-in forms there are.
        form_count: i64,
    }
}

impl Message {
    pub(super) fn new(record: crate::Record) -> Message {
        Message(record)
    }
}
