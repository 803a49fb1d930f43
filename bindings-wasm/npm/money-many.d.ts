import type { Exact } from "./money-options.js";

/** A figure of a split, and so the name of a column. */
export type Field =
  | "amountBrutto"
  | "amountVat"
  | "amountNetto"
  | "amountProvider"
  | "amountShipping"
  | "basicAmount"
  | "amountAffiliate"
  | "amountReferral"
  | "amountPartner"
  | "amountPartnerAffiliates"
  | "amountVendor";

/** A whole number for each sale. Amounts are minor units: cents for EUR. */
export type Column = BigInt64Array | Int32Array;

/** Many sales of one currency, and terms. Either `gross` or `net` is needed. */
export interface ManySales<Terms> {
  /** Prices that hold their VAT. */
  gross?: Column;
  /** Prices to which VAT is added. */
  net?: Column;
  /** Three letters. */
  currency: string;
  /** How many decimals the currency has, where these are not two. */
  digits?: number;
  /** VAT in percent: one rate, or one for each sale. */
  vatRate?: Exact | Exact[];
  /** VAT as the service told, for each sale or the same for all. */
  vatAmount?: Column | Exact;
  /** The part of the prices that is shipping. */
  shipping?: Column | Exact;
  /** The numbers of the payments. */
  paySequenceNo?: Column | number;
  /** The options of the terms: one set, or several. */
  terms?: Terms;
  /** The columns to make; all of them if left out. `partners` are those of the partners. */
  fields?: (Field | "partners")[];
}

/** Columns of minor units by name. Those of partners are called `partners[0].base`, `partners[0].amount` and so on. */
export type Columns = { [Name in Field]: BigInt64Array } & { [partner: `partners[${number}].${string}`]: BigInt64Array };

/**
 * Splits many sales by one set of terms, or by each of several, exactly.
 *
 * ```js
 * const { amountVendor } = splitMany({ gross: new Int32Array([10000, 2975]), currency: "EUR", vatRate: "19", terms: { affiliateRate: "50" } });
 * ```
 *
 * @throws {DigistoreError} with everything that is wrong; of the sales the first 20 that are wrong.
 */
export function splitMany<const Terms extends object | readonly object[]>(sales: ManySales<Terms>): Terms extends readonly unknown[] ? Columns[] : Columns;
