//! What the types accept. `tsc --strict` checks it; nothing runs it.
import { Digistore24, DigistoreError, read, type Answer, type Functions, type ListPurchases, type Options } from "digistore24";
import { Cassette, curl, har, redact, type Preview } from "digistore24/cassette";
import { Access, IpnRejected, Reply, ipnHandler, nodeHandler, readUnsigned, sign, signedBody, verify, verifyAll, type IpnEvent } from "digistore24/ipn";
import * as licenses from "digistore24/licenses";
import { DigistoreError as Wrong, Split, forecast, inferTariff, reconcile, refund, reserve, schedule, split, splitMany, type SplitFigures, type SplitOptions } from "digistore24/money";
import { Sandbox } from "digistore24/sandbox";
import { DigistoreError as Unconnected, connect, doctor, domainId, type Finding } from "digistore24/setup";
import { IpnRejected as Refused, thankyou, type ThankYou } from "digistore24/thankyou";
import { DigistoreError as Mislinked, affiliate, buyUrl, change, content, key, orderId, parse as parseLink, paymentPlan, postback, product as orderForm, productId, promo, testpay, thankyou as thankYouPage, upgrade, type Link } from "digistore24/urls";
import { createServer } from "node:http";

const options: Options = { apiKey: "123-ExampleKey", language: "de", zone: "Europe/Berlin", timeout: 5_000 };
const ds = new Digistore24(options);

const params: ListPurchases = { from: new Date(), to: "now", page_no: 1, search: { email: "lena@example.com" }, sort_by: null };
const answer = await ds.listPurchases(params);
const amounts: (string | null | undefined)[] | undefined = answer.purchase_list?.map((purchase) => purchase.amount);
const raw: string = answer._raw;
const failure: string | null = answer._failure;
const version: string | null | undefined = answer._envelope.api_version;
const named: Answer<"listPurchases"> = await ds.call("listPurchases", params);
const all = await ds.listPurchases();
const country: string | undefined = (await ds.listCountries())["DE"];
const one = await ds.getPurchase({ purchase_id: "AB12CD34" });
const paid: string | null | undefined = one.amount;
const oneRaw: string = one._raw;
const several = await ds.getPurchase({ purchase_id: ["AB12CD34", "EF56GH78"] });
const severalFailure: string | null = several._failure;
if (!("id" in several)) for (const purchase of Object.values(several)) console.log(purchase);
const undocumented = await ds.createOnboardingProduct();
const whatFailed: string | null = undocumented._failure ?? undocumented._envelope.result ?? undocumented._raw;
const somewhere: unknown = undocumented.product_id;
const newFailure: string | null = (await ds.raw("newFunction"))._failure;
await ds.createVoucher({ data: { code: "SPRING", first_rate: "9.99", first_amount: 10n } });
const unchecked: unknown = await ds.raw("newFunction", { anything: [1, { goes: true }] });
const types = await ds["deliverable-types"]();
const stored = read("getUserInfo", new Uint8Array(), 200).user_name;
const unknown: unknown = read("newFunction", "{}");

function name<N extends keyof Functions>(function_name: N): N {
  return function_name;
}
name("ping");

const flow = ds.prepare("ping");
for (;;) {
  const { send, wait, done } = flow.step();
  if (send) {
    const response = await fetch(send.url, send);
    flow.answer({ status: response.status, headers: response.headers, body: await response.text() });
  } else if (wait !== undefined) {
    await new Promise((resolve) => setTimeout(resolve, wait));
  } else {
    const time: string | null | undefined = done.server_time;
    break;
  }
}
flow.fail({ reason: "unplugged", sent: false });

