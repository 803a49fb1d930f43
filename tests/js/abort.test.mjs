// A call that is given up lets go of its connection, also when memory was cleaned up in the meantime.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import test from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Digistore24 } from "digistore24";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

test("a call that is given up closes its connection", { timeout: 10_000 }, async () => {
  const server = createServer(() => {}).listen(0, "127.0.0.1");
  await once(server, "listening");
  const closed = once(server, "connection").then(([socket]) => once(socket, "close"));
  const ds = new Digistore24({ apiKey: "123-ExampleKeyOfNobody", baseUrl: `http://127.0.0.1:${server.address().port}/api/call`, timeout: 300, retries: 0 });
  const given = assert.rejects(ds.ping(), /within 300 ms/);
  const collecting = setInterval(collect, 20);
  await given;
  clearInterval(collecting);
  await closed;
  server.close();
});
