import type { Split } from "./money-functions.js";

/**
 * An exact decimal: a text such as `"29.75"`, or a whole number as `bigint`. No numbers, since these cannot hold cents: what is
 * 29 today may be 29.75 tomorrow.
 */
export type Exact = string | bigint;

/** A day such as `"2026-10-05"`. */
export type Day = string;

/** The time from one payment to the next: `"1_month"`, `"14_day"`, `"1_week"`, `"1_year"`. */
export type Interval = `${number}_${"day" | "week" | "month" | "year"}`;

/** The tariffs of price lists; which of them applies is settled between vendor and reseller. */
export type TariffName =
  /** 7.9 % and 1.00 a payment: price lists and payloads of 2019 to 2026. The default. */
  | "standard"
  /** 9.9 % and 1.00 for products with more than 1 % of chargebacks: MSLW Limited, 2026-11. */
  | "mslw_high_chargebacks"
  /** 4.9 % of what is above 400: Digistore24 GmbH, 2018 to 2020; whether it still exists is unknown. */
  | "high_price"
  /** 2.9 % of what is above 400, paid by prepayment, Sofort or Klarna: the same. */
  | "high_price_prepaid"
  /** 4.9 % of what is above 1000: until 2018-05-13. */
  | "high_price_before_2018_05_14"
  /** 7.9 % and 0.60 for books of which only shipping is paid: Digistore24 GmbH, 2018-05-14. */
  | "free_plus_shipping"
  /** 7.9 % and 0.75 for the same: MSLW Limited, 2026-11. */
  | "mslw_free_plus_shipping";

/** A tariff that was agreed. It is charged on the gross price of every payment. */
export interface OwnTariff {
  /** Percent of the gross price. */
  percent?: Exact | null;
  /** Percent of the part of the gross price above `from`. The first one begins at 0. Instead of `percent`. */
  tiers?: readonly { from?: Exact | null; percent: Exact }[] | null;
  /** What is added for each payment, in the currency of the payment. Default: nothing. */
  fixed?: Exact | null;
}

/** The currency that all amounts of a call are in. */
export interface InCurrency {
  /** Three letters. Nothing is ever converted. */
  currency: string;
  /** How many decimals the currency has, 0 to 4. Needed where it is not known to have two. */
  digits?: number | null;
}

/** A commission: a percentage, a fixed amount, or none. */
export interface CommissionOptions {
  /** Percent of the basic amount (vendor document). */
  affiliateRate?: Exact | null;
  /** A fixed amount, paid in full; the vendor keeps what is left (one payload). */
  affiliateFixed?: Exact | null;
  /** What counts where both are set. What the service does then is unknown, so it has to be said. */
  affiliateBoth?: "sum" | "larger" | "rate" | "fixed" | null;
}

/** A joint-venture partner. */
export interface PartnerOptions extends CommissionOptions {
  /** A name for explanations. Default: `Partner 1` and so on. */
  name?: string | null;
  /** Percent of the base. */
  rate: Exact;
  /**
   * What the percentage is taken of: what the affiliate leaves of the basic amount (two help articles; the default), or the
   * basic amount (the vendor's calculator, 2020).
   */
  base?: "after_affiliate" | "basic_amount" | null;
}

/** Who has agreed to what. The commission is that of the affiliate; in a partner, that of the partner's own affiliate. */
export interface Terms extends CommissionOptions {
  /** What the platform keeps: a tariff of a price list, or one of your own. Default: `standard`. */
  tariff?: TariffName | OwnTariff | null;
  /** Whether no margin is charged on shipping. Unknown; by default it is charged on the whole price. */
  marginFreeShipping?: boolean | null;
  /** Whether the affiliate gets the commission of the first payment only. */
  firstPaymentOnly?: boolean | null;
  /** Percent of the affiliate's commission for who recruited the affiliate, paid by the vendor on top (vendor document). */
  referralRate?: Exact | null;
  /** Joint-venture partners. */
  partners?: readonly PartnerOptions[] | null;
  /** How exactly half a cent is rounded. Default: `up`, as in every payload; the vendor's printed example differs. */
  tie?: "up" | "down" | "even" | null;
}

/** The VAT of a payment: by its rate, or as the service told. None without either. */
export interface VatOptions {
  /** Percent. */
  vatRate?: Exact | null;
  /** The amount. Best wherever the service told it: its amounts were right in every payload, its rates were not. */
  vatAmount?: Exact | null;
}

/** A payment and the terms. Either `gross` or `net` is needed. */
export interface SplitOptions extends InCurrency, VatOptions, Terms {
  /** The price with its VAT inside, as for consumers. */
  gross?: Exact | null;
  /** The price to which VAT is added, as for businesses. */
  net?: Exact | null;
  /** The part of the price that is shipping, with or without VAT as the price is. It is the vendor's alone (vendor document). */
  shipping?: Exact | null;
  /** The number of the payment: 0 for a single one, 1 for the first of a plan. Only `firstPaymentOnly` asks for it. */
  paySequenceNo?: number | null;
}

