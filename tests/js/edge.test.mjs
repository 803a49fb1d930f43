//! The worker of examples/edge, in the runtime of Cloudflare's workers, with real requests.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { signedBody } from "digistore24/ipn";
import { Miniflare } from "miniflare";
import { SKIPPED, binary } from "./runtimes/binary.mjs";

const ROOT = new URL("../../", import.meta.url);
const NPM = "bindings-wasm/npm";
const skip = binary("@cloudflare", "workerd-", "bin/workerd") ? false : SKIPPED.skipped;

let worker, base;

before(async () => {
  if (skip) return;
  const main = { type: "ESModule", path: "worker.js", contents: readFileSync(new URL("examples/edge/worker.js", ROOT)) };
  // What a bundler makes of the name of the package.
  const entry = { type: "ESModule", path: "digistore24/ipn", contents: `export * from "../${NPM}/ipn-workerd.js";` };
  worker = new Miniflare({
    compatibilityDate: "2026-04-01",
    modules: [main, entry, ...[NPM, `${NPM}/pkg`].flatMap(modules)],
    durableObjects: { ORDERS: { className: "Order", useSQLite: true } },
    bindings: { IPN_PASSPHRASE: "Kranich", ACCESS_KEY: "nobody's" },
  });
  base = await worker.ready;
});
after(() => worker?.dispose());

function modules(folder) {
  const names = readdirSync(new URL(`${folder}/`, ROOT)).filter((name) => /\bipn[-\w]*\.(js|wasm)$|^(bytes|form)\.js$/.test(name));
  return names.filter((name) => !/-(node|web)\.js$/.test(name)).map((name) => {
    const path = `${folder}/${name}`;
    return { type: name.endsWith(".wasm") ? "CompiledWasm" : "ESModule", path, contents: readFileSync(new URL(path, ROOT)) };
  });
}

const ITEM = {
  order_item_id: "501",
  product_id: "42",
  billing_type: "subscription",
  number_of_installments: "0",
  email: "clara.winter@example.com",
};

/** What the service would send; answers status and text. */
async function sent(event, fields, passphrase = "Kranich") {
  const body = new URLSearchParams(signedBody({ event, ...ITEM, ...fields }, passphrase));
  const answer = await fetch(new URL("ipn", base), { method: "POST", body });
  return [answer.status, await answer.text()];
}

async function access(order) {
  const answer = await fetch(new URL(`access/${order}`, base), { headers: { authorization: "Bearer nobody's" } });
  assert.equal(answer.status, 200);
  return (await answer.json()).map(({ state, why }) => `${state}: ${why}`);
}

const OK = [200, "OK"];

/** Whether this was taken for the first payment of its number: the buyer is told the account. */
async function greeted(fields) {
  const [status, text] = await sent("on_payment", fields);
  assert.equal(status, 200);
  assert.match(text, /^OK\n[^]*username: clara\.winter@example\.com/);
}
const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const payment = (order_id, no, on, next) => ({
  order_id,
  transaction_id: `${9000 + no}`,
  pay_sequence_no: `${no}`,
  transaction_date: day(on),
  transaction_time: "10:00:00",
  next_payment_at: day(next),
});

test("the example is short", () => {
  const lines = readFileSync(new URL("examples/edge/worker.js", ROOT), "utf8").trimEnd().split("\n");
  assert.ok(lines.length <= 60, `${lines.length} lines`);
});

test("a payment grants, a cancellation keeps, a missed payment suspends, a refund ends", { skip }, async () => {
  const order_id = "Q7M2XWPA";
  assert.deepEqual(await access(order_id), []);
  await greeted(payment(order_id, 1, -40, -10));
  assert.deepEqual(await access(order_id), ["active: paid"]);
  assert.deepEqual(await sent("on_payment_missed", { order_id, pay_sequence_no: "2", transaction_date: day(-9) }), OK);
  assert.deepEqual(await access(order_id), ["suspended: payment_missed"]);
  await greeted(payment(order_id, 2, -3, 27));
  assert.deepEqual(await access(order_id), ["active: paid"]);
  assert.deepEqual(await sent("on_rebill_cancelled", { order_id, rebill_stop_noted_at: `${day(-1)} 12:00:00` }), OK);
  assert.deepEqual(await access(order_id), ["active: cancelled"]);
  assert.deepEqual(await sent("on_refund", { order_id, transaction_id: "9100", transaction_date: day(0) }), OK);
  assert.deepEqual(await access(order_id), ["ended: refund"]);
  assert.deepEqual(await sent("on_payment", payment(order_id, 2, -3, 27)), OK, "sent again");
  assert.deepEqual(await access(order_id), ["ended: refund"]);
});

test("a message that comes again is handled once, also when both come at the same moment", { skip }, async () => {
  const first = payment("TWICE", 1, -1, 29);
  const answers = await Promise.all(Array.from({ length: 10 }, () => sent("on_payment", first)));
  assert.equal(answers.filter(([status, text]) => status === 200 && text.includes("username:")).length, 1);
  assert.equal(answers.filter(([status, text]) => status === 200 && text === "OK").length, 9);
  assert.deepEqual(await access("TWICE"), ["active: paid"]);
});

test("messages that arrive at the same moment do not overwrite each other", { skip }, async () => {
  const items = Array.from({ length: 20 }, (_, at) => `${600 + at}`);
  const fields = payment("PARALLEL", 1, -1, 29);
  await Promise.all(items.map((order_item_id) => sent("on_payment", { ...fields, order_item_id, transaction_id: `7${order_item_id}` })));
  assert.deepEqual(await access("PARALLEL"), items.map(() => "active: paid"));
});

test("an upgrade ends the order it replaces", { skip }, async () => {
  await sent("on_payment", payment("BEFORE", 1, -5, 25));
  await sent("on_payment", { ...payment("BEHIND", 1, -1, 29), upgraded_order_id: "BEFORE" });
  assert.deepEqual(await access("BEFORE"), ["ended: upgraded"]);
  assert.deepEqual(await access("BEHIND"), ["active: paid"]);
});

test("what is not signed changes nothing", { skip }, async () => {
  assert.deepEqual(await sent("on_payment", payment("FORGED", 1, -1, 29), "another"), [403, "wrong_signature"]);
  assert.deepEqual(await access("FORGED"), []);
});

test("the button of the back office is answered, and so is the check of the address", { skip }, async () => {
  assert.deepEqual(await sent("connection_test", {}), OK);
  const answer = await fetch(new URL("ipn", base), { redirect: "manual" });
  assert.deepEqual([answer.status, await answer.text()], OK);
});

test("who has access is told to those who know the key", { skip }, async () => {
  for (const headers of [{}, { authorization: "Bearer " }, { authorization: "Bearer undefined" }]) {
    assert.equal((await fetch(new URL("access/Q7M2XWPA", base), { headers })).status, 404);
  }
});
