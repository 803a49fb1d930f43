import { Client } from "./pkg/digistore24.js";
import { bucket } from "./budget.js";
import { refused } from "./error.js";

/** A client of the service. The types, in `digistore24.d.ts`, say what everything is. */
export class Digistore24 {
  // Out of reach of everything that prints or copies objects, since it holds the key.
  #client;

  constructor(options) {
    const { send, onAttempt, budget, dangerouslyAllowBrowser, ...rest } = options ?? {};
    if (inPage() && dangerouslyAllowBrowser !== true) {
      throw refused("client", "dangerouslyAllowBrowser", PAGE);
    }
    // Whatever is no object, such as a key alone, is refused over there.
    const settings = typeof options === "object" ? rest : options;
    const [seed] = crypto.getRandomValues(new BigUint64Array(1));
    const shared = bucket(budget);
    this.#client = new Client(settings, seed, send, onAttempt, shared, budget != null && !shared);
  }

  call(name, params, options) {
    return this.#client.call(`${name}`, params, options);
  }

  raw(name, params, options) {
    return this.#client.raw(`${name}`, params, options);
  }

  dryRun(name, params, options) {
    return this.#client.preview(`${name}`, params, options);
  }

  prepare(name, params, options) {
    return new Flow(this.#client.prepare(`${name}`, params, options));
  }
}

/** One call, for callers with an HTTP client of their own. */
class Flow {
  #flow;

  constructor(flow) {
    this.#flow = flow;
  }

  step() {
    return this.#flow.step();
  }

  answer(reply) {
    this.#flow.answer(reply);
  }

  fail(failure) {
    this.#flow.fail(failure);
  }
}

const PAGE =
  "this is a page, and everybody who opens it can read the key and use your account with it; call the service from a " +
  "server or a worker and let the page ask there, or say `dangerouslyAllowBrowser: true` when only you ever see the page";

function inPage() {
  return typeof window === "object" && typeof window.document === "object";
}
