// The window of the sandbox. It asks over HTTP, so that it shows the same account whatever language serves it.
const find = (selector) => document.querySelector(selector);
const POLL = 1000;
let account;

/** Has the sandbox do something. What is wrong is shown above everything else. */
async function tell(verb, options = {}) {
  const answer = await fetch(`/sandbox/${verb}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(options),
  });
  const { result, problems } = await answer.json();
  if (problems) throw new Error(problems.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join("\n"));
  return result;
}

async function act(verb, options) {
  const problem = find("#problem");
  problem.hidden = true;
  try {
    await tell(verb, options);
  } catch (error) {
    problem.textContent = error.message;
    problem.hidden = false;
  }
  await show();
}

/** An element with what is in it. Texts stay texts, so that nothing in the account can become part of the page. */
function make(tag, properties = {}, ...inside) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...inside.filter((piece) => piece !== undefined && piece !== null && piece !== ""));
  return element;
}

const button = (words, verb, options) => make("button", { type: "button", textContent: words, onclick: () => act(verb, options) });
const listed = (pairs) => make("dl", {}, ...pairs.flatMap(([name, value]) => [make("dt", { textContent: name }), make("dd", { textContent: value })]));
const moment = (text) => `${text ?? ""}`.replace("T", " ").replace(/[+-]\d\d:\d\d$/, "");

/** Renews the rows of a list that changed; what was opened stays open. What is inside is made when it is opened. */
function fill(list, rows, empty) {
  const before = new Map([...list.children].map((item) => [item.dataset.key, item]));
  const items = rows.map(({ key, data, head, inside }) => {
    const text = JSON.stringify(data);
    const old = before.get(key);
    if (old?.dataset.text === text) return old;
    const details = make("details", {}, make("summary", {}, ...head.map(([words, kind]) => make(kind === "b" ? "b" : "span", { textContent: words, className: kind ?? "" }))));
    const open = () => details.open && details.childElementCount === 1 && details.append(...inside());
    details.addEventListener("toggle", open);
    const item = make("li", {}, details);
    Object.assign(item.dataset, { key, text });
    const opened = old?.querySelectorAll("details[open]").length ?? 0;
    if (opened) {
      details.open = true;
      open();
      if (opened > 1) details.querySelectorAll("details").forEach((inner) => (inner.open = true));
    }
    return item;
  });
  if (items.length && items.length === list.children.length && items.every((item, at) => item === list.children[at])) return;
  list.replaceChildren(...(items.length ? items : [make("li", { className: "empty", textContent: empty })]));
}

function options(select, choices) {
  const text = JSON.stringify(choices);
  if (select.dataset.choices === text) return;
  const { value } = select;
  select.dataset.choices = text;
  select.replaceChildren(...choices.map(([value, words]) => make("option", { value, textContent: words })));
  if (choices.some(([choice]) => choice === value)) select.value = value;
}

function order(data) {
  const { purchase_id: id, created_at: at, email, product_name: product, amount, currency, billing_status: status, ...more } = data;
  const kind = { paying: "good", completed: "good" }[status] ?? "bad";
  const of = { purchase_id: id };
  return {
    key: id,
    data,
    head: [[id, "b"], [product], [`${amount} ${currency}`, "end"], [status, kind], [more.payments, "quiet"]],
    inside: () => [
      make("div", { className: "acts" }, button("Refund", "refund", of), button("Chargeback", "chargeback", of),
        ...(more.is_recurring ? [button("Cancel", "cancel", of), button("Resume", "resume", of), button("Decline the next payment", "fail_payments", of)] : [])),
      listed([["ordered", moment(at)], ["buyer", email], ["affiliate", more.affiliate || "none"], ["next payment", more.next_payment_at || "none"], ["earned", `${more.earned} ${currency}`]]),
    ],
  };
}

function notification(data) {
  const { id, event, order_id: order, url, state, attempts, due_at: due, body } = data;
  const last = attempts.at(-1);
  const kind = state === "delivered" ? "good" : state === "queued" ? "quiet" : "bad";
  return {
    key: `${id}`,
    data,
    head: [[event, "b"], [order ?? ""], [state, `end ${kind}`]],
    inside: () => [
      make("div", { className: "acts" }, button("Send again", "resend", { id })),
      listed([["to", url], ["due", moment(due)], ...attempts.map(({ at, status, reply }) => [moment(at), `${status ?? "lost"} ${reply ?? ""}`])]),
      make("details", {}, make("summary", { textContent: `${last ? "Sent" : "To be sent"}: all parameters` }),
        listed([...new URLSearchParams(body)].filter(([, value]) => value))),
    ],
  };
}

function request(data, place) {
  const { at, method, function: name, parameters, status, code, message } = data;
  const kind = code ? "bad" : "good";
  return {
    key: `${place}`,
    data,
    head: [[name, "b"], [method, "quiet"], [code ? `error ${code}` : `${status}`, `end ${kind}`]],
    inside: () => [listed([["at", moment(at)], ...(message ? [["message", message]] : []), ...Object.entries(parameters).map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)])])],
  };
}

const count = (section, number) => (find(`${section} h2 small`).textContent = number);

async function show() {
  const [seen, { notifications }, { requests }] = await Promise.all([tell("overview"), tell("notifications", { last: 100 }), tell("requests")]);
  account = seen;
  find("#user").textContent = `of ${seen.user_name}`;
  find("#time").textContent = moment(seen.time);
  find("#next").hidden = !seen.next_due_at;
  find("#due").textContent = moment(seen.next_due_at);
  find("#address").textContent = `API: ${location.origin}/api/call, key ${seen.api_key}`;
  options(find("[name=product_id]"), seen.products.map(({ id, name }) => [id, name]));
  options(find("[name=pay_method]"), seen.pay_methods.map((method) => [method, method]));
  options(find("[name=affiliate]"), [["", "none"], ...seen.affiliates.map((name) => [name, name])]);
  plans();
  fill(find("#products"), seen.products.map(({ id, name, sold, plans }) => ({
    key: id,
    data: [name, sold, plans],
    head: [[name, "b"], [`${sold} sold`, "end quiet"]],
    inside: () => [listed([["number", id], ...plans.map(({ id, text }) => [`plan ${id}`, text])])],
  })), "There are no products; createProduct makes one.");
  count("#orders", seen.purchase_count);
  fill(find("#orders .rows"), seen.purchases.map(order), "Nobody has bought anything.");
  count("#notifications", seen.notification_count);
  fill(find("#notifications .rows"), notifications.toReversed().map(notification), "Nothing was sent. Connect an address, then buy something.");
  count("#requests", requests.length);
  fill(find("#requests .rows"), requests.map(request).toReversed(), "No program has called a function.");
}

function plans() {
  const product = account.products.find(({ id }) => id === find("[name=product_id]").value);
  options(find("[name=paymentplan_id]"), (product?.plans ?? []).map(({ id, text }) => [id, text]));
}

find("[name=product_id]").addEventListener("change", plans);
for (const { name, verb } of [{ name: "#buy", verb: "buy" }, { name: "#connect", verb: "connect" }]) {
  find(name).addEventListener("submit", (event) => {
    event.preventDefault();
    const given = [...new FormData(event.target)].filter(([, value]) => value !== "");
    act(verb, Object.fromEntries(given.map(([name, value]) => [name, name === "quantity" ? Number(value) : value])));
  });
}
find("#clock").addEventListener("click", ({ target: { dataset } }) => {
  if (dataset?.hours || dataset?.days) act("advance", { hours: Number(dataset.hours ?? 0), days: Number(dataset.days ?? 0) });
});
find("#next").addEventListener("click", () => act("set_time", { to: account.next_due_at }));

/** A sandbox that is gone is no reason to forget what it showed. */
async function watch() {
  try {
    await show();
    document.body.classList.remove("gone");
  } catch {
    document.body.classList.add("gone");
  }
  setTimeout(watch, document.hidden ? 5 * POLL : POLL);
}
watch();
