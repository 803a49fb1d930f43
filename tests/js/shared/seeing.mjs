// What is shown and kept of calls: bodies without secrets, previews, cassettes.
import { same } from "./same.mjs";

const KEY = "123-ExampleKey";
const MOMENT = 1_791_208_800_000;
const LICENSE = "SANDB-GXQEY-VAKRD-22222-33333-44444-55555-66666";
const CALLS = [
  ["getUserInfo"],
  ["refundTransaction", { transaction_id: "90000001" }],
  ["validateLicenseKey", { purchase_id: "JK92LM34", license_key: LICENSE }],
  ["getPurchase", { purchase_id: "NOPE" }],
  ["refundTransaction", { transaction_id: "90000001" }],
];
const CAME = ["fine", "fine", "fine", "refused", "status: error"];

/** Tests by their names. */
export function seeingTests({ digistore24, sandbox, cassette }, io) {
  const client = (options) => new digistore24.Digistore24({ apiKey: KEY, dangerouslyAllowBrowser: true, ...options });
  const shared = () => io.read("tests/vectors/cassette.har");
  return {
    "the vectors of seeing.json hold": async () => {
      const vectors = JSON.parse(await io.read("tests/vectors/seeing.json"));
      if (vectors.length < 20) throw new Error(`only ${vectors.length} vectors`);
      for (const vector of vectors) (vector.call === "redact" ? redacted : previewed)(vector, cassette, client);
    },
    "what another language recorded is played without a network": async () => {
      const never = () => {
        throw new Error("it was sent");
      };
      const tape = new cassette.Cassette({ har: await shared(), send: never });
      const ds = client({ send: tape.send });
      same("came", await came(ds), CAME);
      same("left", [tape.left, tape.length, tape.isChanged], [0, 5, false]);
      const error = await ds.getUserInfo().catch((error) => error);
      same("kind", [error.kind, error.maybeDone], ["unanswered", false]);
      if (!error.message.includes("no answer to getUserInfo()")) throw error;
      same("text", `${tape}`, await shared());
    },
    "what is recorded here is what every language plays": async () => {
      const service = new sandbox.Sandbox();
      const tape = new cassette.Cassette({ mode: "record", send: service.send });
      same("came", await came(client({ apiKey: service.apiKey, send: tape.send })), CAME);
      same("recorded", timeless(JSON.parse(JSON.stringify(tape))), timeless(JSON.parse(await shared())));
      const secrets = [LICENSE, service.apiKey.split("-")[1]].filter((secret) => `${tape}`.includes(secret));
      same("secrets", secrets, []);
    },
    "a cassette refuses what cannot send": () => {
      let error;
      try {
        new cassette.Cassette({ send: "fetch" });
      } catch (thrown) {
        error = thrown;
      }
      same("problems", [error?.kind, error?.problems.map(({ path }) => path)], ["params", ["send"]]);
      same("nothing", [new cassette.Cassette(null).length, new cassette.Cassette({ send: null }).length], [0, 0]);
    },
    "a cassette sends by fetch what it does not have": async () => {
      const tape = new cassette.Cassette({ mode: "auto" });
      const ds = client({ baseUrl: `${io.service}/echo/api/call`, send: tape.send });
      await ds.raw("ping", { a: "1" }).catch(() => {});
      const again = new cassette.Cassette({ har: tape.toJSON() });
      same("recorded", [tape.length, again.left], [1, 1]);
      same("method", tape.toJSON().log.entries[0].response.status, 200);
    },
    "what does not leave is recorded and does not leave again": async () => {
      const sent = () => Promise.reject(Object.assign(new Error("no way out"), { sent: false }));
      const tape = new cassette.Cassette({ mode: "record", send: sent });
      const told = async (send) => (await client({ send, retries: 0 }).refundTransaction({ transaction_id: "1" }).catch((error) => error)).message;
      same("message", await told(tape.send), await told(new cassette.Cassette({ har: `${tape}` }).send));
    },
    "everything wrong with a cassette is said": async () => {
      const wrong = (options) => {
        try {
          new cassette.Cassette(options);
        } catch (error) {
          if (!(error instanceof cassette.DigistoreError)) throw error;
          return error.problems.map(({ path }) => path);
        }
      };
      same("options", wrong({ mode: "play", hide: "email" }), ["mode", "hide"]);
      same("text", wrong({ har: "[]" }), ["log.entries"]);
    },
  };
}

async function came(ds) {
  const outcomes = [];
  for (const [name, params] of CALLS) {
    outcomes.push(await ds.call(name, params).then(({ _failure }) => _failure ?? "fine", ({ kind }) => kind));
  }
  return outcomes;
}

function redacted({ why, options: { name, body, hide, api_key: apiKey }, result }, { redact }) {
  same(why, redact(name, body, { hide, apiKey }), result);
}

function previewed({ why, options: { name, parameters, hide }, result, curl, entry, error }, cassette, client) {
  let preview;
  try {
    preview = client({ hide }).dryRun(name, parameters);
  } catch ({ kind }) {
    return same(why, kind, error);
  }
  same(why, preview, result);
  same(`${why}: curl`, cassette.curl(preview), curl);
  same(`${why}: har`, cassette.har(preview, MOMENT).log.entries, [entry]);
}

/** An archive without what differs from run to run: by which version, when, how long, and at which port. */
function timeless(har) {
  har.log.creator = null;
  for (const entry of har.log.entries) {
    entry.startedDateTime = entry.time = entry.timings.wait = null;
    entry.request.url = entry.request.url.split("/").at(-1);
  }
  return har;
}
