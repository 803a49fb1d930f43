import type { VoucherData, VoucherUpdateData } from "./functions.js";

export { DigistoreError } from "./digistore24.js";

/** An exact decimal: a text such as `"29.75"`, or a whole number as `bigint`. No numbers, since these cannot hold cents. */
export type Exact = string | bigint;

/** A moment: a `Date`, or a text. A text without an offset is on the service's own clock. */
export type Moment = Date | string;

/** One word for programs, one sentence for people. */
export interface Said<Word extends string> {
  readonly word: Word;
  readonly text: string;
}

/** What is to be paid without the code, for one piece. */
export interface VoucherPlan {
  /** The first or only payment. */
  firstAmount: Exact;
  /** Three letters. */
  currency: string;
  /** Each later payment. Nothing or 0 makes it a single payment (vendor document). */
  otherAmounts?: Exact | null;
  /** 0 for a subscription without end, 1 for a single payment, 2 or more for instalments. Default: whether there are `otherAmounts`. */
  numberOfInstallments?: number | null;
  /** How many pieces are bought. Default 1. */
  quantity?: number | null;
  /** How much of each payment is shipping, for all pieces together. */
  shipping?: Exact | null;
  /** Whether the amounts include VAT, the default, or it is added to them. */
  taxMode?: "include" | "exclude" | null;
  /** The trial before the first payment, such as `"14_day"`. */
  testInterval?: string | null;
  /** Whether the amounts are those of an early bird or another staged price. */
  isEarlyBird?: boolean | null;
}

/** A discount code, and the order that it is held against. */
export interface CheckOptions {
  /** What `getVoucher` answered, or a row of `listVouchers`. Names are those of the service. */
  record: object;
  /** What is bought. */
  productId?: string | number | bigint | null;
  /** What that is within the order. Default `"main"`; whether codes lower the price of the others is not documented. */
  productRole?: "main" | "addon" | "upsell" | null;
  /** The moment of the order. Default: now, by the clock of this machine. */
  now?: Moment | null;
  /** The zone of times without an offset, such as `"Europe/Berlin"`. It is not documented, so only where it is known. */
  zone?: string | null;
  /** Whether `now` and the times in the record are of the same clock, such as one answer. */
  sameClock?: boolean | null;
  /** How far the clocks may be apart where nobody knows the zone. Default 6, as in the vendor's application kit (2026). */
  zoneMarginHours?: number | null;
  /** Whether the order is an upgrade. */
  isUpgrade?: boolean | null;
  /** What was typed in, if the record may be that of another code. */
  code?: string | null;
  /** What is to be paid without the code, if the price is asked for. */
  plan?: VoucherPlan | null;
}

/** Why a discount code does not apply, or why that cannot be decided. */
export type CheckReason =
  | "other_code"
  | "code_unconfirmed"
  | "other_product"
  | "product_not_given"
  | "products_unclear"
  | "addon"
  | "upsell"
  | "not_started"
  | "expired"
  | "zone_unknown"
  | "day_unclear"
  | "hour_twice"
  | "now_not_given"
  | "time_unclear"
  | "window_unclear"
  | "used_up"
  | "count_unclear"
  | "not_for_upgrades"
  | "policy_unclear"
  | "currency_unclear";

/** What to know about a discount code beside the verdict. */
export type CheckNote =
  | "start_untold"
  | "boundary"
  | "count_of_snapshot"
  | "follow_ups_only"
  | "nothing_off"
  | "converted"
  | "follow_up_ignored"
  | "gross_or_net"
  | "early_bird"
  | "unset_discount"
  | "discount_unclear";

/** Why a price is not certain. */
export type Uncertainty =
  | "may_not_apply"
  | "rate_and_amount"
  | "half_cent"
  | "below_zero"
  | "free_order"
  | "quantity"
  | "shipping"
  | "trial"
  | "gross_or_net"
  | "early_bird"
  | "other_currency"
  | "currency_unclear"
  | "discount_unclear"
  | "other_digits";

