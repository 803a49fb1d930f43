// One door: decides scans by the list this device holds, with or without a network, keeps them, and hears of other doors.
import { Server } from "./exchange.js";
import { Journal, forget, keep, kept, waiting } from "./keep.js";
import { shown } from "./verdicts.js";

/** How soon after a scan and how often besides the doors hear of each other; how often the list is taken anew. */
const SOON = 250;
const NOW_AND_THEN = 4_000;
const RENEW = 300_000;
/** How many of the last scans are kept to be shown. */
const SHOWN = 30;

export class Door {
  settings = { door: "", code: "", sound: true };
  evening = { takenAt: 0, upTo: 0, log: [], event: undefined };
  list;
  heardAt = 0;
  isOffline = false;
  /** Whether the server has all scans of this door. */
  isHandedOver = false;
  troubles = { keeping: "", server: "", damage: "", reload: "" };

  #on;
  #journal;
  #server = new Server();
  #DoorList;
  #isChanged = false;
  #wantsList = true;
  #timer;
  #saving;
  #hearing;

  /** `decided` is called with each verdict, `changed` when anything is different, `homeless` when a name or code is needed. */
  constructor(on) {
    this.#on = on;
  }

  /** Takes up where this device left off. */
  async start() {
    navigator.storage?.persist?.();
    Object.assign(this.settings, await kept("settings"));
    const { bytes, ...evening } = (await kept("evening")) ?? {};
    Object.assign(this.evening, evening);
    this.#journal = new Journal(this.evening.upTo);
    ({ DoorList: this.#DoorList } = await import("./digistore24/etickets-web.js"));
    this.#server.device = localStorage.getItem("checkin-device") ?? crypto.randomUUID();
    localStorage.setItem("checkin-device", this.#server.device);
    if (bytes) await this.#restored(bytes);
    if (this.settings.door) await this.hear();
    else this.#on.homeless("");
  }

  /** Goes on with the list of this device. One that cannot be read is put aside, for whoever can. */
  async #restored(bytes) {
    try {
      this.#begin(bytes);
    } catch (error) {
      if (this.list) throw error;
      await keep("damaged", bytes);
      this.troubles.damage = "The list on this device was damaged: scans that no other door has heard of are missing in the new one.";
    }
  }

  /** Names this door, and asks for the list when it has none. */
  async enter(words) {
    await this.set(words);
    this.#wantsList = true;
    await this.hear();
  }

  async set(words) {
    Object.assign(this.settings, words);
    await keep("settings", this.settings);
    this.#on.changed();
  }

  /** Decides a scan; before there is a list it waits for one. */
  scanned(text) {
    const scan = { text, at: new Date().toISOString() };
    if (this.list) this.#decide({ no: this.#written(scan), ...scan });
    else waiting.add(scan);
  }

  #written(scan) {
    try {
      return this.#journal.add(scan);
    } catch {
      this.troubles.keeping = "This device is full: do not close this page before the scans are handed over.";
      return this.#journal.last;
    }
  }

  #decide({ no, text, at }) {
    const entry = shown(this.list.scan(text, { at }), at);
    this.evening.log = [entry, ...this.evening.log].slice(0, SHOWN);
    this.evening.upTo = no;
    this.isHandedOver = false;
    this.#on.decided(entry);
    this.#on.changed();
    this.#save();
    this.#hearIn(SOON);
  }

  /** From here on there is a list: decides what was scanned before a reload, and while the page started. */
  #begin(bytes) {
    this.list = this.#DoorList.read(bytes, { door: this.settings.door });
    for (const scan of this.#journal.after(this.evening.upTo)) this.#decide(scan);
    for (const scan of waiting.all()) this.#decide({ no: this.#written(scan), ...scan });
    waiting.clear();
    this.#on.changed();
  }

  // While one writing goes on, all scans made meanwhile wait for the next.
  #save() {
    this.#isChanged = true;
    this.#saving ??= this.#write().finally(() => (this.#saving = undefined));
    return this.#saving;
  }

  async #write() {
    while (this.#isChanged) {
      // The verdict comes first, and what is scanned in one go is written in one go.
      await new Promise((done) => setTimeout(done));
      this.#isChanged = false;
      const { upTo } = this.evening;
      try {
        await keep("evening", { ...this.evening, bytes: this.list.bytes() });
        this.#journal.clear(upTo);
        this.troubles.keeping = "";
      } catch (error) {
        this.troubles.keeping = `Scans are not being kept on this device (${error.message}): do not close this page.`;
        this.#on.changed();
      }
    }
  }

  /** Asks for a new list with the next exchange. */
  renew() {
    this.#wantsList = true;
    return this.hear();
  }

  #hearIn(milliseconds) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.hear(), milliseconds);
  }

  /** Exchanges scans with the other doors, by way of the server. */
  hear() {
    clearTimeout(this.#timer);
    this.#hearing ??= this.#exchange()
      .then(
        () => this.#heard(),
        (error) => this.#unheard(error),
      )
      .finally(() => {
        this.#hearing = undefined;
        this.#on.changed();
        if (this.settings.door) this.#hearIn(NOW_AND_THEN);
      });
    return this.#hearing;
  }

  async #exchange() {
    const { door, code } = this.settings;
    Object.assign(this.#server, { door, code });
    if (!this.list || this.#wantsList || Date.now() - this.evening.takenAt > RENEW) await this.#take();
    const { upTo } = this.evening;
    const news = await this.#server.exchange(this.list.marks());
    this.isHandedOver = upTo === this.evening.upTo;
    if (!news) return;
    this.list.merge(news);
    await this.#save();
  }

  async #take() {
    const [event, { bytes, takenAt }] = await Promise.all([this.#server.event(), this.#server.tickets()]);
    if (this.list) this.list.merge(bytes);
    Object.assign(this.evening, { event, takenAt });
    if (!this.list) this.#begin(bytes);
    this.#wantsList = false;
    await this.#save();
  }

  #heard() {
    this.heardAt = Date.now();
    this.isOffline = false;
    this.troubles.server = "";
  }

  #unheard(error) {
    // What `fetch` throws without a network, and when the answer takes too long.
    this.isOffline = ["TypeError", "TimeoutError", "AbortError"].includes(error.name);
    this.troubles.server = this.isOffline ? "" : error.message;
    if (/other_event/.test(error.message)) {
      this.troubles.server = "The server has another event now. For that one, forget this evening (under “Report”) and start again.";
    }
    if (!this.list) this.#on.homeless(this.isOffline ? "The server does not answer. The first start needs a network." : error.message);
  }

  /** Lets the server report the scans of all doors to the service, some at a time; `told` hears how many are left. */
  async report(told) {
    await this.hear();
    for (;;) {
      const { left, counted, stopped } = await this.#server.sync();
      told(left);
      if (stopped) throw new Error(stopped);
      if (left === 0 || counted === 0) break;
    }
    await this.hear();
  }

  /** Forgets the evening, the name of the door and the code. */
  async forget() {
    clearTimeout(this.#timer);
    await this.#hearing;
    await this.#saving;
    await forget();
  }
}
