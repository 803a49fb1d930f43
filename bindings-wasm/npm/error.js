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
  return params(name, [{ path, message }]);
}

/** The same for everything that is wrong with it. */
export function params(name, problems) {
  const told = problems.map(({ path, message }) => (path ? `${path}: ${message}` : message));
  const facts = { kind: "params", function: name, code: null, status: null, maybeDone: false, problems, excerpt: null };
  return new DigistoreError(`${name}: ${told.join("; ")}`, facts);
}