const sandbox = new Sandbox();
new Digistore24({ apiKey: sandbox.apiKey, send: sandbox.send });
new Digistore24({
  apiKey: sandbox.readKey,
  send: async ({ url, signal, ...init }) => {
    const response = await fetch(url, { ...init, signal });
    return { status: response.status, body: await response.text() };
  },
});
const { baseUrl, close } = await sandbox.serve({ port: 8080 });
new Digistore24({ apiKey: sandbox.developerKey, baseUrl });
sandbox.handle(ds.prepare("ping").step().send!).body.trim();
sandbox.handle({ url: "/api/call/ping", headers: new Headers() });
const imitated: boolean = Sandbox.knows("ping");
sandbox.advance(60);
const approved: boolean = sandbox.approve("token") && sandbox.decline("token");
await close();

try {
  await ds.ping();
} catch (error) {
  if (!(error instanceof DigistoreError)) throw error;
  if (error.kind === "unanswered" && error.maybeDone) throw new Error(error.function);
  const paths: string[] = error.problems.map(({ path, message }) => `${path}: ${message}`);
  const code: number | null = error.code ?? error.status;
}

const event: IpnEvent = verify(new Uint8Array(), [process.env["OLD"], "passphrase"], { entities: true, zone: "UTC" });
const gross: string | null | undefined = event.amount_brutto;
const product: string | null | undefined = event.items?.[0]?.product_id;
const licence: unknown = event["license_key_3"];
if (event.kind === "on_payment") throw new Error(event.dedupKey);
for (const checked of verifyAll(["", new ArrayBuffer(1)], "passphrase")) {
  if (checked instanceof IpnRejected) throw new Error(checked.reason);
  const order: string | null | undefined = checked.order_id;
}
const unproved: false = readUnsigned("event=payment").signed;
const order: ThankYou = thankyou(location(), "key", { own: new Set(["utm_source"]) });
const bought: string | null | undefined = order.order_id ?? thankyou(new Uint8Array(), [process.env["OLD"], "key"]).buyer_email;
const whoever = (error: unknown) => (error instanceof Refused ? error.reason === "no_passphrase" : error instanceof IpnRejected);
sign({ a: "b" }, "p") + sign(new Map([["a", "b"]]), "p") + signedBody(new URLSearchParams("a=b"), "p");
const access = Access.fromText("");
access.feed(event) && access.feed(JSON.parse("{}"));
for (const { state, until } of access.at(new Date(), { overdueAfter: 3 })) if (state === "ended" && until === null) access.merge(new Access());
const reply = new Reply().account({ username: "anna" }).showOn("invoice").hideOn("none").line("Key", "A").thankyouUrl("https://example.org");
const handle: (request: Request) => Promise<Response> = ipnHandler({
  passphrase: process.env["IPN_PASSPHRASE"],
  on: { on_payment: async ({ order_id }, { seen }) => (seen ? undefined : reply), on_refund() {} },
  store: new Set<string>(),
});
createServer(nodeHandler({ passphrase: "p", on: (event) => console.log(event.kind), failed: (error) => console.error(error) }));

const own: string = domainId("Course shop");
const made = await connect(ds, { ipnUrl: "https://example.org", name: "a", domainId: own, shaPassphrase: "random", productIds: [1, "2", 3n], formerly: [] });
const random: string | null | undefined = made.sha_passphrase;
connect({ call: ds.call.bind(ds) }, { ipnUrl: "", name: "shop", domainId: own, shaPassphrase: "" }).catch((error: Unconnected) => error.kind);
const findings: Finding[] = await doctor(new URL("https://example.org"), { connection: ds, domainId: own, passphrase: random ?? null, timeout: 5_000 });
await doctor("https://example.org", {
  connection: await ds.ipnInfo(),
  send: async (request) => {
    if (request.method === "GET") request.body satisfies undefined;
    const answer = await fetch(request.url, request);
    return { status: answer.status, headers: answer.headers, body: await answer.text() };
  },
});
if ((await doctor("")).some(({ severity, word }) => severity === "error" && word !== "private_host")) process.exitCode = 1;

