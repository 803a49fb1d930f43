// workerd, the runtime of Cloudflare's workers, started by miniflare with the modules a worker would upload.
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { SKIPPED, binary } from "./binary.mjs";
import { exported } from "./exports.mjs";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const CONDITIONS = ["workerd", "worker", "browser", "import"];

export const expected = ["workerd.js", "sandbox-workerd.js", "ipn-workerd.js", "thankyou-workerd.js", "money-workerd.js"];

export async function run(base) {
  if (!binary("@cloudflare", "workerd-", "bin/workerd")) return SKIPPED;
  const { Miniflare } = await import("miniflare");
  const loaded = exported(CONDITIONS);
  const worker = new Miniflare({ compatibilityDate: "2026-04-01", modules: modules(loaded) });
  try {
    const answer = await worker.dispatchFetch("http://worker/", { headers: { base } });
    if (!answer.ok) throw new Error(await answer.text());
    return { loaded, ...(await answer.json()) };
  } finally {
    await worker.dispose();
  }
}

function modules([client, sandbox, ipn, thankyou, money]) {
  const main = `
    import * as digistore24 from "./bindings-wasm/npm/${client}";
    import * as sandbox from "./bindings-wasm/npm/${sandbox}";
    import * as ipn from "./bindings-wasm/npm/${ipn}";
    import * as thankyou from "./bindings-wasm/npm/${thankyou}";
    import * as money from "./bindings-wasm/npm/${money}";
    import { suite } from "./tests/js/shared/suite.mjs";
    import { io } from "./tests/js/runtimes/io.mjs";
    export default {
      async fetch(request) {
        const entries = [digistore24, sandbox, ipn, thankyou, money];
        return Response.json(await suite(entries, io("workerd", request.headers.get("base"))));
      }
    };`;
  const files = ["bindings-wasm/npm", "bindings-wasm/npm/pkg", "tests/js/shared"].flatMap(filesIn);
  return [{ type: "ESModule", path: "main.mjs", contents: main }, ...[...files, "tests/js/runtimes/io.mjs"].map(module)];
}

function filesIn(folder) {
  return readdirSync(ROOT + folder).filter((name) => /\.(m?js|wasm)$/.test(name)).map((name) => `${folder}/${name}`);
}

function module(path) {
  return { type: path.endsWith(".wasm") ? "CompiledWasm" : "ESModule", path, contents: readFileSync(ROOT + path) };
}
