// Node, Deno and Bun ask an object for its printed form under this name. Not among the headers' own properties, all of
// which Node's fetch would take for headers.
const printed = {
  [Symbol.for("nodejs.util.inspect.custom")]() {
    return "X-DS-API-KEY" in this ? { ...this, "X-DS-API-KEY": "…" } : { ...this };
  },
};

/** The headers of a request, which hold the key for whoever sends them and hide it when they are printed. */
export function guarded(headers) {
  return Object.setPrototypeOf(headers, printed);
}
