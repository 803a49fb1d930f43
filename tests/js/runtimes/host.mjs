// The HTTP server that all runtimes see: the repository's files, and addresses that show what a client really sends.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const ROOT = new URL("../../../", import.meta.url);
const PUBLIC = ["/bindings-wasm/npm/", "/tests/js/shared/", "/tests/js/runtimes/", "/tests/vectors/", "/examples/playground/", "/catalogue.json"];
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".json": "application/json", ".wasm": "application/wasm" };

/** What lets a page call from another origin; the key's header is asked for first. */
const ANY_PAGE = { "access-control-allow-origin": "*", "access-control-allow-headers": "x-ds-api-key, content-type" };

/** Starts the host on a free port of loopback. */
export async function host() {
  const seen = [];
  const server = createServer((request, response) => {
    if (request.method !== "OPTIONS") seen.push(request.url);
    answer(request, seen).then(
      ({ status = 200, headers = {}, body }) => response.writeHead(status, { ...ANY_PAGE, ...headers }).end(body),
      (error) => response.writeHead(500).end(String(error)),
    );
  });
  const port = await listening(server);
  return { base: `http://127.0.0.1:${port}`, close: () => (server.closeAllConnections(), server.close()) };
}

async function listening(server) {
  await new Promise((listens) => server.listen(0, "127.0.0.1", listens));
  return server.address().port;
}

async function answer(request, seen) {
  const { pathname } = new URL(request.url, "http://host");
  if (request.method === "OPTIONS") return { status: 204 };
  if (pathname.startsWith("/echo/")) return echo(request);
  if (pathname.startsWith("/redirect/")) return redirect(pathname);
  if (pathname.startsWith("/silent/")) return new Promise(() => {});
  if (pathname.startsWith("/large/")) return large(Number(pathname.split("/")[2]));
  if (pathname.startsWith("/flood/")) return flood();
  if (pathname.startsWith("/seen/")) return { body: `${seen.filter((url) => `/seen${url}` === pathname).length}` };
  if (pathname === "/nobody") return { body: await nobody() };
  if (PUBLIC.some((folder) => pathname.startsWith(folder))) return file(pathname);
  return page(pathname);
}

/** The request as the data of a successful answer, so that a raw call gets to see itself. */
async function echo(request) {
  const { method, url, headers } = request;
  let body = "";
  for await (const chunk of request.setEncoding("utf8")) body += chunk;
  const data = { method, url, headers, body };
  const envelope = { api_version: "1.0", current_time: "2026-01-02 03:04:05", result: "success", data };
  return { headers: { "content-type": "application/json" }, body: JSON.stringify(envelope) };
}

/** An answer with so many letters in it. */
function large(letters) {
  const data = { text: "x".repeat(letters) };
  return { body: JSON.stringify({ api_version: "1.0", current_time: "2026-01-02 03:04:05", result: "success", data }) };
}

/** 30 MB that travel as 30 KB. */
function flood() {
  return { headers: { "content-encoding": "gzip" }, body: gzipSync(large(30_000_000).body) };
}

/** From `/redirect/307/...` to `/echo/307/...`. */
function redirect(pathname) {
  return { status: Number(pathname.split("/")[2]), headers: { location: pathname.replace("redirect", "echo") } };
}

/** An address at which nobody listens any more. */
async function nobody() {
  const server = createServer();
  const port = await listening(server);
  await new Promise((closed) => server.close(closed));
  return `http://127.0.0.1:${port}/api/call`;
}

async function file(pathname) {
  const path = fileURLToPath(new URL(`.${pathname}`, ROOT));
  const body = await readFile(path).catch(() => null);
  const type = TYPES[extname(path)] ?? "text/plain";
  return body === null ? { status: 404, body: `${pathname} is not there` } : { headers: { "content-type": type }, body };
}

function page(pathname) {
  return pathname === "/" ? { headers: { "content-type": "text/html" }, body: "<!doctype html>" } : { status: 404, body: "nothing here" };
}
