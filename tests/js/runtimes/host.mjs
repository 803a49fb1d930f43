// The HTTP server that all runtimes see: the repository's files, and addresses that show what a client really sends.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = new URL("../../../", import.meta.url);
const PUBLIC = ["/bindings-wasm/npm/", "/tests/js/shared/", "/tests/js/runtimes/", "/tests/vectors/"];
const TYPES = { ".js": "text/javascript", ".mjs": "text/javascript", ".json": "application/json", ".wasm": "application/wasm" };

/** Starts the host on a free port of loopback. */
export async function host() {
  const server = createServer((request, response) => {
    answer(request).then(
      ({ status = 200, headers = {}, body }) => response.writeHead(status, headers).end(body),
      (error) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const base = `http://127.0.0.1:${server.address().port}`;
  return { base, close: () => (server.closeAllConnections(), server.close()) };
}

async function answer(request) {
  const { pathname } = new URL(request.url, "http://host");
  if (pathname.startsWith("/echo/")) return echo(request);
  if (pathname.startsWith("/redirect/")) return { status: 302, headers: { location: request.url.replace("redirect", "echo") } };
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

async function file(pathname) {
  const path = fileURLToPath(new URL(`.${pathname}`, ROOT));
  const body = await readFile(path).catch(() => null);
  const type = TYPES[extname(path)] ?? "text/plain";
  return body === null ? { status: 404, body: `${pathname} is not there` } : { headers: { "content-type": type }, body };
}

function page(pathname) {
  return pathname === "/" ? { headers: { "content-type": "text/html" }, body: "<!doctype html>" } : { status: 404, body: "nothing here" };
}
