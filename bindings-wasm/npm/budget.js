import { Budget as Bucket } from "./pkg/digistore24.js";

/** How many calls a key may make in a time. The types, in `digistore24.d.ts`, say what everything is. */
export class Budget {
  #bucket;

  constructor(options) {
    const { perSecond, atOnce = 1 } = options ?? {};
    this.#bucket = new Bucket(perSecond, atOnce);
  }

  /** What a client takes of it; nothing when it is something else. */
  static bucket(budget) {
    return typeof budget === "object" && budget !== null && #bucket in budget ? budget.#bucket.shared() : undefined;
  }
}

/** For the client only. */
export const { bucket } = Budget;
delete Budget.bucket;
