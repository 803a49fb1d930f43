// Notifications: what the vectors say about signatures, events, thank-you pages and access holds in every runtime.
import { same } from "./same.mjs";

/** A test for each file: its name, and what runs it. */
export function ipnTests(ipn, page, io) {
  return {
    "the vectors of ipn.json hold": () => each("ipn.json", 160, (vector) => told(ipn, page, vector)),
    "the vectors of access.json hold": () => each("access.json", 40, (vector) => access(ipn, vector)),
    "a notification is answered after the callback has finished": () => handled(ipn),
  };

  async function each(file, least, check) {
    const vectors = JSON.parse(await io.read(`tests/vectors/${file}`));
    if (vectors.length < least) throw new Error(`only ${vectors.length} vectors`);
    const failures = vectors.flatMap((vector) => {
      try {
        check(vector);
        return [];
      } catch (error) {
        return [`${vector.why}: ${error.stack ?? error}`];
      }
    });
    if (failures.length > 0) throw new Error(`${failures.length} of ${vectors.length} do not:\n${failures.join("\n")}`);
  }
}

function told(ipn, page, vector) {
  for (const body of bodies(vector)) {
    let event, error;
    try {
      event = read(ipn, page, body, vector);
    } catch (thrown) {
      // Both entries refuse with the same class.
      if (!(thrown instanceof ipn.IpnRejected)) throw thrown;
      error = thrown;
    }
    if (vector.reason !== undefined) {
      refused(error, vector);
      continue;
    }
    if (error) throw error;
    for (const [name, want] of Object.entries(vector.event)) same(name, event[name], want);
    for (const name of vector.absent ?? []) if (name in event) throw new Error(`${name} is there`);
    if (vector.kind !== undefined) same("kind", event.kind, vector.kind);
    if (vector.dedup_key !== undefined) same("dedupKey", event.dedupKey, vector.dedup_key);
    if (vector.read !== "thankyou") same("signed", event.signed, vector.read === undefined);
  }
}

/** The body in every form that callers may have it in. */
function bodies({ body, hex }) {
  const bytes = hex ? Uint8Array.from(hex.match(/../g), (byte) => parseInt(byte, 16)) : new TextEncoder().encode(body);
  return [bytes, bytes.buffer, ...(hex ? [] : [body])];
}

function read(ipn, page, body, { read, passphrases, entities, without }) {
  if (read === "unsigned") return ipn.readUnsigned(body);
  if (read === "thankyou") return page.thankyou(body, passphrases, { own: without });
  return ipn.verify(body, passphrases, { entities });
}

function refused(error, { reason, name = "", passphrases = [] }) {
  if (!error) throw new Error("it was not refused");
  same("reason", error.reason, reason);
  if (!error.message.includes(name)) throw new Error(`${error.message} does not say ${name}`);
  const shown = `${error} ${error.stack} ${JSON.stringify(error)}`;
  for (const secret of passphrases.filter((text) => text.length > 5)) {
    if (shown.includes(secret)) throw new Error(`${shown} says the passphrase`);
  }
}

const PASSPHRASE = "Kranich";

function access(ipn, { steps, rules = {} }) {
  const { resuming_lifts: resumingLifts, denial_suspends: denialSuspends, overdue_after: overdueAfter } = rules;
  let known = new ipn.Access();
  for (const { feed = [], at, expect } of steps) {
    const events = feed.map((fields) => ipn.verify(ipn.signedBody(fields, PASSPHRASE), PASSPHRASE));
    for (const event of events) known.feed(event);
    // The other way round, twice, as JSON, through a text, and put together.
    const again = ipn.Access.fromText(known.toText());
    for (const event of events.reverse()) again.feed(JSON.parse(JSON.stringify(event)));
    again.merge(known);
    same("text", again.toText(), known.toText());
    known = again;
    if (at === undefined) continue;
    const items = known.at(new Date(at), { resumingLifts, denialSuspends, overdueAfter });
    same("how many items", items.length, expect.length);
    expect.forEach((want, place) => {
      for (const [name, value] of Object.entries(want)) same(`${name} of item ${place} at ${at}`, items[place][name], value);
    });
  }
}

async function handled(ipn) {
  const done = [];
  const on = async ({ order_id }) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    done.push(order_id);
    return new ipn.Reply().line("Licence key", "ABCD-1234");
  };
  const handle = ipn.ipnHandler({ passphrase: PASSPHRASE, on });
  const body = ipn.signedBody({ event: "on_payment", order_id: "Q7M2XWPA" }, PASSPHRASE);
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const good = await handle(new Request("https://example.com/ipn", { method: "POST", headers, body }));
  same("done", done, ["Q7M2XWPA"]);
  same("answer", [good.status, await good.text()], [200, "OK\nLicence key: ABCD-1234"]);
  const bad = await handle(new Request("https://example.com/ipn", { method: "POST", headers, body: `${body}0` }));
  same("refusal", [bad.status, await bad.text()], [403, "wrong_signature"]);
}
