// The page without a network: everything it is made of comes from a cache, and only the server's answers do not.
// Each start with a network fetches all files anew, for the next start: never half of one version and half of another.

const NAME = "checkin";
const FILES = [
  "./", "checkin.js", "door.js", "early.js", "exchange.js", "keep.js", "report.js", "scanner.js", "sound.js", "style.css",
  "verdicts.js", "view.js",
  "digistore24/etickets-web.js", "digistore24/etickets.js", "digistore24/compute.js", "digistore24/error.js", "digistore24/inquiry.js",
  "digistore24/pkg/etickets.js", "digistore24/pkg/etickets_bg.wasm",
];

async function fetchAll() {
  const answers = await Promise.all(FILES.map((file) => fetch(file, { cache: "no-cache" })));
  if (!answers.every(({ ok }) => ok)) throw new Error("not all files came");
  const cache = await caches.open(NAME);
  await Promise.all(answers.map((answer, at) => cache.put(FILES[at], answer)));
}

addEventListener("install", (event) => event.waitUntil(fetchAll().then(() => skipWaiting())));
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("message", (event) => {
  if (event.data === "fetch all") event.waitUntil(fetchAll().catch(() => {}));
});
addEventListener("fetch", (event) => {
  const isFile = FILES.some((file) => new URL(file, location).href === event.request.url);
  if (event.request.method === "GET" && isFile) event.respondWith(answer(event.request));
});

async function answer(request) {
  const cache = await caches.open(NAME);
  return (await cache.match(request)) ?? fetch(request);
}
