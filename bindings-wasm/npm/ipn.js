import { form } from "./form.js";
import { bytes, secrets } from "./ipn-given.js";
import { IpnRejected } from "./ipn-rejected.js";
import * as wasm from "./pkg/ipn.js";

export { Access } from "./ipn-access.js";
export { Reply } from "./ipn-reply.js";
export { IpnRejected };

export function verify(body, passphrase, { entities = false, zone } = {}) {
  const options = secrets("passphrase", passphrase).map((one) => ["passphrase", one]);
  if (entities === true) options.push(["entities", ""]);
  if (zone != null) options.push(["zone", zone]);
  return event(wasm.verify(bytes("body", body), form(options)), true);
}

export function verifyAll(bodies, passphrase, options) {
  return Array.from(bodies, (body) => {
    try {
      return verify(body, passphrase, options);
    } catch (error) {
      if (error instanceof IpnRejected) return error;
      throw error;
    }
  });
}

export function readUnsigned(body) {
  return event(wasm.readUnsigned(bytes("body", body)), false);
}

export function sign(params, passphrase) {
  return wasm.sign(form(pairs(params)), secret(passphrase), false);
}

export function signedBody(params, passphrase) {
  return wasm.sign(form(pairs(params)), secret(passphrase), true);
}

/** A plain object, with what the library says about it in properties that are neither listed nor copied nor printed. */
function event(json, signed) {
  const { fields, kind, dedupKey } = unlessRefused(json);
  const hidden = (value) => ({ value, enumerable: false, writable: false });
  return Object.defineProperties(fields, { kind: hidden(kind), dedupKey: hidden(dedupKey), signed: hidden(signed) });
}

function unlessRefused(json) {
  const told = JSON.parse(json);
  if (told.range) throw new RangeError(told.range);
  if (told.reason) throw new IpnRejected(told.message, told.reason);
  return told;
}

function secret(passphrase) {
  if (typeof passphrase === "string" && passphrase !== "") return bytes("passphrase", passphrase);
  throw new TypeError("passphrase: expected a string that is not empty");
}

/** Names and values. */
function pairs(params) {
  const pairs = typeof params?.[Symbol.iterator] === "function" ? [...params] : Object.entries(params);
  for (const [name, value] of pairs) {
    if (typeof name !== "string" || typeof value !== "string") throw new TypeError(`params: ${String(name)}: expected a string`);
  }
  return pairs;
}
