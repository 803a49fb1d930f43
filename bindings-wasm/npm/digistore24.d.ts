import type { Functions, Lists, Undocumented } from "./functions.js";

export type * from "./functions.js";

/** What a client is made from. */
export interface Options {
  /** The API key, `<digits>-<secret>`. It travels only in the header `X-DS-API-KEY`, and nothing here ever prints it. */
  apiKey: string;
  /**
   * The address that function names are appended to, `/api/call` included.
   * It has to be https, except for this machine. Default: the service.
   */
  baseUrl?: string | null;
  /** Language of messages: `de`, `en` and so on. Default: the language of the account. */
  language?: string | null;
  /** Who in your application is responsible; the service only logs it. */
  operator?: string | null;
  /** Clock of the times in answers: `Europe/Berlin`, `UTC`, `+02:00`. Default: what the answer says, else Europe/Berlin. */
  zone?: string | null;
  /**
   * Another key for functions that change something; then `apiKey` is only used to read, and `writing` is off unless you
   * switch it on.
   */
  writeKey?: string | null;
  /** A developer key, for the functions that take no other. */
  developerKey?: string | null;
  /**
   * What `apiKey` may do. Calls beyond it are refused before they are sent. Default: what `getUserInfo` answers, whenever
   * that is called; until then everything is sent, and the service decides.
   */
  permission?: "readonly" | "read-only" | "writable" | "developer" | null;
  /** Whether calls may change something. Default: yes, unless there is a `writeKey`. */
  writing?: boolean | null;
  /** How long the answer to one attempt may take, in milliseconds; `false` for any time. Default 30000. */
  timeout?: number | false | null;
  /**
   * How long a call may take as a whole, with all attempts and the pauses between them, in milliseconds. Default: any
   * time.
   */
  totalTimeout?: number | false | null;
  /**
   * How many times a call is sent again at most, with growing pauses. Default 3; 0 for never. What only reads is sent
   * again when no answer came, and when the service is overloaded; what charges, refunds, mails, creates or uses up only
   * when nothing left this machine.
   */
  retries?: number | null;
  /** How many bytes an answer may have, decompressed; what is larger is not read to its end. Default 67108864 (64 MiB). */
  mostBytes?: number | null;
  /** How many calls a key may make in a time. Default: no limit. */
  budget?: Budget | null;
  /**
   * Hears of every attempt of every call, for logs, counters and traces. What it throws is printed with `console.error`,
   * and disturbs no call.
   */
  onAttempt?: ((attempt: Attempt) => unknown) | null;
  /**
   * Whether `onAttempt` hears what was sent and what came back, without keys and passphrases. It is full of personal
   * data. Default: no.
   */
  bodies?: boolean | null;
  /**
   * Sends requests instead of `fetch`: through a proxy, with a log, into a sandbox. It must not follow redirects. When the
   * time of the request is over, or the call is given up, its signal is given and nobody waits any longer.
   *
   * When it throws, the request counts as sent, perhaps even carried out, unless the exception has a property `sent`
   * that is `false`.
   */
  send?: ((request: Request & { signal: AbortSignal }) => Response | Promise<Response>) | null;
  /** Further fields whose values are left out of previews and reported bodies, such as `email` and `first_name`. */
  hide?: readonly string[] | null;
  /**
   * In a page, a client refuses to be made: everybody who opens the page can read the key. With `true` it is made all
   * the same, for a page that only its maker ever sees.
   */
  dangerouslyAllowBrowser?: boolean;
}

/** What one call does otherwise than its client. */
export interface CallOptions {
  /**
   * Gives the call up: whatever it is doing, it ends at once, and throws the reason of the signal. So an `AbortError`
   * means that nothing is done that a repetition would double. Where that is not certain, because a request that charges,
   * refunds, mails, creates or uses up is out, a `DigistoreError` of the kind `unanswered` is thrown, with `maybeDone`,
   * and with the reason as its `cause`: look before you repeat it.
   *
   * A call that was given up before it began sends nothing. An answer that is there already is answered all the same.
   */
  signal?: AbortSignal | null;
  /** How long the answer to one attempt may take, in milliseconds; `false` for any time. */
  timeout?: number | false | null;
  /** How long the call may take as a whole, with all attempts and the pauses between them; `false` for any time. */
  totalTimeout?: number | false | null;
  /** How many times it is sent again at most. What charges, refunds or mails is never sent again once it may have left. */
  retries?: number | null;
  /** Language of messages. */
  language?: string | null;
  /** Who in your application is responsible; the service only logs it. */
  operator?: string | null;
  /** Another key, for everything: that of another vendor. */
  apiKey?: string | null;
}

