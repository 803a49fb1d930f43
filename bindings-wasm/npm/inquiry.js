import { params } from "./error.js";

/**
 * Leads a conversation made of calls through a client: `step()` says what to call, `tell()` takes what came of it.
 *
 * `told` hears of each outcome once it was taken in. A signal ends pauses; calls it does not cut, since one that is under
 * way may bring what comes only once.
 */
export async function asked(ds, inquiry, { signal, told: hear } = {}) {
  for (;;) {
    const { result, wait, function: name, parameters, apiKey } = JSON.parse(inquiry.step());
    if (wait !== undefined) {
      await pause(wait, signal);
      continue;
    }
    if (!name) return result;
    const began = Date.now();
    const told = await outcome(ds, name, parameters, apiKey);
    try {
      inquiry.tell(told, Date.now() - began);
    } catch (problems) {
      throw typeof problems === "string" ? params(name, JSON.parse(problems).problems) : problems;
    }
    await hear?.();
  }
}

function pause(time, signal) {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const stop = () => (clearTimeout(timer), reject(signal.reason));
    const timer = setTimeout(() => (signal?.removeEventListener("abort", stop), resolve()), time);
    signal?.addEventListener("abort", stop, { once: true });
  });
}

async function outcome(ds, name, parameters, apiKey) {
  try {
    const data = await (apiKey ? ds.call(name, parameters, { apiKey }) : ds.call(name, parameters));
    return { data, currentTime: data?._envelope?.current_time };
  } catch (error) {
    const { kind, code, message, maybeDone } = error ?? {};
    // A new key is not lost for whatever goes wrong with it.
    if (apiKey) return { kind: kind ?? "internal", code, message: `${message}`, maybeDone };
    // A call that makes no sense or is not allowed, and what is no error of the client, are for the caller.
    if (kind === undefined || kind === "params" || kind === "forbidden") throw error;
    return { kind, code, message, maybeDone };
  }
}
