import type { DigistoreError, Request, Response } from "./digistore24.js";

/**
 * A Digistore24 account in memory, to try everything against without a key or a network.
 *
 * ```js
 * import { Digistore24 } from "digistore24";
 * import { Sandbox } from "digistore24/sandbox";
 *
 * const sandbox = new Sandbox();
 * const ds = new Digistore24({ apiKey: sandbox.apiKey, send: sandbox.send });
 * const { purchase_id } = sandbox.buy({ product_id: 515152, email: "mia@example.com" });
 * sandbox.advance({ days: 31 });
 * const { transaction_list } = await ds.listTransactions({ from: "start", search: { purchase_id } });
 * console.log(transaction_list?.length); // 2
 * ```
 *
 * What people do, and what programs do not, has methods: `buy`, `refund`, `cancel`, `advance` and so on. Their options are
 * named as the service names things; what is wrong with them is thrown at once, as a {@link DigistoreError} of the kind
 * `params`. Amounts and times in results are texts.
 *
 * Its clock stands still until it is moved, and the same calls always get the same answers. `assumptions` lists what nobody
 * knows about the service, and what the sandbox does instead. Functions without a rule of their own answer along their
 * shape and change nothing; `Sandbox.knows` tells which have one.
 */
export class Sandbox {
  constructor();
  /** The account that `save` gave. */
  static load(text: string): Sandbox;
  /** Whether a rule answers this function, or only its shape. */
  static knows(name: string): boolean;

  /** A key with full access. */
  readonly apiKey: string;
  /** A key that may only read. */
  readonly readKey: string;
  /** A developer key: it asks for other keys and can do little else. */
  readonly developerKey: string;

  /**
   * Answers a request as the service would: the request of a flow's step, or one of your own making. Throws where a fault was
   * asked for after which no answer comes.
   */
  handle(request: Incoming): Outgoing;

  /** The same as the option `send` of a client, which then needs no HTTP. It can be handed over alone. */
  readonly send: (request: Incoming) => Promise<Outgoing>;

  /**
   * Starts an HTTP server on this machine, for any client. Needs Node, Deno or Bun. Its address goes into the option
   * `baseUrl`; a browser shows the account at `windowUrl`. Without a port the system picks one.
   *
   * With `deliver` it posts notifications to their addresses as soon as they are due. The clock then stops at each of them;
   * `await sandbox.deliver()` waits until all is delivered and the clock has come to where it was moved.
   */
  serve(options?: { port?: number; deliver?: boolean }): Promise<{ baseUrl: string; windowUrl: string; close(): Promise<void> }>;

  /** Does something by name, as programs in other languages do over HTTP. */
  tell(verb: string, options?: Record<string, unknown>): any;

  /** Places an order as a buyer does at the checkout, and collects the first payment. */
  buy(order: Checkout): Bought;
  /** Gives a payment back, or the last one of an order. The number of the refund. */
  refund(of: Payment): string;
  /** Takes a payment back, as a bank does, or the last one of an order. The number of the chargeback. */
  chargeback(of: Payment): string;
  /** Stops the recurring payments of an order, as its buyer does. False where there is nothing to stop. */
  cancel(of: Order): boolean;
  /** Resumes payments that were stopped, as long as their end was not told. */
  resume(of: Order): boolean;
  /** Lets the card of an order decline the next attempts to collect a payment: one, unless `times` says more. */
  failPayments(of: Order & { times?: number | undefined }): void;
  /** Pays what is open of an order. */
  pay(of: Order): boolean;
  /** Lets the buyer of an order download what it holds. */
  download(of: Order): boolean;
  /** Lets the buyer of an order fill in a form. */
  fillForm(form: Order & { fields: Record<string, string> }): void;

  /** Moves the clock on, by seconds or by more. Everything that falls due until then happens, in order. */
  advance(by: number | Span): Moved;
  /** Moves the clock on to a moment: `2026-12-24 18:00:00` in Berlin, or a `Date`. */
  setTime(to: string | Date): Moved;

