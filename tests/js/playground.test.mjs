//! The playground of examples/playground in a real Chromium, used by clicking and typing.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { unreadable } from "./browser-looks.mjs";
import { startBrowser } from "./checkin.mjs";
import { host } from "./runtimes/host.mjs";

const EXAMPLE = new URL("../../examples/playground/", import.meta.url);
const { functions } = JSON.parse(readFileSync(new URL("../../catalogue.json", import.meta.url), "utf8"));
// For whoever wants to see the page: a folder for pictures.
const shots = process.env.SHOTS;
if (shots) mkdirSync(shots, { recursive: true });

let browser, server;

before(async () => {
  [browser, server] = await Promise.all([startBrowser(), host()]);
});
after(async () => {
  await browser?.close();
  server?.close();
});

/** The page on a device of its own, closed at the end, and without errors. */
async function opened(run, { hash = "", ...device } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...device });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url())));
  try {
    await page.goto(`${server.base}/examples/playground/index.html${hash}`);
    await page.locator("form button").waitFor();
    await run(page, asked);
  } finally {
    assert.deepEqual(errors, [], "errors in the page");
    await context.close();
  }
}

const choose = (page, name) => page.locator("#function").selectOption(name);
const fill = (page, name, text) => page.locator(`form [name="${name}"]`).first().fill(text);

/** Clicks on the button, and what comes. */
async function call(page) {
  await page.evaluate(() => delete document.getElementById("answer").dataset.outcome);
  await page.locator("form button").click();
  await page.locator("#answer[data-outcome]").waitFor();
  const text = await page.locator("#answer pre").textContent();
  return (await page.locator("#answer").getAttribute("data-outcome")) === "answer" ? JSON.parse(text) : text;
}

const picture = async (page, name) => shots && page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });

test("the files are short", () => {
  for (const name of readdirSync(EXAMPLE)) {
    const lines = readFileSync(new URL(name, EXAMPLE), "utf8").trimEnd().split("\n");
    assert.ok(lines.length <= 60, `${name}: ${lines.length} lines`);
  }
});

test("functions are called by clicking, and what they change is there", { timeout: 60_000 }, () =>
  opened(async (page, asked) => {
    assert.equal((await call(page)).user_name, "ada");

    await choose(page, "createVoucher");
    assert.match(await page.locator("#about").textContent(), /Creates a discount code\..*Takes effect every time/);
    assert.match(await page.locator("form").textContent(), /data \(required\).*Code that buyers type in\./);
    await fill(page, "code", "SEA10");
    await fill(page, "first_rate", "10");
    await fill(page, "count_left", "3");
    await page.locator('[name="is_count_limited"]').selectOption("Y");
    await picture(page, "voucher");
    assert.equal((await call(page)).code, "SEA10");
    assert.match(await call(page), /^DigistoreError: .*SEA10/, "codes are unique");

    await choose(page, "getVoucher");
    await fill(page, "code", "SEA10");
    const { coupon } = await call(page);
    assert.deepEqual([coupon.first_rate, coupon.count_left], ["10.00", 3]);

    await choose(page, "listTransactions");
    await fill(page, "from", "-60d");
    await page.locator("summary", { hasText: "search" }).click();
    await fill(page, "email", "lena@example.com");
    const { transaction_list } = await call(page);
    assert.ok(transaction_list.length > 0 && transaction_list.every(({ buyer }) => buyer.email === "lena@example.com"));
    await picture(page, "transactions");

    await choose(page, "createBuyUrl");
    await fill(page, "product_id", "515151");
    await fill(page, "addons", '[{"product_id": 515152, "first_amount": "5.00"}]');
    assert.match((await call(page)).url, /^https:/);
    assert.deepEqual(asked.filter(({ origin }) => origin !== server.base), [], "all in the page");
  }));

test("what is wrong is told", { timeout: 60_000 }, () =>
  opened(async (page) => {
    assert.match(await call(page), /^DigistoreError: getProduct: product_id: /);
    await fill(page, "product_id", "1");
    assert.match(await call(page), /^DigistoreError: .*Not found/);
    await choose(page, "listPurchases");
    await fill(page, "page_no", "two");
    assert.match(await call(page), /^DigistoreError: listPurchases: page_no: expected a whole number, got "two"/);
    await choose(page, "createBuyUrl");
    await fill(page, "product_id", "515151");
    await fill(page, "addons", "[515152");
    assert.match(await call(page), /^DigistoreError: createBuyUrl: addons: expected a list/);
    await picture(page, "error");
  }, { hash: "#getProduct" }));

test("every function can be chosen, with a field for each argument", { timeout: 60_000 }, () =>
  opened(async (page) => {
    const names = await page.locator("#function option").allTextContents();
    assert.deepEqual([...names].sort(), functions.map(({ name }) => name).sort());
    for (const { name, arguments: fields } of functions) {
      await choose(page, name);
      assert.equal(await page.locator("form > label, form > details").count(), fields.length, name);
    }
  }));

for (const colorScheme of ["light", "dark"]) {
  test(`on a phone everything is within reach and can be read, ${colorScheme}`, { timeout: 60_000 }, () =>
    opened(async (page) => {
      await choose(page, "createBuyUrl");
      await fill(page, "product_id", "515151");
      await picture(page, `phone-${colorScheme}`);
      assert.match((await call(page)).url, /^https:/);
      const { top } = await page.locator("#answer").evaluate((element) => element.getBoundingClientRect());
      assert.ok(top < 700, "the answer has come into view");
      assert.deepEqual(await page.evaluate(unreadable), []);
    }, { viewport: { width: 360, height: 740 }, hasTouch: true, colorScheme }));
}
