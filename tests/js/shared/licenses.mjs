// Licences and receipts, beside their vectors: what is asked of the service, keys of one's own, and another implementation of Ed25519.
import { same } from "./same.mjs";

const KEY = "SANDB-GXQEY-VAKRD-22222-33333-44444-55555-66666";
const ORDER = { purchaseId: "JK92LM34", licenseKey: KEY };

/** A test for everything that vectors cannot say. */
export function licensesTests(licenses, { Digistore24 }, { Sandbox }, io) {
  const sandbox = new Sandbox();
  const client = (send) => new Digistore24({ apiKey: sandbox.apiKey, send, dangerouslyAllowBrowser: true });
  const ds = client(sandbox.send);
  return {
    "licences are checked with the service, and whatever is not an answer is unknown": async () => {
      const verdictOf = async (asked, options) => (await licenses.validate(asked, options)).verdict;
      same("valid", await verdictOf(ds, ORDER), "valid");
      same("not found", await verdictOf(ds, { ...ORDER, licenseKey: "EMIL-1" }), "not_found");
      same("not paid", await verdictOf(ds, { purchaseId: "EF56GH78", licenseKey: "SANDB-GXUNP-AKDXX-22222-33333-44444-55555-66666" }), "not_paid");
      const foreign = await licenses.validate(ds, { ...ORDER, purchaseId: "ZZ99ZZ99" });
      same("foreign", [foreign.verdict, foreign.error.kind, foreign.error.code, foreign.notes[0].word], ["unknown", "refused", 4, "refused"]);
      const silent = client(async () => {
        throw new Error("the cable is out");
      });
      const lost = await licenses.validate(silent, ORDER);
      same("lost", [lost.verdict, lost.error.kind, lost.notes[0].word], ["unknown", "unanswered", "no_answer"]);
      if (JSON.stringify([foreign, lost]).includes(KEY)) throw new Error("a licence key shows");
    },
    "an odd envelope is asked for once, and says what it says": async () => {
      const data = { is_license_valid: "Y", is_license_key_found: "Y", purchase_id: ORDER.purchaseId, license_key: KEY };
      for (const current_time of [{}, [], [{}], true, 5, 1.5, null, "soon"]) {
        let calls = 0;
        const odd = client(async () => {
          // Whoever asks again here asks for ever, and so fast that no timer ends it.
          if ((calls += 1) > 2) await new Promise(() => {});
          return { status: 200, headers: {}, body: new TextEncoder().encode(JSON.stringify({ api_version: "1.2", result: "success", current_time, data })) };
        });
        const never = new Promise((_, fail) => setTimeout(() => fail(new Error("asked again and again")), 2000));
        const { verdict } = await Promise.race([licenses.validate(odd, ORDER), never]);
        same(`time ${JSON.stringify(current_time)}`, [verdict, calls], ["valid", 1]);
      }
      const calling = (call) => licenses.validate({ call }, ORDER).catch((error) => error);
      const failing = (facts) => calling(() => Promise.reject(Object.assign(new Error("lost"), facts)));
      same("a code of the system", (await failing({ kind: "unanswered", code: "ECONNRESET" })).error, { kind: "unanswered", code: null, message: "lost" });
      same("a kind that is none", (await failing({ kind: 5 })).kind, "params");
    },
    "nothing is asked about a licence without order and key": async () => {
      let sent = 0;
      const counting = client(() => (sent += 1));
      const error = await licenses.validate(counting, { licenseKey: " " }).catch((error) => error);
      same("refused", [error instanceof licenses.DigistoreError, error.kind, error.function], [true, "params", "validate"]);
      same("paths", error.problems.map(({ path }) => path), ["purchaseId", "licenseKey"]);
      same("sent", sent, 0);
    },
    "new keys sign receipts that they alone have signed, and the private one hides": async () => {
      const [keys, others] = [licenses.newKeys(), licenses.newKeys()];
      if (keys.privateKey === others.privateKey) throw new Error("the same key twice");
      same("JSON", Object.keys(JSON.parse(JSON.stringify(keys))), ["publicKey"]);
      same("copy", structuredClone(keys), { publicKey: keys.publicKey });
      same("public", licenses.publicKey({ privateKey: keys.privateKey }), keys.publicKey);
      const validation = await licenses.validate(ds, ORDER);
      const { receipt } = licenses.sign({ validation, privateKey: keys.privateKey, machine: "laptop" });
      const asked = { receipt, publicKeys: keys.publicKey, productIds: 515153n, machine: "laptop", licenseKey: KEY };
      const checked = licenses.check(asked);
      same("good", [checked.verdict, checked.isUsable, checked.daysLeft], ["good", true, 37]);
      same("the host's clock", Math.abs(Date.parse(checked.lastSeen) - Date.now()) < 60_000, true);
      same("the clock as it was", licenses.check({ ...asked, now: new Date(Date.now() - 2 * 86_400_000), lastSeen: checked.lastSeen }).verdict, "clock_set_back");
      same("another key", licenses.check({ ...asked, publicKeys: [others.publicKey] }).verdict, "tampered");
      const error = caught(() => licenses.check({ ...asked, publicKeys: keys.privateKey }));
      if (error.message.includes(keys.privateKey.slice(-20))) throw new Error("the private key shows");
    },
    "another implementation of Ed25519 agrees on the receipts of all languages": async () => {
      const vectors = JSON.parse(await io.read("tests/vectors/licenses.json")).filter(({ call, result }) => call === "sign" && result);
      for (const { why, options, result } of vectors) {
        const key = bytes(licenses.publicKey({ privateKey: options.private_key }).replace("ds24-public-", ""));
        const [, payload, signature] = result.receipt.split(".");
        const message = [...new TextEncoder().encode("digistore24 licence receipt 1\n"), ...bytes(payload)];
        const trusted = await crypto.subtle.importKey("raw", key, { name: "Ed25519" }, false, ["verify"]);
        same(why, await crypto.subtle.verify({ name: "Ed25519" }, trusted, bytes(signature), new Uint8Array(message)), true);
      }
      if (vectors.length < 10) throw new Error(`only ${vectors.length} receipts`);
    },
    "no letter of a receipt can be another": async () => {
      const vectors = JSON.parse(await io.read("tests/vectors/licenses.json"));
      const { options } = vectors.find(({ call, result }) => call === "check" && result?.verdict === "good");
      const asked = { publicKeys: options.public_keys, productIds: options.product_ids, now: options.now };
      same("as it is", licenses.check({ ...asked, receipt: options.receipt }).verdict, "good");
      for (let at = 0; at < options.receipt.length; at += 3) {
        const other = options.receipt[at] === "A" ? "B" : "A";
        const receipt = options.receipt.slice(0, at) + other + options.receipt.slice(at + 1);
        if (licenses.check({ ...asked, receipt }).isUsable) throw new Error(`good with ${other} at ${at}`);
      }
    },
  };
}

function caught(call) {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

function bytes(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
}
