//! Notifications: what callers hand over, and the handlers over real HTTP.
import assert from "node:assert/strict";
import { createServer, request as httpRequest } from "node:http";
import { after, test } from "node:test";
import { inspect } from "node:util";
import { Access, IpnRejected, Reply, ipnHandler, nodeHandler, readUnsigned, sign, signedBody, verify, verifyAll } from "digistore24/ipn";

const PASSPHRASE = "Kranich über Lübeck";
const FORM = "application/x-www-form-urlencoded";
const PAYMENT = { event: "on_payment", order_id: "Q7M2XWPA", transaction_id: "9001", amount_brutto: "59.50" };
const signed = (more) => signedBody({ ...PAYMENT, ...more }, PASSPHRASE);
const body = signed();
const closing = [];
after(() => closing.forEach((close) => close()));

const refused = (reason) => (error) => error instanceof IpnRejected && error.reason === reason && !inspect(error, { showHidden: true }).includes("Kranich");

test("rules for access are checked", () => {
  for (const overdueAfter of [NaN, 2.5, 70_000, "3"]) {
    assert.throws(() => new Access().at(0, { overdueAfter }), { name: "TypeError", message: /overdueAfter: expected whole days/ });
  }
  assert.deepEqual(new Access().at(0, { overdueAfter: 3 }), []);
});

test("an event is a plain object that knows its kind", () => {
  const event = verify(body, PASSPHRASE);
  assert.deepEqual(Object.keys(event), ["event", "amount_brutto", "order_id", "transaction_id", "items"]);
  assert.deepEqual([event.kind, event.dedupKey, event.signed], ["on_payment", "on_payment:9001", true]);
  assert.ok(!JSON.stringify({ ...event }).includes("dedup"));
  assert.throws(() => { event.kind = "on_refund"; }, TypeError);
});

test("no parameter takes the place of what the library says", () => {
  const event = verify(signed({ kind: "on_refund", dedupKey: "mine", signed: "no", __proto__: null }), PASSPHRASE);
  assert.deepEqual([event.kind, event.dedupKey, event.signed], ["on_payment", "on_payment:9001", true]);
  assert.equal(verify(signedBody([["event", "on_payment"], ["__proto__", "x"]], PASSPHRASE), PASSPHRASE).toString, Object.prototype.toString);
});

test("bodies are taken as they arrive and as nothing else", () => {
  const bytes = new TextEncoder().encode(body);
  for (const form of [body, bytes, bytes.buffer, Buffer.from(body)]) assert.equal(verify(form, PASSPHRASE).order_id, "Q7M2XWPA");
  for (const form of [undefined, null, PAYMENT, new URLSearchParams(body), 5]) assert.throws(() => verify(form, PASSPHRASE), TypeError);
});

test("without a passphrase nothing is accepted", () => {
  for (const none of [undefined, null, "", [], ["", null]]) assert.throws(() => verify(body, none), refused("no_passphrase"));
  assert.throws(() => verify(body, 5), (error) => error instanceof TypeError && !error.message.includes("5"));
  assert.equal(verify(body, [undefined, "old one", PASSPHRASE]).order_id, "Q7M2XWPA");
});

test("a clock can be named", () => {
  const at = (options) => verify(signed({ order_date_time: "2026-07-01 10:00:00" }), PASSPHRASE, options).order_date_time;
  assert.equal(at(), "2026-07-01T10:00:00+02:00");
  assert.equal(at({ zone: "UTC" }), "2026-07-01T10:00:00+00:00");
  assert.throws(() => at({ zone: "Mars" }), RangeError);
});

test("many bodies are checked in one call, each for itself", () => {
  const [good, bad] = verifyAll([body, `${body}0`], PASSPHRASE);
  assert.equal(good.order_id, "Q7M2XWPA");
  assert.ok(bad instanceof IpnRejected && bad.reason === "wrong_signature");
  assert.throws(() => verifyAll([body, 5], PASSPHRASE), TypeError);
});

test("what is signed may come as an object, a map, pairs or a query", () => {
  const [signature] = new Set([PAYMENT, new Map(Object.entries(PAYMENT)), Object.entries(PAYMENT), new URLSearchParams(PAYMENT)].map((params) => sign(params, PASSPHRASE)));
  assert.match(signature, /^[0-9A-F]{128}$/);
  assert.ok(body.endsWith(`&sha_sign=${signature}`));
  assert.throws(() => sign({ amount: 5 }, PASSPHRASE), TypeError);
  for (const none of [undefined, "", 5]) assert.throws(() => sign(PAYMENT, none), TypeError);
});

test("what nobody signed says so, and gives no access", () => {
  const event = readUnsigned("event=payment&order_id=Q7M2XWPA");
  assert.deepEqual([event.kind, event.signed], ["on_payment", false]);
  assert.throws(() => new Access().feed(event), TypeError);
});

