// What the page shows and what people press. The door itself is in door.js.
import { Door } from "./door.js";
import { conflictsOf } from "./report.js";
import { listen } from "./scanner.js";
import { play } from "./sound.js";
import { ago, clock } from "./verdicts.js";
import { Verdicts, elements, showConflicts, showCounts, showEvent, showLog, text } from "./view.js";

const verdicts = new Verdicts(({ kind }) => door.settings.sound && play(kind));
let soon;
const door = new Door({
  decided: (verdict) => {
    show("door");
    verdicts.show(verdict);
  },
  // The verdict comes first; of several changes at once it is the last that shows.
  changed: () => {
    soon ??= setTimeout(() => {
      soon = undefined;
      refresh();
    });
  },
  homeless: openSetup,
});

// First of all the ears: what is scanned while the page starts is decided as soon as it can be.
listen({ field: elements.number, button: elements.check, woken: () => isAt("report") && show("door"), scanned: (text) => door.scanned(text) });

const isAt = (view) => document.body.dataset.view === view;

function show(view) {
  document.body.dataset.view = view;
  elements["open-report"].setAttribute("aria-expanded", `${view === "report"}`);
}

function refresh() {
  const { settings, evening, list, heardAt, isOffline, troubles } = door;
  elements.sound.setAttribute("aria-pressed", `${settings.sound}`);
  text("sound", settings.sound ? "Sound is on" : "Sound is off");
  if (!list) return;
  if (isAt("start")) {
    show("door");
    verdicts.ready();
    elements.number.focus();
  }
  showCounts(list.counts());
  showLog(evening.log);
  if (evening.event) showEvent(evening.event);
  text("door", settings.door);
  text("list-age", `List ${ago(evening.takenAt)} old`);
  const others = heardAt ? `Other doors last heard at ${clock(heardAt)}.` : "Other doors not heard since this page started.";
  const offline = `Offline: go on scanning. The list is from ${clock(evening.takenAt)}, ${ago(evening.takenAt)} old. ${others}`;
  text("offline", isOffline ? offline : "");
  text("trouble", Object.values(troubles).filter(Boolean).join(" "));
  if (isAt("report") && !isReporting) showReport(reportProblem);
}

// The name of the door, asked once.
function openSetup(problem) {
  show("setup");
  elements["door-name"].value ||= door.settings.door;
  if (/code/.test(problem)) elements["code-part"].hidden = false;
  elements["setup-problem"].textContent = problem;
  const field = elements["code-part"].hidden ? "door-name" : "door-code";
  elements[field].focus();
}

elements["setup-form"].addEventListener("submit", async (event) => {
  event.preventDefault();
  const [name, code] = [elements["door-name"].value.trim(), elements["door-code"].value];
  const scan = [name, code].find((word) => /\d{20}/.test(word));
  if (scan && door.list) {
    elements["door-code"].value = "";
    return door.scanned(scan);
  }
  if (!name || scan) return openSetup(scan ? "That is a ticket, not a name for this door." : "Give the door a name.");
  elements["setup-problem"].textContent = "";
  show(door.list ? "door" : "start");
  await door.enter({ door: door.list ? door.settings.door : name, code });
});

elements.rename.addEventListener("click", () => {
  elements["door-code"].value = door.settings.code;
  elements["door-name"].readOnly = true;
  elements["code-part"].hidden = false;
  openSetup("");
});

// The report.
let isReporting = false;
let reportProblem = "";

function showReport(state) {
  const left = door.list.counts().pending;
  showConflicts(conflictsOf(door.list));
  const scans = left === 1 ? "1 scan is" : `${left} scans are`;
  text("report-state", state || (left ? `${scans} not reported to Digistore24 yet.` : "All scans are reported to Digistore24."));
  elements.sync.disabled = isReporting || door.isOffline || left === 0;
}

elements["open-report"].addEventListener("click", () => {
  show("report");
  reportProblem = "";
  showReport("");
  elements["close-report"].focus();
});
elements["close-report"].addEventListener("click", () => {
  show("door");
  elements["open-report"].focus();
});

elements.sync.addEventListener("click", async () => {
  isReporting = true;
  showReport("Reporting …");
  try {
    await door.report((left) => text("report-state", `Reporting, ${left} left …`));
    reportProblem = "";
  } catch (error) {
    reportProblem = `Not everything is reported: ${error.message} The scans are kept; try again later.`;
  }
  isReporting = false;
  showReport(reportProblem);
});

// Twice, for there is no way back.
elements.forget.addEventListener("click", async () => {
  if (!elements.forget.dataset.sure) {
    elements.forget.dataset.sure = "yes";
    const warning = door.isHandedOver ? "Forget list and scans on this device?" : "Not all scans are handed over. Forget them?";
    text("forget", `${warning} Press again.`);
    return;
  }
  await door.forget();
  location.reload();
});

elements.sound.addEventListener("click", () => door.set({ sound: !door.settings.sound }));
elements.refresh.addEventListener("click", () => door.renew());
addEventListener("online", () => door.hear());
addEventListener("offline", () => door.hear());
setInterval(refresh, 10_000);

// One page at a time: two would write over each other's scans.
const alone = setTimeout(() => text("why", "This page is open in another tab. Go on there, or close it."), 1_000);
navigator.locks.request("checkin", async () => {
  clearTimeout(alone);
  await door.start();
  await new Promise(() => {});
}).catch((error) => text("trouble", `The page could not start: ${error.message}`));

// The screen stays on.
const stayAwake = () => document.visibilityState === "visible" && navigator.wakeLock?.request("screen").catch(() => {});
document.addEventListener("visibilitychange", stayAwake);
stayAwake();

// The files of the page for a reload without a network.
const noReload = (why) => (door.troubles.reload = `Do not reload this page without a network: ${why}.`);
if (!navigator.serviceWorker) noReload("browsers keep it for that only when it comes over https");
else {
  const { serviceWorker } = navigator;
  const slow = setTimeout(() => noReload("it is not kept on this device yet"), 5_000);
  serviceWorker.register("offline.js").catch(({ message }) => noReload(message));
  serviceWorker.ready.then(({ active }) => {
    clearTimeout(slow);
    door.troubles.reload = "";
    active.postMessage("fetch all");
  });
}
