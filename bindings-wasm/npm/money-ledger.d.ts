import type { Exact, InCurrency, OwnTariff, TariffName, Terms } from "./money-options.js";
import type { Language, Money } from "./money-results.js";

/**
 * Rows as the service sent them: of `listTransactions`, of `listCommissions`, or notifications. Names stay those of the service.
 * What a row does not tell is not compared.
 */
export type Rows = readonly object[];

/** Whose account rows are of: what they call your own share is this one's. Default: the vendor's. */
export type Role = "vendor" | "affiliate" | "other";

/** Rows, and the terms that were agreed. */
export interface ReconcileOptions extends Partial<InCurrency>, Terms {
  /** What was booked. Rows with the same number of the transaction are one transaction. */
  rows: Rows;
  /** Whose account they are of. */
  role?: Role | null;
  /** The rate that VAT is expected by. Default: VAT is what was booked, since rates in rows are not reliable. */
  vatRate?: Exact | null;
  /** So much is put down to rounding. Default: one cent, or whatever the smallest unit is. */
  tolerance?: Exact | null;
  /** The language of the sentences. Default: `en`. */
  language?: Language | null;
}

/** What is said of a transaction. Causes stand in the order of likelihood. */
export type Verdict =
  | "fits"
  | "not_a_payment"
  | "currency"
  | "untold"
  | "contradictory"
  | "tie_rule"
  | "rounding"
  | "other_vat"
  | "first_payment_only"
  | "no_commission"
  | "partner_base"
  | "margin_on_shipping"
  | "other_tariff"
  | "other_rate"
  | "fixed_commission"
  | "other_vat_and_tariff"
  | "unexplained";

/** Figures that can be compared; `null` where they are not told. */
export interface Booked {
  /** What the buyer pays. */
  readonly amountBrutto: Money | null;
  /** VAT in it. */
  readonly amountVat: Money | null;
  /** What is left after VAT. */
  readonly amountNetto: Money | null;
  /** The margin of the platform. */
  readonly amountProvider: Money | null;
  /** The affiliate's commission. */
  readonly amountAffiliate: Money | null;
  /** What the joint-venture partners get. */
  readonly amountPartner: Money | null;
  /** What the vendor gets. */
  readonly amountVendor: Money | null;
}

/** A cause that explains a difference, with what speaks for it. */
export interface Cause {
  /** What was found. */
  readonly cause: Verdict;
  /** The same as a sentence. */
  readonly text: string;
  /** The figure it is about. */
  readonly field: string | null;
  /** The tariff that explains it. */
  readonly tariff: OwnTariff | null;
  /** The name of that tariff, where it is in a price list. */
  readonly preset: TariffName | null;
  /** The percentage that explains it: of the commission, or of VAT. */
  readonly rate: Money | null;
  /** The fixed commission that explains it. */
  readonly amount: Money | null;
  /** How many of the rows that do not fit it would explain by itself. */
  readonly rows: number | null;
}

/** A transaction beside what was expected of it. */
export interface Reconciled {
  /** Number of the transaction. */
  readonly transactionId: string | null;
  /** Number of the order. */
  readonly purchaseId: string | null;
  /** What it does. Only payments are compared. */
  readonly movement: "payment" | "refund" | "chargeback" | "none";
  /** The currency. */
  readonly currency: string | null;
  /** That it fits, why it cannot be compared, or the likeliest cause. */
  readonly verdict: Verdict;
  /** What the terms come to. */
  readonly expected: Booked | null;
  /** What was booked. */
  readonly booked: Booked;
  /** What was booked above what was expected. */
  readonly difference: Booked | null;
  /** What explains it, the likeliest first. */
  readonly causes: readonly Cause[];
}

