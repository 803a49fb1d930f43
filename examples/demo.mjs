// The main job in JavaScript, over real HTTP against the sandbox: no key, no network. `demo.rs` and `demo.py` tell the same.
import { readFileSync } from "node:fs";
import { Digistore24, read } from "digistore24";
import { Sandbox } from "digistore24/sandbox";

const sandbox = new Sandbox();
const server = await sandbox.serve();
const ds = new Digistore24({ apiKey: sandbox.apiKey, baseUrl: server.baseUrl });

const me = await ds.getUserInfo();
console.log(`I am ${me.user_name}, account ${me.user_id}.`);

const { product_id } = await ds.createProduct({ data: { name: "Sky & sea" } });
console.log(`Product ${product_id} is made.`);

const voucher = await ds.createVoucher({ data: { code: "SEA10", first_rate: "10.00" } });
console.log(`Voucher ${voucher.code} takes 10 % off.`);

const buy = await ds.createBuyUrl({ product_id, buyer: { email: "ada@example.com" } });
console.log(`To be bought at ${buy.url}`);

const { transaction_list } = await ds.listTransactions({ from: "-60d" });
for (const row of transaction_list) {
  const [kind, amount] = [row.transaction_type.padEnd(8), row.transaction_amount.padStart(8)];
  console.log(`  ${row.created_at}  ${kind} ${amount} ${row.currency}  ${row.purchase_id}`);
}

const license = await ds.validateLicenseKey({
  purchase_id: "JK92LM34",
  license_key: "SANDB-GXQEY-VAKRD-22222-33333-44444-55555-66666",
});
console.log(`The licence key of ${license.purchase_id} is ${license.is_license_valid ? "valid" : "not valid"}.`);
await server.close();

// What becomes of stored answers, good and bad.
console.log("\nStored answers:");
const samples = JSON.parse(readFileSync(new URL("../tests/vectors/samples.json", import.meta.url), "utf8"));
for (const sample of samples) {
  const [word, rest] = outcome(sample);
  console.log(`  ${sample.function.padEnd(18)} ${word.padEnd(8)} ${[...rest].slice(0, 88).join("")}`);
}

function outcome(sample) {
  try {
    const data = read(sample.function, sample.answer, sample.status);
    return ["read", data._failure ?? JSON.stringify(data)];
  } catch (error) {
    return [error.kind, error.message];
  }
}
