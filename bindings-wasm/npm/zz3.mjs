import { Digistore24 } from "digistore24";
import { Cassette } from "digistore24/cassette";
import net from "node:net";
let open = 0, closed = 0, data = 0;
const srv = net.createServer(s => { open++; s.on("close", () => closed++); s.on("error", () => {}); s.on("data", (d) => { data += d.toString().split("POST ").length-1; s.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc")}); });
await new Promise(r => srv.listen(0, "127.0.0.1", r));
const baseUrl = `http://127.0.0.1:${srv.address().port}/api/call`;
const zz = (t) => new Promise(r => setTimeout(r, t));
for (const which of process.argv.slice(2)) {
  open = closed = data = 0;
  const own = async (rq) => { const a = await fetch(rq.url, rq); return { status: a.status, headers: a.headers, body: new Uint8Array(await a.arrayBuffer()) }; };
  const send = which === "fetch" ? undefined : which === "user" ? own : new Cassette({ mode: "record" }).send;
  const ds = new Digistore24({ apiKey: "123-ExampleKey", baseUrl, retries: 0, timeout: 700, send });
  const all = Array.from({ length: 20 }, () => ds.ping().catch((e) => e.message));
  await zz(300); if (globalThis.gc) { gc(); gc(); await zz(100); gc(); }
  console.log({ open, closed, data });
  const got = await Promise.all(all);
  await zz(500);
  console.log(which, got[0], { open, closed, data });
}
process.exit();
