import type { Preview, Request, Response } from "./digistore24.js";

export { DigistoreError } from "./digistore24.js";
export type { Preview } from "./digistore24.js";

/** How a cassette is made. */
export interface CassetteOptions {
  /** What was recorded: the text of a file, or the object it stands for. */
  har?: string | object | null;
  /**
   * What it does with requests. Default `replay`.
   * - `replay`: plays what is recorded and sends nothing, ever,
   * - `record`: sends everything and records it anew,
   * - `auto`: plays what is recorded, sends the rest and records that.
   */
  mode?: "replay" | "record" | "auto" | null;
  /** Further fields whose values are left out, such as `email` and `first_name`, wherever they stand. */
  hide?: readonly string[] | null;
  /** What sends the requests that are recorded. Default: `fetch`. */
  send?: (request: Request & { signal: AbortSignal }) => Response | Promise<Response>;
}

/**
 * Recorded exchanges, to be played again without a network.
 *
 * ```js
 * import { Digistore24 } from "digistore24";
 * import { Cassette } from "digistore24/cassette";
 * import { Sandbox } from "digistore24/sandbox";
 *
 * const sandbox = new Sandbox();
 * const tape = new Cassette({ mode: "record", send: sandbox.send });
 * await new Digistore24({ apiKey: sandbox.apiKey, send: tape.send }).getUserInfo();
 * // fs.writeFile("account.har", `${tape}`), and in a test:
 * const cassette = new Cassette({ har: `${tape}` });
 * const ds = new Digistore24({ apiKey: "123-ExampleKey", send: cassette.send });
 * console.log((await ds.getUserInfo()).user_name, cassette.left); // ada 0
 * ```
 *
 * An exchange is found by its function and its parameters; each is played once, in the order of the recording. What was
 * not recorded fails at once, and the error says what is left.
 *
 * Keys, passphrases, tokens and licence keys are left out of what is recorded. It is HAR 1.2, which browsers' developer
 * tools open.
 */
export class Cassette {
  /** @throws {DigistoreError} of the kind `params`, with all that is wrong with the options. */
  constructor(options?: CassetteOptions);

  /** The option `send` of a client. It can be handed over alone. */
  readonly send: (request: Request & { signal: AbortSignal }) => Promise<Response>;
  /** How many exchanges there are. */
  readonly length: number;
  /** How many of those that it was made with have not been played. */
  readonly left: number;
  /** Whether it is to be written anew: something was recorded, or all of it is. */
  readonly isChanged: boolean;

  /** The text to write into a file, each exchange on a line of its own. */
  toString(): string;
  /** The same as an object, for `JSON.stringify`. */
  toJSON(): object;
}

/**
 * The command that sends what `ds.dryRun` shows, for a POSIX shell.
 *
 * It takes the key from the variable `DS24_API_KEY`, and each parameter that is left out from one that is named after it,
 * such as `DS24_PARAM_SHA_PASSPHRASE`.
 */
export function curl(preview: Preview): string;

/** The same as an HTTP archive (HAR 1.2) of one entry. `moment` is when it says it began. Default: now. */
export function har(preview: Preview, moment?: Date | number): object;

/**
 * The body of an answer of a function without keys, passphrases, tokens and licence keys, and without the values of the
 * fields in `hide`: to log or keep it. With `apiKey` every trace of that key goes too.
 */
export function redact(name: string, body: string, options?: { hide?: readonly string[] | null; apiKey?: string | null }): string;
