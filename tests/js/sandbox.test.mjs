//! The sandbox of the package: in this process, over HTTP, and with any client.
import assert from "node:assert/strict";
import { request as httpRequest } from "node:http";
import { after, test } from "node:test";
import { Digistore24, DigistoreError } from "digistore24";
import { Sandbox } from "digistore24/sandbox";

const closing = [];
after(() => Promise.all(closing.map((close) => close())));

async function served() {
  const sandbox = new Sandbox();
  const { baseUrl, close } = await sandbox.serve();
  closing.push(close);
  return { sandbox, baseUrl };
}

const refusal = (code) => (error) => error instanceof DigistoreError && error.kind === "refused" && error.code === code;

test("a client needs no HTTP to use it", async () => {
  const { apiKey, send } = new Sandbox();
  const ds = new Digistore24({ apiKey, send });
  const { user_name } = await ds.getUserInfo();
  assert.equal(user_name, "ada");
  const { product_id } = await ds.createProduct({ data: { name_de: "Grüße aus Köln", name_intern: "greetings" } });
  assert.equal((await ds.getProduct({ product_id })).name_de, "Grüße aus Köln");
});

test("each sandbox is a service of its own", async () => {
  const [one, two] = [new Sandbox(), new Sandbox()].map(({ apiKey, send }) => new Digistore24({ apiKey, send }));
  const { product_id } = await one.createProduct({ data: { name_de: "Kurs", name_intern: "course" } });
  await one.getProduct({ product_id });
  await assert.rejects(two.getProduct({ product_id }), (error) => error.kind === "refused");
});

test("it says which functions have a rule", () => {
  assert.equal(Sandbox.knows("createVoucher"), true);
  assert.equal(Sandbox.knows("createOnboardingProduct"), false);
  assert.equal(Sandbox.knows("nonsense"), false);
  assert.equal(Sandbox.knows(), false);
});

test("a flow is answered in this process too", () => {
  const sandbox = new Sandbox();
  const flow = new Digistore24({ apiKey: sandbox.apiKey }).prepare("ping");
  flow.answer(sandbox.handle(flow.step().send));
  assert.equal(flow.step().done.server_time, "2026-10-05T14:00:00+02:00");
});

test("a request of one's own making is answered", () => {
  const sandbox = new Sandbox();
  const headers = new Headers({ "x-ds-api-key": sandbox.apiKey });
  const { status, headers: sent, body } = sandbox.handle({ method: "GET", url: "/api/call/ping", headers });
  assert.equal(status, 200);
  assert.match(Object.entries(sent).join(), /application\/json/);
  assert.equal(JSON.parse(body).result, "success");
  assert.equal(sandbox.handle({ url: "/elsewhere", headers: {} }).status, 404);
});

test("over HTTP it answers any client", async () => {
  const { sandbox, baseUrl } = await served();
  const ds = new Digistore24({ apiKey: sandbox.apiKey, baseUrl });
  assert.equal((await ds.getUserInfo()).user_name, "ada");
  const answer = await fetch(`${baseUrl}/getBuyer`, {
    method: "POST",
    headers: { "X-DS-API-KEY": sandbox.apiKey },
    body: new URLSearchParams({ buyer_id: "31415926" }),
  });
  assert.equal((await answer.json()).data.buyer.email, "lena@example.com");
});

test("a POST without a length is turned away, as the service does", async () => {
  const { sandbox, baseUrl } = await served();
  const status = await new Promise((resolve, reject) => {
    const headers = { "X-DS-API-KEY": sandbox.apiKey, "Transfer-Encoding": "chunked" };
    const request = httpRequest(`${baseUrl}/ping`, { method: "POST", headers }, (response) => resolve(response.resume().statusCode));
    request.on("error", reject).end();
  });
  assert.equal(status, 411);
});

test("its server is on this machine alone and ends when it is closed", async () => {
  const { baseUrl, close } = await new Sandbox().serve();
  assert.match(baseUrl, /^http:\/\/127\.0\.0\.1:\d+\/api\/call$/);
  await fetch(`${baseUrl}/ping`, { method: "POST" });
  await close();
  await assert.rejects(fetch(`${baseUrl}/ping`, { method: "POST" }));
});

test("a port that is taken is an error", async () => {
  const { baseUrl } = await served();
  await assert.rejects(new Sandbox().serve({ port: Number(new URL(baseUrl).port) }), { code: "EADDRINUSE" });
});

test("its keys differ in what they may do", async () => {
  const { apiKey, readKey, developerKey, send } = new Sandbox();
  assert.equal(new Set([apiKey, readKey, developerKey]).size, 3);
  const reader = new Digistore24({ apiKey: readKey, send });
  await reader.listProducts();
  await assert.rejects(reader.createProduct({ data: { name_de: "Kurs", name_intern: "course" } }), (error) => error.kind === "refused");
  await assert.rejects(new Digistore24({ apiKey: "1-wrong", send }).ping(), refusal(2));
});

test("a key is asked for, approved and handed out once", async () => {
  const sandbox = new Sandbox();
  const { developerKey, send } = sandbox;
  const ds = new Digistore24({ apiKey: developerKey, send });
  const { request_token: token } = await ds.requestApiKey({ permissions: "writable", return_url: "https://example.com/back" });
  assert.equal((await ds.retrieveApiKey({ token })).request_status, "pending");
  assert.equal(sandbox.approve(token), true);
  const { api_key, request_status } = await ds.retrieveApiKey({ token });
  assert.equal(request_status, "completed");
  await new Digistore24({ apiKey: api_key, send }).ping();
  assert.equal(sandbox.approve("nonsense"), false);
});

test("a declined key is a failure inside a success", async () => {
  const sandbox = new Sandbox();
  const ds = new Digistore24({ apiKey: sandbox.developerKey, send: sandbox.send });
  const { request_token: token } = await ds.requestApiKey({ permissions: "writable", return_url: "https://example.com/back" });
  assert.equal(sandbox.decline(token), true);
  assert.match((await ds.retrieveApiKey({ token }))._failure, /aborted/);
});

test("its clock moves only when told to", async () => {
  const sandbox = new Sandbox();
  const ds = new Digistore24({ apiKey: sandbox.apiKey, send: sandbox.send });
  sandbox.advance(90);
  assert.equal((await ds.ping()).server_time, "2026-10-05T14:01:30+02:00");
  for (const seconds of [-1, NaN, Infinity, 1e300]) assert.throws(() => sandbox.advance(seconds), { kind: "params" });
  assert.equal((await ds.ping()).server_time, "2026-10-05T14:01:30+02:00");
});
