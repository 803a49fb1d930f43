// Comparing what a vector wants with what there is.

/** Compares values of JSON; the order of fields does not count. */
export function same(what, have, want) {
  if (sorted(have) !== sorted(want)) throw new Error(`${what}\n  have ${sorted(have)}\n  want ${sorted(want)}`);
}

function sorted(value) {
  const inOrder = (_, part) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  return JSON.stringify(value, inOrder);
}