const sale: SplitOptions = { gross: "29.75", currency: "EUR", vatRate: 19n, shipping: null, tariff: { tiers: [{ percent: "6" }], fixed: "1.00" } };
const shares: Split = split({ ...sale, tariff: "standard", partners: [{ name: "Ben", rate: "10", base: "basic_amount" }], tie: "even" });
const vendor: string | undefined = shares.partners[0]?.amountAffiliate ?? shares.amountVendor;
const copied: SplitFigures = JSON.parse(JSON.stringify(shares)) satisfies SplitFigures;
const shown: string = shares.explain() + shares.toHtml("de") + shares.steps("en").map(({ derivation, amount }) => derivation + amount).join();
for (const { dueOn, split: { amountVendor } } of schedule({ currency: "EUR", firstAmount: "9.90", otherAmounts: "9.90", numberOfInstallments: 3, firstBillingInterval: "1_month", startsOn: "2026-10-05" }).payments) console.log(dueOn, amountVendor);
const held: string[] = reserve({ split: shares, paidOn: "2026-10-05", percent: "5", reserveDays: 30 }).shares.map(({ party, reserve }) => party + reserve);
const left: string = refund({ split: sale, kind: "chargeback", fees: { chargeback: [{ kind: "card", fee: "50.00" }] }, chargebackKind: "card" }).balance.amountVendor;
for (const { payouts } of forecast({ payments: [{ paidOn: "2026-10-05", split: shares }], refunds: [{ refundedOn: "2026-10-06", split: sale }], payoutDays: [7, 21] }).accounts) payouts.map(({ from }) => from);
const verdicts: (number | undefined)[] = reconcile({ rows: (await ds.listTransactions()).transaction_list ?? [], role: "vendor", affiliateRate: "50" }).totals.map(({ verdicts }) => verdicts.other_tariff);
const tariffs = inferTariff({ rows: [event], currency: "EUR" }).currencies.map(({ tariffs }) => split({ ...sale, tariff: tariffs[0]?.tariff ?? null }));
const isWrong = (error: unknown) => error instanceof Wrong && error.kind === "params";

function location(): string {
  return "?order_id=Q7M2XWPA";
}

const prices = new Int32Array([100_00, 29_75]);
const { amountVendor, "partners[0].amount": partner } = splitMany({ gross: prices, currency: "EUR", vatRate: ["19", 7n], terms: { affiliateRate: "50" } });
const someCents: bigint[] = [...amountVendor, ...partner!];
const offers: BigInt64Array[] = splitMany({ net: prices, currency: "EUR", shipping: "4.90", terms: [{}, {}], fields: ["amountVendor", "partners"] }).map((columns) => columns.amountVendor);