/**
 * How many calls a key may make in a time: a bucket that fills steadily, and from which each attempt takes one. Calls wait
 * for their turn. All clients that are made with one budget share it; each key has a bucket of its own. When the service
 * says that there were too many calls, all calls with that key wait as long as the one that was told.
 *
 * The service documents no limit, so there is none unless you set one.
 *
 * ```js
 * import { Budget, Digistore24 } from "digistore24";
 *
 * const budget = new Budget({ perSecond: 5, atOnce: 10 });
 * const ds = new Digistore24({ apiKey: process.env.DS24_API_KEY ?? "", budget });
 * ```
 */
export class Budget {
  /**
   * So many calls a second, at least one a day, and so many at once after a rest. Default: one at once.
   *
   * @throws {DigistoreError} of the kind `params`, with all that is wrong with the numbers.
   */
  constructor(options: { perSecond: number; atOnce?: number });

  // Another object with nothing in it is none.
  #bucket;
}

/** What became of one attempt of a call. It holds no secret, and no body unless `bodies` asks for them. */
export interface Attempt {
  /** The function. */
  function: string;
  /** Which attempt of the call this was, from 1. */
  attempt: number;
  /** How long it took, from the request to the end of the answer, in milliseconds. */
  duration: number;
  /** What came of it. `unusable` is an answer that is too large. */
  outcome: "answered" | "refused" | "garbled" | "lost" | "unusable" | "not_sent";
  /** The HTTP status, where something came back. */
  status: number | null;
  /** The number of a refusal. */
  code: number | null;
  /** How many rows the answer has, where its type is a list or holds one. */
  rows: number | null;
  /** The bytes of the body that was sent. */
  bytesSent: number;
  /** The bytes of the body that came back. */
  bytes: number;
  /** What failed although the call succeeded, such as `status: refused`. */
  failure: string | null;
  /** Why there is no answer, without anything of a body. */
  reason: string | null;
  /** Whether it may have taken effect in a way that a repetition would double. */
  maybeDone: boolean;
  /** The pause after which the call is sent again, in milliseconds; `null` when it is over. */
  againIn: number | null;
  /** What was sent, without keys and passphrases, if bodies are asked for. */
  sent: string | null;
  /** What came back, without keys and passphrases, if bodies are asked for. */
  received: string | null;
}

/** A request: always a POST of a form. `fetch(request.url, request)` sends it, without following redirects. */
export interface Request {
  method: "POST";
  /** The address. It never holds a secret. */
  url: string;
  /**
   * The headers to set; one of them holds the key. `Content-Length` has to go out too, also when the body is empty.
   *
   * Node, Deno and Bun print them without the key, but it is in there: `JSON.stringify` shows it, and so does a copy.
   */
  headers: Record<string, string>;
  /** The body, `application/x-www-form-urlencoded`. */
  body: string;
  /** How long the whole exchange may take, in milliseconds; nothing for any time. */
  timeout?: number | undefined;
  /** How many bytes the body of the answer may have, decompressed. A larger one is refused: stop reading there. */
  mostBytes: number;
  /** Redirects must not be followed: the key would go wherever they lead. `fetch` understands this word. */
  redirect: "manual";
}

/** A call as it would be sent: `…` stands for each parameter that is a secret or is to be left out. */
export interface Preview {
  function: string;
  method: "POST";
  url: string;
  /** The headers, with the number of the key instead of the key. */
  headers: Record<string, string>;
  /** The parameters as they travel: pairs of name and value. */
  parameters: [name: string, value: string][];
  body: string;
}

/** A response. */
export interface Response {
  /** The HTTP status. */
  status: number;
  /** The headers. */
  headers?: Record<string, string> | Iterable<[string, string]>;
  /** The body, decompressed. */
  body: string | Uint8Array;
}

