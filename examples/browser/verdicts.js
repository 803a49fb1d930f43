// What each verdict of a door list means to whoever stands at the door: may they come in, in which word, with which shape.

const VERDICTS = {
  admit: { kind: "go", word: "Admit", shape: "check" },
  used: { kind: "stop", word: "Already used", shape: "cross" },
  blocked: { kind: "stop", word: "Blocked", shape: "bar" },
  wrong_date: { kind: "stop", word: "Wrong day", shape: "calendar" },
  wrong_location: { kind: "stop", word: "Wrong place", shape: "pin" },
  wrong_template: { kind: "stop", word: "Wrong event", shape: "ticket" },
  unknown: { kind: "stop", word: "Unknown", shape: "question" },
  not_a_number: { kind: "ask", word: "Scan again", shape: "again" },
  undecided: { kind: "ask", word: "Look yourself", shape: "hand" },
};

/** A scan as the page shows and keeps it: of the guest no more than the name and which ticket of the order it is. */
export function shown({ verdict, number, ticket, first, reasons }, at) {
  let why = reasons[0]?.text ?? "";
  if (verdict === "used" && first) why = used(first, at);
  if (verdict === "wrong_date" && ticket?.date) why = `This ticket is for ${day(ticket.date)}.`;
  return { at, ...(VERDICTS[verdict] ?? VERDICTS.undecided), ...holder({ number, ticket }), why };
}

/** Whose ticket it is. Of the number only the end is shown: who knows all of it can print the ticket. */
export function holder({ number, ticket }) {
  return {
    guest: [ticket?.firstName, ticket?.lastName].filter(Boolean).join(" "),
    place: ticket?.count > 1 ? `Ticket ${ticket.no} of ${ticket.count}` : "",
    tail: number ? `number …${number.slice(-4)}` : "",
  };
}

/** Where and when a ticket was used. */
function used(first, now) {
  const where = { this_door: "at this door", other_door: `at the door “${first.door}”` }[first.place] ?? "before this list was made";
  if (!first.at) return `Used ${where}.`;
  const seconds = Math.round((Date.parse(now) - Date.parse(first.at)) / 1000);
  if (seconds < 0 || seconds >= 60) return `Used ${where}, ${clock(first.at)}.`;
  return `Used ${where}, ${seconds < 2 ? "a moment" : `${seconds} seconds`} ago.`;
}

/** A moment as people say it: the time, and the day when it is another one. */
export function clock(moment) {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return `${moment}`;
  const time = date.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  if (date.toDateString() === new Date().toDateString()) return time;
  return `${date.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" })}, ${time}`;
}

/** A day of the calendar in words. */
export function day(date) {
  const noon = new Date(`${date}T12:00`);
  return Number.isNaN(noon.getTime()) ? date : noon.toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long" });
}

/** How long ago something was, in words. */
export function ago(moment) {
  const minutes = Math.floor((Date.now() - moment) / 60_000);
  if (minutes < 1) return "under a minute";
  if (minutes < 60) return minutes === 1 ? "1 minute" : `${minutes} minutes`;
  const hours = Math.floor(minutes / 60);
  return hours === 1 ? "1 hour" : `${hours} hours`;
}
