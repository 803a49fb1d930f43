// Programs that come as npm packages, one for each platform, of which npm installs those that fit.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PACKAGES = fileURLToPath(new URL("../node_modules/", import.meta.url));

/** The program at `path` in a package of `scope` whose name starts with `prefix`; undefined when none fits here. */
export function binary(scope, prefix, path) {
  const folder = join(PACKAGES, scope);
  if (!existsSync(folder)) return undefined;
  const packages = readdirSync(folder).filter((name) => name.startsWith(prefix));
  return packages.flatMap((name) => [join(folder, name, path), join(folder, name, `${path}.exe`)]).find(existsSync);
}

/** What a runtime answers when npm has no program for this platform. */
export const SKIPPED = { skipped: `its npm package has no program for ${process.platform} on ${process.arch}` };
