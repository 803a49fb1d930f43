// Emitted from the catalogue by `cargo xtask faces`; edit core/src/catalogue instead.
//
// Parameters are checked before anything is sent:
// - an id is text; a number serves where it is exact,
// - money and rates are exact decimals as text, `"9.90"`, or a `bigint`; a `number` may be a fraction, which is not exact,
// - a moment is text (`2026-10-05 14:00:00`, `now`, `-3d`, ISO 8601 with an offset) or a `Date`,
// - `null` and `undefined` leave a parameter out.
//
// Answers are read leniently:
// - any field may be missing or `null`, and fields that nobody has documented are there under their names,
// - an id is text, money and rates are exact decimals as text,
// - a time is ISO 8601 with its offset, or a day,
// - a value that does not fit its type stays the text it was; so do whole numbers beyond 2^53.

import type { Answered, CallOptions } from "./digistore24.js";

/** Parameters that every function takes. */
export interface Common {
  /** Language of messages. */
  language?: string | null;
  /** Who in your application is responsible; the service only logs it. */
  operator?: string | null;
}

/**
 * An answer about which nothing is known: whatever fields it has, or a list. Whoever uses one checks what it is.
 * Should the service ever answer a bare text or number, that has no origin.
 */
export interface Undocumented {
  [field: string]: unknown;
}