/** A payment plan and the terms. The names are those of payment plans on the platform. */
export interface ScheduleOptions extends InCurrency, VatOptions, Terms {
  /** What the first or only payment costs. */
  firstAmount: Exact;
  /** What each later payment costs. */
  otherAmounts?: Exact | null;
  /** 1 for a single payment (the default), 0 for a subscription without end, otherwise the number of instalments. */
  numberOfInstallments?: number | null;
  /** From the first payment to the second. Default: `1_month`. */
  firstBillingInterval?: Interval | null;
  /** From there to the next. Default: the same, with a note, since the default of the service is unknown. */
  otherBillingIntervals?: Interval | null;
  /** The time before the first payment. */
  testInterval?: Interval | null;
  /** The day of the order. */
  startsOn: Day;
  /** How many payments to list, at most 1200. Needed for subscriptions. */
  payments?: number | null;
  /** After a month that lacks the day: `return` to it later (the default), or `stay` at the earlier one. Unknown. */
  monthEnd?: "return" | "stay" | null;
  /** Whether only the first payment holds shipping. Unknown; by default each does. */
  firstShippingOnly?: boolean | null;
  /** Whether a payment of nothing bears the fixed part of the margin and fixed commissions. Unknown; by default it does. */
  freeBearsFixed?: boolean | null;
  /** Whether the amounts include VAT (the default), or VAT is added to them. */
  taxMode?: "include" | "exclude" | null;
  /** Shipping of each payment, or of the first; see `firstShippingOnly`. */
  shipping?: Exact | null;
}

/** A payment: as `split` returned it, or the options for one. */
export type Payment = Split | SplitOptions;

/** How much of a share is held back, and for how long: a rule of the platform that is eased for some accounts. */
export interface ReservePolicy {
  /** Percent of each share that is held back. Default: 10 (vendor documents, 2019 to 2026). */
  percent?: Exact | null;
  /** For so many days, at most 3650. Default: 60 (the same). */
  reserveDays?: number | null;
  /** After so many days the rest clears. Default: 14; it was 30 for payments above 300 or of higher risk (2019 and 2020). */
  clearingDays?: number | null;
  /** Which part is rounded where exactly half a cent is between both. Unknown; the default is `reserve`. */
  rounded?: "reserve" | "now" | null;
}

/** A payment of which a part is held back. */
export interface ReserveOptions extends ReservePolicy {
  /** The payment. */
  split: Payment;
  /** The day of the payment. */
  paidOn: Day;
}

/** Fees of a price list of your own. The vendor pays them (vendor document). */
export interface OwnFees {
  /** Fees of a refund, each for amounts above `above`; the first is for amounts above 0. */
  refund?: readonly { above?: Exact | null; fee: Exact }[] | null;
  /** Fees of a chargeback by its kind. */
  chargeback?: readonly { kind: string; fee: Exact }[] | null;
  /** Fees of a payout by its method. */
  payout?: readonly { method: string; fee: Exact }[] | null;
}

/** A refund or a chargeback. */
export interface RefundOptions {
  /** The payment. */
  split: Payment;
  /** Whether vendor or platform gave it back (the default), or the bank took it back. */
  kind?: "refund" | "chargeback" | null;
  /** How much of the gross price goes back. Default: all that is left. */
  amount?: Exact | null;
  /** How much of it went back before, on the same terms. */
  refundedBefore?: Exact | null;
  /** Whether the platform gives back its margin. By default it does: an operator's records (2026), no document. */
  marginRefunded?: boolean | null;
  /** What becomes of a fixed commission in a partial refund. Unknown; by default it is taken back in proportion. */
  fixedCommission?: "proportional" | "kept" | null;
  /** What it costs the vendor, if that is known. */
  fee?: Exact | null;
  /** What it costs otherwise: the fees of Digistore24 GmbH since 2018-05-14, of MSLW Limited (2026-11), or your own. */
  fees?: "gmbh_since_2018_05_14" | "mslw" | OwnFees | null;
  /** Which of these fees a chargeback costs: `direct_debit_de`, `direct_debit_at`; `card`, `paypal`, `prevented`. */
  chargebackKind?: string | null;
  /** Whether the vendor's amount holds the fee. By default it is a line of its own. */
  feeInside?: boolean | null;
}

/** A party whose balance has to reach something of its own. */
export interface Threshold {
  /** Whose. */
  party: "vendor" | "affiliate" | "referral" | "partner" | "partner_affiliate";
  /** The name of the partner, where it is one. */
  name?: string | null;
  /** How much. */
  amount: Exact;
}

/** Payments and refunds, and how balances are paid out. Either `payments` or a `schedule` is needed. */
export interface ForecastOptions extends ReservePolicy {
  /** Payments. All are taken for those of the same vendor, affiliate and referrer. */
  payments?: readonly { paidOn: Day; split: Payment }[] | null;
  /** A plan whose payments are paid when they fall due. */
  schedule?: ScheduleOptions | null;
  /** What goes back. */
  refunds?: readonly ({ refundedOn: Day } & RefundOptions)[] | null;
  /** Days of the month from 1 to 28 such as `[7, 14, 21, 28]` (a sample of 2019), or a day of the week. Default: every day. */
  payoutDays?: readonly number[] | "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday" | null;
  /** What a balance has to reach, after margin, commissions and reserve (vendor document). Default: anything. */
  threshold?: Exact | null;
  /** The same for single parties. */
  thresholds?: readonly Threshold[] | null;
  /** What each payout costs, taken out of it: 2.50 for SEPA with MSLW Limited (2026-11). Default: nothing, with a note. */
  payoutFee?: Exact | null;
  /** The last day that is looked at. Default: until everything is due. */
  until?: Day | null;
}
