import type { CreateBuyUrl, CreatePaymentplan, UpdatePaymentplan } from "./functions.js";
import type { Day } from "./money-options.js";
import type { Money } from "./money-results.js";
import type { Note } from "./urls-links.js";

/** Parameters to look at, and what the preview rests on. */
export interface LintOptions<Parameters> {
  /** The parameters of the call. */
  parameters: Parameters;
  /** The day of the order. Without it the preview has no days. */
  startsOn?: Day | null;
  /** How many payments to list at most, up to 1200. Default: 12 of a subscription, all of everything else. */
  payments?: number | null;
  /** After a month without the day, the next payment is back on it, or not. Unknown; default: `return`. */
  monthEnd?: "return" | "stay" | null;
  /** The payment plan that the rest is taken from, as `listPaymentPlans` or `getProduct` answers it. */
  record?: object | null;
}

/** Something that was found in parameters. */
export interface LintFinding {
  /** `error`: the call fails, or bills otherwise than somebody wrote. `warning`: what happens is not known. `hint`: worth knowing. */
  readonly severity: "error" | "warning" | "hint";
  /** Where: `parameters.payment_plan.currency`. */
  readonly path: string;
  /** What it is, for programs: `not_https`, `never_due`. */
  readonly word: string;
  /** A sentence, in English. */
  readonly text: string;
}

/** A payment before anybody pays it. */
export interface PreviewPayment {
  /** 0 for a single payment, else counted from 1. */
  readonly paySequenceNo: number;
  /** When it falls due; `null` where that is not known. */
  readonly dueOn: string | null;
  /** What it costs; `null` where that is not certain. */
  readonly amount: Money | null;
  /** What it may cost, where it is one of a few amounts. */
  readonly candidates: readonly Money[];
  /** Why it is not certain. */
  readonly notes: readonly Note[];
}

/** Every payment of a plan. */
export interface Preview {
  /** `null` where it is not known. */
  readonly billingType: "single_payment" | "installment" | "subscription" | null;
  readonly currency: string | null;
  /** Whether VAT is in the amounts. */
  readonly taxMode: "include" | "exclude" | "as_set";
  /** The payments, in order. */
  readonly payments: readonly PreviewPayment[];
  /** The sum, where all payments are listed and certain. */
  readonly total: Money | null;
  /** What to know about all of them. */
  readonly notes: readonly Note[];
}

/** Parameters that were looked at. */
export interface Lint<Parameters> {
  /** Whether nothing that was found is an error. */
  readonly ok: boolean;
  /** The parameters, ready for the call. */
  readonly parameters: Parameters;
  /** What was found. */
  readonly findings: readonly LintFinding[];
  /** What falls due when; `null` where the prices are those of the product. */
  readonly preview: Preview | null;
}

/** Parameters of `createBuyUrl`. */
export type BuyUrlParameters = CreateBuyUrl;

/** Parameters of `createPaymentplan` or `updatePaymentplan`. */
export type PaymentPlanParameters = CreatePaymentplan | UpdatePaymentplan;
