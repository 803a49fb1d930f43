// E-tickets: what callers of JavaScript hand over, what they get, and what is refused.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inspect } from "node:util";
import { Digistore24 } from "digistore24";
import { DigistoreError, DoorList, check, number, validate } from "digistore24/etickets";
import { Sandbox } from "digistore24/sandbox";

const EVENT = { templateId: 3, locationId: 3, date: "2026-10-05" };
const FIRST = "91250000000000000001";

/** Fails unless the call is refused with these paths. */
function refused(call, name, paths) {
  assert.throws(call, (error) => {
    assert.ok(error instanceof DigistoreError, `${error}`);
    assert.deepEqual([error.kind, error.function, error.problems.map(({ path }) => path)], ["params", name, paths]);
    return true;
  });
}

async function list(door = "north") {
  const sandbox = new Sandbox();
  const ds = new Digistore24({ apiKey: sandbox.apiKey, send: sandbox.send });
  const { etickets } = await ds.listEtickets();
  return DoorList.take(etickets, { door, ...EVENT, snapshotAt: new Date(Date.UTC(2026, 9, 5, 12, 0, 0, 250)) });
}

test("lists are taken or read, and show what they hold without names", async () => {
  assert.throws(() => new DoorList(), /use DoorList.take/);
  const door = await list();
  door.scan(FIRST);
  assert.equal(inspect(door), 'DoorList { door: "north", tickets: 3, admitted: 1 }');
  assert.deepEqual(door.event, { templateIds: ["3"], locationIds: ["3"], dates: ["2026-10-05"] });
  assert.equal(door.counts().oldest, "2026-10-05T12:00:00+00:00");
  refused(() => DoorList.take([], { door: "", ...EVENT, snapshotAt: 0, colour: 1 }), "DoorList.take", ["door", "colour"]);
  refused(() => DoorList.take(), "DoorList.take", ["records", "door", "templateId", "locationId", "date", "snapshotAt"]);
  refused(() => DoorList.read(door.bytes()), "DoorList.read", ["door"]);
});

test("a scan takes the host's clock, a Date, a text with its zone or seconds", async () => {
  const door = await list();
  const before = Math.floor(Date.now() / 1000);
  const { first } = door.scan(FIRST);
  assert.ok(Date.parse(first.at) / 1000 >= before && Date.parse(first.at) <= Date.now());
  for (const at of [new Date(1_791_219_600_999), "2026-10-05T19:00:00+02:00", 1_791_219_600]) {
    const scan = (await list()).scan(FIRST, { at });
    assert.deepEqual(scan.first, { place: "this_door", door: "north", at: "2026-10-05T17:00:00+00:00" });
  }
  for (const at of ["2026-10-05 19:00:00", 1_791_219_600_999, "now", new Date(NaN)]) {
    refused(() => door.scan(FIRST, { at }), "DoorList.scan", ["at"]);
  }
  refused(() => door.scan(91250000000000000001, { door: "west" }), "DoorList.scan", ["text", "door"]);
});

test("a hall of 20,000 is taken whole", () => {
  const row = (at) => ({
    download_url: `https://www.digistore24.com/eticket/file${`${at * 7919}`.padStart(20, "9")}.pdf`,
    template_id: 3, location_id: 3, date: "2026-10-05", used_at: "", is_blocked: "N", no: 1, count: 1, hint: "19:30",
  });
  const door = DoorList.take(Array.from({ length: 20_000 }, (_, at) => row(at)), { door: "north", ...EVENT, snapshotAt: 0 });
  assert.equal(door.counts().expected, 20_000);
  assert.deepEqual(door.strange, []);
  const again = DoorList.read(door.bytes(), { door: "west" });
  assert.equal(again.scan(number(row(19_999).download_url).number).verdict, "admit");
});

test("conversations end as the vectors write it", async () => {
  const camel = (name) => name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
  const vectors = JSON.parse(readFileSync(new URL("../vectors/eticket_checks.json", import.meta.url)));
  assert.ok(vectors.length >= 40);
  for (const { why, options, told, result } of vectors) {
    const steps = [...told];
    const ds = {
      async call(name) {
        const { call, data, current_time, kind, code, maybe_done } = steps.shift();
        assert.equal(name, call, why);
        if (data === undefined) throw Object.assign(new Error("x"), { kind, code, maybeDone: maybe_done });
        return current_time ? { ...data, _envelope: { current_time } } : data;
      },
    };
    // Without a moment, the host's clock counts; the vectors mean that no clock is known.
    const given = { startedAt: null, ...Object.fromEntries(Object.entries(options).map(([name, value]) => [camel(name), value])) };
    const found = await validate(ds, given);
    for (const [name, want] of Object.entries(result)) {
      assert.deepEqual(name === "reason" ? found.reasons[0].word : found[camel(name)], want, `${why}: ${name}`);
    }
    assert.deepEqual(steps, [], why);
  }
});

test("what is no error of the client is for the caller", async () => {
  const ds = {
    async call() {
      throw new TypeError("a slip of the program");
    },
  };
  await assert.rejects(validate(ds, { eticket: FIRST, ...EVENT }), /a slip of the program/);
  await assert.rejects(validate(ds, { eticket: "12" }), (error) => error.kind === "params" && error.problems.length === 3);
  const door = await list();
  door.scan(FIRST);
  await assert.rejects(door.sync(ds), /a slip of the program/);
  assert.equal(door.pending().length, 1);
});

test("a record is judged as of its moment", () => {
  const record = { download_url: `https://www.digistore24.com/eticket/file${FIRST}.pdf`, used_at: "", is_blocked: "N", template_id: "3", location_id: "3", date: "2026-10-05" };
  const found = check({ record, ...EVENT, snapshotAt: "2026-10-05T14:00:00+02:00" });
  assert.deepEqual([found.verdict, found.number, found.asOf], ["admit", FIRST, "2026-10-05T12:00:00+00:00"]);
});
