// The client over the fetch of the runtime, against the host (see `runtimes/host.mjs`).

const KEY = "1234567-ExampleKeyOfNobody";

/** Runtimes that print objects as these wish, and whose failures say that no connection came about. */
const TELLING = ["node", "deno", "bun"];

/** A test for each thing that could differ from runtime to runtime: its name, and what runs it. */
export function fetchTests({ Budget, Digistore24, DigistoreError }, { runtime, service }) {
  const client = (baseUrl, options) => new Digistore24({ apiKey: KEY, baseUrl, dangerouslyAllowBrowser: true, retries: 0, ...options });

  const fails = async (call, maybeDone, says) => {
    const error = await call.then(() => undefined, (thrown) => thrown);
    if (!(error instanceof DigistoreError)) throw new Error(`have ${error}, want a DigistoreError`);
    if (!says.test(error.message)) throw new Error(`${JSON.stringify(error.message)} does not say ${says}`);
    equal("maybeDone", error.maybeDone, maybeDone);
    return error;
  };
  const text = async (path) => (await fetch(`${service}${path}`)).text();

  return {
    "a call leaves as a POST of a form, with its length and its headers": async () => {
      const { method, url, headers, body } = await client(`${service}/echo/api/call`).raw("tryThis", { a: "ü & b", list: [1, true] });
      equal("method", method, "POST");
      equal("url", url, "/echo/api/call/tryThis");
      equal("body", body, "a=%C3%BC+%26+b&list%5B0%5D=1&list%5B1%5D=Y");
      equal("length", headers["content-length"], `${body.length}`);
      equal("key", headers["x-ds-api-key"], KEY);
      equal("accept", headers.accept, "application/json");
      equal("type", headers["content-type"], "application/x-www-form-urlencoded; charset=utf-8");
      equal("cookie", headers.cookie, undefined);
    },
    "a request that the caller sends holds its key and is printed without it": async () => {
      let shown = "";
      const send = async (request) => {
        shown = (await printer())({ request });
        const answer = await fetch(request.url, request);
        return { status: answer.status, headers: answer.headers, body: await answer.text() };
      };
      const { headers } = await client(`${service}/echo/api/call`, { send }).ping();
      equal("key", headers["x-ds-api-key"], KEY);
      equal("accept", headers.accept, "application/json");
      if (!TELLING.includes(runtime)) return;
      equal("printed", shown.includes("application/json"), true);
      equal("printed key", shown.includes("ExampleKeyOfNobody"), false);
    },
    "an empty body leaves with a length": async () => {
      const { method, headers, body } = await client(`${service}/echo/api/call`).ping();
      equal("method", method, "POST");
      equal("body", body, "");
      equal("length", headers["content-length"], "0");
      equal("chunks", headers["transfer-encoding"], undefined);
    },
    "a redirect is not followed, so the key does not arrive at its target": async () => {
      // Nor where the caller hands the request to `fetch`. A page learns no status of what it does not follow.
      const send = async (request) => {
        const answer = await fetch(request.url, request);
        return { status: answer.status || 302, headers: answer.headers, body: await answer.text() };
      };
      for (const status of [302, 307]) {
        for (const [at, options] of [{}, { send }].entries()) {
          const error = await fails(client(`${service}/redirect/${status}/api/call`, options).ping(), false, /HTTP 30/);
          equal("kind", error.kind, "garbled");
          equal("redirects", await text(`/seen/redirect/${status}/api/call/ping`), `${at + 1}`);
          equal("arrivals", await text(`/seen/echo/${status}/api/call/ping`), "0");
        }
      }
    },
    "an answer that does not come is given up": async () => {
      const silent = client(`${service}/silent/api/call`, { timeout: 200 });
      await fails(silent.ping(), false, /within 200 ms/);
      await fails(silent.refundTransaction({ transaction_id: "1" }), true, /within 200 ms/);
    },
    "an answer is read up to its limit": async () => {
      const within = client(`${service}/large/1000000/api/call`, { mostBytes: 1_000_200 });
      equal("letters", (await within.raw("getThing")).text.length, 1_000_000);
      await fails(client(`${service}/large/1000000/api/call`, { mostBytes: 900_000 }).ping(), false, /more than 900000 bytes/);
      await fails(client(`${service}/flood/api/call`, { mostBytes: 900_000 }).refundTransaction({ transaction_id: "1" }), true, /more than 900000 bytes/);
    },
    "a call that is given up ends with the reason of its signal": async () => {
      const silent = client(`${service}/silent/api/call`);
      const control = new AbortController();
      const { signal } = control;
      const calls = [silent.ping({}, { signal }), silent.refundTransaction({ transaction_id: "1" }, { signal })];
      setTimeout(() => control.abort(), 100);
      const [read, refund] = await Promise.allSettled(calls);
      equal("reason", read.reason, signal.reason);
      equal("cause", refund.reason.cause, signal.reason);
      equal("maybeDone", refund.reason.maybeDone, true);
      const again = await silent.ping({}, { signal }).then(() => undefined, (error) => error);
      equal("before it began", again, signal.reason);
    },
    "attempts are told, and pauses and budgets end": async () => {
      const events = [];
      const budget = new Budget({ perSecond: 20 });
      const options = { budget, onAttempt: (event) => void events.push(event) };
      const nobody = client(await text("/nobody"), options);
      await fails(nobody.ping({}, { retries: 1 }), false, /2 attempts/);
      equal("attempts", events.map(({ attempt, againIn }) => `${attempt} ${againIn !== null}`).join(), "1 true,2 false");
      await client(`${service}/echo/api/call`, options).raw("getThing");
      equal("outcome", events[2].outcome, "answered");
    },
    "a port that nobody listens at is told where the runtime tells": async () => {
      const nobody = client(await text("/nobody"));
      const error = await fails(nobody.refundTransaction({ transaction_id: "1" }), !TELLING.includes(runtime), /refundTransaction/);
      equal("kind", error.kind, "unanswered");
    },
    "only in a page a client refuses to be made": async () => {
      const make = async () => new Digistore24({ apiKey: KEY });
      if (runtime !== "chromium") return make();
      const error = await fails(make(), false, /everybody who opens it can read the key/);
      equal("path", error.problems[0].path, "dangerouslyAllowBrowser");
    },
  };
}

/** What the runtime prints objects with, if it has a name. */
async function printer() {
  if (globalThis.Deno) return globalThis.Deno.inspect;
  if (globalThis.Bun) return globalThis.Bun.inspect;
  return globalThis.process ? (await import("node:util")).inspect : String;
}

function equal(what, have, want) {
  if (have !== want) throw new Error(`${what}: have ${JSON.stringify(have)}, want ${JSON.stringify(want)}`);
}