  /** Connects an address for notifications, as one does by hand in the back office. The number of the connection. */
  connect(endpoint: Endpoint): number;
  /** Deletes a connection. False where there is none. */
  disconnect(connection: { connection_id: Id }): boolean;
  /** Sends a test to a connection, as the button in the back office does. */
  testConnection(connection: { connection_id: Id }): void;
  /**
   * Posts every notification that is due to its address, and tells what came of each. What was not taken comes again later,
   * when the clock has been moved on. An address has `timeout` milliseconds to answer, 10000 unless given.
   */
  deliver(options?: { timeout?: number; signal?: AbortSignal }): Promise<Outcome[]>;
  /** The next notification that is due, for whoever delivers by other means; then `delivered` has to be told. */
  due(): Delivery | null;
  /** Tells what came of a delivery: the status and the text of the answer, or why there was none. */
  delivered(outcome: { id: Id; status: number; body?: string | undefined } | { id: Id; lost: string }): void;
  /** Takes everything that is due, as if its address had taken it: for tests of what handles notifications. */
  drain(): Delivery[];
  /** The notifications that were sent or are going to be, with every attempt. */
  notifications(which?: { order_id?: string | undefined; state?: NotificationState | undefined; last?: number | undefined }): Notification[];
  /** Sends a notification again, whatever became of it. */
  resend(notification: { id: Id }): void;
  /** Lets something go wrong with the next notifications. */
  disturb(options: { kind: "duplicate" | "reorder" | "delay" | "lose" | "wrong_signature"; times?: number | undefined; minutes?: number | undefined }): void;
  /** Who has access now, by order and item, from the orders themselves. */
  access(): Holding[];

  /** Lets somebody join as an affiliate of a product. */
  affiliate(options: { affiliate_name: string; product_id: Id }): boolean;
  /** Says what buyers of a product get, which the back office does and no function. */
  setDelivery(options: {
    product_id: Id;
    delivery_type?: "digital" | "shipping" | "service" | "event" | "download" | undefined;
    /** Whether each piece comes with one. */
    license_keys?: boolean | undefined;
    event?: { date?: string | undefined; location_id?: Id | undefined; template_id?: Id | undefined; hint?: string | undefined } | undefined;
    /** Names of files. */
    downloads?: string[] | undefined;
  }): void;
  /** The licence keys that came with an order. */
  licenses(of: Order): { license_key: string; product_id: string }[];
  /** Lets the service ask for a proof that an order was fulfilled. The number of the request. */
  requestProof(of: Order): string;
  /** The mails that the service would have sent. */
  mails(): { at: string; to: string; kind: string; about: string }[];
  /** What nobody knows about the service, and what the sandbox does instead. */
  assumptions(): { name: string; value: unknown; about: string; can_change: boolean }[];
  /** Assumes something otherwise, by the names in `assumptions`. False where nothing changes by that. */
  assume(values: Record<string, unknown>): boolean;

  /** Lets the next calls go wrong; the faults that wait. */
  fault(fault: Fault): WaitingFault[];
  /** The faults that no call has met yet. */
  faults(): WaitingFault[];
  /** Forgets them. */
  clearFaults(): void;
  /** The last 200 requests of programs, without keys. */
  requests(): Requested[];
  /** The account at a glance: the clock, products, the last orders. */
  overview(options?: { last?: number | undefined }): Record<string, unknown>;

  /** Plays a long story. The same seed on the same account gives the same account, to the byte. */
  scenario(options: {
    name: "subscription_life" | "launch_day" | "affiliate_campaign" | "refund_wave" | "event";
    orders?: number | undefined;
    seed?: number | undefined;
    product_id?: Id | undefined;
  }): Played;
  /** The account and all that was done to it as JSON, with its keys and passphrases; `Sandbox.load` goes on from it. */
  save(): string;

  /** Approves the request for a key that `requestApiKey` began. False when no such request is pending. */
  approve(token: string): boolean;
  /** Declines it. */
  decline(token: string): boolean;
  /** What the clock shows, and how much there is. */
  toString(): string;
}

/** A number of the service. */
export type Id = string | number;

/** An order. */
export interface Order {
  purchase_id: string;
}

/** A payment, or the last one of an order. */
export type Payment = { transaction_id: Id } | Order;

/** An order as a buyer places it. */
export interface Checkout {
  product_id?: Id | undefined;
  /** Who bought before is known by it. */
  email?: string | undefined;
  first_name?: string | undefined;
  last_name?: string | undefined;
  /** Two letters; `DE` where nothing is said and the buyer is new. */
  country?: string | undefined;
  quantity?: number | undefined;
  /** The first one that is for sale unless given. */
  paymentplan_id?: Id | undefined;
  /** `paypal`, `creditcard` and so on; `test` for a test order. */
  pay_method?: string | undefined;
  voucher_code?: string | undefined;
  affiliate?: string | undefined;
  campaignkey?: string | undefined;
  trackingkey?: string | undefined;
  click_id?: string | undefined;
  custom?: string | undefined;
  /** What is ticked beside it. */
  addons?: { product_id: Id; quantity?: number | undefined }[] | undefined;
  /** The number of the order form link that it is bought through. What the link says counts before all this. */
  buy_url?: Id | undefined;
}

