/** What a notification or a thank-you page is refused with. The types, in `ipn.d.ts`, say what everything is. */
export class IpnRejected extends Error {
  constructor(message, reason) {
    super(message);
    this.reason = reason;
  }
}

Object.defineProperty(IpnRejected.prototype, "name", { value: "IpnRejected", configurable: true, writable: true });
