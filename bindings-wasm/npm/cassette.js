/** Cassettes and previews. The types, in `cassette.d.ts`, say what everything is. */
import { body as bytes } from "./body.js";
import { computed } from "./compute.js";
import { refused } from "./error.js";
import { noAnswer } from "./send.js";
import * as wasm from "./pkg/cassette.js";

export { DigistoreError } from "./error.js";

export const redact = (name, body, options) => computed("redact", wasm.redact(`${name}`, `${body}`, options)).result;

export const curl = (preview) => computed("curl", wasm.curl(preview)).result;

export const har = (preview, moment = Date.now()) => JSON.parse(computed("har", wasm.har(preview, +moment)).result);

export class Cassette {
  #tape;
  #send;

  constructor(given) {
    const { har, send, ...options } = given ?? {};
    if (send != null && typeof send !== "function") {
      throw refused("Cassette", "send", "expected an async function from a request to a response");
    }
    this.#send = send ?? fetched;
    // Whatever is no text may be the archive, read already.
    const text = har == null || typeof har === "string" ? har : JSON.stringify(har);
    try {
      this.#tape = new wasm.Tape({ ...options, har: text });
    } catch (problems) {
      throw typeof problems === "string" ? computed("Cassette", problems) : problems;
    }
  }

  // A property and not a method, so that it can be handed over alone.
  send = async (request) => {
    const { failure, reason, ...played } = this.#tape.play(request) ?? {};
    if (failure) throw Object.assign(new Error(reason), { failure, sent: failure !== "not_sent" && failure !== "withheld" });
    if (played.status) return played;
    const [moment, began] = [Date.now(), performance.now()];
    try {
      const reply = await this.#send(request);
      this.#tape.record(request, reply, moment, performance.now() - began);
      return reply;
    } catch (error) {
      const { outcome, reason } = noAnswer(error);
      this.#tape.lost(request, outcome, reason, moment, performance.now() - began);
      throw error;
    }
  };

  get length() {
    return this.#tape.length;
  }

  get left() {
    return this.#tape.left;
  }

  get isChanged() {
    return this.#tape.isChanged;
  }

  toString() {
    return this.#tape.json();
  }

  toJSON() {
    return JSON.parse(this.#tape.json());
  }
}

/** As a client sends by itself. */
async function fetched({ method, url, headers, body, mostBytes, signal }) {
  const rest = { redirect: "manual", ...("credentials" in Request.prototype && { credentials: "omit" }) };
  const answer = await fetch(url, { method, headers, body, signal, ...rest });
  // A page is not told more about a redirect that it does not follow.
  const read = await bytes(answer, mostBytes ?? Infinity);
  if (!read) throw Object.assign(new Error(`it has more than ${mostBytes} bytes`), { failure: "unusable" });
  return { status: answer.status || 302, headers: answer.headers, body: read };
}
