// Runs before everything else, for scanners do not wait: keeps what is typed until scanner.js takes over.
globalThis.heard = { text: "", at: 0, listener: undefined };
globalThis.heard.listener = (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key.length > 1 && event.key !== "Enter") return;
  globalThis.heard.text += event.key === "Enter" ? "\n" : event.key;
  globalThis.heard.at = event.timeStamp;
  event.preventDefault();
};
addEventListener("keydown", globalThis.heard.listener, { capture: true });
