// A worker that receives notifications, answers buyers with their account, and knows who has access.
// POST /ipn is the address for the service; GET /access/<order> answers your own servers, which know ACCESS_KEY.
import { DurableObject } from "cloudflare:workers";
import { Access, Reply, ipnHandler } from "digistore24/ipn";

export default {
  async fetch(request, env) {
    const [, place, order] = new URL(request.url).pathname.split("/");
    if (place === "ipn") {
      return ipnHandler({
        passphrase: env.IPN_PASSPHRASE,
        on: async (event) => {
          // After an upgrade it is the old order that ends.
          const orders = [event.order_id, event.upgraded_order_id].filter(Boolean);
          const [isNew] = await Promise.all(orders.map((id) => env.ORDERS.getByName(id).feed({ ...event }, event.dedupKey)));
          // The service repeats itself for days. What must not happen twice, such as a mail, belongs behind this line.
          if (event.kind !== "on_payment" || !isNew) return;
          return new Reply().headline("Your course").account({ username: event.email, loginurl: "https://shop.example.com/login" });
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
  /** Keeps what the event says about access. Answers whether this was the first time. */
  async feed(event, dedupKey) {
    const handled = `handled ${dedupKey}`;
    const kept = await this.ctx.storage.get(["access", handled]);
    const access = Access.fromText(kept.get("access") ?? "");
    access.feed(event);
    await this.ctx.storage.put({ access: access.toText(), [handled]: true });
    return !kept.has(handled);
  }

  async items(order) {
    const access = Access.fromText((await this.ctx.storage.get("access")) ?? "");
    return access.at().filter(({ order_id }) => order_id === order);
  }
}
