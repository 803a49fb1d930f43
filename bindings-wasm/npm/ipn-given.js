// What callers hand over, wherever something is checked.
const encoder = new TextEncoder();

/** A body or a query as bytes. */
export function bytes(name, given) {
  if (typeof given === "string") return encoder.encode(given);
  if (given instanceof Uint8Array) return given;
  if (given instanceof ArrayBuffer) return new Uint8Array(given);
  throw new TypeError(`${name}: expected a string, a Uint8Array or an ArrayBuffer, just as it arrived`);
}

/** The passphrases or keys among one, several or none. Exceptions never say them. */
export function secrets(name, given) {
  const texts = [given].flat().filter((one) => one != null);
  if (texts.every((one) => typeof one === "string")) return texts;
  throw new TypeError(`${name}: expected a string, or several in an array`);
}
