//! What the test of examples/browser needs: a service that can lose its answers, the page's server, and a real browser.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { Digistore24 } from "digistore24";
import { Sandbox } from "digistore24/sandbox";
import { chromium } from "playwright-core";
import { fill } from "../../examples/browser/sandbox.mjs";
import { QUIET } from "./runtimes/chromium.mjs";

const SERVER = new URL("../../examples/browser/server.mjs", import.meta.url);
export const CODE = "Kranich 7";

/** The sandbox behind an address. `asked` lists the functions called; `lose(name)` breaks the line at the next call of it. */
export async function service() {
  const sandbox = new Sandbox();
  const asked = [];
  const lost = [];
  const server = createServer(async (request, response) => {
    const pieces = [];
    for await (const piece of request) pieces.push(piece);
    const { method, url, headers } = request;
    const name = url.split("/").pop();
    const answer = sandbox.handle({ method, url, headers, body: Buffer.concat(pieces).toString() });
    asked.push(name);
    if (lost[0] === name) {
      lost.shift();
      return request.socket.destroy();
    }
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const ds = new Digistore24({ apiKey: sandbox.apiKey, send: sandbox.send });
  return {
    ds, asked, apiKey: sandbox.apiKey, numbers: (await fill(ds)).map(({ number }) => number),
    baseUrl: `http://127.0.0.1:${server.address().port}/api/call`,
    count: (name) => asked.filter((one) => one === name).length,
    lose: (name) => lost.push(name),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The page's server as a process of its own; `extra` goes into its environment. */
export async function startServer({ apiKey, baseUrl }, extra = {}) {
  const own = { DS24_API_KEY: apiKey, DS24_BASE_URL: baseUrl, TEMPLATE_ID: "3", LOCATION_ID: "3", DOOR_CODE: CODE, PORT: "0" };
  const child = spawn(process.execPath, [fileURLToPath(SERVER)], { env: { ...process.env, ...own, ...extra }, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const line = await new Promise((resolve, reject) => {
    child.stderr.on("data", (piece) => (said += piece));
    child.stdout.on("data", (piece) => (said += piece) && /^http\S+\n/m.test(said) && resolve(/^http\S+/m.exec(said)[0]));
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode) return;
    child.kill();
    await once(child, "exit");
  };
  return { url: line, port: new URL(line).port, stop, said: () => said };
}

export async function startBrowser() {
  return chromium.launch({ executablePath: process.env.CHROME_PATH || "/usr/bin/chromium", args: QUIET });
}

/** A device at a door. Devices share nothing: each has a context of its own. */
export class Device {
  static async at(browser, url, { door, scheme = "light", width = 820, height = 1180, setUp, ...more } = {}) {
    const context = await browser.newContext({ colorScheme: scheme, viewport: { width, height }, ...more });
    const device = new Device();
    Object.assign(device, { context, url, errors: [] });
    await setUp?.(context);
    await device.open();
    if (door) await device.enter(door);
    return device;
  }

  async open() {
    this.page = await this.context.newPage();
    this.page.setDefaultTimeout(10_000);
    this.page.on("pageerror", (error) => this.errors.push(error.message));
    await this.page.goto(this.url);
  }

  async enter(door, code = CODE) {
    const { page } = this;
    await page.locator("#door-name").fill(door);
    await page.keyboard.press("Enter");
    await page.locator("#door-code").fill(code);
    await page.keyboard.press("Enter");
    await this.ready();
  }

  /** Waits until the page takes scans. */
  async ready() {
    await this.page.locator("body[data-view=door]").waitFor();
  }

  /** What a scanner does: the keys as fast as they come, then Enter. */
  async scan(text) {
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
  }

  /** The verdict once it is `word`. */
  async sees(word) {
    await this.page.waitForFunction((wanted) => document.getElementById("word").textContent === wanted, word);
    return this.verdict();
  }

  async verdict() {
    return this.page.evaluate(() => {
      const seen = (id) => (document.getElementById(id).hidden ? "" : document.getElementById(id).textContent);
      const { kind } = document.getElementById("verdict").dataset;
      const shape = document.querySelector("#verdict use").getAttribute("href").replace("#shape-", "");
      const spoken = document.getElementById("spoken").textContent;
      return { kind, shape, spoken, word: seen("word"), guest: seen("guest"), place: seen("place"), why: seen("why") };
    });
  }

  /** The words of the last scans, newest first. */
  async log() {
    return this.page.locator("#log strong").allTextContents();
  }

  async text(id) {
    return this.page.locator(`#${id}`).textContent();
  }

  /** Waits until an element holds this text. */
  async reads(id, pattern) {
    await this.page.locator(`#${id}`).filter({ hasText: pattern }).waitFor();
  }

  async offline(is = true) {
    await this.context.setOffline(is);
  }

  async close() {
    await this.context.close();
  }
}
