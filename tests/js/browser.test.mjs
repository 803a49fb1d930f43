//! The check-in page of examples/browser in a real Chromium: with scanners, without a network, at several doors.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { CODE, Device, service, startBrowser, startServer } from "./checkin.mjs";

const PAGE = new URL("../../examples/browser/", import.meta.url);
const USED_BEFORE = "91250000000000000002";
const BLOCKED = "91250000000000000003";
const UNKNOWN = "12345678901234567890";
const TOMORROW = 16; // of the numbers of the sandbox

let browser, world, server;
const folder = mkdtempSync(join(tmpdir(), "checkin-"));
const shots = process.env.SHOTS || join(folder, "shots");
mkdirSync(shots, { recursive: true });

before(async () => {
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A service, a server and devices of its own for each test, all closed at its end. */
function evening(name, run, extra) {
  test(name, { timeout: 120_000 }, async () => {
    world = await service();
    server = await startServer(world, extra);
    const devices = [];
    const at = async (door, options) => {
      const device = await Device.at(browser, server.url, { door, ...options });
      devices.push(device);
      return device;
    };
    try {
      await run(at, world.numbers);
      for (const { errors } of devices) assert.deepEqual(errors, [], "errors in the page");
    } finally {
      await Promise.all(devices.map((device) => device.close()));
      await server.stop();
      world.close();
    }
  });
}

const eventually = async (found, wanted, what) => {
  let last;
  for (let tries = 0; tries < 200; tries += 1) {
    last = await found();
    if (last === wanted) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  assert.equal(last, wanted, what);
};

test("the files are short", () => {
  for (const name of readdirSync(PAGE)) {
    const lines = readFileSync(new URL(name, PAGE), "utf8").split("\n").length;
    assert.ok(lines <= 300, `${name}: ${lines} lines`);
  }
});

evening("each verdict has its own word, shape, colour and tone", async (at, numbers) => {
  const setUp = (context) => context.addInitScript(hearTones);
  const door = await at("North", { setUp });
  const seen = [];
  for (const [number, word, kind, why] of [
    [numbers[0], "Admit", "go", /^$/],
    [numbers[0], "Already used", "stop", /^Used at this door, (a moment|\d+ seconds) ago\.$/],
    [BLOCKED, "Blocked", "stop", /./],
    [USED_BEFORE, "Already used", "stop", /before this list was made/],
    [UNKNOWN, "Not on the list", "stop", /./],
    [numbers[TOMORROW], "Wrong day", "stop", /./],
    ["4006381333931", "Scan again", "ask", /./],
  ]) {
    await door.scan(number);
    const verdict = await door.sees(word);
    assert.equal(verdict.kind, kind, word);
    assert.match(verdict.why, why, word);
    assert.ok(verdict.spoken.startsWith(`${word}.`), verdict.spoken);
    const color = await door.page.evaluate(() => getComputedStyle(document.getElementById("verdict")).background);
    seen.push({ word, shape: verdict.shape, color, tone: await door.page.evaluate(() => globalThis.tones.splice(0).join()) });
  }
  const different = (name, list = seen) => new Set(list.map((one) => one[name])).size;
  assert.equal(different("shape"), different("word"));
  assert.equal(different("color"), 3, "in, not in, look");
  assert.equal(different("tone"), 3, JSON.stringify(seen));
  assert.ok(seen.every(({ tone }) => tone));
  await door.page.locator("#sound").click();
  await door.scan(numbers[1]);
  await door.sees("Admit");
  assert.deepEqual(await door.page.evaluate(() => globalThis.tones), [], "quiet when it is switched off");
  assert.equal(await door.text("inside"), "2");
});

function hearTones() {
  globalThis.tones = [];
  const { start } = OscillatorNode.prototype;
  OscillatorNode.prototype.start = function (...when) {
    globalThis.tones.push(`${this.type} ${this.frequency.value}`);
    return start.apply(this, when);
  };
}

evening("a scanner is heard wherever the focus is, whatever was typed by hand before", async (at, numbers) => {
  const door = await at("North");
  for (const [no, id] of ["sound", "refresh", "open-report", "check"].entries()) {
    await door.page.locator(`#${id}`).focus();
    await door.scan(numbers[no]);
    await eventually(async () => (await door.log()).length, no + 1, id);
  }
  await door.page.evaluate(() => document.activeElement.blur());
  await door.page.keyboard.type(numbers[4]);
  await door.page.keyboard.press("Tab");
  await eventually(async () => (await door.log()).length, 5, "a scanner that ends with Tab");
  await door.page.locator("#open-report").click();
  await door.page.locator("#report").waitFor();
  await door.scan(numbers[5]);
  await eventually(async () => (await door.log()).length, 6, "while the report is open");
  await door.page.locator("#number").pressSequentially("912", { delay: 120 });
  await door.page.waitForTimeout(150);
  await door.scan(numbers[6]);
  await eventually(async () => (await door.log()).length, 7, "after a number was begun by hand");
  assert.deepEqual(new Set(await door.log()), new Set(["Admit"]));
  await door.page.locator("#number").fill(numbers[6]);
  await door.page.locator("#check").click();
  await door.sees("Already used");
  assert.deepEqual(await door.page.evaluate(() => document.getElementById("number").value), "");
});

evening("two scans in the same 50 milliseconds are both decided, and both shown", async (at, numbers) => {
  const door = await at("North");
  await door.page.evaluate(() => {
    globalThis.words = [];
    const word = document.getElementById("word");
    new MutationObserver(() => globalThis.words.push(word.textContent)).observe(word, { childList: true });
  });
  const took = await door.page.evaluate(typed, [numbers[0], numbers[0], UNKNOWN]);
  assert.ok(took < 50, `${took} ms`);
  assert.deepEqual(await door.log(), ["Not on the list", "Already used", "Admit"]);
  await door.sees("Not on the list");
  assert.deepEqual(await door.page.evaluate(() => globalThis.words), ["Admit", "Already used", "Not on the list"]);
});

/** Presses the keys of whole scans at once, as no driver can from outside. */
function typed(texts) {
  const field = document.getElementById("number");
  const start = performance.now();
  for (const text of texts) {
    field.focus();
    for (const key of text) {
      field.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      field.value += key;
    }
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
  }
  return performance.now() - start;
}

evening("no scan is lost over reloads, also not one in the moment of the reload", async (at, numbers) => {
  const door = await at("North");
  for (const number of numbers.slice(0, 8)) {
    await door.scan(number);
    await door.page.reload({ waitUntil: "domcontentloaded" });
    // Before its first picture a page gets no keys from the browser; its list comes later.
    await door.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }
  await door.ready();
  await eventually(async () => (await door.log()).join(), "Admit,".repeat(8).slice(0, -1));
  // Not even when nothing could be written since the last start.
  await door.page.evaluate(fail);
  await door.scan(numbers[8]);
  await door.page.reload();
  await door.ready();
  await eventually(() => door.text("inside"), "9");
  await door.scan(numbers[8]);
  await door.sees("Already used");
  const second = await at("South");
  await eventually(() => second.text("inside"), "9");
});

/** Lets nothing be written from now on. */
function fail() {
  IDBObjectStore.prototype.put = function () {
    this.transaction.abort();
  };
}

evening("a scan while the scripts of the page are still on their way is decided later", async (at, numbers) => {
  const door = await at("North", { serviceWorkers: "block" });
  await door.page.route("**/checkin.js", async (route) => {
    await new Promise((done) => setTimeout(done, 1500));
    await route.continue();
  });
  await door.page.reload({ waitUntil: "commit" });
  await door.page.locator("#verdict").waitFor();
  await door.page.waitForTimeout(300);
  await door.scan(numbers[0]);
  await door.scan(numbers[1]);
  assert.equal(await door.text("inside"), "–");
  await eventually(() => door.text("inside"), "2");
});

evening("says so when this device keeps nothing", async (at, numbers) => {
  const door = await at("North");
  await door.page.evaluate(fail);
  await door.scan(numbers[0]);
  await door.sees("Admit");
  await door.reads("trouble", /not being kept/);
});
