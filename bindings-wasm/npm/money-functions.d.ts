import type { ForecastOptions, RefundOptions, ReserveOptions, ScheduleOptions, SplitOptions } from "./money-options.js";
import type { Forecast, Language, Money, Note, PartnerShare, Refund, Reserve, Schedule, SplitFigures, Step } from "./money-results.js";

/**
 * Splits a payment, exactly: who gets how much.
 *
 * ```js
 * import { split } from "digistore24/money";
 *
 * const { amountVendor, amountAffiliate } = split({ gross: "100.00", currency: "EUR", vatRate: "19", affiliateRate: "50" });
 * console.log(amountVendor, amountAffiliate); // 37.56 37.57
 * ```
 *
 * Percentages are rounded at each step, half a cent by `tie`; the vendor gets what remains. This reproduces the eight splits
 * that the service is known to have sent (2019 to 2026); for referral, partners and shipping there are vendor documents only.
 *
 * @throws {DigistoreError} of the kind `params`, as all functions here, with everything that is wrong in `problems`.
 */
export function split(options: SplitOptions): Split;

/**
 * The split of a payment: plain figures, also in JSON, that can tell how they come about.
 *
 * Methods belong to what `split` returned; a copy of the figures has none.
 */
export class Split implements SplitFigures {
  private constructor();
  readonly currency: string;
  readonly amountBrutto: Money;
  readonly amountVat: Money;
  readonly amountNetto: Money;
  readonly amountProvider: Money;
  readonly amountShipping: Money;
  readonly basicAmount: Money;
  readonly amountAffiliate: Money;
  readonly amountReferral: Money;
  readonly amountPartner: Money;
  readonly amountPartnerAffiliates: Money;
  readonly partners: readonly PartnerShare[];
  readonly amountVendor: Money;
  readonly notes: readonly Note[];

  /** The derivation as text: sale and terms, a line for each step, and the notes. Default: in English. */
  explain(language?: Language): string;
  /** Every figure in the order of the formula, each from the ones before it. */
  steps(language?: Language): Step[];
  /**
   * The derivation as HTML: a table with bars in proportion to the gross price. It brings its own looks, in attributes only,
   * fits light and dark pages, and loads nothing; names of partners are escaped. Notebooks of Deno show it by themselves.
   */
  toHtml(language?: Language): string;
}

/**
 * Lists the payments of a plan, each with its split.
 *
 * ```js
 * import { schedule } from "digistore24/money";
 *
 * const plan = { firstAmount: "1.00", otherAmounts: "29.75", numberOfInstallments: 0, payments: 3, startsOn: "2026-10-05" };
 * for (const { dueOn, split } of schedule({ ...plan, currency: "EUR", vatRate: "19" }).payments) console.log(dueOn, split.amountVendor);
 * ```
 */
export function schedule(options: ScheduleOptions): Schedule;

/**
 * Tells what of each share of a payment is held back, and until when.
 *
 * ```js
 * import { reserve, split } from "digistore24/money";
 *
 * const payment = split({ gross: "59.50", currency: "EUR", vatRate: "19" });
 * const [vendor] = reserve({ split: payment, paidOn: "2026-10-05" }).shares;
 * console.log(vendor?.now, vendor?.clearsOn, vendor?.reserve, vendor?.reserveDueOn); // 39.87 2026-10-19 4.43 2026-12-04
 * ```
 */
export function reserve(options: ReserveOptions): Reserve;

/**
 * Gives back a payment or a part of it.
 *
 * A refund of everything takes back every share in full. In a partial one each share goes back in proportion to the gross price,
 * and the vendor gives what remains: known from one record (2026).
 *
 * ```js
 * import { refund } from "digistore24/money";
 *
 * const { amountVendor, fee } = refund({ split: { gross: "37.00", currency: "EUR", vatRate: "22" } });
 * console.log(amountVendor, fee); // -26.41 1.00
 * ```
 */
export function refund(options: RefundOptions): Refund;

/**
 * Tells who is paid out how much and when.
 *
 * Shares fall due when they clear, what is held back when its time is over; what goes back leaves the balance at once. On the
 * payout day that follows, all that is due is paid out if it reaches the threshold, or else waits.
 *
 * ```js
 * import { forecast } from "digistore24/money";
 *
 * const payments = [{ paidOn: "2026-10-05", split: { gross: "59.50", currency: "EUR", vatRate: "19" } }];
 * const { accounts } = forecast({ payments, payoutDays: [7, 14, 21, 28] });
 * for (const { on, amount } of accounts[0]?.payouts ?? []) console.log(on, amount);
 * ```
 */
export function forecast(options: ForecastOptions): Forecast;
