// What hostile and broken servers do, and what becomes of a call: the table `vectors/hostile.json`, over real sockets.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { inspect } from "node:util";
import { Digistore24, DigistoreError } from "digistore24";
import { rawServer } from "./shared/raw.mjs";

const SECRET = "ExampleKeyOfNobody";
const KEY = `1234567-${SECRET}`;
const { cases } = JSON.parse(readFileSync(new URL("../vectors/hostile.json", import.meta.url), "utf8"));

/** The calls, by what the table calls them: one that may be repeated, and one that must not be. */
const CALLS = {
  safe: (ds) => ds.ping(),
  once: (ds) => ds.refundPurchase({ purchase_id: "AB12CD34" }),
};

/** Everything printed while the tests run. */
let printed = "";
const originals = [process.stdout, process.stderr].map((stream) => [stream, stream.write]);
before(() => {
  for (const [stream, write] of originals) {
    stream.write = function (text, ...rest) {
      printed += text;
      return write.call(this, text, ...rest);
    };
  }
});
after(() => originals.forEach(([stream, write]) => (stream.write = write)));

/** Node's decompression does not mind a stream that breaks off; then it is the text that does. */
const IN_NODE = { "a compressed answer that breaks off: safe": { kind: "garbled" } };

const camel = (name) => name.replace(/_(.)/g, (all, letter) => letter.toUpperCase());
const options = (given) => Object.fromEntries(Object.entries(given).map(([name, value]) => [camel(name), value]));

for (const { name, options: given, connections, ...wanted } of cases) {
  for (const [kind, call] of Object.entries(CALLS)) {
    const title = `${name}: ${kind}`;
    test(title, { timeout: 20_000 }, () => plays({ given, connections, call, wanted: { ...wanted[kind], ...IN_NODE[title] } }));
  }
}

async function plays({ given, connections, call, wanted }) {
  const elsewhere = await rawServer([[{ read: true }]]);
  const { played, baseUrl, close } = await rawServer(connections, { elsewhere: elsewhere.baseUrl, key: KEY });
  const events = [];
  const ds = new Digistore24({ apiKey: KEY, baseUrl, retries: 0, bodies: true, onAttempt: (event) => events.push(event), ...options(given) });
  const outcome = await call(ds).then((answer) => ({ answer }), (error) => ({ error }));
  // What is larger than it may be is not even fetched.
  const limit = given.most_bytes;
  close();
  elsewhere.close();
  if (limit) assert.ok(played.written < 20 * limit, `${played.written} bytes were taken`);

  const { answer, error } = outcome;
  if (wanted.answered) {
    assert.equal(error, undefined);
    assert.ok("_raw" in answer);
  } else {
    assert.ok(error instanceof DigistoreError, inspect(error));
    assert.equal(error.kind, wanted.kind, error.message);
    // It is null where it depends on the host.
    if (wanted.maybe_done != null) assert.equal(error.maybeDone, wanted.maybe_done, error.message);
    if ("status" in wanted) assert.equal(error.status, wanted.status, error.message);
    if ("says" in wanted) assert.ok(error.message.includes(wanted.says), error.message);
  }
  if (wanted.requests !== null) assert.equal(played.requests.length, wanted.requests);
  if ("apart" in wanted) assert.ok(played.requests[1] - played.requests[0] >= wanted.apart);
  assert.deepEqual(elsewhere.played.requests, []);
  assert.equal(events.length, Math.max(wanted.requests ?? 1, 1));
  assert.deepEqual(events.map(({ attempt }) => attempt), events.map((event, at) => at + 1));
  const told = inspect([error, error?.stack, events, ds], { showHidden: true, depth: 20, maxStringLength: Infinity });
  assert.ok(!told.includes(SECRET), "the key is told");
  assert.ok(!printed.includes(SECRET), "the key is printed");
}

test("a compressed flood stops early, and memory is not filled", { timeout: 20_000 }, async () => {
  const { gzipSync } = await import("node:zlib");
  const bomb = gzipSync(Buffer.alloc(500_000_000, " "), { level: 1 });
  const head = `HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: ${bomb.length}\r\n\r\n`;
  const { baseUrl, close } = await rawServer([[{ read: true }, { send: head }, { base64: bomb.toString("base64") }]]);
  const ds = new Digistore24({ apiKey: KEY, baseUrl, retries: 0, mostBytes: 5_000_000 });
  globalThis.gc?.();
  const { rss } = process.memoryUsage();
  let most = 0;
  const watching = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 5);
  await assert.rejects(ds.ping(), /more than 5000000 bytes/);
  clearInterval(watching);
  close();
  assert.ok(most - rss < 150_000_000, `memory grew by ${most - rss}`);
});
