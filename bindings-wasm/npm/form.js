const encoder = new TextEncoder();

/** Names and values as a form in bytes, which is how several texts cross into the wasm at once. */
export function form(pairs) {
  return encoder.encode(new URLSearchParams(pairs).toString());
}
