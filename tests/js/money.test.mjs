//! Money: what callers hand over, what they get, and what is refused.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { DigistoreError, Split, forecast, inferTariff, reconcile, refund, reserve, schedule, split } from "digistore24/money";

const SALE = { gross: "100.00", currency: "EUR", vatRate: "19", affiliateRate: "50" };

/** Fails unless the call is refused with these paths, and messages that say these words. */
function refused(call, name, wanted) {
  assert.throws(call, (error) => {
    assert.ok(error instanceof DigistoreError, `${error}`);
    assert.deepEqual([error.kind, error.function, error.maybeDone], ["params", name, false]);
    assert.deepEqual(error.problems.map(({ path }) => path), Object.keys(wanted));
    for (const { path, message } of error.problems) {
      assert.ok(message.includes(wanted[path]), `${message} does not say ${wanted[path]}`);
      assert.ok(error.message.includes(message));
    }
    return true;
  });
}

test("a split is plain figures with exact texts, and knows more than it shows", () => {
  const made = split(SALE);
  assert.ok(made instanceof Split);
  const figures = {
    currency: "EUR",
    amountBrutto: "100.00",
    amountVat: "15.97",
    amountNetto: "84.03",
    amountProvider: "8.90",
    amountShipping: "0.00",
    basicAmount: "75.13",
    amountAffiliate: "37.57",
    amountReferral: "0.00",
    amountPartner: "0.00",
    amountPartnerAffiliates: "0.00",
    partners: [],
    amountVendor: "37.56",
  };
  const { notes, ...rest } = JSON.parse(JSON.stringify(made));
  assert.deepEqual(rest, figures);
  assert.deepEqual(notes.map(({ word, field }) => [word, field]), [["tie", "amountAffiliate"]]);
  assert.deepEqual(Object.keys(made), [...Object.keys(figures), "notes"]);
  assert.deepEqual(structuredClone(made), { ...figures, notes });
  assert.ok(!inspect(made).includes("explain"));
});

test("a split explains itself in two languages, as notebooks want it too", () => {
  const made = split({ ...SALE, partners: [{ name: "Lena `ab_cd`", rate: "10" }] });
  assert.match(made.explain(), /^Sale of 100\.00 EUR including 19 % VAT\n/);
  assert.match(made.explain("de"), /^Verkauf über 100,00 EUR inkl. 19 % USt\n/);
  assert.ok(made.explain().includes("Lena `ab_cd`"));
  const steps = made.steps("de");
  assert.deepEqual(Object.keys(steps[0]), ["field", "label", "derivation", "amount", "notes"]);
  assert.ok(steps.some(({ field }) => field === "partners[0].amount"));
  assert.equal(steps.find(({ field }) => field === "amountVendor").amount, made.amountVendor);
  assert.match(steps.find(({ field }) => field === "amountAffiliate").notes[0], /halber Cent/);
  const shown = made[Symbol.for("Jupyter.display")]();
  assert.deepEqual(shown, { "text/plain": made.explain("en"), "text/html": made.toHtml() });
  assert.notEqual(made.toHtml("de"), made.toHtml("en"));
  for (const [name, language] of [["explain", "fr"], ["steps", 5], ["toHtml", "EN"]]) refused(() => made[name](language), name, { language: "en or de" });
});

test("a split remembers what it was made from, whatever becomes of that", () => {
  const options = { ...SALE, gross: 12345678901234567n, partners: [{ name: "Ben", rate: "10" }] };
  const made = split(options);
  const before = made.explain();
  options.gross = "1.00";
  options.partners[0].rate = "90";
  assert.equal(made.explain(), before);
  assert.ok(before.includes("12345678901234567.00"));
  assert.ok(split(new Proxy({ ...SALE }, {})).explain().includes("37.57"));
});

test("a split stands for its options wherever a payment is asked for", () => {
  const made = split(SALE);
  const paidOn = "2026-10-05";
  assert.deepEqual(reserve({ split: made, paidOn }), reserve({ split: SALE, paidOn }));
  assert.deepEqual(refund({ split: made }), refund({ split: SALE }));
  const back = (payment) => ({ payments: [{ paidOn, split: payment }], refunds: [{ refundedOn: "2026-11-01", split: payment }] });
  assert.deepEqual(forecast(back(made)), forecast(back(SALE)));
  refused(() => reserve({ split: { ...made }, paidOn }), "reserve", Object.fromEntries([
    ["split.gross", "missing"],
    ...Object.keys(made).filter((name) => !["currency", "partners"].includes(name)).map((name) => [`split.${name}`, "there is none"]),
  ]));
});

