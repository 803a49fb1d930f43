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
export async function sent(flow, request, own, signal) {
  try {
    return await (own ? own(Object.assign(request, { signal })) : fetched(flow, request, signal));
  } catch (error) {
    return noAnswer(error);
  }
}

/** What an exception of a sender says about what became of the request. A cassette says it in one word. */
export function noAnswer(error) {
  if (error instanceof NoAnswer) return error;
  const outcome = WORDS.includes(error?.failure) ? error.failure : neverLeft(error) ? "not_sent" : "lost";
  return new NoAnswer(outcome, reason(error));
}

const WORDS = ["not_sent", "lost", "unusable", "withheld"];

async function fetched(flow, { mostBytes }, signal) {
  const response = await flow.fetch(signal);
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
