//! The client over real HTTP, against servers on this machine that watch what arrives and misbehave.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import net from "node:net";
import { after, test } from "node:test";
import { inspect } from "node:util";
import { Digistore24, DigistoreError } from "digistore24";
import { Sandbox } from "digistore24/sandbox";

const KEY = "1234567-ExampleKeyOfNobody";
const SUCCESS = '{"api_version":"1.2","current_time":"2026-10-05 14:00:00","result":"success","data":{"server_time":"2026-10-05 14:00:00"}}';
const closing = [];
after(() => closing.forEach((close) => close()));

async function listening(server) {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${server.address().port}/api/call`;
}

/** A server that keeps what arrives and answers by `answer(request, response)`. */
async function http(answer = (request, response) => response.end(SUCCESS)) {
  const seen = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request.setEncoding("utf8")) body += piece;
    seen.push({ method: request.method, url: request.url, headers: request.headers, raw: request.rawHeaders, body });
    answer(request, response);
  });
  closing.push(() => (server.closeAllConnections(), server.close()));
  const baseUrl = await listening(server);
  return { seen, ds: new Digistore24({ apiKey: KEY, baseUrl, retries: 0 }), baseUrl };
}

/** A server below HTTP: `act(socket)` when the first bytes are there. */
async function tcp(act) {
  const server = net.createServer((socket) => socket.on("error", () => {}).once("data", () => act(socket)));
  closing.push(() => server.close());
  return listening(server);
}

async function fails(promise, kind, maybeDone, says) {
  try {
    await promise;
  } catch (error) {
    assert.ok(error instanceof DigistoreError, inspect(error));
    assert.equal(error.kind, kind, error.message);
    assert.equal(error.maybeDone, maybeDone, error.message);
    assert.match(error.message, says);
    assert.ok(!inspect(error, { showHidden: true }).includes("ExampleKeyOfNobody"));
    return error;
  }
  throw new Error("it succeeded");
}

const refund = (baseUrl, options) => new Digistore24({ apiKey: KEY, baseUrl, retries: 0, ...options }).refundTransaction({ transaction_id: "1" });
const ping = (baseUrl, options) => new Digistore24({ apiKey: KEY, baseUrl, retries: 0, ...options }).ping();

test("every call is a POST of a form with a length, also an empty one", async () => {
  const { seen, ds } = await http();
  await ds.ping();
  await ds.listPurchases({ from: "-3d", search: { last_name: "Müller & Töchter" } });
  const [empty, full] = seen;
  assert.equal(empty.method, "POST");
  assert.equal(empty.url, "/api/call/ping");
  assert.equal(empty.headers["content-length"], "0");
  assert.equal(empty.headers["transfer-encoding"], undefined);
  assert.equal(full.body, "from=-3d&search%5Blast_name%5D=M%C3%BCller+%26+T%C3%B6chter");
  assert.equal(full.headers["content-length"], `${full.body.length}`);
  assert.equal(full.headers["content-type"], "application/x-www-form-urlencoded; charset=utf-8");
  assert.equal(full.headers.accept, "application/json");
});

test("the key is in its header and nowhere else, and nobody is told who calls", async () => {
  const { seen, ds } = await http();
  await ds.ping({ language: "de" });
  const { headers, url, body, raw } = seen[0];
  assert.equal(headers["x-ds-api-key"], KEY);
  assert.equal(raw.filter((text) => text.includes("ExampleKeyOfNobody")).length, 1);
  assert.ok(!`${url}${body}`.includes("ExampleKeyOfNobody"));
  assert.deepEqual(["cookie", "origin", "referer", "authorization"].filter((name) => name in headers), []);
  assert.doesNotMatch(inspect(headers), /digistore24/i);
});

test("a redirect is not followed, so the key goes nowhere else", async () => {
  const elsewhere = await http();
  for (const status of [301, 302, 303, 307, 308]) {
    const { seen, ds } = await http((request, response) => {
      response.writeHead(status, { location: `${elsewhere.baseUrl}/ping` }).end();
    });
    const error = await fails(ds.ping(), "garbled", false, new RegExp(`HTTP ${status}`));
    assert.equal(error.status, status);
    assert.equal(seen.length, 1);
  }
  assert.deepEqual(elsewhere.seen, []);
});

test("compressed answers are read", async () => {
  const { gzipSync } = await import("node:zlib");
  const { ds } = await http((request, response) => response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(SUCCESS)));
  assert.equal((await ds.ping()).server_time, "2026-10-05T14:00:00+02:00");
});

test("the envelope decides, not the status", async () => {
  const { ds } = await http((request, response) => response.writeHead(500).end(SUCCESS));
  assert.equal((await ds.ping())._raw, SUCCESS);
});

test("a call that could not leave is not done", async () => {
  const server = net.createServer();
  const nobody = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  await fails(refund(nobody), "unanswered", false, /ECONNREFUSED/);
  await fails(refund("https://nowhere.invalid/api/call"), "unanswered", false, /ENOTFOUND|EAI_AGAIN/);
});

test("a call whose answer got lost may be done, unless repeating it is harmless", async () => {
  const cut = await tcp((socket) => socket.destroy());
  await fails(refund(cut), "unanswered", true, /look before you repeat/);
  await fails(ping(cut), "unanswered", false, /no answer/);
  const half = await tcp((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{"api_version":"1.2",'));
  await fails(refund(half), "unanswered", true, /no answer/);
  const noise = await tcp((socket) => socket.end("SSH-2.0-OpenSSH\r\n"));
  await fails(refund(noise), "unanswered", true, /no answer/);
  const { ds } = await http((request, response) => response.writeHead(502).end("<html>Bad gateway"));
  await fails(ds.refundTransaction({ transaction_id: "1" }), "unanswered", true, /HTTP 502.*Bad gateway/);
  await fails(ds.ping(), "garbled", false, /HTTP 502.*Bad gateway/);
});

test("an answer that takes too long is given up, wherever it hangs", async () => {
  let gone;
  const silent = await tcp((socket) => (gone = new Promise((resolve) => socket.once("close", resolve))));
  const slow = await tcp((socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{"api'));
  const start = performance.now();
  await fails(refund(silent, { timeout: 200 }), "unanswered", true, /within 200 ms/);
  await gone;
  await fails(ping(slow, { timeout: 200 }), "unanswered", false, /within 200 ms/);
  const never = { timeout: 100, send: () => new Promise(() => {}) };
  await fails(refund(silent, never), "unanswered", true, /within 100 ms/);
  assert.ok(performance.now() - start < 5000);
});

test("what is given as `send` is told when time is up", async () => {
  let signal;
  const send = (request) => (({ signal } = request), new Promise(() => {}));
  await fails(ping(undefined, { timeout: 50, send }), "unanswered", false, /within 50 ms/);
  assert.ok(signal.aborted);
});

test("many calls at once get their own answers", async () => {
  const sandbox = new Sandbox();
  const server = await sandbox.serve();
  closing.push(server.close);
  const ds = new Digistore24({ apiKey: sandbox.apiKey, baseUrl: server.baseUrl });
  const made = await Promise.all(Array.from({ length: 50 }, (_, at) => ds.createProduct({ data: { name_de: `Kurs ${at}`, name_intern: `${at}` } })));
  const names = await Promise.all(made.map(async ({ product_id }) => (await ds.getProduct({ product_id })).name_intern));
  assert.deepEqual(names, made.map((_, at) => `${at}`));
});
