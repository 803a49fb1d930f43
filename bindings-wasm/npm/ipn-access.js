import * as wasm from "./pkg/ipn.js";

/** Who has access, from the events that were fed. */
export class Access {
  #access;

  constructor() {
    this.#access = new wasm.Access();
  }

  static fromText(text) {
    const access = new Access();
    access.#access = wasm.Access.fromText(text);
    return access;
  }

  toText() {
    return this.#access.toText();
  }

  feed(event) {
    if (event.signed === false) throw new TypeError("feed: expected an event whose signature was verified");
    const { items = [] } = event;
    return this.#access.feed([...told(event), ...items.flatMap((item) => ["items", "", ...told(item)])]);
  }

  merge(other) {
    this.#access.merge(other.#access);
  }

  at(moment = new Date(), { resumingLifts = false, denialSuspends = false, overdueAfter } = {}) {
    const seconds = Math.floor(Number(moment) / 1000);
    if (!Number.isFinite(seconds)) throw new TypeError("at: expected a Date, or milliseconds since 1970");
    return JSON.parse(this.#access.at(seconds, resumingLifts === true, denialSuspends === true, overdueAfter));
  }
}

/** The texts and numbers of a record, name, value, name, value. */
function told(record) {
  const told = Object.entries(record).filter(([, value]) => typeof value === "string" || typeof value === "number");
  return told.flatMap(([name, value]) => [name, `${value}`]);
}
