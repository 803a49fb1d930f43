// workerd, the runtime of Cloudflare's workers, started by miniflare with the modules a worker would upload.
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { SKIPPED, binary } from "./binary.mjs";
import { exported } from "./exports.mjs";
import { ENTRIES, loaders } from "./entries.mjs";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const CONDITIONS = ["workerd", "worker", "browser", "import"];

export const expected = loaders("workerd");

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

function modules(loaded) {
  const main = `
    ${loaded.map((file, at) => `import * as ${ENTRIES[at]} from "./bindings-wasm/npm/${file}";`).join("\n")}
    import { suite } from "./tests/js/shared/suite.mjs";
    import { io } from "./tests/js/runtimes/io.mjs";
    export default {
      async fetch(request) {
        return Response.json(await suite({ ${ENTRIES.join(", ")} }, io("workerd", request.headers.get("base"))));
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
