// Money: what the vectors say about shares, plans, reserves, refunds, payouts and ledgers holds in every runtime.
import { vectorTest } from "./computed.mjs";
import { same } from "./same.mjs";

/** The files, and how many vectors each has at least. */
const FILES = [
  ["money_split.json", 110],
  ["money_overtime.json", 79],
  ["money_reconcile.json", 29],
];

/** A test for each file, and one for the words. */
export function moneyTests(money, io) {
  const withSplits = (name, given, have) => same("with splits", money[name](holding(money, given)), have);
  const tests = FILES.map(([file, least]) => vectorTest(money, file, least, io, withSplits));
  return { ...Object.fromEntries(tests), "a split tells how it comes about": () => told(money) };
}

/** Options with splits in place of the options for them. */
function holding({ split }, options) {
  const made = (group) => (group.split === undefined ? group : { ...group, split: split(group.split) });
  const items = (value) => (Array.isArray(value) ? value.map(made) : value);
  return Object.fromEntries(Object.entries(made(options)).map(([name, value]) => [name, /^(payments|refunds)$/.test(name) ? items(value) : value]));
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
