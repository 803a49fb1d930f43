// E-tickets and door lists against the sandbox, over a line that breaks, in every runtime.
import { same } from "./same.mjs";

const EVENT = { templateId: 3, locationId: 3, date: "2026-10-05" };
const FIRST = "91250000000000000001";

/** A client at the end of a line that loses every `before`th request and every `after`th answer; it counts what it sent. */
function broken({ digistore24, sandbox }, { before = Infinity, after = Infinity } = {}) {
  const service = new sandbox.Sandbox();
  const line = { service, sent: [], before, after };
  const send = async (request) => {
    const name = request.url.split("/").at(-1);
    line.sent.push(`${name} ${new URLSearchParams(request.body).get("eticket_id")}`);
    service.advance(1);
    if (line.sent.length % line.before === 0) throw new Error("the line broke");
    const answer = service.handle(request);
    if (line.sent.length % line.after === 0) throw new Error("the line broke");
    return answer;
  };
  const options = { apiKey: service.apiKey, dangerouslyAllowBrowser: true };
  line.ds = new digistore24.Digistore24({ ...options, send });
  line.sure = new digistore24.Digistore24({ ...options, send: service.send });
  return line;
}

/** The rows of an event with so many more tickets. */
async function rows({ sure }, more) {
  const order = { buyer: { email: "lena@example.com" }, product_id: 515154, location_id: 3, template_id: 3, date: "2026-10-05" };
  if (more > 0) await sure.createEticket({ ...order, count: more });
  return (await sure.listEtickets()).etickets;
}

const numbersOf = (etickets, records) => records.map((record) => etickets.number(record.download_url).number);

/** Whether nothing was asked for twice that uses a ticket up. */
function once(sent) {
  const asked = sent.filter((call) => call.startsWith("validateEticket "));
  same("asked twice", asked.length - new Set(asked).size, 0);
  return asked.length;
}

