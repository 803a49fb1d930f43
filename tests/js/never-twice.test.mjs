// No call that must not be repeated is ever sent twice, wherever its answer is lost.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import net from "node:net";
import { after, test } from "node:test";
import { inspect } from "node:util";
import { Digistore24, DigistoreError } from "digistore24";

const BODY = '{"api_version":"1.2","result":"success","data":{"id":"1"}}';
const ANSWER = Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY}`);

const vectors = (name) => JSON.parse(readFileSync(new URL(`../vectors/${name}`, import.meta.url), "utf8"));

/** Each function that must not be repeated, with parameters that are enough for it. */
const ONCE = (() => {
  const names = new Set(vectors("aftermath.json").map(({ options }) => options.function));
  const found = new Map();
  for (const { function: name, params, settings } of vectors("encoding.json")) {
    if (names.has(name) && !settings && !found.has(name)) found.set(name, params);
  }
  return [...found];
})();

const closing = [];
after(() => closing.forEach((close) => close()));

/**
 * A server that carries every request out, which it counts, and hangs up after `cut` bytes of the answer; `null` for an
 * answer as it should be. With `swallow`, it hangs up after so many bytes of the request instead. `begun` counts the
 * connections on which anything arrived.
 */
async function cutting({ reset = false, swallow } = {}) {
  const state = { cut: null, carriedOut: 0, begun: 0 };
  const sockets = new Set();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {}).on("close", () => sockets.delete(socket));
    let got = "";
    socket.once("data", () => (state.begun += 1));
    socket.on("data", (piece) => {
      got += piece.toString("latin1");
      if (swallow !== undefined) {
        if (got.length >= swallow) socket.resetAndDestroy();
        return;
      }
      const end = got.indexOf("\r\n\r\n");
      const length = Number(/content-length: (\d+)/i.exec(got)?.[1] ?? 0);
      if (end < 0 || got.length < end + 4 + length) return;
      got = got.slice(end + 4 + length);
      state.carriedOut += 1;
      const { cut } = state;
      if (cut === null) return void socket.write(ANSWER);
      // Written first: a reset takes back what has not left yet.
      if (reset) socket.write(ANSWER.subarray(0, cut), () => socket.resetAndDestroy());
      else socket.end(ANSWER.subarray(0, cut));
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const baseUrl = `http://127.0.0.1:${server.address().port}/api/call`;
  const close = () => (sockets.forEach((socket) => socket.destroy()), server.close());
  const ds = new Digistore24({ apiKey: "123-ExampleKey", developerKey: "9-ExampleDeveloper", writing: true, retries: 3, timeout: 20_000, baseUrl });
  closing.push(close);
  return { state, ds, close };
}

async function lost(promise, about) {
  const error = await promise.then(() => undefined, (thrown) => thrown);
  assert.ok(error instanceof DigistoreError, `${about}: ${inspect(error)}`);
  assert.deepEqual([error.kind, error.maybeDone], ["unanswered", true], `${about}: ${error.message}`);
  return error;
}

/** All of them, some at a time. */
async function each(work) {
  const rest = ONCE.slice();
  const worker = async () => {
    for (let one = rest.pop(); one; one = rest.pop()) await work(...one);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}

test("there are as many such functions as the catalogue has", () => assert.equal(ONCE.length, 37));

for (const reset of [false, true]) {
  const how = reset ? "reset" : "closed";
  test(`an answer that is lost at any byte leaves one request (${how})`, async () => {
    await each(async (name, params) => {
      const { state, ds, close } = await cutting({ reset });
      for (let cut = 0; cut < ANSWER.length; cut += 1) {
        state.cut = cut;
        await lost(ds.call(name, params), `${name} at ${cut}`);
        assert.deepEqual([state.begun, state.carriedOut], [cut + 1, cut + 1], `${name} at ${cut}`);
      }
      close();
    });
  });

  test(`a connection that died since the last call is no reason to send twice (${how})`, async () => {
    await each(async (name, params) => {
      const { state, ds, close } = await cutting({ reset });
      // The whole answer, after which the connection dies without a word.
      state.cut = ANSWER.length;
      for (const pause of [0, 0, 5]) {
        const before = state.carriedOut;
        await ds.call(name, params).catch((error) => assert.ok(error instanceof DigistoreError && error.kind === "unanswered", inspect(error)));
        if (pause) await new Promise((resolve) => setTimeout(resolve, pause));
        assert.ok(state.carriedOut - before <= 1, name);
      }
      close();
    });
  });
}

test("a request that is cut on its way is not begun again", async () => {
  await each(async (name, params) => {
    for (const swallow of [1, 20, 100, 200]) {
      const { state, ds, close } = await cutting({ swallow });
      await lost(ds.call(name, params), name);
      assert.deepEqual([state.begun, state.carriedOut], [1, 0], name);
      close();
    }
  });
});

test("a kept connection that loses its second answer leaves one request a call", async () => {
  await each(async (name, params) => {
    for (const reset of [false, true]) {
      const { state, ds, close } = await cutting({ reset });
      await ds.call(name, params);
      // The connection is free a moment after its answer.
      await new Promise((resolve) => setTimeout(resolve, 20));
      state.cut = 0;
      await lost(ds.call(name, params), name);
      assert.deepEqual([state.begun, state.carriedOut], [1, 2], `${name}: the connection was used again`);
      close();
    }
  });
});

test("what may be repeated recovers", async () => {
  for (const cut of [0, ANSWER.length >> 1, ANSWER.length - 1]) {
    const { state, ds, close } = await cutting();
    state.cut = cut;
    const answer = ds.getPurchase({ purchase_id: "AB12CD34" });
    while (state.carriedOut === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    state.cut = null;
    assert.equal((await answer).id, "1");
    assert.equal(state.carriedOut, 2);
    close();
  }
});
