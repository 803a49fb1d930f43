// Money: what the vectors say about shares, plans, reserves, refunds, payouts and ledgers holds in every runtime.
import { same } from "./same.mjs";

/** The files, and how many vectors each has at least. */
const FILES = [
  ["money_split.json", 110],
  ["money_overtime.json", 79],
  ["money_reconcile.json", 29],
];

/** A test for each file: its name, and what runs it. */
export function moneyTests(money, io) {
  const tests = FILES.map(([file, least]) => [
    `the vectors of ${file} hold`,
    async () => {
      const vectors = JSON.parse(await io.read(`tests/vectors/${file}`));
      if (vectors.length < least) throw new Error(`only ${vectors.length} vectors`);
      const failures = vectors.flatMap((vector) => {
        try {
          checked(money, vector);
          return [];
        } catch (error) {
          return [`${vector.why}: ${error.stack ?? error}`];
        }
      });
      if (failures.length > 0) throw new Error(`${failures.length} of ${vectors.length} do not:\n${failures.join("\n")}`);
    },
  ]);
  return { ...Object.fromEntries(tests), "a split tells how it comes about": () => told(money) };
}

function checked(money, { call, options, result, problems }) {
  const name = camel(call);
  const given = named(options, camel);
  let have;
  try {
    have = money[name](given);
  } catch (error) {
    if (!(error instanceof money.DigistoreError) || problems === undefined) throw error;
    return refused(error, name, problems);
  }
  if (problems !== undefined) throw new Error("it was not refused");
  // What a program would send on, and what is in memory.
  compared("", named(JSON.parse(JSON.stringify(have)), snake), result);
  compared("", named(have, snake), result);
  same("with splits", money[name](holding(money, given)), have);
}

/** Options with splits in place of the options for them. */
function holding({ split }, options) {
  const made = (group) => (group.split === undefined ? group : { ...group, split: split(group.split) });
  const items = (value) => (Array.isArray(value) ? value.map(made) : value);
  return Object.fromEntries(Object.entries(made(options)).map(([name, value]) => [name, /^(payments|refunds)$/.test(name) ? items(value) : value]));
}

function refused(error, name, problems) {
  same("kind", [error.kind, error.function], ["params", name]);
  same("paths", error.problems.map(({ path }) => snake(path)), problems.map(({ path }) => path));
  problems.forEach(({ "message-part": part, says = [part] }, at) => {
    const { path, message } = error.problems[at];
    if (!error.message.includes(path && `${path}: ${message}`)) throw new Error(`${error.message} does not say ${message}`);
    // Names stand in backticks; everything else is the same in all languages.
    const core = message.replace(/`[^`]+`/g, snake);
    for (const part of says) if (!core.includes(part)) throw new Error(`${JSON.stringify(core)} does not say ${JSON.stringify(part)}`);
  });
}

/** Compares lists in full, of groups the fields that are named, of notes word and field. */
function compared(path, have, want) {
  if (path.endsWith(".notes")) {
    same(path, have.map(({ word, field }) => [word, snake(field)]), want);
    for (const { text } of have) if (/`[^`]*_/.test(text)) throw new Error(`${text} has a name of another language`);
  } else if (Array.isArray(want) && Array.isArray(have)) {
    same(`how many in ${path}`, have.length, want.length);
    want.forEach((item, at) => compared(`${path}[${at}]`, have[at], item));
  } else if (want !== null && typeof want === "object" && have !== null && typeof have === "object") {
    for (const [name, value] of Object.entries(want)) compared(`${path}.${name}`, have[name], value);
  } else {
    same(path, path.endsWith(".field") && have ? snake(have) : have, want);
  }
}

function told({ split }) {
  const made = split({ gross: "119.00", currency: "EUR", vatRate: "19", partners: [{ name: "<Ben>", rate: "10" }] });
  const german = made.explain("de").split("\n");
  same("text", german[0], "Verkauf über 119,00 EUR inkl. 19 % USt");
  same("default", made.explain(), made.explain("en"));
  const [, vat] = made.steps();
  same("step", vat, { field: "amountVat", label: "VAT", derivation: "119.00 × 19 / 119", amount: "19.00", notes: [] });
  const html = made.toHtml("de");
  if (!html.startsWith('<div lang="de"') || html.includes("<Ben>") || !html.includes("&lt;Ben&gt;")) throw new Error(html);
}

/** Plain data with other names. Rows have those of the service, and verdicts are counted by their words. */
function named(value, by) {
  if (Array.isArray(value)) return value.map((item) => named(item, by));
  if (value === null || typeof value !== "object") return value;
  const renamed = ([name, item]) => [by(name), /^(rows|verdicts)$/.test(name) ? item : named(item, by)];
  return Object.fromEntries(Object.entries(value).map(renamed));
}

function camel(name) {
  return name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
}

function snake(name) {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
