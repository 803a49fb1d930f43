/** The data of an answer, with what surrounded it in properties that are neither listed nor copied nor printed. */
export function answered(json, raw) {
  const { data, failure, envelope } = JSON.parse(json);
  const value = data ?? {};
  if (typeof value !== "object") return value;
  return Object.defineProperties(value, {
    _raw: { value: raw },
    _envelope: { value: envelope },
    _failure: { value: failure },
  });
}
