/** Sending one request: by `fetch`, or by a function of the user's. */
import { body } from "./body.js";

/** Why there is no answer: the word of an attempt for that, and a reason. */
export class NoAnswer {
  constructor(outcome, reason) {
    this.outcome = outcome;
    this.reason = reason;
  }
}

/** What came back, `{ status, headers, body }`, or why nothing did. Redirects are not followed. */
export async function sent(request, own, signal) {
  try {
    return await (own ? own(Object.assign(request, { signal })) : fetched(request, signal));
  } catch (error) {
    return error instanceof NoAnswer ? error : new NoAnswer(neverLeft(error) ? "not_sent" : "lost", reason(error));
  }
}

async function fetched({ method, url, headers, body: form, mostBytes }, signal) {
  // A POST with an empty text goes out with `Content-Length: 0`, without which the service answers 411.
  const init = { method, headers, body: form, redirect: "manual", signal };
  // Cloudflare's workers know neither and refuse a request that mentions one.
  if ("credentials" in Request.prototype) init.credentials = "omit";
  if ("cache" in Request.prototype) init.cache = "no-store";
  const response = await fetch(url, init);
  try {
    const bytes = await body(response, mostBytes);
    if (!bytes) throw new NoAnswer("unusable", `it has more than ${mostBytes} bytes`);
    // A page is not told more about a redirect that it does not follow.
    return { status: response.status || 302, headers: response.headers, body: bytes };
  } catch (error) {
    // Whatever it is, the request had left.
    throw error instanceof NoAnswer ? error : new NoAnswer("lost", reason(error));
  }
}

/** The codes of failures before a connection stood: Node's, and Bun's. */
const NEVER_LEFT = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT", "ConnectionRefused"];

/** Deno has no codes. Its messages say at which step the HTTP client gave up, and this one comes before the request. */
const NO_CONNECTION = "client error (Connect)";

function neverLeft(error) {
  return error?.sent === false || NEVER_LEFT.includes(error?.cause?.code || error?.code) || reason(error).includes(NO_CONNECTION);
}

/** What an exception says, and what caused it. */
function reason(error) {
  const said = texts(error, error?.message)[0] ?? "it failed";
  const [why] = texts(error?.cause?.message, error?.cause?.code, error?.code);
  return why === undefined || said.includes(why) ? said : `${said}: ${why}`;
}

const texts = (...given) => given.filter((text) => typeof text === "string" && text !== "");
