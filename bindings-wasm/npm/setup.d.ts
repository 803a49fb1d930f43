import type { Answer, Digistore24, Request, Response } from "./digistore24.js";
import type { IpnInfoAnswer } from "./functions.js";

export { DigistoreError } from "./digistore24.js";

/**
 * A `domain_id` that no other project has: the project's name and what chance adds.
 *
 * The service finds a connection by vendor, API key and `domain_id`; two projects with the same one overwrite each other's
 * connection. Make one, then keep it in the settings of the project.
 *
 * @throws {DigistoreError} of the kind `params`, for a name without letters or digits from ASCII.
 */
export function domainId(project: string): string;

/** What a connection covers. */
export interface Coverage {
  /** Products. Default: all. */
  productIds?: readonly (string | number | bigint)[] | null;
  /** Types of events, such as `payment`. Default: every one that bears on access. */
  transactions?: readonly string[] | null;
}

/** The connection that a project needs. */
export interface ConnectionOptions extends Coverage {
  /** The address that receives the notifications. */
  ipnUrl: string;
  /** The name shown in the back office. */
  name: string;
  /** Your own name for the connection, from `domainId`. */
  domainId: string;
  /** The passphrase that signs the notifications. With `random` the service chooses one, and answers it. */
  shaPassphrase: string;
  /** Addresses that the connection had before: it may be changed although it sends there. */
  formerly?: readonly string[] | null;
}

/**
 * Makes or renews a connection, and answers what `ipnSetup` answers.
 *
 * It asks `ipnInfo` first. A connection with the same `domain_id` that sends elsewhere may be another project's: then
 * nothing is changed.
 *
 * ```js
 * import { Digistore24 } from "digistore24";
 * import { Sandbox } from "digistore24/sandbox";
 * import { connect, domainId } from "digistore24/setup";
 *
 * const { apiKey, send } = new Sandbox();
 * const own = domainId("Course shop"); // once; keep it in the settings of the project
 * const { created } = await connect(new Digistore24({ apiKey, send }), {
 *   ipnUrl: "https://shop.example.org/ipn",
 *   name: "Course shop",
 *   domainId: own,
 *   shaPassphrase: "Kranich",
 * });
 * console.log(created);
 * ```
 *
 * @throws {DigistoreError} of the kind `params` where nothing was changed, else what `ipnInfo` and `ipnSetup` throw, as the
 * client threw it.
 */
export function connect(ds: Pick<Digistore24, "call">, options: ConnectionOptions): Promise<Answer<"ipnSetup">>;

/** What `doctor` sends: a look at the page, or a form. `fetch(request.url, request)` sends both. */
export type Visit = Request | (Omit<Request, "method" | "body"> & { method: "GET"; body?: undefined });

/** What a doctor is told, and how it asks. */
export interface DoctorOptions extends Coverage {
  /**
   * A client, which is asked for the connection of `domainId`, or what its `ipnInfo` answered. It is compared with the
   * address and the other options.
   */
  connection?: Pick<Digistore24, "call"> | IpnInfoAnswer | null;
  /** Your own name for the connection. Without it, the connection of any project will do. */
  domainId?: string | null;
  /**
   * The passphrase of the connection. With it the endpoint is also sent what the service would: a connection test with
   * the right signature, and a message with a wrong one. Neither holds an order.
   */
  passphrase?: string | null;
  /** How long each answer may take, in milliseconds. Default 10000. */
  timeout?: number;
  /** Sends requests to the endpoint instead of `fetch`, as that of a client. It must not follow redirects. */
  send?: (request: Visit & { signal: AbortSignal }) => Response | Promise<Response>;
}

/** One thing that `doctor` found. */
export interface Finding {
  /** `error`: no notification will arrive, or forged ones will be believed. */
  severity: "error" | "warning" | "hint";
  /** A word for programs, such as `not_https`. */
  word: string;
  /** What was found, and what to do about it. */
  message: string;
}

