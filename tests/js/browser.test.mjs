//! The check-in page of examples/browser in a real Chromium: with scanners, without a network, at several doors.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { unreadable } from "./browser-looks.mjs";
import { CODE, Device, service, startBrowser, startServer } from "./checkin.mjs";

const PAGE = new URL("../../examples/browser/", import.meta.url);
const USED_BEFORE = "91250000000000000002";
const BLOCKED = "91250000000000000003";
const UNKNOWN = "12345678901234567890";
const TOMORROW = 16; // of the numbers of the sandbox

let browser, world, server, list;
let evenings = 0;
const folder = mkdtempSync(join(tmpdir(), "checkin-"));
// For whoever wants to see the page: a folder for pictures of all its states.
const shots = process.env.SHOTS;
if (shots) mkdirSync(shots, { recursive: true });

before(async () => {
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A service, a server and devices of its own for each test, all closed at its end. */
function evening(name, run) {
  test(name, { timeout: 120_000 }, async () => {
    world = await service();
    list = join(folder, `list-${(evenings += 1)}.json`);
    server = await startServer(world, { LIST_FILE: list });
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
    [UNKNOWN, "Unknown", "stop", /./],
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
  await eventually(() => door.text("inside"), "2");
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
  await door.page.evaluate(typed, [numbers[0], numbers[0], UNKNOWN]);
  await eventually(async () => (await door.log()).join(), "Unknown,Already used,Admit");
  await door.sees("Unknown");
  assert.deepEqual(await door.page.evaluate(() => globalThis.words), ["Admit", "Already used", "Unknown"]);
  await door.page.evaluate(typed, numbers.slice(1, 14));
  await eventually(() => door.text("inside"), "14", "a whole queue at once");
  await door.page.locator("#more").filter({ hasText: "12 more scans follow" }).waitFor();
});

/** Presses the keys of whole scans without letting the page do anything in between, which no driver can from outside. */
function typed(texts) {
  const field = document.getElementById("number");
  for (const text of texts) {
    field.focus();
    for (const key of text) {
      field.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      field.value += key;
    }
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
  }
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

evening("a door tells what another door did, and goes on without a network, also after a reload", async (at, numbers) => {
  const north = await at("North");
  const south = await at("South");
  await north.scan(numbers[0]);
  await north.sees("Admit");
  await eventually(() => south.text("inside"), "1");
  await south.scan(numbers[0]);
  assert.match((await south.sees("Already used")).why, /^Used at the door “North”, .+\.$/);

  await south.offline();
  await south.reads("offline", /Offline: go on scanning\. The list is from \d\d:\d\d, under a minute old/);
  await south.scan(numbers[1]);
  await south.sees("Admit");
  await south.scan(numbers[1]);
  await south.sees("Already used");
  await eventually(() => south.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("checkin-scan")).length), 0);
  await south.page.evaluate(async () => {
    const { keep, kept } = await import("/keep.js");
    const evening = await kept("evening");
    await keep("evening", { ...evening, takenAt: evening.takenAt - 14 * 60_000 });
  });
  await south.page.reload();
  await south.ready();
  await south.reads("offline", /Offline: go on scanning\. The list is from \d\d:\d\d, 14 minutes old\. Other doors not heard/);
  assert.equal(await south.text("list-age"), "List 14 minutes old");
  await eventually(() => south.text("inside"), "2");
  assert.deepEqual(await south.log(), ["Already used", "Admit", "Already used"]);
  await south.scan(numbers[1]);
  assert.match((await south.sees("Already used")).why, /at this door/);
  await south.scan(numbers[2]);
  await south.sees("Admit");
  assert.equal(await north.text("inside"), "1", "nothing came through");

  await south.offline(false);
  await eventually(() => north.text("inside"), "3");
  await eventually(() => south.page.locator("#offline").isVisible(), false);
  assert.equal(world.count("validateEticket"), 0, "nothing is reported before somebody wants it");
});

evening("scans are reported once, also when an answer is lost, and the report names what does not fit", async (at, numbers) => {
  const north = await at("North");
  const south = await at("South");
  await north.offline();
  await south.offline();
  // One ticket at both doors, one that is used at a door of somebody else's, three plain ones.
  for (const [door, which] of [[north, [0, 1, 2]], [south, [0, 3, 4]]]) {
    for (const no of which) {
      await door.scan(numbers[no]);
      await eventually(async () => (await door.log())[which.indexOf(no) && 0], "Admit");
    }
    await eventually(() => door.text("inside"), "3");
  }
  const event = { template_id: "3", location_id: "3", date: "2026-10-05" };
  await world.ds.validateEticket({ eticket_id: numbers[4], ...event });
  await north.page.locator("#open-report").click();
  assert.equal(await north.page.locator("#sync").isEnabled(), false, "not without a network");
  await north.offline(false);
  await south.offline(false);
  await north.reads("report-state", /^5 scans are not reported/);
  world.lose("validateEticket");
  for (let tries = 0; tries < 3; tries += 1) {
    await north.page.locator("#sync:enabled").click();
    await north.reads("report-state", /^(All scans are reported|Not everything|\d scans? (is|are) not)/);
    if (/^All/.test(await north.text("report-state"))) break;
  }
  await north.reads("report-state", /^All scans are reported/);
  const conflicts = await north.page.locator("#conflicts li").allInnerTexts();
  assert.ok(conflicts.some((text) => text.includes("North: ") && text.includes("South: ")), conflicts.join("\n\n"));
  assert.equal(conflicts.length, 2, conflicts.join("\n\n"));
  assert.equal(world.count("validateEticket"), 5, "once for each ticket");
  for (const number of numbers.slice(0, 5)) {
    assert.ok((await world.ds.getEticket({ eticket_id: number })).eticket.used_at, "the service has it");
  }
  await south.page.locator("#open-report").click();
  await south.reads("report-state", /^All scans are reported/);
  if (shots) await north.page.screenshot({ path: join(shots, "report-light-820.png"), fullPage: true });
});

evening("who asks sees names and places in the order, and nothing else of the guests, nor the key", async (at, numbers) => {
  const bodies = [];
  const door = await at("North", {
    setUp: async (context) => context.on("response", (response) => bodies.push(response.body().catch(() => Buffer.alloc(0)))),
  });
  await door.scan(numbers[0]);
  await door.sees("Admit");
  await door.scan(UNKNOWN);
  await door.sees("Unknown");
  await eventually(() => world.asked.includes("listEtickets"), true);
  await door.page.locator("#open-report").click();
  const sent = Buffer.concat(await Promise.all(bodies)).toString("latin1");
  assert.ok(sent.includes("Amira"), "the list is there");
  assert.ok(!sent.includes("Ida"), "names of other days are not");
  const page = await door.page.content();
  for (const secret of [world.apiKey, "example.com", "@", "Beispielweg"]) assert.ok(!page.includes(secret), secret);
  for (const secret of [world.apiKey, "amira@", "purchase_item"]) assert.ok(!sent.includes(secret), secret);
  for (const number of [numbers[0], UNKNOWN]) assert.ok(!page.includes(number), "who has the number has the ticket");

  const asks = (path, init) => fetch(new URL(path, server.url), init);
  for (const [method, path] of [["GET", "tickets"], ["POST", "marks"], ["POST", "sync"]]) {
    assert.equal((await asks(path, { method })).status, 401, path);
    assert.equal((await asks(path, { method, headers: { "door-code": "wrong" } })).status, 401, path);
  }
  for (const path of ["server.mjs", "evening.mjs", "digistore24/package.json", "digistore24/..%2f..%2fREADME.md", "..%2f..%2fREADME.md"]) {
    assert.equal((await asks(path)).status, 404, path);
  }
  const policy = (await asks("")).headers.get("content-security-policy");
  assert.match(policy, /default-src 'none'/);
  assert.equal((await asks("marks", { method: "POST", headers: { "door-code": encodeURIComponent(CODE) }, body: "rubbish" })).status, 400);
});

evening("works with the keys alone, and says everything to those who listen", async (at, numbers) => {
  const door = await at("North");
  const { page } = door;
  const focused = () => page.evaluate(() => document.activeElement.id);
  assert.equal(await focused(), "number", "ready to type");
  await page.evaluate(() => {
    globalThis.said = [];
    const spoken = document.getElementById("spoken");
    new MutationObserver(() => globalThis.said.push(spoken.textContent)).observe(spoken, { childList: true });
  });
  await page.keyboard.type(UNKNOWN, { delay: 5 });
  await page.keyboard.press("Enter");
  await door.scan(UNKNOWN);
  await door.scan(numbers[0]);
  await door.sees("Admit");
  const said = await page.evaluate(() => globalThis.said);
  assert.equal(said.length, 3, "the same words are said again");
  assert.match(said[1], /^Unknown\. number ending in 7890\. ./);
  assert.equal(said[2], "Admit. Amira Beispiel. Ticket 1 of 2");
  const order = [];
  for (let presses = 0; presses < 6; presses += 1) {
    order.push(await focused());
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.equal(outline, "solid", "the focus is seen");
    await page.keyboard.press("Tab");
  }
  assert.deepEqual(order, ["number", "check", "sound", "refresh", "rename", "open-report"]);
  await page.locator("#open-report").focus();
  await page.keyboard.press("Space");
  await page.locator("#report").waitFor();
  assert.equal(await focused(), "close-report");
  await page.keyboard.press("Enter");
  assert.equal(await focused(), "open-report");
  const tree = await page.locator("body").ariaSnapshot();
  for (const part of ['textbox "Ticket number"', 'button "Check"', 'button "Sound is on" [pressed]', "heading"]) assert.ok(tree.includes(part), tree);
});

evening("a door is named once, and nobody else has its name", async (at, numbers) => {
  const door = await at();
  const { page } = door;
  const problem = (pattern) => door.reads("setup-problem", pattern);
  await page.locator("#door-name").waitFor();
  await page.keyboard.press("Enter");
  await problem(/Give the door a name/);
  await door.scan(numbers[0]);
  await problem(/That is a ticket/);
  await page.locator("#door-name").fill("Süd – 2");
  await page.keyboard.press("Enter");
  await problem(/code of the evening is missing/);
  await page.locator("#door-code").fill("wrong");
  await page.keyboard.press("Enter");
  await problem(/code is wrong/);
  await page.locator("#door-code").fill(CODE);
  await page.keyboard.press("Enter");
  await door.ready();
  await page.reload();
  await door.ready();
  assert.equal(await door.text("door"), "Süd – 2");

  const other = await at();
  await other.page.locator("#door-name").fill("Süd – 2");
  await other.page.keyboard.press("Enter");
  await other.reads("setup-problem", /code of the evening is missing/);
  await other.page.locator("#door-code").fill(CODE);
  await other.page.keyboard.press("Enter");
  await other.reads("setup-problem", /Another device has this name/);

  // Two pages on one device would write over each other's scans.
  const second = await door.context.newPage();
  await second.goto(server.url);
  await second.locator("#why").filter({ hasText: "open in another tab" }).waitFor();
  await page.close();
  await second.locator("body[data-view=door]").waitFor();
});

evening("an evening outlives its server, and another evening does not mix with it", async (at, numbers) => {
  const door = await at("North");
  await door.scan(numbers[0]);
  await eventually(() => door.text("inside"), "1");
  await door.page.locator("#open-report").click();
  await door.page.locator("#sync").click();
  await door.reads("report-state", /^All scans are reported/);
  await server.stop();
  await door.reads("offline", /Offline/);
  await door.scan(numbers[1]);
  await door.sees("Admit");
  server = await startServer(world, { LIST_FILE: list, PORT: server.port });
  await door.page.locator("#offline").waitFor({ state: "hidden" });
  const second = await at("South");
  await eventually(() => second.text("inside"), "2");
  await eventually(() => second.text("pending"), "1");
  await second.page.locator("#open-report").click();
  await second.page.locator("#sync").click();
  await second.reads("report-state", /^All scans are reported/);
  await second.reads("conflicts", /^None/);
  assert.equal(world.count("validateEticket"), 2);

  await server.stop();
  const tomorrow = { PORT: server.port, DATE: "2026-10-06" };
  await assert.rejects(startServer(world, { ...tomorrow, LIST_FILE: list }), /list of another event, on 2026-10-05/);
  server = await startServer(world, { ...tomorrow, LIST_FILE: `${list}.tomorrow` });
  await door.page.locator("#refresh").click();
  await door.reads("trouble", /another event/);
  await door.scan(numbers[2]);
  await door.sees("Admit");
  await door.page.locator("#open-report").click();
  await door.page.locator("#forget").click();
  await door.reads("forget", /Press again/);
  await door.page.locator("#forget").click();
  await door.page.locator("#door-name").waitFor();
  await door.enter("Tomorrow");
  assert.match(await door.text("event"), /Tuesday 6 October/);
  assert.equal(await door.text("inside"), "0");
  assert.deepEqual(await door.log(), []);
});

evening("without a key it is a sandbox, and with one it wants a code", async (at) => {
  await server.stop();
  await assert.rejects(startServer(world, { LIST_FILE: list, DOOR_CODE: "" }), /DOOR_CODE is missing/);
  await assert.rejects(startServer(world, { LIST_FILE: list, LOCATION_ID: "9" }), /LOCATION_ID has to be one of\n {2}3 {2}Studio/);
  server = await startServer(world, { DS24_API_KEY: "", DOOR_CODE: "", LIST_FILE: `${list}.sandbox` });
  const door = await at();
  await door.page.locator("#door-name").fill("North");
  await door.page.keyboard.press("Enter");
  await door.ready();
  assert.match(await door.text("event"), /\(sandbox\)$/);
  const { examples } = await (await fetch(new URL("event", server.url))).json();
  await door.scan(examples[0].number);
  assert.equal((await door.sees("Admit")).guest, "Amira Beispiel");
});

evening("a list that was damaged on the device is told of, and taken anew", async (at, numbers) => {
  const door = await at("North");
  await door.scan(numbers[0]);
  await door.sees("Admit");
  await eventually(() => door.page.evaluate(() => Object.keys(localStorage).length), 1);
  await new Promise((done) => setTimeout(done, 600)); // it is handed over
  await door.page.evaluate(async () => {
    const { keep, kept } = await import("/keep.js");
    const evening = await kept("evening");
    evening.bytes[40] ^= 1;
    await keep("evening", evening);
  });
  await door.page.reload();
  await door.ready();
  await door.reads("trouble", /was damaged/);
  await eventually(() => door.text("inside"), "1");
  await door.scan(numbers[0]);
  await door.sees("Already used");
});

const STATES = ["admit", "used", "used-before", "unknown", "wrong-day", "blocked", "scan-again", "long-name"];
const SIZES = [[390, 844], [820, 1180], [1280, 800], [320, 640], [844, 390]];

evening("everything can be read, on phones, tablets and laptops, by day and by night", async (at, numbers) => {
  const door = await at();
  const problems = [];
  const look = async (state) => {
    await door.page.waitForTimeout(180); // the flash of a new verdict
    for (const scheme of ["light", "dark"]) {
      await door.page.emulateMedia({ colorScheme: scheme });
      // The night differs in its colours alone.
      for (const [width, height] of scheme === "dark" && !shots ? SIZES.slice(0, 1) : SIZES) {
        await door.page.setViewportSize({ width, height });
        problems.push(...(await door.page.evaluate(unreadable)).map((problem) => `${state} at ${width}, ${scheme}: ${problem}`));
        if (shots) await door.page.screenshot({ path: join(shots, `${state}-${scheme}-${width}.png`) });
      }
    }
  };
  await door.page.locator("#door-name").waitFor();
  await look("setup");
  await door.enter("Main entrance");
  await look("ready");
  const scans = [numbers[0], numbers[0], USED_BEFORE, UNKNOWN, numbers[TOMORROW], BLOCKED, "4006381333931", numbers[10]];
  for (const [no, state] of STATES.entries()) {
    await door.page.waitForTimeout(700);
    await door.scan(scans[no]);
    await eventually(async () => (await door.log()).length, no + 1, state);
    await look(state);
  }
  await door.offline();
  await door.page.locator("#offline").waitFor();
  await door.scan(numbers[3]);
  await look("offline");
  // The same ticket is let in elsewhere meanwhile.
  const other = await at("Garden gate");
  await other.scan(numbers[3]);
  await other.sees("Admit");
  await door.offline(false);
  await door.page.locator("#offline").waitFor({ state: "hidden" });
  await door.page.locator("#open-report").click();
  await door.page.locator("#conflicts").filter({ hasText: "Garden gate" }).waitFor();
  await look("conflicts");
  assert.deepEqual(problems, []);
});
