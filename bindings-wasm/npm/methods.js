import { Digistore24 } from "./client.js";
import { functions } from "./pkg/digistore24.js";

/** Gives the class one method a function of the catalogue, under the vendor's own name. */
export function methods() {
  for (const name of functions()) {
    const { [name]: value } = {
      [name](params, options) {
        return this.call(name, params, options);
      },
    };
    Object.defineProperty(Digistore24.prototype, name, { value, configurable: true, writable: true });
  }
}