/**
 * Examines the address of an endpoint, and a connection, and answers the findings, the worst first.
 *
 * It asks the address with GET, as the service does, without following redirects. The endpoint never gets the key. What
 * is no address, or holds a password, is not asked. A page can read little of what other hosts answer, so call this from
 * a server or a worker.
 *
 * ```js
 * import { doctor } from "digistore24/setup";
 *
 * for (const { severity, message } of await doctor("http://localhost:8080/ipn")) console.log(severity, message);
 * ```
 *
 * @throws {DigistoreError} for wrong options, and what `ipnInfo` throws.
 */
export function doctor(ipnUrl: string | URL, options?: DoctorOptions | null): Promise<Finding[]>;

/** What kind of key an application asks for, and where the user goes afterwards. */
export interface KeyWish {
  /** Where the user comes back to: a public https address. That the browser comes back proves nothing. */
  returnUrl: string;
  /** Default `read-only`. Sources disagree whether such a key is called `read-only` or `readonly`. */
  permissions?: "read-only" | "readonly" | "writable" | null;
  /** Where the user goes after cancelling. Default: `returnUrl`. */
  cancelUrl?: string | null;
  /** The site that is stored with the key; `returnUrl` has to begin with it. Default: its domain. */
  siteUrl?: string | null;
  /** Free text. */
  comment?: string | null;
}

/** What a request for a key comes to. The token is a secret and does not print; store it as a text. */
export interface Ticket {
  /** Where the user signs in, which decides whose account it is, and approves. */
  readonly requestUrl: string;
  /** What the key is collected with. Store it before the user goes to the address. */
  readonly requestToken: string;
}

/** A key that a user made. What is secret does not print. */
export interface Granted {
  /** The key: a secret. */
  readonly apiKey: string;
  /** The passphrase for notifications, a secret, which only some accounts get. */
  readonly thankyouPageKey: string | null;
  /** Whose key it is; nobody, where that could not be asked. */
  readonly user: {
    /** The number of the account. */
    id: string | null;
    /** The Digistore24 name. */
    name: string | null;
    /** The roles of the account. */
    roles: string[];
    /** What the key may do, where the service says it. */
    permission: "readonly" | "writable" | "developer" | null;
  } | null;
}

/**
 * How far the making of a key has come. Only `granted` is a success. `collected`: handed out before, to somebody else or to
 * an earlier run. `lost`: the answer that held it was lost.
 */
export type KeyState =
  | "pending"
  | "granted"
  | "aborted"
  | "collected"
  | "lost"
  | "timed_out"
  | "unreachable"
  | "unknown_status"
  | "refused";

/** What the collecting of a key ends in, or how far it has come. */
export interface Collected {
  /** How far it has come. */
  state: KeyState;
  /** The same as a sentence, with what to do. */
  text: string;
  /** The status, as the service worded it last. */
  status: string;
  /** What the service said about it, in the language of the account. */
  note: string;
  /** The call that failed last, if one did, without token and keys. Next to a key: the question whose it is. */
  error: { kind: string; code: number | null; message: string } | null;
  /** The key. It is here wherever the service handed one out, also next to an odd status: it does so once. */
  granted: Granted | null;
  /** How many milliseconds were waited. */
  waited: number;
}

/** How a key is collected. */
export interface CollectOptions {
  /**
   * Told after each answer how far it has come, and awaited. The key is there before it is asked whose it is: whoever stores
   * it then has it, whatever happens next.
   */
  onState?: (collected: Collected) => unknown;
  /** Gives up: the promise is rejected with its reason, unless the key is here already. It cuts no call. */
  signal?: AbortSignal | null;
  /** How many milliseconds to wait between questions. Default 2000. */
  every?: number | null;
  /** How many milliseconds to wait in all; the time that calls take is not counted. Default 480000. */
  patience?: number | null;
  /** After how many answers in a row that did not come to give up. Default 5. */
  failures?: number | null;
}

