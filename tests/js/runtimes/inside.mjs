// Runs the shared suite in the runtime that runs this file, and prints the result as its last line.
import { suite } from "../shared/suite.mjs";
import { ENTRIES, specifier } from "./entries.mjs";
import { io } from "./io.mjs";

const [runtime, base] = process.argv.slice(2);
const loaded = ENTRIES.map((name) => import.meta.resolve(specifier(name)).split("/").at(-1));
const modules = await Promise.all(ENTRIES.map((name) => import(specifier(name))));
const entries = Object.fromEntries(ENTRIES.map((name, at) => [name, modules[at]]));
console.log(JSON.stringify({ loaded, ...(await suite(entries, io(runtime, base))) }));
