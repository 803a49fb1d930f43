import { Client } from "./pkg/digistore24.js";
import { bucket } from "./budget.js";
import { refused } from "./error.js";
import { Rows } from "./rows.js";
import { run } from "./run.js";
import { keeping } from "./sent.js";

/** A client of the service. The types, in `digistore24.d.ts`, say what everything is. */
export class Digistore24 {
  // Out of reach of everything that prints or copies objects, since it holds the key.
  #client;
  /** What carries its calls out: the options `send` and `onAttempt`. */
  #host;

  constructor(options) {
    const { send, onAttempt, budget, dangerouslyAllowBrowser, ...rest } = options ?? {};
    if (inPage() && dangerouslyAllowBrowser !== true) {
      throw refused("client", "dangerouslyAllowBrowser", PAGE);
    }
    const shared = bucket(budget);
    const wrong = [
      ...(send == null || typeof send === "function" ? [] : ["send", "an async function from a request to a response"]),
      ...(onAttempt == null || typeof onAttempt === "function" ? [] : ["onAttempt", "a function of an attempt"]),
      ...(budget == null || shared ? [] : ["budget", "a Budget"]),
    ];
    // Whatever is no object, such as a key alone, is refused over there.
    const settings = typeof options === "object" ? rest : options;
    const [seed] = crypto.getRandomValues(new BigUint64Array(1));
    this.#client = new Client(settings, seed, shared, wrong);
    this.#host = { send, onAttempt };
  }

  async call(name, params, options) {
    const { signal, wishes } = parted(options);
    const flow = this.#client.call(`${name}`, params, wishes);
    return keeping(name, params, (going) => run(flow, this.#host, signal, going));
  }

  async raw(name, params, options) {
    const { signal, wishes } = parted(options);
    const flow = this.#client.raw(`${name}`, params, wishes);
    return keeping(name, params, (going) => run(flow, this.#host, signal, going));
  }

  rows(name, params, options) {
    const { cursor, window, mostPages, now, onProgress, ...other } = options ?? {};
    const { signal, wishes } = parted(other);
    if (onProgress != null && typeof onProgress !== "function") {
      throw refused("options", "onProgress", "expected a function of how far reading is");
    }
    const paging = { cursor: unpacked(cursor), window, mostPages };
    return new Rows(this.#client.pages(`${name}`, params, paging, wishes, written(now ?? new Date())), this.#host, { signal, onProgress });
  }

  dryRun(name, params, options) {
    return this.#client.preview(`${name}`, params, options);
  }

  prepare(name, params, options) {
    return new Flow(this.#client.call(`${name}`, params, options));
  }
}

/** The signal among the options of a call, and the others. */
function parted(options) {
  if (typeof options !== "object" || options === null) return { wishes: options };
  const { signal, ...wishes } = options;
  if (signal != null && typeof signal.aborted !== "boolean") throw refused("options", "signal", "expected an AbortSignal");
  return { signal, wishes };
}

/** A cursor, which may come as its JSON. What is none stays as it is, for the core to say so. */
function unpacked(cursor) {
  try {
    return typeof cursor === "string" ? JSON.parse(cursor) : cursor;
  } catch {
    return cursor;
  }
}

/** A moment as text, to the second. What is none stays as it is, for the core to say so. */
function written(moment) {
  const isOne = typeof moment.toISOString === "function" && !Number.isNaN(+moment);
  return isOne ? moment.toISOString().replace(/\.\d+/, "") : `${moment}`;
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
    try {
      this.#flow.answer(reply);
    } catch (wrong) {
      throw new TypeError(`answer: ${wrong}`);
    }
  }

  fail(failure) {
    const { reason, sent, unusable } = failure ?? {};
    this.#flow.fail(sent === false ? "not_sent" : unusable === true ? "unusable" : "lost", `${reason ?? "no reason given"}`);
  }
}

const PAGE =
  "this is a page, and everybody who opens it can read the key and use your account with it; call the service from a " +
  "server or a worker and let the page ask there, or say `dangerouslyAllowBrowser: true` when only you ever see the page";

function inPage() {
  return typeof window === "object" && typeof window.document === "object";
}