test("a reply refuses what would become a line of its own, and shows no password", () => {
  const reply = new Reply().account({ username: "anna", password: "s3cret", loginurl: "https://example.org/login" });
  assert.match(reply.text(), /\npassword: s3cret\n/);
  assert.ok(!`${inspect(reply, { showHidden: true })}${JSON.stringify(reply)}${reply.preview()}`.includes("s3cret"));
  const wrong = new Reply().line("Note", "one\nheadline: two").thankyouUrl("http://example.org");
  assert.throws(() => wrong.text(), (error) => error.problems.map(({ path }) => path).join() === "thankyou_url,Note");
  assert.throws(() => new Reply().headline(undefined), TypeError);
});

test("access is kept as a text and read again", () => {
  const access = new Access();
  assert.deepEqual([access.feed(verify(body, PASSPHRASE)), access.feed(verify(body, PASSPHRASE))], [true, false]);
  const again = Access.fromText(access.toText());
  const [item] = again.at(new Date("2026-08-01"));
  assert.deepEqual([item.order_id, item.state], ["Q7M2XWPA", "active"]);
  assert.match(item.text, /^Q7M2XWPA: active/);
  assert.deepEqual(Access.fromText("").at(), []);
  assert.throws(() => Access.fromText("nonsense"), SyntaxError);
  assert.throws(() => access.at(new Date("nonsense")), TypeError);
});

/** Both handlers, each with a way to send to it: answers status, text and headers. */
async function handlers(options) {
  const web = ipnHandler({ passphrase: PASSPHRASE, ...options });
  const server = createServer(nodeHandler({ passphrase: PASSPHRASE, ...options }));
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  closing.push(() => (server.closeAllConnections(), server.close()));
  const url = `http://127.0.0.1:${server.address().port}/`;
  const told = async (answer) => ({ status: answer.status, text: await answer.text(), headers: answer.headers });
  const request = (init) => ({ method: "POST", headers: { "content-type": FORM }, ...(init.body instanceof ReadableStream ? { duplex: "half" } : {}), ...init });
  return [async (init) => told(await web(new Request(url, request(init)))), async (init) => told(await fetch(url, request(init)))];
}

const brief = ({ status, text }) => [status, text];

test("the answer comes after the callback, and is its reply", async () => {
  const done = [];
  const on = async (event, { seen }) => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    done.push([event.order_id, seen]);
    return new Reply().line("Licence key", "ABCD-1234");
  };
  for (const send of await handlers({ on })) {
    const { status, text, headers } = await send({ body });
    assert.deepEqual([status, text, done.splice(0)], [200, "OK\nLicence key: ABCD-1234", [["Q7M2XWPA", false]]]);
    assert.match(headers.get("content-type"), /^text\/plain; charset=utf-8$/i);
    assert.equal(headers.get("cache-control"), "no-store");
  }
});

test("each kind has its callback; kinds without one are answered and change nothing", async () => {
  const done = [];
  const on = { on_payment: (event) => void done.push(event.kind), on_refund: (event) => void done.push(event.kind) };
  for (const send of await handlers({ on, reply: new Reply().headline("Welcome") })) {
    const kinds = ["on_payment", "on_payment_subscription_signup", "on_refund", "on_chargeback", "brand_new", "constructor"];
    for (const event of kinds) assert.deepEqual(brief(await send({ body: signed({ event }) })), [200, "OK\nheadline: Welcome"]);
    assert.deepEqual(done.splice(0), ["on_payment", "on_payment", "on_refund"]);
  }
});

test("a bad signature is 403 with the reason and nothing else", async () => {
  const on = () => assert.fail("it was called");
  for (const send of await handlers({ on })) {
    assert.deepEqual(brief(await send({ body: `${body}0` })), [403, "wrong_signature"]);
    assert.deepEqual(brief(await send({ body: "" })), [403, "not_a_form"]);
    assert.deepEqual(brief(await send({ body: "event=on_payment" })), [403, "no_signature"]);
  }
  for (const send of await handlers({ on, passphrase: undefined })) assert.deepEqual(brief(await send({ body })), [403, "no_passphrase"]);
});

test("whatever throws is 500, told to the host and not to the caller", async () => {
  const broken = new Error("the database of Kranich is away");
  const store = { has: () => Promise.reject(broken), add() {} };
  const fragile = { has: () => false, add: () => Promise.reject(broken) };
  const cases = [{ on: () => { throw broken; } }, { on: async () => { throw broken; } }, { on() {}, store }, { on() {}, store: fragile }];
  for (const options of cases) {
    const told = [];
    const failed = (error) => { told.push(error); throw error; };
    for (const send of await handlers({ ...options, failed })) {
      assert.deepEqual(brief(await send({ body })), [500, "handling_failed"]);
      assert.deepEqual(told.splice(0), [broken]);
    }
  }
  const told = [];
  for (const send of await handlers({ on: () => new Reply().line("a:b", "c"), failed: (error) => told.push(error) })) {
    assert.deepEqual(brief(await send({ body })), [500, "handling_failed"]);
  }
  assert.match(told[0].message, /colon/);
});