/** What came of an order. */
export interface Bought {
  purchase_id: string;
  buyer_id: string;
  /** One for each item. */
  transaction_ids: string[];
  /** What was paid now. */
  amount: string;
  currency: string;
}

/** How far the clock is moved. */
export interface Span {
  seconds?: number | undefined;
  minutes?: number | undefined;
  hours?: number | undefined;
  days?: number | undefined;
  /** Stops where a notification falls due. */
  to_next?: boolean | undefined;
}

/** Where the clock is. */
export interface Moved {
  time: string;
  /** How many seconds are left of the way, where it stopped at a notification. */
  left_seconds: number;
}

/** An address for notifications. */
export interface Endpoint {
  url: string;
  passphrase?: string | undefined;
  /** All of them unless given. */
  product_ids?: string | Id[] | undefined;
  /** Kinds of events of orders, such as `payment`, or `all`. */
  transactions?: string | string[] | undefined;
  /** `orders`, `affiliations`, `etickets`, `customforms`. */
  categories?: string | string[] | undefined;
  timing?: "before_thankyou" | "delayed" | undefined;
  /** What counts as taken: an answer that begins with `OK`, or the status 200. */
  success?: "text" | "status" | undefined;
  name?: string | undefined;
}

/** A notification on its way. */
export interface Delivery {
  id: number;
  url: string;
  /** The signed form. */
  body: string;
  attempt: number;
}

/** What came of a delivery: a status and a text, or why there was no answer. */
export interface Outcome {
  id: number;
  url: string;
  attempt: number;
  status?: number;
  body?: string;
  lost?: string;
}

export type NotificationState = "queued" | "delivered" | "given_up";

/** A notification, sent or to be sent. */
export interface Notification {
  id: number;
  event: string;
  order_id: string | null;
  connection_id: number;
  url: string;
  state: NotificationState;
  attempts: { at: string; status: number | null; reply: string }[];
  due_at: string | null;
  body: string;
}

/** The access that an item of an order gives. */
export interface Holding {
  order_id: string;
  order_item_id: string;
  product_id: string;
  email: string;
  is_test: boolean;
  state: string;
  /** The last day that is paid, where that has an end. */
  until: string | null;
}

/** What is to go wrong with the next calls. */
export type Fault = {
  /** The name of a function, or `all`. */
  function?: string | undefined;
  /** How many calls; 1 unless given. */
  times?: number | undefined;
  /** Whether the call goes wrong before or after it was carried out. */
  when?: "before" | "after" | undefined;
} & (
  | { kind: "code"; code?: number | undefined; message?: string | undefined; status?: number | undefined }
  | { kind: "html"; status?: number | undefined }
  | { kind: "timeout" | "half" }
  | { kind: "slow"; seconds: number }
);

/** A fault that no call has met yet. */
export interface WaitingFault {
  function: string;
  kind: Fault["kind"];
  times: number;
}

/** What came about in a story. */
export interface Played {
  from: string;
  to: string;
  orders: number;
  buyers: number;
  transactions: number;
  payments: number;
  refunds: number;
  chargebacks: number;
  /** E-tickets that were let in at the door, and those that were turned away. */
  admitted: number;
  turned_away: number;
  /** How often what happened, by the names of notifications. */
  events: Record<string, number>;
}

/** A request of a program, and what became of it. */
export interface Requested {
  at: string;
  method: string;
  function: string;
  parameters: Record<string, unknown>;
  /** Null where no answer came. */
  status: number | null;
  code: number | null;
  message: string;
}

/** A request to the sandbox. */
export interface Incoming {
  /** Default `POST`. */
  method?: string;
  /** The address, or path and query alone. */
  url: string;
  headers: Request["headers"] | Iterable<[string, string]>;
  body?: Response["body"];
  /** How many milliseconds the program waits for an answer. */
  timeout?: number | undefined;
}

/** What the sandbox answers. */
export interface Outgoing extends Response {
  headers: Record<string, string>;
  body: string;
}
