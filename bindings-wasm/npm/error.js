/** Why a call did not succeed. The one class of exception of this package; `kind` says by whose fault it was. */
export class DigistoreError extends Error {
  constructor(message, facts) {
    super(message);
    Object.assign(this, facts);
  }
}

Object.defineProperty(DigistoreError.prototype, "name", { value: "DigistoreError", configurable: true, writable: true });

/** The exception for something that is wrong with what a function was given. */
export function refused(name, path, message) {
  const facts = { kind: "params", function: name, code: null, status: null, maybeDone: false };
  return new DigistoreError(`${name}: ${path}: ${message}`, { ...facts, problems: [{ path, message }], excerpt: null });
}
