import { Sandbox as Service } from "./pkg/sandbox.js";
import { joined } from "./bytes.js";

/** The service in memory. The types, in `sandbox.d.ts`, say what everything is. */
export class Sandbox {
  #service = new Service();

  // A property and not a method, so that it can be handed over alone.
  send = async (request) => this.handle(request);

  get apiKey() {
    return this.#service.apiKey;
  }

  get readKey() {
    return this.#service.readKey;
  }

  get developerKey() {
    return this.#service.developerKey;
  }

  static knows(name) {
    return Service.knows(`${name}`);
  }

  handle(request) {
    return this.#service.handle(request);
  }

  advance(seconds) {
    this.#service.advance(seconds);
  }

  approve(token) {
    return this.#service.approve(`${token}`);
  }

  decline(token) {
    return this.#service.decline(`${token}`);
  }

  async serve({ port = 0 } = {}) {
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
        const answer = this.#service.http({ method, url, headers, body: joined(pieces) });
        response.writeHead(answer.status, answer.headers).end(answer.body);
      });
    });
    await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
    const close = () => {
      const closed = new Promise((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    };
    return { baseUrl: `http://127.0.0.1:${server.address().port}/api/call`, close };
  }
}
