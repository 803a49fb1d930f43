// Looking what became of a call whose answer was lost.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inspect } from "node:util";
import { Budget, Digistore24, DigistoreError } from "digistore24";
import { Sandbox } from "digistore24/sandbox";
import { whatBecameOf } from "digistore24/setup";

const VECTORS = JSON.parse(readFileSync(new URL("../vectors/aftermath.json", import.meta.url), "utf8"));

const camel = (name) => name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
const named = (fields) => Object.fromEntries(Object.entries(fields).map(([name, value]) => [camel(name), value]));

/** With times as the service writes them. */
const asWritten = (told) => JSON.parse(JSON.stringify(told).replace(/"([\d-]+)T([\d:]+)\+02:00"/g, '"$1 $2"'));

/** A client that answers as a vector tells. */
function client(told) {
  const steps = told.filter(({ call }) => call);
  const send = ({ url }) => {
    const step = steps.shift();
    assert.ok(url.endsWith(`/${step?.call}`), `${url} is asked, and not ${step?.call}`);
    const envelope = { api_version: "1.2", current_time: step.current_time ?? "" };
    if (step.data !== undefined) Object.assign(envelope, { result: "success", data: step.data });
    else if (step.kind === "refused") Object.assign(envelope, { result: "error", message: step.message, code: step.code });
    else throw new Error(step.message);
    return { status: 200, body: JSON.stringify(envelope) };
  };
  return { steps, ds: new Digistore24({ apiKey: "1-Example", retries: 0, send }) };
}

for (const { why, options, told, result, says } of VECTORS) {
  test(`${options.function}: ${why}`, async () => {
    const { steps, ds } = client(told);
    const { function: name, ...rest } = options;
    const aftermath = await whatBecameOf(ds, name, named(rest));
    const have = asWritten(aftermath);
    for (const [field, want] of Object.entries(result)) assert.deepEqual(have[camel(field)], want, aftermath.reason);
    for (const part of says) assert.ok(aftermath.reason.includes(part), aftermath.reason);
    assert.deepEqual(steps, []);
  });
}

/** A sandbox that loses the answer of one call, before or after it carries it out. */
async function losing(carriesOut) {
  const sandbox = new Sandbox();
  sandbox.advance(7200);
  let lost = false;
  const send = (request) => {
    if (lost) return sandbox.send(request);
    lost = true;
    if (carriesOut) sandbox.send(request);
    throw new Error("the cable is out");
  };
  const { apiKey } = sandbox;
  const budget = new Budget({ perSecond: 20 });
  // Takes the turn of the call, which has to wait.
  await new Digistore24({ apiKey, budget, send: sandbox.send }).ping();
  return new Digistore24({ apiKey, budget, send });
}

const caught = (promise) => promise.then(() => assert.fail("it succeeded"), (error) => error);

for (const carriesOut of [true, false]) {
  test(`a lost refund is ${carriesOut ? "found" : "found missing"}`, async () => {
    const ds = await losing(carriesOut);
    const parameters = { transaction_id: "90000001" };
    const call = ds.refundTransaction(parameters);
    // What is changed afterwards was not sent.
    parameters.transaction_id = "5";
    const error = await caught(call);
    assert.equal(error.maybeDone, true);
    const told = await whatBecameOf(ds, error, { late: 0 });
    assert.equal(told.verdict, carriesOut ? "done" : "not_done", told.reason);
    assert.equal(told.evidence.length, carriesOut ? 1 : 0);
  });
}

test("an exception keeps its call and shows nothing of it", async () => {
  const send = () => {
    throw new Error("the cable is out");
  };
  const ds = new Digistore24({ apiKey: "1-Example", developerKey: "2-Example", send });
  const error = await caught(ds.retrieveApiKey({ token: "12-VerySecretToken" }));
  assert.equal(error.maybeDone, true);
  const shown = inspect(error, { showHidden: true, depth: 9 }) + JSON.stringify(error) + error.stack;
  assert.ok(!shown.includes("VerySecret"), shown);
  assert.equal((await whatBecameOf(ds, error)).verdict, "cannot_be_told");
});

test("everything wrong is told at once, and nothing is asked", async () => {
  const { ds } = client([]);
  const wrong = await caught(whatBecameOf(ds, "refundTransaction", { late: -1 }));
  assert.ok(wrong instanceof DigistoreError, inspect(wrong));
  assert.deepEqual([wrong.kind, wrong.function, wrong.problems.map(({ path }) => path)], ["params", "whatBecameOf", ["sentAt", "late"]]);
  for (const other of [new Error("another"), undefined, 5, {}]) {
    const error = await caught(whatBecameOf(ds, other));
    assert.match(error.message, /maybeDone/);
  }
  assert.match((await caught(whatBecameOf({}, "ping"))).message, /expected a Digistore24/);
});

test("a list that holds itself twice is refused at once", { timeout: 5_000 }, async () => {
  const list = [];
  list.push(list, list);
  const ds = new Digistore24({ apiKey: "123-ExampleKey", send: () => assert.fail("it was sent"), budget: new Budget({ perSecond: 0.001 }) });
  await assert.rejects(ds.createBuyUrl({ product_id: "1", addons: list }), { kind: "params" });
});
