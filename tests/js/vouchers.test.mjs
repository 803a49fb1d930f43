// Discount codes and value vouchers: with what the client answers, and the host's clock.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Digistore24 } from "digistore24";
import { Sandbox } from "digistore24/sandbox";
import { DigistoreError, check, coupon, create, created, update } from "digistore24/vouchers";

const words = (said) => said.map(({ word }) => word);
const PLAN = { firstAmount: "49.90", currency: "EUR" };

test("a code of the service is made, read, held against an order, changed and ended", async () => {
  const sandbox = new Sandbox();
  const ds = new Digistore24({ apiKey: sandbox.apiKey, send: sandbox.send });
  const { parameters, notes } = create({ code: "WINTER", firstRate: "20", isCountLimited: true, countLeft: 2n, expiresAt: "2099-01-31T00:00:00+01:00" });
  assert.deepEqual(words(notes), []);
  const made = created({ data: await ds.createVoucher(parameters) });
  assert.match(made.id, /^\d+$/);
  assert.equal(made.code, "WINTER");

  const { coupon: record } = await ds.getVoucher({ code: "WINTER" });
  const checked = check({ record, productId: "1", plan: PLAN, code: "WINTER" });
  assert.deepEqual([checked.verdict, checked.reasons, checked.prices.first.amount, checked.prices.first.exact], ["applies", [], "39.92", true]);
  assert.ok(words(checked.notes).includes("count_of_snapshot"));
  const { coupons } = await ds.listVouchers();
  assert.deepEqual(check({ record: coupons.find(({ code }) => code === "WINTER"), productId: 1n, plan: PLAN, code: "WINTER" }).prices, checked.prices);

  await ds.updateVoucher(update({ code: made.id, countLeft: 0, remove: ["expires_at"] }).parameters);
  const ended = await ds.getVoucher({ code: "WINTER" });
  assert.equal(ended.coupon.expires_at, null);
  assert.deepEqual(words(check({ record: ended }).reasons), ["used_up"]);
});

test("the moment is that of the host's clock, unless it is given", () => {
  const record = { product_ids: "all", is_count_limited: "N", expires_at: "2026-10-05 12:00:00" };
  const far = (days) => new Date(Date.now() + days * 86_400_000).toISOString();
  assert.equal(check({ record: { ...record, expires_at: far(2) } }).verdict, "applies");
  assert.equal(check({ record: { ...record, expires_at: far(-2) }, now: undefined }).verdict, "does_not_apply");
  assert.equal(check({ record, now: new Date("2026-10-01T00:00:00.123Z") }).verdict, "applies");
  assert.deepEqual(words(check({ record, now: new Date("2026-10-05T09:59:00Z") }).reasons), ["zone_unknown"]);
  assert.equal(check({ record, now: new Date("2026-10-05T09:59:00Z"), zone: "Europe/Berlin" }).verdict, "applies");
});

test("names of options are those of JavaScript, in sentences too", () => {
  const { reasons } = check({ record: { product_ids: "1,2", is_count_limited: "N" } });
  assert.ok(reasons[0].text.includes("`productId`"), reasons[0].text);
  const wrong = (call, wanted) =>
    assert.throws(call, (error) => {
      assert.ok(error instanceof DigistoreError);
      assert.deepEqual(error.problems.map(({ path }) => path), wanted);
      return true;
    });
  wrong(() => check({ record: {}, product_id: "1" }), ["product_id"]);
  wrong(() => check({ record: {}, plan: { first_amount: "1", currency: "EUR" } }), ["plan.firstAmount", "plan.first_amount"]);
  wrong(() => check(), ["", "record"]);
  wrong(() => check(new URL("https://example.com/")), ["", "record"]);
  wrong(() => create({ code: "A", firstAmount: "5.00", countLeft: 1 }), ["currency", "isCountLimited"]);
  wrong(() => coupon({ data: {}, price: 49.9, currency: "EUR" }), ["price"]);
});

test("a wrong code of a value voucher tells no amounts", () => {
  const data = { status: "error", coupon_id: 69, currency: "EUR", amount_left: 100, amount_total: 100, is_test_payment: "N" };
  const used = coupon({ data, price: "49.90", currency: "EUR" });
  assert.deepEqual([used.verdict, used.idPartWasRight, used.amountLeft, used.payable], ["unusable", true, null, null]);
});
