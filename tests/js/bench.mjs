//! What reading a large answer costs beside `JSON.parse`, which leaves every value the text it was.
//! `node --expose-gc bench.mjs [rows]`
import { read } from "digistore24";

const ROWS = Number(process.argv[2] ?? 10_000);
const ROUNDS = 7;

/** A row like those of `listTransactions`: 60 fields, all of them text, as the service sends them. */
function row(at) {
  const id = 700_000_000 + at;
  const cents = String(at % 100).padStart(2, "0");
  const amounts = ["amount", "vat_amount", "earned_amount", "transaction_amount", "transaction_vat_amount", "fees", "affiliate_amount"];
  const documented = {
    id: `${id}`,
    pay_sequence_no: `${at % 12}`,
    transaction_type: "payment",
    transaction_created_at: `2026-10-05 14:00:${String(at % 60).padStart(2, "0")}`,
    created_at: "2026-10-05 14:00:00",
    purchase_id: `AB12CD${at}`,
    currency: "EUR",
    is_test: at % 7 ? "N" : "Y",
    first_name: "Lena",
    last_name: at % 5 ? "M\u00fcller" : 'Test "Quote"',
    email: `lena${at}@example.com`,
    ...Object.fromEntries(amounts.map((name, place) => [name, `${(at + place) % 900}.${cents}`])),
  };
  const fields = Object.keys(documented).length;
  const others = Array.from({ length: 60 - fields }, (_, place) => [`custom_field_${place}`, `value ${at} of ${place}`]);
  return { ...documented, ...Object.fromEntries(others) };
}

const data = { page_no: "1", item_count: `${ROWS}`, transaction_list: Array.from({ length: ROWS }, (_, at) => row(at)) };
const envelope = { api_version: "1.2", current_time: "2026-10-05 14:00:00", result: "success", data };
// PHP escapes what is not ASCII.
const body = JSON.stringify(envelope).replace(/[^\x00-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
const bytes = new TextEncoder().encode(body);

const ways = {
  "JSON.parse of text": () => JSON.parse(body).data,
  "JSON.parse of bytes": () => JSON.parse(new TextDecoder().decode(bytes)).data,
  "read of text": () => read("listTransactions", body),
  "read of bytes": () => read("listTransactions", bytes),
};

const results = [];
for (const [name, way] of Object.entries(ways)) results.push({ name, ...time(way), kept: await memory(way) });
const [base] = results;
console.log(`JavaScript, ${ROWS} rows of 60 fields, ${(bytes.length / 1e6).toFixed(1)} MB, median of ${ROUNDS}:`);
console.log(`  ${"".padEnd(20)} ${"ms".padStart(8)} ${"ratio".padStart(6)} ${"MB kept".padStart(8)} ${"ratio".padStart(6)}`);
for (const { name, ms, kept } of results) {
  const cells = [ms.toFixed(1).padStart(8), (ms / base.ms).toFixed(2).padStart(6), (kept / 1e6).toFixed(1).padStart(8), (kept / base.kept).toFixed(2).padStart(6)];
  console.log(`  ${name.padEnd(20)} ${cells.join(" ")}`);
}

function time(way) {
  const times = Array.from({ length: ROUNDS + 2 }, () => {
    globalThis.gc?.();
    const start = performance.now();
    way();
    return performance.now() - start;
  });
  const warm = times.slice(2).sort((a, b) => a - b);
  return { ms: warm[Math.floor(warm.length / 2)] };
}

/** The memory that an answer holds on to. */
async function memory(way) {
  globalThis.kept = way();
  globalThis.kept = undefined;
  const before = await used();
  globalThis.kept = way();
  const after = await used();
  globalThis.kept = undefined;
  return after - before;
}

async function used() {
  // What lies outside the heap is given back a turn later.
  for (let round = 0; round < 3; round++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
