/** The calls whose answers were lost, by their exceptions: out of reach of everything that prints or copies those. */
const lost = new WeakMap();

/** What a call comes to. Its exception keeps the call if that may have been carried out; `work` says how it gets on. */
export async function keeping(name, params, work) {
  let call, sentAt;
  const going = (leaves) => {
    // Before anything is waited for: what the caller changes afterwards is not sent. What nests without end never gets here.
    call ??= { function: `${name}`, parameters: copied(params ?? {}) };
    if (leaves) sentAt ??= new Date().toISOString();
  };
  try {
    return await work(going);
  } catch (error) {
    if (error?.maybeDone === true) lost.set(error, { ...call, sentAt, lostAt: new Date().toISOString() });
    throw error;
  }
}

/** The call of an exception. */
export const lostCall = (error) => lost.get(error);

/** Lists and plain objects anew; everything else as it is. */
function copied(value) {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(copied);
  const plain = [Object.prototype, null].includes(Object.getPrototypeOf(value));
  return plain ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, copied(item)])) : value;
}
