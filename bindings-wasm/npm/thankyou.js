import { form } from "./form.js";
import { bytes, secrets } from "./ipn-given.js";
import { IpnRejected } from "./ipn-rejected.js";
import * as wasm from "./pkg/thankyou.js";

export { IpnRejected };

/** Checks and decrypts the query of a thank-you page. The types, in `thankyou.d.ts`, say what everything is. */
export function thankyou(query, key, { own = [] } = {}) {
  const keys = secrets("key", key).map((one) => ["key", one]);
  const options = form([...keys, ...Array.from(own, (name) => ["own", name])]);
  const { fields, reason, message } = JSON.parse(wasm.thankyou(bytes("query", query), options));
  if (reason !== undefined) throw new IpnRejected(message, reason);
  return fields;
}
