/** The run loop: sends, waits, and gives up when the caller says so. */
import { NoAnswer, sent } from "./send.js";

/** The longest a timer takes: 24 days. */
const LONGEST = 2 ** 31 - 1;

const LATE = Symbol();
const GIVEN_UP = Symbol();

/**
 * Runs a conversation to its end, or until the signal is given. `host` may hold `send` and `onAttempt`. `going`
 * is called before a request leaves, with true, and before it waits for that.
 */
export async function run(flow, host, signal, going) {
  try {
    // Not even a turn in the budget is taken.
    if (signal?.aborted) throw signal.reason;
    for (;;) {
      const { send, wait, done } = step(flow, host);
      // What has come to its end is told, also to those who have just given it up.
      if (!send && wait === undefined) return done;
      if (signal?.aborted) throw signal.reason;
      going?.(Boolean(send));
      await (send ? exchange(flow, send, host, signal) : pause(wait, signal));
    }
  } finally {
    flow.free();
  }
}

/** What to do next. Whoever listens hears of the attempt that led there. */
function step(flow, { onAttempt }) {
  try {
    return flow.step();
  } finally {
    if (onAttempt) hear(onAttempt, flow.seen());
  }
}

async function exchange(flow, request, host, signal) {
  const control = new AbortController();
  const { rings, off } = alarm(request.timeout, signal);
  const given = await Promise.race([sent(flow, request, host.send, control.signal), rings]).finally(off);
  if (given === LATE || given === GIVEN_UP || given?.outcome === "unusable") control.abort();
  if (given === GIVEN_UP) throw givenUp(flow, host, signal.reason);
  if (given === LATE) flow.fail("lost", `none came within ${request.timeout} ms`);
  else if (given instanceof NoAnswer) flow.fail(given.outcome, given.reason);
  else answer(flow, given);
}

function answer(flow, reply) {
  try {
    flow.answer(reply);
  } catch (wrong) {
    flow.fail("lost", `\`send\` came back with something else: ${wrong}`);
  }
}

async function pause(milliseconds, signal) {
  const { rings, off } = alarm(milliseconds, signal);
  if ((await rings.finally(off)) === GIVEN_UP) throw signal.reason;
}

/** Rings when so much time has passed, or when the signal is given. */
function alarm(milliseconds, signal) {
  let timer;
  let stop;
  const rings = new Promise((resolve) => {
    stop = () => resolve(GIVEN_UP);
    if (milliseconds !== undefined) timer = setTimeout(resolve, Math.min(milliseconds, LONGEST), LATE);
  });
  signal?.addEventListener("abort", stop);
  const off = () => {
    clearTimeout(timer);
    // Whoever uses one signal for many calls must not collect listeners.
    signal?.removeEventListener("abort", stop);
  };
  return { rings, off };
}

/**
 * What a conversation throws that was given up while an answer was on its way: the reason, or, where it may have taken
 * effect in a way that a repetition would double, an exception that says so.
 */
function givenUp(flow, { onAttempt }, reason) {
  flow.fail("lost", "the call was given up");
  let error;
  try {
    flow.step();
  } catch (thrown) {
    error = thrown;
  }
  if (onAttempt) hear(onAttempt, { ...flow.seen(), againIn: null });
  if (!error?.maybeDone) return reason;
  return Object.defineProperty(error, "cause", { value: reason, configurable: true, writable: true });
}

/** Tells a listener about an attempt. What it throws, at once or later, is printed and disturbs no call. */
function hear(listener, attempt) {
  if (!attempt) return;
  try {
    const heard = listener(attempt);
    if (typeof heard?.then === "function") heard.then(undefined, complain);
  } catch (error) {
    complain(error);
  }
}

const complain = (error) => console.error("digistore24: onAttempt threw", error);