import { check, coupon, create, created, update } from "digistore24/vouchers";
const autumn = (await ds.getVoucher({ code: "AUTUMN20" })).coupon ?? {};
const { verdict, reasons, prices: discounted } = check({ record: autumn, productId: 42, now: new Date(), plan: { firstAmount: "49.90", currency: "EUR", numberOfInstallments: 0, otherAmounts: 5n } });
if (verdict === "undecided" && reasons.some(({ rule, word }) => rule === "end" && word === "zone_unknown")) throw new Error(reasons[0]?.text);
const shownPrice: string | null | undefined = discounted?.first.exact ? discounted.first.amount : discounted?.first.candidates[0];
const leftToPay: string | null = coupon({ data: await ds.validateCouponCode({ code: "69-secret" }), price: "49.90", currency: "EUR", isTestPayment: false }).payable;
const voucherId: string = created({ data: await ds.createVoucher(create({ code: "SPRING", firstRate: "20", productIds: ["1", 2], upgradePolicy: "other_only" }).parameters) }).id;
await ds.updateVoucher(update({ code: voucherId, remove: ["expires_at"], countLeft: 3 }).parameters);
const keys: licenses.Keys = licenses.newKeys();
const validation: licenses.Validity = await licenses.validate(ds, { purchaseId: "JK92LM34", licenseKey: licenses.shape({ key: "EMIL-1", generated: null }).suggestions[0] ?? "" });
const signedReceipt: licenses.Signed = licenses.sign({ validation, privateKey: keys.privateKey, machine: "laptop", validDays: 14, now: new Date() });
licenses.sign({ validation: { verdict: "valid", purchaseId: "JK92LM34", productId: "515153" }, privateKey: keys.privateKey, licenseKey: "EMIL-1" });
const worth = licenses.check({ receipt: signedReceipt.receipt, publicKeys: [keys.publicKey], productIds: [515153, "515154", 5n], lastSeen: signedReceipt.checkedAt });
if (worth.verdict === "clock_set_back" || !worth.isUsable) console.log(worth.notes.map(({ text }) => text).join(), worth.daysLeft.toFixed());
const stated: string | null | undefined = licenses.verdict({ data: await ds.validateLicenseKey({ purchase_id: "JK92LM34", license_key: "EMIL-1" }) }).paidUntil?.day;
const link: Link = parseLink({ url: "https://www.digistore24.com/redir/220831/MaxMuster", secret: ["tk"] });
if (link.type === "promo") {
  const who: string | null = link.affiliate ?? link.campaignKey ?? link.sid1;
} else if (link.type === "upgrade") {
  const orders: readonly string[] = link.orderIds;
} else if (link.type === "renew" || link.type === "invoice") {
  const order: string = link.orderId;
}
const links: string[] = [
  promo({ productId: 1n, affiliate: "ada", clickId: "{click_id}", query: { x: 1 } }).url,
  content({ productId: "1", contentLinkId: 2, affiliate: "ada", campaignKey: null }).url,
  orderForm({ productId: 548372, voucher: "SPRING", plan: 2, query: [{ name: "x" }] }).url,
  change({ url: "https://www.digistore24.com/product/1", voucher: "", query: { x: null } }).url,
  upgrade({ template: "https://www.digistore24.com/upgrade/1-a/ORDER_ID", orderIds: ["Q7M2XWPA"] }).shown,
  testpay({ url: "https://www.digistore24.com/product/1", getParamName: "t", testpayKey: "k" }).shown,
  ...thankYouPage({ url: "https://shop.example/", query: { id: "[ORDER_ID]" } }).placeholders,
  ...postback({ url: "https://tracker.example/?c={cid}" }).notes.map(({ text }) => text),
  orderId({ text: "Q7M2XWPA" }).verdict + productId({ text: 5 }).suggestion + affiliate({ text: "ada" }).verdict + key({ text: "k" }).verdict,
];
const offer = buyUrl({ parameters: { product_id: 1, payment_plan: { first_amount: "9.00", currency: "EUR" } }, startsOn: "2026-10-05", monthEnd: "stay" });
if (offer.ok) await ds.createBuyUrl(offer.parameters);
const dues: (string | null)[] = offer.preview?.payments.map(({ dueOn, amount }) => dueOn ?? amount) ?? [];
const bad: string[] = paymentPlan({ parameters: { paymentplan_id: 7, data: { first_amount: "4.50" } }, record: {}, payments: 3 }).findings.map(({ severity, path }) => severity + path);
const isMislinked = (error: unknown) => error instanceof Mislinked && error.kind === "params";
import { DoorList, check as checkTicket, number as ticketNumber, validate as validateTicket, type Conflict, type Validated } from "digistore24/etickets";
const evening = { templateId: [3, "4"], locationId: 3, date: "2026-10-05" };
const scanned: string | null = ticketNumber("9125 0000 0000 0000 0001").number;
const { etickets: ticketRows } = await ds.listEtickets();
const seen: "admit" | "used" | string = checkTicket({ record: ticketRows?.[0] ?? {}, ...evening, snapshotAt: new Date() }).verdict;
const door: DoorList = DoorList.take(ticketRows ?? [], { door: "north", ...evening, snapshotAt: 1_791_201_600, names: false });
const firstSeen: string | null | undefined = door.scan("x", { at: "2026-10-05T19:00:00+02:00" }).first?.door;
const doubles: Conflict[] = door.merge(door.marks(), [door, door.bytes().slice().buffer]).conflicts();
const told: number = (await door.sync(ds, { limit: 5, save: (list) => void list.bytes() })).counted;
const checked: Validated = await validateTicket(ds, { eticket: "x", ...evening, lookFirst: true });
console.log(scanned, seen, firstSeen, doubles, told, checked.by);

