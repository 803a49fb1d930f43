// Runs the shared suite in one runtime: `node run.mjs node|chromium|workerd|deno|bun`.
import { host } from "./host.mjs";

const PATIENCE = 180_000;

const name = process.argv[2];
const { expected, run } = await import(`./${name}.mjs`);
setTimeout(() => fail([`no end after ${PATIENCE / 1000} seconds`]), PATIENCE).unref();

const { base, close } = await host();
try {
  const { skipped, loaded, passed, failures } = await run(base);
  if (skipped) {
    console.log(`${name}: skipped, ${skipped}`);
  } else {
    console.log(`${name}: ${passed} passed (through ${loaded.join(" and ")})`);
    if (loaded.join() !== expected.join()) failures.push(`loaded ${loaded} of the package, not ${expected}`);
    if (passed === 0) failures.push("no test passed");
    if (failures.length > 0) fail(failures);
  }
} catch (error) {
  fail([error.stack ?? error]);
} finally {
  close();
}

function fail(lines) {
  for (const line of lines) console.error(`${name}: FAILED ${line}`);
  process.exit(1);
}
