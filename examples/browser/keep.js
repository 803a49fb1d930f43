// What survives a reload, a crash and an empty battery.
// The list lies in IndexedDB. Writing there takes a moment, so each scan also stands in localStorage, from before it is
// decided until the list that holds it is written: after a reload in between it is decided again. What is scanned before
// the page knows its list waits in sessionStorage, for another tab may have the door.

const JOURNAL = "checkin-scan-";
const finished = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function store(mode) {
  const opening = indexedDB.open("checkin", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("kept");
  const database = await finished(opening);
  const transaction = database.transaction("kept", mode, { durability: "strict" });
  const ended = new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error ?? new Error("nothing was written"));
  }).finally(() => database.close());
  // Whoever asks hears of it; whoever fails before has nothing to ask.
  ended.catch(() => {});
  return { kept: transaction.objectStore("kept"), transaction, ended };
}

/** The value under a name, or undefined. */
export async function kept(name) {
  const { kept, ended } = await store("readonly");
  const [value] = await Promise.all([finished(kept.get(name)), ended]);
  return value;
}

/** Keeps a value; done when it is on the disk. */
export async function keep(name, value) {
  const { kept, transaction, ended } = await store("readwrite");
  kept.put(value, name);
  transaction.commit();
  await ended;
}

/** Forgets everything about the evening. */
export async function forget() {
  const { kept, ended } = await store("readwrite");
  kept.clear();
  await ended;
  for (const no of numbers()) localStorage.removeItem(JOURNAL + no);
}

const numbers = () =>
  Object.keys(localStorage)
    .filter((name) => name.startsWith(JOURNAL))
    .map((name) => Number(name.slice(JOURNAL.length)));

/** The scans that the list on the disk may not hold yet. Their numbers grow; `upTo` is the last that it holds. */
export class Journal {
  #last;

  constructor(upTo) {
    this.#last = Math.max(upTo, ...numbers());
  }

  get last() {
    return this.#last;
  }

  /** Writes a scan down at once and gives its number. */
  add(scan) {
    this.#last += 1;
    localStorage.setItem(JOURNAL + this.#last, JSON.stringify(scan));
    return this.#last;
  }

  /** The scans after this one, oldest first. */
  after(upTo) {
    const left = numbers().filter((no) => no > upTo).sort((a, b) => a - b);
    return left.map((no) => ({ no, ...JSON.parse(localStorage.getItem(JOURNAL + no)) }));
  }

  clear(upTo) {
    for (const no of numbers()) if (no <= upTo) localStorage.removeItem(JOURNAL + no);
  }
}

const WAITING = "checkin-waiting";

/** The scans of this tab that wait for a list. */
export const waiting = {
  add: (scan) => sessionStorage.setItem(WAITING, JSON.stringify([...waiting.all(), scan])),
  all: () => JSON.parse(sessionStorage.getItem(WAITING) ?? "[]"),
  clear: () => sessionStorage.removeItem(WAITING),
};
