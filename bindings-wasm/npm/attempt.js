/** Tells a listener about an attempt. What it throws, at once or later, is printed and disturbs no call. */
export function hear(listener, attempt) {
  try {
    const heard = listener(attempt);
    if (typeof heard?.then === "function") heard.then(undefined, complain);
  } catch (error) {
    complain(error);
  }
}

const complain = (error) => console.error("digistore24: onAttempt threw", error);
