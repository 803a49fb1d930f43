import { form } from "./form.js";
import * as wasm from "./pkg/ipn.js";

/** Who has access, from the events that were fed. */
export class Access {
  /** Those of the text; the first says what it is. */
  #lines = new Set([canonical("")]);

  static fromText(text) {
    const access = new Access();
    access.#add(canonical(text).split("\n"));
    return access;
  }

  toText() {
    return canonical(this.#text());
  }

  feed(event) {
    if (event.signed === false) throw new TypeError("feed: expected an event whose signature was verified");
    const { items = [] } = event;
    const before = this.#lines.size;
    for (const item of [{}, ...items]) {
      const named = told(item).map(([name, value]) => [`item.${name}`, value]);
      this.#add(wasm.accessLine(form([...told(event), ...named])).split("\n"));
    }
    return this.#lines.size > before;
  }

  merge(other) {
    this.#add(other.#lines);
  }

  at(moment = new Date(), { resumingLifts = false, denialSuspends = false, overdueAfter } = {}) {
    const seconds = Math.floor(Number(moment) / 1000);
    if (!Number.isFinite(seconds)) throw new TypeError("at: expected a Date, or milliseconds since 1970");
    const days = overdueAfter ?? -1;
    if (!Number.isInteger(days) || Math.abs(days) > 65_535) throw new TypeError("at: overdueAfter: expected whole days");
    const kept = encoder.encode(this.#text());
    return JSON.parse(wasm.accessAt(kept, seconds, resumingLifts === true, denialSuspends === true, days));
  }

  #add(lines) {
    for (const line of lines) if (line !== "") this.#lines.add(line);
  }

  #text() {
    return [...this.#lines].join("\n");
  }
}

const encoder = new TextEncoder();

/** The text in the order in which it is kept. */
function canonical(text) {
  const told = wasm.accessText(encoder.encode(String(text)));
  if (told.startsWith("line ")) throw new SyntaxError(`Access: ${told}`);
  return told;
}

/** The texts and numbers of a record. */
function told(record) {
  return Object.entries(record).filter(([, value]) => typeof value === "string" || typeof value === "number");
}
