import type { Digistore24 } from "./digistore24.js";

export { DigistoreError } from "./digistore24.js";

/** What is said of a ticket: a word for programs. Of a newer version of this package there may be more. */
export type Verdict =
  | "admit"
  | "used"
  | "blocked"
  | "wrong_template"
  | "wrong_location"
  | "wrong_date"
  | "undecided"
  | "unknown"
  | "not_a_number"
  | "admitted"
  | "wrong_event"
  | "not_used"
  | "not_asked"
  | "refused";

/** A reason or a note: a word for programs, and a sentence that says what it is and what to do. */
export interface Remark {
  word: string;
  text: string;
}

/** What was read from a text. */
export interface NumberRead {
  /** The 20 digits, always as a text; `null` where there is no number, and then the notes tell why. */
  number: string | null;
  source: "number" | "pdf_link" | null;
  /** What was passed over, or why there is no number. */
  notes: Remark[];
}

/**
 * Reads the number of a ticket from what was scanned or typed: 20 digits, also in groups, or the address of the PDF. That
 * it is a number says nothing about whether there is such a ticket.
 *
 * ```js
 * number("9125 0000 0000 0000 0001").number; // "91250000000000000001"
 * ```
 */
export function number(text: string | { text: string }): NumberRead;

/** One number of the service, several in a list, or with commas. */
type Ids = number | string | (number | string)[];
/** A day such as `2026-10-05`, several in a list, or with commas. */
type Days = string | string[];
/** A moment: a `Date`, an ISO text with its zone, or seconds since 1970. */
type When = Date | string | number;

/** The event that a door is open for. Several of each may be good at once. */
export interface EventOptions {
  templateId: Ids;
  locationId: Ids;
  /** Compared as text with the day of the ticket, never by a clock. */
  date: Days;
}

/** A ticket as its record tells it. `null` is what the record does not tell, or not readably. */
export interface Ticket {
  /** Running number among the tickets of the order line. */
  no: number | null;
  /** How many tickets the order line has. */
  count: number | null;
  firstName: string | null;
  lastName: string | null;
  /** Usually a time of day. */
  hint: string | null;
  templateId: string | null;
  locationId: string | null;
  date: string | null;
  /** How many days the event has, where it is more than one; 0 where the record tells it unreadably. */
  days: number | null;
  /** As the record writes it; empty while it is unused. */
  usedAt: string | null;
  isBlocked: boolean | null;
}

/** What a record says of a ticket. */
export interface Check {
  verdict: "admit" | "used" | "blocked" | "wrong_template" | "wrong_location" | "wrong_date" | "undecided";
  /** Why it is not good, or why that cannot be decided: everything that was found. */
  reasons: Remark[];
  notes: Remark[];
  number: string | null;
  /** When the record was read, in UTC. */
  asOf: string | null;
  ticket: Ticket;
}

/**
 * Checks a ticket against a record of it, without asking the service. The record says how it was when it was read; it
 * cannot say that the ticket was not used or blocked since.
 */
export function check(options: EventOptions & { record: object; snapshotAt?: When }): Check;

export interface ValidateOptions {
  /** What was scanned. */
  eticket: string;
  templateId: Ids;
  locationId: Ids;
  /** Without it, the service takes its own day. */
  date?: Days;
  /** Looks at the record before. After a lost answer it is then clear whose scan it was. Costs a call. */
  lookFirst?: boolean;
  /** Only looks: the check was asked for before, and its answer was lost. */
  onlyLook?: boolean;
  /** When the check is asked for; now without it. */
  startedAt?: When;
  /** How many seconds this clock and the service's may differ: 60 without it. */
  tolerance?: number;
}

