//! What the types refuse: each line that is marked must be an error, or `tsc` complains about the mark.
import { Digistore24, DigistoreError, read } from "digistore24";
import { Access, IpnRejected, Reply, ipnHandler, readUnsigned, sign, verify } from "digistore24/ipn";
import * as licenses from "digistore24/licenses";
import { Sandbox } from "digistore24/sandbox";
import { connect, doctor } from "digistore24/setup";
import { thankyou } from "digistore24/thankyou";
import { buyUrl, orderId, parse, product, promo } from "digistore24/urls";
import { Split, forecast, inferTariff, reconcile, refund, reserve, schedule, split } from "digistore24/money";

// @ts-expect-error a key is needed
new Digistore24({});
// @ts-expect-error a key alone is no options
new Digistore24("123-ExampleKey");
// @ts-expect-error there is no such option
new Digistore24({ apiKey: "123-ExampleKey", retry: 3 });
const ds = new Digistore24({ apiKey: "123-ExampleKey" });

// @ts-expect-error there is no such function
ds.listPurchase();
// @ts-expect-error the id is required
ds.getPurchase();
// @ts-expect-error the id is required
ds.getPurchase({});
// @ts-expect-error there is no such function
ds.call("listPurchase");
// @ts-expect-error the id is required
ds.call("getPurchase");
// @ts-expect-error there is no such parameter
ds.call("listPurchases", { form: 1 });
// @ts-expect-error there is no such function
ds.prepare("listPurchase");
// @ts-expect-error the id is required
ds.prepare("getPurchase");
// @ts-expect-error there is no such parameter
ds.prepare("listPurchases", { form: 1 });
// @ts-expect-error money is exact: text, not a fraction that has been rounded
ds.prepare("createVoucher", { data: { code: "SPRING", first_rate: 9.99 } });
// @ts-expect-error money is exact: text, not a number, which may be a fraction another time
ds.createVoucher({ data: { code: "SPRING", first_amount: 9 } });
// @ts-expect-error several ids may be a record or a map of them
(await ds.getPurchase({ purchase_id: ["AB12CD34", "EF56GH78"] })).amount?.trim();
// @ts-expect-error what nobody has documented may be anything
(await ds.createOnboardingProduct()).product_id.trim();
// @ts-expect-error there is no such parameter
ds.listPurchases({ form: "-3d" });
// @ts-expect-error a moment is no number
ds.listPurchases({ from: 5 });
// @ts-expect-error there is no such parameter in the group
ds.listPurchases({ search: { mail: "lena@example.com" } });
// @ts-expect-error not one of the words
ds.listPurchases({ sort_order: "up" });
// @ts-expect-error money is exact: text, not a fraction that has been rounded
(await ds.listPurchases()).purchase_list?.[0]?.amount?.toFixed(2);
// @ts-expect-error what nobody has documented may be anything
(await ds.ping()).server_clock.length;
// @ts-expect-error answers know their origin, and nobody changes it
(await ds.ping())._raw = "";
// @ts-expect-error a body is text or bytes
read("ping", {});
// @ts-expect-error a step says what to do
ds.prepare("ping").answer("{}");
// @ts-expect-error exceptions are made inside
new DigistoreError("mine");
// @ts-expect-error the class knows, and not one sandbox
new Sandbox().knows("ping");
// @ts-expect-error the sandbox makes its keys
new Sandbox().apiKey = "123-ExampleKey";

// @ts-expect-error a connection needs a passphrase
connect(ds, { ipnUrl: "https://example.org", name: "a", domainId: "a" });
// @ts-expect-error options are named as everywhere in JavaScript
connect(ds, { ipnUrl: "https://example.org", name: "a", domainId: "a", shaPassphrase: "p", product_ids: [] });
// @ts-expect-error a key is no client
connect("123-ExampleKey", { ipnUrl: "https://example.org", name: "a", domainId: "a", shaPassphrase: "p" });
// @ts-expect-error connections are made by an entry of their own
(await import("digistore24")).connect;
// @ts-expect-error an address is no client
doctor(ds);
// @ts-expect-error a key is no connection
doctor("https://example.org", { connection: "123-ExampleKey" });
// @ts-expect-error there are three severities
(await doctor("https://example.org")).filter(({ severity }) => severity === "fatal");

