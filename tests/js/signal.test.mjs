// Giving a call up: whatever it is doing, it ends at once, and nobody is told less than there is to know.
import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { test } from "node:test";
import { inspect } from "node:util";
import { Budget, Digistore24, DigistoreError } from "digistore24";
import { rawServer } from "./shared/raw.mjs";

const KEY = "1234567-ExampleKeyOfNobody";
const ANSWER = '{"api_version":"1.2","current_time":"2026-10-05 14:00:00","result":"success","data":{}}';
const REFUND = { purchase_id: "AB12CD34" };
const silent = () => new Promise(() => {});
const soon = (act) => setTimeout(act, 30);

/** What a call throws that is given up in a while, or as soon as that happens. */
async function givenUp(call, reason, happens = new Promise(soon)) {
  const control = new AbortController();
  const begun = performance.now();
  happens.then(() => control.abort(reason));
  const error = await call(control.signal).then(() => assert.fail("it succeeded"), (error) => error);
  assert.ok(performance.now() - begun < 5_000);
  assert.equal(getEventListeners(control.signal, "abort").length, 0);
  return { error, signal: control.signal };
}

test("a call that is given up ends with the reason, and lets go of its connection", { timeout: 10_000 }, async () => {
  const { baseUrl, played, close } = await rawServer([[{ read: true }, { hang: true }]]);
  const ds = new Digistore24({ apiKey: KEY, baseUrl });
  const until = async (holds) => {
    while (!holds()) await new Promise(soon);
  };
  const { error, signal } = await givenUp((signal) => ds.ping({}, { signal }), undefined, until(() => played.requests.length === 1));
  assert.equal(error, signal.reason);
  assert.equal(error.name, "AbortError");
  // The server notices, or it would go on hanging.
  await until(() => played.over === 1);
  close();
});

test("a reason of one's own is what is thrown", async () => {
  const ds = new Digistore24({ apiKey: KEY, send: silent });
  for (const reason of [new Error("enough"), "a text", null]) {
    assert.equal((await givenUp((signal) => ds.raw("getThing", {}, { signal, apiKey: KEY }).catch((error) => Promise.reject(error.cause ?? error.kind ?? error)), reason)).error, reason ?? "unanswered");
    assert.equal((await givenUp((signal) => ds.call("ping", null, { signal }), reason)).error, reason);
  }
});

test("what may have been carried out and must not be repeated says so, with the reason as its cause", async () => {
  const events = [];
  const ds = new Digistore24({ apiKey: KEY, send: silent, onAttempt: (event) => events.push(event) });
  const { error, signal } = await givenUp((signal) => ds.refundPurchase(REFUND, { signal }));
  assert.ok(error instanceof DigistoreError);
  assert.equal(error.kind, "unanswered");
  assert.equal(error.maybeDone, true);
  assert.equal(error.cause, signal.reason);
  assert.match(error.message, /given up.*look before you repeat/);
  assert.deepEqual(events.map(({ outcome, againIn }) => [outcome, againIn]), [["lost", null]]);
  assert.ok(!Object.keys(error).includes("cause"));
});

test("an answer that has only begun is given up too", { timeout: 10_000 }, async () => {
  const { baseUrl, close } = await rawServer([[{ read: true }, { send: "HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{" }, { hang: true }]]);
  const { error } = await givenUp((signal) => new Digistore24({ apiKey: KEY, baseUrl }).refundPurchase(REFUND, { signal }));
  assert.equal(error.maybeDone, true);
  close();
});

test("a pause between attempts is given up", async () => {
  let sent = 0;
  const send = async () => (sent++, { status: 429, headers: { "retry-after": "50" }, body: "" });
  const { error, signal } = await givenUp((signal) => new Digistore24({ apiKey: KEY, send }).ping({}, { signal }));
  assert.equal(error, signal.reason);
  assert.equal(sent, 1);
});

