import { params } from "./error.js";
import * as wasm from "./pkg/money.js";

/** Splits many sales by one set of terms, or by each of several. The types, in `money.d.ts`, say what everything is. */
export function splitMany({ gross, net, vatRate, vatAmount, shipping, paySequenceNo, ...options } = {}) {
  const isNet = gross == null && net != null;
  if (gross != null && net != null) throw params("splitMany", [{ path: "net", message: "stands beside `gross`; give one of them, the other follows" }]);
  const { columns, problems } = wasm.splitMany(options, isNet ? net : gross, isNet, vatRate, vatAmount, shipping, paySequenceNo);
  if (problems) throw params("splitMany", problems);
  return Array.isArray(options.terms) ? columns : columns[0];
}