/** What a discount code takes off a payment. */
export interface Discount {
  /** Percent. */
  readonly rate: string;
  /** An amount of money. */
  readonly amount: string;
}

/** What one payment comes to. */
export interface Figure {
  /** Without the code. */
  readonly before: string;
  /** The one amount that is possible by what is known. Show it as certain only if it is `exact`. */
  readonly amount: string | null;
  /** What it may be, from the least. Empty where only the service can tell. */
  readonly candidates: readonly string[];
  /** Whether there is one amount, and nothing uncertain about it. */
  readonly exact: boolean;
  /** Why it is not certain. */
  readonly uncertain: readonly Said<Uncertainty>[];
}

/** Whether a discount code applies, and what is then to be paid. */
export interface Check {
  /** One rule that it does not pass decides; else one that is unclear leaves it undecided. */
  readonly verdict: "applies" | "does_not_apply" | "undecided";
  /** The same as a sentence. */
  readonly text: string;
  /** The rules that led there, in order. */
  readonly reasons: readonly (Said<CheckReason> & {
    readonly rule: "code" | "product" | "start" | "end" | "count" | "upgrade" | "currency";
  })[];
  /** What else to know. */
  readonly notes: readonly Said<CheckNote>[];
  /** What it takes off this order; `null` where it does not apply or cannot be read. */
  readonly discounts: { readonly first: Discount | null; readonly others: Discount | null; readonly currency: string | null };
  /** What is then to be paid, if the plan was given: the first or only payment, and each follow-up payment. A preview: what binds is what the service puts on the order. */
  readonly prices: { readonly currency: string; readonly first: Figure; readonly others: Figure | null } | null;
}

/**
 * Tells whether a discount code applies to an order, and what is then to be paid.
 *
 * What is strange in the record is no error; it leaves one rule undecided.
 *
 * ```js
 * import { check } from "digistore24/vouchers";
 *
 * const record = { product_ids: "11,22", first_rate: "20", first_amount: "0", is_count_limited: "N", upgrade_policy: "valid" };
 * const { verdict, prices } = check({ record, productId: 22, plan: { firstAmount: "49.90", currency: "EUR" } });
 * console.log(verdict, prices?.first.amount, prices?.first.exact); // applies 39.92 true
 * ```
 */
export function check(options: CheckOptions): Check;

/** What `validateCouponCode` answered, and the order that the value voucher is to pay. */
export interface CouponOptions {
  /** The answer. Names are those of the service. */
  data: object;
  /** What is to be paid without it; with its `currency`. */
  price?: Exact | null;
  /** Three letters. */
  currency?: string | null;
  /** Whether the payment is a test. A voucher is for tests only, or for real payments only (vendor document). */
  isTestPayment?: boolean | null;
}

/** Whether a value voucher can be used for an order, and what is then left to pay. */
export interface CouponUse {
  readonly verdict: "usable" | "unusable" | "undecided";
  /** The same as a sentence. */
  readonly text: string;
  /** Why not, or why that is undecided. */
  readonly reasons: readonly Said<
    "refused" | "test_only" | "real_only" | "mode_unclear" | "mode_not_given" | "not_answered" | "status_unclear"
  >[];
  /** What else to know. */
  readonly notes: readonly Said<
    "mode_not_compared" | "nothing_left" | "maybe_used_up" | "amount_unclear" | "other_currency" | "currency_unclear"
  >[];
  /** Of a code that is not accepted, whether its beginning names a voucher that exists. It proves nothing. */
  readonly idPartWasRight: boolean | null;
  /** The number of the voucher, if it is accepted. */
  readonly couponId: string | null;
  readonly currency: string | null;
  /** What is left of it; `null` unless it is accepted, since the service tells amounts for wrong codes too. */
  readonly amountLeft: string | null;
  /** What it was worth at first, likewise. */
  readonly amountTotal: string | null;
  /** What of the price it pays. */
  readonly redeemed: string | null;
  /** What of the price is left to pay. */
  readonly payable: string | null;
  /** What is left of the voucher afterwards. */
  readonly leftAfterwards: string | null;
}

