//! What people do in the sandbox, notifications on their way, and calls that go wrong.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { after, test } from "node:test";
import { inspect } from "node:util";
import { Digistore24 } from "digistore24";
import { verify } from "digistore24/ipn";
import { Sandbox } from "digistore24/sandbox";

const PASSPHRASE = "Moewe 7";
const closing = [];
after(() => Promise.all(closing.map((close) => close())));

/** A program that takes notifications over HTTP. */
async function endpoint(answer = () => "OK") {
  const heard = [];
  const server = createServer(async (request, response) => {
    const pieces = [];
    for await (const piece of request) pieces.push(piece);
    const event = verify(Buffer.concat(pieces).toString(), PASSPHRASE);
    const text = await answer(event);
    heard.push(event);
    response.end(text);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  closing.push(close);
  return { url: `http://127.0.0.1:${server.address().port}/ipn`, heard, close };
}

const client = ({ apiKey, send }, options) => new Digistore24({ apiKey, send, ...options });

test("people buy, pay, cancel and get their money back", async () => {
  const sandbox = new Sandbox();
  const bought = sandbox.buy({ product_id: 515152, email: "mia@example.com", affiliate: "bea", addons: [{ product_id: "515151" }] });
  const { purchase_id } = bought;
  assert.equal(bought.amount, "89.25");
  assert.deepEqual(sandbox.advance({ days: 31 }), { time: "2026-11-05T13:00:00+01:00", left_seconds: 0 });
  sandbox.failPayments({ purchase_id });
  sandbox.advance({ days: 30 });
  const { transaction_list } = await client(sandbox).listTransactions({ from: "start", search: { purchase_id } });
  assert.equal(transaction_list.length, 3, "two items, then one more month; the next card declined");
  assert.deepEqual([sandbox.cancel({ purchase_id }), sandbox.cancel({ purchase_id })], [true, false]);
  const refund = sandbox.refund({ transaction_id: bought.transaction_ids[0] });
  assert.notEqual(sandbox.chargeback({ purchase_id }), refund);
});

test("everything that is wrong is thrown at once", () => {
  const sandbox = new Sandbox();
  assert.throws(
    () => sandbox.buy({ quantity: 0, colour: "red" }),
    ({ kind, problems }) => kind === "params" && problems.map(({ path }) => path).join() === "product_id,quantity,colour",
  );
  assert.throws(() => sandbox.tell("dance"), /knows no/);
  assert.throws(() => sandbox.setTime("2026-01-01 00:00:00"), /backwards/);
  assert.throws(() => Sandbox.load("{}"), /text/);
});

test("the clock is set and moves in parts", () => {
  const sandbox = new Sandbox();
  sandbox.advance(0.5);
  sandbox.advance({ seconds: 0.5, minutes: 1, hours: 1 });
  assert.equal(sandbox.setTime(new Date("2026-10-05T13:01:01Z")).time, "2026-10-05T15:01:01+02:00");
  assert.equal(sandbox.setTime("2026-12-24 18:00:00").time, "2026-12-24T18:00:00+01:00");
});

test("a snapshot goes on where it was saved", () => {
  const sandbox = new Sandbox();
  sandbox.buy({ product_id: 515151, email: "mia@example.com" });
  const again = Sandbox.load(sandbox.save());
  assert.equal(again.save(), sandbox.save());
  const order = { product_id: 515151, email: "mia@example.com" };
  assert.deepEqual(again.buy(order), sandbox.buy(order));
});

test("its printed form says what there is, and no key", () => {
  const sandbox = new Sandbox();
  assert.equal(`${sandbox}`, "Sandbox at 2026-10-05T14:00:00+02:00: 6 orders, 8 transactions, 3 buyers");
  for (const text of [inspect(sandbox), JSON.stringify(sandbox)]) assert.ok(!text.includes(sandbox.apiKey), text);
});

test("what is due is posted, and what came of it is told", async () => {
  const sandbox = new Sandbox();
  const refusals = [];
  const { url, heard, close } = await endpoint(() => refusals.pop() ?? "OK");
  const connection_id = sandbox.connect({ url, passphrase: PASSPHRASE, transactions: "all" });
  await sandbox.deliver();
  heard.length = 0;
  refusals.push("ERROR: closed");
  const { purchase_id: order_id } = sandbox.buy({ product_id: 515151, email: "mia@example.com" });
  const [refused, ...none] = await sandbox.deliver();
  assert.deepEqual([refused.status, refused.body, refused.url, none.length], [200, "ERROR: closed", url, 0]);
  assert.deepEqual(await sandbox.deliver(), [], "it comes again later");
  sandbox.advance({ hours: 1 });
  // Two at once take turns, and nothing is sent twice.
  const [[taken], nothing] = await Promise.all([sandbox.deliver(), sandbox.deliver()]);
  assert.deepEqual([taken.body, taken.attempt, nothing.length], ["OK", 2, 0]);
  assert.deepEqual(heard.map(({ event }) => event), ["on_payment", "on_payment"]);
  const [notification] = sandbox.notifications({ order_id });
  assert.equal(notification.state, "delivered");
  assert.deepEqual(notification.attempts.map(({ reply }) => reply), ["ERROR: closed", "OK"]);
  close();
  sandbox.resend({ id: notification.id });
  const [lost] = await sandbox.deliver({ timeout: 5000 });
  assert.ok(lost.lost && !("status" in lost), JSON.stringify(lost));
  assert.equal(sandbox.disconnect({ connection_id }), true);
});

test("notifications are taken without HTTP", () => {
  const sandbox = new Sandbox();
  sandbox.connect({ url: "http://127.0.0.1:9/ipn", passphrase: PASSPHRASE, transactions: ["payment"] });
  sandbox.drain();
  sandbox.buy({ product_id: 515151, email: "mia@example.com" });
  const waiting = sandbox.due();
  assert.deepEqual(sandbox.drain(), [waiting]);
  assert.equal(sandbox.due(), null);
  assert.equal(verify(waiting.body, PASSPHRASE).event, "on_payment");
  const own = sandbox.access().filter(({ email }) => email === "mia@example.com");
  assert.deepEqual(own.map(({ state }) => state), ["active"]);
});

test("a served sandbox delivers by itself, at the right time", async () => {
  const sandbox = new Sandbox();
  const { baseUrl, windowUrl, close } = await sandbox.serve({ deliver: true });
  closing.push(close);
  const seen = [];
  // It asks over HTTP, as a program does that asks what it was told of.
  const ds = new Digistore24({ apiKey: sandbox.apiKey, baseUrl });
  const { url } = await endpoint(async ({ email }) => {
    const { server_time } = await ds.ping();
    if (email === "mia@example.com") seen.push(server_time);
    return "OK";
  });
  sandbox.connect({ url, passphrase: PASSPHRASE });
  const told = (verb, options) => fetch(`${windowUrl}sandbox/${verb}`, { method: "POST", body: new URLSearchParams(options) });
  // A program in another language buys, and moves the clock.
  await told("buy", { product_id: 515152, email: "mia@example.com" });
  await told("advance", { days: 40 });
  await sandbox.deliver();
  assert.deepEqual(seen, ["2026-10-05T14:00:00+02:00", "2026-11-05T04:00:00+01:00"]);
  assert.match(`${sandbox}`, /2026-11-14T13:00:00/);
  sandbox.advance({ days: 1 });
  sandbox.advance({ days: 1 });
  await sandbox.deliver();
  assert.match(`${sandbox}`, /2026-11-16T13:00:00/);
  await close();
  sandbox.advance({ days: 1 });
  assert.match(`${sandbox}`, /2026-11-17T13:00:00/, "without the server it moves at once");
});

test("nobody waits for deliver() to be asked for", async () => {
  const sandbox = new Sandbox();
  const { close } = await sandbox.serve({ deliver: true });
  closing.push(close);
  const { url, heard } = await endpoint();
  sandbox.connect({ url, passphrase: PASSPHRASE });
  sandbox.buy({ product_id: 515151, email: "mia@example.com" });
  for (let tries = 0; tries < 400 && !heard.some(({ email }) => email === "mia@example.com"); tries += 1) await new Promise((done) => setTimeout(done, 25));
  assert.ok(heard.some(({ email }) => email === "mia@example.com"));
});

test("closing does not wait for an address that says nothing", async () => {
  const sandbox = new Sandbox();
  const { close } = await sandbox.serve({ deliver: true });
  let hold;
  const held = new Promise((resolve) => (hold = resolve));
  const { url } = await endpoint(() => {
    hold();
    return new Promise(() => {});
  });
  sandbox.connect({ url, passphrase: PASSPHRASE });
  sandbox.buy({ product_id: 515151, email: "mia@example.com" });
  await held;
  await close();
  assert.ok(sandbox.notifications({ state: "queued" }).length > 0, "what was given up is due still");
});

test("programs in other languages drive it over HTTP", async () => {
  const sandbox = new Sandbox();
  const { baseUrl, windowUrl, close } = await sandbox.serve();
  closing.push(close);
  const body = JSON.stringify({ product_id: 515151, email: "mia@example.com" });
  const answer = await fetch(`${windowUrl}sandbox/buy`, { method: "POST", headers: { "content-type": "application/json" }, body });
  const { purchase_id } = (await answer.json()).result;
  await new Digistore24({ apiKey: sandbox.apiKey, baseUrl }).getPurchase({ purchase_id });
  const { result } = await (await fetch(`${windowUrl}sandbox/requests`)).json();
  assert.deepEqual(result.requests.map(({ function: name, parameters }) => [name, parameters]), [["getPurchase", { purchase_id }]]);
  assert.deepEqual(sandbox.requests(), result.requests);
  assert.equal((await fetch(`${windowUrl}sandbox/advance?days=1`)).status, 405);
  assert.equal((await fetch(`${windowUrl}sandbox/save`, { headers: { origin: "https://shop.example.com" } })).status, 403);
  assert.match(await (await fetch(windowUrl)).text(), /<html/);
});

const VOUCHER = { data: { code: "SPRING", first_rate: "10" } };

for (const way of ["in this process", "over HTTP"]) {
  const service = async () => {
    const sandbox = new Sandbox();
    if (way === "in this process") return { sandbox, ds: client(sandbox, { timeout: 500, totalTimeout: 60_000 }) };
    const { baseUrl, close } = await sandbox.serve();
    closing.push(close);
    return { sandbox, ds: new Digistore24({ apiKey: sandbox.apiKey, baseUrl, timeout: 500, totalTimeout: 60_000 }) };
  };
  const asked = (sandbox, name) => sandbox.requests().filter((request) => request.function === name).length;

  test(`what creates is not sent again when its end is unknown, ${way}`, async () => {
    for (const [fault, isDone] of [
      [{ kind: "timeout" }, true],
      [{ kind: "timeout", when: "before" }, false],
      [{ kind: "half" }, true],
      [{ kind: "slow", seconds: 2 }, true],
      [{ kind: "html", status: 504 }, false],
      [{ kind: "html", status: 504, when: "after" }, true],
      [{ kind: "code", code: 11 }, false],
    ]) {
      const { sandbox, ds } = await service();
      sandbox.fault({ ...fault, function: "createVoucher" });
      await assert.rejects(ds.createVoucher(VOUCHER), ({ kind, maybeDone }) => kind === "unanswered" && maybeDone, JSON.stringify(fault));
      assert.equal(asked(sandbox, "createVoucher"), 1);
      const { coupons } = await ds.listVouchers();
      assert.equal(coupons.some(({ code }) => code === "SPRING"), isDone, JSON.stringify(fault));
      assert.deepEqual(sandbox.faults(), []);
    }
  });

  test(`what reads is asked again, ${way}`, async () => {
    for (const fault of [{ kind: "timeout" }, { kind: "slow", seconds: 2 }, { kind: "html" }, { kind: "code", code: 12 }]) {
      const { sandbox, ds } = await service();
      sandbox.fault(fault);
      await ds.ping();
      assert.equal(asked(sandbox, "ping"), 2, JSON.stringify(fault));
    }
  });

  test(`an error or a page is told as it is, ${way}`, async () => {
    const { sandbox, ds } = await service();
    sandbox.fault({ kind: "code", code: 4, message: "Not today", status: 400 });
    await assert.rejects(ds.ping(), ({ kind, code, status, message }) => kind === "refused" && code === 4 && status === 400 && message.includes("Not today"));
    sandbox.fault({ kind: "html", status: 403, times: 2, function: "getUserInfo" });
    await assert.rejects(ds.getUserInfo(), { kind: "garbled", status: 403 });
    assert.deepEqual(sandbox.faults(), [{ function: "getUserInfo", kind: "html", times: 1 }]);
    sandbox.clearFaults();
    await ds.getUserInfo();
  });
}
