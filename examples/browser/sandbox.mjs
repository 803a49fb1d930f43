// A service in memory with fictional guests, for trying the page.
import { Digistore24 } from "digistore24";
import { Sandbox } from "digistore24/sandbox";

const EVENT = "515154";
const GUESTS = [
  ["Amira", "Beispiel", 2], ["Bruno", "Muster", 1], ["Clara", "Probe", 4], ["Deniz", "Example", 1], ["Elif", "Vorlage", 2],
  ["Friedrich-Wilhelm", "von Musterhausen-Beispielstein", 1], ["Greta", "Entwurf", 3], ["Hugo", "Skizze", 2],
];

/** A client of the sandbox, and numbers to try with what each shows. */
export async function sandboxOf() {
  const sandbox = new Sandbox();
  const ds = new Digistore24({ apiKey: sandbox.apiKey, send: sandbox.send });
  const examples = await fill(ds);
  return { ds, examples };
}

/** Makes tickets for the guests through any client, and numbers to try. */
export async function fill(ds) {
  const [[template], [location], { _envelope }] = await Promise.all([ds.listEticketTemplates(), ds.listEticketLocations(), ds.ping()]);
  const today = _envelope.current_time.slice(0, 10);
  const tomorrow = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10);
  const made = (first_name, last_name, date, count) =>
    ds.createEticket({
      buyer: { email: `${first_name.toLowerCase()}@example.com`, first_name, last_name },
      product_id: EVENT, location_id: location.id, template_id: template.id, date, note: "17:00", count,
    });
  const examples = [];
  for (const [first, last, count] of GUESTS) {
    const { etickets } = await made(first, last, today, count);
    examples.push(...etickets.map(({ id }, at) => ({ number: id, what: `${first} ${last}, ticket ${at + 1} of ${count}` })));
  }
  const late = await made("Ida", "Morgen", tomorrow, 1);
  examples.push({ number: late.etickets[0].id, what: "a ticket for tomorrow" });
  examples.push({ number: "91250000000000000002", what: "used before the evening" });
  examples.push({ number: "91250000000000000003", what: "blocked" });
  examples.push({ number: "12345678901234567890", what: "unknown" });
  return examples;
}
