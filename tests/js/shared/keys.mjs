// How an application comes to a key, and which key a function goes out with, in every runtime.
import { same } from "./same.mjs";

const TOKEN = "3141593-ExampleToken12";
const NEW = "777-FreshKeyThatIsHandedOutOnce";
const DEVELOPER = "3-ExampleDeveloper";
const SECRETS = ["FreshKey", "FreshPass", "ExampleToken"];

const success = (data) => ({ status: 200, body: JSON.stringify({ api_version: "1.2", result: "success", data }) });

/** A test for each thing: its name, and what runs it. */
export function keysTests({ collectKey, requestKey }, { Digistore24 }, { Sandbox }, { read }) {
  const client = (settings) => new Digistore24({ apiKey: DEVELOPER, retries: 0, dangerouslyAllowBrowser: true, ...settings });
  return {
    "the vectors of keys.json hold": async () => {
      const vectors = JSON.parse(await read("tests/vectors/keys.json"));
      if (vectors.length < 70) throw new Error(`only ${vectors.length} vectors`);
      const failures = [];
      for (const vector of vectors) {
        await held(vector).catch((error) => failures.push(`${vector.why}: ${error.stack ?? error}`));
      }
      if (failures.length > 0) throw new Error(`${failures.length} of ${vectors.length} do not:\n${failures.join("\n")}`);
    },
    "every function goes out with the key of the table or not at all": async () => {
      const { keys, clients, functions } = JSON.parse(await read("tests/vectors/permissions.json"));
      same("functions", Object.keys(functions).length, 144);
      const failures = [];
      for (const [at, row] of clients.entries()) {
        for (const line of await misses(keys, row, at, functions)) failures.push(`${row.why}: ${line}`);
      }
      if (failures.length > 0) throw new Error(failures.join("\n"));
    },
    "who gives up keeps a key that is here, and nothing else": async () => {
      const { apiKey: _, developerKey, send } = new Sandbox();
      const ds = client({ apiKey: developerKey, send });
      const ticket = await requestKey(ds, { returnUrl: "https://shop.example.org/connected" });
      const late = new AbortController();
      const reason = new Error("enough");
      const waiting = collectKey(ds, ticket, { signal: late.signal, every: 60_000, onState: () => void setTimeout(() => late.abort(reason), 10) });
      same("rejected with", await waiting.then(() => "nothing", (error) => error), reason);
      const before = new AbortController();
      before.abort(reason);
      same("not begun", await collectKey(ds, ticket, { signal: before.signal }).then(() => "nothing", (error) => error), reason);
      // Between the key and the question whose it is.
      const between = new AbortController();
      const asked = [];
      const handing = client({ send: ({ url }) => (asked.push(url), success({ api_key: NEW, request_status: "completed" })) });
      const { state, granted } = await collectKey(handing, TOKEN, { signal: between.signal, onState: () => between.abort(reason) });
      same("kept", [state, granted.apiKey, granted.user, asked.length], ["granted", NEW, null, 1]);
    },
    "a new key is not lost for a client that breaks": async () => {
      const ds = {
        call: async (name) => {
          if (name === "getUserInfo") throw new TypeError("not a client of ours");
          return { api_key: NEW, request_status: "completed" };
        },
      };
      const { granted, error } = await collectKey(ds, TOKEN);
      same("kept", [granted.apiKey, granted.user, error.kind], [NEW, null, "internal"]);
    },
    "what is no client is told": async () => {
      const told = async (promise) => promise.then(() => "nothing", ({ kind, function: name, problems }) => [kind, name, problems[0].path]);
      same("request", await told(requestKey("123-key", {})), ["params", "requestKey", "ds"]);
      same("collect", await told(collectKey(undefined, TOKEN)), ["params", "collectKey", "ds"]);
      same("nothing", await told(requestKey(client({ send: () => success({}) }))), ["params", "requestKey", "returnUrl"]);
    },
  };

  async function held({ call, options, data, steps, result, problem, problems }) {
    const asked = [];
    if (call === "wish") {
      const ds = client({ send: (request) => (asked.push(request.body), success({})) });
      const error = await thrown(requestKey(ds, camel(options)));
      if (problems) return refused(error, problems, asked);
      const expected = client().prepare("requestApiKey", result.parameters).step().send.body;
      return same("sent", asked, [expected]);
    }
    if (call === "ticket") {
      const ds = client({ send: () => success(data) });
      const wish = { returnUrl: "https://shop.example.org/connected" };
      if (problem) return same("problem", (await thrown(requestKey(ds, wish))).problems[0].path, camelled(problem));
      const ticket = await requestKey(ds, wish);
      same("ticket", [ticket.requestUrl, ticket.requestToken], [result.request_url, result.request_token]);
      return hidden(JSON.stringify(ticket), String(ticket), ...Object.values(ticket));
    }
    const { token, ...rest } = options;
    if (problems) return refused(await thrown(collectKey(client({ send: () => asked.push("something") }), token, camel(rest))), problems, asked);
    const { every = 2000, patience = 480_000, ...others } = rest;
    const played = steps.flatMap((step) => Array(step.times ?? 1).fill(step));
    const send = ({ url, headers, body }) => {
      const step = played[asked.length];
      asked.push(step);
      same("url", url.endsWith(`/${step.call}`), true);
      same("key", headers["X-DS-API-KEY"], step.key ?? DEVELOPER);
      same("body", body, step.call === "getUserInfo" ? "" : `token=${TOKEN}`);
      return reply(step);
    };
    const seen = [];
    // The same number of questions, without the time between them.
    const hurried = { ...others, every: 1, patience: Math.floor(patience / every), onState: (one) => seen.push(one) };
    const ticket = steps.length % 2 ? token : { requestToken: token };
    const have = await collectKey(client({ send }), ticket, hurried);
    same("asked", asked.length, played.length);
    same("states", seen.map(({ state }, at) => played[at].state && state), played.map(({ state }) => state));
    for (const [name, want] of Object.entries(result)) {
      const value = have[name];
      if (name === "error") same("error", value && { kind: value.kind, code: value.code }, want);
      else if (name === "granted") same("granted", value && { api_key: value.apiKey, thankyou_page_key: value.thankyouPageKey, user: value.user }, want);
      else same(name, value, want);
    }
    hidden(JSON.stringify(have), JSON.stringify(seen), have.text);
  }

  async function misses(keys, { client: settings, told, per_call }, at, functions) {
    let sent = [];
    let answer = {};
    const send = (request) => (sent.push(request.headers["X-DS-API-KEY"]), success(answer));
    const ds = client({ ...camel(settings), apiKey: keys.a, send });
    if (told !== undefined) {
      answer = { user_name: "ada", api_key_permissions: told };
      await ds.getUserInfo({}, { language: "de" });
    }
    answer = {};
    const lines = [];
    const options = per_call && { apiKey: per_call };
    for (const [name, letters] of Object.entries(functions)) {
      sent = [];
      const calling = name.includes("{") ? ds.call(name, { productId: 1 }, options) : ds.raw(name, {}, options);
      const error = await calling.then(() => undefined, (thrown) => thrown);
      const want = letters[at] === "-" ? "forbidden" : keys[letters[at]];
      const have = error === undefined && sent.length === 1 ? sent[0] : error?.kind === "forbidden" && sent.length === 0 ? "forbidden" : `${error}`;
      if (have !== want) lines.push(`${name} has ${have}, not ${want}`);
      if (error?.message.includes("Example")) lines.push(error.message);
      // The call with checked parameters ends the same way.
      const checked = await ds.call(name, {}, options).then(() => undefined, (thrown) => thrown);
      if ((checked?.kind === "forbidden") !== (want === "forbidden")) lines.push(`${name} when checked: ${checked}`);
    }
    return lines;
  }
}

function reply({ lost, page, cut, refused: refusal, answer }) {
  if (lost) throw new Error(lost);
  if (page) return { status: page, body: "<html>not the service</html>" };
  if (cut) return { status: 200, body: `{"api_version":"1.2","result":"success","data":{"api_key":"${NEW}` };
  if (refusal) return { status: 200, body: JSON.stringify({ api_version: "1.2", result: "error", ...refusal }) };
  return success(answer);
}

function refused(error, problems, asked) {
  same("kind", error.kind, "params");
  same("paths", error.problems.map(({ path }) => path), problems.map(({ path }) => camelled(path)));
  problems.forEach(({ says }, at) => {
    for (const part of says) if (!error.problems[at].message.includes(part)) throw new Error(`${error.message} does not say ${part}`);
  });
  same("asked", asked, []);
}

function hidden(...shown) {
  for (const secret of SECRETS) if (shown.some((text) => `${text}`.includes(secret))) throw new Error(`${secret} shows`);
}

const thrown = (promise) => promise.then(() => new Error("it was not refused"), (error) => error);
const camelled = (name) => name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
const camel = (named) => Object.fromEntries(Object.entries(named).map(([name, value]) => [camelled(name), value]));
