// The evening as the server knows it: the tickets as the service listed them, and the scans of all doors.
import { readFile, rename, writeFile } from "node:fs/promises";
import { Digistore24 } from "digistore24";
import { DoorList } from "digistore24/etickets";
import { sandboxOf } from "./sandbox.mjs";

/** The service is asked for the list at most this often, however many doors want it. */
const FRESH = 30_000;
/** So many scans are reported in one go, so that no answer takes long. */
const AT_ONCE = 20;

export async function openEvening({ DS24_API_KEY, DS24_BASE_URL, TEMPLATE_ID, LOCATION_ID, DATE, LIST_FILE }) {
  const demo = DS24_API_KEY ? undefined : await sandboxOf();
  const ds = demo?.ds ?? new Digistore24({ apiKey: DS24_API_KEY, baseUrl: DS24_BASE_URL });
  const [templates, locations] = await Promise.all([ds.listEticketTemplates(), ds.listEticketLocations()]);
  const template = chosen("TEMPLATE_ID", TEMPLATE_ID ?? (demo && templates[0].id), templates);
  const location = chosen("LOCATION_ID", LOCATION_ID ?? (demo && locations[0].id), locations);
  const date = DATE ?? (await ds.ping())._envelope.current_time.slice(0, 10);
  const file = LIST_FILE ?? (demo ? undefined : `checkin-${template.id}-${location.id}-${date}.json`);
  return new Evening({ ds, demo, template, location, date, file }).opened();
}

function chosen(name, id, records) {
  const found = records.find((record) => record.id === `${id}`);
  if (found) return found;
  throw new Error(`${name} has to be one of\n${records.map(({ id, name }) => `  ${id}  ${name}`).join("\n")}`);
}

class Evening {
  #settings;
  #list;
  #takenAt = 0;
  #taking;
  #reporting;
  #saved = Promise.resolve();
  #doors = new Map();

  constructor(settings) {
    this.#settings = settings;
  }

  async opened() {
    const { file, template, location, date } = this.#settings;
    const kept = file && (await readFile(file, "utf8").catch((error) => (error.code === "ENOENT" ? "" : Promise.reject(error))));
    if (kept) {
      const { takenAt, doors, list } = JSON.parse(kept);
      this.#list = DoorList.read(Buffer.from(list, "base64"), { door: "server" });
      const { templateIds, locationIds, dates } = this.#list.event;
      const isOther = `${[templateIds, locationIds, dates]}` !== `${[template.id, location.id, date]}`;
      if (isOther) throw new Error(`${file} is the list of another event, on ${dates}: move it away or name another in LIST_FILE`);
      this.#takenAt = takenAt;
      this.#doors = new Map(doors);
    }
    await this.#refreshed();
    return this;
  }

  about() {
    const { template, location, date, demo } = this.#settings;
    return { name: template.name, place: location.name, date, sandbox: !!demo, examples: demo?.examples ?? [] };
  }

  /** Whether a door of this name is this device: scans are told apart by the name of the door. */
  welcomes(door, device) {
    if (!this.#doors.has(door)) this.#doors.set(door, device);
    return this.#doors.get(door) === device;
  }

  /** The list for a door, and how old it is in seconds. Without the service it is the one from before. */
  async tickets() {
    await this.#refreshed();
    return { bytes: this.#list.bytes(), age: Math.round((Date.now() - this.#takenAt) / 1000) };
  }

  /** Takes a door's scans and answers those of all doors; nothing when the door knows them all. */
  async exchange(marks) {
    this.#list.merge(marks);
    await this.#save();
    const all = this.#list.marks();
    return Buffer.compare(all, marks) === 0 ? undefined : all;
  }

  /** Reports some of the scans of all doors to the service: each once, whatever becomes of the answer. */
  report() {
    // Kept before each request leaves, so that not even a crash makes the server ask twice.
    const options = { allDoors: true, limit: AT_ONCE, save: () => this.#save() };
    this.#reporting ??= this.#list
      .sync(this.#settings.ds, options)
      .then(async ({ counted, pending, stopped }) => {
        await this.#save();
        return { counted, left: pending, stopped: stopped && "Digistore24 could not be asked." };
      })
      .finally(() => (this.#reporting = undefined));
    return this.#reporting;
  }

  async #refreshed() {
    if (Date.now() - this.#takenAt < FRESH) return;
    this.#taking ??= this.#take().finally(() => (this.#taking = undefined));
    await this.#taking.catch((error) => {
      if (!this.#list) throw error;
      console.error(`the service gave no list, so the one from before stays: ${error.message}`);
    });
  }

  async #take() {
    const { ds, template, location, date } = this.#settings;
    // Not only those of the day, so that a door can tell a ticket for tomorrow from a forgery.
    const { etickets, _envelope } = await ds.listEtickets({});
    const isForTonight = (ticket) => ticket.template_id === template.id && ticket.location_id === location.id && ticket.date === date;
    const records = etickets.map((ticket) => (isForTonight(ticket) ? ticket : { ...ticket, first_name: "", last_name: "" }));
    const fresh = DoorList.take(records, {
      door: "server", templateId: template.id, locationId: location.id, date, snapshotAt: _envelope.current_time,
    });
    if (this.#list) this.#list.merge(fresh);
    else this.#list = fresh;
    this.#takenAt = Date.now();
    await this.#save();
  }

  /** Writes beside the file and renames, one after the other, so that there is always a whole one. */
  async #save() {
    const { file } = this.#settings;
    if (!file) return;
    this.#saved = this.#saved.catch(() => {}).then(async () => {
      const list = Buffer.from(this.#list.bytes()).toString("base64");
      await writeFile(`${file}.new`, JSON.stringify({ takenAt: this.#takenAt, doors: [...this.#doors], list }), { mode: 0o600 });
      await rename(`${file}.new`, file);
    });
    await this.#saved;
  }
}