/** What surrounded the data of an answer. */
export interface Envelope {
  /** Version of the interface, a text. */
  api_version?: string | null;
  /** Moment of the answer. */
  current_time?: string | null;
  /** Zone of the service's clock, where it says so. */
  timezone?: string | null;
  /** `success` here: an error is thrown. */
  result?: string | null;
  /** How long the service took, in seconds. */
  runtime_seconds?: string | null;
  [name: string]: unknown;
}

/** What every answer carries beside its data, in properties that are neither listed nor copied nor printed. */
export interface Origin {
  /** The body as it came. */
  readonly _raw: string;
  /** What surrounded the data. */
  readonly _envelope: Envelope;
  /**
   * What failed although the call succeeded, such as `status: refused`; `null` when nothing did. The service reports
   * refused refunds, used tickets and declined charges inside a success.
   */
  readonly _failure: string | null;
}

/** An answer: its data, an empty object where there are none, and where it comes from. */
export type Answered<T> = T & Origin;

/** What a function of the service answers. */
export type Answer<N extends keyof Functions> = Awaited<ReturnType<Functions[N]>>;

/** Makes calls: one method a function of the service, and a few for all of them. */
export interface Digistore24 extends Functions {}

/**
 * Makes calls: one method a function of the service, and a few for all of them.
 *
 * ```js
 * import { Digistore24 } from "digistore24";
 *
 * const ds = new Digistore24({ apiKey: process.env.DS24_API_KEY ?? "" });
 * const { purchase_list } = await ds.listPurchases({ from: "-3d" });
 * for (const { id, amount } of purchase_list ?? []) console.log(id, amount);
 * ```
 */
export class Digistore24 {
  /** @throws {DigistoreError} of the kind `params`, with all that is wrong with the options. */
  constructor(options: Options);

  /** Calls a function by its name. Its parameters are checked before anything is sent. */
  call<N extends keyof Functions>(name: N, ...params: Parameters<Functions[N]>): Promise<Answer<N>>;

  /** Calls any function with any parameters, also one that the catalogue does not know. */
  raw(name: string, params?: object | null, options?: CallOptions | null): Promise<Answered<Undocumented>>;

  /**
   * Every row of a list once, however many pages it takes, and while rows come and go.
   *
   * ```js
   * for await (const purchase of ds.rows("listPurchases", { from: "-3d" })) console.log(purchase.id);
   * ```
   *
   * Lists with a period have to be told since when; `from: "start"` is for everything. It is fixed now, so that `-3d`
   * stays what it is while pages are read. `page_size` is how many rows are asked for at most. Lists without pages come
   * as one call answers them: of `listPurchasesOfEmail` no more than its `limit`.
   *
   * @throws {DigistoreError} of the kind `params`, with all that is wrong.
   */
  rows<N extends keyof Lists>(name: N, ...params: Listing<N>): Rows<Lists[N]>;

  /**
   * What a call would send, without sending it. `curl` and `har` of `digistore24/cassette` make more of it.
   *
   * @throws {DigistoreError} what the call itself would end in before anything is sent: `params` or `forbidden`.
   */
  dryRun<N extends keyof Functions>(name: N, ...params: Prepared<Parameters<Functions[N]>>): Preview;

  /**
   * Prepares a call for your own HTTP client. Nothing is sent. The options are those of a call, without a signal: it is
   * you who gives it up.
   */
  prepare<N extends keyof Functions>(name: N, ...params: Prepared<Parameters<Functions[N]>>): Flow<Answer<N>>;
}

/** What a list is read by: the parameters of its function without `page_no`, and how it is read. */
export type Listing<N extends keyof Lists> = N extends "listPurchases" | "listTransactions" | "listCommissions" | "listRebillingStatusChanges"
  ? [params: Omit<NonNullable<Parameters<Functions[N]>[0]>, "page_no" | "from"> & { from: string | Date }, options?: RowsOptions | null]
  : undefined extends Parameters<Functions[N]>[0]
    ? [params?: Omit<NonNullable<Parameters<Functions[N]>[0]>, "page_no"> | null, options?: RowsOptions | null]
    : [params: Omit<NonNullable<Parameters<Functions[N]>[0]>, "page_no">, options?: RowsOptions | null];

