// The contract between the languages: what the files of tests/vectors say holds in JavaScript, to the byte.
import { same } from "./same.mjs";

/** The key of every vector that does not bring its own. */
const KEY = "1234567-ExampleKeyOfNobody";

/** The files, how many vectors each has at least, and what to check of each vector. */
const FILES = [
  ["encoding.json", 350, [sends]],
  ["samples.json", 16, [sends, receives]],
  ["answers.json", 100, [receives]],
  ["replies.json", 100, [receives]],
  ["refused.json", 140, [refuses]],
];

/** A test for each file: its name, and what runs it. */
export function vectorTests(digistore24, io) {
  return Object.fromEntries(
    FILES.map(([file, least, checks]) => [
      `the vectors of ${file} hold`,
      async () => {
        const vectors = JSON.parse(await io.read(`tests/vectors/${file}`));
        if (vectors.length < least) throw new Error(`only ${vectors.length} vectors`);
        const failures = vectors.flatMap((vector) => failed(() => checks.forEach((check) => check(digistore24, vector)), vector.why));
        if (failures.length > 0) throw new Error(`${failures.length} of ${vectors.length} do not:\n${failures.join("\n")}`);
      },
    ]),
  );
}

function failed(check, why) {
  try {
    check();
    return [];
  } catch (error) {
    return [`${why}: ${error.stack ?? error}`];
  }
}

function prepared({ Digistore24 }, { function: name, params, settings = {} }) {
  const { api_key: apiKey = KEY, base_url: baseUrl, ...others } = settings;
  const options = { ...others, apiKey, dangerouslyAllowBrowser: true };
  if (baseUrl !== undefined) options.baseUrl = baseUrl;
  // What a vector says comes of one answer.
  return new Digistore24(options).prepare(name, params, { retries: 0 });
}

function sends(digistore24, vector) {
  const { send } = prepared(digistore24, vector).step();
  same("method", send.method, "POST");
  same("url", send.url, vector.url);
  same("body", send.body, vector.body);
  if (vector.headers) same("headers", send.headers, vector.headers);
}

function receives(digistore24, vector) {
  let data, error;
  try {
    data = outcome(digistore24, vector);
  } catch (thrown) {
    if (!(thrown instanceof digistore24.DigistoreError)) throw thrown;
    error = thrown;
  }
  if (vector.error) return fails(error, vector);
  if (error) throw error;
  // An answer without data is an empty object here, which knows its envelope.
  same("data", data, vector.data ?? {});
  if (typeof data !== "object") return;
  same("failure", data._failure ?? null, vector.failure ?? null);
  for (const [name, want] of Object.entries(vector.envelope ?? {})) same(name, data._envelope[name], want);
}

function outcome(digistore24, vector) {
  const { function: name, status = 200, answer, hex } = vector;
  const body = hex === undefined ? answer : Uint8Array.from(hex.match(/../g), (byte) => parseInt(byte, 16));
  if (vector.params === undefined) return digistore24.read(name, body, status);
  const call = prepared(digistore24, vector);
  if (!call.step().send) throw new Error("nothing is sent");
  call.answer({ status, headers: {}, body });
  return call.step().done;
}

function fails(error, { function: name, error: wanted }) {
  if (!error) throw new Error("it succeeded");
  same("kind", error.kind, wanted.kind);
  same("function", error.function, name);
  if (wanted.status !== undefined) same("status", error.status, wanted.status);
  if (wanted.code !== undefined) same("code", error.code, wanted.code);
  same("maybeDone", error.maybeDone, wanted.maybe_done ?? false);
  for (const says of [wanted.message ?? "", ...(wanted.says ?? [])]) {
    if (!error.message.includes(says)) throw new Error(`${JSON.stringify(error.message)} does not say ${JSON.stringify(says)}`);
  }
  const shown = `${error} ${error.stack} ${JSON.stringify(error)}`;
  for (const hides of wanted.hides ?? []) {
    if (shown.includes(hides)) throw new Error(`${shown} says ${hides}`);
  }
}

function refuses(digistore24, vector) {
  const names = { apiKey: "api_key", baseUrl: "base_url" };
  try {
    prepared(digistore24, vector).step();
  } catch (error) {
    if (!(error instanceof digistore24.DigistoreError)) throw error;
    same("kind", error.kind, "params");
    const paths = error.problems.map(({ path }) => names[path] ?? path);
    same("paths", paths, vector.problems.map(({ path }) => path));
    vector.problems.forEach(({ says }, at) => {
      const { message } = error.problems[at];
      for (const part of says) if (!message.includes(part)) throw new Error(`${JSON.stringify(message)} does not say ${JSON.stringify(part)}`);
    });
    return;
  }
  throw new Error("it was not refused");
}
