// A scanner is a keyboard that types fast and ends with Enter or Tab, wherever the focus happens to be.

/** People do not type two keys within so many milliseconds, number after number. */
const FAST = 60;
/** A ticket has so many digits: what is shorter is the rest of one. */
const LONG = 20;

/** Calls `woken` when somebody begins to type outside the field, and `scanned` with what was scanned or typed. */
export function listen({ field, button, woken, scanned }) {
  let lastKey = -Infinity;
  let fastFrom = 0;

  const take = () => {
    const all = field.value;
    // What somebody began to type by hand before the scanner came is not part of the number.
    const text = all.length - fastFrom >= LONG ? all.slice(fastFrom) : all;
    field.value = "";
    fastFrom = 0;
    if (text.trim()) scanned(text.trim());
  };

  addEventListener(
    "keydown",
    (event) => {
      const inOtherField = event.target !== field && event.target.matches("input, textarea, select");
      if (inOtherField || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      const isFast = event.timeStamp - lastKey < FAST;
      const ends = event.key === "Enter" || (event.key === "Tab" && isFast && field.value.length - fastFrom >= LONG);
      if (ends && event.target === field) {
        event.preventDefault();
        take();
      }
      // A blank presses buttons; it is text only behind other keys of a scanner.
      const isText = event.key.length === 1 && (event.key !== " " || event.target === field);
      if (!isText) return;
      lastKey = event.timeStamp;
      if (!isFast) fastFrom = field.value.length;
      // The character follows the focus.
      if (event.target !== field) {
        woken();
        field.focus({ preventScroll: true });
      }
    },
    { capture: true },
  );
  button.addEventListener("click", take);

  // What came before this script, see early.js.
  removeEventListener("keydown", globalThis.heard.listener, { capture: true });
  const scans = globalThis.heard.text.split("\n");
  field.value = scans.pop();
  if (field.value) lastKey = globalThis.heard.at;
  for (const text of scans) if (text.trim()) scanned(text.trim());
}
