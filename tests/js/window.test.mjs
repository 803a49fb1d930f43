//! The window of a served sandbox in a real Chromium: somebody buys by clicking, and an endpoint of this test hears of it.
import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, beforeEach, afterEach, test } from "node:test";
import { Digistore24 } from "digistore24";
import { verify } from "digistore24/ipn";
import { Sandbox } from "digistore24/sandbox";
import { unreadable } from "./browser-looks.mjs";
import { startBrowser } from "./checkin.mjs";

const PASSPHRASE = "Moewe 7";
// For whoever wants to see the window: a folder for pictures of its states.
const shots = process.env.SHOTS;
if (shots) mkdirSync(shots, { recursive: true });

let browser, sandbox, server, endpoint, page, errors;
before(async () => {
  browser = await startBrowser();
});
after(() => browser?.close());

beforeEach(async () => {
  sandbox = new Sandbox();
  server = await sandbox.serve({ deliver: true });
  endpoint = await listen();
});
afterEach(async () => {
  await page?.context().close();
  await server.close();
  endpoint.close();
  assert.deepEqual(errors, [], "errors in the page");
});

/** A program that takes notifications, and refuses as many as it is told to. */
async function listen() {
  const heard = [];
  const own = { refuse: 0, heard };
  const http = createServer(async (request, response) => {
    const pieces = [];
    for await (const piece of request) pieces.push(piece);
    if (own.refuse > 0) {
      own.refuse -= 1;
      return response.writeHead(503).end("ERROR: the shop is closed");
    }
    heard.push(verify(Buffer.concat(pieces).toString(), PASSPHRASE));
    response.end("OK");
  });
  await once(http.listen(0, "127.0.0.1"), "listening");
  const close = () => {
    http.closeAllConnections();
    http.close();
  };
  return Object.assign(own, { url: `http://127.0.0.1:${http.address().port}/ipn`, close });
}

async function open({ width = 1280, height = 900, colorScheme = "light" } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme });
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
  errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && !message.text().includes("status of 400") && errors.push(message.text()));
  await page.goto(new URL("/", server.baseUrl).href);
  await page.locator("#time").filter({ hasText: "2026-10-05 14:00:00" }).waitFor();
  await page.locator("#requests .empty").waitFor();
}

async function connect() {
  await page.locator("#connect [name=url]").fill(endpoint.url);
  await page.locator("#connect [name=passphrase]").fill(PASSPHRASE);
  await page.getByRole("button", { name: "Connect" }).click();
}

async function buy(product, email) {
  await page.locator("#buy [name=product_id]").selectOption({ label: product });
  await page.locator("#buy [name=email]").fill(email);
  await page.getByRole("button", { name: "Buy", exact: true }).click();
}

const heard = async (count) => {
  for (let tries = 0; tries < 1000 && endpoint.heard.length < count; tries += 1) await new Promise((done) => setTimeout(done, 25));
  return endpoint.heard.map((event) => event.event);
};

async function looks(name) {
  assert.deepEqual(await page.evaluate(unreadable), [], name);
  if (shots) await page.screenshot({ path: join(shots, `window-${name}.png`), fullPage: true });
}

test("somebody buys by clicking, and the notification arrives", { timeout: 120_000 }, async () => {
  await open();
  await connect();
  await buy("Brush club", "nora@example.com");
  const order = page.locator("#orders .rows > li").first();
  await order.filter({ hasText: "Brush club" }).waitFor();
  await page.locator("#notifications .rows > li").filter({ hasText: "on_payment" }).filter({ hasText: "delivered" }).waitFor();
  assert.deepEqual(await heard(1), ["on_payment"]);
  const event = endpoint.heard.at(-1);
  assert.equal(event.email, "nora@example.com");
  assert.equal(`${event.amount_brutto}`, "29.75");

  await page.locator("#notifications summary").filter({ hasText: "on_payment" }).first().click();
  await page.locator("#notifications summary").filter({ hasText: "all parameters" }).first().click();
  await page.locator("#notifications dd").filter({ hasText: /^nora@example\.com$/ }).first().waitFor();
  await looks("bought");

  // Time passes: the next month is paid, then the card declines, and the subscription is stopped by hand.
  await page.getByRole("button", { name: "+30 days" }).click();
  await page.getByRole("button", { name: "+1 day" }).click();
  await order.filter({ hasText: "2 paid" }).waitFor();
  await order.locator("summary").first().click();
  await order.getByRole("button", { name: "Cancel" }).click();
  await order.filter({ hasText: "aborted" }).waitFor();
  const own = endpoint.heard.filter((event) => event.email === "nora@example.com").map((event) => event.event);
  assert.deepEqual(own, ["on_payment", "on_payment", "on_rebill_cancelled"]);
  await looks("later");
});

test("what an endpoint refuses comes again when its time has come", { timeout: 120_000 }, async () => {
  await open({ width: 390, height: 844, colorScheme: "dark" });
  await connect();
  endpoint.refuse = 1;
  const before = endpoint.heard.length;
  await buy("Watercolour for beginners", "olga@example.com");
  const row = page.locator("#notifications .rows > li").filter({ hasText: "on_payment" });
  await row.filter({ hasText: "queued" }).waitFor();
  await row.locator("summary").first().click();
  await row.getByText("503 ERROR: the shop is closed").waitFor();
  assert.equal(endpoint.heard.length, before);
  await looks("refused-on-a-phone");
  await page.getByRole("button", { name: "+1 hour" }).click();
  await row.filter({ hasText: "delivered" }).waitFor();
  assert.equal((await heard(before + 1)).at(-1), "on_payment");
});

test("requests come in, what is wrong is said, and nothing of the account becomes part of the page", { timeout: 120_000 }, async () => {
  await open();
  const ds = new Digistore24({ apiKey: server.apiKey ?? sandbox.apiKey, baseUrl: server.baseUrl });
  const name = "<img src=x onerror=document.title=1>";
  const { product_id: id } = await ds.createProduct({ data: { name } });
  await page.locator("#requests .rows > li").filter({ hasText: "createProduct" }).click();
  await page.locator("#products > li").filter({ hasText: name }).waitFor();
  assert.equal(await page.title(), "Sandbox");
  assert.equal(await page.locator("#products img").count(), 0, `product ${id}`);
  const shown = await page.locator("body").innerText();
  assert.equal(shown.split(sandbox.apiKey).length, 2, "the key stands where it is told, and in no request");

  await page.locator("#buy [name=voucher_code]").fill("NOSUCH");
  await buy("Watercolour for beginners", "pia@example.com");
  await page.locator("#problem").filter({ hasText: "voucher_code: there is no such discount code" }).waitFor();
  await looks("problem");
});

test("no other page drives the sandbox", async () => {
  await open();
  for (const [headers, status] of [[{ origin: "https://shop.example.com" }, 403], [{ origin: new URL(server.baseUrl).origin }, 200]]) {
    const answer = await fetch(new URL("/sandbox/advance", server.baseUrl), {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: '{"days":1}',
    });
    assert.equal(answer.status, status, JSON.stringify(headers));
  }
});