export function eticketTests({ etickets, ...entries }) {
  const { DoorList, validate } = etickets;
  const take = (records, door) => DoorList.take(records, { door, ...EVENT, snapshotAt: "2026-10-05T12:00:00Z" });
  return {
    "a ticket is checked by the service once": async () => {
      const { ds, sent } = broken(entries);
      same("admitted", (await validate(ds, { eticket: FIRST, ...EVENT })).verdict, "admitted");
      const again = await validate(ds, { eticket: FIRST, ...EVENT });
      same("again", [again.verdict, again.by, again.ticket.firstName], ["used", "earlier_scan", "Max"]);
      same("calls", sent.map((call) => call.split(" ")[0]), ["validateEticket", "validateEticket", "getEticket"]);
    },
    "a lost answer is looked after and never asked for again": async () => {
      const after = broken(entries, { after: 2 });
      const found = await validate(after.ds, { eticket: FIRST, ...EVENT, lookFirst: true });
      same("found", [found.verdict, found.by, found.error.maybeDone], ["used", "this_scan", undefined]);
      same("calls", once(after.sent), 1);
      const before = broken(entries, { before: 2 });
      same("not used", (await validate(before.ds, { eticket: FIRST, ...EVENT, lookFirst: true })).verdict, "not_used");
      same("calls", once(before.sent), 1);
    },
    "three doors let everybody in once, and tell the service over a bad line": async () => {
      const line = broken(entries, { before: 7, after: 5 });
      const records = await rows(line, 60);
      const numbers = numbersOf(etickets, records);
      const doors = ["north", "west", "east"].map((door) => take(records, door));
      const at = (second) => new Date(Date.UTC(2026, 9, 5, 17, 0, second));
      const doubles = [];
      numbers.forEach((number, guest) => {
        const door = doors[guest % 3];
        const good = ![FIRST.replace(/1$/, "2"), FIRST.replace(/1$/, "3")].includes(number);
        same(number, [door.scan(number, { at: at(guest) }).verdict === "admit", door.scan(number).verdict === "admit"], [good, false]);
        // Some come with a copy to another door, which has no network either.
        if (guest % 10 === 5) {
          same("the copy", doors[(guest + 1) % 3].scan(number, { at: at(guest + 30) }).verdict, "admit");
          doubles.push(number);
        }
      });
      const [office, ...others] = doors.map((door) => DoorList.read(door.bytes(), { door: `office of ${door.door}` }));
      office.merge(others[1].marks(), [others[0], others[1].bytes()], others[0].marks());
      same("doubles", office.conflicts().map(({ word, number }) => `${word} ${number}`).sort(), doubles.map((number) => `two_doors ${number}`).sort());
      same("another order", DoorList.read(others[1].bytes(), { door: "x" }).merge(others[0], doors[0]).bytes().join(), office.bytes().join());
      same("counts", [office.counts().admitted, office.counts().pending], [61, 61]);

      let kept = office.bytes();
      const save = (list) => {
        kept = list.bytes();
      };
      const done = [];
      for (let run = 0; ; run += 1) {
        if (run > 200) throw new Error("no end");
        // Each run begins with what was kept, as after a crash.
        const list = DoorList.read(kept, { door: "office" });
        const report = await list.sync(line.ds, { limit: 9, allDoors: true, save });
        kept = list.bytes();
        done.push(...report.done);
        if (report.pending + report.open === 0) break;
      }
      same("all are told", [done.length, new Set(done.map(({ number }) => number)).size], [61, 61]);
      once(line.sent);
      const told = DoorList.read(kept, { door: "office" });
      const notCounted = told.conflicts().filter(({ word }) => word === "not_counted").map(({ number }) => number);
      const unused = (await rows(line, 0)).filter((record) => !record.used_at && !record.is_blocked);
      same("what the service has", numbersOf(etickets, unused).sort(), notCounted.sort());
      same("a good line finds nothing to do", (await told.sync(line.sure, { allDoors: true })).done, []);
    },
    "a list that could not be kept sends nothing": async () => {
      const line = broken(entries);
      const list = take(await rows(line, 0), "north");
      list.scan(FIRST);
      const save = async () => {
        throw new Error("the disk is full");
      };
      const failed = await list.sync(line.ds, { save }).then(() => "", ({ message }) => message);
      same("failed", [failed, once(line.sent), list.counts().pending], ["the disk is full", 0, 1]);
      // An error that looks like one of the service, such as that of a server to which the list is sent.
      const unsent = Object.assign(new Error("the disk is away"), { kind: "unanswered", maybeDone: true });
      for (const thrown of [unsent, undefined]) {
        const told = await list.sync(line.ds, { save: () => Promise.reject(thrown) }).then(() => "done", (error) => [error]);
        same("thrown as it is", [told[0] === thrown, once(line.sent), list.counts().pending], [true, 0, 1]);
      }
      same("later", (await list.sync(line.ds)).counted, 1);
    },
    "the door goes on while it tells the service, and tells one thing at a time": async () => {
      const line = broken(entries);
      const records = await rows(line, 5);
      const numbers = numbersOf(etickets, records);
      const list = take(records, "north");
      list.scan(FIRST);
      const under = list.sync(line.ds);
      const second = await list.sync(line.ds).then(() => "", ({ kind, message }) => `${kind}: ${message}`);
      same("at once", second, "params: DoorList.sync: a synchronisation of this list is under way");
      same("meanwhile", list.scan(numbers.at(-1)).verdict, "admit");
      same("both", (await under).counted, 2);
    },
    "rows may be anything": async () => {
      const record = { download_url: `https://www.digistore24.com/eticket/file${FIRST}.pdf`, template_id: 3, location_id: "3", date: EVENT.date, used_at: "", is_blocked: "N" };
      const cyclic = { ...record };
      cyclic.self = [cyclic];
      const good = [record, cyclic, new Map(Object.entries(record)), Object.create(record), { ...record, id: 1n, note: Symbol("x"), template_id: 3n, used_at: null },
        { ...record, used_at: [] }, { ...record, used_at: {} }, { ...record, used_at: undefined, first_name: "\u{1f600}\ud83d\"\n" }, { ...record, no: NaN, hint: () => 1, duration: 1e21, first_name: -0 }];
      for (const row of good) {
        const list = take([row], "north");
        same("good", [list.strange, list.scan(FIRST).verdict], [[], "admit"]);
      }
      for (const used_at of [NaN, 0.5, Infinity, new Date(NaN), Symbol("x"), () => 1, { a: 1 }, [1], true]) {
        const list = take([{ ...record, used_at }], "north");
        same("strange", [list.strange.map(({ word }) => word), list.scan(FIRST).verdict], [["undecided"], "undecided"]);
      }
      same("a Date", take([{ ...record, used_at: new Date(0) }], "north").scan(FIRST).ticket.usedAt, "1970-01-01T00:00:00.000Z");
      const none = [null, undefined, "a text", 1, 1n, NaN, [record], () => record, Symbol("x"), new Date(), {}, { ...record, download_url: 12 }];
      same("none", take([...none, , record], "north").strange.map(({ row, word }) => `${row} ${word}`), [...none.keys(), none.length].map((row) => `${row} no_number`));
      const getter = { get used_at() { throw new RangeError("not today"); } };
      const tries = [
        [() => take([getter], "north"), "not today"],
        [() => take("none", "north"), "records: expected a list"],
        [() => take(undefined, "north"), "records: is missing"],
        [() => take(new Array(500_001).fill(null), "north"), "records: too_large"],
        [() => DoorList.take([record], { door: "north", ...EVENT, date: new Date(Date.UTC(2026, 9, 4, 22)), snapshotAt: 1 }), "date: expected a day"],
      ];
      for (const [call, words] of tries) {
        let message = "nothing was thrown";
        try {
          call();
        } catch (error) {
          message = error.message;
        }
        same(words, message.includes(words) || message, true);
      }
    },
    "bytes that cannot be used are refused by name": async () => {
      const list = take(await rows(broken(entries), 0), "north");
      const bytes = list.bytes();
      const changed = bytes.slice();
      changed[40] ^= 1;
      const other = DoorList.take([], { door: "x", ...EVENT, date: "2026-10-06", snapshotAt: 1 });
      const bad = [
        [() => DoorList.read(new Uint8Array(), { door: "a" }), "not_a_list"],
        [() => DoorList.read(bytes.slice(0, -3), { door: "a" }), "cut"],
        [() => DoorList.read(changed.buffer, { door: "a" }), "damaged"],
        [() => DoorList.read(list.marks(), { door: "a" }), "marks_only"],
        [() => list.merge(other), "other_event"],
        [() => list.merge("text"), "expected the bytes"],
      ];
      for (const [call, word] of bad) {
        try {
          call();
        } catch (error) {
          if (!(error instanceof etickets.DigistoreError)) throw error;
          same(word, [error.kind, error.problems[0].path, error.problems[0].message.startsWith(word)], ["params", "bytes", true]);
          continue;
        }
        throw new Error(`${word} was not refused`);
      }
      same("nothing changed", list.bytes().join(), bytes.join());
    },
  };
}
