/** Why a call did not succeed. The one class of exception of this package; `kind` says by whose fault it was. */
export class DigistoreError extends Error {
  constructor(message, facts) {
    super(message);
    Object.assign(this, facts);
  }
}

Object.defineProperty(DigistoreError.prototype, "name", { value: "DigistoreError", configurable: true, writable: true });
