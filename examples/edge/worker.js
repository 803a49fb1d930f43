// A worker that receives notifications and knows who has access.
// POST /ipn is the address for the service; GET /access/<order> answers your own servers, which know ACCESS_KEY.
import { DurableObject } from "cloudflare:workers";
import { Access, ipnHandler } from "digistore24/ipn";

export default {
  async fetch(request, env) {
    const [, place, order] = new URL(request.url).pathname.split("/");
    if (place === "ipn") {
      return ipnHandler({
        passphrase: env.IPN_PASSPHRASE,
        on: async (event) => {
          // After an upgrade it is the old order that ends.
          const orders = [event.order_id, event.upgraded_order_id].filter(Boolean);
          await Promise.all(orders.map((id) => env.ORDERS.getByName(id).feed({ ...event })));
        },
      })(request);
    }
    const known = request.headers.get("authorization") === `Bearer ${env.ACCESS_KEY}`;
    if (place === "access" && known && env.ACCESS_KEY) return Response.json(await env.ORDERS.getByName(order).items(order));
    return new Response("not found", { status: 404 });
  },
};

/** One object for each order, so that two messages at the same moment wait for each other. */
export class Order extends DurableObject {
  async feed(event) {
    const access = Access.fromText((await this.ctx.storage.get("access")) ?? "");
    if (access.feed(event)) await this.ctx.storage.put("access", access.toText());
  }

  async items(order) {
    const access = Access.fromText((await this.ctx.storage.get("access")) ?? "");
    return access.at().filter(({ order_id }) => order_id === order);
  }
}
