// What a listener hears of every attempt.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { Digistore24 } from "digistore24";

const SECRET = "ExampleKeyOfNobody";
const KEY = `1234567-${SECRET}`;
const envelope = (data) => `{"api_version":"1.2","current_time":"2026-10-05 14:00:00","result":"success","data":${JSON.stringify(data)}}`;

/** A client that gets these replies, one after the other, and all that its listener heard. */
function heard(replies, options = {}) {
  const events = [];
  const send = async () => {
    const reply = replies.shift();
    if (reply instanceof Error) throw reply;
    return reply;
  };
  return { events, ds: new Digistore24({ apiKey: KEY, send, onAttempt: (event) => void events.push(event), ...options }) };
}

test("every attempt is told once, with what it came to", async () => {
  const body = envelope({ purchase_list: [{ id: "AB12CD34" }, { id: "EF56GH78" }] });
  const { ds, events } = heard([{ status: 503, body: "<html>" }, { status: 200, body }]);
  await ds.listPurchases({ from: "-3d" }, { retries: 1 });
  const [first, second] = events;
  assert.equal(events.length, 2);
  assert.ok(first.duration >= 0 && first.againIn >= 250 && first.againIn <= 500);
  assert.deepEqual({ ...first, duration: 0, againIn: 0 }, {
    function: "listPurchases",
    attempt: 1,
    duration: 0,
    outcome: "garbled",
    status: 503,
    code: null,
    rows: null,
    bytesSent: 8,
    bytes: 6,
    failure: null,
    reason: "it is a page, not JSON",
    maybeDone: false,
    againIn: 0,
    sent: null,
    received: null,
  });
  assert.deepEqual([second.attempt, second.outcome, second.status, second.rows, second.bytes, second.againIn], [2, "answered", 200, 2, body.length, null]);
});

test("what comes to nothing is told too", async () => {
  const replies = [Object.assign(new Error("no network"), { sent: false }), new Error("cut"), { status: 200, body: '{"api_version":"1.2","result":"error","code":3,"message":"no"}' }];
  const { ds, events } = heard(replies);
  for (let at = 0; at < 3; at++) await assert.rejects(ds.ping({}, { retries: 0 }));
  assert.deepEqual(events.map(({ outcome, code, reason }) => [outcome, code, reason]), [["not_sent", null, "no network"], ["lost", null, "cut"], ["refused", 3, "no"]]);
});

test("a call that may have been carried out is told as such", async () => {
  const { ds, events } = heard([new Error("cut"), new Error("cut")]);
  await assert.rejects(ds.refundTransaction({ transaction_id: "1" }));
  await assert.rejects(ds.ping({}, { retries: 0 }));
  assert.deepEqual(events.map(({ outcome, maybeDone }) => [outcome, maybeDone]), [["lost", true], ["lost", false]]);
});

test("a number that JavaScript cannot hold takes nothing else away", async () => {
  const { ds, events } = heard([{ status: 200, body: '{"api_version":"1.2","result":"error","code":9007199254740993,"message":"no"}' }]);
  await assert.rejects(ds.ping(), { kind: "refused", code: 2 ** 53, maybeDone: false, function: "ping", message: /9007199254740993/ });
  assert.deepEqual(events.map(({ outcome, code }) => [outcome, code]), [["refused", 2 ** 53]]);
});

test("bodies are told where they are asked for, without secrets", async () => {
  const body = envelope({ note: KEY });
  const quiet = heard([{ status: 200, body }]);
  await quiet.ds.raw("getThing", { a: 1 });
  assert.deepEqual([quiet.events[0].sent, quiet.events[0].received], [null, null]);
  const { ds, events } = heard([{ status: 200, body }], { bodies: true });
  await ds.raw("getThing", { a: 1, password: "Kranich" });
  assert.match(events[0].sent, /^a=1&password=…$/);
  assert.match(events[0].received, /"note":"1234567-…"/);
  assert.ok(!inspect(events).includes(SECRET));
});

test("a prepared call tells nobody: whoever carries it out knows", () => {
  const { ds, events } = heard([]);
  const flow = ds.prepare("ping");
  flow.step();
  flow.answer({ status: 200, body: envelope({}) });
  flow.step();
  assert.deepEqual(events, []);
});

test("a listener that throws disturbs no call", async () => {
  const { error } = console;
  const complaints = [];
  console.error = (...told) => complaints.push(inspect(told));
  try {
    for (const onAttempt of [() => { throw new Error("broken at once"); }, async () => { throw new Error("broken later"); }]) {
      const { ds } = heard([{ status: 200, body: envelope({}) }], { onAttempt });
      await ds.ping();
    }
    await new Promise(setImmediate);
  } finally {
    console.error = error;
  }
  assert.equal(complaints.length, 2);
  assert.match(complaints[0], /onAttempt threw.*broken at once/s);
  assert.match(complaints[1], /onAttempt threw.*broken later/s);
  assert.ok(!complaints.join().includes(SECRET));
});
