// A launch day in JavaScript, against the sandbox: no key, no network. `demo.rs` and `demo.py` tell the same.
import { Digistore24 } from "digistore24";
import { Access, verify } from "digistore24/ipn";
import { reconcile, split } from "digistore24/money";
import { Sandbox } from "digistore24/sandbox";

const sandbox = new Sandbox();
sandbox.connect({ url: "https://shop.example.com/ipn", passphrase: "Kranich" });
const day = sandbox.scenario({ name: "launch_day", orders: 120, seed: 24 });
const sold = `${day.orders} orders on ${day.from.slice(0, 10)}, of ${day.buyers} new buyers.`;
console.log(`${sold} ${day.refunds} payments go back later.`);

const access = new Access();
const kinds = {};
for (const { body } of sandbox.drain()) {
  const event = verify(body, "Kranich");
  kinds[event.event] = (kinds[event.event] ?? 0) + 1;
  access.feed(event);
}
const items = access.at(new Date(day.to));
const open = items.filter(({ state }) => state === "active").length;
const counted = Object.keys(kinds).sort().map((kind) => `${kinds[kind]} ${kind}`);
console.log(`Signed notifications: ${counted.join(", ")}. Of ${items.length} items, ${open} give access.\n`);

const ds = new Digistore24({ apiKey: sandbox.apiKey, send: sandbox.send });
const byAffiliate = {};
for await (const row of ds.rows("listTransactions", { from: day.from })) {
  (byAffiliate[row.affiliate_name ?? ""] ??= []).push(row);
}

const [{ transaction_amount: gross, vat_amount: vatAmount, earned_amount: earned }] = byAffiliate.malzeit;
console.log(split({ gross, vatAmount, currency: "EUR", affiliateRate: "50" }).explain());
console.log(`Booked for the vendor: ${earned} EUR.\n`);

console.log("Agreed with every affiliate: 40 percent.");
for (const name of Object.keys(byAffiliate).filter(Boolean).sort()) {
  const [totals] = reconcile({ rows: byAffiliate[name], currency: "EUR", affiliateRate: "40" }).totals;
  const verdicts = Object.entries(totals.verdicts).map(([verdict, count]) => `${count} ${verdict}`);
  console.log(`  ${name.padEnd(12)} ${totals.booked.amountAffiliate.padStart(8)} EUR  ${verdicts.join(", ")}`);
}