test("a wait for the budget is given up, and nothing is sent", async () => {
  let sent = 0;
  const send = async () => (sent++, { status: 200, body: ANSWER });
  const ds = new Digistore24({ apiKey: KEY, send, budget: new Budget({ perSecond: 0.01 }) });
  await ds.ping();
  const { error, signal } = await givenUp((signal) => ds.refundPurchase(REFUND, { signal }));
  assert.equal(error, signal.reason);
  assert.equal(sent, 1);
});

test("what was given up before it began sends nothing and uses up nothing", async () => {
  let sent = 0;
  const send = async () => (sent++, { status: 200, body: ANSWER });
  const ds = new Digistore24({ apiKey: KEY, send, budget: new Budget({ perSecond: 0.01 }) });
  const signal = AbortSignal.abort();
  for (let at = 0; at < 3; at++) await assert.rejects(ds.refundPurchase(REFUND, { signal }), (error) => error === signal.reason);
  assert.equal(sent, 0);
  await ds.ping();
  assert.equal(sent, 1);
});

test("an answer that is there is told, also when the signal was given meanwhile", async () => {
  const control = new AbortController();
  const ds = new Digistore24({ apiKey: KEY, send: async () => ({ status: 200, body: ANSWER }), onAttempt: () => control.abort() });
  assert.equal((await ds.refundPurchase(REFUND, { signal: control.signal }))._raw, ANSWER);
});

test("a listener of attempts may give up what would be tried again", async () => {
  const control = new AbortController();
  let sent = 0;
  const ds = new Digistore24({ apiKey: KEY, send: async () => (sent++, { status: 503, body: "" }), onAttempt: () => control.abort() });
  await assert.rejects(ds.ping({}, { signal: control.signal }), { name: "AbortError" });
  assert.equal(sent, 1);
});

test("one signal for ten thousand calls collects no listeners", async () => {
  const warnings = [];
  process.on("warning", (warning) => warnings.push(warning));
  const ds = new Digistore24({ apiKey: KEY, send: async () => ({ status: 200, body: ANSWER }) });
  const { signal } = new AbortController();
  for (let at = 0; at < 100; at++) await Promise.all(Array.from({ length: 100 }, () => ds.ping({}, { signal })));
  assert.equal(getEventListeners(signal, "abort").length, 0);
  assert.deepEqual(warnings, []);
});

test("a signal that is none is refused, and a prepared call takes none", async () => {
  const ds = new Digistore24({ apiKey: KEY, send: silent });
  for (const signal of [{}, "now", new AbortController()]) {
    await assert.rejects(ds.ping({}, { signal }), { kind: "params", problems: [{ path: "signal", message: "expected an AbortSignal" }] });
  }
  assert.throws(() => ds.prepare("ping", {}, { signal: new AbortController().signal }), /signal: there is none/);
});

test("what a call does otherwise is checked like the options of a client", async () => {
  const sent = [];
  const ds = new Digistore24({ apiKey: KEY, send: async (request) => (sent.push(request), { status: 200, body: ANSWER }) });
  await ds.ping({}, { language: "de", operator: "anna", apiKey: "456-ExampleKeyOfThem", timeout: 70, retries: 0, totalTimeout: null });
  await ds.ping(null, { timeout: false });
  await ds.ping(null, null);
  const [other, endless, usual] = sent;
  assert.equal(other.headers["X-DS-API-KEY"], "456-ExampleKeyOfThem");
  assert.equal(other.body, "language=de&operator=anna");
  assert.equal(other.timeout, 70);
  assert.equal(endless.timeout, undefined);
  assert.deepEqual([usual.timeout, usual.mostBytes, usual.body, usual.headers["X-DS-API-KEY"]], [30_000, 64 * 2 ** 20, "", KEY]);
  await assert.rejects(ds.ping({}, { timeout: -1, totalTime: 5, apiKey: 7 }), ({ problems }) => {
    assert.deepEqual(problems.map(({ path }) => path), ["apiKey", "timeout", "totalTime"]);
    return true;
  });
  await assert.rejects(ds.ping({}, "fast"), { kind: "params" });
  // Somebody who forgets to name the key does not find it in a log.
  await assert.rejects(ds.ping({}, KEY), (error) => error.kind === "params" && !inspect(error).includes("ExampleKey"));
});
