import { joined } from "./bytes.js";
import { IpnRejected, Reply, verify } from "./ipn.js";
import { eventKinds } from "./pkg/ipn.js";

/** Receives notifications as a Web `Request`. The types, in `ipn.d.ts`, say what everything is. */
export function ipnHandler(options) {
  const receive = receiver(options);
  return async (request) => {
    const { status, text, headers } = await receive({
      method: request.method,
      header: (name) => request.headers.get(name),
      body: (most) => streamed(request, most),
    });
    return new Response(request.method === "HEAD" ? null : text, { status, headers });
  };
}

/** The same for the servers of `node:http`. */
export function nodeHandler(options) {
  const receive = receiver(options);
  return async (request, response) => {
    const { status, text, headers } = await receive({
      method: request.method,
      header: (name) => request.headers[name],
      body: (most) => collected(request, most),
    });
    // Otherwise the rest of a body that is too large would be received after all, to keep the connection.
    if (status === 413) response.shouldKeepAlive = false;
    response.writeHead(status, headers).end(text);
  };
}

const FORM = "application/x-www-form-urlencoded";

/** What both have in common: from what arrived to what is answered. It never throws. */
function receiver(options) {
  const kinds = eventKinds().split(" ");
  const { passphrase, on, store, reply = new Reply(), maxBody = 256 * 1024, failed = console.error } = options ?? {};
  const wrong = (what) => new TypeError(`ipnHandler: ${what}`);
  if (typeof on !== "function" && (typeof on !== "object" || on === null)) {
    throw wrong("on: expected a function, or an object with a function for each kind of event");
  }
  const unknown = Object.keys(on).filter((kind) => !kinds.includes(kind));
  if (unknown.length > 0) throw wrong(`on: no such kind of event: ${unknown}; there are ${kinds}`);
  if (store != null && (typeof store.has !== "function" || typeof store.add !== "function")) {
    throw wrong("store: expected an object with the functions has(key) and add(key), such as a Set");
  }
  if (!(reply instanceof Reply)) throw wrong("reply: expected a Reply");
  if (!(maxBody > 0)) throw wrong("maxBody: expected a number of bytes");
  if (typeof failed !== "function") throw wrong("failed: expected a function");

  return async (request) => {
    try {
      return await received(request);
    } catch (error) {
      if (error instanceof IpnRejected) return answer(403, error.reason);
      try {
        failed(error);
      } catch {
        // The answer is the same, whatever becomes of the report.
      }
      return answer(500, "handling_failed");
    }
  };

  async function received({ method, header, body }) {
    if (method === "GET" || method === "HEAD") return answer(200, "OK");
    if (method !== "POST") return answer(405, "method_not_allowed", { allow: "GET, HEAD, POST" });
    const type = header("content-type");
    if (type && type.split(";")[0].trim().toLowerCase() !== FORM) return answer(415, "unsupported_media_type");
    const bytes = Number(header("content-length")) > maxBody ? null : await body(maxBody);
    if (bytes === null) return answer(413, "too_large");
    const event = verify(bytes, passphrase);
    return answer(200, event.kind === "connection_test" ? "OK" : await handled(event));
  }

  async function handled(event) {
    const { kind, dedupKey } = event;
    const seen = store ? Boolean(await store.has(dedupKey)) : false;
    let own;
    if (typeof on === "function") {
      own = await on(event, { seen });
    } else if (kinds.includes(kind) && on[kind]) {
      own = await on[kind](event, { seen });
    }
    const text = (own instanceof Reply ? own : reply).text();
    if (store && !seen) await store.add(dedupKey);
    return text;
  }
}

// A reply may hold a password.
const PLAIN = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };

function answer(status, text, headers) {
  return { status, text, headers: { ...PLAIN, ...headers } };
}

const READ_BEFORE = "the body was read before; its bytes decide, so hand the request over before anything parses it";

/** The body of a Web request, `null` when there is more of it. */
async function streamed(request, most) {
  if (request.bodyUsed) throw new Error(READ_BEFORE);
  const reader = request.body?.getReader();
  const pieces = [];
  for (let length = 0; reader; ) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      reader.cancel().catch(() => {});
      return null;
    }
    pieces.push(value);
  }
  return joined(pieces);
}

/** The body of Node's request, `null` when there is more of it. */
function collected(request, most) {
  return new Promise((resolve, reject) => {
    if (request.readableEnded) reject(new Error(READ_BEFORE));
    let pieces = [];
    let length = 0;
    request.on("data", (piece) => {
      length += piece.length;
      if (length > most) {
        pieces = [];
        resolve(null);
      } else {
        pieces.push(piece);
      }
    });
    request.once("end", () => resolve(joined(pieces)));
    request.once("error", reject);
    request.once("close", () => reject(new Error("the connection ended before the body did")));
  });
}
