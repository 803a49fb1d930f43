// What is on the page. Everything from outside goes in as text, never as markup.
import { day } from "./verdicts.js";

const part = (id) => document.getElementById(id);
export const elements = new Proxy({}, { get: (_, id) => part(id) });

/** So long each verdict stays at least when the next is there already, and at most when none comes. */
const LEAST = 800;
const MOST = { go: 8_000, ask: 12_000, stop: 20_000 };
const READY = { kind: "ready", word: "Ready", shape: "ready", guest: "", place: "", tail: "", why: "Scan a ticket or type its number" };

function text(id, content) {
  const element = part(id);
  if (element.textContent !== content) element.textContent = content;
  element.hidden = !content;
}

/** Shows verdicts one after the other, so that of two fast scans each is seen. */
export class Verdicts {
  #waiting = [];
  #timer;
  #since = -Infinity;
  #onShow;

  constructor(onShow) {
    this.#onShow = onShow;
  }

  show(verdict) {
    this.#waiting.push(verdict);
    this.#more();
    const left = this.#since + LEAST - performance.now();
    if (left <= 0) this.#next();
    else if (this.#waiting.length === 1) this.#after(left, () => this.#next());
  }

  ready() {
    if (this.#waiting.length === 0) paint(READY);
  }

  #next() {
    const verdict = this.#waiting.shift();
    this.#since = performance.now();
    paint(verdict);
    scrollTo(0, 0);
    flash();
    say(verdict);
    this.#more();
    this.#onShow(verdict);
    if (this.#waiting.length > 0) this.#after(LEAST, () => this.#next());
    else this.#after(MOST[verdict.kind], () => paint(READY));
  }

  #more() {
    const { length } = this.#waiting;
    text("more", length === 0 ? "" : length === 1 ? "1 more scan follows" : `${length} more scans follow`);
  }

  #after(milliseconds, then) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(then, milliseconds);
  }
}

/** Fills the panel with a verdict, or with what the page is doing. */
export function paint({ kind, word, shape, guest, place, tail, why }) {
  const panel = part("verdict");
  const words = word.split(" ");
  panel.dataset.kind = kind;
  panel.style.setProperty("--letters", Math.max(...words.map(({ length }) => length), 4));
  panel.style.setProperty("--lines", words.length);
  panel.querySelector("use").setAttribute("href", `#shape-${shape}`);
  text("word", word);
  text("guest", guest);
  text("place", [place, guest ? "" : tail].filter(Boolean).join(" · "));
  text("why", why);
}

function flash() {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  part("verdict").animate([{ transform: "scale(0.94)" }, { transform: "none" }], 160);
}

/** For those who listen. A new paragraph each time, so that the same words are said again. */
function say({ word, guest, place, tail, why }) {
  const spoken = document.createElement("p");
  spoken.textContent = [word, guest, place, guest ? "" : tail.replace("…", "ending in "), why].filter(Boolean).join(". ");
  part("spoken").replaceChildren(spoken);
}

/** The last scans, newest first. */
export function showLog(log) {
  const rows = log.map(({ at, kind, word, shape, guest, place, tail }) => {
    const row = document.createElement("li");
    row.dataset.kind = kind;
    const time = element("time", new Date(at).toLocaleTimeString("en-GB"));
    time.dateTime = at;
    const who = [guest || tail, place].filter(Boolean).join(", ");
    row.append(sign(shape), element("strong", word), " ", time, element("span", who));
    return row;
  });
  part("log").replaceChildren(...rows);
}

function sign(shape) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#shape-${shape}`);
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

export function showCounts({ admitted, expected, pending }) {
  text("inside", `${admitted}`);
  text("expected", `${expected}`);
  text("pending", `${pending}`);
}

export function showEvent({ name, place, date, sandbox }) {
  text("event", `${name}, ${place}, ${day(date)}${sandbox ? " (sandbox)" : ""}`);
}

export function showConflicts(conflicts) {
  const rows = conflicts.map(({ who, what, when }) => {
    const row = document.createElement("li");
    row.append(element("strong", who), element("span", what), ...when.map((line) => element("span", line)));
    return row;
  });
  const none = element("li", "None that this door knows of.");
  none.className = "none";
  part("conflicts").replaceChildren(...(rows.length ? rows : [none]));
  text("conflicts-title", conflicts.length ? `Conflicts: ${conflicts.length}` : "Conflicts");
}

function element(name, content) {
  const made = document.createElement(name);
  made.textContent = content;
  return made;
}

export { text };
