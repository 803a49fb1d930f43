//! What checking a notification costs beside code for it that somebody would write with `node:crypto`.
import { createHash, timingSafeEqual } from "node:crypto";
import { signedBody, verify } from "digistore24/ipn";

const PASSPHRASE = "thirty characters, as are usual";
const ROUNDS = 2_000;

/** As a notification of a single payment is: 173 names, and more than half of them empty. */
const filled = {
  address_city: "Lübeck",
  address_country: "DE",
  address_first_name: "Ada",
  address_last_name: "Falk",
  address_street: "Hafenweg 7",
  amount_brutto: "119.00",
  amount_netto: "100.00",
  amount_vat: "19.00",
  api_mode: "live",
  billing_status: "completed",
  billing_type: "single_payment",
  currency: "EUR",
  custom: "basket=17",
  email: "ada.falk@example.com",
  merchant_name: "Falk & Söhne",
  order_date_time: "2026-10-05 14:00:00",
  order_id: "Q7M2XWPA",
  order_item_id: "880017",
  product_id: "30017",
  product_name: "Segeln lernen – der ganze Kurs",
  quantity: "1",
  receipt_url: "https://www.digistore24.com/receipt/Q7M2XWPA/NOBODYSRECEIPT",
  transaction_amount: "119.00",
  transaction_id: "66010001",
};
const more = Array.from({ length: 46 }, (_, at) => [`placeholder_${at}`, at % 3 ? `${at * 7}.00` : `https://www.digistore24.com/${at}/NOBODYSLINK`]);
const known = [...Object.entries(filled), ...more];
const empty = Array.from({ length: 173 - known.length - 1 }, (_, at) => [`upgraded_field_${at}`, ""]);
const params = [...[...known, ...empty].sort(([a], [b]) => (a < b ? -1 : 1)), ["event", "on_payment"]];

const body = signedBody(params, PASSPHRASE);
const bytes = new TextEncoder().encode(body);
if (params.length !== 173) throw new Error(`${params.length} parameters`);

/** Parsed, checked and left as texts. */
function byHand(body) {
  const given = Object.fromEntries(new URLSearchParams(body));
  const { sha_sign: signature, ...signed } = given;
  const hash = createHash("sha512");
  for (const name of Object.keys(signed).sort()) if (signed[name] !== "") hash.update(`${name}=${signed[name]}${PASSPHRASE}`);
  if (!timingSafeEqual(hash.digest(), Buffer.from(signature, "hex"))) throw new Error("wrong signature");
  return signed;
}

const ways = {
  "node:crypto by hand": () => byHand(body),
  "verify of text": () => verify(body, PASSPHRASE),
  "verify of bytes": () => verify(bytes, PASSPHRASE),
};

const times = Object.entries(ways).map(([name, way]) => [name, microseconds(way)]);
console.log(`JavaScript, a notification of ${params.length} parameters, ${bytes.length} bytes, median of 9:`);
console.log(`  ${"".padEnd(20)} ${"µs".padStart(8)} ${"ratio".padStart(6)}`);
for (const [name, time] of times) console.log(`  ${name.padEnd(20)} ${time.toFixed(1).padStart(8)} ${(time / times[0][1]).toFixed(2).padStart(6)}`);

function microseconds(way) {
  const rounds = Array.from({ length: 10 }, () => {
    const start = performance.now();
    for (let round = 0; round < ROUNDS; round++) way();
    return ((performance.now() - start) / ROUNDS) * 1_000;
  });
  return rounds.slice(1).sort((a, b) => a - b)[4];
}
