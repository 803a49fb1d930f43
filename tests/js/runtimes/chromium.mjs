// A page in a headless Chromium.
import { chromium } from "playwright-core";
import { exported } from "./exports.mjs";
import { ENTRIES, loaders } from "./entries.mjs";

// Without these the browser talks to its maker's servers at every start.
export const QUIET = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const CONDITIONS = ["browser", "import"];

export const expected = loaders("web");

export async function run(base) {
  const executablePath = process.env.CHROME_PATH || "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: QUIET });
  try {
    const page = await browser.newPage();
    await page.goto(`${base}/`);
    const loaded = exported(CONDITIONS);
    return { loaded, ...(await page.evaluate(inside, { base, loaded, names: ENTRIES })) };
  } finally {
    await browser.close();
  }
}

/** Runs in the page. */
async function inside({ base, loaded, names }) {
  const { suite } = await import("/tests/js/shared/suite.mjs");
  const { io } = await import("/tests/js/runtimes/io.mjs");
  const modules = await Promise.all(loaded.map((file) => import(`/bindings-wasm/npm/${file}`)));
  const entries = Object.fromEntries(names.map((name, at) => [name, modules[at]]));
  return suite(entries, io("chromium", base, base.replace("127.0.0.1", "localhost")));
}
