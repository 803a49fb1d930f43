// The figures of an evening and its conflicts, in words.
import { clock } from "./verdicts.js";

/** Whom a number belongs to, as far as people at the door may know. */
const who = ({ ticket, number }) =>
  [[ticket?.firstName, ticket?.lastName].filter(Boolean).join(" "), `ticket …${number.slice(-4)}`].filter(Boolean).join(", ");

export function conflictsOf(list) {
  return list.conflicts().map((conflict) => ({ who: who(conflict), what: conflict.text }));
}

export function countsOf(list) {
  const { admitted, tickets } = list.counts();
  return { inside: admitted, tickets };
}

export const pendingOf = (list) => list.pending().length;
