import type { Request, Response } from "./digistore24.js";

/**
 * The service in memory, with a small fictional account, to try everything against without a key or a network.
 *
 * ```js
 * import { Digistore24 } from "digistore24";
 * import { Sandbox } from "digistore24/sandbox";
 *
 * const sandbox = new Sandbox();
 * const ds = new Digistore24({ apiKey: sandbox.apiKey, send: sandbox.send });
 * ```
 *
 * Its clock stands still until `advance`, and the same calls always get the same answers. Messages, most error codes
 * and all values are invented; money, mails and notifications do not move, and orders come only from the account it
 * starts with. Functions without a rule of their own answer along their shape and change nothing; `Sandbox.knows` tells
 * which have one.
 */
export class Sandbox {
  constructor();
  /** A key with full access. */
  readonly apiKey: string;
  /** A key that may only read. */
  readonly readKey: string;
  /** A developer key: it asks for other keys and can do little else. */
  readonly developerKey: string;

  /** Whether a rule answers this function, or only its shape. */
  static knows(name: string): boolean;

  /** Answers a request as the service would: the request of a flow's step, or one of your own making. */
  handle(request: Incoming): Outgoing;

  /** The same as the option `send` of a client, which then needs no HTTP. It can be handed over alone. */
  readonly send: (request: Incoming) => Promise<Outgoing>;

  /**
   * Starts an HTTP server on this machine, for any client. Needs Node, Deno or Bun.
   * Its address goes into the option `baseUrl`. Without a port the system picks one.
   */
  serve(options?: { port?: number }): Promise<{ baseUrl: string; close(): Promise<void> }>;

  /** Lets time pass on the sandbox's clock. */
  advance(seconds: number): void;

  /** Approves the request for a key that `requestApiKey` began. False when no such request is pending. */
  approve(token: string): boolean;

  /** Declines it. */
  decline(token: string): boolean;
}

/** A request to the sandbox. */
export interface Incoming {
  /** Default `POST`. */
  method?: string;
  /** The address, or path and query alone. */
  url: string;
  headers: Request["headers"] | Iterable<[string, string]>;
  body?: Response["body"];
}

/** What the sandbox answers. */
export interface Outgoing extends Response {
  headers: Record<string, string>;
  body: string;
}