test("the connection test, GET and HEAD are answered without the callback", async () => {
  for (const send of await handlers({ on: () => assert.fail("it was called") })) {
    assert.deepEqual(brief(await send({ body: signed({ event: "connection_test" }) })), [200, "OK"]);
    assert.deepEqual(brief(await send({ method: "GET" })), [200, "OK"]);
    assert.deepEqual(brief(await send({ method: "HEAD" })), [200, ""]);
    const { status, headers } = await send({ method: "PUT", body });
    assert.deepEqual([status, headers.get("allow")], [405, "GET, HEAD, POST"]);
  }
});

test("what is no form is refused, whatever its charset is called", async () => {
  for (const send of await handlers({ on() {} })) {
    for (const type of ["application/json", "multipart/form-data; boundary=x", `${FORM}s`]) {
      assert.equal((await send({ body, headers: { "content-type": type } })).status, 415);
    }
    for (const type of [`${FORM}; charset=ISO-8859-1`, FORM.toUpperCase(), `${FORM};charset=utf-8`]) {
      assert.equal((await send({ body, headers: { "content-type": type } })).status, 200);
    }
  }
});

test("a large body is refused at the limit, announced or not", async () => {
  for (const send of await handlers({ on() {}, maxBody: 2_000 })) {
    assert.equal((await send({ body: signed({ custom: "x".repeat(1_500) }) })).status, 200);
    assert.deepEqual(brief(await send({ body: "x".repeat(2_001) })), [413, "too_large"]);
  }
  let pulled = 0;
  const endless = new ReadableStream({ pull: (stream) => { pulled += 1; stream.enqueue(new Uint8Array(1_000)); } });
  const request = new Request("http://example.com/", { method: "POST", headers: { "content-type": FORM }, body: endless, duplex: "half" });
  assert.equal((await ipnHandler({ passphrase: PASSPHRASE, on() {}, maxBody: 2_000 })(request)).status, 413);
  assert.ok(pulled < 10, `${pulled} pieces were read`);
});

test("an endless body over HTTP is cut off", async () => {
  const server = createServer(nodeHandler({ passphrase: PASSPHRASE, on() {}, maxBody: 2_000 }));
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  closing.push(() => (server.closeAllConnections(), server.close()));
  const status = await new Promise((resolve, reject) => {
    const request = httpRequest({ port: server.address().port, host: "127.0.0.1", method: "POST", headers: { "content-type": FORM } });
    const piece = setInterval(() => request.write("x".repeat(1_000)), 2);
    request.on("response", (response) => { clearInterval(piece); resolve(response.resume().statusCode); }).on("error", reject);
  });
  assert.equal(status, 413);
});

test("a body that breaks off is a failure, and the server lives on", async () => {
  let server;
  const failure = new Promise((failed) => {
    server = createServer(nodeHandler({ passphrase: PASSPHRASE, on() {}, failed }));
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  closing.push(() => (server.closeAllConnections(), server.close()));
  const { port } = server.address();
  const request = httpRequest({ port, host: "127.0.0.1", method: "POST", headers: { "content-type": FORM, "content-length": 100 } });
  request.on("error", () => {}).write("event=on");
  setTimeout(() => request.destroy(), 20);
  assert.ok((await failure) instanceof Error);
  assert.equal((await fetch(`http://127.0.0.1:${port}/`)).status, 200);
});

test("a body that somebody has read before is a failure that says so", async () => {
  const told = [];
  const request = new Request("http://example.com/", { method: "POST", headers: { "content-type": FORM }, body });
  await request.text();
  const handle = ipnHandler({ passphrase: PASSPHRASE, on() {}, failed: (error) => told.push(error) });
  assert.equal((await handle(request)).status, 500);
  assert.match(told[0].message, /read before/);
});

test("a store tells what was seen, and learns only what was handled", async () => {
  for (const store of [new Set(), asyncStore()]) {
    const seen = [];
    let works = false;
    const on = (_, context) => { seen.push(context.seen); if (!works) throw new Error("not yet"); };
    const [send] = await handlers({ on, store, failed() {} });
    assert.equal((await send({ body })).status, 500);
    works = true;
    for (const _ of [1, 2]) assert.equal((await send({ body })).status, 200);
    assert.deepEqual(seen, [false, false, true]);
  }
});

function asyncStore() {
  const keys = new Set();
  return { has: async (key) => keys.has(key), add: async (key) => void keys.add(key) };
}

test("a handler says what is wrong with its options", () => {
  const wrong = [undefined, {}, { on: 5 }, { on: { on_payments() {} } }, { on() {}, store: {} }, { on() {}, reply: "OK" }, { on() {}, maxBody: "many" }];
  for (const options of wrong) for (const make of [ipnHandler, nodeHandler]) assert.throws(() => make(options), TypeError);
});