/** How a list is read. What else is a wish for its calls counts for each of them. */
export interface RowsOptions extends CallOptions {
  /** Where to go on: the `cursor` of an earlier reading with the same parameters, or its JSON. */
  cursor?: Cursor | string | null;
  /** Reads the period in parts of so many days. */
  window?: number | null;
  /** How many pages a period may have before it is cut in two, where the service counts them. Default 1000, a choice. */
  mostPages?: number | null;
  /** The moment from which `now` and `-3d` count. Default: that of the clock. */
  now?: Date | string | null;
  /** Hears after each page how many rows have come, and how many there are, where the service says so. */
  onProgress?: ((progress: { rows: number; total: number | null }) => void) | null;
}

/** Where reading has got to: plain data of less than two kilobytes, without the key and without anything about buyers. */
export interface Cursor {
  readonly version: number;
  readonly function: string;
  /** How many rows were handed out until then. */
  readonly rows: number;
  readonly [name: string]: unknown;
}

/** The rows of a list, each once. It is read once; a second loop goes on where the first stopped. */
export interface Rows<T> extends AsyncIterable<T> {
  /** Where reading has got to, behind the row that came last. */
  readonly cursor: Cursor;
  /** The same rows in arrays, as they come. */
  pages(): AsyncIterable<T[]>;
}

/** What a call is prepared from: its parameters, and options without a signal. */
export type Prepared<P extends unknown[]> = P extends [params: infer Params, options?: infer Options]
  ? [params: Params, options?: Omit<NonNullable<Options>, "signal"> | null]
  : [params?: P[0], options?: Omit<CallOptions, "signal"> | null];

/** A call that does no I/O of its own: ask for a step, do it, ask again. */
export interface Flow<T> {
  /**
   * What to do now: send a request and say what came of it, wait so many milliseconds, or be done.
   *
   * @throws {DigistoreError} when that is what the call ended in.
   */
  step(): { send: Request; wait?: undefined; done?: undefined } | { wait: number; send?: undefined; done?: undefined } | { done: T; send?: undefined; wait?: undefined };

  /** What was answered. */
  answer(reply: Response): void;

  /**
   * That no answer came. `sent: false` only when it is certain that nothing left this machine; `unusable: true` when one
   * came that has more bytes than `mostBytes`.
   */
  fail(failure: { reason: string; sent?: boolean; unusable?: boolean }): void;
}

/** Reads a stored answer, as if it had just arrived. */
export function read<N extends keyof Functions>(name: N, body: string | Uint8Array, status?: number): Answer<N>;
export function read(name: string, body: string | Uint8Array, status?: number): Answered<Undocumented>;

/** Why a call did not succeed. Neither its message nor anything in it holds the key. */
export class DigistoreError extends Error {
  private constructor();

  /**
   * Whose fault it was:
   * - `params`: the call makes no sense, nothing was sent; `problems` lists what to fix,
   * - `forbidden`: the key may not do that, or the client is not to do it; nothing was sent,
   * - `refused`: the service declined; the message says why,
   * - `garbled`: what came back is not an answer of the service,
   * - `unanswered`: nobody knows what became of the call, or it never left; see `maybeDone`.
   */
  readonly kind: "params" | "forbidden" | "refused" | "garbled" | "unanswered";
  /**
   * The function that was called: one of the service; or `client`, `options` (those of a call), `budget`, or one of
   * another entry, such as `connect`, when what it was given is wrong.
   */
  readonly function: string;
  /** The number of the refusal. Only 2 (key), 3 (arguments) and 4 (not found) have been stable over the years. */
  readonly code: number | null;
  /** The HTTP status, where something came back that was no answer or a refusal. */
  readonly status: number | null;
  /**
   * Whether the call may have taken effect in a way that a repetition would double: look before you repeat it.
   * `whatBecameOf` from `digistore24/setup` looks.
   */
  readonly maybeDone: boolean;
  /** All that is wrong with the parameters. */
  readonly problems: readonly Problem[];
  /** The beginning of a body that could not be read. */
  readonly excerpt: string | null;
  /** The reason of the signal that a call was given up by, where it may have been carried out. */
  readonly cause?: unknown;
}

/** One thing that is wrong with a call. */
export interface Problem {
  /** Where: `data.valid_from`, `addons[0].product_id`. Empty when the call as a whole is meant. */
  readonly path: string;
  /** What is wrong and what would be right. */
  readonly message: string;
}
