import type { EventKind, Message } from "./ipn-event.js";

export type * from "./ipn-event.js";
export type * from "./ipn-parts.js";

/** What `verify` also takes. */
export interface VerifyOptions {
  /**
   * Decodes HTML entities in values before the signature is checked, as the vendor's receiver of 2019 did. Default false:
   * today's notifications are signed as they are sent.
   */
  entities?: boolean;
  /** Clock that the times are told by: `Europe/Berlin`, `UTC`, `+02:00`. Default Europe/Berlin. */
  zone?: string | null;
}

/** A body or a query as it arrived: nothing may have read, decoded or trimmed it. Bytes are best. */
export type Raw = string | Uint8Array | ArrayBuffer;

/** One passphrase, or several while it is being changed. Without any, everything is refused. */
export type Passphrase = string | readonly (string | null | undefined)[] | null | undefined;

/**
 * What the library says about a notification, in properties that are neither listed nor copied nor printed. Everything
 * else in the object is what the service sent: every parameter that is not empty, under its own name.
 */
export interface Notification extends Message {
  /** Which event it is, whatever the connection calls it. */
  readonly kind: EventKind;
  /** The name under which to remember that this was handled: repetitions, which are normal, have the same one. */
  readonly dedupKey: string;
}

/** A notification whose signature holds. */
export interface IpnEvent extends Notification {
  readonly signed: true;
}

/** A notification that nobody signed. Anybody can send one: ask the service with `getPurchase` before you act on it. */
export interface UnsignedEvent extends Notification {
  readonly signed: false;
}

/**
 * Checks the signature of a notification and reads it.
 *
 * ```js
 * const event = verify(await request.bytes(), process.env.IPN_PASSPHRASE);
 * if (event.kind === "on_payment") console.log(event.order_id, event.amount_brutto);
 * ```
 *
 * A signature says who wrote a notification, not when: a captured one can be sent again. Remember the `dedupKey` of what
 * you handled, or decide by state as `Access` does.
 *
 * @throws {IpnRejected} when the body proves nothing.
 */
export function verify(body: Raw, passphrase: Passphrase, options?: VerifyOptions): IpnEvent;

/** Checks many bodies, as from an archive: an event or a refusal for each, in their order. */
export function verifyAll(bodies: Iterable<Raw>, passphrase: Passphrase, options?: VerifyOptions): (IpnEvent | IpnRejected)[];

/**
 * Reads a notification without looking at a signature: the body of a "Webhook" connection, the query of one by GET.
 *
 * @throws {IpnRejected} when it is no form, or a name comes twice.
 */
export function readUnsigned(body: Raw): UnsignedEvent;

/** Names and values: an object, a `Map`, a `URLSearchParams`, pairs. */
export type Params = Record<string, string> | Iterable<readonly [string, string]>;

/** Signs parameters, for tests and for whoever sends: 128 hexadecimal digits in upper case. */
export function sign(params: Params, passphrase: string): string;

/** A whole body as the service sends it: the parameters in the order given, then `sha_sign`. */
export function signedBody(params: Params, passphrase: string): string;

/** Why a body proves nothing. Answer with status 403 and change nothing. It never holds the signature that would be right. */
export class IpnRejected extends Error {
  private constructor();

  readonly reason:
    | "not_a_form"
    | "no_passphrase"
    | "no_signature"
    | "unsigned"
    | "repeated_name"
    | "ambiguous_name"
    | "wrong_signature";
}

/** Places where the buyer sees the data of a reply. */
export type Place = "all" | "none" | "invoice" | "receipt_page" | "order_confirmation_email" | (string & {});

/**
 * What a notification is answered with: `OK`, and below it what the buyer gets to see. Printing it shows nothing.
 *
 * ```js
 * const reply = new Reply().headline("Your access").account({ username: "anna", password, loginurl }).line("Licence key", key);
 * ```
 */
export class Reply {
  /** Where the buyer is sent instead of the page that the product names. It has to be https. */
  thankyouUrl(url: string): this;
  /** Access data. Further accounts get the numbers 2, 3 and so on. */
  account(account: { username?: string; password?: string; loginurl?: string }): this;
  /** The heading above the data, instead of a general one. */
  headline(text: string): this;
  /** Where the data are shown. Without this and `hideOn` they are shown everywhere. */
  showOn(...places: Place[]): this;
  /** Where the data are not shown. */
  hideOn(...places: Place[]): this;
  /** A line that is shown as it stands, such as a licence key. */
  line(label: string, value: string): this;
  /**
   * The text to send, with status 200.
   *
   * @throws {TypeError} with `problems`, all that the form cannot carry: line breaks, HTML, addresses without https.
   */
  text(): string;
  /** What it does, in sentences, for a log or a page of settings. Passwords are not shown. */
  preview(): string;
}

/** Whether an item of an order gives access. */
export interface ItemAccess {
  order_id: string;
  /** `null` when no message named the item. */
  order_item_id: string | null;
  product_id: string | null;
  /** Whether it was a test purchase. */
  is_test: boolean;
  /** `none`: nothing is known that gives or takes access. `suspended`: a payment brings it back. `ended`: for ever. */
  state: "none" | "active" | "suspended" | "ended";
  /** Why, in a word. */
  why:
    | "no_payment"
    | "not_yet"
    | "paid"
    | "cancelled"
    | "payment_missed"
    | "payment_denied"
    | "period_over"
    | "overdue"
    | "refund"
    | "chargeback"
    | "upgraded"
    | "last_paid_day"
    | (string & {});
  /** Since when, as far as messages told. */
  since: string | null;
  /** While active: the last day that is paid. `null` when no end is known. */
  until: string | null;
  /** All of it in a sentence. */
  text: string;
}

