/** Makes and examines connections. The types, in `setup.d.ts`, say what everything is. */
import { refused } from "./error.js";
import { asked } from "./inquiry.js";
import * as wasm from "./pkg/setup.js";
import { run } from "./run.js";

export { DigistoreError } from "./error.js";

export const domainId = (project) => wasm.domainId(`${project}`, crypto.getRandomValues(new Uint8Array(8)));

export async function connect(ds, options) {
  if (!calls(ds)) throw refused("connect", "ds", "expected a Digistore24");
  const setup = new wasm.Setup(options);
  let last;
  // Whatever the last call comes to, its answer or its exception, goes to the caller as the client made it.
  const call = (...given) => (last = (async () => ds.call(...given))());
  try {
    await asked({ call }, setup);
    return await last;
  } finally {
    setup.free();
  }
}

export async function doctor(ipnUrl, options) {
  const { connection, timeout, send, ...wishes } = options ?? {};
  const examination = new wasm.Examination(`${ipnUrl}`, wishes, timeout, send);
  return run(examination.flow(await answered(connection, wishes.domainId)), { send });
}

/** Whether this is a client. It may be of any entry, or stand in for one. */
const calls = (ds) => typeof ds?.call === "function";

/** What `ipnInfo` answered: as it was given, or asked for. */
async function answered(connection, domainId) {
  if (!calls(connection)) return connection;
  if (domainId == null) throw refused("doctor", "domainId", "needed to ask the service for the connection");
  return connection.call("ipnInfo", { domain_id: domainId });
}
