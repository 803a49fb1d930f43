// A server below HTTP that plays steps, for what no decent server does. See `vectors/hostile.json` for the steps.
import { once } from "node:events";
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Plays one list of steps for each connection, the words in braces replaced. `requests` are the moments of those read,
 * `over` is how many connections came to their end.
 */
export async function rawServer(connections, words = {}) {
  const played = { requests: [], written: 0, over: 0 };
  const left = [...connections];
  const server = net.createServer((socket) => {
    socket.on("error", () => {});
    const steps = left.shift();
    if (!steps) return socket.destroy();
    const talk = new Talk(socket, words, played);
    talk.play(steps).catch(() => {}).finally(() => {
      played.written += socket.bytesWritten;
      played.over += 1;
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const baseUrl = `http://127.0.0.1:${server.address().port}/api/call`;
  return { played, baseUrl, close: () => server.close() };
}

/** One connection. */
class Talk {
  constructor(socket, words, played) {
    Object.assign(this, { socket, words, played, heard: "" });
    this.gone = new Promise((resolve) => socket.once("close", resolve));
    this.pieces = socket.setEncoding("latin1")[Symbol.asyncIterator]();
  }

  async play(steps) {
    for (const step of steps) await this.step(step);
    this.socket.end();
  }

  async step({ read, send, base64, repeat, times, drip, pause, hang, reset }) {
    if (read) await this.request();
    else if (send !== undefined) await this.write(Buffer.from(this.filled(send)));
    else if (base64 !== undefined) await this.write(Buffer.from(base64, "base64"));
    else if (repeat !== undefined) await this.many(repeat, times);
    else if (drip !== undefined) await this.slowly(this.filled(drip), pause);
    else if (hang) await this.gone;
    else if (reset) this.socket.resetAndDestroy();
    else await sleep(pause);
  }

  filled(text) {
    return text.replace(/\{(elsewhere|key)\}/g, (all, word) => this.words[word] ?? all);
  }

  /** Reads a whole request. */
  async request() {
    for (;;) {
      const [head, body] = this.heard.split(/\r\n\r\n(.*)/s);
      const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
      if (body !== undefined && body.length >= length) {
        this.heard = body.slice(length);
        this.played.requests.push(performance.now());
        return;
      }
      const { done, value } = await this.pieces.next();
      if (done) throw new Error("the client is gone");
      this.heard += value;
    }
  }

  /** As much as the client takes. */
  async write(bytes) {
    if (this.socket.destroyed) throw new Error("the client is gone");
    if (!this.socket.write(bytes)) await Promise.race([once(this.socket, "drain"), this.gone]);
  }

  async many(text, times) {
    const some = 4096;
    const block = Buffer.from(text.repeat(some));
    for (let left = times; left > 0; left -= some) await this.write(left < some ? Buffer.from(text.repeat(left)) : block);
  }

  async slowly(text, milliseconds) {
    for (const letter of text) {
      await this.write(letter);
      await sleep(milliseconds);
    }
  }
}
