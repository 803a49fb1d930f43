// What happened at all doors, in words.
import { clock, holder } from "./verdicts.js";

/** What does not fit together: whose ticket, what it is, and when the guest came through which door. */
export function conflictsOf(list) {
  return list.conflicts().map((conflict) => {
    const { guest, place, tail } = holder(conflict);
    return {
      who: [guest, place, tail].filter(Boolean).join(", "),
      what: conflict.text,
      when: conflict.marks.map(({ door, at }) => `${door}: ${clock(at)}`),
    };
  });
}
