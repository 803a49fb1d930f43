//! What splitting a million sales costs beside a loop over bigints, which is as exact, and beside floats, which are not.
import { splitMany } from "digistore24/money";

const SALES = 1_000_000;
const ROUNDS = 7;
const FIELDS = ["amountVat", "amountNetto", "amountProvider", "basicAmount", "amountAffiliate", "amountVendor"];
const SALE = { currency: "EUR", vatRate: "19", terms: { affiliateRate: "50" }, fields: FIELDS };

// The same prices at every run.
let state = 24;
const cents = BigInt64Array.from({ length: SALES }, () => BigInt(500 + ((state = (state * 48271) % 2147483647) % 49_500)));
const narrow = Int32Array.from(cents, Number);
const euros = Float64Array.from(narrow, (price) => price / 100);

/** What people write without us, rounded half up at each step. */
function bigints(prices) {
  const columns = Object.fromEntries(FIELDS.map((name) => [name, new BigInt64Array(prices.length)]));
  const { amountVat, amountNetto, amountProvider, basicAmount, amountAffiliate, amountVendor } = columns;
  for (let row = 0; row < prices.length; row++) {
    const gross = prices[row];
    const vat = (gross * 38n + 119n) / 238n;
    const net = gross - vat;
    const provider = (gross * 158n + 1000n) / 2000n + 100n;
    const basic = net - provider;
    const affiliate = ((basic > 0n ? basic : 0n) + 1n) / 2n;
    amountVat[row] = vat;
    amountNetto[row] = net;
    amountProvider[row] = provider;
    basicAmount[row] = basic;
    amountAffiliate[row] = affiliate;
    amountVendor[row] = basic - affiliate;
  }
  return columns;
}

/** The same in floats: quick, and sometimes a cent off. */
function floats(prices) {
  const columns = Object.fromEntries(FIELDS.map((name) => [name, new Float64Array(prices.length)]));
  const { amountVat, amountNetto, amountProvider, basicAmount, amountAffiliate, amountVendor } = columns;
  const r2 = (value) => Math.round(value * 100) / 100;
  for (let row = 0; row < prices.length; row++) {
    const gross = prices[row];
    const vat = r2((gross * 19) / 119);
    const net = gross - vat;
    const provider = r2(gross * 0.079 + 1);
    const basic = net - provider;
    const affiliate = r2(Math.max(basic, 0) * 0.5);
    amountVat[row] = vat;
    amountNetto[row] = net;
    amountProvider[row] = provider;
    basicAmount[row] = basic;
    amountAffiliate[row] = affiliate;
    amountVendor[row] = basic - affiliate;
  }
  return columns;
}

const exact = bigints(cents);
const ours = splitMany({ gross: cents, ...SALE });
for (const name of FIELDS) {
  if (Buffer.compare(Buffer.from(exact[name].buffer), Buffer.from(ours[name].buffer)) !== 0) throw new Error(`${name} differs`);
}
const inexact = floats(euros);
const off = FIELDS.reduce((sum, name) => sum + inexact[name].reduce((count, value, row) => count + (BigInt(Math.round(value * 100)) !== ours[name][row]), 0), 0);

const ways = {
  "bigints by hand": () => bigints(cents),
  "floats by hand": () => floats(euros),
  "splitMany, BigInt64Array": () => splitMany({ gross: cents, ...SALE }),
  "splitMany, Int32Array": () => splitMany({ gross: narrow, ...SALE }),
  "splitMany, all columns": () => splitMany({ gross: cents, ...SALE, fields: undefined }),
  "splitMany, 10 terms": () => splitMany({ gross: cents, ...SALE, terms: Array(10).fill(SALE.terms) }),
};

const times = Object.entries(ways).map(([name, way]) => [name, fastest(way)]);
const [[, base], [, float]] = times;
console.log(`JavaScript, ${SALES} sales into ${FIELDS.length} columns, fastest of ${ROUNDS}:`);
console.log(`  ${"".padEnd(26)} ${"ms".padStart(8)} ${"bigints".padStart(9)} ${"floats".padStart(9)}`);
for (const [name, time] of times) {
  const ratio = (other) => `${(other / time).toFixed(2)} x`.padStart(9);
  console.log(`  ${name.padEnd(26)} ${time.toFixed(1).padStart(8)} ${ratio(base)} ${ratio(float)}`);
}
console.log(`  floats differ by a cent in ${off} of ${SALES * FIELDS.length} figures`);

function fastest(way) {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    way();
    return performance.now() - start;
  });
  return Math.min(...rounds);
}
