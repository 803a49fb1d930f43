//! Lists row by row: the tables that all languages share, and a service whose list changes while it is read.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Digistore24, DigistoreError } from "digistore24";
import { shifting } from "./shifting.mjs";

const KEY = "123-ExampleKey";
const VECTORS = JSON.parse(readFileSync(new URL("../vectors/pages.json", import.meta.url)));
const WRAPPERS = { listPurchases: "purchase_list", listTransactions: "transaction_list", listProducts: "products", listCurrencies: null };

/** A `send` that answers from a table, one reply after the other. */
function table({ function: name, replies = [] }) {
  const left = [...replies];
  const wrapper = name in WRAPPERS ? WRAPPERS[name] : "items";
  const send = ({ body }) => {
    const form = new URLSearchParams(body);
    const { request, ids, data } = left.shift();
    for (const [field, value] of Object.entries(request)) assert.equal(form.get(field), value, field);
    const rows = ids.map((id) => ({ id }));
    const all = wrapper ? { ...data, [wrapper]: rows } : rows;
    return { status: 200, body: JSON.stringify({ api_version: "1.2", result: "success", data: all }) };
  };
  return { send, left };
}

const paged = ({ paging = {}, now }) => ({ window: paging.window, mostPages: paging.most_pages, now });

for (const vector of VECTORS) {
  test(vector.why, async () => {
    const { send, left } = table(vector);
    const ds = new Digistore24({ apiKey: KEY, send });
    const read = async () => {
      const ids = [];
      for await (const { id } of ds.rows(vector.function, vector.params, paged(vector))) ids.push(id ?? "");
      return ids;
    };
    if (!vector.problems) {
      assert.deepEqual(await read(), vector.rows);
      assert.equal(left.length, 0);
      return;
    }
    const error = await read().then(() => assert.fail("it was not refused"), (thrown) => thrown);
    assert.ok(error instanceof DigistoreError, error);
    assert.deepEqual(error.problems.map(({ path }) => path), vector.problems.map(({ path }) => path));
    vector.problems.forEach(({ says }, at) => says.forEach((part) => assert.ok(error.problems[at].message.includes(part), part)));
  });
}

test("a list that changes while it is read comes whole", async () => {
  const service = await shifting(25_000, 7);
  try {
    const ds = new Digistore24({ apiKey: KEY, baseUrl: service.baseUrl });
    const ids = [];
    let told;
    for await (const { id } of ds.rows("listPurchases", { from: "start" }, { onProgress: ({ rows }) => (told = rows) })) ids.push(id);
    service.prove(ids);
    assert.equal(told, ids.length);
    assert.ok(service.requests() < 200, `${service.requests()} requests`);
  } finally {
    service.close();
  }
});

const READER = `
import { Digistore24 } from "digistore24";
const [baseUrl, most, cursor] = process.argv.slice(1);
const rows = new Digistore24({ apiKey: "123-ExampleKey", baseUrl }).rows("listPurchases", { from: "-3d" }, { cursor: cursor || null });
const ids = [];
for await (const { id } of rows) {
  ids.push(id);
  if (ids.length === Number(most)) break;
}
process.stdout.write(JSON.stringify({ ids, cursor: rows.cursor }), () => process.exit(1));
`;

/** What another process reads, which then exits without tidying up. */
async function elsewhere(...args) {
  const reader = spawn(process.execPath, ["--input-type=module", "-e", READER, ...args], { cwd: new URL("../..", import.meta.url) });
  let [out, wrong] = ["", ""];
  reader.stdout.setEncoding("utf8").on("data", (piece) => (out += piece));
  reader.stderr.setEncoding("utf8").on("data", (piece) => (wrong += piece));
  await new Promise((resolve) => reader.on("close", resolve));
  assert.equal(wrong, "");
  return JSON.parse(out);
}

test("another process goes on from the cursor", async () => {
  const service = await shifting(25_000, 10);
  try {
    const ids = [];
    let kept = "";
    for (const most of ["9777", "4001", "0"]) {
      const read = await elsewhere(service.baseUrl, most, kept);
      ids.push(...read.ids);
      kept = JSON.stringify(read.cursor);
      assert.equal(read.cursor.rows, ids.length);
      assert.ok(kept.length < 2048 && !kept.includes("ExampleKey"), kept);
    }
    service.prove(ids);
  } finally {
    service.close();
  }
});

test("pages come as arrays, a loop goes on where one stopped, and a signal gives it up", async () => {
  const service = await shifting(1000, 3);
  try {
    const ds = new Digistore24({ apiKey: KEY, baseUrl: service.baseUrl });
    const rows = ds.rows("listPurchases", { from: "-3d", page_size: 200 });
    const ids = [];
    for await (const { id } of rows) {
      ids.push(id);
      if (ids.length === 3) break;
    }
    for await (const page of rows.pages()) ids.push(...page.map(({ id }) => id));
    service.prove(ids);
    const given = ds.rows("listPurchases", { from: "-3d" }, { signal: AbortSignal.abort(new Error("enough")) });
    await assert.rejects(async () => {
      for await (const row of given) assert.fail(row.id);
    }, /enough/);
  } finally {
    service.close();
  }
});

test("a cursor belongs to its parameters", async () => {
  const { send } = table({ function: "listPurchases", replies: [{ request: {}, ids: ["a", "b"], data: {} }] });
  const ds = new Digistore24({ apiKey: KEY, send });
  const rows = ds.rows("listPurchases", { from: "-3d" });
  for await (const row of rows) if (row.id === "a") break;
  const { cursor } = rows;
  assert.equal(cursor.rows, 1);
  assert.throws(() => ds.rows("listPurchases", { from: "-4d" }, { cursor }), /other parameters/);
  assert.throws(() => ds.rows("listPurchases", { from: "-3d" }, { cursor: { ...cursor, tail: "what" } }), /damaged/);
  for (const what of ["", "what", '{"version": 1', "[]", 7])
    assert.throws(
      () => ds.rows("listPurchases", { from: "-3d" }, { cursor: what }),
      (error) => error.kind === "params" && error.problems.some(({ path }) => path.startsWith("cursor")),
    );
  for (const now of [new Date(NaN), 5, "soon", "2026-10-05"])
    assert.throws(
      () => ds.rows("listPurchases", { from: "-3d" }, { now }),
      (error) => error.kind === "params" && error.problems.every(({ path }) => path === "now"),
    );
});

test("what is wrong with how a list is read is refused before anything is sent", () => {
  const ds = new Digistore24({ apiKey: KEY, send: () => assert.fail("it was sent") });
  for (const options of [{ cursor: "{" }, { cursor: 5 }, { now: new Date(NaN) }, { now: 5 }, { now: "soon" }, { onProgress: "print" }]) {
    const [name] = Object.keys(options);
    assert.throws(() => ds.rows("listProducts", {}, options), ({ kind, problems }) => kind === "params" && problems[0].path.startsWith(name));
  }
});