/** The functions of the service, by the names it gives them. */
export interface Functions {
  /**
   * Known by name only: creates a product during onboarding.
   *
   * Needs a key with full access. Must not be sent twice.
   */
  createOnboardingProduct(params?: CreateOnboardingProduct | null, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Known by name only: reads how far the onboarding of the account is.
   *
   * A read-only key is enough. May be repeated.
   */
  getOnboardingAccountStatus(params?: GetOnboardingAccountStatus | null, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Lists the accounts this account granted access to, and those that granted access to it.
   *
   * A read-only key is enough. May be repeated.
   */
  listAccountAccess(params?: ListAccountAccess | null, options?: CallOptions | null): Promise<Answered<ListAccountAccessAnswer>>;
  /**
   * Reports that a buyer really logged in to a member area.
   *
   * The report is evidence in refund cases; it matters only for German sales without a right to a refund.
   *
   * Needs a key with full access. Must not be sent twice.
   */
  logMemberAccess(params: LogMemberAccess, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Known by name only: creates a joint venture that shares revenue.
   *
   * Needs a key with full access. Must not be sent twice.
   */
  createJointVenture(params?: CreateJointVenture | null, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Reads the commission terms of one affiliate, product by product.
   *
   * A read-only key is enough. May be repeated.
   */
  getAffiliateCommission(params: GetAffiliateCommission, options?: CallOptions | null): Promise<Answered<GetAffiliateCommissionAnswer>>;
  /**
   * Finds the affiliate that was bound to an e-mail address.
   *
   * A read-only key is enough. May be repeated.
   */
  getAffiliateForEmail(params: GetAffiliateForEmail, options?: CallOptions | null): Promise<Answered<GetAffiliateForEmailAnswer>>;
  /**
   * Reads the affiliate sign-up and promo links prepared for the buyers of given orders.
   *
   * One order id answers the record itself, several answer a map from order id to record. It only reads, yet it
   * demands full access.
   *
   * Needs a key with full access. May be repeated.
   */
  getCustomerToAffiliateBuyerDetails(params: GetCustomerToAffiliateBuyerDetails & { purchase_id: string | number }, options?: CallOptions | null): Promise<Answered<AffiliateBuyerDetails>>;
  /**
   * Reads the affiliate sign-up and promo links prepared for the buyers of given orders.
   *
   * One order id answers the record itself, several answer a map from order id to record. It only reads, yet it
   * demands full access.
   *
   * Needs a key with full access. May be repeated.
   */
  getCustomerToAffiliateBuyerDetails(params: GetCustomerToAffiliateBuyerDetails, options?: CallOptions | null): Promise<Answered<AffiliateBuyerDetails | Record<string, AffiliateBuyerDetails>>>;
  /**
   * Reads which partner referred an affiliate.
   *
   * A read-only key is enough. May be repeated.
   */
  getReferringAffiliate(params: GetReferringAffiliate, options?: CallOptions | null): Promise<Answered<GetReferringAffiliateAnswer>>;
  /**
   * Lists your own commission amounts in a period, page by page.
   *
   * The default period is only the last 24 hours. The default page size 0 returns everything in one page.
   *
   * A read-only key is enough. May be repeated.
   */
  listCommissions(params?: ListCommissions | null, options?: CallOptions | null): Promise<Answered<ListCommissionsAnswer>>;
  /**
   * Binds an affiliate and tracking keys to an e-mail address, so that later orders count for the affiliate.
   *
   * Nothing comes back but success.
   *
   * Needs a key with full access. May be repeated.
   */
  setAffiliateForEmail(params: SetAffiliateForEmail, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Sets the partner who referred an affiliate, and the partner's share.
   *
   * `action` of the answer tells what was done.
   *
   * Needs a key with full access. May be repeated.
   */
  setReferringAffiliate(params: SetReferringAffiliate, options?: CallOptions | null): Promise<Answered<SetReferringAffiliateAnswer>>;
  /**
   * Changes the commission or the approval of an affiliate for some or all products.
   *
   * That the properties belong below `data` is likely, not documented: check what changed.
   *
   * Needs a key with full access. May be repeated.
   */
  updateAffiliateCommission(params: UpdateAffiliateCommission, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Known by name only: changes a joint venture.
   *
   * Needs a key with full access. May be repeated.
   */
  updateJointVenture(params?: UpdateJointVenture | null, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Checks whether an affiliate has an approved affiliation with given products.
   *
   * A developer key is enough, for use in browsers. Products of other vendors may be asked for too; then the service
   * limits calls per IP address.
   *
   * All products must belong to one vendor; with several products the lowest status wins.
   *
   * A read-only key or a developer key is enough. May be repeated.
   */
  validateAffiliate(params: ValidateAffiliate, options?: CallOptions | null): Promise<Answered<ValidateAffiliateAnswer>>;
  /**
   * Starts the browser flow in which a user makes a key for your application.
   *
   * Needs a developer key. Store the token before you send the user to `request_url`, and collect the key with
   * `retrieveApiKey`.
   *
   * `return_url` and `site_url` must be public https addresses; `__TOKEN__` in `return_url` is replaced by the
   * request token.
   *
   * Sources disagree whether a key that only reads is called `read-only` or `readonly`.
   *
   * Needs a developer key. Must not be sent twice.
   */
  requestApiKey(params: RequestApiKey, options?: CallOptions | null): Promise<Answered<RequestApiKeyAnswer>>;
  /**
   * Collects the key made in the browser flow.
   *
   * Until the user has decided, the answer is a success whose `request_status` is `pending`: ask again later. The
   * key is handed out once; afterwards `api_key` is empty, and a lost answer loses the key.
   *
   * Only `completed` together with a key means that you have one.
   *
   * Needs a developer key. Must not be sent twice.
   */
  retrieveApiKey(params: RetrieveApiKey, options?: CallOptions | null): Promise<Answered<RetrieveApiKeyAnswer>>;
  /**
   * Deletes the very key that is used for the call, if it was made in the browser flow.
   *
   * The notification connections of the key go with it. After success the key is dead, so a repeated call fails with
   * an invalid key.
   *
   * A key made by hand is not deleted; `modified` tells.
   *
   * A read-only key is enough. Must not be sent twice.
   */
  unregister(params?: Unregister | null, options?: CallOptions | null): Promise<Answered<ModifiedAnswer>>;
  /**
   * Charges a new order to the stored payment method of an existing order.
   *
   * Needs the account right billing on demand. The existing order must be a subscription or have been bought with
   * `force_rebilling`. The service allows one charge a minute and ten a day per order.
   *
   * A charge that fails is an API success: look at `payment_status`.
   *
   * Needs a key with full access. Must not be sent twice.
   */
  createBillingOnDemand(params: CreateBillingOnDemand, options?: CallOptions | null): Promise<Answered<CreateBillingOnDemandAnswer>>;
  /**
   * Triggers the next payment of a plan that is billed by hand.
   *
   * Needs the account right billing on demand and a plan billed by trigger. It charges money.
   *
   * A charge that fails is an API success: look at `payment_status`.
   *
   * Needs a key with full access. Must not be sent twice.
   */
  createRebillingPayment(params: CreateRebillingPayment, options?: CallOptions | null): Promise<Answered<CreateRebillingPaymentAnswer>>;
  /**
   * Lists cancelled and resumed subscriptions and last paid days in a period, page by page.
   *
   * The default period is only the last 24 hours.
   *
   * A read-only key is enough. May be repeated.
   */
  listRebillingStatusChanges(params?: ListRebillingStatusChanges | null, options?: CallOptions | null): Promise<Answered<ListRebillingStatusChangesAnswer>>;
  /**
   * Gives back part of a payment, booked as a discount.
   *
   * Every call gives the amount back again.
   *
   * Needs a key with full access. Must not be sent twice.
   */
  refundPartially(params: RefundPartially, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Refunds every refundable payment of an order.
   *
   * `force` skips the refund policy and can still fail, for example for PayPal payments older than 90 days.
   *
   * Needs a key with full access. Must not be sent twice.
   */
  refundPurchase(params: RefundPurchase, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Refunds one payment.
   *
   * A refund that is refused or fails is an API success: look at `status`. `pending` is not a failure; the refund
   * follows later.
   *
   * Needs a key with full access. Must not be sent twice.
   */
  refundTransaction(params: RefundTransaction, options?: CallOptions | null): Promise<Answered<RefundTransactionAnswer>>;
  /**
   * Resumes stopped recurring payments.
   *
   * `next_payment_at` of the answer may be empty.
   *
   * Needs a key with full access. May be repeated.
   */
  startRebilling(params: StartRebilling, options?: CallOptions | null): Promise<Answered<StartRebillingAnswer>>;
  /**
   * Stops recurring payments.
   *
   * Without `force` a minimum term is kept and the stop is dated. Repeating the call ends in the same state;
   * `modified` tells whether this call did it.
   *
   * Needs a key with full access. May be repeated.
   */
  stopRebilling(params: StopRebilling, options?: CallOptions | null): Promise<Answered<StopRebillingAnswer>>;
  /**
   * Makes an order form link that is valid for a time, with its own price, buyer data and tracking.
   *
   * The order form speaks the language of the product. Links may lead to another host, such as `checkout-ds24.com`.
   *
   * Read-only buyer fields must be sent with values. An unknown affiliate or an invalid country makes the call fail.
   * An impossible upgrade does not: look at `upgrade_status`.
   *
   * Set `force_rebilling` if `createBillingOnDemand` shall follow. Thank-you addresses may contain `[ORDER_ID]` and
   * `[BUYER_EMAIL]`.
   *
   * Needs a key with full access. Must not be sent twice.
   */
  createBuyUrl(params: CreateBuyUrl, options?: CallOptions | null): Promise<Answered<CreateBuyUrlAnswer>>;
  /**
   * Removes an order form link.
   *
   * Needs a key with full access. May be repeated.
   */
  deleteBuyUrl(params: DeleteBuyUrl, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Lists the order form links.
   *
   * A read-only key is enough. May be repeated.
   */
  listBuyUrls(params?: ListBuyUrls | null, options?: CallOptions | null): Promise<Answered<ListBuyUrlsAnswer>>;
  /**
   * Reads one buyer with address.
   *
   * A read-only key is enough. May be repeated.
   */
  getBuyer(params: GetBuyer, options?: CallOptions | null): Promise<Answered<GetBuyerAnswer>>;
  /**
   * Lists the buyers, page by page.
   *
   * A read-only key is enough. May be repeated.
   */
  listBuyers(params?: ListBuyers | null, options?: CallOptions | null): Promise<Answered<ListBuyersAnswer>>;
  /**
   * Lists what buyers answered in extra input fields.
   *
   * A read-only key is enough. May be repeated.
   */
  listCustomFormRecords(params?: ListCustomFormRecords | null, options?: CallOptions | null): Promise<Answered<ListCustomFormRecordsAnswer>>;
  /**
   * Reports the buyer, the affiliate or both of a transaction as fraud.
   *
   * A report that is not accepted is an API success: look at `buyer_status` and `affiliate_status`.
   *
   * Needs a key with full access. Must not be sent twice.
   */
  reportFraud(params: ReportFraud, options?: CallOptions | null): Promise<Answered<ReportFraudAnswer>>;
  /**
   * Changes the contact data of a buyer.
   *
   * Needs a key with full access. May be repeated.
   */
  updateBuyer(params: UpdateBuyer, options?: CallOptions | null): Promise<Answered<IsModifiedAnswer>>;
  /**
   * Creates a shipping cost policy.
   *
   * Needs a key with full access. Must not be sent twice.
   */
  createShippingCostPolicy(params: CreateShippingCostPolicy, options?: CallOptions | null): Promise<Answered<CreateShippingCostPolicyAnswer>>;
  /**
   * Deletes a shipping cost policy.
   *
   * Needs a key with full access. May be repeated.
   */
  deleteShippingCostPolicy(params: DeleteShippingCostPolicy, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Reads one delivery, and on request locks it for you.
   *
   * `set_in_progress` gives one worker the exclusive right to handle the delivery; check `is_set_in_progress`.
   * Whether a read-only key may lock is not documented.
   *
   * A read-only key is enough. May be repeated.
   */
  getDelivery(params: GetDelivery, options?: CallOptions | null): Promise<Answered<GetDeliveryAnswer>>;
  /**
   * Reads one request to prove that a service was delivered.
   *
   * A read-only key is enough. May be repeated.
   */
  getServiceProofRequest(params: GetServiceProofRequest, options?: CallOptions | null): Promise<Answered<GetServiceProofRequestAnswer>>;
  /**
   * Reads one shipping cost policy.
   *
   * A read-only key is enough. May be repeated.
   */
  getShippingCostPolicy(params: GetShippingCostPolicy, options?: CallOptions | null): Promise<Answered<GetShippingCostPolicyAnswer>>;
  /**
   * Lists the deliveries that match a search.
   *
   * There are no pages; narrow the list with `from` and `to`. Open work is found by `type`
   * `request,partial_delivery`.
   *
   * A read-only key is enough. May be repeated.
   */
  listDeliveries(params?: ListDeliveries | null, options?: CallOptions | null): Promise<Answered<ListDeliveriesAnswer>>;
  /**
   * Lists the requests to prove that a service was delivered.
   *
   * `request_status` `pending` finds the open ones.
   *
   * A read-only key is enough. May be repeated.
   */
  listServiceProofRequests(params?: ListServiceProofRequests | null, options?: CallOptions | null): Promise<Answered<ServiceProofRequest[]>>;
  /**
   * Lists the shipping cost policies.
   *
   * A read-only key is enough. May be repeated.
   */
  listShippingCostPolicies(params?: ListShippingCostPolicies | null, options?: CallOptions | null): Promise<Answered<ShippingCostPolicy[]>>;
  /**
   * Sets state, quantities and parcel tracking of a delivery.
   *
   * `notify_via_email` is on by default, so a repeated call may mail the buyer again; `add_quantity_delivered` adds
   * again.
   *
   * Needs a key with full access. Must not be sent twice.
   */
  updateDelivery(params: UpdateDelivery, options?: CallOptions | null): Promise<Answered<IsModifiedAnswer>>;
  /**
   * Hands in the proof of a delivered service, or agrees to the refund.
   *
   * Needs a key with full access. Must not be sent twice.
   */
  updateServiceProofRequest(params: UpdateServiceProofRequest, options?: CallOptions | null): Promise<Answered<IsModifiedAnswer>>;
  /**
   * Changes a shipping cost policy.
   *
   * Needs a key with full access. May be repeated.
   */
  updateShippingCostPolicy(params: UpdateShippingCostPolicy, options?: CallOptions | null): Promise<Answered<IsModifiedAnswer>>;
  /**
   * Issues free e-tickets for an event.
   *
   * Ticket numbers have 20 digits.
   *
   * Needs a key with full access. Must not be sent twice.
   */
  createEticket(params: CreateEticket, options?: CallOptions | null): Promise<Answered<CreateEticketAnswer>>;
  /**
   * Reads one e-ticket.
   *
   * Works with keys of accounts that have full, technical or support access to the vendor account.
   *
   * A read-only key is enough. May be repeated.
   */
  getEticket(params: GetEticket, options?: CallOptions | null): Promise<Answered<GetEticketAnswer>>;
  /**
   * Reads the owners, templates and locations of e-tickets that the key may use.
   *
   * A read-only key is enough. May be repeated.
   */
  getEticketSettings(params?: GetEticketSettings | null, options?: CallOptions | null): Promise<Answered<GetEticketSettingsAnswer>>;
  /**
   * Lists the locations of events.
   *
   * A read-only key is enough. May be repeated.
   */
  listEticketLocations(params?: ListEticketLocations | null, options?: CallOptions | null): Promise<Answered<EticketLocation[]>>;
  /**
   * Lists the templates of e-tickets.
   *
   * A read-only key is enough. May be repeated.
   */
  listEticketTemplates(params?: ListEticketTemplates | null, options?: CallOptions | null): Promise<Answered<EticketTemplate[]>>;
  /**
   * Lists the e-tickets that match a search.
   *
   * A read-only key is enough. May be repeated.
   */
  listEtickets(params?: ListEtickets | null, options?: CallOptions | null): Promise<Answered<ListEticketsAnswer>>;
  /**
   * Checks an e-ticket at the door and marks it used if it is valid.
   *
   * A ticket that does not pass is an API success: look at `status`. The check cannot be taken back, so never repeat
   * it or try it out.
   *
   * Works with keys of accounts that have full, technical or support access to the vendor account.
   *
   * Needs a key with full access. Must not be sent twice.
   */
  validateEticket(params: ValidateEticket, options?: CallOptions | null): Promise<Answered<ValidateEticketAnswer>>;
  /**
   * Removes a notification connection.
   *
   * Only connections of the key that is used are touched. Finding nothing is no error; `modified` tells.
   *
   * Needs a key with full access. May be repeated.
   */
  ipnDelete(params: IpnDelete, options?: CallOptions | null): Promise<Answered<ModifiedAnswer>>;
  /**
   * Reads the settings of a notification connection.
   *
   * A read-only key is enough. May be repeated.
   */
  ipnInfo(params?: IpnInfo | null, options?: CallOptions | null): Promise<Answered<IpnInfoAnswer>>;
  /**
   * Creates or changes a notification connection.
   *
   * The connection is found by vendor, API key and `domain_id`: a generic `domain_id` overwrites the connection of
   * another project. Leave it out only if it stays left out.
   *
   * The service calls `ipn_url` at once; it must be a public https address that answers HTTP 200 without redirect.
   *
   * Needs a key with full access. May be repeated.
   */
  ipnSetup(params: IpnSetup, options?: CallOptions | null): Promise<Answered<IpnSetupAnswer>>;
  /**
   * Checks a licence key of an order and reads how the order is billed.
   *
   * A developer key is enough, made to be published with software; the order must belong to the owner of the key.
   *
   * A read-only key or a developer key is enough. May be repeated.
   */
  validateLicenseKey(params: ValidateLicenseKey, options?: CallOptions | null): Promise<Answered<ValidateLicenseKeyAnswer>>;
  /**
   * Known by name only: creates a marketplace entry.
   *
   * The fields of an entry are those of `getMarketplaceEntry`.
   *
   * Needs a key with full access. Must not be sent twice.
   */
  createMarketplaceEntry(params?: CreateMarketplaceEntry | null, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Known by name only: deletes a marketplace entry.
   *
   * Needs a key with full access. May be repeated.
   */
  deleteMarketplaceEntry(params?: DeleteMarketplaceEntry | null, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Reads one marketplace entry with its figures.
   *
   * A read-only key is enough. May be repeated.
   */
  getMarketplaceEntry(params: GetMarketplaceEntry, options?: CallOptions | null): Promise<Answered<MarketplaceEntry>>;
  /**
   * Lists your marketplace entries with their figures.
   *
   * A read-only key is enough. May be repeated.
   */
  listMarketplaceEntries(params?: ListMarketplaceEntries | null, options?: CallOptions | null): Promise<Answered<ListMarketplaceEntriesAnswer>>;
  /**
   * Known by name only: asks for the approval of a marketplace entry.
   *
   * Needs a key with full access. May be repeated.
   */
  requestMarketplaceEntryApproval(params?: RequestMarketplaceEntryApproval | null, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Copies an image from a public address into the account.
   *
   * Needs a key with full access. Must not be sent twice.
   */
  createImage(params: CreateImage, options?: CallOptions | null): Promise<Answered<CreateImageAnswer>>;
  /**
   * Creates an order form.
   *
   * The layout `responsive` cannot be created.
   *
   * Needs a key with full access. Must not be sent twice.
   */
  createOrderform(params: CreateOrderform, options?: CallOptions | null): Promise<Answered<CreateOrderformAnswer>>;
  /**
   * Known by name only: creates a social proof bubble.
   *
   * Existing bubbles are found in `listConversionTools`.
   *
   * Needs a key with full access. Must not be sent twice.
   */
  createSocialProofBubble(params?: CreateSocialProofBubble | null, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Known by name only: creates a button that buys an upsell.
   *
   * Needs a key with full access. Must not be sent twice.
   */
  createUpsellBuyButton(params?: CreateUpsellBuyButton | null, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Deletes an image.
   *
   * Needs a key with full access. May be repeated.
   */
  deleteImage(params: DeleteImage, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Deletes an order form.
   *
   * Needs a key with full access. May be repeated.
   */
  deleteOrderform(params: DeleteOrderform, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Removes the whole upsell tree of a product.
   *
   * Needs a key with full access. May be repeated.
   */
  deleteUpsells(params: DeleteUpsells, options?: CallOptions | null): Promise<Answered<IsModifiedAnswer>>;
  /**
   * Reads one image.
   *
   * A read-only key is enough. May be repeated.
   */
  getImage(params: GetImage, options?: CallOptions | null): Promise<Answered<GetImageAnswer>>;
  /**
   * Reads one order form.
   *
   * A read-only key is enough. May be repeated.
   */
  getOrderform(params: GetOrderform, options?: CallOptions | null): Promise<Answered<GetOrderformAnswer>>;
  /**
   * Reads the allowed values and the placeholders for order forms.
   *
   * Labels come in the language of the account.
   *
   * A read-only key is enough. May be repeated.
   */
  getOrderformMetas(params?: GetOrderformMetas | null, options?: CallOptions | null): Promise<Answered<GetOrderformMetasAnswer>>;
  /**
   * Reads the upsell tree of a product.
   *
   * It only reads, yet it demands full access.
   *
   * Needs a key with full access. May be repeated.
   */
  getUpsells(params: GetUpsells, options?: CallOptions | null): Promise<Answered<GetUpsellsAnswer>>;
  /**
   * Lists the conversion tools of the chosen kinds.
   *
   * A read-only key is enough. May be repeated.
   */
  listConversionTools(params: ListConversionTools, options?: CallOptions | null): Promise<Answered<ListConversionToolsAnswer>>;
  /**
   * Lists the images of one purpose.
   *
   * A read-only key is enough. May be repeated.
   */
  listImages(params: ListImages, options?: CallOptions | null): Promise<Answered<ListImagesAnswer>>;
  /**
   * Lists the order forms.
   *
   * A read-only key is enough. May be repeated.
   */
  listOrderforms(params?: ListOrderforms | null, options?: CallOptions | null): Promise<Answered<ListOrderformsAnswer>>;
  /**
   * Changes an order form.
   *
   * No source shows the properties for sure: those of `createOrderform` are expected, the others are from the
   * vendor's description.
   *
   * That the properties belong below `data` is likely, not documented: check `is_modified`.
   *
   * Needs a key with full access. May be repeated.
   */
  updateOrderform(params: UpdateOrderform, options?: CallOptions | null): Promise<Answered<IsModifiedAnswer>>;
  /**
   * Known by name only: changes a social proof bubble.
   *
   * Needs a key with full access. May be repeated.
   */
  updateSocialProofBubble(params?: UpdateSocialProofBubble | null, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Known by name only: changes a button that buys an upsell.
   *
   * Needs a key with full access. May be repeated.
   */
  updateUpsellBuyButton(params?: UpdateUpsellBuyButton | null, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Replaces the upsell tree of a product.
   *
   * That the properties belong below `data` is likely, not documented: check `is_modified`.
   *
   * Needs a key with full access. May be repeated.
   */
  updateUpsells(params: UpdateUpsells, options?: CallOptions | null): Promise<Answered<IsModifiedAnswer>>;
  /**
   * Adds a payment plan to a product.
   *
   * The numbers decide how the plan bills. `other_amounts` of 0 or one payment is a single payment; `other_amounts`
   * above 0 is a subscription with 0 payments and an installment plan with 2 or more.
   *
   * Needs a key with full access. Must not be sent twice.
   */
  createPaymentplan(params: CreatePaymentplan, options?: CallOptions | null): Promise<Answered<CreatePaymentplanAnswer>>;
  /**
   * Deletes a payment plan.
   *
   * Needs a key with full access. May be repeated.
   */
  deletePaymentplan(params: DeletePaymentplan, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Lists the payment plans of a product.
   *
   * A read-only key is enough. May be repeated.
   */
  listPaymentPlans(params: ListPaymentPlans, options?: CallOptions | null): Promise<Answered<PaymentPlan[]>>;
  /**
   * Changes a payment plan.
   *
   * Needs a key with full access. May be repeated.
   */
  updatePaymentplan(params: UpdatePaymentplan, options?: CallOptions | null): Promise<Answered<IsModifiedAnswer>>;
  /**
   * Lists the invoices of one order.
   *
   * It only reads, yet it demands full access. Test payments always have the invoice number 1.
   *
   * Needs a key with full access. May be repeated.
   */
  listInvoices(params: ListInvoices, options?: CallOptions | null): Promise<Answered<ListInvoicesAnswer>>;
  /**
   * Lists the credit notes you received as vendor and as affiliate.
   *
   * A read-only key is enough. May be repeated.
   */
  listPayouts(params?: ListPayouts | null, options?: CallOptions | null): Promise<Answered<ListPayoutsAnswer>>;
  /**
   * Mails all invoices of an order to the buyer again.
   *
   * A mail that is not sent is an API success: look at `status`.
   *
   * Needs a key with full access. Must not be sent twice.
   */
  resendInvoiceMail(params: ResendInvoiceMail, options?: CallOptions | null): Promise<Answered<ResendInvoiceMailAnswer>>;
  /**
   * Reads what you earned, what was paid out, and what is pending or planned.
   *
   * `future_amounts` has dates as keys, and one key that starts with `>` for everything later.
   *
   * A read-only key is enough. May be repeated.
   */
  statsExpectedPayouts(params?: StatsExpectedPayouts | null, options?: CallOptions | null): Promise<Answered<StatsExpectedPayoutsAnswer>>;
  /**
   * Known by name only: approves a product.
   *
   * Needs a key with full access. May be repeated.
   */
  approveProduct(params?: ApproveProduct | null, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Copies a product and changes some of its properties.
   *
   * Needs a key with full access. Must not be sent twice.
   */
  copyProduct(params: CopyProduct, options?: CallOptions | null): Promise<Answered<CopyProductAnswer>>;
  /**
   * Known by name only: adds an add-on to a product.
   *
   * Needs a key with full access. Must not be sent twice.
   */
  createAddon(params?: CreateAddon | null, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Creates a product.
   *
   * Prices live in payment plans; a product without one gets a default plan. A product cannot be deleted any more
   * once it sold, only switched off.
   *
   * The service knows more properties than are listed here, about 80.
   *
   * Needs a key with full access. Must not be sent twice.
   */
  createProduct(params: CreateProduct, options?: CallOptions | null): Promise<Answered<CreateProductAnswer>>;
  /**
   * Creates a product folder.
   *
   * Needs a key with full access. Must not be sent twice.
   */
  createProductGroup(params: CreateProductGroup, options?: CallOptions | null): Promise<Answered<CreateProductGroupAnswer>>;
  /**
   * Deletes a product that never sold.
   *
   * A product that sold can only be switched off, with `updateProduct`.
   *
   * Needs a key with full access. May be repeated.
   */
  deleteProduct(params: DeleteProduct, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Deletes a product folder.
   *
   * Needs a key with full access. May be repeated.
   */
  deleteProductGroup(params: DeleteProductGroup, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Known by name only: lists the kinds of deliverables.
   *
   * The base address may differ from that of the other functions.
   *
   * A read-only key is enough. May be repeated.
   */
  "deliverable-types"(params?: DeliverableTypes | null, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Reads one product.
   *
   * A read-only key is enough. May be repeated.
   */
  getProduct(params: GetProduct, options?: CallOptions | null): Promise<Answered<Product>>;
  /**
   * Known by name only: reads the add-ons of a product.
   *
   * A read-only key is enough. May be repeated.
   */
  getProductAddons(params?: GetProductAddons | null, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Reads one product folder.
   *
   * A read-only key is enough. May be repeated.
   */
  getProductGroup(params: GetProductGroup, options?: CallOptions | null): Promise<Answered<GetProductGroupAnswer>>;
  /**
   * Lists the product folders.
   *
   * A read-only key is enough. May be repeated.
   */
  listProductGroups(params?: ListProductGroups | null, options?: CallOptions | null): Promise<Answered<ListProductGroupsAnswer>>;
  /**
   * Lists the types of products.
   *
   * A read-only key is enough. May be repeated.
   */
  listProductTypes(params?: ListProductTypes | null, options?: CallOptions | null): Promise<Answered<ProductType[]>>;
  /**
   * Lists all products of the vendor.
   *
   * A read-only key is enough. May be repeated.
   */
  listProducts(params?: ListProducts | null, options?: CallOptions | null): Promise<Answered<ListProductsAnswer>>;
  /**
   * Known by name only: changes an add-on.
   *
   * Needs a key with full access. May be repeated.
   */
  updateAddon(params?: UpdateAddon | null, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Changes a product; this is also how approval is requested.
   *
   * The service knows more properties than are listed here. It ignores `amount`, as prices live in payment plans,
   * and refuses `tag`.
   *
   * Addresses must be public https addresses.
   *
   * Needs a key with full access. May be repeated.
   */
  updateProduct(params: UpdateProduct, options?: CallOptions | null): Promise<Answered<ModifiedAnswer>>;
  /**
   * Changes a product folder.
   *
   * That the properties belong below `data` is likely, not documented: check `is_modified`.
   *
   * Needs a key with full access. May be repeated.
   */
  updateProductGroup(params: UpdateProductGroup, options?: CallOptions | null): Promise<Answered<IsModifiedAnswer>>;
  /**
   * Known by name only: sets the approval of a product at a reseller.
   *
   * It seems to replace `approval_status` of `updateProduct`; resellers there are 1 Germany, 2 USA, 3 UK and 4
   * Ireland.
   *
   * Needs a key with full access. May be repeated.
   */
  updateProductResellerApproval(params?: UpdateProductResellerApproval | null, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Known by name only: reads the legal requirements of a product.
   *
   * The base address may differ from that of the other functions.
   *
   * A read-only key is enough. May be repeated.
   */
  "{productId}/legal-requirements"(params: ProductLegalRequirements, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Changes the balance that is billed with the next payment of a subscription or installment order.
   *
   * Every call changes the balance again.
   *
   * Needs a key with full access. Must not be sent twice.
   */
  addBalanceToPurchase(params: AddBalanceToPurchase, options?: CallOptions | null): Promise<Answered<AddBalanceToPurchaseAnswer>>;
  /**
   * Makes an order that adds or removes subscribed add-ons of an order.
   *
   * Needs the account right billing on demand. Only subscriptions can be added; the quantity of the main product
   * stays.
   *
   * Needs a key with full access. Must not be sent twice.
   */
  createAddonChangePurchase(params: CreateAddonChangePurchase, options?: CallOptions | null): Promise<Answered<CreateAddonChangePurchaseAnswer>>;
  /**
   * Reads one or several orders in full.
   *
   * One order id answers the order itself, several answer a map from order id to order. Refunds carry a negative
   * amount.
   *
   * A read-only key is enough. May be repeated.
   */
  getPurchase(params: GetPurchase & { purchase_id: string | number }, options?: CallOptions | null): Promise<Answered<Purchase>>;
  /**
   * Reads one or several orders in full.
   *
   * One order id answers the order itself, several answer a map from order id to order. Refunds carry a negative
   * amount.
   *
   * A read-only key is enough. May be repeated.
   */
  getPurchase(params: GetPurchase, options?: CallOptions | null): Promise<Answered<Purchase | Record<string, Purchase>>>;
  /**
   * Reads the download links of orders, by order and product.
   *
   * A read-only key is enough. May be repeated.
   */
  getPurchaseDownloads(params: GetPurchaseDownloads, options?: CallOptions | null): Promise<Answered<GetPurchaseDownloadsAnswer>>;
  /**
   * Reads the tracking values of one or several orders.
   *
   * One order id answers the record itself, several answer a map from order id to record.
   *
   * A read-only key is enough. May be repeated.
   */
  getPurchaseTracking(params: GetPurchaseTracking & { purchase_id: string | number }, options?: CallOptions | null): Promise<Answered<PurchaseTracking>>;
  /**
   * Reads the tracking values of one or several orders.
   *
   * One order id answers the record itself, several answer a map from order id to record.
   *
   * A read-only key is enough. May be repeated.
   */
  getPurchaseTracking(params: GetPurchaseTracking, options?: CallOptions | null): Promise<Answered<PurchaseTracking | Record<string, PurchaseTracking>>>;
  /**
   * Lists the orders of a period that earn you a share, page by page.
   *
   * The default period is only the last 24 hours; it filters the moment of the order, `listTransactions` that of the
   * transaction.
   *
   * Orders you earn on as affiliate or partner are included; `role` `vendor` finds your own sales only. Test orders
   * are included too.
   *
   * A read-only key is enough. May be repeated.
   */
  listPurchases(params?: ListPurchases | null, options?: CallOptions | null): Promise<Answered<ListPurchasesAnswer>>;
  /**
   * Lists the orders of one buyer's e-mail address.
   *
   * There are no pages.
   *
   * A read-only key is enough. May be repeated.
   */
  listPurchasesOfEmail(params: ListPurchasesOfEmail, options?: CallOptions | null): Promise<Answered<PurchaseOfEmail[]>>;
  /**
   * Mails the confirmation of an order again.
   *
   * Needs a key with full access. Must not be sent twice.
   */
  resendPurchaseConfirmationMail(params: ResendPurchaseConfirmationMail, options?: CallOptions | null): Promise<Answered<ModifiedAnswer>>;
  /**
   * Changes the tracking of an order, reopens its invoices, or moves its next payment.
   *
   * That the properties belong below `data` is likely, not documented: check `is_modified`.
   *
   * Needs a key with full access. May be repeated.
   */
  updatePurchase(params: UpdatePurchase, options?: CallOptions | null): Promise<Answered<IsModifiedAnswer>>;
  /**
   * Known by name only: creates a token for analytics.
   *
   * Needs a key with full access. Must not be sent twice.
   */
  createAnalyticsToken(params?: CreateAnalyticsToken | null, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Known by name only: reads split tests.
   *
   * A read-only key is enough. May be repeated.
   */
  getSplittests(params?: GetSplittests | null, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Ranks affiliates by their sales over a span of months.
   *
   * A read-only key is enough. May be repeated.
   */
  statsAffiliateToplist(params: StatsAffiliateToplist, options?: CallOptions | null): Promise<Answered<StatsAffiliateToplistAnswer>>;
  /**
   * Reads visitors and earnings by date and campaign key.
   *
   * Known by name only: arguments and answer are those that one third-party client uses.
   *
   * A read-only key is enough. May be repeated.
   */
  statsClicksAndEarningsByDateAndCampaignKey(params?: StatsClicksAndEarningsByDateAndCampaignKey | null, options?: CallOptions | null): Promise<Answered<StatsClicksAndEarningsByDateAndCampaignKeyAnswer>>;
  /**
   * Reads sales per day and currency.
   *
   * No default period is documented.
   *
   * A read-only key is enough. May be repeated.
   */
  statsDailyAmounts(params?: StatsDailyAmounts | null, options?: CallOptions | null): Promise<Answered<StatsDailyAmountsAnswer>>;
  /**
   * Reads the figures of the marketplace.
   *
   * `language` is also the name of the field that every call may carry to choose the language of messages.
   *
   * A read-only key is enough. May be repeated.
   */
  statsMarketplace(params?: StatsMarketplace | null, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Reads sales grouped by a unit of time.
   *
   * A read-only key is enough. May be repeated.
   */
  statsSales(params?: StatsSales | null, options?: CallOptions | null): Promise<Answered<StatsSalesAnswer>>;
  /**
   * Reads the sales of today, this week, month, quarter and year, and of all time.
   *
   * A read-only key is enough. May be repeated.
   */
  statsSalesSummary(params?: StatsSalesSummary | null, options?: CallOptions | null): Promise<Answered<StatsSalesSummaryAnswer>>;
  /**
   * Reads the allowed values of fields, and the size limits of images.
   *
   * Labels come in the language of the account.
   *
   * A read-only key is enough. May be repeated.
   */
  getGlobalSettings(params?: GetGlobalSettings | null, options?: CallOptions | null): Promise<Answered<GetGlobalSettingsAnswer>>;
  /**
   * Reads the key that lets the checkout links of the account take test payments.
   *
   * No vendor document names this function; vendor code uses it. The key works on every checkout link of the
   * account: treat it as a secret.
   *
   * Repeating the call is harmless without `do_recreate`.
   *
   * Needs a key with full access. Must not be sent twice.
   */
  getTestpayKey(params?: GetTestpayKey | null, options?: CallOptions | null): Promise<Answered<GetTestpayKeyAnswer>>;
  /**
   * Reads to whom the key belongs.
   *
   * A good first call to check a key: a read-only key is enough.
   *
   * A read-only key is enough. May be repeated.
   */
  getUserInfo(params?: GetUserInfo | null, options?: CallOptions | null): Promise<Answered<GetUserInfoAnswer>>;
  /**
   * Lists the countries: a map from code to name, in the language of the account.
   *
   * A read-only key is enough. May be repeated.
   */
  listCountries(params?: ListCountries | null, options?: CallOptions | null): Promise<Answered<Record<string, string>>>;
  /**
   * Lists the currencies you can sell in, on request with exchange rates.
   *
   * With `convert_to` every row also carries its rates, such as `to_EUR` and `to_USD`.
   *
   * A read-only key is enough. May be repeated.
   */
  listCurrencies(params?: ListCurrencies | null, options?: CallOptions | null): Promise<Answered<Currency[]>>;
  /**
   * Tests the connection and reads the clock of the server.
   *
   * Any kind of key will do.
   *
   * A read-only key or a developer key is enough. May be repeated.
   */
  ping(params?: Ping | null, options?: CallOptions | null): Promise<Answered<PingAnswer>>;
  /**
   * Makes a script that copies affiliate and tracking keys into a form.
   *
   * A read-only key is enough. May be repeated.
   */
  renderJsTrackingCode(params?: RenderJsTrackingCode | null, options?: CallOptions | null): Promise<Answered<RenderJsTrackingCodeAnswer>>;
  /**
   * Lists payments, refunds and chargebacks of a period with their totals, page by page.
   *
   * The default period is only the last 24 hours; it filters the moment of the transaction.
   *
   * In a row `amount` stays the total of the order; `transaction_amount` is what was moved, negative for refunds.
   *
   * A read-only key is enough. May be repeated.
   */
  listTransactions(params?: ListTransactions | null, options?: CallOptions | null): Promise<Answered<ListTransactionsAnswer>>;
  /**
   * Defines an upgrade between products.
   *
   * Needs a key with full access. Must not be sent twice.
   */
  createUpgrade(params: CreateUpgrade, options?: CallOptions | null): Promise<Answered<CreateUpgradeAnswer>>;
  /**
   * Carries out an upgrade without the buyer.
   *
   * Needs the account right billing on demand. The buyer must have agreed, and is informed by e-mail. It charges
   * money.
   *
   * Needs a key with full access. Must not be sent twice.
   */
  createUpgradePurchase(params: CreateUpgradePurchase, options?: CallOptions | null): Promise<Answered<CreateUpgradePurchaseAnswer>>;
  /**
   * Deletes an upgrade.
   *
   * Needs a key with full access. May be repeated.
   */
  deleteUpgrade(params: DeleteUpgrade, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Reads one smart upgrade, with its widget code for given orders.
   *
   * It is slow: keep what it answers.
   *
   * A read-only key is enough. May be repeated.
   */
  getSmartupgrade(params: GetSmartupgrade, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Reads one upgrade, and on request checks it against orders.
   *
   * A read-only key is enough. May be repeated.
   */
  getUpgrade(params: GetUpgrade, options?: CallOptions | null): Promise<Answered<GetUpgradeAnswer>>;
  /**
   * Lists the smart upgrades.
   *
   * A read-only key is enough. May be repeated.
   */
  listSmartUpgrades(params?: ListSmartUpgrades | null, options?: CallOptions | null): Promise<Answered<ListSmartUpgradesAnswer>>;
  /**
   * Lists all upgrades.
   *
   * `upgrade_url` contains the placeholder `ORDER_ID`.
   *
   * A read-only key is enough. May be repeated.
   */
  listUpgrades(params?: ListUpgrades | null, options?: CallOptions | null): Promise<Answered<ListUpgradesAnswer>>;
  /**
   * Creates a discount code.
   *
   * Codes are unique.
   *
   * Needs a key with full access. Must not be sent twice.
   */
  createVoucher(params: CreateVoucher, options?: CallOptions | null): Promise<Answered<CreateVoucherAnswer>>;
  /**
   * Deletes a discount code.
   *
   * Needs a key with full access. May be repeated.
   */
  deleteVoucher(params: DeleteVoucher, options?: CallOptions | null): Promise<Answered<Undocumented>>;
  /**
   * Reads one discount code.
   *
   * A read-only key is enough. May be repeated.
   */
  getVoucher(params: GetVoucher, options?: CallOptions | null): Promise<Answered<GetVoucherAnswer>>;
  /**
   * Lists the discount codes.
   *
   * A read-only key is enough. May be repeated.
   */
  listVouchers(params?: ListVouchers | null, options?: CallOptions | null): Promise<Answered<ListVouchersAnswer>>;
  /**
   * Changes a discount code.
   *
   * An empty `valid_from` or `expires_at` removes the limit.
   *
   * Needs a key with full access. May be repeated.
   */
  updateVoucher(params: UpdateVoucher, options?: CallOptions | null): Promise<Answered<UpdateVoucherAnswer>>;
  /**
   * Checks a value voucher, which a customer bought, and reads what is left of it.
   *
   * A voucher that is not valid is an API success: look at `status`.
   *
   * A read-only key is enough. May be repeated.
   */
  validateCouponCode(params: ValidateCouponCode, options?: CallOptions | null): Promise<Answered<ValidateCouponCodeAnswer>>;
}

/** Parameters of `createOnboardingProduct`. */
export interface CreateOnboardingProduct extends Common {
  [name: string]: unknown;
}

/** Parameters of `getOnboardingAccountStatus`. */
export interface GetOnboardingAccountStatus extends Common {
  [name: string]: unknown;
}

/** Parameters of `listAccountAccess`. */
export interface ListAccountAccess extends Common {
}

/** Parameters of `logMemberAccess`. */
export interface LogMemberAccess extends Common {
  /** Order id. */
  purchase_id: string | number | bigint;
  /** Name of the member area. */
  platform_name: string;
  /** Name of the buyer in the member area. */
  login_name: string;
  /** Address the buyer logged in at. */
  login_url: string;
  /** How many lessons are open to the buyer. At least 0. */
  number_of_unlocked_lectures: number | bigint;
  /** How many lessons the course has. At least 0. */
  total_number_of_lectures: number | bigint;
  /** When the buyer logged in. */
  login_at?: string | Date | null;
}

/** Parameters of `createJointVenture`. */
export interface CreateJointVenture extends Common {
  [name: string]: unknown;
}

/** Parameters of `getAffiliateCommission`. */
export interface GetAffiliateCommission extends Common {
  /** Number, Digistore24 name or e-mail address of the affiliate. */
  affiliate_id: string | number | bigint;
  /** Product numbers, or `all`. Default `all`. */
  product_ids?: string | number | readonly (string | number)[] | null;
}

/** Parameters of `getAffiliateForEmail`. */
export interface GetAffiliateForEmail extends Common {
  /** E-mail address. */
  email: string;
}

/** Parameters of `getCustomerToAffiliateBuyerDetails`. */
export interface GetCustomerToAffiliateBuyerDetails extends Common {
  /** One order id, or several in a list. */
  purchase_id: string | number | readonly (string | number)[];
}

/** Parameters of `getReferringAffiliate`. */
export interface GetReferringAffiliate extends Common {
  /** Number of the affiliate. */
  affiliate_id: string | number | bigint;
}

/** Parameters of `listCommissions`. */
export interface ListCommissions extends Common {
  /** Start of the period. Default `-24h`. */
  from?: string | Date | null;
  /** End of the period. Default `now`. */
  to?: string | Date | null;
  /** Page; the first is 1. At least 1. Default `1`. */
  page_no?: number | bigint | null;
  /** Entries per page; 0 puts everything on one page. At least 0. Default `0`. */
  page_size?: number | bigint | null;
  /** Types of transactions; `all` includes receivables. Default `payment,refund,refund_request,chargeback`. */
  transaction_type?: string | number | readonly (string | number)[] | null;
  /** Types of commissions, or `all`. Default `all`. */
  commission_type?: string | number | readonly (string | number)[] | null;
  /** Order id. */
  purchase_id?: string | number | bigint | null;
}

/** Parameters of `setAffiliateForEmail`. */
export interface SetAffiliateForEmail extends Common {
  /** E-mail address. */
  email: string;
  /** Digistore24 name of the affiliate. */
  affiliate: string;
  /** Campaign key of the affiliate. */
  campaignkey?: string | null;
  /** Tracking key of the vendor. */
  trackingkey?: string | null;
  /** Click id of the affiliate network. */
  click_id?: string | number | bigint | null;
}

/** Parameters of `setReferringAffiliate`. */
export interface SetReferringAffiliate extends Common {
  /** Number of the partner who referred the affiliate. */
  referrer_id: string | number | bigint;
  /** Number of the affiliate. */
  affiliate_id: string | number | bigint;
  /** Share of the partner in percent. At most 4 decimals. */
  commission?: string | bigint | null;
}

/** Parameters of `updateAffiliateCommission`. */
export interface UpdateAffiliateCommission extends Common {
  /** Number or Digistore24 name of the affiliate. */
  affiliate_id: string | number | bigint;
  /** Product numbers, or `all`. */
  product_ids: string | number | readonly (string | number)[];
  /** What to change. */
  data: AffiliateCommissionData;
}

/** Parameters of `updateJointVenture`. */
export interface UpdateJointVenture extends Common {
  [name: string]: unknown;
}

/** Parameters of `validateAffiliate`. */
export interface ValidateAffiliate extends Common {
  /** Digistore24 name of the affiliate. */
  affiliate_name: string;
  /** Product numbers, or `all`. */
  product_ids: string | number | readonly (string | number)[];
}

/** Parameters of `requestApiKey`. */
export interface RequestApiKey extends Common {
  /** Rights of the key. */
  permissions: KeyPermissions;
  /** Where the user comes back to. */
  return_url: string;
  /** Where the user goes after cancelling; `return_url` if left out. */
  cancel_url?: string | null;
  /** Site that is stored with the key. */
  site_url?: string | null;
  /** Free text. */
  comment?: string | null;
}

/** Parameters of `retrieveApiKey`. */
export interface RetrieveApiKey extends Common {
  /** Token from `requestApiKey`. */
  token: string;
}

/** Parameters of `unregister`. */
export interface Unregister extends Common {
}

/** Parameters of `createBillingOnDemand`. */
export interface CreateBillingOnDemand extends Common {
  /** Order whose payment method is charged. */
  purchase_id: string | number | bigint;
  /** Number of the product. */
  product_id: string | number | bigint;
  /** Price and schedule of payments. */
  payment_plan?: BillingPaymentPlan | null;
  /** Tracking of the new order. */
  tracking?: OrderTracking | null;
  /** Values of placeholders in title and text of the product. */
  placeholders?: Record<string, string> | null;
  /** Further settings. */
  settings?: BillingSettings | null;
  /** Add-ons. */
  addons?: readonly BillingAddon[] | null;
}

/** Parameters of `createRebillingPayment`. */
export interface CreateRebillingPayment extends Common {
  /** Order id. */
  purchase_id: string | number | bigint;
}

/** Parameters of `listRebillingStatusChanges`. */
export interface ListRebillingStatusChanges extends Common {
  /** Start of the period. Default `-24h`. */
  from?: string | Date | null;
  /** End of the period. Default `now`. */
  to?: string | Date | null;
  /** Page; the first is 1. At least 1. Default `1`. */
  page_no?: number | bigint | null;
  /** Entries per page. At least 1. Default `100`. */
  page_size?: number | bigint | null;
}

/** Parameters of `refundPartially`. */
export interface RefundPartially extends Common {
  /** Order id. */
  purchase_id: string | number | bigint;
  /** Amount to give back, at most one payment. More than zero. */
  amount: string | bigint;
}

/** Parameters of `refundPurchase`. */
export interface RefundPurchase extends Common {
  /** Order id. */
  purchase_id: string | number | bigint;
  /** Whether to refund against the refund policy. Default `false`. */
  force?: boolean | null;
  /** Day the refund policy is applied to. Default `now`. */
  request_date?: string | Date | null;
}

/** Parameters of `refundTransaction`. */
export interface RefundTransaction extends Common {
  /** Number of the transaction. */
  transaction_id: string | number | bigint;
  /** Whether to refund against the refund policy. Default `false`. */
  force?: boolean | null;
  /** Day the refund policy is applied to. Default `now`. */
  request_date?: string | Date | null;
}

/** Parameters of `startRebilling`. */
export interface StartRebilling extends Common {
  /** Order id. */
  purchase_id: string | number | bigint;
}

/** Parameters of `stopRebilling`. */
export interface StopRebilling extends Common {
  /** Order id. */
  purchase_id: string | number | bigint;
  /** Whether to stop against a minimum term. Default `false`. */
  force?: boolean | null;
  /** Whether not to cancel at once just because a refund is possible. Default `false`. */
  ignore_refund_possibility?: boolean | null;
}

/** Parameters of `createBuyUrl`. */
export interface CreateBuyUrl extends Common {
  /** Number of the product. */
  product_id: string | number | bigint;
  /** The buyer. */
  buyer?: BuyUrlBuyer | null;
  /** Price and schedule of payments. */
  payment_plan?: BuyUrlPaymentPlan | null;
  /** To whom orders are credited. */
  tracking?: BuyUrlTracking | null;
  /** How long the link works: a time such as `24h` or `48h`, or `forever`. Default `24h`. */
  valid_until?: string | null;
  /** Pages the buyer is led to. */
  urls?: BuyUrlPages | null;
  /** Values of placeholders in title and text of the product, by name. */
  placeholders?: Record<string, string> | null;
  /** Further settings. */
  settings?: BuyUrlSettings | null;
  /** Add-ons to offer. */
  addons?: readonly BuyUrlAddon[] | null;
}

/** Parameters of `deleteBuyUrl`. */
export interface DeleteBuyUrl extends Common {
  /** Number of the link. */
  id: string | number | bigint;
}

/** Parameters of `listBuyUrls`. */
export interface ListBuyUrls extends Common {
  /** Page; the first is 1. At least 1. Default `1`. */
  page_no?: number | bigint | null;
  /** Entries per page. At least 1. Default `100`. */
  page_size?: number | bigint | null;
}

/** Parameters of `getBuyer`. */
export interface GetBuyer extends Common {
  /** Number of the buyer; an e-mail address works too. */
  buyer_id: string | number | bigint;
}

/** Parameters of `listBuyers`. */
export interface ListBuyers extends Common {
  /** Page; the first is 1. At least 1. Default `1`. */
  page_no?: number | bigint | null;
  /** Entries per page. At least 1. Default `100`. */
  page_size?: number | bigint | null;
}

/** Parameters of `listCustomFormRecords`. */
export interface ListCustomFormRecords extends Common {
  /** Order id. */
  purchase_id?: string | number | bigint | null;
}

/** Parameters of `reportFraud`. */
export interface ReportFraud extends Common {
  /** Number of the transaction. */
  transaction_id: string | number | bigint;
  /** Whom to report. */
  who: FraudParty;
  /** Why. */
  comment: string;
}

/** Parameters of `updateBuyer`. */
export interface UpdateBuyer extends Common {
  /** Number of the buyer. */
  buyer_id: string | number | bigint;
  /** What to change. */
  data: BuyerData;
}

/** Parameters of `createShippingCostPolicy`. */
export interface CreateShippingCostPolicy extends Common {
  /** The properties. */
  data: ShippingCostPolicyData;
}

/** Parameters of `deleteShippingCostPolicy`. */
export interface DeleteShippingCostPolicy extends Common {
  /** Number of the policy. */
  policy_id: string | number | bigint;
}

/** Parameters of `getDelivery`. */
export interface GetDelivery extends Common {
  /** Number of the delivery. */
  delivery_id: string | number | bigint;
  /** Whether to lock the delivery for you. Default `false`. */
  set_in_progress?: boolean | null;
}

/** Parameters of `getServiceProofRequest`. */
export interface GetServiceProofRequest extends Common {
  /** Number of the request. */
  service_proof_id: string | number | bigint;
}

/** Parameters of `getShippingCostPolicy`. */
export interface GetShippingCostPolicy extends Common {
  /** Number of the policy. */
  policy_id: string | number | bigint;
}

/** Parameters of `listDeliveries`. */
export interface ListDeliveries extends Common {
  /** What a delivery must match. */
  search?: DeliverySearch | null;
}

/** Parameters of `listServiceProofRequests`. */
export interface ListServiceProofRequests extends Common {
  /** What a request must match. */
  search?: ServiceProofSearch | null;
}

/** Parameters of `listShippingCostPolicies`. */
export interface ListShippingCostPolicies extends Common {
}

/** Parameters of `updateDelivery`. */
export interface UpdateDelivery extends Common {
  /** Number of the delivery. */
  delivery_id: string | number | bigint;
  /** Whether to tell the buyer by e-mail. Default `true`. */
  notify_via_email?: boolean | null;
  /** What to change. */
  data?: DeliveryData | null;
  /** Parcels, found by their number. */
  tracking?: readonly ParcelData[] | null;
}

/** Parameters of `updateServiceProofRequest`. */
export interface UpdateServiceProofRequest extends Common {
  /** Number of the request. */
  service_proof_id: string | number | bigint;
  /** The answer. */
  data: ServiceProofData;
  /** Files that prove it. */
  files?: readonly ProofFile[] | null;
}

/** Parameters of `updateShippingCostPolicy`. */
export interface UpdateShippingCostPolicy extends Common {
  /** Number of the policy. */
  policy_id: string | number | bigint;
  /** What to change. */
  data: ShippingCostPolicyData;
}

/** Parameters of `createEticket`. */
export interface CreateEticket extends Common {
  /** Who gets the tickets. */
  buyer: EticketBuyer;
  /** Number of the product. */
  product_id: string | number | bigint;
  /** Number of the location. */
  location_id: string | number | bigint;
  /** Number of the template. */
  template_id: string | number | bigint;
  /** Day of the event. */
  date: string | Date;
  /** Length of the event in days. At least 1. Default `1`. */
  days?: number | bigint | null;
  /** Remark, for example the time of day. */
  note?: string | null;
  /** How many tickets to issue. At least 1. Default `1`. */
  count?: number | bigint | null;
}

/** Parameters of `getEticket`. */
export interface GetEticket extends Common {
  /** Number of the ticket, 20 digits. */
  eticket_id: string | number | bigint;
}

/** Parameters of `getEticketSettings`. */
export interface GetEticketSettings extends Common {
}

/** Parameters of `listEticketLocations`. */
export interface ListEticketLocations extends Common {
}

/** Parameters of `listEticketTemplates`. */
export interface ListEticketTemplates extends Common {
}

/** Parameters of `listEtickets`. */
export interface ListEtickets extends Common {
  /** What a ticket must match. */
  search?: EticketSearch | null;
}

/** Parameters of `validateEticket`. */
export interface ValidateEticket extends Common {
  /** Number of the ticket, 20 digits. */
  eticket_id: string | number | bigint;
  /** Numbers of the templates. */
  template_id: string | number | readonly (string | number)[];
  /** Numbers of the locations. */
  location_id: string | number | readonly (string | number)[];
  /** Days on which the ticket must be valid; `now` and `today` work. Default `now`. */
  date?: string | number | readonly (string | number)[] | null;
  /** What separates the parts of the text in the answer. Default ` `. */
  seperator?: string | null;
}

/** Parameters of `ipnDelete`. */
export interface IpnDelete extends Common {
  /** Your own name for the connection. */
  domain_id: string;
}

/** Parameters of `ipnInfo`. */
export interface IpnInfo extends Common {
  /** Your own name for the connection. */
  domain_id?: string | null;
}

/** Parameters of `ipnSetup`. */
export interface IpnSetup extends Common {
  /** Address that receives the notifications. */
  ipn_url: string;
  /** Name shown in the back office. */
  name: string;
  /** Product numbers, or `all`. */
  product_ids: string | number | readonly (string | number)[];
  /** Your own name for the connection. */
  domain_id?: string | null;
  /** Kinds of notifications: `orders`, `affiliations`, `etickets`, `customforms`, `orderform`. */
  categories?: string | number | readonly (string | number)[] | null;
  /** Types of events: `payment`, `refund`, `chargeback`, `payment_missed` and others; `all` includes future ones. Default `payment,refund,chargeback,payment_missed`. */
  transactions?: string | number | readonly (string | number)[] | null;
  /** When notifications are sent. Default `before_thankyou`. */
  timing?: IpnTiming | null;
  /** Passphrase that signs notifications: a secret. `random` makes one. At most 63 characters. */
  sha_passphrase?: string | null;
  /** Which buyers are reported. Default `send_always`. */
  newsletter_send_policy?: NewsletterSendPolicy | null;
  /** Vendor account to act for. */
  vendor_id?: string | number | bigint | null;
}

/** Parameters of `validateLicenseKey`. */
export interface ValidateLicenseKey extends Common {
  /** Order id. */
  purchase_id: string | number | bigint;
  /** Licence key. */
  license_key: string;
}

/** Parameters of `createMarketplaceEntry`. */
export interface CreateMarketplaceEntry extends Common {
  [name: string]: unknown;
}

/** Parameters of `deleteMarketplaceEntry`. */
export interface DeleteMarketplaceEntry extends Common {
  [name: string]: unknown;
}

/** Parameters of `getMarketplaceEntry`. */
export interface GetMarketplaceEntry extends Common {
  /** Number of the entry, not of the product. */
  entry_id: string | number | bigint;
}

/** Parameters of `listMarketplaceEntries`. */
export interface ListMarketplaceEntries extends Common {
  /** What to sort by; the values are not documented. */
  sort_by?: string | null;
}

/** Parameters of `requestMarketplaceEntryApproval`. */
export interface RequestMarketplaceEntryApproval extends Common {
  [name: string]: unknown;
}

/** Parameters of `createImage`. */
export interface CreateImage extends Common {
  /** The properties. */
  data: ImageData;
}

/** Parameters of `createOrderform`. */
export interface CreateOrderform extends Common {
  /** The properties. */
  data: OrderformData;
}

/** Parameters of `createSocialProofBubble`. */
export interface CreateSocialProofBubble extends Common {
  [name: string]: unknown;
}

/** Parameters of `createUpsellBuyButton`. */
export interface CreateUpsellBuyButton extends Common {
  [name: string]: unknown;
}

/** Parameters of `deleteImage`. */
export interface DeleteImage extends Common {
  /** Id of the image, letters and digits. */
  image_id: string | number | bigint;
}

/** Parameters of `deleteOrderform`. */
export interface DeleteOrderform extends Common {
  /** Number of the order form. */
  orderform_id: string | number | bigint;
}

/** Parameters of `deleteUpsells`. */
export interface DeleteUpsells extends Common {
  /** Number of the product. */
  product_id: string | number | bigint;
}

/** Parameters of `getImage`. */
export interface GetImage extends Common {
  /** Id of the image, letters and digits. */
  image_id: string | number | bigint;
}

/** Parameters of `getOrderform`. */
export interface GetOrderform extends Common {
  /** Number of the order form. */
  orderform_id: string | number | bigint;
}

/** Parameters of `getOrderformMetas`. */
export interface GetOrderformMetas extends Common {
}

/** Parameters of `getUpsells`. */
export interface GetUpsells extends Common {
  /** Number of the product. */
  product_id: string | number | bigint;
}

/** Parameters of `listConversionTools`. */
export interface ListConversionTools extends Common {
  /** Kinds of tools: `smartupgrade`, `socialproof_box`, `socialproof_bubble`, `countdown`. */
  type: string | number | readonly (string | number)[];
}

/** Parameters of `listImages`. */
export interface ListImages extends Common {
  /** What the image is for. */
  usage_type: string;
}

/** Parameters of `listOrderforms`. */
export interface ListOrderforms extends Common {
  /** Only forms of this layout. */
  layout?: OrderformKind | null;
}

/** Parameters of `updateOrderform`. */
export interface UpdateOrderform extends Common {
  /** Number of the order form. */
  orderform_id: string | number | bigint;
  /** What to change. */
  data: OrderformUpdateData;
}

/** Parameters of `updateSocialProofBubble`. */
export interface UpdateSocialProofBubble extends Common {
  [name: string]: unknown;
}

/** Parameters of `updateUpsellBuyButton`. */
export interface UpdateUpsellBuyButton extends Common {
  [name: string]: unknown;
}

/** Parameters of `updateUpsells`. */
export interface UpdateUpsells extends Common {
  /** Number of the product. */
  product_id: string | number | bigint;
  /** Product numbers by position, as `getUpsells` answers them. */
  data: Record<string, string | number | bigint>;
}

/** Parameters of `createPaymentplan`. */
export interface CreatePaymentplan extends Common {
  /** Number of the product. */
  product_id: string | number | bigint;
  /** The properties. */
  data: PaymentPlanData;
}

/** Parameters of `deletePaymentplan`. */
export interface DeletePaymentplan extends Common {
  /** Number of the payment plan. */
  paymentplan_id: string | number | bigint;
}

/** Parameters of `listPaymentPlans`. */
export interface ListPaymentPlans extends Common {
  /** Number of the product. */
  product_id: string | number | bigint;
}

/** Parameters of `updatePaymentplan`. */
export interface UpdatePaymentplan extends Common {
  /** Number of the payment plan. */
  paymentplan_id: string | number | bigint;
  /** What to change. */
  data: PaymentPlanData;
}

/** Parameters of `listInvoices`. */
export interface ListInvoices extends Common {
  /** Order id. */
  purchase_id: string | number | bigint;
}

/** Parameters of `listPayouts`. */
export interface ListPayouts extends Common {
}

/** Parameters of `resendInvoiceMail`. */
export interface ResendInvoiceMail extends Common {
  /** Order id. */
  purchase_id: string | number | bigint;
}

/** Parameters of `statsExpectedPayouts`. */
export interface StatsExpectedPayouts extends Common {
}

/** Parameters of `approveProduct`. */
export interface ApproveProduct extends Common {
  [name: string]: unknown;
}

/** Parameters of `copyProduct`. */
export interface CopyProduct extends Common {
  /** Number of the product to copy. */
  product_id: string | number | bigint;
  /** What to change in the copy. */
  data: ProductCopyData;
}

/** Parameters of `createAddon`. */
export interface CreateAddon extends Common {
  [name: string]: unknown;
}

/** Parameters of `createProduct`. */
export interface CreateProduct extends Common {
  /** The properties. */
  data: ProductData;
}

/** Parameters of `createProductGroup`. */
export interface CreateProductGroup extends Common {
  /** The properties. */
  data: ProductGroupData;
}

/** Parameters of `deleteProduct`. */
export interface DeleteProduct extends Common {
  /** Number of the product. */
  product_id: string | number | bigint;
}

/** Parameters of `deleteProductGroup`. */
export interface DeleteProductGroup extends Common {
  /** Number of the folder. */
  product_group_id: string | number | bigint;
}

/** Parameters of `deliverable-types`. */
export interface DeliverableTypes extends Common {
  [name: string]: unknown;
}

/** Parameters of `getProduct`. */
export interface GetProduct extends Common {
  /** Number of the product. */
  product_id: string | number | bigint;
  /** Whether to find deleted products too. */
  show_deleted?: boolean | null;
}

/** Parameters of `getProductAddons`. */
export interface GetProductAddons extends Common {
  [name: string]: unknown;
}

/** Parameters of `getProductGroup`. */
export interface GetProductGroup extends Common {
  /** Number of the folder. */
  product_group_id: string | number | bigint;
}

/** Parameters of `listProductGroups`. */
export interface ListProductGroups extends Common {
}

/** Parameters of `listProductTypes`. */
export interface ListProductTypes extends Common {
}

/** Parameters of `listProducts`. */
export interface ListProducts extends Common {
  /** What to sort by. Default `name`. */
  sort_by?: ProductSortBy | null;
}

/** Parameters of `updateAddon`. */
export interface UpdateAddon extends Common {
  [name: string]: unknown;
}

/** Parameters of `updateProduct`. */
export interface UpdateProduct extends Common {
  /** Number of the product. */
  product_id: string | number | bigint;
  /** What to change. */
  data: ProductUpdateData;
}

/** Parameters of `updateProductGroup`. */
export interface UpdateProductGroup extends Common {
  /** Number of the folder. */
  product_group_id: string | number | bigint;
  /** What to change. */
  data: ProductGroupUpdateData;
}

/** Parameters of `updateProductResellerApproval`. */
export interface UpdateProductResellerApproval extends Common {
  [name: string]: unknown;
}

/** Parameters of `{productId}/legal-requirements`. */
export interface ProductLegalRequirements extends Common {
  /** Number of the product, which stands in the path. */
  productId: string | number | bigint;
  [name: string]: unknown;
}

/** Parameters of `addBalanceToPurchase`. */
export interface AddBalanceToPurchase extends Common {
  /** Order id. */
  purchase_id: string | number | bigint;
  /** By how much, in the currency of the order; negative lowers it, at most to 0. */
  amount: string | bigint;
}

/** Parameters of `createAddonChangePurchase`. */
export interface CreateAddonChangePurchase extends Common {
  /** Order to change. */
  purchase_id: string | number | bigint;
  /** Add-ons to add or remove. */
  addons: readonly AddonChange[];
  /** Tracking of the new order. */
  tracking?: OrderTracking | null;
  /** Values of placeholders in title and text of the product. */
  placeholders?: Record<string, string> | null;
}

/** Parameters of `getPurchase`. */
export interface GetPurchase extends Common {
  /** One order id, or several in a list. */
  purchase_id: string | number | readonly (string | number)[];
}

/** Parameters of `getPurchaseDownloads`. */
export interface GetPurchaseDownloads extends Common {
  /** One order id, or several in a list. */
  purchase_id: string | number | readonly (string | number)[];
}

/** Parameters of `getPurchaseTracking`. */
export interface GetPurchaseTracking extends Common {
  /** One order id, or several in a list. */
  purchase_id: string | number | readonly (string | number)[];
}

/** Parameters of `listPurchases`. */
export interface ListPurchases extends Common {
  /** Start of the period: a moment, `now`, `-3d` or `start`. Default `-24h`. */
  from?: string | Date | null;
  /** End of the period. Default `now`. */
  to?: string | Date | null;
  /** What an order must match. */
  search?: PurchaseSearch | null;
  /** What to sort by. Default `date`. */
  sort_by?: SortBy | null;
  /** Direction of sorting. Default `asc`. */
  sort_order?: SortOrder | null;
  /** Whether to add its transactions to every order. Default `false`. */
  load_transactions?: boolean | null;
  /** Page; the first is 1. At least 1. Default `1`. */
  page_no?: number | bigint | null;
  /** Entries per page. At least 1. Default `500`. */
  page_size?: number | bigint | null;
}

/** Parameters of `listPurchasesOfEmail`. */
export interface ListPurchasesOfEmail extends Common {
  /** E-mail address. */
  email: string;
  /** How many orders to answer at most. At least 1. Default `100`. */
  limit?: number | bigint | null;
}

/** Parameters of `resendPurchaseConfirmationMail`. */
export interface ResendPurchaseConfirmationMail extends Common {
  /** Order id. */
  purchase_id: string | number | bigint;
}

/** Parameters of `updatePurchase`. */
export interface UpdatePurchase extends Common {
  /** Order id. */
  purchase_id: string | number | bigint;
  /** What to change. */
  data: PurchaseData;
}

/** Parameters of `createAnalyticsToken`. */
export interface CreateAnalyticsToken extends Common {
  [name: string]: unknown;
}

/** Parameters of `getSplittests`. */
export interface GetSplittests extends Common {
  [name: string]: unknown;
}

/** Parameters of `statsAffiliateToplist`. */
export interface StatsAffiliateToplist extends Common {
  /** First month. */
  from: string;
  /** Last month. */
  to: string;
  /** Digistore24 name of one affiliate. */
  affiliate?: string | null;
  /** Currency; that of the account if left out. */
  currency?: string | null;
}

/** Parameters of `statsClicksAndEarningsByDateAndCampaignKey`. */
export interface StatsClicksAndEarningsByDateAndCampaignKey extends Common {
  /** Start of the period. */
  from?: string | Date | null;
  /** End of the period, for example `today`. */
  to?: string | Date | null;
  /** Unit of time; only `day` is known. */
  interval?: ClickInterval | null;
  /** Roles: `affiliate`, `vendor`. */
  viewRole?: string | number | readonly (string | number)[] | null;
  /** Currency of the earnings. */
  currency?: string | null;
  [name: string]: unknown;
}

/** Parameters of `statsDailyAmounts`. */
export interface StatsDailyAmounts extends Common {
  /** Start of the period. */
  from?: string | Date | null;
  /** End of the period. */
  to?: string | Date | null;
}

/** Parameters of `statsMarketplace`. */
export interface StatsMarketplace extends Common {
  /** Two-letter language. */
  language?: string | null;
}

/** Parameters of `statsSales`. */
export interface StatsSales extends Common {
  /** Unit of time. Default `week`. */
  period?: StatsPeriod | null;
  /** Start of the period. */
  from?: string | Date | null;
  /** End of the period. */
  to?: string | Date | null;
}

/** Parameters of `statsSalesSummary`. */
export interface StatsSalesSummary extends Common {
}

/** Parameters of `getGlobalSettings`. */
export interface GetGlobalSettings extends Common {
}

/** Parameters of `getTestpayKey`. */
export interface GetTestpayKey extends Common {
  /** Whether to make a new key; the old one then stops working. */
  do_recreate?: boolean | null;
}

/** Parameters of `getUserInfo`. */
export interface GetUserInfo extends Common {
}

/** Parameters of `listCountries`. */
export interface ListCountries extends Common {
}

/** Parameters of `listCurrencies`. */
export interface ListCurrencies extends Common {
  /** Currencies to convert to, or `all`. */
  convert_to?: string | number | readonly (string | number)[] | null;
}

/** Parameters of `ping`. */
export interface Ping extends Common {
}

/** Parameters of `renderJsTrackingCode`. */
export interface RenderJsTrackingCode extends Common {
  /** Form field that receives the affiliate. */
  affiliate_input?: string | null;
  /** Form field that receives the campaign key. */
  campaignkey_input?: string | null;
  /** Form field that receives the tracking key. */
  trackingkey_input?: string | null;
  /** JavaScript function that is called with the values. */
  callback?: string | null;
}

/** Parameters of `listTransactions`. */
export interface ListTransactions extends Common {
  /** Start of the period: a moment, `now`, `-3d` or `start`. Default `-24h`. */
  from?: string | Date | null;
  /** End of the period. Default `now`. */
  to?: string | Date | null;
  /** What a transaction must match. */
  search?: TransactionSearch | null;
  /** What to sort by. Default `date`. */
  sort_by?: SortBy | null;
  /** Direction of sorting. Default `asc`. */
  sort_order?: SortOrder | null;
  /** Page; the first is 1. At least 1. Default `1`. */
  page_no?: number | bigint | null;
  /** Entries per page. From 1 to 1000. Default `500`. */
  page_size?: number | bigint | null;
}

/** Parameters of `createUpgrade`. */
export interface CreateUpgrade extends Common {
  /** Name. */
  name: string;
  /** Number of the product it leads to. */
  to_product_id: string | number | bigint;
  /** Products to upgrade from. */
  upgrade_from?: string | number | readonly (string | number)[] | null;
  /** Products to downgrade from. */
  downgrade_from?: string | number | readonly (string | number)[] | null;
  /** Products whose buyers get a special offer. */
  special_offer_for?: string | number | readonly (string | number)[] | null;
  /** Product to offer if the upgrade is not possible. */
  fallback_product_id?: string | number | bigint | null;
  /** Whether it is switched on. Default `true`. */
  is_active?: boolean | null;
  /** Which fields the buyer cannot change on the order form. Default `none`. */
  buyer_readonly_keys?: ReadonlyKeys | null;
}

/** Parameters of `createUpgradePurchase`. */
export interface CreateUpgradePurchase extends Common {
  /** Order ids. */
  purchase_ids: string | number | readonly (string | number)[];
  /** Number of the upgrade, alone or followed by a hyphen and the `authkey`. */
  upgrade_id: string | number | bigint;
  /** Payment plan: its number, or its position starting at 1. */
  payment_plan_id?: string | number | bigint | null;
  /** Quantities by position, starting at 1, or by product number. */
  quantities?: Record<string, number | bigint> | null;
}

/** Parameters of `deleteUpgrade`. */
export interface DeleteUpgrade extends Common {
  /** Number of the upgrade. */
  upgrade_id: string | number | bigint;
}

/** Parameters of `getSmartupgrade`. */
export interface GetSmartupgrade extends Common {
  /** Number of the smart upgrade. */
  smartupgrade_id: string | number | bigint;
  /** Orders to make the widget code for. */
  purchase_id?: string | number | readonly (string | number)[] | null;
}

/** Parameters of `getUpgrade`. */
export interface GetUpgrade extends Common {
  /** Number of the upgrade. */
  upgrade_id: string | number | bigint;
  /** Orders to check the upgrade for. */
  order_ids?: string | number | readonly (string | number)[] | null;
}

/** Parameters of `listSmartUpgrades`. */
export interface ListSmartUpgrades extends Common {
}

/** Parameters of `listUpgrades`. */
export interface ListUpgrades extends Common {
}

/** Parameters of `createVoucher`. */
export interface CreateVoucher extends Common {
  /** The properties. */
  data: VoucherData;
}

/** Parameters of `deleteVoucher`. */
export interface DeleteVoucher extends Common {
  /** Code or number. */
  code: string;
}

/** Parameters of `getVoucher`. */
export interface GetVoucher extends Common {
  /** Code as buyers type it in. */
  code: string;
}

/** Parameters of `listVouchers`. */
export interface ListVouchers extends Common {
}

/** Parameters of `updateVoucher`. */
export interface UpdateVoucher extends Common {
  /** Code or number of the discount code to change. */
  code: string;
  /** What to change. */
  data: VoucherUpdateData;
}

/** Parameters of `validateCouponCode`. */
export interface ValidateCouponCode extends Common {
  /** Code or number. */
  code: string;
}

/** The terms of an affiliate. */
export interface AffiliateCommissionData {
  /** Commission in percent. At most 4 decimals. */
  commission_rate?: string | bigint | null;
  /** Fixed commission. */
  commission_fix?: string | bigint | null;
  /** Currency of the fixed commission. */
  commission_currency?: string | null;
  /** State of the approval. */
  approval_status?: ApprovalStatus | null;
}

/** Price and schedule of the new order. */
export interface BillingPaymentPlan {
  /** First or only payment. */
  first_amount?: string | bigint | null;
  /** Each follow-up payment. */
  other_amounts?: string | bigint | null;
  /** Currency, for example `EUR`. At most 3 characters. */
  currency?: string | null;
  /** 1 for a single payment, 2 or more for installments; no subscription without end, unlike in `createBuyUrl`. At least 1. */
  number_of_installments?: number | bigint | null;
  /** Time until the second payment, for example `1_month`. */
  first_billing_interval?: string | null;
  /** Time between later payments, for example `1_month`. */
  other_billing_intervals?: string | null;
  /** Time of trial before the first payment, for example `7_day`. */
  test_interval?: string | null;
  /** Payment plan to take the rest from. */
  template?: string | number | bigint | null;
  /** When the upgrade takes effect. Default `upgrade`. */
  upgrade_type?: UpgradeType | null;
}

/** To whom an order is credited. */
export interface OrderTracking {
  /** Your own reference, which notifications return as `custom`; 63 characters at most. */
  custom?: string | null;
  /** Digistore24 name of the affiliate. */
  affiliate?: string | null;
  /** Campaign key of the affiliate. */
  campaignkey?: string | null;
  /** Tracking key of the vendor. */
  trackingkey?: string | null;
}

/** Settings of the new order. */
export interface BillingSettings {
  /** Discount code to apply. */
  voucher_code?: string | null;
  /** How many pieces. At least 1. Default `1`. */
  quantity?: number | bigint | null;
  /** Two-letter country of the product. At most 2 characters. */
  product_country?: string | null;
}

/** An add-on of the new order. */
export interface BillingAddon {
  /** Number of the product. */
  product_id?: string | number | bigint | null;
  /** First or only payment. */
  first_amount?: string | bigint | null;
  /** Each follow-up payment. */
  other_amounts?: string | bigint | null;
  /** Price if the add-on is paid once. */
  single_amount?: string | bigint | null;
  /** How many pieces. At least 1. Default `1`. */
  quantity?: number | bigint | null;
  /** Currency, for example `EUR`. At most 3 characters. */
  currency?: string | null;
  /** Whether the buyer may change the quantity later. Default `false`. */
  is_quantity_editable_after_purchase?: boolean | null;
  /** Two-letter country of the product. At most 2 characters. */
  product_country?: string | null;
}

/** What is known about the buyer of an order form link. */
export interface BuyUrlBuyer {
  /** E-mail address. */
  email?: string | null;
  /** How the buyer is addressed. */
  salutation?: Salutation | null;
  /** Title, for example `Dr.`. */
  title?: string | null;
  /** Family name. */
  last_name?: string | null;
  /** Given name. */
  first_name?: string | null;
  /** Company. */
  company?: string | null;
  /** Street and number. */
  street?: string | null;
  /** Town. */
  city?: string | null;
  /** Postal code. */
  zipcode?: string | null;
  /** State or province. */
  state?: string | null;
  /** Two-letter country. At most 2 characters. */
  country?: string | null;
  /** Telephone number. */
  phone_no?: string | null;
  /** Tax number. */
  tax_id?: string | number | bigint | null;
  /** Which fields the buyer cannot change on the order form. Default `none`. */
  readonly_keys?: ReadonlyKeys | null;
  /** Number of a buyer, or an order id, whose address is used. */
  id?: string | number | bigint | null;
}

/** Price and schedule of an order form link. */
export interface BuyUrlPaymentPlan {
  /** First or only payment. */
  first_amount?: string | bigint | null;
  /** Each follow-up payment. */
  other_amounts?: string | bigint | null;
  /** Currency, for example `EUR`. At most 3 characters. */
  currency?: string | null;
  /** 0 for a subscription without end, 1 for a single payment, 2 or more for installments. At least 0. Default `1`. */
  number_of_installments?: number | bigint | null;
  /** Time until the second payment, for example `1_month`. Default `1_month`. */
  first_billing_interval?: string | null;
  /** Time between later payments, for example `1_month`. */
  other_billing_intervals?: string | null;
  /** Time of trial before the first payment, for example `7_day`. */
  test_interval?: string | null;
  /** Payment plan to take the rest from. */
  template?: string | number | bigint | null;
  /** Order to upgrade. */
  upgrade_order_id?: string | number | bigint | null;
  /** When the upgrade takes effect. Default `upgrade`. */
  upgrade_type?: UpgradeType | null;
  /** Whether the given prices include tax. Default `as_set`. */
  tax_mode?: TaxMode | null;
}

/** To whom orders of the link are credited. */
export interface BuyUrlTracking {
  /** Your own reference, which notifications return as `custom`; 63 characters at most. */
  custom?: string | null;
  /** Digistore24 name of the affiliate. */
  affiliate?: string | null;
  /** Whether an affiliate bound to the e-mail address wins. Default `as_set`. */
  affiliate_priority?: AffiliatePriority | null;
  /** Campaign key of the affiliate. */
  campaignkey?: string | null;
  /** Tracking key of the vendor. */
  trackingkey?: string | null;
  /** UTM source. */
  utm_source?: string | null;
  /** UTM medium. */
  utm_medium?: string | null;
  /** UTM campaign. */
  utm_campaign?: string | null;
  /** UTM term. */
  utm_term?: string | null;
  /** UTM content. */
  utm_content?: string | null;
}

/** Where buyers of the link are led to. */
export interface BuyUrlPages {
  /** Page shown after buying; https only. */
  thankyou_url?: string | null;
  /** Page for links that no longer work. */
  fallback_url?: string | null;
  /** Page shown when the upgrade fails. */
  upgrade_error_url?: string | null;
}

/** Further settings of an order form link. */
export interface BuyUrlSettings {
  /** Number of the order form. */
  orderform_id?: string | number | bigint | null;
  /** Id of the product image, or a map of such ids. */
  img?: unknown | null;
  /** Commission of the affiliate in percent. At most 4 decimals. */
  affiliate_commission_rate?: string | bigint | null;
  /** Fixed commission of the affiliate. */
  affiliate_commission_fix?: string | bigint | null;
  /** Discount code to apply. */
  voucher_code?: string | null;
  /** Percent off the first payment. At most 4 decimals. */
  voucher_1st_rate?: string | bigint | null;
  /** Percent off follow-up payments. At most 4 decimals. */
  voucher_oth_rates?: string | bigint | null;
  /** Amount off the first payment. */
  voucher_1st_amount?: string | bigint | null;
  /** Amount off each follow-up payment. */
  voucher_oth_amounts?: string | bigint | null;
  /** Whether only payment methods are offered that can be charged again. */
  force_rebilling?: boolean | null;
  /** Payment methods to offer. */
  pay_methods?: readonly PayMethod[] | null;
  /** Whether to hide the warning that the product was bought before. */
  hide_double_buy_info?: boolean | null;
}

/** An add-on offered with an order form link. */
export interface BuyUrlAddon {
  /** Number of the product. */
  product_id?: string | number | bigint | null;
  /** First or only payment. */
  first_amount?: string | bigint | null;
  /** Each follow-up payment. */
  other_amounts?: string | bigint | null;
  /** Price if the add-on is paid once. */
  single_amount?: string | bigint | null;
  /** Quantity that is preselected. At least 1. Default `1`. */
  default_quantity?: number | bigint | null;
  /** How the highest quantity is set. Default `unlimited`. */
  max_quantity_type?: MaxQuantityType | null;
  /** Highest quantity. At least 1. */
  max_quantity?: number | bigint | null;
  /** Currency, for example `EUR`. At most 3 characters. */
  currency?: string | null;
  /** Whether the buyer may change the quantity while ordering. Default `false`. */
  is_quantity_editable_before_purchase?: boolean | null;
  /** Whether the buyer may change the quantity later. Default `false`. */
  is_quantity_editable_after_purchase?: boolean | null;
}

/** The contact data of a buyer. */
export interface BuyerData {
  /** E-mail address. */
  email?: string | null;
  /** Given name. */
  first_name?: string | null;
  /** Family name. */
  last_name?: string | null;
  /** How the buyer is addressed. */
  salutation?: BuyerSalutation | null;
  /** Title, for example `Dr.`. */
  title?: string | null;
  /** Company. */
  company?: string | null;
  /** Street without number. */
  street_name?: string | null;
  /** House number. */
  street_number?: string | null;
  /** Telephone number. */
  phone_number?: string | null;
  /** Town. */
  city?: string | null;
  /** Postal code. */
  zipcode?: string | null;
  /** State or province. */
  state?: string | null;
  /** Two-letter country. */
  country?: string | null;
}

/** The properties of a shipping cost policy. */
export interface ShippingCostPolicyData {
  /** Name. At most 63 characters. */
  name?: string | null;
  /** Label in each language. At most 63 characters. */
  [label: `label_${string}`]: string | null | undefined;
  /** Position in the list. Default `100`. */
  position?: number | bigint | null;
  /** Whether it is switched on. Default `true`. */
  is_active?: boolean | null;
  /** Product numbers, or `all`. */
  for_product_ids?: string | number | readonly (string | number)[] | null;
  /** Two-letter countries, or `all`. */
  for_countries?: string | number | readonly (string | number)[] | null;
  /** Currencies, or `all`. */
  for_currencies?: string | number | readonly (string | number)[] | null;
  /** Flat fee or fee per piece. */
  fee_type?: FeeType | null;
  /** How often it is charged. */
  billing_cycle?: BillingCycle | null;
  /** Currency, for example `EUR`. */
  currency?: string | null;
  /** How many price levels there are. From 1 to 5. Default `1`. */
  scale_level_count?: number | bigint | null;
  /** Price of level 1. */
  scale_1_amount?: string | bigint | null;
  /** From how many pieces level 2 applies. */
  scale_2_from?: number | bigint | null;
  /** Price of level 2. */
  scale_2_amount?: string | bigint | null;
  /** From how many pieces level 3 applies. */
  scale_3_from?: number | bigint | null;
  /** Price of level 3. */
  scale_3_amount?: string | bigint | null;
  /** From how many pieces level 4 applies. */
  scale_4_from?: number | bigint | null;
  /** Price of level 4. */
  scale_4_amount?: string | bigint | null;
  /** From how many pieces level 5 applies. */
  scale_5_from?: number | bigint | null;
  /** Price of level 5. */
  scale_5_amount?: string | bigint | null;
}

/** What a delivery must match to be listed. */
export interface DeliverySearch {
  /** Order id. */
  purchase_id?: string | number | bigint | null;
  /** Start of the period. */
  from?: string | Date | null;
  /** End of the period. */
  to?: string | Date | null;
  /** States: `request`, `in_progress`, `delivery`, `partial_delivery`, `return`, `cancel`. */
  type?: string | number | readonly (string | number)[] | null;
  /** Number of a delivery that goes to the same address. */
  same_address_as?: string | number | bigint | null;
  /** Whether it is handled. */
  is_processed?: boolean | null;
  /** Whether it is a test order. */
  is_test_order?: boolean | null;
}

/** What a request for proof must match to be listed. */
export interface ServiceProofSearch {
  /** Order id. */
  purchase_id?: string | number | bigint | null;
  /** Number of the product. */
  product_id?: string | number | bigint | null;
  /** Kind of delivery. */
  delivery_type?: DeliveryKind | null;
  /** State of the approval. */
  approval_status?: ApprovalStatus | null;
  /** State of the request. */
  request_status?: ServiceProofStatus | null;
}

/** What to change in a delivery. */
export interface DeliveryData {
  /** New state. */
  type?: DeliveryState | null;
  /** Yes marks everything as shipped, no cancels. */
  is_shipped?: boolean | null;
  /** How many pieces are delivered. */
  quantity_delivered?: number | bigint | null;
  /** How many pieces to add to those delivered. */
  add_quantity_delivered?: number | bigint | null;
  /** Code of the fulfilment centre that ships in the reseller's name. */
  is_shipped_by_reseller_from?: string | null;
}

/** A parcel of a delivery. */
export interface ParcelData {
  /** Parcel service. */
  parcel_service?: string | null;
  /** Number of the parcel. */
  tracking_id?: string | number | bigint | null;
  /** Expected day of arrival. */
  expect_delivery_at?: string | Date | null;
  /** How many pieces. */
  quantity?: number | bigint | null;
  /** What to do with the parcel of this number. Default `create_or_update`. */
  operation?: ParcelOperation | null;
}

/** The answer to a request for proof. */
export interface ServiceProofData {
  /** Proof, or the refund. */
  request_status: ServiceProofReply;
  /** Message. */
  message?: string | null;
}

/** A file that proves a service. */
export interface ProofFile {
  /** Public address of the file. */
  url: string;
  /** Name of the file. */
  filename?: string | null;
}

/** Who gets an e-ticket. */
export interface EticketBuyer {
  /** E-mail address. */
  email?: string | null;
  /** Title, for example `Dr.`. */
  title?: string | null;
  /** How the holder is addressed. */
  salutation?: EticketSalutation | null;
  /** Family name. */
  last_name?: string | null;
  /** Given name. */
  first_name?: string | null;
}

/** What an e-ticket must match to be listed. */
export interface EticketSearch {
  /** Numbers of the vendors who own the tickets. */
  owner_id?: string | number | readonly (string | number)[] | null;
  /** Order id. */
  purchase_id?: string | number | bigint | null;
  /** Given name. */
  first_name?: string | null;
  /** Family name. */
  last_name?: string | null;
  /** E-mail address. */
  email?: string | null;
  /** Numbers of the templates. */
  template_id?: string | number | readonly (string | number)[] | null;
  /** Numbers of the locations. */
  location_id?: string | number | readonly (string | number)[] | null;
  /** Day on which the ticket is valid; `today` works. */
  date?: string | Date | null;
}

/** The properties of a new image. */
export interface ImageData {
  /** Name. At most 63 characters. */
  name: string;
  /** Public address to copy the image from. */
  "image-url": string;
  /** What the image is for. */
  usage_type?: string | null;
  /** Alternative text. */
  alt_tag?: string | null;
}

/** The properties of a new order form. */
export interface OrderformData {
  /** Name. At most 63 characters. */
  name: string;
  /** Layout. Default `widget`. */
  layout?: OrderformLayout | null;
  /** Background. */
  background_style?: BackgroundStyle | null;
  /** Number of steps. From 1 to 3. */
  step_count?: number | bigint | null;
  /** Where the shipping address is asked for. */
  shipping_position?: ShippingPosition | null;
  /** Where summaries of the order appear. */
  summary_positions?: string | number | readonly (string | number)[] | null;
  /** Order of the blocks `order_bumper`, `order_summary` and `refund_waiver`. */
  flex_elements_order?: string | number | readonly (string | number)[] | null;
  /** Look of the tabs. */
  tab_style?: TabStyle | null;
  /** Title of tab 1. */
  tab_text_1_hl?: string | null;
  /** Subtitle of tab 1. */
  tab_text_1_sl?: string | null;
  /** Title of tab 2. */
  tab_text_2_hl?: string | null;
  /** Subtitle of tab 2. */
  tab_text_2_sl?: string | null;
  /** Title of tab 3. */
  tab_text_3_hl?: string | null;
  /** Subtitle of tab 3. */
  tab_text_3_sl?: string | null;
  /** Id of the image while tab 1 is active. */
  tab_image_1_id?: string | number | bigint | null;
  /** Id of the image while tab 2 is active. */
  tab_image_2_id?: string | number | bigint | null;
  /** Id of the image while tab 3 is active. */
  tab_image_3_id?: string | number | bigint | null;
  /** Address of the image while tab 1 is active, 400x80 pixels. */
  tab_image_1_url?: string | null;
  /** Address of the image while tab 2 is active, 400x80 pixels. */
  tab_image_2_url?: string | null;
  /** Address of the image while tab 3 is active, 400x80 pixels. */
  tab_image_3_url?: string | null;
  /** Look of the order bump. */
  order_bump_style?: OrderBumpStyle | null;
  /** Product offered as order bump; it must be an add-on of the main product. */
  orderbump_product_id?: string | number | bigint | null;
  /** Headline of the order bump. */
  orderbump_headline?: string | null;
  /** Text of the order bump, as HTML. */
  orderbump_html?: string | null;
  /** Place of the order bump. */
  orderbump_position?: OrderformPosition | null;
  /** Place of the refund waiver. */
  refund_waiver_position?: OrderformPosition | null;
  /** CSS of your own. */
  custom_css?: string | null;
}

/** What to change in an order form. */
export interface OrderformUpdateData {
  /** Name. At most 63 characters. */
  name?: string | null;
  /** Layout. */
  layout?: OrderformLayout | null;
  /** Background. */
  background_style?: BackgroundStyle | null;
  /** Number of steps. From 1 to 3. */
  step_count?: number | bigint | null;
  /** Where the shipping address is asked for. */
  shipping_position?: ShippingPosition | null;
  /** Where summaries of the order appear. */
  summary_positions?: string | number | readonly (string | number)[] | null;
  /** Order of the blocks `order_bumper`, `order_summary` and `refund_waiver`. */
  flex_elements_order?: string | number | readonly (string | number)[] | null;
  /** Look of the tabs. */
  tab_style?: TabStyle | null;
  /** Title of tab 1. */
  tab_text_1_hl?: string | null;
  /** Subtitle of tab 1. */
  tab_text_1_sl?: string | null;
  /** Title of tab 2. */
  tab_text_2_hl?: string | null;
  /** Subtitle of tab 2. */
  tab_text_2_sl?: string | null;
  /** Title of tab 3. */
  tab_text_3_hl?: string | null;
  /** Subtitle of tab 3. */
  tab_text_3_sl?: string | null;
  /** Id of the image while tab 1 is active. */
  tab_image_1_id?: string | number | bigint | null;
  /** Id of the image while tab 2 is active. */
  tab_image_2_id?: string | number | bigint | null;
  /** Id of the image while tab 3 is active. */
  tab_image_3_id?: string | number | bigint | null;
  /** Address of the image while tab 1 is active, 400x80 pixels. */
  tab_image_1_url?: string | null;
  /** Address of the image while tab 2 is active, 400x80 pixels. */
  tab_image_2_url?: string | null;
  /** Address of the image while tab 3 is active, 400x80 pixels. */
  tab_image_3_url?: string | null;
  /** Look of the order bump. */
  order_bump_style?: OrderBumpStyle | null;
  /** Product offered as order bump; it must be an add-on of the main product. */
  orderbump_product_id?: string | number | bigint | null;
  /** Headline of the order bump. */
  orderbump_headline?: string | null;
  /** Text of the order bump, as HTML. */
  orderbump_html?: string | null;
  /** Place of the order bump. */
  orderbump_position?: OrderformPosition | null;
  /** Place of the refund waiver. */
  refund_waiver_position?: OrderformPosition | null;
  /** CSS of your own. */
  custom_css?: string | null;
  /** Number of the product. */
  product_id?: string | number | bigint | null;
  /** Number of the payment plan. */
  paymentplan_id?: string | number | bigint | null;
  /** Whether it is switched on. */
  is_active?: boolean | null;
  /** Whether it is the default form of the product. */
  is_default?: boolean | null;
  /** Theme. */
  theme?: string | null;
  /** Two-letter language. */
  language?: string | null;
  /** JavaScript of your own. */
  custom_js?: string | null;
  /** HTML of your own. */
  custom_html?: string | null;
  /** Input fields of your own. */
  custom_fields?: readonly Record<string, unknown>[] | null;
  /** Settings of upsells. */
  upsell_settings?: Record<string, unknown> | null;
}

/** The properties of a payment plan. */
export interface PaymentPlanData {
  /** First or only payment. */
  first_amount?: string | bigint | null;
  /** Time until the second payment, for example `1_month`. */
  first_billing_interval?: string | null;
  /** Currency, for example `EUR`. At most 3 characters. */
  currency?: string | null;
  /** Each follow-up payment. */
  other_amounts?: string | bigint | null;
  /** Time between later payments, for example `1_month`. */
  other_billing_intervals?: string | null;
  /** 0 for a subscription without end, 1 for a single payment, 2 or more for installments. At least 0. */
  number_of_installments?: number | bigint | null;
  /** Whether it is switched on. */
  is_active?: boolean | null;
  /** Minimum term and notice. */
  cancel_policy?: CancelPolicy | null;
  /** Position in the list of plans. */
  position?: number | bigint | null;
  /** Whether the buyer may switch between plans. */
  is_switching_allowed?: boolean | null;
}

/** The properties in which a copy differs. */
export interface ProductCopyData {
  /** Internal name. At most 63 characters. */
  name_intern?: string | null;
  /** Number of the product type; `listProductTypes` answers them. */
  product_type_id?: string | number | bigint | null;
  /** Languages; that of the vendor if left out. */
  language?: string | number | readonly (string | number)[] | null;
  /** Whether it is switched on. */
  is_active?: boolean | null;
  /** Number of the folder. */
  product_group_id?: string | number | bigint | null;
  /** Name in each language, 63 characters at most. */
  [name: `name_${string}`]: string | null | undefined;
}

/**
 * The properties of a new product.
 *
 * The service is said to take about 80 (2026), of which these are known. A raw call sends the others.
 */
export interface ProductData {
  /** Internal name. At most 63 characters. */
  name_intern?: string | null;
  /** Name in each language, 63 characters at most. */
  [name: `name_${string}`]: string | null | undefined;
  /** Description in each language; HTML is filtered. */
  [description: `description_${string}`]: string | null | undefined;
  /** Sales page. At most 255 characters. */
  salespage_url?: string | null;
  /** Sales page if it is offered as an upsell. At most 255 characters. */
  upsell_salespage_url?: string | null;
  /** Page shown after buying; https only. At most 255 characters. */
  thankyou_url?: string | null;
  /** Address of the image. At most 255 characters. */
  image_url?: string | null;
  /** Number of the product type; `listProductTypes` answers them. */
  product_type_id?: string | number | bigint | null;
  /** Whether to ask for approval. */
  approval_status?: ApprovalRequest | null;
  /** Commission of affiliates in percent. At most 4 decimals. */
  affiliate_commission?: string | bigint | null;
  /** For whom the product is: with or without VAT in prices. */
  buyer_type?: ProductBuyerType | null;
  /** Whether the address is always asked for. */
  is_address_input_mandatory?: boolean | null;
  /** Whether data of the order is added to the address of the thank-you page. */
  add_order_data_to_thankyou_page_url?: boolean | null;
  /** Name in the language of the product. */
  name?: string | null;
  /** Description in the language of the product; HTML is filtered. */
  description?: string | null;
  /** Currencies. */
  currency?: string | number | readonly (string | number)[] | null;
  /** Language of the order form; exactly one. */
  language?: string | null;
  /** Number of the folder. */
  product_group_id?: string | number | bigint | null;
  /** Whether it is switched on. */
  is_active?: boolean | null;
  /** Internal remark; cut to 47 characters without an error. */
  note?: string | null;
  /** Quantity that is preselected. */
  default_quantity?: number | bigint | null;
  /** Highest quantity. */
  max_quantity?: number | bigint | null;
}

/** The properties of a new product folder. */
export interface ProductGroupData {
  /** Name, 31 characters at most. */
  name: string;
  /** Position in the list. Default `10`. */
  position?: number | bigint | null;
  /** Whether it is shown as a tab. */
  is_shown_as_tab?: boolean | null;
}

/**
 * What to change in a product.
 *
 * More properties exist than are documented. A raw call sends the others.
 */
export interface ProductUpdateData {
  /** Name in each language, 63 characters at most. */
  [name: `name_${string}`]: string | null | undefined;
  /** Internal name. At most 63 characters. */
  name_intern?: string | null;
  /** Description in each language; HTML is filtered. */
  [description: `description_${string}`]: string | null | undefined;
  /** Sales page. At most 255 characters. */
  salespage_url?: string | null;
  /** Sales page if it is offered as an upsell. At most 255 characters. */
  upsell_salespage_url?: string | null;
  /** Page shown after buying; https only. At most 255 characters. */
  thankyou_url?: string | null;
  /** Address of the image. At most 255 characters. */
  image_url?: string | null;
  /** Number of the product type; `listProductTypes` answers them. */
  product_type_id?: string | number | bigint | null;
  /** Currency, for example `EUR`. */
  currency?: string | null;
  /** `pending` asks all resellers for approval; a map from reseller number to `pending` asks one. */
  approval_status?: unknown | null;
  /** Commission of affiliates in percent. At most 4 decimals. */
  affiliate_commision?: string | bigint | null;
  /** For whom the product is: with or without VAT in prices. */
  buyer_type?: ProductBuyerType | null;
  /** Whether the address is always asked for. */
  is_address_input_mandatory?: boolean | null;
  /** Whether data of the order is added to the address of the thank-you page. */
  add_order_data_to_thankyou_page_url?: boolean | null;
  /** Name in the language of the product. */
  name?: string | null;
  /** Description in the language of the product; HTML is filtered. */
  description?: string | null;
  /** Language of the order form; exactly one. */
  language?: string | null;
  /** Number of the folder. */
  product_group_id?: string | number | bigint | null;
  /** Whether it is on sale. */
  is_active?: boolean | null;
  /** Internal remark; cut to 47 characters without an error. */
  note?: string | null;
  /** Quantity that is preselected. */
  default_quantity?: number | bigint | null;
  /** Highest quantity. */
  max_quantity?: number | bigint | null;
}

/** What to change in a product folder. */
export interface ProductGroupUpdateData {
  /** Name, 31 characters at most. */
  name?: string | null;
  /** Position in the list. Default `10`. */
  position?: number | bigint | null;
  /** Whether it is shown as a tab. */
  is_shown_as_tab?: boolean | null;
}

/** An add-on to add or to remove. */
export interface AddonChange {
  /** Number of the product. */
  product_id: string | number | bigint;
  /** Recurring price of the add-on. */
  amount?: string | bigint | null;
  /** How many pieces. At least 1. Default `1`. */
  quantity?: number | bigint | null;
  /** Whether the buyer may change the quantity later. Default `false`. */
  is_quantity_editable_after_purchase?: boolean | null;
}

/** What an order must match to be listed. Texts match parts of words. */
export interface PurchaseSearch {
  /** Your roles: `vendor`, `affiliate`, `other`. */
  role?: string | number | readonly (string | number)[] | null;
  /** Product numbers; the main product of an order counts. */
  product_id?: string | number | readonly (string | number)[] | null;
  /** Part of the buyer's given name. */
  first_name?: string | null;
  /** Part of the buyer's family name. */
  last_name?: string | null;
  /** Part of the buyer's e-mail address. */
  email?: string | null;
  /** Whether there is an affiliate. */
  has_affiliate?: boolean | null;
  /** Digistore24 name of the affiliate. */
  affiliate_name?: string | null;
  /** Real orders or test orders. */
  order_type?: OrderType | null;
  /** Payment methods; `getGlobalSettings` answers the codes as `types.pay_method`. */
  pay_method?: string | number | readonly (string | number)[] | null;
  /** Ways to pay: `single_payment`, `subscription`, `installment`. */
  billing_type?: string | number | readonly (string | number)[] | null;
  /** Types of transactions: `payment`, `refund`, `chargeback`, `refund_request`. */
  transaction_type?: string | number | readonly (string | number)[] | null;
  /** Currency, for example `EUR`. */
  currency?: string | null;
  /** Order ids. */
  purchase_id?: string | number | readonly (string | number)[] | null;
}

/** What to change in an order. */
export interface PurchaseData {
  /** Tracking key of the vendor. */
  tracking_param?: string | null;
  /** Your own reference, which notifications return as `custom`; 63 characters at most. */
  custom?: string | null;
  /** Whether to reopen expired invoice and order pages for the buyer. */
  unlock_invoices?: boolean | null;
  /** When the next payment is due; it can only be moved to a later day. */
  next_payment_at?: string | Date | null;
}

/** What a transaction must match to be listed. Texts match parts of words. */
export interface TransactionSearch {
  /** Your roles: `vendor`, `affiliate`, `other`. */
  role?: string | number | readonly (string | number)[] | null;
  /** Product numbers; the main product of an order counts. */
  product_id?: string | number | readonly (string | number)[] | null;
  /** Part of the buyer's given name. */
  first_name?: string | null;
  /** Part of the buyer's family name. */
  last_name?: string | null;
  /** Part of the buyer's e-mail address. */
  email?: string | null;
  /** Whether there is an affiliate. */
  has_affiliate?: boolean | null;
  /** Digistore24 name of the affiliate. */
  affiliate_name?: string | null;
  /** Payment methods; `getGlobalSettings` answers the codes as `types.pay_method`. */
  pay_method?: string | number | readonly (string | number)[] | null;
  /** Ways to pay: `single_payment`, `subscription`, `installment`. */
  billing_type?: string | number | readonly (string | number)[] | null;
  /** Types of transactions: `payment`, `refund`, `chargeback`, `refund_request`. */
  transaction_type?: string | number | readonly (string | number)[] | null;
  /** Currency, for example `EUR`. */
  currency?: string | null;
  /** Order ids. */
  purchase_id?: string | number | readonly (string | number)[] | null;
}

/** The properties of a new discount code. */
export interface VoucherData {
  /** Code that buyers type in. */
  code: string;
  /** Product numbers, or `all`. Default `all`. */
  product_ids?: string | number | readonly (string | number)[] | null;
  /** From when the code is valid. */
  valid_from?: string | Date | null;
  /** Until when the code is valid. */
  expires_at?: string | Date | null;
  /** Percent off the first or only payment. At most 4 decimals. */
  first_rate?: string | bigint | null;
  /** Percent off follow-up payments. At most 4 decimals. */
  other_rates?: string | bigint | null;
  /** Amount off the first or only payment. */
  first_amount?: string | bigint | null;
  /** Amount off each follow-up payment. */
  other_amounts?: string | bigint | null;
  /** Currency of the amounts. */
  currency?: string | null;
  /** Whether the number of uses is limited. Default `false`. */
  is_count_limited?: boolean | null;
  /** How many uses are left. Default `1`. */
  count_left?: number | bigint | null;
  /** How the code counts for upgrades. Default `valid`. */
  upgrade_policy?: UpgradePolicy | null;
}

/** What to change in a discount code. */
export interface VoucherUpdateData {
  /** New code. */
  code?: string | null;
  /** Product numbers, or `all`. */
  product_ids?: string | number | readonly (string | number)[] | null;
  /** From when the code is valid; empty removes the limit. */
  valid_from?: string | Date | null;
  /** Until when the code is valid; empty removes the limit. */
  expires_at?: string | Date | null;
  /** Percent off the first or only payment. At most 4 decimals. */
  first_rate?: string | bigint | null;
  /** Percent off follow-up payments. At most 4 decimals. */
  other_rates?: string | bigint | null;
  /** Amount off the first or only payment. */
  first_amount?: string | bigint | null;
  /** Amount off each follow-up payment. */
  other_amounts?: string | bigint | null;
  /** Currency of the amounts. */
  currency?: string | null;
  /** Whether the number of uses is limited. */
  is_count_limited?: boolean | null;
  /** How many uses are left. */
  count_left?: number | bigint | null;
  /** How the code counts for upgrades. */
  upgrade_policy?: UpgradePolicy | null;
}

/** What `listAccountAccess` answers. */
export interface ListAccountAccessAnswer {
  /** Access that this account granted. */
  by_me?: AccountGrant[] | null;
  /** Access that this account received. */
  to_me?: AccountGrant[] | null;
  [unknown: string]: unknown;
}

/** The access of one account to the data of another. */
export interface AccountGrant {
  /** Number of the grant. */
  id?: string | null;
  /** Account whose data is shared. */
  owner_id?: string | null;
  /** Account that was granted access. */
  accessor_id?: string | null;
  /** Rights that were granted. */
  permissions?: string | null;
  /** The same in words. */
  permissions_msg?: string | null;
  /** When it was created. */
  created_at?: string | null;
  /** When it was last changed. */
  modified_at?: string | null;
  /** Right to see orders without affiliate. */
  can_see_non_affiliate_purchases?: boolean | null;
  /** Right to approve affiliations. */
  can_approve_affiliations?: boolean | null;
  /** Right to see the link that edits the marketplace entry. */
  can_see_edit_marketplace_link?: boolean | null;
  /** Right to edit products. */
  can_edit_products?: boolean | null;
  /** Right to edit affiliate commissions. */
  can_edit_affiliate_commissions?: boolean | null;
  /** Right to read the history of mails. */
  can_read_mail_history?: boolean | null;
  /** Right to approve orders. */
  can_approve_purchases?: boolean | null;
  /** Right to edit the policy for approving orders. */
  can_edit_purchases_approval_policy?: boolean | null;
  /** Right to give permissions. */
  can_give_permissions?: boolean | null;
  /** Right to see revenue. */
  can_see_revenue?: boolean | null;
  /** Right to edit discount codes. */
  can_edit_discount_vouchers?: boolean | null;
  /** Right to export CSV files. */
  can_csv_export?: boolean | null;
  [unknown: string]: unknown;
}

/** What `getAffiliateCommission` answers. */
export interface GetAffiliateCommissionAnswer {
  /** Number of the affiliate. */
  affiliate_id?: string | null;
  /** Digistore24 name of the affiliate. */
  affiliate_name?: string | null;
  /** One row for each product. */
  affiliations?: Affiliation[] | null;
  [unknown: string]: unknown;
}

/** The terms of an affiliate for one product. */
export interface Affiliation {
  /** Number of the product. */
  product_id?: string | null;
  /** Whether the product is switched on. */
  product_is_active?: boolean | null;
  /** State of the affiliation. */
  approval_status?: ApprovalStatus | (string & {}) | null;
  /** The same in words. */
  approval_status_msg?: string | null;
  /** Commission in percent. */
  commission_rate?: string | null;
  /** Fixed commission. */
  commission_fix?: string | null;
  /** Currency of the fixed commission. */
  commission_currency?: string | null;
  /** Commission of the product by default, in percent. */
  default_commission_rate?: string | null;
  /** Fixed commission of the product by default. */
  default_commission_fix?: string | null;
  /** Currency of the fixed commission by default. */
  default_commission_currency?: string | null;
  /** Whether only the first payment earns commission; `Y` or empty. */
  is_on_first_pmnt_only?: boolean | null;
  [unknown: string]: unknown;
}

/** What `getAffiliateForEmail` answers. */
export interface GetAffiliateForEmailAnswer {
  /** Digistore24 name of the affiliate. */
  affiliate_name?: string | null;
  /** Number of the affiliate. */
  affiliate_id?: string | null;
  /** Campaign key of the affiliate. */
  campaignkey?: string | null;
  /** Tracking key of the vendor. */
  trackingkey?: string | null;
  /** Click id of the affiliate network. */
  click_id?: string | null;
  /** When the promo link was clicked. */
  promoclick_at?: string | null;
  [unknown: string]: unknown;
}

/** The affiliate links prepared for a buyer. */
export interface AffiliateBuyerDetails {
  /** Digistore24 name reserved for the buyer. */
  customer_affiliate_name?: string | null;
  /** Link to sign up as affiliate. */
  customer_to_affiliate_url?: string | null;
  /** Promo link of the buyer as affiliate. */
  customer_affiliate_promo_url?: string | null;
  [unknown: string]: unknown;
}

/** What `getReferringAffiliate` answers. */
export interface GetReferringAffiliateAnswer {
  /** Number of the affiliate. */
  affiliate_id?: string | null;
  /** Digistore24 name of the affiliate. */
  affiliate_name?: string | null;
  /** Number of the partner who referred the affiliate. */
  referrer_id?: string | null;
  /** Digistore24 name of the partner. */
  referrer_name?: string | null;
  /** Share of the partner in percent. */
  commission?: string | null;
  /** When it was created. */
  created_at?: string | null;
  /** Who created it. */
  created_by?: string | null;
  [unknown: string]: unknown;
}

/** What `listCommissions` answers. */
export interface ListCommissionsAnswer {
  /** Page; the first is 1. */
  page_no?: number | null;
  /** Entries per page. */
  page_size?: number | null;
  /** Number of entries in total. */
  item_count?: number | null;
  /** Number of pages. */
  page_count?: number | null;
  /** The entries. */
  items?: Commission[] | null;
  [unknown: string]: unknown;
}

/** One amount of commission. */
export interface Commission {
  /** Number of the commission. */
  id?: string | null;
  /** When it was created. */
  created_at?: string | null;
  /** Amount. */
  amount?: string | null;
  /** Currency, for example `EUR`. */
  currency?: string | null;
  /** Why it was credited, for example `merchant_share`. */
  reason?: string | null;
  /** Day of the planned payout. */
  schedule_payout_at?: string | null;
  /** Number of the transaction. */
  transaction_id?: string | null;
  /** Order id. */
  purchase_id?: string | null;
  [unknown: string]: unknown;
}

/** What `setReferringAffiliate` answers. */
export interface SetReferringAffiliateAnswer {
  /** What was done. */
  action?: ReferralAction | null;
  /** Number of the affiliate. */
  affiliate_id?: string | null;
  /** Digistore24 name of the affiliate. */
  affiliate_name?: string | null;
  /** Number of the partner who referred the affiliate. */
  referrer_id?: string | null;
  /** Digistore24 name of the partner. */
  referrer_name?: string | null;
  /** Share of the partner in percent. */
  commission?: string | null;
  /** When it was created. */
  created_at?: string | null;
  /** Who created it. */
  created_by?: string | null;
  [unknown: string]: unknown;
}

/** What `validateAffiliate` answers. */
export interface ValidateAffiliateAnswer {
  /** Whether the affiliation is approved for every product asked for. */
  have_affiliation?: boolean | null;
  /** State of the affiliation. */
  affiliation_status?: AffiliationStatus | null;
  /** Whether the name is unknown; a plain boolean, unlike other flags. */
  invalid_affiliate_name?: boolean | null;
  /** The same in words. */
  affiliation_status_msg?: string | null;
  /** Link to start an affiliation. */
  invite_url?: string | null;
  /** Numbers of the products that can be promoted. */
  valid_product_ids?: string[] | null;
  /** Numbers of the products that cannot. */
  invalid_product_ids?: string[] | null;
  [unknown: string]: unknown;
}

/** What `requestApiKey` answers. */
export interface RequestApiKeyAnswer {
  /** Page to send the user to. */
  request_url?: string | null;
  /** Token for `retrieveApiKey`. */
  request_token?: string | null;
  [unknown: string]: unknown;
}

/** What `retrieveApiKey` answers. */
export interface RetrieveApiKeyAnswer {
  /** The key: a secret. Empty if there is none. */
  api_key?: string | null;
  /** What the user decided. Not done, although the call succeeded: `aborted`. */
  request_status?: KeyRequestStatus | null;
  /** Result in words. */
  note?: string | null;
  /** Passphrase for notifications: a secret. Only some accounts get one. */
  thankyou_page_key?: string | null;
  [unknown: string]: unknown;
}

/** What some functions that change something answer. */
export interface ModifiedAnswer {
  /** Whether anything changed. */
  modified?: boolean | null;
  /** Result in words. */
  note?: string | null;
  [unknown: string]: unknown;
}

/** What `createBillingOnDemand` answers. */
export interface CreateBillingOnDemandAnswer {
  /** Id of the new order. */
  created_purchase_id?: string | null;
  /** How the charge went. Not done, although the call succeeded: `refused`, `error`. */
  payment_status?: PaymentStatus | null;
  /** The same in words. */
  payment_status_msg?: string | null;
  /** State of the payments. */
  billing_status?: BillingStatus | null;
  /** The same in words. */
  billing_status_msg?: string | null;
  /** Link to pay what is still open; empty if all is paid. */
  pay_url?: string | null;
  /** What was paid. */
  paid_amount?: string | null;
  /** Still to be paid. */
  open_amount?: string | null;
  /** Currency, for example `EUR`. */
  currency?: string | null;
  [unknown: string]: unknown;
}

/** What `createRebillingPayment` answers. */
export interface CreateRebillingPaymentAnswer {
  /** Order id. */
  purchase_id?: string | null;
  /** How the charge went. Not done, although the call succeeded: `refused`, `error`. */
  payment_status?: PaymentStatus | null;
  /** Why the charge failed. */
  payment_message?: string | null;
  /** State of the payments. */
  billing_status?: BillingStatus | null;
  /** Page where the buyer updates payment details. */
  payment_data_update_url?: string | null;
  [unknown: string]: unknown;
}

/** What `listRebillingStatusChanges` answers. */
export interface ListRebillingStatusChangesAnswer {
  /** Start of the period. */
  from?: string | null;
  /** End of the period. */
  to?: string | null;
  /** The entries. */
  items?: RebillingStatusChange[] | null;
  /** Entries per page. */
  page_size?: number | null;
  /** Page; the first is 1. */
  page_no?: number | null;
  /** Number of pages. */
  page_count?: number | null;
  /** Number of entries in total. */
  item_count?: number | null;
  [unknown: string]: unknown;
}

/** A change of recurring payments. */
export interface RebillingStatusChange {
  /** Number of the change. */
  id?: string | null;
  /** Order id. */
  purchase_id?: string | null;
  /** When it happened. */
  created_at?: string | null;
  /** Which payment of the order it is. */
  pay_sequence_no?: number | null;
  /** What happened. */
  type?: RebillingChange | null;
  /** The same in words. */
  type_msg?: string | null;
  [unknown: string]: unknown;
}

/** What `refundTransaction` answers. */
export interface RefundTransactionAnswer {
  /** How it went. Not done, although the call succeeded: `refused`, `error`. */
  status?: RefundStatus | null;
  /** Whether anything changed. */
  modified?: boolean | null;
  /** Result in words. */
  note?: string | null;
  /** Why it is pending; only while it is. */
  pending_reason?: PendingReason | null;
  /** The same in words. */
  pending_reason_msg?: string | null;
  /** When it goes on by itself. */
  pending_until?: string | null;
  /** Page where proof can be handed in. */
  action_url?: string | null;
  /** Why it failed; only after an error. */
  error_reason?: RefundError | null;
  /** When it was handled. */
  processed_at?: string | null;
  [unknown: string]: unknown;
}

/** What `startRebilling` answers. */
export interface StartRebillingAnswer {
  /** Whether anything changed. */
  modified?: boolean | null;
  /** Result in words. */
  note?: string | null;
  /** State of the payments. */
  billing_status?: BillingStatus | null;
  /** The same in words. */
  billing_status_msg?: string | null;
  /** When the next payment is due. */
  next_payment_at?: string | null;
  /** Whether recurring payments go on. */
  rebilling_active?: boolean | null;
  [unknown: string]: unknown;
}

/** What `stopRebilling` answers. */
export interface StopRebillingAnswer {
  /** Whether anything changed. */
  modified?: boolean | null;
  /** Result in words. */
  note?: string | null;
  /** How they were stopped; only comes with a success. */
  code?: RebillingStop | null;
  /** State of the payments. */
  billing_status?: BillingStatus | null;
  /** The same in words. */
  billing_status_msg?: string | null;
  /** When the next payment is due. */
  next_payment_at?: string | null;
  /** Whether recurring payments go on. */
  rebilling_active?: boolean | null;
  /** Whether it is cancelled at once. */
  is_cancelled_now?: boolean | null;
  /** Whether it is cancelled for a later date. */
  is_cancelled_later?: boolean | null;
  /** First regular day of cancellation. */
  can_cancel_before?: string | null;
  [unknown: string]: unknown;
}

/** What `createBuyUrl` answers. */
export interface CreateBuyUrlAnswer {
  /** Number of the link. */
  id?: string | null;
  /** The link. */
  url?: string | null;
  /** When the link stops working. */
  valid_until?: string | null;
  /** Whether the upgrade works. Not done, although the call succeeded: `error`. */
  upgrade_status?: UpgradeStatus | null;
  /** Kind of the upgrade, or `none`. */
  upgrade_type?: string | null;
  /** Why the upgrade does not work. */
  upgrade_errors?: unknown | null;
  [unknown: string]: unknown;
}

/** What `listBuyUrls` answers. */
export interface ListBuyUrlsAnswer {
  /** Page; the first is 1. */
  page_no?: number | null;
  /** Entries per page. */
  page_size?: number | null;
  /** Number of entries in total. */
  item_count?: number | null;
  /** Number of pages. */
  page_count?: number | null;
  /** The links. */
  buyurls?: BuyUrl[] | null;
  /** The same as `buyurls`. */
  items?: BuyUrl[] | null;
  [unknown: string]: unknown;
}

/** An order form link. */
export interface BuyUrl {
  /** Number of the link. */
  id?: string | null;
  /** Number of the product. */
  product_id?: string | null;
  /** The link. */
  url?: string | null;
  /** When the link stops working. */
  valid_until?: string | null;
  /** E-mail address of the buyer. */
  email?: string | null;
  /** When it was created. */
  created_at?: string | null;
  /** When it was last changed. */
  modified_at?: string | null;
  [unknown: string]: unknown;
}

/** What `getBuyer` answers. */
export interface GetBuyerAnswer {
  /** The buyer. */
  buyer?: Buyer | null;
  [unknown: string]: unknown;
}

/** A buyer. */
export interface Buyer {
  /** Number of the buyer. */
  id?: string | null;
  /** Number of the address. */
  address_id?: string | null;
  /** When the buyer was first seen. */
  created_at?: string | null;
  /** E-mail address. */
  email?: string | null;
  /** Given name. */
  first_name?: string | null;
  /** Family name. */
  last_name?: string | null;
  /** How the buyer is addressed: `M`, `F` or empty. */
  salutation?: string | null;
  /** Title, for example `Dr.`. */
  title?: string | null;
  /** Company. */
  company?: string | null;
  /** Street and number. */
  street?: string | null;
  /** Street without number. */
  street_name?: string | null;
  /** House number. */
  street_number?: string | null;
  /** Postal code. */
  zipcode?: string | null;
  /** Town. */
  city?: string | null;
  /** State or province. */
  state?: string | null;
  /** Two-letter country. */
  country?: string | null;
  /** Telephone number. */
  phone_no?: string | null;
  /** Kind of buyer. */
  buyer_type?: BuyerType | null;
  /** How the buyer is addressed, in words. */
  salutation_msg?: string | null;
  /** Second line of the address. */
  street2?: string | null;
  [unknown: string]: unknown;
}

/** What `listBuyers` answers. */
export interface ListBuyersAnswer {
  /** Page; the first is 1. */
  page_no?: number | null;
  /** Entries per page. */
  page_size?: number | null;
  /** Number of entries in total. */
  item_count?: number | null;
  /** Number of pages. */
  page_count?: number | null;
  /** The entries. */
  items?: Buyer[] | null;
  [unknown: string]: unknown;
}

/** What `listCustomFormRecords` answers. */
export interface ListCustomFormRecordsAnswer {
  /** The records. */
  records?: CustomFormRecord[] | null;
  [unknown: string]: unknown;
}

/** What a buyer answered in one extra form. */
export interface CustomFormRecord {
  /** Number of the form. */
  form_id?: string | null;
  /** Number of the record. */
  id?: string | null;
  /** Order id. */
  purchase_id?: string | null;
  /** Number of the line of the order. */
  purchase_item_id?: string | null;
  /** Number of the product. */
  product_id?: string | null;
  /** Which form of the order line it is. */
  form_no?: number | null;
  /** How many forms the order line has. */
  form_count?: number | null;
  /** What the buyer filled in, by field. */
  data?: Record<string, string> | null;
  /** What was used as address, by field. */
  address?: Record<string, string> | null;
  [unknown: string]: unknown;
}

/** What `reportFraud` answers. */
export interface ReportFraudAnswer {
  /** How the report of the buyer went. Not done, although the call succeeded: `failure`. */
  buyer_status?: ReportStatus | null;
  /** The same in words. */
  buyer_message?: string | null;
  /** What became of the report of the buyer. */
  buyer_code?: ReportCode | null;
  /** How the report of the affiliate went. Not done, although the call succeeded: `failure`. */
  affiliate_status?: ReportStatus | null;
  /** The same in words. */
  affiliate_message?: string | null;
  /** What became of the report of the affiliate. */
  affiliate_code?: ReportCode | null;
  [unknown: string]: unknown;
}

/** What most functions that change something answer. */
export interface IsModifiedAnswer {
  /** Whether anything changed. */
  is_modified?: boolean | null;
  [unknown: string]: unknown;
}

/** What `createShippingCostPolicy` answers. */
export interface CreateShippingCostPolicyAnswer {
  /** Number of the policy. */
  policy_id?: string | null;
  [unknown: string]: unknown;
}

/** What `getDelivery` answers. */
export interface GetDeliveryAnswer {
  /** The delivery. */
  delivery?: Delivery | null;
  /** Whether the delivery was locked for you. */
  is_set_in_progress?: boolean | null;
  /** Why it could not be locked. */
  set_in_progress_fail_reason?: string | null;
  [unknown: string]: unknown;
}

/** A delivery. */
export interface Delivery {
  /** Where the goods go. */
  delivery_address?: DeliveryAddress | null;
  /** Kind of delivery. */
  delivery_type?: string | null;
  /** Type of the product in words. */
  product_type_name?: string | null;
  /** Link to the invoice; only in `getDelivery`. */
  invoice_url?: string | null;
  /** Link to the delivery note; only in `getDelivery`. */
  delivery_slip_url?: string | null;
  /** The parcels. */
  tracking?: Parcel[] | null;
  /** How many pieces in total. */
  quantity_total?: number | null;
  /** Number of the delivery. */
  id?: string | null;
  /** Order id. */
  purchase_id?: string | null;
  /** When the order was made. */
  purchase_created_at?: string | null;
  /** Number of the line of the order. */
  purchase_item_id?: string | null;
  /** Number of the address of delivery. */
  buyer_address_id?: string | null;
  /** State of the delivery. */
  type?: DeliveryState | (string & {}) | null;
  /** When it was handled. */
  processed_at?: string | null;
  /** Who handled it. */
  processed_by?: string | null;
  /** Number of the product. */
  product_id?: string | null;
  /** Name of the product. */
  product_name?: string | null;
  /** Number of the product type; `listProductTypes` answers them. */
  product_type_id?: string | null;
  /** Label of the variant. */
  variant_label?: string | null;
  /** Name of the variant. */
  variant_name?: string | null;
  /** Key of the variant. */
  variant_key?: string | null;
  /** Number of the variant; 0 if there is none. */
  variant_id?: string | null;
  /** How many pieces are delivered. */
  quantity_delivered?: number | null;
  /** Reseller in whose name to ship. */
  is_shippment_by_reseller_id?: string | null;
  /** The same as `is_shippment_by_reseller_id`. */
  is_shipment_by_reseller_id?: string | null;
  /** Whether it is a test order. */
  is_test_order?: boolean | null;
  [unknown: string]: unknown;
}

/** Where a delivery goes. */
export interface DeliveryAddress {
  /** Title, for example `Dr.`. */
  title?: string | null;
  /** How the buyer is addressed: `M`, `F` or empty. */
  salutation?: string | null;
  /** Company. */
  company?: string | null;
  /** Given name. */
  first_name?: string | null;
  /** Family name. */
  last_name?: string | null;
  /** Street and number. */
  street?: string | null;
  /** Second line of the address. */
  street2?: string | null;
  /** House number. */
  street_number?: string | null;
  /** Town. */
  city?: string | null;
  /** State or province. */
  state?: string | null;
  /** Postal code. */
  zipcode?: string | null;
  /** Two-letter country. */
  country?: string | null;
  /** E-mail address. */
  email?: string | null;
  /** Telephone number. */
  phone_no?: string | null;
  /** Tax number. */
  tax_id?: string | null;
  /** Country in words. */
  country_name?: string | null;
  [unknown: string]: unknown;
}

/** A parcel of a delivery. */
export interface Parcel {
  /** Number of the delivery. */
  delivery_id?: string | null;
  /** Parcel service. */
  parcel_service_type?: string | null;
  /** Name of the parcel service. */
  service_label?: string | null;
  /** Number of the parcel. */
  tracking_id?: string | null;
  /** Page that tracks the parcel. */
  tracking_url?: string | null;
  /** How many pieces. */
  quantity?: number | null;
  /** Notification connection that set the tracking. */
  ipn_config_id?: string | null;
  [unknown: string]: unknown;
}

/** What `getServiceProofRequest` answers. */
export interface GetServiceProofRequestAnswer {
  /** The request. */
  service_proof_request?: ServiceProofRequest | null;
  [unknown: string]: unknown;
}

/** A request to prove that a service was delivered. */
export interface ServiceProofRequest {
  /** Number of the request. */
  id?: string | null;
  /** Order id. */
  purchase_id?: string | null;
  /** State; only in `getServiceProofRequest`. */
  status?: string | null;
  /** When it was created. */
  created_at?: string | null;
  /** Day by which an answer is needed; only in `getServiceProofRequest`. */
  due_date?: string | null;
  /** Remarks; only in `getServiceProofRequest`. */
  notes?: string | null;
  /** Number of the product. */
  product_id?: string | null;
  /** Kind of delivery. */
  delivery_type?: DeliveryKind | null;
  /** State of the approval. */
  approval_status?: ApprovalStatus | (string & {}) | null;
  /** State of the request. */
  request_status?: ServiceProofStatus | (string & {}) | null;
  /** When it was last changed. */
  modified_at?: string | null;
  [unknown: string]: unknown;
}

/** What `getShippingCostPolicy` answers. */
export interface GetShippingCostPolicyAnswer {
  /** The policy. */
  policy?: ShippingCostPolicy | null;
  [unknown: string]: unknown;
}

/** A shipping cost policy. */
export interface ShippingCostPolicy {
  /** Number of the policy. */
  id?: string | null;
  /** Name. */
  name?: string | null;
  /** When it was created. */
  created_at?: string | null;
  /** When it was last changed. */
  modified_at?: string | null;
  /** Rules. */
  rules?: unknown[] | null;
  /** Position in the list. */
  position?: number | null;
  /** Whether it is switched on. */
  is_active?: boolean | null;
  /** Product numbers, or `all`. */
  for_product_ids?: string[] | null;
  /** Two-letter countries, or `all`. */
  for_countries?: string[] | null;
  /** Currencies, or `all`. */
  for_currencies?: string[] | null;
  /** Flat fee or fee per piece. */
  fee_type?: FeeType | (string & {}) | null;
  /** How often it is charged. */
  billing_cycle?: BillingCycle | (string & {}) | null;
  /** Currency, for example `EUR`. */
  currency?: string | null;
  /** How many price levels there are. */
  scale_level_count?: number | null;
  /** Price of level 1. */
  scale_1_amount?: string | null;
  /** From how many pieces level 2 applies. */
  scale_2_from?: number | null;
  /** Price of level 2. */
  scale_2_amount?: string | null;
  /** From how many pieces level 3 applies. */
  scale_3_from?: number | null;
  /** Price of level 3. */
  scale_3_amount?: string | null;
  /** From how many pieces level 4 applies. */
  scale_4_from?: number | null;
  /** Price of level 4. */
  scale_4_amount?: string | null;
  /** From how many pieces level 5 applies. */
  scale_5_from?: number | null;
  /** Price of level 5. */
  scale_5_amount?: string | null;
  [unknown: string]: unknown;
}

/** What `listDeliveries` answers. */
export interface ListDeliveriesAnswer {
  /** The deliveries. */
  delivery?: Delivery[] | null;
  [unknown: string]: unknown;
}

/** What `createEticket` answers. */
export interface CreateEticketAnswer {
  /** The tickets. */
  etickets?: CreatedEticket[] | null;
  [unknown: string]: unknown;
}

/** An e-ticket that was issued. */
export interface CreatedEticket {
  /** Number of the ticket, 20 digits. */
  id?: string | null;
  /** Address of the ticket. */
  url?: string | null;
  /** E-mail address of the holder. */
  email?: string | null;
  [unknown: string]: unknown;
}

/** What `getEticket` answers. */
export interface GetEticketAnswer {
  /** The ticket. */
  eticket?: Eticket | null;
  [unknown: string]: unknown;
}

/** An e-ticket. */
export interface Eticket {
  /** Link to download the ticket. */
  download_url?: string | null;
  /** Length of the event. */
  duration?: string | null;
  /** Number of the date. */
  date_id?: string | null;
  /** Day of the event. */
  date?: string | null;
  /** Remark about time or schedule. */
  hint?: string | null;
  /** Number of the location. */
  location_id?: string | null;
  /** Number of the template. */
  template_id?: string | null;
  /** Number of the ticket. */
  id?: string | null;
  /** Number of the line of the order. */
  purchase_item_id?: string | null;
  /** Running number among the tickets of the order line. */
  no?: number | null;
  /** How many tickets the order line has. */
  count?: number | null;
  /** E-mail address. */
  email?: string | null;
  /** Given name. */
  first_name?: string | null;
  /** Family name. */
  last_name?: string | null;
  /** How the holder is addressed. */
  salutation?: string | null;
  /** Title, for example `Dr.`. */
  title?: string | null;
  /** Two-letter language. */
  language?: string | null;
  /** When it was used; empty if it was not. */
  used_at?: string | null;
  /** Whether it is blocked. */
  is_blocked?: boolean | null;
  /** Remark. */
  note?: string | null;
  /** Number of the product. */
  product_id?: string | null;
  [unknown: string]: unknown;
}

/** What `getEticketSettings` answers. */
export interface GetEticketSettingsAnswer {
  /** Names of the vendors by number. */
  eticket_owners?: Record<string, string> | null;
  /** Names of the templates by vendor and number. */
  eticket_templates?: Record<string, Record<string, string>> | null;
  /** Names of the locations by vendor and number. */
  eticket_locations?: Record<string, Record<string, string>> | null;
  [unknown: string]: unknown;
}

/** Where events take place. */
export interface EticketLocation {
  /** Number of the location. */
  id?: string | null;
  /** Name. */
  name?: string | null;
  /** Address. */
  address?: string | null;
  [unknown: string]: unknown;
}

/** A template of e-tickets. */
export interface EticketTemplate {
  /** Number of the template. */
  id?: string | null;
  /** Name. */
  name?: string | null;
  /** When it was created. */
  created_at?: string | null;
  /** When it was last changed. */
  modified_at?: string | null;
  [unknown: string]: unknown;
}

/** What `listEtickets` answers. */
export interface ListEticketsAnswer {
  /** The tickets. */
  etickets?: Eticket[] | null;
  [unknown: string]: unknown;
}

/** What `validateEticket` answers. */
export interface ValidateEticketAnswer {
  /** How it went. Not done, although the call succeeded: `error`. */
  status?: Outcome | null;
  /** Result in words. */
  msg?: string | null;
  /** Number of the location the ticket is for. */
  eticket_location_id?: string | null;
  /** Number of the template the ticket is made from. */
  eticket_template_id?: string | null;
  /** Day on which the ticket is valid. */
  eticket_date?: string | null;
  /** Whether the ticket is for another event; only comes with a failure. */
  is_eticket_valid_for_different_event?: boolean | null;
  /** How many valid tickets the event has. */
  valid_ticket_count?: number | null;
  /** How many of its tickets are used. */
  used_ticket_count?: number | null;
  [unknown: string]: unknown;
}

/** What `ipnInfo` answers. */
export interface IpnInfoAnswer {
  /** Whether the connection exists. */
  have_settings?: boolean | null;
  /** Address that receives the notifications. */
  ipn_url?: string | null;
  /** Name shown in the back office. */
  name?: string | null;
  /** Product numbers, or `all`. */
  product_ids?: string[] | null;
  /** Your own name for the connection. */
  domain_id?: string | null;
  /** Kinds of notifications. */
  categories?: string[] | null;
  /** Types of events. */
  transactions?: string[] | null;
  /** When notifications are sent. */
  timing?: IpnTiming | (string & {}) | null;
  /** Which buyers are reported. */
  newsletter_send_policy?: NewsletterSendPolicy | null;
  [unknown: string]: unknown;
}

/** What `ipnSetup` answers. */
export interface IpnSetupAnswer {
  /** Whether a connection was created. */
  created?: boolean | null;
  /** Whether an existing one was changed. */
  updated?: boolean | null;
  /** Whether duplicates were removed. */
  deleted?: boolean | null;
  /** Your own name for the connection. */
  domain_id?: string | null;
  /** Passphrase that signs notifications: a secret. 30 characters if the service made it. */
  sha_passphrase?: string | null;
  /** Number of the connection. */
  ipn_config_id?: string | null;
  /** Number of the connection. */
  ipn_id?: string | null;
  [unknown: string]: unknown;
}

/** What `validateLicenseKey` answers. */
export interface ValidateLicenseKeyAnswer {
  /** Whether the key is valid and the order may be delivered. */
  is_license_valid?: boolean | null;
  /** Whether the order has this key. */
  is_license_key_found?: boolean | null;
  /** Order id. */
  purchase_id?: string | null;
  /** Licence key. */
  license_key?: string | null;
  /** Number of the product. */
  product_id?: string | null;
  /** Name of the product. */
  product_name?: string | null;
  /** State of the payments. */
  billing_tatus?: BillingStatus | null;
  /** The same as `billing_tatus`. */
  billing_status?: BillingStatus | null;
  /** The same in words. */
  billing_tatus_msg?: string | null;
  /** The same as `billing_tatus_msg`. */
  billing_status_msg?: string | null;
  /** When the last payment was made. */
  last_payment_at?: string | null;
  /** The same in words. */
  last_payment_at_msg?: string | null;
  /** When the next payment is due. */
  next_payment_at?: string | null;
  /** The same in words. */
  next_payment_at_msg?: string | null;
  /** Type of the last transaction. */
  last_transaction_type?: TransactionType | null;
  /** The same in words. */
  last_transaction_type_msg?: string | null;
  /** Day up to which the subscription is paid. */
  paid_until?: string | null;
  /** The same in words. */
  paid_until_msg?: string | null;
  /** Whether the data may be shown in public. */
  are_returned_data_public?: boolean | null;
  [unknown: string]: unknown;
}

/** An entry of the marketplace with its figures. */
export interface MarketplaceEntry {
  /** Number of the entry. */
  id?: string | null;
  /** Number of the main product. */
  main_product_id?: string | null;
  /** Numbers of the main product and of related ones. */
  all_product_ids?: string[] | null;
  /** State of the approval. */
  approval_status?: ApprovalStatus | (string & {}) | null;
  /** The same in words. */
  approval_status_msg?: string | null;
  /** Typical price. */
  price?: string | null;
  /** Currency of all prices. */
  currency?: string | null;
  /** Price as HTML. */
  price_msg?: string | null;
  /** Two-letter language. */
  language?: string | null;
  /** Whether the text of the price is written by hand. */
  is_price_msg_overriden?: boolean | null;
  /** The same as `is_price_msg_overriden`. */
  is_price_msg_overridden?: boolean | null;
  /** Number of the category. */
  product_category_id?: string | null;
  /** Category. */
  product_category?: string | null;
  /** Headline. */
  headline?: string | null;
  /** Description. */
  description?: string | null;
  /** What an affiliate can expect of a sale. */
  affiliate_share?: string | null;
  /** When the product was created. */
  product_created_at?: string | null;
  /** Whether there are enough sales for figures that mean something. */
  stats_is_valid?: boolean | null;
  /** When the figures were last computed. */
  stats_updated_at?: string | null;
  /** Rank among all entries. */
  stats_seller_rank?: number | null;
  /** Rank in the category. */
  stats_seller_rank_category?: number | null;
  /** Popularity, 0 to 5. */
  stats_stars?: string | null;
  /** Affiliate earnings per visitor of the order form. */
  stats_affiliate_profit_visitor?: string | null;
  /** Affiliate earnings per first sale. */
  stats_affiliate_profit_sale?: string | null;
  /** Number of orders with an affiliate. */
  stats_count_orders_w_aff?: number | null;
  /** Cancelled orders in percent. */
  stats_cancel_rate?: string | null;
  /** Net revenue with subscriptions and upsells. */
  stats_revenue?: string | null;
  /** Number of affiliates with sales. */
  stats_count_affiliates_with_sales?: number | null;
  /** Conversion in percent. */
  stats_conversion_rate?: string | null;
  /** Number of orders. */
  stats_count_orders?: number | null;
  [unknown: string]: unknown;
}

/** What `listMarketplaceEntries` answers. */
export interface ListMarketplaceEntriesAnswer {
  /** The entries. */
  entries?: MarketplaceEntry[] | null;
  /** Number of entries. */
  count?: number | null;
  [unknown: string]: unknown;
}

/** What `createImage` answers. */
export interface CreateImageAnswer {
  /** Id of the image, letters and digits. */
  image_id?: string | null;
  /** Address of the image. */
  image_url?: string | null;
  [unknown: string]: unknown;
}

/** What `createOrderform` answers. */
export interface CreateOrderformAnswer {
  /** Number of the order form. */
  orderform_id?: string | null;
  [unknown: string]: unknown;
}

/** What `getImage` answers. */
export interface GetImageAnswer {
  /** The image. */
  image?: Image | null;
  [unknown: string]: unknown;
}

/** An image. `getImage` and `listImages` answer different fields of it. */
export interface Image {
  /** Id of the image, letters and digits. */
  id?: string | null;
  /** Address of the image. */
  url?: string | null;
  /** Type; only in `getImage`. */
  type?: string | null;
  /** Further properties; only in `getImage`. */
  properties?: unknown | null;
  /** File extension. */
  file_extension?: string | null;
  /** Name. */
  name?: string | null;
  /** State of the approval. */
  approval_status?: string | null;
  /** What the image is for. */
  usage_type?: string | null;
  /** Alternative text. */
  alt_tag?: string | null;
  /** Width in pixels. */
  width?: number | null;
  /** Height in pixels. */
  height?: number | null;
  [unknown: string]: unknown;
}

/** What `getOrderform` answers. */
export interface GetOrderformAnswer {
  /** The order form. */
  orderform?: Orderform | null;
  [unknown: string]: unknown;
}

/** An order form. */
export interface Orderform {
  /** Number of the order form. */
  id?: string | null;
  /** Name. */
  name?: string | null;
  /** Layout. */
  layout?: OrderformKind | null;
  /** When it was created. */
  created_at?: string | null;
  /** When it was last changed. */
  modified_at?: string | null;
  /** Background. */
  background_style?: BackgroundStyle | (string & {}) | null;
  /** Number of steps. */
  step_count?: number | null;
  /** Where the shipping address is asked for. */
  shipping_position?: ShippingPosition | (string & {}) | null;
  /** Where summaries of the order appear. */
  summary_positions?: string[] | null;
  /** Order of the blocks `order_bumper`, `order_summary` and `refund_waiver`. */
  flex_elements_order?: string[] | null;
  /** Look of the tabs. */
  tab_style?: TabStyle | (string & {}) | null;
  /** Title of tab 1. */
  tab_text_1_hl?: string | null;
  /** Subtitle of tab 1. */
  tab_text_1_sl?: string | null;
  /** Title of tab 2. */
  tab_text_2_hl?: string | null;
  /** Subtitle of tab 2. */
  tab_text_2_sl?: string | null;
  /** Title of tab 3. */
  tab_text_3_hl?: string | null;
  /** Subtitle of tab 3. */
  tab_text_3_sl?: string | null;
  /** Id of the image while tab 1 is active. */
  tab_image_1_id?: string | null;
  /** Id of the image while tab 2 is active. */
  tab_image_2_id?: string | null;
  /** Id of the image while tab 3 is active. */
  tab_image_3_id?: string | null;
  /** Address of the image while tab 1 is active, 400x80 pixels. */
  tab_image_1_url?: string | null;
  /** Address of the image while tab 2 is active, 400x80 pixels. */
  tab_image_2_url?: string | null;
  /** Address of the image while tab 3 is active, 400x80 pixels. */
  tab_image_3_url?: string | null;
  /** Look of the order bump. */
  order_bump_style?: OrderBumpStyle | (string & {}) | null;
  /** Product offered as order bump; it must be an add-on of the main product. */
  orderbump_product_id?: string | null;
  /** Headline of the order bump. */
  orderbump_headline?: string | null;
  /** Text of the order bump, as HTML. */
  orderbump_html?: string | null;
  /** Place of the order bump. */
  orderbump_position?: OrderformPosition | (string & {}) | null;
  /** Place of the refund waiver. */
  refund_waiver_position?: OrderformPosition | (string & {}) | null;
  /** CSS of your own. */
  custom_css?: string | null;
  [unknown: string]: unknown;
}

/** What `getOrderformMetas` answers. */
export interface GetOrderformMetasAnswer {
  /** Placeholders. */
  placeholders?: OrderformPlaceholders | null;
  /** Allowed values. */
  options?: OrderformOptions | null;
  /** Description of the form. */
  form_metas?: unknown | null;
  [unknown: string]: unknown;
}

/** Placeholders for order forms. */
export interface OrderformPlaceholders {
  /** Placeholders for images by code. */
  images?: Record<string, string> | null;
  /** Other placeholders by code. */
  other?: Record<string, string> | null;
  [unknown: string]: unknown;
}

/** Allowed values for order forms. */
export interface OrderformOptions {
  /** Images. */
  image?: OrderformImages | null;
  /** Backgrounds by code. */
  background_style?: Record<string, string> | null;
  /** Numbers of steps by code. */
  step_count?: Record<string, string> | null;
  /** Looks of the tabs by code. */
  tab_style?: Record<string, string> | null;
  /** Places of the shipping address by code. */
  shipping_position?: Record<string, string> | null;
  /** Places of summaries by code. */
  summary_positions?: Record<string, string> | null;
  /** Places of the refund waiver by code. */
  refund_waiver_position?: Record<string, string> | null;
  /** Orders of the blocks by code. */
  flex_elements_order?: Record<string, string> | null;
  /** Places of the order bump by code. */
  orderbump_position?: Record<string, string> | null;
  /** Products by number. */
  product?: Record<string, string> | null;
  [unknown: string]: unknown;
}

/** Images for order forms. */
export interface OrderformImages {
  /** Header images by code. */
  orderform_header?: Record<string, string> | null;
  /** Favicons by code. */
  orderform_favicon?: Record<string, string> | null;
  /** Tab images by code. */
  orderform_widget_tab?: Record<string, string> | null;
  [unknown: string]: unknown;
}

/** What `getUpsells` answers. */
export interface GetUpsellsAnswer {
  /** Number of the product. */
  product_id?: string | null;
  /** Product numbers by position: 1 to 5 letters `y` and `n`, the first of them `y`. */
  upsells?: Record<string, string> | null;
  /** Options of the upsell products. */
  product_options?: unknown | null;
  [unknown: string]: unknown;
}

/** What `listConversionTools` answers. */
export interface ListConversionToolsAnswer {
  /** Smart upgrades. */
  smartupgrades?: SmartUpgrade[] | null;
  /** The same as `smartupgrades`. */
  smartupgrade?: SmartUpgrade[] | null;
  /** Countdowns. */
  countdowns?: unknown[] | null;
  /** Social proof bubbles. */
  socialproof_bubbles?: unknown[] | null;
  /** Social proof boxes. */
  socialproof_boxes?: unknown[] | null;
  /** Trust badges. */
  trust_badges?: TrustBadge[] | null;
  [unknown: string]: unknown;
}

/** A smart upgrade. */
export interface SmartUpgrade {
  /** Number of the smart upgrade. */
  id?: string | null;
  /** Name. */
  name?: string | null;
  /** Secret part of the upgrade link. */
  authkey?: string | null;
  /** When it was created. */
  created_at?: string | null;
  /** Whether its own CSS is used. */
  is_custom_css_used?: boolean | null;
  /** CSS of your own. */
  custom_css?: string | null;
  /** Number of the product it leads to. */
  upgrade_to_product_id?: string | null;
  /** Numbers of the products it is for. */
  product_ids?: string[] | null;
  [unknown: string]: unknown;
}

/** A trust badge. */
export interface TrustBadge {
  /** Number of the badge. */
  id?: string | null;
  /** Code. */
  code?: string | null;
  /** Name. */
  name?: string | null;
  /** Kind of badge. */
  badge_type?: string | null;
  /** Position. */
  position?: string | null;
  /** Two-letter language. */
  language?: string | null;
  /** Whether it stays in view. */
  sticky?: string | null;
  /** Whether a disclaimer about earnings is shown. */
  is_earnigs_disclaimer_shown?: string | null;
  /** The same as `is_earnigs_disclaimer_shown`. */
  is_earnings_disclaimer_shown?: string | null;
  /** Secret part of its address. */
  auth_key?: string | null;
  [unknown: string]: unknown;
}

/** What `listImages` answers. */
export interface ListImagesAnswer {
  /** The images. */
  images?: Image[] | null;
  [unknown: string]: unknown;
}

/** What `listOrderforms` answers. */
export interface ListOrderformsAnswer {
  /** The order forms. */
  orderforms?: Orderform[] | null;
  /** Layout that was asked for. */
  layout?: OrderformKind | null;
  [unknown: string]: unknown;
}

/** What `createPaymentplan` answers. */
export interface CreatePaymentplanAnswer {
  /** Whether the plan can be used. */
  is_valid?: boolean | null;
  /** Number of the payment plan. */
  paymentplan_id?: string | null;
  [unknown: string]: unknown;
}

/** A payment plan. */
export interface PaymentPlan {
  /** Number of the plan. */
  id?: string | null;
  /** Number of the product. */
  product_id?: string | null;
  /** Plan in words. */
  description?: string | null;
  /** Currency, for example `EUR`. */
  currency?: string | null;
  /** First payment. */
  first_amount?: string | null;
  /** Each follow-up payment. */
  other_amounts?: string | null;
  /** 0 for a subscription without end, 1 for a single payment, 2 or more for installments. */
  number_of_installments?: number | null;
  /** Time until the second payment. */
  first_billing_interval?: string | null;
  /** Time between later payments. */
  other_billing_intervals?: string | null;
  /** Minimum term and notice. */
  cancel_policy?: CancelPolicy | (string & {}) | null;
  /** Position in the list. */
  position?: number | null;
  /** Whether it is switched on. */
  is_active?: boolean | null;
  /** Whether it can be sold. */
  is_for_sale?: string | null;
  /** The same in words. */
  is_for_sale_msg?: string | null;
  /** Whether the buyer may switch to or from this plan. */
  is_switching_allowed?: boolean | null;
  /** Whether the buyer may end the installments. */
  can_buyer_terminate_installments?: boolean | null;
  /** When it was created. */
  created_at?: string | null;
  /** When it was last changed. */
  modified_at?: string | null;
  /** Name of the plan. */
  name?: string | null;
  [unknown: string]: unknown;
}

/** What `listInvoices` answers. */
export interface ListInvoicesAnswer {
  /** Order id. */
  purchase_id?: string | null;
  /** The invoices. */
  invoice_list?: Invoice[] | null;
  [unknown: string]: unknown;
}

/** An invoice. */
export interface Invoice {
  /** Link to the invoice. */
  invoice_url?: string | null;
  /** Label of the invoice. */
  invoice_label?: string | null;
  /** Number of the invoice; always 1 for test payments. */
  invoice_id?: string | null;
  /** Day of the invoice. */
  invoice_date?: string | null;
  /** Payment method. */
  pay_method?: string | null;
  /** Payment method in words. */
  pay_method_msg?: string | null;
  /** Order id. */
  purchase_id?: string | null;
  /** Type. */
  type?: string | null;
  /** Amount. */
  amount?: string | null;
  /** Currency, for example `EUR`. */
  currency?: string | null;
  [unknown: string]: unknown;
}

/** What `listPayouts` answers. */
export interface ListPayoutsAnswer {
  /** The credit notes. */
  payout_list?: Payout[] | null;
  [unknown: string]: unknown;
}

/** A credit note. */
export interface Payout {
  /** Link to the credit note. */
  credit_note_url?: string | null;
  /** Link to the list of commissions. */
  commission_list_url?: string | null;
  /** Name of the reseller. */
  reseller_name?: string | null;
  /** Number of the reseller. */
  reseller_id?: string | null;
  /** Number of the credit note. */
  id?: string | null;
  /** When it was created. */
  created_at?: string | null;
  /** When it was handled. */
  processed_at?: string | null;
  /** Tax in percent. */
  vat_rate?: string | null;
  /** Tax rule that applies. */
  vat_regulation?: string | null;
  /** Currency, for example `EUR`. */
  currency?: string | null;
  /** How it was paid out. */
  payout_method?: string | null;
  /** Credit as vendor, gross. */
  vendor_gross_amount?: string | null;
  /** Credit as vendor, net. */
  vendor_net_amount?: string | null;
  /** Tax in the credit as vendor. */
  vendor_vat_amount?: string | null;
  /** Credit as affiliate, gross. */
  affiliate_gross_amount?: string | null;
  /** Credit as affiliate, net. */
  affiliate_net_amount?: string | null;
  /** Tax in the credit as affiliate. */
  affiliate_vat_amount?: string | null;
  /** Fee that is deducted. */
  fee_amount?: string | null;
  /** Tax on the fee. */
  fee_vat_amount?: string | null;
  [unknown: string]: unknown;
}

/** What `resendInvoiceMail` answers. */
export interface ResendInvoiceMailAnswer {
  /** How it went. Not done, although the call succeeded: `error`. */
  status?: Outcome | null;
  /** Result in words. */
  note?: string | null;
  [unknown: string]: unknown;
}

/** What `statsExpectedPayouts` answers. */
export interface StatsExpectedPayoutsAnswer {
  /** All that was earned, by currency. */
  total_earnings?: Record<string, string> | null;
  /** What was paid out, by currency. */
  paidout_amount?: Record<string, string> | null;
  /** What is being paid out, by currency. */
  pending_amount?: Record<string, string> | null;
  /** Planned payouts by date and currency. */
  future_amounts?: Record<string, Record<string, FuturePayout>> | null;
  /** The same for each reseller. */
  by_reseller?: ResellerPayouts[] | null;
  /** Remark about payouts. */
  note?: PayoutNote | null;
  /** Milliseconds the service took. */
  call_duration_ms?: Record<string, string> | null;
  [unknown: string]: unknown;
}

/** A planned payout. */
export interface FuturePayout {
  /** Amount. */
  amount?: string | null;
  /** Whether the threshold is reached. */
  can_payout?: boolean | null;
  /** Threshold of payouts. */
  treshold?: string | null;
  /** The same as `treshold`. */
  threshold?: string | null;
  /** Remark. */
  note?: string | null;
  [unknown: string]: unknown;
}

/** What one reseller owes and paid. */
export interface ResellerPayouts {
  /** Number of the reseller. */
  reseller_id?: string | null;
  /** Name of the reseller. */
  reseller_name?: string | null;
  /** All that was earned, by currency. */
  total_earnings?: Record<string, string> | null;
  /** What was paid out, by currency. */
  paidout_amount?: Record<string, string> | null;
  /** What is being paid out, by currency. */
  pending_amount?: Record<string, string> | null;
  /** Planned payouts by date and currency. */
  future_amounts?: Record<string, Record<string, FuturePayout>> | null;
  [unknown: string]: unknown;
}

/** A remark about payouts. */
export interface PayoutNote {
  /** Text. */
  message?: string | null;
  /** The reasons. */
  reasons?: PayoutReason[] | null;
  [unknown: string]: unknown;
}

/** Why a payout is held back. */
export interface PayoutReason {
  /** Code. */
  code?: string | null;
  /** Address that helps. */
  url?: string | null;
  /** Text. */
  message?: string | null;
  [unknown: string]: unknown;
}

/** What `copyProduct` answers. */
export interface CopyProductAnswer {
  /** Number of the copy. */
  product_id?: string | null;
  [unknown: string]: unknown;
}

/** What `createProduct` answers. */
export interface CreateProductAnswer {
  /** Number of the product. */
  product_id?: string | null;
  [unknown: string]: unknown;
}

/** What `createProductGroup` answers. */
export interface CreateProductGroupAnswer {
  /** Number of the folder. */
  product_group_id?: string | null;
  [unknown: string]: unknown;
}

/** A product. Rows carry more fields than any document lists. */
export interface Product {
  /** Number of the product. */
  id?: string | null;
  /** Name of the product. */
  name?: string | null;
  /** Internal name. */
  name_intern?: string | null;
  /** Internal remark of at most 47 characters. */
  note?: string | null;
  /** Internal tag; it can be read but not written. */
  tag?: string | null;
  /** Language of the order form. */
  language?: string | null;
  /** Description. */
  description?: string | null;
  /** Currencies. */
  currency?: string[] | null;
  /** When it was created. */
  created_at?: string | null;
  /** When it was last changed. */
  modified_at?: string | null;
  /** Number of the folder; false or empty if there is none. */
  product_group_id?: string | null;
  /** Name of the folder; only in `listProducts`. */
  product_group_name?: string | null;
  /** Number of the product type. */
  product_type_id?: string | null;
  /** Number of the vendor. */
  owner_id?: string | null;
  /** Name of the vendor. */
  owner_name?: string | null;
  /** Number of the vendor. */
  user_id?: string | null;
  /** Pieces in stock, or `infinite`. */
  units_left?: string | null;
  /** Highest quantity. */
  max_quantity?: number | null;
  /** For whom the product is. */
  buyer_type?: ProductBuyerType | (string & {}) | null;
  /** State of the approval; empty where `approval_status_list` is given. */
  approval_status?: ApprovalStatus | (string & {}) | null;
  /** The same in words. */
  approval_status_msg?: string | null;
  /** State of the approval at each reseller. */
  approval_status_list?: ResellerApproval[] | null;
  /** Sales page. */
  salespage_url?: string | null;
  /** Sales page if it is offered as an upsell. */
  upsell_salespage_url?: string | null;
  /** Thank-you page. */
  thankyou_url?: string | null;
  /** Thank-you page after an upsell. */
  upsell_thankyou_page_url?: string | null;
  /** Thank-you page of the free upsell flow. */
  upsell_freeflow_thankyou_url?: string | null;
  /** Id of the image. */
  image_id?: string | null;
  /** Address of the image. */
  image_url?: string | null;
  /** Commission in percent. */
  affiliate_commission?: string | null;
  /** Fixed commission. */
  affiliate_commission_fix?: string | null;
  /** Currency of the fixed commission. */
  affiliate_commission_cur?: string | null;
  /** Number of the order form. */
  orderform_id?: string | null;
  /** Payment methods. */
  pay_methods?: string[] | null;
  /** When sales end. */
  stop_sales_at?: string | null;
  /** Text of the opt-in. */
  optin_text?: string | null;
  /** Text on the thank-you page. */
  description_thankyou_page?: string | null;
  /** How order data on the thank-you page is encrypted. */
  encrypt_order_data_of_thankyou_page_url?: string | null;
  /** How order data on the thank-you page of upsells is encrypted. */
  encrypt_order_data_of_upsell_thankyou_page_url?: string | null;
  /** Whether data of the order is added to the sales page of upsells. */
  add_order_data_to_upsell_sales_page_url?: string | null;
  /** Who is mailed about payments. */
  notify_payment_emails?: string | null;
  /** Who is mailed about refunds. */
  notify_refund_emails?: string | null;
  /** Who is mailed about chargebacks. */
  notify_chargeback_emails?: string | null;
  /** Who is mailed about missed payments. */
  notify_missed_payment_emails?: string | null;
  /** Who is mailed when recurring payments start or stop. */
  notify_rebilling_start_stop_emails?: string | null;
  /** Who is mailed about recurring payments. */
  notify_rebilling_payment_emails?: string | null;
  /** Who is mailed about add-ons. */
  notify_addons_for?: string | null;
  /** Country of the product. */
  country?: string | null;
  /** Order form for buyers. */
  orderform_customer_url?: string | null;
  /** Preview of the order form. */
  orderform_preview_url?: string | null;
  /** Rule for the period of service, for example `auto`. */
  service_interval?: string | null;
  /** Date of the service. */
  service_date?: string | null;
  /** Period of service of single payments. */
  single_payment_service_period?: string | null;
  /** Who is mailed about affiliates. */
  notify_affiliate_emails?: string | null;
  /** German name. */
  name_de?: string | null;
  /** English name. */
  name_en?: string | null;
  /** French name. */
  name_fr?: string | null;
  /** Spanish name. */
  name_es?: string | null;
  /** Dutch name. */
  name_nl?: string | null;
  /** Italian name. */
  name_it?: string | null;
  /** Portuguese name. */
  name_pt?: string | null;
  /** Polish name. */
  name_pl?: string | null;
  /** Slovenian name. */
  name_sl?: string | null;
  /** German description. */
  description_de?: string | null;
  /** English description. */
  description_en?: string | null;
  /** French description. */
  description_fr?: string | null;
  /** Spanish description. */
  description_es?: string | null;
  /** Dutch description. */
  description_nl?: string | null;
  /** Italian description. */
  description_it?: string | null;
  /** Portuguese description. */
  description_pt?: string | null;
  /** Polish description. */
  description_pl?: string | null;
  /** Slovenian description. */
  description_sl?: string | null;
  /** German text on the thank-you page. */
  description_thankyou_page_de?: string | null;
  /** English text on the thank-you page. */
  description_thankyou_page_en?: string | null;
  /** French text on the thank-you page. */
  description_thankyou_page_fr?: string | null;
  /** Spanish text on the thank-you page. */
  description_thankyou_page_es?: string | null;
  /** Dutch text on the thank-you page. */
  description_thankyou_page_nl?: string | null;
  /** Italian text on the thank-you page. */
  description_thankyou_page_it?: string | null;
  /** Portuguese text on the thank-you page. */
  description_thankyou_page_pt?: string | null;
  /** Polish text on the thank-you page. */
  description_thankyou_page_pl?: string | null;
  /** Slovenian text on the thank-you page. */
  description_thankyou_page_sl?: string | null;
  /** German text of the opt-in. */
  optin_text_de?: string | null;
  /** English text of the opt-in. */
  optin_text_en?: string | null;
  /** French text of the opt-in. */
  optin_text_fr?: string | null;
  /** Spanish text of the opt-in. */
  optin_text_es?: string | null;
  /** Dutch text of the opt-in. */
  optin_text_nl?: string | null;
  /** Italian text of the opt-in. */
  optin_text_it?: string | null;
  /** Portuguese text of the opt-in. */
  optin_text_pt?: string | null;
  /** Polish text of the opt-in. */
  optin_text_pl?: string | null;
  /** Slovenian text of the opt-in. */
  optin_text_sl?: string | null;
  /** Whether buyers may change the quantity while ordering: `Y`, `N` or words such as `Y_always`. */
  is_quantity_editable_before_purchase?: string | null;
  /** Whether buyers may change the quantity later. */
  is_quantity_editable_after_purchase?: boolean | null;
  /** Whether the address is always asked for. */
  is_address_input_mandatory?: boolean | null;
  /** How the telephone number is asked for, for example `hidden`. */
  is_phone_no_input_shown?: string | null;
  /** Whether a title is asked for. */
  is_title_input_shown?: boolean | null;
  /** Whether the name is shown on bank statements. */
  is_name_shown_on_bank_statement?: boolean | null;
  /** Whether affiliations are accepted by themselves. */
  is_affiliation_auto_accepted?: boolean | null;
  /** Whether it is switched on. */
  is_active?: boolean | null;
  /** Whether add-ons have a thank-you page of their own. */
  is_addon_thankyou_url_enabled?: boolean | null;
  /** Whether the form of address is asked for. */
  has_addr_salutation?: boolean | null;
  /** Whether data of the order is added to the address of the thank-you page. */
  add_order_data_to_thankyou_page_url?: boolean | null;
  /** Whether buyers of upsells are led to a thank-you page of their own. */
  redirect_to_custom_upsell_thankyou_page?: boolean | null;
  /** Whether data of the order is added to the address of the thank-you page of upsells. */
  add_order_data_to_upsell_thankyou_page_url?: boolean | null;
  /** Whether VAT is shown. */
  is_vat_shown?: boolean | null;
  /** Whether the free upsell flow is enabled. */
  is_free_upsell_enabled?: boolean | null;
  /** Whether the free upsell flow starts here. */
  is_free_upsell_started?: boolean | null;
  /** Whether the free upsell flow stops here. */
  is_free_upsell_stopped?: boolean | null;
  /** Whether an upsell cannot be bought twice. */
  is_upsell_double_purchase_prevented?: boolean | null;
  /** Whether the opt-in is shown. */
  is_optin_checkbox_shown?: boolean | null;
  /** Whether the telephone number has to be given. */
  is_phone_no_mandatory?: boolean | null;
  /** Whether search engines may list it. */
  is_search_engine_allowed?: boolean | null;
  /** Whether it is deleted. */
  is_deleted?: boolean | null;
  /** Payment plans; only in `getProduct`. */
  paymentplans?: PaymentPlan[] | null;
  [unknown: string]: unknown;
}

/** The approval of a product at one reseller. */
export interface ResellerApproval {
  /** Number of the reseller: 1 Germany, 2 USA, 3 UK, 4 Ireland. */
  reseller_id?: string | null;
  /** State of the approval at this reseller. */
  approval_status?: ApprovalStatus | (string & {}) | null;
  /** Whether the account is active at this reseller. */
  is_siteowner_active?: boolean | null;
  [unknown: string]: unknown;
}

/** What `getProductGroup` answers. */
export interface GetProductGroupAnswer {
  /** The folder. */
  product_group?: ProductGroup | null;
  [unknown: string]: unknown;
}

/** A product folder. */
export interface ProductGroup {
  /** Number of the folder. */
  id?: string | null;
  /** Name. */
  name?: string | null;
  /** When it was created. */
  created_at?: string | null;
  /** When it was last changed. */
  modified_at?: string | null;
  /** Position in the list. */
  position?: number | null;
  /** Whether it is shown as a tab. */
  is_shown_as_tab?: boolean | null;
  [unknown: string]: unknown;
}

/** What `listProductGroups` answers. */
export interface ListProductGroupsAnswer {
  /** The folders. */
  items?: ProductGroup[] | null;
  /** The same as `items`. */
  product_groups?: ProductGroup[] | null;
  [unknown: string]: unknown;
}

/** A type of products. */
export interface ProductType {
  /** Number of the product type. */
  id?: string | null;
  /** Name. */
  name?: string | null;
  /** Category. */
  category?: string | null;
  [unknown: string]: unknown;
}

/** What `listProducts` answers. */
export interface ListProductsAnswer {
  /** The products. */
  products?: Product[] | null;
  [unknown: string]: unknown;
}

/** What `addBalanceToPurchase` answers. */
export interface AddBalanceToPurchaseAnswer {
  /** Balance before. */
  old_balance?: string | null;
  /** Balance after. */
  new_balance?: string | null;
  [unknown: string]: unknown;
}

/** What `createAddonChangePurchase` answers. */
export interface CreateAddonChangePurchaseAnswer {
  /** Id of the new order. */
  created_purchase_id?: string | null;
  /** How the charge went. Not done, although the call succeeded: `refused`, `error`. */
  payment_status?: PaymentStatus | null;
  /** The same in words. */
  payment_status_msg?: string | null;
  /** State of the payments. */
  billing_status?: BillingStatus | null;
  /** The same in words. */
  billing_status_msg?: string | null;
  /** Link to pay if the charge did not go through. */
  pay_url?: string | null;
  [unknown: string]: unknown;
}

/** An order. */
export interface Purchase {
  /** Each follow-up payment. */
  other_amounts?: string | null;
  /** Tax in each follow-up payment. */
  other_vat_amounts?: string | null;
  /** Order id. */
  id?: string | null;
  /** Amount of the order. */
  amount?: string | null;
  /** Currency, for example `EUR`. */
  currency?: string | null;
  /** 0 for a subscription without end, 1 for a single payment, 2 or more for installments. */
  number_of_installments?: number | null;
  /** Country whose tax applies. */
  vat_country?: string | null;
  /** Tax. */
  vat_amount?: string | null;
  /** Tax in percent. */
  vat_rate?: string | null;
  /** When it was created. */
  created_at?: string | null;
  /** When the next payment is due. */
  next_payment_at?: string | null;
  /** How the order is paid. */
  billing_type?: BillingType | null;
  /** The same in words. */
  billing_type_msg?: string | null;
  /** State of the payments. */
  billing_status?: BillingStatus | null;
  /** The same in words. */
  billing_status_msg?: string | null;
  /** Whether the order is cancelled. */
  is_canceled_now?: boolean | null;
  /** Whether the order can be cancelled now. */
  is_cancelable_now?: boolean | null;
  /** How recurring payments can be stopped. */
  rebill_stop_info?: RebillStopInfo | null;
  /** Page where the buyer changes payment details or resumes. */
  renew_url?: string | null;
  /** Link to the receipt. */
  receipt_url?: string | null;
  /** Link to the invoice. */
  invoice_url?: string | null;
  /** Whether the buyer filled in extra input fields. */
  has_custom_forms?: boolean | null;
  /** Whether the order has e-tickets. */
  has_etickets?: boolean | null;
  /** The transactions; in `listPurchases` only with `load_transactions`. */
  transaction_list?: PurchaseTransaction[] | null;
  /** The buyer. */
  buyer?: Buyer | null;
  /** The lines. */
  items?: PurchaseItem[] | null;
  /** Values of placeholders in title and text of the product. */
  placeholders?: Record<string, string> | null;
  /** Refund terms. */
  refund_policy?: RefundPolicy | null;
  /** Minimum term and notice. */
  cancel_policy?: CancelPolicy | (string & {}) | null;
  /** First regular day of cancellation. */
  can_cancel_before?: string | null;
  /** Share of the vendor. */
  merchant_amount?: string | null;
  /** Share of the affiliate. */
  affiliate_amount?: string | null;
  /** Discount code that was used. */
  voucher_code?: string | null;
  /** Your own reference. */
  custom?: string | null;
  /** Number of the sales team. */
  salesteam_id?: string | null;
  /** Kinds of delivery. */
  delivery_types?: string[] | null;
  /** The same in words. */
  delivery_types_msg?: string | null;
  /** Billing mode. */
  billing_mode?: string | null;
  /** The same in words. */
  billing_mode_msg?: string | null;
  /** Payment plan in words. */
  payment_plan_msg?: string | null;
  /** Page of the order. */
  details_url?: string | null;
  /** Latest payment. */
  last_payment?: LastPayment | null;
  /** Click id of the affiliate network. */
  click_id?: string | null;
  /** Sub ids of the affiliate. */
  sub_ids?: SubIds | null;
  [unknown: string]: unknown;
}

/** How the recurring payments of an order can be stopped. */
export interface RebillStopInfo {
  /** Whether recurring payments can be stopped. */
  can_stop?: boolean | null;
  /** Label of the button that stops them. */
  buton_label?: string | null;
  /** The same as `buton_label`. */
  button_label?: string | null;
  /** When they would end. */
  stop_date?: string | null;
  /** How they would be stopped. */
  code?: RebillingStop | null;
  [unknown: string]: unknown;
}

/** A transaction of an order. */
export interface PurchaseTransaction {
  /** Number of the transaction. */
  id?: string | null;
  /** Amount; negative for refunds. */
  amount?: string | null;
  /** Currency, for example `EUR`. */
  currency?: string | null;
  /** Order id. */
  purchase_id?: string | null;
  /** Payment method. */
  pay_method?: string | null;
  /** Payment method in words. */
  pay_method_msg?: string | null;
  /** When it was made. */
  created_at?: string | null;
  /** When the payment arrived. */
  pay_date?: string | null;
  /** Type. */
  type?: TransactionType | null;
  /** The same in words. */
  type_msg?: string | null;
  /** Link to the invoice. */
  invoice_url?: string | null;
  [unknown: string]: unknown;
}

/** A line of an order. */
export interface PurchaseItem {
  /** Name of the product. */
  product_name?: string | null;
  /** Number of the product. */
  product_id?: string | null;
  /** Internal name of the product. */
  product_name_intern?: string | null;
  /** Number of the product type. */
  product_type_id?: string | null;
  /** Product type in words. */
  product_type_name?: string | null;
  /** Whether the product is switched on. */
  product_is_active?: boolean | null;
  /** Whether the product is deleted. */
  product_is_deleted?: boolean | null;
  /** How the product reaches the buyer. */
  delivery_type?: DeliveryKind | null;
  /** Tax in percent. */
  vat_rate?: string | null;
  /** What the line costs. */
  amounts?: ItemAmounts | null;
  /** Links about the product. */
  urls?: ItemUrls | null;
  /** How many pieces. */
  quantity?: number | null;
  /** Key of the variant. */
  variant_key?: string | null;
  /** Name of the variant. */
  variant_name?: string | null;
  /** Position. */
  no?: number | null;
  /** How many positions there are. */
  count?: number | null;
  /** Number of the line. */
  id?: string | null;
  [unknown: string]: unknown;
}

/** What a line of an order costs. */
export interface ItemAmounts {
  /** The first payment. */
  first?: LineAmounts | null;
  [unknown: string]: unknown;
}

/** The amounts of one payment for a line. */
export interface LineAmounts {
  /** Gross amount of the line. */
  total_brutto_amount?: string | null;
  /** Tax of the line. */
  total_vat_amount?: string | null;
  /** Net amount of the line. */
  total_netto_amount?: string | null;
  /** Net amount of one piece. */
  unit_netto_amount?: string | null;
  [unknown: string]: unknown;
}

/** Links about the product of a line. */
export interface ItemUrls {
  /** Order form of the product. */
  orderform?: string | null;
  /** Page of the back office that edits the product. */
  product_edit?: string | null;
  [unknown: string]: unknown;
}

/** The refund terms of an order. */
export interface RefundPolicy {
  /** Order id. */
  purchase_id?: string | null;
  /** Where the terms come from. */
  reason_code?: RefundPolicySource | null;
  /** Days within which a refund is possible. */
  refund_days?: number | null;
  /** Whether the buyer may be reminded of payments. */
  is_reminder_allowed?: boolean | null;
  /** Number of the policy. */
  policy_id?: string | null;
  /** Number of the product type; `listProductTypes` answers them. */
  product_type_id?: string | null;
  /** How the product reaches the buyer. */
  delivery_type?: DeliveryKind | null;
  /** Text of the refund waiver. */
  checkbox_text?: string | null;
  [unknown: string]: unknown;
}

/** The latest payment of an order. */
export interface LastPayment {
  /** Number of the transaction. */
  txn_id?: string | null;
  /** Type of the transaction. */
  txn_type?: string | null;
  /** Payment method. */
  pay_method?: string | null;
  /** When it was made. */
  date?: string | null;
  [unknown: string]: unknown;
}

/** Sub ids of an affiliate. */
export interface SubIds {
  /** Sub id 1. */
  sid1?: string | null;
  /** Sub id 2. */
  sid2?: string | null;
  /** Sub id 3. */
  sid3?: string | null;
  /** Sub id 4. */
  sid4?: string | null;
  /** Sub id 5. */
  sid5?: string | null;
  [unknown: string]: unknown;
}

/** What `getPurchaseDownloads` answers. */
export interface GetPurchaseDownloadsAnswer {
  /** Files by order and product. */
  downloads?: Record<string, Record<string, Download[]>> | null;
  [unknown: string]: unknown;
}

/** A file that a buyer may download. */
export interface Download {
  /** Address of the file. */
  url?: string | null;
  /** How many downloads are allowed. */
  downloads_total?: number | null;
  /** How many downloads were made. */
  downloads_tries?: number | null;
  /** Whether the download is allowed. */
  is_access_granted?: boolean | null;
  /** Whether the order is paid. */
  is_purchase_paid?: boolean | null;
  /** Headline. */
  headline?: string | null;
  /** Instructions for the download. */
  instructions?: string | null;
  /** Name of the file. */
  file_name?: string | null;
  /** File extension. */
  file_ext?: string | null;
  /** Size in bytes. */
  file_size?: number | null;
  /** Last day of the download. */
  download_until?: string | null;
  [unknown: string]: unknown;
}

/** The tracking values of an order. */
export interface PurchaseTracking {
  /** UTM values. */
  utm_params?: UtmParams | null;
  /** Click id of the affiliate network. */
  click_id?: string | null;
  /** Sub ids of the affiliate. */
  sub_ids?: string[] | null;
  /** Tracking key of the vendor. */
  vendor_key?: string | null;
  /** Campaign key of the affiliate. */
  campaign_key?: string | null;
  [unknown: string]: unknown;
}

/** UTM values. */
export interface UtmParams {
  /** UTM source. */
  utm_source?: string | null;
  /** UTM medium. */
  utm_medium?: string | null;
  /** UTM campaign. */
  utm_campaign?: string | null;
  /** UTM term. */
  utm_term?: string | null;
  /** UTM content. */
  utm_content?: string | null;
  [unknown: string]: unknown;
}

/** What `listPurchases` answers. */
export interface ListPurchasesAnswer {
  /** Start of the period. */
  from?: string | null;
  /** End of the period. */
  to?: string | null;
  /** Page; the first is 1. */
  page_no?: number | null;
  /** Entries per page. */
  page_size?: number | null;
  /** Number of pages. */
  page_count?: number | null;
  /** Number of entries in total. */
  item_count?: number | null;
  /** The orders. */
  purchase_list?: Purchase[] | null;
  [unknown: string]: unknown;
}

/** An order of an e-mail address. */
export interface PurchaseOfEmail {
  /** Order id. */
  id?: string | null;
  /** When it was created. */
  created_at?: string | null;
  /** Amount of the order. */
  amount?: string | null;
  /** Currency, for example `EUR`. */
  currency?: string | null;
  /** State of the order. */
  status?: string | null;
  [unknown: string]: unknown;
}

/** What `statsAffiliateToplist` answers. */
export interface StatsAffiliateToplistAnswer {
  /** The affiliates. */
  top_list?: AffiliateRank[] | null;
  [unknown: string]: unknown;
}

/** An affiliate with the sales of a period. */
export interface AffiliateRank {
  /** Number of the affiliate. */
  affiliate_id?: string | null;
  /** Digistore24 name of the affiliate. */
  affiliate_name?: string | null;
  /** Currency, for example `EUR`. */
  currency?: string | null;
  /** Sales, gross. */
  brutto_amount?: string | null;
  /** Sales, net. */
  netto_amount?: string | null;
  /** Sum of payments. */
  payment_amount?: string | null;
  /** Sum of refunds. */
  refund_amount?: string | null;
  /** Sum of chargebacks. */
  chargeback_amount?: string | null;
  /** Sum of refunds and chargebacks. */
  cancellation_amount?: string | null;
  /** Share of the affiliate. */
  affiliate_amount?: string | null;
  /** Share of the vendor. */
  merchant_amount?: string | null;
  /** Rate of refunds. */
  refund_quota?: string | null;
  /** Rate of chargebacks. */
  chargeback_quota?: string | null;
  /** Rate of refunds and chargebacks. */
  cancellation_quota?: string | null;
  [unknown: string]: unknown;
}

/** What `statsClicksAndEarningsByDateAndCampaignKey` answers. */
export interface StatsClicksAndEarningsByDateAndCampaignKeyAnswer {
  /** Totals. */
  totals?: ClickTotals | null;
  [unknown: string]: unknown;
}

/** Visitors and earnings. */
export interface ClickTotals {
  /** Visitors of the funnel. */
  funnelVisitors?: number | null;
  /** Visitors of the order form. */
  orderFormVisitors?: number | null;
  /** Earnings. */
  earnings?: string | null;
  [unknown: string]: unknown;
}

/** What `statsDailyAmounts` answers. */
export interface StatsDailyAmountsAnswer {
  /** The figures by day and currency. */
  amount_list?: SalesFigures[] | null;
  [unknown: string]: unknown;
}

/** Sales by role, always with the same amounts. */
export interface SalesFigures {
  /** Day; only in `statsDailyAmounts`. */
  day?: string | null;
  /** Start of the period; only in `statsSales`. */
  from?: string | null;
  /** End of the period; only in `statsSales`. */
  to?: string | null;
  /** Currency; only in `statsDailyAmounts`. */
  currency?: string | null;
  /** Your share as vendor. */
  vendor_share_amount?: string | null;
  /** Gross sales as vendor. */
  vendor_brutto_amount?: string | null;
  /** Net sales as vendor. */
  vendor_netto_amount?: string | null;
  /** Your share as affiliate. */
  affiliate_share_amount?: string | null;
  /** Gross sales as affiliate. */
  affiliate_brutto_amount?: string | null;
  /** Net sales as affiliate. */
  affiliate_netto_amount?: string | null;
  /** Your share in other roles. */
  other_share_amount?: string | null;
  /** Gross sales in other roles. */
  other_brutto_amount?: string | null;
  /** Net sales in other roles. */
  other_netto_amount?: string | null;
  /** Your share in all roles. */
  total_share_amount?: string | null;
  /** Gross sales in all roles. */
  total_brutto_amount?: string | null;
  /** Net sales in all roles. */
  total_netto_amount?: string | null;
  [unknown: string]: unknown;
}

/** What `statsSales` answers. */
export interface StatsSalesAnswer {
  /** The figures by currency. */
  amounts?: Record<string, SalesFigures[]> | null;
  /** Start of the period. */
  from?: string | null;
  /** End of the period. */
  to?: string | null;
  /** Unit of time. */
  period?: StatsPeriod | null;
  [unknown: string]: unknown;
}

/** What `statsSalesSummary` answers. */
export interface StatsSalesSummaryAnswer {
  /** The figures by period. */
  for?: SalesSummary | null;
  /** Milliseconds the service took. */
  call_duration_ms?: SummaryDurations | null;
  [unknown: string]: unknown;
}

/** Sales by period. */
export interface SalesSummary {
  /** All time. */
  all?: SummaryPeriod | null;
  /** This year. */
  year?: SummaryPeriod | null;
  /** This quarter. */
  quarter?: SummaryPeriod | null;
  /** This month. */
  month?: SummaryPeriod | null;
  /** This week. */
  week?: SummaryPeriod | null;
  /** Today. */
  day?: SummaryPeriod | null;
  [unknown: string]: unknown;
}

/** Sales of one period. */
export interface SummaryPeriod {
  /** Start of the period. */
  from?: string | null;
  /** End of the period. */
  to?: string | null;
  /** The figures by currency. */
  amounts?: Record<string, SalesFigures> | null;
  /** The figures in percent of the reference values. */
  precentages?: unknown | null;
  /** The same as `precentages`. */
  percentages?: unknown | null;
  /** Reference values. */
  references?: unknown | null;
  [unknown: string]: unknown;
}

/** How long the service took. */
export interface SummaryDurations {
  /** Time for all time, in milliseconds. */
  amount_for_all?: string | null;
  /** Time for this year, in milliseconds. */
  amount_for_year?: string | null;
  /** Time for this quarter, in milliseconds. */
  amount_for_quarter?: string | null;
  /** Time for this month, in milliseconds. */
  amount_for_month?: string | null;
  /** Time for this week, in milliseconds. */
  amount_for_week?: string | null;
  /** Time for today, in milliseconds. */
  amount_for_day?: string | null;
  /** Time for the percentages, in milliseconds. */
  percentages?: string | null;
  /** Time for the whole call, in milliseconds. */
  total_call?: string | null;
  [unknown: string]: unknown;
}

/** What `getGlobalSettings` answers. */
export interface GetGlobalSettingsAnswer {
  /** Limits of images by what they are for. */
  image_metas?: Record<string, ImageMeta> | null;
  /** Labels of the allowed values by field and code. */
  types?: Record<string, Record<string, string>> | null;
  [unknown: string]: unknown;
}

/** What images of one kind may be. */
export interface ImageMeta {
  /** Label. */
  label?: string | null;
  /** The limits. */
  limits?: ImageLimits | null;
  /** The limits in words. */
  limits_msg?: string | null;
  [unknown: string]: unknown;
}

/** The size limits of images. */
export interface ImageLimits {
  /** Largest file in KB. */
  max_file_size_kb?: number | null;
  /** Smallest width in pixels. */
  min_width?: number | null;
  /** Largest width in pixels. */
  max_width?: number | null;
  /** Smallest height in pixels. */
  min_height?: number | null;
  /** Largest height in pixels. */
  max_height?: number | null;
  [unknown: string]: unknown;
}

/** What `getTestpayKey` answers. */
export interface GetTestpayKeyAnswer {
  /** Number of the account. */
  user_id?: string | null;
  /** The key: a secret. */
  testpay_key?: string | null;
  /** Name of the parameter that carries the key in a checkout link. */
  get_param_name?: string | null;
  /** When the key stops working. */
  expires_at?: string | null;
  [unknown: string]: unknown;
}

/** What `getUserInfo` answers. */
export interface GetUserInfoAnswer {
  /** Number of the owner. */
  user_id?: string | null;
  /** Digistore24 name of the owner. */
  user_name?: string | null;
  /** Number of the key, which is also its part before the hyphen. */
  api_key_id?: string | null;
  /** Rights of the key. */
  api_key_permissions?: string | null;
  /** Roles of the account. */
  granted_roles?: string[] | null;
  /** The same in words. */
  granted_roles_msg?: string[] | null;
  /** Contact data of the owner. */
  contact?: unknown | null;
  /** Key of the thank-you page: a secret. */
  thankyou_page_key?: string | null;
  [unknown: string]: unknown;
}

/** A currency. Rates come as fields of their own, such as `to_EUR`. */
export interface Currency {
  /** Number of the currency. */
  id?: string | null;
  /** Currency, for example `EUR`. */
  code?: string | null;
  /** Sign of the currency. */
  symbol?: string | null;
  /** Lowest allowed price. */
  min_price?: string | null;
  /** Highest allowed price. */
  max_price?: string | null;
  /** Name. */
  name?: string | null;
  /** Rate into `EUR`; rates into other currencies have fields of the same form. */
  to_EUR?: string | null;
  /** Rate into `USD`; rates into other currencies have fields of the same form. */
  to_USD?: string | null;
  /** German name; other languages have fields of the same form. */
  name_de?: string | null;
  /** English name; other languages have fields of the same form. */
  name_en?: string | null;
  /** Countries that use it by default. */
  is_default_for_countries?: string[] | null;
  [unknown: string]: unknown;
}

/** What `ping` answers. */
export interface PingAnswer {
  /** The clock of the server. */
  server_time?: string | null;
  [unknown: string]: unknown;
}

/** What `renderJsTrackingCode` answers. */
export interface RenderJsTrackingCodeAnswer {
  /** Script tag to embed. */
  script_code?: string | null;
  /** Address of the script. */
  script_url?: string | null;
  [unknown: string]: unknown;
}

/** What `listTransactions` answers. */
export interface ListTransactionsAnswer {
  /** Start of the period. */
  from?: string | null;
  /** End of the period. */
  to?: string | null;
  /** Entries per page. */
  page_size?: number | null;
  /** Page; the first is 1. */
  page_no?: number | null;
  /** Number of pages. */
  page_count?: number | null;
  /** Number of entries in total. */
  item_count?: number | null;
  /** The totals. */
  summary?: TransactionSummary | null;
  /** The transactions. */
  transaction_list?: Transaction[] | null;
  [unknown: string]: unknown;
}

/** The totals of a list of transactions. */
export interface TransactionSummary {
  /** Totals by currency. */
  amounts?: Record<string, TransactionTotals> | null;
  /** Number of transactions. */
  count?: number | null;
  [unknown: string]: unknown;
}

/** The totals in one currency. */
export interface TransactionTotals {
  /** Number of transactions. */
  count?: number | null;
  /** Sum, gross. */
  total_amount?: string | null;
  /** Tax. */
  vat_amount?: string | null;
  /** Your own share. */
  earned_amount?: string | null;
  [unknown: string]: unknown;
}

/** A payment, refund or chargeback. */
export interface Transaction {
  /** Number of the transaction. */
  id?: string | null;
  /** Order id. */
  purchase_id?: string | null;
  /** Amount of the order, always positive. */
  amount?: string | null;
  /** What was moved; negative for refunds and chargebacks. */
  transaction_amount?: string | null;
  /** Tax in what was moved. */
  vat_amount?: string | null;
  /** Your own share. */
  earned_amount?: string | null;
  /** Share of the affiliate. */
  affiliate_amount?: string | null;
  /** Digistore24 name of the affiliate. */
  affiliate_name?: string | null;
  /** Country whose tax applies. */
  vat_country?: string | null;
  /** Name of the main product. */
  main_product_name?: string | null;
  /** Position among the upsells of the order; 0 for the order itself. */
  upsell_no?: number | null;
  /** Currency, for example `EUR`. */
  currency?: string | null;
  /** Type. */
  transaction_type?: TransactionType | null;
  /** The same in words. */
  transaction_type_msg?: string | null;
  /** When it was made. */
  created_at?: string | null;
  /** Day of the payment. */
  transaction_pay_date?: string | null;
  /** The buyer. */
  buyer?: Buyer | null;
  [unknown: string]: unknown;
}

/** What `createUpgrade` answers. */
export interface CreateUpgradeAnswer {
  /** Number of the upgrade. */
  upgrade_id?: string | null;
  [unknown: string]: unknown;
}

/** What `createUpgradePurchase` answers. */
export interface CreateUpgradePurchaseAnswer {
  /** The new order. */
  new_purchase?: UpgradePurchase | null;
  /** What was upgraded. */
  upgrade_info?: UpgradeInfo | null;
  [unknown: string]: unknown;
}

/** The order that an upgrade made. */
export interface UpgradePurchase {
  /** Order id. */
  id?: string | null;
  /** State of the payments. */
  billing_status?: BillingStatus | null;
  /** What was paid. */
  paid_amount?: string | null;
  /** When the next payment is due. */
  next_payment_at?: string | null;
  /** Next payment. */
  next_amount?: string | null;
  /** Currency, for example `EUR`. */
  currency?: string | null;
  [unknown: string]: unknown;
}

/** What an upgrade did. */
export interface UpgradeInfo {
  /** Kind of the upgrade. */
  upgrade_type?: UpgradeKind | null;
  /** Credit that is left over. */
  upgrade_amount_left?: string | null;
  /** Credit that was used. */
  upgrade_amount_total?: string | null;
  /** Order that the upgrade replaces. */
  upgraded_purchase_id?: string | null;
  [unknown: string]: unknown;
}

/** What `getUpgrade` answers. */
export interface GetUpgradeAnswer {
  /** The upgrade. */
  item?: Upgrade | null;
  /** Whether the orders can be upgraded. */
  check?: UpgradeCheck | null;
  [unknown: string]: unknown;
}

/** An upgrade. */
export interface Upgrade {
  /** Link that starts the upgrade. */
  upgrade_url?: string | null;
  /** Name of the product it leads to. */
  to_product_name?: string | null;
  /** Number of the upgrade. */
  id?: string | null;
  /** Name. */
  name?: string | null;
  /** Number of the product it leads to. */
  to_product_id?: string | null;
  /** Whether it is switched on. */
  is_active?: boolean | null;
  /** Secret part of the upgrade link. */
  authkey?: string | null;
  /** Product to offer if the upgrade is not possible. */
  fallback_product_id?: string | null;
  /** Which fields the buyer cannot change on the order form. */
  buyer_readonly_keys?: ReadonlyKeys | (string & {}) | null;
  /** Kinds of change by product number. */
  upgrade_types?: Record<string, UpgradeKind> | null;
  [unknown: string]: unknown;
}

/** Whether orders can be upgraded. */
export interface UpgradeCheck {
  /** Whether the upgrade is possible. */
  is_upgrade_possible?: boolean | null;
  /** Whether it can be paid without a new checkout. */
  is_one_click_payment_possible?: boolean | null;
  /** What kind of change is possible. */
  possible_upgrade_type?: UpgradeKind | null;
  [unknown: string]: unknown;
}

/** What `listSmartUpgrades` answers. */
export interface ListSmartUpgradesAnswer {
  /** Smart upgrades. */
  smartupgrades?: SmartUpgrade[] | null;
  [unknown: string]: unknown;
}

/** What `listUpgrades` answers. */
export interface ListUpgradesAnswer {
  /** The upgrades. */
  upgrades?: Upgrade[] | null;
  [unknown: string]: unknown;
}

/** What `createVoucher` answers. */
export interface CreateVoucherAnswer {
  /** Number of the discount code. */
  discount_code_id?: string | null;
  /** The same as `discount_code_id`. */
  "discount code_id"?: string | null;
  /** Code. */
  code?: string | null;
  [unknown: string]: unknown;
}

/** What `getVoucher` answers. */
export interface GetVoucherAnswer {
  /** The discount code. */
  coupon?: Voucher | null;
  [unknown: string]: unknown;
}

/** A discount code. */
export interface Voucher {
  /** Percent off the first or only payment. */
  first_rate?: string | null;
  /** Percent off follow-up payments. */
  other_rates?: string | null;
  /** Number of the discount code. */
  id?: string | null;
  /** Code that buyers type in. */
  code?: string | null;
  /** Until when the code is valid; often empty beside `expires_at`. */
  valid_until?: string | null;
  /** Until when the code is valid; empty removes the limit. */
  expires_at?: string | null;
  /** Product numbers, or `all`. */
  product_ids?: string[] | null;
  /** Amount off the first or only payment. */
  first_amount?: string | null;
  /** Amount off each follow-up payment. */
  other_amounts?: string | null;
  /** How the code counts for upgrades. */
  upgrade_policy?: UpgradePolicy | (string & {}) | null;
  /** Whether the number of uses is limited. */
  is_count_limited?: boolean | null;
  /** How many uses are left. */
  count_left?: number | null;
  /** Currency of the amounts. */
  currency?: string | null;
  /** Whether early bird discounts are cancelled. */
  is_discarding_early_bird?: boolean | null;
  [unknown: string]: unknown;
}

/** What `listVouchers` answers. */
export interface ListVouchersAnswer {
  /** The discount codes. */
  coupons?: Voucher[] | null;
  /** Whether the data may be shown in public. */
  are_returned_data_public?: boolean | null;
  [unknown: string]: unknown;
}

/** What `updateVoucher` answers. */
export interface UpdateVoucherAnswer {
  /** Number of the discount code. */
  discount_code_id?: string | null;
  /** The same as `discount_code_id`. */
  "discount code_id"?: string | null;
  /** Code. */
  code?: string | null;
  /** Whether anything changed. */
  modified?: boolean | null;
  [unknown: string]: unknown;
}

/** What `validateCouponCode` answers. */
export interface ValidateCouponCodeAnswer {
  /** How it went. Not done, although the call succeeded: `error`. */
  status?: Outcome | null;
  /** The same in words. */
  status_msg?: string | null;
  /** Currency, for example `EUR`. */
  currency?: string | null;
  /** Number of the voucher. */
  coupon_id?: string | null;
  /** What is left. */
  amount_left?: string | null;
  /** What it was worth at first. */
  amount_total?: string | null;
  /** Whether it works for test payments only. */
  is_test_payment?: boolean | null;
  [unknown: string]: unknown;
}

/** The state of an approval. */
export type ApprovalStatus = "new" | "pending" | "approved" | "rejected";

/** What was done with a referral. */
export type ReferralAction = "read" | "create" | "update" | "none" | (string & {});

/** Whether an affiliate may promote products. */
export type AffiliationStatus = "approved" | "no_affiliation" | "wait_for_approval" | "no_valid_products" | (string & {});

/** The rights of a key. */
export type KeyPermissions = "read-only" | "writable" | (string & {});

/** The state of the browser flow for a key. */
export type KeyRequestStatus = "pending" | "aborted" | "completed" | (string & {});

/** When an upgrade takes effect: an upgrade at once, a downgrade with the next period. */
export type UpgradeType = "upgrade" | "downgrade";

/** How a charge went. */
export type PaymentStatus = "completed" | "pending" | "uncertain" | "refused" | "error" | (string & {});

/** The state of an order's payments. */
export type BillingStatus = "paying" | "completed" | "aborted" | "unpaid" | "reminding" | "payment_data_update_required" | (string & {});

/** What happened to recurring payments. */
export type RebillingChange = "rebill_cancelled" | "last_paid_day" | "rebill_resumed" | (string & {});

/** How a refund went. */
export type RefundStatus = "completed" | "refused" | "pending" | "error" | (string & {});

/** Why a refund waits. The service spells one word `proof_aproval`. */
export type PendingReason = "default_delay" | "proof_missing" | "proof_aproval" | "blocked" | (string & {});

/** Why a refund failed. */
export type RefundError = "refund_completed" | "refund_pending" | "unknown" | (string & {});

/** How recurring payments were stopped. */
export type RebillingStop = "stopped_now" | "stopped_later" | "stopped_manual_rebilling" | (string & {});

/** How a buyer is addressed. */
export type Salutation = "M" | "F";

/** Which fields about themselves buyers cannot change on the order form. */
export type ReadonlyKeys = "all" | "email" | "email_and_name" | "none";

/** Whether given prices include tax. */
export type TaxMode = "as_set" | "exclude" | "include";

/** Whose affiliate counts: the one bound to the e-mail address, or the one that is given. */
export type AffiliatePriority = "email" | "as_set";

/** A way to pay. `getGlobalSettings` answers the full list. */
export type PayMethod = "paypal" | "sezzle" | "creditcard" | "elv" | "banktransfer" | "klarna" | (string & {});

/** How the highest quantity of an add-on is set. */
export type MaxQuantityType = "unlimited" | "like_main_item" | "number";

/** Whether the upgrade that was asked for works. */
export type UpgradeStatus = "none" | "ok" | "error" | (string & {});

/** What kind of buyer somebody is. */
export type BuyerType = "business" | "consumer" | "common" | "vendor" | (string & {});

/** Whom a report of fraud is about. */
export type FraudParty = "buyer" | "affiliate" | "buyer,affiliate";

/** How a report of fraud went. */
export type ReportStatus = "info" | "success" | "warning" | "failure" | (string & {});

/** What became of a report of fraud. */
export type ReportCode = "created_entry" | "rerequest" | "not_created" | (string & {});

/** How a buyer is addressed; empty clears it. */
export type BuyerSalutation = "" | "M" | "F";

/** Whether shipping costs a flat fee or a fee per piece. */
export type FeeType = "total_fee" | "fee_per_unit";

/** How often shipping is charged. */
export type BillingCycle = "once" | "monthly";

/** The state of a delivery. */
export type DeliveryState = "request" | "in_progress" | "delivery" | "partial_delivery" | "return" | "cancel";

/** How a product reaches the buyer. */
export type DeliveryKind = "digital" | "shipping" | "service" | "event" | "download" | (string & {});

/** The state of a request for proof; the pending ones are open. */
export type ServiceProofStatus = "pending" | "proof_provided" | "exec_refund";

/** What to do with the parcel of a tracking number. */
export type ParcelOperation = "create_or_update" | "delete";

/** The answer to a request for proof. */
export type ServiceProofReply = "proof_provided" | "exec_refund";

/** How the holder of an e-ticket is addressed; small letters, unlike elsewhere. */
export type EticketSalutation = "m" | "f";

/** Whether something worked. */
export type Outcome = "success" | "error" | (string & {});

/** When a notification is sent: before the thank-you page is shown, or from a queue. */
export type IpnTiming = "before_thankyou" | "delayed";

/** Which buyers are reported, by what they chose about newsletters. */
export type NewsletterSendPolicy = "send_always" | "send_if_not_optout" | "send_if_optout" | "send_if_optin" | (string & {});

/** What a transaction is. */
export type TransactionType = "payment" | "refund" | "chargeback" | "refund_request" | (string & {});

/** The layouts a new order form may have. */
export type OrderformLayout = "widget" | "legacy";

/** The background of an order form. */
export type BackgroundStyle = "white" | "blue";

/** Where an order form asks for the shipping address. */
export type ShippingPosition = "after_cart" | "before_cart";

/** The look of an order form's tabs. */
export type TabStyle = "bigtabs" | "image" | "image_url";

/** The look of an order bump. */
export type OrderBumpStyle = "none" | "dashed";

/** A place on an order form. The service spells the first one `before_playplan`. */
export type OrderformPosition = "before_playplan" | "after_payplan" | "before_checkout" | "before_pay_button" | "after_pay_button";

/** The layouts an order form may have. */
export type OrderformKind = "widget" | "legacy" | "responsive" | (string & {});

/** Minimum term and notice of a plan, in months. */
export type CancelPolicy = "6m_0" | "6m_6m" | "6m_12m" | "12m_0" | "12m_3m" | "12m_6m" | "12m_12m" | "24m_0" | "24m_6m" | "24m_12m";

/** Whether a product is still a draft or waits for approval. */
export type ApprovalRequest = "new" | "pending";

/** For whom a product is: consumers see prices with VAT, businesses without. */
export type ProductBuyerType = "consumer" | "business";

/** What products are sorted by. */
export type ProductSortBy = "name" | "group";

/** How an order is paid. */
export type BillingType = "single_payment" | "subscription" | "installment" | (string & {});

/** Where the refund terms of an order come from. */
export type RefundPolicySource = "business" | "consumer" | "common" | "vendor" | (string & {});

/** Real orders or test orders. */
export type OrderType = "live" | "test";

/** What orders and transactions are sorted by. */
export type SortBy = "date" | "earning" | "amount";

/** The direction of sorting. */
export type SortOrder = "asc" | "desc";

/** The unit of time that clicks are grouped by. */
export type ClickInterval = "day" | (string & {});

/** The unit of time that sales are grouped by. */
export type StatsPeriod = "day" | "week" | "month" | "quarter" | "year" | (string & {});

/** What a change of product is. */
export type UpgradeKind = "upgrade" | "downgrade" | "special_offer" | (string & {});

/** How a discount code counts for upgrades: in full, for follow-up payments only, or not at all. */
export type UpgradePolicy = "valid" | "other_only" | "not_valid";