/** The totals of a currency, over the figures that were booked and compared. */
export interface Totals {
  /** The currency; empty for transactions that tell none. */
  readonly currency: string;
  /** How many transactions there are. */
  readonly transactions: number;
  /** How many of them were compared. */
  readonly compared: number;
  /** The sums of what was expected. */
  readonly expected: Booked;
  /** The sums of what was booked. */
  readonly booked: Booked;
  /** The sums of the differences. */
  readonly difference: Booked;
  /** How many transactions have each verdict. */
  readonly verdicts: { readonly [Word in Verdict]?: number };
}

/** What was booked beside what was expected. */
export interface Report {
  /** The transactions, in the order in which the rows bring them up. */
  readonly transactions: readonly Reconciled[];
  /** The totals by currency. */
  readonly totals: readonly Totals[];
}

/** Rows, and among which tariffs to look. */
export interface TariffSearch extends Partial<InCurrency> {
  /** What was booked. */
  rows: Rows;
  /** Whose account they are of. */
  role?: Role | null;
  /** The steps of the fixed part. Default: 0.05. */
  fixedStep?: Exact | null;
  /** The highest fixed part. Default: 5.00. */
  fixedMost?: Exact | null;
  /** Whether the margin is not charged on shipping. Unknown; by default it is. */
  marginFreeShipping?: boolean | null;
  /** How exactly half a cent is rounded. Default: `up`. */
  tie?: "up" | "down" | "even" | null;
}

/** The tariffs behind rows. */
export interface Inferred {
  /** For each currency. */
  readonly currencies: readonly InferredTariffs[];
  /** How many rows tell no margin that could be explained. */
  readonly leftOut: number;
}

/** The tariffs behind the rows of one currency. */
export interface InferredTariffs {
  /** The currency. */
  readonly currency: string;
  /** How many rows tell a margin. */
  readonly rows: number;
  /** How many of them tell it by the shares only, which holds where nobody else has a share. */
  readonly rowsByShares: number;
  /** That one tariff explains all, that several do, that several together do, or that none does. */
  readonly conclusion: "one" | "too_few_rows" | "mixed" | "unknown";
  /** How many tariffs explain every row. */
  readonly explainAll: number;
  /** The tariffs, the likeliest first, at most 20; of a mixture, each for the rows that those before it left. */
  readonly tariffs: readonly InferredTariff[];
  /** How many rows none of them explains. */
  readonly unexplained: number;
}

/** A tariff that explains rows. */
export interface InferredTariff {
  /** The tariff, as the option of that name takes it. */
  readonly tariff: OwnTariff;
  /** Its name, where it is in a price list. */
  readonly preset: TariffName | null;
  /** How many rows it explains. */
  readonly rows: number;
  /** Of a mixture, how many other tariffs explain as many of these rows. */
  readonly alternatives: number;
  /** The lowest price among them. */
  readonly grossFrom: Money;
  /** The highest price among them. */
  readonly grossTo: Money;
}

/**
 * Compares what the platform booked with what the terms come to, and names the likeliest cause of each difference.
 *
 * ```js
 * import { reconcile } from "digistore24/money";
 *
 * const row = { event: "on_payment", currency: "EUR", amount_brutto: "49.00", amount_vat: "3.67", amount_provider: "3.94", amount_vendor: "41.39" };
 * for (const { verdict, causes } of reconcile({ rows: [row] }).transactions) console.log(verdict, causes[0]?.text);
 * ```
 *
 * Refunds and chargebacks are listed, not compared: where their fees are booked is unknown.
 */
export function reconcile(options: ReconcileOptions): Report;

/**
 * Infers which tariffs explain the margins of rows.
 *
 * ```js
 * import { inferTariff } from "digistore24/money";
 *
 * const rows = [["49.00", "3.94"], ["297.00", "18.82"]].map(([gross, margin]) => ({ currency: "EUR", amount_brutto: gross, amount_provider: margin }));
 * for (const { conclusion, tariffs } of inferTariff({ rows }).currencies) console.log(conclusion, tariffs[0]?.tariff);
 * ```
 */
export function inferTariff(options: TariffSearch): Inferred;
