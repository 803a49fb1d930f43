// When a call is sent again: the vectors of tests/vectors/retry.json, as far as the first reply goes, since time passes.

/** A test of the whole file: its name, and what runs it. */
export function retryTests({ Digistore24 }, io) {
  return {
    "the vectors of retry.json hold": async () => {
      const vectors = JSON.parse(await io.read("tests/vectors/retry.json"));
      if (vectors.length < 50) throw new Error(`only ${vectors.length} vectors`);
      const failures = vectors.flatMap((vector) => met(Digistore24, vector) ?? []);
      if (failures.length > 0) throw new Error(failures.join("\n"));
    },
  };
}

/** What is not as the vector has it. */
function met(Digistore24, { why, function: name, params, settings = {}, replies, pauses, end }) {
  const { total_timeout: totalTimeout, ...others } = settings;
  const ds = new Digistore24({ ...others, totalTimeout, apiKey: "1234567-ExampleKeyOfNobody", dangerouslyAllowBrowser: true });
  const call = ds.prepare(name, params);
  const [reply, ...more] = replies;
  // Only a sender can say that an answer cannot be used.
  if ("unusable" in reply) return undefined;
  if (!call.step().send) return `${why}: nothing is sent`;
  if ("status" in reply) call.answer(reply);
  else call.fail({ reason: reply.lost ?? reply.not_sent, sent: "lost" in reply });
  try {
    const { wait } = call.step();
    if (more.length === 0) return end.answered ? undefined : `${why}: it goes on`;
    const [least, most] = pauses[0];
    return wait >= least - 200 && wait <= most ? undefined : `${why}: a pause of ${wait} ms`;
  } catch (error) {
    const { kind, maybeDone, message } = error;
    const as = !more.length && kind === end.kind && maybeDone === end.maybe_done && message.includes(end.says ?? "");
    return as ? undefined : `${why}: ${error.stack}`;
  }
}
