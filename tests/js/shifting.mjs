// A service on this machine whose list changes while it is read.
import { createServer } from "node:http";

/** Chance that is the same in every run. */
function chance(seed) {
  let state = BigInt(seed);
  return (most) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return Number((state >> 33n) % BigInt(most));
  };
}

/** Answers `listPurchases` by page; after every answer rows come and go. */
export async function shifting(count, seed) {
  const below = chance(seed);
  const rows = Array.from({ length: count }, (_, id) => id);
  const removed = new Set();
  let next = count;
  let requests = 0;
  const stir = () => {
    for (let times = below(20); times > 0; times--) {
      const at = below(rows.length);
      if (below(2)) removed.add(rows.splice(at, 1)[0]);
      else rows.splice(at, 0, next++);
    }
  };
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request.setEncoding("utf8")) body += piece;
    const form = new URLSearchParams(body);
    const [no, size] = [Number(form.get("page_no")), Number(form.get("page_size"))];
    const page = rows.slice((no - 1) * size, no * size).map((id) => ({ id: `P${id}`, amount: "29.00" }));
    requests += 1;
    stir();
    response.end(JSON.stringify({ api_version: "1.2", result: "success", data: { purchase_list: page } }));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    baseUrl: `http://127.0.0.1:${server.address().port}/api/call`,
    requests: () => requests,
    close: () => (server.closeAllConnections(), server.close()),
    /** Every row that was there all the time came once. */
    prove(ids) {
      const have = new Set(ids.map((id) => Number(id.slice(1))));
      if (have.size !== ids.length) throw new Error(`${ids.length - have.size} rows came twice`);
      const lost = Array.from({ length: count }, (_, id) => id).filter((id) => !removed.has(id) && !have.has(id));
      if (lost.length > 0) throw new Error(`${lost.length} rows are lost`);
      if (removed.size === 0 || next === count) throw new Error("nothing changed");
    },
  };
}
