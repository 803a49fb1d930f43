// Connections: what the vectors say a doctor finds it finds in JavaScript, in every runtime, also over its own fetch.
import { same } from "./same.mjs";

const URL = "https://shop.example.org/ipn";

/** A test for each thing: its name, and what runs it. */
export function setupTests({ connect, doctor, domainId }, { Digistore24 }, { Sandbox }, { verify, IpnRejected }, { read, service }) {
  return {
    "the vectors of doctor.json hold": async () => {
      const vectors = JSON.parse(await read("tests/vectors/doctor.json"));
      if (vectors.length < 105) throw new Error(`only ${vectors.length} vectors`);
      const failures = [];
      for (const vector of vectors) {
        await examined(vector).catch((error) => failures.push(`${vector.why}: ${error.stack ?? error}`));
      }
      if (failures.length > 0) throw new Error(`${failures.length} of ${vectors.length} do not:\n${failures.join("\n")}`);
    },
    "an endpoint is asked by fetch, and a redirect is not followed": async () => {
      const here = ["not_https", "private_host", "port"];
      const words = async (path, options) => {
        const found = (await doctor(`${service}${path}`, options)).map(({ word }) => word);
        return found.filter((word) => !here.includes(word));
      };
      const seen = async (path) => (await fetch(`${service}/seen${path}`)).text();
      same("page", await words("/echo/doctor/page"), []);
      same("visits", await seen("/echo/doctor/page"), "1");
      same("message", await words("/echo/doctor/message", { passphrase: "Kranich" }), ["no_ok"]);
      same("visits", await seen("/echo/doctor/message"), "3");
      same("redirect", await words("/redirect/302/doctor", { passphrase: "Kranich" }), ["redirect"]);
      same("visits", await seen("/redirect/302/doctor"), "1");
      same("arrivals", await seen("/echo/302/doctor"), "0");
      same("silence", await words("/silent/doctor", { timeout: 200 }), ["unreachable"]);
    },
    "a connection is made through the client of another entry": async () => {
      const { apiKey, send } = new Sandbox();
      const ds = new Digistore24({ apiKey, send, dangerouslyAllowBrowser: true });
      const settings = { ipnUrl: URL, name: "Course shop", domainId: domainId("Course Shop"), shaPassphrase: "Kranich" };
      same("created", (await connect(ds, settings)).created, true);
      same("updated", (await connect(ds, settings)).updated, true);
      const moved = { ...settings, ipnUrl: "https://forum.example.org/ipn" };
      const told = await connect(ds, moved).then(() => "nothing", ({ kind, function: name, message }) => `${kind} ${name} ${message}`);
      if (!/^params ipnSetup .*nothing was changed.*shop\.example\.org/.test(told)) throw new Error(told);
      same("address", (await ds.ipnInfo({ domain_id: settings.domainId })).ipn_url, URL);
    },
    "a domain_id is never the same": () => {
      const made = new Set(Array.from({ length: 100 }, () => domainId("Course Shop")));
      same("made", made.size, 100);
      for (const one of made) if (!/^course-shop-[0-9a-f]{16}$/.test(one)) throw new Error(one);
    },
  };

  async function examined({ address = URL, passphrase, plan = {}, connection, found, sent, ...vector }) {
    const methods = [];
    // Answers as the vector says, and like a good endpoint where it says nothing.
    const send = ({ method, url, headers, body }) => {
      methods.push(method);
      same("url", url, address);
      same("headers", headers, method === "GET" ? {} : { "Content-Type": "application/x-www-form-urlencoded" });
      const [which, usual] = method === "GET" ? ["get", { status: 200, body: "OK" }] : told(body);
      if ((which === "get") !== (body === undefined)) throw new Error(`a ${method} with the body ${body}`);
      const { status, location, body: text = "" } = vector[which] ?? usual;
      if (status === 0) throw new Error("no such host");
      return { status, headers: location === undefined ? {} : { location }, body: text };
    };
    const told = (body) => {
      try {
        same("kind", verify(body, passphrase).kind, "connection_test");
        return ["test", { status: 200, body: "OK" }];
      } catch (error) {
        if (!(error instanceof IpnRejected)) throw error;
        return ["forged", { status: 403, body: error.reason }];
      }
    };
    const { domain_id = "course-shop-1f903c77a20e5bd4", product_ids: productIds, transactions } = plan;
    const options = { connection, domainId: domain_id, passphrase, productIds, transactions, send };
    const findings = await doctor(address, options);
    same("found", findings.map(({ severity, word }) => `${severity}: ${word}`), found);
    if (sent !== undefined) same("sent", methods, sent);
    for (const { message } of findings) if (message === "" || message.includes("s3cret")) throw new Error(message);
  }
}
