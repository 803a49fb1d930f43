//! The client without HTTP: methods, conversions, errors, and what is kept secret.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { format, inspect } from "node:util";
import vm from "node:vm";
import { Digistore24, DigistoreError, read } from "digistore24";

const KEY = "1234567-ExampleKeyOfNobody";
const SUCCESS = '{"api_version":"1.2","current_time":"2026-10-05 14:00:00","result":"success","data":{"server_time":"2026-10-05 14:00:00"}}';

/** A client whose requests end up in a list. */
function recorded(options = {}) {
  const sent = [];
  const send = async (request) => (sent.push(request), { status: 200, headers: {}, body: SUCCESS });
  return { sent, ds: new Digistore24({ apiKey: KEY, send, ...options }) };
}

async function thrown(act) {
  try {
    await act();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

async function refused(act, ...problems) {
  const error = await thrown(act);
  assert.ok(error instanceof DigistoreError, inspect(error));
  assert.equal(error.kind, "params");
  assert.equal(error.maybeDone, false);
  assert.deepEqual(error.problems.map(({ path }) => path), problems.map(([path]) => path), error.message);
  problems.forEach(([, says], at) => assert.match(error.problems[at].message, says));
  return error;
}

test("the methods of a client are exactly the functions of the catalogue", () => {
  const catalogue = JSON.parse(readFileSync(new URL("../../catalogue.json", import.meta.url), "utf8"));
  const names = catalogue.functions.map(({ name }) => name);
  const own = ["constructor", "call", "raw", "rows", "dryRun", "prepare"];
  assert.equal(names.length, 144);
  assert.deepEqual(Object.getOwnPropertyNames(Digistore24.prototype).sort(), [...own, ...names].sort());
  for (const name of names) assert.equal(Digistore24.prototype[name].name, name);
});

test("a method, a call by name and a flow send the same", async () => {
  const { sent, ds } = recorded();
  const params = { from: "-3d", search: { email: "ada@example.com" } };
  await ds.listPurchases(params);
  await ds.call("listPurchases", params);
  await ds.raw("listPurchases", params);
  const { send } = ds.prepare("listPurchases", params).step();
  assert.equal(send.method, "POST");
  assert.equal(send.url, "https://www.digistore24.com/api/call/listPurchases");
  assert.equal(send.body, "from=-3d&search%5Bemail%5D=ada%40example.com");
  assert.deepEqual(Object.keys(send.headers), ["X-DS-API-KEY", "Accept", "Content-Type"]);
  assert.equal(sent.length, 3);
  for (const { signal, ...request } of sent) {
    assert.ok(signal instanceof AbortSignal);
    assert.deepEqual(request, send);
  }
});

test("names that are no identifiers are methods too", async () => {
  const { sent, ds } = recorded();
  await ds["deliverable-types"]();
  assert.match(sent[0].url, /\/deliverable-types$/);
});

test("what JavaScript has becomes what the wire has", async () => {
  const { sent, ds } = recorded();
  await ds.raw("anything", {
    text: "ü & = 😀",
    empty: "",
    whole: -7,
    zero: -0,
    most: Number.MAX_SAFE_INTEGER,
    big: 9223372036854775807n,
    bigger: 91250000000000000001n,
    yes: true,
    no: false,
    moment: new Date(Date.UTC(2026, 9, 5, 12)),
    list: ["a", ["b"], { c: 1 }],
    map: new Map([["x", 1], [515151, 2]]),
    bare: Object.assign(Object.create(null), { y: 1 }),
    foreign: vm.runInNewContext("({ inner: [1, { deep: true }] })"),
    nothing: null,
    missing: undefined,
  });
  assert.deepEqual(Object.fromEntries(new URLSearchParams(sent[0].body)), {
    text: "ü & = 😀",
    empty: "",
    whole: "-7",
    zero: "0",
    most: "9007199254740991",
    big: "9223372036854775807",
    bigger: "91250000000000000001",
    yes: "Y",
    no: "N",
    moment: "2026-10-05T12:00:00.000Z",
    "list[0]": "a",
    "list[1][0]": "b",
    "list[2][c]": "1",
    "map[x]": "1",
    "map[515151]": "2",
    "bare[y]": "1",
    "foreign[inner][0]": "1",
    "foreign[inner][1][deep]": "Y",
  });
});

test("the language and the operator of a client go with every call, unless the call has its own", () => {
  const ds = new Digistore24({ apiKey: KEY, language: "de", operator: "ada" });
  assert.equal(ds.prepare("ping").step().send.body, "language=de&operator=ada");
  assert.equal(ds.prepare("ping", { language: "en" }).step().send.body, "language=en&operator=ada");
});

test("a Date is a moment", () => {
  const flow = new Digistore24({ apiKey: KEY }).prepare("listPurchases", { from: new Date(Date.UTC(2026, 9, 5, 12)) });
  assert.equal(flow.step().send.body, "from=2026-10-05T12%3A00%3A00.000Z");
});

test("bad input is refused with its place, and nothing is sent", async () => {
  const { sent, ds } = recorded();
  const itself = {};
  itself.again = itself;
  itself.twice = [itself];
  let deep = {};
  for (let level = 0; level < 100; level++) deep = { deep };
  class Money {}

  await refused(() => ds.listPurchases({ from: 5 }), ["from", /expected a moment.*the number 5/]);
  await refused(() => ds.getPurchase(), ["purchase_id", /required/]);
  const typo = await refused(() => ds.listPurchases({ form: "-3d" }), ["form", /did you mean from\?/]);
  assert.equal(typo.message, `listPurchases: form: ${typo.problems[0].message}`);
  await refused(() => ds.call("listPurchase"), ["", /did you mean listPurchases\?/]);
  await refused(() => ds.call(), ["", /no such function/]);
  await refused(() => ds.raw("../evil"), ["", /name of a function/]);
  const fields = Object.fromEntries(Array.from({ length: 1500 }, (_, at) => [`field${at}`, at]));
  await refused(() => ds.raw("anything", fields), ["", /1500 fields/]);
  await refused(() => ds.getBuyer({ buyer_id: "1\0" }), ["buyer_id", /NUL/]);
  await refused(() => ds.getBuyer({ buyer_id: "\ud800" }), ["buyer_id", /lone surrogate/]);
  await refused(() => ds.raw("anything", { "\udc00": 1 }), ["\ufffd", /name cannot be sent/]);
  await refused(() => ds.raw("anything", { a: NaN, b: -Infinity, c: 2 ** 53, d: 9.9 }), ["a", /NaN/], ["b", /Infinity/], ["c", /beyond 2\^53/], ["d", /9\.9.*as text/]);
  await refused(() => ds.raw("anything", { a: () => 1, b: Symbol("b"), c: new Money(), d: Promise.resolve(), e: new Date(NaN), f: new Set() }), ["a", /a function/], ["b", /a symbol/], ["c", /class Money/], ["d", /class Promise/], ["e", /invalid Date/], ["f", /class Set/]);
  await refused(() => ds.raw("anything", itself), ["again", /contains itself/], ["twice[0]", /contains itself/]);
  await refused(() => ds.raw("anything", deep), [`deep${".deep".repeat(31)}`, /too deep/]);
  await refused(() => ds.raw("anything", { list: new Array(4e9) }), ["", /more than 100000 values/]);
  await refused(() => ds.raw("anything", "from=-3d"), ["", /parameters by name/]);
  await refused(() => ds.raw("anything", ["a"]), ["", /parameters by name/]);
  assert.deepEqual(sent, []);
});

test("what a getter of the caller throws comes back as it is, and the client lives on", async () => {
  const { sent, ds } = recorded();
  const mine = new Error("mine");
  const hostile = { get trap() { throw mine; } };
  assert.equal(await thrown(() => ds.raw("anything", hostile)), mine);
  assert.equal(await thrown(() => ds.prepare("ping", hostile)), mine);
  assert.deepEqual(sent, []);
  await ds.ping();
});

test("parameters are read before a call returns", async () => {
  const { sent, ds } = recorded();
  const params = { from: "-3d" };
  const call = ds.listPurchases(params);
  params.from = "now";
  await call;
  assert.equal(sent[0].body, "from=-3d");
});

test("all that is wrong with the options is said at once, in their own names", async () => {
  await refused(() => new Digistore24(), ["", /apiKey/]);
  await refused(() => new Digistore24(KEY), ["", /apiKey/]);
  await refused(() => new Digistore24({ apiKey: "" }), ["apiKey", /empty/]);
  await refused(() => new Digistore24({ apiKey: `${KEY}\n` }), ["apiKey", /line break/]);
  await refused(() => new Digistore24({ apiKey: KEY, baseUrl: "http://api.example.com/api/call" }), ["baseUrl", /https/]);
  const wrong = { apiKey: 5, writeKey: "two words", permission: "all", timeout: 0, totalTimeout: "long", retries: -1, mostBytes: 0, bodies: 1, zone: "Atlantis" };
  const told = [
    ["apiKey", /a text/],
    ["permission", /writable/],
    ["timeout", /from 1 to 2147483647/],
    ["totalTimeout", /whole number/],
    ["retries", /from 0 to 100/],
    ["mostBytes", /whole number/],
    ["bodies", /true or false/],
    ["writeKey", /space/],
    ["zone", /Europe\/Berlin/],
    ["retry", /there is none; there are `apiKey`, `writeKey`, .*`totalTimeout`/],
    ["send", /function/],
    ["onAttempt", /function/],
    ["budget", /a Budget/],
  ];
  await refused(() => new Digistore24({ ...wrong, retry: 3, send: "fetch", onAttempt: console, budget: { perSecond: 1 } }), ...told);
  for (const timeout of [-1, NaN, Infinity, 2 ** 31, "5", true]) await refused(() => new Digistore24({ apiKey: KEY, timeout }), ["timeout", /whole number/]);
  new Digistore24({ apiKey: KEY, timeout: false, totalTimeout: false, send: null, onAttempt: null, budget: null });
  new Digistore24({ apiKey: KEY, baseUrl: undefined, language: null, timeout: undefined, send: undefined });
});

test("an answer is plain data, and knows where it comes from", () => {
  const body = '{"api_version":"1.2","current_time":"2026-01-05 14:00:00","result":"success","data":{"purchase_list":[{"id":"AB12CD34","amount":"29.90","created_at":"2026-10-05 14:00:00","is_test":"N","unknown":{"x":"1"}}]}}';
  const answer = read("listPurchases", body);
  const [purchase] = answer.purchase_list;
  assert.equal(Object.getPrototypeOf(purchase), Object.prototype);
  assert.equal(purchase.amount, "29.90");
  assert.deepEqual(purchase.unknown, { x: "1" });
  assert.deepEqual(Object.keys(answer), ["purchase_list"]);
  assert.doesNotMatch(inspect(answer) + JSON.stringify(answer), /_raw|_envelope|_failure/);
  assert.equal(answer._raw, body);
  assert.deepEqual(answer._envelope, { api_version: "1.2", current_time: "2026-01-05T14:00:00+01:00", result: "success" });
  assert.equal(answer._failure, null);
  assert.deepEqual(read("listPurchases", new TextEncoder().encode(body)), answer);
});

test("a success without data is an empty object that knows where it comes from", () => {
  const body = '{"api_version":"1.2","result":"success"}';
  for (const name of ["ping", "listProducts", "anything"]) {
    const answer = read(name, body);
    assert.deepEqual(answer, {});
    assert.equal(answer._raw, body);
  }
});

test("a list has where it comes from too", () => {
  const answer = read("listCurrencies", '{"api_version":"1.2","result":"success","data":[{"code":"EUR"}]}');
  assert.ok(Array.isArray(answer));
  assert.equal(answer._envelope.result, "success");
});

test("a business failure inside a success stays visible", () => {
  const answer = read("refundTransaction", '{"api_version":"1.2","result":"success","data":{"status":"refused"}}');
  assert.equal(answer._failure, "status: refused");
});

test("names from an answer cannot reach the prototype", () => {
  const answer = read("anything", '{"api_version":"1.2","result":"success","data":{"__proto__":{"polluted":true},"constructor":"x"}}');
  assert.equal(Object.getPrototypeOf(answer), Object.prototype);
  assert.equal({}.polluted, undefined);
});

test("a refusal has its code, and what is no answer its status and beginning", async () => {
  const refusal = await thrown(() => read("ping", '{"api_version":"1.2","result":"error","code":"2","message":"Invalid key"}'));
  assert.deepEqual({ ...refusal }, { kind: "refused", function: "ping", code: 2, status: 200, maybeDone: false, problems: [], excerpt: null });
  assert.match(refusal.message, /^ping: Invalid key/);
  assert.match(refusal.stack, /client\.test\.mjs/);
  const page = await thrown(() => read("ping", "<html><title>Gone</title>", 502));
  assert.deepEqual({ ...page }, { kind: "garbled", function: "ping", code: null, status: 502, maybeDone: false, problems: [], excerpt: "<html><title>Gone</title>" });
  assert.equal(page.name, "DigistoreError");
  assert.equal(`${page}`.startsWith("DigistoreError: ping: "), true);
  await refused(() => read("ping", 5), ["", /string or a Uint8Array/]);
  await refused(() => read("ping", "", 0), ["", /status/]);
});

test("a flow goes from request to answer and stays there", async () => {
  const { ds } = recorded();
  const flow = ds.prepare("ping");
  assert.deepEqual(flow.step(), flow.step());
  await assert.rejects(async () => flow.answer({ status: 200 }), TypeError);
  await assert.rejects(async () => flow.answer(), TypeError);
  flow.answer({ status: 200, headers: new Headers({ a: "b" }), body: new TextEncoder().encode(SUCCESS) });
  assert.equal(flow.step().done.server_time, "2026-10-05T14:00:00+02:00");
  assert.equal(flow.step().done, flow.step().done);
  flow.fail({ reason: "too late" });
  assert.ok(flow.step().done);
});

test("a flow that gets no answer says whether the call may have been carried out", async () => {
  const { ds } = recorded();
  const end = (name, params, failure) => {
    const flow = ds.prepare(name, params, { retries: 0 });
    flow.step();
    flow.fail(failure);
    return thrown(() => flow.step());
  };
  const refund = ["refundTransaction", { transaction_id: "1" }];
  for (const [name, params, failure, maybeDone] of [
    [...refund, { reason: "cut off" }, true],
    [...refund, { reason: "cut off", sent: true }, true],
    [...refund, { reason: "cut off", sent: false }, false],
    ["ping", {}, { reason: "cut off" }, false],
  ]) {
    const error = await end(name, params, failure);
    assert.equal(error.kind, "unanswered");
    assert.match(error.message, /cut off/);
    assert.equal(error.maybeDone, maybeDone, `${name} ${JSON.stringify(failure)}`);
  }
});

test("what is given as `send` may fail in every way", async () => {
  const call = (send) => thrown(() => new Digistore24({ apiKey: KEY, send }).raw("createThing"));
  const kinds = async (send, maybeDone, says) => {
    const error = await call(send);
    assert.equal(error.kind, "unanswered", inspect(error));
    assert.equal(error.maybeDone, maybeDone);
    assert.match(error.message, says);
  };
  await kinds(async () => { throw new Error("cable cut"); }, true, /cable cut/);
  await kinds(() => { throw new Error("at once"); }, true, /at once/);
  await kinds(async () => { throw "a text"; }, true, /a text/);
  await kinds(async () => { throw undefined; }, true, /failed/);
  await kinds(async () => { throw Object.assign(new Error("no network"), { sent: false }); }, false, /no network/);
  await kinds(async () => undefined, true, /`send` came back with something else/);
  await kinds(async () => new Response("x"), true, /expected a body/);
  await kinds(async () => ({ status: 0, body: "" }), true, /status/);
});

test("the key is nowhere to be seen", async () => {
  const secret = "ExampleKeyOfNobody";
  const { ds } = recorded();
  const quiet = (thing) => assert.ok(!inspect(thing, { showHidden: true, depth: 10 }).includes(secret) && !`${JSON.stringify(thing)}`.includes(secret));
  quiet(ds);
  quiet({ ...ds });
  const flow = ds.prepare("ping");
  quiet(flow);
  const echo = (status, body) => new Digistore24({ apiKey: KEY, send: async () => ({ status, body }) });
  const errors = await Promise.all([
    thrown(() => echo(200, `<html>${KEY}`).ping()),
    thrown(() => echo(200, `{"api_version":"1.2","result":"error","message":"no such key: ${KEY}"}`).ping()),
    thrown(() => new Digistore24({ apiKey: KEY, send: async ({ headers }) => { throw Object.assign(new Error(`sent ${headers["X-DS-API-KEY"]}`), { headers }); } }).ping()),
    thrown(() => new Digistore24({ apiKey: `${KEY} ` })),
    thrown(() => new Digistore24(KEY)),
  ]);
  for (const error of errors) {
    quiet(error);
    assert.ok(!`${error} ${error.stack}`.includes(secret));
  }
});

test("whoever prints a request does not see the key, whoever sends it does", async () => {
  const printed = [];
  const send = async (request) => (printed.push(inspect(request, { depth: 10, showHidden: true })), { status: 200, body: SUCCESS });
  await new Digistore24({ apiKey: KEY, send }).ping();
  const step = new Digistore24({ apiKey: KEY }).prepare("ping").step();
  for (const part of [step, step.send, step.send.headers, { ...step.send }, [step]]) printed.push(inspect(part, { depth: 10 }), format("%o %O %s", part, part, part));
  for (const text of printed) assert.ok(!text.includes("ExampleKeyOfNobody"), text);
  assert.match(printed[0], /'X-DS-API-KEY': '…'/);
  assert.match(printed[0], /Accept: 'application\/json'/);
  const { headers } = step.send;
  for (const sent of [headers, { ...headers }, JSON.parse(JSON.stringify(headers))]) assert.equal(new Headers(sent).get("x-ds-api-key"), KEY);
});

test("a page is refused unless it insists", async () => {
  globalThis.window = { document: {} };
  try {
    const error = await refused(() => new Digistore24({ apiKey: KEY }), ["dangerouslyAllowBrowser", /everybody who opens it can read the key/]);
    assert.match(error.message, /dangerouslyAllowBrowser: true/);
    await refused(() => new Digistore24({ apiKey: KEY, dangerouslyAllowBrowser: "yes" }), ["dangerouslyAllowBrowser", /server/]);
    new Digistore24({ apiKey: KEY, dangerouslyAllowBrowser: true });
  } finally {
    delete globalThis.window;
  }
});

test("what a getter throws stops a call before it is sent", async () => {
  for (const last of [1, 2, 3]) {
    const { sent, ds } = recorded();
    let reads = 0;
    const params = {
      get transaction_id() {
        if (++reads === last) throw new Error(`read ${reads}`);
        return "90000001";
      },
    };
    const told = await ds.refundTransaction(params).then(() => "sent", ({ message }) => message);
    assert.equal(told, sent.length === 0 ? `read ${last}` : "sent");
  }
});
