import { params } from "./error.js";

/** Leads a conversation made of calls through a client: `step()` says what to call, `tell()` takes what came of it. */
export async function asked(ds, inquiry) {
  for (;;) {
    const { result, wait, function: name, parameters } = JSON.parse(inquiry.step());
    if (wait !== undefined) {
      await new Promise((resolve) => setTimeout(resolve, wait));
      continue;
    }
    if (!name) return result;
    const told = await outcome(ds, name, parameters);
    try {
      inquiry.tell(told);
    } catch (problems) {
      throw typeof problems === "string" ? params(name, JSON.parse(problems).problems) : problems;
    }
  }
}

async function outcome(ds, name, parameters) {
  try {
    const data = await ds.call(name, parameters);
    return { data, currentTime: data?._envelope?.current_time };
  } catch (error) {
    const { kind, code, message, maybeDone } = error;
    // A call that makes no sense, and what is no error of the client, are for the caller.
    if (kind === undefined || kind === "params") throw error;
    return { kind, code, message, maybeDone };
  }
}
