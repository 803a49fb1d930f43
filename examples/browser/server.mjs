// The server behind the check-in page. It holds the key; the doors see a list of tickets and each other's scans.
//
//   node examples/browser/server.mjs                                     a sandbox with fictional guests
//   DS24_API_KEY=... DOOR_CODE=... TEMPLATE_ID=3 LOCATION_ID=3 node examples/browser/server.mjs
//
// DOOR_CODE is what the people at the doors type once, for the list holds names. DATE is the day of the event, today
// unless given. LIST_FILE keeps the evening over a restart, in the working folder unless given. HOST and PORT say where to
// listen, 127.0.0.1:8024 unless given: other machines need https in front, without which browsers keep no page for offline.
import { createHash, timingSafeEqual } from "node:crypto";
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { openEvening } from "./evening.mjs";

const HERE = new URL("./", import.meta.url);
const PACKAGE = new URL("./", import.meta.resolve("digistore24/etickets"));
const PAGE = new Set(readdirSync(HERE).filter((name) => /\.(js|css)$/.test(name)));
const TYPES = { html: "text/html", js: "text/javascript", css: "text/css", wasm: "application/wasm" };
const LARGEST = 16_000_000;

const { DS24_API_KEY, DOOR_CODE, HOST = "127.0.0.1", PORT = "8024" } = process.env;
if (DS24_API_KEY && !DOOR_CODE) fail("DOOR_CODE is missing: without it everyone in the network can read the names of the guests");
const evening = await openEvening(process.env).catch((error) => fail(error.message));

const HEADERS = {
  "cache-control": "no-cache",
  "content-security-policy":
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; worker-src 'self'; " +
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

const ANSWERS = {
  "GET /event": async () => json(evening.about()),
  "GET /tickets": async (request) => {
    await known(request);
    if (!evening.welcomes(word(request, "door"), word(request, "device"))) throw problem(409, "Another device has this name already.");
    const { bytes, age } = await evening.tickets();
    return { body: bytes, headers: { "snapshot-age": `${age}` } };
  },
  "POST /marks": async (request) => {
    await known(request);
    const bytes = await evening.exchange(await body(request));
    return bytes ? { body: bytes } : { status: 204 };
  },
  "POST /sync": async (request) => {
    await known(request);
    return json(await evening.report());
  },
};

const server = createServer(async (request, response) => {
  const answer = await respond(request).catch((error) => {
    // What the package says of bytes that are no scans of this event.
    const status = error.status ?? (error.kind === "params" ? 400 : 500);
    if (status === 500) console.error(error);
    return { status, body: status === 500 ? "The server failed." : error.message, headers: TEXT };
  });
  const { status = 200, body = "", headers } = answer;
  response.writeHead(status, { "content-type": "application/octet-stream", ...HEADERS, ...headers }).end(body);
});
server.listen(Number(PORT), HOST, () => {
  const { sandbox, examples } = evening.about();
  console.log(`http://${HOST === "127.0.0.1" ? "localhost" : HOST}:${server.address().port}`);
  if (sandbox) console.log(`A sandbox; try these numbers:\n${examples.map(({ number, what }) => `${number}  ${what}`).join("\n")}`);
});

const TEXT = { "content-type": "text/plain; charset=utf-8" };

async function respond(request) {
  const { pathname } = new URL(request.url, "http://localhost");
  const answer = ANSWERS[`${request.method} ${pathname}`];
  if (answer) return answer(request);
  const file = request.method === "GET" && fileOf(pathname);
  if (!file) throw problem(404, "not found");
  const type = TYPES[file.pathname.split(".").pop()];
  return { body: await readFile(fileURLToPath(file)), headers: { "content-type": type === "application/wasm" ? type : `${type}; charset=utf-8` } };
}

/** The page itself, and of the package what a page loads. */
function fileOf(pathname) {
  if (pathname === "/") return new URL("index.html", HERE);
  if (PAGE.has(pathname.slice(1))) return new URL(pathname.slice(1), HERE);
  const part = /^\/digistore24\/((?:pkg\/)?\w[\w-]*\.(?:js|wasm))$/.exec(pathname);
  return part && new URL(part[1], PACKAGE);
}

const json = (value) => ({ body: JSON.stringify(value), headers: { "content-type": "application/json", "cache-control": "no-store" } });
const problem = (status, message) => Object.assign(new Error(message), { status });

const word = (request, name) => decodeURIComponent(request.headers[name] ?? "");

/** Refuses who does not know the code, slowly. A header of ours is also what another site's page cannot send. */
async function known(request) {
  if (request.headers["door-code"] === undefined) throw problem(401, "The door's code is missing.");
  const hash = (text) => createHash("sha256").update(text).digest();
  if (!DOOR_CODE || timingSafeEqual(hash(word(request, "door-code")), hash(DOOR_CODE))) return;
  await new Promise((done) => setTimeout(done, 500));
  throw problem(401, word(request, "door-code") ? "The code is wrong." : "The code of the evening is missing.");
}

async function body(request) {
  const pieces = [];
  let length = 0;
  for await (const piece of request) {
    length += piece.length;
    if (length > LARGEST) throw problem(413, "too long");
    pieces.push(piece);
  }
  return new Uint8Array(Buffer.concat(pieces));
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