import { Budget, type Attempt, type CallOptions } from "digistore24";

const careful = new Digistore24({
  apiKey: "123-ExampleKey",
  writeKey: "124-ExampleKey",
  developerKey: null,
  permission: "readonly",
  writing: true,
  timeout: false,
  totalTimeout: 60_000,
  retries: 0,
  mostBytes: 1_000_000,
  budget: new Budget({ perSecond: 2.5, atOnce: 10 }),
  onAttempt: async ({ function: name, duration, againIn, outcome }: Attempt) => outcome === "lost" && console.log(name, duration, againIn?.toFixed()),
  bodies: true,
});
const otherwise: CallOptions = { signal: AbortSignal.timeout(100), timeout: 5, totalTimeout: false, retries: 1, language: "de", operator: "anna", apiKey: "9-ExampleKey" };
await careful.listPurchases(null, otherwise);
await careful.getPurchase({ purchase_id: "AB12CD34" }, { signal: null });
const theirs: Answer<"ping"> = await careful.call("ping", undefined, otherwise);
await careful.raw("newFunction", null, otherwise);
careful.prepare("listPurchases", { from: "-3d" }, { language: "de" }).fail({ reason: "too large", unusable: true });
const patience: number | undefined = careful.prepare("ping").step().send?.timeout;
const forbidden = (error: unknown) => error instanceof DigistoreError && error.kind === "forbidden" && error.cause === undefined;
// How an application comes to a key.
import { collectKey, requestKey, type Collected, type Granted, type Ticket } from "digistore24/setup";
const ticket: Ticket = await requestKey(ds, { returnUrl: "https://shop.example.org/connected", permissions: "writable", comment: null });
const keyed: Collected = await collectKey(ds, ticket, { every: 500, onState: ({ state, waited }) => console.log(state, waited) });
await collectKey(ds, "3141593-ExampleToken12", { signal: AbortSignal.timeout(1_000) });
const fresh: Granted | null = keyed.granted;
const whose: string | null | undefined = fresh?.user?.name;
import { whatBecameOf, type Aftermath } from "digistore24/setup";
const lookedAt: Aftermath = await whatBecameOf(ds, new Error("lost"), { wait: false, known: ["1", 2] });
const lookAgain: number | null = lookedAt.verdict === "cannot_be_told" ? lookedAt.againIn : null;
const lookedByName: string[] = (await whatBecameOf(ds, "refundTransaction", { parameters: { transaction_id: 1 }, sentAt: new Date() })).evidence.map((one) => one.function);
console.log(lookAgain, lookedByName);
const orders = ds.rows("listPurchases", { from: "-3d", page_size: 100 }, { window: 30, timeout: 5000, onProgress: ({ rows, total }) => console.log(rows, total) });
for await (const { amount } of orders) console.log(amount satisfies string | null | undefined);
for await (const page of ds.rows("listBuyers", null, { cursor: orders.cursor }).pages()) console.log(page[0]?.email);
// What is seen of calls.
const preview: Preview = ds.dryRun("refundTransaction", { transaction_id: "90000001" }, { language: "de" });
const command: string = curl(preview);
const archive: object = har(preview, new Date(0));
const redactedBody: string = redact("getUserInfo", command, { hide: ["email"], apiKey: "123-ExampleKey" });
const cassette = new Cassette({ har: archive, mode: "auto", hide: ["email"], send: async () => ({ status: 200, body: redactedBody }) });
new Digistore24({ apiKey: "123-ExampleKey", send: cassette.send, hide: ["email"] });
console.log(cassette.left, cassette.length, cassette.isChanged, `${cassette}`);
