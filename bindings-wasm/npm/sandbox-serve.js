/** An HTTP server on this machine for the sandbox. */
import { joined } from "./bytes.js";

/** Serves what `answer` answers: its address, and how to stop it. */
export async function serve(answer, port) {
  // In a variable, so that bundlers for pages do not look for what is not there.
  const name = "node:http";
  const { createServer } = await import(/* @vite-ignore */ /* webpackIgnore: true */ name).catch((cause) => {
    throw new Error("serve() needs Node, Deno or Bun; elsewhere give sandbox.send to the client", { cause });
  });
  const server = createServer((request, response) => {
    const pieces = [];
    request.on("data", (piece) => pieces.push(piece));
    request.on("end", () => {
      const { method, url, headers } = request;
      const { status, headers: answered, body, late } = answer({ method, url, headers, body: joined(pieces) });
      if (late === Infinity) return request.socket.destroy();
      const leave = () => response.writeHead(status, answered).end(body);
      if (late > 0) setTimeout(leave, late);
      else leave();
    });
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  const close = () => {
    const closed = new Promise((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    return closed;
  };
  const windowUrl = `http://127.0.0.1:${server.address().port}/`;
  return { baseUrl: `${windowUrl}api/call`, windowUrl, close };
}