/** Choices where the vendor leaves room. */
export interface AccessRules {
  /** A later `on_rebill_resumed` takes back a missed payment and a cancellation. */
  resumingLifts?: boolean;
  /** `payment_denial` suspends as `on_payment_missed` does. */
  denialSuspends?: boolean;
  /** Days after which a subscription of which nothing more is heard is suspended once its paid period is over. */
  overdueAfter?: number;
}

/**
 * Who has access, from the events of any number of orders.
 *
 * Neither their order nor repetitions matter: the service promises no order, sends again for ten days, and support may
 * send an older event after a newer one. A payment gives access, a missed one suspends it, a cancellation changes nothing
 * until the paid period is over; refund, chargeback and last paid day end it, and nothing opens it again.
 *
 * ```js
 * const access = Access.fromText(kept);
 * access.feed(event);
 * for (const { product_id, state } of access.at()) console.log(product_id, state);
 * ```
 */
export class Access {
  constructor();
  /** Reads what `toText` wrote; an empty text is an empty one. @throws {SyntaxError} when it is something else. */
  static fromText(text: string): Access;
  /** A text to keep it in. It holds numbers of orders and no personal data. */
  toText(): string;
  /**
   * Takes in an event, also one that was kept as JSON. Answers whether it said anything about access that was not known.
   * Of an upgrade, feed the payment to wherever the old order is kept, too.
   */
  feed(event: Message & { readonly signed?: true }): boolean;
  /** Takes in all that another one knows. */
  merge(other: Access): void;
  /** The state of every item at a moment: a `Date`, or milliseconds since 1970. Default: now. */
  at(moment?: Date | number, rules?: AccessRules): ItemAccess[];
}

/** What a callback is told beside the event. */
export interface Context {
  /** Whether the store knew the event: it was handled before. False without a store. */
  seen: boolean;
}

/** Handles an event. What it answers, a `Reply` or nothing, is sent when it has finished. */
export type Callback = (event: IpnEvent, context: Context) => Reply | void | Promise<Reply | void>;

type Known<Word> = Word extends string ? ((string & {}) extends Word ? never : Word) : never;

/** A callback for each kind of event. Kinds without one are answered OK and change nothing. */
export type Callbacks = { [K in Exclude<Known<EventKind>, "connection_test">]?: Callback };

/** Remembers which events were handled. A `Set` does, for as long as the program runs. */
export interface Store {
  has(dedupKey: string): boolean | Promise<boolean>;
  /** Called after the event was handled. */
  add(dedupKey: string): unknown;
}

/** What a handler is made from. */
export interface HandlerOptions {
  /** The passphrase of the connection. Without one everything is answered 403. */
  passphrase: Passphrase;
  /** Handles events: one function for all kinds, or an object with one for each. The connection test is never among them. */
  on: Callback | Callbacks;
  /**
   * Remembers what was handled, so that `seen` can tell. Two messages that arrive at the same moment are both new to it:
   * what must happen only once needs a guard of its own.
   */
  store?: Store;
  /** What is answered when the callback answers nothing. Default: `OK` alone. */
  reply?: Reply;
  /** How many bytes a body may have. Default 262144, about fifty times what the service sends. */
  maxBody?: number;
  /** Is told what the callback or the store threw, or why a body did not arrive. Default: `console.error`. */
  failed?: (error: unknown) => void;
}

/**
 * Receives notifications: from a Web `Request` to a `Response`, in workers, Deno, Bun, Node and the routes of frameworks.
 *
 * | answer | when |
 * |---|---|
 * | 200 `OK`, or the reply | the callback has finished; also to the connection test, to GET and to HEAD |
 * | 403 and the reason in a word | the body proves nothing |
 * | 405, 413, 415 | neither POST nor GET nor HEAD; more than `maxBody`; no form |
 * | 500 `handling_failed` | something threw: the service sends the notification again |
 *
 * The body is hashed as the bytes it came in, so that its charset makes no difference; values are read as UTF-8. How long a
 * body and a callback may take is up to the server; the buyer may be waiting, so answer at once and work afterwards.
 *
 * ```js
 * const handle = ipnHandler({ passphrase: env.IPN_PASSPHRASE, on: { on_payment: (event) => grant(event.order_id) } });
 * export default { fetch: handle };
 * ```
 */
export function ipnHandler(options: HandlerOptions): (request: Request) => Promise<Response>;

/** What `nodeHandler` looks at in a request of `node:http`. */
export interface NodeRequest {
  method?: string;
  headers: Record<string, string | string[] | undefined>;
  readableEnded: boolean;
  on(event: "data", listener: (piece: Uint8Array) => void): unknown;
  once(event: "end" | "close" | "error", listener: (error: Error) => void): unknown;
}

/** What `nodeHandler` needs of a response of `node:http`. */
export interface NodeResponse {
  shouldKeepAlive: boolean;
  writeHead(status: number, headers: Record<string, string>): { end(text: string): unknown };
}

/**
 * The same for the servers of `node:http`, and what is built on them. It has to come before anything that reads bodies.
 *
 * ```js
 * createServer(nodeHandler({ passphrase, on })).listen(8080);
 * ```
 */
export function nodeHandler(options: HandlerOptions): (request: NodeRequest, response: NodeResponse) => Promise<void>;
