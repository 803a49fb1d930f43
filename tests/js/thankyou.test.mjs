//! Thank-you pages: what callers hand over, and what they are told.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import * as ipn from "digistore24/ipn";
import { IpnRejected, thankyou } from "digistore24/thankyou";

const KEY = "Schlüssel & co=1";
const signed = ipn.signedBody({ order_id: "Q7M2XWPA", quantity: "2", product_name: "Öl" }, KEY);
const ORDER = { order_id: "Q7M2XWPA", product_name: "Öl", quantity: 2 };

const refused = (reason) => (error) => error instanceof IpnRejected && error.reason === reason && !inspect(error, { showHidden: true }).includes("Schlüssel");

test("an order is a plain object, and parameters of the page's own are left out", () => {
  assert.deepEqual(thankyou(signed, KEY), ORDER);
  const query = `?mine=1&their+%26+own=2&${signed}&last=3`;
  for (const own of [["mine", "their & own", "last"], new Set(["last", "mine", "their & own"])]) {
    assert.deepEqual(thankyou(query, KEY, { own }), ORDER);
  }
  for (const own of [undefined, [], ["mine", "last"]]) assert.throws(() => thankyou(query, KEY, { own }), refused("wrong_signature"));
});

test("queries are taken as they arrive and as nothing else", () => {
  const bytes = new TextEncoder().encode(signed);
  for (const query of [signed, `?${signed}`, bytes, bytes.buffer, Buffer.from(signed)]) assert.deepEqual(thankyou(query, KEY), ORDER);
  for (const query of [undefined, null, ORDER, new URLSearchParams(signed), 5]) {
    assert.throws(() => thankyou(query, KEY), (error) => error instanceof TypeError && /^query: /.test(error.message));
  }
});

test("without a key nothing is accepted", () => {
  for (const none of [undefined, null, "", [], ["", null]]) assert.throws(() => thankyou(signed, none), refused("no_passphrase"));
  assert.deepEqual(thankyou(signed, [undefined, "old one", KEY]), ORDER);
  assert.throws(() => thankyou(signed, "old one"), refused("wrong_signature"));
  assert.throws(() => thankyou(signed, [KEY, 57]), (error) => error instanceof TypeError && /^key: [^5]*$/.test(error.message));
});

test("a refusal is that of notifications, and says why", () => {
  assert.equal(IpnRejected, ipn.IpnRejected);
  const repeated = (error) => refused("repeated_name")(error) && error.message.includes("`order_id`") && `${error}`.startsWith("IpnRejected: ");
  assert.throws(() => thankyou(`${signed}&order_id=mine`, KEY), repeated);
  assert.equal(ipn.thankyou, undefined);
});
