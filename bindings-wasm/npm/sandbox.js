import { Sandbox as Service } from "./pkg/sandbox.js";
import { computed } from "./compute.js";
import { serve } from "./sandbox-serve.js";

/** The service in memory. The types, in `sandbox.d.ts`, say what everything is. */
export class Sandbox {
  #service = new Service();
  /** Called whenever something was done. */
  #hear = () => {};
  /** What is being delivered: one notification after the other. */
  #turn = Promise.resolve();

  // A property and not a method, so that it can be handed over alone.
  send = async (request) => this.handle(request);

  static load(text) {
    const sandbox = new Sandbox();
    sandbox.tell("load", { text });
    return sandbox;
  }

  static knows(name) {
    return Service.knows(`${name}`);
  }

  get apiKey() {
    return this.#service.apiKey;
  }

  get readKey() {
    return this.#service.readKey;
  }

  get developerKey() {
    return this.#service.developerKey;
  }

  handle(request) {
    return this.#heard(() => this.#service.handle(request));
  }

  tell(verb, options) {
    return this.#heard(() => computed(`sandbox.${verb}`, this.#service.tell(`${verb}`, options)).result);
  }

  // Buyers.
  buy(options) {
    return this.tell("buy", options);
  }

  refund(options) {
    return this.tell("refund", options).transaction_id;
  }

  chargeback(options) {
    return this.tell("chargeback", options).transaction_id;
  }

  cancel(options) {
    return this.tell("cancel", options).modified;
  }

  resume(options) {
    return this.tell("resume", options).modified;
  }

  failPayments(options) {
    this.tell("fail_payments", options);
  }

  pay(options) {
    return this.tell("pay", options).modified;
  }

  download(options) {
    return this.tell("download", options).modified;
  }

  fillForm(options) {
    this.tell("fill_form", options);
  }

  // Time.
  advance(by) {
    return this.tell("advance", typeof by === "object" ? by : { seconds: by });
  }

  setTime(to) {
    return this.tell("set_time", { to });
  }

  // Notifications.
  connect(options) {
    return this.tell("connect", options).connection_id;
  }

  disconnect(options) {
    return this.tell("disconnect", options).modified;
  }

  testConnection(options) {
    this.tell("test_connection", options);
  }

  due() {
    return this.tell("due").delivery;
  }

  delivered(options) {
    this.tell("delivered", options);
  }

  drain() {
    return this.tell("drain").deliveries;
  }

  notifications(options) {
    return this.tell("notifications", options).notifications;
  }

  resend(options) {
    this.tell("resend", options);
  }

  disturb(options) {
    this.tell("disturb", options);
  }

  access() {
    return this.tell("access").items;
  }

  // The back office, and those around it.
  affiliate(options) {
    return this.tell("affiliate", options).modified;
  }

  setDelivery(options) {
    this.tell("set_delivery", options);
  }

  licenses(options) {
    return this.tell("licenses", options).licenses;
  }

  requestProof(options) {
    return this.tell("request_proof", options).service_proof_id;
  }

  mails() {
    return this.tell("mails").mails;
  }

  assumptions() {
    return this.tell("assumptions").assumptions;
  }

  assume(options) {
    return this.tell("assume", options).modified;
  }

  // Faults, and what was asked.
  fault(options) {
    return this.tell("fault", options).faults;
  }

  faults() {
    return this.tell("faults").faults;
  }

  clearFaults() {
    this.tell("clear_faults");
  }

  requests() {
    return this.tell("requests").requests;
  }

  overview(options) {
    return this.tell("overview", options);
  }

  // Whole accounts.
  scenario(options) {
    return this.tell("scenario", options);
  }

  save() {
    return this.tell("save").text;
  }

  approve(token) {
    return this.#heard(() => this.#service.approve(`${token}`));
  }

  decline(token) {
    return this.#heard(() => this.#service.decline(`${token}`));
  }

  deliver({ timeout = 10_000, signal } = {}) {
    const outcomes = this.#turn.then(() => this.#deliver(timeout, signal));
    // Whoever comes next waits for its end, whatever that is.
    this.#turn = outcomes.then(() => {}, () => {});
    return outcomes;
  }

  async serve({ port = 0, deliver = false } = {}) {
    const answer = (request) => this.#heard(() => this.#service.http(request));
    const server = await serve(answer, port);
    if (!deliver) return server;
    const ending = new AbortController();
    let waiting = false;
    this.#hear = () => {
      if (waiting || ending.signal.aborted) return;
      waiting = true;
      this.#turn.then(() => {
        waiting = false;
        this.deliver({ signal: ending.signal }).catch(() => {});
      });
    };
    this.#service.stopAtNotifications(true);
    this.#hear();
    const close = async () => {
      this.#hear = () => {};
      ending.abort();
      this.#service.stopAtNotifications(false);
      await this.#turn;
      await server.close();
    };
    return { ...server, close };
  }

  toString() {
    return this.#service.toString();
  }

  [Symbol.for("nodejs.util.inspect.custom")]() {
    return `<${this}>`;
  }

  #heard(work) {
    try {
      return work();
    } finally {
      this.#hear();
    }
  }

  async #deliver(timeout, signal) {
    const outcomes = [];
    const tell = (verb, options) => computed(`sandbox.${verb}`, this.#service.tell(verb, options)).result;
    for (;;) {
      const { delivery } = signal?.aborted ? {} : tell("due");
      if (!delivery) return outcomes;
      const { id, url, body, attempt } = delivery;
      const outcome = { id, ...(await posted(url, body, timeout, signal)) };
      if (signal?.aborted) return outcomes;
      tell("delivered", outcome);
      outcomes.push({ ...outcome, url, attempt });
    }
  }
}

/** As many characters as are kept of what an address answers. */
const MOST = 1 << 20;

/** What an address answers to a notification, or why it does not. */
async function posted(url, body, timeout, signal) {
  const signals = [AbortSignal.timeout(timeout), ...(signal ? [signal] : [])];
  const headers = { "content-type": "application/x-www-form-urlencoded; charset=utf-8" };
  try {
    const answer = await fetch(url, { method: "POST", headers, body, redirect: "manual", signal: AbortSignal.any(signals) });
    // A page is not told more about a redirect that it does not follow.
    return { status: answer.status || 302, body: (await answer.text()).slice(0, MOST) };
  } catch (error) {
    return { lost: `${error?.cause?.message || error?.message || error}` };
  }
}