// @ts-expect-error a body is what arrived, not what somebody made of it
verify({ event: "on_payment" }, "passphrase");
// @ts-expect-error money is exact: text, not a fraction that has been rounded
verify("", "passphrase").amount_brutto?.toFixed(2);
// @ts-expect-error what the library says cannot be changed
verify("", "passphrase").kind = "on_refund";
// @ts-expect-error what nobody signed gives no access
new Access().feed(readUnsigned(""));
// @ts-expect-error what nobody signed is no event
const event: import("digistore24/ipn").IpnEvent = readUnsigned("");
// @ts-expect-error money is signed as the text it is
sign({ amount_brutto: 59.5 }, "passphrase");
// @ts-expect-error a passphrase has to be named, also when it is missing
ipnHandler({ on() {} });
// @ts-expect-error there is no such kind of event
ipnHandler({ passphrase: "p", on: { on_payments() {} } });
// @ts-expect-error the connection test is answered without the callback
ipnHandler({ passphrase: "p", on: { connection_test() {} } });
// @ts-expect-error a callback answers a reply or nothing
ipnHandler({ passphrase: "p", on: () => "OK" });
// @ts-expect-error an account is named
new Reply().account("anna", "s3cret");
// @ts-expect-error exceptions are made inside
new IpnRejected("mine");

// @ts-expect-error a query is what arrived, not what somebody made of it
thankyou(new URLSearchParams("order_id=Q7M2XWPA"), "key");
// @ts-expect-error a key has to be named, also when it is missing
thankyou("");
// @ts-expect-error own parameters are named one by one
thankyou("", "key", { own: 1 });
// @ts-expect-error whether it was paid is told by a notification
thankyou("", "key").dedupKey.trim();
// @ts-expect-error receiving notifications and checking pages are two entries
const page = (await import("digistore24/ipn")).thankyou;

// @ts-expect-error money is exact: text, not a fraction that has been rounded
split({ gross: 29.75, currency: "EUR" });
// @ts-expect-error so are rates
split({ gross: "29.75", currency: "EUR", vatRate: 7.5 });
// @ts-expect-error amounts have a currency
split({ gross: "29.75" });
// @ts-expect-error there is no such option
split({ gross: "29.75", currency: "EUR", affilateRate: "50" });
// @ts-expect-error options are in camel case
split({ gross: "29.75", currency: "EUR", vat_rate: "19" });
// @ts-expect-error there is no such tariff
split({ gross: "29.75", currency: "EUR", tariff: "best" });
// @ts-expect-error a partner has a rate
split({ gross: "29.75", currency: "EUR", partners: [{ name: "Ben" }] });
// @ts-expect-error money is text
split({ gross: "29.75", currency: "EUR" }).amountVendor.toFixed(2);
// @ts-expect-error what the library says cannot be changed
split({ gross: "29.75", currency: "EUR" }).amountVendor = "1.00";
// @ts-expect-error there are two languages
split({ gross: "29.75", currency: "EUR" }).explain("fr");
// @ts-expect-error splits are made by `split`
new Split({ gross: "29.75", currency: "EUR" });
// @ts-expect-error figures alone do not tell what they were made from
reserve({ split: { amountVendor: "1.00" }, paidOn: "2026-10-05" });
// @ts-expect-error a reserve has a day
reserve({ split: { gross: "29.75", currency: "EUR" } });
// @ts-expect-error intervals are counted in days, weeks, months or years
schedule({ currency: "EUR", firstAmount: "1", startsOn: "2026-10-05", testInterval: "2 weeks" });
// @ts-expect-error there are refunds and chargebacks
refund({ split: { gross: "29.75", currency: "EUR" }, kind: "fraud" });
// @ts-expect-error a day of the week is named
forecast({ payments: [], payoutDays: "fri" });
// @ts-expect-error there are three roles
reconcile({ rows: [], role: "merchant" });
// @ts-expect-error there is no such verdict
reconcile({ rows: [] }).transactions.filter(({ verdict }) => verdict === "stolen");
// @ts-expect-error rows are needed
inferTariff({});
// @ts-expect-error floating-point numbers cannot hold cents exactly
splitMany({ gross: new Float64Array([29.75]), currency: "EUR" });
// @ts-expect-error nothing is converted, so the currency is said
splitMany({ gross: new Int32Array([2975]) });
// @ts-expect-error figures have the names of a split
splitMany({ gross: new Int32Array([2975]), currency: "EUR", fields: ["vendor"] });
// @ts-expect-error one set of terms makes one set of columns
splitMany({ gross: new Int32Array([2975]), currency: "EUR", terms: {} })[0];

