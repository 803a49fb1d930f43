// The tests that every runtime runs, against the published package: nothing in here knows which one it is in.
import { computedTests } from "./computed.mjs";
import { eticketTests } from "./etickets.mjs";
import { fetchTests } from "./fetch.mjs";
import { ipnTests } from "./ipn.mjs";
import { keysTests } from "./keys.mjs";
import { licensesTests } from "./licenses.mjs";
import { moneyTests } from "./money.mjs";
import { retryTests } from "./retry.mjs";
import { seeingTests } from "./seeing.mjs";
import { setupTests } from "./setup.mjs";
import { vectorTests } from "./vectors.mjs";

/**
 * Runs everything.
 *
 * The first argument holds the entries of the package by name, as the runtime resolved them. `io.runtime` names the
 * runtime, `io.service` is the address at which the host plays the service (see `runtimes/host.mjs`), `io.read(path)`
 * fetches a file of the repository as text. Answers how many tests passed, and a line for each that did not.
 */
export async function suite({ digistore24, sandbox, ipn, thankyou, money, setup, cassette, ...computing }, io) {
  const tests = {
    "the client and the sandbox talk to each other": async () => {
      const service = new sandbox.Sandbox();
      const options = { apiKey: service.apiKey, send: service.send, dangerouslyAllowBrowser: true };
      equal((await new digistore24.Digistore24(options).getUserInfo()).user_name, "ada");
    },
    "files of the repository can be read": async () => equal(JSON.parse(await io.read("bindings-wasm/npm/package.json")).name, "digistore24"),
    "the host answers with the request it got": async () => {
      const answer = await fetch(`${io.service}/echo/api/call/ping?x=1`, { method: "POST", body: "a=b", headers: { "X-DS-API-KEY": "1-fictional" } });
      const { data } = await answer.json();
      equal(data.method, "POST");
      equal(data.url, "/echo/api/call/ping?x=1");
      equal(data.body, "a=b");
      equal(data.headers["x-ds-api-key"], "1-fictional");
      equal(data.headers["content-length"], "3");
    },
    ...fetchTests(digistore24, io),
    ...vectorTests(digistore24, io),
    ...retryTests(digistore24, io),
    ...ipnTests(ipn, thankyou, io),
    ...setupTests(setup, digistore24, sandbox, ipn, io),
    ...keysTests(setup, digistore24, sandbox, io),
    ...seeingTests({ digistore24, sandbox, cassette }, io),
    ...moneyTests(money, io),
    ...computedTests(computing, io),
    ...licensesTests(computing.licenses, digistore24, sandbox, io),
    ...eticketTests({ digistore24, sandbox, ...computing }),
  };
  const failures = [];
  for (const [name, test] of Object.entries(tests)) {
    try {
      await test();
    } catch (error) {
      failures.push(`${name}: ${error.stack ?? error}`);
    }
  }
  return { passed: Object.keys(tests).length - failures.length, failures };
}

function equal(have, want) {
  if (have !== want) throw new Error(`have ${JSON.stringify(have)}, want ${JSON.stringify(want)}`);
}
