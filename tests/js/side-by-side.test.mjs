// Many calls on one client, and the budget that they share, as the server sees them.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, test } from "node:test";
import { Budget, Digistore24 } from "digistore24";

const KEY = "1234567-ExampleKeyOfNobody";
const ANSWER = '{"api_version":"1.2","current_time":"2026-10-05 14:00:00","result":"success","data":{}}';
const closing = [];
after(() => closing.forEach((close) => close()));

/** A server that answers after a while, and when its requests came. */
async function service(milliseconds = 0) {
  const came = [];
  const server = createServer((request, response) => {
    came.push(performance.now());
    setTimeout(() => response.end(ANSWER), milliseconds);
  });
  closing.push(() => (server.closeAllConnections(), server.close()));
  await new Promise((listens) => server.listen(0, "127.0.0.1", listens));
  return { came, baseUrl: `http://127.0.0.1:${server.address().port}/api/call` };
}

const many = (count, call) => Promise.all(Array.from({ length: count }, (_, at) => call(at)));

/** That no request came before its turn: however late one is, it does not make another one early. */
function keeps(came, begun, { perSecond, atOnce }) {
  came.sort((one, other) => one - other);
  came.forEach((moment, at) => {
    const turn = ((at + 1 - atOnce) * 1000) / perSecond;
    assert.ok(moment - begun >= turn - 2, `request ${at + 1} came after ${moment - begun} ms, its turn was after ${turn}`);
  });
}

test("a hundred calls on one client run side by side", { timeout: 30_000 }, async () => {
  const { came, baseUrl } = await service(50);
  const ds = new Digistore24({ apiKey: KEY, baseUrl, retries: 0 });
  await ds.ping();
  const begun = performance.now();
  await many(100, () => ds.ping());
  const took = performance.now() - begun;
  assert.equal(came.length, 101);
  // One after the other they would take a hundred times 50 ms.
  assert.ok(took < 2_500, `${took} ms`);
});

test("a budget is kept, as the server sees it", { timeout: 30_000 }, async () => {
  const { came, baseUrl } = await service();
  const limits = { perSecond: 50, atOnce: 5 };
  const ds = new Digistore24({ apiKey: KEY, baseUrl, budget: new Budget(limits) });
  const begun = performance.now();
  await many(30, () => ds.ping());
  assert.equal(came.length, 30);
  keeps(came, begun, limits);
});

test("two clients share one budget, and another key has its own", { timeout: 30_000 }, async () => {
  const { came, baseUrl } = await service();
  const limits = { perSecond: 50, atOnce: 1 };
  const budget = new Budget(limits);
  const clients = [0, 1].map(() => new Digistore24({ apiKey: KEY, baseUrl, budget }));
  const begun = performance.now();
  await many(20, (at) => clients[at % 2].ping());
  assert.equal(came.length, 20);
  keeps(came, begun, limits);
  // That of the first key is used up for a while.
  const slow = new Budget({ perSecond: 0.01 });
  const [one, other] = [KEY, "456-ExampleKeyOfThem"].map((apiKey) => new Digistore24({ apiKey, baseUrl, budget: slow, totalTimeout: 5_000 }));
  await one.ping();
  await other.ping();
  await assert.rejects(one.ping(), /before its turn comes; nothing was sent/);
});

test("a budget that makes no sense is refused with all that is wrong with it", () => {
  for (const [options, paths] of [
    [undefined, ["perSecond"]],
    [{ perSecond: 0, atOnce: 0 }, ["perSecond", "atOnce"]],
    [{ perSecond: 5, atOnce: 1.5 }, ["atOnce"]],
    [{ perSecond: "5" }, ["perSecond"]],
    [{ perSecond: NaN, atOnce: -1 }, ["perSecond", "atOnce"]],
  ]) {
    assert.throws(() => new Budget(options), ({ kind, problems }) => {
      assert.equal(kind, "params");
      assert.deepEqual(problems.map(({ path }) => path), paths, JSON.stringify(options));
      return true;
    });
  }
});