import { check, coupon, create, update } from "digistore24/vouchers";
// @ts-expect-error a record is needed
check({ productId: "1" });
// @ts-expect-error options are in camel case
check({ record: {}, product_id: "1" });
// @ts-expect-error a plan is in a currency
check({ record: {}, plan: { firstAmount: "1.00" } });
// @ts-expect-error a price may be uncertain
check({ record: {} }).prices?.first.amount.length;
// @ts-expect-error there are three verdicts
check({ record: {} }).verdict === "valid";
// @ts-expect-error numbers cannot hold cents
coupon({ data: {}, price: 49.9, currency: "EUR" });
// @ts-expect-error there are three policies
create({ code: "A", firstRate: "20", upgradePolicy: "never" });
// @ts-expect-error only limits of time are removed
update({ code: "A", remove: ["count_left"] });
// @ts-expect-error a receipt is for a product
licenses.check({ receipt: "", publicKeys: "" });
// @ts-expect-error keys are made, not put together
new licenses.Keys();
// @ts-expect-error an order id alone cannot be checked
licenses.validate(ds, { purchaseId: "JK92LM34" });
// @ts-expect-error there is no such verdict
licenses.validate(ds, { purchaseId: "JK92LM34", licenseKey: "EMIL-1" }).then(({ verdict }) => verdict === "invalid");
// @ts-expect-error a link is in its option
parse("https://www.digistore24.com/product/1");
const link = parse({ url: "" });
// @ts-expect-error only some links have an affiliate
link.affiliate;
// @ts-expect-error links that hold a key are not given back
link.url.length;
// @ts-expect-error there is no such type
if (link.type === "checkout") console.log(link);
// @ts-expect-error a promo link has an affiliate
promo({ productId: 1 });
// @ts-expect-error names are in camel case
product({ product_id: 1 });
// @ts-expect-error verdicts are words
if (orderId({ text: "Q7M2XWPA" }).verdict === "valid") console.log(link);
// @ts-expect-error parameters have the names of the service
buyUrl({ parameters: { productId: 1 } });
// @ts-expect-error a month ends one way or the other
buyUrl({ parameters: { product_id: 1 }, monthEnd: "last" });
import { DoorList, number as ticketNumber } from "digistore24/etickets";
// @ts-expect-error no number of JavaScript holds 20 digits
ticketNumber(91250000000000000001);
// @ts-expect-error lists are taken or read
new DoorList();
// @ts-expect-error every device has a name
DoorList.read(new Uint8Array(), {});
// @ts-expect-error there is no such verdict
DoorList.read(new Uint8Array(), { door: "a" }).scan("x").verdict === "admitted";

import { Budget } from "digistore24";

// @ts-expect-error a budget is made, so that clients can share it
new Digistore24({ apiKey: "123-ExampleKey", budget: { perSecond: 5 } });
// @ts-expect-error a rate is needed
new Budget({ atOnce: 5 });
// @ts-expect-error there is no such option of a call
ds.ping({}, { mostBytes: 5 });
// @ts-expect-error a text is no signal
ds.ping({}, { signal: "now" });
// @ts-expect-error whoever carries a call out gives it up
ds.prepare("ping", {}, { signal: AbortSignal.abort() });
// @ts-expect-error there is no such outcome
new Digistore24({ apiKey: "123-ExampleKey", onAttempt: ({ outcome }) => outcome === "failed" });
import { collectKey, requestKey } from "digistore24/setup";
// @ts-expect-error a request comes back somewhere
requestKey(ds, { permissions: "writable" });
// @ts-expect-error a token is a text
collectKey(ds, 3141593);
// @ts-expect-error there may be no key
(await collectKey(ds, "x")).granted.apiKey;
import { whatBecameOf } from "digistore24/setup";
// @ts-expect-error there is no such verdict
whatBecameOf(new Digistore24({ apiKey: "123-ExampleKey" }), "ping").then(({ verdict }) => verdict === "maybe");
// @ts-expect-error names are in camel case
whatBecameOf(new Digistore24({ apiKey: "123-ExampleKey" }), "ping", { sent_at: 1 });
// @ts-expect-error a list with a period has to be told since when
ds.rows("listTransactions", {});
// @ts-expect-error pages are counted there
ds.rows("listPurchases", { from: "-3d", page_no: 2 });
// @ts-expect-error that is no list
ds.rows("getUserInfo");
