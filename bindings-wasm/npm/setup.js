import { Examination, domainId as named } from "./pkg/digistore24.js";
import { insideOf } from "./client.js";
import { refused } from "./error.js";

/** Makes and examines connections. The types, in `setup.d.ts`, say what everything is. */
export function domainId(project) {
  return named(`${project}`, crypto.getRandomValues(new Uint8Array(8)));
}

export async function connect(ds, options) {
  const client = insideOf(ds);
  if (!client) throw refused("connect", "ds", "expected a Digistore24");
  return client.connect(options);
}

export async function doctor(ipnUrl, options) {
  const { connection, timeout, send, ...wishes } = options ?? {};
  const examination = new Examination(`${ipnUrl}`, wishes, timeout, send);
  return examination.run(await answered(connection, wishes.domainId));
}

/** What `ipnInfo` answered, in the form of a body: as it was given, or asked for. */
async function answered(connection, domainId) {
  let data = connection;
  if (insideOf(connection)) {
    if (domainId == null) throw refused("doctor", "domainId", "needed to ask the service for the connection");
    data = await connection.call("ipnInfo", { domain_id: domainId });
  }
  if (data == null) return "";
  const untidied = (name, value) => (Array.isArray(value) ? value.join() : value);
  return JSON.stringify({ api_version: "1.2", result: "success", data }, untidied);
}
