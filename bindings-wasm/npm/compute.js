import { params } from "./error.js";

/** What a function of the core makes of options; throws everything that is wrong with them at once. */
export function computed(name, json) {
  const { problems, ...found } = JSON.parse(json);
  if (problems) throw params(name, problems);
  return found;
}
