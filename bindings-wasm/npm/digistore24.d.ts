import type { Functions, Undocumented } from "./functions.js";

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
  /** How long an answer may take, in milliseconds. Default 30000. */
  timeout?: number;
  /**
   * Sends requests instead of `fetch`: through a proxy, with a log, into a sandbox. It must not follow redirects.
   *
   * When it throws, the request counts as sent, perhaps even carried out, unless the exception has a property `sent`
   * that is `false`.
   */
  send?: (request: Request & { signal: AbortSignal }) => Response | Promise<Response>;
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
   * Gives the call up: whatever it is doing, it ends at once, and throws the reason of the signal. A call that may have
   * been carried out by then, and must not be repeated unseen, throws a `DigistoreError` with `maybeDone` and the
   * reason as its `cause`.
   */
  signal?: AbortSignal | null;
  /** How long an answer may take, in milliseconds; `false` for any time. */
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

/** A request: always a POST of a form. `fetch(request.url, request)` sends it. */
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

/** Makes calls: one method a function of the service, and three for all of them. */
export interface Digistore24 extends Functions {}

/**
 * Makes calls: one method a function of the service, and three for all of them.
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

  /** That no answer came. `sent: false` only when it is certain that nothing left this machine. */
  fail(failure: { reason: string; sent?: boolean }): void;
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
   * - `refused`: the service declined; the message says why,
   * - `garbled`: what came back is not an answer of the service,
   * - `unanswered`: nobody knows what became of the call, or it never left; see `maybeDone`.
   */
  readonly kind: "params" | "refused" | "garbled" | "unanswered";
  /**
   * The function that was called: one of the service, or `client`, or one of another entry, such as `connect`, when
   * what it was given is wrong.
   */
  readonly function: string;
  /** The number of the refusal. Only 2 (key), 3 (arguments) and 4 (not found) have been stable over the years. */
  readonly code: number | null;
  /** The HTTP status, where something came back that was no answer or a refusal. */
  readonly status: number | null;
  /** Whether the call may have taken effect in a way that a repetition would double: look before you repeat it. */
  readonly maybeDone: boolean;
  /** All that is wrong with the parameters. */
  readonly problems: readonly Problem[];
  /** The beginning of a body that could not be read. */
  readonly excerpt: string | null;
}

/** One thing that is wrong with a call. */
export interface Problem {
  /** Where: `data.valid_from`, `addons[0].product_id`. Empty when the call as a whole is meant. */
  readonly path: string;
  /** What is wrong and what would be right. */
  readonly message: string;
}
