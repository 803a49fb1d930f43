/** How an application comes to a key. The types, in `setup.d.ts`, say what everything is. */
import { params, refused } from "./error.js";
import { asked } from "./inquiry.js";
import * as wasm from "./pkg/setup.js";

/** Where the user approves, and what the key is collected with, out of reach of everything that prints objects. */
class Ticket {
  #ticket;

  constructor(ticket) {
    this.#ticket = ticket;
  }

  get requestUrl() {
    return this.#ticket.requestUrl;
  }

  get requestToken() {
    return this.#ticket.requestToken;
  }
}

/** A key and whose it is, out of reach of everything that prints objects, but for whose it is. */
class Granted {
  #granted;

  constructor({ user, ...secrets }) {
    this.#granted = secrets;
    this.user = user;
  }

  get apiKey() {
    return this.#granted.apiKey;
  }

  get thankyouPageKey() {
    return this.#granted.thankyouPageKey;
  }
}

export async function requestKey(ds, options) {
  if (typeof ds?.call !== "function") throw refused("requestKey", "ds", "expected a Digistore24");
  const { parameters } = computed("requestKey", wasm.wish(options ?? {}));
  return new Ticket(computed("requestKey", wasm.ticket(await ds.call("requestApiKey", parameters))));
}

export async function collectKey(ds, ticket, options) {
  if (typeof ds?.call !== "function") throw refused("collectKey", "ds", "expected a Digistore24");
  const { onState, signal, ...wishes } = options ?? {};
  // Not found out when the key is here, which comes only once.
  if (onState != null && typeof onState !== "function") {
    throw refused("collectKey", "onState", "expected a function of how far it has come");
  }
  const collecting = new wasm.Collecting();
  const soFar = () => collected(JSON.parse(collecting.soFar() || "{}"));
  const told = async () => {
    await onState?.(soFar());
    signal?.throwIfAborted();
  };
  try {
    computed("collectKey", collecting.begin({ ...wishes, token: ticket?.requestToken ?? ticket }));
    signal?.throwIfAborted();
    await asked(ds, collecting, { signal, told });
    return soFar();
  } catch (error) {
    const last = signal?.aborted ? soFar() : undefined;
    // The key is handed out once: whoever gives up a moment too late still gets it.
    if (last?.granted) return last;
    throw error;
  } finally {
    collecting.free();
  }
}

function collected({ granted, ...known }) {
  return { ...known, granted: granted && new Granted(granted) };
}

function computed(name, json) {
  const { result, problems } = JSON.parse(json);
  if (problems) throw params(name, problems);
  return result;
}
