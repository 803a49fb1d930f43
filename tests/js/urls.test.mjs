//! Links and order forms: what JavaScript adds to the vectors that all languages share.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { Digistore24 } from "digistore24";
import { Sandbox } from "digistore24/sandbox";
import { DigistoreError, buyUrl, change, parse, product, promo } from "digistore24/urls";

test("names of parameters stay, and names of options are in camel case", () => {
  const link = parse({ url: "https://www.digistore24.com/product/1?ds24tr=a&Some_Name=b&utm_source=c" });
  assert.deepEqual([link.trackingKey, link.utmSource, link.orderFormId], ["a", "c", null]);
  assert.deepEqual(link.query.map(({ name }) => name), ["ds24tr", "Some_Name", "utm_source"]);
  const copy = product({ productId: link.productId, query: link.query });
  assert.deepEqual(copy.query, link.query);
  assert.equal(promo({ productId: 1n, affiliate: "ada", query: { some_name: "x", someName: "y" } }).url.split("?")[1], "some_name=x&someName=y");
});

test("notes name parts as options do, and parameters as they stand", () => {
  const { notes } = parse({ url: "https://www.digistore24.com/redir/1/ada/%C3%BC?order_id=1&order_id=2" });
  assert.match(notes[0].text, /^`campaignKey`: /);
  assert.match(notes[1].text, /^order_id: /);
});

test("null below query removes, undefined and null options change nothing", () => {
  const url = "https://www.digistore24.com/product/1?x=1&voucher=A&x=2";
  assert.equal(change({ url, query: { x: null } }).url, "https://www.digistore24.com/product/1?voucher=A");
  assert.equal(change({ url, voucher: null, plan: undefined }).url, url);
  assert.equal(change({ url, voucher: "" }).url, "https://www.digistore24.com/product/1?x=1&x=2");
});

test("what is refused is refused with the names of JavaScript", () => {
  assert.throws(() => product({ productId: "AUTO", campaignKey: "spring", product_id: 1 }), (error) => {
    assert.ok(error instanceof DigistoreError);
    assert.deepEqual(error.problems.map(({ path }) => path), ["productId", "campaignKey", "product_id"]);
    assert.match(error.message, /give `affiliate`/);
    return true;
  });
});

test("what was looked at can be sent", async () => {
  const sandbox = new Sandbox();
  const ds = new Digistore24({ apiKey: sandbox.apiKey, send: sandbox.send });
  const [{ id }] = (await ds.listProducts()).products;
  const payment_plan = { first_amount: "1.00", other_amounts: "19.90", currency: "EUR", number_of_installments: 0, other_billing_intervals: "1_month", tax_mode: "include" };
  const { ok, parameters, findings, preview } = buyUrl({ parameters: { product_id: id, payment_plan, valid_until: "48h" }, startsOn: "2026-01-31", payments: 3 });
  assert.deepEqual([ok, findings], [true, []]);
  assert.deepEqual(preview.payments.map(({ dueOn, amount }) => [dueOn, amount]), [["2026-01-31", "1.00"], ["2026-02-28", "19.90"], ["2026-03-31", "19.90"]]);
  const made = parse({ url: (await ds.createBuyUrl(parameters)).url });
  assert.deepEqual([made.type, made.trusted, made.url], ["unknown", true, null]);
});

test("what is not exact is found with its place", () => {
  const { ok, findings } = buyUrl({ parameters: { product_id: 1, payment_plan: { first_amount: 19.9, currency: "EUR" } } });
  const found = findings.find(({ severity }) => severity === "error");
  assert.deepEqual([ok, found.path, found.word], [false, "parameters.payment_plan.first_amount", "refused"]);
});

test("keys show in no result", () => {
  assert.doesNotMatch(inspect(parse({ url: "https://www.digistore24.com/invoice/Q7M2XWPA/0/K3YK3YK3.pdf" })), /K3YK/);
});