/** What came of a check by the service. */
export interface Validated {
  verdict: "admitted" | "used" | "blocked" | "wrong_template" | "wrong_location" | "wrong_date" | "wrong_event" | "unknown" | "not_used" | "not_asked" | "undecided" | "refused";
  number: string;
  /** Which scan used a used ticket. */
  by: "this_scan" | "earlier_scan" | "cannot_tell" | null;
  reasons: Remark[];
  /** The record, where it was read. */
  ticket: Ticket | null;
  /** For which template, location and day the ticket is good, where the service told. */
  templateId: string | null;
  locationId: string | null;
  date: string | null;
  /** How many tickets of the event are good and not used. Only the vendor's OpenAPI document knows it. */
  validTicketCount: number | null;
  usedTicketCount: number | null;
  /** Whether the ticket may have been counted without anybody knowing, because the service could not be asked any more. */
  isOpen: boolean;
  /** The call that failed, if one did. */
  error: { kind: string; code: number | null; message: string } | null;
}

/** What `validate` and `sync` need of a client: a `Digistore24` is one. */
export type Caller = Pick<Digistore24, "call">;

/**
 * Has the service check a ticket and use it up. `validateEticket` is sent once at most, whatever is lost; what became of
 * it is then read from `getEticket`, which changes nothing.
 *
 * @throws {DigistoreError} of the kind `params` alone. What fails on the way is a verdict.
 */
export function validate(ds: Caller, options: ValidateOptions): Promise<Validated>;

/** That a guest was let in. */
export interface Mark {
  door: string;
  /** In UTC, such as `2026-10-05T17:00:00+00:00`. */
  at: string;
}

/** What a scan says. Only `admit` lets the guest in. */
export interface Scan {
  verdict: Check["verdict"] | "unknown" | "not_a_number";
  number: string | null;
  source: NumberRead["source"];
  /** `null` where the list has no such ticket. */
  ticket: Ticket | null;
  /** Where and when the ticket was used first; with `admit`, here and now. `at` is `null` where it is not known. */
  first: { place: "this_door" | "other_door" | "before_snapshot"; door: string | null; at: string | null } | null;
  /** Why not, or why that cannot be decided; empty with `admit`. The first one says the verdict. */
  reasons: Remark[];
  notes: Remark[];
  /** When the ticket's record was read, in UTC. */
  asOf: string | null;
}

export interface Counts {
  tickets: number;
  /** Tickets that were let in, at whichever door. */
  admitted: number;
  doors: { door: string; admitted: number }[];
  /** Tickets that are good here and not let in yet. */
  expected: number;
  /** Tickets that were used before the list was taken. */
  usedBefore: number;
  blocked: number;
  /** Marks that the service was not asked to count yet, of all doors. */
  pending: number;
  /** When the oldest and the newest record were read, in UTC. */
  oldest: string | null;
  newest: string | null;
}

/** Something about one ticket that does not fit together. */
export interface Conflict {
  word: "two_doors" | "same_door" | "used_before" | "used_after" | "cannot_tell" | "not_counted" | "blocked" | "unknown" | "wrong_event" | "undecided";
  text: string;
  number: string;
  /** Whenever a guest was let in with it, the first one first. */
  marks: Mark[];
  /** When the service has it as used, in UTC. */
  usedAt: string | null;
  ticket: Ticket | null;
}

/** A mark that the service has not counted yet. */
export interface Pending extends Mark {
  number: string;
  /** It was asked for, and the answer was lost. The next `sync` looks what became of it. */
  isOpen: boolean;
}

export interface SyncOptions {
  /** How many tickets at most in this run. */
  limit?: number;
  /**
   * Also tells the marks of other doors that were merged. For the one device that does it for all of them, such as a
   * server: two devices that tell the same mark ask the service twice. Without it, each door tells its own.
   */
  allDoors?: boolean;
  /** Looks at each record before. Costs a call for each ticket, and leaves less unclear when answers are lost. */
  lookFirst?: boolean;
  /** Keeps the list, before each request leaves that uses a ticket up. Then not even a crash makes anybody ask twice. */
  save?: (list: DoorList) => void | Promise<void>;
}

