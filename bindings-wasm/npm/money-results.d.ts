import type { Day } from "./money-options.js";

/** An exact amount of money, or a percentage: a text such as `"29.75"`. */
export type Money = string;

/** Something that a result rests on and that is uncertain, or that is unusual about it. */
export interface Note {
  /** What it is, for programs: `tie`, `partner_base`, `margin_refunded`. */
  readonly word: string;
  /** Which figure it is about: `amountAffiliate`. Empty when it is about all of them. */
  readonly field: string;
  /** The same as a sentence, in English. */
  readonly text: string;
}

/** What a joint-venture partner gets. */
export interface PartnerShare {
  /** The partner's name. */
  readonly name: string;
  /** What the percentage was taken of. */
  readonly base: Money;
  /** What the partner gets, after the partner's own affiliate. */
  readonly amount: Money;
  /** What the partner's own affiliate gets. */
  readonly amountAffiliate: Money;
}

/**
 * Who gets how much: figures with the names that notifications give them.
 *
 * Always: `amountBrutto` is `amountNetto` and `amountVat`, and `amountNetto` is `amountProvider`, `amountAffiliate`,
 * `amountReferral`, what partners and their affiliates get, and `amountVendor`.
 */
export interface Amounts {
  /** What the buyer pays. */
  readonly amountBrutto: Money;
  /** VAT in it. */
  readonly amountVat: Money;
  /** What is left after VAT. */
  readonly amountNetto: Money;
  /** The margin of the platform. */
  readonly amountProvider: Money;
  /** Shipping without VAT, which is part of the vendor's amount and of nobody else's. */
  readonly amountShipping: Money;
  /** What is left after VAT, margin and shipping: what percentages are taken of. */
  readonly basicAmount: Money;
  /** The affiliate's commission. */
  readonly amountAffiliate: Money;
  /** What the one who recruited the affiliate gets. */
  readonly amountReferral: Money;
  /** What each joint-venture partner gets, in the order of the terms. */
  readonly partners: readonly PartnerShare[];
  /** What is left for the vendor: below zero where others get more than there is. */
  readonly amountVendor: Money;
}

/** The figures of a split, and what they rest on. */
export interface SplitFigures extends Amounts {
  /** The currency of all amounts. */
  readonly currency: string;
  /** The sum of what the partners get. */
  readonly amountPartner: Money;
  /** The sum of what the partners' own affiliates get. */
  readonly amountPartnerAffiliates: Money;
  /** What it rests on that is uncertain, and what is unusual. */
  readonly notes: readonly Note[];
}

/** The languages of explanations. */
export type Language = "en" | "de";

/** One figure of a split and how it comes about. */
export interface Step {
  /** Which figure: `amountVat`, `partners[0].amount`; on the way there `marginBase`; in the end `check.amountBrutto`. */
  readonly field: string;
  /** What it is, in words: `VAT`. */
  readonly label: string;
  /** How it comes about: `119.00 × 19 / 119`. Products are rounded to the smallest unit. */
  readonly derivation: string;
  /** What it comes to. */
  readonly amount: Money;
  /** The sentences of the notes about it. */
  readonly notes: readonly string[];
}

/** The payments of a plan. */
export interface Schedule {
  /** What kind of plan it is, as the platform names it. */
  readonly billingType: "single_payment" | "installment" | "subscription";
  /** The payments, in order. */
  readonly payments: readonly PlannedPayment[];
  /** What it rests on that is uncertain. */
  readonly notes: readonly Note[];
}

/** A payment of a plan. */
export interface PlannedPayment {
  /** The number of the payment: 0 for a single one, 1 for the first of a plan. */
  readonly paySequenceNo: number;
  /** The day on which it falls due. */
  readonly dueOn: Day;
  /** Who gets how much of it. */
  readonly split: SplitFigures;
}

/** Somebody who has a share. Partners go by their names. */
export interface Party {
  /** Who it is. */
  readonly party: "vendor" | "affiliate" | "referral" | "partner" | "partner_affiliate";
  /** The name of the partner, where it is one. */
  readonly name: string | null;
}

/** What of the shares of a payment is held back. */
export interface Reserve {
  /** The vendor's share, and all others that are not nothing. */
  readonly shares: readonly Held[];
  /** What it rests on that is uncertain. */
  readonly notes: readonly Note[];
}

/** What of a share is held back. Both parts together are the share. */
export interface Held extends Party {
  /** What clears first. */
  readonly now: Money;
  /** What is held back. */
  readonly reserve: Money;
  /** The day on which `now` clears. */
  readonly clearsOn: Day;
  /** The day on which `reserve` falls due. */
  readonly reserveDueOn: Day;
}

/** Money that goes back. Its amounts are below zero, as in answers of the service (an operator's records, 2026). */
export interface Refund extends Amounts {
  /** Why it goes back. */
  readonly kind: "refund" | "chargeback";
  /** The currency of all amounts. */
  readonly currency: string;
  /** What it costs the vendor, above zero. */
  readonly fee: Money;
  /** Whether `amountVendor` holds the fee. */
  readonly feeInside: boolean;
  /** What everybody has of the payment after all that went back; the vendor less the fee of this refund. */
  readonly balance: Amounts;
  /** What it rests on that is uncertain. */
  readonly notes: readonly Note[];
}

/** Payouts to come. */
export interface Forecast {
  /** For each currency and party, in that order. Nothing is converted. */
  readonly accounts: readonly Account[];
  /** What it rests on that is uncertain. */
  readonly notes: readonly Note[];
}

/** The payouts of a party in a currency. All of them and `open` are `total`. */
export interface Account extends Party {
  /** The currency of all amounts. */
  readonly currency: string;
  /** The sum of the party's shares, less what went back and its fees. */
  readonly total: Money;
  /** The payouts, in order. */
  readonly payouts: readonly Payout[];
  /** What is not paid out, below zero where more went back than is left. */
  readonly open: Money;
  /** What that consists of. */
  readonly waiting: readonly Entry[];
}

/** A payout: all that has fallen due. */
export interface Payout {
  /** The day. */
  readonly on: Day;
  /** How much leaves the balance. */
  readonly amount: Money;
  /** How much of that the platform keeps for it. */
  readonly fee: Money;
  /** How much of it could have gone out earlier, had it been enough. */
  readonly carried: Money;
  /** What it consists of. */
  readonly from: readonly Entry[];
}

/** A part of a payout. */
export interface Entry {
  /** What it is: the part of a share that clears first, the part held back, what goes back, a fee. */
  readonly kind: "payment" | "reserve" | "refund" | "chargeback" | "fee";
  /** The day of the payment or the refund. */
  readonly bookedOn: Day;
  /** The day it falls due. */
  readonly dueOn: Day;
  /** How much it is. */
  readonly amount: Money;
}
