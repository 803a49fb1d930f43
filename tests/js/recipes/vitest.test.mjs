import { test as base, expect } from "vitest";
import { Digistore24 } from "digistore24";
import { Sandbox } from "digistore24/sandbox";

const test = base.extend({
  sandbox: async ({}, use) => use(new Sandbox()),
  ds: async ({ sandbox: { apiKey, send } }, use) => use(new Digistore24({ apiKey, send })),
});

test("a refund is seen over the API", async ({ sandbox, ds }) => {
  const { purchase_id } = sandbox.buy({ product_id: 515151, email: "mia@example.com" });
  sandbox.refund({ purchase_id });
  const { transaction_list } = await ds.listTransactions({ search: { purchase_id } });
  expect(transaction_list).toHaveLength(2);
});