export interface SyncReport {
  /** The tickets that are settled now. `isCounted`: the service has counted this very mark. */
  done: {
    word: "admitted" | "this_scan" | "used_before" | "cannot_tell" | "not_used" | "blocked" | "unknown" | "wrong_event" | "undecided";
    number: string;
    door: string;
    at: string;
    isCounted: boolean;
    reasons: Remark[];
  }[];
  /** How many of `done` the service has counted. */
  counted: number;
  /** How many of the marks that this list tells are still to be told. */
  pending: number;
  /** How many were asked for without an answer; the next run looks, and does not ask again. */
  open: number;
  /** Why the run ended early; `null` where it did not. */
  stopped: { kind: string; code: number | null; message: string } | null;
}

export interface DoorOptions {
  /** A name that no other device of the event has. */
  door: string;
}

/**
 * The list of a door: the event's tickets as they were at a moment, and who was let in since, here and at other doors.
 *
 * Lists of the same event merge in any order and as often as one likes, and all come to the same. Nothing is ever taken
 * back, so a guest whom any of the merged doors let in is not let in again. Keep `bytes()` before the door opens: a list
 * that was restored from older bytes has forgotten whom it let in since.
 *
 * ```js
 * const { etickets } = await ds.listEtickets({ search: { date: "2026-10-05" } });
 * const event = { templateId: 3, locationId: 3, date: "2026-10-05" };
 * const list = DoorList.take(etickets, { door: "north", ...event, snapshotAt: new Date() });
 * list.scan("91250000000000000001").verdict; // "admit"
 * list.scan("91250000000000000001").verdict; // "used"
 * await list.sync(ds); // afterwards, with a network
 * ```
 */
export class DoorList {
  private constructor();

  /** A list of rows of `listEtickets`, which were read at `snapshotAt`. Without `names`, the guests' names stay out of it. */
  static take(records: readonly object[], options: DoorOptions & EventOptions & { snapshotAt: When; names?: boolean }): DoorList;

  /**
   * The list that `bytes()` wrote, as that of this door.
   *
   * @throws {DigistoreError} of the kind `params` with the path `bytes`; the message of the problem begins with a word:
   * `not_a_list`, `other_version`, `cut`, `damaged`, `impossible`, `marks_only`, `too_large`.
   */
  static read(bytes: Uint8Array | ArrayBuffer, options: DoorOptions): DoorList;

  readonly door: string;
  readonly event: { templateIds: string[]; locationIds: string[]; dates: string[] };
  /** Rows that were strange when the list was taken; `bytes()` do not keep them. */
  readonly strange: { row: number; word: "no_number" | "undecided" | "twice"; text: string }[];

  /** All of it, to keep or to hand to another device. The same content always makes the same bytes. */
  bytes(): Uint8Array;

  /** Who was let in, and what the service said to it: to hand to other doors. Small, and without names. */
  marks(): Uint8Array;

  /** What a scan says, now or at another moment. A guest who is let in leaves a mark at once. */
  scan(text: string, options?: { at?: When }): Scan;

  /**
   * Takes over what other lists know, or the `bytes()` or `marks()` of other doors, and answers this list.
   *
   * @throws {DigistoreError} as `read`, and with the word `other_event`. A list that cannot be merged changes nothing.
   */
  merge(...others: (DoorList | Uint8Array | ArrayBuffer | (DoorList | Uint8Array | ArrayBuffer)[])[]): this;

  counts(): Counts;

  /** Guests who were let in twice, and what the service says against a guest who was let in. */
  conflicts(): Conflict[];

  /** The marks that the service has not counted yet, in the order of their times. */
  pending(): Pending[];

  /**
   * Tells the service whom this door let in: `validateEticket` once for each ticket, and never again for one that was
   * asked for, whatever was lost. The door can go on scanning meanwhile. It ends early when the service cannot be
   * reached, and goes on where it stopped when it is called again.
   */
  sync(ds: Caller, options?: SyncOptions): Promise<SyncReport>;
}