/**
 * Tells whether a value voucher can be used for an order, and what is then left to pay. Only the status decides.
 *
 * ```js
 * import { coupon } from "digistore24/vouchers";
 *
 * const data = { status: "success", currency: "EUR", amount_left: "30.00", amount_total: "100.00", is_test_payment: "N" };
 * const { verdict, payable } = coupon({ data, price: "49.90", currency: "EUR", isTestPayment: false });
 * console.log(verdict, payable); // usable 19.90
 * ```
 */
export function coupon(options: CouponOptions): CouponUse;

/** The properties of a discount code that is to be made or changed. */
export interface DiscountOptions {
  /** `"all"`, or numbers of products. */
  productIds?: string | number | bigint | readonly (string | number | bigint)[] | null;
  /** From when the code applies. */
  validFrom?: Moment | null;
  /** When it ceases to apply. */
  expiresAt?: Moment | null;
  /** Percent off the first or only payment. */
  firstRate?: Exact | null;
  /** Percent off follow-up payments. */
  otherRates?: Exact | null;
  /** Amount off the first or only payment. */
  firstAmount?: Exact | null;
  /** Amount off each follow-up payment. */
  otherAmounts?: Exact | null;
  /** The currency of the amounts. */
  currency?: string | null;
  /** Whether a rate and an amount for one payment are meant. What they come to is not documented. */
  rateAndAmount?: boolean | null;
  /** Whether the number of uses is limited. */
  isCountLimited?: boolean | null;
  /** How many uses are left. */
  countLeft?: number | bigint | null;
  /** What the code is worth for upgrades: all, follow-up payments only, or nothing. */
  upgradePolicy?: "valid" | "other_only" | "not_valid" | null;
}

/** A discount code that is to be made. */
export interface CreateOptions extends DiscountOptions {
  /** What buyers type in. */
  code: string | number | bigint;
}

/** What to change in a discount code. What is left out stays as it is. */
export interface UpdateOptions extends DiscountOptions {
  /** The code or the number of the discount code as it is now. */
  code: string | number | bigint;
  /** What the code is to become. */
  newCode?: string | null;
  /** Limits to take away. */
  remove?: readonly ("valid_from" | "expires_at")[] | null;
}

/** Parameters that are ready, and what to know about them. */
export interface Prepared<Parameters> {
  readonly parameters: Parameters;
  readonly notes: readonly Said<
    | "digits_only"
    | "currency_unused"
    | "count_kept"
    | "currency_kept"
    | "rate_and_amount"
    | "full_discount"
    | "nothing_for_upgrades"
    | "used_up_at_once"
    | "zone_unknown"
  >[];
}

/**
 * Prepares `createVoucher`. What contradicts itself is refused, all at once.
 *
 * ```js
 * import { create } from "digistore24/vouchers";
 *
 * const { parameters } = create({ code: "AUTUMN", firstRate: "20", expiresAt: "2026-12-31T23:59:59+01:00" });
 * console.log(parameters.data.first_rate); // 20.00, and `await ds.createVoucher(parameters)` makes it
 * ```
 */
export function create(options: CreateOptions): Prepared<{ data: VoucherData }>;

/**
 * Prepares `updateVoucher`. A limit is removed on purpose only.
 *
 * ```js
 * import { update } from "digistore24/vouchers";
 *
 * const { parameters } = update({ code: "AUTUMN", remove: ["expires_at"] });
 * console.log(JSON.stringify(parameters)); // {"code":"AUTUMN","data":{"expires_at":""}}
 * ```
 */
export function update(options: UpdateOptions): Prepared<{ code: string; data: VoucherUpdateData }>;

/** Reads what `createVoucher` and `updateVoucher` answered: the name of the number is documented in two ways. */
export function created(options: { data: object }): {
  readonly id: string;
  readonly code: string | null;
  readonly modified: boolean | null;
};