/**
 * Begins: asks for a key with `requestApiKey`, through a client with a developer key, and answers the ticket.
 *
 * ```js
 * import { Digistore24 } from "digistore24";
 * import { Sandbox } from "digistore24/sandbox";
 * import { collectKey, requestKey } from "digistore24/setup";
 *
 * const sandbox = new Sandbox();
 * const ds = new Digistore24({ apiKey: sandbox.developerKey, send: sandbox.send });
 * const ticket = await requestKey(ds, { returnUrl: "https://shop.example.org/connected" });
 * const stored = ticket.requestToken; // where the next process finds it, before the user goes to ticket.requestUrl
 * sandbox.approve(stored); // as the user does in the browser
 * const { state, granted } = await collectKey(ds, stored);
 * console.log(state, granted?.user?.name); // granted ada
 * ```
 *
 * @throws {DigistoreError} for wrong options, and what `requestApiKey` throws.
 */
export function requestKey(ds: Pick<Digistore24, "call">, options: KeyWish): Promise<Ticket>;

/**
 * Asks `retrieveApiKey` until the user has decided, then with the new key whose it is.
 *
 * It takes the ticket or its token, so that another process can go on where one has ended. Asking again is on purpose:
 * while the user has not decided, the answer is a success that says so. What the service says, or does not say, is in the
 * result. A key is given back with `ds.unregister({}, { apiKey: granted.apiKey })`, which ends its connections, too.
 *
 * @throws {DigistoreError} for wrong options, and for calls that make no sense or are not allowed.
 */
export function collectKey(
  ds: Pick<Digistore24, "call">,
  ticket: Pick<Ticket, "requestToken"> | string,
  options?: CollectOptions | null,
): Promise<Collected>;

/** How to look what became of a call. */
export interface LookOptions {
  /** Of a call by name: its parameters. */
  parameters?: object | null;
  /** Of a call by name: when it was sent, by the clock of this machine, which need not be right. */
  sentAt?: Date | string | number | null;
  /** Of a call by name: when its answer was given up. */
  lostAt?: Date | string | number | null;
  /** The ids of the records that were there before. E-tickets, images and upgrades can only be told by them. */
  known?: readonly (string | number)[] | null;
  /** How many equal calls there were at that time, answered or not. Default 1. */
  calls?: number | null;
  /** How many seconds after it was sent a request may still take effect. Default 120. */
  late?: number | null;
  /** Whether to wait so long and look again where nothing is found. Default `true`. */
  wait?: boolean | null;
  /** For how many seconds before the call a record may be its work or not. Default 60. */
  tolerance?: number | null;
}

/** What became of a call. */
export interface Aftermath {
  /** The function that was called. */
  function: string;
  /** `done`: do not repeat it; `not_done`: it may be repeated; `cannot_be_told`: look yourself. */
  verdict: "done" | "not_done" | "cannot_be_told";
  /** Why, and what to do. */
  reason: string;
  /** The records it rests on, without anything about people. */
  evidence: { function: string; record: Record<string, unknown> }[];
  /** How sure it is that the place would show it: the vendor's documents say so, or the form of the answers suggests it. */
  basis: "documented" | "inferred";
  /** In how many seconds it may be told, where it is only too early. */
  againIn: number | null;
}

/**
 * Looks what became of a call whose answer was lost, by functions that only read.
 *
 * ```js
 * import { Digistore24, DigistoreError } from "digistore24";
 * import { whatBecameOf } from "digistore24/setup";
 *
 * const ds = new Digistore24({ apiKey: process.env.DS24_API_KEY ?? "" });
 * try {
 *   await ds.refundTransaction({ transaction_id: "90000001" });
 * } catch (error) {
 *   if (error instanceof DigistoreError && error.maybeDone) console.log(await whatBecameOf(ds, error));
 * }
 * ```
 *
 * The exception knows its call; of a call by name, say `parameters` and `sentAt`. `done` is said only where the records
 * identify the call, `not_done` only where what would show it was read completely and it is too late for the request to
 * arrive: so it may take two minutes.
 *
 * @throws {DigistoreError} of the kind `params`, with all that is wrong with the options.
 */
export function whatBecameOf(ds: Pick<Digistore24, "call">, call: unknown, options?: LookOptions | null): Promise<Aftermath>;
