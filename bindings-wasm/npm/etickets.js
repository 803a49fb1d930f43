import { computed } from "./compute.js";
import { refused } from "./error.js";
import { asked } from "./inquiry.js";
import * as wasm from "./pkg/etickets.js";

/** E-tickets and door lists. The types, in `etickets.d.ts`, say what everything is. */
export { DigistoreError } from "./error.js";

const compute = (name, options) => computed(name, wasm.compute(name, options)).result;

export const number = (given) => compute("number", typeof given === "string" ? { text: given } : given);
export const check = (options) => compute("check", options);

export async function validate(ds, options) {
  const { startedAt = options?.onlyLook ? undefined : new Date(), ...rest } = options ?? {};
  const validation = new wasm.Validation();
  try {
    computed("validate", validation.begin({ ...rest, startedAt }));
    return await asked(ds, validation);
  } finally {
    validation.free();
  }
}

const MADE = Symbol("made by take or read");

export class DoorList {
  #door;
  #syncs = false;

  constructor(made, door) {
    if (made !== MADE) throw new TypeError("DoorList: use DoorList.take(records, options) or DoorList.read(bytes, options)");
    this.#door = door;
  }

  static take(records, options) {
    return made("DoorList.take", (door) => {
      if (!Array.isArray(records)) return door.take({ ...options, records });
      const { records: _, ...rest } = options ?? {};
      return door.take(rest, textOf(records));
    });
  }

  static read(bytes, options) {
    const given = bytesOf("DoorList.read", bytes);
    return made("DoorList.read", (door) => door.read(given, options ?? {}));
  }

  get door() {
    return this.#tells("door");
  }

  get event() {
    return this.#tells("event");
  }

  /** Rows that were strange when the list was taken. */
  get strange() {
    return this.#tells("strange");
  }

  bytes() {
    return this.#door.bytes(false);
  }

  marks() {
    return this.#door.bytes(true);
  }

  scan(text, { at = new Date(), ...rest } = {}) {
    return computed("DoorList.scan", this.#door.scan({ ...rest, text, at })).result;
  }

  merge(...others) {
    for (const other of others.flat()) {
      const bytes = other instanceof DoorList ? other.bytes() : bytesOf("DoorList.merge", other);
      computed("DoorList.merge", this.#door.merge(bytes));
    }
    return this;
  }

  counts() {
    return this.#tells("counts");
  }

  conflicts() {
    return this.#tells("conflicts");
  }

  pending() {
    return this.#tells("pending");
  }

  async sync(ds, { save, ...options } = {}) {
    // Two at once would ask for the same tickets.
    if (this.#syncs) throw refused("DoorList.sync", "", "a synchronisation of this list is under way");
    computed("DoorList.sync", this.#door.begin(options));
    this.#syncs = true;
    const unsaved = [];
    try {
      return await asked(this.#saving(ds, save, unsaved), this.#door);
    } catch (error) {
      throw unsaved.length > 0 ? unsaved[0] : error;
    } finally {
      this.#syncs = false;
    }
  }

  /** A client that keeps the list before a request leaves that uses a ticket up. */
  #saving(ds, save, unsaved) {
    const call = async (name, parameters) => {
      if (save && name === "validateEticket") await this.#saved(save, unsaved);
      return ds.call(name, parameters);
    };
    return { call };
  }

  async #saved(save, unsaved) {
    try {
      await save(this);
    } catch (error) {
      // Nothing was sent, so the mark is still to be told.
      const message = "it was not sent, as the list could not be kept";
      this.#door.tell({ kind: "unanswered", message, maybeDone: false });
      this.#door.step();
      unsaved.push(error);
      // Whatever was thrown, it is no error of the service.
      throw new Error(message);
    }
  }

  #tells(what) {
    return JSON.parse(this.#door.tells(what)).result;
  }

  [Symbol.for("nodejs.util.inspect.custom")]() {
    const { tickets, admitted } = this.counts();
    return `DoorList { door: ${JSON.stringify(this.door)}, tickets: ${tickets}, admitted: ${admitted} }`;
  }
}

function made(name, fill) {
  const door = new wasm.Door();
  computed(name, fill(door));
  return new DoorList(MADE, door);
}

/** Rows as one JSON text, with the fields that are read and no others: a row may hold anything else. */
function textOf(records) {
  const { names, most } = JSON.parse(wasm.rows());
  // One more than a list holds is enough to be told so.
  return JSON.stringify(Array.from(records.slice(0, most + 1), (row) => picked(row, names)));
}

function picked(row, names) {
  if (typeof row !== "object" || row === null) return null;
  const isMap = row instanceof Map;
  const taken = {};
  for (const name of names) {
    const value = isMap ? row.get(name) : row[name];
    if (value !== undefined || (isMap ? row.has(name) : name in row)) taken[name] = plain(value);
  }
  return taken;
}

/** What stands for a value that no field has: of a fraction, the core makes nothing. */
const ODD = 0.5;

function plain(value) {
  if (value === undefined || value === null || typeof value === "string" || typeof value === "boolean") return value ?? null;
  if (typeof value === "number") return Number.isSafeInteger(value) ? value : ODD;
  if (typeof value === "bigint") return value.toString();
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? ODD : value.toISOString();
  const isNone = Array.isArray(value) ? value.length === 0 : Object.getPrototypeOf(value) === Object.prototype && Object.keys(value).length === 0;
  return isNone ? value : ODD;
}

function bytesOf(name, given) {
  if (given instanceof Uint8Array) return given;
  if (given instanceof ArrayBuffer) return new Uint8Array(given);
  throw refused(name, "bytes", "expected the bytes of a list in a Uint8Array or an ArrayBuffer");
}