test("plans, reserves, refunds and payouts are plain data", () => {
  const terms = { currency: "EUR", vatRate: "19" };
  const plan = schedule({ ...terms, firstAmount: "1.00", otherAmounts: "29.75", numberOfInstallments: 0, payments: 2, startsOn: "2026-01-31", shipping: "0.50" });
  assert.deepEqual(plan.payments.map(({ paySequenceNo, dueOn, split }) => [paySequenceNo, dueOn, split.amountBrutto]), [[1, "2026-01-31", "1.00"], [2, "2026-02-28", "29.75"]]);
  const texts = plan.notes.map(({ text }) => text).join();
  assert.ok(texts.includes("`firstShippingOnly`") && !texts.includes("first_shipping_only"), texts);
  assert.equal(plan.billingType, "subscription");
  const [vendor] = reserve({ split: { ...terms, gross: "59.50" }, paidOn: "2026-10-05" }).shares;
  assert.deepEqual(vendor, { party: "vendor", name: null, now: "39.87", reserve: "4.43", clearsOn: "2026-10-19", reserveDueOn: "2026-12-04" });
  const back = refund({ split: { ...terms, gross: "59.50" }, kind: "chargeback", fees: "mslw", chargebackKind: "card" });
  assert.deepEqual([back.kind, back.amountVendor, back.fee, back.feeInside, back.balance.amountVendor], ["chargeback", "-44.30", "50.00", false, "-50.00"]);
  const { accounts } = forecast({ payments: [{ paidOn: "2026-10-05", split: { ...terms, gross: "59.50" } }], payoutDays: "friday", payoutFee: "2.50" });
  assert.deepEqual(accounts[0].payouts.map(({ on, amount, fee }) => [on, amount, fee]), [["2026-10-23", "39.87", "2.50"], ["2026-12-04", "4.43", "2.50"]]);
});

test("a number that is no exact decimal is refused with the right spelling", () => {
  for (const [gross, says] of [
    [NaN, "NaN"],
    [Infinity, "Infinity"],
    [-Infinity, "Infinity"],
    [29.75, 'floating-point number 29.75 cannot hold cents exactly; write the amount as a text such as "29.75"'],
    [2 ** 60, "bigint"],
    [undefined, "is missing"],
    [null, "is missing"],
    [{}, "a group of fields"],
    [new Date(0), "decimal"],
    [() => 5, "a function"],
    [Symbol("5"), "a symbol"],
    ["\ud800", "lone surrogate"],
    ["29,75", "decimal dot"],
    ["-1", "0 or more"],
  ]) refused(() => split({ ...SALE, gross }), "split", { gross: says });
  for (const gross of [100, 100n, "100", "100.00"]) assert.equal(split({ ...SALE, gross }).amountVendor, "37.56");
  refused(() => split({ ...SALE, vatRate: 7.5, tariff: { percent: 7.9 }, partners: [{ rate: NaN }] }), "split", {
    vatRate: "7.5",
    "tariff.percent": "7.9",
    "partners[0].rate": "NaN",
  });
});

test("what there is no option for is refused where it stands, and everything at once", () => {
  refused(() => split({ ...SALE, affilateRate: "5", vat_rate: "19", Gross: "1", partners: [{ rate: "5", base_amount: "1" }] }), "split", {
    "partners[0].base_amount": "`affiliateRate`",
    affilateRate: "`affiliateRate`",
    vat_rate: "`vatRate`",
    Gross: "`gross`",
  });
  refused(() => split({ ...SALE, vatAmount: "19", affiliateFixed: "1" }), "split", { vatAmount: "`vatRate`", affiliateBoth: "larger" });
  for (const nothing of [undefined, null, [], 5, "x", new Map()]) {
    assert.throws(() => split(nothing), (error) => error instanceof DigistoreError && error.problems.some(({ path }) => path === "gross"));
  }
  refused(() => forecast({ payments: [{ paidOn: "soon", split: { ...SALE, gross: 1.5 } }] }), "forecast", { "payments[0].paidOn": "day", "payments[0].split.gross": "1.5" });
  const round = { ...SALE };
  round.partners = [round];
  refused(() => split(round), "split", { "partners[0]": "contains itself" });
  assert.throws(() => split({ get gross() { throw new RangeError("mine"); } }), RangeError);
});

const ROW = { event: "on_payment", transaction_id: "1", currency: "EUR", amount_brutto: "49.00", amount_vat: "3.67", amount_provider: "3.94", amount_vendor: "41.39" };

test("rows keep the names of the service, and everything else has those of JavaScript", () => {
  const { transactions, totals } = reconcile({ rows: [ROW, { ...ROW, transaction_id: 2n }], language: "de" });
  assert.deepEqual(transactions.map(({ transactionId, verdict }) => [transactionId, verdict]), [["1", "other_tariff"], ["2", "other_tariff"]]);
  const [cause] = transactions[0].causes;
  assert.deepEqual([cause.cause, cause.field, cause.tariff], ["other_tariff", "amountProvider", { percent: "6.00", fixed: "1.00" }]);
  assert.match(cause.text, /Die Marge ist die des Tarifs/);
  assert.deepEqual(totals[0].verdicts, { other_tariff: 2 });
  assert.equal(transactions[0].difference.amountVendor, "0.93");
  const { currencies, leftOut } = inferTariff({ rows: [ROW, { ...ROW, transaction_id: "2", amount_brutto: "297.00", amount_provider: "18.82" }] });
  assert.deepEqual([currencies[0].conclusion, currencies[0].explainAll, leftOut], ["one", 1, 0]);
  refused(() => reconcile({ rows: [ROW, { ...ROW, amount_vat: 3.67, amount_vendor: NaN }], affiliate_rate: "5" }), "reconcile", {
    "rows[1].amount_vat": "floating-point number 3.67",
    "rows[1].amount_vendor": "NaN",
    affiliate_rate: "`affiliateRate`",
  });
});

test("a ledger of many thousand rows is reconciled at once", () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => ({ ...ROW, transaction_id: `${at}`, purchase_id: "EMIL1", product_id: "42", email: "lena@example.org" }));
  const { transactions, totals } = reconcile({ rows, tariff: { percent: "6", fixed: "1" } });
  assert.equal(transactions.length, 20_000);
  assert.deepEqual(totals[0].verdicts, { fits: 20_000 });
});
