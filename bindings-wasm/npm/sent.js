/** The calls whose answers were lost, by their exceptions: out of reach of everything that prints or copies those. */
const lost = new WeakMap();

/** The same promise, whose exception keeps its call if that may have been carried out. */
export function keeping(promise, name, params) {
  // What the caller changes afterwards was not sent.
  const call = { function: `${name}`, parameters: copied(params ?? {}), sentAt: new Date().toISOString() };
  return promise.catch((error) => {
    if (error?.maybeDone === true) lost.set(error, { ...call, lostAt: new Date().toISOString() });
    throw error;
  });
}

/** The call of an exception. */
export const lostCall = (error) => lost.get(error);

/** Lists and plain objects anew; everything else as it is. */
function copied(value, depth = 0) {
  // No parameter of the service nests deeper; a list that holds itself does.
  if (depth > 32 || value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((item) => copied(item, depth + 1));
  const plain = [Object.prototype, null].includes(Object.getPrototypeOf(value));
  return plain ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, copied(item, depth + 1)])) : value;
}
