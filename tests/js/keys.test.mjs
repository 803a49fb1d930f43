//! The way to a key, over real HTTP, and what Node shows of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { Digistore24 } from "digistore24";
import { Sandbox } from "digistore24/sandbox";
import { collectKey, requestKey } from "digistore24/setup";

test("a key is made, used and given back", async () => {
  const sandbox = new Sandbox();
  const { baseUrl, close } = await sandbox.serve();
  try {
    const ds = new Digistore24({ apiKey: sandbox.developerKey, baseUrl });
    const ticket = await requestKey(ds, { returnUrl: "https://shop.example.org/connected", permissions: "writable", comment: "Course shop" });
    assert.match(ticket.requestUrl, /^https:\/\/www\.digistore24\.com\//);
    const seen = [];
    const onState = ({ state }) => {
      seen.push(state);
      if (seen.length === 3) assert.ok(sandbox.approve(ticket.requestToken));
    };
    const { state, text, granted, waited } = await collectKey(ds, ticket, { onState, every: 10 });
    assert.deepEqual(seen, ["pending", "pending", "pending", "granted", "granted"]);
    assert.deepEqual([state, waited, granted.user.name, granted.user.permission], ["granted", 30, "ada", "writable"]);
    assert.match(text, /the key is here/);
    const { apiKey } = granted;
    for (const shown of [inspect(ticket), inspect(granted, { depth: 9, showHidden: true }), JSON.stringify(granted)]) {
      assert.ok(!shown.includes(apiKey) && !shown.includes(ticket.requestToken), shown);
    }
    assert.equal((await ds.getUserInfo({}, { apiKey })).user_name, "ada");
    // A second program with the same token comes too late.
    assert.deepEqual(await collectKey(ds, ticket.requestToken).then((late) => [late.state, late.granted]), ["collected", null]);
    assert.equal((await ds.unregister({}, { apiKey })).modified, true);
    await assert.rejects(ds.getUserInfo({}, { apiKey }), { kind: "refused", code: 2 });
  } finally {
    await close();
  }
});

test("a user may decline", async () => {
  const sandbox = new Sandbox();
  const ds = new Digistore24({ apiKey: sandbox.developerKey, send: sandbox.send });
  const ticket = await requestKey(ds, { returnUrl: "https://shop.example.org/connected" });
  assert.ok(sandbox.decline(ticket.requestToken));
  const { state, granted } = await collectKey(ds, ticket);
  assert.deepEqual([state, granted], ["aborted", null]);
});

test("what is wrong with the options is said before a key is asked for", async () => {
  const ds = { call: () => assert.fail("it was called") };
  const signal = AbortSignal.abort();
  await assert.rejects(collectKey(ds, 5, { signal }), { kind: "params", problems: [{ path: "token", message: "expected a text" }] });
  await assert.rejects(collectKey(ds, "example-token", { onState: "print" }), { kind: "params", message: /onState/ });
});
