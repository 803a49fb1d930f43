// Functions that take options by name: what the vectors say about them holds in every runtime.
import { same } from "./same.mjs";

/** The entries, and how many vectors each has at least. */
const LEAST = { vouchers: 246, licenses: 160, etickets: 85, urls: 340 };

/** A test for the vectors of each entry. */
export function computedTests(entries, io) {
  return Object.fromEntries(Object.entries(LEAST).map(([name, least]) => vectorTest(entries[name], `${name}.json`, least, io)));
}

/** A test for one file of vectors: its name, and what runs it. `further` looks at each result once more. */
export function vectorTest(module, file, least, io, further = () => {}) {
  const test = async () => {
    const vectors = JSON.parse(await io.read(`tests/vectors/${file}`));
    if (vectors.length < least) throw new Error(`only ${vectors.length} vectors`);
    const failures = vectors.flatMap((vector) => {
      try {
        checked(module, vector, further);
        return [];
      } catch (error) {
        return [`${vector.why}: ${error.stack ?? error}`];
      }
    });
    if (failures.length > 0) throw new Error(`${failures.length} of ${vectors.length} do not:\n${failures.join("\n")}`);
  };
  return [`the vectors of ${file} hold`, test];
}

function checked(module, { call, options, result, problems }, further) {
  const name = camel(call);
  const given = named(options, camel);
  let have;
  try {
    have = module[name](given);
  } catch (error) {
    if (!(error instanceof module.DigistoreError) || problems === undefined) throw error;
    return refused(error, name, problems);
  }
  if (problems !== undefined) throw new Error("it was not refused");
  // What a program would send on, and what is in memory.
  compared("", named(JSON.parse(JSON.stringify(have)), snake), result);
  compared("", named(have, snake), result);
  further(name, given, have);
}

function refused(error, name, problems) {
  same("kind", [error.kind, error.function], ["params", name]);
  same("paths", error.problems.map(({ path }) => placed(path)), problems.map(({ path }) => path));
  problems.forEach(({ says }, at) => {
    const { path, message } = error.problems[at];
    if (!error.message.includes(path && `${path}: ${message}`)) throw new Error(`${error.message} does not say ${message}`);
    // Names stand in backticks; everything else is the same in all languages.
    const core = message.replace(/`[^`]+`/g, snake);
    for (const part of says) if (!core.includes(part)) throw new Error(`${JSON.stringify(core)} does not say ${JSON.stringify(part)}`);
  });
}

/** Where something is, with the names of the core. */
function placed(path) {
  return ROOTS.test(path) ? path : snake(path);
}

/** Compares lists in full, of groups the fields that are named, of notes the word, and the field where there is one. */
function compared(path, have, want) {
  if (path.endsWith(".notes")) {
    same(path, have.map(({ word, field }) => (field === undefined ? word : [word, snake(field)])), want);
    for (const { text } of have) {
      if (text.match(/`[^`]*`/g)?.some((name) => name.includes("_"))) throw new Error(`${text} has a name of another language`);
    }
  } else if (Array.isArray(want) && Array.isArray(have)) {
    same(`how many in ${path}`, have.length, want.length);
    want.forEach((item, at) => compared(`${path}[${at}]`, have[at], item));
  } else if (want !== null && typeof want === "object" && have !== null && typeof have === "object") {
    for (const [name, value] of Object.entries(want)) compared(`${path}.${name}`, have[name], value);
  } else {
    same(path, path.endsWith(".field") && have ? snake(have) : have, want);
  }
}

/** What holds the names of the service, which stay as they are. */
const AS_THEY_ARE = /^(rows|record|records|parameters|query|data|verdicts)$/;
const ROOTS = /^(rows|record|records|parameters|query|data)\b/;

/** Plain data with other names, but for what has those of the service; verdicts are counted by their words. */
function named(value, by) {
  if (Array.isArray(value)) return value.map((item) => named(item, by));
  if (value === null || typeof value !== "object") return value;
  const renamed = ([name, item]) => [by(name), AS_THEY_ARE.test(name) ? item : named(item, by)];
  return Object.fromEntries(Object.entries(value).map(renamed));
}

function camel(name) {
  return name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
}

function snake(name) {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
