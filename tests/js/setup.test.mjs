//! Connections: made without taking another project's, and examined over real HTTP.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, test } from "node:test";
import { inspect } from "node:util";
import { Digistore24, DigistoreError } from "digistore24";
import { nodeHandler } from "digistore24/ipn";
import { Sandbox } from "digistore24/sandbox";
import { connect, doctor, domainId } from "digistore24/setup";

const URL = "https://shop.example.org/ipn";
const DOMAIN = "course-shop-1f903c77a20e5bd4";
const HERE = ["error: not_https", "error: private_host", "warning: port"];
const closing = [];
after(() => Promise.all(closing.map((close) => close())));

/** A client of a sandbox over HTTP, and the requests that it sent. */
async function served() {
  const sandbox = new Sandbox();
  const { baseUrl, close } = await sandbox.serve();
  closing.push(close);
  return new Digistore24({ apiKey: sandbox.apiKey, baseUrl });
}

const made = (ds, changes) => connect(ds, { ipnUrl: URL, name: "Course shop", domainId: DOMAIN, shaPassphrase: "pw", ...changes });

/** An endpoint on this machine, and what arrived at it. */
async function endpoint(answer) {
  const seen = [];
  const server = createServer((request, response) => {
    seen.push({ method: request.method, headers: request.headers });
    answer(request, response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => (server.closeAllConnections(), server.close()));
  return { url: `http://127.0.0.1:${server.address().port}/ipn`, seen };
}

const words = (findings) => findings.map(({ severity, word }) => `${severity}: ${word}`);
const beside = (findings) => words(findings).filter((word) => !HERE.includes(word));
const always = (status, text, headers) => (request, response) => {
  request.resume().on("end", () => response.writeHead(status, headers).end(text));
};

async function refused(promise, name, ...problems) {
  const error = await promise.then(() => undefined, (thrown) => thrown);
  assert.ok(error instanceof DigistoreError, inspect(error));
  assert.equal(error.kind, "params");
  assert.equal(error.function, name);
  assert.deepEqual(error.problems.map(({ path }) => path), problems.map(([path]) => path), error.message);
  problems.forEach(([, says], at) => assert.match(error.problems[at].message, says));
}

test("a domain_id needs a name", async () => {
  await refused((async () => domainId("…"))(), "domainId", ["project", /letters or digits/]);
});

test("a connection is made and renewed", async () => {
  const ds = await served();
  const answer = await made(ds);
  assert.equal(answer.created, true);
  assert.equal(answer._failure, null);
  const [first, second] = await Promise.all(["Sky", "Sea"].map(async (name) => (await ds.createProduct({ data: { name } })).product_id));
  assert.equal((await made(ds, { productIds: [Number(first), second], transactions: ["payment", "refund"] })).updated, true);
  const { product_ids, transactions } = await ds.ipnInfo({ domain_id: DOMAIN });
  assert.deepEqual([product_ids, transactions], [[first, second], ["payment", "refund"]]);
});

test("without a choice of events all that bear on access are sent", async () => {
  const ds = await served();
  await made(ds, { productIds: null });
  const { product_ids, transactions } = await ds.ipnInfo({ domain_id: DOMAIN });
  assert.deepEqual(product_ids, ["all"]);
  assert.ok(transactions.includes("last_paid_day"), `${transactions}`);
});

test("the connection of another project is left alone", async () => {
  const ds = await served();
  const forum = "https://forum.example.org/ipn";
  await made(ds);
  await refused(made(ds, { ipnUrl: forum }), "ipnSetup", ["domain_id", /nothing was changed.*shop\.example\.org/]);
  assert.equal((await ds.ipnInfo({ domain_id: DOMAIN })).ipn_url, URL);
  await made(ds, { ipnUrl: forum, formerly: [URL] });
  assert.equal((await ds.ipnInfo({ domain_id: DOMAIN })).ipn_url, forum);
});

test("what cannot be sent is told before anything is asked", async () => {
  const send = () => assert.fail("something was sent");
  const ds = new Digistore24({ apiKey: "1234567-ExampleKeyOfNobody", send });
  await refused(made(ds, { shaPassphrase: "x".repeat(64) }), "ipnSetup", ["sha_passphrase", /63/]);
  await refused(made(ds, { domainId: "" }), "ipnSetup", ["domain_id", /make one/]);
  await refused(made(ds, { domainId: 5, productIds: [{}], product_ids: "42" }), "connect", ["domainId", /a text/], ["productIds", /a list/], ["product_ids", /no such option/]);
  await refused(connect(ds), "connect", ["", /expected options/]);
  await refused(made("123-key"), "connect", ["ds", /a Digistore24/]);
  await refused(doctor(URL, { connection: ds, send }), "doctor", ["domainId", /needed/]);
  await refused(doctor(URL, { connection: ds, domainId: DOMAIN, timeout: 0, send: "me", passprase: "pw" }), "doctor", ["timeout", /milliseconds/], ["send", /function/], ["passprase", /no such option/]);
  await refused(doctor(URL, { connection: "ds", send }), "doctor", ["connection", /ipnInfo/]);
});

test("what the last call came to is the end, as the client has it", async () => {
  const refusal = Object.assign(new Error("No access"), { kind: "refused", code: 2, maybeDone: false });
  const answer = Object.freeze({ created: true });
  const led = async (...ends) => {
    const asked = [];
    const call = (name) => {
      asked.push(name);
      const end = ends.shift();
      if (end instanceof Error) throw end;
      return end;
    };
    const came = await made({ call }).then((value) => value, (error) => error);
    return [asked.join(), came];
  };
  const none = { have_settings: false };
  assert.deepEqual(await led(refusal), ["ipnInfo", refusal]);
  assert.deepEqual(await led(none, refusal), ["ipnInfo,ipnSetup", refusal]);
  assert.strictEqual((await led(none, refusal))[1], refusal);
  assert.strictEqual((await led(none, answer))[1], answer);
  const broken = new TypeError("no error of the service");
  assert.strictEqual((await led(broken))[1], broken);
  assert.strictEqual((await led(none, broken))[1], broken);
});

test("a refusal and silence are told as the client tells them", async () => {
  const { send } = new Sandbox();
  const nobody = new Digistore24({ apiKey: "1234567-ExampleKeyOfNobody", send });
  await assert.rejects(made(nobody), { name: "DigistoreError", kind: "refused", function: "ipnInfo", code: 2, maybeDone: false });
  const { apiKey, send: heard } = new Sandbox();
  const silent = new Digistore24({ apiKey, send: (request) => (request.url.endsWith("/ipnSetup") ? Promise.reject(new Error("cut off")) : heard(request)) });
  await assert.rejects(made(silent), { kind: "unanswered", function: "ipnSetup", maybeDone: false, message: /cut off/ });
  const answer = await made(new Digistore24({ apiKey, send: heard }));
  assert.equal(JSON.parse(answer._raw).data.created, "Y");
  assert.equal(answer._envelope.result, "success");
});

test("our own handler is in good health, and the key does not come to it", async () => {
  const handler = nodeHandler({ passphrase: "pw", on: () => assert.fail("nothing is bought") });
  const { url, seen } = await endpoint(handler);
  assert.deepEqual(words(await doctor(url, { passphrase: "pw" })), HERE);
  assert.deepEqual(seen.map(({ method }) => method), ["GET", "POST", "POST"]);
  assert.deepEqual(seen.flatMap(({ headers }) => ["x-ds-api-key", "cookie", "authorization"].filter((name) => name in headers)), []);
  assert.deepEqual(["content-type", "content-length"].filter((name) => name in seen[0].headers), []);
  const [finding] = (await doctor(url, { passphrase: "another" })).filter(({ word }) => word === "test_refused");
  assert.deepEqual(Object.keys(finding), ["severity", "word", "message"]);
  assert.match(finding.message, /status 403; is the passphrase the same/);
});

test("a sick endpoint is diagnosed", async () => {
  const examined = async (answer, options = { passphrase: "pw" }) => {
    const { url, seen } = await endpoint(answer);
    const found = beside(await doctor(url, options));
    return [found, seen.length];
  };
  assert.deepEqual(await examined(always(200, "OK")), [["error: accepts_forgeries"], 3]);
  assert.deepEqual(await examined(always(200, "OK"), {}), [[], 1]);
  assert.deepEqual(await examined(always(403, "no")), [["error: get_refused", "error: test_refused"], 3]);
  assert.deepEqual(await examined(always(404, "")), [["error: get_refused", "error: status"], 3]);
  assert.deepEqual(await examined(always(200, "<html>")), [["error: no_ok"], 3]);
  const target = await endpoint(always(200, "OK"));
  const [[redirect], asked] = await examined(always(301, "", { location: target.url }));
  assert.deepEqual([redirect, asked, target.seen], ["error: redirect", 1, []]);
  const { url } = await endpoint((request) => request.socket.destroy());
  assert.deepEqual(beside(await doctor(url)), ["error: unreachable"]);
});

test("a connection is compared with what it should be", async () => {
  const ds = await served();
  const { product_id } = await ds.createProduct({ data: { name: "Sky" } });
  await made(ds, { productIds: [product_id], transactions: ["payment"] });
  const send = () => ({ status: 200, body: "OK" });
  const other = { connection: ds, domainId: DOMAIN, productIds: [product_id, 43], send };
  const expected = ["error: another_address", "error: products_missing", "error: events_missing", "warning: events_missing"];
  assert.deepEqual(words(await doctor("https://forum.example.org/ipn", other)), expected);

  const record = await ds.ipnInfo({ domain_id: DOMAIN });
  const own = { productIds: [product_id], transactions: ["payment"], send };
  // As it was answered, and as somebody stored it.
  for (const connection of [record, JSON.parse(JSON.stringify(record)), JSON.parse(record._raw).data]) {
    assert.deepEqual(words(await doctor(URL, { ...own, connection })), []);
    assert.deepEqual(words(await doctor(URL, { ...own, connection, domainId: "forum" })), ["error: another_domain_id"]);
  }
});
